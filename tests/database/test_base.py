"""The base tables and seeds: they apply, have the agreed shape, and show the behaviours of `db/tests`."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from aln.database.migrate import migrate, seed
from tests.database.fixture import DB, database_uri, execute, rolled_back

pytestmark = pytest.mark.server

# What generated SQL relies on; `?` marks what may be missing. Every table also has `id uuid`.
SHAPE = {
    "rem_policy": "label text?, version text?, rem_excluded boolean, effective_from timestamptz, "
    "effective_to timestamptz?",
    "device_family": "code text?, name text?",
    "device_asset": "family_id uuid, serial text?, model text?, status text?",
    "calibration_profile": "family_id uuid, code text?, target_rms_mm numeric?, max_rms_mm numeric?, "
    "target_bias_pct numeric?, max_bias_pct numeric?, target_cv_pct numeric?, max_cv_pct numeric?, "
    "max_interval_days integer",
    "calibration_certificate": "number text?, issued_by text?, valid_from timestamptz, valid_to timestamptz, "
    "primary_standard boolean",
    "calibration_certificate_link": "child_id uuid, parent_id uuid",
    "calibration_record": "device_id uuid, profile_id uuid, certificate_id uuid, performed_at timestamptz, "
    "operator text?, result text, rms_mm numeric?, bias_pct numeric?, cv_pct numeric?",
    "study": "study_code text?, title text, study_type text, rem_sleep_allowed boolean, rem_policy_id uuid",
    "xr_session": "study_id uuid, subject_id uuid?, facility_id uuid?, purpose text, rem_flag boolean, "
    "started_at timestamptz, ended_at timestamptz?",
    "xr_session_device": "session_id uuid, device_id uuid, joined_at timestamptz",
    "eeg_recording": "session_id uuid, device_id uuid, started_at timestamptz, ended_at timestamptz?, "
    "channel_count smallint, sampling_rate_hz numeric, quality text, storage_key text, sha256 text?",
    "subject_identity_vault": "subject_id uuid, key_id text, patient_number_salt bytea, patient_number_hash bytea, "
    "name_ciphertext bytea?, birth_date_ciphertext bytea?, contact_ciphertext bytea?, created_at timestamptz, "
    "hash_algorithm text?, salt_bytes smallint?, hash_bytes smallint?",
    "reidentification_log": "subject_id uuid, actor text, purpose_code text, legal_basis text, "
    "requested_at timestamptz, approver text?, approved_at timestamptz?, actor_id uuid?, approver_id uuid?",
    "audit_event": "tenant_id uuid?, occurred_at timestamptz, actor text, action text, entity_type text, "
    "entity_id uuid?, details jsonb, actor_id uuid?",
    "staff_member": "tenant_id uuid, code text, role text, active boolean, created_at timestamptz",
    "drug_limits": "drug text, min numeric, max numeric, fallback numeric, max_change numeric",
    "drug_library_entry": "limits_id uuid, name text, concentration numeric, start_rate numeric, "
    "entered_by_id uuid?, entered_at timestamptz",
    "dosing_session": "entry_id uuid, subject_id uuid, pump_id uuid, target_map numeric, started_by_id uuid, "
    "started_at timestamptz, closed_by_id uuid?, closed_at timestamptz?",
    "telemetry_envelope": "session_id uuid, device_id uuid, sequence bigint, sent_at timestamptz, "
    "received_at timestamptz, predicted_map numeric?, hypotension_risk numeric?, confidence numeric?, "
    "rate numeric?, fallback boolean, alarm boolean",
    "telemetry_last_seen": "session_id uuid, device_id uuid, sequence bigint, received_at timestamptz",
    "telemetry_alarm": "envelope_id uuid, audit_id uuid, kind text, raised_at timestamptz",
    "therapy_module": "code text, module_type text, max_minutes integer, intensity_pct numeric, clinician_needed boolean",
}
FREELY_SHAPED = {"tenant", "subject", "facility_context", "biosignal_summary"}
REFERENCES = {
    ("audit_event", "actor_id", "staff_member"),
    ("audit_event", "tenant_id", "tenant"),
    ("calibration_certificate_link", "child_id", "calibration_certificate"),
    ("calibration_certificate_link", "parent_id", "calibration_certificate"),
    ("calibration_profile", "family_id", "device_family"),
    ("calibration_record", "certificate_id", "calibration_certificate"),
    ("calibration_record", "device_id", "device_asset"),
    ("calibration_record", "profile_id", "calibration_profile"),
    ("device_asset", "family_id", "device_family"),
    ("dosing_session", "closed_by_id", "staff_member"),
    ("dosing_session", "entry_id", "drug_library_entry"),
    ("dosing_session", "pump_id", "device_asset"),
    ("dosing_session", "started_by_id", "staff_member"),
    ("dosing_session", "subject_id", "subject"),
    ("drug_library_entry", "entered_by_id", "staff_member"),
    ("drug_library_entry", "limits_id", "drug_limits"),
    ("eeg_recording", "device_id", "device_asset"),
    ("eeg_recording", "session_id", "xr_session"),
    ("reidentification_log", "actor_id", "staff_member"),
    ("reidentification_log", "approver_id", "staff_member"),
    ("reidentification_log", "subject_id", "subject"),
    ("staff_member", "tenant_id", "tenant"),
    ("subject_identity_vault", "subject_id", "subject"),
    ("telemetry_alarm", "audit_id", "audit_event"),
    ("telemetry_alarm", "envelope_id", "telemetry_envelope"),
    ("telemetry_envelope", "device_id", "device_asset"),
    ("telemetry_envelope", "session_id", "dosing_session"),
    ("telemetry_last_seen", "device_id", "device_asset"),
    ("telemetry_last_seen", "session_id", "dosing_session"),
    ("study", "rem_policy_id", "rem_policy"),
    ("xr_session", "facility_id", "facility_context"),
    ("xr_session", "study_id", "study"),
    ("xr_session", "subject_id", "subject"),
    ("xr_session_device", "device_id", "device_asset"),
    ("xr_session_device", "session_id", "xr_session"),
}


@pytest.mark.parametrize("path", sorted((DB / "tests").glob("*.sql")), ids=lambda path: path.stem)
def test_behaviour(shared_base: str, path: Path) -> None:
    """Each file of `db/tests` opens with the behaviour it states, asserts it, and the server agrees."""
    sql = path.read_text(encoding="utf-8")
    assert sql.startswith("-- ")
    assert "ASSERT " in sql
    with rolled_back(shared_base) as connection:
        connection.execute(sql.encode())


@pytest.mark.parametrize(
    ("name", "broken_by"),
    [
        ("every_table_has_a_uuid_key", "ALTER TABLE audit_event ALTER id DROP DEFAULT"),
        ("every_table_says_what_it_is", "COMMENT ON TABLE study IS NULL"),
        ("every_number_names_its_unit", "COMMENT ON COLUMN drug_limits.fallback IS NULL"),
        ("numbers_are_stored_exactly", "ALTER TABLE calibration_record ALTER rms_mm TYPE numeric(6,3)"),
        ("no_policy_is_written_by_hand", "ALTER TABLE xr_session ADD CHECK (NOT rem_flag)"),
        (
            "references_hold_rows_in_place",
            "ALTER TABLE calibration_profile DROP CONSTRAINT calibration_profile_family_id_fkey",
        ),
        ("references_lead_to_stored_rows", "ALTER TABLE study DROP CONSTRAINT study_rem_policy_id_fkey"),
        ("flags_cannot_be_missing", "ALTER TABLE xr_session ALTER rem_flag DROP NOT NULL"),
        ("instants_carry_their_zone", "ALTER TABLE xr_session ALTER started_at TYPE timestamp"),
        ("identifiers_live_in_the_vault", "ALTER TABLE subject ADD last_name text"),
        (
            "vault_holds_one_identity_a_subject",
            "ALTER TABLE subject_identity_vault DROP CONSTRAINT subject_identity_vault_subject_id_key",
        ),
        (
            "seeded_figures_are_the_ones_in_use",
            "UPDATE calibration_profile SET max_rms_mm = 2.5 WHERE code = 'OPTICAL_MOCAP_RMS'",
        ),
        ("seeded_limits_are_the_ones_in_use", 'UPDATE drug_limits SET "max" = 1.1 WHERE "max" = 1'),
        (
            "a_sequence_is_stored_once",
            "ALTER TABLE telemetry_envelope DROP CONSTRAINT telemetry_envelope_session_id_device_id_sequence_key",
        ),
        ("seeded_rem_policy_excludes_rem", "UPDATE rem_policy SET rem_excluded = false"),
        ("optional_values_may_be_missing", "ALTER TABLE xr_session ALTER ended_at SET DEFAULT now()"),
    ],
)
def test_behaviour_can_fail(shared_base: str, name: str, broken_by: str) -> None:
    """Each file of `db/tests` fails once the base is broken in the way it guards against."""
    sql = (DB / "tests" / f"{name}.sql").read_text(encoding="utf-8")
    with rolled_back(shared_base) as connection:
        connection.execute(broken_by.encode())
        with pytest.raises(psycopg.errors.AssertFailure):
            connection.execute(sql.encode())


def test_every_behaviour_is_shown_to_fail() -> None:
    """No file of `db/tests` is left out of the test that breaks the base."""
    (mark,) = [mark for mark in test_behaviour_can_fail.pytestmark if mark.name == "parametrize"]
    assert sorted(name for name, _ in mark.args[1]) == sorted(
        path.stem for path in (DB / "tests").glob("*.sql")
    )


def test_tables_are_the_agreed_ones(shared_base: str) -> None:
    """The base holds exactly the agreed tables, besides the record of migrations."""
    rows = execute(shared_base, "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    assert {name for (name,) in rows} == SHAPE.keys() | FREELY_SHAPED | {"aln_migration"}


@pytest.mark.parametrize("table", SHAPE)
def test_columns_are_the_agreed_ones(shared_base: str, table: str) -> None:
    """The tables that generated SQL reads have exactly the agreed columns, types and optional values."""
    rows = execute(
        shared_base,
        f"""SELECT attname || ' '
                   || replace(format_type(atttypid, atttypmod), 'timestamp with time zone', 'timestamptz')
                   || CASE WHEN attnotnull THEN '' ELSE '?' END
            FROM pg_attribute WHERE attrelid = 'public.{table}'::regclass AND attnum > 0 ORDER BY attnum""",
    )
    assert ", ".join(str(column) for (column,) in rows) == f"id uuid, {SHAPE[table]}"


def test_references_are_the_agreed_ones(shared_base: str) -> None:
    """The tables that generated SQL reads refer to each other exactly as agreed."""
    rows = execute(
        shared_base,
        """SELECT conrelid::regclass::text, attname, confrelid::regclass::text
           FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND ARRAY[attnum] = conkey
           WHERE contype = 'f' AND connamespace = 'public'::regnamespace""",
    )
    assert {row for row in rows if row[0] in SHAPE} == REFERENCES


def test_base_needs_no_extension(shared_base: str) -> None:
    """The base applies to a server without any extension but its own procedural language."""
    assert execute(shared_base, "SELECT extname FROM pg_extension") == [("plpgsql",)]


def test_seeds_are_harmless_twice(base_database: str) -> None:
    """Seeding again changes nothing, even when the record of what was applied is lost."""
    before = execute(base_database, "SELECT * FROM calibration_profile ORDER BY id")
    assert {outcome.status for outcome in seed(base_database, DB / "seeds")} == {"already applied"}
    execute(base_database, "DELETE FROM aln_migration WHERE version IS NULL")
    assert {outcome.status for outcome in seed(base_database, DB / "seeds")} == {"applied"}
    assert execute(base_database, "SELECT * FROM calibration_profile ORDER BY id") == before


def test_base_applies_once(shared_base: str) -> None:
    """Migrating a database that has the base applies nothing."""
    assert [outcome.status for outcome in migrate(shared_base, DB / "migrations")] == [
        "already applied"
    ] * len(list((DB / "migrations").iterdir()))


def test_databases_of_tests_are_their_own(postgres: str, base_database: str, empty_database: str) -> None:
    """What one test writes reaches neither the server's own database nor another test's."""
    execute(base_database, "DELETE FROM rem_policy")
    assert execute(empty_database, "SELECT * FROM pg_tables WHERE schemaname = 'public'") == []
    assert execute(database_uri(postgres, "aln_base"), "SELECT count(*) FROM rem_policy") == [(1,)]


def test_readme_is_short() -> None:
    """The folder's README says what is controlled, what implements it and what binds it, in 40 lines."""
    text = (DB / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 40
    for needed in ("What is controlled here", "`aln.database`", "`tests/database/test_base.py`"):
        assert needed in text
