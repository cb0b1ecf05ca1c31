"""One joint 1-induction over all candidates of a machine: what does not hold is dropped until the rest is inductive.

    init      valid parameters, initial state, any inputs      =>  c in tick 0
    step      every candidate left in tick t, and the tick     =>  c in tick t + 1
    property  the inductive ones in tick t                     =>  c in tick t

Ranges, assignments and lemmas come first; then each claim that they imply is proved by the property condition; what is
left joins a second induction over everything, in which the facts of the first hold in both ticks. Each proof keeps the
few facts it used, so a proof is a graph, and its certificate is what can be reached from it.

Guesses, whoever made them, are sieved by the same conditions, all at once; those that are left are `guesses`. A guess
that a proof needs gets a proof of its own before that proof counts.
Source: Houdini: Flanagan, Leino, Houdini, an annotation assistant for ESC/Java (FME 2001).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aln.verifier.machines.asking import Answer, Frame, Placed
from aln.verifier.machines.candidates import RANGES, Candidate
from aln.verifier.machines.frames import System
from aln.verifier.obligation import Budget, Evidence, ReplayError
from aln.verifier.second import Answer as Opinion
from aln.verifier.second import second_opinion


@dataclass(frozen=True, slots=True)
class Proof:
    """Why a candidate holds in every reachable tick: queries, each unsatisfiable, and the candidates they assume."""

    candidate: Candidate
    queries: tuple[tuple[str, str], ...]
    needs: tuple[str, ...] = ()
    inductive: bool = True
    k: int = 1


class Induction:
    """The joint induction of one machine. `proofs` by key of candidate; `failed` are the keys of those whose step fails
    from some state; `guesses` are inductive together, and have no proof yet."""

    def __init__(self, system: System, budget: Budget) -> None:
        self.system, self.budget = system, budget
        self.proofs: dict[str, Proof] = {}
        self.failed: set[str] = set()
        self.guesses: dict[str, Candidate] = {}
        self.opinions: dict[str, Opinion] = {}
        self.first = Frame(system, budget, start=True)
        self.any = Frame(system, budget, start=False)

    def run(self, found: Sequence[Candidate]) -> None:
        """Prove what can be proved of the candidates."""
        for c in found:
            if c.role == "initial" and (query := self.starts(c)):
                self.proofs[c.key] = Proof(c, (query,))
        every = [c for c in found if c.role != "initial"]
        starting = {c.key: query for c in every if (query := self.starts(c))}
        base = [c for c in every if c.role != "claim"]
        self._fixpoint(base, starting)
        for c in every:
            if c.key not in self.proofs:
                self._implied(c)
        self._fixpoint([c for c in every if c.key not in self.proofs], starting)

    def never(self, c: Candidate) -> list[Proof]:
        """One candidate more, on top of what is proved; it is assumed by nothing else."""
        self._implied(c)
        if c.key not in self.proofs and (query := self.starts(c)):
            self._fixpoint([c], {c.key: query})
        return self.taken(c)

    def taken(self, c: Candidate) -> list[Proof]:
        """The proofs that the one of `c` rests on, itself last; none where it has none. What rests on it has none any
        more."""
        if c.key not in self.proofs:
            return []
        support = self.support([c.key])
        gone = {c.key}
        while more := {k for k, p in self.proofs.items() if k not in gone and gone & set(p.needs)}:
            gone |= more
        own = self.proofs[c.key]
        self.proofs = {k: p for k, p in self.proofs.items() if k not in gone}
        return [*(p for p in support if p is not own), own]

    def assist(self, guesses: Sequence[Candidate], open_: Sequence[Candidate]) -> None:
        """Prove what can be proved of `open_` with the help of guesses: together with them, or as what they imply."""
        self.guesses |= {c.key: c for c in self.sieve([*self.guesses.values(), *guesses, *open_])}
        for c in open_:
            joint = self.guesses.pop(c.key, None)
            if c.key in self.proofs:
                continue
            if joint is not None:
                others = {k: g for k, g in self.guesses.items() if k not in self.proofs}
                self._document({**others, c.key: c}, [c.key])
            if c.key not in self.proofs:
                answer = self.follows(c)
                if answer.follows and self.document(answer.needs):
                    query = (f"property {c.key}", answer.script)
                    self.proofs[c.key] = Proof(c, (query,), answer.needs, inductive=False)

    def sieve(self, found: Sequence[Candidate]) -> list[Candidate]:
        """The largest part of `found` that holds at the start and that every step keeps; none where the solver gives up."""
        left = self._unbroken(list(found), True, [])
        known = [(p.candidate, t) for p in self.known() for t in (0, 1)]
        return self._unbroken(left, False, known)

    def _unbroken(self, left: list[Candidate], start: bool, known: Sequence[Placed]) -> list[Candidate]:
        """Without those that a first tick breaks, or a step from those that are left; until none does."""
        system, z3 = self.system, self.system.z3
        goals = {c.key: (c, 0 if start else 1) for c in left}
        assumed = {} if start else {c.key: (c, 0) for c in left}
        placed = [*known, *goals.values(), *assumed.values()]
        facts = system.facts([(system.names_of(c), t) for c, t in placed], start=start)
        solver = self.any.fresh(z3.SimpleSolver(), [*system.valid, *facts, *(system.at(*p) for p in known)])
        while left:
            solver.push()
            solver.add(*(system.at(*assumed[c.key]) for c in left if assumed))
            wanted = [(c, system.at(*goals[c.key])) for c in left]
            solver.add(z3.Or(*(z3.Not(g) for _, g in wanted)))
            said = solver.check()
            if said == z3.unsat:
                return left
            if said != z3.sat:
                return []
            model = solver.model()
            kept = [c for c, g in wanted if z3.is_true(model.eval(g, model_completion=True))]
            # A model need not decide a formula with a divisor of zero in it: then the first of them goes.
            left = kept if len(kept) < len(left) else left[1:]
            solver.pop()
        return left

    def document(self, keys: Iterable[str]) -> bool:
        """A proof for each of these guesses and what it needs; whether there is one for all."""
        return self._document(self.guesses, [k for k in keys if k not in self.proofs])

    def _document(self, among: dict[str, Candidate], keys: Sequence[str]) -> bool:
        found: dict[str, Proof] = {}
        todo = list(keys)
        while todo:
            key = todo.pop()
            if key in found or key in self.proofs:
                continue
            c = among[key]
            start, step = self.starts(c), self.steps(c, among.values())
            if start is None or not step.follows:
                return False
            found[key] = Proof(c, (start, (f"step {key}", step.script)), step.needs)
            todo += step.needs
        # INVARIANT: a proof joins the others only when all that it needs has one.
        self.proofs |= found
        return True

    # ── the three conditions ─────────────────────────────────────────────────────────────────────────────────

    def starts(self, c: Candidate) -> tuple[str, str] | None:
        """init: the query, if it is unsatisfiable."""
        answer = self.first.ask({}, (c, 0))
        return (f"init {c.key}", answer.script) if answer.follows else None

    def steps(self, c: Candidate, assumed: Iterable[Candidate]) -> Answer:
        """step: from `assumed` in one tick, and what is proved in both, to `c` in the next."""
        hypotheses: dict[str, list[Placed]] = {a.key: [(a, 0)] for a in assumed}
        for proof in self.known():
            hypotheses[proof.candidate.key] = [(proof.candidate, 0), (proof.candidate, 1)]
        return self.any.ask(hypotheses, (c, 1))

    def follows(self, c: Candidate) -> Answer:
        """property: from what is proved to `c` in the same tick."""
        known = (*(p.candidate for p in self.known()), *self.guesses.values())
        return self.any.ask({g.key: [(g, 0)] for g in known}, (c, 0))

    def known(self) -> list[Proof]:
        """What is proved of every tick."""
        return [p for p in self.proofs.values() if p.candidate.role != "initial"]

    def _implied(self, c: Candidate) -> None:
        answer = self.follows(c)
        if answer.follows:
            query = (f"property {c.key}", answer.script)
            self.proofs[c.key] = Proof(c, (query,), answer.needs, inductive=False)

    def _fixpoint(self, found: Iterable[Candidate], starting: dict[str, tuple[str, str]]) -> None:
        left = {c.key: c for c in found if c.key in starting}
        steps: dict[str, Answer] = {}
        while todo := [k for k in left if k not in steps]:
            for key in todo:
                answer = self.steps(left[key], left.values())
                if not answer.follows:
                    if answer.said == "fails":
                        self.failed.add(key)
                    del left[key]
                    # INVARIANT: a step is kept only while all that it assumed is kept.
                    steps = {k: a for k, a in steps.items() if key not in a.needs}
                    break
                steps[key] = answer
        for key, c in left.items():
            queries = (starting[key], (f"step {key}", steps[key].script))
            self.proofs[key] = Proof(c, queries, steps[key].needs)

    # ── what a proof rests on ────────────────────────────────────────────────────────────────────────────────

    def support(self, keys: Iterable[str]) -> list[Proof]:
        """The proofs that these rest on, themselves included, in the order in which they were found."""
        seen: set[str] = set()
        todo = list(keys)
        while todo:
            key = todo.pop()
            if key not in seen:
                seen.add(key)
                todo += self.proofs[key].needs
        return [p for k, p in self.proofs.items() if k in seen]

    def evidence(self, proofs: Iterable[Proof]) -> Evidence:
        """L2 where the second solver confirms every query, else L1. Raises `ReplayError` where it contradicts one."""
        if not self.budget.second_opinion:
            return "L1"
        for script in dict.fromkeys(script for proof in proofs for _, script in proof.queries):
            if script not in self.opinions:
                self.opinions[script] = second_opinion(script)
            if self.opinions[script] == "sat":
                raise ReplayError("the second solver finds a counterexample where the first finds none")
            if self.opinions[script] == "unknown":
                return "L1"
        return "L2"

    def ranges(self, found: Iterable[Candidate]) -> tuple[list[str], list[str]]:
        """The keys of all declared ranges: those proved, and those not."""
        keys = [c.key for c in found if c.role in RANGES]
        return [k for k in keys if k in self.proofs], [k for k in keys if k not in self.proofs]
