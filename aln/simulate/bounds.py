"""The bounds that a property puts on a value: what may be drawn beside it, and which of them a tick breaks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Machine, Property

__all__ = ["Bound", "bounds", "broken"]


@dataclass(frozen=True, slots=True)
class Bound:
    """`name` is at most (or at least) `limit`, or that far from `center`, says the property."""

    property: str
    name: str
    side: Literal["at most", "at least", "below", "above"]
    limit: Expr
    factor: Fraction
    center: Expr | None = None

    def at(self, env: Mapping[str, Any]) -> Fraction:
        """The limit in one tick, as a count of the value's own steps."""
        limit = evaluate(self.limit, env)
        if self.center is not None:
            limit = evaluate(self.center, env) + (limit if self.side in ("at most", "below") else -limit)
        return Fraction(limit) / self.factor

    def broken(self, env: Mapping[str, Any]) -> bool:
        """Whether the value is on the wrong side of the limit in one tick."""
        value, limit = env.get(self.name), self.at(env)
        if value is None:
            return False
        over, under = value > limit, value < limit
        if self.side in ("at most", "below"):
            return bool(over if self.side == "at most" else not under)
        return bool(under if self.side == "at least" else not over)


def bounds(property: Property, names: Collection[str]) -> tuple[Bound, ...]:
    """Every comparison in a property of one of `names` alone with something else."""
    return tuple(_bounds(property, property.formula, names))


def _bounds(property: Property, e: Expr, names: Collection[str]) -> Iterator[Bound]:
    if e.kind == "op" and e.name in ("and", "or"):
        for a in e.args:
            yield from _bounds(property, a, names)
    elif e.kind == "op" and e.name in ("le", "lt"):
        less, more = e.args
        strict = e.name == "lt"
        for own, other, side in (
            (less, more, "below" if strict else "at most"),
            (more, less, "above" if strict else "at least"),
        ):
            name, factor = _alone(own)
            if name in names:
                yield Bound(property.name, name, side, other, factor)  # type: ignore[arg-type]
        # |a - b| within some distance bounds each of them from both sides.
        if less.kind == "op" and less.name == "abs" and less.args[0].name == "sub":
            one, two = less.args[0].args
            for own, center in ((one, two), (two, one)):
                name, factor = _alone(own)
                if name in names:
                    for side in ("below", "above") if strict else ("at most", "at least"):
                        yield Bound(property.name, name, side, more, factor, center)  # type: ignore[arg-type]


def _alone(e: Expr) -> tuple[str, Fraction]:
    """The variable that an expression is, counted so many times finer; no name where it is more than that."""
    if e.kind == "var":
        return e.name, Fraction(1)
    if e.kind == "op" and e.name == "mul" and e.args[0].kind == "const" and e.args[1].kind == "var":
        return e.args[1].name, Fraction(int(e.args[0].value or 1))
    if e.kind == "op" and e.name == "mul" and e.args[1].kind == "const" and e.args[0].kind == "var":
        return e.args[0].name, Fraction(int(e.args[1].value or 1))
    return "", Fraction(1)


def broken(machine: Machine, found: Sequence[Bound], env: Mapping[str, Any]) -> tuple[Bound, ...]:
    """Those of `found` that a tick breaks: of outputs where there are any, else of states, else of inputs. What a
    claim assumes of an input is not what it was to guarantee of an output."""
    false = [b for b in found if b.broken(env)]
    for kind in (machine.outputs, machine.states, machine.inputs):
        names = {f.name for f in kind}
        of_kind = tuple(b for b in false if b.name in names)
        if of_kind:
            return of_kind
    return ()
