"""Trees and graphs of ALN 1.0: each name stands once, each step leads somewhere, and the end is reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aln.checker.mend import renaming
from aln.checker.model import suggestion
from aln.checker.registry import finding
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

END = "end"


def _branches(branch: t.Branch) -> Iterator[t.Branch]:
    yield branch
    for child in branch.children:
        yield from _branches(child)


def _steps(graph: t.BehaviorGraph) -> list[t.Branch]:
    """The nodes of a graph, in order of writing; the first is where a session starts."""
    return [b for b in _branches(graph.root) if b.kind == "node"]


def _graphs(checked: CheckedModule) -> Iterator[t.BehaviorGraph]:
    return (item for item in checked.module.items if isinstance(item, t.BehaviorGraph))


def names_twice(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A name of a graph's node is what `next` leads to; a name of a tree's node is what a denial shows."""
    for item in checked.module.items:
        if isinstance(item, t.BehaviorGraph | t.BehaviorTree):
            graph = isinstance(item, t.BehaviorGraph)
            first: dict[str, t.Branch] = {}
            for branch in _branches(item.root):
                if first.setdefault(branch.name, branch) is branch:
                    continue
                line = first[branch.name].span.line
                says = f"`{branch.name}` already names what stands on line {line} of `{item.name}`"
                if graph:
                    help_ = "rename one of them: `next` cannot tell them apart"
                    yield finding("ALN0451", branch.span, says, help_)
                else:
                    help_ = "rename one of them: a denial shows the name"
                    yield finding("ALN0452", branch.span, says, help_)


def unknown_nodes(checked: CheckedModule) -> Iterator[Diagnostic]:
    """`next` leads to a node of the same graph, or to the end."""
    for graph in _graphs(checked):
        known = [*(b.name for b in _steps(graph)), END]
        for branch in _branches(graph.root):
            if isinstance(branch.action, t.NextNode) and branch.action.target not in known:
                wrong = branch.action.target
                yield finding(
                    "ALN0449", branch.span, f"`{graph.name}` has no node `{wrong}`",
                    suggestion(wrong, known) or f"name one of its nodes, or `{END}`",
                    renaming(branch.span, wrong, known, '"{}"'),
                )  # fmt: skip


def reached(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Every node is reached from the first, and from it a session comes to its end."""
    for graph in _graphs(checked):
        steps = _steps(graph)
        if not steps:
            continue
        after = {b.name: b.action.target for b in steps if isinstance(b.action, t.NextNode)}
        # Where a way leads nowhere, or to one of two nodes, it is not known who is reached.
        if len({b.name for b in steps}) < len(steps) or not set(after.values()) <= {
            END,
            *(b.name for b in steps),
        }:
            continue
        way = [steps[0].name]
        while after.get(way[-1], END) in after and after[way[-1]] not in way:
            way.append(after[way[-1]])
        for branch in steps:
            if branch.name not in way:
                says = f"no session of `{graph.name}` comes to `{branch.name}`"
                help_ = f'lead to it: `-> next("{branch.name}")`; or remove it'
                yield finding("ALN0450", branch.span, says, help_)
        if after.get(way[-1]) in way:
            circle = " → ".join(f"`{n}`" for n in (*way[way.index(after[way[-1]]) :], after[way[-1]]))
            says = f"a session of `{graph.name}` never ends: {circle}"
            yield finding(
                "ALN0453", graph.span, says, f'lead one of these nodes to the end: `-> next("{END}")`'
            )
