"""A second, naive meaning of machines and graphs: each value at each tick, straight from the syntax tree.

Nothing is carried from tick to tick. What a timer, a window or a deadline says is looked up in the whole history each
time, as the language reference puts it in words. Written without core, for comparison only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from aln.syntax import tree as t
from tests.lower.kleene import meaning

SECONDS = {"ms": Fraction(1, 1000), "s": Fraction(1), "min": Fraction(60)}
ABSENT = object()

Arrives = Callable[[str, int], Any]
"""What arrives at an input in a tick; None where nothing does."""


@dataclass(frozen=True)
class Root:
    """The square root of a variance, for comparison with an exact bound."""

    square: Fraction

    def _against(self, k: Fraction) -> int:
        return 1 if k < 0 else (self.square > k * k) - (self.square < k * k)

    def __lt__(self, k: Fraction) -> bool:
        return self._against(k) < 0

    def __le__(self, k: Fraction) -> bool:
        return self._against(k) <= 0

    def __gt__(self, k: Fraction) -> bool:
        return self._against(k) > 0

    def __ge__(self, k: Fraction) -> bool:
        return self._against(k) >= 0


class Moment(Mapping[str, Any]):
    """The names of a machine at one tick."""

    def __init__(self, history: History, tick: int) -> None:
        self.history, self.tick = history, tick
        self.units = SECONDS
        self.functions: dict[str, Callable[..., Any]] = {
            "certain": lambda e: self.history.of(e, self.tick) is True,
            "before": lambda e: self.history.of(e, self.tick - 1),
            "next": lambda x: self.history.named(x.parts[0], self.tick + 1),
            "throughout": self.throughout,
            "once": self.once,
        }

    def __getitem__(self, name: str) -> Any:
        return self.history.named(name, self.tick)

    def __contains__(self, name: object) -> bool:
        return name in self.history.items

    def __iter__(self) -> Iterator[str]:
        return iter(self.history.items)

    def __len__(self) -> int:
        return len(self.history.items)

    def throughout(self, e: t.Expr, span: t.Number) -> bool:
        count = self.history.ticks(span)
        return all(self.history.of(e, s) is True for s in range(self.tick - count, self.tick + 1))

    def once(self, e: t.Expr, span: t.Number) -> bool:
        count = self.history.ticks(span)
        return any(self.history.of(e, s) is True for s in range(self.tick - count, self.tick))


class Members:
    """What a path reads behind a name: of a part, of a window."""

    def __init__(self, read: Callable[[str], Any]) -> None:
        self.get = read


class History:
    """One run of a machine: what arrived at each tick decides every value of every tick."""

    def __init__(
        self,
        machine: t.Machine,
        arrives: Arrives,
        parameters: Mapping[str, Any],
        machines: Mapping[str, t.Machine],
    ) -> None:
        self.machine, self.arrives, self.parameters = machine, arrives, parameters
        self.period = machine.period.value * SECONDS[machine.period.unit]
        skipped = (t.Next, t.Property)
        self.items = {i.name: i for i in machine.items if not isinstance(i, skipped)}
        self.following = {i.name: i.value for i in machine.items if isinstance(i, t.Next)}
        self.properties = {i.name: i for i in machine.items if isinstance(i, t.Property)}
        self.memory: dict[tuple[str, int], Any] = {}
        self.parts = {
            i.name: History(machines[i.machine], self.wired(i), parameters, machines)
            for i in machine.items
            if isinstance(i, t.Part)
        }

    def wired(self, part: t.Part) -> Arrives:
        wires = dict(part.wires)
        return lambda name, tick: self.of(wires[name], tick)

    def ticks(self, span: t.Expr) -> int:
        assert isinstance(span, t.Number)
        if span.unit == "ticks":
            return int(span.value)
        count = span.value * SECONDS[span.unit] / self.period
        assert count.denominator == 1
        return int(count)

    def of(self, e: t.Expr, tick: int) -> Any:
        """The value of an expression at a tick; missing before the first."""
        return None if tick < 0 else meaning(e, Moment(self, tick))

    def named(self, name: str, tick: int) -> Any:
        known = self.memory.get((name, tick), ABSENT)
        if known is ABSENT:
            known = self.memory[name, tick] = self.found(self.items[name], tick)
        return known

    def found(self, item: t.MachineItem, tick: int) -> Any:
        match item:
            case t.Param():
                return self.parameters
            case t.Input():
                reach = 0 if item.held is None else self.ticks(item.held)
                return self.newest(lambda s: self.arrives(item.name, s), tick, reach)
            case t.State():
                if tick == 0:
                    return self.of(item.initial, 0)
                return self.of(self.following[item.name], tick - 1)
            case t.Timer():
                return self.timed(item, tick)
            case t.Let() | t.Output():
                return self.of(item.value, tick)
            case t.Part():
                return Members(lambda inner: self.parts[item.name].named(inner, tick))
            case t.Window():
                return Members(lambda what: self.window(item, what, tick))
        raise AssertionError(item)

    def assigned(self, name: str, tick: int) -> Any:
        """What a name is given in a tick: a state its next value, an input what arrives; `P ticks` is what the property
        P counts."""
        if name.endswith(" ticks"):
            counted = self.properties[name.removesuffix(" ticks")].ticks
            assert counted is not None
            return self.of(counted, tick)
        if isinstance(self.items[name], t.Input):
            return self.arrives(name, tick)
        return self.named(name, tick + isinstance(self.items[name], t.State))

    @staticmethod
    def newest(read: Callable[[int], Any], tick: int, reach: int) -> Any:
        for s in range(tick, max(-1, tick - reach - 1), -1):
            value = read(s)
            if value is not None:
                return value
        return None

    def timed(self, item: t.Timer, tick: int) -> Fraction:
        held = [s for s in range(tick) if self.of(item.condition, s) is True]
        if item.since:
            assert item.starts is not None
            ago = tick - held[-1] if held else self.ticks(item.starts) + tick
        else:
            unbroken = set(held)
            ago = next((n for n in range(tick) if tick - 1 - n not in unbroken), tick)
        count = Fraction(min(ago, self.ticks(item.bound)))
        return count if item.bound.unit == "ticks" else count * self.period

    def window(self, item: t.Window, what: str, tick: int) -> Any:
        assert isinstance(item.source, t.Path)
        source = self.items.get(item.source.parts[0])

        def seen(s: int) -> Any:
            # what was seen, and not what is held
            return self.arrives(source.name, s) if isinstance(source, t.Input) else self.of(item.source, s)

        over = self.ticks(item.over)
        given = [seen(s) for s in range(max(0, tick - over + 1), tick + 1)]
        values = [v for v in given if v is not None][-item.samples :]
        n, total = Fraction(len(values)), sum(values, Fraction(0))
        squares = sum((v * v for v in values), Fraction(0))
        if what in ("count", "sum", "squares"):
            return {"count": n, "sum": total, "squares": squares}[what]
        if what == "age":
            ago = next((a for a in range(min(tick, over) + 1) if seen(tick - a) is not None), over + 1)
            return ago * self.period
        if not values:
            return None
        mean = total / n
        return {
            "median": sorted(values)[(len(values) - 1) // 2],
            "newest": values[-1],
            "mean": mean,
            "deviation": Root(squares / n - mean * mean),
        }[what]

    def holds(self, name: str, tick: int) -> bool:
        """Whether a property is kept at a tick, as far as that tick can tell."""
        p = self.properties[name]
        now = self.of(p.formula, tick)
        if p.form in ("always", "reachable"):
            return now is True
        if p.form == "never":
            return now is False
        assert p.trigger is not None and p.ticks is not None
        asked = [s for s in range(tick + 1) if self.of(p.trigger, s) is True]
        if p.form == "within":
            answers = [s for s in range(tick + 1) if self.of(p.formula, s) is True]
            last = answers[-1] if answers else -1
            return not any(last < s <= tick - self.ticks(p.ticks) for s in asked)
        n = int(self.of(p.ticks, tick))
        return now is True or not {*range(tick - n + 1, tick + 1)} <= set(asked)


class Session:
    """One session of a therapy graph: the edges taken, and where each led."""

    def __init__(self, graph: t.Graph, arrives: Arrives, record: Mapping[str, Any], count: int) -> None:
        self.graph, self.arrives, self.record = graph, arrives, record
        self.nodes = {i.name: i for i in graph.items if isinstance(i, t.GraphNode)}
        self.edges: list[tuple[str, str, t.Expr | None, int | None]] = []
        for item in graph.items:
            if isinstance(item, t.Edges):
                for number, (a, b) in enumerate(pairwise(item.nodes), 2):
                    last = number == len(item.nodes)
                    self.edges.append(
                        (a, b, item.condition if last else None, item.at_most if last else None)
                    )
        (start,) = [i.node for i in graph.items if isinstance(i, t.Start)]
        self.at, self.taken, self.minutes = [start], [], [Fraction(0)]
        for tick in range(count):
            self.step(tick)

    def scope(self, tick: int) -> Mapping[str, Any]:
        names: dict[str, Any] = {
            i.name: self.arrives(i.name, tick) for i in self.graph.items if isinstance(i, t.Input)
        }
        names["node"] = self.at[tick]
        names["total"] = self.minutes[tick]
        if self.graph.variable:
            names[self.graph.variable] = self.record
        for item in self.graph.items:
            if isinstance(item, t.Let):
                names[item.name] = meaning(item.value, names)
        return names

    def step(self, tick: int) -> None:
        here, names = self.at[-1], self.scope(tick)
        for index, (source, target, condition, most) in enumerate(self.edges):
            open_ = condition is None or meaning(condition, names) is True
            if source == here and open_ and (most is None or self.taken.count(index) < most):
                self.taken.append(index)
                self.at.append(target)
                break
        else:
            assert here == "end"
            self.taken.append(None)
            self.at.append(here)
        high = self.nodes[here].high if here in self.nodes else None
        self.minutes.append(self.minutes[-1] + (high.value * SECONDS[high.unit] / 60 if high else 0))

    def entered(self, tick: int) -> str:
        """The node to which an edge is taken in a tick."""
        taken = self.taken[tick]
        return "" if taken is None else self.edges[taken][1]

    def kept(self, tick: int) -> Mapping[str, bool]:
        """For each claim and each condition of a node: whether it is kept at a tick."""
        names, out = self.scope(tick), {}
        for item in self.graph.items:
            if isinstance(item, t.Property) and item.form == "always":
                out[item.name] = meaning(item.formula, names) is True
            elif isinstance(item, t.Property) and item.form == "avoids":
                here = self.nodes.get(self.at[tick])
                out[item.name] = here is None or here.type != str(item.trigger)
            elif isinstance(item, t.Property) and item.form == "enters":
                entered = self.entered(tick) == str(item.trigger)
                out[item.name] = not entered or meaning(item.formula, names) is True
            elif isinstance(item, t.GraphNode):
                entered = self.entered(tick) == item.name
                if item.needs is not None:
                    out[f"{item.name}_needs"] = not entered or meaning(item.needs, names) is True
                if item.unless is not None:
                    out[f"{item.name}_unless"] = not entered or meaning(item.unless, names) is False
        return out


def columns(rows: Sequence[Mapping[str, Any]]) -> Arrives:
    """What arrives, from a row for each tick."""
    return lambda name, tick: rows[tick].get(name)
