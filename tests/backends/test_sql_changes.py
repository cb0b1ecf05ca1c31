"""Later changes on a real server: of any table read, by any statement, under any setting, they are judged too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from aln.core.evaluate import decide
from tests.backends.sql_stored import (
    DAY,
    START,
    accepted,
    connection,
    database,
    new,
    record,
    session_others,
    stored_or_refused,
)
from tests.backends.sql_world import apply, script

if TYPE_CHECKING:
    from tests.backends.sql_world import Connection

__all__ = ["connection", "database"]

pytestmark = pytest.mark.server

JOINED = START + 100 * DAY
CHANGES: dict[str, tuple[str, str, dict[str, Any], bool]] = {
    "joined later than the interval": ("xr_session_device", "join", {"joined_at": JOINED + 11 * DAY}, False),
    "joined within the interval": ("xr_session_device", "join", {"joined_at": JOINED + 10 * DAY}, True),
    "record edited to failed": ("calibration_record", "record", {"result": "FAILED"}, False),
    "record edited above the maximum": ("calibration_record", "record", {"rms_mm": 2001}, False),
    "record edited to the maximum": ("calibration_record", "record", {"rms_mm": 2000}, True),
    "record back-dated": ("calibration_record", "record", {"performed_at": JOINED - 31 * DAY}, False),
    "record dated after the joining": ("calibration_record", "record", {"performed_at": JOINED + 1}, False),
    "interval shortened": ("calibration_profile", "profile", {"max_interval_days": 19}, False),
    "interval shortened to the age": ("calibration_profile", "profile", {"max_interval_days": 20}, True),
    "maximum lowered": ("calibration_profile", "profile", {"max_rms_mm": 999}, False),
    "certificate ended": ("calibration_certificate", "certificate", {"valid_to": JOINED}, False),
    "session moved after the joining": ("xr_session", "session", {"started_at": JOINED + 1}, False),
    "session moved to the joining": ("xr_session", "session", {"started_at": JOINED}, True),
}


@pytest.mark.parametrize("change", CHANGES)
def test_later_changes_are_judged(connection: Connection, change: str) -> None:
    """An UPDATE of any table read is refused exactly when a row that rests on it would no longer be accepted."""
    world, row, keys = accepted(connection)
    table, key, changes, lawful = CHANGES[change]
    world.rows[table][keys[key]] = {**world.rows[table][keys[key]], **changes}
    judged = world.rows["xr_session_device"][row["id"]]
    assert decide(world.guard, world.env(judged)).allowed is lawful
    refusal = stored_or_refused(connection, lambda: world.update(connection, table, keys[key], **changes))
    assert bool(refusal) is not lawful
    if not lawful:
        assert refusal.startswith("JoinGuard refuses xr_session_device")


def test_elements_come_and_go(connection: Connection) -> None:
    """A later failed record, a new profile, a deleted or moved calibration are refused; an older failed one is not."""
    world, _, keys = accepted(connection)

    def refused(change: Any) -> bool:
        return bool(stored_or_refused(connection, change))

    def inserted(at: int, **more: Any) -> Any:
        return lambda: world.insert(connection, "calibration_record", record(keys, at, **more))

    assert refused(inserted(JOINED - DAY, result="FAILED"))
    assert refused(inserted(JOINED - 20 * DAY, result="PENDING"))
    assert not refused(inserted(JOINED - 21 * DAY, result="FAILED"))
    assert not refused(inserted(JOINED + 1, result="FAILED"))
    extra = {"id": new(), "family_id": keys["family"], "max_interval_days": 365}
    assert refused(lambda: world.insert(connection, "calibration_profile", extra))
    assert refused(
        lambda: connection.execute("DELETE FROM calibration_record WHERE id = %s", [keys["record"]])
    )
    other = new()
    world.insert(connection, "device_asset", {"id": other, "family_id": keys["family"]})
    assert refused(lambda: world.update(connection, "calibration_record", keys["record"], device_id=other))
    assert refused(lambda: world.update(connection, "xr_session_device", keys["join"], device_id=other))
    family = new()
    world.insert(connection, "device_family", {"id": family})
    assert refused(lambda: world.update(connection, "device_asset", keys["device"], family_id=family))
    assert refused(lambda: connection.execute("TRUNCATE calibration_record"))


def test_a_study_cannot_be_edited_away_from_its_sessions(connection: Connection) -> None:
    """A study or policy that sessions rest on cannot become unlawful after they were accepted."""
    rest = session_others(connection)["xr_session"]
    session = new()
    connection.execute(
        "INSERT INTO xr_session (id, study_id, purpose, rem_flag, started_at)"
        " VALUES (%s, %s, 'relax', false, '2026-01-01Z')",
        [session, rest["study_id"]],
    )
    for statement in (
        "UPDATE study SET rem_sleep_allowed = true",
        "UPDATE study SET title = 'rem'",
        "UPDATE rem_policy SET effective_to = '2026-01-01Z'",
        "UPDATE rem_policy SET effective_from = '2026-01-02Z'",
        "UPDATE rem_policy SET rem_excluded = false",
        "UPDATE xr_session SET rem_flag = true",
        "UPDATE xr_session SET started_at = '1999-01-01Z'",
    ):
        assert stored_or_refused(connection, lambda s=statement: connection.execute(s.encode())), statement
    lawful = (
        f"UPDATE rem_policy SET effective_to = '2027-01-01Z' FROM study s WHERE s.id = '{rest['study_id']}'"
    )
    assert not stored_or_refused(
        connection, lambda: connection.execute(f"{lawful} AND rem_policy.id = s.rem_policy_id".encode())
    )


STATEMENTS = (
    "INSERT INTO xr_session (study_id, purpose, rem_flag, started_at) {rows}",
    "INSERT INTO xr_session (id, study_id, purpose, rem_flag, started_at) SELECT '{session}', r.* FROM ({rows}) AS r"
    " ON CONFLICT (id) DO UPDATE SET started_at = excluded.started_at",
    "MERGE INTO xr_session USING ({rows}) AS r (study, purpose, flag, at) ON false"
    " WHEN NOT MATCHED THEN INSERT (study_id, purpose, rem_flag, started_at) VALUES (r.study, r.purpose, r.flag, r.at)",
    "WITH r (study, purpose, flag, at) AS ({rows}) UPDATE xr_session SET started_at = r.at FROM r WHERE id = '{session}'",
    "UPDATE public.study SET rem_sleep_allowed = '{at}' < '2000-01-01'",
)


@pytest.mark.parametrize(
    "setting", ["", "SET TIME ZONE 'Pacific/Kiritimati'", "SET DateStyle = 'German'", "shadow"]
)
@pytest.mark.parametrize("statement", STATEMENTS)
def test_no_statement_or_setting_goes_around(connection: Connection, statement: str, setting: str) -> None:
    """Whatever the kind of statement, the session's settings or a temporary table of the same name: an unlawful change
    is refused and a lawful one is stored."""
    study = session_others(connection)["xr_session"]["study_id"]
    session = new()
    connection.execute(
        "INSERT INTO xr_session (id, study_id, purpose, rem_flag, started_at)"
        " VALUES (%s, %s, 'relax', false, '2026-01-01Z')",
        [session, study],
    )
    if setting == "shadow":
        connection.execute("CREATE TEMPORARY TABLE study (LIKE public.study)")
        connection.execute("CREATE TEMPORARY TABLE rem_policy (LIKE public.rem_policy)")
    elif setting:
        connection.execute(setting.encode())
    for at, lawful in (("2026-02-02", True), ("1999-02-02", False)):
        rows = f"VALUES ('{study}'::uuid, 'relax', false, '{at}Z'::timestamptz)"
        text = statement.format(rows=rows, session=session, at=at)
        assert (
            bool(stored_or_refused(connection, lambda t=text: connection.execute(t.encode()))) is not lawful
        )


def test_copied_rows_are_judged(connection: Connection) -> None:
    """COPY stores a lawful row and refuses an unlawful one."""
    study = session_others(connection)["xr_session"]["study_id"]

    def copied(at: str) -> None:
        with connection.cursor().copy(
            "COPY xr_session (study_id, purpose, rem_flag, started_at) FROM STDIN"
        ) as copy:
            copy.write_row((study, "relax", False, at))

    assert not stored_or_refused(connection, lambda: copied("2026-01-01Z"))
    assert stored_or_refused(connection, lambda: copied("1999-01-01Z"))


@pytest.mark.parametrize(
    ("table", "key", "change", "lawful"),
    [
        ("calibration_record", "record", "rms_mm = 'NaN'", False),
        ("calibration_record", "record", "rms_mm = 'Infinity'", False),
        ("calibration_record", "record", "rms_mm = 1.0005", False),
        ("calibration_record", "record", "rms_mm = -0.001", False),
        ("calibration_record", "record", "rms_mm = 1.001", True),
        ("calibration_record", "record", "bias_pct = NULL", True),
        ("calibration_record", "record", "result = 'VOID'", False),
        ("calibration_record", "record", "result = 'passed'", False),
        ("calibration_certificate", "certificate", "valid_to = 'infinity'", False),
        ("calibration_certificate", "certificate", "valid_to = '2200-01-01Z'", False),
        ("calibration_certificate", "certificate", "valid_to = '2199-12-31 23:59:59.999999Z'", True),
        ("calibration_certificate", "certificate", "valid_from = '1969-12-31 23:59:59.999999Z'", False),
        ("calibration_certificate", "certificate", "valid_from = '1970-01-01Z'", True),
        ("calibration_profile", "profile", "max_interval_days = 0", False),
        ("calibration_profile", "profile", "max_interval_days = 3651", False),
        ("calibration_profile", "profile", "max_interval_days = 3650", True),
    ],
)
def test_ranges_hold_on_every_table_read(
    connection: Connection, table: str, key: str, change: str, lawful: bool
) -> None:
    """A value outside its range, off its grid, not finite or no label is refused in the tables that judging reads."""
    _, _, keys = accepted(connection)
    text = f"UPDATE {table} SET {change} WHERE id = '{keys[key]}'"
    assert bool(stored_or_refused(connection, lambda: connection.execute(text.encode()))) is not lawful


def test_snapshots_that_may_hide_rows_are_refused(database: str) -> None:
    """Under REPEATABLE READ and SERIALIZABLE a change is refused with a hint, lawful or not."""
    import psycopg

    with psycopg.connect(database) as connected:
        for level in (psycopg.IsolationLevel.REPEATABLE_READ, psycopg.IsolationLevel.SERIALIZABLE):
            connected.isolation_level = level
            with pytest.raises(psycopg.errors.FeatureNotSupported, match="READ COMMITTED only"):
                connected.execute("INSERT INTO device_family DEFAULT VALUES")
            connected.rollback()


def test_rows_already_stored_are_judged_when_the_script_is_applied(base_database: str) -> None:
    """A script fails, and leaves nothing, where a stored row breaks a rule that crosses tables."""
    import psycopg

    with psycopg.connect(base_database) as connected, connected.transaction():
        rest = session_others(connected)["xr_session"]
        connected.execute(
            "INSERT INTO xr_session (study_id, purpose, rem_flag, started_at) VALUES (%s, 'x', true, '2026-01-01Z')",
            [rest["study_id"]],
        )
        connected.execute("UPDATE study SET rem_sleep_allowed = true")
        with pytest.raises(psycopg.errors.CheckViolation), connected.transaction():
            apply(connected, "StudyGuard")
        text = script("SessionGuard")
        crossing = text[: text.index("-- Rules of the judged table")] + text[text.index("-- Every rule") :]
        with (
            pytest.raises(psycopg.errors.CheckViolation, match="SessionGuard refuses"),
            connected.transaction(),
        ):
            connected.execute(crossing.encode())
