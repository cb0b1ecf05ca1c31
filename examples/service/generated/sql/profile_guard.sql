-- Policy ProfileGuard for Profile: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from calibration_v1_1_0.aln; edit that, never this.
-- module          Calibration_v1_1_0
-- policy id       a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02
-- policy version  1.1.0
-- core sha256     d6e2acdec47ad595656f7cc3336a18ab2f978db0db1ad92c632581f592993fb5
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of calibration_profile
--   - INSERT, UPDATE and DELETE of device_family; TRUNCATE of device_family is refused
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

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_calibration_profile_max_int_4122606f
    CHECK ((max_interval_days IS NOT NULL AND max_interval_days BETWEEN 1 AND 3650 AND max_interval_days % 1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_calibration_profile_max_int_4122606f ON public.calibration_profile IS 'Profile.max_interval_days';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_calibration_profile_max_rms_c7b1fba1
    CHECK ((max_rms_mm IS NULL OR (max_rms_mm BETWEEN 0 AND 1000 AND max_rms_mm % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_calibration_profile_max_rms_c7b1fba1 ON public.calibration_profile IS 'Profile.max_rms_mm';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_calibration_profile_target_50d8a241
    CHECK ((target_rms_mm IS NULL OR (target_rms_mm BETWEEN 0 AND 1000 AND target_rms_mm % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_calibration_profile_target_50d8a241 ON public.calibration_profile IS 'Profile.target_rms_mm';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_calibration_profile_max_bia_3afe53df
    CHECK ((max_bias_pct IS NULL OR (max_bias_pct BETWEEN 0 AND 100 AND max_bias_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_calibration_profile_max_bia_3afe53df ON public.calibration_profile IS 'Profile.max_bias_pct';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_calibration_profile_target_ce2d4a3c
    CHECK ((target_bias_pct IS NULL OR (target_bias_pct BETWEEN 0 AND 100 AND target_bias_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_calibration_profile_target_ce2d4a3c ON public.calibration_profile IS 'Profile.target_bias_pct';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_calibration_profile_max_cv_70272a5d
    CHECK ((max_cv_pct IS NULL OR (max_cv_pct BETWEEN 0 AND 100 AND max_cv_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_calibration_profile_max_cv_70272a5d ON public.calibration_profile IS 'Profile.max_cv_pct';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_calibration_profile_target_b6184d87
    CHECK ((target_cv_pct IS NULL OR (target_cv_pct BETWEEN 0 AND 100 AND target_cv_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_calibration_profile_target_b6184d87 ON public.calibration_profile IS 'Profile.target_cv_pct';

ALTER TABLE public.device_family ADD CONSTRAINT aln_8250468f_profile_guard_device_family_code_f2cbbb0b
    CHECK ((code IS NOT NULL AND code IN ('XR_HEADSET', 'OPTICAL_MOCAP', 'IMU', 'BIOSENSOR', 'NON_CRITICAL')) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_device_family_code_f2cbbb0b ON public.device_family IS 'Family.code';

-- Rules of the judged table's own columns.

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_no_calibration_serves_for_m_b76ce845
    CHECK ((max_interval_days <= 365) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_no_calibration_serves_for_m_b76ce845 ON public.calibration_profile IS 'no calibration serves for more than 365 days [RC-CAL-1]';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_the_rms_target_is_looser_th_a7ae0800
    CHECK (((target_rms_mm IS NULL OR max_rms_mm IS NULL OR target_rms_mm <= max_rms_mm)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_the_rms_target_is_looser_th_a7ae0800 ON public.calibration_profile IS 'the RMS target is looser than the maximum [RC-CAL-2]';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_the_bias_target_is_looser_t_76245774
    CHECK (((target_bias_pct IS NULL OR max_bias_pct IS NULL OR target_bias_pct <= max_bias_pct)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_the_bias_target_is_looser_t_76245774 ON public.calibration_profile IS 'the bias target is looser than the maximum [RC-CAL-2]';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_8250468f_profile_guard_the_cv_target_is_looser_tha_20f2a19b
    CHECK (((target_cv_pct IS NULL OR max_cv_pct IS NULL OR target_cv_pct <= max_cv_pct)) IS TRUE);
COMMENT ON CONSTRAINT aln_8250468f_profile_guard_the_cv_target_is_looser_tha_20f2a19b ON public.calibration_profile IS 'the CV target is looser than the maximum [RC-CAL-2]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.profile_guard_8250468f_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('ProfileGuard/no_calibration_serves_for_more_than_365_days', 'no calibration serves for more than 365 days', ARRAY['RC-CAL-1']::text[]),
        ('ProfileGuard/an_xr_headset_is_calibrated_every_30_days', 'an XR headset is calibrated every 30 days', ARRAY['RC-CAL-1']::text[]),
        ('ProfileGuard/optical_motion_capture_aims_at_0_5_mm_and_accepts_2_0', 'optical motion capture aims at 0.5 mm and accepts 2.0 mm RMS', ARRAY['RC-CAL-2']::text[]),
        ('ProfileGuard/an_imu_aims_at_5_mm_and_accepts_10_mm_rms', 'an IMU aims at 5 mm and accepts 10 mm RMS', ARRAY['RC-CAL-2']::text[]),
        ('ProfileGuard/a_biosensor_aims_at_a_bias_of_3_and_accepts_5', 'a biosensor aims at a bias of 3 % and accepts 5 %', ARRAY['RC-CAL-2']::text[]),
        ('ProfileGuard/a_biosensor_aims_at_a_cv_of_5_and_accepts_10', 'a biosensor aims at a CV of 5 % and accepts 10 %', ARRAY['RC-CAL-2']::text[]),
        ('ProfileGuard/the_rms_target_is_looser_than_the_maximum', 'the RMS target is looser than the maximum', ARRAY['RC-CAL-2']::text[]),
        ('ProfileGuard/the_bias_target_is_looser_than_the_maximum', 'the bias target is looser than the maximum', ARRAY['RC-CAL-2']::text[]),
        ('ProfileGuard/the_cv_target_is_looser_than_the_maximum', 'the CV target is looser than the maximum', ARRAY['RC-CAL-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.profile_guard_8250468f_reasons() IS '{"module": "Calibration_v1_1_0", "id": "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02", "policy": "ProfileGuard", "entity": "Profile", "traces": ["RC-CAL-1", "RC-CAL-2"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "Profile", "table": "calibration_profile", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "max_interval_days", "optional": false, "sort": "int", "lo": 1, "hi": 3650, "step": "1", "unit": ["d", "d", "86400", "time"], "type": "", "labels": []}, {"name": "max_rms_mm", "optional": true, "sort": "int", "lo": 0, "hi": 1000000, "step": "1/1000", "unit": ["mm", "mm", "1/1000", "length"], "type": "", "labels": []}, {"name": "target_rms_mm", "optional": true, "sort": "int", "lo": 0, "hi": 1000000, "step": "1/1000", "unit": ["mm", "mm", "1/1000", "length"], "type": "", "labels": []}, {"name": "max_bias_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "target_bias_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "max_cv_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "target_cv_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}]},
  {"path": "family", "entity": "Family", "table": "device_family", "key": "id", "how": "ref", "parent": "", "link": "family", "maximum": 0, "optional": false, "fields": [{"name": "code", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "FamilyCode", "labels": ["XR_HEADSET", "OPTICAL_MOCAP", "IMU", "BIOSENSOR", "NON_CRITICAL"]}]}
]}';

CREATE FUNCTION aln.profile_guard_8250468f_failed(judged public.calibration_profile) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged.max_interval_days <= 365) IS TRUE THEN NULL ELSE 'ProfileGuard/no_calibration_serves_for_more_than_365_days' END,
        CASE WHEN (((family.id IS NOT NULL AND family.code <> 'XR_HEADSET') OR judged.max_interval_days <= 30)) IS TRUE THEN NULL ELSE 'ProfileGuard/an_xr_headset_is_calibrated_every_30_days' END,
        CASE WHEN ((
            (family.id IS NOT NULL AND family.code <> 'OPTICAL_MOCAP')
            OR (
                judged.max_rms_mm IS NOT NULL
                AND judged.target_rms_mm IS NOT NULL
                AND judged.max_rms_mm <= 2
                AND judged.target_rms_mm <= 0.5
            )
        )) IS TRUE THEN NULL ELSE 'ProfileGuard/optical_motion_capture_aims_at_0_5_mm_and_accepts_2_0' END,
        CASE WHEN ((
            (family.id IS NOT NULL AND family.code <> 'IMU')
            OR (
                judged.max_rms_mm IS NOT NULL
                AND judged.target_rms_mm IS NOT NULL
                AND judged.max_rms_mm <= 10
                AND judged.target_rms_mm <= 5
            )
        )) IS TRUE THEN NULL ELSE 'ProfileGuard/an_imu_aims_at_5_mm_and_accepts_10_mm_rms' END,
        CASE WHEN ((
            (family.id IS NOT NULL AND family.code <> 'BIOSENSOR')
            OR (
                judged.max_bias_pct IS NOT NULL
                AND judged.target_bias_pct IS NOT NULL
                AND judged.max_bias_pct <= 5
                AND judged.target_bias_pct <= 3
            )
        )) IS TRUE THEN NULL ELSE 'ProfileGuard/a_biosensor_aims_at_a_bias_of_3_and_accepts_5' END,
        CASE WHEN ((
            (family.id IS NOT NULL AND family.code <> 'BIOSENSOR')
            OR (
                judged.max_cv_pct IS NOT NULL
                AND judged.target_cv_pct IS NOT NULL
                AND judged.max_cv_pct <= 10
                AND judged.target_cv_pct <= 5
            )
        )) IS TRUE THEN NULL ELSE 'ProfileGuard/a_biosensor_aims_at_a_cv_of_5_and_accepts_10' END,
        CASE WHEN ((
            judged.target_rms_mm IS NULL
            OR judged.max_rms_mm IS NULL
            OR judged.target_rms_mm <= judged.max_rms_mm
        )) IS TRUE THEN NULL ELSE 'ProfileGuard/the_rms_target_is_looser_than_the_maximum' END,
        CASE WHEN ((
            judged.target_bias_pct IS NULL
            OR judged.max_bias_pct IS NULL
            OR judged.target_bias_pct <= judged.max_bias_pct
        )) IS TRUE THEN NULL ELSE 'ProfileGuard/the_bias_target_is_looser_than_the_maximum' END,
        CASE WHEN ((
            judged.target_cv_pct IS NULL
            OR judged.max_cv_pct IS NULL
            OR judged.target_cv_pct <= judged.max_cv_pct
        )) IS TRUE THEN NULL ELSE 'ProfileGuard/the_cv_target_is_looser_than_the_maximum' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.device_family AS family ON family.id = judged.family_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.profile_guard_8250468f_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'ProfileGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.calibration_profile AS judged
        JOIN public.device_family AS family ON family.id = judged.family_id
        WHERE judged.id = ANY ($1) FOR SHARE OF family;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.calibration_profile AS judged,
            LATERAL (SELECT aln.profile_guard_8250468f_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ProfileGuard refuses calibration_profile ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.profile_guard_8250468f_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'calibration_profile',
            CONSTRAINT = 'aln_profile_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.profile_guard_8250468f_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'ProfileGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.profile_guard_8250468f_on_calibration_profile() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.profile_guard_8250468f_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_profile_guard_8250468f_changed AFTER INSERT OR UPDATE ON public.calibration_profile
    FOR EACH ROW EXECUTE FUNCTION aln.profile_guard_8250468f_on_calibration_profile();

CREATE FUNCTION aln.profile_guard_8250468f_on_device_family() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.profile_guard_8250468f_enforce(ARRAY(
        SELECT judged.id FROM public.calibration_profile AS judged
        WHERE judged.family_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_profile_guard_8250468f_changed AFTER INSERT OR DELETE OR UPDATE ON public.device_family
    FOR EACH ROW EXECUTE FUNCTION aln.profile_guard_8250468f_on_device_family();

CREATE TRIGGER aln_profile_guard_8250468f_truncate BEFORE TRUNCATE ON public.device_family
    FOR EACH STATEMENT EXECUTE FUNCTION aln.profile_guard_8250468f_truncate();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.profile_guard_8250468f_enforce(ARRAY(SELECT judged.id FROM public.calibration_profile AS judged));

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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'profile_guard_8250468f_reasons'
            AND proname ~ '^profile_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name ProfileGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'profile_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'profile_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
