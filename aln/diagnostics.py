"""The one diagnostic type: what every room reports, and what every format renders.

Takes nothing from other rooms; gives `Span`, `Diagnostic`, `Fix` and `Severity`; never prints.
A message is lower case, without a final full stop, names the user's words in backticks and says the cause;
`help` says what to write instead.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["AlnError", "Diagnostic", "Edit", "Fix", "Severity", "Span"]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source: file, and 1-based line and column of its first and just past its last character."""

    file: str
    line: int
    column: int
    end_line: int = 0
    end_column: int = 0

    def to(self, other: Span) -> Span:
        """The span from the start of this one to the end of `other`."""
        return Span(self.file, self.line, self.column, other.end_line, other.end_column)

    def json(self) -> dict[str, object]:
        return {"file": self.file, "line": self.line, "column": self.column}

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


NOWHERE = Span("", 0, 0)


@dataclass(frozen=True, slots=True)
class Edit:
    """The text within `span` becomes `text`; an empty span inserts.

    With `word`, only that token within the span is replaced: nothing is done unless it stands there exactly once.
    """

    span: Span
    text: str
    word: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding for certain: there is one thing that its author can have meant."""

    says: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code (`ALN0123`), where, what is wrong, and what to write instead."""

    code: str
    span: Span
    message: str
    help: str = ""
    severity: Severity = "error"
    fix: Fix | None = None

    @property
    def page(self) -> str:
        """The rule-book page of this code, as `aln explain` finds it."""
        return f"aln explain {self.code}"

    def json(self) -> dict[str, object]:
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.message,
            "help": self.help,
            "span": self.span.json(),
            "page": self.page,
        }


class AlnError(Exception):
    """A fault that stops a command: carries one diagnostic, so that nobody sees a traceback."""

    def __init__(self, diagnostic: Diagnostic, exit_code: int = 2) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
        self.exit_code = exit_code
