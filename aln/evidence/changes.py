"""What changed between two checked modules, entity by entity, operation by operation, machine by machine.

Takes checked modules and their core; gives results in order of declaration. Nothing is judged here that is not proved
by `aln.verifier` or equal word for word: where there is no proof, the result is *unknown* with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from aln.checker.check import CheckedModule
from aln.checker.expand import access_entity
from aln.checker.model import EntityInfo
from aln.checker.walk import named_filters, nodes
from aln.core.ir import CoreModule, Field, Guard
from aln.evidence.declared import Change, fields_changed, module_changes, rule_changes, touched, written
from aln.syntax import tree as t
from aln.verifier.machines.compare_machine import compare_machines
from aln.verifier.obligation import Budget, Evidence
from aln.verifier.records.compare import Comparison, Witness, compare, joined
from aln.verifier.records.merge import Shape, Side

__all__ = ["Change", "Difference", "Kind", "Outcome", "Version", "Witness", "differences"]

Kind: TypeAlias = Literal["entity", "policy", "operation", "machine", "graph", "module"]
Outcome: TypeAlias = Literal[
    "equal", "stricter", "looser", "incomparable", "added", "removed", "differs", "unknown"
]


@dataclass(frozen=True, slots=True)
class Version:
    """One side: a module that checks, and what it means."""

    checked: CheckedModule
    core: CoreModule


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one thing. `entity` is the entity concerned (empty for a machine, a graph, a module); `policies`
    are those that judge it on either side; `reason` says why nothing is known; `shown` are the values of a tick in which
    two machines differ."""

    kind: Kind
    name: str
    entity: str
    modules: tuple[str, str]
    verdict: Outcome
    policies: tuple[str, ...] = ()
    newly_denied: Witness | None = None
    newly_allowed: Witness | None = None
    changes: tuple[Change, ...] = ()
    requirements: tuple[str, ...] = ()
    hazards: tuple[str, ...] = ()
    reason: str = ""
    evidence: Evidence = ""
    rests_on: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()


def differences(
    old: Version | None, new: Version | None, budget: Budget | None = None
) -> Iterator[Difference]:
    """Everything that two versions of a module declare, compared; a module that one side lacks is gone or new."""
    if old is None or new is None:
        only = old if old is not None else new
        assert only is not None
        yield from _one_sided(only, added=old is None)
        return
    yield from _Pair(old, new, budget).all()


def _one_sided(only: Version, *, added: bool) -> Iterator[Difference]:
    verdict: Outcome = "added" if added else "removed"
    name = only.checked.module.name
    modules = ("", name) if added else (name, "")
    drawn = {i.name for i in only.checked.module.items if isinstance(i, t.Graph | t.BehaviorGraph)}
    for item in only.checked.module.items:
        if isinstance(item, t.Entity):
            judged = _names(g for g in only.core.guards if g.entity == item.name)
            yield Difference("entity", item.name, item.name, modules, verdict, judged)
        elif isinstance(item, t.Service):
            for op in item.operations:
                yield Difference("operation", f"{item.name}.{op.name}", _argument(op), modules, verdict)
        elif isinstance(item, t.Graph | t.BehaviorGraph):
            yield Difference("graph", item.name, "", modules, verdict)
        elif isinstance(item, t.Machine) and item.name not in drawn:
            yield Difference("machine", item.name, "", modules, verdict)
    yield Difference("module", name, "", modules, verdict)


# Constants that say which text this is; no rule means anything else by them.
_IDENTITY = ("POLICY_ID", "POLICY_VERSION", "POLICY_TEXT", "QMS_DOC_REF")


class _Pair:
    """Two versions of one module."""

    def __init__(self, old: Version, new: Version, budget: Budget | None) -> None:
        self.old, self.new, self.budget = old, new, budget
        self.both = (old, new)
        self.modules = (old.checked.module.name, new.checked.module.name)
        self.shapes = tuple(_shapes(v.checked) for v in self.both)
        self.found: dict[str, Difference] = {}

    def all(self) -> Iterator[Difference]:
        for name in self.entities():
            found = self.found[name] = self.entity(name)
            yield found
            if len(found.policies) > 1:
                yield from self.policies(name)
        yield from self.operations()
        yield from self.machines()
        yield from self.graphs()
        changes = tuple(module_changes(self.old.checked, self.new.checked, (self.old.core, self.new.core)))
        yield self._traced(
            Difference(
                "module", self.modules[1], "", self.modules, _shifted("equal", changes), changes=changes
            )
        )

    # ── entities and policies ────────────────────────────────────────────────────────────────────────────────

    def entities(self) -> tuple[str, ...]:
        """The entities that either module declares or judges."""
        names = [i.name for v in self.both for i in v.checked.module.items if isinstance(i, t.Entity)]
        names += [g.entity for v in self.both for g in v.core.guards]
        names += [e for v in self.both for e in _unsupported(v)]
        return tuple(dict.fromkeys(names))

    def entity(self, name: str) -> Difference:
        infos = [v.checked.model.entities.get(name) for v in self.both]
        guards = [tuple(g for g in v.core.guards if g.entity == name) for v in self.both]
        made = Difference("entity", name, name, self.modules, "unknown", _names((*guards[0], *guards[1])))
        was, now = infos
        if was is None or now is None:
            return self._traced(self._come_or_gone(made, now is not None))
        changes = (*fields_changed(was, now, self._lists(name)), *self._rules(*guards))
        return self._judged(replace(made, changes=changes), (was, now), guards)

    def _judged(
        self, made: Difference, infos: tuple[EntityInfo, EntityInfo], guards: Sequence[tuple[Guard, ...]]
    ) -> Difference:
        lacking = [_unsupported(v).get(made.entity, {}) for v in self.both]
        if (lacking[0] or lacking[1]) and not self._same_text(made.entity, lacking):
            why = next(iter((lacking[1] or lacking[0]).values()))
            return self._traced(replace(made, verdict="unknown", reason=why))
        sides = [Side(g, shapes) for g, shapes in zip(guards, self.shapes, strict=True)]
        found = compare(made.entity, sides[0], sides[1], self.budget)
        return self._with(made, found, guards)

    def _with(self, made: Difference, found: Comparison, guards: Sequence[tuple[Guard, ...]]) -> Difference:
        traces = {r.id: r.traces for side in guards for g in side for r in g.rules}
        seen = [w for w in (found.newly_denied, found.newly_allowed) if w is not None]
        ids = [x for w in seen for i in w.rules for x in traces.get(i, ())]
        verdict: Outcome = _shifted(found.verdict, made.changes)
        reason = found.reason
        if verdict == "unknown" and not reason:
            reason = next(c.says for c in made.changes if c.direction == "unknown")
        return self._traced(
            replace(
                made, verdict=verdict, newly_denied=found.newly_denied, newly_allowed=found.newly_allowed,
                reason=reason, evidence=found.evidence, rests_on=found.rests_on,
            ),
            ids,
        )  # fmt: skip

    def _come_or_gone(self, made: Difference, added: bool) -> Difference:
        """An entity that only one side has. What no role may do is denied, so an access that becomes known to roles is
        allowed where it was not."""
        roles = [[i for i in v.checked.module.items if isinstance(i, t.Role)] for v in self.both]
        access = {access_entity(g.entity) for side in roles for r in side for g in r.grants}
        if made.entity not in access or not (roles[0] and roles[1]):
            return replace(made, verdict="added" if added else "removed")
        says = "a role grants access that none granted" if added else "no role grants access any more"
        change = Change(says, "looser" if added else "stricter")
        return replace(made, verdict="looser" if added else "stricter", changes=(change,))

    def policies(self, entity: str) -> Iterator[Difference]:
        """Each policy of an entity by itself, where there are several."""
        named = [{g.name: g for g in v.core.guards if g.entity == entity} for v in self.both]
        infos = [v.checked.model.entities.get(entity) for v in self.both]
        for name in dict.fromkeys((*named[0], *named[1])):
            was, now = named[0].get(name), named[1].get(name)
            made = Difference("policy", name, entity, self.modules, "unknown", (name,))
            if was is None or now is None or infos[0] is None or infos[1] is None:
                yield self._traced(
                    replace(made, verdict="added" if was is None else "removed"),
                    (now or was).traces if now or was else (),  # type: ignore[union-attr]
                )
                continue
            made = replace(made, changes=tuple(self._between(was, now)))
            sides = [Side((g,), shapes) for g, shapes in zip((was, now), self.shapes, strict=True)]
            yield self._with(made, compare(entity, sides[0], sides[1], self.budget), [(was,), (now,)])

    def _rules(self, old: Sequence[Guard], new: Sequence[Guard]) -> Iterator[Change]:
        """Changes of the rules of an entity's policies, those of one name side by side, or a sole one on each side."""
        before, after = {g.name: g for g in old}, {g.name: g for g in new}
        if len(before) == len(after) == 1 and not before.keys() & after.keys():
            (was,), (now,) = before, after
            yield Change(f"the policy `{was}` is now `{now}`")
            after = {was: after[now]}
        for name in dict.fromkeys((*before, *after)):
            if name not in after:
                yield Change(f"the policy `{name}` is gone", "", before[name].traces)
            elif name not in before:
                yield Change(f"the policy `{name}` is new", "", after[name].traces)
            else:
                yield from self._between(before[name], after[name])
        stated = [{f.name.removeprefix("@") for g in side for f in g.inputs} for side in (old, new)]
        for name in sorted(stated[0] ^ stated[1]):
            yield Change(f"whoever asks {'states' if name in stated[1] else 'no longer states'} `{name}`")

    def _between(self, was: Guard, now: Guard) -> Iterator[Change]:
        texts = [
            written(v.checked.model, g, v.checked.module.items)
            for v, g in zip(self.both, (was, now), strict=True)
        ]
        return rule_changes(was.rules, now.rules, (texts[0], texts[1]))

    def _lists(self, entity: str) -> dict[str, tuple[object, object]]:
        """The written types of an entity's list fields, on both sides."""
        written: list[dict[str, object]] = []
        for v in self.both:
            homes = (v.checked, *v.checked.beside.values())
            items = (i for c in homes for i in c.module.items if isinstance(i, t.Entity) and i.name == entity)
            written.append({f.name: (f.type, f.repeated) for i in items for f in i.fields})
        names = dict.fromkeys((*written[0], *written[1]))
        return {n: (written[0].get(n), written[1].get(n)) for n in names}

    def _same_text(self, entity: str, lacking: Sequence[dict[str, str]]) -> bool:
        """Whether what core cannot carry stands word for word on both sides, with all that it may name."""
        if lacking[0].keys() != lacking[1].keys():
            return False
        return bool(_written(self.old, entity) == _written(self.new, entity))

    # ── operations, machines, graphs ─────────────────────────────────────────────────────────────────────────

    def operations(self) -> Iterator[Difference]:
        """An operation accepts what its entity's policies accept; one that answers anything else is its signature."""
        ops = [
            {
                f"{s.name}.{op.name}": op
                for s in v.checked.module.items
                if isinstance(s, t.Service)
                for op in s.operations
            }
            for v in self.both
        ]
        for name in dict.fromkeys((*ops[0], *ops[1])):
            was, now = ops[0].get(name), ops[1].get(name)
            op = now if now is not None else was
            assert op is not None
            made = Difference("operation", name, _argument(op), self.modules, "equal")
            if was is None or now is None:
                yield replace(made, verdict="added" if was is None else "removed")
            elif (was.argument, was.result) != (now.argument, now.result):
                yield replace(made, verdict="differs", changes=(Change("it takes or gives something else"),))
            elif made.entity in self.found and _is_check(now):
                f = self.found[made.entity]
                yield replace(f, kind="operation", name=name, changes=())
            else:
                yield made

    def _over_time(self, name: str) -> Kind:
        """Whether a machine is written as one, or as the graph that it stands for."""
        items = (i for v in self.both for i in v.checked.module.items)
        drawn = any(isinstance(i, t.Graph | t.BehaviorGraph) and i.name == name for i in items)
        return "graph" if drawn else "machine"

    def machines(self) -> Iterator[Difference]:
        named = [{m.name: m for m in v.core.machines} for v in self.both]
        written = [{i.name: i for i in v.checked.module.items if isinstance(i, t.Machine)} for v in self.both]
        for name in dict.fromkeys((*written[0], *written[1])):
            made = Difference(self._over_time(name), name, "", self.modules, "unknown")
            if name not in written[0] or name not in written[1]:
                yield replace(made, verdict="added" if name not in written[0] else "removed")
            elif name not in named[0] or name not in named[1]:
                yield replace(
                    made, reason="this version cannot carry the machine, so nothing of it is proved"
                )
            else:
                was, now = named[0][name], named[1][name]
                found = compare_machines(was, now, self.budget)
                before, after = ({p.name for p in m.properties if not p.lemma} for m in (was, now))
                changes = [Change(x) for x in found.differences]
                changes += [Change(f"no longer claimed: `{x}`") for x in sorted(before - after)]
                changes += [Change(f"claimed: `{x}`") for x in sorted(after - before)]
                ids = [x for p in (*was.properties, *now.properties) for x in p.traces]
                yield self._traced(
                    replace(
                        made, verdict=found.verdict, changes=tuple(changes), reason=found.reason,
                        evidence=found.evidence, shown=found.shown,
                    ),
                    ids if found.verdict != "equal" else (),
                )  # fmt: skip

    def graphs(self) -> Iterator[Difference]:
        """Graphs that stand for no machine, which are compared as they are written."""
        named = [
            {
                i.name: i
                for i in v.checked.module.items
                if isinstance(i, t.Graph | t.BehaviorGraph) and i.name not in v.checked.model.machines
            }
            for v in self.both
        ]
        for name in dict.fromkeys((*named[0], *named[1])):
            made = Difference("graph", name, "", self.modules, "equal")
            if any(name in v.checked.model.machines for v in self.both):
                continue
            if name not in named[0] or name not in named[1]:
                yield replace(made, verdict="added" if name not in named[0] else "removed")
            elif named[0][name] != named[1][name]:
                why = "its text differs, and it has no meaning over time on either side: `aln check` says why"
                yield replace(made, verdict="unknown", reason=why)
            else:
                yield made

    def _traced(self, made: Difference, ids: Sequence[str] = ()) -> Difference:
        """With the requirements and hazards that the change touches."""
        every = tuple(dict.fromkeys((*ids, *(x for c in made.changes for x in c.traces))))
        requirements, hazards = touched([v.checked for v in self.both], every)
        return replace(made, requirements=requirements, hazards=hazards)


def _shifted(verdict: Outcome, changes: Sequence[Change]) -> Outcome:
    """A verdict with what declarations say beside it."""
    if any(c.direction == "unknown" for c in changes) and verdict != "incomparable":
        return "unknown"
    if verdict not in ("equal", "stricter", "looser"):
        return verdict
    denied = verdict == "stricter" or any(c.direction == "stricter" for c in changes)
    return joined(denied, verdict == "looser" or any(c.direction == "looser" for c in changes))


def _names(guards: Iterator[Guard] | Sequence[Guard]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(g.name for g in guards))


def _shapes(checked: CheckedModule) -> dict[str, Shape]:
    """What each entity declares; a 1.0 number without a range has no domain to compare."""
    return {
        name: Shape(
            name,
            tuple(
                Field(f.name, f.type, f.optional)
                for f in info.fields.values()
                if f.type is not None and f.type.name != "unranged"
            ),
        )
        for name, info in checked.model.entities.items()
    }


def _argument(op: t.Operation) -> str:
    found = op.argument.element if isinstance(op.argument, t.ListType) else op.argument
    return found.name if isinstance(found, t.TypeName) else ""


def _is_check(op: t.Operation) -> bool:
    return isinstance(op.result, t.TypeName) and op.result.name == "bool"


def _judging(version: Version, item: object) -> set[str]:
    """The entities that a policy or a 1.0 tree judges."""
    if isinstance(item, t.Policy):
        return {item.entity}
    if not isinstance(item, t.BehaviorTree):
        return set()
    known = version.checked.model.entities
    paths = (n for _, e in named_filters(item.root) for n in nodes(e) if isinstance(n, t.Path))
    return {p.parts[0] for p in paths if p.parts[0] in known}


def _unsupported(version: Version) -> dict[str, dict[str, str]]:
    """By entity: the policies and trees that core cannot carry, each with the reason."""
    reasons = {
        name: d.message for what, name, d in version.core.unsupported if what in ("policy", "behavior_tree")
    }
    out: dict[str, dict[str, str]] = {}
    for item in version.checked.module.items:
        if isinstance(item, t.Policy | t.BehaviorTree) and item.name in reasons:
            for entity in _judging(version, item):
                out.setdefault(entity, {})[item.name] = reasons[item.name]
    return out


def _written(version: Version, entity: str) -> object:
    """The text that decides about an entity where core cannot: its policies and trees, and everything they may name."""
    model, items = version.checked.model, version.checked.module.items
    judging = [i for i in items if entity in _judging(version, i)]
    names = {p.parts[0] for i in judging for p in nodes(i) if isinstance(p, t.Path)}
    included = any(isinstance(n, t.Include) for i in judging for n in nodes(i))
    return (
        judging,
        {n: e for n, e in model.constants.items() if n in names or n not in _IDENTITY},
        model.entities,
        model.lexicons,
        model.units,
        model.policies if included else {},
    )
