"""A run of a machine as a drawing: a lane for each value over one axis of time, with units, the bounds that are
broken, and the ticks that break them.

Takes a run, or a verdict that was refuted by one. Gives SVG text; nothing where there is no run to draw.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from aln.core.ir import Machine, Type
from aln.simulate.bounds import bounds, broken
from aln.simulate.run import Run
from aln.simulate.series import Series
from aln.simulate.svg import document, element, shorten, text
from aln.verifier.obligation import OfMachine, Verdict
from aln.verifier.trace import columns, label, types

__all__ = ["Lane", "Picture", "draw", "of_run", "of_verdict"]

_WIDE, _SIDE, _RIGHT, _TOP = 1000.0, 190.0, 190.0, 92.0
_HIGH, _LOW, _GAP = 84.0, 26.0, 16.0
_INK, _FAINT, _LINE, _RED, _FILL = "#1f2933", "#6b7785", "#1c5d99", "#b42318", "#c7dcef"
_MOST_MARKS = 12
_SHADES = ("#dbe7f3", "#f3e3c9", "#d9ecd8", "#ecd9e6", "#e3e0d4", "#d5e8ea")


@dataclass(frozen=True, slots=True)
class Limit:
    """A line that a value was to keep to, and what to call it."""

    says: str
    series: Series


@dataclass(frozen=True, slots=True)
class Lane:
    """One value over time, what it is called, and the lines it was to keep to."""

    series: Series
    title: str
    limits: tuple[Limit, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """A run: what it is of, how long a tick is in microseconds, its lanes, and the ticks that break something."""

    title: str
    says: str
    period_us: int
    ticks: int
    lanes: tuple[Lane, ...]
    marks: tuple[tuple[int, str], ...] = field(default=())
    values: str = ""


def of_run(run: Run, source: str) -> str:
    """A run over a recording as SVG."""
    marks: dict[int, list[str]] = {}
    for b in run.found:
        if b.tick >= 0:
            marks.setdefault(b.tick, []).append(b.name)
    drawn = dict.fromkeys(bound for b in run.found for bound in b.bounds)
    lanes = []
    for name, series in run.series.items():
        if name in run.columns.without:
            continue
        limits = tuple(Limit(f"{b.property}: {b.side}", run.limits[b]) for b in drawn if b.name == name)
        lanes.append(Lane(series, name, limits))
    count = sum(w.count for w in run.watched if w.violated)
    says = f"{source} · {run.ticks:,} ticks · " + ("nothing broken" if not count else f"{count:,} violations")
    return draw(
        Picture(
            f"{run.machine.name} ({run.machine.module})", says, run.machine.period_us, run.ticks, tuple(lanes),
            tuple((t, ", ".join(names)) for t, names in sorted(marks.items())[:_MOST_MARKS]),
        )
    )  # fmt: skip


def of_verdict(verdict: Verdict) -> str:
    """The run that refutes a machine's property as SVG; empty where a verdict has none."""
    found, goal = verdict.counterexample, verdict.obligation.goal
    if verdict.status != "refuted" or found is None or not found.steps or not isinstance(goal, OfMachine):
        return ""
    machine, known = goal.machine, types(goal.machine)
    # The steps of a run leave out what stays the same: the parameters.
    steps = [{**found.env, **step} for step in found.steps]
    property = next((p for p in machine.properties if p.name == goal.name), None)
    roots = _roots(machine, goal.name)
    names = [
        n for n in columns(machine, roots) if n in steps[-1] and known[n].sort in ("int", "bool", "enum")
    ]
    limits: dict[str, list[Limit]] = {}
    if property is not None:
        every = bounds(property, [n for n in names if known[n].sort == "int"])
        for b in broken(machine, every, steps[-1]):
            line = _series(b.name, known[b.name], [b.at(env) for env in steps])
            limits.setdefault(b.name, []).append(Limit(f"{goal.name}: {b.side}", line))
    lanes = tuple(
        Lane(_series(n, known[n], [env.get(n) for env in steps]), label(n), tuple(limits.get(n, ())))
        for n in dict.fromkeys(names)
    )
    return draw(
        Picture(
            verdict.obligation.id, verdict.obligation.says, machine.period_us, len(steps),
            lanes, ((len(steps) - 1, goal.name),), found.says,
        )
    )  # fmt: skip


def _roots(machine: Machine, name: str) -> Sequence[str]:
    from aln.core.slice import reads

    property = next((p for p in machine.properties if p.name == name), None)
    return sorted(reads(property.formula)) if property is not None else [name]


def _series(name: str, ty: Type, values: Sequence[object]) -> Series:
    series = Series(name, ty)
    for value in values:
        series.add(value)
    return series


# ── drawing ──────────────────────────────────────────────────────────────────────────────────────────────────


def draw(picture: Picture) -> str:
    """The lanes of a picture, one below the other."""
    heights = [_HIGH if lane.series.type.sort == "int" else _LOW for lane in picture.lanes]
    bottom = _TOP + sum(heights) + _GAP * max(0, len(heights) - 1)
    parts = [
        text(shorten(picture.title, 15, _WIDE - 40), 20.0, 26.0, size=15, fill=_INK, font_weight="bold"),
        text(shorten(picture.says, 11, _WIDE - 40), 20.0, 45.0, fill=_FAINT),
        *([text(shorten(picture.values, 11, _WIDE - 40), 20.0, 62.0, fill=_RED)] if picture.values else []),
    ]
    y = _TOP
    for lane, high in zip(picture.lanes, heights, strict=True):
        parts += _lane(lane, y, high, picture)
        y += high + _GAP
    parts += _axis(picture, bottom)
    parts += _marks(picture, bottom)
    return document(_WIDE, bottom + 58.0, picture.title, picture.says, parts)


def _x(picture: Picture, tick: float) -> float:
    return _SIDE + (_WIDE - _SIDE - _RIGHT) * tick / max(1, picture.ticks)


def _lane(lane: Lane, y: float, high: float, picture: Picture) -> list[str]:
    ty = lane.series.type
    unit = ty.unit.name if ty.sort == "int" else ""
    middle = y + high / 2
    parts = [
        text(shorten(lane.title, 12, _SIDE - 90), 20.0, middle + (0.0 if unit else 4.0), size=12, fill=_INK),
        *([text(f"in {unit}", 20.0, middle + 14.0, size=10, fill=_FAINT)] if unit else []),
        element(
            "rect", x=_SIDE, y=y, width=_WIDE - _SIDE - _RIGHT, height=high, fill="#fafbfc", stroke="#dde3e9"
        ),
    ]
    return parts + (
        _number(lane, y, high, picture) if ty.sort == "int" else _strip(lane.series, y, high, picture)
    )


def _ends(lane: Lane) -> tuple[float, float]:
    """The values that a lane spans: those that occur and the lines drawn, with a little room."""
    every = [
        s.scaled(v)
        for s in (lane.series, *(x.series for x in lane.limits))
        for b in s.buckets
        for v in (b.low, b.high)
        if v is not None
    ]
    low, high = min(every, default=0.0), max(every, default=1.0)
    # A value that never changes is not drawn as if its last digit mattered.
    room = (high - low) * 0.08 or max(abs(high) * 0.5, float(lane.series.type.step) * 10)
    return low - room, high + room


def _steps(low: float, high: float, most: int) -> list[float]:
    """Round numbers between two ends, at most so many."""
    raw = (high - low) / most
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw * 0.999)
    first = math.ceil(low / step)
    return [i * step for i in range(first, math.floor(high / step) + 1)]


def _number(lane: Lane, y: float, high: float, picture: Picture) -> list[str]:
    low, top = _ends(lane)

    def at(value: float) -> float:
        return y + high - (value - low) / (top - low) * high

    parts = []
    for value in _steps(low, top, 4):
        parts.append(
            element("line", x1=_SIDE, x2=_WIDE - _RIGHT, y1=at(value), y2=at(value), stroke="#e6ebf0")
        )
        parts.append(
            text(f"{value:.6g}", _SIDE - 6.0, at(value) + 3.5, size=10, fill=_FAINT, text_anchor="end")
        )
    series = lane.series
    if series.width > 1:
        parts += [
            element("rect", x=_x(picture, i * series.width), y=at(series.scaled(b.high)),
                    width=max(1.0, _x(picture, series.width) - _x(picture, 0)),
                    height=max(0.6, at(series.scaled(b.low)) - at(series.scaled(b.high))), fill=_FILL)
            for i, b in enumerate(series.buckets) if b.low is not None and b.high is not None
        ]  # fmt: skip
    parts += _path(series, picture, at, stroke=_LINE, stroke_width=1.6)
    taken: list[float] = []
    for limit in lane.limits:
        parts += _path(limit.series, picture, at, stroke=_RED, stroke_width=1.3, stroke_dasharray="5 3")
        last = next((b.last for b in reversed(limit.series.buckets) if b.last is not None), None)
        if last is not None:
            value = limit.series.scaled(last)
            place = at(value) + 3.5
            while any(abs(place - other) < 12 for other in taken):
                place += 12
            taken.append(place)
            words = shorten(f"{limit.says} {value:.6g}", 9.5, _RIGHT - 14)
            parts.append(text(words, _WIDE - _RIGHT + 6, place, size=9.5, fill=_RED))
    return parts


def _path(series: Series, picture: Picture, at: object, **style: object) -> list[str]:
    """A value as a line of steps that stops where the value is missing."""
    assert callable(at)
    out, runs = [], _runs([b.last for b in series.buckets])
    for start, values in runs:
        points = []
        for i, value in enumerate(values, start):
            height = f"{at(series.scaled(value)):.2f}"
            points += [
                f"{_x(picture, i * series.width):.2f},{height}",
                f"{_x(picture, min(picture.ticks, (i + 1) * series.width)):.2f},{height}",
            ]
        out.append(element("polyline", points=" ".join(points), fill="none", **style))
    return out


def _runs(values: Sequence[int | Fraction | None]) -> list[tuple[int, list[int | Fraction]]]:
    out: list[tuple[int, list[int | Fraction]]] = []
    for i, value in enumerate(values):
        if value is not None:
            if out and out[-1][0] + len(out[-1][1]) == i:
                out[-1][1].append(value)
            else:
                out.append((i, [value]))
    return out


def _strip(series: Series, y: float, high: float, picture: Picture) -> list[str]:
    """Truths and labels as stretches of colour with their name, where it fits."""
    parts, start = [], 0
    lasts = [(b.last, b.low != b.high) for b in series.buckets]
    while start < len(lasts):
        end = start
        while end < len(lasts) and lasts[end] == lasts[start]:
            end += 1
        value, mixed = lasts[start]
        x1 = _x(picture, start * series.width)
        x2 = _x(picture, min(picture.ticks, end * series.width))
        words = _word(series.type, value)
        if value is not None and (series.type.sort == "enum" or value or mixed):
            shade = "#9dbbd8" if series.type.sort == "bool" else _SHADES[int(value) % len(_SHADES)]
            parts.append(element("rect", x=x1, y=y + 4, width=max(0.8, x2 - x1), height=high - 8, fill=shade))
        if value is None:
            words = "missing"
        if words and len(words) * 6.6 < x2 - x1 - 4:
            parts.append(
                text(
                    words,
                    (x1 + x2) / 2,
                    y + high / 2 + 3.5,
                    size=10,
                    fill=_INK if value is not None else _FAINT,
                    text_anchor="middle",
                )
            )
        start = end
    return parts


def _word(ty: Type, value: int | Fraction | None) -> str:
    if value is None:
        return ""
    return ("false", "true")[bool(value)] if ty.sort == "bool" else ty.labels[int(value)]


def _axis(picture: Picture, y: float) -> list[str]:
    parts = [element("line", x1=_SIDE, x2=_WIDE - _RIGHT, y1=y + 6, y2=y + 6, stroke=_FAINT)]
    whole = [t for t in _steps(0, max(1, picture.ticks), 8) if t == int(t)]
    # A tick's number stands at its middle where ticks are wide enough to be seen.
    half = 0.5 if picture.ticks <= 40 else 0.0
    for t in whole:
        if t + half <= picture.ticks:
            x = _x(picture, t + half)
            parts.append(element("line", x1=x, x2=x, y1=y + 6, y2=y + 11, stroke=_FAINT))
            parts.append(text(f"{int(t):,}", x, y + 23, size=10, fill=_FAINT, text_anchor="middle"))
    period = _period(picture.period_us)
    words = f"tick (every {period})" if period else "tick"
    return [*parts, text(words, _SIDE, y + 42, size=10.5, fill=_FAINT)]


def _period(micros: int) -> str:
    for unit, size in (("min", 60_000_000), ("s", 1_000_000), ("ms", 1_000)):
        if micros >= size and micros % size == 0:
            return f"{micros // size} {unit}"
    return f"{micros} us" if micros else ""


def _marks(picture: Picture, bottom: float) -> list[str]:
    """The ticks that break something: a band over every lane, and what they break above."""
    parts, free = [], -1e9
    for tick, words in picture.marks:
        x1, x2 = _x(picture, tick), _x(picture, tick + 1)
        wide = max(1.2, x2 - x1)
        title = element("title", f"tick {tick}: {words}")
        parts.append(
            element(
                "rect",
                title,
                x=x1,
                y=_TOP - 4,
                width=wide,
                height=bottom - _TOP + 10,
                fill=_RED,
                fill_opacity=0.16,
            )
        )
        said = f"✗ tick {tick}: {words}"
        room = len(said) * 6.2
        x = min(x1, _WIDE - 12 - room)
        if x >= free:
            parts.append(text(said, x, _TOP - 9, size=10, fill=_RED))
            free = x + room + 8
    return parts
