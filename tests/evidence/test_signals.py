"""Signal tables: exact numbers, faults that leave a signal out, bindings that cover what a sensor sends."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path

import pytest

from aln.evidence.signals import Signal, binds, read_signals

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "hardware").glob("*.toml"))
ENTRY = {
    "says": '"pressure"',
    "direction": '"input"',
    "unit": '"mm[Hg]"',
    "range": "[0.0, 300.0]",
    "resolution": "0.1",
    "period_s": "1",
    "source": '"monitor"',
}


def table(**changes: str | None) -> str:
    fields = {**ENTRY, **changes}
    lines = [f"{name} = {value}" for name, value in fields.items() if value is not None]
    return "\n".join(['schema = "aln/signals/v1"', "", "[signal.map]", *lines, ""])


def signal(**changes: str | None) -> Signal:
    signals, found = read_signals(table(**changes), "pump.toml")
    assert found == ()
    return signals[0]


def test_numbers_are_exact_decimals() -> None:
    """A tenth is a tenth: ranges and resolutions are fractions of what was written, never binary floats."""
    read = signal()
    assert (read.low, read.high, read.resolution, read.period) == (0, 300, Fraction(1, 10), 1)
    assert (read.name, read.unit, read.direction) == ("map", "mm[Hg]", "input")
    assert (read.span.file, read.span.line) == ("pump.toml", 3)


@pytest.mark.parametrize("field", sorted(ENTRY))
def test_every_field_is_required(field: str) -> None:
    """A signal that lacks a field is left out, and the finding names field, signal and place."""
    signals, found = read_signals(table(**{field: None}), "pump.toml")
    assert signals == ()
    assert found[0].code == "ALN0821"
    assert field in found[0].message and "`map`" in found[0].message
    assert found[0].span.line == 3


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("range", "[300.0, 0.0]", "empty range"),
        ("range", "[0.0, 0.0]", "empty range"),
        ("range", "[0.0, 300.05]", "no multiple of its resolution 0.1"),
        ("range", "[-0.05, 300.0]", "no multiple of its resolution 0.1"),
        ("range", "[0.0]", "two numbers"),
        ("range", "[0.0, inf]", "no number of ordinary size"),
        ("range", "[nan, 300.0]", "no number of ordinary size"),
        ("range", "[0.0, 1e999999999]", "no number of ordinary size"),
        ("range", "[false, true]", "no number of ordinary size"),
        ("resolution", "0", "it must be above zero"),
        ("resolution", "-0.1", "it must be above zero"),
        ("resolution", '"0.1"', "no number of ordinary size"),
        ("period_s", "0", "it must be above zero"),
        ("direction", '"both"', "has no direction"),
        ("unit", '" "', "has no `unit`"),
        ("scale", "1", "has no field `scale`"),
    ],
)
def test_a_faulty_signal_is_left_out(field: str, value: str, says: str) -> None:
    """A wrong, infinite or absurd number, an empty range, an unknown field: a finding and no signal."""
    signals, found = read_signals(table(**{field: value}), "pump.toml")
    assert signals == ()
    assert any(says in f"{finding.message}: {finding.help}" for finding in found)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ('schema = "aln/signals/v1"\nx = = 1', 2, "this is not TOML"),
        ("x = [", 1, "this is not TOML"),
        ("x = " + "1" * 5000, 1, "too large"),
        ("x = " + "[" * 100_000, 1, "too large"),
        ('schema = "aln/signals/v1"', 1, "declares no signal"),
        ('schema = "aln/signals/v1"\nsignal = 3', 1, "declares no signal"),
        (table().replace("v1", "v9"), 1, "not a signal table"),
    ],
)
def test_a_table_that_is_none_is_a_finding(text: str, line: int, says: str) -> None:
    """Broken TOML, absurd nesting or numbers and a table of another kind each give a finding with a place."""
    _, found = read_signals(text, "pump.toml")
    assert found[0].code == "ALN0821"
    assert found[0].span.line == line
    assert says in found[0].message


def test_a_sound_signal_beside_a_faulty_one_is_kept() -> None:
    """One fault does not take the other signals away."""
    signals, found = read_signals(table() + '[signal.other]\nunit = "1"\n', "pump.toml")
    assert [one.name for one in signals] == ["map"]
    assert found and all("`other`" in finding.message for finding in found)


@pytest.mark.parametrize(
    ("lo", "hi", "step", "unit", "says"),
    [
        ("0", "300", "0.1", "mm[Hg]", None),
        ("-10", "400", "0.05", "mm[Hg]", None),
        ("0.1", "300", "0.1", "mm[Hg]", "can send 0, and the declaration ends at 0.1 at the low end"),
        ("0", "299.9", "0.1", "mm[Hg]", "can send 300, and the declaration ends at 299.9 at the high end"),
        ("0", "300", "0.2", "mm[Hg]", "multiples of 0.1, which are not all multiples of 0.2"),
        ("0", "300", "0.03", "mm[Hg]", "multiples of 0.1"),
        ("0", "300", "0.1", "kPa", "is in `mm[Hg]`, and the declaration in `kPa`"),
        ("0", "300", "0", "mm[Hg]", "not above zero"),
        ("300", "0", "0.1", "mm[Hg]", "is empty"),
    ],
)
def test_an_input_must_cover_its_signal(lo: str, hi: str, step: str, unit: str, says: str | None) -> None:
    """A range the sensor can leave, a grid it can miss, or another unit is a reason not to bind."""
    reasons = binds(signal(), Fraction(lo), Fraction(hi), Fraction(step), unit)
    assert (reasons == []) if says is None else (len(reasons) == 1 and says in reasons[0])


@pytest.mark.parametrize(
    ("lo", "hi", "step", "says"),
    [
        ("0", "300", "0.1", None),
        ("10", "200", "0.5", None),
        ("-1", "300", "0.1", "would be sent -1"),
        ("0", "301", "0.1", "would be sent 301"),
        ("0", "300", "0.05", "multiples of 0.05"),
    ],
)
def test_a_command_must_be_accepted_by_its_actuator(lo: str, hi: str, step: str, says: str | None) -> None:
    """For a command it is the other way about: all that may be sent must be accepted."""
    reasons = binds(signal(direction='"command"'), Fraction(lo), Fraction(hi), Fraction(step), "mm[Hg]")
    assert (reasons == []) if says is None else (len(reasons) == 1 and says in reasons[0])


def test_every_fault_of_a_binding_is_named() -> None:
    """Both ends and the grid are reported together."""
    assert len(binds(signal(), Fraction(1), Fraction(2), Fraction(1), "mm[Hg]")) == 3


def test_the_controlled_tables_are_sound() -> None:
    """Every table under hardware/ reads without a finding, and no name stands in two of them."""
    assert TABLES
    names: list[str] = []
    for path in TABLES:
        signals, found = read_signals(path.read_text(encoding="utf-8"), path.name)
        assert signals and found == ()
        names += [one.name for one in signals]
    assert len(set(names)) == len(names)


def test_the_pump_table_holds_what_the_safety_step_needs() -> None:
    """Pressures, risk, confidence and new limits come in once a second; the rate goes out in the drug library's unit."""
    text = (ROOT / "hardware/infusion_pump_signals.toml").read_text(encoding="utf-8")
    signals = {one.name: one for one in read_signals(text, "pump.toml")[0]}
    assert {name for name, one in signals.items() if one.direction == "input"} == {
        "map",
        "target_map",
        "hypotension_risk",
        "confidence",
        *(f"new_{limit}" for limit in ("min", "max", "fallback", "change")),
    }
    assert signals["rate_command"].direction == "command"
    assert signals["rate_command"].unit == "ug/kg/min"
    assert {one.period for one in signals.values()} == {1}


def test_machine_inputs_name_signals_that_exist() -> None:
    """Every `from "…"` in the library's controllers is a signal of a table, and at least one is bound."""
    library = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "aln/library").rglob("*.aln"))
    bound = set(re.findall(r'\binput\b[^;]*\bfrom\s+"([^"]+)"', library))
    names = {
        one.name for path in TABLES for one in read_signals(path.read_text(encoding="utf-8"), path.name)[0]
    }
    assert bound and bound <= names
