"""What to write instead: the help of a syntax error, from what stands there and what could have stood there.

Takes the terminals that were possible and the tokens around the fault; gives one line of advice, and the edits that
are certain. Never sees the parser's stacks, and never decides what is a fault.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from aln.syntax._tables import PATTERNS
from aln.syntax.expected import SPELLING, described
from aln.syntax.tokens import END, Tokens

__all__ = ["help_for", "meant"]

_COMPARISONS = ("==", "!=", "<", "<=", ">", ">=")
_QUANTIFIERS = ("all", "any", "count", "sum", "min", "max", "last")
_NAME = re.compile(PATTERNS["NAME"])
# What alone could have stood there: how it is written.
_ONLY = {
    ";": "end the line with `;`",
    "}": "close the block with `}`",
    ")": "close the parenthesis with `)`",
    ":": "write `:` after the name",
    "=": "write `=` after the name",
    "because": 'say why: `because "…"`',
    "until": 'say until when: `until "2027-06-30"`',
    "every": "say its period: `every 1 s`",
    "up": "say how far it counts: `up to 1 h`",
    "starts": "say what it starts from: `starts 20 min`",
    "times": "write `at most 2 times`",
    "only": "write `only when` and the condition",
    "else": "say what it is otherwise: `else …`",
    "in": "say where it comes from: `in x.relation`",
    "..": "write a range: `LOW .. HIGH`",
    "type": "write `type` before the types that are forbidden",
    "root": 'put the nodes in `root "…" { … }`',
    "severity": "write `severity …`, then `probability …`",
    "probability": "write `severity …`, then `probability …`",
    "[": "write a list: `[ … ]`",
    "(": "put it in parentheses: `( … )`",
    "STRING": 'say it in quotes: `"…"`',
}


@dataclass(frozen=True, slots=True)
class _Fault:
    """The token at fault, those around it, and the spellings (or kinds) of what could have stood there."""

    text: str
    kind: str
    before: str
    kind_before: str
    after: str
    kind_after: str
    earlier: tuple[str, ...]
    could: frozenset[str]

    @property
    def operator(self) -> bool:
        """Whether an expression is whole here, so that an operator could follow."""
        return {"and", "or"} <= self.could

    @property
    def value(self) -> bool:
        """Whether a value could begin here."""
        return {"NUMBER", "NAME", "("} <= self.could


def meant(expected: set[str], tokens: Tokens, at: int) -> tuple[tuple[int, str], ...]:
    """What was meant instead of token `at` for certain: each token to replace, with its text."""
    fault = _fault(expected, tokens, at)
    if fault.text == ";" and fault.before in ("}", ";"):
        return ((at, ""),)
    if fault.before == "," and fault.text in ("]", "}", ")"):
        return ((at - 1, ""),)
    if fault.text == "=" and fault.operator and fault.before not in _COMPARISONS and fault.after not in "<>":
        return ((at, "=="),)
    return ()


def help_for(expected: set[str], tokens: Tokens, at: int) -> str:
    """What to write instead of token `at`."""
    fault = _fault(expected, tokens, at)
    if _after_nested_comment(tokens, at):
        return "comments do not nest: remove the `/*` within the comment before"
    for topic in _TOPICS:
        advice = topic(fault)
        if advice:
            return advice
    if len(fault.could) == 1 and (only := next(iter(fault.could))) in _ONLY:
        return _ONLY[only]
    said = described(expected)
    return f"write {said} here" if said.count("`") <= 8 else "write one of these here"


def _fault(expected: set[str], tokens: Tokens, at: int) -> _Fault:
    texts, kinds = tokens.texts, tokens.kinds
    return _Fault(
        texts[at],
        kinds[at],
        texts[at - 1] if at else "",
        kinds[at - 1] if at else "",
        texts[at + 1] if at + 1 < len(texts) else "",
        kinds[at + 1] if at + 1 < len(kinds) else END,
        tuple(texts[max(0, at - 6) : at]),
        frozenset(SPELLING.get(kind, kind) for kind in expected),
    )


def _after_nested_comment(tokens: Tokens, at: int) -> bool:
    """Whether a comment ends on this line, before token `at`, that holds the beginning of another."""
    place = tokens.lines[at], tokens.columns[at]
    index = bisect_left(tokens.comments, place, key=lambda one: (one.span.line, one.span.column)) - 1
    if index < 0:
        return False
    comment = tokens.comments[index]
    return comment.span.end_line == place[0] and comment.text.startswith("/*") and "/*" in comment.text[2:]


def _stray(f: _Fault) -> str:
    """Marks that are too many, or that belong elsewhere."""
    if f.text == ";" and f.before in ("}", ";"):
        return "remove it"
    if f.before == "{" and f.could == {"}"}:
        return "an op applies the filters of its entity: leave its body empty, or write a comment"
    if f.before == "," and f.text in ("]", "}", ")"):
        return "remove the `,` before it"
    if f.text == "," and len(f.earlier) >= 4 and f.earlier[-4] == "op":
        return "an op judges one record, or a list of them"
    if f.text == "{" and "->" in f.could and f.before == ")":
        return "say what the op gives: `-> bool { }`"
    if f.could == {"->"} and f.before == ")":
        return "say what the op gives: `-> bool { }`"
    if f.text == ";" and f.could == {"{"}:
        return "write `{ }` in its place"
    if f.text == "+" and f.value:
        return "remove it: a number has no sign `+`"
    if f.text == "," and f.kind_before == f.kind_after == "NUMBER":
        return "write a number without `,` between its digits"
    if f.text == "," and ";" in f.could:
        return "end this with `;` and begin another"
    if f.text == "{" and f.before == "enum":
        return 'write the labels in brackets: `enum["A", "B"]`'
    if f.text == "[" and f.before == "list":
        return "write `list<T>`"
    if f.text == "[" and "key" in f.could:
        return f"write `list<{f.before}>`"
    if f.text == "?" and "decimal" in f.could:
        return "write `?` after the type"
    return ""


def _names(f: _Fault) -> str:
    """Names, ids and texts that are written as one another."""
    if f.text == "." and f.kind_before == "NAME" and f.kind_after == "NUMBER":
        return "write a version with `_`: `Name_v1_0_0`"
    if f.text == "." and f.kind_before == "NUMBER":
        return "write digits after the `.`, or leave it out"
    if f.text == "." and f.kind_after == "NUMBER" and "NUMBER" in f.could:
        if f.before == "..":
            return "write a range with two dots: `LOW .. HIGH`"
        return f"write a digit before the `.`: `0.{f.after}`"
    if f.text == "-" and f.kind_before == "NAME" and not f.operator and f.kind_after != "NUMBER":
        return f"a name holds letters, digits and `_`: write `{f.before}_{f.after}`"
    if f.kind == "NUMBER" and f.could == {"NAME"}:
        return "begin a name with a letter or `_`"
    if f.kind == "STRING" and "+" in f.could and f.kind_before == "STRING":
        return "join the pieces of a text with `+`"
    if f.kind == "STRING" and "NAME" in f.could and not f.operator:
        known = _NAME.fullmatch(f.text) is not None
        return f"write it without quotes: `{f.text}`" if known else "write a name, without quotes"
    if f.text == "+" and f.kind_before == "STRING" and "," in f.could:
        return "write it as one text, so that it can be found"
    if f.could == {"STRING"} and f.text in ("]", ";", "}"):
        return "write at least one"
    if f.could == {"STRING"} and f.before == ":" and f.kind == "NAME":
        return 'say in words what it means, before it: `"…"`'
    if f.could == {"STRING"} and f.before in ("requirement", "hazard", "control", "traces", ","):
        return 'write the id in quotes: `"REQ-1"`'
    if f.could == {"STRING"} and f.before == "+":
        return "join texts only: what is said has no value in it"
    if f.could <= {"STRING", "}"} and "STRING" in f.could:
        word = f.kind != END and _NAME.fullmatch(f.text) is not None and f.kind_after not in ("NAME", END)
        if word and f.after in (";", ",", ":", ")", "->", "{", "]", "severity"):
            return f'say it in quotes: `"{f.text}"`'
    if f.kind == "NAME" and f.could == {"("} and f.before == "filter":
        return "put the condition in parentheses: `filter(…)`"
    return ""


def _expressions(f: _Fault) -> str:
    """Operators and choices as other languages write them."""
    if f.text in (">", "=") and f.before in _COMPARISONS and f.value:
        return "write `!=`" if f.before == "<" and f.text == ">" else f"write `{f.before}` alone"
    if f.text == "=" and f.operator and f.after == "<":
        return "write `<=`"
    if f.text == "=" and f.operator and f.after == ">":
        return "write `implies`, or `>=`"
    if f.text in _COMPARISONS and f.operator:
        return "compare two values at a time: `a <= b and b <= c`"
    if f.text == "=" and f.operator:
        return "compare with `==`"
    if f.text == "?" and f.operator:
        return "write a choice as `if … then … else …`"
    if f.text == "!" and f.value:
        return "write `not`"
    if f.text in ("elif", "elseif", "elsif") or f.earlier[-2:-1] in (("elif",), ("elseif",)):
        return "write `else if`"
    if f.before in ("elif", "elseif", "elsif"):
        return "write `else if`"
    if f.before in _QUANTIFIERS and f.after == "in":
        return "put the quantifier in parentheses: `(all x in list : …)`"
    if f.before == "if" and f.operator and "then" not in f.could:
        return "put the choice in parentheses: `(if a then b else c)`"
    if f.text == "if" and "when" in f.could:
        return "write `when`"
    if f.operator and "then" in f.could:
        return "write `then` after the condition"
    if {":", "where"} <= f.could:
        return "say what must hold of each: `… : c.passed`"
    if f.could == {"by", "where"}:
        return "say what orders them: `by c.at ties all none false : …`"
    if f.text == ":" and "count" in f.earlier and f.could == {")"}:
        return "`count` takes no `:`: say which with `where`"
    return ""


def _policies(f: _Fault) -> str:
    """Clauses of policies, roles, bundles and tests."""
    if f.text == ";" and "because" in f.could:
        return _ONLY["because"]
    if f.text == "until" and "because" in f.could:
        return 'say why before until when: `because "…" until "…"`'
    if f.could == {"forbid", "require"} and f.before == "event":
        if f.text == "include":
            return "an include takes over rules as they are: mark the rules that it includes"
        return "write `event require …` or `event forbid …`"
    if f.could == {"equals", "refines"}:
        return "compare two policies with `refines` or `equals`, or write `for ENTITY x holds …`"
    if f.could == {"op", "}"} and f.after == "(":
        return f"write `op {f.text}(…) -> bool {{ }}`"
    if f.could == {"may", "}"} and f.kind_after == "NAME":
        return f"write `may {f.text} {f.after};`"
    if f.could == {"when"}:
        if f.before == "when":
            return "name the record before `when`: `may update Session s when s.open`"
        return "say when the record may be used: `s when s.open`; or leave its name out"
    if f.text == "with" and f.before in ("allowed", "denied"):
        return "state what is given before the verdict: `expect P(x) with now = … allowed;`"
    if {"allowed", "denied"} <= f.could and f.text in ("+", "-", "*", "/", "("):
        return "state one value or constant, not a computation"
    if f.text == "event" and f.before == "immutable":
        return "an entity is `immutable` or an `event`: what is never stored is never changed"
    if f.text in ("immutable", "event") and f.could == {"{"}:
        return f"write `{f.text}` before `stored as`"
    if f.text == "mitigates" and f.could == {",", ";"}:
        return "write `mitigates` before `satisfies`"
    if f.before == "key" and "key" in f.could:
        return "write `key` after the type"
    if f.could == {"for"} and f.before == "for":
        return "write its name before `for`"
    if f.could == {"for"} and f.earlier[-4:-3] == ("claim",):
        return "a claim of a bundle is about records: `for ENTITY x holds …`"
    return ""


def _machines(f: _Fault) -> str:
    """Clauses of machines and graphs, and the blocks of 1.0."""
    if {"always", "never"} <= f.could and f.text == "for":
        return "say `always`, `never`, `reachable`, `after` or `within`; what is about records stands outside"
    if f.could == {":", "["} and f.kind == "NAME":
        return f"write `{f.before} : {f.text}`"
    if f.could == {"in"} and f.earlier[-2:-1] in (("decimal",), ("int",)):
        return "give its range: `in LOW .. HIGH`"
    if f.could == {"NAME"} and f.kind_before == "NUMBER":
        return f"write the unit: `{f.before} s`"
    if "->" in f.could and f.before == "start":
        return "name the node that comes first"
    if f.could == {"->", "{"}:
        return 'say what comes of it: `-> filter(…);` or `-> next("…");`'
    if f.text == "=" and f.could == {"->"}:
        return "write `->` between two nodes"
    if f.text == "=" and f.could == {":"}:
        return "write `:` in its place"
    if f.text == ":" and f.could == {"="}:
        return "write `=` in its place"
    if f.could == {"NUMBER", "NAME", "-"} | set(_QUANTIFIERS):
        return "write a range: `LOW .. HIGH`"
    return ""


def _files(f: _Fault) -> str:
    """What stands outside a module, or a module within one."""
    if {"module", "overlay"} <= f.could:
        return "write `module NAME { … }` around it"
    if f.text in ("module", "overlay") and "entity" in f.could:
        return "write one module a file"
    if f.kind == "STRING" and f.could == {"NAME"}:
        return "write it without quotes"
    return ""


_TOPICS: tuple[Callable[[_Fault], str], ...] = (_stray, _names, _expressions, _policies, _machines, _files)
