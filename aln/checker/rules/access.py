"""Roles, uses, tables and events: nothing twice, nothing idle, nothing judged at the wrong time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aln.checker.registry import finding
from aln.checker.typed import ManyTy
from aln.checker.walk import filters, nodes, sites
from aln.core.show import snake
from aln.diagnostics import Diagnostic, Span
from aln.syntax import tree as t

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

_STATED = ("now", "actor")


def grants_twice(checked: CheckedModule) -> Iterator[Diagnostic]:
    """What a role may do anyway, it may do under no condition: a second grant of it limits nothing."""
    for role in checked.module.items:
        free: dict[tuple[str, str], t.Grant] = {}
        for grant in role.grants if isinstance(role, t.Role) else ():
            if grant.condition is None:
                for action in grant.actions:
                    free.setdefault((action, grant.entity), grant)
        for grant in role.grants if isinstance(role, t.Role) else ():
            assert isinstance(role, t.Role)
            for action in grant.actions:
                other = free.get((action, grant.entity), grant)
                if other is not grant:
                    says = f"`{role.name}` may {action} every `{grant.entity}` already, by line {other.span.line}"
                    yield finding("ALN0462", grant.span, says, "remove one of the two grants")


def tables_of_two(checked: CheckedModule) -> Iterator[Diagnostic]:
    """One table holds one kind of record: constraints of two entities would judge each other's rows."""
    places = {i.name: i.span for i in checked.module.items if isinstance(i, t.Entity)}
    first: dict[str, str] = {}
    for entity in checked.model.entities.values():
        if entity.event:
            continue
        other = first.setdefault(entity.table.lower(), entity.name)
        # Names that become one by themselves are found as such.
        if other != entity.name and entity.name in places and snake(other) != snake(entity.name):
            says = f"`{entity.name}` and `{other}` are both stored as `{entity.table}`"
            yield finding("ALN0445", places[entity.name], says, 'give each its own table: `stored as "…"`')


def events_of_stored_fields(checked: CheckedModule) -> Iterator[Diagnostic]:
    """An event rule is judged once, at acceptance. What reads stored fields only could hold in every state."""
    for site in sites(checked.module, checked.model):
        rule, policy = site.part, site.owner
        if not (isinstance(rule, t.Rule) and rule.event and isinstance(policy, t.Policy)) or policy.duty:
            continue
        entity = checked.model.entities.get(policy.entity)
        if entity is None or entity.event:
            continue
        read = [e for e, _, _ in site.scoped(checked.model)]
        stated = any(isinstance(e, t.Path) and e.parts[0] in _STATED for e in read)
        logged = any(isinstance(checked.types.of.get(id(e)), ManyTy) for e in read)
        if not stated and not logged:
            says = (
                "this event rule reads neither `now` nor `actor` nor a relation, and holds at acceptance only"
            )
            yield finding(
                "ALN0446",
                rule.span,
                says,
                f"write `{rule.kind}` without `event`: it then holds in every state",
            )


def now_for_equal(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Time is counted in microseconds: `now` is never found equal to what was written down."""
    for site in sites(checked.module, checked.model):
        for e, _, _ in site.scoped(checked.model):
            if isinstance(e, t.Binary) and e.op in ("==", "!="):
                for side in (e.left, e.right):
                    if isinstance(side, t.Path) and side.parts == ("now",) and checked.types.of.get(id(side)):
                        says = f"`now` is compared with `{e.op}`, to the microsecond"
                        yield finding("ALN0464", e.span, says, "write `<=`, or say between which instants")


def labels_alike(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Two labels that differ in case alone are one label to whoever reads them."""
    for item in checked.module.items:
        kinds: list[tuple[t.Node, tuple[str, ...]]] = []
        if isinstance(item, t.Enum):
            kinds.append((item, item.labels))
        if isinstance(item, t.Entity):
            kinds += [(f.type, f.type.labels) for f in item.fields if isinstance(f.type, t.EnumType)]
        for node, labels in kinds:
            first: dict[str, str] = {}
            for label in labels:
                other = first.setdefault(snake(label), label)
                if other != label:
                    says = f"the labels `{other}` and `{label}` differ in case or underscores only"
                    yield finding("ALN0448", node.span, says, "rename one of them")


def idle_uses(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A module that is used for nothing is a dependency to review, release and keep for nothing."""
    if not checked.beside:
        return
    said: set[str] = set()
    for node in nodes(checked.module):
        if isinstance(node, t.Path):
            said |= {node.parts[0]}
        elif isinstance(node, t.TypeName):
            said |= {node.name}
        elif isinstance(node, t.Number | t.NumberType):
            said |= {node.unit}
        for name in ("entity", "policy", "other", "where"):
            said |= {str(getattr(node, name, ""))}
        for name in ("traces", "mitigates", "satisfies", "modules"):
            said |= set(getattr(node, name, ()))
    for use in checked.module.items:
        other = checked.beside.get(use.module) if isinstance(use, t.Use) else None
        if other is None or not isinstance(use, t.Use):
            continue
        model = other.model
        known = {
            *model.constants, *model.units, *model.types, *model.lexicons, *model.entities, *model.policies,
            *model.links,
        }  # fmt: skip
        if not known & said and use.module not in said:
            says = f"nothing of `{use.module}` is used here"
            yield finding("ALN0463", use.span, says, "remove the `use`, or name what it is for")


def idle_listings(checked: CheckedModule) -> Iterator[Diagnostic]:
    """An op that lists what no table holds lists nothing."""
    held = {i.type.element.name for i in checked.module.items if isinstance(i, t.Table)
            and isinstance(i.type, t.ListType) and isinstance(i.type.element, t.TypeName)}  # fmt: skip
    for item in checked.module.items:
        for op in item.operations if isinstance(item, t.Service) else ():
            element = op.result.element if isinstance(op.result, t.ListType) else None
            name = element.name if isinstance(element, t.TypeName) and op.argument is None else ""
            if name in checked.model.entities and name not in held:
                says = f"`{op.name}` lists `{name}`, and no table of this module holds any"
                help_ = f"add `const NAME[] : list<{name}> = [ … ];`, or remove the op"
                yield finding("ALN0454", op.span, says, help_)


def operations_twice(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Each op becomes a guard of its name."""
    for item in checked.module.items:
        seen: set[str] = set()
        for op in item.operations if isinstance(item, t.Service) else ():
            assert isinstance(item, t.Service)
            if op.name in seen:
                says = f"the op `{op.name}` is declared twice in `{item.name}`"
                yield finding("ALN0101", op.span, says, "rename or remove one of them")
            seen.add(op.name)


def bodies(checked: CheckedModule) -> Iterator[Diagnostic]:
    """What the comment in an op's body promises, no filter may be doing."""
    module = checked.module
    read: dict[str, set[str]] = {}
    for tree in module.items:
        for condition in filters(tree.root) if isinstance(tree, t.BehaviorTree) else ():
            for path in nodes(condition):
                if isinstance(path, t.Path) and len(path.parts) > 1:
                    read.setdefault(path.parts[0], set()).add(path.parts[1])
    for item in module.items:
        for op in item.operations if isinstance(item, t.Service) else ():
            element = op.argument.element if isinstance(op.argument, t.ListType) else op.argument
            entity = checked.model.entities.get(element.name) if isinstance(element, t.TypeName) else None
            if entity is None or entity.name not in read:
                continue
            for comment in module.comments:
                if not _inside(comment.span, op.span):
                    continue
                promised = dict.fromkeys(re.findall(r"[A-Za-z_][A-Za-z0-9_]*", comment.text))
                for name in (w for w in promised if w in entity.fields and w not in read[entity.name]):
                    says = f"the body of `{op.name}` speaks of `{name}`, which no filter on `{entity.name}` reads"
                    help_ = f"an op applies filters and nothing else: add one on `{entity.name}.{name}`, or mend the comment"
                    yield finding("ALN0465", comment.span, says, help_)


def _inside(place: Span, whole: Span) -> bool:
    start, end = (whole.line, whole.column), (whole.end_line, whole.end_column)
    return start <= (place.line, place.column) and (place.end_line, place.end_column) <= end
