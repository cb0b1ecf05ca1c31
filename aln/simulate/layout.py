"""Where the nodes and edges of a drawing go: layers from top to bottom, laid out by a library.

Takes the size of each node and the pairs that edges join. The same drawing has the same places in every process.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from aln.diagnostics import AlnError, Diagnostic, Span

__all__ = ["Pair", "Point", "View", "laid_out"]

Point = tuple[float, float]
Pair = tuple[str, str]


class View:
    """What the layout library knows of a node: its size, and where it put its middle."""

    def __init__(self, w: float, h: float) -> None:
        self.w, self.h = w, h
        self.xy: Point = (0.0, 0.0)


def laid_out(views: Mapping[str, View], pairs: Collection[Pair]) -> dict[Pair, list[Point]]:
    """Puts each node somewhere and gives the points of each edge, which joins two different nodes. The first node of
    each connected part is at its top. Raises `AlnError` where the extra `draw` is not installed."""
    try:
        from grandalf.graphs import Edge as Line
        from grandalf.graphs import Graph, Vertex
        from grandalf.layouts import SugiyamaLayout
        from grandalf.routing import EdgeViewer, route_with_lines
    except ImportError:
        says = "drawing graphs needs the extra `draw`"
        raise AlnError(Diagnostic("ALN1001", Span("", 0, 0), says, "install `aln[draw]`")) from None

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
    lines: list[Any] = []
    place = _onward(list(views), pairs)
    for pair in pairs:
        # The library is given no circles: an edge that leads back is drawn as one onward, and turned round after.
        source, target = sorted(pair, key=lambda name: place[name])
        line = Side(len(corners) + len(lines), corners[source], corners[target])
        line.view = EdgeViewer()
        lines.append(line)
    shift = 0.0
    for part in Graph(list(corners.values()), lines).C:
        layout = SugiyamaLayout(part)
        layout.route_edge, layout.xspace, layout.yspace = route_with_lines, 44, 58
        layout.init_all()
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
    routes: dict[Pair, list[Point]] = {}
    for (source, target), line in zip(pairs, lines, strict=True):
        points = list(line.view._pts)
        if place[source] > place[target]:
            points.reverse()
        # Two edges between the same two nodes would lie on one another: each keeps to its right.
        if (target, source) in pairs:
            points = _aside(points, 10.0)
        points[0] = _border(views[source], points[1])
        points[-1] = _border(views[target], points[-2])
        routes[source, target] = points
    return routes


def _onward(names: Sequence[str], pairs: Collection[Pair]) -> dict[str, int]:
    """An order of the nodes, each connected part from its first one, in which as few edges as a walk finds lead back."""
    following: dict[str, list[str]] = {name: [] for name in names}
    for source, target in pairs:
        following[source].append(target)
    order: list[str] = []
    seen: set[str] = set()
    for name in names:
        if name in seen:
            continue
        seen.add(name)
        walked: list[str] = []
        stack = [(name, iter(following[name]))]
        while stack:
            at, rest = stack[-1]
            after = next((n for n in rest if n not in seen), None)
            if after is None:
                walked.append(at)
                stack.pop()
            else:
                seen.add(after)
                stack.append((after, iter(following[after])))
        order += reversed(walked)
    return {name: i for i, name in enumerate(order)}


def _aside(points: Sequence[Point], by: float) -> list[Point]:
    if len(points) != 2:
        return list(points)
    (x1, y1), (x2, y2) = points
    long = max(1.0, ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    middle = ((x1 + x2) / 2 - (y2 - y1) / long * 2 * by, (y1 + y2) / 2 + (x2 - x1) / long * 2 * by)
    return [points[0], middle, points[1]]


def _border(view: View, toward: Point) -> Point:
    """Where a line from the middle of a node to a point leaves the node."""
    (x, y), (tx, ty) = view.xy, toward
    fx = abs(tx - x) / (view.w / 2)
    fy = abs(ty - y) / (view.h / 2)
    most = max(fx, fy, 1e-9)
    return x + (tx - x) / most, y + (ty - y) / most
