"""PostgreSQL: guards as ranges, CHECKs and triggers, and their reading back.

Takes: core guards and immutable entities. Gives: one forward-only script each, for PostgreSQL 18, and what it means, in core;
`read_check` and `read_check_pg` say when a row passes any CHECK, NULL included. Never: connects, applies, or holds a
machine. Reading scripts needs pglast (`aln[db]`); `read_check` needs the core install only.
"""

from __future__ import annotations

from aln.backends.interface import Header, ReadGuard, Unsupported
from aln.backends.sql.immutable import print_immutable
from aln.backends.sql.printer import print_guard
from aln.backends.sql.read_check import read_check
from aln.backends.sql.read_expression import read_check_pg
from aln.backends.sql.read_immutable import read_immutable
from aln.backends.sql.reader import read_guard
from aln.core.ir import Guard, Immutable, Machine

__all__ = [
    "SQL",
    "print_guard",
    "print_immutable",
    "read_check",
    "read_check_pg",
    "read_guard",
    "read_immutable",
]


class _Sql:
    """The target: `print_guard` raises `Unsupported`, `read_guard` raises `Unreadable`."""

    name = "sql"
    suffix = ".sql"
    complete_relations = True

    def print_guard(self, guard: Guard, header: Header) -> str:
        """The script of a guard. Raises `Unsupported` for what PostgreSQL cannot hold exactly."""
        return print_guard(guard, header)

    def read_guard(self, text: str) -> ReadGuard:
        """The guard that a script means. In it `given` of a list is `given` of the list's owner: relations are complete."""
        return read_guard(text)

    def print_immutable(self, item: Immutable, header: Header) -> str:
        """The script that refuses every change of an entity's stored rows."""
        return print_immutable(item, header)

    def read_immutable(self, text: str) -> Immutable:
        """The entity that a script makes immutable."""
        return read_immutable(text)

    def print_machine(self, machine: Machine, header: Header) -> str:
        """Always raises `Unsupported`."""
        raise Unsupported(f"SQL holds rules of stored rows, not the machine `{machine.name}`")

    def read_machine(self, text: str) -> Machine:
        """Always raises `Unsupported`."""
        raise Unsupported("SQL holds rules of stored rows, not machines")


SQL = _Sql()
