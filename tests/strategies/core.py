"""Random core: scopes, expressions of every kind, and environments within their domains.

An expression is drawn as a tree of plain tuples, so that it means something without `aln.core.build`: `build` makes
core of a tree by the smart constructors, `meaning` is what the tree itself says, in exact quantities.

    ("const", type, raw) ("var", name, type) ("given", name) ("mentions", text, terms)
    (operator, tree, …) ("each", aggregate, list, bound, body, maximum)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any, TypeAlias

from hypothesis import strategies as st

from aln.core import build as b
from aln.core.ir import BOOL, ID, ONE, TEXT, Expr, Field, Record, Type, Unit
from aln.core.text import mentions
from aln.verifier.obligation import Scope

Tree: TypeAlias = tuple[Any, ...]
Env: TypeAlias = dict[str, Any]

SECOND = Unit("s", "s", Fraction(1), "time")
MINUTE = Unit("min", "min", Fraction(60), "time")
STAGE = Type("enum", name="Stage", labels=("WAKE", "LIGHT", "DEEP"))
LEXICONS = (("rem",), ("r e m", "rem"), ("dream phase",), ("dream",))
TEXTS = ("", "rem", "REM boost", "tremor", "R.E.M.", "dream", "the dream phase", "rem dream", "nap")


def key(n: int) -> str:
    return f"00000000-0000-4000-8000-{n:012d}"


# ── scopes ───────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def number_types(draw: st.DrawFn, kind: str = "number") -> Type:
    """A small range; its grid is 1, 1/2 or 1/10 of the unit."""
    lo = draw(st.integers(-4, 3))
    hi = lo + draw(st.integers(0, 6))
    step = draw(st.sampled_from((Fraction(1), Fraction(1, 2), Fraction(1, 10))))
    unit = ONE if kind == "number" else draw(st.sampled_from((SECOND, MINUTE)))
    return Type("int", lo, hi, step, unit)


@st.composite
def scopes(draw: st.DrawFn) -> Scope:
    """A record with references, a reference of a reference, two of one entity, and two relations."""

    def field(name: str, ty: Type) -> Field:
        return Field(name, ty, draw(st.booleans()))

    def count(name: str, kind: str = "number") -> Field:
        return field(name, draw(number_types(kind)))

    study = (field("open", BOOL), count("size"), field("title", TEXT))
    return Scope(
        (
            Record(
                "", "Visit", "visit", "id", "root",
                fields=(
                    Field("id", ID), field("flag", BOOL), count("level"), count("wait", "time"),
                    field("stage", STAGE), field("note", TEXT), field("memo", TEXT),
                ),
            ),
            Record("study", "Study", "study", "id", "ref", "", "study", fields=study),
            Record("twin", "Study", "study", "id", "ref", "", "twin", optional=True, fields=study),
            Record("study.owner", "Owner", "owner", "id", "ref", "study", "owner", fields=(count("rank"),)),
            Record(
                "items", "Item", "item", "id", "many", "", "visit", 3,
                fields=(
                    Field("id", ID), Field("visit", ID), count("v"), count("at", "time"), field("ok", BOOL),
                    field("stage", STAGE),
                ),
            ),
            Record(
                "items.cert", "Cert", "cert", "id", "ref", "items", "cert",
                fields=(field("good", BOOL), count("n")),
            ),
            Record("marks", "Mark", "mark", "id", "many", "", "visit", 2, fields=(count("w"), field("up", BOOL))),
        )
    )  # fmt: skip


# ── environments ─────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def raws(draw: st.DrawFn, ty: Type) -> Any:
    """A raw value of a type."""
    if ty.sort == "bool":
        return draw(st.booleans())
    if ty.sort == "int":
        return draw(st.integers(ty.lo, ty.hi))
    if ty.sort == "enum":
        return draw(st.sampled_from(ty.labels))
    return draw(st.sampled_from(TEXTS)) if ty.sort == "text" else key(draw(st.integers(1, 3)))


@st.composite
def environments(draw: st.DrawFn, scope: Scope) -> Env:
    """An environment within the domain of `scope`: one key, one record; a relation may be withheld."""
    by_path = {r.path: r for r in scope.records}

    def values(record: Record, prefix: str = "") -> Env:
        return {
            prefix + f.name: None if f.optional and draw(st.booleans()) else draw(raws(f.type))
            for f in record.fields
        }

    out = values(by_path[""])
    studies = [values(by_path["study"]) for _ in range(2)]
    for path in ("study", "twin"):
        chosen = draw(st.sampled_from((None, 0, 1)))
        out[path] = None if chosen is None else key(10 + chosen)
        if chosen is not None:
            out |= {f"{path}.{name}": value for name, value in studies[chosen].items()}
    there = out["study"] is not None and draw(st.booleans())
    out["study.owner"] = key(20 if out["study"] == key(10) else 21) if there else None
    if there:
        out |= values(by_path["study.owner"], "study.owner.")
    certs = [values(by_path["items.cert"], "cert.") for _ in range(2)]
    for path in ("items", "marks"):
        if draw(st.integers(0, 4)) == 0:
            out[path] = None
            continue
        elements = []
        for n in range(draw(st.integers(0, by_path[path].maximum))):
            element = values(by_path[path])
            if path == "items":
                element |= {"id": key(30 + n), "visit": out["id"]}
                chosen = draw(st.sampled_from((None, 0, 1)))
                element["cert"] = None if chosen is None else key(40 + chosen)
                element |= dict.fromkeys(certs[0]) if chosen is None else certs[chosen]
            elements.append(element)
        out[path] = tuple(elements)
    return out


# ── trees ────────────────────────────────────────────────────────────────────────────────────────────────────


class _Names:
    """What is in scope: variables by name, presences, and the relations that may be ranged over."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.variables: dict[str, Type] = {}
        self.presences: dict[str, None] = {}
        self.bound: tuple[str, ...] = ()
        self.lists = {r.path: r.maximum for r in scope.records if r.how == "many"}
        for record in scope.records:
            if not any(record.path == p or record.path.startswith(p + ".") for p in self.lists):
                self._add(record, record.path)
        self.presences |= dict.fromkeys(self.lists)

    def _add(self, record: Record, prefix: str) -> None:
        if record.how == "ref":
            self.variables[prefix] = ID
            self.presences[prefix] = None
        for f in record.fields:
            name = f"{prefix}.{f.name}" if prefix else f.name
            self.variables[name] = f.type
            self.presences[name] = None

    def inside(self, path: str, bound: str) -> _Names:
        out = _Names(self.scope)
        out.variables = dict(self.variables)
        out.presences = {n: None for n in self.presences if not n.startswith(bound + ".")}
        out.variables = {n: t for n, t in self.variables.items() if not n.startswith(bound + ".")}
        out.bound = (*self.bound, bound)
        for record in self.scope.records:
            if record.path == path or record.path.startswith(path + "."):
                out._add(record, bound + record.path[len(path) :])
        return out

    def of(self, sort: str, kind: str = "") -> list[str]:
        return [n for n, t in self.variables.items() if t.sort == sort and (not kind or t.unit.kind == kind)]


@st.composite
def booleans(draw: st.DrawFn, names: _Names, depth: int) -> Tree:
    """A boolean tree over `names`."""
    leaf = depth <= 0
    kinds = ["var", "given", "const", "mentions", "compare"]
    if not leaf:
        kinds = [
            "not",
            "and",
            "or",
            "implies",
            "compare",
            "compare",
            "same",
            "ite",
            "each",
            "each",
            "given",
            "var",
        ]
    kind = draw(st.sampled_from(kinds))
    if kind == "var":
        return ("var", draw(st.sampled_from(names.of("bool"))), BOOL)
    if kind == "given":
        return ("given", draw(st.sampled_from(list(names.presences))))
    if kind == "const":
        return ("const", BOOL, draw(st.booleans()))
    if kind == "mentions":
        return ("mentions", draw(texts(names)), draw(st.sampled_from(LEXICONS)))
    if kind == "compare":
        op = draw(st.sampled_from(("lt", "le", "eq")))
        of = draw(st.sampled_from(("number", "time")))
        return (op, draw(numbers(names, depth - 1, of)), draw(numbers(names, depth - 1, of)))
    if kind == "same":
        return draw(same(names, depth))
    if kind == "not":
        return ("not", draw(booleans(names, depth - 1)))
    if kind in ("and", "or"):
        size = draw(st.integers(2, 3))
        return (kind, *(draw(booleans(names, depth - 1)) for _ in range(size)))
    if kind == "implies":
        return (kind, draw(booleans(names, depth - 1)), draw(booleans(names, depth - 1)))
    if kind == "ite":
        return ("ite", *(draw(booleans(names, depth - 1)) for _ in range(3)))
    return draw(aggregates(names, depth, ("all", "any"), ""))


@st.composite
def same(draw: st.DrawFn, names: _Names, depth: int) -> Tree:
    """Equality of labels, keys, texts or truth values."""
    sort = draw(st.sampled_from(("enum", "id", "text", "bool")))
    if sort == "bool":
        return ("eq", draw(booleans(names, depth - 1)), draw(booleans(names, depth - 1)))
    if sort == "text":
        return ("eq", draw(texts(names)), draw(texts(names)))
    ty = STAGE if sort == "enum" else ID
    sides = [("var", n, names.variables[n]) for n in names.of(sort)]
    left = draw(st.sampled_from(sides))
    right = draw(st.sampled_from(sides)) if draw(st.booleans()) else ("const", ty, draw(raws(ty)))
    if sort == "enum" and draw(st.booleans()):
        left = ("ite", draw(booleans(names, depth - 1)), left, right)
    return ("eq", left, right)


@st.composite
def texts(draw: st.DrawFn, names: _Names) -> Tree:
    if draw(st.integers(0, 3)) == 0:
        return ("const", TEXT, draw(st.sampled_from(TEXTS)))
    return ("var", draw(st.sampled_from(names.of("text"))), TEXT)


@st.composite
def numbers(draw: st.DrawFn, names: _Names, depth: int, kind: str = "number") -> Tree:
    """A number of `kind`."""
    if depth <= 0 or draw(st.integers(0, 3)) == 0:
        if draw(st.booleans()):
            ty = draw(number_types(kind))
            return ("const", ty, draw(st.integers(ty.lo, ty.hi)))
        name = draw(st.sampled_from(names.of("int", kind)))
        return ("var", name, names.variables[name])
    ops = ["add", "sub", "neg", "min", "max", "abs", "ite", "mul", "each"]
    op = draw(st.sampled_from([*ops, "div"] if kind == "number" else ops))
    if op == "each":
        return draw(aggregates(names, depth, ("sum", "min", "max"), kind))
    if op in ("neg", "abs"):
        return (op, draw(numbers(names, depth - 1, kind)))
    if op == "ite":
        parts = (draw(numbers(names, depth - 1, kind)), draw(numbers(names, depth - 1, kind)))
        return (op, draw(booleans(names, depth - 1)), *parts)
    if op == "mul":
        return (op, draw(numbers(names, depth - 2, kind)), draw(numbers(names, 0)))
    of = draw(st.sampled_from(("number", "time"))) if op == "div" else kind
    return (op, draw(numbers(names, depth - 1, of)), draw(numbers(names, depth - 1, of)))


@st.composite
def aggregates(draw: st.DrawFn, names: _Names, depth: int, kinds: tuple[str, ...], of: str) -> Tree:
    """An aggregate over one of the relations; the bound name may hide that of an outer one."""
    path = draw(st.sampled_from(list(names.lists)))
    bound = draw(st.sampled_from(("c", "d")))
    inner = names.inside(path, bound)
    kind = draw(st.sampled_from(kinds))
    body = draw(numbers(inner, depth - 1, of) if of else booleans(inner, depth - 1))
    return ("each", kind, path, bound, body, names.lists[path])


@st.composite
def trees(draw: st.DrawFn, depth: int = 3, sort: str = "bool") -> tuple[Scope, Tree]:
    """A scope and a tree over it: of booleans, or (`sort` number or time) of numbers."""
    scope = draw(scopes())
    names = _Names(scope)
    return scope, draw(booleans(names, depth) if sort == "bool" else numbers(names, depth, sort))


@st.composite
def formulas(draw: st.DrawFn, depth: int = 3) -> tuple[Scope, Expr]:
    """A scope and a boolean core expression over it."""
    scope, tree = draw(trees(depth))
    return scope, build(tree)


# ── what a tree means ────────────────────────────────────────────────────────────────────────────────────────


def build(tree: Tree) -> Expr:
    """The core of a tree, by the smart constructors."""
    op = tree[0]
    if op == "const":
        return b.const(tree[1], tree[2])
    if op == "var":
        return b.var(tree[1], tree[2])
    if op == "given":
        return b.given(tree[1])
    if op == "mentions":
        return b.mentions(build(tree[1]), tree[2])
    if op == "each":
        _, kind, path, bound, body, maximum = tree
        return b.each(kind, path, bound, build(body), maximum)
    parts = [build(x) for x in tree[1:]]
    if op == "mul":
        return b.mul(*parts, unit=replace(parts[0].type.unit, factor=Fraction(1)))
    return _CONSTRUCTORS[op](*parts)


_CONSTRUCTORS: Mapping[str, Any] = {
    "not": b.not_, "and": b.and_, "or": b.or_, "implies": b.implies, "lt": b.lt, "le": b.le, "eq": b.eq,
    "add": b.add, "sub": b.sub, "div": b.floor_div, "neg": b.neg, "min": b.minimum, "max": b.maximum,
    "abs": b.absolute, "ite": b.ite,
}  # fmt: skip


def _amount(ty: Type, raw: Any) -> Any:
    return raw * ty.grain if ty.sort == "int" else raw


def meaning(tree: Tree, env: Mapping[str, Any]) -> Any:
    """The value of a tree: a bool, label, key or text, or the exact quantity in the coherent unit of its kind."""
    op = tree[0]
    if op == "const":
        return _amount(tree[1], tree[2])
    if op == "var":
        value = env.get(tree[1])
        return _amount(tree[2], tree[2].default() if value is None else value)
    if op == "given":
        return env.get(tree[1]) is not None
    if op == "mentions":
        return mentions(meaning(tree[1], env), tree[2])
    if op == "each":
        return _each(tree, env)
    x = [meaning(part, env) for part in tree[1:]]
    if op == "div":
        return Fraction(x[0] // x[1]) if x[1] > 0 else Fraction(0)
    return {
        "not": lambda: not x[0], "and": lambda: all(x), "or": lambda: any(x), "implies": lambda: not x[0] or x[1],
        "lt": lambda: x[0] < x[1], "le": lambda: x[0] <= x[1], "eq": lambda: x[0] == x[1],
        "add": lambda: x[0] + x[1], "sub": lambda: x[0] - x[1], "mul": lambda: x[0] * x[1], "neg": lambda: -x[0],
        "min": lambda: min(x), "max": lambda: max(x), "abs": lambda: abs(x[0]),
        "ite": lambda: x[1] if x[0] else x[2],
    }[op]()  # fmt: skip


def _each(tree: Tree, env: Mapping[str, Any]) -> Any:
    _, kind, path, bound, body, _ = tree
    outer = {k: v for k, v in env.items() if not k.startswith(bound + ".")}
    x = [meaning(body, outer | {f"{bound}.{k}": v for k, v in item.items()}) for item in env.get(path) or ()]
    if kind in ("all", "any"):
        return all(x) if kind == "all" else any(x)
    if kind == "sum":
        return sum(x, Fraction(0))
    # Of none: the end of the body's range that no element can pass (lowering never reads it).
    ty = build(body).type
    return min(x, default=ty.hi * ty.grain) if kind == "min" else max(x, default=ty.lo * ty.grain)
