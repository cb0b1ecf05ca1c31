"""Each reader's own law: what it reads of a random text of its target is what that text does when it is run.

The texts come from the grammar of the subset (`python_programs`, `sql_programs`), not from a printer: a misreading that
printer and reader shared would show here.
"""

from __future__ import annotations

import ast
import os
import random
import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aln.backends.interface import Unreadable
from aln.backends.python import PYTHON
from aln.backends.python.read_expressions import Reader
from aln.backends.python_text import python_source
from aln.backends.sql import SQL
from aln.backends.sql.kleene import Condition
from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import Definition, Field, Guard, Machine, Rule, Type
from aln.core.slice import runtime
from tests.backends.python_guards import environment, header
from tests.backends.test_python_machine import PUMP, runs_as
from tests.laws import python_programs, sql_programs
from tests.strategies.core import environments, formulas
from tests.verifier.test_machine_random import machine as random_machine

LONG = os.environ.get("ALN_LONG") == "1"
SEED = 20_261_122


def test_python_programs_run_as_they_are_read() -> None:
    """A program that the reader accepts never raises, and gives on every record what was read of it."""
    rng = random.Random(SEED)
    make, scope = python_programs.Programs(rng), python_programs.scope()
    names: dict[str, object] = {**python_programs.LEXICONS}
    exec(compile(python_source(), "mentions", "exec"), names)
    envs = [environment(python_programs.GUARD, rng, 0.0, 0.3) for _ in range(400)]
    seen: Counter[str] = Counter()
    for _ in range(200_000 if LONG else 12_000):
        text = make.program()
        [tree] = ast.parse(text).body
        assert isinstance(tree, ast.FunctionDef)
        try:
            read = Reader(python_programs.LEXICONS, python_programs.MAXIMA).function(tree.body, scope)
        except Unreadable:
            seen["refused"] += 1
            continue
        seen["read"] += 1
        exec(compile(text, "program", "exec"), names)
        for env in rng.sample(envs, 12):
            try:
                found = names["program"](*python_programs.arguments(env))  # type: ignore[operator]
            except Exception as fault:
                pytest.fail(f"{fault!r}\n{text}\n{read}\n{env}")
            assert found is evaluate(read, env), f"{text}\n{read}\n{env}"
            seen["true" if found else "false"] += 1
        for word in ("for ", "all(", "any(", "sum(", "//", " if ", "total", "mentions"):
            seen[word] += word in text
    assert min(seen.values()) >= 40, seen


def test_python_steps_run_as_they_are_read() -> None:
    """A machine's module with other definitions in it, where it is read at all, steps as the machine read from it."""
    rng = random.Random(SEED)
    text = PYTHON.print_machine(PUMP, header(PUMP))
    make, seen = python_programs.Steps(rng), Counter[str]()
    for _ in range(2_000 if LONG else 200):
        module = make.module(text)
        try:
            read = PYTHON.read_machine(module)
        except Unreadable:
            seen["refused"] += 1
            continue
        seen["read"] += 1
        assert runs_as(module, read, 4), module
    assert min(seen["refused"], seen["read"]) >= 30, seen


def test_whatever_python_is_printed_is_read() -> None:
    """No random guard or machine prints to a text that its reader refuses, and none is read as another."""
    seen: Counter[str] = Counter()

    @settings(max_examples=1_000 if LONG else 60)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        scope, condition = data.draw(formulas())
        rule = Rule("Law/rule", condition, "the rule")
        guard = Guard("Law_v1_0_0", "Law", scope.records[0].entity, scope.records, (rule,))
        read = PYTHON.read_guard(PYTHON.print_guard(guard, header(guard)))
        [found] = read.guard.rules
        assert read.decision is not None
        for _ in range(3):
            env = data.draw(environments(scope))
            verdict = evaluate(condition, env)
            assert evaluate(found.condition, env) is verdict and evaluate(read.decision, env) is verdict, (
                condition
            )
            seen["true" if verdict else "false"] += 1

    law()
    for seed in range(500 if LONG else 40):
        machine = random_machine(seed)
        read = PYTHON.read_machine(PYTHON.print_machine(machine, header(machine)))
        assert [d.name for d in read.definitions] == [d.name for d in runtime(machine).definitions]
        seen["machine"] += 1
    assert min(seen.values()) >= 40, seen


@pytest.mark.parametrize("kept", ["next", "enum"])
def test_a_constant_of_a_machine_is_read_in_its_own_steps(kept: str) -> None:
    """A value of constants that no output or state declares is stated with its type, and reads back."""
    types = {
        "next": b.number_type(0, 10, Fraction(1, 10)),
        "enum": Type("enum", name="Mode", labels=("ON", "OFF")),
    }
    t = types[kept]
    value = b.const(t, 3 if kept == "next" else "OFF")
    chosen = b.ite(b.given("x"), value, b.const(t, 5 if kept == "next" else "ON"))
    machine = Machine(
        "Law_v1_0_0", "Step", 1_000_000, (), "", "", (), (Field("x", b.number_type(0, 9), True),), (),
        (Definition("mode", chosen), Definition("out", b.ite(b.given("x"), b.var("mode", chosen.type), value))),
        (Field("out", t),), (), (),
    )  # fmt: skip
    read = PYTHON.read_machine(PYTHON.print_machine(machine, header(machine)))
    assert read.definitions == machine.definitions


@pytest.mark.server
def test_sql_conditions_are_true_and_false_as_they_are_read(empty_database: str) -> None:
    """A condition that the reader accepts is true, and false, on the server exactly where it reads so: by default 1,500
    conditions on 12 stored records each."""
    pytest.importorskip("pglast")
    import psycopg

    from aln.backends.sql import kleene
    from aln.backends.sql.read_expression import parse, read
    from aln.backends.sql.read_query import Joined
    from aln.backends.sql_text import sql_function

    rng = random.Random(SEED)
    make, rows = sql_programs.Conditions(rng), sql_programs.Lawful(sql_programs.GUARD)
    scope = Joined(sql_programs.RECORDS, frozenset(("judged", "other")), counts=("items", "notes"))
    envs = [environment(sql_programs.GUARD, rng, 0.0, 0.3) for _ in range(48)]
    for env in envs:
        rows.judged(env)
    by_key = {row["id"]: env for row, env in zip(rows.rows["thing"], envs, strict=True)}
    seen: Counter[str] = Counter()
    with psycopg.connect(empty_database) as connection:
        connection.execute("CREATE SCHEMA aln")
        connection.execute(sql_function("aln").encode())
        rows.store(connection)
        accepted: list[tuple[str, Condition]] = []
        for _ in range(20_000 if LONG else 1_500):
            text = make.condition(rng.randint(1, 3))
            try:
                [target] = parse(f"SELECT {text}")[0].stmt.targetList
                accepted.append((text, kleene.condition(read(target.val, scope))))
                seen["read"] += 1
            except Unreadable:
                seen["refused"] += 1
        for start in range(0, len(accepted), 20):
            some = accepted[start : start + 20]
            asked = ", ".join(f"({text}) IS TRUE, ({text}) IS FALSE" for text, _ in some)
            keys = rng.sample(sorted(by_key), 12)
            query = (
                f"SELECT judged.id::text, {asked} {sql_programs.SOURCE} WHERE judged.id = ANY (%s::uuid[])"
            )
            for key, *answers in connection.execute(query.encode(), [keys]).fetchall():
                for index, (text, condition) in enumerate(some):
                    true, false = answers[2 * index : 2 * index + 2]
                    assert evaluate(condition.true, by_key[key]) is true, (
                        f"{text}\n{condition.true}\n{by_key[key]}"
                    )
                    assert evaluate(condition.false, by_key[key]) is false, (
                        f"{text}\n{condition.false}\n{by_key[key]}"
                    )
                    seen["true" if true else "false" if false else "null"] += 1
        for word in (
            "EXISTS",
            "COALESCE((SELECT",
            "FILTER",
            "CASE",
            "DISTINCT",
            "BETWEEN",
            "mentions",
            ".maker",
        ):
            seen[word] = sum(word in text for text, _ in accepted)
    assert min(seen.values()) >= 20, seen


@pytest.mark.parametrize("bound", ["c", "d"])
def test_an_aggregate_that_reads_only_through_a_query_stays_in_its_own(bound: str) -> None:
    """SQL gives an aggregate to the query whose columns it reads, through queries inside it too: printer and reader
    keep it where it stands, and a text without the filter is refused."""
    pytest.importorskip("pglast")
    note = b.var(f"{bound}.n", python_programs.SMALL)
    found = b.each("any", "notes", bound, b.lt(note, b.const(python_programs.SMALL, 3)))
    one, none = (b.const(python_programs.SMALL, n) for n in (1, 0))
    count = b.each("sum", "items", "c", b.ite(found, one, none), 3)
    rule = Rule("Law/few", b.lt(count, b.const(count.type, 2)), "few")
    guard = replace(sql_programs.GUARD, rules=(rule,), counts=("items",))
    text = SQL.print_guard(guard, header(guard))
    assert text.count(" FILTER (WHERE ") == 1
    [read] = SQL.read_guard(text).guard.rules
    for env in (environment(sql_programs.GUARD, random.Random(n), 0.0, 0.2) for n in range(60)):
        assert evaluate(read.condition, env) is evaluate(rule.condition, env), env
    with pytest.raises(Unreadable, match="the query around it"):
        SQL.read_guard(re.sub(r" FILTER \(WHERE [^)]*\)", "", text))
