-- Policy ReidentificationGuard for Reidentification: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from pseudonymisation.aln; edit that, never this.
-- module          Pseudonymisation_v1_0_0
-- policy id       3f9d5b16-6c0a-4f7e-9e21-84b7a2d0c905
-- policy version  1.0.0
-- core sha256     ad69aa8bc20eee465cca2c6fd10caa6222237c796a00fe447662af30345033ef
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of reidentification_log
--   - INSERT, UPDATE and DELETE of staff_member; TRUNCATE of staff_member is refused
--   - two transactions at once under READ COMMITTED, by locks on every row read; REPEATABLE READ and
--     SERIALIZABLE are refused: their snapshot may hide what a READ COMMITTED transaction committed
--   - relations without a maximum: every stored element is judged (the guard's lists are complete)
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Judged once, in the statement that stores the record, and never again:
--   - whoever makes the request is not on record, or no longer on the staff
--   - whoever approves the request is not on record, or no longer on the staff
--   `actor` is the setting aln.actor, a uuid; where it is none, the record is refused
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog
--   - row-level security that hides judged rows from who changes the rows they rest on
--   - references without a foreign key, and keys without a unique index
--   - a session that states another's aln.actor: who may connect states who acts

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.reidentification_log ADD CONSTRAINT aln_e2a20dba_reidentification_guard_reidentification_l_164026fe
    CHECK ((approved_at IS NULL OR (approved_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00')) IS TRUE);
COMMENT ON CONSTRAINT aln_e2a20dba_reidentification_guard_reidentification_l_164026fe ON public.reidentification_log IS 'Reidentification.approved_at';

ALTER TABLE public.reidentification_log ADD CONSTRAINT aln_e2a20dba_reidentification_guard_reidentification_l_d4bc5b69
    CHECK ((requested_at IS NOT NULL AND requested_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_e2a20dba_reidentification_guard_reidentification_l_d4bc5b69 ON public.reidentification_log IS 'Reidentification.requested_at';

ALTER TABLE public.staff_member ADD CONSTRAINT aln_e2a20dba_reidentification_guard_staff_member_id_bbca5aee
    CHECK ((id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_e2a20dba_reidentification_guard_staff_member_id_bbca5aee ON public.staff_member IS 'StaffMember.id';

ALTER TABLE public.staff_member ADD CONSTRAINT aln_e2a20dba_reidentification_guard_staff_member_activ_a859f3bb
    CHECK ((active IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_e2a20dba_reidentification_guard_staff_member_activ_a859f3bb ON public.staff_member IS 'StaffMember.active';

-- Rules of the judged table's own columns.

ALTER TABLE public.reidentification_log ADD CONSTRAINT aln_e2a20dba_reidentification_guard_the_request_is_app_555c86f1
    CHECK (((approved_at IS NULL OR requested_at <= approved_at)) IS TRUE);
COMMENT ON CONSTRAINT aln_e2a20dba_reidentification_guard_the_request_is_app_555c86f1 ON public.reidentification_log IS 'the request is approved before it was made [RC-PSN-2, SOP-PSN-220]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.reidentification_guard_e2a20dba_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('ReidentificationGuard/an_approval_tells_who_gave_it_and_when', 'an approval tells who gave it, and when', ARRAY['RC-PSN-2', 'SOP-PSN-220']::text[]),
        ('ReidentificationGuard/the_request_is_approved_by_who_made_it', 'the request is approved by who made it', ARRAY['RC-PSN-3', 'SOP-PSN-220']::text[]),
        ('ReidentificationGuard/the_request_is_approved_before_it_was_made', 'the request is approved before it was made', ARRAY['RC-PSN-2', 'SOP-PSN-220']::text[]),
        ('ReidentificationGuard/whoever_makes_the_request_is_not_on_record_or_no_longer_on', 'whoever makes the request is not on record, or no longer on the staff', ARRAY['RC-PSN-2', 'SOP-PSN-210']::text[]),
        ('ReidentificationGuard/whoever_approves_the_request_is_not_on_record_or_no_longer_on', 'whoever approves the request is not on record, or no longer on the staff', ARRAY['RC-PSN-3', 'SOP-PSN-220']::text[])
$reasons$;

COMMENT ON FUNCTION aln.reidentification_guard_e2a20dba_reasons() IS '{"module": "Pseudonymisation_v1_0_0", "id": "3f9d5b16-6c0a-4f7e-9e21-84b7a2d0c905", "policy": "ReidentificationGuard", "entity": "Reidentification", "traces": ["RC-PSN-2", "SOP-PSN-220", "RC-PSN-3", "SOP-PSN-210"], "counts": [], "events": ["ReidentificationGuard/whoever_makes_the_request_is_not_on_record_or_no_longer_on", "ReidentificationGuard/whoever_approves_the_request_is_not_on_record_or_no_longer_on"], "inputs": [{"name": "@actor", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}], "records": [
  {"path": "", "entity": "Reidentification", "table": "reidentification_log", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "approved_at", "optional": true, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "requested_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]},
  {"path": "approver", "entity": "StaffMember", "table": "staff_member", "key": "id", "how": "ref", "parent": "", "link": "approver", "maximum": 0, "optional": true, "fields": [{"name": "id", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "StaffMember", "labels": []}, {"name": "active", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]},
  {"path": "actor", "entity": "StaffMember", "table": "staff_member", "key": "id", "how": "ref", "parent": "", "link": "actor", "maximum": 0, "optional": false, "fields": [{"name": "active", "optional": false, "sort": "bool", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}]}
]}';

CREATE FUNCTION aln.reidentification_guard_e2a20dba_failed(judged public.reidentification_log) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            (approver.id IS NOT NULL AND judged.approved_at IS NOT NULL)
            OR (approver.id IS NULL AND judged.approved_at IS NULL)
        )) IS TRUE THEN NULL ELSE 'ReidentificationGuard/an_approval_tells_who_gave_it_and_when' END,
        CASE WHEN ((approver.id IS NULL OR (actor.id IS NOT NULL AND approver.id <> actor.id))) IS TRUE THEN NULL ELSE 'ReidentificationGuard/the_request_is_approved_by_who_made_it' END,
        CASE WHEN ((judged.approved_at IS NULL OR judged.requested_at <= judged.approved_at)) IS TRUE THEN NULL ELSE 'ReidentificationGuard/the_request_is_approved_before_it_was_made' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.staff_member AS approver ON approver.id = judged.approver_id
    LEFT JOIN public.staff_member AS actor ON actor.id = judged.actor_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.reidentification_guard_e2a20dba_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'ReidentificationGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.reidentification_log AS judged
        JOIN public.staff_member AS approver ON approver.id = judged.approver_id
        WHERE judged.id = ANY ($1) FOR SHARE OF approver;
    PERFORM FROM public.reidentification_log AS judged
        JOIN public.staff_member AS actor ON actor.id = judged.actor_id
        WHERE judged.id = ANY ($1) FOR SHARE OF actor;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.reidentification_log AS judged,
            LATERAL (SELECT aln.reidentification_guard_e2a20dba_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ReidentificationGuard refuses reidentification_log ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.reidentification_guard_e2a20dba_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'reidentification_log',
            CONSTRAINT = 'aln_reidentification_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.reidentification_guard_e2a20dba_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'ReidentificationGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.reidentification_guard_e2a20dba_on_reidentification_log() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.reidentification_guard_e2a20dba_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_reidentification_guard_e2a20dba_changed AFTER INSERT OR UPDATE ON public.reidentification_log
    FOR EACH ROW EXECUTE FUNCTION aln.reidentification_guard_e2a20dba_on_reidentification_log();

CREATE FUNCTION aln.reidentification_guard_e2a20dba_on_staff_member() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.reidentification_guard_e2a20dba_enforce(ARRAY(
        SELECT judged.id FROM public.reidentification_log AS judged
        WHERE judged.approver_id IN (OLD.id, NEW.id)
        UNION SELECT judged.id FROM public.reidentification_log AS judged
        WHERE judged.actor_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_reidentification_guard_e2a20dba_changed AFTER INSERT OR DELETE OR UPDATE ON public.staff_member
    FOR EACH ROW EXECUTE FUNCTION aln.reidentification_guard_e2a20dba_on_staff_member();

CREATE TRIGGER aln_reidentification_guard_e2a20dba_truncate BEFORE TRUNCATE ON public.staff_member
    FOR EACH STATEMENT EXECUTE FUNCTION aln.reidentification_guard_e2a20dba_truncate();

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.reidentification_guard_e2a20dba_unmet(judged public.reidentification_log, actor uuid) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            judged.approved_at IS NOT NULL
            OR (actor.id IS NOT NULL AND actor.id = stated.actor AND actor.active)
        )) IS TRUE THEN NULL ELSE 'ReidentificationGuard/whoever_makes_the_request_is_not_on_record_or_no_longer_on' END,
        CASE WHEN ((approver.id IS NULL OR (approver.id = stated.actor AND approver.active))) IS TRUE THEN NULL ELSE 'ReidentificationGuard/whoever_approves_the_request_is_not_on_record_or_no_longer_on' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    CROSS JOIN (SELECT $2 AS actor) AS stated
    LEFT JOIN public.staff_member AS approver ON approver.id = judged.approver_id
    LEFT JOIN public.staff_member AS actor ON actor.id = judged.actor_id
$failed$;

CREATE FUNCTION aln.reidentification_guard_e2a20dba_accepted() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    asked_actor uuid := CASE WHEN pg_input_is_valid(current_setting('aln.actor', true), 'uuid') THEN current_setting('aln.actor', true)::uuid END;
    refused text[];
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'ReidentificationGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    IF (asked_actor IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ReidentificationGuard refuses reidentification_log: `actor` is not stated',
            SCHEMA = 'public',
            TABLE = 'reidentification_log',
            CONSTRAINT = 'aln_reidentification_guard';
    END IF;
    refused := aln.reidentification_guard_e2a20dba_unmet(NEW, asked_actor);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'ReidentificationGuard refuses reidentification_log ' || NEW.id,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.reidentification_guard_e2a20dba_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            SCHEMA = 'public',
            TABLE = 'reidentification_log',
            CONSTRAINT = 'aln_reidentification_guard';
    END IF;
    RETURN NULL;
END
$accept$;

CREATE TRIGGER aln_reidentification_guard_e2a20dba_accepted AFTER INSERT OR UPDATE ON public.reidentification_log
    FOR EACH ROW EXECUTE FUNCTION aln.reidentification_guard_e2a20dba_accepted();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.reidentification_guard_e2a20dba_enforce(ARRAY(SELECT judged.id FROM public.reidentification_log AS judged));

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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'reidentification_guard_e2a20dba_reasons'
            AND proname ~ '^reidentification_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '3f9d5b16-6c0a-4f7e-9e21-84b7a2d0c905' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name ReidentificationGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'reidentification_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'reidentification_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
