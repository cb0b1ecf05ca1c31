"""Modules whose questions the tests of the store ask, and how they are asked."""

from __future__ import annotations

from collections.abc import Sequence

from aln import pipeline
from aln.host import work
from aln.host.store import Kept, Store
from aln.verifier.obligation import Budget, Obligation, Verdict
from aln.verifier.obligations import obligations

STORED = """
module Stored_v1_0_0 {
    type Amount = decimal mg in 0 .. 100 by 0.1;
    enum Route { ORAL; VEIN; }
    entity Drug { id : uuid key; most : Amount; banned : bool; }
    entity Dose { id : uuid key; drug : ref Drug; amount : Amount?; route : Route; note : text; }
}
"""
POLICY = """
module Dose_v1_0_0 {
    use Stored_v1_0_0;
    constants { POLICY_ID : "11111111-1111-4111-8111-111111111111"; POLICY_VERSION : "1.0.0"; LIMIT : 40 mg; }
    requirement "REQ-1" : "No dose is above the limit of its drug.";
    hazard "HAZ-1" : "The patient is overdosed." severity serious probability remote;
    control "RC-1" : "Doses are limited." mitigates "HAZ-1" satisfies "REQ-1";
    lexicon Words { "rem"; "dream"; }
    policy Lawful for Dose d {
        require present(d.amount) and d.amount <= LIMIT because "the dose is above the limit" traces "RC-1";
        require not d.drug.banned because "the drug is banned" traces "RC-1";
        forbid mentions(d.note, Words) because "the note speaks of REM" traces "RC-1";
    }
    claim Limited : "An accepted dose is limited." for Dose d
        holds accepted(Lawful, d) implies d.amount <= 40 mg traces "REQ-1";
    claim Sober : "An accepted dose has a drug that is not banned." for Dose d
        holds accepted(Lawful, d) implies not d.drug.banned traces "REQ-1";
}
"""


def ask(text: str = POLICY, beside: Sequence[str] = (STORED,)) -> tuple[Obligation, ...]:
    """The obligations of a module, with the modules it uses."""
    others = [pipeline.Source(f"other{n}.aln", t) for n, t in enumerate(beside)]
    return obligations(pipeline.core(pipeline.Source("asked.aln", text), others))


def answered(asked: Sequence[Obligation], store: Store, budget: Budget | None = None) -> tuple[Verdict, ...]:
    """The verdicts with a store; the store looks at everything anew, as in a process of its own."""
    again = Store(store.folder, store.tool, still=store.still, limit=store.limit)
    return work.answer(asked, budget or Budget(), store=again)


CONSISTENT, LIMITED, SOBER = "Dose/consistent/lawful", "Dose/claim/limited", "Dose/claim/sober"
ALL = {CONSISTENT, LIMITED, SOBER}
"""Obligations of `POLICY` that tests look at; it has more, of every kind."""


def found(asked: Sequence[Obligation], store: Store, budget: Budget | None = None) -> set[str]:
    """Those of `ALL` to which the store has an answer."""
    again = Store(store.folder, store.tool)
    return {
        o.id
        for o in asked
        if o.id in ALL and all(isinstance(v, Kept) for v in again.find([o], budget or Budget()) or (None,))
    }
