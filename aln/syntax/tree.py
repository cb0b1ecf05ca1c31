"""The syntax tree: what an author wrote, nothing more. One of the two trees of the project (the other is core).

Built by `parse`, printed by `format`, annotated by nobody. Every node carries its span; equality ignores spans,
so that `parse(format(tree)) == tree` can be asked directly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from aln.syntax.terms import (
    Binary as Binary,
)
from aln.syntax.terms import (
    Boolean as Boolean,
)
from aln.syntax.terms import (
    Call as Call,
)
from aln.syntax.terms import (
    EnumType as EnumType,
)
from aln.syntax.terms import (
    Expr as Expr,
)
from aln.syntax.terms import (
    If as If,
)
from aln.syntax.terms import (
    ListOf as ListOf,
)
from aln.syntax.terms import (
    ListType as ListType,
)
from aln.syntax.terms import (
    ManyType as ManyType,
)
from aln.syntax.terms import (
    Node as Node,
)
from aln.syntax.terms import (
    Number as Number,
)
from aln.syntax.terms import (
    NumberType as NumberType,
)
from aln.syntax.terms import (
    Path as Path,
)
from aln.syntax.terms import (
    Quantified as Quantified,
)
from aln.syntax.terms import (
    Record as Record,
)
from aln.syntax.terms import (
    RefType as RefType,
)
from aln.syntax.terms import (
    String as String,
)
from aln.syntax.terms import (
    TypeExpr as TypeExpr,
)
from aln.syntax.terms import (
    TypeName as TypeName,
)
from aln.syntax.terms import (
    Unary as Unary,
)

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
    """`input x : T? invalid as missing held for 15 s from "signal";`; what was seen last stands for as long as `held`."""

    name: str
    type: TypeExpr
    invalid_as_missing: bool
    signal: str = ""
    held: Number | None = None


@dataclass(frozen=True, slots=True)
class State(Node):
    name: str
    type: TypeExpr
    initial: Expr


@dataclass(frozen=True, slots=True)
class Timer(Node):
    """`timer t of e up to 3600 ticks;`: for how long `e` has held before this tick, saturating; `up to 12 h` gives a
    duration. `since e starts 20 min`: how long ago `e` held last, from `starts` on.
    """

    name: str
    condition: Expr
    bound: Number
    since: bool = False
    starts: Number | None = None


@dataclass(frozen=True, slots=True)
class Window(Node):
    """`window w of x over 5 min up to 300 samples;`: the newest values of `x` seen within that time."""

    name: str
    source: Expr
    over: Number
    samples: int


@dataclass(frozen=True, slots=True)
class Part(Node):
    """`part d : RemPrototype { motion = x; }`: an instance of a machine; every input of it is given."""

    name: str
    machine: str
    wires: tuple[tuple[str, Expr], ...]


@dataclass(frozen=True, slots=True)
class Let(Node):
    """`let x = e;`. Of a part of another machine the checker makes typed ones: inputs, which may be missing and may be
    held, and outputs, which may not."""

    name: str
    value: Expr
    type: TypeExpr | None = None
    required: bool = False
    held: Number | None = None


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
    """A claim or lemma of a machine or a graph.

    `form` is `always`, `never`, `reachable` (only `formula` is set), `after` (`trigger` for `ticks` holds `formula`)
    or `within` (`formula` comes at most `ticks`, a duration, after `trigger`). Of a graph also `terminates`, `enters`
    (the node `trigger` only when `formula`) and `avoids` (no node of type `trigger` is entered); where a graph is read as
    a machine, `formula` then says all of it. One that is not `stated` is asked of every graph.
    """

    name: str
    lemma: bool
    says: str
    form: str
    formula: Expr
    trigger: Expr | None
    ticks: Expr | None
    traces: tuple[str, ...]
    stated: bool = True


MachineItem: TypeAlias = Param | Input | State | Timer | Window | Part | Let | Next | Output | Property


@dataclass(frozen=True, slots=True)
class Machine(Node):
    """`machine M every 1 s { … }`; a `model machine` may be unbounded, and nothing is generated from it."""

    name: str
    period: Number
    items: tuple[MachineItem, ...]
    model: bool = False
    # Made of a therapy graph by the checker; nobody writes it.
    graph: bool = False


# ── therapy graphs ───────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Start(Node):
    """`start intro;`"""

    node: str


@dataclass(frozen=True, slots=True)
class GraphNode(Node):
    """`node n : TYPE lasts 5 min .. 10 min needs e unless e;`: `needs` and `unless` are claims, never hidden guards."""

    name: str
    type: str
    low: Number | None = None
    high: Number | None = None
    needs: Expr | None = None
    unless: Expr | None = None


@dataclass(frozen=True, slots=True)
class Edges(Node):
    """`a -> b -> end;` or `a -> b when e at most 2 times;`: of the edges that leave a node the first enabled one wins."""

    nodes: tuple[str, ...]
    condition: Expr | None = None
    at_most: int | None = None


GraphItem: TypeAlias = Input | Let | Start | GraphNode | Edges | Property


@dataclass(frozen=True, slots=True)
class Graph(Node):
    """`graph G for Patient p { … }`: nodes, edges and claims; the patient is constant, and may be left out."""

    name: str
    entity: str
    variable: str
    items: tuple[GraphItem, ...]


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
    | Graph
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
