"""Model machines: unbounded numbers are proved without bounds, and nothing is generated from them."""

from __future__ import annotations

import pytest

from aln.pipeline import Source, artefacts, core, front, proofs

TEXT = """module Tickets_v1_0_0 { %s machine Bakery every 1 s {
    input take : bool? invalid as missing; input serve : bool? invalid as missing;
    state next_ticket : integer = 0; state served : integer = 0;
    next next_ticket = if certain(take) then next_ticket + 1 else next_ticket;
    next served = if certain(serve) and served < next_ticket then served + 1 else served;
    output waiting : bool = served < next_ticket;
    claim Ordered : "Nobody is served before a ticket is taken." always served <= next_ticket;
    claim Bounded : "There are at most a thousand tickets." always next_ticket <= 3;
} }"""


def test_unbounded_numbers_are_proved_and_refuted() -> None:
    """What holds of all integers is proved; a bound that is not there is refuted by a run."""
    module = core(Source("m.aln", TEXT % "model"))
    found = {v.obligation.id.partition("/")[2]: v.status for v in proofs(module)}
    assert found["invariant/bakery.ordered"] == "proved"
    assert found["invariant/bakery.bounded"] == "refuted"
    assert found["total/bakery"] == "proved", (
        "no range is inferred of what is computed from unbounded numbers"
    )


def test_nothing_is_generated_from_a_model() -> None:
    """No target has numbers without bounds."""
    assert list(artefacts(core(Source("m.aln", TEXT % "model")), ("python",))) == []


@pytest.mark.parametrize("text", [TEXT % "", "module M { entity E { n : integer; } }"])
def test_what_is_stored_or_generated_has_bounds(text: str) -> None:
    """Only a model may do without."""
    assert "ALN0310" in {d.code for d in front(Source("m.aln", text))[1]}


GHOST = """module Ghost_v1_0_0 { machine Pump every 1 s {
    input on : bool? invalid as missing;
    state stock : int in 0 .. 100 = 100; state pumped : integer = 0;
    next stock = if certain(on) and stock > 0 then stock - 1 else stock;
    next pumped = if certain(on) and stock > 0 then pumped + 1 else pumped;
    output flowing : bool = %s;
    lemma Kept : always pumped == 100 - stock;
    claim Bounded : "Nobody pumps more than there was." always pumped <= 100;
} }"""


def test_a_ghost_may_be_unbounded_and_is_left_out() -> None:
    """What only claims and lemmas read is proved of all integers, and no target carries it."""
    module = core(Source("g.aln", GHOST % "certain(on) and stock > 0"))
    assert {v.status for v in proofs(module)} == {"proved"}
    (step,) = artefacts(module, ("python",))
    assert step.text and "pumped" not in step.text and "stock" in step.text


@pytest.mark.parametrize("seen", ["pumped < 100", "before(pumped) == 1", "next(pumped) > 3"])
def test_what_an_output_reads_is_no_ghost(seen: str) -> None:
    """However an output comes to read it, a number that is generated has bounds."""
    assert "ALN0310" in {d.code for d in front(Source("g.aln", GHOST % f"certain({seen})"))[1]}
