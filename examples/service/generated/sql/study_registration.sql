-- Policy StudyRegistration for Study: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from rem_exclusion_v2_1_0.aln; edit that, never this.
-- module          RemExclusion_v2_1_0
-- policy id       5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11
-- policy version  2.1.0
-- core sha256     40b3623a8c1584397d3a822e6c30b76ea4b5f2b9a63e3ba7fae7297ff79405b3
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of study
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Judged once, in the statement that stores the record, and never again:
--   - the study names a REM policy that is not active
--   `now` is the server's clock when the record is judged, to the microsecond
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.rem_policy ADD CONSTRAINT aln_76f7a277_study_registration_rem_policy_effective_f_fead4734
    CHECK ((effective_from IS NOT NULL AND effective_from BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_76f7a277_study_registration_rem_policy_effective_f_fead4734 ON public.rem_policy IS 'RemPolicy.effective_from';

ALTER TABLE public.rem_policy ADD CONSTRAINT aln_76f7a277_study_registration_rem_policy_effective_t_9254cab8
    CHECK ((effective_to IS NULL OR (effective_to BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00')) IS TRUE);
COMMENT ON CONSTRAINT aln_76f7a277_study_registration_rem_policy_effective_t_9254cab8 ON public.rem_policy IS 'RemPolicy.effective_to';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.study_registration_76f7a277_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('StudyRegistration/the_study_names_a_rem_policy_that_is_not_active', 'the study names a REM policy that is not active', ARRAY['RC-REM-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.study_registration_76f7a277_reasons() IS '{"module": "RemExclusion_v2_1_0", "id": "5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11", "policy": "StudyRegistration", "entity": "Study", "traces": ["RC-REM-2"], "counts": [], "events": ["StudyRegistration/the_study_names_a_rem_policy_that_is_not_active"], "inputs": [{"name": "@now", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}], "records": [
  {"path": "", "entity": "Study", "table": "study", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": []},
  {"path": "rem_policy", "entity": "RemPolicy", "table": "rem_policy", "key": "id", "how": "ref", "parent": "", "link": "rem_policy", "maximum": 0, "optional": false, "fields": [{"name": "effective_from", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "effective_to", "optional": true, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.study_registration_76f7a277_unmet(judged public.study, now timestamptz) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            rem_policy.id IS NOT NULL
            AND rem_policy.effective_from <= stated.now
            AND (rem_policy.effective_to IS NULL OR stated.now < rem_policy.effective_to)
        )) IS TRUE THEN NULL ELSE 'StudyRegistration/the_study_names_a_rem_policy_that_is_not_active' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    CROSS JOIN (SELECT $2 AS now) AS stated
    LEFT JOIN public.rem_policy AS rem_policy ON rem_policy.id = judged.rem_policy_id
$failed$;

CREATE FUNCTION aln.study_registration_76f7a277_accepted() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    asked_now timestamptz := clock_timestamp();
    refused text[];
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'StudyRegistration is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    IF (asked_now IS NOT NULL AND asked_now BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'StudyRegistration refuses study: `now` is not stated',
            SCHEMA = 'public',
            TABLE = 'study',
            CONSTRAINT = 'aln_study_registration';
    END IF;
    refused := aln.study_registration_76f7a277_unmet(NEW, asked_now);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'StudyRegistration refuses study ' || NEW.id,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.study_registration_76f7a277_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            SCHEMA = 'public',
            TABLE = 'study',
            CONSTRAINT = 'aln_study_registration';
    END IF;
    RETURN NULL;
END
$accept$;

CREATE TRIGGER aln_study_registration_76f7a277_accepted AFTER INSERT OR UPDATE ON public.study
    FOR EACH ROW EXECUTE FUNCTION aln.study_registration_76f7a277_accepted();

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 20 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'study_registration_76f7a277_reasons'
            AND proname ~ '^study_registration_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name StudyRegistration is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'study_registration_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'study_registration_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
