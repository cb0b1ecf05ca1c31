-- An envelope of a session, device and sequence is stored once, and its session has one highest sequence for a device.
DO $$
DECLARE
    session uuid;
    pump uuid;
BEGIN
    INSERT INTO tenant (code, name) VALUES ('T1', 'A clinic');
    INSERT INTO subject (tenant_id, pseudonym) SELECT id, 'S-0001' FROM tenant WHERE code = 'T1';
    INSERT INTO staff_member (tenant_id, code, role) SELECT id, 'C-1', 'CLINICIAN' FROM tenant WHERE code = 'T1';
    INSERT INTO device_asset (family_id) SELECT id FROM device_family WHERE code = 'NON_CRITICAL' RETURNING id INTO pump;
    INSERT INTO dosing_session (entry_id, subject_id, pump_id, target_map, started_by_id, started_at)
    SELECT e.id, s.id, pump, 65, m.id, '2026-06-01T08:00:00Z'
    FROM subject AS s, staff_member AS m, drug_library_entry AS e LIMIT 1 RETURNING id INTO session;
    INSERT INTO telemetry_envelope (session_id, device_id, sequence, sent_at, fallback, alarm)
    VALUES (session, pump, 7, '2026-06-01T08:00:01Z', false, false);
    INSERT INTO telemetry_last_seen (session_id, device_id, sequence, received_at)
    VALUES (session, pump, 7, '2026-06-01T08:00:01Z');
    BEGIN
        INSERT INTO telemetry_envelope (session_id, device_id, sequence, sent_at, fallback, alarm)
        VALUES (session, pump, 7, '2026-06-01T08:00:02Z', false, false);
        ASSERT false, 'a duplicate was stored';
    EXCEPTION WHEN unique_violation THEN
        NULL;
    END;
    BEGIN
        INSERT INTO telemetry_last_seen (session_id, device_id, sequence, received_at)
        VALUES (session, pump, 6, '2026-06-01T08:00:02Z');
        ASSERT false, 'a second highest sequence was stored';
    EXCEPTION WHEN unique_violation THEN
        NULL;
    END;
END $$;
