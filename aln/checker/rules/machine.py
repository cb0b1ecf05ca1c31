"""Machines: something is claimed of each, and every value of a tick can be computed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aln.checker.registry import finding
from aln.checker.walk import nodes, read_early, same_tick_cycles
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule


def _machines(checked: CheckedModule) -> Iterator[t.Machine]:
    return (item for item in checked.module.items if isinstance(item, t.Machine))


def without_claim(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A machine without a claim is code without a requirement; so is an output that no claim speaks of."""
    for machine in _machines(checked):
        claims = [i for i in machine.items if isinstance(i, t.Property) and not i.lemma]
        if not claims:
            what = "graph" if machine.graph else "machine"
            says, help_ = f"the {what} `{machine.name}` claims nothing", 'add `claim NAME : "…" always …;`'
            yield finding("ALN0418", machine.span, says, help_)
            continue
        read = {n.parts[0] for c in claims for n in nodes(c) if isinstance(n, t.Path)}
        for item in machine.items:
            if isinstance(item, t.Output) and item.name not in read and not machine.graph:
                says = f"no claim speaks of the output `{item.name}`"
                yield finding("ALN0429", item.span, says, f"claim what `{item.name}` must do, or remove it")


def timer_of_nothing(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A timer that saturates at zero never shows that anything has held."""
    for machine in _machines(checked):
        for item in machine.items:
            if isinstance(item, t.Timer) and item.bound.value <= 0:
                says = f"the timer `{item.name}` stays at zero"
                yield finding("ALN0430", item.span, says, "write `up to 1 ticks` or more")


def same_tick_cycle(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A value that depends on itself within one tick has no value."""
    for machine in _machines(checked):
        for circle, item in same_tick_cycles(machine):
            names = " → ".join(f"`{_written(name)}`" for name in (*circle, circle[0]))
            says = f"{names} is a cycle within one tick"
            yield finding("ALN0431", item.span, says, "read the value of the tick before: `before(…)`")


def before_its_time(checked: CheckedModule) -> Iterator[Diagnostic]:
    """What is read of the tick before must have its place among the values of this tick."""
    for machine in _machines(checked):
        for _, call, name in read_early(machine):
            says = f"`before(…)` reads `{_written(name)}`, which is computed after it"
            help_ = f"keep what `{_written(name)}` was in a state, and read that"
            yield finding("ALN0306", call.span, says, help_)


def _written(name: str) -> str:
    return f"next({name.removeprefix('next ')})" if name.startswith("next ") else name
