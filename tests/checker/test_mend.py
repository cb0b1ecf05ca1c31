"""Fixes: what is certain, where an edit falls in a text, and that everything else stays as it was."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aln.checker.mend import Exact, Text, edited, renamed, renaming
from aln.diagnostics import Edit, Fix, Span
from aln.syntax.near import certain


@pytest.mark.parametrize(
    ("name", "known", "right"),
    [
        ("drfit", ["drift", "bias"], "drift"),
        ("drif", ["drift", "bias"], "drift"),
        ("driftt", ["drift", "bias"], "drift"),
        ("drift", ["bias", "DRIFT"], "DRIFT"),
        ("rem_flag", ["remFlag", "rem_fla"], "remFlag"),
        ("optical", ["OPTICAL", "IMU"], "OPTICAL"),
        ("REQ_1", ["REQ-1", "REQ-2"], "REQ-1"),
        ("REQ-1", ["REQ-2"], ""),
        ("REQ-11", ["REQ-1"], ""),
        ("max_rate", ["min_rate"], ""),
        ("max_rat", ["max_rate", "max_rats"], ""),
        ("start", ["stats", "smart"], ""),
        ("mcg", ["mg"], ""),
        ("d", ["dd"], ""),
        ("imu", ["IMU", "Imu"], ""),
        ("florin", ["drift"], ""),
        ("drift", ["drift"], ""),
        ("x", [], ""),
    ],
)
def test_only_one_name_can_have_been_meant(name: str, known: list[str], right: str) -> None:
    """Case and joining marks, or one letter where all others are far; never a digit, never a short name."""
    assert certain(name, known) == right


@settings(derandomize=True, max_examples=300)
@given(
    st.text("abcdxyz_1", min_size=1, max_size=8),
    st.lists(st.text("abcdxyz_1", min_size=1, max_size=8), max_size=6),
)
def test_the_order_of_the_known_names_decides_nothing(name: str, known: list[str]) -> None:
    """The same name is certain however the known ones are listed, and it is one of them."""
    right = certain(name, known)
    assert right == certain(name, list(reversed(known)))
    assert right == "" or (right in known and right != name)


TEXT = 'module M {\n    entity E { a : bool; }  // a here\n    x a "a" b a;\n}\n'


def span(line: int, column: int, end_line: int, end_column: int) -> Span:
    return Span("m.aln", line, column, end_line, end_column)


def done(fix: Fix, text: str = TEXT) -> str | None:
    placed = Text(text, "m.aln").place(fix)
    return None if placed is None else edited(text, placed)


def test_a_word_is_replaced_where_it_stands_once() -> None:
    """Not in a comment, not in a text, not where it stands twice."""
    line = span(2, 1, 2, 30)
    assert done(Fix("", (Edit(line, "c", "a"),))) == TEXT.replace("{ a :", "{ c :")
    assert done(Fix("", (Edit(span(3, 1, 3, 17), "c", "a"),))) is None
    assert done(Fix("", (Edit(span(3, 1, 3, 17), "c", "b"),))) == TEXT.replace("b a;", "c a;")
    assert done(Fix("", (Edit(span(3, 1, 3, 17), '"c"', '"a"'),))) == TEXT.replace('"a"', '"c"')
    assert done(Fix("", (Edit(line, "c", "none"),))) is None


def test_a_removed_word_takes_its_blank_and_a_removed_line_its_end() -> None:
    """No double blank and no empty line is left behind."""
    assert done(Fix("", (Edit(span(3, 5, 3, 6), ""),))) == TEXT.replace("x a", "a")
    assert done(Fix("", (Edit(span(4, 1, 4, 2), ""),))) == TEXT.removesuffix("}\n")
    assert done(Fix("", (Edit(span(3, 5, 3, 17), ""),))) == TEXT.replace('    x a "a" b a;\n', "")


@pytest.mark.parametrize(
    "place",
    [span(9, 1, 9, 2), span(1, 1, 1, 99), span(1, 0, 1, 1), span(2, 9, 2, 3), Span("n.aln", 1, 1, 1, 2)],
)
def test_a_place_that_the_text_has_not_is_no_place(place: Span) -> None:
    """Nothing is edited where the finding does not fit the text."""
    assert done(Fix("", (Edit(place, "x"),))) is None


def test_overlapping_edits_are_refused() -> None:
    """Two edits of one character would depend on their order."""
    assert edited("abcd", [Exact(0, 2, "x"), Exact(1, 3, "y")]) is None
    assert edited("abcd", [Exact(2, 2, "x"), Exact(2, 2, "y")]) is None
    assert edited("abcd", [Exact(0, 1, "x"), Exact(0, 1, "x")]) == "xbcd"
    assert edited("abcd", [Exact(3, 4, "y"), Exact(0, 1, "")]) == "bcy"


@settings(derandomize=True, max_examples=200)
@given(
    st.text("ab \n\r\té“}", max_size=40), st.integers(0, 40), st.integers(0, 40), st.text("xy\n", max_size=3)
)
def test_everything_outside_an_edit_stays(text: str, one: int, other: int, new: str) -> None:
    """What stands before and after an edit is the same, character for character, line ends too."""
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    held = Text(text, "m.aln")
    exact = Exact(start, end, new)
    out = edited(text, [exact])
    assert out == text[:start] + new + text[end:]
    placed = held.place(Fix("", (Edit(held.span(exact), new or "z"),)))
    assert placed is not None and (placed[0].start, placed[0].end) == (start, end)


def test_nothing_is_offered_where_nothing_changes() -> None:
    """A name that is its own best match, or that nothing is near to, has no fix."""
    assert renamed(span(1, 1, 1, 2), "a", "a") is None
    assert renaming(span(1, 1, 1, 2), "florin", ["drift"]) is None
    assert renaming(span(1, 1, 1, 6), "drfit", ["drift"], '"{}"') == Fix(
        'write `"drift"`', (Edit(span(1, 1, 1, 6), '"drift"', '"drfit"'),)
    )
