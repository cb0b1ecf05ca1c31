"""Two transactions at once on a real server: what each may do alone, they never do together when it is unlawful."""

from __future__ import annotations

import threading

import pytest

from tests.backends.sql_stored import accepted, session_others
from tests.backends.sql_world import apply, script
from tests.database.fixture import BASE, fresh_database

pytestmark = pytest.mark.server


def together(uri: str, first: str, second: str) -> list[bool]:
    """Run `first`, then `second` beside it until it ends or waits for a lock, then commit `first`, then `second`;
    whether each was stored."""
    import psycopg

    outcome: list[bool] = [False, False]
    with (
        psycopg.connect(uri) as one,
        psycopg.connect(uri) as two,
        psycopg.connect(uri, autocommit=True) as watch,
    ):
        one.execute(first.encode())

        def other() -> None:
            try:
                two.execute(second.encode())
                two.commit()
                outcome[1] = True
            except (psycopg.errors.CheckViolation, psycopg.errors.DeadlockDetected):
                two.rollback()

        thread = threading.Thread(target=other)
        pid = two.info.backend_pid
        thread.start()
        waiting = "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s"
        while thread.is_alive() and (watch.execute(waiting, [pid]).fetchone() or (None,))[0] is not True:
            thread.join(0.005)
        try:
            one.commit()
            outcome[0] = True
        except psycopg.errors.CheckViolation:
            one.rollback()
        thread.join()
    return outcome


def races(keys: dict[str, str], study: str) -> dict[str, tuple[str, str]]:
    """Pairs of statements, each lawful alone, unlawful together."""
    join = (
        f"INSERT INTO xr_session_device (session_id, device_id, joined_at)"
        f" VALUES ('{keys['session']}', '{keys['device']}', '2024-12-24Z')"
    )
    failed = (
        "INSERT INTO calibration_record (device_id, profile_id, certificate_id, performed_at, result) VALUES"
        f" ('{keys['device']}', '{keys['profile']}', '{keys['certificate']}', '2024-12-20Z', 'FAILED')"
    )
    return {
        "a study edited beside a new session": (
            f"UPDATE study SET rem_sleep_allowed = true WHERE id = '{study}'",
            "INSERT INTO xr_session (study_id, purpose, rem_flag, started_at)"
            f" VALUES ('{study}', 'x', false, '2026-01-01Z')",
        ),
        "a failed calibration beside a joining device": (failed, join),
        "an interval shortened beside a joining device": (
            f"UPDATE calibration_profile SET max_interval_days = 1 WHERE id = '{keys['profile']}'",
            join,
        ),
    }


def committed_world(uri: str) -> dict[str, tuple[str, str]]:
    """A lawful world, committed, in which nothing has joined yet; the races over it."""
    import psycopg

    with psycopg.connect(uri) as connected:
        _, _, keys = accepted(connected)
        connected.execute("DELETE FROM xr_session_device WHERE id = %s", [keys["join"]])
        connected.execute(
            "UPDATE calibration_record SET performed_at = '2024-12-10Z' WHERE id = %s", [keys["record"]]
        )
        connected.execute(
            "UPDATE calibration_certificate SET valid_from = '2024-01-01Z', valid_to = '2027-01-01Z' WHERE id = %s",
            [keys["certificate"]],
        )
        connected.execute("UPDATE xr_session SET started_at = '2024-12-20Z' WHERE id = %s", [keys["session"]])
        study = session_others(connected)["xr_session"]["study_id"]
    return races(keys, study)


RACES = tuple(races(dict.fromkeys(("session", "device", "profile", "certificate"), ""), ""))


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize("race", RACES)
def test_two_at_once_never_both_commit(postgres: str, race: str, swapped: bool) -> None:
    """Two transactions, each lawful alone, never both commit when they are unlawful together, in either order."""
    import psycopg

    with fresh_database(postgres, BASE) as uri:
        with psycopg.connect(uri, autocommit=True) as connected:
            apply(connected, "SessionGuard", "JoinGuard")
        first, second = committed_world(uri)[race]
        assert together(uri, *((second, first) if swapped else (first, second))) == [True, False]


@pytest.mark.parametrize("race", RACES)
def test_without_locks_both_commit(postgres: str, race: str) -> None:
    """The races are real: with the locks taken out of the scripts, both transactions commit."""
    import psycopg

    with fresh_database(postgres, BASE) as uri:
        with psycopg.connect(uri, autocommit=True) as connected:
            for name in ("SessionGuard", "JoinGuard"):
                lines = script(name).split("\n")
                kept = [
                    line.split(" FOR SHARE OF ")[0] + ";" if " FOR SHARE OF " in line else line
                    for line in lines
                ]
                text = "\n".join(kept).replace(" FOR NO KEY UPDATE;", ";")
                connected.execute(text.encode())
        assert together(uri, *reversed(committed_world(uri)[race])) == [True, True]
