"""The oracle itself: decisions, domains, aggregates of nothing, and ticks."""

from __future__ import annotations

from fractions import Fraction

import pytest

from aln.core import build as b
from aln.core.evaluate import decide, evaluate, initial, invalid_fields, receive, tick
from aln.core.ir import BOOL, ID, Definition, Field, Guard, Machine, Record, Rule, State, Type

TENTHS = Type("int", 0, 100, Fraction(1, 10))
PARENT = "11111111-1111-4111-8111-111111111111"
ROOT = Record("", "Thing", "thing", "id", "root", fields=(Field("size", TENTHS), Field("note", TENTHS, True)))
OWNER = Record("owner", "Owner", "owner", "id", "ref", "", "owner", fields=(Field("size", TENTHS),))
ITEMS = Record("owner.items", "Item", "item", "id", "many", "owner", "owner", 2, fields=(Field("ok", BOOL),))
GUARD = Guard(
    "M",
    "P",
    "Thing",
    (ROOT, OWNER, ITEMS),
    (
        Rule("P/small", b.le(b.var("size", TENTHS), b.number(Fraction(5))), "too large"),
        Rule(
            "P/all",
            b.and_(b.given("owner.items"), b.each("all", "owner.items", "i", b.var("i.ok", BOOL))),
            "bad item",
        ),
    ),
)


def env(**changes: object) -> dict[str, object]:
    return {
        "size": 50,
        "note": None,
        "owner": PARENT,
        "owner.size": 1,
        "owner.items": ({"ok": True},),
        **{k.replace("__", "."): v for k, v in changes.items()},
    }


def test_a_record_that_meets_every_rule_is_allowed() -> None:
    """No invalid field and no failed rule means allowed."""
    assert decide(GUARD, env()).allowed


def test_every_failed_rule_is_a_reason() -> None:
    """Reasons are all the rules that are not true, in order, not only the first."""
    found = decide(GUARD, env(size=51, owner__items=({"ok": True}, {"ok": False})))
    assert found.failed == ("P/small", "P/all")
    assert not found.allowed


def test_a_missing_relation_is_not_an_empty_one() -> None:
    """`all` over no element holds; over a relation that is not known it does not."""
    assert decide(GUARD, env(owner__items=())).allowed
    assert decide(GUARD, env(owner__items=None)).failed == ("P/all",)


@pytest.mark.parametrize(
    ("changes", "invalid"),
    [
        ({"size": None}, ("size",)),
        ({"size": 101}, ("size",)),
        ({"size": -1}, ("size",)),
        ({"size": 0}, ()),
        ({"size": True}, ("size",)),
        ({"size": "5"}, ("size",)),
        ({"note": None}, ()),
        ({"note": 100}, ()),
        ({"note": 101}, ("note",)),
        ({"owner__size": None}, ("owner.size",)),
        ({"owner": None, "owner__size": None, "owner__items": None}, ()),
        ({"owner__items": ({"ok": None},)}, ("owner.items.ok",)),
        ({"owner__items": ({"ok": 1},)}, ("owner.items.ok",)),
    ],
)
def test_a_field_outside_its_domain_is_named(changes: dict[str, object], invalid: tuple[str, ...]) -> None:
    """Required and missing, out of range or of another sort is invalid; missing where it may be is not."""
    assert invalid_fields(GUARD.records, env(**changes)) == invalid


def test_an_absent_variable_reads_as_its_default_and_is_not_given() -> None:
    """A read without a value is total, and `given` tells it apart."""
    assert evaluate(b.var("note", TENTHS), env()) == 0
    assert evaluate(b.given("note"), env()) is False


def test_aggregates_of_no_element() -> None:
    """All true, any false, sum zero; min and max read as the ends that no element passes."""
    of = b.var("i.n", Type("int", -3, 7))
    assert [evaluate(b.each(k, "xs", "i", of, 4), {"xs": ()}) for k in ("sum", "min", "max")] == [0, 7, -3]
    ok = b.var("i.ok", BOOL)
    assert [evaluate(b.each(k, "xs", "i", ok), {"xs": ()}) for k in ("all", "any")] == [True, False]


@pytest.mark.parametrize(("kind", "end"), [("min", 7), ("max", -3)])
def test_the_end_read_for_no_element_survives_a_narrower_body(kind: str, end: int) -> None:
    """A value put in for a variable narrows the body, never the end that stands for no element."""
    whole = b.each(kind, "xs", "i", b.var("n", Type("int", -3, 7)))
    narrowed = b.substitute(whole, {"n": b.const(Type("int", 0, 0), 2)})
    for env in ({"xs": (), "n": 2}, {"n": 2}, {"xs": ({},), "n": 2}):
        assert evaluate(narrowed, env) == evaluate(whole, env)
    assert evaluate(narrowed, {"xs": ()}) == end


def test_an_element_shadows_an_outer_one_of_the_same_name() -> None:
    """The inner aggregate's variable is the inner element."""
    of = b.var("i.n", Type("int", 0, 9))
    inner = b.each("max", "xs", "i", of)
    outer = b.each("all", "xs", "i", b.le(of, inner))
    assert evaluate(outer, {"xs": ({"n": 4}, {"n": 9}, {"n": 0})}) is True
    assert evaluate(b.each("any", "xs", "i", b.eq(of, inner)), {"xs": ({"n": 4}, {"n": 9})}) is True


def test_an_inner_element_inherits_nothing_from_an_outer_one_of_its_name() -> None:
    """What the inner element lacks is missing, though the outer one has it."""
    outer = b.each("all", "xs", "i", b.each("all", "ys", "i", b.not_(b.given("i.spare"))))
    assert evaluate(outer, {"xs": ({"spare": 1},), "ys": ({},)}) is True


@pytest.mark.parametrize(("a", "c", "floor"), [(7, 2, 3), (-7, 2, -4), (7, 0, 0), (7, -2, 0), (0, 5, 0)])
def test_division_floors_and_is_total(a: int, c: int, floor: int) -> None:
    """The quotient is the floor for a positive divisor and 0 otherwise, never an error."""
    wide = Type("int", -10, 10)
    assert evaluate(b.floor_div(b.var("a", wide), b.var("c", wide)), {"a": a, "c": c}) == floor


def test_a_tick_computes_definitions_in_order_and_steps_every_state() -> None:
    """Definitions see the state before; the state after is what the named definition gives."""
    count = Type("int", 0, 9)
    now, up = b.var("n", count), b.given("up")
    step = b.ite(up, b.minimum(b.add(now, b.const(count, 1)), b.const(count, 9)), now)
    machine = Machine(
        "M", "C", 1_000_000, (Field("p.start", count),), "P", "p", (), (Field("up", BOOL, True),),
        (State("n", count, b.var("p.start", count), "n.next"),),
        (Definition("n.next", step), Definition("shown", b.var("n.next", step.type))),
        (Field("shown", count),), (), (),
    )  # fmt: skip
    state = initial(machine, {"p.start": 8})
    assert state == {"n": 8}
    env_, state = tick(machine, {"p.start": 8}, state, {"up": True})
    assert (env_["n"], env_["shown"], state) == (8, 9, {"n": 9})
    env_, state = tick(machine, {"p.start": 8}, state, {"up": None})
    assert (env_["shown"], state) == (9, {"n": 9})


@pytest.mark.parametrize("value", [None, -1, 101, "7", 7.0, float("nan"), True])
def test_an_input_outside_its_type_is_missing(value: object) -> None:
    """A machine sees nothing but values of the declared type and range."""
    assert receive(Field("x", TENTHS, True), value) is None
    assert receive(Field("x", TENTHS, True), 100) == 100


def test_labels_and_keys_have_their_own_domains() -> None:
    """A label outside the enum and a key that is no text are not of their type."""
    colour = Type("enum", name="C", labels=("RED", "BLUE"))
    assert [colour.holds(v) for v in ("RED", "red", None, 0)] == [True, False, False, False]
    assert [ID.holds(v) for v in (PARENT, 7)] == [True, False]
