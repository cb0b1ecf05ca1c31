# Generated from "calibration_v1_1_0.aln", module Calibration_v1_1_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy CalibrationRecordGuard of Calibration_v1_1_0: `allows` and `decide` judge one Calibration.

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

SOURCE: Final = "calibration_v1_1_0.aln"
MODULE: Final = "Calibration_v1_1_0"
POLICY: Final = "CalibrationRecordGuard"
POLICY_ID: Final = "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02"
POLICY_VERSION: Final = "1.1.0"
CORE_DIGEST: Final = "819ab787433157828bc2b1e66a92467869f0e28fb83b595fdf4d384d37f06b8c"
TRACES: Final = ("RC-CAL-4", "SOP-CAL-010", "RC-CAL-2", "SOP-CAL-310", "RC-CAL-3", "SOP-CAL-040", "SOP-CAL-410")
EVENT_RULES: Final = ("CalibrationRecordGuard/the_calibration_is_dated_in_the_future",)


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
    Reached("", "Calibration", "calibration_record", "id", "root", "", "", 0, False),
    Reached("profile", "Profile", "calibration_profile", "id", "ref", "", "profile", 0, False),
    Reached("device", "Device", "device_asset", "id", "ref", "", "device", 0, False),
    Reached("certificate", "Certificate", "calibration_certificate", "id", "ref", "", "certificate", 0, False),
)


_REASON_1: Final = Reason(
    rule="CalibrationRecordGuard/the_profile_belongs_to_another_family_of_devices",
    because="the profile belongs to another family of devices",
    traces=("RC-CAL-4", "SOP-CAL-010"),
)
_REASON_2: Final = Reason(
    rule="CalibrationRecordGuard/a_calibration_passed_with_a_value_that_is_beyond_its_maximum_or",
    because="a calibration passed with a value that is beyond its maximum or was not measured",
    traces=("RC-CAL-2", "SOP-CAL-310"),
)
_REASON_3: Final = Reason(
    rule="CalibrationRecordGuard/the_certificate_is_not_valid_when_the_device_is_calibrated",
    because="the certificate is not valid when the device is calibrated",
    traces=("RC-CAL-3", "SOP-CAL-040"),
)
_REASON_4: Final = Reason(
    rule="CalibrationRecordGuard/the_record_does_not_tell_who_calibrated",
    because="the record does not tell who calibrated",
    traces=("RC-CAL-4", "SOP-CAL-410"),
)
_REASON_5: Final = Reason(
    rule="CalibrationRecordGuard/the_calibration_is_dated_in_the_future",
    because="the calibration is dated in the future",
    traces=("RC-CAL-4", "SOP-CAL-410"),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=1000000,
    step=Fraction(1, 1000),
    unit="mm",
    code="mm",
    factor=Fraction(1, 1000),
    kind="length",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=100000,
    step=Fraction(1, 1000),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=7258118399999999,
    step=Fraction(1),
    unit="",
    code="us",
    factor=Fraction(1, 1000000),
    kind="instant",
)
_LABELS_1: Final = ("PASSED", "FAILED", "PENDING")


@final
@dataclass(slots=True)
class Calibration:
    """The fields of Calibration that are read: raw values, None where missing, INVALID outside their domain.

    profile: uuid
    device: uuid
    certificate: uuid
    result: label of Result
    rms_mm: number, n for n * 1/1000 mm, n in 0 .. 1000000
    bias_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    cv_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    performed_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    operator: text
    """

    profile: str
    device: str
    certificate: str
    result: str
    rms_mm: int | None
    bias_pct: int | None
    cv_pct: int | None
    performed_at: int
    operator: str | None


@final
@dataclass(slots=True)
class Profile:
    """The fields of Profile that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    family: uuid of Family
    max_rms_mm: number, n for n * 1/1000 mm, n in 0 .. 1000000
    max_bias_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    max_cv_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    """

    id: str
    family: str
    max_rms_mm: int | None
    max_bias_pct: int | None
    max_cv_pct: int | None


@final
@dataclass(slots=True)
class Device:
    """The fields of Device that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    family: uuid of Family
    """

    id: str
    family: str


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


class Inputs(NamedTuple):
    """What is stated beside the records; where it is invalid it is named with `@` before it.

    now: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    now: int | None


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


def read_calibration(data: Mapping[str, object]) -> Calibration:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Calibration(
        profile=_key(get("profile")),
        device=_key(get("device")),
        certificate=_key(get("certificate")),
        result=_label(get("result"), _LABELS_1),
        rms_mm=_number(get("rms_mm"), _QUANTITY_1),
        bias_pct=_number(get("bias_pct"), _QUANTITY_2),
        cv_pct=_number(get("cv_pct"), _QUANTITY_2),
        performed_at=_instant(get("performed_at"), _QUANTITY_3),
        operator=_text(get("operator")),
    )


def read_profile(data: Mapping[str, object]) -> Profile:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Profile(
        id=_key(get("id")),
        family=_key(get("family")),
        max_rms_mm=_number(get("max_rms_mm"), _QUANTITY_1),
        max_bias_pct=_number(get("max_bias_pct"), _QUANTITY_2),
        max_cv_pct=_number(get("max_cv_pct"), _QUANTITY_2),
    )


def read_device(data: Mapping[str, object]) -> Device:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Device(
        id=_key(get("id")),
        family=_key(get("family")),
    )


def read_certificate(data: Mapping[str, object]) -> Certificate:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Certificate(
        id=_key(get("id")),
        valid_from=_instant(get("valid_from"), _QUANTITY_3),
        valid_to=_instant(get("valid_to"), _QUANTITY_3),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        now=_instant(get("now"), _QUANTITY_3),
    )


def allows(
    calibration: Calibration,
    profile: Profile | None,
    device: Device | None,
    certificate: Certificate | None,
    *,
    now: int | None = None,
) -> bool:
    """Whether the Calibration is allowed; the first doubt ends it. Never raises."""
    try:
        if type(now) is not int or not 0 <= now <= 7258118399999999:
            return False
        if type(calibration) is not Calibration:
            return False
        result = calibration.result
        rms_mm = calibration.rms_mm
        bias_pct = calibration.bias_pct
        cv_pct = calibration.cv_pct
        performed_at = calibration.performed_at
        operator = calibration.operator
        if (
            type(result) is not str
            or result not in {"PASSED", "FAILED", "PENDING"}
            or (rms_mm is not None and (type(rms_mm) is not int or not 0 <= rms_mm <= 1000000))
            or (bias_pct is not None and (type(bias_pct) is not int or not 0 <= bias_pct <= 100000))
            or (cv_pct is not None and (type(cv_pct) is not int or not 0 <= cv_pct <= 100000))
            or type(performed_at) is not int
            or not 0 <= performed_at <= 7258118399999999
            or (operator is not None and type(operator) is not str)
        ):
            return False
        if calibration.profile is not None and type(calibration.profile) is not str:
            return False
        if profile is not None:
            if type(profile) is not Profile or type(profile.id) is not str:
                return False
            if profile.id != calibration.profile:
                profile = None
            else:
                profile_family = profile.family
                profile_max_rms_mm = profile.max_rms_mm
                profile_max_bias_pct = profile.max_bias_pct
                profile_max_cv_pct = profile.max_cv_pct
                if (
                    type(profile_family) is not str
                    or (
                        profile_max_rms_mm is not None
                        and (type(profile_max_rms_mm) is not int or not 0 <= profile_max_rms_mm <= 1000000)
                    )
                    or (
                        profile_max_bias_pct is not None
                        and (type(profile_max_bias_pct) is not int or not 0 <= profile_max_bias_pct <= 100000)
                    )
                    or (
                        profile_max_cv_pct is not None
                        and (type(profile_max_cv_pct) is not int or not 0 <= profile_max_cv_pct <= 100000)
                    )
                ):
                    return False
        if calibration.device is not None and type(calibration.device) is not str:
            return False
        if device is not None:
            if type(device) is not Device or type(device.id) is not str:
                return False
            if device.id != calibration.device:
                device = None
            else:
                device_family = device.family
                if type(device_family) is not str:
                    return False
        if calibration.certificate is not None and type(calibration.certificate) is not str:
            return False
        if certificate is not None:
            if type(certificate) is not Certificate or type(certificate.id) is not str:
                return False
            if certificate.id != calibration.certificate:
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
                    return False
        if profile is None:
            return False
        if device is None:
            return False
        if certificate is None:
            return False
        if operator is None:
            return False
        if now is None:
            return False
        if profile_family != device_family:
            return False
        if not (
            result != "PASSED"
            or (
                (
                    profile_max_rms_mm is None
                    or (rms_mm is not None and rms_mm <= profile_max_rms_mm)
                )
                and (
                    profile_max_bias_pct is None
                    or (bias_pct is not None and bias_pct <= profile_max_bias_pct)
                )
                and (
                    profile_max_cv_pct is None
                    or (cv_pct is not None and cv_pct <= profile_max_cv_pct)
                )
            )
        ):
            return False
        if not certificate_valid_from <= performed_at:
            return False
        if not performed_at < certificate_valid_to:
            return False
        return performed_at <= now
    except Exception:
        return False


def decide(
    calibration: Calibration,
    profile: Profile | None,
    device: Device | None,
    certificate: Certificate | None,
    *,
    now: int | None = None,
) -> Decision:
    """Whether the Calibration is allowed and, if not, every reason why. Never raises."""
    if allows(
        calibration,
        profile,
        device,
        certificate,
        now=now,
    ):
        return ALLOWED
    try:
        return _explain(
            calibration,
            profile,
            device,
            certificate,
            now=now,
        )
    except Exception:
        return Decision(False, ("calibration",), ())


def _check_calibration(record: Calibration, invalid: list[str]) -> Calibration:
    if type(record.result) is not str or record.result not in {"PASSED", "FAILED", "PENDING"}:
        invalid.append("result")
        record = replace(record, result="PASSED")
    if (
            record.rms_mm is not None
            and (type(record.rms_mm) is not int or not 0 <= record.rms_mm <= 1000000)
        ):
        invalid.append("rms_mm")
        record = replace(record, rms_mm=None)
    if (
            record.bias_pct is not None
            and (type(record.bias_pct) is not int or not 0 <= record.bias_pct <= 100000)
        ):
        invalid.append("bias_pct")
        record = replace(record, bias_pct=None)
    if (
            record.cv_pct is not None
            and (type(record.cv_pct) is not int or not 0 <= record.cv_pct <= 100000)
        ):
        invalid.append("cv_pct")
        record = replace(record, cv_pct=None)
    if type(record.performed_at) is not int or not 0 <= record.performed_at <= 7258118399999999:
        invalid.append("performed_at")
        record = replace(record, performed_at=0)
    if record.operator is not None and type(record.operator) is not str:
        invalid.append("operator")
        record = replace(record, operator=None)
    return record


def _check_profile(
    parent: Calibration | None, record: Profile | None, invalid: list[str]
) -> Profile | None:
    if parent is None:
        return None
    if parent.profile is not None and type(parent.profile) is not str:
        invalid.append("profile")
    if record is None:
        return None
    if type(record) is not Profile:
        invalid.append("profile")
        return None
    if type(record.id) is not str:
        invalid.append("profile.id")
        return None
    if record.id != parent.profile:
        return None
    if type(record.family) is not str:
        invalid.append("profile.family")
        record = replace(record, family="00000000-0000-0000-0000-000000000000")
    if (
            record.max_rms_mm is not None
            and (type(record.max_rms_mm) is not int or not 0 <= record.max_rms_mm <= 1000000)
        ):
        invalid.append("profile.max_rms_mm")
        record = replace(record, max_rms_mm=None)
    if (
            record.max_bias_pct is not None
            and (type(record.max_bias_pct) is not int or not 0 <= record.max_bias_pct <= 100000)
        ):
        invalid.append("profile.max_bias_pct")
        record = replace(record, max_bias_pct=None)
    if (
            record.max_cv_pct is not None
            and (type(record.max_cv_pct) is not int or not 0 <= record.max_cv_pct <= 100000)
        ):
        invalid.append("profile.max_cv_pct")
        record = replace(record, max_cv_pct=None)
    return record


def _check_device(
    parent: Calibration | None, record: Device | None, invalid: list[str]
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
    if type(record.family) is not str:
        invalid.append("device.family")
        record = replace(record, family="00000000-0000-0000-0000-000000000000")
    return record


def _check_certificate(
    parent: Calibration | None, record: Certificate | None, invalid: list[str]
) -> Certificate | None:
    if parent is None:
        return None
    if parent.certificate is not None and type(parent.certificate) is not str:
        invalid.append("certificate")
    if record is None:
        return None
    if type(record) is not Certificate:
        invalid.append("certificate")
        return None
    if type(record.id) is not str:
        invalid.append("certificate.id")
        return None
    if record.id != parent.certificate:
        return None
    if type(record.valid_from) is not int or not 0 <= record.valid_from <= 7258118399999999:
        invalid.append("certificate.valid_from")
        record = replace(record, valid_from=0)
    if type(record.valid_to) is not int or not 0 <= record.valid_to <= 7258118399999999:
        invalid.append("certificate.valid_to")
        record = replace(record, valid_to=0)
    return record


def _explain(
    calibration: Calibration,
    profile: Profile | None,
    device: Device | None,
    certificate: Certificate | None,
    *,
    now: int | None,
) -> Decision:
    if type(calibration) is not Calibration:
        return Decision(False, ("calibration",), ())
    invalid: list[str] = []
    if type(now) is not int or not 0 <= now <= 7258118399999999:
        invalid.append("@now")
        now = None
    calibration = _check_calibration(calibration, invalid)
    profile = _check_profile(calibration, profile, invalid)
    device = _check_device(calibration, device, invalid)
    certificate = _check_certificate(calibration, certificate, invalid)
    reasons: list[Reason] = []
    if not (profile is not None and device is not None and profile.family == device.family):
        reasons.append(_REASON_1)
    if not (
        calibration.result != "PASSED"
        or (
            (
                profile is None
                or profile.max_rms_mm is None
                or (calibration.rms_mm is not None and calibration.rms_mm <= profile.max_rms_mm)
            )
            and (
                profile is None
                or profile.max_bias_pct is None
                or (
                    calibration.bias_pct is not None
                    and calibration.bias_pct <= profile.max_bias_pct
                )
            )
            and (
                profile is None
                or profile.max_cv_pct is None
                or (calibration.cv_pct is not None and calibration.cv_pct <= profile.max_cv_pct)
            )
        )
    ):
        reasons.append(_REASON_2)
    if not (
        certificate is not None
        and certificate.valid_from <= calibration.performed_at
        and calibration.performed_at < certificate.valid_to
    ):
        reasons.append(_REASON_3)
    if calibration.operator is None:
        reasons.append(_REASON_4)
    if not (now is not None and calibration.performed_at <= now):
        reasons.append(_REASON_5)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
