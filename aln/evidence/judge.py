"""Tests judged by the evaluator, and what a failure teaches: which rule read which values.

Takes a checked module and one judgement of a test; gives whether it came out as expected and, where it did not, the
rules concerned, clause by clause, with what they read. No solver.
"""

from __future__ import annotations

from dataclasses import dataclass

from aln.checker.check import CheckedModule
from aln.core.evaluate import Decision, decide
from aln.core.ir import Example
from aln.diagnostics import Span
from aln.evidence.clauses import Judged, Truth, judged_rules, seen, values_read

__all__ = ["Explained", "Outcome", "Read", "judge"]


@dataclass(frozen=True, slots=True)
class Read:
    """One clause: as written, what it came to, whether it alone decides, and the values it read."""

    text: str
    truth: Truth
    decisive: bool
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Explained:
    """One rule of a failed expectation: whether the record passes it, and clause by clause why."""

    rule: Judged
    passes: bool
    clauses: tuple[Read, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one expectation came out. `problems` say in words what is not as expected; none where it passed."""

    example: Example
    decision: Decision
    because: tuple[str, ...]
    problems: tuple[str, ...] = ()
    explained: tuple[Explained, ...] = ()
    invalid: tuple[tuple[str, str], ...] = ()

    @property
    def passed(self) -> bool:
        return not self.problems

    @property
    def span(self) -> Span:
        return self.example.span


def judge(checked: CheckedModule, example: Example) -> Outcome:
    """The guard's decision about the record of an expectation, held against what was expected."""
    guard = example.guard
    decision = decide(guard, example.env)
    reasons = {r.id: r.because for r in guard.rules}
    because = tuple(reasons[i] for i in decision.failed)
    unmet = [x for x in example.because if x not in because] if not example.allowed else []
    policy = checked.model.policies[guard.name]
    bad = values_read(guard, example.env, policy.variable, frozenset(decision.invalid))
    if decision.allowed == example.allowed and not unmet:
        return Outcome(example, decision, because, invalid=bad)
    problems = []
    if example.allowed:
        problems += [f"it was denied because “{x}”" for x in because]
        problems += [f"the field `{name}` is {_invalid(text)}" for name, text in bad]
    elif decision.allowed:
        problems.append("it was allowed")
    else:
        said = [f"because “{x}”" for x in because] or [f"because `{n}` is {_invalid(v)}" for n, v in bad]
        problems.append(f"it was denied {', '.join(said)}")
    silent = [x for x in unmet if x not in reasons.values()]
    problems += [f"no rule of `{guard.name}` gives the reason “{x}”" for x in silent]
    wanted = {i for i, said in reasons.items() if said in unmet}
    concerned = wanted | set(decision.failed)
    env = seen(guard, example.env)
    explained = []
    for rule in judged_rules(checked, policy):
        if rule.id in concerned:
            truths = [c.truth(env) for c in rule.clauses]
            decides = rule.decisive(truths)
            clauses = tuple(
                Read(c.text, v, i in decides, values_read(guard, env, policy.variable, c.reads))
                for i, (c, v) in enumerate(zip(rule.clauses, truths, strict=True))
            )
            explained.append(Explained(rule, rule.passes(truths), clauses))
    return Outcome(example, decision, because, tuple(problems), tuple(explained), bad)


def _invalid(text: str) -> str:
    return "missing" if text == "missing" else f"{text}, which the field cannot hold"
