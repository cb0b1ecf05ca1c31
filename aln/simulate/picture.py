"""A run of a machine as something to look at: its values over time, the bounds that are broken, and the ticks that
break them. What a terminal and an SVG show of it is made from this.

Takes a run, or a verdict that was refuted by one; gives nothing where there is no run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import groupby
from typing import Any

from aln.core.ir import ONE, Machine, Property, Type
from aln.core.slice import cone, reads
from aln.simulate.bounds import Bound, bounds, broken, ends
from aln.simulate.run import Run
from aln.simulate.series import Series
from aln.verifier.machines.trace import broken as broken_part
from aln.verifier.machines.trace import columns, label, types
from aln.verifier.obligation import OfMachine, Verdict
from aln.verifier.show import decimal, instant, literal

__all__ = ["Break", "Lane", "Limit", "Picture", "bare", "of_run", "of_verdict", "span", "stretches", "when"]

Stretch = tuple[int, int]
_DRAWN = ("int", "bool", "enum")
_SECOND = 1_000_000
_UNITS = (
    ("d", 86_400 * _SECOND), ("h", 3_600 * _SECOND), ("min", 60 * _SECOND), ("s", _SECOND), ("ms", 1_000), ("us", 1),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Limit:
    """A line that a value was to keep to: the property that says so, and what to call it."""

    property: str
    says: str
    series: Series


@dataclass(frozen=True, slots=True)
class Lane:
    """One value over time: what it is called, what it is to the machine, the lines it was to keep to, and whether
    what is broken speaks of it."""

    series: Series
    title: str
    role: str = ""
    limits: tuple[Limit, ...] = ()
    told: bool = False


@dataclass(frozen=True, slots=True)
class Break:
    """A property that is broken: its name and words, the first ticks that break it with the values that do, and all
    of them, in stretches from one tick up to before another."""

    name: str
    says: str
    ticks: tuple[int, ...]
    values: tuple[str, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A run: what it is of, in one line and in more, how long a tick is in microseconds, its lanes, what is broken."""

    title: str
    says: str
    facts: tuple[str, ...]
    period_us: int
    ticks: int
    lanes: tuple[Lane, ...]
    breaks: tuple[Break, ...] = ()

    def moving(self) -> Picture:
        """The same without the values that never change and break nothing."""
        lanes = tuple(x for x in self.lanes if x.limits or x.series.low != x.series.high)
        return replace(self, lanes=lanes)


def bare(ty: Type) -> Type:
    """The type without its unit, which stands elsewhere; an instant is never without."""
    return replace(ty, unit=ONE) if ty.sort == "int" and ty.unit.kind != "instant" else ty


def stretches(marks: Series) -> tuple[Stretch, ...]:
    """The ticks in which a truth was true, joined where they follow one another."""
    out: list[Stretch] = []
    for is_true, group in groupby(enumerate(marks.buckets), lambda x: bool(x[1].high)):
        places = [i for i, _ in group]
        if is_true:
            out.append((places[0] * marks.width, min(marks.ticks, (places[-1] + 1) * marks.width)))
    return tuple(out)


def span(micros: int) -> str:
    """A duration in words, by its two largest parts: `5 h 33 min`, `250 ms`."""
    parts = []
    for unit, size in _UNITS:
        count, micros = divmod(micros, size)
        if count:
            parts.append(f"{count:,} {unit}")
    return " ".join(parts[:2]) or "0 s"


def when(tick: int, place: int, what: str) -> str:
    """A tick and the row it came from, in words."""
    return "at the start" if tick < 0 else f"tick {tick:,}" + (f", {what} {place:,}" if place else "")


def _fixed(machine: Machine, names: Iterable[str], env: Mapping[str, Any]) -> tuple[str, ...]:
    """The parameters among some names with their values, in one line, where there are any."""
    found = [f"{f.name} {literal(f.type, env.get(f.name))}" for f in machine.parameters if f.name in names]
    return (f"with {', '.join(found)}",) if found else ()


def _limit(bound: Bound, series: Series, at: int | Fraction, tick: int) -> Limit:
    unit = series.type.unit
    value = f"{decimal(Fraction(at * series.type.step))} {unit.name}".rstrip()
    value = instant(int(at)) if unit.kind == "instant" else value
    varies = series.low != series.high
    says = f"{bound.property}: {bound.side} {value}" + (f" at tick {tick}" if varies else "")
    return Limit(bound.property, says, series)


# ── of a recording ───────────────────────────────────────────────────────────────────────────────────────────


def of_run(run: Run, source: str, place: str = "row") -> Picture:
    """A run over a recording, whose rows are counted in lines, or in rows (`place`)."""
    limits: dict[str, list[Limit]] = {}
    seen: set[Bound] = set()
    for b in run.found:
        for bound, at in b.bounds:
            if bound not in seen:
                seen.add(bound)
                limits.setdefault(bound.name, []).append(_limit(bound, run.limit(bound), at, b.tick))
    machine, roles = run.machine, _roles(run.machine)
    told: set[str] = set()
    for w in run.watched:
        if w.violated:
            told |= (
                {w.assignment.name} if w.assignment is not None else reads(w.formula) if w.formula else set()
            )
    lanes = [
        Lane(series, name, roles[name], tuple(limits.get(name, ())), name in told)
        for name, series in run.series.items()
        if name not in run.columns.without
    ]
    breaks = []
    for w in run.watched:
        if w.violated:
            own = [b for b in run.found if b.name == w.name]
            values = tuple(f"{when(b.tick, b.place, place)}: {b.values or 'no value'}" for b in own)
            ticks = tuple(b.tick for b in own if b.tick >= 0)
            breaks.append(Break(w.name, w.says, ticks, values, stretches(w.marks) if w.marks else ()))
    count = sum(w.count for w in run.watched if w.violated)
    says = f"{source} · {run.ticks:,} ticks · " + (
        "nothing broken" if not count else "1 violation" if count == 1 else f"{count:,} violations"
    )
    names = [f.name for f in machine.parameters]
    return Picture(
        f"{machine.name} ({machine.module})", says, _fixed(machine, names, run.parameters), machine.period_us, run.ticks,
        tuple(lanes), tuple(breaks),
    )  # fmt: skip


# ── of a counterexample ──────────────────────────────────────────────────────────────────────────────────────


def of_verdict(verdict: Verdict) -> Picture | None:
    """The run that refutes a machine's property; None where a verdict has none."""
    found, goal = verdict.counterexample, verdict.obligation.goal
    if verdict.status != "refuted" or verdict.obligation.kind not in ("invariant", "range"):
        return None
    if found is None or not found.steps or not isinstance(goal, OfMachine):
        return None
    machine, known = goal.machine, types(goal.machine)
    # The steps of a run leave out what stays the same: the parameters.
    steps = [{**found.env, **step} for step in found.steps]
    property = next((p for p in machine.properties if p.name == goal.name), None)
    roots, told, every = _asked(machine, property, goal.name, steps[-1], known)
    names = [n for n in (*columns(machine, roots), *told) if n in steps[-1] and known[n].sort in _DRAWN]
    last = len(steps) - 1
    limits: dict[str, list[Limit]] = {}
    for b in broken(machine, property.formula if property is not None else None, every, steps[-1]):
        line = _series(b.name, known[b.name], [b.at(env) for env in steps])
        limits.setdefault(b.name, []).append(_limit(b, line, b.at(steps[-1]), last))
    roles = _roles(machine)
    lanes = tuple(
        Lane(_series(n, known[n], [env.get(n) for env in steps]), label(n), roles.get(n, "let"), tuple(limits.get(n, ())),
             n in told)
        for n in sorted(dict.fromkeys(names), key=lambda n: list(_ROLES).index(roles.get(n, "let")))
    )  # fmt: skip
    o, name = verdict.obligation, goal.name if property is not None else f"range of {goal.name}"
    traces = (f"traces to {', '.join(o.traces)}",) if o.traces else ()
    one = Break(name, o.says, (last,), (found.says,) if found.says else (), ((last, last + 1),))
    facts = (*_fixed(machine, cone(machine, roots), found.env), *traces)
    return Picture(o.id, o.says, facts, machine.period_us, len(steps), lanes, (one,))


_ROLES = {"input": 0, "state": 1, "let": 2, "output": 3}


def _roles(machine: Machine) -> dict[str, str]:
    return {
        **{s.next: "state" for s in machine.states},
        **{s.name: "state" for s in machine.states},
        **{f.name: "output" for f in machine.outputs},
        **{f.name: "input" for f in machine.inputs},
    }


def _asked(
    machine: Machine, property: Property | None, name: str, env: Mapping[str, Any], known: Mapping[str, Type]
) -> tuple[Sequence[str], Sequence[str], Sequence[Bound]]:
    """What a property, or the assignments of a name, depends on; the values of which its broken part speaks, where
    they have names that the author gave; and the bounds that it sets."""
    if property is not None:
        roots = sorted(reads(property.formula))
        told = [
            n for n in sorted(reads(broken_part(property.formula, env))) if "." not in n.removesuffix(".next")
        ]
        numbers = [n for n in known if known[n].sort == "int"]
        return roots, told, bounds(property, numbers)
    state = next((s for s in machine.states if s.name == name), None)
    of = name if state is None or state.next not in known else state.next
    ty = next((a.type for a in machine.assignments if a.name == name), None)
    return [name], [of], ends(f"range of {name}", ty, of) if ty is not None else ()


def _series(name: str, ty: Type, values: Iterable[object]) -> Series:
    series = Series(name, ty)
    for value in values:
        series.add(value)
    return series
