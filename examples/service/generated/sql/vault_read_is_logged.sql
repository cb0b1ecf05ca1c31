-- Policy VaultReadIsLogged for VaultRead: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from pseudonymisation.aln; edit that, never this.
-- module          Pseudonymisation_v1_0_0
-- policy id       3f9d5b16-6c0a-4f7e-9e21-84b7a2d0c905
-- policy version  1.0.0
-- core sha256     347a1f91993c370e1392f4bfae4ebbcf6414f0bd880222c53b157a7a2d4915d5
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - what calls aln.vault_read_is_logged_accept first: it fails where a rule is not met
-- Judged when it is asked:
--   - no request by this person for this purpose was approved by another before
--   `actor` is the setting aln.actor, a uuid; where it is none, the record is refused
--   `now` is the server's clock when the record is judged, to the microsecond
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog
--   - a session that states another's aln.actor: who may connect states who acts

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.reidentification_log ADD CONSTRAINT aln_26f7e190_vault_read_is_logged_reidentification_log_88e499e0
    CHECK ((actor_id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_26f7e190_vault_read_is_logged_reidentification_log_88e499e0 ON public.reidentification_log IS 'Reidentification.actor';

ALTER TABLE public.reidentification_log ADD CONSTRAINT aln_26f7e190_vault_read_is_logged_reidentification_log_fb4aaae4
    CHECK ((purpose_code IS NOT NULL AND purpose_code IN ('CLINICAL_SAFETY', 'ADVERSE_EVENT', 'SUBJECT_REQUEST', 'LEGAL_ORDER')) IS TRUE);
COMMENT ON CONSTRAINT aln_26f7e190_vault_read_is_logged_reidentification_log_fb4aaae4 ON public.reidentification_log IS 'Reidentification.purpose_code';

ALTER TABLE public.reidentification_log ADD CONSTRAINT aln_26f7e190_vault_read_is_logged_reidentification_log_d4bc5b69
    CHECK ((requested_at IS NOT NULL AND requested_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_26f7e190_vault_read_is_logged_reidentification_log_d4bc5b69 ON public.reidentification_log IS 'Reidentification.requested_at';

ALTER TABLE public.reidentification_log ADD CONSTRAINT aln_26f7e190_vault_read_is_logged_reidentification_log_164026fe
    CHECK ((approved_at IS NULL OR (approved_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00')) IS TRUE);
COMMENT ON CONSTRAINT aln_26f7e190_vault_read_is_logged_reidentification_log_164026fe ON public.reidentification_log IS 'Reidentification.approved_at';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.vault_read_is_logged_26f7e190_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('VaultReadIsLogged/no_request_by_this_person_for_this_purpose_was_approved_by_another', 'no request by this person for this purpose was approved by another before', ARRAY['RC-PSN-2', 'RC-PSN-3', 'SOP-PSN-310']::text[])
$reasons$;

COMMENT ON FUNCTION aln.vault_read_is_logged_26f7e190_reasons() IS '{"module": "Pseudonymisation_v1_0_0", "id": "3f9d5b16-6c0a-4f7e-9e21-84b7a2d0c905", "policy": "VaultReadIsLogged", "entity": "VaultRead", "traces": ["RC-PSN-2", "RC-PSN-3", "SOP-PSN-310"], "counts": [], "events": ["VaultReadIsLogged/no_request_by_this_person_for_this_purpose_was_approved_by_another"], "inputs": [{"name": "@actor", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}, {"name": "@now", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}], "records": [
  {"path": "", "entity": "VaultRead", "table": "", "key": "", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "purpose_code", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "PurposeCode", "labels": ["CLINICAL_SAFETY", "ADVERSE_EVENT", "SUBJECT_REQUEST", "LEGAL_ORDER"]}]},
  {"path": "identity", "entity": "Identity", "table": "subject_identity_vault", "key": "id", "how": "ref", "parent": "", "link": "identity", "maximum": 0, "optional": false, "fields": []},
  {"path": "identity.subject", "entity": "Subject", "table": "subject", "key": "id", "how": "ref", "parent": "identity", "link": "subject", "maximum": 0, "optional": false, "fields": []},
  {"path": "identity.subject.requests", "entity": "Reidentification", "table": "reidentification_log", "key": "id", "how": "many", "parent": "identity.subject", "link": "subject", "maximum": 64, "optional": false, "fields": [{"name": "actor", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "StaffMember", "labels": []}, {"name": "purpose_code", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "PurposeCode", "labels": ["CLINICAL_SAFETY", "ADVERSE_EVENT", "SUBJECT_REQUEST", "LEGAL_ORDER"]}, {"name": "approver", "optional": true, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "StaffMember", "labels": []}, {"name": "requested_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "approved_at", "optional": true, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]}
]}';

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.vault_read_is_logged_26f7e190_unmet(purpose_code text, identity_id uuid, actor uuid, now timestamptz) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            "identity.subject".id IS NOT NULL
            AND EXISTS (
                SELECT FROM public.reidentification_log AS l
                WHERE l.subject_id = "identity.subject".id AND (
                        l.approver_id IS NOT NULL
                        AND l.approved_at IS NOT NULL
                        AND l.actor_id = stated.actor
                        AND l.purpose_code = judged.purpose_code
                        AND l.approver_id <> stated.actor
                        AND l.requested_at < stated.now
                        AND l.approved_at < stated.now
                    )
            )
        )) IS TRUE THEN NULL ELSE 'VaultReadIsLogged/no_request_by_this_person_for_this_purpose_was_approved_by_another' END
    ]::text[], NULL)
    FROM (SELECT $1 AS purpose_code, $2 AS identity_id) AS judged
    CROSS JOIN (SELECT $3 AS actor, $4 AS now) AS stated
    LEFT JOIN public.subject_identity_vault AS identity ON identity.id = judged.identity_id
    LEFT JOIN public.subject AS "identity.subject" ON "identity.subject".id = identity.subject_id
$failed$;

DROP FUNCTION IF EXISTS aln.vault_read_is_logged_accept;

CREATE FUNCTION aln.vault_read_is_logged_accept(purpose_code text, identity_id uuid) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    asked_actor uuid := CASE WHEN pg_input_is_valid(current_setting('aln.actor', true), 'uuid') THEN current_setting('aln.actor', true)::uuid END;
    asked_now timestamptz := clock_timestamp();
    refused text[];
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'VaultReadIsLogged is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    IF (asked_actor IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'VaultReadIsLogged refuses VaultRead: `actor` is not stated',
            CONSTRAINT = 'aln_vault_read_is_logged';
    END IF;
    IF (asked_now IS NOT NULL AND asked_now BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'VaultReadIsLogged refuses VaultRead: `now` is not stated',
            CONSTRAINT = 'aln_vault_read_is_logged';
    END IF;
    IF ($1 IS NOT NULL AND $1 IN ('CLINICAL_SAFETY', 'ADVERSE_EVENT', 'SUBJECT_REQUEST', 'LEGAL_ORDER')) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'VaultReadIsLogged refuses VaultRead: `purpose_code` is invalid',
            CONSTRAINT = 'aln_vault_read_is_logged';
    END IF;
    refused := aln.vault_read_is_logged_26f7e190_unmet($1, $2, asked_actor, asked_now);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'VaultReadIsLogged refuses VaultRead',
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.vault_read_is_logged_26f7e190_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            CONSTRAINT = 'aln_vault_read_is_logged';
    END IF;
    RETURN;
END
$accept$;

-- Earlier versions of this policy, now that this one is in force.

DO $replaced$
DECLARE
    path text := current_setting('search_path');
    earlier record;
    made record;
BEGIN
    PERFORM set_config('search_path', 'pg_catalog, pg_temp', true);
    FOR earlier IN
        SELECT substring(proname FROM 22 FOR 8) AS mark,
            obj_description(oid, 'pg_proc')::jsonb ->> 'id' AS id
        FROM pg_proc
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'vault_read_is_logged_26f7e190_reasons'
            AND proname ~ '^vault_read_is_logged_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '3f9d5b16-6c0a-4f7e-9e21-84b7a2d0c905' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name VaultReadIsLogged is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'vault_read_is_logged_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'vault_read_is_logged_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
