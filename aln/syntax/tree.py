"""The syntax tree: what an author wrote, nothing more. One of the two trees of the project (the other is core).

Built by `parse`, printed by `format`, annotated by nobody. Every node carries its span; equality ignores spans,
so that `parse(format(tree)) == tree` can be asked directly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeAlias

from aln.diagnostics import Span

_NO = Span("", 0, 0)


@dataclass(frozen=True, slots=True)
class Node:
    span: Span = field(default=_NO, compare=False, repr=False, kw_only=True)


# ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Number(Node):
    """A decimal literal, exact, with the unit name written after it (empty for a plain number)."""

    value: Fraction
    unit: str = ""
    text: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class String(Node):
    value: str


@dataclass(frozen=True, slots=True)
class Boolean(Node):
    value: bool


@dataclass(frozen=True, slots=True)
class Path(Node):
    """A dotted name: a constant, a label, a variable, or a field reached from one (`x.study.title`)."""

    parts: tuple[str, ...]

    def __str__(self) -> str:
        return ".".join(self.parts)


@dataclass(frozen=True, slots=True)
class Call(Node):
    """`present(x)`, `mentions(t, Terms)`, `clamp(v, lo, hi)`, `accepted(Policy, x)`, `before(e)` …"""

    function: str
    arguments: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Unary(Node):
    """`op` is `not` or `-`."""

    op: str
    operand: Expr


@dataclass(frozen=True, slots=True)
class Binary(Node):
    """`op` is one of `implies or and == != < <= > >= + - * /`."""

    op: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class If(Node):
    condition: Expr
    then: Expr
    otherwise: Expr


@dataclass(frozen=True, slots=True)
class Quantified(Node):
    """An aggregate over a relation: `all x in R [where w] : body`, also `any`, `count` (no body), `sum min max`.

    `last x in R where w by key ties all none false : body` judges the elements of greatest key: `ties` says
    whether all or any of those tied must pass, `none` what holds when there is no element.
    """

    kind: str
    variable: str
    source: Expr
    where: Expr | None = None
    by: Expr | None = None
    ties: str = ""
    none: bool | None = None
    body: Expr | None = None


@dataclass(frozen=True, slots=True)
class Record(Node):
    """`{ name : value, … }` in a table row or a test."""

    fields: tuple[tuple[str, Expr], ...]


@dataclass(frozen=True, slots=True)
class ListOf(Node):
    items: tuple[Expr, ...]


Expr: TypeAlias = Number | String | Boolean | Path | Call | Unary | Binary | If | Quantified | Record | ListOf


# ── types ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class TypeName(Node):
    """A type by name: `bool`, `uuid`, `text`, `timestamp`, the 1.0 aliases, an enum, a `type`, an entity."""

    name: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class NumberType(Node):
    """`decimal UNIT in LOW .. HIGH by STEP` or `int in LOW .. HIGH`; a bound is a literal or a constant."""

    base: str
    unit: str
    low: Expr
    high: Expr
    step: Expr | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class EnumType(Node):
    """The 1.0 inline enum: `enum["A", "B"]`."""

    labels: tuple[str, ...]
    optional: bool = False


@dataclass(frozen=True, slots=True)
class RefType(Node):
    """`ref Study`: the key of one record of another entity."""

    entity: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class ManyType(Node):
    """`many Calibration by device up to 64`: the records whose field `device` refers to this one."""

    entity: str
    by: str
    maximum: int


@dataclass(frozen=True, slots=True)
class ListType(Node):
    """The 1.0 `list<T>`."""

    element: TypeExpr
    optional: bool = False


TypeExpr: TypeAlias = TypeName | NumberType | EnumType | RefType | ManyType | ListType


# ── declarations ─────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Constant(Node):
    name: str
    value: Expr


@dataclass(frozen=True, slots=True)
class Constants(Node):
    items: tuple[Constant, ...]


@dataclass(frozen=True, slots=True)
class Unit(Node):
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class TypeAliasDecl(Node):
    name: str
    type: TypeExpr


@dataclass(frozen=True, slots=True)
class Enum(Node):
    name: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lexicon(Node):
    name: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field(Node):
    """One field of an entity; `repeated` is the 1.0 `[]` after the name, `key` marks the identity."""

    name: str
    type: TypeExpr
    key: bool = False
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Entity(Node):
    """`immutable`: no stored row is ever changed or removed. `event`: never stored, it exists when it is accepted."""

    name: str
    stored_as: str
    fields: tuple[Field, ...]
    immutable: bool = False
    event: bool = False


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A 1.0 constant table: `const NAME[] : list<T> = [ … ];`."""

    name: str
    type: TypeExpr
    rows: ListOf
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class Rule(Node):
    """`require e because "…" traces "…";` or `forbid …`; `event require …` is judged at acceptance only."""

    kind: str
    condition: Expr
    because: str
    traces: tuple[str, ...]
    event: bool = False


@dataclass(frozen=True, slots=True)
class Include(Node):
    """`include StudyGuard(x.study);`: every rule of that policy, about that record."""

    policy: str
    argument: Expr


@dataclass(frozen=True, slots=True)
class Policy(Node):
    """`policy P for E x { … }`; written `duty P …`, it is about logging and every rule is judged at acceptance."""

    name: str
    entity: str
    variable: str
    items: tuple[Rule | Include, ...]
    duty: bool = False


@dataclass(frozen=True, slots=True)
class Claim(Node):
    """About records: `claim N : "says" for E x holds e traces …;`."""

    name: str
    says: str
    entity: str
    variable: str
    formula: Expr
    traces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refines(Node):
    """`claim N : "says" New refines Old traces …;`: what New accepts, Old accepts; `equals`: both ways."""

    name: str
    says: str
    policy: str
    relation: str
    other: str
    traces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grant(Node):
    """`may read, create E x when e traces …;` within a role; `variable` is empty where there is no condition."""

    actions: tuple[str, ...]
    entity: str
    variable: str
    condition: Expr | None
    traces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role(Node):
    """What someone may do, to which entity; whatever no role may do is denied."""

    name: str
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class Member(Node):
    """`required A_v1_0_0, A_v1_1_0;` or `optional …`: versions of one policy, of which one is deployed."""

    required: bool
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Forbidden(Node):
    """`forbid type REM_MODULATION because "…" traces …;`: no role, table or graph of the bundle grants it."""

    types: tuple[str, ...]
    because: str
    traces: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bundle(Node):
    """What is deployed together, and what it must jointly guarantee."""

    name: str
    items: tuple[Member | Claim | Forbidden, ...]


@dataclass(frozen=True, slots=True)
class Waiver(Node):
    """`waive CODE for TARGET because "…" until "2027-06-30";`: a finding accepted for a while; `target` may be empty."""

    code: str
    target: str
    because: str
    until: str


@dataclass(frozen=True, slots=True)
class Use(Node):
    """`use Other_v1_0_0;`: the declarations of that module are visible here."""

    module: str


@dataclass(frozen=True, slots=True)
class Requirement(Node):
    id: str
    says: str


@dataclass(frozen=True, slots=True)
class Hazard(Node):
    id: str
    says: str
    severity: str
    probability: str


@dataclass(frozen=True, slots=True)
class Control(Node):
    id: str
    says: str
    mitigates: tuple[str, ...]
    satisfies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given(Node):
    """`given Study s = { … };`: a field not written is missing; a reference names an earlier `given`."""

    entity: str
    variable: str
    record: Record


@dataclass(frozen=True, slots=True)
class Expect(Node):
    """`expect Policy(s) allowed;` or `expect Policy(s) denied because "…", "…";`; what the caller states stands
    between: `expect Policy(s) with now = "…", actor = "…" allowed;`."""

    policy: str
    argument: str
    allowed: bool
    because: tuple[str, ...]
    inputs: tuple[tuple[str, Expr], ...] = ()


@dataclass(frozen=True, slots=True)
class Test(Node):
    name: str
    givens: tuple[Given, ...]
    expects: tuple[Expect, ...]


# ── machines ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Param(Node):
    name: str
    entity: str
    where: str


@dataclass(frozen=True, slots=True)
class Input(Node):
    name: str
    type: TypeExpr
    invalid_as_missing: bool
    signal: str = ""


@dataclass(frozen=True, slots=True)
class State(Node):
    name: str
    type: TypeExpr
    initial: Expr


@dataclass(frozen=True, slots=True)
class Timer(Node):
    """`timer t of e up to 3600 ticks;`: for how long `e` has held before this tick, saturating."""

    name: str
    condition: Expr
    bound: int


@dataclass(frozen=True, slots=True)
class Let(Node):
    name: str
    value: Expr


@dataclass(frozen=True, slots=True)
class Next(Node):
    name: str
    value: Expr


@dataclass(frozen=True, slots=True)
class Output(Node):
    name: str
    type: TypeExpr
    value: Expr


@dataclass(frozen=True, slots=True)
class Property(Node):
    """A claim or lemma of a machine.

    `form` is `always`, `never`, `reachable` (only `formula` is set) or `after` (`trigger` for `ticks` holds
    `formula`).
    """

    name: str
    lemma: bool
    says: str
    form: str
    formula: Expr
    trigger: Expr | None
    ticks: Expr | None
    traces: tuple[str, ...]


MachineItem: TypeAlias = Param | Input | State | Timer | Let | Next | Output | Property


@dataclass(frozen=True, slots=True)
class Machine(Node):
    name: str
    period: Number
    items: tuple[MachineItem, ...]


# ── the 1.0 constructs ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Filter(Node):
    """`-> filter(e);`"""

    condition: Expr


@dataclass(frozen=True, slots=True)
class NextNode(Node):
    """`-> next("relax");`"""

    target: str


@dataclass(frozen=True, slots=True)
class Branch(Node):
    """A `root`, `branch` or `node` of a 1.0 tree or graph: nested branches, and what the node does."""

    kind: str
    name: str
    children: tuple[Branch, ...]
    action: Filter | NextNode | None = None


@dataclass(frozen=True, slots=True)
class BehaviorTree(Node):
    name: str
    root: Branch


@dataclass(frozen=True, slots=True)
class BehaviorGraph(Node):
    name: str
    root: Branch


@dataclass(frozen=True, slots=True)
class Operation(Node):
    name: str
    argument: TypeExpr | None
    result: TypeExpr


@dataclass(frozen=True, slots=True)
class Service(Node):
    name: str
    operations: tuple[Operation, ...]


Item: TypeAlias = (
    Constants
    | Unit
    | TypeAliasDecl
    | Enum
    | Lexicon
    | Entity
    | Table
    | Policy
    | Claim
    | Requirement
    | Hazard
    | Control
    | Test
    | Machine
    | BehaviorTree
    | BehaviorGraph
    | Service
    | Use
    | Role
    | Refines
    | Bundle
    | Waiver
)


@dataclass(frozen=True, slots=True)
class Comment(Node):
    """A comment as written, with its place; `own_line` when nothing but white space stands before it."""

    text: str
    own_line: bool = True


@dataclass(frozen=True, slots=True)
class Module(Node):
    """One file: one module, or an overlay: units, types and ranges for the unchanged 1.0 module of that name.

    `comments` are kept aside, in order, for `format`.
    """

    name: str
    items: tuple[Item, ...]
    doc: str = ""
    comments: tuple[Comment, ...] = field(default=(), compare=False)
    overlay: bool = False
