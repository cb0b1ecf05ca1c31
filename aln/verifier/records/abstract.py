"""Comparing two formulas by their shape first: aggregates that stand in both alike are taken as unknowns.

Bound variables are renamed by depth; the body of an `all` is split into clauses and `all` distributed over them,
dually for `any`; then every outermost aggregate becomes a fresh variable. Formulas that are equal whatever those
variables are, are equal. When they are not, nothing is known yet.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from math import prod

from aln.core import build as b
from aln.core.ir import Expr, Field

_OVER = {"all": "and", "any": "or"}
# A body with more clauses than this stays as it is: splitting is a convenience, never needed for soundness.
_CLAUSES = 64


def _clauses(e: Expr, outer: str) -> tuple[Expr, ...]:
    """`e` as a junction `outer` of parts, the other junction distributed over it (conjunctive form for `and`)."""
    if e.kind != "op" or e.name not in ("and", "or"):
        return (e,)
    parts = [_clauses(a, outer) for a in e.args]
    if e.name == outer:
        return tuple(c for part in parts for c in part)
    if prod(map(len, parts)) > _CLAUSES:
        return (e,)
    join = b.or_ if outer == "and" else b.and_
    return tuple(join(*choice) for choice in product(*parts))


def normal(e: Expr, names: Mapping[str, str] | None = None, depth: int = 0) -> Expr:
    """The same formula, bound variables named by depth, quantifiers distributed over the clauses of their bodies."""
    names = names or {}
    if e.kind in ("var", "given"):
        head, dot, rest = e.name.partition(".")
        if head not in names:
            return e
        name = f"{names[head]}{dot}{rest}"
        return b.given(name) if e.kind == "given" else b.var(name, e.type)
    if e.kind == "each":
        bound = f"#{depth}"
        body = normal(e.args[0], {**names, e.bound: bound}, depth + 1)
        if e.name not in _OVER:
            return b.rebuild_each(e, bound, body)
        join = b.and_ if e.name == "all" else b.or_
        parts = _clauses(body, _OVER[e.name])
        return join(*(b.each(e.name, e.value, bound, p) for p in parts))
    if not e.args:
        return e
    return b.rebuild(e, tuple(normal(a, names, depth) for a in e.args))


def remainder(x: Expr, y: Expr) -> tuple[Expr, Expr]:
    """What two conjunctions do not share. Where the remainders are equal, so are the conjunctions."""
    mine, theirs = (dict.fromkeys(n.args if n.name == "and" else (n,)) for n in (normal(x), normal(y)))
    return (
        b.and_(*(p for p in mine if p not in theirs)),
        b.and_(*(p for p in theirs if p not in mine)),
    )


def abstract(*formulas: Expr) -> tuple[tuple[Expr, ...], tuple[Field, ...]]:
    """The formulas with each outermost aggregate a variable, the same one wherever it is the same; those variables."""
    names: dict[Expr, Expr] = {}

    def go(e: Expr) -> Expr:
        if e.kind == "each":
            # An aggregate and its negation share one variable, turned.
            if e.type.sort == "bool" and b.not_(e) in names:
                return b.not_(names[b.not_(e)])
            if e not in names:
                names[e] = b.var(f"aggregate {len(names) + 1}", e.type)
            return names[e]
        return b.rebuild(e, tuple(map(go, e.args))) if e.args else e

    out = tuple(go(normal(f)) for f in formulas)
    return out, tuple(Field(v.name, v.type) for v in names.values())
