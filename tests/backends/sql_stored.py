"""A server with every library guard applied, and lawful rows to change: what the tests of stored data stand on."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.backends.sql_world import Row, World, apply, guards
from tests.database.fixture import BASE, fresh_database

if TYPE_CHECKING:
    from tests.backends.sql_world import Connection

DAY = 86_400_000_000
START = 20_000 * DAY


@pytest.fixture(scope="module")
def database(postgres: str) -> Iterator[str]:
    """A database with the base tables and every library guard applied."""
    import psycopg

    with fresh_database(postgres, BASE) as uri:
        with psycopg.connect(uri, autocommit=True) as connection:
            apply(connection, *guards())
        yield uri


@pytest.fixture
def connection(database: str) -> Iterator[Connection]:
    """A connection in a transaction of which nothing remains."""
    import psycopg

    with psycopg.connect(database) as connected:
        connected.execute("SELECT")  # begins the transaction, so that those inside are savepoints
        yield connected
        connected.rollback()


def new() -> str:
    """A key of its own for a row."""
    new.count += 1  # type: ignore[attr-defined]
    return str(uuid.UUID(int=0x1000_4000_8000_0000_0000_0000 + new.count))  # type: ignore[attr-defined]


new.count = 0  # type: ignore[attr-defined]


def stored_or_refused(connection: Connection, change: Any) -> str:
    """Try a change in a savepoint: nothing, or the text of the refusal. Any error but a refusal is raised."""
    import psycopg

    try:
        with connection.transaction():
            change()
    except psycopg.errors.CheckViolation as refusal:
        return f"{refusal.diag.message_primary}\n{refusal.diag.message_detail or ''}"
    return ""


def session_others(connection: Connection) -> dict[str, Row]:
    """The columns of a session that calibration does not read, lawful by the REM policy."""
    policy, study = new(), new()
    connection.execute(
        "INSERT INTO rem_policy (id, rem_excluded, effective_from) VALUES (%s, true, '2000-01-01Z')", [policy]
    )
    connection.execute(
        "INSERT INTO study (id, title, study_type, rem_sleep_allowed, rem_policy_id)"
        " VALUES (%s, 'calm', 'WELLNESS', false, %s)",
        [study, policy],
    )
    return {"xr_session": {"study_id": study, "purpose": "relax", "rem_flag": False}}


def accepted(connection: Connection) -> tuple[World, Row, dict[str, str]]:
    """An accepted device in a session, and the keys of what it rests on."""
    guard = guards()["JoinGuard"]
    world = World(guard, session_others(connection))
    keys = {n: new() for n in ("family", "device", "profile", "certificate", "record", "session", "join")}
    joined = START + 100 * DAY
    world.insert(connection, "device_family", {"id": keys["family"]})
    world.insert(connection, "device_asset", {"id": keys["device"], "family_id": keys["family"]})
    world.insert(
        connection,
        "calibration_profile",
        {"id": keys["profile"], "family_id": keys["family"], "max_interval_days": 30, "max_rms_mm": 2000},
    )
    world.insert(
        connection,
        "calibration_certificate",
        {"id": keys["certificate"], "valid_from": joined - 90 * DAY, "valid_to": joined + 90 * DAY},
    )
    world.insert(connection, "calibration_record", record(keys, joined - 20 * DAY, id=keys["record"]))
    world.insert(connection, "xr_session", {"id": keys["session"], "started_at": joined - DAY})
    row = {
        "id": keys["join"],
        "session_id": keys["session"],
        "device_id": keys["device"],
        "joined_at": joined,
    }
    world.insert(connection, "xr_session_device", row)
    return world, row, keys


def record(keys: dict[str, str], at: int, **more: Any) -> Row:
    """A passed calibration of the device."""
    row = {"id": new(), "device_id": keys["device"], "profile_id": keys["profile"], "performed_at": at}
    return {**row, "certificate_id": keys["certificate"], "result": "PASSED", "rms_mm": 1000, **more}
