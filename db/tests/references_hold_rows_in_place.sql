-- A row that others rest on cannot be deleted: no reference cascades, clears or is deferred.
DO $$
DECLARE
    loose text;
BEGIN
    SELECT string_agg(conrelid::regclass || ' ' || conname, ', ') INTO loose
    FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype = 'f'
      AND (confdeltype <> 'a' OR confupdtype <> 'a' OR condeferrable OR NOT convalidated OR NOT conenforced);
    ASSERT loose IS NULL, 'references that give way: ' || loose;

    BEGIN
        DELETE FROM device_family WHERE code = 'IMU';
        ASSERT false, 'a family with a calibration profile was deleted';
    EXCEPTION WHEN foreign_key_violation THEN
        NULL;
    END;
END $$;
