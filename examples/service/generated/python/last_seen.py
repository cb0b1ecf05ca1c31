# Generated from "telemetry.aln", module TelemetrySequence_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The machine LastSeen of TelemetrySequence_v1_0_0: `init` gives its state, `step` one tick of it.

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

SOURCE: Final = "telemetry.aln"
MODULE: Final = "TelemetrySequence_v1_0_0"
MACHINE: Final = "LastSeen"
POLICY_ID: Final = "93b7d0c4-6e1a-4f25-8a9c-d47e20f1b51d"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "4d8a75122b8d585328a57fd000c995184dd4bb237800d646f86f6165ed5fc4ab"
PERIOD_US: Final = 10000
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


_QUANTITY_1: Final = Quantity(
    lo=1,
    hi=65535,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=1000000000000,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=65535,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_4: Final = Quantity(
    lo=-1,
    hi=1000000000000,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_5: Final = Quantity(
    lo=0,
    hi=2,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)


PARAMETER: Final = ("", "")
PARAMETERS: Final = ()
INPUTS: Final = (
    ("stream", _QUANTITY_1),
    ("sequence", _QUANTITY_2),
    ("alarm", "bool"),
    ("stored", "bool"),
)
STATES: Final = (
    ("row_a", "row_a.next", _QUANTITY_3),
    ("row_b", "row_b.next", _QUANTITY_3),
    ("row_c", "row_c.next", _QUANTITY_3),
    ("last_a", "last_a.next", _QUANTITY_4),
    ("last_b", "last_b.next", _QUANTITY_4),
    ("last_c", "last_c.next", _QUANTITY_4),
    ("floor", "floor.next", _QUANTITY_4),
    ("turn", "turn.next", _QUANTITY_5),
)
OUTPUTS: Final = (
    ("acknowledge", "bool"),
    ("duplicate", "bool"),
    ("unstored", "bool"),
    ("forward", "bool"),
)
DEFINITIONS: Final = (
    ("arrived", "arrived"),
    ("in_a", "in_a"),
    ("in_b", "in_b"),
    ("in_c", "in_c"),
    ("last", "last"),
    ("fresh", "fresh"),
    ("kept", "kept"),
    ("newcomer", "newcomer"),
    ("into_a", "into_a"),
    ("into_b", "into_b"),
    ("into_c", "into_c"),
    ("evicted", "evicted"),
    ("row_a.next", "row_a_next"),
    ("row_b.next", "row_b_next"),
    ("row_c.next", "row_c_next"),
    ("last_a.next", "last_a_next"),
    ("last_b.next", "last_b_next"),
    ("last_c.next", "last_c_next"),
    ("floor.next", "floor_next"),
    ("turn.next", "turn_next"),
    ("acknowledge", "acknowledge"),
    ("duplicate", "duplicate"),
    ("unstored", "unstored"),
    ("forward", "forward"),
)


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    stream: number, n for n * 1, n in 1 .. 65535
    sequence: number, n for n * 1, n in 0 .. 1000000000000
    alarm: true or false
    stored: true or false
    """

    stream: int | None
    sequence: int | None
    alarm: bool | None
    stored: bool | None


class State(NamedTuple):
    """What the machine remembers.

    row_a: number, n for n * 1, n in 0 .. 65535
    row_b: number, n for n * 1, n in 0 .. 65535
    row_c: number, n for n * 1, n in 0 .. 65535
    last_a: number, n for n * 1, n in -1 .. 1000000000000
    last_b: number, n for n * 1, n in -1 .. 1000000000000
    last_c: number, n for n * 1, n in -1 .. 1000000000000
    floor: number, n for n * 1, n in -1 .. 1000000000000
    turn: number, n for n * 1, n in 0 .. 2
    """

    row_a: int
    row_b: int
    row_c: int
    last_a: int
    last_b: int
    last_c: int
    floor: int
    turn: int


class Outputs(NamedTuple):
    """What a tick gives.

    acknowledge: true or false
    duplicate: true or false
    unstored: true or false
    forward: true or false
    """

    acknowledge: bool
    duplicate: bool
    unstored: bool
    forward: bool


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
        stream=_number(get("stream"), _QUANTITY_1),
        sequence=_number(get("sequence"), _QUANTITY_2),
        alarm=_flag(get("alarm")),
        stored=_flag(get("stored")),
    )


def init() -> State:
    """The state before the first tick. Raises: InvalidParameters, with every reason."""
    return State(
        row_a=0,
        row_b=0,
        row_c=0,
        last_a=-1,
        last_b=-1,
        last_c=-1,
        floor=-1,
        turn=0,
    )


def step(
    state: State,
    stream: int | None,
    sequence: int | None,
    alarm: bool | None,
    stored: bool | None,
) -> tuple[State, Outputs]:
    """One tick: the state after it, and the outputs. An input outside its domain is missing. Never raises."""
    if type(stream) is not int or not 1 <= stream <= 65535:
        stream = None
    if type(sequence) is not int or not 0 <= sequence <= 1000000000000:
        sequence = None
    if type(alarm) is not bool:
        alarm = None
    if type(stored) is not bool:
        stored = None
    arrived = stream is not None and sequence is not None
    in_a = stream is not None and stream == state.row_a
    in_b = stream is not None and stream == state.row_b
    in_c = stream is not None and stream == state.row_c
    last = state.last_a if in_a else state.last_b if in_b else state.last_c if in_c else state.floor
    fresh = sequence is not None and arrived and last < sequence
    kept = stored is not None and fresh and stored
    newcomer = kept and not in_a and not in_b and not in_c
    into_a = (kept and in_a) or (newcomer and state.turn == 0)
    into_b = (kept and in_b) or (newcomer and state.turn == 1)
    into_c = (kept and in_c) or (newcomer and state.turn == 2)
    evicted = state.last_a if state.turn == 0 else state.last_b if state.turn == 1 else state.last_c
    row_a_next = (1 if stream is None else stream) if into_a else state.row_a
    row_b_next = (1 if stream is None else stream) if into_b else state.row_b
    row_c_next = (1 if stream is None else stream) if into_c else state.row_c
    last_a_next = (0 if sequence is None else sequence) if into_a else state.last_a
    last_b_next = (0 if sequence is None else sequence) if into_b else state.last_b
    last_c_next = (0 if sequence is None else sequence) if into_c else state.last_c
    floor_next = max(state.floor, evicted) if newcomer else state.floor
    turn_next = state.turn if not newcomer else 0 if state.turn == 2 else state.turn + 1
    acknowledge = kept
    duplicate = arrived and not fresh
    unstored = fresh and (stored is None or not stored)
    forward = kept and (alarm is None or alarm)
    return State(row_a=row_a_next, row_b=row_b_next, row_c=row_c_next, last_a=last_a_next, last_b=last_b_next, last_c=last_c_next, floor=floor_next, turn=turn_next), Outputs(acknowledge=acknowledge, duplicate=duplicate, unstored=unstored, forward=forward)
