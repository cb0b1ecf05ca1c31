-- Policy BalancedRem for RemEvidence: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from rem_detection.aln; edit that, never this.
-- module          RemDetection_v1_0_0
-- policy id       e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b
-- policy version  1.0.0
-- core sha256     ead3238cdcaddbddfa2562c7984073e0f1e5fb40ec1ba008f9a987ab99ce71f8
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.balanced_rem_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - the sleeper moves
--   - no stage of sleep speaks for REM
--   - neither the pulse nor a support signal agrees
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.balanced_rem_85ae13d7_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('StillStage/the_sleeper_moves', 'the sleeper moves', ARRAY['RC-DET-2']::text[]),
        ('StillStage/no_stage_of_sleep_speaks_for_rem', 'no stage of sleep speaks for REM', ARRAY['RC-DET-2']::text[]),
        ('BalancedRem/neither_the_pulse_nor_a_support_signal_agrees', 'neither the pulse nor a support signal agrees', ARRAY['RC-DET-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.balanced_rem_85ae13d7_reasons() IS '{"module": "RemDetection_v1_0_0", "id": "e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b", "policy": "BalancedRem", "entity": "RemEvidence", "traces": ["RC-DET-2"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "RemEvidence", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "still", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "explicit_stage", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "inferred_stage", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "pulse_in_range", "optional": true, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "supported", "optional": true, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.balanced_rem_85ae13d7_unmet(still boolean, explicit_stage boolean, inferred_stage boolean, pulse_in_range boolean, supported boolean) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged.still) IS TRUE THEN NULL ELSE 'StillStage/the_sleeper_moves' END,
        CASE WHEN ((judged.explicit_stage OR judged.inferred_stage)) IS TRUE THEN NULL ELSE 'StillStage/no_stage_of_sleep_speaks_for_rem' END,
        CASE WHEN ((
            (judged.pulse_in_range IS NOT NULL AND judged.pulse_in_range)
            OR (judged.supported IS NOT NULL AND judged.supported)
            OR (judged.pulse_in_range IS NULL AND judged.supported IS NULL AND judged.explicit_stage)
        )) IS TRUE THEN NULL ELSE 'BalancedRem/neither_the_pulse_nor_a_support_signal_agrees' END
    ]::text[], NULL)
    FROM (SELECT $1 AS still, $2 AS explicit_stage, $3 AS inferred_stage, $4 AS pulse_in_range, $5 AS supported) AS judged
$failed$;

DROP FUNCTION IF EXISTS aln.balanced_rem_accept;

CREATE FUNCTION aln.balanced_rem_accept(still boolean, explicit_stage boolean, inferred_stage boolean, pulse_in_range boolean, supported boolean) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF ($1 IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'BalancedRem refuses RemEvidence: `still` is invalid',
            CONSTRAINT = 'aln_balanced_rem';
    END IF;
    IF ($2 IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'BalancedRem refuses RemEvidence: `explicit_stage` is invalid',
            CONSTRAINT = 'aln_balanced_rem';
    END IF;
    IF ($3 IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'BalancedRem refuses RemEvidence: `inferred_stage` is invalid',
            CONSTRAINT = 'aln_balanced_rem';
    END IF;
    refused := aln.balanced_rem_85ae13d7_unmet($1, $2, $3, $4, $5);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'BalancedRem refuses RemEvidence',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.balanced_rem_85ae13d7_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_balanced_rem';
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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'balanced_rem_85ae13d7_reasons'
            AND proname ~ '^balanced_rem_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name BalancedRem is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'balanced_rem_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'balanced_rem_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
