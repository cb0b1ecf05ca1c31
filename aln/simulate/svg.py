"""SVG text, element by element: what is written is escaped, what is measured is rounded, and the same drawing is the
same text."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

__all__ = ["FONT", "document", "element", "escaped", "shorten", "text", "width", "wrapped"]

FONT = "DejaVu Sans, Verdana, Arial, sans-serif"
_WIDE = 0.62


# What no XML document may hold: control characters, halves of characters, and two that are none.
_NONE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _shown(words: str) -> str:
    return _NONE.sub("\ufffd", words)


def escaped(words: str) -> str:
    """Words as they stand between two tags."""
    return escape(_shown(words))


def width(words: str, size: float) -> float:
    """About how wide words are at a size of type, rather too wide than too narrow."""
    return len(words) * size * _WIDE


def shorten(words: str, size: float, room: float) -> str:
    """Words cut to fit into some room."""
    most = max(1, int(room / (size * _WIDE)))
    return words if len(words) <= most else words[: most - 1] + "…"


def wrapped(words: str, size: float, room: float) -> list[str]:
    """Words in as many lines as they need in some room; a word that is longer than a line is cut."""
    most = max(1, int(room / (size * _WIDE)))
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(shorten(word, size, room))
    return lines


def element(name: str, inside: str = "", /, **attributes: object) -> str:
    """One element; `_` in the name of an attribute is `-`, and one that is None is left out."""
    said = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_shown(_number(value)))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{said}>{inside}</{name}>" if inside else f"<{name}{said}/>"


def _number(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def text(words: str, x: float, y: float, *, size: float = 11, **more: object) -> str:
    """Words at a point, which is where their base line begins (or ends, or has its middle: `text_anchor`)."""
    return element("text", escaped(words), x=x, y=y, font_size=size, **more)


def document(wide: float, high: float, title: str, says: str, parts: list[str]) -> str:
    """A drawing of its own, on white, with a title and a description for those who cannot see it."""
    head = element("title", escaped(title)) + (element("desc", escaped(says)) if says else "")
    body = "\n".join([element("rect", width=wide, height=high, fill="#ffffff"), *parts])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_number(wide)}" height="{_number(high)}" '
        f'viewBox="0 0 {_number(wide)} {_number(high)}" font-family="{FONT}" role="img">\n{head}\n{body}\n</svg>\n'
    )
