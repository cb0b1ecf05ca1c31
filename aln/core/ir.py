"""Types and expression nodes of core: six shapes, operators as data, interned so that equal means identical.

Nodes are made by `aln.core.build` only; it keeps the invariants stated here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Literal, TypeAlias
from weakref import WeakValueDictionary

from aln.diagnostics import Diagnostic, Span

Sort = Literal["bool", "int", "enum", "id", "text"]
Scalar: TypeAlias = bool | int | str


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its name for people, its UCUM code, its exact factor to the coherent unit of `kind`.

    Units mix only within one kind; a kind is finer than a dimension (a dose rate is not a pulse).
    Source: UCUM, The Unified Code for Units of Measure, v2.1.
    """

    name: str = ""
    code: str = "1"
    factor: Fraction = Fraction(1)
    kind: str = "number"


ONE = Unit()


@dataclass(frozen=True, slots=True)
class Type:
    """A type. A number is an integer n in lo..hi that stands for n·step of `unit`; an enum has labels."""

    sort: Sort
    lo: int = 0
    hi: int = 0
    step: Fraction = Fraction(1)
    unit: Unit = ONE
    name: str = ""
    labels: tuple[str, ...] = ()
    # What one count is worth in the coherent unit of its kind: two numbers compare at one grain only.
    grain: Fraction = field(init=False, repr=False, compare=False)
    # Types are part of the key of every node, and the hash of a fraction is a modular power.
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "grain", self.step * self.unit.factor)
        object.__setattr__(self, "_hash", hash(self._parts()))

    def _parts(self) -> tuple[Any, ...]:
        return self.sort, self.lo, self.hi, self.step, self.unit, self.name, self.labels

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[Callable[..., Type], tuple[Any, ...]]:
        # The hash of a text holds in one process only.
        return Type, self._parts()

    def holds(self, value: object) -> bool:
        """Whether a raw value (scaled integer, label, canonical uuid, text) belongs to this type."""
        if self.sort == "bool":
            return type(value) is bool
        if self.sort == "int":
            return type(value) is int and (self.lo <= value <= self.hi or self.unbounded)
        if self.sort == "enum":
            return type(value) is str and value in self.labels
        return type(value) is str

    @property
    def unbounded(self) -> bool:
        """Whether it is `integer`, or computed from one: its range is further than any other number goes, and no fact."""
        return self.hi > FAR or self.lo < -FAR

    def default(self) -> Scalar:
        """The value an absent variable reads as. No meaning rests on it: lowering guards every read."""
        if self.sort == "bool":
            return False
        if self.sort == "int":
            return min(max(0, self.lo), self.hi)
        return self.labels[0] if self.sort == "enum" else NIL if self.sort == "id" else ""


INTEGER = "integer"
FAR = 10**200
NIL = "00000000-0000-0000-0000-000000000000"
BOOL = Type("bool")
TEXT = Type("text")
ID = Type("id")


class Expr:
    """An expression of core: `kind` of node, `type`, and what that kind needs. Immutable; compare with `is`.

    const    value                      a constant
    var      name                       a variable; its type's default where it is missing
    given    name                       true when the variable, record or list has a value
    op       name, args                 an operator of `OPS`
    mentions args=(text,), terms        the text mentions a term (language reference, Text)
    each     name (list), bound, op, args=(body,)   `all any sum min max` of body over a list's elements
    """

    __slots__ = ("__weakref__", "args", "bound", "kind", "name", "terms", "type", "value")

    kind: str
    type: Type
    name: str
    args: tuple[Expr, ...]
    value: Scalar | None
    terms: tuple[str, ...]
    bound: str

    def __repr__(self) -> str:
        from aln.core.show import show

        return show(self)

    def __reduce__(self) -> tuple[Callable[..., Expr], tuple[Any, ...]]:
        return node, (self.kind, self.type, self.name, self.args, self.value, self.terms, self.bound)


_NODES: WeakValueDictionary[tuple[object, ...], Expr] = WeakValueDictionary()


def node(
    kind: str,
    type: Type,
    name: str = "",
    args: tuple[Expr, ...] = (),
    value: Scalar | None = None,
    terms: tuple[str, ...] = (),
    bound: str = "",
) -> Expr:
    """The one node with these parts. INVARIANT: equal parts give the identical object."""
    # True == 1 in Python: the class of the value keeps booleans and numbers apart.
    key = (kind, type, name, args, value.__class__, value, terms, bound)
    found = _NODES.get(key)
    if found is None:
        found = object.__new__(Expr)
        found.kind, found.type, found.name, found.args = kind, type, name, args
        found.value, found.terms, found.bound = value, terms, bound
        _NODES[key] = found
    return found


def walk(expr: Expr) -> Iterator[Expr]:
    """Every distinct node once, parents before children."""
    seen: set[int] = set()
    stack = [expr]
    while stack:
        top = stack.pop()
        if id(top) not in seen:
            seen.add(id(top))
            yield top
            stack.extend(reversed(top.args))


# ── records, guards, machines ────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Field:
    """A scalar field that is read: its name within its record, its type, and whether it may be missing."""

    name: str
    type: Type
    optional: bool = False


# What the field of a claim is called that is the key of a reference, beside the record that the reference names: the
# record may be missing while the key is there. No name of the language holds a space.
KEY = " key"


@dataclass(frozen=True, slots=True)
class Record:
    """A record that a formula reads, and how it is reached.

    `path` "" is the record judged; "study" one referenced by its field `link`; "device.calibrations" the list of
    those whose field `link` refers back to `parent`; "device.calibrations.certificate" one referenced by an
    element of that list. A variable is named path.field, under a list bound.field.
    """

    path: str
    entity: str
    table: str
    key: str
    how: Literal["root", "ref", "many"]
    parent: str = ""
    link: str = ""
    maximum: int = 0
    optional: bool = False
    fields: tuple[Field, ...] = ()

    def variable(self, field: str) -> str:
        return f"{self.path}.{field}" if self.path else field


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a guard: `condition` is *is true* of what was required (of the negation, for `forbid`).

    A state rule must be true in every committed state; an `event` rule is judged once, when the record is accepted.
    """

    id: str
    condition: Expr
    because: str
    traces: tuple[str, ...] = ()
    line: int = 0
    event: bool = False


@dataclass(frozen=True, slots=True)
class Guard:
    """A policy in core: it accepts a record when every field read is in its domain and every rule is true.

    `counts` names the relations that it counts or sums: what it means rests on their declared maximum. `inputs` are
    what whoever asks must state beside the record (`now`, `actor`): loose variables of the rules.
    """

    module: str
    name: str
    entity: str
    records: tuple[Record, ...]
    rules: tuple[Rule, ...]
    traces: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    inputs: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """A named value of one tick (a let, a next state, an output), computed after those before it."""

    name: str
    value: Expr


@dataclass(frozen=True, slots=True)
class State:
    """A state variable: `initial` reads parameters only; `next` names the definition that holds its next value."""

    name: str
    type: Type
    initial: Expr
    next: str


@dataclass(frozen=True, slots=True)
class Window:
    """The newest `samples` values that were given within the last `ticks` ticks, this one included.

    What is read of it is a summary, one field each, in this order: the count of samples, their sum, the sum of their
    squares, their (lower) median, the newest. The last two are the ends of nothing where there is no sample: lowering
    guards them. It is taken once `after` definitions of the tick are computed; `given` and `value` read those.
    """

    name: str
    given: Expr
    value: Expr
    ticks: int
    samples: int
    fields: tuple[Field, Field, Field, Field, Field]
    after: int


@dataclass(frozen=True, slots=True)
class Assignment:
    """What must hold wherever a typed name is assigned: a value is given, and lies in the type's range."""

    name: str
    type: Type
    given: Expr
    value: Expr
    line: int
    initial: bool = False


@dataclass(frozen=True, slots=True)
class Property:
    """A property of each tick: `always` (claim or lemma) or `reachable`. A claim is `about` ticks in which each of these
    is true: where one never is, it says nothing. What is not `stated` by an author is asked of every machine."""

    name: str
    lemma: bool
    form: Literal["always", "reachable"]
    formula: Expr
    says: str
    traces: tuple[str, ...]
    line: int
    about: tuple[Expr, ...] = ()
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine in core: parameters (constant; every rule of `assumption` is true of them), inputs (each may be missing), states,
    definitions in order of computation, outputs (names of definitions) and the properties to prove."""

    module: str
    name: str
    period_us: int
    parameters: tuple[Field, ...]
    parameter_entity: str
    parameter_name: str
    assumption: tuple[Rule, ...]
    inputs: tuple[Field, ...]
    states: tuple[State, ...]
    definitions: tuple[Definition, ...]
    outputs: tuple[Field, ...]
    assignments: tuple[Assignment, ...]
    properties: tuple[Property, ...]
    signals: tuple[tuple[str, str], ...] = ()
    windows: tuple[Window, ...] = ()
    # A model speaks of unbounded integers, so nothing is generated from it.
    model: bool = False


# ── a module ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim about records: `formula` is *is true* of it, in terms of `definitions` (one for each `accepted`);
    `accepts` are the rules of the policies it rests on; `inputs` the loose variables that those read.

    A `refinement` says that one policy accepts nothing that another refuses (or, both ways, that they are equal); a
    `composition`, that one operation of a bundle guarantees by itself what the bundle claims.
    """

    name: str
    says: str
    records: tuple[Record, ...]
    definitions: tuple[Definition, ...]
    formula: Expr
    accepts: tuple[Rule, ...]
    traces: tuple[str, ...]
    span: Span
    kind: Literal["claim", "refinement", "composition"] = "claim"
    inputs: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Immutable:
    """An entity whose stored rows are never changed or removed."""

    entity: str
    table: str


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Labels that no role, table or graph of a bundle may name; `found` says where one does."""

    name: str
    says: str
    found: tuple[str, ...]
    traces: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Example:
    """One judgement written beside the policy: a test's expectation, or a table row that must pass."""

    kind: Literal["example", "table-row"]
    name: str
    says: str
    guard: Guard
    # The record and what it reaches, and the guard's inputs by name.
    env: Mapping[str, Any]
    allowed: bool
    because: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class CoreModule:
    """What a module means: the guards, machines, claims and examples it declares.

    `spans` say where each guard and machine stands; `constants` are its texts (policy id, version, document);
    `links` its requirement, hazard and control ids by kind; `unsupported` names what has no meaning in core
    (construct, name, why): it is never proved.
    """

    name: str
    short_name: str
    file: str
    guards: tuple[Guard, ...]
    machines: tuple[Machine, ...]
    claims: tuple[Claim, ...]
    examples: tuple[Example, ...]
    spans: Mapping[str, Span]
    constants: Mapping[str, str]
    links: Mapping[str, str]
    unsupported: tuple[tuple[str, str, Diagnostic], ...]
    immutable: tuple[Immutable, ...] = ()
    forbidden: tuple[Forbidden, ...] = ()
