"""Event rules → one judgement when a record is accepted: by a trigger of its table, or by a function to be called.

Takes the event part of a guard; gives statements. The trigger runs after the accepting INSERT or UPDATE of the judged
row, so that it judges what is stored, and nothing else ever runs it. An entity that is never stored is judged by a
function that a service calls in the transaction of what it is about to do (read the vault, say); it raises with the
reasons, and gives nothing where all is well. `now` is the clock at that moment: a transaction that has waited, or was
begun early, states no older one. No row is locked: the judgement is one query, true in its snapshot, and need not
stay true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from aln.backends.interface import Unsupported
from aln.backends.sql import enforce, parts
from aln.backends.sql.names import (
    SCHEMA,
    asked,
    column,
    link_column,
    part,
    quote,
    snake,
    string,
    table,
    type_name,
)
from aln.core.ir import Field, Guard

__all__ = ["entry", "functions", "handed"]

_PATH = "SET search_path = pg_catalog, pg_temp"
_ACTOR = "current_setting('aln.actor', true)"
_VALUES = {
    "now": "clock_timestamp()",
    "actor": f"CASE WHEN pg_input_is_valid({_ACTOR}, 'uuid') THEN {_ACTOR}::uuid END",
}


def entry(guard: Guard) -> str:
    """The function that judges an entity that is never stored: its name says no version, for those who call it."""
    return quote(part(snake(guard.name), "accept"))


def handed(guard: Guard) -> list[tuple[str, str]]:
    """The columns of a judged record that is never stored, each with its type: its fields, then what is followed."""
    judged = guard.records[0]
    out = {column(judged, f): type_name(f.type) for f in judged.fields}
    for record in guard.records:
        if record.how == "ref" and not record.parent:
            out.setdefault(link_column(record.link), "uuid")
    return list(out.items())


def functions(part_: Guard, base: str, domain: Callable[[Field, str], str]) -> Iterator[str]:
    """The function that judges an accepted record, and the trigger that calls it where the record is stored."""
    judged, stored = part_.records[0], parts.is_stored(part_)
    local = "".join(f"    asked_{name} {type_} := {_VALUES[name]};\n" for name, type_ in _inputs(part_))
    checks = enforce.isolation(part_) if parts.crosses(part_) else ""
    for field in part_.inputs:
        says = f"{part_.name} refuses {judged.table or judged.entity}: `{asked(field)}` is not stated"
        checks += _unless(part_, domain(field, f"asked_{asked(field)}"), says)
    row = "NEW"
    if not stored:
        columns = [name for name, _ in handed(part_)]
        row = ", ".join(f"${i}" for i in range(1, len(columns) + 1))
        for field in judged.fields:
            place = columns.index(column(judged, field)) + 1
            within = domain(field, f"${place}")
            if within:
                checks += _unless(
                    part_, within, f"{part_.name} refuses {judged.entity}: `{field.name}` is invalid"
                )
    checks += _counted(part_, row)
    says = f"{part_.name} refuses {judged.table or judged.entity}"
    shown = f"{string(says + ' ')} || NEW.{quote(judged.key)}" if stored and judged.key else string(says)
    arguments = ", ".join([row, *(f"asked_{name}" for name, _ in _inputs(part_))])
    name = quote(part(base, "accepted")) if stored else entry(part_)
    if not stored:
        # Whatever an earlier version was handed: one function of this name, so that none is left that asks less.
        yield f"DROP FUNCTION IF EXISTS {SCHEMA}.{name};"
    takes = "" if stored else ", ".join(f"{n} {t}" for n, t in handed(part_))
    yield f"""\
CREATE FUNCTION {SCHEMA}.{name}({takes}) RETURNS {"trigger" if stored else "void"}
    LANGUAGE plpgsql VOLATILE
    {_PATH}
AS $accept$
DECLARE
{local}    refused text[];
BEGIN
{checks}    refused := {SCHEMA}.{quote(part(base, "unmet"))}({arguments});
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
{enforce.refusal(part_, base, shown, "refused")}    END IF;
{"    RETURN NULL;" if stored else "    RETURN;"}
END
$accept$;"""
    if stored:
        yield (
            f"CREATE TRIGGER {quote(part('aln_' + base, 'accepted'))} AFTER INSERT OR UPDATE ON {table(judged)}\n"
            f"    FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{name}();"
        )


def _inputs(some: Guard) -> list[tuple[str, str]]:
    for field in some.inputs:
        if asked(field) not in _VALUES:
            raise Unsupported(f"the database does not know the input `{asked(field)}`")
    return [(asked(f), type_name(f.type)) for f in some.inputs]


def _unless(some: Guard, holds: str, says: str) -> str:
    return f"""\
    IF ({holds}) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = {string(says)},
{enforce.named(some)}    END IF;
"""


def _counted(some: Guard, row: str) -> str:
    if row == "NEW":
        start = "(SELECT NEW.*)"
    else:
        start = f"(SELECT {', '.join(f'${i} AS {n}' for i, (n, _) in enumerate(handed(some), start=1))})"
    text = ""
    for record in some.records:
        if record.path in some.counts:
            owner = next(r for r in some.records if r.path == record.parent)
            query = f"SELECT FROM {enforce.chain(some, owner, start)}\n        WHERE {enforce.beyond(some, record)}"
            says = f"{some.name} counts at most {record.maximum} of {record.path}"
            text += _unless(some, f"NOT EXISTS (\n        {query}\n    )", says)
    return text
