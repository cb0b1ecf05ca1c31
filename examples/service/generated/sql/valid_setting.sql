-- Policy ValidSetting for PumpSetting: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from vasopressor_v1_1_0.aln; edit that, never this.
-- module          VasopressorSafety_v1_1_0
-- policy id       f1f6a1d2-3c60-4b8f-8d0e-2a1c7f5e9b03
-- policy version  1.1.0
-- core sha256     e95b4761eaa11a78c127078039733dd87a173047b6146dfc86d8b537bc2c69b4
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.valid_setting_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - the fallback rate lies outside the limits
--   - the rate could never change
--   - the infusion would begin outside its limits
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.valid_setting_38b5548f_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('ValidSetting/the_fallback_rate_lies_outside_the_limits', 'the fallback rate lies outside the limits', ARRAY['RC-PUMP-3']::text[]),
        ('ValidSetting/the_rate_could_never_change', 'the rate could never change', ARRAY['RC-PUMP-3']::text[]),
        ('ValidSetting/the_infusion_would_begin_outside_its_limits', 'the infusion would begin outside its limits', ARRAY['RC-PUMP-3']::text[])
$reasons$;

COMMENT ON FUNCTION aln.valid_setting_38b5548f_reasons() IS '{"module": "VasopressorSafety_v1_1_0", "id": "f1f6a1d2-3c60-4b8f-8d0e-2a1c7f5e9b03", "policy": "ValidSetting", "entity": "PumpSetting", "traces": ["RC-PUMP-3"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "PumpSetting", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "min", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "fallback", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max_change", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "start_rate", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.valid_setting_38b5548f_unmet("min" numeric, fallback numeric, "max" numeric, max_change numeric, start_rate numeric) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((judged."min" <= judged.fallback AND judged.fallback <= judged."max")) IS TRUE THEN NULL ELSE 'ValidSetting/the_fallback_rate_lies_outside_the_limits' END,
        CASE WHEN (0 < judged.max_change) IS TRUE THEN NULL ELSE 'ValidSetting/the_rate_could_never_change' END,
        CASE WHEN ((
            judged.start_rate = 0
            OR (judged."min" <= judged.start_rate AND judged.start_rate <= judged."max")
        )) IS TRUE THEN NULL ELSE 'ValidSetting/the_infusion_would_begin_outside_its_limits' END
    ]::text[], NULL)
    FROM (SELECT $1 AS "min", $2 AS fallback, $3 AS "max", $4 AS max_change, $5 AS start_rate) AS judged
$failed$;

DROP FUNCTION IF EXISTS aln.valid_setting_accept;

CREATE FUNCTION aln.valid_setting_accept("min" numeric, fallback numeric, "max" numeric, max_change numeric, start_rate numeric) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF ($1 IS NOT NULL AND $1 BETWEEN 0 AND 2 AND $1 % 0.001 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ValidSetting refuses PumpSetting: `min` is invalid',
            CONSTRAINT = 'aln_valid_setting';
    END IF;
    IF ($2 IS NOT NULL AND $2 BETWEEN 0 AND 2 AND $2 % 0.001 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ValidSetting refuses PumpSetting: `fallback` is invalid',
            CONSTRAINT = 'aln_valid_setting';
    END IF;
    IF ($3 IS NOT NULL AND $3 BETWEEN 0 AND 2 AND $3 % 0.001 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ValidSetting refuses PumpSetting: `max` is invalid',
            CONSTRAINT = 'aln_valid_setting';
    END IF;
    IF ($4 IS NOT NULL AND $4 BETWEEN 0 AND 2 AND $4 % 0.001 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ValidSetting refuses PumpSetting: `max_change` is invalid',
            CONSTRAINT = 'aln_valid_setting';
    END IF;
    IF ($5 IS NOT NULL AND $5 BETWEEN 0 AND 2 AND $5 % 0.001 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ValidSetting refuses PumpSetting: `start_rate` is invalid',
            CONSTRAINT = 'aln_valid_setting';
    END IF;
    refused := aln.valid_setting_38b5548f_unmet($1, $2, $3, $4, $5);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ValidSetting refuses PumpSetting',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.valid_setting_38b5548f_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_valid_setting';
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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'valid_setting_38b5548f_reasons'
            AND proname ~ '^valid_setting_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'f1f6a1d2-3c60-4b8f-8d0e-2a1c7f5e9b03' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name ValidSetting is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'valid_setting_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'valid_setting_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
