# Generated from "telemetry.aln", module TelemetrySequence_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy OneStream of TelemetrySequence_v1_0_0: `allows` and `decide` judge one AnyStream.

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

SOURCE: Final = "telemetry.aln"
MODULE: Final = "TelemetrySequence_v1_0_0"
POLICY: Final = "OneStream"
POLICY_ID: Final = "93b7d0c4-6e1a-4f25-8a9c-d47e20f1b51d"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "979f5154cd4937e21e4d7bcb715eb1a48af0e86d6d1ff83e3eb520857024ba34"
TRACES: Final = ("RC-TEL-1",)


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
    Reached("", "AnyStream", "", "", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="OneStream/streams_are_numbered_from_one",
    because="streams are numbered from one",
    traces=("RC-TEL-1",),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=65535,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)


@final
@dataclass(slots=True)
class AnyStream:
    """The fields of AnyStream that are read: raw values, None where missing, INVALID outside their domain.

    number: number, n for n * 1, n in 0 .. 65535
    """

    number: int


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


def read_any_stream(data: Mapping[str, object]) -> AnyStream:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return AnyStream(
        number=_number(get("number"), _QUANTITY_1),
    )


def allows(
    any_stream: AnyStream,
) -> bool:
    """Whether the AnyStream is allowed; the first doubt ends it. Never raises."""
    try:
        if type(any_stream) is not AnyStream:
            return False
        number = any_stream.number
        if type(number) is not int or not 0 <= number <= 65535:
            return False
        return number >= 1
    except Exception:
        return False


def decide(
    any_stream: AnyStream,
) -> Decision:
    """Whether the AnyStream is allowed and, if not, every reason why. Never raises."""
    if allows(
        any_stream,
    ):
        return ALLOWED
    try:
        return _explain(
            any_stream,
        )
    except Exception:
        return Decision(False, ("any_stream",), ())


def _check_any_stream(record: AnyStream, invalid: list[str]) -> AnyStream:
    if type(record.number) is not int or not 0 <= record.number <= 65535:
        invalid.append("number")
        record = replace(record, number=0)
    return record


def _explain(
    any_stream: AnyStream,
) -> Decision:
    if type(any_stream) is not AnyStream:
        return Decision(False, ("any_stream",), ())
    invalid: list[str] = []
    any_stream = _check_any_stream(any_stream, invalid)
    reasons: list[Reason] = []
    if not any_stream.number >= 1:
        reasons.append(_REASON_1)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
