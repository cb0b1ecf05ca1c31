"""Core → target text, and back: each target is a printer and a reader for the exact subset that it prints.

Takes: core guards and machines. Gives: artefacts as text, and what reading them back means, in core again.
Never: imports anything earlier than core, knows a solver, writes a file. What a target cannot hold is
`Unsupported`; what a reader does not know is `Unreadable`: both fail closed.
"""

from __future__ import annotations

from aln.backends.interface import Header, ReadGuard, Stores, Target, Unreadable, Unsupported

__all__ = ["TARGETS", "Header", "ReadGuard", "Stores", "Target", "Unreadable", "Unsupported", "target"]

TARGETS = ("python", "sql")


def target(name: str) -> Target:
    """The target of that name, loaded when it is asked for. Raises KeyError for a name not in `TARGETS`."""
    if name == "python":
        from aln.backends.python import PYTHON

        return PYTHON
    if name == "sql":
        from aln.backends.sql import SQL

        return SQL
    raise KeyError(name)
