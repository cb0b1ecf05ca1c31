"""From Z3 back to core: a formula that a solver made, in the words of the machine it is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aln.core import build as b
from aln.core.ir import BOOL, Expr, Type, node

__all__ = ["to_core"]

_COUNT = Type("int", -(2**62), 2**62)


def to_core(e: Any, names: Mapping[str, tuple[str, Type]]) -> Expr | None:
    """A formula over states and parameters as core counts them; None where core has no words for it."""
    try:
        return _truth(e, names)
    except _Wordless:
        return None


class _Wordless(Exception):
    """Core has no words for this term."""


def _truth(e: Any, names: Mapping[str, tuple[str, Type]], positive: bool = True) -> Expr:
    import z3

    if not z3.is_app(e):
        raise _Wordless  # a quantifier
    kind = e.decl().kind()
    a = e.children()
    if z3.is_true(e) or z3.is_false(e):
        return b.TRUE if z3.is_true(e) == positive else b.FALSE
    if kind == z3.Z3_OP_NOT:
        return _truth(a[0], names, not positive)
    if kind in (z3.Z3_OP_AND, z3.Z3_OP_OR):
        join = b.and_ if (kind == z3.Z3_OP_AND) == positive else b.or_
        return join(*(_truth(x, names, positive) for x in a))
    if kind == z3.Z3_OP_IMPLIES:
        join = b.or_ if positive else b.and_
        return join(_truth(a[0], names, not positive), _truth(a[1], names, positive))
    if z3.is_const(e) and e.decl().name() in names:
        name, ty = names[e.decl().name()]
        if ty.sort == "bool":
            return b.var(name, ty) if positive else b.not_(b.var(name, ty))
    if kind == z3.Z3_OP_EQ and z3.is_bool(a[0]):
        return b.eq(_truth(a[0], names), _truth(a[1], names, positive))
    compare = {z3.Z3_OP_LE: "le", z3.Z3_OP_LT: "lt", z3.Z3_OP_EQ: "eq", z3.Z3_OP_GE: "ge", z3.Z3_OP_GT: "gt"}
    if kind not in compare:
        raise _Wordless
    op = compare[kind]
    if not positive and op == "eq":
        return b.not_(_comparison(op, a[0], a[1], names))
    opposite = {"le": "gt", "lt": "ge", "ge": "lt", "gt": "le"}
    return _comparison(op if positive else opposite[op], a[0], a[1], names)


def _comparison(op: str, x: Any, y: Any, names: Mapping[str, tuple[str, Type]]) -> Expr:
    import z3

    for left, right, turned in (
        (x, y, op),
        (y, x, {"le": "ge", "lt": "gt", "ge": "le", "gt": "lt"}.get(op, op)),
    ):
        if z3.is_const(left) and left.decl().name() in names and z3.is_int_value(right):
            name, ty = names[left.decl().name()]
            if ty.sort == "enum":
                n = right.as_long()
                holds = {
                    "le": int.__le__,
                    "lt": int.__lt__,
                    "ge": int.__ge__,
                    "gt": int.__gt__,
                    "eq": int.__eq__,
                }
                chosen = [label for i, label in enumerate(ty.labels) if holds[turned](i, n)]
                return b.or_(*(b.eq(b.var(name, ty), b.const(ty, label)) for label in chosen))
    p, q = _count(x, names), _count(y, names)
    if op in ("ge", "gt"):
        p, q, op = q, p, {"ge": "le", "gt": "lt"}[op]
    return node("op", BOOL, op, (p, q))


def _count(e: Any, names: Mapping[str, tuple[str, Type]]) -> Expr:
    """A number in raw steps: one invariant may relate what units keep apart."""
    import z3

    if z3.is_int_value(e):
        n = e.as_long()
        return b.const(_COUNT, n)
    a = e.children()
    kind = e.decl().kind()
    if z3.is_const(e) and e.decl().name() in names:
        name, ty = names[e.decl().name()]
        if ty.sort == "int":
            return b.var(name, ty)
    name = {z3.Z3_OP_ADD: "add", z3.Z3_OP_MUL: "mul", z3.Z3_OP_SUB: "sub"}.get(kind, "")
    if name and a:
        out = _count(a[0], names)
        for x in a[1:]:
            out = node("op", _COUNT, name, (out, _count(x, names)))
        return out
    if kind == z3.Z3_OP_UMINUS:
        return node("op", _COUNT, "sub", (b.const(_COUNT, 0), _count(a[0], names)))
    raise _Wordless
