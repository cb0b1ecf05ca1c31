"""How long a session can last: what every edge keeps, and no more than is needed where that can be told."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from aln.checker.longest import LISTED, bounds


@dataclass(frozen=True)
class Edge:
    index: int
    source: str
    target: str
    at_most: int | None = None


def edges(*rows: tuple[str, str] | tuple[str, str, int]) -> list[Edge]:
    return [Edge(i, *row) for i, row in enumerate(rows)]


def walked(
    start: str, ways: list[Edge], cost: dict[str, Fraction]
) -> dict[tuple[str, tuple[int, ...]], Fraction]:
    """The most that any walk spends on reaching each node with its counts, found by walking until nothing grows."""
    first = (start, (0,) * len(ways))
    most, todo = {first: Fraction(0)}, [first]
    while todo:
        node, counts = todo.pop()
        spent = most[node, counts] + cost.get(node, 0)
        for w in ways:
            if w.source == node and (w.at_most is None or counts[w.index] < w.at_most):
                taken = (
                    counts if w.at_most is None else tuple(c + (i == w.index) for i, c in enumerate(counts))
                )
                if most.get((w.target, taken), Fraction(-1)) < spent:
                    most[w.target, taken] = spent
                    todo.append((w.target, taken))
    return most


def test_no_walk_spends_more_and_the_most_is_spent_where_it_is_told_exactly() -> None:
    """In random graphs every walk keeps the bound, at each node with its counts; and where counts are few, or the sum
    says as much as the list would, some walk reaches the top."""
    r, seen = random.Random(4), Counter[str]()
    for _ in range(400):
        nodes = [f"n{i}" for i in range(r.randint(2, 5))]
        rows: list[tuple[str, str] | tuple[str, str, int]] = []
        for i, node in enumerate(nodes):
            rows.append((node, (*nodes[i + 1 :], "end")[0]))
            for _ in range(r.randint(0, 2)):
                rows.append((node, r.choice(nodes), r.randint(0, 3)))
            if r.random() < 0.3:
                rows.append((node, r.choice([*nodes[i + 1 :], "end"])))
        ways, cost = edges(*rows), {n: Fraction(r.randint(0, 6), r.choice((1, 2))) for n in nodes}
        found = bounds(nodes[0], ways, [cost])
        assert found is not None
        (bound,) = found
        walks = walked(nodes[0], ways, cost)
        for (node, counts), spent in walks.items():
            summed = bound.base[node] + sum(n * counts[i] for i, n in bound.each.items())
            assert spent <= summed, (rows, node, counts)
            if bound.listed is not None:
                assert bound.listed[node, tuple(counts[i] for i in bound.each)] == spent
        if bound.listed is not None or len(walks) <= LISTED:
            assert bound.top == max(walks.values()), rows
        seen["listed" if bound.listed is not None else "summed"] += 1
        seen["exact" if bound.top == max(walks.values()) else "above"] += 1
    assert min(seen[k] for k in ("listed", "summed", "exact")) > 20, seen


def test_a_circle_without_a_limit_has_no_bound() -> None:
    """Whatever it costs, and wherever it lies, as long as it is reached."""
    assert bounds("a", edges(("a", "b"), ("b", "a")), [{}]) is None
    assert bounds("a", edges(("a", "a"), ("a", "end")), [{}]) is None
    assert bounds("a", edges(("a", "end"), ("b", "c"), ("c", "b")), [{}]) is not None
    assert bounds("a", edges(("a", "b", 0), ("a", "end"), ("b", "b")), [{}]) is not None


def test_many_limits_cost_nothing() -> None:
    """Thirty edges back, each often: far too many counts to list, and the sum is as long as the graph."""
    nodes = [f"n{i}" for i in range(31)]
    onward = [(a, b) for a, b in zip(nodes, [*nodes[1:], "end"], strict=True)]
    back = [(b, a, 100) for a, b in pairwise(nodes)]
    found = bounds("n0", edges(*onward, *back), [dict.fromkeys(nodes, Fraction(1))])
    assert found is not None and found[0].listed is None
    assert found[0].top == 31 + 30 * 100 * 2
