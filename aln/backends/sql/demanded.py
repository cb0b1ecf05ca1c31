"""What the declared records demand of an artefact beside its rules: the other statements, word for word.

Takes records and rules read back; gives the statements that hold them. Written apart from the printer, from what was
read alone: a lock, an event, a path or an end of a range that either of the two forgets makes the artefact unreadable.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from aln.backends.interface import Unreadable
from aln.backends.sql.names import (
    ROOT,
    STATED,
    decimal,
    instant,
    link_column,
    part,
    quote,
    snake,
    stored,
    string,
)
from aln.core.ir import Expr, Field, Guard, Record

__all__ = [
    "acceptance",
    "enforcement",
    "failed_head",
    "failed_source",
    "needed",
    "reasons_head",
    "replacement",
]

_SET = "SET search_path = pg_catalog, pg_temp"
_NOW = "clock_timestamp()"
_ACTOR = (
    "CASE WHEN pg_input_is_valid(current_setting('aln.actor', true), 'uuid')"
    " THEN current_setting('aln.actor', true)::uuid END"
)


def needed(
    records: Sequence[Record], conditions: Sequence[Expr], counted: Sequence[str]
) -> tuple[Record, ...]:
    """The judged record and those that some conditions read, or that are counted, with what leads to them. One that is
    never stored is handed over whole, with all that it refers to."""
    if not records[0].table:
        return tuple(records)
    paths: set[str] = set(counted)
    todo: list[tuple[Expr, dict[str, str]]] = [(c, {}) for c in conditions]
    while todo:
        e, bounds = todo.pop()
        for inner in _outside(e):
            if inner.kind in ("var", "given", "each"):
                name = inner.name if inner.kind != "each" else str(inner.value)
                first, *rest = name.split(".")
                paths.add(".".join((bounds.get(first, first), *rest)))
            if inner.kind == "each":
                first, *rest = str(inner.value).split(".")
                path = ".".join((bounds.get(first, first), *rest))
                todo.append((inner.args[0], {**bounds, inner.bound: path}))
    leads = {".".join(p.split(".")[:n]) for p in paths for n in range(1, p.count(".") + 2)}
    return tuple(r for r in records if r.how == "root" or r.path in leads)


def _outside(e: Expr) -> list[Expr]:
    """The nodes of an expression down to its aggregates, and not what is inside them."""
    found: list[Expr] = []
    seen: set[int] = set()
    todo = [e]
    while todo:
        top = todo.pop()
        if id(top) not in seen:
            seen.add(id(top))
            found.append(top)
            todo += () if top.kind == "each" else top.args
    return found


def _way(guard: Guard, record: Record) -> list[Record]:
    """The records from the judged one to `record`, both included."""
    way = [record]
    while way[0].how != "root":
        way.insert(0, next(r for r in guard.records if r.path == way[0].parent))
    return way


def _name(record: Record) -> str:
    return quote(record.path) if record.path else ROOT


def _from(way: Sequence[Record], start: str = "") -> str:
    text = f"FROM {start or f'public.{quote(way[0].table)}'} AS {ROOT}"
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


def reasons_head(base: str) -> str:
    """The function that gives the message table, without its rows."""
    returns = "TABLE (rule text, because text, traces text[])"
    return _function(part(base, "reasons"), "", returns, "sql", "IMMUTABLE", "")


# ── what is handed over ──────────────────────────────────────────────────────────────────────────────────────


def _columns(records: Sequence[Record]) -> list[tuple[str, str, Field | None]]:
    """A judged record that is never stored: each column, its type, and its field where one is read."""
    judged = records[0]
    out: list[tuple[str, str, Field | None]] = [
        (quote(stored(judged, f)), _type(f), f) for f in judged.fields
    ]
    for record in records:
        name = link_column(record.link) if record.link else ""
        if record.how == "ref" and record.parent == "" and all(name != n for n, _, _ in out):
            out.append((name, "uuid", None))
    return out


def _type(field: Field) -> str:
    if field.type.sort == "int":
        return "timestamptz" if field.type.unit.kind == "instant" else "numeric"
    return {"bool": "boolean", "enum": "text", "id": "uuid", "text": "text"}[field.type.sort]


def _stated(guard: Guard) -> list[tuple[str, str, str]]:
    """The inputs: name, SQL type, and where its value comes from."""
    out = []
    for field in guard.inputs:
        name = field.name.removeprefix("@")
        if name not in ("now", "actor") or field.optional:
            raise Unreadable(f"the input `{name}` is not one that the database knows")
        if _type(field) != ("timestamptz" if name == "now" else "uuid"):
            raise Unreadable(f"the input `{name}` is declared with another type")
        out.append((name, _type(field), _NOW if name == "now" else _ACTOR))
    return out


def failed_head(name: str, guard: Guard) -> str:
    """The function that gives the rules a record fails, without its query."""
    judged = guard.records[0]
    if judged.table:
        arguments = [f"{ROOT} public.{quote(judged.table)}"]
    else:
        arguments = [f"{column} {kind}" for column, kind, _ in _columns(guard.records)]
    arguments += [f"{quote(n)} {kind}" for n, kind, _ in _stated(guard)]
    return _function(name, ", ".join(arguments), "text[]", "sql", "STABLE", "")


def failed_source(guard: Guard, joins: str) -> str:
    """The rows that the rules are judged over: the judged one, what is stated, and what it refers to."""
    judged = guard.records[0]
    row, first = f"(SELECT ({ROOT}).*)", 2
    if not judged.table:
        columns = _columns(guard.records)
        row, first = _row(columns), len(columns) + 1
    stated = ""
    if guard.inputs:
        each = (f"${i} AS {quote(n)}" for i, (n, _, _) in enumerate(_stated(guard), first))
        stated = f" CROSS JOIN (SELECT {', '.join(each)}) AS {STATED}"
    return f"SELECT FROM {row} AS {ROOT}{stated}{joins}"


def _row(columns: Sequence[tuple[str, str, Field | None]]) -> str:
    return f"(SELECT {', '.join(f'${i} AS {name}' for i, (name, _, _) in enumerate(columns, 1))})"


# ── refusals ─────────────────────────────────────────────────────────────────────────────────────────────────

_ISOLATION = (
    "IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN"
    " RAISE EXCEPTION USING ERRCODE = '0A000', MESSAGE = {},"
    " HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED'; END IF;"
)


def _isolation(guard: Guard) -> str:
    return _ISOLATION.format(string(guard.name + " is judged under READ COMMITTED only"))


def _raise(guard: Guard, message: str, detail: str = "") -> str:
    table = guard.records[0].table
    place = f" SCHEMA = 'public', TABLE = {string(table)}," if table else ""
    return (
        f"RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = {message},{detail}{place}"
        f" CONSTRAINT = {string('aln_' + snake(guard.name))};"
    )


def _reasons(base: str, rules: str) -> str:
    return (
        " DETAIL = (SELECT string_agg(reason.rule || ': ' || reason.because, E'\\n'"
        f" ORDER BY array_position({rules}, reason.rule))"
        f" FROM aln.{quote(part(base, 'reasons'))}() AS reason WHERE reason.rule = ANY ({rules})),"
    )


def _beyond(guard: Guard, record: Record) -> str:
    owner = _way(guard, record)[-2]
    return (
        f"(SELECT count(*) FROM public.{quote(record.table)} AS element"
        f" WHERE element.{quote(record.link + '_id')} = {_name(owner)}.{quote(owner.key)}) > {record.maximum}"
    )


def _counted(guard: Guard) -> list[Record]:
    return [r for r in guard.records if r.path in guard.counts]


# ── state rules ──────────────────────────────────────────────────────────────────────────────────────────────


def enforcement(guard: Guard, base: str) -> list[str]:
    """Every statement that enforces a guard's state rules across tables, in order."""
    judged = guard.records[0]
    key = f"{ROOT}.{quote(judged.key)}"
    statements = [_enforce(guard, base, key), _truncate(guard, base)]
    tables = list(dict.fromkeys(r.table for r in guard.records))
    for table in tables:
        records = [r for r in guard.records if r.table == table]
        function = f"aln.{quote(part(base, f'on_{table}'))}()"
        statements.append(_changed(guard, base, table, records, key))
        only_judged = len(records) == 1 and records[0].how == "root"
        statements.append(
            f"CREATE TRIGGER {quote(part('aln_' + base, 'changed'))}"
            f" AFTER INSERT OR UPDATE{'' if only_judged else ' OR DELETE'}"
            f" ON public.{quote(table)} FOR EACH ROW EXECUTE FUNCTION {function}"
        )
        if not only_judged:
            statements.append(
                f"CREATE TRIGGER {quote(part('aln_' + base, 'truncate'))} BEFORE TRUNCATE ON public.{quote(table)}"
                f" FOR EACH STATEMENT EXECUTE FUNCTION aln.{quote(part(base, 'truncate'))}()"
            )
    rows = f"SELECT {key} FROM public.{quote(judged.table)} AS {ROOT}"
    statements.append(f"SELECT aln.{quote(part(base, 'enforce'))}(ARRAY({rows}))")
    return statements


def _enforce(guard: Guard, base: str, key: str) -> str:
    judged = guard.records[0]
    text = _isolation(guard)
    for record in guard.records:
        if record is judged and not any(r.how == "many" and r.parent == "" for r in guard.records):
            continue
        text += f" PERFORM {_from(_way(guard, record))} WHERE {key} = ANY ($1) FOR SHARE OF {_name(record)};"
    for record in _counted(guard):
        says = f"{guard.name} counts at most {record.maximum} of {record.path} for {judged.table} "
        text += (
            f" SELECT {key} AS key INTO refused {_from(_way(guard, record)[:-1])}"
            f" WHERE {key} = ANY ($1) AND {_beyond(guard, record)} ORDER BY {key} LIMIT 1;"
            f" IF FOUND THEN {_raise(guard, string(says) + ' || refused.key')} END IF;"
        )
    text += (
        f" SELECT {key} AS key, failed.rules AS rules INTO refused FROM public.{quote(judged.table)} AS {ROOT},"
        f" LATERAL (SELECT aln.{quote(part(base, 'failed'))}({ROOT}) AS rules) AS failed"
        f" WHERE {key} = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE ORDER BY {key} LIMIT 1;"
    )
    message = string(f"{guard.name} refuses {judged.table} ") + " || refused.key"
    text += f" IF FOUND THEN {_raise(guard, message, _reasons(base, 'refused.rules'))} END IF;"
    body = f"DECLARE refused record; BEGIN {text} END"
    return _function(part(base, "enforce"), "uuid[]", "void", "plpgsql", "VOLATILE", body)


def _truncate(guard: Guard, base: str) -> str:
    says = f"{guard.name} reads this table: rows are deleted, never truncated"
    body = f"BEGIN RAISE EXCEPTION USING ERRCODE = '23514', MESSAGE = {string(says)}; END"
    return _function(part(base, "truncate"), "", "trigger", "plpgsql", "VOLATILE", body)


def _changed(guard: Guard, base: str, table: str, records: Sequence[Record], key: str) -> str:
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
        f"BEGIN {owners}PERFORM aln.{quote(part(base, 'enforce'))}(ARRAY({' UNION '.join(reached)}));"
        " RETURN NULL; END"
    )
    return _function(part(base, f"on_{table}"), "", "trigger", "plpgsql", "VOLATILE", body)


# ── event rules ──────────────────────────────────────────────────────────────────────────────────────────────


def acceptance(guard: Guard, base: str) -> list[str]:
    """Every statement that judges a guard's event rules when a record is accepted, in order."""
    judged = guard.records[0]
    inputs, table = _stated(guard), judged.table
    columns = [] if table else _columns(guard.records)
    row = "NEW" if table else ", ".join(f"${i}" for i, _ in enumerate(columns, 1))
    body = "DECLARE "
    body += "".join(f"asked_{name} {kind} := {value}; " for name, kind, value in inputs)
    body += "refused text[]; BEGIN "
    if len(guard.records) > 1:
        body += _isolation(guard)
    refuses = f"{guard.name} refuses {table or judged.entity}"
    for field, (name, _, _) in zip(guard.inputs, inputs, strict=True):
        body += _if_not(guard, _within(field, f"asked_{name}"), f"{refuses}: `{name}` is not stated")
    for place, (_, _, one) in enumerate(columns, 1):
        if one is not None and not (one.optional and one.type.sort in ("bool", "id", "text")):
            body += _if_not(guard, _within(one, f"${place}"), f"{refuses}: `{one.name}` is invalid")
    for record in _counted(guard):
        start = "(SELECT NEW.*)" if table else _row(columns)
        query = f"SELECT {_from(_way(guard, record)[:-1], start)} WHERE {_beyond(guard, record)}"
        says = f"{guard.name} counts at most {record.maximum} of {record.path}"
        body += _if_not(guard, f"NOT EXISTS ({query})", says)
    arguments = ", ".join((row, *(f"asked_{name}" for name, _, _ in inputs)))
    body += f" refused := aln.{quote(part(base, 'unmet'))}({arguments});"
    message = (
        string(f"{refuses} ") + f" || NEW.{quote(judged.key)}" if table and judged.key else string(refuses)
    )
    body += (
        f" IF (cardinality(refused) = 0) IS NOT TRUE THEN {_raise(guard, message, _reasons(base, 'refused'))}"
    )
    body += f" END IF; {'RETURN NULL;' if table else 'RETURN;'} END"
    if not table:
        entry = part(snake(guard.name), "accept")
        takes = ", ".join(f"{name} {kind}" for name, kind, _ in columns)
        return [
            f"DROP FUNCTION IF EXISTS aln.{quote(entry)}",
            _function(entry, takes, "void", "plpgsql", "VOLATILE", body),
        ]
    accepted = part(base, "accepted")
    return [
        _function(accepted, "", "trigger", "plpgsql", "VOLATILE", body),
        f"CREATE TRIGGER {quote(part('aln_' + base, 'accepted'))} AFTER INSERT OR UPDATE ON public.{quote(table)}"
        f" FOR EACH ROW EXECUTE FUNCTION aln.{quote(accepted)}()",
    ]


def _if_not(guard: Guard, holds: str, says: str) -> str:
    return f" IF ({holds}) IS NOT TRUE THEN {_raise(guard, string(says))} END IF;"


def _within(field: Field, name: str) -> str:
    """When a value that is handed over lies in its domain."""
    t, parts = field.type, []
    if t.sort == "int" and t.unit.kind == "instant":
        parts = [f"{name} BETWEEN {instant(t.lo)} AND {instant(t.hi)}"]
    elif t.sort == "int":
        low, high = decimal(t.lo * t.step), decimal(t.hi * t.step)
        parts = [f"{name} BETWEEN {low} AND {high}", f"{name} % {decimal(t.step)} = 0"]
    elif t.sort == "enum":
        parts = [f"{name} IN ({', '.join(map(string, t.labels))})"]
    if field.optional:
        return f"{name} IS NULL OR ({' AND '.join(parts)})"
    return " AND ".join((f"{name} IS NOT NULL", *parts))


# ── earlier versions ─────────────────────────────────────────────────────────────────────────────────────────


def replacement(guard: Guard, policy_id: str, mark: str) -> str:
    """The last statement: what carries the mark of another version of this very policy is dropped."""
    stem = snake(guard.name)
    own = string(part(f"{stem}_{mark}", "reasons"))
    ours = f"pronamespace = 'aln'::regnamespace AND starts_with(proname, {string(stem + '_')} || earlier.mark || '_')"
    body = f"""
        DECLARE path text := current_setting('search_path'); earlier record; made record;
        BEGIN
            PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
            FOR earlier IN
                SELECT substring(proname FROM {len(stem) + 2} FOR 8) AS mark,
                    obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
                FROM pg_proc
                WHERE pronamespace = 'aln'::regnamespace AND proname <> {own}
                    AND proname ~ {string(f"^{stem}_[0-9a-f]{{8}}_reasons$")}
            LOOP
                IF earlier.id IS DISTINCT FROM {string(policy_id)} THEN
                    RAISE EXCEPTION USING ERRCODE = '42710',
                        MESSAGE = {string(f"another policy of the name {guard.name} is applied: ")} || earlier.id,
                        HINT = 'give one of the two another name, or drop in a migration what the other made';
                END IF;
                FOR made IN SELECT conrelid::regclass AS place, conname FROM pg_constraint
                    WHERE contype = 'c' AND starts_with(conname, 'aln_' || earlier.mark || '_')
                LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', made.place, made.conname); END LOOP;
                FOR made IN SELECT tgrelid::regclass AS place, tgname
                    FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid WHERE {ours}
                LOOP EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place); END LOOP;
                FOR made IN SELECT oid::regprocedure AS place FROM pg_proc WHERE {ours}
                LOOP EXECUTE format('DROP FUNCTION %s', made.place); END LOOP;
            END LOOP;
            PERFORM set_config('search_path', path, true);
        END
    """
    return f"DO $replaced$ {body} $replaced$"
