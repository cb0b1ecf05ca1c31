# Generated from "calibration_v1_1_0.aln", module Calibration_v1_1_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy ProfileGuard of Calibration_v1_1_0: `allows` and `decide` judge one Profile.

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
POLICY: Final = "ProfileGuard"
POLICY_ID: Final = "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02"
POLICY_VERSION: Final = "1.1.0"
CORE_DIGEST: Final = "d6e2acdec47ad595656f7cc3336a18ab2f978db0db1ad92c632581f592993fb5"
TRACES: Final = ("RC-CAL-1", "RC-CAL-2")


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
    Reached("", "Profile", "calibration_profile", "id", "root", "", "", 0, False),
    Reached("family", "Family", "device_family", "id", "ref", "", "family", 0, False),
)


_REASON_1: Final = Reason(
    rule="ProfileGuard/no_calibration_serves_for_more_than_365_days",
    because="no calibration serves for more than 365 days",
    traces=("RC-CAL-1",),
)
_REASON_2: Final = Reason(
    rule="ProfileGuard/an_xr_headset_is_calibrated_every_30_days",
    because="an XR headset is calibrated every 30 days",
    traces=("RC-CAL-1",),
)
_REASON_3: Final = Reason(
    rule="ProfileGuard/optical_motion_capture_aims_at_0_5_mm_and_accepts_2_0",
    because="optical motion capture aims at 0.5 mm and accepts 2.0 mm RMS",
    traces=("RC-CAL-2",),
)
_REASON_4: Final = Reason(
    rule="ProfileGuard/an_imu_aims_at_5_mm_and_accepts_10_mm_rms",
    because="an IMU aims at 5 mm and accepts 10 mm RMS",
    traces=("RC-CAL-2",),
)
_REASON_5: Final = Reason(
    rule="ProfileGuard/a_biosensor_aims_at_a_bias_of_3_and_accepts_5",
    because="a biosensor aims at a bias of 3 % and accepts 5 %",
    traces=("RC-CAL-2",),
)
_REASON_6: Final = Reason(
    rule="ProfileGuard/a_biosensor_aims_at_a_cv_of_5_and_accepts_10",
    because="a biosensor aims at a CV of 5 % and accepts 10 %",
    traces=("RC-CAL-2",),
)
_REASON_7: Final = Reason(
    rule="ProfileGuard/the_rms_target_is_looser_than_the_maximum",
    because="the RMS target is looser than the maximum",
    traces=("RC-CAL-2",),
)
_REASON_8: Final = Reason(
    rule="ProfileGuard/the_bias_target_is_looser_than_the_maximum",
    because="the bias target is looser than the maximum",
    traces=("RC-CAL-2",),
)
_REASON_9: Final = Reason(
    rule="ProfileGuard/the_cv_target_is_looser_than_the_maximum",
    because="the CV target is looser than the maximum",
    traces=("RC-CAL-2",),
)


_QUANTITY_1: Final = Quantity(
    lo=1,
    hi=3650,
    step=Fraction(1),
    unit="d",
    code="d",
    factor=Fraction(86400),
    kind="time",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=1000000,
    step=Fraction(1, 1000),
    unit="mm",
    code="mm",
    factor=Fraction(1, 1000),
    kind="length",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=100000,
    step=Fraction(1, 1000),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_LABELS_1: Final = ("XR_HEADSET", "OPTICAL_MOCAP", "IMU", "BIOSENSOR", "NON_CRITICAL")


@final
@dataclass(slots=True)
class Profile:
    """The fields of Profile that are read: raw values, None where missing, INVALID outside their domain.

    family: uuid
    max_interval_days: number, n for n * 1 d, n in 1 .. 3650
    max_rms_mm: number, n for n * 1/1000 mm, n in 0 .. 1000000
    target_rms_mm: number, n for n * 1/1000 mm, n in 0 .. 1000000
    max_bias_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    target_bias_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    max_cv_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    target_cv_pct: number, n for n * 1/1000 %, n in 0 .. 100000
    """

    family: str
    max_interval_days: int
    max_rms_mm: int | None
    target_rms_mm: int | None
    max_bias_pct: int | None
    target_bias_pct: int | None
    max_cv_pct: int | None
    target_cv_pct: int | None


@final
@dataclass(slots=True)
class Family:
    """The fields of Family that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    code: label of FamilyCode
    """

    id: str
    code: str


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


def read_profile(data: Mapping[str, object]) -> Profile:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Profile(
        family=_key(get("family")),
        max_interval_days=_number(get("max_interval_days"), _QUANTITY_1),
        max_rms_mm=_number(get("max_rms_mm"), _QUANTITY_2),
        target_rms_mm=_number(get("target_rms_mm"), _QUANTITY_2),
        max_bias_pct=_number(get("max_bias_pct"), _QUANTITY_3),
        target_bias_pct=_number(get("target_bias_pct"), _QUANTITY_3),
        max_cv_pct=_number(get("max_cv_pct"), _QUANTITY_3),
        target_cv_pct=_number(get("target_cv_pct"), _QUANTITY_3),
    )


def read_family(data: Mapping[str, object]) -> Family:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Family(
        id=_key(get("id")),
        code=_label(get("code"), _LABELS_1),
    )


def allows(
    profile: Profile,
    family: Family | None,
) -> bool:
    """Whether the Profile is allowed; the first doubt ends it. Never raises."""
    try:
        if type(profile) is not Profile:
            return False
        max_interval_days = profile.max_interval_days
        max_rms_mm = profile.max_rms_mm
        target_rms_mm = profile.target_rms_mm
        max_bias_pct = profile.max_bias_pct
        target_bias_pct = profile.target_bias_pct
        max_cv_pct = profile.max_cv_pct
        target_cv_pct = profile.target_cv_pct
        if (
            type(max_interval_days) is not int
            or not 1 <= max_interval_days <= 3650
            or (
                max_rms_mm is not None
                and (type(max_rms_mm) is not int or not 0 <= max_rms_mm <= 1000000)
            )
            or (
                target_rms_mm is not None
                and (type(target_rms_mm) is not int or not 0 <= target_rms_mm <= 1000000)
            )
            or (
                max_bias_pct is not None
                and (type(max_bias_pct) is not int or not 0 <= max_bias_pct <= 100000)
            )
            or (
                target_bias_pct is not None
                and (type(target_bias_pct) is not int or not 0 <= target_bias_pct <= 100000)
            )
            or (
                max_cv_pct is not None
                and (type(max_cv_pct) is not int or not 0 <= max_cv_pct <= 100000)
            )
            or (
                target_cv_pct is not None
                and (type(target_cv_pct) is not int or not 0 <= target_cv_pct <= 100000)
            )
        ):
            return False
        if profile.family is not None and type(profile.family) is not str:
            return False
        if family is not None:
            if type(family) is not Family or type(family.id) is not str:
                return False
            if family.id != profile.family:
                family = None
            else:
                family_code = family.code
                if (
                    type(family_code) is not str
                    or family_code not in {"XR_HEADSET", "OPTICAL_MOCAP", "IMU", "BIOSENSOR", "NON_CRITICAL"}
                ):
                    return False
        if not max_interval_days <= 365:
            return False
        if not ((family is not None and family_code != "XR_HEADSET") or max_interval_days <= 30):
            return False
        if not (
            (family is not None and family_code != "OPTICAL_MOCAP")
            or (
                max_rms_mm is not None
                and target_rms_mm is not None
                and max_rms_mm <= 2000
                and target_rms_mm <= 500
            )
        ):
            return False
        if not (
            (family is not None and family_code != "IMU")
            or (
                max_rms_mm is not None
                and target_rms_mm is not None
                and max_rms_mm <= 10000
                and target_rms_mm <= 5000
            )
        ):
            return False
        if not (
            (family is not None and family_code != "BIOSENSOR")
            or (
                max_bias_pct is not None
                and target_bias_pct is not None
                and max_bias_pct <= 5000
                and target_bias_pct <= 3000
            )
        ):
            return False
        if not (
            (family is not None and family_code != "BIOSENSOR")
            or (
                max_cv_pct is not None
                and target_cv_pct is not None
                and max_cv_pct <= 10000
                and target_cv_pct <= 5000
            )
        ):
            return False
        if not (target_rms_mm is None or max_rms_mm is None or target_rms_mm <= max_rms_mm):
            return False
        if not (target_bias_pct is None or max_bias_pct is None or target_bias_pct <= max_bias_pct):
            return False
        return target_cv_pct is None or max_cv_pct is None or target_cv_pct <= max_cv_pct
    except Exception:
        return False


def decide(
    profile: Profile,
    family: Family | None,
) -> Decision:
    """Whether the Profile is allowed and, if not, every reason why. Never raises."""
    if allows(
        profile,
        family,
    ):
        return ALLOWED
    try:
        return _explain(
            profile,
            family,
        )
    except Exception:
        return Decision(False, ("profile",), ())


def _check_profile(record: Profile, invalid: list[str]) -> Profile:
    if type(record.max_interval_days) is not int or not 1 <= record.max_interval_days <= 3650:
        invalid.append("max_interval_days")
        record = replace(record, max_interval_days=1)
    if (
            record.max_rms_mm is not None
            and (type(record.max_rms_mm) is not int or not 0 <= record.max_rms_mm <= 1000000)
        ):
        invalid.append("max_rms_mm")
        record = replace(record, max_rms_mm=None)
    if (
            record.target_rms_mm is not None
            and (type(record.target_rms_mm) is not int or not 0 <= record.target_rms_mm <= 1000000)
        ):
        invalid.append("target_rms_mm")
        record = replace(record, target_rms_mm=None)
    if (
            record.max_bias_pct is not None
            and (type(record.max_bias_pct) is not int or not 0 <= record.max_bias_pct <= 100000)
        ):
        invalid.append("max_bias_pct")
        record = replace(record, max_bias_pct=None)
    if (
            record.target_bias_pct is not None
            and (type(record.target_bias_pct) is not int or not 0 <= record.target_bias_pct <= 100000)
        ):
        invalid.append("target_bias_pct")
        record = replace(record, target_bias_pct=None)
    if (
            record.max_cv_pct is not None
            and (type(record.max_cv_pct) is not int or not 0 <= record.max_cv_pct <= 100000)
        ):
        invalid.append("max_cv_pct")
        record = replace(record, max_cv_pct=None)
    if (
            record.target_cv_pct is not None
            and (type(record.target_cv_pct) is not int or not 0 <= record.target_cv_pct <= 100000)
        ):
        invalid.append("target_cv_pct")
        record = replace(record, target_cv_pct=None)
    return record


def _check_family(
    parent: Profile | None, record: Family | None, invalid: list[str]
) -> Family | None:
    if parent is None:
        return None
    if parent.family is not None and type(parent.family) is not str:
        invalid.append("family")
    if record is None:
        return None
    if type(record) is not Family:
        invalid.append("family")
        return None
    if type(record.id) is not str:
        invalid.append("family.id")
        return None
    if record.id != parent.family:
        return None
    if (
        type(record.code) is not str
        or record.code not in {"XR_HEADSET", "OPTICAL_MOCAP", "IMU", "BIOSENSOR", "NON_CRITICAL"}
    ):
        invalid.append("family.code")
        record = replace(record, code="XR_HEADSET")
    return record


def _explain(
    profile: Profile,
    family: Family | None,
) -> Decision:
    if type(profile) is not Profile:
        return Decision(False, ("profile",), ())
    invalid: list[str] = []
    profile = _check_profile(profile, invalid)
    family = _check_family(profile, family, invalid)
    reasons: list[Reason] = []
    if not profile.max_interval_days <= 365:
        reasons.append(_REASON_1)
    if not ((family is not None and family.code != "XR_HEADSET") or profile.max_interval_days <= 30):
        reasons.append(_REASON_2)
    if not (
        (family is not None and family.code != "OPTICAL_MOCAP")
        or (
            profile.max_rms_mm is not None
            and profile.target_rms_mm is not None
            and profile.max_rms_mm <= 2000
            and profile.target_rms_mm <= 500
        )
    ):
        reasons.append(_REASON_3)
    if not (
        (family is not None and family.code != "IMU")
        or (
            profile.max_rms_mm is not None
            and profile.target_rms_mm is not None
            and profile.max_rms_mm <= 10000
            and profile.target_rms_mm <= 5000
        )
    ):
        reasons.append(_REASON_4)
    if not (
        (family is not None and family.code != "BIOSENSOR")
        or (
            profile.max_bias_pct is not None
            and profile.target_bias_pct is not None
            and profile.max_bias_pct <= 5000
            and profile.target_bias_pct <= 3000
        )
    ):
        reasons.append(_REASON_5)
    if not (
        (family is not None and family.code != "BIOSENSOR")
        or (
            profile.max_cv_pct is not None
            and profile.target_cv_pct is not None
            and profile.max_cv_pct <= 10000
            and profile.target_cv_pct <= 5000
        )
    ):
        reasons.append(_REASON_6)
    if not (
        profile.target_rms_mm is None
        or profile.max_rms_mm is None
        or profile.target_rms_mm <= profile.max_rms_mm
    ):
        reasons.append(_REASON_7)
    if not (
        profile.target_bias_pct is None
        or profile.max_bias_pct is None
        or profile.target_bias_pct <= profile.max_bias_pct
    ):
        reasons.append(_REASON_8)
    if not (
        profile.target_cv_pct is None
        or profile.max_cv_pct is None
        or profile.target_cv_pct <= profile.max_cv_pct
    ):
        reasons.append(_REASON_9)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
