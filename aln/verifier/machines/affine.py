"""Equalities between the numbers of a machine that every tick seen keeps: what is worth so much of what, what is shared.

    a·x + b·y + … = c, with whole numbers a, b, c

They are those of the smallest affine space that holds all rows. Like every guess, each is worth nothing until proved.
Source: Sharma et al., A data driven approach for algebraic loop invariants (ESOP 2013).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import Any

from aln.core import build as b
from aln.core.ir import BOOL, Expr, State, Type, node

__all__ = ["equalities"]

LARGEST = 10**6
"""A relation with larger factors is chance."""
_COUNT = Type("int", -(2**62), 2**62)


def equalities(numbers: Sequence[State], rows: Sequence[Mapping[str, Any]]) -> Iterator[Expr]:
    """One equality for each number that follows from others before it, in raw counts: one relation may hold what units
    keep apart."""
    if len(rows) <= 2:
        return
    matrix = [[Fraction(row[s.name]) for s in numbers] + [Fraction(1)] for row in rows]
    pivots = _reduced(matrix)
    for free in range(len(numbers) + 1):
        if free in pivots:
            continue
        # The solution of the homogeneous system with this unknown one, and the other free ones zero.
        vector = [Fraction(0)] * (len(numbers) + 1)
        vector[free] = Fraction(1)
        for column, row in pivots.items():
            vector[column] = -matrix[row][free]
        scale = lcm(*(x.denominator for x in vector))
        whole = [int(x * scale) for x in vector]
        if any(abs(x) > LARGEST for x in whole[:-1]):
            continue
        left = [(x, s) for x, s in zip(whole, numbers, strict=False) if x > 0]
        right = [(-x, s) for x, s in zip(whole, numbers, strict=False) if x < 0]
        if left or right:
            c = whole[-1]
            yield node("op", BOOL, "eq", (_sum(left, max(c, 0)), _sum(right, max(-c, 0))))


def _reduced(matrix: list[list[Fraction]]) -> dict[int, int]:
    """Brings a matrix into reduced echelon form; gives the row of each pivot by its column. The last column is a pivot
    only where no other is left."""
    pivots: dict[int, int] = {}
    top = 0
    for column in range(len(matrix[0])):
        at = next((r for r in range(top, len(matrix)) if matrix[r][column]), None)
        if at is None:
            continue
        matrix[top], matrix[at] = matrix[at], matrix[top]
        lead = matrix[top][column]
        matrix[top] = [x / lead for x in matrix[top]]
        for r in range(len(matrix)):
            factor = matrix[r][column]
            if r != top and factor:
                matrix[r] = [x - factor * y for x, y in zip(matrix[r], matrix[top], strict=True)]
        pivots[column] = top
        top += 1
        if top == len(matrix):
            break
    return pivots


def _sum(terms: Sequence[tuple[int, State]], constant: int) -> Expr:
    parts = [_times(factor, s) for factor, s in terms]
    if constant or not parts:
        parts.append(b.const(_COUNT, constant))
    out = parts[0]
    for part in parts[1:]:
        out = node("op", _COUNT, "add", (out, part))
    return out


def _times(factor: int, s: State) -> Expr:
    value = b.var(s.name, s.type)
    return value if factor == 1 else node("op", _COUNT, "mul", (value, b.const(_COUNT, factor)))
