"""Which inputs are worth a try in a state, on the way to a goal.

Takes: a probe, and the numbers that an input is compared with. Gives: patterns of inputs. Never: all there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from aln.core.ir import Field
from aln.verifier.runs.distance import NEVER, UNIT
from aln.verifier.runs.paths import Path, Pattern, Values, idle
from aln.verifier.runs.probe import Node, Probe

Thresholds: TypeAlias = Callable[[Field, Values], set[int]]
"""The numbers that an input is compared with, given the parameters."""
REMEMBERED = 2
"""So many of the inputs that came nearest to a goal are tried in every state."""


class Letters:
    """Inputs to try, with any valid parameters. `best` came nearest to each goal lately."""

    def __init__(self, probe: Probe, thresholds: Thresholds) -> None:
        self.probe, self.thresholds = probe, thresholds
        self.idle: Values = {f.name: idle(f) for f in probe.machine.inputs}
        self.best: dict[str, list[Values]] = {goal: [] for goal in probe.goals}
        self.steers = {
            goal: probe.reached(*(e for e in (c.given, c.value) if e is not None))
            for goal, c in probe.goals.items()
        }
        self.turned_by = [probe.reached(test) for test in probe.tests]
        self.fed_by = [probe.reached(w.value) for w in probe.windows]
        self._values: dict[Any, Mapping[str, list[Any]]] = {}

    def last(self, path: Path) -> Values:
        return path.stretches[-1].inputs[0] if path.stretches else self.idle

    def values(self, node: Node) -> Mapping[str, list[Any]]:
        """Values of each input of which no two are alike to the tests in the first tick, and the ends of those that are."""
        found = self._values.get(node.fixed)
        if found is None:
            start = self.probe.start(node.path.parameters)
            found = {f.name: self._tried(f, start) for f in self.probe.inputs}
            self._values[node.fixed] = found
        return found

    def _tried(self, field: Field, start: Node) -> list[Any]:
        ty = field.type
        missing: list[Any] = [None] if field.optional else []
        if ty.sort == "bool":
            return [*missing, False, True]
        if ty.sort == "enum":
            return [*missing, *ty.labels]
        if ty.sort != "int":
            return [*missing, ty.default()]
        near = {n for c in self.thresholds(field, start.path.parameters) for n in (c - 1, c, c + 1)}
        ends: dict[tuple[bool, ...], tuple[int, int]] = {}
        for n in sorted({int(ty.default()), ty.lo, ty.hi, *(n for n in near if ty.lo <= n <= ty.hi)}):
            _, said = self.probe.next(start, {**self.idle, field.name: n})
            ends[said] = ends.get(said, (n, n))[0], n
        return [*missing, *dict.fromkeys(n for pair in ends.values() for n in pair)]

    def plain(self, node: Node) -> list[Values]:
        """Nothing that is given, and everything: at one end of its values, and at the other."""
        there = {name: [v for v in tried if v is not None] for name, tried in self.values(node).items()}
        ends = [self.idle, *({**self.idle, **{n: v[end] for n, v in there.items()}} for end in (0, -1))]
        return [letter for n, letter in enumerate(ends) if letter not in ends[:n]]

    def nearest(self, goal: str, node: Node) -> tuple[int, Values]:
        """How near to a goal the next tick may come, and the inputs for it: no change of one of them leads nearer."""
        probe, k = self.probe, self.probe.order[goal]
        starts = [self.last(node.path), *self.best[goal]]
        far = [probe.far(node, letter)[k] for letter in starts]
        best = min(far)
        letter = starts[far.index(best)]
        values = self.values(node)
        again = True
        while again and best and probe.left > 0:
            again = False
            for field in self.steers[goal]:
                for value in values[field.name]:
                    other = {**letter, field.name: value}
                    d = probe.far(node, other)[k] if value != letter[field.name] else best
                    if d < best:
                        best, letter, again = d, other, True
        if letter not in self.best[goal]:
            self.best[goal] = [letter, *self.best[goal]][:REMEMBERED]
        return best, letter

    def straight(self, goal: str, node: Node) -> list[Pattern]:
        """What leads toward a goal: the nearest inputs, what was done last, and the nearest with samples that vary."""
        _, base = self.nearest(goal, node)
        found = [(base,), *(s.inputs for s in node.path.stretches[-1:]), *self._varied(goal, node, base)]
        return [p for n, p in enumerate(found) if p != node.followed and p not in found[:n]]

    def _varied(self, goal: str, node: Node, base: Values) -> Iterator[Pattern]:
        """For each number that goes into a window: the two most unlike values that lead away from nothing, in turn.
        No value that is held makes samples deviate."""
        probe, k = self.probe, self.probe.order[goal]
        least = probe.far(node, base)[k]
        for fields in self.fed_by:
            for field in fields:
                numbers = [
                    n for n in self.values(node)[field.name] if field.type.sort == "int" and n is not None
                ]
                same = [n for n in numbers if probe.far(node, {**base, field.name: n})[k] <= least]
                ends = same if len(same) > 1 else numbers
                if len(ends) > 1:
                    yield {**base, field.name: min(ends)}, {**base, field.name: max(ends)}

    def turning(self, goal: str, node: Node) -> list[tuple[int, Values]]:
        """Inputs that turn something about the tick, and how far from the goal the tick after is; the nearest first.

        What does not lead nearer than the nearest inputs do is put half a truth further away.
        """
        probe, k, values = self.probe, self.probe.order[goal], self.values(node)
        _, base = self.nearest(goal, node)
        tried: dict[Any, tuple[int, int, Values]] = {}

        def ahead(letter: Values) -> None:
            after, _ = probe.next(node, letter)
            d = NEVER if after is None else probe.far(after, base)[k]
            tried.setdefault(probe.row(letter), (d, len(tried), letter))

        ahead(base)
        for field in probe.inputs:
            for value in values[field.name]:
                ahead({**base, field.name: value})
        nearest = tried.pop(probe.row(base))[0]
        # What does the least harm comes first, here and in what is made of it.
        moves = [letter for _, _, letter in sorted(tried.values(), key=lambda x: x[:2])]
        now = probe.turns(node, base)
        for n, fields in enumerate(self.turned_by):
            wanted = 0 if now[n][1] == 0 else 1
            steps = [(f.name, m[f.name]) for m in moves for f in fields if m[f.name] != base[f.name]]
            letter, best = base, now[n][wanted]
            again = best < NEVER
            while again and best and probe.left > 0:
                again = False
                for name, value in steps:
                    other = {**letter, name: value}
                    d = probe.turns(node, other)[n][wanted] if value != letter[name] else best
                    if d < best:
                        best, letter, again = d, other, True
            if best == 0:
                ahead(letter)
        tried.pop(probe.row(base), None)
        ranked = [(d if d < nearest else d + UNIT // 2, n, letter) for d, n, letter in tried.values()]
        return [(d, letter) for d, _, letter in sorted(ranked, key=lambda x: x[:2])]
