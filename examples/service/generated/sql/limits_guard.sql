-- Policy LimitsGuard for Limits: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from drug_library.aln; edit that, never this.
-- module          DrugLibrary_v1_0_0
-- policy id       2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608
-- policy version  1.0.0
-- core sha256     09440d40c66f27af706c29e6ecc64276ee77206e0a518691e3bcba91d083c6b5
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of drug_limits
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_drug_limits_min_e8c9ce5d
    CHECK (("min" IS NOT NULL AND "min" BETWEEN 0 AND 2 AND "min" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_drug_limits_min_e8c9ce5d ON public.drug_limits IS 'Limits.min';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_drug_limits_fallback_8c457297
    CHECK ((fallback IS NOT NULL AND fallback BETWEEN 0 AND 2 AND fallback % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_drug_limits_fallback_8c457297 ON public.drug_limits IS 'Limits.fallback';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_drug_limits_max_8c799eb3
    CHECK (("max" IS NOT NULL AND "max" BETWEEN 0 AND 2 AND "max" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_drug_limits_max_8c799eb3 ON public.drug_limits IS 'Limits.max';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_drug_limits_max_change_2ceef8cc
    CHECK ((max_change IS NOT NULL AND max_change BETWEEN 0 AND 2 AND max_change % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_drug_limits_max_change_2ceef8cc ON public.drug_limits IS 'Limits.max_change';

-- Rules of the judged table's own columns.

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_the_fallback_rate_lies_outsi_436c5cbe
    CHECK ((("min" <= fallback AND fallback <= "max")) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_the_fallback_rate_lies_outsi_436c5cbe ON public.drug_limits IS 'the fallback rate lies outside the limits [RC-PUMP-1]';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_the_rate_could_never_change_95ceacdc
    CHECK ((0 < max_change) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_the_rate_could_never_change_95ceacdc ON public.drug_limits IS 'the rate could never change [RC-PUMP-1]';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_the_lowest_rate_is_below_0_0_b8b38c55
    CHECK ((0.02 <= "min") IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_the_lowest_rate_is_below_0_0_b8b38c55 ON public.drug_limits IS 'the lowest rate is below 0.02 mcg/kg/min [RC-DRUG-1]';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_the_highest_rate_is_above_1_79b85a65
    CHECK (("max" <= 1) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_the_highest_rate_is_above_1_79b85a65 ON public.drug_limits IS 'the highest rate is above 1.00 mcg/kg/min [RC-DRUG-1]';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_the_rate_could_change_by_mor_a7bae0fb
    CHECK ((max_change <= 0.1) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_the_rate_could_change_by_mor_a7bae0fb ON public.drug_limits IS 'the rate could change by more than 0.10 mcg/kg/min in one step [RC-DRUG-1]';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_4a94e64d_limits_guard_the_fallback_rate_is_above_0_8cd60ad3
    CHECK ((fallback <= 0.05) IS TRUE);
COMMENT ON CONSTRAINT aln_4a94e64d_limits_guard_the_fallback_rate_is_above_0_8cd60ad3 ON public.drug_limits IS 'the fallback rate is above 0.05 mcg/kg/min [RC-DRUG-1]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.limits_guard_4a94e64d_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('ValidLimits/the_fallback_rate_lies_outside_the_limits', 'the fallback rate lies outside the limits', ARRAY['RC-PUMP-1']::text[]),
        ('ValidLimits/the_rate_could_never_change', 'the rate could never change', ARRAY['RC-PUMP-1']::text[]),
        ('LimitsGuard/the_lowest_rate_is_below_0_02_mcg_kg_min', 'the lowest rate is below 0.02 mcg/kg/min', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_highest_rate_is_above_1_00_mcg_kg_min', 'the highest rate is above 1.00 mcg/kg/min', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_rate_could_change_by_more_than_0_10_mcg_kg_min', 'the rate could change by more than 0.10 mcg/kg/min in one step', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_fallback_rate_is_above_0_05_mcg_kg_min', 'the fallback rate is above 0.05 mcg/kg/min', ARRAY['RC-DRUG-1']::text[])
$reasons$;

COMMENT ON FUNCTION aln.limits_guard_4a94e64d_reasons() IS '{"module": "DrugLibrary_v1_0_0", "id": "2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608", "policy": "LimitsGuard", "entity": "Limits", "traces": ["RC-PUMP-1", "RC-DRUG-1"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "Limits", "table": "drug_limits", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "min", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "fallback", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max_change", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.limits_guard_4a94e64d_failed(judged public.drug_limits) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((judged."min" <= judged.fallback AND judged.fallback <= judged."max")) IS TRUE THEN NULL ELSE 'ValidLimits/the_fallback_rate_lies_outside_the_limits' END,
        CASE WHEN (0 < judged.max_change) IS TRUE THEN NULL ELSE 'ValidLimits/the_rate_could_never_change' END,
        CASE WHEN (0.02 <= judged."min") IS TRUE THEN NULL ELSE 'LimitsGuard/the_lowest_rate_is_below_0_02_mcg_kg_min' END,
        CASE WHEN (judged."max" <= 1) IS TRUE THEN NULL ELSE 'LimitsGuard/the_highest_rate_is_above_1_00_mcg_kg_min' END,
        CASE WHEN (judged.max_change <= 0.1) IS TRUE THEN NULL ELSE 'LimitsGuard/the_rate_could_change_by_more_than_0_10_mcg_kg_min' END,
        CASE WHEN (judged.fallback <= 0.05) IS TRUE THEN NULL ELSE 'LimitsGuard/the_fallback_rate_is_above_0_05_mcg_kg_min' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
$failed$;

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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'limits_guard_4a94e64d_reasons'
            AND proname ~ '^limits_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name LimitsGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'limits_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'limits_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
