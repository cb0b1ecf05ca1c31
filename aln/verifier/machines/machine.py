"""The obligations of one machine: each part of it answered by the engines, and the verdicts made from what they found.

Takes: obligations of a machine. Gives: a verdict each. A property is proved only where every declared range of the
machine is: lowering folded what those ranges decide. Never: an answer where no parameters are accepted, since any
property would hold of nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from aln.core.ir import Expr, Machine
from aln.verifier.machines.candidates import RANGES, Candidate, candidates
from aln.verifier.machines.frames import System
from aln.verifier.machines.part import home, parts
from aln.verifier.machines.verdicts import Part, asked_of, rests_on_ranges
from aln.verifier.machines.whole import unsupported, valid_parameters
from aln.verifier.obligation import (
    Budget,
    Evidence,
    Obligation,
    OfMachine,
    ReplayError,
    Status,
    Verdict,
)

__all__ = ["decide_part", "machine_of", "open_goals", "settled", "share"]


def machine_of(obligations: Sequence[Obligation]) -> Machine:
    """The machine that all of these are about. Raises `ValueError` where there is none or more than one."""
    goals = [o.goal for o in obligations if isinstance(o.goal, OfMachine)]
    if len(goals) != len(obligations) or any(g.machine is not goals[0].machine for g in goals):
        raise ValueError("the obligations of one machine are decided together, and no others with them")
    return goals[0].machine


def share(obligations: Sequence[Obligation]) -> list[list[int]]:
    """The positions of obligations of one machine that are about the same part of it, in order."""
    among = parts(machine_of(obligations)) if obligations else ()
    found: dict[int, list[int]] = {}
    for at, o in enumerate(obligations):
        found.setdefault(_home(among, o), []).append(at)
    return list(found.values())


def _home(among: Sequence[Machine], o: Obligation) -> int:
    assert isinstance(o.goal, OfMachine)
    at = home(among, o.goal.name, ranges=o.kind == "range")
    return at if at >= 0 else home(among, o.goal.name, ranges=True)


def decide_part(
    group: Sequence[Obligation],
    budget: Budget,
    invariants: Sequence[Expr] | None = None,
    before: Mapping[str, Status] = MappingProxyType({}),
) -> list[Verdict]:
    """A verdict for each obligation, in order, all about one part of a machine; they stand once they are `settled`.

    With little effort at first; told what Spacer guesses (`invariants`, possibly none) and what was found `before`, by
    id, with all there is for what was not decided; the rest may now stay open. Raises
    `ReplayError` when this tool is at fault, `ValueError` when they are of more than one part.
    """
    machine = machine_of(group)
    among = parts(machine)
    homes = {_home(among, o) for o in group}
    if len(homes) > 1:
        raise ValueError(
            "the obligations of one part of a machine are decided together, and no others with them"
        )
    (at,) = homes
    if at < 0:
        why = "the machine has no property and no range of that name: {}"
        return [Verdict(o, "unknown", "", reason=why.format(o.id)) for o in group]
    reason = unsupported(machine)
    if reason:
        return [Verdict(o, "unknown", "", reason=f"unsupported: {reason}") for o in group]
    system = System(among[at])
    accepted = parameters_possible(system, budget)
    if not accepted:
        why = "no parameters pass the assumption" if accepted is False else "it is not known whether any parameters pass the assumption"  # fmt: skip
        return [Verdict(o, "unknown", "induction", reason=why) for o in group]
    decided = Part(machine, system, group, budget, invariants, before)
    return [replace(decided.verdict(o), lost=decided.lost_names) for o in group]


def parameters_possible(system: System, budget: Budget) -> bool | None:
    """Whether some parameters are accepted; None where the solver does not know."""
    z3 = system.z3
    solver = z3.Solver()
    solver.set("random_seed", 0)
    solver.set("rlimit", budget.units)
    solver.add(*system.valid)
    said = solver.check()
    if said == z3.unsat:
        return False
    if said != z3.sat:
        return None
    found = system.read(solver.model(), -1)[0]
    if not valid_parameters(system.machine, found):
        raise ReplayError(f"the solver's parameters are not valid: {found}")
    return True


def settled(verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The verdicts on machines, of which each part was decided by itself, in view of each other: what is proved rests on
    every declared range of its machine, wherever that is proved, and is no stronger."""
    ranges: dict[int, list[Verdict]] = {}
    missing: dict[int, dict[str, None]] = {}
    order: dict[int, list[str]] = {}
    for v in verdicts:
        if isinstance(v.obligation.goal, OfMachine):
            machine = v.obligation.goal.machine
            known = ranges.setdefault(id(machine), [])
            order.setdefault(id(machine), []).append(v.obligation.id)
            left = missing.setdefault(id(machine), dict.fromkeys(a.name for a in machine.assignments))
            if v.obligation.kind == "range" or v.lost or (v.status == "unknown" and not v.engine):
                known.append(v)
            if v.obligation.kind == "range":
                left.pop(v.obligation.goal.name, None)
    out = []
    for v in verdicts:
        goal = v.obligation.goal
        if isinstance(goal, OfMachine):
            v = _settled(v, ranges[id(goal.machine)], missing[id(goal.machine)], order[id(goal.machine)])
        out.append(v)
    return out


def _settled(v: Verdict, ranges: Sequence[Verdict], missing: Iterable[str], order: Sequence[str]) -> Verdict:
    names: dict[str, None] = dict.fromkeys(missing)
    for other in ranges:
        if other.status != "proved" and other.obligation.id != v.obligation.id:
            assert isinstance(other.obligation.goal, OfMachine)
            own = (other.obligation.goal.name,) if other.obligation.kind == "range" else ()
            names |= dict.fromkeys(other.lost or own or (other.obligation.id,))
    found = v.counterexample
    if found is not None and found.advice and names.keys() - set(v.lost):
        # Under what is advised every range of this part is kept; of the other parts nothing is said.
        return replace(v, counterexample=replace(found, advice=()))
    if v.certificate is None or v.lost:
        return v
    if names:
        reason = rests_on_ranges(tuple(names))
        return Verdict(v.obligation, "unknown", v.engine, reason=reason, lost=v.lost, seconds=v.seconds)
    if v.certificate.witness:
        return v
    weaker: Evidence = "L1" if any(other.evidence == "L1" for other in ranges) else v.evidence
    others = {o.obligation.id for o in ranges} | set(v.rests_on)
    return replace(
        v, evidence=weaker, rests_on=tuple(i for i in order if i in others and i != v.obligation.id)
    )


def open_goals(
    obligations: Sequence[Obligation], verdicts: Sequence[Verdict]
) -> tuple[Machine, list[Candidate], list[Candidate]]:
    """Of obligations of one part: the part, the candidates that an inductive invariant would decide, and those that are
    proved."""
    machine = machine_of(obligations)
    among = parts(machine)
    part = among[_home(among, obligations[0])]
    found = candidates(part)
    goals: dict[str, Candidate] = {}
    proved = {c.key: c for c in found if c.role in RANGES}
    for v in verdicts:
        for c in asked_of(part, found, v.obligation):
            if v.status == "unknown":
                proved.pop(c.key, None)
                goals[c.key] = c
            elif v.status == "proved" and c.role == "lemma":
                proved[c.key] = c
            elif v.status == "refuted":
                proved.pop(c.key, None)
    return part, [c for c in goals.values() if c.role != "initial"], list(proved.values())
