"""Targets that are right, wrong or unable at will: what `aln build` does with a backend's answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from aln.backends import Header, ReadGuard, Unreadable, Unsupported
from aln.core.build import not_
from aln.core.ir import Guard, Machine
from aln.core.show import show

Reading = Callable[[Guard], Guard]


def same(guard: Guard) -> Guard:
    return guard


def negated(guard: Guard) -> Guard:
    """Every rule means the opposite."""
    return replace(guard, rules=tuple(replace(r, condition=not_(r.condition)) for r in guard.rules))


def garbled(guard: Guard) -> Guard:
    raise Unreadable("line 3 is not of the subset", 3)


class Target:
    """Prints a guard's rules, and reads back what `reading` makes of the guard printed last."""

    suffix = ".txt"
    complete_relations = True

    def __init__(self, name: str, reading: Reading | None) -> None:
        self.name, self.reading = name, reading
        self.printed: dict[str, Guard] = {}

    def print_guard(self, guard: Guard, header: Header) -> str:
        if self.reading is None:
            raise Unsupported("a number is too wide for this target")
        text = "\n".join([guard.name, *(show(rule.condition) for rule in guard.rules), ""])
        self.printed[text] = guard
        return text

    def read_guard(self, text: str) -> ReadGuard:
        assert self.reading is not None
        return ReadGuard(self.reading(self.printed[text]), None)

    def print_machine(self, machine: Machine, header: Header) -> str:
        raise Unsupported("this target has no machines")

    def read_machine(self, text: str) -> Machine:
        raise Unreadable("this target has no machines")
