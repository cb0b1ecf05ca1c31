"""Derives `aln/core/letters.txt`, the pinned table behind `mentions`, from the Unicode 16.0 character data.

Takes the character data of the package `unicodedata2` and the explicit set of `tools.homoglyphs`; gives the
file's text, the same on every machine. Never reads the platform's own Unicode, which differs between Python
versions.

    python -m tools.letters           write the table
    python -m tools.letters --check   exit 1 when the committed table is not the derived one

The rule, in order, for each code point (language reference, section Text):
1. nothing: marks (Mn, Mc, Me), format characters (Cf) and Default_Ignorable_Code_Point, tag letters included;
2. a letter: A–Z and a–z; a character whose name or shape (`tools.homoglyphs`) is one Latin letter; one whose
   compatibility decomposition holds exactly one letter, when that is such a letter (full-width, accented,
   circled, parenthesised, mathematical);
3. a separator: all the rest, digits, `_`, `-`, controls, unassigned code points and lone surrogates included.
"""

from __future__ import annotations

import hashlib
import re
import string
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

from tools.homoglyphs import GROUPS

__all__ = ["generate", "main"]

UNICODE = "16.0.0"
TARGET = Path(__file__).resolve().parent.parent / "aln" / "core" / "letters.txt"
WIDTH = 110

# Default_Ignorable_Code_Point (DerivedCoreProperties, Unicode 16.0) less the marks and format characters.
IGNORABLE = (
    (0x115F, 0x1160),  # Hangul fillers
    (0x2065, 0x2065),
    (0x3164, 0x3164),  # Hangul filler
    (0xFFA0, 0xFFA0),  # half-width Hangul filler
    (0xFFF0, 0xFFF8),
    (0xE0000, 0xE0FFF),  # tags and variation selectors, assigned or not
)

_STYLE = (
    "CAPITAL|SMALL|LARGE|TURNED|REVERSED|INVERTED|SIDEWAYS|DIAERESIZED|BACK-TILTED|OPEN|CLOSED"
    "|SCRIPT|BLACKLETTER|BARRED|DOTLESS|INSULAR|LONG|STIRRUP|ARCHAIC|BROKEN|LENIS|TOP HALF"
    "|BOTTOM HALF|MIDDLE-WELSH|VISIGOTHIC|ANGLICANA|GLOTTAL|OLD POLISH|MIDDLE SCOTS|SIGMOID"
)
_NAMED = re.compile(
    rf"LATIN (?:EPIGRAPHIC |SMALL |CAPITAL )*LETTER (?:(?:{_STYLE}) )*(?P<a>[A-Z])(?: ROTUNDA)?(?: WITH .+)?"
    r"|(?:CROSSED )?(?:NEGATIVE )?(?:CIRCLED|SQUARED) LATIN (?:SMALL|CAPITAL) LETTER (?P<b>[A-Z])"
    r"|REGIONAL INDICATOR SYMBOL LETTER (?P<c>[A-Z])"
)


class _Rule:
    """The rule of the module's header over one version of the character data."""

    def __init__(self, data: ModuleType) -> None:
        self.data = data
        self.shapes: dict[str, str] = {}
        for prefix, letters in GROUPS:
            for letter, names in letters.items():
                for name in names.split(","):
                    self._add(prefix, name, letter)

    def _add(self, prefix: str, name: str, letter: str) -> None:
        cases = ("CAPITAL", "SMALL") if "*" in prefix else ("",)
        chars = [char for case in cases if (char := self._named(prefix.replace("*", case) + name))]
        if not chars:
            raise ValueError(f"Unicode {UNICODE} has no character named `{prefix}{name}`")
        for char in chars:
            if self.shapes.setdefault(char, letter) != letter:
                raise ValueError(f"`{prefix}{name}` is listed as two letters")

    def _named(self, name: str) -> str | None:
        try:
            return str(self.data.lookup(name))
        except KeyError:
            return None

    def ignored(self, char: str) -> bool:
        return self.data.category(char) in ("Mn", "Mc", "Me", "Cf") or any(
            a <= ord(char) <= b for a, b in IGNORABLE
        )

    def letter(self, char: str) -> str | None:
        """The letter a–z that `char` is read as, or None."""
        direct = self._direct(char)
        if direct is not None:
            return direct
        parts = [
            part
            for part in self.data.normalize("NFKD", char)
            if not self.ignored(part) and self.data.category(part)[0] == "L"
        ]
        return self._direct(parts[0]) if len(parts) == 1 else None

    def _direct(self, char: str) -> str | None:
        if char in string.ascii_letters:
            return char.lower()
        if char in self.shapes:
            return self.shapes[char]
        name = self.data.name(char, "")
        named = _NAMED.fullmatch(name)
        if named is not None:
            return str(named[named.lastgroup or 0]).lower()
        if " WITH " in name and "LATIN" not in name:
            # A letter with a tail or hook that has no decomposition is read as its base letter is.
            return self.shapes.get(self._named(name.partition(" WITH ")[0]) or "")
        return None

    def target(self, cp: int) -> str | None:
        """`""` for nothing, a letter, or None for a separator."""
        char = chr(cp)
        if self.ignored(char):
            return ""
        # Surrogates, private use and unassigned code points have neither a name nor a decomposition.
        return None if self.data.category(char) in ("Cs", "Co", "Cn") else self.letter(char)


@cache
def generate() -> str:
    """The text of `aln/core/letters.txt`.

    Raises: RuntimeError when the character data is not Unicode 16.0; ImportError when it is not installed.
    """
    import unicodedata2

    if unicodedata2.unidata_version != UNICODE:
        raise RuntimeError(f"the letter table needs Unicode {UNICODE}, found {unicodedata2.unidata_version}")
    rule = _Rule(unicodedata2)
    ranges: dict[str, list[tuple[int, int]]] = {target: [] for target in (*string.ascii_lowercase, "")}
    for cp in range(sys.maxunicode + 1):
        target = rule.target(cp)
        if target is None:
            continue
        runs = ranges[target]
        if runs and runs[-1][1] == cp - 1:
            runs[-1] = (runs[-1][0], cp)
        else:
            runs.append((cp, cp))
    body = "".join(_lines(target or "-", runs) for target, runs in ranges.items())
    return f"{_HEADER}# sha256 of the lines below: {hashlib.sha256(body.encode()).hexdigest()}\n{body}"


_HEADER = """\
# ALN letter table, format 1, Unicode 16.0. Derived by tools/letters.py: do not edit.
# Each line: a target, then code points and ranges in hexadecimal. a to z: read as that letter; -: as nothing.
# Every code point that is not listed is a separator. See docs/language.md, section Text.
"""


def _lines(target: str, runs: list[tuple[int, int]]) -> str:
    text, line = "", target
    for first, last in runs:
        item = f" {first:X}" if first == last else f" {first:X}-{last:X}"
        if len(line) + len(item) > WIDTH:
            text, line = f"{text}{line}\n", target
        line += item
    return f"{text}{line}\n"


def main(arguments: list[str]) -> int:
    """Writes the table, or with `--check` compares it; 0 when the committed file is the derived one."""
    text = generate()
    if arguments == ["--check"]:
        if TARGET.is_file() and TARGET.read_text(encoding="ascii") == text:
            return 0
        print(
            f"{TARGET.name} is not what tools/letters.py derives; run `python -m tools.letters`",
            file=sys.stderr,
        )
        return 1
    if arguments:
        print("usage: python -m tools.letters [--check]", file=sys.stderr)
        return 2
    TARGET.write_text(text, encoding="ascii", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
