"""The small-model bound: as many slots as it gives decide relations of every length."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, Expr, Field, Record, Type
from aln.verifier.obligation import Budget, Scope
from aln.verifier.records.slots import LIMIT, Unbounded, bounds
from aln.verifier.records.smt import Query
from tests.conftest import LONG

LENGTH = 4
N = Type("int", 0, 2)
SMALL = Budget(units=4_000_000, second_opinion=False)
RECORDS = (
    Record("", "Root", "root", "id", "root", fields=(Field("n", N),)),
    Record("xs", "X", "x", "id", "many", "", "root", LENGTH, fields=(Field("v", N),)),
    Record("ys", "Y", "y", "id", "many", "", "root", LENGTH, fields=(Field("w", BOOL),)),
)
SCOPE = Scope(RECORDS)
FIELDS = {"xs": ("v", N), "ys": ("w", BOOL)}


def environments() -> Iterator[dict[str, Any]]:
    """Every environment with lists up to four elements (their order never counts), or withheld."""

    def lists(name: str, values: tuple[Any, ...]) -> list[Any]:
        found = [x for size in range(LENGTH + 1) for x in combinations_with_replacement(values, size)]
        return [None, *(tuple({name: v} for v in x) for x in found)]

    for xs, ys, n in product(lists("v", (0, 1, 2)), lists("w", (False, True)), (0, 1, 2)):
        yield {"n": n, "xs": xs, "ys": ys}


WORLD = tuple(environments())


@st.composite
def numbers(draw: st.DrawFn, bound: dict[str, str], depth: int) -> Expr:
    names = ["n", *(f"{x}.v" for x, path in bound.items() if path == "xs")]
    kind = draw(st.sampled_from(("var", "var", "const", "each"))) if depth > 0 else "var"
    if kind == "var":
        return b.var(draw(st.sampled_from(names)), N)
    if kind == "const":
        return b.const(N, draw(st.integers(0, 2)))
    name = draw(st.sampled_from(("min", "max", "sum")))
    own = f"e{len(bound)}"
    body = draw(numbers({**bound, own: "xs"}, 0))
    choose = b.lt(body, draw(numbers(bound, 0)))
    inner = b.ite(choose, body, b.const(N, 2 if name == "min" else 0))
    return b.each(name, "xs", own, inner, LENGTH)


@st.composite
def formulas(draw: st.DrawFn, bound: dict[str, str], depth: int) -> Expr:
    kinds = ["compare", "compare", "flag", "given"]
    if depth > 0:
        kinds = ["and", "or", "each", "each", "each", "compare"]
    kind = draw(st.sampled_from(kinds))
    if kind == "compare":
        sides = draw(numbers(bound, depth)), draw(numbers(bound, 0))
        return draw(st.sampled_from((b.lt, b.le, b.eq, lambda x, y: b.not_(b.eq(x, y)))))(*sides)
    flags = [x for x, path in bound.items() if path == "ys"]
    if kind == "flag" and flags:
        e = b.var(f"{draw(st.sampled_from(flags))}.w", BOOL)
        return b.not_(e) if draw(st.booleans()) else e
    if kind in ("given", "flag"):
        e = b.given(draw(st.sampled_from(("xs", "ys"))))
        return b.not_(e) if draw(st.integers(0, 3)) == 0 else e
    if kind in ("and", "or"):
        parts = [draw(formulas(bound, depth - 1)) for _ in range(2)]
        return b.and_(*parts) if kind == "and" else b.or_(*parts)
    path, own = draw(st.sampled_from(("xs", "ys"))), f"e{len(bound)}"
    body = draw(formulas({**bound, own: path}, depth - 1))
    return b.each(draw(st.sampled_from(("all", "any"))), path, own, body)


@settings(max_examples=3_000 if LONG else 200)
@given(st.lists(formulas({}, 2), min_size=1, max_size=4))
def test_the_bound_decides_what_brute_force_finds(parts: list[Expr]) -> None:
    """Satisfiable in some list of up to four elements: satisfiable within the bound. And the other way about wherever
    the bound is no larger than the lists tried."""
    formula = b.and_(*parts)
    try:
        query = Query(SCOPE, formula, SMALL)
    except Unbounded:
        return
    answer = query.check()
    assert answer in ("sat", "unsat")
    found = any(evaluate(formula, env) for env in WORLD)
    if found:
        assert answer == "sat"
    elif max(query.encoder.slots.values(), default=0) <= LENGTH:
        assert answer == "unsat"


def _each(name: str, path: str, bound: str, body: Expr) -> Expr:
    return b.each(name, path, bound, body, LENGTH)


X, E = b.var("x.v", N), b.var("e.v", N)


def test_witnesses_are_counted_for_each_element_they_depend_on() -> None:
    """One witness for each `any`; one for each element of a relation that it depends on; none for `all`."""
    w, u = b.var("y.w", BOOL), b.var("u.v", N)
    one = _each("any", "ys", "y", w)
    assert bounds(one, RECORDS) == {"xs": 0, "ys": 1}
    two = b.and_(one, _each("any", "ys", "y", b.not_(w)))
    assert bounds(two, RECORDS)["ys"] == 2
    some = b.and_(
        _each("any", "xs", "x", b.lt(X, b.const(N, 2))), _each("any", "xs", "x", b.eq(X, b.const(N, 2)))
    )
    depending = _each("all", "xs", "u", _each("any", "ys", "y", b.or_(w, b.lt(u, b.const(N, 1)))))
    assert bounds(b.and_(some, depending), RECORDS) == {"xs": 2, "ys": 2}
    assert bounds(_each("all", "ys", "y", w), RECORDS) == {"xs": 0, "ys": 0}


def test_an_extreme_needs_the_element_that_attains_it() -> None:
    """`max` and `min` need one element each; a choice counts both ways."""
    greatest = _each("max", "xs", "x", X)
    assert bounds(b.lt(b.const(N, 1), greatest), RECORDS)["xs"] == 1
    chosen = b.ite(_each("any", "ys", "y", b.var("y.w", BOOL)), greatest, b.const(N, 0))
    assert bounds(b.lt(b.const(N, 1), chosen), RECORDS) == {"xs": 1, "ys": 1}


def test_a_condition_of_a_choice_counts_both_ways() -> None:
    """Where the `all` of a condition is false, one element must show it."""
    every = _each("all", "xs", "x", b.lt(X, b.const(N, 1)))
    chosen = b.ite(every, b.const(N, 0), b.const(N, 2))
    assert bounds(b.lt(b.const(N, 1), b.maximum(chosen, b.var("n", N))), RECORDS) == {"xs": 1, "ys": 0}


def test_witnesses_within_witnesses_are_counted() -> None:
    """An `any` inside an `any` needs its own element; it depends on what the outer one depends on, no more."""
    w = b.var("y.w", BOOL)
    pair = _each("any", "xs", "x", _each("any", "ys", "y", b.or_(w, b.lt(X, b.const(N, 1)))))
    assert bounds(pair, RECORDS) == {"xs": 1, "ys": 1}
    twice = _each("any", "xs", "x", _each("any", "xs", "e", b.lt(X, E)))
    assert bounds(twice, RECORDS) == {"xs": 2, "ys": 0}


def test_one_text_about_two_witnesses_needs_an_element_for_each() -> None:
    """`any e: e = c` under two choices that are both called c is two choices: the two may need different elements."""
    inner = _each("any", "ys", "y", b.eq(b.var("y.w", BOOL), b.lt(X, b.const(N, 1))))
    low = _each("any", "xs", "x", b.and_(b.eq(X, b.const(N, 0)), inner))
    high = _each("any", "xs", "x", b.and_(b.eq(X, b.const(N, 2)), inner))
    assert bounds(b.and_(low, high), RECORDS) == {"xs": 2, "ys": 2}
    assert Query(SCOPE, b.and_(low, high), SMALL).check() == "sat"
    same = b.and_(_each("all", "xs", "x", inner), _each("all", "xs", "x", b.or_(inner, low)), low)
    assert bounds(same, RECORDS)["ys"] == bounds(b.and_(_each("all", "xs", "x", inner), low), RECORDS)["ys"]


def test_one_text_under_two_witnesses_is_two_choices() -> None:
    """An inner `any` that reads as another one, under another outer witness of the same name, needs its own element."""
    w = b.var("y.w", BOOL)
    inner = _each(
        "any", "ys", "y", b.or_(b.and_(w, b.lt(X, b.const(N, 1))), b.and_(b.not_(w), b.le(b.const(N, 1), X)))
    )
    both = b.and_(*(_each("any", "xs", "x", b.and_(b.eq(X, b.const(N, n)), inner)) for n in (0, 2)))
    assert bounds(both, RECORDS) == {"xs": 2, "ys": 2}
    assert Query(SCOPE, both, SMALL).check() == "sat"


def test_a_sum_uses_the_declared_maximum() -> None:
    """Every element counts in a sum: as many slots as the relation may hold, and no bound where it may hold any."""
    enough = b.lt(b.const(Type("int"), 7), _each("sum", "xs", "x", X))
    assert bounds(enough, RECORDS)["xs"] == LENGTH
    assert Query(SCOPE, enough, SMALL).check() == "sat"
    beyond = b.lt(
        b.const(Type("int"), 7), _each("sum", "xs", "x", b.ite(b.lt(X, b.const(N, 2)), X, b.const(N, 1)))
    )
    assert Query(SCOPE, beyond, SMALL).check() == "unsat"
    with pytest.raises(Unbounded, match="every stored element of `xs`"):
        bounds(enough, RECORDS, complete=True)


def test_alternation_over_one_relation_has_no_bound() -> None:
    """`all x any e: x < e` over one relation forces ever more elements: refused, never answered."""
    endless = _each("all", "xs", "x", _each("any", "xs", "e", b.lt(X, E)))
    with pytest.raises(Unbounded, match="`xs`"):
        bounds(endless, RECORDS)


def test_alternation_in_a_circle_of_two_relations_has_no_bound() -> None:
    """Each relation needing elements for those of the other is refused as well."""
    w = b.var("y.w", BOOL)
    there = _each("all", "xs", "x", _each("any", "ys", "y", b.or_(w, b.lt(X, b.const(N, 1)))))
    back = _each("all", "ys", "y", _each("any", "xs", "x", b.or_(w, b.lt(X, b.const(N, 1)))))
    with pytest.raises(Unbounded):
        bounds(b.and_(there, back), RECORDS)


def test_too_many_elements_are_not_tried() -> None:
    """A bound beyond the limit is refused."""
    many = Type("int", 0, LIMIT + 1)
    records = (RECORDS[0], Record("xs", "X", "x", "id", "many", "", "root", 90, fields=(Field("v", many),)))
    x = b.var("x.v", many)
    each_one = b.and_(*(_each("any", "xs", "x", b.eq(x, b.const(many, i))) for i in range(LIMIT + 1)))
    with pytest.raises(Unbounded, match=f"more than {LIMIT}"):
        bounds(each_one, records)
