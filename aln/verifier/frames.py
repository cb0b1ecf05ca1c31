"""A machine's ticks as Z3 constants: each value of tick t is named `name@t`, parameters keep their names.

Parameters and inputs have their domains as facts: `init` refuses and the boundary blanks what lies outside. States
and definitions are unbounded integers: that they stay in range is proved, never assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Field, Machine, Window, walk
from aln.verifier.context import Z3
from aln.verifier.encode import Encoder
from aln.verifier.obligation import Scope


def formulas(machine: Machine) -> tuple[Expr, ...]:
    """Every expression of a machine."""
    return (
        *(r.condition for r in machine.assumption),
        *(s.initial for s in machine.states),
        *(d.value for d in machine.definitions),
        *(e for w in machine.windows for e in (w.given, w.value)),
        *(e for a in machine.assignments for e in (a.given, a.value)),
        *(p.formula for p in machine.properties),
    )


def unsupported(machine: Machine) -> str:
    """Why the ticks of this machine cannot be encoded; empty where they can."""
    fields = {f.name for f in (*machine.parameters, *machine.inputs)}
    named = [*(x.name for part in (machine.parameters, machine.inputs, machine.states) for x in part)]
    named += [d.name for d in machine.definitions]
    named += [n for w in machine.windows for n in (w.name, *(f.name for f in w.fields))]
    known = set(named)
    if len(named) != len(known):
        return "two values of the machine have one name"
    for formula in formulas(machine):
        for e in walk(formula):
            if e.kind == "each":
                return f"`{e.value}` is a list, and a machine reads single values"
            if e.kind in ("var", "given") and e.name not in known:
                return f"`{e.name}` is not a parameter, input, state or value of the machine"
            if e.kind == "given" and e.name not in fields:
                return f"the presence of `{e.name}` is read, and only parameters and inputs may be missing"
            if e.kind == "mentions" and e.args[0].name not in fields:
                return "`mentions` reads a text that is neither a parameter nor an input"
            if e.name == "eq" and e.args[0].type.sort == "text" and all(a.kind != "const" for a in e.args):
                return "two texts are compared, and a machine compares a text with a literal only"
    for name, ty in (
        *((s.name, s.type) for s in machine.states),
        *((d.name, d.value.type) for d in machine.definitions),
    ):
        if ty.sort == "text":
            return f"`{name}` is a text, and a machine keeps and computes no texts"
    reads = {x.name for s in machine.states for x in walk(s.initial) if x.kind == "var"}
    if not reads <= {f.name for f in machine.parameters}:
        return "an initial value reads more than parameters"
    return ""


def _products(machine: Machine, all_: tuple[Expr, ...]) -> dict[Expr, int]:
    """The products, numbered, of two values of which one is a sum of a window."""
    sums = {f.name for w in machine.windows for f in w.fields}
    found: dict[Expr, int] = {}
    for formula in all_:
        for e in walk(formula):
            if e.kind != "op" or e.name != "mul" or any(a.kind == "const" for a in e.args):
                continue
            if any(x.name in sums for a in e.args for x in walk(a) if x.kind == "var"):
                found.setdefault(e, len(found))
    return found


class Tick(Encoder):
    """The names of one tick. `domain` holds the facts about its inputs and the equations of its definitions."""

    def __init__(self, system: System, t: int) -> None:
        inputs = tuple(Field(f"{f.name}@{t}", f.type, f.optional) for f in system.machine.inputs)
        self.system = system
        self.t = t
        self.multiplied: list[Any] = []
        super().__init__(Scope(fields=inputs), {}, system.formulas, system.z3)
        self.bound.update(system.parameters.bound)
        self.types.update(system.parameters.types)
        for state in system.machine.states:
            self._name(state.name, state.initial)
        for window in system.machine.windows:
            for field in window.fields:
                self._name(field.name, field)
        for definition in system.machine.definitions:
            self._name(definition.name, definition.value)
            value = self.expr(definition.value)
            self.domain.append(self.bound[f"{definition.name}@{t}"][1] == value)
        for window in system.machine.windows:
            self.domain += self.seen(window)
        for product in system.products:
            self.expr(product)

    def expr(self, e: Expr, names: Mapping[str, str] | None = None) -> Any:
        """A product of sums of a window is a number of its own: what it is a product of is said by `history` alone,
        since no inductive argument about a detector needs it, and no solver is good at it."""
        if e.kind == "op" and e.name == "mul" and e in self.system.products:
            name = f"product.{self.system.products[e]}@{self.t}"
            if name not in self.bound:
                self.bound[name] = (self.z3.BoolVal(True), self.constant(name, e.type))
                value = self.bound[name][1]
                self.domain += [value >= e.type.lo, value <= e.type.hi]
                self.multiplied.append(value == self.expr(e.args[0]) * self.expr(e.args[1]))
            return self.bound[name][1]
        return super().expr(e, names) if names is not None else super().expr(e)

    def seen(self, window: Window) -> list[Any]:
        """What is true of the summary of any samples: it is what a window can hold, never which samples it holds."""
        z3, low, high = self.z3, window.value.type.lo, window.value.type.hi
        count, total, squares, median, newest = (self.value_of(f.name) for f in window.fields)
        given, value = self.expr(window.given), self.expr(window.value)
        least = min(abs(low), abs(high)) if low * high > 0 else 0
        most = max(abs(low), abs(high))
        some = count > 0
        return [
            count >= 0,
            count <= min(window.ticks, window.samples),
            total >= low * count,
            total <= high * count,
            squares >= least * least * count,
            squares <= most * most * count,
            z3.Implies(some, z3.And(median >= low, median <= high, newest >= low, newest <= high)),
            z3.Implies(given, z3.And(some, newest == value)),
            z3.Implies(count == 1, z3.And(total == newest, median == newest)),
        ]

    def slid(self, window: Window, before: Tick | None) -> list[Any]:
        """How the summary follows from that of the tick before; None before the first tick, when there is no sample."""
        z3, count = self.z3, self.value_of(window.fields[0].name)
        given = self.expr(window.given)
        if before is None:
            return [count == z3.If(given, 1, 0)]
        was, newest = (before.value_of(window.fields[i].name) for i in (0, 4))
        stays = z3.Implies(count > 0, z3.And(was > 0, self.value_of(window.fields[4].name) == newest))
        return [count <= was + z3.If(given, 1, 0), count >= was - 1, z3.Or(given, stays)]

    def _name(self, name: str, like: Expr | Field) -> None:
        at = f"{name}@{self.t}"
        self.bound[at] = (self.z3.BoolVal(True), self.constant(at, like.type))
        self.types[at] = like.type

    def _resolve(self, name: str, names: Mapping[str, str]) -> str:
        return name if name in self.system.parameters.bound else f"{name}@{self.t}"

    def value_of(self, name: str) -> Any:
        """The Z3 constant of a state or definition at this tick."""
        return self.bound[f"{name}@{self.t}"][1]


class System:
    """The ticks of one machine, made when first asked for."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        self.formulas = formulas(machine)
        self.products = _products(machine, self.formulas)
        # INVARIANT: what is asked of a machine costs the same whatever was asked of others before.
        self.z3 = Z3()
        self.parameters = Encoder(Scope(fields=machine.parameters), {}, self.formulas, self.z3)
        self.valid = [
            *self.parameters.domain,
            *(self.parameters.expr(r.condition) for r in machine.assumption),
        ]
        self.ticks: list[Tick] = []

    def tick(self, t: int) -> Tick:
        while len(self.ticks) <= t:
            self.ticks.append(Tick(self, len(self.ticks)))
        return self.ticks[t]

    def start(self) -> list[Any]:
        """The state before tick 0 is the initial one."""
        first = self.tick(0)
        states = [first.value_of(s.name) == self.parameters.expr(s.initial) for s in self.machine.states]
        return states + [fact for w in self.machine.windows for fact in first.slid(w, None)]

    def link(self, t: int) -> list[Any]:
        """The state before tick t + 1 is the one after tick t."""
        here, after = self.tick(t), self.tick(t + 1)
        states = [after.value_of(s.name) == here.value_of(s.next) for s in self.machine.states]
        return states + [fact for w in self.machine.windows for fact in after.slid(w, here)]

    def history(self, last: int) -> list[Any]:
        """Which samples the windows of tick `last` hold, in a run from the start; nothing where it is too long to say."""
        held = [fact for w in self.machine.windows for fact in self._held(w, last)]
        return [*held, *self.tick(last).multiplied]

    def forgets(self, last: int) -> bool:
        """Whether a window may have dropped a sample for a newer one by tick `last`: then no run is exact."""
        return any(min(last + 1, w.ticks) > w.samples for w in self.machine.windows)

    def _held(self, window: Window, last: int) -> list[Any]:
        first = max(0, last + 1 - window.ticks)
        if last + 1 - first > window.samples:
            return []
        ticks = [self.tick(t) for t in range(first, last + 1)]
        z3 = ticks[-1].z3
        pairs = [(t.expr(window.given), t.expr(window.value)) for t in ticks]
        count, total, squares, median, newest = (ticks[-1].value_of(f.name) for f in window.fields)

        def number(condition: Any) -> Any:
            return z3.Sum([z3.IntVal(0), *(z3.If(z3.And(g, condition(v)), 1, 0) for g, v in pairs)])

        latest = newest
        for g, v in pairs:
            latest = z3.If(g, v, latest)
        return [
            count == number(lambda v: z3.BoolVal(True)),
            total == z3.Sum([z3.IntVal(0), *(z3.If(g, v, 0) for g, v in pairs)]),
            squares == z3.Sum([z3.IntVal(0), *(z3.If(g, v * v, 0) for g, v in pairs)]),
            newest == latest,
            z3.Implies(
                count > 0,
                z3.And(
                    number(lambda v: v < median) <= (count - 1) / 2,
                    number(lambda v: v <= median) > (count - 1) / 2,
                ),
            ),
        ]

    def run(self, last: int) -> list[Any]:
        """Any run from the start through tick `last`, with any inputs and any valid parameters."""
        out = [*self.valid, *self.start()]
        for t in range(last + 1):
            out += self.tick(t).domain
            out += self.link(t) if t < last else []
        return out

    def read(self, model: Any, last: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """The parameters and the inputs of ticks 0..last in a model, as raw values."""
        parameters = {f.name: self.parameters.raw(model, f.name) for f in self.machine.parameters}
        inputs = [
            {f.name: self.tick(t).raw(model, f"{f.name}@{t}") for f in self.machine.inputs}
            for t in range(last + 1)
        ]
        return parameters, inputs


def valid_parameters(machine: Machine, parameters: Mapping[str, Any]) -> bool:
    """Whether `init` accepts these parameters: each in its domain, every rule of the assumption true."""
    for field in machine.parameters:
        value = parameters.get(field.name)
        if not (field.optional if value is None else field.type.holds(value)):
            return False
    return all(evaluate(r.condition, parameters) for r in machine.assumption)
