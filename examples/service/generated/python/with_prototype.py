# Generated from "intensity.aln", module StimulusIntensity_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF059, RUF100, SIM103, SIM110
"""The machine WithPrototype of StimulusIntensity_v1_0_0: `init` gives its state, `step` one tick of it.

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
MACHINE: Final = "WithPrototype"
POLICY_ID: Final = "f0b52d8e-91a7-4c64-8e3f-27d5a90c6b18"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "9fb9a5f267f0d087d2828193689e3cea3c266998edb8d9f2374b0aefbe27ff88"
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
_QUANTITY_5: Final = Quantity(
    lo=0,
    hi=1000,
    step=Fraction(1, 1000),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_6: Final = Quantity(
    lo=0,
    hi=1000,
    step=Fraction(1),
    unit="Hz",
    code="Hz",
    factor=Fraction(1),
    kind="frequency",
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
    hi=301,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_10: Final = Quantity(
    lo=0,
    hi=3,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_11: Final = Quantity(
    lo=0,
    hi=600,
    step=Fraction(1, 10),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_QUANTITY_12: Final = Quantity(
    lo=0,
    hi=3600,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_13: Final = Quantity(
    lo=0,
    hi=172800,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_14: Final = Quantity(
    lo=0,
    hi=86400,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_15: Final = Quantity(
    lo=0,
    hi=60,
    step=Fraction(1),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_QUANTITY_16: Final = Quantity(
    lo=0,
    hi=300,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_17: Final = Quantity(
    lo=0,
    hi=720000,
    step=Fraction(1, 10),
    unit="bpm",
    code="/min",
    factor=Fraction(1, 60),
    kind="/time",
)
_QUANTITY_18: Final = Quantity(
    lo=0,
    hi=1728000000,
    step=Fraction(1, 100),
    unit="bpm.bpm",
    code="/min./min",
    factor=Fraction(1, 3600),
    kind="/time/time",
)


PARAMETER: Final = ("PrototypeTuning", "tuning")
PARAMETERS: Final = (
    ("tuning.still_below", _QUANTITY_1, False),
    ("tuning.sleep_onset", _QUANTITY_2, False),
    ("tuning.awake_above", _QUANTITY_3, False),
    ("tuning.fewest_samples", _QUANTITY_4, False),
    ("tuning.volatile_above", _QUANTITY_3, False),
    ("tuning.shield", _QUANTITY_2, False),
    ("tuning.cooldown", _QUANTITY_2, False),
)
INPUTS: Final = (
    ("arousal", _QUANTITY_5),
    ("good", "bool"),
    ("sampling", _QUANTITY_6),
    ("eeg_rem", "bool"),
    ("running", "bool"),
    ("motion", _QUANTITY_1),
    ("pulse", _QUANTITY_7),
)
STATES: Final = (
    ("body.pulse.age", "body.pulse.age.next", _QUANTITY_8),
    ("body.pulse.held", "body.pulse.held.next", _QUANTITY_7),
    ("body.hr.since", "body.hr.since.next", _QUANTITY_9),
    ("loop.arousal.age", "loop.arousal.age.next", _QUANTITY_10),
    ("loop.arousal.held", "loop.arousal.held.next", _QUANTITY_5),
    ("loop.good.age", "loop.good.age.next", _QUANTITY_10),
    ("loop.good.held", "loop.good.held.next", "bool"),
    ("loop.sampling.age", "loop.sampling.age.next", _QUANTITY_10),
    ("loop.sampling.held", "loop.sampling.held.next", _QUANTITY_6),
    ("loop.eeg_rem.age", "loop.eeg_rem.age.next", _QUANTITY_10),
    ("loop.eeg_rem.held", "loop.eeg_rem.held.next", "bool"),
    ("loop.level", "loop.level.next", _QUANTITY_11),
    ("loop.given", "loop.given.next", _QUANTITY_12),
    ("body.stillness", "body.stillness.next", _QUANTITY_13),
    ("body.sleep", "body.sleep.next", _QUANTITY_14),
    ("body.quiet", "body.quiet.next", _QUANTITY_14),
)
OUTPUTS: Final = (
    ("brightness", _QUANTITY_11),
    ("loudness", _QUANTITY_11),
    ("trigger", "bool"),
)
DEFINITIONS: Final = (
    ("body.pulse.known", "body_pulse_known"),
    ("body.pulse", "body_pulse"),
    ("body.pulse.age.next", "body_pulse_age_next"),
    ("body.pulse.held.next", "body_pulse_held_next"),
    ("body.hr.since.next", "body_hr_since_next"),
    ("body.motion.known", "body_motion_known"),
    ("body.motion", "body_motion"),
    ("body.still", "body_still"),
    ("body.asleep", "body_asleep"),
    ("body.calm", "body_calm"),
    ("body.enough", "body_enough"),
    ("body.volatile", "body_volatile"),
    ("body.rem", "body_rem"),
    ("body.trigger", "body_trigger"),
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
    ("trigger", "trigger"),
    ("body.stillness.next", "body_stillness_next"),
    ("body.sleep.next", "body_sleep_next"),
    ("body.quiet.next", "body_quiet_next"),
)
CONSTANTS: Final = (
    ("loop.wanted", _QUANTITY_15),
)
WINDOWS: Final = (
    ("body.hr", ("body.hr.count", _QUANTITY_16), ("body.hr.sum", _QUANTITY_17), ("body.hr.squares", _QUANTITY_18), ("body.hr.median", _QUANTITY_7), ("body.hr.newest", _QUANTITY_7)),
)


@final
@dataclass(frozen=True, slots=True)
class PrototypeTuning:
    """The fields of PrototypeTuning that are read: raw values, None where missing, INVALID outside their domain.

    still_below: number, n for n * 1/1000 [g], n in 0 .. 16000
    sleep_onset: number, n for n * 1 min, n in 0 .. 1440
    awake_above: number, n for n * 1/10 /min, n in 0 .. 3000
    fewest_samples: number, n for n * 1, n in 0 .. 10000
    volatile_above: number, n for n * 1/10 /min, n in 0 .. 3000
    shield: number, n for n * 1 min, n in 0 .. 1440
    cooldown: number, n for n * 1 min, n in 0 .. 1440
    """

    still_below: int
    sleep_onset: int
    awake_above: int
    fewest_samples: int
    volatile_above: int
    shield: int
    cooldown: int


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    arousal: number, n for n * 1/1000, n in 0 .. 1000
    good: true or false
    sampling: number, n for n * 1 Hz, n in 0 .. 1000
    eeg_rem: true or false
    running: true or false
    motion: number, n for n * 1/1000 [g], n in 0 .. 16000
    pulse: number, n for n * 1/10 /min, n in 200 .. 2400
    """

    arousal: int | None
    good: bool | None
    sampling: int | None
    eeg_rem: bool | None
    running: bool | None
    motion: int | None
    pulse: int | None


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
    body_hr_since: number, n for n * 1, n in 0 .. 301
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
    body_stillness: number, n for n * 1, n in 0 .. 172800
    body_sleep: number, n for n * 1, n in 0 .. 86400
    body_quiet: number, n for n * 1, n in 0 .. 86400
    body_hr: samples, (age in ticks, value), oldest first, at most 300 of the last 300 ticks; value: number, n for n * 1/10 /min, n in 200 .. 2400
    """

    body_pulse_age: int
    body_pulse_held: int
    body_hr_since: int
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
    body_sleep: int
    body_quiet: int
    body_hr: _Samples


class Outputs(NamedTuple):
    """What a tick gives.

    brightness: number, n for n * 1/10 %, n in 0 .. 600
    loudness: number, n for n * 1/10 %, n in 0 .. 600
    trigger: true or false
    """

    brightness: int
    loudness: int
    trigger: bool


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
        awake_above=_number(get("awake_above"), _QUANTITY_3),
        fewest_samples=_number(get("fewest_samples"), _QUANTITY_4),
        volatile_above=_number(get("volatile_above"), _QUANTITY_3),
        shield=_number(get("shield"), _QUANTITY_2),
        cooldown=_number(get("cooldown"), _QUANTITY_2),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        arousal=_number(get("arousal"), _QUANTITY_5),
        good=_flag(get("good")),
        sampling=_number(get("sampling"), _QUANTITY_6),
        eeg_rem=_flag(get("eeg_rem")),
        running=_flag(get("running")),
        motion=_number(get("motion"), _QUANTITY_1),
        pulse=_number(get("pulse"), _QUANTITY_7),
    )


def init(tuning: PrototypeTuning) -> State:
    """The state before the first tick. Raises: InvalidParameters, with every reason."""
    if type(tuning) is not PrototypeTuning:
        raise InvalidParameters(("tuning",), ())
    invalid: list[str] = []
    if type(tuning.still_below) is not int or not 0 <= tuning.still_below <= 16000:
        invalid.append("tuning.still_below")
    if type(tuning.sleep_onset) is not int or not 0 <= tuning.sleep_onset <= 1440:
        invalid.append("tuning.sleep_onset")
    if type(tuning.awake_above) is not int or not 0 <= tuning.awake_above <= 3000:
        invalid.append("tuning.awake_above")
    if type(tuning.fewest_samples) is not int or not 0 <= tuning.fewest_samples <= 10000:
        invalid.append("tuning.fewest_samples")
    if type(tuning.volatile_above) is not int or not 0 <= tuning.volatile_above <= 3000:
        invalid.append("tuning.volatile_above")
    if type(tuning.shield) is not int or not 0 <= tuning.shield <= 1440:
        invalid.append("tuning.shield")
    if type(tuning.cooldown) is not int or not 0 <= tuning.cooldown <= 1440:
        invalid.append("tuning.cooldown")
    if invalid:
        raise InvalidParameters(tuple(invalid), ())
    reasons: list[Reason] = []
    if not tuning.still_below <= 30:
        reasons.append(_REASON_1)
    if not tuning.sleep_onset >= 15:
        reasons.append(_REASON_2)
    if not tuning.shield >= 80:
        reasons.append(_REASON_3)
    if not tuning.cooldown >= 20:
        reasons.append(_REASON_4)
    if not tuning.awake_above <= 850:
        reasons.append(_REASON_5)
    if not tuning.volatile_above >= 50:
        reasons.append(_REASON_6)
    if not tuning.fewest_samples >= 11:
        reasons.append(_REASON_7)
    if reasons:
        raise InvalidParameters((), tuple(reasons))
    return State(
        body_pulse_age=16,
        body_pulse_held=200,
        body_hr_since=301,
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
        body_sleep=0,
        body_quiet=86400,
        body_hr=(),
    )


def step(
    tuning: PrototypeTuning,
    state: State,
    arousal: int | None,
    good: bool | None,
    sampling: int | None,
    eeg_rem: bool | None,
    running: bool | None,
    motion: int | None,
    pulse: int | None,
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
    if type(motion) is not int or not 0 <= motion <= 16000:
        motion = None
    if type(pulse) is not int or not 200 <= pulse <= 2400:
        pulse = None
    body_pulse_known = pulse is not None
    body_pulse = pulse if pulse is not None else 200
    body_pulse_age_next = 1 if body_pulse_known else min(state.body_pulse_age + 1, 16)
    body_pulse_held_next = body_pulse if body_pulse_known else state.body_pulse_held
    body_hr_seen = body_pulse if body_pulse_known else None
    body_hr = _slide(state.body_hr, body_hr_seen, ticks=300, most=300, lo=200, hi=2400)
    body_hr_count, body_hr_sum, body_hr_squares, body_hr_median, body_hr_newest = _summary(body_hr, nothing=200)
    body_hr_since_next = 1 if body_pulse_known else min(state.body_hr_since + 1, 301)
    body_motion_known = motion is not None
    body_motion = motion if motion is not None else 0
    body_still = body_motion_known and body_motion < tuning.still_below
    body_asleep = body_still and tuning.sleep_onset * 60000000 <= state.body_stillness * 1000000
    body_calm = (
        (body_pulse_known or state.body_pulse_age <= 15)
        and (body_pulse if body_pulse_known else state.body_pulse_held) <= tuning.awake_above
    )
    body_enough = (
        tuning.fewest_samples <= body_hr_count
        and (0 if body_pulse_known else state.body_hr_since) * 1000000 <= 15000000
    )
    body_volatile = (
        body_hr_count > 0
        and tuning.volatile_above * body_hr_count * (tuning.volatile_above * body_hr_count) < body_hr_count * body_hr_squares - body_hr_sum * body_hr_sum
    )
    body_rem = (
        body_asleep
        and tuning.shield * 60000000 <= state.body_sleep * 1000000
        and body_calm
        and body_enough
        and body_volatile
    )
    body_trigger = body_rem and tuning.cooldown * 60000000 <= state.body_quiet * 1000000
    body_unsure = (
        (not body_motion_known or body_motion < tuning.still_below)
        and (
            (not body_pulse_known and state.body_pulse_age > 15)
            or (body_pulse if body_pulse_known else state.body_pulse_held) <= tuning.awake_above
        )
        and (
            not body_motion_known
            or (not body_pulse_known and state.body_pulse_age > 15)
            or not body_enough
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
    loop_body_rem = body_rem or body_unsure
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
    trigger = body_trigger
    body_stillness_next = min(state.body_stillness + 1, 172800) if body_still else 0
    body_sleep_next = min(state.body_sleep + 1, 86400) if body_asleep else 0
    body_quiet_next = 1 if body_trigger else min(state.body_quiet + 1, 86400)
    return State(body_pulse_age=body_pulse_age_next, body_pulse_held=body_pulse_held_next, body_hr_since=body_hr_since_next, loop_arousal_age=loop_arousal_age_next, loop_arousal_held=loop_arousal_held_next, loop_good_age=loop_good_age_next, loop_good_held=loop_good_held_next, loop_sampling_age=loop_sampling_age_next, loop_sampling_held=loop_sampling_held_next, loop_eeg_rem_age=loop_eeg_rem_age_next, loop_eeg_rem_held=loop_eeg_rem_held_next, loop_level=loop_level_next, loop_given=loop_given_next, body_stillness=body_stillness_next, body_sleep=body_sleep_next, body_quiet=body_quiet_next, body_hr=body_hr), Outputs(brightness=brightness, loudness=loudness, trigger=trigger)
