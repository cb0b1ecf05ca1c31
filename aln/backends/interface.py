"""The joint between core and every target: what is printed, what reading back gives, and how both refuse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from aln.core.ir import Expr, Guard, Immutable, Machine


class Unsupported(Exception):
    """The target cannot hold this guard or machine (a number too wide, a relation, …); the message says why."""


class Unreadable(Exception):
    """The text is not of the subset that the printer emits. A mutant that cannot be read is never shipped."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line


@dataclass(frozen=True, slots=True)
class Header:
    """What the first lines of an artefact say: where it came from and what was proved. Nothing that changes by itself."""

    source: str
    module: str
    policy_id: str
    policy_version: str
    digest: str


@dataclass(frozen=True, slots=True)
class ReadGuard:
    """A guard read back: its records (how they are reached, fields, ranges), its rules with the message table,
    and `decision`, the fast boolean form where the target has one (None: the conjunction of the rules)."""

    guard: Guard
    decision: Expr | None


class Target(Protocol):
    """One target language. `complete_relations`: it sees every stored element (SQL), so no list is withheld."""

    name: str
    suffix: str
    complete_relations: bool

    def print_guard(self, guard: Guard, header: Header) -> str:
        """The artefact's text. Raises `Unsupported`."""

    def read_guard(self, text: str) -> ReadGuard:
        """The guard that the text means, from the text alone. Raises `Unreadable`."""

    def print_machine(self, machine: Machine, header: Header) -> str: ...

    def read_machine(self, text: str) -> Machine: ...


@runtime_checkable
class Stores(Protocol):
    """A target that holds stored rows, and can keep those of an entity from every change."""

    def print_immutable(self, item: Immutable, header: Header) -> str:
        """The artefact's text. Raises `Unsupported`."""

    def read_immutable(self, text: str) -> Immutable:
        """The entity that the text keeps, from the text alone. Raises `Unreadable`."""
