"""Controlled folders: each opens with a short README that names its code and its test, and holds no code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("grammar", "checker", "verifier", "manifests", "db", "sop", "hardware", "docs")
FOLDERS = (*DOCUMENTS, "tests", "bench", "examples")
MOST_LINES = 40
KINDS = ("added", "changed", "fixed", "removed", "security")


@pytest.mark.parametrize("folder", FOLDERS)
def test_each_folder_opens_with_a_short_readme(folder: str) -> None:
    """At most 40 lines: a title, what is controlled here, an existing `aln.` package, an existing test."""
    text = (ROOT / folder / "README.md").read_text(encoding="utf-8")
    lines = text.splitlines()
    assert len(lines) <= MOST_LINES
    assert lines[0].startswith("# ")
    assert "controlled here" in text
    # Files may be called so too: the grammar, and the project file.
    names = re.findall(r"`aln\.([a-z_.]+)`", text)
    packages = [n for n in names if not any((at / f"aln.{n}").is_file() for at in (ROOT, ROOT / folder))]
    assert packages
    for package in packages:
        path = ROOT / "aln" / package.replace(".", "/")
        assert path.is_dir() or path.with_suffix(".py").is_file(), package
    tests = re.findall(r"`(tests/[\w/]+\.py)`", text)
    assert tests
    for test in tests:
        assert (ROOT / test).is_file(), test


@pytest.mark.parametrize("folder", DOCUMENTS)
def test_controlled_folders_hold_documents_and_no_python(folder: str) -> None:
    """No Python file, and at least one controlled item beside the README."""
    files = [
        path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    assert [path for path in files if path.suffix in (".py", ".pyi")] == []
    assert [path for path in files if path.name != "README.md"]


def test_every_top_level_folder_is_known() -> None:
    """A new folder at the root is a decision: it is listed here or it is not there."""
    known = {*FOLDERS, "aln", "tools", "changelog.d"}
    derived = {"build", "dist"}
    found = {
        path.name
        for path in ROOT.iterdir()
        if path.is_dir() and not path.name.startswith((".", "__")) and not path.name.endswith(".egg-info")
    }
    assert known - found == set()
    assert found - known - derived == set()


def test_changelog_fragments_are_one_sentence_for_users() -> None:
    """Each fragment is named SLUG.KIND.md and holds one sentence: a capital, a full stop, nothing more."""
    fragments = [path for path in (ROOT / "changelog.d").iterdir() if path.name != "README.md"]
    assert fragments
    for path in fragments:
        assert re.fullmatch(rf"[a-z0-9-]+\.({'|'.join(KINDS)})\.md", path.name), path.name
        text = path.read_text(encoding="utf-8")
        assert re.fullmatch(r"[A-Z`][^\n]*[^.]\.\n", text), path.name
        assert not re.search(r"[.!?] +[A-Z]", text), path.name
        assert not re.search(r"\btests?/|\baln\.|\.py\b", text), path.name
