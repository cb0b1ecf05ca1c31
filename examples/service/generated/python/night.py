# Generated from "rem_watch.aln", module RemWatch_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF059, RUF100, SIM103, SIM110
"""The machine Night of RemWatch_v1_0_0: `init` gives its state, `step` one tick of it.

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
MACHINE: Final = "Night"
POLICY_ID: Final = "d1a96f50-72c8-4e1b-9b34-50e8d7a2c61f"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "298026041258d417f39632800ae243dea468fb6daa793afb6739b33a0ecb27ae"
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
    ("tuning.session_gap", _QUANTITY_1, False),
    ("tuning.lookback", _QUANTITY_1, False),
    ("tuning.stillness", _QUANTITY_1, False),
    ("tuning.samples_fresh", _QUANTITY_1, False),
    ("tuning.stage_grace", _QUANTITY_1, False),
    ("tuning.cycle", _QUANTITY_1, False),
    ("tuning.rem_window", _QUANTITY_1, False),
    ("tuning.lowest_pulse", _QUANTITY_2, False),
    ("tuning.highest_pulse", _QUANTITY_2, False),
    ("tuning.support_fresh", _QUANTITY_1, False),
    ("tuning.baseline", _QUANTITY_1, False),
)
INPUTS: Final = (
    ("asleep", "bool"),
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
    ("watch.pulse.age", "watch.pulse.age.next", _QUANTITY_6),
    ("watch.pulse.held", "watch.pulse.held.next", _QUANTITY_5),
    ("sessions.begun", "sessions.begun.next", _QUANTITY_3),
    ("sessions.idle", "sessions.idle.next", _QUANTITY_3),
    ("watch.stillness", "watch.stillness.next", _QUANTITY_7),
    ("watch.quiet", "watch.quiet.next", _QUANTITY_7),
)
OUTPUTS: Final = (
    ("detected", "bool"),
    ("cue", "bool"),
)
DEFINITIONS: Final = (
    ("watch.pulse.known", "watch_pulse_known"),
    ("watch.pulse", "watch_pulse"),
    ("watch.pulse.age.next", "watch_pulse_age_next"),
    ("watch.pulse.held.next", "watch_pulse_held_next"),
    ("sessions.asleep.known", "sessions_asleep_known"),
    ("sessions.asleep", "sessions_asleep"),
    ("sessions.sampled", "sessions_sampled"),
    ("sessions.gap", "sessions_gap"),
    ("sessions.anew", "sessions_anew"),
    ("sessions.begun.next", "sessions_begun_next"),
    ("sessions.idle.next", "sessions_idle_next"),
    ("sessions.asleep_for", "sessions_asleep_for"),
    ("sessions.sample_age", "sessions_sample_age"),
    ("watch.asleep_for.known", "watch_asleep_for_known"),
    ("watch.asleep_for", "watch_asleep_for"),
    ("watch.sample_age.known", "watch_sample_age_known"),
    ("watch.sample_age", "watch_sample_age"),
    ("watch.stage_age.known", "watch_stage_age_known"),
    ("watch.stage_age", "watch_stage_age"),
    ("watch.hrv.known", "watch_hrv_known"),
    ("watch.hrv", "watch_hrv"),
    ("watch.hrv_age.known", "watch_hrv_age_known"),
    ("watch.hrv_age", "watch_hrv_age"),
    ("watch.breathing.known", "watch_breathing_known"),
    ("watch.breathing", "watch_breathing"),
    ("watch.breathing_age.known", "watch_breathing_age_known"),
    ("watch.breathing_age", "watch_breathing_age"),
    ("watch.motion.known", "watch_motion_known"),
    ("watch.motion", "watch_motion"),
    ("watch.strictness.known", "watch_strictness_known"),
    ("watch.strictness", "watch_strictness"),
    ("watch.quiet_now", "watch_quiet_now"),
    ("watch.still", "watch_still"),
    ("watch.awake", "watch_awake"),
    ("watch.fresh", "watch_fresh"),
    ("watch.explicit", "watch_explicit"),
    ("watch.cycles", "watch_cycles"),
    ("watch.inferred", "watch_inferred"),
    ("watch.staged", "watch_staged"),
    ("watch.baseline", "watch_baseline"),
    ("watch.lowest", "watch_lowest"),
    ("watch.highest", "watch_highest"),
    ("watch.in_range", "watch_in_range"),
    ("watch.hrv_young", "watch_hrv_young"),
    ("watch.breathing_young", "watch_breathing_young"),
    ("watch.agrees", "watch_agrees"),
    ("watch.disagrees", "watch_disagrees"),
    ("watch.unsupported", "watch_unsupported"),
    ("watch.by_lenient", "watch_by_lenient"),
    ("watch.by_balanced", "watch_by_balanced"),
    ("watch.by_strict", "watch_by_strict"),
    ("watch.chosen", "watch_chosen"),
    ("watch.lenient", "watch_lenient"),
    ("watch.cue", "watch_cue"),
    ("detected", "detected"),
    ("cue", "cue"),
    ("watch.stillness.next", "watch_stillness_next"),
    ("watch.quiet.next", "watch_quiet_next"),
)
WINDOWS: Final = (
    ("watch.resting", ("watch.resting.count", _QUANTITY_8), ("watch.resting.sum", _QUANTITY_9), ("watch.resting.squares", _QUANTITY_10), ("watch.resting.median", _QUANTITY_5), ("watch.resting.newest", _QUANTITY_5)),
)


@final
@dataclass(frozen=True, slots=True)
class WatchTuning:
    """The fields of WatchTuning that are read: raw values, None where missing, INVALID outside their domain.

    session_gap: number, n for n * 1 min, n in 0 .. 1440
    lookback: number, n for n * 1 min, n in 0 .. 1440
    stillness: number, n for n * 1 min, n in 0 .. 1440
    samples_fresh: number, n for n * 1 min, n in 0 .. 1440
    stage_grace: number, n for n * 1 min, n in 0 .. 1440
    cycle: number, n for n * 1 min, n in 0 .. 1440
    rem_window: number, n for n * 1 min, n in 0 .. 1440
    lowest_pulse: number, n for n * 1/10 /min, n in 0 .. 3000
    highest_pulse: number, n for n * 1/10 /min, n in 0 .. 3000
    support_fresh: number, n for n * 1 min, n in 0 .. 1440
    baseline: number, n for n * 1 min, n in 0 .. 1440
    """

    session_gap: int
    lookback: int
    stillness: int
    samples_fresh: int
    stage_grace: int
    cycle: int
    rem_window: int
    lowest_pulse: int
    highest_pulse: int
    support_fresh: int
    baseline: int


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    asleep: true or false
    stage_age: number, n for n * 1 s, n in 0 .. 43200
    hrv: true or false
    hrv_age: number, n for n * 1 s, n in 0 .. 43200
    breathing: true or false
    breathing_age: number, n for n * 1 s, n in 0 .. 43200
    motion: number, n for n * 1/1000 [g], n in 0 .. 16000
    pulse: number, n for n * 1/10 /min, n in 200 .. 2400
    strictness: label of Strictness
    """

    asleep: bool | None
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

    watch_pulse_age: number, n for n * 1, n in 0 .. 16
    watch_pulse_held: number, n for n * 1/10 /min, n in 200 .. 2400
    sessions_begun: number, n for n * 1 s, n in 0 .. 43200
    sessions_idle: number, n for n * 1 s, n in 0 .. 43200
    watch_stillness: number, n for n * 1, n in 0 .. 86400
    watch_quiet: number, n for n * 1, n in 0 .. 86400
    watch_resting: samples, (age in ticks, value), oldest first, at most 2400 of the last 7200 ticks; value: number, n for n * 1/10 /min, n in 200 .. 2400
    """

    watch_pulse_age: int
    watch_pulse_held: int
    sessions_begun: int
    sessions_idle: int
    watch_stillness: int
    watch_quiet: int
    watch_resting: _Samples


class Outputs(NamedTuple):
    """What a tick gives.

    detected: true or false
    cue: true or false
    """

    detected: bool
    cue: bool


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
        session_gap=_number(get("session_gap"), _QUANTITY_1),
        lookback=_number(get("lookback"), _QUANTITY_1),
        stillness=_number(get("stillness"), _QUANTITY_1),
        samples_fresh=_number(get("samples_fresh"), _QUANTITY_1),
        stage_grace=_number(get("stage_grace"), _QUANTITY_1),
        cycle=_number(get("cycle"), _QUANTITY_1),
        rem_window=_number(get("rem_window"), _QUANTITY_1),
        lowest_pulse=_number(get("lowest_pulse"), _QUANTITY_2),
        highest_pulse=_number(get("highest_pulse"), _QUANTITY_2),
        support_fresh=_number(get("support_fresh"), _QUANTITY_1),
        baseline=_number(get("baseline"), _QUANTITY_1),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        asleep=_flag(get("asleep")),
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
    if type(tuning.session_gap) is not int or not 0 <= tuning.session_gap <= 1440:
        invalid.append("tuning.session_gap")
    if type(tuning.lookback) is not int or not 0 <= tuning.lookback <= 1440:
        invalid.append("tuning.lookback")
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
    if type(tuning.baseline) is not int or not 0 <= tuning.baseline <= 1440:
        invalid.append("tuning.baseline")
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
        watch_pulse_age=16,
        watch_pulse_held=200,
        sessions_begun=0,
        sessions_idle=43200,
        watch_stillness=0,
        watch_quiet=86400,
        watch_resting=(),
    )


def step(
    tuning: WatchTuning,
    state: State,
    asleep: bool | None,
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
    if type(asleep) is not bool:
        asleep = None
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
    watch_pulse_known = pulse is not None
    watch_pulse = pulse if pulse is not None else 200
    watch_pulse_age_next = 1 if watch_pulse_known else min(state.watch_pulse_age + 1, 16)
    watch_pulse_held_next = watch_pulse if watch_pulse_known else state.watch_pulse_held
    watch_resting_seen = watch_pulse if watch_pulse_known else None
    watch_resting = _slide(state.watch_resting, watch_resting_seen, ticks=7200, most=2400, lo=200, hi=2400)
    watch_resting_count, watch_resting_sum, watch_resting_squares, watch_resting_median, watch_resting_newest = _summary(watch_resting, nothing=200)
    sessions_asleep_known = asleep is not None
    sessions_asleep = asleep is not None and asleep
    sessions_sampled = sessions_asleep_known and sessions_asleep
    sessions_gap = state.sessions_idle + 1
    sessions_anew = sessions_sampled and tuning.session_gap * 60 < sessions_gap
    sessions_begun_next = (
        0
        if sessions_anew
        else min(state.sessions_begun + 1, tuning.lookback * 60)
    )
    sessions_idle_next = 0 if sessions_sampled else min(sessions_gap, 43200)
    sessions_asleep_for = sessions_begun_next
    sessions_sample_age = sessions_idle_next
    watch_asleep_for_known = True
    watch_asleep_for = sessions_asleep_for
    watch_sample_age_known = True
    watch_sample_age = sessions_sample_age
    watch_stage_age_known = stage_age is not None
    watch_stage_age = stage_age if stage_age is not None else 0
    watch_hrv_known = hrv is not None
    watch_hrv = hrv is not None and hrv
    watch_hrv_age_known = hrv_age is not None
    watch_hrv_age = hrv_age if hrv_age is not None else 0
    watch_breathing_known = breathing is not None
    watch_breathing = breathing is not None and breathing
    watch_breathing_age_known = breathing_age is not None
    watch_breathing_age = breathing_age if breathing_age is not None else 0
    watch_motion_known = motion is not None
    watch_motion = motion if motion is not None else 0
    watch_strictness_known = strictness is not None
    watch_strictness = strictness if strictness is not None else "LENIENT"
    watch_quiet_now = watch_motion_known and watch_motion < 30
    watch_still = watch_quiet_now and tuning.stillness * 60000000 <= state.watch_stillness * 1000000
    watch_awake = (
        (watch_pulse_known or state.watch_pulse_age <= 15)
        and (watch_pulse if watch_pulse_known else state.watch_pulse_held) > 850
    )
    watch_fresh = watch_sample_age_known and watch_sample_age <= tuning.samples_fresh * 60
    watch_explicit = (
        watch_fresh
        and watch_stage_age_known
        and watch_stage_age <= tuning.stage_grace * 60
    )
    watch_cycles = watch_asleep_for // (tuning.cycle * 60) if tuning.cycle * 60 > 0 else 0
    watch_inferred = (
        watch_fresh
        and not watch_explicit
        and watch_asleep_for_known
        and tuning.cycle > 0
        and (tuning.cycle - tuning.rem_window) * 60 <= watch_asleep_for - watch_cycles * tuning.cycle * 60
    )
    watch_staged = watch_still and not watch_awake and (watch_explicit or watch_inferred)
    watch_baseline = watch_resting_count >= 30
    watch_lowest = watch_resting_median - 100 if watch_baseline else tuning.lowest_pulse
    watch_highest = watch_resting_median + 150 if watch_baseline else tuning.highest_pulse
    watch_in_range = (
        (watch_resting_count > 0 or not watch_baseline)
        and (watch_pulse_known or state.watch_pulse_age <= 15)
        and watch_lowest <= (watch_pulse if watch_pulse_known else state.watch_pulse_held)
        and (watch_pulse if watch_pulse_known else state.watch_pulse_held) <= watch_highest
    )
    watch_hrv_young = watch_hrv_age_known and watch_hrv_age <= tuning.support_fresh * 60
    watch_breathing_young = (
        watch_breathing_age_known
        and watch_breathing_age <= tuning.support_fresh * 60
    )
    watch_agrees = (
        (watch_hrv_young and watch_hrv_known and watch_hrv)
        or (watch_breathing_young and watch_breathing_known and watch_breathing)
    )
    watch_disagrees = (
        not watch_agrees
        and (
            (watch_hrv_young and watch_hrv_known and not watch_hrv)
            or (watch_breathing_young and watch_breathing_known and not watch_breathing)
        )
    )
    watch_unsupported = not watch_agrees and not watch_disagrees
    watch_by_lenient = watch_staged and (watch_explicit or watch_in_range or watch_agrees)
    watch_by_balanced = (
        watch_staged
        and (
            watch_in_range
            or watch_agrees
            or (
                watch_explicit
                and not watch_pulse_known
                and state.watch_pulse_age > 15
                and watch_unsupported
            )
        )
    )
    watch_by_strict = (
        watch_staged
        and watch_in_range
        and not watch_disagrees
        and (watch_explicit or watch_agrees)
    )
    watch_chosen = (
        (watch_strictness_known and watch_strictness == "LENIENT" and watch_by_lenient)
        or (
            (not watch_strictness_known or watch_strictness != "LENIENT")
            and (
                (
                    watch_strictness_known
                    and watch_strictness == "BALANCED"
                    and watch_by_balanced
                )
                or (
                    (not watch_strictness_known or watch_strictness != "BALANCED")
                    and watch_by_strict
                )
            )
        )
    )
    watch_lenient = watch_by_lenient
    watch_cue = (
        watch_chosen
        and (watch_pulse_known or state.watch_pulse_age <= 15)
        and watch_asleep_for_known
        and watch_asleep_for >= 4800
        and state.watch_quiet * 1000000 >= 1200000000
    )
    detected = watch_lenient
    cue = watch_cue
    watch_stillness_next = min(state.watch_stillness + 1, 86400) if watch_quiet_now else 0
    watch_quiet_next = 1 if watch_cue else min(state.watch_quiet + 1, 86400)
    return State(watch_pulse_age=watch_pulse_age_next, watch_pulse_held=watch_pulse_held_next, sessions_begun=sessions_begun_next, sessions_idle=sessions_idle_next, watch_stillness=watch_stillness_next, watch_quiet=watch_quiet_next, watch_resting=watch_resting), Outputs(detected=detected, cue=cue)
