"""Machines that need guesses, and what is asked about them."""

from __future__ import annotations

from pathlib import Path

from aln.verifier.machines.candidates import candidates
from aln.verifier.machines.spacer import Task, tasks
from aln.verifier.obligation import Obligation
from tests.verifier.machines import group, machine_of, text_of

BODY = (
    "state x : Count = 0; state y : Count = 0; next x = if present(up) and up then min(x + 1, 5) else x;"
    'next y = if x == 7 then 9 else 0; claim C : "y stays zero." always y <= 0;'
)

SYSTEMS = Path(__file__).parents[2] / "verifier" / "systems"


def guessed() -> list[Obligation]:
    """The obligations of a machine that is proved with what Spacer guesses, and not before."""
    return group((SYSTEMS / "counter_by_2.aln").read_text(encoding="utf-8"))


def apart(y: str, claims: str = "") -> list[Obligation]:
    """Those of a machine of two parts: one counts to five, and of the other `y` is what comes next."""
    counts = "state x : Count = 0; next x = if x < 5 then x + 1 else x;"
    return group(text_of(f"{counts} state y : Count = 0; next y = {y}; {claims}"))


def portfolio() -> list[Task]:
    """What the configurations of Spacer are asked about one machine."""
    machine = machine_of(group(text_of(BODY)))
    found = candidates(machine)
    goals, ranges = [c for c in found if c.name == "C"], [c for c in found if c.role == "range"]
    (asked,) = tasks(machine, goals, ranges, 2_000_000)
    return asked
