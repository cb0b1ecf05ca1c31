"""What a query costs, says and finds is the same whatever was asked in the process before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from aln.core import build as b
from aln.core.ir import BOOL, ONE, Expr, Field, Record, Type
from aln.diagnostics import Span
from aln.verifier.context import Z3, stopped
from aln.verifier.obligation import Budget, Holds, Obligation, Possible, Scope, Verdict
from aln.verifier.prove import prove
from aln.verifier.records import smt
from aln.verifier.records.smt import Query
from aln.verifier.second import put_again

N = Type("int", 2, 200)
SCOPE = Scope(
    (Record("", "Visit", "visit", "id", "root", fields=(Field("p", N), Field("q", N), Field("on", BOOL))),)
)
P, Q = b.var("p", N), b.var("q", N)


def product(n: int) -> Expr:
    return b.eq(b.mul(P, Q, ONE), b.const(Type("int"), n))


# A product of two primes is not found by simplification alone.
HARD = b.and_(product(97 * 131), b.lt(P, Q))


def noise() -> None:
    """Other questions, of other shapes, in this process."""
    for n in range(40):
        Query(SCOPE, b.and_(product(36 + n), b.var("on", BOOL)), Budget(units=200_000)).check()


def least_budget() -> int:
    """The smallest resource limit, within one part in a hundred, with which `HARD` is decided in its own context."""
    low, high = 0, 400_000
    while high - low > 1 + low // 100:
        middle = (low + high) // 2
        query = Query(SCOPE, HARD, Budget(units=middle), alone=True)
        if query.solver.check() == query.z3.unknown:
            low = middle
        else:
            high = middle
    return high


def twice(measure: Callable[[], Any]) -> tuple[Any, Any]:
    first = measure()
    noise()
    return first, measure()


def test_the_budget_that_decides_a_query_is_the_same_whatever_ran_before() -> None:
    """Resource is counted from the start of the query, in a context that nothing else was asked in."""
    first, second = twice(least_budget)
    assert first == second
    assert 1_000 < first < 400_000


def answer(goal: Any, units: int = 4_000_000) -> Verdict:
    o = Obligation("T/claim/c", "claim", "c", "T", Span("t.aln", 1, 1), goal)
    return next(prove([o], Budget(units=units, second_opinion=False)))


def test_counterexamples_and_certificates_are_the_same_whatever_ran_before() -> None:
    """The text of the question holds no number of the process; the record that breaks a claim is the smallest."""
    valid = Holds(SCOPE, b.or_(b.lt(P, b.const(N, 100)), b.lt(b.const(N, 99), b.maximum(P, Q))))
    first, second = twice(lambda: answer(valid).certificate)
    assert first is not None
    assert first == second
    broken = Holds(SCOPE, b.not_(b.and_(product(36), b.lt(P, Q))))
    one, two = twice(lambda: answer(broken).counterexample)
    assert one is not None
    assert one == two
    assert one.env["p"] * one.env["q"] == 36


def test_what_the_first_try_leaves_open_is_asked_with_all_of_the_budget(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A first try that gives up is no answer; nor is what it would have said."""
    tried: list[bool] = []
    pose = Query._pose

    def posed(self: Query, alone: bool) -> None:
        tried.append(alone)
        pose(self, alone)

    monkeypatch.setattr(Query, "_pose", posed)
    monkeypatch.setattr(smt, "_TRY", 1)
    assert Query(SCOPE, HARD, Budget()).check() == "sat"
    assert tried == [False, True]
    tried.clear()
    assert Query(SCOPE, b.var("on", BOOL), Budget()).check() == "sat"
    assert tried[0] is False


def test_a_query_beyond_its_budget_says_what_to_do() -> None:
    """The reason names the limit and the option, in no word of the solver's."""
    verdict = answer(Possible(SCOPE, HARD), units=50)
    assert verdict.status == "unknown"
    assert verdict.reason == "the solver stopped: its resource limit was reached; raise `--budget`"
    assert stopped("canceled") == stopped("max. resource limit exceeded")
    assert "interrupted from keyboard" in stopped("interrupted from keyboard")


def test_terms_of_two_contexts_do_not_mix() -> None:
    """Each context has its own constants: a solver refuses those of another."""
    import z3

    one, two = Z3(), Z3()
    solver = one.Solver()
    with pytest.raises(z3.Z3Exception):
        solver.add(two.Bool("x"))


def test_a_witness_is_put_again_with_the_question_that_found_it() -> None:
    """`--recheck` has the question of a witness too, and takes `unsat` for a contradiction there."""
    verdict = answer(Possible(SCOPE, b.var("on", BOOL)))
    assert verdict.certificate is not None
    assert put_again(verdict.certificate) == ("agrees",)


def test_a_certificate_that_the_second_solver_refutes_is_contradicted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Either kind of query can be contradicted; silence is no agreement."""
    both = answer(Possible(SCOPE, b.var("on", BOOL))).certificate
    valid = answer(Holds(SCOPE, b.le(b.const(N, 2), b.maximum(P, Q)))).certificate
    assert both is not None
    assert valid is not None
    for said, expected in (
        ("sat", ("agrees", "contradicts")),
        ("unsat", ("contradicts", "agrees")),
        ("unknown", ("unknown",) * 2),
    ):
        monkeypatch.setattr("aln.verifier.second.second_opinion", lambda script, said=said: said)
        assert (*put_again(both), *(put_again(valid) or expected[1:])) == expected
