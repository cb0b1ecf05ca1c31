"""CHECK expressions → core by sqlglot: what the core install reads, and the second opinion on pglast.

Takes the text of one expression and the columns it may name; gives when a row passes. sqlglot groups unparenthesised
tests otherwise than the server in places, so an operand that is a test itself must stand in parentheses. Fails closed
with `Unreadable` on an unknown node and on an unknown argument of a known one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from aln.backends.interface import Unreadable
from aln.backends.sql import kleene as k
from aln.backends.sql.read_expression import Columns, read_instant
from aln.core import build as b
from aln.core.ir import BOOL, Expr, Field

__all__ = ["read_check"]


def read_check(sql_expression: str, columns: Sequence[Field]) -> Expr:
    """When a row passes `CHECK (sql_expression)`: wherever it is not false, NULL included.

    `columns` are the table's, by column name; an optional one may be NULL, and `given` says when it is not.
    Raises `Unreadable`.
    """
    import sqlglot

    try:
        parsed = sqlglot.parse(sql_expression, dialect="postgres")
        if len(parsed) != 1 or parsed[0] is None:
            raise Unreadable("this is not one expression")
        return b.not_(k.condition(_read(parsed[0], Columns(columns))).false)
    except sqlglot.errors.SqlglotError as error:
        reason = str(error).partition("\n")[0]
        raise Unreadable(f"this is not one expression: {reason}") from None
    except Unreadable:
        raise
    except Exception:
        # INVARIANT: whatever goes wrong on a tree of an unknown shape, nothing is read.
        raise Unreadable("this is not one expression of the known forms") from None


def _only(node: Any, *allowed: str) -> None:
    for name, value in node.args.items():
        if name not in allowed and value not in (None, False, [], ""):
            raise Unreadable(f"`{type(node).__name__}` with `{name}` is not what the printer writes")
    if node.comments:
        raise Unreadable("a comment inside an expression")


def _read(node: Any, scope: Columns) -> k.Value:
    handler = _NODES.get(type(node).__name__)
    if handler is None:
        raise Unreadable(f"`{type(node).__name__}` is not what the printer writes")
    return handler(node, scope)


_TESTS = frozenset(
    (
        "EQ",
        "NEQ",
        "LT",
        "LTE",
        "GT",
        "GTE",
        "Is",
        "In",
        "Between",
        "Not",
        "And",
        "Or",
        "NullSafeEQ",
        "NullSafeNEQ",
    )
)


def _operand(node: Any, scope: Columns) -> k.Value:
    if type(node).__name__ in _TESTS:
        raise Unreadable("a test that is an operand stands in parentheses")
    return _read(node, scope)


def _paren(node: Any, scope: Columns) -> k.Value:
    _only(node, "this")
    return _read(node.this, scope)


def _column(node: Any, scope: Columns) -> k.Value:
    _only(node, "this")
    _only(node.this, "this", "quoted")
    name = str(node.this.this)
    return scope.column((name if node.this.args.get("quoted") else name.lower(),))


def _literal(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "is_string")
    if node.args.get("is_string"):
        return k.Word(str(node.this))
    if not re.fullmatch(r"\d+(\.\d*)?|\.\d+", str(node.this)):
        raise Unreadable(f"`{node.this}` is not a plain decimal")
    return k.Literal(Fraction(str(node.this)))


def _boolean(node: Any, scope: Columns) -> k.Value:
    _only(node, "this")
    return k.two_valued(b.const(BOOL, bool(node.this)))


def _null(node: Any, scope: Columns) -> k.Value:
    _only(node)
    return k.NULL


def _negative(node: Any, scope: Columns) -> k.Value:
    _only(node, "this")
    return k.arithmetic("-", k.Literal(Fraction(0)), _operand(node.this, scope))


def _pair(node: Any, scope: Columns) -> tuple[k.Value, k.Value]:
    _only(node, "this", "expression")
    return _operand(node.this, scope), _operand(node.expression, scope)


def _arithmetic(op: str) -> Callable[[Any, Columns], k.Value]:
    return lambda node, scope: k.arithmetic(op, *_pair(node, scope))


def _comparison(op: str) -> Callable[[Any, Columns], k.Value]:
    return lambda node, scope: k.compare(op, *_pair(node, scope))


def _and(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "expression")
    return k.conjunction(_read(node.this, scope), _read(node.expression, scope))


def _or(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "expression")
    return k.disjunction(_read(node.this, scope), _read(node.expression, scope))


def _not(node: Any, scope: Columns) -> k.Value:
    _only(node, "this")
    return k.negation(_read(node.this, scope))


def _is(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "expression", "negate")
    value, kind = _operand(node.this, scope), type(node.expression).__name__
    if kind == "Null":
        found: k.Value = k.two_valued(b.not_(k.presence(value)))
    elif kind == "Boolean":
        found = k.truth_test("TRUE" if node.expression.this else "FALSE", value)
    else:
        raise Unreadable(f"a test `IS {kind}`")
    return k.negation(found) if node.args.get("negate") else found


def _in(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "expressions")
    x = _operand(node.this, scope)
    return k.disjunction(*(k.compare("=", x, _operand(item, scope)) for item in node.expressions))


def _between(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "low", "high")
    x, low, high = (_operand(node.args[part], scope) for part in ("this", "low", "high"))
    return k.conjunction(k.compare("<=", low, x), k.compare("<=", x, high))


def _distinct(same: bool) -> Callable[[Any, Columns], k.Value]:
    def handler(node: Any, scope: Columns) -> k.Value:
        found = k.distinct(*_pair(node, scope))
        return k.negation(found) if same else found

    return handler


def _case(node: Any, scope: Columns) -> k.Value:
    _only(node, "ifs", "default")
    default = node.args.get("default")
    value: k.Value = k.NULL if default is None else _read(default, scope)
    for when in reversed(node.args["ifs"]):
        _only(when, "this", "true")
        value = k.choose(_read(when.this, scope), _read(when.args["true"], scope), value)
    return value


def _coalesce(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "expressions")
    if len(node.expressions) != 1:
        raise Unreadable("a COALESCE of other than two values")
    return k.coalesce(_read(node.this, scope), _read(node.expressions[0], scope))


def _extreme(name: str) -> Callable[[Any, Columns], k.Value]:
    def handler(node: Any, scope: Columns) -> k.Value:
        _only(node, "this", "expressions", "ignore_nulls")
        if len(node.expressions) != 1 or not node.args.get("ignore_nulls"):
            raise Unreadable("LEAST or GREATEST of other than two values")
        return k.extreme(name, _read(node.this, scope), _read(node.expressions[0], scope))

    return handler


def _absolute(node: Any, scope: Columns) -> k.Value:
    _only(node, "this")
    return k.absolute(_read(node.this, scope))


def _epoch(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "expression")
    if type(node.this).__name__ != "Var" or str(node.this.this) != "EPOCH":
        raise Unreadable("an extract of other than the epoch")
    return k.epoch(_read(node.expression, scope))


def _cast(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "to")
    kind = node.args["to"].this.name
    if kind == "DECIMAL" and type(node.this).__name__ == "IntDiv":
        # The form in which sqlglot holds `div(x, y)`.
        _only(node.args["to"], "this")
        return k.quotient(*_pair(node.this, scope))
    _only(node.args["to"], "this", "nested")
    if type(node.this).__name__ != "Literal" or not node.this.args.get("is_string"):
        raise Unreadable("a cast of other than a string")
    if kind == "TIMESTAMPTZ":
        return k.instant_of(read_instant(str(node.this.this)))
    if kind == "UUID":
        return k.Word(str(node.this.this))
    raise Unreadable(f"a cast to `{kind}`")


def _mentions(node: Any, scope: Columns) -> k.Value:
    _only(node, "this", "expression")
    call = node.expression
    if type(call).__name__ != "Anonymous" or str(node.this.this) != "aln" or str(call.this) != "mentions":
        raise Unreadable("a qualified function that is not `aln.mentions`")
    _only(call, "this", "expressions")
    value, *terms = call.expressions
    words = [_read(t, scope) for t in terms]
    if not words or not all(isinstance(w, k.Word) for w in words):
        raise Unreadable("a term that is not written out")
    return k.mentions(_read(value, scope), tuple(w.text for w in words if isinstance(w, k.Word)))


_NODES: dict[str, Callable[[Any, Columns], k.Value]] = {
    "Paren": _paren,
    "Column": _column,
    "Literal": _literal,
    "Boolean": _boolean,
    "Null": _null,
    "Neg": _negative,
    "Add": _arithmetic("+"),
    "Sub": _arithmetic("-"),
    "Mul": _arithmetic("*"),
    "EQ": _comparison("="),
    "NEQ": _comparison("<>"),
    "LT": _comparison("<"),
    "LTE": _comparison("<="),
    "GT": _comparison(">"),
    "GTE": _comparison(">="),
    "And": _and,
    "Or": _or,
    "Not": _not,
    "Is": _is,
    "In": _in,
    "Between": _between,
    "NullSafeEQ": _distinct(same=True),
    "NullSafeNEQ": _distinct(same=False),
    "Case": _case,
    "Coalesce": _coalesce,
    "Greatest": _extreme("max"),
    "Least": _extreme("min"),
    "Abs": _absolute,
    "Extract": _epoch,
    "Cast": _cast,
    "Dot": _mentions,
}
