"""Rows of constant tables against the filters of their own module, computed exactly and without a solver.

Numbers are compared as fractions, so that a 1.0 number needs no range here. What cannot be computed is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, TypeAlias

from aln.checker.registry import finding
from aln.checker.walk import named_filters, nodes, row_entity
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t
from aln.syntax.format import format_expr

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

# A number comes with its kind: numbers of two kinds are never compared.
_Value: TypeAlias = "bool | str | tuple[str, Fraction]"


def row_refused(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A table that its own module would refuse was written against other limits."""
    conditions = [
        (branch.name, condition)
        for item in checked.module.items
        if isinstance(item, t.BehaviorTree)
        for branch, condition in named_filters(item.root)
    ]
    for table in checked.module.items:
        if not isinstance(table, t.Table):
            continue
        entity = row_entity(table)
        for number, row in enumerate(table.rows.items, 1):
            if not isinstance(row, t.Record):
                continue
            values = {f"{entity}.{name}": value for name, value in row.fields}
            for name, condition in conditions:
                if {str(p) for p in _fields(condition)} <= values.keys():
                    yield from _judged(checked, table, number, row, name, condition, values)


def _fields(condition: t.Expr) -> Iterator[t.Path]:
    return (n for n in nodes(condition) if isinstance(n, t.Path) and len(n.parts) > 1)


def _judged(
    checked: CheckedModule, table: t.Table, number: int, row: t.Record, name: str, condition: t.Expr,
    values: Mapping[str, t.Expr],
) -> Iterator[Diagnostic]:  # fmt: skip
    if next(_fields(condition), None) is None or _value(checked, condition, values) is not False:
        return
    blamed = _blamed(checked, condition, values)
    fields = list(dict.fromkeys(p.parts[-1] for p in _fields(blamed)))
    written = dict(row.fields)
    shown = " and ".join(f"`{f} : {format_expr(written[f])}`" for f in fields)
    yield finding(
        "ALN0455", written[fields[0]].span if fields else row.span,
        f"row {number} of `{table.name}` is refused by the filter `{name}`: {shown}",
        f"it needs `{format_expr(blamed)}`; mend the row, or the filter",
    )  # fmt: skip


def _blamed(checked: CheckedModule, e: t.Expr, values: Mapping[str, t.Expr]) -> t.Expr:
    """The smallest part of a false condition that makes it false."""
    if isinstance(e, t.Binary) and e.op == "and":
        for side in (e.left, e.right):
            if _value(checked, side, values) is False:
                return _blamed(checked, side, values)
    if isinstance(e, t.Binary) and e.op == "implies" and _value(checked, e.left, values) is True:
        return _blamed(checked, e.right, values)
    return e


def _value(checked: CheckedModule, e: t.Expr, values: Mapping[str, t.Expr]) -> _Value | None:
    """What an expression comes to for a row; None where that is not known here."""
    e = checked.model.constant(e)
    if isinstance(e, t.Path):
        written = values.get(str(e))
        if written is not None:
            return _value(checked, written, {})
        # A bare word beside an enum is its label.
        return e.parts[0] if len(e.parts) == 1 else None
    if isinstance(e, t.Boolean | t.String):
        return e.value
    if isinstance(e, t.Number):
        unit = checked.model.unit(e.unit)
        return None if unit is None else (unit.kind, e.value * unit.factor)
    if isinstance(e, t.Unary):
        inner = _value(checked, e.operand, values)
        if e.op == "not":
            return not inner if isinstance(inner, bool) else None
        return (inner[0], -inner[1]) if isinstance(inner, tuple) else None
    return _binary(checked, e, values) if isinstance(e, t.Binary) else None


def _binary(checked: CheckedModule, e: t.Binary, values: Mapping[str, t.Expr]) -> _Value | None:
    a, b = _value(checked, e.left, values), _value(checked, e.right, values)
    if e.op in ("and", "or", "implies"):
        if e.op == "implies":
            a = not a if isinstance(a, bool) else None
        strong = e.op != "and"
        if a is strong or b is strong:
            return strong
        return not strong if isinstance(a, bool) and isinstance(b, bool) else None
    if isinstance(a, tuple) and isinstance(b, tuple):
        return _numbers(e.op, a, b)
    if e.op in ("==", "!=") and isinstance(a, str | bool) and type(a) is type(b):
        return (a == b) == (e.op == "==")
    return None


def _numbers(op: str, a: tuple[str, Fraction], b: tuple[str, Fraction]) -> _Value | None:
    if a[0] != b[0]:
        return None
    x, y = a[1], b[1]
    order = {"==": x == y, "!=": x != y, "<": x < y, "<=": x <= y, ">": x > y, ">=": x >= y}
    if op in order:
        return order[op]
    return (a[0], x + y if op == "+" else x - y) if op in ("+", "-") else None
