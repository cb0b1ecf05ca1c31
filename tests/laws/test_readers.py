"""Each reader's own law: what it reads of a random text of its target is what that text does when it is run.

The texts come from the grammar of the subset (`python_programs`, `sql_programs`), not from a printer: a misreading that
printer and reader shared would show here.
"""

from __future__ import annotations

import ast
import os
import random
from collections import Counter

import pytest

from aln.backends.interface import Unreadable
from aln.backends.python import PYTHON
from aln.backends.python.read_expressions import Reader
from aln.backends.python_text import python_source
from aln.core.evaluate import evaluate
from tests.backends.python_guards import environment, header
from tests.backends.test_python_machine import PUMP, runs_as
from tests.laws import python_programs

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
    assert min(seen.values()) >= 100, seen


def test_python_steps_run_as_they_are_read() -> None:
    """A machine's module with other definitions in it, where it is read at all, steps as the machine read from it."""
    rng = random.Random(SEED)
    text = PYTHON.print_machine(PUMP, header(PUMP))
    make, seen = python_programs.Steps(rng), Counter[str]()
    for _ in range(10_000 if LONG else 400):
        module = make.module(text)
        try:
            read = PYTHON.read_machine(module)
        except Unreadable:
            seen["refused"] += 1
            continue
        seen["read"] += 1
        assert runs_as(module, read, 4), module
    assert min(seen["refused"], seen["read"]) >= 60, seen
