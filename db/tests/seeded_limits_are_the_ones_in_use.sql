-- The seeded drug limits carry the figures in use, and each is named by an entry of the drug library.
DO $$
DECLARE
    differing text;
BEGIN
    WITH expected (low, high, fallback, change) AS (VALUES
        (0.02, 1.00, 0.05, 0.10), (0.02, 0.90, 0.05, 0.10), (0.02, 0.80, 0.05, 0.10)
    ), stored AS (
        SELECT "min", "max", fallback, max_change FROM drug_limits
        WHERE id IN (SELECT limits_id FROM drug_library_entry)
    )
    SELECT string_agg(difference::text, ', ') INTO differing
    FROM ((TABLE expected EXCEPT ALL TABLE stored) UNION ALL (TABLE stored EXCEPT ALL TABLE expected)) AS difference;
    ASSERT differing IS NULL, 'limits that differ: ' || differing;
    ASSERT (SELECT bool_and(start_rate IN (0, 0.05)) FROM drug_library_entry), 'a start rate that is not in use';
END $$;
