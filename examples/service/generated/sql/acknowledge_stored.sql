-- Policy AcknowledgeStored for Acknowledgement: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from telemetry_ingestion.aln; edit that, never this.
-- module          TelemetryIngestion_v1_0_0
-- policy id       b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a
-- policy version  1.0.0
-- core sha256     454f06b5115d9c7a35b239cc9263b23517fb5e3e1b0ec2f7d3afb14a458e06a2
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.acknowledge_stored_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - the envelope is not stored
--   - the alarm of the envelope is not in the audit trail
--   `now` is the server's clock when the record is judged, to the microsecond
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.telemetry_envelope ADD CONSTRAINT aln_3270ba7c_acknowledge_stored_telemetry_envelope_rec_328d8524
    CHECK ((received_at IS NOT NULL AND received_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_3270ba7c_acknowledge_stored_telemetry_envelope_rec_328d8524 ON public.telemetry_envelope IS 'Envelope.received_at';

ALTER TABLE public.telemetry_envelope ADD CONSTRAINT aln_3270ba7c_acknowledge_stored_telemetry_envelope_ala_3e24f7a0
    CHECK ((alarm IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_3270ba7c_acknowledge_stored_telemetry_envelope_ala_3e24f7a0 ON public.telemetry_envelope IS 'Envelope.alarm';

ALTER TABLE public.audit_event ADD CONSTRAINT aln_3270ba7c_acknowledge_stored_audit_event_occurred_a_ec6bb3f6
    CHECK ((occurred_at IS NOT NULL AND occurred_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_3270ba7c_acknowledge_stored_audit_event_occurred_a_ec6bb3f6 ON public.audit_event IS 'AuditEvent.occurred_at';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.acknowledge_stored_3270ba7c_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('AcknowledgeStored/the_envelope_is_not_stored', 'the envelope is not stored', ARRAY['RC-TEL-2']::text[]),
        ('AcknowledgeStored/the_alarm_of_the_envelope_is_not_in_the_audit_trail', 'the alarm of the envelope is not in the audit trail', ARRAY['RC-TEL-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.acknowledge_stored_3270ba7c_reasons() IS '{"module": "TelemetryIngestion_v1_0_0", "id": "b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a", "policy": "AcknowledgeStored", "entity": "Acknowledgement", "traces": ["RC-TEL-2"], "counts": [], "events": ["AcknowledgeStored/the_envelope_is_not_stored", "AcknowledgeStored/the_alarm_of_the_envelope_is_not_in_the_audit_trail"], "inputs": [{"name": "@now", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}], "records": [
  {"path": "", "entity": "Acknowledgement", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": []},
  {"path": "envelope", "entity": "Envelope", "table": "telemetry_envelope", "key": "id", "how": "ref", "parent": "", "link": "envelope", "maximum": 0, "optional": false, "fields": [{"name": "received_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "alarm", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]},
  {"path": "envelope.alarms", "entity": "Alarm", "table": "telemetry_alarm", "key": "id", "how": "many", "parent": "envelope", "link": "envelope", "maximum": 4, "optional": false, "fields": []},
  {"path": "envelope.alarms.audit", "entity": "AuditEvent", "table": "audit_event", "key": "id", "how": "ref", "parent": "envelope.alarms", "link": "audit", "maximum": 0, "optional": false, "fields": [{"name": "occurred_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.acknowledge_stored_3270ba7c_unmet(envelope_id uuid, now timestamptz) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((envelope.id IS NOT NULL AND envelope.received_at <= stated.now)) IS TRUE THEN NULL ELSE 'AcknowledgeStored/the_envelope_is_not_stored' END,
        CASE WHEN ((
            (envelope.id IS NOT NULL AND NOT envelope.alarm)
            OR (
                envelope.id IS NOT NULL
                AND EXISTS (
                    SELECT FROM public.telemetry_alarm AS a
                    LEFT JOIN public.audit_event AS "a.audit" ON "a.audit".id = a.audit_id
                    WHERE a.envelope_id = envelope.id AND ("a.audit".id IS NOT NULL AND "a.audit".occurred_at <= stated.now)
                )
            )
        )) IS TRUE THEN NULL ELSE 'AcknowledgeStored/the_alarm_of_the_envelope_is_not_in_the_audit_trail' END
    ]::text[], NULL)
    FROM (SELECT $1 AS envelope_id) AS judged
    CROSS JOIN (SELECT $2 AS now) AS stated
    LEFT JOIN public.telemetry_envelope AS envelope ON envelope.id = judged.envelope_id
$failed$;

DROP FUNCTION IF EXISTS aln.acknowledge_stored_accept;

CREATE FUNCTION aln.acknowledge_stored_accept(envelope_id uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    asked_now timestamptz := clock_timestamp();
    refused text[];
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'AcknowledgeStored is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    IF (asked_now IS NOT NULL AND asked_now BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'AcknowledgeStored refuses Acknowledgement: `now` is not stated',
            CONSTRAINT = 'aln_acknowledge_stored';
    END IF;
    refused := aln.acknowledge_stored_3270ba7c_unmet($1, asked_now);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'AcknowledgeStored refuses Acknowledgement',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.acknowledge_stored_3270ba7c_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_acknowledge_stored';
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
        SELECT substring(proname FROM 20 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'acknowledge_stored_3270ba7c_reasons'
            AND proname ~ '^acknowledge_stored_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name AcknowledgeStored is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'acknowledge_stored_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'acknowledge_stored_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
