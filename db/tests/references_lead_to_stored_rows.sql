-- A study cannot name a REM policy that is not stored.
DO $$
BEGIN
    INSERT INTO study (title, study_type, rem_sleep_allowed, rem_policy_id)
    VALUES ('Evening wind-down', 'WELLNESS', false, gen_random_uuid());
    ASSERT false, 'a study without a stored REM policy was accepted';
EXCEPTION WHEN foreign_key_violation THEN
    NULL;
END $$;
