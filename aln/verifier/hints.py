"""What one tick of a goal may look like, whatever came before it: where a search for runs begins.

Takes: a machine's ticks, candidates to be broken. Gives: for each, valid parameters and the inputs of a tick that
breaks it, from some state in its range. Whether any run gets to that state is another question.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aln.core.evaluate import evaluate
from aln.core.ir import Field, Machine, walk
from aln.core.slice import reads
from aln.verifier.candidates import Candidate
from aln.verifier.frames import System, valid_parameters
from aln.verifier.obligation import Budget
from aln.verifier.runs import constants

Values = Mapping[str, Any]


def tight(machine: Machine, parameters: Values) -> Values:
    """Valid parameters, from those given, that lie at as many of the bounds that rules set as can be: a machine does
    most where its rules just allow it."""
    atoms = {
        e: next(iter(reads(e)))
        for r in machine.assumption
        for e in walk(r.condition)
        if e.kind == "op" and e.name in ("lt", "le") and len(reads(e)) == 1
    }

    def at_bounds(values: Values) -> int:
        apart = [evaluate(e.args[1], values) - evaluate(e.args[0], values) - (e.name == "lt") for e in atoms]
        return apart.count(0)

    best, again = parameters, True
    while again:
        again = False
        for field in machine.parameters:
            near = {n for e, name in atoms.items() if name == field.name for n in constants(e)}
            for value in sorted(m for n in near for m in (n - 1, n, n + 1)):
                other = {**best, field.name: value}
                if valid_parameters(machine, other) and at_bounds(other) > at_bounds(best):
                    best, again = other, True
    return best


class Hints:
    """Ticks that break candidates, with the parameters `wanted` where that is possible."""

    def __init__(self, system: System, wanted: Values, budget: Budget) -> None:
        self.system, self.wanted, self.budget = system, wanted, budget

    def of(self, goals: Mapping[str, Candidate]) -> dict[str, tuple[Values, Values]]:
        """Parameters and inputs for each goal that some tick meets, as far as the solver knows."""
        found = {name: self.one(c) for name, c in goals.items()}
        return {name: hint for name, hint in found.items() if hint is not None}

    def one(self, c: Candidate) -> tuple[Values, Values] | None:
        system, z3 = self.system, self.system.z3
        here = system.tick(0)
        solver = z3.SimpleSolver()
        solver.set("random_seed", 0)
        solver.set("rlimit", max(1, self.budget.units // 10))
        solver.add(*system.valid, *here.domain, *here.multiplied, z3.Not(c.at(here)))
        solver.add(*(here.within(s.type, here.value_of(s.name)) for s in system.machine.states))
        if solver.check() != z3.sat:
            return None
        wanted = [self.equal(field) for field in system.machine.parameters]
        for some in (wanted, *([e] for e in wanted)):
            solver.push()
            solver.add(*some)
            if solver.check() != z3.sat:
                solver.pop()
            elif some is wanted:
                break
        if solver.check() != z3.sat:
            return None
        parameters, inputs = system.read(solver.model(), 0)
        return parameters, inputs[0]

    def equal(self, field: Field) -> Any:
        """That a parameter has the value wanted."""
        z3, encoder, wanted = self.system.z3, self.system.parameters, self.wanted[field.name]
        given, value = encoder.bound[field.name]
        if wanted is None:
            return z3.Not(given)
        # A text is known by what it mentions, not by itself.
        return (
            given if field.type.sort == "text" else z3.And(given, value == encoder.value(field.type, wanted))
        )
