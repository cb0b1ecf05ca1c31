"""What a verb works on: the project, its sources, and what the front of the compiler makes of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import aln
from aln import pipeline
from aln.checker.check import CheckedModule
from aln.checker.waivers import Waived, apart
from aln.cli.results import EMPTY, Unsound
from aln.core.ir import CoreModule
from aln.diagnostics import AlnError, Diagnostic, Span
from aln.evidence.bindings import bindings, read_tables
from aln.host import clock, files, project
from aln.lower.module import lower
from aln.pipeline import Source
from aln.syntax import decode

__all__ = ["Loaded", "fault", "load", "nothing"]

TABLES = "hardware"
"""The folder of a project that holds its signal tables."""


@dataclass(frozen=True)
class Loaded:
    """Some sources of a project: each path with its bytes and its text (None where it is not text).

    `tables` are the project's signal tables by file; None where it has no folder of them, and nothing is bound then.
    """

    project: project.Project
    paths: tuple[Path, ...]
    raw: tuple[bytes, ...]
    sources: tuple[Source, ...]
    undecoded: tuple[tuple[Diagnostic, ...], ...]
    tables: Mapping[str, str] | None = None
    today: datetime.date = field(default_factory=clock.today)

    @property
    def texts(self) -> dict[str, str]:
        """The text of each file by the name that spans use."""
        return {source.file: source.text for source in self.sources} | dict(self.tables or {})

    @cached_property
    def fronts(self) -> tuple[tuple[CheckedModule | None, tuple[Diagnostic, ...]], ...]:
        """Each source parsed and checked, together with what they use of the project and of the library."""
        texts = [s for s, bad in zip(self.sources, self.undecoded, strict=True) if not bad]
        found = iter(pipeline.fronts(texts, Shelf.of(self.project, self.paths).find))
        return tuple((None, bad) if bad else next(found) for bad in self.undecoded)

    @cached_property
    def _judged(self) -> tuple[tuple[tuple[Diagnostic, ...], tuple[Waived, ...]], ...]:
        """The findings of each source apart from those that a waiver covers today."""
        return tuple(
            (found, ()) if checked is None else apart(checked.module, found, self.today)
            for checked, found in self.fronts
        )

    @property
    def waived(self) -> tuple[Waived, ...]:
        """What waivers cover today."""
        return tuple(w for _, waived in self._judged for w in waived)

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong with the sources and with the signal tables they are bound to, in order; what is
        waived apart."""
        own = tuple(d for found, _ in self._judged for d in found)
        if self.tables is None:
            return own
        signals, faults = read_tables(self.tables)
        bound = (bindings(checked, signals) for checked, _ in self.fronts if checked is not None)
        return (*own, *faults, *(d for found in bound for d in found))

    @cached_property
    def modules(self) -> tuple[CoreModule, ...]:
        """The meaning of every source. Raises `Unsound` when one of them has errors."""
        errors = [d for d in self.diagnostics if d.severity == "error"]
        if errors:
            raise Unsound(errors, self.texts)
        return tuple(lower(checked) for checked, _ in self.fronts if checked is not None)


@dataclass(frozen=True)
class Shelf:
    """The files in which a module may be that is used: the project's, then the library's; none twice."""

    paths: tuple[Path, ...]

    @classmethod
    def of(cls, own: project.Project, chosen: Sequence[Path]) -> Shelf:
        """The sources of a project, where there is a project file, and what lies beside the chosen files."""
        there: tuple[Path, ...] = ()
        if (own.root / project.FILE_NAME).is_file():
            there = files.find(s for s in own.sources if s.exists())
        there += tuple(
            p for f in dict.fromkeys(c.parent for c in chosen) for p in sorted(f.glob("[!.]*.aln"))
        )
        return cls((*there, *files.find((LIBRARY,))))

    def find(self, name: str) -> tuple[Source, ...]:
        """Every file that declares a module or an overlay of that name; the project's where both do."""
        held = [path for path in self.paths if name in self._names.get(path, ())]
        own = [path for path in held if LIBRARY not in path.resolve().parents] or held
        found: list[Source] = []
        for path in own:
            text, _ = decode(self._bytes[path], files.shown(path))
            found += [Source(files.shown(path), text)] if text is not None else []
        return tuple(found)

    @cached_property
    def _bytes(self) -> dict[Path, bytes]:
        """Each file that can be read; one that cannot is missed only where something names its module."""
        out = {}
        for path in self.paths:
            with suppress(AlnError):
                out[path] = files.read(path)
        return out

    @cached_property
    def _names(self) -> dict[Path, frozenset[str]]:
        """The names that each file may declare; the parser says which it does."""
        return {
            path: frozenset(name.decode("ascii") for name in _HEAD.findall(data))
            for path, data in self._bytes.items()
        }


_HEAD = re.compile(rb"\b(?:module|overlay)\s+([A-Za-z_][A-Za-z0-9_]*)")
LIBRARY = Path(aln.__file__).resolve().parent / "library"


def load(paths: Sequence[Path] | None) -> Loaded:
    """Read the files that `paths` name, or else the project's. Raises `AlnError`; exit code 4 when there are none."""
    found = project.find(Path.cwd())
    chosen = files.find(paths or found.sources)
    if not chosen:
        where = ", ".join(f"`{files.shown(path)}`" for path in paths or found.sources)
        raise nothing(
            f"there is no ALN file in {where}", "name a file or folder that has one, or run `aln new`"
        )
    raw = tuple(files.read(path) for path in chosen)
    sources, undecoded = [], []
    for path, data in zip(chosen, raw, strict=True):
        text, bad = decode(data, files.shown(path))
        sources.append(Source(files.shown(path), text or ""))
        undecoded.append(bad)
    return Loaded(found, chosen, raw, tuple(sources), tuple(undecoded), _tables(found.root / TABLES))


def _tables(folder: Path) -> dict[str, str] | None:
    """The signal tables of a folder by file. Raises `AlnError` for one that cannot be read."""
    if not folder.is_dir():
        return None
    texts = {}
    for path in sorted(folder.glob("[!.]*.toml")):
        try:
            texts[files.shown(path)] = files.read(path).decode("utf-8")
        except UnicodeDecodeError as error:
            says = f"`{files.shown(path)}` is not UTF-8 at byte {error.start}"
            raise fault(says, "save it as UTF-8", "ALN1002") from None
    return texts


def nothing(message: str, help: str) -> AlnError:
    """There is nothing to do, which is never the same as all good: exit code 4."""
    return AlnError(Diagnostic("ALN1005", Span("", 0, 0), message, help), EMPTY)


def fault(message: str, help: str, code: str = "ALN1001") -> AlnError:
    """The command cannot be understood: exit code 2."""
    return AlnError(Diagnostic(code, Span("", 0, 0), message, help))
