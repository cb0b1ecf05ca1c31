"""The rules at their edges: what each must find beyond its example, and what it must let pass."""

from __future__ import annotations

import pytest

from tests.checker.said import checked, codes

WORLD = """
entity Family { id : uuid key; days : decimal d in 1 .. 400 by 1; }
entity Device {
    id : uuid key; family : ref Family; spare : ref Family?; ready : bool?; code : text; name : text?;
    drift : decimal mm in 0 .. 10 by 0.5?; bias : decimal mm in 0 .. 10 by 0.5; joined : timestamp;
    records : many Record by device up to 8;
}
entity Record { id : uuid key; device : ref Device; value : decimal mm in 0 .. 10 by 0.5?; at : timestamp; }
lexicon Terms { "rem"; }
"""


def found(code: str, items: str) -> list[str]:
    """The messages of one code."""
    return [d.message for d in checked(WORLD + items).diagnostics if d.code == code]


def rule(condition: str, kind: str = "require") -> str:
    return f'policy P for Device d {{ {kind} {condition} because "it is not so"; }}'


@pytest.mark.parametrize(
    ("condition", "named"),
    [
        ("d.drift <= 2 mm", ["d.drift"]),
        ("d.bias <= 2 mm and d.drift <= 2 mm", ["d.drift"]),
        ("d.bias <= 2 mm or d.drift <= 2 mm", []),
        ("d.ready", ["d.ready"]),
        ("not d.ready", ["d.ready"]),
        ("d.ready == false", ["d.ready"]),
        ("d.ready implies d.bias <= 2 mm", []),
        ("d.bias <= 2 mm implies d.ready", []),
        ("d.ready and not d.ready", ["d.ready"]),
        ("mentions(d.name, Terms)", ["d.name"]),
        ("d.spare.days >= 2 d", ["d.spare"]),
        ("d.spare == d.family", ["d.spare"]),
        ("abs(d.drift) <= 2 mm", ["d.drift"]),
        ("(if d.ready then true else true)", ["d.ready"]),
        ("(if d.bias > 1 mm then d.ready else true)", []),
        ("all r in d.records : d.ready", []),
        ("any r in d.records : d.ready", ["d.ready"]),
        ("last r in d.records by r.at ties all none true : d.ready", []),
        ("last r in d.records by r.at ties all none false : d.ready", ["d.ready"]),
        ("absent(d.drift) or d.drift <= 2 mm", []),
        ("present(d.drift) and d.drift <= 2 mm", []),
        ("present(d.name) and d.drift <= 2 mm", ["d.drift"]),
        ("d.family.days >= 2 d", []),
    ],
)
def test_a_missing_field_that_always_denies_is_named(condition: str, named: list[str]) -> None:
    """Found exactly where no value of the other fields lets the rule hold, and the rule does not ask."""
    assert [m.split("`")[1] for m in found("ALN0401", rule(condition))] == named


@pytest.mark.parametrize(
    ("condition", "denies"),
    [
        ("d.drift > 2 mm", True),
        ("d.drift > 2 mm and d.bias > 2 mm", False),
        ("d.drift > 2 mm or d.bias > 2 mm", True),
    ],
)
def test_a_forbid_denies_what_it_cannot_see(condition: str, denies: bool) -> None:
    """`forbid e` passes only where e is false: a missing value denies unless another part settles it."""
    assert bool(found("ALN0401", rule(condition, "forbid"))) == denies


@pytest.mark.parametrize(
    ("condition", "never"),
    [
        ("present(d.bias)", True),
        ("absent(d.code)", True),
        ("present(d)", True),
        ("present(d.id)", True),
        ("present(d.drift)", False),
        ("present(d.family)", False),
        ("present(d.family.days)", False),
        ("present(d.records)", False),
        ("any r in d.records : present(r.id)", False),
        ("all r in d.records : present(r.id)", True),
        ("all r in d.records : present(r.value)", False),
    ],
)
def test_presence_is_certain_only_of_plain_fields(condition: str, never: bool) -> None:
    """A reference may dangle and a relation may be incomplete, so asking about them is no slip."""
    assert bool(found("ALN0402", rule(condition))) == never


def test_states_timers_and_outputs_are_never_missing() -> None:
    """An input may be lost; what a machine computes is always there."""
    body = 'input x : bool? invalid as missing; state s : bool = false; next s = present({}); claim C : "x" always s;'
    assert not found("ALN0402", f"machine M every 1 s {{ {body.format('x')} }}")
    assert found("ALN0402", f"machine M every 1 s {{ {body.format('s')} }}")


@pytest.mark.parametrize(
    ("condition", "answer"),
    [
        ("d.bias <= 10 mm", "true"),
        ("d.bias <= 1 cm", "true"),
        ("d.bias < 10 mm", None),
        ("d.bias > 10 mm", "false"),
        ("d.bias >= 10 mm", None),
        ("0 mm <= d.bias", "true"),
        ("0 mm < d.bias", None),
        ("d.bias == 11 mm", "false"),
        ("d.bias != 11 mm", "true"),
        ("d.bias == 0.25 mm", "false"),
        ("d.bias == 0.5 mm", None),
        ("d.bias + d.drift <= 20 mm", "true"),
        ("d.bias + d.drift <= 19 mm", None),
        ("d.bias - d.drift >= -10 mm", "true"),
        ("-d.bias > 0 mm", "false"),
        ("d.bias * 2 <= 20 mm", "true"),
        ("d.bias * d.bias >= 0 mm * d.bias", "true"),
        ("d.bias == d.bias", "true"),
        ("d.bias < d.bias", "false"),
        ("1 mm <= 2 mm", "true"),
        ('d.joined >= "1970-01-01T00:00:00Z"', "true"),
        ('d.joined >= "2026-01-01T00:00:00Z"', None),
        ("d.family.days >= 1 d", "true"),
        ("d.family.days >= 24 h", "true"),
        ("(count r in d.records) >= 2", None),
        ("max(d.bias, d.drift) <= 10 mm", None),
        ("d.bias <= 10 s", None),
    ],
)
def test_ranges_decide_a_comparison_or_do_not(condition: str, answer: str | None) -> None:
    """Ends of ranges, units of one kind, sums and grids are taken exactly; what is not sure is not said."""
    says = found("ALN0412", rule(condition))
    assert len(says) == (answer is not None)
    assert answer is None or f"is always {answer}" in says[0]


def test_what_a_machine_claims_of_its_ranges_is_not_decided_here() -> None:
    """Declared ranges of a machine are proved with its claims; in a let they may be relied on by mistake."""
    body = 'state s : int in 0 .. 3 = 0; next s = s; {} claim C : "x" always s <= 3;'
    assert not found("ALN0412", f"machine M every 1 s {{ {body.format('')} }}")
    assert found("ALN0412", f"machine M every 1 s {{ {body.format('output o : bool = s <= 3;')} }}")


@pytest.mark.parametrize(
    ("condition", "both"),
    [
        ("d.code == d.name", True),
        ("d.name != d.code", True),
        ('d.code == "x"', False),
        ("d.code == CODE", False),
        ("d.id == d.id", False),
    ],
)
def test_text_is_compared_with_literals(condition: str, both: bool) -> None:
    """Two fields are refused; a literal or a constant on one side is not."""
    assert bool(found("ALN0415", f'constants {{ CODE : "x"; }} {rule(condition)}')) == both


LINKS = 'requirement "REQ" : "x"; hazard "HAZ" : "x" severity minor probability rare;'


@pytest.mark.parametrize(
    ("items", "code", "ids"),
    [
        ('control "RC" : "x" mitigates "HAZ" satisfies "REQ";', "ALN0405", ["RC"]),
        ("", "ALN0405", ["REQ", "HAZ"]),
        ('claim C : "x" for Device d holds d.ready traces "REQ", "HAZ";', "ALN0405", []),
        ('machine M every 1 s { claim C : "x" always true traces "REQ", "HAZ"; }', "ALN0405", []),
        ('machine M every 1 s { lemma L : always true traces "RQ"; }', "ALN0404", ["RQ"]),
        ('claim C : "x" for Device d holds d.ready traces "SOP-CAL-010", "HW-PUMP-1";', "ALN0404", []),
        ('control "RC" : "x" mitigates "SOP-CAL-010";', "ALN0404", ["SOP-CAL-010"]),
        ('control "RC" : "x" mitigates "HAZZ" satisfies "RQ";', "ALN0404", ["HAZZ", "RQ"]),
        ('control "RC" : "x" mitigates "REQ" satisfies "HAZ";', "ALN0420", ["REQ", "HAZ"]),
        ('control "RC" : "x" satisfies "RC";', "ALN0420", ["RC"]),
        ('control "RC" : "x";', "ALN0421", ["RC"]),
    ],
)
def test_links_lead_somewhere_and_everything_is_reached(items: str, code: str, ids: list[str]) -> None:
    """Each broken, missing or misdirected link is one finding that names its id."""
    says = found(code, LINKS + items)
    assert len(says) == len(ids) and all(id_ in message for id_, message in zip(ids, says, strict=True)), says


@pytest.mark.parametrize(
    ("items", "named"),
    [
        ("constants { A : 1; B : A; }", ["constant `B`"]),
        ('constants { POLICY_TEXT : "x"; QMS_DOC_REF : "x"; }', []),
        ("constants { M : 9; } type T = int in 0 .. M; entity E { t : T; }", []),
        ('unit u = "mg"; entity E { x : decimal u in 0 .. 1; }', []),
        ('unit u = "mg";', ["unit `u`"]),
        ("enum E { A; } type T = E;", ["type `T`"]),
        ('lexicon L { "x"; }', ["lexicon `L`"]),
        ("machine M every 1 s { let a = true; let b = a; }", ["let `b`"]),
        ('constants { M : 1 mm; } const T[] : list<Family> = [ { id : "x", days : M } ];', []),
    ],
)
def test_unused_declarations_are_named(items: str, named: list[str]) -> None:
    """A use in a bound, a unit, another declaration or a row counts."""
    says = [m for m in found("ALN0413", items) if "`Terms`" not in m]
    assert len(says) == len(named) and all(n in m for n, m in zip(named, says, strict=True)), says


@pytest.mark.parametrize(
    ("header", "constants", "expected"),
    [
        ("", "", ["ALN0426", "ALN0426"]),
        ("", 'POLICY_ID : "x"; POLICY_VERSION : "1.0.0";', ["ALN0427"]),
        (
            "_v1_0_0",
            'POLICY_ID : ID; ID : "0c0ffee0-0000-4000-8000-000000000001"; POLICY_VERSION : "1.0.0";',
            [],
        ),
        (
            "_v1_0_0",
            'POLICY_ID : "0c0ffee0-0000-4000-8000-000000000001"; POLICY_VERSION : "1.0.1";',
            ["ALN0414"],
        ),
        ("_v1_0_0", 'POLICY_ID : "0c0ffee0-0000-4000-8000-000000000001"; POLICY_VERSION : 1;', ["ALN0414"]),
    ],
)
def test_identity_is_asked_of_what_decides(header: str, constants: str, expected: list[str]) -> None:
    """A machine, a policy or a tree needs an id and a version that agrees with the module's name."""
    from aln.checker.check import check
    from aln.syntax.parse import parse

    body = f'constants {{ {constants} }} machine M every 1 s {{ claim C : "x" always true; }}'
    module, faults = parse(f"module Example{header} {{ {body} }}", "x")
    assert module is not None and not faults
    assert [d.code for d in check(module).diagnostics] == expected
    only_types, _ = parse(f"module Example{header} {{ entity E {{ id : uuid key; }} }}", "x")
    assert only_types is not None and check(only_types).diagnostics == ()


def test_who_is_claimed_about() -> None:
    """A claim, a machine's parameter and the includer of a policy speak for it; a test does not."""
    policies = (
        'policy A for Device d { require d.bias > 1 mm because "a"; }'
        'policy B for Device d { include A(d); require d.bias > 2 mm because "b"; }'
        'policy C for Device d { require d.bias > 3 mm because "c"; }'
    )
    claim = 'claim K : "x" for Device d holds accepted(B, d) implies d.bias > 1 mm;'
    test = 'test "t" { given Device d = { bias : 5 mm }; expect C(d) allowed; }'
    machine = 'machine M every 1 s { param p : Device where C; claim K : "x" always p.bias > 3 mm; }'
    assert len(found("ALN0432", policies)) == 3
    assert found("ALN0432", policies + claim + test) == ["nothing is claimed about the policy `C`"]
    assert found("ALN0432", policies + claim + machine) == []


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("policy NoRem for Device d { }", "policy No_Rem for Device d { }", True),
        ("policy Step for Device d { }", "machine Step every 1 s { }", True),
        ("entity XRay { x : bool; }", "entity Xray { x : bool; }", False),
        ("entity XRay { x : bool; }", "entity X_Ray { x : bool; }", True),
        ('claim No1 : "x" for Device d holds true;', 'claim no1 : "x" for Device d holds true;', True),
        ("policy Step for Device d { }", "entity Step { x : bool; }", False),
    ],
)
def test_names_that_become_one(first: str, second: str, alike: bool) -> None:
    """Guards share one space of names, entities and claims have their own."""
    assert bool(found("ALN0425", f"{first} {second}")) == alike


OLD = """
entity Profile { class : enum["OPTICAL","IMU"]; only : enum["X"]; drift : decimal in 0 .. 10; fine : bool; }
entity Session { days : decimal in 0 .. 400; }
"""


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ('Profile.class == "OPTICAL"', []),
        ('Profile.class == "OPTICAL" and Profile.drift <= 2', ["ALN0407"]),
        ('Profile.drift <= 2 and Profile.fine and "IMU" == Profile.class', ["ALN0407"]),
        ('Profile.class == "OPTICAL" implies Profile.drift <= 2', []),
        ('Profile.class != "OPTICAL" and Profile.drift <= 2', []),
        ('Profile.class == "OPTICAL" or Profile.drift <= 2', []),
        ('Profile.only == "X" and Profile.drift <= 2', []),
        ("Profile.drift <= Session.days", ["ALN0408"]),
        ("true", ["ALN0408"]),
    ],
)
def test_filters_of_old_trees(condition: str, expected: list[str]) -> None:
    """A class test joined by `and`, two entities and no entity are found; ordinary filters are not."""
    tree = f'behavior_tree T {{ root "r" {{ branch "b" {{ node "n" -> filter({condition}); }} }} }}'
    assert [code for code in codes(OLD + tree) if code != "ALN0426"] == expected


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        ("validate(Profile) -> bool", []),
        ("validate_all(list<Profile>) -> bool", []),
        ("list_profiles() -> list<Profile>", ["ALN0454"]),
        ("get(Profile) -> Profile", []),
        ("validate(Session) -> bool", ["ALN0422"]),
        ("validate(Profil) -> bool", ["ALN0409"]),
        ("validate(list<string>) -> bool", ["ALN0409"]),
        ("count(Profile) -> int", ["ALN0409"]),
        ("flags(Profile) -> list<bool>", ["ALN0409"]),
        ("judge(bool) -> bool", ["ALN0409"]),
    ],
)
def test_signatures_of_old_operations(operation: str, expected: list[str]) -> None:
    """Records, lists of records and a bool as result have a meaning; an op on an unfiltered entity guards nothing."""
    tree = 'behavior_tree T { root "r" { node "n" -> filter(Profile.drift <= 2); } }'
    found_codes = codes(f"{OLD}{tree} service S {{ op {operation} {{ }} }}")
    assert [code for code in found_codes if code != "ALN0426"] == expected


def test_unranged_numbers_are_named_once_and_only_where_read() -> None:
    """A 1.0 number that no filter reads costs no proof; one read twice is one finding; so is a machine's."""
    items = (
        "entity Old { used : float; idle : int; }"
        'behavior_tree T { root "r" { node "a" -> filter(Old.used <= 2); node "b" -> filter(Old.used >= 1); } }'
    )
    assert [m.split("`")[1] for m in found("ALN0406", items)] == ["Old.used"]
    assert len(found("ALN0406", "machine M every 1 s { input x : float? invalid as missing; }")) == 1


def test_relations_of_elements_are_refused_however_they_are_read() -> None:
    """By an aggregate or by `present`, in any clause of the outer aggregate."""
    nested = (
        "entity A {{ id : uuid key; bs : many B by a up to 2; }} entity B {{ id : uuid key; a : ref A; {} }}"
    )
    world = nested.format("cs : many C by b up to 2;") + " entity C { id : uuid key; b : ref B; ok : bool; }"
    for condition in (
        "all b in x.bs : any c in b.cs : c.ok",
        "all b in x.bs : present(b.cs)",
        "all b in x.bs where (any c in b.cs : c.ok) : present(b.a)",
    ):
        text = f'{world} policy P for A x {{ require {condition} because "x"; }}'
        assert len(found("ALN0417", text)) == 1, condition


def test_terms_with_digits_are_shown_as_they_match() -> None:
    """The message says what the term really matches; a term of letters alone is let pass."""
    assert "matches as `stage`" in found("ALN0416", 'lexicon L { "stage 2"; }')[0]
    assert found("ALN0416", 'lexicon L { "r-e-m"; }') == []


def test_ranges_of_given_records_are_judged_and_their_gaps_are_not() -> None:
    """In a test a field that is not written is missing on purpose; a value out of range is a slip."""
    test = 'test "t" {{ given Device d = {{ bias : {} }}; }}'
    assert found("ALN0423", test.format("1.1 cm")) == ["the given `d`: `bias` lies outside 0 .. 10 mm"]
    assert found("ALN0423", test.format("1 cm")) == found("ALN0410", test.format("1 cm")) == []


@pytest.mark.parametrize(
    ("read", "said"),
    [
        ("hr.median > 5 bpm", []),
        ("hr.medain > 5 bpm", ["ALN0204 the window `hr` has no `medain`"]),
        ("hr.count.x > 5", ["ALN0204 the window `hr` has no `count.x`"]),
        ("hr.POLICY_ID > 5 bpm", ["ALN0204 the window `hr` has no `POLICY_ID`"]),
        ("hr > 5 bpm", ["ALN0309 the window `hr` has no value of its own"]),
        ("bad.count > 5", ["ALN0203 `puls` is not known here"]),
        ("bad.cuont > 5", ["ALN0203 `puls` is not known here", "ALN0204 the window `bad` has no `cuont`"]),
    ],
)
def test_what_is_read_of_a_window_is_what_it_gives(read: str, said: list[str]) -> None:
    """A reading that no window gives is an error of its own, and a window at fault is reported once."""
    bad = "window bad of puls over 10 s up to 10 samples;" if "bad" in read else ""
    machine = f"""
        machine M every 1 s {{
            input pulse : decimal bpm in 20 .. 240 by 0.1? invalid as missing;
            window hr of pulse over 10 s up to 10 samples; {bad}
            output alarm : bool = certain(hr.count > 1 and {read});
            claim C : "Said." always alarm implies hr.count > 1;
        }}"""
    errors = [d for d in checked(WORLD + machine).diagnostics if d.severity == "error"]
    assert sorted(f"{d.code} {d.message}" for d in errors) == said
