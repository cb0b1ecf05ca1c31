"""Why something is not known: what was tried, the state from which a step fails, and the shape of a lemma that may help."""

from __future__ import annotations

from collections.abc import Sequence

from aln.core.ir import Field, Machine, State
from aln.verifier.machines import trace
from aln.verifier.machines.candidates import Candidate
from aln.verifier.machines.effort import Effort
from aln.verifier.machines.simplest import Simplifier

__all__ = ["why_not"]


def why_not(effort: Effort, machine: Machine, open_: Sequence[Candidate], sure: int) -> str:
    """What was tried, and what the author may do: the state from which the step fails, to be ruled out by a lemma."""
    ticks = f"no counterexample within {sure} tick{'' if sure == 1 else 's'}"
    for c in open_:
        if c.key not in effort.induction.failed:
            continue
        near = effort.cone(trace.roots(c))
        state = _stuck(effort, machine, c, near)
        if state:
            return (
                f"not inductive, and {ticks}; tried: {effort.tried}; the step fails from {state}: if this state cannot "
                f"occur, a `lemma` that rules it out would help, {_shape(machine, near)}"
            )
    near = effort.cone([n for c in open_ for n in trace.roots(c)])
    return (
        f"the solver did not decide the step, and {ticks}; tried: {effort.tried}; raise `--budget` or add a `lemma`, "
        f"{_shape(machine, near)}"
    )


def _shape(machine: Machine, near: frozenset[str]) -> str:
    """What kind of lemma has helped elsewhere, in terms of the states at hand."""
    states = [s for s in machine.states if s.name in near and "." not in s.name]
    numbers = [s for s in states if s.type.sort == "int"]
    modes = [s for s in states if s.type.sort != "int"]
    if modes and numbers:
        return f"such as what `{modes[0].name}` says of `{numbers[0].name}`"
    pairs = [(s, t) for i, s in enumerate(numbers) for t in numbers[i + 1 :] if s.type.grain == t.type.grain]
    if pairs:
        return f"such as how `{pairs[0][0].name}` and `{pairs[0][1].name}` keep together"
    return "a bound on these values or a relation between them"


def _stuck(effort: Effort, machine: Machine, c: Candidate, near: frozenset[str]) -> str:
    """The simplest state from which the step of `c` fails, in words; empty where it is not found again."""
    system, induction = effort.system, effort.induction
    z3, here = system.z3, system.tick(0)
    proved = [p.candidate for p in induction.known()]
    states = [s.name for s in system.machine.states]
    places = [(system.names_of(x), t) for x in (*proved, c) for t in (0, 1)]
    facts = system.facts([(states, 0), *places], start=False)
    solver = induction.any.fresh(z3.SimpleSolver(), [*system.valid, *facts])
    solver.add(*(system.at(x, t) for x in proved for t in (0, 1)), system.at(c, 0), z3.Not(system.at(c, 1)))
    if solver.check() != z3.sat:
        return ""
    choose = Simplifier(solver, effort.budget)
    named: list[State | Field] = [*system.machine.states, *system.machine.parameters]
    for x in named:
        choose.simple(x.type, here.value_of(x.name), here)
    state = {s.name: here.raw(choose.model, f"{s.name}@0") for s in system.machine.states if s.name in near}
    parameters = {f.name: here.raw(choose.model, f.name) for f in system.machine.parameters if f.name in near}
    return trace.state_words(machine, parameters, state)
