"""A machine over a recording: every tick through the evaluator and through the emitted step, which must agree.

Takes rows one at a time and keeps a fixed amount of them. Properties are judged at every tick, and so is every
assignment: a value outside its range is a violation as well. That two ways of computing a tick differ is a fault of
this tool and raises `Difference`; nothing is said of such a run.
"""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Any, Protocol

from aln.core.evaluate import evaluate, initial, receive, tick
from aln.core.ir import Assignment, Expr, Machine
from aln.simulate.bounds import Bound, bounds, broken
from aln.simulate.convert import INVALID, cell, convert
from aln.simulate.recording import TICK, TIME, Columns, Row, fault
from aln.simulate.series import Series
from aln.verifier.show import interval, literal
from aln.verifier.trace import broken as broken_part
from aln.verifier.trace import read, types

__all__ = ["Broken", "Difference", "Run", "Shown", "Stepper", "Watched"]

FIRST, LAST, MOST_EACH = 5, 5, 3
LONGEST_GAP = 1_000_000


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
    """A property that one tick breaks: the tick (-1: the start), and the values that break it, in words."""

    name: str
    tick: int
    place: int
    values: str
    bounds: tuple[Bound, ...] = ()


@dataclass(slots=True)
class Watched:
    """One property over the run: in how many ticks it was broken (or, for one that is to be reachable, was there),
    and the first of them."""

    name: str
    form: str
    lemma: bool
    says: str
    traces: tuple[str, ...]
    line: int
    formula: Expr | None
    assignment: Assignment | None = None
    count: int = 0
    first: int = -1

    @property
    def violated(self) -> bool:
        return self.form != "reachable" and self.count > 0


@dataclass
class Run:
    """The run of a machine, tick by tick. `step` is the emitted step, where there is one."""

    machine: Machine
    parameters: Mapping[str, Any]
    columns: Columns
    step: Stepper | None = None
    ticks: int = 0
    rows: int = 0
    late: int = 0
    missing: dict[str, int] = field(init=False)
    invalid: dict[str, int] = field(init=False)
    first: list[Shown] = field(default_factory=list)
    last: deque[Shown] = field(default_factory=lambda: deque(maxlen=LAST))
    breaking: list[Shown] = field(default_factory=list)
    found: list[Broken] = field(default_factory=list)

    def __post_init__(self) -> None:
        machine = self.machine
        self.missing = {f.name: 0 for f in machine.inputs}
        self.invalid = dict(self.missing)
        shown = [(f.name, f.type) for f in machine.inputs]
        shown += [(state.name, state.type) for state in machine.states]
        shown += [(f.name, f.type) for f in machine.outputs]
        self.series = {
            n: Series(n, t) for n, t in shown if "." not in n and t.sort in ("int", "bool", "enum")
        }
        numbers = [n for n, s in self.series.items() if s.type.sort == "int"]
        self.bounds = {
            p.name: bounds(p, numbers) for p in machine.properties if p.form == "always" and "." not in p.name
        }
        self.limits = {
            b: Series(b.name, self.series[b.name].type) for group in self.bounds.values() for b in group
        }
        self.watched = [
            *(Watched(p.name, p.form, p.lemma, p.says, p.traces, p.line, p.formula) for p in machine.properties),
            *(
                Watched(f"range of {a.name}", "range", False, f"`{a.name}` lies in {interval(a.type)}", (), a.line, None, a)
                for a in machine.assignments
            ),
        ]  # fmt: skip
        self.state = initial(machine, self.parameters)
        for w in self.watched:
            if w.assignment is not None and w.assignment.initial:
                self._range(w, w.assignment, self.parameters, None)
        if self.step is not None:
            self._same(self.step.start(self.parameters), self.state, "starts with", -1)
        self._position = -1
        self._epoch: Fraction | None = None

    # ── rows ─────────────────────────────────────────────────────────────────────────────────────────────────

    def feed(self, row: Row) -> None:
        """Runs the ticks up to and of this row. Raises `AlnError` for a row that cannot be placed, `Difference`."""
        self.columns.learn(row)
        self.rows += 1
        at = self._place(row)
        if at <= self._position:
            self.late += 1
            return
        if at - self._position > LONGEST_GAP:
            says = f"{at - self._position - 1} ticks pass without a row before this one"
            fault(self.columns.file, row.place, says, f"look at `{self._by(row)}`: part the recording there")
        for _ in range(self._position + 1, at):
            self._tick({}, 0)
        data = self.columns.data(row)
        if row.texts:
            known = {f.name: f.type for f in self.machine.inputs}
            data = {n: cell(known[n], str(v)) for n, v in data.items()}
        self._tick(data, row.place)
        self._position = at

    def _by(self, row: Row) -> str:
        return next((n for n in (TICK, TIME) if n in row.data and n in self.columns.ignored), "")

    def _place(self, row: Row) -> int:
        """The tick of a row: what its column `tick` or `time` says, else the one after the last."""
        by = self._by(row)
        if not by:
            return self._position + 1
        said = _number(row.data[by])
        if by == TICK:
            if said is None or said.denominator != 1 or said < 0:
                fault(
                    self.columns.file,
                    row.place,
                    f"`{row.data[by]}` is no number of a tick",
                    "count ticks from 0",
                )
            return int(said)
        if said is None:
            help = "write seconds, or an instant such as `2026-01-31T08:00:00Z`"
            fault(self.columns.file, row.place, f"`{row.data[by]}` is no time", help)
        self._epoch = said if self._epoch is None else self._epoch
        return int((said - self._epoch) * 1_000_000 // self.machine.period_us)

    # ── ticks ────────────────────────────────────────────────────────────────────────────────────────────────

    def _tick(self, data: Mapping[str, Any], place: int) -> None:
        machine, number = self.machine, self.ticks
        raw = {f.name: convert(f.type, data.get(f.name)) for f in machine.inputs}
        for name, value in raw.items():
            self.invalid[name] += value is INVALID
            self.missing[name] += value is None
        arrived = {
            f.name: receive(f, None if raw[f.name] is INVALID else raw[f.name]) for f in machine.inputs
        }
        env, self.state = tick(machine, self.parameters, self.state, arrived)
        if self.step is not None:
            self._same(self.step.receive(data), raw, "receives", number)
            kept, given = self.step.tick(raw)
            self._same(kept, self.state, "keeps", number)
            self._same(given, env, "gives", number)
        self.ticks += 1
        shown = Shown(number, place, env, frozenset(n for n, v in raw.items() if v is INVALID))
        if len(self.first) < FIRST:
            self.first.append(shown)
        else:
            self.last.append(shown)
        for name, series in self.series.items():
            series.add(env.get(name))
        for bound, series in self.limits.items():
            series.add(bound.at(env))
        before = len(self.found)
        for w in self.watched:
            self._watch(w, env, shown)
        if len(self.found) > before:
            self.breaking.append(shown)

    def _watch(self, w: Watched, env: Mapping[str, Any], shown: Shown) -> None:
        if w.assignment is not None:
            if not w.assignment.initial:
                self._range(w, w.assignment, env, shown)
            return
        assert w.formula is not None
        if evaluate(w.formula, env) == (w.form == "reachable"):
            words = ""
            if w.form != "reachable" and w.count < MOST_EACH:
                words = read(self.machine, broken_part(w.formula, env), env)
            self._note(w, shown, words, broken(self.machine, self.bounds.get(w.name, ()), env))

    def _range(self, w: Watched, a: Assignment, env: Mapping[str, Any], shown: Shown | None) -> None:
        if not evaluate(a.given, env):
            self._note(w, shown, f"`{a.name}` has no value")
            return
        value = evaluate(a.value, env)
        if not a.type.holds(value):
            self._note(w, shown, f"`{a.name}` is {literal(a.type, value)}")

    def _note(self, w: Watched, shown: Shown | None, words: str, of: tuple[Bound, ...] = ()) -> None:
        number, place = (shown.tick, shown.place) if shown is not None else (-1, 0)
        w.first = number if w.count == 0 else w.first
        w.count += 1
        if w.form != "reachable" and w.count <= MOST_EACH:
            self.found.append(Broken(w.name, number, place, words, of))

    def _same(self, other: Mapping[str, Any], own: Mapping[str, Any], verb: str, number: int) -> None:
        known = types(self.machine)
        for name, value in other.items():
            expected = own[name]
            if value is not expected and (type(value) is not type(expected) or value != expected):
                where = "at the start" if number < 0 else f"at tick {number}"
                a, b = (_words(known, name, v) for v in (value, expected))
                raise Difference(f"{where} the emitted step {verb} {a} as `{name}`, the evaluator {b}")

    @property
    def violated(self) -> bool:
        """Whether some property was broken."""
        return any(w.violated for w in self.watched)

    def shown(self) -> Iterator[Shown]:
        """The ticks to show, each once and in order: the first, those that break something, the last."""
        yield from {
            s.tick: s for s in sorted((*self.first, *self.breaking, *self.last), key=lambda s: s.tick)
        }.values()


def _words(known: Mapping[str, Any], name: str, value: Any) -> str:
    return f"`{literal(known[name], value)}`" if name in known and value is not INVALID else repr(value)


def _number(value: Any) -> Fraction | None:
    """Seconds or a number, exactly; None where it is none."""
    if type(value) is str:
        if "-" in value[1:] or ":" in value:
            try:
                when = datetime.datetime.fromisoformat(value.strip())
            except ValueError:
                return None
            aware = when if when.tzinfo else when.replace(tzinfo=datetime.UTC)
            start = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
            return Fraction((aware - start) // datetime.timedelta(microseconds=1), 1_000_000)
        try:
            value = Decimal(value.strip())
        except ArithmeticError:
            return None
    if type(value) is Decimal and (not value.is_finite() or abs(value.adjusted()) > 30):
        return None
    if type(value) is float and not abs(value) < 1e15:
        return None
    return Fraction(value) if type(value) in (int, float, Decimal) else None
