"""Expressions whose answer does not depend on what they ask, or that no target can evaluate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from aln.checker.registry import finding
from aln.checker.typed import ManyTy, parse_instant
from aln.checker.units import MICROSECOND
from aln.checker.walk import Site, chain, sites
from aln.core.ir import TEXT, Type
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t
from aln.syntax.format import format_expr

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule


def never_missing(checked: CheckedModule) -> Iterator[Diagnostic]:
    """`present` of what is always there hides that nothing was asked.

    `any x in R : present(x.id)` is let pass: it is how older texts ask whether R holds a record at all.
    """
    for site in sites(checked.module, checked.model):
        idiom = {
            id(e.body)
            for e, _, _ in site.scoped(checked.model)
            if isinstance(e, t.Quantified) and e.kind == "any" and isinstance(e.body, t.Call)
            and len(e.body.arguments) == 1 and str(e.body.arguments[0]).startswith(f"{e.variable}.")
        }  # fmt: skip
        for e, variables, _ in site.scoped(checked.model):
            if (
                isinstance(e, t.Call) and e.function in ("present", "absent") and len(e.arguments) == 1
                and isinstance(e.arguments[0], t.Path) and id(e) not in idiom
                and _always_there(checked, site, variables, e.arguments[0])
            ):  # fmt: skip
                answer = "true" if e.function == "present" else "false"
                yield finding(
                    "ALN0402", e.span, f"`{e.arguments[0]}` is never missing, so this is always {answer}",
                    "remove the question, or declare the field optional with `?`",
                )  # fmt: skip


def _always_there(checked: CheckedModule, site: Site, variables: Mapping[str, str], path: t.Path) -> bool:
    if path.parts[0] in variables:
        if len(path.parts) == 1:
            return True
        hops = chain(checked.model, variables, path)
        # A reference may dangle and a relation may be incomplete: only a plain field is certain.
        return hops is not None and len(hops) == 1 and not hops[0].optional and not hops[0].entity
    if isinstance(site.owner, t.Machine):
        always = {i.name for i in site.owner.items if isinstance(i, t.State | t.Timer | t.Output)}
        return len(path.parts) == 1 and path.parts[0] in always
    return False


def text_with_text(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Text is compared with literals and lexicons: two fields would be compared differently in each target."""
    for site in sites(checked.module, checked.model):
        for e, _, _ in site.scoped(checked.model):
            if isinstance(e, t.Binary) and e.op in ("==", "!="):
                sides = [checked.model.constant(x) for x in (e.left, e.right)]
                if all(checked.types.of.get(id(x)) == TEXT for x in (e.left, e.right)) and not any(
                    isinstance(x, t.String) for x in sides
                ):
                    yield finding(
                        "ALN0415", e.span, f"`{format_expr(e.left)}` and `{format_expr(e.right)}` are both text",
                        "compare text with a literal or a lexicon, or make both fields an enum or a key",
                    )  # fmt: skip


def nested_relation(checked: CheckedModule) -> Iterator[Diagnostic]:
    """No guard is given the relations of a relation's elements."""
    for site in sites(checked.module, checked.model):
        for e, variables, ranging in site.scoped(checked.model):
            if (
                isinstance(e, t.Path) and e.parts[0] in ranging and variables
                and isinstance(checked.types.of.get(id(e)), ManyTy)
            ):  # fmt: skip
                yield finding(
                    "ALN0417", e.span, f"`{e}` is a relation of an element of another relation",
                    "range over relations of the judged record and of the records it refers to",
                )  # fmt: skip


# ── comparisons that the declared ranges decide ──────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Span:
    """Every value of an expression lies here, in the coherent unit of its kind; on multiples of `grain` if known."""

    low: Fraction
    high: Fraction
    grain: Fraction | None = None


def decided(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A comparison that no value within the declared ranges can change is a slip: of a bound, a unit, a sign."""
    for site in sites(checked.module, checked.model):
        # What a machine claims of its own outputs is proved together with their ranges, not assumed from them.
        if site.role == "property":
            continue
        for e, _, _ in site.scoped(checked.model):
            if not isinstance(e, t.Binary) or e.op not in ("==", "!=", "<", "<=", ">", ">="):
                continue
            answer = _answer(checked, site, e)
            if answer is not None:
                why = "as it compares a value with itself" if e.left == e.right else "by the declared ranges"
                yield finding(
                    "ALN0412", e.span, f"`{format_expr(e)}` is always {'true' if answer else 'false'}, {why}",
                    "check the bound and its unit, or remove the comparison",
                )  # fmt: skip


def _answer(checked: CheckedModule, site: Site, e: t.Binary) -> bool | None:
    left, right = checked.types.of.get(id(e.left)), checked.types.of.get(id(e.right))
    if left is None or right is None:
        return None
    if e.left == e.right:
        return e.op in ("==", "<=", ">=")
    if not (isinstance(left, Type) and isinstance(right, Type) and left.unit.kind == right.unit.kind):
        return None
    a, b = (_interval(checked, site, x) for x in (e.left, e.right))
    if a is None or b is None:
        return None
    if e.op in (">", ">="):
        a, b = b, a
    if e.op in ("<", ">"):
        return True if a.high < b.low else False if a.low >= b.high else None
    if e.op in ("<=", ">="):
        return True if a.high <= b.low else False if a.low > b.high else None
    apart = a.high < b.low or b.high < a.low or _off_grid(a, b) or _off_grid(b, a)
    if apart:
        return e.op == "!="
    return e.op == "==" if a.low == a.high == b.low == b.high else None


def _off_grid(point: _Span, values: _Span) -> bool:
    return (
        point.low == point.high and values.grain is not None and (point.low / values.grain).denominator != 1
    )


def _interval(checked: CheckedModule, site: Site, e: t.Expr) -> _Span | None:
    """The values an expression can have by the declared ranges of what it reads; None when they do not say."""
    e = checked.model.constant(e)
    if isinstance(e, t.Number):
        unit = checked.model.unit(e.unit)
        return None if unit is None else _Span(e.value * unit.factor, e.value * unit.factor)
    if isinstance(e, t.String):
        instant = parse_instant(e.value)
        found = checked.types.of.get(id(e))
        if instant is None or not isinstance(found, Type) or found.sort != "int":
            return None
        return _Span(instant * MICROSECOND.factor, instant * MICROSECOND.factor)
    if isinstance(e, t.Path):
        return _declared(checked, site, e)
    if isinstance(e, t.Unary) and e.op == "-":
        inner = _interval(checked, site, e.operand)
        return None if inner is None else _Span(-inner.high, -inner.low, inner.grain)
    if isinstance(e, t.Binary) and e.op in ("+", "-", "*"):
        a, b = _interval(checked, site, e.left), _interval(checked, site, e.right)
        if a is None or b is None:
            return None
        if e.op == "+":
            return _Span(a.low + b.low, a.high + b.high)
        if e.op == "-":
            return _Span(a.low - b.high, a.high - b.low)
        corners = [x * y for x in (a.low, a.high) for y in (b.low, b.high)]
        return _Span(min(corners), max(corners))
    return None


def _declared(checked: CheckedModule, site: Site, path: t.Path) -> _Span | None:
    """The declared range of a field, an input, a state or an output; a `let` declares none."""
    found = checked.types.of.get(id(path))
    if not isinstance(found, Type) or found.sort != "int" or found.name == "unranged":
        return None
    if len(path.parts) == 1:
        declared = site.owner.items if isinstance(site.owner, t.Machine) else ()
        if not any(isinstance(i, t.Input | t.State | t.Output) and i.name == path.parts[0] for i in declared):
            return None
    return _Span(found.lo * found.grain, found.hi * found.grain, found.grain)
