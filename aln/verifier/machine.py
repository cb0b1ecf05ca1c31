"""Every obligation of one machine, answered together: one joint induction, then a bounded search for what it leaves.

Takes: the obligations of a machine. Gives: a verdict each. A property is proved only where every declared range of the
machine is: lowering folded what those ranges decide. Never: an answer where no parameters are accepted, since any
property would hold of nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from aln.core.ir import Machine, Property
from aln.core.slice import cone
from aln.verifier import trace
from aln.verifier.bmc import Run, Simplifier
from aln.verifier.candidates import RANGES, Candidate, candidates
from aln.verifier.effort import Effort
from aln.verifier.executor import Executor
from aln.verifier.frames import System
from aln.verifier.induction import Proof
from aln.verifier.obligation import (
    Budget,
    Certificate,
    Counterexample,
    Evidence,
    Obligation,
    OfMachine,
    ReplayError,
    Verdict,
)
from aln.verifier.second import second_opinion
from aln.verifier.show import plain
from aln.verifier.whole import unsupported, valid_parameters


def decide_machine(
    obligations: Sequence[Obligation], budget: Budget, executor: Executor | None = None
) -> list[Verdict]:
    """A verdict for each obligation, in order; all are of one machine. Raises `ReplayError` when this tool is at fault.

    With an `executor` (local processes, or those of a cluster) what can run side by side does; the verdicts are the same.
    """
    if not obligations:
        return []
    goals = [o.goal for o in obligations if isinstance(o.goal, OfMachine)]
    machine = goals[0].machine
    if len(goals) != len(obligations) or any(g.machine is not machine for g in goals):
        raise ValueError("the obligations of one machine are decided together, and no others with them")
    reason = unsupported(machine)
    if reason:
        return [Verdict(o, "unknown", "", reason=f"unsupported: {reason}") for o in obligations]
    accepted = parameters_possible(machine, budget)
    if not accepted:
        why = "no parameters pass the assumption" if accepted is False else "it is not known whether any parameters pass the assumption"  # fmt: skip
        return [Verdict(o, "unknown", "induction", reason=why) for o in obligations]
    group = _Machine(machine, obligations, budget, executor)
    return [group.verdict(o) for o in obligations]


def parameters_possible(machine: Machine, budget: Budget) -> bool | None:
    """Whether some parameters are accepted; None where the solver does not know."""
    if unsupported(machine):
        return None
    system = System(machine)
    z3 = system.z3
    solver = z3.Solver()
    solver.set("random_seed", 0)
    solver.set("rlimit", budget.units)
    solver.add(*system.valid)
    said = solver.check()
    if said == z3.unsat:
        return False
    if said != z3.sat:
        return None
    found = system.read(solver.model(), -1)[0]
    if not valid_parameters(machine, found):
        raise ReplayError(f"the solver's parameters are not valid: {found}")
    return True


class _Machine:
    """The induction of one machine and the obligations that ask for its results."""

    def __init__(
        self, machine: Machine, obligations: Sequence[Obligation], budget: Budget, executor: Executor | None
    ) -> None:
        self.machine = machine
        self.obligations = obligations
        self.budget = budget
        self.system = System(machine)
        self.found = candidates(machine)
        self.effort = Effort(self.system, budget, self.found, executor)
        self.induction = self.effort.induction
        self.effort.run([p for p in map(self.property, obligations) if p is not None])
        self.kept, self.lost = self.induction.ranges(self.found)
        self.ids = {c.key: o.id for o in reversed(obligations) for c in self.asked(o)}

    def asked(self, o: Obligation) -> list[Candidate]:
        """The candidates that an obligation is about: the ranges of a name, or a property."""
        assert isinstance(o.goal, OfMachine)
        name = o.goal.name
        ranges = [c for c in self.found if c.name == name and c.role in RANGES]
        properties = [c for c in self.found if c.name == name and c.role not in RANGES]
        return ranges if o.kind == "range" or not properties else properties

    def property(self, o: Obligation) -> Property | None:
        assert isinstance(o.goal, OfMachine)
        if o.kind == "range":
            return None
        name = o.goal.name
        return next((p for p in self.machine.properties if p.name == name and p.form == "reachable"), None)

    def verdict(self, o: Obligation) -> Verdict:
        reachable = self.property(o)
        if reachable is not None:
            return self.reachable(o, reachable)
        asked = self.asked(o)
        if not asked:
            return Verdict(
                o, "unknown", "", reason=f"the machine has no property and no range of that name: {o.id}"
            )
        open_ = [c for c in asked if c.key not in self.induction.proofs]
        if open_:
            return self.search(o, open_)
        return self.proved(o, asked)

    # ── proved ───────────────────────────────────────────────────────────────────────────────────────────────

    def proved(self, o: Obligation, asked: Sequence[Candidate]) -> Verdict:
        if self.lost:
            return self.groundless(o)
        own = [c.key for c in asked]
        support = self.induction.support(own)
        # Every proof rests on every range, because the formulas were folded under them.
        whole = self.induction.support([*own, *self.kept])
        return Verdict(
            o,
            "proved",
            "k-induction" if any(p.k > 1 for p in support) else "induction",
            self.induction.evidence(whole),
            Certificate(
                tuple(query for proof in support for query in proof.queries),
                tuple(p.candidate.text for p in support if p.inductive),
            ),
            k=max(p.k for p in support),
            rests_on=self.rests_on(o, whole),
        )

    def groundless(self, o: Obligation) -> Verdict:
        names = dict.fromkeys(c.name for c in self.found if c.key in self.lost)
        why = f"it rests on the range of {', '.join(f'`{n}`' for n in names)}, which is not proved"
        return Verdict(o, "unknown", "induction", reason=why)

    def rests_on(self, o: Obligation, proofs: Sequence[Proof]) -> tuple[str, ...]:
        keys = [p.candidate.key for p in proofs]
        used = {self.ids[k] for k in keys if k in self.ids} - {o.id}
        return tuple(x.id for x in self.obligations if x.id in used)

    # ── refuted, or not known ────────────────────────────────────────────────────────────────────────────────

    def search(self, o: Obligation, open_: Sequence[Candidate]) -> Verdict:
        found = [
            f for f in (self.effort.found.get(c.key) for c in open_) if f is not None and f.run is not None
        ]
        runs = sorted((f.run for f in found if f.run is not None), key=lambda run: len(run.steps))
        if runs:
            return self.refuted(o, open_, runs[0])
        sure = min(self.effort.sure(c) for c in open_)
        return Verdict(o, "unknown", "induction", reason=self.why_not(open_, sure), k=sure)

    def refuted(self, o: Obligation, open_: Sequence[Candidate], run: Run) -> Verdict:
        for t, env in enumerate(run.steps):
            for c in open_:
                if not c.holds(env):
                    part, says = trace.fault(self.machine, c, env)
                    found = self.shown(run, t, trace.roots(c))
                    found = Counterexample(
                        found.env, found.values, found.shown, found.steps,
                        trace.blames(self.machine, part), f"at tick {t}: {says}",
                    )  # fmt: skip
                    return Verdict(o, "refuted", run.engine, "L0", counterexample=found, k=t + 1)
        raise ReplayError(f"the solver's run does not break {o.id} in the evaluator: {run.parameters}")

    def shown(self, run: Run, last: int, roots: Sequence[str]) -> Counterexample:
        """A run through tick `last`, as a counterexample that says nothing yet."""
        steps = run.steps[: last + 1]
        types = {f.name: f.type for f in self.machine.parameters}
        fixed = set(types)
        return Counterexample(
            dict(run.parameters),
            {n: plain(types[n], v) for n, v in run.parameters.items()},
            trace.table(self.machine, roots, steps),
            tuple({n: v for n, v in env.items() if n not in fixed} for env in steps),
        )

    def why_not(self, open_: Sequence[Candidate], sure: int) -> str:
        """What was tried, and what the author may do: the state from which the step fails, to be ruled out by a lemma."""
        ticks = f"no counterexample within {_ticks(sure)}"
        tried = self.effort.tried
        for c in open_:
            if c.key not in self.induction.failed:
                continue
            near = cone(self.machine, trace.roots(c))
            state = self.stuck(c, near)
            if state:
                return (
                    f"not inductive, and {ticks}; tried: {tried}; the step fails from {state}: if this state cannot "
                    f"occur, a `lemma` that rules it out would help, {self.shape(near)}"
                )
        return (
            f"the solver did not decide the step, and {ticks}; tried: {tried}; raise `--budget` or add a `lemma`, "
            f"{self.shape(cone(self.machine, [n for c in open_ for n in trace.roots(c)]))}"
        )

    def shape(self, near: frozenset[str]) -> str:
        """What kind of lemma has helped elsewhere, in terms of the states at hand."""
        states = [s for s in self.machine.states if s.name in near and "." not in s.name]
        numbers = [s for s in states if s.type.sort == "int"]
        modes = [s for s in states if s.type.sort != "int"]
        if modes and numbers:
            return f"such as what `{modes[0].name}` says of `{numbers[0].name}`"
        pairs = [
            (s, t) for i, s in enumerate(numbers) for t in numbers[i + 1 :] if s.type.grain == t.type.grain
        ]
        if pairs:
            return f"such as how `{pairs[0][0].name}` and `{pairs[0][1].name}` keep together"
        return "a bound on these values or a relation between them"

    def stuck(self, c: Candidate, near: frozenset[str]) -> str:
        """The simplest state from which the step of `c` fails, in words; empty where it is not found again."""
        system, z3 = self.system, self.system.z3
        here = system.tick(0)
        proved = [p.candidate for p in self.induction.known()]
        states = [s.name for s in self.machine.states]
        places = [(system.names_of(x), t) for x in (*proved, c) for t in (0, 1)]
        facts = system.facts([(states, 0), *places], start=False)
        solver = self.induction.any.fresh(z3.SimpleSolver(), [*system.valid, *facts])
        solver.add(*(system.at(x, t) for x in proved for t in (0, 1)), system.at(c, 0), z3.Not(system.at(c, 1)))
        if solver.check() != z3.sat:
            return ""
        choose = Simplifier(solver, self.budget)
        for name, ty in (
            *((f"{s.name}@0", s.type) for s in self.machine.states),
            *((f.name, f.type) for f in self.machine.parameters),
        ):
            choose.simple(ty, here.bound[name][1], here)
        state = {s.name: here.raw(choose.model, f"{s.name}@0") for s in self.machine.states if s.name in near}
        parameters = {
            f.name: here.raw(choose.model, f.name) for f in self.machine.parameters if f.name in near
        }
        return trace.state_words(self.machine, parameters, state)

    # ── reachable ────────────────────────────────────────────────────────────────────────────────────────────

    def reachable(self, o: Obligation, p: Property) -> Verdict:
        """A run that gets there and stays within every declared range, or a proof that none does."""

        goal = self.effort.goal(p)
        looked = self.effort.found.get(goal.key)
        if looked is not None and looked.run is not None:
            return self.reached(o, p, looked.run)
        if self.lost:
            return self.groundless(o)
        proof = self.effort.nevers.get(goal.key)
        if proof is None:
            sure = self.effort.sure(goal)
            reason = (
                f"no run of at most {_ticks(sure)} gets there, and that none does is not proved; "
                f"tried: {self.effort.tried}"
            )
            return Verdict(o, "unknown", "bmc", reason=reason, k=sure)
        own = proof.candidate.key
        support = [*self.induction.support(k for k in [*proof.needs, *self.kept] if k != own), proof]
        says = "it cannot happen, whatever the parameters and inputs"
        found = Counterexample({}, {}, (), blames=trace.blames(self.machine, p.formula), says=says)
        evidence = self.induction.evidence(support)
        certificate = Certificate(
            tuple(query for x in support for query in x.queries),
            tuple(x.candidate.text for x in support if x.inductive),
        )
        return Verdict(
            o,
            "refuted",
            "k-induction" if proof.k > 1 else "induction",
            evidence,
            certificate,
            found,
            k=proof.k,
            rests_on=self.rests_on(o, support),
        )

    def reached(self, o: Obligation, p: Property, run: Run) -> Verdict:
        last = run.steps[-1]
        target = Candidate(f"reachable {p.name}", p.name, "claim", p.formula)
        clean = all(
            c.holds(env)
            for t, env in enumerate(run.steps)
            for c in self.found
            if c.role in RANGES and (c.role != "initial" or t == 0)
        )
        if not target.holds(last) or not clean:
            raise ReplayError(f"the solver's run does not reach {o.id} in the evaluator: {run.parameters}")
        evidence: Evidence = (
            "L2"
            if run.script and self.budget.second_opinion and second_opinion(run.script) == "sat"
            else "L1"
        )
        witness: tuple[Mapping[str, Any], ...] = run.steps
        return Verdict(
            o,
            "proved",
            run.engine,
            evidence,
            Certificate((), (), witness),
            k=len(run.steps),
        )


def _ticks(n: int) -> str:
    return f"{n} tick" if n == 1 else f"{n} ticks"
