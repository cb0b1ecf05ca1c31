"""Records that are written out: rows of constant tables, and what tests give."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from aln.checker.model import EntityInfo, FieldInfo
from aln.checker.registry import finding
from aln.checker.walk import row_entity
from aln.core.ir import Type
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule


def _rows(checked: CheckedModule) -> Iterator[tuple[str, EntityInfo, t.Record]]:
    """Each row of each table whose entity is known, with what a message calls it."""
    for item in checked.module.items:
        entity = checked.model.entities.get(row_entity(item)) if isinstance(item, t.Table) else None
        if isinstance(item, t.Table) and entity is not None:
            for index, row in enumerate(item.rows.items, 1):
                if isinstance(row, t.Record):
                    yield f"row {index} of `{item.name}`", entity, row


def _given(checked: CheckedModule) -> Iterator[tuple[str, EntityInfo, t.Record]]:
    for item in checked.module.items:
        for given in item.givens if isinstance(item, t.Test) else ():
            entity = checked.model.entities.get(given.entity)
            if entity is not None:
                yield f"the given `{given.variable}`", entity, given.record


def row_without_field(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A row is a whole record: what is not optional is written. (In a test, what is not written is missing.)"""
    for name, entity, row in _rows(checked):
        written = {field for field, _ in row.fields}
        for field in entity.fields.values():
            if field.name not in written and not field.optional and not field.is_many:
                says, help_ = f"{name} has no `{field.name}`", f"write `{field.name} : …`"
                yield finding("ALN0410", row.span, says, help_)


def out_of_range(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A value outside its field's range is invalid, and every guard denies an invalid record."""
    for name, entity, row in (*_rows(checked), *_given(checked)):
        for field_name, value in row.fields:
            field = entity.fields.get(field_name)
            if (
                field is None
                or field.type is None
                or field.type.sort != "int"
                or field.type.name == "unranged"
            ):
                continue
            count = _count(checked, value, field)
            if count is not None and not field.type.lo <= count <= field.type.hi:
                says = f"{name}: `{field_name}` lies outside {shown_range(field.type)}"
                yield finding(
                    "ALN0423", value.span, says, "write a value within the range, or widen the range"
                )


def _count(checked: CheckedModule, value: t.Expr, field: FieldInfo) -> Fraction | None:
    """A written number on the grid of its field; None for anything else."""
    value = checked.model.constant(value)
    if isinstance(value, t.Unary):
        inner = _count(checked, value.operand, field)
        return None if inner is None else -inner
    unit = checked.model.unit(value.unit) if isinstance(value, t.Number) else None
    if (
        not isinstance(value, t.Number)
        or unit is None
        or field.type is None
        or unit.kind != field.type.unit.kind
    ):
        return None
    return value.value * unit.factor / field.type.grain


def shown_range(ty: Type) -> str:
    """`0 .. 2 mm`, as an author would write it."""
    low, high = (_decimal(n * ty.step) for n in (ty.lo, ty.hi))
    return f"{low} .. {high} {ty.unit.name}".rstrip()


def _decimal(value: Fraction) -> str:
    digits = 0
    while digits < 40 and (value * 10**digits).denominator != 1:
        digits += 1
    if not digits:
        return str(int(value))
    text = str(abs(int(value * 10**digits))).rjust(digits + 1, "0")
    return f"{'-' if value < 0 else ''}{text[:-digits]}.{text[-digits:]}"
