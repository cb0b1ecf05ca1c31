"""A guard → one forward-only PostgreSQL script: ranges, local rules as CHECKs, and triggers for what crosses tables.

Takes a guard and a header; gives text to be applied once, after the base tables, in one transaction. Everything that
a script makes is named by the policy and by a mark, the hash of the script, so that two versions stand beside each
other: the new one is in force before the old one is dropped, which is the last thing the script does.

State rules are held by CHECKs (`_local_rules`) and, across tables, by triggers (`enforce`). Event rules are judged
once, by a trigger of the accepting statement or, for an entity that is never stored, by a function (`accept`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from aln.backends.interface import Header, Unsupported
from aln.backends.sql import accept, enforce, parts
from aln.backends.sql.declared import block
from aln.backends.sql.expressions import Printer, is_local, join
from aln.backends.sql.names import (
    ROOT,
    SCHEMA,
    STATED,
    asked,
    column,
    constraint_name,
    decimal,
    instant,
    part,
    quote,
    snake,
    string,
    table,
    type_name,
)
from aln.backends.sql.replaced import replaced
from aln.backends.sql.stated import stated
from aln.backends.sql_text import sql_function
from aln.core.ir import Field, Guard, walk

__all__ = ["domain", "print_guard"]

_PATH = "SET search_path = pg_catalog, pg_temp"
_UNMARKED = "0" * 8


def print_guard(guard: Guard, header: Header) -> str:
    """The script. Raises `Unsupported` for what PostgreSQL cannot hold exactly."""
    guard = replace(guard, rules=tuple(replace(r, condition=stated(guard, r.condition)) for r in guard.rules))
    _checked(guard)
    unmarked = _script(guard, header, _UNMARKED)
    return _script(guard, header, hashlib.sha256(unmarked.encode()).hexdigest()[: len(_UNMARKED)])


def _script(guard: Guard, header: Header, mark: str) -> str:
    base = f"{snake(guard.name)}_{mark}"
    states, events = parts.states(guard), parts.events(guard)
    text = [_head(guard, header), f"CREATE SCHEMA IF NOT EXISTS {SCHEMA};"]
    if any(e.kind == "mentions" for r in guard.rules for e in walk(r.condition)):
        text.append(sql_function(SCHEMA).rstrip("\n"))
    ranges = list(_ranges(guard, mark))
    if ranges:
        text += ["-- Ranges: what a stored value must be before any rule can be judged.", *ranges]
    local = list(_local_rules(states, mark))
    if local:
        text += ["-- Rules of the judged table's own columns.", *local]
    text += ["-- Every rule, with the reasons that a refusal gives.", _reasons(guard, base)]
    text.append(_declared(guard, base, header))
    if states.rules or not events.rules:
        text.append(_failed(states, part(base, "failed")))
    if parts.crosses(states):
        text += [
            "-- Enforcement across tables.",
            enforce.function(states, base),
            *enforce.triggers(states, base),
        ]
    if events.rules:
        text.append("-- What is judged once, when a record is accepted.")
        text += [_failed(events, part(base, "unmet")), *accept.functions(events, base, domain)]
    if parts.crosses(states):
        text.append(
            f"-- The rows already stored, from now on under the triggers' locks.\n{enforce.stored(states, base)}"
        )
    text += [
        "-- Earlier versions of this policy, now that this one is in force.",
        replaced(guard, header, mark),
    ]
    return "\n\n".join(text) + "\n"


def _checked(guard: Guard) -> None:
    for record in guard.records:
        head = record.path.partition(".")[0]
        if head in (ROOT, STATED):
            raise Unsupported(f"the field `{head}` has a name that SQL gives another record: rename it")
        if len(guard.records) > 1 and not record.key and record.table:
            raise Unsupported(
                f"`{record.entity}` has no key to join and lock by: mark one of its fields `key`"
            )
    if not parts.is_stored(guard) and any(r.how == "many" and not r.parent for r in guard.records):
        raise Unsupported(f"`{guard.entity}` is never stored, so that no relation belongs to it")


# ── head ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _head(guard: Guard, header: Header) -> str:
    states, events = parts.states(guard), parts.events(guard)
    judged = guard.records[0].table
    others = list(dict.fromkeys(r.table for r in states.records[1:] if r.table != judged))
    lines = [
        f"Policy {guard.name} for {guard.entity}: constraints of PostgreSQL 18, applied once after the base tables.",
        f"Generated from {header.source}; edit that, never this.",
        f"module          {header.module}",
        f"policy id       {header.policy_id}",
        f"policy version  {header.policy_version}",
        f"core sha256     {header.digest}",
        "",
        "Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):",
    ]
    if judged:
        lines.append(f"  - INSERT and UPDATE of {judged}")
    else:
        lines.append(f"  - what calls aln.{accept.entry(guard)} first: it fails where a rule is not met")
    lines += [f"  - INSERT, UPDATE and DELETE of {t}; TRUNCATE of {t} is refused" for t in others]
    if others:
        lines += [
            "  - two transactions at once under READ COMMITTED, by locks on every row read; REPEATABLE READ and",
            "    SERIALIZABLE are refused: their snapshot may hide what a READ COMMITTED transaction committed",
            "  - relations without a maximum: every stored element is judged (the guard's lists are complete)",
        ]
    if guard.counts:
        lines.append(
            "  - relations that are counted or summed: a record is refused that has more than the maximum"
        )
    if judged:
        lines.append("  - rows stored before: this script fails, and leaves nothing, where one breaks a rule")
    if events.rules:
        lines += [
            "Judged once, in the statement that stores the record, and never again:"
            if judged
            else "Judged when it is asked:",
            *(f"  - {r.because}" for r in events.rules),
        ]
    for stated_ in events.inputs:
        if asked(stated_) == "now":
            lines.append("  `now` is the server's clock when the record is judged, to the microsecond")
        else:
            lines.append(
                "  `actor` is the setting aln.actor, a uuid; where it is none, the record is refused"
            )
    lines += [
        "Does not cover:",
        "  - disabled triggers and constraints, and session_replication_role = replica",
        "  - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog",
    ]
    if others:
        lines += [
            "  - row-level security that hides judged rows from who changes the rows they rest on",
            "  - references without a foreign key, and keys without a unique index",
        ]
    if any(asked(f) == "actor" for f in events.inputs):
        lines.append("  - a session that states another's aln.actor: who may connect states who acts")
    return "\n".join(f"-- {line}".rstrip() for line in lines)


# ── ranges and local rules ───────────────────────────────────────────────────────────────────────────────────


def domain(field: Field, name: str) -> str:
    """The condition that a column's value lies in the field's domain; nothing where its SQL type is enough."""
    t = field.type
    if t.sort == "int" and t.unit.kind == "instant":
        if t.grain.numerator != 1 or t.grain.denominator != 10**6:
            raise Unsupported(f"the instant `{field.name}` is not counted in microseconds")
        within = f"{name} BETWEEN {instant(t.lo)} AND {instant(t.hi)}"
    elif t.sort == "int":
        # NaN exceeds every number and infinity every bound: both lie outside.
        within = f"{name} BETWEEN {decimal(t.lo * t.step)} AND {decimal(t.hi * t.step)}"
        within += f" AND {name} % {decimal(t.step)} = 0"
    elif t.sort == "enum":
        within = f"{name} IN ({', '.join(map(string, t.labels))})"
    else:
        return "" if field.optional else f"{name} IS NOT NULL"
    if field.optional:
        return f"{name} IS NULL OR ({within})"
    return f"{name} IS NOT NULL AND {within}"


def _constraint(guard: Guard, mark: str, on: str, what: str, condition: str, comment: str) -> str:
    check = f"CHECK (({condition}) IS TRUE)"
    name = quote(constraint_name(mark, guard.name, what, f"{on} {check}"))
    if "\n" in check:
        check = check.replace("\n", "\n    ")
    return (
        f"ALTER TABLE {on} ADD CONSTRAINT {name}\n    {check};\n"
        f"COMMENT ON CONSTRAINT {name} ON {on} IS {string(comment)};"
    )


def _ranges(guard: Guard, mark: str) -> Iterator[str]:
    done: set[tuple[str, str]] = set()
    for record in guard.records:
        for field in record.fields:
            name = column(record, field)
            condition = domain(field, name)
            if condition and record.table and (record.table, name) not in done:
                done.add((record.table, name))
                what = f"{record.table}_{field.name}"
                said = f"{record.entity}.{field.name}"
                yield _constraint(guard, mark, table(record), what, condition, said)


def because(text: str, traces: tuple[str, ...]) -> str:
    return f"{text} [{', '.join(traces)}]" if traces else text


def _local_rules(states: Guard, mark: str) -> Iterator[str]:
    printer = Printer(states, bare=True)
    for rule in states.rules:
        if is_local(states, rule.condition):
            condition = printer.condition(rule.condition)
            said = because(rule.because, rule.traces)
            what = rule.id.rpartition("/")[2]
            yield _constraint(states, mark, table(states.records[0]), what, condition, said)


# ── functions ────────────────────────────────────────────────────────────────────────────────────────────────


def _reasons(guard: Guard, base: str) -> str:
    rows = ",\n".join(
        f"        ({string(r.id)}, {string(r.because)}, ARRAY[{', '.join(map(string, r.traces))}]::text[])"
        for r in guard.rules
    )
    return (
        f"CREATE FUNCTION {SCHEMA}.{quote(part(base, 'reasons'))}()"
        " RETURNS TABLE (rule text, because text, traces text[])\n"
        f"    LANGUAGE sql IMMUTABLE\n    {_PATH}\nAS $reasons$\n    VALUES\n{rows}\n$reasons$;"
    )


def _failed(some: Guard, name: str) -> str:
    """The function that gives the ids of the rules that are not true of a record."""
    printer, judged = Printer(some), some.records[0]
    bits = []
    for rule in some.rules:
        shown = printer.condition(rule.condition).replace("\n", "\n        ")
        bits.append(f"        CASE WHEN ({shown}) IS TRUE THEN NULL ELSE {string(rule.id)} END")
    if judged.table:
        arguments, source = [f"{ROOT} {table(judged)}"], f"FROM (SELECT ({ROOT}).*) AS {ROOT}"
    else:
        given = accept.handed(some)
        arguments = [f"{n} {t}" for n, t in given]
        shown = ", ".join(f"${i} AS {n}" for i, (n, _) in enumerate(given, start=1))
        source = f"FROM (SELECT {shown}) AS {ROOT}"
    if some.inputs:
        first = len(arguments) + 1
        shown = ", ".join(f"${i} AS {asked(f)}" for i, f in enumerate(some.inputs, start=first))
        arguments += [f"{asked(f)} {type_name(f.type)}" for f in some.inputs]
        source += f"\n    CROSS JOIN (SELECT {shown}) AS {STATED}"
    inside = [r.path for r in some.records if r.how == "many"]
    for record in some.records:
        if record.how == "ref" and not any(record.path.startswith(p + ".") for p in inside):
            source += "\n    " + join(record, record.path)
    body = "    SELECT array_remove(ARRAY[\n" + ",\n".join(bits) + f"\n    ]::text[], NULL)\n    {source}"
    return (
        f"CREATE FUNCTION {SCHEMA}.{quote(name)}({', '.join(arguments)}) RETURNS text[]\n"
        f"    LANGUAGE sql STABLE\n    {_PATH}\nAS $failed$\n{body}\n$failed$;"
    )


def _declared(guard: Guard, base: str, header: Header) -> str:
    name = quote(part(base, "reasons"))
    return f"COMMENT ON FUNCTION {SCHEMA}.{name}() IS {string(block(guard, header.policy_id))};"
