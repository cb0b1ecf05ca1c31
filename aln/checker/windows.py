"""Windows in the words of machines: what is read of one is a value of its own name, `w.count` and the like.

Takes the tree of a machine; gives one in which every `w.…` is a single name.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from aln.syntax import tree as t

__all__ = ["PARTS", "STATISTICS", "flatten"]

N = TypeVar("N", bound=t.Node)
PARTS = ("count", "sum", "squares", "median", "newest", "age")
"""What has a value of its own."""
STATISTICS = ("mean", "deviation")
"""What is compared with a bound, in exact sums, and has no value of its own."""


def flatten(machine: t.Machine) -> t.Machine:
    """`machine` with every reading of a window as one name."""
    windows = frozenset(i.name for i in machine.items if isinstance(i, t.Window))
    if not windows:
        return machine
    return replace(machine, items=tuple(_read(i, windows) for i in machine.items))


def _read(node: N, windows: frozenset[str]) -> N:
    if isinstance(node, t.Path):
        if len(node.parts) == 2 and node.parts[0] in windows and node.parts[1] in PARTS + STATISTICS:
            return replace(node, parts=(".".join(node.parts),))
        return node
    changed: dict[str, Any] = {}
    for f in fields(node):
        value = getattr(node, f.name)
        if isinstance(value, t.Node):
            changed[f.name] = _read(value, windows)
        elif isinstance(value, tuple):
            changed[f.name] = tuple(_inside(x, windows) for x in value)
    return replace(node, **changed) if changed else node


def _inside(x: Any, windows: frozenset[str]) -> Any:
    if isinstance(x, t.Node):
        return _read(x, windows)
    # a wire of a part: the name of an input, and what it is given
    return (x[0], _read(x[1], windows)) if isinstance(x, tuple) else x
