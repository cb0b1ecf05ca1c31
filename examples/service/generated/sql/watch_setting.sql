-- Policy WatchSetting for WatchTuning: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from rem_watch.aln; edit that, never this.
-- module          RemWatch_v1_0_0
-- policy id       d1a96f50-72c8-4e1b-9b34-50e8d7a2c61f
-- policy version  1.0.0
-- core sha256     96c85bbd9569e68b99c05d130d8469c1f9ab0b26888d6896d5a661cbbfa54846
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.watch_setting_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - sleep of more than 12 hours ago would count
--   - the baseline would rest on a pulse of more than 2 hours ago
--   - less than 10 minutes without movement would count as still
--   - samples more than 30 minutes apart would be one sleep
--   - a stage would be believed for more than 10 minutes after it ended
--   - the cycles of sleep are taken to last 90 minutes
--   - more than the last 20 minutes of a cycle would be a REM window
--   - support signals older than 30 minutes would count
--   - sleep samples older than 45 minutes would count
--   - the default range of the pulse is wider than 45 to 70 per minute
--   - no pulse lies in the range
--   - the baseline is not the median of two hours
--   - a night would be forgotten before it could end
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.watch_setting_060aa675_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('WatchTuningGuard/sleep_of_more_than_12_hours_ago_would_count', 'sleep of more than 12 hours ago would count', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/the_baseline_would_rest_on_a_pulse_of_more_than_2_hours', 'the baseline would rest on a pulse of more than 2 hours ago', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/less_than_10_minutes_without_movement_would_count_as_still', 'less than 10 minutes without movement would count as still', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/samples_more_than_30_minutes_apart_would_be_one_sleep', 'samples more than 30 minutes apart would be one sleep', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/a_stage_would_be_believed_for_more_than_10_minutes_after_it', 'a stage would be believed for more than 10 minutes after it ended', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/the_cycles_of_sleep_are_taken_to_last_90_minutes', 'the cycles of sleep are taken to last 90 minutes', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/more_than_the_last_20_minutes_of_a_cycle_would_be_a', 'more than the last 20 minutes of a cycle would be a REM window', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/support_signals_older_than_30_minutes_would_count', 'support signals older than 30 minutes would count', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/sleep_samples_older_than_45_minutes_would_count', 'sleep samples older than 45 minutes would count', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/the_default_range_of_the_pulse_is_wider_than_45_to_70', 'the default range of the pulse is wider than 45 to 70 per minute', ARRAY['RC-DET-1']::text[]),
        ('WatchTuningGuard/no_pulse_lies_in_the_range', 'no pulse lies in the range', ARRAY['RC-DET-1']::text[]),
        ('WatchSetting/the_baseline_is_not_the_median_of_two_hours', 'the baseline is not the median of two hours', ARRAY['RC-WAT-2']::text[]),
        ('WatchSetting/a_night_would_be_forgotten_before_it_could_end', 'a night would be forgotten before it could end', ARRAY['RC-WAT-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.watch_setting_060aa675_reasons() IS '{"module": "RemWatch_v1_0_0", "id": "d1a96f50-72c8-4e1b-9b34-50e8d7a2c61f", "policy": "WatchSetting", "entity": "WatchTuning", "traces": ["RC-DET-1", "RC-WAT-2"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "WatchTuning", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "lookback", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "baseline", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "stillness", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "session_gap", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "stage_grace", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "cycle", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "rem_window", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "support_fresh", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "samples_fresh", "optional": false, "sort": "int", "lo": 0, "hi": 1440, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "lowest_pulse", "optional": false, "sort": "int", "lo": 0, "hi": 3000, "step": "1/10", "unit": ["bpm", "/min", "1/60", "/time"], "type": "", "labels": []}, {"name": "highest_pulse", "optional": false, "sort": "int", "lo": 0, "hi": 3000, "step": "1/10", "unit": ["bpm", "/min", "1/60", "/time"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.watch_setting_060aa675_unmet(lookback numeric, baseline numeric, stillness numeric, session_gap numeric, stage_grace numeric, cycle numeric, rem_window numeric, support_fresh numeric, samples_fresh numeric, lowest_pulse numeric, highest_pulse numeric) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged.lookback <= 720) IS TRUE THEN NULL ELSE 'WatchTuningGuard/sleep_of_more_than_12_hours_ago_would_count' END,
        CASE WHEN (judged.baseline <= 120) IS TRUE THEN NULL ELSE 'WatchTuningGuard/the_baseline_would_rest_on_a_pulse_of_more_than_2_hours' END,
        CASE WHEN (10 <= judged.stillness) IS TRUE THEN NULL ELSE 'WatchTuningGuard/less_than_10_minutes_without_movement_would_count_as_still' END,
        CASE WHEN (judged.session_gap <= 30) IS TRUE THEN NULL ELSE 'WatchTuningGuard/samples_more_than_30_minutes_apart_would_be_one_sleep' END,
        CASE WHEN (judged.stage_grace <= 10) IS TRUE THEN NULL ELSE 'WatchTuningGuard/a_stage_would_be_believed_for_more_than_10_minutes_after_it' END,
        CASE WHEN (judged.cycle = 90) IS TRUE THEN NULL ELSE 'WatchTuningGuard/the_cycles_of_sleep_are_taken_to_last_90_minutes' END,
        CASE WHEN (judged.rem_window <= 20) IS TRUE THEN NULL ELSE 'WatchTuningGuard/more_than_the_last_20_minutes_of_a_cycle_would_be_a' END,
        CASE WHEN (judged.support_fresh <= 30) IS TRUE THEN NULL ELSE 'WatchTuningGuard/support_signals_older_than_30_minutes_would_count' END,
        CASE WHEN (judged.samples_fresh <= 45) IS TRUE THEN NULL ELSE 'WatchTuningGuard/sleep_samples_older_than_45_minutes_would_count' END,
        CASE WHEN ((45 <= judged.lowest_pulse AND judged.highest_pulse <= 70)) IS TRUE THEN NULL ELSE 'WatchTuningGuard/the_default_range_of_the_pulse_is_wider_than_45_to_70' END,
        CASE WHEN (judged.lowest_pulse < judged.highest_pulse) IS TRUE THEN NULL ELSE 'WatchTuningGuard/no_pulse_lies_in_the_range' END,
        CASE WHEN (judged.baseline = 120) IS TRUE THEN NULL ELSE 'WatchSetting/the_baseline_is_not_the_median_of_two_hours' END,
        CASE WHEN (judged.session_gap <= judged.lookback) IS TRUE THEN NULL ELSE 'WatchSetting/a_night_would_be_forgotten_before_it_could_end' END
    ]::text[], NULL)
    FROM (SELECT $1 AS lookback, $2 AS baseline, $3 AS stillness, $4 AS session_gap, $5 AS stage_grace, $6 AS cycle, $7 AS rem_window, $8 AS support_fresh, $9 AS samples_fresh, $10 AS lowest_pulse, $11 AS highest_pulse) AS judged
$failed$;

DROP FUNCTION IF EXISTS aln.watch_setting_accept;

CREATE FUNCTION aln.watch_setting_accept(lookback numeric, baseline numeric, stillness numeric, session_gap numeric, stage_grace numeric, cycle numeric, rem_window numeric, support_fresh numeric, samples_fresh numeric, lowest_pulse numeric, highest_pulse numeric) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF ($1 IS NOT NULL AND $1 BETWEEN 0 AND 1440 AND $1 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `lookback` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($2 IS NOT NULL AND $2 BETWEEN 0 AND 1440 AND $2 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `baseline` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($3 IS NOT NULL AND $3 BETWEEN 0 AND 1440 AND $3 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `stillness` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($4 IS NOT NULL AND $4 BETWEEN 0 AND 1440 AND $4 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `session_gap` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($5 IS NOT NULL AND $5 BETWEEN 0 AND 1440 AND $5 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `stage_grace` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($6 IS NOT NULL AND $6 BETWEEN 0 AND 1440 AND $6 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `cycle` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($7 IS NOT NULL AND $7 BETWEEN 0 AND 1440 AND $7 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `rem_window` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($8 IS NOT NULL AND $8 BETWEEN 0 AND 1440 AND $8 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `support_fresh` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($9 IS NOT NULL AND $9 BETWEEN 0 AND 1440 AND $9 % 1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `samples_fresh` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($10 IS NOT NULL AND $10 BETWEEN 0 AND 300 AND $10 % 0.1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `lowest_pulse` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    IF ($11 IS NOT NULL AND $11 BETWEEN 0 AND 300 AND $11 % 0.1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning: `highest_pulse` is invalid',
            CONSTRAINT = 'aln_watch_setting';
    END IF;
    refused := aln.watch_setting_060aa675_unmet($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'WatchSetting refuses WatchTuning',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.watch_setting_060aa675_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_watch_setting';
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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'watch_setting_060aa675_reasons'
            AND proname ~ '^watch_setting_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'd1a96f50-72c8-4e1b-9b34-50e8d7a2c61f' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name WatchSetting is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'watch_setting_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'watch_setting_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
