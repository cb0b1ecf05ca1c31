-- Policy StillStage for RemEvidence: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from rem_detection.aln; edit that, never this.
-- module          RemDetection_v1_0_0
-- policy id       e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b
-- policy version  1.0.0
-- core sha256     84a2e12ac627c6c1901a18e922b41dc168c3a3128e8e52a0d9152124edbb73c0
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.still_stage_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - the sleeper moves
--   - no stage of sleep speaks for REM
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.still_stage_6b7b9ea1_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('StillStage/the_sleeper_moves', 'the sleeper moves', ARRAY['RC-DET-2']::text[]),
        ('StillStage/no_stage_of_sleep_speaks_for_rem', 'no stage of sleep speaks for REM', ARRAY['RC-DET-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.still_stage_6b7b9ea1_reasons() IS '{"module": "RemDetection_v1_0_0", "id": "e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b", "policy": "StillStage", "entity": "RemEvidence", "traces": ["RC-DET-2"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "RemEvidence", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "still", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "explicit_stage", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "inferred_stage", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.still_stage_6b7b9ea1_unmet(still boolean, explicit_stage boolean, inferred_stage boolean) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged.still) IS TRUE THEN NULL ELSE 'StillStage/the_sleeper_moves' END,
        CASE WHEN ((judged.explicit_stage OR judged.inferred_stage)) IS TRUE THEN NULL ELSE 'StillStage/no_stage_of_sleep_speaks_for_rem' END
    ]::text[], NULL)
    FROM (SELECT $1 AS still, $2 AS explicit_stage, $3 AS inferred_stage) AS judged
$failed$;

DROP FUNCTION IF EXISTS aln.still_stage_accept;

CREATE FUNCTION aln.still_stage_accept(still boolean, explicit_stage boolean, inferred_stage boolean) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF ($1 IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'StillStage refuses RemEvidence: `still` is invalid',
            CONSTRAINT = 'aln_still_stage';
    END IF;
    IF ($2 IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'StillStage refuses RemEvidence: `explicit_stage` is invalid',
            CONSTRAINT = 'aln_still_stage';
    END IF;
    IF ($3 IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'StillStage refuses RemEvidence: `inferred_stage` is invalid',
            CONSTRAINT = 'aln_still_stage';
    END IF;
    refused := aln.still_stage_6b7b9ea1_unmet($1, $2, $3);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'StillStage refuses RemEvidence',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.still_stage_6b7b9ea1_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_still_stage';
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
        SELECT substring(proname FROM 13 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'still_stage_6b7b9ea1_reasons'
            AND proname ~ '^still_stage_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name StillStage is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'still_stage_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'still_stage_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
