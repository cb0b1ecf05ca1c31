"""The engines in order, for all that one part of a machine is to satisfy: cheap before dear, refuting before proving hard.

    1  the joint induction of what the author wrote
    2  a bounded search for a run that breaks what is left, or reaches what is to be reached
    3  a search for long runs by evaluation alone, with inputs held or alternated and timers jumped
    4  the joint induction with guesses about the states, sieved by the ticks that 3 visited

and, where something is left and Spacer's portfolio was asked what it guesses,

    5  the joint induction with those guesses
    6  the bounded search, further
    7  guesses about more states, and k-induction
    8  the search for long runs, further

Every proof is one by induction, whoever guessed; every run was replayed by the evaluator. Each engine is bounded by
resources, never by time, so the same question has the same answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aln.core.ir import Expr
from aln.core.slice import cones, within_tick
from aln.verifier.machines import kinduction, trace
from aln.verifier.machines.auxiliary import auxiliaries
from aln.verifier.machines.bmc import Run, Search
from aln.verifier.machines.candidates import RANGES, Candidate, guess
from aln.verifier.machines.frames import System
from aln.verifier.machines.induction import Induction, Proof
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.obligation import Budget, ReplayError
from aln.verifier.runs.explorer import Explorer
from aln.verifier.runs.hints import hints, tight
from aln.verifier.runs.paths import Path, trail

SHALLOW = 12
"""So many ticks are searched before anything is guessed."""
EXPLORED = 3_000
"""So many ticks are explored before anything is guessed."""
FEW = 12
"""So many states are looked at together from the beginning."""


@dataclass(slots=True)
class Found:
    """What the searches know of one goal: a run that meets it, or how far none does."""

    search: Search
    run: Run | None = None


class Effort:
    """All engines on one machine. `found` by key of candidate; `nevers` are the proofs that
    something is not reachable, the last of them, and what it rests on."""

    def __init__(self, system: System, budget: Budget, candidates: Sequence[Candidate]) -> None:
        self.system, self.machine, self.budget = system, system.machine, budget
        self.candidates = candidates
        self.cone = cones(self.machine)
        self.induction = Induction(system, budget)
        self.found: dict[str, Found] = {}
        self.nevers: dict[str, list[Proof]] = {}
        self.notes: dict[str, str] = {}
        self.ranges = [c for c in candidates if c.role in RANGES]

    @property
    def tried(self) -> str:
        """The engines that were used, and how far each went."""
        return ", ".join(self.notes.values())

    def sure(self, c: Candidate) -> int:
        """No run of so many ticks or fewer breaks `c`."""
        return self.found[c.key].search.sure if c.key in self.found else 0

    def run(
        self,
        nevers: Sequence[Candidate],
        invariants: Sequence[Expr] | None = None,
        broken: Collection[str] = (),
        decided: Collection[str] = (),
    ) -> None:
        """Decide what can be decided of the candidates, and of what is said to happen (`nevers` say that it does not):
        with little effort, or, told what Spacer guesses (`invariants`), with all there is; then what is known to be
        `broken` is not tried, and what was `decided` before costs no more than the joint induction."""
        self.induction.run([c for c in self.candidates if c.key not in broken])
        self.notes["induction"] = "1-induction"
        open_ = [c for c in self.candidates if c.key not in self.induction.proofs]
        goals = [c for c in (*open_, *nevers) if c.key not in broken and c.key not in decided]
        self.found |= {c.key: Found(self.search(c)) for c in goals}
        if invariants is None:
            self.deeper(goals, SHALLOW)
            self.witnesses([c for c in nevers if c in self.left(goals)])
            self.rounds(goals, lambda open_: self.near(open_, FEW))
            return
        guesses = [guess(e) for e in invariants]
        self.notes["spacer"] = f"Spacer ({len(guesses)} guesses)" if guesses else "Spacer"
        self.rounds(goals, lambda open_: self.assist(guesses, open_))
        self.deeper(self.left(goals), self.budget.depth)
        self.rounds(goals, lambda open_: self.near(open_, 2 * FEW))
        self.rounds(goals, self.deepen)
        self.long(self.left(goals), self.far)

    @property
    def far(self) -> int:
        """So many ticks a search for long runs may evaluate."""
        return min(100_000, self.budget.units // 200)

    def left(self, among: Sequence[Candidate]) -> list[Candidate]:
        """Those that are neither proved nor broken by a run."""
        return [
            c
            for c in among
            if c.key not in self.induction.proofs
            and c.key not in self.nevers
            and self.found[c.key].run is None
        ]

    def rounds(self, goals: Sequence[Candidate], engine: Callable[[list[Candidate]], None]) -> None:
        """One engine on what is left, goals about the same values together. Ranges come first, since nothing is proved
        unless all of them are; last, each by itself, what is said to be reachable, since nothing rests on that."""
        self.alike([c for c in goals if c.role in RANGES and c.role != "initial"], engine)
        if not all(c.key in self.induction.proofs for c in self.ranges):
            return
        self.alike([c for c in goals if c.role not in (*RANGES, "never")], engine)
        for c in self.left([c for c in goals if c.role == "never"]):
            engine([c])
            if proofs := self.induction.taken(c):
                self.nevers[c.key] = proofs

    def alike(self, goals: Sequence[Candidate], engine: Callable[[list[Candidate]], None]) -> None:
        about: dict[frozenset[str], list[Candidate]] = {}
        for c in self.left(goals):
            about.setdefault(self.cone(trace.roots(c)), []).append(c)
        for group in about.values():
            if left := self.left(group):  # what was proved since may imply it
                engine(left)

    def witnesses(self, nevers: Sequence[Candidate]) -> None:
        """What is said to happen: mostly it does, and where not, one tick often shows it."""
        if all(c.key in self.induction.proofs for c in self.ranges):
            for c in nevers:
                if proofs := self.induction.never(c):
                    self.nevers[c.key] = proofs
        self.long(self.left(nevers), self.far)

    # ── runs ─────────────────────────────────────────────────────────────────────────────────────────────────

    def search(self, c: Candidate) -> Search:
        """The bounded search for a run that breaks `c`; one to what is reachable stays within every declared range."""
        open_ = [r for r in self.ranges if r.key not in self.induction.proofs]
        return Search(self.system, c, self.budget, open_ if c.role == "never" else ())

    def deeper(self, open_: Sequence[Candidate], depth: int) -> None:
        """The bounded search for each, as far as `depth`, or until the solver gives up on a tick."""
        for c in open_:
            found = self.found[c.key]
            found.run = found.search.to(min(depth, self.budget.depth), patience=1)
        if left := self.left(open_):
            self.notes["bmc"] = f"runs of at most {max(map(self.sure, left))} ticks"

    def long(self, open_: Sequence[Candidate], effort: int) -> list[Mapping[str, Any]]:
        """Long runs for as many goals as can be found in one exploration; shorter ones are looked for, too. Gives ticks
        that were visited."""
        goals = {c.key: c for c in open_ if c.role != "initial"}
        if not goals:
            return []
        records = self.parameters()
        if not records:
            return []
        first = tight(self.machine, records[0])
        begin = hints(self.machine, goals, first, self.budget)
        explorer = Explorer(self.machine, goals, [first, *records], begin, effort)
        paths = explorer.search()
        self.notes["runs"] = f"long runs through {len(explorer.seen)} kinds of ticks"
        for key, path in paths.items():
            c, found = goals[key], self.found[key]
            run = self.replayed(c, explorer.shortened(key)) or self.replayed(c, path)
            if run is None:
                continue
            # A shorter one is looked for where it would break something, and lies within reach.
            short = c.role != "never" and len(run.steps) <= self.budget.depth
            found.run = (found.search.to(len(run.steps) - 1, patience=1) if short else None) or run
        return explorer.seen

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

    def near(self, open_: Sequence[Candidate], most: int) -> None:
        """A short exploration, and guesses about the states nearest to what is open, then about more of them, but for
        those beyond `most`."""
        seen = self.long(open_, min(EXPLORED, self.far))
        for level in self.levels([n for c in open_ for n in trace.roots(c)], most):
            if open_ := self.left(open_):
                guesses = auxiliaries(self.machine, level, seen)
                self.notes["guesses"] = f"{len(guesses)} guesses about states"
                self.assist(guesses, open_)

    def levels(self, names: Sequence[str], most: int) -> list[frozenset[str]]:
        """What `names` depend on, in the same tick and ever further back, while there are at most so many states in it; all
        of it at once where that is little."""
        states = {s.name: s.next for s in self.machine.states}
        whole = self.cone(names)
        if len(whole & states.keys()) <= most:
            return [whole]
        here = within_tick(self.machine)
        out, further = [here(names)], here(names)
        while True:
            further = here([*further, *(states[s] for s in further & states.keys())])
            if further == out[-1] or len(further & states.keys()) > most:
                return out
            out.append(further)

    def assist(self, guesses: Sequence[Candidate], open_: Sequence[Candidate]) -> None:
        known = {c.key for c in self.induction.guesses.values()} | self.induction.proofs.keys()
        self.induction.assist([g for g in guesses if g.key not in known], open_)

    def deepen(self, open_: Sequence[Candidate]) -> None:
        """k-induction; then what one of them may imply of another."""
        for c in open_:
            k = kinduction.prove(self.induction, c)
            self.notes["k-induction"] = f"k-induction to {k}"
        for c in self.left(open_):
            self.induction.assist([], [c])
