"""Core → Python 3.11, and back.

Takes: a core guard or machine, and a header. Gives: the text of one module that needs the standard library only,
typed and documented; and from such a text, by `ast` alone, the guard or machine that it means. Never: runs
what it reads, or reads what the printer does not emit.
"""

from __future__ import annotations

from aln.backends.interface import Header, ReadGuard, Target
from aln.backends.python.machine import print_machine
from aln.backends.python.machine_reader import read_machine
from aln.backends.python.printer import print_guard
from aln.backends.python.reader import read_guard, read_header
from aln.core.ir import Guard, Machine

__all__ = ["PYTHON", "Python", "print_guard", "print_machine", "read_guard", "read_header", "read_machine"]


class Python:
    """The target language Python."""

    name = "python"
    suffix = ".py"
    # A caller hands over the elements, and says whether they are all.
    complete_relations = False

    def print_guard(self, guard: Guard, header: Header) -> str:
        return print_guard(guard, header)

    def read_guard(self, text: str) -> ReadGuard:
        return read_guard(text)

    def print_machine(self, machine: Machine, header: Header) -> str:
        return print_machine(machine, header)

    def read_machine(self, text: str) -> Machine:
        return read_machine(text)


PYTHON: Target = Python()
