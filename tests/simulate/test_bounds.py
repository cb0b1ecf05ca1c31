"""The bound that is drawn as broken is the one that the property sets, not what it assumes."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest

from aln.core import build as b
from aln.core.ir import BOOL, Definition, Expr, Field, Machine, Property, State, Type
from aln.simulate.bounds import bounds, broken, ends

RATE, HALVES = Type("int", 0, 100), Type("int", 0, 100, Fraction(1, 2))
ON, SEEN, LEFT, GIVEN = b.var("on", BOOL), b.var("seen", RATE), b.var("left", RATE), b.var("given", RATE)


def machine() -> Machine:
    """An input `seen`, the states `left` and `right`, the outputs `on` and `given`."""
    states = tuple(State(n, RATE, b.const(RATE, 0), n) for n in ("left", "right"))
    outputs = (Field("on", BOOL), Field("given", RATE))
    definitions = (Definition("on", b.TRUE), Definition("given", LEFT))
    return Machine("M", "M", 1, (), "", "", (), (Field("seen", RATE),), states, definitions, outputs, (), ())


def told(formula: Expr, env: Mapping[str, Any]) -> list[tuple[str, str, Any]]:
    property = Property("P", False, "always", formula, "", (), 1)
    found = bounds(property, ["seen", "left", "right", "given"])
    return [(x.name, x.side, x.at(env)) for x in broken(machine(), formula, found, env)]


def num(n: int) -> Expr:
    return b.const(RATE, n)


@pytest.mark.parametrize(
    ("formula", "env", "expected"),
    [
        (b.le(GIVEN, num(80)), {"given": 90}, [("given", "at most", 80)]),
        (b.le(GIVEN, num(80)), {"given": 80}, []),
        (b.lt(num(3), GIVEN), {"given": 3}, [("given", "above", 3)]),
        (b.eq(GIVEN, LEFT), {"given": 9, "left": 7}, [("given", "exactly", 7)]),
        (b.not_(b.eq(GIVEN, num(5))), {"given": 5}, [("given", "other than", 5)]),
        # After three ticks there is none: the count of ticks is what is assumed.
        (b.or_(b.lt(LEFT, num(3)), b.eq(GIVEN, num(0))), {"left": 3, "given": 9}, [("given", "exactly", 0)]),
        # What is guaranteed is a truth; no number is to blame for it.
        (b.or_(b.le(LEFT, num(3)), ON), {"left": 9, "on": False}, []),
        (b.or_(b.not_(ON), b.le(num(7), LEFT)), {"left": 2, "on": True}, [("left", "at least", 7)]),
        # An input is never at fault.
        (b.lt(LEFT, SEEN), {"left": 5, "seen": 5}, [("left", "below", 5)]),
        (b.le(SEEN, num(5)), {"seen": 9}, []),
        # Of two ways to be right, the one that was open.
        (
            b.or_(b.and_(ON, b.le(num(1), LEFT)), b.and_(b.not_(ON), b.eq(LEFT, num(0)))),
            {"on": False, "left": 9},
            [("left", "exactly", 0)],
        ),
        # A limit that is counted finer than the value.
        (b.le(GIVEN, b.const(HALVES, 9)), {"given": 6}, [("given", "at most", Fraction(9, 2))]),
    ],
)  # fmt: skip
def test_what_a_property_is_to_answer_for(
    formula: Expr, env: dict[str, Any], expected: list[tuple[str, str, Any]]
) -> None:
    """Outputs before states, what is concluded before what is assumed, one bound for each comparison."""
    assert told(formula, env) == expected


def test_a_distance_bounds_from_both_sides() -> None:
    """The limit of a value that may be so far from another one is that far from it, above or below."""
    formula = b.le(b.absolute(b.sub(GIVEN, LEFT)), num(10))
    assert told(formula, {"given": 30, "left": 5}) == [("given", "at most", 15)]
    assert told(formula, {"given": 1, "left": 50}) == [("given", "at least", 40)]


def test_a_range_is_two_bounds() -> None:
    """The ends of a declared range; none of what has none."""
    found = ends("range of given", RATE, "given")
    assert [(x.name, x.side) for x in broken(machine(), None, found, {"given": 101})] == [
        ("given", "at most")
    ]
    assert ends("range of on", BOOL, "on") == ()
