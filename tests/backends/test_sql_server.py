"""The printed constraints and triggers, on a real server: rows are stored or refused as core's evaluator decides."""

from __future__ import annotations

import random
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from aln.core.evaluate import decide
from tests.backends.sql_stored import DAY, START, connection, database, new, session_others, stored_or_refused
from tests.backends.sql_world import Row, World, apply, guards
from tests.database.fixture import BASE, fresh_database

if TYPE_CHECKING:
    from tests.backends.sql_world import Connection

__all__ = ["connection", "database"]

pytestmark = pytest.mark.server

OTHERS = {"study": {"study_type": "WELLNESS"}}
TITLES = ("calm", "tremor in remission", "R.E.M. boost", "rem", "premier")


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
