"""The declared records of an artefact, read from the comment that holds them. What the SQL says of them is checked elsewhere.

Takes the comment's text; gives a guard without rules, the ids of its event rules and the policy id. Raises
`Unreadable`, or whatever a text of another form leads to.
"""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from aln.backends.interface import Unreadable
from aln.core.ir import Field, Guard, Record, Type, Unit

__all__ = ["declared"]


def declared(comment: str) -> tuple[Guard, tuple[str, ...], str]:
    """The guard without its rules, the ids of those judged at acceptance alone, and the policy id."""
    found = json.loads(comment)
    records = tuple(_record(r) for r in found.pop("records"))
    guard = Guard(
        found.pop("module"),
        found.pop("policy"),
        found.pop("entity"),
        records,
        (),
        tuple(found.pop("traces")),
        tuple(found.pop("counts")),
        tuple(_field(f) for f in found.pop("inputs")),
    )
    events, policy_id = tuple(found.pop("events")), found.pop("id")
    paths = [r.path for r in records]
    if (
        found
        or type(policy_id) is not str
        or not records
        or records[0].how != "root"
        or guard.entity != records[0].entity
    ):
        raise Unreadable("the declared records do not begin with the judged one")
    for index, record in enumerate(records):
        last = record.path.rpartition(".")[2]
        above = f"{record.parent}.{last}" if record.parent else last
        if index and (
            record.how not in ("ref", "many") or above != record.path or record.parent not in paths[:index]
        ):
            raise Unreadable(f"the declared record `{record.path}` does not follow from one before it")
        if record.how == "ref" and record.link != last:
            raise Unreadable(f"the reference `{record.path}` has the link `{record.link}`")
    keyless = [r for r in records if not r.key and (r.table or r is not records[0])]
    if len(set(paths)) != len(paths) or (keyless and len(records) > 1):
        raise Unreadable("a declared record is there twice or has no key")
    if any(not r.table for r in records[1:]):
        raise Unreadable("a declared record that is not judged has no table")
    relations = [r.path for r in records if r.how == "many"]
    if any(path not in relations for path in guard.counts):
        raise Unreadable("what is counted is no declared relation")
    return guard, events, policy_id


def _record(declared: dict[str, Any]) -> Record:
    fields = tuple(_field(f) for f in declared.pop("fields"))
    if len({f.name for f in fields}) != len(fields):
        raise Unreadable("a declared field is there twice")
    return Record(**declared, fields=fields)


def _field(declared: dict[str, Any]) -> Field:
    name, code, factor, kind = declared.pop("unit")
    unit = Unit(name, code, Fraction(factor), kind)
    field, optional = declared.pop("name"), declared.pop("optional")
    step, labels, type_name = (
        Fraction(declared.pop("step")),
        tuple(declared.pop("labels")),
        declared.pop("type"),
    )
    declared_type = Type(
        declared.pop("sort"), declared.pop("lo"), declared.pop("hi"), step, unit, type_name, labels
    )
    sorts = ("bool", "int", "enum", "id", "text")
    if (
        declared
        or declared_type.sort not in sorts
        or type(optional) is not bool
        or unit.factor <= 0
        or step <= 0
    ):
        raise Unreadable(f"the declared field `{field}` has no type of the language")
    if declared_type.sort != "int" and declared_type != Type(
        declared_type.sort, name=type_name, labels=labels
    ):
        raise Unreadable(f"the declared field `{field}` has a range without being a number")
    return Field(field, declared_type, optional)
