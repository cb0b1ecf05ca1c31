"""`aln new`."""

from __future__ import annotations

from pathlib import Path

import pytest

from aln.cli.new import TEMPLATES
from tests.cli.conftest import Aln


@pytest.mark.parametrize("template", sorted(TEMPLATES))
def test_a_new_project_is_green_at_once(
    aln: Aln, template: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every template makes a project whose gate passes as it is, with CI, pre-commit and artefacts in place."""
    done = aln("new", "device", "--template", template, "--format", "json")
    assert done.code == 0, done.out + done.err
    document = done.document
    files = {
        p.relative_to(tmp_path / "device").as_posix() for p in (tmp_path / "device").rglob("*") if p.is_file()
    }
    assert files == set(document["files"])
    assert {
        "aln.toml",
        "README.md",
        ".github/workflows/aln.yml",
        ".pre-commit-config.yaml",
        ".gitignore",
    } < files
    assert TEMPLATES[template] in files and any(name.startswith("generated/python/") for name in files)
    monkeypatch.chdir(tmp_path / "device" / "policies")
    gate = aln("gate")
    assert gate.code == 0, gate.out
    assert aln("check", "--strict").code == 0


def test_two_projects_have_two_policies(aln: Aln, tmp_path: Path) -> None:
    """Each project gets a policy id of its own: a released id names one text for ever."""
    texts = []
    for name in ("a", "b"):
        assert aln("new", name).code == 0
        texts.append((tmp_path / name / TEMPLATES["policy"]).read_text(encoding="utf-8"))
    assert texts[0] != texts[1] and "00000000-0000-4000-8000-000000000000" not in texts[0]


def test_a_repository_just_begun_counts_as_empty(aln: Aln, tmp_path: Path) -> None:
    """A folder with nothing but .git is taken; anything else is refused with 2 and left as it is."""
    (tmp_path / "repo" / ".git").mkdir(parents=True)
    assert aln("new", "repo").code == 0
    before = sorted((tmp_path / "repo").rglob("*"))
    done = aln("new", "repo")
    assert done.code == 2 and "not empty" in done.err
    assert sorted((tmp_path / "repo").rglob("*")) == before


def test_an_unknown_template_is_a_usage_error(aln: Aln, tmp_path: Path) -> None:
    """A template that does not exist ends with 2, names those that do, and makes nothing."""
    done = aln("new", "x", "--template", "novel", "--format", "json")
    assert done.code == 2
    assert "machine" in done.document["diagnostics"][0]["help"]
    assert not (tmp_path / "x").exists()


def test_a_folder_that_cannot_be_made_is_reported(aln: Aln, tmp_path: Path) -> None:
    """A file where the folder should be: exit code 2, its place, and the file is left as it is."""
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    for target in ("taken", "taken/below"):
        done = aln("new", target)
        assert done.code == 2 and "cannot write" in done.err
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"
