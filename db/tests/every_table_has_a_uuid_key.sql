-- Every table has the primary key `id uuid`, made by the database when the writer gives none.
DO $$
DECLARE
    odd text;
BEGIN
    SELECT string_agg(t.table_name, ', ') INTO odd
    FROM information_schema.tables AS t
    WHERE t.table_schema = 'public' AND t.table_name <> 'aln_migration' AND NOT EXISTS (
        SELECT FROM information_schema.columns AS c
        JOIN pg_constraint AS k ON k.conrelid = format('public.%I', t.table_name)::regclass AND k.contype = 'p'
        WHERE c.table_schema = 'public' AND c.table_name = t.table_name AND c.column_name = 'id'
          AND c.data_type = 'uuid' AND c.column_default = 'gen_random_uuid()'
          AND k.conkey = ARRAY[c.ordinal_position::smallint]
    );
    ASSERT odd IS NULL, 'tables without that key: ' || odd;
END $$;
