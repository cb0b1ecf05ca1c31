"""What the declared records demand of an artefact beside its rules: the other statements, word for word.

Takes records read back; gives the statements that hold them. Written apart from the printer, from the records alone:
a lock, an event or a path that either of the two forgets makes the artefact unreadable.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aln.backends.sql.names import ROOT, quote, string
from aln.core.ir import Guard, Record

__all__ = ["enforcement", "failed_head", "failed_source", "reasons_head"]

_SET = "SET search_path = pg_catalog, pg_temp"


def _way(guard: Guard, record: Record) -> list[Record]:
    """The records from the judged one to `record`, both included."""
    way = [record]
    while way[0].how != "root":
        way.insert(0, next(r for r in guard.records if r.path == way[0].parent))
    return way


def _name(record: Record) -> str:
    return quote(record.path) if record.path else ROOT


def _from(way: Sequence[Record]) -> str:
    text = f"FROM public.{quote(way[0].table)} AS {ROOT}"
    for above, here in pairwise(way):
        text += f" JOIN public.{quote(here.table)} AS {_name(here)} ON {_name(here)}."
        if here.how == "many":
            text += f"{quote(here.link + '_id')} = {_name(above)}.{quote(above.key)}"
        else:
            text += f"{quote(here.key)} = {_name(above)}.{quote(here.link + '_id')}"
    return text


def _function(name: str, arguments: str, returns: str, language: str, kind: str, body: str) -> str:
    return (
        f"CREATE FUNCTION aln.{quote(name)}({arguments}) RETURNS {returns} LANGUAGE {language} {kind} {_SET}"
        f" AS $body$ {body} $body$"
    )


def reasons_head(stem: str) -> str:
    """The function that gives the message table, without its rows."""
    returns = "TABLE (rule text, because text, traces text[])"
    return _function(f"{stem}_reasons", "", returns, "sql", "IMMUTABLE", "")


def failed_head(stem: str, judged: Record) -> str:
    """The function that gives the rules a row fails, without its query."""
    argument = f"{ROOT} public.{quote(judged.table)}"
    return _function(f"{stem}_failed", argument, "text[]", "sql", "STABLE", "")


def failed_source(joins: str) -> str:
    """The rows that the rules are judged over: the judged one, and what it refers to."""
    return f"SELECT FROM (SELECT ({ROOT}).*) AS {ROOT}{joins}"


def enforcement(guard: Guard, stem: str) -> list[str]:
    """Every statement that enforces a guard across tables, in order."""
    judged = guard.records[0]
    key = f"{ROOT}.{quote(judged.key)}"
    statements = [_enforce(guard, stem, key), _truncate(guard, stem)]
    tables = list(dict.fromkeys(r.table for r in guard.records))
    for table in tables:
        records = [r for r in guard.records if r.table == table]
        function = f"aln.{quote(f'{stem}_on_{table}')}()"
        statements.append(_changed(guard, stem, table, records, key))
        only_judged = len(records) == 1 and records[0].how == "root"
        statements.append(
            f"CREATE TRIGGER {quote(f'aln_{stem}')} AFTER INSERT OR UPDATE{'' if only_judged else ' OR DELETE'}"
            f" ON public.{quote(table)} FOR EACH ROW EXECUTE FUNCTION {function}"
        )
        if not only_judged:
            statements.append(
                f"CREATE TRIGGER {quote(f'aln_{stem}_truncate')} BEFORE TRUNCATE ON public.{quote(table)}"
                f" FOR EACH STATEMENT EXECUTE FUNCTION aln.{quote(f'{stem}_truncate')}()"
            )
    stored = f"SELECT {key} FROM public.{quote(judged.table)} AS {ROOT}"
    statements.append(f"SELECT aln.{quote(f'{stem}_enforce')}(ARRAY({stored}))")
    return statements


def _enforce(guard: Guard, stem: str, key: str) -> str:
    judged = guard.records[0]
    isolation = (
        "IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN"
        " RAISE EXCEPTION USING ERRCODE = '0A000',"
        f" MESSAGE = {string(guard.name + ' is judged under READ COMMITTED only')},"
        " HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED'; END IF;"
    )
    locks = ""
    for record in guard.records:
        if record is judged and not any(r.how == "many" and r.parent == "" for r in guard.records):
            continue
        locks += f" PERFORM {_from(_way(guard, record))} WHERE {key} = ANY ($1) FOR SHARE OF {_name(record)};"
    verdict = (
        f" SELECT {key} AS key, failed.rules AS rules INTO refused FROM public.{quote(judged.table)} AS {ROOT},"
        f" LATERAL (SELECT aln.{quote(f'{stem}_failed')}({ROOT}) AS rules) AS failed"
        f" WHERE {key} = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE ORDER BY {key} LIMIT 1;"
    )
    refusal = (
        " IF FOUND THEN RAISE EXCEPTION USING ERRCODE = '23514',"
        f" MESSAGE = {string(f'{guard.name} refuses {judged.table} ')} || refused.key,"
        " DETAIL = (SELECT string_agg(reason.rule || ': ' || reason.because, E'\\n'"
        " ORDER BY array_position(refused.rules, reason.rule))"
        f" FROM aln.{quote(f'{stem}_reasons')}() AS reason WHERE reason.rule = ANY (refused.rules)),"
        f" SCHEMA = 'public', TABLE = {string(judged.table)}, CONSTRAINT = {string(f'aln_{stem}')}; END IF;"
    )
    body = f"DECLARE refused record; BEGIN {isolation}{locks}{verdict}{refusal} END"
    return _function(f"{stem}_enforce", "uuid[]", "void", "plpgsql", "VOLATILE", body)


def _truncate(guard: Guard, stem: str) -> str:
    says = f"{guard.name} reads this table: rows are deleted, never truncated"
    body = f"BEGIN RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = {string(says)}; END"
    return _function(f"{stem}_truncate", "", "trigger", "plpgsql", "VOLATILE", body)


def _changed(guard: Guard, stem: str, table: str, records: Sequence[Record], key: str) -> str:
    owners, reached = "", []
    for record in records:
        if record.how == "root":
            reached.append(f"SELECT NEW.{quote(record.key)}")
            continue
        way = _way(guard, record)[:-1]
        owner = way[-1]
        if record.how == "many":
            changed, leads = quote(record.link + "_id"), quote(owner.key)
            owners += (
                f"PERFORM FROM public.{quote(owner.table)} AS owner"
                f" WHERE owner.{quote(owner.key)} IN (OLD.{changed}, NEW.{changed})"
                f" ORDER BY owner.{quote(owner.key)} FOR NO KEY UPDATE; "
            )
        else:
            changed, leads = quote(record.key), quote(record.link + "_id")
        keys = f"(OLD.{changed}, NEW.{changed})"
        reached.append(f"SELECT {key} {_from(way)} WHERE {_name(owner)}.{leads} IN {keys}")
    body = (
        f"BEGIN {owners}PERFORM aln.{quote(f'{stem}_enforce')}(ARRAY({' UNION '.join(reached)}));"
        " RETURN NULL; END"
    )
    return _function(f"{stem}_on_{table}", "", "trigger", "plpgsql", "VOLATILE", body)
