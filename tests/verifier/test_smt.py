"""Direct SMT: what is proved, refuted by the smallest record, blamed, possible, and the same."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, ID, TEXT, Definition, Expr, Field, Record, Rule, Type
from aln.diagnostics import Span
from aln.pipeline import Source, core, proofs
from aln.verifier.obligation import (
    Budget,
    Goal,
    Holds,
    Obligation,
    Possible,
    Same,
    Scope,
    Unprovable,
    Verdict,
)
from aln.verifier.prove import prove
from aln.verifier.records import smt

N = Type("int", -50, 1_000_000)
SMALL = Budget(units=4_000_000)
STAGE = Type("enum", name="Stage", labels=("WAKE", "LIGHT", "DEEP"))
SCOPE = Scope(
    (
        Record(
            "", "Visit", "visit", "id", "root",
            fields=(
                Field("n", N), Field("m", N, True), Field("flag", BOOL, True), Field("stage", STAGE),
                Field("note", TEXT), Field("who", ID),
            ),
        ),
        Record("items", "Item", "item", "id", "many", "", "visit", 8, fields=(Field("v", N), Field("id", ID))),
        Record("study", "Study", "study", "id", "ref", "", "study", fields=(Field("open", BOOL),)),
    )
)  # fmt: skip
X, M, V = b.var("n", N), b.var("m", N), b.var("c.v", N)


def count(n: int) -> Expr:
    return b.const(N, n)


def answer(goal: Goal, kind: str = "claim", budget: Budget = SMALL) -> Verdict:
    obligation = Obligation("T/claim/c", kind, "c", "T", Span("t.aln", 1, 1), goal)  # type: ignore[arg-type]
    return next(prove([obligation], budget))


def holds(formula: Expr, **more: Any) -> Verdict:
    return answer(Holds(SCOPE, formula, **more))


def env_of(formula: Expr) -> dict[str, Any]:
    """The counterexample to `formula`."""
    verdict = holds(formula)
    assert verdict.status == "refuted"
    assert verdict.evidence == "L0"
    assert verdict.counterexample is not None
    return dict(verdict.counterexample.env)


def test_what_is_valid_is_proved_by_two_solvers_with_its_question() -> None:
    """A valid formula is proved, and the certificate holds the question that both solvers answered."""
    wide = holds(b.le(b.minimum(X, M), X))
    assert (wide.status, wide.evidence) == ("proved", "L2")
    assert wide.certificate is not None
    [(name, script)] = wide.certificate.queries
    assert name == "negation"
    assert script.startswith("(set-logic ALL)\n")
    assert "(check-sat)" in script


@pytest.mark.parametrize(("bound", "found"), [(7, 7), (613, 613), (-3, 0), (0, 0), (999_999, 999_999)])
def test_a_number_is_as_near_to_zero_as_the_claim_allows(bound: int, found: int) -> None:
    """The counterexample to `n < bound` is the number nearest to zero that is not below it."""
    assert env_of(b.lt(X, count(bound)))["n"] == found


def test_a_number_below_zero_is_nearest_too() -> None:
    """The counterexample to `-20 < n` is −20, not the end of the range; of two as near, the one above is taken."""
    assert env_of(b.lt(count(-20), X))["n"] == -20
    assert env_of(b.and_(b.lt(count(-7), X), b.lt(X, count(7))))["n"] == 7


def test_everything_else_reads_as_missing_or_default() -> None:
    """Fields that the refutation does not need are missing where they may be, and default where not."""
    env = env_of(b.lt(X, count(5)))
    assert (env["m"], env["flag"], env["stage"], env["note"], env["study"]) == (None, None, "WAKE", "", None)
    assert env["items"] == ()
    assert env["who"] == "00000000-0000-0000-0000-000000000000"


def test_as_few_elements_as_break_the_claim() -> None:
    """Three elements where three distinct values are needed, and no more."""
    some = [b.each("any", "items", "c", b.eq(V, count(n))) for n in (3, 4, 5)]
    env = env_of(b.not_(b.and_(*some)))
    assert sorted(item["v"] for item in env["items"]) == [3, 4, 5]


def test_labels_and_texts_are_the_first_that_do() -> None:
    """Of two labels that break a claim the first declared is shown; of two terms the first of the lexicon."""
    stage = b.var("stage", STAGE)
    assert env_of(b.eq(stage, b.const(STAGE, "WAKE")))["stage"] == "LIGHT"
    assert env_of(b.not_(b.mentions(b.var("note", TEXT), ("rem", "dream phase"))))["note"] == "rem"


def test_a_counterexample_does_not_depend_on_what_was_solved_before() -> None:
    """The same question has the same counterexample, fresh and after others."""
    note = b.var("note", TEXT)
    claim = b.or_(
        b.lt(b.add(X, M), count(70)), b.not_(b.mentions(note, ("rem", "dream"))), b.eq(note, b.const(TEXT, "rem")),
        b.each("all", "items", "c", b.lt(V, X)),
    )  # fmt: skip
    first = env_of(claim)
    for n in range(25):
        holds(b.lt(b.add(X, b.mul(M, count(n), N.unit)), count(1000 * n)))
    assert env_of(claim) == first


def test_a_model_that_does_not_replay_is_no_refutation(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the evaluator does not confirm the solver's model, the verdict is unknown and says so."""
    monkeypatch.setattr(smt, "evaluate", lambda e, env: False if e.type.sort == "bool" else evaluate(e, env))
    verdict = holds(b.lt(X, count(5)))
    assert verdict.status == "unknown"
    assert "does not satisfy" in verdict.reason
    assert verdict.counterexample is None


def test_too_little_resource_is_unknown() -> None:
    """A question that stops at the resource limit has no answer, and the reason names the option to raise."""
    cube = b.mul(b.mul(X, X, N.unit), M, N.unit)
    other = b.mul(b.mul(M, M, N.unit), X, N.unit)
    verdict = answer(
        Holds(SCOPE, b.not_(b.eq(b.add(cube, count(17)), b.add(other, count(4))))), budget=Budget(units=50)
    )
    assert verdict.status == "unknown"
    assert "--budget" in verdict.reason


def test_alternation_is_unknown_with_its_reason() -> None:
    """A claim whose quantifiers alternate over one relation is not decided."""
    inner = b.each("any", "items", "d", b.lt(V, b.var("d.v", N)))
    verdict = holds(b.not_(b.each("all", "items", "c", inner)))
    assert verdict.status == "unknown"
    assert "alternate" in verdict.reason


# ── definitions and blame ────────────────────────────────────────────────────────────────────────────────────

FLAG = b.and_(b.given("flag"), b.not_(b.var("flag", BOOL)))
RULES = (
    Rule("P/flag", FLAG, "flagged"),
    Rule("P/size", b.lt(X, count(100)), "too large"),
    Rule("P/both", b.le(b.maximum(X, M), count(500)), "both"),
)


def broken(formula: Expr) -> tuple[str, ...]:
    """The rules blamed when records that pass `RULES` do not satisfy `formula`."""
    accepted = Definition("accepted", b.and_(*(r.condition for r in RULES)))
    claim = b.implies(b.var("accepted", BOOL), formula)
    verdict = holds(claim, definitions=(accepted,), rules=RULES)
    assert verdict.status == "refuted"
    assert verdict.counterexample is not None
    assert evaluate(accepted.value, verdict.counterexample.env) is True
    return verdict.counterexample.blames


def test_blame_goes_to_the_rules_that_read_what_is_broken() -> None:
    """A claim about n blames the rules about n; about n and m, the one about both; about the flag, that one."""
    assert broken(b.lt(X, count(50))) == ("P/size", "P/both")
    assert broken(b.lt(b.maximum(X, M), count(50))) == ("P/both",)
    assert broken(b.var("flag", BOOL)) == ("P/flag",)


def test_blame_goes_to_the_policy_where_no_rule_reads_it() -> None:
    """What no rule speaks of was let through by all of them: the policy is named."""
    assert broken(b.eq(b.var("stage", STAGE), b.const(STAGE, "WAKE"))) == ("P",)


def test_only_the_broken_part_of_a_claim_is_looked_at() -> None:
    """A conjunct that is true of the counterexample blames nobody."""
    assert broken(b.and_(b.given("flag"), b.lt(X, count(50)))) == ("P/size", "P/both")


# ── possible and the same ────────────────────────────────────────────────────────────────────────────────────


def test_possible_keeps_a_witness_that_the_evaluator_accepts() -> None:
    """What can be true is proved by an environment in which it is."""
    formula = b.and_(b.lt(count(10), X), b.given("m"))
    verdict = answer(Possible(SCOPE, formula), "consistent")
    assert (verdict.status, verdict.evidence) == ("proved", "L2")
    assert verdict.certificate is not None
    [witness] = verdict.certificate.witness
    assert evaluate(formula, witness) is True
    assert witness["n"] == 11


def test_impossible_is_refuted() -> None:
    """What can never be true is refuted, by both solvers."""
    verdict = answer(
        Possible(SCOPE, b.and_(b.lt(count(10), X), b.lt(X, M), b.lt(M, count(12)))), "consistent"
    )
    assert (verdict.status, verdict.evidence) == ("refuted", "L2")


def test_possible_stands_without_the_second_solver_at_a_lower_level() -> None:
    """Without a second opinion a witness is evidence L1."""
    goal = Possible(SCOPE, b.lt(count(10), X))
    assert answer(goal, "consistent", Budget(second_opinion=False)).evidence == "L1"


def test_same_compares_values_not_shapes() -> None:
    """Two formulas of one meaning are the same; the certificate holds the question about each pair, identical or not."""
    pairs = (
        ("bit", b.lt(X, count(5)), b.not_(b.le(count(5), X))),
        ("sum", b.add(X, M), b.add(M, X)),
        ("label", b.var("stage", STAGE), b.var("stage", STAGE)),
    )
    verdict = answer(Same(SCOPE, pairs), "backend-equal")
    assert (verdict.status, verdict.evidence) == ("proved", "L2")
    assert verdict.certificate is not None
    assert [name for name, _ in verdict.certificate.queries] == ["bit", "sum", "label"]


@pytest.mark.parametrize(
    ("one", "other", "says"),
    [
        (b.lt(X, count(5)), b.le(X, count(5)), "rule: the policy gives false, the artefact true"),
        (b.minimum(X, count(5)), X, "rule: the policy gives 5, the artefact 6"),
        (FLAG, b.not_(b.var("flag", BOOL)), "rule: the policy gives false, the artefact true"),
    ],
)
def test_a_difference_is_shown_with_both_values(one: Expr, other: Expr, says: str) -> None:
    """A pair that differs is refuted by a record, and both readings of it are said."""
    verdict = answer(Same(SCOPE, (("rule", one, other),)), "backend-equal")
    assert verdict.status == "refuted"
    assert verdict.counterexample is not None
    assert verdict.counterexample.says == says
    assert verdict.counterexample.blames == ("rule",)
    env = verdict.counterexample.env
    assert evaluate(one, env) != evaluate(other, env)


def test_one_pair_that_differs_is_enough() -> None:
    """Equal pairs do not outweigh the one that differs, wherever it stands."""
    good, bad = ("good", X, X), ("bad", X, M)
    for pairs in ((good, bad), (bad, good)):
        assert answer(Same(SCOPE, pairs), "backend-equal").status == "refuted"


def test_a_difference_in_form_refutes_without_a_solver() -> None:
    """A missing message or field is a refutation, whatever the formulas say."""
    verdict = answer(Same(SCOPE, (), ("the rules are a, not b",)), "backend-equal")
    assert verdict.status == "refuted"
    assert verdict.counterexample is not None
    assert verdict.counterexample.says == "the rules are a, not b"


def test_readings_of_two_types_are_never_the_same() -> None:
    """Equal raw values that stand for different things are not compared: unknown, never proved."""
    fine = Type("int", -50, 1_000_000, Fraction(1, 10))
    two_grids = (("next rate", b.const(N, 5), b.const(fine, 5)), ("bit", b.TRUE, b.const(N, 1)))
    for pair in two_grids:
        verdict = answer(Same(SCOPE, (pair,)), "backend-equal")
        assert verdict.status == "unknown"
        assert "one reading is" in verdict.reason


def test_what_core_cannot_carry_is_unknown() -> None:
    """An unsupported construct is answered with its reason."""
    verdict = answer(Unprovable("unsupported: no range"))
    assert (verdict.status, verdict.reason) == ("unknown", "unsupported: no range")


@pytest.mark.parametrize("name", ["policy", "artefact", "accepted", "rule"])
def test_a_field_of_any_name_is_compared(name: str) -> None:
    """A field that is named as the two readings are called is not taken for one of them."""
    field, more = b.var(name, BOOL), b.lt(X, count(5))
    scope = Scope((Record("", "Visit", "visit", "id", "root", fields=(Field(name, BOOL), Field("n", N))),))
    for pair in ((b.and_(field, more), field), (field, b.and_(field, more)), (b.or_(field, more), field)):
        assert answer(Same(scope, (("rule", *pair),)), "backend-equal").status == "refuted"


HANDED = """
module Handed_v1_0_0 {
    type S = int in 0 .. 9;
    entity Y { id : uuid key; a : S; }
    entity M { id : uuid key; x : ref X; a : S; }
    entity X { id : uuid key; y : ref Y; z : ref Y; ms : many M by x up to 3; }
    policy Two for X x { require (count m in x.ms where m.a >= 1) >= 2 because "two are needed"; }
    policy Same for X x { require x.y == x.z and x.y.a >= 1 and x.z.a <= 8 because "both are one"; }
    claim Differ : "two elements differ" for X x
        holds accepted(Two, x) implies any m in x.ms : any k in x.ms : m.id != k.id;
    claim Copies : "copies agree" for X x holds accepted(Same, x) implies x.z.a >= 1;
    claim Alone : "no two records are compared" for X x holds accepted(Same, x) implies x.y.a >= 1;
}
"""


def test_a_proof_that_trusts_the_caller_to_hand_over_one_snapshot_says_so() -> None:
    """Two copies of one record that differ, or one element twice, would break the claim: the assumption is listed."""
    found = {
        v.obligation.id.rpartition("/")[2]: v
        for v in proofs(core(Source("handed.aln", HANDED)))
        if v.obligation.kind == "claim"
    }
    for name, trusts in (("differ", True), ("copies", True), ("alone", False)):
        assert found[name].status == "proved"
        assert any("one snapshot" in x for x in found[name].rests_on) is trusts
