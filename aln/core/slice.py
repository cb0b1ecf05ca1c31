"""Cones of influence: the part of a machine that given names depend on.

Source: Clarke, Grumberg, Peled, Model Checking (1999), section 13.1, cone of influence reduction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aln.core.ir import Expr, Machine, walk


def names(e: Expr) -> set[str]:
    """The variables an expression reads, or asks the presence of."""
    return {x.name for x in walk(e) if x.kind in ("var", "given")}


def cone(machine: Machine, roots: Iterable[str]) -> frozenset[str]:
    """Every name of the machine that the names `roots` depend on, in this tick or an earlier one."""
    definitions = {d.name: d.value for d in machine.definitions}
    states = {s.name: s for s in machine.states}
    seen: set[str] = set()
    todo = list(roots)
    while todo:
        name = todo.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in definitions:
            todo += names(definitions[name])
        if name in states:
            todo.append(states[name].next)
            todo += names(states[name].initial)
    return frozenset(seen)


def runtime(machine: Machine) -> Machine:
    """The machine as it runs: what its outputs depend on, without ghosts, properties and obligations."""
    kept = cone(machine, [f.name for f in machine.outputs])
    return replace(
        machine,
        states=tuple(s for s in machine.states if s.name in kept),
        definitions=tuple(d for d in machine.definitions if d.name in kept),
        assignments=(),
        properties=(),
        signals=(),
    )
