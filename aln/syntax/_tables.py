"""Parse tables of ALN, derived from grammar/aln.lark by `make regen`: never edit by hand."""

from __future__ import annotations

# fmt: off

START = 0
END = 4

WORDS: dict[str, str] = {
    "after": "AFTER", "all": "ALL", "allowed": "ALLOWED", "always": "ALWAYS", "and": "AND", "any": "ANY",
    "as": "AS", "because": "BECAUSE", "behavior_graph": "BEHAVIOR_GRAPH", "behavior_tree": "BEHAVIOR_TREE",
    "branch": "BRANCH", "bundle": "BUNDLE", "by": "BY", "claim": "CLAIM", "const": "CONST",
    "constants": "CONSTANTS", "control": "CONTROL", "count": "COUNT", "decimal": "DECIMAL",
    "denied": "DENIED", "duty": "DUTY", "else": "ELSE", "entity": "ENTITY", "enum": "ENUM",
    "equals": "EQUALS", "event": "EVENT", "every": "EVERY", "expect": "EXPECT", "false": "FALSE",
    "filter": "FILTER", "for": "FOR", "forbid": "FORBID", "from": "FROM", "given": "GIVEN",
    "hazard": "HAZARD", "holds": "HOLDS", "immutable": "IMMUTABLE", "implies": "IMPLIES", "in": "IN",
    "include": "INCLUDE", "input": "INPUT", "int": "INT", "invalid": "INVALID", "key": "KEY",
    "last": "LAST", "lemma": "LEMMA", "let": "LET", "lexicon": "LEXICON", "list": "LIST",
    "machine": "MACHINE", "many": "MANY", "max": "MAX", "may": "MAY", "min": "MIN", "missing": "MISSING",
    "mitigates": "MITIGATES", "module": "MODULE", "never": "NEVER", "next": "NEXT", "node": "NODE",
    "none": "NONE", "not": "NOT", "of": "OF", "op": "OP", "optional": "__ANON_0", "or": "OR",
    "output": "OUTPUT", "overlay": "OVERLAY", "param": "PARAM", "policy": "POLICY",
    "probability": "PROBABILITY", "reachable": "REACHABLE", "ref": "REF", "refines": "REFINES",
    "require": "REQUIRE", "required": "REQUIRED", "requirement": "REQUIREMENT", "role": "ROLE",
    "root": "ROOT", "satisfies": "SATISFIES", "service": "SERVICE", "severity": "SEVERITY",
    "state": "STATE", "stored": "STORED", "sum": "SUM", "test": "TEST", "then": "THEN", "ticks": "TICKS",
    "ties": "TIES", "timer": "TIMER", "to": "TO", "traces": "TRACES", "true": "TRUE", "type": "TYPE",
    "unit": "UNIT", "until": "UNTIL", "up": "UP", "use": "USE", "waive": "WAIVE", "when": "WHEN",
    "where": "WHERE", "with": "WITH",
}

MARKS: dict[str, str] = {
    "!=": "__ANON_4", "(": "LPAR", ")": "RPAR", "*": "STAR", "+": "PLUS", ",": "COMMA", "-": "MINUS",
    "->": "__ANON_1", ".": "DOT", "..": "__ANON_2", "/": "SLASH", ":": "COLON", ";": "SEMICOLON",
    "<": "LESSTHAN", "<=": "__ANON_5", "=": "EQUAL", "==": "__ANON_3", ">": "MORETHAN", ">=": "__ANON_6",
    "?": "OPTIONAL", "[": "LSQB", "]": "RSQB", "{": "LBRACE", "}": "RBRACE",
}

PATTERNS: dict[str, str] = {
    "DOC":
        "\\/\\/\\/[^\n]*",
    "IF":
        "if(?![A-Za-z0-9_])(?!([ \t\r\n]|\\/\\/[^\n]*\n|\\/\\*["
        "^*]*\\*+([^\\/*][^*]*\\*+)*\\/)*([=!<>+*),;:.}\\]]"
        "|\\/(?![\\/*])|-[ \t\r\n]|(and|or|implies|then|els"
        "e|because|traces|where|by|ties|holds|for|tick"
        "s|up)(?![A-Za-z0-9_])))",
    "NAME":
        "[A-Za-z_][A-Za-z0-9_]*",
    "NUMBER":
        "[0-9]+(\\.[0-9]+)?",
    "STRING":
        "\"[^\"\\\\\n]*(\\\\[^\n][^\"\\\\\n]*)*\"",
}

# origin, length, callback (empty: pass the only child; *: a list), children kept

RULES: list[tuple[str, int, str, tuple[int, ...]]] = [
    ("docs", 0, "docs", ()),
    ("__docs_star_1", 1, "*", (0,)),
    ("docs", 1, "docs", (-2,)),
    ("__docs_star_1", 2, "*", (-2, 1)),
    ("opening", 1, "opening", (0,)),
    ("opening", 1, "opening", (0,)),
    ("start", 5, "start", (0, 1, 2)),
    ("item", 1, "", (0,)),
    ("__start_star_0", 1, "*", (0,)),
    ("start", 6, "start", (0, 1, 2, -6)),
    ("__start_star_0", 2, "*", (-2, 1)),
    ("item", 3, "constants", ()),
    ("__item_star_2", 1, "*", (0,)),
    ("nature", 1, "nature", (0,)),
    ("nature", 1, "nature", (0,)),
    ("givens", 0, "givens", ()),
    ("item", 3, "use", (1,)),
    ("item", 4, "bundle", (1,)),
    ("need", 1, "need", (0,)),
    ("need", 1, "need", (0,)),
    ("__item_star_8", 1, "*", (0,)),
    ("bundle_item", 1, "", (0,)),
    ("text", 1, "text", (0,)),
    ("type_word", 1, "type_word", (0,)),
    ("type_word", 1, "type_word", (0,)),
    ("type_word", 1, "type_word", (0,)),
    ("type_word", 1, "type_word", (0,)),
    ("type_word", 1, "type_word", (0,)),
    ("type_word", 1, "type_word", (0,)),
    ("type_word", 1, "type_word", (0,)),
    ("type", 1, "type_name", (0, -1)),
    ("repeated", 2, "repeated", ()),
    ("item", 4, "constants", (-4,)),
    ("__item_star_2", 2, "*", (-2, 1)),
    ("item", 4, "entity", (1, -1, -1)),
    ("__item_star_5", 1, "*", (0,)),
    ("item", 4, "enum", (1,)),
    ("__item_star_3", 1, "*", (0,)),
    ("item", 4, "lexicon", (1,)),
    ("__item_star_4", 1, "*", (0,)),
    ("item", 4, "role", (1,)),
    ("__item_star_7", 1, "*", (0,)),
    ("item", 4, "service", (1,)),
    ("__item_star_10", 1, "*", (0,)),
    ("givens", 1, "givens", (-2,)),
    ("__givens_star_16", 1, "*", (0,)),
    ("expects", 0, "expects", ()),
    ("dotted", 1, "dotted", (0,)),
    ("item", 5, "behavior_graph", (1, 3)),
    ("item", 5, "behavior_tree", (1, 3)),
    ("item", 5, "bundle", (1, -5)),
    ("__item_star_8", 2, "*", (-2, 1)),
    ("names", 1, "names", (0,)),
    ("text", 2, "text", (0, -3)),
    ("type", 2, "reference", (1, -1)),
    ("type", 2, "type_name", (0, 1)),
    ("word", 1, "word", (0,)),
    ("kind", 1, "kind", (0,)),
    ("word", 1, "word", (0,)),
    ("kind", 1, "kind", (0,)),
    ("word", 1, "word", (0,)),
    ("truth", 1, "false", ()),
    ("word", 1, "word", (0,)),
    ("word", 1, "word", (0,)),
    ("kind", 1, "kind", (0,)),
    ("word", 1, "word", (0,)),
    ("kind", 1, "kind", (0,)),
    ("word", 1, "word", (0,)),
    ("primary", 1, "number", (0, -1)),
    ("primary", 1, "string", (0,)),
    ("word", 1, "word", (0,)),
    ("kind", 1, "kind", (0,)),
    ("truth", 1, "true", ()),
    ("comparison", 1, "", (0,)),
    ("negation", 1, "", (0,)),
    ("disjunction", 1, "", (0,)),
    ("implication", 1, "", (0,)),
    ("value", 1, "", (0,)),
    ("expr", 1, "", (0,)),
    ("value", 1, "", (0,)),
    ("conjunction", 1, "", (0,)),
    ("source", 1, "", (0,)),
    ("sign", 1, "", (0,)),
    ("addition", 1, "", (0,)),
    ("value", 1, "", (0,)),
    ("product", 1, "", (0,)),
    ("primary", 1, "", (0,)),
    ("primary", 1, "", (0,)),
    ("path", 1, "path", (0,)),
    ("item", 5, "control", (1, 3, -1, -1)),
    ("item", 5, "entity", (1, -1, -1, -5)),
    ("__item_star_5", 2, "*", (-2, 1)),
    ("item", 5, "entity", (1, 2, -1)),
    ("label", 2, "label", (0,)),
    ("item", 5, "enum", (1, -5)),
    ("__item_star_3", 2, "*", (-2, 1)),
    ("term", 2, "term", (0,)),
    ("item", 5, "lexicon", (1, -5)),
    ("__item_star_4", 2, "*", (-2, 1)),
    ("item", 5, "requirement", (1, 3)),
    ("item", 5, "role", (1, -5)),
    ("__item_star_7", 2, "*", (-2, 1)),
    ("item", 5, "service", (1, -5)),
    ("__item_star_10", 2, "*", (-2, 1)),
    ("__givens_star_16", 2, "*", (-2, 1)),
    ("expects", 1, "expects", (-2,)),
    ("__expects_star_17", 1, "*", (0,)),
    ("item", 5, "type_alias", (1, 3)),
    ("item", 5, "unit", (1, 3)),
    ("dotted", 2, "dotted", (0, -3)),
    ("names", 2, "names", (0, -3)),
    ("bundle_item", 3, "member", (0, 1)),
    ("__text_star_12", 2, "*", (1,)),
    ("relation", 1, "relation", (0,)),
    ("relation", 1, "relation", (0,)),
    ("bound", 1, "magnitude", (0,)),
    ("bound", 1, "", (0,)),
    ("strings", 1, "strings", (0,)),
    ("type", 3, "reference", (1, 2)),
    ("record", 2, "record", (-1,)),
    ("pairs", 1, "pairs", (0,)),
    ("list", 2, "list", (-1,)),
    ("values", 1, "values", (0,)),
    ("sign", 2, "minus", (1,)),
    ("negation", 2, "not", (1,)),
    ("primary", 2, "number", (0, 1)),
    ("compare", 1, "compare", (0,)),
    ("compare", 1, "compare", (0,)),
    ("compare", 1, "compare", (0,)),
    ("compare", 1, "compare", (0,)),
    ("compare", 1, "compare", (0,)),
    ("compare", 1, "compare", (0,)),
    ("constant", 4, "constant", (0, 2)),
    ("path", 2, "path", (0, -3)),
    ("mitigates", 2, "mitigates", (1,)),
    ("satisfies", 2, "satisfies", (1,)),
    ("item", 6, "control", (1, 3, 4, -1)),
    ("item", 6, "control", (1, 3, -1, 4)),
    ("item", 6, "entity", (1, 2, -1, -6)),
    ("__expects_star_17", 2, "*", (-2, 1)),
    ("item", 6, "test", (1, 3, 4)),
    ("__dotted_star_15", 2, "*", (1,)),
    ("level", 1, "level", (0,)),
    ("level", 1, "level", (0,)),
    ("root", 4, "root", (1,)),
    ("__root_star_19", 1, "*", (0,)),
    ("__names_star_14", 2, "*", (1,)),
    ("__text_star_12", 3, "*", (-2, 2)),
    ("bound", 2, "negative", (1,)),
    ("strings", 2, "strings", (0, -3)),
    ("type", 4, "enum_type", (2, -1)),
    ("type", 4, "list_type", (2, -1)),
    ("pairs", 2, "pairs", (0, -3)),
    ("record", 3, "record", (1,)),
    ("source", 3, "group", (1,)),
    ("values", 2, "values", (0, -3)),
    ("list", 3, "list", (1,)),
    ("addition", 3, "subtract", (0, 2)),
    ("addition", 3, "add", (0, 2)),
    ("comparison", 3, "comparison", (0, 1, 2)),
    ("conjunction", 3, "and", (0, 2)),
    ("implication", 3, "implies", (0, 2)),
    ("disjunction", 3, "or", (0, 2)),
    ("product", 3, "divide", (0, 2)),
    ("product", 3, "multiply", (0, 2)),
    ("source", 3, "call", (0, -1)),
    ("arguments", 1, "arguments", (0,)),
    ("item", 7, "control", (1, 3, 4, 5)),
    ("force", 1, "force", (0,)),
    ("item", 7, "duty", (1, 3, 4)),
    ("force", 1, "force", (0,)),
    ("__item_star_6", 1, "*", (0,)),
    ("field", 4, "field", (0, -1, 2, -1)),
    ("item", 7, "entity", (1, -1, 4)),
    ("item", 7, "machine", (1, 3, 4)),
    ("__item_star_9", 1, "*", (0,)),
    ("item", 7, "policy", (1, 3, 4)),
    ("grant", 4, "grant", (1, 2, -1, -1)),
    ("item", 7, "waiver", (1, -1, 3, 5)),
    ("__dotted_star_15", 3, "*", (-2, 2)),
    ("root", 5, "root", (1, -5)),
    ("__root_star_19", 2, "*", (-2, 1)),
    ("__names_star_14", 3, "*", (-2, 2)),
    ("item", 8, "refines", (1, 3, 4, 5, 6, -1)),
    ("type", 5, "decimal", (-1, 2, 4, -1, -1)),
    ("__strings_star_11", 2, "*", (1,)),
    ("type", 5, "enum_type", (2, 4)),
    ("type", 5, "integer", (2, 4, -1)),
    ("type", 5, "list_type", (2, 4)),
    ("item", 8, "table", (1, -1, 3, -1)),
    ("expr", 4, "count", (1, 3, -1)),
    ("pair", 3, "pair", (0, 2)),
    ("__pairs_star_20", 2, "*", (1,)),
    ("__values_star_21", 2, "*", (1,)),
    ("source", 4, "call", (0, 2)),
    ("arguments", 2, "arguments", (0, -3)),
    ("item", 8, "duty", (1, 3, 4, -8)),
    ("__item_star_6", 2, "*", (-2, 1)),
    ("field", 5, "field", (0, -1, 2, 3)),
    ("field", 5, "field", (0, 1, 3, -1)),
    ("item", 8, "entity", (1, -1, 4, -8)),
    ("item", 8, "entity", (1, 2, 5)),
    ("item", 8, "machine", (1, 3, 4, -8)),
    ("__item_star_9", 2, "*", (-2, 1)),
    ("item", 8, "policy", (1, 3, 4, -8)),
    ("traces", 2, "traces", (1,)),
    ("grant", 5, "grant", (1, 2, 3, -1)),
    ("grant", 5, "grant", (1, 2, -1, 3)),
    ("bundle_item", 6, "forbidden", (2, 4, -1)),
    ("item", 9, "refines", (1, 3, 4, 5, 6, 7)),
    ("type", 6, "decimal", (-1, 2, 4, -1, 5)),
    ("type", 6, "decimal", (1, 3, 5, -1, -1)),
    ("__strings_star_11", 3, "*", (-2, 2)),
    ("type", 6, "integer", (2, 4, 5)),
    ("item", 9, "table", (1, -1, 3, 6)),
    ("item", 9, "table", (1, 2, 4, -1)),
    ("expr", 5, "count", (1, 3, 4)),
    ("__pairs_star_20", 3, "*", (-2, 2)),
    ("__values_star_21", 3, "*", (-2, 2)),
    ("__arguments_star_22", 2, "*", (1,)),
    ("field", 6, "field", (0, 1, 3, 4)),
    ("item", 9, "entity", (1, 2, 5, -9)),
    ("item", 9, "hazard", (1, 3, 5, 7)),
    ("condition", 3, "condition", (0, 2)),
    ("grant", 6, "grant", (1, 2, 3, 4)),
    ("given", 6, "given", (1, 2, 4)),
    ("item", 9, "waiver", (1, 3, 5, 7)),
    ("branch", 4, "branch", (0, 1)),
    ("bundle_item", 7, "forbidden", (2, 4, 5)),
    ("claim", 10, "claim", (1, 3, 5, 6, 8, -1)),
    ("type", 7, "decimal", (-1, 2, 4, 6, -1)),
    ("type", 7, "decimal", (1, 3, 5, -1, 6)),
    ("type", 7, "many", (1, 3, 6)),
    ("item", 10, "table", (1, 2, 4, 7)),
    ("where", 2, "plain", (1,)),
    ("expr", 6, "conditional", (0, 1, 3, 5)),
    ("expr", 6, "aggregate", (0, 1, 3, -1, 5)),
    ("__arguments_star_22", 3, "*", (-2, 2)),
    ("form", 1, "form", (0,)),
    ("form", 1, "form", (0,)),
    ("form", 1, "form", (0,)),
    ("branch", 5, "branch", (0, 1, -5)),
    ("branch", 5, "leaf", (0, 1, 3)),
    ("claim", 11, "claim", (1, 3, 5, 6, 8, 9)),
    ("type", 8, "decimal", (-1, 2, 4, 6, 7)),
    ("type", 8, "decimal", (1, 3, 5, 7, -1)),
    ("expr", 7, "aggregate", (0, 1, 3, 4, 6)),
    ("policy_item", 5, "rule", (-1, 0, 1, 3, -1)),
    ("machine_item", 5, "input", (1, 3, -1, -1)),
    ("property", 2, "property", (0, 1)),
    ("machine_item", 5, "lemma", (1, -1, 3, -1)),
    ("machine_item", 5, "let", (1, 3)),
    ("machine_item", 5, "next_state", (1, 3)),
    ("machine_item", 5, "param", (1, 3, -1)),
    ("operation", 8, "operation", (1, -1, 5)),
    ("expect", 7, "expect_allowed", (1, 3, -1)),
    ("with", 2, "with", (1,)),
    ("type", 9, "decimal", (1, 3, 5, 7, 8)),
    ("ties", 1, "ties", (0,)),
    ("ties", 1, "ties", (0,)),
    ("policy_item", 6, "rule", (0, 1, 2, 4, -1)),
    ("policy_item", 6, "include", (1, 3)),
    ("policy_item", 6, "rule", (-1, 0, 1, 3, 4)),
    ("machine_item", 6, "machine_claim", (1, 3, 4, -1)),
    ("machine_item", 6, "input", (1, 3, 4, -1)),
    ("machine_item", 6, "lemma", (1, -1, 3, 4)),
    ("machine_item", 6, "lemma", (1, 3, 4, -1)),
    ("operation", 9, "operation", (1, 3, 6)),
    ("texts", 1, "texts", (0,)),
    ("with", 3, "with", (1, -4)),
    ("expect", 8, "expect_allowed", (1, 3, 5)),
    ("action", 4, "filter", (2,)),
    ("action", 4, "next_node", (2,)),
    ("policy_item", 7, "rule", (0, 1, 2, 4, 5)),
    ("machine_item", 7, "machine_claim", (1, 3, 4, 5)),
    ("machine_item", 7, "input", (1, 3, -1, 5)),
    ("invalid", 3, "invalid", ()),
    ("machine_item", 7, "lemma", (1, 3, 4, 5)),
    ("machine_item", 7, "output", (1, 3, 5)),
    ("machine_item", 7, "param", (1, 3, 5)),
    ("machine_item", 7, "state", (1, 3, 5)),
    ("texts", 2, "texts", (0, -3)),
    ("expect", 9, "expect_denied", (1, 3, -1, 7)),
    ("given_value", 1, "string", (0,)),
    ("given_value", 1, "", (0,)),
    ("stated", 3, "stated", (0, 2)),
    ("given_value", 1, "", (0,)),
    ("__with_star_18", 2, "*", (1,)),
    ("machine_item", 8, "input", (1, 3, 4, 6)),
    ("__texts_star_13", 2, "*", (1,)),
    ("__with_star_18", 3, "*", (-2, 2)),
    ("expect", 10, "expect_denied", (1, 3, 5, 8)),
    ("machine_item", 9, "timer", (1, 3, 6)),
    ("__texts_star_13", 3, "*", (-2, 2)),
    ("expr", 12, "last", (1, 3, -1, 5, 7, 9, 11)),
    ("property", 7, "response", (1, 3, 6)),
    ("expr", 13, "last", (1, 3, 4, 6, 8, 10, 12)),
]

# terminal -> the state to shift to, or -1 - the rule to reduce by

_ACTIONS: list[dict[str, int]] = [
    {
        "DOC": 1, "MODULE": -1, "OVERLAY": -1,
    },
    {
        "DOC": -2, "MODULE": -2, "OVERLAY": -2,
    },
    {
        "DOC": 5, "MODULE": -3, "OVERLAY": -3,
    },
    {
        "MODULE": 6, "OVERLAY": 7,
    },
    {},
    {
        "DOC": -4, "MODULE": -4, "OVERLAY": -4,
    },
    {
        "NAME": -5,
    },
    {
        "NAME": -6,
    },
    {
        "NAME": 9,
    },
    {
        "LBRACE": 10,
    },
    {
        "BEHAVIOR_GRAPH": 11, "BEHAVIOR_TREE": 12, "BUNDLE": 13, "CLAIM": 14, "CONST": 15, "CONSTANTS": 16,
        "CONTROL": 17, "DUTY": 18, "ENTITY": 19, "ENUM": 20, "HAZARD": 21, "LEXICON": 22, "MACHINE": 23,
        "POLICY": 24, "RBRACE": 25, "REQUIREMENT": 26, "ROLE": 27, "SERVICE": 28, "TEST": 29, "TYPE": 30,
        "UNIT": 31, "USE": 32, "WAIVE": 33,
    },
    {
        "NAME": 37,
    },
    {
        "NAME": 38,
    },
    {
        "NAME": 39,
    },
    {
        "NAME": 40,
    },
    {
        "NAME": 41,
    },
    {
        "LBRACE": 42,
    },
    {
        "STRING": 43,
    },
    {
        "NAME": 44,
    },
    {
        "NAME": 45,
    },
    {
        "NAME": 46,
    },
    {
        "STRING": 47,
    },
    {
        "NAME": 48,
    },
    {
        "NAME": 49,
    },
    {
        "NAME": 50,
    },
    {
        "$END": -7,
    },
    {
        "STRING": 51,
    },
    {
        "NAME": 52,
    },
    {
        "NAME": 53,
    },
    {
        "STRING": 54,
    },
    {
        "NAME": 55,
    },
    {
        "NAME": 56,
    },
    {
        "NAME": 57,
    },
    {
        "NAME": 58,
    },
    {
        "BEHAVIOR_GRAPH": 11, "BEHAVIOR_TREE": 12, "BUNDLE": 13, "CLAIM": 14, "CONST": 15, "CONSTANTS": 16,
        "CONTROL": 17, "DUTY": 18, "ENTITY": 19, "ENUM": 20, "HAZARD": 21, "LEXICON": 22, "MACHINE": 23,
        "POLICY": 24, "RBRACE": 59, "REQUIREMENT": 26, "ROLE": 27, "SERVICE": 28, "TEST": 29, "TYPE": 30,
        "UNIT": 31, "USE": 32, "WAIVE": 33,
    },
    {
        "BEHAVIOR_GRAPH": -8, "BEHAVIOR_TREE": -8, "BUNDLE": -8, "CLAIM": -8, "CONST": -8, "CONSTANTS": -8,
        "CONTROL": -8, "DUTY": -8, "ENTITY": -8, "ENUM": -8, "HAZARD": -8, "LEXICON": -8, "MACHINE": -8,
        "POLICY": -8, "RBRACE": -8, "REQUIREMENT": -8, "ROLE": -8, "SERVICE": -8, "TEST": -8, "TYPE": -8,
        "UNIT": -8, "USE": -8, "WAIVE": -8,
    },
    {
        "BEHAVIOR_GRAPH": -9, "BEHAVIOR_TREE": -9, "BUNDLE": -9, "CLAIM": -9, "CONST": -9, "CONSTANTS": -9,
        "CONTROL": -9, "DUTY": -9, "ENTITY": -9, "ENUM": -9, "HAZARD": -9, "LEXICON": -9, "MACHINE": -9,
        "POLICY": -9, "RBRACE": -9, "REQUIREMENT": -9, "ROLE": -9, "SERVICE": -9, "TEST": -9, "TYPE": -9,
        "UNIT": -9, "USE": -9, "WAIVE": -9,
    },
    {
        "LBRACE": 61,
    },
    {
        "LBRACE": 62,
    },
    {
        "LBRACE": 63,
    },
    {
        "COLON": 64,
    },
    {
        "COLON": 65, "LSQB": 66,
    },
    {
        "NAME": 68, "RBRACE": 69,
    },
    {
        "COLON": 72,
    },
    {
        "FOR": 73,
    },
    {
        "EVENT": 74, "IMMUTABLE": 75, "LBRACE": 76, "STORED": 77,
    },
    {
        "LBRACE": 79,
    },
    {
        "COLON": 80,
    },
    {
        "LBRACE": 81,
    },
    {
        "EVERY": 82,
    },
    {
        "FOR": 83,
    },
    {
        "COLON": 84,
    },
    {
        "LBRACE": 85,
    },
    {
        "LBRACE": 86,
    },
    {
        "LBRACE": 87,
    },
    {
        "EQUAL": 88,
    },
    {
        "EQUAL": 89,
    },
    {
        "SEMICOLON": 90,
    },
    {
        "BECAUSE": 91, "FOR": 92,
    },
    {
        "$END": -10,
    },
    {
        "BEHAVIOR_GRAPH": -11, "BEHAVIOR_TREE": -11, "BUNDLE": -11, "CLAIM": -11, "CONST": -11,
        "CONSTANTS": -11, "CONTROL": -11, "DUTY": -11, "ENTITY": -11, "ENUM": -11, "HAZARD": -11,
        "LEXICON": -11, "MACHINE": -11, "POLICY": -11, "RBRACE": -11, "REQUIREMENT": -11, "ROLE": -11,
        "SERVICE": -11, "TEST": -11, "TYPE": -11, "UNIT": -11, "USE": -11, "WAIVE": -11,
    },
    {
        "ROOT": 93,
    },
    {
        "CLAIM": 96, "FORBID": 97, "RBRACE": 98, "REQUIRED": 99, "__ANON_0": 100,
    },
    {
        "STRING": 105,
    },
    {
        "DECIMAL": 107, "ENUM": 108, "INT": 109, "LIST": 110, "MANY": 111, "NAME": 112, "REF": 113,
    },
    {
        "RSQB": 116,
    },
    {
        "COLON": 117,
    },
    {
        "COLON": 118,
    },
    {
        "BEHAVIOR_GRAPH": -12, "BEHAVIOR_TREE": -12, "BUNDLE": -12, "CLAIM": -12, "CONST": -12,
        "CONSTANTS": -12, "CONTROL": -12, "DUTY": -12, "ENTITY": -12, "ENUM": -12, "HAZARD": -12,
        "LEXICON": -12, "MACHINE": -12, "POLICY": -12, "RBRACE": -12, "REQUIREMENT": -12, "ROLE": -12,
        "SERVICE": -12, "TEST": -12, "TYPE": -12, "UNIT": -12, "USE": -12, "WAIVE": -12,
    },
    {
        "NAME": 68, "RBRACE": 119,
    },
    {
        "NAME": -13, "RBRACE": -13,
    },
    {
        "NAME": 122,
    },
    {
        "LBRACE": -14, "STORED": -14,
    },
    {
        "LBRACE": -15, "STORED": -15,
    },
    {
        "NAME": 123, "RBRACE": 124,
    },
    {
        "AS": 127,
    },
    {
        "LBRACE": 128, "STORED": 129,
    },
    {
        "NAME": 130, "RBRACE": 131,
    },
    {
        "RBRACE": 135, "STRING": 136,
    },
    {
        "NUMBER": 139,
    },
    {
        "NAME": 140,
    },
    {
        "MAY": 142, "RBRACE": 143,
    },
    {
        "OP": 146, "RBRACE": 147,
    },
    {
        "EXPECT": -16, "GIVEN": 150, "RBRACE": -16,
    },
    {
        "STRING": 155,
    },
    {
        "BEHAVIOR_GRAPH": -17, "BEHAVIOR_TREE": -17, "BUNDLE": -17, "CLAIM": -17, "CONST": -17,
        "CONSTANTS": -17, "CONTROL": -17, "DUTY": -17, "ENTITY": -17, "ENUM": -17, "HAZARD": -17,
        "LEXICON": -17, "MACHINE": -17, "POLICY": -17, "RBRACE": -17, "REQUIREMENT": -17, "ROLE": -17,
        "SERVICE": -17, "TEST": -17, "TYPE": -17, "UNIT": -17, "USE": -17, "WAIVE": -17,
    },
    {
        "NAME": 157,
    },
    {
        "STRING": 159,
    },
    {
        "RBRACE": 160,
    },
    {
        "RBRACE": 161,
    },
    {
        "NAME": 162,
    },
    {
        "TYPE": 163,
    },
    {
        "BEHAVIOR_GRAPH": -18, "BEHAVIOR_TREE": -18, "BUNDLE": -18, "CLAIM": -18, "CONST": -18,
        "CONSTANTS": -18, "CONTROL": -18, "DUTY": -18, "ENTITY": -18, "ENUM": -18, "HAZARD": -18,
        "LEXICON": -18, "MACHINE": -18, "POLICY": -18, "RBRACE": -18, "REQUIREMENT": -18, "ROLE": -18,
        "SERVICE": -18, "TEST": -18, "TYPE": -18, "UNIT": -18, "USE": -18, "WAIVE": -18,
    },
    {
        "NAME": -19,
    },
    {
        "NAME": -20,
    },
    {
        "CLAIM": 96, "FORBID": 97, "RBRACE": 164, "REQUIRED": 99, "__ANON_0": 100,
    },
    {
        "CLAIM": -21, "FORBID": -21, "RBRACE": -21, "REQUIRED": -21, "__ANON_0": -21,
    },
    {
        "CLAIM": -22, "FORBID": -22, "RBRACE": -22, "REQUIRED": -22, "__ANON_0": -22,
    },
    {
        "NAME": 166,
    },
    {
        "AFTER": -23, "ALWAYS": -23, "COMMA": -23, "FOR": -23, "MITIGATES": -23, "NAME": -23, "NEVER": -23,
        "PLUS": 168, "REACHABLE": -23, "SATISFIES": -23, "SEMICOLON": -23, "SEVERITY": -23, "TRACES": -23,
        "UNTIL": -23,
    },
    {
        "FOR": 170, "NAME": 171,
    },
    {
        "EQUAL": -24, "FROM": -24, "IN": 172, "INVALID": -24, "KEY": -24, "LBRACE": -24, "MORETHAN": -24,
        "NAME": 173, "OPTIONAL": -24, "RPAR": -24, "SEMICOLON": -24,
    },
    {
        "EQUAL": -25, "FROM": -25, "INVALID": -25, "KEY": -25, "LBRACE": -25, "LSQB": 174, "MORETHAN": -25,
        "OPTIONAL": -25, "RPAR": -25, "SEMICOLON": -25,
    },
    {
        "EQUAL": -26, "FROM": -26, "IN": 175, "INVALID": -26, "KEY": -26, "LBRACE": -26, "MORETHAN": -26,
        "OPTIONAL": -26, "RPAR": -26, "SEMICOLON": -26,
    },
    {
        "EQUAL": -27, "FROM": -27, "INVALID": -27, "KEY": -27, "LBRACE": -27, "LESSTHAN": 176,
        "MORETHAN": -27, "OPTIONAL": -27, "RPAR": -27, "SEMICOLON": -27,
    },
    {
        "EQUAL": -28, "FROM": -28, "INVALID": -28, "KEY": -28, "LBRACE": -28, "MORETHAN": -28, "NAME": 177,
        "OPTIONAL": -28, "RPAR": -28, "SEMICOLON": -28,
    },
    {
        "EQUAL": -29, "FROM": -29, "INVALID": -29, "KEY": -29, "LBRACE": -29, "MORETHAN": -29,
        "OPTIONAL": -29, "RPAR": -29, "SEMICOLON": -29,
    },
    {
        "EQUAL": -30, "FROM": -30, "INVALID": -30, "KEY": -30, "LBRACE": -30, "MORETHAN": -30, "NAME": 178,
        "OPTIONAL": -30, "RPAR": -30, "SEMICOLON": -30,
    },
    {
        "EQUAL": 179,
    },
    {
        "EQUAL": -31, "FROM": -31, "INVALID": -31, "KEY": -31, "LBRACE": -31, "MORETHAN": -31,
        "OPTIONAL": 180, "RPAR": -31, "SEMICOLON": -31,
    },
    {
        "COLON": -32,
    },
    {
        "ALL": 182, "ANY": 183, "COUNT": 184, "FALSE": 185, "IF": 186, "LAST": 187, "LBRACE": 188,
        "LPAR": 189, "LSQB": 190, "MAX": 191, "MIN": 192, "MINUS": 193, "NAME": 194, "NOT": 195,
        "NUMBER": 196, "STRING": 197, "SUM": 198, "TRUE": 199,
    },
    {
        "BEHAVIOR_GRAPH": -33, "BEHAVIOR_TREE": -33, "BUNDLE": -33, "CLAIM": -33, "CONST": -33,
        "CONSTANTS": -33, "CONTROL": -33, "DUTY": -33, "ENTITY": -33, "ENUM": -33, "HAZARD": -33,
        "LEXICON": -33, "MACHINE": -33, "POLICY": -33, "RBRACE": -33, "REQUIREMENT": -33, "ROLE": -33,
        "SERVICE": -33, "TEST": -33, "TYPE": -33, "UNIT": -33, "USE": -33, "WAIVE": -33,
    },
    {
        "NAME": -34, "RBRACE": -34,
    },
    {
        "MITIGATES": 218, "SATISFIES": 219, "SEMICOLON": 220,
    },
    {
        "NAME": 223,
    },
    {
        "COLON": 224, "LSQB": 66,
    },
    {
        "BEHAVIOR_GRAPH": -35, "BEHAVIOR_TREE": -35, "BUNDLE": -35, "CLAIM": -35, "CONST": -35,
        "CONSTANTS": -35, "CONTROL": -35, "DUTY": -35, "ENTITY": -35, "ENUM": -35, "HAZARD": -35,
        "LEXICON": -35, "MACHINE": -35, "POLICY": -35, "RBRACE": -35, "REQUIREMENT": -35, "ROLE": -35,
        "SERVICE": -35, "TEST": -35, "TYPE": -35, "UNIT": -35, "USE": -35, "WAIVE": -35,
    },
    {
        "NAME": 123, "RBRACE": 226,
    },
    {
        "NAME": -36, "RBRACE": -36,
    },
    {
        "STRING": 228,
    },
    {
        "NAME": 123, "RBRACE": 229,
    },
    {
        "AS": 231,
    },
    {
        "SEMICOLON": 232,
    },
    {
        "BEHAVIOR_GRAPH": -37, "BEHAVIOR_TREE": -37, "BUNDLE": -37, "CLAIM": -37, "CONST": -37,
        "CONSTANTS": -37, "CONTROL": -37, "DUTY": -37, "ENTITY": -37, "ENUM": -37, "HAZARD": -37,
        "LEXICON": -37, "MACHINE": -37, "POLICY": -37, "RBRACE": -37, "REQUIREMENT": -37, "ROLE": -37,
        "SERVICE": -37, "TEST": -37, "TYPE": -37, "UNIT": -37, "USE": -37, "WAIVE": -37,
    },
    {
        "NAME": 130, "RBRACE": 233,
    },
    {
        "NAME": -38, "RBRACE": -38,
    },
    {
        "SEVERITY": 235,
    },
    {
        "BEHAVIOR_GRAPH": -39, "BEHAVIOR_TREE": -39, "BUNDLE": -39, "CLAIM": -39, "CONST": -39,
        "CONSTANTS": -39, "CONTROL": -39, "DUTY": -39, "ENTITY": -39, "ENUM": -39, "HAZARD": -39,
        "LEXICON": -39, "MACHINE": -39, "POLICY": -39, "RBRACE": -39, "REQUIREMENT": -39, "ROLE": -39,
        "SERVICE": -39, "TEST": -39, "TYPE": -39, "UNIT": -39, "USE": -39, "WAIVE": -39,
    },
    {
        "SEMICOLON": 236,
    },
    {
        "RBRACE": 237, "STRING": 136,
    },
    {
        "RBRACE": -40, "STRING": -40,
    },
    {
        "NAME": 239,
    },
    {
        "NAME": 240,
    },
    {
        "SEMICOLON": 241,
    },
    {
        "BEHAVIOR_GRAPH": -41, "BEHAVIOR_TREE": -41, "BUNDLE": -41, "CLAIM": -41, "CONST": -41,
        "CONSTANTS": -41, "CONTROL": -41, "DUTY": -41, "ENTITY": -41, "ENUM": -41, "HAZARD": -41,
        "LEXICON": -41, "MACHINE": -41, "POLICY": -41, "RBRACE": -41, "REQUIREMENT": -41, "ROLE": -41,
        "SERVICE": -41, "TEST": -41, "TYPE": -41, "UNIT": -41, "USE": -41, "WAIVE": -41,
    },
    {
        "MAY": 142, "RBRACE": 243,
    },
    {
        "MAY": -42, "RBRACE": -42,
    },
    {
        "NAME": 245,
    },
    {
        "BEHAVIOR_GRAPH": -43, "BEHAVIOR_TREE": -43, "BUNDLE": -43, "CLAIM": -43, "CONST": -43,
        "CONSTANTS": -43, "CONTROL": -43, "DUTY": -43, "ENTITY": -43, "ENUM": -43, "HAZARD": -43,
        "LEXICON": -43, "MACHINE": -43, "POLICY": -43, "RBRACE": -43, "REQUIREMENT": -43, "ROLE": -43,
        "SERVICE": -43, "TEST": -43, "TYPE": -43, "UNIT": -43, "USE": -43, "WAIVE": -43,
    },
    {
        "OP": 146, "RBRACE": 246,
    },
    {
        "OP": -44, "RBRACE": -44,
    },
    {
        "NAME": 248,
    },
    {
        "EXPECT": -45, "GIVEN": 150, "RBRACE": -45,
    },
    {
        "EXPECT": -46, "GIVEN": -46, "RBRACE": -46,
    },
    {
        "EXPECT": 250, "RBRACE": -47,
    },
    {
        "SEMICOLON": 254,
    },
    {
        "SEMICOLON": 255,
    },
    {
        "UNTIL": 256,
    },
    {
        "BECAUSE": -48, "DOT": 257,
    },
    {
        "BECAUSE": 259,
    },
    {
        "LBRACE": 260,
    },
    {
        "BEHAVIOR_GRAPH": -49, "BEHAVIOR_TREE": -49, "BUNDLE": -49, "CLAIM": -49, "CONST": -49,
        "CONSTANTS": -49, "CONTROL": -49, "DUTY": -49, "ENTITY": -49, "ENUM": -49, "HAZARD": -49,
        "LEXICON": -49, "MACHINE": -49, "POLICY": -49, "RBRACE": -49, "REQUIREMENT": -49, "ROLE": -49,
        "SERVICE": -49, "TEST": -49, "TYPE": -49, "UNIT": -49, "USE": -49, "WAIVE": -49,
    },
    {
        "BEHAVIOR_GRAPH": -50, "BEHAVIOR_TREE": -50, "BUNDLE": -50, "CLAIM": -50, "CONST": -50,
        "CONSTANTS": -50, "CONTROL": -50, "DUTY": -50, "ENTITY": -50, "ENUM": -50, "HAZARD": -50,
        "LEXICON": -50, "MACHINE": -50, "POLICY": -50, "RBRACE": -50, "REQUIREMENT": -50, "ROLE": -50,
        "SERVICE": -50, "TEST": -50, "TYPE": -50, "UNIT": -50, "USE": -50, "WAIVE": -50,
    },
    {
        "COLON": 261,
    },
    {
        "BEHAVIOR_GRAPH": -51, "BEHAVIOR_TREE": -51, "BUNDLE": -51, "CLAIM": -51, "CONST": -51,
        "CONSTANTS": -51, "CONTROL": -51, "DUTY": -51, "ENTITY": -51, "ENUM": -51, "HAZARD": -51,
        "LEXICON": -51, "MACHINE": -51, "POLICY": -51, "RBRACE": -51, "REQUIREMENT": -51, "ROLE": -51,
        "SERVICE": -51, "TEST": -51, "TYPE": -51, "UNIT": -51, "USE": -51, "WAIVE": -51,
    },
    {
        "CLAIM": -52, "FORBID": -52, "RBRACE": -52, "REQUIRED": -52, "__ANON_0": -52,
    },
    {
        "BECAUSE": -53, "COMMA": 263, "NAME": -53, "SEMICOLON": -53,
    },
    {
        "SEMICOLON": 265,
    },
    {
        "STRING": 266,
    },
    {
        "AFTER": -54, "ALWAYS": -54, "COMMA": -54, "FOR": -54, "MITIGATES": -54, "NAME": -54, "NEVER": -54,
        "PLUS": 267, "REACHABLE": -54, "SATISFIES": -54, "SEMICOLON": -54, "SEVERITY": -54, "TRACES": -54,
        "UNTIL": -54,
    },
    {
        "NAME": 268,
    },
    {
        "EQUALS": 269, "REFINES": 270,
    },
    {
        "ALL": 272, "ANY": 273, "COUNT": 274, "LAST": 275, "MAX": 276, "MIN": 277, "MINUS": 278,
        "NAME": 194, "NUMBER": 279, "SUM": 280,
    },
    {
        "IN": 284,
    },
    {
        "STRING": 285,
    },
    {
        "BY": 289,
    },
    {
        "EQUAL": -55, "FROM": -55, "INVALID": -55, "KEY": -55, "LBRACE": -55, "MORETHAN": -55,
        "OPTIONAL": 290, "RPAR": -55, "SEMICOLON": -55,
    },
    {
        "LSQB": 291,
    },
    {
        "EQUAL": -56, "FROM": -56, "INVALID": -56, "KEY": -56, "LBRACE": -56, "MORETHAN": -56, "RPAR": -56,
        "SEMICOLON": -56,
    },
    {
        "EQUAL": 292,
    },
    {
        "AND": -57, "BECAUSE": -57, "BY": -57, "COLON": -57, "COMMA": -57, "DOT": -57, "ELSE": -57,
        "FOR": -57, "IMPLIES": -57, "LESSTHAN": -57, "LPAR": -57, "MINUS": -57, "MORETHAN": -57,
        "NAME": -58, "OR": -57, "PLUS": -57, "RBRACE": -57, "RPAR": -57, "RSQB": -57, "SEMICOLON": -57,
        "SLASH": -57, "STAR": -57, "THEN": -57, "TICKS": -57, "TIES": -57, "TRACES": -57, "UP": -57,
        "__ANON_3": -57, "__ANON_4": -57, "__ANON_5": -57, "__ANON_6": -57,
    },
    {
        "AND": -59, "BECAUSE": -59, "BY": -59, "COLON": -59, "COMMA": -59, "DOT": -59, "ELSE": -59,
        "FOR": -59, "IMPLIES": -59, "LESSTHAN": -59, "LPAR": -59, "MINUS": -59, "MORETHAN": -59,
        "NAME": -60, "OR": -59, "PLUS": -59, "RBRACE": -59, "RPAR": -59, "RSQB": -59, "SEMICOLON": -59,
        "SLASH": -59, "STAR": -59, "THEN": -59, "TICKS": -59, "TIES": -59, "TRACES": -59, "UP": -59,
        "__ANON_3": -59, "__ANON_4": -59, "__ANON_5": -59, "__ANON_6": -59,
    },
    {
        "AND": -61, "BECAUSE": -61, "BY": -61, "COLON": -61, "COMMA": -61, "DOT": -61, "ELSE": -61,
        "FOR": -61, "IMPLIES": -61, "LESSTHAN": -61, "LPAR": -61, "MINUS": -61, "MORETHAN": -61,
        "NAME": 293, "OR": -61, "PLUS": -61, "RBRACE": -61, "RPAR": -61, "RSQB": -61, "SEMICOLON": -61,
        "SLASH": -61, "STAR": -61, "THEN": -61, "TICKS": -61, "TIES": -61, "TRACES": -61, "UP": -61,
        "__ANON_3": -61, "__ANON_4": -61, "__ANON_5": -61, "__ANON_6": -61,
    },
    {
        "ALLOWED": -62, "AND": -62, "BECAUSE": -62, "BY": -62, "COLON": -62, "COMMA": -62, "DENIED": -62,
        "ELSE": -62, "FOR": -62, "IMPLIES": -62, "LESSTHAN": -62, "MINUS": -62, "MORETHAN": -62, "OR": -62,
        "PLUS": -62, "RBRACE": -62, "RPAR": -62, "RSQB": -62, "SEMICOLON": -62, "SLASH": -62, "STAR": -62,
        "THEN": -62, "TICKS": -62, "TIES": -62, "TRACES": -62, "UP": -62, "__ANON_3": -62, "__ANON_4": -62,
        "__ANON_5": -62, "__ANON_6": -62,
    },
    {
        "ALL": 182, "ANY": 183, "COUNT": 184, "FALSE": 185, "IF": 186, "LAST": 187, "LPAR": 189,
        "MAX": 191, "MIN": 192, "MINUS": 193, "NAME": 194, "NOT": 195, "NUMBER": 196, "STRING": 197,
        "SUM": 198, "TRUE": 199,
    },
    {
        "AND": -63, "BECAUSE": -63, "BY": -63, "COLON": -63, "COMMA": -63, "DOT": -63, "ELSE": -63,
        "FOR": -63, "IMPLIES": -63, "LESSTHAN": -63, "LPAR": -63, "MINUS": -63, "MORETHAN": -63,
        "NAME": 295, "OR": -63, "PLUS": -63, "RBRACE": -63, "RPAR": -63, "RSQB": -63, "SEMICOLON": -63,
        "SLASH": -63, "STAR": -63, "THEN": -63, "TICKS": -63, "TIES": -63, "TRACES": -63, "UP": -63,
        "__ANON_3": -63, "__ANON_4": -63, "__ANON_5": -63, "__ANON_6": -63,
    },
    {
        "NAME": 296, "RBRACE": 297,
    },
    {
        "ALL": 182, "ANY": 183, "COUNT": 184, "FALSE": 185, "IF": 186, "LAST": 187, "LBRACE": 188,
        "LPAR": 189, "LSQB": 190, "MAX": 191, "MIN": 192, "MINUS": 193, "NAME": 194, "NOT": 195,
        "NUMBER": 196, "RSQB": 301, "STRING": 197, "SUM": 198, "TRUE": 199,
    },
    {
        "AND": -64, "BECAUSE": -64, "BY": -64, "COLON": -64, "COMMA": -64, "DOT": -64, "ELSE": -64,
        "FOR": -64, "IMPLIES": -64, "LESSTHAN": -64, "LPAR": -64, "MINUS": -64, "MORETHAN": -64,
        "NAME": -65, "OR": -64, "PLUS": -64, "RBRACE": -64, "RPAR": -64, "RSQB": -64, "SEMICOLON": -64,
        "SLASH": -64, "STAR": -64, "THEN": -64, "TICKS": -64, "TIES": -64, "TRACES": -64, "UP": -64,
        "__ANON_3": -64, "__ANON_4": -64, "__ANON_5": -64, "__ANON_6": -64,
    },
    {
        "AND": -66, "BECAUSE": -66, "BY": -66, "COLON": -66, "COMMA": -66, "DOT": -66, "ELSE": -66,
        "FOR": -66, "IMPLIES": -66, "LESSTHAN": -66, "LPAR": -66, "MINUS": -66, "MORETHAN": -66,
        "NAME": -67, "OR": -66, "PLUS": -66, "RBRACE": -66, "RPAR": -66, "RSQB": -66, "SEMICOLON": -66,
        "SLASH": -66, "STAR": -66, "THEN": -66, "TICKS": -66, "TIES": -66, "TRACES": -66, "UP": -66,
        "__ANON_3": -66, "__ANON_4": -66, "__ANON_5": -66, "__ANON_6": -66,
    },
    {
        "ALL": 272, "ANY": 273, "COUNT": 274, "FALSE": 185, "LAST": 275, "LPAR": 189, "MAX": 276,
        "MIN": 277, "MINUS": 193, "NAME": 194, "NUMBER": 196, "STRING": 197, "SUM": 280, "TRUE": 199,
    },
    {
        "ALLOWED": -68, "AND": -68, "BECAUSE": -68, "BY": -68, "COLON": -68, "COMMA": -68, "DENIED": -68,
        "DOT": -68, "ELSE": -68, "EQUAL": -68, "FOR": -68, "FROM": -68, "IMPLIES": -68, "INVALID": -68,
        "KEY": -68, "LBRACE": -68, "LESSTHAN": -68, "LPAR": -68, "MINUS": -68, "MORETHAN": -68,
        "OPTIONAL": -68, "OR": -68, "PLUS": -68, "RBRACE": -68, "RPAR": -68, "RSQB": -68, "SEMICOLON": -68,
        "SLASH": -68, "STAR": -68, "THEN": -68, "TICKS": -68, "TIES": -68, "TRACES": -68, "UP": -68,
        "WHERE": -68, "__ANON_2": -68, "__ANON_3": -68, "__ANON_4": -68, "__ANON_5": -68, "__ANON_6": -68,
    },
    {
        "ALL": 272, "ANY": 273, "COUNT": 274, "FALSE": 185, "LAST": 275, "LPAR": 189, "MAX": 276,
        "MIN": 277, "MINUS": 193, "NAME": 194, "NOT": 195, "NUMBER": 196, "STRING": 197, "SUM": 280,
        "TRUE": 199,
    },
    {
        "AND": -69, "BECAUSE": -69, "BY": -69, "COLON": -69, "COMMA": -69, "ELSE": -69, "FOR": -69,
        "IMPLIES": -69, "LESSTHAN": -69, "MINUS": -69, "MORETHAN": -69, "NAME": 306, "OR": -69,
        "PLUS": -69, "RBRACE": -69, "RPAR": -69, "RSQB": -69, "SEMICOLON": -69, "SLASH": -69, "STAR": -69,
        "THEN": -69, "TICKS": -69, "TIES": -69, "TRACES": -69, "UP": -69, "__ANON_3": -69, "__ANON_4": -69,
        "__ANON_5": -69, "__ANON_6": -69,
    },
    {
        "AND": -70, "BECAUSE": -70, "BY": -70, "COLON": -70, "COMMA": -70, "ELSE": -70, "FOR": -70,
        "IMPLIES": -70, "LESSTHAN": -70, "MINUS": -70, "MORETHAN": -70, "OR": -70, "PLUS": -70,
        "RBRACE": -70, "RPAR": -70, "RSQB": -70, "SEMICOLON": -70, "SLASH": -70, "STAR": -70, "THEN": -70,
        "TICKS": -70, "TIES": -70, "TRACES": -70, "UP": -70, "__ANON_3": -70, "__ANON_4": -70,
        "__ANON_5": -70, "__ANON_6": -70,
    },
    {
        "AND": -71, "BECAUSE": -71, "BY": -71, "COLON": -71, "COMMA": -71, "DOT": -71, "ELSE": -71,
        "FOR": -71, "IMPLIES": -71, "LESSTHAN": -71, "LPAR": -71, "MINUS": -71, "MORETHAN": -71,
        "NAME": -72, "OR": -71, "PLUS": -71, "RBRACE": -71, "RPAR": -71, "RSQB": -71, "SEMICOLON": -71,
        "SLASH": -71, "STAR": -71, "THEN": -71, "TICKS": -71, "TIES": -71, "TRACES": -71, "UP": -71,
        "__ANON_3": -71, "__ANON_4": -71, "__ANON_5": -71, "__ANON_6": -71,
    },
    {
        "ALLOWED": -73, "AND": -73, "BECAUSE": -73, "BY": -73, "COLON": -73, "COMMA": -73, "DENIED": -73,
        "ELSE": -73, "FOR": -73, "IMPLIES": -73, "LESSTHAN": -73, "MINUS": -73, "MORETHAN": -73, "OR": -73,
        "PLUS": -73, "RBRACE": -73, "RPAR": -73, "RSQB": -73, "SEMICOLON": -73, "SLASH": -73, "STAR": -73,
        "THEN": -73, "TICKS": -73, "TIES": -73, "TRACES": -73, "UP": -73, "__ANON_3": -73, "__ANON_4": -73,
        "__ANON_5": -73, "__ANON_6": -73,
    },
    {
        "AND": -74, "BECAUSE": -74, "BY": -74, "COLON": -74, "COMMA": -74, "ELSE": -74, "FOR": -74,
        "IMPLIES": -74, "LESSTHAN": 307, "MINUS": 308, "MORETHAN": 309, "OR": -74, "PLUS": 310,
        "RBRACE": -74, "RPAR": -74, "RSQB": -74, "SEMICOLON": -74, "THEN": -74, "TICKS": -74, "TIES": -74,
        "TRACES": -74, "UP": -74, "__ANON_3": 311, "__ANON_4": 312, "__ANON_5": 313, "__ANON_6": 314,
    },
    {
        "AND": -75, "BECAUSE": -75, "BY": -75, "COLON": -75, "COMMA": -75, "ELSE": -75, "FOR": -75,
        "IMPLIES": -75, "OR": -75, "RBRACE": -75, "RPAR": -75, "RSQB": -75, "SEMICOLON": -75, "THEN": -75,
        "TICKS": -75, "TIES": -75, "TRACES": -75, "UP": -75,
    },
    {
        "AND": 316, "BECAUSE": -76, "BY": -76, "COLON": -76, "COMMA": -76, "ELSE": -76, "FOR": -76,
        "IMPLIES": -76, "OR": -76, "RBRACE": -76, "RPAR": -76, "RSQB": -76, "SEMICOLON": -76, "THEN": -76,
        "TICKS": -76, "TIES": -76, "TRACES": -76, "UP": -76,
    },
    {
        "BECAUSE": -77, "BY": -77, "COLON": -77, "COMMA": -77, "ELSE": -77, "FOR": -77, "IMPLIES": 317,
        "OR": 318, "RBRACE": -77, "RPAR": -77, "RSQB": -77, "SEMICOLON": -77, "THEN": -77, "TICKS": -77,
        "TIES": -77, "TRACES": -77, "UP": -77,
    },
    {
        "COMMA": -78, "RBRACE": -78, "RSQB": -78, "SEMICOLON": -78,
    },
    {
        "BECAUSE": -79, "BY": -79, "COLON": -79, "COMMA": -79, "ELSE": -79, "FOR": -79, "RBRACE": -79,
        "RPAR": -79, "RSQB": -79, "SEMICOLON": -79, "THEN": -79, "TICKS": -79, "TIES": -79, "TRACES": -79,
        "UP": -79,
    },
    {
        "NAME": 319,
    },
    {
        "COMMA": -80, "RBRACE": -80, "RSQB": -80, "SEMICOLON": -80,
    },
    {
        "AND": -81, "BECAUSE": -81, "BY": -81, "COLON": -81, "COMMA": -81, "ELSE": -81, "FOR": -81,
        "IMPLIES": -81, "OR": -81, "RBRACE": -81, "RPAR": -81, "RSQB": -81, "SEMICOLON": -81, "THEN": -81,
        "TICKS": -81, "TIES": -81, "TRACES": -81, "UP": -81,
    },
    {
        "AND": -82, "BECAUSE": -82, "BY": -82, "COLON": -82, "COMMA": -82, "ELSE": -82, "FOR": -82,
        "IMPLIES": -82, "LESSTHAN": -82, "MINUS": -82, "MORETHAN": -82, "OR": -82, "PLUS": -82,
        "RBRACE": -82, "RPAR": -82, "RSQB": -82, "SEMICOLON": -82, "SLASH": -82, "STAR": -82, "THEN": -82,
        "TICKS": -82, "TIES": -82, "TRACES": -82, "UP": -82, "WHERE": -82, "__ANON_3": -82,
        "__ANON_4": -82, "__ANON_5": -82, "__ANON_6": -82,
    },
    {
        "AND": -83, "BECAUSE": -83, "BY": -83, "COLON": -83, "COMMA": -83, "ELSE": -83, "FOR": -83,
        "IMPLIES": -83, "LESSTHAN": -83, "MINUS": -83, "MORETHAN": -83, "OR": -83, "PLUS": -83,
        "RBRACE": -83, "RPAR": -83, "RSQB": -83, "SEMICOLON": -83, "SLASH": -83, "STAR": -83, "THEN": -83,
        "TICKS": -83, "TIES": -83, "TRACES": -83, "UP": -83, "__ANON_3": -83, "__ANON_4": -83,
        "__ANON_5": -83, "__ANON_6": -83,
    },
    {
        "AND": -84, "BECAUSE": -84, "BY": -84, "COLON": -84, "COMMA": -84, "ELSE": -84, "FOR": -84,
        "IMPLIES": -84, "LESSTHAN": -84, "MINUS": -84, "MORETHAN": -84, "OR": -84, "PLUS": -84,
        "RBRACE": -84, "RPAR": -84, "RSQB": -84, "SEMICOLON": -84, "SLASH": 320, "STAR": 321, "THEN": -84,
        "TICKS": -84, "TIES": -84, "TRACES": -84, "UP": -84, "__ANON_3": -84, "__ANON_4": -84,
        "__ANON_5": -84, "__ANON_6": -84,
    },
    {
        "COMMA": -85, "RBRACE": -85, "RSQB": -85, "SEMICOLON": -85,
    },
    {
        "AND": -86, "BECAUSE": -86, "BY": -86, "COLON": -86, "COMMA": -86, "ELSE": -86, "FOR": -86,
        "IMPLIES": -86, "LESSTHAN": -86, "MINUS": -86, "MORETHAN": -86, "OR": -86, "PLUS": -86,
        "RBRACE": -86, "RPAR": -86, "RSQB": -86, "SEMICOLON": -86, "SLASH": -86, "STAR": -86, "THEN": -86,
        "TICKS": -86, "TIES": -86, "TRACES": -86, "UP": -86, "__ANON_3": -86, "__ANON_4": -86,
        "__ANON_5": -86, "__ANON_6": -86,
    },
    {
        "AND": -87, "BECAUSE": -87, "BY": -87, "COLON": -87, "COMMA": -87, "ELSE": -87, "FOR": -87,
        "IMPLIES": -87, "LESSTHAN": -87, "MINUS": -87, "MORETHAN": -87, "OR": -87, "PLUS": -87,
        "RBRACE": -87, "RPAR": -87, "RSQB": -87, "SEMICOLON": -87, "SLASH": -87, "STAR": -87, "THEN": -87,
        "TICKS": -87, "TIES": -87, "TRACES": -87, "UP": -87, "__ANON_3": -87, "__ANON_4": -87,
        "__ANON_5": -87, "__ANON_6": -87,
    },
    {
        "AND": -88, "BECAUSE": -88, "BY": -88, "COLON": -88, "COMMA": -88, "ELSE": -88, "FOR": -88,
        "IMPLIES": -88, "LESSTHAN": -88, "MINUS": -88, "MORETHAN": -88, "OR": -88, "PLUS": -88,
        "RBRACE": -88, "RPAR": -88, "RSQB": -88, "SEMICOLON": -88, "SLASH": -88, "STAR": -88, "THEN": -88,
        "TICKS": -88, "TIES": -88, "TRACES": -88, "UP": -88, "__ANON_3": -88, "__ANON_4": -88,
        "__ANON_5": -88, "__ANON_6": -88,
    },
    {
        "SEMICOLON": 322,
    },
    {
        "AND": -89, "BECAUSE": -89, "BY": -89, "COLON": -89, "COMMA": -89, "DOT": 257, "ELSE": -89,
        "FOR": -89, "IMPLIES": -89, "LESSTHAN": -89, "LPAR": 323, "MINUS": -89, "MORETHAN": -89, "OR": -89,
        "PLUS": -89, "RBRACE": -89, "RPAR": -89, "RSQB": -89, "SEMICOLON": -89, "SLASH": -89, "STAR": -89,
        "THEN": -89, "TICKS": -89, "TIES": -89, "TRACES": -89, "UP": -89, "WHERE": -89, "__ANON_3": -89,
        "__ANON_4": -89, "__ANON_5": -89, "__ANON_6": -89,
    },
    {
        "BEHAVIOR_GRAPH": -90, "BEHAVIOR_TREE": -90, "BUNDLE": -90, "CLAIM": -90, "CONST": -90,
        "CONSTANTS": -90, "CONTROL": -90, "DUTY": -90, "ENTITY": -90, "ENUM": -90, "HAZARD": -90,
        "LEXICON": -90, "MACHINE": -90, "POLICY": -90, "RBRACE": -90, "REQUIREMENT": -90, "ROLE": -90,
        "SERVICE": -90, "TEST": -90, "TYPE": -90, "UNIT": -90, "USE": -90, "WAIVE": -90,
    },
    {
        "SATISFIES": 219, "SEMICOLON": 327,
    },
    {
        "SEMICOLON": 329,
    },
    {
        "LBRACE": 330,
    },
    {
        "COLON": 332,
    },
    {
        "BEHAVIOR_GRAPH": -91, "BEHAVIOR_TREE": -91, "BUNDLE": -91, "CLAIM": -91, "CONST": -91,
        "CONSTANTS": -91, "CONTROL": -91, "DUTY": -91, "ENTITY": -91, "ENUM": -91, "HAZARD": -91,
        "LEXICON": -91, "MACHINE": -91, "POLICY": -91, "RBRACE": -91, "REQUIREMENT": -91, "ROLE": -91,
        "SERVICE": -91, "TEST": -91, "TYPE": -91, "UNIT": -91, "USE": -91, "WAIVE": -91,
    },
    {
        "NAME": -92, "RBRACE": -92,
    },
    {
        "LBRACE": 333,
    },
    {
        "BEHAVIOR_GRAPH": -93, "BEHAVIOR_TREE": -93, "BUNDLE": -93, "CLAIM": -93, "CONST": -93,
        "CONSTANTS": -93, "CONTROL": -93, "DUTY": -93, "ENTITY": -93, "ENUM": -93, "HAZARD": -93,
        "LEXICON": -93, "MACHINE": -93, "POLICY": -93, "RBRACE": -93, "REQUIREMENT": -93, "ROLE": -93,
        "SERVICE": -93, "TEST": -93, "TYPE": -93, "UNIT": -93, "USE": -93, "WAIVE": -93,
    },
    {
        "NAME": 123, "RBRACE": 334,
    },
    {
        "STRING": 335,
    },
    {
        "NAME": -94, "RBRACE": -94,
    },
    {
        "BEHAVIOR_GRAPH": -95, "BEHAVIOR_TREE": -95, "BUNDLE": -95, "CLAIM": -95, "CONST": -95,
        "CONSTANTS": -95, "CONTROL": -95, "DUTY": -95, "ENTITY": -95, "ENUM": -95, "HAZARD": -95,
        "LEXICON": -95, "MACHINE": -95, "POLICY": -95, "RBRACE": -95, "REQUIREMENT": -95, "ROLE": -95,
        "SERVICE": -95, "TEST": -95, "TYPE": -95, "UNIT": -95, "USE": -95, "WAIVE": -95,
    },
    {
        "NAME": -96, "RBRACE": -96,
    },
    {
        "NAME": 336,
    },
    {
        "RBRACE": -97, "STRING": -97,
    },
    {
        "BEHAVIOR_GRAPH": -98, "BEHAVIOR_TREE": -98, "BUNDLE": -98, "CLAIM": -98, "CONST": -98,
        "CONSTANTS": -98, "CONTROL": -98, "DUTY": -98, "ENTITY": -98, "ENUM": -98, "HAZARD": -98,
        "LEXICON": -98, "MACHINE": -98, "POLICY": -98, "RBRACE": -98, "REQUIREMENT": -98, "ROLE": -98,
        "SERVICE": -98, "TEST": -98, "TYPE": -98, "UNIT": -98, "USE": -98, "WAIVE": -98,
    },
    {
        "RBRACE": -99, "STRING": -99,
    },
    {
        "LBRACE": 337,
    },
    {
        "LBRACE": 338,
    },
    {
        "BEHAVIOR_GRAPH": -100, "BEHAVIOR_TREE": -100, "BUNDLE": -100, "CLAIM": -100, "CONST": -100,
        "CONSTANTS": -100, "CONTROL": -100, "DUTY": -100, "ENTITY": -100, "ENUM": -100, "HAZARD": -100,
        "LEXICON": -100, "MACHINE": -100, "POLICY": -100, "RBRACE": -100, "REQUIREMENT": -100,
        "ROLE": -100, "SERVICE": -100, "TEST": -100, "TYPE": -100, "UNIT": -100, "USE": -100,
        "WAIVE": -100,
    },
    {
        "NAME": 339,
    },
    {
        "BEHAVIOR_GRAPH": -101, "BEHAVIOR_TREE": -101, "BUNDLE": -101, "CLAIM": -101, "CONST": -101,
        "CONSTANTS": -101, "CONTROL": -101, "DUTY": -101, "ENTITY": -101, "ENUM": -101, "HAZARD": -101,
        "LEXICON": -101, "MACHINE": -101, "POLICY": -101, "RBRACE": -101, "REQUIREMENT": -101,
        "ROLE": -101, "SERVICE": -101, "TEST": -101, "TYPE": -101, "UNIT": -101, "USE": -101,
        "WAIVE": -101,
    },
    {
        "MAY": -102, "RBRACE": -102,
    },
    {
        "LPAR": 340,
    },
    {
        "BEHAVIOR_GRAPH": -103, "BEHAVIOR_TREE": -103, "BUNDLE": -103, "CLAIM": -103, "CONST": -103,
        "CONSTANTS": -103, "CONTROL": -103, "DUTY": -103, "ENTITY": -103, "ENUM": -103, "HAZARD": -103,
        "LEXICON": -103, "MACHINE": -103, "POLICY": -103, "RBRACE": -103, "REQUIREMENT": -103,
        "ROLE": -103, "SERVICE": -103, "TEST": -103, "TYPE": -103, "UNIT": -103, "USE": -103,
        "WAIVE": -103,
    },
    {
        "OP": -104, "RBRACE": -104,
    },
    {
        "NAME": 341,
    },
    {
        "EXPECT": -105, "GIVEN": -105, "RBRACE": -105,
    },
    {
        "NAME": 342,
    },
    {
        "EXPECT": 250, "RBRACE": -106,
    },
    {
        "EXPECT": -107, "RBRACE": -107,
    },
    {
        "RBRACE": 344,
    },
    {
        "BEHAVIOR_GRAPH": -108, "BEHAVIOR_TREE": -108, "BUNDLE": -108, "CLAIM": -108, "CONST": -108,
        "CONSTANTS": -108, "CONTROL": -108, "DUTY": -108, "ENTITY": -108, "ENUM": -108, "HAZARD": -108,
        "LEXICON": -108, "MACHINE": -108, "POLICY": -108, "RBRACE": -108, "REQUIREMENT": -108,
        "ROLE": -108, "SERVICE": -108, "TEST": -108, "TYPE": -108, "UNIT": -108, "USE": -108,
        "WAIVE": -108,
    },
    {
        "BEHAVIOR_GRAPH": -109, "BEHAVIOR_TREE": -109, "BUNDLE": -109, "CLAIM": -109, "CONST": -109,
        "CONSTANTS": -109, "CONTROL": -109, "DUTY": -109, "ENTITY": -109, "ENUM": -109, "HAZARD": -109,
        "LEXICON": -109, "MACHINE": -109, "POLICY": -109, "RBRACE": -109, "REQUIREMENT": -109,
        "ROLE": -109, "SERVICE": -109, "TEST": -109, "TYPE": -109, "UNIT": -109, "USE": -109,
        "WAIVE": -109,
    },
    {
        "STRING": 345,
    },
    {
        "NAME": 346,
    },
    {
        "BECAUSE": -110, "DOT": 347,
    },
    {
        "BRANCH": 349, "NODE": 350, "RBRACE": 351,
    },
    {
        "BECAUSE": 356,
    },
    {
        "NAME": 357,
    },
    {
        "BECAUSE": -111, "COMMA": 358, "NAME": -111, "SEMICOLON": -111,
    },
    {
        "CLAIM": -112, "FORBID": -112, "RBRACE": -112, "REQUIRED": -112, "__ANON_0": -112,
    },
    {
        "AFTER": -113, "ALWAYS": -113, "COMMA": -113, "FOR": -113, "MITIGATES": -113, "NAME": -113,
        "NEVER": -113, "PLUS": -113, "REACHABLE": -113, "SATISFIES": -113, "SEMICOLON": -113,
        "SEVERITY": -113, "TRACES": -113, "UNTIL": -113,
    },
    {
        "STRING": 359,
    },
    {
        "NAME": 360,
    },
    {
        "NAME": -114,
    },
    {
        "NAME": -115,
    },
    {
        "NAME": 361,
    },
    {
        "ALLOWED": -57, "AND": -57, "BECAUSE": -57, "BY": -57, "COLON": -57, "COMMA": -57, "DENIED": -57,
        "DOT": -57, "ELSE": -57, "EQUAL": -57, "FOR": -57, "FROM": -57, "IMPLIES": -57, "INVALID": -57,
        "KEY": -57, "LBRACE": -57, "LESSTHAN": -57, "LPAR": -57, "MINUS": -57, "MORETHAN": -57,
        "OPTIONAL": -57, "OR": -57, "PLUS": -57, "RBRACE": -57, "RPAR": -57, "RSQB": -57, "SEMICOLON": -57,
        "SLASH": -57, "STAR": -57, "THEN": -57, "TICKS": -57, "TIES": -57, "TRACES": -57, "UP": -57,
        "WHERE": -57, "__ANON_2": -57, "__ANON_3": -57, "__ANON_4": -57, "__ANON_5": -57, "__ANON_6": -57,
    },
    {
        "ALLOWED": -59, "AND": -59, "BECAUSE": -59, "BY": -59, "COLON": -59, "COMMA": -59, "DENIED": -59,
        "DOT": -59, "ELSE": -59, "EQUAL": -59, "FOR": -59, "FROM": -59, "IMPLIES": -59, "INVALID": -59,
        "KEY": -59, "LBRACE": -59, "LESSTHAN": -59, "LPAR": -59, "MINUS": -59, "MORETHAN": -59,
        "OPTIONAL": -59, "OR": -59, "PLUS": -59, "RBRACE": -59, "RPAR": -59, "RSQB": -59, "SEMICOLON": -59,
        "SLASH": -59, "STAR": -59, "THEN": -59, "TICKS": -59, "TIES": -59, "TRACES": -59, "UP": -59,
        "WHERE": -59, "__ANON_2": -59, "__ANON_3": -59, "__ANON_4": -59, "__ANON_5": -59, "__ANON_6": -59,
    },
    {
        "ALLOWED": -61, "AND": -61, "BECAUSE": -61, "BY": -61, "COLON": -61, "COMMA": -61, "DENIED": -61,
        "DOT": -61, "ELSE": -61, "EQUAL": -61, "FOR": -61, "FROM": -61, "IMPLIES": -61, "INVALID": -61,
        "KEY": -61, "LBRACE": -61, "LESSTHAN": -61, "LPAR": -61, "MINUS": -61, "MORETHAN": -61,
        "OPTIONAL": -61, "OR": -61, "PLUS": -61, "RBRACE": -61, "RPAR": -61, "RSQB": -61, "SEMICOLON": -61,
        "SLASH": -61, "STAR": -61, "THEN": -61, "TICKS": -61, "TIES": -61, "TRACES": -61, "UP": -61,
        "WHERE": -61, "__ANON_2": -61, "__ANON_3": -61, "__ANON_4": -61, "__ANON_5": -61, "__ANON_6": -61,
    },
    {
        "ALLOWED": -63, "AND": -63, "BECAUSE": -63, "BY": -63, "COLON": -63, "COMMA": -63, "DENIED": -63,
        "DOT": -63, "ELSE": -63, "EQUAL": -63, "FOR": -63, "FROM": -63, "IMPLIES": -63, "INVALID": -63,
        "KEY": -63, "LBRACE": -63, "LESSTHAN": -63, "LPAR": -63, "MINUS": -63, "MORETHAN": -63,
        "OPTIONAL": -63, "OR": -63, "PLUS": -63, "RBRACE": -63, "RPAR": -63, "RSQB": -63, "SEMICOLON": -63,
        "SLASH": -63, "STAR": -63, "THEN": -63, "TICKS": -63, "TIES": -63, "TRACES": -63, "UP": -63,
        "WHERE": -63, "__ANON_2": -63, "__ANON_3": -63, "__ANON_4": -63, "__ANON_5": -63, "__ANON_6": -63,
    },
    {
        "ALLOWED": -64, "AND": -64, "BECAUSE": -64, "BY": -64, "COLON": -64, "COMMA": -64, "DENIED": -64,
        "DOT": -64, "ELSE": -64, "EQUAL": -64, "FOR": -64, "FROM": -64, "IMPLIES": -64, "INVALID": -64,
        "KEY": -64, "LBRACE": -64, "LESSTHAN": -64, "LPAR": -64, "MINUS": -64, "MORETHAN": -64,
        "OPTIONAL": -64, "OR": -64, "PLUS": -64, "RBRACE": -64, "RPAR": -64, "RSQB": -64, "SEMICOLON": -64,
        "SLASH": -64, "STAR": -64, "THEN": -64, "TICKS": -64, "TIES": -64, "TRACES": -64, "UP": -64,
        "WHERE": -64, "__ANON_2": -64, "__ANON_3": -64, "__ANON_4": -64, "__ANON_5": -64, "__ANON_6": -64,
    },
    {
        "ALLOWED": -66, "AND": -66, "BECAUSE": -66, "BY": -66, "COLON": -66, "COMMA": -66, "DENIED": -66,
        "DOT": -66, "ELSE": -66, "EQUAL": -66, "FOR": -66, "FROM": -66, "IMPLIES": -66, "INVALID": -66,
        "KEY": -66, "LBRACE": -66, "LESSTHAN": -66, "LPAR": -66, "MINUS": -66, "MORETHAN": -66,
        "OPTIONAL": -66, "OR": -66, "PLUS": -66, "RBRACE": -66, "RPAR": -66, "RSQB": -66, "SEMICOLON": -66,
        "SLASH": -66, "STAR": -66, "THEN": -66, "TICKS": -66, "TIES": -66, "TRACES": -66, "UP": -66,
        "WHERE": -66, "__ANON_2": -66, "__ANON_3": -66, "__ANON_4": -66, "__ANON_5": -66, "__ANON_6": -66,
    },
    {
        "NUMBER": 362,
    },
    {
        "ALLOWED": -116, "BY": -116, "COMMA": -116, "DENIED": -116, "EQUAL": -116, "FROM": -116,
        "INVALID": -116, "KEY": -116, "LBRACE": -116, "MORETHAN": -116, "OPTIONAL": -116, "RPAR": -116,
        "SEMICOLON": -116, "__ANON_2": -116,
    },
    {
        "ALLOWED": -71, "AND": -71, "BECAUSE": -71, "BY": -71, "COLON": -71, "COMMA": -71, "DENIED": -71,
        "DOT": -71, "ELSE": -71, "EQUAL": -71, "FOR": -71, "FROM": -71, "IMPLIES": -71, "INVALID": -71,
        "KEY": -71, "LBRACE": -71, "LESSTHAN": -71, "LPAR": -71, "MINUS": -71, "MORETHAN": -71,
        "OPTIONAL": -71, "OR": -71, "PLUS": -71, "RBRACE": -71, "RPAR": -71, "RSQB": -71, "SEMICOLON": -71,
        "SLASH": -71, "STAR": -71, "THEN": -71, "TICKS": -71, "TIES": -71, "TRACES": -71, "UP": -71,
        "WHERE": -71, "__ANON_2": -71, "__ANON_3": -71, "__ANON_4": -71, "__ANON_5": -71, "__ANON_6": -71,
    },
    {
        "__ANON_2": 363,
    },
    {
        "ALLOWED": -117, "BY": -117, "COMMA": -117, "DENIED": -117, "EQUAL": -117, "FROM": -117,
        "INVALID": -117, "KEY": -117, "LBRACE": -117, "MORETHAN": -117, "OPTIONAL": -117, "RPAR": -117,
        "SEMICOLON": -117, "__ANON_2": -117,
    },
    {
        "ALLOWED": -89, "BY": -89, "COMMA": -89, "DENIED": -89, "DOT": 257, "EQUAL": -89, "FROM": -89,
        "INVALID": -89, "KEY": -89, "LBRACE": -89, "MORETHAN": -89, "OPTIONAL": -89, "RPAR": -89,
        "SEMICOLON": -89, "__ANON_2": -89,
    },
    {
        "COMMA": 365, "RSQB": -118, "SATISFIES": -118, "SEMICOLON": -118,
    },
    {
        "RSQB": 367,
    },
    {
        "__ANON_2": 368,
    },
    {
        "MORETHAN": 369,
    },
    {
        "NAME": 370,
    },
    {
        "EQUAL": -119, "FROM": -119, "INVALID": -119, "KEY": -119, "LBRACE": -119, "MORETHAN": -119,
        "RPAR": -119, "SEMICOLON": -119,
    },
    {
        "ALL": 182, "ANY": 183, "COUNT": 184, "FALSE": 185, "IF": 186, "LAST": 187, "LBRACE": 188,
        "LPAR": 189, "LSQB": 190, "MAX": 191, "MIN": 192, "MINUS": 193, "NAME": 194, "NOT": 195,
        "NUMBER": 196, "RSQB": 371, "STRING": 197, "SUM": 198, "TRUE": 199,
    },
    {
        "LSQB": 373,
    },
    {
        "IN": 374,
    },
    {
        "THEN": 375,
    },
    {
        "IN": 376,
    },
    {
        "COLON": 377,
    },
    {
        "COMMA": -120, "RBRACE": -120, "RSQB": -120, "SEMICOLON": -120,
    },
    {
        "COMMA": 378, "RBRACE": -121,
    },
    {
        "RBRACE": 380,
    },
    {
        "RPAR": 381,
    },
    {
        "COMMA": -122, "RBRACE": -122, "RSQB": -122, "SEMICOLON": -122,
    },
    {
        "COMMA": 382, "RSQB": -123,
    },
    {
        "RSQB": 384,
    },
    {
        "AND": -124, "BECAUSE": -124, "BY": -124, "COLON": -124, "COMMA": -124, "ELSE": -124, "FOR": -124,
        "IMPLIES": -124, "LESSTHAN": -124, "MINUS": -124, "MORETHAN": -124, "OR": -124, "PLUS": -124,
        "RBRACE": -124, "RPAR": -124, "RSQB": -124, "SEMICOLON": -124, "SLASH": -124, "STAR": -124,
        "THEN": -124, "TICKS": -124, "TIES": -124, "TRACES": -124, "UP": -124, "__ANON_3": -124,
        "__ANON_4": -124, "__ANON_5": -124, "__ANON_6": -124,
    },
    {
        "AND": -125, "BECAUSE": -125, "BY": -125, "COLON": -125, "COMMA": -125, "ELSE": -125, "FOR": -125,
        "IMPLIES": -125, "OR": -125, "RBRACE": -125, "RPAR": -125, "RSQB": -125, "SEMICOLON": -125,
        "THEN": -125, "TICKS": -125, "TIES": -125, "TRACES": -125, "UP": -125,
    },
    {
        "AND": -126, "BECAUSE": -126, "BY": -126, "COLON": -126, "COMMA": -126, "ELSE": -126, "FOR": -126,
        "IMPLIES": -126, "LESSTHAN": -126, "MINUS": -126, "MORETHAN": -126, "OR": -126, "PLUS": -126,
        "RBRACE": -126, "RPAR": -126, "RSQB": -126, "SEMICOLON": -126, "SLASH": -126, "STAR": -126,
        "THEN": -126, "TICKS": -126, "TIES": -126, "TRACES": -126, "UP": -126, "__ANON_3": -126,
        "__ANON_4": -126, "__ANON_5": -126, "__ANON_6": -126,
    },
    {
        "ALL": -127, "ANY": -127, "COUNT": -127, "FALSE": -127, "LAST": -127, "LPAR": -127, "MAX": -127,
        "MIN": -127, "MINUS": -127, "NAME": -127, "NUMBER": -127, "STRING": -127, "SUM": -127,
        "TRUE": -127,
    },
    {
        "ALL": -128, "ANY": -128, "COUNT": -128, "FALSE": -128, "LAST": -128, "LPAR": -128, "MAX": -128,
        "MIN": -128, "MINUS": -128, "NAME": -128, "NUMBER": -128, "STRING": -128, "SUM": -128,
        "TRUE": -128,
    },
    {
        "ALL": -129, "ANY": -129, "COUNT": -129, "FALSE": -129, "LAST": -129, "LPAR": -129, "MAX": -129,
        "MIN": -129, "MINUS": -129, "NAME": -129, "NUMBER": -129, "STRING": -129, "SUM": -129,
        "TRUE": -129,
    },
    {
        "ALL": -130, "ANY": -130, "COUNT": -130, "FALSE": -130, "LAST": -130, "LPAR": -130, "MAX": -130,
        "MIN": -130, "MINUS": -130, "NAME": -130, "NUMBER": -130, "STRING": -130, "SUM": -130,
        "TRUE": -130,
    },
    {
        "ALL": -131, "ANY": -131, "COUNT": -131, "FALSE": -131, "LAST": -131, "LPAR": -131, "MAX": -131,
        "MIN": -131, "MINUS": -131, "NAME": -131, "NUMBER": -131, "STRING": -131, "SUM": -131,
        "TRUE": -131,
    },
    {
        "ALL": -132, "ANY": -132, "COUNT": -132, "FALSE": -132, "LAST": -132, "LPAR": -132, "MAX": -132,
        "MIN": -132, "MINUS": -132, "NAME": -132, "NUMBER": -132, "STRING": -132, "SUM": -132,
        "TRUE": -132,
    },
    {
        "IN": 391,
    },
    {
        "NAME": -133, "RBRACE": -133,
    },
    {
        "ALL": 182, "ANY": 183, "COUNT": 184, "FALSE": 185, "IF": 186, "LAST": 187, "LPAR": 189,
        "MAX": 191, "MIN": 192, "MINUS": 193, "NAME": 194, "NOT": 195, "NUMBER": 196, "RPAR": 394,
        "STRING": 197, "SUM": 198, "TRUE": 199,
    },
    {
        "ALLOWED": -134, "AND": -134, "BECAUSE": -134, "BY": -134, "COLON": -134, "COMMA": -134,
        "DENIED": -134, "DOT": 347, "ELSE": -134, "EQUAL": -134, "FOR": -134, "FROM": -134,
        "IMPLIES": -134, "INVALID": -134, "KEY": -134, "LBRACE": -134, "LESSTHAN": -134, "MINUS": -134,
        "MORETHAN": -134, "OPTIONAL": -134, "OR": -134, "PLUS": -134, "RBRACE": -134, "RPAR": -134,
        "RSQB": -134, "SEMICOLON": -134, "SLASH": -134, "STAR": -134, "THEN": -134, "TICKS": -134,
        "TIES": -134, "TRACES": -134, "UP": -134, "WHERE": -134, "__ANON_2": -134, "__ANON_3": -134,
        "__ANON_4": -134, "__ANON_5": -134, "__ANON_6": -134,
    },
    {
        "SATISFIES": -135, "SEMICOLON": -135,
    },
    {
        "SEMICOLON": -136,
    },
    {
        "BEHAVIOR_GRAPH": -137, "BEHAVIOR_TREE": -137, "BUNDLE": -137, "CLAIM": -137, "CONST": -137,
        "CONSTANTS": -137, "CONTROL": -137, "DUTY": -137, "ENTITY": -137, "ENUM": -137, "HAZARD": -137,
        "LEXICON": -137, "MACHINE": -137, "POLICY": -137, "RBRACE": -137, "REQUIREMENT": -137,
        "ROLE": -137, "SERVICE": -137, "TEST": -137, "TYPE": -137, "UNIT": -137, "USE": -137,
        "WAIVE": -137,
    },
    {
        "SEMICOLON": 397,
    },
    {
        "BEHAVIOR_GRAPH": -138, "BEHAVIOR_TREE": -138, "BUNDLE": -138, "CLAIM": -138, "CONST": -138,
        "CONSTANTS": -138, "CONTROL": -138, "DUTY": -138, "ENTITY": -138, "ENUM": -138, "HAZARD": -138,
        "LEXICON": -138, "MACHINE": -138, "POLICY": -138, "RBRACE": -138, "REQUIREMENT": -138,
        "ROLE": -138, "SERVICE": -138, "TEST": -138, "TYPE": -138, "UNIT": -138, "USE": -138,
        "WAIVE": -138,
    },
    {
        "EVENT": 398, "FORBID": 399, "INCLUDE": 400, "RBRACE": 401, "REQUIRE": 402,
    },
    {
        "KEY": 406, "SEMICOLON": 407,
    },
    {
        "NAME": 123, "RBRACE": 409,
    },
    {
        "BEHAVIOR_GRAPH": -139, "BEHAVIOR_TREE": -139, "BUNDLE": -139, "CLAIM": -139, "CONST": -139,
        "CONSTANTS": -139, "CONTROL": -139, "DUTY": -139, "ENTITY": -139, "ENUM": -139, "HAZARD": -139,
        "LEXICON": -139, "MACHINE": -139, "POLICY": -139, "RBRACE": -139, "REQUIREMENT": -139,
        "ROLE": -139, "SERVICE": -139, "TEST": -139, "TYPE": -139, "UNIT": -139, "USE": -139,
        "WAIVE": -139,
    },
    {
        "LBRACE": 411,
    },
    {
        "PROBABILITY": 412,
    },
    {
        "CLAIM": 413, "INPUT": 414, "LEMMA": 415, "LET": 416, "NEXT": 417, "OUTPUT": 418, "PARAM": 419,
        "RBRACE": 420, "STATE": 421, "TIMER": 422,
    },
    {
        "EVENT": 398, "FORBID": 399, "INCLUDE": 400, "RBRACE": 425, "REQUIRE": 402,
    },
    {
        "NAME": 427, "SEMICOLON": 428, "TRACES": 429,
    },
    {
        "DECIMAL": 107, "ENUM": 108, "INT": 109, "LIST": 110, "MANY": 111, "NAME": 112, "REF": 113,
        "RPAR": 432,
    },
    {
        "EQUAL": 434,
    },
    {
        "LPAR": 435,
    },
    {
        "EXPECT": -140, "RBRACE": -140,
    },
    {
        "BEHAVIOR_GRAPH": -141, "BEHAVIOR_TREE": -141, "BUNDLE": -141, "CLAIM": -141, "CONST": -141,
        "CONSTANTS": -141, "CONTROL": -141, "DUTY": -141, "ENTITY": -141, "ENUM": -141, "HAZARD": -141,
        "LEXICON": -141, "MACHINE": -141, "POLICY": -141, "RBRACE": -141, "REQUIREMENT": -141,
        "ROLE": -141, "SERVICE": -141, "TEST": -141, "TYPE": -141, "UNIT": -141, "USE": -141,
        "WAIVE": -141,
    },
    {
        "SEMICOLON": 436,
    },
    {
        "ALLOWED": -142, "AND": -142, "BECAUSE": -142, "BY": -142, "COLON": -142, "COMMA": -142,
        "DENIED": -142, "DOT": -142, "ELSE": -142, "EQUAL": -142, "FOR": -142, "FROM": -142,
        "IMPLIES": -142, "INVALID": -142, "KEY": -142, "LBRACE": -142, "LESSTHAN": -142, "MINUS": -142,
        "MORETHAN": -142, "OPTIONAL": -142, "OR": -142, "PLUS": -142, "RBRACE": -142, "RPAR": -142,
        "RSQB": -142, "SEMICOLON": -142, "SLASH": -142, "STAR": -142, "THEN": -142, "TICKS": -142,
        "TIES": -142, "TRACES": -142, "UP": -142, "WHERE": -142, "__ANON_2": -142, "__ANON_3": -142,
        "__ANON_4": -142, "__ANON_5": -142, "__ANON_6": -142,
    },
    {
        "NAME": 437,
    },
    {
        "UNTIL": 438,
    },
    {
        "STRING": -143,
    },
    {
        "STRING": -144,
    },
    {
        "RBRACE": -145,
    },
    {
        "BRANCH": 349, "NODE": 350, "RBRACE": 439,
    },
    {
        "BRANCH": -146, "NODE": -146, "RBRACE": -146,
    },
    {
        "STRING": 441,
    },
    {
        "FOR": 170,
    },
    {
        "BECAUSE": -147, "COMMA": -147, "NAME": -147, "SEMICOLON": -147,
    },
    {
        "NAME": 443,
    },
    {
        "AFTER": -148, "ALWAYS": -148, "COMMA": -148, "FOR": -148, "MITIGATES": -148, "NAME": -148,
        "NEVER": -148, "PLUS": -148, "REACHABLE": -148, "SATISFIES": -148, "SEMICOLON": -148,
        "SEVERITY": -148, "TRACES": -148, "UNTIL": -148,
    },
    {
        "HOLDS": 444,
    },
    {
        "SEMICOLON": 445, "TRACES": 429,
    },
    {
        "ALLOWED": -149, "BY": -149, "COMMA": -149, "DENIED": -149, "EQUAL": -149, "FROM": -149,
        "INVALID": -149, "KEY": -149, "LBRACE": -149, "MORETHAN": -149, "OPTIONAL": -149, "RPAR": -149,
        "SEMICOLON": -149, "__ANON_2": -149,
    },
    {
        "__ANON_2": 448,
    },
    {
        "STRING": 449,
    },
    {
        "COMMA": 450, "RSQB": -150, "SATISFIES": -150, "SEMICOLON": -150,
    },
    {
        "EQUAL": -151, "FROM": -151, "INVALID": -151, "KEY": -151, "LBRACE": -151, "MORETHAN": -151,
        "OPTIONAL": 451, "RPAR": -151, "SEMICOLON": -151,
    },
    {
        "EQUAL": -152, "FROM": -152, "INVALID": -152, "KEY": -152, "LBRACE": -152, "MORETHAN": -152,
        "OPTIONAL": 453, "RPAR": -152, "SEMICOLON": -152,
    },
    {
        "UP": 454,
    },
    {
        "SEMICOLON": 455,
    },
    {
        "RSQB": 456,
    },
    {
        "ALL": 182, "ANY": 183, "COUNT": 184, "FALSE": 185, "IF": 186, "LAST": 187, "LBRACE": 188,
        "LPAR": 189, "LSQB": 190, "MAX": 191, "MIN": 192, "MINUS": 193, "NAME": 194, "NOT": 195,
        "NUMBER": 196, "RSQB": 457, "STRING": 197, "SUM": 198, "TRUE": 199,
    },
    {
        "ALL": 272, "ANY": 273, "COUNT": 274, "LAST": 275, "LPAR": 189, "MAX": 276, "MIN": 277,
        "NAME": 194, "SUM": 280,
    },
    {
        "NAME": 296,
    },
    {
        "COMMA": 464, "RBRACE": -153,
    },
    {
        "COMMA": -154, "RBRACE": -154, "RSQB": -154, "SEMICOLON": -154,
    },
    {
        "AND": -155, "BECAUSE": -155, "BY": -155, "COLON": -155, "COMMA": -155, "ELSE": -155, "FOR": -155,
        "IMPLIES": -155, "LESSTHAN": -155, "MINUS": -155, "MORETHAN": -155, "OR": -155, "PLUS": -155,
        "RBRACE": -155, "RPAR": -155, "RSQB": -155, "SEMICOLON": -155, "SLASH": -155, "STAR": -155,
        "THEN": -155, "TICKS": -155, "TIES": -155, "TRACES": -155, "UP": -155, "WHERE": -155,
        "__ANON_3": -155, "__ANON_4": -155, "__ANON_5": -155, "__ANON_6": -155,
    },
    {
        "COMMA": 466, "RSQB": -156,
    },
    {
        "COMMA": -157, "RBRACE": -157, "RSQB": -157, "SEMICOLON": -157,
    },
    {
        "AND": -158, "BECAUSE": -158, "BY": -158, "COLON": -158, "COMMA": -158, "ELSE": -158, "FOR": -158,
        "IMPLIES": -158, "LESSTHAN": -158, "MINUS": -158, "MORETHAN": -158, "OR": -158, "PLUS": -158,
        "RBRACE": -158, "RPAR": -158, "RSQB": -158, "SEMICOLON": -158, "SLASH": 320, "STAR": 321,
        "THEN": -158, "TICKS": -158, "TIES": -158, "TRACES": -158, "UP": -158, "__ANON_3": -158,
        "__ANON_4": -158, "__ANON_5": -158, "__ANON_6": -158,
    },
    {
        "AND": -159, "BECAUSE": -159, "BY": -159, "COLON": -159, "COMMA": -159, "ELSE": -159, "FOR": -159,
        "IMPLIES": -159, "LESSTHAN": -159, "MINUS": -159, "MORETHAN": -159, "OR": -159, "PLUS": -159,
        "RBRACE": -159, "RPAR": -159, "RSQB": -159, "SEMICOLON": -159, "SLASH": 320, "STAR": 321,
        "THEN": -159, "TICKS": -159, "TIES": -159, "TRACES": -159, "UP": -159, "__ANON_3": -159,
        "__ANON_4": -159, "__ANON_5": -159, "__ANON_6": -159,
    },
    {
        "AND": -160, "BECAUSE": -160, "BY": -160, "COLON": -160, "COMMA": -160, "ELSE": -160, "FOR": -160,
        "IMPLIES": -160, "MINUS": 308, "OR": -160, "PLUS": 310, "RBRACE": -160, "RPAR": -160, "RSQB": -160,
        "SEMICOLON": -160, "THEN": -160, "TICKS": -160, "TIES": -160, "TRACES": -160, "UP": -160,
    },
    {
        "AND": -161, "BECAUSE": -161, "BY": -161, "COLON": -161, "COMMA": -161, "ELSE": -161, "FOR": -161,
        "IMPLIES": -161, "OR": -161, "RBRACE": -161, "RPAR": -161, "RSQB": -161, "SEMICOLON": -161,
        "THEN": -161, "TICKS": -161, "TIES": -161, "TRACES": -161, "UP": -161,
    },
    {
        "BECAUSE": -162, "BY": -162, "COLON": -162, "COMMA": -162, "ELSE": -162, "FOR": -162,
        "RBRACE": -162, "RPAR": -162, "RSQB": -162, "SEMICOLON": -162, "THEN": -162, "TICKS": -162,
        "TIES": -162, "TRACES": -162, "UP": -162,
    },
    {
        "AND": 316, "BECAUSE": -163, "BY": -163, "COLON": -163, "COMMA": -163, "ELSE": -163, "FOR": -163,
        "IMPLIES": -163, "OR": -163, "RBRACE": -163, "RPAR": -163, "RSQB": -163, "SEMICOLON": -163,
        "THEN": -163, "TICKS": -163, "TIES": -163, "TRACES": -163, "UP": -163,
    },
    {
        "AND": -164, "BECAUSE": -164, "BY": -164, "COLON": -164, "COMMA": -164, "ELSE": -164, "FOR": -164,
        "IMPLIES": -164, "LESSTHAN": -164, "MINUS": -164, "MORETHAN": -164, "OR": -164, "PLUS": -164,
        "RBRACE": -164, "RPAR": -164, "RSQB": -164, "SEMICOLON": -164, "SLASH": -164, "STAR": -164,
        "THEN": -164, "TICKS": -164, "TIES": -164, "TRACES": -164, "UP": -164, "__ANON_3": -164,
        "__ANON_4": -164, "__ANON_5": -164, "__ANON_6": -164,
    },
    {
        "AND": -165, "BECAUSE": -165, "BY": -165, "COLON": -165, "COMMA": -165, "ELSE": -165, "FOR": -165,
        "IMPLIES": -165, "LESSTHAN": -165, "MINUS": -165, "MORETHAN": -165, "OR": -165, "PLUS": -165,
        "RBRACE": -165, "RPAR": -165, "RSQB": -165, "SEMICOLON": -165, "SLASH": -165, "STAR": -165,
        "THEN": -165, "TICKS": -165, "TIES": -165, "TRACES": -165, "UP": -165, "__ANON_3": -165,
        "__ANON_4": -165, "__ANON_5": -165, "__ANON_6": -165,
    },
    {
        "AND": -166, "BECAUSE": -166, "BY": -166, "COLON": -166, "COMMA": -166, "ELSE": -166, "FOR": -166,
        "IMPLIES": -166, "LESSTHAN": -166, "MINUS": -166, "MORETHAN": -166, "OR": -166, "PLUS": -166,
        "RBRACE": -166, "RPAR": -166, "RSQB": -166, "SEMICOLON": -166, "SLASH": -166, "STAR": -166,
        "THEN": -166, "TICKS": -166, "TIES": -166, "TRACES": -166, "UP": -166, "WHERE": -166,
        "__ANON_3": -166, "__ANON_4": -166, "__ANON_5": -166, "__ANON_6": -166,
    },
    {
        "RPAR": 468,
    },
    {
        "COMMA": 469, "RPAR": -167,
    },
    {
        "BEHAVIOR_GRAPH": -168, "BEHAVIOR_TREE": -168, "BUNDLE": -168, "CLAIM": -168, "CONST": -168,
        "CONSTANTS": -168, "CONTROL": -168, "DUTY": -168, "ENTITY": -168, "ENUM": -168, "HAZARD": -168,
        "LEXICON": -168, "MACHINE": -168, "POLICY": -168, "RBRACE": -168, "REQUIREMENT": -168,
        "ROLE": -168, "SERVICE": -168, "TEST": -168, "TYPE": -168, "UNIT": -168, "USE": -168,
        "WAIVE": -168,
    },
    {
        "FORBID": 399, "REQUIRE": 402,
    },
    {
        "ALL": -169, "ANY": -169, "COUNT": -169, "FALSE": -169, "IF": -169, "LAST": -169, "LPAR": -169,
        "MAX": -169, "MIN": -169, "MINUS": -169, "NAME": -169, "NOT": -169, "NUMBER": -169, "STRING": -169,
        "SUM": -169, "TRUE": -169,
    },
    {
        "NAME": 472,
    },
    {
        "BEHAVIOR_GRAPH": -170, "BEHAVIOR_TREE": -170, "BUNDLE": -170, "CLAIM": -170, "CONST": -170,
        "CONSTANTS": -170, "CONTROL": -170, "DUTY": -170, "ENTITY": -170, "ENUM": -170, "HAZARD": -170,
        "LEXICON": -170, "MACHINE": -170, "POLICY": -170, "RBRACE": -170, "REQUIREMENT": -170,
        "ROLE": -170, "SERVICE": -170, "TEST": -170, "TYPE": -170, "UNIT": -170, "USE": -170,
        "WAIVE": -170,
    },
    {
        "ALL": -171, "ANY": -171, "COUNT": -171, "FALSE": -171, "IF": -171, "LAST": -171, "LPAR": -171,
        "MAX": -171, "MIN": -171, "MINUS": -171, "NAME": -171, "NOT": -171, "NUMBER": -171, "STRING": -171,
        "SUM": -171, "TRUE": -171,
    },
    {
        "EVENT": 398, "FORBID": 399, "INCLUDE": 400, "RBRACE": 473, "REQUIRE": 402,
    },
    {
        "EVENT": -172, "FORBID": -172, "INCLUDE": -172, "RBRACE": -172, "REQUIRE": -172,
    },
    {
        "SEMICOLON": 476,
    },
    {
        "NAME": -173, "RBRACE": -173,
    },
    {
        "KEY": 477, "SEMICOLON": 478,
    },
    {
        "BEHAVIOR_GRAPH": -174, "BEHAVIOR_TREE": -174, "BUNDLE": -174, "CLAIM": -174, "CONST": -174,
        "CONSTANTS": -174, "CONTROL": -174, "DUTY": -174, "ENTITY": -174, "ENUM": -174, "HAZARD": -174,
        "LEXICON": -174, "MACHINE": -174, "POLICY": -174, "RBRACE": -174, "REQUIREMENT": -174,
        "ROLE": -174, "SERVICE": -174, "TEST": -174, "TYPE": -174, "UNIT": -174, "USE": -174,
        "WAIVE": -174,
    },
    {
        "NAME": 123, "RBRACE": 479,
    },
    {
        "NAME": 123, "RBRACE": 480,
    },
    {
        "NAME": 482,
    },
    {
        "NAME": 483,
    },
    {
        "NAME": 484,
    },
    {
        "NAME": 485,
    },
    {
        "NAME": 486,
    },
    {
        "NAME": 487,
    },
    {
        "NAME": 488,
    },
    {
        "NAME": 489,
    },
    {
        "BEHAVIOR_GRAPH": -175, "BEHAVIOR_TREE": -175, "BUNDLE": -175, "CLAIM": -175, "CONST": -175,
        "CONSTANTS": -175, "CONTROL": -175, "DUTY": -175, "ENTITY": -175, "ENUM": -175, "HAZARD": -175,
        "LEXICON": -175, "MACHINE": -175, "POLICY": -175, "RBRACE": -175, "REQUIREMENT": -175,
        "ROLE": -175, "SERVICE": -175, "TEST": -175, "TYPE": -175, "UNIT": -175, "USE": -175,
        "WAIVE": -175,
    },
    {
        "NAME": 490,
    },
    {
        "NAME": 491,
    },
    {
        "CLAIM": 413, "INPUT": 414, "LEMMA": 415, "LET": 416, "NEXT": 417, "OUTPUT": 418, "PARAM": 419,
        "RBRACE": 492, "STATE": 421, "TIMER": 422,
    },
    {
        "CLAIM": -176, "INPUT": -176, "LEMMA": -176, "LET": -176, "NEXT": -176, "OUTPUT": -176,
        "PARAM": -176, "RBRACE": -176, "STATE": -176, "TIMER": -176,
    },
    {
        "BEHAVIOR_GRAPH": -177, "BEHAVIOR_TREE": -177, "BUNDLE": -177, "CLAIM": -177, "CONST": -177,
        "CONSTANTS": -177, "CONTROL": -177, "DUTY": -177, "ENTITY": -177, "ENUM": -177, "HAZARD": -177,
        "LEXICON": -177, "MACHINE": -177, "POLICY": -177, "RBRACE": -177, "REQUIREMENT": -177,
        "ROLE": -177, "SERVICE": -177, "TEST": -177, "TYPE": -177, "UNIT": -177, "USE": -177,
        "WAIVE": -177,
    },
    {
        "EVENT": 398, "FORBID": 399, "INCLUDE": 400, "RBRACE": 494, "REQUIRE": 402,
    },
    {
        "WHEN": 495,
    },
    {
        "MAY": -178, "RBRACE": -178,
    },
    {
        "SEMICOLON": 497, "TRACES": 429,
    },
    {
        "SEMICOLON": 499,
    },
    {
        "__ANON_1": 500,
    },
    {
        "RPAR": 501,
    },
    {
        "LBRACE": 188,
    },
    {
        "NAME": 503,
    },
    {
        "BEHAVIOR_GRAPH": -179, "BEHAVIOR_TREE": -179, "BUNDLE": -179, "CLAIM": -179, "CONST": -179,
        "CONSTANTS": -179, "CONTROL": -179, "DUTY": -179, "ENTITY": -179, "ENUM": -179, "HAZARD": -179,
        "LEXICON": -179, "MACHINE": -179, "POLICY": -179, "RBRACE": -179, "REQUIREMENT": -179,
        "ROLE": -179, "SERVICE": -179, "TEST": -179, "TYPE": -179, "UNIT": -179, "USE": -179,
        "WAIVE": -179,
    },
    {
        "ALLOWED": -180, "AND": -180, "BECAUSE": -180, "BY": -180, "COLON": -180, "COMMA": -180,
        "DENIED": -180, "DOT": -180, "ELSE": -180, "EQUAL": -180, "FOR": -180, "FROM": -180,
        "IMPLIES": -180, "INVALID": -180, "KEY": -180, "LBRACE": -180, "LESSTHAN": -180, "MINUS": -180,
        "MORETHAN": -180, "OPTIONAL": -180, "OR": -180, "PLUS": -180, "RBRACE": -180, "RPAR": -180,
        "RSQB": -180, "SEMICOLON": -180, "SLASH": -180, "STAR": -180, "THEN": -180, "TICKS": -180,
        "TIES": -180, "TRACES": -180, "UP": -180, "WHERE": -180, "__ANON_2": -180, "__ANON_3": -180,
        "__ANON_4": -180, "__ANON_5": -180, "__ANON_6": -180,
    },
    {
        "STRING": 504,
    },
    {
        "RBRACE": -181,
    },
    {
        "BRANCH": -182, "NODE": -182, "RBRACE": -182,
    },
    {
        "LBRACE": 505, "__ANON_1": 506,
    },
    {
        "SEMICOLON": 507, "TRACES": 429,
    },
    {
        "BECAUSE": -183, "COMMA": -183, "NAME": -183, "SEMICOLON": -183,
    },
    {
        "BEHAVIOR_GRAPH": -184, "BEHAVIOR_TREE": -184, "BUNDLE": -184, "CLAIM": -184, "CONST": -184,
        "CONSTANTS": -184, "CONTROL": -184, "DUTY": -184, "ENTITY": -184, "ENUM": -184, "HAZARD": -184,
        "LEXICON": -184, "MACHINE": -184, "POLICY": -184, "RBRACE": -184, "REQUIREMENT": -184,
        "ROLE": -184, "SERVICE": -184, "TEST": -184, "TYPE": -184, "UNIT": -184, "USE": -184,
        "WAIVE": -184,
    },
    {
        "SEMICOLON": 510,
    },
    {
        "BY": 511, "EQUAL": -185, "FROM": -185, "INVALID": -185, "KEY": -185, "LBRACE": -185,
        "MORETHAN": -185, "OPTIONAL": 512, "RPAR": -185, "SEMICOLON": -185,
    },
    {
        "COMMA": -186, "RSQB": -186, "SATISFIES": -186, "SEMICOLON": -186,
    },
    {
        "STRING": 514,
    },
    {
        "EQUAL": -187, "FROM": -187, "INVALID": -187, "KEY": -187, "LBRACE": -187, "MORETHAN": -187,
        "RPAR": -187, "SEMICOLON": -187,
    },
    {
        "EQUAL": -188, "FROM": -188, "INVALID": -188, "KEY": -188, "LBRACE": -188, "MORETHAN": -188,
        "OPTIONAL": 515, "RPAR": -188, "SEMICOLON": -188,
    },
    {
        "EQUAL": -189, "FROM": -189, "INVALID": -189, "KEY": -189, "LBRACE": -189, "MORETHAN": -189,
        "RPAR": -189, "SEMICOLON": -189,
    },
    {
        "TO": 516,
    },
    {
        "BEHAVIOR_GRAPH": -190, "BEHAVIOR_TREE": -190, "BUNDLE": -190, "CLAIM": -190, "CONST": -190,
        "CONSTANTS": -190, "CONTROL": -190, "DUTY": -190, "ENTITY": -190, "ENUM": -190, "HAZARD": -190,
        "LEXICON": -190, "MACHINE": -190, "POLICY": -190, "RBRACE": -190, "REQUIREMENT": -190,
        "ROLE": -190, "SERVICE": -190, "TEST": -190, "TYPE": -190, "UNIT": -190, "USE": -190,
        "WAIVE": -190,
    },
    {
        "SEMICOLON": 517,
    },
    {
        "SEMICOLON": 518,
    },
    {
        "RSQB": 519,
    },
    {
        "BECAUSE": -191, "BY": -191, "COLON": -191, "COMMA": -191, "ELSE": -191, "FOR": -191,
        "RBRACE": -191, "RPAR": -191, "RSQB": -191, "SEMICOLON": -191, "THEN": -191, "TICKS": -191,
        "TIES": -191, "TRACES": -191, "UP": -191, "WHERE": 520,
    },
    {
        "ELSE": 522,
    },
    {
        "BY": 523, "WHERE": 520,
    },
    {
        "COMMA": -192, "RBRACE": -192,
    },
    {
        "COMMA": -193, "RBRACE": -193,
    },
    {
        "COMMA": -194, "RSQB": -194,
    },
    {
        "COLON": 527, "WHERE": 520,
    },
    {
        "AND": -195, "BECAUSE": -195, "BY": -195, "COLON": -195, "COMMA": -195, "ELSE": -195, "FOR": -195,
        "IMPLIES": -195, "LESSTHAN": -195, "MINUS": -195, "MORETHAN": -195, "OR": -195, "PLUS": -195,
        "RBRACE": -195, "RPAR": -195, "RSQB": -195, "SEMICOLON": -195, "SLASH": -195, "STAR": -195,
        "THEN": -195, "TICKS": -195, "TIES": -195, "TRACES": -195, "UP": -195, "WHERE": -195,
        "__ANON_3": -195, "__ANON_4": -195, "__ANON_5": -195, "__ANON_6": -195,
    },
    {
        "COMMA": 530, "RPAR": -196,
    },
    {
        "LPAR": 532,
    },
    {
        "BEHAVIOR_GRAPH": -197, "BEHAVIOR_TREE": -197, "BUNDLE": -197, "CLAIM": -197, "CONST": -197,
        "CONSTANTS": -197, "CONTROL": -197, "DUTY": -197, "ENTITY": -197, "ENUM": -197, "HAZARD": -197,
        "LEXICON": -197, "MACHINE": -197, "POLICY": -197, "RBRACE": -197, "REQUIREMENT": -197,
        "ROLE": -197, "SERVICE": -197, "TEST": -197, "TYPE": -197, "UNIT": -197, "USE": -197,
        "WAIVE": -197,
    },
    {
        "EVENT": -198, "FORBID": -198, "INCLUDE": -198, "RBRACE": -198, "REQUIRE": -198,
    },
    {
        "BECAUSE": 533,
    },
    {
        "NAME": -199, "RBRACE": -199,
    },
    {
        "SEMICOLON": 534,
    },
    {
        "NAME": -200, "RBRACE": -200,
    },
    {
        "BEHAVIOR_GRAPH": -201, "BEHAVIOR_TREE": -201, "BUNDLE": -201, "CLAIM": -201, "CONST": -201,
        "CONSTANTS": -201, "CONTROL": -201, "DUTY": -201, "ENTITY": -201, "ENUM": -201, "HAZARD": -201,
        "LEXICON": -201, "MACHINE": -201, "POLICY": -201, "RBRACE": -201, "REQUIREMENT": -201,
        "ROLE": -201, "SERVICE": -201, "TEST": -201, "TYPE": -201, "UNIT": -201, "USE": -201,
        "WAIVE": -201,
    },
    {
        "BEHAVIOR_GRAPH": -202, "BEHAVIOR_TREE": -202, "BUNDLE": -202, "CLAIM": -202, "CONST": -202,
        "CONSTANTS": -202, "CONTROL": -202, "DUTY": -202, "ENTITY": -202, "ENUM": -202, "HAZARD": -202,
        "LEXICON": -202, "MACHINE": -202, "POLICY": -202, "RBRACE": -202, "REQUIREMENT": -202,
        "ROLE": -202, "SERVICE": -202, "TEST": -202, "TYPE": -202, "UNIT": -202, "USE": -202,
        "WAIVE": -202,
    },
    {
        "NAME": 123, "RBRACE": 535,
    },
    {
        "SEMICOLON": 536,
    },
    {
        "COLON": 537,
    },
    {
        "COLON": 538,
    },
    {
        "COLON": 539,
    },
    {
        "EQUAL": 540,
    },
    {
        "EQUAL": 541,
    },
    {
        "COLON": 542,
    },
    {
        "COLON": 543,
    },
    {
        "COLON": 544,
    },
    {
        "OF": 545,
    },
    {
        "BEHAVIOR_GRAPH": -203, "BEHAVIOR_TREE": -203, "BUNDLE": -203, "CLAIM": -203, "CONST": -203,
        "CONSTANTS": -203, "CONTROL": -203, "DUTY": -203, "ENTITY": -203, "ENUM": -203, "HAZARD": -203,
        "LEXICON": -203, "MACHINE": -203, "POLICY": -203, "RBRACE": -203, "REQUIREMENT": -203,
        "ROLE": -203, "SERVICE": -203, "TEST": -203, "TYPE": -203, "UNIT": -203, "USE": -203,
        "WAIVE": -203,
    },
    {
        "CLAIM": -204, "INPUT": -204, "LEMMA": -204, "LET": -204, "NEXT": -204, "OUTPUT": -204,
        "PARAM": -204, "RBRACE": -204, "STATE": -204, "TIMER": -204,
    },
    {
        "BEHAVIOR_GRAPH": -205, "BEHAVIOR_TREE": -205, "BUNDLE": -205, "CLAIM": -205, "CONST": -205,
        "CONSTANTS": -205, "CONTROL": -205, "DUTY": -205, "ENTITY": -205, "ENUM": -205, "HAZARD": -205,
        "LEXICON": -205, "MACHINE": -205, "POLICY": -205, "RBRACE": -205, "REQUIREMENT": -205,
        "ROLE": -205, "SERVICE": -205, "TEST": -205, "TYPE": -205, "UNIT": -205, "USE": -205,
        "WAIVE": -205,
    },
    {
        "SEMICOLON": -206,
    },
    {
        "MAY": -207, "RBRACE": -207,
    },
    {
        "SEMICOLON": 547,
    },
    {
        "MAY": -208, "RBRACE": -208,
    },
    {
        "__ANON_1": 549,
    },
    {
        "SEMICOLON": 550,
    },
    {
        "RPAR": 551,
    },
    {
        "SEMICOLON": 552,
    },
    {
        "BRANCH": 349, "NODE": 350, "RBRACE": 553,
    },
    {
        "FILTER": 555, "NEXT": 556,
    },
    {
        "CLAIM": -209, "FORBID": -209, "RBRACE": -209, "REQUIRED": -209, "__ANON_0": -209,
    },
    {
        "SEMICOLON": 558,
    },
    {
        "SEMICOLON": 559, "TRACES": 429,
    },
    {
        "BEHAVIOR_GRAPH": -210, "BEHAVIOR_TREE": -210, "BUNDLE": -210, "CLAIM": -210, "CONST": -210,
        "CONSTANTS": -210, "CONTROL": -210, "DUTY": -210, "ENTITY": -210, "ENUM": -210, "HAZARD": -210,
        "LEXICON": -210, "MACHINE": -210, "POLICY": -210, "RBRACE": -210, "REQUIREMENT": -210,
        "ROLE": -210, "SERVICE": -210, "TEST": -210, "TYPE": -210, "UNIT": -210, "USE": -210,
        "WAIVE": -210,
    },
    {
        "EQUAL": -211, "FROM": -211, "INVALID": -211, "KEY": -211, "LBRACE": -211, "MORETHAN": -211,
        "RPAR": -211, "SEMICOLON": -211,
    },
    {
        "BY": 562, "EQUAL": -212, "FROM": -212, "INVALID": -212, "KEY": -212, "LBRACE": -212,
        "MORETHAN": -212, "OPTIONAL": 563, "RPAR": -212, "SEMICOLON": -212,
    },
    {
        "COMMA": -213, "RSQB": -213, "SATISFIES": -213, "SEMICOLON": -213,
    },
    {
        "EQUAL": -214, "FROM": -214, "INVALID": -214, "KEY": -214, "LBRACE": -214, "MORETHAN": -214,
        "RPAR": -214, "SEMICOLON": -214,
    },
    {
        "NUMBER": 564,
    },
    {
        "BEHAVIOR_GRAPH": -215, "BEHAVIOR_TREE": -215, "BUNDLE": -215, "CLAIM": -215, "CONST": -215,
        "CONSTANTS": -215, "CONTROL": -215, "DUTY": -215, "ENTITY": -215, "ENUM": -215, "HAZARD": -215,
        "LEXICON": -215, "MACHINE": -215, "POLICY": -215, "RBRACE": -215, "REQUIREMENT": -215,
        "ROLE": -215, "SERVICE": -215, "TEST": -215, "TYPE": -215, "UNIT": -215, "USE": -215,
        "WAIVE": -215,
    },
    {
        "BEHAVIOR_GRAPH": -216, "BEHAVIOR_TREE": -216, "BUNDLE": -216, "CLAIM": -216, "CONST": -216,
        "CONSTANTS": -216, "CONTROL": -216, "DUTY": -216, "ENTITY": -216, "ENUM": -216, "HAZARD": -216,
        "LEXICON": -216, "MACHINE": -216, "POLICY": -216, "RBRACE": -216, "REQUIREMENT": -216,
        "ROLE": -216, "SERVICE": -216, "TEST": -216, "TYPE": -216, "UNIT": -216, "USE": -216,
        "WAIVE": -216,
    },
    {
        "SEMICOLON": 565,
    },
    {
        "BECAUSE": -217, "BY": -217, "COLON": -217, "COMMA": -217, "ELSE": -217, "FOR": -217,
        "RBRACE": -217, "RPAR": -217, "RSQB": -217, "SEMICOLON": -217, "THEN": -217, "TICKS": -217,
        "TIES": -217, "TRACES": -217, "UP": -217,
    },
    {
        "BY": 569,
    },
    {
        "COMMA": -218, "RBRACE": -218,
    },
    {
        "COMMA": -219, "RSQB": -219,
    },
    {
        "COLON": 571,
    },
    {
        "COMMA": -220, "RPAR": -220,
    },
    {
        "BECAUSE": 573,
    },
    {
        "NAME": -221, "RBRACE": -221,
    },
    {
        "BEHAVIOR_GRAPH": -222, "BEHAVIOR_TREE": -222, "BUNDLE": -222, "CLAIM": -222, "CONST": -222,
        "CONSTANTS": -222, "CONTROL": -222, "DUTY": -222, "ENTITY": -222, "ENUM": -222, "HAZARD": -222,
        "LEXICON": -222, "MACHINE": -222, "POLICY": -222, "RBRACE": -222, "REQUIREMENT": -222,
        "ROLE": -222, "SERVICE": -222, "TEST": -222, "TYPE": -222, "UNIT": -222, "USE": -222,
        "WAIVE": -222,
    },
    {
        "BEHAVIOR_GRAPH": -223, "BEHAVIOR_TREE": -223, "BUNDLE": -223, "CLAIM": -223, "CONST": -223,
        "CONSTANTS": -223, "CONTROL": -223, "DUTY": -223, "ENTITY": -223, "ENUM": -223, "HAZARD": -223,
        "LEXICON": -223, "MACHINE": -223, "POLICY": -223, "RBRACE": -223, "REQUIREMENT": -223,
        "ROLE": -223, "SERVICE": -223, "TEST": -223, "TYPE": -223, "UNIT": -223, "USE": -223,
        "WAIVE": -223,
    },
    {
        "AFTER": 578, "ALWAYS": 579, "NEVER": 580, "REACHABLE": 581, "STRING": 105,
    },
    {
        "NAME": 588,
    },
    {
        "SEMICOLON": -224, "TRACES": -224,
    },
    {
        "MAY": -225, "RBRACE": -225,
    },
    {
        "LBRACE": 591,
    },
    {
        "EXPECT": -226, "GIVEN": -226, "RBRACE": -226,
    },
    {
        "ALLOWED": 593, "DENIED": 594, "WITH": 595,
    },
    {
        "BEHAVIOR_GRAPH": -227, "BEHAVIOR_TREE": -227, "BUNDLE": -227, "CLAIM": -227, "CONST": -227,
        "CONSTANTS": -227, "CONTROL": -227, "DUTY": -227, "ENTITY": -227, "ENUM": -227, "HAZARD": -227,
        "LEXICON": -227, "MACHINE": -227, "POLICY": -227, "RBRACE": -227, "REQUIREMENT": -227,
        "ROLE": -227, "SERVICE": -227, "TEST": -227, "TYPE": -227, "UNIT": -227, "USE": -227,
        "WAIVE": -227,
    },
    {
        "BRANCH": -228, "NODE": -228, "RBRACE": -228,
    },
    {
        "BRANCH": 349, "NODE": 350, "RBRACE": 597,
    },
    {
        "LPAR": 598,
    },
    {
        "LPAR": 599,
    },
    {
        "SEMICOLON": 600,
    },
    {
        "CLAIM": -229, "FORBID": -229, "RBRACE": -229, "REQUIRED": -229, "__ANON_0": -229,
    },
    {
        "BEHAVIOR_GRAPH": -230, "BEHAVIOR_TREE": -230, "BUNDLE": -230, "CLAIM": -230, "CONST": -230,
        "CONSTANTS": -230, "CONTROL": -230, "DUTY": -230, "ENTITY": -230, "ENUM": -230, "FORBID": -230,
        "HAZARD": -230, "LEXICON": -230, "MACHINE": -230, "POLICY": -230, "RBRACE": -230, "REQUIRED": -230,
        "REQUIREMENT": -230, "ROLE": -230, "SERVICE": -230, "TEST": -230, "TYPE": -230, "UNIT": -230,
        "USE": -230, "WAIVE": -230, "__ANON_0": -230,
    },
    {
        "SEMICOLON": 601,
    },
    {
        "EQUAL": -231, "FROM": -231, "INVALID": -231, "KEY": -231, "LBRACE": -231, "MORETHAN": -231,
        "OPTIONAL": 602, "RPAR": -231, "SEMICOLON": -231,
    },
    {
        "EQUAL": -232, "FROM": -232, "INVALID": -232, "KEY": -232, "LBRACE": -232, "MORETHAN": -232,
        "RPAR": -232, "SEMICOLON": -232,
    },
    {
        "EQUAL": -233, "FROM": -233, "INVALID": -233, "KEY": -233, "LBRACE": -233, "MORETHAN": -233,
        "RPAR": -233, "SEMICOLON": -233,
    },
    {
        "BEHAVIOR_GRAPH": -234, "BEHAVIOR_TREE": -234, "BUNDLE": -234, "CLAIM": -234, "CONST": -234,
        "CONSTANTS": -234, "CONTROL": -234, "DUTY": -234, "ENTITY": -234, "ENUM": -234, "HAZARD": -234,
        "LEXICON": -234, "MACHINE": -234, "POLICY": -234, "RBRACE": -234, "REQUIREMENT": -234,
        "ROLE": -234, "SERVICE": -234, "TEST": -234, "TYPE": -234, "UNIT": -234, "USE": -234,
        "WAIVE": -234,
    },
    {
        "BECAUSE": -235, "BY": -235, "COLON": -235, "COMMA": -235, "ELSE": -235, "FOR": -235,
        "RBRACE": -235, "RPAR": -235, "RSQB": -235, "SEMICOLON": -235, "THEN": -235, "TICKS": -235,
        "TIES": -235, "TRACES": -235, "UP": -235,
    },
    {
        "BECAUSE": -236, "BY": -236, "COLON": -236, "COMMA": -236, "ELSE": -236, "FOR": -236,
        "RBRACE": -236, "RPAR": -236, "RSQB": -236, "SEMICOLON": -236, "THEN": -236, "TICKS": -236,
        "TIES": -236, "TRACES": -236, "UP": -236,
    },
    {
        "TIES": 604,
    },
    {
        "BECAUSE": -237, "BY": -237, "COLON": -237, "COMMA": -237, "ELSE": -237, "FOR": -237,
        "RBRACE": -237, "RPAR": -237, "RSQB": -237, "SEMICOLON": -237, "THEN": -237, "TICKS": -237,
        "TIES": -237, "TRACES": -237, "UP": -237,
    },
    {
        "COMMA": -238, "RPAR": -238,
    },
    {
        "RPAR": 608,
    },
    {
        "SEMICOLON": 609, "TRACES": 429,
    },
    {
        "AFTER": 578, "ALWAYS": 579, "NEVER": 580, "REACHABLE": 581,
    },
    {
        "FROM": 612, "INVALID": 613, "SEMICOLON": 614,
    },
    {
        "ALL": -239, "ANY": -239, "COUNT": -239, "FALSE": -239, "IF": -239, "LAST": -239, "LPAR": -239,
        "MAX": -239, "MIN": -239, "MINUS": -239, "NAME": -239, "NOT": -239, "NUMBER": -239, "STRING": -239,
        "SUM": -239, "TRUE": -239,
    },
    {
        "ALL": -240, "ANY": -240, "COUNT": -240, "FALSE": -240, "IF": -240, "LAST": -240, "LPAR": -240,
        "MAX": -240, "MIN": -240, "MINUS": -240, "NAME": -240, "NOT": -240, "NUMBER": -240, "STRING": -240,
        "SUM": -240, "TRUE": -240,
    },
    {
        "ALL": -241, "ANY": -241, "COUNT": -241, "FALSE": -241, "IF": -241, "LAST": -241, "LPAR": -241,
        "MAX": -241, "MIN": -241, "MINUS": -241, "NAME": -241, "NOT": -241, "NUMBER": -241, "STRING": -241,
        "SUM": -241, "TRUE": -241,
    },
    {
        "SEMICOLON": 618, "TRACES": 429,
    },
    {
        "SEMICOLON": 621,
    },
    {
        "SEMICOLON": 622,
    },
    {
        "EQUAL": 623,
    },
    {
        "SEMICOLON": 624, "WHERE": 625,
    },
    {
        "EQUAL": 626,
    },
    {
        "UP": 627,
    },
    {
        "RBRACE": 628,
    },
    {
        "LBRACE": 629,
    },
    {
        "SEMICOLON": 630,
    },
    {
        "BECAUSE": 631,
    },
    {
        "NAME": 632,
    },
    {
        "ALLOWED": 634, "DENIED": 635,
    },
    {
        "BRANCH": -242, "NODE": -242, "RBRACE": -242,
    },
    {
        "STRING": 637,
    },
    {
        "BRANCH": -243, "NODE": -243, "RBRACE": -243,
    },
    {
        "BEHAVIOR_GRAPH": -244, "BEHAVIOR_TREE": -244, "BUNDLE": -244, "CLAIM": -244, "CONST": -244,
        "CONSTANTS": -244, "CONTROL": -244, "DUTY": -244, "ENTITY": -244, "ENUM": -244, "FORBID": -244,
        "HAZARD": -244, "LEXICON": -244, "MACHINE": -244, "POLICY": -244, "RBRACE": -244, "REQUIRED": -244,
        "REQUIREMENT": -244, "ROLE": -244, "SERVICE": -244, "TEST": -244, "TYPE": -244, "UNIT": -244,
        "USE": -244, "WAIVE": -244, "__ANON_0": -244,
    },
    {
        "EQUAL": -245, "FROM": -245, "INVALID": -245, "KEY": -245, "LBRACE": -245, "MORETHAN": -245,
        "RPAR": -245, "SEMICOLON": -245,
    },
    {
        "EQUAL": -246, "FROM": -246, "INVALID": -246, "KEY": -246, "LBRACE": -246, "MORETHAN": -246,
        "OPTIONAL": 638, "RPAR": -246, "SEMICOLON": -246,
    },
    {
        "ALL": 639, "ANY": 640,
    },
    {
        "TIES": 642,
    },
    {
        "BECAUSE": -247, "BY": -247, "COLON": -247, "COMMA": -247, "ELSE": -247, "FOR": -247,
        "RBRACE": -247, "RPAR": -247, "RSQB": -247, "SEMICOLON": -247, "THEN": -247, "TICKS": -247,
        "TIES": -247, "TRACES": -247, "UP": -247,
    },
    {
        "SEMICOLON": 643, "TRACES": 429,
    },
    {
        "SEMICOLON": 645,
    },
    {
        "EVENT": -248, "FORBID": -248, "INCLUDE": -248, "RBRACE": -248, "REQUIRE": -248,
    },
    {
        "SEMICOLON": 646,
    },
    {
        "SEMICOLON": 647, "TRACES": 429,
    },
    {
        "STRING": 649,
    },
    {
        "AS": 650,
    },
    {
        "CLAIM": -249, "INPUT": -249, "LEMMA": -249, "LET": -249, "NEXT": -249, "OUTPUT": -249,
        "PARAM": -249, "RBRACE": -249, "STATE": -249, "TIMER": -249,
    },
    {
        "FROM": 651, "SEMICOLON": 652,
    },
    {
        "FOR": 653,
    },
    {
        "SEMICOLON": -250, "TRACES": -250,
    },
    {
        "CLAIM": -251, "INPUT": -251, "LEMMA": -251, "LET": -251, "NEXT": -251, "OUTPUT": -251,
        "PARAM": -251, "RBRACE": -251, "STATE": -251, "TIMER": -251,
    },
    {
        "SEMICOLON": 654,
    },
    {
        "SEMICOLON": 655, "TRACES": 429,
    },
    {
        "CLAIM": -252, "INPUT": -252, "LEMMA": -252, "LET": -252, "NEXT": -252, "OUTPUT": -252,
        "PARAM": -252, "RBRACE": -252, "STATE": -252, "TIMER": -252,
    },
    {
        "CLAIM": -253, "INPUT": -253, "LEMMA": -253, "LET": -253, "NEXT": -253, "OUTPUT": -253,
        "PARAM": -253, "RBRACE": -253, "STATE": -253, "TIMER": -253,
    },
    {
        "CLAIM": -254, "INPUT": -254, "LEMMA": -254, "LET": -254, "NEXT": -254, "OUTPUT": -254,
        "PARAM": -254, "RBRACE": -254, "STATE": -254, "TIMER": -254,
    },
    {
        "NAME": 658,
    },
    {
        "TO": 660,
    },
    {
        "OP": -255, "RBRACE": -255,
    },
    {
        "RBRACE": 661,
    },
    {
        "EXPECT": -256, "RBRACE": -256,
    },
    {
        "EQUAL": 664,
    },
    {
        "ALLOWED": -257, "COMMA": 665, "DENIED": -257,
    },
    {
        "SEMICOLON": 667,
    },
    {
        "BECAUSE": 668,
    },
    {
        "RPAR": 669,
    },
    {
        "RPAR": 670,
    },
    {
        "EQUAL": -258, "FROM": -258, "INVALID": -258, "KEY": -258, "LBRACE": -258, "MORETHAN": -258,
        "RPAR": -258, "SEMICOLON": -258,
    },
    {
        "NONE": -259,
    },
    {
        "NONE": -260,
    },
    {
        "NONE": 671,
    },
    {
        "EVENT": -261, "FORBID": -261, "INCLUDE": -261, "RBRACE": -261, "REQUIRE": -261,
    },
    {
        "SEMICOLON": 673,
    },
    {
        "EVENT": -262, "FORBID": -262, "INCLUDE": -262, "RBRACE": -262, "REQUIRE": -262,
    },
    {
        "EVENT": -263, "FORBID": -263, "INCLUDE": -263, "RBRACE": -263, "REQUIRE": -263,
    },
    {
        "CLAIM": -264, "INPUT": -264, "LEMMA": -264, "LET": -264, "NEXT": -264, "OUTPUT": -264,
        "PARAM": -264, "RBRACE": -264, "STATE": -264, "TIMER": -264,
    },
    {
        "SEMICOLON": 674,
    },
    {
        "SEMICOLON": 675,
    },
    {
        "MISSING": 676,
    },
    {
        "STRING": 677,
    },
    {
        "CLAIM": -265, "INPUT": -265, "LEMMA": -265, "LET": -265, "NEXT": -265, "OUTPUT": -265,
        "PARAM": -265, "RBRACE": -265, "STATE": -265, "TIMER": -265,
    },
    {
        "CLAIM": -266, "INPUT": -266, "LEMMA": -266, "LET": -266, "NEXT": -266, "OUTPUT": -266,
        "PARAM": -266, "RBRACE": -266, "STATE": -266, "TIMER": -266,
    },
    {
        "CLAIM": -267, "INPUT": -267, "LEMMA": -267, "LET": -267, "NEXT": -267, "OUTPUT": -267,
        "PARAM": -267, "RBRACE": -267, "STATE": -267, "TIMER": -267,
    },
    {
        "SEMICOLON": 679,
    },
    {
        "SEMICOLON": 680,
    },
    {
        "SEMICOLON": 681,
    },
    {
        "SEMICOLON": 682,
    },
    {
        "NUMBER": 683,
    },
    {
        "OP": -268, "RBRACE": -268,
    },
    {
        "COMMA": 684, "SEMICOLON": -269,
    },
    {
        "SEMICOLON": 686,
    },
    {
        "ALL": 272, "ANY": 273, "COUNT": 274, "FALSE": 185, "LAST": 275, "MAX": 276, "MIN": 277,
        "MINUS": 278, "NAME": 194, "NUMBER": 279, "STRING": 687, "SUM": 280, "TRUE": 199,
    },
    {
        "ALLOWED": -270, "COMMA": 692, "DENIED": -270,
    },
    {
        "EXPECT": -271, "RBRACE": -271,
    },
    {
        "SEMICOLON": -272,
    },
    {
        "SEMICOLON": -273,
    },
    {
        "FALSE": 185, "TRUE": 199,
    },
    {
        "NONE": 695,
    },
    {
        "EVENT": -274, "FORBID": -274, "INCLUDE": -274, "RBRACE": -274, "REQUIRE": -274,
    },
    {
        "CLAIM": -275, "INPUT": -275, "LEMMA": -275, "LET": -275, "NEXT": -275, "OUTPUT": -275,
        "PARAM": -275, "RBRACE": -275, "STATE": -275, "TIMER": -275,
    },
    {
        "CLAIM": -276, "INPUT": -276, "LEMMA": -276, "LET": -276, "NEXT": -276, "OUTPUT": -276,
        "PARAM": -276, "RBRACE": -276, "STATE": -276, "TIMER": -276,
    },
    {
        "FROM": -277, "SEMICOLON": -277,
    },
    {
        "SEMICOLON": 696,
    },
    {
        "TICKS": 697,
    },
    {
        "CLAIM": -278, "INPUT": -278, "LEMMA": -278, "LET": -278, "NEXT": -278, "OUTPUT": -278,
        "PARAM": -278, "RBRACE": -278, "STATE": -278, "TIMER": -278,
    },
    {
        "CLAIM": -279, "INPUT": -279, "LEMMA": -279, "LET": -279, "NEXT": -279, "OUTPUT": -279,
        "PARAM": -279, "RBRACE": -279, "STATE": -279, "TIMER": -279,
    },
    {
        "CLAIM": -280, "INPUT": -280, "LEMMA": -280, "LET": -280, "NEXT": -280, "OUTPUT": -280,
        "PARAM": -280, "RBRACE": -280, "STATE": -280, "TIMER": -280,
    },
    {
        "CLAIM": -281, "INPUT": -281, "LEMMA": -281, "LET": -281, "NEXT": -281, "OUTPUT": -281,
        "PARAM": -281, "RBRACE": -281, "STATE": -281, "TIMER": -281,
    },
    {
        "TICKS": 698,
    },
    {
        "COMMA": 700, "SEMICOLON": -282,
    },
    {
        "EXPECT": -283, "RBRACE": -283,
    },
    {
        "ALLOWED": -284, "COMMA": -284, "DENIED": -284,
    },
    {
        "ALLOWED": -285, "COMMA": -285, "DENIED": -285,
    },
    {
        "ALLOWED": -286, "COMMA": -286, "DENIED": -286,
    },
    {
        "ALLOWED": -287, "COMMA": -287, "DENIED": -287,
    },
    {
        "ALLOWED": -288, "COMMA": -288, "DENIED": -288,
    },
    {
        "SEMICOLON": 702,
    },
    {
        "COLON": 703,
    },
    {
        "CLAIM": -289, "INPUT": -289, "LEMMA": -289, "LET": -289, "NEXT": -289, "OUTPUT": -289,
        "PARAM": -289, "RBRACE": -289, "STATE": -289, "TIMER": -289,
    },
    {
        "HOLDS": 705,
    },
    {
        "SEMICOLON": 706,
    },
    {
        "COMMA": -290, "SEMICOLON": -290,
    },
    {
        "ALLOWED": -291, "COMMA": -291, "DENIED": -291,
    },
    {
        "EXPECT": -292, "RBRACE": -292,
    },
    {
        "COLON": 709,
    },
    {
        "CLAIM": -293, "INPUT": -293, "LEMMA": -293, "LET": -293, "NEXT": -293, "OUTPUT": -293,
        "PARAM": -293, "RBRACE": -293, "STATE": -293, "TIMER": -293,
    },
    {
        "COMMA": -294, "SEMICOLON": -294,
    },
    {
        "BECAUSE": -295, "BY": -295, "COLON": -295, "COMMA": -295, "ELSE": -295, "FOR": -295,
        "RBRACE": -295, "RPAR": -295, "RSQB": -295, "SEMICOLON": -295, "THEN": -295, "TICKS": -295,
        "TIES": -295, "TRACES": -295, "UP": -295,
    },
    {
        "SEMICOLON": -296, "TRACES": -296,
    },
    {
        "BECAUSE": -297, "BY": -297, "COLON": -297, "COMMA": -297, "ELSE": -297, "FOR": -297,
        "RBRACE": -297, "RPAR": -297, "RSQB": -297, "SEMICOLON": -297, "THEN": -297, "TICKS": -297,
        "TIES": -297, "TRACES": -297, "UP": -297,
    },
]
ACTIONS: list[dict[str, int]] = [_ACTIONS[row] for row in (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
    28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53,
    54, 55, 56, 57, 58, 59, 60, 61, 61, 62, 63, 64, 65, 66, 67, 68, 69, 70, 63, 71, 72, 73, 74, 75, 76, 77,
    63, 78, 79, 80, 63, 81, 82, 83, 64, 84, 85, 63, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99,
    100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 64, 111, 112, 113, 114, 115, 116, 117, 118, 119,
    120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 98, 135, 136, 137, 138, 139,
    140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 98, 155, 156, 157, 158, 159,
    160, 161, 162, 163, 164, 165, 163, 64, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 175,
    178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197,
    198, 199, 200, 201, 202, 203, 204, 205, 165, 165, 206, 207, 208, 209, 64, 210, 211, 212, 213, 214, 215,
    216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235,
    236, 237, 238, 239, 240, 241, 242, 243, 63, 244, 63, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254,
    255, 256, 257, 258, 259, 260, 261, 262, 263, 264, 265, 266, 163, 267, 268, 269, 270, 271, 272, 273,
    274, 275, 276, 277, 278, 279, 280, 281, 282, 283, 284, 285, 286, 287, 288, 289, 181, 290, 181, 291,
    292, 293, 294, 181, 183, 175, 183, 295, 181, 181, 296, 297, 298, 299, 300, 301, 302, 303, 304, 305, 64,
    306, 307, 308, 309, 310, 311, 312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 322, 323, 324, 325,
    326, 327, 328, 63, 329, 330, 331, 332, 333, 334, 163, 335, 336, 337, 338, 163, 339, 340, 341, 342, 343,
    344, 175, 344, 111, 345, 346, 347, 348, 111, 349, 350, 351, 352, 353, 354, 355, 356, 344, 357, 358,
    359, 360, 361, 362, 363, 364, 365, 366, 367, 368, 175, 369, 370, 371, 372, 373, 374, 375, 376, 377,
    378, 379, 380, 381, 382, 383, 384, 385, 386, 387, 388, 389, 390, 391, 392, 165, 393, 394, 395, 396,
    397, 398, 399, 400, 401, 402, 403, 404, 405, 406, 175, 407, 408, 409, 163, 410, 411, 412, 413, 414,
    415, 416, 417, 418, 419, 420, 421, 422, 423, 424, 345, 425, 111, 426, 427, 175, 428, 175, 429, 430,
    431, 432, 433, 434, 435, 436, 437, 438, 439, 440, 441, 442, 443, 444, 445, 446, 447, 448, 449, 450,
    451, 175, 452, 453, 454, 455, 64, 456, 457, 458, 459, 460, 461, 462, 463, 464, 465, 163, 466, 467, 468,
    469, 470, 471, 472, 473, 175, 474, 175, 175, 475, 476, 477, 175, 478, 479, 175, 480, 175, 63, 481, 482,
    483, 63, 64, 484, 175, 175, 64, 485, 64, 175, 486, 487, 488, 64, 489, 490, 491, 492, 493, 494, 495,
    496, 497, 498, 499, 500, 163, 501, 502, 503, 504, 505, 506, 175, 507, 175, 508, 63, 509, 510, 511, 512,
    175, 513, 514, 515, 175, 516, 511, 517, 518, 519, 520, 521, 522, 523, 524, 525, 526, 527, 528, 529,
    175, 530, 531, 532, 533, 534, 535, 536, 537, 538, 539, 540, 541, 542, 543, 544, 545, 546, 547, 548,
    549, 550, 551, 552, 553, 175, 554, 555, 175, 556, 557, 558, 559, 63, 560, 561, 562, 563, 564, 565, 566,
    567, 568, 569, 535, 570, 571, 572, 573, 574, 575, 576, 577, 578, 579, 175, 580, 581, 582, 583, 584,
    585, 586, 587, 588, 589, 590, 527, 591, 592, 63, 593, 594, 595, 596, 597, 598, 599, 600, 601, 602, 603,
    604, 605, 606, 607, 63, 608, 609, 610, 611, 612, 613, 614, 527, 615, 616, 595, 617, 618, 619, 620, 63,
    621, 622, 175, 623, 175, 624, 625, 626, 175, 627, 628,
)]

_GOTOS: list[dict[str, int]] = [
    {
        "__docs_star_1": 2, "docs": 3, "start": 4,
    },
    {},
    {
        "opening": 8,
    },
    {
        "__start_star_0": 34, "claim": 35, "item": 36,
    },
    {
        "claim": 35, "item": 60,
    },
    {
        "repeated": 67,
    },
    {
        "__item_star_2": 70, "constant": 71,
    },
    {
        "nature": 78,
    },
    {
        "root": 94,
    },
    {
        "root": 95,
    },
    {
        "__item_star_8": 101, "bundle_item": 102, "claim": 103, "need": 104,
    },
    {
        "text": 106,
    },
    {
        "type": 114, "type_word": 115,
    },
    {
        "constant": 120,
    },
    {
        "text": 121,
    },
    {
        "__item_star_5": 125, "field": 126,
    },
    {
        "__item_star_3": 132, "label": 133,
    },
    {
        "text": 134,
    },
    {
        "__item_star_4": 137, "term": 138,
    },
    {
        "text": 141,
    },
    {
        "__item_star_7": 144, "grant": 145,
    },
    {
        "__item_star_10": 148, "operation": 149,
    },
    {
        "__givens_star_16": 151, "given": 152, "givens": 153,
    },
    {
        "type": 154, "type_word": 115,
    },
    {
        "text": 156,
    },
    {
        "dotted": 158,
    },
    {
        "bundle_item": 165, "claim": 103, "need": 104,
    },
    {
        "names": 167,
    },
    {
        "__text_star_12": 169,
    },
    {
        "type": 181, "type_word": 115,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 204,
        "implication": 205, "kind": 206, "list": 207, "negation": 208, "path": 209, "primary": 210,
        "product": 211, "record": 212, "sign": 213, "source": 214, "truth": 215, "value": 216, "word": 217,
    },
    {
        "mitigates": 221, "satisfies": 222,
    },
    {
        "repeated": 225,
    },
    {
        "field": 227,
    },
    {
        "__item_star_5": 230, "field": 126,
    },
    {
        "label": 234,
    },
    {
        "term": 238,
    },
    {
        "names": 242,
    },
    {
        "grant": 244,
    },
    {
        "operation": 247,
    },
    {
        "given": 249,
    },
    {
        "__expects_star_17": 251, "expect": 252, "expects": 253,
    },
    {
        "__dotted_star_15": 258,
    },
    {
        "names": 262,
    },
    {
        "__names_star_14": 264,
    },
    {
        "relation": 271,
    },
    {
        "bound": 281, "path": 282, "word": 283,
    },
    {
        "strings": 286,
    },
    {
        "bound": 287, "path": 282, "word": 283,
    },
    {
        "type": 288, "type_word": 115,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 294,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "pair": 298, "pairs": 299,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 300,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 204,
        "implication": 205, "kind": 206, "list": 207, "negation": 208, "path": 209, "primary": 210,
        "product": 211, "record": 212, "sign": 213, "source": 214, "truth": 215, "value": 302,
        "values": 303, "word": 217,
    },
    {
        "path": 209, "primary": 210, "sign": 304, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "negation": 305, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "compare": 315,
    },
    {
        "__dotted_star_15": 324,
    },
    {
        "strings": 325,
    },
    {
        "strings": 326,
    },
    {
        "satisfies": 328,
    },
    {
        "type": 331, "type_word": 115,
    },
    {
        "expect": 343,
    },
    {
        "text": 348,
    },
    {
        "__root_star_19": 352, "branch": 353, "level": 354,
    },
    {
        "text": 355,
    },
    {
        "bound": 364, "path": 282, "word": 283,
    },
    {
        "__strings_star_11": 366,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 204,
        "implication": 205, "kind": 206, "list": 207, "negation": 208, "path": 209, "primary": 210,
        "product": 211, "record": 212, "sign": 213, "source": 214, "truth": 215, "value": 302,
        "values": 372, "word": 217,
    },
    {
        "__pairs_star_20": 379,
    },
    {
        "__values_star_21": 383,
    },
    {
        "path": 209, "primary": 210, "product": 385, "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "path": 209, "primary": 210, "product": 386, "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 387, "path": 209, "primary": 210, "product": 211, "sign": 213, "source": 214,
        "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "negation": 388, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 389,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 390, "negation": 208, "path": 209,
        "primary": 210, "product": 211, "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "path": 209, "primary": 210, "sign": 392, "source": 214, "truth": 215, "word": 217,
    },
    {
        "path": 209, "primary": 210, "sign": 393, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "arguments": 395, "comparison": 201, "conjunction": 202, "disjunction": 203,
        "expr": 396, "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210,
        "product": 211, "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "__item_star_6": 403, "force": 404, "policy_item": 405,
    },
    {
        "type": 408, "type_word": 115,
    },
    {
        "__item_star_5": 410, "field": 126,
    },
    {
        "__item_star_9": 423, "machine_item": 424,
    },
    {
        "__item_star_6": 426, "force": 404, "policy_item": 405,
    },
    {
        "condition": 430, "traces": 431,
    },
    {
        "type": 433, "type_word": 115,
    },
    {
        "branch": 440, "level": 354,
    },
    {
        "text": 442,
    },
    {
        "traces": 446,
    },
    {
        "bound": 447, "path": 282, "word": 283,
    },
    {
        "bound": 452, "path": 282, "word": 283,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 204,
        "implication": 205, "kind": 206, "list": 207, "negation": 208, "path": 209, "primary": 210,
        "product": 211, "record": 212, "sign": 213, "source": 214, "truth": 215, "value": 302,
        "values": 458, "word": 217,
    },
    {
        "path": 209, "source": 459, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 460,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "path": 209, "source": 461, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 204,
        "implication": 205, "kind": 206, "list": 207, "negation": 208, "path": 209, "primary": 210,
        "product": 211, "record": 212, "sign": 213, "source": 214, "truth": 215, "value": 462, "word": 217,
    },
    {
        "pair": 463,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 204,
        "implication": 205, "kind": 206, "list": 207, "negation": 208, "path": 209, "primary": 210,
        "product": 211, "record": 212, "sign": 213, "source": 214, "truth": 215, "value": 465, "word": 217,
    },
    {
        "path": 209, "source": 467, "word": 217,
    },
    {
        "__arguments_star_22": 470,
    },
    {
        "force": 471,
    },
    {
        "force": 404, "policy_item": 474,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 475,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "__item_star_5": 481, "field": 126,
    },
    {
        "machine_item": 493,
    },
    {
        "strings": 496,
    },
    {
        "traces": 498,
    },
    {
        "record": 502,
    },
    {
        "traces": 508,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 509,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "bound": 513, "path": 282, "word": 283,
    },
    {
        "where": 521,
    },
    {
        "where": 524,
    },
    {
        "pair": 525,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 204,
        "implication": 205, "kind": 206, "list": 207, "negation": 208, "path": 209, "primary": 210,
        "product": 211, "record": 212, "sign": 213, "source": 214, "truth": 215, "value": 526, "word": 217,
    },
    {
        "where": 528,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 529,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 531,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 546,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "type": 548, "type_word": 115,
    },
    {
        "__root_star_19": 554, "branch": 353, "level": 354,
    },
    {
        "action": 557,
    },
    {
        "traces": 560,
    },
    {
        "bound": 561, "path": 282, "word": 283,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 566,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 567,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 568,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 570,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 572,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 574,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "text": 575,
    },
    {
        "text": 576,
    },
    {
        "type": 577, "type_word": 115,
    },
    {
        "form": 582, "property": 583, "text": 584,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 585,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 586,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "type": 587, "type_word": 115,
    },
    {
        "type": 589, "type_word": 115,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 590,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "type": 592, "type_word": 115,
    },
    {
        "with": 596,
    },
    {
        "bound": 603, "path": 282, "word": 283,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 605,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 606,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "text": 607,
    },
    {
        "traces": 610,
    },
    {
        "form": 582, "property": 611,
    },
    {
        "invalid": 615,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 616,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 617,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "traces": 619,
    },
    {
        "form": 582, "property": 620,
    },
    {
        "stated": 633,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 636,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "ties": 641,
    },
    {
        "traces": 644,
    },
    {
        "traces": 648,
    },
    {
        "traces": 656,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 657,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 659,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "text": 662, "texts": 663,
    },
    {
        "__with_star_18": 666,
    },
    {
        "ties": 672,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 678,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "__texts_star_13": 685,
    },
    {
        "bound": 688, "given_value": 689, "path": 282, "truth": 690, "word": 283,
    },
    {
        "stated": 691,
    },
    {
        "text": 662, "texts": 693,
    },
    {
        "truth": 694,
    },
    {
        "text": 699,
    },
    {
        "stated": 701,
    },
    {
        "truth": 704,
    },
    {
        "text": 707,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 708,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 710,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
    {
        "addition": 200, "comparison": 201, "conjunction": 202, "disjunction": 203, "expr": 711,
        "implication": 205, "kind": 206, "negation": 208, "path": 209, "primary": 210, "product": 211,
        "sign": 213, "source": 214, "truth": 215, "word": 217,
    },
]
GOTOS: list[dict[str, int]] = [_GOTOS[row] for row in (
    0, 1, 1, 2, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    4, 1, 1, 1, 1, 1, 1, 5, 6, 1, 1, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 8, 9, 10, 11, 12, 1,
    1, 1, 1, 13, 1, 14, 1, 1, 1, 15, 1, 1, 16, 17, 18, 1, 1, 19, 20, 21, 22, 23, 1, 1, 24, 25, 1, 1, 1, 1,
    1, 1, 1, 1, 26, 1, 1, 27, 28, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 29, 30, 1, 1, 31, 1, 32, 1, 33, 1, 1,
    34, 1, 1, 1, 35, 1, 1, 1, 1, 36, 1, 1, 1, 1, 37, 1, 38, 1, 1, 1, 39, 1, 1, 40, 1, 41, 1, 1, 1, 42, 1,
    1, 1, 1, 1, 43, 1, 1, 44, 1, 1, 1, 1, 45, 46, 1, 47, 48, 49, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50, 1, 51, 52,
    53, 1, 1, 54, 1, 55, 1, 1, 1, 1, 56, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 57, 58, 59, 1, 60,
    1, 1, 61, 1, 1, 1, 1, 1, 33, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 62, 1, 1, 1,
    1, 1, 1, 1, 63, 64, 65, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 57, 66, 67, 1,
    1, 1, 1, 1, 68, 1, 1, 1, 1, 1, 1, 69, 1, 1, 1, 70, 1, 1, 1, 1, 1, 71, 1, 72, 1, 1, 1, 1, 73, 74, 75,
    76, 1, 77, 78, 1, 79, 1, 1, 1, 1, 1, 1, 80, 1, 81, 82, 1, 1, 1, 83, 84, 85, 86, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 87, 1, 1, 1, 88, 1, 1, 1, 1, 89, 1, 90, 1, 1, 1, 1, 91, 1, 1, 1, 1, 92, 93, 94, 95, 96, 97, 1,
    1, 1, 98, 1, 1, 1, 1, 1, 1, 1, 1, 99, 1, 1, 1, 1, 100, 1, 101, 1, 1, 1, 1, 102, 103, 1, 1, 1, 1, 1, 33,
    104, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 105, 1, 1, 102, 1, 1, 106, 107, 1, 1, 1, 108, 1, 1, 1, 1, 1, 1,
    1, 109, 1, 110, 1, 1, 1, 111, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 112, 1, 113, 1, 1, 114, 1, 115, 116, 1,
    117, 1, 118, 1, 1, 1, 1, 1, 1, 1, 1, 1, 33, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 119, 1, 1, 1, 1,
    120, 1, 1, 1, 1, 121, 122, 1, 1, 123, 1, 124, 1, 1, 1, 1, 1, 1, 1, 1, 125, 1, 126, 127, 1, 1, 1, 128,
    1, 1, 129, 1, 130, 131, 1, 1, 1, 132, 133, 134, 135, 136, 137, 1, 138, 139, 1, 1, 1, 140, 1, 141, 1, 1,
    87, 1, 1, 1, 1, 1, 1, 1, 142, 1, 1, 1, 1, 1, 1, 143, 1, 144, 1, 145, 1, 146, 147, 148, 149, 1, 1, 1,
    150, 151, 152, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 153, 1, 1, 154, 1, 1, 1, 1, 1, 155, 1, 1, 156, 1, 1, 1,
    157, 1, 1, 1, 1, 1, 1, 1, 1, 158, 1, 1, 159, 1, 1, 160, 1, 1, 1, 1, 161, 1, 162, 1, 1, 1, 1, 1, 1, 1,
    1, 163, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 164, 1, 1, 1, 1, 1, 1, 1, 1, 165, 1, 166, 167, 1, 1, 168, 1, 1,
    169, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 170, 1, 1, 1, 1, 1, 1, 1, 171, 1, 1, 172, 1, 1, 1, 1, 173, 1,
    1, 174, 1, 175, 1, 1, 1, 176, 1, 1,
)]
