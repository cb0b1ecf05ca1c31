# Generated from "rem_detection.aln", module RemDetection_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy PrototypeTuningGuard of RemDetection_v1_0_0: `allows` and `decide` judge one PrototypeTuning.

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

SOURCE: Final = "rem_detection.aln"
MODULE: Final = "RemDetection_v1_0_0"
POLICY: Final = "PrototypeTuningGuard"
POLICY_ID: Final = "e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "23435ac9bed8a6c307db31f8f1d821428144fc82e25e62e3c9e3036144567b91"
TRACES: Final = ("RC-DET-1",)


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
    Reached("", "PrototypeTuning", "", "", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="PrototypeTuningGuard/movement_of_more_than_0_03_g_would_count_as_still",
    because="movement of more than 0.03 g would count as still",
    traces=("RC-DET-1",),
)
_REASON_2: Final = Reason(
    rule="PrototypeTuningGuard/sleep_would_be_assumed_before_15_minutes_of_stillness",
    because="sleep would be assumed before 15 minutes of stillness",
    traces=("RC-DET-1",),
)
_REASON_3: Final = Reason(
    rule="PrototypeTuningGuard/a_trigger_would_be_possible_before_80_minutes_of_sleep",
    because="a trigger would be possible before 80 minutes of sleep",
    traces=("RC-DET-1",),
)
_REASON_4: Final = Reason(
    rule="PrototypeTuningGuard/triggers_would_be_less_than_20_minutes_apart",
    because="triggers would be less than 20 minutes apart",
    traces=("RC-DET-1",),
)
_REASON_5: Final = Reason(
    rule="PrototypeTuningGuard/a_pulse_above_85_per_minute_would_count_as_asleep",
    because="a pulse above 85 per minute would count as asleep",
    traces=("RC-DET-1",),
)
_REASON_6: Final = Reason(
    rule="PrototypeTuningGuard/a_deviation_of_the_pulse_of_5_0_or_less_would_count",
    because="a deviation of the pulse of 5.0 or less would count as volatile",
    traces=("RC-DET-1",),
)
_REASON_7: Final = Reason(
    rule="PrototypeTuningGuard/10_samples_of_the_pulse_or_fewer_would_be_enough",
    because="10 samples of the pulse or fewer would be enough",
    traces=("RC-DET-1",),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=16000,
    step=Fraction(1, 1000),
    unit="gee",
    code="[g]",
    factor=Fraction(196133, 20000),
    kind="acceleration",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=1440,
    step=Fraction(1),
    unit="min",
    code="min",
    factor=Fraction(60),
    kind="time",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=3000,
    step=Fraction(1, 10),
    unit="bpm",
    code="/min",
    factor=Fraction(1, 60),
    kind="/time",
)
_QUANTITY_4: Final = Quantity(
    lo=0,
    hi=10000,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)


@final
@dataclass(slots=True)
class PrototypeTuning:
    """The fields of PrototypeTuning that are read: raw values, None where missing, INVALID outside their domain.

    still_below: number, n for n * 1/1000 [g], n in 0 .. 16000
    sleep_onset: number, n for n * 1 min, n in 0 .. 1440
    shield: number, n for n * 1 min, n in 0 .. 1440
    cooldown: number, n for n * 1 min, n in 0 .. 1440
    awake_above: number, n for n * 1/10 /min, n in 0 .. 3000
    volatile_above: number, n for n * 1/10 /min, n in 0 .. 3000
    fewest_samples: number, n for n * 1, n in 0 .. 10000
    """

    still_below: int
    sleep_onset: int
    shield: int
    cooldown: int
    awake_above: int
    volatile_above: int
    fewest_samples: int


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


def read_prototype_tuning(data: Mapping[str, object]) -> PrototypeTuning:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return PrototypeTuning(
        still_below=_number(get("still_below"), _QUANTITY_1),
        sleep_onset=_number(get("sleep_onset"), _QUANTITY_2),
        shield=_number(get("shield"), _QUANTITY_2),
        cooldown=_number(get("cooldown"), _QUANTITY_2),
        awake_above=_number(get("awake_above"), _QUANTITY_3),
        volatile_above=_number(get("volatile_above"), _QUANTITY_3),
        fewest_samples=_number(get("fewest_samples"), _QUANTITY_4),
    )


def allows(
    prototype_tuning: PrototypeTuning,
) -> bool:
    """Whether the PrototypeTuning is allowed; the first doubt ends it. Never raises."""
    try:
        if type(prototype_tuning) is not PrototypeTuning:
            return False
        still_below = prototype_tuning.still_below
        sleep_onset = prototype_tuning.sleep_onset
        shield = prototype_tuning.shield
        cooldown = prototype_tuning.cooldown
        awake_above = prototype_tuning.awake_above
        volatile_above = prototype_tuning.volatile_above
        fewest_samples = prototype_tuning.fewest_samples
        if (
            type(still_below) is not int
            or not 0 <= still_below <= 16000
            or type(sleep_onset) is not int
            or not 0 <= sleep_onset <= 1440
            or type(shield) is not int
            or not 0 <= shield <= 1440
            or type(cooldown) is not int
            or not 0 <= cooldown <= 1440
            or type(awake_above) is not int
            or not 0 <= awake_above <= 3000
            or type(volatile_above) is not int
            or not 0 <= volatile_above <= 3000
            or type(fewest_samples) is not int
            or not 0 <= fewest_samples <= 10000
        ):
            return False
        if not still_below <= 30:
            return False
        if not sleep_onset >= 15:
            return False
        if not shield >= 80:
            return False
        if not cooldown >= 20:
            return False
        if not awake_above <= 850:
            return False
        if not volatile_above >= 50:
            return False
        return fewest_samples >= 11
    except Exception:
        return False


def decide(
    prototype_tuning: PrototypeTuning,
) -> Decision:
    """Whether the PrototypeTuning is allowed and, if not, every reason why. Never raises."""
    if allows(
        prototype_tuning,
    ):
        return ALLOWED
    try:
        return _explain(
            prototype_tuning,
        )
    except Exception:
        return Decision(False, ("prototype_tuning",), ())


def _check_prototype_tuning(record: PrototypeTuning, invalid: list[str]) -> PrototypeTuning:
    if type(record.still_below) is not int or not 0 <= record.still_below <= 16000:
        invalid.append("still_below")
        record = replace(record, still_below=0)
    if type(record.sleep_onset) is not int or not 0 <= record.sleep_onset <= 1440:
        invalid.append("sleep_onset")
        record = replace(record, sleep_onset=0)
    if type(record.shield) is not int or not 0 <= record.shield <= 1440:
        invalid.append("shield")
        record = replace(record, shield=0)
    if type(record.cooldown) is not int or not 0 <= record.cooldown <= 1440:
        invalid.append("cooldown")
        record = replace(record, cooldown=0)
    if type(record.awake_above) is not int or not 0 <= record.awake_above <= 3000:
        invalid.append("awake_above")
        record = replace(record, awake_above=0)
    if type(record.volatile_above) is not int or not 0 <= record.volatile_above <= 3000:
        invalid.append("volatile_above")
        record = replace(record, volatile_above=0)
    if type(record.fewest_samples) is not int or not 0 <= record.fewest_samples <= 10000:
        invalid.append("fewest_samples")
        record = replace(record, fewest_samples=0)
    return record


def _explain(
    prototype_tuning: PrototypeTuning,
) -> Decision:
    if type(prototype_tuning) is not PrototypeTuning:
        return Decision(False, ("prototype_tuning",), ())
    invalid: list[str] = []
    prototype_tuning = _check_prototype_tuning(prototype_tuning, invalid)
    reasons: list[Reason] = []
    if not prototype_tuning.still_below <= 30:
        reasons.append(_REASON_1)
    if not prototype_tuning.sleep_onset >= 15:
        reasons.append(_REASON_2)
    if not prototype_tuning.shield >= 80:
        reasons.append(_REASON_3)
    if not prototype_tuning.cooldown >= 20:
        reasons.append(_REASON_4)
    if not prototype_tuning.awake_above <= 850:
        reasons.append(_REASON_5)
    if not prototype_tuning.volatile_above >= 50:
        reasons.append(_REASON_6)
    if not prototype_tuning.fewest_samples >= 11:
        reasons.append(_REASON_7)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
