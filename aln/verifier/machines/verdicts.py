"""The verdicts on one part of a machine, made from what the engines found.

Every run is replayed by the evaluator, and every proof rests on the declared ranges: a verdict says on which.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from aln.core.evaluate import evaluate, initial, tick
from aln.core.ir import Expr, Machine, Property
from aln.core.slice import reads
from aln.verifier.machines import stuck, trace
from aln.verifier.machines.bmc import Run
from aln.verifier.machines.candidates import RANGES, Candidate, candidates, never
from aln.verifier.machines.conditions import side_conditions
from aln.verifier.machines.effort import Effort
from aln.verifier.machines.frames import System
from aln.verifier.machines.induction import Proof
from aln.verifier.machines.vacuity import excludes
from aln.verifier.obligation import (
    Budget,
    Certificate,
    Counterexample,
    Obligation,
    OfMachine,
    ReplayError,
    Status,
    Verdict,
)
from aln.verifier.records.smt import confirm
from aln.verifier.second import second_opinion
from aln.verifier.show import plain

__all__ = ["Part", "asked_of", "rests_on_ranges"]


def rests_on_ranges(names: Sequence[str]) -> str:
    """Why nothing is proved of a machine some of whose ranges are not."""
    return f"it rests on the range of {', '.join(f'`{n}`' for n in names)}, which is not proved"


def property_of(part: Machine, o: Obligation) -> Property | None:
    assert isinstance(o.goal, OfMachine)
    name = o.goal.name
    return next((p for p in part.properties if p.name == name and o.kind != "range"), None)


def asked_of(part: Machine, found: Sequence[Candidate], o: Obligation) -> list[Candidate]:
    """The candidates that an obligation is about: the ranges of a name, or a property, or that something never is."""
    assert isinstance(o.goal, OfMachine)
    p = property_of(part, o)
    if p is None:
        return [c for c in found if c.name == o.goal.name and c.role in RANGES]
    if o.kind == "non-vacuous":
        return [never(e) for e in p.about[o.goal.about : o.goal.about + 1]]
    if p.form == "reachable":
        return [never(p.formula)]
    return [c for c in found if c.name == p.name and c.role not in RANGES]


class Part:
    """What the engines find of one part of a machine, and the obligations that ask for it."""

    def __init__(
        self,
        machine: Machine,
        system: System,
        obligations: Sequence[Obligation],
        budget: Budget,
        invariants: Sequence[Expr] | None,
        before: Mapping[str, Status],
    ) -> None:
        self.machine, self.part = machine, system.machine
        self.obligations = obligations
        self.budget = budget
        self.system = system
        self.found = candidates(self.part)
        self.effort = Effort(self.system, budget, self.found)
        self.induction = self.effort.induction
        asked = [(o, c) for o in obligations for c in asked_of(self.part, self.found, o)]
        nevers = list({c.key: c for _, c in asked if c.role == "never"}.values())
        broken = {c.key for o, c in asked if before.get(o.id) == "refuted"}
        # A range is proved anew: nothing else is proved without it.
        decided = {c.key for o, c in asked if o.kind != "range" and before.get(o.id, "unknown") != "unknown"}
        self.effort.run(nevers, invariants, broken, decided)
        self.kept, self.lost = self.induction.ranges(self.found)
        self.ids = {c.key: o.id for o in reversed(obligations) for c in asked_of(self.part, self.found, o)}

    @property
    def lost_names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(c.name for c in self.found if c.key in self.lost))

    def verdict(self, o: Obligation) -> Verdict:
        asked = asked_of(self.part, self.found, o)
        p = property_of(self.part, o)
        if p is not None and o.kind == "non-vacuous":
            return self.about(o, p, asked)
        if p is not None and p.form == "reachable":
            return self.reachable(o, p, asked[0])
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
            _certificate(support),
            k=max((p.k for p in support), default=1),
            rests_on=self.rests_on(o, whole),
        )

    def groundless(self, o: Obligation) -> Verdict:
        return Verdict(o, "unknown", "induction", reason=rests_on_ranges(self.lost_names))

    def rests_on(self, o: Obligation, proofs: Sequence[Proof]) -> tuple[str, ...]:
        keys = [p.candidate.key for p in proofs]
        used = {self.ids[k] for k in keys if k in self.ids} - {o.id}
        return tuple(x.id for x in self.obligations if x.id in used)

    # ── refuted, or not known ────────────────────────────────────────────────────────────────────────────────

    def search(self, o: Obligation, open_: Sequence[Candidate]) -> Verdict:
        found = [f.run for f in (self.effort.found.get(c.key) for c in open_) if f is not None]
        runs = sorted((run for run in found if run is not None), key=lambda run: len(run.steps))
        if runs:
            return self.refuted(o, open_, runs[0])
        sure = min(self.effort.sure(c) for c in open_)
        reason = stuck.why_not(self.effort, self.machine, open_, sure)
        return Verdict(o, "unknown", "induction", reason=reason, k=sure)

    def whole(self, run: Run) -> Run:
        """A run of the part as one of the machine: the inputs of other parts are idle."""
        state = initial(self.machine, run.parameters)
        steps: list[Mapping[str, Any]] = []
        for env in run.steps:
            idle = {f.name: None if f.optional else f.type.default() for f in self.machine.inputs}
            inputs = idle | {f.name: env[f.name] for f in self.part.inputs}
            now, state = tick(self.machine, run.parameters, state, inputs)
            steps.append(now)
        return replace(run, steps=tuple(steps))

    def refuted(self, o: Obligation, open_: Sequence[Candidate], shortest: Run) -> Verdict:
        run = self.whole(shortest)
        for t, env in enumerate(run.steps):
            for c in open_:
                if not c.holds(env):
                    part, says = trace.fault(self.machine, c, env)
                    found = self.shown(run, t, trace.roots(c))
                    advice = side_conditions(self.effort, c, shortest) if c.role != "lemma" else ()
                    found = Counterexample(
                        found.env, found.values, found.shown, found.steps,
                        trace.blames(self.machine, part), f"at tick {t}: {says}", advice,
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

    # ── what happens, and what a claim is about ──────────────────────────────────────────────────────────────

    def reachable(self, o: Obligation, p: Property, goal: Candidate) -> Verdict:
        """A run that gets there and stays within every declared range, or a proof that none does."""
        run = self.run_to(goal)
        if run is not None:
            return self.reached(o, p.formula, run)
        return self.unreached(o, goal, p.formula, "it cannot happen, whatever the parameters and inputs")

    def about(self, o: Obligation, p: Property, goals: Sequence[Candidate]) -> Verdict:
        """A run in which a condition of a claim occurs; and that the claim excludes something."""
        said, script, values = excludes(self.system, p, self.budget)
        if said == "no":
            says = "it is true of any values in their ranges, whatever the machine does with them"
            found = Counterexample({}, {}, (), blames=(), says=says)
            evidence = confirm([script], self.budget)
            return Verdict(o, "refuted", "smt", evidence, Certificate((("excluded", script),)), found)
        if said == "unknown":
            return Verdict(o, "unknown", "smt", reason="the solver did not say whether it excludes anything")
        for goal in goals:
            assert isinstance(o.goal, OfMachine)
            condition = p.about[o.goal.about]
            run = self.run_to(goal)
            if run is None:
                what = ", ".join(f"`{trace.label(n)}`" for n in sorted(reads(condition)))
                says = f"it speaks of no tick of any run: what it says of {what} never holds"
                return self.unreached(o, goal, condition, says)
            return self.reached(o, condition, run)
        agreed = self.budget.second_opinion and second_opinion(script) == "sat"
        certificate = Certificate(witness=(values,), found_by=(("excluded", script),))
        return Verdict(o, "proved", "smt", "L2" if agreed else "L1", certificate)

    def run_to(self, goal: Candidate) -> Run | None:
        looked = self.effort.found.get(goal.key)
        return looked.run if looked is not None else None

    def unreached(self, o: Obligation, goal: Candidate, formula: Expr, says: str) -> Verdict:
        """What no run was found for: refuted by a proof that there is none, or not known."""
        if self.lost:
            return self.groundless(o)
        proofs = self.effort.nevers.get(goal.key)
        if proofs is None:
            sure = self.effort.sure(goal)
            reason = (
                f"no run of at most {_ticks(sure)} gets there, and that none does is not proved; "
                f"tried: {self.effort.tried}"
            )
            return Verdict(o, "unknown", "bmc", reason=reason, k=sure)
        ranges = self.induction.support(self.kept)
        support = list({p.candidate.key: p for p in (*ranges, *proofs)}.values())
        proof = support[-1]
        found = Counterexample({}, {}, (), blames=trace.blames(self.machine, formula), says=says)
        return Verdict(
            o,
            "refuted",
            "k-induction" if proof.k > 1 else "induction",
            self.induction.evidence(support),
            _certificate(support),
            found,
            k=proof.k,
            rests_on=self.rests_on(o, support),
        )

    def reached(self, o: Obligation, formula: Expr, run: Run) -> Verdict:
        """A run that ends in what was asked for, every declared range kept on the way. Raises `ReplayError` where it does
        not end there."""
        if not evaluate(formula, run.steps[-1]):
            raise ReplayError(f"the solver's run does not reach {o.id} in the evaluator: {run.parameters}")
        for c in self.found if self.lost else ():
            steps = run.steps[:1] if c.role == "initial" else run.steps
            if c.role in RANGES and not all(c.holds(env) for env in steps):
                reason = f"the run that was found leaves the range of `{c.name}`"
                return Verdict(o, "unknown", run.engine, reason=reason)
        agreed = self.budget.second_opinion and run.script and second_opinion(run.script) == "sat"
        fixed = {f.name: run.parameters.get(f.name) for f in self.machine.parameters}
        # What was given is enough to make it again.
        idle = {f.name: None if f.optional else f.type.default() for f in self.machine.inputs}
        witness = tuple(fixed | {name: env.get(name, at) for name, at in idle.items()} for env in run.steps)
        found_by = (("run", run.script),) if run.script else ()
        certificate = Certificate((), (), witness, found_by)
        return Verdict(o, "proved", run.engine, "L2" if agreed else "L1", certificate, k=len(run.steps))


def _certificate(support: Iterable[Proof]) -> Certificate:
    proofs = list(support)
    return Certificate(
        tuple(query for proof in proofs for query in proof.queries),
        tuple(p.candidate.text for p in proofs if p.inductive),
    )


def _ticks(n: int) -> str:
    return f"{n} tick" if n == 1 else f"{n} ticks"
