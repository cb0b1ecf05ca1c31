"""Units: exact factors, kinds that never cancel, codes that are understood or refused."""

from __future__ import annotations

from fractions import Fraction as F

import pytest

from aln.checker.units import PREDECLARED, predeclared, product, unit


@pytest.mark.parametrize(
    ("code", "factor", "kind"),
    [
        ("mm", F(1, 1000), "length"),
        ("cm", F(1, 100), "length"),
        ("ug/kg/min", F(1, 60 * 10**9), "mass/mass/time"),
        ("mg/kg/h", F(1, 3600 * 10**6), "mass/mass/time"),
        ("/min", F(1, 60), "/time"),
        ("Hz", F(1), "frequency"),
        ("mm[Hg]", F(133322, 1000), "pressure"),
        ("kPa", F(1000), "pressure"),
        ("%", F(1, 100), "number"),
        ("1", F(1), "number"),
        ("[ppm]", F(1, 10**6), "number"),
        ("[g]", F(980665, 100000), "acceleration"),
        ("g", F(1), "mass"),
        ("min", F(60), "time"),
        ("d", F(86400), "time"),
        ("wk", F(604800), "time"),
        ("us", F(1, 10**6), "time"),
        ("mL/h", F(1, 3600 * 10**6), "volume/time"),
        ("uV", F(1, 10**6), "potential"),
        ("cd", F(1), "luminous intensity"),
        ("N.m", None, None),
        ("kg.m", F(1000), "length.mass"),
    ],
)
def test_a_code_has_its_exact_factor_and_kind(code: str, factor: F | None, kind: str | None) -> None:
    """Factors are the exact fractions of UCUM; what is not in the table is refused, never guessed."""
    found = unit("u", code)
    if factor is None:
        assert found is None
    else:
        assert found is not None and (found.factor, found.kind) == (factor, kind)


@pytest.mark.parametrize("code", ["", " ", "florin", "mg/", "mg//h", "kmin", "Cel", "m g", "kd", "10*3"])
def test_a_code_that_is_not_understood_is_no_unit(code: str) -> None:
    """Typing errors, prefixes on units that take none, and offset scales give no unit."""
    assert unit("u", code) is None


@pytest.mark.parametrize("name", sorted(PREDECLARED))
def test_every_predeclared_name_has_a_unit(name: str) -> None:
    """Each short name that modules may use resolves, under its own name."""
    found = predeclared(name)
    assert found is not None and found.name == name and found.factor > 0


def test_kinds_do_not_cancel() -> None:
    """A dose rate, a pulse and a frequency are three kinds, though each is one over time in base units."""
    kinds = {found.kind for code in ("ug/kg/min", "/min", "Hz") if (found := unit("u", code)) is not None}
    assert len(kinds) == 3


def test_a_product_with_a_plain_number_keeps_the_unit() -> None:
    """`2 · rate` is a rate; `rate · time` is of a kind of its own."""
    rate, plain, time = unit("r", "ug/kg/min"), unit("p", "%"), unit("t", "min")
    assert rate is not None and plain is not None and time is not None
    assert product(rate, plain) == product(plain, rate) == rate
    assert product(rate, time).kind == "mass/mass/time.time"
    assert product(rate, time).factor == rate.factor * time.factor
