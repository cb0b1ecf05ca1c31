-- The flags that REM exclusion rests on are never NULL, which a CHECK would let pass.
DO $$
DECLARE
    nullable text;
BEGIN
    SELECT string_agg(table_name || '.' || column_name, ', ') INTO nullable
    FROM information_schema.columns
    WHERE table_schema = 'public' AND data_type = 'boolean' AND is_nullable = 'YES';
    ASSERT nullable IS NULL, 'flags that may be missing: ' || nullable;

    BEGIN
        INSERT INTO study (title, study_type, rem_sleep_allowed, rem_policy_id)
        SELECT 'Evening wind-down', 'WELLNESS', NULL, id FROM rem_policy;
        ASSERT false, 'a study without the flag was accepted';
    EXCEPTION WHEN not_null_violation THEN
        NULL;
    END;
END $$;
