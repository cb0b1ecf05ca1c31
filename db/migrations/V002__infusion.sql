-- The drug library, dosing sessions and telemetry of the infusion platform; staff, whom both platforms name by key.
--
-- As free of policy as V001. A rule in ALN that compares who acts with who is written down needs a key, not a code:
-- beside each staff code stands the key of the member, NULL in rows that are older than this file.

CREATE TABLE staff_member (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    tenant_id  uuid NOT NULL REFERENCES tenant,
    code       text NOT NULL,
    role       text NOT NULL,
    active     boolean NOT NULL DEFAULT true,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (tenant_id, code)
);
COMMENT ON TABLE staff_member IS 'Who may act, under a pseudonymous code; the names are kept elsewhere.';
COMMENT ON COLUMN staff_member.id IS 'The actor that a service states in the setting aln.actor.';
COMMENT ON COLUMN staff_member.role IS 'Label of an ALN enumeration of roles, as CLINICIAN.';

ALTER TABLE reidentification_log
    ADD COLUMN actor_id    uuid REFERENCES staff_member,
    ADD COLUMN approver_id uuid REFERENCES staff_member;
COMMENT ON COLUMN reidentification_log.actor_id IS 'Who asks; NULL in rows written before staff had keys.';
COMMENT ON COLUMN reidentification_log.approver_id IS 'Who approves; NULL until then.';
CREATE INDEX reidentification_log_subject ON reidentification_log (subject_id, requested_at);

ALTER TABLE subject_identity_vault
    ADD COLUMN hash_algorithm text,
    ADD COLUMN salt_bytes     smallint;
COMMENT ON COLUMN subject_identity_vault.hash_algorithm IS
    'Label of an ALN enumeration, as SHA256 or ARGON2ID: how patient_number_hash was made.';
COMMENT ON COLUMN subject_identity_vault.salt_bytes IS 'Length of patient_number_salt.';

ALTER TABLE audit_event ADD COLUMN actor_id uuid REFERENCES staff_member;
COMMENT ON COLUMN audit_event.actor_id IS 'Who acted, where it was a member of staff.';

-- A reference is called by its field and `_id`, as everywhere else.
ALTER TABLE calibration_certificate_link RENAME COLUMN child TO child_id;
ALTER TABLE calibration_certificate_link RENAME COLUMN parent TO parent_id;
ALTER TABLE calibration_certificate ADD COLUMN primary_standard boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN calibration_certificate.primary_standard IS
    'Whether the chain of traceability ends here: a standard that is calibrated against none.';

CREATE TABLE drug_library_entry (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    limits_id     uuid NOT NULL REFERENCES drug_limits,
    name          text NOT NULL,
    concentration numeric NOT NULL,
    start_rate    numeric NOT NULL,
    entered_by_id uuid REFERENCES staff_member,
    entered_at    timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE drug_library_entry IS 'A drug in one concentration, and the limits within which it is given.';
COMMENT ON COLUMN drug_library_entry.concentration IS 'Drug in the solution, in mcg/mL.';
COMMENT ON COLUMN drug_library_entry.start_rate IS 'Rate at which an infusion begins, in mcg/kg/min; 0 is stopped.';
COMMENT ON COLUMN drug_library_entry.entered_by_id IS 'NULL for what every installation starts with.';

CREATE TABLE dosing_session (
    id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    entry_id      uuid NOT NULL REFERENCES drug_library_entry,
    subject_id    uuid NOT NULL REFERENCES subject,
    pump_id       uuid NOT NULL REFERENCES device_asset,
    target_map    numeric NOT NULL,
    started_by_id uuid NOT NULL REFERENCES staff_member,
    started_at    timestamptz NOT NULL,
    closed_by_id  uuid REFERENCES staff_member,
    closed_at     timestamptz
);
COMMENT ON TABLE dosing_session IS 'One closed-loop infusion of one subject by one pump.';
COMMENT ON COLUMN dosing_session.target_map IS 'Mean arterial pressure the clinician aims at, in mmHg.';
COMMENT ON COLUMN dosing_session.closed_at IS 'NULL while the session runs.';
CREATE INDEX dosing_session_entry ON dosing_session (entry_id);

CREATE TABLE telemetry_envelope (
    id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    session_id       uuid NOT NULL REFERENCES dosing_session,
    device_id        uuid NOT NULL REFERENCES device_asset,
    sequence         bigint NOT NULL,
    sent_at          timestamptz NOT NULL,
    received_at      timestamptz NOT NULL DEFAULT now(),
    predicted_map    numeric,
    hypotension_risk numeric,
    confidence       numeric,
    rate             numeric,
    fallback         boolean NOT NULL,
    alarm            boolean NOT NULL,
    UNIQUE (session_id, device_id, sequence)
);
COMMENT ON TABLE telemetry_envelope IS 'What a device reported of one step of a dosing session, stored before it is acknowledged.';
COMMENT ON COLUMN telemetry_envelope.sequence IS 'Number the device gave it, rising within session and device.';
COMMENT ON COLUMN telemetry_envelope.predicted_map IS 'Predicted mean arterial pressure, in mmHg; NULL when lost.';
COMMENT ON COLUMN telemetry_envelope.hypotension_risk IS 'Probability of hypotension, 0 to 1; NULL when lost.';
COMMENT ON COLUMN telemetry_envelope.confidence IS 'Confidence of the prediction, 0 to 1; NULL when lost.';
COMMENT ON COLUMN telemetry_envelope.rate IS 'Commanded rate, in mcg/kg/min; NULL when the device did not say.';
COMMENT ON COLUMN telemetry_envelope.fallback IS 'Whether the step ran on the fallback profile.';

CREATE TABLE telemetry_last_seen (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    session_id  uuid NOT NULL REFERENCES dosing_session,
    device_id   uuid NOT NULL REFERENCES device_asset,
    sequence    bigint NOT NULL,
    received_at timestamptz NOT NULL,
    UNIQUE (session_id, device_id)
);
COMMENT ON TABLE telemetry_last_seen IS
    'The highest sequence accepted for a session and device: a sequence not above it is a duplicate. A row goes only '
    'with its session, never to make room.';

CREATE TABLE telemetry_alarm (
    id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    envelope_id uuid NOT NULL UNIQUE REFERENCES telemetry_envelope,
    audit_id    uuid NOT NULL REFERENCES audit_event,
    kind        text NOT NULL,
    raised_at   timestamptz NOT NULL
);
COMMENT ON TABLE telemetry_alarm IS 'An alarm that an envelope raised, and the audit event it was forwarded to.';
COMMENT ON COLUMN telemetry_alarm.kind IS 'Label of an ALN enumeration, as FALLBACK or LINK_LOST.';
