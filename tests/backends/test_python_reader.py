"""Reading an emitted guard back: nothing is lost, and no fault passes for the original."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from aln.backends.interface import ReadGuard, Unreadable
from aln.backends.python import PYTHON
from aln.backends.python.run import Emitted
from aln.core.evaluate import Decision, decide, evaluate
from aln.core.ir import Guard
from tests.backends.python_guards import by_hand, environment, header, library
from tests.backends.python_mutants import mutants
from tests.conftest import LONG

GUARDS = {g.name: g for g in (*library()[0], *by_hand())}
FAULTS = 300 if LONG else 80
MUTATED = [*(g.name for g in library()[0]), "Odd", "Timed"]


def environments(guard: Guard, count: int, strange: float = 0.0) -> list[dict[str, Any]]:
    r = Random(11)
    return [environment(guard, r, strange, 0.05) for _ in range(count)]


def meaning(read: ReadGuard) -> tuple[object, ...]:
    """All of a guard but its conditions."""
    g = read.guard
    rules = [(rule.id, rule.because, rule.traces, rule.event) for rule in g.rules]
    return g.module, g.name, g.entity, g.records, g.traces, g.inputs, rules


def conditions(read: ReadGuard) -> list[Any]:
    assert read.decision is not None
    return [*(rule.condition for rule in read.guard.rules), read.decision]


@pytest.mark.parametrize("name", GUARDS)
def test_round_trip(name: str) -> None:
    """Records, ranges, messages and links are those printed; each condition is the same on every environment."""
    guard = GUARDS[name]
    read = PYTHON.read_guard(PYTHON.print_guard(guard, header(guard)))
    assert read.guard.records == guard.records
    assert (read.guard.module, read.guard.name, read.guard.entity) == (guard.module, guard.name, guard.entity)
    assert read.guard.traces == guard.traces and read.guard.inputs == guard.inputs
    assert [(r.id, r.because, r.traces, r.event) for r in read.guard.rules] == [
        (r.id, r.because, r.traces, r.event) for r in guard.rules
    ]
    assert read.decision is not None
    for env in environments(guard, 200):
        bits = [evaluate(r.condition, env) for r in guard.rules]
        assert [evaluate(r.condition, env) for r in read.guard.rules] == bits
        assert evaluate(read.decision, env) == all(bits)


@pytest.mark.parametrize("name", MUTATED)
def test_no_single_fault_passes_for_the_original(name: str) -> None:
    """A mutant cannot be read, or reads as another guard; what is left undistinguished by environments is little."""
    guard = GUARDS[name]
    text = PYTHON.print_guard(guard, header(guard))
    original = PYTHON.read_guard(text)
    envs = environments(guard, 300)
    made = mutants(text, FAULTS)
    assert len(made) >= 60
    alike = []
    for what, mutant in made:
        try:
            read = PYTHON.read_guard(mutant)
        except Unreadable:
            continue
        if meaning(read) != meaning(original):
            continue
        mine, theirs = conditions(original), conditions(read)
        assert any(a is not c for a, c in zip(mine, theirs, strict=True)), what
        if all(evaluate(a, e) == evaluate(c, e) for e in envs for a, c in zip(mine, theirs, strict=True)):
            alike.append(what)
    # Faults of a condition that no environment tried tells apart: the solver decides these.
    assert len(alike) <= (10 if LONG else 3), alike


@pytest.mark.parametrize("name", ["SessionGuard", "ValidLimits", "Odd", "Timed"])
def test_a_fault_that_reads_runs_as_it_reads(name: str) -> None:
    """The reader's own law: a module with a fault, where it is read at all, decides as the guard read from it."""
    guard = GUARDS[name]
    text = PYTHON.print_guard(guard, header(guard))
    ran = 0
    for what, mutant in mutants(text, 200 if LONG else 120):
        try:
            read = PYTHON.read_guard(mutant)
        except Unreadable:
            continue
        ran += 1
        module = Emitted(mutant, read.guard, read.decision)
        assert read.decision is not None
        for env in environments(read.guard, 40, 0.02):
            want = decide(read.guard, env)
            fast = not want.invalid and bool(evaluate(read.decision, env))
            assert module.allowed(env)[0] == fast, what
            assert module.decide(env) == (Decision((), ()) if fast else want), what
    assert ran >= (10 if LONG else 5)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("if study is None:\n            return False\n", ""),
        ("type(study) is not Study or ", ""),
        ("        return False\n    except Exception", "        return True\n    except Exception"),
        ("study.rem_sleep_allowed", "study.title"),
        ("effective_to is None or ", ""),
        ("def allows(", "def allows(*, "),
        ("return ALLOWED", "return Decision(True, (), ())"),
        ("reasons.append(_REASON_1)", "reasons.append(_REASON_2)"),
        ("    if allows(", "    if not allows("),
        ("TOLERANCE: Final = Fraction(1, 2**20)", "TOLERANCE: Final = Fraction(1, 2)"),
        ("class Decision(", "allows = bool\n\n\nclass Decision("),
    ],
)
def test_edits_by_hand_are_unreadable(old: str, new: str) -> None:
    """A removed test of presence, a removed check, a changed scaffold: none is read."""
    guard = GUARDS["SessionGuard"]
    text = PYTHON.print_guard(guard, header(guard))
    edited = text.replace(old, new, 1)
    if edited == text:
        assert old == "        return False\n    except Exception"
        edited = text.replace(
            "    except Exception:\n        return False", "    except Exception:\n        return True", 1
        )
    assert edited != text
    with pytest.raises(Unreadable):
        PYTHON.read_guard(edited)


@pytest.mark.parametrize(
    "lines",
    [
        "# -*- coding: utf-7 -*-\n# +AAo-allows = bool\n",
        "#!/usr/bin/python\r# vim: set fileencoding=latin-1 :\n",
        "# one line\u2028# still that line\n# coding=utf-8\n",
    ],
)
def test_a_named_encoding_is_unreadable(lines: str) -> None:
    """The interpreter reads a file by the encoding that a comment names: comments could then hold code."""
    guard = GUARDS["SessionGuard"]
    text = PYTHON.print_guard(guard, header(guard))
    with pytest.raises(Unreadable, match="encoding"):
        PYTHON.read_guard(lines + text)
    assert PYTHON.read_guard("# first\n# second\n# coding: utf-7\n" + text)


@pytest.mark.parametrize("text", ["", "x", "def", "\0", "(" * 5000, "import os\n", "a: Final = 1\n" * 3])
def test_other_text_is_unreadable(text: str) -> None:
    """Text that no printer made is refused without another error."""
    with pytest.raises(Unreadable):
        PYTHON.read_guard(text)
    with pytest.raises(Unreadable):
        PYTHON.read_machine(text)
