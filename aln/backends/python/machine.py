"""A core machine → one Python module: `init` refuses unlawful parameters, `step` answers for every input.

Only what outputs depend on is printed; an input outside its domain is missing, as the machine declares.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from aln.backends.interface import Header
from aln.backends.python import template
from aln.backends.python.declarations import (
    CLASS,
    Domains,
    disjunction,
    domain,
    entity_class,
    entity_reader,
    literals,
    refused,
    tuple_class,
)
from aln.backends.python.expressions import OR, Printer, quoted
from aln.backends.python.facts import NONE, when_true
from aln.backends.python.grain import regrain
from aln.backends.python.names import PARTS, Attribute, Names
from aln.backends.python.scope import LoopNames, Presence, Scope, Variable
from aln.backends.python.windows import (
    WindowNames,
    state_lines,
    statements,
    supported,
    window_names,
    window_types,
    with_window,
)
from aln.backends.python_text import python_source
from aln.core import build as b
from aln.core.ir import TEXT, Definition, Expr, Field, Machine, Type, walk
from aln.core.show import snake
from aln.core.slice import runtime


def print_machine(machine: Machine, header: Header) -> str:
    """The module of a machine. Raises `Unsupported` for what Python is not generated for."""
    runs = runtime(machine)
    supported(runs)
    return MachineModule(runs, header).text()


@dataclass(slots=True)
class MachineNames:
    """The Python names of a machine's parts."""

    parameter: str
    kind: str
    reader: str
    attributes: tuple[Attribute, ...]
    inputs: dict[str, str]
    states: dict[str, str]
    outputs: dict[str, str]
    definitions: dict[str, str] = field(default_factory=dict)
    windows: dict[str, WindowNames] = field(default_factory=dict)


def named(m: Machine) -> MachineNames:
    names = Names()
    kind = names.take(m.parameter_entity) if m.parameters else ""
    reader = names.take(f"read_{snake(kind)}") if m.parameters else ""
    parameter = names.take(m.parameter_name) if m.parameters else ""
    own = Names(set(PARTS))
    prefix = len(m.parameter_name) + 1
    attributes = tuple(
        Attribute(p.name[prefix:], own.take(p.name[prefix:]), p.type, p.optional) for p in m.parameters
    )
    states, outputs = Names(set(PARTS)), Names(set(PARTS))
    return MachineNames(
        parameter,
        kind,
        reader,
        attributes,
        {i.name: names.take(i.name) for i in m.inputs},
        {s.name: states.take(s.name.replace(".", "_")) for s in m.states},
        {o.name: outputs.take(o.name) for o in m.outputs},
        {d.name: names.take(d.name.replace(".", "_")) for d in m.definitions},
        window_names(m, names, states),
    )


def machine_scope(m: Machine, names: MachineNames, terms: dict[tuple[str, ...], str]) -> Scope:
    """The scope of the definitions; of initial values and assumptions its parameters alone are read."""
    scope = Scope(terms=terms)

    def add(name: str, text: str, t: Type, optional: bool) -> None:
        if optional:
            scope.presences[name] = Presence(name, text)
        scope.variables[name] = Variable(name, text, t, (name,) if optional else ())

    for p, a in zip(m.parameters, names.attributes, strict=True):
        add(p.name, f"{names.parameter}.{a.name}", p.type, p.optional)
    for i in m.inputs:
        add(i.name, names.inputs[i.name], i.type, True)
    for s in m.states:
        add(s.name, f"state.{names.states[s.name]}", s.type, False)
    return scope


def with_definition(m: Machine, scope: Scope, names: MachineNames, d: Definition) -> None:
    """From here on `d` may be read."""
    declared = {o.name: o.type for o in m.outputs} | {s.next: s.type for s in m.states}
    scope.variables[d.name] = Variable(d.name, names.definitions[d.name], declared.get(d.name, d.value.type))


def retyped(e: Expr, t: Type) -> Expr | None:
    """`e` as a value of type `t`, where `e` is made of constants and so has no grid, labels or entity of its own."""
    if e.type.sort == "int":
        return regrain(e, t) if t.sort == "int" else None
    if e.kind == "const" and isinstance(e.value, str):
        return b.const(t, e.value) if t.holds(e.value) else None
    if e.kind == "op" and e.name == "ite":
        yes, no = (retyped(a, t) for a in e.args[1:])
        return None if yes is None or no is None else b.ite(e.args[0], yes, no)
    return None


def loose(m: Machine) -> dict[str, Type]:
    """The definitions that are made of constants and declared nowhere: what they are counted in must be stated."""
    declared = {o.name for o in m.outputs} | {s.next for s in m.states}
    other = Type("int", step=Fraction(1, 7))
    return {
        d.name: d.value.type
        for d in m.definitions
        if d.name not in declared
        and d.value.type.sort != "bool"
        and retyped(d.value, other if d.value.type.sort == "int" else TEXT) is not None
    }


class MachineModule:
    """The text of one machine's module."""

    def __init__(self, m: Machine, header: Header) -> None:
        self.m, self.header, self.names = m, header, named(m)
        exprs = [
            *(r.condition for r in m.assumption),
            *(s.initial for s in m.states),
            *(d.value for d in m.definitions),
            *(e for w in m.windows for e in (w.given, w.value)),
        ]
        terms = dict.fromkeys(n.terms for e in exprs for n in walk(e) if n.kind == "mentions")
        self.terms = {t: f"_TERMS_{i + 1}" for i, t in enumerate(terms)}
        states = [Field(s.name, s.type) for s in m.states]
        self.loose = loose(m)
        declared = [f.type for f in (*m.parameters, *m.inputs, *states, *m.outputs)]
        self.domains = Domains.of([*declared, *self.loose.values(), *window_types(m)])
        self.scope = machine_scope(m, self.names, self.terms)

    def text(self) -> str:
        m, h, names = self.m, self.header, self.names
        parts = [
            f'"""The machine {m.name} of {m.module}: `init` gives its state, `step` one tick of it.\n\n'
            "Values are raw: whole counts of a quantity, labels, true or false. `State` and the parameters given to `step`\n"
            "are those that `init` and `step` gave and accepted; an input is anything at all."
            + (" Samples of a window that no\nstep can have given are none." if m.windows else "")
            + '\n"""',
            template.imports(bool(m.windows), False, bool(m.parameters))
            + "\n"
            + "\n".join(
                f"{name}: Final = {quoted(value)}"
                for name, value in (
                    ("SOURCE", h.source),
                    ("MODULE", m.module),
                    ("MACHINE", m.name),
                    ("POLICY_ID", h.policy_id),
                    ("POLICY_VERSION", h.policy_version),
                    ("CORE_DIGEST", h.digest),
                )
            )
            + f"\nPERIOD_US: Final = {m.period_us}\nSIGNALS: Final = {self.table([(quoted(a), quoted(c)) for a, c in m.signals])}",
            template.VALUES.rstrip(),
            template.REASON.rstrip(),
            template.INVALID_PARAMETERS.rstrip(),
            *self.reasons(),
            *self.domains.lines(),
            self.tables(),
            *(
                ["\n".join(f"{n}: Final = {literals(t)}" for t, n in self.terms.items())]
                if self.terms
                else []
            ),
            *(
                [entity_class(names.kind, m.parameter_entity, names.attributes, frozen=True)]
                if m.parameters
                else []
            ),
            tuple_class(
                "Inputs",
                "What arrives at a tick; None where it is missing",
                list(m.inputs),
                names.inputs,
                True,
            ),
            *([template.WINDOWS.rstrip()] if m.windows else []),
            tuple_class(
                "State",
                "What the machine remembers",
                [Field(s.name, s.type) for s in m.states],
                names.states,
                more=state_lines(m, names.windows),
            ),
            tuple_class("Outputs", "What a tick gives", list(m.outputs), names.outputs),
            template.BOUNDARY.rstrip(),
            *(
                [entity_reader(names.reader, names.kind, names.attributes, self.domains)]
                if m.parameters
                else []
            ),
            entity_reader(
                "read_inputs",
                "Inputs",
                tuple(Attribute(i.name, names.inputs[i.name], i.type, True) for i in m.inputs),
                self.domains,
            ),
            *([python_source().rstrip()] if self.terms else []),
            self.init(),
            self.step(),
        ]
        # Of the five values of a window, a machine may read one.
        unread = "RUF059, " if m.windows else ""
        head = f"# Generated from {quoted(h.source)}, module {m.module}: edit that instead.\n# ruff: noqa: E501, E741, F841, {unread}RUF100, SIM103, SIM110\n"
        return head + "\n\n\n".join(parts) + "\n"

    @staticmethod
    def table(rows: list[tuple[str, ...]]) -> str:
        if not rows:
            return "()"
        return "(\n" + "".join(f"    ({', '.join(row)}),\n" for row in rows) + ")"

    def kind(self, t: Type) -> str:
        if t.sort == "int":
            return self.domains.quantities[t]
        return f"({quoted(t.name)}, {self.domains.labels[t.labels]})" if t.sort == "enum" else quoted(t.sort)

    def tables(self) -> str:
        """What each part is called in the source, and its type."""
        m, names = self.m, self.names
        rows: dict[str, list[tuple[str, ...]]] = {
            "PARAMETERS": [(quoted(p.name), self.kind(p.type), str(p.optional)) for p in m.parameters],
            "INPUTS": [(quoted(i.name), self.kind(i.type)) for i in m.inputs],
            "STATES": [(quoted(s.name), quoted(s.next), self.kind(s.type)) for s in m.states],
            "OUTPUTS": [(quoted(o.name), self.kind(o.type)) for o in m.outputs],
            "DEFINITIONS": [(quoted(d.name), quoted(names.definitions[d.name])) for d in m.definitions],
        }
        if self.loose:
            rows["CONSTANTS"] = [(quoted(name), self.kind(t)) for name, t in self.loose.items()]
        if m.windows:
            rows["WINDOWS"] = [
                (quoted(w.name), *(f"({quoted(f.name)}, {self.kind(f.type)})" for f in w.fields))
                for w in m.windows
            ]
        head = f"PARAMETER: Final = ({quoted(m.parameter_entity)}, {quoted(m.parameter_name)})\n"
        return head + "\n".join(f"{name}: Final = {self.table(found)}" for name, found in rows.items())

    def reasons(self) -> list[str]:
        found = [
            f"_REASON_{i + 1}: Final = Reason(\n    rule={quoted(r.id)},\n    because={quoted(r.because)},\n"
            f"    traces={literals(r.traces)},\n)"
            for i, r in enumerate(self.m.assumption)
        ]
        return ["\n".join(found)] if found else []

    def init(self) -> str:
        own, kind = self.names.parameter, self.names.kind
        lines = []
        if own:
            lines += [
                f"    if type({own}) is not {kind}:",
                f"        raise InvalidParameters(({quoted(self.m.parameter_name)},), ())",
                "    invalid: list[str] = []",
            ]
            for p, a in zip(self.m.parameters, self.names.attributes, strict=True):
                tests = refused(p, f"{own}.{a.name}", 4)
                lines += [f"    if {disjunction(tests, 4)}:", f"        invalid.append({quoted(p.name)})"]
            lines += ["    if invalid:", "        raise InvalidParameters(tuple(invalid), ())"]
        if self.m.assumption:
            lines.append("    reasons: list[Reason] = []")
            for index, r in enumerate(self.m.assumption):
                test = self.printer().unless(r.condition, self.scope, NONE, 4, 3)
                lines += [f"    if {test}:", f"        reasons.append(_REASON_{index + 1})"]
            lines += ["    if reasons:", "        raise InvalidParameters((), tuple(reasons))"]
        values = "".join(
            f"        {self.names.states[s.name]}={self.printer().text(s.initial, self.scope, NONE, 0, 8, 20)},\n"
            for s in self.m.states
        )
        values += "".join(f"        {called.attribute}=(),\n" for called in self.names.windows.values())
        lines.append(f"    return State(\n{values}    )" if values else "    return State()")
        taken = f"{own}: {kind}" if own else ""
        return (
            f"def init({taken}) -> State:\n"
            '    """The state before the first tick. Raises: InvalidParameters, with every reason."""\n'
            + "\n".join(lines)
        )

    def slid(self, scope: Scope, index: int) -> list[str]:
        """The statements for the windows that stand before the definition `index`; `scope` may read them then."""
        lines = []
        for w in self.m.windows:
            if w.after == index:
                called = self.names.windows[w.name]
                value = self.printer().text(w.value, scope, when_true(w.given), OR, 8)
                given = self.printer().text(w.given, scope, NONE, OR, 8, 3)
                lines += statements(w, called, value, given)
                with_window(scope, called, w)
        return lines

    @staticmethod
    def printer() -> Printer:
        return Printer(LoopNames(Names()))

    def step(self) -> str:
        m, names = self.m, self.names
        lines = []
        for i in m.inputs:
            text = names.inputs[i.name]
            inside = domain(i.type, text)
            test = f"type({text}) is not {CLASS[i.type.sort]}{f' or {inside}' if inside else ''}"
            lines += [f"    if {test}:", f"        {text} = None"]
        scope = machine_scope(m, names, self.terms)
        for index, d in enumerate(m.definitions):
            lines += self.slid(scope, index)
            own = names.definitions[d.name]
            lines.append(f"    {own} = {self.printer().text(d.value, scope, NONE, 0, 4, len(own) + 3)}")
            with_definition(m, scope, names, d)
        lines += self.slid(scope, len(m.definitions))
        after = [(names.states[s.name], names.definitions[s.next]) for s in m.states]
        after += [(called.attribute, called.samples) for called in names.windows.values()]
        state = ", ".join(f"{attribute}={own}" for attribute, own in after)
        outputs = ", ".join(f"{names.outputs[o.name]}={names.definitions[o.name]}" for o in m.outputs)
        lines.append(f"    return State({state}), Outputs({outputs})")
        taken = [f"    {names.parameter}: {names.kind},"] if m.parameters else []
        taken.append("    state: State,")
        taken += [f"    {names.inputs[i.name]}: {CLASS[i.type.sort]} | None," for i in m.inputs]
        says = "One tick: the state after it, and the outputs. An input outside its domain is missing. Never raises."
        return (
            "def step(\n"
            + "\n".join(taken)
            + f'\n) -> tuple[State, Outputs]:\n    """{says}"""\n'
            + "\n".join(lines)
        )
