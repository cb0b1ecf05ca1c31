"""Therapy graphs: what is wrong with one, and the machine that a sound one stands for."""

from __future__ import annotations

from typing import Any

import pytest

from aln.core.evaluate import initial, tick
from aln.core.ir import Machine
from aln.lower.module import lower
from tests.checker.said import checked, codes

KINDS = "enum Kind { TALK; RELAX; HARD; REM; } entity Patient { id : uuid key; ill : bool?; }"
SOUND = """
    input ready : bool?; input restless : bool?;
    start talk;
    node talk : TALK lasts 5 min .. 10 min;
    node relax : RELAX lasts 1 min .. 20 min;
    node hard : HARD lasts 5 min .. 7.5 min;
    talk -> relax;
    relax -> relax when restless at most 2 times;
    relax -> hard when ready;
    relax -> end;
    hard -> end;
"""


def graph(body: str = SOUND, more: str = "", about: str = "") -> str:
    return f"{KINDS} graph G{about} {{ {body} {more} }}"


def machine(text: str) -> Machine:
    found = checked(text)
    assert found.sound, found.diagnostics
    (made,) = lower(found).machines
    return made


def walk(
    made: Machine, inputs: list[dict[str, Any]], patient: dict[str, Any] | None = None
) -> list[tuple[str, int]]:
    """The node before each tick and the minutes it may have taken, and both at the end."""
    state = initial(made, patient or {})
    grain = next(s.type.step for s in made.states if s.name == "total")
    seen = [(state["node"], float(state["total"] * grain))]
    for here in inputs:
        env = {f.name: here.get(f.name) for f in made.inputs}
        _, state = tick(made, patient or {}, state, env)
        seen.append((state["node"], float(state["total"] * grain)))
    return seen  # type: ignore[return-value]


def test_the_first_open_edge_wins_and_limits_count() -> None:
    """Conditions are tried in order, true alone opens an edge, and a limited one closes after so many times."""
    made = machine(graph())
    restless = [
        {},
        {"restless": True, "ready": True},
        {"restless": True},
        {"restless": True, "ready": True},
        {},
        {},
    ]
    assert walk(made, restless) == [
        ("talk", 0), ("relax", 10), ("relax", 30), ("relax", 50), ("hard", 70), ("end", 77.5), ("end", 77.5),
    ]  # fmt: skip
    assert walk(made, [{}, {"restless": False, "ready": None}]) == [("talk", 0), ("relax", 10), ("end", 30)]


def test_a_missing_input_opens_no_edge() -> None:
    """What is not known is not true."""
    assert walk(machine(graph()), [{}, {"restless": None, "ready": None}])[-1][0] == "end"


@pytest.mark.parametrize(
    "body",
    [
        SOUND.replace("start talk;", ""),
        SOUND.replace("start talk;", "start talk; start relax;"),
        SOUND.replace("start talk;", "start tolk;"),
        SOUND.replace("talk -> relax;", "talk -> relx;"),
        SOUND.replace("talk -> relax;", "talk -> relax when ready;"),
        SOUND.replace("talk -> relax;", "talk -> relax; talk -> hard;"),
        SOUND.replace("talk -> relax;", "talk -> relax at most 2 times;"),
        SOUND.replace("hard -> end;", ""),
        SOUND.replace("hard -> end;", "hard -> end; end -> talk;"),
        SOUND.replace("node hard : HARD", "node hard : HARDER"),
        SOUND.replace("node hard : HARD", "node talk : HARD"),
        SOUND.replace("node hard : HARD", "node end : HARD"),
        SOUND.replace("5 min .. 10 min", "10 min .. 5 min"),
        SOUND.replace("5 min .. 10 min", "5 mm .. 10 mm"),
        SOUND.replace("node talk : TALK lasts 5 min .. 10 min", "node talk : TALK needs ready"),
    ],
)
def test_what_does_not_hold_together(body: str) -> None:
    """Starts, nodes, types, durations and ways out are each asked for."""
    assert "ALN0307" in codes(graph(body))


@pytest.mark.parametrize(
    "claim", ["enters nowhere only when ready", "avoids NOWHERE", "enters talk only when ready"]
)
def test_claims_name_what_is_there(claim: str) -> None:
    """A claim about a node or a type that is not there would hold of nothing."""
    assert "ALN0307" in codes(graph(more=f'claim C : "c" {claim};'))


def statuses(text: str) -> dict[str, str]:
    from aln.pipeline import proofs
    from aln.verifier.obligation import Budget

    found = proofs(lower(checked(text)), Budget(second_opinion=False))
    return {
        v.obligation.id.rsplit(".", 1)[-1]: v.status
        for v in found
        if v.obligation.kind in ("invariant", "reachable")
    }


def test_what_a_graph_claims_is_proved_or_refuted() -> None:
    """Ending, the longest session, the gates and the types of a graph, each with a sibling that fails."""
    claims = """
        claim Ends : "…" terminates;
        claim Short : "…" always total <= 77.5 min;
        claim Shorter : "…" always total < 77.5 min;
        claim Gated : "…" enters hard only when ready;
        claim Wrong : "…" enters hard only when restless;
        claim NoRem : "…" avoids REM;
        claim NoHard : "…" avoids HARD;
    """
    found = statuses(graph(more=claims))
    wanted = {"ends": "proved", "short": "proved", "shorter": "refuted", "gated": "proved", "wrong": "refuted",
              "no_rem": "proved", "no_hard": "refuted"}  # fmt: skip
    assert {k: found[k] for k in wanted} == wanted


def test_spans_in_seconds_are_added_exactly() -> None:
    """Thirds and halves of a minute meet on a grid that holds both."""
    text = """start a; node a : TALK lasts 10 s .. 30 s; node b : RELAX lasts 5 s .. 20 s; a -> b; b -> b at most 1 times;
        b -> end; claim Short : "…" always total <= 70 s; claim Shorter : "…" always total <= 69 s;"""
    found = statuses(graph(text))
    assert (found["short"], found["shorter"]) == ("proved", "refuted")


def test_a_sum_over_edges_bounds_what_would_be_long_to_list() -> None:
    """Six edges back, each often: some million counts, and still it ends, within what was computed."""
    nodes = "".join(f"node n{i} : TALK lasts 1 min .. 2 min; " for i in range(7))
    onward = "".join(f"n{i} -> n{i - 1} when restless at most 9 times; " for i in range(1, 7))
    onward += "".join(f"n{i} -> {f'n{i + 1}' if i < 6 else 'end'}; " for i in range(7))
    claims = 'claim Ends : "…" terminates; claim Most : "…" always total <= 230 min;'
    found = statuses(graph(f"input restless : bool?; start n0; {nodes} {onward} {claims}"))
    assert (found["ends"], found["most"]) == ("proved", "proved")


def test_a_graph_that_need_not_end_is_refuted() -> None:
    """A circle without a limit is shown as a run that is longer than the nodes there are."""
    circle = SOUND.replace(" at most 2 times", "")
    assert statuses(graph(circle, 'claim Ends : "…" terminates;'))["ends"] == "refuted"
    asked = circle.replace(
        "relax -> relax when restless;", "relax -> relax when restless and not present(ready) and ready;"
    )
    assert statuses(graph(asked, 'claim Ends : "…" terminates;'))["ends"] in ("proved", "unknown")


def test_needs_and_unless_are_claims_and_no_guards() -> None:
    """They refuse nothing by themselves: an edge that does not ask is refuted, one that asks is proved."""
    node = SOUND.replace("lasts 5 min .. 7.5 min;", "needs ready unless p.ill;")
    assert statuses(graph(node, about=" for Patient p")) | {} == {
        **statuses(graph(node, about=" for Patient p")), "hard_needs": "proved", "hard_unless": "refuted",
    }  # fmt: skip
    asked = node.replace("when ready;", "when ready and not p.ill;")
    assert statuses(graph(asked, about=" for Patient p"))["hard_unless"] == "proved"


def test_a_graph_of_1_0_is_claimed_to_end() -> None:
    """The quoted names are the nodes; a chain ends, a circle does not."""
    text = (
        'behavior_graph S { root "r" { node "intro" -> next("relax now"); node "relax now" -> next("%s"); } }'
    )
    assert statuses(text % "end")["ends"] == "proved"
    assert statuses(text % "intro")["ends"] == "refuted"
