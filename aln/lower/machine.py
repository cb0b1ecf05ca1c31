"""A machine → core: states, definitions in the order they are computed, and its properties.

Timers, `before` and the like become states (`moments`); those that only properties read are ghosts, which no target
carries. `after A for n ticks holds B` becomes an invariant over a timer of A: B holds whenever A holds now and the timer,
which counts the ticks A has held before this one, has reached n - 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from aln.checker.check import CheckedModule
from aln.checker.walk import computed
from aln.core import build as b
from aln.core.ir import BOOL, Assignment, Definition, Expr, Field, Machine, Property, Rule, State, Type, walk
from aln.lower.about import spoken_of
from aln.lower.expressions import Low, Scope, decided, of_boolean, typed
from aln.lower.moments import Moments, Parts
from aln.lower.policy import named
from aln.lower.reads import Place, Reads, Unsupported
from aln.syntax import tree as t


def lower_machine(checked: CheckedModule, machine: t.Machine) -> Machine:
    """One machine, with every property it declares."""
    params = [i for i in machine.items if isinstance(i, t.Param)]
    if len(params) > 1:
        raise Unsupported(
            params[1].span, "a machine takes one parameter record", "put the parameters into one entity"
        )
    if any(isinstance(i, t.Timer | t.Let) and i.name in checked.model.constants for i in machine.items):
        first = next(
            i for i in machine.items if isinstance(i, t.Timer | t.Let) and i.name in checked.model.constants
        )
        raise Unsupported(first.span, "a constant has the same name", "rename one of them")
    reads = Reads(checked.model, params[0].entity if params else "")
    parts = Parts()
    period = _period(checked, machine)
    scope: dict[str, Place | Low] = {}
    lowerer = Moments(checked, reads, parts, machine, period)
    if params:
        scope[params[0].name] = Place(params[0].entity, "", params[0].name)
    inputs: list[Field] = []
    for item in machine.items:
        if isinstance(item, t.Input):
            ty = _declared(checked, item.type)
            inputs.append(Field(item.name, ty, True))
            known, value = b.given(item.name), b.var(item.name, ty)
            scope[item.name] = of_boolean(known, value) if ty.sort == "bool" else Low(known, value)
            # A window sees what was seen, not what is held.
            scope[f"raw {item.name}"] = Low(known, value)
            if item.held is not None:
                scope[item.name] = lowerer.held(item.name, ty, item.held, known, value)
        elif isinstance(item, t.State):
            scope[item.name] = _always(b.var(item.name, _declared(checked, item.type)))
        elif isinstance(item, t.Timer):
            scope[item.name] = lowerer.timer_value(item)
    outputs: list[Field] = []
    timers = [i for i in machine.items if isinstance(i, t.Timer)]
    initials = {i.name: i for i in machine.items if isinstance(i, t.State)}
    for item in computed(machine):
        if isinstance(item, t.Window):
            scope |= lowerer.window(item, scope)
            continue
        low = lowerer.low(item.value, scope)
        if isinstance(item, t.Let) and item.type is not None:
            scope[item.name] = _of_part(lowerer, item, _declared(checked, item.type), low, scope)
        elif isinstance(item, t.Let):
            scope[item.name] = _define(parts, item.name, low)
        elif isinstance(item, t.Output):
            ty = _declared(checked, item.type)
            value = lowerer.assign(item.name, ty, low, item.span)
            parts.definitions.append(Definition(item.name, value))
            outputs.append(Field(item.name, ty))
            scope[item.name] = _always(b.var(item.name, ty))
        else:
            state = initials[item.name]
            ty = _declared(checked, state.type)
            name = f"{item.name}.next"
            start = lowerer.assign(
                item.name, ty, lowerer.low(state.initial, {k: v for k, v in scope.items() if isinstance(v, Place)}),
                state.span, initial=True,
            )  # fmt: skip
            parts.definitions.append(Definition(name, lowerer.assign(item.name, ty, low, item.span)))
            parts.states.append(State(item.name, ty, start, name))
            scope[f"next {item.name}"] = _always(b.var(name, ty))
    for timer in timers:
        lowerer.declared_timer(timer, lowerer.truth(timer.condition, scope))
    properties = (
        *(_property(lowerer, item, scope) for item in machine.items if isinstance(item, t.Property)),
        *_modes(machine, parts.states),
    )
    assumption: tuple[Rule, ...] = ()
    if params and params[0].where:
        policy = checked.model.policies[params[0].where]
        found = lowerer.rules(policy, Place(params[0].entity, "", params[0].name))
        assumption = tuple(named(found))
    prefix = params[0].name if params else ""
    own = reads.done()[0].fields if params else ()
    return Machine(
        checked.module.name,
        machine.name,
        period,
        tuple(Field(f"{prefix}.{f.name}", f.type, f.optional) for f in own),
        params[0].entity if params else "",
        prefix,
        assumption,
        tuple(inputs),
        *_needed(parts, properties),
        tuple(outputs),
        tuple(parts.assignments),
        properties,
        tuple((i.name, i.signal) for i in machine.items if isinstance(i, t.Input) and i.signal),
        tuple(parts.windows),
        machine.model,
    )


def _needed(
    parts: Parts, properties: tuple[Property, ...]
) -> tuple[tuple[State, ...], tuple[Definition, ...]]:
    """The states and definitions without the delayed values that nothing reads."""
    states, definitions = parts.states, parts.definitions
    while True:
        read = {
            x.name
            for e in (
                *(d.value for d in definitions),
                *(e for p in properties for e in (p.formula, *p.about)),
                *(e for a in parts.assignments for e in (a.value, a.given)),
            )
            for x in walk(e)
            if x.kind == "var"
        }  # fmt: skip
        idle = {s.next for s in states if s.name.startswith("before.") and s.name not in read}
        if not idle:
            return tuple(states), tuple(definitions)
        states = [s for s in states if s.next not in idle]
        definitions = [d for d in definitions if d.name not in idle]


def _always(value: Expr) -> Low:
    return decided(value) if value.type.sort == "bool" else Low(b.TRUE, value)


def _declared(checked: CheckedModule, e: t.TypeExpr) -> Type:
    from aln.checker.model import Resolver

    resolver = Resolver(checked.module)
    resolver.model = checked.model
    found = resolver.scalar(e, e.span)
    assert found is not None
    if found[0].name == "unranged":
        raise Unsupported(
            e.span, "this number has no range and resolution", "declare it as a bounded decimal"
        )
    return found[0]


def _define(parts: Parts, name: str, low: Low) -> Low:
    """A named value; for a boolean that may be missing, its falsehood is a second definition."""
    parts.definitions.append(Definition(name, low.value))
    value = b.var(name, low.value.type)
    if low.value.type.sort != "bool":
        return Low(low.known, value)
    if b.not_(low.value) is low.false:
        return decided(value)
    parts.definitions.append(Definition(f"{name}.false", low.false))
    false = b.var(f"{name}.false", BOOL)
    return Low(b.or_(value, false), value, false)


def _of_part(lowerer: Moments, item: t.Let, ty: Type, low: Low, scope: dict[str, Place | Low]) -> Low:
    """An output of a part, which is given and in range; or an input, in range wherever it is given."""
    parts = lowerer.parts
    if item.required:
        parts.definitions.append(Definition(item.name, lowerer.assign(item.name, ty, low, item.span)))
        return _always(b.var(item.name, ty))
    value = low.value if ty.sort != "int" else typed(low.value, ty)
    blank = b.const(ty, ty.default()) if ty.sort != "bool" else b.FALSE
    safe = b.and_(low.known, value) if ty.sort == "bool" else b.ite(low.known, value, blank)
    parts.assignments.append(Assignment(item.name, ty, b.TRUE, safe, item.span.line))
    parts.definitions.append(Definition(f"{item.name}.known", low.known))
    parts.definitions.append(Definition(item.name, safe))
    known, now = b.var(f"{item.name}.known", BOOL), b.var(item.name, ty)
    scope[f"raw {item.name}"] = Low(known, now)
    if item.held is not None:
        return lowerer.held(item.name, ty, item.held, known, now)
    return of_boolean(known, now) if ty.sort == "bool" else Low(known, now)


def _period(checked: CheckedModule, machine: t.Machine) -> int:
    unit = checked.model.unit(machine.period.unit)
    if unit is None or unit.kind != "time":
        raise Unsupported(
            machine.period.span, "the period of a machine is a duration", "write, for example, `every 1 s`"
        )
    micros = machine.period.value * unit.factor * 10**6
    if micros <= 0 or micros.denominator != 1:
        raise Unsupported(machine.period.span, "the period is a whole number of microseconds above zero", "")
    return int(micros)


def _property(lowerer: Moments, item: t.Property, scope: Scope) -> Property:
    low = lowerer.low(item.formula, scope)
    about = spoken_of(lowerer, item, scope)
    if item.form in ("always", "terminates", "enters", "avoids", "reachable"):
        formula = low.value
    elif item.form == "never":
        formula = low.false
    elif item.form == "within":
        assert item.trigger is not None and item.ticks is not None
        formula = lowerer.answered(lowerer.truth(item.trigger, scope), low.value, item.ticks)
    else:
        assert item.trigger is not None and item.ticks is not None
        ticks = lowerer.low(item.ticks, scope)
        if ticks.value.type.grain != Fraction(1):
            raise Unsupported(
                item.ticks.span, "the number of ticks is not a whole number", "round it: `ceil(…)`"
            )
        reach = ticks.value.type.hi
        if reach > 10**6:
            raise Unsupported(
                item.ticks.span, f"up to {reach} ticks is too far to count", "bound the number of ticks"
            )
        lowerer.assign(f"{item.name} ticks", b.number_type(1, max(1, reach)), ticks, item.ticks.span)
        trigger = lowerer.truth(item.trigger, scope)
        held = lowerer.timer(trigger, max(1, reach - 1))
        one = b.const(ticks.value.type, 1)
        due = b.and_(trigger, b.le(b.sub(ticks.value, one), held))
        formula = b.implies(due, low.value)
        about = () if item.lemma else (due,)
    form: Literal["always", "reachable"] = "reachable" if item.form == "reachable" else "always"
    return Property(
        item.name, item.lemma, form, formula, item.says, item.traces, item.span.line, about, item.stated
    )


def _modes(machine: t.Machine, states: Sequence[State]) -> Iterator[Property]:
    """That a state of labels takes each of them, but for the one that it starts with."""
    for item in machine.items:
        if not isinstance(item, t.State) or "." in item.name:
            continue
        state = next(s for s in states if s.name == item.name)
        for label in state.type.labels:
            if state.initial is not b.const(state.type, label):
                formula = b.eq(b.var(state.name, state.type), b.const(state.type, label))
                says = f"`{state.name}` can become `{label}`"
                name = f"{state.name} is {label}"
                yield Property(name, False, "reachable", formula, says, (), item.span.line, (), False)
