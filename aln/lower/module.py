"""A whole checked module → core, with what core cannot carry named instead of guessed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from aln.checker.check import CheckedModule
from aln.core.ir import Guard, Machine
from aln.diagnostics import Diagnostic
from aln.lower.examples import Example, examples
from aln.lower.machine import lower_machine
from aln.lower.policy import CoreClaim, claim, guard, tree_guards
from aln.lower.reads import Unsupported
from aln.syntax import tree as t

X = TypeVar("X")
I = TypeVar("I")


@dataclass(frozen=True, slots=True)
class CoreModule:
    """What a module means: the guards, machines, claims and examples it declares.

    `unsupported` names what has no meaning in core (its construct, its name, and why): it is never proved.
    """

    name: str
    checked: CheckedModule
    guards: tuple[Guard, ...]
    machines: tuple[Machine, ...]
    claims: tuple[CoreClaim, ...]
    examples: tuple[Example, ...]
    unsupported: tuple[tuple[str, str, Diagnostic], ...]

    @property
    def short_name(self) -> str:
        return self.checked.model.short_name


def lower(checked: CheckedModule) -> CoreModule:
    """Lower every declaration of a sound module."""
    missing: list[tuple[str, str, Diagnostic]] = []

    def attempt(kind: str, item: I, make: Callable[[CheckedModule, I], X]) -> list[X]:
        try:
            return [make(checked, item)]
        except Unsupported as why:
            missing.append((kind, getattr(item, "name", ""), why.diagnostic))
            return []

    guards: list[Guard] = []
    machines: list[Machine] = []
    claims: list[CoreClaim] = []
    judged: list[Example] = []
    for item in checked.module.items:
        if isinstance(item, t.Policy):
            guards += attempt("policy", item, guard)
        elif isinstance(item, t.BehaviorTree):
            guards += [g for found in attempt("behavior_tree", item, tree_guards) for g in found]
        elif isinstance(item, t.Machine):
            machines += attempt("machine", item, lower_machine)
        elif isinstance(item, t.Claim):
            claims += attempt("claim", item, claim)
        elif isinstance(item, t.Test):
            judged += [e for found in attempt("test", item, examples) for e in found]
    return CoreModule(
        checked.module.name,
        checked,
        tuple(guards),
        tuple(machines),
        tuple(claims),
        tuple(judged),
        tuple(missing),
    )
