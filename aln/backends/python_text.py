"""The Python form of `mentions`: source text that carries the letter table, for generated guards to embed.

Takes nothing; gives source that needs no import, not even of the standard library. Imports `core.text` only.
"""

from __future__ import annotations

from aln.core import text

__all__ = ["python_source"]

_WIDTH = 100

_TEMPLATE = '''\
# What a text mentions, by one pinned letter table that no platform's Unicode can change:
# {identity}.
# A target (a to z, or - for nothing) and a colon, then its code points and ranges in hexadecimal.
_LETTERS = """
{table}
"""


class _LetterTable(dict[int, str]):
    """Code point to letter or nothing; a code point that is absent is a separator."""

    def __init__(self) -> None:
        super().__init__()
        target = ""
        for item in _LETTERS.split():
            if item[-1] == ":":
                target = item[:-1].strip("-")
                continue
            first, _, last = item.partition("-")
            for code in range(int(first, 16), int(last or first, 16) + 1):
                self[code] = target

    def __missing__(self, key: int) -> str:
        return " "


_LETTER_TABLE = _LetterTable()
_ASCII_LETTERS = "".join(_LETTER_TABLE[code] for code in range(128)).encode() + b" " * 128
_TERM_FORMS: dict[tuple[str, ...], tuple[str, ...]] = {{}}


def _letter_tokens(text: str) -> str:
    if text.isascii():
        return " ".join(text.encode().translate(_ASCII_LETTERS).decode().split())
    return " ".join(text.translate(_LETTER_TABLE).split())


def _term_forms(terms: tuple[str, ...]) -> tuple[str, ...]:
    forms = tuple(" " + _letter_tokens(term) + " " for term in terms)
    if "  " in forms:
        raise ValueError("a term without a letter a to z can never be mentioned")
    if len(_TERM_FORMS) >= 1000:
        _TERM_FORMS.clear()
    _TERM_FORMS[terms] = forms
    return forms


def mentions(text: str, terms: tuple[str, ...]) -> bool:
    """Whether `text` mentions at least one of `terms`, each a sequence of letter tokens.

    Raises: ValueError for a term without a letter.
    """
    forms = _TERM_FORMS.get(terms) or _term_forms(terms)
    words = " " + _letter_tokens(text) + " "
    for form in forms:
        if form in words:
            return True
    return False
'''


def python_source() -> str:
    """Source that defines `mentions(text: str, terms: tuple[str, ...]) -> bool` as `core.text.mentions`.

    ASCII, typed, without imports. Every other name it defines is private: `_LETTERS`, `_LetterTable`,
    `_LETTER_TABLE`, `_ASCII_LETTERS`, `_TERM_FORMS`, `_letter_tokens`, `_term_forms`.
    """
    return _TEMPLATE.format(identity=text.identity(), table=_table())


def _table() -> str:
    by_target: dict[str, list[str]] = {}
    for first, last, letter in text.ranges():
        by_target.setdefault(letter or "-", []).append(
            f"{first:X}" if first == last else f"{first:X}-{last:X}"
        )
    lines = [""]
    for target in sorted(by_target):
        for item in (f"{target}:", *by_target[target]):
            if len(lines[-1]) + len(item) + 1 > _WIDTH:
                lines.append("")
            lines[-1] += f" {item}" if lines[-1] else item
    return "\n".join(lines)
