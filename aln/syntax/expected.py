"""Terminals in the user's words: what was found, and what was expected.

Takes terminals of the grammar; gives pieces of messages; never sees the parser's stacks.
"""

from __future__ import annotations

from aln.syntax._tables import MARKS, WORDS
from aln.syntax.tokens import END, Tokens

__all__ = ["SPELLING", "described", "found"]

SPELLING = {**{kind: word for word, kind in WORDS.items()}, **{kind: mark for mark, kind in MARKS.items()}}
_KINDS = {"NAME": "a name", "STRING": "a text in quotes", "NUMBER": "a number", "DOC": "`///`"}
_OPERATORS = frozenset(MARKS[m] for m in ("==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/")) | {
    WORDS["and"],
    WORDS["or"],
    WORDS["implies"],
}
_VALUE = frozenset(
    (
        "NUMBER",
        "STRING",
        "NAME",
        "IF",
        MARKS["("],
        MARKS["-"],
        *(WORDS[w] for w in ("true", "false", "not", "all", "any", "count", "sum", "min", "max", "last")),
    )
)
_TYPE = frozenset(("NAME", *(WORDS[w] for w in ("decimal", "int", "ref", "many", "list", "enum"))))
_ITEMS = frozenset(WORDS[w] for w in ("entity", "policy", "claim", "machine", "test", "behavior_tree"))
_MORE_ITEMS = frozenset(
    WORDS[word]
    for word in [
        "behavior_graph",
        "bundle",
        "const",
        "constants",
        "control",
        "duty",
        "enum",
        "graph",
        "hazard",
        "lexicon",
        "model",
        "requirement",
        "role",
        "service",
        "type",
        "unit",
        "use",
        "waive",
    ]
)


def described(expected: set[str]) -> str:
    """The expected terminals in words: `a value`, `an operator`, keywords and marks in backticks."""
    rest = set(expected)
    parts: list[str] = []
    if {"NUMBER", "NAME", MARKS["("]} <= rest:
        parts.append("a value")
        rest -= _VALUE
    elif rest >= _TYPE:
        parts.append("a type")
        rest -= _TYPE
    if rest >= _ITEMS:
        parts.append("an item (`entity`, `policy`, `claim`, …)")
        rest -= _ITEMS | _MORE_ITEMS
    if {MARKS["+"], MARKS["*"]} <= rest:
        parts.append("an operator")
        rest -= _OPERATORS
    parts += [_KINDS[kind] for kind in ("NAME", "STRING", "NUMBER") if kind in rest]
    parts += sorted(f"`{SPELLING[kind]}`" for kind in rest if kind in SPELLING)
    if not parts:
        return "the end of the file"
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " or " + parts[-1]


def found(tokens: Tokens, at: int) -> str:
    """Token `at` as it may be quoted in a message."""
    kind, text = tokens.kinds[at], tokens.texts[at]
    if kind == END:
        return "the end of the file"
    if kind == "STRING":
        shown = text if len(text) <= 24 else text[:23] + "…"
        return f'the text `"{shown}"`'
    return f"`{text if len(text) <= 32 else text[:31] + '…'}`"
