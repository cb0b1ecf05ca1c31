-- The figures in use: RMS errors in mm, bias and coefficient of variation (CV) in percent, intervals in days.
INSERT INTO calibration_profile
    (id, family_id, code,
     target_rms_mm, max_rms_mm, target_bias_pct, max_bias_pct, target_cv_pct, max_cv_pct, max_interval_days)
VALUES
    ('c6a5f1e2-0000-4000-8000-000000000001', 'b5f4e0d1-0000-4000-8000-000000000001', 'XR_HEADSET_30D',
     NULL, NULL, NULL, NULL, NULL, NULL, 30),
    ('c6a5f1e2-0000-4000-8000-000000000002', 'b5f4e0d1-0000-4000-8000-000000000002', 'OPTICAL_MOCAP_RMS',
     0.5, 2.0, NULL, NULL, NULL, NULL, 365),
    ('c6a5f1e2-0000-4000-8000-000000000003', 'b5f4e0d1-0000-4000-8000-000000000003', 'IMU_RMS',
     5, 10, NULL, NULL, NULL, NULL, 365),
    ('c6a5f1e2-0000-4000-8000-000000000004', 'b5f4e0d1-0000-4000-8000-000000000004', 'BIOSENSOR_BIAS_CV',
     NULL, NULL, 3, 5, 5, 10, 365),
    ('c6a5f1e2-0000-4000-8000-000000000005', 'b5f4e0d1-0000-4000-8000-000000000005', 'NON_CRITICAL_365D',
     NULL, NULL, NULL, NULL, NULL, NULL, 365)
ON CONFLICT (id) DO NOTHING;
