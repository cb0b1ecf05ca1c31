-- The seeded profiles carry the figures in use, one profile a family.
DO $$
DECLARE
    differing text;
BEGIN
    WITH expected (family, t_rms, m_rms, t_bias, m_bias, t_cv, m_cv, days) AS (VALUES
        ('XR_HEADSET',    NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, 30),
        ('OPTICAL_MOCAP', 0.5,  2.0,  NULL, NULL, NULL, NULL, 365),
        ('IMU',           5,    10,   NULL, NULL, NULL, NULL, 365),
        ('BIOSENSOR',     NULL, NULL, 3,    5,    5,    10,   365),
        ('NON_CRITICAL',  NULL, NULL, NULL, NULL, NULL, NULL, 365)
    ), stored AS (
        SELECT f.code, p.target_rms_mm, p.max_rms_mm, p.target_bias_pct, p.max_bias_pct, p.target_cv_pct,
               p.max_cv_pct, p.max_interval_days
        FROM device_family AS f LEFT JOIN calibration_profile AS p ON p.family_id = f.id
    )
    SELECT string_agg(difference::text, ', ') INTO differing
    FROM ((TABLE expected EXCEPT ALL TABLE stored) UNION ALL (TABLE stored EXCEPT ALL TABLE expected)) AS difference;
    ASSERT differing IS NULL, 'profiles that differ: ' || differing;
END $$;
