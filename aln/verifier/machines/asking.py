"""Questions to Z3 about a few ticks of a machine: do facts and candidates entail a candidate?

A frame keeps its solver, so that many questions of one shape cost little more than one. What a frame finds to follow
is put again as a script of its own, without what was not needed: that script is what a certificate holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from aln.verifier.machines.candidates import Candidate
from aln.verifier.machines.frames import System
from aln.verifier.obligation import Budget
from aln.verifier.second import smtlib

Placed = tuple[Candidate, int]
"""A candidate, and the tick in which it is meant."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question said: `script` and `needs` where the goal follows."""

    said: Literal["follows", "fails", "unknown"]
    script: str = ""
    needs: tuple[str, ...] = ()

    @property
    def follows(self) -> bool:
        return self.said == "follows"


class Frame:
    """Questions about ticks from 0 on: the first of a run (`start`), or any that follow on each other."""

    def __init__(self, system: System, budget: Budget, *, start: bool) -> None:
        self.system, self.budget, self.start = system, budget, start
        self.solver = self.fresh(system.z3.SimpleSolver(), system.valid)
        self.have: set[tuple[str, int]] = set()
        self.marks: dict[tuple[Candidate, int, bool], Any] = {}

    def fresh(self, solver: Any, assertions: Sequence[Any], units: int = 0) -> Any:
        solver.set("random_seed", 0)
        solver.set("rlimit", units or self.budget.units)
        solver.add(*assertions)
        return solver

    def mark(self, c: Candidate, t: int, wanted: bool = True) -> Any:
        """A Boolean that, assumed, says that `c` holds in tick t, or that it does not."""
        key = c, t, wanted
        if key not in self.marks:
            z3 = self.system.z3
            self.solver.add(
                *self.system.facts([(self.system.names_of(c), t)], start=self.start, have=self.have)
            )
            formula = self.system.at(c, t)
            mark = self.marks[key] = z3.Bool(f"mark {len(self.marks)}")
            self.solver.add(z3.Implies(mark, formula if wanted else z3.Not(formula)))
        return self.marks[key]

    def check(self, marks: Iterable[Any], units: int) -> Any:
        self.solver.set("rlimit", max(1, units))
        return self.solver.check(*marks)

    def ask(
        self, assumed: Mapping[str, Sequence[Placed]], goal: Placed, given: Sequence[Placed] = ()
    ) -> Answer:
        """Whether `given` and `assumed` entail `goal`; `needs` are the few of `assumed` that do."""
        z3 = self.system.z3
        fixed = [self.mark(*goal, wanted=False), *(self.mark(*p) for p in given)]
        marks = {key: [self.mark(*p) for p in placed] for key, placed in assumed.items()}
        said = self.check([*fixed, *(m for found in marks.values() for m in found)], self.budget.units)
        if said == z3.sat:
            return Answer("fails")
        if said == z3.unsat:
            core = {m.get_id() for m in self.solver.unsat_core()}
            needs = [k for k, found in marks.items() if any(m.get_id() in core for m in found)]
            needs = self._fewer(fixed, marks, needs)
            answer = self._decide(assumed, needs, goal, given)
            if answer.follows:
                return answer
        return self._decide(assumed, list(assumed), goal, given)

    def _fewer(self, fixed: Sequence[Any], marks: Mapping[str, Sequence[Any]], needs: list[str]) -> list[str]:
        """Without those that are not needed, tried one by one."""
        for key in list(needs):
            rest = [m for k in needs if k != key for m in marks[k]]
            if self.check([*fixed, *rest], self.budget.units // 100) == self.system.z3.unsat:
                needs = [k for k in needs if k != key]
        return needs

    def _decide(
        self,
        assumed: Mapping[str, Sequence[Placed]],
        needs: Sequence[str],
        goal: Placed,
        given: Sequence[Placed],
    ) -> Answer:
        """The question as a script without marks, told what these few candidates depend on."""
        system, z3 = self.system, self.system.z3
        placed = [*given, *(p for key in needs for p in assumed[key])]
        facts = system.facts([(system.names_of(c), t) for c, t in (*placed, goal)], start=self.start)
        whole = [*system.valid, *facts, *(system.at(*p) for p in placed), z3.Not(system.at(*goal))]
        for make in (z3.SimpleSolver, z3.Solver):
            solver = self.fresh(make(), whole)
            said = solver.check()
            if said == z3.unsat:
                return Answer("follows", smtlib(solver), tuple(needs))
            if said == z3.sat:
                return Answer("fails")
        return Answer("unknown")
