"""Direct SMT for formulas about records: valid or not, possible or not, the same or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from aln.core.build import FALSE, and_, not_, or_
from aln.core.evaluate import evaluate, invalid_fields
from aln.core.ir import Expr, Rule, walk
from aln.verifier.encode import Encoder
from aln.verifier.obligation import (
    Budget,
    Certificate,
    Counterexample,
    Evidence,
    Holds,
    Obligation,
    Possible,
    ReplayError,
    Same,
    Scope,
    Verdict,
)
from aln.verifier.second import second_opinion, smtlib
from aln.verifier.show import shown, values
from aln.verifier.slots import Unbounded, bounds


class Query:
    """One satisfiability question about a scope: `answer`, and an environment when it is satisfiable."""

    def __init__(self, scope: Scope, formula: Expr, budget: Budget) -> None:
        import z3

        self.z3 = z3
        self.scope = scope
        self.formula = formula
        self.encoder = Encoder(scope, bounds(formula, scope.records), [formula])
        self.solver = z3.Solver()
        self.solver.set("random_seed", 0)
        self.solver.set("rlimit", budget.units)
        self.solver.add(*self.encoder.domain)
        self.solver.add(self.encoder.expr(formula))
        self.script = ""

    def check(self) -> str:
        self.script = smtlib(self.solver)
        return str(self.solver.check())

    def reason(self) -> str:
        return str(self.solver.reason_unknown())

    def smallest(self) -> Any:
        """A model with few records and few values other than the default: settled one by one, in a fixed order."""
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

        for used in encoder.used.values():
            for here in used:
                if z3.is_true(model.eval(here, model_completion=True)):
                    keep(z3.Not(here))
        for name, ty in encoder.types.items():
            given, value = encoder.bound[name]
            if z3.is_false(model.eval(given, model_completion=True)):
                keep(z3.Not(given))
            elif keep(value == encoder.value(ty, ty.default())):
                continue
            elif ty.sort == "int":
                self._nearest(
                    keep, lambda v=value: model.eval(v, model_completion=True).as_long(), value, ty.default()
                )
            else:
                keep(value == model.eval(value, model_completion=True))
        return model

    @staticmethod
    def _nearest(keep: Callable[..., bool], now: Callable[[], int], value: Any, target: Any) -> None:
        """Moves a number towards `target` by halving; then fixes it, so that later choices cannot move it."""
        low, high = 0, abs(now() - target)
        for _ in range(70):
            if low >= high:
                break
            middle = (low + high) // 2
            if keep(value - target <= middle, target - value <= middle):
                high = abs(now() - target)
            else:
                low = middle + 1
        keep(value == now())


def confirm(scripts: Sequence[str], budget: Budget) -> Evidence:
    """L2 when the second solver also finds every script unsatisfiable, else L1."""
    if budget.second_opinion and all(second_opinion(s) == "unsat" for s in scripts):
        return "L2"
    return "L1"


def blamed(formula: Expr, env: dict[str, Any], rules: Sequence[Rule]) -> tuple[str, ...]:
    """The rules that let a counterexample through: those that read what the broken part of the claim reads.

    When no rule reads any of it, all of them let it through by saying nothing: their policies are named.
    """
    broken = [p for p in _conjuncts(formula) if not evaluate(p, env)]
    passed = [not_(r.condition) for r in rules]
    parts = [d for p in broken for d in (p.args if p.kind == "op" and p.name == "or" else (p,))]
    told = {x for condition in passed for x in walk(condition)}
    names = {
        _name(x)
        for part in parts
        if part not in told
        for x in walk(part)
        if x.kind in ("var", "given", "each")
    }
    found = [
        r.id
        for r in rules
        if names & {_name(x) for x in walk(r.condition) if x.kind in ("var", "given", "each")}
    ]
    return tuple(found) or tuple(dict.fromkeys(r.id.partition("/")[0] for r in rules))


def _name(e: Expr) -> str:
    return str(e.value) if e.kind == "each" else e.name


def _conjuncts(e: Expr) -> tuple[Expr, ...]:
    return e.args if e.kind == "op" and e.name == "and" else (e,)


def counterexample(query: Query, rules: Sequence[Rule] = ()) -> Counterexample:
    """The smallest model as an environment, replayed: the evaluator agrees, or this tool is at fault."""
    env = query.encoder.env(query.smallest())
    if not evaluate(query.formula, env):
        raise ReplayError(f"the solver's model does not satisfy the formula in the evaluator: {env}")
    bad = invalid_fields(query.scope.records, env)
    if bad:
        raise ReplayError(f"the solver's model leaves the domain of {', '.join(bad)}")
    return Counterexample(
        env,
        values(query.scope, env),
        shown(query.scope, env),
        blames=blamed(not_(query.formula), env, rules) if rules else (),
    )


def holds(o: Obligation, goal: Holds, budget: Budget) -> Verdict:
    """Valid in every environment: the negation has no model."""
    negation = not_(goal.formula)
    if negation is FALSE:
        return Verdict(o, "proved", "smt", "L1", Certificate(invariant=("true by construction",)))
    return _refute(o, goal.scope, negation, goal.rules, budget)


def _refute(o: Obligation, scope: Scope, negation: Expr, rules: Sequence[Rule], budget: Budget) -> Verdict:
    try:
        query = Query(scope, negation, budget)
    except Unbounded as why:
        return Verdict(o, "unknown", "smt", reason=str(why))
    answer = query.check()
    if answer == "unsat":
        return Verdict(
            o, "proved", "smt", confirm([query.script], budget), Certificate((("negation", query.script),))
        )
    if answer == "sat":
        return Verdict(o, "refuted", "smt", "L0", counterexample=counterexample(query, rules))
    return Verdict(o, "unknown", "smt", reason=f"the solver stopped: {query.reason()}; raise `--budget`")


def possible(o: Obligation, goal: Possible, budget: Budget) -> Verdict:
    """Some environment: a witness, which the evaluator accepts, is the proof."""
    try:
        query = Query(goal.scope, goal.formula, budget)
    except Unbounded as why:
        return Verdict(o, "unknown", "smt", reason=str(why))
    answer = query.check()
    if answer == "sat":
        witness = counterexample(query)
        # The witness replays in the evaluator: that is a check independent of the solver.
        return Verdict(o, "proved", "smt", "L2", Certificate(witness=(witness.env,)))
    if answer == "unsat":
        empty = Counterexample({}, {}, (), says="no record at all passes every rule")
        return Verdict(o, "refuted", "smt", confirm([query.script], budget), counterexample=empty)
    return Verdict(o, "unknown", "smt", reason=f"the solver stopped: {query.reason()}; raise `--budget`")


def same(o: Obligation, goal: Same, budget: Budget) -> Verdict:
    """Equal in form, and each pair equal in every environment."""
    if goal.differences:
        found = Counterexample({}, {}, goal.differences, says="; ".join(goal.differences))
        return Verdict(o, "refuted", "smt", "L0", counterexample=found)
    scripts: list[tuple[str, str]] = []
    unlike = [(name, a, b) for name, a, b in goal.pairs if a is not b]
    for name, a, b in unlike:
        try:
            query = Query(goal.scope, _differ(a, b), budget)
        except Unbounded as why:
            return Verdict(o, "unknown", "smt", reason=f"{name}: {why}")
        answer = query.check()
        if answer == "sat":
            found = counterexample(query)
            says = f"{name}: the policy gives {_said(a, found)}, the artefact {_said(b, found)}"
            found = Counterexample(found.env, found.values, found.shown, blames=(name,), says=says)
            return Verdict(o, "refuted", "smt", "L0", counterexample=found)
        if answer != "unsat":
            return Verdict(o, "unknown", "smt", reason=f"{name}: the solver stopped: {query.reason()}")
        scripts.append((name, query.script))
    identical = tuple(f"{name}: the same term" for name, a, b in goal.pairs if a is b)
    evidence = confirm([s for _, s in scripts], budget)
    return Verdict(o, "proved", "smt", evidence, Certificate(tuple(scripts), identical))


def _said(e: Expr, found: Counterexample) -> str:
    value = evaluate(e, found.env)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _differ(a: Expr, b: Expr) -> Expr:
    """Where two expressions of one sort have different values; false when their sorts make it impossible."""
    from aln.core.build import eq

    if a.type.sort == "bool":
        return or_(and_(a, not_(b)), and_(not_(a), b))
    return not_(eq(a, b))
