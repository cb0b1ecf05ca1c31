"""Whether a claim about a machine excludes anything: some values of what it speaks of, each in its range, break it.

How the machine computes them is left out: a claim that no values break would hold of every machine.
Source: Kupferman, Vardi, Vacuity detection in temporal model checking (1999).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from aln.core.build import TRUE
from aln.core.evaluate import evaluate
from aln.core.ir import Property, walk
from aln.verifier.machines.frames import System
from aln.verifier.obligation import Budget, ReplayError
from aln.verifier.second import smtlib

__all__ = ["excludes"]


def excludes(
    system: System, p: Property, budget: Budget
) -> tuple[Literal["yes", "no", "unknown"], str, Mapping[str, Any]]:
    """Whether some values break the property, the question as SMT-LIB text, and the values. Raises `ReplayError` where
    the evaluator does not confirm that they do."""
    if p.formula is TRUE:
        return "yes", "", {}  # a declared range decides it, which the machine keeps and the claim restates
    z3, here = system.z3, system.tick(0)
    solver = z3.Solver()
    solver.set("random_seed", 0)
    solver.set("rlimit", budget.units)
    names = sorted(system.names(p.formula))
    solver.add(*system.valid, z3.Not(here.expr(p.formula)))
    for e in walk(p.formula):
        if e.name in system.inputs:
            solver.add(*here.facts(e.name))
        elif e.kind == "var" and e.name in system.types:
            # The type of a reading is the declared one where there is one.
            solver.add(here.within(e.type, here.value_of(e.name)))
    said = solver.check()
    if said == z3.unsat:
        return "no", smtlib(solver), {}
    if said != z3.sat:
        return "unknown", "", {}
    parameters, _ = system.read(solver.model(), -1)
    values = {n: here.raw(solver.model(), f"{n}@0") for n in names if f"{n}@0" in here.bound}
    values = {**parameters, **values}
    if not system.names(p.formula) & system.named.keys() and evaluate(p.formula, values):
        raise ReplayError(f"the solver's values do not break `{p.name}` in the evaluator")
    return "yes", smtlib(solver), values
