"""What the names of core are called at one place of an emitted module, and the way back.

A variable has a text and the presences it needs: where one of them is not known, the text may only be read behind
a test of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from aln.backends.python.names import Layout, Names
from aln.core.ir import Expr, Record, Type


@dataclass(frozen=True, slots=True)
class Variable:
    name: str
    text: str
    type: Type
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Presence:
    """Something that is None where it is missing."""

    name: str
    text: str
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list: the text of its rows, and what one row holds relative to the bound name ("" is the element)."""

    name: str
    text: str
    parts: tuple[str, ...]
    variables: tuple[tuple[str, str, str, Type, bool], ...]  # part, field, attribute, type, nullable


@dataclass(frozen=True, slots=True)
class Scope:
    variables: dict[str, Variable] = field(default_factory=dict)
    presences: dict[str, Presence] = field(default_factory=dict)
    lists: dict[str, ListOf] = field(default_factory=dict)
    terms: dict[tuple[str, ...], str] = field(default_factory=dict)
    # Numbers over a list, already computed into a local name.
    hoisted: dict[Expr, str] = field(default_factory=dict)

    def under(self, bound: str, of: ListOf, texts: tuple[str, ...]) -> Scope:
        """The scope of an aggregate's body: `texts` name the parts of a row."""
        variables = {k: v for k, v in self.variables.items() if not k.startswith(bound + ".")}
        presences = {k: v for k, v in self.presences.items() if not k.startswith(bound + ".")}
        # A loop variable hides whatever else its text named.
        shadowed = set(texts)
        variables = {k: v for k, v in variables.items() if v.text.partition(".")[0] not in shadowed}
        presences = {k: v for k, v in presences.items() if v.text.partition(".")[0] not in shadowed}
        called = dict(zip(of.parts, texts, strict=True))
        for part in of.parts[1:]:
            presences[f"{bound}.{part}"] = Presence(f"{bound}.{part}", called[part])
        for part, name, attribute, type_, nullable in of.variables:
            full = ".".join(x for x in (bound, part, name) if x)
            holder = (f"{bound}.{part}",) if part else ()
            text = f"{called[part]}.{attribute}"
            if nullable:
                presences[full] = Presence(full, text, holder)
            variables[full] = Variable(full, text, type_, (*holder, full) if nullable else holder)
        hoisted = {k: v for k, v in self.hoisted.items() if bound not in free(k)}
        return replace(self, variables=variables, presences=presences, hoisted=hoisted)


def read_names(e: Expr) -> frozenset[str]:
    """The names that an expression reads from around it: not those of an element that it binds itself."""
    if e.kind in ("var", "given"):
        return frozenset((e.name,))
    out = frozenset[str]().union(*map(read_names, e.args))
    if e.kind == "each":
        return frozenset(n for n in out if n != e.bound and not n.startswith(f"{e.bound}."))
    return out


def free(e: Expr) -> frozenset[str]:
    """The first parts of the names that an expression reads from around it."""
    return frozenset(name.partition(".")[0] for name in read_names(e))


def key_type(record: Record) -> Type:
    """The type of a reference read as its key: that of the record it names."""
    return Type("id", name=record.entity)


def guard_scope(layout: Layout, terms: dict[tuple[str, ...], str], fast: bool) -> Scope:
    """The scope of a guard's conditions: of `allows` (local names) if `fast`, else of `decide` (attributes)."""
    scope = Scope(terms=terms)
    for a in layout.inputs:
        if a.nullable:
            scope.presences[a.field] = Presence(a.field, a.name)
        scope.variables[a.field] = Variable(a.field, a.name, a.type, (a.field,) if a.nullable else ())
    for record in layout.top():
        if record.how == "many":
            parts = ("", *(r.path[len(record.path) + 1 :] for r in layout.inner(record)))
            rows = []
            for part, r in zip(parts, (record, *layout.inner(record)), strict=True):
                if part:
                    rows.append((part, "", layout.attribute(r.entity, r.key).name, key_type(r), False))
                for f in r.fields:
                    a = layout.attribute(r.entity, f.name)
                    rows.append((part, f.name, a.name, f.type, a.nullable))
            text = layout.rows[record.path]
            scope.presences[record.path] = Presence(record.path, text)
            scope.lists[record.path] = ListOf(record.path, text, parts, tuple(rows))
            continue
        own = layout.parameters[record.path]
        holder = (record.path,) if record.how == "ref" else ()
        if holder:
            scope.presences[record.path] = Presence(record.path, own)
            key = f"{own}.{layout.attribute(record.entity, record.key).name}"
            scope.variables[record.path] = Variable(record.path, key, key_type(record), holder)
        for f in record.fields:
            full = record.variable(f.name)
            a = layout.attribute(record.entity, f.name)
            text = layout.locals[full] if fast else f"{own}.{a.name}"
            if a.nullable:
                scope.presences[full] = Presence(full, text, holder)
            scope.variables[full] = Variable(full, text, f.type, (*holder, full) if a.nullable else holder)
    return scope


@dataclass(slots=True)
class LoopNames:
    """Python names of bound names: one for each pair of bound name and list."""

    names: Names
    known: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)

    def of(self, bound: str, list_: ListOf) -> tuple[str, ...]:
        key = (bound, list_.name)
        if key not in self.known:
            if bound == "_":
                self.known[key] = ("_",) * len(list_.parts)
            else:
                own = self.names.take(bound)
                inner = (self.names.take(f"{own}_{p.replace('.', '_')}") for p in list_.parts[1:])
                self.known[key] = (own, *inner)
        return self.known[key]
