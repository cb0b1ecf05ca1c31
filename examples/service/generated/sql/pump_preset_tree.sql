-- Policy PumpPresetTree for DrugLimits: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from pump_presets.aln; edit that, never this.
-- module          PumpPresets_v1_0_0
-- policy id       d27e6b94-1c85-4f0a-b3d9-48a5c6e7f10d
-- policy version  1.0.0
-- core sha256     8b00967279f9ff0fe8fc3e9cb8c9e0d1542457e9fc54dfc180ac700ce8b0bd0e
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of drug_limits
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_drug_limits_min_e8c9ce5d
    CHECK (("min" IS NOT NULL AND "min" BETWEEN 0 AND 2 AND "min" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_drug_limits_min_e8c9ce5d ON public.drug_limits IS 'DrugLimits.min';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_drug_limits_fallback_8c457297
    CHECK ((fallback IS NOT NULL AND fallback BETWEEN 0 AND 2 AND fallback % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_drug_limits_fallback_8c457297 ON public.drug_limits IS 'DrugLimits.fallback';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_drug_limits_max_8c799eb3
    CHECK (("max" IS NOT NULL AND "max" BETWEEN 0 AND 2 AND "max" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_drug_limits_max_8c799eb3 ON public.drug_limits IS 'DrugLimits.max';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_drug_limits_max_change_2ceef8cc
    CHECK ((max_change IS NOT NULL AND max_change BETWEEN 0 AND 2 AND max_change % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_drug_limits_max_change_2ceef8cc ON public.drug_limits IS 'DrugLimits.max_change';

-- Rules of the judged table's own columns.

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_lowest_first_858c88ae
    CHECK (("min" <= fallback) IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_lowest_first_858c88ae ON public.drug_limits IS 'the filter `lowest_first` fails';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_highest_last_92dec3bd
    CHECK ((fallback <= "max") IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_highest_last_92dec3bd ON public.drug_limits IS 'the filter `highest_last` fails';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_can_change_95ceacdc
    CHECK ((0 < max_change) IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_can_change_95ceacdc ON public.drug_limits IS 'the filter `can_change` fails';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_lowest_b8b38c55
    CHECK ((0.02 <= "min") IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_lowest_b8b38c55 ON public.drug_limits IS 'the filter `lowest` fails';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_highest_79b85a65
    CHECK (("max" <= 1) IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_highest_79b85a65 ON public.drug_limits IS 'the filter `highest` fails';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_38640c20_pump_preset_tree_change_a7bae0fb
    CHECK ((max_change <= 0.1) IS TRUE);
COMMENT ON CONSTRAINT aln_38640c20_pump_preset_tree_change_a7bae0fb ON public.drug_limits IS 'the filter `change` fails';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.pump_preset_tree_38640c20_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('PumpPresetTree/lowest_first', 'the filter `lowest_first` fails', ARRAY[]::text[]),
        ('PumpPresetTree/highest_last', 'the filter `highest_last` fails', ARRAY[]::text[]),
        ('PumpPresetTree/can_change', 'the filter `can_change` fails', ARRAY[]::text[]),
        ('PumpPresetTree/lowest', 'the filter `lowest` fails', ARRAY[]::text[]),
        ('PumpPresetTree/highest', 'the filter `highest` fails', ARRAY[]::text[]),
        ('PumpPresetTree/change', 'the filter `change` fails', ARRAY[]::text[])
$reasons$;

COMMENT ON FUNCTION aln.pump_preset_tree_38640c20_reasons() IS '{"module": "PumpPresets_v1_0_0", "id": "d27e6b94-1c85-4f0a-b3d9-48a5c6e7f10d", "policy": "PumpPresetTree", "entity": "DrugLimits", "traces": [], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "DrugLimits", "table": "drug_limits", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "min", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "fallback", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max_change", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.pump_preset_tree_38640c20_failed(judged public.drug_limits) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged."min" <= judged.fallback) IS TRUE THEN NULL ELSE 'PumpPresetTree/lowest_first' END,
        CASE WHEN (judged.fallback <= judged."max") IS TRUE THEN NULL ELSE 'PumpPresetTree/highest_last' END,
        CASE WHEN (0 < judged.max_change) IS TRUE THEN NULL ELSE 'PumpPresetTree/can_change' END,
        CASE WHEN (0.02 <= judged."min") IS TRUE THEN NULL ELSE 'PumpPresetTree/lowest' END,
        CASE WHEN (judged."max" <= 1) IS TRUE THEN NULL ELSE 'PumpPresetTree/highest' END,
        CASE WHEN (judged.max_change <= 0.1) IS TRUE THEN NULL ELSE 'PumpPresetTree/change' END
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
        SELECT substring(proname FROM 18 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'pump_preset_tree_38640c20_reasons'
            AND proname ~ '^pump_preset_tree_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'd27e6b94-1c85-4f0a-b3d9-48a5c6e7f10d' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name PumpPresetTree is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'pump_preset_tree_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'pump_preset_tree_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
