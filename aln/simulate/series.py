"""A value over time in a fixed amount of memory: exact while short, then by its least, greatest and last in stretches
of equal length. Nothing that happened is lost: a peak of one tick stays the greatest of its stretch."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, TypeAlias

from aln.core.ir import Type

__all__ = ["Bucket", "Series"]

Number: TypeAlias = int | Fraction
MOST = 480


@dataclass(slots=True)
class Bucket:
    """Some ticks in a row: least, greatest and last value, and in how many the value was missing."""

    low: Number | None = None
    high: Number | None = None
    last: Number | None = None
    missing: int = 0

    def add(self, value: Number | None) -> None:
        if value is None:
            self.missing += 1
            return
        self.low = value if self.low is None or value < self.low else self.low
        self.high = value if self.high is None or value > self.high else self.high
        self.last = value

    def join(self, other: Bucket) -> None:
        self.missing += other.missing
        for value in (other.low, other.high, other.last):
            if value is not None:
                self.low = value if self.low is None else min(self.low, value)
                self.high = value if self.high is None else max(self.high, value)
        self.last = other.last if other.last is not None else self.last


@dataclass(slots=True)
class Series:
    """One value of a machine over its ticks. Numbers are raw counts; true is 1; a label is its place in the type."""

    name: str
    type: Type
    width: int = 1
    ticks: int = 0
    buckets: list[Bucket] = field(default_factory=list)

    def add(self, value: Any) -> None:
        """The value of the next tick; None where it is missing."""
        if self.ticks == self.width * len(self.buckets):
            if len(self.buckets) == MOST:
                for i in range(MOST // 2):
                    self.buckets[2 * i].join(self.buckets[2 * i + 1])
                self.buckets = self.buckets[::2]
                self.width *= 2
            self.buckets.append(Bucket())
        self.ticks += 1
        if isinstance(value, str):
            value = self.type.labels.index(value) if value in self.type.labels else None
        self.buckets[-1].add(int(value) if isinstance(value, bool) else value)

    def scaled(self, value: Number) -> float:
        """A raw count in the unit of the declaration."""
        return float(value * self.type.step)
