-- The limits in use, in mcg/kg/min: the standard maximum of 1.00 and the two lower ones of other deployments.
INSERT INTO drug_limits (id, drug, "min", "max", fallback, max_change) VALUES
    ('d7b6a2f3-0000-4000-8000-000000000001', 'norepinephrine', 0.02, 1.00, 0.05, 0.10),
    ('d7b6a2f3-0000-4000-8000-000000000002', 'norepinephrine', 0.02, 0.90, 0.05, 0.10),
    ('d7b6a2f3-0000-4000-8000-000000000003', 'norepinephrine', 0.02, 0.80, 0.05, 0.10)
ON CONFLICT (id) DO NOTHING;

-- Each once at rest and once at the running start rate, in the usual dilution of 4 mg in 250 mL.
INSERT INTO drug_library_entry (id, limits_id, name, concentration, start_rate) VALUES
    ('e8c7b3a4-0000-4000-8000-000000000001', 'd7b6a2f3-0000-4000-8000-000000000001', 'norepinephrine', 16, 0),
    ('e8c7b3a4-0000-4000-8000-000000000002', 'd7b6a2f3-0000-4000-8000-000000000001', 'norepinephrine', 16, 0.05),
    ('e8c7b3a4-0000-4000-8000-000000000003', 'd7b6a2f3-0000-4000-8000-000000000002', 'norepinephrine', 16, 0.05),
    ('e8c7b3a4-0000-4000-8000-000000000004', 'd7b6a2f3-0000-4000-8000-000000000003', 'norepinephrine', 16, 0.05)
ON CONFLICT (id) DO NOTHING;
