"""SQL's values in core: three-valued conditions, and numbers with what one count of them is worth.

Takes operands read by a front end (a parser's tree); gives operands. A condition is the pair (*is true*, *is false*);
a number is (*is known*, expression, worth): the SQL value is count · grain · worth, so that any unit, constant factor
or grid reads back exactly. Whatever does not fit raises `Unreadable`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from aln.backends.interface import Unreadable
from aln.core import build as b
from aln.core.ir import BOOL, Expr, Field, Scalar, Unit


@dataclass(frozen=True, slots=True)
class Condition:
    """A Boolean value: when it is true, and when it is false; NULL otherwise. `given`: when it is one of the two, where that is
    simpler said than by the two."""

    true: Expr
    false: Expr
    given: Expr | None = None

    @property
    def known(self) -> Expr:
        if self.given is not None:
            return self.given
        return b.TRUE if b.not_(self.true) is self.false else b.or_(self.true, self.false)


@dataclass(frozen=True, slots=True)
class Number:
    """A number or instant: SQL's value is count · grain · worth, in seconds since 1970 for an instant."""

    known: Expr
    expr: Expr
    worth: Fraction
    instant: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A label, key or text of a column."""

    known: Expr
    expr: Expr


@dataclass(frozen=True, slots=True)
class Literal:
    """An exact number written out."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Word:
    """A string written out: what it means depends on what it meets."""

    text: str


@dataclass(frozen=True, slots=True)
class Null:
    """NULL written out."""


NULL = Null()
ONE = Fraction(1)
Value: TypeAlias = Condition | Number | Label | Literal | Word | Null


def two_valued(e: Expr) -> Condition:
    return Condition(e, b.not_(e))


def of_field(name: str, field: Field, known: Expr) -> Value:
    """The value of a column: its field, the variable that core calls it, and when it is not NULL."""
    value = b.var(name, field.type)
    if field.type.sort == "bool":
        return Condition(b.and_(known, value), b.and_(known, b.not_(value)), known)
    if field.type.sort == "int":
        instant = field.type.unit.kind == "instant"
        return Number(known, value, Fraction(1) if instant else 1 / field.type.unit.factor, instant)
    return Label(known, value)


def condition(value: Value) -> Condition:
    if isinstance(value, Null):
        return Condition(b.FALSE, b.FALSE)
    if not isinstance(value, Condition):
        raise Unreadable("a truth value is needed here")
    return value


def conjunction(*values: Value) -> Condition:
    parts = [condition(v) for v in values]
    return Condition(b.and_(*(p.true for p in parts)), b.or_(*(p.false for p in parts)))


def disjunction(*values: Value) -> Condition:
    parts = [condition(v) for v in values]
    return Condition(b.or_(*(p.true for p in parts)), b.and_(*(p.false for p in parts)))


def negation(value: Value) -> Condition:
    inner = condition(value)
    return Condition(inner.false, inner.true, inner.given)


def presence(value: Value) -> Expr:
    """When a value is not NULL."""
    if isinstance(value, Null):
        return b.FALSE
    return b.TRUE if isinstance(value, Literal | Word) else value.known


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────


def number(value: Value) -> Number | Literal:
    if not isinstance(value, Number | Literal):
        raise Unreadable("a number is needed here")
    return value


def counted(value: Value, worth: Fraction, unit: Unit) -> Expr:
    """A number as core counts it, where SQL's value is count · grain · worth."""
    found = number(value)
    if isinstance(found, Literal):
        return b.number(found.value / worth / unit.factor, unit)
    if found.worth == worth:
        return found.expr
    return b.mul(found.expr, b.number(found.worth / worth), found.expr.type.unit)


def alike(x: Value, y: Value) -> tuple[Expr, Expr, Fraction, bool]:
    """Two numbers as counts of one worth; and whether they are instants, which meet instants only."""
    p, q = number(x), number(y)
    first = p if isinstance(p, Number) else q
    if not isinstance(first, Number):
        first = Number(b.TRUE, b.number(Fraction(0)), Fraction(1))
    if len({isinstance(v, Number) and v.instant for v in (p, q)}) != 1:
        raise Unreadable("an instant meets a plain number: write `extract(epoch FROM …)`")
    unit = first.expr.type.unit
    return counted(p, first.worth, unit), counted(q, first.worth, unit), first.worth, first.instant


def arithmetic(op: str, x: Value, y: Value) -> Value:
    """`+`, `-`, `*` of exact numerics."""
    p, q = number(x), number(y)
    if isinstance(p, Literal) and isinstance(q, Literal):
        total = {"+": p.value + q.value, "-": p.value - q.value, "*": p.value * q.value}
        return Literal(total[op])
    if any(isinstance(v, Number) and v.instant for v in (p, q)):
        raise Unreadable("arithmetic on an instant: write `extract(epoch FROM …)`")
    known = b.and_(presence(p), presence(q))
    if op != "*":
        a, c, worth, _ = alike(p, q)
        return Number(known, (b.add if op == "+" else b.sub)(a, c), worth)
    if isinstance(p, Literal):
        p, q = q, p
    assert isinstance(p, Number)
    if isinstance(q, Literal):
        if q.value == 0:
            return Number(known, b.const(p.expr.type, 0), p.worth)
        if q.value < 0:
            return Number(known, b.mul(p.expr, b.number(q.value), p.expr.type.unit), p.worth)
        return Number(known, p.expr, p.worth * q.value)
    return Number(
        known, b.mul(p.expr, q.expr, _product(p.expr.type.unit, q.expr.type.unit)), p.worth * q.worth
    )


def _product(x: Unit, y: Unit) -> Unit:
    if y.kind == "number":
        return x
    if x.kind == "number":
        return y
    return Unit(f"{x.name}.{y.name}", f"{x.code}.{y.code}", x.factor * y.factor, f"{x.kind}.{y.kind}")


def quotient(x: Value, y: Value) -> Value:
    """`div(x, y)`: cut toward zero, for y above zero."""
    a, c, _, _ = alike(x, y)
    a, c = b.align(a, c)
    if c.type.lo <= 0:
        raise Unreadable("a divisor that may be zero or negative")
    known = b.and_(presence(x), presence(y))
    down, up = b.floor_div(a, c), b.neg(b.floor_div(b.neg(a), c))
    zero = b.const(a.type, 0)
    return Number(known, b.ite(b.le(zero, a), down, up), Fraction(1))


def absolute(x: Value) -> Value:
    found = number(x)
    if isinstance(found, Literal):
        return Literal(abs(found.value))
    return Number(found.known, b.absolute(found.expr), found.worth)


def extreme(name: str, x: Value, y: Value) -> Value:
    """`LEAST` or `GREATEST` of two, which pass over a NULL."""
    if isinstance(x, Literal) and isinstance(y, Literal):
        return Literal((min if name == "min" else max)(x.value, y.value))
    a, c, worth, instant = alike(x, y)
    both = (b.minimum if name == "min" else b.maximum)(a, c)
    kx, ky = presence(x), presence(y)
    if kx is not b.TRUE or ky is not b.TRUE:
        # The one that is always there stands alone: its own range is that of the rest, as of a divisor above zero.
        alone = c if ky is b.TRUE else a if kx is b.TRUE else b.ite(kx, a, c)
        both = b.ite(b.and_(kx, ky), both, alone)
    return Number(b.or_(kx, ky), both, worth, instant)


def epoch(x: Value) -> Value:
    """`extract(epoch FROM x)`: exact seconds since 1970-01-01 UTC."""
    if not isinstance(x, Number) or not x.instant:
        raise Unreadable("`extract(epoch FROM …)` of what is not an instant")
    return Number(x.known, x.expr, x.worth)


# ── comparison and choice ────────────────────────────────────────────────────────────────────────────────────


def met(word: Word, other: Expr) -> Expr:
    """What a written string is, beside a label, key or text."""
    if other.type.sort == "enum" and word.text not in other.type.labels:
        raise Unreadable(f"`{word.text}` is no label of `{other.type.name}`")
    return b.const(other.type, word.text)


def _same(x: Value, y: Value) -> Condition:
    """`x = y`."""
    if isinstance(x, Condition) and isinstance(y, Condition):
        return Condition(
            b.or_(b.and_(x.true, y.true), b.and_(x.false, y.false)),
            b.or_(b.and_(x.true, y.false), b.and_(x.false, y.true)),
        )
    if isinstance(x, Word) and isinstance(y, Word):
        return two_valued(b.const(BOOL, x.text == y.text))
    if isinstance(x, Word):
        x, y = y, x
    if isinstance(x, Label) and isinstance(y, Label | Word):
        other = met(y, x.expr) if isinstance(y, Word) else y.expr
        if other.type.sort != x.expr.type.sort:
            raise Unreadable("values of different types are compared")
        return _atom(x, y, b.eq(x.expr, other))
    a, c, _, _ = alike(x, y)
    return _atom(x, y, b.eq(a, c))


def _atom(x: Value, y: Value, atom: Expr) -> Condition:
    known = b.and_(presence(x), presence(y))
    return Condition(b.and_(known, atom), b.and_(known, b.not_(atom)))


_ORDER: dict[str, tuple[Callable[[Expr, Expr], Expr], bool]] = {
    "<": (b.lt, False),
    "<=": (b.le, False),
    ">": (b.lt, True),
    ">=": (b.le, True),
}


def compare(op: str, x: Value, y: Value) -> Condition:
    """`x op y`: NULL where one of them is."""
    if isinstance(x, Null) or isinstance(y, Null):
        return Condition(b.FALSE, b.FALSE)
    if op == "=":
        return _same(x, y)
    if op in ("<>", "!="):
        return negation(_same(x, y))
    if op not in _ORDER:
        raise Unreadable(f"the operator `{op}` is not one that the printer writes")
    a, c, _, _ = alike(x, y)
    order, swapped = _ORDER[op]
    return _atom(x, y, order(c, a) if swapped else order(a, c))


def distinct(x: Value, y: Value) -> Condition:
    """`x IS DISTINCT FROM y`: never NULL."""
    one, other = presence(x), presence(y)
    same = Condition(b.FALSE, b.FALSE) if NULL in (x, y) else compare("=", x, y)
    return two_valued(b.not_(b.or_(same.true, b.and_(b.not_(one), b.not_(other)))))


def truth_test(name: str, x: Value) -> Condition:
    """`x IS TRUE`, `NOT_TRUE`, `FALSE`, `NOT_FALSE`, `UNKNOWN`, `NOT_UNKNOWN`: never NULL."""
    found = condition(x)
    tests = {"TRUE": found.true, "FALSE": found.false, "UNKNOWN": b.not_(found.known)}
    positive = name.removeprefix("NOT_")
    if positive not in tests:
        raise Unreadable(f"the test `IS {name}`")
    return two_valued(tests[positive] if positive == name else b.not_(tests[positive]))


def mentions(x: Value, terms: tuple[str, ...]) -> Condition:
    """`aln.mentions(x, terms…)`: NULL of a NULL text; the server refuses a term that is not in normal form."""
    if not isinstance(x, Label) or x.expr.type.sort != "text":
        raise Unreadable("`mentions` of what is not a text column")
    if not all(re.fullmatch("[a-z]+( [a-z]+)*", t) for t in terms):
        raise Unreadable("a term that is not in normal form")
    return _atom(x, x, b.mentions(x.expr, terms))


def _either(c: Expr, x: Expr, y: Expr) -> Expr:
    """`x` where c, else `y`, for presence."""
    return x if x is y else b.or_(b.and_(c, x), b.and_(b.not_(c), y))


def choose(c: Value, x: Value, y: Value) -> Value:
    """`CASE WHEN c THEN x ELSE y END`: y also where c is NULL."""
    when = condition(c).true
    if isinstance(x, Condition | Null) and isinstance(y, Condition | Null):
        p, q = condition(x), condition(y)
        return Condition(_either(when, p.true, q.true), _either(when, p.false, q.false))
    if isinstance(x, Null) or isinstance(y, Null):
        raise Unreadable("a NULL is chosen")
    known = _either(when, presence(x), presence(y))
    if isinstance(x, Label | Word) and isinstance(y, Label | Word):
        like = x if isinstance(x, Label) else y
        if not isinstance(like, Label):
            raise Unreadable("a choice between two strings")
        a, c_ = (v.expr if isinstance(v, Label) else met(v, like.expr) for v in (x, y))
        if a.type.sort != c_.type.sort:
            raise Unreadable("a choice between values of different types")
        return Label(known, b.ite(when, a, c_))
    a, c_, worth, instant = alike(x, y)
    return Number(known, b.ite(when, a, c_), worth, instant)


def coalesce(x: Value, y: Value) -> Value:
    """`COALESCE(x, y)`. A column whose substitute is what core reads there anyway is the variable itself."""
    if isinstance(x, Condition) and isinstance(y, Condition):
        return Condition(
            b.or_(x.true, b.and_(b.not_(x.known), y.true)), b.or_(x.false, b.and_(b.not_(x.known), y.false))
        )
    if isinstance(x, Null | Condition) or isinstance(y, Null | Condition):
        raise Unreadable("this COALESCE is not one that the printer writes")
    known = presence(x)
    if known is b.TRUE:
        return x
    value = choose(two_valued(known), x, y)
    expr: Expr | None = x.expr if isinstance(x, Number | Label) else None
    if expr is not None and expr.kind == "var" and presence(y) is b.TRUE:
        missing: Scalar = expr.type.default()
        same = b.const(expr.type, missing)
        if isinstance(x, Label) and isinstance(y, Word) and y.text == missing:
            return Label(b.TRUE, expr)
        if isinstance(x, Number) and b.eq(alike(x, y)[1], same) is b.TRUE:
            return Number(b.TRUE, expr, x.worth, x.instant)
    return value


def instant_of(micros: int) -> Number:
    """A written instant, in microseconds since 1970-01-01 UTC."""
    unit = Unit("", "us", Fraction(1, 10**6), "instant")
    return Number(b.TRUE, b.const(b.number_type(0, 0, Fraction(1), unit), micros), Fraction(1), True)
