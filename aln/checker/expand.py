"""Roles as what they stand for: an entity for the access to each entity, and a policy that grants what a role may do.

Takes a tree; gives a tree in which every role has become an event entity `EAccess { role; action; record }` and a
policy `ERoles` for it, whose one rule is the disjunction of the grants. What no role may do is denied by default
(ANSI INCITS 359, core RBAC). Never judges: what does not fit is found where every entity and policy is checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace

from aln.syntax import tree as t

__all__ = ["access_entity", "expand", "roles_policy"]

ACCESS = "access"


def access_entity(entity: str) -> str:
    """The entity of an access to `entity`."""
    return f"{entity}Access"


def roles_policy(entity: str) -> str:
    """The policy that judges an access to `entity`."""
    return f"{entity}Roles"


def expand(module: t.Module, keyed: frozenset[str]) -> t.Module:
    """`module` with its roles spelled out; `keyed` are the entities that have a key, the module's own and others'."""
    roles = [i for i in module.items if isinstance(i, t.Role)]
    if not roles:
        return module
    granted: dict[str, list[tuple[t.Role, t.Grant]]] = {}
    for role in roles:
        for grant in role.grants:
            granted.setdefault(grant.entity, []).append((role, grant))
    names = tuple(dict.fromkeys(r.name for r in roles))
    actions = tuple(dict.fromkeys(a for r in roles for g in r.grants for a in g.actions))
    more = [
        item
        for entity, grants in granted.items()
        for item in _access(entity, grants, names, actions, entity in keyed)
    ]
    return replace(module, items=(*module.items, *more))


def _access(
    entity: str,
    grants: list[tuple[t.Role, t.Grant]],
    names: tuple[str, ...],
    actions: tuple[str, ...],
    keyed: bool,
) -> Iterator[t.Item]:
    span = grants[0][1].span
    record = (
        (t.Field("record", t.RefType(entity, True, span=span), span=span),)
        if keyed or any(g.condition is not None for _, g in grants)
        else ()
    )
    yield t.Entity(
        access_entity(entity),
        "",
        (
            t.Field("role", t.EnumType(names, span=span), span=span),
            t.Field("action", t.EnumType(actions, span=span), span=span),
            *record,
        ),
        event=True,
        span=span,
    )
    pairs = [_granted(role.name, action, grant) for role, grant in grants for action in grant.actions]
    condition = pairs[0]
    for pair in pairs[1:]:
        condition = t.Binary("or", condition, pair, span=pair.span)
    traces = tuple(dict.fromkeys(x for _, g in grants for x in g.traces))
    rule = t.Rule("require", condition, f"no role grants this to a `{entity}`", traces, True, span=span)
    yield t.Policy(roles_policy(entity), access_entity(entity), ACCESS, (rule,), span=span)


def _granted(role: str, action: str, grant: t.Grant) -> t.Expr:
    span = grant.span

    def is_(field: str, label: str) -> t.Expr:
        path = t.Path((ACCESS, field), span=span)
        # A label in quotes means the label, whatever else the module calls by that name.
        return t.Binary("==", path, t.String(label, span=span), span=span)

    both: t.Expr = t.Binary("and", is_("role", role), is_("action", action), span=span)
    if grant.condition is not None:
        there = t.Call("present", (t.Path((ACCESS, "record"), span=span),), span=span)
        condition = t.Binary("and", there, _about(grant.condition, grant.variable), span=span)
        both = t.Binary("and", both, condition, span=span)
    return both


def _about(e: t.Expr, variable: str) -> t.Expr:
    """`e` with the record that a grant speaks of reached through the access."""
    if isinstance(e, t.Path):
        return t.Path((ACCESS, "record", *e.parts[1:]), span=e.span) if e.parts[0] == variable else e
    if isinstance(e, t.Quantified) and e.variable == variable:
        # The inner name hides the outer one everywhere but in what it ranges over.
        return replace(e, source=_about(e.source, variable))
    changed = {}
    for f in fields(e):
        value = getattr(e, f.name)
        if isinstance(value, t.Node):
            changed[f.name] = _about(value, variable)  # type: ignore[arg-type]
        elif isinstance(value, tuple) and value and all(isinstance(x, t.Node) for x in value):
            changed[f.name] = tuple(_about(x, variable) for x in value)  # type: ignore[assignment]
    return replace(e, **changed)  # type: ignore[arg-type]
