-- No operational table has a column for a direct identifier, and those of the vault hold bytes, never text.
DO $$
DECLARE
    found text;
BEGIN
    SELECT string_agg(table_name || '.' || column_name, ', ') INTO found
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name <> 'subject_identity_vault'
      AND column_name ~ '(first|last|full|given|family|patient|subject)_?name|birth_?date|date_of_birth|mail|phone|address|contact|patient_number';
    ASSERT found IS NULL, 'direct identifiers outside the vault: ' || found;

    SELECT string_agg(column_name, ', ') INTO found
    FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name = 'subject_identity_vault'
      AND column_name ~ 'name|birth|contact|patient' AND data_type <> 'bytea';
    ASSERT found IS NULL, 'identifiers in the clear: ' || found;
END $$;
