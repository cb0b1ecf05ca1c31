"""Inputs bound to signals: what does not fit is reported at the input, and the library's machine fits."""

from __future__ import annotations

from pathlib import Path

import pytest

from aln.checker.check import check
from aln.diagnostics import Diagnostic
from aln.evidence.bindings import bindings, read_tables
from aln.syntax.parse import parse

ROOT = Path(__file__).parents[2]
TABLE = """\
schema = "aln/signals/v1"

[signal.map]
says = "pressure"
direction = "input"
unit = "mm[Hg]"
range = [0.0, 300.0]
resolution = 0.1
period_s = 1
source = "monitor"

[signal.rate_command]
says = "rate"
direction = "command"
unit = "mm[Hg]"
range = [0.0, 300.0]
resolution = 0.1
period_s = 1
source = "pump"
"""
FITS = 'decimal mmHg in 0 .. 300 by 0.1? invalid as missing from "map"'


def found(declared: str = FITS, every: str = "1 s", tables: dict[str, str] | None = None) -> list[Diagnostic]:
    text = f"module M {{\n  machine Step every {every} {{\n    input p : {declared};\n  }}\n}}\n"
    module, syntax = parse(text, "m.aln")
    assert module is not None and syntax == ()
    signals, faults = read_tables({"pump.toml": TABLE} if tables is None else tables)
    assert faults == ()
    return list(bindings(check(module), signals))


def test_an_input_that_takes_all_its_signal_sends_is_bound() -> None:
    """Same range, grid, unit and period: nothing is found; nor for an input that names no signal."""
    assert found() == []
    assert found('decimal mmHg in -10 .. 400 by 0.05? invalid as missing from "map"') == []
    assert found("decimal mmHg in 0 .. 1 by 1? invalid as missing") == []


@pytest.mark.parametrize(
    ("declared", "says", "helps"),
    [
        (FITS.replace('"map"', '"mpa"'), "`mpa`, which is in no table", "did you mean `map`?"),
        (FITS.replace('"map"', '"rate_command"'), "a command to an actuator", "direction is `input`"),
        (
            FITS.replace("300", "299.9"),
            "can send 300, and the declaration ends at 299.9",
            "`0 .. 300 by 0.1`",
        ),
        (FITS.replace("0 ..", "10 .."), "can send 0, and the declaration ends at 10", "pump.toml:3"),
        (FITS.replace("by 0.1", "by 0.2"), "multiples of 0.1, which are not all multiples of 0.2", "by 0.1"),
        ('decimal in 0 .. 300 by 0.1? invalid as missing from "map"', "in `mm[Hg]`, and the", "`mm[Hg]`"),
        ('bool? invalid as missing from "map"', "is no number", "`decimal`"),
        ('timestamp? invalid as missing from "map"', "is no number", "`decimal`"),
    ],
)
def test_an_input_that_does_not_fit_is_reported(declared: str, says: str, helps: str) -> None:
    """Unknown signal, command, range, resolution, unit, kind: one error at the input, and what to write."""
    (one,) = found(declared)
    assert (one.code, one.severity) == ("ALN0822", "error")
    assert (one.span.file, one.span.line, one.span.column) == ("m.aln", 3, 5)
    assert says in one.message and helps in one.help


@pytest.mark.parametrize(
    ("every", "fits"), [("1 s", True), ("1000 ms", True), ("100 ms", False), ("2 s", False)]
)
def test_the_machine_runs_at_the_period_of_the_signal(every: str, fits: bool) -> None:
    """Ticks and values of a signal are one to one: another period is reported, another unit of time is not."""
    assert [one.code for one in found(every=every)] == ([] if fits else ["ALN0822"])


def test_with_tables_that_hold_nothing_nothing_is_bound() -> None:
    """No table is no permission: an input that names a signal is reported."""
    (one,) = found(tables={})
    assert "in no table" in one.message


def test_an_input_of_a_faulty_type_is_not_reported_twice() -> None:
    """What the checker refused is not judged again."""
    assert found('Nothing? invalid as missing from "map"') == []


def test_a_signal_stands_in_one_table() -> None:
    """The same name in a second table is a fault there, and names the first."""
    signals, faults = read_tables({"a.toml": TABLE, "b.toml": TABLE})
    assert {one.span.file for one in signals.values()} == {"a.toml"}
    assert [(one.code, one.span.file, one.span.line) for one in faults] == [
        ("ALN0821", "b.toml", 3),
        ("ALN0821", "b.toml", 12),
    ]
    assert "`a.toml`" in faults[0].message


def test_the_librarys_pump_is_bound_to_its_table() -> None:
    """The shipped safety step takes all that its device sends, and each of its inputs names a signal."""
    path = ROOT / "aln/library/controllers/vasopressor.aln"
    module, _ = parse(path.read_text(encoding="utf-8"), path.name)
    assert module is not None
    table = ROOT / "hardware/infusion_pump_signals.toml"
    signals, faults = read_tables({table.name: table.read_text(encoding="utf-8")})
    assert faults == () and bindings(check(module), signals) == ()
    assert len(bindings(check(module), {})) == 3
