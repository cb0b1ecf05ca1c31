"""The command `aln`: from arguments to an exit code; whatever happens, a message and never a traceback."""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aln.cli.results import Failed

__all__ = ["main"]

_VERBS = frozenset(
    {"new", "fmt", "check", "explain", "prove", "compare", "test", "run", "draw", "build", "gate", "db"}
)
_RECURSION = 20_000  # trees are at most some hundred deep (aln.syntax), and solvers' terms a few times that


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments given, else those of the process; gives its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:  # no library is loaded for this
        from aln import __version__

        print(f"aln {__version__}")  # noqa: T201
        return 0
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _RECURSION))
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by whoever started the command; the exit code still tells
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115
        if hasattr(getattr(sys, name), "reconfigure"):
            getattr(sys, name).reconfigure(
                errors="backslashreplace"
            )  # an old terminal must not stop a verdict
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard()
        return 3  # the reader has enough, and what it did not read cannot be called good
    except OSError as error:
        _discard()
        says = f"cannot write the result: {(error.strerror or 'unknown cause').lower()}"
        failed = _failed("aln", "ALN1003", says, "send it somewhere that can be written")
        with contextlib.suppress(OSError):
            _emit(failed, [])
        return failed.exit_code
    return code


def _discard() -> None:
    """What is still to be written to standard output goes nowhere, so that ending does not fail again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(given: list[str]) -> int:
    from aln.cli.results import Failed, Unsound, Unwritten
    from aln.diagnostics import AlnError

    verb = next((word for word in given if word in _VERBS), "aln")
    try:
        return _typer(given)
    except Unsound as fault:
        failed = Failed(verb, fault.diagnostics, fault.sources)
    except AlnError as fault:
        failed = Failed(verb, (fault.diagnostic,), {}, fault.exit_code)
    except KeyboardInterrupt:
        failed = _failed(verb, "ALN1001", "stopped by Ctrl-C; nothing was written", "run it again", 3)
    except (BrokenPipeError, Unwritten):
        raise
    except RecursionError:
        says = "the text is nested too deep to be worked on"
        failed = _failed(verb, "ALN1006", says, "name the parts: constants, policies, `let`")
    except MemoryError:
        failed = _failed(verb, "ALN1006", "there is not enough memory", "work on fewer files at a time")
    except Exception as error:
        if os.environ.get("ALN_DEBUG"):
            raise
        usage = _usage(error)
        if usage is not None:
            says, near = usage
            every = (
                f"`aln {verb} --help`"
                if verb != "aln"
                else f"the commands are {', '.join(sorted(_VERBS))}: see `aln --help`"
            )
            failed = _failed(verb, "ALN1001", says, near or every)
        else:
            says = f"internal error: {' '.join(str(error).split())[:200] or 'no details'}; please report it"
            failed = _failed(
                verb, "ALN1006", says, "run it again with ALN_DEBUG=1 in the environment for details"
            )
    _emit(failed, given)
    return failed.exit_code


def _typer(given: list[str]) -> int:
    import typer

    from aln.cli.app import app

    code = typer.main.get_command(app).main(given, "aln", standalone_mode=False)
    if code == 130:  # how the library reports Ctrl-C
        raise KeyboardInterrupt
    return code if isinstance(code, int) else 0


def _usage(error: Exception) -> tuple[str, str] | None:
    """Message and help of an error of usage, as the command-line library words it, in this project's manner."""
    import typer

    if not isinstance(error, typer.BadParameter.__mro__[2]):
        return None
    says = str(getattr(error, "format_message", lambda: error)()).strip().replace("'", "`")
    says, _, near = says.partition(" Did you mean ")
    says = re.sub(r", unable to parse .*$", "", says.rstrip("."))
    says = says.replace(": Value error, ", ": ").replace(": Input should be ", ": it is not ")
    return (says[:1].lower() + says[1:]) or "this is not a command", f"did you mean {near}" if near else ""


def _failed(verb: str, code: str, message: str, help: str, exit_code: int = 2) -> Failed:
    from aln.cli.results import Failed
    from aln.diagnostics import Diagnostic, Span

    return Failed(verb, (Diagnostic(code, Span("", 0, 0), message, help),), {}, exit_code)


def _emit(failed: Failed, given: list[str]) -> None:
    from aln.cli.results import Formats, emit

    wanted = "text"
    for word, after in zip(given, [*given[1:], ""], strict=False):
        if word == "--format":
            wanted = after
        elif word.startswith("--format="):
            wanted = word.partition("=")[2]
    emit(failed, Formats(wanted) if wanted in {f.value for f in Formats} else Formats.text)
