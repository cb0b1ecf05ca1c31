-- Policy PredictionContract for Prediction: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from confidence_contract.aln; edit that, never this.
-- module          ConfidenceContract_v1_0_0
-- policy id       9c4b7f52-e8d1-4a36-8f0d-17a6c5b3e207
-- policy version  1.0.0
-- core sha256     f7be4f1cff2be54aafec28a4f435225be0e656b274336956952ef37d91c75685
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.prediction_contract_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - the confidence is missing, or not within 0 to 1
--   - the hypotension risk is not within 0 to 1
--   - the predicted pressure is not within 0 to 300 mmHg
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.prediction_contract_6000062b_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('PredictionContract/the_confidence_is_missing_or_not_within_0_to_1', 'the confidence is missing, or not within 0 to 1', ARRAY['RC-CONF-1']::text[]),
        ('PredictionContract/the_hypotension_risk_is_not_within_0_to_1', 'the hypotension risk is not within 0 to 1', ARRAY['RC-CONF-1']::text[]),
        ('PredictionContract/the_predicted_pressure_is_not_within_0_to_300_mmhg', 'the predicted pressure is not within 0 to 300 mmHg', ARRAY['RC-CONF-1']::text[])
$reasons$;

COMMENT ON FUNCTION aln.prediction_contract_6000062b_reasons() IS '{"module": "ConfidenceContract_v1_0_0", "id": "9c4b7f52-e8d1-4a36-8f0d-17a6c5b3e207", "policy": "PredictionContract", "entity": "Prediction", "traces": ["RC-CONF-1"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "Prediction", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "confidence", "optional": true, "sort": "int", "lo": -1000000, "hi": 1000000, "step": "1/1000", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "hypotension_risk", "optional": false, "sort": "int", "lo": -1000000, "hi": 1000000, "step": "1/1000", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "predicted_map", "optional": false, "sort": "int", "lo": -10000, "hi": 10000, "step": "1/10", "unit": ["mmHg", "mm[Hg]", "66661/500", "pressure"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.prediction_contract_6000062b_unmet(confidence numeric, hypotension_risk numeric, predicted_map numeric) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((judged.confidence IS NOT NULL AND 0 <= judged.confidence AND judged.confidence <= 1)) IS TRUE THEN NULL ELSE 'PredictionContract/the_confidence_is_missing_or_not_within_0_to_1' END,
        CASE WHEN ((0 <= judged.hypotension_risk AND judged.hypotension_risk <= 1)) IS TRUE THEN NULL ELSE 'PredictionContract/the_hypotension_risk_is_not_within_0_to_1' END,
        CASE WHEN ((0 <= judged.predicted_map AND judged.predicted_map <= 300)) IS TRUE THEN NULL ELSE 'PredictionContract/the_predicted_pressure_is_not_within_0_to_300_mmhg' END
    ]::text[], NULL)
    FROM (SELECT $1 AS confidence, $2 AS hypotension_risk, $3 AS predicted_map) AS judged
$failed$;

DROP FUNCTION IF EXISTS aln.prediction_contract_accept;

CREATE FUNCTION aln.prediction_contract_accept(confidence numeric, hypotension_risk numeric, predicted_map numeric) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF ($1 IS NULL OR ($1 BETWEEN -1000 AND 1000 AND $1 % 0.001 = 0)) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PredictionContract refuses Prediction: `confidence` is invalid',
            CONSTRAINT = 'aln_prediction_contract';
    END IF;
    IF ($2 IS NOT NULL AND $2 BETWEEN -1000 AND 1000 AND $2 % 0.001 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PredictionContract refuses Prediction: `hypotension_risk` is invalid',
            CONSTRAINT = 'aln_prediction_contract';
    END IF;
    IF ($3 IS NOT NULL AND $3 BETWEEN -1000 AND 1000 AND $3 % 0.1 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PredictionContract refuses Prediction: `predicted_map` is invalid',
            CONSTRAINT = 'aln_prediction_contract';
    END IF;
    refused := aln.prediction_contract_6000062b_unmet($1, $2, $3);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'PredictionContract refuses Prediction',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.prediction_contract_6000062b_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_prediction_contract';
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
        SELECT substring(proname FROM 21 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'prediction_contract_6000062b_reasons'
            AND proname ~ '^prediction_contract_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '9c4b7f52-e8d1-4a36-8f0d-17a6c5b3e207' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name PredictionContract is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'prediction_contract_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'prediction_contract_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
