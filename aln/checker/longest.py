"""How long a session through a therapy graph can last, whatever its conditions say.

Takes edges, each perhaps with a limit on how often it is taken, and what a stay at each node costs. Gives, for each
cost, the most that has been spent on reaching each node, as a bound that every edge keeps: a base for the node, and an
amount for each time that a limited edge was taken. Where that says more than can be spent, and there are few counts, the
exact most is listed for each node with its counts. Source: potential functions; Cormen, Leiserson, Rivest, Stein,
Introduction to Algorithms, difference constraints and shortest paths.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol, TypeAlias

__all__ = ["Bound", "Way", "bounds"]

LISTED, EXPLORED = 200, 5_000
"""So many nodes with counts are told one by one; so many are looked at, to learn whether that would say more."""

Counts: TypeAlias = tuple[int, ...]


class Way(Protocol):
    """An edge: its number, its ends, and how often it may be taken."""

    @property
    def index(self) -> int: ...
    @property
    def source(self) -> str: ...
    @property
    def target(self) -> str: ...
    @property
    def at_most(self) -> int | None: ...


@dataclass(frozen=True, slots=True)
class Bound:
    """At most `top` is spent. At a node, at most `base` and `each` for every time that a limited edge was taken; or what
    is `listed` for the node with the counts of those edges, in the order of `each`."""

    top: Fraction
    base: Mapping[str, Fraction]
    each: Mapping[int, Fraction]
    listed: Mapping[tuple[str, Counts], Fraction] | None


def bounds(start: str, ways: Sequence[Way], costs: Sequence[Mapping[str, Fraction]]) -> list[Bound] | None:
    """A bound for each of the costs; None where a circle has no limit."""
    ways = [w for w in ways if w.at_most != 0]
    reached = _reached(start, ways)
    ways = [w for w in ways if w.source in reached]
    order = _order(reached, ways)
    if order is None:
        return None
    limited = [w for w in ways if w.at_most is not None]
    states = _states(start, ways, limited)
    out: list[Bound] = []
    for cost in costs:
        base, each = _potential(order, ways, cost)
        top = max(base.values()) + sum(
            (n * (limited[i].at_most or 0) for i, n in enumerate(each)), Fraction(0)
        )
        listed: dict[tuple[str, Counts], Fraction] | None = None
        if states is not None:
            exact = _exact(states, ways, limited, cost)
            told = all(
                most == base[node] + sum((n * c for n, c in zip(each, counts, strict=True)), Fraction(0))
                for (node, counts), most in exact.items()
            )
            if told or len(exact) <= LISTED:
                top, listed = max(exact.values()), None if told else exact
        out.append(Bound(top, base, {w.index: n for w, n in zip(limited, each, strict=True)}, listed))
    return out


def _reached(start: str, ways: Sequence[Way]) -> dict[str, None]:
    reached = {start: None}
    todo = [start]
    while todo:
        node = todo.pop()
        for w in ways:
            if w.source == node and w.target not in reached:
                reached[w.target] = None
                todo.append(w.target)
    return reached


def _order(nodes: Mapping[str, None], ways: Sequence[Way]) -> list[str] | None:
    """The nodes so that edges without a limit lead onward; None where they lead round."""
    left = dict(nodes)
    out: list[str] = []
    while left:
        waiting = {w.target for w in ways if w.at_most is None and w.source in left}
        free = [n for n in left if n not in waiting]
        if not free:
            return None
        out += free
        for n in free:
            del left[n]
    return out


def _potential(
    order: Sequence[str], ways: Sequence[Way], cost: Mapping[str, Fraction]
) -> tuple[dict[str, Fraction], list[Fraction]]:
    """The longest way to each node by edges without a limit; and what each limited edge leads beyond that."""
    base = dict.fromkeys(order, Fraction(0))
    for node in order:
        for w in ways:
            if w.source == node and w.at_most is None:
                base[w.target] = max(base[w.target], base[node] + cost.get(node, 0))
    beyond = [
        max(Fraction(0), base[w.source] + cost.get(w.source, 0) - base[w.target])
        for w in ways
        if w.at_most is not None
    ]
    return base, beyond


def _following(
    ways: Sequence[Way], limited: Sequence[Way], state: tuple[str, Counts]
) -> Iterator[tuple[str, Counts]]:
    node, counts = state
    for w in ways:
        if w.source == node and w.at_most is None:
            yield w.target, counts
        elif w.source == node:
            at = limited.index(w)
            if counts[at] < (w.at_most or 0):
                yield w.target, (*counts[:at], counts[at] + 1, *counts[at + 1 :])


def _states(start: str, ways: Sequence[Way], limited: Sequence[Way]) -> list[tuple[str, Counts]] | None:
    """Every node with its counts, each before those that follow it; None where there are many."""
    first = (start, (0,) * len(limited))
    entered, done = {first}, list[tuple[str, Counts]]()
    stack = [(first, _following(ways, limited, first))]
    while stack:
        state, rest = stack[-1]
        after = next(rest, None)
        if after is None:
            done.append(state)
            stack.pop()
        elif after not in entered:
            if len(entered) == EXPLORED:
                return None
            entered.add(after)
            stack.append((after, _following(ways, limited, after)))
    return done[::-1]


def _exact(
    states: Sequence[tuple[str, Counts]],
    ways: Sequence[Way],
    limited: Sequence[Way],
    cost: Mapping[str, Fraction],
) -> dict[tuple[str, Counts], Fraction]:
    """The most that has been spent on reaching each."""
    most = {states[0]: Fraction(0)}
    for state in states:
        spent = most[state] + cost.get(state[0], 0)
        for after in _following(ways, limited, state):
            most[after] = max(most.get(after, spent), spent)
    return most
