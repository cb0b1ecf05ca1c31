"""Every obligation answered: the one function behind all engines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aln.core.evaluate import decide
from aln.verifier.obligation import (
    Budget,
    Counterexample,
    Decides,
    Holds,
    Judged,
    Nowhere,
    Obligation,
    OfMachine,
    Possible,
    ReplayError,
    Same,
    Says,
    Scope,
    Unprovable,
    Verdict,
    Within,
)


def prove(obligations: Sequence[Obligation], budget: Budget | None = None) -> Iterator[Verdict]:
    """A verdict for each obligation, in order. Obligations of one machine are answered together: one induction."""
    budget = budget or Budget()
    groups: dict[int, list[int]] = {}
    for at, o in enumerate(obligations):
        if isinstance(o.goal, OfMachine):
            groups.setdefault(id(o.goal.machine), []).append(at)
    answered: dict[int, Verdict] = {}
    for at, o in enumerate(obligations):
        if not isinstance(o.goal, OfMachine):
            yield _one(o, budget)
            continue
        if at not in answered:
            group = groups[id(o.goal.machine)]
            answered |= zip(group, _machine([obligations[i] for i in group], budget), strict=True)
        yield answered.pop(at)


def _machine(group: Sequence[Obligation], budget: Budget) -> Sequence[Verdict]:
    """One joint induction; a fault of this tool leaves the whole machine unknown, with the reason."""
    from aln.verifier.machine import decide_machine

    try:
        return decide_machine(group, budget)
    except ReplayError as why:
        return [Verdict(o, "unknown", "induction", reason=str(why)) for o in group]


def _one(o: Obligation, budget: Budget) -> Verdict:
    from aln.verifier import ranges, rules, smt

    goal = o.goal
    if isinstance(goal, Holds):
        return smt.holds(o, goal, budget)
    if isinstance(goal, Possible):
        return rules.possible(o, goal, budget)
    if isinstance(goal, Decides):
        return rules.decides(o, goal, budget)
    if isinstance(goal, Says):
        return rules.says_something(o, goal, budget)
    if isinstance(goal, Within):
        return ranges.within(o, goal, budget)
    if isinstance(goal, Nowhere):
        return nowhere(o, goal)
    if isinstance(goal, Same):
        return smt.same(o, goal, budget)
    if isinstance(goal, Unprovable):
        return Verdict(o, "unknown", "", reason=goal.reason)
    assert isinstance(goal, Judged)
    return judged(o, goal)


def nowhere(o: Obligation, goal: Nowhere) -> Verdict:
    """Every place was looked at when the module was lowered; here is what was found."""
    if not goal.found:
        return Verdict(o, "proved", "evaluation", "L1")
    found = Counterexample({}, {}, (), blames=goal.found, says="it is named where it must not be")
    return Verdict(o, "refuted", "evaluation", "L0", counterexample=found)


def judged(o: Obligation, goal: Judged) -> Verdict:
    """The evaluator's decision about one environment, against what was expected."""
    from aln.verifier.show import shown, values

    decision = decide(goal.guard, goal.env)
    because = {r.id: r.because for r in goal.guard.rules}
    reasons = tuple(because[i] for i in decision.failed)
    problems = [f"the field `{f}` is missing or outside its range" for f in decision.invalid if goal.allowed]
    if decision.allowed != goal.allowed:
        if goal.allowed:
            problems += [f"denied because {r}" for r in reasons]
        else:
            problems.append("allowed")
    problems += [f"not denied because {r}" for r in goal.because if not goal.allowed and r not in reasons]
    if not problems:
        return Verdict(o, "proved", "evaluation", "L1")
    scope = Scope.of(goal.guard)
    found = Counterexample(
        goal.env, values(scope, goal.env), shown(scope, goal.env), (), decision.failed, "; ".join(problems)
    )
    return Verdict(o, "refuted", "evaluation", "L0", counterexample=found)
