"""Policies, claims and 1.0 behaviour trees → guards and formulas of core."""

from __future__ import annotations

from dataclasses import replace

from aln.checker.check import CheckedModule, filters
from aln.core.ir import Claim, Definition, Expr, Guard, Rule
from aln.core.show import snake
from aln.lower.expressions import Lowerer
from aln.lower.reads import Place, Reads, Unsupported
from aln.syntax import tree as t


def rule_id(policy: str, rule: t.Rule, index: int) -> str:
    """A rule's stable id: its policy and the words of its reason (its position where it gives none)."""
    plain = rule.because.lower().replace("'s", "s")
    words = "".join(c if c.isascii() and c.isalnum() else " " for c in plain).split()
    return f"{policy}/{'_'.join(words[:12]) or f'rule_{index + 1}'}"


def named(found: list[tuple[tuple[t.Policy, t.Rule], Expr]]) -> list[Rule]:
    """Lowered rules with their ids, which differ from one another."""
    rules: list[Rule] = []
    taken: set[str] = set()
    for index, ((owner, rule), condition) in enumerate(found):
        name = rule_id(owner.name, rule, index)
        if name in taken:
            name = f"{name}_{index + 1}"
        taken.add(name)
        event = rule.event or owner.duty
        rules.append(Rule(name, condition, rule.because, rule.traces, rule.span.line, event))
    return rules


def guard(checked: CheckedModule, policy: t.Policy) -> Guard:
    """A policy with its included policies unfolded, as one guard."""

    def make(reads: Reads) -> tuple[list[tuple[tuple[t.Policy, t.Rule], Expr]], Lowerer]:
        lowerer = Lowerer(checked.model, checked.types, reads)
        return lowerer.rules(policy, Place(policy.entity, "", "")), lowerer

    (found, lowerer), reads = Reads.twice(checked.model, policy.entity, make)
    rules = named(found)
    traces = tuple(dict.fromkeys(x for r in rules for x in r.traces))
    return Guard(
        checked.module.name,
        policy.name,
        policy.entity,
        reads.done(),
        tuple(rules),
        traces,
        tuple(lowerer.counts),
        tuple(lowerer.inputs.values()),
    )


def claim(checked: CheckedModule, item: t.Claim) -> Claim:

    def make(reads: Reads) -> tuple[Expr, Lowerer]:
        lowerer = Lowerer(checked.model, checked.types, reads)
        return lowerer.truth(item.formula, {item.variable: Place(item.entity, "", "")}), lowerer

    (formula, lowerer), reads = Reads.twice(checked.model, item.entity, make)
    assumed = tuple(named(lowerer.assumed))
    definitions = tuple(Definition(n, e) for n, e in lowerer.acceptances.items())
    stated = tuple(lowerer.inputs.values())
    return Claim(
        item.name,
        item.says,
        reads.done(),
        definitions,
        formula,
        assumed,
        item.traces,
        item.span,
        inputs=stated,
    )


def refinements(checked: CheckedModule, item: t.Refines) -> list[Claim]:
    """Whatever one policy accepts, the other accepts; where they are equal, both ways."""
    ways = [(item.policy, item.other)]
    if item.relation == "equals":
        ways.append((item.other, item.policy))
    entity = checked.model.policies[item.policy].entity
    span = item.span

    def accepted(name: str) -> t.Expr:
        return t.Call("accepted", (t.Path((name,), span=span), t.Path(("x",), span=span)), span=span)

    out = []
    for index, (new, old) in enumerate(ways):
        formula = t.Binary("implies", accepted(new), accepted(old), span=span)
        name = item.name if len(ways) == 1 else f"{item.name}_{index + 1}"
        says = item.says if len(ways) == 1 else f"{item.says} ({new} accepts nothing that {old} refuses)"
        made = t.Claim(name, says, entity, "x", formula, item.traces, span=span)
        out.append(replace(claim(checked, made), kind="refinement"))
    return out


def tree_guards(checked: CheckedModule, tree: t.BehaviorTree) -> list[Guard]:
    """A 1.0 tree is one guard for each entity that its filters name: every filter must hold for its entity."""
    by_entity: dict[str, list[tuple[str, t.Expr]]] = {}
    for name, condition in _named_filters(tree.root):
        entities = sorted(_entities(checked, condition))
        if len(entities) != 1:
            raise Unsupported(
                condition.span, "a filter names one entity", "split it into one filter for each entity"
            )
        by_entity.setdefault(entities[0], []).append((name, condition))
    out = []
    for entity, items in by_entity.items():
        reads = Reads(checked.model, entity)
        lowerer = Lowerer(checked.model, checked.types, reads)
        scope = {entity: Place(entity, "", "")}
        rules = tuple(
            Rule(
                f"{tree.name}/{snake(name)}",
                lowerer.truth(e, scope),
                f"the filter `{name}` fails",
                (),
                e.span.line,
            )
            for name, e in items
        )
        out.append(Guard(checked.module.name, tree.name, entity, reads.done(), rules))
    return out


def _named_filters(branch: t.Branch) -> list[tuple[str, t.Expr]]:
    own = [(branch.name, e) for e in filters(t.Branch(branch.kind, branch.name, (), branch.action))]
    return own + [pair for child in branch.children for pair in _named_filters(child)]


def _entities(checked: CheckedModule, e: t.Expr) -> set[str]:
    if isinstance(e, t.Path):
        return {e.parts[0]} if e.parts[0] in checked.model.entities and len(e.parts) > 1 else set()
    if isinstance(e, t.Unary):
        return _entities(checked, e.operand)
    if isinstance(e, t.Binary):
        return _entities(checked, e.left) | _entities(checked, e.right)
    if isinstance(e, t.Call):
        return set().union(*(_entities(checked, a) for a in e.arguments))
    return set()
