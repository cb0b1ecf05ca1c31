"""Fingerprints: two things that differ in anything have two of them."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings

from aln.core.build import and_, const, not_, var
from aln.core.ir import BOOL, TEXT, Field, Rule, Type, Unit
from aln.host import fingerprint
from aln.host.fingerprint import Fingerprint, Unhashable, code, installed
from aln.verifier.obligation import Budget, Holds, Scope
from tests.host.questions import ask
from tests.strategies.core import formulas

ROOT = Path(__file__).parents[2]
NUMBER = Type("int", 0, 9)
STAGE = Type("enum", name="Stage", labels=("REM", "LIGHT"))


@settings(max_examples=300)
@given(formulas(), formulas())
def test_two_formulas_have_one_fingerprint_only_when_they_are_one(a: object, b: object) -> None:
    """Core is interned, so equal formulas are one object: exactly those have one fingerprint, in any order of asking."""
    (_, one), (_, other) = a, b  # type: ignore[misc]
    here, there = Fingerprint(), Fingerprint()
    there.of(other)
    assert here.of(one) == there.of(one)
    assert (here.of(one) == there.of(other)) == (one is other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (True, 1),
        (1, "1"),
        (None, "None"),
        (Fraction(1), 1),
        (("ab", "c"), ("a", "bc")),
        ((("a",), "b"), ("a", ("b",))),
        ((), ("",)),
        (["a"], ("a",)),
        ({"a": 1}, {"a": True}),
        ({"a": "b"}, {"b": "a"}),
        ("\ud800", "\ud801"),
        (var("REM", STAGE), const(STAGE, "REM")),
        (var("x", NUMBER), var("x", replace(NUMBER, hi=8))),
        (var("x", NUMBER), var("x", replace(NUMBER, step=Fraction(1, 10)))),
        (var("x", NUMBER), var("x", replace(NUMBER, unit=Unit("mg", "mg", Fraction(1, 1000), "mass")))),
        (var("x", STAGE), var("x", replace(STAGE, labels=("LIGHT", "REM")))),
        (const(BOOL, True), const(BOOL, False)),
        (const(TEXT, "true"), const(BOOL, True)),
        (and_(var("a", BOOL), var("b", BOOL)), and_(var("a", BOOL), not_(var("b", BOOL)))),
        (Field("a", BOOL), Field("a", BOOL, optional=True)),
        (Rule("r", var("a", BOOL), "no"), Rule("r", var("a", BOOL), "no", event=True)),
        (Rule("r", var("a", BOOL), "no"), Rule("r", var("a", BOOL), "not")),
        (Scope(), Scope(complete=True)),
        (Holds(Scope(), var("a", BOOL)), Holds(Scope(fields=(Field("a", BOOL),)), var("a", BOOL))),
        (Budget(), Budget(units=1)),
        (Budget(), Budget(depth=1)),
        (Budget(), Budget(second_opinion=False)),
    ],
)  # fmt: skip
def test_what_looks_alike_is_told_apart(one: object, other: object) -> None:
    """Classes, sizes, types, ranges, steps, units, the order of labels: each tells two values apart."""
    assert Fingerprint().of(one) != Fingerprint().of(other)


def test_every_process_gives_the_same_fingerprint() -> None:
    """Nothing of a process is in a fingerprint: the same questions have the same in another one."""
    code = (
        "from aln.host.fingerprint import Fingerprint\n"
        "from tests.host.questions import ask\n"
        "print(*(Fingerprint().of(o).hex() for o in ask()))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    said = [
        subprocess.run(
            [sys.executable, "-c", code], env=environment | {"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1] == f"{' '.join(Fingerprint().of(o).hex() for o in ask())}\n".encode()


def test_places_do_not_count() -> None:
    """A rule further down the file is the same rule."""
    rule = Rule("r", var("a", BOOL), "no", line=3)
    assert Fingerprint().of(rule) == Fingerprint().of(replace(rule, line=4))


def test_no_engine_reads_a_place() -> None:
    """Places are left out of fingerprints, so nothing that answers may look at one: only what states questions does."""
    readers = set()
    for path in sorted((ROOT / "aln" / "verifier").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr in fingerprint.PLACES:
                readers.add(path.name)
    assert "obligations.py" in readers
    for path in readers:
        text = (ROOT / "aln" / "verifier" / path).read_text(encoding="utf-8")
        assert "import z3" not in text and "def prove" not in text, path


def test_what_has_no_text_has_no_fingerprint() -> None:
    """A set has no order, and a function no text: neither is ever taken for anything."""
    for value in ({1}, frozenset(), len, object(), Rule):
        with pytest.raises(Unhashable):
            Fingerprint().of((value,))


def test_any_change_of_the_code_is_seen(tmp_path: Path) -> None:
    """One byte more, another name, a file more or less: each another digest; ALN text and compiled files count nothing."""
    (tmp_path / "room").mkdir()
    path = tmp_path / "room" / "smt.py"
    path.write_bytes(b"x = 1\n")
    (tmp_path / "letters.txt").write_bytes(b"a 41")
    digests = [code(tmp_path)[0]]

    def now() -> bytes:
        return code(tmp_path)[0]

    path.write_bytes(b"x = 2\n")
    digests.append(now())
    path.rename(tmp_path / "room" / "tms.py")
    digests.append(now())
    (tmp_path / "letters.txt").write_bytes(b"a 42")
    digests.append(now())
    (tmp_path / "room" / "more.py").write_bytes(b"")
    digests.append(now())
    assert len(set(digests)) == 5
    (tmp_path / "room" / "__pycache__").mkdir()
    (tmp_path / "room" / "__pycache__" / "smt.pyc").write_bytes(b"x")
    (tmp_path / "room" / "library.aln").write_bytes(b"module")
    assert now() == digests[-1]


def test_the_tool_is_its_code_and_its_solvers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version or other files of a solver, another Python: another tool. An unknown solver is none."""
    monkeypatch.setattr(fingerprint, "SETTLED", -1e9)
    here = installed()
    assert here.unchanged() and installed().digest == here.digest
    assert all(name in here.around for name in fingerprint.PACKAGES)
    monkeypatch.setattr(fingerprint, "PACKAGES", ("z3-solver",))
    assert installed().digest != here.digest
    assert replace(here, code=b"x").digest != here.digest and not replace(here, code=b"x").unchanged()
    monkeypatch.setattr(fingerprint, "PACKAGES", ("no-such-solver",))
    with pytest.raises(Unhashable):
        installed()


def test_code_that_is_being_changed_is_no_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    """While files are younger than this process may be, what is loaded may not be what is read: no answer is kept."""
    monkeypatch.setattr(fingerprint, "SETTLED", 1e12)
    with pytest.raises(Unhashable):
        installed()
