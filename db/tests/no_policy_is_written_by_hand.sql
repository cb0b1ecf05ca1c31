-- The base holds no CHECK, trigger, rule or generated column: policy comes from ALN, beside it.
DO $$
DECLARE
    policy text;
BEGIN
    SELECT string_agg(conrelid::regclass || ' ' || conname, ', ') INTO policy
    FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype NOT IN ('p', 'u', 'f', 'n');
    ASSERT policy IS NULL, 'constraints that decide: ' || policy;

    SELECT string_agg(tgrelid::regclass || ' ' || tgname, ', ') INTO policy FROM pg_trigger WHERE NOT tgisinternal;
    ASSERT policy IS NULL, 'triggers: ' || policy;

    SELECT string_agg(tablename || ' ' || rulename, ', ') INTO policy FROM pg_rules WHERE schemaname = 'public';
    ASSERT policy IS NULL, 'rules: ' || policy;

    SELECT string_agg(table_name || '.' || column_name, ', ') INTO policy
    FROM information_schema.columns WHERE table_schema = 'public' AND is_generated <> 'NEVER';
    ASSERT policy IS NULL, 'generated columns: ' || policy;
END $$;
