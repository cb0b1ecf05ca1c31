"""`aln build`."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aln import backends
from aln.host import work
from aln.verifier.obligation import Budget, Obligation, Verdict
from tests.cli.conftest import MACHINE, POLICY, WEAK, Aln
from tests.cli.targets import Reading, Target, garbled, negated, same

Use = Callable[[Reading | None], None]


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Use:
    """Makes every target one that reads back as told."""

    def replace(reading: Reading | None) -> None:
        monkeypatch.setattr(backends, "target", lambda name: Target(name, reading))

    return replace


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_what_is_proved_equal_is_written(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """Both targets of a sound policy are emitted, proved equal and written, each with its hash."""
    done = aln("build", "--format", "json")
    assert done.code == 0, done.out
    rows = done.document["artefacts"]
    assert [(r["target"], r["policy"], r["equal"], r["status"]) for r in rows] == [
        ("python", "ReadingGuard", "proved", "written"),
        ("sql", "ReadingGuard", "proved", "written"),
    ]
    assert written(tmp_path / "generated") == ["python/reading_guard.py", "sql/reading_guard.sql"]
    for row in rows:
        data = (tmp_path / row["path"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == row["sha256"]
    assert aln("build").out.splitlines()[-1] == "2 up to date"


def test_a_machine_is_written_for_the_targets_that_have_machines(aln: Aln, tmp_path: Path) -> None:
    """A machine becomes Python; a target that has no machines is reported, and is no failure."""
    (tmp_path / "m.aln").write_text(MACHINE, encoding="utf-8")
    done = aln("build", "--format", "json")
    assert done.code == 0, done.out
    assert "generated/python/cuff_step.py" in {row["path"] for row in done.document["artefacts"]}
    (row,) = [r for r in done.document["artefacts"] if (r["policy"], r["target"]) == ("CuffStep", "sql")]
    assert (row["equal"], row["path"]) == ("unsupported", None) and row["reason"]


def test_check_finds_what_is_stale(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """--check writes nothing: 1 while an artefact is missing or differs, 0 when all are as they would be written."""
    assert aln("build", "--check").code == 1
    assert written(tmp_path) == ["p.aln"]
    assert aln("build").code == 0
    assert aln("build", "--check").code == 0
    guard = tmp_path / "generated/python/reading_guard.py"
    guard.write_text(guard.read_text(encoding="utf-8") + "#\n", encoding="utf-8")
    done = aln("build", "--check", "--format", "json")
    assert done.code == 1
    assert [row["status"] for row in done.document["artefacts"]] == ["stale", "up to date"]
    assert "::error file=p.aln," in aln("build", "--check", "--format", "github").out


def test_nothing_is_written_of_a_module_that_is_not_proved(aln: Aln, weak: Path, tmp_path: Path) -> None:
    """A refuted claim: exit code 1, the counterexample, and no file, though the guard itself could be emitted."""
    done = aln("build")
    assert done.code == 1
    assert "reading.quality" in done.out and "nothing of OximeterReading_v1_0_0 is built" in done.out
    assert written(tmp_path) == ["weak.aln"]
    document = aln("build", "--format", "json").document
    assert document["artefacts"] == []
    assert document["refused"][0]["obligations"] == {"OximeterReading/claim/reliable": "refuted"}


def test_doubt_about_a_claim_writes_nothing(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """An obligation that stays unknown ends with 3 and writes nothing."""
    assert aln("build", "--budget", "1").code == 3
    assert written(tmp_path) == ["p.aln"]


@pytest.mark.parametrize("reading", [negated, garbled])
def test_an_artefact_that_means_something_else_is_not_written(
    aln: Aln, policy: Path, tmp_path: Path, use: Use, reading: Reading
) -> None:
    """An artefact that reads back otherwise, or cannot be read back, is refuted: exit code 1, and no file."""
    use(reading)
    done = aln("build", "--format", "json")
    assert done.code == 1
    assert {(row["equal"], row["path"]) for row in done.document["artefacts"]} == {("refuted", None)}
    assert all(row["reason"] for row in done.document["artefacts"])
    assert written(tmp_path) == ["p.aln"]


def test_an_equality_in_doubt_is_not_written(
    aln: Aln, policy: Path, tmp_path: Path, use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it stays unknown whether an artefact is equal, it is not written: exit code 3, with the reason."""
    use(same)
    real = work.prove_unit

    def doubt(obligations: list[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
        if obligations[0].kind == "backend-equal":
            return [Verdict(o, "unknown", "smt", reason="too hard") for o in obligations]
        return real(obligations, budget, *told)

    monkeypatch.setattr(work, "prove_unit", doubt)
    done = aln("build", "--format", "json")
    assert done.code == 3
    assert {(row["status"], row["reason"]) for row in done.document["artefacts"]} == {("unknown", "too hard")}
    assert written(tmp_path) == ["p.aln"]


def test_nothing_but_unsupported_is_inconclusive(aln: Aln, policy: Path, use: Use) -> None:
    """When no target can hold anything, nothing is built: exit code 3, with the reason."""
    use(None)
    done = aln("build", "--format", "json")
    assert done.code == 3
    assert {row["equal"] for row in done.document["artefacts"]} == {"unsupported"}
    assert "too wide" in aln("build").out


def test_the_target_and_the_folder_can_be_chosen(aln: Aln, policy: Path, tmp_path: Path, use: Use) -> None:
    """--target and --out; the project file says the same for every run."""
    use(same)
    assert aln("build", "--target", "sql", "--out", "made").code == 0
    assert written(tmp_path / "made") == ["sql/reading_guard.txt"]
    (tmp_path / "aln.toml").write_text('[build]\nout = "code"\ntargets = ["python"]\n', encoding="utf-8")
    assert aln("build").code == 0
    assert written(tmp_path / "code") == ["python/reading_guard.txt"]


def test_an_unknown_target_is_a_usage_error(aln: Aln, policy: Path) -> None:
    """A target that does not exist ends with 2 and the list of those that do."""
    done = aln("build", "--target", "cobol")
    assert done.code == 2 and "`cobol`" in done.err and "python, sql" in done.err


def test_two_policies_never_share_a_file(aln: Aln, policy: Path, tmp_path: Path, use: Use) -> None:
    """Two modules that would write one file end with 2, naming both, and nothing is written."""
    use(same)
    (tmp_path / "q.aln").write_text(
        POLICY.replace("OximeterReading_v1", "Other_v1").replace("00000000-0000-4", "00000000-0001-4"),
        encoding="utf-8",
    )
    done = aln("build")
    assert done.code == 2
    assert (
        "`p.aln`" in done.err and "`q.aln`" in done.err and "generated/python/reading_guard.txt" in done.err
    )
    assert written(tmp_path) == ["p.aln", "q.aln"]


def test_ctrl_c_writes_nothing(
    aln: Aln, policy: Path, tmp_path: Path, use: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while proving ends with 3 and leaves no file."""
    use(same)

    def stop(obligations: object, budget: object, *told: object) -> list[Verdict]:
        raise KeyboardInterrupt

    monkeypatch.setattr(work, "prove_unit", stop)
    done = aln("build")
    assert done.code == 3 and "nothing was written" in done.err
    assert written(tmp_path) == ["p.aln"]


def test_what_nothing_makes_any_more_is_stale(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """A generated file whose policy has gone is stale, for the gate too, until it is removed: exit code 1. It is left
    where it is, and so are files that no build has made, which are no concern of it."""
    assert aln("build").code == 0
    policy.write_text(POLICY.replace("ReadingGuard", "OtherGuard"), encoding="utf-8")
    (tmp_path / "generated" / "python" / "mine.py").write_text("x = 1\n", encoding="utf-8")
    done = aln("build", "--format", "json")
    old = ["generated/python/reading_guard.py", "generated/sql/reading_guard.sql"]
    assert (done.code, done.document["left_over"]) == (1, old)
    assert [row["status"] for row in done.document["artefacts"]] == ["written", "written"]
    text = aln("build", "--check")
    assert text.code == 1 and f"stale       {old[0]}" in text.out and "2 up to date, 2 stale" in text.out
    assert f"::error file={old[1]},line=1,col=1,title=build::" in aln("gate", "--format", "github").out
    assert aln("gate").code == 1
    for path in old:
        (tmp_path / path).unlink()
    assert aln("build", "--check").code == 0
    assert aln("gate").code == 0
    assert "generated/python/mine.py" in written(tmp_path)


def test_a_part_of_the_project_tells_nothing_about_the_rest(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """With files or targets chosen by hand, what the others make is not called stale; what a module that is not proved
    would make is not either."""
    (tmp_path / "m.aln").write_text(MACHINE, encoding="utf-8")
    assert aln("build").code == 0
    assert aln("build", "--check", "p.aln").code == 0
    assert aln("gate", "p.aln").code == 0
    assert aln("build", "--check", "--target", "sql").code == 0
    policy.write_text(WEAK, encoding="utf-8")
    assert aln("build", "--format", "json").document["left_over"] == []


def test_a_file_that_cannot_be_compared_is_no_pass(
    aln: Aln, policy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A generated file of a target that cannot be built here: inconclusive, exit code 3, with the reason; without the
    file the target is merely unsupported."""
    assert aln("build").code == 0
    monkeypatch.setitem(sys.modules, "pglast", None)
    for command in (("build",), ("build", "--check"), ("gate",)):
        done = aln(*command)
        assert done.code == 3
        assert "pip install 'aln[db]'; the file that stands there was not compared" in done.out
    (tmp_path / "generated" / "sql" / "reading_guard.sql").unlink()
    assert aln("gate").code == 0
