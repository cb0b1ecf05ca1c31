"""What one tick of a goal may look like, whatever came before it: where a search for runs begins.

Takes: a machine, candidates to be broken. Gives: for each, valid parameters and the inputs of a tick that
breaks it, from some state in its range. Whether any run gets to that state is another question.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aln.core.evaluate import evaluate
from aln.core.ir import Field, Machine, walk
from aln.core.slice import reads
from aln.verifier.machines.candidates import Candidate
from aln.verifier.machines.frames import System
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.obligation import Budget
from aln.verifier.runs.explorer import constants
from aln.verifier.runs.paths import Values


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


def hints(
    machine: Machine, goals: Mapping[str, Candidate], wanted: Values, budget: Budget
) -> dict[str, tuple[Values, Values]]:
    """Parameters and the inputs of one tick for each goal that the solver finds such a tick for; the parameters are
    those `wanted`, as far as they can be."""
    # Of its own: what is asked here must not change what the engines are answered later.
    system = System(machine)
    found = {name: _hint(system, c, wanted, budget) for name, c in goals.items()}
    return {name: hint for name, hint in found.items() if hint is not None}


def _hint(system: System, c: Candidate, wanted: Values, budget: Budget) -> tuple[Values, Values] | None:
    z3, here = system.z3, system.tick(0)
    solver = z3.SimpleSolver()
    solver.set("random_seed", 0)
    solver.set("rlimit", max(1, budget.units // 40))
    have: set[tuple[str, int]] = set()
    facts = system.facts([(system.names_of(c), 0)], start=False, have=have)
    solver.add(*system.valid, *facts, z3.Not(system.at(c, 0)))
    for name, _ in sorted(have):
        if name in system.states:
            solver.add(here.within(system.states[name].type, here.value_of(name)))
        elif name in system.named:
            solver.add(*system.product(name, 0))
    if solver.check() != z3.sat:
        return None
    each = [_equal(system, field, wanted[field.name]) for field in system.machine.parameters]
    # All at once, else one by one.
    for some in (each, *([e] for e in each)):
        solver.push()
        solver.add(*some)
        if solver.check() != z3.sat:
            solver.pop()
        elif some is each:
            break
    if solver.check() != z3.sat:
        return None
    parameters, inputs = system.read(solver.model(), 0)
    return parameters, inputs[0]


def _equal(system: System, field: Field, wanted: Any) -> Any:
    """That a parameter has a value, as far as the solver knows values: of a text, what it mentions."""
    z3, encoder = system.z3, system.parameters
    given, value = encoder.bound[field.name]
    if wanted is None:
        return z3.Not(given)
    return given if field.type.sort == "text" else z3.And(given, value == encoder.value(field.type, wanted))
