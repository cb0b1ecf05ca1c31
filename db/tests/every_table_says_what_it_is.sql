-- Every table has a comment.
DO $$
DECLARE
    silent text;
BEGIN
    SELECT string_agg(relname, ', ') INTO silent
    FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> 'aln_migration'
      AND obj_description(oid, 'pg_class') IS NULL;
    ASSERT silent IS NULL, 'tables without a comment: ' || silent;
END $$;
