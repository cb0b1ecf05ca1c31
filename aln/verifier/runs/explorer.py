"""A search for long runs by evaluation alone: inputs are held or alternated for many ticks, and timers are jumped.

Takes: a machine, goals, valid parameters, what one tick of a goal looks like. Gives: for each goal that was met, the
inputs of a run that meets it in its last tick, as stretches that repeat. Never: a statement that no run exists, nor
that one is the shortest. That a jump lands where it says is only supposed here; whoever takes a run replays every tick
of it.
"""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Field, Machine, walk
from aln.core.slice import cone, reads
from aln.verifier.machines import trace
from aln.verifier.machines.candidates import Candidate
from aln.verifier.runs.distance import UNIT
from aln.verifier.runs.jump import Line, Period
from aln.verifier.runs.letters import Letters
from aln.verifier.runs.paths import Path, Pattern, Values, shorten
from aln.verifier.runs.probe import Node, Probe
from aln.verifier.runs.steps import Row, Windows

LONGEST = 100_000
"""No run is longer, in ticks: each of them is replayed."""
ALIKE = 3
"""So many states are kept of those that look the same."""
SEEN = 4_000
"""So many ticks are remembered."""
SHORTENING = 40_000
"""So many ticks are evaluated to shorten one run."""
Way: TypeAlias = Pattern | Literal["straight", "turning"]
"""How to go on from a state: with these inputs, toward the goal, or with whatever turns a test."""


def decisions(machine: Machine, near: frozenset[str]) -> tuple[Expr, ...]:
    """The comparisons and tests of presence that the values `near` are computed from, and their Boolean states."""
    out: dict[Expr, None] = {}
    for d in machine.definitions:
        if d.name in near:
            out |= dict.fromkeys(decided_by(d.value))
    return tuple(out)


def decided_by(e: Expr) -> Iterator[Expr]:
    """The leaves of a condition; the ends of `min` and `max` are decisions, too."""
    for x in walk(e):
        if x.kind == "given" or (x.kind == "op" and x.name in ("lt", "le", "eq", "min", "max")):
            yield x


def constants(e: Expr) -> set[int]:
    """The numbers that an expression holds, and their quotients by each other: thresholds, counted in steps."""
    found = {x.value for x in walk(e) if x.kind == "const" and type(x.value) is int}
    quotients = {a // b for a in found for b in found if b > 1 and a >= b}
    return found | quotients | {q + 1 for q in quotients}


def _conditions(machine: Machine, near: frozenset[str]) -> Iterator[Expr]:
    """What the values `near` are chosen by as a whole, and what Boolean states become: inputs that are worth nothing
    one by one may turn these together."""
    following = {s.next for s in machine.states if s.type.sort == "bool"}
    for d in machine.definitions:
        if d.name in near:
            yield from (e.args[0] for e in walk(d.value) if e.name == "ite")
            if d.name in following:
                yield d.value


def _tests(e: Expr) -> tuple[Expr, ...]:
    """What is asked of a decision: of numbers, on which side of each other they are. A jump would miss that two are
    equal on the way."""
    if e.name in ("min", "max"):
        return (b.le(*e.args),)
    if e.name == "eq" and e.args[0].type.sort == "int":
        x, y = e.args
        return b.le(x, y), b.le(y, x)
    return (e,)


@dataclass(slots=True)
class Passed:
    """One tick under a pattern: so many ticks of it are over, the state and windows before and after, what the tests
    said and which goals were met; whether the tests said otherwise one period ago, and each state is in its range."""

    ticks: int
    before: tuple[Row, Windows]
    after: tuple[Row, Windows]
    said: Row
    met: Row
    changed: bool
    lawful: bool


class Explorer:
    """Reachable states of a machine, those nearest to each goal first, as far as `effort` evaluated ticks go.

    A goal is a candidate to be broken. `hints` are parameters and inputs of one tick in which it is, from some state.
    `seen` are the states before ticks that were visited, of all kinds: a sample of what can be.
    """

    def __init__(
        self,
        machine: Machine,
        goals: Mapping[str, Candidate],
        parameters: Sequence[Values],
        hints: Mapping[str, tuple[Values, Values]],
        effort: int,
    ) -> None:
        near = cone(machine, [n for c in goals.values() for n in trace.roots(c)])
        decided = [*decisions(machine, near), *(e for c in goals.values() for e in decided_by(c.given))]
        tests = dict.fromkeys(test for e in (*decided, *_conditions(machine, near)) for test in _tests(e))
        self.tests = [test for test in tests if test.kind != "const"]
        self.machine, self.goals = machine, goals
        self.probe = Probe(machine, near, self.tests, goals, effort)
        self.letters = Letters(self.probe, self.thresholds)
        for goal, (_, letter) in hints.items():
            self.letters.best[goal].append(letter)
        records = [*parameters, *(record for record, _ in hints.values())]
        self.parameters = [p for n, p in enumerate(records) if p not in records[:n]]
        self.seen: list[Values] = []
        self.found: dict[str, Path] = {}
        self._met: dict[Any, int] = {}
        self._order = itertools.count()
        self._queues: dict[str, list[tuple[int, int, Node, Way]]] = {goal: [] for goal in goals}

    def thresholds(self, field: Field, parameters: Values) -> set[int]:
        """The numbers that an input is compared with, in the same tick."""
        fixed = {f.name for f in self.machine.parameters}
        out: set[int] = set()
        for test in self.tests:
            parts = self.probe.within(test)
            if field.name not in reads(*parts):
                continue
            for part in parts:
                written = constants(part)
                given = {
                    evaluate(e, parameters)
                    for e in walk(part)
                    if e.type.sort == "int" and e.kind in ("var", "op") and reads(e) and reads(e) <= fixed
                }
                out |= written | given | {n // c for n in given for c in written if c > 1}
        return out

    # ── the search ───────────────────────────────────────────────────────────────────────────────────────────

    def search(self) -> dict[str, Path]:
        """A path for each goal that is met. Each goal in turn goes on from the state that is nearest to it."""
        starts = [self.probe.start(parameters) for parameters in self.parameters]
        for node in starts:
            self._add(node)
        for letter in self.letters.plain(starts[0]) if starts else ():
            self._go_straight_on(starts[0], letter, self.probe.left // 50)
        while self.probe.left > 0:
            open_ = [goal for goal in self.goals if goal not in self.found and self._queues[goal]]
            if not open_:
                break
            for goal in open_:
                if goal not in self.found and self._queues[goal] and self.probe.left > 0:
                    self._go_on(goal)
        return self.found

    def _go_straight_on(self, node: Node, letter: Values, effort: int) -> None:
        """The same inputs for long, whatever changes on the way: what a machine is made for often comes of itself."""
        least = self.probe.left - effort
        while self.probe.left > least and len(self.found) < len(self.goals):
            after = [there for there, _ in self._hold(node, (letter,))]
            if not after:
                return
            node = after[-1]

    def _go_on(self, goal: str) -> None:
        cost, _, node, way = heapq.heappop(self._queues[goal])
        if way == "straight":
            for pattern in self.letters.straight(goal, node):
                self._follow(goal, node, pattern)
            self._push(goal, cost + 4, node, "turning")
        elif way == "turning":
            for n, (far, letter) in enumerate(self.letters.turning(goal, node)):
                self._push(goal, max(cost, _cost(far, node.path)) + n + 1, node, (letter,))
        else:
            self._follow(goal, node, way)

    def _push(self, goal: str, cost: int, node: Node, way: Way) -> None:
        heapq.heappush(self._queues[goal], (cost, next(self._order), node, way))

    def _follow(self, goal: str, node: Node, pattern: Pattern) -> None:
        for after, said in self._hold(node, pattern):
            self._add(after, said)
            if goal in self.found:
                break

    def _add(self, node: Node, said: Row = ()) -> None:
        """Go on from a state, unless it or enough others like it were there before."""
        states = zip(node.state, self.probe.states, strict=True)
        small = tuple(None if s.type.sort == "int" and s.type.hi - s.type.lo > 8 else v for v, s in states)
        like = (node.fixed, small, said)
        exact = (node.fixed, node.state, *(hash(w.content()) for w in node.windows))
        if exact in self._met or self._met.get(like, 0) >= ALIKE:
            return
        self._met[exact] = 1
        self._met[like] = self._met.get(like, 0) + 1
        open_ = [goal for goal in self.goals if goal not in self.found]
        letters = [self.letters.last(node.path)]
        letters += [letter for goal in open_ for letter in self.letters.best[goal] if letter not in letters]
        far = [self.probe.far(node, letter) for letter in letters]
        for goal in open_:
            self._push(goal, _cost(min(d[self.probe.order[goal]] for d in far), node.path), node, "straight")

    # ── ticks under a pattern ────────────────────────────────────────────────────────────────────────────────

    def _hold(self, node: Node, pattern: Pattern) -> Iterator[tuple[Node, Row]]:
        """The states after one tick, and before and after the tick in which the tests first say something new; with
        what they said. What goes on as before has no first tick."""
        goes_on = bool(node.path.stretches) and node.path.stretches[-1].inputs == pattern

        def at(ticks: int, there: tuple[Row, Windows], followed: Pattern) -> Node:
            return Node(node.path.held(pattern, ticks), node.fixed, *there, followed)

        last = None
        for last in self._along(node, pattern, LONGEST - node.path.ticks):
            for goal, met in zip(self.goals, last.met, strict=True):
                if met and goal not in self.found:
                    self.found[goal] = node.path.held(pattern, last.ticks)
            if not last.lawful:
                return
            if last.ticks == 1 and not goes_on:
                yield at(1, last.after, pattern), last.said
            if last.changed:
                # INVARIANT: `before` is the state before the tick in which something changes.
                yield at(last.ticks - 1, last.before, pattern), last.said
                break
        if last is not None:
            yield at(last.ticks, last.after, ()), last.said

    def _along(self, node: Node, pattern: Pattern, most: int) -> Iterator[Passed]:
        """The ticks under a pattern, `most` at the most, but for those that are jumped. Ends where nothing changes any
        more, or a state leaves its range."""
        probe, rows, period = self.probe, [self.probe.row(letter) for letter in pattern], len(pattern)
        state, windows, ticks = node.state, node.windows, 0
        past: list[tuple[Row, Row, Row]] = []
        marks: list[Row] = []
        while ticks < most and probe.left > 0:
            if ticks % period == 0:
                marks = [*marks[-2:], state]
                seen = [list(part) for part in zip(*past[-period:], strict=True)]
                if len(marks) == 3 and past[-period:] == past[:period]:
                    line = Line(probe, node.fixed, marks, windows, Period(rows, *seen))
                    if line.still:
                        return
                    times = line.far((most - ticks - 1) // period)
                    if times:
                        ticks, (state, windows), marks = ticks + times * period, line.at(times), []
            before = state, windows
            windows = tuple(w.copy() for w in windows)
            probe.left -= 1
            state, said, met, lawful = probe.tick(node.fixed, state, rows[ticks % period], windows)
            ticks += 1
            if len(self.seen) < SEEN:
                self.seen.append({s.name: v for s, v in zip(probe.states, before[0], strict=True)})
            changed = len(past) >= period and past[-period][0] != said
            past = [*past[1 - 2 * period :], (said, met, tuple(w.fed for w in windows))]
            yield Passed(ticks, before, (state, windows), said, met, changed, lawful)
            if not lawful:
                return

    # ── shortening ───────────────────────────────────────────────────────────────────────────────────────────

    def shortened(self, goal: str) -> Path:
        """The path to a goal that was found, shorter and simpler."""
        self.probe.left = SHORTENING
        return shorten(self.machine, self.found[goal], lambda path: self.meets(goal, path))

    def meets(self, goal: str, path: Path) -> int | None:
        """In which tick of a path a goal is met, so far as jumps tell; None where it is not, or no effort is left."""
        node, over, k = self.probe.start(path.parameters), 0, self.probe.order[goal]
        for stretch in path.stretches:
            left = stretch.ticks
            while left:
                last = None
                for last in self._along(node, stretch.inputs, left):
                    if last.met[k]:
                        return over + last.ticks - 1
                if last is None or not last.lawful or self.probe.left <= 0:
                    return None
                node = Node(path, node.fixed, *last.after)
                # Where nothing changes any more, whole periods pass at once.
                over, left = over + left, (left - last.ticks) % len(stretch.inputs)
                over -= left
        return None


def _cost(far: int, path: Path) -> int:
    """What is expected of the way to a goal: how far it is, and how long and how varied the path is already."""
    return 64 * far // UNIT + 8 * len(path.stretches)
