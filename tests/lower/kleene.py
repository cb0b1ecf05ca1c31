"""A second, naive meaning of expressions: three-valued, straight from the syntax tree, for comparison only.

True, False and None (missing); numbers are exact fractions in the unit's coherent measure. Written from the
language reference without core, so that lowering has something independent to agree with. A scope may bring units
and functions of its own: `history` reads machines so.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from aln.syntax import tree as t

Row = Mapping[str, Any]


def meaning(e: t.Expr, scope: Mapping[str, Any]) -> Any:
    """The value of `e`: True, False, a Fraction, a label, or None where it is missing."""
    if isinstance(e, t.Number):
        return e.value * getattr(scope, "units", {}).get(e.unit, 1)
    if isinstance(e, t.Boolean):
        return e.value
    if isinstance(e, t.Path):
        return _path(e.parts, scope)
    if isinstance(e, t.Unary):
        inner = meaning(e.operand, scope)
        if inner is None:
            return None
        return (not inner) if e.op == "not" else -inner
    if isinstance(e, t.If):
        condition = meaning(e.condition, scope)
        return None if condition is None else meaning(e.then if condition else e.otherwise, scope)
    if isinstance(e, t.Binary):
        return _binary(e, scope)
    if isinstance(e, t.Quantified):
        return _quantified(e, scope)
    assert isinstance(e, t.Call)
    return _call(e, scope)


def _path(parts: tuple[str, ...], scope: Mapping[str, Any]) -> Any:
    if parts[0] not in scope:
        return parts[0]  # a label
    value = scope[parts[0]]
    for part in parts[1:]:
        if value is None:
            return None
        value = value.get(part)
    return value


def _binary(e: t.Binary, scope: Mapping[str, Any]) -> Any:
    a, b = meaning(e.left, scope), meaning(e.right, scope)
    if e.op == "and":
        return False if a is False or b is False else None if a is None or b is None else True
    if e.op == "or":
        return True if a is True or b is True else None if a is None or b is None else False
    if e.op == "implies":
        return True if a is False or b is True else None if a is None or b is None else False
    if a is None or b is None:
        return None
    return {
        "==": lambda: a == b, "!=": lambda: a != b, "<": lambda: a < b, "<=": lambda: a <= b,
        ">": lambda: a > b, ">=": lambda: a >= b, "+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b,
    }[e.op]()  # fmt: skip


def _call(e: t.Call, scope: Mapping[str, Any]) -> Any:
    if e.function in getattr(scope, "functions", {}):
        return scope.functions[e.function](*e.arguments)  # type: ignore[attr-defined]
    if e.function in ("present", "absent"):
        there = meaning(e.arguments[0], scope) is not None
        return there if e.function == "present" else not there
    if e.function in ("floor", "ceil"):
        quotient = e.arguments[0]
        assert isinstance(quotient, t.Binary)
        a, b = meaning(quotient.left, scope), meaning(quotient.right, scope)
        if a is None or b is None or b <= 0:
            return None
        exact = Fraction(a) / b
        return Fraction(exact.__floor__() if e.function == "floor" else exact.__ceil__())
    values = [meaning(a, scope) for a in e.arguments]
    if any(v is None for v in values):
        return None
    if e.function == "clamp":
        return min(max(values[0], values[1]), values[2])
    return {"abs": abs, "min": min, "max": max}[e.function](*values)


def _quantified(e: t.Quantified, scope: Mapping[str, Any]) -> Any:
    items = meaning(e.source, scope)
    if items is None:
        return None
    chosen, doubtful = [], False
    for item in items:
        inner = {**scope, e.variable: item}
        where = True if e.where is None else meaning(e.where, inner)
        doubtful = doubtful or where is None
        chosen.append((inner, where))
    if e.kind in ("all", "any"):
        assert e.body is not None
        absorbing = e.kind == "any"
        seen: list[Any] = []
        for inner, where in chosen:
            body = meaning(e.body, inner)
            if e.kind == "all":
                seen.append(
                    True
                    if where is False or body is True
                    else None
                    if where is None or body is None
                    else False
                )
            else:
                seen.append(
                    False
                    if where is False or body is False
                    else None
                    if where is None or body is None
                    else True
                )
        return absorbing if absorbing in seen else None if None in seen else not absorbing
    picked = [inner for inner, where in chosen if where]
    if e.kind == "last":
        return _last(e, picked, doubtful)
    if doubtful:
        return None
    if e.kind == "count":
        return Fraction(len(picked))
    assert e.body is not None
    bodies = [meaning(e.body, inner) for inner in picked]
    if any(v is None for v in bodies):
        return None
    if e.kind == "sum":
        return sum(bodies, Fraction(0))
    return None if not bodies else (min if e.kind == "min" else max)(bodies)


def _last(e: t.Quantified, picked: list[Mapping[str, Any]], doubtful: bool) -> Any:
    assert e.by is not None and e.body is not None
    keys = [meaning(e.by, inner) for inner in picked]
    if doubtful or any(k is None for k in keys):
        return None
    if not picked:
        return bool(e.none)
    top = max(keys)
    bodies = [meaning(e.body, inner) for inner, k in zip(picked, keys, strict=True) if k == top]
    absorbing = e.ties == "any"
    return absorbing if absorbing in bodies else None if None in bodies else not absorbing
