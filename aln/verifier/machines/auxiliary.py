"""Facts that nobody wrote and a proof may need: guesses about states, from templates, sieved by what runs show.

    s <= c, c <= s                      bounds by the machine's own numbers
    a·x + b·y + … = c                   what is worth how much of what
    a + c <= b or b is saturated        how counters and timers keep up with each other
    G implies one of those              G: a counter is above zero, a Boolean state, a label of a mode

A guess is worth nothing by itself: it enters the joint induction, which drops it where it fails, and what is proved
with it has its proof in the certificate. None is ever an obligation.
Source: Ernst et al., The Daikon system for dynamic detection of likely invariants (2007).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Machine, State, Type
from aln.core.slice import reads
from aln.verifier.machines.affine import equalities
from aln.verifier.machines.candidates import Candidate, guess
from aln.verifier.runs.explorer import constants, decisions

SAMPLE = 100
"""So many ticks decide about equalities; all of them, whether one is kept."""
MOST = 400
"""As many guesses as are taken into one induction."""


def auxiliaries(machine: Machine, near: frozenset[str], seen: Sequence[Mapping[str, Any]]) -> list[Candidate]:
    """Guesses about the states `near`, none of which is false in a tick that was `seen`, the simplest first."""
    out: dict[Expr, None] = {}
    for found in _guesses(machine, near, seen):
        if found not in (b.TRUE, b.FALSE) and found not in out:
            out[found] = None
            if len(out) >= MOST:
                break
    return [guess(e) for e in out]


def _guesses(machine: Machine, near: frozenset[str], seen: Sequence[Mapping[str, Any]]) -> Iterator[Expr]:
    states = [s for s in machine.states if s.name in near]
    numbers = [s for s in states if s.type.sort == "int"]
    known = numbers_of(machine, near)
    rows = _distinct([{s.name: env[s.name] for s in states} for env in seen])
    yield from (e for e in equalities(numbers, rows[:SAMPLE]) if _all(e, rows))
    guards = [(b.TRUE, rows), *_guards(states, rows)]
    for guard, there in guards:
        if guard is not b.TRUE and not there:
            yield b.not_(guard)
            continue
        if guard is not b.TRUE:
            for other in _literals(states):
                if _all(other, there) and not _all(other, rows):
                    yield b.implies(guard, other)
        yield from _tightest(numbers, known, guard, there, rows)
    for guard, there in guards:
        if there:
            yield from _relations(numbers, known, guard, there, rows)


def numbers_of(machine: Machine, near: frozenset[str]) -> list[int]:
    """The machine's own numbers, counted in steps: what its tests compare with, and ends of ranges."""
    found: set[int] = {0, 1}
    for e in decisions(machine, near):
        found |= constants(e)
    for p in machine.properties:
        found |= constants(p.formula)
    for s in machine.states:
        if s.name in near and s.type.sort == "int":
            found |= {s.type.lo, s.type.hi}
    ranges = [s.type for s in machine.states if s.name in near and s.type.sort == "int"]
    far = max((max(abs(t.lo), abs(t.hi)) for t in ranges), default=0)
    near_by = {m for n in found for m in (n - 1, n, n + 1)}
    return sorted((n for n in near_by if abs(n) <= far), key=lambda n: (n not in found, abs(n)))[:48]


def _constant(ty: Type, n: int) -> Expr:
    return b.const(Type("int", n, n, ty.step, ty.unit), n)


def _var(s: State) -> Expr:
    return b.var(s.name, s.type)


def _literals(states: Sequence[State]) -> Iterator[Expr]:
    """What a state may be, as far as that is one of a few things."""
    for s in states:
        if s.type.sort == "bool":
            yield _var(s)
            yield b.not_(_var(s))
        elif s.type.sort == "enum":
            for label in s.type.labels:
                yield b.eq(_var(s), b.const(s.type, label))
        elif s.type.sort == "int" and s.type.lo == 0:
            yield b.le(_constant(s.type, 1), _var(s))
            yield b.le(_var(s), _constant(s.type, 0))


def _guards(
    states: Sequence[State], rows: Sequence[Mapping[str, Any]]
) -> Iterator[tuple[Expr, list[Mapping[str, Any]]]]:
    for literal in _literals(states):
        yield literal, [row for row in rows if evaluate(literal, row)]


def _tightest(
    numbers: Sequence[State],
    known: Sequence[int],
    guard: Expr,
    there: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
) -> Iterator[Expr]:
    """The narrowest bounds by known numbers that no tick seen breaks, and the next two wider ones."""
    if not there:
        return
    for s in numbers:
        low, high = min(row[s.name] for row in there), max(row[s.name] for row in there)
        least, most = min(row[s.name] for row in rows), max(row[s.name] for row in rows)
        for n in sorted(n for n in known if high <= n < s.type.hi)[:3]:
            if guard is b.TRUE or n < most:
                yield b.implies(guard, b.le(_var(s), _constant(s.type, n)))
        for n in sorted((n for n in known if s.type.lo < n <= low), reverse=True)[:3]:
            if guard is b.TRUE or n > least:
                yield b.implies(guard, b.le(_constant(s.type, n), _var(s)))


def _relations(
    numbers: Sequence[State],
    known: Sequence[int],
    guard: Expr,
    there: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
) -> Iterator[Expr]:
    """For each pair of numbers of one grain, `a + c <= b`, or b is at its top, or a at its bottom: the two strongest
    of each that no tick seen breaks, and under a guard only what does not hold without it."""
    shifts = sorted({sign * n for n in known for sign in (1, -1)}, reverse=True)
    about = reads(guard)
    for s in numbers:
        for t in numbers:
            if s is t or s.type.grain != t.type.grain:
                continue
            if any(x.type.sort == "int" and x.name in about and x not in (s, t) for x in numbers):
                continue
            x, y = _var(s), _var(t)
            top = b.le(_constant(t.type, t.type.hi), y)
            bottom = b.le(x, _constant(s.type, s.type.lo))
            for other in (b.FALSE, top, bottom):
                here = _least(s, t, there, other)
                if here is None or (guard is not b.TRUE and here == _least(s, t, rows, other)):
                    continue
                for c in [c for c in shifts if c <= here][:2]:
                    yield b.or_(b.not_(guard), b.le(b.add(x, _constant(s.type, c)), y), other)
    if guard is not b.TRUE:
        return
    for i, s in enumerate(numbers):
        for t in numbers[i + 1 :]:
            if s.type.grain == t.type.grain:
                # Two that share something between them: tokens, places, what one gives the other.
                total = b.add(_var(s), _var(t))
                sums = [r[s.name] + r[t.name] for r in rows]
                for c in sorted(n for n in known if n >= max(sums))[:2]:
                    yield b.le(total, _constant(s.type, c))
                for c in sorted((n for n in known if n <= min(sums)), reverse=True)[:2]:
                    yield b.le(_constant(s.type, c), total)


def _least(s: State, t: State, rows: Sequence[Mapping[str, Any]], other: Expr) -> int | None:
    """The least of `t - s` where `other` is false; None where it never is."""
    return min((r[t.name] - r[s.name] for r in rows if not evaluate(other, r)), default=None)


def _all(e: Expr, rows: Sequence[Mapping[str, Any]]) -> bool:
    return all(evaluate(e, row) for row in rows)


def _distinct(rows: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    found: dict[tuple[Any, ...], Mapping[str, Any]] = {}
    for row in rows:
        found.setdefault(tuple(row.values()), row)
    kept = list(found.values())
    # Spread over what was seen: early and late ticks alike.
    return kept if len(kept) <= 600 else kept[:: len(kept) // 600 + 1]
