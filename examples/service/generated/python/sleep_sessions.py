# Generated from "rem_watch.aln", module RemWatch_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The machine SleepSessions of RemWatch_v1_0_0: `init` gives its state, `step` one tick of it.

Values are raw: whole counts of a quantity, labels, true or false. `State` and the parameters given to `step`
are those that `init` and `step` gave and accepted; an input is anything at all.
"""


from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, final

SOURCE: Final = "rem_watch.aln"
MODULE: Final = "RemWatch_v1_0_0"
MACHINE: Final = "SleepSessions"
POLICY_ID: Final = "d1a96f50-72c8-4e1b-9b34-50e8d7a2c61f"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "48af51e733878722f6cc5a7ed86dca5a106369412a154b4d53874d67df59398f"
PERIOD_US: Final = 1000000
SIGNALS: Final = ()


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


PARAMETER: Final = ("WatchTuning", "tuning")
PARAMETERS: Final = (
    ("tuning.session_gap", _QUANTITY_1, False),
    ("tuning.lookback", _QUANTITY_1, False),
    ("tuning.baseline", _QUANTITY_1, False),
    ("tuning.stillness", _QUANTITY_1, False),
    ("tuning.stage_grace", _QUANTITY_1, False),
    ("tuning.cycle", _QUANTITY_1, False),
    ("tuning.rem_window", _QUANTITY_1, False),
    ("tuning.support_fresh", _QUANTITY_1, False),
    ("tuning.samples_fresh", _QUANTITY_1, False),
    ("tuning.lowest_pulse", _QUANTITY_2, False),
    ("tuning.highest_pulse", _QUANTITY_2, False),
)
INPUTS: Final = (
    ("asleep", "bool"),
)
STATES: Final = (
    ("begun", "begun.next", _QUANTITY_3),
    ("idle", "idle.next", _QUANTITY_3),
)
OUTPUTS: Final = (
    ("asleep_for", _QUANTITY_3),
    ("sample_age", _QUANTITY_3),
    ("current", "bool"),
    ("remembered", "bool"),
)
DEFINITIONS: Final = (
    ("sampled", "sampled"),
    ("gap", "gap"),
    ("anew", "anew"),
    ("known", "known"),
    ("begun.next", "begun_next"),
    ("idle.next", "idle_next"),
    ("asleep_for", "asleep_for"),
    ("sample_age", "sample_age"),
    ("current", "current"),
    ("remembered", "remembered"),
)


@final
@dataclass(frozen=True, slots=True)
class WatchTuning:
    """The fields of WatchTuning that are read: raw values, None where missing, INVALID outside their domain.

    session_gap: number, n for n * 1 min, n in 0 .. 1440
    lookback: number, n for n * 1 min, n in 0 .. 1440
    baseline: number, n for n * 1 min, n in 0 .. 1440
    stillness: number, n for n * 1 min, n in 0 .. 1440
    stage_grace: number, n for n * 1 min, n in 0 .. 1440
    cycle: number, n for n * 1 min, n in 0 .. 1440
    rem_window: number, n for n * 1 min, n in 0 .. 1440
    support_fresh: number, n for n * 1 min, n in 0 .. 1440
    samples_fresh: number, n for n * 1 min, n in 0 .. 1440
    lowest_pulse: number, n for n * 1/10 /min, n in 0 .. 3000
    highest_pulse: number, n for n * 1/10 /min, n in 0 .. 3000
    """

    session_gap: int
    lookback: int
    baseline: int
    stillness: int
    stage_grace: int
    cycle: int
    rem_window: int
    support_fresh: int
    samples_fresh: int
    lowest_pulse: int
    highest_pulse: int


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    asleep: true or false
    """

    asleep: bool | None


class State(NamedTuple):
    """What the machine remembers.

    begun: number, n for n * 1 s, n in 0 .. 43200
    idle: number, n for n * 1 s, n in 0 .. 43200
    """

    begun: int
    idle: int


class Outputs(NamedTuple):
    """What a tick gives.

    asleep_for: number, n for n * 1 s, n in 0 .. 43200
    sample_age: number, n for n * 1 s, n in 0 .. 43200
    current: true or false
    remembered: true or false
    """

    asleep_for: int
    sample_age: int
    current: bool
    remembered: bool


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
        baseline=_number(get("baseline"), _QUANTITY_1),
        stillness=_number(get("stillness"), _QUANTITY_1),
        stage_grace=_number(get("stage_grace"), _QUANTITY_1),
        cycle=_number(get("cycle"), _QUANTITY_1),
        rem_window=_number(get("rem_window"), _QUANTITY_1),
        support_fresh=_number(get("support_fresh"), _QUANTITY_1),
        samples_fresh=_number(get("samples_fresh"), _QUANTITY_1),
        lowest_pulse=_number(get("lowest_pulse"), _QUANTITY_2),
        highest_pulse=_number(get("highest_pulse"), _QUANTITY_2),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        asleep=_flag(get("asleep")),
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
    if type(tuning.baseline) is not int or not 0 <= tuning.baseline <= 1440:
        invalid.append("tuning.baseline")
    if type(tuning.stillness) is not int or not 0 <= tuning.stillness <= 1440:
        invalid.append("tuning.stillness")
    if type(tuning.stage_grace) is not int or not 0 <= tuning.stage_grace <= 1440:
        invalid.append("tuning.stage_grace")
    if type(tuning.cycle) is not int or not 0 <= tuning.cycle <= 1440:
        invalid.append("tuning.cycle")
    if type(tuning.rem_window) is not int or not 0 <= tuning.rem_window <= 1440:
        invalid.append("tuning.rem_window")
    if type(tuning.support_fresh) is not int or not 0 <= tuning.support_fresh <= 1440:
        invalid.append("tuning.support_fresh")
    if type(tuning.samples_fresh) is not int or not 0 <= tuning.samples_fresh <= 1440:
        invalid.append("tuning.samples_fresh")
    if type(tuning.lowest_pulse) is not int or not 0 <= tuning.lowest_pulse <= 3000:
        invalid.append("tuning.lowest_pulse")
    if type(tuning.highest_pulse) is not int or not 0 <= tuning.highest_pulse <= 3000:
        invalid.append("tuning.highest_pulse")
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
        begun=0,
        idle=43200,
    )


def step(
    tuning: WatchTuning,
    state: State,
    asleep: bool | None,
) -> tuple[State, Outputs]:
    """One tick: the state after it, and the outputs. An input outside its domain is missing. Never raises."""
    if type(asleep) is not bool:
        asleep = None
    sampled = asleep is not None and asleep
    gap = state.idle + 1
    anew = sampled and tuning.session_gap * 60 < gap
    known = gap <= tuning.lookback * 60 or sampled
    begun_next = 0 if anew else min(state.begun + 1, tuning.lookback * 60)
    idle_next = 0 if sampled else min(gap, 43200)
    asleep_for = begun_next
    sample_age = idle_next
    current = sampled or gap <= tuning.session_gap * 60
    remembered = known
    return State(begun=begun_next, idle=idle_next), Outputs(asleep_for=asleep_for, sample_age=sample_age, current=current, remembered=remembered)
