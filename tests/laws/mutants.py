"""Mutants of artefacts: texts with a planted fault, and faithful prints of policies that differ in one place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from aln.backends import Header, Unsupported, target
from aln.core import build as b
from aln.core.ir import BOOL, CoreModule, Expr, Field, Guard, Machine, Rule
from aln.core.slice import runtime
from aln.pipeline import Source, core
from aln.verifier.obligation import Obligation
from aln.verifier.obligations import guard_equal, machine_equal
from tests.backends import python_mutants, sql_mutants

FILES = ("policies/rem_exclusion", "policies/calibration", "controllers/vasopressor")
HEADER = Header("library.aln", "Library", "", "1.0.0", "")


@dataclass(frozen=True, slots=True)
class Artefact:
    """What one target is given of one guard or machine of the library, and its text."""

    module: CoreModule
    subject: Guard | Machine
    target: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.subject.name}.{self.target}"

    def equal(self, text: str) -> Obligation:
        """That `text` is the policy, as the pipeline states it. Raises `Unreadable`."""
        of = target(self.target)
        if isinstance(self.subject, Machine):
            return machine_equal(self.module, runtime(self.subject), of.read_machine(text), of.name)
        read = of.read_guard(text)
        return guard_equal(
            self.module, self.subject, read.guard, read.decision, of.name, complete=of.complete_relations
        )


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: where and what, the text, and whether it is the print of another policy (or an edit of the text)."""

    what: str
    text: str
    printed: bool


def printed(subject: Guard | Machine, name: str) -> str:
    """The text of a guard or machine. Raises `Unsupported`."""
    of, header = target(name), replace(HEADER, module=subject.module)
    return (
        of.print_machine(subject, header) if isinstance(subject, Machine) else of.print_guard(subject, header)
    )


@cache
def artefacts() -> dict[str, Artefact]:
    """Every artefact of the library, by name; the machine has Python alone."""
    out = {}
    for file in FILES:
        module = core(
            Source(f"{file}.aln", files("aln.library").joinpath(f"{file}.aln").read_text(encoding="utf-8"))
        )
        subjects: tuple[Guard | Machine, ...] = (*module.guards, *module.machines)
        for subject in subjects:
            for name in ("python", "sql")[: 1 if isinstance(subject, Machine) else 2]:
                found = Artefact(module, subject, name, printed(subject, name))
                out[found.name] = found
    return out


# ── edits of the text ────────────────────────────────────────────────────────────────────────────────────────


def edited(artefact: Artefact, some: bool = False) -> list[Mutant]:
    """The text with one fault each, named by what stands there, so that the name outlives other lines' changes.

    `some`: about eighty Python faults spread over the text, each SQL fault at one place; else all of them.
    """
    text = artefact.text
    lines = text.splitlines()
    if artefact.target == "python":
        found = python_mutants.mutants(text, 80 if some else 10**6)
    else:
        found = sql_mutants.mutants(text, 1 if some else 10**6)
    out = []
    for what, mutant in found:
        place = re.search(r", line (\d+)", what)
        shown = what
        if place is not None:
            line = int(place[1])
            shown = what.replace(place[0], f" in `{' '.join(lines[line - 1].split())[:90]}`")
            if artefact.target == "sql":
                shown = f"{_rule(lines, line)}{shown}"
        out.append(Mutant(shown, mutant, False))
    return out


def _rule(lines: Sequence[str], line: int) -> str:
    """The rule of the function of all rules in which a line stands."""
    start = next((i for i, text in enumerate(lines) if text == "AS $failed$"), len(lines))
    end = next((i for i, text in enumerate(lines) if text == "$failed$;"), 0)
    if not start < line - 1 < end:
        return ""
    for text in lines[line - 1 : end]:
        found = re.search(r"ELSE '\w+/(\w+)' END", text)
        if found is not None:
            return f"{found[1]}: "
    return ""


# ── other policies, printed faithfully ───────────────────────────────────────────────────────────────────────


def _edits(e: Expr, peers: Sequence[Expr]) -> Iterator[tuple[str, Expr]]:
    """The expression with its root changed, each way that keeps its type."""
    if e.type == BOOL and not (e.kind == "op" and e.name in ("and", "or")):
        yield f"negate {e!r}", b.not_(e)
    if e.kind == "op" and e.name in ("lt", "le"):
        x, y = e.args
        yield (
            f"{'<' if e.name == 'lt' else '<='} to {'<=' if e.name == 'lt' else '<'} in {e!r}",
            (b.le(x, y) if e.name == "lt" else b.lt(x, y)),
        )
        yield f"swap sides of {e!r}", (b.lt if e.name == "lt" else b.le)(y, x)
        for i, side in enumerate(e.args):
            if side.kind == "const" and isinstance(side.value, int):
                for by in (-1, 1):
                    other = b.const(side.type, side.value + by)
                    pair = (other, y) if i == 0 else (x, other)
                    yield f"constant {by:+d} in {e!r}", (b.lt if e.name == "lt" else b.le)(*pair)
    if e.kind == "op" and e.name in ("and", "or"):
        yield (
            f"{e.name} to {'or' if e.name == 'and' else 'and'} in {e!r}",
            (b.or_(*e.args) if e.name == "and" else b.and_(*e.args)),
        )
        for i, part in enumerate(e.args):
            rest = e.args[:i] + e.args[i + 1 :]
            yield f"drop {part!r} of {e!r}", b.and_(*rest) if e.name == "and" else b.or_(*rest)
    if e.kind == "op" and e.name == "ite":
        yield f"swap branches of {e!r}", b.ite(e.args[0], e.args[2], e.args[1])
    if e.kind == "op" and e.name in ("min", "max"):
        yield f"{e.name} to the other in {e!r}", (b.minimum if e.name == "max" else b.maximum)(*e.args)
    if e.kind == "op" and e.name in ("add", "sub") and e.args[0].type.unit == e.args[1].type.unit:
        yield f"{e.name} to the other in {e!r}", (b.add if e.name == "sub" else b.sub)(e.args[0], e.args[1])
    if e.kind == "each" and e.name in ("all", "any"):
        other_name = "any" if e.name == "all" else "all"
        yield (
            f"{e.name} to {other_name} over {e.value}: {e!r}",
            b.each(other_name, e.value, e.bound, e.args[0]),
        )
    if e.kind == "mentions":
        for i, term in enumerate(e.terms):
            yield (
                f"drop the term {term!r} of {e.args[0]!r}",
                b.mentions(e.args[0], e.terms[:i] + e.terms[i + 1 :]),
            )
        yield f"add a term to {e.args[0]!r}", b.mentions(e.args[0], (*e.terms, "sleep"))
    if e.kind == "const" and e.type.sort == "enum":
        for label in e.type.labels:
            if label != e.value:
                yield f"{e.value} to {label}", b.const(e.type, label)
    if e.kind == "var":
        for peer in peers:
            alike = (peer.type.sort, peer.type.grain, peer.type.unit.kind, peer.type.labels) == (
                e.type.sort, e.type.grain, e.type.unit.kind, e.type.labels,
            )  # fmt: skip
            if alike and peer is not e:
                yield f"{e.name} to {peer.name}", peer


def changed(
    e: Expr, scope: Sequence[Expr], inside: Callable[[Expr], Sequence[Expr]]
) -> Iterator[tuple[str, Expr]]:
    """`e` with one place changed, every place and way once; `inside` gives the variables of a list's element."""
    yield from _edits(e, scope)
    if e.kind == "op" and e.name == "not":
        return
    within = (*scope, *inside(e)) if e.kind == "each" else scope
    for i, part in enumerate(e.args):
        for what, other in changed(part, within, inside):
            if e.kind == "op" and e.name in ("add", "sub", "mul", "div") and other.type != part.type:
                continue  # the node's own range would have to change with it
            place = "" if part.args else f" in {e!r}"
            yield what + place, b.rebuild(e, (*e.args[:i], other, *e.args[i + 1 :]))


def _variables(guard: Guard) -> tuple[list[Expr], Callable[[Expr], Sequence[Expr]]]:
    """The variables of a guard outside its lists, and those that an aggregate binds."""
    lists = [r.path for r in guard.records if r.how == "many"]

    def of(prefix: str, fields: Sequence[Field]) -> list[Expr]:
        return [b.var(prefix + f.name, f.type) for f in fields]

    outside = [
        v
        for r in guard.records
        if not any(r.path == p or r.path.startswith(p + ".") for p in lists)
        for v in of(r.variable(""), r.fields)
    ]

    def inside(e: Expr) -> list[Expr]:
        return [v for r in guard.records if r.path == e.value for v in of(f"{e.bound}.", r.fields)]

    return outside, inside


def _rules(
    rules: Sequence[Rule], change: Callable[[Expr], Iterator[tuple[str, Expr]]]
) -> Iterator[tuple[str, list[Rule]]]:
    for i, rule in enumerate(rules):
        place = rule.id.rpartition("/")[2]
        for what, condition in change(rule.condition):
            if condition is not rule.condition:
                yield f"{place}: {what}", [*rules[:i], replace(rule, condition=condition), *rules[i + 1 :]]
        said = replace(rule, because=f"{rule.because} at all")
        yield f"{place}: another message", [*rules[:i], said, *rules[i + 1 :]]
        unlinked = replace(rule, traces=rule.traces[1:])
        yield f"{place}: a link dropped", [*rules[:i], unlinked, *rules[i + 1 :]]
        yield f"{place}: rule dropped", [*rules[:i], *rules[i + 1 :]]


def _other_guards(guard: Guard) -> Iterator[tuple[str, Guard]]:
    outside, inside = _variables(guard)
    for what, rules in _rules(guard.rules, lambda e: changed(e, outside, inside)):
        yield what, replace(guard, rules=tuple(rules))


def _other_machines(machine: Machine) -> Iterator[tuple[str, Machine]]:
    parameters = [b.var(f.name, f.type) for f in machine.parameters]
    scope = [
        *parameters,
        *(b.var(f.name, f.type) for f in machine.inputs),
        *(b.var(s.name, s.type) for s in machine.states),
    ]

    def nothing(e: Expr) -> Sequence[Expr]:
        return ()

    for i, d in enumerate(machine.definitions):
        for what, value in changed(d.value, scope, nothing):
            if value is not d.value:
                definitions = (
                    *machine.definitions[:i],
                    replace(d, value=value),
                    *machine.definitions[i + 1 :],
                )
                yield f"{d.name}: {what}", replace(machine, definitions=definitions)
    for i, s in enumerate(machine.states):
        for what, value in changed(s.initial, parameters, nothing):
            if value is not s.initial:
                states = (*machine.states[:i], replace(s, initial=value), *machine.states[i + 1 :])
                yield f"initial {s.name}: {what}", replace(machine, states=states)
    for what, rules in _rules(machine.assumption, lambda e: changed(e, parameters, nothing)):
        yield what, replace(machine, assumption=tuple(rules))


def reprinted(artefact: Artefact, chosen: Callable[[str], bool] = bool) -> list[Mutant]:
    """The texts of policies that differ in one place, printed as they are: well-formed, and of another policy.

    Of those whose name is `chosen`; all by default.
    """
    subject = artefact.subject
    others: Iterator[tuple[str, Guard | Machine]] = (
        _other_machines(runtime(subject)) if isinstance(subject, Machine) else _other_guards(subject)
    )
    out: dict[str, Mutant] = {}
    for what, other in others:
        if not chosen(what):
            continue
        try:
            text = printed(other, artefact.target)
        except Unsupported:
            continue
        if text != artefact.text and text not in out:
            out[text] = Mutant(what, text, True)
    return list(out.values())
