"""`aln test`, and `aln prove --save-tests`, which writes what it runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.cli.conftest import MACHINE, POLICY, Aln

PASSES = "a good signal in date passes"


def failing(tmp_path: Path) -> None:
    """The policy with a test whose record is not what its name says."""
    text = POLICY.replace("quality          : 0.93,", "quality          : 0.5,")
    assert text != POLICY
    (tmp_path / "p.aln").write_text(text, encoding="utf-8")


def test_tests_that_are_met(aln: Aln, policy: Path) -> None:
    """Exit code 0, a line for each test, and JSON with each expectation."""
    text = aln("test")
    assert text.code == 0
    assert text.out.splitlines()[0] == "OximeterReading_v1_0_0  p.aln"
    assert f"  ✓ {PASSES}  1 expectation" in text.out and "expectations: 3 met" in text.out.replace(
        "2 met", "3 met"
    )
    document = aln("test", "--format", "json").document
    assert {r["status"] for r in document["results"]} == {"passed"}
    assert document["summary"]["failed"] == 0 and "coverage" not in document
    assert aln("test", "--format", "github").out.count("::") == 0


def test_a_test_that_is_not_met_teaches_why(aln: Aln, tmp_path: Path) -> None:
    """Exit code 1: what was expected, what came out, and which rule read which values."""
    failing(tmp_path)
    done = aln("test")
    assert done.code == 1
    for part in (
        f"  ✗ {PASSES}",
        "      expected: ReadingGuard allows `r`  p.aln:",
        "      but it was denied because “the signal is too weak”",
        "        “the signal is too weak” refuses the record  require, p.aln:",
        "            present(r.quality)        true",
        "          → r.quality >= GOOD_SIGNAL  false",
        "r.quality : 0.5",
        "1 not met",
    ):
        assert part in done.out, part
    row = next(r for r in aln("test", "--format", "json").document["results"] if r["status"] == "failed")
    assert row["expected"] == {"allowed": True, "because": []}
    assert row["found"]["because"] == ["the signal is too weak"]
    assert row["explained"][0]["clauses"][1] == {
        "text": "r.quality >= GOOD_SIGNAL", "is": "false", "decides": True, "values": {"r.quality": "0.5"},
    }  # fmt: skip
    note = aln("test", "--format", "github").out.splitlines()[0]
    assert note.startswith("::error file=p.aln,line=") and f"title={PASSES}::expected: ReadingGuard" in note


def test_no_solver_is_loaded(policy: Path) -> None:
    """Tests are run by the evaluator alone."""
    code = (
        "import sys; from aln.cli.entry import main; "
        "code = main(['test', sys.argv[1], '--coverage']); "
        "sys.exit(code or ('z3' in sys.modules or 'cvc5' in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(policy)], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_junit_is_written(aln: Aln, tmp_path: Path) -> None:
    """A case for each expectation, with what is wrong in it; the exit code is the same."""
    failing(tmp_path)
    assert aln("test", "--junit", "out/j.xml").code == 1
    root = ET.fromstring((tmp_path / "out" / "j.xml").read_bytes())
    assert (root.attrib["failures"], root.attrib["errors"]) == ("1", "0")
    (failure,) = root.iter("failure")
    assert "it was denied because “the signal is too weak”" in failure.attrib["message"]
    assert "r.quality : 0.5" in (failure.text or "")


def test_coverage_says_what_no_test_decides(aln: Aln, policy: Path) -> None:
    """By policy and rule, with the clauses that never decided one; JSON has the same."""
    done = aln("test", "--coverage")
    assert done.code == 0 and "clause coverage  " in done.out and "  ReadingGuard  " in done.out
    found = aln("test", "--coverage", "--format", "json").document["coverage"]
    assert 0 < found["covered"] <= found["of"]
    (only,) = found["policies"]
    missing = [says for r in only["rules"] for says in r["missing"]]
    assert only["of"] - only["covered"] == len(missing)
    assert all(says in done.out for says in missing)


def test_a_test_that_cannot_be_run_is_inconclusive(aln: Aln, tmp_path: Path) -> None:
    """A given record without its key: exit code 3, and an error in JUnit, never a pass."""
    text = POLICY.replace('            id               : "7b1d1f7e-0000-4000-8000-000000000001",\n', "")
    (tmp_path / "p.aln").write_text(text, encoding="utf-8")
    done = aln("test", "--junit", "j.xml")
    assert done.code == 3 and f"? {PASSES}" in done.out and "1 not run" in done.out
    assert ET.fromstring((tmp_path / "j.xml").read_bytes()).attrib["errors"] == "1"
    assert {r["status"] for r in aln("test", "--format", "json").document["results"]} == {"passed", "unknown"}


def test_without_a_test_there_is_nothing_to_run(aln: Aln, tmp_path: Path) -> None:
    """No test is not the same as all met: exit code 4, and how to write one."""
    (tmp_path / "m.aln").write_text(MACHINE, encoding="utf-8")
    done = aln("test")
    assert (
        done.code == 4 and "there is no test in these sources" in done.err and "expect POLICY(x)" in done.err
    )


def test_sources_that_do_not_check_are_not_run(aln: Aln, tmp_path: Path) -> None:
    """Exit code 2, with the finding."""
    (tmp_path / "p.aln").write_text(POLICY.replace("r.taken_at <", "r.taken <"), encoding="utf-8")
    done = aln("test")
    assert done.code == 2 and "`taken`" in done.err


# ── counterexamples kept as tests ────────────────────────────────────────────────────────────────────────────

CLAIM = "OximeterReading/claim/reliable"
TESTS = "tests/oximeter_reading_tests.aln"


def test_a_counterexample_becomes_a_test_that_fails_until_the_policy_is_mended(
    aln: Aln, tmp_path: Path, weak: Path
) -> None:
    """One flag: a module of tests that uses the policy's, is laid out, fails now, and passes with the rule back."""
    done = aln("prove", "--save-tests", "tests")
    assert done.code == 1 and f"kept as a test: {CLAIM} in {TESTS}" in done.out
    kept = (tmp_path / TESTS).read_text(encoding="utf-8")
    assert "use OximeterReading_v1_0_0;" in kept and f"// Breaks {CLAIM}." in kept
    assert aln("fmt", "--check", "tests").code == 0
    failed = aln("test", "--format", "json").document["results"]
    assert [r["test"] for r in failed if r["status"] == "failed"] == [
        "counterexample: An accepted reading comes from a sensor in date, with a good signal."
    ]
    reason = next(r for r in failed if r["status"] == "failed")["expected"]["because"][0]
    mended = POLICY.replace('because "the calibration of the sensor has expired"', f'because "{reason}"')
    weak.write_text(mended, encoding="utf-8")
    assert aln("test").code == 0


def test_a_test_is_not_written_twice(aln: Aln, tmp_path: Path, weak: Path) -> None:
    """A second run leaves the file as it is; what an author added there stays."""
    aln("prove", "--save-tests", TESTS)
    first = (tmp_path / TESTS).read_text(encoding="utf-8")
    aln("prove", "weak.aln", "--save-tests", TESTS)
    assert (tmp_path / TESTS).read_text(encoding="utf-8") == first


def test_nothing_is_written_where_all_is_proved(aln: Aln, tmp_path: Path, policy: Path) -> None:
    """No counterexample, no file."""
    done = aln("prove", "--save-tests", "tests")
    assert done.code == 0 and not (tmp_path / "tests").exists()
    assert aln("prove", "--save-tests", "tests", "--format", "json").document["saved"] == []


def test_what_has_no_test_says_why(aln: Aln, tmp_path: Path) -> None:
    """The run of a machine is no record: it is not kept, and the reason is given."""
    broken = MACHINE.replace("present(pressure) and pressure < limits.pressure", "present(pressure)")
    broken = broken.replace("always not safe implies", "always not (pressure < limits.pressure) implies")
    (tmp_path / "m.aln").write_text(broken, encoding="utf-8")
    done = aln("prove", "--save-tests", "tests")
    assert (
        done.code == 1 and "not kept as a test: CuffPump/invariant/cuff_step.stops: only a claim" in done.out
    )


@pytest.mark.parametrize("there", ["nothing that parses {", "overlay"])
def test_a_file_that_holds_no_tests_is_left_alone(aln: Aln, tmp_path: Path, weak: Path, there: str) -> None:
    """What is not a module is not written over: exit code 2."""
    path = tmp_path / "mine" / "t.aln"
    path.parent.mkdir()
    path.write_text(there, encoding="utf-8")
    done = aln("prove", "weak.aln", "--save-tests", "mine/t.aln")
    assert done.code == 2 and "is not a module that tests can be added to" in done.err
    assert path.read_text(encoding="utf-8") == there
