-- What may be unknown can be stored as missing: an open session, an anonymous one, a quantity not measured.
DO $$
DECLARE
    session uuid;
BEGIN
    WITH s AS (
        INSERT INTO study (title, study_type, rem_sleep_allowed, rem_policy_id)
        SELECT 'Evening wind-down', 'WELLNESS', false, id FROM rem_policy RETURNING id
    )
    INSERT INTO xr_session (study_id, purpose, rem_flag, started_at)
    SELECT id, 'relaxation', false, '2026-06-01T20:00:00Z' FROM s RETURNING id INTO session;
    ASSERT (SELECT subject_id IS NULL AND facility_id IS NULL AND ended_at IS NULL FROM xr_session WHERE id = session),
        'a missing value was replaced';
END $$;
