"""Values over time as one line of text each: eight heights of a block, and beneath them the ticks that break."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from aln.simulate.series import Bucket, Series

__all__ = ["marks", "sparkline"]

_BLOCKS = "▁▂▃▄▅▆▇█"


def _columns(series: Series, width: int) -> list[list[Bucket]]:
    count = len(series.buckets)
    width = min(width, count)
    return [series.buckets[i * count // width : (i + 1) * count // width] for i in range(width)]


def sparkline(series: Series, width: int) -> str:
    """Each stretch by its value farthest from the middle, so that a peak or dip of one tick is seen; `·` where it is
    always missing."""
    low = min((b.low for b in series.buckets if b.low is not None), default=None)
    high = max((b.high for b in series.buckets if b.high is not None), default=None)
    lasts = sorted(b.last for b in series.buckets if b.last is not None)
    middle = 2 * lasts[len(lasts) // 2] if lasts else 0
    out = []
    for column in _columns(series, width):
        values = [v for b in column for v in (b.last, b.low, b.high) if v is not None]
        if not values or low is None or high is None:
            out.append("·")
        elif low == high:
            out.append(_BLOCKS[3])
        else:
            farthest = max((abs(2 * v - middle), v) for v in values)[1]
            out.append(_BLOCKS[int((farthest - low) * (len(_BLOCKS) - 1) / (high - low))])
    return "".join(out)


def marks(series: Series, width: int, ticks: Collection[int]) -> str:
    """A line that goes under a sparkline: `✗` under the stretches that hold one of the ticks."""
    columns: Sequence[list[Bucket]] = _columns(series, width)
    out, start = [], 0
    for column in columns:
        end = start + len(column) * series.width
        out.append("✗" if any(start <= t < end for t in ticks) else " ")
        start = end
    return "".join(out).rstrip()
