-- The modules in use. The ids are those of the table in the ALN module TherapyModules.
INSERT INTO therapy_module (id, code, module_type, max_minutes, intensity_pct, clinician_needed) VALUES
    ('c5b3a9e0-0000-4000-8000-000000000001', 'CBTI_EDU', 'PSYCHOEDUCATION', 15, 20, false),
    ('c5b3a9e0-0000-4000-8000-000000000002', 'CBTI_RELAX', 'RELAXATION', 20, 60, false),
    ('c5b3a9e0-0000-4000-8000-000000000003', 'CBTI_BREATH', 'BREATHING_TRAINING', 10, 40, false),
    ('c5b3a9e0-0000-4000-8000-000000000004', 'CBTI_HYGIENE', 'SLEEP_HYGIENE', 10, 20, false),
    ('c5b3a9e0-0000-4000-8000-000000000005', 'CBTI_RESTRICT', 'SLEEP_RESTRICTION', 10, 20, true),
    ('c5b3a9e0-0000-4000-8000-000000000006', 'CBTI_STIMULUS', 'STIMULUS_CONTROL', 10, 20, true)
ON CONFLICT (id) DO NOTHING;
