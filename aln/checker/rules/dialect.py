"""The 1.0 dialect: what its files tend to say by accident."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aln.checker.model import suggestion
from aln.checker.registry import finding
from aln.checker.rules.wording import unit_of_name
from aln.checker.walk import chain, named_filters, nodes, sites
from aln.core.ir import Type
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t
from aln.syntax.format import format_expr

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule


def numbers_without_range(checked: CheckedModule) -> Iterator[Diagnostic]:
    """`float` and `int` say neither range nor resolution: nothing that reads such a field can be proved."""
    told: set[tuple[str, str]] = set()
    for site in sites(checked.module, checked.model):
        for e, variables, _ in site.scoped(checked.model):
            hops = chain(checked.model, variables, e) if isinstance(e, t.Path) else None
            field = hops[-1] if hops else None
            if (
                field is None
                or field.type is None
                or field.type.name != "unranged"
                or not isinstance(e, t.Path)
            ):
                continue
            entity = hops[-2].entity if hops and len(hops) > 1 else variables[e.parts[0]]
            if (entity, field.name) in told:
                continue
            told.add((entity, field.name))
            yield finding(
                "ALN0406", field.span,
                f"`{entity}.{field.name}` has no range and no resolution: what reads it cannot be proved",
                f"say both in an overlay, or here: `{field.name} : {_bounded(field.name)};`",
            )  # fmt: skip
    for item in checked.module.items:
        for part in item.items if isinstance(item, t.Machine) else ():
            if isinstance(part, t.Input | t.State | t.Output) and isinstance(part.type, t.TypeName):
                ty = checked.model.types.get(part.type.name)
                if part.type.name in ("int", "float") or (ty is not None and ty.name == "unranged"):
                    yield finding(
                        "ALN0406", part.span,
                        f"`{part.name}` has no range and no resolution: this machine cannot be proved",
                        f"declare it as a bounded decimal: `{part.name} : {_bounded(part.name)}`",
                    )  # fmt: skip


def _bounded(name: str) -> str:
    """A bounded type to write for a number, with the unit that its name tells."""
    unit = unit_of_name(name)
    return f"decimal {unit} in 0 .. 100 by 0.1".replace("  ", " ")


def refuses_other_classes(checked: CheckedModule) -> Iterator[Diagnostic]:
    """`class == "X" and …` means to limit one class, and refuses all the others."""
    for item in checked.module.items:
        for _, condition in named_filters(item.root) if isinstance(item, t.BehaviorTree) else ():
            conjuncts = _conjuncts(condition)
            labels = [c for c in conjuncts if _is_class_test(checked, c)]
            rest = [c for c in conjuncts if c not in labels]
            if not labels or not rest:
                continue
            test, limit = _joined(labels), _joined(rest)
            yield finding(
                "ALN0407", condition.span,
                f"this filter refuses every record that is not `{format_expr(test)}`",
                f"if it limits that class only, write `{format_expr(t.Binary('implies', test, limit))}`",
            )  # fmt: skip


def _conjuncts(e: t.Expr) -> list[t.Expr]:
    return _conjuncts(e.left) + _conjuncts(e.right) if isinstance(e, t.Binary) and e.op == "and" else [e]


def _joined(parts: list[t.Expr]) -> t.Expr:
    out = parts[0]
    for part in parts[1:]:
        out = t.Binary("and", out, part)
    return out


def _is_class_test(checked: CheckedModule, e: t.Expr) -> bool:
    if not (isinstance(e, t.Binary) and e.op == "=="):
        return False
    for side in (e.left, e.right):
        found = checked.types.of.get(id(side))
        if isinstance(found, Type) and found.sort == "enum" and len(found.labels) > 1:
            return True
    return False


def one_entity(checked: CheckedModule) -> Iterator[Diagnostic]:
    """An op applies the filters of its argument's entity: a filter belongs to exactly one."""
    for item in checked.module.items:
        for branch, condition in named_filters(item.root) if isinstance(item, t.BehaviorTree) else ():
            named = _entities(checked, condition)
            if any(n.parts[0] not in checked.model.entities for n in _dotted(condition)):
                continue
            if len(named) > 1:
                says = f"the filter `{branch.name}` names {' and '.join(f'`{n}`' for n in named)}"
                help_ = "split it into one filter for each entity"
                yield finding("ALN0408", condition.span, says, help_)
            elif not named:
                says = f"the filter `{branch.name}` names no entity, so it belongs to no op"
                yield finding("ALN0408", condition.span, says, "compare a field: `Entity.field <= …`")


def _entities(checked: CheckedModule, condition: t.Expr) -> list[str]:
    found = dict.fromkeys(n.parts[0] for n in _dotted(condition))
    return [name for name in found if name in checked.model.entities]


def _dotted(condition: t.Expr) -> Iterator[t.Path]:
    return (n for n in nodes(condition) if isinstance(n, t.Path) and len(n.parts) > 1)


def operations(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Each op becomes a guard: its signature must name records, and something must judge them."""
    judged = {policy.entity for policy in checked.model.policies.values()}
    for item in checked.module.items:
        for _, condition in named_filters(item.root) if isinstance(item, t.BehaviorTree) else ():
            named = _entities(checked, condition)
            # A filter of two entities belongs to neither.
            judged |= set(named) if len(named) == 1 else set()
    for item in checked.module.items:
        for op in item.operations if isinstance(item, t.Service) else ():
            yield from _operation(checked, op, judged)


def _operation(checked: CheckedModule, op: t.Operation, judged: set[str]) -> Iterator[Diagnostic]:
    argument = "" if op.argument is None else _record_name(op.argument)
    for role, ty, allowed in (("argument", op.argument, ()), ("result", op.result, ("bool",))):
        name = _record_name(ty) if ty is not None else ""
        if ty is None or name in checked.model.entities or (isinstance(ty, t.TypeName) and name in allowed):
            continue
        yield finding(
            "ALN0409", ty.span, f"the {role} of `{op.name}` is not a record" + (" and not `bool`" if allowed else ""),
            suggestion(name, checked.model.entities) or "name an entity of this module, or a list of one",
        )  # fmt: skip
    if argument in checked.model.entities and _record_name(op.result) == "bool" and argument not in judged:
        yield finding(
            "ALN0422", op.span, f"`{op.name}` accepts every `{argument}`: no filter names that entity",
            f"add a filter on `{argument}`, or remove the op",
        )  # fmt: skip


def _record_name(ty: t.TypeExpr) -> str:
    """The name of the type, or of a list's element; empty for anything else."""
    element = ty.element if isinstance(ty, t.ListType) else ty
    return element.name if isinstance(element, t.TypeName) else ""
