"""The windows of a machine in its module: samples that the state carries, slid at their place among the definitions.

Takes windows of core and the names of a machine; gives a table, the lines of `State` and the statements of `step`.
Never prints what a window reads: whoever prints the definitions does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aln.backends.interface import Unsupported
from aln.backends.python.declarations import described
from aln.backends.python.expressions import WIDTH
from aln.backends.python.names import Attribute, Names
from aln.backends.python.scope import Scope, Variable
from aln.core.ir import Machine, Type, Window


@dataclass(frozen=True, slots=True)
class WindowNames:
    """What a window is called: in `State`; in `step` its samples, what is seen in this tick, and what is read of them."""

    attribute: str
    samples: str
    seen: str
    fields: tuple[str, ...]


def window_names(m: Machine, names: Names, states: Names) -> dict[str, WindowNames]:
    """The names of every window, taken after those of all else."""
    out = {}
    for w in m.windows:
        wish = w.name.replace(".", "_")
        fields = tuple(names.take(f.name.replace(".", "_")) for f in w.fields)
        out[w.name] = WindowNames(states.take(wish), names.take(wish), names.take(f"{wish}_seen"), fields)
    return out


def supported(m: Machine) -> None:
    """Raises `Unsupported` for a window that no source declares: without samples, or of what they cannot hold."""
    for w in m.windows:
        kept, value = w.fields[3].type, w.value.type
        if (
            w.ticks < 1
            or w.samples < 1
            or (kept.sort, kept.grain) != ("int", value.grain)
            or not kept.lo <= value.lo <= value.hi <= kept.hi
        ):
            raise Unsupported(f"the window `{w.name}` keeps no samples of what it sees")


def window_types(m: Machine) -> list[Type]:
    return [f.type for w in m.windows for f in w.fields]


def with_window(scope: Scope, called: WindowNames, w: Window) -> None:
    """From here on what is said of `w` may be read."""
    for f, own in zip(w.fields, called.fields, strict=True):
        scope.variables[f.name] = Variable(f.name, own, f.type)


def state_lines(m: Machine, names: Mapping[str, WindowNames]) -> list[tuple[str, str]]:
    """Of each window its line in the docstring of `State`, and its annotation."""
    out = []
    for w in m.windows:
        own, value = names[w.name].attribute, Attribute("value", "value", w.fields[3].type, False)
        out.append(
            (
                f"{own}: samples, (age in ticks, value), oldest first, at most {min(w.ticks, w.samples)} "
                f"of the last {w.ticks} ticks; {described(value)}",
                f"{own}: _Samples",
            )
        )
    return out


def statements(w: Window, called: WindowNames, value: str, given: str) -> list[str]:
    """The statements of `step` that slide a window and read it, its source and the test of it as printed."""
    t = w.fields[3].type
    seen = f"    {called.seen} = {value} if {given} else None"
    if len(seen) > WIDTH or "\n" in seen:
        seen = f"    {called.seen} = (\n        {value}\n        if {given}\n        else None\n    )"
    held = f"ticks={w.ticks}, most={w.samples}, lo={t.lo}, hi={t.hi}"
    return [
        seen,
        f"    {called.samples} = _slide(state.{called.attribute}, {called.seen}, {held})",
        f"    {', '.join(called.fields)} = _summary({called.samples}, nothing={t.default()})",
    ]
