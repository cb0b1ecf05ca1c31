"""Units: exact factors, kinds that never cancel, codes that are understood or refused."""

from __future__ import annotations

from fractions import Fraction as F

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aln.checker._ucum import ATOMS, PREFIXES
from aln.checker.units import PREDECLARED, meant, predeclared, product, unit
from tests.checker.said import codes


@pytest.mark.parametrize(
    ("code", "factor", "kind"),
    [
        ("mm", F(1, 1000), "length"),
        ("cm", F(1, 100), "length"),
        ("ug/kg/min", F(1, 60 * 10**9), "mass/mass/time"),
        ("mg/kg/h", F(1, 3600 * 10**6), "mass/mass/time"),
        ("mg/(kg.h)", F(1, 3600 * 10**6), "mass/mass/time"),
        ("mg/kg.h", F(36, 10**4), "mass.time/mass"),
        ("/min", F(1, 60), "/time"),
        ("min-1", F(1, 60), "/time"),
        ("Hz", F(1), "frequency"),
        ("Bq", F(1), "radioactivity"),
        ("mm[Hg]", F(133322, 1000), "pressure"),
        ("cm[H2O]", F(980665, 10**4), "pressure"),
        ("kPa", F(1000), "pressure"),
        ("%", F(1, 100), "number"),
        ("1", F(1), "number"),
        ("10*3", F(1000), "number"),
        ("10*9/L", F(10**12), "/volume"),
        ("[ppm]", F(1, 10**6), "number"),
        ("[g]", F(980665, 100000), "acceleration"),
        ("g", F(1), "mass"),
        ("[lb_av]", F(45359237, 10**5), "mass"),
        ("min", F(60), "time"),
        ("d", F(86400), "time"),
        ("wk", F(604800), "time"),
        ("us", F(1, 10**6), "time"),
        ("mL/h", F(1, 3600 * 10**6), "volume/time"),
        ("uV", F(1, 10**6), "electric potential"),
        ("cd", F(1), "luminous intensity"),
        ("N.m", F(1), "force.length"),
        ("kg.m", F(1000), "length.mass"),
        ("kg/m2", F(1000), "mass/length/length"),
        ("mmol/L", F(1), "amount of substance/volume"),
        ("meq/L", F(1), "amount of equivalents/volume"),
        ("[iU]/L", F(1000), "[iU]/volume"),
        ("U/L", F(1, 60000), "catalytic activity/volume"),
        ("{beats}/min", F(1, 60), "{beats}/time"),
        ("{cells}/uL", F(10**9), "{cells}/volume"),
        ("g{Hb}/dL", F(10**4), "mass{Hb}/volume"),
        ("mL/min/{1.73_m2}", F(1, 6 * 10**7), "volume/time/{1·73_m2}"),
        ("Cel", F(1), "temperature in Cel"),
        ("deg", F(1, 180), "plane angle in pi1"),
        ("24.h", F(86400), "time"),
    ],
)
def test_a_code_has_its_exact_factor_and_kind(code: str, factor: F, kind: str) -> None:
    """Factors are the exact fractions of UCUM, kinds its properties."""
    found = unit("u", code)
    assert found is not None and (found.name, found.code) == ("u", code)
    assert (found.factor, found.kind) == (factor, kind)


@pytest.mark.parametrize(
    "code",
    [
        "", " ", "florin", "mg/", "mg//h", "/", "kmin", "m g", "kd", "mg)", "(mg", "()", "mg.", "{", "{}", "{ }", "m{a",
        "Cel/min", "Cel2", "(Cel)", "Cel{body}", "/[pH]", "m0", "m99", "m-", "10*99", "0", "2-1", "1234567", "µg", "°C",
        "u", "[G]", "m" * 81, "(" * 9 + "m" + ")" * 9, "m24.m", "m\n", "m²",
    ],
)  # fmt: skip
def test_a_code_that_is_not_understood_is_no_unit(code: str) -> None:
    """Typing errors, prefixes on units that take none, scales with a zero of their own in products, and measured
    constants give no unit; nor does a code too long or too deep."""
    assert unit("u", code) is None


@pytest.mark.parametrize("name", sorted(PREDECLARED))
def test_every_predeclared_name_has_a_unit(name: str) -> None:
    """Each short name that modules may use resolves, under its own name."""
    found = predeclared(name)
    assert found is not None and found.name == name and found.factor > 0


@pytest.mark.parametrize(
    "apart",
    [
        ("ug/kg/min", "/min", "Hz", "Bq", "{beats}/min", "{breaths}/min"),
        ("Gy", "Sv", "J/kg"),
        ("mol", "eq", "osm", "{particles}"),
        ("[iU]", "[arb'U]", "[USP'U]", "U", "1"),
        ("K", "Cel", "[degF]"),
        ("rad", "deg", "sr"),
        ("J", "N.m"),
        ("g/L", "mol/L", "%"),
        ("dB[SPL]", "dB", "dB[V]", "dNp"),
    ],
)
def test_kinds_stay_apart(apart: tuple[str, ...]) -> None:
    """What is measured is not read off base units: each of these is of a kind of its own."""
    kinds = [found.kind for code in apart if (found := unit("u", code)) is not None]
    assert len(set(kinds)) == len(apart)


def test_a_dose_rate_never_meets_a_pulse() -> None:
    """Not by a comparison, not by a sum, not by an assignment, in either order."""
    world = (
        'unit mcg_kg_min = "ug/kg/min";'
        "entity P { id : uuid key; rate : decimal mcg_kg_min in 0 .. 2 by 0.001; pulse : decimal bpm in 0 .. 300; }"
    )
    for condition in (
        "p.rate <= p.pulse",
        "p.pulse + p.rate <= 3 bpm",
        "p.rate <= 3 bpm",
        "p.pulse <= 1 mcg_kg_min",
    ):
        assert "ALN0202" in codes(f'{world} policy G for P p {{ require {condition} because "x"; }}'), (
            condition
        )


def test_the_table_is_whole() -> None:
    """Every base unit, prefix and named unit of UCUM is there, but those that rest on a measured constant."""
    assert {"m", "s", "g", "rad", "K", "C", "cd"} <= ATOMS.keys()
    assert len(PREFIXES) == 24 and len(ATOMS) > 280
    assert not {"u", "[G]", "[m_e]", "[m_p]", "[eps_0]", "[mu_0]", "pc", "AU"} & ATOMS.keys()
    assert not {mark for _, _, kind, _, _ in ATOMS.values() for mark in "./" if mark in kind}


SIMPLE = sorted(code for code, row in ATOMS.items() if not row[4] and code not in ("10*", "10^"))
METRIC = sorted(code for code, row in ATOMS.items() if row[3] and not row[4])


@st.composite
def terms(draw: st.DrawFn) -> str:
    """Codes of one to four factors, with prefixes and exponents."""
    out = ""
    for _ in range(draw(st.integers(1, 4))):
        prefixed = draw(st.booleans())
        code = draw(st.sampled_from(METRIC if prefixed else SIMPLE))
        prefix = draw(st.sampled_from(sorted(PREFIXES))) if prefixed else ""
        if prefix + code in ATOMS:
            prefix = ""
        power = draw(st.sampled_from(("", "", "2", "-1", "+3")))
        out += (draw(st.sampled_from("./")) if out else "") + prefix + code + power
    return out


@settings(derandomize=True, max_examples=300)
@given(terms(), st.fractions(min_value=-1000, max_value=1000, max_denominator=1000))
def test_conversion_is_exact_and_can_be_undone(code: str, value: F) -> None:
    """To the reference unit of the kind and back is the same number; the inverse code has the inverse factor."""
    there = unit("u", code)
    assert there is not None and there.factor > 0
    assert value * there.factor / there.factor == value
    inverse = unit("u", f"/({code})")
    assert inverse is not None and inverse.factor * there.factor == 1
    again = unit("u", f"/(/({code}))")
    assert again is not None and (again.factor, again.kind) == (there.factor, there.kind)


@settings(derandomize=True, max_examples=300)
@given(terms(), terms())
def test_a_product_is_that_of_its_factors_in_either_order(left: str, right: str) -> None:
    """`product` and the notation agree on factor and kind, and a product does not depend on the order."""
    a, b, both = unit("a", left), unit("b", right), unit("u", f"({left}).({right})")
    assert a is not None and b is not None and both is not None
    one, other = product(a, b), product(b, a)
    if "number" in (a.kind, b.kind):
        assert one.kind == other.kind == both.kind
    else:
        assert (one.factor, one.kind) == (other.factor, other.kind) == (both.factor, both.kind)


@settings(derandomize=True, max_examples=300)
@given(st.sampled_from(SIMPLE), st.sampled_from(SIMPLE))
def test_two_atoms_convert_only_within_one_property(one: str, other: str) -> None:
    """Kinds are equal exactly where the table gives one kind; an atom over itself is no plain number."""
    a, b, over = unit("a", one), unit("b", other), unit("u", f"{one}/{one}")
    assert a is not None and b is not None and over is not None
    assert (a.kind == b.kind) == (ATOMS[one][2] == ATOMS[other][2])
    assert over.factor == 1 and (over.kind == "number") == (a.kind == "number")


@settings(derandomize=True, max_examples=500)
@given(st.text(alphabet="mgkLsh/.()[]{}*^'%0123456789+-inHPUb_ µ°\n", max_size=24))
def test_any_text_is_a_unit_or_none(code: str) -> None:
    """Whatever the code, the answer is a unit of a positive factor or nothing, and no exception."""
    found = unit("u", code)
    assert found is None or found.factor > 0
    likely = meant(code)
    assert not likely or unit("u", likely) is not None


def test_a_product_with_a_plain_number_keeps_the_unit() -> None:
    """`2 · rate` is a rate; `rate · time` is of a kind of its own."""
    rate, plain, time = unit("r", "ug/kg/min"), unit("p", "%"), unit("t", "min")
    assert rate is not None and plain is not None and time is not None
    assert product(rate, plain) == product(plain, rate) == rate
    assert product(rate, time).kind == "mass.time/mass/time"
    assert product(rate, time).factor == rate.factor * time.factor


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("mcg/kg/min", "ug/kg/min"),
        ("µg", "ug"),
        ("cc/hr", "mL/h"),
        ("mmHg", "mm[Hg]"),
        ("IU/mL", "[IU]/mL"),
        ("°C", "Cel"),
        ("mg/Kg", "mg/kg"),
        ("bpm", "/min"),
        ("mEq/L", "meq/L"),
        ("[IU", ""),
        ("florin", ""),
    ],
)
def test_a_common_spelling_has_its_code(written: str, code: str) -> None:
    """What clinical forms write is answered with the code of UCUM; what nobody means is not."""
    found = meant(written)
    assert found.replace("[iU]", "[IU]") == code
