"""The named parts of an emitted Python module, as text states them: constants, quantities, conversions, the header.

Takes text; gives syntax and values. Never runs it, and raises `Unreadable` for anything the printer does not emit.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from fractions import Fraction
from typing import TypeVar

from aln.backends.interface import Header, Unreadable
from aln.backends.python.read_expressions import fail
from aln.core.ir import Type, Unit

# Source: Python Language Reference, Encoding declarations.
_ENCODING = re.compile(r"[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+")
X = TypeVar("X")
_SORTS = {
    "_flag": "bool",
    "_text": "text",
    "_key": "id",
    "_label": "enum",
    "_number": "int",
    "_instant": "int",
}


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
        if not f.name.startswith("read_") or f.name == "read_inputs":
            continue
        name, found = converted_by(parts, f, known)
        if name not in wanted:
            raise fail(f, "not a conversion to a record of this module")
        out[name] = found
    if set(out) != wanted:
        raise Unreadable("each record has one conversion")
    return out


def converted_by(
    parts: Parts, f: ast.FunctionDef, known: dict[str, Type]
) -> tuple[str, dict[str, tuple[str, Type]]]:
    """The class that a conversion gives, and of each attribute the ALN field and its type."""
    last = f.body[-1]
    if not (isinstance(last, ast.Return) and isinstance(last.value, ast.Call) and not last.value.args):
        raise fail(f, "not a conversion")
    name = ast.unparse(last.value.func)
    named = docstring(parts.classes[name])
    return name, {
        k.arg or "": conversion(parts, k.value, known, named.get(k.arg or "", ""))
        for k in last.value.keywords
    }


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


def header_of(parts: Parts) -> Header:
    return Header(*map(parts.text, ("SOURCE", "MODULE", "POLICY_ID", "POLICY_VERSION", "CORE_DIGEST")))


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
