"""What a machine is to satisfy, as candidates for one joint induction.

A candidate speaks of one tick: its parameters, state before, inputs and definitions. Every declared range is one:
lowering folds what a declared range already decides, so nothing about a machine is proved unless all of them are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from aln.core.build import TRUE, not_
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, Expr, Machine, Type
from aln.core.show import show, show_type

Role = Literal["range", "initial", "assignment", "lemma", "claim", "never", "auxiliary"]
RANGES: tuple[Role, ...] = ("range", "initial", "assignment")


@dataclass(frozen=True, slots=True)
class Candidate:
    """In every tick (`initial`: in tick 0) `given` is true and `value` lies in `type`; a property is its `given`.

    `name` is what an obligation calls it; `key` tells it from the machine's other candidates.
    """

    key: str
    name: str
    role: Role
    given: Expr
    value: Expr | None = None
    type: Type = BOOL

    def holds(self, env: Mapping[str, Any]) -> bool:
        """The candidate in one tick's values, by the evaluator."""
        if not evaluate(self.given, env):
            return False
        return self.value is None or self.type.holds(evaluate(self.value, env))

    @property
    def text(self) -> str:
        if self.value is None:
            return f"{self.name}: {show(self.given)}"
        known = "" if self.given is TRUE else f"{show(self.given)} and "
        when = "at the start " if self.role == "initial" else ""
        return f"{self.name}: {when}{known}{show(self.value)} in {show_type(self.type)}"


def candidates(machine: Machine) -> tuple[Candidate, ...]:
    """Declared ranges of states, assignments, and the properties of every tick, in the order of the machine."""
    from aln.core.build import var

    out = [
        Candidate(f"range {s.name}", s.name, "range", TRUE, var(s.name, s.type), s.type)
        for s in machine.states
    ]
    for n, a in enumerate(machine.assignments):
        role: Role = "initial" if a.initial else "assignment"
        out.append(Candidate(f"{role} {a.name} {n}", a.name, role, a.given, a.value, a.type))
    for p in machine.properties:
        if p.form == "always":
            role = "lemma" if p.lemma else "claim"
            out.append(Candidate(f"{role} {p.name}", p.name, role, p.formula))
    return tuple(out)


def never(e: Expr) -> Candidate:
    """That something is true in no tick. INVARIANT: two of one key say the same, so that it is searched for once."""
    return Candidate(f"never {show(e)}", "never", "never", not_(e))


def guess(e: Expr) -> Candidate:
    """Something that may be true of every tick. INVARIANT: two guesses of one key say the same."""
    return Candidate(f"auxiliary {show(e)}", "auxiliary", "auxiliary", e)
