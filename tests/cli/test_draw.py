"""`aln draw` and `aln prove --svg`: every drawing is XML, holds all that it is of, and is the same again."""

from __future__ import annotations

import xml.etree.ElementTree as xml
from pathlib import Path

from tests.cli.conftest import Aln

ROOT = Path(__file__).parents[2]
GRAPH = str(ROOT / "aln/library/therapy_graphs/cbti.aln")
PUMP = str(ROOT / "aln/library/controllers/vasopressor_v1_1_0.aln")
JUMPS = str(ROOT / "verifier/corpus/pump/fallback_jumps/design.aln")
SVG = "{http://www.w3.org/2000/svg}"


def words(path: str) -> list[str]:
    return ["".join(e.itertext()) for e in xml.parse(path).iter(f"{SVG}text")]


def test_a_graph_is_drawn_with_its_nodes_edges_and_claims(aln: Aln) -> None:
    """Each node has its type and duration, each edge a number and its condition, each claim its words."""
    done = aln("draw", GRAPH, "--out", "d", "--format", "json")
    (drawing,) = done.document["drawings"]
    said = words(drawing["path"])
    assert done.code == 0 and {"restriction", "SLEEP_RESTRICTION", "end", "needs clinician_present"} <= set(
        said
    )
    assert "relaxation → relaxation  when restless at most 2 times" in said
    assert any(line.startswith("NoSeizure: ") for line in said)
    links = {a.get("href", "")[1:] for a in xml.parse(drawing["path"]).iter(f"{SVG}a")}
    ids = {e.get("id") for e in xml.parse(drawing["path"]).iter()}
    assert links and links <= ids


def test_no_two_nodes_lie_on_one_another(aln: Aln) -> None:
    """The boxes of a drawing are apart, and inside it."""
    (drawing,) = aln("draw", GRAPH, "--out", "d", "--format", "json").document["drawings"]
    root = xml.parse(drawing["path"]).getroot()
    boxes = [
        tuple(float(e.get(k, "")) for k in ("x", "y", "width", "height"))
        for e in root.iter(f"{SVG}rect")
        if e.get("rx")
    ]
    assert len(boxes) == 7
    wide, high = float(root.get("width", "")), float(root.get("height", ""))
    for i, (x, y, w, h) in enumerate(boxes):
        assert x >= 0 and y >= 0 and x + w <= wide and y + h <= high
        assert all(x + w <= a or a + c <= x or y + h <= b or b + d <= y for a, b, c, d in boxes[:i])


def test_modes_are_drawn_as_they_follow_one_another(aln: Aln) -> None:
    """A machine's modes with the transitions that are possible; those taken in runs are certain."""
    done = aln("draw", PUMP, "--out", "d", "--format", "json")
    (drawing,) = done.document["drawings"]
    said = words(drawing["path"])
    assert done.code == 0 and {"STOPPED → RUNNING", "RUNNING → STOPPED"} <= set(said)


def test_nothing_to_draw_is_told(aln: Aln, policy: Path) -> None:
    """A file of policies alone has nothing to draw: exit 4."""
    done = aln("draw", str(policy))
    assert done.code == 4 and "no therapy graph" in done.err


def test_a_refuting_run_is_drawn(aln: Aln) -> None:
    """`aln prove --svg` draws the run: its ticks, units, the bound, and the tick that breaks it."""
    done = aln(
        "prove", "--no-store", JUMPS, "--only", "PumpFallbackJumps/invariant/safety_step.slew", "--svg", "d"
    )
    said = words("d/PumpFallbackJumps.invariant.safety_step.slew.svg")
    assert done.code == 1 and "✗ tick 2: Slew" in said and "in mcg_kg_min" in said
    assert "Slew: at least 1" in said
