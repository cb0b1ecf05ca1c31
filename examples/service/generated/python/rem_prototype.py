# Generated from "rem_prototype.aln", module RemPrototype_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF059, RUF100, SIM103, SIM110
"""The machine RemPrototype of RemPrototype_v1_0_0: `init` gives its state, `step` one tick of it.

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

SOURCE: Final = "rem_prototype.aln"
MODULE: Final = "RemPrototype_v1_0_0"
MACHINE: Final = "RemPrototype"
POLICY_ID: Final = "8c4f7a12-d9e6-4b03-b5a8-6f1e93c07d4a"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "f436d8ed5392722f6634adda159fe79734d31d297239fddb64df6c203471fc1a"
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
    hi=301,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_8: Final = Quantity(
    lo=0,
    hi=172800,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_9: Final = Quantity(
    lo=0,
    hi=86400,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_10: Final = Quantity(
    lo=0,
    hi=300,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_11: Final = Quantity(
    lo=0,
    hi=720000,
    step=Fraction(1, 10),
    unit="bpm",
    code="/min",
    factor=Fraction(1, 60),
    kind="/time",
)
_QUANTITY_12: Final = Quantity(
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
    ("motion", _QUANTITY_1),
    ("pulse", _QUANTITY_5),
)
STATES: Final = (
    ("pulse.age", "pulse.age.next", _QUANTITY_6),
    ("pulse.held", "pulse.held.next", _QUANTITY_5),
    ("hr.since", "hr.since.next", _QUANTITY_7),
    ("stillness", "stillness.next", _QUANTITY_8),
    ("sleep", "sleep.next", _QUANTITY_9),
    ("quiet", "quiet.next", _QUANTITY_9),
)
OUTPUTS: Final = (
    ("rem", "bool"),
    ("trigger", "bool"),
    ("unsure", "bool"),
)
DEFINITIONS: Final = (
    ("pulse.age.next", "pulse_age_next"),
    ("pulse.held.next", "pulse_held_next"),
    ("hr.since.next", "hr_since_next"),
    ("still", "still"),
    ("asleep", "asleep"),
    ("calm", "calm"),
    ("enough", "enough"),
    ("volatile", "volatile"),
    ("rem", "rem"),
    ("trigger", "trigger"),
    ("unsure", "unsure"),
    ("stillness.next", "stillness_next"),
    ("sleep.next", "sleep_next"),
    ("quiet.next", "quiet_next"),
)
WINDOWS: Final = (
    ("hr", ("hr.count", _QUANTITY_10), ("hr.sum", _QUANTITY_11), ("hr.squares", _QUANTITY_12), ("hr.median", _QUANTITY_5), ("hr.newest", _QUANTITY_5)),
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

    motion: number, n for n * 1/1000 [g], n in 0 .. 16000
    pulse: number, n for n * 1/10 /min, n in 200 .. 2400
    """

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

    pulse_age: number, n for n * 1, n in 0 .. 16
    pulse_held: number, n for n * 1/10 /min, n in 200 .. 2400
    hr_since: number, n for n * 1, n in 0 .. 301
    stillness: number, n for n * 1, n in 0 .. 172800
    sleep: number, n for n * 1, n in 0 .. 86400
    quiet: number, n for n * 1, n in 0 .. 86400
    hr: samples, (age in ticks, value), oldest first, at most 300 of the last 300 ticks; value: number, n for n * 1/10 /min, n in 200 .. 2400
    """

    pulse_age: int
    pulse_held: int
    hr_since: int
    stillness: int
    sleep: int
    quiet: int
    hr: _Samples


class Outputs(NamedTuple):
    """What a tick gives.

    rem: true or false
    trigger: true or false
    unsure: true or false
    """

    rem: bool
    trigger: bool
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
        motion=_number(get("motion"), _QUANTITY_1),
        pulse=_number(get("pulse"), _QUANTITY_5),
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
        pulse_age=16,
        pulse_held=200,
        hr_since=301,
        stillness=0,
        sleep=0,
        quiet=86400,
        hr=(),
    )


def step(
    tuning: PrototypeTuning,
    state: State,
    motion: int | None,
    pulse: int | None,
) -> tuple[State, Outputs]:
    """One tick: the state after it, and the outputs. An input outside its domain is missing. Never raises."""
    if type(motion) is not int or not 0 <= motion <= 16000:
        motion = None
    if type(pulse) is not int or not 200 <= pulse <= 2400:
        pulse = None
    pulse_age_next = 1 if pulse is not None else min(state.pulse_age + 1, 16)
    pulse_held_next = pulse if pulse is not None else state.pulse_held
    hr_seen = pulse if pulse is not None else None
    hr = _slide(state.hr, hr_seen, ticks=300, most=300, lo=200, hi=2400)
    hr_count, hr_sum, hr_squares, hr_median, hr_newest = _summary(hr, nothing=200)
    hr_since_next = 1 if pulse is not None else min(state.hr_since + 1, 301)
    still = motion is not None and motion < tuning.still_below
    asleep = still and tuning.sleep_onset * 60000000 <= state.stillness * 1000000
    calm = (
        (pulse is not None or state.pulse_age <= 15)
        and (pulse if pulse is not None else state.pulse_held) <= tuning.awake_above
    )
    enough = (
        tuning.fewest_samples <= hr_count
        and (0 if pulse is not None else state.hr_since) * 1000000 <= 15000000
    )
    volatile = (
        hr_count > 0
        and tuning.volatile_above * hr_count * (tuning.volatile_above * hr_count) < hr_count * hr_squares - hr_sum * hr_sum
    )
    rem = (
        asleep
        and tuning.shield * 60000000 <= state.sleep * 1000000
        and calm
        and enough
        and volatile
    )
    trigger = rem and tuning.cooldown * 60000000 <= state.quiet * 1000000
    unsure = (
        (motion is None or motion < tuning.still_below)
        and (
            (pulse is None and state.pulse_age > 15)
            or (pulse if pulse is not None else state.pulse_held) <= tuning.awake_above
        )
        and (motion is None or (pulse is None and state.pulse_age > 15) or not enough)
    )
    stillness_next = min(state.stillness + 1, 172800) if still else 0
    sleep_next = min(state.sleep + 1, 86400) if asleep else 0
    quiet_next = 1 if trigger else min(state.quiet + 1, 86400)
    return State(pulse_age=pulse_age_next, pulse_held=pulse_held_next, hr_since=hr_since_next, stillness=stillness_next, sleep=sleep_next, quiet=quiet_next, hr=hr), Outputs(rem=rem, trigger=trigger, unsure=unsure)
