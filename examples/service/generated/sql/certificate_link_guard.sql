-- Policy CertificateLinkGuard for CertificateLink: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from calibration_v1_1_0.aln; edit that, never this.
-- module          Calibration_v1_1_0
-- policy id       a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02
-- policy version  1.1.0
-- core sha256     c38f38457317c5b11102ba1b987678db462c7f423a9e98d42dc5efe64c97015a
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of calibration_certificate_link
--   - INSERT, UPDATE and DELETE of calibration_certificate; TRUNCATE of calibration_certificate is refused
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

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_03eaa27a_certificate_link_guard_calibration_certif_6b0ae55a
    CHECK ((valid_from IS NOT NULL AND valid_from BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_03eaa27a_certificate_link_guard_calibration_certif_6b0ae55a ON public.calibration_certificate IS 'Certificate.valid_from';

ALTER TABLE public.calibration_certificate ADD CONSTRAINT aln_03eaa27a_certificate_link_guard_calibration_certif_53ce411f
    CHECK ((valid_to IS NOT NULL AND valid_to BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_03eaa27a_certificate_link_guard_calibration_certif_53ce411f ON public.calibration_certificate IS 'Certificate.valid_to';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.certificate_link_guard_03eaa27a_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('CertificateLinkGuard/the_parent_standard_was_not_certified_before', 'the parent standard was not certified before', ARRAY['RC-CAL-3', 'SOP-CAL-040']::text[]),
        ('CertificateLinkGuard/the_certificate_outlives_its_parent_standard', 'the certificate outlives its parent standard', ARRAY['RC-CAL-3', 'SOP-CAL-040']::text[])
$reasons$;

COMMENT ON FUNCTION aln.certificate_link_guard_03eaa27a_reasons() IS '{"module": "Calibration_v1_1_0", "id": "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02", "policy": "CertificateLinkGuard", "entity": "CertificateLink", "traces": ["RC-CAL-3", "SOP-CAL-040"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "CertificateLink", "table": "calibration_certificate_link", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": []},
  {"path": "parent", "entity": "Certificate", "table": "calibration_certificate", "key": "id", "how": "ref", "parent": "", "link": "parent", "maximum": 0, "optional": false, "fields": [{"name": "valid_from", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "valid_to", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]},
  {"path": "child", "entity": "Certificate", "table": "calibration_certificate", "key": "id", "how": "ref", "parent": "", "link": "child", "maximum": 0, "optional": false, "fields": [{"name": "valid_from", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "valid_to", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.certificate_link_guard_03eaa27a_failed(judged public.calibration_certificate_link) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((parent.id IS NOT NULL AND child.id IS NOT NULL AND parent.valid_from < child.valid_from)) IS TRUE THEN NULL ELSE 'CertificateLinkGuard/the_parent_standard_was_not_certified_before' END,
        CASE WHEN ((child.id IS NOT NULL AND parent.id IS NOT NULL AND child.valid_to <= parent.valid_to)) IS TRUE THEN NULL ELSE 'CertificateLinkGuard/the_certificate_outlives_its_parent_standard' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.calibration_certificate AS parent ON parent.id = judged.parent_id
    LEFT JOIN public.calibration_certificate AS child ON child.id = judged.child_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.certificate_link_guard_03eaa27a_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'CertificateLinkGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.calibration_certificate_link AS judged
        JOIN public.calibration_certificate AS parent ON parent.id = judged.parent_id
        WHERE judged.id = ANY ($1) FOR SHARE OF parent;
    PERFORM FROM public.calibration_certificate_link AS judged
        JOIN public.calibration_certificate AS child ON child.id = judged.child_id
        WHERE judged.id = ANY ($1) FOR SHARE OF child;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.calibration_certificate_link AS judged,
            LATERAL (SELECT aln.certificate_link_guard_03eaa27a_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'CertificateLinkGuard refuses calibration_certificate_link ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.certificate_link_guard_03eaa27a_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'calibration_certificate_link',
            CONSTRAINT = 'aln_certificate_link_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.certificate_link_guard_03eaa27a_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'CertificateLinkGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.certificate_link_guard_03eaa27a_on_calibration_certificate_link() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.certificate_link_guard_03eaa27a_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_certificate_link_guard_03eaa27a_changed AFTER INSERT OR UPDATE ON public.calibration_certificate_link
    FOR EACH ROW EXECUTE FUNCTION aln.certificate_link_guard_03eaa27a_on_calibration_certificate_link();

CREATE FUNCTION aln.certificate_link_guard_03eaa27a_on_calibration_certificate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.certificate_link_guard_03eaa27a_enforce(ARRAY(
        SELECT judged.id FROM public.calibration_certificate_link AS judged
        WHERE judged.parent_id IN (OLD.id, NEW.id)
        UNION SELECT judged.id FROM public.calibration_certificate_link AS judged
        WHERE judged.child_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_certificate_link_guard_03eaa27a_changed AFTER INSERT OR DELETE OR UPDATE ON public.calibration_certificate
    FOR EACH ROW EXECUTE FUNCTION aln.certificate_link_guard_03eaa27a_on_calibration_certificate();

CREATE TRIGGER aln_certificate_link_guard_03eaa27a_truncate BEFORE TRUNCATE ON public.calibration_certificate
    FOR EACH STATEMENT EXECUTE FUNCTION aln.certificate_link_guard_03eaa27a_truncate();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.certificate_link_guard_03eaa27a_enforce(ARRAY(SELECT judged.id FROM public.calibration_certificate_link AS judged));

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 24 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'certificate_link_guard_03eaa27a_reasons'
            AND proname ~ '^certificate_link_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM 'a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name CertificateLinkGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'certificate_link_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'certificate_link_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
