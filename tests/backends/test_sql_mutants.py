"""No fault planted in a printed script passes for the script: each is unreadable, or reads as another guard."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from aln.backends.interface import Unreadable
from aln.backends.sql import read_guard
from tests.backends.sql_mutants import ADDED, FAULTS, mutants
from tests.backends.sql_world import guards, script

pytest.importorskip("pglast")

NAMES = ("StudyGuard", "SessionGuard", "JoinGuard", "ValidLimits")


@pytest.mark.parametrize("name", NAMES)
def test_every_mutant_is_told_from_the_script(name: str) -> None:
    """Each mutant of a library script is unreadable or reads back to a different guard."""
    original = read_guard(script(name))
    outcomes: Counter[str] = Counter()
    for what, text in mutants(script(name)):
        try:
            found = read_guard(text)
        except Unreadable:
            outcomes["unreadable"] += 1
            continue
        assert found != original, what
        outcomes["different"] += 1
    assert outcomes["unreadable"] >= 20
    # A local rule stands in the script twice, and the two readings must agree.
    assert outcomes["different"] >= 2 or name == "ValidLimits"


def test_there_are_mutants_of_every_kind() -> None:
    """Every kind of fault finds a place in some library script, and the library has at least 60 mutants a trigger guard."""
    assert set(guards()) == set(NAMES)
    kinds = Counter(re.sub(", line .*", "", what) for name in NAMES for what, _ in mutants(script(name)))
    assert kinds.keys() >= {what for what, *_ in (*FAULTS, *ADDED)}
    assert all(len(mutants(script(name))) >= 60 for name in ("StudyGuard", "SessionGuard", "JoinGuard"))
