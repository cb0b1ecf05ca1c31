"""Questions about a machine as a whole: its formulas, whether its ticks can be encoded, whether `init` accepts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Machine, walk
from aln.core.slice import reads


def formulas(machine: Machine) -> tuple[Expr, ...]:
    """Every expression of a machine."""
    return (
        *(r.condition for r in machine.assumption),
        *(s.initial for s in machine.states),
        *(d.value for d in machine.definitions),
        *(e for w in machine.windows for e in (w.given, w.value)),
        *(e for a in machine.assignments for e in (a.given, a.value)),
        *(e for p in machine.properties for e in (p.formula, *p.about)),
    )


def unsupported(machine: Machine) -> str:
    """Why the ticks of this machine cannot be encoded; empty where they can."""
    fields = {f.name for f in (*machine.parameters, *machine.inputs)}
    named = [*(x.name for part in (machine.parameters, machine.inputs, machine.states) for x in part)]
    named += [d.name for d in machine.definitions]
    named += [n for w in machine.windows for n in (w.name, *(f.name for f in w.fields))]
    known = set(named)
    if len(named) != len(known):
        return "two values of the machine have one name"
    for formula in formulas(machine):
        for e in walk(formula):
            if e.kind == "each":
                return f"`{e.value}` is a list, and a machine reads single values"
            if e.kind in ("var", "given") and e.name not in known:
                return f"`{e.name}` is not a parameter, input, state or value of the machine"
            if e.kind == "given" and e.name not in fields:
                return f"the presence of `{e.name}` is read, and only parameters and inputs may be missing"
            if e.kind == "mentions" and e.args[0].name not in fields:
                return "`mentions` reads a text that is neither a parameter nor an input"
            if e.name == "eq" and e.args[0].type.sort == "text" and all(a.kind != "const" for a in e.args):
                return "two texts are compared, and a machine compares a text with a literal only"
    for name, ty in (
        *((s.name, s.type) for s in machine.states),
        *((d.name, d.value.type) for d in machine.definitions),
    ):
        if ty.sort == "text":
            return f"`{name}` is a text, and a machine keeps and computes no texts"
    if not {n for s in machine.states for n in reads(s.initial)} <= {f.name for f in machine.parameters}:
        return "an initial value reads more than parameters"
    return ""


def valid_parameters(machine: Machine, parameters: Mapping[str, Any]) -> bool:
    """Whether `init` accepts these parameters: each in its domain, every rule of the assumption true."""
    for field in machine.parameters:
        value = parameters.get(field.name)
        if not (field.optional if value is None else field.type.holds(value)):
            return False
    return all(evaluate(r.condition, parameters) for r in machine.assumption)
