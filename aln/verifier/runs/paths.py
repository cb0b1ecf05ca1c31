"""Runs as stretches of inputs that repeat, and how such a run is made short and simple.

Takes: a machine, a path, somebody who says in which tick of a path the goal is met. Gives: a path that is no longer.
Never: a path of which that was not said.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from aln.core.evaluate import initial, tick
from aln.core.ir import Field, Machine
from aln.core.slice import cone
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.obligation import ReplayError

Values: TypeAlias = Mapping[str, Any]
Pattern: TypeAlias = tuple[Values, ...]
"""The inputs of a few ticks, which repeat: mostly of one."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A pattern of inputs, repeated for so many ticks."""

    inputs: Pattern
    ticks: int

    def __iter__(self) -> Iterator[Values]:
        return itertools.islice(itertools.cycle(self.inputs), self.ticks)


@dataclass(frozen=True, slots=True)
class Path:
    """How a state was reached: the parameters, and the stretches so far."""

    parameters: Values
    stretches: tuple[Stretch, ...] = ()

    def held(self, inputs: Pattern, ticks: int) -> Path:
        """This path, and then the same inputs, again and again, for so many ticks more."""
        if not ticks:
            return self
        inputs = inputs[:ticks]
        last = self.stretches[-1] if self.stretches else None
        if last is not None and last.inputs == inputs and last.ticks % len(inputs) == 0:
            return Path(self.parameters, (*self.stretches[:-1], Stretch(inputs, last.ticks + ticks)))
        return Path(self.parameters, (*self.stretches, Stretch(inputs, ticks)))

    @property
    def ticks(self) -> int:
        return sum(s.ticks for s in self.stretches)

    def inputs(self) -> Iterator[Values]:
        """The inputs tick by tick."""
        return itertools.chain.from_iterable(self.stretches)

    def cut(self, ticks: int) -> Path:
        """The first ticks of this path."""
        out = Path(self.parameters)
        for stretch in self.stretches:
            out = out.held(stretch.inputs, min(stretch.ticks, ticks - out.ticks))
        return out


def trail(machine: Machine, path: Path) -> Iterator[Values]:
    """Every value of each tick of a path, by the evaluator, without the samples of windows. Raises `ReplayError` where
    `init` or the boundary would refuse."""
    if not valid_parameters(machine, path.parameters):
        raise ReplayError(f"the parameters of a run are not valid: {dict(path.parameters)}")
    samples = {w.name for w in machine.windows}
    state = initial(machine, path.parameters)
    for inputs in path.inputs():
        for field in machine.inputs:
            if inputs[field.name] is not None and not field.type.holds(inputs[field.name]):
                raise ReplayError(
                    f"the input {field.name} = {inputs[field.name]} of a run is outside its type"
                )
        env, state = tick(machine, path.parameters, state, inputs)
        yield {name: value for name, value in env.items() if name not in samples}


def idle(field: Field) -> Any:
    """What an input is when nothing is said of it."""
    return None if field.optional else field.type.default()


def shorten(machine: Machine, path: Path, meets: Callable[[Path], int | None]) -> Path:
    """A path that is no longer: with fewer ticks, then with fewer inputs. `meets` says in which tick of a path the goal
    is met, None where it is not or nothing more is to be asked."""

    def cut(p: Path) -> Path | None:
        t = meets(p)
        return None if t is None else p.cut(t + 1)

    path = cut(path) or path
    # Samples first: without them, every further question costs less.
    sampled = cone(machine, [w.name for w in machine.windows])
    for field in sorted(machine.inputs, key=lambda f: f.name not in sampled):
        path = _later(path, field, cut)
    better: Path | None = path
    while better is not None:
        path, least = better, _size(machine, better)
        tried = itertools.chain(_fewer(path), _merged(path), _quieter(machine, path))
        better = next((p for p in map(cut, tried) if p is not None and _size(machine, p) < least), None)
    return path


def _size(machine: Machine, path: Path) -> tuple[int, int, int]:
    """Ticks, inputs that are not idle, stretches: what is to be little, in this order."""
    busy = 0
    for stretch in path.stretches:
        each = [sum(letter[f.name] != idle(f) for f in machine.inputs) for letter in stretch.inputs]
        periods, rest = divmod(stretch.ticks, len(each))
        busy += periods * sum(each) + sum(each[:rest])
    return path.ticks, busy, len(path.stretches)


def _fewer(path: Path) -> Iterator[Path]:
    """The path with fewer ticks in one of its stretches, from none to one less, in few steps."""
    for i, stretch in enumerate(path.stretches):
        n = stretch.ticks
        for fewer in sorted({k for k in (0, n // 2, n - n // 4, n - n // 16, n - 8, n - 1) if 0 <= k < n}):
            out = Path(path.parameters)
            for j, s in enumerate(path.stretches):
                out = out.held(s.inputs, s.ticks if j != i else fewer)
            yield out


def _merged(path: Path) -> Iterator[Path]:
    """The path with one of its stretches as part of the one before it, or after it."""
    for i, stretch in enumerate(path.stretches):
        for other in path.stretches[max(0, i - 1) : i] + path.stretches[i + 1 : i + 2]:
            out = Path(path.parameters)
            for s in path.stretches:
                out = out.held(other.inputs if s is stretch else s.inputs, s.ticks)
            yield out


def _quieter(machine: Machine, path: Path) -> Iterator[Path]:
    """The path with an input idle in one of its stretches."""
    for field in machine.inputs:
        for stretch in path.stretches:
            if _busy(stretch, field):
                out = Path(path.parameters)
                for s in path.stretches:
                    out = out.held(_calm(s.inputs, field) if s is stretch else s.inputs, s.ticks)
                yield out


def _later(path: Path, field: Field, cut: Callable[[Path], Path | None]) -> Path:
    """The path with an input idle from the start for as long as it may be."""
    if not any(_busy(stretch, field) for stretch in path.stretches):
        return path
    # The input matters in the last `least` ticks and a few more, or in the last `most`.
    best, least, most = path, -1, 0
    while most < path.ticks:
        found = cut(_idle_for(path, field, path.ticks - most))
        if found is not None and found.ticks <= path.ticks:
            best = found
            break
        least, most = most, max(1, 2 * most)
    while best is not path and most - least > 1:
        middle = (least + most) // 2
        found = cut(_idle_for(path, field, path.ticks - middle))
        if found is not None and found.ticks <= best.ticks:
            best, most = found, middle
        else:
            least = middle
    return best


def _busy(stretch: Stretch, field: Field) -> bool:
    return any(inputs[field.name] != idle(field) for inputs in stretch.inputs)


def _calm(inputs: Pattern, field: Field) -> Pattern:
    """A pattern with an input idle; of one tick, where no other input changes."""
    calm = tuple({**letter, field.name: idle(field)} for letter in inputs)
    return calm[:1] if all(letter == calm[0] for letter in calm) else calm


def _idle_for(path: Path, field: Field, ticks: int) -> Path:
    """The path with an input idle in its first ticks."""
    out = Path(path.parameters)
    for stretch in path.stretches:
        idle_here = max(0, min(stretch.ticks, ticks - out.ticks))
        turn = idle_here % len(stretch.inputs)
        out = out.held(_calm(stretch.inputs, field), idle_here)
        out = out.held((*stretch.inputs[turn:], *stretch.inputs[:turn]), stretch.ticks - idle_here)
    return out
