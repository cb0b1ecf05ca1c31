"""One emitted Python module → the guard that it means, from the text alone.

Domains, keys, list lengths and conditions are read from the code that enforces them, in `decide` and again in
`allows`; what was read is then printed, and the module must be that text, statement for statement. So nothing
stands in it that was not read, and what was read is what it does.
"""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Literal, TypeAlias, TypeVar

from aln.backends.interface import Header, ReadGuard, Unreadable, Unsupported
from aln.backends.python.facts import NONE
from aln.backends.python.printer import Module
from aln.backends.python.read_expressions import Reader, fail
from aln.backends.python.scope import guard_scope
from aln.core import build as b
from aln.core.ir import Expr, Field, Guard, Record, Rule, Type, Unit

# Source: Python Language Reference, Encoding declarations.
_ENCODING = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+")
X = TypeVar("X")
Atom: TypeAlias = tuple[object, ...]
_SORTS = {
    "_flag": "bool",
    "_text": "text",
    "_key": "id",
    "_label": "enum",
    "_number": "int",
    "_instant": "int",
}
_CLASS = {"bool": "bool", "int": "int", "enum": "str", "id": "str", "text": "str"}


def parse(text: str) -> ast.Module:
    # The interpreter reads a file by the encoding that its first lines name, and only then as Python.
    if any(_ENCODING.match(line) for line in re.split("\r\n|\r|\n", text, maxsplit=2)[:2]):
        raise Unreadable("a comment names an encoding, by which the file would be read", 1)
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as why:
        raise Unreadable("the text is not a Python module", getattr(why, "lineno", 0) or 0) from None


class Parts:
    """The named parts of a module: constants, functions and classes, each named once."""

    def __init__(self, tree: ast.Module) -> None:
        self.constants: dict[str, ast.expr] = {}
        self.functions: dict[str, ast.FunctionDef] = {}
        self.classes: dict[str, ast.ClassDef] = {}
        for s in tree.body:
            if isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name) and s.value is not None:
                self.once(self.constants, s.target.id, s.value, s)
            elif isinstance(s, ast.FunctionDef):
                self.once(self.functions, s.name, s, s)
            elif isinstance(s, ast.ClassDef):
                self.once(self.classes, s.name, s, s)

    @staticmethod
    def once(into: dict[str, X], name: str, value: X, at: ast.stmt) -> None:
        if name in into:
            raise Unreadable(f"`{name}` is defined twice", at.lineno)
        into[name] = value

    def function(self, name: str) -> ast.FunctionDef:
        if name not in self.functions:
            raise Unreadable(f"the function `{name}` is not there")
        return self.functions[name]

    def text(self, name: str) -> str:
        value = self.literal(name)
        if type(value) is not str:
            raise Unreadable(f"`{name}` is not a text")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        return texts(self.literal(name), name)

    def literal(self, name: str) -> object:
        if name not in self.constants:
            raise Unreadable(f"the constant `{name}` is not there")
        return literal(self.constants[name])

    def calls(self, prefix: str, kind: str) -> dict[str, dict[str, ast.expr]]:
        """The constants named `prefix`1, `prefix`2, … that call `kind` with keywords."""
        out: dict[str, dict[str, ast.expr]] = {}
        for name, value in self.constants.items():
            if name.startswith(prefix):
                if not (isinstance(value, ast.Call) and ast.unparse(value.func) == kind and not value.args):
                    raise fail(value, f"not a {kind}")
                out[name] = {k.arg or "": k.value for k in value.keywords}
        return out


def literal(n: ast.expr) -> object:
    try:
        return ast.literal_eval(n)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        raise fail(n, "not a constant") from None


def texts(value: object, what: str) -> tuple[str, ...]:
    if type(value) is not tuple or not all(type(v) is str for v in value):
        raise Unreadable(f"`{what}` is not a row of texts")
    return value


def whole(n: ast.expr) -> int:
    value = literal(n)
    if type(value) is not int:
        raise fail(n, "not a whole number")
    return value


def fraction(n: ast.expr) -> Fraction:
    if not (
        isinstance(n, ast.Call)
        and ast.unparse(n.func) == "Fraction"
        and not n.keywords
        and len(n.args) in (1, 2)
    ):
        raise fail(n, "not a fraction")
    parts = [whole(a) for a in n.args]
    if parts[1:] == [0] or parts[0] <= 0:
        raise fail(n, "not a fraction above zero")
    return Fraction(*parts)


def quantities(parts: Parts) -> dict[str, Type]:
    out = {}
    for name, q in parts.calls("_QUANTITY_", "Quantity").items():
        if list(q) != ["lo", "hi", "step", "unit", "code", "factor", "kind"]:
            raise Unreadable(f"`{name}` is not a quantity")
        unit = [literal(q[k]) for k in ("unit", "code", "kind")]
        if not all(type(u) is str for u in unit):
            raise Unreadable(f"`{name}` is not a quantity")
        called, code, kind = map(str, unit)
        made = Unit(called, code, fraction(q["factor"]), kind)
        out[name] = Type("int", whole(q["lo"]), whole(q["hi"]), fraction(q["step"]), made)
    return out


def conversions(parts: Parts, classes: Iterable[str]) -> dict[str, dict[str, tuple[str, Type]]]:
    """class: attribute: (ALN field, type), from the boundary conversion."""
    known = quantities(parts)
    out: dict[str, dict[str, tuple[str, Type]]] = {}
    wanted = set(classes)
    for f in parts.functions.values():
        if not f.name.startswith("read_"):
            continue
        last = f.body[-1]
        if not (isinstance(last, ast.Return) and isinstance(last.value, ast.Call) and not last.value.args):
            raise fail(f, "not a conversion")
        name = ast.unparse(last.value.func)
        if name not in wanted:
            raise fail(f, "not a conversion to a record of this module")
        named = docstring(parts.classes[name])
        out[name] = {
            k.arg or "": conversion(parts, k.value, known, named.get(k.arg or "", ""))
            for k in last.value.keywords
        }
    if set(out) != wanted:
        raise Unreadable("each record has one conversion")
    return out


def docstring(c: ast.ClassDef) -> dict[str, str]:
    """The name of the type that a field's line of documentation gives: `label of X`, `uuid of X`."""
    out = {}
    for line in (ast.get_docstring(c) or "").splitlines():
        name, _, what = line.partition(": ")
        kind, _, of = what.partition(" of ")
        if kind in ("label", "uuid") and of.isidentifier():
            out[name] = of
    return out


def conversion(parts: Parts, n: ast.expr, known: dict[str, Type], named: str) -> tuple[str, Type]:
    if not (isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id in _SORTS and n.args):
        raise fail(n, "not a conversion of a field")
    got = n.args[0]
    if not (isinstance(got, ast.Call) and ast.unparse(got.func) == "get" and len(got.args) == 1):
        raise fail(n, "not a conversion of a field")
    name = literal(got.args[0])
    if type(name) is not str:
        raise fail(n, "not the name of a field")
    sort = _SORTS[n.func.id]
    if sort in ("int", "enum"):
        domain = ast.unparse(n.args[1]) if len(n.args) == 2 else ""
        if sort == "int":
            if domain not in known:
                raise fail(n, "not a quantity")
            return name, known[domain]
        return name, Type("enum", name=named, labels=parts.texts(domain))
    return name, Type("id" if sort == "id" else "text" if sort == "text" else "bool", name=named)


# ── what the code tests ──────────────────────────────────────────────────────────────────────────────────────


def atoms(body: Sequence[ast.stmt], aliases: dict[str, str]) -> Counter[Atom]:
    """Every test of a class, range, label, key or length, with names of local copies resolved."""
    found: Counter[Atom] = Counter()

    def place(n: ast.expr) -> str:
        text = ast.unparse(n)
        return aliases.get(text, text)

    for n in (x for s in body for x in ast.walk(s)):
        if isinstance(n, ast.UnaryOp) and isinstance(n.op, ast.Not) and isinstance(n.operand, ast.Compare):
            inner = n.operand
            if [type(o) for o in inner.ops] == [ast.LtE, ast.LtE]:
                lo, hi = literal(inner.left), literal(inner.comparators[1])
                found["range", place(inner.comparators[0]), lo, hi] += 1
        elif isinstance(n, ast.Compare) and len(n.ops) == 1:
            op, left, right = n.ops[0], n.left, n.comparators[0]
            if isinstance(op, ast.IsNot) and isinstance(left, ast.Call) and ast.unparse(left.func) == "type":
                found["class", place(left.args[0]), ast.unparse(right)] += 1
            elif isinstance(op, ast.NotIn) and isinstance(right, ast.Set):
                found["labels", place(left), tuple(literal(e) for e in right.elts)] += 1
            elif isinstance(op, ast.NotEq) and isinstance(left, ast.Attribute):
                found["key", place(left), place(right)] += 1
            elif (
                isinstance(op, ast.LtE | ast.Gt)
                and isinstance(left, ast.Call)
                and ast.unparse(left.func) == "len"
            ):
                found["length", place(left.args[0]), type(op).__name__, literal(right)] += 1
        elif isinstance(n, ast.BoolOp) and isinstance(n.op, ast.And) and isinstance(n.values[0], ast.Compare):
            first = n.values[0]
            if isinstance(first.ops[0], ast.IsNot) and ast.unparse(first.comparators[0]) == "None":
                found["optional", place(first.left)] += 1
    return found


def copies(body: Sequence[ast.stmt]) -> dict[str, str]:
    """Local names that are copies of attributes."""
    out: dict[str, str] = {}
    for n in (x for s in body for x in ast.walk(s)):
        if (
            isinstance(n, ast.Assign)
            and isinstance(n.value, ast.Attribute)
            and isinstance(n.targets[0], ast.Name)
        ):
            out[n.targets[0].id] = ast.unparse(n.value)
    return out


def checked_fields(f: ast.FunctionDef) -> dict[str, tuple[str, bool]]:
    """reported name: (attribute, optional) of each field that a `_check_…` function tests, in order."""
    out: dict[str, tuple[str, bool]] = {}
    for n in (x for s in f.body for x in [s, *ast.walk(s)]):
        if isinstance(n, ast.If) and len(n.body) == 2 and isinstance(n.body[1], ast.Assign):
            test, optional = n.test, False
            if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) and len(test.values) == 2:
                test, optional = test.values[1], True
            report = n.body[0]
            if (
                isinstance(test, ast.Compare)
                and isinstance(test.left, ast.Call)
                and isinstance(test.left.args[0], ast.Attribute)
                and isinstance(report, ast.Expr)
                and isinstance(report.value, ast.Call)
                and ast.unparse(report.value.func) == "invalid.append"
            ):
                out[str(literal(report.value.args[0]))] = (test.left.args[0].attr, optional)
    return out


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


def header_of(parts: Parts) -> Header:
    return Header(*map(parts.text, ("SOURCE", "MODULE", "POLICY_ID", "POLICY_VERSION", "CORE_DIGEST")))


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
    nullable = frozenset(
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
    guard, decision = conditions(parts, records, nullable, header)
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


class Shape:
    """What the code must test, as the records say it."""

    def __init__(
        self,
        records: tuple[Record, ...],
        called: dict[str, str],
        converted: dict[str, dict[str, tuple[str, Type]]],
    ) -> None:
        self.records, self.called, self.converted = records, called, converted
        self.by_path = {r.path: r for r in records}

    def attribute(self, entity: str, name: str) -> str:
        for attribute, (field, _) in self.converted[self.called[entity]].items():
            if field == name:
                return attribute
        raise Unreadable(f"`{entity}` has no field `{name}`")

    def field(self, holder: str, r: Record, f: Field, twice: bool) -> list[Atom]:
        at, t = f"{holder}.{self.attribute(r.entity, f.name)}", f.type
        out: list[Atom] = [("class", at, _CLASS[t.sort])]
        if t.sort == "int":
            out.append(("range", at, t.lo, t.hi))
        elif t.sort == "enum":
            out.append(("labels", at, t.labels))
        if f.optional:
            # One test of presence covers the class and the domain in `allows`; each has its own in `decide`.
            out += [("optional", at)] * (len(out) if twice else 1)
        return out

    def owns_list(self, r: Record) -> bool:
        return any(m.how == "many" and m.parent == r.path for m in self.records)

    def slow(self, r: Record) -> Counter[Atom]:
        out: list[Atom] = [a for f in r.fields for a in self.field("record", r, f, True)]
        if r.how == "root":
            if self.owns_list(r) and all(f.name != r.key for f in r.fields):
                out.append(("class", f"record.{self.attribute(r.entity, r.key)}", "str"))
            return Counter(out)
        parent = self.by_path[r.parent]
        if r.how == "ref":
            key, link = self.attribute(r.entity, r.key), self.attribute(parent.entity, r.link)
            out += self.reached("parent", "record", self.called[r.entity], key, link)
            return Counter(out)
        key, link = self.attribute(parent.entity, parent.key), self.attribute(r.entity, r.link)
        out += [
            ("class", "rows", "tuple"),
            ("class", "rows", "list"),
            ("class", "complete", "bool"),
            ("length", "rows", "Gt", r.maximum),
            ("class", "record", self.called[r.entity]),
            ("optional", f"record.{link}"),
            ("class", f"record.{link}", "str"),
            ("key", f"record.{link}", f"owner.{key}"),
        ]
        inner = self.inner(r)
        if inner:
            out.append(("class", "row", "tuple"))
        return Counter(out)

    def reached(self, parent: str, own: str, kind: str, key: str, link: str) -> list[Atom]:
        return [
            ("optional", f"{parent}.{link}"),
            ("class", f"{parent}.{link}", "str"),
            ("class", own, kind),
            ("class", f"{own}.{key}", "str"),
            ("key", f"{own}.{key}", f"{parent}.{link}"),
        ]

    def inner(self, many: Record) -> list[Record]:
        return [r for r in self.records if r.how == "ref" and r.path.startswith(many.path + ".")]

    def fast(self, module: Module) -> Counter[Atom]:
        layout = module.layout
        holders = {**layout.parameters, **layout.elements}
        out: list[Atom] = []
        for r in self.records:
            own = holders[r.path]
            out += [a for f in r.fields for a in self.field(own, r, f, False)]
            if r.how == "root":
                out.append(("class", own, self.called[r.entity]))
                if self.owns_list(r) and all(f.name != r.key for f in r.fields):
                    out.append(("class", f"{own}.{self.attribute(r.entity, r.key)}", "str"))
                continue
            parent = self.by_path[r.parent]
            if r.how == "ref":
                key, link = self.attribute(r.entity, r.key), self.attribute(parent.entity, r.link)
                out += self.reached(holders[r.parent], own, self.called[r.entity], key, link)
                continue
            key, link = self.attribute(parent.entity, parent.key), self.attribute(r.entity, r.link)
            given = layout.parameters[r.path]
            out += [
                ("class", given, "tuple"),
                ("class", given, "list"),
                ("class", layout.complete[r.path], "bool"),
                ("length", given, "LtE", r.maximum),
                ("class", own, self.called[r.entity]),
                ("optional", f"{own}.{link}"),
                ("class", f"{own}.{link}", "str"),
                ("key", f"{own}.{link}", f"{holders[r.parent]}.{key}"),
            ]
            if parent.how != "root":
                out.append(("optional", holders[r.parent]))
            if self.inner(r):
                out.append(("class", f"{given}_row", "tuple"))
        return Counter(out)


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
    parts: Parts, records: tuple[Record, ...], nullable: frozenset[tuple[str, str]], header: Header
) -> tuple[Guard, Expr]:
    from aln.backends.python.names import Layout

    layout = Layout(records, nullable)
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
        rules.append(Rule(id_, condition, because, texts(traces, name)))
    guard = Guard(
        header.module, parts.text("POLICY"), records[0].entity, records, tuple(rules), parts.texts("TRACES")
    )
    module = Module(guard, header, b.TRUE)
    body = tried(parts.function("allows"))
    decision = Reader(lexicons, maxima).function(body[len(validated(module)) :], quick)
    return guard, decision


def same(wanted: ast.Module, found: ast.Module) -> None:
    """Raises `Unreadable` at the first statement of `found` that is not as `wanted`."""
    for a, c in zip(wanted.body, found.body, strict=False):
        if ast.dump(a) != ast.dump(c):
            raise Unreadable("this is not what the printer writes for what it says", differing(a, c))
    if len(wanted.body) != len(found.body):
        raise Unreadable("the module has a part too many, or too few", getattr(found.body[-1:], "lineno", 0))


def differing(a: ast.AST, c: ast.AST) -> int:
    """The line, in `c`, of the first difference."""
    line = getattr(c, "lineno", 0)
    if type(a) is not type(c):
        return line
    mine, theirs = list(ast.iter_child_nodes(a)), list(ast.iter_child_nodes(c))
    for x, y in zip(mine, theirs, strict=False):
        if ast.dump(x) != ast.dump(y):
            return differing(x, y) or line
    return line
