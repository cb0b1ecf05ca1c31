"""Which records and fields a formula reads: collected while it is lowered, given as core `Record`s."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeVar

from aln.checker.model import FieldInfo, Model
from aln.core import build as b
from aln.core.ir import KEY, Expr, Field, Record
from aln.diagnostics import Diagnostic, Span

X = TypeVar("X")


class Unsupported(Exception):
    """Something that checks but that core cannot carry: exit 3, never a guess."""

    def __init__(self, span: Span, message: str, help: str = "") -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic("ALN0701", span, message, help)


@dataclass(frozen=True, slots=True)
class Place:
    """A record in scope: where it is reached (`path`), how its variables begin (`prefix`), when it is there."""

    entity: str
    path: str
    prefix: str
    given: Expr = b.TRUE
    inside: str = ""

    def name(self, field: str) -> str:
        return f"{self.prefix}.{field}" if self.prefix else field


@dataclass(slots=True)
class Reads:
    """The records read so far, in order of first reading; `root` is the entity judged.

    `followed` names the references that the formula follows somewhere: `twice` finds them in a first pass.
    `compared` names those of them that the guard at hand only compares: see `apart`.
    """

    model: Model
    root: str
    followed: frozenset[str] = frozenset()
    records: dict[str, Record] = field(default_factory=dict)
    compared: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not self.root:
            return
        info = self.model.entities[self.root]
        # An event is never stored: no table is named, so that no target looks for one.
        table = "" if info.event else info.table
        self.records[""] = Record("", self.root, table, info.key, "root")

    def info(self, place: Place, name: str) -> FieldInfo:
        return self.model.entities[place.entity].fields[name]

    def scalar(self, place: Place, name: str, span: Span) -> tuple[Expr, Expr]:
        """A scalar field, or a reference read as its key: (given, value)."""
        info = self.info(place, name)
        if info.type is None:
            raise Unsupported(span, f"`{name}` is a list", "rules read single fields")
        if info.type.name == "unranged":
            raise Unsupported(
                span,
                f"the field `{place.entity}.{name}` has no range and resolution",
                "declare it as a bounded decimal, or lay an overlay with range and unit over the 1.0 file",
            )
        # A reference that is only compared is its key; one that is followed may dangle, and is then missing.
        path = f"{place.path}.{name}" if place.path else name
        apart = path in self.compared
        own = f"{name}{KEY}" if apart else name
        record = self.records[place.path]
        if all(f.name != own for f in record.fields):
            added = Field(own, info.type, info.optional)
            self.records[place.path] = replace(record, fields=(*record.fields, added))
        variable = place.name(own)
        known = b.given(variable) if info.optional or (path in self.followed and not apart) else place.given
        return known, b.var(variable, info.type)

    @contextmanager
    def apart(self, place: Place, followed: frozenset[str]) -> Iterator[None]:
        """While a guard of the record at `place` is judged within a larger formula: a reference that the guard itself
        only compares keeps its key there even where the record it names is missing, as the guard alone sees it."""
        here = frozenset(f"{place.path}.{p}" if place.path else p for p in followed)
        before, self.compared = self.compared, self.followed - here
        yield
        self.compared = before

    def follow(self, place: Place, name: str) -> Place:
        """The record that the reference `name` of `place` names."""
        info = self.info(place, name)
        target = self.model.entities[info.entity]
        path = f"{place.path}.{name}" if place.path else name
        if path not in self.records:
            self.records[path] = Record(
                path, info.entity, target.table, target.key, "ref", place.path, name, optional=info.optional
            )
        variable = place.name(name)
        return Place(info.entity, path, variable, b.given(variable), place.inside)

    def many(self, place: Place, name: str, span: Span) -> tuple[str, str, int]:
        """The relation `name` of `place`: (variable of the list, path of its elements, declared maximum)."""
        if place.inside:
            raise Unsupported(
                span,
                f"the relation `{name}` is read inside another relation's element",
                "range over relations of the judged record and of the records it refers to",
            )
        info = self.info(place, name)
        target = self.model.entities[info.entity]
        path = f"{place.path}.{name}" if place.path else name
        if path not in self.records:
            self.records[path] = Record(
                path, info.entity, target.table, target.key, "many", place.path, info.by, info.maximum
            )
        return place.name(name), path, info.maximum

    def references(self) -> frozenset[str]:
        """The paths of the references followed so far."""
        return frozenset(r.path for r in self.records.values() if r.how == "ref")

    @classmethod
    def twice(cls, model: Model, root: str, make: Callable[[Reads], X]) -> tuple[X, Reads]:
        """What `make` lowers, with every reference known to be followed or not."""
        first = cls(model, root)
        make(first)
        second = cls(model, root, first.references())
        return make(second), second

    def done(self) -> tuple[Record, ...]:
        """The records, parents first; a reference that is followed carries its key as the record, not as a field."""
        out = []
        for record in self.records.values():
            followed = {r.link for r in self.records.values() if r.how == "ref" and r.parent == record.path}
            out.append(replace(record, fields=tuple(f for f in record.fields if f.name not in followed)))
        return tuple(out)
