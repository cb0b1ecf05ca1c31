"""Names: declared once, known where used, with bounds that make sense."""

from __future__ import annotations

from fractions import Fraction

import pytest

from aln.checker.model import INSTANT_TYPE, resolve, suggestion
from aln.core.ir import BOOL, ID, TEXT
from aln.core.show import snake
from tests.checker.said import checked, errors, one

KEY = "id : uuid key;"


@pytest.mark.parametrize(
    ("items", "code", "says", "help"),
    [
        ("constants { A : 1; A : 2; }", "ALN0101", "the constant `A` is declared twice", "rename or remove"),
        ("enum E { A; A; }", "ALN0101", "the label `A` is declared twice", "remove one of them"),
        ("entity A { x : bool; x : bool; }", "ALN0101", "the field of `A` `x`", "rename or remove"),
        ('lexicon L { "a"; } lexicon L { "b"; }', "ALN0101", "the lexicon `L`", "rename or remove"),
        ('unit u = "mg"; unit u = "kg";', "ALN0101", "the unit `u`", "rename or remove"),
        ("type T = bool; enum T { A; }", "ALN0101", "the type `T`", "rename or remove"),
        ("type T = bool; entity T { x : bool; }", "ALN0101", "as a type and as an entity", "rename"),
        (
            'requirement "R" : "x"; hazard "R" : "x" severity minor probability rare;',
            "ALN0101",
            "id `R`",
            "rename",
        ),
        ('test "t" { } test "t" { }', "ALN0101", "the test `t`", "rename"),
        ("service S { } service S { }", "ALN0101", "the service `S`", "rename"),
        ("entity A { x : boo; }", "ALN0102", "`boo` is not a type of this module", "did you mean `bool`?"),
        (
            "entity A { x : zzz; }",
            "ALN0102",
            "`zzz` is not a type",
            "declare it with `type`, `enum` or `entity`",
        ),
        (
            "type A = B; type B = bool;",
            "ALN0102",
            "`B` is not a type of this module yet",
            "move its declaration up",
        ),
        ("entity Abc { x : ref Abd; }", "ALN0102", "`Abd` is not an entity", "did you mean `Abc`?"),
        (
            f"entity A {{ {KEY} }} entity B {{ a : A; }}",
            "ALN0102",
            "`A` is an entity; a field",
            "`a : ref A;`",
        ),
        ("type T = list<bool>;", "ALN0102", "a single value is needed here", "name a scalar type"),
        ("type bool = text;", "ALN0103", "`bool` is a type of the language", "choose another name"),
        ('unit mm = "cm";', "ALN0103", "`mm` already names the unit `mm`", "choose another name"),
        ('unit u = "florin";', "ALN0104", "`florin` is no UCUM code", "ug/kg/min"),
        (
            "type T = decimal mmm in 0 .. 1;",
            "ALN0104",
            "the unit `mmm` is not declared",
            "unit mmm = ",
        ),
        (
            "constants { M : 2 s; } type T = decimal mm in 0 .. M;",
            "ALN0104",
            "the bound's unit `s` does not fit `mm`",
            "in the type's unit",
        ),
        ("type T = int in 2 .. 1;", "ALN0105", "the range 2 .. 1 is empty", "smaller bound first"),
        (
            "type T = decimal in 0 .. 1 by 0;",
            "ALN0105",
            "the resolution after `by` must be above zero",
            "by 0.001",
        ),
        (
            "type T = decimal in 0 .. 1 by 0.3;",
            "ALN0105",
            "not a multiple of the resolution",
            "onto the grid",
        ),
        (f"type T = int in 0 .. {2**63};", "ALN0105", "the range does not fit 63 bits", "narrow the range"),
        ('constants { M : "x"; } type T = int in 0 .. M;', "ALN0105", "a bound must be a number", "literal"),
        (
            f"entity A {{ {KEY} bs : many B by a up to 0; }} entity B {{ a : ref A; }}",
            "ALN0105",
            "at least one record",
            "`up to 1` or more",
        ),
        ("entity A { x : text key; }", "ALN0106", "the key `x` must be a uuid", "`uuid key`"),
        ("entity A { x : uuid? key; }", "ALN0106", "the key `x` may not be missing", "remove the `?`"),
        ("entity A { x : uuid key; y : uuid key; }", "ALN0106", "`A` has 2 keys", "mark one field `key`"),
        (
            f"entity A {{ {KEY} }} entity B {{ a : ref A key; }}",
            "ALN0106",
            "the key `a` must be a uuid",
            "key",
        ),
        (
            "entity A { x : bool; } entity B { a : ref A; }",
            "ALN0106",
            "`A` needs a key",
            "mark one of its fields",
        ),
        (
            f"entity A {{ {KEY} bs : many B by a up to 3; }} entity B {{ a : bool; }}",
            "ALN0107",
            "`B` has no reference `a` to `A`",
            "`a : ref A;`",
        ),
        ("constants { A : A; }", "ALN0108", "the constant `A` is defined by itself", "literal"),
        ('lexicon L { "9"; }', "ALN0109", "has no letter, so no text can mention it", "letters a to z"),
        ('lexicon L { "rém"; }', "ALN0109", "is not written in ASCII letters", "letters a to z"),
        ("lexicon L { }", "ALN0110", "the lexicon `L` has no term", "at least one"),
        ("enum E { }", "ALN0110", "the enum `E` has no label", "at least one"),
        ("type T = bool?;", "ALN0111", "the type `T` cannot itself be optional", "`field : T?;`"),
    ],
)
def test_each_fault_of_a_declaration_is_one_finding(items: str, code: str, says: str, help: str) -> None:
    """Every error path of resolution: its code, its words, and what to write instead."""
    found = one(items)
    assert (found.code, says in found.message, help in found.help) == (code, True, True), found


def test_constants_in_a_circle_are_each_named_and_nothing_loops() -> None:
    """Two constants that are computed from one another end in two findings, used or not."""
    items = "constants { A : B + 1; B : A + 1; } type T = int in 0 .. A;"
    assert [d.code for d in errors(items)] == ["ALN0108", "ALN0108", "ALN0105"]


def test_a_constant_is_followed_to_its_value_and_texts_are_joined() -> None:
    """A constant that names a constant has its value; `"a" + "b"` is one text."""
    module = checked('constants { A : B; B : "x" + C; C : "y"; }')
    value = module.model.constant(module.model.constants["A"])
    assert getattr(value, "value", None) == "xy"


def test_types_hold_what_was_declared() -> None:
    """Scalars, numbers on their grid, labels, keys, references and relations are resolved as written."""
    model = checked(
        'unit dose = "ug/kg/min"; type Rate = decimal dose in 0 .. 2 by 0.001; enum E { A; B; }\n'
        "entity X { id : uuid key; r : Rate?; e : E; t : text; b : bool; at : timestamp; ys : many Y by x up to 3; }\n"
        'entity Y stored as "why" { id : uuid key; x : ref X; n : int in -5 .. 5; c : enum["P", "Q"]; l[] : list<text>; }'
    ).model
    x, y = model.entities["X"].fields, model.entities["Y"].fields
    rate = x["r"].type
    assert rate is not None and (rate.lo, rate.hi, rate.step) == (0, 2000, Fraction(1, 1000))
    assert rate.unit.kind == "mass/mass/time" and x["r"].optional
    assert x["e"].type is not None and x["e"].type.labels == ("A", "B")
    assert (x["t"].type, x["b"].type, x["at"].type) == (TEXT, BOOL, INSTANT_TYPE)
    assert (x["ys"].entity, x["ys"].by, x["ys"].maximum, x["ys"].type) == ("Y", "x", 3, None)
    assert x["id"].type is not None and x["id"].type != ID and x["id"].type.name == "X"
    assert y["n"].type is not None and (y["n"].type.lo, y["n"].type.hi) == (-5, 5)
    assert y["l"].listed and y["c"].type is not None and y["c"].type.labels == ("P", "Q")
    assert (model.entities["X"].table, model.entities["Y"].table) == ("x", "why")


def test_bounds_may_be_constants_in_another_unit_of_the_kind() -> None:
    """A bound of 1 cm on a type in mm is 10 of its unit, exactly."""
    model = checked("constants { M : 1 cm; } type T = decimal mm in 0 .. M by 0.5; entity A { t : T; }").model
    assert (model.types["T"].hi, model.types["T"].step) == (20, Fraction(1, 2))


def test_the_first_of_two_declarations_stands() -> None:
    """What follows a duplicate is still judged against the first declaration."""
    module = checked("constants { A : 1; A : 2; }")
    found, diagnostics = resolve(module.module)
    assert getattr(found.constants["A"], "value", None) == 1
    assert [d.code for d in diagnostics] == ["ALN0101"]


@pytest.mark.parametrize(
    ("name", "out"),
    [("StudyGuard", "study_guard"), ("XRSession", "xr_session"), ("A", "a"), ("lower_case", "lower_case")],
)
def test_snake_case(name: str, out: str) -> None:
    """Generated names are lower case with underscores; abbreviations stay together."""
    assert snake(name) == out


def test_suggestions_are_near_or_none() -> None:
    """A slip of the shift key or of one letter is recognised; a far name and the name itself are not offered."""
    assert suggestion("optical", ["IMU", "OPTICAL"]) == "did you mean `OPTICAL`?"
    assert suggestion("drft", ["drift", "bias"]) == "did you mean `drift`?"
    assert suggestion("zebra", ["drift"]) == suggestion("drift", ["drift"]) == ""
