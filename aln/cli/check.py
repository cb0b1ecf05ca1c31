"""`aln check`: syntax, names, types, units and rules; no solver."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.checker.waivers import Waived
from aln.cli.inputs import Loaded, load
from aln.cli.mend import Mended, diff, mend, offered
from aln.cli.results import BAD, ERROR, GOOD, Finding, Result, annotation, findings
from aln.diagnostics import Diagnostic
from aln.host import files

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Checked", "check", "judge"]

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Checked(Result):
    """Every finding about some files. What cannot be parsed is an error (2), what breaks a rule a violation (1).

    `mended` are the fixes that were done, or with `diff` the ones that would be. `waived` findings do not count.
    """

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    strict: bool = False
    waived: tuple[Waived, ...] = ()
    mended: tuple[Mended, ...] | None = None
    diff: str | None = None

    @property
    def exit_code(self) -> int:
        errors = [d for d in self.diagnostics if d.severity == "error"]
        if any(is_syntax(d) for d in errors):
            return ERROR
        return BAD if errors or (self.strict and self.diagnostics) else GOOD

    def document(self) -> dict[str, Any]:
        out: dict[str, Any] = {
            "schema": "aln/check/v1",
            "diagnostics": offered(self.diagnostics, self.sources),
            "waived": [
                {
                    **w.finding.json(),
                    "because": w.waiver.because,
                    "until": w.waiver.until,
                    "waiver": w.waiver.span.json(),
                }
                for w in self.waived
            ],
        }
        if self.mended is not None:
            out["fixes"] = [m.json() for m in self.mended]
        if self.diff is not None:
            out["diff"] = self.diff
        return out

    def text(self) -> Iterator[RenderableType]:
        if self.diff is not None:
            yield from _coloured(self.diff)
        for done in () if self.diff is not None else self.mended or ():
            yield f"fixed {done.span}: {done.code}: {done.says}"
        if self.diagnostics:
            yield findings(self.diagnostics, self.sources)
        else:
            count = len(self.sources)
            yield f"{count} file{'s' if count != 1 else ''} checked, no findings"
        for w in self.waived:
            yield f"waived {w.finding.span}: {w.finding.code} until {w.waiver.until}: {w.waiver.because}"

    def annotations(self) -> Iterator[str]:
        yield from (annotation(Finding.of(d)) for d in self.diagnostics)


def _coloured(diff: str) -> Iterator[RenderableType]:
    from rich.text import Text

    styles = {"+": "green", "-": "red", "@": "cyan"}
    for line in diff.splitlines():
        yield Text(line, "bold" if line[:3] in ("+++", "---") else styles.get(line[:1], ""))


def is_syntax(d: Diagnostic) -> bool:
    """Whether a finding is about the text as such; the syntax room has the codes below 0100."""
    return d.code < "ALN0100"


def check(
    paths: Sequence[Path] | None, strict: bool = False, *, fix: bool = False, diff: bool = False
) -> Checked:
    """Check the sources that `paths` name; `fix` mends what is certain, `diff` shows that and writes nothing."""
    loaded = load(paths)
    return _fixed(loaded, strict, write=not diff) if fix or diff else judge(loaded, strict)


def judge(loaded: Loaded, strict: bool = False) -> Checked:
    return Checked(loaded.diagnostics, loaded.texts, strict, loaded.waived)


def _fixed(loaded: Loaded, strict: bool, *, write: bool) -> Checked:
    after, done = mend(loaded)
    if not write:
        return Checked(loaded.diagnostics, loaded.texts, strict, loaded.waived, done, diff(loaded, after))
    writes: dict[Path, bytes] = {}
    for path, raw, old, new in zip(loaded.paths, loaded.raw, loaded.sources, after.sources, strict=True):
        if old.text != new.text:
            writes[path] = (_BOM if raw.startswith(_BOM) else b"") + new.text.encode("utf-8")
    files.write_all(writes)
    return Checked(after.diagnostics, after.texts, strict, after.waived, done)
