# Generated from "infusion_sessions.aln", module InfusionSessions_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy DosingSessionGuard of InfusionSessions_v1_0_0: `allows` and `decide` judge one DosingSession.

A `read_...` function turns data into a record of raw values. Arguments are the record judged, each record
it refers to (None if there is none) and each list with whether it is complete; an element whose own
references are followed is given in a tuple with the records they name. Keys are checked: a record that is
not the one referred to is missing, and so is a list that is incomplete, too long, or not its owner's.
"""


from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, final

SOURCE: Final = "infusion_sessions.aln"
MODULE: Final = "InfusionSessions_v1_0_0"
POLICY: Final = "DosingSessionGuard"
POLICY_ID: Final = "7d3a5e81-0f92-4b6c-8c4e-61f8b2d9a709"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "f769d8d31caf48ce5b50593ed0e8b67b6ced7f6e6244442aea669ac386dfba59"
TRACES: Final = ("RC-PUMP-1", "RC-DRUG-1", "RC-SESS-1", "RC-SESS-2")
EVENT_RULES: Final = ("DosingSessionGuard/whoever_starts_the_session_is_not_on_record_or_has_no_authority", "DosingSessionGuard/whoever_closes_the_session_is_not_on_record_or_has_no_authority")


@final
class _Invalid:
    """The type of `INVALID`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "INVALID"


# A value that is not of its field's domain. It is not None, which is a value that is missing; no rule accepts it.
INVALID: Final[Any] = _Invalid()


class Quantity(NamedTuple):
    """How a number is counted: the raw value n, lo <= n <= hi, stands for n * step of `unit` (`code` in UCUM).

    `factor` is the exact size of the unit in the coherent unit of its `kind`.
    """

    lo: int
    hi: int
    step: Fraction
    unit: str
    code: str
    factor: Fraction
    kind: str


class Reason(NamedTuple):
    """A rule that is not true of a record: its id, the words of its author, and what it traces to."""

    rule: str
    because: str
    traces: tuple[str, ...]


class Reached(NamedTuple):
    """How a record is reached: `how` is root, ref (by the field `link` of `parent`) or many (whose `link` refers back)."""

    path: str
    entity: str
    table: str
    key: str
    how: str
    parent: str
    link: str
    maximum: int
    optional: bool


class Decision(NamedTuple):
    """What the guard says: allowed, or the fields outside their domain and every rule that is not true."""

    allowed: bool
    invalid: tuple[str, ...]
    reasons: tuple[Reason, ...]


ALLOWED: Final = Decision(True, (), ())


RECORDS: Final = (
    Reached("", "DosingSession", "dosing_session", "id", "root", "", "", 0, False),
    Reached("entry", "DrugEntry", "drug_library_entry", "id", "ref", "", "entry", 0, False),
    Reached("entry.limits", "Limits", "drug_limits", "id", "ref", "entry", "limits", 0, False),
    Reached("started_by", "StaffMember", "staff_member", "id", "ref", "", "started_by", 0, False),
    Reached("closed_by", "StaffMember", "staff_member", "id", "ref", "", "closed_by", 0, True),
)


_REASON_1: Final = Reason(
    rule="ValidLimits/the_fallback_rate_lies_outside_the_limits",
    because="the fallback rate lies outside the limits",
    traces=("RC-PUMP-1",),
)
_REASON_2: Final = Reason(
    rule="ValidLimits/the_rate_could_never_change",
    because="the rate could never change",
    traces=("RC-PUMP-1",),
)
_REASON_3: Final = Reason(
    rule="LimitsGuard/the_lowest_rate_is_below_0_02_mcg_kg_min",
    because="the lowest rate is below 0.02 mcg/kg/min",
    traces=("RC-DRUG-1",),
)
_REASON_4: Final = Reason(
    rule="LimitsGuard/the_highest_rate_is_above_1_00_mcg_kg_min",
    because="the highest rate is above 1.00 mcg/kg/min",
    traces=("RC-DRUG-1",),
)
_REASON_5: Final = Reason(
    rule="LimitsGuard/the_rate_could_change_by_more_than_0_10_mcg_kg_min",
    because="the rate could change by more than 0.10 mcg/kg/min in one step",
    traces=("RC-DRUG-1",),
)
_REASON_6: Final = Reason(
    rule="LimitsGuard/the_fallback_rate_is_above_0_05_mcg_kg_min",
    because="the fallback rate is above 0.05 mcg/kg/min",
    traces=("RC-DRUG-1",),
)
_REASON_7: Final = Reason(
    rule="DrugEntryGuard/the_solution_holds_none_of_the_drug",
    because="the solution holds none of the drug",
    traces=("RC-DRUG-1",),
)
_REASON_8: Final = Reason(
    rule="DrugEntryGuard/the_infusion_would_start_outside_its_limits",
    because="the infusion would start outside its limits",
    traces=("RC-DRUG-1",),
)
_REASON_9: Final = Reason(
    rule="DrugEntryGuard/the_first_step_could_not_reach_the_lowest_rate",
    because="the first step could not reach the lowest rate",
    traces=("RC-DRUG-1",),
)
_REASON_10: Final = Reason(
    rule="DosingSessionGuard/whoever_starts_the_session_is_not_on_record_or_has_no_authority",
    because="whoever starts the session is not on record, or has no authority",
    traces=("RC-SESS-1",),
)
_REASON_11: Final = Reason(
    rule="DosingSessionGuard/a_closed_session_tells_who_closed_it_and_when",
    because="a closed session tells who closed it and when",
    traces=("RC-SESS-2",),
)
_REASON_12: Final = Reason(
    rule="DosingSessionGuard/whoever_closes_the_session_is_not_on_record_or_has_no_authority",
    because="whoever closes the session is not on record, or has no authority",
    traces=("RC-SESS-1",),
)
_REASON_13: Final = Reason(
    rule="DosingSessionGuard/the_session_was_closed_before_it_started",
    because="the session was closed before it started",
    traces=("RC-SESS-2",),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=7258118399999999,
    step=Fraction(1),
    unit="",
    code="us",
    factor=Fraction(1, 1000000),
    kind="instant",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=100000000,
    step=Fraction(1, 1000),
    unit="mcg_per_mL",
    code="ug/mL",
    factor=Fraction(1),
    kind="mass/volume",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=2000,
    step=Fraction(1, 1000),
    unit="mcg_kg_min",
    code="ug/kg/min",
    factor=Fraction(1, 60000000000),
    kind="mass/mass/time",
)
_LABELS_1: Final = ("ADMIN", "CLINICIAN", "AUDITOR", "OPERATOR", "DATA_PROTECTION")


@final
@dataclass(slots=True)
class DosingSession:
    """The fields of DosingSession that are read: raw values, None where missing, INVALID outside their domain.

    entry: uuid
    started_by: uuid
    closed_by: uuid
    closed_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    started_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    entry: str
    started_by: str
    closed_by: str | None
    closed_at: int | None
    started_at: int


@final
@dataclass(slots=True)
class DrugEntry:
    """The fields of DrugEntry that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    limits: uuid
    concentration: number, n for n * 1/1000 ug/mL, n in 0 .. 100000000
    start_rate: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    """

    id: str
    limits: str
    concentration: int
    start_rate: int


@final
@dataclass(slots=True)
class Limits:
    """The fields of Limits that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    min: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    fallback: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max_change: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    """

    id: str
    min: int
    fallback: int
    max: int
    max_change: int


@final
@dataclass(slots=True)
class StaffMember:
    """The fields of StaffMember that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid of StaffMember
    role: label of StaffRole
    """

    id: str
    role: str


class Inputs(NamedTuple):
    """What is stated beside the records; where it is invalid it is named with `@` before it.

    actor: uuid
    """

    actor: str | None


# How far a binary floating-point number may lie from a grid point, in grid steps, to stand for it.
TOLERANCE: Final = Fraction(1, 2**20)
_UUID: Final = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_INSTANT: Final = re.compile(
    "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})"
    "(?:[.]([0-9]{1,6})0*)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def _flag(value: object) -> Any:
    return value if value is None or type(value) is bool else INVALID


def _text(value: object) -> Any:
    return value if value is None or type(value) is str else INVALID


def _label(value: object, labels: tuple[str, ...]) -> Any:
    return value if value is None or (type(value) is str and value in labels) else INVALID


def _key(value: object) -> Any:
    """A UUID in its canonical text: lower case, with hyphens."""
    if value is None:
        return None
    return value.lower() if type(value) is str and _UUID.fullmatch(value.lower()) else INVALID


def _count(steps: Fraction, quantity: Quantity, tolerance: Fraction) -> Any:
    nearest = round(steps)
    if abs(steps - nearest) > tolerance or not quantity.lo <= nearest <= quantity.hi:
        return INVALID
    return nearest


def _number(value: object, quantity: Quantity) -> Any:
    """An int or a Decimal on the grid exactly, or a finite float within `TOLERANCE` of it, as its raw count."""
    if value is None:
        return None
    if type(value) is int:
        return _count(Fraction(value) / quantity.step, quantity, Fraction(0))
    if type(value) is Decimal:
        # Beyond these no domain reaches, and an exact fraction would not fit in memory.
        if not value.is_finite() or value.adjusted() > 400 or len(value.as_tuple().digits) > 400:
            return INVALID
        if value and value.adjusted() < -400:
            return INVALID
        return _count(Fraction(value) / quantity.step if value else Fraction(0), quantity, Fraction(0))
    if type(value) is float and value - value == 0:
        return _count(Fraction(value) / quantity.step, quantity, TOLERANCE)
    return INVALID


def _instant(value: object, quantity: Quantity) -> Any:
    """Microseconds since 1970-01-01 UTC, or ISO 8601 text with `Z` or an offset, as the raw count."""
    if value is None:
        return None
    if type(value) is int:
        return _count(Fraction(value, 10**6) / (quantity.step * quantity.factor), quantity, Fraction(0))
    found = _INSTANT.fullmatch(value) if type(value) is str else None
    if found is None:
        return INVALID
    day, time, fraction, offset = found.groups()
    try:
        when = datetime.fromisoformat(day + "T" + time + ("+00:00" if offset in "Zz" else offset))
    except ValueError:
        return INVALID
    micros = (when - _EPOCH) // timedelta(microseconds=1) + int((fraction or "0").ljust(6, "0"))
    return _count(Fraction(micros, 10**6) / (quantity.step * quantity.factor), quantity, Fraction(0))


def _invalid_field(name: str) -> object:
    """What every field of data that is no record is."""
    return INVALID


def read_dosing_session(data: Mapping[str, object]) -> DosingSession:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return DosingSession(
        entry=_key(get("entry")),
        started_by=_key(get("started_by")),
        closed_by=_key(get("closed_by")),
        closed_at=_instant(get("closed_at"), _QUANTITY_1),
        started_at=_instant(get("started_at"), _QUANTITY_1),
    )


def read_drug_entry(data: Mapping[str, object]) -> DrugEntry:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return DrugEntry(
        id=_key(get("id")),
        limits=_key(get("limits")),
        concentration=_number(get("concentration"), _QUANTITY_2),
        start_rate=_number(get("start_rate"), _QUANTITY_3),
    )


def read_limits(data: Mapping[str, object]) -> Limits:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Limits(
        id=_key(get("id")),
        min=_number(get("min"), _QUANTITY_3),
        fallback=_number(get("fallback"), _QUANTITY_3),
        max=_number(get("max"), _QUANTITY_3),
        max_change=_number(get("max_change"), _QUANTITY_3),
    )


def read_staff_member(data: Mapping[str, object]) -> StaffMember:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return StaffMember(
        id=_key(get("id")),
        role=_label(get("role"), _LABELS_1),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        actor=_key(get("actor")),
    )


def allows(
    dosing_session: DosingSession,
    entry: DrugEntry | None,
    entry_limits: Limits | None,
    started_by: StaffMember | None,
    closed_by: StaffMember | None,
    *,
    actor: str | None = None,
) -> bool:
    """Whether the DosingSession is allowed; the first doubt ends it. Never raises."""
    try:
        if type(actor) is not str:
            return False
        if type(dosing_session) is not DosingSession:
            return False
        closed_at = dosing_session.closed_at
        started_at = dosing_session.started_at
        if (
            (
                closed_at is not None
                and (type(closed_at) is not int or not 0 <= closed_at <= 7258118399999999)
            )
            or type(started_at) is not int
            or not 0 <= started_at <= 7258118399999999
        ):
            return False
        if dosing_session.entry is not None and type(dosing_session.entry) is not str:
            return False
        if entry is not None:
            if type(entry) is not DrugEntry or type(entry.id) is not str:
                return False
            if entry.id != dosing_session.entry:
                entry = None
            else:
                entry_concentration = entry.concentration
                entry_start_rate = entry.start_rate
                if (
                    type(entry_concentration) is not int
                    or not 0 <= entry_concentration <= 100000000
                    or type(entry_start_rate) is not int
                    or not 0 <= entry_start_rate <= 2000
                ):
                    return False
        if entry is None:
            entry_limits = None
        else:
            if entry.limits is not None and type(entry.limits) is not str:
                return False
            if entry_limits is not None:
                if type(entry_limits) is not Limits or type(entry_limits.id) is not str:
                    return False
                if entry_limits.id != entry.limits:
                    entry_limits = None
                else:
                    entry_limits_min = entry_limits.min
                    entry_limits_fallback = entry_limits.fallback
                    entry_limits_max = entry_limits.max
                    entry_limits_max_change = entry_limits.max_change
                    if (
                        type(entry_limits_min) is not int
                        or not 0 <= entry_limits_min <= 2000
                        or type(entry_limits_fallback) is not int
                        or not 0 <= entry_limits_fallback <= 2000
                        or type(entry_limits_max) is not int
                        or not 0 <= entry_limits_max <= 2000
                        or type(entry_limits_max_change) is not int
                        or not 0 <= entry_limits_max_change <= 2000
                    ):
                        return False
        if dosing_session.started_by is not None and type(dosing_session.started_by) is not str:
            return False
        if started_by is not None:
            if type(started_by) is not StaffMember or type(started_by.id) is not str:
                return False
            if started_by.id != dosing_session.started_by:
                started_by = None
            else:
                started_by_role = started_by.role
                if (
                    type(started_by_role) is not str
                    or started_by_role not in {"ADMIN", "CLINICIAN", "AUDITOR", "OPERATOR", "DATA_PROTECTION"}
                ):
                    return False
        if dosing_session.closed_by is not None and type(dosing_session.closed_by) is not str:
            return False
        if closed_by is not None:
            if type(closed_by) is not StaffMember or type(closed_by.id) is not str:
                return False
            if closed_by.id != dosing_session.closed_by:
                closed_by = None
            else:
                closed_by_id = closed_by.id
                closed_by_role = closed_by.role
                if (
                    type(closed_by_id) is not str
                    or type(closed_by_role) is not str
                    or closed_by_role not in {"ADMIN", "CLINICIAN", "AUDITOR", "OPERATOR", "DATA_PROTECTION"}
                ):
                    return False
        if entry_limits is None:
            return False
        if entry is None:
            return False
        if not entry_limits_min <= entry_limits_fallback:
            return False
        if not entry_limits_fallback <= entry_limits_max:
            return False
        if not entry_limits_max_change > 0:
            return False
        if not entry_limits_min >= 20:
            return False
        if not entry_limits_max <= 1000:
            return False
        if not entry_limits_max_change <= 100:
            return False
        if not entry_limits_fallback <= 50:
            return False
        if not entry_concentration > 0:
            return False
        if not (
            (entry is not None and entry_start_rate == 0)
            or (
                entry_limits is not None
                and entry is not None
                and entry_limits_min <= entry_start_rate
                and entry_start_rate <= entry_limits_max
            )
        ):
            return False
        if not (
            (entry is not None and entry_start_rate != 0)
            or (entry_limits is not None and entry_limits_min <= entry_limits_max_change)
        ):
            return False
        if not (
            closed_at is not None
            or (
                started_by is not None
                and actor is not None
                and started_by.id == actor
                and (
                    (started_by is not None and started_by_role == "CLINICIAN")
                    or (started_by is not None and started_by_role == "ADMIN")
                )
            )
        ):
            return False
        if not (
            (closed_at is not None and closed_by is not None)
            or (closed_at is None and closed_by is None)
        ):
            return False
        if not (
            closed_by is None
            or (
                actor is not None
                and closed_by.id == actor
                and (
                    (closed_by is not None and closed_by_role == "CLINICIAN")
                    or (closed_by is not None and closed_by_role == "ADMIN")
                )
            )
        ):
            return False
        return closed_at is None or started_at <= closed_at
    except Exception:
        return False


def decide(
    dosing_session: DosingSession,
    entry: DrugEntry | None,
    entry_limits: Limits | None,
    started_by: StaffMember | None,
    closed_by: StaffMember | None,
    *,
    actor: str | None = None,
) -> Decision:
    """Whether the DosingSession is allowed and, if not, every reason why. Never raises."""
    if allows(
        dosing_session,
        entry,
        entry_limits,
        started_by,
        closed_by,
        actor=actor,
    ):
        return ALLOWED
    try:
        return _explain(
            dosing_session,
            entry,
            entry_limits,
            started_by,
            closed_by,
            actor=actor,
        )
    except Exception:
        return Decision(False, ("dosing_session",), ())


def _check_dosing_session(record: DosingSession, invalid: list[str]) -> DosingSession:
    if (
            record.closed_at is not None
            and (type(record.closed_at) is not int or not 0 <= record.closed_at <= 7258118399999999)
        ):
        invalid.append("closed_at")
        record = replace(record, closed_at=None)
    if type(record.started_at) is not int or not 0 <= record.started_at <= 7258118399999999:
        invalid.append("started_at")
        record = replace(record, started_at=0)
    return record


def _check_entry(
    parent: DosingSession | None, record: DrugEntry | None, invalid: list[str]
) -> DrugEntry | None:
    if parent is None:
        return None
    if parent.entry is not None and type(parent.entry) is not str:
        invalid.append("entry")
    if record is None:
        return None
    if type(record) is not DrugEntry:
        invalid.append("entry")
        return None
    if type(record.id) is not str:
        invalid.append("entry.id")
        return None
    if record.id != parent.entry:
        return None
    if type(record.concentration) is not int or not 0 <= record.concentration <= 100000000:
        invalid.append("entry.concentration")
        record = replace(record, concentration=0)
    if type(record.start_rate) is not int or not 0 <= record.start_rate <= 2000:
        invalid.append("entry.start_rate")
        record = replace(record, start_rate=0)
    return record


def _check_entry_limits(
    parent: DrugEntry | None, record: Limits | None, invalid: list[str]
) -> Limits | None:
    if parent is None:
        return None
    if parent.limits is not None and type(parent.limits) is not str:
        invalid.append("entry.limits")
    if record is None:
        return None
    if type(record) is not Limits:
        invalid.append("entry.limits")
        return None
    if type(record.id) is not str:
        invalid.append("entry.limits.id")
        return None
    if record.id != parent.limits:
        return None
    if type(record.min) is not int or not 0 <= record.min <= 2000:
        invalid.append("entry.limits.min")
        record = replace(record, min=0)
    if type(record.fallback) is not int or not 0 <= record.fallback <= 2000:
        invalid.append("entry.limits.fallback")
        record = replace(record, fallback=0)
    if type(record.max) is not int or not 0 <= record.max <= 2000:
        invalid.append("entry.limits.max")
        record = replace(record, max=0)
    if type(record.max_change) is not int or not 0 <= record.max_change <= 2000:
        invalid.append("entry.limits.max_change")
        record = replace(record, max_change=0)
    return record


def _check_started_by(
    parent: DosingSession | None, record: StaffMember | None, invalid: list[str]
) -> StaffMember | None:
    if parent is None:
        return None
    if parent.started_by is not None and type(parent.started_by) is not str:
        invalid.append("started_by")
    if record is None:
        return None
    if type(record) is not StaffMember:
        invalid.append("started_by")
        return None
    if type(record.id) is not str:
        invalid.append("started_by.id")
        return None
    if record.id != parent.started_by:
        return None
    if (
        type(record.role) is not str
        or record.role not in {"ADMIN", "CLINICIAN", "AUDITOR", "OPERATOR", "DATA_PROTECTION"}
    ):
        invalid.append("started_by.role")
        record = replace(record, role="ADMIN")
    return record


def _check_closed_by(
    parent: DosingSession | None, record: StaffMember | None, invalid: list[str]
) -> StaffMember | None:
    if parent is None:
        return None
    if parent.closed_by is not None and type(parent.closed_by) is not str:
        invalid.append("closed_by")
    if record is None:
        return None
    if type(record) is not StaffMember:
        invalid.append("closed_by")
        return None
    if type(record.id) is not str:
        invalid.append("closed_by.id")
        return None
    if record.id != parent.closed_by:
        return None
    if type(record.id) is not str:
        invalid.append("closed_by.id")
        record = replace(record, id="00000000-0000-0000-0000-000000000000")
    if (
        type(record.role) is not str
        or record.role not in {"ADMIN", "CLINICIAN", "AUDITOR", "OPERATOR", "DATA_PROTECTION"}
    ):
        invalid.append("closed_by.role")
        record = replace(record, role="ADMIN")
    return record


def _explain(
    dosing_session: DosingSession,
    entry: DrugEntry | None,
    entry_limits: Limits | None,
    started_by: StaffMember | None,
    closed_by: StaffMember | None,
    *,
    actor: str | None,
) -> Decision:
    if type(dosing_session) is not DosingSession:
        return Decision(False, ("dosing_session",), ())
    invalid: list[str] = []
    if type(actor) is not str:
        invalid.append("@actor")
        actor = None
    dosing_session = _check_dosing_session(dosing_session, invalid)
    entry = _check_entry(dosing_session, entry, invalid)
    entry_limits = _check_entry_limits(entry, entry_limits, invalid)
    started_by = _check_started_by(dosing_session, started_by, invalid)
    closed_by = _check_closed_by(dosing_session, closed_by, invalid)
    reasons: list[Reason] = []
    if not (
        entry_limits is not None
        and entry_limits.min <= entry_limits.fallback
        and entry_limits.fallback <= entry_limits.max
    ):
        reasons.append(_REASON_1)
    if not (entry_limits is not None and entry_limits.max_change > 0):
        reasons.append(_REASON_2)
    if not (entry_limits is not None and entry_limits.min >= 20):
        reasons.append(_REASON_3)
    if not (entry_limits is not None and entry_limits.max <= 1000):
        reasons.append(_REASON_4)
    if not (entry_limits is not None and entry_limits.max_change <= 100):
        reasons.append(_REASON_5)
    if not (entry_limits is not None and entry_limits.fallback <= 50):
        reasons.append(_REASON_6)
    if not (entry is not None and entry.concentration > 0):
        reasons.append(_REASON_7)
    if not (
        (entry is not None and entry.start_rate == 0)
        or (
            entry_limits is not None
            and entry is not None
            and entry_limits.min <= entry.start_rate
            and entry.start_rate <= entry_limits.max
        )
    ):
        reasons.append(_REASON_8)
    if not (
        (entry is not None and entry.start_rate != 0)
        or (entry_limits is not None and entry_limits.min <= entry_limits.max_change)
    ):
        reasons.append(_REASON_9)
    if not (
        dosing_session.closed_at is not None
        or (
            started_by is not None
            and actor is not None
            and started_by.id == actor
            and (
                (started_by is not None and started_by.role == "CLINICIAN")
                or (started_by is not None and started_by.role == "ADMIN")
            )
        )
    ):
        reasons.append(_REASON_10)
    if not (
        (dosing_session.closed_at is not None and closed_by is not None)
        or (dosing_session.closed_at is None and closed_by is None)
    ):
        reasons.append(_REASON_11)
    if not (
        closed_by is None
        or (
            actor is not None
            and closed_by.id == actor
            and (
                (closed_by is not None and closed_by.role == "CLINICIAN")
                or (closed_by is not None and closed_by.role == "ADMIN")
            )
        )
    ):
        reasons.append(_REASON_12)
    if not (
        dosing_session.closed_at is None
        or dosing_session.started_at <= dosing_session.closed_at
    ):
        reasons.append(_REASON_13)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
