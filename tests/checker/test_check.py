"""The driver: policies, machines, tables and tests as a whole."""

from __future__ import annotations

import pytest

from tests.checker.said import checked, codes, errors, one

RATE = "decimal in 0 .. 1 by 0.1"
LIMITS = (
    f"entity Limits {{ id : uuid key; change : {RATE}; }} entity Other {{ id : uuid key; }}\n"
    'policy Valid for Limits l { require l.change > 0 because "the rate could never change"; }\n'
    'policy Else for Other o { require present(o.id) because "it has no key"; }\n'
)


def machine(body: str, period: str = "1 s") -> str:
    return f"{LIMITS} machine M every {period} {{ {body} }}"


GOOD = (
    "param limits : Limits where Valid; input x : bool? invalid as missing;\n"
    f"state rate : {RATE} = limits.change; timer lost of absent(x) up to 9 ticks; let safe = present(x) and x;\n"
    f"next rate = if safe then rate else 0; output command : {RATE} = next(rate); output alarm : bool = lost > 3;\n"
    'lemma L : always rate <= 1; claim C : "in range" always command <= 1 and (lost > 3 implies alarm);\n'
    'claim D : "it settles" after absent(x) for 2 ticks holds command == 0; claim E : "it runs" reachable before(safe);'
)


def test_a_whole_machine_is_let_pass() -> None:
    """Parameters, inputs, states, timers, lets, outputs, lemmas and claims of each form have no error."""
    assert errors(machine(GOOD)) == []


@pytest.mark.parametrize(
    ("body", "code", "says"),
    [
        (f"state r : {RATE} = 0;", "ALN0303", "is given its next value never"),
        (f"state r : {RATE} = 0; next r = 0; next r = 1;", "ALN0303", "is given its next value 2 times"),
        ("input x : bool?;", "ALN0301", "does not say what a lost or invalid value means"),
        ("input x : bool invalid as missing;", "ALN0301", "does not say what a lost or invalid value means"),
        (f"state r : {RATE}? = 0; next r = 0;", "ALN0302", "`r` may not be missing"),
        ("output o : bool? = true;", "ALN0302", "`o` may not be missing"),
        (
            f"state r : {RATE} = 0; next r = 0; output r : bool = true;",
            "ALN0101",
            "`r` is declared twice in `M`",
        ),
        ('claim C : "x" always true; claim C : "x" always true;', "ALN0101", "`C` is declared twice in `M`"),
        ("next ghost = 1;", "ALN0203", "`ghost` is not a state"),
        (f"state rate : {RATE} = 0; next rate = 0; next rat = 1;", "ALN0203", "`rat` is not a state"),
        ("param p : Limits where Valit;", "ALN0203", "`Valit` is not a policy for `Limits`"),
        ("param p : Limits where Else;", "ALN0203", "`Else` is not a policy for `Limits`"),
        ("param p : Limits;", "ALN0305", "which values of the parameter `p` are valid"),
        ("param p : Limit where Valid;", "ALN0102", "`Limit` is not an entity of this module"),
        ("input x : boo? invalid as missing; output o : bool = x;", "ALN0102", "`boo` is not a type"),
        (f"state r : {RATE} = 0 mm; next r = 0;", "ALN0202", "a plain number is needed here"),
        ("output o : bool = 1;", "ALN0201", "true or false is needed here, this is a plain number"),
        ("let a = b; output o : bool = a;", "ALN0203", "`b` is not known here"),
        (f"state r : {RATE} = 0; next r = next(0.1);", "ALN0210", "`next` asks for a state of this machine"),
        (
            f"state r : {RATE} = 0; next r = 0; output o : bool = next(rr) > 0;",
            "ALN0210",
            "`next` asks for a state",
        ),
        ('claim C : "x" after true for 2 s ticks holds true;', "ALN0202", "a plain number is needed here"),
        ('claim C : "x" after true for 1.5 ticks holds true;', "ALN0207", "finer than the resolution"),
        ("timer t of 1 up to 3 ticks;", "ALN0201", "true or false is needed"),
    ],
)
def test_each_fault_of_a_machine_is_one_finding(body: str, code: str, says: str) -> None:
    """Every error path of machines, with no echo where the faulty name is used."""
    found = one(machine(body))
    assert (found.code, says in found.message) == (code, True), found


def test_an_initial_value_reads_parameters_only() -> None:
    """Before the first tick there are no inputs and no other states."""
    assert (
        one(machine(f"state a : {RATE} = 0; state b : {RATE} = a; next a = a; next b = b;")).code == "ALN0203"
    )


@pytest.mark.parametrize("period", ["0 s", "1 mm", "0.0000001 s", "2 fortnights"])
def test_a_period_is_a_whole_number_of_microseconds(period: str) -> None:
    """Zero, another kind, a fraction of a microsecond and an unknown unit are refused."""
    assert one(machine("", period)).code == "ALN0304"


def test_a_name_of_a_machine_may_not_be_a_constant() -> None:
    """A constant of the same name would be read where the machine's value is meant."""
    assert one("constants { TOP : 1; } machine M every 1 s { let TOP = true; }").code == "ALN0211"


def test_lets_may_be_written_in_any_order() -> None:
    """A let reads one that is declared below it."""
    assert errors(machine("output o : bool = a; let a = b; let b = true;")) == []


@pytest.mark.parametrize(
    ("body", "circle"),
    [
        ("let a = b; let b = a; output o : bool = a;", "`a` → `b` → `a`"),
        ("let a = not a; output o : bool = a;", "`a` → `a`"),
        ("output o : bool = p; output p : bool = o;", "`o` → `p` → `o`"),
        (f"state r : {RATE} = 0; next r = next(r);", "`next(r)` → `next(r)`"),
        (
            "let n = w.count + 1; window w of n over 3 s up to 3 samples; output o : bool = n > 1;",
            "`w` → `n` → `w`",
        ),
    ],
)
def test_a_circle_within_a_tick_is_one_finding(body: str, circle: str) -> None:
    """The circle is named whole, and what reads it is not called unknown."""
    found = one(machine(body))
    assert found.code == "ALN0431" and circle in found.message


def test_a_value_of_the_tick_before_closes_no_circle() -> None:
    """`before(…)` reads another tick: in any order of lines, of states, and anywhere in claims and timers."""
    body = "output o : bool = a; let a = not before(b) and before(w.count) > 1; let b = present(x) and x; "
    body += "let n = if present(x) then 1 else 2; window w of n over 3 s up to 3 samples;"
    later = 'timer t of before(o) up to 3 ticks; claim C : "x" always before(o) implies before(a);'
    assert errors(machine(f"input x : bool? invalid as missing; {later} {body}")) == []


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("let a = before(o); output o : bool = a;", "`o`"),
        ("let a = before(b); let b = not a; output o : bool = a;", "`b`"),
        ("let a = before(a); output o : bool = a;", "`a`"),
        (f"state r : {RATE} = 0; let a = before(next(r)) > 0; next r = if a then 0.1 else 0;", "`next(r)`"),
    ],
)
def test_before_reads_only_what_does_not_wait_for_it(body: str, name: str) -> None:
    """Lowering resolves names in order: what cannot come first is refused here and never guessed there."""
    found = one(machine(f"input x : bool? invalid as missing; {body}"))
    assert found.code == "ALN0306" and name in found.message


@pytest.mark.parametrize(
    ("items", "code", "says"),
    [
        ('policy P for Limit l { require true because "x"; }', "ALN0102", "`Limit` is not an entity"),
        ("policy P for Limits l { include Vaild(l); }", "ALN0203", "`Vaild` is not a policy of this module"),
        ("policy P for Limits l { include Else(l); }", "ALN0201", "`Else` judges a `Other`"),
        ("policy P for Limits l { include Valid(l.change); }", "ALN0201", "`Valid` judges a `Limits`"),
        ("policy P for Limits l { include P(l); }", "ALN0212", "includes itself"),
        ('claim C : "x" for Nobody n holds true;', "ALN0102", "`Nobody` is not an entity"),
        ('test "t" { given Nobody n = { }; }', "ALN0102", "`Nobody` is not an entity"),
        ('test "t" { given Limits l = { }; given Limits l = { }; }', "ALN0101", "`l` is given twice"),
        ('test "t" { given Limits l = { }; expect Valit(l) allowed; }', "ALN0203", "`Valit` is not a policy"),
        (
            'test "t" { given Other l = { }; expect Valid(l) allowed; }',
            "ALN0203",
            "`l` is not a given `Limits`",
        ),
        ('test "t" { given Limits l = { chang : 0.1 }; }', "ALN0204", "`Limits` has no field `chang`"),
        (
            'test "t" { given Limits l = { change : 0.1, change : 0.2 }; }',
            "ALN0101",
            "`change` is given twice",
        ),
        ('test "t" { given Limits l = { change : 0.15 }; }', "ALN0207", "finer than the resolution"),
        ('test "t" { given Limits l = { change : true }; }', "ALN0201", "a plain number is needed here"),
        ('test "t" { given Limits l = { change : 1 - 0.5 }; }', "ALN0213", "written out, not computed"),
        ("const T[] : list<Nobody> = [];", "ALN0102", "`Nobody` is not an entity"),
        ("const T[] : list<list<Limits>> = [];", "ALN0102", "`T` is not a list of records"),
        ("const T[] : list<Limits> = [ 1 ];", "ALN0201", "a row of `T` is a record"),
    ],
)
def test_each_fault_of_policies_tests_and_tables_is_one_finding(items: str, code: str, says: str) -> None:
    """Every error path of what is written about records."""
    found = one(LIMITS + items)
    assert (found.code, says in found.message) == (code, True), found


def test_a_circle_of_includes_is_found_through_others() -> None:
    """Each policy of the circle is named; nothing loops."""
    items = "policy A for Limits l { include B(l); } policy B for Limits l { include A(l); }"
    assert [d.code for d in errors(LIMITS + items)] == ["ALN0212", "ALN0212"]


def test_a_test_may_refer_to_an_earlier_record() -> None:
    """A reference names a record given before, of the entity that the field refers to."""
    world = "entity A { id : uuid key; } entity B { id : uuid key; a : ref A; } entity C { id : uuid key; }"
    given = 'test "t" {{ given {} x = {{ }}; given B b = {{ a : x }}; }}'
    assert errors(f"{world} {given.format('A')}") == []
    assert one(f"{world} {given.format('C')}").message == "`a` refers to a `A`"


OLD = """
constants { MAX_DRIFT : 2.0; LABEL : "OPT" + "ICAL"; }
entity Profile { code : string; class : enum["OPTICAL","IMU"]; drift : float; days : int64; tags[] : list<string>; }
"""


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ('{ code : "A", class : "OPTICAL", drift : MAX_DRIFT, days : 3, tags : ["x"] }', []),
        ('{ code : "A" + "B", class : LABEL, drift : -0.25, days : -3, tags : [] }', []),
        ('{ code : "A", class : "Optical", drift : 1.5, days : 3, tags : [] }', ["ALN0205"]),
        ('{ code : "A", class : "IMU", drift : "1.5", days : 3, tags : [] }', ["ALN0201"]),
        ('{ code : "A", class : "IMU", drift : true, days : 3, tags : [] }', ["ALN0201"]),
        ('{ code : "A", class : "IMU", drift : 1.5, days : 3.5, tags : [] }', ["ALN0207"]),
        ('{ code : "A", class : "IMU", drift : 1.5, days : 3, tags : "x" }', ["ALN0201"]),
        ('{ code : "A", class : "IMU", drift : 1.5, days : 9223372036854775808, tags : [] }', ["ALN0423"]),
        ('{ code : "A", class : "IMU", drift : 1.5 }', ["ALN0410", "ALN0410"]),
        ('{ code : 5, class : "IMU", drift : 1.5, days : 3, tags : [] }', ["ALN0201"]),
    ],
)
def test_rows_of_old_tables_are_judged_field_by_field(row: str, found: list[str]) -> None:
    """Constants and joined texts count as values; a 1.0 number takes any number and nothing else."""
    assert [d.code for d in errors(f"{OLD} const ROWS[] : list<Profile> = [ {row} ];")] == found


def test_a_sound_module_may_have_warnings() -> None:
    """Only errors keep a module from being lowered."""
    module = checked("enum E { A; }")
    assert codes("enum E { A; }") == ["ALN0413"] and module.sound
    assert not checked("enum E { }").sound
