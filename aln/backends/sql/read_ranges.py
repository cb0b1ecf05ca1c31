"""The range CHECKs of an artefact, held against the declared records: each field that is read has exactly its range.

Takes the CHECKs and comments of a script and removes from them what it has read. Raises `Unreadable`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from aln.backends.interface import Unreadable
from aln.backends.sql import kleene as k
from aln.backends.sql.names import stored
from aln.backends.sql.read_expression import Columns, names, only, read, read_instant, written
from aln.backends.sql.script import Script
from aln.core.ir import Field, Record, Type

__all__ = ["ranges"]


def ranges(found: Script, records: Sequence[Record]) -> None:
    """Each field that is read has exactly its range as a CHECK, and its comment."""
    fields: dict[tuple[str, str], tuple[Field, str]] = {}
    for record in (r for r in records if r.table):
        for one in record.fields:
            known = fields.setdefault(
                (record.table, stored(record, one)), (one, f"{record.entity}.{one.name}")
            )
            if known[0] != one:
                raise Unreadable(f"the column of `{record.entity}.{one.name}` has two ranges")
    for (table, column), (one, comment) in fields.items():
        if one.optional and one.type.sort in ("bool", "id", "text"):
            continue
        checks = found.said(table, comment)
        if not checks:
            raise Unreadable(f"the range of `{comment}` is missing")
        key, test, line = checks[0]
        try:
            read_type = _domain(test, column, one)
        except Unreadable as fault:
            raise Unreadable(str(fault), line) from None
        if read_type != one.type:
            raise Unreadable(f"the CHECK of `{comment}` is not its declared range", line)
        found.take(key)


def _domain(check: Any, column: str, field: Field) -> Type:
    """The type that a range CHECK of this column allows."""
    parts: list[Any] = [check]
    if type(check).__name__ == "BoolExpr":
        only(check, "boolop", "args")
        parts = list(check.args)
        if check.boolop.name != ("OR_EXPR" if field.optional else "AND_EXPR"):
            raise Unreadable(f"the range of `{column}` joins its conditions wrongly")
    test = parts.pop(0)
    only(test, "arg", "nulltesttype")
    if test.nulltesttype.name != ("IS_NULL" if field.optional else "IS_NOT_NULL"):
        raise Unreadable(f"the range of `{column}` does not say whether it may be missing")
    _is_column(test.arg, column)
    if field.optional:
        (inner,) = parts
        parts = [inner]
        if type(inner).__name__ == "BoolExpr":
            only(inner, "boolop", "args")
            if inner.boolop.name != "AND_EXPR":
                raise Unreadable(f"the range of `{column}` joins its conditions wrongly")
            parts = list(inner.args)
    if not parts:
        if field.type.sort not in ("bool", "id", "text"):
            raise Unreadable(f"the range of `{column}` is missing")
        return field.type
    for part in parts:
        only(part, "kind", "name", "lexpr", "rexpr")
    kinds = [part.kind.name for part in parts]
    if kinds == ["AEXPR_IN"] and names(parts[0].name) == ("=",):
        _is_column(parts[0].lexpr, column)
        return replace(Type("enum", name=field.type.name), labels=tuple(written(v) for v in parts[0].rexpr))
    if kinds[0] != "AEXPR_BETWEEN":
        raise Unreadable(f"the range of `{column}` has no ends")
    _is_column(parts[0].lexpr, column)
    low, high = (read(v, Columns(())) for v in parts[0].rexpr)
    unit = field.type.unit
    if isinstance(low, k.Number) and isinstance(high, k.Number) and kinds == ["AEXPR_BETWEEN"]:
        lo, hi = (read_instant(written(v.arg)) for v in parts[0].rexpr)
        if unit.kind != "instant":
            raise Unreadable(f"`{column}` is bounded by instants and is none")
        return Type("int", lo, hi, Fraction(1, 10**6) / unit.factor, unit)
    if kinds != ["AEXPR_BETWEEN", "AEXPR_OP"] or names(parts[1].name) != ("=",) or unit.kind == "instant":
        raise Unreadable(f"the range of `{column}` has no grid")
    grid, zero = parts[1].lexpr, read(parts[1].rexpr, Columns(()))
    only(grid, "kind", "name", "lexpr", "rexpr")
    if grid.kind.name != "AEXPR_OP" or names(grid.name) != ("%",) or zero != k.Literal(Fraction(0)):
        raise Unreadable(f"the range of `{column}` has no grid")
    _is_column(grid.lexpr, column)
    step = read(grid.rexpr, Columns(()))
    assert isinstance(low, k.Literal) and isinstance(high, k.Literal) and isinstance(step, k.Literal)
    lo_, hi_ = low.value / step.value, high.value / step.value
    if lo_.denominator != 1 or hi_.denominator != 1:
        raise Unreadable(f"an end of the range of `{column}` is off its grid")
    return Type("int", int(lo_), int(hi_), step.value, unit)


def _is_column(tree: Any, column: str) -> None:
    if type(tree).__name__ != "ColumnRef" or names(tree.fields) != (column,):
        raise Unreadable(f"a range of `{column}` speaks of something else")
