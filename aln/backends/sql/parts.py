"""Which part of a guard is enforced how: its state rules for ever, its event rules at acceptance.

Takes a guard; gives the guard of some of its rules, with the records that those read and no other. A guard of an
entity that is never stored (its record has no table) has no state: all of it is judged at acceptance.
"""

from __future__ import annotations

from dataclasses import replace

from aln.core.ir import Expr, Guard, Record

__all__ = ["crosses", "events", "is_stored", "states"]


def is_stored(guard: Guard) -> bool:
    """Whether the judged record is a row of a table."""
    return bool(guard.records[0].table)


def states(guard: Guard) -> Guard:
    """The part that must hold in every committed state. It keeps the maxima of what is counted, where it has rules."""
    if not is_stored(guard):
        return replace(guard, rules=(), counts=(), inputs=(), records=guard.records[:1])
    rules = tuple(r for r in guard.rules if not r.event)
    counts = guard.counts if rules else ()
    return replace(
        guard,
        rules=rules,
        counts=counts,
        inputs=(),
        records=_read(guard, [r.condition for r in rules], counts),
    )


def events(guard: Guard) -> Guard:
    """The part that is judged once, when a record is accepted. It keeps the maxima of what no state rule counts."""
    kept = {r.id for r in states(guard).rules}
    rules = tuple(r for r in guard.rules if r.id not in kept)
    counts = () if kept else guard.counts
    return replace(
        guard, rules=rules, counts=counts, records=_read(guard, [r.condition for r in rules], counts)
    )


def crosses(part: Guard) -> bool:
    """Whether a part reads more than the judged row."""
    return len(part.records) > 1


def _read(guard: Guard, conditions: list[Expr], counts: tuple[str, ...]) -> tuple[Record, ...]:
    if not is_stored(guard):
        return guard.records  # handed over whole, whatever is read of it
    names = set(counts)
    for condition in conditions:
        _collect(condition, {}, names, set())
    return tuple(
        r
        for r in guard.records
        if r.how == "root" or any(n == r.path or n.startswith(r.path + ".") for n in names)
    )


def _collect(e: Expr, bounds: dict[str, str], names: set[str], seen: set[int]) -> None:
    """Add what an expression reads, each by its path from the judged record; `seen` has what was met under `bounds`."""
    if id(e) in seen:
        return
    seen.add(id(e))

    def full(name: str) -> str:
        head, dot, rest = name.partition(".")
        return bounds[head] + dot + rest if head in bounds else name

    if e.kind in ("var", "given"):
        names.add(full(e.name))
    if e.kind == "each":
        path = full(str(e.value))
        names.add(path)
        bounds, seen = {**bounds, e.bound: path}, set()
    for a in e.args:
        _collect(a, bounds, names, seen)
