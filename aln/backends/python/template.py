"""The fixed parts of every emitted module: what a value, a decision and a reason are, and the boundary conversion.

Each is text without holes; the reader compares them with these, statement by statement.
"""

from __future__ import annotations

_IMPORTS = """\
from __future__ import annotations

import re
from collections.abc import Mapping
{dataclass}from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, {alias}final
"""


def imports(alias: bool, replaces: bool, records: bool = True) -> str:
    """The imports; `TypeAlias` where a type is given a name, `replace` where a record is corrected, `dataclass` where
    there are records."""
    named = f"dataclass{', replace' if replaces else ''}"
    return _IMPORTS.format(
        alias="TypeAlias, " if alias else "",
        dataclass=f"from dataclasses import {named}\n" if records else "",
    )


VALUES = '''\
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
'''

REASON = '''\
class Reason(NamedTuple):
    """A rule that is not true of a record: its id, the words of its author, and what it traces to."""

    rule: str
    because: str
    traces: tuple[str, ...]
'''

INVALID_PARAMETERS = '''\
class InvalidParameters(ValueError):
    """Parameters that `init` refuses: those outside their domain, or every rule that is not true of them."""

    def __init__(self, invalid: tuple[str, ...], reasons: tuple[Reason, ...]) -> None:
        super().__init__(*invalid, *(reason.because for reason in reasons))
        self.invalid = invalid
        self.reasons = reasons
'''

DECISIONS = '''\
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
'''

BOUNDARY = '''\
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
'''

WINDOWS = '''\
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
'''
