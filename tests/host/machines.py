"""Machines that need guesses, and what is asked about them."""

from __future__ import annotations

from aln.verifier.candidates import candidates
from aln.verifier.spacer import Task, tasks
from tests.verifier.machines import group, machine_of, text_of

BODY = (
    "state x : Count = 0; state y : Count = 0; next x = if present(up) and up then min(x + 1, 5) else x;"
    'next y = if x == 7 then 9 else 0; claim C : "y stays zero." always y <= 0;'
)


def portfolio() -> list[Task]:
    """What the configurations of Spacer are asked about one machine."""
    machine = machine_of(group(text_of(BODY)))
    found = candidates(machine)
    goals, ranges = [c for c in found if c.name == "C"], [c for c in found if c.role == "range"]
    return tasks(machine, goals, ranges, 2_000_000)
