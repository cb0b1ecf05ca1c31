"""Derives `aln/checker/_ucum.py`, the exact factor and the kind of every UCUM unit, from the UCUM essence file.

Takes `ucum-essence.xml` 2.2 as the package `ucumvert` carries it (that package itself is never imported: it computes
in floats and lets kinds cancel); gives the module's text, the same on every machine.

A kind is the property that UCUM gives an atom, so that units of one dimension stay apart: hertz and becquerel, joule
per kilogram absorbed and joule per kilogram equivalent. Beyond UCUM, towards apart only: each arbitrary unit and each
unit on a scale of its own (`Cel`, `[pH]`, `B[SPL]`) is its own kind, an equivalent (`eq`) is no mole, and what is a
multiple of π is apart from what is not, because no fraction converts between the two. Units that rest on a measured
constant are left out.

    python -m tools.ucum           write the table
    python -m tools.ucum --check   exit 1 when the committed table is not the derived one
"""

from __future__ import annotations

import importlib.util
import re
import sys
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from pathlib import Path

__all__ = ["TARGET", "generate", "main"]

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "aln" / "checker" / "_ucum.py"
_XML = "{http://unitsofmeasure.org/ucum-essence}"
_MEASURED = frozenset(("u", "pc", "AU", "[eps_0]", "[mu_0]", "[m_e]", "[m_p]", "[G]"))
# Retired, or with a code that the notation of kinds cannot carry.
_LEFT_OUT = frozenset(("[hp'_X]", "[hp'_C]", "[hp'_M]", "[hp'_Q]", "[m/s2/Hz^(1/2)]"))
_PLAIN = ("number", "fraction")
_KINDS = {"fluid volume": "volume", "dry volume": "volume", "lum. intensity density": "luminance"}
_OWN_KIND = {"eq": "amount of equivalents"}
# What one unit of a kind is where it is not the coherent unit of the SI.
_REFERENCES = {"mass": "g", "amount of substance": "mol", "amount of equivalents": "mol",
               "amount of substance (dissolved particles)": "mol", "catalytic activity": "kat"}  # fmt: skip

# A factor of a definition: a sign, a symbol or a whole number, an exponent.
_FACTOR = re.compile(r"([./]?)(10[*^]|[0-9]+(?![^./])|(?:\[[^\]]*\]|[^./\[0-9+-])+)([+-]?[0-9]+)?")

# The powers of the base units of UCUM and of π in a unit.
Dimension = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A number times powers of base units and of π."""

    factor: Fraction
    dimension: Dimension = ()

    def times(self, other: Measure, power: int = 1) -> Measure:
        powers = dict(self.dimension)
        for name, exponent in other.dimension:
            powers[name] = powers.get(name, 0) + exponent * power
        return Measure(
            self.factor * other.factor**power, tuple(sorted((n, e) for n, e in powers.items() if e))
        )

    def power_of(self, name: str) -> int:
        return dict(self.dimension).get(name, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """One atom of UCUM as its file describes it."""

    code: str
    property: str
    metric: bool
    special: bool
    arbitrary: bool
    number: Fraction
    of: str


def _source() -> ElementTree.Element:
    spec = importlib.util.find_spec("ucumvert")
    if spec is None or spec.origin is None:
        raise SystemExit("the package `ucumvert` is not installed: pip install -e .[dev]")
    path = Path(spec.origin).parent / "vendor" / "ucum-essence.xml"
    root = ElementTree.fromstring(path.read_bytes())
    if root.get("version") != "2.2":
        raise SystemExit(f"the UCUM table is of version {root.get('version')}: review, then raise it here")
    return root


def _text(element: ElementTree.Element, name: str) -> str:
    found = element.find(_XML + name)
    return "" if found is None else " ".join("".join(found.itertext()).split())


def _entries(root: ElementTree.Element) -> dict[str, Entry]:
    out: dict[str, Entry] = {}
    for element in root.findall(_XML + "unit"):
        code = element.attrib["Code"]
        value = element.find(_XML + "value")
        assert value is not None
        special = element.get("isSpecial") == "yes"
        out[code] = Entry(
            code,
            _text(element, "property"),
            element.get("isMetric") == "yes",
            special,
            element.get("isArbitrary") == "yes",
            Fraction(1) if special else Fraction(value.attrib["value"]),
            "1" if special else value.attrib["Unit"],
        )
    return out


class _Table:
    """The measure of each atom, by the definitions of the file."""

    def __init__(self, root: ElementTree.Element) -> None:
        self.prefixes = {
            p.attrib["Code"]: Fraction(p.find(_XML + "value").attrib["value"])  # type: ignore[union-attr]
            for p in root.findall(_XML + "prefix")
        }
        self.bases = {b.attrib["Code"]: _text(b, "property") for b in root.findall(_XML + "base-unit")}
        self.entries = _entries(root)
        self.metric = {*self.bases, *(e.code for e in self.entries.values() if e.metric)}

    @cache  # noqa: B019
    def atom(self, code: str) -> Measure:
        if code in self.bases:
            return Measure(Fraction(1), ((code, 1),))
        if code == "[pi]":
            return Measure(Fraction(1), (("π", 1),))
        entry = self.entries[code]
        return Measure(entry.number).times(self.term(entry.of))

    def symbol(self, code: str) -> Measure:
        if code.isdigit():
            return Measure(Fraction(int(code)))
        if code in self.bases or code in self.entries:
            return self.atom(code)
        for prefix, scale in self.prefixes.items():
            if code.startswith(prefix) and code[len(prefix) :] in self.metric:
                return Measure(scale).times(self.atom(code[len(prefix) :]))
        raise SystemExit(f"a definition of UCUM uses `{code}`, which it does not define")

    def term(self, text: str) -> Measure:
        """A definition: factors joined by `.` and `/`, without parentheses."""
        out = Measure(Fraction(1))
        for sign, symbol, power in _FACTOR.findall(text):
            out = out.times(self.symbol(symbol), (-1 if sign == "/" else 1) * int(power or 1))
        return out

    def row(self, code: str) -> tuple[Fraction, str, bool, bool]:
        """Factor, kind, whether it takes a prefix, whether it stands alone."""
        entry = self.entries.get(code)
        said = self.bases[code] if entry is None else entry.property
        kind = _KINDS.get(said, said)
        if entry is not None and entry.arbitrary:
            # `[IU]` is another spelling of `[iU]`: the kind is that of what it is defined by.
            own = entry.of if entry.of in self.entries else code
            return Fraction(1), own, entry.metric, False
        if entry is not None and entry.special:
            # A kind may not hold the marks that products and quotients of kinds are written with.
            return Fraction(1), f"{kind} in {code}".replace(".", " "), entry.metric, True
        measure = self.atom(code)
        kind = _OWN_KIND.get(code, "" if kind in _PLAIN else kind)
        if kind == "(unclassified)":
            kind = code
        reference = self.atom(_REFERENCES[kind]) if kind in _REFERENCES else None
        # The coherent unit of the SI counts kilograms, UCUM's base is the gram.
        scale = Fraction(1000) ** measure.power_of("g") if reference is None else reference.factor
        if measure.power_of("π"):
            kind = f"{kind or 'number'} in pi{measure.power_of('π')}"
        return measure.factor / scale, kind, code in self.metric, False

    def rows(self) -> dict[str, tuple[Fraction, str, bool, bool]]:
        codes = [c for c in (*self.bases, *self.entries) if c not in _MEASURED | _LEFT_OUT]
        rows = {code: self.row(code) for code in codes}
        self._one_dimension_a_kind(rows)
        self._one_reading_a_code(rows)
        return rows

    def _one_dimension_a_kind(self, rows: dict[str, tuple[Fraction, str, bool, bool]]) -> None:
        seen: dict[str, tuple[str, Dimension]] = {}
        for code, (_, kind, _, alone) in rows.items():
            if alone:
                continue
            first, dimension = seen.setdefault(kind, (code, self.atom(code).dimension))
            if self.atom(code).dimension != dimension:
                raise SystemExit(f"`{code}` and `{first}` are both of kind `{kind}` and differ in dimension")

    def _one_reading_a_code(self, rows: dict[str, tuple[Fraction, str, bool, bool]]) -> None:
        prefixed: dict[str, str] = {}
        for prefix in self.prefixes:
            for code in (c for c, row in rows.items() if row[2]):
                if prefixed.setdefault(prefix + code, code) != code:
                    raise SystemExit(f"`{prefix + code}` has two readings")


_HEAD = '''"""Derived by `make regen` (tools/ucum.py) from the table of UCUM 2.2; never edit.

Each prefix as a fraction. Each atom: numerator and denominator of its factor to the reference unit of its kind, the
kind (empty for a plain number), whether it takes a prefix, whether it stands alone in a code.

The UCUM table, codes and definitions are copyright of Regenstrief Institute, Inc. and the UCUM Organization; this file
is derived from them under the UCUM licence, which also governs its use: https://ucum.org/license. The complete table
and the specification are at https://ucum.org. They come as they are, without any warranty.
"""

'''


def generate() -> str:
    """The text of the derived module."""
    table = _Table(_source())
    lines = [_HEAD, "PREFIXES: dict[str, tuple[int, int]] = {\n"]
    lines += [
        f"    {_quoted(code)}: ({v.numerator}, {v.denominator}),\n" for code, v in table.prefixes.items()
    ]
    lines += ["}\n\n", "ATOMS: dict[str, tuple[int, int, str, bool, bool]] = {\n"]
    for code, (factor, kind, metric, alone) in table.rows().items():
        said = f"{factor.numerator}, {factor.denominator}, {_quoted(kind)}, {metric}, {alone}"
        lines.append(f"    {_quoted(code)}: ({said}),\n")
    return "".join([*lines, "}\n"])


def _quoted(text: str) -> str:
    return f'"{text}"'


def main(arguments: list[str]) -> int:
    text = generate()
    if arguments == ["--check"]:
        same = TARGET.is_file() and TARGET.read_text("utf-8") == text
        print("up to date" if same else f"{TARGET.relative_to(ROOT).as_posix()} differs: run `make regen`")
        return 0 if same else 1
    TARGET.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
