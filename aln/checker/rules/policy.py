"""Policies and claims: each rule says why, says it once, and a claim speaks of what is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from aln.checker.registry import finding
from aln.checker.typed import Types
from aln.checker.walk import Site, chain, nodes, sites
from aln.core.ir import Type
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule


# ── what is missing ──────────────────────────────────────────────────────────────────────────────────────────

# What an expression can come to: true, false, missing; and, for one that is no condition, a value.
_T, _F, _M, _V = "true", "false", "missing", "value"
_ANY = frozenset((_T, _F, _M))
_DECIDED = frozenset((_T, _F))
_MAYBE = frozenset((_V, _M))
_MISSING = frozenset((_M,))


def missing_always_denies(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A field declared `?` whose absence no record survives is not optional, and the denial does not say so."""
    for site in sites(checked.module, checked.model):
        if site.role == "rule" and isinstance(site.part, t.Rule):
            yield from _denied(checked, site, site.part)


def _denied(checked: CheckedModule, site: Site, rule: t.Rule) -> Iterator[Diagnostic]:
    asked = {
        str(e.arguments[0])
        for e, _, _ in site.scoped(checked.model)
        if isinstance(e, t.Call) and e.function in ("present", "absent") and e.arguments
    }
    passes = _T if rule.kind == "require" else _F
    told: set[str] = set()
    for e, variables, ranging in site.scoped(checked.model):
        hops = chain(checked.model, variables, e) if isinstance(e, t.Path) else None
        if not isinstance(e, t.Path) or hops is None or e.parts[0] in ranging:
            continue
        for length, hop in enumerate(hops, 2):
            name = ".".join(e.parts[:length])
            if not hop.optional or name in told or name in asked:
                continue
            told.add(name)
            if passes not in _outcomes(rule.condition, e.parts[:length], checked.types):
                yield finding(
                    "ALN0401", e.span, f"this rule denies every record in which `{name}` is missing",
                    f"say so: `present({name}) and …`; or let it pass: `absent({name}) or …`; or remove the `?`",
                )  # fmt: skip


def _outcomes(e: t.Expr, gone: tuple[str, ...], types: Types) -> frozenset[str]:
    """What `e` can come to when the field at path `gone` is missing and all else may be anything."""
    if isinstance(e, t.Boolean):
        return frozenset((_T if e.value else _F,))
    if isinstance(e, t.Path):
        if e.parts[: len(gone)] == gone:
            return _MISSING
        found = types.of.get(id(e))
        return _ANY if isinstance(found, Type) and found.sort == "bool" else _MAYBE
    if isinstance(e, t.Call):
        return _call(e, gone, types)
    if isinstance(e, t.Unary):
        swapped = {_T: _F, _F: _T}
        return frozenset(swapped.get(x, x) if e.op == "not" else x for x in _outcomes(e.operand, gone, types))
    if isinstance(e, t.Binary):
        left, right = _outcomes(e.left, gone, types), _outcomes(e.right, gone, types)
        if e.op in ("and", "or", "implies"):
            return frozenset(_kleene(e.op, a, b) for a, b in product(left, right))
        if _MISSING in (left, right):
            return _MISSING
        return _MAYBE if e.op in ("+", "-", "*", "/") else _ANY
    if isinstance(e, t.If):
        out: frozenset[str] = frozenset()
        for way in _outcomes(e.condition, gone, types):
            taken = e.then if way == _T else e.otherwise
            out |= _MISSING if way == _M else _outcomes(taken, gone, types)
        return out
    if isinstance(e, t.Quantified):
        return _aggregate(e, gone, types)
    return _MAYBE


def _call(e: t.Call, gone: tuple[str, ...], types: Types) -> frozenset[str]:
    if e.function in ("present", "absent"):
        lost = _outcomes(e.arguments[0], gone, types) == _MISSING
        return frozenset((_F if e.function == "present" else _T,)) if lost else _DECIDED
    if any(_outcomes(a, gone, types) == _MISSING for a in e.arguments):
        return _MISSING
    return _ANY if e.function == "mentions" else _MAYBE


def _aggregate(e: t.Quantified, gone: tuple[str, ...], types: Types) -> frozenset[str]:
    if _outcomes(e.source, gone, types) == _MISSING:
        return _MISSING
    if e.kind not in ("any", "all", "last") or e.body is None:
        return _MAYBE
    body = _outcomes(e.body, gone, types)
    # Of no element at all: `all` is true, `any` false, `last` what it says.
    empty = _T if e.kind == "all" or (e.kind == "last" and e.none) else _F
    return body | {empty, _M}


def _kleene(op: str, a: str, b: str) -> str:
    if op == "implies":
        a, op = {_T: _F, _F: _T}.get(a, a), "or"
    strong, weak = (_F, _T) if op == "and" else (_T, _F)
    if strong in (a, b):
        return strong
    return weak if a == b == weak else _M


# ── what is said ─────────────────────────────────────────────────────────────────────────────────────────────


def no_words(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Every denial shows its reason to somebody, and every statement is read by an auditor."""
    for node in nodes(checked.module):
        if isinstance(node, t.Rule) and not node.because.strip():
            yield finding(
                "ALN0403", node.span, "this rule gives no reason", 'say why it denies: `because "…"`'
            )
        elif isinstance(node, t.Requirement | t.Hazard | t.Control) and not node.says.strip():
            yield finding(
                "ALN0403", node.span, f"`{node.id}` says nothing", "say what it means in a sentence"
            )
        elif isinstance(node, t.Waiver) and not node.because.strip():
            yield finding(
                "ALN0403", node.span, "this waiver gives no reason", 'say why it is accepted: `because "…"`'
            )
        elif (isinstance(node, t.Claim) and not node.says.strip()) or (
            isinstance(node, t.Property) and not node.lemma and not node.says.strip()
        ):
            yield finding("ALN0403", node.span, f"the claim `{node.name}` says nothing", "say what it claims")


def said_twice(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Two rules with one reason cannot be told apart in a denial; two with one condition are one rule."""
    for policy in checked.model.policies.values():
        rules = [item for item in policy.items if isinstance(item, t.Rule)]
        for index, rule in enumerate(rules):
            for earlier in rules[:index]:
                if (rule.kind, rule.condition) == (earlier.kind, earlier.condition):
                    says = f"this rule repeats the condition of the one on line {earlier.span.line}"
                    yield finding("ALN0424", rule.span, says, "remove one of them, or mend the condition")
                    break
            else:
                same = next(
                    (r for r in rules[:index] if r.because.strip() == rule.because.strip() != ""), None
                )
                if same is not None:
                    says = f"the rule on line {same.span.line} gives the same reason"
                    yield finding(
                        "ALN0411", rule.span, says, "say in each reason what that rule alone refuses"
                    )


def no_rule(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A policy of no rules accepts everything; as a guard it would be a door without a lock."""
    for policy in checked.model.policies.values():
        if not policy.items:
            says, help_ = f"the policy `{policy.name}` accepts every record", 'add `require … because "…";`'
            yield finding("ALN0433", policy.span, says, help_)


# ── what is claimed ──────────────────────────────────────────────────────────────────────────────────────────


def claims(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A claim speaks of accepted records, and every policy is spoken of: by a claim, a machine, or its includer."""
    spoken: set[str] = set()
    for item in checked.module.items:
        if isinstance(item, t.Machine):
            spoken |= {i.where for i in item.items if isinstance(i, t.Param)}
        if isinstance(item, t.Claim | t.Machine):
            named = {
                str(node.arguments[0])
                for node in nodes(item)
                if isinstance(node, t.Call) and node.function == "accepted" and node.arguments
            }
            spoken |= named
            if isinstance(item, t.Claim) and not named:
                says = f"the claim `{item.name}` speaks of any record, accepted or not"
                help_ = "say whose acceptance it rests on: `holds accepted(POLICY, x) implies …`"
                yield finding("ALN0419", item.span, says, help_)
    todo = list(spoken)
    while todo:
        policy = checked.model.policies.get(todo.pop())
        for part in policy.items if policy is not None else ():
            if isinstance(part, t.Include) and part.policy not in spoken:
                spoken.add(part.policy)
                todo.append(part.policy)
    for name, policy in checked.model.policies.items():
        if name not in spoken:
            help_ = f'claim what it is for: `claim NAME : "…" for {policy.entity} x holds accepted({name}, x) implies …;`'
            yield finding("ALN0432", policy.span, f"nothing is claimed about the policy `{name}`", help_)
