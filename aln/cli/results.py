"""The one result model: what a verb found, as text for people, as one JSON document, as annotations of a forge."""

from __future__ import annotations

import json
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from aln.diagnostics import AlnError, Diagnostic, Span

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = [
    "Failed",
    "Finding",
    "Format",
    "Formats",
    "Result",
    "Unsound",
    "Unwritten",
    "annotation",
    "emit",
    "findings",
    "worst",
]

GOOD, BAD, ERROR, INCONCLUSIVE, EMPTY = 0, 1, 2, 3, 4
_GRAVITY = (ERROR, BAD, INCONCLUSIVE, EMPTY, GOOD)


class Format(StrEnum):
    """How a result is written."""

    text = "text"
    json = "json"


class Formats(StrEnum):
    """How a result with findings is written."""

    text = "text"
    json = "json"
    github = "github"


class Result(ABC):
    """What a verb found. Subclasses are frozen dataclasses; the same data make every format."""

    @property
    @abstractmethod
    def exit_code(self) -> int:
        """0 good · 1 refuted or violated · 2 could not be done · 3 inconclusive · 4 nothing to check."""

    @abstractmethod
    def document(self) -> dict[str, Any]:
        """The documented JSON object; its schema is in `manifests/schema`."""

    @abstractmethod
    def text(self) -> Iterator[RenderableType]:
        """What people read; coloured, where the terminal takes colours."""

    def annotations(self) -> Iterator[str]:
        """What a forge shows beside the changed lines."""
        yield from ()


def worst(codes: Iterable[int]) -> int:
    """The gravest of some exit codes: an error, then a refutation, then doubt, then nothing at all."""
    return min(codes, key=_GRAVITY.index, default=EMPTY)


@dataclass(frozen=True, slots=True)
class Failed(Result):
    """A command that could not do its work, and why."""

    command: str
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    code: int = ERROR

    @property
    def exit_code(self) -> int:
        return self.code

    def document(self) -> dict[str, Any]:
        return {
            "schema": "aln/error/v1",
            "command": self.command,
            "exit_code": self.code,
            "diagnostics": [d.json() for d in self.diagnostics],
        }

    def text(self) -> Iterator[RenderableType]:
        yield findings(self.diagnostics, self.sources)

    def annotations(self) -> Iterator[str]:
        yield from (annotation(Finding.of(d)) for d in self.diagnostics)


class Unsound(AlnError):
    """Sources with these errors (one at the least): nothing can be proved of them, nothing built from them."""

    def __init__(self, diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> None:
        super().__init__(diagnostics[0])
        self.diagnostics = tuple(diagnostics)
        self.sources = sources


class Unwritten(OSError):
    """The result could not be written; nothing is wrong with what it says."""


def findings(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> RenderableType:
    """Diagnostics with their source lines."""
    from rich.text import Text

    from aln.cli.diagnostics import render

    return Text.from_ansi(render(diagnostics, sources, color=True).rstrip("\n"))


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────


def emit(result: Result, form: Formats) -> None:
    """Write a result: JSON and annotations to standard output; the text of a failure to standard error.

    Raises `Unwritten`, or BrokenPipeError when the reader has enough.
    """
    try:
        _write(result, form)
        sys.stdout.flush()
    except BrokenPipeError:
        # With its number the command-line library would end by itself, with the exit code of a refutation.
        raise BrokenPipeError("the reader has enough") from None
    except OSError as error:
        raise Unwritten(*error.args) from None


def _write(result: Result, form: Formats) -> None:
    if form is Formats.json:
        plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
        print(json.dumps(result.document(), ensure_ascii=plain, indent=2, default=str))  # noqa: T201
        return
    if form is Formats.github:
        for line in result.annotations():
            print(line)  # noqa: T201
    from rich.console import Console
    from rich.text import Text

    class Output(Console):
        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    console = Output(
        file=sys.stderr if isinstance(result, Failed) else sys.stdout,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for part in result.text():
        console.print(
            part, soft_wrap=isinstance(part, str | Text)
        )  # only pages are set in the terminal's width


# ── annotations ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to point at: how grave, where, its name, and what to say."""

    level: str
    span: Span
    title: str
    message: str

    @classmethod
    def of(cls, d: Diagnostic) -> Finding:
        return cls(d.severity, d.span, d.code, d.message + (f"; {d.help}" if d.help else ""))


def annotation(found: Finding) -> str:
    """A GitHub workflow command. Source: GitHub Actions, workflow commands, setting an error message."""
    place = ""
    if found.span.file:
        place = f"file={_property(found.span.file)},line={max(1, found.span.line)},"
        place += f"col={max(1, found.span.column)},"
    return f"::{found.level} {place}title={_property(found.title)}::{_data(found.message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
