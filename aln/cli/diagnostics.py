"""Diagnostics as people read them: the place, the cause, the source line with a caret, what to write instead.

Takes diagnostics and the texts they speak of; gives one string. Never prints, never asks the terminal.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence

from aln.diagnostics import Diagnostic, Span

__all__ = ["counted", "render", "visible"]

WIDTH = 96
TAB = 4
_STYLES = {"error": "1;31", "warning": "1;33", "help": "32", "quiet": "2", "place": "1"}


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str], color: bool = False) -> str:
    """All findings, sorted by file and place, and how many there are; empty when there are none.

    `sources` gives the text of each file by the name that spans use. A finding whose file or line is not there
    is shown without its line. `color` adds ANSI colours and changes nothing else.
    """
    if not diagnostics:
        return ""
    paint = _painted if color else _plain
    lines = {file: text.removeprefix("\ufeff").split("\n") for file, text in sources.items()}
    ordered = sorted(diagnostics, key=lambda d: (d.span, d.code, d.message))
    blocks = [_one(d, lines.get(d.span.file, []), paint) for d in ordered]
    return "\n\n".join([*blocks, counted(ordered)]) + "\n"


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """`2 errors, 1 warning in 1 file`."""
    found = []
    for severity in ("error", "warning"):
        number = sum(d.severity == severity for d in diagnostics)
        if number:
            found.append(f"{number} {severity}{'s' if number > 1 else ''}")
    files = len({d.span.file for d in diagnostics if d.span.file})
    where = f" in {files} file{'s' if files > 1 else ''}" if files else ""
    return (", ".join(found) or "no findings") + where


def _plain(text: str, style: str) -> str:
    return text


def _painted(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _one(d: Diagnostic, lines: list[str], paint: Callable[[str, str], str]) -> str:
    place = visible(d.span.file) + (f":{d.span.line}:{d.span.column}" if d.span.line else "")
    head = f"{paint(f'{d.severity} {d.code}', d.severity)}: {visible(d.message)}"
    out = [f"{paint(place, 'place')}: {head}" if place else head]
    if 1 <= d.span.line <= len(lines) and lines[d.span.line - 1].strip():
        number = str(d.span.line)
        text, caret = _excerpt(lines[d.span.line - 1].rstrip("\r"), d.span)
        bar = "  " + " " * len(number) + " |"
        out.append(f"{paint(f'  {number} |', 'quiet')} {text}")
        out.append(f"{paint(bar, 'quiet')} {caret[0]}{paint(caret[1], d.severity)}")
    if d.help:
        out.append(f"  {paint('help:', 'help')} {visible(d.help)}")
    out.append(f"  {paint('see:', 'quiet')} {d.page}")
    return "\n".join(out)


def visible(text: str) -> str:
    """`text` on one line: what a terminal would obey instead of show is replaced."""
    return "".join(" " if c in "\t\n" else _shown(c) for c in text)


def _shown(c: str) -> str:
    return "\ufffd" if unicodedata.category(c) in ("Cc", "Cs", "Cf", "Zl", "Zp") else c


def _cell(c: str, column: int) -> tuple[str, int]:
    """How one character is shown from display column `column` on, and how many columns that takes."""
    if c == "\t":
        width = TAB - column % TAB
        return " " * width, width
    c = _shown(c)
    if unicodedata.combining(c):
        return c, 0
    return c, 2 if unicodedata.east_asian_width(c) in "WF" else 1


def _excerpt(line: str, span: Span) -> tuple[str, tuple[str, str]]:
    """The line as shown, at most about `WIDTH` columns of it, and below it the gap and the carets."""
    cells: list[tuple[str, int]] = []
    at = 0
    for c in line:
        cells.append(_cell(c, at))
        at += cells[-1][1]
    first = min(span.column - 1, len(cells))
    last = min(span.end_column - 1, len(cells)) if span.end_line == span.line else len(cells)
    last = max(last, min(first + 1, len(cells)))
    start, stop = 0, len(cells)
    if at > WIDTH:
        # A third of the window stands before the fault, so that its context is seen.
        start = max(0, min(first - WIDTH // 3, len(cells) - WIDTH // 2))
        stop, room = start, WIDTH
        while stop < len(cells) and room >= cells[stop][1]:
            room -= cells[stop][1]
            stop += 1
    before, after = "…" if start else "", "…" if stop < len(cells) else ""
    text = before + "".join(shown for shown, _ in cells[start:stop]) + after
    gap = len(before) + sum(width for _, width in cells[start:first])
    carets = sum(width for _, width in cells[first : min(last, stop)])
    return text, (" " * gap, "^" * max(1, carets))
