"""Which obligations a core module gives rise to; one kind, one folder of the catalogue `verifier/obligations/`."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aln.core.build import TRUE, and_, or_
from aln.core.ir import Claim, CoreModule, Expr, Field, Guard, Immutable, Machine, Record, Rule, Type, walk
from aln.core.show import show_type, snake
from aln.diagnostics import Span
from aln.verifier.machines.whole import formulas
from aln.verifier.obligation import (
    Decides,
    Goal,
    Holds,
    Judged,
    Kind,
    Nowhere,
    Obligation,
    OfMachine,
    Possible,
    Same,
    Says,
    Scope,
    Unprovable,
    Within,
)
from aln.verifier.records.ranges import WIDTHS
from aln.verifier.show import interval


def _id(name: str) -> str:
    """A name, or the words of a test, as a part of an id."""
    return snake("_".join("".join(c if c.isalnum() else " " for c in name).split()))


def obligations(core: CoreModule) -> tuple[Obligation, ...]:
    """Everything a module must prove, in order of kind and place."""
    return tuple(_all(core))


def _all(core: CoreModule) -> Iterator[Obligation]:
    def make(
        kind: Kind, name: str, says: str, span: Span, goal: Goal, traces: Sequence[str] = ()
    ) -> Obligation:
        return Obligation(
            f"{core.short_name}/{kind}/{name}", kind, says, core.name, span, goal, tuple(traces)
        )

    for what, name, diagnostic in core.unsupported:
        kind: Kind = "invariant" if what == "machine" else "claim"
        yield make(
            kind, _id(name), f"the {what} `{name}`", diagnostic.span,
            Unprovable(f"unsupported: {diagnostic.message}"),
        )  # fmt: skip
    for guard in core.guards:
        yield from _guard(core, guard)
    told: set[Span] = set()
    for claim in core.claims:
        name = _claim_id(claim)
        yield make(claim.kind, name, claim.says, claim.span, _claim(claim), claim.traces)
        # What a bundle claims jointly is one claim, however many operations must guarantee it.
        joint = claim.kind == "composition"
        goal = None if joint and claim.span in told else _says(claim)
        if goal is not None:
            told.add(claim.span)
            name = ".".join(name.split(".")[:2]) if joint else name
            says = f"the claim says something: {claim.says}"
            yield make("non-vacuous", name, says, claim.span, goal, claim.traces)
    for barred in core.forbidden:
        name = ".".join(map(_id, barred.name.split(".")))
        yield make("forbidden", name, barred.says, barred.span, Nowhere(barred.found), barred.traces)
    for example in core.examples:
        yield make(
            example.kind, f"{_id(example.name)}_{example.span.line}", example.says, example.span,
            Judged(example.guard, example.env, example.allowed, example.because), example.guard.traces,
        )  # fmt: skip
    for machine in core.machines:
        yield from _machine(core, machine)


def _guard(core: CoreModule, guard: Guard) -> Iterator[Obligation]:
    """That the rules can be met together, that each decides something, that every number is in range."""
    span = core.spans.get(guard.name, Span(core.file, 1, 1))
    base = _id(guard.name) + ("" if guard.name in core.spans else f"_{_id(guard.entity)}")

    def make(kind: Kind, name: str, says: str, at: Span, goal: Goal, traces: tuple[str, ...]) -> Obligation:
        return Obligation(f"{core.short_name}/{kind}/{name}", kind, says, core.name, at, goal, traces)

    says = f"some `{guard.entity}` passes every rule of `{guard.name}`"
    yield make("consistent", base, says, span, _consistent(guard), guard.traces)
    for at, rule in enumerate(guard.rules):
        owner, _, slug = rule.id.partition("/")
        # What is included is judged where it stands: that it says more than is needed here is no fault of it.
        if owner == guard.name:
            says = f"some `{guard.entity}` is refused by `{rule.id}` alone"
            place = Span(core.file, rule.line, 9) if rule.line else span
            goal = Decides(Scope.of(guard), rule, guard.rules[:at], guard.rules[at + 1 :])
            yield make("decides", f"{base}.{slug}", says, place, goal, rule.traces)
    says = f"every number that `{guard.name}` computes lies in the range inferred for it"
    yield make("total", base, says, span, _within(guard), guard.traces)


def _within(guard: Guard, limit: int = 0) -> Goal:
    return Within(Scope.of(guard), tuple(r.condition for r in guard.rules), limit)


def _consistent(guard: Guard) -> Goal:
    return Possible(Scope.of(guard), and_(*(r.condition for r in guard.rules)), guard.rules)


def _claim_id(claim: Claim) -> str:
    """The parts of a composition's name (bundle, claim, module, operation) stay apart."""
    return ".".join(map(_id, claim.name.split(".")))


def _claim(claim: Claim) -> Goal:
    return Holds(_claim_scope(claim), claim.formula, claim.definitions, claim.accepts, _to_blame(claim))


def _claim_scope(claim: Claim) -> Scope:
    return Scope(claim.records, claim.inputs)


def _to_blame(claim: Claim) -> tuple[str, ...]:
    """Who lets a counterexample through: the operation and its module, or the policy said to refine the other."""
    if claim.kind == "claim" or not claim.definitions:
        return ()
    inside = claim.definitions[0].name.removeprefix("accepted(").removesuffix(")")
    return (inside.split(",")[0],)


def _says(claim: Claim) -> Goal | None:
    """That the claim is about some record and excludes some, where it is about accepted records: `not accepted or
    conclusion`. A claim of another shape says what it says of every record."""
    if not claim.definitions:
        return None
    names = {d.name for d in claim.definitions}
    parts = claim.formula.args if claim.formula.name == "or" else (claim.formula,)
    accepted = [p.args[0] for p in parts if p.name == "not" and p.args[0].name in names]
    rest = or_(*(p for p in parts if p.name != "not" or p.args[0] not in accepted))
    reads = any(e.kind == "var" and e.name in names for e in walk(rest))
    if claim.kind == "composition":
        return Says(_claim_scope(claim), (), rest, claim.definitions)
    if not accepted and (reads or claim.formula is not TRUE):
        return None
    conditions = tuple((e.name, e) for e in accepted)
    return Says(_claim_scope(claim), conditions, rest, claim.definitions)


def _machine(core: CoreModule, machine: Machine) -> Iterator[Obligation]:
    base = f"{core.short_name}/{{}}/{_id(machine.name)}."
    span = core.spans.get(machine.name, Span(core.file, 1, 1))

    def make(
        kind: Kind, name: str, says: str, line: int, goal: Goal, traces: tuple[str, ...] = ()
    ) -> Obligation:
        place = Span(core.file, line or span.line, 5)
        return Obligation(base.format(kind) + _id(name), kind, says, core.name, place, goal, traces)

    if machine.assumption:
        scope = Scope(fields=machine.parameters)
        says = f"some parameters of `{machine.name}` are accepted"
        rules = and_(*(r.condition for r in machine.assumption))
        yield make("consistent", "parameters", says, span.line, Possible(scope, rules, machine.assumption))
    seen: set[str] = set()
    for a in machine.assignments:
        if a.name not in seen:
            seen.add(a.name)
            says = f"`{a.name}` is always given a value within {interval(a.type)}"
            yield make("range", a.name, says, a.line, OfMachine(machine, a.name))
    says = f"every number that `{machine.name}` computes lies in the range inferred for it"
    whole = Within(tick_scope(machine), formulas(machine))
    yield Obligation(f"{core.short_name}/total/{_id(machine.name)}", "total", says, core.name, span, whole)
    for p in machine.properties:
        kind: Kind = "reachable" if p.form == "reachable" else "invariant"
        says = p.says or f"the lemma `{p.name}` holds at every tick"
        yield make(kind, p.name, says, p.line, OfMachine(machine, p.name), p.traces)
        if not p.lemma and p.form == "always" and (p.about or p.formula is not TRUE):
            says = f"the claim says something: {p.says}"
            for n in range(max(1, len(p.about))):
                name = f"{p.name} {n + 1}" if len(p.about) > 1 else p.name
                yield make("non-vacuous", name, says, p.line, OfMachine(machine, p.name, n), p.traces)


def widths(core: CoreModule, target: str) -> tuple[Obligation, ...]:
    """That every number that a guard computes fits the width of a target; nothing where the target has no limit."""
    limit = WIDTHS[target]
    out = []
    for guard in core.guards if limit else ():
        span = core.spans.get(guard.name, Span(core.file, 1, 1))
        says = f"every number that `{guard.name}` computes fits {limit.bit_length()} bits and a sign, as {target} has"
        name = f"{core.short_name}/width/{_id(guard.name)}.{target}"
        out.append(Obligation(name, "width", says, core.name, span, _within(guard, limit), guard.traces))
    return tuple(out)


# ── artefacts ────────────────────────────────────────────────────────────────────────────────────────────────


def _records(records: Sequence[Record]) -> dict[str, Record]:
    return {r.path: r for r in records}


def _named_otherwise(mine: Guard | Machine, read: Guard | Machine, parts: Sequence[str]) -> list[str]:
    """Which of these parts the artefact states otherwise, each with its value."""
    return [
        f"the {part.replace('_us', ' in microseconds').replace('_', ' ')} is {there!s}, not {here!s}"
        for part in parts
        if (here := getattr(mine, part)) != (there := getattr(read, part))
    ]


def guard_differences(policy: Guard, read: Guard) -> tuple[str, ...]:
    """What differs in form between a guard and one read back: records, ranges, rules, messages, links."""
    out = _named_otherwise(policy, read, ("module", "name", "entity", "traces"))
    mine, theirs = _records(policy.records), _records(read.records)
    for path in sorted(mine.keys() | theirs.keys()):
        a, b = mine.get(path), theirs.get(path)
        shown = path or policy.entity
        if a is None or b is None:
            out.append(f"the record `{shown}` is {'read' if a is None else 'not read'} by the artefact")
            continue
        if (a.entity, a.table, a.key, a.how, a.parent, a.link, a.maximum) != (
            b.entity,
            b.table,
            b.key,
            b.how,
            b.parent,
            b.link,
            b.maximum,
        ):
            out.append(f"the record `{shown}` is reached otherwise by the artefact")
        fields = {f.name: f for f in a.fields}
        others = {f.name: f for f in b.fields}
        for name in sorted(fields.keys() | others.keys()):
            f, g = fields.get(name), others.get(name)
            if f is None or g is None:
                out.append(
                    f"the field `{shown}.{name}` is {'read' if f is None else 'not read'} by the artefact"
                )
            elif f.optional != g.optional or not _same_domain(f.type, g.type):
                out.append(f"the domain of `{shown}.{name}` is {show_type(g.type)}, not {show_type(f.type)}")
    if [(f.name, f.optional) for f in policy.inputs] != [
        (f.name, f.optional) for f in read.inputs
    ] or not all(_same_domain(f.type, g.type) for f, g in zip(policy.inputs, read.inputs, strict=False)):
        out.append("what is to be stated beside the record differs")
    ids, read_ids = [r.id for r in policy.rules], [r.id for r in read.rules]
    if ids != read_ids:
        out.append(f"the rules are {', '.join(read_ids)}, not {', '.join(ids)}")
    for rule in read.rules:
        for e in walk(rule.condition):
            if e.kind == "const" and e.type.sort == "id" and not _is_key(e.value):
                out.append(f"`{rule.id}` compares a key with `{e.value}`, which is no uuid")
    for rule, other in zip(policy.rules, read.rules, strict=False):
        if rule.event != other.event:
            out.append(f"`{rule.id}` is judged {_when(other)} by the artefact, not {_when(rule)}")
        if (rule.because, rule.traces) != (other.because, other.traces):
            out.append(
                f"the message or links of `{rule.id}` differ: `{other.because}` {' '.join(other.traces)}".rstrip()
            )
    return tuple(out)


def _when(rule: Rule) -> str:
    return "at acceptance alone" if rule.event else "in every committed state"


def _is_key(value: object) -> bool:
    """Whether a constant is a uuid in its canonical text, as every key is."""
    try:
        return str(uuid.UUID(str(value))) == value
    except ValueError:
        return False


def _same_domain(a: Type, b: Type) -> bool:
    return (a.sort, a.lo, a.hi, a.step, a.unit, a.labels) == (b.sort, b.lo, b.hi, b.step, b.unit, b.labels)


def guard_equal(
    core: CoreModule, guard: Guard, read: Guard, decision: Expr | None, target: str, *, complete: bool
) -> Obligation:
    """The artefact's guard is the policy's: same form, each rule's bit, and the decision."""
    pairs = [(a.id, a.condition, b.condition) for a, b in zip(guard.rules, read.rules, strict=False)]
    if decision is not None:
        pairs.append(("the decision", and_(*(r.condition for r in guard.rules)), decision))
    out = guard_differences(guard, read)
    if complete and set(read.counts) != set(guard.counts):
        # What core says of a count rests on the maximum, which stored rows have only where the artefact refuses more.
        held = ", ".join(read.counts) or "nothing"
        out += (
            f"the artefact holds {held} to its maximum, the policy counts {', '.join(guard.counts) or 'nothing'}",
        )
    scope = replace(Scope.of(guard, complete=complete), bounded=read.counts)
    return _equal(core, guard.name, target, Same(scope, tuple(pairs), out), guard.traces)


def immutable_equal(core: CoreModule, item: Immutable, read: Immutable, target: str) -> Obligation:
    """The artefact keeps the rows of the table that stores the entity."""
    out = () if read == item else (f"the artefact keeps `{read.table}`, not `{item.table}`",)
    return _equal(core, f"{item.entity} immutable", target, Same(Scope(), (), out), ())


def machine_equal(core: CoreModule, machine: Machine, read: Machine, target: str) -> Obligation:
    """The artefact's step is the machine's: same interface, each definition in terms of those before it."""
    named = ("module", "name", "period_us", "parameter_entity", "parameter_name", "signals", "model")
    out = _named_otherwise(machine, read, named)
    for what in ("parameters", "inputs", "outputs"):
        a, b = getattr(machine, what), getattr(read, what)
        if [(f.name, f.optional) for f in a] != [(f.name, f.optional) for f in b] or not all(
            _same_domain(f.type, g.type) for f, g in zip(a, b, strict=True)
        ):
            out.append(f"the {what} of the artefact differ")
    if [(s.name, s.next) for s in machine.states] != [(s.name, s.next) for s in read.states] or not all(
        _same_domain(s.type, r.type) for s, r in zip(machine.states, read.states, strict=False)
    ):
        out.append("the states of the artefact differ")
    if [(w.name, w.ticks, w.samples, w.fields, w.after) for w in machine.windows] != [
        (w.name, w.ticks, w.samples, w.fields, w.after) for w in read.windows
    ]:
        out.append("the windows of the artefact differ")
    if [d.name for d in machine.definitions] != [d.name for d in read.definitions]:
        out.append("the definitions of the artefact differ")
    if [(r.id, r.because, r.traces) for r in machine.assumption] != [
        (r.id, r.because, r.traces) for r in read.assumption
    ]:
        out.append("the rules for parameters, or their messages, differ")
    pairs: list[tuple[str, Expr, Expr]] = []
    if not out:
        pairs += [
            (f"initial {s.name}", s.initial, r.initial)
            for s, r in zip(machine.states, read.states, strict=True)
        ]
        pairs += [
            (d.name, d.value, r.value) for d, r in zip(machine.definitions, read.definitions, strict=True)
        ]
        for w, r in zip(machine.windows, read.windows, strict=True):
            pairs += [(f"{w.name} given", w.given, r.given), (f"{w.name} value", w.value, r.value)]
        pairs += [
            (a.id, a.condition, b.condition) for a, b in zip(machine.assumption, read.assumption, strict=True)
        ]
    return _equal(core, machine.name, target, Same(tick_scope(machine), tuple(pairs), tuple(out)), ())


def tick_scope(machine: Machine) -> Scope:
    """The variables of one tick, each in its declared or inferred domain: what definitions may read."""
    states = tuple(Field(s.name, s.type) for s in machine.states)
    named = tuple(Field(d.name, d.value.type) for d in machine.definitions)
    named += tuple(f for w in machine.windows for f in w.fields)
    return Scope(fields=(*machine.parameters, *machine.inputs, *states, *named))


def unreadable(core: CoreModule, name: str, target: str, why: str) -> Obligation:
    """An artefact that could not be read back is not equal to anything."""
    return _equal(core, name, target, Same(Scope(), (), (f"the artefact cannot be read back: {why}",)), ())


def _equal(core: CoreModule, name: str, target: str, goal: Goal, traces: tuple[str, ...]) -> Obligation:
    says = f"the {target} artefact of `{name}` is the policy that was proved"
    span = core.spans.get(name, Span(core.file, 1, 1))
    return Obligation(
        f"{core.short_name}/backend-equal/{_id(name)}.{target}",
        "backend-equal",
        says,
        core.name,
        span,
        goal,
        traces,
    )
