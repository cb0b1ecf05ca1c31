"""Words that people rely on: reasons that fit their rule, terms that match what they should, units told by type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from aln.checker.model import Model, suggestion
from aln.checker.registry import finding
from aln.checker.units import likely
from aln.checker.walk import nodes
from aln.core.text import term
from aln.diagnostics import Diagnostic, Edit, Fix
from aln.syntax import tree as t
from aln.syntax.format import format_expr

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule


def reason_of_another_field(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A reason that names a field its rule never reads was copied from another rule."""
    for policy in checked.module.items:
        entity = checked.model.entities.get(policy.entity) if isinstance(policy, t.Policy) else None
        if entity is None or not isinstance(policy, t.Policy):
            continue
        for rule in policy.items:
            if not isinstance(rule, t.Rule):
                continue
            read = {part for n in nodes(rule.condition) if isinstance(n, t.Path) for part in n.parts}
            for name in dict.fromkeys(re.findall(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+", rule.because)):
                if name in entity.fields and name not in read:
                    says = f"the reason speaks of `{name}`, which this rule does not read"
                    help_ = "let the reason say what the rule asks, or let the rule ask what it says"
                    yield finding("ALN0443", rule.span, says, help_)


def reasons(model: Model, policy: str, seen: frozenset[str] = frozenset()) -> list[str]:
    """Every reason that a policy can give, those of what it includes too."""
    found = model.policies.get(policy)
    out: list[str] = []
    for item in found.items if found is not None and policy not in seen else ():
        if isinstance(item, t.Rule):
            out.append(item.because)
        else:
            out += reasons(model.home(policy), item.policy, seen | {policy})
    return out


def tests(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A test expects something, of every record it gives, and only what its policy can say."""
    for test in checked.module.items:
        if not isinstance(test, t.Test):
            continue
        if not test.expects:
            says = f"the test `{test.name}` expects nothing"
            yield finding(
                "ALN0460", test.span, says, "add `expect POLICY(x) allowed;` or `… denied because …;`"
            )
            continue
        used = {e.argument for e in test.expects}
        used |= {n.parts[0] for g in test.givens for n in nodes(g.record) if isinstance(n, t.Path)}
        for given in test.givens:
            if given.variable not in used and not _belongs(checked, test, given):
                says = f"the given `{given.variable}` is neither judged nor referred to"
                yield finding("ALN0461", given.span, says, "expect something of it, or remove it")
        for expect in test.expects:
            known = reasons(checked.model, expect.policy)
            for reason in expect.because if known else ():
                if reason not in known:
                    yield finding(
                        "ALN0444", expect.span, f'no rule of `{expect.policy}` gives the reason "{reason}"',
                        suggestion(reason, known) or f"its reasons are {', '.join(f'`{r}`' for r in dict.fromkeys(known))}",
                    )  # fmt: skip


def _belongs(checked: CheckedModule, test: t.Test, given: t.Given) -> bool:
    """Whether a given record stands in a relation of another: then that one's judgement reads it."""
    others = {g.entity for g in test.givens}
    return any(
        f.is_many and f.entity == given.entity
        for name in others
        if name in checked.model.entities
        for f in checked.model.entities[name].fields.values()
    )


def terms(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A term that holds another adds nothing; one of a single letter is found where nobody means it."""
    for item in checked.module.items:
        for text in item.terms if isinstance(item, t.Lexicon) else ():
            assert isinstance(item, t.Lexicon)
            letters = _letters(text)
            if len(letters) == 1 and len(letters[0]) == 1:
                says = f"the term `{text}` of `{item.name}` is a single letter"
                yield finding("ALN0459", item.span, says, "write the words that are meant")
            for other in item.terms:
                inner = _letters(other)
                if inner and inner != letters and _holds(letters, inner):
                    says = f"every text that mentions `{text}` mentions `{other}` too, so `{text}` adds nothing to `{item.name}`"
                    yield finding("ALN0440", item.span, says, f"remove `{text}`, or the shorter `{other}`")
                    break


def _letters(text: str) -> list[str]:
    """The words of a term as they are matched; none for one that is at fault by itself."""
    return term(text).split() if text.isascii() and any(c.isalpha() for c in text) else []


def _holds(letters: list[str], inner: list[str]) -> bool:
    return any(letters[i : i + len(inner)] == inner for i in range(len(letters) - len(inner) + 1))


# Endings of names that say a unit, beside what the table of units knows by that name.
_ENDINGS: Mapping[str, str] = {
    "pct": "percent", "percent": "percent", "mcg": "mcg", "sec": "s", "secs": "s", "mins": "min", "hrs": "h",
    "minutes": "minutes", "seconds": "seconds", "hours": "hours", "days": "days", "weeks": "weeks", "mmhg": "mmHg",
    "bpm": "bpm", "mm": "mm", "cm": "cm", "kg": "kg", "mg": "mg", "ug": "ug", "ml": "mL", "ms": "ms", "us": "us",
    "hz": "Hz", "mv": "mV", "uv": "uV",
}  # fmt: skip


def unit_of_name(name: str) -> str:
    """The unit that the end of a name tells; empty where it tells none."""
    return _ENDINGS.get(name.rpartition("_")[2].lower(), "") if "_" in name else ""


def unit_in_a_name(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A unit in a name is checked by nobody; one in a type is."""
    for item in checked.module.items:
        for field in item.fields if isinstance(item, t.Entity) else ():
            unit = unit_of_name(field.name)
            if unit and isinstance(field.type, t.NumberType) and not field.type.unit:
                said = (
                    f"`{unit}`"
                    if checked.model.unit(unit) is not None
                    else f'`unit {unit} = "{likely(unit)}";`, then `{unit}`'
                )
                yield finding(
                    "ALN0438", field.span, f"`{field.name}` says its unit in its name, and its type says none",
                    f"declare the unit: {said} after `{field.type.base}`",
                )  # fmt: skip


def fractional_days(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Half a day is no entry in a calendar: say the hours."""
    for node in nodes(checked.module):
        unit = checked.model.unit(node.unit) if isinstance(node, t.Number) else None
        if not isinstance(node, t.Number) or unit is None or unit.code not in ("d", "wk"):
            continue
        if node.value.denominator == 1 or (node.value * unit.factor / 3600).denominator != 1:
            continue
        hours = f"{node.value * unit.factor / Fraction(3600)} h"
        says = f"`{format_expr(node)}` is a fraction of a day"
        fix = Fix(f"write `{hours}`", (Edit(node.span, hours),))
        yield finding("ALN0439", node.span, says, f"write `{hours}`", fix)
