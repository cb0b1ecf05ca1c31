"""A whole checked module → core, with what core cannot carry named instead of guessed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from aln.checker.check import CheckedModule
from aln.core.ir import Claim, CoreModule, Example, Forbidden, Guard, Immutable, Machine
from aln.diagnostics import Diagnostic
from aln.lower.bundle import compositions, forbidden
from aln.lower.examples import examples, table_rows
from aln.lower.machine import lower_machine
from aln.lower.policy import claim, guard, refinements, tree_guards
from aln.lower.reads import Unsupported
from aln.syntax import tree as t

X = TypeVar("X")
Declared = TypeVar("Declared")


def lower(checked: CheckedModule) -> CoreModule:
    """Lower every declaration of a sound module."""
    missing: list[tuple[str, str, Diagnostic]] = []

    def attempt(kind: str, item: Declared, make: Callable[[CheckedModule, Declared], X]) -> list[X]:
        try:
            return [make(checked, item)]
        except Unsupported as why:
            missing.append((kind, getattr(item, "name", ""), why.diagnostic))
            return []

    guards: list[Guard] = []
    machines: list[Machine] = []
    claims: list[Claim] = []
    judged: list[Example] = []
    kept: list[Immutable] = []
    granted: list[Forbidden] = []
    for item in checked.module.items:
        if isinstance(item, t.Policy):
            guards += attempt("policy", item, guard)
        elif isinstance(item, t.BehaviorTree):
            guards += [g for found in attempt("behavior_tree", item, tree_guards) for g in found]
        elif isinstance(item, t.BehaviorGraph):
            if item.name not in checked.model.machines:
                why = "this graph has no meaning over time: its findings say why"
                help = "run `aln check` and mend its nodes and steps"
                missing.append(("behavior_graph", item.name, Diagnostic("ALN0701", item.span, why, help)))
        elif isinstance(item, t.Machine):
            machines += attempt("machine", item, lower_machine)
        elif isinstance(item, t.Claim):
            claims += attempt("claim", item, claim)
        elif isinstance(item, t.Refines):
            claims += [c for found in attempt("claim", item, refinements) for c in found]
        elif isinstance(item, t.Bundle):
            claims += [c for found in attempt("bundle", item, compositions) for c in found]
            granted += forbidden(checked, item)
        elif isinstance(item, t.Entity) and item.immutable:
            kept.append(Immutable(item.name, checked.model.entities[item.name].table))
        elif isinstance(item, t.Test):
            judged += [e for found in attempt("test", item, examples) for e in found]
    for item in checked.module.items:
        if isinstance(item, t.Table):
            judged += table_rows(checked, item, guards)
    model = checked.model
    texts = {
        n: v.value for n in model.constants if isinstance(v := model.constant(model.constants[n]), t.String)
    }
    return CoreModule(
        checked.module.name,
        model.short_name,
        checked.module.span.file,
        tuple(guards),
        tuple(machines),
        tuple(claims),
        tuple(judged),
        {
            i.name: i.span
            for i in checked.module.items
            if isinstance(i, t.Policy | t.BehaviorTree | t.Machine)
        },
        texts,
        {name: type(link).__name__.lower() for name, link in model.links.items()},
        tuple(missing),
        tuple(kept),
        tuple(granted),
    )
