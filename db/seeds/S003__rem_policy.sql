-- The default REM policy, open-ended. Its id is the POLICY_ID of the ALN module that states it.
INSERT INTO rem_policy (id, label, version, rem_excluded, effective_from, effective_to) VALUES
    ('5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11', 'REM exclusion', '2.0.0', true, '2026-01-01T00:00:00Z', NULL)
ON CONFLICT (id) DO NOTHING;
