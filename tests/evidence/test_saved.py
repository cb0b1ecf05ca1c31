"""A counterexample as a test: it parses, checks, fails as the claim does, and passes once the policy is mended."""

from __future__ import annotations

import pytest

from aln.evidence.judge import judge
from aln.evidence.saved import Unsaved, saved_test
from aln.lower.module import lower
from aln.pipeline import Source, front
from aln.verifier.obligation import Verdict
from aln.verifier.obligations import obligations
from aln.verifier.prove import prove

MODULE = """module M_v1_0_0 {{
    requirement "R" : "It is safe.";
    type Level = decimal mm in 0 .. 4 by 0.1;
    lexicon Terms {{ "rem"; }}
    entity Certificate {{ id : uuid key; ok : bool; }}
    entity Device {{ id : uuid key; checks : many Check by device up to 4; }}
    entity Check {{ id : uuid key; device : ref Device; level : Level; certificate : ref Certificate; }}
    entity Case {{
        id : uuid key; device : ref Device; level : Level; note : text?; at : timestamp; by : uuid;
    }}
    policy Guard for Case c {{ {rules} }}
    policy Strict for Case c {{ require c.level <= 1 mm because "strictly too high" traces "R"; }}
    {claim}
    {more}
}}
"""


def text(rules: str, claim: str, more: str = "") -> str:
    return MODULE.format(rules=rules, claim=claim, more=more)


def refuted(source: str) -> tuple[str, Verdict]:
    """The test of the one claim of a module, which is refuted."""
    checked, found = front(Source("m.aln", source))
    assert checked is not None and [d.message for d in found if d.severity == "error"] == []
    core = lower(checked)
    asked = [o for o in obligations(core) if o.kind in ("claim", "refinement")]
    (verdict,) = prove(asked[:1])
    assert verdict.status == "refuted"
    return saved_test(checked, core, verdict), verdict


def outcomes(source: str) -> list[bool]:
    checked, found = front(Source("m.aln", source))
    assert checked is not None and [d.message for d in found if d.severity == "error"] == []
    core = lower(checked)
    assert not core.unsupported
    return [judge(checked, e).passed for e in core.examples]


WEAK = 'require c.level <= 3 mm because "too high" traces "R";'
CASES = {
    "a range": (
        WEAK, WEAK.replace("3 mm", "2 mm"), "accepted(Guard, c) implies c.level <= 2 mm",
    ),
    "an element of a relation, and what it refers to": (
        'require all k in c.device.checks : k.level <= 3 mm because "drift" traces "R";',
        'require all k in c.device.checks : k.level <= 3 mm and k.certificate.ok because "drift" traces "R";',
        "accepted(Guard, c) implies all k in c.device.checks : k.certificate.ok or k.level > 3 mm",
    ),
    "a text": (
        'forbid c.level > 3 mm and mentions(c.note, Terms) because "labelled" traces "R";',
        'forbid mentions(c.note, Terms) because "labelled" traces "R";'
        ' require present(c.note) because "unlabelled";',
        "accepted(Guard, c) implies not mentions(c.note, Terms)",
    ),
    "what the caller states": (
        f'{WEAK} event require now <= c.at or actor == c.by because "late" traces "R";',
        f'{WEAK} event require now <= c.at because "late" traces "R";',
        "accepted(Guard, c) implies now <= c.at",
    ),
    "one that should be accepted": (
        WEAK, WEAK.replace("3 mm", "4 mm").replace("c.level <= 4 mm", "c.level < 4 mm or c.level == 4 mm"),
        "c.level >= 0.5 mm implies accepted(Guard, c)",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_the_test_fails_now_and_passes_once_the_policy_is_mended(name: str) -> None:
    """The record of the counterexample, nested and with the rows of its relations, is judged as in the claim."""
    weak, mended, formula = CASES[name]
    claim = f'claim Safe : "It is safe." for Case c holds {formula} traces "R";'
    test, _ = refuted(text(weak, claim))
    assert outcomes(text(weak, claim, test)) == [False]
    assert outcomes(text(mended, claim, test)) == [True], test


def test_the_reason_is_that_of_the_rule_which_let_it_through() -> None:
    """The rule to blame is the one that is to refuse the record."""
    claim = (
        'claim Safe : "It is safe." for Case c holds accepted(Guard, c) implies c.level <= 2 mm traces "R";'
    )
    test, verdict = refuted(text(WEAK, claim))
    assert verdict.counterexample is not None and "Guard/too_high" in verdict.counterexample.blames
    assert 'denied because "too high";' in test and f"// Breaks {verdict.obligation.id}." in test


def test_where_no_rule_speaks_of_it_the_claim_does() -> None:
    """A rule is missing altogether: the words of the claim stand for the reason that it will give."""
    claim = 'claim Safe : "It is ever so safe." for Case c holds accepted(Guard, c) implies c.by == c.id traces "R";'
    test, _ = refuted(text(WEAK, claim))
    assert 'denied because "It is ever so safe";' in test


def test_a_refinement_expects_the_refusal_of_the_other_policy() -> None:
    """What the stricter policy refuses, the one that claims to refine it should refuse too."""
    test, _ = refuted(text(WEAK, 'claim Finer : "It is no looser." Guard refines Strict traces "R";'))
    assert "expect Guard(x) denied because" in test


def test_what_no_single_decision_decides_is_not_saved() -> None:
    """A claim that speaks of no policy has no test: the reason is given."""
    claim = 'claim Safe : "It is." for Case c holds c.level <= 2 mm traces "R";'
    checked, _ = front(Source("m.aln", text(WEAK, claim)))
    assert checked is not None
    core = lower(checked)
    (verdict,) = prove([o for o in obligations(core) if o.kind == "claim"][:1])
    assert verdict.status == "refuted"
    with pytest.raises(Unsaved, match="no decision of a single policy"):
        saved_test(checked, core, verdict)


def test_a_verdict_about_something_else_is_not_saved() -> None:
    """Only a claim about records has a record."""
    checked, _ = front(Source("m.aln", text(WEAK, "")))
    assert checked is not None
    core = lower(checked)
    for verdict in prove(obligations(core)):
        with pytest.raises(Unsaved):
            saved_test(checked, core, verdict)
