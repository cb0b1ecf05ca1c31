-- Policy CalibrationRecordGuard for Calibration: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from calibration_v1_1_0.aln; edit that, never this.
-- module          Calibration_v1_1_0
-- policy id       a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02
-- policy version  1.1.0
-- core sha256     819ab787433157828bc2b1e66a92467869f0e28fb83b595fdf4d384d37f06b8c
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of calibration_record
--   - INSERT, UPDATE and DELETE of calibration_profile; TRUNCATE of calibration_profile is refused
--   - INSERT, UPDATE and DELETE of device_asset; TRUNCATE of device_asset is refused
--   - INSERT, UPDATE and DELETE of calibration_certificate; TRUNCATE of calibration_certificate is refused
--   - two transactions at once under READ COMMITTED, by locks on every row read; REPEATABLE READ and
--     SERIALIZABLE are refused: their snapshot may hide what a READ COMMITTED transaction committed
--   - relations without a maximum: every stored element is judged (the guard's lists are complete)
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Judged once, in the statement that stores the record, and never again:
--   - the calibration is dated in the future
--   `now` is the server's clock when the record is judged, to the microsecond
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog
--   - row-level security that hides judged rows from who changes the rows they rest on
--   - references without a foreign key, and keys without a unique index

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_a825f5cf
    CHECK ((result IS NOT NULL AND result IN ('PASSED', 'FAILED', 'PENDING')) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_a825f5cf ON public.calibration_record IS 'Calibration.result';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_dddeb1dc
    CHECK ((rms_mm IS NULL OR (rms_mm BETWEEN 0 AND 1000 AND rms_mm % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_dddeb1dc ON public.calibration_record IS 'Calibration.rms_mm';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_f89cd5ba
    CHECK ((bias_pct IS NULL OR (bias_pct BETWEEN 0 AND 100 AND bias_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_f89cd5ba ON public.calibration_record IS 'Calibration.bias_pct';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_3b835398
    CHECK ((cv_pct IS NULL OR (cv_pct BETWEEN 0 AND 100 AND cv_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_3b835398 ON public.calibration_record IS 'Calibration.cv_pct';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_6d203a4b
    CHECK ((performed_at IS NOT NULL AND performed_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_reco_6d203a4b ON public.calibration_record IS 'Calibration.performed_at';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_prof_73598530
    CHECK ((family_id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_prof_73598530 ON public.calibration_profile IS 'Profile.family';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_prof_c7b1fba1
    CHECK ((max_rms_mm IS NULL OR (max_rms_mm BETWEEN 0 AND 1000 AND max_rms_mm % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_prof_c7b1fba1 ON public.calibration_profile IS 'Profile.max_rms_mm';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_prof_3afe53df
    CHECK ((max_bias_pct IS NULL OR (max_bias_pct BETWEEN 0 AND 100 AND max_bias_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_prof_3afe53df ON public.calibration_profile IS 'Profile.max_bias_pct';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_prof_70272a5d
    CHECK ((max_cv_pct IS NULL OR (max_cv_pct BETWEEN 0 AND 100 AND max_cv_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_prof_70272a5d ON public.calibration_profile IS 'Profile.max_cv_pct';

ALTER TABLE public.device_asset ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_device_asset_fam_266725df
    CHECK ((family_id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_device_asset_fam_266725df ON public.device_asset IS 'Device.family';

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_cert_6b0ae55a
    CHECK ((valid_from IS NOT NULL AND valid_from BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_cert_6b0ae55a ON public.calibration_certificate IS 'Certificate.valid_from';

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_cert_53ce411f
    CHECK ((valid_to IS NOT NULL AND valid_to BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_calibration_cert_53ce411f ON public.calibration_certificate IS 'Certificate.valid_to';

-- Rules of the judged table's own columns.

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_7bdfd78f_calibration_record_guard_the_record_does_df60726e
    CHECK ((operator IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_7bdfd78f_calibration_record_guard_the_record_does_df60726e ON public.calibration_record IS 'the record does not tell who calibrated [RC-CAL-4, SOP-CAL-410]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('CalibrationRecordGuard/the_profile_belongs_to_another_family_of_devices', 'the profile belongs to another family of devices', ARRAY['RC-CAL-4', 'SOP-CAL-010']::text[]),
        ('CalibrationRecordGuard/a_calibration_passed_with_a_value_that_is_beyond_its_maximum_or', 'a calibration passed with a value that is beyond its maximum or was not measured', ARRAY['RC-CAL-2', 'SOP-CAL-310']::text[]),
        ('CalibrationRecordGuard/the_certificate_is_not_valid_when_the_device_is_calibrated', 'the certificate is not valid when the device is calibrated', ARRAY['RC-CAL-3', 'SOP-CAL-040']::text[]),
        ('CalibrationRecordGuard/the_record_does_not_tell_who_calibrated', 'the record does not tell who calibrated', ARRAY['RC-CAL-4', 'SOP-CAL-410']::text[]),
        ('CalibrationRecordGuard/the_calibration_is_dated_in_the_future', 'the calibration is dated in the future', ARRAY['RC-CAL-4', 'SOP-CAL-410']::text[])
$reasons$;

COMMENT ON FUNCTION aln.calibration_record_guard_7bdfd78f_reasons() IS '{"module": "Calibration_v1_1_0", "id": "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02", "policy": "CalibrationRecordGuard", "entity": "Calibration", "traces": ["RC-CAL-4", "SOP-CAL-010", "RC-CAL-2", "SOP-CAL-310", "RC-CAL-3", "SOP-CAL-040", "SOP-CAL-410"], "counts": [], "events": ["CalibrationRecordGuard/the_calibration_is_dated_in_the_future"], "inputs": [{"name": "@now", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}], "records": [
  {"path": "", "entity": "Calibration", "table": "calibration_record", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "result", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Result", "labels": ["PASSED", "FAILED", "PENDING"]}, {"name": "rms_mm", "optional": true, "sort": "int", "lo": 0, "hi": 1000000, "step": "1/1000", "unit": ["mm", "mm", "1/1000", "length"], "type": "", "labels": []}, {"name": "bias_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "cv_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "performed_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "operator", "optional": true, "sort": "text", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]},
  {"path": "profile", "entity": "Profile", "table": "calibration_profile", "key": "id", "how": "ref", "parent": "", "link": "profile", "maximum": 0, "optional": false, "fields": [{"name": "family", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Family", "labels": []}, {"name": "max_rms_mm", "optional": true, "sort": "int", "lo": 0, "hi": 1000000, "step": "1/1000", "unit": ["mm", "mm", "1/1000", "length"], "type": "", "labels": []}, {"name": "max_bias_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "max_cv_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}]},
  {"path": "device", "entity": "Device", "table": "device_asset", "key": "id", "how": "ref", "parent": "", "link": "device", "maximum": 0, "optional": false, "fields": [{"name": "family", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Family", "labels": []}]},
  {"path": "certificate", "entity": "Certificate", "table": "calibration_certificate", "key": "id", "how": "ref", "parent": "", "link": "certificate", "maximum": 0, "optional": false, "fields": [{"name": "valid_from", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "valid_to", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_failed(judged public.calibration_record) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((profile.id IS NOT NULL AND device.id IS NOT NULL AND profile.family_id = device.family_id)) IS TRUE THEN NULL ELSE 'CalibrationRecordGuard/the_profile_belongs_to_another_family_of_devices' END,
        CASE WHEN ((
            judged.result <> 'PASSED'
            OR (
                (
                    profile.max_rms_mm IS NULL
                    OR (judged.rms_mm IS NOT NULL AND judged.rms_mm <= profile.max_rms_mm)
                )
                AND (
                    profile.max_bias_pct IS NULL
                    OR (judged.bias_pct IS NOT NULL AND judged.bias_pct <= profile.max_bias_pct)
                )
                AND (
                    profile.max_cv_pct IS NULL
                    OR (judged.cv_pct IS NOT NULL AND judged.cv_pct <= profile.max_cv_pct)
                )
            )
        )) IS TRUE THEN NULL ELSE 'CalibrationRecordGuard/a_calibration_passed_with_a_value_that_is_beyond_its_maximum_or' END,
        CASE WHEN ((
            certificate.id IS NOT NULL
            AND certificate.valid_from <= judged.performed_at
            AND judged.performed_at < certificate.valid_to
        )) IS TRUE THEN NULL ELSE 'CalibrationRecordGuard/the_certificate_is_not_valid_when_the_device_is_calibrated' END,
        CASE WHEN (judged.operator IS NOT NULL) IS TRUE THEN NULL ELSE 'CalibrationRecordGuard/the_record_does_not_tell_who_calibrated' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.calibration_profile AS profile ON profile.id = judged.profile_id
    LEFT JOIN public.device_asset AS device ON device.id = judged.device_id
    LEFT JOIN public.calibration_certificate AS certificate ON certificate.id = judged.certificate_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'CalibrationRecordGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.calibration_record AS judged
        JOIN public.calibration_profile AS profile ON profile.id = judged.profile_id
        WHERE judged.id = ANY ($1) FOR SHARE OF profile;
    PERFORM FROM public.calibration_record AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        WHERE judged.id = ANY ($1) FOR SHARE OF device;
    PERFORM FROM public.calibration_record AS judged
        JOIN public.calibration_certificate AS certificate ON certificate.id = judged.certificate_id
        WHERE judged.id = ANY ($1) FOR SHARE OF certificate;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.calibration_record AS judged,
            LATERAL (SELECT aln.calibration_record_guard_7bdfd78f_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'CalibrationRecordGuard refuses calibration_record ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.calibration_record_guard_7bdfd78f_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'calibration_record',
            CONSTRAINT = 'aln_calibration_record_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'CalibrationRecordGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_on_calibration_record() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.calibration_record_guard_7bdfd78f_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_calibration_record_guard_7bdfd78f_changed AFTER INSERT OR UPDATE ON public.calibration_record
    FOR EACH ROW EXECUTE FUNCTION aln.calibration_record_guard_7bdfd78f_on_calibration_record();

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_on_calibration_profile() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.calibration_record_guard_7bdfd78f_enforce(ARRAY(
        SELECT judged.id FROM public.calibration_record AS judged
        WHERE judged.profile_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_calibration_record_guard_7bdfd78f_changed AFTER INSERT OR DELETE OR UPDATE ON public.calibration_profile
    FOR EACH ROW EXECUTE FUNCTION aln.calibration_record_guard_7bdfd78f_on_calibration_profile();

CREATE TRIGGER aln_calibration_record_guard_7bdfd78f_truncate BEFORE TRUNCATE ON public.calibration_profile
    FOR EACH STATEMENT EXECUTE FUNCTION aln.calibration_record_guard_7bdfd78f_truncate();

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_on_device_asset() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.calibration_record_guard_7bdfd78f_enforce(ARRAY(
        SELECT judged.id FROM public.calibration_record AS judged
        WHERE judged.device_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_calibration_record_guard_7bdfd78f_changed AFTER INSERT OR DELETE OR UPDATE ON public.device_asset
    FOR EACH ROW EXECUTE FUNCTION aln.calibration_record_guard_7bdfd78f_on_device_asset();

CREATE TRIGGER aln_calibration_record_guard_7bdfd78f_truncate BEFORE TRUNCATE ON public.device_asset
    FOR EACH STATEMENT EXECUTE FUNCTION aln.calibration_record_guard_7bdfd78f_truncate();

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_on_calibration_certificate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.calibration_record_guard_7bdfd78f_enforce(ARRAY(
        SELECT judged.id FROM public.calibration_record AS judged
        WHERE judged.certificate_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_calibration_record_guard_7bdfd78f_changed AFTER INSERT OR DELETE OR UPDATE ON public.calibration_certificate
    FOR EACH ROW EXECUTE FUNCTION aln.calibration_record_guard_7bdfd78f_on_calibration_certificate();

CREATE TRIGGER aln_calibration_record_guard_7bdfd78f_truncate BEFORE TRUNCATE ON public.calibration_certificate
    FOR EACH STATEMENT EXECUTE FUNCTION aln.calibration_record_guard_7bdfd78f_truncate();

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_unmet(judged public.calibration_record, now timestamptz) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged.performed_at <= stated.now) IS TRUE THEN NULL ELSE 'CalibrationRecordGuard/the_calibration_is_dated_in_the_future' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    CROSS JOIN (SELECT $2 AS now) AS stated
$failed$;

CREATE FUNCTION aln.calibration_record_guard_7bdfd78f_accepted() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    asked_now timestamptz := clock_timestamp();
    refused text[];
BEGIN
    IF (asked_now IS NOT NULL AND asked_now BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'CalibrationRecordGuard refuses calibration_record: `now` is not stated',
            SCHEMA = 'public',
            TABLE = 'calibration_record',
            CONSTRAINT = 'aln_calibration_record_guard';
    END IF;
    refused := aln.calibration_record_guard_7bdfd78f_unmet(NEW, asked_now);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'CalibrationRecordGuard refuses calibration_record ' || NEW.id,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.calibration_record_guard_7bdfd78f_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            SCHEMA = 'public',
            TABLE = 'calibration_record',
            CONSTRAINT = 'aln_calibration_record_guard';
    END IF;
    RETURN NULL;
END
$accept$;

CREATE TRIGGER aln_calibration_record_guard_7bdfd78f_accepted AFTER INSERT OR UPDATE ON public.calibration_record
    FOR EACH ROW EXECUTE FUNCTION aln.calibration_record_guard_7bdfd78f_accepted();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.calibration_record_guard_7bdfd78f_enforce(ARRAY(SELECT judged.id FROM public.calibration_record AS judged));

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 26 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'calibration_record_guard_7bdfd78f_reasons'
            AND proname ~ '^calibration_record_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name CalibrationRecordGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'calibration_record_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'calibration_record_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
