"""Derived copies: written from the controlled files, compared with them, and removed when those are gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.regen_copies import copy_all

ROOT = Path(__file__).parents[2]
SOURCES = {
    "manifests/schema/check-v1.json": "aln/evidence/schemas/check-v1.json",
    "checker/rules/ALN0101-unknown-name/rule.md": "aln/checker/pages/ALN0101.md",
    "verifier/obligations/claim/obligation.md": "aln/verifier/pages/claim.md",
}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for source in SOURCES:
        path = tmp_path / source
        path.parent.mkdir(parents=True)
        path.write_text(f"text of {source}", encoding="utf-8")
    (tmp_path / "checker/rules/ALN0101-unknown-name/pass.aln").write_text("not copied", encoding="utf-8")
    return tmp_path


def test_writing_makes_every_copy_and_then_nothing_is_left_to_do(tree: Path) -> None:
    """Each source lands under its name in the package; a second run and a check find nothing."""
    assert len(copy_all(tree, write=True)) == len(SOURCES)
    for source, target in SOURCES.items():
        assert (tree / target).read_bytes() == (tree / source).read_bytes()
    assert {path.relative_to(tree).as_posix() for path in (tree / "aln").rglob("*.*")} == set(
        SOURCES.values()
    )
    assert copy_all(tree, write=True) == []
    assert copy_all(tree, write=False) == []


def test_checking_names_what_is_missing_changed_or_left_over_and_writes_nothing(tree: Path) -> None:
    """Every kind of difference is one line, and the tree stays as it was."""
    lines = copy_all(tree, write=False)
    assert len(lines) == len(SOURCES) and all("is missing" in line for line in lines)
    assert not (tree / "aln").exists()

    copy_all(tree, write=True)
    (tree / "aln/checker/pages/ALN0101.md").write_text("edited by hand", encoding="utf-8")
    (tree / "aln/checker/pages/ALN0999.md").write_text("left over", encoding="utf-8")
    lines = copy_all(tree, write=False)
    assert [line.partition(":")[0] for line in lines] == [
        "aln/checker/pages/ALN0999.md",
        "aln/checker/pages/ALN0101.md",
    ]
    assert (tree / "aln/checker/pages/ALN0101.md").read_text(encoding="utf-8") == "edited by hand"
    assert (tree / "aln/checker/pages/ALN0999.md").exists()

    copy_all(tree, write=True)
    assert not (tree / "aln/checker/pages/ALN0999.md").exists()
    assert copy_all(tree, write=False) == []


def test_two_sources_for_one_name_are_refused(tree: Path) -> None:
    """Two rule folders with one code would overwrite each other's page."""
    other = tree / "checker/rules/ALN0101-other/rule.md"
    other.parent.mkdir()
    other.write_text("other", encoding="utf-8")
    with pytest.raises(ValueError, match=r"ALN0101\.md"):
        copy_all(tree, write=True)


def test_the_copies_of_this_tree_are_up_to_date() -> None:
    """What the package carries is what the controlled folders say."""
    assert copy_all(ROOT, write=False) == []
