"""The parameters of a run: read as data, held to their domains and to every rule of the machine's assumption."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NoReturn

from aln.core.evaluate import evaluate
from aln.core.ir import Field, Machine, Type, walk
from aln.diagnostics import AlnError, Diagnostic, Span
from aln.simulate.convert import INVALID, cell, convert
from aln.verifier.show import interval, literal

__all__ = ["checked", "drawn"]

_TRIES = 5_000


def _fault(message: str, help: str) -> NoReturn:
    raise AlnError(Diagnostic("ALN1001", Span("", 0, 0), message, help))


def checked(
    machine: Machine, given: Mapping[str, Any], near: Callable[[str, Iterable[str]], str]
) -> dict[str, Any]:
    """Raw parameters from data by name (`limits.max`, or `max`). Texts are read as cells of a table are. Raises
    `AlnError` for a name or value that is none, for one that is missing, and for a rule that is not true."""
    names = {f.name: f for f in machine.parameters}
    short = {f.name.rpartition(".")[2]: f for f in machine.parameters}
    found: dict[str, Any] = {f.name: None for f in machine.parameters}
    for name, value in given.items():
        known = names.get(name) or short.get(name)
        if known is None:
            meant = near(name, [*names, *short])
            help = f"did you mean `{meant}`?" if meant else f"its parameters are {_listed(machine)}"
            _fault(f"`{machine.name}` has no parameter `{name}`", help)
        raw = convert(known.type, cell(known.type, value) if isinstance(value, str) else value)
        if raw is INVALID:
            _fault(f"`{known.name}` cannot be `{value}`", f"give {_domain(known.type)}")
        found[known.name] = raw
    absent = [f.name for f in machine.parameters if not f.optional and found[f.name] is None]
    if absent:
        names_ = ", ".join(f"`{n}`" for n in absent)
        _fault(
            f"`{machine.name}` needs a value for {names_}",
            f"give `--parameters {absent[0].rpartition('.')[2]}=…` or a file; they are {_listed(machine)}",
        )
    for rule in machine.assumption:
        if not evaluate(rule.condition, found):
            read = {x.name for x in walk(rule.condition) if x.kind in ("var", "given")}
            values = ", ".join(
                f"`{f.name}` is {literal(f.type, found[f.name])}"
                for f in machine.parameters
                if f.name in read
            )
            _fault(f"the parameters are not valid: {rule.because}", values or "give others")
    return found


def _listed(machine: Machine) -> str:
    return ", ".join(f"`{f.name}` ({_domain(f.type)})" for f in machine.parameters) or "none"


def _domain(ty: Type) -> str:
    if ty.sort == "enum":
        return " or ".join(ty.labels)
    return {"bool": "true or false", "text": "a text", "id": "a uuid"}.get(ty.sort) or interval(ty)


def drawn(machine: Machine, seed: int) -> dict[str, Any]:
    """Valid parameters made from a seed: whatever a broken rule reads is drawn anew, as long as no more rules break.
    Raises `AlnError` where none are found in a fixed number of tries."""
    r = random.Random(f"parameters {seed}")
    reads = {rule.id: {x.name for x in walk(rule.condition)} for rule in machine.assumption}
    constants = [e.value for rule in machine.assumption for e in walk(rule.condition) if e.kind == "const"]
    found = {f.name: _one(r, f, constants) for f in machine.parameters}
    for _ in range(_TRIES):
        wrong = _broken(machine, found)
        if not wrong:
            return found
        near = [f for f in machine.parameters if f.name in reads[r.choice(wrong)]] or [*machine.parameters]
        changed = r.sample(near, r.randint(1, min(2, len(near))))
        other = found | {f.name: _one(r, f, [*constants, *found.values()]) for f in changed}
        if len(_broken(machine, other)) <= len(wrong):
            found = other
    _fault(f"no valid parameters of `{machine.name}` were found", "give them with `--parameters`")


def _broken(machine: Machine, found: Mapping[str, Any]) -> list[str]:
    """The rules of the assumption that are not true of some parameters in their domains."""
    return [rule.id for rule in machine.assumption if not evaluate(rule.condition, found)]


def _one(r: random.Random, f: Field, others: Sequence[Any]) -> Any:
    """A value of a field: an end of its range, anything, or what lies beside one of `others`."""
    ty = f.type
    if f.optional and r.random() < 0.2:
        return None
    if ty.sort == "int":
        near = [v + d for v in others if type(v) is int for d in (-1, 0, 1) if ty.lo <= v + d <= ty.hi]
        some = [ty.lo, ty.hi, *(r.randint(ty.lo, ty.hi) for _ in range(6))]
        return r.choice([*some, *r.sample(near, min(4, len(near)))])
    if ty.sort == "enum":
        return r.choice(ty.labels)
    return r.random() < 0.5 if ty.sort == "bool" else ty.default()
