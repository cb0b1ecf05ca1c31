"""How an emitted Python module is laid out: its classes, attributes, parameters and local names, from a guard's records.

Takes records and the fields whose presence the rules test; gives names that shadow nothing and never clash, the same
ones for the same records. The reader derives them again from what it read, so a renamed part cannot pass.
"""

from __future__ import annotations

import keyword
from collections.abc import Iterable
from dataclasses import dataclass, field

from aln.core.ir import ID, Expr, Field, Record, Type
from aln.core.show import snake

_CONSTANTS = """ALLOWED CONSTANTS CORE_DIGEST DEFINITIONS EVENT_RULES INPUTS INVALID MACHINE MODULE OUTPUTS PARAMETER PARAMETERS PERIOD_US POLICY
    POLICY_ID POLICY_VERSION RECORDS SIGNALS SOURCE STATES TOLERANCE TRACES WINDOWS"""
_CLASSES = """Any Decimal Decision Final Fraction Inputs InvalidParameters Mapping NamedTuple Outputs Quantity Reached
    Reason State TypeAlias UTC"""
_OTHERS = """allows annotations checked complete data dataclass datetime decide final get init invalid mentions owner parent
    re read_inputs reasons record records replace row rows sound state step timedelta value"""
MODULE_NAMES = frozenset(f"{_CONSTANTS} {_CLASSES} {_OTHERS}".split())
# The built-in names that emitted code uses.
_BUILTINS = """abs all any bool dict float int isinstance len list max min object range round str sum super tuple type
    Exception ValueError"""
# What a tuple with named parts, or a class with annotations, cannot name a part.
PARTS = frozenset(("bool", "int", "str", "count", "index", *keyword.kwlist))
RESERVED = MODULE_NAMES | frozenset(_BUILTINS.split()) | frozenset(keyword.kwlist)


@dataclass(slots=True)
class Names:
    """Names taken so far; a clash is resolved by a trailing underscore."""

    taken: set[str] = field(default_factory=lambda: set(RESERVED))

    def take(self, wish: str) -> str:
        # A leading underscore is kept for the module's own private names.
        name = wish.lstrip("_") or "field"
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        return name


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of an emitted class: the ALN field, its Python name, its type, and whether it may be None."""

    field: str
    name: str
    type: Type
    nullable: bool


def inside(record: Record, records: Iterable[Record]) -> Record | None:
    """The list that a record is an element of, or is reached from an element of."""
    return next(
        (
            r
            for r in records
            if r.how == "many" and (record.path == r.path or record.path.startswith(r.path + "."))
        ),
        None,
    )


def tested(
    conditions: Iterable[Expr], records: tuple[Record, ...], inputs: Iterable[Field] = ()
) -> frozenset[tuple[str, str]]:
    """(entity, field) of the required fields whose presence some condition tests; of an input, ("", its name)."""
    stated = {f.name for f in inputs}
    fields = {(r.path, f.name): r.entity for r in records for f in r.fields if not f.optional}
    out = set()
    for condition in conditions:
        for name, record_path in _given(condition, records):
            if not record_path and name in stated:
                out.add(("", name))
            elif (record_path, name) in fields:
                out.add((fields[record_path, name], name))
    return frozenset(out)


def _given(
    e: Expr, records: tuple[Record, ...], bounds: dict[str, str] | None = None
) -> set[tuple[str, str]]:
    bounds = bounds or {}
    if e.kind == "each":
        bounds = {**bounds, e.bound: str(e.value)}
    out: set[tuple[str, str]] = set()
    if e.kind == "given":
        head, _, rest = e.name.partition(".")
        path = f"{bounds[head]}.{rest}" if head in bounds else e.name
        owner, _, name = path.rpartition(".")
        if any(r.path == owner for r in records):
            out.add((name, owner))
    for a in e.args:
        out |= _given(a, records, bounds)
    return out


class Layout:
    """The names of one guard's module."""

    def __init__(
        self,
        records: tuple[Record, ...],
        nullable: frozenset[tuple[str, str]],
        inputs: tuple[Field, ...] = (),
    ) -> None:
        self.records = records
        self.by_path = {r.path: r for r in records}
        self.classes: dict[str, str] = {}
        self.attributes: dict[str, tuple[Attribute, ...]] = {}
        names = Names()
        # First of all, so that no entity takes the name by which a caller states one.
        stated = Names(set(RESERVED | PARTS))
        self.inputs = tuple(
            Attribute(f.name, stated.take(f.name.removeprefix("@")), f.type, ("", f.name) in nullable)
            for f in inputs
        )
        names.taken |= {a.name for a in self.inputs}
        for record in records:
            if record.entity not in self.classes:
                self.classes[record.entity] = names.take(record.entity)
        self.readers = {e: names.take(f"read_{snake(c)}") for e, c in self.classes.items()}
        for entity in self.classes:
            self.attributes[entity] = self._attributes(entity, nullable)
        # Parameters: the judged record, then each reference, each list with its `…_complete`.
        self.parameters: dict[str, str] = {}
        self.complete: dict[str, str] = {}
        for record in records:
            wish = snake(record.entity) if record.how == "root" else record.path.replace(".", "_")
            if record.how == "ref" and inside(record, records) is not None:
                wish = record.link
            self.parameters[record.path] = names.take(wish)
            if record.how == "many":
                self.complete[record.path] = names.take(wish + "_complete")
        self.rows = {p: names.take(self.parameters[p] + "_rows") for p in self.complete}
        self.elements = {p: names.take(snake(self.by_path[p].entity)) for p in self.complete}
        self.aliases = {p: names.take(f"{self.by_path[p].entity}Row") for p in self.complete}
        self.locals: dict[str, str] = {}
        for record in records:
            prefix = f"{self.parameters[record.path]}_" if record.how == "ref" else ""
            for f in record.fields:
                self.locals[record.variable(f.name)] = names.take(prefix + f.name)
        self.names = names
        self.functions = {p: "_check_" + self.parameters[p] for p in self.parameters}

    def _attributes(self, entity: str, nullable: frozenset[tuple[str, str]]) -> tuple[Attribute, ...]:
        found: dict[str, tuple[Type, bool]] = {}
        for record in self.records:
            if record.entity != entity:
                continue
            if self.keyed(record):
                found.setdefault(record.key, (ID, False))
            if record.how == "many":
                found.setdefault(record.link, (ID, False))
            for child in self.records:
                if child.how == "ref" and child.parent == record.path:
                    found.setdefault(child.link, (ID, child.optional))
            for f in record.fields:
                found[f.name] = (f.type, f.optional or (entity, f.name) in nullable)
        names = Names(set(keyword.kwlist) | {"bool", "int", "str"})
        return tuple(Attribute(name, names.take(name), *what) for name, what in found.items())

    def keyed(self, record: Record) -> bool:
        """Whether the record's key is compared: it is reached by a reference, or owns a list."""
        return record.how == "ref" or any(r.how == "many" and r.parent == record.path for r in self.records)

    def attribute(self, entity: str, name: str) -> Attribute:
        return next(a for a in self.attributes[entity] if a.field == name)

    def nullable(self, record: Record, f: Field) -> bool:
        return self.attribute(record.entity, f.name).nullable

    def inner(self, many: Record) -> tuple[Record, ...]:
        """The references followed from an element of a list, in order: an element is a row of it and them."""
        return tuple(r for r in self.records if r.how == "ref" and r.path.startswith(many.path + "."))

    def top(self) -> tuple[Record, ...]:
        """The records that are arguments of their own."""
        return tuple(r for r in self.records if r.how == "many" or inside(r, self.records) is None)
