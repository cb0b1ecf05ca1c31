"""Each reader's own law: what it reads of a random text of its target is what that text does when it is run.

The texts come from the grammar of the subset (`python_programs`, `sql_programs`), not from a printer: a misreading that
printer and reader shared would show here.
"""

from __future__ import annotations

import ast
import os
import random
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aln.backends.interface import Unreadable
from aln.backends.python import PYTHON
from aln.backends.python.read_expressions import Reader
from aln.backends.python_text import python_source
from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import Definition, Field, Guard, Machine, Rule, Type
from aln.core.slice import runtime
from tests.backends.python_guards import environment, header
from tests.backends.test_python_machine import PUMP, runs_as
from tests.laws import python_programs
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
    for _ in range(10_000 if LONG else 200):
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

    @settings(max_examples=2_000 if LONG else 60)
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
    for seed in range(2_000 if LONG else 40):
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
