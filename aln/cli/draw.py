"""`aln draw`: therapy graphs and modes of machines as SVG, with the claims that speak of each node; and the runs that
refute a claim, for `aln prove --svg` too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.checker.graphs import modern
from aln.cli.diagrams import Known, of_graph, of_modes
from aln.cli.inputs import load, nothing
from aln.cli.prove import Effort, prove_modules
from aln.cli.results import GOOD, Result
from aln.core.ir import Machine
from aln.core.show import snake
from aln.host import files
from aln.simulate.diagram import draw
from aln.simulate.picture import of_verdict
from aln.simulate.timeline import draw as timeline
from aln.simulate.transitions import modes
from aln.syntax import tree as t
from aln.verifier.obligation import Obligation, OfMachine, Verdict
from aln.verifier.obligations import obligations

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Drawn", "drawings", "refutations"]


@dataclass(frozen=True, slots=True)
class Drawn(Result):
    """The drawings that were written: each file, and what it shows."""

    written: tuple[tuple[str, str], ...]

    @property
    def exit_code(self) -> int:
        return GOOD

    def document(self) -> dict[str, Any]:
        return {"schema": "aln/draw/v1", "drawings": [{"path": p, "shows": s} for p, s in self.written]}

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        for path, shows in self.written:
            yield Text.assemble(path, (f"  {shows}", "dim"))


def drawings(paths: Sequence[Path] | None, out: Path, effort: Effort | None = None) -> Drawn:
    """Draw every therapy graph and every mode of a machine. With an effort each claim is proved first: its status is
    drawn, and the run that refutes it. Raises `AlnError`; nothing is half written then."""
    loaded = load(paths)
    verdicts: dict[str, Verdict] = {}
    if effort is not None:
        proved = prove_modules(loaded.modules, effort.within(loaded.project))
        verdicts = {v.obligation.id: v for v in proved.verdicts}
    trees = {c.module.name: c.module for c, _ in loaded.fronts if c is not None}
    made: dict[Path, tuple[str, str]] = {}
    for module in loaded.modules:
        graphs = {g.name: g if isinstance(g, t.Graph) else modern(g)
                  for g in trees[module.name].items if isinstance(g, t.Graph | t.BehaviorGraph)}  # fmt: skip
        asked = obligations(module)
        machines = {x.name: x for x in trees[module.name].items if isinstance(x, t.Machine)}
        for machine in module.machines:
            known = Known.of(machine, asked, verdicts, {i: _name(i) for i in verdicts})
            drawn: dict[str, tuple[str, str]] = {}
            stem = f"{snake(module.name)}.{snake(machine.name)}"
            if machine.name in graphs:
                diagram = of_graph(graphs[machine.name], machine, known)
                drawn[f"{stem}.svg"] = draw(diagram), f"graph {machine.name}"
            else:
                for state in modes(machine):
                    diagram = of_modes(machines.get(machine.name), machine, state, known)
                    shows = f"modes of {machine.name}: {state.name}"
                    drawn[f"{stem}.{snake(state.name)}.svg"] = draw(diagram), shows
            made |= {out / name: what for name, what in drawn.items()}
            if drawn:
                made |= _runs(asked, machine, verdicts, out)
    if not made:
        raise nothing(
            "there is no therapy graph and no machine with modes to draw", "name a file that has one"
        )
    files.write_all({path: text.encode() for path, (text, _) in made.items()})
    return Drawn(tuple((files.shown(path), shows) for path, (_, shows) in made.items()))


def _runs(
    asked: Iterable[Obligation], machine: Machine, verdicts: Mapping[str, Verdict], out: Path
) -> dict[Path, tuple[str, str]]:
    """The drawing of each run that refutes something of a machine, by file, with what it shows."""
    found = {}
    for o in asked:
        if isinstance(o.goal, OfMachine) and o.goal.machine is machine and o.id in verdicts:
            picture = of_verdict(verdicts[o.id])
            if picture is not None:
                found[out / _name(o.id)] = timeline(picture), f"the run that refutes {o.id}"
    return found


def refutations(verdicts: Iterable[Verdict], out: Path) -> dict[str, str]:
    """Draw the run of each refuted property of a machine into a folder; gives the file of each by its id."""
    found = {v.obligation.id: of_verdict(v) for v in verdicts}
    made = {i: (out / _name(i), timeline(picture)) for i, picture in found.items() if picture is not None}
    if made:
        files.write_all({path: text.encode() for path, text in made.values()})
    return {i: files.shown(path) for i, (path, _) in made.items()}


def _name(of: str) -> str:
    return re.sub("[^A-Za-z0-9_.-]+", ".", of) + ".svg"
