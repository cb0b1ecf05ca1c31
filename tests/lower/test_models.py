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
    found = {v.obligation.id.rsplit(".", 1)[-1]: v.status for v in proofs(module)}
    assert (found["ordered"], found["bounded"]) == ("proved", "refuted")


def test_nothing_is_generated_from_a_model() -> None:
    """No target has numbers without bounds."""
    assert list(artefacts(core(Source("m.aln", TEXT % "model")), ("python",))) == []


@pytest.mark.parametrize("text", [TEXT % "", "module M { entity E { n : integer; } }"])
def test_what_is_stored_or_generated_has_bounds(text: str) -> None:
    """Only a model may do without."""
    assert "ALN0310" in {d.code for d in front(Source("m.aln", text))[1]}
