"""The leaves of the syntax tree: expressions and types. `tree` holds what they stand in, and is where to read first."""

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
