"""The end of a script: what earlier versions of the policy left is dropped, now that this one is in force.

Takes a guard and the mark of its script; gives one statement. It finds the marks of other versions by the names of
their functions, and drops what carries them. A policy of the same name and another id is no earlier version: the
statement fails, and the script leaves nothing.
"""

from __future__ import annotations

from aln.backends.interface import Header
from aln.backends.sql.names import SCHEMA, part, snake, string
from aln.core.ir import Guard

__all__ = ["replaced"]


def replaced(guard: Guard, header: Header, mark: str) -> str:
    """The statement that drops earlier versions. Run where there is none, it does nothing."""
    stem = snake(guard.name)
    mine, reasons = string(f"{stem}_"), string(part(f"{stem}_{mark}", "reasons"))
    return f"""\
DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM {len(stem) + 2} FOR {len(mark)}) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = '{SCHEMA}'::regnamespace AND proname <> {reasons}
            AND proname ~ {string(f"^{stem}_[0-9a-f]{{{len(mark)}}}_reasons$")}
    LOOP
        IF earlier.id IS DISTINCT FROM {string(header.policy_id)} THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = {string(f"another policy of the name {guard.name} is applied: ")} || earlier.id,
                HINT = 'give one of the two another name, or drop in a migration what the other made';
        END IF;
        FOR made IN
            SELECT conrelid::regclass AS place, conname FROM pg_constraint
            WHERE contype = 'c' AND starts_with(conname, 'aln_' || earlier.mark || '_')
        LOOP
            EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', made.place, made.conname);
        END LOOP;
        FOR made IN
            SELECT tgrelid::regclass AS place, tgname FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
            WHERE pronamespace = '{SCHEMA}'::regnamespace AND starts_with(proname, {mine} || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = '{SCHEMA}'::regnamespace AND starts_with(proname, {mine} || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;"""
