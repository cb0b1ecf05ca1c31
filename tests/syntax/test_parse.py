"""The parser: places, recovery after faults, limits, and an answer for every input whatever it is."""

from __future__ import annotations

import sys
from fractions import Fraction

import pytest

from aln.checker.registry import CODES
from aln.diagnostics import Diagnostic
from aln.syntax import decode, format_module, parse
from aln.syntax import tree as t
from aln.syntax.parse import MAX_SIZE
from tests.conftest import LONG
from tools.regen_grammar import ROOT

SOURCES = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "aln" / "library").rglob("*.aln"))]
SYNTAX = {code for code, entry in CODES.items() if entry.room == "syntax"}
CASES = [path.read_bytes() for path in sorted((ROOT / "grammar" / "conformance").glob("*/*/input.aln"))]


def _codes(faults: tuple[Diagnostic, ...]) -> list[str]:
    return [fault.code for fault in faults]


def _read(data: bytes) -> tuple[t.Module | None, tuple[Diagnostic, ...]]:
    text, faults = decode(data, "x.aln")
    return parse(text, "x.aln") if text is not None else (None, faults)


# ── places and values ─────────────────────────────────────────────────────────────────────────────────────


def test_spans_cover_what_was_written() -> None:
    """A node's span runs from its first character to just past its last, in lines and columns from 1."""
    text = "module M {\n    policy P for E x {\n        require x.größer\n".replace("größer", "a == 12 mmHg")
    text += '            because "é";\n    }\n}\n'
    module, _ = parse(text, "f.aln")
    assert module is not None
    policy = module.items[0]
    assert isinstance(policy, t.Policy)
    rule = policy.items[0]
    assert isinstance(rule, t.Rule)
    assert isinstance(rule.condition, t.Binary)
    places = [
        (n.span.file, n.span.line, n.span.column, n.span.end_line, n.span.end_column)
        for n in (module, policy, rule, rule.condition.right)
    ]
    assert places == [
        ("f.aln", 1, 1, 6, 2),
        ("f.aln", 2, 5, 5, 6),
        ("f.aln", 3, 9, 4, 25),
        ("f.aln", 3, 24, 3, 31),
    ]


def test_numbers_are_exact() -> None:
    """A decimal literal is the fraction it writes, and keeps its spelling."""
    digits = "9" * 38
    module, faults = parse(f"module M {{ constants {{ A : 0.1; B : 2.0; C : {digits}.25; }} }}", "x.aln")
    assert module is not None and not faults
    constants = module.items[0]
    assert isinstance(constants, t.Constants)
    values = [constant.value for constant in constants.items]
    assert [v.value for v in values if isinstance(v, t.Number)] == [
        Fraction(1, 10),
        Fraction(2),
        Fraction(int(digits + "25"), 100),
    ]
    assert [v.text for v in values if isinstance(v, t.Number)] == ["0.1", "2.0", digits + ".25"]


def test_line_endings_and_the_mark_make_no_difference() -> None:
    """CRLF and a byte order mark change neither the tree nor its formatted text."""
    for text in SOURCES:
        plain, _ = _read(text.encode())
        crlf, faults = _read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
        assert plain is not None and crlf == plain and not faults
        assert format_module(crlf) == format_module(plain)


# ── recovery ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("source", range(len(SOURCES)))
def test_a_fault_in_one_statement_leaves_the_others(source: int) -> None:
    """Spoiling any one statement of a library file is reported there, and costs at most that one item."""
    text = SOURCES[source]
    whole, _ = parse(text, "x.aln")
    assert whole is not None
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if not line.rstrip().endswith(";") or line.strip() == "};" or '"' in line or "{" in line:
            continue
        spoilt = [*lines[:number], line.replace(";", " ) ] ;"), *lines[number + 1 :]]
        module, faults = parse("\n".join(spoilt), "x.aln")
        assert module is not None
        assert _codes(faults) == ["ALN0003"]
        assert faults[0].span.line == number + 1
        kept = sum(item in whole.items for item in module.items)
        assert kept >= len(whole.items) - 1


def test_a_missing_mark_costs_nothing() -> None:
    """A line without its `;` is reported, and the tree is the one with the `;`. One line in three, by default."""
    for text in SOURCES:
        whole, _ = parse(text, "x.aln")
        lines = text.split("\n")
        marked = [n for n, line in enumerate(lines) if line.endswith(";") and line.strip() != "};"]
        for number in marked if LONG else marked[::3]:
            line = lines[number]
            module, faults = parse("\n".join([*lines[:number], line[:-1], *lines[number + 1 :]]), "x.aln")
            assert _codes(faults) == ["ALN0003"]
            assert "`;` is missing" in faults[0].message
            assert module == whole


def test_stray_braces_at_the_end_are_reported_once_and_the_module_returned() -> None:
    """Braces after the module's own give one diagnostic of their own code, and the whole module."""
    for text in SOURCES:
        whole, _ = parse(text, "x.aln")
        module, faults = parse(text + "}\n}\n", "x.aln")
        assert module == whole
        assert _codes(faults) == ["ALN0004"]


# ── limits ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("depth", [201, 1_000, 50_000])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("(", ")"),
        ("not ", ""),
        ("-", ""),
        ("if a then b else ", ""),
        ("if ", ""),
        ("a implies ", ""),
        ("a and ", ""),
        ("a + ", ""),
        ("all x in s : ", ""),
        ("f(", ")"),
        ("all x in (", ")"),
        ("{ a : ", " }"),
        ("[", "]"),
        ("a and not b == -c * ", ""),
    ],
)
def test_deep_nesting_is_a_diagnostic(opening: str, closing: str, depth: int) -> None:
    """Nesting beyond the limit, open or closed, is refused at its place, without exhausting the stack."""
    for end in (closing * depth, ""):
        text = "module M { policy P for E e { require " + opening * depth + "a" + end + ' because "w"; } }'
        module, faults = parse(text, "x.aln")
        assert module is None
        assert "ALN0005" in _codes(faults)


def test_nesting_of_types_and_branches_is_bounded() -> None:
    """Lists of lists and branches within branches have the same limit."""
    branches = 'branch "b" { ' * 50_000
    for text in (
        f"module M {{ entity E {{ a : {'list<' * 50_000}int",
        f'module M {{ behavior_tree T {{ root "r" {{ {branches}',
        "{" * 50_000,
    ):
        module, faults = parse(text, "x.aln")
        assert module is None and "ALN0005" in _codes(faults)


def test_a_tree_within_the_limit_is_safe_for_recursive_walks() -> None:
    """The deepest trees accepted can be compared, printed and formatted within the default stack."""
    assert sys.getrecursionlimit() <= 3_000
    for opening, closing in (("f(", ")"), ("not ", ""), ("a implies ", ""), ("a and ", ""), ("-", "")):
        depth = 198
        while True:
            nested = opening * depth + "a" + closing * depth
            text = f'module M {{ policy P for E e {{ require {nested} because "w"; }} }}'
            module, faults = parse(text, "x.aln")
            if module is not None and not faults:
                break
            depth -= 1
        assert depth > 150
        assert parse(format_module(module), "x.aln")[0] == module


def test_comments_do_not_nest_and_do_not_recurse() -> None:
    """Fifty thousand comment openings are one comment, closed or not."""
    _, faults = parse("module M { " + "/* " * 50_000, "x.aln")
    assert _codes(faults) == ["ALN0007"]
    module, faults = parse("module M { " + "/* " * 50_000 + "*/ }", "x.aln")
    assert module is not None and not faults


def test_too_large_a_file_is_a_diagnostic() -> None:
    """More than ten million bytes or characters are refused before any work."""
    assert _codes(decode(b" " * (MAX_SIZE + 1), "x.aln")[1]) == ["ALN0001"]
    assert _codes(parse(" " * (MAX_SIZE + 1), "x.aln")[1]) == ["ALN0001"]


@pytest.mark.parametrize("digits", [41, 4_299, 5_000, 100_000])
def test_too_long_a_number_is_a_diagnostic(digits: int) -> None:
    """A number of more than forty digits is refused, far beyond the digits Python would convert too."""
    for number in ("9" * digits, "0." + "9" * digits, "9" * digits + ".5"):
        module, faults = parse(f"module M {{ constants {{ A : {number}; B : 1; }} }}", "x.aln")
        assert _codes(faults) == ["ALN0006"]
        assert module is not None
        constants = module.items[0]
        assert isinstance(constants, t.Constants) and [c.name for c in constants.items] == ["B"]


def test_the_number_of_diagnostics_is_bounded() -> None:
    """A file of nothing but faults gives a hundred of them and says that there are more."""
    module, faults = parse("module M { " + "unit = ; " * 5_000 + "}", "x.aln")
    assert module is None
    assert len(faults) == 101
    assert "the rest is not shown" in faults[-1].message
