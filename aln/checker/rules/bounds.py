"""Conditions that say the same thing twice, nothing at all, or the opposite of what they seem to say."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

from aln.checker.registry import finding
from aln.checker.walk import Site, sites
from aln.core.ir import Type
from aln.diagnostics import Diagnostic, Edit, Fix, Span
from aln.syntax import tree as t
from aln.syntax.format import format_expr

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


def double_negation(checked: CheckedModule) -> Iterator[Diagnostic]:
    """`forbid not e` is `require e`, and a reader has to undo two negations to see it."""
    for policy in checked.module.items:
        for rule in policy.items if isinstance(policy, t.Policy) else ():
            if not (isinstance(rule, t.Rule) and isinstance(rule.condition, t.Unary)):
                continue
            if rule.condition.op == "not":
                other = "require" if rule.kind == "forbid" else "forbid"
                shown = format_expr(rule.condition.operand)
                # `require not e` is how most rules are written; only the double negation is hard to read.
                if rule.kind == "forbid":
                    yield finding(
                        "ALN0437", rule.span, f"`forbid not` denies what is not `{shown}`",
                        f"write `{other} {shown}`", _positive(rule, rule.condition),
                    )  # fmt: skip


def _positive(rule: t.Rule, negation: t.Unary) -> Fix:
    at = negation.span
    word = Span(at.file, at.line, at.column, at.line, at.column + len("not"))
    before = Span(at.file, rule.span.line, rule.span.column, at.line, at.column)
    return Fix("write `require`", (Edit(before, "require", "forbid"), Edit(word, "")))


def operand_twice(checked: CheckedModule) -> Iterator[Diagnostic]:
    """`a and a` is a copy that was meant to be changed."""
    for site in sites(checked.module, checked.model):
        seen: set[int] = set()
        for e, _, _ in site.scoped(checked.model):
            if isinstance(e, t.Binary) and e.op in ("and", "or") and id(e) not in seen:
                parts = list(_parts(e, e.op, seen))
                for index, part in enumerate(parts):
                    if part in parts[:index]:
                        says = f"`{format_expr(part)}` stands twice in this condition"
                        yield finding("ALN0456", part.span, says, "remove one of them, or mend it")


def _parts(e: t.Expr, op: str, seen: set[int]) -> Iterator[t.Expr]:
    """The operands of a chain of one operator; the chain's own nodes go to `seen`."""
    if isinstance(e, t.Binary) and e.op == op:
        seen.add(id(e))
        yield from _parts(e.left, op, seen)
        yield from _parts(e.right, op, seen)
    else:
        yield e


def contradicting_bounds(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Two bounds of one value that no number meets, or that every number meets one of."""
    for site in sites(checked.module, checked.model):
        seen: set[int] = set()
        for e, _, _ in site.scoped(checked.model):
            if isinstance(e, t.Binary) and e.op in ("and", "or") and id(e) not in seen:
                bounds = [b for p in _parts(e, e.op, seen) if (b := _bound(checked, p)) is not None]
                yield from _opposed(e, bounds, site)


# The value that is bounded, the direction, whether the bound itself is meant, the bound, the comparison.
_Bound = tuple[t.Expr, bool, bool, Fraction, t.Expr]


def _bound(checked: CheckedModule, e: t.Expr) -> _Bound | None:
    if not (isinstance(e, t.Binary) and e.op in _MIRRORED):
        return None
    for value, literal, op in ((e.left, e.right, e.op), (e.right, e.left, _MIRRORED[e.op])):
        number = checked.model.constant(literal)
        sign = 1
        if isinstance(number, t.Unary) and number.op == "-":
            sign, number = -1, checked.model.constant(number.operand)
        unit = checked.model.unit(number.unit) if isinstance(number, t.Number) else None
        found = checked.types.of.get(id(value))
        if (
            isinstance(value, t.Path) and isinstance(number, t.Number) and unit is not None
            and isinstance(found, Type) and found.unit.kind == unit.kind
            and not isinstance(checked.model.constant(value), t.Number)
        ):  # fmt: skip
            return value, op in ("<", "<="), "=" in op, sign * number.value * unit.factor, e
    return None


def _opposed(e: t.Binary, bounds: list[_Bound], site: Site) -> Iterator[Diagnostic]:
    for index, (value, upper, closed, number, one) in enumerate(bounds):
        for other_value, other_upper, other_closed, other_number, other in bounds[:index]:
            if value != other_value or upper == other_upper:
                continue
            high, low = (number, other_number) if upper else (other_number, number)
            both = f"`{format_expr(other)}` and `{format_expr(one)}`"
            if e.op == "and" and (high < low or (high == low and not (closed and other_closed))):
                help_ = "swap the bounds, or write `or`"
                yield finding("ALN0457", one.span, f"no value meets both {both}", help_)
            if e.op == "or" and (high > low or (high == low and (closed or other_closed))):
                says = f"every value meets {both.replace(' and ', ' or ')}"
                yield finding("ALN0458", one.span, says, "swap the bounds, or write `and`")


def refuses_other_labels(checked: CheckedModule) -> Iterator[Diagnostic]:
    """`require x.class == A and …` means to limit one class, and refuses all the others."""
    for site in sites(checked.module, checked.model):
        if site.role != "rule" or not isinstance(site.part, t.Rule) or site.part.kind != "require":
            continue
        parts = list(_parts(site.part.condition, "and", set()))
        tests = [p for p in parts if _is_label_test(checked, p)]
        rest = [p for p in parts if p not in tests]
        if tests and any(_is_limit(checked, p) for p in rest):
            shown, limit = (" and ".join(format_expr(p) for p in group) for group in (tests, rest))
            yield finding(
                "ALN0447", site.part.condition.span, f"this rule refuses every record that is not `{shown}`",
                f"if it limits those only, write `{shown} implies {limit}`; else give it a rule of its own",
            )  # fmt: skip


def _is_label_test(checked: CheckedModule, e: t.Expr) -> bool:
    if not (isinstance(e, t.Binary) and e.op == "=="):
        return False
    found = checked.types.of.get(id(e.left))
    return isinstance(found, Type) and found.sort == "enum" and len(found.labels) > 1


def _is_limit(checked: CheckedModule, e: t.Expr) -> bool:
    """Whether a condition bounds a number: what holds of one class of things and not of another."""
    found = checked.types.of.get(id(e.left)) if isinstance(e, t.Binary) and e.op in _MIRRORED else None
    return isinstance(found, Type) and found.sort == "int" and found.unit.kind != "instant"
