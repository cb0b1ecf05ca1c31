"""What two versions of a module declare otherwise: rules, messages, links, claims, fields, tables, in words.

Takes checked modules and guards of core; gives changes in words, each with what it means for who is accepted where
that follows from the declaration alone. Never asks a solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from aln.checker.check import CheckedModule
from aln.checker.model import EntityInfo, FieldInfo, Model
from aln.checker.walk import named_filters
from aln.core.ir import CoreModule, Guard, Rule, Type
from aln.core.show import show_type, snake
from aln.syntax import tree as t
from aln.syntax.format import format_expr

__all__ = ["Change", "fields_changed", "module_changes", "rule_changes", "touched", "written"]

Direction = Literal["", "stricter", "looser", "unknown"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change in words; `direction` says what it does to who is accepted, where no witness can show it."""

    says: str
    direction: Direction = ""
    traces: tuple[str, ...] = ()


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────────────


def written(model: Model, guard: Guard, items: Sequence[t.Item]) -> dict[str, str]:
    """The condition of each rule of a guard as its author wrote it, by the rule's id."""
    for item in items:
        if isinstance(item, t.Policy) and item.name == guard.name:
            texts = [format_expr(r.condition) for r in _rules(model, item)]
            return {r.id: x for r, x in zip(guard.rules, texts, strict=True)}
        if isinstance(item, t.BehaviorTree) and item.name == guard.name:
            return {f"{item.name}/{snake(at.name)}": format_expr(e) for at, e in named_filters(item.root)}
    return {}


def _rules(model: Model, policy: t.Policy) -> Iterator[t.Rule]:
    """The rules of a policy, included ones in their places, as lowering unfolds them."""
    model = model.home(policy.name)
    for item in policy.items:
        if isinstance(item, t.Include):
            yield from _rules(model, model.policies[item.policy])
        else:
            yield item


def rule_changes(
    old: Sequence[Rule], new: Sequence[Rule], texts: tuple[Mapping[str, str], Mapping[str, str]]
) -> Iterator[Change]:
    """Rules that came, went, or say or mean something else. A rule is known by its id, else by its condition; `texts`
    are the conditions as written, on both sides."""
    before = {r.id: r for r in old}
    pairs = {r.id: before[r.id] for r in new if r.id in before}
    left = {r.condition: r for r in old if r.id not in pairs}
    for r in new:
        if r.id not in pairs and r.condition in left:
            pairs[r.id] = left.pop(r.condition)
    paired = {r.id for r in pairs.values()}
    for rule in old:
        if rule.id not in paired:
            yield Change(f"the rule {_named(rule)} is gone", "", rule.traces)
    for rule in new:
        was = pairs.get(rule.id)
        if was is None:
            yield Change(f"the rule {_named(rule)} is new", "", rule.traces)
            continue
        both = tuple(dict.fromkeys((*was.traces, *rule.traces)))
        if was.condition is not rule.condition:
            a, c = texts[0].get(was.id, ""), texts[1].get(rule.id, "")
            says = f"is now `{c}`, and was `{a}`" if a != c else (
                "reads the same, but a field, constant or lexicon in it is another"
            )  # fmt: skip
            yield Change(f"the rule {_named(rule)} {says}", "", both)
        if was.because != rule.because:
            yield Change(f"the reason “{was.because}” is now “{rule.because}”", "", both)
        elif was.id != rule.id:
            yield Change(f"the rule `{was.id}` is now `{rule.id}`", "", both)
        if was.traces != rule.traces:
            says = (
                f"the rule {_named(rule)} traces to {_list(rule.traces)}, and traced to {_list(was.traces)}"
            )
            yield Change(says, "", both)
        if was.event != rule.event:
            kinds = ("when a record is accepted", "of every stored record")
            says = f"the rule {_named(rule)} is asked {kinds[not rule.event]}, and was asked {kinds[not was.event]}"
            yield Change(says, "", both)
    kept = [pairs[r.id].id for r in new if r.id in pairs]
    if kept != [r.id for r in old if r.id in set(kept)]:
        yield Change("the rules stand in another order")


def _named(rule: Rule) -> str:
    return f"“{rule.because}”" if rule.because else f"`{rule.id}`"


def _list(names: Sequence[str]) -> str:
    return ", ".join(names) or "nothing"


def touched(checked: Sequence[CheckedModule], ids: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The requirements and the hazards that some ids lead to: themselves, or by way of a control."""
    links = {name: link for c in checked for name, link in c.model.links.items()}
    requirements: dict[str, None] = {}
    hazards: dict[str, None] = {}
    for name in ids:
        link = links.get(name)
        if isinstance(link, t.Requirement):
            requirements[name] = None
        elif isinstance(link, t.Hazard):
            hazards[name] = None
        elif isinstance(link, t.Control):
            requirements |= dict.fromkeys(link.satisfies)
            hazards |= dict.fromkeys(link.mitigates)
    return tuple(requirements), tuple(hazards)


# ── fields ───────────────────────────────────────────────────────────────────────────────────────────────────


def fields_changed(
    old: EntityInfo, new: EntityInfo, lists: Mapping[str, tuple[Any, Any]]
) -> Iterator[Change]:
    """Fields that came, went or hold other values; `lists` are the written types of list fields on both sides."""
    for name in dict.fromkeys((*old.fields, *new.fields)):
        was, now = old.fields.get(name), new.fields.get(name)
        if was is None and now is not None:
            yield Change(f"the field `{name}` is new: {_kind(now)}")
        elif now is None and was is not None:
            yield Change(f"the field `{name}` is gone: it was {_kind(was)}")
        elif was is not None and now is not None:
            yield from _field(name, was, now)
            if was.listed and now.listed and lists[name][0] != lists[name][1]:
                yield Change(f"the field `{name}` is a list of other values", "unknown")
    if old.immutable != new.immutable:
        says = "a stored row may never be changed or removed" if new.immutable else (
            "a stored row may be changed and removed: it was immutable"
        )  # fmt: skip
        yield Change(says, "stricter" if new.immutable else "looser")
    if old.event != new.event:
        yield Change(
            "it is an event, and was stored" if new.event else "it is stored, and was an event", "unknown"
        )
    if (old.table, old.key) != (new.table, new.key):
        yield Change(
            f"it is stored as `{new.table}` by `{new.key or 'no key'}`, and was as `{old.table}` by `{old.key or 'no key'}`"
        )


def _field(name: str, was: FieldInfo, now: FieldInfo) -> Iterator[Change]:
    if _kind(was) == _kind(now):
        return
    direction: Direction = ""
    if _unranged(was) or _unranged(now):
        # Any number at all, against a range: what lies outside it is refused.
        sound = was.type is not None and now.type is not None and was.optional == now.optional
        number = sound and all(
            _unranged(f) or (f.type is not None and f.type.sort == "int") for f in (was, now)
        )
        direction = ("stricter" if _unranged(was) else "looser") if number else "unknown"
    elif was.listed != now.listed or was.is_many != now.is_many or was.entity != now.entity:
        direction = "unknown"
    yield Change(f"the field `{name}` is {_kind(now)}, and was {_kind(was)}", direction)


def _unranged(f: FieldInfo) -> bool:
    return f.type is not None and f.type.name == "unranged"


def _kind(f: FieldInfo) -> str:
    """What a field holds, in words."""
    if f.is_many:
        return f"at most {f.maximum} `{f.entity}` by `{f.by}`"
    if f.listed or f.type is None:
        return "a list"
    what = f"a reference to a `{f.entity}`" if f.entity else domain(f.type)
    return what + (" or missing" if f.optional else "")


def domain(ty: Type) -> str:
    """The values of a type, in words."""
    if ty.name == "unranged":
        return "a number of no declared range"
    if ty.sort == "int":
        from aln.verifier.show import decimal, instant

        if ty.unit.kind == "instant":
            return f"an instant up to {instant(ty.hi)}"
        low, high, step = (decimal(x * ty.step) for x in (ty.lo, ty.hi, 1))
        return f"{low} .. {high} by {step} {ty.unit.name}".rstrip()
    if ty.sort == "enum":
        return "one of " + ", ".join(ty.labels)
    return {"bool": "true or false", "id": "a uuid", "text": "a text"}.get(ty.sort, show_type(ty))


# ── the rest of a module ─────────────────────────────────────────────────────────────────────────────────────


def module_changes(
    old: CheckedModule, new: CheckedModule, cores: tuple[CoreModule, CoreModule]
) -> Iterator[Change]:
    """What changed beside the entities, policies and machines: versions, links, claims, tables, bundles."""
    was, now = cores
    for name in dict.fromkeys((*was.constants, *now.constants)):
        a, c = was.constants.get(name), now.constants.get(name)
        if a != c:
            yield Change(f"`{name}` is {_text(c)}, and was {_text(a)}")
    for ident in dict.fromkeys((*old.model.links, *new.model.links)):
        a_link, c_link = old.model.links.get(ident), new.model.links.get(ident)
        kind = type(c_link or a_link).__name__.lower()
        if c_link is None:
            yield Change(f"the {kind} {ident} is gone", "", (ident,))
        elif a_link is None:
            yield Change(f"the {kind} {ident} is new: {c_link.says}", "", (ident,))
        elif a_link != c_link:
            yield Change(f"the {kind} {ident} says something else: {c_link.says}", "", (ident,))
    for name in dict.fromkeys((*old.model.lexicons, *new.model.lexicons)):
        terms = [m.model.lexicons[name].terms if name in m.model.lexicons else () for m in (old, new)]
        for verb, mine, others in (("gained", terms[1], terms[0]), ("lost", terms[0], terms[1])):
            moved = ", ".join(f"“{x}”" for x in mine if x not in others)
            if moved:
                yield Change(f"the lexicon `{name}` {verb} {moved}")
    yield from _claims(was, now)
    tables = [{i.name: i for i in m.module.items if isinstance(i, t.Table)} for m in (old, new)]
    for name in dict.fromkeys((*tables[0], *tables[1])):
        a_table, c_table = tables[0].get(name), tables[1].get(name)
        if a_table is None or c_table is None:
            yield Change(f"the table `{name}` is {'new' if a_table is None else 'gone'}")
        elif a_table != c_table:
            before, after = ([_row(r) for r in x.rows.items] for x in (a_table, c_table))
            for index, row in enumerate(after):
                if row not in before:
                    yield Change(f"row {index + 1} of `{name}` is new or changed: {row}")
            gone = [r for r in before if r not in after]
            if gone:
                yield Change(f"`{name}` no longer holds {'; '.join(gone)}")
    forbidden = [{f.name: f for f in m.forbidden} for m in cores]
    for name in dict.fromkeys((*forbidden[0], *forbidden[1])):
        if name not in forbidden[1]:
            f = forbidden[0][name]
            yield Change(f"no longer forbidden: {f.says}", "looser", f.traces)
        elif name not in forbidden[0]:
            f = forbidden[1][name]
            yield Change(f"forbidden: {f.says}", "stricter", f.traces)


def _claims(was: CoreModule, now: CoreModule) -> Iterator[Change]:
    before, after = ({c.name: c for c in m.claims} for m in (was, now))
    for name in dict.fromkeys((*before, *after)):
        a, c = before.get(name), after.get(name)
        if c is None and a is not None:
            yield Change(f"no longer claimed: {a.says}", "", a.traces)
        elif a is None and c is not None:
            yield Change(f"claimed: {c.says}", "", c.traces)
        elif a is not None and c is not None:
            if a.formula is not c.formula:
                yield Change(f"claimed otherwise: {c.says}", "", c.traces)
            elif a.says != c.says:
                yield Change(f"the claim “{a.says}” is now worded “{c.says}”", "", c.traces)
            elif a.traces != c.traces:
                yield Change(
                    f"the claim “{c.says}” traces to {_list(c.traces)}, and traced to {_list(a.traces)}"
                )


def _row(e: t.Expr) -> str:
    return format_expr(e)


def _text(value: str | None) -> str:
    return "not given" if value is None else f"“{value}”"
