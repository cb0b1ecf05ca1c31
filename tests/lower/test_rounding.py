"""`round` names where a half goes, and goes there: compared with exact fractions over a whole small grid."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import pytest

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import Type
from aln.lower.expressions import Lowerer


def away(q: Fraction) -> int:
    return math.copysign(1, q) * math.floor(abs(q) + Fraction(1, 2))  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("ties", "nearest"),
    [("half_even", round), ("half_up", lambda q: math.floor(q + Fraction(1, 2))), ("half_away", away)],
)
def test_a_quotient_is_rounded_to_the_nearest(ties: str, nearest: Callable[[Fraction], int]) -> None:
    """Every quotient of two grids, ties and negative numerators among them, within the range that was inferred."""
    over, under = Type("int", -20, 20, Fraction(1, 2)), Type("int", -3, 6, Fraction(1, 3))
    e = Lowerer.nearest(b.var("x", over), b.var("y", under), ties)
    for i, j in product(range(-20, 21), range(1, 7)):
        got = evaluate(e, {"x": i, "y": j})
        assert got * e.type.grain == nearest(Fraction(i, 2) / Fraction(j, 3))
        assert e.type.lo <= got <= e.type.hi
