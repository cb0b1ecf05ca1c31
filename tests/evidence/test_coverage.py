"""Rules taken apart: clauses make the rule what it is, and coverage says what tests have seen."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence

import pytest

from aln.checker.check import CheckedModule
from aln.core.evaluate import evaluate
from aln.core.ir import CoreModule
from aln.evidence.clauses import Truth, judged_rules, seen
from aln.evidence.coverage import Coverage, coverage
from aln.lower.module import lower
from aln.pipeline import Source, front

MODULE = """module M_v1_0_0 {{
    type Level = decimal mm in 0 .. 4 by 1;
    entity Device {{ id : uuid key; ok : bool; }}
    entity Case {{ id : uuid key; a : Level; b : Level?; f : bool?; device : ref Device; }}
    policy Inner for Device d {{ require d.ok because "not ok"; }}
    policy Guard for Case c {{ {rules} }}
    {tests}
}}
"""


def module(rules: str, tests: str = "") -> tuple[CheckedModule, CoreModule]:
    checked, found = front(Source("m.aln", MODULE.format(rules=rules, tests=tests)))
    assert checked is not None and [d.message for d in found if d.severity == "error"] == []
    return checked, lower(checked)


def measured(rules: str, *tests: str) -> Coverage:
    """The coverage of `Guard` by tests, each the fields of a record and `allowed` or the reason to deny it for."""
    texts = []
    for i, test in enumerate(tests):
        fields, end = test.split(" | ")
        end = end if end == "allowed" else f'denied because "{end}"'
        texts.append(
            f'test "{i}" {{ given Case c = {{ id : "{uid(1)}", {fields} }}; expect Guard(c) {end}; }}'
        )
    checked, core = module(rules, "\n".join(texts))
    found = coverage([(checked, core.examples)])
    return Coverage(tuple(p for p in found.policies if p.policy == "Guard"))


def uid(n: int) -> str:
    return f"00000000-0000-4000-8000-{n:012d}"


def missing(found: Coverage) -> list[str]:
    return [says for p in found.policies for r in p.rules for says in r.missing()]


CLAUSES = ("c.a > 1 mm", "c.b < c.a", "c.f", "present(c.b)", "c.device.ok", "not c.f")


@pytest.mark.parametrize("seed", range(30))
def test_clauses_make_the_rule_what_it_is(seed: int) -> None:
    """For random rules and records, what the clauses come to decides the rule as its lowered condition does."""
    rng = random.Random(seed)
    text = rng.choice(CLAUSES)
    for _ in range(3):
        part = rng.choice(CLAUSES)
        text = rng.choice(
            (f"({text}) and {part}", f"({text}) or {part}", f"({text}) implies {part}",
             f"not ({text})", f"(if {part} then {text} else {rng.choice(CLAUSES)})")
        )  # fmt: skip
    kind = rng.choice(("require", "forbid"))
    checked, core = module(f'{kind} {text} because "it";')
    (rule,) = judged_rules(checked, checked.model.policies["Guard"])
    guard = next(g for g in core.guards if g.name == "Guard")
    assert rule.id == guard.rules[0].id
    for a, b, f, ok in itertools.product((0, 2, 3), (None, 1, 4), (None, True, False), (None, True, False)):
        env = {"a": a, "b": b, "f": f, "device": None if ok is None else uid(2), "device.ok": ok}
        known = seen(guard, env)
        truths = [c.truth(known) for c in rule.clauses]
        assert rule.passes(truths) == evaluate(guard.rules[0].condition, known), (text, env, truths)


@pytest.mark.parametrize(
    ("truths", "decisive"),
    [
        ([True, True], ()),
        ([True, False], (0,)),
        ([False, False], (0, 1)),
        ([False, None], (0, 1)),
    ],
)
def test_a_clause_decides_when_it_alone_would_turn_the_rule(
    truths: Sequence[Truth], decisive: tuple[int, ...]
) -> None:
    """Of `a or b`, one that is true beside a true one decides nothing; each of two that are not true would."""
    checked, _ = module('require c.f or c.a > 1 mm because "it";')
    (rule,) = judged_rules(checked, checked.model.policies["Guard"])
    assert rule.decisive(truths) == decisive


def test_a_sole_clause_counts_once() -> None:
    """Of a rule of one clause only passing and refusing are asked."""
    rules = 'require c.a > 1 mm because "low";'
    assert (measured(rules, "a : 2 mm | allowed").covered, measured(rules, "a : 2 mm | allowed").total) == (
        1,
        2,
    )
    assert missing(measured(rules, "a : 2 mm | allowed")) == ["no test is refused by it"]
    assert missing(measured(rules, "a : 2 mm | allowed", "a : 1 mm | low")) == []


def test_clauses_that_never_decided_are_named_as_written() -> None:
    """A test in which two clauses are true at once shows neither; one in which only one is, shows that one."""
    rules = 'require c.a > 1 mm or c.f because "neither";'
    both = measured(rules, "a : 2 mm, f : true | allowed")
    assert missing(both) == [
        "no test is refused by it", "`c.a > 1 mm` never decided it", "`c.f` never decided it",
    ]  # fmt: skip
    one = measured(rules, "a : 2 mm, f : false | allowed", "a : 1 mm | neither")
    assert missing(one) == [] and (one.covered, one.total) == (4, 4)


def test_nothing_is_covered_without_a_test() -> None:
    """Without tests every rule is missing whole."""
    found = measured('require c.a > 1 mm because "low";')
    assert (found.covered, found.total) == (0, 2)


def test_a_rule_is_covered_where_it_is_included() -> None:
    """The rules of an included policy are covered by tests of the policy that includes it, and are counted once."""
    tests = f"""test "t" {{
        given Device d = {{ id : "{uid(2)}", ok : true }};
        given Case c = {{ id : "{uid(1)}", a : 2 mm, device : d }};
        expect Guard(c) allowed;
    }}"""
    checked, core = module('include Inner(c.device); require c.a > 1 mm because "low";', tests)
    found = {p.policy: p for p in coverage([(checked, core.examples)]).policies}
    assert (found["Inner"].covered, found["Inner"].total) == (1, 2)
    assert (found["Guard"].covered, found["Guard"].total) == (1, 2)
