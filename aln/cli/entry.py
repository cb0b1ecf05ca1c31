"""The command `aln`: from arguments to an exit code; whatever happens, a message and never a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aln.cli.results import Failed

__all__ = ["main"]

_VERBS = frozenset({"new", "fmt", "check", "explain", "prove", "build", "gate", "db"})
_RECURSION = 20_000  # trees are at most some hundred deep (aln.syntax), and solvers' terms a few times that


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with the arguments given, else those of the process; gives its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:  # no library is loaded for this
        from aln import __version__

        print(f"aln {__version__}")  # noqa: T201
        return 0
    sys.setrecursionlimit(max(sys.getrecursionlimit(), _RECURSION))
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # an old terminal must not stop a verdict
    try:
        code = _run(given)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader has enough. What it did not read cannot be called good.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 3
    return code


def _run(given: list[str]) -> int:
    from aln.cli.results import Failed, Unsound
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
    except BrokenPipeError:
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
            failed = _failed(
                verb, "ALN1001", usage, f"`aln {verb} --help`" if verb != "aln" else "`aln --help`"
            )
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


def _usage(error: Exception) -> str | None:
    """The message of an error of usage, as the command-line library words it, in this project's manner."""
    import typer

    if not isinstance(error, typer.BadParameter.__mro__[2]):
        return None
    says = str(getattr(error, "format_message", lambda: error)()).strip().rstrip(".").replace("'", "`")
    return (says[:1].lower() + says[1:]) or "this is not a command"


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
