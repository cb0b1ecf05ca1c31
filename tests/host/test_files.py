"""Finding, reading and writing files."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Any

import pytest

from aln.diagnostics import AlnError
from aln.host import files


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def made(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("module M {\n}\n", encoding="utf-8")


def test_folders_are_searched_in_order() -> None:
    """Files of a folder in order of name, then those of its folders; hidden and generated ones never."""
    made(
        "b/x.aln",
        "b/a.aln",
        "b/note.txt",
        "b/.x.aln",
        "b/c/y.aln",
        "b/.venv/z.aln",
        "b/generated/z.aln",
        "a.aln",
    )
    found = [path.as_posix() for path in files.find([Path("b")])]
    assert found == ["b/a.aln", "b/x.aln", "b/c/y.aln"]


def test_a_file_is_found_once() -> None:
    """A file named twice, through its folder or through a link, is found once, as it was first named."""
    made("a/x.aln")
    Path("link.aln").symlink_to("a/x.aln")
    found = files.find([Path("a/x.aln"), Path("a"), Path("a/../a/x.aln"), Path("link.aln")])
    assert found == (Path("a/x.aln"),)


def test_a_named_file_is_taken_whatever_it_is_called() -> None:
    """A file that is named is taken, in a generated folder and without the usual ending too."""
    made("generated/x.aln", "x.txt")
    assert files.find([Path("generated/x.aln"), Path("x.txt")]) == (Path("generated/x.aln"), Path("x.txt"))


def test_links_in_a_circle_end() -> None:
    """A folder that holds itself through a link is searched once."""
    made("a/x.aln")
    Path("a/again").symlink_to("..", target_is_directory=True)
    assert files.find([Path("a")]) == (Path("a/x.aln"),)


def test_a_path_is_shown_from_here() -> None:
    """Paths below the current folder are shown relative to it, others whole."""
    assert files.shown(Path("a/../b.aln").absolute()) == "b.aln"
    assert files.shown(Path("/proc/x")) == "/proc/x"


def test_reading_stops_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than one byte beyond the limit is read, so that a huge file costs nothing."""
    Path("x").write_bytes(b"a" * 100)
    assert files.read(Path("x")) == b"a" * 100
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    assert files.read(Path("x")) == b"a" * 11


def test_files_are_written_with_their_folders() -> None:
    """Missing folders are made; new files get the usual mode, old ones keep theirs; no temporary file stays."""
    made("old.txt")
    Path("old.txt").chmod(0o640)
    os.umask(mask := os.umask(0))
    files.write_all({Path("new/deep/a.txt"): b"a", Path("old.txt"): b"b"})
    assert (Path("new/deep/a.txt").read_bytes(), Path("old.txt").read_bytes()) == (b"a", b"b")
    assert stat.S_IMODE(Path("old.txt").stat().st_mode) == 0o640
    assert stat.S_IMODE(Path("new/deep/a.txt").stat().st_mode) == 0o666 & ~mask
    assert sorted(p.name for p in Path().rglob("*")) == ["a.txt", "deep", "new", "old.txt"]


def test_a_link_is_written_through() -> None:
    """Writing to a link changes the file that it names; the link stays one."""
    made("real.txt")
    Path("link.txt").symlink_to("real.txt")
    files.write_all({Path("link.txt"): b"new"})
    assert Path("link.txt").is_symlink() and Path("real.txt").read_bytes() == b"new"


def test_all_or_none() -> None:
    """When one of three files cannot be written, none is: old texts and missing folders are as before."""
    made("old.txt")
    before = Path("old.txt").read_bytes()
    Path("folder").mkdir()
    with pytest.raises(AlnError) as fault:
        files.write_all({Path("old.txt"): b"x", Path("new/a.txt"): b"y", Path("folder"): b"z"})
    assert fault.value.exit_code == 2
    assert fault.value.diagnostic.span.file == "folder" and "`folder`" in fault.value.diagnostic.message
    assert Path("old.txt").read_bytes() == before
    assert sorted(p.name for p in Path().rglob("*")) == ["folder", "old.txt"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_late_failure_puts_everything_back(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """A failure, or Ctrl-C, between two replacements puts the first file back and leaves no temporary one."""
    made("a.txt")
    before = Path("a.txt").read_bytes()
    real, count = Path.replace, 0

    def fail(self: Path, target: Any) -> Path:
        nonlocal count
        count += 1
        if count == 2:
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(AlnError if isinstance(error, OSError) else KeyboardInterrupt):
        files.write_all({Path("a.txt"): b"x", Path("b.txt"): b"y"})
    assert Path("a.txt").read_bytes() == before
    assert [p.name for p in Path().iterdir()] == ["a.txt"]
