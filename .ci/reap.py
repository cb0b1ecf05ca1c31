"""Run a command and see that it leaves no process behind: `reap.py COMMAND [ARGUMENT...]`.

Exits with the command's code. Whatever the command started and did not end is listed, ended, and turns
success into 1: a leaked server is a fault of the test that started it. Needs Linux to see orphans
(prctl(2), PR_SET_CHILD_SUBREAPER); elsewhere it only runs the command.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
GRACE_SECONDS = 3.0


def adopt_orphans() -> bool:
    """Make this process the parent of every orphan below it; false where the system has no such call."""
    if not sys.platform.startswith("linux"):
        return False
    return ctypes.CDLL(None, use_errno=True).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) == 0


def children() -> dict[int, str]:
    """Living direct children of this process: process id to command line."""
    found: dict[int, str] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # The name is in parentheses and may hold any character, so split after the last one.
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            command = (stat.parent / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if int(parent) == os.getpid() and state != "Z":
            found[int(stat.parent.name)] = command.strip() or stat.parent.name
    return found


def collect_zombies() -> None:
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def end(sent: int, patience: float) -> dict[int, str]:
    """Signal every child, and give the children that still live after `patience` seconds."""
    for process in children():
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, sent)
    deadline = time.monotonic() + patience
    while children() and time.monotonic() < deadline:
        collect_zombies()
        time.sleep(0.1)
    collect_zombies()
    return children()


def main(command: list[str]) -> int:
    adopted = adopt_orphans()
    code = subprocess.call(command)
    if not adopted:
        return code
    # A process that is already on its way out is no leak.
    deadline = time.monotonic() + GRACE_SECONDS
    while children() and time.monotonic() < deadline:
        collect_zombies()
        time.sleep(0.1)
    left = children()
    for process, line in left.items():
        sys.stdout.write(f"left running: {process} {line}\n")
    # Ending one process hands its children over to us, so ask until nobody is left.
    while end(signal.SIGINT, GRACE_SECONDS) and end(signal.SIGKILL, GRACE_SECONDS):
        pass
    return code or (1 if left else 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
