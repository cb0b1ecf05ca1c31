"""Whatever the input, the front of the compiler answers: with a tree, with diagnostics, or both; within limits."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.syntax.fuzz import ANSWERS, KINDS, made

ROOT = Path(__file__).resolve().parents[2]
COUNT = 100_000 if os.environ.get("ALN_LONG") == "1" else 3_000


def test_every_input_gets_an_answer() -> None:
    """Bytes, soup, sentences, mutations, nesting, numbers, odd characters, words as names: none is without an answer.

    In a process of its own, with limits of memory and of processor time for each input, each goes through decode,
    parse, format, check and, where it is sound, lowering. Nothing is raised; every diagnostic has a place, a cause
    and a help; what is accepted is the same tree, with the same findings, once it is formatted.
    """
    command = [sys.executable, "-m", "tests.syntax.fuzz", "0", str(COUNT)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout[-6_000:] + run.stderr[-2_000:]
    counts = dict(re.findall(r"(\w+)=(\d+)", run.stdout))
    assert sum(int(counts[answer]) for answer in ANSWERS) == COUNT
    assert all(int(counts[answer]) >= COUNT // 100 for answer in ANSWERS), counts


def test_an_input_is_decided_by_its_number() -> None:
    """The same number gives the same input, so that what a run reports can be looked at; all kinds occur."""
    first = [made(number) for number in range(200)]
    assert first == [made(number) for number in range(200)]
    assert {kind for kind, _ in first} == set(KINDS)
