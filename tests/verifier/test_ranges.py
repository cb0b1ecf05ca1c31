"""Inferred ranges: proved of whatever the smart constructors infer, refuted of anything narrower; and widths."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from aln.core import build as b
from aln.core.ir import BOOL, ID, ONE, Expr, Field, Record, Type, node
from aln.diagnostics import Span
from aln.pipeline import Source, core, proofs
from aln.verifier.obligation import Budget, Obligation, Scope, Verdict, Within
from aln.verifier.obligations import widths
from aln.verifier.prove import prove
from aln.verifier.records.ranges import WIDTHS, numbers
from tests.strategies import core as drawn

N, Z = Type("int", -5, 1000), Type("int", -3, 40)
SCOPE = Scope(
    (
        Record("", "Visit", "visit", "id", "root", fields=(Field("a", N), Field("z", Z))),
        Record(
            "items", "Item", "item", "id", "many", "", "visit", 7, fields=(Field("v", Z), Field("id", ID))
        ),
    )
)
A, Y, V = b.var("a", N), b.var("z", Z), b.var("c.v", Z)
STEPS: dict[str, Expr] = {
    "add": b.add(A, Y),
    "sub": b.sub(A, Y),
    "mul": b.mul(A, Y, ONE),
    "div": b.floor_div(A, Y),
    "min": b.minimum(A, Y),
    "max": b.maximum(A, Y),
    "abs": b.absolute(A),
    "ite": b.ite(b.var("on", BOOL), A, Y),
    "sum": b.each("sum", "items", "c", V, 7),
    "each min": b.each("min", "items", "c", V, 7),
    "each max": b.each("max", "items", "c", V, 7),
}


def answer(*formulas: Expr, limit: int = 0) -> Verdict:
    goal = Within(SCOPE, formulas, limit)
    o = Obligation("T/total/g", "total", "g", "T", Span("t.aln", 1, 1), goal)
    return next(prove([o], Budget(units=4_000_000, second_opinion=False)))


def above(e: Expr) -> Expr:
    """A formula that reads `e` and is decided by no range."""
    return node("op", BOOL, "lt", (e, b.var("a", N)))


def narrowed(e: Expr, lo: int, hi: int) -> Expr:
    ty = replace(e.type, lo=e.type.lo + lo, hi=e.type.hi - hi)
    return node(e.kind, ty, e.name, e.args, e.value, e.terms, e.bound)


@pytest.mark.parametrize("step", STEPS)
def test_a_range_is_proved_as_inferred_and_refuted_when_stated_narrower(step: str) -> None:
    """Each kind of step reaches the ends of its range and goes no further."""
    e = STEPS[step]
    assert answer(above(e)).status == "proved"
    for lo, hi in ((1, 0), (0, 1)):
        verdict = answer(above(narrowed(e, lo, hi)))
        assert verdict.status == "refuted"
        assert verdict.counterexample is not None
        assert "inferred" in verdict.counterexample.says


@settings(max_examples=40, deadline=None)
@given(drawn.formulas(3))
def test_what_is_inferred_of_any_formula_is_proved(formula: tuple[Scope, Expr]) -> None:
    """No step of a random formula leaves its range."""
    scope, e = formula
    o = Obligation("T/total/g", "total", "g", "T", Span("t.aln", 1, 1), Within(scope, (e,)))
    assert next(prove([o], Budget(second_opinion=False))).status == "proved"


SMALL = """
module Small_v1_0_0 {
    constants { POLICY_ID : "c0de0000-0004-4000-8000-000000000098"; POLICY_VERSION : "1.0.0"; }
    type Level = int in 0 .. 90;
    entity Visit stored as "visit" { id : uuid key; a : Level; b : Level; }
    policy P for Visit v {
        require v.a + v.b <= 100 and v.a * v.b <= 1000 and v.a - v.b <= 40 and floor(v.a / v.b) <= 9
            because "too much";
    }
    claim C : "Not too much." for Visit v holds accepted(P, v) implies v.a + v.b <= 100;
}
"""


def too_narrow(name: str) -> Callable[[str, tuple[Expr, ...], Type], Expr]:
    """Range inference with a fault: the steps of one name are one short at the top."""

    def arithmetic(op: str, args: tuple[Expr, ...], ty: Type) -> Expr:
        if op == name:
            ty = replace(ty, hi=ty.hi - 1)
        return node("op", ty, op, args)

    return arithmetic


@pytest.mark.parametrize("name", ["add", "mul", "sub", "div"])
def test_a_fault_in_range_inference_turns_the_obligation_red(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a range inferred one too narrow, the guard's `total` is refuted; without the fault it is proved."""

    def status() -> str:
        return next(v.status for v in proofs(core(Source("s.aln", SMALL))) if v.obligation.kind == "total")

    assert status() == "proved"
    monkeypatch.setattr(b, "_arithmetic", too_narrow(name))
    assert status() == "refuted"


def test_a_width_that_ranges_leave_open_is_asked_of_records() -> None:
    """A range may be wider than what its step computes: the same field taken from itself is zero."""
    nothing = b.mul(b.sub(A, A), A, ONE)
    assert nothing.type.hi > 1000
    verdict = answer(above(nothing), limit=1000)
    assert (verdict.status, verdict.engine) == ("proved", "smt")
    assert answer(above(b.mul(A, A, ONE)), limit=1000).status == "refuted"
    assert answer(above(b.mul(A, A, ONE)), limit=10**6).engine == "evaluation"


def test_a_number_of_an_element_that_does_not_fit_is_found_in_a_relation() -> None:
    """The record that is shown has the element."""
    wide = b.each("any", "items", "c", above(b.mul(V, V, ONE)), 7)
    verdict = answer(wide, limit=1599)
    assert verdict.status == "refuted"
    assert verdict.counterexample is not None
    [item] = verdict.counterexample.env["items"]
    assert item["v"] == 40
    assert answer(wide, limit=1600).status == "proved"


def test_the_least_number_of_a_width_is_below_its_greatest() -> None:
    """A signed width reaches one further down than up."""
    down = b.sub(b.const(Type("int"), -1000), b.absolute(A))
    assert answer(above(down), limit=1999).status == "proved"
    assert answer(above(down), limit=1998).status == "refuted"


def test_targets_without_a_limit_ask_nothing() -> None:
    """Python and SQL compute with numbers of any size; the others ask once for each guard."""
    module = core(Source("s.aln", SMALL))
    asked = {target: len(widths(module, target)) for target in WIDTHS}
    assert {t for t, n in asked.items() if n == 0} == {"python", "sql"}
    assert {n for t, n in asked.items() if t not in ("python", "sql")} == {1}


def test_a_number_is_looked_at_once() -> None:
    """A step that is read twice is one question."""
    assert len(list(numbers((above(STEPS["mul"]), b.not_(above(STEPS["mul"])))))) == 1
