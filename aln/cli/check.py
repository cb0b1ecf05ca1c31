"""`aln check`: syntax, names, types, units and rules; no solver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.cli.inputs import Loaded, load
from aln.cli.results import BAD, ERROR, GOOD, Finding, Result, annotation, findings
from aln.diagnostics import Diagnostic

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Checked", "check", "judge"]


@dataclass(frozen=True, slots=True)
class Checked(Result):
    """Every finding about some files. What cannot be parsed is an error (2), what breaks a rule a violation (1)."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    strict: bool = False

    @property
    def exit_code(self) -> int:
        errors = [d for d in self.diagnostics if d.severity == "error"]
        if any(is_syntax(d) for d in errors):
            return ERROR
        return BAD if errors or (self.strict and self.diagnostics) else GOOD

    def document(self) -> dict[str, Any]:
        return {"schema": "aln/check/v1", "diagnostics": [d.json() for d in self.diagnostics]}

    def text(self) -> Iterator[RenderableType]:
        if self.diagnostics:
            yield findings(self.diagnostics, self.sources)
        else:
            count = len(self.sources)
            yield f"{count} file{'s' if count != 1 else ''} checked, no findings"

    def annotations(self) -> Iterator[str]:
        yield from (annotation(Finding.of(d)) for d in self.diagnostics)


def is_syntax(d: Diagnostic) -> bool:
    """Whether a finding is about the text as such; the syntax room has the codes below 0100."""
    return d.code < "ALN0100"


def check(paths: Sequence[Path] | None, strict: bool = False) -> Checked:
    """Check the sources that `paths` name."""
    return judge(load(paths), strict)


def judge(loaded: Loaded, strict: bool = False) -> Checked:
    return Checked(loaded.diagnostics, loaded.texts, strict)
