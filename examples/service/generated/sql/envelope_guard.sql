-- Policy EnvelopeGuard for Envelope: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from telemetry_ingestion.aln; edit that, never this.
-- module          TelemetryIngestion_v1_0_0
-- policy id       b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a
-- policy version  1.0.0
-- core sha256     d4d5cf98985521605bf47eea24584e8edbebccbf46c336e24274a258def3b083
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of telemetry_envelope
--   - INSERT, UPDATE and DELETE of dosing_session; TRUNCATE of dosing_session is refused
--   - INSERT, UPDATE and DELETE of telemetry_last_seen; TRUNCATE of telemetry_last_seen is refused
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

ALTER TABLE public.telemetry_envelope ADD CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_envelope_device_210b5113
    CHECK ((device_id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_envelope_device_210b5113 ON public.telemetry_envelope IS 'Envelope.device';

ALTER TABLE public.telemetry_envelope ADD CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_envelope_sequenc_ad384baf
    CHECK ((sequence IS NOT NULL AND sequence BETWEEN -9223372036854775808 AND 9223372036854775807 AND sequence % 1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_envelope_sequenc_ad384baf ON public.telemetry_envelope IS 'Envelope.sequence';

ALTER TABLE public.telemetry_envelope ADD CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_envelope_fallbac_4baffff5
    CHECK ((fallback IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_envelope_fallbac_4baffff5 ON public.telemetry_envelope IS 'Envelope.fallback';

ALTER TABLE public.telemetry_envelope ADD CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_envelope_alarm_3e24f7a0
    CHECK ((alarm IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_envelope_alarm_3e24f7a0 ON public.telemetry_envelope IS 'Envelope.alarm';

ALTER TABLE public.telemetry_last_seen ADD CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_last_seen_device_f2c1f350
    CHECK ((device_id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_last_seen_device_f2c1f350 ON public.telemetry_last_seen IS 'LastSeen.device';

ALTER TABLE public.telemetry_last_seen ADD CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_last_seen_sequen_29c10a83
    CHECK ((sequence IS NOT NULL AND sequence BETWEEN -9223372036854775808 AND 9223372036854775807 AND sequence % 1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_fb9cebea_envelope_guard_telemetry_last_seen_sequen_29c10a83 ON public.telemetry_last_seen IS 'LastSeen.sequence';

-- Rules of the judged table's own columns.

ALTER TABLE public.telemetry_envelope ADD CONSTRAINT aln_fb9cebea_envelope_guard_the_device_ran_on_its_fall_7e7505f7
    CHECK (((NOT fallback OR alarm)) IS TRUE);
COMMENT ON CONSTRAINT aln_fb9cebea_envelope_guard_the_device_ran_on_its_fall_7e7505f7 ON public.telemetry_envelope IS 'the device ran on its fallback profile without an alarm [RC-TEL-2]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.envelope_guard_fb9cebea_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('EnvelopeGuard/the_table_of_last_sequences_does_not_cover_a_stored_envelope', 'the table of last sequences does not cover a stored envelope', ARRAY['RC-TEL-1']::text[]),
        ('EnvelopeGuard/the_device_ran_on_its_fallback_profile_without_an_alarm', 'the device ran on its fallback profile without an alarm', ARRAY['RC-TEL-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.envelope_guard_fb9cebea_reasons() IS '{"module": "TelemetryIngestion_v1_0_0", "id": "b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a", "policy": "EnvelopeGuard", "entity": "Envelope", "traces": ["RC-TEL-1", "RC-TEL-2"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "Envelope", "table": "telemetry_envelope", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "device", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Device", "labels": []}, {"name": "sequence", "optional": false, "sort": "int", "lo": -9223372036854775808, "hi": 9223372036854775807, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "fallback", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "alarm", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]},
  {"path": "session", "entity": "DosingSession", "table": "dosing_session", "key": "id", "how": "ref", "parent": "", "link": "session", "maximum": 0, "optional": false, "fields": []},
  {"path": "session.seen", "entity": "LastSeen", "table": "telemetry_last_seen", "key": "id", "how": "many", "parent": "session", "link": "session", "maximum": 16, "optional": false, "fields": [{"name": "device", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Device", "labels": []}, {"name": "sequence", "optional": false, "sort": "int", "lo": -9223372036854775808, "hi": 9223372036854775807, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.envelope_guard_fb9cebea_failed(judged public.telemetry_envelope) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            session.id IS NOT NULL
            AND EXISTS (
                SELECT FROM public.telemetry_last_seen AS s
                WHERE s.session_id = session.id AND (s.device_id = judged.device_id AND judged.sequence <= s.sequence)
            )
        )) IS TRUE THEN NULL ELSE 'EnvelopeGuard/the_table_of_last_sequences_does_not_cover_a_stored_envelope' END,
        CASE WHEN ((NOT judged.fallback OR judged.alarm)) IS TRUE THEN NULL ELSE 'EnvelopeGuard/the_device_ran_on_its_fallback_profile_without_an_alarm' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.dosing_session AS session ON session.id = judged.session_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.envelope_guard_fb9cebea_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'EnvelopeGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.telemetry_envelope AS judged
        JOIN public.dosing_session AS session ON session.id = judged.session_id
        WHERE judged.id = ANY ($1) FOR SHARE OF session;
    PERFORM FROM public.telemetry_envelope AS judged
        JOIN public.dosing_session AS session ON session.id = judged.session_id
        JOIN public.telemetry_last_seen AS "session.seen" ON "session.seen".session_id = session.id
        WHERE judged.id = ANY ($1) FOR SHARE OF "session.seen";
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.telemetry_envelope AS judged,
            LATERAL (SELECT aln.envelope_guard_fb9cebea_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'EnvelopeGuard refuses telemetry_envelope ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.envelope_guard_fb9cebea_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'telemetry_envelope',
            CONSTRAINT = 'aln_envelope_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.envelope_guard_fb9cebea_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'EnvelopeGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.envelope_guard_fb9cebea_on_telemetry_envelope() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.envelope_guard_fb9cebea_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_envelope_guard_fb9cebea_changed AFTER INSERT OR UPDATE ON public.telemetry_envelope
    FOR EACH ROW EXECUTE FUNCTION aln.envelope_guard_fb9cebea_on_telemetry_envelope();

CREATE FUNCTION aln.envelope_guard_fb9cebea_on_dosing_session() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.envelope_guard_fb9cebea_enforce(ARRAY(
        SELECT judged.id FROM public.telemetry_envelope AS judged
        WHERE judged.session_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_envelope_guard_fb9cebea_changed AFTER INSERT OR DELETE OR UPDATE ON public.dosing_session
    FOR EACH ROW EXECUTE FUNCTION aln.envelope_guard_fb9cebea_on_dosing_session();

CREATE TRIGGER aln_envelope_guard_fb9cebea_truncate BEFORE TRUNCATE ON public.dosing_session
    FOR EACH STATEMENT EXECUTE FUNCTION aln.envelope_guard_fb9cebea_truncate();

CREATE FUNCTION aln.envelope_guard_fb9cebea_on_telemetry_last_seen() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM FROM public.dosing_session AS owner WHERE owner.id IN (OLD.session_id, NEW.session_id)
        ORDER BY owner.id FOR NO KEY UPDATE;
    PERFORM aln.envelope_guard_fb9cebea_enforce(ARRAY(
        SELECT judged.id FROM public.telemetry_envelope AS judged
        JOIN public.dosing_session AS session ON session.id = judged.session_id
        WHERE session.id IN (OLD.session_id, NEW.session_id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_envelope_guard_fb9cebea_changed AFTER INSERT OR DELETE OR UPDATE ON public.telemetry_last_seen
    FOR EACH ROW EXECUTE FUNCTION aln.envelope_guard_fb9cebea_on_telemetry_last_seen();

CREATE TRIGGER aln_envelope_guard_fb9cebea_truncate BEFORE TRUNCATE ON public.telemetry_last_seen
    FOR EACH STATEMENT EXECUTE FUNCTION aln.envelope_guard_fb9cebea_truncate();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.envelope_guard_fb9cebea_enforce(ARRAY(SELECT judged.id FROM public.telemetry_envelope AS judged));

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 16 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'envelope_guard_fb9cebea_reasons'
            AND proname ~ '^envelope_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name EnvelopeGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'envelope_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'envelope_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
