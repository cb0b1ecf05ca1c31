"""At which tick a row was taken: the next one, or the one that its column `tick` or `time` says.

A time is that of the nearest tick: sensors are never quite on time, and binary seconds not quite what was meant.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from aln.simulate.recording import TICK, TIME, Row, fault

__all__ = ["Placing"]


@dataclass(slots=True)
class Placing:
    """Rows of one recording in ticks of `period_us` microseconds. `by` is the column that places them, as the first
    row has it: empty where each row is the next tick, None before there is a row."""

    file: str
    period_us: int
    by: str | None = None
    epoch: Fraction | None = None

    def at(self, row: Row, position: int, taken: Collection[str]) -> int:
        """The tick of a row that comes after the tick `position`; columns that are `taken` by inputs place nothing.
        Raises `AlnError` for a row that cannot be placed."""
        own = next((n for n in (TICK, TIME) if n in row.data and n not in taken), "")
        if self.by is None:
            self.by = own
        by = self.by
        if own != by:
            says = (
                f"this row has no `{by}`" if by else f"this row has a `{own}`, and those before it have none"
            )
            fault(self.file, row.place, says, "place every row in one way, or let each be the next tick")
        if not by:
            return position + 1
        value = row.data[by]
        if value is None or value == "":
            fault(self.file, row.place, f"this row has no `{by}`", "say when it was taken, or take it out")
        said = _number(value)
        if by == TICK:
            if said is None or said.denominator != 1 or said < 0:
                fault(self.file, row.place, f"`{value}` is no number of a tick", "count ticks from 0")
            return int(said)
        if said is None:
            help = "write seconds, or an instant such as `2026-01-31T08:00:00Z`"
            fault(self.file, row.place, f"`{value}` is no time", help)
        self.epoch = said if self.epoch is None else self.epoch
        return ((said - self.epoch) * 1_000_000 / self.period_us + Fraction(1, 2)).__floor__()


def _number(value: Any) -> Fraction | None:
    """A number as it is, an instant as seconds since 1970; None where it is neither."""
    if type(value) is str:
        try:
            value = Decimal(value.strip())
        except ArithmeticError:
            return _seconds(value.strip())
    if type(value) is Decimal and (not value.is_finite() or abs(value.adjusted()) > 30):
        return None
    if type(value) is float and not abs(value) < 1e15:
        return None
    return Fraction(value) if type(value) in (int, float, Decimal) else None


def _seconds(text: str) -> Fraction | None:
    """An instant in ISO 8601; one without an offset is UTC."""
    try:
        when = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    aware = when if when.tzinfo else when.replace(tzinfo=datetime.UTC)
    start = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    return Fraction((aware - start) // datetime.timedelta(microseconds=1), 1_000_000)
