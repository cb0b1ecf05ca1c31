"""Rules and claims about themselves, against looking at every record: who decides, who is to blame, what says nothing."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import pytest

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, ID, Definition, Expr, Field, Record, Rule, Type
from aln.diagnostics import Span
from aln.pipeline import Source, core, proofs
from aln.verifier.obligation import (
    Budget,
    Decides,
    Goal,
    Nowhere,
    Obligation,
    Possible,
    Says,
    Scope,
    Verdict,
)
from aln.verifier.obligations import obligations
from aln.verifier.prove import prove
from aln.verifier.records import rules as engine

N = Type("int", 0, 4)
SCOPE = Scope(
    (
        Record(
            "", "Visit", "visit", "id", "root", fields=(Field("n", N), Field("m", N, True), Field("on", BOOL))
        ),
    )
)
X, M, ON = b.var("n", N), b.var("m", N), b.var("on", BOOL)
CASES = 120


def count(n: int) -> Expr:
    return b.const(N, n)


def answer(goal: Goal, second: bool = False) -> Verdict:
    o = Obligation("T/decides/r", "decides", "r", "T", Span("t.aln", 1, 1), goal)
    return next(prove([o], Budget(units=4_000_000, second_opinion=second)))


def every() -> Iterator[Mapping[str, Any]]:
    """Every record of `SCOPE`."""
    for n, m, on in product(range(5), (None, *range(5)), (False, True)):
        yield {"n": n, "m": m, "on": on}


def atom(pick: random.Random) -> Expr:
    k = pick.randrange(5)
    one = pick.choice(
        (
            b.lt(X, count(k)),
            b.le(count(k), X),
            b.and_(b.given("m"), b.le(M, count(k))),
            b.and_(b.given("m"), b.lt(X, M)),
            b.given("m"),
            ON,
            b.eq(X, count(k)),
        )
    )
    return b.not_(one) if pick.random() < 0.3 else one


def rule_set(pick: random.Random, size: int) -> list[Rule]:
    """Rules as authors write them: an atom, or two of them either way."""
    out = []
    for i in range(size):
        join = pick.choice((b.and_, b.or_, lambda x, y: x))
        out.append(Rule(f"P/{i}", join(atom(pick), atom(pick)), f"rule {i}"))
    return out


def passes(rules: Sequence[Rule], env: Mapping[str, Any]) -> bool:
    return all(evaluate(r.condition, env) for r in rules)


def blamed(verdict: Verdict, rules: Sequence[Rule]) -> list[Rule]:
    assert verdict.counterexample is not None
    return [r for r in rules if r.id in verdict.counterexample.blames]


def least(rules: Sequence[Rule], wrong: Any) -> bool:
    """Whether no record passes these rules and is `wrong`, while leaving any one of them out lets one."""

    def none(some: Sequence[Rule]) -> bool:
        return not any(passes(some, env) and wrong(env) for env in every())

    return none(rules) and not any(none([r for r in rules if r is not x]) for x in rules)


def test_a_rule_decides_where_some_record_is_refused_by_it_alone() -> None:
    """Over random rules and every record: proved with such a record, or refuted where there is none."""
    pick, said = random.Random(0), {"proved": 0, "refuted": 0}
    for _ in range(CASES):
        rules = rule_set(pick, pick.randrange(1, 5))
        at = pick.randrange(len(rules))
        rule, others = rules[at], [*rules[:at], *rules[at + 1 :]]
        verdict = answer(Decides(SCOPE, rule, tuple(rules[:at]), tuple(rules[at + 1 :])))
        alone = [e for e in every() if passes(others, e) and not passes([rule], e)]
        assert verdict.status == ("proved" if alone else "refuted")
        said[verdict.status] += 1
        if alone:
            assert verdict.certificate is not None
            assert dict(verdict.certificate.witness[0]) in alone
            assert verdict.certificate.found_by
            continue
        guilty = blamed(verdict, rules)
        assert verdict.counterexample is not None
        says = verdict.counterexample.says
        if "true of every record" in says:
            assert all(passes([rule], e) for e in every())
        elif "never true" in says:
            assert least(guilty, lambda e: True)
        else:
            assert guilty
            assert rule not in guilty
            assert least(guilty, lambda e, rule=rule: not passes([rule], e))
            if "before it" in says:
                assert all(rules.index(g) < at for g in guilty)
            if "says again" in says:
                assert all(passes(guilty, e) == passes([rule], e) for e in every())
    assert min(said.values()) > 20


def test_rules_that_exclude_each_other_are_named_and_no_others() -> None:
    """Over random rules and every record: what is blamed cannot be met, and can without any one of the blamed."""
    pick, refuted = random.Random(1), 0
    for _ in range(CASES):
        rules = rule_set(pick, pick.randrange(2, 7))
        verdict = answer(Possible(SCOPE, b.and_(*(r.condition for r in rules)), tuple(rules)))
        assert verdict.status == ("proved" if any(passes(rules, e) for e in every()) else "refuted")
        if verdict.status == "refuted":
            refuted += 1
            guilty = blamed(verdict, rules)
            assert guilty
            assert least(guilty, lambda e: True)
        else:
            assert verdict.certificate is not None
            assert passes(rules, verdict.certificate.witness[0])
    assert 20 < refuted < CASES - 20


def test_a_claim_says_something_where_it_is_about_a_record_and_excludes_one() -> None:
    """Over random claims and every record: proved with one of each kind, refuted where one kind is missing."""
    pick, said = random.Random(2), {"proved": 0, "refuted": 0}
    for _ in range(CASES):
        one, two = (b.and_(*(r.condition for r in rule_set(pick, 2))) for _ in range(2))
        rest = b.or_(atom(pick), atom(pick))
        names = [("accepted(P, x)", one), ("accepted(Q, x)", two)]
        conditions = tuple((n, b.var(n, BOOL)) for n, _ in names)
        verdict = answer(Says(SCOPE, conditions, rest, tuple(Definition(n, e) for n, e in names)))
        about = [e for e in every() if evaluate(one, e) and evaluate(two, e)]
        excluded = [e for e in every() if not evaluate(rest, e)]
        assert verdict.status == ("proved" if about and excluded else "refuted")
        said[verdict.status] += 1
        if verdict.status == "proved":
            assert verdict.certificate is not None
            first, second = map(dict, verdict.certificate.witness)
            assert first in about
            assert second in excluded
        else:
            assert verdict.counterexample is not None
            assert not (about if "speaks of no record" in verdict.counterexample.says else excluded)
    assert min(said.values()) > 20


def test_both_solvers_stand_behind_a_useless_rule() -> None:
    """That there is no record is an answer of the solver: the second one agrees, and the question is kept."""
    rule = Rule("P/again", b.lt(X, count(3)), "three or more")
    verdict = answer(Decides(SCOPE, rule, (Rule("P/first", b.lt(X, count(2)), "two or more"),)), second=True)
    assert (verdict.status, verdict.evidence) == ("refuted", "L2")
    assert verdict.certificate is not None
    assert verdict.certificate.queries


TWINS = Scope(
    (
        Record("", "Visit", "visit", "id", "root", fields=(Field("id", ID),)),
        Record("a", "Study", "study", "id", "ref", "", "a", fields=(Field("open", BOOL), Field("id", ID))),
        Record("b", "Study", "study", "id", "ref", "", "b", fields=(Field("open", BOOL), Field("id", ID))),
    )
)


def test_a_rule_that_records_at_odds_can_break_is_of_use() -> None:
    """Two copies of one record that differ are refused by it alone: that is said with the proof."""
    differ = b.and_(b.var("a.open", BOOL), b.not_(b.var("b.open", BOOL)))
    same = b.and_(b.given("a"), b.given("b"), b.eq(b.var("a", ID), b.var("b", ID)))
    rule = Rule("P/copies", b.not_(differ), "the copies differ")
    verdict = answer(Decides(TWINS, rule, (Rule("P/same", same, "two studies"),)))
    assert verdict.status == "proved"
    assert verdict.rests_on == engine.AGREEING


POLICIES = """
module Policies_v1_0_0 {
    constants { POLICY_ID : "c0de0000-0004-4000-8000-000000000099"; POLICY_VERSION : "1.0.0"; }
    type Level = int in 0 .. 9;
    entity Visit stored as "visit" { id : uuid key; level : Level; ends : timestamp; }
    policy Low for Visit v { require v.level <= 5 because "over five"; }
    policy Lower for Visit v {
        include Low(v);
        require v.level <= 3 because "over three";
        event require now < v.ends because "it is over";
        event require now <= v.ends because "it is long over";
    }
    claim Three : "At most three." for Visit v holds accepted(Lower, v) implies v.level <= 3;
    claim Same : "Low is low." Low equals Low;
}
"""


@pytest.fixture(scope="module")
def found() -> dict[str, Verdict]:
    return {v.obligation.id.partition("/")[2]: v for v in proofs(core(Source("policies.aln", POLICIES)))}


def test_an_included_rule_is_judged_where_it_stands(found: dict[str, Verdict]) -> None:
    """`Low` has no say within `Lower`, and is asked about in its own policy alone."""
    assert found["decides/low.over_five"].status == "proved"
    assert [i for i in found if i.startswith("decides/lower")] == [
        "decides/lower.over_three", "decides/lower.it_is_over", "decides/lower.it_is_long_over",
    ]  # fmt: skip


def test_what_is_stated_beside_the_record_is_part_of_the_question(found: dict[str, Verdict]) -> None:
    """A rule about `now` decides for some instant; a weaker one about it does not, and the first is blamed."""
    assert found["decides/lower.it_is_over"].status == "proved"
    late = found["decides/lower.it_is_long_over"]
    assert late.status == "refuted"
    assert late.counterexample is not None
    assert late.counterexample.blames == ("Lower/it_is_over",)
    assert found["consistent/lower"].certificate is not None
    assert "@now" in found["consistent/lower"].certificate.witness[0]


def test_a_policy_equal_to_itself_is_proved_both_ways(found: dict[str, Verdict]) -> None:
    """`equals` is two refinements."""
    assert [found[f"refinement/same_{i}"].status for i in (1, 2)] == ["proved", "proved"]


def test_a_claim_that_is_true_of_every_record_says_nothing() -> None:
    """A conclusion that the declared ranges fold to true is refuted, and no solver is needed for it."""
    verdict = answer(Says(SCOPE, (), b.TRUE, (Definition("accepted(P, x)", ON),)))
    assert verdict.status == "refuted"
    assert verdict.counterexample is not None
    assert "no rule is needed" in verdict.counterexample.says


def test_every_place_that_names_what_is_forbidden_is_listed() -> None:
    """None: proved. Some: refuted, and each is to blame."""
    assert answer(Nowhere(())).status == "proved"
    verdict = answer(Nowhere(("row 2 of `A`", "the role `B`")))
    assert verdict.status == "refuted"
    assert verdict.counterexample is not None
    assert verdict.counterexample.blames == ("row 2 of `A`", "the role `B`")


def test_obligations_have_ids_of_their_own() -> None:
    """No two obligations of a module share an id."""
    ids = [o.id for o in obligations(core(Source("policies.aln", POLICIES)))]
    assert len(ids) == len(set(ids))


# ── faults ───────────────────────────────────────────────────────────────────────────────────────────────────

FIRST, AGAIN = Rule("P/first", b.lt(X, count(2)), ""), Rule("P/again", b.lt(X, count(3)), "")


def test_with_the_rule_itself_among_the_others_nothing_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the negation lost, a useless rule would seem to decide: the replay of its record is what is asked."""
    goal = Decides(SCOPE, AGAIN, (FIRST,))
    assert answer(goal).status == "refuted"
    monkeypatch.setattr(engine, "not_", lambda e: e)
    assert answer(goal).status == "proved"


def test_a_witness_that_the_evaluator_refuses_is_no_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    """With an evaluator that finds everything false, nothing is proved: unknown, with the reason."""
    monkeypatch.setattr("aln.verifier.records.smt.evaluate", lambda e, env: False)
    for goal in (Decides(SCOPE, FIRST, ()), Possible(SCOPE, ON), Says(SCOPE, (("p", ON),), FIRST.condition)):
        verdict = answer(goal)
        assert verdict.status == "unknown"
        assert "evaluator" in verdict.reason


def test_blame_is_made_minimal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the search for a minimal set, no rule is blamed."""
    goal = Possible(SCOPE, b.FALSE, (ONE := Rule("P/one", ON, ""), Rule("P/two", b.not_(ON), ""), FIRST))
    assert [r.id for r in blamed(answer(goal), goal.rules)] == ["P/one", "P/two"]
    assert ONE.id == "P/one"
    monkeypatch.setattr(engine, "minimal", lambda *a: None)
    assert blamed(answer(goal), goal.rules) == []
