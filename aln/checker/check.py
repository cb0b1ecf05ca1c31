"""The checker's driver: names, then types, then the rule book; gives the one `CheckedModule`.

A module with an error-level diagnostic is never lowered.
"""

from __future__ import annotations

from dataclasses import dataclass

from aln.checker.model import INT64_TYPE, Model, Resolver, resolve, suggestion
from aln.checker.types import RecordTy, Ty, Typer, Types
from aln.core.ir import BOOL, Type
from aln.diagnostics import Diagnostic, Span
from aln.syntax import tree as t


@dataclass(frozen=True, slots=True)
class CheckedModule:
    """A module whose names and types are known; `diagnostics` in order of place."""

    module: t.Module
    model: Model
    types: Types
    diagnostics: tuple[Diagnostic, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing of error severity was found: only then may it be lowered."""
        return not any(d.severity == "error" for d in self.diagnostics)


def _entity_scope(typer: Typer, entity: str, variable: str, span: Span) -> dict[str, Ty] | None:
    if entity not in typer.model.entities:
        typer.error(
            "ALN0102", span, f"`{entity}` is not an entity of this module",
            suggestion(entity, typer.model.entities) or "declare the entity",
        )  # fmt: skip
        return None
    return {variable: RecordTy(entity)}


def _policy(typer: Typer, policy: t.Policy) -> None:
    scope = _entity_scope(typer, policy.entity, policy.variable, policy.span)
    if scope is None:
        return
    for item in policy.items:
        if isinstance(item, t.Rule):
            typer.boolean(item.condition, scope)
            continue
        included = typer.model.policies.get(item.policy)
        if included is None:
            typer.error(
                "ALN0203", item.span, f"`{item.policy}` is not a policy of this module",
                suggestion(item.policy, typer.model.policies) or "name a policy declared in this file",
            )  # fmt: skip
            continue
        found = typer.expr(item.argument, scope)
        if found is not None and (
            found != RecordTy(included.entity) or not isinstance(item.argument, t.Path)
        ):
            typer.error(
                "ALN0201", item.span, f"`{item.policy}` judges a `{included.entity}`",
                f"pass a record of `{included.entity}`",
            )  # fmt: skip
    if _includes_itself(typer.model, policy.name):
        typer.error(
            "ALN0212",
            policy.span,
            f"the policy `{policy.name}` includes itself",
            "break the cycle of `include`",
        )


def _includes_itself(model: Model, name: str) -> bool:
    seen: set[str] = set()
    todo = [name]
    while todo:
        policy = model.policies.get(todo.pop())
        for item in policy.items if policy else ():
            if isinstance(item, t.Include):
                if item.policy == name:
                    return True
                if item.policy not in seen:
                    seen.add(item.policy)
                    todo.append(item.policy)
    return False


def _machine(typer: Typer, resolver: Resolver, machine: t.Machine) -> None:
    scope: dict[str, Ty] = {}
    names: dict[str, t.MachineItem] = {}
    for item in machine.items:
        if isinstance(item, t.Property | t.Next):
            continue
        if item.name in names:
            typer.error(
                "ALN0101",
                item.span,
                f"`{item.name}` is declared twice in `{machine.name}`",
                "rename one of them",
            )
        names[item.name] = item
    for item in machine.items:
        if isinstance(item, t.Param):
            found = _entity_scope(typer, item.entity, item.name, item.span)
            scope.update(found or {})
            policy = typer.model.policies.get(item.where)
            if policy is None or policy.entity != item.entity:
                typer.error(
                    "ALN0203", item.span, f"`{item.where}` is not a policy for `{item.entity}`",
                    suggestion(item.where, typer.model.policies) or f"name a policy for `{item.entity}`",
                )  # fmt: skip
        elif isinstance(item, t.Input | t.State | t.Output):
            resolved = resolver.scalar(item.type, item.span)
            if resolved is not None:
                scope[item.name] = resolved[0]
                _interface(typer, item, resolved[1])
        elif isinstance(item, t.Timer):
            scope[item.name] = Type("int", 0, item.bound)
    typer.inside_machine = True
    pending = [i for i in machine.items if isinstance(i, t.Let)]
    for item in _ordered(pending):
        found_ty = typer.expr(item.value, scope)
        if found_ty is not None:
            scope[item.name] = found_ty
    for item in machine.items:
        if isinstance(item, t.State):
            typer.value(
                item.initial,
                {k: v for k, v in scope.items() if isinstance(v, RecordTy)},
                _scalar(scope, item.name),
            )
        elif isinstance(item, t.Output):
            typer.value(item.value, scope, _scalar(scope, item.name))
        elif isinstance(item, t.Timer):
            typer.boolean(item.condition, scope)
        elif isinstance(item, t.Next):
            if isinstance(names.get(item.name), t.State):
                typer.value(item.value, scope, _scalar(scope, item.name))
            else:
                states = [n for n, i in names.items() if isinstance(i, t.State)]
                typer.error(
                    "ALN0203", item.span, f"`{item.name}` is not a state", suggestion(item.name, states)
                )
        elif isinstance(item, t.Property):
            typer.boolean(item.formula, scope)
            if item.trigger is not None and item.ticks is not None:
                typer.boolean(item.trigger, scope)
                typer.value(item.ticks, scope, INT64_TYPE)
    typer.inside_machine = False
    _assigned_once(typer, machine)


def _scalar(scope: dict[str, Ty], name: str) -> Type:
    found = scope.get(name)
    return found if isinstance(found, Type) else BOOL


def _interface(typer: Typer, item: t.Input | t.State | t.Output, optional: bool) -> None:
    if isinstance(item, t.Input) and not (optional and item.invalid_as_missing):
        typer.error(
            "ALN0301", item.span, f"the input `{item.name}` does not say what a lost or invalid value means",
            f"write `input {item.name} : …? invalid as missing;`",
        )  # fmt: skip
    if not isinstance(item, t.Input) and optional:
        typer.error(
            "ALN0302",
            item.span,
            f"`{item.name}` may not be missing: every tick gives it a value",
            "remove the `?`",
        )


def _ordered(lets: list[t.Let]) -> list[t.Let]:
    """Lets after the lets they read (a cycle keeps its order; lowering reports it)."""
    left, done, out = list(lets), set[str](), list[t.Let]()
    names = {item.name for item in lets}
    while left:
        ready = [x for x in left if not (mentioned(x.value) & names - done)] or left[:1]
        for item in ready:
            left.remove(item)
            done.add(item.name)
            out.append(item)
    return out


def mentioned(e: t.Expr) -> set[str]:
    """The first names of all paths of an expression that are read in the same tick."""
    if isinstance(e, t.Path):
        return {e.parts[0]}
    if isinstance(e, t.Call):
        if e.function == "before":
            return set()
        inner = set().union(*(mentioned(a) for a in e.arguments))
        return {f"next {n}" for n in inner} if e.function == "next" else inner
    if isinstance(e, t.Unary):
        return mentioned(e.operand)
    if isinstance(e, t.Binary):
        return mentioned(e.left) | mentioned(e.right)
    if isinstance(e, t.If):
        return mentioned(e.condition) | mentioned(e.then) | mentioned(e.otherwise)
    return set()


def _assigned_once(typer: Typer, machine: t.Machine) -> None:
    for item in machine.items:
        if isinstance(item, t.State):
            count = sum(isinstance(n, t.Next) and n.name == item.name for n in machine.items)
            if count != 1:
                what = "never" if not count else f"{count} times"
                typer.error(
                    "ALN0303", item.span, f"the state `{item.name}` is given its next value {what}",
                    f"write exactly one `next {item.name} = …;`",
                )  # fmt: skip


def _tree(typer: Typer, tree: t.BehaviorTree) -> None:
    scope: dict[str, Ty] = {name: RecordTy(name) for name in typer.model.entities}
    for condition in filters(tree.root):
        typer.boolean(condition, scope)


def filters(branch: t.Branch) -> list[t.Expr]:
    """The filters of a 1.0 tree, top to bottom."""
    own = [branch.action.condition] if isinstance(branch.action, t.Filter) else []
    return own + [c for child in branch.children for c in filters(child)]


def _claim(typer: Typer, claim: t.Claim) -> None:
    scope = _entity_scope(typer, claim.entity, claim.variable, claim.span)
    if scope is not None:
        typer.boolean(claim.formula, scope)


def check(module: t.Module) -> CheckedModule:
    """Resolve, type and judge one module; every finding in one run."""
    from aln.checker.rules import run_rules

    resolver = Resolver(module)
    model = resolver.run()
    typer = Typer(model)
    for item in module.items:
        if isinstance(item, t.Policy):
            _policy(typer, item)
        elif isinstance(item, t.Claim):
            _claim(typer, item)
        elif isinstance(item, t.Machine):
            _machine(typer, resolver, item)
        elif isinstance(item, t.BehaviorTree):
            _tree(typer, item)
        elif isinstance(item, t.Table | t.Test):
            _values(typer, item)
    found = [*resolver.diagnostics, *typer.diagnostics]
    checked = CheckedModule(module, model, typer.types, tuple(found))
    found += run_rules(checked)
    return CheckedModule(
        module, model, typer.types, tuple(sorted(set(found), key=lambda d: (d.span, d.code)))
    )


def _values(typer: Typer, item: t.Table | t.Test) -> None:
    """Types the values of table rows and of test records against their entity's fields."""
    if isinstance(item, t.Table):
        element = item.type.element if isinstance(item.type, t.ListType) else item.type
        entity = element.name if isinstance(element, t.TypeName) else ""
        if _entity_scope(typer, entity, "", item.span) is None:
            return
        for row in item.rows.items:
            if isinstance(row, t.Record):
                _record(typer, entity, row, {})
            else:
                typer.error(
                    "ALN0201", row.span, f"a row of `{item.name}` is a record", "write `{ field : value, … }`"
                )
        return
    known: dict[str, str] = {}
    for given in item.givens:
        if _entity_scope(typer, given.entity, "", given.span) is not None:
            _record(typer, given.entity, given.record, known)
            known[given.variable] = given.entity
    for expect in item.expects:
        policy = typer.model.policies.get(expect.policy)
        if policy is None:
            typer.error(
                "ALN0203", expect.span, f"`{expect.policy}` is not a policy of this module",
                suggestion(expect.policy, typer.model.policies),
            )  # fmt: skip
        elif known.get(expect.argument) != policy.entity:
            typer.error(
                "ALN0203", expect.span, f"`{expect.argument}` is not a given `{policy.entity}`",
                f"add `given {policy.entity} {expect.argument} = {{ … }};`",
            )  # fmt: skip


def _record(typer: Typer, entity: str, record: t.Record, known: dict[str, str]) -> None:
    info = typer.model.entities[entity]
    for name, value in record.fields:
        field = info.fields.get(name)
        if field is None:
            typer.error(
                "ALN0204", value.span, f"`{entity}` has no field `{name}`",
                suggestion(name, info.fields) or f"its fields are {', '.join(f'`{x}`' for x in info.fields)}",
            )  # fmt: skip
        elif field.listed or field.type is None or field.type.name == "unranged":
            continue
        elif field.entity and isinstance(value, t.Path) and len(value.parts) == 1 and value.parts[0] in known:
            if known[value.parts[0]] != field.entity:
                typer.error(
                    "ALN0201", value.span, f"`{name}` refers to a `{field.entity}`", "name one given before"
                )
        else:
            typer.value(value, {}, field.type)


__all__ = ["CheckedModule", "check", "filters", "mentioned", "resolve"]
