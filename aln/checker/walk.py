"""Walks over the tree: every node of a declaration, every expression with the names in scope around it.

Takes trees and what `model` knows of their names; gives iterators. Never judges.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Literal, TypeAlias

from aln.checker.model import FieldInfo, Model
from aln.syntax import tree as t

__all__ = [
    "Role",
    "Site",
    "behind_outputs",
    "chain",
    "computed",
    "filters",
    "mentioned",
    "named_filters",
    "nodes",
    "parts",
    "read_early",
    "same_tick_cycles",
]

Role: TypeAlias = Literal["rule", "claim", "filter", "property", "machine"]
_FIELDS: dict[type, tuple[str, ...]] = {}


def parts(node: t.Node) -> Iterator[t.Node]:
    """The nodes directly below one node, in order of writing."""
    kind = type(node)
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple(f.name for f in fields(node) if f.name not in ("span", "comments"))
    for name in _FIELDS[kind]:
        value = getattr(node, name)
        if isinstance(value, t.Node):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, t.Node):
                    yield item
                elif isinstance(item, tuple):  # a pair of a record: its name and its value
                    yield item[1]


def nodes(node: t.Node) -> Iterator[t.Node]:
    """`node` and every node below it, parents first."""
    stack = [node]
    while stack:
        top = stack.pop()
        yield top
        stack.extend(reversed(list(parts(top))))


def filters(branch: t.Branch) -> list[t.Expr]:
    """The filters of a 1.0 tree, top to bottom."""
    return [condition for _, condition in named_filters(branch)]


def named_filters(branch: t.Branch) -> list[tuple[t.Branch, t.Expr]]:
    """The filters of a 1.0 tree with the node each stands at, top to bottom."""
    own = [(branch, branch.action.condition)] if isinstance(branch.action, t.Filter) else []
    return own + [pair for child in branch.children for pair in named_filters(child)]


def mentioned(e: t.Expr) -> set[str]:
    """The first names of all paths of an expression that are read in the same tick; `next x` for `next(x)`."""
    if isinstance(e, t.Path):
        return {e.parts[0]}
    if isinstance(e, t.Call):
        if e.function == "before":
            return set()
        inner = set[str]().union(*(mentioned(a) for a in e.arguments))
        return {f"next {n}" for n in inner} if e.function == "next" else inner
    if isinstance(e, t.Quantified):
        own = [x for x in (e.where, e.by, e.body) if x is not None]
        return mentioned(e.source) | (set[str]().union(*map(mentioned, own)) - {e.variable})
    return set[str]().union(*(mentioned(x) for x in parts(e)))  # type: ignore[arg-type]


Computed: TypeAlias = t.Window | t.Let | t.Next | t.Output


def _definitions(machine: t.Machine) -> dict[str, Computed]:
    """What is computed in a tick, windows first: what is said of the tick before may be read of them."""
    items = [i for i in machine.items if isinstance(i, t.Let | t.Next | t.Output)]
    found: dict[str, Computed] = {i.name: i for i in machine.items if isinstance(i, t.Window)}
    return found | {(f"next {i.name}" if isinstance(i, t.Next) else i.name): i for i in items}


def _read(items: Mapping[str, Computed], e: t.Expr) -> list[str]:
    """What an expression reads in the same tick, of `items`: what is read of a window is that window."""
    return sorted({n if n in items else n.rpartition(".")[0] for n in mentioned(e)} & items.keys())


def _own(item: Computed) -> t.Expr:
    return item.source if isinstance(item, t.Window) else item.value


def _ordered(items: Mapping[str, Computed]) -> tuple[list[str], list[tuple[str, ...]]]:
    """The names of a tick in order of computation, and the circles that have none. What `before(…)` reads comes first as
    well, where it does not wait for what reads it."""
    needs = {name: dict.fromkeys(_read(items, _own(item))) for name, item in items.items()}

    def waits(name: str, other: str) -> bool:
        seen: set[str] = set()
        todo = [name]
        while todo:
            n = todo.pop()
            if n not in seen:
                seen.add(n)
                todo += needs[n]
        return other in seen

    for name, item in items.items():
        for call in _befores(item):
            needs[name] |= dict.fromkeys(n for n in _read(items, call.arguments[0]) if not waits(n, name))
    order: dict[str, None] = {}
    circles: list[tuple[str, ...]] = []

    def visit(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            circles.append(trail[trail.index(name) :])
        elif name not in order:
            for needed in needs[name]:
                visit(needed, (*trail, name))
            order[name] = None

    for name in items:
        visit(name, ())
    return list(order), circles


def _befores(item: Computed) -> Iterator[t.Call]:
    for call in nodes(_own(item)):
        if isinstance(call, t.Call) and call.function == "before" and len(call.arguments) == 1:
            yield call


def computed(machine: t.Machine) -> list[Computed]:
    """What is computed in a tick, each after what it reads; what is in a circle, in some order."""
    items = _definitions(machine)
    return [items[name] for name in _ordered(items)[0]]


def behind_outputs(machine: t.Machine) -> frozenset[str]:
    """The names that outputs depend on, at any tick: the rest is there for claims and lemmas, and nothing is generated
    from it."""
    reads: dict[str, set[str]] = {}
    for i in machine.items:
        own = i.condition if isinstance(i, t.Timer) else i.source if isinstance(i, t.Window) else None
        if isinstance(i, t.Let | t.Next | t.Output):
            own = i.value
        if own is not None:
            found = {n.parts[0] for n in nodes(own) if isinstance(n, t.Path)}
            # What is read of a window is a name of its own.
            reads.setdefault(i.name, set()).update(found, (n.partition(".")[0] for n in found))
    todo = [i.name for i in machine.items if isinstance(i, t.Output)]
    out: set[str] = set()
    while todo:
        name = todo.pop()
        if name not in out:
            out.add(name)
            todo += reads.get(name, ())
    return frozenset(out)


def same_tick_cycles(machine: t.Machine) -> list[tuple[tuple[str, ...], Computed]]:
    """Each circle of values that read one another within one tick, with its first item."""
    items = _definitions(machine)
    return [(circle, items[circle[0]]) for circle in _ordered(items)[1]]


def read_early(machine: t.Machine) -> list[tuple[Computed, t.Call, str]]:
    """Each `before(…)` that reads a value computed only after it, with what it reads.

    Lowering computes the values of a tick in one order and resolves each name as it goes.
    """
    items = _definitions(machine)
    place = {name: at for at, name in enumerate(_ordered(items)[0])}
    found: list[tuple[Computed, t.Call, str]] = []
    for name, item in items.items():
        for call in _befores(item):
            late = [n for n in _read(items, call.arguments[0]) if place[n] >= place[name]]
            found += [(item, call, n) for n in late]
    return found


def row_entity(table: t.Table) -> str:
    """The entity whose records a table holds; empty when its type names none."""
    element = table.type.element if isinstance(table.type, t.ListType) else table.type
    return element.name if isinstance(element, t.TypeName) else ""


@dataclass(frozen=True, slots=True)
class Site:
    """An expression, the declaration and the part of it that it stands in, and the records in scope by variable."""

    expression: t.Expr
    role: Role
    owner: t.Item
    part: t.Node
    variables: Mapping[str, str]

    def scoped(self, model: Model) -> Iterator[tuple[t.Expr, Mapping[str, str], frozenset[str]]]:
        """Every expression below with the entity of each variable in scope and which of them range over a relation."""
        yield from _scoped(self.expression, model, self.variables, frozenset())


def _scoped(
    e: t.Expr, model: Model, variables: Mapping[str, str], ranging: frozenset[str]
) -> Iterator[tuple[t.Expr, Mapping[str, str], frozenset[str]]]:
    yield e, variables, ranging
    if isinstance(e, t.Quantified):
        yield from _scoped(e.source, model, variables, ranging)
        hops = chain(model, variables, e.source) if isinstance(e.source, t.Path) else None
        if hops and hops[-1].is_many:
            variables, ranging = {**variables, e.variable: hops[-1].entity}, ranging | {e.variable}
        for inside in (e.where, e.by, e.body):
            if inside is not None:
                yield from _scoped(inside, model, variables, ranging)
        return
    for inner in parts(e):
        yield from _scoped(inner, model, variables, ranging)  # type: ignore[arg-type]


def chain(model: Model, variables: Mapping[str, str], path: t.Path) -> list[FieldInfo] | None:
    """The fields that a path passes through, from a variable on; None when it names no field of a record."""
    entity = variables.get(path.parts[0], "")
    found: list[FieldInfo] = []
    for part in path.parts[1:]:
        info = model.entities[entity].fields.get(part) if entity in model.entities else None
        if info is None:
            return None
        found.append(info)
        entity = info.entity
    return found if found else None


def sites(module: t.Module, model: Model) -> Iterator[Site]:
    """Every expression that is judged: conditions, claims, filters, and the values of machines."""
    for item in module.items:
        if isinstance(item, t.Policy):
            for rule in item.items:
                if isinstance(rule, t.Rule):
                    yield Site(rule.condition, "rule", item, rule, {item.variable: item.entity})
        elif isinstance(item, t.Claim):
            yield Site(item.formula, "claim", item, item, {item.variable: item.entity})
        elif isinstance(item, t.BehaviorTree):
            for branch, condition in named_filters(item.root):
                yield Site(condition, "filter", item, branch, {name: name for name in model.entities})
        elif isinstance(item, t.Machine):
            yield from _machine_sites(item)


def _machine_sites(machine: t.Machine) -> Iterator[Site]:
    variables = {i.name: i.entity for i in machine.items if isinstance(i, t.Param)}
    for item in machine.items:
        if isinstance(item, t.Property):
            for e in (item.formula, item.trigger, item.ticks):
                if e is not None:
                    yield Site(e, "property", machine, item, variables)
        elif isinstance(item, t.State):
            yield Site(item.initial, "machine", machine, item, variables)
        elif isinstance(item, t.Timer):
            yield Site(item.condition, "machine", machine, item, variables)
        elif isinstance(item, t.Let | t.Next | t.Output):
            yield Site(item.value, "machine", machine, item, variables)
