"""Inputs as rows of a real server that carries the generated constraints."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from fractions import Fraction
from typing import Any

from aln.backends import Header, target
from aln.core.ir import Type
from tests.laws.cases import Input, Policy

HEADER = Header("law.aln", "Law_v1_0_0", "", "", "")
KINDS = {"bool": "boolean", "int": "numeric", "enum": "text", "id": "uuid", "text": "text"}


def tables(policy: Policy) -> Iterator[str]:
    """The base tables: nullable everywhere, so that only what is generated refuses."""
    for entity in policy.checked.model.entities.values():
        columns = []
        for field in entity.fields.values():
            if field.type is None:
                continue
            kind = "timestamptz" if field.type.unit.kind == "instant" else KINDS[field.type.sort]
            name = f"{field.name}_id" if field.entity else field.name
            columns.append(f'"{name}" {kind}{" primary key" if field.name == entity.key else ""}')
        yield f'CREATE TABLE public."{entity.table}" ({", ".join(columns)})'


def sql_value(ty: Type, raw: Any) -> Any:
    if ty.sort != "int" or raw is None:
        return raw
    if ty.unit.kind == "instant":
        # Exact: seconds and microseconds apart, as the server's own arithmetic.
        return f"epoch {raw}"
    if raw == "NaN":
        return raw
    real = Fraction(raw) * ty.step
    return f"{real.numerator / real.denominator:.6f}"


def insert(connection: Any, policy: Policy, entity: str, row: Mapping[str, Any]) -> None:
    info = policy.checked.model.entities[entity]
    names, marks, values = [], [], []
    for field in info.fields.values():
        if field.type is None:
            continue
        value = sql_value(field.type, row[field.name])
        names.append(f'"{field.name}_id"' if field.entity else f'"{field.name}"')
        if isinstance(value, str) and value.startswith("epoch ") and field.type.unit.kind == "instant":
            marks.append(
                "timestamptz '1970-01-01Z' + %s * interval '1 second' + %s * interval '1 microsecond'"
            )
            seconds, micros = divmod(int(value[6:]), 10**6)
            values += [seconds, micros]
        else:
            marks.append("%s")
            values.append(value)
    connection.execute(
        f'INSERT INTO public."{info.table}" ({", ".join(names)}) VALUES ({", ".join(marks)})', values
    )


def script_of(policy: Policy) -> str:
    """The generated script. Raises `Unsupported`."""
    return target("sql").print_guard(policy.guard, HEADER)


@contextmanager
def enforced(connection: Any, policy: Policy, script: str) -> Iterator[None]:
    """The policy's tables and constraints, in a transaction that leaves nothing behind."""
    import psycopg

    with connection.transaction(force_rollback=True):
        for statement in tables(policy):
            connection.execute(statement)
        connection.execute(psycopg.sql.SQL(script))
        yield


def reached(policy: Policy, given: Input) -> dict[str, set[str]]:
    """The records that the policy reads, by entity: those that nothing reads may hold anything, or not be there."""
    out: dict[str, set[str]] = {"Maker": set(), "Owner": set(), "Item": set()}
    rows: dict[str, list[Mapping[str, Any]]] = {"": [given.thing]}
    for record in policy.guard.records[1:]:
        of = given.others[record.entity].values()
        if record.how == "ref":
            keys = {row[record.link] for row in rows[record.parent]}
            rows[record.path] = [r for r in of if r["id"] in keys]
        else:
            keys = {row["id"] for row in rows[record.parent]}
            rows[record.path] = [r for r in of if r[record.link] in keys]
        out[record.entity] |= {r["id"] for r in rows[record.path]}
    return out


def storable(policy: Policy, given: Input) -> bool:
    """Whether every row has, in its domain, each field that the policy reads of its table by any path: a stored row
    is checked whole, where the evaluator looks only at what one path reads."""
    fields: dict[str, dict[str, Any]] = {}
    for record in policy.guard.records:
        fields.setdefault(record.entity, {}).update({f.name: f for f in record.fields})
    rows = [("Thing", given.thing)]
    rows += [(e, given.others[e][k]) for e, keys in reached(policy, given).items() for k in keys]
    return all(
        f.optional if row[f.name] is None else f.type.holds(row[f.name])
        for entity, row in rows
        for f in fields.get(entity, {}).values()
    )


def verdict(connection: Any, policy: Policy, given: Input) -> tuple[bool, Sequence[str] | None]:
    """Whether the rows are accepted, and (where the record could be stored or judged) the rules that fail."""
    import psycopg

    try:
        with connection.transaction(force_rollback=True):
            for entity, keys in reached(policy, given).items():
                for key in sorted(keys):
                    insert(connection, policy, entity, given.others[entity][key])
            insert(connection, policy, "Thing", given.thing)
            connection.execute("SET CONSTRAINTS ALL IMMEDIATE")
            return True, ()
    except psycopg.errors.CheckViolation as refusal:
        detail = refusal.diag.message_detail or ""
        if refusal.diag.constraint_name == "aln_p" and detail:
            return False, [line.partition(":")[0] for line in detail.splitlines()]
        return False, None
