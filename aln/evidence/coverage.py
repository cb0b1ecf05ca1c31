"""Clause coverage: which rules the tests saw pass and refuse, and which clauses ever decided one.

Takes checked modules and the judgements of their tests; gives for each policy what was seen and what was not.
A clause is covered when in some test it alone, were it otherwise, would have turned its rule (masking MC/DC).
Source: Chilenski and Miller, Applicability of modified condition/decision coverage to software testing (1994).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from aln.checker.check import CheckedModule
from aln.core.ir import Example
from aln.diagnostics import Span
from aln.evidence.clauses import Judged, judged_rules, seen
from aln.lower.reads import Unsupported
from aln.syntax import tree as t

__all__ = ["Coverage", "OfPolicy", "OfRule", "coverage"]


@dataclass(slots=True)
class OfRule:
    """What tests saw of one rule: whether it passed, whether it refused, and which of its clauses decided it."""

    rule: Judged
    passed: bool = False
    refused: bool = False
    decided: set[int] = field(default_factory=set)

    @property
    def clauses(self) -> int:
        """A sole clause is its rule: it is not counted twice."""
        return len(self.rule.clauses) if len(self.rule.clauses) > 1 else 0

    @property
    def total(self) -> int:
        return 2 + self.clauses

    @property
    def covered(self) -> int:
        return self.passed + self.refused + (len(self.decided) if self.clauses else 0)

    def missing(self) -> Iterator[str]:
        """What no test has seen, in words."""
        if not self.passed:
            yield "no test passes it"
        if not self.refused:
            yield "no test is refused by it"
        for i, clause in enumerate(self.rule.clauses if self.clauses else ()):
            if i not in self.decided:
                yield f"`{clause.text}` never decided it"


@dataclass(frozen=True, slots=True)
class OfPolicy:
    """The rules that a policy itself declares; `reason` says why nothing can be said of them."""

    module: str
    policy: str
    span: Span
    rules: tuple[OfRule, ...]
    reason: str = ""

    @property
    def total(self) -> int:
        return sum(r.total for r in self.rules)

    @property
    def covered(self) -> int:
        return sum(r.covered for r in self.rules)


@dataclass(frozen=True, slots=True)
class Coverage:
    policies: tuple[OfPolicy, ...]

    @property
    def total(self) -> int:
        return sum(p.total for p in self.policies)

    @property
    def covered(self) -> int:
        return sum(p.covered for p in self.policies)


def coverage(tested: Sequence[tuple[CheckedModule, Sequence[Example]]]) -> Coverage:
    """What the tests of some modules cover of the policies that these declare. A rule counts wherever it is judged: in
    its own policy, and in one that includes it."""
    found: dict[Span, OfRule] = {}
    out = []
    for checked, _ in tested:
        for item in checked.module.items:
            if not isinstance(item, t.Policy):
                continue
            try:
                own = [r for r in judged_rules(checked, item) if r.policy == item.name]
            except Unsupported as why:
                out.append(OfPolicy(checked.module.name, item.name, item.span, (), why.diagnostic.message))
                continue
            # INVARIANT: one rule, one place; two judgements of it are one entry.
            rules = tuple(found.setdefault(r.span, OfRule(r)) for r in own)
            out.append(OfPolicy(checked.module.name, item.name, item.span, rules))
    for checked, examples in tested:
        for example in examples:
            _mark(checked, example, found)
    return Coverage(tuple(out))


def _mark(checked: CheckedModule, example: Example, found: dict[Span, OfRule]) -> None:
    guard = example.guard
    env = seen(guard, example.env)
    for rule in judged_rules(checked, checked.model.policies[guard.name]):
        entry = found.get(rule.span)
        if entry is None:
            continue
        truths = [c.truth(env) for c in rule.clauses]
        if rule.passes(truths):
            entry.passed = True
        else:
            entry.refused = True
        entry.decided |= set(rule.decisive(truths))
