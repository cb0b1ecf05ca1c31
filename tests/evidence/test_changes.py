"""What changed between two versions of a module, beside what a proof or a witness says."""

from __future__ import annotations

import pytest

from aln.evidence.changes import Difference, Version, differences
from aln.lower.module import lower
from aln.pipeline import Source, front

BASE = """module Doors_v1_0_0 {
    constants { POLICY_ID : "0c0ffee0-0000-4000-8000-000000000001"; POLICY_VERSION : "1.0.0"; LIMIT : 3; }
    requirement "REQ-1" : "Doors are safe.";
    hazard "HAZ-1" : "A finger." severity serious probability remote;
    control "RC-1" : "They are checked." mitigates "HAZ-1" satisfies "REQ-1";
    lexicon Words { "open"; }
    enum Kind { WOOD; STEEL; }
    entity Door immutable { id : uuid key; kind : Kind; width : int in 0 .. 9; note : text?; }
    policy DoorGuard for Door d {
        require d.width <= LIMIT because "it is too wide" traces "RC-1";
        forbid mentions(d.note, Words) because "it is open" traces "RC-1";
    }
    claim Narrow : "An accepted door is narrow." for Door d holds accepted(DoorGuard, d) implies d.width < 5
        traces "REQ-1";
    const DOORS[] : list<Door> = [ { id : "00000000-0000-4000-8000-000000000001", kind : WOOD, width : 1 } ];
    service Doors { op validate(Door) -> bool { } op doors() -> list<Door> { } }
    machine Closer every 1 s {
        input push : bool? invalid as missing;
        output shut : bool = present(push) and push;
        claim Shuts : "It shuts when it is pushed." always (present(push) and push) implies shut traces "REQ-1";
    }
}
"""
DIALECT = """module Old_v1_0_0 {
    constants { MAX : 2.0; }
    entity Profile { id : uuid; drift : float; kind : enum["A","B"]; }
    behavior_tree Tree { root "r" { node "limit" -> filter(Profile.drift <= MAX); } }
    behavior_tree Other { root "r" { node "kind" -> filter(Profile.kind == "A"); } }
}
"""
ROLES = """module Staff_v1_0_0 {
    entity Session { id : uuid key; }
    entity Drug { id : uuid key; }
    role Clinician { may read Session; }
}
"""


def version(text: str) -> Version:
    checked, found = front(Source("m.aln", text))
    assert checked is not None and [d.message for d in found if d.severity == "error"] == []
    return Version(checked, lower(checked))


def compared(old: str, new: str) -> dict[str, Difference]:
    return {f"{d.kind} {d.name}": d for d in differences(version(old), version(new))}


def said(d: Difference) -> list[str]:
    return [c.says for c in d.changes]


def changed(*pairs: str) -> dict[str, Difference]:
    """The base module with texts replaced, against the base."""
    text = BASE
    for a, b in zip(pairs[::2], pairs[1::2], strict=True):
        assert a in text
        text = text.replace(a, b)
    return compared(BASE, text)


def test_a_module_is_equal_to_itself() -> None:
    """Every entity, operation and machine is there, equal, and nothing changed."""
    found = compared(BASE, BASE)
    assert list(found) == [
        "entity Door", "operation Doors.validate", "operation Doors.doors", "machine Closer", "module Doors_v1_0_0",
    ]  # fmt: skip
    assert all(d.verdict == "equal" and not d.changes for d in found.values())


def test_words_and_links_change_without_a_change_of_meaning() -> None:
    """Another reason, another link, another order: equal, and said."""
    door = changed('"it is too wide" traces "RC-1"', '"it is much too wide" traces "REQ-1"')["entity Door"]
    assert door.verdict == "equal"
    assert said(door) == [
        "the reason “it is too wide” is now “it is much too wide”",
        "the rule “it is much too wide” traces to REQ-1, and traced to RC-1",
    ]
    assert (door.requirements, door.hazards) == (("REQ-1",), ("HAZ-1",))


def test_rules_in_another_order() -> None:
    """The same rules the other way about."""
    lines = BASE.splitlines(keepends=True)
    i = next(n for n, line in enumerate(lines) if "require d.width" in line)
    lines[i], lines[i + 1] = lines[i + 1], lines[i]
    door = compared(BASE, "".join(lines))["entity Door"]
    assert (door.verdict, said(door)) == ("equal", ["the rules stand in another order"])


def test_a_rule_that_is_gone_and_what_it_touches() -> None:
    """Looser: the witness, the rule, the requirement and the hazard, by way of the control; the operation with it."""
    found = changed(
        'forbid mentions(d.note, Words) because "it is open" traces "RC-1";',
        "",
        "lexicon Words",
        "lexicon Ws",
    )
    door, op = found["entity Door"], found["operation Doors.validate"]
    assert door.verdict == "looser" and door.newly_allowed is not None
    assert door.newly_allowed.because == ("it is open",)
    assert "the rule “it is open” is gone" in said(door)
    assert (door.requirements, door.hazards) == (("REQ-1",), ("HAZ-1",))
    assert (op.verdict, op.newly_allowed) == ("looser", door.newly_allowed)
    assert found["operation Doors.doors"].verdict == "equal"


def test_a_condition_is_quoted_as_written() -> None:
    """A rule with another condition says both; one whose constant changed says that it reads the same."""
    other = changed("d.width <= LIMIT", "d.width < LIMIT")["entity Door"]
    assert said(other) == ["the rule “it is too wide” is now `d.width < LIMIT`, and was `d.width <= LIMIT`"]
    constant = changed("LIMIT : 3", "LIMIT : 4")["entity Door"]
    assert constant.verdict == "looser"
    assert said(constant) == [
        "the rule “it is too wide” reads the same, but a field, constant or lexicon in it is another"
    ]


def test_fields_are_said_in_words() -> None:
    """Fields that came, went or hold other values, each with what they hold; values that were refused anyhow and are now
    invalid change no decision."""
    door = changed(
        "width : int in 0 .. 9; note : text?;", "width : int in 0 .. 8; note : text?; extra : bool?;"
    )["entity Door"]
    assert door.verdict == "equal"
    assert "the field `extra` is new: true or false or missing" in said(door)
    assert "the field `width` is 0 .. 8 by 1, and was 0 .. 9 by 1" in said(door)


def test_rows_that_may_change_are_looser() -> None:
    """An entity that is immutable no more has no witness, but is looser all the same."""
    door = changed("entity Door immutable", "entity Door")["entity Door"]
    assert (door.verdict, door.newly_allowed) == ("looser", None)
    assert door.changes[0].direction == "looser"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("0001\"; POLICY_V", "0002\"; POLICY_V", "`POLICY_ID` is “0c0ffee0-0000-4000-8000-000000000002”, and was “0c0ffee0"),
        ('"Doors are safe."', '"Doors are fine."', "the requirement REQ-1 says something else: Doors are fine."),
        ("d.width < 5", "d.width < 6", "claimed otherwise: An accepted door is narrow."),
        ('"An accepted door is narrow."', '"It is narrow."',
         "the claim “An accepted door is narrow.” is now worded “It is narrow.”"),
        ("width : 1 }", "width : 2 }", "row 1 of `DOORS` is new or changed: "),
        ('{ "open"; }', '{ "open"; "ajar"; }', "the lexicon `Words` gained “ajar”"),
    ],
)  # fmt: skip
def test_what_changed_beside(old: str, new: str, says: str) -> None:
    """Versions, links, claims, tables and lexicons are compared too."""
    found = said(changed(old, new)["module Doors_v1_0_0"])
    assert any(x.startswith(says) for x in found), found


def test_a_claim_that_is_no_longer_made() -> None:
    """It is said, and touches what it traced to."""
    start = BASE.index("    claim Narrow")
    end = BASE.index("    const DOORS")
    found = compared(BASE, BASE[:start] + BASE[end:])["module Doors_v1_0_0"]
    assert said(found) == ["no longer claimed: An accepted door is narrow."]
    assert found.requirements == ("REQ-1",)


def test_operations_come_and_go_and_change() -> None:
    """An operation that is gone, one that is new, one with another signature."""
    found = changed("op doors() -> list<Door> { }", "op doors() -> Door { } op more(Door) -> bool { }")
    assert found["operation Doors.doors"].verdict == "differs"
    assert found["operation Doors.more"].verdict == "added"
    assert changed("op doors() -> list<Door> { }", "")["operation Doors.doors"].verdict == "removed"


def test_a_machine_is_equal_only_by_proof() -> None:
    """Written otherwise it is proved equal; another step differs, with values; another interface differs, in words."""
    same = changed(
        "output shut : bool = present(push) and push", "output shut : bool = push and present(push)"
    )
    assert same["machine Closer"].verdict == "equal"
    found = changed("output shut : bool = present(push) and push", "output shut : bool = present(push)")[
        "machine Closer"
    ]
    assert (found.verdict, found.shown) == ("differs", ("push : false",))
    assert said(found)[0] == "`shut` was false, is true" and found.requirements == ("REQ-1",)
    other = changed("output shut : bool", "output shut2 : bool", "implies shut ", "implies shut2 ")[
        "machine Closer"
    ]
    assert "the output `shut` is gone" in said(other) and other.verdict == "differs"


def test_what_core_cannot_carry_is_equal_word_for_word_or_unknown() -> None:
    """A 1.0 number without a range: the same text is the same rule; any other text, or constant, is not decided."""
    assert compared(DIALECT, DIALECT)["entity Profile"].verdict == "equal"
    for a, b in (("Profile.drift <= MAX", "Profile.drift < MAX"), ("MAX : 2.0", "MAX : 1.5")):
        found = compared(DIALECT, DIALECT.replace(a, b))["entity Profile"]
        assert found.verdict == "unknown" and "no range" in found.reason
    kind = compared(DIALECT, DIALECT.replace('Profile.kind == "A"', 'Profile.kind == "B"'))["entity Profile"]
    assert kind.verdict == "unknown"


def test_several_policies_are_compared_together_and_each() -> None:
    """Where an entity has two policies, both their sum and each of them has a result."""
    two = BASE.replace(
        'forbid mentions(d.note, Words) because "it is open" traces "RC-1";',
        '} policy NoteGuard for Door d { forbid mentions(d.note, Words) because "it is open" traces "RC-1";',
    )
    found = compared(BASE, two)
    assert found["entity Door"].verdict == "equal"
    assert found["policy DoorGuard"].verdict == "looser"
    assert found["policy NoteGuard"].verdict == "added"


def test_access_that_roles_did_not_grant_is_looser() -> None:
    """What no role may do is denied: granting access to one more entity allows what was not, taking it away refuses."""
    more = ROLES.replace("may read Session;", "may read Session; may read Drug;")
    assert compared(ROLES, more)["entity DrugAccess"].verdict == "looser"
    assert compared(more, ROLES)["entity DrugAccess"].verdict == "stricter"
    wider = ROLES.replace("may read Session;", "may read, create Session;")
    found = compared(ROLES, wider)["entity SessionAccess"]
    assert found.verdict == "looser" and found.newly_allowed is not None
    assert found.newly_allowed.values["session_access.action"] == "create"


def test_a_module_that_only_one_side_has() -> None:
    """All that it declares is new, or gone."""
    for old, new, verdict in ((None, version(BASE), "added"), (version(BASE), None, "removed")):
        found = list(differences(old, new))
        assert {d.verdict for d in found} == {verdict}
        assert [d.kind for d in found] == ["entity", "operation", "operation", "machine", "module"]
