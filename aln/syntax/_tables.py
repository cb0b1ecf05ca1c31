"""Parse tables of ALN, derived from grammar/aln.lark by `make regen`: never edit by hand."""

from __future__ import annotations

# fmt: off

START = 0
END = 4

WORDS: dict[str, str] = {
    "after": "AFTER", "all": "ALL", "allowed": "ALLOWED", "always": "ALWAYS", "and": "AND", "any": "ANY",
    "as": "AS", "because": "BECAUSE", "behavior_graph": "BEHAVIOR_GRAPH", "behavior_tree": "BEHAVIOR_TREE",
    "branch": "BRANCH", "by": "BY", "claim": "CLAIM", "const": "CONST", "constants": "CONSTANTS",
    "control": "CONTROL", "count": "COUNT", "decimal": "DECIMAL", "denied": "DENIED", "else": "ELSE",
    "entity": "ENTITY", "enum": "ENUM", "every": "EVERY", "expect": "EXPECT", "false": "FALSE",
    "filter": "FILTER", "for": "FOR", "forbid": "FORBID", "from": "FROM", "given": "GIVEN",
    "hazard": "HAZARD", "holds": "HOLDS", "implies": "IMPLIES", "in": "IN", "include": "INCLUDE",
    "input": "INPUT", "int": "INT", "invalid": "INVALID", "key": "KEY", "last": "LAST", "lemma": "LEMMA",
    "let": "LET", "lexicon": "LEXICON", "list": "LIST", "machine": "MACHINE", "many": "MANY", "max": "MAX",
    "min": "MIN", "missing": "MISSING", "mitigates": "MITIGATES", "module": "MODULE", "never": "NEVER",
    "next": "NEXT", "node": "NODE", "none": "NONE", "not": "NOT", "of": "OF", "op": "OP", "or": "OR",
    "output": "OUTPUT", "param": "PARAM", "policy": "POLICY", "probability": "PROBABILITY",
    "reachable": "REACHABLE", "ref": "REF", "require": "REQUIRE", "requirement": "REQUIREMENT",
    "root": "ROOT", "satisfies": "SATISFIES", "service": "SERVICE", "severity": "SEVERITY",
    "state": "STATE", "stored": "STORED", "sum": "SUM", "test": "TEST", "then": "THEN", "ticks": "TICKS",
    "ties": "TIES", "timer": "TIMER", "to": "TO", "traces": "TRACES", "true": "TRUE", "type": "TYPE",
    "unit": "UNIT", "up": "UP", "where": "WHERE",
}

MARKS: dict[str, str] = {
    "!=": "__ANON_3", "(": "LPAR", ")": "RPAR", "*": "STAR", "+": "PLUS", ",": "COMMA", "-": "MINUS",
    "->": "__ANON_0", ".": "DOT", "..": "__ANON_1", "/": "SLASH", ":": "COLON", ";": "SEMICOLON",
    "<": "LESSTHAN", "<=": "__ANON_4", "=": "EQUAL", "==": "__ANON_2", ">": "MORETHAN", ">=": "__ANON_5",
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
    ("start", 5, "start", (0, 2)),
    ("__start_star_0", 1, "*", (0,)),
    ("start", 6, "start", (0, 2, -6)),
    ("__start_star_0", 2, "*", (-2, 1)),
    ("item", 3, "constants", ()),
    ("__item_star_2", 1, "*", (0,)),
    ("givens", 0, "givens", ()),
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
    ("item", 4, "entity", (1, -1)),
    ("__item_star_5", 1, "*", (0,)),
    ("item", 4, "enum", (1,)),
    ("__item_star_3", 1, "*", (0,)),
    ("item", 4, "lexicon", (1,)),
    ("__item_star_4", 1, "*", (0,)),
    ("item", 4, "service", (1,)),
    ("__item_star_8", 1, "*", (0,)),
    ("givens", 1, "givens", (-2,)),
    ("__givens_star_10", 1, "*", (0,)),
    ("expects", 0, "expects", ()),
    ("item", 5, "behavior_graph", (1, 3)),
    ("item", 5, "behavior_tree", (1, 3)),
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
    ("item", 5, "entity", (1, -1, -5)),
    ("__item_star_5", 2, "*", (-2, 1)),
    ("label", 2, "label", (0,)),
    ("item", 5, "enum", (1, -5)),
    ("__item_star_3", 2, "*", (-2, 1)),
    ("term", 2, "term", (0,)),
    ("item", 5, "lexicon", (1, -5)),
    ("__item_star_4", 2, "*", (-2, 1)),
    ("item", 5, "requirement", (1, 3)),
    ("item", 5, "service", (1, -5)),
    ("__item_star_8", 2, "*", (-2, 1)),
    ("__givens_star_10", 2, "*", (-2, 1)),
    ("expects", 1, "expects", (-2,)),
    ("__expects_star_11", 1, "*", (0,)),
    ("item", 5, "type_alias", (1, 3)),
    ("item", 5, "unit", (1, 3)),
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
    ("__expects_star_11", 2, "*", (-2, 1)),
    ("item", 6, "test", (1, 3, 4)),
    ("level", 1, "level", (0,)),
    ("level", 1, "level", (0,)),
    ("root", 4, "root", (1,)),
    ("__root_star_12", 1, "*", (0,)),
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
    ("__path_star_16", 2, "*", (1,)),
    ("source", 3, "call", (0, -1)),
    ("arguments", 1, "arguments", (0,)),
    ("item", 7, "control", (1, 3, 4, 5)),
    ("field", 4, "field", (0, -1, 2, -1)),
    ("item", 7, "entity", (1, 4)),
    ("item", 7, "machine", (1, 3, 4)),
    ("__item_star_7", 1, "*", (0,)),
    ("force", 1, "force", (0,)),
    ("item", 7, "policy", (1, 3, 4)),
    ("force", 1, "force", (0,)),
    ("__item_star_6", 1, "*", (0,)),
    ("root", 5, "root", (1, -5)),
    ("__root_star_12", 2, "*", (-2, 1)),
    ("type", 5, "decimal", (-1, 2, 4, -1, -1)),
    ("__strings_star_9", 2, "*", (1,)),
    ("type", 5, "enum_type", (2, 4)),
    ("type", 5, "integer", (2, 4, -1)),
    ("type", 5, "list_type", (2, 4)),
    ("item", 8, "table", (1, -1, 3, -1)),
    ("expr", 4, "count", (1, 3, -1)),
    ("pair", 3, "pair", (0, 2)),
    ("__pairs_star_13", 2, "*", (1,)),
    ("__values_star_14", 2, "*", (1,)),
    ("source", 4, "call", (0, 2)),
    ("arguments", 2, "arguments", (0, -3)),
    ("__path_star_16", 3, "*", (-2, 2)),
    ("field", 5, "field", (0, -1, 2, 3)),
    ("field", 5, "field", (0, 1, 3, -1)),
    ("item", 8, "entity", (1, 4, -8)),
    ("item", 8, "machine", (1, 3, 4, -8)),
    ("__item_star_7", 2, "*", (-2, 1)),
    ("item", 8, "policy", (1, 3, 4, -8)),
    ("__item_star_6", 2, "*", (-2, 1)),
    ("type", 6, "decimal", (-1, 2, 4, -1, 5)),
    ("type", 6, "decimal", (1, 3, 5, -1, -1)),
    ("__strings_star_9", 3, "*", (-2, 2)),
    ("type", 6, "integer", (2, 4, 5)),
    ("item", 9, "table", (1, -1, 3, 6)),
    ("item", 9, "table", (1, 2, 4, -1)),
    ("expr", 5, "count", (1, 3, 4)),
    ("__pairs_star_13", 3, "*", (-2, 2)),
    ("__values_star_14", 3, "*", (-2, 2)),
    ("__arguments_star_15", 2, "*", (1,)),
    ("field", 6, "field", (0, 1, 3, 4)),
    ("item", 9, "hazard", (1, 3, 5, 7)),
    ("given", 6, "given", (1, 2, 4)),
    ("branch", 4, "branch", (0, 1)),
    ("item", 10, "claim", (1, 3, 5, 6, 8, -1)),
    ("type", 7, "decimal", (-1, 2, 4, 6, -1)),
    ("type", 7, "decimal", (1, 3, 5, -1, 6)),
    ("type", 7, "many", (1, 3, 6)),
    ("item", 10, "table", (1, 2, 4, 7)),
    ("where", 2, "plain", (1,)),
    ("expr", 6, "conditional", (0, 1, 3, 5)),
    ("expr", 6, "aggregate", (0, 1, 3, -1, 5)),
    ("__arguments_star_15", 3, "*", (-2, 2)),
    ("form", 1, "form", (0,)),
    ("form", 1, "form", (0,)),
    ("form", 1, "form", (0,)),
    ("branch", 5, "branch", (0, 1, -5)),
    ("branch", 5, "leaf", (0, 1, 3)),
    ("traces", 2, "traces", (1,)),
    ("item", 11, "claim", (1, 3, 5, 6, 8, 9)),
    ("type", 8, "decimal", (-1, 2, 4, 6, 7)),
    ("type", 8, "decimal", (1, 3, 5, 7, -1)),
    ("expr", 7, "aggregate", (0, 1, 3, 4, 6)),
    ("machine_item", 5, "input", (1, 3, -1, -1)),
    ("property", 2, "property", (0, 1)),
    ("machine_item", 5, "lemma", (1, -1, 3, -1)),
    ("machine_item", 5, "let", (1, 3)),
    ("machine_item", 5, "next_state", (1, 3)),
    ("machine_item", 5, "param", (1, 3, -1)),
    ("policy_item", 5, "rule", (0, 1, 3, -1)),
    ("operation", 8, "operation", (1, -1, 5)),
    ("expect", 7, "expect_allowed", (1, 3)),
    ("type", 9, "decimal", (1, 3, 5, 7, 8)),
    ("ties", 1, "ties", (0,)),
    ("ties", 1, "ties", (0,)),
    ("machine_item", 6, "machine_claim", (1, 3, 4, -1)),
    ("machine_item", 6, "input", (1, 3, 4, -1)),
    ("machine_item", 6, "lemma", (1, 3, 4, -1)),
    ("machine_item", 6, "lemma", (1, -1, 3, 4)),
    ("policy_item", 6, "include", (1, 3)),
    ("policy_item", 6, "rule", (0, 1, 3, 4)),
    ("operation", 9, "operation", (1, 3, 6)),
    ("action", 4, "filter", (2,)),
    ("action", 4, "next_node", (2,)),
    ("machine_item", 7, "machine_claim", (1, 3, 4, 5)),
    ("machine_item", 7, "input", (1, 3, -1, 5)),
    ("invalid", 3, "invalid", ()),
    ("machine_item", 7, "lemma", (1, 3, 4, 5)),
    ("machine_item", 7, "output", (1, 3, 5)),
    ("machine_item", 7, "param", (1, 3, 5)),
    ("machine_item", 7, "state", (1, 3, 5)),
    ("expect", 9, "expect_denied", (1, 3, 7)),
    ("machine_item", 8, "input", (1, 3, 4, 6)),
    ("machine_item", 9, "timer", (1, 3, 6)),
    ("expr", 12, "last", (1, 3, -1, 5, 7, 9, 11)),
    ("property", 7, "response", (1, 3, 6)),
    ("expr", 13, "last", (1, 3, 4, 6, 8, 10, 12)),
]

# terminal -> the state to shift to, or -1 - the rule to reduce by

_ACTIONS: list[dict[str, int]] = [
    {
        "DOC": 1, "MODULE": -1,
    },
    {
        "DOC": -2, "MODULE": -2,
    },
    {
        "DOC": 5, "MODULE": -3,
    },
    {
        "MODULE": 6,
    },
    {},
    {
        "DOC": -4, "MODULE": -4,
    },
    {
        "NAME": 7,
    },
    {
        "LBRACE": 8,
    },
    {
        "BEHAVIOR_GRAPH": 9, "BEHAVIOR_TREE": 10, "CLAIM": 11, "CONST": 12, "CONSTANTS": 13, "CONTROL": 14,
        "ENTITY": 15, "ENUM": 16, "HAZARD": 17, "LEXICON": 18, "MACHINE": 19, "POLICY": 20, "RBRACE": 21,
        "REQUIREMENT": 22, "SERVICE": 23, "TEST": 24, "TYPE": 25, "UNIT": 26,
    },
    {
        "NAME": 29,
    },
    {
        "NAME": 30,
    },
    {
        "NAME": 31,
    },
    {
        "NAME": 32,
    },
    {
        "LBRACE": 33,
    },
    {
        "STRING": 34,
    },
    {
        "NAME": 35,
    },
    {
        "NAME": 36,
    },
    {
        "STRING": 37,
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
        "$END": -5,
    },
    {
        "STRING": 41,
    },
    {
        "NAME": 42,
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
        "BEHAVIOR_GRAPH": 9, "BEHAVIOR_TREE": 10, "CLAIM": 11, "CONST": 12, "CONSTANTS": 13, "CONTROL": 14,
        "ENTITY": 15, "ENUM": 16, "HAZARD": 17, "LEXICON": 18, "MACHINE": 19, "POLICY": 20, "RBRACE": 46,
        "REQUIREMENT": 22, "SERVICE": 23, "TEST": 24, "TYPE": 25, "UNIT": 26,
    },
    {
        "BEHAVIOR_GRAPH": -6, "BEHAVIOR_TREE": -6, "CLAIM": -6, "CONST": -6, "CONSTANTS": -6,
        "CONTROL": -6, "ENTITY": -6, "ENUM": -6, "HAZARD": -6, "LEXICON": -6, "MACHINE": -6, "POLICY": -6,
        "RBRACE": -6, "REQUIREMENT": -6, "SERVICE": -6, "TEST": -6, "TYPE": -6, "UNIT": -6,
    },
    {
        "LBRACE": 48,
    },
    {
        "LBRACE": 49,
    },
    {
        "COLON": 50,
    },
    {
        "COLON": 51, "LSQB": 52,
    },
    {
        "NAME": 54, "RBRACE": 55,
    },
    {
        "COLON": 58,
    },
    {
        "LBRACE": 59, "STORED": 60,
    },
    {
        "LBRACE": 61,
    },
    {
        "COLON": 62,
    },
    {
        "LBRACE": 63,
    },
    {
        "EVERY": 64,
    },
    {
        "FOR": 65,
    },
    {
        "COLON": 66,
    },
    {
        "LBRACE": 67,
    },
    {
        "LBRACE": 68,
    },
    {
        "EQUAL": 69,
    },
    {
        "EQUAL": 70,
    },
    {
        "$END": -7,
    },
    {
        "BEHAVIOR_GRAPH": -8, "BEHAVIOR_TREE": -8, "CLAIM": -8, "CONST": -8, "CONSTANTS": -8,
        "CONTROL": -8, "ENTITY": -8, "ENUM": -8, "HAZARD": -8, "LEXICON": -8, "MACHINE": -8, "POLICY": -8,
        "RBRACE": -8, "REQUIREMENT": -8, "SERVICE": -8, "TEST": -8, "TYPE": -8, "UNIT": -8,
    },
    {
        "ROOT": 71,
    },
    {
        "STRING": 74,
    },
    {
        "DECIMAL": 75, "ENUM": 76, "INT": 77, "LIST": 78, "MANY": 79, "NAME": 80, "REF": 81,
    },
    {
        "RSQB": 84,
    },
    {
        "COLON": 85,
    },
    {
        "COLON": 86,
    },
    {
        "BEHAVIOR_GRAPH": -9, "BEHAVIOR_TREE": -9, "CLAIM": -9, "CONST": -9, "CONSTANTS": -9,
        "CONTROL": -9, "ENTITY": -9, "ENUM": -9, "HAZARD": -9, "LEXICON": -9, "MACHINE": -9, "POLICY": -9,
        "RBRACE": -9, "REQUIREMENT": -9, "SERVICE": -9, "TEST": -9, "TYPE": -9, "UNIT": -9,
    },
    {
        "NAME": 54, "RBRACE": 87,
    },
    {
        "NAME": -10, "RBRACE": -10,
    },
    {
        "STRING": 89,
    },
    {
        "NAME": 90, "RBRACE": 91,
    },
    {
        "AS": 94,
    },
    {
        "NAME": 95, "RBRACE": 96,
    },
    {
        "STRING": 99,
    },
    {
        "RBRACE": 100, "STRING": 101,
    },
    {
        "NUMBER": 104,
    },
    {
        "NAME": 105,
    },
    {
        "STRING": 106,
    },
    {
        "OP": 107, "RBRACE": 108,
    },
    {
        "EXPECT": -11, "GIVEN": 111, "RBRACE": -11,
    },
    {
        "STRING": 116,
    },
    {
        "STRING": 117,
    },
    {
        "RBRACE": 118,
    },
    {
        "RBRACE": 119,
    },
    {
        "FOR": 120,
    },
    {
        "EQUAL": -12, "FROM": -12, "IN": 121, "INVALID": -12, "KEY": -12, "LBRACE": -12, "MORETHAN": -12,
        "NAME": 122, "OPTIONAL": -12, "RPAR": -12, "SEMICOLON": -12,
    },
    {
        "EQUAL": -13, "FROM": -13, "INVALID": -13, "KEY": -13, "LBRACE": -13, "LSQB": 123, "MORETHAN": -13,
        "OPTIONAL": -13, "RPAR": -13, "SEMICOLON": -13,
    },
    {
        "EQUAL": -14, "FROM": -14, "IN": 124, "INVALID": -14, "KEY": -14, "LBRACE": -14, "MORETHAN": -14,
        "OPTIONAL": -14, "RPAR": -14, "SEMICOLON": -14,
    },
    {
        "EQUAL": -15, "FROM": -15, "INVALID": -15, "KEY": -15, "LBRACE": -15, "LESSTHAN": 125,
        "MORETHAN": -15, "OPTIONAL": -15, "RPAR": -15, "SEMICOLON": -15,
    },
    {
        "EQUAL": -16, "FROM": -16, "INVALID": -16, "KEY": -16, "LBRACE": -16, "MORETHAN": -16, "NAME": 126,
        "OPTIONAL": -16, "RPAR": -16, "SEMICOLON": -16,
    },
    {
        "EQUAL": -17, "FROM": -17, "INVALID": -17, "KEY": -17, "LBRACE": -17, "MORETHAN": -17,
        "OPTIONAL": -17, "RPAR": -17, "SEMICOLON": -17,
    },
    {
        "EQUAL": -18, "FROM": -18, "INVALID": -18, "KEY": -18, "LBRACE": -18, "MORETHAN": -18, "NAME": 127,
        "OPTIONAL": -18, "RPAR": -18, "SEMICOLON": -18,
    },
    {
        "EQUAL": 128,
    },
    {
        "EQUAL": -19, "FROM": -19, "INVALID": -19, "KEY": -19, "LBRACE": -19, "MORETHAN": -19,
        "OPTIONAL": 129, "RPAR": -19, "SEMICOLON": -19,
    },
    {
        "COLON": -20,
    },
    {
        "ALL": 131, "ANY": 132, "COUNT": 133, "FALSE": 134, "IF": 135, "LAST": 136, "LBRACE": 137,
        "LPAR": 138, "LSQB": 139, "MAX": 140, "MIN": 141, "MINUS": 142, "NAME": 143, "NOT": 144,
        "NUMBER": 145, "STRING": 146, "SUM": 147, "TRUE": 148,
    },
    {
        "BEHAVIOR_GRAPH": -21, "BEHAVIOR_TREE": -21, "CLAIM": -21, "CONST": -21, "CONSTANTS": -21,
        "CONTROL": -21, "ENTITY": -21, "ENUM": -21, "HAZARD": -21, "LEXICON": -21, "MACHINE": -21,
        "POLICY": -21, "RBRACE": -21, "REQUIREMENT": -21, "SERVICE": -21, "TEST": -21, "TYPE": -21,
        "UNIT": -21,
    },
    {
        "NAME": -22, "RBRACE": -22,
    },
    {
        "MITIGATES": 167, "SATISFIES": 168, "SEMICOLON": 169,
    },
    {
        "COLON": 172, "LSQB": 52,
    },
    {
        "BEHAVIOR_GRAPH": -23, "BEHAVIOR_TREE": -23, "CLAIM": -23, "CONST": -23, "CONSTANTS": -23,
        "CONTROL": -23, "ENTITY": -23, "ENUM": -23, "HAZARD": -23, "LEXICON": -23, "MACHINE": -23,
        "POLICY": -23, "RBRACE": -23, "REQUIREMENT": -23, "SERVICE": -23, "TEST": -23, "TYPE": -23,
        "UNIT": -23,
    },
    {
        "NAME": 90, "RBRACE": 174,
    },
    {
        "NAME": -24, "RBRACE": -24,
    },
    {
        "STRING": 176,
    },
    {
        "SEMICOLON": 177,
    },
    {
        "BEHAVIOR_GRAPH": -25, "BEHAVIOR_TREE": -25, "CLAIM": -25, "CONST": -25, "CONSTANTS": -25,
        "CONTROL": -25, "ENTITY": -25, "ENUM": -25, "HAZARD": -25, "LEXICON": -25, "MACHINE": -25,
        "POLICY": -25, "RBRACE": -25, "REQUIREMENT": -25, "SERVICE": -25, "TEST": -25, "TYPE": -25,
        "UNIT": -25,
    },
    {
        "NAME": 95, "RBRACE": 178,
    },
    {
        "NAME": -26, "RBRACE": -26,
    },
    {
        "SEVERITY": 180,
    },
    {
        "BEHAVIOR_GRAPH": -27, "BEHAVIOR_TREE": -27, "CLAIM": -27, "CONST": -27, "CONSTANTS": -27,
        "CONTROL": -27, "ENTITY": -27, "ENUM": -27, "HAZARD": -27, "LEXICON": -27, "MACHINE": -27,
        "POLICY": -27, "RBRACE": -27, "REQUIREMENT": -27, "SERVICE": -27, "TEST": -27, "TYPE": -27,
        "UNIT": -27,
    },
    {
        "SEMICOLON": 181,
    },
    {
        "RBRACE": 182, "STRING": 101,
    },
    {
        "RBRACE": -28, "STRING": -28,
    },
    {
        "NAME": 184,
    },
    {
        "NAME": 185,
    },
    {
        "SEMICOLON": 186,
    },
    {
        "NAME": 187,
    },
    {
        "BEHAVIOR_GRAPH": -29, "BEHAVIOR_TREE": -29, "CLAIM": -29, "CONST": -29, "CONSTANTS": -29,
        "CONTROL": -29, "ENTITY": -29, "ENUM": -29, "HAZARD": -29, "LEXICON": -29, "MACHINE": -29,
        "POLICY": -29, "RBRACE": -29, "REQUIREMENT": -29, "SERVICE": -29, "TEST": -29, "TYPE": -29,
        "UNIT": -29,
    },
    {
        "OP": 107, "RBRACE": 188,
    },
    {
        "OP": -30, "RBRACE": -30,
    },
    {
        "NAME": 190,
    },
    {
        "EXPECT": -31, "GIVEN": 111, "RBRACE": -31,
    },
    {
        "EXPECT": -32, "GIVEN": -32, "RBRACE": -32,
    },
    {
        "EXPECT": 192, "RBRACE": -33,
    },
    {
        "SEMICOLON": 196,
    },
    {
        "SEMICOLON": 197,
    },
    {
        "LBRACE": 198,
    },
    {
        "BEHAVIOR_GRAPH": -34, "BEHAVIOR_TREE": -34, "CLAIM": -34, "CONST": -34, "CONSTANTS": -34,
        "CONTROL": -34, "ENTITY": -34, "ENUM": -34, "HAZARD": -34, "LEXICON": -34, "MACHINE": -34,
        "POLICY": -34, "RBRACE": -34, "REQUIREMENT": -34, "SERVICE": -34, "TEST": -34, "TYPE": -34,
        "UNIT": -34,
    },
    {
        "BEHAVIOR_GRAPH": -35, "BEHAVIOR_TREE": -35, "CLAIM": -35, "CONST": -35, "CONSTANTS": -35,
        "CONTROL": -35, "ENTITY": -35, "ENUM": -35, "HAZARD": -35, "LEXICON": -35, "MACHINE": -35,
        "POLICY": -35, "RBRACE": -35, "REQUIREMENT": -35, "SERVICE": -35, "TEST": -35, "TYPE": -35,
        "UNIT": -35,
    },
    {
        "NAME": 199,
    },
    {
        "ALL": 200, "ANY": 201, "COUNT": 202, "LAST": 203, "MAX": 204, "MIN": 205, "MINUS": 206,
        "NAME": 143, "NUMBER": 207, "SUM": 208,
    },
    {
        "IN": 212,
    },
    {
        "STRING": 213,
    },
    {
        "BY": 217,
    },
    {
        "EQUAL": -36, "FROM": -36, "INVALID": -36, "KEY": -36, "LBRACE": -36, "MORETHAN": -36,
        "OPTIONAL": 218, "RPAR": -36, "SEMICOLON": -36,
    },
    {
        "LSQB": 219,
    },
    {
        "EQUAL": -37, "FROM": -37, "INVALID": -37, "KEY": -37, "LBRACE": -37, "MORETHAN": -37, "RPAR": -37,
        "SEMICOLON": -37,
    },
    {
        "EQUAL": 220,
    },
    {
        "AND": -38, "BECAUSE": -38, "BY": -38, "COLON": -38, "COMMA": -38, "DOT": -38, "ELSE": -38,
        "FOR": -38, "IMPLIES": -38, "LESSTHAN": -38, "LPAR": -38, "MINUS": -38, "MORETHAN": -38,
        "NAME": -39, "OR": -38, "PLUS": -38, "RBRACE": -38, "RPAR": -38, "RSQB": -38, "SEMICOLON": -38,
        "SLASH": -38, "STAR": -38, "THEN": -38, "TICKS": -38, "TIES": -38, "TRACES": -38, "UP": -38,
        "__ANON_2": -38, "__ANON_3": -38, "__ANON_4": -38, "__ANON_5": -38,
    },
    {
        "AND": -40, "BECAUSE": -40, "BY": -40, "COLON": -40, "COMMA": -40, "DOT": -40, "ELSE": -40,
        "FOR": -40, "IMPLIES": -40, "LESSTHAN": -40, "LPAR": -40, "MINUS": -40, "MORETHAN": -40,
        "NAME": -41, "OR": -40, "PLUS": -40, "RBRACE": -40, "RPAR": -40, "RSQB": -40, "SEMICOLON": -40,
        "SLASH": -40, "STAR": -40, "THEN": -40, "TICKS": -40, "TIES": -40, "TRACES": -40, "UP": -40,
        "__ANON_2": -40, "__ANON_3": -40, "__ANON_4": -40, "__ANON_5": -40,
    },
    {
        "AND": -42, "BECAUSE": -42, "BY": -42, "COLON": -42, "COMMA": -42, "DOT": -42, "ELSE": -42,
        "FOR": -42, "IMPLIES": -42, "LESSTHAN": -42, "LPAR": -42, "MINUS": -42, "MORETHAN": -42,
        "NAME": 221, "OR": -42, "PLUS": -42, "RBRACE": -42, "RPAR": -42, "RSQB": -42, "SEMICOLON": -42,
        "SLASH": -42, "STAR": -42, "THEN": -42, "TICKS": -42, "TIES": -42, "TRACES": -42, "UP": -42,
        "__ANON_2": -42, "__ANON_3": -42, "__ANON_4": -42, "__ANON_5": -42,
    },
    {
        "AND": -43, "BECAUSE": -43, "BY": -43, "COLON": -43, "COMMA": -43, "ELSE": -43, "FOR": -43,
        "IMPLIES": -43, "LESSTHAN": -43, "MINUS": -43, "MORETHAN": -43, "OR": -43, "PLUS": -43,
        "RBRACE": -43, "RPAR": -43, "RSQB": -43, "SEMICOLON": -43, "SLASH": -43, "STAR": -43, "THEN": -43,
        "TICKS": -43, "TIES": -43, "TRACES": -43, "UP": -43, "__ANON_2": -43, "__ANON_3": -43,
        "__ANON_4": -43, "__ANON_5": -43,
    },
    {
        "ALL": 131, "ANY": 132, "COUNT": 133, "FALSE": 134, "IF": 135, "LAST": 136, "LPAR": 138,
        "MAX": 140, "MIN": 141, "MINUS": 142, "NAME": 143, "NOT": 144, "NUMBER": 145, "STRING": 146,
        "SUM": 147, "TRUE": 148,
    },
    {
        "AND": -44, "BECAUSE": -44, "BY": -44, "COLON": -44, "COMMA": -44, "DOT": -44, "ELSE": -44,
        "FOR": -44, "IMPLIES": -44, "LESSTHAN": -44, "LPAR": -44, "MINUS": -44, "MORETHAN": -44,
        "NAME": 223, "OR": -44, "PLUS": -44, "RBRACE": -44, "RPAR": -44, "RSQB": -44, "SEMICOLON": -44,
        "SLASH": -44, "STAR": -44, "THEN": -44, "TICKS": -44, "TIES": -44, "TRACES": -44, "UP": -44,
        "__ANON_2": -44, "__ANON_3": -44, "__ANON_4": -44, "__ANON_5": -44,
    },
    {
        "NAME": 224, "RBRACE": 225,
    },
    {
        "ALL": 131, "ANY": 132, "COUNT": 133, "FALSE": 134, "IF": 135, "LAST": 136, "LBRACE": 137,
        "LPAR": 138, "LSQB": 139, "MAX": 140, "MIN": 141, "MINUS": 142, "NAME": 143, "NOT": 144,
        "NUMBER": 145, "RSQB": 229, "STRING": 146, "SUM": 147, "TRUE": 148,
    },
    {
        "AND": -45, "BECAUSE": -45, "BY": -45, "COLON": -45, "COMMA": -45, "DOT": -45, "ELSE": -45,
        "FOR": -45, "IMPLIES": -45, "LESSTHAN": -45, "LPAR": -45, "MINUS": -45, "MORETHAN": -45,
        "NAME": -46, "OR": -45, "PLUS": -45, "RBRACE": -45, "RPAR": -45, "RSQB": -45, "SEMICOLON": -45,
        "SLASH": -45, "STAR": -45, "THEN": -45, "TICKS": -45, "TIES": -45, "TRACES": -45, "UP": -45,
        "__ANON_2": -45, "__ANON_3": -45, "__ANON_4": -45, "__ANON_5": -45,
    },
    {
        "AND": -47, "BECAUSE": -47, "BY": -47, "COLON": -47, "COMMA": -47, "DOT": -47, "ELSE": -47,
        "FOR": -47, "IMPLIES": -47, "LESSTHAN": -47, "LPAR": -47, "MINUS": -47, "MORETHAN": -47,
        "NAME": -48, "OR": -47, "PLUS": -47, "RBRACE": -47, "RPAR": -47, "RSQB": -47, "SEMICOLON": -47,
        "SLASH": -47, "STAR": -47, "THEN": -47, "TICKS": -47, "TIES": -47, "TRACES": -47, "UP": -47,
        "__ANON_2": -47, "__ANON_3": -47, "__ANON_4": -47, "__ANON_5": -47,
    },
    {
        "ALL": 200, "ANY": 201, "COUNT": 202, "FALSE": 134, "LAST": 203, "LPAR": 138, "MAX": 204,
        "MIN": 205, "MINUS": 142, "NAME": 143, "NUMBER": 145, "STRING": 146, "SUM": 208, "TRUE": 148,
    },
    {
        "AND": -49, "BECAUSE": -49, "BY": -49, "COLON": -49, "COMMA": -49, "DOT": -49, "ELSE": -49,
        "EQUAL": -49, "FOR": -49, "FROM": -49, "IMPLIES": -49, "INVALID": -49, "KEY": -49, "LBRACE": -49,
        "LESSTHAN": -49, "LPAR": -49, "MINUS": -49, "MORETHAN": -49, "OPTIONAL": -49, "OR": -49,
        "PLUS": -49, "RBRACE": -49, "RPAR": -49, "RSQB": -49, "SEMICOLON": -49, "SLASH": -49, "STAR": -49,
        "THEN": -49, "TICKS": -49, "TIES": -49, "TRACES": -49, "UP": -49, "WHERE": -49, "__ANON_1": -49,
        "__ANON_2": -49, "__ANON_3": -49, "__ANON_4": -49, "__ANON_5": -49,
    },
    {
        "ALL": 200, "ANY": 201, "COUNT": 202, "FALSE": 134, "LAST": 203, "LPAR": 138, "MAX": 204,
        "MIN": 205, "MINUS": 142, "NAME": 143, "NOT": 144, "NUMBER": 145, "STRING": 146, "SUM": 208,
        "TRUE": 148,
    },
    {
        "AND": -50, "BECAUSE": -50, "BY": -50, "COLON": -50, "COMMA": -50, "ELSE": -50, "FOR": -50,
        "IMPLIES": -50, "LESSTHAN": -50, "MINUS": -50, "MORETHAN": -50, "NAME": 234, "OR": -50,
        "PLUS": -50, "RBRACE": -50, "RPAR": -50, "RSQB": -50, "SEMICOLON": -50, "SLASH": -50, "STAR": -50,
        "THEN": -50, "TICKS": -50, "TIES": -50, "TRACES": -50, "UP": -50, "__ANON_2": -50, "__ANON_3": -50,
        "__ANON_4": -50, "__ANON_5": -50,
    },
    {
        "AND": -51, "BECAUSE": -51, "BY": -51, "COLON": -51, "COMMA": -51, "ELSE": -51, "FOR": -51,
        "IMPLIES": -51, "LESSTHAN": -51, "MINUS": -51, "MORETHAN": -51, "OR": -51, "PLUS": -51,
        "RBRACE": -51, "RPAR": -51, "RSQB": -51, "SEMICOLON": -51, "SLASH": -51, "STAR": -51, "THEN": -51,
        "TICKS": -51, "TIES": -51, "TRACES": -51, "UP": -51, "__ANON_2": -51, "__ANON_3": -51,
        "__ANON_4": -51, "__ANON_5": -51,
    },
    {
        "AND": -52, "BECAUSE": -52, "BY": -52, "COLON": -52, "COMMA": -52, "DOT": -52, "ELSE": -52,
        "FOR": -52, "IMPLIES": -52, "LESSTHAN": -52, "LPAR": -52, "MINUS": -52, "MORETHAN": -52,
        "NAME": -53, "OR": -52, "PLUS": -52, "RBRACE": -52, "RPAR": -52, "RSQB": -52, "SEMICOLON": -52,
        "SLASH": -52, "STAR": -52, "THEN": -52, "TICKS": -52, "TIES": -52, "TRACES": -52, "UP": -52,
        "__ANON_2": -52, "__ANON_3": -52, "__ANON_4": -52, "__ANON_5": -52,
    },
    {
        "AND": -54, "BECAUSE": -54, "BY": -54, "COLON": -54, "COMMA": -54, "ELSE": -54, "FOR": -54,
        "IMPLIES": -54, "LESSTHAN": -54, "MINUS": -54, "MORETHAN": -54, "OR": -54, "PLUS": -54,
        "RBRACE": -54, "RPAR": -54, "RSQB": -54, "SEMICOLON": -54, "SLASH": -54, "STAR": -54, "THEN": -54,
        "TICKS": -54, "TIES": -54, "TRACES": -54, "UP": -54, "__ANON_2": -54, "__ANON_3": -54,
        "__ANON_4": -54, "__ANON_5": -54,
    },
    {
        "AND": -55, "BECAUSE": -55, "BY": -55, "COLON": -55, "COMMA": -55, "ELSE": -55, "FOR": -55,
        "IMPLIES": -55, "LESSTHAN": 235, "MINUS": 236, "MORETHAN": 237, "OR": -55, "PLUS": 238,
        "RBRACE": -55, "RPAR": -55, "RSQB": -55, "SEMICOLON": -55, "THEN": -55, "TICKS": -55, "TIES": -55,
        "TRACES": -55, "UP": -55, "__ANON_2": 239, "__ANON_3": 240, "__ANON_4": 241, "__ANON_5": 242,
    },
    {
        "AND": -56, "BECAUSE": -56, "BY": -56, "COLON": -56, "COMMA": -56, "ELSE": -56, "FOR": -56,
        "IMPLIES": -56, "OR": -56, "RBRACE": -56, "RPAR": -56, "RSQB": -56, "SEMICOLON": -56, "THEN": -56,
        "TICKS": -56, "TIES": -56, "TRACES": -56, "UP": -56,
    },
    {
        "AND": 244, "BECAUSE": -57, "BY": -57, "COLON": -57, "COMMA": -57, "ELSE": -57, "FOR": -57,
        "IMPLIES": -57, "OR": -57, "RBRACE": -57, "RPAR": -57, "RSQB": -57, "SEMICOLON": -57, "THEN": -57,
        "TICKS": -57, "TIES": -57, "TRACES": -57, "UP": -57,
    },
    {
        "BECAUSE": -58, "BY": -58, "COLON": -58, "COMMA": -58, "ELSE": -58, "FOR": -58, "IMPLIES": 245,
        "OR": 246, "RBRACE": -58, "RPAR": -58, "RSQB": -58, "SEMICOLON": -58, "THEN": -58, "TICKS": -58,
        "TIES": -58, "TRACES": -58, "UP": -58,
    },
    {
        "COMMA": -59, "RBRACE": -59, "RSQB": -59, "SEMICOLON": -59,
    },
    {
        "BECAUSE": -60, "BY": -60, "COLON": -60, "COMMA": -60, "ELSE": -60, "FOR": -60, "RBRACE": -60,
        "RPAR": -60, "RSQB": -60, "SEMICOLON": -60, "THEN": -60, "TICKS": -60, "TIES": -60, "TRACES": -60,
        "UP": -60,
    },
    {
        "NAME": 247,
    },
    {
        "COMMA": -61, "RBRACE": -61, "RSQB": -61, "SEMICOLON": -61,
    },
    {
        "AND": -62, "BECAUSE": -62, "BY": -62, "COLON": -62, "COMMA": -62, "ELSE": -62, "FOR": -62,
        "IMPLIES": -62, "OR": -62, "RBRACE": -62, "RPAR": -62, "RSQB": -62, "SEMICOLON": -62, "THEN": -62,
        "TICKS": -62, "TIES": -62, "TRACES": -62, "UP": -62,
    },
    {
        "AND": -63, "BECAUSE": -63, "BY": -63, "COLON": -63, "COMMA": -63, "ELSE": -63, "FOR": -63,
        "IMPLIES": -63, "LESSTHAN": -63, "MINUS": -63, "MORETHAN": -63, "OR": -63, "PLUS": -63,
        "RBRACE": -63, "RPAR": -63, "RSQB": -63, "SEMICOLON": -63, "SLASH": -63, "STAR": -63, "THEN": -63,
        "TICKS": -63, "TIES": -63, "TRACES": -63, "UP": -63, "WHERE": -63, "__ANON_2": -63,
        "__ANON_3": -63, "__ANON_4": -63, "__ANON_5": -63,
    },
    {
        "AND": -64, "BECAUSE": -64, "BY": -64, "COLON": -64, "COMMA": -64, "ELSE": -64, "FOR": -64,
        "IMPLIES": -64, "LESSTHAN": -64, "MINUS": -64, "MORETHAN": -64, "OR": -64, "PLUS": -64,
        "RBRACE": -64, "RPAR": -64, "RSQB": -64, "SEMICOLON": -64, "SLASH": -64, "STAR": -64, "THEN": -64,
        "TICKS": -64, "TIES": -64, "TRACES": -64, "UP": -64, "__ANON_2": -64, "__ANON_3": -64,
        "__ANON_4": -64, "__ANON_5": -64,
    },
    {
        "AND": -65, "BECAUSE": -65, "BY": -65, "COLON": -65, "COMMA": -65, "ELSE": -65, "FOR": -65,
        "IMPLIES": -65, "LESSTHAN": -65, "MINUS": -65, "MORETHAN": -65, "OR": -65, "PLUS": -65,
        "RBRACE": -65, "RPAR": -65, "RSQB": -65, "SEMICOLON": -65, "SLASH": 248, "STAR": 249, "THEN": -65,
        "TICKS": -65, "TIES": -65, "TRACES": -65, "UP": -65, "__ANON_2": -65, "__ANON_3": -65,
        "__ANON_4": -65, "__ANON_5": -65,
    },
    {
        "COMMA": -66, "RBRACE": -66, "RSQB": -66, "SEMICOLON": -66,
    },
    {
        "AND": -67, "BECAUSE": -67, "BY": -67, "COLON": -67, "COMMA": -67, "ELSE": -67, "FOR": -67,
        "IMPLIES": -67, "LESSTHAN": -67, "MINUS": -67, "MORETHAN": -67, "OR": -67, "PLUS": -67,
        "RBRACE": -67, "RPAR": -67, "RSQB": -67, "SEMICOLON": -67, "SLASH": -67, "STAR": -67, "THEN": -67,
        "TICKS": -67, "TIES": -67, "TRACES": -67, "UP": -67, "__ANON_2": -67, "__ANON_3": -67,
        "__ANON_4": -67, "__ANON_5": -67,
    },
    {
        "AND": -68, "BECAUSE": -68, "BY": -68, "COLON": -68, "COMMA": -68, "ELSE": -68, "FOR": -68,
        "IMPLIES": -68, "LESSTHAN": -68, "MINUS": -68, "MORETHAN": -68, "OR": -68, "PLUS": -68,
        "RBRACE": -68, "RPAR": -68, "RSQB": -68, "SEMICOLON": -68, "SLASH": -68, "STAR": -68, "THEN": -68,
        "TICKS": -68, "TIES": -68, "TRACES": -68, "UP": -68, "__ANON_2": -68, "__ANON_3": -68,
        "__ANON_4": -68, "__ANON_5": -68,
    },
    {
        "AND": -69, "BECAUSE": -69, "BY": -69, "COLON": -69, "COMMA": -69, "ELSE": -69, "FOR": -69,
        "IMPLIES": -69, "LESSTHAN": -69, "MINUS": -69, "MORETHAN": -69, "OR": -69, "PLUS": -69,
        "RBRACE": -69, "RPAR": -69, "RSQB": -69, "SEMICOLON": -69, "SLASH": -69, "STAR": -69, "THEN": -69,
        "TICKS": -69, "TIES": -69, "TRACES": -69, "UP": -69, "__ANON_2": -69, "__ANON_3": -69,
        "__ANON_4": -69, "__ANON_5": -69,
    },
    {
        "SEMICOLON": 250,
    },
    {
        "AND": -70, "BECAUSE": -70, "BY": -70, "COLON": -70, "COMMA": -70, "DOT": 251, "ELSE": -70,
        "FOR": -70, "IMPLIES": -70, "LESSTHAN": -70, "LPAR": 252, "MINUS": -70, "MORETHAN": -70, "OR": -70,
        "PLUS": -70, "RBRACE": -70, "RPAR": -70, "RSQB": -70, "SEMICOLON": -70, "SLASH": -70, "STAR": -70,
        "THEN": -70, "TICKS": -70, "TIES": -70, "TRACES": -70, "UP": -70, "WHERE": -70, "__ANON_2": -70,
        "__ANON_3": -70, "__ANON_4": -70, "__ANON_5": -70,
    },
    {
        "BEHAVIOR_GRAPH": -71, "BEHAVIOR_TREE": -71, "CLAIM": -71, "CONST": -71, "CONSTANTS": -71,
        "CONTROL": -71, "ENTITY": -71, "ENUM": -71, "HAZARD": -71, "LEXICON": -71, "MACHINE": -71,
        "POLICY": -71, "RBRACE": -71, "REQUIREMENT": -71, "SERVICE": -71, "TEST": -71, "TYPE": -71,
        "UNIT": -71,
    },
    {
        "SATISFIES": 168, "SEMICOLON": 256,
    },
    {
        "SEMICOLON": 258,
    },
    {
        "COLON": 260,
    },
    {
        "BEHAVIOR_GRAPH": -72, "BEHAVIOR_TREE": -72, "CLAIM": -72, "CONST": -72, "CONSTANTS": -72,
        "CONTROL": -72, "ENTITY": -72, "ENUM": -72, "HAZARD": -72, "LEXICON": -72, "MACHINE": -72,
        "POLICY": -72, "RBRACE": -72, "REQUIREMENT": -72, "SERVICE": -72, "TEST": -72, "TYPE": -72,
        "UNIT": -72,
    },
    {
        "NAME": -73, "RBRACE": -73,
    },
    {
        "LBRACE": 261,
    },
    {
        "NAME": -74, "RBRACE": -74,
    },
    {
        "BEHAVIOR_GRAPH": -75, "BEHAVIOR_TREE": -75, "CLAIM": -75, "CONST": -75, "CONSTANTS": -75,
        "CONTROL": -75, "ENTITY": -75, "ENUM": -75, "HAZARD": -75, "LEXICON": -75, "MACHINE": -75,
        "POLICY": -75, "RBRACE": -75, "REQUIREMENT": -75, "SERVICE": -75, "TEST": -75, "TYPE": -75,
        "UNIT": -75,
    },
    {
        "NAME": -76, "RBRACE": -76,
    },
    {
        "NAME": 262,
    },
    {
        "RBRACE": -77, "STRING": -77,
    },
    {
        "BEHAVIOR_GRAPH": -78, "BEHAVIOR_TREE": -78, "CLAIM": -78, "CONST": -78, "CONSTANTS": -78,
        "CONTROL": -78, "ENTITY": -78, "ENUM": -78, "HAZARD": -78, "LEXICON": -78, "MACHINE": -78,
        "POLICY": -78, "RBRACE": -78, "REQUIREMENT": -78, "SERVICE": -78, "TEST": -78, "TYPE": -78,
        "UNIT": -78,
    },
    {
        "RBRACE": -79, "STRING": -79,
    },
    {
        "LBRACE": 263,
    },
    {
        "LBRACE": 264,
    },
    {
        "BEHAVIOR_GRAPH": -80, "BEHAVIOR_TREE": -80, "CLAIM": -80, "CONST": -80, "CONSTANTS": -80,
        "CONTROL": -80, "ENTITY": -80, "ENUM": -80, "HAZARD": -80, "LEXICON": -80, "MACHINE": -80,
        "POLICY": -80, "RBRACE": -80, "REQUIREMENT": -80, "SERVICE": -80, "TEST": -80, "TYPE": -80,
        "UNIT": -80,
    },
    {
        "LPAR": 265,
    },
    {
        "BEHAVIOR_GRAPH": -81, "BEHAVIOR_TREE": -81, "CLAIM": -81, "CONST": -81, "CONSTANTS": -81,
        "CONTROL": -81, "ENTITY": -81, "ENUM": -81, "HAZARD": -81, "LEXICON": -81, "MACHINE": -81,
        "POLICY": -81, "RBRACE": -81, "REQUIREMENT": -81, "SERVICE": -81, "TEST": -81, "TYPE": -81,
        "UNIT": -81,
    },
    {
        "OP": -82, "RBRACE": -82,
    },
    {
        "NAME": 266,
    },
    {
        "EXPECT": -83, "GIVEN": -83, "RBRACE": -83,
    },
    {
        "NAME": 267,
    },
    {
        "EXPECT": 192, "RBRACE": -84,
    },
    {
        "EXPECT": -85, "RBRACE": -85,
    },
    {
        "RBRACE": 269,
    },
    {
        "BEHAVIOR_GRAPH": -86, "BEHAVIOR_TREE": -86, "CLAIM": -86, "CONST": -86, "CONSTANTS": -86,
        "CONTROL": -86, "ENTITY": -86, "ENUM": -86, "HAZARD": -86, "LEXICON": -86, "MACHINE": -86,
        "POLICY": -86, "RBRACE": -86, "REQUIREMENT": -86, "SERVICE": -86, "TEST": -86, "TYPE": -86,
        "UNIT": -86,
    },
    {
        "BEHAVIOR_GRAPH": -87, "BEHAVIOR_TREE": -87, "CLAIM": -87, "CONST": -87, "CONSTANTS": -87,
        "CONTROL": -87, "ENTITY": -87, "ENUM": -87, "HAZARD": -87, "LEXICON": -87, "MACHINE": -87,
        "POLICY": -87, "RBRACE": -87, "REQUIREMENT": -87, "SERVICE": -87, "TEST": -87, "TYPE": -87,
        "UNIT": -87,
    },
    {
        "BRANCH": 270, "NODE": 271, "RBRACE": 272,
    },
    {
        "NAME": 276,
    },
    {
        "AND": -38, "BECAUSE": -38, "BY": -38, "COLON": -38, "COMMA": -38, "DOT": -38, "ELSE": -38,
        "EQUAL": -38, "FOR": -38, "FROM": -38, "IMPLIES": -38, "INVALID": -38, "KEY": -38, "LBRACE": -38,
        "LESSTHAN": -38, "LPAR": -38, "MINUS": -38, "MORETHAN": -38, "OPTIONAL": -38, "OR": -38,
        "PLUS": -38, "RBRACE": -38, "RPAR": -38, "RSQB": -38, "SEMICOLON": -38, "SLASH": -38, "STAR": -38,
        "THEN": -38, "TICKS": -38, "TIES": -38, "TRACES": -38, "UP": -38, "WHERE": -38, "__ANON_1": -38,
        "__ANON_2": -38, "__ANON_3": -38, "__ANON_4": -38, "__ANON_5": -38,
    },
    {
        "AND": -40, "BECAUSE": -40, "BY": -40, "COLON": -40, "COMMA": -40, "DOT": -40, "ELSE": -40,
        "EQUAL": -40, "FOR": -40, "FROM": -40, "IMPLIES": -40, "INVALID": -40, "KEY": -40, "LBRACE": -40,
        "LESSTHAN": -40, "LPAR": -40, "MINUS": -40, "MORETHAN": -40, "OPTIONAL": -40, "OR": -40,
        "PLUS": -40, "RBRACE": -40, "RPAR": -40, "RSQB": -40, "SEMICOLON": -40, "SLASH": -40, "STAR": -40,
        "THEN": -40, "TICKS": -40, "TIES": -40, "TRACES": -40, "UP": -40, "WHERE": -40, "__ANON_1": -40,
        "__ANON_2": -40, "__ANON_3": -40, "__ANON_4": -40, "__ANON_5": -40,
    },
    {
        "AND": -42, "BECAUSE": -42, "BY": -42, "COLON": -42, "COMMA": -42, "DOT": -42, "ELSE": -42,
        "EQUAL": -42, "FOR": -42, "FROM": -42, "IMPLIES": -42, "INVALID": -42, "KEY": -42, "LBRACE": -42,
        "LESSTHAN": -42, "LPAR": -42, "MINUS": -42, "MORETHAN": -42, "OPTIONAL": -42, "OR": -42,
        "PLUS": -42, "RBRACE": -42, "RPAR": -42, "RSQB": -42, "SEMICOLON": -42, "SLASH": -42, "STAR": -42,
        "THEN": -42, "TICKS": -42, "TIES": -42, "TRACES": -42, "UP": -42, "WHERE": -42, "__ANON_1": -42,
        "__ANON_2": -42, "__ANON_3": -42, "__ANON_4": -42, "__ANON_5": -42,
    },
    {
        "AND": -44, "BECAUSE": -44, "BY": -44, "COLON": -44, "COMMA": -44, "DOT": -44, "ELSE": -44,
        "EQUAL": -44, "FOR": -44, "FROM": -44, "IMPLIES": -44, "INVALID": -44, "KEY": -44, "LBRACE": -44,
        "LESSTHAN": -44, "LPAR": -44, "MINUS": -44, "MORETHAN": -44, "OPTIONAL": -44, "OR": -44,
        "PLUS": -44, "RBRACE": -44, "RPAR": -44, "RSQB": -44, "SEMICOLON": -44, "SLASH": -44, "STAR": -44,
        "THEN": -44, "TICKS": -44, "TIES": -44, "TRACES": -44, "UP": -44, "WHERE": -44, "__ANON_1": -44,
        "__ANON_2": -44, "__ANON_3": -44, "__ANON_4": -44, "__ANON_5": -44,
    },
    {
        "AND": -45, "BECAUSE": -45, "BY": -45, "COLON": -45, "COMMA": -45, "DOT": -45, "ELSE": -45,
        "EQUAL": -45, "FOR": -45, "FROM": -45, "IMPLIES": -45, "INVALID": -45, "KEY": -45, "LBRACE": -45,
        "LESSTHAN": -45, "LPAR": -45, "MINUS": -45, "MORETHAN": -45, "OPTIONAL": -45, "OR": -45,
        "PLUS": -45, "RBRACE": -45, "RPAR": -45, "RSQB": -45, "SEMICOLON": -45, "SLASH": -45, "STAR": -45,
        "THEN": -45, "TICKS": -45, "TIES": -45, "TRACES": -45, "UP": -45, "WHERE": -45, "__ANON_1": -45,
        "__ANON_2": -45, "__ANON_3": -45, "__ANON_4": -45, "__ANON_5": -45,
    },
    {
        "AND": -47, "BECAUSE": -47, "BY": -47, "COLON": -47, "COMMA": -47, "DOT": -47, "ELSE": -47,
        "EQUAL": -47, "FOR": -47, "FROM": -47, "IMPLIES": -47, "INVALID": -47, "KEY": -47, "LBRACE": -47,
        "LESSTHAN": -47, "LPAR": -47, "MINUS": -47, "MORETHAN": -47, "OPTIONAL": -47, "OR": -47,
        "PLUS": -47, "RBRACE": -47, "RPAR": -47, "RSQB": -47, "SEMICOLON": -47, "SLASH": -47, "STAR": -47,
        "THEN": -47, "TICKS": -47, "TIES": -47, "TRACES": -47, "UP": -47, "WHERE": -47, "__ANON_1": -47,
        "__ANON_2": -47, "__ANON_3": -47, "__ANON_4": -47, "__ANON_5": -47,
    },
    {
        "NUMBER": 277,
    },
    {
        "BY": -88, "EQUAL": -88, "FROM": -88, "INVALID": -88, "KEY": -88, "LBRACE": -88, "MORETHAN": -88,
        "OPTIONAL": -88, "RPAR": -88, "SEMICOLON": -88, "__ANON_1": -88,
    },
    {
        "AND": -52, "BECAUSE": -52, "BY": -52, "COLON": -52, "COMMA": -52, "DOT": -52, "ELSE": -52,
        "EQUAL": -52, "FOR": -52, "FROM": -52, "IMPLIES": -52, "INVALID": -52, "KEY": -52, "LBRACE": -52,
        "LESSTHAN": -52, "LPAR": -52, "MINUS": -52, "MORETHAN": -52, "OPTIONAL": -52, "OR": -52,
        "PLUS": -52, "RBRACE": -52, "RPAR": -52, "RSQB": -52, "SEMICOLON": -52, "SLASH": -52, "STAR": -52,
        "THEN": -52, "TICKS": -52, "TIES": -52, "TRACES": -52, "UP": -52, "WHERE": -52, "__ANON_1": -52,
        "__ANON_2": -52, "__ANON_3": -52, "__ANON_4": -52, "__ANON_5": -52,
    },
    {
        "__ANON_1": 278,
    },
    {
        "BY": -89, "EQUAL": -89, "FROM": -89, "INVALID": -89, "KEY": -89, "LBRACE": -89, "MORETHAN": -89,
        "OPTIONAL": -89, "RPAR": -89, "SEMICOLON": -89, "__ANON_1": -89,
    },
    {
        "BY": -70, "DOT": 251, "EQUAL": -70, "FROM": -70, "INVALID": -70, "KEY": -70, "LBRACE": -70,
        "MORETHAN": -70, "OPTIONAL": -70, "RPAR": -70, "SEMICOLON": -70, "__ANON_1": -70,
    },
    {
        "COMMA": 280, "RSQB": -90, "SATISFIES": -90, "SEMICOLON": -90,
    },
    {
        "RSQB": 282,
    },
    {
        "__ANON_1": 283,
    },
    {
        "MORETHAN": 284,
    },
    {
        "NAME": 285,
    },
    {
        "EQUAL": -91, "FROM": -91, "INVALID": -91, "KEY": -91, "LBRACE": -91, "MORETHAN": -91, "RPAR": -91,
        "SEMICOLON": -91,
    },
    {
        "ALL": 131, "ANY": 132, "COUNT": 133, "FALSE": 134, "IF": 135, "LAST": 136, "LBRACE": 137,
        "LPAR": 138, "LSQB": 139, "MAX": 140, "MIN": 141, "MINUS": 142, "NAME": 143, "NOT": 144,
        "NUMBER": 145, "RSQB": 286, "STRING": 146, "SUM": 147, "TRUE": 148,
    },
    {
        "LSQB": 288,
    },
    {
        "IN": 289,
    },
    {
        "THEN": 290,
    },
    {
        "IN": 291,
    },
    {
        "COLON": 292,
    },
    {
        "COMMA": -92, "RBRACE": -92, "RSQB": -92, "SEMICOLON": -92,
    },
    {
        "COMMA": 293, "RBRACE": -93,
    },
    {
        "RBRACE": 295,
    },
    {
        "RPAR": 296,
    },
    {
        "COMMA": -94, "RBRACE": -94, "RSQB": -94, "SEMICOLON": -94,
    },
    {
        "COMMA": 297, "RSQB": -95,
    },
    {
        "RSQB": 299,
    },
    {
        "AND": -96, "BECAUSE": -96, "BY": -96, "COLON": -96, "COMMA": -96, "ELSE": -96, "FOR": -96,
        "IMPLIES": -96, "LESSTHAN": -96, "MINUS": -96, "MORETHAN": -96, "OR": -96, "PLUS": -96,
        "RBRACE": -96, "RPAR": -96, "RSQB": -96, "SEMICOLON": -96, "SLASH": -96, "STAR": -96, "THEN": -96,
        "TICKS": -96, "TIES": -96, "TRACES": -96, "UP": -96, "__ANON_2": -96, "__ANON_3": -96,
        "__ANON_4": -96, "__ANON_5": -96,
    },
    {
        "AND": -97, "BECAUSE": -97, "BY": -97, "COLON": -97, "COMMA": -97, "ELSE": -97, "FOR": -97,
        "IMPLIES": -97, "OR": -97, "RBRACE": -97, "RPAR": -97, "RSQB": -97, "SEMICOLON": -97, "THEN": -97,
        "TICKS": -97, "TIES": -97, "TRACES": -97, "UP": -97,
    },
    {
        "AND": -98, "BECAUSE": -98, "BY": -98, "COLON": -98, "COMMA": -98, "ELSE": -98, "FOR": -98,
        "IMPLIES": -98, "LESSTHAN": -98, "MINUS": -98, "MORETHAN": -98, "OR": -98, "PLUS": -98,
        "RBRACE": -98, "RPAR": -98, "RSQB": -98, "SEMICOLON": -98, "SLASH": -98, "STAR": -98, "THEN": -98,
        "TICKS": -98, "TIES": -98, "TRACES": -98, "UP": -98, "__ANON_2": -98, "__ANON_3": -98,
        "__ANON_4": -98, "__ANON_5": -98,
    },
    {
        "ALL": -99, "ANY": -99, "COUNT": -99, "FALSE": -99, "LAST": -99, "LPAR": -99, "MAX": -99,
        "MIN": -99, "MINUS": -99, "NAME": -99, "NUMBER": -99, "STRING": -99, "SUM": -99, "TRUE": -99,
    },
    {
        "ALL": -100, "ANY": -100, "COUNT": -100, "FALSE": -100, "LAST": -100, "LPAR": -100, "MAX": -100,
        "MIN": -100, "MINUS": -100, "NAME": -100, "NUMBER": -100, "STRING": -100, "SUM": -100,
        "TRUE": -100,
    },
    {
        "ALL": -101, "ANY": -101, "COUNT": -101, "FALSE": -101, "LAST": -101, "LPAR": -101, "MAX": -101,
        "MIN": -101, "MINUS": -101, "NAME": -101, "NUMBER": -101, "STRING": -101, "SUM": -101,
        "TRUE": -101,
    },
    {
        "ALL": -102, "ANY": -102, "COUNT": -102, "FALSE": -102, "LAST": -102, "LPAR": -102, "MAX": -102,
        "MIN": -102, "MINUS": -102, "NAME": -102, "NUMBER": -102, "STRING": -102, "SUM": -102,
        "TRUE": -102,
    },
    {
        "ALL": -103, "ANY": -103, "COUNT": -103, "FALSE": -103, "LAST": -103, "LPAR": -103, "MAX": -103,
        "MIN": -103, "MINUS": -103, "NAME": -103, "NUMBER": -103, "STRING": -103, "SUM": -103,
        "TRUE": -103,
    },
    {
        "ALL": -104, "ANY": -104, "COUNT": -104, "FALSE": -104, "LAST": -104, "LPAR": -104, "MAX": -104,
        "MIN": -104, "MINUS": -104, "NAME": -104, "NUMBER": -104, "STRING": -104, "SUM": -104,
        "TRUE": -104,
    },
    {
        "IN": 306,
    },
    {
        "NAME": -105, "RBRACE": -105,
    },
    {
        "NAME": 309,
    },
    {
        "ALL": 131, "ANY": 132, "COUNT": 133, "FALSE": 134, "IF": 135, "LAST": 136, "LPAR": 138,
        "MAX": 140, "MIN": 141, "MINUS": 142, "NAME": 143, "NOT": 144, "NUMBER": 145, "RPAR": 310,
        "STRING": 146, "SUM": 147, "TRUE": 148,
    },
    {
        "AND": -106, "BECAUSE": -106, "BY": -106, "COLON": -106, "COMMA": -106, "DOT": 313, "ELSE": -106,
        "EQUAL": -106, "FOR": -106, "FROM": -106, "IMPLIES": -106, "INVALID": -106, "KEY": -106,
        "LBRACE": -106, "LESSTHAN": -106, "MINUS": -106, "MORETHAN": -106, "OPTIONAL": -106, "OR": -106,
        "PLUS": -106, "RBRACE": -106, "RPAR": -106, "RSQB": -106, "SEMICOLON": -106, "SLASH": -106,
        "STAR": -106, "THEN": -106, "TICKS": -106, "TIES": -106, "TRACES": -106, "UP": -106, "WHERE": -106,
        "__ANON_1": -106, "__ANON_2": -106, "__ANON_3": -106, "__ANON_4": -106, "__ANON_5": -106,
    },
    {
        "SATISFIES": -107, "SEMICOLON": -107,
    },
    {
        "SEMICOLON": -108,
    },
    {
        "BEHAVIOR_GRAPH": -109, "BEHAVIOR_TREE": -109, "CLAIM": -109, "CONST": -109, "CONSTANTS": -109,
        "CONTROL": -109, "ENTITY": -109, "ENUM": -109, "HAZARD": -109, "LEXICON": -109, "MACHINE": -109,
        "POLICY": -109, "RBRACE": -109, "REQUIREMENT": -109, "SERVICE": -109, "TEST": -109, "TYPE": -109,
        "UNIT": -109,
    },
    {
        "SEMICOLON": 314,
    },
    {
        "BEHAVIOR_GRAPH": -110, "BEHAVIOR_TREE": -110, "CLAIM": -110, "CONST": -110, "CONSTANTS": -110,
        "CONTROL": -110, "ENTITY": -110, "ENUM": -110, "HAZARD": -110, "LEXICON": -110, "MACHINE": -110,
        "POLICY": -110, "RBRACE": -110, "REQUIREMENT": -110, "SERVICE": -110, "TEST": -110, "TYPE": -110,
        "UNIT": -110,
    },
    {
        "KEY": 315, "SEMICOLON": 316,
    },
    {
        "NAME": 90, "RBRACE": 318,
    },
    {
        "PROBABILITY": 320,
    },
    {
        "CLAIM": 321, "INPUT": 322, "LEMMA": 323, "LET": 324, "NEXT": 325, "OUTPUT": 326, "PARAM": 327,
        "RBRACE": 328, "STATE": 329, "TIMER": 330,
    },
    {
        "FORBID": 333, "INCLUDE": 334, "RBRACE": 335, "REQUIRE": 336,
    },
    {
        "DECIMAL": 75, "ENUM": 76, "INT": 77, "LIST": 78, "MANY": 79, "NAME": 80, "REF": 81, "RPAR": 340,
    },
    {
        "EQUAL": 342,
    },
    {
        "LPAR": 343,
    },
    {
        "EXPECT": -111, "RBRACE": -111,
    },
    {
        "BEHAVIOR_GRAPH": -112, "BEHAVIOR_TREE": -112, "CLAIM": -112, "CONST": -112, "CONSTANTS": -112,
        "CONTROL": -112, "ENTITY": -112, "ENUM": -112, "HAZARD": -112, "LEXICON": -112, "MACHINE": -112,
        "POLICY": -112, "RBRACE": -112, "REQUIREMENT": -112, "SERVICE": -112, "TEST": -112, "TYPE": -112,
        "UNIT": -112,
    },
    {
        "STRING": -113,
    },
    {
        "STRING": -114,
    },
    {
        "RBRACE": -115,
    },
    {
        "BRANCH": 270, "NODE": 271, "RBRACE": 344,
    },
    {
        "BRANCH": -116, "NODE": -116, "RBRACE": -116,
    },
    {
        "STRING": 346,
    },
    {
        "HOLDS": 347,
    },
    {
        "BY": -117, "EQUAL": -117, "FROM": -117, "INVALID": -117, "KEY": -117, "LBRACE": -117,
        "MORETHAN": -117, "OPTIONAL": -117, "RPAR": -117, "SEMICOLON": -117, "__ANON_1": -117,
    },
    {
        "__ANON_1": 349,
    },
    {
        "STRING": 350,
    },
    {
        "COMMA": 351, "RSQB": -118, "SATISFIES": -118, "SEMICOLON": -118,
    },
    {
        "EQUAL": -119, "FROM": -119, "INVALID": -119, "KEY": -119, "LBRACE": -119, "MORETHAN": -119,
        "OPTIONAL": 352, "RPAR": -119, "SEMICOLON": -119,
    },
    {
        "EQUAL": -120, "FROM": -120, "INVALID": -120, "KEY": -120, "LBRACE": -120, "MORETHAN": -120,
        "OPTIONAL": 354, "RPAR": -120, "SEMICOLON": -120,
    },
    {
        "UP": 355,
    },
    {
        "SEMICOLON": 356,
    },
    {
        "RSQB": 357,
    },
    {
        "ALL": 131, "ANY": 132, "COUNT": 133, "FALSE": 134, "IF": 135, "LAST": 136, "LBRACE": 137,
        "LPAR": 138, "LSQB": 139, "MAX": 140, "MIN": 141, "MINUS": 142, "NAME": 143, "NOT": 144,
        "NUMBER": 145, "RSQB": 358, "STRING": 146, "SUM": 147, "TRUE": 148,
    },
    {
        "ALL": 200, "ANY": 201, "COUNT": 202, "LAST": 203, "LPAR": 138, "MAX": 204, "MIN": 205,
        "NAME": 143, "SUM": 208,
    },
    {
        "NAME": 224,
    },
    {
        "COMMA": 365, "RBRACE": -121,
    },
    {
        "COMMA": -122, "RBRACE": -122, "RSQB": -122, "SEMICOLON": -122,
    },
    {
        "AND": -123, "BECAUSE": -123, "BY": -123, "COLON": -123, "COMMA": -123, "ELSE": -123, "FOR": -123,
        "IMPLIES": -123, "LESSTHAN": -123, "MINUS": -123, "MORETHAN": -123, "OR": -123, "PLUS": -123,
        "RBRACE": -123, "RPAR": -123, "RSQB": -123, "SEMICOLON": -123, "SLASH": -123, "STAR": -123,
        "THEN": -123, "TICKS": -123, "TIES": -123, "TRACES": -123, "UP": -123, "WHERE": -123,
        "__ANON_2": -123, "__ANON_3": -123, "__ANON_4": -123, "__ANON_5": -123,
    },
    {
        "COMMA": 367, "RSQB": -124,
    },
    {
        "COMMA": -125, "RBRACE": -125, "RSQB": -125, "SEMICOLON": -125,
    },
    {
        "AND": -126, "BECAUSE": -126, "BY": -126, "COLON": -126, "COMMA": -126, "ELSE": -126, "FOR": -126,
        "IMPLIES": -126, "LESSTHAN": -126, "MINUS": -126, "MORETHAN": -126, "OR": -126, "PLUS": -126,
        "RBRACE": -126, "RPAR": -126, "RSQB": -126, "SEMICOLON": -126, "SLASH": 248, "STAR": 249,
        "THEN": -126, "TICKS": -126, "TIES": -126, "TRACES": -126, "UP": -126, "__ANON_2": -126,
        "__ANON_3": -126, "__ANON_4": -126, "__ANON_5": -126,
    },
    {
        "AND": -127, "BECAUSE": -127, "BY": -127, "COLON": -127, "COMMA": -127, "ELSE": -127, "FOR": -127,
        "IMPLIES": -127, "LESSTHAN": -127, "MINUS": -127, "MORETHAN": -127, "OR": -127, "PLUS": -127,
        "RBRACE": -127, "RPAR": -127, "RSQB": -127, "SEMICOLON": -127, "SLASH": 248, "STAR": 249,
        "THEN": -127, "TICKS": -127, "TIES": -127, "TRACES": -127, "UP": -127, "__ANON_2": -127,
        "__ANON_3": -127, "__ANON_4": -127, "__ANON_5": -127,
    },
    {
        "AND": -128, "BECAUSE": -128, "BY": -128, "COLON": -128, "COMMA": -128, "ELSE": -128, "FOR": -128,
        "IMPLIES": -128, "MINUS": 236, "OR": -128, "PLUS": 238, "RBRACE": -128, "RPAR": -128, "RSQB": -128,
        "SEMICOLON": -128, "THEN": -128, "TICKS": -128, "TIES": -128, "TRACES": -128, "UP": -128,
    },
    {
        "AND": -129, "BECAUSE": -129, "BY": -129, "COLON": -129, "COMMA": -129, "ELSE": -129, "FOR": -129,
        "IMPLIES": -129, "OR": -129, "RBRACE": -129, "RPAR": -129, "RSQB": -129, "SEMICOLON": -129,
        "THEN": -129, "TICKS": -129, "TIES": -129, "TRACES": -129, "UP": -129,
    },
    {
        "BECAUSE": -130, "BY": -130, "COLON": -130, "COMMA": -130, "ELSE": -130, "FOR": -130,
        "RBRACE": -130, "RPAR": -130, "RSQB": -130, "SEMICOLON": -130, "THEN": -130, "TICKS": -130,
        "TIES": -130, "TRACES": -130, "UP": -130,
    },
    {
        "AND": 244, "BECAUSE": -131, "BY": -131, "COLON": -131, "COMMA": -131, "ELSE": -131, "FOR": -131,
        "IMPLIES": -131, "OR": -131, "RBRACE": -131, "RPAR": -131, "RSQB": -131, "SEMICOLON": -131,
        "THEN": -131, "TICKS": -131, "TIES": -131, "TRACES": -131, "UP": -131,
    },
    {
        "AND": -132, "BECAUSE": -132, "BY": -132, "COLON": -132, "COMMA": -132, "ELSE": -132, "FOR": -132,
        "IMPLIES": -132, "LESSTHAN": -132, "MINUS": -132, "MORETHAN": -132, "OR": -132, "PLUS": -132,
        "RBRACE": -132, "RPAR": -132, "RSQB": -132, "SEMICOLON": -132, "SLASH": -132, "STAR": -132,
        "THEN": -132, "TICKS": -132, "TIES": -132, "TRACES": -132, "UP": -132, "__ANON_2": -132,
        "__ANON_3": -132, "__ANON_4": -132, "__ANON_5": -132,
    },
    {
        "AND": -133, "BECAUSE": -133, "BY": -133, "COLON": -133, "COMMA": -133, "ELSE": -133, "FOR": -133,
        "IMPLIES": -133, "LESSTHAN": -133, "MINUS": -133, "MORETHAN": -133, "OR": -133, "PLUS": -133,
        "RBRACE": -133, "RPAR": -133, "RSQB": -133, "SEMICOLON": -133, "SLASH": -133, "STAR": -133,
        "THEN": -133, "TICKS": -133, "TIES": -133, "TRACES": -133, "UP": -133, "__ANON_2": -133,
        "__ANON_3": -133, "__ANON_4": -133, "__ANON_5": -133,
    },
    {
        "AND": -134, "BECAUSE": -134, "BY": -134, "COLON": -134, "COMMA": -134, "DOT": -134, "ELSE": -134,
        "EQUAL": -134, "FOR": -134, "FROM": -134, "IMPLIES": -134, "INVALID": -134, "KEY": -134,
        "LBRACE": -134, "LESSTHAN": -134, "MINUS": -134, "MORETHAN": -134, "OPTIONAL": -134, "OR": -134,
        "PLUS": -134, "RBRACE": -134, "RPAR": -134, "RSQB": -134, "SEMICOLON": -134, "SLASH": -134,
        "STAR": -134, "THEN": -134, "TICKS": -134, "TIES": -134, "TRACES": -134, "UP": -134, "WHERE": -134,
        "__ANON_1": -134, "__ANON_2": -134, "__ANON_3": -134, "__ANON_4": -134, "__ANON_5": -134,
    },
    {
        "AND": -135, "BECAUSE": -135, "BY": -135, "COLON": -135, "COMMA": -135, "ELSE": -135, "FOR": -135,
        "IMPLIES": -135, "LESSTHAN": -135, "MINUS": -135, "MORETHAN": -135, "OR": -135, "PLUS": -135,
        "RBRACE": -135, "RPAR": -135, "RSQB": -135, "SEMICOLON": -135, "SLASH": -135, "STAR": -135,
        "THEN": -135, "TICKS": -135, "TIES": -135, "TRACES": -135, "UP": -135, "WHERE": -135,
        "__ANON_2": -135, "__ANON_3": -135, "__ANON_4": -135, "__ANON_5": -135,
    },
    {
        "RPAR": 369,
    },
    {
        "COMMA": 370, "RPAR": -136,
    },
    {
        "NAME": 372,
    },
    {
        "BEHAVIOR_GRAPH": -137, "BEHAVIOR_TREE": -137, "CLAIM": -137, "CONST": -137, "CONSTANTS": -137,
        "CONTROL": -137, "ENTITY": -137, "ENUM": -137, "HAZARD": -137, "LEXICON": -137, "MACHINE": -137,
        "POLICY": -137, "RBRACE": -137, "REQUIREMENT": -137, "SERVICE": -137, "TEST": -137, "TYPE": -137,
        "UNIT": -137,
    },
    {
        "SEMICOLON": 373,
    },
    {
        "NAME": -138, "RBRACE": -138,
    },
    {
        "KEY": 374, "SEMICOLON": 375,
    },
    {
        "BEHAVIOR_GRAPH": -139, "BEHAVIOR_TREE": -139, "CLAIM": -139, "CONST": -139, "CONSTANTS": -139,
        "CONTROL": -139, "ENTITY": -139, "ENUM": -139, "HAZARD": -139, "LEXICON": -139, "MACHINE": -139,
        "POLICY": -139, "RBRACE": -139, "REQUIREMENT": -139, "SERVICE": -139, "TEST": -139, "TYPE": -139,
        "UNIT": -139,
    },
    {
        "NAME": 90, "RBRACE": 376,
    },
    {
        "NAME": 377,
    },
    {
        "NAME": 378,
    },
    {
        "NAME": 379,
    },
    {
        "NAME": 380,
    },
    {
        "NAME": 381,
    },
    {
        "NAME": 382,
    },
    {
        "NAME": 383,
    },
    {
        "NAME": 384,
    },
    {
        "BEHAVIOR_GRAPH": -140, "BEHAVIOR_TREE": -140, "CLAIM": -140, "CONST": -140, "CONSTANTS": -140,
        "CONTROL": -140, "ENTITY": -140, "ENUM": -140, "HAZARD": -140, "LEXICON": -140, "MACHINE": -140,
        "POLICY": -140, "RBRACE": -140, "REQUIREMENT": -140, "SERVICE": -140, "TEST": -140, "TYPE": -140,
        "UNIT": -140,
    },
    {
        "NAME": 385,
    },
    {
        "NAME": 386,
    },
    {
        "CLAIM": 321, "INPUT": 322, "LEMMA": 323, "LET": 324, "NEXT": 325, "OUTPUT": 326, "PARAM": 327,
        "RBRACE": 387, "STATE": 329, "TIMER": 330,
    },
    {
        "CLAIM": -141, "INPUT": -141, "LEMMA": -141, "LET": -141, "NEXT": -141, "OUTPUT": -141,
        "PARAM": -141, "RBRACE": -141, "STATE": -141, "TIMER": -141,
    },
    {
        "ALL": -142, "ANY": -142, "COUNT": -142, "FALSE": -142, "IF": -142, "LAST": -142, "LPAR": -142,
        "MAX": -142, "MIN": -142, "MINUS": -142, "NAME": -142, "NOT": -142, "NUMBER": -142, "STRING": -142,
        "SUM": -142, "TRUE": -142,
    },
    {
        "NAME": 389,
    },
    {
        "BEHAVIOR_GRAPH": -143, "BEHAVIOR_TREE": -143, "CLAIM": -143, "CONST": -143, "CONSTANTS": -143,
        "CONTROL": -143, "ENTITY": -143, "ENUM": -143, "HAZARD": -143, "LEXICON": -143, "MACHINE": -143,
        "POLICY": -143, "RBRACE": -143, "REQUIREMENT": -143, "SERVICE": -143, "TEST": -143, "TYPE": -143,
        "UNIT": -143,
    },
    {
        "ALL": -144, "ANY": -144, "COUNT": -144, "FALSE": -144, "IF": -144, "LAST": -144, "LPAR": -144,
        "MAX": -144, "MIN": -144, "MINUS": -144, "NAME": -144, "NOT": -144, "NUMBER": -144, "STRING": -144,
        "SUM": -144, "TRUE": -144,
    },
    {
        "FORBID": 333, "INCLUDE": 334, "RBRACE": 390, "REQUIRE": 336,
    },
    {
        "FORBID": -145, "INCLUDE": -145, "RBRACE": -145, "REQUIRE": -145,
    },
    {
        "__ANON_0": 393,
    },
    {
        "RPAR": 394,
    },
    {
        "LBRACE": 137,
    },
    {
        "NAME": 396,
    },
    {
        "RBRACE": -146,
    },
    {
        "BRANCH": -147, "NODE": -147, "RBRACE": -147,
    },
    {
        "LBRACE": 397, "__ANON_0": 398,
    },
    {
        "BY": 400, "EQUAL": -148, "FROM": -148, "INVALID": -148, "KEY": -148, "LBRACE": -148,
        "MORETHAN": -148, "OPTIONAL": 401, "RPAR": -148, "SEMICOLON": -148,
    },
    {
        "COMMA": -149, "RSQB": -149, "SATISFIES": -149, "SEMICOLON": -149,
    },
    {
        "STRING": 403,
    },
    {
        "EQUAL": -150, "FROM": -150, "INVALID": -150, "KEY": -150, "LBRACE": -150, "MORETHAN": -150,
        "RPAR": -150, "SEMICOLON": -150,
    },
    {
        "EQUAL": -151, "FROM": -151, "INVALID": -151, "KEY": -151, "LBRACE": -151, "MORETHAN": -151,
        "OPTIONAL": 404, "RPAR": -151, "SEMICOLON": -151,
    },
    {
        "EQUAL": -152, "FROM": -152, "INVALID": -152, "KEY": -152, "LBRACE": -152, "MORETHAN": -152,
        "RPAR": -152, "SEMICOLON": -152,
    },
    {
        "TO": 405,
    },
    {
        "BEHAVIOR_GRAPH": -153, "BEHAVIOR_TREE": -153, "CLAIM": -153, "CONST": -153, "CONSTANTS": -153,
        "CONTROL": -153, "ENTITY": -153, "ENUM": -153, "HAZARD": -153, "LEXICON": -153, "MACHINE": -153,
        "POLICY": -153, "RBRACE": -153, "REQUIREMENT": -153, "SERVICE": -153, "TEST": -153, "TYPE": -153,
        "UNIT": -153,
    },
    {
        "SEMICOLON": 406,
    },
    {
        "SEMICOLON": 407,
    },
    {
        "RSQB": 408,
    },
    {
        "BECAUSE": -154, "BY": -154, "COLON": -154, "COMMA": -154, "ELSE": -154, "FOR": -154,
        "RBRACE": -154, "RPAR": -154, "RSQB": -154, "SEMICOLON": -154, "THEN": -154, "TICKS": -154,
        "TIES": -154, "TRACES": -154, "UP": -154, "WHERE": 409,
    },
    {
        "ELSE": 411,
    },
    {
        "BY": 412, "WHERE": 409,
    },
    {
        "COMMA": -155, "RBRACE": -155,
    },
    {
        "COMMA": -156, "RBRACE": -156,
    },
    {
        "COMMA": -157, "RSQB": -157,
    },
    {
        "COLON": 416, "WHERE": 409,
    },
    {
        "AND": -158, "BECAUSE": -158, "BY": -158, "COLON": -158, "COMMA": -158, "ELSE": -158, "FOR": -158,
        "IMPLIES": -158, "LESSTHAN": -158, "MINUS": -158, "MORETHAN": -158, "OR": -158, "PLUS": -158,
        "RBRACE": -158, "RPAR": -158, "RSQB": -158, "SEMICOLON": -158, "SLASH": -158, "STAR": -158,
        "THEN": -158, "TICKS": -158, "TIES": -158, "TRACES": -158, "UP": -158, "WHERE": -158,
        "__ANON_2": -158, "__ANON_3": -158, "__ANON_4": -158, "__ANON_5": -158,
    },
    {
        "COMMA": 419, "RPAR": -159,
    },
    {
        "AND": -160, "BECAUSE": -160, "BY": -160, "COLON": -160, "COMMA": -160, "DOT": -160, "ELSE": -160,
        "EQUAL": -160, "FOR": -160, "FROM": -160, "IMPLIES": -160, "INVALID": -160, "KEY": -160,
        "LBRACE": -160, "LESSTHAN": -160, "MINUS": -160, "MORETHAN": -160, "OPTIONAL": -160, "OR": -160,
        "PLUS": -160, "RBRACE": -160, "RPAR": -160, "RSQB": -160, "SEMICOLON": -160, "SLASH": -160,
        "STAR": -160, "THEN": -160, "TICKS": -160, "TIES": -160, "TRACES": -160, "UP": -160, "WHERE": -160,
        "__ANON_1": -160, "__ANON_2": -160, "__ANON_3": -160, "__ANON_4": -160, "__ANON_5": -160,
    },
    {
        "NAME": -161, "RBRACE": -161,
    },
    {
        "SEMICOLON": 420,
    },
    {
        "NAME": -162, "RBRACE": -162,
    },
    {
        "BEHAVIOR_GRAPH": -163, "BEHAVIOR_TREE": -163, "CLAIM": -163, "CONST": -163, "CONSTANTS": -163,
        "CONTROL": -163, "ENTITY": -163, "ENUM": -163, "HAZARD": -163, "LEXICON": -163, "MACHINE": -163,
        "POLICY": -163, "RBRACE": -163, "REQUIREMENT": -163, "SERVICE": -163, "TEST": -163, "TYPE": -163,
        "UNIT": -163,
    },
    {
        "SEMICOLON": 421,
    },
    {
        "COLON": 422,
    },
    {
        "COLON": 423,
    },
    {
        "COLON": 424,
    },
    {
        "EQUAL": 425,
    },
    {
        "EQUAL": 426,
    },
    {
        "COLON": 427,
    },
    {
        "COLON": 428,
    },
    {
        "COLON": 429,
    },
    {
        "OF": 430,
    },
    {
        "BEHAVIOR_GRAPH": -164, "BEHAVIOR_TREE": -164, "CLAIM": -164, "CONST": -164, "CONSTANTS": -164,
        "CONTROL": -164, "ENTITY": -164, "ENUM": -164, "HAZARD": -164, "LEXICON": -164, "MACHINE": -164,
        "POLICY": -164, "RBRACE": -164, "REQUIREMENT": -164, "SERVICE": -164, "TEST": -164, "TYPE": -164,
        "UNIT": -164,
    },
    {
        "CLAIM": -165, "INPUT": -165, "LEMMA": -165, "LET": -165, "NEXT": -165, "OUTPUT": -165,
        "PARAM": -165, "RBRACE": -165, "STATE": -165, "TIMER": -165,
    },
    {
        "LPAR": 431,
    },
    {
        "BEHAVIOR_GRAPH": -166, "BEHAVIOR_TREE": -166, "CLAIM": -166, "CONST": -166, "CONSTANTS": -166,
        "CONTROL": -166, "ENTITY": -166, "ENUM": -166, "HAZARD": -166, "LEXICON": -166, "MACHINE": -166,
        "POLICY": -166, "RBRACE": -166, "REQUIREMENT": -166, "SERVICE": -166, "TEST": -166, "TYPE": -166,
        "UNIT": -166,
    },
    {
        "FORBID": -167, "INCLUDE": -167, "RBRACE": -167, "REQUIRE": -167,
    },
    {
        "BECAUSE": 432,
    },
    {
        "__ANON_0": 434,
    },
    {
        "SEMICOLON": 435,
    },
    {
        "RPAR": 436,
    },
    {
        "BRANCH": 270, "NODE": 271, "RBRACE": 437,
    },
    {
        "FILTER": 439, "NEXT": 440,
    },
    {
        "SEMICOLON": 442, "TRACES": 443,
    },
    {
        "EQUAL": -168, "FROM": -168, "INVALID": -168, "KEY": -168, "LBRACE": -168, "MORETHAN": -168,
        "RPAR": -168, "SEMICOLON": -168,
    },
    {
        "BY": 446, "EQUAL": -169, "FROM": -169, "INVALID": -169, "KEY": -169, "LBRACE": -169,
        "MORETHAN": -169, "OPTIONAL": 447, "RPAR": -169, "SEMICOLON": -169,
    },
    {
        "COMMA": -170, "RSQB": -170, "SATISFIES": -170, "SEMICOLON": -170,
    },
    {
        "EQUAL": -171, "FROM": -171, "INVALID": -171, "KEY": -171, "LBRACE": -171, "MORETHAN": -171,
        "RPAR": -171, "SEMICOLON": -171,
    },
    {
        "NUMBER": 448,
    },
    {
        "BEHAVIOR_GRAPH": -172, "BEHAVIOR_TREE": -172, "CLAIM": -172, "CONST": -172, "CONSTANTS": -172,
        "CONTROL": -172, "ENTITY": -172, "ENUM": -172, "HAZARD": -172, "LEXICON": -172, "MACHINE": -172,
        "POLICY": -172, "RBRACE": -172, "REQUIREMENT": -172, "SERVICE": -172, "TEST": -172, "TYPE": -172,
        "UNIT": -172,
    },
    {
        "BEHAVIOR_GRAPH": -173, "BEHAVIOR_TREE": -173, "CLAIM": -173, "CONST": -173, "CONSTANTS": -173,
        "CONTROL": -173, "ENTITY": -173, "ENUM": -173, "HAZARD": -173, "LEXICON": -173, "MACHINE": -173,
        "POLICY": -173, "RBRACE": -173, "REQUIREMENT": -173, "SERVICE": -173, "TEST": -173, "TYPE": -173,
        "UNIT": -173,
    },
    {
        "SEMICOLON": 449,
    },
    {
        "BECAUSE": -174, "BY": -174, "COLON": -174, "COMMA": -174, "ELSE": -174, "FOR": -174,
        "RBRACE": -174, "RPAR": -174, "RSQB": -174, "SEMICOLON": -174, "THEN": -174, "TICKS": -174,
        "TIES": -174, "TRACES": -174, "UP": -174,
    },
    {
        "BY": 453,
    },
    {
        "COMMA": -175, "RBRACE": -175,
    },
    {
        "COMMA": -176, "RSQB": -176,
    },
    {
        "COLON": 455,
    },
    {
        "COMMA": -177, "RPAR": -177,
    },
    {
        "NAME": -178, "RBRACE": -178,
    },
    {
        "BEHAVIOR_GRAPH": -179, "BEHAVIOR_TREE": -179, "CLAIM": -179, "CONST": -179, "CONSTANTS": -179,
        "CONTROL": -179, "ENTITY": -179, "ENUM": -179, "HAZARD": -179, "LEXICON": -179, "MACHINE": -179,
        "POLICY": -179, "RBRACE": -179, "REQUIREMENT": -179, "SERVICE": -179, "TEST": -179, "TYPE": -179,
        "UNIT": -179,
    },
    {
        "STRING": 457,
    },
    {
        "AFTER": 459, "ALWAYS": 460, "NEVER": 461, "REACHABLE": 462, "STRING": 463,
    },
    {
        "NAME": 469,
    },
    {
        "STRING": 473,
    },
    {
        "LBRACE": 474,
    },
    {
        "EXPECT": -180, "GIVEN": -180, "RBRACE": -180,
    },
    {
        "ALLOWED": 476, "DENIED": 477,
    },
    {
        "BRANCH": -181, "NODE": -181, "RBRACE": -181,
    },
    {
        "BRANCH": 270, "NODE": 271, "RBRACE": 478,
    },
    {
        "LPAR": 479,
    },
    {
        "LPAR": 480,
    },
    {
        "SEMICOLON": 481,
    },
    {
        "BEHAVIOR_GRAPH": -182, "BEHAVIOR_TREE": -182, "CLAIM": -182, "CONST": -182, "CONSTANTS": -182,
        "CONTROL": -182, "ENTITY": -182, "ENUM": -182, "HAZARD": -182, "LEXICON": -182, "MACHINE": -182,
        "POLICY": -182, "RBRACE": -182, "REQUIREMENT": -182, "SERVICE": -182, "TEST": -182, "TYPE": -182,
        "UNIT": -182,
    },
    {
        "SEMICOLON": 483,
    },
    {
        "EQUAL": -183, "FROM": -183, "INVALID": -183, "KEY": -183, "LBRACE": -183, "MORETHAN": -183,
        "OPTIONAL": 484, "RPAR": -183, "SEMICOLON": -183,
    },
    {
        "EQUAL": -184, "FROM": -184, "INVALID": -184, "KEY": -184, "LBRACE": -184, "MORETHAN": -184,
        "RPAR": -184, "SEMICOLON": -184,
    },
    {
        "EQUAL": -185, "FROM": -185, "INVALID": -185, "KEY": -185, "LBRACE": -185, "MORETHAN": -185,
        "RPAR": -185, "SEMICOLON": -185,
    },
    {
        "BEHAVIOR_GRAPH": -186, "BEHAVIOR_TREE": -186, "CLAIM": -186, "CONST": -186, "CONSTANTS": -186,
        "CONTROL": -186, "ENTITY": -186, "ENUM": -186, "HAZARD": -186, "LEXICON": -186, "MACHINE": -186,
        "POLICY": -186, "RBRACE": -186, "REQUIREMENT": -186, "SERVICE": -186, "TEST": -186, "TYPE": -186,
        "UNIT": -186,
    },
    {
        "BECAUSE": -187, "BY": -187, "COLON": -187, "COMMA": -187, "ELSE": -187, "FOR": -187,
        "RBRACE": -187, "RPAR": -187, "RSQB": -187, "SEMICOLON": -187, "THEN": -187, "TICKS": -187,
        "TIES": -187, "TRACES": -187, "UP": -187,
    },
    {
        "BECAUSE": -188, "BY": -188, "COLON": -188, "COMMA": -188, "ELSE": -188, "FOR": -188,
        "RBRACE": -188, "RPAR": -188, "RSQB": -188, "SEMICOLON": -188, "THEN": -188, "TICKS": -188,
        "TIES": -188, "TRACES": -188, "UP": -188,
    },
    {
        "TIES": 486,
    },
    {
        "BECAUSE": -189, "BY": -189, "COLON": -189, "COMMA": -189, "ELSE": -189, "FOR": -189,
        "RBRACE": -189, "RPAR": -189, "RSQB": -189, "SEMICOLON": -189, "THEN": -189, "TICKS": -189,
        "TIES": -189, "TRACES": -189, "UP": -189,
    },
    {
        "COMMA": -190, "RPAR": -190,
    },
    {
        "AFTER": 459, "ALWAYS": 460, "NEVER": 461, "REACHABLE": 462,
    },
    {
        "FROM": 490, "INVALID": 491, "SEMICOLON": 492,
    },
    {
        "ALL": -191, "ANY": -191, "COUNT": -191, "FALSE": -191, "IF": -191, "LAST": -191, "LPAR": -191,
        "MAX": -191, "MIN": -191, "MINUS": -191, "NAME": -191, "NOT": -191, "NUMBER": -191, "STRING": -191,
        "SUM": -191, "TRUE": -191,
    },
    {
        "ALL": -192, "ANY": -192, "COUNT": -192, "FALSE": -192, "IF": -192, "LAST": -192, "LPAR": -192,
        "MAX": -192, "MIN": -192, "MINUS": -192, "NAME": -192, "NOT": -192, "NUMBER": -192, "STRING": -192,
        "SUM": -192, "TRUE": -192,
    },
    {
        "ALL": -193, "ANY": -193, "COUNT": -193, "FALSE": -193, "IF": -193, "LAST": -193, "LPAR": -193,
        "MAX": -193, "MIN": -193, "MINUS": -193, "NAME": -193, "NOT": -193, "NUMBER": -193, "STRING": -193,
        "SUM": -193, "TRUE": -193,
    },
    {
        "SEMICOLON": 497, "TRACES": 443,
    },
    {
        "SEMICOLON": 499,
    },
    {
        "SEMICOLON": 500,
    },
    {
        "EQUAL": 501,
    },
    {
        "SEMICOLON": 502, "WHERE": 503,
    },
    {
        "EQUAL": 504,
    },
    {
        "UP": 505,
    },
    {
        "RPAR": 506,
    },
    {
        "SEMICOLON": 507, "TRACES": 443,
    },
    {
        "RBRACE": 509,
    },
    {
        "LBRACE": 510,
    },
    {
        "SEMICOLON": 511,
    },
    {
        "BECAUSE": 512,
    },
    {
        "BRANCH": -194, "NODE": -194, "RBRACE": -194,
    },
    {
        "STRING": 514,
    },
    {
        "BRANCH": -195, "NODE": -195, "RBRACE": -195,
    },
    {
        "SEMICOLON": -196,
    },
    {
        "BEHAVIOR_GRAPH": -197, "BEHAVIOR_TREE": -197, "CLAIM": -197, "CONST": -197, "CONSTANTS": -197,
        "CONTROL": -197, "ENTITY": -197, "ENUM": -197, "HAZARD": -197, "LEXICON": -197, "MACHINE": -197,
        "POLICY": -197, "RBRACE": -197, "REQUIREMENT": -197, "SERVICE": -197, "TEST": -197, "TYPE": -197,
        "UNIT": -197,
    },
    {
        "EQUAL": -198, "FROM": -198, "INVALID": -198, "KEY": -198, "LBRACE": -198, "MORETHAN": -198,
        "RPAR": -198, "SEMICOLON": -198,
    },
    {
        "EQUAL": -199, "FROM": -199, "INVALID": -199, "KEY": -199, "LBRACE": -199, "MORETHAN": -199,
        "OPTIONAL": 515, "RPAR": -199, "SEMICOLON": -199,
    },
    {
        "ALL": 516, "ANY": 517,
    },
    {
        "TIES": 519,
    },
    {
        "BECAUSE": -200, "BY": -200, "COLON": -200, "COMMA": -200, "ELSE": -200, "FOR": -200,
        "RBRACE": -200, "RPAR": -200, "RSQB": -200, "SEMICOLON": -200, "THEN": -200, "TICKS": -200,
        "TIES": -200, "TRACES": -200, "UP": -200,
    },
    {
        "SEMICOLON": 520, "TRACES": 443,
    },
    {
        "STRING": 522,
    },
    {
        "AS": 523,
    },
    {
        "CLAIM": -201, "INPUT": -201, "LEMMA": -201, "LET": -201, "NEXT": -201, "OUTPUT": -201,
        "PARAM": -201, "RBRACE": -201, "STATE": -201, "TIMER": -201,
    },
    {
        "FROM": 524, "SEMICOLON": 525,
    },
    {
        "FOR": 526,
    },
    {
        "SEMICOLON": 527, "TRACES": 443,
    },
    {
        "SEMICOLON": -202, "TRACES": -202,
    },
    {
        "CLAIM": -203, "INPUT": -203, "LEMMA": -203, "LET": -203, "NEXT": -203, "OUTPUT": -203,
        "PARAM": -203, "RBRACE": -203, "STATE": -203, "TIMER": -203,
    },
    {
        "SEMICOLON": 529,
    },
    {
        "CLAIM": -204, "INPUT": -204, "LEMMA": -204, "LET": -204, "NEXT": -204, "OUTPUT": -204,
        "PARAM": -204, "RBRACE": -204, "STATE": -204, "TIMER": -204,
    },
    {
        "CLAIM": -205, "INPUT": -205, "LEMMA": -205, "LET": -205, "NEXT": -205, "OUTPUT": -205,
        "PARAM": -205, "RBRACE": -205, "STATE": -205, "TIMER": -205,
    },
    {
        "CLAIM": -206, "INPUT": -206, "LEMMA": -206, "LET": -206, "NEXT": -206, "OUTPUT": -206,
        "PARAM": -206, "RBRACE": -206, "STATE": -206, "TIMER": -206,
    },
    {
        "NAME": 531,
    },
    {
        "TO": 533,
    },
    {
        "SEMICOLON": 534,
    },
    {
        "FORBID": -207, "INCLUDE": -207, "RBRACE": -207, "REQUIRE": -207,
    },
    {
        "SEMICOLON": 535,
    },
    {
        "OP": -208, "RBRACE": -208,
    },
    {
        "RBRACE": 536,
    },
    {
        "EXPECT": -209, "RBRACE": -209,
    },
    {
        "RPAR": 538,
    },
    {
        "RPAR": 539,
    },
    {
        "EQUAL": -210, "FROM": -210, "INVALID": -210, "KEY": -210, "LBRACE": -210, "MORETHAN": -210,
        "RPAR": -210, "SEMICOLON": -210,
    },
    {
        "NONE": -211,
    },
    {
        "NONE": -212,
    },
    {
        "NONE": 540,
    },
    {
        "CLAIM": -213, "INPUT": -213, "LEMMA": -213, "LET": -213, "NEXT": -213, "OUTPUT": -213,
        "PARAM": -213, "RBRACE": -213, "STATE": -213, "TIMER": -213,
    },
    {
        "SEMICOLON": 542,
    },
    {
        "SEMICOLON": 543,
    },
    {
        "MISSING": 544,
    },
    {
        "STRING": 545,
    },
    {
        "CLAIM": -214, "INPUT": -214, "LEMMA": -214, "LET": -214, "NEXT": -214, "OUTPUT": -214,
        "PARAM": -214, "RBRACE": -214, "STATE": -214, "TIMER": -214,
    },
    {
        "CLAIM": -215, "INPUT": -215, "LEMMA": -215, "LET": -215, "NEXT": -215, "OUTPUT": -215,
        "PARAM": -215, "RBRACE": -215, "STATE": -215, "TIMER": -215,
    },
    {
        "SEMICOLON": 547,
    },
    {
        "CLAIM": -216, "INPUT": -216, "LEMMA": -216, "LET": -216, "NEXT": -216, "OUTPUT": -216,
        "PARAM": -216, "RBRACE": -216, "STATE": -216, "TIMER": -216,
    },
    {
        "SEMICOLON": 548,
    },
    {
        "SEMICOLON": 549,
    },
    {
        "SEMICOLON": 550,
    },
    {
        "NUMBER": 551,
    },
    {
        "FORBID": -217, "INCLUDE": -217, "RBRACE": -217, "REQUIRE": -217,
    },
    {
        "FORBID": -218, "INCLUDE": -218, "RBRACE": -218, "REQUIRE": -218,
    },
    {
        "OP": -219, "RBRACE": -219,
    },
    {
        "SEMICOLON": 552,
    },
    {
        "SEMICOLON": -220,
    },
    {
        "SEMICOLON": -221,
    },
    {
        "FALSE": 134, "TRUE": 148,
    },
    {
        "NONE": 554,
    },
    {
        "CLAIM": -222, "INPUT": -222, "LEMMA": -222, "LET": -222, "NEXT": -222, "OUTPUT": -222,
        "PARAM": -222, "RBRACE": -222, "STATE": -222, "TIMER": -222,
    },
    {
        "CLAIM": -223, "INPUT": -223, "LEMMA": -223, "LET": -223, "NEXT": -223, "OUTPUT": -223,
        "PARAM": -223, "RBRACE": -223, "STATE": -223, "TIMER": -223,
    },
    {
        "FROM": -224, "SEMICOLON": -224,
    },
    {
        "SEMICOLON": 555,
    },
    {
        "TICKS": 556,
    },
    {
        "CLAIM": -225, "INPUT": -225, "LEMMA": -225, "LET": -225, "NEXT": -225, "OUTPUT": -225,
        "PARAM": -225, "RBRACE": -225, "STATE": -225, "TIMER": -225,
    },
    {
        "CLAIM": -226, "INPUT": -226, "LEMMA": -226, "LET": -226, "NEXT": -226, "OUTPUT": -226,
        "PARAM": -226, "RBRACE": -226, "STATE": -226, "TIMER": -226,
    },
    {
        "CLAIM": -227, "INPUT": -227, "LEMMA": -227, "LET": -227, "NEXT": -227, "OUTPUT": -227,
        "PARAM": -227, "RBRACE": -227, "STATE": -227, "TIMER": -227,
    },
    {
        "CLAIM": -228, "INPUT": -228, "LEMMA": -228, "LET": -228, "NEXT": -228, "OUTPUT": -228,
        "PARAM": -228, "RBRACE": -228, "STATE": -228, "TIMER": -228,
    },
    {
        "TICKS": 557,
    },
    {
        "EXPECT": -229, "RBRACE": -229,
    },
    {
        "COLON": 558,
    },
    {
        "CLAIM": -230, "INPUT": -230, "LEMMA": -230, "LET": -230, "NEXT": -230, "OUTPUT": -230,
        "PARAM": -230, "RBRACE": -230, "STATE": -230, "TIMER": -230,
    },
    {
        "HOLDS": 560,
    },
    {
        "SEMICOLON": 561,
    },
    {
        "COLON": 563,
    },
    {
        "CLAIM": -231, "INPUT": -231, "LEMMA": -231, "LET": -231, "NEXT": -231, "OUTPUT": -231,
        "PARAM": -231, "RBRACE": -231, "STATE": -231, "TIMER": -231,
    },
    {
        "BECAUSE": -232, "BY": -232, "COLON": -232, "COMMA": -232, "ELSE": -232, "FOR": -232,
        "RBRACE": -232, "RPAR": -232, "RSQB": -232, "SEMICOLON": -232, "THEN": -232, "TICKS": -232,
        "TIES": -232, "TRACES": -232, "UP": -232,
    },
    {
        "SEMICOLON": -233, "TRACES": -233,
    },
    {
        "BECAUSE": -234, "BY": -234, "COLON": -234, "COMMA": -234, "ELSE": -234, "FOR": -234,
        "RBRACE": -234, "RPAR": -234, "RSQB": -234, "SEMICOLON": -234, "THEN": -234, "TICKS": -234,
        "TIES": -234, "TRACES": -234, "UP": -234,
    },
]
ACTIONS: list[dict[str, int]] = [_ACTIONS[row] for row in (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
    28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 48, 49, 50, 51, 52,
    53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 66, 67, 50, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77,
    78, 79, 80, 81, 82, 50, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99, 100, 101,
    102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 118, 50,
    121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 130, 133, 134, 135, 136, 137, 138, 139,
    140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159,
    160, 120, 120, 161, 162, 163, 50, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177,
    178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 192, 193, 194, 195, 196, 197,
    198, 199, 200, 201, 202, 118, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215, 216,
    217, 218, 219, 220, 221, 222, 223, 224, 225, 136, 226, 136, 227, 228, 229, 230, 136, 138, 130, 138,
    231, 136, 136, 232, 233, 234, 235, 236, 237, 238, 239, 240, 241, 50, 242, 243, 244, 245, 246, 247, 248,
    249, 250, 251, 252, 253, 254, 255, 256, 257, 258, 118, 259, 260, 261, 262, 118, 263, 264, 265, 266,
    267, 268, 130, 268, 83, 269, 270, 271, 272, 83, 273, 274, 275, 276, 277, 278, 279, 280, 268, 281, 282,
    283, 284, 285, 286, 287, 288, 289, 290, 291, 292, 293, 294, 295, 296, 297, 298, 299, 300, 301, 302,
    303, 304, 305, 306, 307, 308, 309, 310, 311, 130, 312, 313, 314, 315, 316, 317, 318, 319, 130, 320,
    118, 321, 322, 323, 324, 325, 326, 327, 328, 329, 330, 331, 332, 333, 334, 335, 269, 336, 83, 337, 338,
    130, 339, 340, 341, 342, 343, 344, 345, 346, 347, 348, 349, 350, 351, 352, 353, 354, 355, 356, 357,
    358, 359, 360, 50, 361, 362, 363, 364, 365, 366, 118, 367, 368, 369, 370, 371, 372, 373, 374, 130, 375,
    130, 130, 376, 377, 378, 130, 379, 380, 130, 381, 382, 383, 50, 384, 130, 130, 50, 385, 50, 130, 130,
    386, 387, 50, 388, 389, 390, 391, 392, 393, 394, 395, 120, 396, 397, 118, 398, 399, 400, 401, 402, 403,
    130, 404, 130, 405, 406, 407, 130, 408, 409, 410, 406, 130, 411, 412, 413, 414, 415, 416, 417, 418,
    419, 420, 421, 422, 423, 424, 130, 425, 426, 427, 428, 429, 430, 431, 432, 433, 434, 435, 436, 437,
    438, 439, 440, 441, 442, 443, 444, 445, 130, 446, 447, 130, 448, 449, 450, 451, 452, 453, 454, 120,
    455, 456, 457, 458, 459, 460, 431, 461, 462, 463, 464, 465, 466, 130, 467, 468, 469, 470, 471, 472,
    473, 474, 475, 476, 477, 478, 479, 480, 481, 482, 483, 484, 485, 486, 487, 488, 489, 490, 491, 492,
    493, 480, 494, 495, 496, 130, 497, 130, 498, 499, 130, 500, 501,
)]

_GOTOS: list[dict[str, int]] = [
    {
        "__docs_star_1": 2, "docs": 3, "start": 4,
    },
    {},
    {
        "__start_star_0": 27, "item": 28,
    },
    {
        "item": 47,
    },
    {
        "repeated": 53,
    },
    {
        "__item_star_2": 56, "constant": 57,
    },
    {
        "root": 72,
    },
    {
        "root": 73,
    },
    {
        "type": 82, "type_word": 83,
    },
    {
        "constant": 88,
    },
    {
        "__item_star_5": 92, "field": 93,
    },
    {
        "__item_star_3": 97, "label": 98,
    },
    {
        "__item_star_4": 102, "term": 103,
    },
    {
        "__item_star_8": 109, "operation": 110,
    },
    {
        "__givens_star_10": 112, "given": 113, "givens": 114,
    },
    {
        "type": 115, "type_word": 83,
    },
    {
        "type": 130, "type_word": 83,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 153,
        "implication": 154, "kind": 155, "list": 156, "negation": 157, "path": 158, "primary": 159,
        "product": 160, "record": 161, "sign": 162, "source": 163, "truth": 164, "value": 165, "word": 166,
    },
    {
        "mitigates": 170, "satisfies": 171,
    },
    {
        "repeated": 173,
    },
    {
        "field": 175,
    },
    {
        "label": 179,
    },
    {
        "term": 183,
    },
    {
        "operation": 189,
    },
    {
        "given": 191,
    },
    {
        "__expects_star_11": 193, "expect": 194, "expects": 195,
    },
    {
        "bound": 209, "path": 210, "word": 211,
    },
    {
        "strings": 214,
    },
    {
        "bound": 215, "path": 210, "word": 211,
    },
    {
        "type": 216, "type_word": 83,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 222,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "pair": 226, "pairs": 227,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 228,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 153,
        "implication": 154, "kind": 155, "list": 156, "negation": 157, "path": 158, "primary": 159,
        "product": 160, "record": 161, "sign": 162, "source": 163, "truth": 164, "value": 230,
        "values": 231, "word": 166,
    },
    {
        "path": 158, "primary": 159, "sign": 232, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "negation": 233, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "compare": 243,
    },
    {
        "__path_star_16": 253,
    },
    {
        "strings": 254,
    },
    {
        "strings": 255,
    },
    {
        "satisfies": 257,
    },
    {
        "type": 259, "type_word": 83,
    },
    {
        "expect": 268,
    },
    {
        "__root_star_12": 273, "branch": 274, "level": 275,
    },
    {
        "bound": 279, "path": 210, "word": 211,
    },
    {
        "__strings_star_9": 281,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 153,
        "implication": 154, "kind": 155, "list": 156, "negation": 157, "path": 158, "primary": 159,
        "product": 160, "record": 161, "sign": 162, "source": 163, "truth": 164, "value": 230,
        "values": 287, "word": 166,
    },
    {
        "__pairs_star_13": 294,
    },
    {
        "__values_star_14": 298,
    },
    {
        "path": 158, "primary": 159, "product": 300, "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "path": 158, "primary": 159, "product": 301, "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 302, "path": 158, "primary": 159, "product": 160, "sign": 162, "source": 163,
        "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "negation": 303, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 304,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 305, "negation": 157, "path": 158,
        "primary": 159, "product": 160, "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "path": 158, "primary": 159, "sign": 307, "source": 163, "truth": 164, "word": 166,
    },
    {
        "path": 158, "primary": 159, "sign": 308, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "arguments": 311, "comparison": 150, "conjunction": 151, "disjunction": 152,
        "expr": 312, "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159,
        "product": 160, "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "type": 317, "type_word": 83,
    },
    {
        "__item_star_5": 319, "field": 93,
    },
    {
        "__item_star_7": 331, "machine_item": 332,
    },
    {
        "__item_star_6": 337, "force": 338, "policy_item": 339,
    },
    {
        "type": 341, "type_word": 83,
    },
    {
        "branch": 345, "level": 275,
    },
    {
        "bound": 348, "path": 210, "word": 211,
    },
    {
        "bound": 353, "path": 210, "word": 211,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 153,
        "implication": 154, "kind": 155, "list": 156, "negation": 157, "path": 158, "primary": 159,
        "product": 160, "record": 161, "sign": 162, "source": 163, "truth": 164, "value": 230,
        "values": 359, "word": 166,
    },
    {
        "path": 158, "source": 360, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 361,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "path": 158, "source": 362, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 153,
        "implication": 154, "kind": 155, "list": 156, "negation": 157, "path": 158, "primary": 159,
        "product": 160, "record": 161, "sign": 162, "source": 163, "truth": 164, "value": 363, "word": 166,
    },
    {
        "pair": 364,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 153,
        "implication": 154, "kind": 155, "list": 156, "negation": 157, "path": 158, "primary": 159,
        "product": 160, "record": 161, "sign": 162, "source": 163, "truth": 164, "value": 366, "word": 166,
    },
    {
        "path": 158, "source": 368, "word": 166,
    },
    {
        "__arguments_star_15": 371,
    },
    {
        "machine_item": 388,
    },
    {
        "force": 338, "policy_item": 391,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 392,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "record": 395,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 399,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "bound": 402, "path": 210, "word": 211,
    },
    {
        "where": 410,
    },
    {
        "where": 413,
    },
    {
        "pair": 414,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 153,
        "implication": 154, "kind": 155, "list": 156, "negation": 157, "path": 158, "primary": 159,
        "product": 160, "record": 161, "sign": 162, "source": 163, "truth": 164, "value": 415, "word": 166,
    },
    {
        "where": 417,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 418,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "type": 433, "type_word": 83,
    },
    {
        "__root_star_12": 438, "branch": 274, "level": 275,
    },
    {
        "action": 441,
    },
    {
        "traces": 444,
    },
    {
        "bound": 445, "path": 210, "word": 211,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 450,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 451,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 452,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 454,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 456,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "type": 458, "type_word": 83,
    },
    {
        "form": 464, "property": 465,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 466,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 467,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "type": 468, "type_word": 83,
    },
    {
        "type": 470, "type_word": 83,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 471,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 472,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "type": 475, "type_word": 83,
    },
    {
        "strings": 482,
    },
    {
        "bound": 485, "path": 210, "word": 211,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 487,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 488,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "form": 464, "property": 489,
    },
    {
        "invalid": 493,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 494,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "form": 464, "property": 495,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 496,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "traces": 498,
    },
    {
        "traces": 508,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 513,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "ties": 518,
    },
    {
        "traces": 521,
    },
    {
        "traces": 528,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 530,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 532,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "strings": 537,
    },
    {
        "ties": 541,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 546,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "truth": 553,
    },
    {
        "truth": 559,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 562,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 564,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
    {
        "addition": 149, "comparison": 150, "conjunction": 151, "disjunction": 152, "expr": 565,
        "implication": 154, "kind": 155, "negation": 157, "path": 158, "primary": 159, "product": 160,
        "sign": 162, "source": 163, "truth": 164, "word": 166,
    },
]
GOTOS: list[dict[str, int]] = [_GOTOS[row] for row in (
    0, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 4, 5,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 7, 1, 8, 1, 1, 1, 1, 9, 1, 1, 10, 1, 11, 1, 12, 1, 1, 1,
    13, 14, 15, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 16, 17, 1, 1, 18, 19, 1, 20, 1, 1, 1, 1, 21,
    1, 1, 1, 1, 22, 1, 1, 1, 1, 1, 1, 23, 1, 1, 24, 1, 25, 1, 1, 1, 1, 1, 1, 26, 1, 27, 28, 29, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 30, 1, 31, 32, 33, 1, 1, 34, 1, 35, 1, 1, 1, 1, 36, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 37, 38, 39, 1, 40, 1, 41, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 42,
    1, 1, 1, 1, 43, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 37, 44, 45, 1, 1, 1, 1, 1, 46, 1, 1, 1, 1, 1, 1,
    47, 1, 1, 1, 48, 1, 1, 1, 1, 1, 49, 1, 50, 1, 1, 1, 1, 51, 52, 53, 54, 1, 55, 56, 1, 1, 57, 1, 1, 1, 1,
    1, 1, 1, 58, 59, 1, 60, 61, 62, 1, 1, 1, 1, 1, 1, 1, 63, 1, 1, 1, 1, 64, 1, 1, 1, 1, 65, 1, 1, 1, 1,
    66, 67, 68, 69, 70, 71, 1, 1, 1, 72, 1, 1, 1, 1, 1, 1, 1, 1, 73, 1, 1, 1, 1, 1, 74, 1, 1, 1, 1, 1, 1,
    20, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 75, 1, 1, 1, 1, 1, 76, 77, 1, 1, 1, 78, 1, 1, 1, 1, 79, 1, 80, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 81, 1, 82, 1, 1, 83, 1, 84, 85, 1, 86, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 87, 1, 1, 1, 88, 89, 90, 91, 1, 1, 1, 1, 1, 1, 1, 1, 92, 1, 93, 94, 1, 1,
    1, 95, 1, 1, 96, 1, 1, 1, 97, 98, 99, 100, 101, 1, 102, 103, 104, 1, 1, 105, 1, 1, 1, 63, 1, 1, 1, 1,
    106, 1, 1, 107, 1, 1, 1, 1, 1, 1, 108, 1, 109, 1, 110, 111, 112, 1, 1, 1, 113, 114, 115, 1, 1, 1, 1, 1,
    1, 1, 116, 1, 1, 1, 1, 1, 117, 1, 1, 1, 1, 1, 1, 118, 1, 1, 119, 1, 1, 1, 1, 1, 120, 1, 1, 1, 1, 1,
    121, 1, 1, 122, 1, 1, 1, 1, 1, 1, 1, 123, 1, 1, 1, 1, 1, 1, 124, 1, 1, 1, 1, 1, 1, 125, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 126, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 127, 1, 1, 1, 128, 1, 129, 1, 1,
    130, 1, 1,
)]
