"""A machine's ticks as Z3 constants: each value of tick t is named `name@t`, parameters keep their names.

Parameters and inputs have their domains as facts: `init` refuses and the boundary blanks what lies outside. States
and definitions are unbounded integers: that they stay in range is proved, never assumed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Field, Machine, walk
from aln.verifier.encode import Encoder
from aln.verifier.obligation import Scope


def formulas(machine: Machine) -> tuple[Expr, ...]:
    """Every expression of a machine."""
    return (
        *(r.condition for r in machine.assumption),
        *(s.initial for s in machine.states),
        *(d.value for d in machine.definitions),
        *(e for a in machine.assignments for e in (a.given, a.value)),
        *(p.formula for p in machine.properties),
    )


def unsupported(machine: Machine) -> str:
    """Why the ticks of this machine cannot be encoded; empty where they can."""
    fields = {f.name for f in (*machine.parameters, *machine.inputs)}
    named = [*(x.name for part in (machine.parameters, machine.inputs, machine.states) for x in part)]
    named += [d.name for d in machine.definitions]
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


class Tick(Encoder):
    """The names of one tick. `domain` holds the facts about its inputs and the equations of its definitions."""

    def __init__(self, system: System, t: int) -> None:
        inputs = tuple(Field(f"{f.name}@{t}", f.type, f.optional) for f in system.machine.inputs)
        self.system = system
        self.t = t
        super().__init__(Scope(fields=inputs), {}, system.formulas)
        self.bound.update(system.parameters.bound)
        self.types.update(system.parameters.types)
        for state in system.machine.states:
            self._name(state.name, state.initial)
        for definition in system.machine.definitions:
            self._name(definition.name, definition.value)
            value = self.expr(definition.value)
            self.domain.append(self.bound[f"{definition.name}@{t}"][1] == value)

    def _name(self, name: str, like: Expr) -> None:
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
        self.parameters = Encoder(Scope(fields=machine.parameters), {}, self.formulas)
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
        return [first.value_of(s.name) == self.parameters.expr(s.initial) for s in self.machine.states]

    def link(self, t: int) -> list[Any]:
        """The state before tick t + 1 is the one after tick t."""
        here, after = self.tick(t), self.tick(t + 1)
        return [after.value_of(s.name) == here.value_of(s.next) for s in self.machine.states]

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
