"""Parts of a machine that have no state in common: what is proved of one needs nothing of the others.

Takes a machine; gives machines that together have its states, assignments and properties, each once. Parameters and
their assumption stay whole in each: which of them are accepted is one question.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from aln.core.ir import Assignment, Machine, Property
from aln.core.slice import cone, cones, reads

__all__ = ["cut", "home", "parts"]


def cut(
    machine: Machine,
    names: Iterable[str],
    assignments: Sequence[Assignment] = (),
    properties: Sequence[Property] = (),
) -> Machine:
    """The machine without the states, inputs and definitions that `names` do not depend on, at any tick."""
    near = cone(machine, names)
    # How many of the definitions before each are kept: a window moves up by those that are not.
    before = [0]
    for d in machine.definitions:
        before.append(before[-1] + (d.name in near))
    return replace(
        machine,
        inputs=tuple(f for f in machine.inputs if f.name in near),
        states=tuple(s for s in machine.states if s.name in near),
        definitions=tuple(d for d in machine.definitions if d.name in near),
        windows=tuple(replace(w, after=before[w.after]) for w in machine.windows if w.name in near),
        outputs=(),
        assignments=tuple(assignments),
        properties=tuple(properties),
    )


def _subject(item: Assignment | Property, kept: frozenset[str]) -> frozenset[str]:
    """What an item is about: a state with what it is given, be it at the start."""
    if isinstance(item, Property):
        return reads(item.formula, *item.about)
    return reads(item.given, item.value) | (kept & {item.name})


def parts(machine: Machine) -> tuple[Machine, ...]:
    """Machines without a state in common; what reads no state at all is in one of its own. In order of the machine."""
    kept = frozenset((*(s.name for s in machine.states), *(w.name for w in machine.windows)))
    items: list[Assignment | Property] = [*machine.assignments, *machine.properties]
    within = cones(machine)
    found = [within(_subject(item, kept)) for item in items]
    found += [within([s.name]) for s in machine.states]
    group = {name: name for name in kept}

    def root(name: str) -> str:
        while group[name] != name:
            group[name] = group[group[name]]
            name = group[name]
        return name

    for near in found:
        first, *rest = sorted(near & kept) or [""]
        for other in rest:
            group[root(other)] = root(first)
    whose: dict[str, list[int]] = {}
    for at, near in enumerate(found):
        own = sorted(near & kept)
        whose.setdefault(root(own[0]) if own else "", []).append(at)
    # What nothing is to be proved of goes with the first that has something: its ranges are proved there.
    idle = [m for m in whose.values() if min(m) >= len(items)]
    busy = [m for m in whose.values() if min(m) < len(items)]
    for members in idle if busy else ():
        busy[0].extend(members)
    out = []
    for members in busy:
        chosen = [items[at] for at in members if at < len(items)]
        near = frozenset[str]().union(*(found[at] for at in members))
        assignments = [i for i in chosen if isinstance(i, Assignment)]
        out.append(cut(machine, near, assignments, [i for i in chosen if isinstance(i, Property)]))
    return tuple(out)


def home(among: Sequence[Machine], name: str, *, ranges: bool) -> int:
    """The place of the part in which a property is, or the assignments of a name; -1 where it is in none."""
    for at, part in enumerate(among):
        if any(i.name == name for i in (part.assignments if ranges else part.properties)):
            return at
    return -1
