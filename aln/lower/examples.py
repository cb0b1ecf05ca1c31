"""Table rows and tests → environments that a guard can be evaluated in."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from aln.checker.check import CheckedModule
from aln.checker.model import INPUTS, FieldInfo
from aln.checker.typed import parse_instant, parse_uuid
from aln.core.ir import Example, Guard, Record, Type
from aln.lower.policy import guard
from aln.lower.reads import Unsupported
from aln.syntax import tree as t

Row = Mapping[str, Any]


def raw(checked: CheckedModule, e: t.Expr, ty: Type) -> Any:
    """The raw value of a literal; a value that the type cannot hold stays as it is, and the guard will say so."""
    e = checked.model.constant(e)
    if isinstance(e, t.Boolean):
        return e.value
    if isinstance(e, t.Path):
        return e.parts[0]
    if isinstance(e, t.String):
        if ty.sort == "id":
            return parse_uuid(e.value) or e.value
        return parse_instant(e.value) if ty.sort == "int" else e.value
    if isinstance(e, t.Unary) and isinstance(e.operand, t.Number):
        return _count(checked, -e.operand.value, e.operand.unit, ty)
    assert isinstance(e, t.Number), e
    return _count(checked, e.value, e.unit, ty)


def _count(checked: CheckedModule, value: Fraction, unit: str, ty: Type) -> int | Fraction:
    own = checked.model.unit(unit) if unit else ty.unit
    assert own is not None
    count = value * own.factor / ty.grain
    return count.numerator if count.denominator == 1 else count


def _fields(checked: CheckedModule, record: Record, row: Row, prefix: str) -> dict[str, Any]:
    info = checked.model.entities[record.entity]
    out: dict[str, Any] = {}
    for field in record.fields:
        out[prefix + field.name] = row.get(field.name)
        assert field.name in info.fields
    return out


def bind(
    checked: CheckedModule, guard_: Guard, root: Row, others: Mapping[str, Mapping[str, Row]]
) -> dict[str, Any]:
    """The environment of `guard_` for the record `root`; `others` holds the records known, by entity and key.

    A reference that names no known record is missing. A relation is complete: all known records that refer back.
    """
    env: dict[str, Any] = {}
    rows: dict[str, Row] = {"": root}
    lists = [r.path for r in guard_.records if r.how == "many"]
    for record in guard_.records:
        if any(record.path.startswith(p + ".") for p in lists):
            continue
        if record.how == "root":
            env |= _fields(checked, record, root, "")
        elif record.how == "ref":
            parent = rows.get(record.parent)
            key = parent.get(record.link) if parent is not None else None
            found = others.get(record.entity, {}).get(key) if key is not None else None
            env[record.path] = key if found is not None else None
            if found is not None:
                rows[record.path] = found
                env |= _fields(checked, record, found, f"{record.path}.")
        else:
            owner = rows.get(record.parent)
            parent_record = next(r for r in guard_.records if r.path == record.parent)
            key = owner.get(parent_record.key) if owner is not None else None
            found_all = [r for r in others.get(record.entity, {}).values() if r.get(record.link) == key]
            known = key is not None and len(found_all) <= record.maximum
            env[record.path] = (
                tuple(_element(checked, guard_, record, r, others) for r in found_all) if known else None
            )
    return env


def _element(
    checked: CheckedModule, guard_: Guard, record: Record, row: Row, others: Mapping[str, Mapping[str, Row]]
) -> dict[str, Any]:
    out = _fields(checked, record, row, "")
    rows: dict[str, Row] = {record.path: row}
    for inner in guard_.records:
        if inner.how == "ref" and inner.path.startswith(record.path + "."):
            relative = inner.path[len(record.path) + 1 :]
            parent = rows.get(inner.parent)
            key = parent.get(inner.link) if parent is not None else None
            found = others.get(inner.entity, {}).get(key) if key is not None else None
            out[relative] = key if found is not None else None
            if found is not None:
                rows[inner.path] = found
                out |= _fields(checked, inner, found, f"{relative}.")
    return out


def _row(checked: CheckedModule, entity: str, record: t.Record, known: Mapping[str, Row]) -> dict[str, Any]:
    info = checked.model.entities[entity]
    out: dict[str, Any] = {}
    for name, value in record.fields:
        field: FieldInfo | None = info.fields.get(name)
        if field is None or field.type is None or field.type.name == "unranged":
            continue
        if field.entity and isinstance(value, t.Path) and value.parts[0] in known:
            target = checked.model.entities[field.entity]
            out[name] = known[value.parts[0]].get(target.key)
        else:
            out[name] = raw(checked, value, field.type)
    return out


def examples(checked: CheckedModule, test: t.Test) -> list[Example]:
    """The judgements of one test."""
    known: dict[str, Row] = {}
    others: dict[str, dict[str, Row]] = {}
    for given in test.givens:
        row = _row(checked, given.entity, given.record, known)
        key = checked.model.entities[given.entity].key
        known[given.variable] = row
        if key:
            if row.get(key) is None:
                raise Unsupported(
                    given.span, f"the given `{given.variable}` has no `{key}`", f"write `{key} : …`"
                )
            others.setdefault(given.entity, {})[str(row[key])] = row
    out = []
    for expect in test.expects:
        core = guard(checked, checked.model.policies[expect.policy])
        env = bind(checked, core, known[expect.argument], others)
        env |= {f"@{name}": raw(checked, e, INPUTS[name]) for name, e in expect.inputs}
        says = f"{test.name}: {expect.policy} {'allows' if expect.allowed else 'denies'} `{expect.argument}`"
        out.append(
            Example("example", test.name, says, core, env, expect.allowed, expect.because, expect.span)
        )
    return out


def table_rows(checked: CheckedModule, table: t.Table, guards: list[Guard]) -> list[Example]:
    """Each row of a constant table, judged by each guard of its entity: it must pass."""
    element = table.type.element if isinstance(table.type, t.ListType) else table.type
    entity = element.name if isinstance(element, t.TypeName) else ""
    out = []
    for index, record in enumerate(table.rows.items):
        if not isinstance(record, t.Record):
            continue
        row = _row(checked, entity, record, {})
        for g in guards:
            if g.entity == entity:
                name = f"{table.name}[{index}]"
                says = f"row {index + 1} of `{table.name}` passes `{g.name}`"
                env = bind(checked, g, row, {entity: {}})
                out.append(Example("table-row", name, says, g, env, True, (), record.span))
    return out
