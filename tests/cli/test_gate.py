"""`aln gate`."""

from __future__ import annotations

from pathlib import Path

import pytest

from aln.cli.gate import Gated, Step
from aln.cli.results import Failed, worst
from tests.cli.conftest import POLICY, Aln


def steps(aln: Aln) -> list[str]:
    return [step["status"] for step in aln("gate", "--format", "json").document["steps"]]


def test_the_gate_passes_when_every_step_does(aln: Aln, policy: Path) -> None:
    """Laid out, checked, proved and built: passed, exit code 0, a line for each step."""
    assert steps(aln) == ["passed", "passed", "passed", "failed"]  # nothing is built yet
    assert aln("build").code == 0
    done = aln("gate")
    assert done.code == 0, done.out
    assert [line.split()[:2] for line in done.out.splitlines()] == [
        ["format", "passed"], ["check", "passed"], ["prove", "passed"], ["build", "passed"], ["gate", "passed"],
    ]  # fmt: skip
    document = aln("gate", "--format", "json").document
    assert (document["status"], document["exit_code"]) == ("passed", 0)


def test_the_layout_counts(aln: Aln, policy: Path) -> None:
    """A file out of layout fails the gate, and the later steps still run."""
    assert aln("build").code == 0
    policy.write_text(POLICY.replace("    policy", "  policy"), encoding="utf-8")
    done = aln("gate", "--format", "github")
    assert done.code == 1 and "::error file=p.aln,line=1,col=1,title=format::" in done.out
    assert steps(aln)[:3] == ["failed", "passed", "passed"]


def test_what_does_not_check_is_not_proved(aln: Aln, policy: Path) -> None:
    """After a violation or a syntax error the later steps are skipped, and the gate says which of both it was."""
    policy.write_text(POLICY.replace("present(r.quality)", "present(r.qualty)"), encoding="utf-8")
    assert steps(aln) == ["passed", "failed", "skipped", "skipped"]
    assert aln("gate").code == 1
    policy.write_text("module", encoding="utf-8")
    assert steps(aln) == ["error", "error", "skipped", "skipped"]
    assert aln("gate").code == 2


def test_a_refuted_claim_fails_the_gate(aln: Aln, weak: Path) -> None:
    """A refuted claim: exit code 1, the counterexample, no build."""
    done = aln("gate")
    assert done.code == 1 and "✗ refuted" in done.out
    assert steps(aln) == ["passed", "passed", "failed", "skipped"]


def test_doubt_is_not_a_pass(aln: Aln, policy: Path) -> None:
    """What stays unknown makes the gate inconclusive: exit code 3."""
    done = aln("gate", "--budget", "1", "--format", "json")
    assert (done.code, done.document["status"]) == (3, "inconclusive")


def test_nothing_to_check_is_not_a_pass(aln: Aln) -> None:
    """A gate over no file ends with 4."""
    assert aln("gate").code == 4


@pytest.mark.parametrize(
    ("codes", "expected"),
    [([0, 0], 0), ([0, 1], 1), ([1, 2, 3], 2), ([3, 1], 1), ([4, 0], 4), ([3, 4], 3), ([], 4)],
)
def test_the_gravest_step_decides(codes: list[int], expected: int) -> None:
    """Error before refutation before doubt before nothing before good; no step at all is nothing."""
    assert worst(codes) == expected
    gate = Gated(tuple(Step("x", Failed("x", (), {}, code)) for code in codes))
    assert gate.exit_code == expected
