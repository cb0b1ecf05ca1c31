"""`aln fmt`: the canonical layout."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.cli.inputs import Loaded, load
from aln.cli.results import BAD, ERROR, GOOD, Finding, Result, annotation, findings
from aln.diagnostics import Diagnostic, Span
from aln.host import files
from aln.pipeline import Source
from aln.syntax import format_module, parse

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["File", "Formatted", "fmt", "layout"]


@dataclass(frozen=True, slots=True)
class File:
    """What became of one file: `unchanged`, `changed`, `would change` or `failed`."""

    path: str
    status: str
    diff: str = ""


@dataclass(frozen=True, slots=True)
class Formatted(Result):
    """What became of some files; a file with syntax errors is left as it is."""

    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, str]
    check: bool
    diff: bool

    @property
    def exit_code(self) -> int:
        if any(file.status == "failed" for file in self.files):
            return ERROR
        return BAD if self.check and any(file.status == "would change" for file in self.files) else GOOD

    def document(self) -> dict[str, Any]:
        rows: list[dict[str, Any]] = []
        for file in self.files:
            rows.append({"path": file.path, "status": file.status})
            if self.diff and file.diff:
                rows[-1]["diff"] = file.diff
        return {"schema": "aln/fmt/v1", "files": rows, "diagnostics": [d.json() for d in self.diagnostics]}

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        styles = {"+": "green", "-": "red", "@": "cyan"}
        for file in self.files:
            if self.diff:
                for line in file.diff.splitlines():
                    yield Text(line, styles.get(line[:1], "") if line[:3] not in ("+++", "---") else "bold")
            elif file.status != "unchanged":
                yield Text.assemble(
                    (f"{file.status:<13}", "red" if file.status == "failed" else "yellow"), file.path
                )
        if self.diagnostics:
            yield findings(self.diagnostics, self.sources)
        counts = {status: sum(f.status == status for f in self.files) for status in _STATUSES}
        if not self.diff:
            yield ", ".join(f"{count} {status}" for status, count in counts.items() if count)

    def annotations(self) -> Iterator[str]:
        yield from (annotation(Finding.of(d)) for d in self.diagnostics)
        for file in self.files:
            if file.status == "would change":
                says = "not in the canonical layout; run `aln fmt`"
                yield annotation(Finding("error", Span(file.path, 1, 1), "format", says))


_STATUSES = ("unchanged", "changed", "would change", "failed")


def fmt(paths: Sequence[Path] | None, *, check: bool = False, diff: bool = False) -> Formatted:
    """Lay out the sources that `paths` name; with `check` or `diff` nothing is written."""
    return layout(load(paths), check=check, diff=diff)


def layout(loaded: Loaded, *, check: bool = False, diff: bool = False) -> Formatted:
    rows: list[File] = []
    faults: list[Diagnostic] = []
    writes: dict[Path, bytes] = {}
    for path, raw, source, bad in zip(
        loaded.paths, loaded.raw, loaded.sources, loaded.undecoded, strict=True
    ):
        canonical, found = (None, bad) if bad else _canonical(source)
        if canonical is None:
            faults += found
            rows.append(File(source.file, "failed"))
            continue
        data = canonical.encode("utf-8")
        if data == raw:
            rows.append(File(source.file, "unchanged"))
            continue
        writes[path] = data
        changes = difflib.unified_diff(
            source.text.splitlines(), canonical.splitlines(), source.file, source.file, lineterm=""
        )
        rows.append(File(source.file, "would change" if check or diff else "changed", "\n".join(changes)))
    if not (check or diff):
        files.write_all(writes)
    return Formatted(tuple(rows), tuple(faults), loaded.texts, check, diff)


def _canonical(source: Source) -> tuple[str | None, tuple[Diagnostic, ...]]:
    module, found = parse(source.text, source.file)
    if module is None or any(d.severity == "error" for d in found):
        return None, found
    text = format_module(module)
    again, lost = parse(text, source.file)
    # A layout that reads otherwise than its source would change what is proved: it is never written.
    if again is None or any(d.severity == "error" for d in lost) or format_module(again) != text:
        says = "internal error: the layout of this file does not read back; please report it"
        return None, (Diagnostic("ALN1006", Span(source.file, 1, 1), says, "the file is left as it is"),)
    return text, found
