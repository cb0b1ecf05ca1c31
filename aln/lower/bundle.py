"""Bundles → claims about each operation by itself, and the labels that nothing in the bundle may grant.

A caller may use any one operation of what is deployed, so each that accepts a record must guarantee the joint claim
alone. What an operation accepts does not depend on which versions of the other policies are deployed: one claim for
each operation of each version decides every deployable bundle.
"""

from __future__ import annotations

from collections.abc import Iterator

from aln.checker.bundles import operations
from aln.checker.check import CheckedModule
from aln.checker.walk import named_filters, nodes
from aln.core import build as b
from aln.core.ir import BOOL, Claim, Definition, Expr, Forbidden
from aln.lower.expressions import Lowerer
from aln.lower.policy import named
from aln.lower.reads import Place, Reads, Unsupported
from aln.syntax import tree as t

__all__ = ["compositions", "forbidden"]


def _members(checked: CheckedModule, bundle: t.Bundle) -> Iterator[CheckedModule]:
    for member in bundle.items:
        for name in member.modules if isinstance(member, t.Member) else ():
            yield checked.beside[name]


def _judging(module: t.Module, entity: str) -> list[t.Policy]:
    """The policies of a module for an entity, a 1.0 tree as the policy that it spells."""
    out: list[t.Policy] = []
    for item in module.items:
        if isinstance(item, t.Policy) and item.entity == entity:
            out.append(item)
        elif isinstance(item, t.BehaviorTree):
            rules = tuple(
                t.Rule("require", e, f"the filter `{at.name}` fails", (), span=e.span)
                for at, e in named_filters(item.root)
                if any(isinstance(x, t.Path) and x.parts[0] == entity for x in nodes(e))
            )
            if rules:
                out.append(t.Policy(item.name, entity, entity, rules, span=item.span))
    return out


def compositions(checked: CheckedModule, bundle: t.Bundle) -> list[Claim]:
    """One claim for each joint claim and each operation of a member that accepts its entity."""
    out: list[Claim] = []
    for claim in bundle.items:
        if not isinstance(claim, t.Claim):
            continue
        before = len(out)
        for member in _members(checked, bundle):
            for op in operations(member.module, claim.entity):
                out.append(_composition(checked, bundle, claim, member, op))
        if len(out) == before:
            raise Unsupported(
                claim.span, f"no operation of `{bundle.name}` accepts a `{claim.entity}`, so `{claim.name}` says nothing",
                f"declare `service … {{ op validate({claim.entity}) -> bool {{ }} }}` beside the policy that guards it",
            )  # fmt: skip
    return out


def _composition(
    checked: CheckedModule, bundle: t.Bundle, claim: t.Claim, member: CheckedModule, op: t.Operation
) -> Claim:
    policies = _judging(member.module, claim.entity)
    op_name = f"{member.module.name}.{op.name}"

    def make(reads: Reads) -> tuple[Expr, Expr, Lowerer, Lowerer]:
        place = Place(claim.entity, "", "")
        accepts = Lowerer(member.model, checked.types, reads)
        accepted = accepts.judged(policies, place)
        speaks = Lowerer(checked.model, checked.types, reads)
        formula = speaks.truth(claim.formula, {claim.variable: place})
        return accepted, formula, accepts, speaks

    (accepted, formula, accepts, speaks), reads = Reads.twice(checked.model, claim.entity, make)
    name = f"accepted({op_name})"
    definitions = (Definition(name, accepted), *(Definition(n, e) for n, e in speaks.acceptances.items()))
    return Claim(
        f"{bundle.name}.{claim.name}.{op_name}",
        f"{claim.says} (whatever `{op_name}` accepts)",
        reads.done(),
        definitions,
        b.or_(b.not_(b.var(name, BOOL)), formula),
        tuple(named(accepts.assumed)),
        claim.traces,
        claim.span,
        "composition",
        tuple({**accepts.inputs, **speaks.inputs}.values()),
    )


def forbidden(checked: CheckedModule, bundle: t.Bundle) -> list[Forbidden]:
    """The labels that nothing of the bundle may grant, with every place that does."""
    out = []
    for item in bundle.items:
        if isinstance(item, t.Forbidden):
            for label in item.types:
                found = [f for m in _members(checked, bundle) for f in _granting(m, label)]
                says = f"nothing in `{bundle.name}` grants `{label}`: {item.because}"
                out.append(
                    Forbidden(
                        f"{bundle.name}.{label}", says, tuple(dict.fromkeys(found)), item.traces, item.span
                    )
                )
    return out


def _granting(member: CheckedModule, label: str) -> Iterator[str]:
    """Where a member, or a module it uses, names the label: a role, a table, a graph."""
    for used in (member, *member.beside.values()):
        module = used.module
        for item in module.items:
            if isinstance(item, t.Role):
                for grant in item.grants:
                    said = [
                        *grant.actions,
                        grant.entity,
                        *(_words(grant.condition) if grant.condition else ()),
                    ]
                    if label in said:
                        yield f"the role `{item.name}` of `{module.name}` ({module.span.file}:{grant.span.line})"
            elif isinstance(item, t.Table):
                for index, row in enumerate(item.rows.items):
                    if label in _words(row, used):
                        yield f"row {index + 1} of `{item.name}` of `{module.name}` ({module.span.file}:{row.span.line})"
            elif isinstance(item, t.BehaviorGraph):
                for name, line in _nodes(item.root):
                    if _letters(label) in _letters(name):
                        yield f"the node `{name}` of `{module.name}` ({module.span.file}:{line})"


def _words(e: t.Expr, of: CheckedModule | None = None) -> set[str]:
    """The texts and single names that an expression holds, constants followed."""
    out: set[str] = set()
    for x in nodes(e):
        value = of.model.constant(x) if of is not None and isinstance(x, t.Path) else x
        if isinstance(value, t.String):
            out.add(value.value)
        elif isinstance(value, t.Path) and len(value.parts) == 1:
            out.add(value.parts[0])
    return out


def _nodes(branch: t.Branch) -> Iterator[tuple[str, int]]:
    yield branch.name, branch.span.line
    for child in branch.children:
        yield from _nodes(child)


def _letters(name: str) -> str:
    """A node of a 1.0 graph has a name and no type: it is of every type whose letters its name holds."""
    return "".join(c for c in name.lower() if c.isalnum())
