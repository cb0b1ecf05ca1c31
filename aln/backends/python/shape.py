"""What the code of an emitted guard tests, and what the records it states would have it test."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from aln.backends.interface import Unreadable
from aln.backends.python.declarations import CLASS
from aln.backends.python.parts import literal
from aln.backends.python.printer import Module
from aln.core.ir import Field, Record, Type

Atom: TypeAlias = tuple[object, ...]


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


def domain_atoms(at: str, t: Type) -> list[Atom]:
    """The tests that a value is of a type."""
    out: list[Atom] = [("class", at, CLASS[t.sort])]
    if t.sort == "int":
        out.append(("range", at, t.lo, t.hi))
    elif t.sort == "enum":
        out.append(("labels", at, t.labels))
    return out


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
            if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.Or):
                test = test.values[0]
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

    def field(self, holder: str, r: Record, f: Field) -> list[Atom]:
        at = f"{holder}.{self.attribute(r.entity, f.name)}"
        out = domain_atoms(at, f.type)
        # One test of presence covers the class and the domain.
        return [*out, ("optional", at)] if f.optional else out

    def owns_list(self, r: Record) -> bool:
        return any(m.how == "many" and m.parent == r.path for m in self.records)

    def slow(self, r: Record) -> Counter[Atom]:
        out: list[Atom] = [a for f in r.fields for a in self.field("record", r, f)]
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
        out = [atom for a in layout.inputs for atom in domain_atoms(a.name, a.type)]
        for r in self.records:
            own = holders[r.path]
            out += [a for f in r.fields for a in self.field(own, r, f)]
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
