"""Bounded search for a run: the ticks of a machine unrolled one by one, the shortest run first, then the simplest.

Source: Biere, Cimatti, Clarke, Zhu, Symbolic model checking without BDDs (TACAS 1999). Every run that leaves this
module was replayed by the evaluator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from aln.core.evaluate import initial, tick
from aln.core.ir import Machine, Type
from aln.verifier.candidates import Candidate
from aln.verifier.encode import Encoder
from aln.verifier.frames import System
from aln.verifier.obligation import Budget, ReplayError
from aln.verifier.second import smtlib
from aln.verifier.whole import valid_parameters

# What people find simple, in the declared unit, before anything else is tried.
_ROUND = tuple(map(Fraction, ("0", "1", "10", "100", "0.5", "0.1", "0.05", "0.01", "2", "5", "20", "50")))


@dataclass(frozen=True, slots=True)
class Run:
    """A run that the evaluator replayed: parameters, and every value of each tick. `script` asked for it, where a
    solver found it."""

    parameters: Mapping[str, Any]
    steps: tuple[Mapping[str, Any], ...]
    script: str = ""
    engine: str = "bmc"


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
        tried = [ty.default()]
        if ty.sort == "int":
            raws = [r / ty.step for r in _ROUND]
            tried += [int(r) for r in raws if r.denominator == 1 and ty.lo <= r <= ty.hi]
        for raw in dict.fromkeys(tried):
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


class Search:
    """A search for the shortest run that ends in a tick in which `c` is broken, which can be taken further.

    `sure` says how many ticks were looked at for sure: no run of that many ticks or fewer is missed. `everywhere` holds
    in each tick of the run.
    """

    def __init__(
        self, system: System, c: Candidate, budget: Budget, everywhere: Sequence[Candidate] = ()
    ) -> None:
        self.system, self.c, self.budget, self.everywhere = system, c, budget, everywhere
        self.solver = system.z3.SimpleSolver()
        self.solver.set("random_seed", 0)
        self.solver.add(*system.valid)
        self.have: set[tuple[str, int]] = set()
        self.looked = 0
        self.sure = 0

    def to(self, depth: int, patience: int = 1_000_000) -> Run | None:
        """The shortest run found of at most `depth` ticks; the search ends once the solver gave up on so many ticks."""
        z3, solver = self.system.z3, self.solver
        while self.looked < depth:
            t = self.looked
            if t - self.sure >= patience or not self.tell(t):
                return None
            self.looked += 1
            solver.push()
            solver.add(self.broken(t))
            for engine in (solver, z3.Solver()):
                if engine is not solver:
                    engine.set("random_seed", 0)
                    engine.add(*solver.assertions())
                engine.set("rlimit", max(1, self.budget.units // 4))
                said = engine.check()
                if said == z3.sat:
                    return self.run(engine, t, smtlib(engine))
                if said == z3.unsat:
                    self.sure += self.sure == t
                    break
            solver.pop()
        return None

    def broken(self, t: int) -> Any:
        if self.c.role == "initial" and t:
            return self.system.z3.BoolVal(False)
        return self.system.z3.Not(self.system.at(self.c, t))

    def tell(self, t: int) -> bool:
        """Adds all that matters to tick t; false where a window has forgotten samples by then, so that no run is exact."""
        system, before = self.system, set(self.have)
        here = [self.c, *(c for c in self.everywhere if c.role != "initial" or not t)]
        facts = system.facts([(system.names_of(c), t) for c in here], start=True, have=self.have)
        history = system.history(self.have - before)
        if history is None:
            return False
        self.solver.add(*facts, *history, *(system.at(c, t) for c in here[1:]))
        return True

    def run(self, solver: Any, last: int, script: str) -> Run:
        """The model of a solver as a run, made as simple as it can be."""
        choose = Simplifier(solver, self.budget)
        simplify(self.system, choose, last)
        parameters, inputs = self.system.read(choose.model, last)
        return Run(parameters, replay(self.system.machine, parameters, inputs), script)


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


def replay(
    machine: Machine, parameters: Mapping[str, Any], inputs: Sequence[Mapping[str, Any]]
) -> tuple[Mapping[str, Any], ...]:
    """Every value of every tick, by the evaluator. Raises `ReplayError` where `init` or the boundary would refuse."""
    if not valid_parameters(machine, parameters):
        raise ReplayError(f"the solver's parameters are not valid: {dict(parameters)}")
    for field in machine.inputs:
        for here in inputs:
            if here[field.name] is not None and not field.type.holds(here[field.name]):
                raise ReplayError(f"the solver's input {field.name} = {here[field.name]} is outside its type")
    state = initial(machine, parameters)
    out: list[Mapping[str, Any]] = []
    for here in inputs:
        env, state = tick(machine, parameters, state, here)
        out.append(env)
    return tuple(out)
