-- Policy IdentityGuard for Identity: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from identity_hashing.aln; edit that, never this.
-- module          IdentityHashing_v1_0_0
-- policy id       0b7c2a4e-91d3-4d6f-8a55-6f0e3c1b7d04
-- policy version  1.0.0
-- core sha256     5ccc9f105d3f315b8f4192a0168493abaf7b84f11953153e494ecb84f6ec2352
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of subject_identity_vault
--   - INSERT, UPDATE and DELETE of subject; TRUNCATE of subject is refused
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

ALTER TABLE public.subject_identity_vault ADD CONSTRAINT aln_2890747d_identity_guard_subject_identity_vault_has_dd0fa1eb
    CHECK ((hash_algorithm IS NOT NULL AND hash_algorithm IN ('SHA256', 'SHA512', 'ARGON2ID', 'MD5', 'SHA1')) IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_subject_identity_vault_has_dd0fa1eb ON public.subject_identity_vault IS 'Identity.hash_algorithm';

ALTER TABLE public.subject_identity_vault ADD CONSTRAINT aln_2890747d_identity_guard_subject_identity_vault_sal_8f6aab89
    CHECK ((salt_bytes IS NOT NULL AND salt_bytes BETWEEN 0 AND 1024 AND salt_bytes % 1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_subject_identity_vault_sal_8f6aab89 ON public.subject_identity_vault IS 'Identity.salt_bytes';

ALTER TABLE public.subject_identity_vault ADD CONSTRAINT aln_2890747d_identity_guard_subject_identity_vault_has_36a86177
    CHECK ((hash_bytes IS NOT NULL AND hash_bytes BETWEEN 0 AND 1024 AND hash_bytes % 1 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_subject_identity_vault_has_36a86177 ON public.subject_identity_vault IS 'Identity.hash_bytes';

ALTER TABLE public.subject_identity_vault ADD CONSTRAINT aln_2890747d_identity_guard_subject_identity_vault_cre_8d2e9fd2
    CHECK ((created_at IS NOT NULL AND created_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_subject_identity_vault_cre_8d2e9fd2 ON public.subject_identity_vault IS 'Identity.created_at';

ALTER TABLE public.subject ADD CONSTRAINT aln_2890747d_identity_guard_subject_enrolled_at_eb1698a3
    CHECK ((enrolled_at IS NOT NULL AND enrolled_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_subject_enrolled_at_eb1698a3 ON public.subject IS 'Subject.enrolled_at';

-- Rules of the judged table's own columns.

ALTER TABLE public.subject_identity_vault ADD CONSTRAINT aln_2890747d_identity_guard_the_hash_algorithm_is_brok_ce86fdd5
    CHECK (((hash_algorithm = 'SHA256' OR hash_algorithm = 'SHA512' OR hash_algorithm = 'ARGON2ID')) IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_the_hash_algorithm_is_brok_ce86fdd5 ON public.subject_identity_vault IS 'the hash algorithm is broken [RC-IDH-1, SOP-PSN-110]';

ALTER TABLE public.subject_identity_vault ADD CONSTRAINT aln_2890747d_identity_guard_the_salt_is_shorter_than_1_cd4fabca
    CHECK ((16 <= salt_bytes) IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_the_salt_is_shorter_than_1_cd4fabca ON public.subject_identity_vault IS 'the salt is shorter than 128 bits [RC-IDH-1, SOP-PSN-110]';

ALTER TABLE public.subject_identity_vault ADD CONSTRAINT aln_2890747d_identity_guard_the_salt_is_longer_than_51_6aa21581
    CHECK ((salt_bytes <= 64) IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_the_salt_is_longer_than_51_6aa21581 ON public.subject_identity_vault IS 'the salt is longer than 512 bits, so it is something else [RC-IDH-1]';

ALTER TABLE public.subject_identity_vault ADD CONSTRAINT aln_2890747d_identity_guard_the_hash_does_not_have_the_aa9a2ef8
    CHECK (((
        (hash_algorithm <> 'SHA256' OR hash_bytes = 32)
        AND (hash_algorithm <> 'SHA512' OR hash_bytes = 64)
        AND (hash_algorithm <> 'ARGON2ID' OR 32 <= hash_bytes)
    )) IS TRUE);
COMMENT ON CONSTRAINT aln_2890747d_identity_guard_the_hash_does_not_have_the_aa9a2ef8 ON public.subject_identity_vault IS 'the hash does not have the length that its algorithm gives [RC-IDH-1, SOP-PSN-110]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.identity_guard_2890747d_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('IdentityGuard/the_hash_algorithm_is_broken', 'the hash algorithm is broken', ARRAY['RC-IDH-1', 'SOP-PSN-110']::text[]),
        ('IdentityGuard/the_salt_is_shorter_than_128_bits', 'the salt is shorter than 128 bits', ARRAY['RC-IDH-1', 'SOP-PSN-110']::text[]),
        ('IdentityGuard/the_salt_is_longer_than_512_bits_so_it_is_something_else', 'the salt is longer than 512 bits, so it is something else', ARRAY['RC-IDH-1']::text[]),
        ('IdentityGuard/the_hash_does_not_have_the_length_that_its_algorithm_gives', 'the hash does not have the length that its algorithm gives', ARRAY['RC-IDH-1', 'SOP-PSN-110']::text[]),
        ('IdentityGuard/the_identity_is_older_than_the_subjects_enrolment', 'the identity is older than the subject''s enrolment', ARRAY['RC-IDH-1', 'SOP-PSN-110']::text[])
$reasons$;

COMMENT ON FUNCTION aln.identity_guard_2890747d_reasons() IS '{"module": "IdentityHashing_v1_0_0", "id": "0b7c2a4e-91d3-4d6f-8a55-6f0e3c1b7d04", "policy": "IdentityGuard", "entity": "Identity", "traces": ["RC-IDH-1", "SOP-PSN-110"], "counts": [], "events": [], "inputs": [], "records": [
  {"path": "", "entity": "Identity", "table": "subject_identity_vault", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "hash_algorithm", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "HashAlgorithm", "labels": ["SHA256", "SHA512", "ARGON2ID", "MD5", "SHA1"]}, {"name": "salt_bytes", "optional": false, "sort": "int", "lo": 0, "hi": 1024, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "hash_bytes", "optional": false, "sort": "int", "lo": 0, "hi": 1024, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "created_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]},
  {"path": "subject", "entity": "Subject", "table": "subject", "key": "id", "how": "ref", "parent": "", "link": "subject", "maximum": 0, "optional": false, "fields": [{"name": "enrolled_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.identity_guard_2890747d_failed(judged public.subject_identity_vault) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            judged.hash_algorithm = 'SHA256'
            OR judged.hash_algorithm = 'SHA512'
            OR judged.hash_algorithm = 'ARGON2ID'
        )) IS TRUE THEN NULL ELSE 'IdentityGuard/the_hash_algorithm_is_broken' END,
        CASE WHEN (16 <= judged.salt_bytes) IS TRUE THEN NULL ELSE 'IdentityGuard/the_salt_is_shorter_than_128_bits' END,
        CASE WHEN (judged.salt_bytes <= 64) IS TRUE THEN NULL ELSE 'IdentityGuard/the_salt_is_longer_than_512_bits_so_it_is_something_else' END,
        CASE WHEN ((
            (judged.hash_algorithm <> 'SHA256' OR judged.hash_bytes = 32)
            AND (judged.hash_algorithm <> 'SHA512' OR judged.hash_bytes = 64)
            AND (judged.hash_algorithm <> 'ARGON2ID' OR 32 <= judged.hash_bytes)
        )) IS TRUE THEN NULL ELSE 'IdentityGuard/the_hash_does_not_have_the_length_that_its_algorithm_gives' END,
        CASE WHEN ((subject.id IS NOT NULL AND subject.enrolled_at <= judged.created_at)) IS TRUE THEN NULL ELSE 'IdentityGuard/the_identity_is_older_than_the_subjects_enrolment' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.subject AS subject ON subject.id = judged.subject_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.identity_guard_2890747d_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'IdentityGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.subject_identity_vault AS judged
        JOIN public.subject AS subject ON subject.id = judged.subject_id
        WHERE judged.id = ANY ($1) FOR SHARE OF subject;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.subject_identity_vault AS judged,
            LATERAL (SELECT aln.identity_guard_2890747d_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'IdentityGuard refuses subject_identity_vault ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.identity_guard_2890747d_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'subject_identity_vault',
            CONSTRAINT = 'aln_identity_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.identity_guard_2890747d_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'IdentityGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.identity_guard_2890747d_on_subject_identity_vault() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.identity_guard_2890747d_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_identity_guard_2890747d_changed AFTER INSERT OR UPDATE ON public.subject_identity_vault
    FOR EACH ROW EXECUTE FUNCTION aln.identity_guard_2890747d_on_subject_identity_vault();

CREATE FUNCTION aln.identity_guard_2890747d_on_subject() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.identity_guard_2890747d_enforce(ARRAY(
        SELECT judged.id FROM public.subject_identity_vault AS judged
        WHERE judged.subject_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_identity_guard_2890747d_changed AFTER INSERT OR DELETE OR UPDATE ON public.subject
    FOR EACH ROW EXECUTE FUNCTION aln.identity_guard_2890747d_on_subject();

CREATE TRIGGER aln_identity_guard_2890747d_truncate BEFORE TRUNCATE ON public.subject
    FOR EACH STATEMENT EXECUTE FUNCTION aln.identity_guard_2890747d_truncate();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.identity_guard_2890747d_enforce(ARRAY(SELECT judged.id FROM public.subject_identity_vault AS judged));

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 16 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'identity_guard_2890747d_reasons'
            AND proname ~ '^identity_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '0b7c2a4e-91d3-4d6f-8a55-6f0e3c1b7d04' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name IdentityGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'identity_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'identity_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
