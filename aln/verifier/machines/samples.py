"""Windows in Z3: a sound summary for every argument by induction, and the exact one for runs from the start."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from aln.core.ir import Window

if TYPE_CHECKING:
    from aln.verifier.machines.frames import Tick

__all__ = ["held", "seen", "slid"]


def seen(here: Tick, window: Window) -> list[Any]:
    """What is true of the summary of any samples: it is what a window can hold, never which samples it holds."""
    z3, low, high = here.z3, window.value.type.lo, window.value.type.hi
    count, total, squares, median, newest = (here.value_of(f.name) for f in window.fields)
    given, value = here.expr(window.given), here.expr(window.value)
    least = min(abs(low), abs(high)) if low * high > 0 else 0
    most = max(abs(low), abs(high))
    some = count > 0
    return [
        count >= 0,
        count <= min(window.ticks, window.samples),
        total >= low * count,
        total <= high * count,
        squares >= least * least * count,
        squares <= most * most * count,
        z3.Implies(some, z3.And(median >= low, median <= high, newest >= low, newest <= high)),
        z3.Implies(given, z3.And(some, newest == value)),
        z3.Implies(count == 1, z3.And(total == newest, median == newest)),
    ]


def slid(window: Window, here: Tick, before: Tick | None) -> list[Any]:
    """How the summary follows from that of the tick before; None before the first tick, when there is no sample."""
    z3, count = here.z3, here.value_of(window.fields[0].name)
    given = here.expr(window.given)
    one = z3.If(given, z3.IntVal(1), z3.IntVal(0))
    if before is None:
        return [count == one]
    was, newest = (before.value_of(window.fields[i].name) for i in (0, 4))
    stays = z3.Implies(count > 0, z3.And(was > 0, here.value_of(window.fields[4].name) == newest))
    return [count <= was + one, count >= was - 1, z3.Or(given, stays)]


def held(window: Window, ticks: Sequence[Tick]) -> list[Any]:
    """Which samples the window holds at the last of these ticks, which are those it looks back on. It must have a place
    for each of them."""
    here = ticks[-1]
    z3 = here.z3
    pairs = [(t.expr(window.given), t.expr(window.value)) for t in ticks]
    count, total, squares, median, newest = (here.value_of(f.name) for f in window.fields)
    zero, one = z3.IntVal(0), z3.IntVal(1)

    def number(condition: Callable[[Any], Any]) -> Any:
        return z3.Sum([zero, *(z3.If(z3.And(g, condition(v)), one, zero) for g, v in pairs)])

    latest = newest
    for g, v in pairs:
        latest = z3.If(g, v, latest)
    return [
        count == number(lambda v: z3.BoolVal(True)),
        total == z3.Sum([zero, *(z3.If(g, v, zero) for g, v in pairs)]),
        squares == z3.Sum([zero, *(z3.If(g, v * v, zero) for g, v in pairs)]),
        newest == latest,
        z3.Implies(
            count > 0,
            z3.And(
                number(lambda v: v < median) <= (count - 1) / 2,
                number(lambda v: v <= median) > (count - 1) / 2,
            ),
        ),
    ]
