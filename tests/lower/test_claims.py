"""Claims in core: `accepted` is what the guard alone decides, wherever it stands and whatever else is read."""

from __future__ import annotations

import pytest

from aln.checker.check import check
from aln.core.ir import CoreModule
from aln.lower.module import lower
from aln.syntax.parse import parse
from aln.verifier.obligation import Budget, Holds
from aln.verifier.obligations import obligations
from aln.verifier.prove import prove

MODULE = """
module Claims_v1_0_0 {
    type Small = int in 0 .. 3;
    entity Part  { id : uuid key; whole : ref Whole; owner : ref Owner; size : Small; }
    entity Owner { id : uuid key; size : Small; }
    entity Whole {
        id : uuid key; owner : ref Owner; second : ref Owner?; parts : many Part by whole up to 3;
    }
    policy Same  for Whole x { require x.owner == x.second because "the owners differ"; }
    policy Sized for Whole x {
        require x.owner == x.second because "the owners differ";
        require x.owner.size >= 1   because "the owner is small";
    }
    policy Large for Part p { require p.size >= 2 because "the part is small"; }
    policy Owned for Part p { require p.owner == "00000000-0000-4000-8000-000000000001" because "owned by another"; }
    claim C : "one" for Whole x holds %s;
}
"""


def lowered(formula: str) -> CoreModule:
    module, faults = parse(MODULE % formula, "claims.aln")
    assert module is not None and not faults, faults
    checked = check(module)
    assert checked.sound, checked.diagnostics
    core = lower(checked)
    assert not core.unsupported
    return core


def verdict(formula: str) -> str:
    """The answer to the claim."""
    found = [o for o in obligations(lowered(formula)) if isinstance(o.goal, Holds)]
    return next(prove(found, Budget(second_opinion=False))).status


@pytest.mark.parametrize(
    "formula,expected",
    [
        ("accepted(Same, x) implies present(x.owner)", "refuted"),
        ("accepted(Same, x) and present(x.owner) implies x.owner.size == x.second.size", "proved"),
        ("accepted(Sized, x) implies present(x.owner)", "proved"),
        ("accepted(Sized, x) and accepted(Same, x) implies x.second.size >= 1", "proved"),
        ("absent(x.parts) or all p in x.parts : accepted(Owned, p) implies present(p.owner)", "refuted"),
    ],
)  # fmt: skip
def test_a_policy_that_only_compares_a_reference_accepts_one_that_dangles(
    formula: str, expected: str
) -> None:
    """The guard of such a policy is not handed the record, so nothing about the record follows from it."""
    formula = formula.replace("all p in x.parts :", "(all p in x.parts : (") + "))" * ("all p" in formula)
    assert verdict(formula) == expected


def test_an_acceptance_of_an_element_is_judged_for_each_element() -> None:
    """Inside an aggregate `accepted` speaks of its element, also where two aggregates use one name."""
    each = "(all p in x.parts : accepted(Large, p))"
    assert verdict(f"absent(x.parts) or ({each} implies all p in x.parts : p.size >= 2)") == "proved"
    assert verdict(f"absent(x.parts) or ({each} implies all p in x.parts : p.size >= 3)") == "refuted"
    some = "(any p in x.parts : accepted(Large, p)) and (any p in x.parts : accepted(Owned, p))"
    both = "any p in x.parts : accepted(Large, p) and accepted(Owned, p)"
    assert verdict(f"absent(x.parts) or (({some}) implies {both})") == "refuted"


def test_a_variable_called_like_a_field_of_the_judged_record_does_not_hide_it() -> None:
    """`owner.size` is that of the element, `x.owner.size` that of the record's owner."""
    chosen = "(any owner in x.parts : owner.size >= 1 and x.owner.size >= 2)"
    assert verdict(f"absent(x.parts) or absent(x.owner) or ({chosen} implies x.owner.size >= 2)") == "proved"
    assert verdict(f"absent(x.parts) or absent(x.owner) or ({chosen} implies x.owner.size == 0)") == "refuted"
