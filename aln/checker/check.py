"""The checker's driver: names, then types, then the rule book; gives the one `CheckedModule`.

A module with an error-level diagnostic is never lowered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from aln.checker.bundles import bundles, labels
from aln.checker.expand import expand
from aln.checker.graphs import machine as graph_machine
from aln.checker.graphs import modern
from aln.checker.mend import renaming
from aln.checker.model import DURATION_TYPE, INPUTS, INT64_TYPE, Model, Resolver, resolve, suggestion
from aln.checker.parts import compose
from aln.checker.typed import RecordTy, Scope, Ty, Types
from aln.checker.types import Typer
from aln.checker.units import product
from aln.checker.walk import behind_outputs, computed, filters, read_early, row_entity, same_tick_cycles
from aln.checker.windows import PARTS as WINDOW
from aln.checker.windows import STATISTICS, flatten
from aln.core.ir import Type
from aln.diagnostics import Diagnostic, Edit, Fix, Span
from aln.syntax import tree as t


@dataclass(frozen=True, slots=True)
class CheckedModule:
    """A module whose names and types are known; `diagnostics` in order of place.

    `module` has its roles spelled out; `beside` are the modules that it uses or bundles, by name.
    """

    module: t.Module
    model: Model
    types: Types
    diagnostics: tuple[Diagnostic, ...]
    beside: Mapping[str, CheckedModule] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether nothing of error severity was found: only then may it be lowered."""
        return not any(d.severity == "error" for d in self.diagnostics)


def _entity_scope(typer: Typer, entity: str, variable: str, span: Span) -> dict[str, Ty] | None:
    if entity not in typer.model.entities:
        typer.error(
            "ALN0102", span, f"`{entity}` is not an entity of this module",
            suggestion(entity, typer.model.entities) or "declare the entity",
            renaming(span, entity, typer.model.entities),
        )  # fmt: skip
        return None
    return {variable: RecordTy(entity)}


def _policy(typer: Typer, policy: t.Policy) -> None:
    scope = _entity_scope(typer, policy.entity, policy.variable, policy.span)
    if scope is None:
        return
    for item in policy.items:
        if isinstance(item, t.Rule):
            stated = INPUTS if item.event or policy.duty else {}
            typer.boolean(item.condition, {**stated, **scope})
            continue
        included = typer.model.policies.get(item.policy)
        if included is None:
            typer.error(
                "ALN0203", item.span, f"`{item.policy}` is not a policy of this module",
                suggestion(item.policy, typer.model.policies) or "name a policy declared in this file",
                renaming(item.span, item.policy, typer.model.policies),
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


def _machine_names(typer: Typer, machine: t.Machine) -> dict[str, t.MachineItem]:
    """The machine's names: each once, and none that is a constant's."""
    names: dict[str, t.MachineItem] = {}
    properties: set[str] = set()
    for item in machine.items:
        if isinstance(item, t.Next):
            continue
        taken = properties if isinstance(item, t.Property) else names.keys()
        if item.name in taken:
            typer.error(
                "ALN0101",
                item.span,
                f"`{item.name}` is declared twice in `{machine.name}`",
                "rename one of them",
            )
        if isinstance(item, t.Property):
            properties.add(item.name)
            continue
        if item.name in typer.model.constants:
            typer.error(
                "ALN0211",
                item.span,
                f"`{item.name}` is already a constant of this module",
                "rename one of them",
            )
        names.setdefault(item.name, item)
    return names


def _period(typer: Typer, machine: t.Machine) -> None:
    unit = typer.model.unit(machine.period.unit)
    micros = machine.period.value * unit.factor * 10**6 if unit is not None and unit.kind == "time" else 0
    if micros <= 0 or micros != int(micros):
        typer.error(
            "ALN0304", machine.period.span, "the period of a machine is a whole number of microseconds above zero",
            "write, for example, `every 1 s`",
        )  # fmt: skip


def _timed(typer: Typer, machine: t.Machine, item: t.Timer) -> Type:
    """What a timer says: a count of ticks, or a duration in whole periods."""
    for span in (item.bound, item.starts):
        if span is not None:
            _span(typer, machine, span)
    if item.bound.unit == "ticks":
        return Type("int", 0, max(0, ticks(typer.model, machine, item.bound) or 0))
    return DURATION_TYPE


def _span(typer: Typer, machine: t.Machine, span: t.Number) -> None:
    if ticks(typer.model, machine, span) is None:
        typer.error(
            "ALN0304", span.span, f"`{span.text} {span.unit}` is not a whole number of periods of `{machine.name}`",
            f"write a multiple of `{machine.period.text} {machine.period.unit}`, or a number of `ticks`",
        )  # fmt: skip


def ticks(model: Model, machine: t.Machine, span: t.Number) -> int | None:
    """A span of time in ticks of a machine; None where it is no whole number of them."""
    if span.unit == "ticks":
        return int(span.value)
    of, period = model.unit(span.unit), model.unit(machine.period.unit)
    if of is None or period is None or not of.kind == period.kind == "time" or not machine.period.value:
        return None
    count = span.value * of.factor / (machine.period.value * period.factor)
    return int(count) if count.denominator == 1 else None


def _parameter(typer: Typer, item: t.Param, drawn: bool) -> dict[str, Ty]:
    found = _entity_scope(typer, item.entity, item.name, item.span)
    policy = typer.model.policies.get(item.where)
    if found is not None and not item.where and not drawn:
        typer.error(
            "ALN0305", item.span, f"nothing says which values of the parameter `{item.name}` are valid",
            f"name the policy that they pass: `param {item.name} : {item.entity} where POLICY;`",
        )  # fmt: skip
    elif found is not None and item.where and (policy is None or policy.entity != item.entity):
        typer.error(
            "ALN0203", item.span, f"`{item.where}` is not a policy for `{item.entity}`",
            suggestion(item.where, typer.model.policies) or f"name a policy for `{item.entity}`",
            renaming(item.span, item.where, typer.model.policies),
        )  # fmt: skip
    return dict(found or {})


def _machine(typer: Typer, resolver: Resolver, machine: t.Machine) -> None:
    scope: dict[str, Ty] = {}
    names = _machine_names(typer, machine)
    shown = behind_outputs(machine)
    faulty = {name for circle, _ in same_tick_cycles(machine) for name in circle}
    faulty |= {item.name for item, _, _ in read_early(machine) if isinstance(item, t.Let)}
    _period(typer, machine)
    for item in machine.items:
        if isinstance(item, t.Param):
            scope.update(_parameter(typer, item, machine.graph))
        elif isinstance(item, t.Input | t.State | t.Output) and names[item.name] is item:
            resolved = resolver.scalar(item.type, item.span)
            if isinstance(item, t.Input) and item.held is not None:
                _span(typer, machine, item.held)
            ghost = isinstance(item, t.State) and item.name not in shown
            if resolved is not None and resolved[0].unbounded and not machine.model and not ghost:
                typer.error(
                    "ALN0310", item.span, f"`{item.name}` has no range, and `{machine.name}` is to run somewhere",
                    "declare a range: `int in 0 .. 1000`; or write `model machine`, from which nothing is generated",
                )  # fmt: skip
            if resolved is not None:
                scope[item.name] = resolved[0]
                _interface(typer, item, resolved[1])
        elif isinstance(item, t.Timer):
            scope[item.name] = _timed(typer, machine, item)
    typer.inside_machine = True
    typer.states = frozenset(n for n, i in names.items() if isinstance(i, t.State))
    typer.windows = frozenset(i.name for i in machine.items if isinstance(i, t.Window)) - scope.keys()
    lets = {i.name for i in machine.items if isinstance(i, t.Let)} - faulty
    typer.faulty = frozenset((faulty | names.keys()) - scope.keys() - typer.windows - lets)
    for item in computed(machine):
        if isinstance(item, t.Window):
            _window(typer, machine, item, scope)
        elif isinstance(item, t.Let) and item.name in lets:
            found_ty = typer.expr(item.value, scope)
            told = resolver.scalar(item.type, item.span) if item.type is not None else None
            if told is not None and found_ty is not None:
                typer.value(item.value, scope, told[0])
                found_ty = told[0]
            if found_ty is None:
                typer.faulty |= {item.name}
            else:
                scope[item.name] = found_ty
    for item in machine.items:
        if isinstance(item, t.State):
            _assigned(
                typer, item.initial, {k: v for k, v in scope.items() if isinstance(v, RecordTy)}, scope, item
            )
        elif isinstance(item, t.Output) and names[item.name] is item:
            _assigned(typer, item.value, scope, scope, item)
        elif isinstance(item, t.Timer):
            typer.boolean(item.condition, scope)
        elif isinstance(item, t.Next):
            if isinstance(names.get(item.name), t.State):
                _assigned(typer, item.value, scope, scope, item)
            else:
                states = [n for n, i in names.items() if isinstance(i, t.State)]
                typer.error(
                    "ALN0203",
                    item.span,
                    f"`{item.name}` is not a state",
                    suggestion(item.name, states) or f"declare it: `state {item.name} : … = …;`",
                )
        elif isinstance(item, t.Property):
            typer.inside_claim = True
            typer.boolean(item.formula, scope)
            if item.trigger is not None and item.ticks is not None:
                typer.boolean(item.trigger, scope)
            if item.form == "after" and item.ticks is not None:
                typer.value(item.ticks, scope, INT64_TYPE)
            if item.form == "within" and isinstance(item.ticks, t.Number):
                _span(typer, machine, item.ticks)
            typer.inside_claim = False
    typer.inside_machine, typer.states, typer.faulty = False, frozenset(), frozenset()
    typer.windows = typer.statistics = frozenset()
    _assigned_once(typer, machine)


def _window(typer: Typer, machine: t.Machine, window: t.Window, scope: dict[str, Ty]) -> None:
    """Gives what is read of a window its types."""
    source = window.source
    of = typer.expr(source, scope)
    _span(typer, machine, window.over)
    if not isinstance(source, t.Path) or not isinstance(of, Type) or of.sort != "int" or not window.samples:
        if of is not None or not isinstance(source, t.Path):
            typer.error(
                "ALN0309", window.span, f"`{window.name}` is no window of numbers",
                "name a numeric input or `let` after `of`, and allow at least one sample",
            )  # fmt: skip
        typer.faulty |= {f"{window.name}.{part}" for part in (*WINDOW, *STATISTICS)}
        return
    squared = product(of.unit, of.unit)
    square = Type("int", 0, 0, of.grain * of.grain / squared.factor, squared)
    types = (Type("int", 0, window.samples), of, square, of, of, DURATION_TYPE)
    scope.update({f"{window.name}.{part}": ty for part, ty in zip(WINDOW, types, strict=True)})
    statistics = {f"{window.name}.{part}": of for part in STATISTICS}
    scope.update(statistics)
    typer.statistics |= statistics.keys()


def _assigned(
    typer: Typer, value: t.Expr, scope: Scope, declared: Scope, item: t.State | t.Next | t.Output
) -> None:
    """A value given to a state or an output must fit its type; where that is at fault, nothing more is said."""
    wanted = declared.get(item.name)
    if isinstance(wanted, Type):
        typer.value(value, scope, wanted)


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
            Fix("remove the `?`", (Edit(item.span, "", "?"),)),
        )


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


def _claim(typer: Typer, claim: t.Claim) -> None:
    scope = _entity_scope(typer, claim.entity, claim.variable, claim.span)
    if scope is not None:
        typer.inside_claim = True
        typer.boolean(claim.formula, {**INPUTS, **scope})
        typer.inside_claim = False


def check(module: t.Module, beside: Mapping[str, CheckedModule] | None = None) -> CheckedModule:
    """Resolve, type and judge one module, with the modules it uses or bundles beside it; every finding in one run."""
    from aln.checker.rules import run_rules

    beside = beside or {}
    uses = [beside[i.module] for i in module.items if isinstance(i, t.Use) and i.module in beside]
    whole, drawn = _graphs(expand(module, _keyed(module, uses)), uses)
    whole, joined = _parts(whole, uses)
    resolver = Resolver(whole, list({u.module.name: u.model for u in uses}.values()))
    model = resolver.run()
    typer = Typer(model)
    for other in beside.values():
        typer.types.adopt(other.types)
    for item in whole.items:
        if isinstance(item, t.Policy):
            _policy(typer, item)
        elif isinstance(item, t.Claim):
            _claim(typer, item)
        elif isinstance(item, t.Refines):
            _refines(typer, item)
        elif isinstance(item, t.Bundle):
            for claim in item.items:
                if isinstance(claim, t.Claim):
                    _claim(typer, claim)
        elif isinstance(item, t.Machine):
            _machine(typer, resolver, item)
        elif isinstance(item, t.BehaviorTree):
            _tree(typer, item)
        elif isinstance(item, t.Table | t.Test):
            _values(typer, item)
    found = [*resolver.diagnostics, *drawn, *joined, *typer.diagnostics, *bundles(whole, model, beside)]
    checked = CheckedModule(whole, model, typer.types, tuple(found), beside)
    found += run_rules(checked)
    # What is wrong in a used module is said of that module.
    others = {m.span.file for c in beside.values() for m in (c.module,)} - {module.span.file}
    found = [d for d in dict.fromkeys(found) if d.span.file not in others]
    return replace(checked, diagnostics=tuple(sorted(found, key=lambda d: (d.span, d.code, d.message))))


def _graphs(module: t.Module, uses: Sequence[CheckedModule]) -> tuple[t.Module, list[Diagnostic]]:
    """The module with each therapy graph as the machine that it stands for, and what is wrong with the graphs."""
    own = {x for i in module.items if isinstance(i, t.Enum) for x in i.labels}
    known = frozenset(own.union(*(labels(u.model) for u in uses)))
    items: list[t.Item] = []
    found: list[Diagnostic] = []
    for item in module.items:
        items.append(item)
        if isinstance(item, t.Graph):
            made, faults = graph_machine(item, known)
            items += [made] if not faults else []
            found += faults
        elif isinstance(item, t.BehaviorGraph):
            # What is wrong with a graph of 1.0 is said by the rules of that dialect.
            made, faults = graph_machine(modern(item), known)
            items += [made] if not faults else []
    return replace(module, items=tuple(items)), found


def _parts(module: t.Module, uses: Sequence[CheckedModule]) -> tuple[t.Module, list[Diagnostic]]:
    """The module with each machine that has parts as one machine, and what does not fit."""
    known: dict[str, tuple[t.Machine, Model | None]] = {}
    for u in uses:
        known |= {i.name: (i, u.model) for i in u.module.items if isinstance(i, t.Machine)}
    known |= {i.name: (flatten(i), None) for i in module.items if isinstance(i, t.Machine)}
    items: list[t.Item] = []
    found: list[Diagnostic] = []
    for item in module.items:
        if isinstance(item, t.Machine):
            whole, faults = compose(flatten(item), known)
            found += faults
            # What is read of the window of a part is a name now, too.
            items += [flatten(whole)] if not faults else []
        else:
            items.append(item)
    return replace(module, items=tuple(items)), found


def _keyed(module: t.Module, uses: Sequence[CheckedModule]) -> frozenset[str]:
    own = {i.name for i in module.items if isinstance(i, t.Entity) and any(f.key for f in i.fields)}
    return frozenset(own | {e.name for u in uses for e in u.model.entities.values() if e.key})


def _refines(typer: Typer, item: t.Refines) -> None:
    """Both policies are known and judge one entity."""
    known = typer.model.policies
    for name in (item.policy, item.other):
        if name not in known:
            typer.error(
                "ALN0203", item.span, f"`{name}` is not a policy of this module",
                suggestion(name, known) or "name a policy that is declared here or in a module used here",
                renaming(item.span, name, known),
            )  # fmt: skip
    if item.policy in known and item.other in known:
        first, second = known[item.policy].entity, known[item.other].entity
        if first != second:
            typer.error(
                "ALN0201", item.span, f"`{item.policy}` judges a `{first}`, `{item.other}` a `{second}`",
                "compare policies of one entity",
            )  # fmt: skip


def _values(typer: Typer, item: t.Table | t.Test) -> None:
    """Types the values of table rows and of test records against their entity's fields."""
    if isinstance(item, t.Table):
        entity = row_entity(item)
        if not entity:
            typer.error(
                "ALN0102", item.type.span, f"`{item.name}` is not a list of records",
                f"write `const {item.name}[] : list<ENTITY> = [ … ];`",
            )  # fmt: skip
        if not entity or _entity_scope(typer, entity, "", item.span) is None:
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
        if given.variable in known:
            typer.error(
                "ALN0101", given.span, f"`{given.variable}` is given twice in this test", "rename one of them"
            )
        if _entity_scope(typer, given.entity, "", given.span) is not None:
            _record(typer, given.entity, given.record, known)
            known[given.variable] = given.entity
    for expect in item.expects:
        for name, value in expect.inputs:
            if name not in INPUTS:
                typer.error(
                    "ALN0203", value.span, f"`{name}` is not stated by whoever asks",
                    suggestion(name, INPUTS) or f"they state {' and '.join(f'`{x}`' for x in INPUTS)}",
                )  # fmt: skip
            elif not _is_literal(typer.model.constant(value)):
                typer.error(
                    "ALN0213", value.span, f"`{name}` needs a value that is written out, not computed",
                    "write a literal, or the name of a constant",
                )  # fmt: skip
            else:
                typer.value(typer.model.constant(value), {}, INPUTS[name])
        policy = typer.model.policies.get(expect.policy)
        if policy is None:
            typer.error(
                "ALN0203", expect.span, f"`{expect.policy}` is not a policy of this module",
                suggestion(expect.policy, typer.model.policies) or "name a policy declared in this file",
                renaming(expect.span, expect.policy, typer.model.policies),
            )  # fmt: skip
        elif known.get(expect.argument) != policy.entity:
            typer.error(
                "ALN0203", expect.span, f"`{expect.argument}` is not a given `{policy.entity}`",
                f"add `given {policy.entity} {expect.argument} = {{ … }};`",
            )  # fmt: skip


def _record(typer: Typer, entity: str, record: t.Record, known: dict[str, str]) -> None:
    info = typer.model.entities[entity]
    written: set[str] = set()
    for name, value in record.fields:
        field = info.fields.get(name)
        if name in written:
            typer.error(
                "ALN0101", value.span, f"`{name}` is given twice in this record", "remove one of them"
            )
        written.add(name)
        if field is None:
            typer.error(
                "ALN0204", value.span, f"`{entity}` has no field `{name}`",
                suggestion(name, info.fields) or f"its fields are {', '.join(f'`{x}`' for x in info.fields)}",
                renaming(record.span, name, info.fields),
            )  # fmt: skip
        elif field.listed or field.type is None:
            if not isinstance(value, t.ListOf):
                typer.error("ALN0201", value.span, f"`{name}` is a list", "write `[ … ]`")
        elif not _is_literal(typer.model.constant(value)):
            typer.error(
                "ALN0213", value.span, f"`{name}` needs a value that is written out, not computed",
                "write a literal, a label, or the name of a constant",
            )  # fmt: skip
        elif field.entity and isinstance(value, t.Path) and len(value.parts) == 1 and value.parts[0] in known:
            if known[value.parts[0]] != field.entity:
                typer.error(
                    "ALN0201", value.span, f"`{name}` refers to a `{field.entity}`", "name one given before"
                )
        else:
            typer.value(typer.model.constant(value), {}, _written_as(field.type, value))


def _is_literal(e: t.Expr) -> bool:
    if isinstance(e, t.Unary):
        return e.op == "-" and isinstance(e.operand, t.Number)
    return isinstance(e, t.Number | t.String | t.Boolean) or (isinstance(e, t.Path) and len(e.parts) == 1)


def _written_as(wanted: Type, value: t.Expr) -> Type:
    """The type a value of a record is judged by: a 1.0 number has no grid, so any number will do."""
    if wanted.name != "unranged":
        return wanted
    number = value.operand if isinstance(value, t.Unary) else value
    return Type("int", step=1 / Fraction(10**40)) if isinstance(number, t.Number | t.Path) else wanted


__all__ = ["CheckedModule", "check", "filters", "resolve"]
