"""Verdicts as the golden files of the catalogue and the corpus hold them: no times, no solver versions."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from aln.core.ir import CoreModule
from aln.pipeline import Source, core, front
from aln.verifier.obligation import Verdict
from aln.verifier.wording import wording

ROOT = Path(__file__).parents[2] / "verifier"


def module(path: Path) -> CoreModule:
    """The core of a file of the catalogue or the corpus, named by its path within `verifier/`."""
    return core(source(path), beside(path))


def beside(path: Path) -> list[Source]:
    """The modules in the same folder that a text may use."""
    others = (p for p in sorted(path.parent.glob("*.aln")) if p.stem not in ("holds", "fails", "design"))
    return [source(p) for p in others if p != path]


def source(path: Path) -> Source:
    return Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))


def findings(path: Path) -> list[str]:
    """What the parser and the checker say of a file."""
    _, found = front(source(path), beside(path))
    return [f"{d.span}: {d.code}: {d.message}" for d in found]


def rendered(verdicts: Iterable[Verdict]) -> str:
    """One line an obligation: status, evidence, id; for a refutation what it says, the values and the rules."""
    out = []
    for v in verdicts:
        out.append(f"{v.status:<8} {v.evidence:<2}  {v.obligation.id}")
        if v.status == "proved":
            continue
        out.append(f"    {wording(v)}: {v.obligation.says}")
        found = v.counterexample
        if found is not None:
            out += [f"    {found.says}"] if found.says else []
            out += [f"        {line}".rstrip() for line in found.shown]
            out += [f"    let through by {name}" for name in found.blames]
    return "".join(f"{line}\n" for line in out)
