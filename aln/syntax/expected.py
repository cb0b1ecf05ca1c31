"""Terminals in the user's words: what was found, what was expected, what to write instead.

Takes terminals of the grammar; gives pieces of messages; never sees the parser's stacks.
"""

from __future__ import annotations

from aln.syntax._tables import MARKS, WORDS
from aln.syntax.tokens import END, Tokens

__all__ = ["described", "found", "help_for", "meant"]

_SPELLING = {**{kind: word for word, kind in WORDS.items()}, **{kind: mark for mark, kind in MARKS.items()}}
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
    WORDS[w]
    for w in (
        *("behavior_graph", "bundle", "const", "constants", "control", "duty", "enum", "graph", "hazard", "lexicon"),
        *("requirement", "role", "service", "type", "unit", "use", "waive"),
    )
) | {"MODEL"}
_QUANTIFIERS = ("all", "any", "count", "sum", "min", "max", "last")
_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_HELP = {
    ";": "end the line with `;`",
    "}": "close the block with `}`",
    ")": "close the parenthesis with `)`",
    "because": 'say why: `because "…"`',
    ":": "write `:` after the name",
}


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
    parts += sorted(f"`{_SPELLING[kind]}`" for kind in rest if kind in _SPELLING)
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


def meant(expected: set[str], tokens: Tokens, at: int) -> tuple[tuple[int, str], ...]:
    """What was meant instead of token `at` for certain: each token to replace, with its text."""
    text, before = tokens.texts[at], tokens.texts[at - 1] if at else ""
    if text == ";" and before in ("}", ";"):
        return ((at, ""),)
    if before == "," and text in ("]", "}", ")"):
        return ((at - 1, ""),)
    if text == "=" and MARKS["=="] in expected:
        return ((at, "=="),)
    return ()


def help_for(expected: set[str], tokens: Tokens, at: int) -> str:
    """What to write instead of token `at`."""
    text, before = tokens.texts[at], tokens.texts[at - 1] if at else ""
    if text == ";" and before == "}":
        return "remove it"
    if before == "," and text in ("]", "}", ")"):
        return "remove the `,` before it"
    if text in _COMPARISONS and MARKS["+"] in expected:
        return "compare two values at a time: `a <= b and b <= c`"
    if before in _QUANTIFIERS and tokens.texts[at + 1] == "in":
        return "put the quantifier in parentheses: `(all x in list : …)`"
    if before == "if" and MARKS["+"] in expected:
        return "put the choice in parentheses: `(if a then b else c)`"
    if expected == {"STRING"}:
        return 'say it in quotes: `"…"`'
    if text == "=" and MARKS["=="] in expected:
        return "compare with `==`"
    if text == "!" and WORDS["not"] in expected:
        return "write `not`"
    known = [_HELP[_SPELLING[kind]] for kind in sorted(expected) if _SPELLING.get(kind) in _HELP]
    if text == ";" and WORDS["because"] in expected:
        return _HELP["because"]
    if len(expected) == 1 and known:
        return known[0]
    said = described(expected)
    return f"write {said} here" if said.count("`") <= 8 else "write one of these here"
