# Generated from "vasopressor_v1_1_0.aln", module VasopressorSafety_v1_1_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy ValidSetting of VasopressorSafety_v1_1_0: `allows` and `decide` judge one PumpSetting.

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

SOURCE: Final = "vasopressor_v1_1_0.aln"
MODULE: Final = "VasopressorSafety_v1_1_0"
POLICY: Final = "ValidSetting"
POLICY_ID: Final = "f1f6a1d2-3c60-4b8f-8d0e-2a1c7f5e9b03"
POLICY_VERSION: Final = "1.1.0"
CORE_DIGEST: Final = "e95b4761eaa11a78c127078039733dd87a173047b6146dfc86d8b537bc2c69b4"
TRACES: Final = ("RC-PUMP-3",)


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
    Reached("", "PumpSetting", "", "", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="ValidSetting/the_fallback_rate_lies_outside_the_limits",
    because="the fallback rate lies outside the limits",
    traces=("RC-PUMP-3",),
)
_REASON_2: Final = Reason(
    rule="ValidSetting/the_rate_could_never_change",
    because="the rate could never change",
    traces=("RC-PUMP-3",),
)
_REASON_3: Final = Reason(
    rule="ValidSetting/the_infusion_would_begin_outside_its_limits",
    because="the infusion would begin outside its limits",
    traces=("RC-PUMP-3",),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=2000,
    step=Fraction(1, 1000),
    unit="mcg_kg_min",
    code="ug/kg/min",
    factor=Fraction(1, 60000000000),
    kind="mass/mass/time",
)


@final
@dataclass(slots=True)
class PumpSetting:
    """The fields of PumpSetting that are read: raw values, None where missing, INVALID outside their domain.

    min: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    fallback: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max_change: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    start_rate: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    """

    min: int
    fallback: int
    max: int
    max_change: int
    start_rate: int


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


def read_pump_setting(data: Mapping[str, object]) -> PumpSetting:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return PumpSetting(
        min=_number(get("min"), _QUANTITY_1),
        fallback=_number(get("fallback"), _QUANTITY_1),
        max=_number(get("max"), _QUANTITY_1),
        max_change=_number(get("max_change"), _QUANTITY_1),
        start_rate=_number(get("start_rate"), _QUANTITY_1),
    )


def allows(
    pump_setting: PumpSetting,
) -> bool:
    """Whether the PumpSetting is allowed; the first doubt ends it. Never raises."""
    try:
        if type(pump_setting) is not PumpSetting:
            return False
        min_ = pump_setting.min
        fallback = pump_setting.fallback
        max_ = pump_setting.max
        max_change = pump_setting.max_change
        start_rate = pump_setting.start_rate
        if (
            type(min_) is not int
            or not 0 <= min_ <= 2000
            or type(fallback) is not int
            or not 0 <= fallback <= 2000
            or type(max_) is not int
            or not 0 <= max_ <= 2000
            or type(max_change) is not int
            or not 0 <= max_change <= 2000
            or type(start_rate) is not int
            or not 0 <= start_rate <= 2000
        ):
            return False
        if not min_ <= fallback:
            return False
        if not fallback <= max_:
            return False
        if not max_change > 0:
            return False
        return start_rate == 0 or (min_ <= start_rate and start_rate <= max_)
    except Exception:
        return False


def decide(
    pump_setting: PumpSetting,
) -> Decision:
    """Whether the PumpSetting is allowed and, if not, every reason why. Never raises."""
    if allows(
        pump_setting,
    ):
        return ALLOWED
    try:
        return _explain(
            pump_setting,
        )
    except Exception:
        return Decision(False, ("pump_setting",), ())


def _check_pump_setting(record: PumpSetting, invalid: list[str]) -> PumpSetting:
    if type(record.min) is not int or not 0 <= record.min <= 2000:
        invalid.append("min")
        record = replace(record, min=0)
    if type(record.fallback) is not int or not 0 <= record.fallback <= 2000:
        invalid.append("fallback")
        record = replace(record, fallback=0)
    if type(record.max) is not int or not 0 <= record.max <= 2000:
        invalid.append("max")
        record = replace(record, max=0)
    if type(record.max_change) is not int or not 0 <= record.max_change <= 2000:
        invalid.append("max_change")
        record = replace(record, max_change=0)
    if type(record.start_rate) is not int or not 0 <= record.start_rate <= 2000:
        invalid.append("start_rate")
        record = replace(record, start_rate=0)
    return record


def _explain(
    pump_setting: PumpSetting,
) -> Decision:
    if type(pump_setting) is not PumpSetting:
        return Decision(False, ("pump_setting",), ())
    invalid: list[str] = []
    pump_setting = _check_pump_setting(pump_setting, invalid)
    reasons: list[Reason] = []
    if not (pump_setting.min <= pump_setting.fallback and pump_setting.fallback <= pump_setting.max):
        reasons.append(_REASON_1)
    if not pump_setting.max_change > 0:
        reasons.append(_REASON_2)
    if not (
        pump_setting.start_rate == 0
        or (
            pump_setting.min <= pump_setting.start_rate
            and pump_setting.start_rate <= pump_setting.max
        )
    ):
        reasons.append(_REASON_3)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
