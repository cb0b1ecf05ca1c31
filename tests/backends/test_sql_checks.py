"""What a CHECK accepts, read by two parsers, agrees with the server on every row, NULL included."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest

from aln.backends import Header, target
from aln.backends.interface import Unreadable
from aln.backends.sql import read_check, read_check_pg
from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, TEXT, Field, Type, Unit
from aln.pipeline import Source, core
from aln.verifier.obligation import Obligation, Same, Scope
from aln.verifier.prove import prove
from tests.backends.sql_world import value
from tests.database.fixture import rolled_back

if TYPE_CHECKING:
    from tests.backends.sql_world import Connection

MM = Unit("mm", "mm", Fraction(1, 1000), "length")
COUNT = Type("int", -4, 4, Fraction(1, 2), MM)
OTHER = Type("int", 0, 3, Fraction(1), MM)
INSTANT = Type("int", 0, 10**9, Fraction(1), Unit("", "us", Fraction(1, 10**6), "instant"))
RESULT = Type("enum", name="Result", labels=("PASSED", "FAILED", "PENDING"))
COLUMNS = (
    Field("c", COUNT, True),
    Field("d", OTHER, True),
    Field("f", BOOL, True),
    Field("g", BOOL, True),
    Field("r", RESULT, True),
    Field("t", TEXT, True),
    Field("at", INSTANT, True),
    Field("until", INSTANT, True),
)
SQL_TYPES = {"c": "numeric", "d": "numeric", "f": "boolean", "g": "boolean", "r": "text", "t": "text"}
ROWS: dict[str, tuple[Any, ...]] = {
    "c": (None, None, -4, -1, 0, 1, 3, 4),
    "d": (None, None, 0, 1, 2, 3),
    "f": (None, True, False),
    "g": (None, True, False),
    "r": (None, None, *RESULT.labels),
    "t": (None, "", "rem", "calm"),
    "at": (None, 0, 1, 10**6, 10**9),
    "until": (None, 0, 10**6, 10**6 + 1),
}


class Expressions:
    """Random CHECK expressions; `pick` is seeded."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def condition(self, depth: int) -> str:
        pick, rng = self.rng.choice, self.rng
        kinds = ["column", "compare", "compare", "null", "in", "between", "label", "instant", "text"]
        if depth:
            kinds += ["and", "or", "not", "is", "is", "distinct", "case", "same", "coalesce"]
        kind = pick(kinds)
        if kind == "column":
            return pick(("f", "g", "TRUE", "FALSE", "f"))
        if kind == "compare":
            return f"{self.number(depth)} {pick(('<', '<=', '>', '>=', '=', '<>'))} {self.number(depth)}"
        if kind == "null":
            return f"({pick('cdfgrt')} IS {pick(('', 'NOT '))}NULL)"
        if kind == "in":
            return (
                f"(r {pick(('', 'NOT '))}IN ({', '.join(rng.sample(['PASSED', 'FAILED', 'PENDING'], 2))}))".replace(
                    "PASSED", "'PASSED'"
                )
                .replace("FAILED", "'FAILED'")
                .replace("PENDING", "'PENDING'")
            )
        if kind == "between":
            return f"({self.number(0)} {pick(('', 'NOT '))}BETWEEN {self.number(0)} AND {self.number(0)})"
        if kind == "label":
            return f"r {pick(('=', '<>'))} '{pick(RESULT.labels)}'"
        if kind == "instant":
            literal = "TIMESTAMPTZ '1970-01-01 00:00:01+00'"
            left = pick(("at", "until"))
            if pick((True, False)):
                return f"{left} {pick(('<', '<=', '=', '<>'))} {pick(('at', 'until', literal))}"
            return f"extract(epoch FROM {left}) {pick(('<', '<=', '='))} {pick(('0.000001', '1', '1.000001'))} + d"
        if kind == "text":
            return f"t {pick(('=', '<>'))} {pick(('$rem$', '$calm$'))}".replace("$rem$", "'rem'").replace(
                "$calm$", "'calm'"
            )
        inner = self.condition(depth - 1)
        if kind in ("and", "or"):
            return f"({inner} {kind.upper()} {self.condition(depth - 1)})"
        if kind == "not":
            return f"(NOT ({inner}))"
        if kind == "is":
            return f"(({inner}) IS {pick(('', 'NOT '))}{pick(('TRUE', 'FALSE', 'NULL'))})"
        if kind == "distinct":
            return f"(({inner}) IS {pick(('', 'NOT '))}DISTINCT FROM ({self.condition(depth - 1)}))"
        if kind == "same":
            return f"(({inner}) {pick(('=', '<>'))} ({self.condition(depth - 1)}))"
        if kind == "coalesce":
            return f"COALESCE({inner}, {self.condition(depth - 1)})"
        otherwise = pick(("", f" ELSE {self.condition(depth - 1)}"))
        return f"CASE WHEN {inner} THEN {self.condition(depth - 1)}{otherwise} END"

    def number(self, depth: int) -> str:
        pick = self.rng.choice
        kinds = ["column", "column", "literal"]
        if depth:
            kinds += ["+", "-", "*", "abs", "extreme", "coalesce", "case", "div", "times"]
        kind = pick(kinds)
        if kind == "column":
            return pick("cd")
        if kind == "literal":
            return pick(("0", "1", "2", "0.5", "1.25", "-1", "3"))
        inner = self.number(depth - 1)
        if kind == "times":
            return f"({inner} * {pick(('2', '0', '-1', '1.5'))})"
        if kind in "+-*":
            return f"({inner} {kind} {self.number(depth - 1)})"
        if kind == "abs":
            return f"abs({inner})"
        if kind == "div":
            return f"div({inner}, {pick(('2', '0.5'))})"
        if kind == "extreme":
            return f"{pick(('LEAST', 'GREATEST'))}({inner}, {self.number(depth - 1)})"
        if kind == "coalesce":
            return f"COALESCE({inner}, {self.number(depth - 1)})"
        return f"CASE WHEN {self.condition(depth - 1)} THEN {inner} ELSE {self.number(depth - 1)} END"


@pytest.fixture
def connection(postgres: str) -> Iterator[Connection]:
    with rolled_back(postgres) as connected:
        yield connected


@pytest.mark.server
def test_two_readers_and_the_server_agree(connection: Connection) -> None:
    """2,000 random CHECKs on random rows: sqlglot's reading, pglast's reading and the server's answer are one."""
    pytest.importorskip("pglast")
    rng = random.Random("checks")
    make = Expressions(rng)
    seen: Counter[str] = Counter()
    types = {f.name: f.type for f in COLUMNS}
    for _ in range(80):
        expressions, rows = [make.condition(3) for _ in range(25)], []
        for _ in range(4):
            rows.append({name: rng.choice(values) for name, values in ROWS.items()})
        # A CHECK lets pass what is not false.
        columns = ", ".join(f"(({e}) IS NOT FALSE), (({e}) IS NULL)" for e in expressions)
        read = [(read_check(e, COLUMNS), read_check_pg(e, COLUMNS)) for e in expressions]
        for row in rows:
            given = ", ".join(f"%s::{SQL_TYPES.get(name, 'timestamptz')} AS {name}" for name in row)
            values = [value(raw, types[name]) for name, raw in row.items()]
            answers = connection.execute(
                f"SELECT {columns} FROM (SELECT {given}) AS r".encode(), values
            ).fetchone()
            assert answers is not None
            for index, expression in enumerate(expressions):
                passes, unknown = answers[2 * index : 2 * index + 2]
                one, other = read[index]
                assert evaluate(one, row) is passes, (expression, row)
                assert evaluate(other, row) is passes, (expression, row)
                assert one is other, expression
                seen["null" if unknown else "passes" if passes else "fails"] += 1
    assert min(seen[kind] for kind in ("null", "passes", "fails")) >= 500


def test_a_null_flag_passes_a_check_for_false() -> None:
    """`CHECK (f = FALSE)` on a nullable column accepts NULL, which `require f == false` does not."""
    policy = b.and_(b.given("f"), b.not_(b.var("f", BOOL)))
    for reader in readers():
        check = reader("f = FALSE", COLUMNS)
        assert evaluate(check, {"f": None}) and not evaluate(policy, {"f": None})
        assert reader("(f = FALSE) IS TRUE", COLUMNS) is policy


def test_a_null_number_passes_a_two_valued_forbid() -> None:
    """`NOT (c IS NOT NULL AND c <= 2)` accepts NULL, which `forbid c <= 2` does not."""
    limit = b.const(COUNT, 4)
    policy = b.and_(b.given("c"), b.lt(limit, b.var("c", COUNT)))
    for reader in readers():
        check = reader("NOT (c IS NOT NULL AND c <= 2)", COLUMNS)
        assert evaluate(check, {"c": None}) and not evaluate(policy, {"c": None})
        assert reader("(NOT (c <= 2)) IS TRUE", COLUMNS) is policy


def readers() -> list[Any]:
    """Both readers where pglast is installed; sqlglot's alone where not."""
    import importlib.util

    return [read_check, read_check_pg] if importlib.util.find_spec("pglast") else [read_check]


@pytest.mark.parametrize(
    "expression",
    [
        "c = 1; SELECT 1",
        "c =",
        "",
        "unknown < 1",
        "other.c < 1",
        "c < 1e3",
        "c / 2 < 1",
        "c % 2 = 0",
        "c ^ 2 < 1",
        "r LIKE 'P%'",
        "r = 'VOID'",
        "lower(t) = 'rem'",
        "t ~ 'rem'",
        "c = ANY (ARRAY[1, 2])",
        "c IN (SELECT 1)",
        "EXISTS (SELECT 1)",
        "f = 1",
        "c AND f",
        "at < 1",
        "at < '1970-01-01'",
        "at < TIMESTAMPTZ '1970-01-01 00:00:00'",
        "at + c < at",
        "c::integer = 1",
        "div(c, d) = 1",
        "div(c, 0) = 1",
        "aln.mentions(t, 'R3M')",
        "aln.other(t, 'rem')",
        "mentions(t, 'rem')",
        "extract(day FROM at) = 1",
        "c BETWEEN SYMMETRIC 2 AND 1",
        "LEAST(c, d, 1) < 1",
        "c < current_setting('x')",
        "abs(DISTINCT c) < 1",
    ],
)
def test_what_is_not_understood_is_unreadable(expression: str) -> None:
    """A construct outside the known subset is refused by every reader, never passed over."""
    for reader in readers():
        with pytest.raises(Unreadable):
            reader(expression, COLUMNS)


def test_mentions_reads_alike() -> None:
    """The call of the letter table's function is core's `mentions`, NULL for NULL."""
    found = {reader("NOT aln.mentions(t, 'rem', 'dream phase')", COLUMNS) for reader in readers()}
    text = b.var("t", TEXT)
    assert found == {b.or_(b.not_(b.given("t")), b.not_(b.mentions(text, ("rem", "dream phase"))))}


def test_the_values_are_exact() -> None:
    """The rows of the comparison are exact: nothing is rounded on its way to the server."""
    assert value(3, COUNT) == Decimal("1.5")
    assert value(1, INSTANT) == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=1)


ODD = """
module Odd_v1_0_0 {{
    entity X {{
        id : uuid key; a : decimal in 0 .. 10 by 0.1; b : decimal in 0 .. 10 by 0.25; c : decimal in 1 .. 10 by 0.1;
        o : decimal in 0 .. 10 by 0.1?; f : bool; t : timestamp; u : timestamp;
    }}
    policy P for X x {{ require {rule} because "odd"; }}
}}
"""


@pytest.mark.parametrize(
    "rule",
    [
        "floor(x.a / max(x.a - x.b, 0.5)) <= 3",
        "floor((x.a - x.b) / max(x.a - x.b, 0.5)) <= 3",
        "floor(x.o / max(x.o, 0.5)) <= 1",
        "floor(x.a / max(max(x.o, x.a - x.b), 0.5)) <= 1",
        "floor(x.a / clamp(x.b, 0.5, 3)) <= 4",
        "floor(x.a / max(abs(x.a - x.b), 0.5)) <= 2",
        "floor(x.a / (if x.f then x.c else 2)) <= 4",
        "ceil(x.a / min(x.c, 5)) <= 3",
        "round((x.a - x.b) / x.c, half_even) >= -3",
        "floor((x.t - x.u) / 3 d) <= 4",
    ],
)
def test_a_divisor_of_any_form_reads_back(rule: str) -> None:
    """A quotient whose divisor is above zero by its range alone is printed, read back and proved equal."""
    pytest.importorskip("pglast")
    module = core(Source("odd.aln", ODD.format(rule=rule)))
    [guard] = module.guards
    text = target("sql").print_guard(guard, Header("odd.aln", "Odd_v1_0_0", "", "", ""))
    read = target("sql").read_guard(text).guard
    pairs = tuple((a.id, a.condition, b.condition) for a, b in zip(guard.rules, read.rules, strict=True))
    goal = Same(Scope(guard.records, complete=True), pairs, ())
    (verdict,) = prove([Obligation("x", "backend-equal", "equal", module.name, module.spans["P"], goal)])
    assert verdict.status == "proved", verdict.reason
