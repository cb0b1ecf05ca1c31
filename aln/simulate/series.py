"""A value over time in a fixed amount of memory: exact while short, then by its least, greatest and last in stretches
of equal length. Nothing that happened is lost: a peak of one tick stays the greatest of its stretch."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

from aln.core.ir import BOOL, Type

__all__ = ["Bucket", "Number", "Series", "constant", "unmarked"]

Number: TypeAlias = int | Fraction
MOST = 480


@dataclass(slots=True)
class Bucket:
    """Some ticks in a row: least, greatest and last value, and in how many what came was invalid."""

    low: Number | None = None
    high: Number | None = None
    last: Number | None = None
    invalid: int = 0

    def join(self, other: Bucket) -> None:
        self.invalid += other.invalid
        if other.low is not None and other.high is not None:
            self.low = other.low if self.low is None else min(self.low, other.low)
            self.high = other.high if self.high is None else max(self.high, other.high)
            self.last = other.last


@dataclass(slots=True)
class Series:
    """One value of a machine over its ticks. Numbers are raw counts; true is 1; a label is its place in the type."""

    name: str
    type: Type
    width: int = 1
    ticks: int = 0
    buckets: list[Bucket] = field(default_factory=list)

    def add(self, value: Any, invalid: bool = False) -> None:
        """The value of the next tick; None where it is missing, `invalid` where what came was no value."""
        buckets = self.buckets
        if self.ticks == self.width * len(buckets):
            if len(buckets) == MOST:
                for i in range(MOST // 2):
                    buckets[2 * i].join(buckets[2 * i + 1])
                self.buckets = buckets = buckets[::2]
                self.width *= 2
            buckets.append(Bucket())
        self.ticks += 1
        bucket = buckets[-1]
        if invalid:
            bucket.invalid += 1
        if value is None:
            return
        if type(value) is str:
            value = self.type.labels.index(value)
        if bucket.low is None or bucket.high is None:
            bucket.low = bucket.high = value
        elif value < bucket.low:
            bucket.low = value
        elif value > bucket.high:
            bucket.high = value
        bucket.last = value

    def scaled(self, value: Number) -> float:
        """A raw count in the unit of the declaration."""
        return float(value * self.type.step)

    @property
    def low(self) -> Number | None:
        """The least value; None where it is always missing."""
        return min((b.low for b in self.buckets if b.low is not None), default=None)

    @property
    def high(self) -> Number | None:
        """The greatest value; None where it is always missing."""
        return max((b.high for b in self.buckets if b.high is not None), default=None)


def constant(name: str, ty: Type, value: Number, ticks: int) -> Series:
    """A value that is the same in every one of some ticks."""
    return Series(name, ty, max(1, ticks), ticks, [Bucket(value, value, value)] if ticks else [])


def unmarked(name: str, ticks: int) -> Series:
    """A truth that was false in some ticks so far."""
    width = 1
    while ticks > width * MOST:
        width *= 2
    return Series(name, BOOL, width, ticks, [Bucket(0, 0, 0) for _ in range(-(-ticks // width))])
