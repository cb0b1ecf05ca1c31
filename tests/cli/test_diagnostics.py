"""Diagnostics as people read them: the caret stands under the fault, whatever the line holds."""

from __future__ import annotations

import re
import unicodedata

import pytest

from aln.cli.diagnostics import WIDTH, counted, render
from aln.diagnostics import Diagnostic, Span


def diagnostic(line: int, first: int, last: int, file: str = "a.aln", severity: str = "error") -> Diagnostic:
    span = Span(file, line, first, line, last)
    return Diagnostic(
        "ALN0203", span, "`x` is not known here", "name it", "error" if severity == "error" else "warning"
    )


def columns(text: str) -> int:
    """Display columns: wide characters take two, marks none."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text
    )


def excerpt(text: str, first: int, last: int) -> tuple[str, str]:
    """The source line and the caret line of one finding, without the margin."""
    lines = render([diagnostic(1, first, last)], {"a.aln": text}).splitlines()
    return lines[1].removeprefix("  1 | "), lines[2].removeprefix("    | ")


def test_one_finding_is_shown_whole() -> None:
    """Place, severity, code, message, line, caret, help, where to read more, and the count."""
    assert render([diagnostic(2, 5, 6)], {"a.aln": "module M {\n    x;\n}\n"}) == (
        "a.aln:2:5: error ALN0203: `x` is not known here\n"
        "  2 |     x;\n"
        "    |     ^\n"
        "  help: name it\n"
        "  see: aln explain ALN0203\n"
        "\n"
        "1 error in 1 file\n"
    )


def test_no_finding_is_no_text() -> None:
    """Nothing to say is the empty text."""
    assert render([], {"a.aln": "x"}) == ""


def test_findings_come_by_file_and_place() -> None:
    """Files in order of name, within a file by line and column; the count names both severities."""
    given = [
        diagnostic(2, 1, 2, "b.aln"),
        diagnostic(9, 1, 2),
        diagnostic(2, 7, 8, severity="warning"),
        diagnostic(2, 3, 4),
    ]
    shown = render(given, {})
    assert re.findall(r"^\S+\.aln:\d+:\d+", shown, re.MULTILINE) == [
        "a.aln:2:3",
        "a.aln:2:7",
        "a.aln:9:1",
        "b.aln:2:1",
    ]
    assert shown.endswith("3 errors, 1 warning in 2 files\n")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("    x = y;", "y"),
        ("\tx = y;", "y"),
        ("ab\tx = y;", "y"),
        ('t == "日本語" and y', "y"),
        ('t == "ｒｅｍ" and y', "y"),
        ('t == "re\u0301m" and y', "y"),
        ("日本", "日本"),
        ("\ufeffx = y;", "y"),
    ],
)
def test_the_caret_stands_under_the_fault(text: str, fault: str) -> None:
    """Tabs, wide characters, combining marks and a byte order mark move the caret as they move the text."""
    line = text.removeprefix("\ufeff")
    at = line.index(fault)
    shown, carets = excerpt(text, at + 1, at + 1 + len(fault))
    before = shown[: shown.index(fault)]
    assert len(carets) - len(carets.lstrip()) == columns(before)
    assert carets.strip() == "^" * columns(fault)


@pytest.mark.parametrize("at", [0, 40, 500, 990, 999])
def test_a_long_line_is_shown_in_part_around_the_fault(at: int) -> None:
    """The window holds the fault, its ellipses say what is left out, and the caret is still right."""
    text = "a" * at + "!" + "b" * (999 - at)
    shown, carets = excerpt(text, at + 1, at + 2)
    assert columns(shown) <= WIDTH + 2
    assert shown[carets.index("^")] == "!"
    assert shown.startswith("…") == (at > WIDTH // 3)
    assert shown.endswith("…") == (at < 999 - WIDTH // 2)


def test_a_span_over_lines_is_underlined_to_the_end_of_its_first() -> None:
    """Only the first line is shown."""
    d = Diagnostic("ALN0004", Span("a.aln", 1, 3, 4, 2), "`{` is never closed", "write `}`")
    assert "  1 | ab{cd\n    |   ^^^\n" in render([d], {"a.aln": "ab{cd\n\n\n}"})


@pytest.mark.parametrize(
    "span", [Span("a.aln", 0, 0), Span("a.aln", 99, 1, 99, 2), Span("b.aln", 1, 1, 1, 2), Span("", 0, 0)]
)
def test_a_finding_without_its_line_is_still_shown(span: Span) -> None:
    """No line, no such line, no such source, no file: the message and the help stand alone."""
    shown = render([Diagnostic("ALN0801", span, "it lacks `version`", "add it")], {"a.aln": "x"})
    assert "error ALN0801: it lacks `version`" in shown and "help: add it" in shown and " | " not in shown
    assert not shown.startswith(":")


def test_the_caret_at_the_end_of_a_line_stands_just_after_it() -> None:
    """What is missing at the end of a line is pointed at behind its last character."""
    assert excerpt("abc", 4, 5) == ("abc", "   ^")


def test_a_source_cannot_drive_the_terminal() -> None:
    """Escape sequences, direction marks and carriage returns of a source or a message are not obeyed."""
    d = Diagnostic("ALN0008", Span("a.aln", 1, 3, 1, 4), "`\x1b[2J` is not allowed", "remove \u202e it")
    shown = render([d], {"a.aln": "ab\x1b[31m\u202ecd\r\n"})
    assert not re.search("[\x1b\u202e\r]", shown)
    assert shown.count("�") == 4


def test_colour_changes_nothing_but_colour() -> None:
    """Without its escape sequences the coloured form is the plain one."""
    given, sources = [diagnostic(1, 2, 3), diagnostic(1, 1, 2, severity="warning")], {"a.aln": "xyz"}
    coloured = render(given, sources, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == render(given, sources)


@pytest.mark.parametrize(
    ("errors", "warnings", "says"),
    [
        (0, 0, "no findings"),
        (1, 0, "1 error in 1 file"),
        (0, 2, "2 warnings in 1 file"),
        (2, 1, "2 errors, 1 warning in 1 file"),
    ],
)
def test_counts_are_said_as_people_say_them(errors: int, warnings: int, says: str) -> None:
    """Singular and plural, and only the severities that occur."""
    found = [diagnostic(1, 1, 2)] * errors + [diagnostic(1, 1, 2, severity="warning")] * warnings
    assert counted(found) == says
