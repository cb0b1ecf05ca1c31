"""Nodes and edges as a drawing: a therapy graph, or the modes of a machine, with the claims that speak of each node.

Takes a diagram; a library lays it out in layers. Gives SVG text. An edge has a number, which the list below the
drawing explains: words on edges would cover one another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from aln.simulate.layout import Pair, Point, View, laid_out
from aln.simulate.svg import document, element, escaped, shorten, text, width, wrapped

__all__ = ["Box", "Diagram", "Edge", "Told", "draw"]

_INK, _FAINT, _RED, _GREEN, _AMBER = "#1f2933", "#6b7785", "#b42318", "#1d7a46", "#a15c00"
_COLOURS = {"proved": _GREEN, "refuted": _RED, "unknown": _AMBER}
_OCCURS = {"refuted": "  (never taken)", "unknown": "  (not known to be taken)"}
_MARKS = {"proved": "✓", "refuted": "✗", "unknown": "?"}
_LINE, _MARGIN, _MARK, _LOOP = 15.0, 30.0, 30.0, 46.0
_NARROWEST, _WIDEST, _LONGEST = 500.0, 1100.0, 50


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its name, what is said in it, the claims that speak of it, and whether it was proved that it is
    entered (refuted: that it never is)."""

    name: str
    lines: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    start: bool = False
    status: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge, what is said of it, whether it is certain that it is taken (drawn whole) or not (broken), the claims
    that a run refutes which takes it, and what else is known of it, and how well that is."""

    source: str
    target: str
    says: str = ""
    certain: bool = True
    refutes: tuple[str, ...] = ()
    facts: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A claim: its name, its words, the status of its proof, empty where it was not asked for, what else is known of
    it, and the drawing of the run that refutes it, where there is one."""

    name: str
    says: str
    status: str = ""
    facts: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """What is drawn."""

    title: str
    says: str
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Told, ...] = field(default=())


def draw(diagram: Diagram) -> str:
    """The diagram as SVG. Raises `AlnError` where the extra `draw` is not installed."""
    lines = {b.name: [shorten(x, 10, _LONGEST * 6.2) for x in b.lines] for b in diagram.boxes}
    views = {b.name: _view(b, lines[b.name]) for b in diagram.boxes}
    routes = laid_out(
        views, dict.fromkeys((e.source, e.target) for e in diagram.edges if e.source != e.target)
    )
    points = list(_reach(diagram, views, routes))
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    said = [max(width(row.says, 11), *(width(x, 9.5) for x in row.facts), 0.0) + 38 for row in _rows(diagram)]
    said += [_NARROWEST, width(diagram.title, 15) + 8]
    wide = max(right - left, min(max(said), _WIDEST)) + 2 * _MARGIN
    head, y = _head(diagram, wide)
    dx, dy = (wide - right - left) / 2, y + 26.0 - top
    parts = [_TIPS, *head]
    badges: list[Point] = []
    drawn = []
    placed = {pair: [(x + dx, y + dy) for x, y in route] for pair, route in routes.items()}
    for number, edge in enumerate(diagram.edges, 1):
        pair = edge.source, edge.target
        route = (
            [(x + dx, y + dy) for x, y in _loop(views[edge.source])] if pair not in placed else placed[pair]
        )
        others = [_along(r, i / 24) for other, r in placed.items() if other != pair for i in range(25)]
        line, badge = _edge(edge, number, route, badges, others)
        parts += line
        drawn += badge
    for box in diagram.boxes:
        parts += _box(box, lines[box.name], views[box.name], (dx, dy), diagram)
    foot, end = _foot(diagram, bottom + dy + 36.0, wide)
    return document(wide, end, diagram.title, diagram.says, [*parts, *drawn, *foot])


def _reach(
    diagram: Diagram, views: Mapping[str, View], routes: Mapping[Pair, Sequence[Point]]
) -> Iterator[Point]:
    """Points between which all of a drawing lies."""
    for route in routes.values():
        yield from route
    for box in diagram.boxes:
        view = views[box.name]
        (x, y), w, h = view.xy, view.w / 2, view.h / 2
        yield x - w - (_MARK if box.start else 0.0), y - h
        yield x + w + (_LOOP if any(e.source == e.target == box.name for e in diagram.edges) else 0.0), y + h


def _tip(name: str, colour: str) -> str:
    path = f'<path d="M0 1 L9 5 L0 9 z" fill="{colour}"/>'
    return (
        f'<marker id="{name}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="12" markerHeight="12" '
        f'markerUnits="userSpaceOnUse" orient="auto">'
        f"{path}</marker>"
    )


_TIPS = f"<defs>{_tip('tip', _FAINT)}{_tip('red', _RED)}</defs>"


def _head(diagram: Diagram, wide: float) -> tuple[list[str], float]:
    """What the drawing is of, and where it ends."""
    y = 28.0
    parts = [
        text(
            shorten(diagram.title, 15, wide - 2 * _MARGIN), _MARGIN, y, size=15, fill=_INK, font_weight="bold"
        )
    ]
    for line in wrapped(diagram.says, 11, wide - 2 * _MARGIN):
        y += 17.0
        parts.append(text(line, _MARGIN, y, fill=_FAINT))
    return parts, y


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list below a drawing: its mark, its words, and what else is said of it."""

    mark: str
    says: str
    colour: str
    facts: tuple[str, ...] = ()
    anchor: str | None = None
    href: str = ""


def _rows(diagram: Diagram) -> list[_Row]:
    """What the list below a drawing says: of each edge by its number, then of each claim."""
    rows = []
    for n, e in enumerate(diagram.edges, 1):
        says = f"{e.source} → {e.target}" + (f"  {e.says}" if e.says else "") + _OCCURS.get(e.status, "")
        says += "" if e.certain or e.status else "  (not excluded)"
        colour = _RED if e.refutes else _COLOURS.get(e.status, _FAINT)
        taken = (f"taken by the run that refutes {', '.join(e.refutes)}",) if e.refutes else ()
        rows.append(_Row(str(n), says, colour, tuple(x for x in (e.facts, *taken) if x)))
    for c in diagram.claims:
        says = f"{c.name}{f' ({c.status})' if c.status else ''}: {c.says}"
        colour = _COLOURS.get(c.status, _FAINT)
        facts = (c.facts,) if c.facts else ()
        rows.append(_Row(_MARKS.get(c.status, "•"), says, colour, facts, f"claim-{c.name}", c.href))
    return rows


def _foot(diagram: Diagram, y: float, wide: float) -> tuple[list[str], float]:
    """The list below a drawing, and where it ends."""
    parts: list[str] = []
    room = wide - 2 * _MARGIN - 30
    for i, row in enumerate(_rows(diagram)):
        y += 12.0 if i == len(diagram.edges) else 0.0  # claims are apart from edges
        own = [text(row.mark, _MARGIN, y, fill=row.colour, id=row.anchor)]
        for line in wrapped(row.says, 11, room):
            own.append(text(line, _MARGIN + 30, y, fill=_RED if row.href else _INK))
            y += _LINE
        for line in (x for fact in row.facts for x in wrapped(fact, 9.5, room)):
            own.append(
                text(line, _MARGIN + 30, y - 1, size=9.5, fill=row.colour if row.colour == _RED else _FAINT)
            )
            y += _LINE - 2
        y += 3.0
        parts.append(element("a", "".join(own), href=row.href) if row.href else "".join(own))
    return parts, y + 10.0


def _view(box: Box, lines: Sequence[str]) -> View:
    """How large the drawing of a node is."""
    w = max(110.0, width(box.name, 12) + 20, *(width(x, 10) + 16 for x in lines), 0.0)
    return View(w, 26.0 + 14.0 * len(lines) + (14.0 if box.claims else 0.0))


def _loop(view: View) -> list[Point]:
    x, y, out = view.xy[0] + view.w / 2, view.xy[1], 34.0
    return [(x, y - 9), (x + out, y - 9), (x + out, y + 9), (x, y + 9)]


def _edge(
    edge: Edge,
    number: int,
    points: list[Point],
    badges: list[Point],
    others: Sequence[Point],
) -> tuple[list[str], list[str]]:
    style, colour, tip = (
        None if edge.certain else "5 4",
        _RED if edge.refutes else _FAINT,
        "red" if edge.refutes else "tip",
    )
    d = " ".join(f"{'M' if i == 0 else 'L'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate(points))
    line = element("path", d=d, fill="none", stroke=colour, stroke_width=2.2 if edge.refutes else 1.4,
                   stroke_dasharray=style, stroke_linejoin="round", marker_end=f"url(#{tip})")  # fmt: skip
    at = _free(points, badges, others)
    badges.append(at)
    title = element(
        "title", escaped(f"{edge.source} → {edge.target}" + (f": {edge.says}" if edge.says else ""))
    )
    circle = element("circle", title, cx=at[0], cy=at[1], r=8.5, fill="#ffffff", stroke=colour)
    return [line], [circle, text(str(number), at[0], at[1] + 3.4, size=9.5, fill=_INK, text_anchor="middle")]


def _free(
    points: Sequence[Point],
    badges: Sequence[Point],
    others: Sequence[Point],
) -> Point:
    """A place on a line, near its middle, where no other line runs, and in any case none where a badge is."""
    places = [_along(points, share) for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)]
    apart = [p for p in places if _clear(p, badges, 20.0)] or places[:1]
    return next((p for p in apart if _clear(p, others, 15.0)), apart[0])


def _clear(point: Point, others: Sequence[Point], by: float) -> bool:
    return all((point[0] - x) ** 2 + (point[1] - y) ** 2 > by * by for x, y in others)


def _along(points: Sequence[Point], share: float) -> Point:
    parts = list(pairwise(points))
    long = [((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in parts]
    left = share * sum(long)
    for (a, b), size in zip(parts, long, strict=True):
        if left <= size and size > 0:
            return a[0] + (b[0] - a[0]) * left / size, a[1] + (b[1] - a[1]) * left / size
        left -= size
    return points[-1]


def _box(box: Box, lines: Sequence[str], view: View, by: Point, diagram: Diagram) -> list[str]:
    x, y = view.xy[0] + by[0], view.xy[1] + by[1]
    left, top = x - view.w / 2, y - view.h / 2
    status = {c.name: c.status for c in diagram.claims}
    found = {box.status, *(status.get(c, "") for c in box.claims)}
    worst = next((x for x in ("refuted", "unknown", "proved") if x in found), "")
    parts = [
        element("rect", x=left, y=top, width=view.w, height=view.h, rx=7.0, fill="#f5f8fb",
                stroke=_COLOURS.get(worst, "#47627c"), stroke_width=2.4 if box.start else 1.4),
        text(box.name, x, top + 17, size=12, fill=_INK, text_anchor="middle", font_weight="bold"),
        *(text(line, x, top + 32 + 14 * i, size=10, fill=_FAINT, text_anchor="middle") for i, line in enumerate(lines)),
    ]  # fmt: skip
    if box.start:
        parts.append(element("circle", cx=left - _MARK + 6, cy=y, r=5.0, fill=_INK))
        parts.append(element("path", d=f"M{left - _MARK + 10:.1f} {y:.1f} L{left:.1f} {y:.1f}", fill="none", stroke=_FAINT,
                             stroke_width=1.4, marker_end="url(#tip)"))  # fmt: skip
    if box.claims:
        all_, own = len(box.claims), [status.get(c, "") for c in box.claims]
        worst = next((x for x in ("refuted", "unknown", "proved") if x in own), "")
        mark, some = _MARKS.get(worst, "•"), own.count(worst)
        words = f"{mark} {'' if some == all_ else f'{some} of '}{all_} claim{'' if all_ == 1 else 's'}"
        at = top + 32 + 14 * len(lines)
        parts.append(text(words, x, at, size=9.5, fill=_COLOURS.get(worst, _FAINT), text_anchor="middle"))
    said = ", ".join(f"{c} {status.get(c, '')}".strip() for c in box.claims)
    title = element("title", escaped(f"{box.name}: {said}" if said else box.name))
    group = element("g", title + "".join(parts))
    return [element("a", group, href=f"#claim-{box.claims[0]}")] if box.claims else [group]
