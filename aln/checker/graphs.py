"""Therapy graphs as what they stand for: a machine whose one tick is one edge taken.

Takes the tree of a graph; gives the tree of a machine, and what is wrong with the graph. The state is the node, how
often each limited edge was taken, and the longest that the session may have lasted. Nothing is assumed about inputs:
they are what they are when a node is left. A 1.0 `behavior_graph` is a graph without types, durations or conditions,
and is claimed to end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from math import lcm, prod

from aln.checker.longest import bounds
from aln.checker.model import suggestion
from aln.checker.units import predeclared
from aln.diagnostics import Diagnostic, Span
from aln.syntax import tree as t

__all__ = ["END", "machine", "modern"]

END = "end"
MINUTE = "min"
# Names that a graph gives its own values; `at` and `fired` cannot be written with a dot by an author.
AT, FIRED, TOTAL, STEPS = "node", "graph.fired", "total", "graph.steps"
_NOWHERE = Span("", 0, 0)
CEILING, LONGEST = 10**6, 5_000
"""Minutes and steps beyond which those of a graph that need not end are not counted."""


@dataclass(frozen=True, slots=True)
class _Edge:
    """One edge: between two nodes, under a condition, at most so often; `counter` is how it is counted."""

    index: int
    source: str
    target: str
    condition: t.Expr | None
    at_most: int | None
    span: Span

    @property
    def counter(self) -> str:
        return f"graph.taken.{self.index}"


def modern(graph: t.BehaviorGraph) -> t.Graph:
    """A 1.0 graph in the words of today."""
    found = [b for b in _branches(graph.root) if isinstance(b.action, t.NextNode)]
    items: list[t.GraphItem] = []
    if found:
        items.append(t.Start(found[0].name, span=found[0].span))
    for b in found:
        items.append(t.GraphNode(b.name, "", span=b.span))
    for b in found:
        assert isinstance(b.action, t.NextNode)
        items.append(t.Edges((b.name, b.action.target), span=b.span))
    ends = t.Boolean(True, span=graph.span)
    items.append(
        t.Property("Ends", False, "Every path ends.", "terminates", ends, None, None, (), span=graph.span)
    )
    return t.Graph(graph.name, "", "", tuple(items), span=graph.span)


def _branches(branch: t.Branch) -> Iterator[t.Branch]:
    yield branch
    for child in branch.children:
        yield from _branches(child)


class _Graph:
    """A graph read once: its nodes, its edges, and everything wrong with them."""

    def __init__(self, graph: t.Graph, labels: frozenset[str]) -> None:
        self.graph = graph
        self.labels = labels
        self.diagnostics: list[Diagnostic] = []
        self.nodes: dict[str, t.GraphNode] = {}
        self.edges: list[_Edge] = []
        starts = [i for i in graph.items if isinstance(i, t.Start)]
        for item in graph.items:
            if isinstance(item, t.GraphNode):
                self.node(item)
        for item in graph.items:
            if isinstance(item, t.Edges):
                for source, target in pairwise(item.nodes):
                    self.edge(source, target, item, item.nodes[-1] == target)
        self.start = starts[0].node if starts else ""
        if len(starts) != 1:
            self.error(graph.span, f"`{graph.name}` has {len(starts)} starts", "write `start NODE;` once")
        elif self.start not in self.nodes:
            self.unknown(starts[0].span, self.start)
        self.leaving = {n: [e for e in self.edges if e.source == n] for n in self.nodes}
        for name, edges in self.leaving.items():
            self.ways_out(name, edges)

    def error(self, span: Span, message: str, help: str) -> None:
        self.diagnostics.append(Diagnostic("ALN0307", span, message, help))

    def unknown(self, span: Span, name: str) -> None:
        help = suggestion(name, self.nodes) or f"declare it: `node {name} : TYPE;`"
        self.error(span, f"`{name}` is not a node of `{self.graph.name}`", help)

    def node(self, item: t.GraphNode) -> None:
        if item.name in self.nodes or item.name == END:
            self.error(item.span, f"the node `{item.name}` is declared twice" if item.name != END
                       else "`end` is where every graph ends: it is no node of its own", "rename it")  # fmt: skip
            return
        if item.type and item.type not in self.labels:
            self.error(
                item.span, f"no enum declares the type `{item.type}`",
                suggestion(item.type, self.labels) or f"declare it: `enum Kind {{ {item.type}; }}`",
            )  # fmt: skip
        if item.low is not None and item.high is not None:
            low, high = _minutes(item.low), _minutes(item.high)
            if low is None or high is None or low > high:
                self.error(
                    item.span, f"the duration of `{item.name}` is no span of time",
                    "write the shorter first: `lasts 5 min .. 10 min`",
                )  # fmt: skip
        self.nodes[item.name] = item

    def edge(self, source: str, target: str, item: t.Edges, last: bool) -> None:
        for name in (source, target):
            if name not in self.nodes and (name != END or name == source):
                self.unknown(item.span, name)
        # In a chain the condition belongs to its last edge.
        condition, most = (item.condition, item.at_most) if last else (None, None)
        self.edges.append(_Edge(len(self.edges), source, target, condition, most, item.span))

    def ways_out(self, name: str, edges: list[_Edge]) -> None:
        free = [e.condition is None and e.at_most is None for e in edges]
        if not edges or not free[-1]:
            self.error(
                edges[-1].span if edges else self.nodes[name].span, f"no edge out of `{name}` is always open",
                f"let the last one be unconditional: `{name} -> …;`",
            )  # fmt: skip
        elif True in free[:-1]:
            self.error(
                edges[free.index(True) + 1].span, f"this edge out of `{name}` is never taken",
                "put it before the unconditional one",
            )  # fmt: skip

    def states(self) -> int:
        """How many nodes with counts of limited edges there are at most: a longer session has been somewhere twice."""
        return (len(self.nodes) + 1) * prod(1 + (e.at_most or 0) for e in self.edges)

    def high(self, name: str) -> Fraction:
        item = self.nodes.get(name)
        found = _minutes(item.high) if item is not None and item.high is not None else None
        return found or Fraction(0)


def _minutes(span: t.Number) -> Fraction | None:
    unit = predeclared(span.unit)
    return span.value * unit.factor / 60 if unit is not None and unit.kind == "time" else None


def machine(graph: t.Graph, labels: frozenset[str]) -> tuple[t.Machine, tuple[Diagnostic, ...]]:
    """The machine of a graph. `labels` are those that the enums of the module declare."""
    read = _Graph(graph, labels)
    if read.diagnostics:
        return t.Machine(graph.name, _number(1, MINUTE, graph.span), (), span=graph.span), tuple(
            read.diagnostics
        )
    whole = _Writer(read)
    return t.Machine(
        graph.name, _number(1, MINUTE, graph.span), tuple(whole.items()), graph=True, span=graph.span
    ), tuple(read.diagnostics)


def _number(value: int | Fraction, unit: str = "", span: Span = _NOWHERE) -> t.Number:
    return t.Number(Fraction(value), unit, str(value), span=span)


class _Writer:
    """The items of the machine that a graph stands for."""

    def __init__(self, read: _Graph) -> None:
        self.read = read
        self.span = read.graph.span
        highs = {n: read.high(n) for n in read.nodes}
        self.grain = Fraction(1, lcm(*(h.denominator for h in highs.values())))
        found = bounds(read.start, read.edges, (dict.fromkeys(read.nodes, Fraction(1)), highs))
        self.ends = found is not None
        self.bound = dict(zip((STEPS, TOTAL), found or (), strict=False))
        self.most = self.bound[TOTAL].top if self.ends else Fraction(CEILING)
        self.steps = int(self.bound[STEPS].top) if self.ends else min(read.states(), LONGEST)

    # ── small words ──────────────────────────────────────────────────────────────────────────────────────────

    def name(self, *parts: str) -> t.Path:
        return t.Path(parts, span=self.span)

    def op(self, op: str, a: t.Expr, b: t.Expr) -> t.Expr:
        return t.Binary(op, a, b, span=self.span)

    def label(self, node: str) -> t.Expr:
        return t.String(node, span=self.span)

    def call(self, function: str, *arguments: t.Expr) -> t.Expr:
        return t.Call(function, arguments, span=self.span)

    def choose(self, cases: list[tuple[t.Expr, t.Expr]], otherwise: t.Expr) -> t.Expr:
        for condition, value in reversed(cases):
            otherwise = t.If(condition, value, otherwise, span=self.span)
        return otherwise

    def any_of(self, parts: list[t.Expr]) -> t.Expr:
        if not parts:
            return t.Boolean(False, span=self.span)
        out = parts[0]
        for part in parts[1:]:
            out = self.op("or", out, part)
        return out

    def all_of(self, parts: list[t.Expr]) -> t.Expr:
        out = parts[0]
        for part in parts[1:]:
            out = self.op("and", out, part)
        return out

    def took(self, e: _Edge) -> t.Expr:
        return self.op("==", self.name(FIRED), _number(e.index, span=self.span))

    def entering(self, node: str) -> t.Expr:
        return self.any_of([self.took(e) for e in self.read.edges if e.target == node])

    # ── the machine ──────────────────────────────────────────────────────────────────────────────────────────

    def items(self) -> Iterator[t.MachineItem]:
        graph, read, span = self.read.graph, self.read, self.span
        if graph.entity:
            yield t.Param(graph.variable, graph.entity, "", span=span)
        for item in graph.items:
            if isinstance(item, t.Input):
                # What is lost or malformed is missing: an edge fires on true alone.
                yield _seen(item)
            elif isinstance(item, t.Let):
                yield item
        at = t.EnumType((*read.nodes, END), span=span)
        yield t.State(AT, at, self.label(read.start), span=span)
        limited = [e for e in read.edges if e.at_most is not None]
        for e in limited:
            assert e.at_most is not None
            counts = t.NumberType("int", "", _number(0), _number(e.at_most), None, span=e.span)
            yield t.State(e.counter, counts, _number(0, span=e.span), span=e.span)
        yield t.State(TOTAL, self.minutes(), _number(0, MINUTE, span), span=span)
        steps = t.NumberType("int", "", _number(0), _number(self.steps + 1), None, span=span)
        yield t.State(STEPS, steps, _number(0, span=span), span=span)
        yield t.Let(FIRED, self.fired(), span=span)
        yield t.Next(AT, self.following(at), span=span)
        for e in limited:
            one_more = self.op("+", self.name(e.counter), _number(1))
            yield t.Next(
                e.counter, t.If(self.took(e), one_more, self.name(e.counter), span=e.span), span=e.span
            )
        yield t.Next(TOTAL, self.longer(), span=span)
        running = self.op("!=", self.name(AT), self.label(END))
        more = self.call("min", self.op("+", self.name(STEPS), _number(1)), _number(self.steps + 1))
        yield t.Next(STEPS, t.If(running, more, self.name(STEPS), span=span), span=span)
        yield t.Output("next_node", at, self.call("next", self.name(AT)), span=span)
        yield t.Output("longest", self.minutes(), self.call("next", self.name(TOTAL)), span=span)
        yield from self.bounds()
        for item in graph.items:
            if isinstance(item, t.Property):
                yield self.property(item)
            elif isinstance(item, t.GraphNode):
                yield from self.conditions(item)
        for e in read.edges:
            yield self.taken(e)

    def minutes(self) -> t.NumberType:
        top = self.most if self.ends else self.most + self.grain
        return t.NumberType("decimal", MINUTE, _number(0), _number(top), _number(self.grain), span=self.span)

    def fired(self) -> t.Expr:
        """The index of the edge taken: of those that leave the node, the first that is open."""
        cases: list[tuple[t.Expr, t.Expr]] = []
        for node, edges in self.read.leaving.items():
            here = self.op("==", self.name(AT), self.label(node))
            ways: list[tuple[t.Expr, t.Expr]] = []
            for e in edges[:-1]:
                needs = [self.call("certain", e.condition)] if e.condition is not None else []
                if e.at_most is not None:
                    needs.append(self.op("<", self.name(e.counter), _number(e.at_most)))
                ways.append((self.all_of(needs), _number(e.index, span=e.span)))
            cases.append((here, self.choose(ways, _number(edges[-1].index, span=edges[-1].span))))
        return self.choose(cases, _number(len(self.read.edges), span=self.span))

    def following(self, at: t.EnumType) -> t.Expr:
        cases = [
            (self.entering(node), self.label(node))
            for node in self.read.nodes
            if any(e.target == node for e in self.read.edges)
        ]
        return self.choose(cases, self.label(END))

    def longer(self) -> t.Expr:
        cases = [
            (self.op("==", self.name(AT), self.label(node)),
             self.op("+", self.name(TOTAL), _number(self.read.high(node), MINUTE, self.span)))
            for node in self.read.nodes
            if self.read.high(node)
        ]  # fmt: skip
        total = self.choose(cases, self.name(TOTAL))
        if not self.ends:
            return self.call("min", total, _number(self.most + self.grain, MINUTE, self.span))
        return total

    # ── what is claimed ──────────────────────────────────────────────────────────────────────────────────────

    def lemma(self, name: str, formula: t.Expr) -> t.Property:
        return t.Property(name, True, "", "always", formula, None, None, (), span=self.span)

    def bounds(self) -> Iterator[t.Property]:
        """The most steps and minutes that lead to each node: invariants by construction."""
        for name, bound in self.bound.items():
            unit = "" if name == STEPS else MINUTE
            cases: list[tuple[t.Expr, t.Expr]] = []
            if bound.listed is not None:
                for (node, counts), top in bound.listed.items():
                    here = [self.op("==", self.name(AT), self.label(node))]
                    here += [
                        self.op("==", self.name(self.read.edges[e].counter), _number(n))
                        for e, n in zip(bound.each, counts, strict=True)
                    ]
                    cases.append(
                        (self.all_of(here), self.op("<=", self.name(name), _number(top, unit, self.span)))
                    )
                yield self.lemma(f"{name}.bounded", self.choose(cases, t.Boolean(False, span=self.span)))
                continue
            cases += [
                (self.op("==", self.name(AT), self.label(node)), _number(base, unit, self.span))
                for node, base in bound.base.items()
            ]
            most = self.choose(cases, _number(bound.top, unit, self.span))
            for index, each in bound.each.items():
                if each:
                    counter = self.name(self.read.edges[index].counter)
                    most = self.op("+", most, self.op("*", counter, _number(each, unit, self.span)))
            yield self.lemma(f"{name}.bounded", self.op("<=", self.name(name), most))

    def property(self, item: t.Property) -> t.Property:
        if item.form == "terminates":
            done = self.op("<=", _number(self.steps), self.name(STEPS))
            ended = self.op("==", self.name(AT), self.label(END))
            return _replaced(item, self.op("implies", done, ended))
        if item.form in ("enters", "avoids"):
            assert isinstance(item.trigger, t.Path)
            named = item.trigger.parts[0]
            if item.form == "enters":
                if named not in self.read.nodes:
                    self.read.unknown(item.trigger.span, named)
                    return _replaced(item, t.Boolean(False, span=item.span))
                return _replaced(item, self.only_when(named, item.formula, item.span))
            if named not in self.read.labels:
                self.read.error(
                    item.trigger.span, f"no enum declares the type `{named}`",
                    suggestion(named, self.read.labels) or f"declare it: `enum Kind {{ {named}; }}`",
                )  # fmt: skip
            of_type = [n.name for n in self.read.nodes.values() if n.type == named]
            here = [self.op("==", self.name(AT), self.label(n)) for n in of_type]
            return _replaced(item, t.Unary("not", self.any_of(here), span=item.span))
        return item

    def only_when(self, node: str, condition: t.Expr, span: Span) -> t.Expr:
        if node == self.read.start:
            self.read.error(
                span, f"`{node}` is where the session starts, before anything is seen",
                "put a node before it, or claim something of the patient",
            )  # fmt: skip
        return self.op("implies", self.entering(node), self.call("certain", condition))

    def conditions(self, item: t.GraphNode) -> Iterator[t.Property]:
        """`needs` and `unless` of a node are claims about every edge that leads to it."""
        if item.needs is not None:
            says = f"`{item.name}` is entered only when what it needs is certain."
            formula = self.only_when(item.name, item.needs, item.span)
            yield self.claim(f"{item.name}_needs", says, formula, item.span)
        if item.unless is not None:
            says = f"`{item.name}` is entered only when its contraindication is certainly absent."
            refused = t.Unary("not", item.unless, span=item.unless.span)
            yield self.claim(
                f"{item.name}_unless", says, self.only_when(item.name, refused, item.span), item.span
            )

    def taken(self, e: _Edge) -> t.Property:
        """That some session takes an edge."""
        alike = [o for o in self.read.edges if (o.source, o.target) == (e.source, e.target)]
        number = f" {alike.index(e) + 1}" if len(alike) > 1 else ""
        says = f"the edge `{e.source} -> {e.target}` can be taken" + (
            f" ({number.strip()})" if number else ""
        )
        name = f"{e.source} to {e.target}{number}"
        return t.Property(
            name, False, says, "reachable", self.took(e), None, None, (), stated=False, span=e.span
        )

    def claim(self, name: str, says: str, formula: t.Expr, span: Span) -> t.Property:
        return t.Property(name, False, says, "always", formula, None, None, (), span=span)


def _replaced(item: t.Property, formula: t.Expr) -> t.Property:
    return replace(item, formula=formula, trigger=None)


def _seen(item: t.Input) -> t.Input:
    return t.Input(item.name, item.type, True, item.signal, item.held, span=item.span)
