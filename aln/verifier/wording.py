"""What is said of an obligation of each kind: proved, refuted, and in a word.

The pages of the obligation catalogue state these wordings, word for word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from aln.verifier.obligation import Kind, Verdict

__all__ = ["WORDING", "Wording", "wording"]


@dataclass(frozen=True, slots=True)
class Wording:
    """What a proof says, what a refutation says, and the kind's short name."""

    success: str
    failure: str
    short: str


WORDING: Mapping[Kind, Wording] = MappingProxyType(
    {
        "claim": Wording(
            "the claim is true of every record", "a record makes the claim false or missing", "claim"
        ),
        "consistent": Wording(
            "some record passes every rule", "no record passes every rule", "rules can be met"
        ),
        "decides": Wording(
            "the rule refuses a record that every other rule accepts",
            "the rule refuses nothing that the other rules accept",
            "rule decides",
        ),
        "non-vacuous": Wording(
            "what the claim speaks of occurs, and it excludes something",
            "the claim speaks of nothing that occurs, or excludes nothing",
            "claim says something",
        ),
        "refinement": Wording(
            "whatever the one policy accepts, the other accepts",
            "the one policy accepts a record that the other refuses",
            "refinement",
        ),
        "composition": Wording(
            "whatever the operation accepts keeps the joint claim",
            "the operation accepts a record that breaks the joint claim",
            "composition",
        ),
        "forbidden": Wording(
            "nothing that is deployed together grants it",
            "something that is deployed together grants it",
            "nothing forbidden",
        ),
        "total": Wording(
            "every number lies in the range inferred for it",
            "a number can leave the range inferred for it",
            "always answers",
        ),
        "width": Wording(
            "every number fits the width of the target",
            "a number does not fit the width of the target",
            "width",
        ),
        "range": Wording(
            "every value given lies within its declared range",
            "a run gives a value that is missing or outside its declared range",
            "range",
        ),
        "invariant": Wording(
            "the claim is true at every tick of every run",
            "a run makes the claim false or missing at some tick",
            "invariant",
        ),
        "reachable": Wording("a run makes it true", "no run makes it true", "reachable"),
        "table-row": Wording("the row passes its policy", "the policy denies the row", "table row"),
        "example": Wording(
            "the policy decides as the example expects",
            "the policy decides otherwise than the example expects",
            "example",
        ),
        "backend-equal": Wording(
            "the artefact is the policy that was proved",
            "the artefact is not the policy that was proved",
            "artefact",
        ),
    }
)


def wording(verdict: Verdict) -> str:
    """What a verdict says of its kind of obligation; of an unknown one, its reason."""
    said = WORDING[verdict.obligation.kind]
    if verdict.status == "unknown":
        return f"not decided: {verdict.reason or 'no engine found an answer'}"
    return said.success if verdict.status == "proved" else said.failure
