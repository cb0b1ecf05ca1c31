"""Fixes: which edits a finding offers, where exactly they fall in a text, and the text with them done.

Takes names and places, then a text; gives a `Fix`, exact edits, a new text. Never decides whether a fix is wanted,
and touches nothing outside the edits: layout, comments and line ends stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aln.diagnostics import Edit, Fix, Span
from aln.syntax.near import certain
from aln.syntax.tokens import BAD, tokenize

__all__ = ["Exact", "Text", "edited", "renamed", "renaming"]


def renamed(span: Span, wrong: str, right: str) -> Fix | None:
    """The fix that writes `right` for the one word `wrong` within a place; none where there is nothing to write."""
    return Fix(f"write `{right}`", (Edit(span, right, wrong),)) if right and right != wrong else None


def renaming(span: Span, name: str, known: Iterable[str], written: str = "{}") -> Fix | None:
    """The fix for a name that is not known, where it is certain; `written` is how a name stands in the text."""
    right = certain(name, known)
    return renamed(span, written.format(name), written.format(right)) if right else None


@dataclass(frozen=True, slots=True)
class Exact:
    """Characters `start` up to `end` become `text`."""

    start: int
    end: int
    text: str


class Text:
    """One text, in which edits are placed. Lines and columns are those of spans: a line ends with its `\\n`."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)
        self._tokens: list[tuple[int, int, str]] | None = None

    def _at(self, line: int, column: int) -> int | None:
        """The offset of a place; None where the text has no such place."""
        if not 1 <= line < len(self._starts) or column < 1:
            return None
        at = self._starts[line - 1] + column - 1
        return at if at < self._starts[line] and at <= len(self.text) else None

    def _words(self) -> list[tuple[int, int, str]]:
        """Start, end and spelling of each token."""
        if self._tokens is None:
            found = tokenize(self.text, self.file)
            self._tokens = []
            for index, kind in enumerate(found.kinds[:-1]):
                span = found.span(index, index)
                start, end = self._at(span.line, span.column), self._at(span.end_line, span.end_column)
                if kind != BAD and start is not None and end is not None:
                    self._tokens.append((start, end, self.text[start:end]))
        return self._tokens

    def place(self, fix: Fix) -> tuple[Exact, ...] | None:
        """Where the edits of a fix fall; None when one of them has no single place in this text."""
        out: list[Exact] = []
        for edit in fix.edits:
            if edit.span.file != self.file:
                return None
            start, end = (
                self._at(edit.span.line, edit.span.column),
                self._at(edit.span.end_line, edit.span.end_column),
            )
            if start is None or end is None or end < start:
                return None
            if edit.word:
                held = [
                    (a, b) for a, b, said in self._words() if start <= a and b <= end and said == edit.word
                ]
                if len(held) != 1:
                    return None
                start, end = held[0]
            if not edit.text:
                start, end = self._with_space(start, end)
            out.append(Exact(start, end, edit.text))
        return tuple(out)

    def _with_space(self, start: int, end: int) -> tuple[int, int]:
        """What goes with a word that is removed: its line, if nothing else stands there, or the blank behind it."""
        first = self.text.rfind("\n", 0, start) + 1
        last = self.text.find("\n", end)
        last = len(self.text) if last < 0 else last + 1
        if end > start and not self.text[first:start].strip() and not self.text[end:last].strip():
            return first, last
        return start, end + (self.text[start:end].isalnum() and self.text[end : end + 1] == " ")

    def span(self, exact: Exact) -> Span:
        """The place of an exact edit, as people and editors count."""
        (line, column), (end_line, end_column) = self._point(exact.start), self._point(exact.end)
        return Span(self.file, line, column, end_line, end_column)

    def _point(self, at: int) -> tuple[int, int]:
        before = self.text[:at]
        return before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1


def edited(text: str, edits: Sequence[Exact]) -> str | None:
    """The text with all edits done; None where two of them overlap."""
    ordered = sorted(dict.fromkeys(edits), key=lambda e: (e.start, e.end))
    out: list[str] = []
    at = 0
    for edit in ordered:
        if edit.start < at or (out and edit.start == at == edit.end):
            return None
        out += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*out, text[at:]))
