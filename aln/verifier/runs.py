"""A search for long runs by the evaluator alone: inputs are held for many ticks, and timers that ramp are jumped.

Takes: a machine, valid parameters, goals about one tick. Gives: for each goal that was met, the inputs of a run that
meets it in its last tick, as stretches of equal inputs. Never: a statement that no run exists, nor that one is the
shortest. That a jump lands where it says is only supposed here; whoever takes a run replays every tick of it.
"""

from __future__ import annotations

import heapq
import itertools
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aln.core.evaluate import evaluate, initial, tick
from aln.core.ir import Expr, Field, Machine, walk
from aln.core.slice import cone, reads

Values = Mapping[str, Any]
Goal = Callable[[Values], bool]
LETTERS = 48
"""How many different inputs are tried in each state."""
LONGEST = 100_000
"""No run is longer, in ticks: each of them is replayed."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The same inputs for so many ticks."""

    inputs: Values
    ticks: int


@dataclass(frozen=True, slots=True)
class Path:
    """How a state was reached: the parameters, and the stretches so far."""

    parameters: Values
    stretches: tuple[Stretch, ...] = ()

    def held(self, inputs: Values, ticks: int) -> Path:
        """This path, and then the same inputs for so many ticks more."""
        if not ticks:
            return self
        if self.stretches and self.stretches[-1].inputs == inputs:
            last = Stretch(inputs, self.stretches[-1].ticks + ticks)
            return Path(self.parameters, (*self.stretches[:-1], last))
        return Path(self.parameters, (*self.stretches, Stretch(inputs, ticks)))

    @property
    def ticks(self) -> int:
        return sum(s.ticks for s in self.stretches)

    def inputs(self) -> Iterator[Values]:
        """The inputs tick by tick."""
        for stretch in self.stretches:
            yield from itertools.repeat(stretch.inputs, stretch.ticks)


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


def _values(field: Field, tests: Sequence[Expr]) -> list[Any]:
    """Values of one input of which no two are alike to the tests that read it alone; its ends, where others do."""
    about = [e for e in tests if field.name in reads(e)]
    ty = field.type
    tried: list[Any] = [None] if field.optional else []
    if ty.sort == "bool":
        tried += [False, True]
    elif ty.sort == "enum":
        tried += ty.labels
    elif ty.sort == "int":
        near = {n for e in about for c in constants(e) for n in (c - 1, c, c + 1)}
        default = int(ty.default())
        tried += [default, ty.lo, ty.hi, *sorted(n for n in near if ty.lo <= n <= ty.hi)]
    else:
        tried.append(ty.default())
    own = [e for e in about if reads(e) == {field.name}]
    mixed = len(own) < len(about)
    out: dict[tuple[Any, ...], Any] = {}
    for value in tried:
        env = {field.name: value}
        said = tuple(_said(e, env) for e in own)
        # What meets states in a comparison is tried at its ends as well.
        extreme = value if ty.sort in ("bool", "enum") or (mixed and value in (ty.lo, ty.hi)) else None
        out.setdefault((value is None, said, extreme), value)
    return list(out.values())


def _said(e: Expr, env: Values) -> Any:
    if e.kind == "op" and e.name in ("min", "max"):
        return evaluate(e.args[0], env) <= evaluate(e.args[1], env)
    return evaluate(e, env)


def letters(machine: Machine, near: frozenset[str], tests: Sequence[Expr]) -> list[Values]:
    """The inputs to try: every combination of values that differ to the tests, or a fixed choice of them."""
    choices = [_values(f, tests) if f.name in near else [_idle(f)] for f in machine.inputs]
    names = [f.name for f in machine.inputs]
    count = 1
    for choice in choices:
        count *= len(choice)
    if count <= LETTERS:
        return [dict(zip(names, row, strict=True)) for row in itertools.product(*choices)]
    source = random.Random(0)
    rows = {tuple(choice[0] for choice in choices): None, tuple(choice[-1] for choice in choices): None}
    while len(rows) < LETTERS:
        rows[tuple(source.choice(choice) for choice in choices)] = None
    return [dict(zip(names, row, strict=True)) for row in rows]


def _idle(field: Field) -> Any:
    return None if field.optional else field.type.default()


class Explorer:
    """Reachable states of a machine, nearest to the goals first, as far as `effort` evaluated ticks go.

    `seen` are values of ticks that were visited, of all kinds: a sample of what can be.
    """

    def __init__(
        self, machine: Machine, names: Sequence[str], parameters: Sequence[Values], effort: int
    ) -> None:
        self.machine = machine
        self.near = cone(machine, names)
        self.tests = decisions(machine, self.near)
        self.states = [s for s in machine.states if s.name in self.near]
        self.letters = letters(machine, self.near, self.tests)
        self.parameters = parameters
        self.left = effort
        self.seen: list[Values] = []
        self.found: dict[str, Path] = {}

    def search(self, goals: Mapping[str, Goal], far: Callable[[Values], int]) -> dict[str, Path]:
        """A path for each goal that is met. `far` says how far a tick's values are from the goals."""
        self.goals = dict(goals)
        queue: list[tuple[int, int, Path, Values]] = []
        order = itertools.count()
        met: dict[tuple[Any, ...], int] = {}
        for parameters in self.parameters:
            start = Path(parameters)
            heapq.heappush(queue, (0, next(order), start, initial(self.machine, parameters)))
        while queue and self.left > 0 and len(self.found) < len(self.goals):
            _, _, path, state = heapq.heappop(queue)
            for letter in self.letters:
                for longer, after, env in self.hold(path, state, letter):
                    key = self.key(env, after)
                    times = met.get(key, 0)
                    exact = (None, *self.exact(after))
                    if times >= 3 or exact in met or longer.ticks > LONGEST:
                        continue
                    met[key], met[exact] = times + 1, 1
                    cost = 2 * len(longer.stretches) + 3 * far(env)
                    heapq.heappush(queue, (cost, next(order), longer, after))
                if self.left <= 0:
                    break
        return self.found

    def exact(self, state: Values) -> tuple[Any, ...]:
        return tuple(state[s.name] for s in self.states) + tuple(state[w.name] for w in self.machine.windows)

    def key(self, env: Values, state: Values) -> tuple[Any, ...]:
        """What a state is like: its labels and truths, how small numbers stand, and what the tests said."""
        small = tuple(
            state[s.name] if s.type.sort != "int" or s.type.hi - s.type.lo <= 8 else None for s in self.states
        )
        return (*small, *(_said(e, env) for e in self.tests))

    def lawful(self, state: Values) -> bool:
        """Whether every state is in its declared range: what lies beyond a broken range may grow without bound."""
        return all(s.type.holds(state[s.name]) for s in self.machine.states)

    def step(self, path: Path, state: Values, letter: Values) -> tuple[Values, Values]:
        self.left -= 1
        env, after = tick(self.machine, path.parameters, state, letter)
        for name, goal in self.goals.items():
            if name not in self.found and goal(env):
                self.found[name] = path.held(letter, 1)
        if len(self.seen) < 4000:
            self.seen.append(env)
        return env, after

    def hold(self, path: Path, state: Values, letter: Values) -> Iterator[tuple[Path, Values, Values]]:
        """The states after one tick of these inputs, and before and after the tick in which they first matter anew."""
        env, after = self.step(path, state, letter)
        if not self.lawful(after):
            return
        path = path.held(letter, 1)
        yield path, after, env
        said = [_said(e, env) for e in self.tests]
        for _ in range(40):
            if self.left <= 0 or after == state:
                return
            path, state, after = self.jump(path, state, after, letter, said)
            last, now = state, after
            state = now
            env, after = self.step(path, state, letter)
            if not self.lawful(after):
                return
            if [_said(e, env) for e in self.tests] != said:
                # INVARIANT: `state` is that before the tick in which something changes.
                yield path, state, env
                yield path.held(letter, 1), after, env
                return
            path = path.held(letter, 1)
            if after == state or last == after:
                return
        yield path, after, env

    def jump(
        self, path: Path, before: Values, state: Values, letter: Values, said: list[Any]
    ) -> tuple[Path, Values, Values]:
        """Further along the same line while the tests say the same: the path, the state before its end, its end."""
        moves = {s.name: state[s.name] - before[s.name] for s in self.states if s.type.sort == "int"}
        stays = all(state[s.name] == before[s.name] for s in self.states if s.type.sort != "int")
        if not stays or not any(moves.values()) or self.machine.windows:
            return path, before, state

        def at(n: int) -> Values:
            return {**state, **{name: state[name] + n * d for name, d in moves.items()}}

        def alike(n: int) -> bool:
            there = at(n)
            if any(not s.type.holds(there[s.name]) for s in self.states):
                return False
            self.left -= 1
            env, after = tick(self.machine, path.parameters, there, letter)
            return [_said(e, env) for e in self.tests] == said and after == {
                **after,
                **_near(at(n + 1), moves),
            }

        far = 0
        step = 8
        while far + step < LONGEST and alike(far + step):
            far, step = far + step, step * 2
        while step > 1:
            step //= 2
            if alike(far + step):
                far += step
        return path.held(letter, far), at(far - 1) if far else before, at(far)


def _near(state: Values, names: Mapping[str, int]) -> dict[str, Any]:
    return {name: state[name] for name in names}


def far_from(e: Expr, env: Values) -> int:
    """How many parts of a condition are still to become true, at the least."""
    if e.kind == "op" and e.name == "and":
        return sum(far_from(a, env) for a in e.args)
    if e.kind == "op" and e.name == "or":
        return min(far_from(a, env) for a in e.args)
    return 0 if evaluate(e, env) else 1


def shorten(machine: Machine, path: Path, meets: Callable[[Path], int | None], effort: int) -> Path:
    """A path that is no longer and whose inputs are simpler, one stretch at a time. `meets` says in which tick of a
    path the goal is met, None where it is not; each question costs the ticks of the path, and `effort` bounds them."""

    def cut(p: Path) -> Path | None:
        nonlocal effort
        effort -= p.ticks
        t = meets(p)
        if t is None:
            return None
        out = Path(p.parameters)
        for stretch in p.stretches:
            out = out.held(stretch.inputs, min(stretch.ticks, t + 1 - out.ticks))
        return out

    path = cut(path) or path
    again = True
    while again and effort > 0:
        again = False
        for i, stretch in enumerate(path.stretches):
            for fewer in _shorter(stretch.ticks):
                if effort <= 0:
                    break
                rest = Path(path.parameters)
                for j, s in enumerate(path.stretches):
                    rest = rest.held(s.inputs, s.ticks if j != i else fewer)
                found = cut(rest)
                if found is not None and found.ticks < path.ticks:
                    path, again = found, True
                    break
            if again:
                break
    for i in range(len(path.stretches)):
        for field in machine.inputs:
            if effort <= 0 or i >= len(path.stretches):
                break
            stretch, idle = path.stretches[i], _idle(field)
            if stretch.inputs[field.name] == idle:
                continue
            simpler = list(path.stretches)
            simpler[i] = Stretch({**stretch.inputs, field.name: idle}, stretch.ticks)
            found = cut(Path(path.parameters, tuple(simpler)))
            if found is not None and found.ticks <= path.ticks:
                path = found
    return path


def _shorter(n: int) -> Iterator[int]:
    """Fewer ticks than n, from none to one less, in few steps."""
    tried = {0, n // 2, n - n // 4, n - n // 16, n - 8, n - 1}
    yield from sorted(k for k in tried if 0 <= k < n)
