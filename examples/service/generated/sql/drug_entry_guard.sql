-- Policy DrugEntryGuard for DrugEntry: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from drug_library.aln; edit that, never this.
-- module          DrugLibrary_v1_0_0
-- policy id       2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608
-- policy version  1.0.0
-- core sha256     2ddba01cc7c3f7350543de50680b4ffb596a8125065f840598372decf99c161e
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of drug_library_entry
--   - INSERT, UPDATE and DELETE of drug_limits; TRUNCATE of drug_limits is refused
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

ALTER TABLE public.drug_library_entry ADD CONSTRAINT aln_c95dd495_drug_entry_guard_drug_library_entry_conce_9d381582
    CHECK ((concentration IS NOT NULL AND concentration BETWEEN 0 AND 100000 AND concentration % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_c95dd495_drug_entry_guard_drug_library_entry_conce_9d381582 ON public.drug_library_entry IS 'DrugEntry.concentration';

ALTER TABLE public.drug_library_entry ADD CONSTRAINT aln_c95dd495_drug_entry_guard_drug_library_entry_start_13f50f6e
    CHECK ((start_rate IS NOT NULL AND start_rate BETWEEN 0 AND 2 AND start_rate % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_c95dd495_drug_entry_guard_drug_library_entry_start_13f50f6e ON public.drug_library_entry IS 'DrugEntry.start_rate';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_c95dd495_drug_entry_guard_drug_limits_min_e8c9ce5d
    CHECK (("min" IS NOT NULL AND "min" BETWEEN 0 AND 2 AND "min" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_c95dd495_drug_entry_guard_drug_limits_min_e8c9ce5d ON public.drug_limits IS 'Limits.min';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_c95dd495_drug_entry_guard_drug_limits_fallback_8c457297
    CHECK ((fallback IS NOT NULL AND fallback BETWEEN 0 AND 2 AND fallback % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_c95dd495_drug_entry_guard_drug_limits_fallback_8c457297 ON public.drug_limits IS 'Limits.fallback';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_c95dd495_drug_entry_guard_drug_limits_max_8c799eb3
    CHECK (("max" IS NOT NULL AND "max" BETWEEN 0 AND 2 AND "max" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_c95dd495_drug_entry_guard_drug_limits_max_8c799eb3 ON public.drug_limits IS 'Limits.max';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_c95dd495_drug_entry_guard_drug_limits_max_change_2ceef8cc
    CHECK ((max_change IS NOT NULL AND max_change BETWEEN 0 AND 2 AND max_change % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_c95dd495_drug_entry_guard_drug_limits_max_change_2ceef8cc ON public.drug_limits IS 'Limits.max_change';

-- Rules of the judged table's own columns.

ALTER TABLE public.drug_library_entry ADD CONSTRAINT aln_c95dd495_drug_entry_guard_the_solution_holds_none_9e610d4b
    CHECK ((0 < concentration) IS TRUE);
COMMENT ON CONSTRAINT aln_c95dd495_drug_entry_guard_the_solution_holds_none_9e610d4b ON public.drug_library_entry IS 'the solution holds none of the drug [RC-DRUG-1]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.drug_entry_guard_c95dd495_reasons() RETURNS TABLE (rule text, because text, traces text[])
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
        ('DrugEntryGuard/the_solution_holds_none_of_the_drug', 'the solution holds none of the drug', ARRAY['RC-DRUG-1']::text[]),
        ('DrugEntryGuard/the_infusion_would_start_outside_its_limits', 'the infusion would start outside its limits', ARRAY['RC-DRUG-1']::text[]),
        ('DrugEntryGuard/the_first_step_could_not_reach_the_lowest_rate', 'the first step could not reach the lowest rate', ARRAY['RC-DRUG-1']::text[])
$reasons$;

COMMENT ON FUNCTION aln.drug_entry_guard_c95dd495_reasons() IS '{"module": "DrugLibrary_v1_0_0", "id": "2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608", "policy": "DrugEntryGuard", "entity": "DrugEntry", "traces": ["RC-PUMP-1", "RC-DRUG-1"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "DrugEntry", "table": "drug_library_entry", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "concentration", "optional": false, "sort": "int", "lo": 0, "hi": 100000000, "step": "1/1000", "unit": ["mcg_per_mL", "ug/mL", "1", "mass/volume"], "type": "", "labels": []}, {"name": "start_rate", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]},
  {"path": "limits", "entity": "Limits", "table": "drug_limits", "key": "id", "how": "ref", "parent": "", "link": "limits", "maximum": 0, "optional": false, "fields": [{"name": "min", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "fallback", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max_change", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.drug_entry_guard_c95dd495_failed(judged public.drug_library_entry) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((limits.id IS NOT NULL AND limits."min" <= limits.fallback AND limits.fallback <= limits."max")) IS TRUE THEN NULL ELSE 'ValidLimits/the_fallback_rate_lies_outside_the_limits' END,
        CASE WHEN ((limits.id IS NOT NULL AND 0 < limits.max_change)) IS TRUE THEN NULL ELSE 'ValidLimits/the_rate_could_never_change' END,
        CASE WHEN ((limits.id IS NOT NULL AND 0.02 <= limits."min")) IS TRUE THEN NULL ELSE 'LimitsGuard/the_lowest_rate_is_below_0_02_mcg_kg_min' END,
        CASE WHEN ((limits.id IS NOT NULL AND limits."max" <= 1)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_highest_rate_is_above_1_00_mcg_kg_min' END,
        CASE WHEN ((limits.id IS NOT NULL AND limits.max_change <= 0.1)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_rate_could_change_by_more_than_0_10_mcg_kg_min' END,
        CASE WHEN ((limits.id IS NOT NULL AND limits.fallback <= 0.05)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_fallback_rate_is_above_0_05_mcg_kg_min' END,
        CASE WHEN (0 < judged.concentration) IS TRUE THEN NULL ELSE 'DrugEntryGuard/the_solution_holds_none_of_the_drug' END,
        CASE WHEN ((
            judged.start_rate = 0
            OR (
                limits.id IS NOT NULL
                AND limits."min" <= judged.start_rate
                AND judged.start_rate <= limits."max"
            )
        )) IS TRUE THEN NULL ELSE 'DrugEntryGuard/the_infusion_would_start_outside_its_limits' END,
        CASE WHEN ((judged.start_rate <> 0 OR (limits.id IS NOT NULL AND limits."min" <= limits.max_change))) IS TRUE THEN NULL ELSE 'DrugEntryGuard/the_first_step_could_not_reach_the_lowest_rate' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.drug_limits AS limits ON limits.id = judged.limits_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.drug_entry_guard_c95dd495_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'DrugEntryGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.drug_library_entry AS judged
        JOIN public.drug_limits AS limits ON limits.id = judged.limits_id
        WHERE judged.id = ANY ($1) FOR SHARE OF limits;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.drug_library_entry AS judged,
            LATERAL (SELECT aln.drug_entry_guard_c95dd495_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'DrugEntryGuard refuses drug_library_entry ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.drug_entry_guard_c95dd495_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'drug_library_entry',
            CONSTRAINT = 'aln_drug_entry_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.drug_entry_guard_c95dd495_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'DrugEntryGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.drug_entry_guard_c95dd495_on_drug_library_entry() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.drug_entry_guard_c95dd495_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_drug_entry_guard_c95dd495_changed AFTER INSERT OR UPDATE ON public.drug_library_entry
    FOR EACH ROW EXECUTE FUNCTION aln.drug_entry_guard_c95dd495_on_drug_library_entry();

CREATE FUNCTION aln.drug_entry_guard_c95dd495_on_drug_limits() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.drug_entry_guard_c95dd495_enforce(ARRAY(
        SELECT judged.id FROM public.drug_library_entry AS judged
        WHERE judged.limits_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_drug_entry_guard_c95dd495_changed AFTER INSERT OR DELETE OR UPDATE ON public.drug_limits
    FOR EACH ROW EXECUTE FUNCTION aln.drug_entry_guard_c95dd495_on_drug_limits();

CREATE TRIGGER aln_drug_entry_guard_c95dd495_truncate BEFORE TRUNCATE ON public.drug_limits
    FOR EACH STATEMENT EXECUTE FUNCTION aln.drug_entry_guard_c95dd495_truncate();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.drug_entry_guard_c95dd495_enforce(ARRAY(SELECT judged.id FROM public.drug_library_entry AS judged));

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 18 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'drug_entry_guard_c95dd495_reasons'
            AND proname ~ '^drug_entry_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name DrugEntryGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'drug_entry_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'drug_entry_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
