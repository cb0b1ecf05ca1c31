"""Smart constructors: the only way to make core expressions, and where its invariants are kept.

- Booleans are in negation normal form: `not` stands on leaves (var, given, mentions, eq) only.
- In `and`/`or`, tests of presence come first, so that a target that short-circuits never reads a missing value.
- Numbers under one `lt le eq add sub min max ite` share one grain; `align` inserts exact factors.
- Every number carries its inferred range.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from math import gcd, lcm

from aln.core.ir import BOOL, ONE, Expr, Scalar, Type, Unit, node


def _fraction_gcd(a: Fraction, b: Fraction) -> Fraction:
    return Fraction(gcd(a.numerator, b.numerator), lcm(a.denominator, b.denominator))


def number_type(lo: int, hi: int, step: Fraction = Fraction(1), unit: Unit = ONE) -> Type:
    return Type("int", lo, hi, step, unit)


def const(type: Type, value: Scalar) -> Expr:
    """A constant; a number's type is narrowed to its value."""
    if type.sort == "int":
        assert isinstance(value, int)
        type = Type("int", value, value, type.step, type.unit)
    return node("const", type, value=value)


TRUE = const(BOOL, True)
FALSE = const(BOOL, False)


def number(value: Fraction, unit: Unit = ONE) -> Expr:
    """The exact constant `value` of `unit`, at the coarsest step that holds it."""
    step = Fraction(1, value.denominator)
    return const(Type("int", 0, 0, step, unit), value.numerator)


def var(name: str, type: Type) -> Expr:
    return node("var", type, name)


def given(name: str) -> Expr:
    return node("given", BOOL, name)


def mentions(text: Expr, terms: tuple[str, ...]) -> Expr:
    if text.kind == "const":
        from aln.core.text import mentions as decide

        return const(BOOL, decide(str(text.value), terms))
    return node("mentions", BOOL, args=(text,), terms=terms) if terms else FALSE


# ── booleans ─────────────────────────────────────────────────────────────────────────────────────────────────


def _presence(expr: Expr) -> bool:
    return (expr.args[0] if expr.kind == "op" and expr.name == "not" else expr).kind == "given"


def _junction(name: str, parts: Iterable[Expr]) -> Expr:
    """Flattened, without repeats, presence first; absorbs `g or (not g and e)` to `g or e`, and its dual."""
    unit, zero, other = (TRUE, FALSE, "or") if name == "and" else (FALSE, TRUE, "and")
    flat: dict[Expr, None] = {}
    for part in parts:
        for one in part.args if part.kind == "op" and part.name == name else (part,):
            if one is zero:
                return zero
            if one is not unit:
                flat[one] = None
    # A literal is a part that is no junction: under `name`, it is settled inside the junctions beside it.
    literals = {one for one in flat if not (one.kind == "op" and one.name in ("and", "or"))}
    opposite = {not_(one) for one in literals}
    if literals & opposite:
        return zero
    out: dict[Expr, None] = {}
    changed = False
    for one in flat:
        if one.kind == "op" and one.name == other:
            if not literals.isdisjoint(one.args):
                continue  # the literal absorbs it
            if not opposite.isdisjoint(one.args):
                one = _junction(other, [a for a in one.args if a not in opposite])
                changed = True
                if one is zero:
                    return zero
        if one is not unit:
            out[one] = None
    if changed:
        return _junction(name, out)
    ordered = sorted(out, key=lambda e: not _presence(e))
    if not ordered:
        return unit
    return ordered[0] if len(ordered) == 1 else node("op", BOOL, name, tuple(ordered))


def and_(*parts: Expr) -> Expr:
    return _junction("and", parts)


def or_(*parts: Expr) -> Expr:
    return _junction("or", parts)


_DUAL = {"all": "any", "any": "all"}


def not_(e: Expr) -> Expr:
    if e is TRUE:
        return FALSE
    if e is FALSE:
        return TRUE
    if e.kind == "op":
        if e.name == "not":
            return e.args[0]
        if e.name == "and":
            return or_(*map(not_, e.args))
        if e.name == "or":
            return and_(*map(not_, e.args))
        if e.name == "lt":
            return le(e.args[1], e.args[0])
        if e.name == "le":
            return lt(e.args[1], e.args[0])
    if e.kind == "each" and e.name in _DUAL:
        return each(_DUAL[e.name], e.value, e.bound, not_(e.args[0]))
    return node("op", BOOL, "not", (e,))


def implies(a: Expr, b: Expr) -> Expr:
    return or_(not_(a), b)


# ── comparison ───────────────────────────────────────────────────────────────────────────────────────────────


def scale(e: Expr, factor: int) -> Expr:
    """`e` counted `factor` times finer: the same quantity at grain/factor."""
    if factor == 1:
        return e
    t = Type("int", e.type.lo * factor, e.type.hi * factor, e.type.step / factor, e.type.unit)
    if e.kind == "const":
        assert isinstance(e.value, int)
        return const(t, e.value * factor)
    return node("op", t, "mul", (e, const(Type("int"), factor)))


def align(*parts: Expr) -> tuple[Expr, ...]:
    """The same quantities at one grain, the coarsest that holds all of them exactly."""
    grain = parts[0].type.grain
    if all(p.type.grain == grain for p in parts):
        return parts
    for p in parts[1:]:
        grain = _fraction_gcd(grain, p.type.grain)
    return tuple(scale(p, int(p.type.grain / grain)) for p in parts)


def lt(a: Expr, b: Expr) -> Expr:
    a, b = align(a, b)
    if a.type.hi < b.type.lo:
        return TRUE
    if a.type.lo >= b.type.hi:
        return FALSE
    return node("op", BOOL, "lt", (a, b))


def le(a: Expr, b: Expr) -> Expr:
    a, b = align(a, b)
    if a.type.hi <= b.type.lo:
        return TRUE
    if a.type.lo > b.type.hi:
        return FALSE
    return node("op", BOOL, "le", (a, b))


def eq(a: Expr, b: Expr) -> Expr:
    if a is b:
        return TRUE
    if a.type.sort == "bool":
        return or_(and_(a, b), and_(not_(a), not_(b)))
    if a.type.sort == "int":
        a, b = align(a, b)
        if a.type.hi < b.type.lo or b.type.hi < a.type.lo:
            return FALSE
    if a.kind == "const" and b.kind == "const":
        return const(BOOL, a.value == b.value)
    if a.kind == "const":
        a, b = b, a
    return node("op", BOOL, "eq", (a, b))


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────


def _typed(like: Expr, lo: int, hi: int, unit: Unit | None = None) -> Type:
    t = like.type
    if unit is None:
        return Type("int", lo, hi, t.step, t.unit)
    return Type("int", lo, hi, t.grain / unit.factor, unit)


def _arithmetic(name: str, args: tuple[Expr, ...], type: Type) -> Expr:
    if type.lo == type.hi and all(a.kind == "const" for a in args):
        return const(type, type.lo)
    return node("op", type, name, args)


def add(a: Expr, b: Expr, unit: Unit | None = None) -> Expr:
    """Sum at one grain. `unit` names the result's unit where it is not that of `a` (an instant and a duration)."""
    a, b = align(a, b)
    return _arithmetic("add", (a, b), _typed(a, a.type.lo + b.type.lo, a.type.hi + b.type.hi, unit))


def sub(a: Expr, b: Expr, unit: Unit | None = None) -> Expr:
    a, b = align(a, b)
    return _arithmetic("sub", (a, b), _typed(a, a.type.lo - b.type.hi, a.type.hi - b.type.lo, unit))


def mul(a: Expr, b: Expr, unit: Unit) -> Expr:
    """Product of counts: its grain is the product of grains, in `unit` (coherent with that grain)."""
    corners = [x * y for x in (a.type.lo, a.type.hi) for y in (b.type.lo, b.type.hi)]
    t = Type("int", min(corners), max(corners), a.type.grain * b.type.grain / unit.factor, unit)
    return _arithmetic("mul", (a, b), t)


def floor_div(a: Expr, b: Expr) -> Expr:
    """⌊a/b⌋ as a plain count, for b > 0; 0 where b ≤ 0 (lowering makes such a quotient missing)."""
    a, b = align(a, b)
    low, high = max(1, b.type.lo), max(1, b.type.hi)
    corners = [x // y for x in (a.type.lo, a.type.hi) for y in (low, high)]
    if b.type.lo <= 0:
        corners.append(0)
    return _arithmetic("div", (a, b), Type("int", min(corners), max(corners)))


def neg(a: Expr) -> Expr:
    return sub(const(a.type, 0), a)


def minimum(a: Expr, b: Expr) -> Expr:
    a, b = align(a, b)
    if a.type.hi <= b.type.lo:
        return a
    if b.type.hi <= a.type.lo:
        return b
    return _arithmetic("min", (a, b), _typed(a, min(a.type.lo, b.type.lo), min(a.type.hi, b.type.hi)))


def maximum(a: Expr, b: Expr) -> Expr:
    a, b = align(a, b)
    if a.type.lo >= b.type.hi:
        return a
    if b.type.lo >= a.type.hi:
        return b
    return _arithmetic("max", (a, b), _typed(a, max(a.type.lo, b.type.lo), max(a.type.hi, b.type.hi)))


def absolute(a: Expr) -> Expr:
    if a.type.lo >= 0:
        return a
    return _arithmetic("abs", (a,), _typed(a, max(0, -a.type.hi), max(-a.type.lo, a.type.hi)))


def ite(c: Expr, a: Expr, b: Expr) -> Expr:
    """`a` where `c` holds, else `b`; on booleans expanded, so that negation normal form is kept."""
    if c is TRUE or a is b:
        return a
    if c is FALSE:
        return b
    if a.type.sort == "bool":
        return or_(and_(c, a), and_(not_(c), b))
    if a.type.sort == "int":
        a, b = align(a, b)
        return node("op", _typed(a, min(a.type.lo, b.type.lo), max(a.type.hi, b.type.hi)), "ite", (c, a, b))
    return node("op", a.type, "ite", (c, a, b))


# ── aggregates ───────────────────────────────────────────────────────────────────────────────────────────────


def each(name: str, list_path: Scalar | None, bound: str, body: Expr, maximum: int = 0) -> Expr:
    """`all any sum min max` of `body` over the elements of a list; of none: true, false, 0, the type's hi, its lo.

    `min`/`max` of an empty list read as the end of the node's own range, which no element can pass; lowering guards
    them. The range is that of the body it was first built on: a body narrowed since leaves the end where it was.
    """
    path = str(list_path)
    if name in _DUAL:
        if body is TRUE and name == "all":
            return TRUE
        if body is FALSE and name == "any":
            return FALSE
        return node("each", BOOL, name, (body,), path, bound=bound)
    t = body.type
    if name == "sum":
        t = _typed(body, min(0, t.lo * maximum), max(0, t.hi * maximum))
    return node("each", t, name, (body,), path, bound=bound)


# ── substitution ─────────────────────────────────────────────────────────────────────────────────────────────


def substitute(e: Expr, values: Mapping[str, Expr]) -> Expr:
    """`e` with variables replaced, rebuilt by the smart constructors. No replacement may be captured by `each`."""
    memo: dict[Expr, Expr] = {}

    def go(x: Expr) -> Expr:
        found = memo.get(x)
        if found is None:
            found = memo[x] = _rebuild(x, go, values)
        return found

    return go(e)


def _rebuild(x: Expr, go: Callable[[Expr], Expr], values: Mapping[str, Expr]) -> Expr:
    if x.kind == "var":
        return values.get(x.name, x)
    if not x.args:
        return x
    a = tuple(go(y) for y in x.args)
    if all(p is q for p, q in zip(a, x.args, strict=True)):
        return x
    return rebuild(x, a)


def rebuild(x: Expr, a: tuple[Expr, ...]) -> Expr:
    """The node `x` over other arguments of the same types, by the smart constructors."""
    if x.kind == "each":
        return rebuild_each(x, x.bound, a[0])
    if x.kind == "mentions":
        return mentions(a[0], x.terms)
    if x.name in ("and", "or"):
        return _junction(x.name, a)
    if x.name == "not":
        return not_(a[0])
    simple = {"eq": eq, "lt": lt, "le": le, "min": minimum, "max": maximum}
    if x.name in simple:
        return simple[x.name](*a)
    if x.name == "ite":
        return ite(*a)
    return node("op", x.type, x.name, a)


def rebuild_each(x: Expr, bound: str, body: Expr) -> Expr:
    """The aggregate `x` with another bound name and a body of the same type."""
    if x.name in _DUAL:
        return each(x.name, x.value, bound, body)
    return node("each", x.type, x.name, (body,), x.value, bound=bound)
