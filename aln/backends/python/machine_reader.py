"""One emitted Python module → the machine that it means, from the text alone.

The domains of parameters and inputs and every value are read from `init` and `step`; what was read is printed again
and must be the text, statement for statement. Properties are not in the text: the machine read has none.
"""

from __future__ import annotations

import ast
from collections.abc import Collection
from dataclasses import replace

from aln.backends.interface import Unreadable, Unsupported
from aln.backends.python.facts import NONE, when_true
from aln.backends.python.machine import MachineModule, machine_scope, named, retyped, with_definition
from aln.backends.python.parts import Parts, header_of, literal, parse, quantities, same, texts, whole
from aln.backends.python.read_expressions import Reader, fail
from aln.backends.python.scope import Scope
from aln.backends.python.shape import Atom, atoms, domain_atoms
from aln.backends.python.windows import WindowNames, supported, with_window
from aln.core import build as b
from aln.core.ir import BOOL, ID, TEXT, Definition, Expr, Field, Machine, Rule, State, Type, Window

_PLAIN = {"bool": BOOL, "id": ID, "text": TEXT}


def read_machine(text: str) -> Machine:
    """The machine that a module means. Raises `Unreadable`."""
    tree = parse(text)
    try:
        return _read(tree, Parts(tree))
    except Unsupported as why:
        raise Unreadable(str(why)) from None
    except (
        AssertionError,
        KeyError,
        IndexError,
        AttributeError,
        ValueError,
        TypeError,
        RecursionError,
    ) as why:
        raise Unreadable(f"the module is not one that is generated ({type(why).__name__})") from why


def rows(parts: Parts, name: str, width: int) -> list[list[ast.expr]]:
    table = parts.constants.get(name)
    found = [r.elts for r in table.elts if isinstance(r, ast.Tuple)] if isinstance(table, ast.Tuple) else []
    if (
        not isinstance(table, ast.Tuple)
        or len(found) != len(table.elts)
        or any(len(r) != width for r in found)
    ):
        raise Unreadable(f"`{name}` is not a table of {width} columns")
    return found


def word(n: ast.expr) -> str:
    value = literal(n)
    if type(value) is not str:
        raise fail(n, "not a name")
    return value


def type_of(parts: Parts, n: ast.expr, known: dict[str, Type]) -> Type:
    if isinstance(n, ast.Name) and n.id in known:
        return known[n.id]
    if isinstance(n, ast.Tuple) and len(n.elts) == 2:
        return Type("enum", name=word(n.elts[0]), labels=parts.texts(ast.unparse(n.elts[1])))
    if word(n) not in _PLAIN:
        raise fail(n, "not a type")
    return _PLAIN[word(n)]


def tests_of(at: str, t: Type, optional: bool) -> list[Atom]:
    return [*domain_atoms(at, t), *([("optional", at)] if optional else [])]


def _read(tree: ast.Module, parts: Parts) -> Machine:
    header = header_of(parts)
    known = quantities(parts)
    entity, parameter = texts(parts.literal("PARAMETER"), "PARAMETER")
    parameters = tuple(
        Field(word(n), type_of(parts, t, known), literal(o) is True)
        for n, t, o in rows(parts, "PARAMETERS", 3)
    )
    inputs = tuple(Field(word(n), type_of(parts, t, known), True) for n, t in rows(parts, "INPUTS", 2))
    states = [(word(n), word(after), type_of(parts, t, known)) for n, after, t in rows(parts, "STATES", 3)]
    outputs = tuple(Field(word(n), type_of(parts, t, known)) for n, t in rows(parts, "OUTPUTS", 2))
    signals = tuple((word(a), word(c)) for a, c in rows(parts, "SIGNALS", 2))
    period = parts.literal("PERIOD_US")
    if type(period) is not int:
        raise Unreadable("`PERIOD_US` is not a whole number")
    listed = [(word(n), word(local)) for n, local in rows(parts, "DEFINITIONS", 2)]
    # The names need the parts' names alone; values follow.
    sketch = Machine(
        header.module, parts.text("MACHINE"), period, parameters, entity, parameter, (), inputs,
        tuple(State(n, t, b.const(t, t.default()), after) for n, after, t in states),
        tuple(Definition(n, b.TRUE) for n, _ in listed), outputs, (), (), signals, declared_windows(parts, known),
    )  # fmt: skip
    names = named(sketch)
    if [local for _, local in listed] != list(names.definitions.values()):
        raise Unreadable("the table of definitions does not name them as they are named")
    lexicons = {n: parts.texts(n) for n in parts.constants if n.startswith("_TERMS_")}
    terms = {found: name for name, found in lexicons.items()}
    init, step = parts.function("init"), parts.function("step")

    wanted = [a for p, at in zip(parameters, names.attributes, strict=True)
              for a in tests_of(f"{names.parameter}.{at.name}", p.type, p.optional)]  # fmt: skip
    kept = {called.attribute: called.samples for called in names.windows.values()}
    checks, assumption, initial = split_init(parts, init, machine_scope(sketch, names, terms), lexicons, kept)
    if parameters:
        wanted.append(("class", names.parameter, names.kind))
    if sorted(map(repr, atoms(checks, {}).elements())) != sorted(map(repr, wanted)):
        raise Unreadable("`init` does not check what the parameters declare", init.lineno)
    tests, definitions = step.body[1 : 1 + len(inputs)], step.body[1 + len(inputs) : -1]
    expected = [a for i in inputs for a in tests_of(names.inputs[i.name], i.type, False)]
    if sorted(map(repr, atoms(tests, {}).elements())) != sorted(map(repr, expected)):
        raise Unreadable("`step` does not check what the inputs declare", step.lineno)

    machine = Machine(
        header.module, sketch.name, period, parameters, entity, parameter, assumption, inputs,
        tuple(State(n, t, started(initial[names.states[n]], t, init), after) for n, after, t in states),
        (), outputs, (), (), signals,
    )  # fmt: skip
    scope = machine_scope(machine, names, terms)
    reader = Reader(lexicons, {})
    declared = {o.name: o.type for o in outputs} | {after: t for _, after, t in states}
    if "CONSTANTS" in parts.constants:
        declared = {word(n): type_of(parts, t, known) for n, t in rows(parts, "CONSTANTS", 2)} | declared
    done: list[Definition] = []
    windows: dict[str, Window] = {}
    slid = {called.seen: w for w in sketch.windows for called in (names.windows[w.name],)}
    if len(definitions) != len(listed) + 3 * len(slid):
        raise Unreadable("`step` defines too much or too little", step.lineno)
    left = list(definitions)
    while left:
        s = left.pop(0)
        target = ast.unparse(s.targets[0]) if isinstance(s, ast.Assign) else ""
        if target in slid:
            w, called = slid[target], names.windows[slid[target].name]
            windows[w.name] = slid_window(w, called, (s, left.pop(0), left.pop(0)), reader, scope, len(done))
            with_window(scope, called, w)
            continue
        name, local = listed[len(done)]
        if not (isinstance(s, ast.Assign) and ast.unparse(s.targets[0]) == local):
            raise fail(s, f"not the definition of `{name}`")
        value = reader.read(s.value, scope, NONE)
        if name in declared:
            value = started(value, declared[name], s)
        done.append(Definition(name, value))
        with_definition(machine, scope, names, done[-1])
    last = step.body[-1]
    returned(last, names.states, {n: after for n, after, _ in states}, names.outputs, names.definitions, kept)
    machine = replace(
        machine, definitions=tuple(done), windows=tuple(windows[w.name] for w in sketch.windows)
    )
    supported(machine)
    same(ast.parse(MachineModule(machine, header).text()), tree)
    return machine


def declared_windows(parts: Parts, known: dict[str, Type]) -> tuple[Window, ...]:
    """The windows by name and by what is read of them; what they hold is read from `step`."""
    if "WINDOWS" not in parts.constants:
        return ()
    out = []
    for name, *columns in rows(parts, "WINDOWS", 6):
        pairs = [c.elts for c in columns if isinstance(c, ast.Tuple)]
        count, total, squares, median, newest = (Field(word(n), type_of(parts, t, known)) for n, t in pairs)
        fields = (count, total, squares, median, newest)
        if any(f.type.sort != "int" for f in fields):
            raise fail(name, "not a window of numbers")
        out.append(Window(word(name), b.FALSE, b.const(median.type, median.type.lo), 1, 1, fields, 0))
    return tuple(out)


def slid_window(
    w: Window,
    called: WindowNames,
    body: tuple[ast.stmt, ast.stmt, ast.stmt],
    reader: Reader,
    scope: Scope,
    after: int,
) -> Window:
    """The window that three statements of `step` slide and read, once `after` definitions are computed."""
    seen, slide, summary = body
    t = w.fields[3].type
    if not (
        isinstance(seen, ast.Assign)
        and isinstance(seen.value, ast.IfExp)
        and isinstance(seen.value.orelse, ast.Constant)
        and seen.value.orelse.value is None
    ):
        raise fail(seen, f"not what the window `{w.name}` sees")
    given = reader.boolean(seen.value.test, scope, NONE)
    value = started(reader.number(seen.value.body, scope, when_true(given)), t, seen)
    held = keywords(slide, called.samples, "_slide", [f"state.{called.attribute}", called.seen])
    if (held["lo"], held["hi"]) != (t.lo, t.hi):
        raise fail(slide, f"the samples of `{w.name}` are held to another domain than they have")
    nothing = keywords(summary, f"({', '.join(called.fields)})", "_summary", [called.samples])
    if nothing != {"nothing": t.default()}:
        raise fail(summary, f"of no sample of `{w.name}`, something else is read")
    return replace(w, given=given, value=value, ticks=held["ticks"], samples=held["most"], after=after)


def keywords(s: ast.stmt, target: str, function: str, taken: list[str]) -> dict[str, int]:
    """The whole numbers by keyword of the call that `s` assigns to `target`."""
    call = s.value if isinstance(s, ast.Assign) and ast.unparse(s.targets[0]) == target else None
    if not (
        isinstance(call, ast.Call)
        and ast.unparse(call.func) == function
        and [ast.unparse(a) for a in call.args] == taken
    ):
        raise fail(s, f"not a call of `{function}` that gives `{target}`")
    return {k.arg or "": whole(k.value) for k in call.keywords}


def started(e: Expr, t: Type, at: ast.AST) -> Expr:
    """A value of a part of type `t`: a constant, or what is made of constants, is counted on its grid."""
    found = retyped(e, t)
    if found is not None:
        return found
    if e.type.sort != t.sort or (t.sort == "int" and e.type.grain != t.grain):
        raise fail(at, "a value of another sort, or counted in other steps")
    return e


def split_init(
    parts: Parts,
    init: ast.FunctionDef,
    scope: Scope,
    lexicons: dict[str, tuple[str, ...]],
    windows: Collection[str],
) -> tuple[list[ast.stmt], tuple[Rule, ...], dict[str, Expr]]:
    """The statements that check parameters, the assumption, and the initial values by attribute: those of `windows`, which
    begin with no sample, have none."""
    reader = Reader(lexicons, {})
    reasons = parts.calls("_REASON_", "Reason")
    checks: list[ast.stmt] = []
    rules: list[Rule] = []
    for s in init.body[1:-1]:
        if (
            isinstance(s, ast.If)
            and isinstance(s.body[0], ast.Expr)
            and isinstance(s.body[0].value, ast.Call)
        ):
            call = s.body[0].value
            if ast.unparse(call.func) == "reasons.append":
                found = reasons[ast.unparse(call.args[0])]
                id_, because, traces = (literal(found[k]) for k in ("rule", "because", "traces"))
                if type(id_) is not str or type(because) is not str:
                    raise fail(s, "not a reason")
                condition = b.not_(reader.boolean(s.test, scope, NONE))
                rules.append(Rule(id_, condition, because, texts(traces, id_)))
                continue
        checks.append(s)
    last = init.body[-1]
    if not (isinstance(last, ast.Return) and isinstance(last.value, ast.Call) and not last.value.args):
        raise fail(last, "not the state before the first tick")
    values = {
        k.arg or "": reader.read(k.value, scope, NONE)
        for k in last.value.keywords
        if k.arg not in windows or ast.unparse(k.value) != "()"
    }
    return checks, tuple(rules), values


def returned(
    last: ast.stmt,
    states: dict[str, str],
    after: dict[str, str],
    outputs: dict[str, str],
    definitions: dict[str, str],
    kept: dict[str, str],
) -> None:
    """Raises `Unreadable` unless `step` returns each state's next value, the samples that are kept, and each output
    under its own name."""
    wanted = (
        {own: definitions[after[n]] for n, own in states.items()} | kept,
        {own: definitions[n] for n, own in outputs.items()},
    )
    pair = last.value.elts if isinstance(last, ast.Return) and isinstance(last.value, ast.Tuple) else []
    found = tuple(
        {k.arg: ast.unparse(k.value) for k in c.keywords}
        for c in pair
        if isinstance(c, ast.Call) and not c.args
    )
    if found != wanted:
        raise fail(last, "`step` does not return the state and outputs it declares")
