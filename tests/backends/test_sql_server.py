"""The printed constraints and triggers, on a real server: they accept and refuse as core's evaluator decides."""

from __future__ import annotations

import random
import threading
import uuid
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from aln.core.evaluate import decide
from tests.backends.sql_world import Row, World, apply, guards, script
from tests.database.fixture import BASE, fresh_database

if TYPE_CHECKING:
    from tests.backends.sql_world import Connection

pytestmark = pytest.mark.server

DAY = 86_400_000_000
START = 20_000 * DAY
OTHERS = {"study": {"study_type": "WELLNESS"}}
TITLES = ("calm", "tremor in remission", "R.E.M. boost", "rem", "premier")


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


# ── inserts ──────────────────────────────────────────────────────────────────────────────────────────────────


def rem_rows(world: World, connection: Connection, rng: random.Random) -> Row:
    """A random policy and study stored, and a session to judge."""
    start = START + rng.randrange(3)
    policy = {
        "id": new(),
        "rem_excluded": rng.random() < 0.8,
        "effective_from": START + rng.choice((-DAY, 0, 1)),
        "effective_to": rng.choice((None, None, START + 1, START + 2, START + DAY)),
    }
    study = {
        "id": new(),
        "title": rng.choice((*TITLES[:2], rng.choice(TITLES))),
        "rem_sleep_allowed": rng.random() < 0.2,
        "rem_policy_id": policy["id"],
    }
    world.insert(connection, "rem_policy", policy)
    world.insert(connection, "study", study)
    return {
        "id": new(),
        "study_id": study["id"],
        "rem_flag": rng.random() < 0.2,
        "purpose": rng.choice((*TITLES[:2], rng.choice(TITLES))),
        "started_at": start,
    }


def calibration_rows(world: World, connection: Connection, rng: random.Random) -> Row:
    """A random family, device, calibrations and session stored, and a device joining it to judge."""
    family, device, session = new(), new(), new()
    joined = START + 100 * DAY
    world.insert(connection, "device_family", {"id": family})
    world.insert(connection, "device_asset", {"id": device, "family_id": family})
    certificates = []
    for _ in range(2):
        row = {
            "id": new(),
            "valid_from": joined - rng.choice((400 * DAY, 400 * DAY, 0, -1)),
            "valid_to": joined + rng.choice((DAY, DAY, DAY, 1, 0)),
        }
        world.insert(connection, "calibration_certificate", row)
        certificates.append(row["id"])
    good = rng.random() < 0.5
    for _ in range(rng.choice((0, 1, 1, 2)) if not good else rng.choice((1, 2))):
        profile = {
            "id": new(),
            "family_id": family,
            "max_interval_days": rng.choice((30, 365)),
            "max_rms_mm": rng.choice((None, 2000)),
            "max_bias_pct": rng.choice((None, 5000)),
            "max_cv_pct": None,
        }
        world.insert(connection, "calibration_profile", profile)
        for _ in range(rng.choice((0, 1, 2, 3)) if not good else 1):
            days = profile["max_interval_days"]
            age = (
                rng.choice((0, 1, 29 * DAY))
                if good
                else rng.choice((-1, 0, 1, 29 * DAY, days * DAY, days * DAY + 1))
            )
            row = {
                "id": new(),
                "device_id": device,
                "profile_id": profile["id"],
                "certificate_id": rng.choice(certificates),
                "performed_at": joined - age,
                "result": "PASSED"
                if good
                else rng.choice(("PASSED", "PASSED", "PASSED", "FAILED", "PENDING")),
                "rms_mm": rng.choice((0, 2000)) if good else rng.choice((None, 500, 2000, 2001)),
                "bias_pct": 5000 if good else rng.choice((None, 5000, 5001)),
                "cv_pct": None,
            }
            world.insert(connection, "calibration_record", row)
    world.insert(
        connection, "xr_session", {"id": session, "started_at": joined - rng.choice((DAY, DAY, 0, -1))}
    )
    return {"id": new(), "session_id": session, "device_id": device, "joined_at": joined}


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


@pytest.mark.parametrize(("name", "make"), [("SessionGuard", rem_rows), ("JoinGuard", calibration_rows)])
def test_inserts_are_judged_as_core_judges(postgres: str, name: str, make: Any) -> None:
    """Random worlds: an INSERT is stored exactly when core accepts, every rule bit agrees, and both verdicts occur."""
    import psycopg

    with fresh_database(postgres, BASE) as uri, psycopg.connect(uri) as connection:
        apply(connection, name)
        judge_inserts(connection, name, make)
        connection.rollback()


def judge_inserts(connection: Connection, name: str, make: Any) -> None:
    rng = random.Random(f"inserts {name}")
    guard = guards()[name]
    others = OTHERS if name == "SessionGuard" else session_others(connection)
    verdicts: Counter[bool] = Counter()
    bits: Counter[str] = Counter()
    for _ in range(150):
        world = World(guard, others)
        row = make(world, connection, rng)
        decision = decide(guard, world.env(row))
        assert not decision.invalid
        assert world.failed(connection, row) == decision.failed
        table = guard.records[0].table
        refusal = stored_or_refused(connection, lambda w=world, t=table, r=row: w.insert(connection, t, r))
        assert bool(refusal) is not decision.allowed, (decision, refusal)
        if refusal.startswith(name):
            because = {r.id: r.because for r in guard.rules}
            assert refusal.partition("\n")[2].split("\n") == [f"{r}: {because[r]}" for r in decision.failed]
        verdicts[decision.allowed] += 1
        bits.update(decision.failed)
    assert verdicts[True] >= 20 and verdicts[False] >= 20
    assert set(bits) == {r.id for r in guard.rules}


def test_studies_are_judged_as_core_judges(connection: Connection) -> None:
    """The study's own guard agrees with core on random studies, refused by CHECK or by trigger."""
    rng = random.Random("studies")
    guard = guards()["StudyGuard"]
    verdicts: Counter[bool] = Counter()
    for _ in range(60):
        world = World(guard, OTHERS)
        policy = {"id": new(), "rem_excluded": rng.random() < 0.7}
        world.others = {**OTHERS, "rem_policy": {"effective_from": "2020-01-01Z"}}
        world.insert(connection, "rem_policy", policy)
        row = {
            "id": new(),
            "title": rng.choice(TITLES),
            "rem_sleep_allowed": rng.random() < 0.3,
            "rem_policy_id": policy["id"],
        }
        decision = decide(guard, world.env(row))
        assert world.failed(connection, row) == decision.failed
        refusal = stored_or_refused(connection, lambda w=world, r=row: w.insert(connection, "study", r))
        assert bool(refusal) is not decision.allowed
        verdicts[decision.allowed] += 1
    assert min(verdicts[True], verdicts[False]) >= 10


def test_limits_are_judged_as_core_judges(connection: Connection) -> None:
    """Range ends, values off the grid, NaN, infinity and missing values: the CHECKs refuse what core calls invalid."""
    rng = random.Random("limits")
    guard = guards()["ValidLimits"]
    for column in ('"min"', "fallback", '"max"', "max_change"):
        connection.execute(f"ALTER TABLE drug_limits ALTER {column} DROP NOT NULL".encode())
    odd = (-1, 2001, Fraction(1, 2), Decimal("NaN"), Decimal("Infinity"), None)
    verdicts: Counter[str] = Counter()
    for _ in range(400):
        world = World(guard, {"drug_limits": {"drug": "x"}})
        row: Row = {n: rng.choice((0, 1, 500, 1999, 2000)) for n in ("min", "fallback", "max", "max_change")}
        row["id"] = new()
        if rng.random() < 0.6:
            row |= {"min": 0, "max": 2000}
        if rng.random() < 0.3:
            row[rng.choice(("min", "fallback", "max", "max_change"))] = rng.choice(odd)
        decision = decide(guard, world.env(row))
        refusal = stored_or_refused(connection, lambda w=world, r=row: w.insert(connection, "drug_limits", r))
        assert bool(refusal) is not decision.allowed, (row, decision, refusal)
        if not decision.invalid:
            assert world.failed(connection, row) == decision.failed
        verdicts["invalid" if decision.invalid else "failed" if decision.failed else "allowed"] += 1
    assert min(verdicts[v] for v in ("invalid", "failed", "allowed")) >= 20


# ── later changes ────────────────────────────────────────────────────────────────────────────────────────────


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


# ── two at once ──────────────────────────────────────────────────────────────────────────────────────────────


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
