"""An overlay laid over the unchanged 1.0 module of its name: ranges, resolutions, units and keys for its fields.

Takes two trees; gives the 1.0 tree with the fields that the overlay declares in place of its own, and what does not
fit. An overlay only says more about what is there: it adds no field, and no type becomes another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

from aln.checker.model import suggestion
from aln.checker.walk import row_entity
from aln.diagnostics import Diagnostic, Span
from aln.syntax import tree as t

__all__ = ["lay"]

# What a 1.0 type may be told more about: a number by a range, the rest by the same word again.
_NUMBERS = ("int", "int64", "float")
_SAID = (t.Unit, t.TypeAliasDecl, t.Enum, t.Entity, t.Constants, t.Waiver)


def lay(module: t.Module, overlay: t.Module) -> tuple[t.Module, tuple[Diagnostic, ...]]:
    """`module` as the overlay tells it, and the diagnostics of the overlay."""
    found: list[Diagnostic] = []

    def error(span: Span, message: str, help: str) -> None:
        found.append(Diagnostic("ALN0123", span, message, help))

    entities = {i.name: i for i in module.items if isinstance(i, t.Entity)}
    constants = {c.name: c for i in module.items if isinstance(i, t.Constants) for c in i.items}
    told: dict[str, t.Entity] = {}
    units: dict[str, str] = {}
    more: list[t.Item] = []
    aliases = {i.name: i.type for i in overlay.items if isinstance(i, t.TypeAliasDecl)}
    for item in overlay.items:
        if isinstance(item, t.Entity):
            if item.name not in entities:
                error(
                    item.span, f"`{overlay.name}` has no entity `{item.name}`",
                    suggestion(item.name, entities) or "name an entity of the module that the overlay is laid over",
                )  # fmt: skip
                continue
            told[item.name] = _entity(entities[item.name], item, aliases, error)
        elif isinstance(item, t.Constants):
            units |= _units(item, constants, error)
        elif isinstance(item, _SAID):
            more.append(item)
        else:
            error(
                item.span, "an overlay holds units, types, entities, the units of constants and waivers only",
                "declare this in a module that uses the 1.0 module",
            )  # fmt: skip
    numbered = {e.name: {f.name: _unit(f.type, aliases) for f in e.fields} for e in told.values()}
    items = tuple(_told(i, told, units, numbered) for i in module.items)
    return replace(module, items=(*more, *items)), tuple(found)


def _entity(old: t.Entity, new: t.Entity, aliases: Mapping[str, t.TypeExpr], error: object) -> t.Entity:
    assert callable(error)
    by_name = {f.name: f for f in new.fields}
    known = {f.name: f for f in old.fields}
    for f in new.fields:
        if f.name not in known:
            error(
                f.span, f"`{old.name}` has no field `{f.name}`",
                suggestion(f.name, known) or "an overlay adds no field: remove it",
            )  # fmt: skip
        elif not _fits(known[f.name], f, aliases):
            error(
                f.span, f"`{f.name}` cannot be told so: the module declares `{_word(known[f.name].type)}`",
                "give a number a range and a unit, or repeat the type with `key`",
            )  # fmt: skip
            del by_name[f.name]
    merged = tuple(by_name.get(f.name, f) for f in old.fields)
    return replace(old, stored_as=new.stored_as or old.stored_as, fields=merged, immutable=new.immutable)


def _word(e: t.TypeExpr) -> str:
    return e.name if isinstance(e, t.TypeName) else "another kind of type"


def _fits(old: t.Field, new: t.Field, aliases: Mapping[str, t.TypeExpr]) -> bool:
    kind = aliases.get(new.type.name, new.type) if isinstance(new.type, t.TypeName) else new.type
    if old.repeated != new.repeated or getattr(new.type, "optional", False):
        return False
    if isinstance(old.type, t.TypeName) and old.type.name in _NUMBERS and isinstance(kind, t.NumberType):
        # Whole numbers stay whole.
        return old.type.name == "float" or kind.step is None or _whole(kind.step)
    return old.type == new.type


def _whole(e: t.Expr) -> bool:
    return isinstance(e, t.Number) and e.value.denominator == 1


def _unit(e: t.TypeExpr, aliases: Mapping[str, t.TypeExpr]) -> str:
    kind = aliases.get(e.name, e) if isinstance(e, t.TypeName) else e
    return kind.unit if isinstance(kind, t.NumberType) else ""


def _units(item: t.Constants, known: Mapping[str, t.Constant], error: object) -> dict[str, str]:
    """The unit that the overlay gives each constant: `MAX_DRIFT_MM : mm;`."""
    assert callable(error)
    out = {}
    for c in item.items:
        if c.name not in known:
            error(
                c.span,
                f"the module has no constant `{c.name}`",
                suggestion(c.name, known) or "name one of its constants",
            )
        elif not (isinstance(c.value, t.Path) and len(c.value.parts) == 1):
            error(c.span, f"`{c.name}` is given a value, not a unit", f"write `{c.name} : mm;`")
        elif not _number(known[c.name].value):
            error(c.span, f"`{c.name}` is not a number", "only a number has a unit")
        else:
            out[c.name] = c.value.parts[0]
    return out


def _number(e: t.Expr) -> t.Number | None:
    inner = e.operand if isinstance(e, t.Unary) and e.op == "-" else e
    return inner if isinstance(inner, t.Number) and not inner.unit else None


def _with_unit(e: t.Expr, unit: str) -> t.Expr:
    if isinstance(e, t.Unary):
        return replace(e, operand=_with_unit(e.operand, unit))
    return replace(e, unit=unit) if isinstance(e, t.Number) else e


def _told(
    item: t.Item,
    told: Mapping[str, t.Entity],
    units: Mapping[str, str],
    numbered: Mapping[str, Mapping[str, str]],
) -> t.Item:
    if isinstance(item, t.Entity):
        return told.get(item.name, item)
    if isinstance(item, t.Constants):
        values = (
            replace(c, value=_with_unit(c.value, units[c.name])) if c.name in units else c for c in item.items
        )
        return replace(item, items=tuple(values))
    if isinstance(item, t.BehaviorTree):
        return replace(item, root=_branch(item.root, numbered))
    if isinstance(item, t.Table):
        given = numbered.get(row_entity(item), {})
        rows = tuple(_row(r, given) if isinstance(r, t.Record) else r for r in item.rows.items)
        return replace(item, rows=replace(item.rows, items=rows))
    return item


def _row(row: t.Record, units: Mapping[str, str]) -> t.Record:
    """A row whose bare numbers are in the units that the overlay gives their fields."""
    told = (
        (name, _with_unit(value, units[name]) if units.get(name) and _number(value) else value)
        for name, value in row.fields
    )
    return replace(row, fields=tuple(told))


def _branch(branch: t.Branch, numbered: Mapping[str, Mapping[str, str]]) -> t.Branch:
    action = branch.action
    if isinstance(action, t.Filter):
        action = replace(action, condition=_literals(action.condition, numbered))
    return replace(branch, children=tuple(_branch(c, numbered) for c in branch.children), action=action)


_COMPARED = ("==", "!=", "<", "<=", ">", ">=")


def _literals(e: t.Expr, numbered: Mapping[str, Mapping[str, str]]) -> t.Expr:
    """A filter whose bare numbers, where they are compared with a field, are in the unit the overlay gives it."""
    if isinstance(e, t.Binary) and e.op in _COMPARED:
        left, right = _named(e.left, numbered), _named(e.right, numbered)
        if left and _number(e.right):
            return replace(e, right=_with_unit(e.right, left))
        if right and _number(e.left):
            return replace(e, left=_with_unit(e.left, right))
        return e
    changed = {
        f.name: _literals(value, numbered)  # type: ignore[arg-type]
        for f in fields(e)
        if isinstance(value := getattr(e, f.name), t.Node)
    }
    return replace(e, **changed) if changed else e  # type: ignore[arg-type]


def _named(e: t.Expr, numbered: Mapping[str, Mapping[str, str]]) -> str:
    """The unit of the field that a path `Entity.field` names; empty for anything else."""
    named: Iterator[str] = iter(e.parts if isinstance(e, t.Path) and len(e.parts) == 2 else ())
    return numbered.get(next(named, ""), {}).get(next(named, ""), "")
