"""Start-up as a user feels it: whole processes."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence

from bench.measure import Row, alone


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


def rows() -> Sequence[Row]:
    return [
        alone(
            "aln --version",
            lambda: _run("-m", "aln", "--version"),
            0.12,
            "python -c pass",
            lambda: _run("-c", "pass"),
            clock=time.perf_counter,
        )
    ]
