-- Every column that holds a measured or limiting quantity has a comment, which names its unit where it has one.
DO $$
DECLARE
    silent text;
BEGIN
    SELECT string_agg(attrelid::regclass || '.' || attname, ', ') INTO silent
    FROM pg_attribute
    JOIN pg_class ON pg_class.oid = attrelid AND relnamespace = 'public'::regnamespace AND relkind = 'r'
    WHERE atttypid = 'numeric'::regtype AND NOT attisdropped AND col_description(attrelid, attnum) IS NULL;
    ASSERT silent IS NULL, 'numeric columns without a comment: ' || silent;
END $$;
