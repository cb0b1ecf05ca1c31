"""Links: every id that is named exists, is of the right kind, and is reached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from aln.checker.mend import renaming
from aln.checker.model import suggestion
from aln.checker.registry import finding
from aln.checker.walk import nodes
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

# Ids that begin so are kept in controlled documents outside the module: procedures and signal tables.
OUTSIDE = ("SOP-", "HW-")


def _traces(module: t.Module) -> Iterator[tuple[t.Node, str, str]]:
    """Each link of a module: where it stands, the word that introduces it, the id."""
    for node in nodes(module):
        if isinstance(node, t.Rule | t.Claim | t.Property):
            for id_ in node.traces:
                yield node, "traces", id_
        elif isinstance(node, t.Control):
            for id_ in node.mitigates:
                yield node, "mitigates", id_
            for id_ in node.satisfies:
                yield node, "satisfies", id_


def unknown_id(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A link to nothing proves nothing: the trace of a release would silently have a hole."""
    known = checked.model.links
    for node, word, id_ in _traces(checked.module):
        if id_ in known or (word == "traces" and id_.startswith(OUTSIDE)):
            continue
        help_ = suggestion(id_, known) or f'declare it: `requirement "{id_}" : "…";`'
        says = f'`{word} "{id_}"` names an id that is not declared'
        yield finding("ALN0404", node.span, says, help_, renaming(node.span, id_, known, '"{}"'))


def untraced(checked: CheckedModule) -> Iterator[Diagnostic]:
    """What nobody traces to is either not implemented or not needed."""
    reached = {id_ for _, _, id_ in _traces(checked.module)}
    for id_, item in checked.model.links.items():
        if id_ in reached:
            continue
        if isinstance(item, t.Control):
            says, help_ = (
                f"no rule traces to the control `{id_}`",
                f'add `traces "{id_}"` to the rules that are it',
            )
        elif isinstance(item, t.Hazard):
            says, help_ = f"no control mitigates the hazard `{id_}`", f'add `mitigates "{id_}"` to a control'
        else:
            says = f"no control satisfies the requirement `{id_}`, and no claim traces to it"
            help_ = f'add `satisfies "{id_}"` to a control, or `traces "{id_}"` to a claim'
        yield finding("ALN0405", item.span, says, help_)


def controls(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A control mitigates hazards and satisfies requirements, and does at least one of the two."""
    for item in checked.model.links.values():
        if not isinstance(item, t.Control):
            continue
        if not item.mitigates and not item.satisfies:
            says = f"the control `{item.id}` mitigates no hazard and satisfies no requirement"
            yield finding("ALN0421", item.span, says, 'add `mitigates "HAZ-…"` or `satisfies "REQ-…"`')
        for word, ids, wanted, name in (
            ("mitigates", item.mitigates, t.Hazard, "hazard"),
            ("satisfies", item.satisfies, t.Requirement, "requirement"),
        ):
            for id_ in ids:
                target = checked.model.links.get(id_)
                if target is not None and not isinstance(target, wanted):
                    kind = type(target).__name__.lower()
                    says = f'`{word} "{id_}"` names a {kind}, not a {name}'
                    yield finding("ALN0420", item.span, says, f"name a {name} after `{word}`")
