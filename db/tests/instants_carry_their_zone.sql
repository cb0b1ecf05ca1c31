-- Every instant is stored with its zone resolved: the same moment, however a client writes it.
DO $$
DECLARE
    naive text;
BEGIN
    SELECT string_agg(table_name || '.' || column_name, ', ') INTO naive
    FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type IN ('timestamp without time zone', 'date', 'time without time zone');
    ASSERT naive IS NULL, 'columns that do not know their zone: ' || naive;
END $$;
