-- Policy ArrivalGuard for Arrival: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from telemetry_ingestion.aln; edit that, never this.
-- module          TelemetryIngestion_v1_0_0
-- policy id       b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a
-- policy version  1.0.0
-- core sha256     39e5f0e385bdb52e6c341eb05ef33d2889c1783922deb2fbaf909632b255844d
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.arrival_guard_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - the sequence is negative
--   - the sequence is not above the last one accepted
--   - the session is closed
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.dosing_session ADD CONSTRAINT aln_441795db_arrival_guard_dosing_session_closed_at_381e54b2
    CHECK ((closed_at IS NULL OR (closed_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00')) IS TRUE);
COMMENT ON CONSTRAINT aln_441795db_arrival_guard_dosing_session_closed_at_381e54b2 ON public.dosing_session IS 'DosingSession.closed_at';

ALTER TABLE public.telemetry_last_seen ADD CONSTRAINT aln_441795db_arrival_guard_telemetry_last_seen_device_f2c1f350
    CHECK ((device_id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_441795db_arrival_guard_telemetry_last_seen_device_f2c1f350 ON public.telemetry_last_seen IS 'LastSeen.device';

ALTER TABLE public.telemetry_last_seen ADD CONSTRAINT aln_441795db_arrival_guard_telemetry_last_seen_sequenc_29c10a83
    CHECK ((sequence IS NOT NULL AND sequence BETWEEN -9223372036854775808 AND 9223372036854775807 AND sequence % 1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_441795db_arrival_guard_telemetry_last_seen_sequenc_29c10a83 ON public.telemetry_last_seen IS 'LastSeen.sequence';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.arrival_guard_441795db_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('ArrivalGuard/the_sequence_is_negative', 'the sequence is negative', ARRAY['RC-TEL-1']::text[]),
        ('ArrivalGuard/the_sequence_is_not_above_the_last_one_accepted', 'the sequence is not above the last one accepted', ARRAY['RC-TEL-1']::text[]),
        ('ArrivalGuard/the_session_is_closed', 'the session is closed', ARRAY['RC-TEL-1']::text[])
$reasons$;

COMMENT ON FUNCTION aln.arrival_guard_441795db_reasons() IS '{"module": "TelemetryIngestion_v1_0_0", "id": "b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a", "policy": "ArrivalGuard", "entity": "Arrival", "traces": ["RC-TEL-1"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "Arrival", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "sequence", "optional": false, "sort": "int", "lo": -9223372036854775808, "hi": 9223372036854775807, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "device", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Device", "labels": []}]},
  {"path": "session", "entity": "DosingSession", "table": "dosing_session", "key": "id", "how": "ref", "parent": "", "link": "session", "maximum": 0, "optional": false, "fields": [{"name": "closed_at", "optional": true, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]},
  {"path": "session.seen", "entity": "LastSeen", "table": "telemetry_last_seen", "key": "id", "how": "many", "parent": "session", "link": "session", "maximum": 16, "optional": false, "fields": [{"name": "device", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Device", "labels": []}, {"name": "sequence", "optional": false, "sort": "int", "lo": -9223372036854775808, "hi": 9223372036854775807, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.arrival_guard_441795db_unmet(sequence numeric, device_id uuid, session_id uuid) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (0 <= judged.sequence) IS TRUE THEN NULL ELSE 'ArrivalGuard/the_sequence_is_negative' END,
        CASE WHEN ((
            session.id IS NOT NULL
            AND NOT EXISTS (
                SELECT FROM public.telemetry_last_seen AS s
                WHERE s.session_id = session.id AND (s.device_id <> judged.device_id OR s.sequence < judged.sequence) IS NOT TRUE
            )
        )) IS TRUE THEN NULL ELSE 'ArrivalGuard/the_sequence_is_not_above_the_last_one_accepted' END,
        CASE WHEN (session.closed_at IS NULL) IS TRUE THEN NULL ELSE 'ArrivalGuard/the_session_is_closed' END
    ]::text[], NULL)
    FROM (SELECT $1 AS sequence, $2 AS device_id, $3 AS session_id) AS judged
    LEFT JOIN public.dosing_session AS session ON session.id = judged.session_id
$failed$;

DROP FUNCTION IF EXISTS aln.arrival_guard_accept;

CREATE FUNCTION aln.arrival_guard_accept(sequence numeric, device_id uuid, session_id uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'ArrivalGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    IF ($1 IS NOT NULL AND $1 BETWEEN -9223372036854775808 AND 9223372036854775807 AND $1 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ArrivalGuard refuses Arrival: `sequence` is invalid',
            CONSTRAINT = 'aln_arrival_guard';
    END IF;
    IF ($2 IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ArrivalGuard refuses Arrival: `device` is invalid',
            CONSTRAINT = 'aln_arrival_guard';
    END IF;
    refused := aln.arrival_guard_441795db_unmet($1, $2, $3);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ArrivalGuard refuses Arrival',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.arrival_guard_441795db_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_arrival_guard';
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
        SELECT substring(proname FROM 15 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'arrival_guard_441795db_reasons'
            AND proname ~ '^arrival_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name ArrivalGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'arrival_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'arrival_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
