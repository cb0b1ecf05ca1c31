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
        "^*]*\\*+([^\\/*][^*]*\\*+)*\\/)*([=!<>+*\\/),;:.}\\"
        "]]|-[ \t\r\n]|(and|or|implies|then|else|because|"
        "traces|where|by|ties|holds|for|ticks|up)(?![A"
        "-Za-z0-9_])))",
    "NAME":
        "[A-Za-z_][A-Za-z0-9_]*",
    "NUMBER":
        "[0-9]+(\\.[0-9]+)?",
    "STRING":
        "\"([^\"\\\\\n]|\\\\[^\n])*\"",
}

# origin, length, callback (empty: pass the only child; *: a list), children kept

RULES: list[tuple[str, int, str, tuple[int, ...]]] = [
    ("docs", 0, "docs", ()),
    ("__docs_star_0", 1, "*", (0,)),
    ("docs", 1, "docs", (-2,)),
    ("__docs_star_0", 2, "*", (-2, 1)),
    ("items", 0, "items", ()),
    ("items", 1, "items", (-2,)),
    ("__items_star_1", 1, "*", (0,)),
    ("__items_star_1", 2, "*", (-2, 1)),
    ("start", 6, "start", (0, 2, 4)),
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
        "ENTITY": 15, "ENUM": 16, "HAZARD": 17, "LEXICON": 18, "MACHINE": 19, "POLICY": 20, "RBRACE": -5,
        "REQUIREMENT": 21, "SERVICE": 22, "TEST": 23, "TYPE": 24, "UNIT": 25,
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
        "ENTITY": 15, "ENUM": 16, "HAZARD": 17, "LEXICON": 18, "MACHINE": 19, "POLICY": 20, "RBRACE": -6,
        "REQUIREMENT": 21, "SERVICE": 22, "TEST": 23, "TYPE": 24, "UNIT": 25,
    },
    {
        "BEHAVIOR_GRAPH": -7, "BEHAVIOR_TREE": -7, "CLAIM": -7, "CONST": -7, "CONSTANTS": -7,
        "CONTROL": -7, "ENTITY": -7, "ENUM": -7, "HAZARD": -7, "LEXICON": -7, "MACHINE": -7, "POLICY": -7,
        "RBRACE": -7, "REQUIREMENT": -7, "SERVICE": -7, "TEST": -7, "TYPE": -7, "UNIT": -7,
    },
    {
        "RBRACE": 47,
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
        "BEHAVIOR_GRAPH": -8, "BEHAVIOR_TREE": -8, "CLAIM": -8, "CONST": -8, "CONSTANTS": -8,
        "CONTROL": -8, "ENTITY": -8, "ENUM": -8, "HAZARD": -8, "LEXICON": -8, "MACHINE": -8, "POLICY": -8,
        "RBRACE": -8, "REQUIREMENT": -8, "SERVICE": -8, "TEST": -8, "TYPE": -8, "UNIT": -8,
    },
    {
        "$END": -9,
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
        "BEHAVIOR_GRAPH": -10, "BEHAVIOR_TREE": -10, "CLAIM": -10, "CONST": -10, "CONSTANTS": -10,
        "CONTROL": -10, "ENTITY": -10, "ENUM": -10, "HAZARD": -10, "LEXICON": -10, "MACHINE": -10,
        "POLICY": -10, "RBRACE": -10, "REQUIREMENT": -10, "SERVICE": -10, "TEST": -10, "TYPE": -10,
        "UNIT": -10,
    },
    {
        "NAME": 54, "RBRACE": 87,
    },
    {
        "NAME": -11, "RBRACE": -11,
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
        "EXPECT": -12, "GIVEN": 111, "RBRACE": -12,
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
        "EQUAL": -13, "FROM": -13, "IN": 121, "INVALID": -13, "KEY": -13, "LBRACE": -13, "MORETHAN": -13,
        "NAME": 122, "OPTIONAL": -13, "RPAR": -13, "SEMICOLON": -13,
    },
    {
        "EQUAL": -14, "FROM": -14, "INVALID": -14, "KEY": -14, "LBRACE": -14, "LSQB": 123, "MORETHAN": -14,
        "OPTIONAL": -14, "RPAR": -14, "SEMICOLON": -14,
    },
    {
        "EQUAL": -15, "FROM": -15, "IN": 124, "INVALID": -15, "KEY": -15, "LBRACE": -15, "MORETHAN": -15,
        "OPTIONAL": -15, "RPAR": -15, "SEMICOLON": -15,
    },
    {
        "EQUAL": -16, "FROM": -16, "INVALID": -16, "KEY": -16, "LBRACE": -16, "LESSTHAN": 125,
        "MORETHAN": -16, "OPTIONAL": -16, "RPAR": -16, "SEMICOLON": -16,
    },
    {
        "EQUAL": -17, "FROM": -17, "INVALID": -17, "KEY": -17, "LBRACE": -17, "MORETHAN": -17, "NAME": 126,
        "OPTIONAL": -17, "RPAR": -17, "SEMICOLON": -17,
    },
    {
        "EQUAL": -18, "FROM": -18, "INVALID": -18, "KEY": -18, "LBRACE": -18, "MORETHAN": -18,
        "OPTIONAL": -18, "RPAR": -18, "SEMICOLON": -18,
    },
    {
        "EQUAL": -19, "FROM": -19, "INVALID": -19, "KEY": -19, "LBRACE": -19, "MORETHAN": -19, "NAME": 127,
        "OPTIONAL": -19, "RPAR": -19, "SEMICOLON": -19,
    },
    {
        "EQUAL": 128,
    },
    {
        "EQUAL": -20, "FROM": -20, "INVALID": -20, "KEY": -20, "LBRACE": -20, "MORETHAN": -20,
        "OPTIONAL": 129, "RPAR": -20, "SEMICOLON": -20,
    },
    {
        "COLON": -21,
    },
    {
        "ALL": 131, "ANY": 132, "COUNT": 133, "FALSE": 134, "IF": 135, "LAST": 136, "LBRACE": 137,
        "LPAR": 138, "LSQB": 139, "MAX": 140, "MIN": 141, "MINUS": 142, "NAME": 143, "NOT": 144,
        "NUMBER": 145, "STRING": 146, "SUM": 147, "TRUE": 148,
    },
    {
        "BEHAVIOR_GRAPH": -22, "BEHAVIOR_TREE": -22, "CLAIM": -22, "CONST": -22, "CONSTANTS": -22,
        "CONTROL": -22, "ENTITY": -22, "ENUM": -22, "HAZARD": -22, "LEXICON": -22, "MACHINE": -22,
        "POLICY": -22, "RBRACE": -22, "REQUIREMENT": -22, "SERVICE": -22, "TEST": -22, "TYPE": -22,
        "UNIT": -22,
    },
    {
        "NAME": -23, "RBRACE": -23,
    },
    {
        "MITIGATES": 167, "SATISFIES": 168, "SEMICOLON": 169,
    },
    {
        "COLON": 172, "LSQB": 52,
    },
    {
        "BEHAVIOR_GRAPH": -24, "BEHAVIOR_TREE": -24, "CLAIM": -24, "CONST": -24, "CONSTANTS": -24,
        "CONTROL": -24, "ENTITY": -24, "ENUM": -24, "HAZARD": -24, "LEXICON": -24, "MACHINE": -24,
        "POLICY": -24, "RBRACE": -24, "REQUIREMENT": -24, "SERVICE": -24, "TEST": -24, "TYPE": -24,
        "UNIT": -24,
    },
    {
        "NAME": 90, "RBRACE": 174,
    },
    {
        "NAME": -25, "RBRACE": -25,
    },
    {
        "STRING": 176,
    },
    {
        "SEMICOLON": 177,
    },
    {
        "BEHAVIOR_GRAPH": -26, "BEHAVIOR_TREE": -26, "CLAIM": -26, "CONST": -26, "CONSTANTS": -26,
        "CONTROL": -26, "ENTITY": -26, "ENUM": -26, "HAZARD": -26, "LEXICON": -26, "MACHINE": -26,
        "POLICY": -26, "RBRACE": -26, "REQUIREMENT": -26, "SERVICE": -26, "TEST": -26, "TYPE": -26,
        "UNIT": -26,
    },
    {
        "NAME": 95, "RBRACE": 178,
    },
    {
        "NAME": -27, "RBRACE": -27,
    },
    {
        "SEVERITY": 180,
    },
    {
        "BEHAVIOR_GRAPH": -28, "BEHAVIOR_TREE": -28, "CLAIM": -28, "CONST": -28, "CONSTANTS": -28,
        "CONTROL": -28, "ENTITY": -28, "ENUM": -28, "HAZARD": -28, "LEXICON": -28, "MACHINE": -28,
        "POLICY": -28, "RBRACE": -28, "REQUIREMENT": -28, "SERVICE": -28, "TEST": -28, "TYPE": -28,
        "UNIT": -28,
    },
    {
        "SEMICOLON": 181,
    },
    {
        "RBRACE": 182, "STRING": 101,
    },
    {
        "RBRACE": -29, "STRING": -29,
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
        "BEHAVIOR_GRAPH": -30, "BEHAVIOR_TREE": -30, "CLAIM": -30, "CONST": -30, "CONSTANTS": -30,
        "CONTROL": -30, "ENTITY": -30, "ENUM": -30, "HAZARD": -30, "LEXICON": -30, "MACHINE": -30,
        "POLICY": -30, "RBRACE": -30, "REQUIREMENT": -30, "SERVICE": -30, "TEST": -30, "TYPE": -30,
        "UNIT": -30,
    },
    {
        "OP": 107, "RBRACE": 188,
    },
    {
        "OP": -31, "RBRACE": -31,
    },
    {
        "NAME": 190,
    },
    {
        "EXPECT": -32, "GIVEN": 111, "RBRACE": -32,
    },
    {
        "EXPECT": -33, "GIVEN": -33, "RBRACE": -33,
    },
    {
        "EXPECT": 192, "RBRACE": -34,
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
        "BEHAVIOR_GRAPH": -35, "BEHAVIOR_TREE": -35, "CLAIM": -35, "CONST": -35, "CONSTANTS": -35,
        "CONTROL": -35, "ENTITY": -35, "ENUM": -35, "HAZARD": -35, "LEXICON": -35, "MACHINE": -35,
        "POLICY": -35, "RBRACE": -35, "REQUIREMENT": -35, "SERVICE": -35, "TEST": -35, "TYPE": -35,
        "UNIT": -35,
    },
    {
        "BEHAVIOR_GRAPH": -36, "BEHAVIOR_TREE": -36, "CLAIM": -36, "CONST": -36, "CONSTANTS": -36,
        "CONTROL": -36, "ENTITY": -36, "ENUM": -36, "HAZARD": -36, "LEXICON": -36, "MACHINE": -36,
        "POLICY": -36, "RBRACE": -36, "REQUIREMENT": -36, "SERVICE": -36, "TEST": -36, "TYPE": -36,
        "UNIT": -36,
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
        "EQUAL": -37, "FROM": -37, "INVALID": -37, "KEY": -37, "LBRACE": -37, "MORETHAN": -37,
        "OPTIONAL": 218, "RPAR": -37, "SEMICOLON": -37,
    },
    {
        "LSQB": 219,
    },
    {
        "EQUAL": -38, "FROM": -38, "INVALID": -38, "KEY": -38, "LBRACE": -38, "MORETHAN": -38, "RPAR": -38,
        "SEMICOLON": -38,
    },
    {
        "EQUAL": 220,
    },
    {
        "AND": -39, "BECAUSE": -39, "BY": -39, "COLON": -39, "COMMA": -39, "DOT": -39, "ELSE": -39,
        "FOR": -39, "IMPLIES": -39, "LESSTHAN": -39, "LPAR": -39, "MINUS": -39, "MORETHAN": -39,
        "NAME": -40, "OR": -39, "PLUS": -39, "RBRACE": -39, "RPAR": -39, "RSQB": -39, "SEMICOLON": -39,
        "SLASH": -39, "STAR": -39, "THEN": -39, "TICKS": -39, "TIES": -39, "TRACES": -39, "UP": -39,
        "__ANON_2": -39, "__ANON_3": -39, "__ANON_4": -39, "__ANON_5": -39,
    },
    {
        "AND": -41, "BECAUSE": -41, "BY": -41, "COLON": -41, "COMMA": -41, "DOT": -41, "ELSE": -41,
        "FOR": -41, "IMPLIES": -41, "LESSTHAN": -41, "LPAR": -41, "MINUS": -41, "MORETHAN": -41,
        "NAME": -42, "OR": -41, "PLUS": -41, "RBRACE": -41, "RPAR": -41, "RSQB": -41, "SEMICOLON": -41,
        "SLASH": -41, "STAR": -41, "THEN": -41, "TICKS": -41, "TIES": -41, "TRACES": -41, "UP": -41,
        "__ANON_2": -41, "__ANON_3": -41, "__ANON_4": -41, "__ANON_5": -41,
    },
    {
        "AND": -43, "BECAUSE": -43, "BY": -43, "COLON": -43, "COMMA": -43, "DOT": -43, "ELSE": -43,
        "FOR": -43, "IMPLIES": -43, "LESSTHAN": -43, "LPAR": -43, "MINUS": -43, "MORETHAN": -43,
        "NAME": 221, "OR": -43, "PLUS": -43, "RBRACE": -43, "RPAR": -43, "RSQB": -43, "SEMICOLON": -43,
        "SLASH": -43, "STAR": -43, "THEN": -43, "TICKS": -43, "TIES": -43, "TRACES": -43, "UP": -43,
        "__ANON_2": -43, "__ANON_3": -43, "__ANON_4": -43, "__ANON_5": -43,
    },
    {
        "AND": -44, "BECAUSE": -44, "BY": -44, "COLON": -44, "COMMA": -44, "ELSE": -44, "FOR": -44,
        "IMPLIES": -44, "LESSTHAN": -44, "MINUS": -44, "MORETHAN": -44, "OR": -44, "PLUS": -44,
        "RBRACE": -44, "RPAR": -44, "RSQB": -44, "SEMICOLON": -44, "SLASH": -44, "STAR": -44, "THEN": -44,
        "TICKS": -44, "TIES": -44, "TRACES": -44, "UP": -44, "__ANON_2": -44, "__ANON_3": -44,
        "__ANON_4": -44, "__ANON_5": -44,
    },
    {
        "ALL": 131, "ANY": 132, "COUNT": 133, "FALSE": 134, "IF": 135, "LAST": 136, "LPAR": 138,
        "MAX": 140, "MIN": 141, "MINUS": 142, "NAME": 143, "NOT": 144, "NUMBER": 145, "STRING": 146,
        "SUM": 147, "TRUE": 148,
    },
    {
        "AND": -45, "BECAUSE": -45, "BY": -45, "COLON": -45, "COMMA": -45, "DOT": -45, "ELSE": -45,
        "FOR": -45, "IMPLIES": -45, "LESSTHAN": -45, "LPAR": -45, "MINUS": -45, "MORETHAN": -45,
        "NAME": 223, "OR": -45, "PLUS": -45, "RBRACE": -45, "RPAR": -45, "RSQB": -45, "SEMICOLON": -45,
        "SLASH": -45, "STAR": -45, "THEN": -45, "TICKS": -45, "TIES": -45, "TRACES": -45, "UP": -45,
        "__ANON_2": -45, "__ANON_3": -45, "__ANON_4": -45, "__ANON_5": -45,
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
        "AND": -46, "BECAUSE": -46, "BY": -46, "COLON": -46, "COMMA": -46, "DOT": -46, "ELSE": -46,
        "FOR": -46, "IMPLIES": -46, "LESSTHAN": -46, "LPAR": -46, "MINUS": -46, "MORETHAN": -46,
        "NAME": -47, "OR": -46, "PLUS": -46, "RBRACE": -46, "RPAR": -46, "RSQB": -46, "SEMICOLON": -46,
        "SLASH": -46, "STAR": -46, "THEN": -46, "TICKS": -46, "TIES": -46, "TRACES": -46, "UP": -46,
        "__ANON_2": -46, "__ANON_3": -46, "__ANON_4": -46, "__ANON_5": -46,
    },
    {
        "AND": -48, "BECAUSE": -48, "BY": -48, "COLON": -48, "COMMA": -48, "DOT": -48, "ELSE": -48,
        "FOR": -48, "IMPLIES": -48, "LESSTHAN": -48, "LPAR": -48, "MINUS": -48, "MORETHAN": -48,
        "NAME": -49, "OR": -48, "PLUS": -48, "RBRACE": -48, "RPAR": -48, "RSQB": -48, "SEMICOLON": -48,
        "SLASH": -48, "STAR": -48, "THEN": -48, "TICKS": -48, "TIES": -48, "TRACES": -48, "UP": -48,
        "__ANON_2": -48, "__ANON_3": -48, "__ANON_4": -48, "__ANON_5": -48,
    },
    {
        "ALL": 200, "ANY": 201, "COUNT": 202, "FALSE": 134, "LAST": 203, "LPAR": 138, "MAX": 204,
        "MIN": 205, "MINUS": 142, "NAME": 143, "NUMBER": 145, "STRING": 146, "SUM": 208, "TRUE": 148,
    },
    {
        "AND": -50, "BECAUSE": -50, "BY": -50, "COLON": -50, "COMMA": -50, "DOT": -50, "ELSE": -50,
        "EQUAL": -50, "FOR": -50, "FROM": -50, "IMPLIES": -50, "INVALID": -50, "KEY": -50, "LBRACE": -50,
        "LESSTHAN": -50, "LPAR": -50, "MINUS": -50, "MORETHAN": -50, "OPTIONAL": -50, "OR": -50,
        "PLUS": -50, "RBRACE": -50, "RPAR": -50, "RSQB": -50, "SEMICOLON": -50, "SLASH": -50, "STAR": -50,
        "THEN": -50, "TICKS": -50, "TIES": -50, "TRACES": -50, "UP": -50, "WHERE": -50, "__ANON_1": -50,
        "__ANON_2": -50, "__ANON_3": -50, "__ANON_4": -50, "__ANON_5": -50,
    },
    {
        "ALL": 200, "ANY": 201, "COUNT": 202, "FALSE": 134, "LAST": 203, "LPAR": 138, "MAX": 204,
        "MIN": 205, "MINUS": 142, "NAME": 143, "NOT": 144, "NUMBER": 145, "STRING": 146, "SUM": 208,
        "TRUE": 148,
    },
    {
        "AND": -51, "BECAUSE": -51, "BY": -51, "COLON": -51, "COMMA": -51, "ELSE": -51, "FOR": -51,
        "IMPLIES": -51, "LESSTHAN": -51, "MINUS": -51, "MORETHAN": -51, "NAME": 234, "OR": -51,
        "PLUS": -51, "RBRACE": -51, "RPAR": -51, "RSQB": -51, "SEMICOLON": -51, "SLASH": -51, "STAR": -51,
        "THEN": -51, "TICKS": -51, "TIES": -51, "TRACES": -51, "UP": -51, "__ANON_2": -51, "__ANON_3": -51,
        "__ANON_4": -51, "__ANON_5": -51,
    },
    {
        "AND": -52, "BECAUSE": -52, "BY": -52, "COLON": -52, "COMMA": -52, "ELSE": -52, "FOR": -52,
        "IMPLIES": -52, "LESSTHAN": -52, "MINUS": -52, "MORETHAN": -52, "OR": -52, "PLUS": -52,
        "RBRACE": -52, "RPAR": -52, "RSQB": -52, "SEMICOLON": -52, "SLASH": -52, "STAR": -52, "THEN": -52,
        "TICKS": -52, "TIES": -52, "TRACES": -52, "UP": -52, "__ANON_2": -52, "__ANON_3": -52,
        "__ANON_4": -52, "__ANON_5": -52,
    },
    {
        "AND": -53, "BECAUSE": -53, "BY": -53, "COLON": -53, "COMMA": -53, "DOT": -53, "ELSE": -53,
        "FOR": -53, "IMPLIES": -53, "LESSTHAN": -53, "LPAR": -53, "MINUS": -53, "MORETHAN": -53,
        "NAME": -54, "OR": -53, "PLUS": -53, "RBRACE": -53, "RPAR": -53, "RSQB": -53, "SEMICOLON": -53,
        "SLASH": -53, "STAR": -53, "THEN": -53, "TICKS": -53, "TIES": -53, "TRACES": -53, "UP": -53,
        "__ANON_2": -53, "__ANON_3": -53, "__ANON_4": -53, "__ANON_5": -53,
    },
    {
        "AND": -55, "BECAUSE": -55, "BY": -55, "COLON": -55, "COMMA": -55, "ELSE": -55, "FOR": -55,
        "IMPLIES": -55, "LESSTHAN": -55, "MINUS": -55, "MORETHAN": -55, "OR": -55, "PLUS": -55,
        "RBRACE": -55, "RPAR": -55, "RSQB": -55, "SEMICOLON": -55, "SLASH": -55, "STAR": -55, "THEN": -55,
        "TICKS": -55, "TIES": -55, "TRACES": -55, "UP": -55, "__ANON_2": -55, "__ANON_3": -55,
        "__ANON_4": -55, "__ANON_5": -55,
    },
    {
        "AND": -56, "BECAUSE": -56, "BY": -56, "COLON": -56, "COMMA": -56, "ELSE": -56, "FOR": -56,
        "IMPLIES": -56, "LESSTHAN": 235, "MINUS": 236, "MORETHAN": 237, "OR": -56, "PLUS": 238,
        "RBRACE": -56, "RPAR": -56, "RSQB": -56, "SEMICOLON": -56, "THEN": -56, "TICKS": -56, "TIES": -56,
        "TRACES": -56, "UP": -56, "__ANON_2": 239, "__ANON_3": 240, "__ANON_4": 241, "__ANON_5": 242,
    },
    {
        "AND": -57, "BECAUSE": -57, "BY": -57, "COLON": -57, "COMMA": -57, "ELSE": -57, "FOR": -57,
        "IMPLIES": -57, "OR": -57, "RBRACE": -57, "RPAR": -57, "RSQB": -57, "SEMICOLON": -57, "THEN": -57,
        "TICKS": -57, "TIES": -57, "TRACES": -57, "UP": -57,
    },
    {
        "AND": 244, "BECAUSE": -58, "BY": -58, "COLON": -58, "COMMA": -58, "ELSE": -58, "FOR": -58,
        "IMPLIES": -58, "OR": -58, "RBRACE": -58, "RPAR": -58, "RSQB": -58, "SEMICOLON": -58, "THEN": -58,
        "TICKS": -58, "TIES": -58, "TRACES": -58, "UP": -58,
    },
    {
        "BECAUSE": -59, "BY": -59, "COLON": -59, "COMMA": -59, "ELSE": -59, "FOR": -59, "IMPLIES": 245,
        "OR": 246, "RBRACE": -59, "RPAR": -59, "RSQB": -59, "SEMICOLON": -59, "THEN": -59, "TICKS": -59,
        "TIES": -59, "TRACES": -59, "UP": -59,
    },
    {
        "COMMA": -60, "RBRACE": -60, "RSQB": -60, "SEMICOLON": -60,
    },
    {
        "BECAUSE": -61, "BY": -61, "COLON": -61, "COMMA": -61, "ELSE": -61, "FOR": -61, "RBRACE": -61,
        "RPAR": -61, "RSQB": -61, "SEMICOLON": -61, "THEN": -61, "TICKS": -61, "TIES": -61, "TRACES": -61,
        "UP": -61,
    },
    {
        "NAME": 247,
    },
    {
        "COMMA": -62, "RBRACE": -62, "RSQB": -62, "SEMICOLON": -62,
    },
    {
        "AND": -63, "BECAUSE": -63, "BY": -63, "COLON": -63, "COMMA": -63, "ELSE": -63, "FOR": -63,
        "IMPLIES": -63, "OR": -63, "RBRACE": -63, "RPAR": -63, "RSQB": -63, "SEMICOLON": -63, "THEN": -63,
        "TICKS": -63, "TIES": -63, "TRACES": -63, "UP": -63,
    },
    {
        "AND": -64, "BECAUSE": -64, "BY": -64, "COLON": -64, "COMMA": -64, "ELSE": -64, "FOR": -64,
        "IMPLIES": -64, "LESSTHAN": -64, "MINUS": -64, "MORETHAN": -64, "OR": -64, "PLUS": -64,
        "RBRACE": -64, "RPAR": -64, "RSQB": -64, "SEMICOLON": -64, "SLASH": -64, "STAR": -64, "THEN": -64,
        "TICKS": -64, "TIES": -64, "TRACES": -64, "UP": -64, "WHERE": -64, "__ANON_2": -64,
        "__ANON_3": -64, "__ANON_4": -64, "__ANON_5": -64,
    },
    {
        "AND": -65, "BECAUSE": -65, "BY": -65, "COLON": -65, "COMMA": -65, "ELSE": -65, "FOR": -65,
        "IMPLIES": -65, "LESSTHAN": -65, "MINUS": -65, "MORETHAN": -65, "OR": -65, "PLUS": -65,
        "RBRACE": -65, "RPAR": -65, "RSQB": -65, "SEMICOLON": -65, "SLASH": -65, "STAR": -65, "THEN": -65,
        "TICKS": -65, "TIES": -65, "TRACES": -65, "UP": -65, "__ANON_2": -65, "__ANON_3": -65,
        "__ANON_4": -65, "__ANON_5": -65,
    },
    {
        "AND": -66, "BECAUSE": -66, "BY": -66, "COLON": -66, "COMMA": -66, "ELSE": -66, "FOR": -66,
        "IMPLIES": -66, "LESSTHAN": -66, "MINUS": -66, "MORETHAN": -66, "OR": -66, "PLUS": -66,
        "RBRACE": -66, "RPAR": -66, "RSQB": -66, "SEMICOLON": -66, "SLASH": 248, "STAR": 249, "THEN": -66,
        "TICKS": -66, "TIES": -66, "TRACES": -66, "UP": -66, "__ANON_2": -66, "__ANON_3": -66,
        "__ANON_4": -66, "__ANON_5": -66,
    },
    {
        "COMMA": -67, "RBRACE": -67, "RSQB": -67, "SEMICOLON": -67,
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
        "AND": -70, "BECAUSE": -70, "BY": -70, "COLON": -70, "COMMA": -70, "ELSE": -70, "FOR": -70,
        "IMPLIES": -70, "LESSTHAN": -70, "MINUS": -70, "MORETHAN": -70, "OR": -70, "PLUS": -70,
        "RBRACE": -70, "RPAR": -70, "RSQB": -70, "SEMICOLON": -70, "SLASH": -70, "STAR": -70, "THEN": -70,
        "TICKS": -70, "TIES": -70, "TRACES": -70, "UP": -70, "__ANON_2": -70, "__ANON_3": -70,
        "__ANON_4": -70, "__ANON_5": -70,
    },
    {
        "SEMICOLON": 250,
    },
    {
        "AND": -71, "BECAUSE": -71, "BY": -71, "COLON": -71, "COMMA": -71, "DOT": 251, "ELSE": -71,
        "FOR": -71, "IMPLIES": -71, "LESSTHAN": -71, "LPAR": 252, "MINUS": -71, "MORETHAN": -71, "OR": -71,
        "PLUS": -71, "RBRACE": -71, "RPAR": -71, "RSQB": -71, "SEMICOLON": -71, "SLASH": -71, "STAR": -71,
        "THEN": -71, "TICKS": -71, "TIES": -71, "TRACES": -71, "UP": -71, "WHERE": -71, "__ANON_2": -71,
        "__ANON_3": -71, "__ANON_4": -71, "__ANON_5": -71,
    },
    {
        "BEHAVIOR_GRAPH": -72, "BEHAVIOR_TREE": -72, "CLAIM": -72, "CONST": -72, "CONSTANTS": -72,
        "CONTROL": -72, "ENTITY": -72, "ENUM": -72, "HAZARD": -72, "LEXICON": -72, "MACHINE": -72,
        "POLICY": -72, "RBRACE": -72, "REQUIREMENT": -72, "SERVICE": -72, "TEST": -72, "TYPE": -72,
        "UNIT": -72,
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
        "BEHAVIOR_GRAPH": -73, "BEHAVIOR_TREE": -73, "CLAIM": -73, "CONST": -73, "CONSTANTS": -73,
        "CONTROL": -73, "ENTITY": -73, "ENUM": -73, "HAZARD": -73, "LEXICON": -73, "MACHINE": -73,
        "POLICY": -73, "RBRACE": -73, "REQUIREMENT": -73, "SERVICE": -73, "TEST": -73, "TYPE": -73,
        "UNIT": -73,
    },
    {
        "NAME": -74, "RBRACE": -74,
    },
    {
        "LBRACE": 261,
    },
    {
        "NAME": -75, "RBRACE": -75,
    },
    {
        "BEHAVIOR_GRAPH": -76, "BEHAVIOR_TREE": -76, "CLAIM": -76, "CONST": -76, "CONSTANTS": -76,
        "CONTROL": -76, "ENTITY": -76, "ENUM": -76, "HAZARD": -76, "LEXICON": -76, "MACHINE": -76,
        "POLICY": -76, "RBRACE": -76, "REQUIREMENT": -76, "SERVICE": -76, "TEST": -76, "TYPE": -76,
        "UNIT": -76,
    },
    {
        "NAME": -77, "RBRACE": -77,
    },
    {
        "NAME": 262,
    },
    {
        "RBRACE": -78, "STRING": -78,
    },
    {
        "BEHAVIOR_GRAPH": -79, "BEHAVIOR_TREE": -79, "CLAIM": -79, "CONST": -79, "CONSTANTS": -79,
        "CONTROL": -79, "ENTITY": -79, "ENUM": -79, "HAZARD": -79, "LEXICON": -79, "MACHINE": -79,
        "POLICY": -79, "RBRACE": -79, "REQUIREMENT": -79, "SERVICE": -79, "TEST": -79, "TYPE": -79,
        "UNIT": -79,
    },
    {
        "RBRACE": -80, "STRING": -80,
    },
    {
        "LBRACE": 263,
    },
    {
        "LBRACE": 264,
    },
    {
        "BEHAVIOR_GRAPH": -81, "BEHAVIOR_TREE": -81, "CLAIM": -81, "CONST": -81, "CONSTANTS": -81,
        "CONTROL": -81, "ENTITY": -81, "ENUM": -81, "HAZARD": -81, "LEXICON": -81, "MACHINE": -81,
        "POLICY": -81, "RBRACE": -81, "REQUIREMENT": -81, "SERVICE": -81, "TEST": -81, "TYPE": -81,
        "UNIT": -81,
    },
    {
        "LPAR": 265,
    },
    {
        "BEHAVIOR_GRAPH": -82, "BEHAVIOR_TREE": -82, "CLAIM": -82, "CONST": -82, "CONSTANTS": -82,
        "CONTROL": -82, "ENTITY": -82, "ENUM": -82, "HAZARD": -82, "LEXICON": -82, "MACHINE": -82,
        "POLICY": -82, "RBRACE": -82, "REQUIREMENT": -82, "SERVICE": -82, "TEST": -82, "TYPE": -82,
        "UNIT": -82,
    },
    {
        "OP": -83, "RBRACE": -83,
    },
    {
        "NAME": 266,
    },
    {
        "EXPECT": -84, "GIVEN": -84, "RBRACE": -84,
    },
    {
        "NAME": 267,
    },
    {
        "EXPECT": 192, "RBRACE": -85,
    },
    {
        "EXPECT": -86, "RBRACE": -86,
    },
    {
        "RBRACE": 269,
    },
    {
        "BEHAVIOR_GRAPH": -87, "BEHAVIOR_TREE": -87, "CLAIM": -87, "CONST": -87, "CONSTANTS": -87,
        "CONTROL": -87, "ENTITY": -87, "ENUM": -87, "HAZARD": -87, "LEXICON": -87, "MACHINE": -87,
        "POLICY": -87, "RBRACE": -87, "REQUIREMENT": -87, "SERVICE": -87, "TEST": -87, "TYPE": -87,
        "UNIT": -87,
    },
    {
        "BEHAVIOR_GRAPH": -88, "BEHAVIOR_TREE": -88, "CLAIM": -88, "CONST": -88, "CONSTANTS": -88,
        "CONTROL": -88, "ENTITY": -88, "ENUM": -88, "HAZARD": -88, "LEXICON": -88, "MACHINE": -88,
        "POLICY": -88, "RBRACE": -88, "REQUIREMENT": -88, "SERVICE": -88, "TEST": -88, "TYPE": -88,
        "UNIT": -88,
    },
    {
        "BRANCH": 270, "NODE": 271, "RBRACE": 272,
    },
    {
        "NAME": 276,
    },
    {
        "AND": -39, "BECAUSE": -39, "BY": -39, "COLON": -39, "COMMA": -39, "DOT": -39, "ELSE": -39,
        "EQUAL": -39, "FOR": -39, "FROM": -39, "IMPLIES": -39, "INVALID": -39, "KEY": -39, "LBRACE": -39,
        "LESSTHAN": -39, "LPAR": -39, "MINUS": -39, "MORETHAN": -39, "OPTIONAL": -39, "OR": -39,
        "PLUS": -39, "RBRACE": -39, "RPAR": -39, "RSQB": -39, "SEMICOLON": -39, "SLASH": -39, "STAR": -39,
        "THEN": -39, "TICKS": -39, "TIES": -39, "TRACES": -39, "UP": -39, "WHERE": -39, "__ANON_1": -39,
        "__ANON_2": -39, "__ANON_3": -39, "__ANON_4": -39, "__ANON_5": -39,
    },
    {
        "AND": -41, "BECAUSE": -41, "BY": -41, "COLON": -41, "COMMA": -41, "DOT": -41, "ELSE": -41,
        "EQUAL": -41, "FOR": -41, "FROM": -41, "IMPLIES": -41, "INVALID": -41, "KEY": -41, "LBRACE": -41,
        "LESSTHAN": -41, "LPAR": -41, "MINUS": -41, "MORETHAN": -41, "OPTIONAL": -41, "OR": -41,
        "PLUS": -41, "RBRACE": -41, "RPAR": -41, "RSQB": -41, "SEMICOLON": -41, "SLASH": -41, "STAR": -41,
        "THEN": -41, "TICKS": -41, "TIES": -41, "TRACES": -41, "UP": -41, "WHERE": -41, "__ANON_1": -41,
        "__ANON_2": -41, "__ANON_3": -41, "__ANON_4": -41, "__ANON_5": -41,
    },
    {
        "AND": -43, "BECAUSE": -43, "BY": -43, "COLON": -43, "COMMA": -43, "DOT": -43, "ELSE": -43,
        "EQUAL": -43, "FOR": -43, "FROM": -43, "IMPLIES": -43, "INVALID": -43, "KEY": -43, "LBRACE": -43,
        "LESSTHAN": -43, "LPAR": -43, "MINUS": -43, "MORETHAN": -43, "OPTIONAL": -43, "OR": -43,
        "PLUS": -43, "RBRACE": -43, "RPAR": -43, "RSQB": -43, "SEMICOLON": -43, "SLASH": -43, "STAR": -43,
        "THEN": -43, "TICKS": -43, "TIES": -43, "TRACES": -43, "UP": -43, "WHERE": -43, "__ANON_1": -43,
        "__ANON_2": -43, "__ANON_3": -43, "__ANON_4": -43, "__ANON_5": -43,
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
        "AND": -46, "BECAUSE": -46, "BY": -46, "COLON": -46, "COMMA": -46, "DOT": -46, "ELSE": -46,
        "EQUAL": -46, "FOR": -46, "FROM": -46, "IMPLIES": -46, "INVALID": -46, "KEY": -46, "LBRACE": -46,
        "LESSTHAN": -46, "LPAR": -46, "MINUS": -46, "MORETHAN": -46, "OPTIONAL": -46, "OR": -46,
        "PLUS": -46, "RBRACE": -46, "RPAR": -46, "RSQB": -46, "SEMICOLON": -46, "SLASH": -46, "STAR": -46,
        "THEN": -46, "TICKS": -46, "TIES": -46, "TRACES": -46, "UP": -46, "WHERE": -46, "__ANON_1": -46,
        "__ANON_2": -46, "__ANON_3": -46, "__ANON_4": -46, "__ANON_5": -46,
    },
    {
        "AND": -48, "BECAUSE": -48, "BY": -48, "COLON": -48, "COMMA": -48, "DOT": -48, "ELSE": -48,
        "EQUAL": -48, "FOR": -48, "FROM": -48, "IMPLIES": -48, "INVALID": -48, "KEY": -48, "LBRACE": -48,
        "LESSTHAN": -48, "LPAR": -48, "MINUS": -48, "MORETHAN": -48, "OPTIONAL": -48, "OR": -48,
        "PLUS": -48, "RBRACE": -48, "RPAR": -48, "RSQB": -48, "SEMICOLON": -48, "SLASH": -48, "STAR": -48,
        "THEN": -48, "TICKS": -48, "TIES": -48, "TRACES": -48, "UP": -48, "WHERE": -48, "__ANON_1": -48,
        "__ANON_2": -48, "__ANON_3": -48, "__ANON_4": -48, "__ANON_5": -48,
    },
    {
        "NUMBER": 277,
    },
    {
        "BY": -89, "EQUAL": -89, "FROM": -89, "INVALID": -89, "KEY": -89, "LBRACE": -89, "MORETHAN": -89,
        "OPTIONAL": -89, "RPAR": -89, "SEMICOLON": -89, "__ANON_1": -89,
    },
    {
        "AND": -53, "BECAUSE": -53, "BY": -53, "COLON": -53, "COMMA": -53, "DOT": -53, "ELSE": -53,
        "EQUAL": -53, "FOR": -53, "FROM": -53, "IMPLIES": -53, "INVALID": -53, "KEY": -53, "LBRACE": -53,
        "LESSTHAN": -53, "LPAR": -53, "MINUS": -53, "MORETHAN": -53, "OPTIONAL": -53, "OR": -53,
        "PLUS": -53, "RBRACE": -53, "RPAR": -53, "RSQB": -53, "SEMICOLON": -53, "SLASH": -53, "STAR": -53,
        "THEN": -53, "TICKS": -53, "TIES": -53, "TRACES": -53, "UP": -53, "WHERE": -53, "__ANON_1": -53,
        "__ANON_2": -53, "__ANON_3": -53, "__ANON_4": -53, "__ANON_5": -53,
    },
    {
        "__ANON_1": 278,
    },
    {
        "BY": -90, "EQUAL": -90, "FROM": -90, "INVALID": -90, "KEY": -90, "LBRACE": -90, "MORETHAN": -90,
        "OPTIONAL": -90, "RPAR": -90, "SEMICOLON": -90, "__ANON_1": -90,
    },
    {
        "BY": -71, "DOT": 251, "EQUAL": -71, "FROM": -71, "INVALID": -71, "KEY": -71, "LBRACE": -71,
        "MORETHAN": -71, "OPTIONAL": -71, "RPAR": -71, "SEMICOLON": -71, "__ANON_1": -71,
    },
    {
        "COMMA": 280, "RSQB": -91, "SATISFIES": -91, "SEMICOLON": -91,
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
        "EQUAL": -92, "FROM": -92, "INVALID": -92, "KEY": -92, "LBRACE": -92, "MORETHAN": -92, "RPAR": -92,
        "SEMICOLON": -92,
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
        "COMMA": -93, "RBRACE": -93, "RSQB": -93, "SEMICOLON": -93,
    },
    {
        "COMMA": 293, "RBRACE": -94,
    },
    {
        "RBRACE": 295,
    },
    {
        "RPAR": 296,
    },
    {
        "COMMA": -95, "RBRACE": -95, "RSQB": -95, "SEMICOLON": -95,
    },
    {
        "COMMA": 297, "RSQB": -96,
    },
    {
        "RSQB": 299,
    },
    {
        "AND": -97, "BECAUSE": -97, "BY": -97, "COLON": -97, "COMMA": -97, "ELSE": -97, "FOR": -97,
        "IMPLIES": -97, "LESSTHAN": -97, "MINUS": -97, "MORETHAN": -97, "OR": -97, "PLUS": -97,
        "RBRACE": -97, "RPAR": -97, "RSQB": -97, "SEMICOLON": -97, "SLASH": -97, "STAR": -97, "THEN": -97,
        "TICKS": -97, "TIES": -97, "TRACES": -97, "UP": -97, "__ANON_2": -97, "__ANON_3": -97,
        "__ANON_4": -97, "__ANON_5": -97,
    },
    {
        "AND": -98, "BECAUSE": -98, "BY": -98, "COLON": -98, "COMMA": -98, "ELSE": -98, "FOR": -98,
        "IMPLIES": -98, "OR": -98, "RBRACE": -98, "RPAR": -98, "RSQB": -98, "SEMICOLON": -98, "THEN": -98,
        "TICKS": -98, "TIES": -98, "TRACES": -98, "UP": -98,
    },
    {
        "AND": -99, "BECAUSE": -99, "BY": -99, "COLON": -99, "COMMA": -99, "ELSE": -99, "FOR": -99,
        "IMPLIES": -99, "LESSTHAN": -99, "MINUS": -99, "MORETHAN": -99, "OR": -99, "PLUS": -99,
        "RBRACE": -99, "RPAR": -99, "RSQB": -99, "SEMICOLON": -99, "SLASH": -99, "STAR": -99, "THEN": -99,
        "TICKS": -99, "TIES": -99, "TRACES": -99, "UP": -99, "__ANON_2": -99, "__ANON_3": -99,
        "__ANON_4": -99, "__ANON_5": -99,
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
        "ALL": -105, "ANY": -105, "COUNT": -105, "FALSE": -105, "LAST": -105, "LPAR": -105, "MAX": -105,
        "MIN": -105, "MINUS": -105, "NAME": -105, "NUMBER": -105, "STRING": -105, "SUM": -105,
        "TRUE": -105,
    },
    {
        "IN": 306,
    },
    {
        "NAME": -106, "RBRACE": -106,
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
        "AND": -107, "BECAUSE": -107, "BY": -107, "COLON": -107, "COMMA": -107, "DOT": 313, "ELSE": -107,
        "EQUAL": -107, "FOR": -107, "FROM": -107, "IMPLIES": -107, "INVALID": -107, "KEY": -107,
        "LBRACE": -107, "LESSTHAN": -107, "MINUS": -107, "MORETHAN": -107, "OPTIONAL": -107, "OR": -107,
        "PLUS": -107, "RBRACE": -107, "RPAR": -107, "RSQB": -107, "SEMICOLON": -107, "SLASH": -107,
        "STAR": -107, "THEN": -107, "TICKS": -107, "TIES": -107, "TRACES": -107, "UP": -107, "WHERE": -107,
        "__ANON_1": -107, "__ANON_2": -107, "__ANON_3": -107, "__ANON_4": -107, "__ANON_5": -107,
    },
    {
        "SATISFIES": -108, "SEMICOLON": -108,
    },
    {
        "SEMICOLON": -109,
    },
    {
        "BEHAVIOR_GRAPH": -110, "BEHAVIOR_TREE": -110, "CLAIM": -110, "CONST": -110, "CONSTANTS": -110,
        "CONTROL": -110, "ENTITY": -110, "ENUM": -110, "HAZARD": -110, "LEXICON": -110, "MACHINE": -110,
        "POLICY": -110, "RBRACE": -110, "REQUIREMENT": -110, "SERVICE": -110, "TEST": -110, "TYPE": -110,
        "UNIT": -110,
    },
    {
        "SEMICOLON": 314,
    },
    {
        "BEHAVIOR_GRAPH": -111, "BEHAVIOR_TREE": -111, "CLAIM": -111, "CONST": -111, "CONSTANTS": -111,
        "CONTROL": -111, "ENTITY": -111, "ENUM": -111, "HAZARD": -111, "LEXICON": -111, "MACHINE": -111,
        "POLICY": -111, "RBRACE": -111, "REQUIREMENT": -111, "SERVICE": -111, "TEST": -111, "TYPE": -111,
        "UNIT": -111,
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
        "EXPECT": -112, "RBRACE": -112,
    },
    {
        "BEHAVIOR_GRAPH": -113, "BEHAVIOR_TREE": -113, "CLAIM": -113, "CONST": -113, "CONSTANTS": -113,
        "CONTROL": -113, "ENTITY": -113, "ENUM": -113, "HAZARD": -113, "LEXICON": -113, "MACHINE": -113,
        "POLICY": -113, "RBRACE": -113, "REQUIREMENT": -113, "SERVICE": -113, "TEST": -113, "TYPE": -113,
        "UNIT": -113,
    },
    {
        "STRING": -114,
    },
    {
        "STRING": -115,
    },
    {
        "RBRACE": -116,
    },
    {
        "BRANCH": 270, "NODE": 271, "RBRACE": 344,
    },
    {
        "BRANCH": -117, "NODE": -117, "RBRACE": -117,
    },
    {
        "STRING": 346,
    },
    {
        "HOLDS": 347,
    },
    {
        "BY": -118, "EQUAL": -118, "FROM": -118, "INVALID": -118, "KEY": -118, "LBRACE": -118,
        "MORETHAN": -118, "OPTIONAL": -118, "RPAR": -118, "SEMICOLON": -118, "__ANON_1": -118,
    },
    {
        "__ANON_1": 349,
    },
    {
        "STRING": 350,
    },
    {
        "COMMA": 351, "RSQB": -119, "SATISFIES": -119, "SEMICOLON": -119,
    },
    {
        "EQUAL": -120, "FROM": -120, "INVALID": -120, "KEY": -120, "LBRACE": -120, "MORETHAN": -120,
        "OPTIONAL": 352, "RPAR": -120, "SEMICOLON": -120,
    },
    {
        "EQUAL": -121, "FROM": -121, "INVALID": -121, "KEY": -121, "LBRACE": -121, "MORETHAN": -121,
        "OPTIONAL": 354, "RPAR": -121, "SEMICOLON": -121,
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
        "COMMA": 365, "RBRACE": -122,
    },
    {
        "COMMA": -123, "RBRACE": -123, "RSQB": -123, "SEMICOLON": -123,
    },
    {
        "AND": -124, "BECAUSE": -124, "BY": -124, "COLON": -124, "COMMA": -124, "ELSE": -124, "FOR": -124,
        "IMPLIES": -124, "LESSTHAN": -124, "MINUS": -124, "MORETHAN": -124, "OR": -124, "PLUS": -124,
        "RBRACE": -124, "RPAR": -124, "RSQB": -124, "SEMICOLON": -124, "SLASH": -124, "STAR": -124,
        "THEN": -124, "TICKS": -124, "TIES": -124, "TRACES": -124, "UP": -124, "WHERE": -124,
        "__ANON_2": -124, "__ANON_3": -124, "__ANON_4": -124, "__ANON_5": -124,
    },
    {
        "COMMA": 367, "RSQB": -125,
    },
    {
        "COMMA": -126, "RBRACE": -126, "RSQB": -126, "SEMICOLON": -126,
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
        "IMPLIES": -128, "LESSTHAN": -128, "MINUS": -128, "MORETHAN": -128, "OR": -128, "PLUS": -128,
        "RBRACE": -128, "RPAR": -128, "RSQB": -128, "SEMICOLON": -128, "SLASH": 248, "STAR": 249,
        "THEN": -128, "TICKS": -128, "TIES": -128, "TRACES": -128, "UP": -128, "__ANON_2": -128,
        "__ANON_3": -128, "__ANON_4": -128, "__ANON_5": -128,
    },
    {
        "AND": -129, "BECAUSE": -129, "BY": -129, "COLON": -129, "COMMA": -129, "ELSE": -129, "FOR": -129,
        "IMPLIES": -129, "MINUS": 236, "OR": -129, "PLUS": 238, "RBRACE": -129, "RPAR": -129, "RSQB": -129,
        "SEMICOLON": -129, "THEN": -129, "TICKS": -129, "TIES": -129, "TRACES": -129, "UP": -129,
    },
    {
        "AND": -130, "BECAUSE": -130, "BY": -130, "COLON": -130, "COMMA": -130, "ELSE": -130, "FOR": -130,
        "IMPLIES": -130, "OR": -130, "RBRACE": -130, "RPAR": -130, "RSQB": -130, "SEMICOLON": -130,
        "THEN": -130, "TICKS": -130, "TIES": -130, "TRACES": -130, "UP": -130,
    },
    {
        "BECAUSE": -131, "BY": -131, "COLON": -131, "COMMA": -131, "ELSE": -131, "FOR": -131,
        "RBRACE": -131, "RPAR": -131, "RSQB": -131, "SEMICOLON": -131, "THEN": -131, "TICKS": -131,
        "TIES": -131, "TRACES": -131, "UP": -131,
    },
    {
        "AND": 244, "BECAUSE": -132, "BY": -132, "COLON": -132, "COMMA": -132, "ELSE": -132, "FOR": -132,
        "IMPLIES": -132, "OR": -132, "RBRACE": -132, "RPAR": -132, "RSQB": -132, "SEMICOLON": -132,
        "THEN": -132, "TICKS": -132, "TIES": -132, "TRACES": -132, "UP": -132,
    },
    {
        "AND": -133, "BECAUSE": -133, "BY": -133, "COLON": -133, "COMMA": -133, "ELSE": -133, "FOR": -133,
        "IMPLIES": -133, "LESSTHAN": -133, "MINUS": -133, "MORETHAN": -133, "OR": -133, "PLUS": -133,
        "RBRACE": -133, "RPAR": -133, "RSQB": -133, "SEMICOLON": -133, "SLASH": -133, "STAR": -133,
        "THEN": -133, "TICKS": -133, "TIES": -133, "TRACES": -133, "UP": -133, "__ANON_2": -133,
        "__ANON_3": -133, "__ANON_4": -133, "__ANON_5": -133,
    },
    {
        "AND": -134, "BECAUSE": -134, "BY": -134, "COLON": -134, "COMMA": -134, "ELSE": -134, "FOR": -134,
        "IMPLIES": -134, "LESSTHAN": -134, "MINUS": -134, "MORETHAN": -134, "OR": -134, "PLUS": -134,
        "RBRACE": -134, "RPAR": -134, "RSQB": -134, "SEMICOLON": -134, "SLASH": -134, "STAR": -134,
        "THEN": -134, "TICKS": -134, "TIES": -134, "TRACES": -134, "UP": -134, "__ANON_2": -134,
        "__ANON_3": -134, "__ANON_4": -134, "__ANON_5": -134,
    },
    {
        "AND": -135, "BECAUSE": -135, "BY": -135, "COLON": -135, "COMMA": -135, "DOT": -135, "ELSE": -135,
        "EQUAL": -135, "FOR": -135, "FROM": -135, "IMPLIES": -135, "INVALID": -135, "KEY": -135,
        "LBRACE": -135, "LESSTHAN": -135, "MINUS": -135, "MORETHAN": -135, "OPTIONAL": -135, "OR": -135,
        "PLUS": -135, "RBRACE": -135, "RPAR": -135, "RSQB": -135, "SEMICOLON": -135, "SLASH": -135,
        "STAR": -135, "THEN": -135, "TICKS": -135, "TIES": -135, "TRACES": -135, "UP": -135, "WHERE": -135,
        "__ANON_1": -135, "__ANON_2": -135, "__ANON_3": -135, "__ANON_4": -135, "__ANON_5": -135,
    },
    {
        "AND": -136, "BECAUSE": -136, "BY": -136, "COLON": -136, "COMMA": -136, "ELSE": -136, "FOR": -136,
        "IMPLIES": -136, "LESSTHAN": -136, "MINUS": -136, "MORETHAN": -136, "OR": -136, "PLUS": -136,
        "RBRACE": -136, "RPAR": -136, "RSQB": -136, "SEMICOLON": -136, "SLASH": -136, "STAR": -136,
        "THEN": -136, "TICKS": -136, "TIES": -136, "TRACES": -136, "UP": -136, "WHERE": -136,
        "__ANON_2": -136, "__ANON_3": -136, "__ANON_4": -136, "__ANON_5": -136,
    },
    {
        "RPAR": 369,
    },
    {
        "COMMA": 370, "RPAR": -137,
    },
    {
        "NAME": 372,
    },
    {
        "BEHAVIOR_GRAPH": -138, "BEHAVIOR_TREE": -138, "CLAIM": -138, "CONST": -138, "CONSTANTS": -138,
        "CONTROL": -138, "ENTITY": -138, "ENUM": -138, "HAZARD": -138, "LEXICON": -138, "MACHINE": -138,
        "POLICY": -138, "RBRACE": -138, "REQUIREMENT": -138, "SERVICE": -138, "TEST": -138, "TYPE": -138,
        "UNIT": -138,
    },
    {
        "SEMICOLON": 373,
    },
    {
        "NAME": -139, "RBRACE": -139,
    },
    {
        "KEY": 374, "SEMICOLON": 375,
    },
    {
        "BEHAVIOR_GRAPH": -140, "BEHAVIOR_TREE": -140, "CLAIM": -140, "CONST": -140, "CONSTANTS": -140,
        "CONTROL": -140, "ENTITY": -140, "ENUM": -140, "HAZARD": -140, "LEXICON": -140, "MACHINE": -140,
        "POLICY": -140, "RBRACE": -140, "REQUIREMENT": -140, "SERVICE": -140, "TEST": -140, "TYPE": -140,
        "UNIT": -140,
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
        "BEHAVIOR_GRAPH": -141, "BEHAVIOR_TREE": -141, "CLAIM": -141, "CONST": -141, "CONSTANTS": -141,
        "CONTROL": -141, "ENTITY": -141, "ENUM": -141, "HAZARD": -141, "LEXICON": -141, "MACHINE": -141,
        "POLICY": -141, "RBRACE": -141, "REQUIREMENT": -141, "SERVICE": -141, "TEST": -141, "TYPE": -141,
        "UNIT": -141,
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
        "CLAIM": -142, "INPUT": -142, "LEMMA": -142, "LET": -142, "NEXT": -142, "OUTPUT": -142,
        "PARAM": -142, "RBRACE": -142, "STATE": -142, "TIMER": -142,
    },
    {
        "ALL": -143, "ANY": -143, "COUNT": -143, "FALSE": -143, "IF": -143, "LAST": -143, "LPAR": -143,
        "MAX": -143, "MIN": -143, "MINUS": -143, "NAME": -143, "NOT": -143, "NUMBER": -143, "STRING": -143,
        "SUM": -143, "TRUE": -143,
    },
    {
        "NAME": 389,
    },
    {
        "BEHAVIOR_GRAPH": -144, "BEHAVIOR_TREE": -144, "CLAIM": -144, "CONST": -144, "CONSTANTS": -144,
        "CONTROL": -144, "ENTITY": -144, "ENUM": -144, "HAZARD": -144, "LEXICON": -144, "MACHINE": -144,
        "POLICY": -144, "RBRACE": -144, "REQUIREMENT": -144, "SERVICE": -144, "TEST": -144, "TYPE": -144,
        "UNIT": -144,
    },
    {
        "ALL": -145, "ANY": -145, "COUNT": -145, "FALSE": -145, "IF": -145, "LAST": -145, "LPAR": -145,
        "MAX": -145, "MIN": -145, "MINUS": -145, "NAME": -145, "NOT": -145, "NUMBER": -145, "STRING": -145,
        "SUM": -145, "TRUE": -145,
    },
    {
        "FORBID": 333, "INCLUDE": 334, "RBRACE": 390, "REQUIRE": 336,
    },
    {
        "FORBID": -146, "INCLUDE": -146, "RBRACE": -146, "REQUIRE": -146,
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
        "RBRACE": -147,
    },
    {
        "BRANCH": -148, "NODE": -148, "RBRACE": -148,
    },
    {
        "LBRACE": 397, "__ANON_0": 398,
    },
    {
        "BY": 400, "EQUAL": -149, "FROM": -149, "INVALID": -149, "KEY": -149, "LBRACE": -149,
        "MORETHAN": -149, "OPTIONAL": 401, "RPAR": -149, "SEMICOLON": -149,
    },
    {
        "COMMA": -150, "RSQB": -150, "SATISFIES": -150, "SEMICOLON": -150,
    },
    {
        "STRING": 403,
    },
    {
        "EQUAL": -151, "FROM": -151, "INVALID": -151, "KEY": -151, "LBRACE": -151, "MORETHAN": -151,
        "RPAR": -151, "SEMICOLON": -151,
    },
    {
        "EQUAL": -152, "FROM": -152, "INVALID": -152, "KEY": -152, "LBRACE": -152, "MORETHAN": -152,
        "OPTIONAL": 404, "RPAR": -152, "SEMICOLON": -152,
    },
    {
        "EQUAL": -153, "FROM": -153, "INVALID": -153, "KEY": -153, "LBRACE": -153, "MORETHAN": -153,
        "RPAR": -153, "SEMICOLON": -153,
    },
    {
        "TO": 405,
    },
    {
        "BEHAVIOR_GRAPH": -154, "BEHAVIOR_TREE": -154, "CLAIM": -154, "CONST": -154, "CONSTANTS": -154,
        "CONTROL": -154, "ENTITY": -154, "ENUM": -154, "HAZARD": -154, "LEXICON": -154, "MACHINE": -154,
        "POLICY": -154, "RBRACE": -154, "REQUIREMENT": -154, "SERVICE": -154, "TEST": -154, "TYPE": -154,
        "UNIT": -154,
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
        "BECAUSE": -155, "BY": -155, "COLON": -155, "COMMA": -155, "ELSE": -155, "FOR": -155,
        "RBRACE": -155, "RPAR": -155, "RSQB": -155, "SEMICOLON": -155, "THEN": -155, "TICKS": -155,
        "TIES": -155, "TRACES": -155, "UP": -155, "WHERE": 409,
    },
    {
        "ELSE": 411,
    },
    {
        "BY": 412, "WHERE": 409,
    },
    {
        "COMMA": -156, "RBRACE": -156,
    },
    {
        "COMMA": -157, "RBRACE": -157,
    },
    {
        "COMMA": -158, "RSQB": -158,
    },
    {
        "COLON": 416, "WHERE": 409,
    },
    {
        "AND": -159, "BECAUSE": -159, "BY": -159, "COLON": -159, "COMMA": -159, "ELSE": -159, "FOR": -159,
        "IMPLIES": -159, "LESSTHAN": -159, "MINUS": -159, "MORETHAN": -159, "OR": -159, "PLUS": -159,
        "RBRACE": -159, "RPAR": -159, "RSQB": -159, "SEMICOLON": -159, "SLASH": -159, "STAR": -159,
        "THEN": -159, "TICKS": -159, "TIES": -159, "TRACES": -159, "UP": -159, "WHERE": -159,
        "__ANON_2": -159, "__ANON_3": -159, "__ANON_4": -159, "__ANON_5": -159,
    },
    {
        "COMMA": 419, "RPAR": -160,
    },
    {
        "AND": -161, "BECAUSE": -161, "BY": -161, "COLON": -161, "COMMA": -161, "DOT": -161, "ELSE": -161,
        "EQUAL": -161, "FOR": -161, "FROM": -161, "IMPLIES": -161, "INVALID": -161, "KEY": -161,
        "LBRACE": -161, "LESSTHAN": -161, "MINUS": -161, "MORETHAN": -161, "OPTIONAL": -161, "OR": -161,
        "PLUS": -161, "RBRACE": -161, "RPAR": -161, "RSQB": -161, "SEMICOLON": -161, "SLASH": -161,
        "STAR": -161, "THEN": -161, "TICKS": -161, "TIES": -161, "TRACES": -161, "UP": -161, "WHERE": -161,
        "__ANON_1": -161, "__ANON_2": -161, "__ANON_3": -161, "__ANON_4": -161, "__ANON_5": -161,
    },
    {
        "NAME": -162, "RBRACE": -162,
    },
    {
        "SEMICOLON": 420,
    },
    {
        "NAME": -163, "RBRACE": -163,
    },
    {
        "BEHAVIOR_GRAPH": -164, "BEHAVIOR_TREE": -164, "CLAIM": -164, "CONST": -164, "CONSTANTS": -164,
        "CONTROL": -164, "ENTITY": -164, "ENUM": -164, "HAZARD": -164, "LEXICON": -164, "MACHINE": -164,
        "POLICY": -164, "RBRACE": -164, "REQUIREMENT": -164, "SERVICE": -164, "TEST": -164, "TYPE": -164,
        "UNIT": -164,
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
        "BEHAVIOR_GRAPH": -165, "BEHAVIOR_TREE": -165, "CLAIM": -165, "CONST": -165, "CONSTANTS": -165,
        "CONTROL": -165, "ENTITY": -165, "ENUM": -165, "HAZARD": -165, "LEXICON": -165, "MACHINE": -165,
        "POLICY": -165, "RBRACE": -165, "REQUIREMENT": -165, "SERVICE": -165, "TEST": -165, "TYPE": -165,
        "UNIT": -165,
    },
    {
        "CLAIM": -166, "INPUT": -166, "LEMMA": -166, "LET": -166, "NEXT": -166, "OUTPUT": -166,
        "PARAM": -166, "RBRACE": -166, "STATE": -166, "TIMER": -166,
    },
    {
        "LPAR": 431,
    },
    {
        "BEHAVIOR_GRAPH": -167, "BEHAVIOR_TREE": -167, "CLAIM": -167, "CONST": -167, "CONSTANTS": -167,
        "CONTROL": -167, "ENTITY": -167, "ENUM": -167, "HAZARD": -167, "LEXICON": -167, "MACHINE": -167,
        "POLICY": -167, "RBRACE": -167, "REQUIREMENT": -167, "SERVICE": -167, "TEST": -167, "TYPE": -167,
        "UNIT": -167,
    },
    {
        "FORBID": -168, "INCLUDE": -168, "RBRACE": -168, "REQUIRE": -168,
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
        "EQUAL": -169, "FROM": -169, "INVALID": -169, "KEY": -169, "LBRACE": -169, "MORETHAN": -169,
        "RPAR": -169, "SEMICOLON": -169,
    },
    {
        "BY": 446, "EQUAL": -170, "FROM": -170, "INVALID": -170, "KEY": -170, "LBRACE": -170,
        "MORETHAN": -170, "OPTIONAL": 447, "RPAR": -170, "SEMICOLON": -170,
    },
    {
        "COMMA": -171, "RSQB": -171, "SATISFIES": -171, "SEMICOLON": -171,
    },
    {
        "EQUAL": -172, "FROM": -172, "INVALID": -172, "KEY": -172, "LBRACE": -172, "MORETHAN": -172,
        "RPAR": -172, "SEMICOLON": -172,
    },
    {
        "NUMBER": 448,
    },
    {
        "BEHAVIOR_GRAPH": -173, "BEHAVIOR_TREE": -173, "CLAIM": -173, "CONST": -173, "CONSTANTS": -173,
        "CONTROL": -173, "ENTITY": -173, "ENUM": -173, "HAZARD": -173, "LEXICON": -173, "MACHINE": -173,
        "POLICY": -173, "RBRACE": -173, "REQUIREMENT": -173, "SERVICE": -173, "TEST": -173, "TYPE": -173,
        "UNIT": -173,
    },
    {
        "BEHAVIOR_GRAPH": -174, "BEHAVIOR_TREE": -174, "CLAIM": -174, "CONST": -174, "CONSTANTS": -174,
        "CONTROL": -174, "ENTITY": -174, "ENUM": -174, "HAZARD": -174, "LEXICON": -174, "MACHINE": -174,
        "POLICY": -174, "RBRACE": -174, "REQUIREMENT": -174, "SERVICE": -174, "TEST": -174, "TYPE": -174,
        "UNIT": -174,
    },
    {
        "SEMICOLON": 449,
    },
    {
        "BECAUSE": -175, "BY": -175, "COLON": -175, "COMMA": -175, "ELSE": -175, "FOR": -175,
        "RBRACE": -175, "RPAR": -175, "RSQB": -175, "SEMICOLON": -175, "THEN": -175, "TICKS": -175,
        "TIES": -175, "TRACES": -175, "UP": -175,
    },
    {
        "BY": 453,
    },
    {
        "COMMA": -176, "RBRACE": -176,
    },
    {
        "COMMA": -177, "RSQB": -177,
    },
    {
        "COLON": 455,
    },
    {
        "COMMA": -178, "RPAR": -178,
    },
    {
        "NAME": -179, "RBRACE": -179,
    },
    {
        "BEHAVIOR_GRAPH": -180, "BEHAVIOR_TREE": -180, "CLAIM": -180, "CONST": -180, "CONSTANTS": -180,
        "CONTROL": -180, "ENTITY": -180, "ENUM": -180, "HAZARD": -180, "LEXICON": -180, "MACHINE": -180,
        "POLICY": -180, "RBRACE": -180, "REQUIREMENT": -180, "SERVICE": -180, "TEST": -180, "TYPE": -180,
        "UNIT": -180,
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
        "EXPECT": -181, "GIVEN": -181, "RBRACE": -181,
    },
    {
        "ALLOWED": 476, "DENIED": 477,
    },
    {
        "BRANCH": -182, "NODE": -182, "RBRACE": -182,
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
        "BEHAVIOR_GRAPH": -183, "BEHAVIOR_TREE": -183, "CLAIM": -183, "CONST": -183, "CONSTANTS": -183,
        "CONTROL": -183, "ENTITY": -183, "ENUM": -183, "HAZARD": -183, "LEXICON": -183, "MACHINE": -183,
        "POLICY": -183, "RBRACE": -183, "REQUIREMENT": -183, "SERVICE": -183, "TEST": -183, "TYPE": -183,
        "UNIT": -183,
    },
    {
        "SEMICOLON": 483,
    },
    {
        "EQUAL": -184, "FROM": -184, "INVALID": -184, "KEY": -184, "LBRACE": -184, "MORETHAN": -184,
        "OPTIONAL": 484, "RPAR": -184, "SEMICOLON": -184,
    },
    {
        "EQUAL": -185, "FROM": -185, "INVALID": -185, "KEY": -185, "LBRACE": -185, "MORETHAN": -185,
        "RPAR": -185, "SEMICOLON": -185,
    },
    {
        "EQUAL": -186, "FROM": -186, "INVALID": -186, "KEY": -186, "LBRACE": -186, "MORETHAN": -186,
        "RPAR": -186, "SEMICOLON": -186,
    },
    {
        "BEHAVIOR_GRAPH": -187, "BEHAVIOR_TREE": -187, "CLAIM": -187, "CONST": -187, "CONSTANTS": -187,
        "CONTROL": -187, "ENTITY": -187, "ENUM": -187, "HAZARD": -187, "LEXICON": -187, "MACHINE": -187,
        "POLICY": -187, "RBRACE": -187, "REQUIREMENT": -187, "SERVICE": -187, "TEST": -187, "TYPE": -187,
        "UNIT": -187,
    },
    {
        "BECAUSE": -188, "BY": -188, "COLON": -188, "COMMA": -188, "ELSE": -188, "FOR": -188,
        "RBRACE": -188, "RPAR": -188, "RSQB": -188, "SEMICOLON": -188, "THEN": -188, "TICKS": -188,
        "TIES": -188, "TRACES": -188, "UP": -188,
    },
    {
        "BECAUSE": -189, "BY": -189, "COLON": -189, "COMMA": -189, "ELSE": -189, "FOR": -189,
        "RBRACE": -189, "RPAR": -189, "RSQB": -189, "SEMICOLON": -189, "THEN": -189, "TICKS": -189,
        "TIES": -189, "TRACES": -189, "UP": -189,
    },
    {
        "TIES": 486,
    },
    {
        "BECAUSE": -190, "BY": -190, "COLON": -190, "COMMA": -190, "ELSE": -190, "FOR": -190,
        "RBRACE": -190, "RPAR": -190, "RSQB": -190, "SEMICOLON": -190, "THEN": -190, "TICKS": -190,
        "TIES": -190, "TRACES": -190, "UP": -190,
    },
    {
        "COMMA": -191, "RPAR": -191,
    },
    {
        "AFTER": 459, "ALWAYS": 460, "NEVER": 461, "REACHABLE": 462,
    },
    {
        "FROM": 490, "INVALID": 491, "SEMICOLON": 492,
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
        "ALL": -194, "ANY": -194, "COUNT": -194, "FALSE": -194, "IF": -194, "LAST": -194, "LPAR": -194,
        "MAX": -194, "MIN": -194, "MINUS": -194, "NAME": -194, "NOT": -194, "NUMBER": -194, "STRING": -194,
        "SUM": -194, "TRUE": -194,
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
        "BRANCH": -195, "NODE": -195, "RBRACE": -195,
    },
    {
        "STRING": 514,
    },
    {
        "BRANCH": -196, "NODE": -196, "RBRACE": -196,
    },
    {
        "SEMICOLON": -197,
    },
    {
        "BEHAVIOR_GRAPH": -198, "BEHAVIOR_TREE": -198, "CLAIM": -198, "CONST": -198, "CONSTANTS": -198,
        "CONTROL": -198, "ENTITY": -198, "ENUM": -198, "HAZARD": -198, "LEXICON": -198, "MACHINE": -198,
        "POLICY": -198, "RBRACE": -198, "REQUIREMENT": -198, "SERVICE": -198, "TEST": -198, "TYPE": -198,
        "UNIT": -198,
    },
    {
        "EQUAL": -199, "FROM": -199, "INVALID": -199, "KEY": -199, "LBRACE": -199, "MORETHAN": -199,
        "RPAR": -199, "SEMICOLON": -199,
    },
    {
        "EQUAL": -200, "FROM": -200, "INVALID": -200, "KEY": -200, "LBRACE": -200, "MORETHAN": -200,
        "OPTIONAL": 515, "RPAR": -200, "SEMICOLON": -200,
    },
    {
        "ALL": 516, "ANY": 517,
    },
    {
        "TIES": 519,
    },
    {
        "BECAUSE": -201, "BY": -201, "COLON": -201, "COMMA": -201, "ELSE": -201, "FOR": -201,
        "RBRACE": -201, "RPAR": -201, "RSQB": -201, "SEMICOLON": -201, "THEN": -201, "TICKS": -201,
        "TIES": -201, "TRACES": -201, "UP": -201,
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
        "CLAIM": -202, "INPUT": -202, "LEMMA": -202, "LET": -202, "NEXT": -202, "OUTPUT": -202,
        "PARAM": -202, "RBRACE": -202, "STATE": -202, "TIMER": -202,
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
        "SEMICOLON": -203, "TRACES": -203,
    },
    {
        "CLAIM": -204, "INPUT": -204, "LEMMA": -204, "LET": -204, "NEXT": -204, "OUTPUT": -204,
        "PARAM": -204, "RBRACE": -204, "STATE": -204, "TIMER": -204,
    },
    {
        "SEMICOLON": 529,
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
        "CLAIM": -207, "INPUT": -207, "LEMMA": -207, "LET": -207, "NEXT": -207, "OUTPUT": -207,
        "PARAM": -207, "RBRACE": -207, "STATE": -207, "TIMER": -207,
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
        "FORBID": -208, "INCLUDE": -208, "RBRACE": -208, "REQUIRE": -208,
    },
    {
        "SEMICOLON": 535,
    },
    {
        "OP": -209, "RBRACE": -209,
    },
    {
        "RBRACE": 536,
    },
    {
        "EXPECT": -210, "RBRACE": -210,
    },
    {
        "RPAR": 538,
    },
    {
        "RPAR": 539,
    },
    {
        "EQUAL": -211, "FROM": -211, "INVALID": -211, "KEY": -211, "LBRACE": -211, "MORETHAN": -211,
        "RPAR": -211, "SEMICOLON": -211,
    },
    {
        "NONE": -212,
    },
    {
        "NONE": -213,
    },
    {
        "NONE": 540,
    },
    {
        "CLAIM": -214, "INPUT": -214, "LEMMA": -214, "LET": -214, "NEXT": -214, "OUTPUT": -214,
        "PARAM": -214, "RBRACE": -214, "STATE": -214, "TIMER": -214,
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
        "CLAIM": -215, "INPUT": -215, "LEMMA": -215, "LET": -215, "NEXT": -215, "OUTPUT": -215,
        "PARAM": -215, "RBRACE": -215, "STATE": -215, "TIMER": -215,
    },
    {
        "CLAIM": -216, "INPUT": -216, "LEMMA": -216, "LET": -216, "NEXT": -216, "OUTPUT": -216,
        "PARAM": -216, "RBRACE": -216, "STATE": -216, "TIMER": -216,
    },
    {
        "SEMICOLON": 547,
    },
    {
        "CLAIM": -217, "INPUT": -217, "LEMMA": -217, "LET": -217, "NEXT": -217, "OUTPUT": -217,
        "PARAM": -217, "RBRACE": -217, "STATE": -217, "TIMER": -217,
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
        "FORBID": -218, "INCLUDE": -218, "RBRACE": -218, "REQUIRE": -218,
    },
    {
        "FORBID": -219, "INCLUDE": -219, "RBRACE": -219, "REQUIRE": -219,
    },
    {
        "OP": -220, "RBRACE": -220,
    },
    {
        "SEMICOLON": 552,
    },
    {
        "SEMICOLON": -221,
    },
    {
        "SEMICOLON": -222,
    },
    {
        "FALSE": 134, "TRUE": 148,
    },
    {
        "NONE": 554,
    },
    {
        "CLAIM": -223, "INPUT": -223, "LEMMA": -223, "LET": -223, "NEXT": -223, "OUTPUT": -223,
        "PARAM": -223, "RBRACE": -223, "STATE": -223, "TIMER": -223,
    },
    {
        "CLAIM": -224, "INPUT": -224, "LEMMA": -224, "LET": -224, "NEXT": -224, "OUTPUT": -224,
        "PARAM": -224, "RBRACE": -224, "STATE": -224, "TIMER": -224,
    },
    {
        "FROM": -225, "SEMICOLON": -225,
    },
    {
        "SEMICOLON": 555,
    },
    {
        "TICKS": 556,
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
        "CLAIM": -229, "INPUT": -229, "LEMMA": -229, "LET": -229, "NEXT": -229, "OUTPUT": -229,
        "PARAM": -229, "RBRACE": -229, "STATE": -229, "TIMER": -229,
    },
    {
        "TICKS": 557,
    },
    {
        "EXPECT": -230, "RBRACE": -230,
    },
    {
        "COLON": 558,
    },
    {
        "CLAIM": -231, "INPUT": -231, "LEMMA": -231, "LET": -231, "NEXT": -231, "OUTPUT": -231,
        "PARAM": -231, "RBRACE": -231, "STATE": -231, "TIMER": -231,
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
        "CLAIM": -232, "INPUT": -232, "LEMMA": -232, "LET": -232, "NEXT": -232, "OUTPUT": -232,
        "PARAM": -232, "RBRACE": -232, "STATE": -232, "TIMER": -232,
    },
    {
        "BECAUSE": -233, "BY": -233, "COLON": -233, "COMMA": -233, "ELSE": -233, "FOR": -233,
        "RBRACE": -233, "RPAR": -233, "RSQB": -233, "SEMICOLON": -233, "THEN": -233, "TICKS": -233,
        "TIES": -233, "TRACES": -233, "UP": -233,
    },
    {
        "SEMICOLON": -234, "TRACES": -234,
    },
    {
        "BECAUSE": -235, "BY": -235, "COLON": -235, "COMMA": -235, "ELSE": -235, "FOR": -235,
        "RBRACE": -235, "RPAR": -235, "RSQB": -235, "SEMICOLON": -235, "THEN": -235, "TICKS": -235,
        "TIES": -235, "TRACES": -235, "UP": -235,
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
        "__docs_star_0": 2, "docs": 3, "start": 4,
    },
    {},
    {
        "__items_star_1": 26, "item": 27, "items": 28,
    },
    {
        "item": 46,
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
    0, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 4, 5,
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
