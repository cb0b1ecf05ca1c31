-- Policy DosingSessionGuard for DosingSession: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from infusion_sessions.aln; edit that, never this.
-- module          InfusionSessions_v1_0_0
-- policy id       7d3a5e81-0f92-4b6c-8c4e-61f8b2d9a709
-- policy version  1.0.0
-- core sha256     f769d8d31caf48ce5b50593ed0e8b67b6ced7f6e6244442aea669ac386dfba59
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of dosing_session
--   - INSERT, UPDATE and DELETE of drug_library_entry; TRUNCATE of drug_library_entry is refused
--   - INSERT, UPDATE and DELETE of drug_limits; TRUNCATE of drug_limits is refused
--   - INSERT, UPDATE and DELETE of staff_member; TRUNCATE of staff_member is refused
--   - two transactions at once under READ COMMITTED, by locks on every row read; REPEATABLE READ and
--     SERIALIZABLE are refused: their snapshot may hide what a READ COMMITTED transaction committed
--   - relations without a maximum: every stored element is judged (the guard's lists are complete)
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Judged once, in the statement that stores the record, and never again:
--   - whoever starts the session is not on record, or has no authority
--   - whoever closes the session is not on record, or has no authority
--   `actor` is the setting aln.actor, a uuid; where it is none, the record is refused
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog
--   - row-level security that hides judged rows from who changes the rows they rest on
--   - references without a foreign key, and keys without a unique index
--   - a session that states another's aln.actor: who may connect states who acts

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.dosing_session ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_dosing_session_close_381e54b2
    CHECK ((closed_at IS NULL OR (closed_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00')) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_dosing_session_close_381e54b2 ON public.dosing_session IS 'DosingSession.closed_at';

ALTER TABLE public.dosing_session ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_dosing_session_start_b531f4fa
    CHECK ((started_at IS NOT NULL AND started_at BETWEEN TIMESTAMPTZ '1970-01-01 00:00:00+00' AND TIMESTAMPTZ '2199-12-31 23:59:59.999999+00') IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_dosing_session_start_b531f4fa ON public.dosing_session IS 'DosingSession.started_at';

ALTER TABLE public.drug_library_entry ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_library_entry_c_9d381582
    CHECK ((concentration IS NOT NULL AND concentration BETWEEN 0 AND 100000 AND concentration % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_library_entry_c_9d381582 ON public.drug_library_entry IS 'DrugEntry.concentration';

ALTER TABLE public.drug_library_entry ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_library_entry_s_13f50f6e
    CHECK ((start_rate IS NOT NULL AND start_rate BETWEEN 0 AND 2 AND start_rate % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_library_entry_s_13f50f6e ON public.drug_library_entry IS 'DrugEntry.start_rate';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_limits_min_e8c9ce5d
    CHECK (("min" IS NOT NULL AND "min" BETWEEN 0 AND 2 AND "min" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_limits_min_e8c9ce5d ON public.drug_limits IS 'Limits.min';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_limits_fallback_8c457297
    CHECK ((fallback IS NOT NULL AND fallback BETWEEN 0 AND 2 AND fallback % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_limits_fallback_8c457297 ON public.drug_limits IS 'Limits.fallback';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_limits_max_8c799eb3
    CHECK (("max" IS NOT NULL AND "max" BETWEEN 0 AND 2 AND "max" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_limits_max_8c799eb3 ON public.drug_limits IS 'Limits.max';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_limits_max_chan_2ceef8cc
    CHECK ((max_change IS NOT NULL AND max_change BETWEEN 0 AND 2 AND max_change % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_drug_limits_max_chan_2ceef8cc ON public.drug_limits IS 'Limits.max_change';

ALTER TABLE public.staff_member ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_staff_member_role_9e0665bc
    CHECK ((role IS NOT NULL AND role IN ('ADMIN', 'CLINICIAN', 'AUDITOR', 'OPERATOR', 'DATA_PROTECTION')) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_staff_member_role_9e0665bc ON public.staff_member IS 'StaffMember.role';

ALTER TABLE public.staff_member ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_staff_member_id_bbca5aee
    CHECK ((id IS NOT NULL) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_staff_member_id_bbca5aee ON public.staff_member IS 'StaffMember.id';

-- Rules of the judged table's own columns.

ALTER TABLE public.dosing_session ADD CONSTRAINT aln_f4deb51a_dosing_session_guard_the_session_was_clos_a4b099fa
    CHECK (((closed_at IS NULL OR started_at <= closed_at)) IS TRUE);
COMMENT ON CONSTRAINT aln_f4deb51a_dosing_session_guard_the_session_was_clos_a4b099fa ON public.dosing_session IS 'the session was closed before it started [RC-SESS-2]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('ValidLimits/the_fallback_rate_lies_outside_the_limits', 'the fallback rate lies outside the limits', ARRAY['RC-PUMP-1']::text[]),
        ('ValidLimits/the_rate_could_never_change', 'the rate could never change', ARRAY['RC-PUMP-1']::text[]),
        ('LimitsGuard/the_lowest_rate_is_below_0_02_mcg_kg_min', 'the lowest rate is below 0.02 mcg/kg/min', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_highest_rate_is_above_1_00_mcg_kg_min', 'the highest rate is above 1.00 mcg/kg/min', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_rate_could_change_by_more_than_0_10_mcg_kg_min', 'the rate could change by more than 0.10 mcg/kg/min in one step', ARRAY['RC-DRUG-1']::text[]),
        ('LimitsGuard/the_fallback_rate_is_above_0_05_mcg_kg_min', 'the fallback rate is above 0.05 mcg/kg/min', ARRAY['RC-DRUG-1']::text[]),
        ('DrugEntryGuard/the_solution_holds_none_of_the_drug', 'the solution holds none of the drug', ARRAY['RC-DRUG-1']::text[]),
        ('DrugEntryGuard/the_infusion_would_start_outside_its_limits', 'the infusion would start outside its limits', ARRAY['RC-DRUG-1']::text[]),
        ('DrugEntryGuard/the_first_step_could_not_reach_the_lowest_rate', 'the first step could not reach the lowest rate', ARRAY['RC-DRUG-1']::text[]),
        ('DosingSessionGuard/whoever_starts_the_session_is_not_on_record_or_has_no_authority', 'whoever starts the session is not on record, or has no authority', ARRAY['RC-SESS-1']::text[]),
        ('DosingSessionGuard/a_closed_session_tells_who_closed_it_and_when', 'a closed session tells who closed it and when', ARRAY['RC-SESS-2']::text[]),
        ('DosingSessionGuard/whoever_closes_the_session_is_not_on_record_or_has_no_authority', 'whoever closes the session is not on record, or has no authority', ARRAY['RC-SESS-1']::text[]),
        ('DosingSessionGuard/the_session_was_closed_before_it_started', 'the session was closed before it started', ARRAY['RC-SESS-2']::text[])
$reasons$;

COMMENT ON FUNCTION aln.dosing_session_guard_f4deb51a_reasons() IS '{"module": "InfusionSessions_v1_0_0", "id": "7d3a5e81-0f92-4b6c-8c4e-61f8b2d9a709", "policy": "DosingSessionGuard", "entity": "DosingSession", "traces": ["RC-PUMP-1", "RC-DRUG-1", "RC-SESS-1", "RC-SESS-2"], "counts": [], "events": ["DosingSessionGuard/whoever_starts_the_session_is_not_on_record_or_has_no_authority", "DosingSessionGuard/whoever_closes_the_session_is_not_on_record_or_has_no_authority"], "inputs": [{"name": "@actor", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "", "labels": []}], "records": [
  {"path": "", "entity": "DosingSession", "table": "dosing_session", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "closed_at", "optional": true, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}, {"name": "started_at", "optional": false, "sort": "int", "lo": 0, "hi": 7258118399999999, "step": "1", "unit": ["", "us", "1/1000000", "instant"], "type": "", "labels": []}]},
  {"path": "entry", "entity": "DrugEntry", "table": "drug_library_entry", "key": "id", "how": "ref", "parent": "", "link": "entry", "maximum": 0, "optional": false, "fields": [{"name": "concentration", "optional": false, "sort": "int", "lo": 0, "hi": 100000000, "step": "1/1000", "unit": ["mcg_per_mL", "ug/mL", "1", "mass/volume"], "type": "", "labels": []}, {"name": "start_rate", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]},
  {"path": "entry.limits", "entity": "Limits", "table": "drug_limits", "key": "id", "how": "ref", "parent": "entry", "link": "limits", "maximum": 0, "optional": false, "fields": [{"name": "min", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "fallback", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max_change", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]},
  {"path": "started_by", "entity": "StaffMember", "table": "staff_member", "key": "id", "how": "ref", "parent": "", "link": "started_by", "maximum": 0, "optional": false, "fields": [{"name": "role", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "StaffRole", "labels": ["ADMIN", "CLINICIAN", "AUDITOR", "OPERATOR", "DATA_PROTECTION"]}]},
  {"path": "closed_by", "entity": "StaffMember", "table": "staff_member", "key": "id", "how": "ref", "parent": "", "link": "closed_by", "maximum": 0, "optional": true, "fields": [{"name": "id", "optional": false, "sort": "id", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "StaffMember", "labels": []}, {"name": "role", "optional": false, "sort": "enum", "lo": 0, "hi": 0, "step": "1", "unit": ["", "1", "1", "number"], "type": "StaffRole", "labels": ["ADMIN", "CLINICIAN", "AUDITOR", "OPERATOR", "DATA_PROTECTION"]}]}
]}';

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_failed(judged public.dosing_session) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            "entry.limits".id IS NOT NULL
            AND "entry.limits"."min" <= "entry.limits".fallback
            AND "entry.limits".fallback <= "entry.limits"."max"
        )) IS TRUE THEN NULL ELSE 'ValidLimits/the_fallback_rate_lies_outside_the_limits' END,
        CASE WHEN (("entry.limits".id IS NOT NULL AND 0 < "entry.limits".max_change)) IS TRUE THEN NULL ELSE 'ValidLimits/the_rate_could_never_change' END,
        CASE WHEN (("entry.limits".id IS NOT NULL AND 0.02 <= "entry.limits"."min")) IS TRUE THEN NULL ELSE 'LimitsGuard/the_lowest_rate_is_below_0_02_mcg_kg_min' END,
        CASE WHEN (("entry.limits".id IS NOT NULL AND "entry.limits"."max" <= 1)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_highest_rate_is_above_1_00_mcg_kg_min' END,
        CASE WHEN (("entry.limits".id IS NOT NULL AND "entry.limits".max_change <= 0.1)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_rate_could_change_by_more_than_0_10_mcg_kg_min' END,
        CASE WHEN (("entry.limits".id IS NOT NULL AND "entry.limits".fallback <= 0.05)) IS TRUE THEN NULL ELSE 'LimitsGuard/the_fallback_rate_is_above_0_05_mcg_kg_min' END,
        CASE WHEN ((entry.id IS NOT NULL AND 0 < entry.concentration)) IS TRUE THEN NULL ELSE 'DrugEntryGuard/the_solution_holds_none_of_the_drug' END,
        CASE WHEN ((
            (entry.id IS NOT NULL AND entry.start_rate = 0)
            OR (
                "entry.limits".id IS NOT NULL
                AND entry.id IS NOT NULL
                AND "entry.limits"."min" <= entry.start_rate
                AND entry.start_rate <= "entry.limits"."max"
            )
        )) IS TRUE THEN NULL ELSE 'DrugEntryGuard/the_infusion_would_start_outside_its_limits' END,
        CASE WHEN ((
            (entry.id IS NOT NULL AND entry.start_rate <> 0)
            OR ("entry.limits".id IS NOT NULL AND "entry.limits"."min" <= "entry.limits".max_change)
        )) IS TRUE THEN NULL ELSE 'DrugEntryGuard/the_first_step_could_not_reach_the_lowest_rate' END,
        CASE WHEN ((
            (judged.closed_at IS NOT NULL AND closed_by.id IS NOT NULL)
            OR (judged.closed_at IS NULL AND closed_by.id IS NULL)
        )) IS TRUE THEN NULL ELSE 'DosingSessionGuard/a_closed_session_tells_who_closed_it_and_when' END,
        CASE WHEN ((judged.closed_at IS NULL OR judged.started_at <= judged.closed_at)) IS TRUE THEN NULL ELSE 'DosingSessionGuard/the_session_was_closed_before_it_started' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    LEFT JOIN public.drug_library_entry AS entry ON entry.id = judged.entry_id
    LEFT JOIN public.drug_limits AS "entry.limits" ON "entry.limits".id = entry.limits_id
    LEFT JOIN public.staff_member AS closed_by ON closed_by.id = judged.closed_by_id
$failed$;

-- Enforcement across tables.

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_enforce(uuid[]) RETURNS void
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $enforce$
DECLARE
    refused record;
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'DosingSessionGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    PERFORM FROM public.dosing_session AS judged
        JOIN public.drug_library_entry AS entry ON entry.id = judged.entry_id
        WHERE judged.id = ANY ($1) FOR SHARE OF entry;
    PERFORM FROM public.dosing_session AS judged
        JOIN public.drug_library_entry AS entry ON entry.id = judged.entry_id
        JOIN public.drug_limits AS "entry.limits" ON "entry.limits".id = entry.limits_id
        WHERE judged.id = ANY ($1) FOR SHARE OF "entry.limits";
    PERFORM FROM public.dosing_session AS judged
        JOIN public.staff_member AS closed_by ON closed_by.id = judged.closed_by_id
        WHERE judged.id = ANY ($1) FOR SHARE OF closed_by;
    SELECT judged.id AS key, failed.rules AS rules INTO refused
        FROM public.dosing_session AS judged,
            LATERAL (SELECT aln.dosing_session_guard_f4deb51a_failed(judged) AS rules) AS failed
        WHERE judged.id = ANY ($1) AND (cardinality(failed.rules) = 0) IS NOT TRUE
        ORDER BY judged.id LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'DosingSessionGuard refuses dosing_session ' || refused.key,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused.rules, reason.rule))
                FROM aln.dosing_session_guard_f4deb51a_reasons() AS reason
                WHERE reason.rule = ANY (refused.rules)
            ),
            SCHEMA = 'public',
            TABLE = 'dosing_session',
            CONSTRAINT = 'aln_dosing_session_guard';
    END IF;
END
$enforce$;

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_truncate() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $truncate$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'DosingSessionGuard reads this table: rows are deleted, never truncated';
END
$truncate$;

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_on_dosing_session() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.dosing_session_guard_f4deb51a_enforce(ARRAY(
        SELECT NEW.id
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_dosing_session_guard_f4deb51a_changed AFTER INSERT OR UPDATE ON public.dosing_session
    FOR EACH ROW EXECUTE FUNCTION aln.dosing_session_guard_f4deb51a_on_dosing_session();

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_on_drug_library_entry() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.dosing_session_guard_f4deb51a_enforce(ARRAY(
        SELECT judged.id FROM public.dosing_session AS judged
        WHERE judged.entry_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_dosing_session_guard_f4deb51a_changed AFTER INSERT OR DELETE OR UPDATE ON public.drug_library_entry
    FOR EACH ROW EXECUTE FUNCTION aln.dosing_session_guard_f4deb51a_on_drug_library_entry();

CREATE TRIGGER aln_dosing_session_guard_f4deb51a_truncate BEFORE TRUNCATE ON public.drug_library_entry
    FOR EACH STATEMENT EXECUTE FUNCTION aln.dosing_session_guard_f4deb51a_truncate();

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_on_drug_limits() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.dosing_session_guard_f4deb51a_enforce(ARRAY(
        SELECT judged.id FROM public.dosing_session AS judged
        JOIN public.drug_library_entry AS entry ON entry.id = judged.entry_id
        WHERE entry.limits_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_dosing_session_guard_f4deb51a_changed AFTER INSERT OR DELETE OR UPDATE ON public.drug_limits
    FOR EACH ROW EXECUTE FUNCTION aln.dosing_session_guard_f4deb51a_on_drug_limits();

CREATE TRIGGER aln_dosing_session_guard_f4deb51a_truncate BEFORE TRUNCATE ON public.drug_limits
    FOR EACH STATEMENT EXECUTE FUNCTION aln.dosing_session_guard_f4deb51a_truncate();

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_on_staff_member() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $changed$
BEGIN
    PERFORM aln.dosing_session_guard_f4deb51a_enforce(ARRAY(
        SELECT judged.id FROM public.dosing_session AS judged
        WHERE judged.closed_by_id IN (OLD.id, NEW.id)
    ));
    RETURN NULL;
END
$changed$;
CREATE TRIGGER aln_dosing_session_guard_f4deb51a_changed AFTER INSERT OR DELETE OR UPDATE ON public.staff_member
    FOR EACH ROW EXECUTE FUNCTION aln.dosing_session_guard_f4deb51a_on_staff_member();

CREATE TRIGGER aln_dosing_session_guard_f4deb51a_truncate BEFORE TRUNCATE ON public.staff_member
    FOR EACH STATEMENT EXECUTE FUNCTION aln.dosing_session_guard_f4deb51a_truncate();

-- What is judged once, when a record is accepted.

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_unmet(judged public.dosing_session, actor uuid) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((
            judged.closed_at IS NOT NULL
            OR (
                started_by.id IS NOT NULL
                AND started_by.id = stated.actor
                AND (
                    (started_by.id IS NOT NULL AND started_by.role = 'CLINICIAN')
                    OR (started_by.id IS NOT NULL AND started_by.role = 'ADMIN')
                )
            )
        )) IS TRUE THEN NULL ELSE 'DosingSessionGuard/whoever_starts_the_session_is_not_on_record_or_has_no_authority' END,
        CASE WHEN ((
            closed_by.id IS NULL
            OR (
                closed_by.id = stated.actor
                AND (
                    (closed_by.id IS NOT NULL AND closed_by.role = 'CLINICIAN')
                    OR (closed_by.id IS NOT NULL AND closed_by.role = 'ADMIN')
                )
            )
        )) IS TRUE THEN NULL ELSE 'DosingSessionGuard/whoever_closes_the_session_is_not_on_record_or_has_no_authority' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
    CROSS JOIN (SELECT $2 AS actor) AS stated
    LEFT JOIN public.staff_member AS started_by ON started_by.id = judged.started_by_id
    LEFT JOIN public.staff_member AS closed_by ON closed_by.id = judged.closed_by_id
$failed$;

CREATE FUNCTION aln.dosing_session_guard_f4deb51a_accepted() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $accept$
DECLARE
    asked_actor uuid := CASE WHEN pg_input_is_valid(current_setting('aln.actor', true), 'uuid') THEN current_setting('aln.actor', true)::uuid END;
    refused text[];
BEGIN
    IF current_setting('transaction_isolation') NOT IN ('read committed', 'read uncommitted') THEN
        RAISE EXCEPTION USING ERRCODE = '0A000',
            MESSAGE = 'DosingSessionGuard is judged under READ COMMITTED only',
            HINT = 'begin the transaction with ISOLATION LEVEL READ COMMITTED';
    END IF;
    IF (asked_actor IS NOT NULL) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'DosingSessionGuard refuses dosing_session: `actor` is not stated',
            SCHEMA = 'public',
            TABLE = 'dosing_session',
            CONSTRAINT = 'aln_dosing_session_guard';
    END IF;
    refused := aln.dosing_session_guard_f4deb51a_unmet(NEW, asked_actor);
    IF (cardinality(refused) = 0) IS NOT TRUE THEN
        RAISE EXCEPTION USING ERRCODE = '23514',
            MESSAGE = 'DosingSessionGuard refuses dosing_session ' || NEW.id,
            DETAIL = (
                SELECT string_agg(reason.rule || ': ' || reason.because, E'\n'
                    ORDER BY array_position(refused, reason.rule))
                FROM aln.dosing_session_guard_f4deb51a_reasons() AS reason
                WHERE reason.rule = ANY (refused)
            ),
            SCHEMA = 'public',
            TABLE = 'dosing_session',
            CONSTRAINT = 'aln_dosing_session_guard';
    END IF;
    RETURN NULL;
END
$accept$;

CREATE TRIGGER aln_dosing_session_guard_f4deb51a_accepted AFTER INSERT OR UPDATE ON public.dosing_session
    FOR EACH ROW EXECUTE FUNCTION aln.dosing_session_guard_f4deb51a_accepted();

-- The rows already stored, from now on under the triggers' locks.
SELECT aln.dosing_session_guard_f4deb51a_enforce(ARRAY(SELECT judged.id FROM public.dosing_session AS judged));

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
        WHERE pronamespace = 'aln'::regnamespace AND proname <> 'dosing_session_guard_f4deb51a_reasons'
            AND proname ~ '^dosing_session_guard_[0-9a-f]{8}_reasons$'
    LOOP
        IF earlier.id IS DISTINCT FROM '7d3a5e81-0f92-4b6c-8c4e-61f8b2d9a709' THEN
            RAISE EXCEPTION USING ERRCODE = '42710',
                MESSAGE = 'another policy of the name DosingSessionGuard is applied: ' || earlier.id,
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
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'dosing_session_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', made.tgname, made.place);
        END LOOP;
        FOR made IN
            SELECT oid::regprocedure AS place FROM pg_proc
            WHERE pronamespace = 'aln'::regnamespace AND starts_with(proname, 'dosing_session_guard_' || earlier.mark || '_')
        LOOP
            EXECUTE format('DROP FUNCTION %s', made.place);
        END LOOP;
    END LOOP;
    PERFORM set_config('search_path', path, true);
END
$replaced$;
