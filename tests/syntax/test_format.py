"""The formatter: what it prints parses back to the same tree, formats to itself, and keeps every comment."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from aln.syntax import format_expr, format_module, parse
from aln.syntax import tree as t
from tests.strategies.trees import expressions, modules

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "aln" / "library").rglob("*.aln"))
ACCEPTED = sorted((ROOT / "grammar" / "conformance" / "accept").glob("*/input.aln"))


def _parsed(text: str) -> t.Module:
    module, faults = parse(text, "x.aln")
    assert module is not None and not faults, (text, faults)
    return module


@settings(max_examples=400, suppress_health_check=list(HealthCheck))
@given(modules())
def test_parse_after_format_is_the_identity(module: t.Module) -> None:
    """Any tree, printed and parsed, is the same tree, and prints to the same text."""
    text = format_module(module)
    again = _parsed(text)
    assert again == module
    assert format_module(again) == text


@settings(max_examples=600, suppress_health_check=list(HealthCheck))
@given(expressions(20))
def test_an_expression_survives_on_one_line_and_broken(expr: t.Expr) -> None:
    """An expression keeps its shape through the one-line form and through the layout of a rule."""
    one_line = f'module M {{ policy P for E e {{ require {format_expr(expr)} because "w"; }} }}'
    module = _parsed(one_line)
    rule = t.Rule("require", expr, "w", ())
    assert module.items == (t.Policy("P", "E", "e", (rule,)),)
    assert _parsed(format_module(module)) == module


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_library_is_canonical(path: Path) -> None:
    """Each file the project ships is written exactly as the formatter writes it."""
    text = path.read_text(encoding="utf-8")
    assert format_module(_parsed(text)) == text


@pytest.mark.parametrize("path", [*SOURCES, *ACCEPTED], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_no_line_is_longer_than_it_must_be(path: Path) -> None:
    """A line passes the width of 110 only where a single text, name or comment on it leaves no choice."""
    module, _ = parse(path.read_text(encoding="utf-8"), "x.aln")
    assert module is not None
    for line in format_module(module).splitlines():
        assert len(line) <= 110 or '"' in line or "//" in line, line


def _commented(text: str, rng: random.Random) -> tuple[str, list[str]]:
    """The text with comments put between its tokens at random places, and those comments in order."""
    pieces = re.split(r'("(?:[^"\\\n]|\\.)*"|//[^\n]*|/\*.*?\*/|\s+)', text)
    written: list[str] = []
    started = False
    for index, piece in enumerate(pieces):
        started = started or "module" in piece
        if not started or not piece.isspace() or rng.random() > 0.06:
            continue
        mark = f"c{index}"
        kind = rng.randrange(4)
        made = (f"/* {mark} */", f"// {mark}\n", f"/* {mark}\n   more */", f"/// {mark}\n")[kind]
        pieces[index] = piece + made + " "
    whole = "".join(pieces)
    module, _ = parse(whole, "x.aln")
    assert module is not None
    written = [comment.text for comment in module.comments]
    return whole, written


@pytest.mark.parametrize("path", [*SOURCES, *ACCEPTED], ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_comment_appears_once(path: Path) -> None:
    """Comments between any two tokens all appear once in the formatted text, which formats to itself."""
    text = path.read_text(encoding="utf-8")
    for seed in range(6):
        whole, written = _commented(text, random.Random(seed))
        module, faults = parse(whole, "x.aln")
        assert module is not None and not faults
        formatted = format_module(module)
        again, faults = parse(formatted, "x.aln")
        assert again == module and not faults
        assert sorted(comment.text for comment in again.comments) == sorted(written)
        assert all(formatted.count(text) >= 1 for text in written)
        assert format_module(again) == formatted


def test_a_trailing_comment_stays_on_its_line() -> None:
    """A comment after a statement stays after it; one on its own line stays above what follows."""
    text = (
        "module M {\n\n    entity E {\n        // above\n        a : bool;  // beside\n"
        "        b : int;\n        // below\n    }  // after\n}\n"
    )
    assert format_module(_parsed(text)) == text


def test_a_comment_stays_with_its_neighbour() -> None:
    """Several statements on one line keep their comments apart; none is swallowed by a comment before it."""
    text = (
        "module M { // head\n/* a */ /* b */ entity E { a : bool; b : bool; // on b\n} "
        "entity F { c : bool; } // on F\n}"
    )
    expected = (
        "module M {  // head\n\n    /* a */\n    /* b */\n    entity E {\n        a : bool;\n"
        "        b : bool;  // on b\n    }\n\n    entity F {\n        c : bool;\n    }  // on F\n}\n"
    )
    assert format_module(_parsed(text)) == expected


def test_parentheses_are_only_where_they_are_needed() -> None:
    """Redundant parentheses go, those that carry the meaning stay."""
    text = 'module M { policy P for E e { require ((a and (b)) or (c and (d or e))) because "w"; } }'
    rule = _parsed(text).items[0].items[0]  # type: ignore[union-attr]
    assert format_expr(rule.condition) == "a and b or c and (d or e)"  # type: ignore[union-attr]


@pytest.mark.parametrize("words", [3, 40, 4_000])
def test_a_long_text_stands_in_pieces(words: int) -> None:
    """What is said at length is laid out in pieces joined by `+`, and is one text again when it is read."""
    says = " ".join(f"word{n}" for n in range(words))
    text = (
        f'module M {{ requirement "R" : "{says}"; policy P for E x {{ require x.a because "{says}"; }}\n'
        f'claim C : "{says}" for E x holds x.a; test "t" {{ expect P(x) denied because "b", "{says}"; }} }}'
    )
    module = _parsed(text)
    formatted = format_module(module)
    assert all(len(line) <= 110 for line in formatted.splitlines())
    assert _parsed(formatted) == module
    assert format_module(_parsed(formatted)) == formatted


def test_the_pieces_of_a_text_are_no_depth_of_an_expression() -> None:
    """Texts in pieces leave the operators beside them their own limit; a chain of texts in a value has it."""
    pieces, chain = " + ".join(['"p "'] * 300), " and ".join(["x.a"] * 190)
    module = _parsed(f"module M {{ policy P for E x {{ require {chain} because {pieces}; }} }}")
    policy = module.items[0]
    assert isinstance(policy, t.Policy) and isinstance(policy.items[0], t.Rule)
    assert policy.items[0].because == "p " * 300
    for value in (pieces, f"claim + {pieces}", f"[{pieces}]", f"{{ claim : {pieces} }}"):
        _, faults = parse(f"module M {{ constants {{ C : {value}; }} }}", "x.aln")
        assert [fault.code for fault in faults] == ["ALN0005"]
