"""The smart constructors preserve meaning: a wrong simplification would be a wrong proof."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, Expr, Type, walk
from tests.conftest import LONG
from tests.strategies import core as random

CASES = 20_000 if LONG else 200


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
