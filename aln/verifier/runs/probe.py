"""What happens in one tick of a machine after given inputs, and how far that is from some goals.

Takes: a machine, candidates to be broken, comparisons that matter. Gives: states, truths and distances. Every answer
costs one of the ticks that are `left`, whoever asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aln.core.evaluate import initial
from aln.core.ir import Expr, Field, Machine
from aln.core.slice import reads
from aln.verifier.machines.candidates import Candidate
from aln.verifier.runs.distance import Distance, gap
from aln.verifier.runs.paths import Path, Pattern, Values
from aln.verifier.runs.steps import Row, Samples, Windows, Writer, row


@dataclass(slots=True)
class Node:
    """A state that was reached: how, its parameters and values by position, its windows, which nobody changes; and the
    inputs that were already followed on from it."""

    path: Path
    fixed: Row
    state: Row
    windows: Windows
    followed: Pattern = ()


class Probe:
    """One machine as far as its definitions and states are `near`, asked about `tests` and goals."""

    def __init__(
        self,
        machine: Machine,
        near: frozenset[str],
        tests: Sequence[Expr],
        goals: Mapping[str, Candidate],
        effort: int,
    ) -> None:
        self.machine, self.tests, self.goals = machine, tests, goals
        self.left = effort
        self.states = [s for s in machine.states if s.name in near]
        self.inputs = [f for f in machine.inputs if f.name in near]
        self.windows = [w for w in machine.windows if w.name in near]
        self.order = {name: n for n, name in enumerate(goals)}
        self._needs = _needs(machine)
        roots = [e for c in goals.values() for e in (c.given, c.value) if e is not None]
        writer = Writer(machine, near, [*tests, *roots])
        after = [writer.names[s.next] for s in self.states]
        ranges = [
            f"{s.type.lo} <= {name} <= {s.type.hi}"
            for s, name in zip(self.states, after, strict=True)
            if s.type.sort == "int" and not s.type.unbounded
        ]
        said = row(writer.text(e) for e in tests)
        met = row(_broken(writer, c) for c in goals.values())
        # The states after the tick, what the tests say, which goals are met, whether every state is in its range.
        self.tick = writer.function(f"{row(after)}, {said}, {met}, {' and '.join(ranges) or 'True'}")
        writer = Writer(machine, near, roots)
        distance = Distance(writer)
        self._far = writer.function(row([_away(distance, c) for c in goals.values()]), gap=gap)
        writer = Writer(machine, near, tests)
        # In one tick, only what depends on inputs can turn.
        distance = Distance(writer, lambda e: bool(self.reached(e)))
        turns = [row((distance.to(e, False), distance.to(e, True))) for e in tests]
        self._turns = writer.function(row(turns), gap=gap)

    def start(self, parameters: Values) -> Node:
        """The state before the first tick."""
        first = initial(self.machine, parameters)
        return Node(
            Path(parameters),
            tuple(parameters[f.name] for f in self.machine.parameters),
            tuple(first[s.name] for s in self.states),
            tuple(Samples(w) for w in self.windows),
        )

    def row(self, inputs: Values) -> Row:
        return tuple(inputs[f.name] for f in self.machine.inputs)

    def far(self, node: Node, inputs: Values) -> tuple[int, ...]:
        """How far the next tick is from each goal, with these inputs."""
        self.left -= 1
        distances: tuple[int, ...] = self._far(
            node.fixed, node.state, self.row(inputs), tuple(w.copy() for w in node.windows)
        )
        return distances

    def turns(self, node: Node, inputs: Values) -> tuple[tuple[int, int], ...]:
        """How far the next tick is from each test being false, and true."""
        self.left -= 1
        distances: tuple[tuple[int, int], ...] = self._turns(
            node.fixed, node.state, self.row(inputs), tuple(w.copy() for w in node.windows)
        )
        return distances

    def next(self, node: Node, inputs: Values) -> tuple[Node | None, tuple[bool, ...]]:
        """The state one tick later, None where it is out of range, and what the tests say in that tick."""
        self.left -= 1
        windows = tuple(w.copy() for w in node.windows)
        state, said, _, lawful = self.tick(node.fixed, node.state, self.row(inputs), windows)
        return Node(node.path, node.fixed, state, windows) if lawful else None, said

    def within(self, *roots: Expr) -> list[Expr]:
        """Expressions, and those that they are computed from in the same tick."""
        out = dict.fromkeys(roots)
        todo = list(roots)
        while todo:
            for name in sorted(reads(todo.pop())):
                for e in self._needs.get(name, ()):
                    if e not in out:
                        out[e] = None
                        todo.append(e)
        return list(out)

    def reached(self, *roots: Expr) -> list[Field]:
        """The inputs that expressions depend on in the same tick."""
        names = reads(*self.within(*roots))
        return [f for f in self.inputs if f.name in names]


def _needs(machine: Machine) -> dict[str, tuple[Expr, ...]]:
    """What each value of a tick is computed from."""
    needs: dict[str, tuple[Expr, ...]] = {d.name: (d.value,) for d in machine.definitions}
    for w in machine.windows:
        needs |= {f.name: (w.given, w.value) for f in w.fields}
    return needs


def _bounds(c: Candidate) -> tuple[Expr, int, int] | None:
    """The number that a candidate keeps within bounds, if it does."""
    if c.value is None or c.type.sort != "int" or c.type.unbounded:
        return None
    return c.value, c.type.lo, c.type.hi


def _broken(writer: Writer, c: Candidate) -> str:
    """The text of whether a candidate does not hold."""
    bounds = _bounds(c)
    out = "" if bounds is None else f" or not {bounds[1]} <= {writer.text(bounds[0])} <= {bounds[2]}"
    return f"(not {writer.text(c.given)}{out})"


def _away(distance: Distance, c: Candidate) -> str:
    """The text of how far a candidate is from being broken."""
    missing, bounds = distance.to(c.given, False), _bounds(c)
    return missing if bounds is None else f"min({missing}, {distance.outside(*bounds)})"
