"""A machine that is made of others, as one machine: every part's names under the name of the part.

Takes trees; gives a tree without parts, and what does not fit. An input of a part is what it is wired to, an output is
a value that must be given and in range, a lemma of the part is a lemma of the whole; what the part claims is proved
where the part is declared. A wire may read another part in the same tick: circles are found as in any machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from aln.checker.model import Model, suggestion
from aln.diagnostics import Diagnostic, Span
from aln.syntax import tree as t

__all__ = ["compose"]

N = TypeVar("N", bound=t.Node)


def compose(
    machine: t.Machine, known: Mapping[str, tuple[t.Machine, Model | None]], trail: Sequence[str] = ()
) -> tuple[t.Machine, list[Diagnostic]]:
    """`machine` with its parts laid open; `known` are the machines in sight, each with the model of its own module
    where that is another one."""
    found: list[Diagnostic] = []

    def error(span: Span, message: str, help: str) -> None:
        found.append(Diagnostic("ALN0308", span, message, help))

    parts = {i.name: i for i in machine.items if isinstance(i, t.Part)}
    if not parts:
        return machine, found
    params = [i for i in machine.items if isinstance(i, t.Param)]
    items: list[t.MachineItem] = []
    for item in machine.items:
        if not isinstance(item, t.Part):
            items.append(_outside(item, frozenset(parts)))
            continue
        if item.machine not in known:
            error(
                item.span, f"`{item.machine}` is not a machine of this module",
                suggestion(item.machine, known) or "declare it, or use the module that does",
            )  # fmt: skip
            continue
        if item.machine in (*trail, machine.name):
            error(
                item.span,
                f"`{item.machine}` is a part of itself",
                "read its value of the tick before instead",
            )
            continue
        inner, home = known[item.machine]
        inner, faults = compose(inner, known, (*trail, machine.name))
        if faults:
            error(item.span, f"the parts of `{item.machine}` do not fit", "mend that machine first")
            continue
        if inner.period != machine.period:
            error(
                item.span,
                f"`{item.machine}` has another period",
                f"let both run every `{machine.period.text} {machine.period.unit}`",
            )
            continue
        wires = dict(item.wires)
        inputs = {i.name: i for i in inner.items if isinstance(i, t.Input)}
        for name in inputs.keys() - wires.keys():
            error(
                item.span, f"the input `{name}` of `{item.name}` is wired to nothing", f"write `{name} = …;`"
            )
        for name, value in item.wires:
            if name not in inputs:
                help = suggestion(name, inputs) or "remove it"
                error(value.span, f"`{item.machine}` has no input `{name}`", help)
        own = next((p for p in inner.items if isinstance(p, t.Param)), None)
        given = next((p for p in params if own is not None and p.entity == own.entity), None)
        if own is not None and given is None:
            error(
                item.span, f"`{item.machine}` has the parameter `{own.name} : {own.entity}`, and this machine has none",
                f"declare `param {own.name} : {own.entity} where {own.where};`",
            )  # fmt: skip
            continue
        if own is not None and given is not None and own.where != given.where:
            error(
                given.span, f"`{item.machine}` relies on `{own.where}`, and this machine on `{given.where}`",
                "let both rely on one policy",
            )  # fmt: skip
            continue
        wired = {n: _outside(v, frozenset(parts)) for n, v in wires.items()}
        inside = _Inside(item, inner, home, own.name if own else "", given.name if given else "")
        items += inside.items(wired)
    return replace(machine, items=tuple(items)), found


class _Inside:
    """The items of one part under its name."""

    def __init__(self, part: t.Part, inner: t.Machine, home: Model | None, own: str, given: str) -> None:
        self.part = part
        self.inner = inner
        self.home = home
        self.names = {i.name for i in inner.items if not isinstance(i, t.Next | t.Property | t.Param)}
        self.windows = {i.name for i in inner.items if isinstance(i, t.Window)}
        self.param = own, given

    def name(self, name: str) -> str:
        return f"{self.part.name}.{name}"

    def items(self, wires: Mapping[str, t.Expr]) -> list[t.MachineItem]:
        out: list[t.MachineItem] = []
        for item in self.inner.items:
            match item:
                case t.Param():
                    continue
                case t.Input():
                    if item.name in wires:
                        out.append(
                            t.Let(
                                self.name(item.name),
                                wires[item.name],
                                item.type,
                                False,
                                item.held,
                                span=self.part.span,
                            )
                        )
                case t.Output():
                    value = self.renamed(item.value, frozenset())
                    out.append(t.Let(self.name(item.name), value, item.type, True, span=item.span))
                case t.Property():
                    if item.lemma:
                        out.append(replace(self.renamed(item, frozenset()), name=self.name(item.name)))
                case _:
                    out.append(replace(self.renamed(item, frozenset()), name=self.name(item.name)))
        return out

    def renamed(self, node: N, bound: frozenset[str]) -> N:
        """`node` with the names of the part under the part's name, and constants of its module written out."""
        if isinstance(node, t.Path):
            return self.path(node, bound)  # type: ignore[return-value]
        if isinstance(node, t.Quantified):
            bound = bound | {node.variable}
        return _mapped(node, lambda child: self.renamed(child, bound))

    def path(self, path: t.Path, bound: frozenset[str]) -> t.Expr:
        head = path.parts[0]
        if head in bound:
            return path
        if head == self.param[0]:
            return replace(path, parts=(self.param[1], *path.parts[1:]))
        if head in self.names or head.partition(".")[0] in self.windows:
            return replace(path, parts=(self.name(head), *path.parts[1:]))
        if self.home is not None and len(path.parts) == 1 and head in self.home.constants:
            return replace(self.home.constant(path), span=path.span)
        return path


def _mapped(node: N, change: object) -> N:
    assert callable(change)
    changed = {}
    for f in fields(node):
        value = getattr(node, f.name)
        if isinstance(value, t.Node):
            changed[f.name] = change(value)
        elif isinstance(value, tuple) and any(isinstance(x, t.Node) for x in value):
            changed[f.name] = tuple(change(x) if isinstance(x, t.Node) else x for x in value)
    return replace(node, **changed) if changed else node


def _outside(node: N, parts: frozenset[str]) -> N:
    """`node` with `part.name` read as the one name that it is in the whole."""
    if isinstance(node, t.Path):
        if len(node.parts) > 1 and node.parts[0] in parts:
            return replace(node, parts=(".".join(node.parts[:2]), *node.parts[2:]))
        return node
    if isinstance(node, t.Quantified):
        parts = parts - {node.variable}
    return _mapped(node, lambda child: _outside(child, parts))
