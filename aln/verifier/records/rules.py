"""Questions about rules and claims themselves: can the rules be met together, does each decide anything, does a claim
say anything. What is so is shown by a record that the evaluator judged; what is not, by the rules that are to blame.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aln.core.build import TRUE, and_, not_, substitute
from aln.core.ir import BOOL, Definition, Expr, Rule, node
from aln.verifier.context import Z3
from aln.verifier.encode import Encoder
from aln.verifier.obligation import (
    Budget,
    Certificate,
    Counterexample,
    Decides,
    Evidence,
    Obligation,
    Possible,
    Says,
    Scope,
    Verdict,
)
from aln.verifier.records.slots import Unbounded, bounds
from aln.verifier.records.smt import Query, answered, confirm, replayed
from aln.verifier.second import second_opinion, smtlib

__all__ = ["Tracked", "decides", "minimal", "possible", "says_something"]

AGREEING = ("it is refused alone only where the records handed over do not agree with one another",)


class Tracked:
    """Named formulas that can be assumed one by one, over one encoding: what is contradictory, and why.

    `background` always holds. INVARIANT: the slots are enough for all formulas together, hence for any of them.
    """

    def __init__(
        self,
        scope: Scope,
        parts: Sequence[tuple[str, Expr]],
        background: Expr,
        budget: Budget,
        definitions: Sequence[Definition] = (),
        *,
        name_domain: bool = False,
    ) -> None:
        values = {d.name: d.value for d in definitions}
        # Never simplified as a whole: what cancels out in all of it may be needed of a part.
        whole = node(
            "op", BOOL, "and", tuple(substitute(e, values) for e in (background, *(e for _, e in parts)))
        )
        needed = bounds(whole, scope.records, complete=scope.complete)
        self.z3 = z3 = Z3()
        slots = {path: max(1, n) for path, n in needed.items()}
        formulas = [background, *(e for _, e in parts), *values.values()]
        self.encoder = encoder = Encoder(scope, slots, formulas, z3)
        for d in definitions:
            encoder.define(d)
        self.solver = z3.Solver()
        self.solver.set("random_seed", 0)
        self.solver.set("rlimit", budget.units)
        self.marks: dict[str, Any] = {}
        terms = [(name, encoder.expr(e)) for name, e in parts]
        self.solver.add(encoder.expr(background))
        for name, term in terms:
            self.mark(name, term)
        for index, constraint in enumerate(encoder.domain):
            says = encoder.about.get(index) if name_domain else None
            if says is None:
                self.solver.add(constraint)
            else:
                self.mark(says(), constraint)

    def mark(self, name: str, *terms: Any) -> None:
        """Make terms depend on the assumption of this name."""
        mark = self.marks.setdefault(name, self.z3.Bool(f"assume {name}"))
        self.solver.add(*(self.z3.Implies(mark, t) for t in terms))

    def minimal(self, names: Sequence[str]) -> tuple[str, ...] | None:
        """Of these, in order, a set that is contradictory and of which none can be spared; earlier ones are kept
        rather than later ones. None where all of them together are not known to be contradictory."""
        if self.solver.check(*(self.marks[n] for n in names)) != self.z3.unsat:
            return None
        core = {str(mark) for mark in self.solver.unsat_core()}
        kept = [n for n in names if str(self.marks[n]) in core]
        for name in reversed(list(kept)):
            rest = [n for n in kept if n != name]
            if self.solver.check(*(self.marks[n] for n in rest)) == self.z3.unsat:
                kept = rest
        return tuple(kept)

    def script(self, names: Sequence[str]) -> str:
        """The question with these assumed for good, as SMT-LIB text."""
        alone = self.z3.Solver()
        alone.add(*self.solver.assertions(), *(self.marks[n] for n in names))
        return smtlib(alone)


def minimal(scope: Scope, rules: Sequence[Rule], background: Expr, budget: Budget) -> tuple[str, ...] | None:
    """A minimal set of rules that contradicts `background` in one snapshot; None where none is found."""
    try:
        tracked = Tracked(scope, [(r.id, r.condition) for r in rules], background, budget)
    except Unbounded:
        return None
    tracked.solver.add(*tracked.encoder.snapshot)
    return tracked.minimal([r.id for r in rules])


def _quoted(names: Sequence[str]) -> str:
    ticked = [f"`{n}`" for n in names]
    return ticked[0] if len(ticked) == 1 else f"{', '.join(ticked[:-1])} and {ticked[-1]}"


def _never(rules: Sequence[str]) -> str:
    return f"{_quoted(rules)} {'is never true' if len(rules) == 1 else 'are never true together'}"


def _witnessed(query: Query, budget: Budget) -> Evidence:
    """L2 where the second solver too finds that there is one. The evaluator has judged the witness itself."""
    agreed = budget.second_opinion and second_opinion(query.script) == "sat"
    return "L2" if agreed else "L1"


@answered
def possible(o: Obligation, goal: Possible, budget: Budget) -> Verdict:
    """Some environment: a witness, which the evaluator accepts, is the proof. Where there is none, a minimal set of
    rules that are never true together."""
    query = Query(goal.scope, goal.formula, budget)
    answer = query.check()
    if answer == "sat":
        certificate = Certificate(witness=(replayed(query),), found_by=(("witness", query.script),))
        return Verdict(o, "proved", "smt", _witnessed(query, budget), certificate)
    if answer == "unsat":
        evidence = confirm([query.script], budget)
        core = minimal(goal.scope, goal.rules, TRUE, budget) or ()
        says = "no record at all passes every rule" + (f": {_never(core)}" if core else "")
        certificate = Certificate((("witness", query.script),))
        return Verdict(
            o, "refuted", "smt", evidence, certificate, Counterexample({}, {}, (), blames=core, says=says)
        )
    return Verdict(o, "unknown", "smt", reason=query.reason())


@answered
def decides(o: Obligation, goal: Decides, budget: Budget) -> Verdict:
    """A record that the rule alone refuses; else why it is useless: constant, shadowed, redundant or restated."""
    others = (*goal.earlier, *goal.later)
    alone = and_(*(r.condition for r in others), not_(goal.rule.condition))
    query, doubt = Query(goal.scope, alone, budget), tuple[str, ...]()
    answer = query.check()
    if answer == "unsat" and query.encoder.snapshot:
        # A rule that only a caller with records at odds can break still protects.
        loose = Query(goal.scope, alone, budget, snapshot=False)
        if loose.check() != "unsat":
            query, answer, doubt = loose, str(loose.answer), AGREEING
    if answer == "sat":
        certificate = Certificate(witness=(replayed(query),), found_by=(("witness", query.script),))
        return Verdict(o, "proved", "smt", _witnessed(query, budget), certificate, rests_on=doubt)
    if answer == "unsat":
        evidence = confirm([query.script], budget)
        says, blames = _useless(goal, budget)
        found = Counterexample({}, {}, (), blames=blames, says=says)
        return Verdict(o, "refuted", "smt", evidence, Certificate((("witness", query.script),)), found)
    return Verdict(o, "unknown", "smt", reason=query.reason())


def _useless(goal: Decides, budget: Budget) -> tuple[str, tuple[str, ...]]:
    """Why a rule never decides, in words, and the rules that make it so."""
    rule, others = goal.rule, (*goal.earlier, *goal.later)
    refused = not_(rule.condition)
    if minimal(goal.scope, (), refused, budget) == ():
        return f"`{rule.id}` is true of every record: the declared types decide it", (rule.id,)
    clash = minimal(goal.scope, others, TRUE, budget)
    if clash:
        return f"no record passes the other rules: {_never(clash)}", clash
    before = minimal(goal.scope, goal.earlier, refused, budget)
    core = before or minimal(goal.scope, others, refused, budget)
    if not core:
        return f"`{rule.id}` refuses nothing that the other rules accept", (rule.id,)
    if len(core) == 1:
        [other] = [r for r in others if r.id == core[0]]
        if minimal(goal.scope, (rule,), not_(other.condition), budget) is not None:
            return f"`{rule.id}` says again what {_quoted(core)} says", core
    verb = "refuses" if len(core) == 1 else "refuse together"
    where = ", before it," if before else ""
    return f"{_quoted(core)}{where} already {verb} whatever `{rule.id}` refuses", core


@answered
def says_something(o: Obligation, goal: Says, budget: Budget) -> Verdict:
    """Two records: one that the claim is about, and one that it excludes. Source: Kupferman, Vardi, Vacuity detection
    in temporal model checking (1999)."""
    if goal.conclusion is TRUE:
        return _empty(o, (), "it is true of every record, accepted or not: no rule is needed for it", "")
    about = and_(*(e for _, e in goal.conditions))
    first = Query(goal.scope, about, budget, goal.definitions)
    answer = first.check()
    if answer == "unsat":
        names = [name for name, _ in goal.conditions]
        return _empty(
            o,
            names,
            f"it speaks of no record: {_never(names)}",
            confirm([first.script], budget),
            first.script,
        )
    if answer != "sat":
        return Verdict(o, "unknown", "smt", reason=first.reason())
    second = Query(goal.scope, not_(goal.conclusion), budget, goal.definitions)
    answer = second.check()
    if answer == "unsat":
        return _empty(
            o, (), "it is true of every record, accepted or not: no rule is needed for it",
            confirm([second.script], budget), second.script,
        )  # fmt: skip
    if answer != "sat":
        return Verdict(o, "unknown", "smt", reason=second.reason())
    evidence: Evidence = "L2" if {_witnessed(first, budget), _witnessed(second, budget)} == {"L2"} else "L1"
    certificate = Certificate(
        witness=(replayed(first), replayed(second)),
        found_by=(("spoken of", first.script), ("excluded", second.script)),
    )
    return Verdict(o, "proved", "smt", evidence, certificate)


def _empty(o: Obligation, blames: Sequence[str], says: str, evidence: Evidence, script: str = "") -> Verdict:
    found = Counterexample({}, {}, (), blames=tuple(blames), says=says)
    certificate = Certificate((("witness", script),)) if script else None
    return Verdict(o, "refuted", "smt", evidence or "L0", certificate, found)
