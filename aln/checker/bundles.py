"""Bundles: what is deployed together fits together.

Takes a module with the modules beside it; gives diagnostics. The versions of one policy are alternatives, so they
share one policy id; an entity is the same for two modules only where both have it from one module.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from aln.checker.model import EntityInfo, Model, suggestion
from aln.diagnostics import Diagnostic, Span
from aln.syntax import tree as t

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

__all__ = ["bundles", "labels", "operations"]


def _policy_id(model: Model) -> str:
    found = model.constant(model.constants["POLICY_ID"]) if "POLICY_ID" in model.constants else None
    return found.value.lower() if isinstance(found, t.String) else ""


def operations(module: t.Module, entity: str) -> Iterator[t.Operation]:
    """The operations that accept a record of `entity`, or a list of them."""
    for item in module.items:
        for op in item.operations if isinstance(item, t.Service) else ():
            argument = op.argument.element if isinstance(op.argument, t.ListType) else op.argument
            if (
                isinstance(argument, t.TypeName)
                and argument.name == entity
                and isinstance(op.result, t.TypeName)
                and op.result.name == "bool"
            ):
                yield op


def labels(model: Model) -> frozenset[str]:
    """Every label that a type of the module names."""
    own = {x for ty in model.types.values() for x in ty.labels}
    fields = (f.type for e in model.entities.values() for f in e.fields.values())
    return frozenset(own | {x for ty in fields if ty is not None for x in ty.labels})


def bundles(module: t.Module, model: Model, beside: Mapping[str, CheckedModule]) -> list[Diagnostic]:
    """Everything in the bundles of a module that does not fit."""
    return [d for item in module.items if isinstance(item, t.Bundle) for d in _bundle(item, model, beside)]


def _bundle(bundle: t.Bundle, model: Model, beside: Mapping[str, CheckedModule]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    members = [m for m in bundle.items if isinstance(m, t.Member)]
    judged = [c for c in bundle.items if isinstance(c, t.Claim)]
    if not any(m.required for m in members):
        yield _fault(
            bundle.span,
            f"the bundle `{bundle.name}` requires no module",
            "add `required MODULE_v1_0_0;`",
        )
    for member in members:
        ids = {name: _policy_id(beside[name].model) for name in member.modules if name in beside}
        for name in member.modules:
            if name in seen:
                yield _fault(member.span, f"`{name}` is named twice in `{bundle.name}`", "name it once")
            seen[name] = ids.get(name, "")
        if len(set(ids.values())) > 1:
            yield _fault(
                member.span, f"{', '.join(f'`{n}`' for n in ids)} are not versions of one policy",
                "alternatives share one POLICY_ID; name another policy in a statement of its own",
            )  # fmt: skip
        for name in ids:
            for claim in judged:
                yield from _same_entity(
                    member.span, name, beside[name].model, model.entities.get(claim.entity)
                )
    declared = [m for m in seen if m in beside]
    for first in declared:
        for second in declared[: declared.index(first)]:
            yield from _apart(bundle, beside[first], beside[second], members)
    known = labels(model).union(*(labels(beside[n].model) for n in declared))
    for item in bundle.items:
        if isinstance(item, t.Forbidden):
            for name in item.types:
                if name not in known:
                    yield _fault(
                        item.span, f"no module of `{bundle.name}` declares the label `{name}`",
                        suggestion(name, known) or "name a label that an enum declares",
                    )  # fmt: skip


def _same_entity(at: Span, name: str, other: Model, entity: EntityInfo | None) -> Iterator[Diagnostic]:
    """No entity of a member stands beside the one that a claim speaks of without being it."""
    for theirs in other.entities.values() if entity is not None else ():
        assert entity is not None
        if theirs is not entity and (
            theirs.name == entity.name or (theirs.table == entity.table and not theirs.event)
        ):
            yield _fault(
                at, f"the `{theirs.name}` of `{name}` is not the `{entity.name}` that the bundle speaks of",
                f"let `{name}` and the bundle use one module that declares it",
            )  # fmt: skip


def _apart(
    bundle: t.Bundle, a: CheckedModule, b: CheckedModule, members: list[t.Member]
) -> Iterator[Diagnostic]:
    """Two policies that are deployed together have two ids."""
    together = not any({a.module.name, b.module.name} <= set(m.modules) for m in members)
    if together and _policy_id(a.model) and _policy_id(a.model) == _policy_id(b.model):
        yield _fault(
            bundle.span, f"`{b.module.name}` and `{a.module.name}` are versions of one policy",
            "name them in one statement: one of them is deployed",
        )  # fmt: skip


def _fault(span: Span, message: str, help: str) -> Diagnostic:
    return Diagnostic("ALN0124", span, message, help)
