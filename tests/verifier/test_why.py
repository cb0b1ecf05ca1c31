"""What a proof rests on: enough to prove it, nothing to spare; and which rules no claim rests on."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

import pytest

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, Definition, Expr, Field, Record, Rule, Type
from aln.diagnostics import Span
from aln.pipeline import Source, core, proofs
from aln.verifier import why as engine
from aln.verifier.obligation import Budget, Holds, Obligation, Scope, Verdict
from aln.verifier.prove import prove
from aln.verifier.records.rules import Tracked
from aln.verifier.why import Covered, coverage, explained, why
from tests.verifier.test_rules import SCOPE, atom, every, passes, rule_set

BUDGET = Budget(units=4_000_000)
ACCEPTED = "accepted(P, x)"


def proved(rules: Sequence[Rule], conclusion: Expr, scope: Scope = SCOPE) -> Verdict:
    accepted = Definition(ACCEPTED, b.and_(*(r.condition for r in rules)))
    goal = Holds(scope, b.implies(b.var(ACCEPTED, BOOL), conclusion), (accepted,), tuple(rules))
    o = Obligation("T/claim/c", "claim", "c", "T", Span("t.aln", 1, 1), goal)
    return next(prove([o], Budget(units=4_000_000, second_opinion=False)))


def entails(rules: Sequence[Rule], conclusion: Expr) -> bool:
    return all(evaluate(conclusion, e) for e in every() if passes(rules, e))


def test_the_rules_named_prove_the_claim_and_none_can_be_spared() -> None:
    """Over random rules, and every record: what is named entails the claim, and without any one of it does not."""
    pick, sizes = random.Random(3), set()
    for _ in range(80):
        rules, conclusion = rule_set(pick, 5), b.or_(atom(pick), atom(pick))
        verdict = proved(rules, conclusion)
        assert (verdict.status == "proved") is entails(rules, conclusion)
        found = why(verdict, BUDGET)
        if verdict.status != "proved":
            assert found is None
            continue
        assert found is not None
        assert found.agreed
        needed = [r for r in rules if r.id in found.rules]
        assert len(needed) == len(found.rules)
        assert entails(needed, conclusion)
        assert not any(entails([r for r in needed if r is not x], conclusion) for x in needed)
        sizes.add(len(needed))
    assert {0, 1, 2} <= sizes


N = Type("int", 0, 10)
TWO = Scope(
    (Record("", "Visit", "visit", "id", "root", fields=(Field("a", N), Field("z", N), Field("free", N))),)
)
A, Z = b.var("a", N), b.var("z", N)


def at_most(e: Expr, n: int) -> Expr:
    return b.le(e, b.const(Type("int"), n))


def test_ranges_that_a_proof_needs_are_listed_and_no_others() -> None:
    """The sum of two is at most fifteen, as one is at most five by a rule and the other at most ten by its range."""
    rules = [
        Rule("P/z", at_most(Z, 5), "z is large"),
        Rule("P/a", b.not_(b.eq(A, b.const(N, 3))), "a is three"),
    ]
    found = why(proved(rules, at_most(b.add(A, Z), 15), TWO), BUDGET)
    assert found is not None
    assert found.rules == ("P/z",)
    assert found.assumptions == ("`a` lies within 0 .. 10", engine.COMPLETE)


def test_a_refinement_rests_on_the_rules_of_the_policy_that_refines() -> None:
    """The rules of the other policy are what is proved, not what it is proved from."""
    new, old = Rule("New/z", at_most(Z, 4), ""), Rule("Old/z", at_most(Z, 5), "")
    definitions = (
        Definition("accepted(New, x)", new.condition),
        Definition("accepted(Old, x)", old.condition),
    )
    formula = b.implies(*(b.var(d.name, BOOL) for d in definitions))
    goal = Holds(TWO, formula, definitions, (new, old))
    verdict = next(prove([Obligation("T/refinement/c", "refinement", "c", "T", Span("t.aln", 1, 1), goal)]))
    assert verdict.status == "proved"
    found = why(verdict, BUDGET)
    assert found is not None
    assert found.rules == ("New/z",)


TEXT = """
module Covered_v1_0_0 {
    constants { POLICY_ID : "c0de0000-0004-4000-8000-000000000097"; POLICY_VERSION : "1.0.0"; }
    type Level = int in 0 .. 9;
    entity Study stored as "study" { id : uuid key; open : bool; }
    entity Visit stored as "visit" {
        id : uuid key; level : Level; ready : bool; first : ref Study; second : ref Study;
    }
    policy Low for Visit v {
        require v.level <= 3 because "over three";
        require v.ready because "not ready";
        require v.first.open because "the first study is closed";
        require v.first == v.second because "two studies";
    }
    claim Three : "At most three." for Visit v holds accepted(Low, v) implies v.level <= 3;
    claim Four : "At most four." for Visit v holds accepted(Low, v) implies v.level <= 4;
    claim Open : "The second study is open." for Visit v
        holds accepted(Low, v) implies present(v.second) implies v.second.open;
}
"""


@pytest.fixture(scope="module")
def module() -> Any:
    made = core(Source("covered.aln", TEXT))
    return made, {v.obligation.id.partition("/")[2]: v for v in proofs(made)}


def test_that_records_agree_is_listed_where_it_is_needed(module: Any) -> None:
    """Two references to one study lead to one record only in one snapshot."""
    _, found = module
    trusting, alone = explained(found["claim/open"], BUDGET), explained(found["claim/three"], BUDGET)
    assert any("one snapshot" in x for x in trusting.rests_on)
    assert {"Low/the_first_study_is_closed", "Low/two_studies"} <= set(trusting.rests_on)
    assert "Low/over_three" not in trusting.rests_on
    assert not any("one snapshot" in x for x in alone.rests_on)


def test_a_claim_that_is_a_rule_over_again_is_told(module: Any) -> None:
    """`level <= 3` is the rule itself; `level <= 4` follows from it, and so does what is reached by two references."""
    _, found = module
    assert "says again what `Low/over_three` says" in explained(found["claim/three"], BUDGET).reason
    assert explained(found["claim/four"], BUDGET).reason == ""
    assert explained(found["claim/open"], BUDGET).reason == ""


def test_coverage_says_of_each_rule_which_claims_need_it(module: Any) -> None:
    """A rule that no claim rests on is seen: here nobody would notice that `ready` is gone."""
    made, found = module
    three, four, open_ = (f"Covered/claim/{n}" for n in ("three", "four", "open"))
    assert coverage(made, list(found.values()), BUDGET) == (
        Covered("Low", "Low/over_three", (three, four)),
        Covered("Low", "Low/not_ready", ()),
        Covered("Low", "Low/the_first_study_is_closed", (open_,)),
        Covered("Low", "Low/two_studies", (open_,)),
    )


def test_only_what_is_proved_covers(module: Any) -> None:
    """Without verdicts, or with those of another module, no rule is covered."""
    made, found = module
    assert all(not c.claims for c in coverage(made, [], BUDGET))
    renamed = core(Source("other.aln", TEXT.replace("Covered_v1_0_0", "Other_v1_0_0")))
    assert all(not c.claims for c in coverage(renamed, list(found.values()), BUDGET))


def test_with_nothing_tracked_every_claim_would_rest_on_nothing(
    module: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault that loses what is tracked is seen: no rule is named any more."""
    _, found = module
    monkeypatch.setattr(Tracked, "minimal", lambda self, names: ())
    assert "Low/over_three" not in explained(found["claim/three"], BUDGET).rests_on
