"""A picture of a run as lines of text: for each value eight heights of a block, and beneath them the ticks that
break a bound of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aln.simulate.picture import Break, Limit, Picture, Stretch, bare
from aln.simulate.series import Bucket, Number, Series
from aln.verifier.show import literal

__all__ = ["Spark", "sparklines", "sparks"]

_BLOCKS = "▁▂▃▄▅▆▇█"
_MOST = 60


@dataclass(frozen=True, slots=True)
class Spark:
    """One line: what it is of, its blocks (or the marks under them), and what is said of it. `broken`: it tells what
    is broken."""

    name: str
    blocks: str
    says: str
    broken: bool = False


def sparks(picture: Picture, width: int) -> Iterator[Spark]:
    """A line for each value, at most `width` columns of blocks; under it one for each property that a bound of it
    breaks, and at the end one for each that breaks no bound which is drawn."""
    width = max(8, min(_MOST, width))
    breaks, told = {b.name: b for b in picture.breaks}, set()
    for lane in picture.lanes:
        yield Spark(lane.title, sparkline(lane.series, width), _said(lane.series))
        for limit in lane.limits:
            found = breaks.get(limit.property)
            if found is not None and found.stretches:
                told.add(found.name)
                yield Spark("", _marks(lane.series, width, found.stretches), _limit(limit, found), True)
    for b in picture.breaks:
        if b.name not in told and b.stretches and picture.lanes:
            marks = _marks(picture.lanes[0].series, width, b.stretches)
            yield Spark("", marks, f"{b.name} at tick {b.ticks[0]}", True)


def sparklines(picture: Picture, width: int) -> Iterator[Spark]:
    """The same with the names and the blocks each of one width, so that they stand below one another, in all not
    wider than `width` where that is possible."""
    found = list(sparks(picture, _MOST))
    side = max((len(s.name) for s in found), default=0)
    words = max((len(s.says) for s in found), default=0)
    found = list(sparks(picture, width - side - words - 4))
    blocks = max((len(s.blocks) for s in found), default=0)
    for s in found:
        yield Spark(f"{s.name:<{side}}", f"{s.blocks:<{blocks}}", s.says, s.broken)


def _limit(limit: Limit, b: Break) -> str:
    return limit.says if " at tick " in limit.says else f"{limit.says} at tick {b.ticks[0]}"


def _said(series: Series) -> str:
    """The values that occur: the ends of numbers with their unit, the labels."""
    low, high = series.low, series.high
    if low is None or high is None:
        return "no value"
    if series.type.sort != "int":
        labels = ("false", "true") if series.type.sort == "bool" else series.type.labels
        return f"{labels[int(low)]} .. {labels[int(high)]}" if low != high else f"{labels[int(low)]}"
    a, z = (literal(bare(series.type), int(v)) for v in (low, high))
    unit = series.type.unit.name if series.type.unit.kind != "instant" else ""
    return f"{a if a == z else f'{a} .. {z}'} {unit}".rstrip()


def _columns(series: Series, width: int) -> list[list[Bucket]]:
    count = len(series.buckets)
    width = min(width, count)
    return [series.buckets[i * count // width : (i + 1) * count // width] for i in range(width)]


def sparkline(series: Series, width: int) -> str:
    """Each stretch by its value farthest from the middle, so that a peak or dip of one tick is seen (a truth that
    changes within it by half a block); `·` where it is always missing."""
    low, high = series.low, series.high
    lasts = sorted(b.last for b in series.buckets if b.last is not None)
    middle = 2 * lasts[len(lasts) // 2] if lasts else 0
    out = []
    for column in _columns(series, width):
        values: list[Number] = [v for b in column for v in (b.last, b.low, b.high) if v is not None]
        if not values or low is None or high is None:
            out.append("·")
        elif series.type.sort == "bool":
            out.append(_BLOCKS[3 if min(values) != max(values) else 7 if values[0] else 0])
        elif low == high:
            out.append(_BLOCKS[3])
        else:
            farthest = max((abs(2 * v - middle), v) for v in values)[1]
            out.append(_BLOCKS[int((farthest - low) * (len(_BLOCKS) - 1) / (high - low))])
    return "".join(out)


def _marks(series: Series, width: int, broken: Sequence[Stretch]) -> str:
    """A line that goes under a sparkline: `✗` under the stretches that hold one of the ticks."""
    out, start = [], 0
    for column in _columns(series, width):
        end = start + len(column) * series.width
        out.append("✗" if any(first < end and start < after for first, after in broken) else " ")
        start = end
    return "".join(out).rstrip()
