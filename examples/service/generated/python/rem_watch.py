# Generated from "rem_watch.aln", module RemWatch_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF059, RUF100, SIM103, SIM110
"""The machine RemWatch of RemWatch_v1_0_0: `init` gives its state, `step` one tick of it.

Values are raw: whole counts of a quantity, labels, true or false. `State` and the parameters given to `step`
are those that `init` and `step` gave and accepted; an input is anything at all. Samples of a window that no
step can have given are none.
"""


from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, TypeAlias, final

SOURCE: Final = "rem_watch.aln"
MODULE: Final = "RemWatch_v1_0_0"
MACHINE: Final = "RemWatch"
POLICY_ID: Final = "d1a96f50-72c8-4e1b-9b34-50e8d7a2c61f"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "54a64623640eceed770be6b6ce247a4cdefbe10ae3b1f50a281f1a2a3e82696c"
PERIOD_US: Final = 1000000
SIGNALS: Final = (
    ("motion", "motion"),
    ("pulse", "heart_rate"),
)


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


class InvalidParameters(ValueError):
    """Parameters that `init` refuses: those outside their domain, or every rule that is not true of them."""

    def __init__(self, invalid: tuple[str, ...], reasons: tuple[Reason, ...]) -> None:
        super().__init__(*invalid, *(reason.because for reason in reasons))
        self.invalid = invalid
        self.reasons = reasons


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
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=43200,
    step=Fraction(1),
    unit="s",
    code="s",
    factor=Fraction(1),
    kind="time",
)
_QUANTITY_4: Final = Quantity(
    lo=0,
    hi=16000,
    step=Fraction(1, 1000),
    unit="gee",
    code="[g]",
    factor=Fraction(196133, 20000),
    kind="acceleration",
)
_QUANTITY_5: Final = Quantity(
    lo=200,
    hi=2400,
    step=Fraction(1, 10),
    unit="bpm",
    code="/min",
    factor=Fraction(1, 60),
    kind="/time",
)
_QUANTITY_6: Final = Quantity(
    lo=0,
    hi=16,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_7: Final = Quantity(
    lo=0,
    hi=86400,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_8: Final = Quantity(
    lo=0,
    hi=2400,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_9: Final = Quantity(
    lo=0,
    hi=5760000,
    step=Fraction(1, 10),
    unit="bpm",
    code="/min",
    factor=Fraction(1, 60),
    kind="/time",
)
_QUANTITY_10: Final = Quantity(
    lo=0,
    hi=13824000000,
    step=Fraction(1, 100),
    unit="bpm.bpm",
    code="/min./min",
    factor=Fraction(1, 3600),
    kind="/time/time",
)
_LABELS_1: Final = ("LENIENT", "BALANCED", "STRICT")


PARAMETER: Final = ("WatchTuning", "tuning")
PARAMETERS: Final = (
    ("tuning.stillness", _QUANTITY_1, False),
    ("tuning.samples_fresh", _QUANTITY_1, False),
    ("tuning.stage_grace", _QUANTITY_1, False),
    ("tuning.cycle", _QUANTITY_1, False),
    ("tuning.rem_window", _QUANTITY_1, False),
    ("tuning.lowest_pulse", _QUANTITY_2, False),
    ("tuning.highest_pulse", _QUANTITY_2, False),
    ("tuning.support_fresh", _QUANTITY_1, False),
    ("tuning.lookback", _QUANTITY_1, False),
    ("tuning.baseline", _QUANTITY_1, False),
    ("tuning.session_gap", _QUANTITY_1, False),
)
INPUTS: Final = (
    ("asleep_for", _QUANTITY_3),
    ("sample_age", _QUANTITY_3),
    ("stage_age", _QUANTITY_3),
    ("hrv", "bool"),
    ("hrv_age", _QUANTITY_3),
    ("breathing", "bool"),
    ("breathing_age", _QUANTITY_3),
    ("motion", _QUANTITY_4),
    ("pulse", _QUANTITY_5),
    ("strictness", ("Strictness", _LABELS_1)),
)
STATES: Final = (
    ("pulse.age", "pulse.age.next", _QUANTITY_6),
    ("pulse.held", "pulse.held.next", _QUANTITY_5),
    ("stillness", "stillness.next", _QUANTITY_7),
    ("quiet", "quiet.next", _QUANTITY_7),
)
OUTPUTS: Final = (
    ("lenient", "bool"),
    ("balanced", "bool"),
    ("strict", "bool"),
    ("cue", "bool"),
    ("unsure", "bool"),
)
DEFINITIONS: Final = (
    ("pulse.age.next", "pulse_age_next"),
    ("pulse.held.next", "pulse_held_next"),
    ("quiet_now", "quiet_now"),
    ("still", "still"),
    ("awake", "awake"),
    ("fresh", "fresh"),
    ("explicit", "explicit"),
    ("cycles", "cycles"),
    ("inferred", "inferred"),
    ("staged", "staged"),
    ("baseline", "baseline"),
    ("lowest", "lowest"),
    ("highest", "highest"),
    ("in_range", "in_range"),
    ("hrv_young", "hrv_young"),
    ("breathing_young", "breathing_young"),
    ("agrees", "agrees"),
    ("disagrees", "disagrees"),
    ("unsupported", "unsupported"),
    ("by_lenient", "by_lenient"),
    ("by_balanced", "by_balanced"),
    ("by_strict", "by_strict"),
    ("chosen", "chosen"),
    ("lenient", "lenient"),
    ("balanced", "balanced"),
    ("strict", "strict"),
    ("cue", "cue"),
    ("unsure", "unsure"),
    ("stillness.next", "stillness_next"),
    ("quiet.next", "quiet_next"),
)
WINDOWS: Final = (
    ("resting", ("resting.count", _QUANTITY_8), ("resting.sum", _QUANTITY_9), ("resting.squares", _QUANTITY_10), ("resting.median", _QUANTITY_5), ("resting.newest", _QUANTITY_5)),
)


@final
@dataclass(frozen=True, slots=True)
class WatchTuning:
    """The fields of WatchTuning that are read: raw values, None where missing, INVALID outside their domain.

    stillness: number, n for n * 1 min, n in 0 .. 1440
    samples_fresh: number, n for n * 1 min, n in 0 .. 1440
    stage_grace: number, n for n * 1 min, n in 0 .. 1440
    cycle: number, n for n * 1 min, n in 0 .. 1440
    rem_window: number, n for n * 1 min, n in 0 .. 1440
    lowest_pulse: number, n for n * 1/10 /min, n in 0 .. 3000
    highest_pulse: number, n for n * 1/10 /min, n in 0 .. 3000
    support_fresh: number, n for n * 1 min, n in 0 .. 1440
    lookback: number, n for n * 1 min, n in 0 .. 1440
    baseline: number, n for n * 1 min, n in 0 .. 1440
    session_gap: number, n for n * 1 min, n in 0 .. 1440
    """

    stillness: int
    samples_fresh: int
    stage_grace: int
    cycle: int
    rem_window: int
    lowest_pulse: int
    highest_pulse: int
    support_fresh: int
    lookback: int
    baseline: int
    session_gap: int


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    asleep_for: number, n for n * 1 s, n in 0 .. 43200
    sample_age: number, n for n * 1 s, n in 0 .. 43200
    stage_age: number, n for n * 1 s, n in 0 .. 43200
    hrv: true or false
    hrv_age: number, n for n * 1 s, n in 0 .. 43200
    breathing: true or false
    breathing_age: number, n for n * 1 s, n in 0 .. 43200
    motion: number, n for n * 1/1000 [g], n in 0 .. 16000
    pulse: number, n for n * 1/10 /min, n in 200 .. 2400
    strictness: label of Strictness
    """

    asleep_for: int | None
    sample_age: int | None
    stage_age: int | None
    hrv: bool | None
    hrv_age: int | None
    breathing: bool | None
    breathing_age: int | None
    motion: int | None
    pulse: int | None
    strictness: str | None


_Samples: TypeAlias = tuple[tuple[int, int], ...]


def _lawful(samples: object, ticks: int, most: int, lo: int, hi: int) -> _Samples:
    """The samples of a state, oldest first, each its age in ticks and its value: none where no step can have given these.

    A state that was stored as JSON holds lists where it held tuples.
    """
    if (type(samples) is not tuple and type(samples) is not list) or len(samples) > most:
        return ()
    kept: list[tuple[int, int]] = []
    older = ticks
    for sample in samples:
        if (type(sample) is not tuple and type(sample) is not list) or len(sample) != 2:
            return ()
        age, value = sample
        if type(age) is not int or not 0 <= age < older:
            return ()
        if type(value) is not int or not lo <= value <= hi:
            return ()
        kept.append((age, value))
        older = age
    return tuple(kept)


def _slide(samples: object, seen: int | None, *, ticks: int, most: int, lo: int, hi: int) -> _Samples:
    """The samples a tick later: those within `ticks` ticks, `seen` the newest if there is one, at most `most`."""
    aged = [(age + 1, value) for age, value in _lawful(samples, ticks, most, lo, hi) if age + 1 < ticks]
    if seen is not None:
        aged.append((0, seen))
    return tuple(aged[-most:])


def _summary(samples: _Samples, *, nothing: int) -> tuple[int, int, int, int, int]:
    """How many samples, their sum, the sum of their squares, their lower median, the newest: of none, the last are `nothing`."""
    if not samples:
        return 0, 0, 0, nothing, nothing
    values = sorted(value for age, value in samples)
    middle = values[(len(values) - 1) // 2]
    return len(values), sum(values), sum(value * value for value in values), middle, samples[-1][1]


class State(NamedTuple):
    """What the machine remembers.

    pulse_age: number, n for n * 1, n in 0 .. 16
    pulse_held: number, n for n * 1/10 /min, n in 200 .. 2400
    stillness: number, n for n * 1, n in 0 .. 86400
    quiet: number, n for n * 1, n in 0 .. 86400
    resting: samples, (age in ticks, value), oldest first, at most 2400 of the last 7200 ticks; value: number, n for n * 1/10 /min, n in 200 .. 2400
    """

    pulse_age: int
    pulse_held: int
    stillness: int
    quiet: int
    resting: _Samples


class Outputs(NamedTuple):
    """What a tick gives.

    lenient: true or false
    balanced: true or false
    strict: true or false
    cue: true or false
    unsure: true or false
    """

    lenient: bool
    balanced: bool
    strict: bool
    cue: bool
    unsure: bool


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
        stillness=_number(get("stillness"), _QUANTITY_1),
        samples_fresh=_number(get("samples_fresh"), _QUANTITY_1),
        stage_grace=_number(get("stage_grace"), _QUANTITY_1),
        cycle=_number(get("cycle"), _QUANTITY_1),
        rem_window=_number(get("rem_window"), _QUANTITY_1),
        lowest_pulse=_number(get("lowest_pulse"), _QUANTITY_2),
        highest_pulse=_number(get("highest_pulse"), _QUANTITY_2),
        support_fresh=_number(get("support_fresh"), _QUANTITY_1),
        lookback=_number(get("lookback"), _QUANTITY_1),
        baseline=_number(get("baseline"), _QUANTITY_1),
        session_gap=_number(get("session_gap"), _QUANTITY_1),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        asleep_for=_number(get("asleep_for"), _QUANTITY_3),
        sample_age=_number(get("sample_age"), _QUANTITY_3),
        stage_age=_number(get("stage_age"), _QUANTITY_3),
        hrv=_flag(get("hrv")),
        hrv_age=_number(get("hrv_age"), _QUANTITY_3),
        breathing=_flag(get("breathing")),
        breathing_age=_number(get("breathing_age"), _QUANTITY_3),
        motion=_number(get("motion"), _QUANTITY_4),
        pulse=_number(get("pulse"), _QUANTITY_5),
        strictness=_label(get("strictness"), _LABELS_1),
    )


def init(tuning: WatchTuning) -> State:
    """The state before the first tick. Raises: InvalidParameters, with every reason."""
    if type(tuning) is not WatchTuning:
        raise InvalidParameters(("tuning",), ())
    invalid: list[str] = []
    if type(tuning.stillness) is not int or not 0 <= tuning.stillness <= 1440:
        invalid.append("tuning.stillness")
    if type(tuning.samples_fresh) is not int or not 0 <= tuning.samples_fresh <= 1440:
        invalid.append("tuning.samples_fresh")
    if type(tuning.stage_grace) is not int or not 0 <= tuning.stage_grace <= 1440:
        invalid.append("tuning.stage_grace")
    if type(tuning.cycle) is not int or not 0 <= tuning.cycle <= 1440:
        invalid.append("tuning.cycle")
    if type(tuning.rem_window) is not int or not 0 <= tuning.rem_window <= 1440:
        invalid.append("tuning.rem_window")
    if type(tuning.lowest_pulse) is not int or not 0 <= tuning.lowest_pulse <= 3000:
        invalid.append("tuning.lowest_pulse")
    if type(tuning.highest_pulse) is not int or not 0 <= tuning.highest_pulse <= 3000:
        invalid.append("tuning.highest_pulse")
    if type(tuning.support_fresh) is not int or not 0 <= tuning.support_fresh <= 1440:
        invalid.append("tuning.support_fresh")
    if type(tuning.lookback) is not int or not 0 <= tuning.lookback <= 1440:
        invalid.append("tuning.lookback")
    if type(tuning.baseline) is not int or not 0 <= tuning.baseline <= 1440:
        invalid.append("tuning.baseline")
    if type(tuning.session_gap) is not int or not 0 <= tuning.session_gap <= 1440:
        invalid.append("tuning.session_gap")
    if invalid:
        raise InvalidParameters(tuple(invalid), ())
    reasons: list[Reason] = []
    if not tuning.lookback <= 720:
        reasons.append(_REASON_1)
    if not tuning.baseline <= 120:
        reasons.append(_REASON_2)
    if not tuning.stillness >= 10:
        reasons.append(_REASON_3)
    if not tuning.session_gap <= 30:
        reasons.append(_REASON_4)
    if not tuning.stage_grace <= 10:
        reasons.append(_REASON_5)
    if tuning.cycle != 90:
        reasons.append(_REASON_6)
    if not tuning.rem_window <= 20:
        reasons.append(_REASON_7)
    if not tuning.support_fresh <= 30:
        reasons.append(_REASON_8)
    if not tuning.samples_fresh <= 45:
        reasons.append(_REASON_9)
    if not (tuning.lowest_pulse >= 450 and tuning.highest_pulse <= 700):
        reasons.append(_REASON_10)
    if not tuning.lowest_pulse < tuning.highest_pulse:
        reasons.append(_REASON_11)
    if tuning.baseline != 120:
        reasons.append(_REASON_12)
    if not tuning.session_gap <= tuning.lookback:
        reasons.append(_REASON_13)
    if reasons:
        raise InvalidParameters((), tuple(reasons))
    return State(
        pulse_age=16,
        pulse_held=200,
        stillness=0,
        quiet=86400,
        resting=(),
    )


def step(
    tuning: WatchTuning,
    state: State,
    asleep_for: int | None,
    sample_age: int | None,
    stage_age: int | None,
    hrv: bool | None,
    hrv_age: int | None,
    breathing: bool | None,
    breathing_age: int | None,
    motion: int | None,
    pulse: int | None,
    strictness: str | None,
) -> tuple[State, Outputs]:
    """One tick: the state after it, and the outputs. An input outside its domain is missing. Never raises."""
    if type(asleep_for) is not int or not 0 <= asleep_for <= 43200:
        asleep_for = None
    if type(sample_age) is not int or not 0 <= sample_age <= 43200:
        sample_age = None
    if type(stage_age) is not int or not 0 <= stage_age <= 43200:
        stage_age = None
    if type(hrv) is not bool:
        hrv = None
    if type(hrv_age) is not int or not 0 <= hrv_age <= 43200:
        hrv_age = None
    if type(breathing) is not bool:
        breathing = None
    if type(breathing_age) is not int or not 0 <= breathing_age <= 43200:
        breathing_age = None
    if type(motion) is not int or not 0 <= motion <= 16000:
        motion = None
    if type(pulse) is not int or not 200 <= pulse <= 2400:
        pulse = None
    if type(strictness) is not str or strictness not in {"LENIENT", "BALANCED", "STRICT"}:
        strictness = None
    pulse_age_next = 1 if pulse is not None else min(state.pulse_age + 1, 16)
    pulse_held_next = pulse if pulse is not None else state.pulse_held
    resting_seen = pulse if pulse is not None else None
    resting = _slide(state.resting, resting_seen, ticks=7200, most=2400, lo=200, hi=2400)
    resting_count, resting_sum, resting_squares, resting_median, resting_newest = _summary(resting, nothing=200)
    quiet_now = motion is not None and motion < 30
    still = quiet_now and tuning.stillness * 60000000 <= state.stillness * 1000000
    awake = (
        (pulse is not None or state.pulse_age <= 15)
        and (pulse if pulse is not None else state.pulse_held) > 850
    )
    fresh = sample_age is not None and sample_age <= tuning.samples_fresh * 60
    explicit = stage_age is not None and fresh and stage_age <= tuning.stage_grace * 60
    cycles = (0 if asleep_for is None else asleep_for) // (tuning.cycle * 60) if tuning.cycle * 60 > 0 else 0
    inferred = (
        asleep_for is not None
        and fresh
        and not explicit
        and tuning.cycle > 0
        and (tuning.cycle - tuning.rem_window) * 60 <= asleep_for - cycles * tuning.cycle * 60
    )
    staged = still and not awake and (explicit or inferred)
    baseline = resting_count >= 30
    lowest = resting_median - 100 if baseline else tuning.lowest_pulse
    highest = resting_median + 150 if baseline else tuning.highest_pulse
    in_range = (
        (resting_count > 0 or not baseline)
        and (pulse is not None or state.pulse_age <= 15)
        and lowest <= (pulse if pulse is not None else state.pulse_held)
        and (pulse if pulse is not None else state.pulse_held) <= highest
    )
    hrv_young = hrv_age is not None and hrv_age <= tuning.support_fresh * 60
    breathing_young = breathing_age is not None and breathing_age <= tuning.support_fresh * 60
    agrees = (
        (hrv is not None and hrv_young and hrv)
        or (breathing is not None and breathing_young and breathing)
    )
    disagrees = (
        not agrees
        and (
            (hrv is not None and hrv_young and not hrv)
            or (breathing is not None and breathing_young and not breathing)
        )
    )
    unsupported = not agrees and not disagrees
    by_lenient = staged and (explicit or in_range or agrees)
    by_balanced = (
        staged
        and (
            in_range
            or agrees
            or (pulse is None and explicit and state.pulse_age > 15 and unsupported)
        )
    )
    by_strict = staged and in_range and not disagrees and (explicit or agrees)
    chosen = (
        (strictness is not None and strictness == "LENIENT" and by_lenient)
        or (
            (strictness is None or strictness != "LENIENT")
            and (
                (strictness is not None and strictness == "BALANCED" and by_balanced)
                or ((strictness is None or strictness != "BALANCED") and by_strict)
            )
        )
    )
    lenient = by_lenient
    balanced = by_balanced
    strict = by_strict
    cue = (
        asleep_for is not None
        and chosen
        and (pulse is not None or state.pulse_age <= 15)
        and asleep_for >= 4800
        and state.quiet * 1000000 >= 1200000000
    )
    unsure = (
        (motion is None or motion < 30)
        and not awake
        and (sample_age is None or motion is None or (pulse is None and state.pulse_age > 15))
    )
    stillness_next = min(state.stillness + 1, 86400) if quiet_now else 0
    quiet_next = 1 if cue else min(state.quiet + 1, 86400)
    return State(pulse_age=pulse_age_next, pulse_held=pulse_held_next, stillness=stillness_next, quiet=quiet_next, resting=resting), Outputs(lenient=lenient, balanced=balanced, strict=strict, cue=cue, unsure=unsure)
