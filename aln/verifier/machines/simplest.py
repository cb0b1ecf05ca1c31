"""A run made as simple as it can be: fewest inputs that are there, then simple parameters, then simple inputs.

By the solver that found it, which may change several values together; or by evaluation, one value at a time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any

from aln.core.evaluate import initial, tick
from aln.core.ir import Field, Machine, Type
from aln.verifier.encode import Encoder
from aln.verifier.machines.frames import System
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.obligation import Budget

__all__ = ["Simplifier", "by_evaluation", "simplify"]

# What people find simple, in the declared unit, before anything else is tried.
_ROUND = tuple(map(Fraction, ("0", "1", "10", "100", "0.5", "0.1", "0.05", "0.01", "2", "5", "20", "50")))
TICKS = 40_000
"""So many ticks are evaluated, at most, to make a run simple."""

Values = Mapping[str, Any]


def simple_values(ty: Type) -> list[Any]:
    """The type's default, then round numbers of it."""
    tried: list[Any] = [ty.default()]
    if ty.sort == "int":
        raws = [r / ty.step for r in _ROUND]
        tried += [int(r) for r in raws if r.denominator == 1 and ty.lo <= r <= ty.hi]
    return list(dict.fromkeys(tried))


class Simplifier:
    """Settles the free choices of a satisfiable solver one by one, in a fixed order, each as simply as it can be."""

    def __init__(self, solver: Any, budget: Budget) -> None:
        import z3

        self.z3 = z3
        self.solver = solver
        self.model = solver.model()
        solver.set("rlimit", max(1, budget.units // 100))

    def keep(self, *constraints: Any) -> bool:
        """Add the constraints for good if they can be met together with what was kept before."""
        self.solver.push()
        self.solver.add(*constraints)
        if self.solver.check() == self.z3.sat:
            self.model = self.solver.model()
            return True
        self.solver.pop()
        return False

    def now(self, term: Any) -> Any:
        return self.model.eval(term, model_completion=True)

    def fewest(self, conditions: Sequence[Any]) -> None:
        """As few of the conditions as possible, counted."""
        count = sum(self.z3.is_true(self.now(c)) for c in conditions)
        while count and self.keep(self.z3.PbLe([(c, 1) for c in conditions], count - 1)):
            count = sum(self.z3.is_true(self.now(c)) for c in conditions)

    def absent(self, given: Any) -> None:
        if not self.keep(self.z3.Not(given)):
            self.keep(given)

    def simple(self, ty: Type, value: Any, encoder: Encoder) -> None:
        """The simplest value: the type's default, a round number, else the nearest to the default; then fixed."""
        for raw in simple_values(ty):
            if self.keep(value == encoder.value(ty, raw)):
                return
        if ty.sort == "int":
            self._nearest(value, int(ty.default()))
        self.keep(value == self.now(value))

    def _nearest(self, value: Any, target: int) -> None:
        low, high = 0, abs(self.now(value).as_long() - target)
        while low < high:
            middle = (low + high) // 2
            if self.keep(value - target <= middle, target - value <= middle):
                high = abs(self.now(value).as_long() - target)
            else:
                low = middle + 1


def simplify(system: System, choose: Simplifier, last: int) -> None:
    """Fewest inputs that are there, then simple parameters, then simple inputs."""
    machine, parameters = system.machine, system.parameters
    ticks = [system.tick(t) for t in range(last + 1)]
    read = [(tick, f, f"{f.name}@{tick.t}") for tick in ticks for f in machine.inputs]
    inputs = [(tick, f, *tick.bound[at]) for tick, f, at in read if at in tick.bound]
    choose.fewest([given for _, _, given, _ in inputs])
    for _, _, given, _ in inputs:
        choose.absent(given)
    for field in machine.parameters:
        given, value = parameters.bound[field.name]
        if field.optional:
            choose.absent(given)
        choose.simple(field.type, value, parameters)
    for tick_, field, given, value in inputs:
        if choose.z3.is_true(choose.now(given)):
            choose.simple(field.type, value, tick_)


def by_evaluation(
    machine: Machine,
    meets: Callable[[Sequence[Values]], bool],
    parameters: Values,
    inputs: Sequence[Values],
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Parameters and inputs of a run as long as the one given, with values changed one at a time while the evaluator
    says that it still `meets` what was searched for."""
    now = dict(parameters), [dict(row) for row in inputs]
    left = TICKS
    for change in _changes(machine, now):
        if left <= 0:
            break
        other = change(*now)
        if other == now:
            continue
        left -= len(inputs)
        if valid_parameters(machine, other[0]) and meets(_steps(machine, *other)):
            now = other
    return now


Run = tuple[dict[str, Any], list[dict[str, Any]]]


def _steps(machine: Machine, parameters: Values, inputs: Sequence[Values]) -> list[Values]:
    state = initial(machine, parameters)
    out: list[Values] = []
    for row in inputs:
        env, state = tick(machine, parameters, state, row)
        out.append(env)
    return out


def _changes(machine: Machine, start: Run) -> Iterator[Callable[..., Run]]:
    """What may be simpler, in order: an input never there, not in one tick; then each value a simple one."""
    ticks = range(len(start[1]))
    for f in machine.inputs:
        yield lambda p, rows, f=f: (p, [{**row, f.name: _idle(f)} for row in rows])
    for t in ticks:
        for f in machine.inputs:
            yield lambda p, rows, f=f, t=t: (p, _with(rows, t, f.name, _idle(f)))
    for f in machine.parameters:
        for value in reversed(([None] if f.optional else []) + simple_values(f.type)):
            yield lambda p, rows, f=f, value=value: ({**p, f.name: value}, rows)
    for t in ticks:
        for f in machine.inputs:
            for value in reversed(simple_values(f.type)):
                yield lambda p, rows, f=f, t=t, value=value: (
                    p,
                    rows if rows[t][f.name] is None else _with(rows, t, f.name, value),
                )


def _idle(f: Field) -> Any:
    return None if f.optional else f.type.default()


def _with(rows: list[dict[str, Any]], t: int, name: str, value: Any) -> list[dict[str, Any]]:
    return [{**row, name: value} if n == t else row for n, row in enumerate(rows)]
