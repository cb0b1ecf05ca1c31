"""Rules taken apart into the clauses that decide them, as their author wrote them.

Takes a checked module and a policy; gives each rule with its clauses (what stands between `and`, `or`, `not`,
`implies` and `if`), each lowered so that the evaluator can say of a record: true, false or missing. No solver.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from aln.checker.check import CheckedModule
from aln.checker.model import Model
from aln.core.evaluate import admit, evaluate
from aln.core.ir import Expr, Guard, Type
from aln.diagnostics import Span
from aln.lower.expressions import Low, Lowerer, Scope
from aln.lower.policy import named
from aln.lower.reads import Place, Reads
from aln.syntax import tree as t
from aln.syntax.format import format_expr
from aln.verifier.obligation import Scope as Records
from aln.verifier.show import decimal, literal, rows

__all__ = ["Clause", "Judged", "Truth", "judged_rules", "seen", "values_read"]

# None is missing.
Truth: TypeAlias = bool | None


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: as written, when it has a value, when it is true, and the paths of what it reads."""

    text: str
    known: Expr
    true: Expr
    reads: frozenset[str]

    def truth(self, env: Mapping[str, Any]) -> Truth:
        return bool(evaluate(self.true, env)) if evaluate(self.known, env) else None


@dataclass(frozen=True, slots=True)
class Judged:
    """A rule and its clauses. `form` is how they make it true: `(op, parts…)`, a clause by its number."""

    id: str
    policy: str
    because: str
    kind: Literal["require", "forbid"]
    span: Span
    condition: Expr
    clauses: tuple[Clause, ...]
    form: Form

    def passes(self, truths: Sequence[Truth]) -> bool:
        """Whether a record with these clauses passes the rule."""
        found = _kleene(self.form, truths)
        return found is True if self.kind == "require" else found is False

    def decisive(self, truths: Sequence[Truth]) -> tuple[int, ...]:
        """The clauses each of which alone, were it otherwise, would have turned the rule."""
        now = self.passes(truths)
        out = []
        for i, truth in enumerate(truths):
            others = [x for x in (True, False) if x is not truth]
            if any(self.passes([*truths[:i], x, *truths[i + 1 :]]) != now for x in others):
                out.append(i)
        return tuple(out)


Form: TypeAlias = "int | tuple[str, *tuple[Form, ...]]"


def _kleene(form: Form, truths: Sequence[Truth]) -> Truth:
    """Strong Kleene logic. Source: the language reference, section Missing."""
    if isinstance(form, int):
        return truths[form]
    op, *parts = form
    values = [_kleene(p, truths) for p in parts]
    if op == "not":
        return None if values[0] is None else not values[0]
    ends = op == "or"
    if any(v is ends for v in values):
        return ends
    return None if None in values else not ends


def judged_rules(checked: CheckedModule, policy: t.Policy) -> tuple[Judged, ...]:
    """The rules of a policy, included ones unfolded, in the order of its guard. Raises `Unsupported` as lowering does."""

    def make(reads: Reads) -> tuple[list[_Found], list[tuple[tuple[t.Policy, t.Rule], Expr]]]:
        lowerer = Lowerer(checked.model, checked.types, reads)
        place = Place(policy.entity, "", "")
        return list(_rules(lowerer, policy, place)), lowerer.rules(policy, place)

    (found, lowered), _ = Reads.twice(checked.model, policy.entity, make)
    return tuple(
        Judged(
            rule.id, owner.name, r.because, "require" if r.kind == "require" else "forbid", r.span,
            rule.condition, clauses, form,
        )
        for (owner, r, clauses, form), rule in zip(found, named(lowered), strict=True)
    )  # fmt: skip


_Found: TypeAlias = tuple[t.Policy, t.Rule, tuple[Clause, ...], Form]


def _rules(lowerer: Lowerer, policy: t.Policy, place: Place) -> Iterator[_Found]:
    """Every rule taken apart, walked as lowering walks them: a name means what it means where its policy stands."""
    scope: Scope = {policy.variable: place}
    here: Model = lowerer.model
    lowerer.model = here.home(policy.name)
    for item in policy.items:
        if isinstance(item, t.Include):
            assert isinstance(item.argument, t.Path)
            yield from _rules(
                lowerer, lowerer.model.policies[item.policy], lowerer.place(item.argument, scope)
            )
        else:
            clauses: list[Clause] = []
            form = _form(lowerer, item.condition, scope, clauses)
            yield policy, item, tuple(clauses), form
    lowerer.model = here


def _form(lowerer: Lowerer, e: t.Expr, scope: Scope, clauses: list[Clause]) -> Form:
    def go(x: t.Expr) -> Form:
        return _form(lowerer, x, scope, clauses)

    if isinstance(e, t.Binary) and e.op in ("and", "or"):
        return (e.op, go(e.left), go(e.right))
    if isinstance(e, t.Binary) and e.op == "implies":
        return ("or", ("not", go(e.left)), go(e.right))
    if isinstance(e, t.Unary) and e.op == "not":
        return ("not", go(e.operand))
    if isinstance(e, t.If):
        condition = go(e.condition)
        then, otherwise = go(e.then), go(e.otherwise)
        return ("or", ("and", condition, then), ("and", ("not", condition), otherwise))
    low: Low = lowerer.low(e, scope)
    clauses.append(Clause(format_expr(e), low.known, low.value, frozenset(_paths(low))))
    return len(clauses) - 1


def _paths(low: Low) -> Iterator[str]:
    """The full paths of what an expression reads, elements of a relation under the relation's own path."""

    def go(e: Expr, names: Mapping[str, str]) -> Iterator[str]:
        if e.kind in ("var", "given"):
            head, dot, rest = e.name.partition(".")
            yield f"{names[head]}{dot}{rest}" if head in names else e.name
        inner = {**names, e.bound: str(e.value)} if e.kind == "each" else names
        if e.kind == "each":
            yield str(e.value)
        for a in e.args:
            yield from go(a, inner)

    yield from go(low.known, {})
    yield from go(low.value, {})


def seen(guard: Guard, env: Mapping[str, Any]) -> dict[str, Any]:
    """What the rules of a guard see of a record: values outside their domain are missing."""
    admitted, _ = admit(guard.records, env)
    return admitted | {f.name: None for f in guard.inputs if not f.type.holds(env.get(f.name))}


def values_read(
    guard: Guard, env: Mapping[str, Any], variable: str, reads: frozenset[str]
) -> tuple[tuple[str, str], ...]:
    """What was read, as the author names it, with its value: (`x.study.title`, `"Tremor"`)."""
    out = []
    for name, ty, value in rows(Records(guard.records, guard.inputs), env):
        path = re.sub(r"\[\d+\]", "", name)
        if path in reads or (ty is None and any(r.startswith(path + ".") for r in reads)):
            text = ("none" if value == () else "missing") if ty is None else _said(ty, value)
            out.append((name[1:] if name.startswith("@") else f"{variable}.{name}", text))
    return tuple(out)


def _said(ty: Type, value: object) -> str:
    """A value as its author writes it, off its type's grid too."""
    if ty.sort == "int" and isinstance(value, Fraction):
        return f"{decimal(value * ty.step)} {ty.unit.name}".rstrip()
    return literal(ty, value)
