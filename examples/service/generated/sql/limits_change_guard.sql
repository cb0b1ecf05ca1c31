-- Policy LimitsChangeGuard for LimitsChange: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from drug_library.aln; edit that, never this.
-- module          DrugLibrary_v1_0_0
-- policy id       2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608
-- policy version  1.0.0
-- core sha256     47ad74d0ade0b3ff1cbf5143ef0cf891da94613c14c1b5a0e41b739c1593fb09
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.limits_change_guard_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - the fallback rate lies outside the limits
--   - the rate could never change
--   - the lowest rate is below 0.02 mcg/kg/min
--   - the highest rate is above 1.00 mcg/kg/min
--   - the rate could change by more than 0.10 mcg/kg/min in one step
--   - the fallback rate is above 0.05 mcg/kg/min
--   - the running rate is too far below the new limits
--   - the running rate is too far above the new limits
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_093276f5_limits_change_guard_drug_limits_min_e8c9ce5d
    CHECK (("min" IS NOT NULL AND "min" BETWEEN 0 AND 2 AND "min" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_093276f5_limits_change_guard_drug_limits_min_e8c9ce5d ON public.drug_limits IS 'Limits.min';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_093276f5_limits_change_guard_drug_limits_fallback_8c457297
    CHECK ((fallback IS NOT NULL AND fallback BETWEEN 0 AND 2 AND fallback % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_093276f5_limits_change_guard_drug_limits_fallback_8c457297 ON public.drug_limits IS 'Limits.fallback';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_093276f5_limits_change_guard_drug_limits_max_8c799eb3
    CHECK (("max" IS NOT NULL AND "max" BETWEEN 0 AND 2 AND "max" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_093276f5_limits_change_guard_drug_limits_max_8c799eb3 ON public.drug_limits IS 'Limits.max';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_093276f5_limits_change_guard_drug_limits_max_chang_2ceef8cc
    CHECK ((max_change IS NOT NULL AND max_change BETWEEN 0 AND 2 AND max_change % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_093276f5_limits_change_guard_drug_limits_max_chang_2ceef8cc ON public.drug_limits IS 'Limits.max_change';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.limits_change_guard_093276f5_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('ValidLimits/the_fallback_rate_lies_outside_the_limits', 'the fallback rate lies outside the limits', ARRAY['RC-PUMP-1']::text[]),
        ('ValidLimits/the_rate_could_never_change', 'the rate could never change', ARRAY['RC-PUMP-1']::text[]),
        ('LimitsGuard/the_lowest_rate_is_below_0_02_mcg_kg_min', 'the lowest rate is below 0.02 mcg/kg/min', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_highest_rate_is_above_1_00_mcg_kg_min', 'the highest rate is above 1.00 mcg/kg/min', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_rate_could_change_by_more_than_0_10_mcg_kg_min', 'the rate could change by more than 0.10 mcg/kg/min in one step', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_fallback_rate_is_above_0_05_mcg_kg_min', 'the fallback rate is above 0.05 mcg/kg/min', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsChangeGuard/the_running_rate_is_too_far_below_the_new_limits', 'the running rate is too far below the new limits', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsChangeGuard/the_running_rate_is_too_far_above_the_new_limits', 'the running rate is too far above the new limits', ARRAY['RC-DRUG-1']::text[])
$reasons$;

COMMENT ON FUNCTION aln.limits_change_guard_093276f5_reasons() IS '{"module": "DrugLibrary_v1_0_0", "id": "2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608", "policy": "LimitsChangeGuard", "entity": "LimitsChange", "traces": ["RC-PUMP-1", "RC-DRUG-1"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "LimitsChange", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "rate", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]},
  {"path": "new", "entity": "Limits", "table": "drug_limits", "key": "id", "how": "ref", "parent": "", "link": "new", "maximum": 0, "optional": false, "fields": [{"name": "min", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "fallback", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max_change", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.limits_change_guard_093276f5_unmet(rate numeric, new_id uuid) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (("new".id IS NOT NULL AND "new"."min" <= "new".fallback AND "new".fallback <= "new"."max")) IS TRUE THEN NULL ELSE 'ValidLimits/the_fallback_rate_lies_outside_the_limits' END,
        CASE WHEN (("new".id IS NOT NULL AND 0 < "new".max_change)) IS TRUE THEN NULL ELSE 'ValidLimits/the_rate_could_never_change' END,
        CASE WHEN (("new".id IS NOT NULL AND 0.02 <= "new"."min")) IS TRUE THEN NULL ELSE 'LimitsGuard/the_lowest_rate_is_below_0_02_mcg_kg_min' END,
        CASE WHEN (("new".id IS NOT NULL AND "new"."max" <= 1)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_highest_rate_is_above_1_00_mcg_kg_min' END,
        CASE WHEN (("new".id IS NOT NULL AND "new".max_change <= 0.1)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_rate_could_change_by_more_than_0_10_mcg_kg_min' END,
        CASE WHEN (("new".id IS NOT NULL AND "new".fallback <= 0.05)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_fallback_rate_is_above_0_05_mcg_kg_min' END,
        CASE WHEN (("new".id IS NOT NULL AND ("new"."min" - "new".max_change) <= judged.rate)) IS TRUE THEN NULL ELSE 'LimitsChangeGuard/the_running_rate_is_too_far_below_the_new_limits' END,
        CASE WHEN (("new".id IS NOT NULL AND judged.rate <= ("new"."max" + "new".max_change))) IS TRUE THEN NULL ELSE 'LimitsChangeGuard/the_running_rate_is_too_far_above_the_new_limits' END
    ]::text[], NULL)
    FROM (SELECT $1 AS rate, $2 AS new_id) AS judged
    LEFT JOIN public.drug_limits AS "new" ON "new".id = judged.new_id
$failed$;

DROP FUNCTION IF EXISTS aln.limits_change_guard_accept;

CREATE FUNCTION aln.limits_change_guard_accept(rate numeric, new_id uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    refused text[];
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'LimitsChangeGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    IF ($1 IS NOT NULL AND $1 BETWEEN 0 AND 2 AND $1 % 0.001 = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'LimitsChangeGuard refuses LimitsChange: `rate` is invalid',
            CONSTRAINT = 'aln_limits_change_guard';
    END IF;
    refused := aln.limits_change_guard_093276f5_unmet($1, $2);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'LimitsChangeGuard refuses LimitsChange',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.limits_change_guard_093276f5_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_limits_change_guard';
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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'limits_change_guard_093276f5_reasons'
            AND proname ~ '^limits_change_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name LimitsChangeGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'limits_change_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'limits_change_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
