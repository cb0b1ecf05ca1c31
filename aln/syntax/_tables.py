"""Parse tables of ALN, derived from grammar/aln.lark by `make regen`: never edit by hand."""

from __future__ import annotations

# fmt: off

START = 0
END = 4

WORDS: dict[str, str] = {
    "after": "AFTER", "all": "ALL", "allowed": "ALLOWED", "always": "ALWAYS", "and": "AND", "any": "ANY",
    "as": "AS", "at": "AT", "avoids": "AVOIDS", "because": "BECAUSE", "behavior_graph": "BEHAVIOR_GRAPH",
    "behavior_tree": "BEHAVIOR_TREE", "branch": "BRANCH", "bundle": "BUNDLE", "by": "BY", "claim": "CLAIM",
    "const": "CONST", "constants": "CONSTANTS", "control": "CONTROL", "count": "COUNT",
    "decimal": "DECIMAL", "denied": "DENIED", "duty": "DUTY", "else": "ELSE", "enters": "ENTERS",
    "entity": "ENTITY", "enum": "ENUM", "equals": "EQUALS", "event": "EVENT", "every": "EVERY",
    "expect": "EXPECT", "false": "FALSE", "filter": "FILTER", "for": "FOR", "forbid": "FORBID",
    "from": "FROM", "given": "GIVEN", "graph": "GRAPH", "hazard": "HAZARD", "held": "HELD",
    "holds": "HOLDS", "immutable": "IMMUTABLE", "implies": "IMPLIES", "in": "IN", "include": "INCLUDE",
    "input": "INPUT", "int": "INT", "invalid": "INVALID", "key": "KEY", "last": "LAST", "lasts": "LASTS",
    "lemma": "LEMMA", "let": "LET", "lexicon": "LEXICON", "list": "LIST", "machine": "MACHINE",
    "many": "MANY", "max": "MAX", "may": "MAY", "min": "MIN", "missing": "MISSING",
    "mitigates": "MITIGATES", "model": "MODEL", "module": "MODULE", "most": "MOST", "needs": "NEEDS",
    "never": "NEVER", "next": "NEXT", "node": "NODE", "none": "NONE", "not": "NOT", "of": "OF",
    "only": "ONLY", "op": "OP", "optional": "__ANON_0", "or": "OR", "output": "OUTPUT", "over": "OVER",
    "overlay": "OVERLAY", "param": "PARAM", "part": "PART", "policy": "POLICY",
    "probability": "PROBABILITY", "reachable": "REACHABLE", "ref": "REF", "refines": "REFINES",
    "require": "REQUIRE", "required": "REQUIRED", "requirement": "REQUIREMENT", "role": "ROLE",
    "root": "ROOT", "samples": "SAMPLES", "satisfies": "SATISFIES", "service": "SERVICE",
    "severity": "SEVERITY", "since": "SINCE", "start": "START", "starts": "STARTS", "state": "STATE",
    "stored": "STORED", "sum": "SUM", "terminates": "TERMINATES", "test": "TEST", "then": "THEN",
    "ticks": "TICKS", "ties": "TIES", "timer": "TIMER", "times": "TIMES", "to": "TO", "traces": "TRACES",
    "true": "TRUE", "type": "TYPE", "unit": "UNIT", "unless": "UNLESS", "until": "UNTIL", "up": "UP",
    "use": "USE", "waive": "WAIVE", "when": "WHEN", "where": "WHERE", "window": "WINDOW", "with": "WITH",
    "within": "WITHIN",
}

MARKS: dict[str, str] = {
    "!=": "__ANON_4", "(": "LPAR", ")": "RPAR", "*": "STAR", "+": "PLUS", ",": "COMMA", "-": "MINUS",
    "->": "__ANON_2", ".": "DOT", "..": "__ANON_1", "/": "SLASH", ":": "COLON", ";": "SEMICOLON",
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
        "s|up|starts|over|unless|at)(?![A-Za-z0-9_])(?"
        "!([ \t\r\n]|\\/\\/[^\n]*\n|\\/\\*[^*]*\\*+([^\\/*][^*]*\\"
        "*+)*\\/)*([=!<>+*.]|then(?![A-Za-z0-9_])))))",
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
    ("edge_word", 1, "edge_word", (0,)),
    ("edge_word", 1, "edge_word", (0,)),
    ("edge_word", 1, "edge_word", (0,)),
    ("edge_word", 1, "edge_word", (0,)),
    ("edge_word", 1, "edge_word", (0,)),
    ("edge_word", 1, "edge_word", (0,)),
    ("item", 4, "graph", (1, -1)),
    ("edge_word", 1, "edge_word", (0,)),
    ("__item_star_10", 1, "*", (0,)),
    ("graph_item", 1, "", (0,)),
    ("graph_item", 1, "", (0,)),
    ("item", 4, "lexicon", (1,)),
    ("__item_star_4", 1, "*", (0,)),
    ("item", 4, "role", (1,)),
    ("__item_star_7", 1, "*", (0,)),
    ("item", 4, "service", (1,)),
    ("__item_star_11", 1, "*", (0,)),
    ("givens", 1, "givens", (-2,)),
    ("__givens_star_17", 1, "*", (0,)),
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
    ("subject", 2, "subject", (0, 1)),
    ("item", 5, "graph", (1, -1, -5)),
    ("__item_star_10", 2, "*", (-2, 1)),
    ("__graph_item_plus_21", 1, "*", (0,)),
    ("term", 2, "term", (0,)),
    ("item", 5, "lexicon", (1, -5)),
    ("__item_star_4", 2, "*", (-2, 1)),
    ("span", 2, "span", (0, 1)),
    ("item", 5, "requirement", (1, 3)),
    ("item", 5, "role", (1, -5)),
    ("__item_star_7", 2, "*", (-2, 1)),
    ("item", 5, "service", (1, -5)),
    ("__item_star_11", 2, "*", (-2, 1)),
    ("__givens_star_17", 2, "*", (-2, 1)),
    ("expects", 1, "expects", (-2,)),
    ("__expects_star_18", 1, "*", (0,)),
    ("item", 5, "type_alias", (1, 3)),
    ("item", 5, "unit", (1, 3)),
    ("dotted", 2, "dotted", (0, -3)),
    ("names", 2, "names", (0, -3)),
    ("bundle_item", 3, "member", (0, 1)),
    ("__text_star_13", 2, "*", (1,)),
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
    ("item", 6, "graph", (1, 3)),
    ("graph_item", 3, "begin", (1,)),
    ("arrow", 2, "plain", (1,)),
    ("graph_item", 3, "edges", (0, -3, -1, -1)),
    ("__graph_item_plus_21", 2, "*", (-2, 1)),
    ("item", 6, "machine", (-1, 1, 3)),
    ("machine_item", 1, "", (0,)),
    ("machine_item", 1, "", (0,)),
    ("__item_star_9", 1, "*", (0,)),
    ("__expects_star_18", 2, "*", (-2, 1)),
    ("item", 6, "test", (1, 3, 4)),
    ("__dotted_star_16", 2, "*", (1,)),
    ("level", 1, "level", (0,)),
    ("level", 1, "level", (0,)),
    ("root", 4, "root", (1,)),
    ("__root_star_22", 1, "*", (0,)),
    ("__names_star_15", 2, "*", (1,)),
    ("__text_star_13", 3, "*", (-2, 2)),
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
    ("item", 7, "graph", (1, 3, -7)),
    ("form", 1, "form", (0,)),
    ("form", 1, "form", (0,)),
    ("form", 1, "form", (0,)),
    ("when", 2, "plain", (1,)),
    ("graph_item", 4, "edges", (0, -3, -1, 2)),
    ("graph_item", 4, "edges", (0, -3, 2, -1)),
    ("item", 7, "machine", (-1, 1, 3, -7)),
    ("__item_star_9", 2, "*", (-2, 1)),
    ("item", 7, "machine", (0, 2, 4)),
    ("item", 7, "policy", (1, 3, 4)),
    ("grant", 4, "grant", (1, 2, -1, -1)),
    ("item", 7, "waiver", (1, -1, 3, 5)),
    ("__dotted_star_16", 3, "*", (-2, 2)),
    ("root", 5, "root", (1, -5)),
    ("__root_star_22", 2, "*", (-2, 1)),
    ("__names_star_15", 3, "*", (-2, 2)),
    ("item", 8, "refines", (1, 3, 4, 5, 6, -1)),
    ("type", 5, "decimal", (-1, 2, 4, -1, -1)),
    ("__strings_star_12", 2, "*", (1,)),
    ("type", 5, "enum_type", (2, 4)),
    ("type", 5, "integer", (2, 4, -1)),
    ("type", 5, "list_type", (2, 4)),
    ("item", 8, "table", (1, -1, 3, -1)),
    ("expr", 4, "count", (1, 3, -1)),
    ("pair", 3, "pair", (0, 2)),
    ("__pairs_star_23", 2, "*", (1,)),
    ("__values_star_24", 2, "*", (1,)),
    ("source", 4, "call", (0, 2)),
    ("arguments", 2, "arguments", (0, -3)),
    ("item", 8, "duty", (1, 3, 4, -8)),
    ("__item_star_6", 2, "*", (-2, 1)),
    ("field", 5, "field", (0, -1, 2, 3)),
    ("field", 5, "field", (0, 1, 3, -1)),
    ("item", 8, "entity", (1, -1, 4, -8)),
    ("item", 8, "entity", (1, 2, 5)),
    ("graph_property", 1, "terminates", ()),
    ("graph_property", 1, "", (0,)),
    ("input", 5, "input", (1, 3, -1, -1, -1)),
    ("property", 2, "property", (0, 1)),
    ("graph_item", 5, "lemma", (1, -1, 3, -1)),
    ("let", 5, "let", (1, 3)),
    ("graph_item", 5, "graph_node", (1, 3, -1, -1, -1)),
    ("graph_item", 5, "edges", (0, -3, 2, 3)),
    ("item", 8, "machine", (0, 2, 4, -8)),
    ("item", 8, "policy", (1, 3, 4, -8)),
    ("traces", 2, "traces", (1,)),
    ("grant", 5, "grant", (1, 2, 3, -1)),
    ("grant", 5, "grant", (1, 2, -1, 3)),
    ("bundle_item", 6, "forbidden", (2, 4, -1)),
    ("item", 9, "refines", (1, 3, 4, 5, 6, 7)),
    ("type", 6, "decimal", (-1, 2, 4, -1, 5)),
    ("type", 6, "decimal", (1, 3, 5, -1, -1)),
    ("__strings_star_12", 3, "*", (-2, 2)),
    ("type", 6, "integer", (2, 4, 5)),
    ("item", 9, "table", (1, -1, 3, 6)),
    ("item", 9, "table", (1, 2, 4, -1)),
    ("expr", 5, "count", (1, 3, 4)),
    ("__pairs_star_23", 3, "*", (-2, 2)),
    ("__values_star_24", 3, "*", (-2, 2)),
    ("__arguments_star_25", 2, "*", (1,)),
    ("field", 6, "field", (0, 1, 3, 4)),
    ("item", 9, "entity", (1, 2, 5, -9)),
    ("graph_property", 2, "avoids", (1,)),
    ("graph_item", 6, "machine_claim", (1, 3, 4, -1)),
    ("input", 6, "input", (1, 3, -1, 4, -1)),
    ("input", 6, "input", (1, 3, 4, -1, -1)),
    ("graph_item", 6, "lemma", (1, -1, 3, 4)),
    ("graph_item", 6, "lemma", (1, 3, 4, -1)),
    ("needs", 2, "plain", (1,)),
    ("unless", 2, "plain", (1,)),
    ("graph_item", 6, "graph_node", (1, 3, 4, -1, -1)),
    ("graph_item", 6, "graph_node", (1, 3, -1, 4, -1)),
    ("graph_item", 6, "graph_node", (1, 3, -1, -1, 4)),
    ("at_most", 4, "at_most", (2,)),
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
    ("__arguments_star_25", 3, "*", (-2, 2)),
    ("graph_item", 7, "machine_claim", (1, 3, 4, 5)),
    ("input", 7, "input", (1, 3, -1, -1, 5)),
    ("held", 3, "plain", (2,)),
    ("invalid", 3, "invalid", ()),
    ("input", 7, "input", (1, 3, 4, 5, -1)),
    ("graph_item", 7, "lemma", (1, 3, 4, 5)),
    ("graph_item", 7, "graph_node", (1, 3, 4, 5, -1)),
    ("graph_item", 7, "graph_node", (1, 3, 4, -1, 5)),
    ("graph_item", 7, "graph_node", (1, 3, -1, 4, 5)),
    ("machine_item", 5, "lemma", (1, -1, 3, -1)),
    ("machine_item", 5, "next_state", (1, 3)),
    ("machine_item", 5, "param", (1, 3, -1)),
    ("branch", 5, "branch", (0, 1, -5)),
    ("branch", 5, "leaf", (0, 1, 3)),
    ("claim", 11, "claim", (1, 3, 5, 6, 8, 9)),
    ("type", 8, "decimal", (-1, 2, 4, 6, 7)),
    ("type", 8, "decimal", (1, 3, 5, 7, -1)),
    ("expr", 7, "aggregate", (0, 1, 3, 4, 6)),
    ("policy_item", 5, "rule", (-1, 0, 1, 3, -1)),
    ("input", 8, "input", (1, 3, -1, 4, 6)),
    ("input", 8, "input", (1, 3, 4, -1, 6)),
    ("lasts", 4, "lasts", (1, 3)),
    ("graph_item", 8, "graph_node", (1, 3, 4, 5, 6)),
    ("machine_item", 6, "machine_claim", (1, 3, 4, -1)),
    ("machine_item", 6, "lemma", (1, -1, 3, 4)),
    ("machine_item", 6, "lemma", (1, 3, 4, -1)),
    ("machine_item", 6, "part", (1, 3)),
    ("__machine_item_star_20", 1, "*", (0,)),
    ("operation", 8, "operation", (1, -1, 5)),
    ("expect", 7, "expect_allowed", (1, 3, -1)),
    ("with", 2, "with", (1,)),
    ("type", 9, "decimal", (1, 3, 5, 7, 8)),
    ("ties", 1, "ties", (0,)),
    ("ties", 1, "ties", (0,)),
    ("policy_item", 6, "rule", (0, 1, 2, 4, -1)),
    ("policy_item", 6, "include", (1, 3)),
    ("policy_item", 6, "rule", (-1, 0, 1, 3, 4)),
    ("graph_property", 5, "enters", (1, 4)),
    ("input", 9, "input", (1, 3, 4, 5, 7)),
    ("property", 6, "within", (1, 3, 5)),
    ("machine_item", 7, "machine_claim", (1, 3, 4, 5)),
    ("machine_item", 7, "lemma", (1, 3, 4, 5)),
    ("machine_item", 7, "output", (1, 3, 5)),
    ("machine_item", 7, "param", (1, 3, 5)),
    ("machine_item", 7, "part", (1, 3, -7)),
    ("__machine_item_star_20", 2, "*", (-2, 1)),
    ("machine_item", 7, "state", (1, 3, 5)),
    ("operation", 9, "operation", (1, 3, 6)),
    ("texts", 1, "texts", (0,)),
    ("with", 3, "with", (1, -4)),
    ("expect", 8, "expect_allowed", (1, 3, 5)),
    ("action", 4, "filter", (2,)),
    ("action", 4, "next_node", (2,)),
    ("policy_item", 7, "rule", (0, 1, 2, 4, 5)),
    ("property", 7, "response", (1, 3, 6)),
    ("machine_item", 8, "timer", (1, 3, 6)),
    ("texts", 2, "texts", (0, -3)),
    ("expect", 9, "expect_denied", (1, 3, -1, 7)),
    ("given_value", 1, "string", (0,)),
    ("given_value", 1, "", (0,)),
    ("stated", 3, "stated", (0, 2)),
    ("given_value", 1, "", (0,)),
    ("__with_star_19", 2, "*", (1,)),
    ("wire", 4, "wire", (0, 2)),
    ("__texts_star_14", 2, "*", (1,)),
    ("__with_star_19", 3, "*", (-2, 2)),
    ("expect", 10, "expect_denied", (1, 3, 5, 8)),
    ("machine_item", 10, "since", (1, 3, 5, 8)),
    ("__texts_star_14", 3, "*", (-2, 2)),
    ("expr", 12, "last", (1, 3, -1, 5, 7, 9, 11)),
    ("machine_item", 11, "window", (1, 3, 5, 8)),
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
        "CONTROL": 17, "DUTY": 18, "ENTITY": 19, "ENUM": 20, "GRAPH": 21, "HAZARD": 22, "LEXICON": 23,
        "MACHINE": 24, "MODEL": 25, "POLICY": 26, "RBRACE": 27, "REQUIREMENT": 28, "ROLE": 29,
        "SERVICE": 30, "TEST": 31, "TYPE": 32, "UNIT": 33, "USE": 34, "WAIVE": 35,
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
        "NAME": 42,
    },
    {
        "NAME": 43,
    },
    {
        "LBRACE": 44,
    },
    {
        "STRING": 45,
    },
    {
        "NAME": 46,
    },
    {
        "NAME": 47,
    },
    {
        "NAME": 48,
    },
    {
        "NAME": 49,
    },
    {
        "STRING": 50,
    },
    {
        "NAME": 51,
    },
    {
        "NAME": 52,
    },
    {
        "MACHINE": 53,
    },
    {
        "NAME": 54,
    },
    {
        "$END": -7,
    },
    {
        "STRING": 55,
    },
    {
        "NAME": 56,
    },
    {
        "NAME": 57,
    },
    {
        "STRING": 58,
    },
    {
        "NAME": 59,
    },
    {
        "NAME": 60,
    },
    {
        "NAME": 61,
    },
    {
        "NAME": 62,
    },
    {
        "BEHAVIOR_GRAPH": 11, "BEHAVIOR_TREE": 12, "BUNDLE": 13, "CLAIM": 14, "CONST": 15, "CONSTANTS": 16,
        "CONTROL": 17, "DUTY": 18, "ENTITY": 19, "ENUM": 20, "GRAPH": 21, "HAZARD": 22, "LEXICON": 23,
        "MACHINE": 24, "MODEL": 25, "POLICY": 26, "RBRACE": 63, "REQUIREMENT": 28, "ROLE": 29,
        "SERVICE": 30, "TEST": 31, "TYPE": 32, "UNIT": 33, "USE": 34, "WAIVE": 35,
    },
    {
        "BEHAVIOR_GRAPH": -8, "BEHAVIOR_TREE": -8, "BUNDLE": -8, "CLAIM": -8, "CONST": -8, "CONSTANTS": -8,
        "CONTROL": -8, "DUTY": -8, "ENTITY": -8, "ENUM": -8, "GRAPH": -8, "HAZARD": -8, "LEXICON": -8,
        "MACHINE": -8, "MODEL": -8, "POLICY": -8, "RBRACE": -8, "REQUIREMENT": -8, "ROLE": -8,
        "SERVICE": -8, "TEST": -8, "TYPE": -8, "UNIT": -8, "USE": -8, "WAIVE": -8,
    },
    {
        "BEHAVIOR_GRAPH": -9, "BEHAVIOR_TREE": -9, "BUNDLE": -9, "CLAIM": -9, "CONST": -9, "CONSTANTS": -9,
        "CONTROL": -9, "DUTY": -9, "ENTITY": -9, "ENUM": -9, "GRAPH": -9, "HAZARD": -9, "LEXICON": -9,
        "MACHINE": -9, "MODEL": -9, "POLICY": -9, "RBRACE": -9, "REQUIREMENT": -9, "ROLE": -9,
        "SERVICE": -9, "TEST": -9, "TYPE": -9, "UNIT": -9, "USE": -9, "WAIVE": -9,
    },
    {
        "LBRACE": 65,
    },
    {
        "LBRACE": 66,
    },
    {
        "LBRACE": 67,
    },
    {
        "COLON": 68,
    },
    {
        "COLON": 69, "LSQB": 70,
    },
    {
        "NAME": 72, "RBRACE": 73,
    },
    {
        "COLON": 76,
    },
    {
        "FOR": 77,
    },
    {
        "EVENT": 78, "IMMUTABLE": 79, "LBRACE": 80, "STORED": 81,
    },
    {
        "LBRACE": 83,
    },
    {
        "FOR": 84, "LBRACE": 85,
    },
    {
        "COLON": 86,
    },
    {
        "LBRACE": 87,
    },
    {
        "EVERY": 88,
    },
    {
        "NAME": 89,
    },
    {
        "FOR": 90,
    },
    {
        "COLON": 91,
    },
    {
        "LBRACE": 92,
    },
    {
        "LBRACE": 93,
    },
    {
        "LBRACE": 94,
    },
    {
        "EQUAL": 95,
    },
    {
        "EQUAL": 96,
    },
    {
        "SEMICOLON": 97,
    },
    {
        "BECAUSE": 98, "FOR": 99,
    },
    {
        "$END": -10,
    },
    {
        "BEHAVIOR_GRAPH": -11, "BEHAVIOR_TREE": -11, "BUNDLE": -11, "CLAIM": -11, "CONST": -11,
        "CONSTANTS": -11, "CONTROL": -11, "DUTY": -11, "ENTITY": -11, "ENUM": -11, "GRAPH": -11,
        "HAZARD": -11, "LEXICON": -11, "MACHINE": -11, "MODEL": -11, "POLICY": -11, "RBRACE": -11,
        "REQUIREMENT": -11, "ROLE": -11, "SERVICE": -11, "TEST": -11, "TYPE": -11, "UNIT": -11, "USE": -11,
        "WAIVE": -11,
    },
    {
        "ROOT": 100,
    },
    {
        "CLAIM": 103, "FORBID": 104, "RBRACE": 105, "REQUIRED": 106, "__ANON_0": 107,
    },
    {
        "STRING": 112,
    },
    {
        "DECIMAL": 114, "ENUM": 115, "INT": 116, "LIST": 117, "MANY": 118, "NAME": 119, "REF": 120,
    },
    {
        "RSQB": 123,
    },
    {
        "COLON": 124,
    },
    {
        "COLON": 125,
    },
    {
        "BEHAVIOR_GRAPH": -12, "BEHAVIOR_TREE": -12, "BUNDLE": -12, "CLAIM": -12, "CONST": -12,
        "CONSTANTS": -12, "CONTROL": -12, "DUTY": -12, "ENTITY": -12, "ENUM": -12, "GRAPH": -12,
        "HAZARD": -12, "LEXICON": -12, "MACHINE": -12, "MODEL": -12, "POLICY": -12, "RBRACE": -12,
        "REQUIREMENT": -12, "ROLE": -12, "SERVICE": -12, "TEST": -12, "TYPE": -12, "UNIT": -12, "USE": -12,
        "WAIVE": -12,
    },
    {
        "NAME": 72, "RBRACE": 126,
    },
    {
        "NAME": -13, "RBRACE": -13,
    },
    {
        "NAME": 129,
    },
    {
        "LBRACE": -14, "STORED": -14,
    },
    {
        "LBRACE": -15, "STORED": -15,
    },
    {
        "NAME": 130, "RBRACE": 131,
    },
    {
        "AS": 134,
    },
    {
        "LBRACE": 135, "STORED": 136,
    },
    {
        "NAME": 137, "RBRACE": 138,
    },
    {
        "NAME": 141,
    },
    {
        "CLAIM": 143, "INPUT": 144, "LEMMA": 145, "LET": 146, "NAME": 147, "NODE": 148, "RBRACE": 149,
        "START": 150,
    },
    {
        "RBRACE": 157, "STRING": 158,
    },
    {
        "NUMBER": 161,
    },
    {
        "EVERY": 163,
    },
    {
        "NAME": 164,
    },
    {
        "MAY": 166, "RBRACE": 167,
    },
    {
        "OP": 170, "RBRACE": 171,
    },
    {
        "EXPECT": -16, "GIVEN": 174, "RBRACE": -16,
    },
    {
        "STRING": 179,
    },
    {
        "BEHAVIOR_GRAPH": -17, "BEHAVIOR_TREE": -17, "BUNDLE": -17, "CLAIM": -17, "CONST": -17,
        "CONSTANTS": -17, "CONTROL": -17, "DUTY": -17, "ENTITY": -17, "ENUM": -17, "GRAPH": -17,
        "HAZARD": -17, "LEXICON": -17, "MACHINE": -17, "MODEL": -17, "POLICY": -17, "RBRACE": -17,
        "REQUIREMENT": -17, "ROLE": -17, "SERVICE": -17, "TEST": -17, "TYPE": -17, "UNIT": -17, "USE": -17,
        "WAIVE": -17,
    },
    {
        "NAME": 181,
    },
    {
        "STRING": 183,
    },
    {
        "RBRACE": 184,
    },
    {
        "RBRACE": 185,
    },
    {
        "NAME": 186,
    },
    {
        "TYPE": 187,
    },
    {
        "BEHAVIOR_GRAPH": -18, "BEHAVIOR_TREE": -18, "BUNDLE": -18, "CLAIM": -18, "CONST": -18,
        "CONSTANTS": -18, "CONTROL": -18, "DUTY": -18, "ENTITY": -18, "ENUM": -18, "GRAPH": -18,
        "HAZARD": -18, "LEXICON": -18, "MACHINE": -18, "MODEL": -18, "POLICY": -18, "RBRACE": -18,
        "REQUIREMENT": -18, "ROLE": -18, "SERVICE": -18, "TEST": -18, "TYPE": -18, "UNIT": -18, "USE": -18,
        "WAIVE": -18,
    },
    {
        "NAME": -19,
    },
    {
        "NAME": -20,
    },
    {
        "CLAIM": 103, "FORBID": 104, "RBRACE": 188, "REQUIRED": 106, "__ANON_0": 107,
    },
    {
        "CLAIM": -21, "FORBID": -21, "RBRACE": -21, "REQUIRED": -21, "__ANON_0": -21,
    },
    {
        "CLAIM": -22, "FORBID": -22, "RBRACE": -22, "REQUIRED": -22, "__ANON_0": -22,
    },
    {
        "NAME": 190,
    },
    {
        "AFTER": -23, "ALWAYS": -23, "AVOIDS": -23, "COMMA": -23, "ENTERS": -23, "FOR": -23,
        "MITIGATES": -23, "NAME": -23, "NEVER": -23, "PLUS": 192, "REACHABLE": -23, "SATISFIES": -23,
        "SEMICOLON": -23, "SEVERITY": -23, "TERMINATES": -23, "TRACES": -23, "UNTIL": -23, "WITHIN": -23,
    },
    {
        "FOR": 194, "NAME": 195,
    },
    {
        "EQUAL": -24, "FROM": -24, "HELD": -24, "IN": 196, "INVALID": -24, "KEY": -24, "LBRACE": -24,
        "MORETHAN": -24, "NAME": 197, "OPTIONAL": -24, "RPAR": -24, "SEMICOLON": -24,
    },
    {
        "EQUAL": -25, "FROM": -25, "HELD": -25, "INVALID": -25, "KEY": -25, "LBRACE": -25, "LSQB": 198,
        "MORETHAN": -25, "OPTIONAL": -25, "RPAR": -25, "SEMICOLON": -25,
    },
    {
        "EQUAL": -26, "FROM": -26, "HELD": -26, "IN": 199, "INVALID": -26, "KEY": -26, "LBRACE": -26,
        "MORETHAN": -26, "OPTIONAL": -26, "RPAR": -26, "SEMICOLON": -26,
    },
    {
        "EQUAL": -27, "FROM": -27, "HELD": -27, "INVALID": -27, "KEY": -27, "LBRACE": -27, "LESSTHAN": 200,
        "MORETHAN": -27, "OPTIONAL": -27, "RPAR": -27, "SEMICOLON": -27,
    },
    {
        "EQUAL": -28, "FROM": -28, "HELD": -28, "INVALID": -28, "KEY": -28, "LBRACE": -28, "MORETHAN": -28,
        "NAME": 201, "OPTIONAL": -28, "RPAR": -28, "SEMICOLON": -28,
    },
    {
        "EQUAL": -29, "FROM": -29, "HELD": -29, "INVALID": -29, "KEY": -29, "LBRACE": -29, "MORETHAN": -29,
        "OPTIONAL": -29, "RPAR": -29, "SEMICOLON": -29,
    },
    {
        "EQUAL": -30, "FROM": -30, "HELD": -30, "INVALID": -30, "KEY": -30, "LBRACE": -30, "MORETHAN": -30,
        "NAME": 202, "OPTIONAL": -30, "RPAR": -30, "SEMICOLON": -30,
    },
    {
        "EQUAL": 203,
    },
    {
        "EQUAL": -31, "FROM": -31, "HELD": -31, "INVALID": -31, "KEY": -31, "LBRACE": -31, "MORETHAN": -31,
        "OPTIONAL": 204, "RPAR": -31, "SEMICOLON": -31,
    },
    {
        "COLON": -32,
    },
    {
        "ALL": 206, "ANY": 207, "COUNT": 208, "FALSE": 209, "IF": 210, "LAST": 211, "LBRACE": 212,
        "LPAR": 213, "LSQB": 214, "MAX": 215, "MIN": 216, "MINUS": 217, "NAME": 218, "NOT": 219,
        "NUMBER": 220, "STRING": 221, "SUM": 222, "TRUE": 223,
    },
    {
        "BEHAVIOR_GRAPH": -33, "BEHAVIOR_TREE": -33, "BUNDLE": -33, "CLAIM": -33, "CONST": -33,
        "CONSTANTS": -33, "CONTROL": -33, "DUTY": -33, "ENTITY": -33, "ENUM": -33, "GRAPH": -33,
        "HAZARD": -33, "LEXICON": -33, "MACHINE": -33, "MODEL": -33, "POLICY": -33, "RBRACE": -33,
        "REQUIREMENT": -33, "ROLE": -33, "SERVICE": -33, "TEST": -33, "TYPE": -33, "UNIT": -33, "USE": -33,
        "WAIVE": -33,
    },
    {
        "NAME": -34, "RBRACE": -34,
    },
    {
        "MITIGATES": 242, "SATISFIES": 243, "SEMICOLON": 244,
    },
    {
        "NAME": 247,
    },
    {
        "COLON": 248, "LSQB": 70,
    },
    {
        "BEHAVIOR_GRAPH": -35, "BEHAVIOR_TREE": -35, "BUNDLE": -35, "CLAIM": -35, "CONST": -35,
        "CONSTANTS": -35, "CONTROL": -35, "DUTY": -35, "ENTITY": -35, "ENUM": -35, "GRAPH": -35,
        "HAZARD": -35, "LEXICON": -35, "MACHINE": -35, "MODEL": -35, "POLICY": -35, "RBRACE": -35,
        "REQUIREMENT": -35, "ROLE": -35, "SERVICE": -35, "TEST": -35, "TYPE": -35, "UNIT": -35, "USE": -35,
        "WAIVE": -35,
    },
    {
        "NAME": 130, "RBRACE": 250,
    },
    {
        "NAME": -36, "RBRACE": -36,
    },
    {
        "STRING": 252,
    },
    {
        "NAME": 130, "RBRACE": 253,
    },
    {
        "AS": 255,
    },
    {
        "SEMICOLON": 256,
    },
    {
        "BEHAVIOR_GRAPH": -37, "BEHAVIOR_TREE": -37, "BUNDLE": -37, "CLAIM": -37, "CONST": -37,
        "CONSTANTS": -37, "CONTROL": -37, "DUTY": -37, "ENTITY": -37, "ENUM": -37, "GRAPH": -37,
        "HAZARD": -37, "LEXICON": -37, "MACHINE": -37, "MODEL": -37, "POLICY": -37, "RBRACE": -37,
        "REQUIREMENT": -37, "ROLE": -37, "SERVICE": -37, "TEST": -37, "TYPE": -37, "UNIT": -37, "USE": -37,
        "WAIVE": -37,
    },
    {
        "NAME": 137, "RBRACE": 257,
    },
    {
        "NAME": -38, "RBRACE": -38,
    },
    {
        "NAME": 259,
    },
    {
        "LBRACE": 260,
    },
    {
        "NAME": 261, "__ANON_2": -39,
    },
    {
        "NAME": 262, "__ANON_2": -40,
    },
    {
        "NAME": 263, "__ANON_2": -41,
    },
    {
        "NAME": 264, "__ANON_2": -42,
    },
    {
        "AT": -43, "SEMICOLON": -43, "WHEN": -43, "__ANON_2": -43,
    },
    {
        "NAME": 265, "__ANON_2": -44,
    },
    {
        "BEHAVIOR_GRAPH": -45, "BEHAVIOR_TREE": -45, "BUNDLE": -45, "CLAIM": -45, "CONST": -45,
        "CONSTANTS": -45, "CONTROL": -45, "DUTY": -45, "ENTITY": -45, "ENUM": -45, "GRAPH": -45,
        "HAZARD": -45, "LEXICON": -45, "MACHINE": -45, "MODEL": -45, "POLICY": -45, "RBRACE": -45,
        "REQUIREMENT": -45, "ROLE": -45, "SERVICE": -45, "TEST": -45, "TYPE": -45, "UNIT": -45, "USE": -45,
        "WAIVE": -45,
    },
    {
        "NAME": 266, "__ANON_2": -46,
    },
    {
        "CLAIM": 143, "INPUT": 144, "LEMMA": 145, "LET": 146, "NAME": 147, "NODE": 148, "RBRACE": 267,
        "START": 150,
    },
    {
        "__ANON_2": 269,
    },
    {
        "CLAIM": -47, "INPUT": -47, "LEMMA": -47, "LET": -47, "NAME": -47, "NODE": -47, "RBRACE": -47,
        "START": -47,
    },
    {
        "CLAIM": -48, "INPUT": -48, "LEMMA": -48, "LET": -48, "NAME": -48, "NODE": -48, "RBRACE": -48,
        "START": -48,
    },
    {
        "CLAIM": -49, "INPUT": -49, "LEMMA": -49, "LET": -49, "NAME": -49, "NODE": -49, "RBRACE": -49,
        "START": -49,
    },
    {
        "SEVERITY": 272,
    },
    {
        "BEHAVIOR_GRAPH": -50, "BEHAVIOR_TREE": -50, "BUNDLE": -50, "CLAIM": -50, "CONST": -50,
        "CONSTANTS": -50, "CONTROL": -50, "DUTY": -50, "ENTITY": -50, "ENUM": -50, "GRAPH": -50,
        "HAZARD": -50, "LEXICON": -50, "MACHINE": -50, "MODEL": -50, "POLICY": -50, "RBRACE": -50,
        "REQUIREMENT": -50, "ROLE": -50, "SERVICE": -50, "TEST": -50, "TYPE": -50, "UNIT": -50, "USE": -50,
        "WAIVE": -50,
    },
    {
        "SEMICOLON": 273,
    },
    {
        "RBRACE": 274, "STRING": 158,
    },
    {
        "RBRACE": -51, "STRING": -51,
    },
    {
        "NAME": 276,
    },
    {
        "LBRACE": 277,
    },
    {
        "NAME": 279,
    },
    {
        "SEMICOLON": 280,
    },
    {
        "BEHAVIOR_GRAPH": -52, "BEHAVIOR_TREE": -52, "BUNDLE": -52, "CLAIM": -52, "CONST": -52,
        "CONSTANTS": -52, "CONTROL": -52, "DUTY": -52, "ENTITY": -52, "ENUM": -52, "GRAPH": -52,
        "HAZARD": -52, "LEXICON": -52, "MACHINE": -52, "MODEL": -52, "POLICY": -52, "RBRACE": -52,
        "REQUIREMENT": -52, "ROLE": -52, "SERVICE": -52, "TEST": -52, "TYPE": -52, "UNIT": -52, "USE": -52,
        "WAIVE": -52,
    },
    {
        "MAY": 166, "RBRACE": 282,
    },
    {
        "MAY": -53, "RBRACE": -53,
    },
    {
        "NAME": 284,
    },
    {
        "BEHAVIOR_GRAPH": -54, "BEHAVIOR_TREE": -54, "BUNDLE": -54, "CLAIM": -54, "CONST": -54,
        "CONSTANTS": -54, "CONTROL": -54, "DUTY": -54, "ENTITY": -54, "ENUM": -54, "GRAPH": -54,
        "HAZARD": -54, "LEXICON": -54, "MACHINE": -54, "MODEL": -54, "POLICY": -54, "RBRACE": -54,
        "REQUIREMENT": -54, "ROLE": -54, "SERVICE": -54, "TEST": -54, "TYPE": -54, "UNIT": -54, "USE": -54,
        "WAIVE": -54,
    },
    {
        "OP": 170, "RBRACE": 285,
    },
    {
        "OP": -55, "RBRACE": -55,
    },
    {
        "NAME": 287,
    },
    {
        "EXPECT": -56, "GIVEN": 174, "RBRACE": -56,
    },
    {
        "EXPECT": -57, "GIVEN": -57, "RBRACE": -57,
    },
    {
        "EXPECT": 289, "RBRACE": -58,
    },
    {
        "SEMICOLON": 293,
    },
    {
        "SEMICOLON": 294,
    },
    {
        "UNTIL": 295,
    },
    {
        "BECAUSE": -59, "DOT": 296,
    },
    {
        "BECAUSE": 298,
    },
    {
        "LBRACE": 299,
    },
    {
        "BEHAVIOR_GRAPH": -60, "BEHAVIOR_TREE": -60, "BUNDLE": -60, "CLAIM": -60, "CONST": -60,
        "CONSTANTS": -60, "CONTROL": -60, "DUTY": -60, "ENTITY": -60, "ENUM": -60, "GRAPH": -60,
        "HAZARD": -60, "LEXICON": -60, "MACHINE": -60, "MODEL": -60, "POLICY": -60, "RBRACE": -60,
        "REQUIREMENT": -60, "ROLE": -60, "SERVICE": -60, "TEST": -60, "TYPE": -60, "UNIT": -60, "USE": -60,
        "WAIVE": -60,
    },
    {
        "BEHAVIOR_GRAPH": -61, "BEHAVIOR_TREE": -61, "BUNDLE": -61, "CLAIM": -61, "CONST": -61,
        "CONSTANTS": -61, "CONTROL": -61, "DUTY": -61, "ENTITY": -61, "ENUM": -61, "GRAPH": -61,
        "HAZARD": -61, "LEXICON": -61, "MACHINE": -61, "MODEL": -61, "POLICY": -61, "RBRACE": -61,
        "REQUIREMENT": -61, "ROLE": -61, "SERVICE": -61, "TEST": -61, "TYPE": -61, "UNIT": -61, "USE": -61,
        "WAIVE": -61,
    },
    {
        "COLON": 300,
    },
    {
        "BEHAVIOR_GRAPH": -62, "BEHAVIOR_TREE": -62, "BUNDLE": -62, "CLAIM": -62, "CONST": -62,
        "CONSTANTS": -62, "CONTROL": -62, "DUTY": -62, "ENTITY": -62, "ENUM": -62, "GRAPH": -62,
        "HAZARD": -62, "LEXICON": -62, "MACHINE": -62, "MODEL": -62, "POLICY": -62, "RBRACE": -62,
        "REQUIREMENT": -62, "ROLE": -62, "SERVICE": -62, "TEST": -62, "TYPE": -62, "UNIT": -62, "USE": -62,
        "WAIVE": -62,
    },
    {
        "CLAIM": -63, "FORBID": -63, "RBRACE": -63, "REQUIRED": -63, "__ANON_0": -63,
    },
    {
        "BECAUSE": -64, "COMMA": 302, "NAME": -64, "SEMICOLON": -64,
    },
    {
        "SEMICOLON": 304,
    },
    {
        "STRING": 305,
    },
    {
        "AFTER": -65, "ALWAYS": -65, "AVOIDS": -65, "COMMA": -65, "ENTERS": -65, "FOR": -65,
        "MITIGATES": -65, "NAME": -65, "NEVER": -65, "PLUS": 306, "REACHABLE": -65, "SATISFIES": -65,
        "SEMICOLON": -65, "SEVERITY": -65, "TERMINATES": -65, "TRACES": -65, "UNTIL": -65, "WITHIN": -65,
    },
    {
        "NAME": 307,
    },
    {
        "EQUALS": 308, "REFINES": 309,
    },
    {
        "ALL": 311, "ANY": 312, "COUNT": 313, "LAST": 314, "MAX": 315, "MIN": 316, "MINUS": 317,
        "NAME": 218, "NUMBER": 318, "SUM": 319,
    },
    {
        "IN": 323,
    },
    {
        "STRING": 324,
    },
    {
        "BY": 328,
    },
    {
        "EQUAL": -66, "FROM": -66, "HELD": -66, "INVALID": -66, "KEY": -66, "LBRACE": -66, "MORETHAN": -66,
        "OPTIONAL": 329, "RPAR": -66, "SEMICOLON": -66,
    },
    {
        "LSQB": 330,
    },
    {
        "EQUAL": -67, "FROM": -67, "HELD": -67, "INVALID": -67, "KEY": -67, "LBRACE": -67, "MORETHAN": -67,
        "RPAR": -67, "SEMICOLON": -67,
    },
    {
        "EQUAL": 331,
    },
    {
        "AND": -68, "AT": -68, "BECAUSE": -68, "BY": -68, "COLON": -68, "COMMA": -68, "DOT": -68,
        "ELSE": -68, "FOR": -68, "IMPLIES": -68, "LESSTHAN": -68, "LPAR": -68, "MINUS": -68,
        "MORETHAN": -68, "NAME": -69, "OR": -68, "OVER": -68, "PLUS": -68, "RBRACE": -68, "RPAR": -68,
        "RSQB": -68, "SEMICOLON": -68, "SLASH": -68, "STAR": -68, "STARTS": -68, "THEN": -68, "TICKS": -68,
        "TIES": -68, "TRACES": -68, "UNLESS": -68, "UP": -68, "__ANON_3": -68, "__ANON_4": -68,
        "__ANON_5": -68, "__ANON_6": -68,
    },
    {
        "AND": -70, "AT": -70, "BECAUSE": -70, "BY": -70, "COLON": -70, "COMMA": -70, "DOT": -70,
        "ELSE": -70, "FOR": -70, "IMPLIES": -70, "LESSTHAN": -70, "LPAR": -70, "MINUS": -70,
        "MORETHAN": -70, "NAME": -71, "OR": -70, "OVER": -70, "PLUS": -70, "RBRACE": -70, "RPAR": -70,
        "RSQB": -70, "SEMICOLON": -70, "SLASH": -70, "STAR": -70, "STARTS": -70, "THEN": -70, "TICKS": -70,
        "TIES": -70, "TRACES": -70, "UNLESS": -70, "UP": -70, "__ANON_3": -70, "__ANON_4": -70,
        "__ANON_5": -70, "__ANON_6": -70,
    },
    {
        "AND": -72, "AT": -72, "BECAUSE": -72, "BY": -72, "COLON": -72, "COMMA": -72, "DOT": -72,
        "ELSE": -72, "FOR": -72, "IMPLIES": -72, "LESSTHAN": -72, "LPAR": -72, "MINUS": -72,
        "MORETHAN": -72, "NAME": 332, "OR": -72, "OVER": -72, "PLUS": -72, "RBRACE": -72, "RPAR": -72,
        "RSQB": -72, "SEMICOLON": -72, "SLASH": -72, "STAR": -72, "STARTS": -72, "THEN": -72, "TICKS": -72,
        "TIES": -72, "TRACES": -72, "UNLESS": -72, "UP": -72, "__ANON_3": -72, "__ANON_4": -72,
        "__ANON_5": -72, "__ANON_6": -72,
    },
    {
        "ALLOWED": -73, "AND": -73, "AT": -73, "BECAUSE": -73, "BY": -73, "COLON": -73, "COMMA": -73,
        "DENIED": -73, "ELSE": -73, "FOR": -73, "IMPLIES": -73, "LESSTHAN": -73, "MINUS": -73,
        "MORETHAN": -73, "OR": -73, "OVER": -73, "PLUS": -73, "RBRACE": -73, "RPAR": -73, "RSQB": -73,
        "SEMICOLON": -73, "SLASH": -73, "STAR": -73, "STARTS": -73, "THEN": -73, "TICKS": -73, "TIES": -73,
        "TRACES": -73, "UNLESS": -73, "UP": -73, "__ANON_3": -73, "__ANON_4": -73, "__ANON_5": -73,
        "__ANON_6": -73,
    },
    {
        "ALL": 206, "ANY": 207, "COUNT": 208, "FALSE": 209, "IF": 210, "LAST": 211, "LPAR": 213,
        "MAX": 215, "MIN": 216, "MINUS": 217, "NAME": 218, "NOT": 219, "NUMBER": 220, "STRING": 221,
        "SUM": 222, "TRUE": 223,
    },
    {
        "AND": -74, "AT": -74, "BECAUSE": -74, "BY": -74, "COLON": -74, "COMMA": -74, "DOT": -74,
        "ELSE": -74, "FOR": -74, "IMPLIES": -74, "LESSTHAN": -74, "LPAR": -74, "MINUS": -74,
        "MORETHAN": -74, "NAME": 334, "OR": -74, "OVER": -74, "PLUS": -74, "RBRACE": -74, "RPAR": -74,
        "RSQB": -74, "SEMICOLON": -74, "SLASH": -74, "STAR": -74, "STARTS": -74, "THEN": -74, "TICKS": -74,
        "TIES": -74, "TRACES": -74, "UNLESS": -74, "UP": -74, "__ANON_3": -74, "__ANON_4": -74,
        "__ANON_5": -74, "__ANON_6": -74,
    },
    {
        "NAME": 335, "RBRACE": 336,
    },
    {
        "ALL": 206, "ANY": 207, "COUNT": 208, "FALSE": 209, "IF": 210, "LAST": 211, "LBRACE": 212,
        "LPAR": 213, "LSQB": 214, "MAX": 215, "MIN": 216, "MINUS": 217, "NAME": 218, "NOT": 219,
        "NUMBER": 220, "RSQB": 340, "STRING": 221, "SUM": 222, "TRUE": 223,
    },
    {
        "AND": -75, "AT": -75, "BECAUSE": -75, "BY": -75, "COLON": -75, "COMMA": -75, "DOT": -75,
        "ELSE": -75, "FOR": -75, "IMPLIES": -75, "LESSTHAN": -75, "LPAR": -75, "MINUS": -75,
        "MORETHAN": -75, "NAME": -76, "OR": -75, "OVER": -75, "PLUS": -75, "RBRACE": -75, "RPAR": -75,
        "RSQB": -75, "SEMICOLON": -75, "SLASH": -75, "STAR": -75, "STARTS": -75, "THEN": -75, "TICKS": -75,
        "TIES": -75, "TRACES": -75, "UNLESS": -75, "UP": -75, "__ANON_3": -75, "__ANON_4": -75,
        "__ANON_5": -75, "__ANON_6": -75,
    },
    {
        "AND": -77, "AT": -77, "BECAUSE": -77, "BY": -77, "COLON": -77, "COMMA": -77, "DOT": -77,
        "ELSE": -77, "FOR": -77, "IMPLIES": -77, "LESSTHAN": -77, "LPAR": -77, "MINUS": -77,
        "MORETHAN": -77, "NAME": -78, "OR": -77, "OVER": -77, "PLUS": -77, "RBRACE": -77, "RPAR": -77,
        "RSQB": -77, "SEMICOLON": -77, "SLASH": -77, "STAR": -77, "STARTS": -77, "THEN": -77, "TICKS": -77,
        "TIES": -77, "TRACES": -77, "UNLESS": -77, "UP": -77, "__ANON_3": -77, "__ANON_4": -77,
        "__ANON_5": -77, "__ANON_6": -77,
    },
    {
        "ALL": 311, "ANY": 312, "COUNT": 313, "FALSE": 209, "LAST": 314, "LPAR": 213, "MAX": 315,
        "MIN": 316, "MINUS": 217, "NAME": 218, "NUMBER": 220, "STRING": 221, "SUM": 319, "TRUE": 223,
    },
    {
        "ALLOWED": -79, "AND": -79, "AT": -79, "BECAUSE": -79, "BY": -79, "COLON": -79, "COMMA": -79,
        "DENIED": -79, "DOT": -79, "ELSE": -79, "EQUAL": -79, "FOR": -79, "FROM": -79, "HELD": -79,
        "IMPLIES": -79, "INVALID": -79, "KEY": -79, "LBRACE": -79, "LESSTHAN": -79, "LPAR": -79,
        "MINUS": -79, "MORETHAN": -79, "OPTIONAL": -79, "OR": -79, "OVER": -79, "PLUS": -79, "RBRACE": -79,
        "RPAR": -79, "RSQB": -79, "SEMICOLON": -79, "SLASH": -79, "STAR": -79, "STARTS": -79, "THEN": -79,
        "TICKS": -79, "TIES": -79, "TRACES": -79, "UNLESS": -79, "UP": -79, "WHERE": -79, "__ANON_1": -79,
        "__ANON_3": -79, "__ANON_4": -79, "__ANON_5": -79, "__ANON_6": -79,
    },
    {
        "ALL": 311, "ANY": 312, "COUNT": 313, "FALSE": 209, "LAST": 314, "LPAR": 213, "MAX": 315,
        "MIN": 316, "MINUS": 217, "NAME": 218, "NOT": 219, "NUMBER": 220, "STRING": 221, "SUM": 319,
        "TRUE": 223,
    },
    {
        "AND": -80, "AT": -80, "BECAUSE": -80, "BY": -80, "COLON": -80, "COMMA": -80, "ELSE": -80,
        "FOR": -80, "IMPLIES": -80, "LESSTHAN": -80, "MINUS": -80, "MORETHAN": -80, "NAME": 345, "OR": -80,
        "OVER": -80, "PLUS": -80, "RBRACE": -80, "RPAR": -80, "RSQB": -80, "SEMICOLON": -80, "SLASH": -80,
        "STAR": -80, "STARTS": -80, "THEN": -80, "TICKS": -80, "TIES": -80, "TRACES": -80, "UNLESS": -80,
        "UP": -80, "__ANON_3": -80, "__ANON_4": -80, "__ANON_5": -80, "__ANON_6": -80,
    },
    {
        "AND": -81, "AT": -81, "BECAUSE": -81, "BY": -81, "COLON": -81, "COMMA": -81, "ELSE": -81,
        "FOR": -81, "IMPLIES": -81, "LESSTHAN": -81, "MINUS": -81, "MORETHAN": -81, "OR": -81, "OVER": -81,
        "PLUS": -81, "RBRACE": -81, "RPAR": -81, "RSQB": -81, "SEMICOLON": -81, "SLASH": -81, "STAR": -81,
        "STARTS": -81, "THEN": -81, "TICKS": -81, "TIES": -81, "TRACES": -81, "UNLESS": -81, "UP": -81,
        "__ANON_3": -81, "__ANON_4": -81, "__ANON_5": -81, "__ANON_6": -81,
    },
    {
        "AND": -82, "AT": -82, "BECAUSE": -82, "BY": -82, "COLON": -82, "COMMA": -82, "DOT": -82,
        "ELSE": -82, "FOR": -82, "IMPLIES": -82, "LESSTHAN": -82, "LPAR": -82, "MINUS": -82,
        "MORETHAN": -82, "NAME": -83, "OR": -82, "OVER": -82, "PLUS": -82, "RBRACE": -82, "RPAR": -82,
        "RSQB": -82, "SEMICOLON": -82, "SLASH": -82, "STAR": -82, "STARTS": -82, "THEN": -82, "TICKS": -82,
        "TIES": -82, "TRACES": -82, "UNLESS": -82, "UP": -82, "__ANON_3": -82, "__ANON_4": -82,
        "__ANON_5": -82, "__ANON_6": -82,
    },
    {
        "ALLOWED": -84, "AND": -84, "AT": -84, "BECAUSE": -84, "BY": -84, "COLON": -84, "COMMA": -84,
        "DENIED": -84, "ELSE": -84, "FOR": -84, "IMPLIES": -84, "LESSTHAN": -84, "MINUS": -84,
        "MORETHAN": -84, "OR": -84, "OVER": -84, "PLUS": -84, "RBRACE": -84, "RPAR": -84, "RSQB": -84,
        "SEMICOLON": -84, "SLASH": -84, "STAR": -84, "STARTS": -84, "THEN": -84, "TICKS": -84, "TIES": -84,
        "TRACES": -84, "UNLESS": -84, "UP": -84, "__ANON_3": -84, "__ANON_4": -84, "__ANON_5": -84,
        "__ANON_6": -84,
    },
    {
        "AND": -85, "AT": -85, "BECAUSE": -85, "BY": -85, "COLON": -85, "COMMA": -85, "ELSE": -85,
        "FOR": -85, "IMPLIES": -85, "LESSTHAN": 346, "MINUS": 347, "MORETHAN": 348, "OR": -85, "OVER": -85,
        "PLUS": 349, "RBRACE": -85, "RPAR": -85, "RSQB": -85, "SEMICOLON": -85, "STARTS": -85, "THEN": -85,
        "TICKS": -85, "TIES": -85, "TRACES": -85, "UNLESS": -85, "UP": -85, "__ANON_3": 350,
        "__ANON_4": 351, "__ANON_5": 352, "__ANON_6": 353,
    },
    {
        "AND": -86, "AT": -86, "BECAUSE": -86, "BY": -86, "COLON": -86, "COMMA": -86, "ELSE": -86,
        "FOR": -86, "IMPLIES": -86, "OR": -86, "OVER": -86, "RBRACE": -86, "RPAR": -86, "RSQB": -86,
        "SEMICOLON": -86, "STARTS": -86, "THEN": -86, "TICKS": -86, "TIES": -86, "TRACES": -86,
        "UNLESS": -86, "UP": -86,
    },
    {
        "AND": 355, "AT": -87, "BECAUSE": -87, "BY": -87, "COLON": -87, "COMMA": -87, "ELSE": -87,
        "FOR": -87, "IMPLIES": -87, "OR": -87, "OVER": -87, "RBRACE": -87, "RPAR": -87, "RSQB": -87,
        "SEMICOLON": -87, "STARTS": -87, "THEN": -87, "TICKS": -87, "TIES": -87, "TRACES": -87,
        "UNLESS": -87, "UP": -87,
    },
    {
        "AT": -88, "BECAUSE": -88, "BY": -88, "COLON": -88, "COMMA": -88, "ELSE": -88, "FOR": -88,
        "IMPLIES": 356, "OR": 357, "OVER": -88, "RBRACE": -88, "RPAR": -88, "RSQB": -88, "SEMICOLON": -88,
        "STARTS": -88, "THEN": -88, "TICKS": -88, "TIES": -88, "TRACES": -88, "UNLESS": -88, "UP": -88,
    },
    {
        "COMMA": -89, "RBRACE": -89, "RSQB": -89, "SEMICOLON": -89,
    },
    {
        "AT": -90, "BECAUSE": -90, "BY": -90, "COLON": -90, "COMMA": -90, "ELSE": -90, "FOR": -90,
        "OVER": -90, "RBRACE": -90, "RPAR": -90, "RSQB": -90, "SEMICOLON": -90, "STARTS": -90, "THEN": -90,
        "TICKS": -90, "TIES": -90, "TRACES": -90, "UNLESS": -90, "UP": -90,
    },
    {
        "NAME": 358,
    },
    {
        "COMMA": -91, "RBRACE": -91, "RSQB": -91, "SEMICOLON": -91,
    },
    {
        "AND": -92, "AT": -92, "BECAUSE": -92, "BY": -92, "COLON": -92, "COMMA": -92, "ELSE": -92,
        "FOR": -92, "IMPLIES": -92, "OR": -92, "OVER": -92, "RBRACE": -92, "RPAR": -92, "RSQB": -92,
        "SEMICOLON": -92, "STARTS": -92, "THEN": -92, "TICKS": -92, "TIES": -92, "TRACES": -92,
        "UNLESS": -92, "UP": -92,
    },
    {
        "AND": -93, "AT": -93, "BECAUSE": -93, "BY": -93, "COLON": -93, "COMMA": -93, "ELSE": -93,
        "FOR": -93, "IMPLIES": -93, "LESSTHAN": -93, "MINUS": -93, "MORETHAN": -93, "OR": -93, "OVER": -93,
        "PLUS": -93, "RBRACE": -93, "RPAR": -93, "RSQB": -93, "SEMICOLON": -93, "SLASH": -93, "STAR": -93,
        "STARTS": -93, "THEN": -93, "TICKS": -93, "TIES": -93, "TRACES": -93, "UNLESS": -93, "UP": -93,
        "WHERE": -93, "__ANON_3": -93, "__ANON_4": -93, "__ANON_5": -93, "__ANON_6": -93,
    },
    {
        "AND": -94, "AT": -94, "BECAUSE": -94, "BY": -94, "COLON": -94, "COMMA": -94, "ELSE": -94,
        "FOR": -94, "IMPLIES": -94, "LESSTHAN": -94, "MINUS": -94, "MORETHAN": -94, "OR": -94, "OVER": -94,
        "PLUS": -94, "RBRACE": -94, "RPAR": -94, "RSQB": -94, "SEMICOLON": -94, "SLASH": -94, "STAR": -94,
        "STARTS": -94, "THEN": -94, "TICKS": -94, "TIES": -94, "TRACES": -94, "UNLESS": -94, "UP": -94,
        "__ANON_3": -94, "__ANON_4": -94, "__ANON_5": -94, "__ANON_6": -94,
    },
    {
        "AND": -95, "AT": -95, "BECAUSE": -95, "BY": -95, "COLON": -95, "COMMA": -95, "ELSE": -95,
        "FOR": -95, "IMPLIES": -95, "LESSTHAN": -95, "MINUS": -95, "MORETHAN": -95, "OR": -95, "OVER": -95,
        "PLUS": -95, "RBRACE": -95, "RPAR": -95, "RSQB": -95, "SEMICOLON": -95, "SLASH": 359, "STAR": 360,
        "STARTS": -95, "THEN": -95, "TICKS": -95, "TIES": -95, "TRACES": -95, "UNLESS": -95, "UP": -95,
        "__ANON_3": -95, "__ANON_4": -95, "__ANON_5": -95, "__ANON_6": -95,
    },
    {
        "COMMA": -96, "RBRACE": -96, "RSQB": -96, "SEMICOLON": -96,
    },
    {
        "AND": -97, "AT": -97, "BECAUSE": -97, "BY": -97, "COLON": -97, "COMMA": -97, "ELSE": -97,
        "FOR": -97, "IMPLIES": -97, "LESSTHAN": -97, "MINUS": -97, "MORETHAN": -97, "OR": -97, "OVER": -97,
        "PLUS": -97, "RBRACE": -97, "RPAR": -97, "RSQB": -97, "SEMICOLON": -97, "SLASH": -97, "STAR": -97,
        "STARTS": -97, "THEN": -97, "TICKS": -97, "TIES": -97, "TRACES": -97, "UNLESS": -97, "UP": -97,
        "__ANON_3": -97, "__ANON_4": -97, "__ANON_5": -97, "__ANON_6": -97,
    },
    {
        "AND": -98, "AT": -98, "BECAUSE": -98, "BY": -98, "COLON": -98, "COMMA": -98, "ELSE": -98,
        "FOR": -98, "IMPLIES": -98, "LESSTHAN": -98, "MINUS": -98, "MORETHAN": -98, "OR": -98, "OVER": -98,
        "PLUS": -98, "RBRACE": -98, "RPAR": -98, "RSQB": -98, "SEMICOLON": -98, "SLASH": -98, "STAR": -98,
        "STARTS": -98, "THEN": -98, "TICKS": -98, "TIES": -98, "TRACES": -98, "UNLESS": -98, "UP": -98,
        "__ANON_3": -98, "__ANON_4": -98, "__ANON_5": -98, "__ANON_6": -98,
    },
    {
        "AND": -99, "AT": -99, "BECAUSE": -99, "BY": -99, "COLON": -99, "COMMA": -99, "ELSE": -99,
        "FOR": -99, "IMPLIES": -99, "LESSTHAN": -99, "MINUS": -99, "MORETHAN": -99, "OR": -99, "OVER": -99,
        "PLUS": -99, "RBRACE": -99, "RPAR": -99, "RSQB": -99, "SEMICOLON": -99, "SLASH": -99, "STAR": -99,
        "STARTS": -99, "THEN": -99, "TICKS": -99, "TIES": -99, "TRACES": -99, "UNLESS": -99, "UP": -99,
        "__ANON_3": -99, "__ANON_4": -99, "__ANON_5": -99, "__ANON_6": -99,
    },
    {
        "SEMICOLON": 361,
    },
    {
        "AND": -100, "AT": -100, "BECAUSE": -100, "BY": -100, "COLON": -100, "COMMA": -100, "DOT": 296,
        "ELSE": -100, "FOR": -100, "IMPLIES": -100, "LESSTHAN": -100, "LPAR": 362, "MINUS": -100,
        "MORETHAN": -100, "OR": -100, "OVER": -100, "PLUS": -100, "RBRACE": -100, "RPAR": -100,
        "RSQB": -100, "SEMICOLON": -100, "SLASH": -100, "STAR": -100, "STARTS": -100, "THEN": -100,
        "TICKS": -100, "TIES": -100, "TRACES": -100, "UNLESS": -100, "UP": -100, "WHERE": -100,
        "__ANON_3": -100, "__ANON_4": -100, "__ANON_5": -100, "__ANON_6": -100,
    },
    {
        "BEHAVIOR_GRAPH": -101, "BEHAVIOR_TREE": -101, "BUNDLE": -101, "CLAIM": -101, "CONST": -101,
        "CONSTANTS": -101, "CONTROL": -101, "DUTY": -101, "ENTITY": -101, "ENUM": -101, "GRAPH": -101,
        "HAZARD": -101, "LEXICON": -101, "MACHINE": -101, "MODEL": -101, "POLICY": -101, "RBRACE": -101,
        "REQUIREMENT": -101, "ROLE": -101, "SERVICE": -101, "TEST": -101, "TYPE": -101, "UNIT": -101,
        "USE": -101, "WAIVE": -101,
    },
    {
        "SATISFIES": 243, "SEMICOLON": 366,
    },
    {
        "SEMICOLON": 368,
    },
    {
        "LBRACE": 369,
    },
    {
        "COLON": 371,
    },
    {
        "BEHAVIOR_GRAPH": -102, "BEHAVIOR_TREE": -102, "BUNDLE": -102, "CLAIM": -102, "CONST": -102,
        "CONSTANTS": -102, "CONTROL": -102, "DUTY": -102, "ENTITY": -102, "ENUM": -102, "GRAPH": -102,
        "HAZARD": -102, "LEXICON": -102, "MACHINE": -102, "MODEL": -102, "POLICY": -102, "RBRACE": -102,
        "REQUIREMENT": -102, "ROLE": -102, "SERVICE": -102, "TEST": -102, "TYPE": -102, "UNIT": -102,
        "USE": -102, "WAIVE": -102,
    },
    {
        "NAME": -103, "RBRACE": -103,
    },
    {
        "LBRACE": 372,
    },
    {
        "BEHAVIOR_GRAPH": -104, "BEHAVIOR_TREE": -104, "BUNDLE": -104, "CLAIM": -104, "CONST": -104,
        "CONSTANTS": -104, "CONTROL": -104, "DUTY": -104, "ENTITY": -104, "ENUM": -104, "GRAPH": -104,
        "HAZARD": -104, "LEXICON": -104, "MACHINE": -104, "MODEL": -104, "POLICY": -104, "RBRACE": -104,
        "REQUIREMENT": -104, "ROLE": -104, "SERVICE": -104, "TEST": -104, "TYPE": -104, "UNIT": -104,
        "USE": -104, "WAIVE": -104,
    },
    {
        "NAME": 130, "RBRACE": 373,
    },
    {
        "STRING": 374,
    },
    {
        "NAME": -105, "RBRACE": -105,
    },
    {
        "BEHAVIOR_GRAPH": -106, "BEHAVIOR_TREE": -106, "BUNDLE": -106, "CLAIM": -106, "CONST": -106,
        "CONSTANTS": -106, "CONTROL": -106, "DUTY": -106, "ENTITY": -106, "ENUM": -106, "GRAPH": -106,
        "HAZARD": -106, "LEXICON": -106, "MACHINE": -106, "MODEL": -106, "POLICY": -106, "RBRACE": -106,
        "REQUIREMENT": -106, "ROLE": -106, "SERVICE": -106, "TEST": -106, "TYPE": -106, "UNIT": -106,
        "USE": -106, "WAIVE": -106,
    },
    {
        "NAME": -107, "RBRACE": -107,
    },
    {
        "LBRACE": -108,
    },
    {
        "CLAIM": 143, "INPUT": 144, "LEMMA": 145, "LET": 146, "NAME": 147, "NODE": 148, "RBRACE": 375,
        "START": 150,
    },
    {
        "COLON": 377,
    },
    {
        "COLON": 378,
    },
    {
        "COLON": 379,
    },
    {
        "EQUAL": 380,
    },
    {
        "COLON": 381,
    },
    {
        "SEMICOLON": 382,
    },
    {
        "BEHAVIOR_GRAPH": -109, "BEHAVIOR_TREE": -109, "BUNDLE": -109, "CLAIM": -109, "CONST": -109,
        "CONSTANTS": -109, "CONTROL": -109, "DUTY": -109, "ENTITY": -109, "ENUM": -109, "GRAPH": -109,
        "HAZARD": -109, "LEXICON": -109, "MACHINE": -109, "MODEL": -109, "POLICY": -109, "RBRACE": -109,
        "REQUIREMENT": -109, "ROLE": -109, "SERVICE": -109, "TEST": -109, "TYPE": -109, "UNIT": -109,
        "USE": -109, "WAIVE": -109,
    },
    {
        "CLAIM": -110, "INPUT": -110, "LEMMA": -110, "LET": -110, "NAME": -110, "NODE": -110,
        "RBRACE": -110, "START": -110,
    },
    {
        "CLAIM": 383, "INPUT": 384, "LEMMA": 385, "LET": 386, "NAME": 147, "NODE": 387, "START": 388,
    },
    {
        "AT": 390, "SEMICOLON": 391, "WHEN": 392, "__ANON_2": 269,
    },
    {
        "AT": -111, "SEMICOLON": -111, "WHEN": -111, "__ANON_2": -111,
    },
    {
        "NAME": 396,
    },
    {
        "RBRACE": -112, "STRING": -112,
    },
    {
        "BEHAVIOR_GRAPH": -113, "BEHAVIOR_TREE": -113, "BUNDLE": -113, "CLAIM": -113, "CONST": -113,
        "CONSTANTS": -113, "CONTROL": -113, "DUTY": -113, "ENTITY": -113, "ENUM": -113, "GRAPH": -113,
        "HAZARD": -113, "LEXICON": -113, "MACHINE": -113, "MODEL": -113, "POLICY": -113, "RBRACE": -113,
        "REQUIREMENT": -113, "ROLE": -113, "SERVICE": -113, "TEST": -113, "TYPE": -113, "UNIT": -113,
        "USE": -113, "WAIVE": -113,
    },
    {
        "RBRACE": -114, "STRING": -114,
    },
    {
        "AFTER": -115, "FROM": -115, "LBRACE": -115, "NEEDS": -115, "SEMICOLON": -115, "UNLESS": -115,
        "UP": -115, "__ANON_1": -115,
    },
    {
        "CLAIM": 397, "INPUT": 398, "LEMMA": 399, "LET": 400, "NEXT": 401, "OUTPUT": 402, "PARAM": 403,
        "PART": 404, "RBRACE": 405, "STATE": 406, "TIMER": 407, "WINDOW": 408,
    },
    {
        "LBRACE": 413,
    },
    {
        "LBRACE": 414,
    },
    {
        "BEHAVIOR_GRAPH": -116, "BEHAVIOR_TREE": -116, "BUNDLE": -116, "CLAIM": -116, "CONST": -116,
        "CONSTANTS": -116, "CONTROL": -116, "DUTY": -116, "ENTITY": -116, "ENUM": -116, "GRAPH": -116,
        "HAZARD": -116, "LEXICON": -116, "MACHINE": -116, "MODEL": -116, "POLICY": -116, "RBRACE": -116,
        "REQUIREMENT": -116, "ROLE": -116, "SERVICE": -116, "TEST": -116, "TYPE": -116, "UNIT": -116,
        "USE": -116, "WAIVE": -116,
    },
    {
        "NAME": 415,
    },
    {
        "BEHAVIOR_GRAPH": -117, "BEHAVIOR_TREE": -117, "BUNDLE": -117, "CLAIM": -117, "CONST": -117,
        "CONSTANTS": -117, "CONTROL": -117, "DUTY": -117, "ENTITY": -117, "ENUM": -117, "GRAPH": -117,
        "HAZARD": -117, "LEXICON": -117, "MACHINE": -117, "MODEL": -117, "POLICY": -117, "RBRACE": -117,
        "REQUIREMENT": -117, "ROLE": -117, "SERVICE": -117, "TEST": -117, "TYPE": -117, "UNIT": -117,
        "USE": -117, "WAIVE": -117,
    },
    {
        "MAY": -118, "RBRACE": -118,
    },
    {
        "LPAR": 416,
    },
    {
        "BEHAVIOR_GRAPH": -119, "BEHAVIOR_TREE": -119, "BUNDLE": -119, "CLAIM": -119, "CONST": -119,
        "CONSTANTS": -119, "CONTROL": -119, "DUTY": -119, "ENTITY": -119, "ENUM": -119, "GRAPH": -119,
        "HAZARD": -119, "LEXICON": -119, "MACHINE": -119, "MODEL": -119, "POLICY": -119, "RBRACE": -119,
        "REQUIREMENT": -119, "ROLE": -119, "SERVICE": -119, "TEST": -119, "TYPE": -119, "UNIT": -119,
        "USE": -119, "WAIVE": -119,
    },
    {
        "OP": -120, "RBRACE": -120,
    },
    {
        "NAME": 417,
    },
    {
        "EXPECT": -121, "GIVEN": -121, "RBRACE": -121,
    },
    {
        "NAME": 418,
    },
    {
        "EXPECT": 289, "RBRACE": -122,
    },
    {
        "EXPECT": -123, "RBRACE": -123,
    },
    {
        "RBRACE": 420,
    },
    {
        "BEHAVIOR_GRAPH": -124, "BEHAVIOR_TREE": -124, "BUNDLE": -124, "CLAIM": -124, "CONST": -124,
        "CONSTANTS": -124, "CONTROL": -124, "DUTY": -124, "ENTITY": -124, "ENUM": -124, "GRAPH": -124,
        "HAZARD": -124, "LEXICON": -124, "MACHINE": -124, "MODEL": -124, "POLICY": -124, "RBRACE": -124,
        "REQUIREMENT": -124, "ROLE": -124, "SERVICE": -124, "TEST": -124, "TYPE": -124, "UNIT": -124,
        "USE": -124, "WAIVE": -124,
    },
    {
        "BEHAVIOR_GRAPH": -125, "BEHAVIOR_TREE": -125, "BUNDLE": -125, "CLAIM": -125, "CONST": -125,
        "CONSTANTS": -125, "CONTROL": -125, "DUTY": -125, "ENTITY": -125, "ENUM": -125, "GRAPH": -125,
        "HAZARD": -125, "LEXICON": -125, "MACHINE": -125, "MODEL": -125, "POLICY": -125, "RBRACE": -125,
        "REQUIREMENT": -125, "ROLE": -125, "SERVICE": -125, "TEST": -125, "TYPE": -125, "UNIT": -125,
        "USE": -125, "WAIVE": -125,
    },
    {
        "STRING": 421,
    },
    {
        "NAME": 422,
    },
    {
        "BECAUSE": -126, "DOT": 423,
    },
    {
        "BRANCH": 425, "NODE": 426, "RBRACE": 427,
    },
    {
        "BECAUSE": 432,
    },
    {
        "NAME": 433,
    },
    {
        "BECAUSE": -127, "COMMA": 434, "NAME": -127, "SEMICOLON": -127,
    },
    {
        "CLAIM": -128, "FORBID": -128, "RBRACE": -128, "REQUIRED": -128, "__ANON_0": -128,
    },
    {
        "AFTER": -129, "ALWAYS": -129, "AVOIDS": -129, "COMMA": -129, "ENTERS": -129, "FOR": -129,
        "MITIGATES": -129, "NAME": -129, "NEVER": -129, "PLUS": -129, "REACHABLE": -129, "SATISFIES": -129,
        "SEMICOLON": -129, "SEVERITY": -129, "TERMINATES": -129, "TRACES": -129, "UNTIL": -129,
        "WITHIN": -129,
    },
    {
        "STRING": 435,
    },
    {
        "NAME": 436,
    },
    {
        "NAME": -130,
    },
    {
        "NAME": -131,
    },
    {
        "NAME": 437,
    },
    {
        "ALLOWED": -68, "AND": -68, "AT": -68, "BECAUSE": -68, "BY": -68, "COLON": -68, "COMMA": -68,
        "DENIED": -68, "DOT": -68, "ELSE": -68, "EQUAL": -68, "FOR": -68, "FROM": -68, "HELD": -68,
        "IMPLIES": -68, "INVALID": -68, "KEY": -68, "LBRACE": -68, "LESSTHAN": -68, "LPAR": -68,
        "MINUS": -68, "MORETHAN": -68, "OPTIONAL": -68, "OR": -68, "OVER": -68, "PLUS": -68, "RBRACE": -68,
        "RPAR": -68, "RSQB": -68, "SEMICOLON": -68, "SLASH": -68, "STAR": -68, "STARTS": -68, "THEN": -68,
        "TICKS": -68, "TIES": -68, "TRACES": -68, "UNLESS": -68, "UP": -68, "WHERE": -68, "__ANON_1": -68,
        "__ANON_3": -68, "__ANON_4": -68, "__ANON_5": -68, "__ANON_6": -68,
    },
    {
        "ALLOWED": -70, "AND": -70, "AT": -70, "BECAUSE": -70, "BY": -70, "COLON": -70, "COMMA": -70,
        "DENIED": -70, "DOT": -70, "ELSE": -70, "EQUAL": -70, "FOR": -70, "FROM": -70, "HELD": -70,
        "IMPLIES": -70, "INVALID": -70, "KEY": -70, "LBRACE": -70, "LESSTHAN": -70, "LPAR": -70,
        "MINUS": -70, "MORETHAN": -70, "OPTIONAL": -70, "OR": -70, "OVER": -70, "PLUS": -70, "RBRACE": -70,
        "RPAR": -70, "RSQB": -70, "SEMICOLON": -70, "SLASH": -70, "STAR": -70, "STARTS": -70, "THEN": -70,
        "TICKS": -70, "TIES": -70, "TRACES": -70, "UNLESS": -70, "UP": -70, "WHERE": -70, "__ANON_1": -70,
        "__ANON_3": -70, "__ANON_4": -70, "__ANON_5": -70, "__ANON_6": -70,
    },
    {
        "ALLOWED": -72, "AND": -72, "AT": -72, "BECAUSE": -72, "BY": -72, "COLON": -72, "COMMA": -72,
        "DENIED": -72, "DOT": -72, "ELSE": -72, "EQUAL": -72, "FOR": -72, "FROM": -72, "HELD": -72,
        "IMPLIES": -72, "INVALID": -72, "KEY": -72, "LBRACE": -72, "LESSTHAN": -72, "LPAR": -72,
        "MINUS": -72, "MORETHAN": -72, "OPTIONAL": -72, "OR": -72, "OVER": -72, "PLUS": -72, "RBRACE": -72,
        "RPAR": -72, "RSQB": -72, "SEMICOLON": -72, "SLASH": -72, "STAR": -72, "STARTS": -72, "THEN": -72,
        "TICKS": -72, "TIES": -72, "TRACES": -72, "UNLESS": -72, "UP": -72, "WHERE": -72, "__ANON_1": -72,
        "__ANON_3": -72, "__ANON_4": -72, "__ANON_5": -72, "__ANON_6": -72,
    },
    {
        "ALLOWED": -74, "AND": -74, "AT": -74, "BECAUSE": -74, "BY": -74, "COLON": -74, "COMMA": -74,
        "DENIED": -74, "DOT": -74, "ELSE": -74, "EQUAL": -74, "FOR": -74, "FROM": -74, "HELD": -74,
        "IMPLIES": -74, "INVALID": -74, "KEY": -74, "LBRACE": -74, "LESSTHAN": -74, "LPAR": -74,
        "MINUS": -74, "MORETHAN": -74, "OPTIONAL": -74, "OR": -74, "OVER": -74, "PLUS": -74, "RBRACE": -74,
        "RPAR": -74, "RSQB": -74, "SEMICOLON": -74, "SLASH": -74, "STAR": -74, "STARTS": -74, "THEN": -74,
        "TICKS": -74, "TIES": -74, "TRACES": -74, "UNLESS": -74, "UP": -74, "WHERE": -74, "__ANON_1": -74,
        "__ANON_3": -74, "__ANON_4": -74, "__ANON_5": -74, "__ANON_6": -74,
    },
    {
        "ALLOWED": -75, "AND": -75, "AT": -75, "BECAUSE": -75, "BY": -75, "COLON": -75, "COMMA": -75,
        "DENIED": -75, "DOT": -75, "ELSE": -75, "EQUAL": -75, "FOR": -75, "FROM": -75, "HELD": -75,
        "IMPLIES": -75, "INVALID": -75, "KEY": -75, "LBRACE": -75, "LESSTHAN": -75, "LPAR": -75,
        "MINUS": -75, "MORETHAN": -75, "OPTIONAL": -75, "OR": -75, "OVER": -75, "PLUS": -75, "RBRACE": -75,
        "RPAR": -75, "RSQB": -75, "SEMICOLON": -75, "SLASH": -75, "STAR": -75, "STARTS": -75, "THEN": -75,
        "TICKS": -75, "TIES": -75, "TRACES": -75, "UNLESS": -75, "UP": -75, "WHERE": -75, "__ANON_1": -75,
        "__ANON_3": -75, "__ANON_4": -75, "__ANON_5": -75, "__ANON_6": -75,
    },
    {
        "ALLOWED": -77, "AND": -77, "AT": -77, "BECAUSE": -77, "BY": -77, "COLON": -77, "COMMA": -77,
        "DENIED": -77, "DOT": -77, "ELSE": -77, "EQUAL": -77, "FOR": -77, "FROM": -77, "HELD": -77,
        "IMPLIES": -77, "INVALID": -77, "KEY": -77, "LBRACE": -77, "LESSTHAN": -77, "LPAR": -77,
        "MINUS": -77, "MORETHAN": -77, "OPTIONAL": -77, "OR": -77, "OVER": -77, "PLUS": -77, "RBRACE": -77,
        "RPAR": -77, "RSQB": -77, "SEMICOLON": -77, "SLASH": -77, "STAR": -77, "STARTS": -77, "THEN": -77,
        "TICKS": -77, "TIES": -77, "TRACES": -77, "UNLESS": -77, "UP": -77, "WHERE": -77, "__ANON_1": -77,
        "__ANON_3": -77, "__ANON_4": -77, "__ANON_5": -77, "__ANON_6": -77,
    },
    {
        "NUMBER": 438,
    },
    {
        "ALLOWED": -132, "BY": -132, "COMMA": -132, "DENIED": -132, "EQUAL": -132, "FROM": -132,
        "HELD": -132, "INVALID": -132, "KEY": -132, "LBRACE": -132, "MORETHAN": -132, "OPTIONAL": -132,
        "RPAR": -132, "SEMICOLON": -132, "__ANON_1": -132,
    },
    {
        "ALLOWED": -82, "AND": -82, "AT": -82, "BECAUSE": -82, "BY": -82, "COLON": -82, "COMMA": -82,
        "DENIED": -82, "DOT": -82, "ELSE": -82, "EQUAL": -82, "FOR": -82, "FROM": -82, "HELD": -82,
        "IMPLIES": -82, "INVALID": -82, "KEY": -82, "LBRACE": -82, "LESSTHAN": -82, "LPAR": -82,
        "MINUS": -82, "MORETHAN": -82, "OPTIONAL": -82, "OR": -82, "OVER": -82, "PLUS": -82, "RBRACE": -82,
        "RPAR": -82, "RSQB": -82, "SEMICOLON": -82, "SLASH": -82, "STAR": -82, "STARTS": -82, "THEN": -82,
        "TICKS": -82, "TIES": -82, "TRACES": -82, "UNLESS": -82, "UP": -82, "WHERE": -82, "__ANON_1": -82,
        "__ANON_3": -82, "__ANON_4": -82, "__ANON_5": -82, "__ANON_6": -82,
    },
    {
        "__ANON_1": 439,
    },
    {
        "ALLOWED": -133, "BY": -133, "COMMA": -133, "DENIED": -133, "EQUAL": -133, "FROM": -133,
        "HELD": -133, "INVALID": -133, "KEY": -133, "LBRACE": -133, "MORETHAN": -133, "OPTIONAL": -133,
        "RPAR": -133, "SEMICOLON": -133, "__ANON_1": -133,
    },
    {
        "ALLOWED": -100, "BY": -100, "COMMA": -100, "DENIED": -100, "DOT": 296, "EQUAL": -100,
        "FROM": -100, "HELD": -100, "INVALID": -100, "KEY": -100, "LBRACE": -100, "MORETHAN": -100,
        "OPTIONAL": -100, "RPAR": -100, "SEMICOLON": -100, "__ANON_1": -100,
    },
    {
        "COMMA": 441, "RSQB": -134, "SATISFIES": -134, "SEMICOLON": -134,
    },
    {
        "RSQB": 443,
    },
    {
        "__ANON_1": 444,
    },
    {
        "MORETHAN": 445,
    },
    {
        "NAME": 446,
    },
    {
        "EQUAL": -135, "FROM": -135, "HELD": -135, "INVALID": -135, "KEY": -135, "LBRACE": -135,
        "MORETHAN": -135, "RPAR": -135, "SEMICOLON": -135,
    },
    {
        "ALL": 206, "ANY": 207, "COUNT": 208, "FALSE": 209, "IF": 210, "LAST": 211, "LBRACE": 212,
        "LPAR": 213, "LSQB": 214, "MAX": 215, "MIN": 216, "MINUS": 217, "NAME": 218, "NOT": 219,
        "NUMBER": 220, "RSQB": 447, "STRING": 221, "SUM": 222, "TRUE": 223,
    },
    {
        "LSQB": 449,
    },
    {
        "IN": 450,
    },
    {
        "THEN": 451,
    },
    {
        "IN": 452,
    },
    {
        "COLON": 453,
    },
    {
        "COMMA": -136, "RBRACE": -136, "RSQB": -136, "SEMICOLON": -136,
    },
    {
        "COMMA": 454, "RBRACE": -137,
    },
    {
        "RBRACE": 456,
    },
    {
        "RPAR": 457,
    },
    {
        "COMMA": -138, "RBRACE": -138, "RSQB": -138, "SEMICOLON": -138,
    },
    {
        "COMMA": 458, "RSQB": -139,
    },
    {
        "RSQB": 460,
    },
    {
        "AND": -140, "AT": -140, "BECAUSE": -140, "BY": -140, "COLON": -140, "COMMA": -140, "ELSE": -140,
        "FOR": -140, "IMPLIES": -140, "LESSTHAN": -140, "MINUS": -140, "MORETHAN": -140, "OR": -140,
        "OVER": -140, "PLUS": -140, "RBRACE": -140, "RPAR": -140, "RSQB": -140, "SEMICOLON": -140,
        "SLASH": -140, "STAR": -140, "STARTS": -140, "THEN": -140, "TICKS": -140, "TIES": -140,
        "TRACES": -140, "UNLESS": -140, "UP": -140, "__ANON_3": -140, "__ANON_4": -140, "__ANON_5": -140,
        "__ANON_6": -140,
    },
    {
        "AND": -141, "AT": -141, "BECAUSE": -141, "BY": -141, "COLON": -141, "COMMA": -141, "ELSE": -141,
        "FOR": -141, "IMPLIES": -141, "OR": -141, "OVER": -141, "RBRACE": -141, "RPAR": -141, "RSQB": -141,
        "SEMICOLON": -141, "STARTS": -141, "THEN": -141, "TICKS": -141, "TIES": -141, "TRACES": -141,
        "UNLESS": -141, "UP": -141,
    },
    {
        "AND": -142, "AT": -142, "BECAUSE": -142, "BY": -142, "COLON": -142, "COMMA": -142, "ELSE": -142,
        "FOR": -142, "IMPLIES": -142, "LESSTHAN": -142, "MINUS": -142, "MORETHAN": -142, "OR": -142,
        "OVER": -142, "PLUS": -142, "RBRACE": -142, "RPAR": -142, "RSQB": -142, "SEMICOLON": -142,
        "SLASH": -142, "STAR": -142, "STARTS": -142, "THEN": -142, "TICKS": -142, "TIES": -142,
        "TRACES": -142, "UNLESS": -142, "UP": -142, "__ANON_3": -142, "__ANON_4": -142, "__ANON_5": -142,
        "__ANON_6": -142,
    },
    {
        "ALL": -143, "ANY": -143, "COUNT": -143, "FALSE": -143, "LAST": -143, "LPAR": -143, "MAX": -143,
        "MIN": -143, "MINUS": -143, "NAME": -143, "NUMBER": -143, "STRING": -143, "SUM": -143,
        "TRUE": -143,
    },
    {
        "ALL": -144, "ANY": -144, "COUNT": -144, "FALSE": -144, "LAST": -144, "LPAR": -144, "MAX": -144,
        "MIN": -144, "MINUS": -144, "NAME": -144, "NUMBER": -144, "STRING": -144, "SUM": -144,
        "TRUE": -144,
    },
    {
        "ALL": -145, "ANY": -145, "COUNT": -145, "FALSE": -145, "LAST": -145, "LPAR": -145, "MAX": -145,
        "MIN": -145, "MINUS": -145, "NAME": -145, "NUMBER": -145, "STRING": -145, "SUM": -145,
        "TRUE": -145,
    },
    {
        "ALL": -146, "ANY": -146, "COUNT": -146, "FALSE": -146, "LAST": -146, "LPAR": -146, "MAX": -146,
        "MIN": -146, "MINUS": -146, "NAME": -146, "NUMBER": -146, "STRING": -146, "SUM": -146,
        "TRUE": -146,
    },
    {
        "ALL": -147, "ANY": -147, "COUNT": -147, "FALSE": -147, "LAST": -147, "LPAR": -147, "MAX": -147,
        "MIN": -147, "MINUS": -147, "NAME": -147, "NUMBER": -147, "STRING": -147, "SUM": -147,
        "TRUE": -147,
    },
    {
        "ALL": -148, "ANY": -148, "COUNT": -148, "FALSE": -148, "LAST": -148, "LPAR": -148, "MAX": -148,
        "MIN": -148, "MINUS": -148, "NAME": -148, "NUMBER": -148, "STRING": -148, "SUM": -148,
        "TRUE": -148,
    },
    {
        "IN": 467,
    },
    {
        "NAME": -149, "RBRACE": -149,
    },
    {
        "ALL": 206, "ANY": 207, "COUNT": 208, "FALSE": 209, "IF": 210, "LAST": 211, "LPAR": 213,
        "MAX": 215, "MIN": 216, "MINUS": 217, "NAME": 218, "NOT": 219, "NUMBER": 220, "RPAR": 470,
        "STRING": 221, "SUM": 222, "TRUE": 223,
    },
    {
        "ALLOWED": -150, "AND": -150, "AT": -150, "BECAUSE": -150, "BY": -150, "COLON": -150,
        "COMMA": -150, "DENIED": -150, "DOT": 423, "ELSE": -150, "EQUAL": -150, "FOR": -150, "FROM": -150,
        "HELD": -150, "IMPLIES": -150, "INVALID": -150, "KEY": -150, "LBRACE": -150, "LESSTHAN": -150,
        "MINUS": -150, "MORETHAN": -150, "OPTIONAL": -150, "OR": -150, "OVER": -150, "PLUS": -150,
        "RBRACE": -150, "RPAR": -150, "RSQB": -150, "SEMICOLON": -150, "SLASH": -150, "STAR": -150,
        "STARTS": -150, "THEN": -150, "TICKS": -150, "TIES": -150, "TRACES": -150, "UNLESS": -150,
        "UP": -150, "WHERE": -150, "__ANON_1": -150, "__ANON_3": -150, "__ANON_4": -150, "__ANON_5": -150,
        "__ANON_6": -150,
    },
    {
        "SATISFIES": -151, "SEMICOLON": -151,
    },
    {
        "SEMICOLON": -152,
    },
    {
        "BEHAVIOR_GRAPH": -153, "BEHAVIOR_TREE": -153, "BUNDLE": -153, "CLAIM": -153, "CONST": -153,
        "CONSTANTS": -153, "CONTROL": -153, "DUTY": -153, "ENTITY": -153, "ENUM": -153, "GRAPH": -153,
        "HAZARD": -153, "LEXICON": -153, "MACHINE": -153, "MODEL": -153, "POLICY": -153, "RBRACE": -153,
        "REQUIREMENT": -153, "ROLE": -153, "SERVICE": -153, "TEST": -153, "TYPE": -153, "UNIT": -153,
        "USE": -153, "WAIVE": -153,
    },
    {
        "SEMICOLON": 473,
    },
    {
        "BEHAVIOR_GRAPH": -154, "BEHAVIOR_TREE": -154, "BUNDLE": -154, "CLAIM": -154, "CONST": -154,
        "CONSTANTS": -154, "CONTROL": -154, "DUTY": -154, "ENTITY": -154, "ENUM": -154, "GRAPH": -154,
        "HAZARD": -154, "LEXICON": -154, "MACHINE": -154, "MODEL": -154, "POLICY": -154, "RBRACE": -154,
        "REQUIREMENT": -154, "ROLE": -154, "SERVICE": -154, "TEST": -154, "TYPE": -154, "UNIT": -154,
        "USE": -154, "WAIVE": -154,
    },
    {
        "EVENT": 474, "FORBID": 475, "INCLUDE": 476, "RBRACE": 477, "REQUIRE": 478,
    },
    {
        "KEY": 482, "SEMICOLON": 483,
    },
    {
        "NAME": 130, "RBRACE": 485,
    },
    {
        "BEHAVIOR_GRAPH": -155, "BEHAVIOR_TREE": -155, "BUNDLE": -155, "CLAIM": -155, "CONST": -155,
        "CONSTANTS": -155, "CONTROL": -155, "DUTY": -155, "ENTITY": -155, "ENUM": -155, "GRAPH": -155,
        "HAZARD": -155, "LEXICON": -155, "MACHINE": -155, "MODEL": -155, "POLICY": -155, "RBRACE": -155,
        "REQUIREMENT": -155, "ROLE": -155, "SERVICE": -155, "TEST": -155, "TYPE": -155, "UNIT": -155,
        "USE": -155, "WAIVE": -155,
    },
    {
        "LBRACE": 487,
    },
    {
        "BEHAVIOR_GRAPH": -156, "BEHAVIOR_TREE": -156, "BUNDLE": -156, "CLAIM": -156, "CONST": -156,
        "CONSTANTS": -156, "CONTROL": -156, "DUTY": -156, "ENTITY": -156, "ENUM": -156, "GRAPH": -156,
        "HAZARD": -156, "LEXICON": -156, "MACHINE": -156, "MODEL": -156, "POLICY": -156, "RBRACE": -156,
        "REQUIREMENT": -156, "ROLE": -156, "SERVICE": -156, "TEST": -156, "TYPE": -156, "UNIT": -156,
        "USE": -156, "WAIVE": -156,
    },
    {
        "CLAIM": 143, "INPUT": 144, "LEMMA": 145, "LET": 146, "NAME": 147, "NODE": 148, "RBRACE": 488,
        "START": 150,
    },
    {
        "AFTER": 491, "ALWAYS": 492, "NEVER": 493, "REACHABLE": 494, "STRING": 112, "WITHIN": 495,
    },
    {
        "NAME": 500,
    },
    {
        "CLAIM": -157, "INPUT": -157, "LEMMA": -157, "LET": -157, "NAME": -157, "NODE": -157,
        "RBRACE": -157, "START": -157,
    },
    {
        "AT": -39, "SEMICOLON": -39, "WHEN": -39, "__ANON_2": -39,
    },
    {
        "AT": -40, "SEMICOLON": -40, "WHEN": -40, "__ANON_2": -40,
    },
    {
        "AT": -41, "SEMICOLON": -41, "WHEN": -41, "__ANON_2": -41,
    },
    {
        "AT": -42, "SEMICOLON": -42, "WHEN": -42, "__ANON_2": -42,
    },
    {
        "AT": -44, "SEMICOLON": -44, "WHEN": -44, "__ANON_2": -44,
    },
    {
        "AT": -46, "SEMICOLON": -46, "WHEN": -46, "__ANON_2": -46,
    },
    {
        "AT": -158, "SEMICOLON": -158, "WHEN": -158, "__ANON_2": -158,
    },
    {
        "MOST": 501,
    },
    {
        "CLAIM": -159, "INPUT": -159, "LEMMA": -159, "LET": -159, "NAME": -159, "NODE": -159,
        "RBRACE": -159, "START": -159,
    },
    {
        "AT": -160, "SEMICOLON": -160, "WHEN": -160, "__ANON_2": -160,
    },
    {
        "SEMICOLON": 503,
    },
    {
        "AT": 390, "SEMICOLON": 504,
    },
    {
        "PROBABILITY": 506,
    },
    {
        "NAME": 507,
    },
    {
        "NAME": 262,
    },
    {
        "NAME": 508,
    },
    {
        "NAME": 264,
    },
    {
        "NAME": 509,
    },
    {
        "NAME": 510,
    },
    {
        "NAME": 511,
    },
    {
        "NAME": 512,
    },
    {
        "BEHAVIOR_GRAPH": -161, "BEHAVIOR_TREE": -161, "BUNDLE": -161, "CLAIM": -161, "CONST": -161,
        "CONSTANTS": -161, "CONTROL": -161, "DUTY": -161, "ENTITY": -161, "ENUM": -161, "GRAPH": -161,
        "HAZARD": -161, "LEXICON": -161, "MACHINE": -161, "MODEL": -161, "POLICY": -161, "RBRACE": -161,
        "REQUIREMENT": -161, "ROLE": -161, "SERVICE": -161, "TEST": -161, "TYPE": -161, "UNIT": -161,
        "USE": -161, "WAIVE": -161,
    },
    {
        "NAME": 513,
    },
    {
        "NAME": 514,
    },
    {
        "NAME": 515,
    },
    {
        "CLAIM": 397, "INPUT": 398, "LEMMA": 399, "LET": 400, "NEXT": 401, "OUTPUT": 402, "PARAM": 403,
        "PART": 404, "RBRACE": 516, "STATE": 406, "TIMER": 407, "WINDOW": 408,
    },
    {
        "CLAIM": -162, "INPUT": -162, "LEMMA": -162, "LET": -162, "NEXT": -162, "OUTPUT": -162,
        "PARAM": -162, "PART": -162, "RBRACE": -162, "STATE": -162, "TIMER": -162, "WINDOW": -162,
    },
    {
        "CLAIM": -163, "INPUT": -163, "LEMMA": -163, "LET": -163, "NEXT": -163, "OUTPUT": -163,
        "PARAM": -163, "PART": -163, "RBRACE": -163, "STATE": -163, "TIMER": -163, "WINDOW": -163,
    },
    {
        "CLAIM": -164, "INPUT": -164, "LEMMA": -164, "LET": -164, "NEXT": -164, "OUTPUT": -164,
        "PARAM": -164, "PART": -164, "RBRACE": -164, "STATE": -164, "TIMER": -164, "WINDOW": -164,
    },
    {
        "CLAIM": 397, "INPUT": 398, "LEMMA": 399, "LET": 400, "NEXT": 401, "OUTPUT": 402, "PARAM": 403,
        "PART": 404, "RBRACE": 518, "STATE": 406, "TIMER": 407, "WINDOW": 408,
    },
    {
        "EVENT": 474, "FORBID": 475, "INCLUDE": 476, "RBRACE": 520, "REQUIRE": 478,
    },
    {
        "NAME": 522, "SEMICOLON": 523, "TRACES": 524,
    },
    {
        "DECIMAL": 114, "ENUM": 115, "INT": 116, "LIST": 117, "MANY": 118, "NAME": 119, "REF": 120,
        "RPAR": 527,
    },
    {
        "EQUAL": 529,
    },
    {
        "LPAR": 530,
    },
    {
        "EXPECT": -165, "RBRACE": -165,
    },
    {
        "BEHAVIOR_GRAPH": -166, "BEHAVIOR_TREE": -166, "BUNDLE": -166, "CLAIM": -166, "CONST": -166,
        "CONSTANTS": -166, "CONTROL": -166, "DUTY": -166, "ENTITY": -166, "ENUM": -166, "GRAPH": -166,
        "HAZARD": -166, "LEXICON": -166, "MACHINE": -166, "MODEL": -166, "POLICY": -166, "RBRACE": -166,
        "REQUIREMENT": -166, "ROLE": -166, "SERVICE": -166, "TEST": -166, "TYPE": -166, "UNIT": -166,
        "USE": -166, "WAIVE": -166,
    },
    {
        "SEMICOLON": 531,
    },
    {
        "ALLOWED": -167, "AND": -167, "AT": -167, "BECAUSE": -167, "BY": -167, "COLON": -167,
        "COMMA": -167, "DENIED": -167, "DOT": -167, "ELSE": -167, "EQUAL": -167, "FOR": -167, "FROM": -167,
        "HELD": -167, "IMPLIES": -167, "INVALID": -167, "KEY": -167, "LBRACE": -167, "LESSTHAN": -167,
        "MINUS": -167, "MORETHAN": -167, "OPTIONAL": -167, "OR": -167, "OVER": -167, "PLUS": -167,
        "RBRACE": -167, "RPAR": -167, "RSQB": -167, "SEMICOLON": -167, "SLASH": -167, "STAR": -167,
        "STARTS": -167, "THEN": -167, "TICKS": -167, "TIES": -167, "TRACES": -167, "UNLESS": -167,
        "UP": -167, "WHERE": -167, "__ANON_1": -167, "__ANON_3": -167, "__ANON_4": -167, "__ANON_5": -167,
        "__ANON_6": -167,
    },
    {
        "NAME": 532,
    },
    {
        "UNTIL": 533,
    },
    {
        "STRING": -168,
    },
    {
        "STRING": -169,
    },
    {
        "RBRACE": -170,
    },
    {
        "BRANCH": 425, "NODE": 426, "RBRACE": 534,
    },
    {
        "BRANCH": -171, "NODE": -171, "RBRACE": -171,
    },
    {
        "STRING": 536,
    },
    {
        "FOR": 194,
    },
    {
        "BECAUSE": -172, "COMMA": -172, "NAME": -172, "SEMICOLON": -172,
    },
    {
        "NAME": 538,
    },
    {
        "AFTER": -173, "ALWAYS": -173, "AVOIDS": -173, "COMMA": -173, "ENTERS": -173, "FOR": -173,
        "MITIGATES": -173, "NAME": -173, "NEVER": -173, "PLUS": -173, "REACHABLE": -173, "SATISFIES": -173,
        "SEMICOLON": -173, "SEVERITY": -173, "TERMINATES": -173, "TRACES": -173, "UNTIL": -173,
        "WITHIN": -173,
    },
    {
        "HOLDS": 539,
    },
    {
        "SEMICOLON": 540, "TRACES": 524,
    },
    {
        "ALLOWED": -174, "BY": -174, "COMMA": -174, "DENIED": -174, "EQUAL": -174, "FROM": -174,
        "HELD": -174, "INVALID": -174, "KEY": -174, "LBRACE": -174, "MORETHAN": -174, "OPTIONAL": -174,
        "RPAR": -174, "SEMICOLON": -174, "__ANON_1": -174,
    },
    {
        "__ANON_1": 543,
    },
    {
        "STRING": 544,
    },
    {
        "COMMA": 545, "RSQB": -175, "SATISFIES": -175, "SEMICOLON": -175,
    },
    {
        "EQUAL": -176, "FROM": -176, "HELD": -176, "INVALID": -176, "KEY": -176, "LBRACE": -176,
        "MORETHAN": -176, "OPTIONAL": 546, "RPAR": -176, "SEMICOLON": -176,
    },
    {
        "EQUAL": -177, "FROM": -177, "HELD": -177, "INVALID": -177, "KEY": -177, "LBRACE": -177,
        "MORETHAN": -177, "OPTIONAL": 548, "RPAR": -177, "SEMICOLON": -177,
    },
    {
        "UP": 549,
    },
    {
        "SEMICOLON": 550,
    },
    {
        "RSQB": 551,
    },
    {
        "ALL": 206, "ANY": 207, "COUNT": 208, "FALSE": 209, "IF": 210, "LAST": 211, "LBRACE": 212,
        "LPAR": 213, "LSQB": 214, "MAX": 215, "MIN": 216, "MINUS": 217, "NAME": 218, "NOT": 219,
        "NUMBER": 220, "RSQB": 552, "STRING": 221, "SUM": 222, "TRUE": 223,
    },
    {
        "ALL": 311, "ANY": 312, "COUNT": 313, "LAST": 314, "LPAR": 213, "MAX": 315, "MIN": 316,
        "NAME": 218, "SUM": 319,
    },
    {
        "NAME": 335,
    },
    {
        "COMMA": 559, "RBRACE": -178,
    },
    {
        "COMMA": -179, "RBRACE": -179, "RSQB": -179, "SEMICOLON": -179,
    },
    {
        "AND": -180, "AT": -180, "BECAUSE": -180, "BY": -180, "COLON": -180, "COMMA": -180, "ELSE": -180,
        "FOR": -180, "IMPLIES": -180, "LESSTHAN": -180, "MINUS": -180, "MORETHAN": -180, "OR": -180,
        "OVER": -180, "PLUS": -180, "RBRACE": -180, "RPAR": -180, "RSQB": -180, "SEMICOLON": -180,
        "SLASH": -180, "STAR": -180, "STARTS": -180, "THEN": -180, "TICKS": -180, "TIES": -180,
        "TRACES": -180, "UNLESS": -180, "UP": -180, "WHERE": -180, "__ANON_3": -180, "__ANON_4": -180,
        "__ANON_5": -180, "__ANON_6": -180,
    },
    {
        "COMMA": 561, "RSQB": -181,
    },
    {
        "COMMA": -182, "RBRACE": -182, "RSQB": -182, "SEMICOLON": -182,
    },
    {
        "AND": -183, "AT": -183, "BECAUSE": -183, "BY": -183, "COLON": -183, "COMMA": -183, "ELSE": -183,
        "FOR": -183, "IMPLIES": -183, "LESSTHAN": -183, "MINUS": -183, "MORETHAN": -183, "OR": -183,
        "OVER": -183, "PLUS": -183, "RBRACE": -183, "RPAR": -183, "RSQB": -183, "SEMICOLON": -183,
        "SLASH": 359, "STAR": 360, "STARTS": -183, "THEN": -183, "TICKS": -183, "TIES": -183,
        "TRACES": -183, "UNLESS": -183, "UP": -183, "__ANON_3": -183, "__ANON_4": -183, "__ANON_5": -183,
        "__ANON_6": -183,
    },
    {
        "AND": -184, "AT": -184, "BECAUSE": -184, "BY": -184, "COLON": -184, "COMMA": -184, "ELSE": -184,
        "FOR": -184, "IMPLIES": -184, "LESSTHAN": -184, "MINUS": -184, "MORETHAN": -184, "OR": -184,
        "OVER": -184, "PLUS": -184, "RBRACE": -184, "RPAR": -184, "RSQB": -184, "SEMICOLON": -184,
        "SLASH": 359, "STAR": 360, "STARTS": -184, "THEN": -184, "TICKS": -184, "TIES": -184,
        "TRACES": -184, "UNLESS": -184, "UP": -184, "__ANON_3": -184, "__ANON_4": -184, "__ANON_5": -184,
        "__ANON_6": -184,
    },
    {
        "AND": -185, "AT": -185, "BECAUSE": -185, "BY": -185, "COLON": -185, "COMMA": -185, "ELSE": -185,
        "FOR": -185, "IMPLIES": -185, "MINUS": 347, "OR": -185, "OVER": -185, "PLUS": 349, "RBRACE": -185,
        "RPAR": -185, "RSQB": -185, "SEMICOLON": -185, "STARTS": -185, "THEN": -185, "TICKS": -185,
        "TIES": -185, "TRACES": -185, "UNLESS": -185, "UP": -185,
    },
    {
        "AND": -186, "AT": -186, "BECAUSE": -186, "BY": -186, "COLON": -186, "COMMA": -186, "ELSE": -186,
        "FOR": -186, "IMPLIES": -186, "OR": -186, "OVER": -186, "RBRACE": -186, "RPAR": -186, "RSQB": -186,
        "SEMICOLON": -186, "STARTS": -186, "THEN": -186, "TICKS": -186, "TIES": -186, "TRACES": -186,
        "UNLESS": -186, "UP": -186,
    },
    {
        "AT": -187, "BECAUSE": -187, "BY": -187, "COLON": -187, "COMMA": -187, "ELSE": -187, "FOR": -187,
        "OVER": -187, "RBRACE": -187, "RPAR": -187, "RSQB": -187, "SEMICOLON": -187, "STARTS": -187,
        "THEN": -187, "TICKS": -187, "TIES": -187, "TRACES": -187, "UNLESS": -187, "UP": -187,
    },
    {
        "AND": 355, "AT": -188, "BECAUSE": -188, "BY": -188, "COLON": -188, "COMMA": -188, "ELSE": -188,
        "FOR": -188, "IMPLIES": -188, "OR": -188, "OVER": -188, "RBRACE": -188, "RPAR": -188, "RSQB": -188,
        "SEMICOLON": -188, "STARTS": -188, "THEN": -188, "TICKS": -188, "TIES": -188, "TRACES": -188,
        "UNLESS": -188, "UP": -188,
    },
    {
        "AND": -189, "AT": -189, "BECAUSE": -189, "BY": -189, "COLON": -189, "COMMA": -189, "ELSE": -189,
        "FOR": -189, "IMPLIES": -189, "LESSTHAN": -189, "MINUS": -189, "MORETHAN": -189, "OR": -189,
        "OVER": -189, "PLUS": -189, "RBRACE": -189, "RPAR": -189, "RSQB": -189, "SEMICOLON": -189,
        "SLASH": -189, "STAR": -189, "STARTS": -189, "THEN": -189, "TICKS": -189, "TIES": -189,
        "TRACES": -189, "UNLESS": -189, "UP": -189, "__ANON_3": -189, "__ANON_4": -189, "__ANON_5": -189,
        "__ANON_6": -189,
    },
    {
        "AND": -190, "AT": -190, "BECAUSE": -190, "BY": -190, "COLON": -190, "COMMA": -190, "ELSE": -190,
        "FOR": -190, "IMPLIES": -190, "LESSTHAN": -190, "MINUS": -190, "MORETHAN": -190, "OR": -190,
        "OVER": -190, "PLUS": -190, "RBRACE": -190, "RPAR": -190, "RSQB": -190, "SEMICOLON": -190,
        "SLASH": -190, "STAR": -190, "STARTS": -190, "THEN": -190, "TICKS": -190, "TIES": -190,
        "TRACES": -190, "UNLESS": -190, "UP": -190, "__ANON_3": -190, "__ANON_4": -190, "__ANON_5": -190,
        "__ANON_6": -190,
    },
    {
        "AND": -191, "AT": -191, "BECAUSE": -191, "BY": -191, "COLON": -191, "COMMA": -191, "ELSE": -191,
        "FOR": -191, "IMPLIES": -191, "LESSTHAN": -191, "MINUS": -191, "MORETHAN": -191, "OR": -191,
        "OVER": -191, "PLUS": -191, "RBRACE": -191, "RPAR": -191, "RSQB": -191, "SEMICOLON": -191,
        "SLASH": -191, "STAR": -191, "STARTS": -191, "THEN": -191, "TICKS": -191, "TIES": -191,
        "TRACES": -191, "UNLESS": -191, "UP": -191, "WHERE": -191, "__ANON_3": -191, "__ANON_4": -191,
        "__ANON_5": -191, "__ANON_6": -191,
    },
    {
        "RPAR": 563,
    },
    {
        "COMMA": 564, "RPAR": -192,
    },
    {
        "BEHAVIOR_GRAPH": -193, "BEHAVIOR_TREE": -193, "BUNDLE": -193, "CLAIM": -193, "CONST": -193,
        "CONSTANTS": -193, "CONTROL": -193, "DUTY": -193, "ENTITY": -193, "ENUM": -193, "GRAPH": -193,
        "HAZARD": -193, "LEXICON": -193, "MACHINE": -193, "MODEL": -193, "POLICY": -193, "RBRACE": -193,
        "REQUIREMENT": -193, "ROLE": -193, "SERVICE": -193, "TEST": -193, "TYPE": -193, "UNIT": -193,
        "USE": -193, "WAIVE": -193,
    },
    {
        "FORBID": 475, "REQUIRE": 478,
    },
    {
        "ALL": -194, "ANY": -194, "COUNT": -194, "FALSE": -194, "IF": -194, "LAST": -194, "LPAR": -194,
        "MAX": -194, "MIN": -194, "MINUS": -194, "NAME": -194, "NOT": -194, "NUMBER": -194, "STRING": -194,
        "SUM": -194, "TRUE": -194,
    },
    {
        "NAME": 567,
    },
    {
        "BEHAVIOR_GRAPH": -195, "BEHAVIOR_TREE": -195, "BUNDLE": -195, "CLAIM": -195, "CONST": -195,
        "CONSTANTS": -195, "CONTROL": -195, "DUTY": -195, "ENTITY": -195, "ENUM": -195, "GRAPH": -195,
        "HAZARD": -195, "LEXICON": -195, "MACHINE": -195, "MODEL": -195, "POLICY": -195, "RBRACE": -195,
        "REQUIREMENT": -195, "ROLE": -195, "SERVICE": -195, "TEST": -195, "TYPE": -195, "UNIT": -195,
        "USE": -195, "WAIVE": -195,
    },
    {
        "ALL": -196, "ANY": -196, "COUNT": -196, "FALSE": -196, "IF": -196, "LAST": -196, "LPAR": -196,
        "MAX": -196, "MIN": -196, "MINUS": -196, "NAME": -196, "NOT": -196, "NUMBER": -196, "STRING": -196,
        "SUM": -196, "TRUE": -196,
    },
    {
        "EVENT": 474, "FORBID": 475, "INCLUDE": 476, "RBRACE": 568, "REQUIRE": 478,
    },
    {
        "EVENT": -197, "FORBID": -197, "INCLUDE": -197, "RBRACE": -197, "REQUIRE": -197,
    },
    {
        "SEMICOLON": 571,
    },
    {
        "NAME": -198, "RBRACE": -198,
    },
    {
        "KEY": 572, "SEMICOLON": 573,
    },
    {
        "BEHAVIOR_GRAPH": -199, "BEHAVIOR_TREE": -199, "BUNDLE": -199, "CLAIM": -199, "CONST": -199,
        "CONSTANTS": -199, "CONTROL": -199, "DUTY": -199, "ENTITY": -199, "ENUM": -199, "GRAPH": -199,
        "HAZARD": -199, "LEXICON": -199, "MACHINE": -199, "MODEL": -199, "POLICY": -199, "RBRACE": -199,
        "REQUIREMENT": -199, "ROLE": -199, "SERVICE": -199, "TEST": -199, "TYPE": -199, "UNIT": -199,
        "USE": -199, "WAIVE": -199,
    },
    {
        "NAME": 130, "RBRACE": 574,
    },
    {
        "NAME": 130, "RBRACE": 575,
    },
    {
        "BEHAVIOR_GRAPH": -200, "BEHAVIOR_TREE": -200, "BUNDLE": -200, "CLAIM": -200, "CONST": -200,
        "CONSTANTS": -200, "CONTROL": -200, "DUTY": -200, "ENTITY": -200, "ENUM": -200, "GRAPH": -200,
        "HAZARD": -200, "LEXICON": -200, "MACHINE": -200, "MODEL": -200, "POLICY": -200, "RBRACE": -200,
        "REQUIREMENT": -200, "ROLE": -200, "SERVICE": -200, "TEST": -200, "TYPE": -200, "UNIT": -200,
        "USE": -200, "WAIVE": -200,
    },
    {
        "AFTER": 491, "ALWAYS": 492, "AVOIDS": 577, "ENTERS": 578, "NEVER": 493, "REACHABLE": 494,
        "TERMINATES": 579, "WITHIN": 495,
    },
    {
        "FROM": 582, "HELD": 583, "INVALID": 584, "SEMICOLON": 585,
    },
    {
        "ALL": -201, "ANY": -201, "COUNT": -201, "FALSE": -201, "IF": -201, "LAST": -201, "LPAR": -201,
        "MAX": -201, "MIN": -201, "MINUS": -201, "NAME": -201, "NOT": -201, "NUMBER": -201, "STRING": -201,
        "SUM": -201, "TRUE": -201,
    },
    {
        "ALL": -202, "ANY": -202, "COUNT": -202, "FALSE": -202, "IF": -202, "LAST": -202, "LPAR": -202,
        "MAX": -202, "MIN": -202, "MINUS": -202, "NAME": -202, "NOT": -202, "NUMBER": -202, "STRING": -202,
        "SUM": -202, "TRUE": -202,
    },
    {
        "ALL": -203, "ANY": -203, "COUNT": -203, "FALSE": -203, "IF": -203, "LAST": -203, "LPAR": -203,
        "MAX": -203, "MIN": -203, "MINUS": -203, "NAME": -203, "NOT": -203, "NUMBER": -203, "STRING": -203,
        "SUM": -203, "TRUE": -203,
    },
    {
        "SEMICOLON": 591, "TRACES": 524,
    },
    {
        "AFTER": 491, "ALWAYS": 492, "NEVER": 493, "REACHABLE": 494, "WITHIN": 495,
    },
    {
        "SEMICOLON": 594,
    },
    {
        "LASTS": 595, "NEEDS": 596, "SEMICOLON": 597, "UNLESS": 598,
    },
    {
        "NUMBER": 602,
    },
    {
        "AT": -204, "SEMICOLON": -204,
    },
    {
        "CLAIM": -205, "INPUT": -205, "LEMMA": -205, "LET": -205, "NAME": -205, "NODE": -205,
        "RBRACE": -205, "START": -205,
    },
    {
        "CLAIM": -206, "INPUT": -206, "LEMMA": -206, "LET": -206, "NAME": -206, "NODE": -206,
        "RBRACE": -206, "START": -206,
    },
    {
        "SEMICOLON": 603,
    },
    {
        "NAME": 604,
    },
    {
        "COLON": 605,
    },
    {
        "COLON": 606,
    },
    {
        "EQUAL": 607,
    },
    {
        "COLON": 608,
    },
    {
        "COLON": 609,
    },
    {
        "COLON": 610,
    },
    {
        "COLON": 611,
    },
    {
        "OF": 612, "SINCE": 613,
    },
    {
        "OF": 614,
    },
    {
        "BEHAVIOR_GRAPH": -207, "BEHAVIOR_TREE": -207, "BUNDLE": -207, "CLAIM": -207, "CONST": -207,
        "CONSTANTS": -207, "CONTROL": -207, "DUTY": -207, "ENTITY": -207, "ENUM": -207, "GRAPH": -207,
        "HAZARD": -207, "LEXICON": -207, "MACHINE": -207, "MODEL": -207, "POLICY": -207, "RBRACE": -207,
        "REQUIREMENT": -207, "ROLE": -207, "SERVICE": -207, "TEST": -207, "TYPE": -207, "UNIT": -207,
        "USE": -207, "WAIVE": -207,
    },
    {
        "CLAIM": -208, "INPUT": -208, "LEMMA": -208, "LET": -208, "NEXT": -208, "OUTPUT": -208,
        "PARAM": -208, "PART": -208, "RBRACE": -208, "STATE": -208, "TIMER": -208, "WINDOW": -208,
    },
    {
        "BEHAVIOR_GRAPH": -209, "BEHAVIOR_TREE": -209, "BUNDLE": -209, "CLAIM": -209, "CONST": -209,
        "CONSTANTS": -209, "CONTROL": -209, "DUTY": -209, "ENTITY": -209, "ENUM": -209, "GRAPH": -209,
        "HAZARD": -209, "LEXICON": -209, "MACHINE": -209, "MODEL": -209, "POLICY": -209, "RBRACE": -209,
        "REQUIREMENT": -209, "ROLE": -209, "SERVICE": -209, "TEST": -209, "TYPE": -209, "UNIT": -209,
        "USE": -209, "WAIVE": -209,
    },
    {
        "CLAIM": 397, "INPUT": 398, "LEMMA": 399, "LET": 400, "NEXT": 401, "OUTPUT": 402, "PARAM": 403,
        "PART": 404, "RBRACE": 615, "STATE": 406, "TIMER": 407, "WINDOW": 408,
    },
    {
        "BEHAVIOR_GRAPH": -210, "BEHAVIOR_TREE": -210, "BUNDLE": -210, "CLAIM": -210, "CONST": -210,
        "CONSTANTS": -210, "CONTROL": -210, "DUTY": -210, "ENTITY": -210, "ENUM": -210, "GRAPH": -210,
        "HAZARD": -210, "LEXICON": -210, "MACHINE": -210, "MODEL": -210, "POLICY": -210, "RBRACE": -210,
        "REQUIREMENT": -210, "ROLE": -210, "SERVICE": -210, "TEST": -210, "TYPE": -210, "UNIT": -210,
        "USE": -210, "WAIVE": -210,
    },
    {
        "EVENT": 474, "FORBID": 475, "INCLUDE": 476, "RBRACE": 616, "REQUIRE": 478,
    },
    {
        "WHEN": 617,
    },
    {
        "MAY": -211, "RBRACE": -211,
    },
    {
        "SEMICOLON": 619, "TRACES": 524,
    },
    {
        "SEMICOLON": 621,
    },
    {
        "__ANON_2": 622,
    },
    {
        "RPAR": 623,
    },
    {
        "LBRACE": 212,
    },
    {
        "NAME": 625,
    },
    {
        "BEHAVIOR_GRAPH": -212, "BEHAVIOR_TREE": -212, "BUNDLE": -212, "CLAIM": -212, "CONST": -212,
        "CONSTANTS": -212, "CONTROL": -212, "DUTY": -212, "ENTITY": -212, "ENUM": -212, "GRAPH": -212,
        "HAZARD": -212, "LEXICON": -212, "MACHINE": -212, "MODEL": -212, "POLICY": -212, "RBRACE": -212,
        "REQUIREMENT": -212, "ROLE": -212, "SERVICE": -212, "TEST": -212, "TYPE": -212, "UNIT": -212,
        "USE": -212, "WAIVE": -212,
    },
    {
        "ALLOWED": -213, "AND": -213, "AT": -213, "BECAUSE": -213, "BY": -213, "COLON": -213,
        "COMMA": -213, "DENIED": -213, "DOT": -213, "ELSE": -213, "EQUAL": -213, "FOR": -213, "FROM": -213,
        "HELD": -213, "IMPLIES": -213, "INVALID": -213, "KEY": -213, "LBRACE": -213, "LESSTHAN": -213,
        "MINUS": -213, "MORETHAN": -213, "OPTIONAL": -213, "OR": -213, "OVER": -213, "PLUS": -213,
        "RBRACE": -213, "RPAR": -213, "RSQB": -213, "SEMICOLON": -213, "SLASH": -213, "STAR": -213,
        "STARTS": -213, "THEN": -213, "TICKS": -213, "TIES": -213, "TRACES": -213, "UNLESS": -213,
        "UP": -213, "WHERE": -213, "__ANON_1": -213, "__ANON_3": -213, "__ANON_4": -213, "__ANON_5": -213,
        "__ANON_6": -213,
    },
    {
        "STRING": 626,
    },
    {
        "RBRACE": -214,
    },
    {
        "BRANCH": -215, "NODE": -215, "RBRACE": -215,
    },
    {
        "LBRACE": 627, "__ANON_2": 628,
    },
    {
        "SEMICOLON": 629, "TRACES": 524,
    },
    {
        "BECAUSE": -216, "COMMA": -216, "NAME": -216, "SEMICOLON": -216,
    },
    {
        "BEHAVIOR_GRAPH": -217, "BEHAVIOR_TREE": -217, "BUNDLE": -217, "CLAIM": -217, "CONST": -217,
        "CONSTANTS": -217, "CONTROL": -217, "DUTY": -217, "ENTITY": -217, "ENUM": -217, "GRAPH": -217,
        "HAZARD": -217, "LEXICON": -217, "MACHINE": -217, "MODEL": -217, "POLICY": -217, "RBRACE": -217,
        "REQUIREMENT": -217, "ROLE": -217, "SERVICE": -217, "TEST": -217, "TYPE": -217, "UNIT": -217,
        "USE": -217, "WAIVE": -217,
    },
    {
        "SEMICOLON": 632,
    },
    {
        "BY": 633, "EQUAL": -218, "FROM": -218, "HELD": -218, "INVALID": -218, "KEY": -218, "LBRACE": -218,
        "MORETHAN": -218, "OPTIONAL": 634, "RPAR": -218, "SEMICOLON": -218,
    },
    {
        "COMMA": -219, "RSQB": -219, "SATISFIES": -219, "SEMICOLON": -219,
    },
    {
        "STRING": 636,
    },
    {
        "EQUAL": -220, "FROM": -220, "HELD": -220, "INVALID": -220, "KEY": -220, "LBRACE": -220,
        "MORETHAN": -220, "RPAR": -220, "SEMICOLON": -220,
    },
    {
        "EQUAL": -221, "FROM": -221, "HELD": -221, "INVALID": -221, "KEY": -221, "LBRACE": -221,
        "MORETHAN": -221, "OPTIONAL": 637, "RPAR": -221, "SEMICOLON": -221,
    },
    {
        "EQUAL": -222, "FROM": -222, "HELD": -222, "INVALID": -222, "KEY": -222, "LBRACE": -222,
        "MORETHAN": -222, "RPAR": -222, "SEMICOLON": -222,
    },
    {
        "TO": 638,
    },
    {
        "BEHAVIOR_GRAPH": -223, "BEHAVIOR_TREE": -223, "BUNDLE": -223, "CLAIM": -223, "CONST": -223,
        "CONSTANTS": -223, "CONTROL": -223, "DUTY": -223, "ENTITY": -223, "ENUM": -223, "GRAPH": -223,
        "HAZARD": -223, "LEXICON": -223, "MACHINE": -223, "MODEL": -223, "POLICY": -223, "RBRACE": -223,
        "REQUIREMENT": -223, "ROLE": -223, "SERVICE": -223, "TEST": -223, "TYPE": -223, "UNIT": -223,
        "USE": -223, "WAIVE": -223,
    },
    {
        "SEMICOLON": 639,
    },
    {
        "SEMICOLON": 640,
    },
    {
        "RSQB": 641,
    },
    {
        "AT": -224, "BECAUSE": -224, "BY": -224, "COLON": -224, "COMMA": -224, "ELSE": -224, "FOR": -224,
        "OVER": -224, "RBRACE": -224, "RPAR": -224, "RSQB": -224, "SEMICOLON": -224, "STARTS": -224,
        "THEN": -224, "TICKS": -224, "TIES": -224, "TRACES": -224, "UNLESS": -224, "UP": -224,
        "WHERE": 642,
    },
    {
        "ELSE": 644,
    },
    {
        "BY": 645, "WHERE": 642,
    },
    {
        "COMMA": -225, "RBRACE": -225,
    },
    {
        "COMMA": -226, "RBRACE": -226,
    },
    {
        "COMMA": -227, "RSQB": -227,
    },
    {
        "COLON": 649, "WHERE": 642,
    },
    {
        "AND": -228, "AT": -228, "BECAUSE": -228, "BY": -228, "COLON": -228, "COMMA": -228, "ELSE": -228,
        "FOR": -228, "IMPLIES": -228, "LESSTHAN": -228, "MINUS": -228, "MORETHAN": -228, "OR": -228,
        "OVER": -228, "PLUS": -228, "RBRACE": -228, "RPAR": -228, "RSQB": -228, "SEMICOLON": -228,
        "SLASH": -228, "STAR": -228, "STARTS": -228, "THEN": -228, "TICKS": -228, "TIES": -228,
        "TRACES": -228, "UNLESS": -228, "UP": -228, "WHERE": -228, "__ANON_3": -228, "__ANON_4": -228,
        "__ANON_5": -228, "__ANON_6": -228,
    },
    {
        "COMMA": 652, "RPAR": -229,
    },
    {
        "LPAR": 654,
    },
    {
        "BEHAVIOR_GRAPH": -230, "BEHAVIOR_TREE": -230, "BUNDLE": -230, "CLAIM": -230, "CONST": -230,
        "CONSTANTS": -230, "CONTROL": -230, "DUTY": -230, "ENTITY": -230, "ENUM": -230, "GRAPH": -230,
        "HAZARD": -230, "LEXICON": -230, "MACHINE": -230, "MODEL": -230, "POLICY": -230, "RBRACE": -230,
        "REQUIREMENT": -230, "ROLE": -230, "SERVICE": -230, "TEST": -230, "TYPE": -230, "UNIT": -230,
        "USE": -230, "WAIVE": -230,
    },
    {
        "EVENT": -231, "FORBID": -231, "INCLUDE": -231, "RBRACE": -231, "REQUIRE": -231,
    },
    {
        "BECAUSE": 655,
    },
    {
        "NAME": -232, "RBRACE": -232,
    },
    {
        "SEMICOLON": 656,
    },
    {
        "NAME": -233, "RBRACE": -233,
    },
    {
        "BEHAVIOR_GRAPH": -234, "BEHAVIOR_TREE": -234, "BUNDLE": -234, "CLAIM": -234, "CONST": -234,
        "CONSTANTS": -234, "CONTROL": -234, "DUTY": -234, "ENTITY": -234, "ENUM": -234, "GRAPH": -234,
        "HAZARD": -234, "LEXICON": -234, "MACHINE": -234, "MODEL": -234, "POLICY": -234, "RBRACE": -234,
        "REQUIREMENT": -234, "ROLE": -234, "SERVICE": -234, "TEST": -234, "TYPE": -234, "UNIT": -234,
        "USE": -234, "WAIVE": -234,
    },
    {
        "BEHAVIOR_GRAPH": -235, "BEHAVIOR_TREE": -235, "BUNDLE": -235, "CLAIM": -235, "CONST": -235,
        "CONSTANTS": -235, "CONTROL": -235, "DUTY": -235, "ENTITY": -235, "ENUM": -235, "GRAPH": -235,
        "HAZARD": -235, "LEXICON": -235, "MACHINE": -235, "MODEL": -235, "POLICY": -235, "RBRACE": -235,
        "REQUIREMENT": -235, "ROLE": -235, "SERVICE": -235, "TEST": -235, "TYPE": -235, "UNIT": -235,
        "USE": -235, "WAIVE": -235,
    },
    {
        "NAME": 130, "RBRACE": 657,
    },
    {
        "NAME": 658,
    },
    {
        "NAME": 659,
    },
    {
        "SEMICOLON": -236, "TRACES": -236,
    },
    {
        "SEMICOLON": 660, "TRACES": 524,
    },
    {
        "SEMICOLON": -237, "TRACES": -237,
    },
    {
        "STRING": 662,
    },
    {
        "FOR": 663,
    },
    {
        "AS": 664,
    },
    {
        "CLAIM": -238, "INPUT": -238, "LEMMA": -238, "LET": -238, "NAME": -238, "NEXT": -238, "NODE": -238,
        "OUTPUT": -238, "PARAM": -238, "PART": -238, "RBRACE": -238, "START": -238, "STATE": -238,
        "TIMER": -238, "WINDOW": -238,
    },
    {
        "FROM": 665, "SEMICOLON": 666,
    },
    {
        "FROM": 667, "HELD": 583, "SEMICOLON": 668,
    },
    {
        "FOR": 670,
    },
    {
        "AFTER": 671,
    },
    {
        "SEMICOLON": -239, "TRACES": -239,
    },
    {
        "CLAIM": -240, "INPUT": -240, "LEMMA": -240, "LET": -240, "NAME": -240, "NODE": -240,
        "RBRACE": -240, "START": -240,
    },
    {
        "SEMICOLON": 672,
    },
    {
        "SEMICOLON": 673, "TRACES": 524,
    },
    {
        "CLAIM": -241, "INPUT": -241, "LEMMA": -241, "LET": -241, "NAME": -241, "NEXT": -241, "NODE": -241,
        "OUTPUT": -241, "PARAM": -241, "PART": -241, "RBRACE": -241, "START": -241, "STATE": -241,
        "TIMER": -241, "WINDOW": -241,
    },
    {
        "CLAIM": -242, "INPUT": -242, "LEMMA": -242, "LET": -242, "NAME": -242, "NODE": -242,
        "RBRACE": -242, "START": -242,
    },
    {
        "NEEDS": 596, "SEMICOLON": 678, "UNLESS": 598,
    },
    {
        "SEMICOLON": 681, "UNLESS": 598,
    },
    {
        "SEMICOLON": 683,
    },
    {
        "TIMES": 684,
    },
    {
        "CLAIM": -243, "INPUT": -243, "LEMMA": -243, "LET": -243, "NAME": -243, "NODE": -243,
        "RBRACE": -243, "START": -243,
    },
    {
        "SEMICOLON": 685,
    },
    {
        "NAME": 691,
    },
    {
        "NAME": 692,
    },
    {
        "BEHAVIOR_GRAPH": -244, "BEHAVIOR_TREE": -244, "BUNDLE": -244, "CLAIM": -244, "CONST": -244,
        "CONSTANTS": -244, "CONTROL": -244, "DUTY": -244, "ENTITY": -244, "ENUM": -244, "GRAPH": -244,
        "HAZARD": -244, "LEXICON": -244, "MACHINE": -244, "MODEL": -244, "POLICY": -244, "RBRACE": -244,
        "REQUIREMENT": -244, "ROLE": -244, "SERVICE": -244, "TEST": -244, "TYPE": -244, "UNIT": -244,
        "USE": -244, "WAIVE": -244,
    },
    {
        "BEHAVIOR_GRAPH": -245, "BEHAVIOR_TREE": -245, "BUNDLE": -245, "CLAIM": -245, "CONST": -245,
        "CONSTANTS": -245, "CONTROL": -245, "DUTY": -245, "ENTITY": -245, "ENUM": -245, "GRAPH": -245,
        "HAZARD": -245, "LEXICON": -245, "MACHINE": -245, "MODEL": -245, "POLICY": -245, "RBRACE": -245,
        "REQUIREMENT": -245, "ROLE": -245, "SERVICE": -245, "TEST": -245, "TYPE": -245, "UNIT": -245,
        "USE": -245, "WAIVE": -245,
    },
    {
        "SEMICOLON": -246,
    },
    {
        "MAY": -247, "RBRACE": -247,
    },
    {
        "SEMICOLON": 698,
    },
    {
        "MAY": -248, "RBRACE": -248,
    },
    {
        "__ANON_2": 700,
    },
    {
        "SEMICOLON": 701,
    },
    {
        "RPAR": 702,
    },
    {
        "SEMICOLON": 703,
    },
    {
        "BRANCH": 425, "NODE": 426, "RBRACE": 704,
    },
    {
        "FILTER": 706, "NEXT": 707,
    },
    {
        "CLAIM": -249, "FORBID": -249, "RBRACE": -249, "REQUIRED": -249, "__ANON_0": -249,
    },
    {
        "SEMICOLON": 709,
    },
    {
        "SEMICOLON": 710, "TRACES": 524,
    },
    {
        "BEHAVIOR_GRAPH": -250, "BEHAVIOR_TREE": -250, "BUNDLE": -250, "CLAIM": -250, "CONST": -250,
        "CONSTANTS": -250, "CONTROL": -250, "DUTY": -250, "ENTITY": -250, "ENUM": -250, "GRAPH": -250,
        "HAZARD": -250, "LEXICON": -250, "MACHINE": -250, "MODEL": -250, "POLICY": -250, "RBRACE": -250,
        "REQUIREMENT": -250, "ROLE": -250, "SERVICE": -250, "TEST": -250, "TYPE": -250, "UNIT": -250,
        "USE": -250, "WAIVE": -250,
    },
    {
        "EQUAL": -251, "FROM": -251, "HELD": -251, "INVALID": -251, "KEY": -251, "LBRACE": -251,
        "MORETHAN": -251, "RPAR": -251, "SEMICOLON": -251,
    },
    {
        "BY": 713, "EQUAL": -252, "FROM": -252, "HELD": -252, "INVALID": -252, "KEY": -252, "LBRACE": -252,
        "MORETHAN": -252, "OPTIONAL": 714, "RPAR": -252, "SEMICOLON": -252,
    },
    {
        "COMMA": -253, "RSQB": -253, "SATISFIES": -253, "SEMICOLON": -253,
    },
    {
        "EQUAL": -254, "FROM": -254, "HELD": -254, "INVALID": -254, "KEY": -254, "LBRACE": -254,
        "MORETHAN": -254, "RPAR": -254, "SEMICOLON": -254,
    },
    {
        "NUMBER": 715,
    },
    {
        "BEHAVIOR_GRAPH": -255, "BEHAVIOR_TREE": -255, "BUNDLE": -255, "CLAIM": -255, "CONST": -255,
        "CONSTANTS": -255, "CONTROL": -255, "DUTY": -255, "ENTITY": -255, "ENUM": -255, "GRAPH": -255,
        "HAZARD": -255, "LEXICON": -255, "MACHINE": -255, "MODEL": -255, "POLICY": -255, "RBRACE": -255,
        "REQUIREMENT": -255, "ROLE": -255, "SERVICE": -255, "TEST": -255, "TYPE": -255, "UNIT": -255,
        "USE": -255, "WAIVE": -255,
    },
    {
        "BEHAVIOR_GRAPH": -256, "BEHAVIOR_TREE": -256, "BUNDLE": -256, "CLAIM": -256, "CONST": -256,
        "CONSTANTS": -256, "CONTROL": -256, "DUTY": -256, "ENTITY": -256, "ENUM": -256, "GRAPH": -256,
        "HAZARD": -256, "LEXICON": -256, "MACHINE": -256, "MODEL": -256, "POLICY": -256, "RBRACE": -256,
        "REQUIREMENT": -256, "ROLE": -256, "SERVICE": -256, "TEST": -256, "TYPE": -256, "UNIT": -256,
        "USE": -256, "WAIVE": -256,
    },
    {
        "SEMICOLON": 716,
    },
    {
        "AT": -257, "BECAUSE": -257, "BY": -257, "COLON": -257, "COMMA": -257, "ELSE": -257, "FOR": -257,
        "OVER": -257, "RBRACE": -257, "RPAR": -257, "RSQB": -257, "SEMICOLON": -257, "STARTS": -257,
        "THEN": -257, "TICKS": -257, "TIES": -257, "TRACES": -257, "UNLESS": -257, "UP": -257,
    },
    {
        "BY": 720,
    },
    {
        "COMMA": -258, "RBRACE": -258,
    },
    {
        "COMMA": -259, "RSQB": -259,
    },
    {
        "COLON": 722,
    },
    {
        "COMMA": -260, "RPAR": -260,
    },
    {
        "BECAUSE": 724,
    },
    {
        "NAME": -261, "RBRACE": -261,
    },
    {
        "BEHAVIOR_GRAPH": -262, "BEHAVIOR_TREE": -262, "BUNDLE": -262, "CLAIM": -262, "CONST": -262,
        "CONSTANTS": -262, "CONTROL": -262, "DUTY": -262, "ENTITY": -262, "ENUM": -262, "GRAPH": -262,
        "HAZARD": -262, "LEXICON": -262, "MACHINE": -262, "MODEL": -262, "POLICY": -262, "RBRACE": -262,
        "REQUIREMENT": -262, "ROLE": -262, "SERVICE": -262, "TEST": -262, "TYPE": -262, "UNIT": -262,
        "USE": -262, "WAIVE": -262,
    },
    {
        "SEMICOLON": -263, "TRACES": -263,
    },
    {
        "ONLY": 727,
    },
    {
        "CLAIM": -264, "INPUT": -264, "LEMMA": -264, "LET": -264, "NAME": -264, "NODE": -264,
        "RBRACE": -264, "START": -264,
    },
    {
        "SEMICOLON": 728,
    },
    {
        "SEMICOLON": 729,
    },
    {
        "MISSING": 731,
    },
    {
        "STRING": 732,
    },
    {
        "CLAIM": -265, "INPUT": -265, "LEMMA": -265, "LET": -265, "NAME": -265, "NEXT": -265, "NODE": -265,
        "OUTPUT": -265, "PARAM": -265, "PART": -265, "RBRACE": -265, "START": -265, "STATE": -265,
        "TIMER": -265, "WINDOW": -265,
    },
    {
        "STRING": 733,
    },
    {
        "CLAIM": -266, "INPUT": -266, "LEMMA": -266, "LET": -266, "NAME": -266, "NEXT": -266, "NODE": -266,
        "OUTPUT": -266, "PARAM": -266, "PART": -266, "RBRACE": -266, "START": -266, "STATE": -266,
        "TIMER": -266, "WINDOW": -266,
    },
    {
        "FROM": 734, "SEMICOLON": 735,
    },
    {
        "CLAIM": -267, "INPUT": -267, "LEMMA": -267, "LET": -267, "NAME": -267, "NODE": -267,
        "RBRACE": -267, "START": -267,
    },
    {
        "CLAIM": -268, "INPUT": -268, "LEMMA": -268, "LET": -268, "NAME": -268, "NODE": -268,
        "RBRACE": -268, "START": -268,
    },
    {
        "SEMICOLON": 738,
    },
    {
        "__ANON_1": 739,
    },
    {
        "SEMICOLON": -269, "UNLESS": -269,
    },
    {
        "SEMICOLON": -270,
    },
    {
        "CLAIM": -271, "INPUT": -271, "LEMMA": -271, "LET": -271, "NAME": -271, "NODE": -271,
        "RBRACE": -271, "START": -271,
    },
    {
        "SEMICOLON": 740, "UNLESS": 598,
    },
    {
        "SEMICOLON": 742,
    },
    {
        "CLAIM": -272, "INPUT": -272, "LEMMA": -272, "LET": -272, "NAME": -272, "NODE": -272,
        "RBRACE": -272, "START": -272,
    },
    {
        "SEMICOLON": 743,
    },
    {
        "CLAIM": -273, "INPUT": -273, "LEMMA": -273, "LET": -273, "NAME": -273, "NODE": -273,
        "RBRACE": -273, "START": -273,
    },
    {
        "SEMICOLON": -274,
    },
    {
        "BEHAVIOR_GRAPH": -275, "BEHAVIOR_TREE": -275, "BUNDLE": -275, "CLAIM": -275, "CONST": -275,
        "CONSTANTS": -275, "CONTROL": -275, "DUTY": -275, "ENTITY": -275, "ENUM": -275, "GRAPH": -275,
        "HAZARD": -275, "LEXICON": -275, "MACHINE": -275, "MODEL": -275, "POLICY": -275, "RBRACE": -275,
        "REQUIREMENT": -275, "ROLE": -275, "SERVICE": -275, "TEST": -275, "TYPE": -275, "UNIT": -275,
        "USE": -275, "WAIVE": -275,
    },
    {
        "SEMICOLON": 745, "TRACES": 524,
    },
    {
        "SEMICOLON": 748,
    },
    {
        "EQUAL": 749,
    },
    {
        "SEMICOLON": 750, "WHERE": 751,
    },
    {
        "LBRACE": 752,
    },
    {
        "EQUAL": 753,
    },
    {
        "UP": 754,
    },
    {
        "STARTS": 755,
    },
    {
        "OVER": 756,
    },
    {
        "SEMICOLON": -276, "TRACES": -276,
    },
    {
        "MAY": -277, "RBRACE": -277,
    },
    {
        "LBRACE": 757,
    },
    {
        "EXPECT": -278, "GIVEN": -278, "RBRACE": -278,
    },
    {
        "ALLOWED": 759, "DENIED": 760, "WITH": 761,
    },
    {
        "BEHAVIOR_GRAPH": -279, "BEHAVIOR_TREE": -279, "BUNDLE": -279, "CLAIM": -279, "CONST": -279,
        "CONSTANTS": -279, "CONTROL": -279, "DUTY": -279, "ENTITY": -279, "ENUM": -279, "GRAPH": -279,
        "HAZARD": -279, "LEXICON": -279, "MACHINE": -279, "MODEL": -279, "POLICY": -279, "RBRACE": -279,
        "REQUIREMENT": -279, "ROLE": -279, "SERVICE": -279, "TEST": -279, "TYPE": -279, "UNIT": -279,
        "USE": -279, "WAIVE": -279,
    },
    {
        "BRANCH": -280, "NODE": -280, "RBRACE": -280,
    },
    {
        "BRANCH": 425, "NODE": 426, "RBRACE": 763,
    },
    {
        "LPAR": 764,
    },
    {
        "LPAR": 765,
    },
    {
        "SEMICOLON": 766,
    },
    {
        "CLAIM": -281, "FORBID": -281, "RBRACE": -281, "REQUIRED": -281, "__ANON_0": -281,
    },
    {
        "BEHAVIOR_GRAPH": -282, "BEHAVIOR_TREE": -282, "BUNDLE": -282, "CLAIM": -282, "CONST": -282,
        "CONSTANTS": -282, "CONTROL": -282, "DUTY": -282, "ENTITY": -282, "ENUM": -282, "FORBID": -282,
        "GRAPH": -282, "HAZARD": -282, "LEXICON": -282, "MACHINE": -282, "MODEL": -282, "POLICY": -282,
        "RBRACE": -282, "REQUIRED": -282, "REQUIREMENT": -282, "ROLE": -282, "SERVICE": -282, "TEST": -282,
        "TYPE": -282, "UNIT": -282, "USE": -282, "WAIVE": -282, "__ANON_0": -282,
    },
    {
        "SEMICOLON": 767,
    },
    {
        "EQUAL": -283, "FROM": -283, "HELD": -283, "INVALID": -283, "KEY": -283, "LBRACE": -283,
        "MORETHAN": -283, "OPTIONAL": 768, "RPAR": -283, "SEMICOLON": -283,
    },
    {
        "EQUAL": -284, "FROM": -284, "HELD": -284, "INVALID": -284, "KEY": -284, "LBRACE": -284,
        "MORETHAN": -284, "RPAR": -284, "SEMICOLON": -284,
    },
    {
        "EQUAL": -285, "FROM": -285, "HELD": -285, "INVALID": -285, "KEY": -285, "LBRACE": -285,
        "MORETHAN": -285, "RPAR": -285, "SEMICOLON": -285,
    },
    {
        "BEHAVIOR_GRAPH": -286, "BEHAVIOR_TREE": -286, "BUNDLE": -286, "CLAIM": -286, "CONST": -286,
        "CONSTANTS": -286, "CONTROL": -286, "DUTY": -286, "ENTITY": -286, "ENUM": -286, "GRAPH": -286,
        "HAZARD": -286, "LEXICON": -286, "MACHINE": -286, "MODEL": -286, "POLICY": -286, "RBRACE": -286,
        "REQUIREMENT": -286, "ROLE": -286, "SERVICE": -286, "TEST": -286, "TYPE": -286, "UNIT": -286,
        "USE": -286, "WAIVE": -286,
    },
    {
        "AT": -287, "BECAUSE": -287, "BY": -287, "COLON": -287, "COMMA": -287, "ELSE": -287, "FOR": -287,
        "OVER": -287, "RBRACE": -287, "RPAR": -287, "RSQB": -287, "SEMICOLON": -287, "STARTS": -287,
        "THEN": -287, "TICKS": -287, "TIES": -287, "TRACES": -287, "UNLESS": -287, "UP": -287,
    },
    {
        "AT": -288, "BECAUSE": -288, "BY": -288, "COLON": -288, "COMMA": -288, "ELSE": -288, "FOR": -288,
        "OVER": -288, "RBRACE": -288, "RPAR": -288, "RSQB": -288, "SEMICOLON": -288, "STARTS": -288,
        "THEN": -288, "TICKS": -288, "TIES": -288, "TRACES": -288, "UNLESS": -288, "UP": -288,
    },
    {
        "TIES": 770,
    },
    {
        "AT": -289, "BECAUSE": -289, "BY": -289, "COLON": -289, "COMMA": -289, "ELSE": -289, "FOR": -289,
        "OVER": -289, "RBRACE": -289, "RPAR": -289, "RSQB": -289, "SEMICOLON": -289, "STARTS": -289,
        "THEN": -289, "TICKS": -289, "TIES": -289, "TRACES": -289, "UNLESS": -289, "UP": -289,
    },
    {
        "COMMA": -290, "RPAR": -290,
    },
    {
        "RPAR": 774,
    },
    {
        "SEMICOLON": 775, "TRACES": 524,
    },
    {
        "WHEN": 777,
    },
    {
        "CLAIM": -291, "INPUT": -291, "LEMMA": -291, "LET": -291, "NAME": -291, "NODE": -291,
        "RBRACE": -291, "START": -291,
    },
    {
        "CLAIM": -292, "INPUT": -292, "LEMMA": -292, "LET": -292, "NAME": -292, "NEXT": -292, "NODE": -292,
        "OUTPUT": -292, "PARAM": -292, "PART": -292, "RBRACE": -292, "START": -292, "STATE": -292,
        "TIMER": -292, "WINDOW": -292,
    },
    {
        "FROM": -293, "SEMICOLON": -293,
    },
    {
        "FROM": -294, "HELD": -294, "SEMICOLON": -294,
    },
    {
        "SEMICOLON": 778,
    },
    {
        "SEMICOLON": 779,
    },
    {
        "STRING": 780,
    },
    {
        "CLAIM": -295, "INPUT": -295, "LEMMA": -295, "LET": -295, "NAME": -295, "NEXT": -295, "NODE": -295,
        "OUTPUT": -295, "PARAM": -295, "PART": -295, "RBRACE": -295, "START": -295, "STATE": -295,
        "TIMER": -295, "WINDOW": -295,
    },
    {
        "TICKS": 781,
    },
    {
        "COLON": 782,
    },
    {
        "CLAIM": -296, "INPUT": -296, "LEMMA": -296, "LET": -296, "NAME": -296, "NODE": -296,
        "RBRACE": -296, "START": -296,
    },
    {
        "CLAIM": -297, "INPUT": -297, "LEMMA": -297, "LET": -297, "NAME": -297, "NODE": -297,
        "RBRACE": -297, "START": -297,
    },
    {
        "SEMICOLON": 784,
    },
    {
        "CLAIM": -298, "INPUT": -298, "LEMMA": -298, "LET": -298, "NAME": -298, "NODE": -298,
        "RBRACE": -298, "START": -298,
    },
    {
        "CLAIM": -299, "INPUT": -299, "LEMMA": -299, "LET": -299, "NAME": -299, "NODE": -299,
        "RBRACE": -299, "START": -299,
    },
    {
        "SEMICOLON": 785, "TRACES": 524,
    },
    {
        "CLAIM": -300, "INPUT": -300, "LEMMA": -300, "LET": -300, "NEXT": -300, "OUTPUT": -300,
        "PARAM": -300, "PART": -300, "RBRACE": -300, "STATE": -300, "TIMER": -300, "WINDOW": -300,
    },
    {
        "SEMICOLON": 787,
    },
    {
        "SEMICOLON": 788, "TRACES": 524,
    },
    {
        "CLAIM": -301, "INPUT": -301, "LEMMA": -301, "LET": -301, "NEXT": -301, "OUTPUT": -301,
        "PARAM": -301, "PART": -301, "RBRACE": -301, "STATE": -301, "TIMER": -301, "WINDOW": -301,
    },
    {
        "CLAIM": -302, "INPUT": -302, "LEMMA": -302, "LET": -302, "NEXT": -302, "OUTPUT": -302,
        "PARAM": -302, "PART": -302, "RBRACE": -302, "STATE": -302, "TIMER": -302, "WINDOW": -302,
    },
    {
        "NAME": 791,
    },
    {
        "NAME": 792, "RBRACE": 793,
    },
    {
        "TO": 797,
    },
    {
        "RBRACE": 800,
    },
    {
        "LBRACE": 801,
    },
    {
        "SEMICOLON": 802,
    },
    {
        "BECAUSE": 803,
    },
    {
        "NAME": 804,
    },
    {
        "ALLOWED": 806, "DENIED": 807,
    },
    {
        "BRANCH": -303, "NODE": -303, "RBRACE": -303,
    },
    {
        "STRING": 809,
    },
    {
        "BRANCH": -304, "NODE": -304, "RBRACE": -304,
    },
    {
        "BEHAVIOR_GRAPH": -305, "BEHAVIOR_TREE": -305, "BUNDLE": -305, "CLAIM": -305, "CONST": -305,
        "CONSTANTS": -305, "CONTROL": -305, "DUTY": -305, "ENTITY": -305, "ENUM": -305, "FORBID": -305,
        "GRAPH": -305, "HAZARD": -305, "LEXICON": -305, "MACHINE": -305, "MODEL": -305, "POLICY": -305,
        "RBRACE": -305, "REQUIRED": -305, "REQUIREMENT": -305, "ROLE": -305, "SERVICE": -305, "TEST": -305,
        "TYPE": -305, "UNIT": -305, "USE": -305, "WAIVE": -305, "__ANON_0": -305,
    },
    {
        "EQUAL": -306, "FROM": -306, "HELD": -306, "INVALID": -306, "KEY": -306, "LBRACE": -306,
        "MORETHAN": -306, "RPAR": -306, "SEMICOLON": -306,
    },
    {
        "EQUAL": -307, "FROM": -307, "HELD": -307, "INVALID": -307, "KEY": -307, "LBRACE": -307,
        "MORETHAN": -307, "OPTIONAL": 810, "RPAR": -307, "SEMICOLON": -307,
    },
    {
        "ALL": 811, "ANY": 812,
    },
    {
        "TIES": 814,
    },
    {
        "AT": -308, "BECAUSE": -308, "BY": -308, "COLON": -308, "COMMA": -308, "ELSE": -308, "FOR": -308,
        "OVER": -308, "RBRACE": -308, "RPAR": -308, "RSQB": -308, "SEMICOLON": -308, "STARTS": -308,
        "THEN": -308, "TICKS": -308, "TIES": -308, "TRACES": -308, "UNLESS": -308, "UP": -308,
    },
    {
        "SEMICOLON": 815, "TRACES": 524,
    },
    {
        "SEMICOLON": 817,
    },
    {
        "EVENT": -309, "FORBID": -309, "INCLUDE": -309, "RBRACE": -309, "REQUIRE": -309,
    },
    {
        "SEMICOLON": 818,
    },
    {
        "CLAIM": -310, "INPUT": -310, "LEMMA": -310, "LET": -310, "NAME": -310, "NEXT": -310, "NODE": -310,
        "OUTPUT": -310, "PARAM": -310, "PART": -310, "RBRACE": -310, "START": -310, "STATE": -310,
        "TIMER": -310, "WINDOW": -310,
    },
    {
        "CLAIM": -311, "INPUT": -311, "LEMMA": -311, "LET": -311, "NAME": -311, "NEXT": -311, "NODE": -311,
        "OUTPUT": -311, "PARAM": -311, "PART": -311, "RBRACE": -311, "START": -311, "STATE": -311,
        "TIMER": -311, "WINDOW": -311,
    },
    {
        "SEMICOLON": 820,
    },
    {
        "HOLDS": 821,
    },
    {
        "NEEDS": -312, "SEMICOLON": -312, "UNLESS": -312,
    },
    {
        "CLAIM": -313, "INPUT": -313, "LEMMA": -313, "LET": -313, "NAME": -313, "NODE": -313,
        "RBRACE": -313, "START": -313,
    },
    {
        "CLAIM": -314, "INPUT": -314, "LEMMA": -314, "LET": -314, "NEXT": -314, "OUTPUT": -314,
        "PARAM": -314, "PART": -314, "RBRACE": -314, "STATE": -314, "TIMER": -314, "WINDOW": -314,
    },
    {
        "SEMICOLON": 823,
    },
    {
        "CLAIM": -315, "INPUT": -315, "LEMMA": -315, "LET": -315, "NEXT": -315, "OUTPUT": -315,
        "PARAM": -315, "PART": -315, "RBRACE": -315, "STATE": -315, "TIMER": -315, "WINDOW": -315,
    },
    {
        "CLAIM": -316, "INPUT": -316, "LEMMA": -316, "LET": -316, "NEXT": -316, "OUTPUT": -316,
        "PARAM": -316, "PART": -316, "RBRACE": -316, "STATE": -316, "TIMER": -316, "WINDOW": -316,
    },
    {
        "SEMICOLON": 824,
    },
    {
        "SEMICOLON": 825,
    },
    {
        "SEMICOLON": 826,
    },
    {
        "EQUAL": 827,
    },
    {
        "CLAIM": -317, "INPUT": -317, "LEMMA": -317, "LET": -317, "NEXT": -317, "OUTPUT": -317,
        "PARAM": -317, "PART": -317, "RBRACE": -317, "STATE": -317, "TIMER": -317, "WINDOW": -317,
    },
    {
        "NAME": 792, "RBRACE": 828,
    },
    {
        "NAME": -318, "RBRACE": -318,
    },
    {
        "SEMICOLON": 830,
    },
    {
        "UP": 832,
    },
    {
        "UP": 833,
    },
    {
        "OP": -319, "RBRACE": -319,
    },
    {
        "RBRACE": 834,
    },
    {
        "EXPECT": -320, "RBRACE": -320,
    },
    {
        "EQUAL": 837,
    },
    {
        "ALLOWED": -321, "COMMA": 838, "DENIED": -321,
    },
    {
        "SEMICOLON": 840,
    },
    {
        "BECAUSE": 841,
    },
    {
        "RPAR": 842,
    },
    {
        "RPAR": 843,
    },
    {
        "EQUAL": -322, "FROM": -322, "HELD": -322, "INVALID": -322, "KEY": -322, "LBRACE": -322,
        "MORETHAN": -322, "RPAR": -322, "SEMICOLON": -322,
    },
    {
        "NONE": -323,
    },
    {
        "NONE": -324,
    },
    {
        "NONE": 844,
    },
    {
        "EVENT": -325, "FORBID": -325, "INCLUDE": -325, "RBRACE": -325, "REQUIRE": -325,
    },
    {
        "SEMICOLON": 846,
    },
    {
        "EVENT": -326, "FORBID": -326, "INCLUDE": -326, "RBRACE": -326, "REQUIRE": -326,
    },
    {
        "EVENT": -327, "FORBID": -327, "INCLUDE": -327, "RBRACE": -327, "REQUIRE": -327,
    },
    {
        "SEMICOLON": -328, "TRACES": -328,
    },
    {
        "CLAIM": -329, "INPUT": -329, "LEMMA": -329, "LET": -329, "NAME": -329, "NEXT": -329, "NODE": -329,
        "OUTPUT": -329, "PARAM": -329, "PART": -329, "RBRACE": -329, "START": -329, "STATE": -329,
        "TIMER": -329, "WINDOW": -329,
    },
    {
        "SEMICOLON": -330, "TRACES": -330,
    },
    {
        "CLAIM": -331, "INPUT": -331, "LEMMA": -331, "LET": -331, "NEXT": -331, "OUTPUT": -331,
        "PARAM": -331, "PART": -331, "RBRACE": -331, "STATE": -331, "TIMER": -331, "WINDOW": -331,
    },
    {
        "CLAIM": -332, "INPUT": -332, "LEMMA": -332, "LET": -332, "NEXT": -332, "OUTPUT": -332,
        "PARAM": -332, "PART": -332, "RBRACE": -332, "STATE": -332, "TIMER": -332, "WINDOW": -332,
    },
    {
        "CLAIM": -333, "INPUT": -333, "LEMMA": -333, "LET": -333, "NEXT": -333, "OUTPUT": -333,
        "PARAM": -333, "PART": -333, "RBRACE": -333, "STATE": -333, "TIMER": -333, "WINDOW": -333,
    },
    {
        "CLAIM": -334, "INPUT": -334, "LEMMA": -334, "LET": -334, "NEXT": -334, "OUTPUT": -334,
        "PARAM": -334, "PART": -334, "RBRACE": -334, "STATE": -334, "TIMER": -334, "WINDOW": -334,
    },
    {
        "CLAIM": -335, "INPUT": -335, "LEMMA": -335, "LET": -335, "NEXT": -335, "OUTPUT": -335,
        "PARAM": -335, "PART": -335, "RBRACE": -335, "STATE": -335, "TIMER": -335, "WINDOW": -335,
    },
    {
        "NAME": -336, "RBRACE": -336,
    },
    {
        "CLAIM": -337, "INPUT": -337, "LEMMA": -337, "LET": -337, "NEXT": -337, "OUTPUT": -337,
        "PARAM": -337, "PART": -337, "RBRACE": -337, "STATE": -337, "TIMER": -337, "WINDOW": -337,
    },
    {
        "SEMICOLON": 849,
    },
    {
        "TO": 850,
    },
    {
        "TO": 851,
    },
    {
        "OP": -338, "RBRACE": -338,
    },
    {
        "COMMA": 852, "SEMICOLON": -339,
    },
    {
        "SEMICOLON": 854,
    },
    {
        "ALL": 311, "ANY": 312, "COUNT": 313, "FALSE": 209, "LAST": 314, "MAX": 315, "MIN": 316,
        "MINUS": 317, "NAME": 218, "NUMBER": 318, "STRING": 855, "SUM": 319, "TRUE": 223,
    },
    {
        "ALLOWED": -340, "COMMA": 860, "DENIED": -340,
    },
    {
        "EXPECT": -341, "RBRACE": -341,
    },
    {
        "SEMICOLON": -342,
    },
    {
        "SEMICOLON": -343,
    },
    {
        "FALSE": 209, "TRUE": 223,
    },
    {
        "NONE": 863,
    },
    {
        "EVENT": -344, "FORBID": -344, "INCLUDE": -344, "RBRACE": -344, "REQUIRE": -344,
    },
    {
        "SEMICOLON": -345, "TRACES": -345,
    },
    {
        "SEMICOLON": 864,
    },
    {
        "CLAIM": -346, "INPUT": -346, "LEMMA": -346, "LET": -346, "NEXT": -346, "OUTPUT": -346,
        "PARAM": -346, "PART": -346, "RBRACE": -346, "STATE": -346, "TIMER": -346, "WINDOW": -346,
    },
    {
        "NUMBER": 866,
    },
    {
        "COMMA": 868, "SEMICOLON": -347,
    },
    {
        "EXPECT": -348, "RBRACE": -348,
    },
    {
        "ALLOWED": -349, "COMMA": -349, "DENIED": -349,
    },
    {
        "ALLOWED": -350, "COMMA": -350, "DENIED": -350,
    },
    {
        "ALLOWED": -351, "COMMA": -351, "DENIED": -351,
    },
    {
        "ALLOWED": -352, "COMMA": -352, "DENIED": -352,
    },
    {
        "ALLOWED": -353, "COMMA": -353, "DENIED": -353,
    },
    {
        "SEMICOLON": 870,
    },
    {
        "COLON": 871,
    },
    {
        "NAME": -354, "RBRACE": -354,
    },
    {
        "SEMICOLON": 873,
    },
    {
        "SAMPLES": 874,
    },
    {
        "COMMA": -355, "SEMICOLON": -355,
    },
    {
        "ALLOWED": -356, "COMMA": -356, "DENIED": -356,
    },
    {
        "EXPECT": -357, "RBRACE": -357,
    },
    {
        "COLON": 877,
    },
    {
        "CLAIM": -358, "INPUT": -358, "LEMMA": -358, "LET": -358, "NEXT": -358, "OUTPUT": -358,
        "PARAM": -358, "PART": -358, "RBRACE": -358, "STATE": -358, "TIMER": -358, "WINDOW": -358,
    },
    {
        "SEMICOLON": 878,
    },
    {
        "COMMA": -359, "SEMICOLON": -359,
    },
    {
        "AT": -360, "BECAUSE": -360, "BY": -360, "COLON": -360, "COMMA": -360, "ELSE": -360, "FOR": -360,
        "OVER": -360, "RBRACE": -360, "RPAR": -360, "RSQB": -360, "SEMICOLON": -360, "STARTS": -360,
        "THEN": -360, "TICKS": -360, "TIES": -360, "TRACES": -360, "UNLESS": -360, "UP": -360,
    },
    {
        "CLAIM": -361, "INPUT": -361, "LEMMA": -361, "LET": -361, "NEXT": -361, "OUTPUT": -361,
        "PARAM": -361, "PART": -361, "RBRACE": -361, "STATE": -361, "TIMER": -361, "WINDOW": -361,
    },
    {
        "AT": -362, "BECAUSE": -362, "BY": -362, "COLON": -362, "COMMA": -362, "ELSE": -362, "FOR": -362,
        "OVER": -362, "RBRACE": -362, "RPAR": -362, "RSQB": -362, "SEMICOLON": -362, "STARTS": -362,
        "THEN": -362, "TICKS": -362, "TIES": -362, "TRACES": -362, "UNLESS": -362, "UP": -362,
    },
]
ACTIONS: list[dict[str, int]] = [_ACTIONS[row] for row in (
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27,
    28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53,
    54, 55, 56, 57, 58, 59, 60, 61, 62, 63, 64, 65, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 67, 75, 76, 77,
    78, 79, 80, 81, 82, 83, 67, 84, 85, 86, 87, 67, 88, 89, 90, 68, 91, 92, 67, 93, 94, 95, 96, 97, 98, 99,
    100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 68, 118, 119,
    120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139,
    140, 141, 142, 143, 144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 85, 156, 157, 105, 158,
    159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 105,
    178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 186, 68, 189, 190, 191, 192, 193, 194, 195, 196,
    197, 198, 199, 200, 198, 201, 202, 203, 204, 205, 206, 207, 208, 209, 210, 211, 212, 213, 214, 215,
    216, 217, 218, 219, 220, 221, 222, 223, 224, 225, 226, 227, 228, 188, 188, 229, 230, 231, 232, 68, 233,
    234, 235, 236, 237, 238, 239, 240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253,
    254, 255, 256, 257, 258, 259, 260, 261, 262, 263, 264, 265, 266, 267, 268, 269, 270, 271, 272, 273,
    274, 275, 276, 277, 278, 279, 280, 281, 67, 282, 67, 283, 284, 285, 286, 287, 288, 289, 290, 291, 292,
    293, 294, 295, 296, 297, 298, 299, 300, 301, 302, 303, 304, 186, 305, 306, 307, 308, 309, 310, 311,
    312, 313, 314, 315, 316, 317, 318, 319, 320, 321, 322, 323, 324, 325, 326, 327, 204, 328, 204, 329,
    330, 331, 332, 204, 206, 198, 206, 333, 204, 204, 334, 335, 336, 337, 338, 339, 340, 341, 342, 343, 68,
    344, 345, 346, 347, 348, 67, 68, 349, 198, 350, 351, 352, 353, 354, 355, 356, 357, 358, 359, 360, 198,
    361, 362, 363, 364, 365, 366, 367, 368, 369, 370, 371, 372, 373, 374, 375, 376, 377, 378, 379, 380,
    381, 382, 383, 384, 385, 386, 387, 388, 389, 390, 391, 392, 393, 394, 395, 396, 397, 398, 399, 67, 400,
    401, 402, 403, 404, 405, 186, 406, 407, 408, 409, 186, 410, 411, 412, 413, 414, 415, 198, 415, 118,
    416, 417, 418, 419, 118, 420, 421, 422, 423, 424, 425, 426, 427, 415, 428, 429, 430, 431, 432, 433,
    434, 435, 436, 437, 438, 439, 198, 440, 441, 442, 443, 444, 445, 446, 447, 448, 449, 198, 450, 451,
    452, 85, 198, 453, 454, 455, 456, 457, 458, 459, 460, 461, 462, 463, 464, 465, 466, 467, 468, 469, 470,
    471, 472, 473, 474, 475, 476, 477, 478, 479, 188, 480, 481, 482, 483, 484, 485, 486, 487, 488, 489,
    490, 491, 492, 493, 198, 494, 495, 496, 186, 497, 498, 499, 500, 501, 502, 503, 504, 505, 506, 507,
    508, 509, 510, 511, 416, 512, 118, 513, 514, 198, 515, 198, 516, 517, 518, 519, 520, 521, 522, 523,
    524, 525, 526, 527, 528, 529, 530, 531, 532, 533, 534, 535, 536, 537, 538, 539, 540, 541, 542, 543, 85,
    198, 544, 198, 545, 546, 547, 548, 549, 550, 67, 349, 198, 68, 551, 552, 68, 198, 198, 198, 553, 554,
    198, 555, 556, 557, 558, 68, 559, 560, 561, 562, 563, 564, 565, 566, 567, 568, 186, 569, 570, 571, 572,
    573, 574, 575, 576, 198, 577, 198, 198, 578, 579, 580, 198, 581, 582, 198, 583, 198, 67, 584, 585, 586,
    587, 588, 589, 590, 85, 591, 592, 593, 594, 595, 596, 198, 198, 597, 598, 599, 600, 601, 602, 603, 604,
    605, 606, 607, 608, 609, 610, 454, 611, 454, 612, 613, 614, 615, 616, 617, 618, 619, 620, 621, 622, 68,
    623, 624, 625, 626, 627, 628, 629, 630, 631, 632, 633, 634, 186, 635, 636, 637, 638, 639, 640, 198,
    641, 198, 642, 67, 643, 644, 645, 646, 647, 648, 649, 650, 651, 652, 653, 654, 655, 656, 85, 657, 658,
    659, 660, 661, 662, 663, 664, 665, 198, 666, 667, 668, 198, 669, 85, 85, 670, 671, 672, 673, 674, 675,
    676, 198, 677, 678, 679, 680, 681, 682, 683, 684, 685, 686, 687, 688, 198, 689, 690, 691, 692, 198,
    693, 694, 695, 696, 697, 698, 699, 700, 701, 702, 703, 704, 705, 706, 85, 707, 708, 709, 710, 711, 67,
    712, 713, 714, 715, 716, 717, 718, 719, 720, 721, 682, 722, 723, 724, 725, 726, 727, 198, 728, 729,
    730, 731, 732, 198, 733, 734, 735, 736, 737, 738, 739, 740, 741, 742, 674, 743, 744, 67, 745, 746, 747,
    748, 749, 750, 751, 752, 85, 753, 67, 754, 755, 756, 757, 758, 759, 760, 674, 761, 762, 747, 763, 764,
    765, 766, 67, 767, 768, 198, 769, 770, 771, 772, 773, 198, 774, 775,
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
        "__start_star_0": 36, "claim": 37, "item": 38,
    },
    {
        "claim": 37, "item": 64,
    },
    {
        "repeated": 71,
    },
    {
        "__item_star_2": 74, "constant": 75,
    },
    {
        "nature": 82,
    },
    {
        "root": 101,
    },
    {
        "root": 102,
    },
    {
        "__item_star_8": 108, "bundle_item": 109, "claim": 110, "need": 111,
    },
    {
        "text": 113,
    },
    {
        "type": 121, "type_word": 122,
    },
    {
        "constant": 127,
    },
    {
        "text": 128,
    },
    {
        "__item_star_5": 132, "field": 133,
    },
    {
        "__item_star_3": 139, "label": 140,
    },
    {
        "subject": 142,
    },
    {
        "__item_star_10": 151, "edge_word": 152, "graph_item": 153, "input": 154, "let": 155,
    },
    {
        "text": 156,
    },
    {
        "__item_star_4": 159, "term": 160,
    },
    {
        "span": 162,
    },
    {
        "text": 165,
    },
    {
        "__item_star_7": 168, "grant": 169,
    },
    {
        "__item_star_11": 172, "operation": 173,
    },
    {
        "__givens_star_17": 175, "given": 176, "givens": 177,
    },
    {
        "type": 178, "type_word": 122,
    },
    {
        "text": 180,
    },
    {
        "dotted": 182,
    },
    {
        "bundle_item": 189, "claim": 110, "need": 111,
    },
    {
        "names": 191,
    },
    {
        "__text_star_13": 193,
    },
    {
        "type": 205, "type_word": 122,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 228,
        "implication": 229, "kind": 230, "list": 231, "negation": 232, "path": 233, "primary": 234,
        "product": 235, "record": 236, "sign": 237, "source": 238, "truth": 239, "value": 240, "word": 241,
    },
    {
        "mitigates": 245, "satisfies": 246,
    },
    {
        "repeated": 249,
    },
    {
        "field": 251,
    },
    {
        "__item_star_5": 254, "field": 133,
    },
    {
        "label": 258,
    },
    {
        "edge_word": 152, "graph_item": 268, "input": 154, "let": 155,
    },
    {
        "__graph_item_plus_21": 270, "arrow": 271,
    },
    {
        "term": 275,
    },
    {
        "span": 278,
    },
    {
        "names": 281,
    },
    {
        "grant": 283,
    },
    {
        "operation": 286,
    },
    {
        "given": 288,
    },
    {
        "__expects_star_18": 290, "expect": 291, "expects": 292,
    },
    {
        "__dotted_star_16": 297,
    },
    {
        "names": 301,
    },
    {
        "__names_star_15": 303,
    },
    {
        "relation": 310,
    },
    {
        "bound": 320, "path": 321, "word": 322,
    },
    {
        "strings": 325,
    },
    {
        "bound": 326, "path": 321, "word": 322,
    },
    {
        "type": 327, "type_word": 122,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 333,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "pair": 337, "pairs": 338,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 339,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 228,
        "implication": 229, "kind": 230, "list": 231, "negation": 232, "path": 233, "primary": 234,
        "product": 235, "record": 236, "sign": 237, "source": 238, "truth": 239, "value": 341,
        "values": 342, "word": 241,
    },
    {
        "path": 233, "primary": 234, "sign": 343, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "negation": 344, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "compare": 354,
    },
    {
        "__dotted_star_16": 363,
    },
    {
        "strings": 364,
    },
    {
        "strings": 365,
    },
    {
        "satisfies": 367,
    },
    {
        "type": 370, "type_word": 122,
    },
    {
        "__item_star_10": 376, "edge_word": 152, "graph_item": 153, "input": 154, "let": 155,
    },
    {
        "edge_word": 389,
    },
    {
        "arrow": 393, "at_most": 394, "when": 395,
    },
    {
        "__item_star_9": 409, "input": 410, "let": 411, "machine_item": 412,
    },
    {
        "expect": 419,
    },
    {
        "text": 424,
    },
    {
        "__root_star_22": 428, "branch": 429, "level": 430,
    },
    {
        "text": 431,
    },
    {
        "bound": 440, "path": 321, "word": 322,
    },
    {
        "__strings_star_12": 442,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 228,
        "implication": 229, "kind": 230, "list": 231, "negation": 232, "path": 233, "primary": 234,
        "product": 235, "record": 236, "sign": 237, "source": 238, "truth": 239, "value": 341,
        "values": 448, "word": 241,
    },
    {
        "__pairs_star_23": 455,
    },
    {
        "__values_star_24": 459,
    },
    {
        "path": 233, "primary": 234, "product": 461, "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "path": 233, "primary": 234, "product": 462, "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 463, "path": 233, "primary": 234, "product": 235, "sign": 237, "source": 238,
        "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "negation": 464, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 465,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 466, "negation": 232, "path": 233,
        "primary": 234, "product": 235, "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "path": 233, "primary": 234, "sign": 468, "source": 238, "truth": 239, "word": 241,
    },
    {
        "path": 233, "primary": 234, "sign": 469, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "arguments": 471, "comparison": 225, "conjunction": 226, "disjunction": 227,
        "expr": 472, "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234,
        "product": 235, "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "__item_star_6": 479, "force": 480, "policy_item": 481,
    },
    {
        "type": 484, "type_word": 122,
    },
    {
        "__item_star_5": 486, "field": 133,
    },
    {
        "text": 489,
    },
    {
        "type": 490, "type_word": 122,
    },
    {
        "form": 496, "property": 497, "text": 498,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 499,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 502,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "at_most": 505,
    },
    {
        "input": 410, "let": 411, "machine_item": 517,
    },
    {
        "__item_star_9": 519, "input": 410, "let": 411, "machine_item": 412,
    },
    {
        "__item_star_6": 521, "force": 480, "policy_item": 481,
    },
    {
        "condition": 525, "traces": 526,
    },
    {
        "type": 528, "type_word": 122,
    },
    {
        "branch": 535, "level": 430,
    },
    {
        "text": 537,
    },
    {
        "traces": 541,
    },
    {
        "bound": 542, "path": 321, "word": 322,
    },
    {
        "bound": 547, "path": 321, "word": 322,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 228,
        "implication": 229, "kind": 230, "list": 231, "negation": 232, "path": 233, "primary": 234,
        "product": 235, "record": 236, "sign": 237, "source": 238, "truth": 239, "value": 341,
        "values": 553, "word": 241,
    },
    {
        "path": 233, "source": 554, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 555,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "path": 233, "source": 556, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 228,
        "implication": 229, "kind": 230, "list": 231, "negation": 232, "path": 233, "primary": 234,
        "product": 235, "record": 236, "sign": 237, "source": 238, "truth": 239, "value": 557, "word": 241,
    },
    {
        "pair": 558,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 228,
        "implication": 229, "kind": 230, "list": 231, "negation": 232, "path": 233, "primary": 234,
        "product": 235, "record": 236, "sign": 237, "source": 238, "truth": 239, "value": 560, "word": 241,
    },
    {
        "path": 233, "source": 562, "word": 241,
    },
    {
        "__arguments_star_25": 565,
    },
    {
        "force": 566,
    },
    {
        "force": 480, "policy_item": 569,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 570,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "__item_star_5": 576, "field": 133,
    },
    {
        "form": 496, "graph_property": 580, "property": 581,
    },
    {
        "held": 586, "invalid": 587,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 588,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "span": 589,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 590,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "traces": 592,
    },
    {
        "form": 496, "property": 593,
    },
    {
        "lasts": 599, "needs": 600, "unless": 601,
    },
    {
        "strings": 618,
    },
    {
        "traces": 620,
    },
    {
        "record": 624,
    },
    {
        "traces": 630,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 631,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "bound": 635, "path": 321, "word": 322,
    },
    {
        "where": 643,
    },
    {
        "where": 646,
    },
    {
        "pair": 647,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 228,
        "implication": 229, "kind": 230, "list": 231, "negation": 232, "path": 233, "primary": 234,
        "product": 235, "record": 236, "sign": 237, "source": 238, "truth": 239, "value": 648, "word": 241,
    },
    {
        "where": 650,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 651,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 653,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "traces": 661,
    },
    {
        "held": 669,
    },
    {
        "traces": 674,
    },
    {
        "span": 675,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 676,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 677,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "needs": 679, "unless": 680,
    },
    {
        "unless": 682,
    },
    {
        "text": 686,
    },
    {
        "form": 496, "property": 687, "text": 688,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 689,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "type": 690, "type_word": 122,
    },
    {
        "type": 693, "type_word": 122,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 694,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 695,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 696,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 697,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "type": 699, "type_word": 122,
    },
    {
        "__root_star_22": 705, "branch": 429, "level": 430,
    },
    {
        "action": 708,
    },
    {
        "traces": 711,
    },
    {
        "bound": 712, "path": 321, "word": 322,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 717,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 718,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 719,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 721,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 723,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 725,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "text": 726,
    },
    {
        "span": 730,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 736,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 737,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "unless": 741,
    },
    {
        "form": 496, "property": 744,
    },
    {
        "traces": 746,
    },
    {
        "form": 496, "property": 747,
    },
    {
        "type": 758, "type_word": 122,
    },
    {
        "with": 762,
    },
    {
        "bound": 769, "path": 321, "word": 322,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 771,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 772,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "text": 773,
    },
    {
        "traces": 776,
    },
    {
        "span": 783,
    },
    {
        "traces": 786,
    },
    {
        "traces": 789,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 790,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "__machine_item_star_20": 794, "wire": 795,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 796,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "span": 798,
    },
    {
        "span": 799,
    },
    {
        "stated": 805,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 808,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "ties": 813,
    },
    {
        "traces": 816,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 819,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 822,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "wire": 829,
    },
    {
        "span": 831,
    },
    {
        "text": 835, "texts": 836,
    },
    {
        "__with_star_19": 839,
    },
    {
        "ties": 845,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 847,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 848,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "__texts_star_14": 853,
    },
    {
        "bound": 856, "given_value": 857, "path": 321, "truth": 858, "word": 322,
    },
    {
        "stated": 859,
    },
    {
        "text": 835, "texts": 861,
    },
    {
        "truth": 862,
    },
    {
        "span": 865,
    },
    {
        "text": 867,
    },
    {
        "stated": 869,
    },
    {
        "truth": 872,
    },
    {
        "text": 875,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 876,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
    {
        "addition": 224, "comparison": 225, "conjunction": 226, "disjunction": 227, "expr": 879,
        "implication": 229, "kind": 230, "negation": 232, "path": 233, "primary": 234, "product": 235,
        "sign": 237, "source": 238, "truth": 239, "word": 241,
    },
]
GOTOS: list[dict[str, int]] = [_GOTOS[row] for row in (
    0, 1, 1, 2, 1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 4, 1, 1, 1, 1, 1, 1, 5, 6, 1, 1, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 8, 9, 10,
    11, 12, 1, 1, 1, 1, 13, 1, 14, 1, 1, 1, 15, 1, 1, 16, 17, 18, 19, 20, 21, 1, 1, 22, 23, 24, 25, 26, 1,
    1, 27, 28, 1, 1, 1, 1, 1, 1, 1, 1, 29, 1, 1, 30, 31, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 32, 33, 1, 1, 34,
    1, 35, 1, 36, 1, 1, 37, 1, 1, 1, 38, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 39, 40, 1, 1, 1, 1, 1, 1, 41, 1,
    1, 1, 42, 1, 1, 43, 1, 44, 1, 1, 1, 45, 1, 1, 46, 1, 47, 1, 1, 1, 48, 1, 1, 1, 1, 1, 49, 1, 1, 50, 1,
    1, 1, 1, 51, 52, 1, 53, 54, 55, 1, 1, 1, 1, 1, 1, 1, 1, 1, 56, 1, 57, 58, 59, 1, 1, 60, 1, 61, 1, 1, 1,
    1, 62, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 63, 64, 65, 1, 66, 1, 1, 67, 1, 1, 1, 1, 1, 36,
    1, 1, 1, 1, 1, 68, 1, 1, 1, 1, 1, 1, 1, 1, 69, 70, 1, 1, 1, 1, 1, 1, 71, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 72, 1, 1, 1, 1, 1, 1, 1, 73, 74, 75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 63, 76, 77, 1, 1, 1, 1, 1, 78, 1, 1, 1, 1, 1, 1, 79, 1, 1, 1, 80, 1, 1, 1, 1, 1, 81, 1, 82, 1, 1, 1,
    1, 83, 84, 85, 86, 1, 87, 88, 1, 89, 1, 1, 1, 1, 1, 1, 90, 1, 91, 92, 1, 1, 1, 39, 93, 94, 95, 96, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 97, 1, 1, 98, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 99, 1, 1, 1, 100,
    101, 102, 103, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 104, 1, 1, 1, 105, 1, 1, 1, 1, 106, 1, 107, 1, 1, 1, 1,
    108, 1, 1, 1, 1, 109, 110, 111, 112, 113, 114, 1, 1, 1, 115, 1, 1, 1, 1, 1, 1, 1, 1, 116, 1, 1, 1, 1,
    117, 1, 118, 1, 1, 1, 1, 119, 120, 1, 1, 1, 1, 1, 36, 121, 1, 122, 123, 124, 1, 1, 1, 125, 126, 127,
    128, 1, 129, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 99, 1, 119, 1, 1, 130, 131, 1, 1, 1,
    132, 1, 1, 1, 1, 1, 1, 1, 133, 1, 134, 1, 1, 1, 135, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 136, 1, 137, 1, 1,
    138, 1, 139, 140, 1, 141, 1, 142, 1, 1, 1, 1, 1, 1, 1, 1, 1, 36, 1, 1, 1, 143, 1, 1, 1, 1, 1, 1, 144,
    1, 1, 1, 1, 1, 145, 1, 146, 147, 1, 148, 149, 150, 1, 1, 1, 1, 151, 152, 153, 154, 1, 1, 155, 156, 157,
    158, 1, 1, 159, 1, 1, 1, 1, 160, 1, 1, 1, 1, 161, 162, 1, 1, 163, 1, 164, 1, 1, 1, 1, 1, 1, 1, 1, 165,
    1, 166, 167, 1, 1, 1, 168, 1, 1, 169, 1, 170, 171, 1, 1, 1, 1, 1, 1, 1, 172, 1, 1, 1, 1, 1, 1, 173,
    174, 1, 1, 1, 1, 1, 1, 1, 175, 1, 1, 1, 1, 1, 1, 176, 177, 178, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 179,
    1, 180, 1, 1, 104, 1, 1, 1, 1, 1, 1, 1, 181, 1, 1, 1, 1, 1, 1, 182, 1, 183, 1, 184, 1, 185, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 186, 1, 1, 1, 1, 187, 1, 1, 188, 1, 189, 1, 1, 190, 191, 1, 192, 193, 1, 1, 1,
    1, 194, 1, 1, 195, 1, 1, 1, 1, 1, 196, 1, 1, 197, 1, 1, 1, 198, 1, 1, 1, 1, 199, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 200, 1, 1, 201, 1, 1, 1, 1, 1, 202, 1, 203, 1, 1, 1, 1, 1, 1, 1, 1, 204, 1, 1, 1, 1, 1, 1,
    205, 1, 1, 1, 1, 1, 206, 1, 1, 1, 1, 1, 1, 1, 207, 1, 208, 209, 1, 1, 210, 1, 1, 211, 1, 1, 1, 1, 1,
    212, 1, 213, 1, 1, 1, 1, 1, 1, 1, 214, 1, 1, 215, 1, 1, 1, 1, 216, 1, 1, 217, 1, 1, 1, 1, 1, 218, 1, 1,
)]
