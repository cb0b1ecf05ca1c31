"""How many elements of each relation a satisfiability question needs: a small-model bound.

For a formula in negation normal form, choose a witness for each `any` (and an attaining element for each `min` and
`max`); the sub-model made of the witnesses still satisfies every `all`. Where no list is needed, however
indirectly, to choose among its own elements, the witnesses are finitely many, and their number is the bound.
So bounded instances decide relations of every length. `sum` depends on every element: its bound is the declared
maximum. Source: the finite-model argument for the Bernays-Schönfinkel class, for many sorts: Abadi, Rabinovich,
Sagiv, Decidable fragments of many-sorted logic (2010), section 3.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod

from aln.core.build import not_
from aln.core.ir import Expr, Record

LIMIT = 64


class Unbounded(Exception):
    """No bound was found: a relation's quantifiers alternate over itself, or too many elements would be needed."""


def _collect(
    e: Expr, under: tuple[str, ...], found: set[tuple[Expr, tuple[str, ...]]], whole: set[str]
) -> None:
    if e.kind == "each":
        path = str(e.value)
        if e.name == "all":
            under = (*under, path)
        elif e.name == "sum":
            whole.add(path)
            under = (*under, path)
        else:
            found.add((e, under))
            if e.name in ("min", "max"):
                under = (*under, path)
    if e.kind == "op" and e.name == "ite":
        # The condition of a choice counts both ways.
        _collect(not_(e.args[0]), under, found, whole)
    for a in e.args:
        _collect(a, under, found, whole)


def bounds(formula: Expr, records: Sequence[Record]) -> Mapping[str, int]:
    """For each relation of `records`, how many slots suffice to satisfy `formula` if it can be satisfied at all.

    Raises `Unbounded`.
    """
    found: set[tuple[Expr, tuple[str, ...]]] = set()
    whole: set[str] = set()
    _collect(formula, (), found, whole)
    lists = {r.path: r for r in records if r.how == "many"}
    out: dict[str, int] = {path: lists[path].maximum for path in whole}
    todo = [p for p in lists if p not in out]
    while todo:
        ready = [
            p for p in todo if all(m in out for e, under in found if str(e.value) == p for m in under)
        ]  # fmt: skip
        if not ready:
            raise Unbounded(
                f"the quantifiers over {', '.join(f'`{p}`' for p in todo)} alternate: "
                "no bound on the number of elements is known"
            )
        for p in ready:
            out[p] = sum(prod(out[m] for m in under) for e, under in found if str(e.value) == p)
            todo.remove(p)
    if max(out.values(), default=0) > LIMIT:
        raise Unbounded(f"{max(out.values())} elements would be needed, more than {LIMIT} are not tried")
    return out
