"""Fair comparisons on a noisy machine: two things in turn, many times, the ratio pair by pair.

What runs in this process is told in seconds of CPU: on a quiet machine that is the time one waits.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: medians of both sides in seconds, their ratio, and the goal in words.

    `seconds` is None for what was not measured; `met` for what has no goal.
    """

    what: str
    seconds: float | None
    against: str = ""
    reference: float | None = None
    ratio: float | None = None
    goal: str = ""
    met: bool | None = None


def _once(f: Callable[[], object], loops: int, clock: Callable[[], float] = time.process_time) -> float:
    begun = clock()
    for _ in range(loops):
        f()
    return (clock() - begun) / loops


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
        what, statistics.median(mine), against, statistics.median(theirs), ratio, f"≤ {most} ×", ratio <= most
    )


def faster(what: str, f: Callable[[], object], against: str, g: Callable[[], object], rounds: int = 7) -> Row:
    """`f` against `g`, in turn, where one may be a thousand times the other; the goal is to be faster."""
    mine, theirs, ratios = [], [], []
    loops, others = _loops(f, 0.01), _loops(g, 0.01)
    for _ in range(rounds):
        mine.append(_once(f, loops))
        theirs.append(_once(g, others))
        ratios.append(mine[-1] / theirs[-1])
    ratio = statistics.median(ratios)
    return Row(what, statistics.median(mine), against, statistics.median(theirs), ratio, "< 1 ×", ratio < 1)


def alone(
    what: str,
    f: Callable[[], object],
    most: float,
    against: str,
    g: Callable[[], object],
    rounds: int = 9,
    clock: Callable[[], float] = time.process_time,
) -> Row:
    """`f` by itself, beside a reference `g` from the same run that says how fast this machine is."""
    f()
    mine = statistics.median(_once(f, 1, clock) for _ in range(rounds))
    theirs = statistics.median(_once(g, 1, clock) for _ in range(rounds))
    return Row(what, mine, against, theirs, mine / theirs, f"≤ {most * 1000:g} ms", mine <= most)
