-- Policy TherapyModuleTree for TherapyModule: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from therapy_modules.aln; edit that, never this.
-- module          TherapyModules_v1_0_0
-- policy id       c5b3a9e0-7d14-4e8f-a6c2-3f80d9b7e10c
-- policy version  1.0.0
-- core sha256     0063efcb8468afcc798c4b04cb47470a4ed19352a61a5af76ee77fb8c17db6f2
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of therapy_module
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_therapy_module_max_mi_47f21cce
    CHECK ((max_minutes IS NOT NULL AND max_minutes BETWEEN 0 AND 240 AND max_minutes % 1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_therapy_module_max_mi_47f21cce ON public.therapy_module IS 'TherapyModule.max_minutes';

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_therapy_module_intens_0ea3b61e
    CHECK ((intensity_pct IS NOT NULL AND intensity_pct BETWEEN 0 AND 100 AND intensity_pct % 0.1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_therapy_module_intens_0ea3b61e ON public.therapy_module IS 'TherapyModule.intensity_pct';

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_therapy_module_module_2315a4f2
    CHECK ((module_type IS NOT NULL AND module_type IN ('PSYCHOEDUCATION', 'RELAXATION', 'BREATHING_TRAINING', 'SLEEP_HYGIENE', 'SLEEP_RESTRICTION', 'STIMULUS_CONTROL', 'REM_MODULATION')) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_therapy_module_module_2315a4f2 ON public.therapy_module IS 'TherapyModule.module_type';

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_therapy_module_clinic_3f6a42bf
    CHECK ((clinician_needed IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_therapy_module_clinic_3f6a42bf ON public.therapy_module IS 'TherapyModule.clinician_needed';

-- Rules of the judged table's own columns.

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_at_least_a_minute_4f406d32
    CHECK ((1 <= max_minutes) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_at_least_a_minute_4f406d32 ON public.therapy_module IS 'the filter `at_least_a_minute` fails';

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_at_most_twenty_a8d6925b
    CHECK ((max_minutes <= 20) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_at_most_twenty_a8d6925b ON public.therapy_module IS 'the filter `at_most_twenty` fails';

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_intensity_d89d37cf
    CHECK ((intensity_pct <= 60) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_intensity_d89d37cf ON public.therapy_module IS 'the filter `intensity` fails';

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_no_rem_b3a9f205
    CHECK ((module_type <> 'REM_MODULATION') IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_no_rem_b3a9f205 ON public.therapy_module IS 'the filter `no_rem` fails';

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_restriction_8198c917
    CHECK (((module_type <> 'SLEEP_RESTRICTION' OR clinician_needed)) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_restriction_8198c917 ON public.therapy_module IS 'the filter `restriction` fails';

ALTER TABLE public.therapy_module ADD CONSTRAINT aln_604097e6_therapy_module_tree_control_044eed20
    CHECK (((module_type <> 'STIMULUS_CONTROL' OR clinician_needed)) IS TRUE);
COMMENT ON CONSTRAINT aln_604097e6_therapy_module_tree_control_044eed20 ON public.therapy_module IS 'the filter `control` fails';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.therapy_module_tree_604097e6_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('TherapyModuleTree/at_least_a_minute', 'the filter `at_least_a_minute` fails', ARRAY[]::text[]),
        ('TherapyModuleTree/at_most_twenty', 'the filter `at_most_twenty` fails', ARRAY[]::text[]),
        ('TherapyModuleTree/intensity', 'the filter `intensity` fails', ARRAY[]::text[]),
        ('TherapyModuleTree/no_rem', 'the filter `no_rem` fails', ARRAY[]::text[]),
        ('TherapyModuleTree/restriction', 'the filter `restriction` fails', ARRAY[]::text[]),
        ('TherapyModuleTree/control', 'the filter `control` fails', ARRAY[]::text[])
$reasons$;

COMMENT ON FUNCTION aln.therapy_module_tree_604097e6_reasons() IS '{"module": "TherapyModules_v1_0_0", "id": "c5b3a9e0-7d14-4e8f-a6c2-3f80d9b7e10c", "policy": "TherapyModuleTree", "entity": "TherapyModule", "traces": [], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "TherapyModule", "table": "therapy_module", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "max_minutes", "optional": false, "sort": "int", "lo": 0, "hi": 240, "step": "1", "unit": ["min", "min", "60", "time"], "type": "", "labels": []}, {"name": "intensity_pct", "optional": false, "sort": "int", "lo": 0, "hi": 1000, "step": "1/10", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "module_type", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": ["PSYCHOEDUCATION", "RELAXATION", "BREATHING_TRAINING", "SLEEP_HYGIENE", "SLEEP_RESTRICTION", "STIMULUS_CONTROL", "REM_MODULATION"]}, {"name": "clinician_needed", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.therapy_module_tree_604097e6_failed(judged public.therapy_module) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (1 <= judged.max_minutes) IS TRUE THEN NULL ELSE 'TherapyModuleTree/at_least_a_minute' END,
        CASE WHEN (judged.max_minutes <= 20) IS TRUE THEN NULL ELSE 'TherapyModuleTree/at_most_twenty' END,
        CASE WHEN (judged.intensity_pct <= 60) IS TRUE THEN NULL ELSE 'TherapyModuleTree/intensity' END,
        CASE WHEN (judged.module_type <> 'REM_MODULATION') IS TRUE THEN NULL ELSE 'TherapyModuleTree/no_rem' END,
        CASE WHEN ((judged.module_type <> 'SLEEP_RESTRICTION' OR judged.clinician_needed)) IS TRUE THEN NULL ELSE 'TherapyModuleTree/restriction' END,
        CASE WHEN ((judged.module_type <> 'STIMULUS_CONTROL' OR judged.clinician_needed)) IS TRUE THEN NULL ELSE 'TherapyModuleTree/control' END
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
        SELECT substring(proname FROM 21 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'therapy_module_tree_604097e6_reasons'
            AND proname ~ '^therapy_module_tree_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'c5b3a9e0-7d14-4e8f-a6c2-3f80d9b7e10c' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name TherapyModuleTree is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'therapy_module_tree_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'therapy_module_tree_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
