"""The solver's reading of core is the evaluator's: on given environments, and on the models it finds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aln.core import build as b
from aln.core.evaluate import evaluate, invalid_fields
from aln.core.ir import BOOL, TEXT, Expr, Field, Record, Type
from aln.core.text import mentions
from aln.verifier.encode import Encoder
from aln.verifier.obligation import Budget, ReplayError, Scope
from aln.verifier.records.slots import Unbounded
from aln.verifier.records.smt import Query
from tests.conftest import LONG
from tests.strategies import core as random

CASES = 5_000 if LONG else 100
SMALL = Budget(units=2_000_000, second_opinion=False)


def fixed(encoder: Encoder, env: Mapping[str, Any]) -> list[Any]:
    """The environment as constraints: presences, elements in use, raw values, and what each text mentions."""
    out: list[Any] = []
    codes = {text: code for code, text in enumerate(encoder.literals)}

    def put(name: str, value: Any) -> None:
        given, at = encoder.bound[name]
        out.append(given == (value is not None))
        ty = encoder.types[name]
        if value is None:
            return
        if ty.sort != "text":
            out.append(at == encoder.value(ty, value))
            return
        out.append(at == codes.setdefault(value, len(codes)))
        for term in encoder.terms:
            out.append(encoder.z3.Bool(f"{name} mentions {term}") == mentions(value, (term,)))

    for name in encoder.types:
        if "[" not in name:
            put(name, env.get(name))
    for path, used in encoder.used.items():
        items = env.get(path)
        out.append(encoder.bound[path][0] == (items is not None))
        for i, here in enumerate(used):
            item = (items or ())[i] if i < len(items or ()) else None
            out.append(here == (item is not None))
            prefix = f"{path}[{i}]."
            for name in encoder.types:
                if item is not None and name.startswith(prefix):
                    put(name, item.get(name[len(prefix) :]))
    return out


def agree(scope: Scope, formula: Expr, env: Mapping[str, Any]) -> bool:
    """Whether the solver, held to `env`, admits it and gives `formula` the evaluator's value."""
    import z3

    slots = {r.path: r.maximum for r in scope.records if r.how == "many"}
    encoder = Encoder(scope, slots, [formula])
    term = encoder.expr(formula)
    solver = z3.Solver()
    solver.add(*encoder.domain, *fixed(encoder, env))
    assert solver.check() == z3.sat, "the domain excludes an environment that lies within it"
    found = solver.model().eval(term, model_completion=True)
    value = evaluate(formula, env)
    return bool(z3.is_true(found)) is value if isinstance(value, bool) else found.as_long() == value


@settings(max_examples=CASES)
@given(st.data())
def test_a_formula_has_the_evaluators_value_in_the_solver(data: st.DataObject) -> None:
    """Any environment of the domain is a model of the domain, and gives a formula the value that `evaluate` gives."""
    scope, formula = data.draw(random.formulas(3))
    env = data.draw(random.environments(scope))
    assert agree(scope, formula, env)


@settings(max_examples=CASES)
@given(st.data(), st.sampled_from(("number", "time")))
def test_a_number_has_the_evaluators_value_in_the_solver(data: st.DataObject, kind: str) -> None:
    """The same for numbers: every operator, at every grid, negative operands and divisors too."""
    scope, tree = data.draw(random.trees(3, kind))
    env = data.draw(random.environments(scope))
    assert agree(scope, random.build(tree), env)


@settings(max_examples=CASES)
@given(random.formulas(3))
def test_a_model_decodes_to_an_environment_that_satisfies_the_formula(drawn: tuple[Scope, Expr]) -> None:
    """What the solver finds satisfiable, the evaluator finds true of the decoded environment, within its domain."""
    scope, formula = drawn
    try:
        query = Query(scope, formula, SMALL)
    except Unbounded:
        assume(False)
    assume(query.check() == "sat")
    env = query.smallest()
    assert evaluate(formula, env) is True
    assert invalid_fields(scope.records, env) == ()


DIVISION = Scope(fields=(Field("a", Type("int", -9, 9)), Field("b", Type("int", -4, 4))))


def test_division_is_the_evaluators_for_every_sign() -> None:
    """⌊a/b⌋ agrees for every a and b, those not above zero included."""
    quotient = b.floor_div(b.var("a", Type("int", -9, 9)), b.var("b", Type("int", -4, 4)))
    assert all(
        agree(DIVISION, quotient, {"a": x, "b": y}) for x in range(-9, 10, 3) for y in (-4, -1, 0, 1, 2, 3)
    )


TWO_TEXTS = Scope(fields=(Field("s", TEXT), Field("t", TEXT)))
S, T = b.var("s", TEXT), b.var("t", TEXT)


def test_equal_texts_mention_the_same_terms() -> None:
    """No model has two equal texts of which only one mentions a term."""
    said = b.mentions(S, ("rem",))
    other = b.mentions(T, ("rem",))
    assert Query(TWO_TEXTS, b.and_(b.eq(S, T), said, b.not_(other)), SMALL).check() == "unsat"


def test_unequal_texts_decode_to_unequal_texts() -> None:
    """Two texts that differ and mention the same terms come out as two texts."""
    differ = b.and_(b.not_(b.eq(S, T)), b.mentions(S, ("rem",)), b.mentions(T, ("rem",)))
    query = Query(TWO_TEXTS, differ, SMALL)
    assert query.check() == "sat"
    env = query.smallest()
    assert evaluate(differ, env) is True
    assert env["s"] != env["t"]


def test_a_term_within_a_term_is_mentioned_with_it() -> None:
    """Who mentions the longer term mentions the shorter one within it; the converse does not hold."""
    long, short = b.mentions(S, ("dream phase",)), b.mentions(S, ("dream",))
    assert Query(TWO_TEXTS, b.and_(long, b.not_(short)), SMALL).check() == "unsat"
    assert Query(TWO_TEXTS, b.and_(short, b.not_(long)), SMALL).check() == "sat"


def test_a_literal_mentions_what_it_mentions() -> None:
    """A text that equals a literal mentions exactly the literal's terms."""
    fixed_text = b.eq(S, b.const(TEXT, "R.E.M. nap"))
    assert Query(TWO_TEXTS, b.and_(fixed_text, b.mentions(S, ("rem",))), SMALL).check() == "unsat"
    assert Query(TWO_TEXTS, b.and_(fixed_text, b.mentions(S, ("r e m",))), SMALL).check() == "sat"


def test_a_name_read_on_another_grid_is_refused() -> None:
    """A count that would stand for another quantity than its declaration says is a fault, never an answer."""
    scope = Scope(fields=(Field("n", Type("int", 0, 9)),))
    tenth = b.var("n", Type("int", 0, 9, step=random.MINUTE.factor))
    with pytest.raises(ReplayError, match="`n` is read as"):
        Query(scope, b.lt(tenth, b.const(tenth.type, 3)), SMALL)


def test_labels_of_two_types_are_not_compared_by_position() -> None:
    """Equality of labels of two enumerations is refused: their codes do not stand for the same labels."""
    one, two = (Type("enum", name="E", labels=labels) for labels in (("X", "Y"), ("Y", "X")))
    scope = Scope(fields=(Field("p", one), Field("q", two)))
    with pytest.raises(ReplayError, match="two types"):
        Query(scope, b.eq(b.var("p", one), b.var("q", two)), SMALL)


ELEMENTS = (
    Record("", "Owner", "owner", "id", "root", fields=(Field("id", Type("id")),)),
    Record("items", "Item", "item", "id", "many", "", "owner", 4, fields=(Field("id", Type("id")), Field("on", BOOL))),
)  # fmt: skip


@pytest.mark.parametrize(("complete", "answer"), [(True, "unsat"), (False, "sat")])
def test_a_relation_is_withheld_only_where_the_scope_allows_it(complete: bool, answer: str) -> None:
    """Stored relations are always given; a guard's caller may withhold one."""
    withheld = b.not_(b.given("items"))
    assert Query(Scope(ELEMENTS, complete=complete), withheld, SMALL).check() == answer


def test_elements_have_distinct_keys_and_refer_back() -> None:
    """Two elements of one relation never share a key."""
    twice = b.each(
        "any", "items", "c", b.each(
            "any", "items", "d", b.and_(
                b.eq(b.var("c.id", Type("id")), b.var("d.id", Type("id"))),
                b.var("c.on", BOOL), b.not_(b.var("d.on", BOOL)),
            ),
        ),
    )  # fmt: skip
    assert Query(Scope(ELEMENTS), twice, SMALL).check() == "unsat"


def test_an_element_named_as_a_field_is_never_taken_for_it() -> None:
    """A bound variable that hides a name of the judged record is refused: the formula could mean either."""
    records = (
        Record("", "Owner", "owner", "id", "root", fields=(Field("c", BOOL),)),
        Record("items", "Item", "item", "id", "many", "", "owner", 4, fields=(Field("on", BOOL),)),
    )
    either = b.each("all", "items", "c", b.or_(b.var("c", BOOL), b.var("c.on", BOOL)))
    with pytest.raises(ReplayError, match="`c` names an element"):
        Query(Scope(records), either, SMALL)
