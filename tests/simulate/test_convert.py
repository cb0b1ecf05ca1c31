"""Data become raw values as the emitted boundary makes them, whatever arrives."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from aln.core.ir import BOOL, ID, TEXT, Field, Machine, Type, Unit
from aln.simulate.convert import INVALID, cell, convert
from aln.simulate.emitted import emitted

STEP = Type("int", -50, 1000, Fraction(1, 1000), Unit("s", "s", Fraction(1), "time"))
WHOLE = Type("int", 0, 9)
WHEN = Type("int", 0, 7_258_118_399_999_999, Fraction(1, 1), Unit("us", "us", Fraction(1, 10**6), "instant"))
LABEL = Type("enum", name="E", labels=("a", "true", "NaN"))
TYPES = (STEP, WHOLE, WHEN, BOOL, LABEL, ID, TEXT)


@pytest.mark.parametrize(
    ("ty", "value", "raw"),
    [
        (STEP, Decimal("0.001"), 1), (STEP, Decimal("0.0005"), INVALID), (STEP, 0.3, 300), (STEP, 0.29, 290),
        (STEP, float("nan"), INVALID), (STEP, float("-inf"), INVALID), (STEP, Decimal("NaN"), INVALID),
        (STEP, 1, 1000), (STEP, 2, INVALID), (STEP, True, INVALID), (STEP, "0.3", INVALID), (STEP, None, None),
        (STEP, Decimal("1e-9999"), INVALID), (STEP, Decimal("1e9999"), INVALID), (STEP, Decimal("0e-9999"), 0),
        (WHOLE, 3.0, 3), (WHOLE, [], INVALID), (BOOL, 1, INVALID), (BOOL, True, True), (LABEL, "a", "a"),
        (LABEL, "A", INVALID), (WHEN, "1970-01-01T00:00:01Z", 1_000_000), (WHEN, "1970-01-01T01:00:00+01:00", 0),
        (WHEN, "1970-01-01T00:00:00", INVALID), (WHEN, "1970-13-01T00:00:00Z", INVALID), (WHEN, 5, 5),
        (WHEN, "1970-01-01T00:00:00.1234567Z", INVALID), (ID, "B7A90B62-0D2E-4D43-9F54-6A7A0E9C2F10", "b7a90b62-0d2e-4d43-9f54-6a7a0e9c2f10"),
        (ID, "b7a90b62", INVALID), (TEXT, "", ""), (TEXT, 3, INVALID),
    ],
)  # fmt: skip
def test_a_value_becomes_raw_missing_or_invalid(ty: Type, value: object, raw: object) -> None:
    """Exactly on the grid and in range, or within the tolerance of a binary float; all else is invalid, not missing."""
    assert convert(ty, value) is raw or (convert(ty, value) == raw and type(convert(ty, value)) is type(raw))


@pytest.mark.parametrize(
    ("ty", "text", "datum"),
    [
        (STEP, "0.30", Decimal("0.30")), (STEP, "", None), (STEP, "NaN", "NaN"), (STEP, "0x10", "0x10"),
        (STEP, "1_000", "1_000"), (STEP, "٣", "٣"), (STEP, "1,5", "1,5"), (BOOL, "True", True), (BOOL, "1", "1"),
        (LABEL, "true", "true"), (TEXT, "true", "true"), (WHEN, "12", 12),
    ],
)  # fmt: skip
def test_a_cell_is_read_as_its_type_asks(ty: Type, text: str, datum: object) -> None:
    """Numbers are exact decimals; what is no number stays a text, and so becomes invalid."""
    assert cell(ty, text) == datum and type(cell(ty, text)) is type(datum)


def test_the_emitted_boundary_reads_the_same() -> None:
    """On some thousands of odd data both boundaries, which were written apart, give one answer."""
    inputs = tuple(Field(f"i{n}", ty, True) for n, ty in enumerate(TYPES))
    step = emitted(Machine("M", "M", 1_000_000, (), "", "", (), inputs, (), (), (), (), ()))
    r = Random(4)
    odd = [None, "", "NaN", "a", "true", True, False, 0, -1, 9, 10, 1e308, float("nan"), float("inf"), Decimal("Infinity"),
           Decimal("0.0010"), Decimal("1e-400"), Decimal("1e400"), [], {}, "1970-01-01T00:00:00Z", "1970-01-01t00:00:00.5z",
           "2199-12-31 23:59:59.999999+00:00", "1970-01-01T00:00:00.1230000Z", "b7a90b62-0d2e-4d43-9f54-6a7a0e9c2f10"]  # fmt: skip
    kinds: set[object] = set()
    for _ in range(2_000):
        near = Decimal(r.randint(-60_000, 1_010_000)).scaleb(-r.choice([3, 3, 6]))
        data = {f.name: r.choice([r.choice(odd), near, float(near), r.randint(-2, 11)]) for f in inputs}
        own = {f.name: convert(f.type, data[f.name]) for f in inputs}
        assert step.receive(data) == own
        kinds |= {v if v in (None, INVALID) else "value" for v in own.values()}
    assert kinds == {None, INVALID, "value"}
