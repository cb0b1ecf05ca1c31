"""A counterexample as a test: the record that breaks a claim, written so that it fails now and passes once mended.

Takes a refuted verdict about records and the module it stands in; gives the text of one `test` block, or the reason why
there is none. The test expects of one policy the opposite of what it does: of a record that it should have refused,
that it is refused; of one that it should have accepted, that it is allowed. No solver.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from aln.checker.check import CheckedModule
from aln.core.evaluate import decide, evaluate
from aln.core.ir import KEY, CoreModule, Record
from aln.syntax.layout import quoted
from aln.verifier.obligation import Holds, Verdict
from aln.verifier.show import literal

__all__ = ["Unsaved", "saved_test"]

_ACCEPTED = re.compile(r"accepted\((\w+), ([\w.]+)\)")


class Unsaved(Exception):
    """A counterexample that the language has no test for; the message says why."""


@dataclass(slots=True)
class _Given:
    """One record of the test: its variable, its fields as written, and the variables that must stand before it."""

    entity: str
    variable: str
    fields: dict[str, str] = field(default_factory=dict)
    needs: dict[str, None] = field(default_factory=dict)


def saved_test(checked: CheckedModule, core: CoreModule, verdict: Verdict) -> str:
    """The `test` block of a refuted claim, with two lines of comment above it. Raises `Unsaved`."""
    goal, found = verdict.obligation.goal, verdict.counterexample
    if verdict.status != "refuted" or found is None:
        raise Unsaved("it is not refuted")
    if not isinstance(goal, Holds):
        raise Unsaved("only a claim about records has a record to keep as a test")
    env = found.env
    known = {**env, **{d.name: evaluate(d.value, env) for d in goal.definitions}}
    policy, path, accepted = _turned(goal, known)
    variable = path.partition(".")[0]
    place = path.partition(".")[2]
    if policy not in checked.model.policies:
        raise Unsaved(f"`{policy}` is no policy of `{checked.module.name}`")
    givens = _Givens(checked, goal.scope.records, env, variable)
    judged = givens.named(place)
    stated = [
        f"{f.name.removeprefix('@')} = {literal(f.type, env.get(f.name))}"
        for f in goal.scope.fields
        if f.name.startswith("@") and env.get(f.name) is not None
    ]
    with_ = f" with {', '.join(stated)}" if stated else ""
    end = (
        "allowed" if not accepted else f"denied because {quoted(_reason(core, goal, verdict, known, place))}"
    )
    says = " ".join(verdict.obligation.says.split())
    lines = [
        f"// Breaks {verdict.obligation.id}. Name the reason of the rule that is to refuse it."
        if accepted
        else f"// Breaks {verdict.obligation.id}.",
        f"test {quoted(f'counterexample: {says}')} {{",
        *(f"    {line}" for g in givens.ordered() for line in _written(g)),
        f"    expect {policy}({judged}){with_} {end};",
        "}",
    ]
    return "\n".join(lines) + "\n"


def _turned(goal: Holds, known: Mapping[str, Any]) -> tuple[str, str, bool]:
    """The policy, the record and the decision that, were it the other way about, would leave the claim whole. Of two
    such decisions, refusing more is the safe one."""
    found = []
    for d in goal.definitions:
        match = _ACCEPTED.fullmatch(d.name)
        if match is not None and evaluate(goal.formula, {**known, d.name: not known[d.name]}):
            found.append((match[1], match[2], bool(known[d.name])))
    if not found:
        raise Unsaved("no decision of a single policy, turned about, would make the claim true")
    return max(found, key=lambda x: x[2])


def _reason(core: CoreModule, goal: Holds, verdict: Verdict, known: Mapping[str, Any], place: str) -> str:
    """The reason to expect: that of the rule which let the record through, else the one for which the policy that it is
    held against refuses it; where no rule speaks of it, what the claim says, for the rule that is to come."""
    assert verdict.counterexample is not None
    blames = verdict.counterexample.blames
    passed = [r.because for r in goal.rules if r.id in blames and r.because and evaluate(r.condition, known)]
    for d in goal.definitions:
        match = _ACCEPTED.fullmatch(d.name)
        for guard in core.guards if match is not None and not known[d.name] and not place else ():
            refused = decide(guard, known).failed if match is not None and guard.name == match[1] else ()
            passed += [r.because for r in guard.rules if r.id in refused and r.because]
    return passed[0] if passed else " ".join(verdict.obligation.says.split()).rstrip(".")


def _written(given: _Given) -> Iterator[str]:
    width = max((len(n) for n in given.fields), default=0)
    yield f"given {given.entity} {given.variable} = {{"
    last = len(given.fields) - 1
    for i, (name, text) in enumerate(given.fields.items()):
        yield f"    {name:<{width}} : {text}{',' if i < last else ''}"
    yield "};"


class _Givens:
    """Every record of a counterexample, each once, however often it is reached."""

    def __init__(
        self, checked: CheckedModule, records: tuple[Record, ...], env: Mapping[str, Any], variable: str
    ) -> None:
        self.checked, self.records = checked, records
        self.by_key: dict[tuple[str, str], _Given] = {}
        self.by_path: dict[str, _Given] = {}
        self.variables: dict[str, _Given] = {}
        self.keys = set(_keys(env))
        lists = [r.path for r in records if r.how == "many"]
        for record in records:
            if any(record.path.startswith(p + ".") for p in lists):
                continue
            if record.how == "root":
                self.by_path[""] = self._add(record, "", variable, env)
            elif record.how == "ref":
                self._reference(record, record.path, env, self.by_path)
            else:
                self._relation(record, env)

    def named(self, path: str) -> str:
        found = self.by_path.get(path)
        if found is None:
            raise Unsaved(f"the record `{path}` that the policy judges is missing")
        return found.variable

    def ordered(self) -> list[_Given]:
        """Each record after those that it names."""
        out: dict[str, _Given] = {}

        def visit(given: _Given) -> None:
            for name in given.needs:
                if name not in out:
                    visit(self.variables[name])
            out[given.variable] = given

        for given in self.variables.values():
            visit(given)
        return list(out.values())

    def _add(self, record: Record, prefix: str, hint: str, env: Mapping[str, Any], key: str = "") -> _Given:
        """A record with the fields that the counterexample gives; `key` is its key where a reference says it."""
        key_field = self.checked.model.entities[record.entity].key
        key = key or (str(env.get(_join(prefix, key_field)) or self._fresh()) if key_field else "")
        given = self.by_key.get((record.entity, key)) if key else None
        if given is None:
            given = _Given(record.entity, self._variable(hint))
            self.variables[given.variable] = given
            if key:
                self.by_key[record.entity, key] = given
                given.fields[key_field] = quoted(key)
        for f in record.fields:
            value = env.get(_join(prefix, f.name))
            if value is not None:
                self._set(given, f.name.removesuffix(KEY), literal(f.type, value))
        return given

    def _set(self, given: _Given, name: str, text: str) -> None:
        if given.fields.setdefault(name, text) != text:
            raise Unsaved(f"`{given.variable}` is given twice, with two values of `{name}`")

    def _reference(self, record: Record, name: str, env: Mapping[str, Any], known: dict[str, _Given]) -> None:
        """The record that a reference names, and the reference to it; a missing one is left out."""
        owner = known.get(record.parent)
        key = env.get(name)
        if owner is None or key is None:
            return
        found = known[record.path] = self._add(record, name, record.link, env, str(key))
        # The key may stand there already, where the reference is compared too: the record says the same.
        owner.fields[record.link] = found.variable
        owner.needs[found.variable] = None

    def _relation(self, record: Record, env: Mapping[str, Any]) -> None:
        owner = self.by_path.get(record.parent)
        items = env.get(record.path)
        if owner is None:
            return
        if items is None:
            raise Unsaved(
                f"the relation `{record.path}` is not given there, and a test gives all of its records"
            )
        for item in items:
            element = self._add(record, "", record.path.rpartition(".")[2], item)
            element.fields[record.link] = owner.variable
            element.needs[owner.variable] = None
            known = {record.path: element}
            for inner in self.records:
                if inner.how == "ref" and inner.path.startswith(record.path + "."):
                    self._reference(inner, inner.path[len(record.path) + 1 :], item, known)

    def _variable(self, hint: str) -> str:
        name, n = hint, 1
        while name in self.variables:
            n += 1
            name = f"{hint}_{n}"
        return name

    def _fresh(self) -> str:
        """A key that nothing in the counterexample has."""
        n = 1
        while (key := str(uuid.UUID(int=n))) in self.keys:
            n += 1
        self.keys.add(key)
        return key


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _keys(env: Mapping[str, Any]) -> Iterator[str]:
    for value in env.values():
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            for item in value:
                yield from _keys(item)
