-- A number just above a limit is stored as sent, so that a constraint can see that it is above.
DO $$
DECLARE
    rounding text;
    stored numeric;
BEGIN
    SELECT string_agg(table_name || '.' || column_name, ', ') INTO rounding
    FROM information_schema.columns
    WHERE table_schema = 'public'
      AND (data_type IN ('real', 'double precision') OR data_type = 'numeric' AND numeric_precision IS NOT NULL);
    ASSERT rounding IS NULL, 'columns that round: ' || rounding;

    INSERT INTO drug_limits (drug, "min", "max", fallback, max_change)
    VALUES ('norepinephrine', 0.02, 1.0000000000000000000001, 0.05, 0.10)
    RETURNING "max" INTO stored;
    ASSERT stored > 1, 'the excess was rounded away';
END $$;
