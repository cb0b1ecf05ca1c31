"""What a proof rests on, made minimal: of the rules and assumptions, a set that proves the claim and of which none can
be spared. And the other way about: which claims need a rule, which is how much of a policy its claims specify.

Source: Ghassabani, Whalen, Gacek, Efficient generation of inductive validity cores (2016), and Proof-based coverage
metrics for formal verification (2017).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aln.core.build import and_, implies, not_, or_, var
from aln.core.ir import BOOL, CoreModule, Definition, Expr, Field
from aln.verifier.obligation import Budget, Holds, OfMachine, Scope, Verdict
from aln.verifier.records.rules import Tracked
from aln.verifier.records.slots import Unbounded, counted
from aln.verifier.records.smt import SNAPSHOT
from aln.verifier.second import second_opinion

__all__ = ["Covered", "Why", "coverage", "explained", "restated", "why"]

COMPLETE = "each field that is not optional has a value: a guard refuses a record without"


@dataclass(frozen=True, slots=True)
class Why:
    """The rules and assumptions that a proof rests on, none of which can be spared; `agreed` where the second solver
    finds that they prove the claim by themselves."""

    rules: tuple[str, ...]
    assumptions: tuple[str, ...]
    agreed: bool = False


@dataclass(frozen=True, slots=True)
class Covered:
    """A rule, and the proved claims (by id) that rest on it: with none, no claim would notice that it is gone."""

    guard: str
    rule: str
    claims: tuple[str, ...]


def explained(verdict: Verdict, budget: Budget) -> Verdict:
    """The verdict with `rests_on` made minimal where that can be found out, and a `reason` that says where the claim
    is a rule over again; else as it is."""
    found = why(verdict, budget)
    if found is None:
        return verdict
    assert isinstance(verdict.obligation.goal, Holds)
    again = restated(verdict.obligation.goal) if verdict.obligation.kind == "claim" else ()
    note = f"it says again what {' and '.join(f'`{r}`' for r in again)} says: it would notice a change there, and shows no more"
    return replace(
        verdict, rests_on=(*found.rules, *found.assumptions), reason=note if again else verdict.reason
    )


def restated(goal: Holds) -> tuple[str, ...]:
    """The rules that a claim says over again: each part of its conclusion is the condition of one of them, word for
    word. Empty where some part is not: then the claim says in words of its own what follows."""
    parts = goal.formula.args if goal.formula.name == "or" else (goal.formula,)
    taken = {d.name for d in goal.definitions}
    rest = or_(*(p for p in parts if not (p.name == "not" and p.args[0].name in taken)))
    said = rest.args if rest.name == "and" else (rest,)
    out: dict[str, None] = {}
    for part in said:
        rule = next((r.id for r in goal.rules if part in _parts(r.condition)), None)
        if rule is None:
            return ()
        out[rule] = None
    return tuple(out)


def _parts(e: Expr) -> tuple[Expr, ...]:
    return e.args if e.name == "and" else (e,)


def why(verdict: Verdict, budget: Budget) -> Why | None:
    """What the proof of a claim about records rests on; None of any other verdict, or where it is not found out."""
    goal = verdict.obligation.goal
    if verdict.status != "proved" or not isinstance(goal, Holds):
        return None
    try:
        return _why(goal, budget)
    except Unbounded:
        return None


def _why(goal: Holds, budget: Budget) -> Why | None:
    formula, taken = _assuming(goal.formula, {d.name for d in goal.definitions})
    loose = tuple(Field(_taken(d.name), BOOL) for d in goal.definitions if d.name in taken)
    scope = Scope(goal.scope.records, (*goal.scope.fields, *loose), goal.scope.complete)
    parts = [
        (name, implies(var(_taken(d.name), BOOL), condition))
        for d, rules in _owners(goal)
        if d.name in taken
        for name, condition in rules
    ]
    tracked = Tracked(scope, parts, not_(formula), budget, goal.definitions, name_domain=True)
    tracked.mark(SNAPSHOT[0], *tracked.encoder.snapshot)
    rules = list(dict.fromkeys(name for name, _ in parts))
    # Rules are spared before the assumptions of the domain are: the last are tried first.
    kept = tracked.minimal([*(n for n in tracked.marks if n not in rules), *rules])
    if kept is None:
        return None
    needed = {d.name: d.value for d in goal.definitions}
    assumed = [n for n in kept if n not in rules]
    assumed += counted(and_(formula, *needed.values()), goal.scope.records)
    if any(not f.optional for r in goal.scope.records for f in r.fields):
        assumed.append(COMPLETE)
    agreed = budget.second_opinion and second_opinion(tracked.script(kept)) == "unsat"
    return Why(tuple(n for n in kept if n in rules), tuple(assumed), agreed)


def _taken(name: str) -> str:
    # No field and no definition has a name of this form.
    return f"{name} is assumed"


def _assuming(formula: Expr, names: set[str]) -> tuple[Expr, frozenset[str]]:
    """The formula with each `not accepted(…)`, an assumption of the claim, a variable of its own; whose they are.

    INVARIANT: the formula is in negation normal form, so that every assumption stands behind a `not`.
    """
    taken: set[str] = set()

    def go(e: Expr) -> Expr:
        if e.name == "not" and e.args[0].kind == "var" and e.args[0].name in names:
            taken.add(e.args[0].name)
            return not_(var(_taken(e.args[0].name), BOOL))
        if e.kind == "op" and e.name in ("and", "or"):
            return (and_ if e.name == "and" else or_)(*map(go, e.args))
        return e

    return go(formula), frozenset(taken)


def _owners(goal: Holds) -> Iterator[tuple[Definition, list[tuple[str, Expr]]]]:
    """Each definition with the rules that it is the conjunction of, by id; with itself where they are not found."""
    left = list(goal.rules)
    for d in goal.definitions:
        run = next(
            (
                left[i:j]
                for i in range(len(left))
                for j in range(i + 1, len(left) + 1)
                if and_(*(r.condition for r in left[i:j])) is d.value
            ),
            [],
        )
        for rule in run:
            left.remove(rule)
        yield d, [(r.id, r.condition) for r in run] or [(d.name, d.value)]


# ── coverage ─────────────────────────────────────────────────────────────────────────────────────────────────


def coverage(core: CoreModule, verdicts: Sequence[Verdict], budget: Budget) -> tuple[Covered, ...]:
    """For each rule that the guards of a module state themselves, the proved claims that rest on it.

    `verdicts` may be those of other modules too: a bundle's claim counts for the operation's module. A machine's
    proofs assume every rule of its parameters' policy, and count for each of them.
    """
    needs: dict[str, list[str]] = {}
    for v in verdicts:
        goal, o = v.obligation.goal, v.obligation
        if v.status != "proved":
            continue
        if isinstance(goal, Holds) and (o.module == core.name or _about(goal, core)):
            found = why(v, budget)
            for rule in found.rules if found is not None else v.rests_on:
                needs.setdefault(rule, []).append(o.id)
        elif isinstance(goal, OfMachine) and o.kind == "invariant" and o.module == core.name:
            for assumed in goal.machine.assumption:
                needs.setdefault(assumed.id, []).append(o.id)
    return tuple(
        Covered(guard.name, rule.id, tuple(needs.get(rule.id, ())))
        for guard in core.guards
        for rule in guard.rules
        if rule.id.partition("/")[0] == guard.name
    )


def _about(goal: Holds, core: CoreModule) -> bool:
    return any(name.partition(".")[0] == core.name for name in goal.blames)
