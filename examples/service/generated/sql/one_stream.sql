-- Policy OneStream for AnyStream: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from telemetry.aln; edit that, never this.
-- module          TelemetrySequence_v1_0_0
-- policy id       93b7d0c4-6e1a-4f25-8a9c-d47e20f1b51d
-- policy version  1.0.0
-- core sha256     979f5154cd4937e21e4d7bcb715eb1a48af0e86d6d1ff83e3eb520857024ba34
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.one_stream_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - streams are numbered from one
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.one_stream_03cf01ee_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('OneStream/streams_are_numbered_from_one', 'streams are numbered from one', ARRAY['RC-TEL-1']::text[])
$reasons$;

COMMENT ON FUNCTION aln.one_stream_03cf01ee_reasons() IS '{"module": "TelemetrySequence_v1_0_0", "id": "93b7d0c4-6e1a-4f25-8a9c-d47e20f1b51d", "policy": "OneStream", "entity": "AnyStream", "traces": ["RC-TEL-1"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "AnyStream", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "number", "optional": false, "sort": "int", "lo": 0, "hi": 65535, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.one_stream_03cf01ee_unmet(number numeric) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (1 <= judged.number) IS TRUE THEN NULL ELSE 'OneStream/streams_are_numbered_from_one' END
    ]::text[], NULL)
    FROM (SELECT $1 AS number) AS judged
$failed$;

DROP FUNCTION IF EXISTS aln.one_stream_accept;

CREATE FUNCTION aln.one_stream_accept(number numeric) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF ($1 IS NOT NULL AND $1 BETWEEN 0 AND 65535 AND $1 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'OneStream refuses AnyStream: `number` is invalid',
            CONSTRAINT = 'aln_one_stream';
    END IF;
    refused := aln.one_stream_03cf01ee_unmet($1);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'OneStream refuses AnyStream',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.one_stream_03cf01ee_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_one_stream';
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
        SELECT substring(proname FROM 12 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'one_stream_03cf01ee_reasons'
            AND proname ~ '^one_stream_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '93b7d0c4-6e1a-4f25-8a9c-d47e20f1b51d' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name OneStream is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'one_stream_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'one_stream_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
