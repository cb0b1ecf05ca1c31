"""An immutable entity → triggers that refuse every change of its stored rows.

Takes the entity's table; gives one script: rows are inserted, and never updated, deleted or truncated, whatever the
statement (ON CONFLICT DO UPDATE, MERGE and referential actions run the row trigger, TRUNCATE … CASCADE the statement
trigger). The triggers are ENABLE ALWAYS, so that a session in the replica role is refused too. Applied again, or by a
later version, the script puts the same in the same place.
"""

from __future__ import annotations

import json

from aln.backends.interface import Header
from aln.backends.sql.names import SCHEMA, part, quote, string
from aln.core.ir import Immutable

__all__ = ["print_immutable"]


def print_immutable(item: Immutable, header: Header) -> str:
    """The script, to be applied after the base tables, in one transaction."""
    base, on = part(item.table, "immutable"), f"public.{quote(item.table)}"
    name, row, whole = quote(base), quote(part(f"aln_{base}", "row")), quote(part(f"aln_{base}", "truncate"))
    says = f"{item.table} is immutable: a change is a new row"
    declared = json.dumps({"entity": item.entity, "table": item.table}, ensure_ascii=False)
    return f"""\
-- {item.entity} is immutable: triggers of PostgreSQL 18, applied after the base tables.
-- Generated from {header.source}; edit that, never this.
-- module          {header.module}
-- policy id       {header.policy_id}
-- policy version  {header.policy_version}
-- core sha256     {header.digest}
--
-- Covers: UPDATE, DELETE and TRUNCATE of {item.table}, by any statement (ON CONFLICT DO UPDATE, MERGE, referential
-- actions, TRUNCATE ... CASCADE), session_replication_role = replica included.
-- Does not cover: disabled triggers, DDL by owners, and superuser edits of the catalog.

CREATE SCHEMA IF NOT EXISTS {SCHEMA};

CREATE OR REPLACE FUNCTION {SCHEMA}.{name}() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $refuse$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = {string(says)},
        SCHEMA = 'public',
        TABLE = {string(item.table)},
        CONSTRAINT = {string(f"aln_{base}")};
END
$refuse$;

COMMENT ON FUNCTION {SCHEMA}.{name}() IS {string(declared)};

CREATE OR REPLACE TRIGGER {row} BEFORE DELETE OR UPDATE ON {on}
    FOR EACH ROW EXECUTE FUNCTION {SCHEMA}.{name}();

ALTER TABLE {on} ENABLE ALWAYS TRIGGER {row};

CREATE OR REPLACE TRIGGER {whole} BEFORE TRUNCATE ON {on}
    FOR EACH STATEMENT EXECUTE FUNCTION {SCHEMA}.{name}();

ALTER TABLE {on} ENABLE ALWAYS TRIGGER {whole};
"""
