-- Policy ValidLimits for Limits: constraints of PostgreSQL 18, applied once after the base tables.
-- Generated from vasopressor.aln; edit that, never this.
-- module          VasopressorSafety_v1_0_0
-- policy id       f1f6a1d2-3c60-4b8f-8d0e-2a1c7f5e9b03
-- policy version  1.0.0
-- core sha256     0bd1c39c7d89d751442fec21e2ffd375122b81d21511a6a3cbd29ac2bad21f3f
--
-- Covers (whatever the statement: INSERT, UPDATE, ON CONFLICT, MERGE, COPY):
--   - INSERT and UPDATE of drug_limits
--   - rows stored before: this script fails, and leaves nothing, where one breaks a rule
-- Does not cover:
--   - disabled triggers and constraints, and session_replication_role = replica
--   - DDL by owners (columns, types, functions of schema aln) and superuser edits of the catalog

CREATE SCHEMA IF NOT EXISTS aln;

-- Ranges: what a stored value must be before any rule can be judged.

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_valid_limits_drug_limits_min_e8c9ce5d
    CHECK (("min" IS NOT NULL AND "min" BETWEEN 0 AND 2 AND "min" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_valid_limits_drug_limits_min_e8c9ce5d ON public.drug_limits IS 'Limits.min';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_valid_limits_drug_limits_fallback_8c457297
    CHECK ((fallback IS NOT NULL AND fallback BETWEEN 0 AND 2 AND fallback % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_valid_limits_drug_limits_fallback_8c457297 ON public.drug_limits IS 'Limits.fallback';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_valid_limits_drug_limits_max_8c799eb3
    CHECK (("max" IS NOT NULL AND "max" BETWEEN 0 AND 2 AND "max" % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_valid_limits_drug_limits_max_8c799eb3 ON public.drug_limits IS 'Limits.max';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_valid_limits_drug_limits_max_change_2ceef8cc
    CHECK ((max_change IS NOT NULL AND max_change BETWEEN 0 AND 2 AND max_change % 0.001 = 0) IS TRUE);
COMMENT ON CONSTRAINT aln_valid_limits_drug_limits_max_change_2ceef8cc ON public.drug_limits IS 'Limits.max_change';

-- Rules of the judged table's own columns.

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_valid_limits_the_fallback_rate_lies_outside_the_li_436c5cbe
    CHECK ((("min" <= fallback AND fallback <= "max")) IS TRUE);
COMMENT ON CONSTRAINT aln_valid_limits_the_fallback_rate_lies_outside_the_li_436c5cbe ON public.drug_limits IS 'the fallback rate lies outside the limits [RC-PUMP-1]';

ALTER TABLE public.drug_limits ADD CONSTRAINT aln_valid_limits_the_rate_could_never_change_95ceacdc
    CHECK ((0 < max_change) IS TRUE);
COMMENT ON CONSTRAINT aln_valid_limits_the_rate_could_never_change_95ceacdc ON public.drug_limits IS 'the rate could never change [RC-PUMP-1]';

-- Every rule, with the reasons that a refusal gives.

CREATE FUNCTION aln.valid_limits_reasons() RETURNS TABLE (rule text, because text, traces text[])
    LANGUAGE sql IMMUTABLE
    SET search_path = pg_catalog, pg_temp
AS $reasons$
    VALUES
        ('ValidLimits/the_fallback_rate_lies_outside_the_limits', 'the fallback rate lies outside the limits', ARRAY['RC-PUMP-1']::text[]),
        ('ValidLimits/the_rate_could_never_change', 'the rate could never change', ARRAY['RC-PUMP-1']::text[])
$reasons$;

CREATE FUNCTION aln.valid_limits_failed(judged public.drug_limits) RETURNS text[]
    LANGUAGE sql STABLE
    SET search_path = pg_catalog, pg_temp
AS $failed$
    SELECT array_remove(ARRAY[
        CASE WHEN ((judged."min" <= judged.fallback AND judged.fallback <= judged."max")) IS TRUE THEN NULL ELSE 'ValidLimits/the_fallback_rate_lies_outside_the_limits' END,
        CASE WHEN (0 < judged.max_change) IS TRUE THEN NULL ELSE 'ValidLimits/the_rate_could_never_change' END
    ]::text[], NULL)
    FROM (SELECT (judged).*) AS judged
$failed$;

COMMENT ON FUNCTION aln.valid_limits_failed(public.drug_limits) IS '{"module": "VasopressorSafety_v1_0_0", "policy": "ValidLimits", "entity": "Limits", "traces": ["RC-PUMP-1"], "records": [
  {"path": "", "entity": "Limits", "table": "drug_limits", "key": "id", "how": "root", "parent": "", "link": "", "maximum": 0, "optional": false, "fields": [{"name": "min", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "fallback", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}, {"name": "max_change", "optional": false, "sort": "int", "lo": 0, "hi": 2000, "step": "1/1000", "unit": ["mcg_kg_min", "ug/kg/min", "1/60000000000", "mass/mass/time"], "type": "", "labels": []}]}
]}';
