"""Two versions of a machine: the same interface, and each value of a tick proved the same, or what differs.

Takes two machines of core; gives *equal* with a proof, *differs* with what does, or *unknown*. Values of a tick are
compared in terms of those before it, whatever the state: two machines may differ here and yet never in a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

from aln.core.ir import Expr, Field, Machine
from aln.core.show import show_type
from aln.core.slice import reads, runtime
from aln.diagnostics import NOWHERE
from aln.verifier.obligation import Budget, Evidence, Obligation, Same
from aln.verifier.obligations import tick_scope
from aln.verifier.prove import prove

__all__ = ["MachineComparison", "compare_machines"]


@dataclass(frozen=True, slots=True)
class MachineComparison:
    """`differences` in words, with the values of a tick (`shown`) where one was found by a solver."""

    verdict: Literal["equal", "differs", "unknown"]
    differences: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    reason: str = ""
    evidence: Evidence = ""


def compare_machines(old: Machine, new: Machine, budget: Budget | None = None) -> MachineComparison:
    """What runs of the two: claims and lemmas are not part of it."""
    a, c = runtime(old), replace(runtime(new), module=old.module)
    found = tuple(_form(a, c))
    if found:
        return MachineComparison("differs", found)
    pairs = _pairs(a, c)
    if all(x is y for _, x, y in pairs):
        return MachineComparison("equal")
    asked = Obligation(
        f"compare/{new.name}", "backend-equal", "", new.module, NOWHERE, Same(tick_scope(a), tuple(pairs))
    )
    (verdict,) = prove([asked], budget)
    if verdict.status == "proved":
        return MachineComparison("equal", evidence=verdict.evidence)
    counter = verdict.counterexample
    if counter is None:
        return MachineComparison("unknown", reason=verdict.reason)
    name, _, values = counter.says.partition(": ")
    values = values.replace("the policy gives ", "was ").replace("the artefact ", "is ")
    read = frozenset[str]().union(*(reads(x, y) for n, x, y in pairs if n == name))
    shown = tuple(line for line in counter.shown if line.partition(" ")[0] in read)
    return MachineComparison("differs", (f"`{name}` {values}",), shown)


def _pairs(a: Machine, c: Machine) -> list[tuple[str, Expr, Expr]]:
    return [
        *((f"initial {s.name}", s.initial, r.initial) for s, r in zip(a.states, c.states, strict=True)),
        *((d.name, d.value, r.value) for d, r in zip(a.definitions, c.definitions, strict=True)),
        *((x.id, x.condition, y.condition) for x, y in zip(a.assumption, c.assumption, strict=True)),
    ]


def _form(a: Machine, c: Machine) -> Iterator[str]:
    if a.period_us != c.period_us:
        yield f"its period is {c.period_us} µs, and was {a.period_us} µs"
    if (a.parameter_entity, a.parameter_name) != (c.parameter_entity, c.parameter_name):
        yield "its parameters are another record"
    yield from _fields("parameter", a.parameters, c.parameters)
    yield from _fields("input", a.inputs, c.inputs)
    yield from _fields("output", a.outputs, c.outputs)
    yield from _fields("state", *([Field(s.name, s.type) for s in m.states] for m in (a, c)))
    if a.signals != c.signals:
        yield "its inputs are bound to other signals"
    if [r.id for r in a.assumption] != [r.id for r in c.assumption]:
        yield "its parameters are held to other rules"
    if [s.next for s in a.states] != [s.next for s in c.states]:
        yield "its states are computed otherwise"
    if [d.name for d in a.definitions] != [d.name for d in c.definitions]:
        yield "its values of a tick have other names or another order"
    # INVARIANT: a part of a machine that nothing above compares is the same text, or the machines differ.
    for part in fields(Machine):
        if part.name not in _COMPARED and getattr(a, part.name) != getattr(c, part.name):
            yield f"its {part.name.replace('_', ' ')} differ"


# What `_form` and `_pairs` compare, and what does not run.
_COMPARED = frozenset(
    (
        "module", "name", "period_us", "parameters", "parameter_entity", "parameter_name", "assumption", "inputs",
        "states", "definitions", "outputs", "assignments", "properties", "signals",
    )
)  # fmt: skip


def _fields(what: str, old: Sequence[Field], new: Sequence[Field]) -> Iterator[str]:
    mine, theirs = {f.name: f for f in old}, {f.name: f for f in new}
    for name in dict.fromkeys((*mine, *theirs)):
        if name not in theirs:
            yield f"the {what} `{name}` is gone"
        elif name not in mine:
            yield f"the {what} `{name}` is new"
        elif (was := _domain(mine[name])) != (now := _domain(theirs[name])):
            yield f"the {what} `{name}` is {now}, and was {was}"
        elif mine[name].type.grain != theirs[name].type.grain:
            yield f"the {what} `{name}` is counted otherwise"
    if [n for n in mine if n in theirs] != [n for n in theirs if n in mine]:
        yield f"its {what}s have another order"


def _domain(f: Field) -> str:
    return show_type(f.type) + (" or missing" if f.optional else "")
