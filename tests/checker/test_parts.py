"""Machines made of machines: how parts are wired, and that the whole means what its parts mean."""

from __future__ import annotations

import random
from typing import Any

import pytest

from aln.core.evaluate import initial, tick
from aln.core.ir import Machine
from aln.lower.module import lower
from tests.checker.said import checked, codes
from tests.checker.test_program import Project

PARTS = """
    type Level = int in 0 .. 9;
    constants { TOP : 5; }
    machine Count every 1 s {
        input up : bool? invalid as missing;
        state n : Level = 0;
        next n = if certain(up) then min(n + 1, TOP) else 0;
        output level : Level = next(n);
        lemma Low : always n <= TOP;
        claim C : "…" always level <= TOP;
    }
    machine Gate every 1 s {
        input level : Level? invalid as missing held for 2 s;
        output open : bool = certain(level >= 3);
        claim C : "…" always open implies present(level);
    }
"""
WHOLE = """
    machine Whole every 1 s {
        input up : bool? invalid as missing;
        input also : bool? invalid as missing;
        part count : Count { up = up; }
        part gate : Gate { level = if certain(also) then count.level else before(count.level); }
        output open : bool = gate.open;
        claim C : "…" always open implies gate.open;
        claim Lemma : "…" always count.n <= 5;
    }
"""


def machines(text: str) -> dict[str, Machine]:
    found = checked(text)
    assert found.sound, found.diagnostics
    return {m.name: m for m in lower(found).machines}


def test_the_whole_does_what_its_parts_do_wired_by_hand() -> None:
    """On random inputs the whole and its parts, stepped one after the other, give the same outputs."""
    found = machines(PARTS + WHOLE)
    whole, count, gate = (found[n] for n in ("Whole", "Count", "Gate"))
    pick = random.Random(7)
    states: dict[str, Any] = {m.name: initial(m, {}) for m in (whole, count, gate)}
    last: int | None = None
    opened = 0
    for _ in range(2_000):
        inputs = {n: pick.choice((True, True, True, False, None)) for n in ("up", "also")}
        env, states["Whole"] = tick(whole, {}, states["Whole"], inputs)
        c, states["Count"] = tick(count, {}, states["Count"], {"up": inputs["up"]})
        level = c["level"] if inputs["also"] is True else last
        g, states["Gate"] = tick(gate, {}, states["Gate"], {"level": level})
        assert (env["open"], env["count.level"]) == (g["open"], c["level"])
        last = c["level"]
        opened += env["open"]
    assert 0 < opened < 2_000


def test_lemmas_of_a_part_are_lemmas_of_the_whole() -> None:
    """What the part claims is proved where it stands; its lemmas help the whole."""
    assert {p.name for p in machines(PARTS + WHOLE)["Whole"].properties} == {"count.Low", "C", "Lemma"}


def test_a_part_of_another_module_keeps_its_constants() -> None:
    """A constant of the using module never changes what a part does."""
    used = f"module Parts_v1_0_0 {{ {PARTS} }}"
    user = f"module User_v1_0_0 {{ use Parts_v1_0_0; constants {{ TOP : 9; }} {WHOLE} }}"
    (whole,) = Project.of(used, user).core().machines
    state = initial(whole, {})
    for _ in range(9):
        env, state = tick(whole, {}, state, {"up": True, "also": True})
    assert env["count.level"] == 5


def test_a_value_out_of_the_range_of_an_input_is_an_obligation() -> None:
    """What a wire may carry must lie in the range that the part declares."""
    narrow = PARTS.replace("input level : Level?", "input level : int in 0 .. 4?")
    found = Project.of(f"module M_v1_0_0 {{ {narrow} {WHOLE} }}").verdicts()
    assert found["range/whole.gate_level"].status == "refuted"
    assert (
        Project.of(f"module M_v1_0_0 {{ {PARTS} {WHOLE} }}").verdicts()["range/whole.gate_level"].status
        == "proved"
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{ up = up; }", "{ }"),
        ("{ up = up; }", "{ up = up; down = up; }"),
        (": Count {", ": Cuont {"),
        ("part count : Count { up = up; }", "part count : Whole { up = up; also = also; }"),
        ("machine Whole every 1 s", "machine Whole every 2 s"),
        ("part count : Count", "part count : Limited"),
    ],
)
def test_what_does_not_fit(old: str, new: str) -> None:
    """Wires, machines, periods, parameters and circles."""
    limited = """
        entity Limits { top : Level; } policy P for Limits l { require l.top > 0 because "x"; }
        machine Limited every 1 s { param l : Limits where P; input up : bool? invalid as missing;
            output level : Level = l.top; claim C : "…" always level > 0; }
    """
    text = PARTS + limited + WHOLE
    assert old in WHOLE
    assert "ALN0308" in codes(text.replace(WHOLE, WHOLE.replace(old, new)))


def test_a_circle_through_parts_is_a_circle_within_the_tick() -> None:
    """Two parts that read each other in one tick have no order; through `before` they have."""
    text = (
        PARTS
        + """
        machine Loop every 1 s {
            part a : Gate { level = if b.open then 4 else 0; }
            part b : Gate { level = if %s then 4 else 0; }
            claim C : "…" always a.open implies b.open;
        }
    """
    )
    assert "ALN0431" in codes(text % "a.open")
    assert "ALN0431" not in codes(text % "certain(before(a.open))")
