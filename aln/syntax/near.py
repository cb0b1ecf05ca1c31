"""Names that were meant: the one that a misspelt word can stand for, or none.

Takes a word and the words that are known; gives one of them only where all others are far. Never guesses.
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["certain"]

_SHORTEST = 4


def certain(name: str, known: Iterable[str]) -> str:
    """The one known name that `name` can have meant; empty where that is not sure.

    It differs in case and joining marks alone, or in one letter (changed, dropped, added, swapped) while every other
    name differs in three at the least. Digits never differ: `REQ-1` is no slip for `REQ-2`.
    """
    names = list(dict.fromkeys(known))
    folded = [x for x in names if x != name and _folded(x) == _folded(name)]
    if folded:
        return folded[0] if len(folded) == 1 else ""
    if len(name) < _SHORTEST:
        return ""
    near = [x for x in names if _distance(name, x, 3) < 3]
    best = [x for x in near if _distance(name, x, 1) == 1 and _digits(x) == _digits(name)]
    return best[0] if len(best) == len(near) == 1 else ""


def _folded(name: str) -> str:
    return name.lower().replace("_", "").replace("-", "").replace(" ", "")


def _digits(name: str) -> str:
    return "".join(c for c in name if c.isdigit())


def _distance(a: str, b: str, limit: int) -> int:
    """Letters to insert, drop, change or swap with a neighbour to make `b` of `a`; above `limit`, `limit + 1`.

    Source: the optimal string alignment distance (restricted Damerau-Levenshtein).
    """
    if abs(len(a) - len(b)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        new = [i]
        for j, y in enumerate(b, 1):
            cost = min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (x != y))
            if before and i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        before, row = row, new
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
