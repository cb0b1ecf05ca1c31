-- Policy AlarmGuard for Alarm: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from telemetry_ingestion.aln; edit that, never this.
-- module          TelemetryIngestion_v1_0_0
-- policy id       b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a
-- policy version  1.0.0
-- core sha256     fea15be01e8a5cd288f38c5fcc77c125a848cbebc03400cbb7c9a23c6e97f3f9
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of telemetry_alarm
--   - INSERT, UPDATE and DELETE of telemetry_envelope; TRUNCATE of telemetry_envelope is refused
--   - INSERT, UPDATE and DELETE of audit_event; TRUNCATE of audit_event is refused
--   - two transactions at once under READ COMMITTED, by locks on every row read; REPEATABLE READ and
--     SERIALIZABLE are refused: their snapshot may hide what a READ COMMITTED transaction committed
--   - relations without a maximum: every stored element is judged (the guard's lists are complete)
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog
--   - row-level security that hides judged rows from who changes the rows they rest on
--   - references without a foreign key, and keys without a unique index

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.telemetry_alarm ADD CONSTRAINT aln_ab0241e4_alarm_guard_telemetry_alarm_raised_at_f0f56e59
    CHECK ((raised_at IS NOT NULL AND raised_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_ab0241e4_alarm_guard_telemetry_alarm_raised_at_f0f56e59 ON public.telemetry_alarm IS 'Alarm.raised_at';

ALTER TABLE public.telemetry_envelope ADD CONSTRAINT aln_ab0241e4_alarm_guard_telemetry_envelope_alarm_3e24f7a0
    CHECK ((alarm IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_ab0241e4_alarm_guard_telemetry_envelope_alarm_3e24f7a0 ON public.telemetry_envelope IS 'Envelope.alarm';

ALTER TABLE public.audit_event ADD CONSTRAINT aln_ab0241e4_alarm_guard_audit_event_occurred_at_ec6bb3f6
    CHECK ((occurred_at IS NOT NULL AND occurred_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_ab0241e4_alarm_guard_audit_event_occurred_at_ec6bb3f6 ON public.audit_event IS 'AuditEvent.occurred_at';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.alarm_guard_ab0241e4_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('AlarmGuard/the_envelope_raised_no_alarm', 'the envelope raised no alarm', ARRAY['RC-TEL-2']::text[]),
        ('AlarmGuard/the_alarm_was_audited_before_it_was_raised', 'the alarm was audited before it was raised', ARRAY['RC-TEL-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.alarm_guard_ab0241e4_reasons() IS '{"module": "TelemetryIngestion_v1_0_0", "id": "b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a", "policy": "AlarmGuard", "entity": "Alarm", "traces": ["RC-TEL-2"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "Alarm", "table": "telemetry_alarm", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "raised_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]},
  {"path": "envelope", "entity": "Envelope", "table": "telemetry_envelope", "key": "id", "how": "ref", "parent": "", "link": "envelope", "maximum": 0, "optional": false, "fields": [{"name": "alarm", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]},
  {"path": "audit", "entity": "AuditEvent", "table": "audit_event", "key": "id", "how": "ref", "parent": "", "link": "audit", "maximum": 0, "optional": false, "fields": [{"name": "occurred_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.alarm_guard_ab0241e4_failed(judged public.telemetry_alarm) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((envelope.id IS NOT NULL AND envelope.alarm)) IS TRUE THEN NULL ELSE 'AlarmGuard/the_envelope_raised_no_alarm' END,
        CASE WHEN ((audit.id IS NOT NULL AND judged.raised_at <= audit.occurred_at)) IS TRUE THEN NULL ELSE 'AlarmGuard/the_alarm_was_audited_before_it_was_raised' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.telemetry_envelope AS envelope ON envelope.id = judged.envelope_id
    LEFT JOIN public.audit_event AS audit ON audit.id = judged.audit_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.alarm_guard_ab0241e4_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'AlarmGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.telemetry_alarm AS judged
        JOIN public.telemetry_envelope AS envelope ON envelope.id = judged.envelope_id
        WHERE judged.id = ANY ($1) FOR SHARE OF envelope;
    PERFORM FROM public.telemetry_alarm AS judged
        JOIN public.audit_event AS audit ON audit.id = judged.audit_id
        WHERE judged.id = ANY ($1) FOR SHARE OF audit;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.telemetry_alarm AS judged,
            LATERAL (SELECT aln.alarm_guard_ab0241e4_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'AlarmGuard refuses telemetry_alarm ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.alarm_guard_ab0241e4_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'telemetry_alarm',
            CONSTRAINT = 'aln_alarm_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.alarm_guard_ab0241e4_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'AlarmGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.alarm_guard_ab0241e4_on_telemetry_alarm() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.alarm_guard_ab0241e4_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_alarm_guard_ab0241e4_changed AFTER INSERT OR UPDATE ON public.telemetry_alarm
    FOR EACH ROW EXECUTE FUNCTION aln.alarm_guard_ab0241e4_on_telemetry_alarm();

CREATE FUNCTION aln.alarm_guard_ab0241e4_on_telemetry_envelope() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.alarm_guard_ab0241e4_enforce(ARRAY(
        SELECT judged.id FROM public.telemetry_alarm AS judged
        WHERE judged.envelope_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_alarm_guard_ab0241e4_changed AFTER INSERT OR DELETE OR UPDATE ON public.telemetry_envelope
    FOR EACH ROW EXECUTE FUNCTION aln.alarm_guard_ab0241e4_on_telemetry_envelope();

CREATE TRIGGER aln_alarm_guard_ab0241e4_truncate BEFORE TRUNCATE ON public.telemetry_envelope
    FOR EACH STATEMENT EXECUTE FUNCTION aln.alarm_guard_ab0241e4_truncate();

CREATE FUNCTION aln.alarm_guard_ab0241e4_on_audit_event() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.alarm_guard_ab0241e4_enforce(ARRAY(
        SELECT judged.id FROM public.telemetry_alarm AS judged
        WHERE judged.audit_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_alarm_guard_ab0241e4_changed AFTER INSERT OR DELETE OR UPDATE ON public.audit_event
    FOR EACH ROW EXECUTE FUNCTION aln.alarm_guard_ab0241e4_on_audit_event();

CREATE TRIGGER aln_alarm_guard_ab0241e4_truncate BEFORE TRUNCATE ON public.audit_event
    FOR EACH STATEMENT EXECUTE FUNCTION aln.alarm_guard_ab0241e4_truncate();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.alarm_guard_ab0241e4_enforce(ARRAY(SELECT judged.id FROM public.telemetry_alarm AS judged));

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 13 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'alarm_guard_ab0241e4_reasons'
            AND proname ~ '^alarm_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name AlarmGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'alarm_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'alarm_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
