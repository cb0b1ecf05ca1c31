"""Nodes and edges as a drawing: a therapy graph, or the modes of a machine, with the claims that speak of each node.

Takes a diagram; a library lays it out in layers. Gives SVG text. An edge has a number, which the list below the
drawing explains: words on edges would cover one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from aln.diagnostics import AlnError, Diagnostic, Span
from aln.simulate.svg import document, element, shorten, text, width

__all__ = ["Box", "Diagram", "Edge", "Told", "draw"]

_INK, _FAINT, _RED, _GREEN, _AMBER = "#1f2933", "#6b7785", "#b42318", "#1d7a46", "#a15c00"
_COLOURS = {"proved": _GREEN, "refuted": _RED, "unknown": _AMBER}
_MARKS = {"proved": "✓", "refuted": "✗", "unknown": "?"}
_EDGE, _LINE, _MARGIN, _TITLE = 34.0, 15.0, 30.0, 70.0
_LONGEST = 50


@dataclass(frozen=True, slots=True)
class Box:
    """A node: its name, what is said in it, and the claims that speak of it."""

    name: str
    lines: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    start: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge, what is said of it, and whether it is certain (drawn whole) or only not excluded (broken)."""

    source: str
    target: str
    says: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Told:
    """A claim: its name, its words, and the status of its proof, empty where it was not asked for."""

    name: str
    says: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """What is drawn."""

    title: str
    says: str
    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    claims: tuple[Told, ...] = field(default=())


class _View:
    """What the layout library knows of a node: its size, and where it put it."""

    def __init__(self, box: Box) -> None:
        self.lines = [shorten(x, 10, _LONGEST * 6.2) for x in box.lines]
        self.w = max(110.0, width(box.name, 12) + 20, *(width(x, 10) + 16 for x in self.lines), 0.0)
        self.h = 26.0 + 14.0 * len(self.lines) + (14.0 if box.claims else 0.0)
        self.xy = (0.0, 0.0)


def draw(diagram: Diagram) -> str:
    """The diagram as SVG. Raises `AlnError` where the extra `draw` is not installed."""
    views, routes = _laid_out(diagram)
    left = min((v.xy[0] - v.w / 2 for v in views.values()), default=0.0)
    right = max((v.xy[0] + v.w / 2 for v in views.values()), default=0.0)
    for points in routes.values():
        left = min([left, *(x for x, _ in points)])
        right = max([right, *(x for x, _ in points)])
    loops = {e.source for e in diagram.edges if e.source == e.target}
    right += 46.0 if loops else 0.0
    top = min((v.xy[1] - v.h / 2 for v in views.values()), default=0.0)
    bottom = max((v.xy[1] + v.h / 2 for v in views.values()), default=0.0)
    rows = [*_edge_rows(diagram), *_claim_rows(diagram)]
    said = max(
        [width(words, 11) + 46 for _, words, _, _ in rows]
        + [width(diagram.title, 15), width(diagram.says, 11)]
    )
    wide = max(right - left, min(said, 1100.0)) + 2 * _MARGIN
    dx, dy = _MARGIN - left + (wide - 2 * _MARGIN - (right - left)) / 2, _TITLE - top
    parts = [
        '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" '
        f'orient="auto"><path d="M0 1 L9 5 L0 9 z" fill="{_FAINT}"/></marker></defs>',
        text(diagram.title, _MARGIN, 28.0, size=15, fill=_INK, font_weight="bold"),
        text(shorten(diagram.says, 11, wide - 2 * _MARGIN), _MARGIN, 47.0, fill=_FAINT),
    ]
    badges: list[tuple[float, float]] = []
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
        parts += _box(box, views[box.name], dx, dy, diagram)
    parts += drawn
    y = bottom + dy + 36.0
    for i, (anchor, words, colour, head) in enumerate(rows):
        y += 12.0 if i == len(diagram.edges) else 0.0  # claims are apart from edges
        parts.append(text(head, _MARGIN, y, fill=colour, id=anchor or None))
        parts.append(text(shorten(words, 11, wide - 2 * _MARGIN - 30), _MARGIN + 30, y, fill=_INK))
        y += _LINE + 3
    return document(wide, y + 10.0, diagram.title, diagram.says, parts)


def _laid_out(diagram: Diagram) -> tuple[dict[str, _View], dict[tuple[str, str], list[tuple[float, float]]]]:
    """Where each node is, and the points of each edge, in a drawing from top to bottom."""
    try:
        from grandalf.graphs import Edge as Line
        from grandalf.graphs import Graph, Vertex
        from grandalf.layouts import SugiyamaLayout
        from grandalf.routing import EdgeViewer, route_with_lines
    except ImportError:
        says = "drawing graphs needs the extra `draw`"
        raise AlnError(Diagnostic("ALN1001", Span("", 0, 0), says, "install `aln[draw]`")) from None
    views = {box.name: _View(box) for box in diagram.boxes}

    # The library keeps both in sets: with hashes of their own they come out of them in one order, always.
    class Corner(Vertex):  # type: ignore[misc]
        def __init__(self, number: int, name: str) -> None:
            self.number = number
            super().__init__(name)

        def __hash__(self) -> int:
            return self.number

    class Side(Line):  # type: ignore[misc]
        def __init__(self, number: int, source: Corner, target: Corner) -> None:
            self.number = number
            super().__init__(source, target)

        def __hash__(self) -> int:
            return self.number

    corners = {name: Corner(i, name) for i, name in enumerate(views)}
    for name, vertex in corners.items():
        vertex.view = views[name]
    pairs = dict.fromkeys((e.source, e.target) for e in diagram.edges if e.source != e.target)
    lines: list[Any] = []
    for source, target in pairs:
        line = Side(len(corners) + len(lines), corners[source], corners[target])
        line.view = EdgeViewer()
        lines.append(line)
    shift = 0.0
    for part in Graph(list(corners.values()), lines).C:
        layout = SugiyamaLayout(part)
        layout.route_edge, layout.xspace, layout.yspace = route_with_lines, 44, 58
        first = next((corners[b.name] for b in diagram.boxes if corners[b.name] in part.sV), None)
        layout.init_all(roots=[first])
        layout.draw(3)
        own = [v.view for v in part.sV]
        left = min(v.xy[0] - v.w / 2 for v in own)
        right = max(v.xy[0] + v.w / 2 for v in own)
        move = shift - left
        for view in own:
            view.xy = (view.xy[0] + move, view.xy[1])
        for line in part.sE:
            line.view._pts = [(x + move, y) for x, y in line.view._pts]
        shift += right - left + 60.0
    routes = {}
    for (source, target), line in zip(pairs, lines, strict=True):
        points = list(line.view._pts)
        # Two edges between the same two nodes would lie on one another: each keeps to its right.
        if (target, source) in pairs:
            points = _aside(points, 10.0)
        points[0] = _border(views[source], points[1])
        points[-1] = _border(views[target], points[-2])
        routes[source, target] = points
    return views, routes


def _aside(points: Sequence[tuple[float, float]], by: float) -> list[tuple[float, float]]:
    if len(points) != 2:
        return list(points)
    (x1, y1), (x2, y2) = points
    long = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    middle = ((x1 + x2) / 2 - (y2 - y1) / long * 2 * by, (y1 + y2) / 2 + (x2 - x1) / long * 2 * by)
    return [points[0], middle, points[1]]


def _border(view: _View, toward: tuple[float, float]) -> tuple[float, float]:
    """Where a line from the middle of a node to a point leaves the node."""
    (x, y), (tx, ty) = view.xy, toward
    fx = abs(tx - x) / (view.w / 2)
    fy = abs(ty - y) / (view.h / 2)
    most = max(fx, fy, 1e-9)
    return x + (tx - x) / most, y + (ty - y) / most


def _loop(view: _View) -> list[tuple[float, float]]:
    x, y, out = view.xy[0] + view.w / 2, view.xy[1], 34.0
    return [(x, y - 9), (x + out, y - 9), (x + out, y + 9), (x, y + 9)]


def _edge(
    edge: Edge,
    number: int,
    points: list[tuple[float, float]],
    badges: list[tuple[float, float]],
    others: Sequence[tuple[float, float]],
) -> tuple[list[str], list[str]]:
    style = None if edge.certain else "5 4"
    d = " ".join(f"{'M' if i == 0 else 'L'}{x:.1f} {y:.1f}" for i, (x, y) in enumerate(points))
    line = element("path", d=d, fill="none", stroke=_FAINT, stroke_width=1.4, stroke_dasharray=style,
                   stroke_linejoin="round", marker_end="url(#tip)")  # fmt: skip
    at = _free(points, badges, others)
    badges.append(at)
    title = element(
        "title", _escaped(f"{edge.source} → {edge.target}" + (f": {edge.says}" if edge.says else ""))
    )
    circle = element("circle", title, cx=at[0], cy=at[1], r=8.5, fill="#ffffff", stroke=_FAINT)
    return [line], [circle, text(str(number), at[0], at[1] + 3.4, size=9.5, fill=_INK, text_anchor="middle")]


def _free(
    points: Sequence[tuple[float, float]],
    badges: Sequence[tuple[float, float]],
    others: Sequence[tuple[float, float]],
) -> tuple[float, float]:
    """A place on a line, near its middle, where no other line runs, and in any case none where a badge is."""
    places = [_along(points, share) for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)]
    apart = [p for p in places if _clear(p, badges, 20.0)] or places[:1]
    return next((p for p in apart if _clear(p, others, 15.0)), apart[0])


def _clear(point: tuple[float, float], others: Sequence[tuple[float, float]], by: float) -> bool:
    return all((point[0] - x) ** 2 + (point[1] - y) ** 2 > by * by for x, y in others)


def _along(points: Sequence[tuple[float, float]], share: float) -> tuple[float, float]:
    parts = list(pairwise(points))
    long = [((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 for a, b in parts]
    left = share * sum(long)
    for (a, b), size in zip(parts, long, strict=True):
        if left <= size and size > 0:
            return a[0] + (b[0] - a[0]) * left / size, a[1] + (b[1] - a[1]) * left / size
        left -= size
    return points[-1]


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _box(box: Box, view: _View, dx: float, dy: float, diagram: Diagram) -> list[str]:
    x, y = view.xy[0] + dx, view.xy[1] + dy
    left, top = x - view.w / 2, y - view.h / 2
    status = {c.name: c.status for c in diagram.claims}
    worst = next(
        (s for s in ("refuted", "unknown", "proved") if any(status.get(c) == s for c in box.claims)), ""
    )
    parts = [
        element("rect", x=left, y=top, width=view.w, height=view.h, rx=7.0, fill="#f5f8fb",
                stroke=_COLOURS.get(worst, "#47627c"), stroke_width=2.4 if box.start else 1.4),
        text(box.name, x, top + 17, size=12, fill=_INK, text_anchor="middle", font_weight="bold"),
        *(text(line, x, top + 32 + 14 * i, size=10, fill=_FAINT, text_anchor="middle") for i, line in enumerate(view.lines)),
    ]  # fmt: skip
    if box.claims:
        mark = _MARKS.get(worst, "•")
        words = f"{mark} {len(box.claims)} claim{'' if len(box.claims) == 1 else 's'}"
        at = top + 32 + 14 * len(view.lines)
        parts.append(text(words, x, at, size=9.5, fill=_COLOURS.get(worst, _FAINT), text_anchor="middle"))
    said = ", ".join(f"{c} {status.get(c, '')}".strip() for c in box.claims)
    title = element("title", _escaped(f"{box.name}: {said}" if said else box.name))
    group = element("g", title + "".join(parts))
    return [element("a", group, href=f"#claim-{box.claims[0]}")] if box.claims else [group]


def _edge_rows(diagram: Diagram) -> list[tuple[str, str, str, str]]:
    return [
        (
            "",
            f"{e.source} → {e.target}"
            + (f"  {e.says}" if e.says else "")
            + ("" if e.certain else "  (not excluded)"),
            _FAINT,
            str(n),
        )
        for n, e in enumerate(diagram.edges, 1)
    ]


def _claim_rows(diagram: Diagram) -> list[tuple[str, str, str, str]]:
    return [
        (
            f"claim-{c.name}",
            f"{c.name}{f' ({c.status})' if c.status else ''}: {c.says}",
            _COLOURS.get(c.status, _FAINT),
            _MARKS.get(c.status, "•"),
        )
        for c in diagram.claims
    ]
