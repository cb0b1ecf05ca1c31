"""Where nodes and edges of a drawing go, whatever circles there are."""

from __future__ import annotations

from random import Random

from aln.simulate.layout import Pair, View, laid_out


def overlap(a: View, b: View) -> bool:
    return abs(a.xy[0] - b.xy[0]) < (a.w + b.w) / 2 - 1e-6 and abs(a.xy[1] - b.xy[1]) < (a.h + b.h) / 2 - 1e-6


def on_border(view: View, point: tuple[float, float]) -> bool:
    across, down = abs(point[0] - view.xy[0]) / (view.w / 2), abs(point[1] - view.xy[1]) / (view.h / 2)
    return abs(max(across, down) - 1) < 1e-6


def test_every_graph_has_a_layout() -> None:
    """Random graphs, circles, islands and nodes that only lead back among them: no node lies on another, the first is at
    the top of its part, and each edge runs from the border of the one to the border of the other."""
    r, circular = Random(8), 0
    for _ in range(300):
        names = [f"n{i}" for i in range(r.randint(1, 6))]
        wanted = {(a, b) for a in names for b in names if a != b and r.random() < 0.3}
        pairs: list[Pair] = sorted(wanted)
        circular += any((b, a) in wanted for a, b in wanted)
        views = {name: View(r.choice((80, 120)), r.choice((40, 90))) for name in names}
        routes = laid_out(views, pairs)
        assert routes.keys() == wanted
        for (a, b), points in routes.items():
            assert len(points) >= 2 and on_border(views[a], points[0]) and on_border(views[b], points[-1]), (
                pairs
            )
        assert not any(overlap(views[a], views[b]) for a in names for b in names if a < b), pairs
        part = {names[0]}
        while more := {x for pair in wanted if part & {*pair} for x in pair} - part:
            part |= more
        top = views[names[0]].xy[1] - views[names[0]].h / 2
        assert all(top <= views[n].xy[1] for n in part), pairs
    assert circular > 100
