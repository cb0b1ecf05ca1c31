# Generated from "infusion_sessions.aln", module InfusionSessions_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy DosingSessionRoles of InfusionSessions_v1_0_0: `allows` and `decide` judge one DosingSessionAccess.

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
POLICY: Final = "DosingSessionRoles"
POLICY_ID: Final = "7d3a5e81-0f92-4b6c-8c4e-61f8b2d9a709"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "180610642bfbf498c740ddec4180e65937da9bc82987e5d9a06d1dc69b4b48f4"
TRACES: Final = ("RC-SESS-1",)
EVENT_RULES: Final = ("DosingSessionRoles/no_role_grants_this_to_a_dosingsession",)


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
    Reached("", "DosingSessionAccess", "", "", "root", "", "", 0, False),
    Reached("record", "DosingSession", "dosing_session", "id", "ref", "", "record", 0, True),
)


_REASON_1: Final = Reason(
    rule="DosingSessionRoles/no_role_grants_this_to_a_dosingsession",
    because="no role grants this to a `DosingSession`",
    traces=("RC-SESS-1",),
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
_LABELS_1: Final = ("Admin", "Clinician", "Auditor")
_LABELS_2: Final = ("start", "read", "close")


@final
@dataclass(slots=True)
class DosingSessionAccess:
    """The fields of DosingSessionAccess that are read: raw values, None where missing, INVALID outside their domain.

    record: uuid
    role: label
    action: label
    """

    record: str | None
    role: str
    action: str


@final
@dataclass(slots=True)
class DosingSession:
    """The fields of DosingSession that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    closed_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    id: str
    closed_at: int | None


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


def read_dosing_session_access(data: Mapping[str, object]) -> DosingSessionAccess:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return DosingSessionAccess(
        record=_key(get("record")),
        role=_label(get("role"), _LABELS_1),
        action=_label(get("action"), _LABELS_2),
    )


def read_dosing_session(data: Mapping[str, object]) -> DosingSession:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return DosingSession(
        id=_key(get("id")),
        closed_at=_instant(get("closed_at"), _QUANTITY_1),
    )


def allows(
    dosing_session_access: DosingSessionAccess,
    record_: DosingSession | None,
) -> bool:
    """Whether the DosingSessionAccess is allowed; the first doubt ends it. Never raises."""
    try:
        if type(dosing_session_access) is not DosingSessionAccess:
            return False
        role = dosing_session_access.role
        action = dosing_session_access.action
        if (
            type(role) is not str
            or role not in {"Admin", "Clinician", "Auditor"}
            or type(action) is not str
            or action not in {"start", "read", "close"}
        ):
            return False
        if dosing_session_access.record is not None and type(dosing_session_access.record) is not str:
            return False
        if record_ is not None:
            if type(record_) is not DosingSession or type(record_.id) is not str:
                return False
            if record_.id != dosing_session_access.record:
                record_ = None
            else:
                record__closed_at = record_.closed_at
                if (
                        record__closed_at is not None
                        and (type(record__closed_at) is not int or not 0 <= record__closed_at <= 7258118399999999)
                    ):
                    return False
        return (
            (role == "Admin" and action == "start")
            or (role == "Admin" and action == "read")
            or (
                record_ is not None
                and record__closed_at is None
                and role == "Admin"
                and action == "close"
            )
            or (role == "Clinician" and action == "start")
            or (role == "Clinician" and action == "read")
            or (
                record_ is not None
                and record__closed_at is None
                and role == "Clinician"
                and action == "close"
            )
            or (role == "Auditor" and action == "read")
        )
    except Exception:
        return False


def decide(
    dosing_session_access: DosingSessionAccess,
    record_: DosingSession | None,
) -> Decision:
    """Whether the DosingSessionAccess is allowed and, if not, every reason why. Never raises."""
    if allows(
        dosing_session_access,
        record_,
    ):
        return ALLOWED
    try:
        return _explain(
            dosing_session_access,
            record_,
        )
    except Exception:
        return Decision(False, ("dosing_session_access",), ())


def _check_dosing_session_access(record: DosingSessionAccess, invalid: list[str]) -> DosingSessionAccess:
    if type(record.role) is not str or record.role not in {"Admin", "Clinician", "Auditor"}:
        invalid.append("role")
        record = replace(record, role="Admin")
    if type(record.action) is not str or record.action not in {"start", "read", "close"}:
        invalid.append("action")
        record = replace(record, action="start")
    return record


def _check_record_(
    parent: DosingSessionAccess | None, record: DosingSession | None, invalid: list[str]
) -> DosingSession | None:
    if parent is None:
        return None
    if parent.record is not None and type(parent.record) is not str:
        invalid.append("record")
    if record is None:
        return None
    if type(record) is not DosingSession:
        invalid.append("record")
        return None
    if type(record.id) is not str:
        invalid.append("record.id")
        return None
    if record.id != parent.record:
        return None
    if (
            record.closed_at is not None
            and (type(record.closed_at) is not int or not 0 <= record.closed_at <= 7258118399999999)
        ):
        invalid.append("record.closed_at")
        record = replace(record, closed_at=None)
    return record


def _explain(
    dosing_session_access: DosingSessionAccess,
    record_: DosingSession | None,
) -> Decision:
    if type(dosing_session_access) is not DosingSessionAccess:
        return Decision(False, ("dosing_session_access",), ())
    invalid: list[str] = []
    dosing_session_access = _check_dosing_session_access(dosing_session_access, invalid)
    record_ = _check_record_(dosing_session_access, record_, invalid)
    reasons: list[Reason] = []
    if not (
        (dosing_session_access.role == "Admin" and dosing_session_access.action == "start")
        or (dosing_session_access.role == "Admin" and dosing_session_access.action == "read")
        or (
            record_ is not None
            and record_.closed_at is None
            and dosing_session_access.role == "Admin"
            and dosing_session_access.action == "close"
        )
        or (dosing_session_access.role == "Clinician" and dosing_session_access.action == "start")
        or (dosing_session_access.role == "Clinician" and dosing_session_access.action == "read")
        or (
            record_ is not None
            and record_.closed_at is None
            and dosing_session_access.role == "Clinician"
            and dosing_session_access.action == "close"
        )
        or (dosing_session_access.role == "Auditor" and dosing_session_access.action == "read")
    ):
        reasons.append(_REASON_1)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
