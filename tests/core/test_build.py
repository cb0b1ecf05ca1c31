"""The smart constructors preserve meaning: a wrong simplification would be a wrong proof."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, Expr, Type, walk
from tests.conftest import LONG
from tests.strategies import core as random

CASES = 4_000 if LONG else 120


def _said(e: Expr, env: dict[str, Any]) -> Any:
    value = evaluate(e, env)
    return value * e.type.grain if e.type.sort == "int" else value


@settings(max_examples=CASES)
@given(st.data())
def test_booleans_mean_what_their_tree_says(data: st.DataObject) -> None:
    """A boolean built by the smart constructors has the value of the tree it was built from."""
    scope, tree = data.draw(random.trees(4))
    built = random.build(tree)
    for _ in range(4):
        env = data.draw(random.environments(scope))
        assert evaluate(built, env) is random.meaning(tree, env)


@settings(max_examples=CASES)
@given(st.data(), st.sampled_from(("number", "time")))
def test_numbers_mean_what_their_tree_says_and_stay_in_range(data: st.DataObject, kind: str) -> None:
    """A number has the exact quantity of its tree, and its count lies in the inferred range."""
    scope, tree = data.draw(random.trees(4, kind))
    built = random.build(tree)
    for _ in range(4):
        env = data.draw(random.environments(scope))
        assert _said(built, env) == random.meaning(tree, env)
        assert built.type.holds(evaluate(built, env))


@settings(max_examples=CASES)
@given(st.data())
def test_negation_is_the_complement(data: st.DataObject) -> None:
    """`not_` of a formula is false exactly where the formula is true, and twice it is the formula's value."""
    scope, formula = data.draw(random.formulas(4))
    negated = b.not_(formula)
    for _ in range(4):
        env = data.draw(random.environments(scope))
        assert evaluate(negated, env) is not evaluate(formula, env)
        assert evaluate(b.not_(negated), env) is evaluate(formula, env)


def _negations_on_leaves(e: Expr) -> bool:
    return all(
        x.args[0].kind in ("var", "given", "mentions") or (x.args[0].kind == "op" and x.args[0].name == "eq")
        for x in walk(e)
        if x.kind == "op" and x.name == "not"
    )


def _presence_first(e: Expr) -> bool:
    def presence(x: Expr) -> bool:
        return x.kind == "given" or (x.kind == "op" and x.name == "not" and x.args[0].kind == "given")

    for x in walk(e):
        if x.kind == "op" and x.name in ("and", "or"):
            found = [presence(a) for a in x.args]
            if found != sorted(found, reverse=True):
                return False
    return True


@settings(max_examples=CASES)
@given(random.formulas(4))
def test_every_formula_keeps_the_invariants_of_core(drawn: tuple[Any, Expr]) -> None:
    """Negation stands on leaves only, tests of presence come first, nothing stands twice, no constant is left inside."""
    _, formula = drawn
    for e in (formula, b.not_(formula)):
        assert _negations_on_leaves(e)
        assert _presence_first(e)
        for x in walk(e):
            if x.kind == "op" and x.name in ("and", "or"):
                assert len(set(x.args)) == len(x.args) > 1
                assert b.TRUE not in x.args
                assert b.FALSE not in x.args
                assert all(a.name != x.name or a.kind != "op" for a in x.args)


@settings(max_examples=CASES)
@given(st.data())
def test_substitution_is_evaluation_with_the_values_put_in(data: st.DataObject) -> None:
    """A variable replaced by a term of its type means what the formula means where the variable has its value."""
    scope, formula = data.draw(random.formulas(4))
    env = data.draw(random.environments(scope))
    swap = b.var("swap", BOOL)
    env["swap"] = data.draw(st.booleans())
    values: dict[str, Expr] = {}
    known = dict(env)
    for name, ty in [(f.name, f.type) for f in scope.records[0].fields if f.type.sort in ("bool", "int")]:
        if ty.sort == "bool":
            values[name] = data.draw(st.sampled_from((b.TRUE, b.FALSE, swap, b.not_(swap))))
        else:
            low, high = (
                b.const(Type("int", 0, 0, ty.step, ty.unit), data.draw(random.raws(ty))) for _ in "ab"
            )
            values[name] = b.ite(swap, low, high)
        if env[name] is not None:
            known[name] = evaluate(values[name], env)
        else:
            del values[name]
    assert evaluate(b.substitute(formula, values), env) is evaluate(formula, known)


@given(st.data())
def test_equal_parts_are_one_node(data: st.DataObject) -> None:
    """Building the same tree twice gives the identical object."""
    _, tree = data.draw(random.trees(3))
    assert random.build(tree) is random.build(tree)


RANGES = [(lo, hi) for lo in range(-2, 3) for hi in range(lo, 3)]
_BINARY = ("lt", "le", "eq", "add", "sub", "mul", "div", "min", "max")


@pytest.mark.parametrize("op", (*_BINARY, "neg", "abs", "ite"))
@pytest.mark.parametrize("step", (Fraction(1), Fraction(1, 2)), ids=str)
def test_every_operator_on_every_pair_of_small_ranges(op: str, step: Fraction) -> None:
    """Ranges that touch, overlap by one value or not at all: each value of each, on one grid and on two."""
    for lo, hi in RANGES:
        one = Type("int", lo, hi)
        for low, high in RANGES if op not in ("neg", "abs") else [(0, 0)]:
            other = Type("int", low, high, step)
            tree: Any = (op, ("var", "a", one), ("var", "b", other))
            if op in ("neg", "abs"):
                tree = tree[:2]
            elif op == "ite":
                tree = (op, ("var", "p", BOOL), *tree[1:])
            built = random.build(tree)
            for x, y, p in product(range(lo, hi + 1), range(low, high + 1), (True, False)):
                env = {"a": x, "b": y, "p": p}
                assert _said(built, env) == random.meaning(tree, env), (tree, env)
                assert built.type.holds(evaluate(built, env)), (tree, env)


@settings(max_examples=10 * CASES)
@given(
    st.recursive(
        st.sampled_from([("var", n, BOOL) for n in "pqr"] + [("const", BOOL, x) for x in (True, False)]),
        lambda inner: st.one_of(
            st.tuples(st.just("not"), inner),
            st.tuples(st.sampled_from(("and", "or", "implies", "eq")), inner, inner),
            st.tuples(st.sampled_from(("and", "or", "ite")), inner, inner, inner),
        ),
        max_leaves=12,
    )
)
def test_propositions_have_their_whole_truth_table(tree: Any) -> None:
    """A formula of three propositions, and its negation, at every assignment."""
    built = random.build(tree)
    for p, q, r in product((True, False), repeat=3):
        env = {"p": p, "q": q, "r": r}
        assert evaluate(built, env) is random.meaning(tree, env)
        assert evaluate(b.not_(built), env) is not evaluate(built, env)


def test_absorption_keeps_what_it_cannot_settle() -> None:
    """A literal beside a junction settles its own occurrences and no others."""
    p, q, r = (b.var(n, BOOL) for n in "pqr")
    assert b.or_(p, b.and_(b.not_(p), q)) is b.or_(p, q)
    assert b.and_(p, b.or_(b.not_(p), q)) is b.and_(p, q)
    assert b.and_(p, b.or_(p, q)) is p
    assert b.or_(p, b.and_(p, q)) is p
    assert b.or_(p, b.and_(q, r)) is not b.or_(p, q)
    assert b.and_(p, b.not_(p)) is b.FALSE
    assert b.or_(p, b.not_(p)) is b.TRUE
    assert b.and_() is b.TRUE
    assert b.or_() is b.FALSE
