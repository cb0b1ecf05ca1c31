"""State rules that cross tables → triggers on every table read, under locks on every row read.

Takes the state part of a guard; gives statements. How it is held (READ COMMITTED): a change of any table read runs a
trigger, which finds the judged rows that the change can reach, locks every row that judging them reads (owners of
relations before their elements), and judges them in a new snapshot. Two changes that are unlawful together therefore
meet at a row: whoever changes a row holds its lock, whoever judges by it wants to share it, and whoever changes a
relation locks its owner. A relation that is counted is also held to its declared maximum, under the same locks, so
that what is counted here is what core counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from aln.backends.sql.expressions import Printer
from aln.backends.sql.names import ROOT, SCHEMA, link_column, part, quote, snake, string, table
from aln.core.ir import Guard, Record

__all__ = ["beyond", "chain", "function", "isolation", "named", "refusal", "stored", "triggers"]

_PATH = "SET search_path = pg_catalog, pg_temp"


def isolation(guard: Guard) -> str:
    """The statement that refuses a snapshot which may hide what others committed."""
    return f"""\
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = {string(f"{guard.name} is judged under READ COMMITTED only")},
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
"""


def refusal(guard: Guard, base: str, says: str, rules: str) -> str:
    """The statement that refuses: `says` is the SQL of its message, `rules` that of the rules that failed."""
    return f"""\
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = {says},
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\\n'
                    ORDER BY array_position({rules}, reason.rule))
                FROM {SCHEMA}.{quote(part(base, "reasons"))}() AS reason
                WHERE reason.rule = ANY ({rules})
            ),
{named(guard)}"""


def named(guard: Guard) -> str:
    """The options of a refusal that programs read."""
    judged = guard.records[0]
    where = (
        f"            SCHEMA = 'public',\n            TABLE = {string(judged.table)},\n"
        if judged.table
        else ""
    )
    return f"{where}            CONSTRAINT = {string('aln_' + snake(guard.name))};\n"


def chain(guard: Guard, record: Record, start: str = "") -> str:
    """The inner joins from the judged record (its table, or the row that `start` is) down to `record`."""
    if record.how == "root":
        return f"{start or table(record)} AS {ROOT}"
    parent = next(r for r in guard.records if r.path == record.parent)
    above, alias, owner = (
        chain(guard, parent, start),
        Printer.alias(record.path),
        Printer.alias(record.parent),
    )
    if record.how == "ref":
        on = f"{alias}.{quote(record.key)} = {owner}.{link_column(record.link)}"
    else:
        on = f"{alias}.{link_column(record.link)} = {owner}.{quote(parent.key)}"
    return f"{above}\n        JOIN {table(record)} AS {alias} ON {on}"


def beyond(guard: Guard, record: Record) -> str:
    """The condition that a counted relation has more elements than declared, where its owner is in the query."""
    owner = next(r for r in guard.records if r.path == record.parent)
    link = f"element.{link_column(record.link)} = {Printer.alias(record.parent)}.{quote(owner.key)}"
    return f"(SELECT count(*) FROM {table(record)} AS element WHERE {link}) > {record.maximum}"


def _counted(guard: Guard) -> str:
    key = f"{ROOT}.{quote(guard.records[0].key)}"
    text = ""
    for record in guard.records:
        if record.path in guard.counts:
            owner = next(r for r in guard.records if r.path == record.parent)
            says = (
                f"{guard.name} counts at most {record.maximum} of {record.path} for {guard.records[0].table} "
            )
            text += f"""\
    SELECT {key} AS key INTO refused
        FROM {chain(guard, owner)}
        WHERE {key} = ANY ($1) AND {beyond(guard, record)}
        ORDER BY {key} LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = {string(says)} || refused.key,
{named(guard)}    END IF;
"""
    return text


def _locked(guard: Guard) -> Iterator[Record]:
    """The records to lock before judging, each after those that lead to it: the judged row too where it owns a list."""
    owners = {r.parent for r in guard.records if r.how == "many"}
    return (r for r in guard.records if r.how != "root" or r.path in owners)


def function(guard: Guard, base: str) -> str:
    """The function that judges the rows of some keys, and fails where one is refused."""
    judged = guard.records[0]
    key = f"{ROOT}.{quote(judged.key)}"
    locks = "".join(
        f"    PERFORM FROM {chain(guard, record)}\n"
        f"        WHERE {key} = ANY ($1) FOR SHARE OF {Printer.alias(record.path)};\n"
        for record in _locked(guard)
    )
    says = string(f"{guard.name} refuses {judged.table} ")
    return f"""\
CREATE FUNCTION {SCHEMA}.{quote(part(base, "enforce"))}(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    {_PATH}
AS $enforce$
DECLARE
    refused record;
BEGIN
{isolation(guard)}{locks}{_counted(guard)}\
    SELECT {key} AS key, failed.rules AS rules INTO refused
        FROM {table(judged)} AS {ROOT},
            LATERAL (SELECT {SCHEMA}.{quote(part(base, "failed"))}({ROOT}) AS rules) AS failed
        WHERE {key} = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY {key} LIMIT 1;
    IF FOUND THEN
{refusal(guard, base, f"{says} || refused.key", "refused.rules")}\
    END IF;
END
$enforce$;"""


def stored(guard: Guard, base: str) -> str:
    """The statement that judges every row already stored."""
    judged = guard.records[0]
    enforce = quote(part(base, "enforce"))
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


def triggers(guard: Guard, base: str) -> Iterator[str]:
    """A trigger on every table read, and the refusal to truncate those whose rows can be deleted lawfully."""
    truncate = quote(part(base, "truncate"))
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
    tables: dict[str, list[Record]] = {}
    for record in guard.records:
        tables.setdefault(record.table, []).append(record)
    for on, records in tables.items():
        name = quote(part(base, f"on_{on}"))
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
CREATE FUNCTION {SCHEMA}.{name}() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    {_PATH}
AS $changed$
BEGIN
{owners}    PERFORM {SCHEMA}.{quote(part(base, "enforce"))}(ARRAY(
        {reached}
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER {quote(part("aln_" + base, "changed"))} AFTER {events} ON {table(records[0])}
    FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{name}();"""
        if not own:
            yield (
                f"CREATE TRIGGER {quote(part('aln_' + base, 'truncate'))} BEFORE TRUNCATE ON {table(records[0])}\n"
                f"    FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.{truncate}();"
            )
