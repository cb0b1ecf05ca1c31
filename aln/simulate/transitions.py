"""Which modes of a machine can follow which: over-approximated by values, and seen in runs.

A transition that is not among the possible ones cannot be taken. One that is may be impossible all the same, unless
it was seen: the evaluator took it in a run from the start.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from typing import Any

from aln.core.evaluate import STRICT, initial, receive, tick
from aln.core.ir import Expr, Machine, State, walk
from aln.simulate.convert import INVALID, cell, convert
from aln.simulate.generate import KINDS, generate

__all__ = ["initially", "modes", "possible", "seen"]

# The values that an expression may have; None where they are too many to say.
_Values = frozenset[Any] | None
_MOST, _CASES = 64, 2048
_BOTH: frozenset[Any] = frozenset((False, True))


def modes(machine: Machine) -> tuple[State, ...]:
    """The states of a machine that are modes: declared by its author, with labels."""
    return tuple(s for s in machine.states if s.type.sort == "enum" and "." not in s.name)


def possible(machine: Machine, state: State) -> dict[str, tuple[str, ...]]:
    """For each label the labels that may follow it in one tick, in order of declaration."""
    out = {}
    for label in state.type.labels:
        known: dict[str, _Values] = {state.name: frozenset((label,))}
        for d in machine.definitions:
            known[d.name] = _cases(d.value, known)
        after = known.get(state.next)
        out[label] = tuple(x for x in state.type.labels if after is None or x in after)
    return out


def initially(state: State) -> tuple[str, ...]:
    """The labels that a state may have at the start, in order of declaration."""
    found = _cases(state.initial, {})
    return tuple(x for x in state.type.labels if found is None or x in found)


def _cases(e: Expr, known: Mapping[str, _Values]) -> _Values:
    """The values of an expression, case by case of the few-valued names that it reads, so that what two parts of it
    read is the same in both."""
    names = [
        (x.name, v) for x in walk(e) if x.kind == "var" and (v := _of(x, known)) is not None and (len(v) > 1)
    ]
    chosen, cases = [], 1
    for name, values in dict(names).items():
        if cases * len(values) <= _CASES:
            cases *= len(values)
            chosen.append((name, sorted(values, key=str)))
    found: frozenset[Any] = frozenset()
    for case in itertools.product(*(values for _, values in chosen)):
        one = dict(known) | {n: frozenset((v,)) for (n, _), v in zip(chosen, case, strict=True)}
        result = _values(e, one)
        if result is None:
            return None
        found |= result
    return found


def _of(e: Expr, known: Mapping[str, _Values]) -> _Values:
    if e.name in known:
        return known[e.name]
    if e.type.sort == "bool":
        return _BOTH
    if e.type.sort == "enum":
        return frozenset(e.type.labels)
    return None


def _values(e: Expr, known: Mapping[str, _Values]) -> _Values:
    if e.kind == "const":
        return frozenset((e.value,))
    if e.kind == "var":
        return _of(e, known)
    if e.kind != "op":
        return _BOTH if e.type.sort == "bool" else None
    if e.name in ("and", "or"):
        stop = e.name == "or"
        parts = [_values(a, known) or _BOTH for a in e.args]
        if any(p == {stop} for p in parts):
            return frozenset((stop,))
        return frozenset((not stop,)) if all(p == {not stop} for p in parts) else _BOTH
    if e.name == "not":
        return frozenset(not v for v in _values(e.args[0], known) or _BOTH)
    if e.name == "ite":
        found: frozenset[Any] = frozenset()
        for choice in _values(e.args[0], known) or _BOTH:
            branch = _values(e.args[1 if choice else 2], known)
            if branch is None:
                return None
            found |= branch
        return found
    parts_ = [_values(a, known) for a in e.args]
    if any(p is None for p in parts_):
        return _BOTH if e.type.sort == "bool" else None
    sets = [p for p in parts_ if p is not None]
    count = 1
    for p in sets:
        count *= len(p)
    if count > _MOST * _MOST:
        return _BOTH if e.type.sort == "bool" else None
    result = frozenset(STRICT[e.name](*case) for case in itertools.product(*sets))
    return result if len(result) <= _MOST else None


def seen(
    machine: Machine, state: State, parameters: Mapping[str, Any], length: int = 400
) -> frozenset[tuple[str, str]]:
    """The transitions that the evaluator takes in some runs, made from fixed seeds."""
    known = {f.name: f.type for f in machine.inputs}
    found: set[tuple[str, str]] = set()
    for seed, kind in itertools.product(range(3), KINDS):
        now = initial(machine, parameters)
        for row in generate(machine, parameters, length, seed, kind):
            data = {n: convert(ty, cell(ty, row.data[n])) for n, ty in known.items()}
            inputs = {
                f.name: receive(f, None if data[f.name] is INVALID else data[f.name]) for f in machine.inputs
            }
            before = now[state.name]
            _, now = tick(machine, parameters, now, inputs)
            found.add((before, now[state.name]))
    return frozenset(found)
