"""The corpus of small transition systems: a known verdict for each, and for its off-by-one mutant."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from aln.verifier.obligation import Budget, OfMachine, Verdict
from aln.verifier.prove import prove
from tests.verifier.machines import group

FOLDER = Path(__file__).parents[2] / "verifier" / "systems"
CLAIM = "Holds"


@dataclass(frozen=True)
class System:
    """One row of the table: the system, its verdict, what its mutant says instead of what, and its verdict."""

    name: str
    verdict: str
    old: str
    new: str
    mutant: str

    @property
    def text(self) -> str:
        return (FOLDER / f"{self.name}.aln").read_text(encoding="utf-8")


def table() -> list[System]:
    lines = (FOLDER / "verdicts.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [System(*(cell.strip() for cell in row)) for row in rows]


def decided(text: str) -> Verdict:
    found = prove(group(text), Budget())
    return next(
        v for v in found if isinstance(v.obligation.goal, OfMachine) and v.obligation.goal.name == CLAIM
    )


def judge(systems: list[System]) -> Counter[str]:
    """How often each of the systems and its mutant was decided; none wrongly."""
    said: Counter[str] = Counter()
    for s in systems:
        for text, expected in ((s.text, s.verdict), (s.text.replace(s.old, s.new, 1), s.mutant)):
            v = decided(text)
            assert v.status in (expected, "unknown"), (s.name, expected, v.status, v.reason)
            said[v.status] += 1
            if v.status == "proved":
                assert v.evidence in ("L1", "L2") and v.certificate is not None and v.certificate.queries
    return said


def test_the_table_and_the_folder_are_one() -> None:
    """At least 60 systems, a text for each, and a mutant that differs from it."""
    systems = table()
    assert len(systems) >= 60
    assert sorted(s.name for s in systems) == sorted(p.stem for p in FOLDER.glob("*.aln"))
    assert all(s.text.count(s.old) >= 1 and s.old != s.new for s in systems)


def test_a_sample_of_the_systems_is_decided() -> None:
    """Every eleventh system and its mutant: the known verdict, and nothing unknown."""
    sample = table()[::11]
    assert judge(sample)["unknown"] == 0


@pytest.mark.long
def test_every_system_is_decided() -> None:
    """All of them and their mutants: none wrong, at most three unknown."""
    said = judge(table())
    assert said["unknown"] <= 3, said
    assert said["proved"] >= 60 and said["refuted"] >= 55
