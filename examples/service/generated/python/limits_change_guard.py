# Generated from "drug_library.aln", module DrugLibrary_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy LimitsChangeGuard of DrugLibrary_v1_0_0: `allows` and `decide` judge one LimitsChange.

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

SOURCE: Final = "drug_library.aln"
MODULE: Final = "DrugLibrary_v1_0_0"
POLICY: Final = "LimitsChangeGuard"
POLICY_ID: Final = "2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "47ad74d0ade0b3ff1cbf5143ef0cf891da94613c14c1b5a0e41b739c1593fb09"
TRACES: Final = ("RC-PUMP-1", "RC-DRUG-1")


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
    Reached("", "LimitsChange", "", "", "root", "", "", 0, False),
    Reached("new", "Limits", "drug_limits", "id", "ref", "", "new", 0, False),
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
    rule="LimitsChangeGuard/the_running_rate_is_too_far_below_the_new_limits",
    because="the running rate is too far below the new limits",
    traces=("RC-DRUG-1",),
)
_REASON_8: Final = Reason(
    rule="LimitsChangeGuard/the_running_rate_is_too_far_above_the_new_limits",
    because="the running rate is too far above the new limits",
    traces=("RC-DRUG-1",),
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
class LimitsChange:
    """The fields of LimitsChange that are read: raw values, None where missing, INVALID outside their domain.

    new: uuid
    rate: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    """

    new: str
    rate: int


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


def read_limits_change(data: Mapping[str, object]) -> LimitsChange:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return LimitsChange(
        new=_key(get("new")),
        rate=_number(get("rate"), _QUANTITY_1),
    )


def read_limits(data: Mapping[str, object]) -> Limits:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Limits(
        id=_key(get("id")),
        min=_number(get("min"), _QUANTITY_1),
        fallback=_number(get("fallback"), _QUANTITY_1),
        max=_number(get("max"), _QUANTITY_1),
        max_change=_number(get("max_change"), _QUANTITY_1),
    )


def allows(
    limits_change: LimitsChange,
    new: Limits | None,
) -> bool:
    """Whether the LimitsChange is allowed; the first doubt ends it. Never raises."""
    try:
        if type(limits_change) is not LimitsChange:
            return False
        rate = limits_change.rate
        if type(rate) is not int or not 0 <= rate <= 2000:
            return False
        if limits_change.new is not None and type(limits_change.new) is not str:
            return False
        if new is not None:
            if type(new) is not Limits or type(new.id) is not str:
                return False
            if new.id != limits_change.new:
                new = None
            else:
                new_min = new.min
                new_fallback = new.fallback
                new_max = new.max
                new_max_change = new.max_change
                if (
                    type(new_min) is not int
                    or not 0 <= new_min <= 2000
                    or type(new_fallback) is not int
                    or not 0 <= new_fallback <= 2000
                    or type(new_max) is not int
                    or not 0 <= new_max <= 2000
                    or type(new_max_change) is not int
                    or not 0 <= new_max_change <= 2000
                ):
                    return False
        if new is None:
            return False
        if not new_min <= new_fallback:
            return False
        if not new_fallback <= new_max:
            return False
        if not new_max_change > 0:
            return False
        if not new_min >= 20:
            return False
        if not new_max <= 1000:
            return False
        if not new_max_change <= 100:
            return False
        if not new_fallback <= 50:
            return False
        if not new_min - new_max_change <= rate:
            return False
        return rate <= new_max + new_max_change
    except Exception:
        return False


def decide(
    limits_change: LimitsChange,
    new: Limits | None,
) -> Decision:
    """Whether the LimitsChange is allowed and, if not, every reason why. Never raises."""
    if allows(
        limits_change,
        new,
    ):
        return ALLOWED
    try:
        return _explain(
            limits_change,
            new,
        )
    except Exception:
        return Decision(False, ("limits_change",), ())


def _check_limits_change(record: LimitsChange, invalid: list[str]) -> LimitsChange:
    if type(record.rate) is not int or not 0 <= record.rate <= 2000:
        invalid.append("rate")
        record = replace(record, rate=0)
    return record


def _check_new(
    parent: LimitsChange | None, record: Limits | None, invalid: list[str]
) -> Limits | None:
    if parent is None:
        return None
    if parent.new is not None and type(parent.new) is not str:
        invalid.append("new")
    if record is None:
        return None
    if type(record) is not Limits:
        invalid.append("new")
        return None
    if type(record.id) is not str:
        invalid.append("new.id")
        return None
    if record.id != parent.new:
        return None
    if type(record.min) is not int or not 0 <= record.min <= 2000:
        invalid.append("new.min")
        record = replace(record, min=0)
    if type(record.fallback) is not int or not 0 <= record.fallback <= 2000:
        invalid.append("new.fallback")
        record = replace(record, fallback=0)
    if type(record.max) is not int or not 0 <= record.max <= 2000:
        invalid.append("new.max")
        record = replace(record, max=0)
    if type(record.max_change) is not int or not 0 <= record.max_change <= 2000:
        invalid.append("new.max_change")
        record = replace(record, max_change=0)
    return record


def _explain(
    limits_change: LimitsChange,
    new: Limits | None,
) -> Decision:
    if type(limits_change) is not LimitsChange:
        return Decision(False, ("limits_change",), ())
    invalid: list[str] = []
    limits_change = _check_limits_change(limits_change, invalid)
    new = _check_new(limits_change, new, invalid)
    reasons: list[Reason] = []
    if not (new is not None and new.min <= new.fallback and new.fallback <= new.max):
        reasons.append(_REASON_1)
    if not (new is not None and new.max_change > 0):
        reasons.append(_REASON_2)
    if not (new is not None and new.min >= 20):
        reasons.append(_REASON_3)
    if not (new is not None and new.max <= 1000):
        reasons.append(_REASON_4)
    if not (new is not None and new.max_change <= 100):
        reasons.append(_REASON_5)
    if not (new is not None and new.fallback <= 50):
        reasons.append(_REASON_6)
    if not (new is not None and new.min - new.max_change <= limits_change.rate):
        reasons.append(_REASON_7)
    if not (new is not None and limits_change.rate <= new.max + new.max_change):
        reasons.append(_REASON_8)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
