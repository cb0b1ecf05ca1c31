"""The conformance cases under `grammar/`: what is accepted and how it is understood, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aln.checker.registry import CODES
from aln.syntax import decode, parse
from aln.syntax._tables import MARKS, RULES, WORDS
from aln.syntax.parse import _Parser
from aln.syntax.tokens import tokenize
from tests.syntax.show import faults_text, tree_text

CASES = Path(__file__).resolve().parents[2] / "grammar" / "conformance"
ACCEPT = sorted((CASES / "accept").iterdir())
REJECT = sorted((CASES / "reject").iterdir())


@pytest.mark.parametrize("case", ACCEPT, ids=lambda case: case.name)
def test_accepted(case: Path, golden: Callable[[Path, str], None]) -> None:
    """The input parses without a fault, to the tree in `expected.txt`."""
    text, faults = decode((case / "input.aln").read_bytes(), "input.aln")
    assert text is not None and not faults
    module, faults = parse(text, "input.aln")
    assert not faults
    assert module is not None
    golden(case / "expected.txt", tree_text(module))


@pytest.mark.parametrize("case", REJECT, ids=lambda case: case.name)
def test_rejected(case: Path, golden: Callable[[Path, str], None]) -> None:
    """The input is refused with the diagnostics in `expected.txt`, which also lists what was kept."""
    text, faults = decode((case / "input.aln").read_bytes(), "input.aln")
    module = None
    if text is not None:
        module, faults = parse(text, "input.aln")
    assert any(fault.severity == "error" for fault in faults)
    golden(case / "expected.txt", faults_text(module, faults))


def test_there_are_cases_of_both_kinds() -> None:
    """At least eighty inputs are accepted and eighty rejected; each folder holds its two files alone."""
    assert len(ACCEPT) >= 80 and len(REJECT) >= 80
    for case in (*ACCEPT, *REJECT):
        assert sorted(path.name for path in case.iterdir()) == ["expected.txt", "input.aln"]


def test_every_production_is_used_by_an_accepted_case() -> None:
    """Each production of the grammar, with each of its clauses there and not there, stands in some accepted case."""
    used: set[int] = set()

    class Watched(_Parser):
        def _reduce(self, number: int) -> None:
            used.add(number)
            super()._reduce(number)

    for case in ACCEPT:
        text, _ = decode((case / "input.aln").read_bytes(), "x.aln")
        assert text is not None
        assert Watched(tokenize(text, "x.aln")).run() is not None
    assert [RULES[number] for number in range(len(RULES)) if number not in used] == []


def test_every_terminal_is_used_by_an_accepted_case() -> None:
    """Each keyword and each mark stands in some accepted case."""
    seen: set[str] = set()
    for case in ACCEPT:
        text, _ = decode((case / "input.aln").read_bytes(), "x.aln")
        assert text is not None
        seen.update(tokenize(text, "x.aln").kinds)
    assert {*WORDS.values(), *MARKS.values()} <= seen


def test_every_kind_of_fault_is_shown_by_a_rejected_case() -> None:
    """Each code of the parser is reported by some rejected case, and no other code is."""
    shown: set[str] = set()
    for case in REJECT:
        text, faults = decode((case / "input.aln").read_bytes(), "x.aln")
        shown.update(fault.code for fault in (faults if text is None else parse(text, "x.aln")[1]))
    assert shown == {code for code, entry in CODES.items() if entry.room == "syntax"}
