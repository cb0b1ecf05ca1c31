# Generated from "rem_watch.aln", module RemWatch_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy WatchSetting of RemWatch_v1_0_0: `allows` and `decide` judge one WatchTuning.

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

SOURCE: Final = "rem_watch.aln"
MODULE: Final = "RemWatch_v1_0_0"
POLICY: Final = "WatchSetting"
POLICY_ID: Final = "d1a96f50-72c8-4e1b-9b34-50e8d7a2c61f"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "96c85bbd9569e68b99c05d130d8469c1f9ab0b26888d6896d5a661cbbfa54846"
TRACES: Final = ("RC-DET-1", "RC-WAT-2")


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
    Reached("", "WatchTuning", "", "", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="WatchTuningGuard/sleep_of_more_than_12_hours_ago_would_count",
    because="sleep of more than 12 hours ago would count",
    traces=("RC-DET-1",),
)
_REASON_2: Final = Reason(
    rule="WatchTuningGuard/the_baseline_would_rest_on_a_pulse_of_more_than_2_hours",
    because="the baseline would rest on a pulse of more than 2 hours ago",
    traces=("RC-DET-1",),
)
_REASON_3: Final = Reason(
    rule="WatchTuningGuard/less_than_10_minutes_without_movement_would_count_as_still",
    because="less than 10 minutes without movement would count as still",
    traces=("RC-DET-1",),
)
_REASON_4: Final = Reason(
    rule="WatchTuningGuard/samples_more_than_30_minutes_apart_would_be_one_sleep",
    because="samples more than 30 minutes apart would be one sleep",
    traces=("RC-DET-1",),
)
_REASON_5: Final = Reason(
    rule="WatchTuningGuard/a_stage_would_be_believed_for_more_than_10_minutes_after_it",
    because="a stage would be believed for more than 10 minutes after it ended",
    traces=("RC-DET-1",),
)
_REASON_6: Final = Reason(
    rule="WatchTuningGuard/the_cycles_of_sleep_are_taken_to_last_90_minutes",
    because="the cycles of sleep are taken to last 90 minutes",
    traces=("RC-DET-1",),
)
_REASON_7: Final = Reason(
    rule="WatchTuningGuard/more_than_the_last_20_minutes_of_a_cycle_would_be_a",
    because="more than the last 20 minutes of a cycle would be a REM window",
    traces=("RC-DET-1",),
)
_REASON_8: Final = Reason(
    rule="WatchTuningGuard/support_signals_older_than_30_minutes_would_count",
    because="support signals older than 30 minutes would count",
    traces=("RC-DET-1",),
)
_REASON_9: Final = Reason(
    rule="WatchTuningGuard/sleep_samples_older_than_45_minutes_would_count",
    because="sleep samples older than 45 minutes would count",
    traces=("RC-DET-1",),
)
_REASON_10: Final = Reason(
    rule="WatchTuningGuard/the_default_range_of_the_pulse_is_wider_than_45_to_70",
    because="the default range of the pulse is wider than 45 to 70 per minute",
    traces=("RC-DET-1",),
)
_REASON_11: Final = Reason(
    rule="WatchTuningGuard/no_pulse_lies_in_the_range",
    because="no pulse lies in the range",
    traces=("RC-DET-1",),
)
_REASON_12: Final = Reason(
    rule="WatchSetting/the_baseline_is_not_the_median_of_two_hours",
    because="the baseline is not the median of two hours",
    traces=("RC-WAT-2",),
)
_REASON_13: Final = Reason(
    rule="WatchSetting/a_night_would_be_forgotten_before_it_could_end",
    because="a night would be forgotten before it could end",
    traces=("RC-WAT-2",),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=1440,
    step=Fraction(1),
    unit="min",
    code="min",
    factor=Fraction(60),
    kind="time",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=3000,
    step=Fraction(1, 10),
    unit="bpm",
    code="/min",
    factor=Fraction(1, 60),
    kind="/time",
)


@final
@dataclass(slots=True)
class WatchTuning:
    """The fields of WatchTuning that are read: raw values, None where missing, INVALID outside their domain.

    lookback: number, n for n * 1 min, n in 0 .. 1440
    baseline: number, n for n * 1 min, n in 0 .. 1440
    stillness: number, n for n * 1 min, n in 0 .. 1440
    session_gap: number, n for n * 1 min, n in 0 .. 1440
    stage_grace: number, n for n * 1 min, n in 0 .. 1440
    cycle: number, n for n * 1 min, n in 0 .. 1440
    rem_window: number, n for n * 1 min, n in 0 .. 1440
    support_fresh: number, n for n * 1 min, n in 0 .. 1440
    samples_fresh: number, n for n * 1 min, n in 0 .. 1440
    lowest_pulse: number, n for n * 1/10 /min, n in 0 .. 3000
    highest_pulse: number, n for n * 1/10 /min, n in 0 .. 3000
    """

    lookback: int
    baseline: int
    stillness: int
    session_gap: int
    stage_grace: int
    cycle: int
    rem_window: int
    support_fresh: int
    samples_fresh: int
    lowest_pulse: int
    highest_pulse: int


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


def read_watch_tuning(data: Mapping[str, object]) -> WatchTuning:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return WatchTuning(
        lookback=_number(get("lookback"), _QUANTITY_1),
        baseline=_number(get("baseline"), _QUANTITY_1),
        stillness=_number(get("stillness"), _QUANTITY_1),
        session_gap=_number(get("session_gap"), _QUANTITY_1),
        stage_grace=_number(get("stage_grace"), _QUANTITY_1),
        cycle=_number(get("cycle"), _QUANTITY_1),
        rem_window=_number(get("rem_window"), _QUANTITY_1),
        support_fresh=_number(get("support_fresh"), _QUANTITY_1),
        samples_fresh=_number(get("samples_fresh"), _QUANTITY_1),
        lowest_pulse=_number(get("lowest_pulse"), _QUANTITY_2),
        highest_pulse=_number(get("highest_pulse"), _QUANTITY_2),
    )


def allows(
    watch_tuning: WatchTuning,
) -> bool:
    """Whether the WatchTuning is allowed; the first doubt ends it. Never raises."""
    try:
        if type(watch_tuning) is not WatchTuning:
            return False
        lookback = watch_tuning.lookback
        baseline = watch_tuning.baseline
        stillness = watch_tuning.stillness
        session_gap = watch_tuning.session_gap
        stage_grace = watch_tuning.stage_grace
        cycle = watch_tuning.cycle
        rem_window = watch_tuning.rem_window
        support_fresh = watch_tuning.support_fresh
        samples_fresh = watch_tuning.samples_fresh
        lowest_pulse = watch_tuning.lowest_pulse
        highest_pulse = watch_tuning.highest_pulse
        if (
            type(lookback) is not int
            or not 0 <= lookback <= 1440
            or type(baseline) is not int
            or not 0 <= baseline <= 1440
            or type(stillness) is not int
            or not 0 <= stillness <= 1440
            or type(session_gap) is not int
            or not 0 <= session_gap <= 1440
            or type(stage_grace) is not int
            or not 0 <= stage_grace <= 1440
            or type(cycle) is not int
            or not 0 <= cycle <= 1440
            or type(rem_window) is not int
            or not 0 <= rem_window <= 1440
            or type(support_fresh) is not int
            or not 0 <= support_fresh <= 1440
            or type(samples_fresh) is not int
            or not 0 <= samples_fresh <= 1440
            or type(lowest_pulse) is not int
            or not 0 <= lowest_pulse <= 3000
            or type(highest_pulse) is not int
            or not 0 <= highest_pulse <= 3000
        ):
            return False
        if not lookback <= 720:
            return False
        if not baseline <= 120:
            return False
        if not stillness >= 10:
            return False
        if not session_gap <= 30:
            return False
        if not stage_grace <= 10:
            return False
        if cycle != 90:
            return False
        if not rem_window <= 20:
            return False
        if not support_fresh <= 30:
            return False
        if not samples_fresh <= 45:
            return False
        if not lowest_pulse >= 450:
            return False
        if not highest_pulse <= 700:
            return False
        if not lowest_pulse < highest_pulse:
            return False
        if baseline != 120:
            return False
        return session_gap <= lookback
    except Exception:
        return False


def decide(
    watch_tuning: WatchTuning,
) -> Decision:
    """Whether the WatchTuning is allowed and, if not, every reason why. Never raises."""
    if allows(
        watch_tuning,
    ):
        return ALLOWED
    try:
        return _explain(
            watch_tuning,
        )
    except Exception:
        return Decision(False, ("watch_tuning",), ())


def _check_watch_tuning(record: WatchTuning, invalid: list[str]) -> WatchTuning:
    if type(record.lookback) is not int or not 0 <= record.lookback <= 1440:
        invalid.append("lookback")
        record = replace(record, lookback=0)
    if type(record.baseline) is not int or not 0 <= record.baseline <= 1440:
        invalid.append("baseline")
        record = replace(record, baseline=0)
    if type(record.stillness) is not int or not 0 <= record.stillness <= 1440:
        invalid.append("stillness")
        record = replace(record, stillness=0)
    if type(record.session_gap) is not int or not 0 <= record.session_gap <= 1440:
        invalid.append("session_gap")
        record = replace(record, session_gap=0)
    if type(record.stage_grace) is not int or not 0 <= record.stage_grace <= 1440:
        invalid.append("stage_grace")
        record = replace(record, stage_grace=0)
    if type(record.cycle) is not int or not 0 <= record.cycle <= 1440:
        invalid.append("cycle")
        record = replace(record, cycle=0)
    if type(record.rem_window) is not int or not 0 <= record.rem_window <= 1440:
        invalid.append("rem_window")
        record = replace(record, rem_window=0)
    if type(record.support_fresh) is not int or not 0 <= record.support_fresh <= 1440:
        invalid.append("support_fresh")
        record = replace(record, support_fresh=0)
    if type(record.samples_fresh) is not int or not 0 <= record.samples_fresh <= 1440:
        invalid.append("samples_fresh")
        record = replace(record, samples_fresh=0)
    if type(record.lowest_pulse) is not int or not 0 <= record.lowest_pulse <= 3000:
        invalid.append("lowest_pulse")
        record = replace(record, lowest_pulse=0)
    if type(record.highest_pulse) is not int or not 0 <= record.highest_pulse <= 3000:
        invalid.append("highest_pulse")
        record = replace(record, highest_pulse=0)
    return record


def _explain(
    watch_tuning: WatchTuning,
) -> Decision:
    if type(watch_tuning) is not WatchTuning:
        return Decision(False, ("watch_tuning",), ())
    invalid: list[str] = []
    watch_tuning = _check_watch_tuning(watch_tuning, invalid)
    reasons: list[Reason] = []
    if not watch_tuning.lookback <= 720:
        reasons.append(_REASON_1)
    if not watch_tuning.baseline <= 120:
        reasons.append(_REASON_2)
    if not watch_tuning.stillness >= 10:
        reasons.append(_REASON_3)
    if not watch_tuning.session_gap <= 30:
        reasons.append(_REASON_4)
    if not watch_tuning.stage_grace <= 10:
        reasons.append(_REASON_5)
    if watch_tuning.cycle != 90:
        reasons.append(_REASON_6)
    if not watch_tuning.rem_window <= 20:
        reasons.append(_REASON_7)
    if not watch_tuning.support_fresh <= 30:
        reasons.append(_REASON_8)
    if not watch_tuning.samples_fresh <= 45:
        reasons.append(_REASON_9)
    if not (watch_tuning.lowest_pulse >= 450 and watch_tuning.highest_pulse <= 700):
        reasons.append(_REASON_10)
    if not watch_tuning.lowest_pulse < watch_tuning.highest_pulse:
        reasons.append(_REASON_11)
    if watch_tuning.baseline != 120:
        reasons.append(_REASON_12)
    if not watch_tuning.session_gap <= watch_tuning.lookback:
        reasons.append(_REASON_13)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
