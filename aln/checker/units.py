"""Units of measure: exact factors and kinds, from UCUM codes.

A kind is what is measured, without cancelling: `ug/kg/min` is mass per mass per time and never adds to `/min`.
Source: UCUM v2.1, tables of base units, prefixes and derived units; the definitions used here are exact.
"""

from __future__ import annotations

import re
from fractions import Fraction

from aln.core.ir import Unit

_PREFIXES = {
    "k": Fraction(1000), "h": Fraction(100), "d": Fraction(1, 10), "c": Fraction(1, 100),
    "m": Fraction(1, 10**3), "u": Fraction(1, 10**6), "n": Fraction(1, 10**9), "M": Fraction(10**6),
    "G": Fraction(10**9), "p": Fraction(1, 10**12),
}  # fmt: skip

# code: (factor to the coherent unit of the kind, kind, takes a prefix)
_ATOMS: dict[str, tuple[Fraction, str, bool]] = {
    "1": (Fraction(1), "", False),
    "%": (Fraction(1, 100), "", False),
    "[ppm]": (Fraction(1, 10**6), "", False),
    "m": (Fraction(1), "length", True),
    "g": (Fraction(1), "mass", True),
    "s": (Fraction(1), "time", True),
    "min": (Fraction(60), "time", False),
    "h": (Fraction(3600), "time", False),
    "d": (Fraction(86400), "time", False),
    "wk": (Fraction(604800), "time", False),
    "Hz": (Fraction(1), "frequency", True),
    "A": (Fraction(1), "current", True),
    "V": (Fraction(1), "potential", True),
    "K": (Fraction(1), "temperature", True),
    "mol": (Fraction(1), "amount", True),
    "L": (Fraction(1, 1000), "volume", True),
    "l": (Fraction(1, 1000), "volume", True),
    "Pa": (Fraction(1), "pressure", True),
    "m[Hg]": (Fraction(133322), "pressure", True),
    "[g]": (Fraction(980665, 100000), "acceleration", False),
    "lx": (Fraction(1), "illuminance", True),
    "cd": (Fraction(1), "luminous intensity", True),
    "[iU]": (Fraction(1), "arbitrary", True),
}  # fmt: skip

# The short names every module may use without declaring them.
PREDECLARED = {
    "us": "us", "ms": "ms", "s": "s", "min": "min", "h": "h", "d": "d", "days": "d", "day": "d", "hours": "h",
    "minutes": "min", "seconds": "s", "bpm": "/min", "mmHg": "mm[Hg]", "percent": "%", "mm": "mm", "cm": "cm",
    "m": "m", "mg": "mg", "ug": "ug", "g": "g", "kg": "kg", "mL": "mL", "L": "L", "Hz": "Hz", "mV": "mV",
    "uV": "uV", "lx": "lx",
}  # fmt: skip

_FACTOR = re.compile(r"([./]?)([^./\s]+)")


def _atom(code: str) -> tuple[Fraction, str] | None:
    if code in _ATOMS:
        factor, kind, _ = _ATOMS[code]
        return factor, kind
    for prefix, scale in _PREFIXES.items():
        rest = code[len(prefix) :]
        if code.startswith(prefix) and rest in _ATOMS and _ATOMS[rest][2]:
            factor, kind, _ = _ATOMS[rest]
            return scale * factor, kind
    return None


def unit(name: str, code: str) -> Unit | None:
    """The unit of a UCUM code (products with `.`, quotients with `/`), or None when it is not understood."""
    rest, factor, over, under = code, Fraction(1), list[str](), list[str]()
    if not rest or rest.isspace():
        return None
    while rest:
        match = _FACTOR.match(rest)
        if match is None:
            return None
        found = _atom(match[2])
        if found is None:
            return None
        value, kind = found
        factor = factor / value if match[1] == "/" else factor * value
        if kind:
            (under if match[1] == "/" else over).append(kind)
        rest = rest[match.end() :]
    kind = ".".join(sorted(over)) + "".join(f"/{k}" for k in sorted(under))
    return Unit(name, code, factor, kind or "number")


def predeclared(name: str) -> Unit | None:
    code = PREDECLARED.get(name)
    return None if code is None else unit(name, code)


def product(a: Unit, b: Unit) -> Unit:
    """The unit of a product. A plain number changes nothing but the factor."""
    if b.kind == "number":
        return a
    if a.kind == "number":
        return b
    return Unit(f"{a.name}.{b.name}", f"{a.code}.{b.code}", a.factor * b.factor, f"{a.kind}.{b.kind}")


MICROSECOND = Unit("us", "us", Fraction(1, 10**6), "time")
# An instant is counted in microseconds since 1970-01-01 UTC; it only meets other instants and durations.
INSTANT = Unit("", "us", Fraction(1, 10**6), "instant")
# The last microsecond of 2199.
LAST_INSTANT = 7_258_118_400_000_000 - 1
