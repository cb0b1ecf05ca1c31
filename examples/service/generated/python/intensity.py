# Generated from "intensity.aln", module StimulusIntensity_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The machine Intensity of StimulusIntensity_v1_0_0: `init` gives its state, `step` one tick of it.

Values are raw: whole counts of a quantity, labels, true or false. `State` and the parameters given to `step`
are those that `init` and `step` gave and accepted; an input is anything at all.
"""


from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, final

SOURCE: Final = "intensity.aln"
MODULE: Final = "StimulusIntensity_v1_0_0"
MACHINE: Final = "Intensity"
POLICY_ID: Final = "f0b52d8e-91a7-4c64-8e3f-27d5a90c6b18"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "4f115f10b13b18cd9a5110f92b7977c0593e1fce47756ca9d86b8aacca372694"
PERIOD_US: Final = 1000000
SIGNALS: Final = (
    ("arousal", "arousal"),
    ("sampling", "eeg_sampling_rate"),
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


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=1000,
    step=Fraction(1, 1000),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=1000,
    step=Fraction(1),
    unit="Hz",
    code="Hz",
    factor=Fraction(1),
    kind="frequency",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=3,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_4: Final = Quantity(
    lo=0,
    hi=600,
    step=Fraction(1, 10),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_QUANTITY_5: Final = Quantity(
    lo=0,
    hi=3600,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_6: Final = Quantity(
    lo=0,
    hi=60,
    step=Fraction(1),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)


PARAMETER: Final = ("", "")
PARAMETERS: Final = ()
INPUTS: Final = (
    ("arousal", _QUANTITY_1),
    ("good", "bool"),
    ("sampling", _QUANTITY_2),
    ("eeg_rem", "bool"),
    ("body_rem", "bool"),
    ("running", "bool"),
)
STATES: Final = (
    ("arousal.age", "arousal.age.next", _QUANTITY_3),
    ("arousal.held", "arousal.held.next", _QUANTITY_1),
    ("good.age", "good.age.next", _QUANTITY_3),
    ("good.held", "good.held.next", "bool"),
    ("sampling.age", "sampling.age.next", _QUANTITY_3),
    ("sampling.held", "sampling.held.next", _QUANTITY_2),
    ("eeg_rem.age", "eeg_rem.age.next", _QUANTITY_3),
    ("eeg_rem.held", "eeg_rem.held.next", "bool"),
    ("level", "level.next", _QUANTITY_4),
    ("given", "given.next", _QUANTITY_5),
)
OUTPUTS: Final = (
    ("brightness", _QUANTITY_4),
    ("loudness", _QUANTITY_4),
    ("fading", "bool"),
    ("audit", "bool"),
)
DEFINITIONS: Final = (
    ("arousal.age.next", "arousal_age_next"),
    ("arousal.held.next", "arousal_held_next"),
    ("good.age.next", "good_age_next"),
    ("good.held.next", "good_held_next"),
    ("sampling.age.next", "sampling_age_next"),
    ("sampling.held.next", "sampling_held_next"),
    ("eeg_rem.age.next", "eeg_rem_age_next"),
    ("eeg_rem.held.next", "eeg_rem_held_next"),
    ("trusted", "trusted"),
    ("excluded", "excluded"),
    ("over", "over"),
    ("wanted", "wanted"),
    ("target", "target"),
    ("level.next", "level_next"),
    ("given.next", "given_next"),
    ("brightness", "brightness"),
    ("loudness", "loudness"),
    ("fading", "fading"),
    ("audit", "audit"),
)
CONSTANTS: Final = (
    ("wanted", _QUANTITY_6),
)


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    arousal: number, n for n * 1/1000, n in 0 .. 1000
    good: true or false
    sampling: number, n for n * 1 Hz, n in 0 .. 1000
    eeg_rem: true or false
    body_rem: true or false
    running: true or false
    """

    arousal: int | None
    good: bool | None
    sampling: int | None
    eeg_rem: bool | None
    body_rem: bool | None
    running: bool | None


class State(NamedTuple):
    """What the machine remembers.

    arousal_age: number, n for n * 1, n in 0 .. 3
    arousal_held: number, n for n * 1/1000, n in 0 .. 1000
    good_age: number, n for n * 1, n in 0 .. 3
    good_held: true or false
    sampling_age: number, n for n * 1, n in 0 .. 3
    sampling_held: number, n for n * 1 Hz, n in 0 .. 1000
    eeg_rem_age: number, n for n * 1, n in 0 .. 3
    eeg_rem_held: true or false
    level: number, n for n * 1/10 %, n in 0 .. 600
    given: number, n for n * 1, n in 0 .. 3600
    """

    arousal_age: int
    arousal_held: int
    good_age: int
    good_held: bool
    sampling_age: int
    sampling_held: int
    eeg_rem_age: int
    eeg_rem_held: bool
    level: int
    given: int


class Outputs(NamedTuple):
    """What a tick gives.

    brightness: number, n for n * 1/10 %, n in 0 .. 600
    loudness: number, n for n * 1/10 %, n in 0 .. 600
    fading: true or false
    audit: true or false
    """

    brightness: int
    loudness: int
    fading: bool
    audit: bool


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


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        arousal=_number(get("arousal"), _QUANTITY_1),
        good=_flag(get("good")),
        sampling=_number(get("sampling"), _QUANTITY_2),
        eeg_rem=_flag(get("eeg_rem")),
        body_rem=_flag(get("body_rem")),
        running=_flag(get("running")),
    )


def init() -> State:
    """The state before the first tick. Raises: InvalidParameters, with every reason."""
    return State(
        arousal_age=3,
        arousal_held=0,
        good_age=3,
        good_held=False,
        sampling_age=3,
        sampling_held=0,
        eeg_rem_age=3,
        eeg_rem_held=False,
        level=0,
        given=0,
    )


def step(
    state: State,
    arousal: int | None,
    good: bool | None,
    sampling: int | None,
    eeg_rem: bool | None,
    body_rem: bool | None,
    running: bool | None,
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
    if type(body_rem) is not bool:
        body_rem = None
    if type(running) is not bool:
        running = None
    arousal_age_next = 1 if arousal is not None else min(state.arousal_age + 1, 3)
    arousal_held_next = arousal if arousal is not None else state.arousal_held
    good_age_next = 1 if good is not None else min(state.good_age + 1, 3)
    good_held_next = (good is not None and good) or (good is None and state.good_held)
    sampling_age_next = 1 if sampling is not None else min(state.sampling_age + 1, 3)
    sampling_held_next = sampling if sampling is not None else state.sampling_held
    eeg_rem_age_next = 1 if eeg_rem is not None else min(state.eeg_rem_age + 1, 3)
    eeg_rem_held_next = (
        (eeg_rem is not None and eeg_rem)
        or (eeg_rem is None and state.eeg_rem_held)
    )
    trusted = (
        (arousal is not None or state.arousal_age <= 2)
        and (good is not None or state.good_age <= 2)
        and ((good is not None and good) or (good is None and state.good_held))
        and (sampling is not None or state.sampling_age <= 2)
        and (sampling if sampling is not None else state.sampling_held) >= 200
    )
    excluded = (
        body_rem is not None
        and trusted
        and (eeg_rem is not None or state.eeg_rem_age <= 2)
        and (eeg_rem is None or not eeg_rem)
        and (eeg_rem is not None or not state.eeg_rem_held)
        and not body_rem
    )
    over = running is None or not running or state.given >= 3580
    wanted = (
        60
        if (
            (arousal is not None or state.arousal_age <= 2)
            and (arousal if arousal is not None else state.arousal_held) >= 300
        )
        else 0
    )
    target = wanted if excluded and not over else 0
    level_next = min(max(target * 10, state.level - 30), state.level + 5)
    given_next = state.given + 1 if level_next > 0 else state.given
    brightness = level_next
    loudness = min(level_next, 400)
    fading = not excluded
    audit = level_next != state.level
    return State(arousal_age=arousal_age_next, arousal_held=arousal_held_next, good_age=good_age_next, good_held=good_held_next, sampling_age=sampling_age_next, sampling_held=sampling_held_next, eeg_rem_age=eeg_rem_age_next, eeg_rem_held=eeg_rem_held_next, level=level_next, given=given_next), Outputs(brightness=brightness, loudness=loudness, fading=fading, audit=audit)
