"""How far a tick is from making a formula true, as text for the functions of `steps`: 0 where it is.

A conjunction is as far as all its parts, a disjunction as its nearest part, a comparison more the more it fails.
Definitions are looked into, and a comparison of chosen numbers is one of each choice: so it shows which inputs matter.
Source: Tracey, Clark, Mander, McDermid, An automated framework for structural test-data generation (ASE 1998).
"""

from __future__ import annotations

from collections.abc import Callable

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, Expr
from aln.verifier.runs.steps import Writer

UNIT = 1024
"""How far a truth is that is not as it should be; a comparison of numbers that fails is half as far or more."""
NEVER = 100 * UNIT
"""How far a formula is that is never true."""
CHOICES = 12
"""A value with more choices than this is not looked into."""


def gap(n: int) -> int:
    """How far a comparison is that fails by n > 0: further with each doubling, and a little in between."""
    bits = n.bit_length()
    between = (n << 3) >> (bits - 1) & 7
    return UNIT // 2 + min(24 * bits + 3 * between, 384) + min(4 * max(0, bits - 16), 127)


class Distance:
    """The distances of one tick's text. What uses them needs the name `gap`.

    A comparison or truth that is not `movable` is never otherwise than it is.
    """

    def __init__(self, writer: Writer, movable: Callable[[Expr], bool] = lambda e: True) -> None:
        self.writer, self.movable = writer, movable
        self.definitions = {d.name: d.value for d in writer.definitions}
        self.known: dict[tuple[Expr, bool], str] = {}
        self.in_parts: dict[Expr, Expr] = {}

    def to(self, e: Expr, wanted: bool) -> str:
        """The name of the distance to `e` being true, or false."""
        found = self.known.get((e, wanted))
        if found is None:
            found = self.known[e, wanted] = self.writer.named(self._to(e, wanted))
        return found

    def outside(self, e: Expr, low: int, high: int) -> str:
        """The name of the distance to a number being below or above a range."""
        x = self.writer.text(e)
        return self.writer.named(
            f"min(gap({x} - {low} + 1) if {x} >= {low} else 0, gap({high} - {x} + 1) if {x} <= {high} else 0)"
        )

    def _to(self, e: Expr, wanted: bool) -> str:
        if e.kind == "const":
            return "0" if e.value is wanted else str(NEVER)
        if e.kind == "var" and e.name in self.definitions:
            return self.to(self.definitions[e.name], wanted)
        if e.kind == "op" and e.name == "not":
            return self.to(e.args[0], not wanted)
        if e.kind == "op" and e.name in ("and", "or"):
            parts = [self.to(x, wanted) for x in e.args]
            return " + ".join(parts) if (e.name == "and") is wanted else f"min({', '.join(parts)})"
        if e.kind == "op":
            cases = self.cases(e)
            if cases is not e:
                return self.to(cases, wanted)
            if e.args[0].type.sort == "int" and self.movable(e):
                return self._number(e, wanted)
        far = UNIT if self.movable(e) else NEVER
        yes, no = (0, far) if wanted else (far, 0)
        return f"({yes} if {self.writer.text(e)} else {no})"

    def _number(self, e: Expr, wanted: bool) -> str:
        x, y = (self.writer.text(a) for a in e.args)
        if e.name == "eq":
            return (
                f"(0 if {x} == {y} else gap(abs({x} - {y})))" if wanted else f"({UNIT} if {x} == {y} else 0)"
            )
        op = "<" if e.name == "lt" else "<="
        if wanted:
            return f"(0 if {x} {op} {y} else gap({x} - {y}{' + 1' if op == '<' else ''}))"
        return f"(gap({y} - {x}{' + 1' if op == '<=' else ''}) if {x} {op} {y} else 0)"

    # ── choices ──────────────────────────────────────────────────────────────────────────────────────────────

    def cases(self, e: Expr) -> Expr:
        """A comparison without choices in its sides, the same formula; `e` itself where there are none, or too many."""
        x, y = (self.parted(a) for a in e.args)
        return compared(e.name, x, y) if 1 < _choices(x) * _choices(y) <= 2 * CHOICES else e

    def parted(self, e: Expr) -> Expr:
        """A value with its definitions looked into, its choices outside and its sums inside."""
        found = self.in_parts.get(e)
        if found is None:
            found = self._parted(e)
            self.in_parts[e] = found = found if 1 < _choices(found) <= CHOICES else e
        return found

    def _parted(self, e: Expr) -> Expr:
        if e.kind == "var" and e.name in self.definitions:
            return self.parted(self.definitions[e.name])
        if e.kind != "op" or e.type.sort == "bool":
            return e
        if e.name == "ite":
            return b.ite(e.args[0], *(self.parted(a) for a in e.args[1:]))
        return _spread(e, tuple(self.parted(a) for a in e.args))


def _choices(e: Expr) -> int:
    return sum(_choices(a) for a in e.args[-2:]) if e.name in ("ite", "min", "max") else 1


def _spread(e: Expr, args: tuple[Expr, ...]) -> Expr:
    """The number `e` over other arguments, their choices outside."""
    for n, a in enumerate(args):
        if a.name not in ("ite", "min", "max") or e.name in ("min", "max"):
            continue
        x, y = (_spread(e, (*args[:n], part, *args[n + 1 :])) for part in a.args[-2:])
        if a.name == "ite":
            return b.ite(a.args[0], x, y)
        factor = next((o for m, o in enumerate(args) if m != n and o.kind == "const"), None)
        if e.name in ("add", "sub") or (e.name == "mul" and factor is not None):
            falls = (
                n == 1 if e.name == "sub" else e.name == "mul" and factor is not None and factor.type.lo < 0
            )
            return b.minimum(x, y) if (a.name == "min") is not falls else b.maximum(x, y)
    made = b.rebuild(e, args)
    # A smaller range than that of `e` may decide a comparison.
    return b.const(made.type, evaluate(made, {})) if args and all(a.kind == "const" for a in args) else made


def compared(name: str, x: Expr, y: Expr) -> Expr:
    """The comparison of two values, one for each choice of theirs, decided where numbers differ by a constant."""
    for one, left in ((x, True), (y, False)):
        if one.name not in ("ite", "min", "max"):
            continue
        if one.name != "ite" and name == "eq":
            return b.and_(compared("le", x, y), compared("le", y, x))
        p, q = (compared(name, part, y) if left else compared(name, x, part) for part in one.args[-2:])
        if one.name == "ite":
            return b.or_(b.and_(one.args[0], p), b.and_(b.not_(one.args[0]), q))
        return b.or_(p, q) if (one.name == "min") is left else b.and_(p, q)
    if x.type.sort != "int":
        return b.eq(x, y)
    apart = _sum(b.sub(x, y))
    if not any(n for part, n in apart.items() if part is not None):
        d = apart.get(None, 0)
        return b.const(BOOL, d < 0 if name == "lt" else d <= 0 if name == "le" else d == 0)
    return {"lt": b.lt, "le": b.le, "eq": b.eq}[name](x, y)


def _sum(e: Expr) -> dict[Expr | None, int]:
    """A number as a sum of others, each times a factor; what is constant stands under None."""
    if e.kind == "const":
        return {None: int(e.value or 0)}
    if e.kind == "op" and e.name in ("add", "sub"):
        out = _sum(e.args[0])
        for part, n in _sum(e.args[1]).items():
            out[part] = out.get(part, 0) + (n if e.name == "add" else -n)
        return out
    if e.kind == "op" and e.name == "mul" and e.args[1].kind == "const":
        return {part: n * int(e.args[1].value or 0) for part, n in _sum(e.args[0]).items()}
    return {e: 1}
