"""What numbers are counted in, where the text of a target does not say: a bare constant has no grid of its own."""

from __future__ import annotations

from aln.core.ir import Expr, Type, node

# Operators whose operands and result are counted alike.
_ALIKE = ("add", "sub", "min", "max", "abs", "ite")


def free(e: Expr) -> bool:
    """Whether a number may be of any grain: of a product, one factor that may be is enough."""
    if e.kind == "op" and e.name == "mul":
        return any(map(free, e.args))
    if e.kind == "op" and e.name in _ALIKE:
        return all(map(free, e.args[1:] if e.name == "ite" else e.args))
    return e.kind == "const" or (e.kind == "each" and free(e.args[0]))


def regrain(e: Expr, like: Type) -> Expr | None:
    """`e` counted at the grain of `like`, where its own grain is free: it is made of constants and their multiples."""
    if e.type.grain == like.grain:
        return e
    t = Type("int", e.type.lo, e.type.hi, like.step, like.unit)
    if e.kind == "const":
        return node("const", t, value=e.value)
    if e.kind == "op" and e.name == "mul" and free(e):
        return node("op", t, "mul", e.args)
    if e.kind == "op" and e.name in _ALIKE:
        numbers = e.args[1:] if e.name == "ite" else e.args
        moved = [regrain(a, like) for a in numbers]
        if all(m is not None for m in moved):
            kept = (*(e.args[:1] if e.name == "ite" else ()), *(m for m in moved if m is not None))
            return node("op", t, e.name, kept)
    if e.kind == "each":
        body = regrain(e.args[0], like)
        return None if body is None else node("each", t, e.name, (body,), e.value, bound=e.bound)
    return None
