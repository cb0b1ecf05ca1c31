"""What `aln draw` draws: of a therapy graph its nodes and edges, of a machine the modes and what leads from one to
another, and the claims about them with what is known of their proofs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import pairwise

from aln.core.ir import Machine, State, walk
from aln.diagnostics import AlnError
from aln.simulate.diagram import Box, Diagram, Edge, Told
from aln.simulate.parameters import drawn
from aln.simulate.transitions import initially, possible, seen
from aln.syntax import tree as t
from aln.syntax.format import format_expr
from aln.verifier.obligation import Obligation, OfMachine, Verdict

__all__ = ["Known", "of_graph", "of_modes"]

END = "end"
_NODE = "node"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a machine: the obligation of each property, and that it is not vacuous; and, where they were
    asked for, the verdicts and the names of the drawings of their runs, by the id of the obligation."""

    asked: Mapping[str, Obligation]
    vacuous: Mapping[str, Obligation]
    verdicts: Mapping[str, Verdict]
    drawings: Mapping[str, str]

    @staticmethod
    def of(
        machine: Machine,
        every: Sequence[Obligation],
        verdicts: Mapping[str, Verdict],
        drawings: Mapping[str, str],
    ) -> Known:
        """What is known of one machine among some obligations."""
        own = [
            (o.kind, o.goal.name, o)
            for o in every
            if isinstance(o.goal, OfMachine) and o.goal.machine is machine
        ]
        asked = {name: o for kind, name, o in own if kind in ("invariant", "reachable")}
        return Known(asked, {name: o for kind, name, o in own if kind == "non-vacuous"}, verdicts, drawings)

    def claims(self, machine: Machine) -> tuple[Told, ...]:
        """The claims of a machine, each with its id, its evidence, and what it traces to."""
        return tuple(
            self._told(p.name, p.says)
            for p in machine.properties
            if not p.lemma and p.stated and "." not in p.name and p.says
        )

    def _told(self, name: str, says: str) -> Told:
        o = self.asked.get(name)
        if o is None:
            return Told(name, says)
        v, empty = self.verdicts.get(o.id), self._verdict(self.vacuous.get(name))
        found = [*self.facts(name), *([", ".join(o.traces)] if o.traces else [])]
        if empty is not None and empty.status != "proved":
            found.append("it says nothing" if empty.status == "refuted" else "not known to say anything")
        drawn = self.drawings.get(o.id, "") if v is not None and v.status == "refuted" else ""
        return Told(name, says, self.status(name), "  ·  ".join(found), drawn)

    def _verdict(self, o: Obligation | None) -> Verdict | None:
        return self.verdicts.get(o.id) if o is not None else None

    def status(self, name: str) -> str:
        """The status of a property; empty where it was not asked for."""
        v = self._verdict(self.asked.get(name))
        return v.status if v is not None else ""

    def facts(self, name: str) -> list[str]:
        """The id of a property, and the evidence of its proof."""
        o = self.asked.get(name)
        v = self._verdict(o)
        found = [o.id] if o is not None else []
        if v is not None and v.status == "proved":
            found.append(f"{v.evidence} by {v.engine}" + (f", k = {v.k}" if v.k else ""))
        return found

    def taken(self, state: State) -> dict[tuple[str, str], tuple[str, ...]]:
        """The claims refuted by runs that go from one label of a state to another."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for name, o in self.asked.items():
            v = self.verdicts.get(o.id)
            if v is not None and v.status == "refuted" and v.counterexample is not None:
                for env in v.counterexample.steps:
                    pair = env.get(state.name), env.get(state.next)
                    if isinstance(pair[0], str) and isinstance(pair[1], str):
                        found.setdefault((pair[0], pair[1]), {})[name] = None
        return {pair: tuple(names) for pair, names in found.items()}


# ── therapy graphs ───────────────────────────────────────────────────────────────────────────────────────────


def of_graph(graph: t.Graph, machine: Machine, known: Known) -> Diagram:
    """A therapy graph. Its edges stand in the order in which they are tried."""
    nodes = [i for i in graph.items if isinstance(i, t.GraphNode)]
    start = next((i.node for i in graph.items if isinstance(i, t.Start)), "")
    claims = known.claims(machine)
    told = {c.name for c in claims}
    said = {i.name: set(_words(i)) for i in graph.items if isinstance(i, t.Property) and i.name in told}

    def of(name: str, type: str = "") -> tuple[str, ...]:
        named = [p for p, words in said.items() if name in words or (type and type in words)]
        return (*named, *(c for c in told if c in (f"{name}_needs", f"{name}_unless")))

    state = next(s for s in machine.states if s.name == _NODE)
    taken = known.taken(state)
    boxes = [
        Box(n.name, (*_said(n), *_never(known, state, n.name)), of(n.name, n.type), n.name == start,
            known.status(f"{state.name} is {n.name}"))
        for n in nodes
    ]  # fmt: skip
    edges: list[Edge] = []
    pairs = [pair for item in graph.items if isinstance(item, t.Edges) for pair in pairwise(item.nodes)]
    for item in graph.items:
        if isinstance(item, t.Edges):
            when = [f"when {format_expr(item.condition)}"] if item.condition is not None else []
            when += [f"at most {item.at_most} times"] if item.at_most is not None else []
            for a, b in pairwise(item.nodes):
                words = ", ".join(when) or ("otherwise" if any(e.source == a for e in edges) else "")
                alike = sum((e.source, e.target) == (a, b) for e in edges) + 1
                name = f"{a} to {b}" + (f" {alike}" if pairs.count((a, b)) > 1 else "")
                status, facts = known.status(name), "  ·  ".join(known.facts(name))
                certain = status in ("", "proved")
                edges.append(Edge(a, b, words, certain, taken.get((a, b), ()), facts, status))
    if any(e.target == END for e in edges):
        said_ = tuple(_never(known, state, END))
        boxes.append(Box(END, said_, of(END), False, known.status(f"{state.name} is {END}")))
    boxes.sort(key=lambda b: not b.start)
    says = f"therapy graph for {graph.entity}" if graph.entity else "therapy graph"
    says += "; of the edges that leave a node the first that is open is taken"
    return Diagram(f"{graph.name} ({machine.module})", says, tuple(boxes), tuple(edges), claims)


def _never(known: Known, state: State, label: str) -> Iterator[str]:
    """What is to be said where it is not proved that a node or mode is entered."""
    status = known.status(f"{state.name} is {label}")
    if status in ("refuted", "unknown"):
        yield "never entered" if status == "refuted" else "not known to be entered"


def _said(node: t.GraphNode) -> Iterator[str]:
    if node.type:
        yield node.type
    if node.low is not None and node.high is not None:
        yield f"{format_expr(node.low)} .. {format_expr(node.high)}"
    if node.needs is not None:
        yield f"needs {format_expr(node.needs)}"
    if node.unless is not None:
        yield f"unless {format_expr(node.unless)}"


def _words(tree: object) -> Iterator[str]:
    """Every name and text of a tree."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, tuple):
        for part in tree:
            yield from _words(part)
    elif is_dataclass(tree):
        for part in fields(tree):
            if part.name not in ("span", "says"):
                yield from _words(getattr(tree, part.name))


# ── modes ────────────────────────────────────────────────────────────────────────────────────────────────────


def of_modes(tree: t.Machine | None, machine: Machine, state: State, known: Known) -> Diagram:
    """The modes of a machine: which can follow which, and, where its author says so by cases, when."""
    may = possible(machine, state)
    try:
        taken = seen(machine, state, drawn(machine, 0))
    except AlnError:
        taken = frozenset()  # no valid parameters were found: nothing is seen, and nothing excluded by it
    claims, refuted = known.claims(machine), known.taken(state)
    about = {c.name: _labels(machine, state, c.name) for c in claims}
    after = (
        next((i.value for i in tree.items if isinstance(i, t.Next) and i.name == state.name), None)
        if tree
        else None
    )
    first = initially(state)
    boxes = [
        Box(
            label,
            tuple(_never(known, state, label)),
            tuple(c for c, labels in about.items() if label in labels),
            label in first,
            known.status(f"{state.name} is {label}"),
        )
        for label in state.type.labels
    ]
    boxes.sort(key=lambda b: not b.start)
    edges = tuple(
        Edge(a, b, _when(after, state, a, b), (a, b) in taken or (a, b) in refuted, refuted.get((a, b), ()))
        for a, after_a in may.items() for b in after_a if a != b
    )  # fmt: skip
    says = f"modes of {machine.name}: whole lines were taken in runs, broken ones are not excluded"
    return Diagram(f"{machine.name}.{state.name} ({machine.module})", says, tuple(boxes), edges, claims)


def _labels(machine: Machine, state: State, name: str) -> frozenset[str]:
    """The labels of a state that a property speaks of: itself, or by a truth that the author gave a name."""
    outputs = {f.name for f in machine.outputs}
    named = {d.name: d.value for d in machine.definitions
             if d.value.type.sort == "bool" and d.name not in outputs and "." not in d.name}  # fmt: skip
    left = [p.formula for p in machine.properties if p.name == name]
    found: set[str] = set()
    while left:
        for e in walk(left.pop()):
            if e.kind == "const" and e.type == state.type:
                found.add(str(e.value))
            elif e.kind == "var" and e.name in named:
                left.append(named.pop(e.name))
    # Of two labels, core asks of one whether it is the other.
    return frozenset(state.type.labels if found and len(state.type.labels) == 2 else found)


def _when(after: t.Expr | None, state: State, source: str, target: str) -> str:
    """When one label follows another, in the words of `next`; empty where its cases do not tell."""
    ways = []
    for conditions, value in _cases(after):
        known = [(c, wanted, _is(c, state, source)) for c, wanted in conditions]
        if any(k is not None and k is not wanted for _, wanted, k in known):
            continue
        label = value.parts[-1] if isinstance(value, t.Path) else ""
        if label not in (state.name, *state.type.labels):
            return ""
        if label == target:
            ways.append(_joined([(c, wanted) for c, wanted, k in known if k is None]))
    return f"when {', or '.join(ways)}" if ways and all(ways) else ""


def _joined(conditions: Sequence[tuple[t.Expr, bool]]) -> str:
    """Conditions, each to be true or to be false, in one sentence."""
    said = []
    for condition, wanted in conditions:
        words = format_expr(condition)
        apart = not isinstance(condition, t.Path | t.Call) and (len(conditions) > 1 or not wanted)
        words = f"({words})" if apart else words
        said.append(words if wanted else f"not {words}")
    return " and ".join(said)


def _cases(value: t.Expr | None) -> Iterator[tuple[tuple[tuple[t.Expr, bool], ...], t.Expr]]:
    """The cases of a value: the conditions under which each holds, true or false, and what it is then."""
    if isinstance(value, t.If):
        for wanted, part in ((True, value.then), (False, value.otherwise)):
            for conditions, own in _cases(part):
                yield ((value.condition, wanted), *conditions), own
    elif value is not None:
        yield (), value


def _is(condition: t.Expr, state: State, label: str) -> bool | None:
    """Whether a condition is true in a mode, where that is all that it asks."""
    if isinstance(condition, t.Binary) and condition.op in ("==", "!="):
        sides = [x.parts for x in (condition.left, condition.right) if isinstance(x, t.Path)]
        if len(sides) == 2 and (state.name,) in sides:
            other = sides[1 - sides.index((state.name,))][-1]
            if other in state.type.labels:
                return (other == label) is (condition.op == "==")
    return None
