-- Policy LimitsRoles for LimitsAccess: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from drug_library.aln; edit that, never this.
-- module          DrugLibrary_v1_0_0
-- policy id       2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608
-- policy version  1.0.0
-- core sha256     feee33b74553f0950eea7c983f2747532699e9b12a0bc5e0713bd518c7dd1d01
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.limits_roles_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - no role grants this to a `Limits`
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.limits_roles_c5ba93eb_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('LimitsRoles/no_role_grants_this_to_a_limits', 'no role grants this to a `Limits`', ARRAY['RC-DRUG-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.limits_roles_c5ba93eb_reasons() IS '{"module": "DrugLibrary_v1_0_0", "id": "2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608", "policy": "LimitsRoles", "entity": "LimitsAccess", "traces": ["RC-DRUG-2"], "counts": [], "events": ["LimitsRoles/no_role_grants_this_to_a_limits"], "inputs": [], "records": [
  {"path": "", "entity": "LimitsAccess", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "role", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": ["Admin", "Clinician", "Auditor"]}, {"name": "action", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": ["create", "read", "update", "retire"]}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.limits_roles_c5ba93eb_unmet(role text, action text) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            (judged.role = 'Admin' AND judged.action = 'create')
            OR (judged.role = 'Admin' AND judged.action = 'read')
            OR (judged.role = 'Admin' AND judged.action = 'update')
            OR (judged.role = 'Clinician' AND judged.action = 'read')
            OR (judged.role = 'Auditor' AND judged.action = 'read')
        )) IS TRUE THEN NULL ELSE 'LimitsRoles/no_role_grants_this_to_a_limits' END
    ]::text[], NULL)
    FROM (SELECT $1 AS role, $2 AS action) AS judged
$failed$;

DROP FUNCTION IF EXISTS aln.limits_roles_accept;

CREATE FUNCTION aln.limits_roles_accept(role text, action text) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF ($1 IS NOT NULL AND $1 IN ('Admin', 'Clinician', 'Auditor')) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'LimitsRoles refuses LimitsAccess: `role` is invalid',
            CONSTRAINT = 'aln_limits_roles';
    END IF;
    IF ($2 IS NOT NULL AND $2 IN ('create', 'read', 'update', 'retire')) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'LimitsRoles refuses LimitsAccess: `action` is invalid',
            CONSTRAINT = 'aln_limits_roles';
    END IF;
    refused := aln.limits_roles_c5ba93eb_unmet($1, $2);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'LimitsRoles refuses LimitsAccess',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.limits_roles_c5ba93eb_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_limits_roles';
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
        SELECT substring(proname FROM 14 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'limits_roles_c5ba93eb_reasons'
            AND proname ~ '^limits_roles_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name LimitsRoles is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'limits_roles_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'limits_roles_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
