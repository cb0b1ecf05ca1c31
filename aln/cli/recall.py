"""A whole run again: what an earlier one proved of the very same bytes, without reading them as ALN.

Takes the files a run was given and those it could have looked into; gives what was proved of them. Only runs in which
everything was proved are kept. Never: a part of a run, a refutation, or an answer on another day, as waivers end by
the calendar.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from aln.cli.inputs import Loaded, Shelf
from aln.core.ir import CoreModule
from aln.diagnostics import AlnError, Span
from aln.host import files
from aln.host.project import FILE_NAME
from aln.host.store import Kept, Store
from aln.verifier.obligation import Budget, Certificate, Obligation, Unprovable, Verdict

__all__ = ["question", "recalled", "remember"]

Found = tuple[tuple[CoreModule, tuple[Verdict, ...]], ...]

_PROOF = ("L1", "L2", "L3")
_WORDS = ("id", "kind", "says", "module")


def question(store: Store, loaded: Loaded, budget: Budget, prefix: str) -> str | None:
    """The key of a run: every byte that it could read, by the names that it would say; None where one is unreadable.

    INVARIANT: whatever the front of the compiler opens is among these files. A test watches what it opens.
    """
    shelf = Shelf.of(loaded.project, loaded.paths)
    beside = [path for path in shelf.paths if path not in loaded.paths]
    project = loaded.project.root / FILE_NAME
    try:
        read = [(files.shown(path), files.read(path)) for path in beside]
        if project.is_file():
            read.append((files.shown(project), files.read(project)))
    except AlnError:
        return None
    given = tuple(zip(map(files.shown, loaded.paths), loaded.raw, strict=True))
    tables = None if loaded.tables is None else tuple(loaded.tables.items())
    days = tuple(datetime.datetime.now(zone).date().isoformat() for zone in (None, datetime.UTC))
    return store.key_of("run", given, tuple(read), tables, budget, prefix, days)


def recalled(store: Store, key: str | None) -> Found | None:
    """What was proved of the same bytes; None where nothing is known."""
    body = None if key is None else store.read(key)
    try:
        return None if body is None else tuple(_module(row) for row in body["modules"]) or None
    except (KeyError, TypeError, ValueError):
        return None


def remember(store: Store, key: str | None, found: Sequence[tuple[CoreModule, Sequence[Verdict]]]) -> None:
    """Keep a run in which everything was proved."""
    verdicts = [v for _, group in found for v in group]
    if key is None or not verdicts or any(v.status != "proved" or v.evidence not in _PROOF for v in verdicts):
        return
    rows = [
        {"name": m.name, "file": m.file, "links": dict(m.links), "verdicts": [_row(v) for v in group]}
        for m, group in found
    ]
    store.put(key, {"modules": rows})
    store.close()


def _row(v: Verdict) -> dict[str, Any]:
    o = v.obligation
    words = {name: getattr(o, name) for name in _WORDS}
    place = [o.span.file, o.span.line, o.span.column]
    proof = {"engine": v.engine, "evidence": v.evidence, "k": v.k, "rests_on": list(v.rests_on)}
    invariant = list(v.certificate.invariant) if v.certificate is not None else []
    return {**words, "span": place, "traces": list(o.traces), **proof, "invariant": invariant}


def _module(row: Mapping[str, Any]) -> tuple[CoreModule, tuple[Verdict, ...]]:
    module = CoreModule(
        row["name"], row["name"], row["file"], (), (), (), (), {}, {}, dict(row["links"]), ()
    )  # fmt: skip
    return module, tuple(_verdict(each) for each in row["verdicts"])


def _verdict(row: Mapping[str, Any]) -> Kept:
    if row["evidence"] not in _PROOF:
        raise ValueError("what is kept of a run is proved")
    file, line, column = row["span"]
    # Nothing can be proved of this obligation: what it said in core was never read.
    goal = Unprovable("it was answered by an earlier run")
    words = {name: row[name] for name in _WORDS}
    o = Obligation(**words, span=Span(file, line, column), goal=goal, traces=tuple(row["traces"]))
    certificate = Certificate(invariant=tuple(row["invariant"]))
    return Kept(
        o, "proved", row["engine"], row["evidence"], certificate, k=row["k"], rests_on=tuple(row["rests_on"])
    )
