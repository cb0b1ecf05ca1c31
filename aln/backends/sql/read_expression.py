"""PostgreSQL's own parse tree → core, in three-valued logic: conditions, numbers, instants, labels.

Takes trees of pglast (the server's parser) and a scope that knows the columns; gives operands of `kleene`. Fails
closed with `Unreadable` on a node, a function, an operator or an argument of a node that the printer does not write.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any, Protocol

from aln.backends.interface import Unreadable, Unsupported
from aln.backends.sql import kleene as k
from aln.core import build as b
from aln.core.ir import BOOL, Expr, Field

__all__ = [
    "Scope",
    "names",
    "only",
    "parse",
    "plain",
    "read",
    "read_check_pg",
    "read_instant",
    "tokens",
    "written",
]

_PLACES = re.compile("(.*_)?location|stmt_len|rexpr_list_(start|end)|list_(start|end)")


def parse(sql: str) -> Sequence[Any]:
    """The statements of an SQL text, by the server's own parser. Raises `Unreadable`, and `Unsupported` without pglast."""
    try:
        import pglast
    except ImportError:
        raise Unsupported("reading SQL back needs aln[db]: pip install 'aln[db]'") from None
    try:
        return tuple(pglast.parse_sql(sql))
    except pglast.parser.ParseError as error:
        place = error.args[1] if len(error.args) > 1 and isinstance(error.args[1], int) else 0
        line = sql.encode()[:place].count(b"\n") + 1
        raise Unreadable(f"this is not SQL: {error.args[0]}", line) from None


@functools.cache
def _parts(kind: Any) -> tuple[str, ...]:
    """What a node of this kind is made of, its places in the text apart."""
    return tuple(slot for slot in kind.__slots__ if not _PLACES.fullmatch(slot))


def plain(node: Any, without: str = "") -> Any:
    """A tree as data, without places, so that two texts of one meaning are equal and nothing is left out but the parts
    that are called `without`."""
    if isinstance(node, tuple | list):
        return [plain(n, without) for n in node]
    kind: Any = type(node)
    if kind.__module__.startswith("pglast.ast"):
        found = {"@": kind.__name__}
        for slot in _parts(kind):
            value = getattr(node, slot)
            if value is not None and slot != without:
                found[slot] = plain(value, without)
        return found
    return node


def tokens(body: str) -> list[tuple[str, str]]:
    """The words of a plpgsql body, comments apart."""
    from pglast.parser import scan

    data = body.encode()
    return [
        (t.name, data[t.start : t.end + 1].decode())
        for t in scan(body)
        if t.name not in ("SQL_COMMENT", "C_COMMENT")
    ]


def only(node: Any, *slots: str) -> None:
    """INVARIANT: every part of a node that is not named here has its default; anything else is not understood."""
    kind: Any = type(node)
    for slot in _parts(kind):
        if slot not in slots and getattr(node, slot) not in (None, False, 0, (), ""):
            raise Unreadable(f"`{type(node).__name__}` with `{slot}` is not what the printer writes")


def names(parts: Sequence[Any]) -> tuple[str, ...]:
    """A dotted name."""
    if any(type(p).__name__ != "String" for p in parts):
        raise Unreadable("a name with `*` or an index")
    return tuple(p.sval for p in parts)


def written(node: Any) -> str:
    """A string literal."""
    if type(node).__name__ != "A_Const" or type(node.val).__name__ != "String":
        raise Unreadable("a string is needed here")
    return str(node.val.sval)


def read_instant(literal: str) -> int:
    """Microseconds since 1970-01-01 UTC of an instant as the printer writes it: `2026-01-01 00:00:00[.ffffff]+00`."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00", literal):
        raise Unreadable(f"`{literal}` is not an instant with the zone +00")
    try:
        moment = datetime.fromisoformat(literal + ":00")
    except ValueError:
        raise Unreadable(f"`{literal}` is no day of the calendar") from None
    return (moment - datetime.fromisoformat("1970-01-01 00:00:00+00:00")) // timedelta(microseconds=1)


class Scope(Protocol):
    """What names mean at one place of a text, and which tests of truth may stand there."""

    @property
    def truth_tests(self) -> Collection[str]:
        """`TRUE`, `NOT_TRUE`, `FALSE`, …: the tests `IS …` that are understood."""

    def column(self, parts: tuple[str, ...]) -> k.Value:
        """The value of a column. Raises `Unreadable` for one that nothing declares."""

    def exists(self, select: Any) -> Expr:
        """When `EXISTS (select)` is true."""

    def aggregate(self, select: Any, otherwise: Any) -> k.Value:
        """`COALESCE((select), otherwise)` of one aggregate."""


def read(node: Any, scope: Scope) -> k.Value:
    """The value of an expression."""
    handler = _NODES.get(type(node).__name__)
    if handler is None:
        raise Unreadable(f"`{type(node).__name__}` is not what the printer writes")
    return handler(node, scope)


def _constant(node: Any, scope: Scope) -> k.Value:
    only(node, "isnull", "val")
    if node.isnull:
        return k.NULL
    kind = type(node.val).__name__
    if kind == "Boolean":
        return k.two_valued(b.const(BOOL, bool(node.val.boolval)))
    if kind == "Integer":
        return k.Literal(Fraction(node.val.ival or 0))
    if kind == "Float" and re.fullmatch(r"-?\d+(\.\d*)?|-?\.\d+", node.val.fval):
        return k.Literal(Fraction(node.val.fval))
    if kind == "String":
        return k.Word(node.val.sval)
    raise Unreadable(f"a constant of the kind `{kind}`")


def _column(node: Any, scope: Scope) -> k.Value:
    only(node, "fields")
    return scope.column(names(node.fields))


def _cast(node: Any, scope: Scope) -> k.Value:
    only(node, "arg", "typeName")
    only(node.typeName, "names", "typemod")
    # The schema counts: a type of the same name elsewhere reads a literal in its own way.
    name = ".".join(names(node.typeName.names)).removeprefix("pg_catalog.")
    if node.typeName.typemod != -1 or name not in ("timestamptz", "uuid"):
        raise Unreadable(f"a cast to `{name}`")
    literal = written(node.arg)
    if name == "timestamptz":
        return k.instant_of(read_instant(literal))
    if not re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", literal):
        raise Unreadable(f"`{literal}` is not a uuid in its canonical form")
    return k.Word(literal)


def _operator(node: Any, scope: Scope) -> k.Value:
    only(node, "kind", "name", "lexpr", "rexpr")
    kind, op = node.kind.name, ".".join(names(node.name))
    if kind == "AEXPR_IN" and op in ("=", "<>"):
        x = read(node.lexpr, scope)
        found = k.disjunction(*(k.compare("=", x, read(item, scope)) for item in node.rexpr))
        return found if op == "=" else k.negation(found)
    if kind in ("AEXPR_BETWEEN", "AEXPR_NOT_BETWEEN"):
        x, low, high = read(node.lexpr, scope), read(node.rexpr[0], scope), read(node.rexpr[1], scope)
        found = k.conjunction(k.compare("<=", low, x), k.compare("<=", x, high))
        return found if kind == "AEXPR_BETWEEN" else k.negation(found)
    if kind in ("AEXPR_DISTINCT", "AEXPR_NOT_DISTINCT") and op == "=":
        x, y = read(node.lexpr, scope), read(node.rexpr, scope)
        return k.distinct(x, y) if kind == "AEXPR_DISTINCT" else k.negation(k.distinct(x, y))
    if kind != "AEXPR_OP":
        raise Unreadable(f"an expression of the kind `{kind}`")
    if node.lexpr is None:
        if op != "-":
            raise Unreadable(f"the prefix operator `{op}`")
        return k.arithmetic("-", k.Literal(Fraction(0)), read(node.rexpr, scope))
    x, y = read(node.lexpr, scope), read(node.rexpr, scope)
    return k.arithmetic(op, x, y) if op in ("+", "-", "*") else k.compare(op, x, y)


def _junction(node: Any, scope: Scope) -> k.Value:
    only(node, "boolop", "args")
    values = [read(a, scope) for a in node.args]
    name = node.boolop.name
    if name == "AND_EXPR":
        return k.conjunction(*values)
    return k.disjunction(*values) if name == "OR_EXPR" else k.negation(*values)


def _null_test(node: Any, scope: Scope) -> k.Value:
    only(node, "arg", "nulltesttype")
    known = k.presence(read(node.arg, scope))
    return k.two_valued(known if node.nulltesttype.name == "IS_NOT_NULL" else b.not_(known))


def _truth_test(node: Any, scope: Scope) -> k.Value:
    only(node, "arg", "booltesttype")
    name = node.booltesttype.name.removeprefix("IS_")
    if name not in scope.truth_tests:
        raise Unreadable(f"the test `IS {name.replace('_', ' ')}` is not one that the printer writes here")
    return k.truth_test(name, read(node.arg, scope))


def _case(node: Any, scope: Scope) -> k.Value:
    only(node, "args", "defresult")
    value = k.NULL if node.defresult is None else read(node.defresult, scope)
    for when in reversed(node.args):
        only(when, "expr", "result")
        value = k.choose(read(when.expr, scope), read(when.result, scope), value)
    return value


def _coalesce(node: Any, scope: Scope) -> k.Value:
    only(node, "args")
    if len(node.args) != 2:
        raise Unreadable("a COALESCE of other than two values")
    first, second = node.args
    if type(first).__name__ == "SubLink":
        only(first, "subLinkType", "subselect")
        if first.subLinkType.name != "EXPR_SUBLINK":
            raise Unreadable("a query of this kind in a COALESCE")
        return scope.aggregate(first.subselect, second)
    return k.coalesce(read(first, scope), read(second, scope))


def _extreme(node: Any, scope: Scope) -> k.Value:
    only(node, "op", "args")
    if len(node.args) != 2:
        raise Unreadable("LEAST or GREATEST of other than two values")
    return k.extreme("max" if node.op.name == "IS_GREATEST" else "min", *(read(a, scope) for a in node.args))


def _query(node: Any, scope: Scope) -> k.Value:
    only(node, "subLinkType", "subselect")
    if node.subLinkType.name != "EXISTS_SUBLINK":
        raise Unreadable("a query that is not an EXISTS")
    return k.two_valued(scope.exists(node.subselect))


def _call(node: Any, scope: Scope) -> k.Value:
    only(node, "funcname", "args", "funcformat")
    name = ".".join(names(node.funcname))
    args: Sequence[Any] = node.args or ()
    if node.funcformat.name == "COERCE_SQL_SYNTAX":
        if name != "pg_catalog.extract" or len(args) != 2 or written(args[0]) != "epoch":
            raise Unreadable(f"the function `{name}`")
        return k.epoch(read(args[1], scope))
    if node.funcformat.name != "COERCE_EXPLICIT_CALL":
        raise Unreadable(f"a call of `{name}` in this form")
    if name == "aln.mentions" and len(args) > 1:
        return k.mentions(read(args[0], scope), tuple(written(a) for a in args[1:]))
    if name == "div" and len(args) == 2:
        return k.quotient(read(args[0], scope), read(args[1], scope))
    if name == "abs" and len(args) == 1:
        return k.absolute(read(args[0], scope))
    raise Unreadable(f"the function `{name}` is not one that the printer writes")


_NODES: dict[str, Callable[[Any, Scope], k.Value]] = {
    "A_Const": _constant,
    "ColumnRef": _column,
    "TypeCast": _cast,
    "A_Expr": _operator,
    "BoolExpr": _junction,
    "NullTest": _null_test,
    "BooleanTest": _truth_test,
    "CaseExpr": _case,
    "CoalesceExpr": _coalesce,
    "MinMaxExpr": _extreme,
    "SubLink": _query,
    "FuncCall": _call,
}


class Columns:
    """The scope of a CHECK: columns by name, each NULL where its field is optional and missing; no query."""

    truth_tests: Collection[str] = ("TRUE", "NOT_TRUE", "FALSE", "NOT_FALSE", "UNKNOWN", "NOT_UNKNOWN")

    def __init__(self, columns: Sequence[Field]) -> None:
        self.fields = {f.name: f for f in columns}

    def column(self, parts: tuple[str, ...]) -> k.Value:
        field = self.fields.get(parts[0]) if len(parts) == 1 else None
        if field is None:
            raise Unreadable(f"`{'.'.join(parts)}` is not a column that is declared here")
        return k.of_field(field.name, field, b.given(field.name) if field.optional else b.TRUE)

    def exists(self, select: Any) -> Expr:
        raise Unreadable("a CHECK holds no query")

    def aggregate(self, select: Any, otherwise: Any) -> k.Value:
        raise Unreadable("a CHECK holds no query")


def read_check_pg(sql_expression: str, columns: Sequence[Field]) -> Expr:
    """When a row passes `CHECK (sql_expression)`: wherever it is not false, NULL included.

    `columns` are the table's, by column name; an optional one may be NULL, and `given` says when it is not.
    Raises `Unreadable`, and `Unsupported` without pglast.
    """
    try:
        (statement,) = parse(f"SELECT {sql_expression}")
        only(statement.stmt, "targetList", "limitOption", "op")
        (target,) = statement.stmt.targetList
        only(target, "val")
        return b.not_(k.condition(read(target.val, Columns(columns))).false)
    except (Unreadable, Unsupported):
        raise
    except Exception:
        # INVARIANT: whatever goes wrong on a tree of an unknown shape, nothing is read.
        raise Unreadable("this is not one expression of the known forms") from None
