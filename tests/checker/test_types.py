"""Types of expressions: kinds of units, grids, labels, literals, and every way to get one wrong."""

from __future__ import annotations

import pytest

from aln.checker.typed import parse_instant, parse_uuid
from tests.checker.said import errors, one

WORLD = """
constants { TWO : 2 mm; NAME : "A"; ODD : "OPTI" + "CAL"; }
unit dose = "ug/kg/min";
lexicon Terms { "rem"; }
enum Class { OPTICAL; IMU; }
enum Other { OPTICAL; IMU; }
entity Family { id : uuid key; days : decimal d in 1 .. 400 by 1; }
entity Device {
    id : uuid key; family : ref Family; class : Class; other : Other; ready : bool; code : text; name : text;
    drift : decimal mm in 0 .. 10 by 0.001; wide : decimal cm in 0 .. 10 by 0.1; share : decimal percent in 0 .. 100;
    rate : decimal dose in 0 .. 2 by 0.001; pulse : decimal bpm in 20 .. 240 by 0.1; kind : enum["A", "B"];
    joined : timestamp; left : timestamp?; gap : duration; tags[] : list<text>; count : int in 0 .. 9;
    records : many Record by device up to 8;
}
entity Record { id : uuid key; device : ref Device; at : timestamp; value : decimal mm in 0 .. 10 by 0.1; ok : bool; }
"""


def rule(condition: str) -> str:
    return f'{WORLD} policy P for Device d {{ require {condition} because "it is not so"; }}'


@pytest.mark.parametrize(
    "condition",
    [
        "d.drift <= 2 mm",
        "d.drift <= TWO",
        "d.drift <= 0.2 cm",
        "d.drift <= d.wide",
        "d.drift + d.wide <= 1 cm",
        "-d.drift >= -2 mm",
        "d.share <= 5 percent and d.share <= 0.5",
        "d.drift * 2 <= 4 mm and 2 * d.drift <= 4 mm",
        "d.drift * d.wide <= d.wide * d.drift",
        "floor(d.drift / 0.5 mm) <= 3 and ceil(d.gap / 1 h) <= 2",
        "d.joined + 30 days >= d.left and 1 h + d.joined > d.left",
        "d.left - d.joined <= d.gap and d.joined - 1 h < d.left",
        'd.joined >= "2026-01-31T08:00:00Z"',
        'd.joined >= "2026-01-31T08:00:00.000001+02:00"',
        "d.class == OPTICAL and OPTICAL == d.class",
        'd.class == "IMU" and d.class == ODD and d.kind == NAME and "B" != d.kind',
        'd.id == "0c0ffee0-0000-4000-8000-000000000001"',
        "d.family == d.family.id or d.family != d.family",
        'd.code == "x" or d.code != NAME',
        "mentions(d.code, Terms) implies not d.ready",
        "present(d.left) or absent(d.family) or present(d.family.days)",
        "d.ready == true",
        "abs(d.drift - d.wide) <= clamp(d.drift, 1 mm, 2 mm)",
        "min(d.drift, d.wide) <= max(1 mm, 0.2 cm)",
        "(if d.ready then d.drift else d.wide) <= 2 mm",
        "all r in d.records : r.value <= d.drift",
        "any r in d.records where r.ok : r.at <= d.joined",
        "(count r in d.records where r.ok) >= 2",
        "(sum r in d.records : r.value) <= 5 mm and (max r in d.records : r.value) <= 1 cm",
        "last r in d.records where r.ok by r.at ties all none false : r.value <= 1 mm",
        "all r in d.records : r.device == d.id",
    ],
)
def test_what_fits_is_let_pass(condition: str) -> None:
    """Scales of one kind convert, labels and literals take their meaning from the other side."""
    assert [d for d in errors(rule(condition)) if d.code != "ALN0412"] == []


@pytest.mark.parametrize(
    ("condition", "code", "says", "help"),
    [
        ("d.drift", "ALN0201", "true or false is needed here, this is a number in `mm`", "comparison"),
        ("d.family", "ALN0201", "true or false is needed here, this is a `Family`", "comparison"),
        ("not d.drift", "ALN0201", "true or false is needed", "comparison"),
        ("d.ready and d.code", "ALN0201", "true or false is needed here, this is text", "comparison"),
        ("d.class == d.other", "ALN0201", "a label of `Class` does not meet a label of `Other`", "one type"),
        ("d.id == d.family.id", "ALN0201", "a key does not meet a key", "one type"),
        ("d.code < d.code", "ALN0201", "`<` orders numbers and instants, this is text", "`==`"),
        ("d.drift + d.ready == 1 mm", "ALN0201", "a number is needed here", "write a number"),
        ('d.drift <= "2"', "ALN0201", "a number is needed here, this is text", "without quotes"),
        ("abs(d.code) == 1", "ALN0201", "a number is needed here, this is text", "write a number"),
        ("min(d.ready, d.ready)", "ALN0201", "`min` takes numbers, this is true or false", "pass numbers"),
        (
            "all r in d.family : d.ready",
            "ALN0201",
            "`all` ranges over a relation, this is a `Family`",
            "`many`",
        ),
        ("d.records == 1", "ALN0201", "a relation of `Record` does not meet a plain number", "one type"),
        (
            "(if d.ready then d.drift else d.ready) == 1 mm",
            "ALN0201",
            "does not meet true or false",
            "one type",
        ),
        ("d.drift <= 2 s", "ALN0202", "a number in `mm` does not meet a number in `s`", "one unit kind"),
        ("d.drift <= 2", "ALN0202", "a number in `mm` does not meet a plain number", "one unit kind"),
        (
            "d.rate + d.pulse <= 1 dose",
            "ALN0202",
            "cannot add a number in `dose` and a number in `bpm`",
            "kind",
        ),
        ("d.rate - d.pulse <= 1 dose", "ALN0202", "cannot subtract a number in `dose`", "one unit kind"),
        (
            "d.joined + d.joined > d.left",
            "ALN0202",
            "cannot add a timestamp and a timestamp",
            "one unit kind",
        ),
        ("1 h - d.joined > d.left", "ALN0202", "cannot subtract a number in `h` and a timestamp", "kind"),
        ("d.joined * 2 > d.left", "ALN0202", "a timestamp cannot be multiplied", "subtract two timestamps"),
        (
            "ceil(d.drift / 1 s) <= 2",
            "ALN0202",
            "cannot divide a number in `mm` by a number in `s`",
            "one kind",
        ),
        ("drift <= 2 mm", "ALN0203", "`drift` is not known here", "name a variable"),
        ("dd.drift <= 2 mm", "ALN0203", "`dd` is not known here", "did you mean `d`?"),
        ("d.drift <= TWOO", "ALN0203", "`TWOO` is not known here", "did you mean `TWO`?"),
        ("mentions(d.code, Term)", "ALN0203", "names a lexicon of this module", "did you mean `Terms`?"),
        ('mentions(d.code, "rem")', "ALN0203", "names a lexicon of this module", "declare one"),
        ("d.drft <= 2 mm", "ALN0204", "`Device` has no field `drft`", "did you mean `drift`?"),
        ("d.family.zzz", "ALN0204", "`Family` has no field `zzz`", "its fields are `id`, `days`"),
        ("d.drift.mm", "ALN0204", "`d.drift` is a number in `mm`: it has no fields", "remove the rest"),
        ("d.class == Optical", "ALN0205", "`Optical` is not a label of `Class`", "write `OPTICAL`"),
        ('d.class == "OPTICL"', "ALN0205", "`OPTICL` is not a label", "did you mean `OPTICAL`?"),
        ('d.kind == "Z"', "ALN0205", "`Z` is not a label of `this enum`", "the labels are `A`, `B`"),
        ('d.id == "12"', "ALN0206", "`12` is not a uuid", "8-4-4-4-12"),
        ('d.joined > "2026-01-31"', "ALN0206", "is not an instant between 1970 and 2199", "ISO 8601"),
        ('d.joined > "1969-12-31T23:59:59Z"', "ALN0206", "between 1970 and 2199", "ISO 8601"),
        ('d.joined > "2026-01-31T08:00:00.0000001Z"', "ALN0206", "is not an instant", "ISO 8601"),
        ('d.tags == "x"', "ALN0208", "`d.tags` is a list: no rule can read it yet", "single field"),
        ("d.drift / 2 <= 1 mm", "ALN0209", "`/` stands only inside", "`ceil(a / b)`"),
        ("floor(d.drift) <= 2", "ALN0209", "`floor` rounds a quotient", "`floor(a / b)`"),
        (
            "presnt(d.left)",
            "ALN0210",
            "`presnt` is not a function of the language",
            "did you mean `present`?",
        ),
        ("sqrt(d.drift) <= 1 mm", "ALN0210", "`sqrt` is not a function", "the functions are `present`"),
        ("abs(d.drift, 2) <= 1 mm", "ALN0210", "`abs` takes 1 argument, 2 given", "`abs(a)`"),
        ("clamp(d.drift) <= 1 mm", "ALN0210", "`clamp` takes 3 arguments, 1 given", "`clamp(a, b, c)`"),
        ("present(d.drift + 1 mm)", "ALN0210", "`present` asks about a field", "`present(x.field)`"),
        ("absent(TWO)", "ALN0210", "`absent` asks about a field", "`absent(x.field)`"),
        ("before(d.ready)", "ALN0210", "`before` has a meaning only inside a machine", "stored field"),
        ("accepted(P, d)", "ALN0210", "`accepted` has a meaning only in a claim", "include POLICY(x)"),
        ("all d in d.records : true", "ALN0211", "`d` is already in use here", "another name"),
        ("d.drift <= 2 mmm", "ALN0104", "the unit `mmm` is not declared", 'unit mmm = "…";'),
        ("d.drift <= 2 florins", "ALN0104", "the unit `florins` is not declared", 'unit florins = "…"'),
    ],
)
def test_what_does_not_fit_is_one_finding(condition: str, code: str, says: str, help: str) -> None:
    """Each error path of expressions: its code, its words, what to write instead, and no echo of it."""
    found = [d for d in errors(rule(condition)) if d.code not in ("ALN0412", "ALN0415")]
    assert len(found) == 1, found
    assert (found[0].code, says in found[0].message, help in found[0].help) == (code, True, True), found


@pytest.mark.parametrize(
    ("formula", "code", "says"),
    [
        ("accepted(Q, d) implies d.ready", "ALN0203", "names a policy of this module"),
        ('accepted("P", d) implies d.ready', "ALN0203", "names a policy of this module"),
        ("accepted(P, d.family) implies d.ready", "ALN0201", "`P` judges a `Device`, this is a `Family`"),
        ("accepted(P, d.ready) implies d.ready", "ALN0201", "`P` judges a `Device`, this is true or false"),
        ("next(d.ready)", "ALN0210", "`next` has a meaning only inside a machine"),
    ],
)
def test_claims_name_a_policy_and_its_record(formula: str, code: str, says: str) -> None:
    """`accepted` takes a policy and a record of its entity."""
    found = one(f'{rule("d.ready")} claim C : "it holds" for Device d holds {formula};')
    assert (found.code, says in found.message) == (code, True), found


MACHINE = """machine M every 1 s {{
    input raw : decimal mm in 0 .. 9 by 0.003? invalid as missing;
    state coarse : decimal mm in 0 .. 10 by 0.01 = {initial};
    state sixths : decimal mm in 0 .. 12 by 0.6 = 0.6 mm;
    next coarse = {next};
    next sixths = sixths;
    claim C : "in range" always coarse <= 10 mm;
}}"""


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("coarse", True),
        ("0.01 mm", True),
        ("0.001 cm", True),
        ("0.0001 cm", False),
        ("0.005 mm", False),
        ("coarse + 0.02 mm", True),
        ("coarse + 0.025 mm", False),
        ("coarse * 2", True),
        ("coarse * 0.5", False),
        ("coarse * 50 percent", False),
        ("sixths", True),
        ("sixths + coarse", True),
        ("if coarse > 1 mm then coarse else raw", False),
        ("max(coarse, 0.005 mm)", False),
        ("clamp(coarse, 0 mm, 0.005 mm)", False),
        ("before(coarse)", True),
        ("raw", False),
    ],
)
def test_a_value_is_assigned_only_to_a_grid_that_holds_it(value: str, fits: bool) -> None:
    """Sums, products, choices and literals keep their true resolution; a finer one is never rounded silently."""
    found = errors(MACHINE.format(initial="0.01 mm", next=value))
    assert [d.code for d in found] == ([] if fits else ["ALN0207"])


def test_a_literal_is_judged_by_its_value_not_by_its_digits() -> None:
    """0.60 mm lies on a grid of 0.6 mm, and 0.5 mm does not."""
    text = MACHINE.format(initial="0 mm", next="coarse")
    assert errors(text.replace("= 0.6 mm", "= 0.60 mm")) == []
    assert [d.code for d in errors(text.replace("= 0.6 mm", "= 0.5 mm"))] == ["ALN0207"]


@pytest.mark.parametrize(
    ("text", "micros"),
    [
        ("1970-01-01T00:00:00Z", 0),
        ("1970-01-01T02:00:00+02:00", 0),
        ("1970-01-01T00:00:00.000001Z", 1),
        ("2026-11-21", None),
        ("2026-11-21T08:00:00", None),
        ("2026-11-21T08:00:00.1234567Z", None),
        ("2026-13-01T00:00:00Z", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_instants_are_exact_or_refused(text: str, micros: int | None) -> None:
    """Microseconds since 1970 in UTC; without an offset, or finer than a microsecond, it is no instant."""
    assert parse_instant(text) == micros


@pytest.mark.parametrize(
    ("text", "uuid"),
    [
        ("0C0FFEE0-0000-4000-8000-00000000000A", "0c0ffee0-0000-4000-8000-00000000000a"),
        ("0c0ffee000004000800000000000000a", None),
        ("{0c0ffee0-0000-4000-8000-00000000000}", None),
        ("0c0ffee0-0000-4000-8000-00000000000g", None),
        ("----0c0ffee000004000800000000000000a", None),
    ],
)
def test_a_uuid_is_written_in_one_way(text: str, uuid: str | None) -> None:
    """Groups of 8-4-4-4-12 hexadecimal digits, in lower case once read; every other form is refused."""
    assert parse_uuid(text) == uuid
