"""The bounds that a property puts on a value: what may be drawn beside it, and which of them a tick breaks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from aln.core.build import const
from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Machine, Property, Type

__all__ = ["Bound", "bounds", "broken", "ends"]

Side: TypeAlias = Literal["at most", "at least", "below", "above", "exactly", "other than"]


@dataclass(frozen=True, slots=True)
class Bound:
    """`name` is at most (or at least, …) `limit`, or that far from `center`, says the property, by the comparison
    `atom` of its formula. `concludes`: it says so at its end, after what it assumes."""

    property: str
    name: str
    side: Side
    limit: Expr
    factor: int = 1
    center: Expr | None = None
    atom: Expr | None = None
    concludes: bool = True

    def upward(self) -> bool:
        """Whether a limit that is a distance is added to the center."""
        return self.side in ("at most", "below")

    def at(self, env: Mapping[str, Any]) -> int | Fraction:
        """The limit in one tick, as a count of the value's own steps."""
        limit: int = evaluate(self.limit, env)
        if self.center is not None:
            limit = evaluate(self.center, env) + (limit if self.upward() else -limit)
        return limit if self.factor == 1 else Fraction(limit, self.factor)

    def broken(self, env: Mapping[str, Any]) -> bool:
        """Whether the value is on the wrong side of the limit in one tick."""
        value = env.get(self.name)
        if value is None:
            return False
        limit = self.at(env)
        if self.side in ("exactly", "other than"):
            return bool((value == limit) == (self.side == "other than"))
        if self.upward():
            return bool(value > limit if self.side == "at most" else value >= limit)
        return bool(value < limit if self.side == "at least" else value <= limit)


def bounds(property: Property, names: Collection[str]) -> tuple[Bound, ...]:
    """Every comparison in a property of one of `names` alone with something else."""
    return tuple(_bounds(property.name, property.formula, names, True))


def ends(name: str, ty: Type, of: str) -> tuple[Bound, ...]:
    """The range of a number's type as bounds on the value `of`; none where it has no end."""
    if ty.sort != "int" or ty.unbounded:
        return ()
    return (
        Bound(name, of, "at least", const(ty, ty.lo)),
        Bound(name, of, "at most", const(ty, ty.hi)),
    )


def _bounds(name: str, e: Expr, names: Collection[str], concludes: bool) -> Iterator[Bound]:
    if e.kind != "op":
        return
    if e.name in ("and", "or"):
        # What is assumed stands before what follows from it, and both in one disjunction.
        for a in e.args:
            yield from _bounds(name, a, names, concludes and (e.name == "and" or a is e.args[-1]))
        return
    sides: tuple[tuple[Expr, Expr, Side], ...] = ()
    if e.name in ("le", "lt"):
        less, more = e.args
        strict = e.name == "lt"
        sides = (
            (less, more, "below" if strict else "at most"),
            (more, less, "above" if strict else "at least"),
        )
        # |a - b| within some distance bounds each of them from both sides.
        if less.kind == "op" and less.name == "abs" and less.args[0].name == "sub":
            one, two = less.args[0].args
            for own, center in ((one, two), (two, one)):
                found, factor = _alone(own)
                if found in names:
                    near: tuple[Side, ...] = ("below", "above") if strict else ("at most", "at least")
                    for side in near:
                        yield Bound(name, found, side, more, factor, center, e, concludes)
    elif e.name == "eq" or (e.name == "not" and e.args[0].name == "eq"):
        a, b = e.args if e.name == "eq" else e.args[0].args
        equal: Side = "exactly" if e.name == "eq" else "other than"
        sides = ((a, b, equal), (b, a, equal))
    for own, other, side in sides:
        found, factor = _alone(own)
        if found in names:
            yield Bound(name, found, side, other, factor, None, e, concludes)


def _alone(e: Expr) -> tuple[str, int]:
    """The variable that an expression is, counted so many times finer; no name where it is more than that."""
    if e.kind == "var":
        return e.name, 1
    if e.kind == "op" and e.name == "mul":
        for factor, own in (e.args, e.args[::-1]):
            if factor.kind == "const" and own.kind == "var" and factor.value:
                return own.name, int(factor.value)
    return "", 1


def broken(
    machine: Machine, formula: Expr | None, found: Sequence[Bound], env: Mapping[str, Any]
) -> tuple[Bound, ...]:
    """Those of `found` that a tick breaks and the property is to answer for: which would have kept it by themselves,
    where some would; of outputs where there are any, else of states. What it assumes of an input, or of a state
    where it is about a truth, is not what it was to guarantee."""
    false = [b for b in found if b.broken(env)]
    if formula is not None:
        false = [b for b in false if b.atom is not None and _kept(formula, b.atom, env)] or false
    outputs = {f.name for f in machine.outputs}
    inputs = {f.name for f in machine.inputs}
    for chosen in (
        [b for b in false if b.name in outputs and b.concludes],
        [b for b in false if b.name not in inputs and b.concludes],
        [b for b in false if b.name in outputs],
        [b for b in false if b.name not in inputs and any(x.concludes for x in found)],
    ):
        if chosen:
            return _once([b for b in chosen if b.side != "other than"] or chosen, found)
    return ()


def _once(chosen: Sequence[Bound], found: Sequence[Bound]) -> tuple[Bound, ...]:
    """One bound for each comparison: on that of its two values that the property bounds more often."""
    names = [b.name for b in found]
    best: dict[object, Bound] = {}
    for b in sorted(chosen, key=lambda b: -names.count(b.name)):
        best.setdefault(b.atom or b, b)
    return tuple(b for b in chosen if b in best.values())


def _kept(e: Expr, atom: Expr, env: Mapping[str, Any]) -> bool:
    """Whether a formula would be true in one tick, were one comparison in it true."""
    if e is atom:
        return True
    if e.kind == "op" and e.name in ("and", "or"):
        parts = (_kept(a, atom, env) for a in e.args)
        return all(parts) if e.name == "and" else any(parts)
    return bool(evaluate(e, env))
