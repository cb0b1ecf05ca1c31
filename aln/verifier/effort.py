"""The engines in order, for all that one machine is to satisfy: cheap before dear, refuting before proving hard.

    1  the joint induction of what the author wrote
    2  a bounded search for a run that breaks what is left, or reaches what is to be reached
    3  a search for long runs by evaluation alone, with inputs held or alternated and timers jumped
    4  the joint induction with guesses about the states, sieved by the ticks that 3 visited
    5  k-induction
    6  the bounded search, deeper
    7  guesses by Spacer, in a few configurations

Every proof is one by induction, whoever guessed; every run was replayed by the evaluator. Each engine is bounded by
resources, never by time, so the same question has the same answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aln.core.ir import Property
from aln.core.slice import cone
from aln.verifier import kinduction, spacer, trace
from aln.verifier.auxiliary import auxiliaries
from aln.verifier.bmc import Run, Search
from aln.verifier.candidates import RANGES, Candidate, never
from aln.verifier.executor import Executor
from aln.verifier.frames import System, Tick, valid_parameters
from aln.verifier.hints import hints, tight
from aln.verifier.induction import Induction, Proof
from aln.verifier.obligation import Budget, ReplayError
from aln.verifier.paths import Path, trail
from aln.verifier.runs import Explorer

SHALLOW = 12
"""So many ticks are searched before anything is guessed."""


@dataclass(slots=True)
class Found:
    """What the searches know of one goal: a run that meets it, or how far none does."""

    search: Search
    run: Run | None = None


class Effort:
    """All engines on one machine. `found` by key of candidate; `nevers` are proofs that something is not reachable."""

    def __init__(
        self,
        system: System,
        budget: Budget,
        candidates: Sequence[Candidate],
        executor: Executor | None = None,
    ) -> None:
        self.system, self.machine, self.budget = system, system.machine, budget
        self.candidates, self.executor = candidates, executor
        self.induction = Induction(system, budget)
        self.found: dict[str, Found] = {}
        self.nevers: dict[str, Proof] = {}
        self.seen: list[Mapping[str, Any]] = []
        self.notes: dict[str, str] = {}
        self.ranges = [c for c in candidates if c.role in RANGES]

    @property
    def tried(self) -> str:
        """The engines that were used, and how far each went."""
        return ", ".join(self.notes.values())

    def goal(self, p: Property) -> Candidate:
        """What is proved of a property that says what is reachable, if it is not: its negation."""
        return never(p)

    def sure(self, c: Candidate) -> int:
        """No run of so many ticks or fewer breaks `c`."""
        return self.found[c.key].search.sure if c.key in self.found else 0

    def run(self, reachable: Sequence[Property]) -> None:
        """Decide what can be decided of the candidates, and of what is said to be reachable."""
        self.induction.run(self.candidates)
        self.note("induction", "1-induction")
        open_ = [c for c in self.candidates if c.key not in self.induction.proofs]
        nevers = [never(p) for p in reachable]
        shallow = min(SHALLOW, self.budget.depth)
        for c in (*open_, *nevers):
            found = self.found[c.key] = Found(self.search(c))
            found.run = found.search.to(shallow)
        self.long(self.without_run([*open_, *nevers]))
        self.prove(self.without_run(open_))
        if all(c.key in self.induction.proofs for c in self.ranges):
            for c in self.without_run(nevers):
                self.never(c)
        self.deeper([c for c in self.without_run([*open_, *nevers]) if c.key not in self.nevers], patience=1)

    def note(self, engine: str, says: str) -> None:
        self.notes[engine] = says

    def without_run(self, among: Sequence[Candidate]) -> list[Candidate]:
        """Those that are neither proved nor broken by a run."""
        return [c for c in among if c.key not in self.induction.proofs and self.found[c.key].run is None]

    # ── runs ─────────────────────────────────────────────────────────────────────────────────────────────────

    def search(self, c: Candidate) -> Search:
        """The bounded search for a run that breaks `c`; one to what is reachable stays within every declared range."""

        def breaks(here: Tick) -> Any:
            if c.role == "initial" and here.t:
                return here.z3.BoolVal(False)
            return here.z3.Not(c.at(here))

        def in_range(here: Tick) -> Any:
            now = [r for r in self.ranges if r.role != "initial" or here.t == 0]
            return here.z3.And(*(r.at(here) for r in now))

        return Search(self.system, breaks, self.budget, in_range if c.role == "never" else None)

    def deeper(self, open_: Sequence[Candidate], patience: int) -> None:
        for c in open_:
            found = self.found[c.key]
            found.run = found.search.to(self.budget.depth, patience)
        if open_:
            self.note("bmc", f"runs of at most {max(self.sure(c) for c in open_)} ticks")

    def long(self, open_: Sequence[Candidate]) -> None:
        """Long runs for as many goals as can be found in one exploration; shorter ones are looked for, too."""
        goals = {c.key: c for c in open_ if c.role != "initial"}
        if not goals:
            return
        records = self.parameters()
        if not records:
            return
        first = tight(self.machine, records[0])
        begin = hints(self.machine, goals, first, self.budget)
        effort = min(100_000, self.budget.units // 200)
        explorer = Explorer(self.machine, goals, [first, *records], begin, effort)
        paths = explorer.search()
        self.seen = explorer.seen
        self.note("runs", f"long runs through {len(explorer.seen)} kinds of ticks")
        for key, path in paths.items():
            c, found = goals[key], self.found[key]
            run = self.replayed(c, explorer.shortened(key)) or self.replayed(c, path)
            if run is None:
                continue
            found.run = found.search.to(min(len(run.steps), self.budget.depth), patience=1) or run

    def replayed(self, c: Candidate, path: Path) -> Run | None:
        """The run along a path up to the first tick in which `c` is broken; for what is reachable, within every
        declared range. None where the evaluator, tick by tick, does not confirm it."""
        steps: list[Mapping[str, Any]] = []
        for env in trail(self.machine, path):
            now = [r for r in self.ranges if r.role != "initial" or not steps]
            if c.role == "never" and not all(r.holds(env) for r in now):
                return None
            steps.append(env)
            if not c.holds(env):
                return Run(path.parameters, tuple(steps), engine="evaluation")
        return None

    def parameters(self) -> list[Mapping[str, Any]]:
        """A few valid parameters, each unlike those before it in every place where that is possible."""
        z3 = self.system.z3
        if not self.machine.parameters:
            return [{}]
        out: list[Mapping[str, Any]] = []
        solver = z3.Solver()
        solver.set("random_seed", 0)
        solver.set("rlimit", self.budget.units)
        solver.add(*self.system.valid)
        for _ in range(3):
            if solver.check() != z3.sat:
                break
            found = self.system.read(solver.model(), -1)[0]
            if not valid_parameters(self.machine, found):
                raise ReplayError(f"the solver's parameters are not valid: {found}")
            out.append(found)
            for f in self.machine.parameters:
                value = self.system.parameters.bound[f.name][1]
                other = value != solver.model().eval(value, model_completion=True)
                if solver.check(other) == z3.sat:
                    solver.add(other)
                    solver.check()
                else:
                    solver.check()
            if found in out[:-1]:
                break
        return out

    # ── proofs ───────────────────────────────────────────────────────────────────────────────────────────────

    def prove(self, open_: Sequence[Candidate]) -> None:
        """Prove what can be proved: first the ranges, since nothing is proved of a machine unless all of them are."""
        ranges = [c for c in open_ if c.role in RANGES and c.role != "initial"]
        self.hard(ranges)
        if all(c.key in self.induction.proofs for c in self.ranges):
            self.hard([c for c in open_ if c.role not in RANGES])

    def hard(self, open_: Sequence[Candidate]) -> None:
        """Guesses, k-induction, a deeper search, Spacer: until all is proved or broken."""
        if not open_:
            return
        near = cone(self.machine, [n for c in open_ for n in trace.roots(c)])
        guesses = auxiliaries(self.machine, near, self.seen)
        self.induction.assist(guesses, open_)
        self.note("guesses", f"{len(guesses)} guesses about states")
        for c in (left := self.without_run(open_)):
            k = kinduction.prove(self.induction, c)
            self.note("k-induction", f"k-induction to {k}")
        for c in self.without_run(left):  # one of them may imply another
            self.induction.assist([], [c])
        self.deeper(self.without_run(left), patience=1)
        if left := self.without_run(left):
            self.induction.assist(self.spacer(left), left)

    def spacer(self, open_: Sequence[Candidate]) -> list[Candidate]:
        """The guesses of Spacer."""
        proved = [p.candidate for p in self.induction.known() if p.candidate.role in (*RANGES, "lemma")]
        won, found = spacer.portfolio(self.machine, open_, proved, self.budget.units // 4, self.executor)
        self.note("spacer", f"Spacer in {len(spacer.CONFIGURATIONS)} configurations")
        known = {c.given for c in self.induction.guesses.values()}
        return [
            Candidate(f"spacer {won} {n} {len(self.notes)}", "auxiliary", "auxiliary", e)
            for n, e in enumerate(found)
            if e not in known
        ]

    def never(self, c: Candidate) -> None:
        """Prove that something is not reachable; nothing else rests on that."""
        proof = self.induction.never(c)
        if proof is None:
            self.hard([c])
            proof = self.induction.proofs.pop(c.key, None)
        if proof is not None:
            self.nevers[c.key] = proof
