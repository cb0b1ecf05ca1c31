"""Bounded search for a run: the ticks of a machine unrolled one by one, the shortest run first, then the simplest.

Source: Biere, Cimatti, Clarke, Zhu, Symbolic model checking without BDDs (TACAS 1999). Every run that leaves this
module was replayed by the evaluator.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aln.core.evaluate import initial, tick
from aln.core.ir import Machine
from aln.verifier.machines.candidates import Candidate
from aln.verifier.machines.frames import System
from aln.verifier.machines.simplest import Simplifier, by_evaluation, simplify
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.obligation import Budget, ReplayError
from aln.verifier.second import smtlib

LARGE = 100
"""A run with more inputs than that is made simple by evaluation."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run that the evaluator replayed: parameters, and every value of each tick. `script` asked for it, where a
    solver found it."""

    parameters: Mapping[str, Any]
    steps: tuple[Mapping[str, Any], ...]
    script: str = ""
    engine: str = "bmc"


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
        system, machine = self.system, self.system.machine
        parameters, inputs = system.read(solver.model(), last)
        # A solver that had to be asked anew finds every further question as hard.
        if solver is self.solver and len(inputs) * len(machine.inputs) <= LARGE:
            choose = Simplifier(solver, self.budget)
            simplify(system, choose, last)
            parameters, inputs = system.read(choose.model, last)
        else:
            parameters, inputs = by_evaluation(machine, self.meets, parameters, inputs)
        return Run(parameters, replay(machine, parameters, inputs), script)

    def meets(self, steps: Sequence[Mapping[str, Any]]) -> bool:
        """Whether a run is what is searched for: broken in its last tick, and within `everywhere`."""
        if self.c.holds(steps[-1]) or (self.c.role == "initial" and len(steps) > 1):
            return False
        return all(
            c.holds(env)
            for t, env in enumerate(steps)
            for c in self.everywhere
            if c.role != "initial" or not t
        )


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
