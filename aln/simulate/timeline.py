"""A picture of a run as SVG: a lane for each value over one axis of time, with units, the bounds that are broken, and
the ticks that break them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import groupby

from aln.core.ir import Type
from aln.simulate.picture import Lane, Picture, span
from aln.simulate.series import Number, Series
from aln.simulate.svg import document, element, shorten, text, width, wrapped
from aln.verifier.show import instant, literal

__all__ = ["draw"]

_WIDE, _LEFT, _AXIS = 1000.0, 20.0, 72.0
_NARROWEST, _WIDEST = 120.0, 300.0
_WORDS, _EDGE = 190.0, 24.0
_HIGH, _LOW, _GAP = 84.0, 26.0, 16.0
_INK, _FAINT, _LINE, _RED, _FILL, _AMBER = "#1f2933", "#6b7785", "#1c5d99", "#b42318", "#c7dcef", "#d97706"
_DAY = 86_400_000_000.0
_TRUE, _MIXED = "#9dbbd8", "#d3e2ef"
_SHADES = ("#dbe7f3", "#f3e3c9", "#d9ecd8", "#ecd9e6", "#e3e0d4", "#d5e8ea")


def draw(picture: Picture) -> str:
    """The lanes of a picture, one below the other, between what it is of and what it breaks."""
    return _Sheet(picture).draw()


def _numbers(lane: Lane) -> bool:
    """Whether a lane is drawn over an axis of numbers: not where there is none, or one throughout."""
    series = lane.series
    return (
        series.type.sort == "int"
        and series.low is not None
        and (series.low != series.high or bool(lane.limits))
    )


class _Sheet:
    """The drawing of one picture: where things are, and what they look like."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        longest = max((width(lane.title, 12) for lane in picture.lanes), default=0.0)
        self.side = _LEFT + min(max(longest, _NARROWEST), _WIDEST)
        self.x0 = self.side + _AXIS
        self.x1 = _WIDE - (_WORDS if any(lane.limits for lane in picture.lanes) else _EDGE)

    def x(self, tick: float) -> float:
        return self.x0 + (self.x1 - self.x0) * tick / max(1, self.picture.ticks)

    def draw(self) -> str:
        picture = self.picture
        head, y = self._head()
        top = y = y + 32.0  # the ticks that break something are named here
        body: list[str] = []
        for lane in picture.lanes:
            high = _HIGH if _numbers(lane) else _LOW
            body += self._lane(lane, y, high)
            y += high + _GAP
        y -= _GAP
        bands = self._bands(top, y)
        foot, end = self._foot(y + 42.0)
        return document(
            _WIDE, end, picture.title, picture.says, [*head, *body, *self._axis(y), *bands, *foot]
        )

    def _head(self) -> tuple[list[str], float]:
        picture, y = self.picture, 26.0
        title = shorten(picture.title, 15, _WIDE - 2 * _LEFT)
        parts = [text(title, _LEFT, y, size=15, fill=_INK, font_weight="bold")]
        for words, size, colour in (
            (picture.says, 12, _INK),
            *((fact, 10.5, _FAINT) for fact in picture.facts),
        ):
            for line in wrapped(words, size, _WIDE - 2 * _LEFT):
                y += 18.0
                parts.append(text(line, _LEFT, y, size=size, fill=colour))
        return parts, y

    # ── lanes ────────────────────────────────────────────────────────────────────────────────────────────────

    def _lane(self, lane: Lane, y: float, high: float) -> Iterator[str]:
        ty, middle = lane.series.type, y + high / 2
        unit = ty.unit.name if ty.sort == "int" and ty.unit.kind != "instant" else ""
        below = ", ".join(x for x in (lane.role, unit) if x)
        title = shorten(lane.title, 12, self.side - _LEFT)
        style = {"fill": _RED, "font_weight": "bold"} if lane.told else {"fill": _INK}
        yield text(title, _LEFT, middle - 1.0, size=12, **style)
        yield text(below, _LEFT, middle + 12.0, size=9.5, fill=_FAINT)
        yield element(
            "rect", x=self.x0, y=y, width=self.x1 - self.x0, height=high, fill="#fafbfc", stroke="#dde3e9"
        )
        yield from self._number(lane, y, high) if _numbers(lane) else self._strip(lane.series, y, high)
        for i, bucket in enumerate(lane.series.buckets):
            if bucket.invalid:
                left, right = self._ends(lane.series, i, i + 1)
                yield element(
                    "rect", x=left, y=y + high - 4, width=max(1.2, right - left), height=4.0, fill=_AMBER
                )

    def _ends(self, series: Series, first: int, after: int) -> tuple[float, float]:
        """Where some buckets of a series begin and end."""
        return self.x(first * series.width), self.x(min(self.picture.ticks, after * series.width))

    def _number(self, lane: Lane, y: float, high: float) -> Iterator[str]:
        series = lane.series
        low, top = _span(lane)

        def at(value: Number) -> float:
            return y + high - (series.scaled(value) - low) / (top - low) * high

        for value in _steps(low, top, 4, float(series.type.step)):
            line = y + high - (value - low) / (top - low) * high
            yield element("line", x1=self.x0, x2=self.x1, y1=line, y2=line, stroke="#e6ebf0")
            yield text(
                _mark(series.type, value, top - low),
                self.x0 - 6.0,
                line + 3.5,
                size=10,
                fill=_FAINT,
                text_anchor="end",
            )
        if series.width > 1:
            for i, b in enumerate(series.buckets):
                if b.low is not None and b.high is not None:
                    left, right = self._ends(series, i, i + 1)
                    yield element("rect", x=left, y=at(b.high), width=max(1.0, right - left),
                                  height=max(0.6, at(b.low) - at(b.high)), fill=_FILL)  # fmt: skip
        yield from self._path(series, at, stroke=_LINE, stroke_width=1.6)
        yield from self._gaps(series, y, high)
        yield from self._limits(lane, at)

    def _limits(self, lane: Lane, at: Callable[[Number], float]) -> Iterator[str]:
        """The lines that a value was to keep to, each with its words beside it, none on another."""
        taken: list[float] = []
        for limit in lane.limits:
            yield from self._path(limit.series, at, stroke=_RED, stroke_width=1.3, stroke_dasharray="5 3")
            last = next((b.last for b in reversed(limit.series.buckets) if b.last is not None), None)
            if last is None:
                continue
            place = at(last) + 3.5
            said = limit.says.replace(": ", "\n", 1).replace(" at tick ", "\nat tick ").split("\n")
            lines = [line for words in said for line in wrapped(words, 9.5, _WORDS - 12)]
            while any(abs(place - other) < 12 * len(lines) for other in taken):
                place += 12
            taken.append(place)
            for i, words in enumerate(lines):
                yield text(words, self.x1 + 6, place + 12 * i, size=9.5, fill=_RED)

    def _path(self, series: Series, at: Callable[[Number], float], **style: object) -> Iterator[str]:
        """A value as a line of steps that stops where the value is missing."""
        for missing, group in groupby(enumerate(series.buckets), lambda x: x[1].last is None):
            points = []
            for i, b in group:
                if b.last is not None:
                    left, right = self._ends(series, i, i + 1)
                    points += [f"{left:.2f},{at(b.last):.2f}", f"{right:.2f},{at(b.last):.2f}"]
            if not missing:
                yield element("polyline", points=" ".join(points), fill="none", **style)

    def _gaps(self, series: Series, y: float, high: float) -> Iterator[str]:
        """Where a value is missing for long enough to say so."""
        for missing, group in groupby(enumerate(series.buckets), lambda x: x[1].last is None):
            places = [i for i, _ in group]
            if missing:
                left, right = self._ends(series, places[0], places[-1] + 1)
                yield from self._word("missing", left, right, y + high / 2, _FAINT)

    def _word(self, words: str, left: float, right: float, y: float, colour: str) -> Iterator[str]:
        if words and width(words, 10) + 4 < right - left:
            yield text(words, (left + right) / 2, y + 3.5, size=10, fill=colour, text_anchor="middle")

    def _strip(self, series: Series, y: float, high: float) -> Iterator[str]:
        """Truths and labels as stretches of colour with their name, where it fits; paler where they change within. A
        number that never changes is its own name."""
        for (value, mixed), group in groupby(
            enumerate(series.buckets), lambda x: (x[1].last, x[1].low != x[1].high)
        ):
            places = [i for i, _ in group]
            left, right = self._ends(series, places[0], places[-1] + 1)
            if value is not None and (series.type.sort != "bool" or value or mixed):
                shade = _SHADES[int(value) % len(_SHADES)] if series.type.sort == "enum" else _SHADES[0]
                if series.type.sort == "bool":
                    shade = _MIXED if mixed else _TRUE
                yield element("rect", x=left, y=y + 4, width=max(0.8, right - left), height=high - 8, fill=shade,
                              fill_opacity="0.5" if mixed and series.type.sort == "enum" else None)  # fmt: skip
            words = "missing" if value is None else "" if mixed else _label(series.type, value)
            yield from self._word(words, left, right, y + high / 2, _FAINT if value is None else _INK)

    # ── time ─────────────────────────────────────────────────────────────────────────────────────────────────

    def _axis(self, y: float) -> list[str]:
        picture = self.picture
        parts = [element("line", x1=self.x0, x2=self.x1, y1=y + 6, y2=y + 6, stroke=_FAINT)]
        # A tick's number stands at its middle where ticks are wide enough to be seen.
        half = 0.5 if picture.ticks <= 40 else 0.0
        for t in _steps(0, max(1, picture.ticks), 8, 1.0):
            if t + half <= picture.ticks:
                x = self.x(t + half)
                parts.append(element("line", x1=x, x2=x, y1=y + 6, y2=y + 11, stroke=_FAINT))
                parts.append(text(f"{int(t):,}", x, y + 23, size=10, fill=_FAINT, text_anchor="middle"))
        words = f"tick (every {span(picture.period_us)}; {span(picture.period_us * picture.ticks)} in all)"
        return [*parts, text(words, self.x0, y + 42, size=10.5, fill=_FAINT)]

    def _bands(self, top: float, bottom: float) -> list[str]:
        """The ticks that break something: a band over every lane, and the first of them by name above."""
        parts: list[str] = []
        names: dict[int, list[str]] = {}
        spans: set[tuple[int, int]] = set()
        for b in self.picture.breaks:
            spans |= set(b.stretches)
            for tick in b.ticks:
                names.setdefault(tick, []).append(b.name)
        for first, after in sorted(spans):
            parts.append(
                element("rect", x=self.x(first), y=top - 4, width=max(1.2, self.x(after) - self.x(first)),
                        height=bottom - top + 10, fill=_RED, fill_opacity=0.16)
            )  # fmt: skip
        free = -1e9
        for tick, broken in sorted(names.items()):
            said = f"✗ tick {tick:,}: {', '.join(broken)}"
            x = min(self.x(tick), _WIDE - 12 - width(said, 10))
            if x >= free:
                parts.append(text(said, x, top - 9, size=10, fill=_RED))
                free = x + width(said, 10) + 8
        return parts

    # ── words ────────────────────────────────────────────────────────────────────────────────────────────────

    def _foot(self, y: float) -> tuple[list[str], float]:
        """What is broken in words, and what the colours mean."""
        parts, y = [], y + 8.0
        for b in self.picture.breaks:
            said = f"✗ {b.name}: {b.says}" if b.says and b.says != self.picture.says else f"✗ {b.name}"
            for words, size in ((said, 11.0), *((v, 10.0) for v in b.values)):
                for line in wrapped(words, size, _WIDE - 2 * _LEFT - 14):
                    y += 16.0
                    parts.append(text(line, _LEFT + (0 if size == 11.0 else 14), y, size=size, fill=_RED))
        legend = self._legend()
        if legend:
            y += 18.0
            parts.append(text(legend, _LEFT, y, size=10, fill=_FAINT))
        return parts, y + 16.0

    def _legend(self) -> str:
        lanes = [lane.series for lane in self.picture.lanes]
        said = []
        if any(b.invalid for s in lanes for b in s.buckets):
            said.append("amber: invalid, taken as missing")
        if any(s.width > 1 for s in lanes):
            said.append(f"shaded: what lies between the least and the greatest of {lanes[0].width:,} ticks")
        return " · ".join(said)


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────


def _span(lane: Lane) -> tuple[float, float]:
    """The values that a lane spans: those that occur and the lines drawn, with a little room."""
    every = [
        s.scaled(v)
        for s in (lane.series, *(x.series for x in lane.limits))
        for v in (s.low, s.high)
        if v is not None
    ]
    low, high = min(every), max(every)
    # A value that never changes is not drawn as if its last digit mattered.
    room = (high - low) * 0.08 or max(abs(high) * 0.5, float(lane.series.type.step) * 10)
    return low - room, high + room


def _steps(low: float, high: float, most: int, least: float) -> list[float]:
    """Round numbers between two ends, at most so many, and at least so far apart."""
    raw = max((high - low) / most, least)
    power = 10.0 ** math.floor(math.log10(raw))
    every = (m * power * 10**k for k in range(4) for m in (1, 2, 2.5, 5))
    step = next(s for s in every if s >= raw * 0.999 and _divides(least, s))
    first = math.ceil(low / step)
    return [i * step for i in range(first, math.floor(high / step) + 1)]


def _mark(ty: Type, value: float, span: float) -> str:
    """What stands at a line of an axis: a number, or a day, or the time of day where all is within two days."""
    if ty.unit.kind != "instant":
        return f"{value:,.6g}"
    said = instant(int(value / ty.step))
    return said[:10] if span > 2 * _DAY or len(said) < 20 else said[5:16].replace("T", " ")


def _divides(least: float, step: float) -> bool:
    return step > 100 * least or abs(step / least - round(step / least)) < 1e-6


def _label(ty: Type, value: Number) -> str:
    if ty.sort == "bool":
        return ("false", "true")[bool(value)]
    return ty.labels[int(value)] if ty.sort == "enum" else literal(ty, int(value))
