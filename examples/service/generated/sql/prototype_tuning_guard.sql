-- Policy PrototypeTuningGuard for PrototypeTuning: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from rem_detection.aln; edit that, never this.
-- module          RemDetection_v1_0_0
-- policy id       e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b
-- policy version  1.0.0
-- core sha256     23435ac9bed8a6c307db31f8f1d821428144fc82e25e62e3c9e3036144567b91
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.prototype_tuning_guard_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - movement of more than 0.03 g would count as still
--   - sleep would be assumed before 15 minutes of stillness
--   - a trigger would be possible before 80 minutes of sleep
--   - triggers would be less than 20 minutes apart
--   - a pulse above 85 per minute would count as asleep
--   - a deviation of the pulse of 5.0 or less would count as volatile
--   - 10 samples of the pulse or fewer would be enough
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.prototype_tuning_guard_1adf7a00_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('PrototypeTuningGuard/movement_of_more_than_0_03_g_would_count_as_still', 'movement of more than 0.03 g would count as still', ARRAY['RC-DET-1']::text[]),
        ('PrototypeTuningGuard/sleep_would_be_assumed_before_15_minutes_of_stillness', 'sleep would be assumed before 15 minutes of stillness', ARRAY['RC-DET-1']::text[]),
        ('PrototypeTuningGuard/a_trigger_would_be_possible_before_80_minutes_of_sleep', 'a trigger would be possible before 80 minutes of sleep', ARRAY['RC-DET-1']::text[]),
        ('PrototypeTuningGuard/triggers_would_be_less_than_20_minutes_apart', 'triggers would be less than 20 minutes apart', ARRAY['RC-DET-1']::text[]),
        ('PrototypeTuningGuard/a_pulse_above_85_per_minute_would_count_as_asleep', 'a pulse above 85 per minute would count as asleep', ARRAY['RC-DET-1']::text[]),
        ('PrototypeTuningGuard/a_deviation_of_the_pulse_of_5_0_or_less_would_count', 'a deviation of the pulse of 5.0 or less would count as volatile', ARRAY['RC-DET-1']::text[]),
        ('PrototypeTuningGuard/10_samples_of_the_pulse_or_fewer_would_be_enough', '10 samples of the pulse or fewer would be enough', ARRAY['RC-DET-1']::text[])
$reasons$;

COMMENT ON FUNCTION aln.prototype_tuning_guard_1adf7a00_reasons() IS '{"module": "RemDetection_v1_0_0", "id": "e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b", "policy": "PrototypeTuningGuard", "entity": "PrototypeTuning", "traces": ["RC-DET-1"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "PrototypeTuning", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "still_below", "optional": false, "sort": "int", "lo": 0, "hi": 16000, "step": "1/1000", "unit": ["gee", "[g]", "196133/20000", "acceleration"], "type": "", "labels": []}, {"name": "sleep_onset", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "shield", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "cooldown", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "awake_above", "optional": false, "sort": "int", "lo": 0, "hi": 3000, "step": "1/10", "unit": ["bpm", "/min", "1/60", "/time"], "type": "", "labels": []}, {"name": "volatile_above", "optional": false, "sort": "int", "lo": 0, "hi": 3000, "step": "1/10", "unit": ["bpm", "/min", "1/60", "/time"], "type": "", "labels": []}, {"name": "fewest_samples", "optional": false, "sort": "int", "lo": 0, "hi": 10000, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.prototype_tuning_guard_1adf7a00_unmet(still_below numeric, sleep_onset numeric, shield numeric, cooldown numeric, awake_above numeric, volatile_above numeric, fewest_samples numeric) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged.still_below <= 0.03) IS TRUE THEN NULL ELSE 'PrototypeTuningGuard/movement_of_more_than_0_03_g_would_count_as_still' END,
        CASE WHEN (15 <= judged.sleep_onset) IS TRUE THEN NULL ELSE 'PrototypeTuningGuard/sleep_would_be_assumed_before_15_minutes_of_stillness' END,
        CASE WHEN (80 <= judged.shield) IS TRUE THEN NULL ELSE 'PrototypeTuningGuard/a_trigger_would_be_possible_before_80_minutes_of_sleep' END,
        CASE WHEN (20 <= judged.cooldown) IS TRUE THEN NULL ELSE 'PrototypeTuningGuard/triggers_would_be_less_than_20_minutes_apart' END,
        CASE WHEN (judged.awake_above <= 85) IS TRUE THEN NULL ELSE 'PrototypeTuningGuard/a_pulse_above_85_per_minute_would_count_as_asleep' END,
        CASE WHEN (5 <= judged.volatile_above) IS TRUE THEN NULL ELSE 'PrototypeTuningGuard/a_deviation_of_the_pulse_of_5_0_or_less_would_count' END,
        CASE WHEN (11 <= judged.fewest_samples) IS TRUE THEN NULL ELSE 'PrototypeTuningGuard/10_samples_of_the_pulse_or_fewer_would_be_enough' END
    ]::text[], NULL)
    FROM (SELECT $1 AS still_below, $2 AS sleep_onset, $3 AS shield, $4 AS cooldown, $5 AS awake_above, $6 AS volatile_above, $7 AS fewest_samples) AS judged
$failed$;

DROP FUNCTION IF EXISTS aln.prototype_tuning_guard_accept;

CREATE FUNCTION aln.prototype_tuning_guard_accept(still_below numeric, sleep_onset numeric, shield numeric, cooldown numeric, awake_above numeric, volatile_above numeric, fewest_samples numeric) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF ($1 IS NOT NULL AND $1 BETWEEN 0 AND 16 AND $1 % 0.001 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PrototypeTuningGuard refuses PrototypeTuning: `still_below` is invalid',
            CONSTRAINT = 'aln_prototype_tuning_guard';
    END IF;
    IF ($2 IS NOT NULL AND $2 BETWEEN 0 AND 1440 AND $2 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PrototypeTuningGuard refuses PrototypeTuning: `sleep_onset` is invalid',
            CONSTRAINT = 'aln_prototype_tuning_guard';
    END IF;
    IF ($3 IS NOT NULL AND $3 BETWEEN 0 AND 1440 AND $3 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PrototypeTuningGuard refuses PrototypeTuning: `shield` is invalid',
            CONSTRAINT = 'aln_prototype_tuning_guard';
    END IF;
    IF ($4 IS NOT NULL AND $4 BETWEEN 0 AND 1440 AND $4 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PrototypeTuningGuard refuses PrototypeTuning: `cooldown` is invalid',
            CONSTRAINT = 'aln_prototype_tuning_guard';
    END IF;
    IF ($5 IS NOT NULL AND $5 BETWEEN 0 AND 300 AND $5 % 0.1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PrototypeTuningGuard refuses PrototypeTuning: `awake_above` is invalid',
            CONSTRAINT = 'aln_prototype_tuning_guard';
    END IF;
    IF ($6 IS NOT NULL AND $6 BETWEEN 0 AND 300 AND $6 % 0.1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PrototypeTuningGuard refuses PrototypeTuning: `volatile_above` is invalid',
            CONSTRAINT = 'aln_prototype_tuning_guard';
    END IF;
    IF ($7 IS NOT NULL AND $7 BETWEEN 0 AND 10000 AND $7 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PrototypeTuningGuard refuses PrototypeTuning: `fewest_samples` is invalid',
            CONSTRAINT = 'aln_prototype_tuning_guard';
    END IF;
    refused := aln.prototype_tuning_guard_1adf7a00_unmet($1, $2, $3, $4, $5, $6, $7);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PrototypeTuningGuard refuses PrototypeTuning',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.prototype_tuning_guard_1adf7a00_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_prototype_tuning_guard';
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
        SELECT substring(proname FROM 24 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'prototype_tuning_guard_1adf7a00_reasons'
            AND proname ~ '^prototype_tuning_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name PrototypeTuningGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'prototype_tuning_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'prototype_tuning_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
