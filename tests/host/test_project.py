"""The project file."""

from __future__ import annotations

from pathlib import Path

import pytest

from aln.diagnostics import AlnError
from aln.host import project


def test_without_a_file_the_folder_is_the_project(tmp_path: Path) -> None:
    """No project file: every source below the folder, and the usual output."""
    found = project.find(tmp_path)
    assert (found.root, found.sources, found.out, found.targets) == (
        tmp_path, (tmp_path,), tmp_path / "generated", (),
    )  # fmt: skip


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """The file is looked for from the folder upwards; paths in it start where it stands."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "aln.toml").write_text('[project]\nname = "far"\n', encoding="utf-8")
    (tmp_path / "a" / "aln.toml").write_text(
        '[project]\nname = "near"\nsources = ["x", "y"]\n[build]\nout = "made"\ntargets = ["sql"]\n',
        encoding="utf-8",
    )
    root = tmp_path / "a"
    found = project.find(root / "b")
    assert found == project.Project(root, "near", (root / "x", root / "y"), root / "made", ("sql",))


def test_what_is_left_out_has_a_value(tmp_path: Path) -> None:
    """An empty project file is a project with the name of its folder."""
    (tmp_path / "aln.toml").write_text("", encoding="utf-8")
    assert project.find(tmp_path) == project.Project(
        tmp_path, tmp_path.name, (tmp_path,), tmp_path / "generated", ()
    )


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"[project]\nname = '\xff'\n", 1),
        (b"[project]\n\nname = ''\n", 3),
        (b"[build]\ntarget = ['sql']\n", 2),
        (b"[build]\ntargets = ['sql', 3]\n", 2),
        (b"[build]\nout = 'a\nb'\n", 2),
        (b"a = " + b"[" * 5000, 1),
        (b"[project]\nname =", 2),
    ],
)
def test_a_fault_has_its_line(tmp_path: Path, data: bytes, line: int) -> None:
    """Whatever is wrong is reported with exit code 2 at its line, with what to write instead."""
    (tmp_path / "aln.toml").write_bytes(data)
    with pytest.raises(AlnError) as fault:
        project.find(tmp_path)
    diagnostic = fault.value.diagnostic
    assert (fault.value.exit_code, diagnostic.code, diagnostic.span.line) == (2, "ALN1004", line)
    assert diagnostic.help
