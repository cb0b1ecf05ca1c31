-- The modules of therapy that a session may show, and the length of the hash in the vault.

CREATE TABLE therapy_module (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code             text NOT NULL UNIQUE,
    module_type      text NOT NULL,
    max_minutes      integer NOT NULL,
    intensity_pct    numeric NOT NULL,
    clinician_needed boolean NOT NULL
);
COMMENT ON TABLE therapy_module IS 'A module of CBT-I: how long it lasts at most, how strong, and for whom.';
COMMENT ON COLUMN therapy_module.module_type IS 'Label of an ALN enumeration, as RELAXATION.';
COMMENT ON COLUMN therapy_module.max_minutes IS 'Longest duration, in minutes.';
COMMENT ON COLUMN therapy_module.intensity_pct IS 'Strongest stimulus, in percent of what the headset can give.';
COMMENT ON COLUMN therapy_module.clinician_needed IS 'Whether a clinician is present while the module runs.';

ALTER TABLE subject_identity_vault ADD COLUMN hash_bytes smallint;
COMMENT ON COLUMN subject_identity_vault.hash_bytes IS 'Length of patient_number_hash.';
