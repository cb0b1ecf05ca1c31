-- The families of devices in use. The ids are fixed, so that every installation means the same family by them.
INSERT INTO device_family (id, code, name) VALUES
    ('b5f4e0d1-0000-4000-8000-000000000001', 'XR_HEADSET', 'XR headset with passthrough'),
    ('b5f4e0d1-0000-4000-8000-000000000002', 'OPTICAL_MOCAP', 'Optical motion capture'),
    ('b5f4e0d1-0000-4000-8000-000000000003', 'IMU', 'Inertial measurement unit'),
    ('b5f4e0d1-0000-4000-8000-000000000004', 'BIOSENSOR', 'Biosensor: EEG and PPG'),
    ('b5f4e0d1-0000-4000-8000-000000000005', 'NON_CRITICAL', 'Other equipment, not critical to safety')
ON CONFLICT (id) DO NOTHING;
