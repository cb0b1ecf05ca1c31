"""A condition as the database states it: what its ranges and its whole relations settle is settled.

Takes a guard and a condition of core; gives the condition that is the same wherever every field lies in its domain and
every relation is complete: a required value is there when its record is, and a list when its owner is.
"""

from __future__ import annotations

from collections.abc import Callable

from aln.core import build as b
from aln.core.ir import Expr, Guard

__all__ = ["stated"]


def stated(guard: Guard, e: Expr) -> Expr:
    """`e` without the tests of presence that ranges and complete relations settle."""
    return _Stating(guard).expression(e, {}, {})


class _Stating:
    def __init__(self, guard: Guard) -> None:
        self.records = {r.path: r for r in guard.records}
        self.inputs = {f.name for f in guard.inputs}

    def expression(self, e: Expr, bounds: dict[str, str], done: dict[int, Expr]) -> Expr:
        """`e` inside the elements that `bounds` names; `done` holds what was met there before."""
        if id(e) not in done:
            done[id(e)] = self._changed(e, bounds, done)
        return done[id(e)]

    def _changed(self, e: Expr, bounds: dict[str, str], done: dict[int, Expr]) -> Expr:
        if e.kind == "given":
            return self.presence(e.name, bounds)
        if e.kind == "each":
            head, dot, rest = str(e.value).partition(".")
            path = bounds[head] + dot + rest if head in bounds else str(e.value)
            body = self.expression(e.args[0], {**bounds, e.bound: path}, {})
            return e if body is e.args[0] else b.rebuild_each(e, e.bound, body)
        args = tuple(self.expression(a, bounds, done) for a in e.args)
        return e if all(x is y for x, y in zip(args, e.args, strict=True)) else _rebuilt(e, args)

    def presence(self, name: str, bounds: dict[str, str]) -> Expr:
        if name in self.inputs:
            return b.TRUE  # nothing is judged before every input is stated
        head, dot, rest = name.partition(".")
        path = bounds[head] + dot + rest if head in bounds else name
        record = self.records.get(path)
        above = name.rpartition(".")[0]
        if record is None:
            owner = self.records.get(path.rpartition(".")[0])
            field = (
                next((f for f in owner.fields if f.name == path.rpartition(".")[2]), None) if owner else None
            )
            if field is None or field.optional:
                return b.given(name)
        elif record.how != "many":
            return b.given(name)
        # A required field is there when its record is, a relation when its owner is; an element is there.
        return b.TRUE if not above or above in bounds else b.given(above)


def _rebuilt(e: Expr, args: tuple[Expr, ...]) -> Expr:
    simple: dict[str, Callable[..., Expr]] = {
        "and": b.and_,
        "or": b.or_,
        "not": b.not_,
        "eq": b.eq,
        "lt": b.lt,
        "le": b.le,
        "ite": b.ite,
        "min": b.minimum,
        "max": b.maximum,
        "abs": b.absolute,
        "div": b.floor_div,
    }
    if e.name in simple:
        return simple[e.name](*args)
    if e.name == "mul":
        factor = args[1]
        if factor.kind == "const" and args[0].type.grain == e.type.grain * int(factor.value or 0):
            return b.scale(args[0], int(factor.value or 0))
        return b.mul(args[0], factor, e.type.unit)
    return (b.add if e.name == "add" else b.sub)(args[0], args[1], e.type.unit)
