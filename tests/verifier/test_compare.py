"""Two versions of what judges an entity: the verdict is that of every record there is, and witnesses are real."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from aln.core.evaluate import decide
from aln.core.ir import Field, Guard
from aln.lower.module import lower
from aln.pipeline import Source, front
from aln.verifier.records import compare as comparing
from aln.verifier.records.compare import Comparison, Side, compare
from aln.verifier.records.merge import Shape

MODULE = """module M_v1_0_0 {{
    type Level = decimal mm in {range} by {step};
    enum Kind {{ {labels} }}
    lexicon Terms {{ {terms} }}
    entity Device {{ id : uuid key; ok : bool; limit : Level; checks : many Check by device up to {most}; }}
    entity Check {{ id : uuid key; device : ref Device; good : bool; value : Level; }}
    entity Case {{ id : uuid key; {fields} }}
    policy Guard for Case c {{ {rules} }}
}}
"""
PLAIN = {
    "range": "0 .. 4", "step": "1", "labels": "A; B;", "terms": '"rem";', "most": "4",
    "fields": "level : Level; low : Level?; kind : Kind; flag : bool?;",
}  # fmt: skip
LINKED = "device : ref Device; spare : ref Device; level : Level; note : text; by : uuid;"


def side(rules: str, **changed: str) -> Side:
    """One version: its rules, and what it declares otherwise than `PLAIN`."""
    checked, found = front(Source("case.aln", MODULE.format(**(PLAIN | {"rules": rules} | changed))))
    assert checked is not None and [d.message for d in found if d.severity == "error"] == []
    shapes = {
        name: Shape(name, tuple(Field(f.name, f.type, f.optional) for f in e.fields.values() if f.type))
        for name, e in checked.model.entities.items()
    }
    return Side(lower(checked).guards, shapes)


def require(*conditions: str) -> str:
    return " ".join(f'require {c} because "rule {i}";' for i, c in enumerate(conditions))


def compared(old: Side, new: Side) -> Comparison:
    return compare("Case", old, new)


# ── the law ──────────────────────────────────────────────────────────────────────────────────────────────────

ATOMS = (
    "c.level <= 2 mm", "c.level > 1 mm", "c.low < c.level", "c.kind == A", "c.kind != B", "c.flag", "not c.flag",
    "absent(c.low)", "present(c.flag)", "c.level == 3 mm", "c.level + c.level > 3 mm",
)  # fmt: skip
VARIED: tuple[dict[str, str], ...] = (
    {},
    {"range": "0 .. 3"},
    {"range": "1 .. 4"},
    {"step": "0.5"},
    {"labels": "A; B; C;"},
    {"fields": PLAIN["fields"].replace("Level?", "Level")},
    {"fields": PLAIN["fields"].replace("bool?", "bool")},
    {"fields": PLAIN["fields"] + " more : Level;"},
    {"fields": PLAIN["fields"] + " more : Level?;"},
)


def condition(rng: random.Random) -> str:
    parts = [rng.choice(ATOMS) for _ in range(rng.choice((1, 1, 2, 3)))]
    text = parts[0]
    for part in parts[1:]:
        text = f"({text}) {rng.choice(('and', 'or', 'implies'))} {part}"
    return text


def records() -> Iterator[dict[str, Any]]:
    """Every record of the small domain, numbers in halves of a millimetre, missing values and unknown labels too. What
    one side alone declares (`more`) holds what it may hold there, or nothing."""
    levels = (*range(9), None)
    for level, low, kind, flag, more in itertools.product(
        levels, (0, 2, 5, 8, None), ("A", "B", "C"), (True, False, None), (0, 4, None)
    ):
        yield {"id": "x", "level": level, "low": low, "kind": kind, "flag": flag, "more": more}


def accepts(of: Side, record: Mapping[str, Any]) -> bool:
    """Whether a side takes a record: each declared field holds its value on the side's own grid, and the guard allows it."""
    env: dict[str, Any] = {}
    for f in of.shapes["Case"].fields:
        value = record[f.name]
        if f.type.sort == "int" and value is not None:
            halves = f.type.step * 2
            value = value // int(halves) if value % int(halves) == 0 else "off the grid"
        if f.name != "id" and not (f.optional if value is None else f.type.holds(value)):
            return False
        env[f.name] = value
    return all(decide(g, env).allowed for g in of.guards)


@pytest.mark.parametrize("seed", range(40))
def test_the_verdict_is_that_of_every_record(seed: int) -> None:
    """For random rules and domains, a side is stricter or looser exactly where some record of all is decided so."""
    rng = random.Random(seed)
    rules = [condition(rng) for _ in range(2)]
    other = [rules[0], condition(rng)] if rng.random() < 0.7 else [condition(rng)]
    try:
        old = side(require(*rules), **rng.choice(VARIED))
        new = side(require(*other), **rng.choice(VARIED))
    except AssertionError:
        pytest.skip("the checker refuses these rules")
    found = compared(old, new)
    decided = [(accepts(old, r), accepts(new, r)) for r in records()]
    denied, allowed = (True, False) in decided, (False, True) in decided
    assert found.verdict == comparing.joined(denied, allowed), (rules, other, found)
    assert (found.newly_denied is not None, found.newly_allowed is not None) == (denied, allowed)


@pytest.mark.parametrize("seed", range(12))
def test_the_solver_alone_says_the_same(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a search finds first is a matter of speed: without it every verdict is the same."""
    rng = random.Random(seed)
    rules = [rng.choice(ATOMS), rng.choice(ATOMS)]
    old, new = side(require(*rules)), side(require(rules[0]), **rng.choice(VARIED[:5]))
    first = compared(old, new)
    monkeypatch.setattr(comparing, "search", lambda scope, parts: None)
    second = compared(old, new)
    assert first.verdict == second.verdict
    assert (first.newly_denied is None) == (second.newly_denied is None)


# ── single cases ─────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_rules_in_another_order_are_equal_without_a_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """Equal by form: no query is made, and none is needed."""
    monkeypatch.setattr(comparing, "_Question", lambda *_: pytest.fail("a solver was asked"))
    found = compared(side(require("c.flag", "c.kind == A")), side(require("c.kind == A", "c.flag")))
    assert found == Comparison("equal")


def test_rules_written_otherwise_are_proved_equal() -> None:
    """Two texts of one meaning are equal by proof, and the evidence of it is kept."""
    found = compared(
        side(require("c.level <= 2 mm")), side(require("not (c.level > 2 mm)", "c.level < 3 mm"))
    )
    assert (found.verdict, found.evidence) == ("equal", "L2")


def test_a_witness_says_what_refuses_it_and_why() -> None:
    """A rule that is new refuses a record in which all else is as it was, at the nearest value that does."""
    found = compared(side(require("c.kind == A")), side(require("c.kind == A", "c.level <= 2 mm")))
    assert found.verdict == "stricter" and found.newly_allowed is None
    witness = found.newly_denied
    assert witness is not None
    assert (witness.rules, witness.because, witness.invalid) == (("Guard/rule_1",), ("rule 1",), ())
    assert witness.values == {"case.kind": "A", "case.level": 3}
    assert sorted(witness.shown) == ["case.kind  : A", "case.level : 3 mm"]


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("c.device.ok", "c.device.ok and c.device.limit > 1 mm", "stricter"),
        ("all k in c.device.checks : k.good", "c.device.ok", "incomparable"),
        (
            "any k in c.device.checks : k.good",
            "any k in c.device.checks : k.good or k.value > 1 mm",
            "looser",
        ),
        (
            "all k in c.device.checks : k.good",
            "all k in c.device.checks : k.good and present(k.device)",
            "equal",
        ),
        ("not mentions(c.note, Terms)", "true", "looser"),
    ],
)
def test_references_relations_and_texts(old: str, new: str, verdict: str) -> None:
    """Rules about records that are reached, about lists and about texts are compared as any other."""
    assert compared(side(require(old), fields=LINKED), side(require(new), fields=LINKED)).verdict == verdict


def test_a_reference_that_one_side_follows_and_the_other_compares() -> None:
    """The key is there even where the record it names is not: only the side that follows it needs the record."""
    old = side(require("c.device == c.spare"), fields=LINKED)
    new = side(require("c.device == c.spare", "present(c.device.ok)"), fields=LINKED)
    found = compared(old, new)
    assert found.verdict == "stricter" and found.newly_denied is not None
    values = found.newly_denied.values
    assert values["case.device"] == values["case.spare"] is not None and "case.device.ok" not in values


def test_a_lexicon_with_one_more_term_refuses_more() -> None:
    """The witness is a text that the new term alone catches."""
    rules = 'forbid mentions(c.note, Terms) because "labelled";'
    found = compared(side(rules, fields=LINKED), side(rules, fields=LINKED, terms='"rem"; "dream";'))
    assert found.verdict == "stricter" and found.newly_denied is not None
    assert found.newly_denied.values == {"case.note": "dream"}


def test_another_maximum_of_a_relation_is_never_called_equal() -> None:
    """What a longer list would do on the side that takes none is not decided: unknown, with the reason."""
    rules = require("all k in c.device.checks : k.good")
    found = compared(side(rules, fields=LINKED), side(rules, fields=LINKED, most="2"))
    assert found.verdict == "unknown" and "maxima: `device.checks` (4 and 2)" in found.reason


def test_the_relation_that_nobody_reads_may_have_another_maximum() -> None:
    """A maximum is of no account where no rule counts on it."""
    assert compared(side(require("c.flag")), side(require("c.flag"), most="2")).verdict == "equal"


def test_a_rule_that_is_no_longer_asked_of_stored_records_is_looser() -> None:
    """When it is accepted the record is judged as before, but a stored one that breaks the rule stays."""
    rule = 'require c.level <= 2 mm because "too high";'
    found = compared(side(rule), side(f"event {rule}"))
    assert found.verdict == "looser" and found.newly_allowed is not None and found.newly_allowed.stored
    assert compared(side(f"event {rule}"), side(rule)).verdict == "stricter"


def test_what_the_caller_states_is_part_of_the_witness() -> None:
    """An event rule about the actor: the witness names who acts."""
    old = side(require("c.level <= 2 mm"), fields=LINKED)
    new = side('event require actor == c.by because "another";' + require("c.level <= 2 mm"), fields=LINKED)
    found = compared(old, new)
    assert found.verdict == "stricter" and found.newly_denied is not None
    assert found.newly_denied.values["actor"] != found.newly_denied.values["case.by"]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"fields": PLAIN["fields"].replace("level : Level", "level : bool")}, "`Case.level` is"),
        ({"range": "0 .. 4", "fields": PLAIN["fields"].replace("level : Level", "level : decimal cm in 0 .. 4")},
         "one number is two quantities"),
    ],
)  # fmt: skip
def test_what_is_not_one_thing_is_unknown(changed: dict[str, str], reason: str) -> None:
    """A field of another kind or unit has no common values: nothing is claimed of it."""
    found = compared(side(require("c.flag")), side(require("c.flag"), **changed))
    assert found.verdict == "unknown" and reason in found.reason


def test_a_reference_to_another_entity_is_unknown() -> None:
    """Two records of one place that are not of one entity are not one record."""
    old = side(require("c.device.ok"), fields=LINKED)
    new = side(require("c.device.good"), fields="device : ref Check; level : Level; note : text; by : uuid;")
    found = compared(old, new)
    assert (
        found.verdict == "unknown" and "is a `Device` on one side and a `Check` on the other" in found.reason
    )


def test_a_guard_that_stopped_judging_is_looser() -> None:
    """Nothing is the loosest policy: any record that is valid is accepted."""
    old = side(require("c.flag"))
    found = compared(old, Side((), old.shapes))
    assert found.verdict == "looser" and found.newly_allowed is not None
    assert found.newly_allowed.rules == ("Guard/rule_0",)
    assert compared(Side((), old.shapes), Side((), old.shapes)).verdict == "equal"


def test_two_policies_of_an_entity_judge_together() -> None:
    """One policy split in two accepts what it accepted."""
    old = side(require("c.flag", "c.kind == A"))
    (guard,) = old.guards
    halves = tuple(
        Guard(guard.module, f"Half{i}", guard.entity, guard.records, (rule,))
        for i, rule in enumerate(guard.rules)
    )
    assert compared(old, Side(halves, old.shapes)).verdict == "equal"


def test_a_witness_that_does_not_replay_is_no_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were a search or a solver to give a record on which both agree, the answer would be unknown, never a verdict."""
    monkeypatch.setattr(
        comparing, "search", lambda scope, parts: {"level": 0, "kind": "A", "flag": True, "id": "x"}
    )
    found = compared(side(require("c.flag")), side(require("c.flag", "c.level <= 2 mm")))
    assert found.verdict == "unknown" and "the evaluator does not find them to differ" in found.reason
