"""What a failed expectation teaches: the rules concerned, clause by clause, with the values they read."""

from __future__ import annotations

from aln.evidence.judge import Outcome, judge
from aln.lower.module import lower
from aln.pipeline import Source, front

ID = '"00000000-0000-4000-8000-000000000001"'
MODULE = """module M_v1_0_0 {{
    type Level = decimal mm in 0 .. 4 by 0.5;
    entity Check {{ id : uuid key; case : ref Case; good : bool; }}
    entity Case {{ id : uuid key; level : Level; flag : bool?; checks : many Check by case up to 4; }}
    policy Guard for Case c {{
        require c.level <= 2 mm or c.flag because "it is too high";
        forbid c.flag because "it is flagged";
        require all k in c.checks : k.good because "a check failed";
    }}
    test "t" {{ given Case c = {{ {fields} }}; {more} expect Guard(c) {end}; }}
}}
"""


def judged(fields: str, end: str, more: str = "") -> Outcome:
    text = MODULE.format(fields=f"id : {ID}, {fields}", end=end, more=more)
    checked, found = front(Source("m.aln", text))
    assert checked is not None and [d.message for d in found if d.severity == "error"] == []
    (example,) = lower(checked).examples
    return judge(checked, example)


def taught(o: Outcome) -> list[tuple[str, bool, list[tuple[str, object, bool, tuple[tuple[str, str], ...]]]]]:
    return [
        (e.rule.because, e.passes, [(c.text, c.truth, c.decisive, c.values) for c in e.clauses])
        for e in o.explained
    ]


def test_an_expectation_that_is_met_has_nothing_to_teach() -> None:
    """Allowed as expected, and denied for the reason expected, whatever else denies it."""
    assert judged("level : 1 mm, flag : false", "allowed").passed
    met = judged("level : 3 mm, flag : true", 'denied because "it is flagged"')
    assert met.passed and met.explained == () and met.because == ("it is flagged",)


def test_denied_instead_of_allowed() -> None:
    """Each rule that refused it, with its clauses, their values, and those that alone would have turned it."""
    found = judged("level : 3 mm, flag : false", "allowed")
    assert found.problems == ("it was denied because “it is too high”",)
    assert taught(found) == [
        ("it is too high", False, [
            ("c.level <= 2 mm", False, True, (("c.level", "3 mm"),)),
            ("c.flag", False, True, (("c.flag", "false"),)),
        ]),
    ]  # fmt: skip


def test_denied_for_another_reason() -> None:
    """The rule that should have refused it and passed it, beside the rule that did refuse it."""
    found = judged("level : 3 mm, flag : true", 'denied because "it is too high"')
    assert found.problems == ("it was denied because “it is flagged”",)
    assert taught(found) == [
        ("it is too high", True, [
            ("c.level <= 2 mm", False, False, (("c.level", "3 mm"),)),
            ("c.flag", True, True, (("c.flag", "true"),)),
        ]),
        ("it is flagged", False, [("c.flag", True, True, (("c.flag", "true"),))]),
    ]  # fmt: skip


def test_allowed_instead_of_denied() -> None:
    """The rule that was to refuse it says why it did not."""
    found = judged("level : 1 mm, flag : false", 'denied because "it is flagged"')
    assert found.problems == ("it was allowed",)
    assert [(b, p) for b, p, _ in taught(found)] == [("it is flagged", True)]


def test_a_missing_value_is_neither_true_nor_false() -> None:
    """The clause is missing, and shows the field that is."""
    found = judged("level : 3 mm", "allowed")
    assert [c.truth for c in found.explained[0].clauses] == [False, None]
    assert found.explained[0].clauses[1].values == (("c.flag", "missing"),)


def test_the_elements_of_a_relation_are_shown() -> None:
    """Of a rule about a list, what was read of each element."""
    more = f'given Check k = {{ id : "00000000-0000-4000-8000-000000000002", case : {ID}, good : false }};'
    found = judged("level : 1 mm, flag : false", "allowed", more)
    (rule,) = found.explained
    assert rule.clauses[0].values == (("c.checks[0].good", "false"),)


def test_a_value_that_the_field_cannot_hold_is_named() -> None:
    """A required value that is not given, and one outside the range: the field and the value."""
    found = judged("flag : true", "allowed")
    assert "the field `c.level` is missing" in found.problems
    assert found.invalid == (("c.level", "missing"),)


def test_a_reason_that_no_rule_gives_is_said_to_be_none() -> None:
    """The expectation can never be met as long as no rule says so."""
    found = judged("level : 1 mm, flag : false", 'denied because "it is red"')
    assert found.problems == ("it was allowed", "no rule of `Guard` gives the reason “it is red”")
