"""A part of a machine: what some of its values depend on, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from aln.core.ir import Machine
from aln.core.slice import cone


def cut(machine: Machine, names: Iterable[str]) -> Machine:
    """The machine without the states, inputs and definitions that `names` do not depend on, at any tick.

    Parameters and their assumption stay: which of them are accepted is one question. Properties and assignments do not.
    """
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
        assignments=(),
        properties=(),
    )
