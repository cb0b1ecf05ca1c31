"""k-induction: what one tick does not show, a few ticks in a row may.

    base     valid parameters, initial state, any inputs           =>  c in tick i, for each i below k
    step     c in k ticks in a row, what is proved in all of them  =>  c in the tick after

Source: Sheeran, Singh, Stålmarck, Checking safety properties using induction and a SAT-solver (FMCAD 2000).
"""

from __future__ import annotations

from typing import Any

from aln.verifier.candidates import Candidate
from aln.verifier.induction import Answer, Induction, Proof

LIMIT = 12
"""So many ticks in a row are assumed, at most."""


def base(induction: Induction, c: Candidate, i: int) -> Answer:
    """base: no run from the start breaks `c` in tick i."""
    return induction.ask(induction.system.run(i), {}, c.at(induction.system.tick(i)))


def step(induction: Induction, c: Candidate, k: int) -> Answer:
    """step: k ticks in a row in which `c` holds are followed by one in which it does."""
    system = induction.system
    ticks = [system.tick(t) for t in range(k + 1)]
    facts = [
        *system.valid,
        *(x for t in ticks for x in t.domain),
        *(x for t in range(k) for x in system.link(t)),
    ]
    known = [*(p.candidate for p in induction.known()), *induction.guesses.values()]
    hypotheses: dict[str, list[Any]] = {a.key: [a.at(t) for t in ticks] for a in known if a.key != c.key}
    facts += [c.at(t) for t in ticks[:k]]
    return induction.ask(facts, hypotheses, c.at(ticks[k]))


def prove(induction: Induction, c: Candidate, limit: int = LIMIT) -> int:
    """Adds a proof of `c` by k-induction, k at least 2, the smallest first. Gives the largest k that was tried."""
    bases: list[Answer] = [base(induction, c, 0)]
    if not bases[0].unsat:
        return 0
    for k in range(2, limit + 1):
        bases.append(base(induction, c, k - 1))
        if not bases[-1].unsat:
            return k - 1
        answer = step(induction, c, k)
        if answer.unsat and induction.document(answer.needs):
            queries = [(f"base {c.key} in tick {i}", found.script) for i, found in enumerate(bases)]
            queries.append((f"step {c.key} after {k} ticks", answer.script))
            induction.proofs[c.key] = Proof(c, tuple(queries), answer.needs, k=k)
            return k
        if not answer.unsat and answer.model is None:
            return k
    return limit
