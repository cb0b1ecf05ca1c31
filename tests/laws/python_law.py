"""Inputs as a caller of a generated Python guard gives them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from types import ModuleType
from typing import Any

from aln.backends import Header, target
from aln.core.ir import Record, Type
from aln.core.show import snake
from tests.laws.cases import Input, Policy

HEADER = Header("law.aln", "Law_v1_0_0", "", "", "")


def load(policy: Policy) -> ModuleType:
    """The generated guard, compiled."""
    text = target("python").print_guard(policy.guard, HEADER)
    module = ModuleType("law_guard")
    # Dataclasses look their module up by name.
    sys.modules["law_guard"] = module
    exec(compile(text, "law_guard.py", "exec"), module.__dict__)
    return module


def data(policy: Policy, entity: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as parsed JSON: real values as decimals."""
    out: dict[str, Any] = {}
    for field in policy.checked.model.entities[entity].fields.values():
        if field.type is not None and field.name in row:
            out[field.name] = _value(field.type, row[field.name])
    return out


def _value(ty: Type, raw: Any) -> Any:
    if ty.sort != "int" or raw is None or ty.unit.kind == "instant":
        return raw
    if raw == "NaN":
        return Decimal("NaN")
    real = Fraction(raw) * ty.step
    return Decimal(real.numerator) / Decimal(real.denominator)


def arguments(policy: Policy, guard: ModuleType, given: Input) -> dict[str, Any]:
    """The arguments of `decide` and `allows`."""

    def read(record: Record, row: Mapping[str, Any]) -> Any:
        return getattr(guard, f"read_{snake(record.entity)}")(data(policy, record.entity, row))

    out: dict[str, Any] = {}
    rows: dict[str, Mapping[str, Any] | None] = {"": given.thing}
    lists = [r for r in policy.guard.records if r.how == "many"]
    for record in policy.guard.records:
        if any(record.path.startswith(m.path + ".") for m in lists):
            continue
        name = record.path.replace(".", "_") or "thing"
        if record.how == "root":
            out[name] = read(record, given.thing)
        elif record.how == "ref":
            parent = rows[record.parent]
            key = None if parent is None else parent[record.link]
            row = None if key is None else given.others[record.entity].get(key)
            rows[record.path] = row
            out[name] = None if row is None else read(record, row)
        else:
            owner = rows[record.parent]
            inner = [r for r in policy.guard.records if r.path.startswith(record.path + ".")]
            found = [
                r
                for r in given.others[record.entity].values()
                if owner is not None and r["owner"] == owner["id"]
            ]
            out[name] = [
                (read(record, r), *(read(i, given.others[i.entity][r[i.link]]) for i in inner))
                if inner
                else read(record, r)
                for r in found
            ]
            out[f"{name}_complete"] = True
    return out
