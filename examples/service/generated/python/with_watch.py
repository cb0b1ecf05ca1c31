# Generated from "intensity.aln", module StimulusIntensity_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF059, RUF100, SIM103, SIM110
"""The machine WithWatch of StimulusIntensity_v1_0_0: `init` gives its state, `step` one tick of it.

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

SOURCE: Final = "intensity.aln"
MODULE: Final = "StimulusIntensity_v1_0_0"
MACHINE: Final = "WithWatch"
POLICY_ID: Final = "f0b52d8e-91a7-4c64-8e3f-27d5a90c6b18"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "a716dc3897fc8ee55a43e9be7adf435353ed230edaa1592412f409bfc905b82b"
PERIOD_US: Final = 1000000
SIGNALS: Final = (
    ("arousal", "arousal"),
    ("sampling", "eeg_sampling_rate"),
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
    hi=1000,
    step=Fraction(1, 1000),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_4: Final = Quantity(
    lo=0,
    hi=1000,
    step=Fraction(1),
    unit="Hz",
    code="Hz",
    factor=Fraction(1),
    kind="frequency",
)
_QUANTITY_5: Final = Quantity(
    lo=0,
    hi=43200,
    step=Fraction(1),
    unit="s",
    code="s",
    factor=Fraction(1),
    kind="time",
)
_QUANTITY_6: Final = Quantity(
    lo=0,
    hi=16000,
    step=Fraction(1, 1000),
    unit="gee",
    code="[g]",
    factor=Fraction(196133, 20000),
    kind="acceleration",
)
_QUANTITY_7: Final = Quantity(
    lo=200,
    hi=2400,
    step=Fraction(1, 10),
    unit="bpm",
    code="/min",
    factor=Fraction(1, 60),
    kind="/time",
)
_QUANTITY_8: Final = Quantity(
    lo=0,
    hi=16,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_9: Final = Quantity(
    lo=0,
    hi=3,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_10: Final = Quantity(
    lo=0,
    hi=600,
    step=Fraction(1, 10),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_QUANTITY_11: Final = Quantity(
    lo=0,
    hi=3600,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_12: Final = Quantity(
    lo=0,
    hi=86400,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_13: Final = Quantity(
    lo=0,
    hi=60,
    step=Fraction(1),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_QUANTITY_14: Final = Quantity(
    lo=0,
    hi=2400,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_15: Final = Quantity(
    lo=0,
    hi=5760000,
    step=Fraction(1, 10),
    unit="bpm",
    code="/min",
    factor=Fraction(1, 60),
    kind="/time",
)
_QUANTITY_16: Final = Quantity(
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
    ("arousal", _QUANTITY_3),
    ("good", "bool"),
    ("sampling", _QUANTITY_4),
    ("eeg_rem", "bool"),
    ("running", "bool"),
    ("asleep_for", _QUANTITY_5),
    ("sample_age", _QUANTITY_5),
    ("stage_age", _QUANTITY_5),
    ("hrv", "bool"),
    ("hrv_age", _QUANTITY_5),
    ("breathing", "bool"),
    ("breathing_age", _QUANTITY_5),
    ("motion", _QUANTITY_6),
    ("pulse", _QUANTITY_7),
    ("strictness", ("Strictness", _LABELS_1)),
)
STATES: Final = (
    ("body.pulse.age", "body.pulse.age.next", _QUANTITY_8),
    ("body.pulse.held", "body.pulse.held.next", _QUANTITY_7),
    ("loop.arousal.age", "loop.arousal.age.next", _QUANTITY_9),
    ("loop.arousal.held", "loop.arousal.held.next", _QUANTITY_3),
    ("loop.good.age", "loop.good.age.next", _QUANTITY_9),
    ("loop.good.held", "loop.good.held.next", "bool"),
    ("loop.sampling.age", "loop.sampling.age.next", _QUANTITY_9),
    ("loop.sampling.held", "loop.sampling.held.next", _QUANTITY_4),
    ("loop.eeg_rem.age", "loop.eeg_rem.age.next", _QUANTITY_9),
    ("loop.eeg_rem.held", "loop.eeg_rem.held.next", "bool"),
    ("loop.level", "loop.level.next", _QUANTITY_10),
    ("loop.given", "loop.given.next", _QUANTITY_11),
    ("body.stillness", "body.stillness.next", _QUANTITY_12),
    ("body.quiet", "body.quiet.next", _QUANTITY_12),
)
OUTPUTS: Final = (
    ("brightness", _QUANTITY_10),
    ("loudness", _QUANTITY_10),
    ("cue", "bool"),
)
DEFINITIONS: Final = (
    ("body.pulse.known", "body_pulse_known"),
    ("body.pulse", "body_pulse"),
    ("body.pulse.age.next", "body_pulse_age_next"),
    ("body.pulse.held.next", "body_pulse_held_next"),
    ("body.asleep_for.known", "body_asleep_for_known"),
    ("body.asleep_for", "body_asleep_for"),
    ("body.sample_age.known", "body_sample_age_known"),
    ("body.sample_age", "body_sample_age"),
    ("body.stage_age.known", "body_stage_age_known"),
    ("body.stage_age", "body_stage_age"),
    ("body.hrv.known", "body_hrv_known"),
    ("body.hrv", "body_hrv"),
    ("body.hrv_age.known", "body_hrv_age_known"),
    ("body.hrv_age", "body_hrv_age"),
    ("body.breathing.known", "body_breathing_known"),
    ("body.breathing", "body_breathing"),
    ("body.breathing_age.known", "body_breathing_age_known"),
    ("body.breathing_age", "body_breathing_age"),
    ("body.motion.known", "body_motion_known"),
    ("body.motion", "body_motion"),
    ("body.strictness.known", "body_strictness_known"),
    ("body.strictness", "body_strictness"),
    ("body.quiet_now", "body_quiet_now"),
    ("body.still", "body_still"),
    ("body.awake", "body_awake"),
    ("body.fresh", "body_fresh"),
    ("body.explicit", "body_explicit"),
    ("body.cycles", "body_cycles"),
    ("body.inferred", "body_inferred"),
    ("body.staged", "body_staged"),
    ("body.baseline", "body_baseline"),
    ("body.lowest", "body_lowest"),
    ("body.highest", "body_highest"),
    ("body.in_range", "body_in_range"),
    ("body.hrv_young", "body_hrv_young"),
    ("body.breathing_young", "body_breathing_young"),
    ("body.agrees", "body_agrees"),
    ("body.disagrees", "body_disagrees"),
    ("body.unsupported", "body_unsupported"),
    ("body.by_lenient", "body_by_lenient"),
    ("body.by_balanced", "body_by_balanced"),
    ("body.by_strict", "body_by_strict"),
    ("body.chosen", "body_chosen"),
    ("body.lenient", "body_lenient"),
    ("body.cue", "body_cue"),
    ("body.unsure", "body_unsure"),
    ("loop.arousal.known", "loop_arousal_known"),
    ("loop.arousal", "loop_arousal"),
    ("loop.arousal.age.next", "loop_arousal_age_next"),
    ("loop.arousal.held.next", "loop_arousal_held_next"),
    ("loop.good.known", "loop_good_known"),
    ("loop.good", "loop_good"),
    ("loop.good.age.next", "loop_good_age_next"),
    ("loop.good.held.next", "loop_good_held_next"),
    ("loop.sampling.known", "loop_sampling_known"),
    ("loop.sampling", "loop_sampling"),
    ("loop.sampling.age.next", "loop_sampling_age_next"),
    ("loop.sampling.held.next", "loop_sampling_held_next"),
    ("loop.eeg_rem.known", "loop_eeg_rem_known"),
    ("loop.eeg_rem", "loop_eeg_rem"),
    ("loop.eeg_rem.age.next", "loop_eeg_rem_age_next"),
    ("loop.eeg_rem.held.next", "loop_eeg_rem_held_next"),
    ("loop.body_rem.known", "loop_body_rem_known"),
    ("loop.body_rem", "loop_body_rem"),
    ("loop.running.known", "loop_running_known"),
    ("loop.running", "loop_running"),
    ("loop.trusted", "loop_trusted"),
    ("loop.excluded", "loop_excluded"),
    ("loop.over", "loop_over"),
    ("loop.wanted", "loop_wanted"),
    ("loop.target", "loop_target"),
    ("loop.level.next", "loop_level_next"),
    ("loop.given.next", "loop_given_next"),
    ("loop.brightness", "loop_brightness"),
    ("loop.loudness", "loop_loudness"),
    ("brightness", "brightness"),
    ("loudness", "loudness"),
    ("cue", "cue"),
    ("body.stillness.next", "body_stillness_next"),
    ("body.quiet.next", "body_quiet_next"),
)
CONSTANTS: Final = (
    ("loop.wanted", _QUANTITY_13),
)
WINDOWS: Final = (
    ("body.resting", ("body.resting.count", _QUANTITY_14), ("body.resting.sum", _QUANTITY_15), ("body.resting.squares", _QUANTITY_16), ("body.resting.median", _QUANTITY_7), ("body.resting.newest", _QUANTITY_7)),
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

    arousal: number, n for n * 1/1000, n in 0 .. 1000
    good: true or false
    sampling: number, n for n * 1 Hz, n in 0 .. 1000
    eeg_rem: true or false
    running: true or false
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

    arousal: int | None
    good: bool | None
    sampling: int | None
    eeg_rem: bool | None
    running: bool | None
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

    body_pulse_age: number, n for n * 1, n in 0 .. 16
    body_pulse_held: number, n for n * 1/10 /min, n in 200 .. 2400
    loop_arousal_age: number, n for n * 1, n in 0 .. 3
    loop_arousal_held: number, n for n * 1/1000, n in 0 .. 1000
    loop_good_age: number, n for n * 1, n in 0 .. 3
    loop_good_held: true or false
    loop_sampling_age: number, n for n * 1, n in 0 .. 3
    loop_sampling_held: number, n for n * 1 Hz, n in 0 .. 1000
    loop_eeg_rem_age: number, n for n * 1, n in 0 .. 3
    loop_eeg_rem_held: true or false
    loop_level: number, n for n * 1/10 %, n in 0 .. 600
    loop_given: number, n for n * 1, n in 0 .. 3600
    body_stillness: number, n for n * 1, n in 0 .. 86400
    body_quiet: number, n for n * 1, n in 0 .. 86400
    body_resting: samples, (age in ticks, value), oldest first, at most 2400 of the last 7200 ticks; value: number, n for n * 1/10 /min, n in 200 .. 2400
    """

    body_pulse_age: int
    body_pulse_held: int
    loop_arousal_age: int
    loop_arousal_held: int
    loop_good_age: int
    loop_good_held: bool
    loop_sampling_age: int
    loop_sampling_held: int
    loop_eeg_rem_age: int
    loop_eeg_rem_held: bool
    loop_level: int
    loop_given: int
    body_stillness: int
    body_quiet: int
    body_resting: _Samples


class Outputs(NamedTuple):
    """What a tick gives.

    brightness: number, n for n * 1/10 %, n in 0 .. 600
    loudness: number, n for n * 1/10 %, n in 0 .. 600
    cue: true or false
    """

    brightness: int
    loudness: int
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
        arousal=_number(get("arousal"), _QUANTITY_3),
        good=_flag(get("good")),
        sampling=_number(get("sampling"), _QUANTITY_4),
        eeg_rem=_flag(get("eeg_rem")),
        running=_flag(get("running")),
        asleep_for=_number(get("asleep_for"), _QUANTITY_5),
        sample_age=_number(get("sample_age"), _QUANTITY_5),
        stage_age=_number(get("stage_age"), _QUANTITY_5),
        hrv=_flag(get("hrv")),
        hrv_age=_number(get("hrv_age"), _QUANTITY_5),
        breathing=_flag(get("breathing")),
        breathing_age=_number(get("breathing_age"), _QUANTITY_5),
        motion=_number(get("motion"), _QUANTITY_6),
        pulse=_number(get("pulse"), _QUANTITY_7),
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
        body_pulse_age=16,
        body_pulse_held=200,
        loop_arousal_age=3,
        loop_arousal_held=0,
        loop_good_age=3,
        loop_good_held=False,
        loop_sampling_age=3,
        loop_sampling_held=0,
        loop_eeg_rem_age=3,
        loop_eeg_rem_held=False,
        loop_level=0,
        loop_given=0,
        body_stillness=0,
        body_quiet=86400,
        body_resting=(),
    )


def step(
    tuning: WatchTuning,
    state: State,
    arousal: int | None,
    good: bool | None,
    sampling: int | None,
    eeg_rem: bool | None,
    running: bool | None,
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
    if type(arousal) is not int or not 0 <= arousal <= 1000:
        arousal = None
    if type(good) is not bool:
        good = None
    if type(sampling) is not int or not 0 <= sampling <= 1000:
        sampling = None
    if type(eeg_rem) is not bool:
        eeg_rem = None
    if type(running) is not bool:
        running = None
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
    body_pulse_known = pulse is not None
    body_pulse = pulse if pulse is not None else 200
    body_pulse_age_next = 1 if body_pulse_known else min(state.body_pulse_age + 1, 16)
    body_pulse_held_next = body_pulse if body_pulse_known else state.body_pulse_held
    body_resting_seen = body_pulse if body_pulse_known else None
    body_resting = _slide(state.body_resting, body_resting_seen, ticks=7200, most=2400, lo=200, hi=2400)
    body_resting_count, body_resting_sum, body_resting_squares, body_resting_median, body_resting_newest = _summary(body_resting, nothing=200)
    body_asleep_for_known = asleep_for is not None
    body_asleep_for = asleep_for if asleep_for is not None else 0
    body_sample_age_known = sample_age is not None
    body_sample_age = sample_age if sample_age is not None else 0
    body_stage_age_known = stage_age is not None
    body_stage_age = stage_age if stage_age is not None else 0
    body_hrv_known = hrv is not None
    body_hrv = hrv is not None and hrv
    body_hrv_age_known = hrv_age is not None
    body_hrv_age = hrv_age if hrv_age is not None else 0
    body_breathing_known = breathing is not None
    body_breathing = breathing is not None and breathing
    body_breathing_age_known = breathing_age is not None
    body_breathing_age = breathing_age if breathing_age is not None else 0
    body_motion_known = motion is not None
    body_motion = motion if motion is not None else 0
    body_strictness_known = strictness is not None
    body_strictness = strictness if strictness is not None else "LENIENT"
    body_quiet_now = body_motion_known and body_motion < 30
    body_still = body_quiet_now and tuning.stillness * 60000000 <= state.body_stillness * 1000000
    body_awake = (
        (body_pulse_known or state.body_pulse_age <= 15)
        and (body_pulse if body_pulse_known else state.body_pulse_held) > 850
    )
    body_fresh = body_sample_age_known and body_sample_age <= tuning.samples_fresh * 60
    body_explicit = (
        body_fresh
        and body_stage_age_known
        and body_stage_age <= tuning.stage_grace * 60
    )
    body_cycles = body_asleep_for // (tuning.cycle * 60) if tuning.cycle * 60 > 0 else 0
    body_inferred = (
        body_fresh
        and not body_explicit
        and body_asleep_for_known
        and tuning.cycle > 0
        and (tuning.cycle - tuning.rem_window) * 60 <= body_asleep_for - body_cycles * tuning.cycle * 60
    )
    body_staged = body_still and not body_awake and (body_explicit or body_inferred)
    body_baseline = body_resting_count >= 30
    body_lowest = body_resting_median - 100 if body_baseline else tuning.lowest_pulse
    body_highest = body_resting_median + 150 if body_baseline else tuning.highest_pulse
    body_in_range = (
        (body_resting_count > 0 or not body_baseline)
        and (body_pulse_known or state.body_pulse_age <= 15)
        and body_lowest <= (body_pulse if body_pulse_known else state.body_pulse_held)
        and (body_pulse if body_pulse_known else state.body_pulse_held) <= body_highest
    )
    body_hrv_young = body_hrv_age_known and body_hrv_age <= tuning.support_fresh * 60
    body_breathing_young = (
        body_breathing_age_known
        and body_breathing_age <= tuning.support_fresh * 60
    )
    body_agrees = (
        (body_hrv_young and body_hrv_known and body_hrv)
        or (body_breathing_young and body_breathing_known and body_breathing)
    )
    body_disagrees = (
        not body_agrees
        and (
            (body_hrv_young and body_hrv_known and not body_hrv)
            or (body_breathing_young and body_breathing_known and not body_breathing)
        )
    )
    body_unsupported = not body_agrees and not body_disagrees
    body_by_lenient = body_staged and (body_explicit or body_in_range or body_agrees)
    body_by_balanced = (
        body_staged
        and (
            body_in_range
            or body_agrees
            or (
                body_explicit
                and not body_pulse_known
                and state.body_pulse_age > 15
                and body_unsupported
            )
        )
    )
    body_by_strict = (
        body_staged
        and body_in_range
        and not body_disagrees
        and (body_explicit or body_agrees)
    )
    body_chosen = (
        (body_strictness_known and body_strictness == "LENIENT" and body_by_lenient)
        or (
            (not body_strictness_known or body_strictness != "LENIENT")
            and (
                (body_strictness_known and body_strictness == "BALANCED" and body_by_balanced)
                or (
                    (not body_strictness_known or body_strictness != "BALANCED")
                    and body_by_strict
                )
            )
        )
    )
    body_lenient = body_by_lenient
    body_cue = (
        body_chosen
        and (body_pulse_known or state.body_pulse_age <= 15)
        and body_asleep_for_known
        and body_asleep_for >= 4800
        and state.body_quiet * 1000000 >= 1200000000
    )
    body_unsure = (
        (not body_motion_known or body_motion < 30)
        and not body_awake
        and (
            not body_sample_age_known
            or not body_motion_known
            or (not body_pulse_known and state.body_pulse_age > 15)
        )
    )
    loop_arousal_known = arousal is not None
    loop_arousal = arousal if arousal is not None else 0
    loop_arousal_age_next = 1 if loop_arousal_known else min(state.loop_arousal_age + 1, 3)
    loop_arousal_held_next = loop_arousal if loop_arousal_known else state.loop_arousal_held
    loop_good_known = good is not None
    loop_good = good is not None and good
    loop_good_age_next = 1 if loop_good_known else min(state.loop_good_age + 1, 3)
    loop_good_held_next = (
        (loop_good_known and loop_good)
        or (not loop_good_known and state.loop_good_held)
    )
    loop_sampling_known = sampling is not None
    loop_sampling = sampling if sampling is not None else 0
    loop_sampling_age_next = 1 if loop_sampling_known else min(state.loop_sampling_age + 1, 3)
    loop_sampling_held_next = loop_sampling if loop_sampling_known else state.loop_sampling_held
    loop_eeg_rem_known = eeg_rem is not None
    loop_eeg_rem = eeg_rem is not None and eeg_rem
    loop_eeg_rem_age_next = 1 if loop_eeg_rem_known else min(state.loop_eeg_rem_age + 1, 3)
    loop_eeg_rem_held_next = (
        (loop_eeg_rem_known and loop_eeg_rem)
        or (not loop_eeg_rem_known and state.loop_eeg_rem_held)
    )
    loop_body_rem_known = True
    loop_body_rem = body_lenient or body_unsure
    loop_running_known = running is not None
    loop_running = running is not None and running
    loop_trusted = (
        (loop_arousal_known or state.loop_arousal_age <= 2)
        and (loop_good_known or state.loop_good_age <= 2)
        and ((loop_good_known and loop_good) or (not loop_good_known and state.loop_good_held))
        and (loop_sampling_known or state.loop_sampling_age <= 2)
        and (loop_sampling if loop_sampling_known else state.loop_sampling_held) >= 200
    )
    loop_excluded = (
        loop_trusted
        and (loop_eeg_rem_known or state.loop_eeg_rem_age <= 2)
        and (not loop_eeg_rem_known or not loop_eeg_rem)
        and (loop_eeg_rem_known or not state.loop_eeg_rem_held)
        and loop_body_rem_known
        and not loop_body_rem
    )
    loop_over = not loop_running_known or not loop_running or state.loop_given >= 3580
    loop_wanted = (
        60
        if (
            (loop_arousal_known or state.loop_arousal_age <= 2)
            and (loop_arousal if loop_arousal_known else state.loop_arousal_held) >= 300
        )
        else 0
    )
    loop_target = loop_wanted if loop_excluded and not loop_over else 0
    loop_level_next = min(max(loop_target * 10, state.loop_level - 30), state.loop_level + 5)
    loop_given_next = state.loop_given + 1 if loop_level_next > 0 else state.loop_given
    loop_brightness = loop_level_next
    loop_loudness = min(loop_level_next, 400)
    brightness = loop_brightness
    loudness = loop_loudness
    cue = body_cue
    body_stillness_next = min(state.body_stillness + 1, 86400) if body_quiet_now else 0
    body_quiet_next = 1 if body_cue else min(state.body_quiet + 1, 86400)
    return State(body_pulse_age=body_pulse_age_next, body_pulse_held=body_pulse_held_next, loop_arousal_age=loop_arousal_age_next, loop_arousal_held=loop_arousal_held_next, loop_good_age=loop_good_age_next, loop_good_held=loop_good_held_next, loop_sampling_age=loop_sampling_age_next, loop_sampling_held=loop_sampling_held_next, loop_eeg_rem_age=loop_eeg_rem_age_next, loop_eeg_rem_held=loop_eeg_rem_held_next, loop_level=loop_level_next, loop_given=loop_given_next, body_stillness=body_stillness_next, body_quiet=body_quiet_next, body_resting=body_resting), Outputs(brightness=brightness, loudness=loudness, cue=cue)
