"""Recordings made from a seed: the same machine, kind, length and seed give the same rows anywhere.

lawful        every input wanders within its range, as a sensor does
faulty        that, with what sensors and networks do: values that drop out, stick, spike, are NaN or off the grid,
              and rows that come late, out of order
adversarial   the ends of ranges, and the neighbourhood of every constant and parameter that the machine compares
              with, each held about as long as the machine counts; no solver is asked
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeAlias

from aln.core.ir import Field, Machine, Type, walk
from aln.simulate.recording import TICK, Row
from aln.verifier.machines.whole import formulas
from aln.verifier.show import decimal, instant

__all__ = ["KINDS", "Kind", "generate", "lines", "text_of"]

Kind: TypeAlias = Literal["lawful", "faulty", "adversarial"]
KINDS: tuple[Kind, ...] = ("lawful", "faulty", "adversarial")
_LONGEST_HOLD = 200
_WORDS = ("alpha", "REM", "beta rhythm", "r.e.m. stim", "tremor")


@dataclass(slots=True)
class _Signal:
    """One input being made: `value` is raw, and stands for `left` more ticks where it is held."""

    field: Field
    random: random.Random
    value: Any = None
    left: int = 0
    stuck: Any = None
    fault: str = ""
    fault_left: int = 0


def generate(machine: Machine, parameters: Mapping[str, Any], n: int, seed: int, kind: Kind) -> Iterator[Row]:
    """`n` rows of texts, one a tick, with a column for each input and one for the tick where rows come late."""
    signals = [_Signal(f, random.Random(f"{kind} {seed} {f.name}")) for f in machine.inputs]
    near = (
        {f.name: _near(machine, parameters, f.type) for f in machine.inputs} if kind == "adversarial" else {}
    )
    holds = _holds(machine) if kind == "adversarial" else ()
    order = random.Random(f"{kind} {seed} rows")
    back: list[tuple[int, dict[str, str]]] = []
    place = 0
    for t in range(n):
        if kind == "adversarial":
            row = {s.field.name: _pressed(s, near[s.field.name], holds) for s in signals}
        else:
            row = {s.field.name: _wandered(s) for s in signals}
        if kind != "faulty":
            place += 1
            yield Row(place, row, True)
            continue
        row = {s.field.name: _faulty(s, row[s.field.name]) for s in signals}
        named = {TICK: str(t)} | row if TICK not in row else row
        # A row held back comes after the next one: late.
        if order.random() < 0.01 and TICK not in row and not back and t + 1 < n:
            back.append((t, named))
            continue
        for late in (named, *(r for _, r in back)):
            place += 1
            yield Row(place, late, True)
        back.clear()


def text_of(ty: Type, value: Any) -> str:
    """A raw value as it stands in a table; an empty text where it is missing."""
    if value is None:
        return ""
    if ty.sort == "bool":
        return "true" if value else "false"
    if ty.sort == "int":
        return instant(value) if ty.unit.kind == "instant" else decimal(Fraction(value) * ty.step)
    return str(value)


def _wandered(s: _Signal) -> str:
    """The next value of an undisturbed sensor; one that may be absent now and then is."""
    ty, r = s.field.type, s.random
    if ty.sort == "int":
        span = ty.hi - ty.lo
        if s.value is None:
            s.value = r.randint(ty.lo, ty.hi)
        move = (
            round(r.gauss(0, max(1.0, span / 60))) if span < 1 << 52 else r.randint(-span // 60, span // 60)
        )
        s.value = ty.lo + abs(s.value + move - ty.lo)
        s.value = ty.hi - abs(ty.hi - s.value) if s.value > ty.hi else s.value
        s.value = min(max(s.value, ty.lo), ty.hi)
    elif s.value is None or r.random() < 0.08:
        s.value = _pick(r, ty)
    return text_of(ty, s.value)


def _pick(r: random.Random, ty: Type) -> Any:
    if ty.sort == "bool":
        return r.random() < 0.5
    if ty.sort == "enum":
        return r.choice(ty.labels)
    if ty.sort == "id":
        h = f"{r.getrandbits(128):032x}"
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"
    return r.choice(_WORDS)


def _faulty(s: _Signal, lawful: str) -> str:
    ty, r = s.field.type, s.random
    if s.fault_left == 0:
        s.fault = ""
        if r.random() < 0.06:
            s.fault = r.choice(["dropout", "stuck", "nan", "spike", "outside", "garbled", "fine"])
            s.fault_left = r.choice([1, 1, 2, 3, r.randint(4, 30)])
            s.stuck = s.value
    if s.fault_left:
        s.fault_left -= 1
    if s.fault == "dropout":
        return ""
    if s.fault == "stuck":
        return text_of(ty, s.stuck)
    number = ty.sort == "int" and ty.unit.kind != "instant"
    if s.fault == "nan":
        return r.choice(["NaN", "nan", "Infinity", "-inf"])
    if s.fault == "spike" and number:
        return text_of(ty, r.choice([ty.lo, ty.hi]))
    if s.fault == "outside" and number:
        return decimal(Fraction(r.choice([ty.lo - 1, ty.hi + 1, ty.hi * 10 + 7])) * ty.step)
    if s.fault == "fine" and number:
        return decimal((Fraction(s.value) + Fraction(1, 2)) * ty.step)
    return r.choice(["?", "-", "#N/A", "1.2.3"]) if s.fault == "garbled" else lawful


def _pressed(s: _Signal, near: tuple[Any, ...], holds: tuple[int, ...]) -> str:
    """A value that a comparison turns on, held about as long as something counts."""
    if s.left == 0:
        s.value = None if s.random.random() < 0.12 else s.random.choice(near)
        s.left = s.random.choice(holds)
    s.left -= 1
    return text_of(s.field.type, s.value)


def _near(machine: Machine, parameters: Mapping[str, Any], ty: Type) -> tuple[Any, ...]:
    """The values of a type that a machine may tell apart from their neighbours."""
    if ty.sort == "bool":
        return (False, True)
    if ty.sort == "enum":
        return ty.labels
    if ty.sort == "text":
        terms = {t for f in formulas(machine) for e in walk(f) for t in e.terms}
        literals = {
            str(e.value)
            for f in formulas(machine)
            for e in walk(f)
            if e.kind == "const" and e.type.sort == "text"
        }
        return tuple(sorted(terms | literals)) + _WORDS
    if ty.sort == "id":
        return tuple(_pick(random.Random(i), ty) for i in range(3))
    points = {ty.lo, ty.hi}
    for formula in formulas(machine):
        for e in walk(formula):
            if e.kind == "const" and e.type.sort == "int" and e.type.unit.kind == ty.unit.kind:
                points |= _counts(Fraction(int(e.value or 0)) * e.type.grain / ty.grain)
    for f in machine.parameters:
        if f.type.sort == "int" and f.type.unit.kind == ty.unit.kind and parameters.get(f.name) is not None:
            points |= _counts(Fraction(parameters[f.name]) * f.type.grain / ty.grain)
    # Constants may be counted finer than the value that they are compared with.
    around = {p + d for p in points for d in (-1, 0, 1)}
    return tuple(sorted(p for p in around if ty.lo <= p <= ty.hi))


def _counts(exact: Fraction) -> set[int]:
    return {exact.__floor__(), exact.__ceil__()}


def _holds(machine: Machine) -> tuple[int, ...]:
    """For how many ticks to hold a value: once and twice, and about as long as the machine counts to."""
    counts = {
        int(e.value)
        for f in formulas(machine)
        for e in walk(f)
        if e.kind == "const" and e.type.sort == "int" and isinstance(e.value, int)
        and e.type.unit.kind in ("number", "time") and 1 < e.value <= _LONGEST_HOLD
    }  # fmt: skip
    near = sorted({c + d for c in counts for d in (-1, 0, 1)})
    return (1, 1, 1, 2, 2, 3, *near[:24])


# ── rows as text ─────────────────────────────────────────────────────────────────────────────────────────────


def lines(rows: Iterator[Row], form: Literal["csv", "jsonl"], machine: Machine) -> Iterator[str]:
    """Rows as the lines of a recording, which reads back as the same rows."""
    header: list[str] | None = None
    bare = {f.name for f in machine.inputs if f.type.sort == "bool" or f.type.sort == "int"}
    for row in rows:
        if form == "csv":
            if header is None:
                header = list(row.data)
                yield ",".join(header) + "\n"
            yield ",".join(_quoted(row.data[name]) for name in header) + "\n"
        else:
            parts = (
                f"{json.dumps(n)}: {_json(v, n == TICK or n in bare)}" for n, v in row.data.items() if v != ""
            )
            yield "{" + ", ".join(parts) + "}\n"


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if any(c in text for c in ',"\r\n') else text


def _json(text: str, bare: bool) -> str:
    """A value as JSON: what can be a number, a truth or NaN as such, all else as text."""
    plain = text.removeprefix("-").replace(".", "", 1).isdigit() or text in (
        "true",
        "false",
        "NaN",
        "Infinity",
    )
    return text if bare and plain else json.dumps(text)
