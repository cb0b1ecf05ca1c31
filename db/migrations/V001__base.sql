-- The base tables: what the XR sleep stack and the infusion platform store.
--
-- Written by hand, and free of policy: whether a row is lawful is decided by the constraints that are generated
-- from ALN and applied beside this file. What is fixed here is shape: types, references, which values may be
-- missing. References keep PostgreSQL's default (NO ACTION): a row that others rest on cannot be deleted.
--
-- Every numeric is without precision. numeric(6,3) would round a value before a CHECK sees it, so that 2.0004
-- would pass a limit of 2.000; a numeric stores what was sent, and the constraint judges that.
--
-- Pseudonymised: no table but subject_identity_vault may hold a name, a full date of birth or a contact.

CREATE TABLE tenant (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code       text NOT NULL UNIQUE,
    name       text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE tenant IS 'An organisation whose data are kept apart from all others.';
COMMENT ON COLUMN tenant.name IS 'Name of the organisation, never of a person.';

CREATE TABLE rem_policy (
    id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label          text,
    version        text,
    rem_excluded   boolean NOT NULL,
    effective_from timestamptz NOT NULL,
    effective_to   timestamptz
);
COMMENT ON TABLE rem_policy IS 'A version of the REM policy. A change is a new row, never an edit.';
COMMENT ON COLUMN rem_policy.id IS 'The POLICY_ID of the ALN module that states the policy.';
COMMENT ON COLUMN rem_policy.effective_from IS 'First instant at which the policy is in force.';
COMMENT ON COLUMN rem_policy.effective_to IS 'First instant at which it no longer is; NULL while open.';

CREATE TABLE subject (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id     uuid NOT NULL REFERENCES tenant,
    pseudonym     text NOT NULL,
    year_of_birth smallint,
    enrolled_at   timestamptz NOT NULL DEFAULT now(),
    withdrawn_at  timestamptz,
    UNIQUE (tenant_id, pseudonym)
);
COMMENT ON TABLE subject IS 'A person under a pseudonym; who it is only subject_identity_vault knows.';
COMMENT ON COLUMN subject.pseudonym IS 'Random code, not derived from any identifier.';
COMMENT ON COLUMN subject.year_of_birth IS 'The year alone: a full date of birth belongs in the vault.';

CREATE TABLE subject_identity_vault (
    id                    uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subject_id            uuid NOT NULL UNIQUE REFERENCES subject,
    key_id                text NOT NULL,
    patient_number_salt   bytea NOT NULL,
    patient_number_hash   bytea NOT NULL UNIQUE,
    name_ciphertext       bytea,
    birth_date_ciphertext bytea,
    contact_ciphertext    bytea,
    created_at            timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE subject_identity_vault IS
    'Direct identifiers, encrypted or hashed. Each read is preceded by a row of reidentification_log.';
COMMENT ON COLUMN subject_identity_vault.key_id IS 'Which key of the key store encrypts this row; never the key.';
COMMENT ON COLUMN subject_identity_vault.patient_number_hash IS 'Hash of the patient number with this row''s salt.';
COMMENT ON COLUMN subject_identity_vault.name_ciphertext IS 'Encrypted by the application before it arrives here.';
COMMENT ON COLUMN subject_identity_vault.birth_date_ciphertext IS 'Encrypted by the application, as the name.';
COMMENT ON COLUMN subject_identity_vault.contact_ciphertext IS 'Encrypted by the application, as the name.';

CREATE TABLE reidentification_log (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    subject_id   uuid NOT NULL REFERENCES subject,
    actor        text NOT NULL,
    purpose_code text NOT NULL,
    legal_basis  text NOT NULL,
    requested_at timestamptz NOT NULL DEFAULT now(),
    approver     text,
    approved_at  timestamptz
);
COMMENT ON TABLE reidentification_log IS 'Each request to learn who a subject is, made and approved before the read.';
COMMENT ON COLUMN reidentification_log.actor IS 'Pseudonymous staff code of who asks.';
COMMENT ON COLUMN reidentification_log.approver IS 'Pseudonymous staff code of who approves; NULL until then.';

CREATE TABLE device_family (
    id   uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    code text UNIQUE,
    name text
);
COMMENT ON TABLE device_family IS 'A kind of device; it decides which calibration profiles apply.';

CREATE TABLE device_asset (
    id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    family_id uuid NOT NULL REFERENCES device_family,
    serial    text,
    model     text,
    status    text
);
COMMENT ON TABLE device_asset IS 'One physical device.';
COMMENT ON COLUMN device_asset.serial IS 'Serial number the manufacturer gave it.';

CREATE TABLE calibration_profile (
    id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    family_id         uuid NOT NULL REFERENCES device_family,
    code              text,
    target_rms_mm     numeric,
    max_rms_mm        numeric,
    target_bias_pct   numeric,
    max_bias_pct      numeric,
    target_cv_pct     numeric,
    max_cv_pct        numeric,
    max_interval_days integer NOT NULL
);
COMMENT ON TABLE calibration_profile IS
    'A calibration that a family requires: every profile of the family, not one of them. A maximum is NULL where '
    'the quantity does not exist for the profile (an optical one has no bias).';
COMMENT ON COLUMN calibration_profile.target_rms_mm IS 'Root-mean-square error aimed at, in mm.';
COMMENT ON COLUMN calibration_profile.max_rms_mm IS 'Largest root-mean-square error accepted, in mm.';
COMMENT ON COLUMN calibration_profile.target_bias_pct IS 'Bias aimed at, in percent.';
COMMENT ON COLUMN calibration_profile.max_bias_pct IS 'Largest bias accepted, in percent.';
COMMENT ON COLUMN calibration_profile.target_cv_pct IS 'Coefficient of variation aimed at, in percent.';
COMMENT ON COLUMN calibration_profile.max_cv_pct IS 'Largest coefficient of variation accepted, in percent.';
COMMENT ON COLUMN calibration_profile.max_interval_days IS 'Days of 86 400 s for which a calibration serves.';

CREATE TABLE calibration_certificate (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    number     text,
    issued_by  text,
    valid_from timestamptz NOT NULL,
    valid_to   timestamptz NOT NULL
);
COMMENT ON TABLE calibration_certificate IS 'A certificate of a calibration or of the standard behind one.';
COMMENT ON COLUMN calibration_certificate.issued_by IS 'The laboratory, never a person.';
COMMENT ON COLUMN calibration_certificate.valid_to IS 'First instant at which it is no longer valid.';

CREATE TABLE calibration_certificate_link (
    id     uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    child  uuid NOT NULL REFERENCES calibration_certificate,
    parent uuid NOT NULL REFERENCES calibration_certificate,
    UNIQUE (child, parent)
);
COMMENT ON TABLE calibration_certificate_link IS 'The chain of traceability: child was calibrated against parent.';

CREATE TABLE calibration_record (
    id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    device_id      uuid NOT NULL REFERENCES device_asset,
    profile_id     uuid NOT NULL REFERENCES calibration_profile,
    certificate_id uuid NOT NULL REFERENCES calibration_certificate,
    performed_at   timestamptz NOT NULL,
    operator       text,
    result         text NOT NULL,
    rms_mm         numeric,
    bias_pct       numeric,
    cv_pct         numeric
);
COMMENT ON TABLE calibration_record IS 'One calibration of one device against one profile: when, by whom, what was measured.';
COMMENT ON COLUMN calibration_record.operator IS 'Pseudonymous staff code.';
COMMENT ON COLUMN calibration_record.rms_mm IS 'Measured root-mean-square error in mm.';
COMMENT ON COLUMN calibration_record.bias_pct IS 'Measured bias in percent.';
COMMENT ON COLUMN calibration_record.cv_pct IS 'Measured coefficient of variation in percent.';
CREATE INDEX calibration_record_latest ON calibration_record (device_id, profile_id, performed_at DESC);

CREATE TABLE facility_context (
    id        uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id uuid NOT NULL REFERENCES tenant,
    code      text NOT NULL,
    kind      text NOT NULL,
    country   text,
    time_zone text NOT NULL DEFAULT 'UTC',
    UNIQUE (tenant_id, code)
);
COMMENT ON TABLE facility_context IS 'Where a session takes place: a clinic, a sleep laboratory, a home.';
COMMENT ON COLUMN facility_context.code IS 'Code of the place; a home has no address here.';
COMMENT ON COLUMN facility_context.time_zone IS 'IANA name, for display alone: every stored instant is UTC.';

CREATE TABLE study (
    id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    study_code        text,
    title             text NOT NULL,
    study_type        text NOT NULL,
    rem_sleep_allowed boolean NOT NULL,
    rem_policy_id     uuid NOT NULL REFERENCES rem_policy
);
COMMENT ON TABLE study IS 'A study or programme; it names the REM policy that its sessions inherit.';
COMMENT ON COLUMN study.study_type IS 'Label of the ALN enumeration StudyType, as INSOMNIA_RELAX.';

CREATE TABLE xr_session (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    study_id    uuid NOT NULL REFERENCES study,
    subject_id  uuid REFERENCES subject,
    facility_id uuid REFERENCES facility_context,
    purpose     text NOT NULL,
    rem_flag    boolean NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz
);
COMMENT ON TABLE xr_session IS 'One XR session of a study.';
COMMENT ON COLUMN xr_session.rem_flag IS 'Whether the session is marked as acting on REM sleep.';
COMMENT ON COLUMN xr_session.ended_at IS 'NULL while the session runs.';
CREATE INDEX xr_session_study ON xr_session (study_id);

CREATE TABLE xr_session_device (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    session_id uuid NOT NULL REFERENCES xr_session,
    device_id  uuid NOT NULL REFERENCES device_asset,
    joined_at  timestamptz NOT NULL
);
COMMENT ON TABLE xr_session_device IS 'A device joined a session; its calibration is judged at joined_at.';
CREATE INDEX xr_session_device_session ON xr_session_device (session_id);
CREATE INDEX xr_session_device_device ON xr_session_device (device_id);

CREATE TABLE eeg_recording (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    session_id       uuid NOT NULL REFERENCES xr_session,
    device_id        uuid NOT NULL REFERENCES device_asset,
    started_at       timestamptz NOT NULL,
    ended_at         timestamptz,
    channel_count    smallint NOT NULL,
    sampling_rate_hz numeric NOT NULL,
    quality          text NOT NULL,
    storage_key      text NOT NULL,
    sha256           text
);
COMMENT ON TABLE eeg_recording IS 'An EEG recording of a session; the samples lie in object storage.';
COMMENT ON COLUMN eeg_recording.sampling_rate_hz IS 'Samples per second and channel, in Hz.';
COMMENT ON COLUMN eeg_recording.storage_key IS 'Key in object storage; holds no identifier of a person.';
COMMENT ON COLUMN eeg_recording.sha256 IS 'Hash of the stored samples; NULL until the recording is closed.';
CREATE INDEX eeg_recording_session ON eeg_recording (session_id);

CREATE TABLE biosignal_summary (
    id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    session_id   uuid NOT NULL REFERENCES xr_session,
    device_id    uuid NOT NULL REFERENCES device_asset,
    signal       text NOT NULL,
    unit         text NOT NULL,
    window_from  timestamptz NOT NULL,
    window_to    timestamptz NOT NULL,
    sample_count integer NOT NULL,
    mean         numeric,
    deviation    numeric
);
COMMENT ON TABLE biosignal_summary IS 'Count, mean and population deviation of one signal over one window.';
COMMENT ON COLUMN biosignal_summary.unit IS 'UCUM code of mean and deviation.';
COMMENT ON COLUMN biosignal_summary.mean IS 'NULL when the window holds no sample.';
COMMENT ON COLUMN biosignal_summary.deviation IS 'Population standard deviation; NULL when the window holds no sample.';
CREATE INDEX biosignal_summary_session ON biosignal_summary (session_id, signal, window_from);

CREATE TABLE audit_event (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id   uuid REFERENCES tenant,
    occurred_at timestamptz NOT NULL DEFAULT now(),
    actor       text NOT NULL,
    action      text NOT NULL,
    entity_type text NOT NULL,
    entity_id   uuid,
    details     jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON TABLE audit_event IS 'Who did what to which row, and when.';
COMMENT ON COLUMN audit_event.actor IS 'Pseudonymous staff code, or the name of a service.';
COMMENT ON COLUMN audit_event.entity_type IS 'Name of the table of the row acted on.';
COMMENT ON COLUMN audit_event.details IS 'What changed; never a direct identifier.';
CREATE INDEX audit_event_entity ON audit_event (entity_type, entity_id, occurred_at);

CREATE TABLE drug_limits (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    drug       text NOT NULL,
    "min"      numeric NOT NULL,
    "max"      numeric NOT NULL,
    fallback   numeric NOT NULL,
    max_change numeric NOT NULL
);
COMMENT ON TABLE drug_limits IS 'Limits of the infusion safety step for one drug; all rates in mcg/kg/min.';
COMMENT ON COLUMN drug_limits."min" IS 'Lowest rate of a running infusion, in mcg/kg/min.';
COMMENT ON COLUMN drug_limits."max" IS 'Highest rate, in mcg/kg/min.';
COMMENT ON COLUMN drug_limits.fallback IS 'Rate aimed at when the inputs cannot be trusted, in mcg/kg/min.';
COMMENT ON COLUMN drug_limits.max_change IS 'Largest change of the rate in one step of 1 s, in mcg/kg/min.';
