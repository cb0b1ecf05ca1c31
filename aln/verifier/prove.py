"""Every obligation answered: the one function behind all engines."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from aln.core.evaluate import decide
from aln.core.ir import Expr
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
    Status,
    Unprovable,
    Verdict,
    Within,
)

Call = tuple[Callable[..., Any], tuple[Any, ...]]
"""A function of this package and what it is given: both can be sent to another process."""
Course = Generator[Sequence[Call], Any, list[Verdict]]
"""How obligations are answered: calls that may run side by side are given out, and what the first of them in order that
answers at all says is sent back, None where none does. So the verdicts are the same wherever and however fast they run."""


def units(obligations: Sequence[Obligation]) -> list[tuple[int, ...]]:
    """What is answered at one go, as positions: the obligations of one part of a machine together, any other alone."""
    machines: dict[int, list[int]] = {}
    for at, o in enumerate(obligations):
        if isinstance(o.goal, OfMachine):
            machines.setdefault(id(o.goal.machine), []).append(at)
    whole = {group[0]: group for group in machines.values()}
    out: list[tuple[int, ...]] = []
    for at, o in enumerate(obligations):
        if not isinstance(o.goal, OfMachine):
            out.append((at,))
        elif at in whole:
            from aln.verifier.machines.machine import share

            group = whole[at]
            out += (tuple(group[i] for i in part) for part in share([obligations[i] for i in group]))
    return out


def course(unit: Sequence[Obligation], budget: Budget) -> Course:
    """The verdicts of one unit: what little effort decides; else, told what Spacer guesses, what all engines decide."""
    first: list[Verdict] = yield [(answer, (unit, budget))]
    if not isinstance(unit[0].goal, OfMachine) or all(v.status != "unknown" or not v.engine for v in first):
        return first
    from aln.verifier.machines.machine import open_goals
    from aln.verifier.machines.spacer import invariant, tasks

    # Where a range is broken nothing is proved: what is left to find are runs.
    doomed = any(v.status == "refuted" and v.obligation.kind == "range" for v in first)
    guessed: dict[Expr, None] = {}
    for portfolio in [] if doomed else tasks(*open_goals(unit, first), max(1, budget.units // 4)):
        found = yield [(invariant, (task,)) for task in portfolio]
        guessed |= dict.fromkeys(found or ())
    before = {v.obligation.id: v.status for v in first}
    again: list[Verdict] = yield [(answer, (unit, budget, tuple(guessed), before))]
    return [a if b.status == "unknown" else b for a, b in zip(again or first, first, strict=True)]


def answer(
    unit: Sequence[Obligation],
    budget: Budget,
    invariants: Sequence[Expr] | None = None,
    before: Mapping[str, Status] = MappingProxyType({}),
) -> list[Verdict]:
    """The verdicts of one unit; a fault of this tool leaves it unknown, with the reason."""
    if not isinstance(unit[0].goal, OfMachine):
        return [_one(o, budget) for o in unit]
    from aln.verifier.machines.machine import decide_part

    try:
        return decide_part(unit, budget, invariants, before)
    except ReplayError as why:
        return [Verdict(o, "unknown", "induction", reason=str(why)) for o in unit]


def prove(obligations: Sequence[Obligation], budget: Budget | None = None) -> Iterator[Verdict]:
    """A verdict for each obligation, in order, all in this process."""
    from aln.verifier.machines.machine import settled

    budget = budget or Budget()
    answers: dict[int, Verdict] = {}
    for unit in units(obligations):
        found = taken(course([obligations[i] for i in unit], budget))
        answers |= zip(unit, found, strict=True)
    yield from settled([answers[at] for at in range(len(obligations))])


def taken(steps: Course) -> list[Verdict]:
    """A course, one call after the other, here."""
    said: Any = None
    try:
        calls = next(steps)
        while True:
            for function, given in calls:
                said = function(*given)
                if said is not None:
                    break
            calls = steps.send(said)
    except StopIteration as end:
        verdicts: list[Verdict] = end.value
        return verdicts


def _one(o: Obligation, budget: Budget) -> Verdict:
    from aln.verifier.records import ranges, rules, smt

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
