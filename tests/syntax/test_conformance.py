"""The conformance cases under `grammar/`: what is accepted and how it is understood, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aln.syntax import decode, parse
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
    """At least thirty inputs are accepted and thirty rejected; each folder holds its two files alone."""
    assert len(ACCEPT) >= 30 and len(REJECT) >= 30
    for case in (*ACCEPT, *REJECT):
        assert sorted(path.name for path in case.iterdir()) == ["expected.txt", "input.aln"]
