"""A drawing of nodes and edges: complete, apart, and the same text whenever and wherever it is made."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as xml
from itertools import pairwise

from aln.simulate.diagram import Box, Diagram, Edge, Told, draw

NODES = ("OFF", "ARMED", "FADING_IN", "STIMULATING", "FADING_OUT", "REFRACTORY", "FAULT")
EDGES = (
    *pairwise(NODES[:6]), ("FADING_IN", "FADING_OUT"), ("REFRACTORY", "ARMED"), ("ARMED", "OFF"),
    *((n, "FAULT") for n in NODES[:-1]), ("FAULT", "OFF"), ("OFF", "OFF"),
)  # fmt: skip
DIAGRAM = Diagram(
    "Stimulus", "modes", tuple(Box(n, ("a < b",), ("Safe",) if n == "FAULT" else (), n == "OFF") for n in NODES),
    tuple(Edge(a, b, "when x", a != "ARMED", ("Late",) if (a, b) == ("FAULT", "OFF") else ()) for a, b in EDGES),
    (Told("Safe", "a & b", "proved", "M/invariant/m.safe"), Told("Late", "c", "refuted", "", "late.svg")),
)  # fmt: skip
SVG = "{http://www.w3.org/2000/svg}"


def test_every_node_edge_and_claim_is_there() -> None:
    """Each has its words; what is special in XML is escaped; an edge that is not certain is a broken line, one that a
    run takes which refutes a claim is red; the start is pointed at."""
    root = xml.fromstring(draw(DIAGRAM))
    said = ["".join(e.itertext()) for e in root.iter(f"{SVG}text")]
    assert set(NODES) <= set(said) and "Safe (proved): a & b" in said and "a < b" in said
    lines = [e for e in root.iter(f"{SVG}path") if e.get("marker-end")]
    assert len(lines) == len(EDGES) + 1
    assert [e.get("marker-end") for e in lines].count("url(#red)") == 1
    assert "taken by the run that refutes Late" in said and "M/invariant/m.safe" in said
    assert sum(e.get("stroke-dasharray") is not None for e in lines) == sum(a == "ARMED" for a, _ in EDGES)


def test_numbers_of_edges_do_not_cover_one_another() -> None:
    """Two badges are further apart than they are wide."""
    root = xml.fromstring(draw(DIAGRAM))
    places = [
        (float(e.get("cx", "")), float(e.get("cy", "")))
        for e in root.iter(f"{SVG}circle")
        if e.get("r") == "8.5"
    ]
    assert len(places) == len(EDGES)
    for i, (x, y) in enumerate(places):
        assert all((x - a) ** 2 + (y - b) ** 2 > 17**2 for a, b in places[:i])


def test_a_drawing_is_the_same_in_every_process() -> None:
    """Nothing of the layout depends on addresses or on seeds of hashes."""
    code = "from tests.simulate.test_diagram import DIAGRAM; from aln.simulate.diagram import draw; print(draw(DIAGRAM))"
    texts = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": s}).stdout
        for s in ("1", "2", "3", "4")
    }  # fmt: skip
    assert len(texts) == 1
