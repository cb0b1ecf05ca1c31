"""Every number that a guard computes lies in the range inferred for it, and fits the width of a target.

A range is inferred from the ranges of a node's arguments alone. So each kind of node is proved by itself, its
arguments any values of their own ranges; all nodes together are the induction over the expression. Lowering and every
backend rest on these ranges: comparisons that a range decides are folded, and widths are read from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aln.core.build import const, each
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, Expr, Field, Type, node
from aln.core.show import show, show_type
from aln.verifier.obligation import (
    Budget,
    Certificate,
    Counterexample,
    Obligation,
    Scope,
    Verdict,
    Within,
)
from aln.verifier.records.smt import Query, answered, confirm, counterexample

__all__ = ["WIDTHS", "numbers", "within"]

# The largest number that a target computes exactly, as `2^n - 1`; 0 where it has no such limit. Source: ISO C 7.22.1.1
# (int64_t), ECMAScript 21.1.2.6 (MAX_SAFE_INTEGER), Python reference 3.2, PostgreSQL manual 8.1.2 (numeric).
WIDTHS = {
    "python": 0,
    "sql": 0,
    "c": 2**63 - 1,
    "rust": 2**63 - 1,
    "go": 2**63 - 1,
    "swift": 2**63 - 1,
    "typescript": 2**53 - 1,
}

Chain = tuple[tuple[str, str], ...]


def numbers(formulas: Sequence[Expr]) -> Iterator[tuple[Expr, Chain]]:
    """Every number that is computed, once, with the relations (path, bound name) whose elements it may read: no
    constant and no field, whose ranges are declared."""
    seen: set[tuple[Expr, Chain]] = set()
    todo: list[tuple[Expr, Chain]] = [(f, ()) for f in reversed(formulas)]
    while todo:
        at = e, chain = todo.pop()
        if at in seen:
            continue
        seen.add(at)
        # Of unbounded integers no range is inferred.
        if e.type.sort == "int" and e.kind in ("op", "each") and not e.type.unbounded:
            yield e, chain
        inner = (*chain, (str(e.value), e.bound)) if e.kind == "each" else chain
        todo.extend((a, inner) for a in reversed(e.args))


def _truth(name: str, *args: Expr) -> Expr:
    # INVARIANT: not by the smart constructors, which believe the ranges that are in question here.
    return node("op", BOOL, name, args)


def _beyond(e: Expr, lo: int, hi: int) -> Expr:
    """`e` lies outside lo..hi, whatever its own type says."""
    return _truth("or", _truth("lt", e, const(e.type, lo)), _truth("lt", const(e.type, hi), e))


def _step(e: Expr, scope: Scope) -> tuple[tuple[Field, ...], Expr]:
    """The arguments of a node as loose variables of their ranges, and when the node then leaves its own range."""
    body = e.args[0]
    if e.kind == "op":
        fields = tuple(Field(f"argument {i + 1}", a.type) for i, a in enumerate(e.args))
        args = tuple(node("var", f.type, f.name) for f in fields)
        return fields, _beyond(node("op", e.type, e.name, args), e.type.lo, e.type.hi)
    if e.name == "sum":
        most = next((r.maximum for r in scope.records if r.path == str(e.value)), 0)
        lo, hi = body.type.lo, body.type.hi
        count = Type("int", 0, most)
        size = (most + 1) * (abs(lo) + abs(hi) + 1)
        total = Type("int", -size, size, e.type.step, e.type.unit)
        n, s = node("var", count, "elements"), node("var", total, "sum")

        def times(factor: int) -> Expr:
            return node("op", total, "mul", (n, const(Type("int"), factor)))

        bounded = (_truth("le", times(lo), s), _truth("le", s, times(hi)))
        outside = _truth("and", *bounded, _beyond(s, e.type.lo, e.type.hi))
        return (Field("elements", count), Field("sum", total)), outside
    # `min` and `max` give an element's value, or the end of their own range where there is none.
    element = Field("element", body.type)
    return (element,), _beyond(node("var", body.type, element.name), e.type.lo, e.type.hi)


@answered
def within(o: Obligation, goal: Within, budget: Budget) -> Verdict:
    """Each number within its inferred range or, where the goal has a limit, each within that limit."""
    return _widths(o, goal, budget) if goal.limit else _ranges(o, goal, budget)


def _ranges(o: Obligation, goal: Within, budget: Budget) -> Verdict:
    scripts: dict[Expr, tuple[str, str]] = {}
    for e, _ in numbers(goal.formulas):
        fields, outside = _step(e, goal.scope)
        if outside in scripts:
            continue
        query = Query(Scope(fields=fields), outside, budget)
        answer = query.check()
        if answer == "sat":
            found = counterexample(query)
            says = (
                f"`{show(e)}` can leave the range {show_type(e.type)} that was inferred for it: "
                "a fault of this tool; please report it"
            )
            found = Counterexample(found.env, found.values, found.shown, says=says)
            return Verdict(o, "refuted", "smt", "L0", counterexample=found)
        if answer != "unsat":
            return Verdict(o, "unknown", "smt", reason=f"`{show(e)}`: {query.reason()}")
        scripts[outside] = (f"range of {e.name} {len(scripts) + 1}", query.script)
    if not scripts:
        return Verdict(o, "proved", "evaluation", "L1", Certificate())
    evidence = confirm([script for _, script in scripts.values()], budget)
    return Verdict(o, "proved", "smt", evidence, Certificate(tuple(scripts.values())))


def _widths(o: Obligation, goal: Within, budget: Budget) -> Verdict:
    """What an inferred range does not settle is asked of every record that the declared types allow."""
    lo, hi = -goal.limit - 1, goal.limit
    scripts: list[tuple[str, str]] = []
    for e, chain in numbers(goal.formulas):
        if lo <= e.type.lo and e.type.hi <= hi:
            continue
        wide = _beyond(e, lo, hi)
        for path, bound in reversed(chain):
            wide = each("any", path, bound, wide)
        query = Query(goal.scope, wide, budget)
        answer = query.check()
        if answer == "sat":
            found = counterexample(query)
            value = "" if chain else f" {evaluate(e, found.env)}"
            says = f"`{show(e)}` computes a number{value} beyond {lo} .. {hi}"
            found = Counterexample(found.env, found.values, found.shown, says=says)
            return Verdict(o, "refuted", "smt", "L0", counterexample=found)
        if answer != "unsat":
            return Verdict(o, "unknown", "smt", reason=f"`{show(e)}`: {query.reason()}")
        scripts.append((f"width {len(scripts) + 1}", query.script))
    evidence = confirm([script for _, script in scripts], budget) if scripts else "L1"
    return Verdict(o, "proved", "smt" if scripts else "evaluation", evidence, Certificate(tuple(scripts)))
