"""Whether what a kept verdict shows still happens, by the evaluator: no solver is asked, and none is imported.

Takes a verdict that was read from a file; gives whether it may be believed. A counterexample is run again, and so is
the witness of a proof that rests on one; whatever else is refuted needs the proof that it cannot be otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aln.core.evaluate import evaluate, invalid_fields
from aln.core.ir import Expr, Machine
from aln.verifier.machines.bmc import replay
from aln.verifier.machines.candidates import RANGES, Candidate, candidates
from aln.verifier.obligation import (
    Counterexample,
    Decides,
    Holds,
    Obligation,
    OfMachine,
    Possible,
    ReplayError,
    Same,
    Says,
    Scope,
    Verdict,
)
from aln.verifier.show import shown, values

__all__ = ["believable"]

_PROVED = ("L1", "L2", "L3")


def believable(verdict: Verdict) -> bool:
    """Whether a kept verdict is a proof with its certificate, or a counterexample that breaks the claim here and now."""
    try:
        if verdict.status == "proved":
            return _proof(verdict)
        return verdict.status == "refuted" and _refutation(verdict)
    except (ReplayError, KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
        return False  # values of the wrong shape are no counterexample


def _proof(verdict: Verdict) -> bool:
    goal, certificate = verdict.obligation.goal, verdict.certificate
    if verdict.evidence not in _PROVED or certificate is None or verdict.counterexample is not None:
        return False
    if not all(isinstance(text, str) for query in certificate.queries for text in query):
        return False
    if isinstance(goal, Possible | Decides | Says):
        return _witnessed(goal, certificate.witness)
    if isinstance(goal, OfMachine) and verdict.obligation.kind in ("reachable", "non-vacuous"):
        return _reached(goal, certificate.witness)
    if isinstance(goal, Same):
        return not goal.differences and {n for n, _ in certificate.queries} <= {n for n, _, _ in goal.pairs}
    return bool(certificate.queries)


def _refutation(verdict: Verdict) -> bool:
    goal, found = verdict.obligation.goal, verdict.counterexample
    if found is None:
        return False
    if verdict.evidence in _PROVED:  # nothing can show that there is no record, and no run: it was proved
        nowhere = isinstance(goal, Possible | Decides | Says) or verdict.obligation.kind == "reachable"
        proof = verdict.certificate is not None and bool(verdict.certificate.queries)
        return nowhere and proof and not found.env and not found.steps
    if isinstance(goal, Holds):
        known = {**found.env, **{d.name: evaluate(d.value, found.env) for d in goal.definitions}}
        return _lawful(goal.scope, found) and not evaluate(goal.formula, known)
    if isinstance(goal, Same):
        if goal.differences:
            return found.shown == goal.differences
        named = [(a, b) for name, a, b in goal.pairs if found.blames == (name,)]
        differ = any(evaluate(a, found.env) != evaluate(b, found.env) for a, b in named)
        return differ and _lawful(goal.scope, found)
    return isinstance(goal, OfMachine) and _broken(verdict.obligation, goal, found)


def _lawful(scope: Scope, found: Counterexample) -> bool:
    """The values lie in their domains, and what is shown of them is what they are."""
    return (
        found.steps == ()
        and _in_domain(scope, found.env)
        and dict(found.values) == values(scope, found.env)
        and found.shown == shown(scope, found.env)
    )


def _in_domain(scope: Scope, env: Mapping[str, Any]) -> bool:
    given = ((field, env.get(field.name)) for field in scope.fields)
    sound = all(field.optional if value is None else field.type.holds(value) for field, value in given)
    return sound and not invalid_fields(scope.records, env)


def _witnessed(goal: Possible | Decides | Says, witness: Sequence[Mapping[str, Any]]) -> bool:
    """Whether the records that show it are lawful, and each makes true what it is to show."""
    if isinstance(goal, Possible):
        wanted: list[list[tuple[Expr, bool]]] = [[(goal.formula, True)]]
    elif isinstance(goal, Decides):
        others = [(rule.condition, True) for rule in (*goal.earlier, *goal.later)]
        wanted = [[(goal.rule.condition, False), *others]]
    else:
        wanted = [[(e, True) for _, e in goal.conditions], [(goal.conclusion, False)]]
    definitions = goal.definitions if isinstance(goal, Says) else ()
    if len(wanted) != len(witness) or not all(_in_domain(goal.scope, env) for env in witness):
        return False
    known = [{**env, **{d.name: evaluate(d.value, env) for d in definitions}} for env in witness]
    return all(bool(evaluate(e, k)) is so for each, k in zip(wanted, known, strict=True) for e, so in each)


# ── runs ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _again(
    machine: Machine, parameters: Mapping[str, Any], steps: Sequence[Mapping[str, Any]]
) -> tuple[Mapping[str, Any], ...]:
    """The run that parameters and the inputs of `steps` make. Raises `ReplayError` where the machine refuses them."""
    given = {f.name: parameters.get(f.name) for f in machine.parameters}
    return replay(machine, given, [{f.name: env[f.name] for f in machine.inputs} for env in steps])


def _broken(o: Obligation, goal: OfMachine, found: Counterexample) -> bool:
    """Running it again gives every value that was kept, and the last tick breaks what is claimed."""
    fixed = {f.name for f in goal.machine.parameters}
    run = _again(goal.machine, found.env, found.steps)
    same = [{n: v for n, v in env.items() if n not in fixed} for env in run] == [dict(s) for s in found.steps]
    last = len(run) - 1
    return same and any(_applies(c, last) and not c.holds(run[last]) for c in _asked(o, goal))


def _asked(o: Obligation, goal: OfMachine) -> list[Candidate]:
    """The candidates that an obligation speaks of: the ranges of a name, or a property."""
    named = [c for c in candidates(goal.machine) if c.name == goal.name]
    return [c for c in named if (c.role in RANGES) == (o.kind == "range")]


def _reached(goal: OfMachine, witness: Sequence[Mapping[str, Any]]) -> bool:
    """The run gets where it is said to get, and stays within every declared range on the way; values break what has no
    condition."""
    wanted = [p for p in goal.machine.properties if p.name == goal.name]
    if len(wanted) == 1 and wanted[0].form != "reachable" and not wanted[0].about:
        # It speaks of every tick, so that it excludes something is all there is to show.
        return len(witness) == 1 and not evaluate(wanted[0].formula, witness[0])
    run = _again(goal.machine, witness[0], witness)
    ranges = [c for c in candidates(goal.machine) if c.role in RANGES]
    clean = all(c.holds(env) for t, env in enumerate(run) for c in ranges if _applies(c, t))
    goals = [p.formula if p.form == "reachable" else p.about[goal.about] for p in wanted]
    return clean and len(goals) == 1 and bool(evaluate(goals[0], run[-1]))


def _applies(c: Candidate, t: int) -> bool:
    return c.role != "initial" or t == 0
