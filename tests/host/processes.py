"""What tests run in other processes, and how they count processes."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from aln.host import executor, work
from aln.verifier.obligation import Budget, Obligation, OfMachine, Verdict

linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted in /proc")


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    """Waits until something holds; fails when it never does."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it never came to hold"
        time.sleep(0.02)


def _parents() -> dict[int, tuple[int, str]]:
    """Every process: its parent and its state."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                fields = (entry / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            except OSError:
                continue
            found[int(entry.name)] = int(fields[1]), fields[0]
    return found


def children(of: int | None = None) -> set[int]:
    """The processes that a process, else this one, has started and not yet seen end."""
    own = os.getpid() if of is None else of
    return {process for process, (parent, _) in _parents().items() if parent == own}


def lives(process: int) -> bool:
    """Whether a process runs."""
    return _parents().get(process, (0, "Z"))[1] != "Z"


def watch_starts(monkeypatch: pytest.MonkeyPatch, how: Callable[[int], object]) -> None:
    """Does something to every process that an executor starts, given its number."""
    real = executor._start

    def start() -> object:
        process = real()
        how(process.pid)
        return process

    monkeypatch.setattr(executor, "_start", start)


# ── functions that are called there ──────────────────────────────────────────────────────────────────────────


def add(a: int, b: int = 0) -> int:
    return a + b


def identity() -> int:
    return os.getpid()


def depth() -> int:
    return sys.getrecursionlimit()


def fail(words: str) -> None:
    raise ValueError(words)


class Unsendable(Exception):
    """An error that cannot be made again from its pickle."""

    def __init__(self, what: str, other: str) -> None:
        super().__init__(f"{what} and {other}")


def fail_unsendably() -> None:
    raise Unsendable("this", "that")


def unsendable() -> object:
    return threading.Lock()


def print_much() -> int:
    """Writes where answers go, past Python too, and reads where questions come from."""
    print("printed" * 10_000, flush=True)
    os.write(1, b"\xff" * 100_000)
    return len(os.read(0, 100))


def end(code: int) -> None:
    os._exit(code)


def leave(code: int) -> None:
    raise SystemExit(code)


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def mark(path: Path, seconds: float = 0) -> int:
    """Says in a file which process runs it, and stays for a while."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{os.getpid()}\n")
    time.sleep(seconds)
    return os.getpid()


def marked(path: Path) -> list[int]:
    """The processes that `mark` ran in."""
    return [int(line) for line in path.read_text(encoding="utf-8").split()] if path.exists() else []


def meet(here: Path, there: Path) -> bool:
    """Whether somebody else is at the same place at the same time."""
    here.touch()
    until(there.exists)
    return True


def late(after: Path, says: str) -> str:
    """Answers once a file is there."""
    until(after.exists)
    return says


def early(before: Path, says: str) -> str:
    """Answers, and makes a file."""
    before.touch()
    return says


def nothing() -> None:
    """Answers nothing."""


class Reader:
    """Is, once it is read from its pickle, the thread that read it."""

    def __reduce__(self) -> tuple[Callable[[], int], tuple[()]]:
        return threading.get_ident, ()


def reader() -> Reader:
    return Reader()


# ── in place of `prove_unit` ─────────────────────────────────────────────────────────────────────────────────

PLACE = "ALN_TEST_PLACE"
"""Names, in the environment, a file for `mark`."""


def slow(obligations: Sequence[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
    """Never answers in time."""
    mark(Path(os.environ[PLACE]), 600)
    return []


def dying_late(obligations: Sequence[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
    """A solver that crashes once it is told what Spacer guesses."""
    if told:
        kill()
    return work.prove_unit(obligations, budget, *told)


def slow_on_y(obligations: Sequence[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
    """Never answers what is about `y`."""
    if any(isinstance(o.goal, OfMachine) and o.goal.name == "y" for o in obligations):
        time.sleep(600)
    return work.prove_unit(obligations, budget, *told)


def dying(obligations: Sequence[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
    """A solver that crashes on claims."""
    if obligations[0].kind == "claim":
        kill()
    return work.prove_unit(obligations, budget, *told)


def killing(obligations: Sequence[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
    """Kills the process that started its own: on a cluster, its worker. On claims, and each time."""
    if obligations[0].kind == "claim":
        mark(Path(os.environ[PLACE]))
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(600)
    return work.prove_unit(obligations, budget, *told)


def killing_once(obligations: Sequence[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
    """The same, the first time only."""
    path = Path(os.environ[PLACE])
    return (
        work.prove_unit(obligations, budget, *told) if marked(path) else killing(obligations, budget, *told)
    )


def crash(*_: object) -> None:
    """What a solver with a fault does."""
    os.kill(os.getpid(), signal.SIGSEGV)
