-- Policy RemPolicyGuard for RemPolicy: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from rem_exclusion_v2_1_0.aln; edit that, never this.
-- module          RemExclusion_v2_1_0
-- policy id       5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11
-- policy version  2.1.0
-- core sha256     3996c2bf73972b702a620dee1383fea28b05a6bf54103f9a7f6894269e353172
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of rem_policy
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.rem_policy ADD CONSTRAINT aln_c467a602_rem_policy_guard_rem_policy_rem_excluded_ad274de3
    CHECK ((rem_excluded IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_c467a602_rem_policy_guard_rem_policy_rem_excluded_ad274de3 ON public.rem_policy IS 'RemPolicy.rem_excluded';

ALTER TABLE public.rem_policy ADD CONSTRAINT aln_c467a602_rem_policy_guard_rem_policy_effective_to_9254cab8
    CHECK ((effective_to IS NULL OR (effective_to BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00')) IS TRUE);
COMMENT ON CONSTRAINT aln_c467a602_rem_policy_guard_rem_policy_effective_to_9254cab8 ON public.rem_policy IS 'RemPolicy.effective_to';

ALTER TABLE public.rem_policy ADD CONSTRAINT aln_c467a602_rem_policy_guard_rem_policy_effective_fro_fead4734
    CHECK ((effective_from IS NOT NULL AND effective_from BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_c467a602_rem_policy_guard_rem_policy_effective_fro_fead4734 ON public.rem_policy IS 'RemPolicy.effective_from';

-- Rules of the judged table's own columns.

ALTER TABLE public.rem_policy ADD CONSTRAINT aln_c467a602_rem_policy_guard_a_rem_policy_must_exclud_37a90526
    CHECK ((rem_excluded) IS TRUE);
COMMENT ON CONSTRAINT aln_c467a602_rem_policy_guard_a_rem_policy_must_exclud_37a90526 ON public.rem_policy IS 'a REM policy must exclude REM sleep [RC-REM-3]';

ALTER TABLE public.rem_policy ADD CONSTRAINT aln_c467a602_rem_policy_guard_the_policy_ends_before_i_d613a758
    CHECK (((effective_to IS NULL OR effective_from < effective_to)) IS TRUE);
COMMENT ON CONSTRAINT aln_c467a602_rem_policy_guard_the_policy_ends_before_i_d613a758 ON public.rem_policy IS 'the policy ends before it takes effect [RC-REM-3]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.rem_policy_guard_c467a602_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('RemPolicyGuard/a_rem_policy_must_exclude_rem_sleep', 'a REM policy must exclude REM sleep', ARRAY['RC-REM-3']::text[]),
        ('RemPolicyGuard/the_policy_ends_before_it_takes_effect', 'the policy ends before it takes effect', ARRAY['RC-REM-3']::text[])
$reasons$;

COMMENT ON FUNCTION aln.rem_policy_guard_c467a602_reasons() IS '{"module": "RemExclusion_v2_1_0", "id": "5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11", "policy": "RemPolicyGuard", "entity": "RemPolicy", "traces": ["RC-REM-3"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "RemPolicy", "table": "rem_policy", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "rem_excluded", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "effective_to", "optional": true, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "effective_from", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.rem_policy_guard_c467a602_failed(judged public.rem_policy) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged.rem_excluded) IS TRUE THEN NULL ELSE 'RemPolicyGuard/a_rem_policy_must_exclude_rem_sleep' END,
        CASE WHEN ((judged.effective_to IS NULL OR judged.effective_from < judged.effective_to)) IS TRUE THEN NULL ELSE 'RemPolicyGuard/the_policy_ends_before_it_takes_effect' END
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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'rem_policy_guard_c467a602_reasons'
            AND proname ~ '^rem_policy_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name RemPolicyGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'rem_policy_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'rem_policy_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
