# Generated from "calibration.aln", module Calibration_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy JoinGuard of Calibration_v1_0_0: `allows` and `decide` judge one SessionDevice.

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
from typing import Any, Final, NamedTuple, TypeAlias, final

SOURCE: Final = "calibration.aln"
MODULE: Final = "Calibration_v1_0_0"
POLICY: Final = "JoinGuard"
POLICY_ID: Final = "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "c2d14624d08402c245b7b7a42a2eb3c86ecee77ee7c2174cd21356f94469baa4"
TRACES: Final = ("RC-CAL-1", "SOP-CAL-410", "RC-CAL-2", "SOP-CAL-310", "RC-CAL-3", "SOP-CAL-040", "RC-CAL-4")


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
    Reached("", "SessionDevice", "xr_session_device", "id", "root", "", "", 0, False),
    Reached("device", "Device", "device_asset", "id", "ref", "", "device", 0, False),
    Reached("device.family", "Family", "device_family", "id", "ref", "device", "family", 0, False),
    Reached("device.family.profiles", "Profile", "calibration_profile", "id", "many", "device.family", "family", 8, False),
    Reached("device.calibrations", "Calibration", "calibration_record", "id", "many", "device", "device", 64, False),
    Reached("device.calibrations.certificate", "Certificate", "calibration_certificate", "id", "ref", "device.calibrations", "certificate", 0, False),
    Reached("session", "Session", "xr_session", "id", "ref", "", "session", 0, False),
)


_REASON_1: Final = Reason(
    rule="JoinGuard/the_devices_family_requires_no_calibration_profile",
    because="the device's family requires no calibration profile",
    traces=("RC-CAL-1",),
)
_REASON_2: Final = Reason(
    rule="JoinGuard/the_latest_calibration_of_a_required_profile_is_not_passed",
    because="the latest calibration of a required profile is not passed",
    traces=("RC-CAL-1", "SOP-CAL-410"),
)
_REASON_3: Final = Reason(
    rule="JoinGuard/the_latest_calibration_of_a_required_profile_is_older_than_its_interval",
    because="the latest calibration of a required profile is older than its interval",
    traces=("RC-CAL-1",),
)
_REASON_4: Final = Reason(
    rule="JoinGuard/a_measured_value_exceeds_the_maximum_of_its_profile",
    because="a measured value exceeds the maximum of its profile",
    traces=("RC-CAL-2", "SOP-CAL-310"),
)
_REASON_5: Final = Reason(
    rule="JoinGuard/the_certificate_of_the_latest_calibration_is_not_valid_then",
    because="the certificate of the latest calibration is not valid then",
    traces=("RC-CAL-3", "SOP-CAL-040"),
)
_REASON_6: Final = Reason(
    rule="JoinGuard/the_device_joins_before_its_session_starts",
    because="the device joins before its session starts",
    traces=("RC-CAL-4",),
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
    lo=1,
    hi=3650,
    step=Fraction(1),
    unit="d",
    code="d",
    factor=Fraction(86400),
    kind="time",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=1000000,
    step=Fraction(1, 1000),
    unit="mm",
    code="mm",
    factor=Fraction(1, 1000),
    kind="length",
)
_QUANTITY_4: Final = Quantity(
    lo=0,
    hi=100000,
    step=Fraction(1, 1000),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_LABELS_1: Final = ("PASSED", "FAILED", "PENDING")


@final
@dataclass(slots=True)
class SessionDevice:
    """The fields of SessionDevice that are read: raw values, None where missing, INVALID outside their domain.

    device: uuid
    session: uuid
    joined_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    device: str
    session: str
    joined_at: int


@final
@dataclass(slots=True)
class Device:
    """The fields of Device that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    family: uuid
    """

    id: str
    family: str


@final
@dataclass(slots=True)
class Family:
    """The fields of Family that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    """

    id: str


@final
@dataclass(slots=True)
class Profile:
    """The fields of Profile that are read: raw values, None where missing, INVALID outside their domain.

    family: uuid
    id: uuid of Profile
    max_interval_days: number, n for n * 1 d, n in 1 .. 3650
    max_rms_mm: number, n for n * 1/1000 mm, n in 0 .. 1000000
    max_bias_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    max_cv_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    """

    family: str
    id: str
    max_interval_days: int
    max_rms_mm: int | None
    max_bias_pct: int | None
    max_cv_pct: int | None


@final
@dataclass(slots=True)
class Calibration:
    """The fields of Calibration that are read: raw values, None where missing, INVALID outside their domain.

    device: uuid
    certificate: uuid
    profile: uuid of Profile
    performed_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    result: label of Result
    rms_mm: number, n for n * 1/1000 mm, n in 0 .. 1000000
    bias_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    cv_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    """

    device: str
    certificate: str
    profile: str
    performed_at: int
    result: str
    rms_mm: int | None
    bias_pct: int | None
    cv_pct: int | None


@final
@dataclass(slots=True)
class Certificate:
    """The fields of Certificate that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    valid_from: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    valid_to: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    id: str
    valid_from: int
    valid_to: int


@final
@dataclass(slots=True)
class Session:
    """The fields of Session that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    started_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    id: str
    started_at: int


CalibrationRow: TypeAlias = tuple[Calibration, Certificate | None]


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


def read_session_device(data: Mapping[str, object]) -> SessionDevice:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return SessionDevice(
        device=_key(get("device")),
        session=_key(get("session")),
        joined_at=_instant(get("joined_at"), _QUANTITY_1),
    )


def read_device(data: Mapping[str, object]) -> Device:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Device(
        id=_key(get("id")),
        family=_key(get("family")),
    )


def read_family(data: Mapping[str, object]) -> Family:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Family(
        id=_key(get("id")),
    )


def read_profile(data: Mapping[str, object]) -> Profile:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Profile(
        family=_key(get("family")),
        id=_key(get("id")),
        max_interval_days=_number(get("max_interval_days"), _QUANTITY_2),
        max_rms_mm=_number(get("max_rms_mm"), _QUANTITY_3),
        max_bias_pct=_number(get("max_bias_pct"), _QUANTITY_4),
        max_cv_pct=_number(get("max_cv_pct"), _QUANTITY_4),
    )


def read_calibration(data: Mapping[str, object]) -> Calibration:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Calibration(
        device=_key(get("device")),
        certificate=_key(get("certificate")),
        profile=_key(get("profile")),
        performed_at=_instant(get("performed_at"), _QUANTITY_1),
        result=_label(get("result"), _LABELS_1),
        rms_mm=_number(get("rms_mm"), _QUANTITY_3),
        bias_pct=_number(get("bias_pct"), _QUANTITY_4),
        cv_pct=_number(get("cv_pct"), _QUANTITY_4),
    )


def read_certificate(data: Mapping[str, object]) -> Certificate:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Certificate(
        id=_key(get("id")),
        valid_from=_instant(get("valid_from"), _QUANTITY_1),
        valid_to=_instant(get("valid_to"), _QUANTITY_1),
    )


def read_session(data: Mapping[str, object]) -> Session:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Session(
        id=_key(get("id")),
        started_at=_instant(get("started_at"), _QUANTITY_1),
    )


def allows(
    session_device: SessionDevice,
    device: Device | None,
    device_family: Family | None,
    device_family_profiles: tuple[Profile, ...] | list[Profile],
    device_family_profiles_complete: bool,
    device_calibrations: tuple[CalibrationRow, ...] | list[CalibrationRow],
    device_calibrations_complete: bool,
    session: Session | None,
) -> bool:
    """Whether the SessionDevice is allowed; the first doubt ends it. Never raises."""
    try:
        if type(session_device) is not SessionDevice:
            return False
        joined_at = session_device.joined_at
        if type(joined_at) is not int or not 0 <= joined_at <= 7258118399999999:
            return False
        if session_device.device is not None and type(session_device.device) is not str:
            return False
        if device is not None:
            if type(device) is not Device or type(device.id) is not str:
                return False
            if device.id != session_device.device:
                device = None
        if device is None:
            device_family = None
        else:
            if device.family is not None and type(device.family) is not str:
                return False
            if device_family is not None:
                if type(device_family) is not Family or type(device_family.id) is not str:
                    return False
                if device_family.id != device.family:
                    device_family = None
        if type(device_family_profiles) is not tuple and type(device_family_profiles) is not list:
            return False
        if type(device_family_profiles_complete) is not bool:
            return False
        device_family_profiles_rows: tuple[Profile, ...] | list[Profile] | None = None
        if device_family is not None and device_family_profiles_complete and len(device_family_profiles) <= 8:
            device_family_profiles_sound = True
            for profile in device_family_profiles:
                if type(profile) is not Profile:
                    return False
                if profile.family is not None and type(profile.family) is not str:
                    return False
                if profile.family != device_family.id:
                    break
                id = profile.id
                max_interval_days = profile.max_interval_days
                max_rms_mm = profile.max_rms_mm
                max_bias_pct = profile.max_bias_pct
                max_cv_pct = profile.max_cv_pct
                if (
                    type(id) is not str
                    or type(max_interval_days) is not int
                    or not 1 <= max_interval_days <= 3650
                    or (
                        max_rms_mm is not None
                        and (type(max_rms_mm) is not int or not 0 <= max_rms_mm <= 1000000)
                    )
                    or (
                        max_bias_pct is not None
                        and (type(max_bias_pct) is not int or not 0 <= max_bias_pct <= 100000)
                    )
                    or (
                        max_cv_pct is not None
                        and (type(max_cv_pct) is not int or not 0 <= max_cv_pct <= 100000)
                    )
                ):
                    device_family_profiles_sound = False
            else:
                if not device_family_profiles_sound:
                    return False
                device_family_profiles_rows = device_family_profiles
        if type(device_calibrations) is not tuple and type(device_calibrations) is not list:
            return False
        if type(device_calibrations_complete) is not bool:
            return False
        device_calibrations_rows: tuple[CalibrationRow, ...] | list[CalibrationRow] | None = None
        if device is not None and device_calibrations_complete and len(device_calibrations) <= 64:
            device_calibrations_sound = True
            device_calibrations_checked: list[CalibrationRow] = []
            for device_calibrations_row in device_calibrations:
                if type(device_calibrations_row) is not tuple or len(device_calibrations_row) != 2:
                    return False
                calibration, certificate = device_calibrations_row
                if type(calibration) is not Calibration:
                    return False
                if calibration.device is not None and type(calibration.device) is not str:
                    return False
                if calibration.device != device.id:
                    break
                profile_ = calibration.profile
                performed_at = calibration.performed_at
                result = calibration.result
                rms_mm = calibration.rms_mm
                bias_pct = calibration.bias_pct
                cv_pct = calibration.cv_pct
                if (
                    type(profile_) is not str
                    or type(performed_at) is not int
                    or not 0 <= performed_at <= 7258118399999999
                    or type(result) is not str
                    or result not in {"PASSED", "FAILED", "PENDING"}
                    or (
                        rms_mm is not None
                        and (type(rms_mm) is not int or not 0 <= rms_mm <= 1000000)
                    )
                    or (
                        bias_pct is not None
                        and (type(bias_pct) is not int or not 0 <= bias_pct <= 100000)
                    )
                    or (
                        cv_pct is not None
                        and (type(cv_pct) is not int or not 0 <= cv_pct <= 100000)
                    )
                ):
                    device_calibrations_sound = False
                if calibration.certificate is not None and type(calibration.certificate) is not str:
                    device_calibrations_sound = False
                if certificate is not None:
                    if type(certificate) is not Certificate or type(certificate.id) is not str:
                        device_calibrations_sound = False
                        certificate = None
                    elif certificate.id != calibration.certificate:
                        certificate = None
                    else:
                        certificate_valid_from = certificate.valid_from
                        certificate_valid_to = certificate.valid_to
                        if (
                            type(certificate_valid_from) is not int
                            or not 0 <= certificate_valid_from <= 7258118399999999
                            or type(certificate_valid_to) is not int
                            or not 0 <= certificate_valid_to <= 7258118399999999
                        ):
                            device_calibrations_sound = False
                device_calibrations_checked.append((calibration, certificate))
            else:
                if not device_calibrations_sound:
                    return False
                device_calibrations_rows = device_calibrations_checked
        if session_device.session is not None and type(session_device.session) is not str:
            return False
        if session is not None:
            if type(session) is not Session or type(session.id) is not str:
                return False
            if session.id != session_device.session:
                session = None
            else:
                session_started_at = session.started_at
                if (
                    type(session_started_at) is not int
                    or not 0 <= session_started_at <= 7258118399999999
                ):
                    return False
        if device_family_profiles_rows is None:
            return False
        if session is None:
            return False
        if not session_started_at <= joined_at:
            return False
        if not len(device_family_profiles_rows) > 0:
            return False
        for p in device_family_profiles_rows:
            if device_calibrations_rows is None:
                return False
            for c, _ in device_calibrations_rows:
                if c.profile == p.id and c.performed_at <= joined_at:
                    break
            else:
                return False
            greatest = max(
                [
                    c.performed_at if c.profile == p.id and c.performed_at <= joined_at else 0
                    for c, _ in device_calibrations_rows
                ],
                default=0,
            )
            for c, c_certificate in device_calibrations_rows:
                if not (
                    c.profile != p.id
                    or joined_at < c.performed_at
                    or c.performed_at != greatest
                    or (
                        c_certificate is not None
                        and c.result == "PASSED"
                        and joined_at <= c.performed_at + p.max_interval_days * 86400000000
                        and (
                            p.max_rms_mm is None
                            or (c.rms_mm is not None and c.rms_mm <= p.max_rms_mm)
                        )
                        and (
                            p.max_bias_pct is None
                            or (c.bias_pct is not None and c.bias_pct <= p.max_bias_pct)
                        )
                        and (
                            p.max_cv_pct is None
                            or (c.cv_pct is not None and c.cv_pct <= p.max_cv_pct)
                        )
                        and c_certificate.valid_from <= joined_at
                        and joined_at < c_certificate.valid_to
                    )
                ):
                    return False
        return True
    except Exception:
        return False


def decide(
    session_device: SessionDevice,
    device: Device | None,
    device_family: Family | None,
    device_family_profiles: tuple[Profile, ...] | list[Profile],
    device_family_profiles_complete: bool,
    device_calibrations: tuple[CalibrationRow, ...] | list[CalibrationRow],
    device_calibrations_complete: bool,
    session: Session | None,
) -> Decision:
    """Whether the SessionDevice is allowed and, if not, every reason why. Never raises."""
    if allows(
        session_device,
        device,
        device_family,
        device_family_profiles,
        device_family_profiles_complete,
        device_calibrations,
        device_calibrations_complete,
        session,
    ):
        return ALLOWED
    try:
        return _explain(
            session_device,
            device,
            device_family,
            device_family_profiles,
            device_family_profiles_complete,
            device_calibrations,
            device_calibrations_complete,
            session,
        )
    except Exception:
        return Decision(False, ("session_device",), ())


def _check_session_device(record: SessionDevice, invalid: list[str]) -> SessionDevice:
    if type(record.joined_at) is not int or not 0 <= record.joined_at <= 7258118399999999:
        invalid.append("joined_at")
        record = replace(record, joined_at=0)
    return record


def _check_device(
    parent: SessionDevice | None, record: Device | None, invalid: list[str]
) -> Device | None:
    if parent is None:
        return None
    if parent.device is not None and type(parent.device) is not str:
        invalid.append("device")
    if record is None:
        return None
    if type(record) is not Device:
        invalid.append("device")
        return None
    if type(record.id) is not str:
        invalid.append("device.id")
        return None
    if record.id != parent.device:
        return None
    return record


def _check_device_family(
    parent: Device | None, record: Family | None, invalid: list[str]
) -> Family | None:
    if parent is None:
        return None
    if parent.family is not None and type(parent.family) is not str:
        invalid.append("device.family")
    if record is None:
        return None
    if type(record) is not Family:
        invalid.append("device.family")
        return None
    if type(record.id) is not str:
        invalid.append("device.family.id")
        return None
    if record.id != parent.family:
        return None
    return record


def _check_device_family_profiles(
    owner: Family | None,
    rows: tuple[Profile, ...] | list[Profile],
    complete: bool,
    invalid: list[str],
) -> list[Profile] | None:
    if (type(rows) is not tuple and type(rows) is not list) or type(complete) is not bool:
        invalid.append("device.family.profiles")
        return None
    if owner is None or not complete or len(rows) > 8:
        return None
    for record in rows:
        if type(record) is not Profile:
            invalid.append("device.family.profiles")
            return None
        if record.family is not None and type(record.family) is not str:
            invalid.append("device.family.profiles.family")
            return None
        if record.family != owner.id:
            return None
    checked = []
    for record in rows:
        if type(record.id) is not str:
            invalid.append("device.family.profiles.id")
            record = replace(record, id="00000000-0000-0000-0000-000000000000")
        if type(record.max_interval_days) is not int or not 1 <= record.max_interval_days <= 3650:
            invalid.append("device.family.profiles.max_interval_days")
            record = replace(record, max_interval_days=1)
        if (
                record.max_rms_mm is not None
                and (type(record.max_rms_mm) is not int or not 0 <= record.max_rms_mm <= 1000000)
            ):
            invalid.append("device.family.profiles.max_rms_mm")
            record = replace(record, max_rms_mm=None)
        if (
                record.max_bias_pct is not None
                and (type(record.max_bias_pct) is not int or not 0 <= record.max_bias_pct <= 100000)
            ):
            invalid.append("device.family.profiles.max_bias_pct")
            record = replace(record, max_bias_pct=None)
        if (
                record.max_cv_pct is not None
                and (type(record.max_cv_pct) is not int or not 0 <= record.max_cv_pct <= 100000)
            ):
            invalid.append("device.family.profiles.max_cv_pct")
            record = replace(record, max_cv_pct=None)
        checked.append(record)
    return checked


def _check_device_calibrations(
    owner: Device | None,
    rows: tuple[CalibrationRow, ...] | list[CalibrationRow],
    complete: bool,
    invalid: list[str],
) -> list[CalibrationRow] | None:
    if (type(rows) is not tuple and type(rows) is not list) or type(complete) is not bool:
        invalid.append("device.calibrations")
        return None
    if owner is None or not complete or len(rows) > 64:
        return None
    for row in rows:
        if type(row) is not tuple or len(row) != 2:
            invalid.append("device.calibrations")
            return None
        record = row[0]
        if type(record) is not Calibration:
            invalid.append("device.calibrations")
            return None
        if record.device is not None and type(record.device) is not str:
            invalid.append("device.calibrations.device")
            return None
        if record.device != owner.id:
            return None
    checked = []
    for row in rows:
        record = row[0]
        if type(record.profile) is not str:
            invalid.append("device.calibrations.profile")
            record = replace(record, profile="00000000-0000-0000-0000-000000000000")
        if type(record.performed_at) is not int or not 0 <= record.performed_at <= 7258118399999999:
            invalid.append("device.calibrations.performed_at")
            record = replace(record, performed_at=0)
        if type(record.result) is not str or record.result not in {"PASSED", "FAILED", "PENDING"}:
            invalid.append("device.calibrations.result")
            record = replace(record, result="PASSED")
        if (
                record.rms_mm is not None
                and (type(record.rms_mm) is not int or not 0 <= record.rms_mm <= 1000000)
            ):
            invalid.append("device.calibrations.rms_mm")
            record = replace(record, rms_mm=None)
        if (
                record.bias_pct is not None
                and (type(record.bias_pct) is not int or not 0 <= record.bias_pct <= 100000)
            ):
            invalid.append("device.calibrations.bias_pct")
            record = replace(record, bias_pct=None)
        if (
                record.cv_pct is not None
                and (type(record.cv_pct) is not int or not 0 <= record.cv_pct <= 100000)
            ):
            invalid.append("device.calibrations.cv_pct")
            record = replace(record, cv_pct=None)
        checked.append((record, *row[1:]))
    return checked


def _check_certificate(
    parent: Calibration | None, record: Certificate | None, invalid: list[str]
) -> Certificate | None:
    if parent is None:
        return None
    if parent.certificate is not None and type(parent.certificate) is not str:
        invalid.append("device.calibrations.certificate")
    if record is None:
        return None
    if type(record) is not Certificate:
        invalid.append("device.calibrations.certificate")
        return None
    if type(record.id) is not str:
        invalid.append("device.calibrations.certificate.id")
        return None
    if record.id != parent.certificate:
        return None
    if type(record.valid_from) is not int or not 0 <= record.valid_from <= 7258118399999999:
        invalid.append("device.calibrations.certificate.valid_from")
        record = replace(record, valid_from=0)
    if type(record.valid_to) is not int or not 0 <= record.valid_to <= 7258118399999999:
        invalid.append("device.calibrations.certificate.valid_to")
        record = replace(record, valid_to=0)
    return record


def _check_session(
    parent: SessionDevice | None, record: Session | None, invalid: list[str]
) -> Session | None:
    if parent is None:
        return None
    if parent.session is not None and type(parent.session) is not str:
        invalid.append("session")
    if record is None:
        return None
    if type(record) is not Session:
        invalid.append("session")
        return None
    if type(record.id) is not str:
        invalid.append("session.id")
        return None
    if record.id != parent.session:
        return None
    if type(record.started_at) is not int or not 0 <= record.started_at <= 7258118399999999:
        invalid.append("session.started_at")
        record = replace(record, started_at=0)
    return record


def _rule_1(
    device_family_profiles_rows: list[Profile] | None,
) -> bool:
    if device_family_profiles_rows is None:
        return False
    return len(device_family_profiles_rows) > 0


def _rule_2(
    session_device: SessionDevice,
    device_family_profiles_rows: list[Profile] | None,
    device_calibrations_rows: list[CalibrationRow] | None,
) -> bool:
    if device_family_profiles_rows is None:
        return False
    for p in device_family_profiles_rows:
        if device_calibrations_rows is None:
            return False
        for c, _ in device_calibrations_rows:
            if c.profile == p.id and c.performed_at <= session_device.joined_at:
                break
        else:
            return False
        greatest = max(
            [
                (
                    c.performed_at
                    if c.profile == p.id and c.performed_at <= session_device.joined_at
                    else 0
                )
                for c, _ in device_calibrations_rows
            ],
            default=0,
        )
        for c, _ in device_calibrations_rows:
            if not (
                c.profile != p.id
                or session_device.joined_at < c.performed_at
                or c.performed_at != greatest
                or c.result == "PASSED"
            ):
                return False
    return True


def _rule_3(
    session_device: SessionDevice,
    device_family_profiles_rows: list[Profile] | None,
    device_calibrations_rows: list[CalibrationRow] | None,
) -> bool:
    if device_family_profiles_rows is None:
        return False
    for p in device_family_profiles_rows:
        if device_calibrations_rows is None:
            return False
        for c, _ in device_calibrations_rows:
            if c.profile == p.id and c.performed_at <= session_device.joined_at:
                break
        else:
            return False
        greatest = max(
            [
                (
                    c.performed_at
                    if c.profile == p.id and c.performed_at <= session_device.joined_at
                    else 0
                )
                for c, _ in device_calibrations_rows
            ],
            default=0,
        )
        for c, _ in device_calibrations_rows:
            if not (
                c.profile != p.id
                or session_device.joined_at < c.performed_at
                or c.performed_at != greatest
                or session_device.joined_at <= c.performed_at + p.max_interval_days * 86400000000
            ):
                return False
    return True


def _rule_4(
    session_device: SessionDevice,
    device_family_profiles_rows: list[Profile] | None,
    device_calibrations_rows: list[CalibrationRow] | None,
) -> bool:
    if device_family_profiles_rows is None:
        return False
    for p in device_family_profiles_rows:
        if device_calibrations_rows is None:
            return False
        for c, _ in device_calibrations_rows:
            if c.profile == p.id and c.performed_at <= session_device.joined_at:
                break
        else:
            return False
        greatest = max(
            [
                (
                    c.performed_at
                    if c.profile == p.id and c.performed_at <= session_device.joined_at
                    else 0
                )
                for c, _ in device_calibrations_rows
            ],
            default=0,
        )
        for c, _ in device_calibrations_rows:
            if not (
                c.profile != p.id
                or session_device.joined_at < c.performed_at
                or c.performed_at != greatest
                or (
                    (
                        p.max_rms_mm is None
                        or (c.rms_mm is not None and c.rms_mm <= p.max_rms_mm)
                    )
                    and (
                        p.max_bias_pct is None
                        or (c.bias_pct is not None and c.bias_pct <= p.max_bias_pct)
                    )
                    and (
                        p.max_cv_pct is None
                        or (c.cv_pct is not None and c.cv_pct <= p.max_cv_pct)
                    )
                )
            ):
                return False
    return True


def _rule_5(
    session_device: SessionDevice,
    device_family_profiles_rows: list[Profile] | None,
    device_calibrations_rows: list[CalibrationRow] | None,
) -> bool:
    if device_family_profiles_rows is None:
        return False
    for p in device_family_profiles_rows:
        if device_calibrations_rows is None:
            return False
        for c, _ in device_calibrations_rows:
            if c.profile == p.id and c.performed_at <= session_device.joined_at:
                break
        else:
            return False
        greatest = max(
            [
                (
                    c.performed_at
                    if c.profile == p.id and c.performed_at <= session_device.joined_at
                    else 0
                )
                for c, _ in device_calibrations_rows
            ],
            default=0,
        )
        for c, c_certificate in device_calibrations_rows:
            if not (
                c.profile != p.id
                or session_device.joined_at < c.performed_at
                or c.performed_at != greatest
                or (
                    c_certificate is not None
                    and c_certificate.valid_from <= session_device.joined_at
                    and session_device.joined_at < c_certificate.valid_to
                )
            ):
                return False
    return True


def _explain(
    session_device: SessionDevice,
    device: Device | None,
    device_family: Family | None,
    device_family_profiles: tuple[Profile, ...] | list[Profile],
    device_family_profiles_complete: bool,
    device_calibrations: tuple[CalibrationRow, ...] | list[CalibrationRow],
    device_calibrations_complete: bool,
    session: Session | None,
) -> Decision:
    if type(session_device) is not SessionDevice:
        return Decision(False, ("session_device",), ())
    invalid: list[str] = []
    session_device = _check_session_device(session_device, invalid)
    device = _check_device(session_device, device, invalid)
    device_family = _check_device_family(device, device_family, invalid)
    device_family_profiles_rows = _check_device_family_profiles(
        device_family, device_family_profiles, device_family_profiles_complete, invalid
    )
    device_calibrations_rows = _check_device_calibrations(
        device, device_calibrations, device_calibrations_complete, invalid
    )
    if device_calibrations_rows is not None:
        device_calibrations_rows = [
            (calibration, _check_certificate(calibration, certificate, invalid))
            for calibration, certificate in device_calibrations_rows
        ]
    session = _check_session(session_device, session, invalid)
    reasons: list[Reason] = []
    if not _rule_1(device_family_profiles_rows):
        reasons.append(_REASON_1)
    if not _rule_2(session_device, device_family_profiles_rows, device_calibrations_rows):
        reasons.append(_REASON_2)
    if not _rule_3(session_device, device_family_profiles_rows, device_calibrations_rows):
        reasons.append(_REASON_3)
    if not _rule_4(session_device, device_family_profiles_rows, device_calibrations_rows):
        reasons.append(_REASON_4)
    if not _rule_5(session_device, device_family_profiles_rows, device_calibrations_rows):
        reasons.append(_REASON_5)
    if not (session is not None and session.started_at <= session_device.joined_at):
        reasons.append(_REASON_6)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
