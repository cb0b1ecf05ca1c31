"""A guard → one forward-only PostgreSQL script: ranges, local rules as CHECKs, and triggers for what crosses tables.

Takes a guard and a header; gives text to be applied once, after the base tables, in one transaction. Never replaces
or drops anything: a second application fails, and so does a second policy of the same name.

How a guard that reads several tables is held (READ COMMITTED). A change of any table read runs a trigger, which finds
the judged rows that the change can reach, locks every row that judging them reads (owners of relations before their
elements), and judges them in a new snapshot. Two changes that are unlawful together therefore meet at a row: whoever
changes a row holds its lock, whoever judges by it wants to share it, and whoever changes a relation locks its owner.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from aln.backends.interface import Header, Unsupported
from aln.backends.sql.expressions import Printer, is_local, join
from aln.backends.sql.names import (
    ROOT,
    SCHEMA,
    column,
    constraint_name,
    decimal,
    instant,
    link_column,
    quote,
    stem,
    string,
    table,
)
from aln.backends.sql.stated import stated
from aln.backends.sql_text import sql_function
from aln.core.ir import Field, Guard, Record, walk

__all__ = ["print_guard"]

_PATH = "SET search_path = pg_catalog, pg_temp"


def print_guard(guard: Guard, header: Header) -> str:
    """The script. Raises `Unsupported` for what PostgreSQL cannot hold exactly."""
    if guard.counts:
        # Stored rows have no maximum, and what core says of a count was simplified under it.
        raise Unsupported(
            f"`count` and `sum` over `{guard.counts[0]}` rest on its declared maximum, which stored rows do not have"
        )
    guard = replace(guard, rules=tuple(replace(r, condition=stated(guard, r.condition)) for r in guard.rules))
    _checked(guard)
    parts = [_head(guard, header), f"CREATE SCHEMA IF NOT EXISTS {SCHEMA};"]
    if any(e.kind == "mentions" for r in guard.rules for e in walk(r.condition)):
        parts.append(sql_function(SCHEMA).rstrip("\n"))
    parts.append("-- Ranges: what a stored value must be before any rule can be judged.")
    parts += _ranges(guard)
    local = list(_local_rules(guard))
    if local:
        parts += ["-- Rules of the judged table's own columns.", *local]
    parts += ["-- Every rule, with the reasons that a refusal gives.", *_functions(guard)]
    if crosses(guard):
        parts += ["-- Enforcement across tables.", _enforce(guard), *_triggers(guard)]
        parts.append(f"-- The rows already stored, from now on under the triggers' locks.\n{_stored(guard)}")
    return "\n\n".join(parts) + "\n"


def crosses(guard: Guard) -> bool:
    """Whether the guard reads more than the judged row."""
    return len(guard.records) > 1


def _checked(guard: Guard) -> None:
    for record in guard.records:
        if record.path.partition(".")[0] == ROOT:
            raise Unsupported(f"the field `{ROOT}` has the name that SQL gives the judged record: rename it")
        if crosses(guard) and not record.key:
            raise Unsupported(
                f"`{record.entity}` has no key to join and lock by: mark one of its fields `key`"
            )


def _tables(guard: Guard) -> dict[str, list[Record]]:
    """Each table read, the judged one first, with the records that are read from it."""
    found: dict[str, list[Record]] = {}
    for record in guard.records:
        found.setdefault(record.table, []).append(record)
    return found


# ── head ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _head(guard: Guard, header: Header) -> str:
    judged, others = guard.records[0].table, list(_tables(guard))[1:]
    lines = [
        f"Policy {guard.name} for {guard.entity}: constraints of PostgreSQL 18, applied once after the base tables.",
        f"Generated from {header.source}; edit that, never this.",
        f"module          {header.module}",
        f"policy id       {header.policy_id}",
        f"policy version  {header.policy_version}",
        f"core sha256     {header.digest}",
        "",
        "Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):",
        f"  - INSERT and UPDATE of {judged}",
        *(f"  - INSERT, UPDATE and DELETE of {t}; TRUNCATE of {t} is refused" for t in others),
    ]
    if others:
        lines += [
            "  - two transactions at once under READ COMMITTED, by locks on every row read; REPEATABLE READ and",
            "    SERIALIZABLE are refused: their snapshot may hide what a READ COMMITTED transaction committed",
            "  - relations without a maximum: every stored element is judged (the guard's lists are complete)",
        ]
    lines += [
        "  - rows stored before: this script fails, and leaves nothing, where one breaks a rule",
        "Does not cover:",
        "  - disabled triggers and constraints, and session_replication_role = replica",
        "  - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog",
    ]
    if others:
        lines += [
            "  - row-level security that hides judged rows from who changes the rows they rest on",
            "  - references without a foreign key, and keys without a unique index",
        ]
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


def _constraint(guard: Guard, on: str, what: str, condition: str, comment: str) -> str:
    check = f"CHECK (({condition}) IS TRUE)"
    name = quote(constraint_name(guard, what, f"{on} {check}"))
    if "\n" in check:
        check = check.replace("\n", "\n    ")
    return (
        f"ALTER TABLE {on} ADD CONSTRAINT {name}\n    {check};\n"
        f"COMMENT ON CONSTRAINT {name} ON {on} IS {string(comment)};"
    )


def _ranges(guard: Guard) -> Iterator[str]:
    done: set[tuple[str, str]] = set()
    for record in guard.records:
        for field in record.fields:
            name = column(record, field)
            condition = domain(field, name)
            if condition and (record.table, name) not in done:
                done.add((record.table, name))
                what = f"{record.table}_{field.name}"
                yield _constraint(guard, table(record), what, condition, f"{record.entity}.{field.name}")


def because(text: str, traces: tuple[str, ...]) -> str:
    return f"{text} [{', '.join(traces)}]" if traces else text


def _local_rules(guard: Guard) -> Iterator[str]:
    printer, on = Printer(guard, bare=True), table(guard.records[0])
    for rule in guard.rules:
        if is_local(guard, rule.condition):
            condition = printer.condition(rule.condition)
            said = because(rule.because, rule.traces)
            yield _constraint(guard, on, rule.id.rpartition("/")[2], condition, said)


# ── functions ────────────────────────────────────────────────────────────────────────────────────────────────


def block(guard: Guard) -> str:
    """The records that the rules read, as the reader needs them: one JSON object, a record a line."""
    records = []
    for r in guard.records:
        fields = [
            {
                "name": f.name,
                "optional": f.optional,
                "sort": f.type.sort,
                "lo": f.type.lo,
                "hi": f.type.hi,
                "step": str(f.type.step),
                "unit": [f.type.unit.name, f.type.unit.code, str(f.type.unit.factor), f.type.unit.kind],
                "type": f.type.name,
                "labels": list(f.type.labels),
            }
            for f in r.fields
        ]
        records.append(
            {
                "path": r.path,
                "entity": r.entity,
                "table": r.table,
                "key": r.key,
                "how": r.how,
                "parent": r.parent,
                "link": r.link,
                "maximum": r.maximum,
                "optional": r.optional,
                "fields": fields,
            }
        )
    lines = ",\n  ".join(json.dumps(r, ensure_ascii=False) for r in records)
    named = {"module": guard.module, "policy": guard.name, "entity": guard.entity, "traces": guard.traces}
    return json.dumps(named, ensure_ascii=False)[:-1] + f', "records": [\n  {lines}\n]}}'


def _functions(guard: Guard) -> Iterator[str]:
    name, judged = stem(guard), guard.records[0]
    rows = ",\n".join(
        f"        ({string(r.id)}, {string(r.because)}, ARRAY[{', '.join(map(string, r.traces))}]::text[])"
        for r in guard.rules
    )
    reasons = quote(f"{name}_reasons")
    failed = quote(f"{name}_failed")
    yield (
        f"CREATE FUNCTION {SCHEMA}.{reasons}() RETURNS TABLE (rule text, because text, traces text[])\n"
        f"    LANGUAGE sql IMMUTABLE\n    {_PATH}\nAS $reasons$\n    VALUES\n{rows}\n$reasons$;"
    )
    printer = Printer(guard)
    bits = []
    for rule in guard.rules:
        shown = printer.condition(rule.condition).replace("\n", "\n        ")
        bits.append(f"        CASE WHEN ({shown}) IS TRUE THEN NULL ELSE {string(rule.id)} END")
    source = f"FROM (SELECT ({ROOT}).*) AS {ROOT}"
    inside = [r.path for r in guard.records if r.how == "many"]
    for record in guard.records:
        if record.how == "ref" and not any(record.path.startswith(p + ".") for p in inside):
            source += "\n    " + join(record, record.path)
    body = "    SELECT array_remove(ARRAY[\n" + ",\n".join(bits) + f"\n    ]::text[], NULL)\n    {source}"
    yield (
        f"CREATE FUNCTION {SCHEMA}.{failed}({ROOT} {table(judged)}) RETURNS text[]\n"
        f"    LANGUAGE sql STABLE\n    {_PATH}\nAS $failed$\n{body}\n$failed$;"
    )
    yield f"COMMENT ON FUNCTION {SCHEMA}.{failed}({table(judged)}) IS {string(block(guard))};"


def chain(guard: Guard, record: Record) -> str:
    """The inner joins from the judged record down to `record`."""
    if record.how == "root":
        return f"{table(record)} AS {ROOT}"
    parent = next(r for r in guard.records if r.path == record.parent)
    above, alias, owner = chain(guard, parent), Printer.alias(record.path), Printer.alias(record.parent)
    if record.how == "ref":
        on = f"{alias}.{quote(record.key)} = {owner}.{link_column(record.link)}"
    else:
        on = f"{alias}.{link_column(record.link)} = {owner}.{quote(parent.key)}"
    return f"{above}\n        JOIN {table(record)} AS {alias} ON {on}"


def _locked(guard: Guard) -> Iterator[Record]:
    """The records to lock before judging, each after those that lead to it: the judged row too where it owns a list."""
    owners = {r.parent for r in guard.records if r.how == "many"}
    return (r for r in guard.records if r.how != "root" or r.path in owners)


def _enforce(guard: Guard) -> str:
    name, judged = stem(guard), guard.records[0]
    key = f"{ROOT}.{quote(judged.key)}"
    locks = "".join(
        f"    PERFORM FROM {chain(guard, record)}\n"
        f"        WHERE {key} = ANY ($1) FOR SHARE OF {Printer.alias(record.path)};\n"
        for record in _locked(guard)
    )
    return f"""\
CREATE FUNCTION {SCHEMA}.{quote(name + "_enforce")}(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    {_PATH}
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = {string(f"{guard.name} is judged under READ COMMITTED only")},
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
{locks}    SELECT {key} AS key, failed.rules AS rules INTO refused
        FROM {table(judged)} AS {ROOT},
            LATERAL (SELECT {SCHEMA}.{quote(name + "_failed")}({ROOT}) AS rules) AS failed
        WHERE {key} = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY {key} LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = {string(f"{guard.name} refuses {judged.table} ")} || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM {SCHEMA}.{quote(name + "_reasons")}() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = {string(judged.table)},
            CONSTRAINT = {string("aln_" + name)};
    END IF;
END
$enforce$;"""


def _stored(guard: Guard) -> str:
    judged = guard.records[0]
    enforce = quote(f"{stem(guard)}_enforce")
    return (
        f"SELECT {SCHEMA}.{enforce}(ARRAY(SELECT {ROOT}.{quote(judged.key)} FROM {table(judged)} AS {ROOT}));"
    )


# ── triggers ─────────────────────────────────────────────────────────────────────────────────────────────────


def _reached(guard: Guard, record: Record) -> str:
    """The keys of the judged rows that a changed row of `record` can reach, by its old and its new key."""
    judged = guard.records[0]
    key = f"{ROOT}.{quote(judged.key)}"
    if record.how == "root":
        return f"SELECT NEW.{quote(judged.key)}"
    parent = next(r for r in guard.records if r.path == record.parent)
    above = Printer.alias(record.parent)
    if record.how == "ref":
        changed, leads = quote(record.key), f"{above}.{link_column(record.link)}"
    else:
        changed, leads = link_column(record.link), f"{above}.{quote(parent.key)}"
    return (
        f"SELECT {key} FROM {chain(guard, parent)}\n        WHERE {leads} IN (OLD.{changed}, NEW.{changed})"
    )


def _triggers(guard: Guard) -> Iterator[str]:
    name = stem(guard)
    truncate = quote(f"{name}_truncate")
    yield f"""\
CREATE FUNCTION {SCHEMA}.{truncate}() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    {_PATH}
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = {string(f"{guard.name} reads this table: rows are deleted, never truncated")};
END
$truncate$;"""
    for on, records in _tables(guard).items():
        function = quote(f"{name}_on_{on}")
        owners = ""
        for record in records:
            if record.how == "many":
                owner = next(r for r in guard.records if r.path == record.parent)
                key, link = f"owner.{quote(owner.key)}", link_column(record.link)
                owners += (
                    f"    PERFORM FROM {table(owner)} AS owner WHERE {key} IN (OLD.{link}, NEW.{link})\n"
                    f"        ORDER BY {key} FOR NO KEY UPDATE;\n"
                )
        reached = "\n        UNION ".join(_reached(guard, r) for r in records)
        own = [r.how for r in records] == ["root"]
        events = "INSERT OR UPDATE" if own else "INSERT OR DELETE OR UPDATE"
        yield f"""\
CREATE FUNCTION {SCHEMA}.{function}() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    {_PATH}
AS $changed$
BEGIN
{owners}    PERFORM {SCHEMA}.{quote(name + "_enforce")}(ARRAY(
        {reached}
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER {quote(f"aln_{name}")} AFTER {events} ON {table(records[0])}
    FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{function}();"""
        if not own:
            yield (
                f"CREATE TRIGGER {quote(f'aln_{name}_truncate')} BEFORE TRUNCATE ON {table(records[0])}\n"
                f"    FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.{truncate}();"
            )
