"""What a claim about a machine speaks of: conditions that must occur in some run, or the claim says nothing.

Of `always A implies B` it is A; of `never A and B`, A and B each by itself; of `within d after A : B`, A. A claim of
another shape speaks of every tick. Source: Kupferman, Vardi, Vacuity detection in temporal model checking (1999).
"""

from __future__ import annotations

from collections.abc import Iterator

from aln.core import build as b
from aln.core.ir import Expr
from aln.lower.expressions import Lowerer, Scope
from aln.syntax import tree as t

__all__ = ["spoken_of"]

Literals = tuple[tuple[t.Expr, bool], ...]
"""Expressions, each with whether it is to be true or false."""


def spoken_of(lowerer: Lowerer, item: t.Property, scope: Scope) -> tuple[Expr, ...]:
    """The conditions of a claim, as core. None for a lemma, for what is to be reached, and for what a graph claims of
    its whole: that it ends, or that it has no node of some type."""
    if item.lemma or item.form in ("reachable", "terminates", "avoids"):
        return ()
    if item.form == "within":
        assert item.trigger is not None
        found: list[Literals] = [((item.trigger, True),)]
    elif item.form == "never":
        parts = list(_conjuncts(item.formula))
        found = [((part, True),) for part in parts] if len(parts) > 1 else []
    else:
        found = list(_conditions(item.formula, ()))
    out: dict[Expr, None] = {}
    for literals in found:
        lows = [(lowerer.low(e, scope), wanted) for e, wanted in literals]
        out[b.and_(*(low.value if wanted else low.false for low, wanted in lows))] = None
    out.pop(b.TRUE, None)
    return tuple(out)


def _conjuncts(e: t.Expr) -> Iterator[t.Expr]:
    if isinstance(e, t.Binary) and e.op == "and":
        yield from _conjuncts(e.left)
        yield from _conjuncts(e.right)
    else:
        yield e


def _conditions(e: t.Expr, under: Literals) -> Iterator[Literals]:
    """The conditions under which the parts of a formula say something, where they have any."""
    if isinstance(e, t.Binary) and e.op == "and":
        yield from _conditions(e.left, under)
        yield from _conditions(e.right, under)
    elif isinstance(e, t.Binary) and e.op == "implies":
        yield from _conditions(e.right, (*under, (e.left, True)))
    elif isinstance(e, t.If):
        yield from _conditions(e.then, (*under, (e.condition, True)))
        yield from _conditions(e.otherwise, (*under, (e.condition, False)))
    elif under:
        yield under
