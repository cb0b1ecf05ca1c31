-- RemPolicy is immutable: triggers of PostgreSQL 18, applied after the base tables.
-- Generated from rem_exclusion_v2_1_0.aln; edit that, never this.
-- module          RemExclusion_v2_1_0
-- policy id       5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11
-- policy version  2.1.0
-- core sha256     bfc50e11c5d0155784d7033e5d8cabaea52b6846d82d6e1e7f12dd7b9981e7a3
--
-- Covers: UPDATE, DELETE and TRUNCATE of rem_policy, by any statement (ON CONFLICT DO UPDATE, MERGE, referential
-- actions, TRUNCATE ... CASCADE), session_replication_role = replica included.
-- Does not cover: disabled triggers, DDL by owners, and superuser edits of the catalog.

CREATE SCHEMA IF NOT EXISTS aln;

CREATE OR REPLACE FUNCTION aln.rem_policy_immutable() RETURNS trigger
    LANGUAGE plpgsql VOLATILE
    SET search_path = pg_catalog, pg_temp
AS $refuse$
BEGIN
    RAISE EXCEPTION USING ERRCODE = '23514',
        MESSAGE = 'rem_policy is immutable: a change is a new row',
        SCHEMA = 'public',
        TABLE = 'rem_policy',
        CONSTRAINT = 'aln_rem_policy_immutable';
END
$refuse$;

COMMENT ON FUNCTION aln.rem_policy_immutable() IS '{"entity": "RemPolicy", "table": "rem_policy"}';

CREATE OR REPLACE TRIGGER aln_rem_policy_immutable_row BEFORE DELETE OR UPDATE ON public.rem_policy
    FOR EACH ROW EXECUTE FUNCTION aln.rem_policy_immutable();

ALTER TABLE public.rem_policy ENABLE ALWAYS TRIGGER aln_rem_policy_immutable_row;

CREATE OR REPLACE TRIGGER aln_rem_policy_immutable_truncate BEFORE TRUNCATE ON public.rem_policy
    FOR EACH STATEMENT EXECUTE FUNCTION aln.rem_policy_immutable();

ALTER TABLE public.rem_policy ENABLE ALWAYS TRIGGER aln_rem_policy_immutable_truncate;
