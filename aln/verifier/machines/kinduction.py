"""k-induction: what one tick does not show, a few ticks in a row may.

    base     valid parameters, initial state, any inputs           =>  c in tick i, for each i below k
    step     c in k ticks in a row, what is proved in all of them  =>  c in the tick after

Source: Sheeran, Singh, Stålmarck, Checking safety properties using induction and a SAT-solver (FMCAD 2000).
"""

from __future__ import annotations

from dataclasses import replace

from aln.verifier.machines.asking import Answer, Frame
from aln.verifier.machines.candidates import Candidate
from aln.verifier.machines.induction import Induction, Proof

LIMIT = 12
"""So many ticks in a row are assumed, at most."""


def base(induction: Induction, c: Candidate, i: int) -> Answer:
    """base: no run from the start breaks `c` in tick i."""
    return induction.first.ask({}, (c, i))


def step(induction: Induction, c: Candidate, k: int, frame: Frame) -> Answer:
    """step: k ticks in a row in which `c` holds are followed by one in which it does."""
    known = [*(p.candidate for p in induction.known()), *induction.guesses.values()]
    assumed = {a.key: [(a, t) for t in range(k + 1)] for a in known if a.key != c.key}
    return frame.ask(assumed, (c, k), [(c, t) for t in range(k)])


def prove(induction: Induction, c: Candidate, limit: int = LIMIT) -> int:
    """Adds a proof of `c` by k-induction, k at least 2, the smallest first. Gives the largest k that was tried."""
    # A step that costs more than a tenth of a question is not worth the wait: one tick more costs as much again.
    budget = replace(induction.budget, units=max(1, induction.budget.units // 10))
    frame = Frame(induction.system, budget, start=False)
    for k in range(2, limit + 1):
        answer = step(induction, c, k, frame)
        if answer.said == "unknown":
            return k - 1
        if answer.follows:
            bases = [base(induction, c, i) for i in range(k)]
            if all(found.follows for found in bases) and induction.document(answer.needs):
                queries = [(f"base {c.key} in tick {i}", found.script) for i, found in enumerate(bases)]
                queries.append((f"step {c.key} after {k} ticks", answer.script))
                induction.proofs[c.key] = Proof(c, tuple(queries), answer.needs, k=k)
            return k
    return limit
