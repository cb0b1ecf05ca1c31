-- Policy CertificateGuard for Certificate: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from calibration_v1_1_0.aln; edit that, never this.
-- module          Calibration_v1_1_0
-- policy id       a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02
-- policy version  1.1.0
-- core sha256     83d1db61dd4d56ecad9c0c3fd13c34852a2d9754ef3b45148d74e70d61c37781
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of calibration_certificate
--   - INSERT, UPDATE and DELETE of calibration_certificate_link; TRUNCATE of calibration_certificate_link is refused
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

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_d92d40fa_certificate_guard_calibration_certificate_6b0ae55a
    CHECK ((valid_from IS NOT NULL AND valid_from BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_d92d40fa_certificate_guard_calibration_certificate_6b0ae55a ON public.calibration_certificate IS 'Certificate.valid_from';

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_d92d40fa_certificate_guard_calibration_certificate_53ce411f
    CHECK ((valid_to IS NOT NULL AND valid_to BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_d92d40fa_certificate_guard_calibration_certificate_53ce411f ON public.calibration_certificate IS 'Certificate.valid_to';

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_d92d40fa_certificate_guard_calibration_certificate_1a82c3d1
    CHECK ((primary_standard IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_d92d40fa_certificate_guard_calibration_certificate_1a82c3d1 ON public.calibration_certificate IS 'Certificate.primary_standard';

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_d92d40fa_certificate_guard_calibration_certificate_6558234b
    CHECK ((id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_d92d40fa_certificate_guard_calibration_certificate_6558234b ON public.calibration_certificate IS 'Certificate.id';

-- Rules of the judged table's own columns.

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_d92d40fa_certificate_guard_the_certificate_is_neve_20f2eaf6
    CHECK ((valid_from < valid_to) IS TRUE);
COMMENT ON CONSTRAINT aln_d92d40fa_certificate_guard_the_certificate_is_neve_20f2eaf6 ON public.calibration_certificate IS 'the certificate is never valid [RC-CAL-3]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.certificate_guard_d92d40fa_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('CertificateGuard/the_certificate_is_never_valid', 'the certificate is never valid', ARRAY['RC-CAL-3']::text[]),
        ('CertificateGuard/the_certificate_chains_to_no_parent_standard', 'the certificate chains to no parent standard', ARRAY['RC-CAL-3', 'SOP-CAL-040']::text[]),
        ('CertificateGuard/a_primary_standard_is_calibrated_against_none', 'a primary standard is calibrated against none', ARRAY['RC-CAL-3']::text[])
$reasons$;

COMMENT ON FUNCTION aln.certificate_guard_d92d40fa_reasons() IS '{"module": "Calibration_v1_1_0", "id": "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02", "policy": "CertificateGuard", "entity": "Certificate", "traces": ["RC-CAL-3", "SOP-CAL-040"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "Certificate", "table": "calibration_certificate", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "valid_from", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "valid_to", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "primary_standard", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]},
  {"path": "parents", "entity": "CertificateLink", "table": "calibration_certificate_link", "key": "id", "how": "many", "parent": "", "link": "child", "maximum": 8, "optional": false, "fields": []},
  {"path": "parents.parent", "entity": "Certificate", "table": "calibration_certificate", "key": "id", "how": "ref", "parent": "parents", "link": "parent", "maximum": 0, "optional": false, "fields": [{"name": "valid_from", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "id", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "Certificate", "labels": []}]}
]}';

CREATE FUNCTION aln.certificate_guard_d92d40fa_failed(judged public.calibration_certificate) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN (judged.valid_from < judged.valid_to) IS TRUE THEN NULL ELSE 'CertificateGuard/the_certificate_is_never_valid' END,
        CASE WHEN ((
            judged.primary_standard
            OR EXISTS (
                SELECT FROM public.calibration_certificate_link AS l
                LEFT JOIN public.calibration_certificate AS "l.parent" ON "l.parent".id = l.parent_id
                WHERE l.child_id = judged.id AND ("l.parent".id IS NOT NULL AND "l.parent".valid_from < judged.valid_from)
            )
        )) IS TRUE THEN NULL ELSE 'CertificateGuard/the_certificate_chains_to_no_parent_standard' END,
        CASE WHEN ((
            NOT judged.primary_standard
            OR NOT EXISTS (
                SELECT FROM public.calibration_certificate_link AS l
                LEFT JOIN public.calibration_certificate AS "l.parent" ON "l.parent".id = l.parent_id
                WHERE l.child_id = judged.id AND ("l.parent".id IS NULL) IS NOT TRUE
            )
        )) IS TRUE THEN NULL ELSE 'CertificateGuard/a_primary_standard_is_calibrated_against_none' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.certificate_guard_d92d40fa_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'CertificateGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.calibration_certificate AS judged
        WHERE judged.id = ANY ($1) FOR SHARE OF judged;
    PERFORM FROM public.calibration_certificate AS judged
        JOIN public.calibration_certificate_link AS parents ON parents.child_id = judged.id
        WHERE judged.id = ANY ($1) FOR SHARE OF parents;
    PERFORM FROM public.calibration_certificate AS judged
        JOIN public.calibration_certificate_link AS parents ON parents.child_id = judged.id
        JOIN public.calibration_certificate AS "parents.parent" ON "parents.parent".id = parents.parent_id
        WHERE judged.id = ANY ($1) FOR SHARE OF "parents.parent";
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.calibration_certificate AS judged,
            LATERAL (SELECT aln.certificate_guard_d92d40fa_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'CertificateGuard refuses calibration_certificate ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.certificate_guard_d92d40fa_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'calibration_certificate',
            CONSTRAINT = 'aln_certificate_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.certificate_guard_d92d40fa_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'CertificateGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.certificate_guard_d92d40fa_on_calibration_certificate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.certificate_guard_d92d40fa_enforce(ARRAY(
        SELECT NEW.id
        UNION SELECT judged.id FROM public.calibration_certificate AS judged
        JOIN public.calibration_certificate_link AS parents ON parents.child_id = judged.id
        WHERE parents.parent_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_certificate_guard_d92d40fa_changed AFTER INSERT OR DELETE OR UPDATE ON public.calibration_certificate
    FOR EACH ROW EXECUTE FUNCTION aln.certificate_guard_d92d40fa_on_calibration_certificate();

CREATE TRIGGER aln_certificate_guard_d92d40fa_truncate BEFORE TRUNCATE ON public.calibration_certificate
    FOR EACH STATEMENT EXECUTE FUNCTION aln.certificate_guard_d92d40fa_truncate();

CREATE FUNCTION aln.certificate_guard_d92d40fa_on_calibration_certificate_link() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM FROM public.calibration_certificate AS owner WHERE owner.id IN (OLD.child_id, NEW.child_id)
        ORDER BY owner.id FOR NO KEY UPDATE;
    PERFORM aln.certificate_guard_d92d40fa_enforce(ARRAY(
        SELECT judged.id FROM public.calibration_certificate AS judged
        WHERE judged.id IN (OLD.child_id, NEW.child_id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_certificate_guard_d92d40fa_changed AFTER INSERT OR DELETE OR UPDATE ON public.calibration_certificate_link
    FOR EACH ROW EXECUTE FUNCTION aln.certificate_guard_d92d40fa_on_calibration_certificate_link();

CREATE TRIGGER aln_certificate_guard_d92d40fa_truncate BEFORE TRUNCATE ON public.calibration_certificate_link
    FOR EACH STATEMENT EXECUTE FUNCTION aln.certificate_guard_d92d40fa_truncate();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.certificate_guard_d92d40fa_enforce(ARRAY(SELECT judged.id FROM public.calibration_certificate AS judged));

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 19 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'certificate_guard_d92d40fa_reasons'
            AND proname ~ '^certificate_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name CertificateGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'certificate_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'certificate_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
