"""The demonstration's records: each lawful one accepted and each unlawful one refused, by database and guard alike."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

POLICY = "5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11"


def uid(n: int) -> str:
    return f"00000000-0000-4000-8000-{n:012d}"


RECORDS: Mapping[str, Sequence[Mapping[str, Any]]] = {
    "rem_policy": [
        {"id": POLICY, "label": "REM exclusion", "version": "2.0.0", "rem_excluded": True,
         "effective_from": "2026-01-01T00:00:00Z"},
    ],
    "study": [
        {"id": uid(1), "study_code": "S-01", "title": "Tremor in remission", "study_type": "WELLNESS",
         "rem_sleep_allowed": False, "rem_policy_id": POLICY},
    ],
    "device_family": [{"id": uid(10), "code": "XR-DEMO", "name": "XR headset"}],
    "calibration_profile": [
        {"id": uid(11), "family_id": uid(10), "code": "OPT-DEMO", "max_rms_mm": 2.0, "max_interval_days": 30},
    ],
    "device_asset": [
        {"id": uid(12), "family_id": uid(10), "serial": "A-1", "model": "M1", "status": "IN_USE"},
        {"id": uid(13), "family_id": uid(10), "serial": "A-2", "model": "M1", "status": "IN_USE"},
    ],
    "calibration_certificate": [
        {"id": uid(14), "number": "C-1", "issued_by": "NMI", "valid_from": "2026-01-01T00:00:00Z",
         "valid_to": "2027-01-01T00:00:00Z"},
    ],
    "calibration_record": [
        {"id": uid(20 + n), "device_id": device, "profile_id": uid(11), "certificate_id": uid(14),
         "performed_at": at, "operator": "OP-7", "result": result, "rms_mm": 0.4}
        for n, (device, at, result) in enumerate([
            (uid(12), "2026-11-10T08:00:00Z", "PASSED"),
            (uid(13), "2026-11-10T08:00:00Z", "PASSED"),
            (uid(13), "2026-11-12T08:00:00Z", "FAILED"),
        ])
    ],
}  # fmt: skip
SESSION = {
    "id": uid(30), "study_id": uid(1), "purpose": "Evening relaxation", "rem_flag": False,
    "started_at": "2026-11-20T21:00:00Z",
}  # fmt: skip
JOIN = {"id": uid(40), "session_id": uid(30), "device_id": uid(12), "joined_at": "2026-11-20T21:00:00Z"}
LIMITS = {
    "id": uid(50),
    "drug": "noradrenaline",
    "min": 0.02,
    "max": 1.0,
    "fallback": 0.05,
    "max_change": 0.1,
}


@dataclass(frozen=True, slots=True)
class Try:
    """One attempt: a statement on a table, and the guard's answer about the same record."""

    what: str
    table: str
    row: Mapping[str, Any]
    policy: str
    lawful: bool
    update: bool = False


TRIES = (
    Try("a session on a lawful study", "xr_session", SESSION, "session_guard", True),
    Try("a session flagged REM", "xr_session", {**SESSION, "id": uid(31), "rem_flag": True}, "session_guard", False),
    Try("a purpose spelt R.E.M.", "xr_session", {**SESSION, "id": uid(32), "purpose": "R.E.M. boost"},
        "session_guard", False),
    Try("the study, edited afterwards", "study", {**RECORDS["study"][0], "rem_sleep_allowed": True}, "study_guard",
        False, update=True),
    Try("a calibrated device joins", "xr_session_device", JOIN, "join_guard", True),
    Try("a device that failed since", "xr_session_device", {**JOIN, "id": uid(41), "device_id": uid(13)},
        "join_guard", False),
    Try("joining 40 days later", "xr_session_device",
        {**JOIN, "id": uid(42), "joined_at": "2026-12-20T21:00:00Z"}, "join_guard", False),
    Try("limits of a drug", "drug_limits", LIMITS, "valid_limits", True),
    Try("a fallback above the maximum", "drug_limits", {**LIMITS, "id": uid(51), "fallback": 1.5}, "valid_limits",
        False),
)  # fmt: skip


def load(folder: Path, name: str) -> ModuleType:
    """A generated guard as a module."""
    spec = importlib.util.spec_from_file_location(f"demo_{name}", folder / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def fields(row: Mapping[str, Any]) -> dict[str, Any]:
    """A table's row as the guard names its fields: `study_id` is the reference `study`."""
    return {name.removesuffix("_id") if name != "id" else name: value for name, value in row.items()}


def _find(table: str, key: str) -> dict[str, Any]:
    rows = [*RECORDS.get(table, ()), *([SESSION] if table == "xr_session" else [])]
    return fields(next(r for r in rows if r["id"] == key))


def _session(guard: ModuleType, row: Mapping[str, Any]) -> Any:
    study = _find("study", row["study_id"])
    policy = guard.read_rem_policy(_find("rem_policy", study["rem_policy"]))
    return guard.decide(guard.read_session(fields(row)), guard.read_study(study), policy)


def _study(guard: ModuleType, row: Mapping[str, Any]) -> Any:
    policy = guard.read_rem_policy(_find("rem_policy", row["rem_policy_id"]))
    return guard.decide(guard.read_study(fields(row)), policy)


def _join(guard: ModuleType, row: Mapping[str, Any]) -> Any:
    device = _find("device_asset", row["device_id"])
    family = _find("device_family", device["family"])
    profiles = [guard.read_profile(fields(p)) for p in RECORDS["calibration_profile"]]
    certificate = guard.read_certificate(_find("calibration_certificate", uid(14)))
    calibrations = [
        (guard.read_calibration(fields(c)), certificate)
        for c in RECORDS["calibration_record"]
        if c["device_id"] == row["device_id"]
    ]
    return guard.decide(
        guard.read_session_device(fields(row)), guard.read_device(device), guard.read_family(family),
        profiles, True, calibrations, True, guard.read_session(_find("xr_session", row["session_id"])),
    )  # fmt: skip


def _limits(guard: ModuleType, row: Mapping[str, Any]) -> Any:
    return guard.decide(guard.read_limits(fields(row)))


DECIDE: Mapping[str, Callable[[ModuleType, Mapping[str, Any]], Any]] = {
    "session_guard": _session,
    "study_guard": _study,
    "join_guard": _join,
    "valid_limits": _limits,
}


def insert(connection: Any, table: str, row: Mapping[str, Any]) -> None:
    columns = ", ".join(f'"{c}"' for c in row)
    values = ", ".join(["%s"] * len(row))
    connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({values})', list(row.values()))


def attempt(connection: Any, one: Try) -> str:
    """What the database says: nothing when it accepts, its own words when it refuses."""
    import psycopg

    try:
        with connection.transaction():
            if one.update:
                sets = ", ".join(f'"{c}" = %s' for c in one.row)
                connection.execute(
                    f'UPDATE "{one.table}" SET {sets} WHERE id = %s', [*one.row.values(), one.row["id"]]
                )
            else:
                insert(connection, one.table, one.row)
    except psycopg.errors.CheckViolation as refusal:
        detail = refusal.diag.message_detail or ""
        return f"{refusal.diag.constraint_name or refusal.diag.message_primary} {detail}".strip()
    return ""


def show(console: Console, uri: str, guards: Path) -> bool:
    """The table of attempts; whether database and guard agreed on every one, reasons included."""
    import psycopg

    table = Table(box=None, pad_edge=False)
    for name in ("", "PostgreSQL", "guard", "because"):
        table.add_column(name)
    modules = {name: load(guards, name) for name in DECIDE}
    agreed = True
    with psycopg.connect(uri, autocommit=True) as connection:
        for name, rows in RECORDS.items():
            for row in rows:
                insert(connection, name, row)
        for one in TRIES:
            said = attempt(connection, one)
            decision = DECIDE[one.policy](modules[one.policy], one.row)
            reasons = [r.because for r in decision.reasons]
            told = reasons_of_database(connection, one)
            agreed &= (said == "") == decision.allowed == one.lawful and told == [
                r.rule for r in decision.reasons
            ]
            table.add_row(
                one.what, mark(said == ""), mark(decision.allowed), Text("; ".join(reasons), style="dim")
            )
    console.print(table)
    return agreed


def reasons_of_database(connection: Any, one: Try) -> list[str]:
    """Every rule that the generated function finds broken for the row, accepted or not."""
    import json

    # The name of a generated function carries a mark of what it decides.
    (name,) = connection.execute(
        "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
        "WHERE n.nspname = 'aln' AND p.proname ~ %s",
        [f"^{one.policy}_[0-9a-f]{{8}}_failed$"],
    ).fetchone()
    found = connection.execute(
        f'SELECT "aln"."{name}"(jsonb_populate_record(NULL::"{one.table}", %s::jsonb))',
        [json.dumps(one.row)],
    ).fetchone()
    return list(found[0])


def mark(accepted: bool) -> Text:
    return Text("accepted", style="green") if accepted else Text("refused", style="red")
