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
from dataclasses import dataclass
from math import prod
from typing import TypeAlias

from aln.core.build import not_
from aln.core.ir import Expr, Record, walk

LIMIT = 64


class Unbounded(Exception):
    """No bound is known: quantifiers over a relation alternate over itself, or too many elements are needed."""


# What a witness depends on: the universally quantified variables it mentions, each with its list.
_Dims: TypeAlias = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Choice:
    """One existential choice: its aggregate, what it depends on, and the choices whose variables it mentions.

    INVARIANT: equal choices have equal witnesses. One text under two variables of one name is two choices.
    """

    aggregate: Expr
    needs: _Dims
    outer: frozenset[tuple[str, _Choice]]


@dataclass(frozen=True, slots=True)
class _Bound:
    """What a bound variable stands for: any element (`choice` is None) or the witness of a choice."""

    needs: _Dims
    choice: _Choice | None = None


def _free(e: Expr) -> frozenset[str]:
    """The first names of the variables of `e` that it does not bind itself."""
    if e.kind in ("var", "given"):
        return frozenset({e.name.partition(".")[0]})
    inner: frozenset[str] = frozenset().union(*(_free(a) for a in e.args))
    return inner - {e.bound} if e.kind == "each" else inner


class _Witnesses:
    """Collects the existential choices of a formula in negation normal form, each once."""

    def __init__(self) -> None:
        self.found: set[_Choice] = set()
        self.whole: set[str] = set()

    def collect(self, e: Expr, scope: Mapping[str, _Bound]) -> None:
        if e.kind != "each":
            if e.kind == "op" and e.name == "ite":
                # The condition of a choice counts both ways.
                self.collect(not_(e.args[0]), scope)
            for a in e.args:
                self.collect(a, scope)
            return
        path = str(e.value)
        if e.name == "sum":
            self.whole.add(path)
        if e.name in ("any", "min", "max"):
            outer = {n: scope[n] for n in _free(e) if n in scope}
            needs: _Dims = frozenset().union(*(o.needs for o in outer.values()))
            choices = frozenset((n, o.choice) for n, o in outer.items() if o.choice is not None)
            choice = _Choice(e, needs, choices)
            self.found.add(choice)
            if e.name == "any":
                self.collect(e.args[0], {**scope, e.bound: _Bound(needs, choice)})
                return
        # `min` and `max` also speak of every element: none goes beyond the attaining one.
        self.collect(e.args[0], {**scope, e.bound: _Bound(frozenset({(e.bound, path)}))})


def bounds(
    formula: Expr, records: Sequence[Record], *, complete: bool = False, bounded: Sequence[str] = ()
) -> Mapping[str, int]:
    """For each relation, how many slots suffice to satisfy `formula` if it can be satisfied at all.

    The declared maximum bounds sums only, and where the relation is `complete` (stored records) only if it is
    `bounded`: what is proved of anything else holds for relations of every length. Raises `Unbounded`.
    """
    witnesses = _Witnesses()
    witnesses.collect(formula, {})
    endless = sorted(witnesses.whole - set(bounded)) if complete else []
    if endless:
        raise Unbounded(
            f"a sum over every stored element of {', '.join(f'`{p}`' for p in endless)} is read: "
            "no bound on the number of elements is known"
        )
    lists = {r.path: r for r in records if r.how == "many"}
    out: dict[str, int] = {path: lists[path].maximum for path in witnesses.whole}
    todo = [p for p in lists if p not in out]
    while todo:
        ready = [
            p
            for p in todo
            if all(m in out for c in witnesses.found if str(c.aggregate.value) == p for _, m in c.needs)
        ]
        if not ready:
            raise Unbounded(
                f"the quantifiers over {', '.join(f'`{p}`' for p in todo)} alternate: "
                "no bound on the number of elements is known"
            )
        for p in ready:
            out[p] = sum(
                prod(out[m] for _, m in c.needs) for c in witnesses.found if str(c.aggregate.value) == p
            )
            todo.remove(p)
    if max(out.values(), default=0) > LIMIT:
        raise Unbounded(f"{max(out.values())} elements would be needed, more than {LIMIT} are not tried")
    return out


def counted(formula: Expr, records: Sequence[Record]) -> tuple[str, ...]:
    """What a proof about `formula` assumes of relations that it counts or sums: their declared maximum, in words."""
    summed = {str(e.value) for e in walk(formula) if e.kind == "each" and e.name == "sum"}
    return tuple(
        f"at most {r.maximum} elements in `{r.path}`, as declared" for r in records if r.path in summed
    )
