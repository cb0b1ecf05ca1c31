-- A subject has at most one identity, and an identity belongs to a stored subject.
DO $$
DECLARE
    who uuid;
BEGIN
    INSERT INTO tenant (code, name) VALUES ('T1', 'A clinic');
    INSERT INTO subject (tenant_id, pseudonym) SELECT id, 'S-0001' FROM tenant WHERE code = 'T1' RETURNING id INTO who;
    INSERT INTO subject_identity_vault (subject_id, key_id, patient_number_salt, patient_number_hash)
    VALUES (who, 'key-1', '\x01', '\x0a');
    BEGIN
        INSERT INTO subject_identity_vault (subject_id, key_id, patient_number_salt, patient_number_hash)
        VALUES (who, 'key-1', '\x02', '\x0b');
        ASSERT false, 'a second identity was accepted';
    EXCEPTION WHEN unique_violation THEN
        NULL;
    END;
END $$;
