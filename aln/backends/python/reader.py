"""One emitted Python module → the guard that it means, from the text alone.

Domains, keys, list lengths and conditions are read from the code that enforces them, in `decide` and again in
`allows`; what was read is then printed, and the module must be that text, statement for statement. So nothing
stands in it that was not read, and what was read is what it does.
"""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import replace
from typing import Literal

from aln.backends.interface import Header, ReadGuard, Unreadable, Unsupported
from aln.backends.python.facts import NONE
from aln.backends.python.names import Layout
from aln.backends.python.parts import (
    Parts,
    conversions,
    converted_by,
    header_of,
    literal,
    parse,
    quantities,
    same,
    texts,
)
from aln.backends.python.printer import Module
from aln.backends.python.read_expressions import Reader, fail
from aln.backends.python.scope import guard_scope
from aln.backends.python.shape import Shape, atoms, checked_fields, copies, domain_atoms
from aln.core import build as b
from aln.core.ir import Expr, Field, Guard, Record, Rule, Type


def inputs_of(parts: Parts) -> tuple[tuple[Field, ...], frozenset[tuple[str, str]]]:
    """What the caller states beside the records, and which of it a rule may find missing."""
    if "read_inputs" not in parts.functions:
        return (), frozenset()
    converted = converted_by(parts, parts.functions["read_inputs"], quantities(parts))[1]
    explain, nullable, wanted, tests = parts.function("_explain"), set(), [], []
    inputs = tuple(Field(f"@{field}", t) for field, t in converted.values())
    for name, (field, t) in zip(converted, ((f.name, f.type) for f in inputs), strict=True):
        closing = [s for s in explain.body if isinstance(s, ast.If) and _closes(s, name, field)]
        if len(closing) != 1:
            raise Unreadable(f"`_explain` does not report the input `{field}` once", explain.lineno)
        tests += closing
        wanted += domain_atoms(name, t)
        if ast.unparse(closing[0].body[1]) == f"{name} = None":
            nullable.add(("", field))
    if atoms(tests, {}) != Counter(wanted):
        raise Unreadable("`_explain` does not check what the inputs declare", explain.lineno)
    return inputs, frozenset(nullable)


def _closes(s: ast.If, name: str, field: str) -> bool:
    """Whether a statement reports an input and then closes what was stated for it."""
    return (
        len(s.body) == 2
        and not s.orelse
        and ast.unparse(s.body[0]) == f"invalid.append({field!r})"
        and ast.unparse(s.body[1]).startswith(f"{name} = ")
    )


def records_of(parts: Parts) -> tuple[Record, ...]:
    table = parts.constants.get("RECORDS")
    if not isinstance(table, ast.Tuple):
        raise Unreadable("the table of records is not there")
    out: list[Record] = []
    kinds = (str, str, str, str, str, str, str, int, bool)
    for row in table.elts:
        values = [literal(a) for a in row.args] if isinstance(row, ast.Call) and not row.keywords else []
        if len(values) != len(kinds) or any(type(v) is not k for v, k in zip(values, kinds, strict=True)):
            raise fail(row, "not a row of the table of records")
        path, entity, name, key, how, parent, link, maximum, optional = values
        known = {r.path: r for r in out}
        if how not in ("root", "ref", "many") or path in known or (how == "root") != (not out):
            raise fail(row, "not a row of the table of records")
        if how != "root" and (parent not in known or not link):
            raise fail(row, "a record is reached from one before it")
        assert isinstance(maximum, int)
        made: Literal["root", "ref", "many"] = "root" if how == "root" else "ref" if how == "ref" else "many"
        out.append(
            Record(
                str(path),
                str(entity),
                str(name),
                str(key),
                made,
                str(parent),
                str(link),
                maximum,
                bool(optional),
            )
        )
    if not out:
        raise Unreadable("the table of records is empty")
    return tuple(out)


def read_guard(text: str) -> ReadGuard:
    """The guard that a module means. Raises `Unreadable`."""
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


def read_header(text: str) -> Header:
    """What a module, of a guard or of a machine, says of where it came from. Raises `Unreadable`."""
    return header_of(Parts(parse(text)))


def _read(tree: ast.Module, parts: Parts) -> ReadGuard:
    header = header_of(parts)
    bare = records_of(parts)
    classes = [
        c
        for c in parts.classes.values()
        if any(ast.unparse(d) == "dataclass(slots=True)" for d in c.decorator_list)
    ]
    entities = list(dict.fromkeys(r.entity for r in bare))
    if len(classes) != len(entities):
        raise Unreadable("each entity has one class")
    called = dict(zip(entities, (c.name for c in classes), strict=True))
    converted = conversions(parts, called.values())
    checks = [f for name, f in parts.functions.items() if name.startswith("_check_")]
    if len(checks) != len(bare):
        raise Unreadable("each record has one function that checks it")
    records = tuple(
        record_with_fields(r, f, converted[called[r.entity]]) for r, f in zip(bare, checks, strict=True)
    )
    # Nothing of a guard is needed for its layout but its records and the presences its rules test.
    inputs, unstated = inputs_of(parts)
    nullable = unstated | frozenset(
        (r.entity, f.name)
        for r in records
        for f in r.fields
        if not f.optional
        and nullable_in(parts.classes[called[r.entity]], f.name, converted[called[r.entity]])
    )
    shape = Shape(records, called, converted)
    for r, f in zip(records, checks, strict=True):
        if atoms(f.body, {}) != shape.slow(r):
            raise Unreadable(f"`{f.name}` does not check what the record `{r.path}` declares", f.lineno)
    guard, decision = conditions(parts, records, nullable, inputs, header)
    module = Module(guard, header, decision)
    fast = parts.function("allows")
    body = tried(fast)
    validation = validated(module)
    tests = body[: len(validation)]
    if atoms(tests, copies(tests)) != shape.fast(module):
        raise Unreadable("`allows` does not check what the records declare", fast.lineno)
    same(ast.parse(module.text()), tree)
    return ReadGuard(guard, decision)


def record_with_fields(r: Record, f: ast.FunctionDef, converted: dict[str, tuple[str, Type]]) -> Record:
    fields = []
    for reported, (attribute, optional) in checked_fields(f).items():
        if attribute not in converted:
            raise Unreadable(f"`{attribute}` is not a field of the record", f.lineno)
        name, t = converted[attribute]
        if reported != r.variable(name):
            raise Unreadable(f"the field `{r.variable(name)}` is reported as `{reported}`", f.lineno)
        fields.append(Field(name, t, optional))
    return replace(r, fields=tuple(fields))


def nullable_in(c: ast.ClassDef, name: str, converted: dict[str, tuple[str, Type]]) -> bool:
    for s in c.body:
        if (
            isinstance(s, ast.AnnAssign)
            and isinstance(s.target, ast.Name)
            and converted[s.target.id][0] == name
        ):
            return ast.unparse(s.annotation).endswith("| None")
    raise Unreadable(f"`{name}` is not a field of `{c.name}`", c.lineno)


def tried(f: ast.FunctionDef) -> list[ast.stmt]:
    """The statements of `allows`, which stand in a `try`."""
    last = f.body[-1]
    if not isinstance(last, ast.Try):
        raise fail(f, "not the fast form")
    return last.body


def validated(module: Module) -> list[ast.stmt]:
    lines = "\n".join(line[8:] for text in module.validation() for line in text.split("\n"))
    return ast.parse("def f():\n" + "\n".join("    " + line for line in lines.split("\n"))).body[0].body  # type: ignore[attr-defined, no-any-return]


def conditions(
    parts: Parts,
    records: tuple[Record, ...],
    nullable: frozenset[tuple[str, str]],
    inputs: tuple[Field, ...],
    header: Header,
) -> tuple[Guard, Expr]:
    layout = Layout(records, nullable, inputs)
    events = parts.texts("EVENT_RULES") if "EVENT_RULES" in parts.constants else ()
    lexicons = {n: parts.texts(n) for n in parts.constants if n.startswith("_TERMS_")}
    named = {terms: name for name, terms in lexicons.items()}
    maxima = {r.path: r.maximum for r in records if r.how == "many"}
    slow, quick = (guard_scope(layout, named, fast) for fast in (False, True))
    reasons = parts.calls("_REASON_", "Reason")
    rules = []
    for s in parts.function("_explain").body:
        append = s.body[0] if isinstance(s, ast.If) and len(s.body) == 1 else None
        call = append.value if isinstance(append, ast.Expr) else None
        if not (
            isinstance(s, ast.If)
            and isinstance(call, ast.Call)
            and ast.unparse(call.func) == "reasons.append"
        ):
            continue
        name = ast.unparse(call.args[0])
        if name not in reasons or list(reasons[name]) != ["rule", "because", "traces"]:
            raise fail(s, "not a reason")
        id_, because, traces = (literal(v) for v in reasons[name].values())
        reader = Reader(lexicons, maxima)
        test = s.test
        inner = test.operand if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not) else None
        if isinstance(inner, ast.Call) and ast.unparse(inner.func).startswith("_rule_"):
            condition = reader.function(parts.function(ast.unparse(inner.func)).body, slow)
        else:
            condition = b.not_(reader.boolean(test, slow, NONE))
        if type(id_) is not str or type(because) is not str:
            raise fail(s, "not a reason")
        rules.append(Rule(id_, condition, because, texts(traces, name), event=id_ in events))
    guard = Guard(
        header.module,
        parts.text("POLICY"),
        records[0].entity,
        records,
        tuple(rules),
        parts.texts("TRACES"),
        inputs=inputs,
    )
    module = Module(guard, header, b.TRUE)
    body = tried(parts.function("allows"))
    decision = Reader(lexicons, maxima).function(body[len(validated(module)) :], quick)
    return guard, decision
