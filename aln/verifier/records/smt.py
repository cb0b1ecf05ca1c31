"""Direct SMT for formulas about records: valid or not, possible or not, the same or not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from typing import Any, TypeVar

from aln.core.build import and_, eq, not_, or_, substitute, var
from aln.core.evaluate import evaluate, invalid_fields
from aln.core.ir import Definition, Expr, Rule
from aln.core.show import show_type
from aln.verifier.context import Z3, stopped
from aln.verifier.encode import Encoder
from aln.verifier.obligation import (
    Budget,
    Certificate,
    Counterexample,
    Evidence,
    Holds,
    Obligation,
    ReplayError,
    Same,
    Scope,
    Verdict,
)
from aln.verifier.records.abstract import abstract, remainder
from aln.verifier.records.slots import Unbounded, bounds, counted
from aln.verifier.second import second_opinion, smtlib
from aln.verifier.show import shown, values

X = TypeVar("X")
# Elements of a relation tried before as many as are ever needed: a difference found with them is a difference.
_FEW = (1, 2)
# Resource units of the first try of a query.
_TRY = 200_000

# What some proofs assume of whoever calls a guard; stored records are so by their keys.
SNAPSHOT = ("one snapshot: one key means one record, each element of a relation is given once",)


class Query:
    """One satisfiability question about a scope: `answer`, and an environment when it is satisfiable.

    It is tried with little resource in the context that all queries share. INVARIANT: what that does not settle is
    asked anew with all of the budget in a context of its own, so that what stays unknown does not depend on what was
    asked before.
    """

    def __init__(
        self,
        scope: Scope,
        formula: Expr,
        budget: Budget,
        definitions: Sequence[Definition] = (),
        most: int | None = None,
        snapshot: bool = True,
        alone: bool = False,
    ) -> None:
        self.scope = scope
        self.formula = formula
        self.budget = budget
        self.definitions = definitions
        self.trusting = snapshot
        # The bound is that of the unfolded formula, which means the same; one slot at the least, so that what
        # the smart constructors found is found again by the solvers.
        self.unfolded = substitute(formula, {d.name: d.value for d in definitions})
        try:
            slots = {
                path: max(1, n)
                for path, n in bounds(
                    self.unfolded, scope.records, complete=scope.complete, bounded=scope.bounded
                ).items()
            }
        except Unbounded:
            # Only with few elements can it still be asked: an answer "sat" stands, no other does.
            if most is None:
                raise
            slots = {r.path: min(most, r.maximum) for r in scope.records if r.how == "many"}
        self.widest = max(slots.values(), default=0)
        if most is not None:
            slots = {path: min(n, most) for path, n in slots.items()}
        self.slots = slots
        self.script = ""
        self.answer = ""
        self._pose(alone)

    def _pose(self, alone: bool) -> None:
        """The question as a solver has it: with all of the budget, or for a first try."""
        self.alone = alone
        self.z3 = z3 = Z3(shared=not alone)
        formulas = [self.formula, *(d.value for d in self.definitions)]
        self.encoder = Encoder(self.scope, self.slots, formulas, z3)
        for d in self.definitions:
            self.encoder.define(d)
        self.solver = z3.Solver() if alone else z3.SimpleSolver()
        self.solver.set("random_seed", 0)
        units = self.budget.units
        self.solver.set("rlimit", units if alone else max(1, min(_TRY, units // 100)))
        self.solver.add(*self.encoder.domain)
        if self.trusting:
            self.solver.add(*self.encoder.snapshot)
        self.solver.add(self.encoder.expr(self.formula))

    def check(self) -> str:
        self.script = smtlib(self.solver)
        self.answer = str(self.solver.check())
        if self.answer not in ("sat", "unsat") and not self.alone:
            self._pose(alone=True)
            return self.check()
        return self.answer

    def fewest(self) -> Query:
        """The same question, satisfiable, with as few elements in each relation as a common cap allows."""
        for most in range(self.widest):
            query = Query(self.scope, self.formula, self.budget, self.definitions, most, alone=True)
            if query.check() == "sat":
                return query
        return self

    def reason(self) -> str:
        return stopped(str(self.solver.reason_unknown()))

    def smallest(self) -> dict[str, Any]:
        """An environment with few elements and few values other than the default: settled one by one, in a fixed order.

        INVARIANT: everything is settled, in a context of its own, so that the counterexample does not depend on what
        was solved before it.
        """
        if not self.alone:
            self._pose(alone=True)
            if self.check() != "sat":
                raise ReplayError(
                    f"satisfiable at the first try, not decided with all of the budget: {self.reason()}"
                )
        z3, solver, encoder = self.z3, self.solver, self.encoder
        model = solver.model()

        def keep(*constraints: Any) -> bool:
            nonlocal model
            solver.push()
            solver.add(*constraints)
            if solver.check() == z3.sat:
                model = solver.model()
                return True
            solver.pop()
            return False

        for path, used in encoder.used.items():
            keep(encoder.bound[path][0])
            for here in reversed(used):
                keep(z3.Not(here))
        for name, ty in encoder.types.items():
            given, value = encoder.bound[name]
            if not z3.is_true(given) and keep(z3.Not(given)):
                continue
            default = encoder.value(ty, ty.default())
            if keep(value == default):
                continue
            if ty.sort != "bool":
                self._nearest(keep, lambda: model, value, default.as_long())
            for bit in reversed(encoder.bits(name).values()) if ty.sort == "text" else ():
                keep(z3.Not(bit))
        return encoder.env(model)

    @staticmethod
    def _nearest(keep: Callable[..., bool], model: Callable[[], Any], value: Any, target: int) -> None:
        """Moves a number as near to `target` as it can be, by doubling and halving; fixes it, above rather than below."""

        def distance() -> int:
            return abs(int(model().eval(value, model_completion=True).as_long()) - target)

        def within(limit: int) -> bool:
            return keep(value - target <= limit, target - value <= limit)

        low, high, limit = 1, distance(), 1
        while limit < high and not within(limit):
            low, limit = limit + 1, 2 * limit
        high = distance()
        while low < high:
            middle = (low + high) // 2
            if within(middle):
                high = distance()
            else:
                low = middle + 1
        if not keep(value == target + high):
            keep(value == target - high)


def confirm(scripts: Sequence[str], budget: Budget) -> Evidence:
    """L2 when the second solver also finds every script unsatisfiable, else L1. Raises `ReplayError` when the two
    solvers contradict each other: one of them is wrong, and nothing is proved."""
    answers = {second_opinion(s) for s in scripts} if budget.second_opinion else {"unknown"}
    if "sat" in answers:
        raise ReplayError("the second solver finds a counterexample where the first finds none")
    return "L1" if "unknown" in answers else "L2"


def answered(
    engine: Callable[[Obligation, X, Budget], Verdict],
) -> Callable[[Obligation, X, Budget], Verdict]:
    """A fault of this tool, or a question beyond it, is an unknown verdict with its reason: never an answer."""

    @wraps(engine)
    def answer(o: Obligation, goal: X, budget: Budget) -> Verdict:
        try:
            return engine(o, goal, budget)
        except (Unbounded, ReplayError) as why:
            return Verdict(o, "unknown", "smt", reason=str(why))

    return answer


def blamed(formula: Expr, env: Mapping[str, Any], rules: Sequence[Rule]) -> tuple[str, ...]:
    """The rules that let a counterexample through: those that read most of what the broken part of the claim reads.

    When no rule reads any of it, all of them let it through by saying nothing: their policies are named.
    """
    broken = _broken(formula, env)
    scores = {r.id: len(broken & set(_reads(r.condition, {}))) for r in rules}
    best = max(scores.values(), default=0)
    if best == 0:
        return tuple(dict.fromkeys(r.id.partition("/")[0] for r in rules))
    return tuple(i for i, score in scores.items() if score == best)


def _broken(e: Expr, env: Mapping[str, Any]) -> set[str]:
    """The names read by the parts that make `e` false."""
    if e.kind == "op" and e.name in ("and", "or"):
        return set().union(*(_broken(a, env) for a in e.args if not evaluate(a, env)))
    return set(_reads(e, {}))


def _reads(e: Expr, bound: Mapping[str, str]) -> Iterator[str]:
    """The names an expression reads, those of a relation's elements under the relation's own name."""
    if e.kind in ("var", "given"):
        head, dot, rest = e.name.partition(".")
        yield f"{bound[head]}{dot}{rest}" if head in bound else e.name
    inner = {**bound, e.bound: str(e.value)} if e.kind == "each" else bound
    for a in e.args:
        yield from _reads(a, inner)


def replayed(query: Query, small: bool = False) -> dict[str, Any]:
    """A model of a satisfiable query as an environment: the evaluator agrees, or this tool is at fault."""
    env = query.smallest() if small else query.encoder.env(query.solver.model())
    known = {**env, **{d.name: evaluate(d.value, env) for d in query.definitions}}
    if not evaluate(query.formula, known):
        raise ReplayError(f"the solver's model does not satisfy the formula in the evaluator: {env}")
    bad = [
        f.name
        for f in query.scope.fields
        if not (f.optional and env.get(f.name) is None) and not f.type.holds(env.get(f.name))
    ]
    bad += invalid_fields(query.scope.records, env)
    if bad:
        raise ReplayError(f"the solver's model leaves the domain of {', '.join(bad)}")
    return env


def counterexample(query: Query, rules: Sequence[Rule] = ()) -> Counterexample:
    """A small model, replayed, and the rules that let it through."""
    query = query.fewest()
    env = replayed(query, small=True)
    known = {**env, **{d.name: evaluate(d.value, env) for d in query.definitions}}
    return Counterexample(
        env,
        values(query.scope, env),
        shown(query.scope, env),
        blames=blamed(not_(query.formula), known, rules) if rules else (),
    )


@answered
def holds(o: Obligation, goal: Holds, budget: Budget) -> Verdict:
    """Valid in every environment: the negation has no model."""
    # A guard is handed its records: what is proved without trusting them to agree is proved for every caller.
    query = Query(goal.scope, not_(goal.formula), budget, goal.definitions, snapshot=False)
    answer, trusted = query.check(), tuple[str, ...]()
    if answer != "unsat" and query.encoder.snapshot:
        query = Query(goal.scope, not_(goal.formula), budget, goal.definitions)
        answer, trusted = query.check(), SNAPSHOT
    if answer == "unsat":
        evidence, certificate = confirm([query.script], budget), Certificate((("negation", query.script),))
        # INVARIANT: what the proof assumes is said with it: the rules, and the size of relations it counts.
        assumed = (*(r.id for r in goal.rules), *counted(query.unfolded, goal.scope.records), *trusted)
        return Verdict(o, "proved", "smt", evidence, certificate, rests_on=assumed)
    if answer == "sat":
        return Verdict(o, "refuted", "smt", "L0", counterexample=_let_through(o, goal, query))
    return Verdict(o, "unknown", "smt", reason=query.reason())


def _let_through(o: Obligation, goal: Holds, query: Query) -> Counterexample:
    """The record that breaks a claim, and what let it through: of two policies, the one that accepts it."""
    found = counterexample(query, () if o.kind == "refinement" else goal.rules)
    if not goal.blames:
        return found
    refused = (
        f"refused by `{r.id}`: {r.because}" for r in goal.rules if not evaluate(r.condition, found.env)
    )
    return replace(found, blames=(*goal.blames, *found.blames), says="; ".join(dict.fromkeys(refused)))


@answered
def same(o: Obligation, goal: Same, budget: Budget) -> Verdict:
    """Equal in form, and each pair equal in every environment."""
    if goal.differences:
        found = Counterexample({}, {}, goal.differences, says="; ".join(goal.differences))
        return Verdict(o, "refuted", "smt", "L0", counterexample=found)
    scripts: list[tuple[str, str]] = []
    for name, a, b in goal.pairs:
        (x, y), unknowns = abstract(a, b)
        shape = replace(goal.scope, fields=(*goal.scope.fields, *unknowns))
        query = _differ(shape, x, y, budget)
        answer = query.check()
        if answer == "sat" and unknowns:
            # Aggregates that differ in shape: only their elements can tell. A few are enough for most faults, and
            # what is found with a few is found; then of what is not shared at first.
            for most in _FEW:
                query = _differ(goal.scope, a, b, budget, most)
                answer = query.check()
                if answer == "sat":
                    break
            else:
                query = _differ(goal.scope, *remainder(a, b), budget)
                answer = query.check()
                if answer != "unsat":
                    query = _differ(goal.scope, a, b, budget)
                    answer = query.check()
        if answer == "sat":
            found = counterexample(query)
            says = f"{name}: the policy gives {_said(a, found)}, the artefact {_said(b, found)}"
            found = Counterexample(found.env, found.values, found.shown, blames=(name,), says=says)
            return Verdict(o, "refuted", "smt", "L0", counterexample=found)
        if answer != "unsat":
            return Verdict(o, "unknown", "smt", reason=f"{name}: {query.reason()}")
        scripts.append((name, query.script))
    evidence = confirm([s for _, s in scripts], budget)
    return Verdict(o, "proved", "smt", evidence, Certificate(tuple(scripts)))


def _said(e: Expr, found: Counterexample) -> str:
    value = evaluate(e, found.env)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _differ(scope: Scope, a: Expr, b: Expr, budget: Budget, most: int | None = None) -> Query:
    """Where two expressions have different values; both stand in the query, equal or not. Raises `ReplayError` where
    their types give raw values that stand for different things (another sort, grid or set of labels)."""
    if (a.type.sort, a.type.grain, a.type.labels) != (b.type.sort, b.type.grain, b.type.labels):
        raise ReplayError(f"one reading is {show_type(a.type)}, the other {show_type(b.type)}")
    # No field has a space in its name.
    left, right = var("the policy", a.type), var("the artefact", b.type)
    differ = (
        or_(and_(left, not_(right)), and_(not_(left), right))
        if a.type.sort == "bool"
        else not_(eq(left, right))
    )
    sides = (Definition("the policy", a), Definition("the artefact", b))
    return Query(scope, differ, budget, sides, most)
