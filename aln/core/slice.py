"""The part of a machine that some of its values depend on: its cone of influence.

Source: Clarke, Grumberg, Peled, Model Checking (1999), section 13.2.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from aln.core.ir import Expr, Machine, walk


def reads(*exprs: Expr) -> frozenset[str]:
    """The names that expressions read, by value or by presence."""
    return frozenset(n.name for e in exprs for n in walk(e) if n.kind in ("var", "given"))


def _needs(machine: Machine) -> dict[str, frozenset[str]]:
    """What each definition and window reads in the same tick."""
    needs = {d.name: reads(d.value) for d in machine.definitions}
    for w in machine.windows:
        needs[w.name] = reads(w.given, w.value)
        needs |= {f.name: frozenset((w.name,)) for f in w.fields}
    return needs


def _closure(needs: Mapping[str, frozenset[str]]) -> Callable[[Iterable[str]], frozenset[str]]:
    def closure(names: Iterable[str]) -> frozenset[str]:
        found: set[str] = set()
        left = list(names)
        while left:
            name = left.pop()
            if name not in found:
                found.add(name)
                left.extend(needs.get(name, ()))
        return frozenset(found)

    return closure


def within_tick(machine: Machine) -> Callable[[Iterable[str]], frozenset[str]]:
    """For names: themselves and all that they depend on in the same tick."""
    return _closure(_needs(machine))


def cones(machine: Machine) -> Callable[[Iterable[str]], frozenset[str]]:
    """For names: themselves and every state, definition, input and parameter that they depend on, at any tick."""
    return _closure(
        _needs(machine) | {s.name: frozenset((s.next,)) | reads(s.initial) for s in machine.states}
    )


def cone(machine: Machine, names: Iterable[str]) -> frozenset[str]:
    """`names` and all that they depend on, at any tick."""
    return cones(machine)(names)


def runtime(machine: Machine) -> Machine:
    """What runs: the states and definitions that outputs depend on, every parameter, assumption, input and output.

    Properties, assignments and the ghosts that only they read stay behind.
    """
    kept = cone(machine, (o.name for o in machine.outputs))
    # How many of the definitions before each are kept: a window moves up by those that are not.
    before = [0]
    for d in machine.definitions:
        before.append(before[-1] + (d.name in kept))
    return replace(
        machine,
        states=tuple(s for s in machine.states if s.name in kept),
        definitions=tuple(d for d in machine.definitions if d.name in kept),
        windows=tuple(replace(w, after=before[w.after]) for w in machine.windows if w.name in kept),
        assignments=(),
        properties=(),
    )
