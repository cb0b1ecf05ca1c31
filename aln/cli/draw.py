"""`aln draw`: therapy graphs and modes of machines as SVG, with the claims that speak of each node; and the runs that
refute a claim, for `aln prove --svg`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.cli.inputs import load, nothing
from aln.cli.prove import Effort, prove_modules
from aln.cli.results import GOOD, Result
from aln.core.ir import CoreModule, Machine, State, walk
from aln.core.show import snake
from aln.diagnostics import AlnError
from aln.host import files
from aln.simulate.diagram import Box, Diagram, Edge, Told, draw
from aln.simulate.parameters import drawn
from aln.simulate.picture import of_verdict
from aln.simulate.timeline import draw as timeline
from aln.simulate.transitions import modes, possible, seen
from aln.syntax import tree as t
from aln.syntax.format import format_expr
from aln.verifier.obligation import OfMachine, Verdict

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Drawn", "drawings", "refutations"]

END = "end"


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
    """Draw every therapy graph and every mode of a machine. With an effort each claim is proved first, and its status
    drawn. Raises `AlnError`; nothing is half written then."""
    loaded = load(paths)
    modules = loaded.modules
    status: dict[tuple[str, str, str], str] = {}
    if effort is not None:
        proved = prove_modules(modules, effort.within(loaded.project))
        status = _statuses(v for _, found in proved.modules for v in found)
    trees = {c.module.name: c.module for c, _ in loaded.fronts if c is not None}
    made: dict[Path, tuple[str, str]] = {}
    for module in modules:
        graphs = {g.name: g for g in trees[module.name].items if isinstance(g, t.Graph)}
        for machine in module.machines:
            own = {p: s for (m, x, p), s in status.items() if (m, x) == (module.name, machine.name)}
            if machine.name in graphs:
                name = f"{snake(module.name)}.{snake(machine.name)}.svg"
                made[out / name] = (
                    draw(_graph(graphs[machine.name], module, machine, own)),
                    f"graph {machine.name}",
                )
                continue
            for state in modes(machine):
                name = f"{snake(module.name)}.{snake(machine.name)}.{snake(state.name)}.svg"
                shows = f"modes of {machine.name}: {state.name}"
                made[out / name] = draw(_modes(module, machine, state, own)), shows
    if not made:
        raise nothing(
            "there is no therapy graph and no machine with modes to draw", "name a file that has one"
        )
    files.write_all({path: text.encode() for path, (text, _) in made.items()})
    return Drawn(tuple((files.shown(path), shows) for path, (_, shows) in made.items()))


def refutations(verdicts: Iterable[Verdict], out: Path) -> dict[str, str]:
    """Draw the run of each refuted property of a machine into a folder; gives the file of each by its id."""
    found = {v.obligation.id: of_verdict(v) for v in verdicts}
    made = {i: (out / _name(i), timeline(picture)) for i, picture in found.items() if picture is not None}
    if made:
        files.write_all({path: text.encode() for path, text in made.values()})
    return {i: files.shown(path) for i, (path, _) in made.items()}


def _name(of: str) -> str:
    return re.sub("[^A-Za-z0-9_.-]+", ".", of) + ".svg"


def _statuses(verdicts: Iterable[Verdict]) -> dict[tuple[str, str, str], str]:
    found: dict[tuple[str, str, str], str] = {}
    for v in verdicts:
        goal = v.obligation.goal
        if isinstance(goal, OfMachine):
            found[v.obligation.module, goal.machine.name, goal.name] = v.status
    return found


def _claims(machine: Machine, status: Mapping[str, str]) -> tuple[Told, ...]:
    return tuple(
        Told(p.name, p.says, status.get(p.name, ""))
        for p in machine.properties
        if not p.lemma and "." not in p.name and p.says
    )


# ── therapy graphs ───────────────────────────────────────────────────────────────────────────────────────────


def _graph(graph: t.Graph, module: CoreModule, machine: Machine, status: Mapping[str, str]) -> Diagram:
    nodes = [i for i in graph.items if isinstance(i, t.GraphNode)]
    start = next((i.node for i in graph.items if isinstance(i, t.Start)), "")
    claims = _claims(machine, status)
    trees = [i for i in graph.items if isinstance(i, t.Property)]
    told = {c.name for c in claims}

    def of(name: str) -> tuple[str, ...]:
        named = [p.name for p in trees if p.name in told and name in set(_words(p))]
        return tuple(named) + tuple(c for c in told if c in (f"{name}_needs", f"{name}_unless"))

    boxes = [Box(n.name, tuple(_said(n)), of(n.name), n.name == start) for n in nodes]
    edges = []
    for item in graph.items:
        if isinstance(item, t.Edges):
            when = f"when {format_expr(item.condition)}" if item.condition is not None else ""
            often = f"at most {item.at_most} times" if item.at_most is not None else ""
            edges += [Edge(a, b, f"{when} {often}".strip()) for a, b in pairwise(item.nodes)]
    if any(e.target == END for e in edges):
        boxes.append(Box(END, (), of(END)))
    boxes.sort(key=lambda b: not b.start)
    return Diagram(f"{graph.name} ({module.name})", f"therapy graph for {graph.entity}" if graph.entity else "therapy graph",
                   tuple(boxes), tuple(edges), claims)  # fmt: skip


def _said(node: t.GraphNode) -> Iterator[str]:
    if node.type:
        yield node.type
    if node.low is not None and node.high is not None:
        yield f"{format_expr(node.low)} .. {format_expr(node.high)}"
    if node.needs is not None:
        yield f"needs {format_expr(node.needs)}"
    if node.unless is not None:
        yield f"unless {format_expr(node.unless)}"


def _words(tree: object) -> Iterator[str]:
    """Every name and text of a tree."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, tuple):
        for part in tree:
            yield from _words(part)
    elif is_dataclass(tree):
        for part in fields(tree):
            if part.name not in ("span", "says"):
                yield from _words(getattr(tree, part.name))


# ── modes ────────────────────────────────────────────────────────────────────────────────────────────────────


def _modes(module: CoreModule, machine: Machine, state: State, status: Mapping[str, str]) -> Diagram:
    may = possible(machine, state)
    try:
        taken = seen(machine, state, drawn(machine, 0))
    except AlnError:
        taken = frozenset()  # no valid parameters were found: nothing is seen, and nothing excluded by it
    claims = _claims(machine, status)
    formulas = {p.name: p.formula for p in machine.properties}

    def of(label: str) -> tuple[str, ...]:
        return tuple(
            c.name for c in claims
            if any(e.kind == "const" and e.type == state.type and e.value == label for e in walk(formulas[c.name]))
        )  # fmt: skip

    first = next((e.value for e in walk(state.initial) if e.kind == "const" and e.type == state.type), None)
    boxes = [Box(label, (), of(label), label == first) for label in state.type.labels]
    boxes.sort(key=lambda b: not b.start)
    edges = [Edge(a, b, "", (a, b) in taken) for a, after in may.items() for b in after if a != b]
    says = f"modes of {machine.name}: whole lines were taken in runs, broken ones are not excluded"
    return Diagram(f"{machine.name}.{state.name} ({module.name})", says, tuple(boxes), tuple(edges), claims)
