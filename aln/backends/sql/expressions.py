"""Core → SQL expressions over columns, two-valued wherever every domain holds.

What an expression prints to:
- a number is worth count·grain in units of `measure` (a factor to the coherent unit), as exact numeric; a
  comparison picks the finest unit of its variables, so that one unit prints as bare columns;
- an instant compares as timestamptz, and enters arithmetic as seconds, `extract(epoch FROM …)`, which is numeric;
- a read that no test of presence covers is a COALESCE to what core reads there, so that no NULL ever arises.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from math import gcd, lcm

from aln.backends.interface import Unsupported
from aln.backends.sql.names import (
    ROOT,
    SCHEMA,
    STATED,
    asked,
    column,
    decimal,
    instant,
    link_column,
    quote,
    string,
    table,
)
from aln.core import text
from aln.core.ir import Expr, Field, Guard, Record, Type, walk

__all__ = ["Printer", "is_local", "join"]

_WIDTH = 96
_INSTANT = "instant"


def is_local(guard: Guard, condition: Expr) -> bool:
    """Whether a condition reads nothing but the judged record's own columns, so that a CHECK can hold it."""
    own = {f.name for f in guard.records[0].fields}
    return all(
        e.kind != "each" and (e.kind not in ("var", "given") or e.name in own) for e in walk(condition)
    )


def _gcd(a: Fraction, b: Fraction) -> Fraction:
    return Fraction(gcd(a.numerator, b.numerator), lcm(a.denominator, b.denominator))


def _indent(block: str) -> str:
    return "\n".join("    " + line for line in block.split("\n"))


def _joined(op: str, parts: list[str]) -> str:
    line = f"({f' {op} '.join(parts)})"
    if len(line) <= _WIDTH and "\n" not in line:
        return line
    return "(\n" + _indent(f"\n{op} ".join(parts)) + "\n)"


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints the expressions of one guard. `bare`: columns stand alone, as in a CHECK of the judged table."""

    guard: Guard
    bare: bool = False
    bounds: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    # ── names ────────────────────────────────────────────────────────────────────────────────────────────────

    def record(self, path: str) -> Record | None:
        return next((r for r in self.guard.records if r.path == path), None)

    def full(self, name: str) -> str:
        """A variable's name, or a path, by the path of the list instead of the bound name."""
        head, dot, rest = name.partition(".")
        return self.bounds[head] + dot + rest if head in self.bounds else name

    @staticmethod
    def alias(name: str) -> str:
        """The alias of a record: the name it is read by."""
        return quote(name) if name else ROOT

    def field(self, name: str) -> tuple[Record, Field]:
        path, _, last = self.full(name).rpartition(".")
        record = self.record(path)
        found = next((f for f in record.fields if f.name == last), None) if record else None
        if record is None or found is None:
            raise Unsupported(f"`{name}` is not a stored field of the records that the guard reads")
        return record, found

    def input(self, name: str) -> Field | None:
        """The input beside the records that is called so."""
        return next((f for f in self.guard.inputs if f.name == name), None)

    def column(self, name: str) -> str:
        stated = self.input(name)
        if stated is not None:
            return f"{STATED}.{asked(stated)}"
        reference = self.record(self.full(name))
        if reference is not None and reference.how == "ref":
            # A reference that is followed: its value is the key of the record joined.
            return f"{self.alias(name)}.{quote(reference.key)}"
        written = column(*self.field(name))
        return written if self.bare else f"{self.alias(name.rpartition('.')[0])}.{written}"

    def given(self, name: str) -> str:
        """What is not NULL exactly when `name` has a value: its column, or the key of the record joined."""
        record = self.record(self.full(name))
        if record is None:
            return f"{self.column(name)} IS NOT NULL"
        if record.how == "many":
            # A relation in SQL is complete: it is there when its owner is.
            name = name.rpartition(".")[0]
            record = self.record(record.parent)
            if record is None or record.how == "root":
                return "TRUE"
        return f"{self.alias(name)}.{quote(record.key)} IS NOT NULL"

    def is_known(self, name: str) -> bool:
        """Whether a variable cannot be NULL here, by the tests of presence around it."""
        if name in self.known or self.input(name) is not None:
            return True
        if self.record(self.full(name)) is not None:
            return any(n.startswith(name + ".") for n in self.known)
        if self.field(name)[1].optional:
            return False
        reached = name.rpartition(".")[0]
        if not reached or reached in self.bounds:
            return True
        # The key of a record joined is not NULL only where the records that lead to it are joined too.
        return any(n == reached or n.startswith(reached + ".") for n in self.known)

    def knowing(self, names: set[str]) -> Printer:
        return Printer(self.guard, self.bare, self.bounds, self.known | names)

    # ── conditions ───────────────────────────────────────────────────────────────────────────────────────────

    def condition(self, e: Expr) -> str:
        if e.kind == "const":
            return "TRUE" if e.value else "FALSE"
        if e.kind == "var":
            return self.column(e.name) if self.is_known(e.name) else f"COALESCE({self.column(e.name)}, FALSE)"
        if e.kind == "given":
            return self.given(e.name)
        if e.kind == "mentions":
            terms = ", ".join(string(text.term(t)) for t in e.terms)
            return f"{SCHEMA}.mentions({self.value(e.args[0])}, {terms})"
        if e.kind == "each":
            return self.quantified(e)
        if e.name in ("and", "or"):
            positive = e.name == "and"
            tests = {_presence(a, positive) for a in e.args} - {""}
            return _joined(
                e.name.upper(), [self.knowing(tests - {_presence(a, positive)}).condition(a) for a in e.args]
            )
        if e.name == "not":
            inner = e.args[0]
            if inner.kind == "given":
                shown = self.given(inner.name)
                return "FALSE" if shown == "TRUE" else shown.removesuffix(" IS NOT NULL") + " IS NULL"
            if inner.kind == "op" and inner.name == "eq":
                return self.comparison("<>", *inner.args)
            return f"NOT {self.condition(inner)}"
        if e.name in ("lt", "le", "eq"):
            return self.comparison({"lt": "<", "le": "<=", "eq": "="}[e.name], *e.args)
        raise Unsupported(f"SQL has no form for the condition `{e!r}`")

    def comparison(self, op: str, a: Expr, b: Expr) -> str:
        if a.type.sort != "int":
            return f"{self.value(a)} {op} {self.value(b)}"
        if _is_instant(a) and _is_instant(b):
            return f"{self.instant(a)} {op} {self.instant(b)}"
        measure = _measure(a, b)
        return f"{self.number(a, measure)} {op} {self.number(b, measure)}"

    def quantified(self, e: Expr) -> str:
        inner, source = self.inside(e)
        body = e.args[0]
        kind = "EXISTS" if e.name == "any" else "NOT EXISTS"
        if body.kind == "const":
            # What is left of `any true` and `all false`: whether there is an element.
            return f"{kind} ({_below(f'SELECT FROM {source}')})"
        shown = inner.condition(body)
        if e.name == "all":
            # A body that is not true, for whatever reason, is a counterexample.
            shown = f"{shown if _is_junction(body) else f'({shown})'} IS NOT TRUE"
        found = _below(f"SELECT FROM {source} AND " + shown.replace("\n", "\n    "))
        return f"{kind} ({found})"

    def inside(self, e: Expr) -> tuple[Printer, str]:
        """The printer of a quantified body, and `table AS bound … WHERE` the elements are the owner's."""
        path = self.full(str(e.value))
        record = self.record(path)
        if record is None or record.how != "many":
            raise Unsupported(f"`{e.value}` is not a relation that the guard reads")
        if any(r.path.partition(".")[0] == e.bound for r in self.guard.records) or e.bound in (ROOT, STATED):
            raise Unsupported(f"the name `{e.bound}` stands for two records: rename the quantified one")
        # INVARIANT: what was known of an outer element of this name is not known of the inner one.
        known = {n for n in self.known if n != e.bound and not n.startswith(e.bound + ".")}
        inner = Printer(self.guard, self.bare, {**self.bounds, e.bound: path}, frozenset(known))
        source = f"{table(record)} AS {quote(e.bound)}"
        names = {x.name for x in walk(e.args[0]) if x.kind in ("var", "given")}
        for one in self.guard.records:
            name = e.bound + one.path[len(path) :]
            if one.path.startswith(path + ".") and any(n == name or n.startswith(name + ".") for n in names):
                source += "\n" + join(one, name)
        owner = self.record(record.parent)
        assert owner is not None
        link = f"{quote(e.bound)}.{link_column(record.link)}"
        return (
            inner,
            f"{source}\nWHERE {link} = {self.alias(str(e.value).rpartition('.')[0])}.{quote(owner.key)}",
        )

    # ── values ───────────────────────────────────────────────────────────────────────────────────────────────

    def value(self, e: Expr) -> str:
        """A label, key or text."""
        if e.kind == "const":
            return ("UUID " if e.type.sort == "id" else "") + string(str(e.value))
        if e.kind == "var":
            return self.read(e)
        if e.kind == "op" and e.name == "ite":
            return self.choice(e, Printer.value)
        raise Unsupported(f"SQL has no form for the value `{e!r}`")

    def read(self, e: Expr) -> str:
        """A variable's column; what core reads there where it may be NULL."""
        if self.is_known(e.name):
            return self.column(e.name)
        missing = e.type.default()
        if e.type.sort == "int":
            assert isinstance(missing, int)
            shown = instant(missing) if _plain_instant(e.type) else decimal(missing * e.type.step)
        else:
            shown = ("UUID " if e.type.sort == "id" else "") + string(str(missing))
        return f"COALESCE({self.column(e.name)}, {shown})"

    def choice(self, e: Expr, form: Callable[[Printer, Expr], str]) -> str:
        c, a, b = e.args
        then = form(self.knowing({_presence(c, True)} - {""}), a)
        other = form(self.knowing({_presence(c, False)} - {""}), b)
        parts = [f"CASE WHEN {self.condition(c)}", f"THEN {then}", f"ELSE {other} END"]
        line = " ".join(parts)
        return line if len(line) <= _WIDTH else "\n    ".join(parts)

    def instant(self, e: Expr) -> str:
        """An expression that `_is_instant`, as timestamptz."""
        if e.kind == "const":
            return instant(int(e.value or 0) * _micros(e))
        if e.kind == "var":
            return self.read(e)
        if e.kind == "each":
            return self.aggregate(e, Printer.instant, instant(_empty(e) * _micros(e)))
        if e.name == "ite":
            return self.choice(e, Printer.instant)
        if e.name == "mul":
            return self.instant(e.args[0])
        return f"{_EXTREME[e.name]}({', '.join(map(self.instant, e.args))})"

    def number(self, e: Expr, measure: Fraction) -> str:
        """A number, worth count·grain/measure."""
        worth = e.type.grain / measure
        if e.kind == "const":
            return decimal(int(e.value or 0) * worth)
        if _is_instant(e):
            return _times(f"extract(epoch FROM {self.instant(e)})", 1 / measure)
        if e.kind == "var":
            return _times(self.read(e), e.type.unit.factor / measure)
        if e.kind == "each":
            return self.aggregate(e, lambda p, x: p.number(x, measure), decimal(_empty(e) * worth))
        args = e.args
        if e.name in ("add", "sub"):
            sign = "+" if e.name == "add" else "-"
            return f"({self.number(args[0], measure)} {sign} {self.number(args[1], measure)})"
        if e.name in _EXTREME:
            return f"{_EXTREME[e.name]}({', '.join(self.number(a, measure) for a in args)})"
        if e.name == "abs":
            return f"abs({self.number(args[0], measure)})"
        if e.name == "ite":
            return self.choice(e, lambda p, x: p.number(x, measure))
        if e.name == "mul":
            return self.product(args[0], args[1], e.type.grain, measure)
        if e.name == "div":
            return _times(self.quotient(args[0], args[1]), worth)
        raise Unsupported(f"SQL has no form for the number `{e!r}`")

    def product(self, a: Expr, b: Expr, grain: Fraction, measure: Fraction) -> str:
        if a.kind == "const":
            a, b = b, a
        if b.kind == "const":
            # A change of grain is such a product too, and multiplies by one.
            return _times(self.number(a, measure), int(b.value or 0) * grain / a.type.grain)
        x, y = _measure(a), _measure(b)
        rest = grain / (a.type.grain * b.type.grain) * x * y / measure
        return _times(f"({self.number(a, x)} * {self.number(b, y)})", rest)

    def quotient(self, a: Expr, b: Expr) -> str:
        """⌊a/b⌋. `div` cuts toward zero and is exact; division of numerics is rounded."""
        if b.type.lo <= 0:
            raise Unsupported("SQL divides only by a number whose declared range lies above zero")
        measure = _measure(a, b)
        x, y = self.number(a, measure), self.number(b, measure)
        if a.type.lo >= 0:
            return f"div({x}, {y})"
        count = decimal(a.type.grain / measure)
        return f"CASE WHEN 0 <= {x} THEN div({x}, {y}) ELSE 0 - div(0 - {x} + {y} - {count}, {y}) END"

    def aggregate(self, e: Expr, form: Callable[[Printer, Expr], str], empty: str) -> str:
        inner, source = self.inside(e)
        read = _read(e.args[0])
        # SQL gives an aggregate that reads nothing of its own query to the query around it: the filter holds it here.
        own = "" if not read or e.bound in read else f" FILTER (WHERE {source.rpartition('WHERE ')[2]})"
        query = f"SELECT {e.name}({form(inner, e.args[0])}){own}\nFROM {source}"
        return f"COALESCE(({_below(query)}), {empty})"


def _below(query: str) -> str:
    return "\n" + _indent(query) + "\n"


def _is_junction(e: Expr) -> bool:
    return e.kind == "op" and e.name in ("and", "or")


def join(record: Record, name: str) -> str:
    """The join that reaches a referenced record; where it dangles, its columns are NULL: missing."""
    alias, parent = Printer.alias(name), Printer.alias(name.rpartition(".")[0])
    return (
        f"LEFT JOIN {table(record)} AS {alias}"
        f" ON {alias}.{quote(record.key)} = {parent}.{link_column(record.link)}"
    )


_EXTREME = {"min": "LEAST", "max": "GREATEST"}


def _presence(e: Expr, positive: bool) -> str:
    """The name whose presence makes a literal of this sign true, or nothing."""
    if positive:
        return e.name if e.kind == "given" else ""
    return e.args[0].name if e.kind == "op" and e.name == "not" and e.args[0].kind == "given" else ""


def _empty(e: Expr) -> int:
    """What core says of an aggregate over no elements, as a count."""
    return 0 if e.name == "sum" else e.type.hi if e.name == "min" else e.type.lo


def _times(shown: str, factor: Fraction) -> str:
    return shown if factor == 1 else f"{shown} * {decimal(factor)}"


def _micros(e: Expr) -> int:
    """Microseconds in one count of an instant on a grid no finer than that."""
    return int(e.type.grain * 10**6)


def _plain_instant(t: Type) -> bool:
    return t.unit.kind == _INSTANT and t.grain == Fraction(1, 10**6)


def _is_instant(e: Expr) -> bool:
    """Whether SQL computes `e` as timestamptz: made of stored instants by choice alone."""
    if e.type.unit.kind != _INSTANT:
        return False
    if e.kind == "const":
        return (int(e.value or 0) * e.type.grain * 10**6).denominator == 1 and e.type.grain >= Fraction(
            1, 10**6
        )
    if e.kind == "var":
        return _plain_instant(e.type)
    if e.kind == "each":
        return e.name in ("min", "max") and _is_instant(e.args[0])
    if e.name == "mul":
        return e.args[1].kind == "const" and e.args[0].type.grain == e.type.grain * int(e.args[1].value or 0)
    return e.name in ("min", "max", "ite") and all(map(_is_instant, e.args[-2:]))


def _measure(*numbers: Expr) -> Fraction:
    """The unit to compare in, by its factor: the finest of the variables', so that none needs a fraction."""
    factors: list[Fraction] = []
    stack = list(numbers)
    while stack:
        e = stack.pop()
        if e.type.sort != "int":
            continue
        if _is_instant(e):
            factors.append(Fraction(1))
        elif e.kind in ("const", "var"):
            factors.append(e.type.unit.factor)
        elif e.kind == "op" and e.name == "ite":
            stack += e.args[1:]
        elif e.kind == "op" and e.name == "mul" and e.args[1].kind == "const":
            stack.append(e.args[0])
        elif e.kind == "op" and e.name in ("div", "mul"):
            factors.append(e.type.unit.factor)
        else:
            stack += e.args
    return reduce(_gcd, factors) if factors else numbers[0].type.unit.factor


def _read(e: Expr) -> set[str]:
    """The first parts of the names that an expression reads from around it, the lists that it walks included."""
    if e.kind in ("var", "given"):
        return {e.name.partition(".")[0]}
    found = set().union(*map(_read, e.args))
    return (found - {e.bound}) | {str(e.value).partition(".")[0]} if e.kind == "each" else found
