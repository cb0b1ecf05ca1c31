"""`aln draw` and `aln prove --svg`: every drawing is XML, holds all that it is of, and is the same again."""

from __future__ import annotations

import xml.etree.ElementTree as xml
from pathlib import Path

from tests.cli.conftest import Aln

ROOT = Path(__file__).parents[2]
GRAPH = str(ROOT / "aln/library/therapy_graphs/cbti.aln")
PUMP = str(ROOT / "aln/library/controllers/vasopressor_v1_1_0.aln")
JUMPS = str(ROOT / "verifier/corpus/pump/fallback_jumps/design.aln")
GATE = str(ROOT / "verifier/corpus/therapy_graph/no_gate/design.aln")
REM = str(ROOT / "verifier/corpus/therapy_graph/rem_node/design.aln")
IDS = """    constants {
        POLICY_ID      : "0c0ffee0-0000-4000-8000-000000000001";
        POLICY_VERSION : "1.0.0";
    }
"""
OLD = f"""module SampleGuard_v1_0_0 {{
{IDS}    behavior_graph SessionGraph {{
        root "therapy_root" {{
            node "intro" -> next("breathing & <calm>");
            node "breathing & <calm>" -> next("end");
        }}
    }}
}}
"""
MODES = f"""module Modes_v1_0_0 {{
{IDS}    requirement "REQ-1" : "Dark.";
    enum Mode {{ OFF; ON; HELD; }}
    type Level = decimal percent in 0 .. 100 by 1;
    machine Lamp every 1 s {{
        input level : Level? invalid as missing;
        input ask   : bool? invalid as missing;
        state mode  : Mode = OFF;
        let wanted = certain(ask);
        next mode =
            if mode == OFF then if wanted then ON else OFF
            else if mode == ON then if wanted and certain(level < 50 percent) then HELD else OFF
            else mode;
        output lit : bool = mode != OFF;
    }}
}}
"""
LOW = """mode != OFF;
        claim Never : "It is never lit." always not lit traces "REQ-1";"""
DEAD = f"""module Dead_v1_0_0 {{
{IDS}    requirement "REQ-1" : "An evening ends.";
    enum Kind {{ TALK; }}
    graph Evening {{
        input restless : bool?;
        start talk;
        node talk : TALK lasts 5 min .. 10 min;
        node calm : TALK lasts 5 min .. 10 min;
        node never : TALK lasts 5 min .. 10 min;
        talk -> calm;
        calm -> calm when restless at most 2 times;
        calm -> never when restless and not restless;
        calm -> end;
        never -> end;
        claim Ends : "Every path ends." terminates traces "REQ-1";
        claim Empty : "Nobody is there." never node == "never" and not certain(restless) traces "REQ-1";
    }}
}}
"""
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
    assert "relaxation → relaxation when restless, at most 2 times" in said
    assert any(line.startswith("NoSeizure: ") for line in said)
    links = {a.get("href", "")[1:] for a in xml.parse(drawing["path"]).iter(f"{SVG}a")}
    ids = {e.get("id") for e in xml.parse(drawing["path"]).iter()}
    assert links and links <= ids


def test_claims_are_tied_to_their_proofs(aln: Aln) -> None:
    """Below each claim the id that `aln prove --why` takes, the evidence where it was asked for, and what it traces to."""
    (drawing,) = aln("draw", GRAPH, "--out", "d", "--format", "json").document["drawings"]
    said = words(drawing["path"])
    assert "CbtiSession/invariant/insomnia_session.ends · REQ-CBTI-1, RC-CBTI-2, HAZ-CBTI-2" in said
    assert "Ends: Every path ends." in said and "relaxation → breathing otherwise" in said
    (drawing,) = aln("draw", "--prove", GATE, "--out", "d", "--format", "json").document["drawings"][:1]
    said = words(drawing["path"])
    assert "Ends (proved): Every path ends." in said
    assert (
        "CbtiNoGate/invariant/evening.ends · L2 by induction, k = 1 · REQ-CBTI-1, RC-CBTI-1, HAZ-CBTI-1"
        in said
    )


def test_a_run_that_refutes_a_claim_is_seen_in_the_graph(aln: Aln) -> None:
    """The edges that it takes are red and say so, the node says how many of its claims fail, the claim links to the
    drawing of the run."""
    done = aln("draw", "--prove", GATE, "--out", "d", "--format", "json")
    graph, run = (d["path"] for d in done.document["drawings"])
    assert done.code == 0 and run == "d/CbtiNoGate.invariant.evening.gated.svg" and Path(run).exists()
    said = words(graph)
    assert said.count("taken by the run that refutes Gated") == 2 and "✗ 1 of 2 claims" in said
    root = xml.parse(graph).getroot()
    lines = [e for e in root.iter(f"{SVG}path") if e.get("marker-end") == "url(#red)"]
    assert len(lines) == 2
    assert Path(run).name in [a.get("href") for a in root.iter(f"{SVG}a")]


def test_a_type_that_is_avoided_is_spoken_of_at_its_nodes(aln: Aln) -> None:
    """`avoids TYPE` is about every node of that type."""
    aln("draw", REM, "--out", "d")
    assert words("d/cbti_rem_node_v1_0_0.evening.svg").count("• 1 claim") == 1


def test_a_graph_of_the_older_spelling_is_a_graph(aln: Aln) -> None:
    """A 1.0 `behavior_graph` is drawn as a therapy graph, with whatever stands in the names of its nodes."""
    Path("old.aln").write_text(OLD, encoding="utf-8")
    (drawing,) = aln("draw", "old.aln", "--out", "d", "--format", "json").document["drawings"]
    said = words(drawing["path"])
    assert drawing["shows"] == "graph SessionGraph" and "breathing & <calm>" in said
    assert "intro → breathing & <calm>" in said and "breathing & <calm> → end" in said


def test_cases_of_modes_are_told_in_their_words(aln: Aln) -> None:
    """Conditions of nested cases are joined, those that ask for the mode itself are read, others stay as written."""
    Path("m.aln").write_text(MODES, encoding="utf-8")
    (drawing,) = aln("draw", "m.aln", "--out", "d", "--format", "json").document["drawings"]
    said = words(drawing["path"])
    assert {"OFF → ON when wanted", "ON → OFF when not (wanted and certain(level < 50 percent))"} <= set(said)
    assert (
        not any(x.startswith("OFF → HELD") for x in said)
        and "ON → HELD when wanted and certain(level < 50 percent)" in said
    )


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
    assert done.code == 0
    assert {"STOPPED → RUNNING when runs", "RUNNING → STOPPED when not runs"} <= set(said)
    # It starts in either, as its setting says.
    dots = [e for e in xml.parse(drawing["path"]).iter(f"{SVG}circle") if e.get("r") == "5"]
    assert len(dots) == 2


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
    assert "picture        d/PumpFallbackJumps.invariant.safety_step.slew.svg" in done.out
    assert done.code == 1 and "✗ tick 2: Slew" in said and "output, mcg_kg_min" in said
    assert {"Slew", "at least 1 mcg_kg_min", "at tick 2", "traces to SRS-CTRL-001, HAZ-OVERINFUSION"} <= set(
        said
    )


def test_a_refuting_run_is_shown_in_the_terminal(aln: Aln) -> None:
    """Below the table the values that change, with units and ends, and a mark under the tick that breaks the bound."""
    done = aln("prove", "--no-store", JUMPS, "--only", "PumpFallbackJumps/invariant/safety_step.slew")
    lines = done.out.splitlines()
    at = lines.index("      command   ▄█▁  0 .. 2 mcg_kg_min")
    assert lines[at - 1] == "      rate      ▁▄█  0 .. 2 mcg_kg_min"
    assert lines[at + 1] == "                  ✗  Slew: at least 1 mcg_kg_min at tick 2"
    assert lines[at + 3] == "      alarm     ▁▁█  false .. true"
    assert not any(line.startswith("      map  ") for line in lines[at - 3 :])


def test_the_picture_of_a_verdict_is_named(aln: Aln) -> None:
    """In the document only where it was asked for, and for the verdicts that have a run; drawn again from the store."""
    Path("m.aln").write_text(MODES.replace("mode != OFF;", LOW), encoding="utf-8")
    for told in (("--svg", "d"), ("--svg", "e"), ()):
        found = aln("prove", "m.aln", *told, "--format", "json").document["verdicts"]
        named = {v["id"]: v.get("picture") for v in found if v["status"] == "refuted" or "picture" in v}
        assert list(named) == ["Modes/invariant/lamp.never"]
        assert named["Modes/invariant/lamp.never"] == (
            f"{told[1]}/Modes.invariant.lamp.never.svg" if told else None
        )
    assert (
        Path("d/Modes.invariant.lamp.never.svg").read_bytes()
        == Path("e/Modes.invariant.lamp.never.svg").read_bytes()
    )
