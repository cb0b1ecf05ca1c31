"""Fair comparisons on a noisy machine: two things in turn, many times, the ratio pair by pair."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: medians of both sides in seconds, their ratio, and the goal in words."""

    what: str
    against: str
    seconds: float
    reference: float | None
    ratio: float | None
    goal: str
    met: bool


def _once(f: Callable[[], object], loops: int) -> float:
    begun = time.perf_counter()
    for _ in range(loops):
        f()
    return (time.perf_counter() - begun) / loops


def _loops(f: Callable[[], object], seconds: float) -> int:
    loops = 1
    while loops < 10**6 and _once(f, loops) * loops < seconds:
        loops *= 2
    return loops


def pair(
    what: str, f: Callable[[], object], against: str, g: Callable[[], object], most: float, rounds: int = 15
) -> Row:
    """`f` against `g`, in turn; the goal is a ratio of at most `most`."""
    loops = max(_loops(f, 0.02), _loops(g, 0.02))
    ratios, mine, theirs = [], [], []
    for _ in range(rounds):
        a, b = _once(f, loops), _once(g, loops)
        mine.append(a)
        theirs.append(b)
        ratios.append(a / b)
    ratio = statistics.median(ratios)
    return Row(
        what, against, statistics.median(mine), statistics.median(theirs), ratio, f"≤ {most} ×", ratio <= most
    )


def alone(
    what: str, f: Callable[[], object], most: float, against: str, g: Callable[[], object], rounds: int = 9
) -> Row:
    """`f` by itself, beside a reference `g` from the same run that says how fast this machine is."""
    f()
    mine = statistics.median(_once(f, 1) for _ in range(rounds))
    theirs = statistics.median(_once(g, 1) for _ in range(rounds))
    return Row(what, against, mine, theirs, mine / theirs, f"≤ {most * 1000:g} ms", mine <= most)
