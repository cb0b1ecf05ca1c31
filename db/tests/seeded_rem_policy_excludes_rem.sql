-- The one seeded REM policy excludes REM sleep and is in force without an end.
DO $$
BEGIN
    ASSERT (SELECT count(*) FROM rem_policy) = 1, 'there is not exactly one policy';
    ASSERT (SELECT rem_excluded AND effective_to IS NULL AND effective_from = '2026-01-01T00:00:00Z' FROM rem_policy),
        'the default policy does not exclude REM sleep, or has an end';
END $$;
