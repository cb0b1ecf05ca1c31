"""Runs of a machine as people read them: parameters above, one aligned row a tick."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from aln.core.ir import ONE, Expr, Machine, Type
from aln.core.slice import cone, reads
from aln.verifier.machines.candidates import Candidate
from aln.verifier.show import interval, literal, plain

LONG = 48
"""A longer run is shown without the rows in which nothing happens but time."""


MADE = {"held": "ticks held before", "since": "ticks since it was so", "waited": "ticks waited"}
"""What lowering counts by itself, `held.3` and the like, in words."""


def label(name: str) -> str:
    """A value of a tick as an author would call it: `next rate` for the definition `rate.next`."""
    stem = name.removesuffix(".next")
    head, _, tail = stem.rpartition(".")
    if head in MADE:
        return MADE[head]
    if tail == "since":
        return f"age of {head}"
    return f"next {stem}" if stem != name else name.removesuffix(".false")


def types(machine: Machine) -> dict[str, Type]:
    """The type of every value of a tick, by name."""
    return {
        **{f.name: f.type for f in (*machine.parameters, *machine.inputs)},
        **{s.name: s.type for s in machine.states},
        **{d.name: d.value.type for d in machine.definitions},
        **{f.name: f.type for w in machine.windows for f in w.fields},
        **{f.name: f.type for f in machine.outputs},
    }


def columns(machine: Machine, roots: Sequence[str]) -> tuple[str, ...]:
    """The inputs and states that `roots` depend on, and the outputs: without the states that lowering made up."""
    near = cone(machine, roots)
    read = [*(f.name for f in machine.inputs), *(s.name for s in machine.states)]
    outputs = [f.name for f in machine.outputs]
    return (*(n for n in read if n in near and "." not in n), *outputs)


def table(machine: Machine, roots: Sequence[str], steps: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """A run as lines: the parameters read, a header of names, one of units, one row a tick."""
    known, near = types(machine), cone(machine, roots)
    first = steps[0] if steps else {}
    given = [(f.name, literal(f.type, first.get(f.name))) for f in machine.parameters if f.name in near]
    width = max((len(n) for n, _ in given), default=0)
    out = [f"{name:<{width}} : {text}" for name, text in given]
    shown = columns(machine, roots)
    rows = [["tick", *shown], ["", *(_unit(known[n]) for n in shown)]]
    given_names = [f.name for f in machine.inputs]
    for t, env in enumerate(steps):
        if len(steps) > LONG and _amid(steps, given_names, t):
            if rows[-1][0] != "…":
                rows.append(["…"] * (len(shown) + 1))
            continue
        rows.append([str(t), *(literal(_bare(known[n]), env.get(n)) for n in shown)])
    if not any(rows[1]):
        del rows[1]
    widths = [max(len(r[i]) for r in rows) for i in range(len(rows[0]))]
    if out:
        out.append("")
    for row in rows:
        out.append("  ".join(f"{cell:>{w}}" for cell, w in zip(row, widths, strict=True)).rstrip())
    return tuple(out)


def _amid(steps: Sequence[Mapping[str, Any]], names: Sequence[str], t: int) -> bool:
    """Whether the inputs of tick t are those of two ticks before and after it: nothing happens but time."""
    near = steps[max(0, t - 2) : t + 3]
    return len(near) == 5 and all(env.get(n) == steps[t].get(n) for env in near for n in names)


def _unit(ty: Type) -> str:
    return ty.unit.name if ty.sort == "int" and ty.unit.kind != "instant" else ""


def _bare(ty: Type) -> Type:
    return replace(ty, unit=ONE) if _unit(ty) else ty


def plain_steps(machine: Machine, steps: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """A run as JSON values: one object a tick, numbers in their declared units, parameters left out."""
    known = types(machine)
    fixed = {f.name for f in machine.parameters}
    return [{n: plain(known[n], v) for n, v in env.items() if n not in fixed and n in known} for env in steps]


def read(machine: Machine, e: Expr, env: Mapping[str, Any]) -> str:
    """The values that an expression reads, in words: `command` is 0.3 mcg_kg_min, `map` is missing."""
    known = types(machine)
    order = {n: i for i, n in enumerate(known)}
    # What `before` made up is shown by the row above.
    found = sorted((n for n in reads(e) if not n.startswith("before.")), key=lambda n: order[n])
    return ", ".join(f"`{label(n)}` is {literal(known[n], env.get(n))}" for n in found)


def broken(e: Expr, env: Mapping[str, Any]) -> Expr:
    """The first conjunct of `e` that is false, however deep."""
    from aln.core.evaluate import evaluate

    while e.kind == "op" and e.name == "and":
        e = next(a for a in e.args if not evaluate(a, env))
    return e


def fault(machine: Machine, c: Candidate, env: Mapping[str, Any]) -> tuple[Expr, str]:
    """Which part of a broken candidate is broken in one tick's values, and what it says."""
    from aln.core.evaluate import evaluate

    if c.value is None:
        part = broken(c.given, env)
        return part, read(machine, part, env) or "it is never so"
    if not evaluate(c.given, env):
        part = broken(c.given, env)
        values = read(machine, part, env)
        return part, f"`{c.name}` has no value" + (f": {values}" if values else "")
    value = literal(c.type, evaluate(c.value, env))
    verb = {"initial": "starts as", "assignment": "is given", "range": "is"}[c.role]
    return c.value, f"`{c.name}` {verb} {value}, outside {interval(c.type)}"


def blames(machine: Machine, part: Expr) -> tuple[str, ...]:
    """The definitions that the broken part reads, a state's next value among them, in order of computation."""
    definitions = {d.name: d.value for d in machine.definitions}
    steps = {s.name: s.next for s in machine.states}
    seen: set[str] = set()
    todo = sorted({steps.get(n, n) for n in reads(part)})
    while todo:
        name = todo.pop()
        if name in definitions and name not in seen:
            seen.add(name)
            todo += sorted(reads(definitions[name]))
    shown = (n for n in definitions if n in seen and not n.startswith("before."))
    return tuple(dict.fromkeys(f"{machine.name}/{label(n)}" for n in shown))


def state_words(machine: Machine, parameters: Mapping[str, Any], state: Mapping[str, Any]) -> str:
    """A state in words, with the parameters: for the author who looks for a lemma."""
    known = types(machine)
    both = {**state, **parameters}
    return ", ".join(f"`{label(n)}` = {literal(known[n], v)}" for n, v in both.items())


def roots(c: Candidate) -> list[str]:
    """The names a candidate speaks of."""
    return sorted(reads(c.given)) if c.value is None else sorted({c.name} | reads(c.given, c.value))
