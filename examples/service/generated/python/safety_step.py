# Generated from "vasopressor.aln", module VasopressorSafety_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The machine SafetyStep of VasopressorSafety_v1_0_0: `init` gives its state, `step` one tick of it.

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

SOURCE: Final = "vasopressor.aln"
MODULE: Final = "VasopressorSafety_v1_0_0"
MACHINE: Final = "SafetyStep"
POLICY_ID: Final = "f1f6a1d2-3c60-4b8f-8d0e-2a1c7f5e9b03"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "723e45f7b4f8bbf153748ca5040aaeb918ff6a1f410ffc7d604d78dcb0545a81"
PERIOD_US: Final = 1000000
SIGNALS: Final = (
    ("map", "map"),
    ("target", "target_map"),
    ("confidence", "confidence"),
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
    rule="ValidLimits/the_fallback_rate_lies_outside_the_limits",
    because="the fallback rate lies outside the limits",
    traces=("RC-PUMP-1",),
)
_REASON_2: Final = Reason(
    rule="ValidLimits/the_rate_could_never_change",
    because="the rate could never change",
    traces=("RC-PUMP-1",),
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
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=3000,
    step=Fraction(1, 10),
    unit="mmHg",
    code="mm[Hg]",
    factor=Fraction(66661, 500),
    kind="pressure",
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


PARAMETER: Final = ("Limits", "limits")
PARAMETERS: Final = (
    ("limits.fallback", _QUANTITY_1, False),
    ("limits.max_change", _QUANTITY_1, False),
    ("limits.min", _QUANTITY_1, False),
    ("limits.max", _QUANTITY_1, False),
)
INPUTS: Final = (
    ("map", _QUANTITY_2),
    ("target", _QUANTITY_2),
    ("confidence", _QUANTITY_3),
)
STATES: Final = (
    ("rate", "rate.next", _QUANTITY_1),
)
OUTPUTS: Final = (
    ("command", _QUANTITY_1),
    ("fallback", "bool"),
    ("alarm", "bool"),
)
DEFINITIONS: Final = (
    ("trusted", "trusted"),
    ("wanted", "wanted"),
    ("rate.next", "rate_next"),
    ("command", "command"),
    ("fallback", "fallback"),
    ("alarm", "alarm"),
)


@final
@dataclass(frozen=True, slots=True)
class Limits:
    """The fields of Limits that are read: raw values, None where missing, INVALID outside their domain.

    fallback: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max_change: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    min: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    """

    fallback: int
    max_change: int
    min: int
    max: int


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    map: number, n for n * 1/10 mm[Hg], n in 0 .. 3000
    target: number, n for n * 1/10 mm[Hg], n in 0 .. 3000
    confidence: number, n for n * 1/1000, n in 0 .. 1000
    """

    map: int | None
    target: int | None
    confidence: int | None


class State(NamedTuple):
    """What the machine remembers.

    rate: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    """

    rate: int


class Outputs(NamedTuple):
    """What a tick gives.

    command: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    fallback: true or false
    alarm: true or false
    """

    command: int
    fallback: bool
    alarm: bool


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


def read_limits(data: Mapping[str, object]) -> Limits:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Limits(
        fallback=_number(get("fallback"), _QUANTITY_1),
        max_change=_number(get("max_change"), _QUANTITY_1),
        min=_number(get("min"), _QUANTITY_1),
        max=_number(get("max"), _QUANTITY_1),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        map=_number(get("map"), _QUANTITY_2),
        target=_number(get("target"), _QUANTITY_2),
        confidence=_number(get("confidence"), _QUANTITY_3),
    )


def init(limits: Limits) -> State:
    """The state before the first tick. Raises: InvalidParameters, with every reason."""
    if type(limits) is not Limits:
        raise InvalidParameters(("limits",), ())
    invalid: list[str] = []
    if type(limits.fallback) is not int or not 0 <= limits.fallback <= 2000:
        invalid.append("limits.fallback")
    if type(limits.max_change) is not int or not 0 <= limits.max_change <= 2000:
        invalid.append("limits.max_change")
    if type(limits.min) is not int or not 0 <= limits.min <= 2000:
        invalid.append("limits.min")
    if type(limits.max) is not int or not 0 <= limits.max <= 2000:
        invalid.append("limits.max")
    if invalid:
        raise InvalidParameters(tuple(invalid), ())
    reasons: list[Reason] = []
    if not (limits.min <= limits.fallback and limits.fallback <= limits.max):
        reasons.append(_REASON_1)
    if not limits.max_change > 0:
        reasons.append(_REASON_2)
    if reasons:
        raise InvalidParameters((), tuple(reasons))
    return State(
        rate=limits.fallback,
    )


def step(
    limits: Limits,
    state: State,
    map: int | None,
    target: int | None,
    confidence: int | None,
) -> tuple[State, Outputs]:
    """One tick: the state after it, and the outputs. An input outside its domain is missing. Never raises."""
    if type(map) is not int or not 0 <= map <= 3000:
        map = None
    if type(target) is not int or not 0 <= target <= 3000:
        target = None
    if type(confidence) is not int or not 0 <= confidence <= 1000:
        confidence = None
    trusted = (
        map is not None
        and target is not None
        and confidence is not None
        and confidence >= 500
    )
    wanted = (
        limits.fallback
        if not trusted
        else (
            state.rate + limits.max_change
            if map is not None and target is not None and map < target
            else state.rate - limits.max_change
        )
    )
    rate_next = min(max(wanted, max(limits.min, state.rate - limits.max_change)), min(limits.max, state.rate + limits.max_change))
    command = rate_next
    fallback = not trusted
    alarm = not trusted
    return State(rate=rate_next), Outputs(command=command, fallback=fallback, alarm=alarm)
