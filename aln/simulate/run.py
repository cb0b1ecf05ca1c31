"""A machine over a recording: every tick through the evaluator and through the emitted step, which must agree.

Takes rows one at a time and keeps a fixed amount of them. Properties are judged at every tick, and so is every
assignment: a value outside its range is a violation as well. That two ways of computing a tick differ is a fault of
this tool and raises `Difference`; nothing is said of such a run.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from aln.core.evaluate import evaluate, initial, receive, tick
from aln.core.ir import Assignment, Expr, Field, Machine, State, Type
from aln.core.slice import reads
from aln.simulate.bounds import Bound, bounds, broken, ends
from aln.simulate.convert import INVALID, cell, convert
from aln.simulate.placing import Placing
from aln.simulate.recording import Columns, Row, fault
from aln.simulate.series import Series, constant, unmarked
from aln.verifier.machines.trace import broken as broken_part
from aln.verifier.machines.trace import read, types
from aln.verifier.show import interval, literal

__all__ = ["Broken", "Difference", "Run", "Shown", "Stepper", "Watched"]

FIRST, LAST, MOST_EACH = 5, 5, 3
LONGEST_GAP = 1_000_000
EVERY = 1_000


class Stepper(Protocol):
    """Another way to compute the ticks of the same machine."""

    machine: Machine

    def start(self, parameters: Mapping[str, Any]) -> dict[str, Any]: ...

    def receive(self, data: Mapping[str, Any]) -> dict[str, Any]: ...

    def tick(self, raw: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]: ...


class Difference(Exception):
    """The evaluator and the emitted step disagree: a fault of this tool."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One tick: its number, the row it came from (0 where no row did), every value, what was invalid."""

    tick: int
    place: int
    env: Mapping[str, Any]
    invalid: frozenset[str]


@dataclass(frozen=True, slots=True)
class Broken:
    """A property that one tick breaks: the tick (-1: the start), the values that break it, in words, and the bounds
    that it breaks, with what each was at that tick."""

    name: str
    tick: int
    place: int
    values: str
    bounds: tuple[tuple[Bound, Any], ...] = ()


@dataclass(slots=True)
class Watched:
    """One property over the run: in how many ticks it was broken (or, for one that is to be reachable, was there),
    the first of them, and, from the first on, which."""

    name: str
    form: str
    lemma: bool
    says: str
    traces: tuple[str, ...]
    line: int
    formula: Expr | None
    assignment: Assignment | None = None
    bounds: tuple[Bound, ...] = ()
    stated: bool = True
    count: int = 0
    first: int = -1
    marks: Series | None = None

    @property
    def violated(self) -> bool:
        return self.form != "reachable" and self.count > 0


@dataclass
class Run:
    """The run of a machine, tick by tick. `step` is the emitted step, where there is one; `told` hears how many ticks
    are done, now and then."""

    machine: Machine
    parameters: Mapping[str, Any]
    columns: Columns
    step: Stepper | None = None
    told: Callable[[int], None] = lambda _: None
    ticks: int = 0
    rows: int = 0
    late: int = 0
    unfed: int = 0
    missing: dict[str, int] = field(init=False)
    invalid: dict[str, int] = field(init=False)
    samples: dict[str, tuple[int, object]] = field(default_factory=dict)
    first: list[Shown] = field(default_factory=list)
    last: deque[Shown] = field(default_factory=lambda: deque(maxlen=LAST))
    breaking: list[Shown] = field(default_factory=list)
    near: list[Shown] = field(default_factory=list)
    found: list[Broken] = field(default_factory=list)

    def __post_init__(self) -> None:
        machine = self.machine
        self.missing = {f.name: 0 for f in machine.inputs}
        self.invalid = dict(self.missing)
        every: tuple[Field | State, ...] = (*machine.inputs, *machine.states, *machine.outputs)
        self.names = {f.name: f.type for f in every if "." not in f.name}
        self.series = {n: Series(n, t) for n, t in self.names.items() if t.sort in ("int", "bool", "enum")}
        self.placing = Placing(self.columns.file, machine.period_us)
        self.watched = [*self._properties(), *self._ranges()]
        self._judged = [w for w in self.watched if w.assignment is None or not w.assignment.initial]
        # A limit of parameters alone is the same at every tick.
        fixed = {f.name for f in machine.parameters}
        self._limits: dict[object, tuple[Bound, Series]] = {
            _line(b): (b, Series(b.name, self.series[b.name].type))
            for w in self.watched
            for b in w.bounds
            if not _read(b) <= fixed
        }
        self._known = types(machine)
        self._defined = {d.value: d.name for d in machine.definitions}
        self._inputs: dict[str, tuple[Field, Type]] = {f.name: (f, f.type) for f in machine.inputs}
        self._position = -1
        self._before: Shown | None = None
        self.state = initial(machine, self.parameters)
        for w in self.watched:
            if w.assignment is not None and w.assignment.initial:
                self._range(w, w.assignment, self.parameters, None)
        if self.step is not None:
            self._same(self.step.start(self.parameters), self.state, "starts with", -1)

    def _properties(self) -> Iterator[Watched]:
        numbers = [n for n, s in self.series.items() if s.type.sort == "int"]
        for p in self.machine.properties:
            found = bounds(p, numbers) if p.form == "always" and "." not in p.name else ()
            yield Watched(p.name, p.form, p.lemma, p.says, p.traces, p.line, p.formula, None, found, p.stated)

    def _ranges(self) -> Iterator[Watched]:
        outputs = {f.name for f in self.machine.outputs}
        for a in self.machine.assignments:
            name, says = f"range of {a.name}", f"`{a.name}` lies in {interval(a.type)}"
            # What is assigned to a state is its value after the tick, and is not drawn there.
            found = ends(name, a.type, a.name) if a.name in outputs and a.name in self.series else ()
            yield Watched(name, "range", False, says, (), a.line, None, a, found)

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────

    def feed(self, row: Row) -> None:
        """Runs the ticks up to and of this row. Raises `AlnError` for a row that cannot be placed, `Difference`."""
        self.columns.learn(row)
        self.rows += 1
        at = self.placing.at(row, self._position, self.columns.inputs)
        if at <= self._position:
            self.late += 1
            return
        if at - self._position > LONGEST_GAP:
            says = f"more than {LONGEST_GAP:,} ticks pass without a row before this one"
            help = f"look at `{self.placing.by}`: part the recording there"
            fault(self.columns.file, row.place, says, help)
        for _ in range(self._position + 1, at):
            self.unfed += 1
            self._tick({}, 0)
        data = self.columns.data(row)
        if row.texts:
            data = {n: cell(self._inputs[n][1], str(v)) for n, v in data.items()}
        self._tick(data, row.place)
        self._position = at

    # ── ticks ────────────────────────────────────────────────────────────────────────────────────────────────

    def _tick(self, data: Mapping[str, Any], place: int) -> None:
        machine, number = self.machine, self.ticks
        raw = {n: convert(ty, data.get(n)) for n, (_, ty) in self._inputs.items()}
        bad = [n for n, v in raw.items() if v is INVALID]
        for name in bad:
            self.invalid[name] += 1
            self.samples.setdefault(name, (place, data[name]))
        arrived = {}
        for name, (known, _) in self._inputs.items():
            value = raw[name]
            self.missing[name] += value is None
            arrived[name] = receive(known, None if value is INVALID else value)
        env, self.state = tick(machine, self.parameters, self.state, arrived)
        if self.step is not None:
            self._same(self.step.receive(data), raw, "receives", number)
            kept, given = self.step.tick(raw)
            self._same(kept, self.state, "keeps", number)
            self._same(given, env, "gives", number)
        self.ticks += 1
        shown = Shown(number, place, env, frozenset(bad))
        if len(self.first) < FIRST:
            self.first.append(shown)
        else:
            self.last.append(shown)
        for name, series in self.series.items():
            series.add(env.get(name), name in bad)
        for bound, series in self._limits.values():
            series.add(bound.at(env))
        before = len(self.found)
        if self.breaking and self.breaking[-1].tick == number - 1:
            self.near.append(shown)
        for w in self._judged:
            self._watch(w, env, shown)
        if len(self.found) > before:
            self.breaking.append(shown)
            self.near += [self._before] if self._before is not None else []
        self._before = shown
        if self.ticks % EVERY == 0:
            self.told(self.ticks)

    def _watch(self, w: Watched, env: Mapping[str, Any], shown: Shown) -> None:
        count = w.count
        if w.assignment is not None:
            self._range(w, w.assignment, env, shown)
        elif w.formula is not None and evaluate(w.formula, env) == (w.form == "reachable"):
            words = ""
            if w.form != "reachable" and w.count < MOST_EACH:
                words = read(self.machine, broken_part(w.formula, env), env)
            self._note(w, shown, words)
        if w.marks is not None:
            w.marks.add(w.count > count)

    def _range(self, w: Watched, a: Assignment, env: Mapping[str, Any], shown: Shown | None) -> None:
        if not evaluate(a.given, env):
            self._note(w, shown, f"`{a.name}` has no value")
            return
        known = self._defined.get(a.value) if shown is not None else None
        value = evaluate(a.value, env) if known is None else env[known]
        if not a.type.holds(value):
            self._note(w, shown, f"`{a.name}` is {literal(a.type, value)}")

    def _note(self, w: Watched, shown: Shown | None, words: str) -> None:
        number, place, env = (-1, 0, {}) if shown is None else (shown.tick, shown.place, shown.env)
        w.first = number if w.count == 0 else w.first
        w.count += 1
        if w.form == "reachable":
            return
        if w.marks is None and number >= 0:
            w.marks = unmarked(w.name, number)
        if w.count <= MOST_EACH:
            of = (
                tuple((b, b.at(env)) for b in broken(self.machine, w.formula, w.bounds, env))
                if number >= 0
                else ()
            )
            self.found.append(Broken(w.name, number, place, words, of))

    def _same(self, other: Mapping[str, Any], own: Mapping[str, Any], verb: str, number: int) -> None:
        for name, value in other.items():
            expected = own[name]
            if value is not expected and (type(value) is not type(expected) or value != expected):
                where = "at the start" if number < 0 else f"at tick {number}"
                a, b = (_words(self._known, name, v) for v in (value, expected))
                raise Difference(f"{where} the emitted step {verb} {a} as `{name}`, the evaluator {b}")

    # ── afterwards ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def violated(self) -> bool:
        """Whether some property was broken."""
        return any(w.violated for w in self.watched)

    def limit(self, bound: Bound) -> Series:
        """What a bound was at every tick."""
        found = self._limits.get(_line(bound))
        if found is not None:
            return found[1]
        return constant(bound.name, self.series[bound.name].type, bound.at(self.parameters), self.ticks)

    def shown(self) -> Iterator[Shown]:
        """The ticks to show, each once and in order: the first, those that break something with their neighbours, the
        last."""
        every = (*self.first, *self.breaking, *self.near, *self.last)
        yield from {s.tick: s for s in sorted(every, key=lambda s: s.tick)}.values()


def _read(bound: Bound) -> frozenset[str]:
    return reads(bound.limit) if bound.center is None else reads(bound.limit, bound.center)


def _line(bound: Bound) -> object:
    """What is the same for two bounds that are drawn as one line."""
    return bound.name, bound.limit, bound.factor, bound.center, bound.center is not None and bound.upward()


def _words(known: Mapping[str, Any], name: str, value: Any) -> str:
    return f"`{literal(known[name], value)}`" if name in known and value is not INVALID else repr(value)
