-- Policy DosingSessionRoles for DosingSessionAccess: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from infusion_sessions.aln; edit that, never this.
-- module          InfusionSessions_v1_0_0
-- policy id       7d3a5e81-0f92-4b6c-8c4e-61f8b2d9a709
-- policy version  1.0.0
-- core sha256     180610642bfbf498c740ddec4180e65937da9bc82987e5d9a06d1dc69b4b48f4
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.dosing_session_roles_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - no role grants this to a `DosingSession`
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.dosing_session ADD CONSTRAINT aln_b76755bd_dosing_session_roles_dosing_session_close_381e54b2
    CHECK ((closed_at IS NULL OR (closed_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00')) IS TRUE);
COMMENT ON CONSTRAINT aln_b76755bd_dosing_session_roles_dosing_session_close_381e54b2 ON public.dosing_session IS 'DosingSession.closed_at';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.dosing_session_roles_b76755bd_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('DosingSessionRoles/no_role_grants_this_to_a_dosingsession', 'no role grants this to a `DosingSession`', ARRAY['RC-SESS-1']::text[])
$reasons$;

COMMENT ON FUNCTION aln.dosing_session_roles_b76755bd_reasons() IS '{"module": "InfusionSessions_v1_0_0", "id": "7d3a5e81-0f92-4b6c-8c4e-61f8b2d9a709", "policy": "DosingSessionRoles", "entity": "DosingSessionAccess", "traces": ["RC-SESS-1"], "counts": [], "events": ["DosingSessionRoles/no_role_grants_this_to_a_dosingsession"], "inputs": [], "records": [
  {"path": "", "entity": "DosingSessionAccess", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "role", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": ["Admin", "Clinician", "Auditor"]}, {"name": "action", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": ["start", "read", "close"]}]},
  {"path": "record", "entity": "DosingSession", "table": "dosing_session", "key": "id", "how": "ref", "parent": "", "link": "record", "maximum": 0, "optional": true, "fields": [{"name": "closed_at", "optional": true, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.dosing_session_roles_b76755bd_unmet(role text, action text, record_id uuid) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            (judged.role = 'Admin' AND judged.action = 'start')
            OR (judged.role = 'Admin' AND judged.action = 'read')
            OR (
                record.id IS NOT NULL
                AND record.closed_at IS NULL
                AND judged.role = 'Admin'
                AND judged.action = 'close'
            )
            OR (judged.role = 'Clinician' AND judged.action = 'start')
            OR (judged.role = 'Clinician' AND judged.action = 'read')
            OR (
                record.id IS NOT NULL
                AND record.closed_at IS NULL
                AND judged.role = 'Clinician'
                AND judged.action = 'close'
            )
            OR (judged.role = 'Auditor' AND judged.action = 'read')
        )) IS TRUE THEN NULL ELSE 'DosingSessionRoles/no_role_grants_this_to_a_dosingsession' END
    ]::text[], NULL)
    FROM (SELECT $1 AS role, $2 AS action, $3 AS record_id) AS judged
    LEFT JOIN public.dosing_session AS record ON record.id = judged.record_id
$failed$;

DROP FUNCTION IF EXISTS aln.dosing_session_roles_accept;

CREATE FUNCTION aln.dosing_session_roles_accept(role text, action text, record_id uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'DosingSessionRoles is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    IF ($1 IS NOT NULL AND $1 IN ('Admin', 'Clinician', 'Auditor')) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'DosingSessionRoles refuses DosingSessionAccess: `role` is invalid',
            CONSTRAINT = 'aln_dosing_session_roles';
    END IF;
    IF ($2 IS NOT NULL AND $2 IN ('start', 'read', 'close')) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'DosingSessionRoles refuses DosingSessionAccess: `action` is invalid',
            CONSTRAINT = 'aln_dosing_session_roles';
    END IF;
    refused := aln.dosing_session_roles_b76755bd_unmet($1, $2, $3);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'DosingSessionRoles refuses DosingSessionAccess',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.dosing_session_roles_b76755bd_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_dosing_session_roles';
    END IF;
    RETURN;
END
$accept$;

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 22 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'dosing_session_roles_b76755bd_reasons'
            AND proname ~ '^dosing_session_roles_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '7d3a5e81-0f92-4b6c-8c4e-61f8b2d9a709' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name DosingSessionRoles is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'dosing_session_roles_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'dosing_session_roles_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
