"""Data as a machine receives it: raw values of core, missing, or invalid. Written apart from the emitted boundary,
with which every run compares it.

Source: language reference, The boundary.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from aln.core.ir import Type

__all__ = ["INVALID", "cell", "convert"]


class _Invalid:
    __slots__ = ()

    def __repr__(self) -> str:
        return "invalid"


INVALID: Final[Any] = _Invalid()
"""What is there and is no value of its field. It is neither missing (None) nor any value."""

# In steps: how far a binary float may lie from what it stands for.
_TOLERANCE = Fraction(1, 1 << 20)
_LARGEST = 400
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?")
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]+))?(?:([Zz])|([+-][0-9]{2}:[0-9]{2}))"
)
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_START = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def cell(ty: Type, text: str) -> object:
    """What a cell of a table of texts holds, as data: an empty one nothing, a number an exact decimal. A text that is
    no value of the type stays a text, and `convert` calls it invalid."""
    if text == "":
        return None
    if ty.sort == "bool":
        return _TRUTHS.get(text, text)
    if ty.sort == "int":
        bare = text.strip()
        if ty.unit.kind == "instant":
            return int(bare) if re.fullmatch(r"-?[0-9]{1,19}", bare) else bare
        return Decimal(bare) if _DECIMAL.fullmatch(bare) and len(bare) <= _LARGEST else text
    return text


def convert(ty: Type, value: object) -> Any:
    """A datum as a raw value of type `ty`; None where it is missing, `INVALID` where it is no such value: NaN and
    infinities, off the grid, out of range, of another class. Never raises."""
    if value is None:
        return None
    if ty.sort == "int":
        instant = ty.unit.kind == "instant"
        found = _micros(value) if instant else _exact(value)
        if found is None:
            return INVALID
        step = ty.grain if instant else ty.step
        over, under = found[0] * step.denominator, found[1] * step.numerator
        count, rest = divmod(over, under)
        if rest:
            count += 2 * rest > under
            near = _TOLERANCE if type(value) is float else 0
            if abs(Fraction(over, under) - count) > near:
                return INVALID
        return count if ty.lo <= count <= ty.hi else INVALID
    if ty.sort == "id":
        text = value.lower() if type(value) is str else ""
        return text if _UUID.fullmatch(text) else INVALID
    return value if ty.holds(value) else INVALID


def _exact(value: object) -> tuple[int, int] | None:
    """A number as it is, over a denominator; None where it is none, or so large or small that no type reaches it."""
    if type(value) is int:
        return value, 1
    if type(value) is float:
        return value.as_integer_ratio() if value - value == 0 else None
    if type(value) is Decimal and value.is_finite():
        if value == 0:
            return 0, 1
        if abs(value.adjusted()) <= _LARGEST and len(value.as_tuple().digits) <= _LARGEST:
            return value.as_integer_ratio()
    return None


def _micros(value: object) -> tuple[int, int] | None:
    """An instant in seconds since 1970 UTC, over a million: from microseconds, or from ISO 8601 text with an offset."""
    if type(value) is int:
        return value, 1_000_000
    found = _INSTANT.fullmatch(value) if type(value) is str else None
    if found is None:
        return None
    day, time, part, _, offset = found.groups()
    part = (part or "").rstrip("0") if len(part or "") > 6 else part or ""
    if len(part) > 6:
        return None
    try:
        when = datetime.datetime.fromisoformat(f"{day}T{time}{offset or '+00:00'}")
    except ValueError:
        return None
    whole = (when - _START) // datetime.timedelta(microseconds=1)
    return whole + int(part.ljust(6, "0")), 1_000_000
