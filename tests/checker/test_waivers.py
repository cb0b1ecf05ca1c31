"""Waivers: one warning of one declaration until a day, and no error ever."""

from __future__ import annotations

import datetime

import pytest

from aln.checker.check import check
from aln.checker.registry import CODES
from aln.checker.waivers import Waived, apart, declared, waivable
from aln.diagnostics import Diagnostic
from aln.syntax.parse import parse

DAY = datetime.date(2026, 11, 21)
WORLD = """
constants { POLICY_ID : "0c0ffee0-0000-4000-8000-000000000001"; POLICY_VERSION : "1.0.0"; SPARE : 1; OTHER : 2; }
entity Device { id : uuid key; drift : decimal mm in 0 .. 10 by 0.001; load_kg : decimal in 0 .. 10; }
requirement "REQ-1" : "Devices are within limits.";
policy Use for Device d { require d.drift <= 2 mm because "the device drifts by more than 2 mm"; }
policy Keep for Device d { require d.drift <= 3 mm because "the device drifts by more than 3 mm"; }
"""


def judged(
    waivers: str, day: datetime.date = DAY, world: str = WORLD
) -> tuple[list[Diagnostic], list[Waived]]:
    """What counts and what is waived of the world with these waivers."""
    module, faults = parse(f"module Example {{\n{world}\n{waivers}\n}}\n", "example.aln")
    assert module is not None and not faults, faults
    kept, waived = apart(module, check(module).diagnostics, day)
    return list(kept), list(waived)


def waiver(code: str, target: str, until: str = "2027-06-30") -> str:
    about = f" for {target}" if target else ""
    return f'waive {code}{about} because "the site decided so" until "{until}";'


def places(found: list[Diagnostic]) -> set[tuple[str, int, int]]:
    return {(d.code, d.span.line, d.span.column) for d in found}


@pytest.mark.parametrize(
    ("code", "target", "says"),
    [
        ("ALN0432", "Use", "`Use`"),
        ("ALN0432", "Keep", "`Keep`"),
        ("ALN0413", "SPARE", "`SPARE`"),
        ("ALN0405", "REQ_1", "`REQ-1`"),
        ("ALN0438", "Device.load_kg", "`load_kg`"),
        ("ALN0438", "Device", "`load_kg`"),
    ],
)
def test_a_waiver_covers_one_warning_of_one_declaration(code: str, target: str, says: str) -> None:
    """Exactly the finding of that code at that place is waived; every other one still counts."""
    before, _ = judged("")
    kept, waived = judged(waiver(code, target))
    (one,) = waived
    assert one.finding.code == code and says in one.finding.message
    assert (one.waiver.because, one.waiver.until) == ("the site decided so", "2027-06-30")
    assert places(before) - places(kept) == places([one.finding]) and places(kept) < places(before)


def test_a_waiver_without_a_target_is_about_the_module() -> None:
    """It covers what is said of the module itself, and nothing that is said of a declaration."""
    world = WORLD.replace('POLICY_VERSION : "1.0.0";', "")
    kept, waived = judged(waiver("ALN0426", ""), world=world)
    assert [w.finding.code for w in waived] == ["ALN0426"]
    kept, waived = judged(waiver("ALN0432", ""))
    assert (
        waived == [] and [d.code for d in kept].count("ALN0432") == 2 and "ALN0436" in [d.code for d in kept]
    )


@pytest.mark.parametrize(
    ("day", "expired"),
    [
        (datetime.date(2027, 6, 29), False),
        (datetime.date(2027, 6, 30), False),
        (datetime.date(2027, 7, 1), True),
    ],
)
def test_a_waiver_holds_on_its_last_day_and_no_longer(day: datetime.date, expired: bool) -> None:
    """After it the finding is back, and the waiver is an error."""
    kept, waived = judged(waiver("ALN0432", "Use"), day)
    assert len(waived) == (not expired)
    assert [d.severity for d in kept if d.code == "ALN0435"] == ["error"] * expired
    assert sum(d.code == "ALN0432" for d in kept) == 1 + expired


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (waiver("ALN0432", "Usage"), "`Usage` is not declared in this module"),
        (waiver("ALN0432", "Device.drft"), "`Device.drft` is not declared in this module"),
        (waiver("ALN9999", "Use"), "`ALN9999` is not a code of the rule book"),
        (waiver("ALN0412", "Use"), "`ALN0412` cannot be waived: it is an error"),
        (waiver("ALN0203", "Use"), "`ALN0203` cannot be waived: it is an error"),
        (waiver("ALN0003", "Use"), "`ALN0003` cannot be waived: it is an error"),
        (waiver("ALN0436", "Use"), "`ALN0436` cannot be waived: it is not about a declaration"),
        (waiver("ALN0432", "Use", "2027-02-30"), "`2027-02-30` is not a day"),
        (waiver("ALN0432", "Use", "2027-6-30"), "`2027-6-30` is not a day"),
        (waiver("ALN0432", "Use", "20270630"), "`20270630` is not a day"),
        (waiver("ALN0432", "Use", "for ever"), "`for ever` is not a day"),
    ],
)
def test_a_waiver_that_says_nothing_clear_is_an_error_and_covers_nothing(line: str, says: str) -> None:
    """Unknown code, code of an error, unknown target, malformed day: one error each, and no finding is lost."""
    before, _ = judged("")
    kept, waived = judged(line)
    (fault,) = (d for d in kept if d.code == "ALN0434")
    assert fault.message == says and fault.severity == "error" and fault.help
    assert waived == [] and places(before) < places(kept)


def test_a_waiver_without_a_reason_is_an_error() -> None:
    """Who reads it later must see why."""
    kept, _ = judged('waive ALN0432 for Use because " " until "2027-06-30";')
    assert [d.message for d in kept if d.code == "ALN0403"] == ["this waiver gives no reason"]


def test_a_waiver_that_covers_nothing_is_a_warning_with_its_removal() -> None:
    """A second one of the same finding covers nothing either."""
    kept, waived = judged(waiver("ALN0413", "Device") + waiver("ALN0432", "Use") + waiver("ALN0432", "Use"))
    idle = [d for d in kept if d.code == "ALN0436"]
    assert len(waived) == 1 and len(idle) == 2
    assert "there is no `ALN0413`" in idle[0].message and "another covers `ALN0432`" in idle[1].message
    assert all(d.fix is not None and d.severity == "warning" for d in idle)


def test_nothing_is_idle_while_errors_could_hide_what_a_waiver_covers() -> None:
    """A module with an error is not told that its waivers cover nothing."""
    kept, _ = judged(waiver("ALN0447", "Use"), world=WORLD.replace("d.drift <= 2 mm", "d.drft <= 2 mm"))
    assert "ALN0204" in [d.code for d in kept] and "ALN0436" not in [d.code for d in kept]


def test_no_error_can_be_waived() -> None:
    """The registry decides it: what is an error, and what is not about a module, is never waivable."""
    assert [code for code in CODES if waivable(code) and CODES[code].severity == "error"] == []
    assert {CODES[code].room for code in CODES if waivable(code)} == {"checker"}
    assert sum(map(waivable, CODES)) > 30


def test_an_error_of_a_waived_code_elsewhere_still_counts() -> None:
    """A waiver covers its target only, whatever else is of the same code."""
    kept, waived = judged(waiver("ALN0413", "SPARE"))
    assert [w.finding.message for w in waived] == ["the constant `SPARE` is not used"]
    assert "the constant `OTHER` is not used" in [d.message for d in kept]


def test_everything_with_a_name_can_be_named() -> None:
    """Declarations, their parts, constants and ids."""
    text = """module M {
        constants { A : 1; } enum E { X; } lexicon L { "x"; } unit u = "mg"; hazard "HAZ-1" : "x" severity s probability p;
        entity D { id : uuid key; } service S { op f(D) -> bool { } } behavior_tree T { root "r" { node "n" -> filter(D.id == D.id); } }
        machine M every 1 s { let a = true; claim C : "x" always a; } test "a test" { }
    }"""
    module, _ = parse(text, "x")
    assert module is not None
    names = {
        "A",
        "E",
        "L",
        "u",
        "HAZ-1",
        "HAZ_1",
        "D",
        "D.id",
        "S",
        "S.f",
        "T",
        "T.r",
        "T.n",
        "M",
        "M.a",
        "M.C",
        "a test",
    }
    assert names <= declared(module).keys()
