"""Proofs, warm: solvers loaded, everything else from scratch; beside the same query given to Z3 by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aln.pipeline import Source, core, proofs
from aln.verifier.obligation import Budget
from bench.measure import Row, alone

ROOT = Path(__file__).resolve().parent.parent

SMALL = """
module Small_v1_0_0 {
    constants { POLICY_ID : "11111111-1111-4111-8111-111111111111"; POLICY_VERSION : "1.0.0"; }
    requirement "REQ-1" : "The confidence of a reading is trusted only when it is high.";
    hazard "HAZ-1" : "A doubtful reading is acted on." severity serious probability remote;
    control "RC-1" : "Doubtful readings are refused." mitigates "HAZ-1" satisfies "REQ-1";
    type Confidence = decimal in 0 .. 1 by 0.001;
    entity Reading { id : uuid key; confidence : Confidence?; stale : bool; }
    policy Trusted for Reading r {
        require present(r.confidence) and r.confidence >= 0.5 because "the confidence is low" traces "RC-1";
        require not r.stale because "the reading is stale" traces "RC-1";
    }
    claim High : "An accepted reading is fresh and trusted." for Reading r
        holds accepted(Trusted, r) implies r.confidence >= 0.5 and not r.stale traces "REQ-1", "HAZ-1";
}
"""


def by_hand() -> None:
    """The claim of `SMALL`, written for Z3 directly."""
    import z3

    given, stale, confidence = z3.Bool("given"), z3.Bool("stale"), z3.Int("confidence")
    solver = z3.Solver()
    solver.add(confidence >= 0, confidence <= 1000)
    accepted = z3.And(given, confidence >= 500, z3.Not(stale))
    solver.add(accepted, z3.Not(z3.And(given, confidence >= 500, z3.Not(stale))))
    assert str(solver.check()) == "unsat"


def _prove(source: Source, budget: Budget) -> None:
    assert all(v.status == "proved" for v in proofs(core(source), budget))


def rows() -> Sequence[Row]:
    small = Source("small.aln", SMALL)
    one, two = Budget(second_opinion=False), Budget()
    rem = Source(
        "rem_exclusion.aln", (ROOT / "aln/library/policies/rem_exclusion.aln").read_text(encoding="utf-8")
    )
    return [
        alone(
            "prove a small policy, text to verdict", lambda: _prove(small, one), 0.02, "Z3 by hand", by_hand
        ),
        alone("… with the second opinion", lambda: _prove(small, two), 0.05, "Z3 by hand", by_hand),
        alone(
            "prove REM exclusion, both solvers",
            lambda: _prove(rem, two),
            0.5,
            "Z3 by hand",
            by_hand,
            rounds=3,
        ),
    ]
