"""Units of measure: exact factors and kinds, from UCUM codes.

Takes a code; gives a `Unit`, or nothing: a code that is not understood is never guessed. A kind is what is measured,
without cancelling: `ug/kg/min` is mass per mass per time and never adds to `/min`. The table of atoms is derived
(`_ucum`); the notation is that of UCUM 2.2 (§ 2–11): atoms with prefixes, whole numbers, exponents, `.` and `/` read
from the left, parentheses. An annotation keeps its unit apart from every other: `{beats}/min` is no `{breaths}/min`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from aln.checker._ucum import ATOMS, PREFIXES
from aln.core.ir import Unit

__all__ = [
    "INSTANT",
    "LAST_INSTANT",
    "MICROSECOND",
    "PREDECLARED",
    "likely",
    "meant",
    "predeclared",
    "product",
    "respelt",
    "unit",
]

# The short names every module may use without declaring them.
PREDECLARED = {
    "us": "us", "ms": "ms", "s": "s", "min": "min", "h": "h", "d": "d", "days": "d", "day": "d", "hours": "h",
    "minutes": "min", "seconds": "s", "bpm": "/min", "mmHg": "mm[Hg]", "percent": "%", "mm": "mm", "cm": "cm",
    "m": "m", "mg": "mg", "ug": "ug", "g": "g", "kg": "kg", "mL": "mL", "L": "L", "Hz": "Hz", "mV": "mV",
    "uV": "uV", "lx": "lx",
}  # fmt: skip

# What people write where UCUM has another code. Source: common spellings of clinical forms; ISMP, List of
# Error-Prone Abbreviations (2021), for `mcg`, `cc`, `IU` and `U`.
_SPELLINGS = {
    "mcg": "ug", "µg": "ug", "μg": "ug", "µm": "um", "μm": "um", "µV": "uV", "μV": "uV", "cc": "mL", "gm": "g",
    "KG": "kg", "Kg": "kg", "sec": "s", "secs": "s", "second": "s", "seconds": "s", "msec": "ms", "usec": "us",
    "minute": "min", "minutes": "min", "mins": "min", "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "day": "d",
    "days": "d", "week": "wk", "weeks": "wk", "month": "mo", "months": "mo", "year": "a", "years": "a", "yr": "a",
    "bpm": "/min", "rpm": "/min", "mmHg": "mm[Hg]", "cmH2O": "cm[H2O]", "percent": "%", "ppm": "[ppm]",
    "ppb": "[ppb]", "°C": "Cel", "degC": "Cel", "celsius": "Cel", "°F": "[degF]", "degF": "[degF]", "°": "deg",
    "degree": "deg", "degrees": "deg", "iu": "[iU]", "IU": "[iU]", "mEq": "meq", "mOsm": "mosm", "lb": "[lb_av]",
    "lbs": "[lb_av]", "oz": "[oz_av]", "in": "[in_i]", "inch": "[in_i]", "ft": "[ft_i]", "psi": "[psi]",
    "pH": "[pH]", "lux": "lx", "hz": "Hz", "HZ": "Hz", "Ω": "Ohm", "ohm": "Ohm", "litre": "L", "liter": "L",
    "metre": "m", "meter": "m", "kcal": "kcal_th", "Torr": "mm[Hg]", "torr": "mm[Hg]", "dBSPL": "dB[SPL]",
    "beats": "{beats}", "breaths": "{breaths}",
}  # fmt: skip

_MAX_CODE, _MAX_DEPTH, _MAX_EXPONENT = 80, 8, 24
_TOKEN = re.compile(r"[()./]|\{[^{}]*\}|(?:\[[^\[\]]*\]|[^()./{}\[\]])+")
_SYMBOL = re.compile(r"(10[*^]|[0-9]+(?=$)|.*?[^0-9+-])([+-]?[0-9]{1,2})?", re.DOTALL)
# A kind may not hold the marks that products and quotients of kinds are written with.
_IN_KIND = str.maketrans("./", "·∕")


@dataclass(frozen=True, slots=True)
class _Measure:
    """A factor, and the kinds above and below the line, each once for every power."""

    factor: Fraction
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    alone: bool = False

    def power(self, n: int) -> _Measure:
        if n < 0:
            return _Measure(1 / self.factor, self.under, self.over, self.alone).power(-n)
        return _Measure(self.factor**n, self.over * n, self.under * n, self.alone)

    def times(self, other: _Measure) -> _Measure:
        return _Measure(
            self.factor * other.factor,
            self.over + other.over,
            self.under + other.under,
            self.alone or other.alone,
        )


class _Unknown(Exception):
    """The code is none of UCUM's, or none that has an exact factor."""


def _atom(code: str) -> _Measure:
    known, scale = ATOMS.get(code), Fraction(1)
    if known is None:
        for prefix, value in PREFIXES.items():
            rest = ATOMS.get(code[len(prefix) :]) if code.startswith(prefix) else None
            if rest is not None and rest[3]:
                known, scale = rest, Fraction(*value)
                break
    if known is None:
        raise _Unknown
    numerator, denominator, kind, _, alone = known
    return _Measure(scale * Fraction(numerator, denominator), (kind,) if kind else (), (), alone)


class _Reader:
    """One code, by the grammar of UCUM."""

    def __init__(self, code: str) -> None:
        self.tokens = _TOKEN.findall(code)
        if "".join(self.tokens) != code:
            raise _Unknown
        self.at = 0

    def next(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def whole(self) -> _Measure:
        found = self.term(0)
        if self.next() or (found.alone and len(self.tokens) > 1):
            raise _Unknown
        return found

    def term(self, depth: int) -> _Measure:
        if depth > _MAX_DEPTH:
            raise _Unknown
        out, sign = _Measure(Fraction(1)), 1
        if self.next() == "/":
            self.at, sign = self.at + 1, -1
        while True:
            out = out.times(self.component(depth).power(sign))
            if self.next() not in (".", "/"):
                return out
            sign = 1 if self.next() == "." else -1
            self.at += 1

    def component(self, depth: int) -> _Measure:
        token = self.next()
        self.at += 1
        if token == "(":
            inner = self.term(depth + 1)
            if self.next() != ")":
                raise _Unknown
            self.at += 1
            return self.annotated(inner)
        if token.startswith("{"):
            self.at -= 1
            return self.annotated(_Measure(Fraction(1)))
        match = _SYMBOL.fullmatch(token)
        if match is None or token in (")", ".", "/"):
            raise _Unknown
        symbol, exponent = match[1], int(match[2] or 1)
        if symbol.isascii() and symbol.isdigit():
            if match[2] or not int(symbol) or len(symbol) > 6:
                raise _Unknown
            found = _Measure(Fraction(int(symbol)))
        elif exponent == 0 or abs(exponent) > _MAX_EXPONENT or (match[2] and _atom(symbol).alone):
            raise _Unknown
        else:
            found = _atom(symbol).power(exponent)
        return self.annotated(found)

    def annotated(self, measure: _Measure) -> _Measure:
        """`measure` apart from all that is not annotated so, if an annotation follows."""
        token = self.next()
        if not token.startswith("{"):
            return measure
        self.at += 1
        if measure.alone or not token[1:-1].strip():
            raise _Unknown
        said = token.translate(_IN_KIND)
        if measure.over or not measure.under:
            first = measure.over[0] if measure.over else ""
            return _Measure(measure.factor, (first + said, *measure.over[1:]), measure.under)
        return _Measure(measure.factor, (), (measure.under[0] + said, *measure.under[1:]))


def _kind(over: tuple[str, ...], under: tuple[str, ...]) -> str:
    return (".".join(sorted(over)) + "".join(f"/{k}" for k in sorted(under))) or "number"


@lru_cache(maxsize=4096)
def _read(code: str) -> tuple[Fraction, str] | None:
    if not code or len(code) > _MAX_CODE or not code.isascii() or not code.isprintable():
        return None
    try:
        found = _Reader(code).whole()
    except _Unknown:
        return None
    if len(found.over) + len(found.under) > _MAX_EXPONENT:
        return None
    return found.factor, _kind(found.over, found.under)


def unit(name: str, code: str) -> Unit | None:
    """The unit of a UCUM code under a name of the author's, or None when the code is not understood."""
    found = _read(code)
    return None if found is None else Unit(name, code, *found)


def respelt(code: str) -> str:
    """The UCUM code of what people commonly write otherwise (`mcg/kg/min`); empty for anything else."""
    parts = re.split(r"([./()])", code)
    guess = "".join(_SPELLINGS.get(part.strip(), part.strip()) for part in parts).replace("//", "/")
    return guess if guess != code and _read(guess) is not None else ""


def meant(code: str) -> str:
    """The UCUM code that somebody who wrote `code` is likely to mean; empty when none is likely."""
    parts = re.split(r"([./()])", code)
    if respelt(code):
        return respelt(code)
    folded = {known.lower(): known for known in ATOMS}
    guess = "".join(folded.get(part.lower(), part) for part in parts)
    return guess if guess != code and _read(guess) is not None else ""


def likely(name: str) -> str:
    """The UCUM code that an undeclared unit name is likely to stand for (`mcg_kg_min`); empty when none is."""
    guesses = (name, name.replace("_", "/"))
    return next((code for guess in guesses for code in (guess, meant(guess)) if _read(code) is not None), "")


def predeclared(name: str) -> Unit | None:
    code = PREDECLARED.get(name)
    return None if code is None else unit(name, code)


def product(a: Unit, b: Unit) -> Unit:
    """The unit of a product, in whichever order. A plain number changes nothing but the factor."""
    if b.kind == "number":
        return a
    if a.kind == "number":
        return b
    (over, under), (more, less) = _split(a.kind), _split(b.kind)
    return Unit(
        f"{a.name}.{b.name}", f"{a.code}.{b.code}", a.factor * b.factor, _kind(over + more, under + less)
    )


def _split(kind: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The kinds above and below the line."""
    over, *under = kind.split("/")
    return tuple(k for k in over.split(".") if k), tuple(under)


MICROSECOND = Unit("us", "us", Fraction(1, 10**6), "time")
# An instant is counted in microseconds since 1970-01-01 UTC; it only meets other instants and durations.
INSTANT = Unit("", "us", Fraction(1, 10**6), "instant")
# The last microsecond of 2199.
LAST_INSTANT = 7_258_118_400_000_000 - 1
