-- Policy JoinGuard for SessionDevice: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from calibration.aln; edit that, never this.
-- module          Calibration_v1_0_0
-- policy id       a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02
-- policy version  1.0.0
-- core sha256     c2d14624d08402c245b7b7a42a2eb3c86ecee77ee7c2174cd21356f94469baa4
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of xr_session_device
--   - INSERT, UPDATE and DELETE of device_asset; TRUNCATE of device_asset is refused
--   - INSERT, UPDATE and DELETE of device_family; TRUNCATE of device_family is refused
--   - INSERT, UPDATE and DELETE of calibration_profile; TRUNCATE of calibration_profile is refused
--   - INSERT, UPDATE and DELETE of calibration_record; TRUNCATE of calibration_record is refused
--   - INSERT, UPDATE and DELETE of calibration_certificate; TRUNCATE of calibration_certificate is refused
--   - INSERT, UPDATE and DELETE of xr_session; TRUNCATE of xr_session is refused
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

ALTER TABLE public.xr_session_device ADD CONSTRAINT aln_f4d4bd02_join_guard_xr_session_device_joined_at_d5f61568
    CHECK ((joined_at IS NOT NULL AND joined_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_xr_session_device_joined_at_d5f61568 ON public.xr_session_device IS 'SessionDevice.joined_at';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_id_6ab7af9f
    CHECK ((id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_id_6ab7af9f ON public.calibration_profile IS 'Profile.id';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_max_interv_4122606f
    CHECK ((max_interval_days IS NOT NULL AND max_interval_days BETWEEN 1 AND 3650 AND max_interval_days % 1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_max_interv_4122606f ON public.calibration_profile IS 'Profile.max_interval_days';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_max_rms_mm_c7b1fba1
    CHECK ((max_rms_mm IS NULL OR (max_rms_mm BETWEEN 0 AND 1000 AND max_rms_mm % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_max_rms_mm_c7b1fba1 ON public.calibration_profile IS 'Profile.max_rms_mm';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_max_bias_p_3afe53df
    CHECK ((max_bias_pct IS NULL OR (max_bias_pct BETWEEN 0 AND 100 AND max_bias_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_max_bias_p_3afe53df ON public.calibration_profile IS 'Profile.max_bias_pct';

ALTER TABLE public.calibration_profile ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_max_cv_pct_70272a5d
    CHECK ((max_cv_pct IS NULL OR (max_cv_pct BETWEEN 0 AND 100 AND max_cv_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_profile_max_cv_pct_70272a5d ON public.calibration_profile IS 'Profile.max_cv_pct';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_profile_4c179689
    CHECK ((profile_id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_profile_4c179689 ON public.calibration_record IS 'Calibration.profile';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_performed_a_6d203a4b
    CHECK ((performed_at IS NOT NULL AND performed_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_performed_a_6d203a4b ON public.calibration_record IS 'Calibration.performed_at';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_result_a825f5cf
    CHECK ((result IS NOT NULL AND result IN ('PASSED', 'FAILED', 'PENDING')) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_result_a825f5cf ON public.calibration_record IS 'Calibration.result';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_rms_mm_dddeb1dc
    CHECK ((rms_mm IS NULL OR (rms_mm BETWEEN 0 AND 1000 AND rms_mm % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_rms_mm_dddeb1dc ON public.calibration_record IS 'Calibration.rms_mm';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_bias_pct_f89cd5ba
    CHECK ((bias_pct IS NULL OR (bias_pct BETWEEN 0 AND 100 AND bias_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_bias_pct_f89cd5ba ON public.calibration_record IS 'Calibration.bias_pct';

ALTER TABLE public.calibration_record ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_cv_pct_3b835398
    CHECK ((cv_pct IS NULL OR (cv_pct BETWEEN 0 AND 100 AND cv_pct % 0.001 = 0)) IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_record_cv_pct_3b835398 ON public.calibration_record IS 'Calibration.cv_pct';

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_certificate_valid_6b0ae55a
    CHECK ((valid_from IS NOT NULL AND valid_from BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_certificate_valid_6b0ae55a ON public.calibration_certificate IS 'Certificate.valid_from';

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_f4d4bd02_join_guard_calibration_certificate_valid_53ce411f
    CHECK ((valid_to IS NOT NULL AND valid_to BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_calibration_certificate_valid_53ce411f ON public.calibration_certificate IS 'Certificate.valid_to';

ALTER TABLE public.xr_session ADD CONSTRAINT aln_f4d4bd02_join_guard_xr_session_started_at_ee7b71ae
    CHECK ((started_at IS NOT NULL AND started_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_f4d4bd02_join_guard_xr_session_started_at_ee7b71ae ON public.xr_session IS 'Session.started_at';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.join_guard_f4d4bd02_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('JoinGuard/the_devices_family_requires_no_calibration_profile', 'the device''s family requires no calibration profile', ARRAY['RC-CAL-1']::text[]),
        ('JoinGuard/the_latest_calibration_of_a_required_profile_is_not_passed', 'the latest calibration of a required profile is not passed', ARRAY['RC-CAL-1', 'SOP-CAL-410']::text[]),
        ('JoinGuard/the_latest_calibration_of_a_required_profile_is_older_than_its_interval', 'the latest calibration of a required profile is older than its interval', ARRAY['RC-CAL-1']::text[]),
        ('JoinGuard/a_measured_value_exceeds_the_maximum_of_its_profile', 'a measured value exceeds the maximum of its profile', ARRAY['RC-CAL-2', 'SOP-CAL-310']::text[]),
        ('JoinGuard/the_certificate_of_the_latest_calibration_is_not_valid_then', 'the certificate of the latest calibration is not valid then', ARRAY['RC-CAL-3', 'SOP-CAL-040']::text[]),
        ('JoinGuard/the_device_joins_before_its_session_starts', 'the device joins before its session starts', ARRAY['RC-CAL-4']::text[])
$reasons$;

COMMENT ON FUNCTION aln.join_guard_f4d4bd02_reasons() IS '{"module": "Calibration_v1_0_0", "id": "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02", "policy": "JoinGuard", "entity": "SessionDevice", "traces": ["RC-CAL-1", "SOP-CAL-410", "RC-CAL-2", "SOP-CAL-310", "RC-CAL-3", "SOP-CAL-040", "RC-CAL-4"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "SessionDevice", "table": "xr_session_device", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "joined_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]},
  {"path": "device", "entity": "Device", "table": "device_asset", "key": "id", "how": "ref", "parent": "", "link": "device", "maximum": 0, "optional": false, "fields": []},
  {"path": "device.family", "entity": "Family", "table": "device_family", "key": "id", "how": "ref", "parent": "device", "link": "family", "maximum": 0, "optional": false, "fields": []},
  {"path": "device.family.profiles", "entity": "Profile", "table": "calibration_profile", "key": "id", "how": "many", "parent": "device.family", "link": "family", "maximum": 8, "optional": false, "fields": [{"name": "id", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Profile", "labels": []}, {"name": "max_interval_days", "optional": false, "sort": "int", "lo": 1, "hi": 3650, "step": "1", "unit": ["d", "d", "86400", "time"], "type": "", "labels": []}, {"name": "max_rms_mm", "optional": true, "sort": "int", "lo": 0, "hi": 1000000, "step": "1/1000", "unit": ["mm", "mm", "1/1000", "length"], "type": "", "labels": []}, {"name": "max_bias_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "max_cv_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}]},
  {"path": "device.calibrations", "entity": "Calibration", "table": "calibration_record", "key": "id", "how": "many", "parent": "device", "link": "device", "maximum": 64, "optional": false, "fields": [{"name": "profile", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Profile", "labels": []}, {"name": "performed_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "result", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Result", "labels": ["PASSED", "FAILED", "PENDING"]}, {"name": "rms_mm", "optional": true, "sort": "int", "lo": 0, "hi": 1000000, "step": "1/1000", "unit": ["mm", "mm", "1/1000", "length"], "type": "", "labels": []}, {"name": "bias_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}, {"name": "cv_pct", "optional": true, "sort": "int", "lo": 0, "hi": 100000, "step": "1/1000", "unit": ["percent", "%", "1/100", "number"], "type": "", "labels": []}]},
  {"path": "device.calibrations.certificate", "entity": "Certificate", "table": "calibration_certificate", "key": "id", "how": "ref", "parent": "device.calibrations", "link": "certificate", "maximum": 0, "optional": false, "fields": [{"name": "valid_from", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "valid_to", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]},
  {"path": "session", "entity": "Session", "table": "xr_session", "key": "id", "how": "ref", "parent": "", "link": "session", "maximum": 0, "optional": false, "fields": [{"name": "started_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.join_guard_f4d4bd02_failed(judged public.xr_session_device) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            "device.family".id IS NOT NULL
            AND EXISTS (
                SELECT FROM public.calibration_profile AS p
                WHERE p.family_id = "device.family".id
            )
        )) IS TRUE THEN NULL ELSE 'JoinGuard/the_devices_family_requires_no_calibration_profile' END,
        CASE WHEN ((
            "device.family".id IS NOT NULL
            AND NOT EXISTS (
                SELECT FROM public.calibration_profile AS p
                WHERE p.family_id = "device.family".id AND (
                        device.id IS NOT NULL
                        AND EXISTS (
                            SELECT FROM public.calibration_record AS c
                            WHERE c.device_id = device.id AND (c.profile_id = p.id AND c.performed_at <= judged.joined_at)
                        )
                        AND NOT EXISTS (
                            SELECT FROM public.calibration_record AS c
                            WHERE c.device_id = device.id AND (
                                    c.profile_id <> p.id
                                    OR judged.joined_at < c.performed_at
                                    OR c.performed_at <> COALESCE((
                                        SELECT max(CASE WHEN (c.profile_id = p.id AND c.performed_at <= judged.joined_at)
                                            THEN c.performed_at
                                            ELSE TIMESTAMPTZ '1970-01-01 00:00:00+00' END)
                                        FROM public.calibration_record AS c
                                        WHERE c.device_id = device.id
                                    ), TIMESTAMPTZ '1970-01-01 00:00:00+00')
                                    OR c.result = 'PASSED'
                                ) IS NOT TRUE
                        )
                    ) IS NOT TRUE
            )
        )) IS TRUE THEN NULL ELSE 'JoinGuard/the_latest_calibration_of_a_required_profile_is_not_passed' END,
        CASE WHEN ((
            "device.family".id IS NOT NULL
            AND NOT EXISTS (
                SELECT FROM public.calibration_profile AS p
                WHERE p.family_id = "device.family".id AND (
                        device.id IS NOT NULL
                        AND EXISTS (
                            SELECT FROM public.calibration_record AS c
                            WHERE c.device_id = device.id AND (c.profile_id = p.id AND c.performed_at <= judged.joined_at)
                        )
                        AND NOT EXISTS (
                            SELECT FROM public.calibration_record AS c
                            WHERE c.device_id = device.id AND (
                                    c.profile_id <> p.id
                                    OR judged.joined_at < c.performed_at
                                    OR c.performed_at <> COALESCE((
                                        SELECT max(CASE WHEN (c.profile_id = p.id AND c.performed_at <= judged.joined_at)
                                            THEN c.performed_at
                                            ELSE TIMESTAMPTZ '1970-01-01 00:00:00+00' END)
                                        FROM public.calibration_record AS c
                                        WHERE c.device_id = device.id
                                    ), TIMESTAMPTZ '1970-01-01 00:00:00+00')
                                    OR extract(epoch FROM judged.joined_at) <= (extract(epoch FROM c.performed_at) + p.max_interval_days * 86400)
                                ) IS NOT TRUE
                        )
                    ) IS NOT TRUE
            )
        )) IS TRUE THEN NULL ELSE 'JoinGuard/the_latest_calibration_of_a_required_profile_is_older_than_its_interval' END,
        CASE WHEN ((
            "device.family".id IS NOT NULL
            AND NOT EXISTS (
                SELECT FROM public.calibration_profile AS p
                WHERE p.family_id = "device.family".id AND (
                        device.id IS NOT NULL
                        AND EXISTS (
                            SELECT FROM public.calibration_record AS c
                            WHERE c.device_id = device.id AND (c.profile_id = p.id AND c.performed_at <= judged.joined_at)
                        )
                        AND NOT EXISTS (
                            SELECT FROM public.calibration_record AS c
                            WHERE c.device_id = device.id AND (
                                    c.profile_id <> p.id
                                    OR judged.joined_at < c.performed_at
                                    OR c.performed_at <> COALESCE((
                                        SELECT max(CASE WHEN (c.profile_id = p.id AND c.performed_at <= judged.joined_at)
                                            THEN c.performed_at
                                            ELSE TIMESTAMPTZ '1970-01-01 00:00:00+00' END)
                                        FROM public.calibration_record AS c
                                        WHERE c.device_id = device.id
                                    ), TIMESTAMPTZ '1970-01-01 00:00:00+00')
                                    OR (
                                        (p.max_rms_mm IS NULL OR (c.rms_mm IS NOT NULL AND c.rms_mm <= p.max_rms_mm))
                                        AND (p.max_bias_pct IS NULL OR (c.bias_pct IS NOT NULL AND c.bias_pct <= p.max_bias_pct))
                                        AND (p.max_cv_pct IS NULL OR (c.cv_pct IS NOT NULL AND c.cv_pct <= p.max_cv_pct))
                                    )
                                ) IS NOT TRUE
                        )
                    ) IS NOT TRUE
            )
        )) IS TRUE THEN NULL ELSE 'JoinGuard/a_measured_value_exceeds_the_maximum_of_its_profile' END,
        CASE WHEN ((
            "device.family".id IS NOT NULL
            AND NOT EXISTS (
                SELECT FROM public.calibration_profile AS p
                WHERE p.family_id = "device.family".id AND (
                        device.id IS NOT NULL
                        AND EXISTS (
                            SELECT FROM public.calibration_record AS c
                            WHERE c.device_id = device.id AND (c.profile_id = p.id AND c.performed_at <= judged.joined_at)
                        )
                        AND NOT EXISTS (
                            SELECT FROM public.calibration_record AS c
                            LEFT JOIN public.calibration_certificate AS "c.certificate" ON "c.certificate".id = c.certificate_id
                            WHERE c.device_id = device.id AND (
                                    c.profile_id <> p.id
                                    OR judged.joined_at < c.performed_at
                                    OR c.performed_at <> COALESCE((
                                        SELECT max(CASE WHEN (c.profile_id = p.id AND c.performed_at <= judged.joined_at)
                                            THEN c.performed_at
                                            ELSE TIMESTAMPTZ '1970-01-01 00:00:00+00' END)
                                        FROM public.calibration_record AS c
                                        WHERE c.device_id = device.id
                                    ), TIMESTAMPTZ '1970-01-01 00:00:00+00')
                                    OR (
                                        "c.certificate".id IS NOT NULL
                                        AND "c.certificate".valid_from <= judged.joined_at
                                        AND judged.joined_at < "c.certificate".valid_to
                                    )
                                ) IS NOT TRUE
                        )
                    ) IS NOT TRUE
            )
        )) IS TRUE THEN NULL ELSE 'JoinGuard/the_certificate_of_the_latest_calibration_is_not_valid_then' END,
        CASE WHEN ((session.id IS NOT NULL AND session.started_at <= judged.joined_at)) IS TRUE THEN NULL ELSE 'JoinGuard/the_device_joins_before_its_session_starts' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.device_asset AS device ON device.id = judged.device_id
    LEFT JOIN public.device_family AS "device.family" ON "device.family".id = device.family_id
    LEFT JOIN public.xr_session AS session ON session.id = judged.session_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.join_guard_f4d4bd02_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'JoinGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        WHERE judged.id = ANY ($1) FOR SHARE OF device;
    PERFORM FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        JOIN public.device_family AS "device.family" ON "device.family".id = device.family_id
        WHERE judged.id = ANY ($1) FOR SHARE OF "device.family";
    PERFORM FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        JOIN public.device_family AS "device.family" ON "device.family".id = device.family_id
        JOIN public.calibration_profile AS "device.family.profiles" ON "device.family.profiles".family_id = "device.family".id
        WHERE judged.id = ANY ($1) FOR SHARE OF "device.family.profiles";
    PERFORM FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        JOIN public.calibration_record AS "device.calibrations" ON "device.calibrations".device_id = device.id
        WHERE judged.id = ANY ($1) FOR SHARE OF "device.calibrations";
    PERFORM FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        JOIN public.calibration_record AS "device.calibrations" ON "device.calibrations".device_id = device.id
        JOIN public.calibration_certificate AS "device.calibrations.certificate" ON "device.calibrations.certificate".id = "device.calibrations".certificate_id
        WHERE judged.id = ANY ($1) FOR SHARE OF "device.calibrations.certificate";
    PERFORM FROM public.xr_session_device AS judged
        JOIN public.xr_session AS session ON session.id = judged.session_id
        WHERE judged.id = ANY ($1) FOR SHARE OF session;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.xr_session_device AS judged,
            LATERAL (SELECT aln.join_guard_f4d4bd02_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'JoinGuard refuses xr_session_device ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.join_guard_f4d4bd02_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'xr_session_device',
            CONSTRAINT = 'aln_join_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.join_guard_f4d4bd02_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'JoinGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.join_guard_f4d4bd02_on_xr_session_device() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.join_guard_f4d4bd02_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_join_guard_f4d4bd02_changed AFTER INSERT OR UPDATE ON public.xr_session_device
    FOR EACH ROW EXECUTE FUNCTION aln.join_guard_f4d4bd02_on_xr_session_device();

CREATE FUNCTION aln.join_guard_f4d4bd02_on_device_asset() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.join_guard_f4d4bd02_enforce(ARRAY(
        SELECT judged.id FROM public.xr_session_device AS judged
        WHERE judged.device_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_join_guard_f4d4bd02_changed AFTER INSERT OR DELETE OR UPDATE ON public.device_asset
    FOR EACH ROW EXECUTE FUNCTION aln.join_guard_f4d4bd02_on_device_asset();

CREATE TRIGGER aln_join_guard_f4d4bd02_truncate BEFORE TRUNCATE ON public.device_asset
    FOR EACH STATEMENT EXECUTE FUNCTION aln.join_guard_f4d4bd02_truncate();

CREATE FUNCTION aln.join_guard_f4d4bd02_on_device_family() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.join_guard_f4d4bd02_enforce(ARRAY(
        SELECT judged.id FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        WHERE device.family_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_join_guard_f4d4bd02_changed AFTER INSERT OR DELETE OR UPDATE ON public.device_family
    FOR EACH ROW EXECUTE FUNCTION aln.join_guard_f4d4bd02_on_device_family();

CREATE TRIGGER aln_join_guard_f4d4bd02_truncate BEFORE TRUNCATE ON public.device_family
    FOR EACH STATEMENT EXECUTE FUNCTION aln.join_guard_f4d4bd02_truncate();

CREATE FUNCTION aln.join_guard_f4d4bd02_on_calibration_profile() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM FROM public.device_family AS owner WHERE owner.id IN (OLD.family_id, NEW.family_id)
        ORDER BY owner.id FOR NO KEY UPDATE;
    PERFORM aln.join_guard_f4d4bd02_enforce(ARRAY(
        SELECT judged.id FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        JOIN public.device_family AS "device.family" ON "device.family".id = device.family_id
        WHERE "device.family".id IN (OLD.family_id, NEW.family_id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_join_guard_f4d4bd02_changed AFTER INSERT OR DELETE OR UPDATE ON public.calibration_profile
    FOR EACH ROW EXECUTE FUNCTION aln.join_guard_f4d4bd02_on_calibration_profile();

CREATE TRIGGER aln_join_guard_f4d4bd02_truncate BEFORE TRUNCATE ON public.calibration_profile
    FOR EACH STATEMENT EXECUTE FUNCTION aln.join_guard_f4d4bd02_truncate();

CREATE FUNCTION aln.join_guard_f4d4bd02_on_calibration_record() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM FROM public.device_asset AS owner WHERE owner.id IN (OLD.device_id, NEW.device_id)
        ORDER BY owner.id FOR NO KEY UPDATE;
    PERFORM aln.join_guard_f4d4bd02_enforce(ARRAY(
        SELECT judged.id FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        WHERE device.id IN (OLD.device_id, NEW.device_id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_join_guard_f4d4bd02_changed AFTER INSERT OR DELETE OR UPDATE ON public.calibration_record
    FOR EACH ROW EXECUTE FUNCTION aln.join_guard_f4d4bd02_on_calibration_record();

CREATE TRIGGER aln_join_guard_f4d4bd02_truncate BEFORE TRUNCATE ON public.calibration_record
    FOR EACH STATEMENT EXECUTE FUNCTION aln.join_guard_f4d4bd02_truncate();

CREATE FUNCTION aln.join_guard_f4d4bd02_on_calibration_certificate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.join_guard_f4d4bd02_enforce(ARRAY(
        SELECT judged.id FROM public.xr_session_device AS judged
        JOIN public.device_asset AS device ON device.id = judged.device_id
        JOIN public.calibration_record AS "device.calibrations" ON "device.calibrations".device_id = device.id
        WHERE "device.calibrations".certificate_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_join_guard_f4d4bd02_changed AFTER INSERT OR DELETE OR UPDATE ON public.calibration_certificate
    FOR EACH ROW EXECUTE FUNCTION aln.join_guard_f4d4bd02_on_calibration_certificate();

CREATE TRIGGER aln_join_guard_f4d4bd02_truncate BEFORE TRUNCATE ON public.calibration_certificate
    FOR EACH STATEMENT EXECUTE FUNCTION aln.join_guard_f4d4bd02_truncate();

CREATE FUNCTION aln.join_guard_f4d4bd02_on_xr_session() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.join_guard_f4d4bd02_enforce(ARRAY(
        SELECT judged.id FROM public.xr_session_device AS judged
        WHERE judged.session_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_join_guard_f4d4bd02_changed AFTER INSERT OR DELETE OR UPDATE ON public.xr_session
    FOR EACH ROW EXECUTE FUNCTION aln.join_guard_f4d4bd02_on_xr_session();

CREATE TRIGGER aln_join_guard_f4d4bd02_truncate BEFORE TRUNCATE ON public.xr_session
    FOR EACH STATEMENT EXECUTE FUNCTION aln.join_guard_f4d4bd02_truncate();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.join_guard_f4d4bd02_enforce(ARRAY(SELECT judged.id FROM public.xr_session_device AS judged));

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 12 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'join_guard_f4d4bd02_reasons'
            AND proname ~ '^join_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name JoinGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'join_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'join_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
