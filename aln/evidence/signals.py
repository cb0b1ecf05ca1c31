"""Signal tables: what a device's sensors can send and its actuators accept.

Takes the text of a table (TOML, under `hardware/`); gives signals with exact ranges, and says whether a
declared input covers the signal it is bound to. Never converts units: a table and an input that name
different units do not bind. Units are UCUM codes.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from aln.diagnostics import Diagnostic, Span

__all__ = ["Signal", "binds", "read_signals"]

SCHEMA = "aln/signals/v1"
Direction = Literal["input", "command"]

_FIELDS = {"says", "direction", "unit", "range", "resolution", "period_s", "source"}
_LARGEST_EXPONENT = 18
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal: whole multiples of `resolution` from `low` to `high`, in `unit`, every `period` seconds.

    An `input` comes from a sensor, a person or a model; a `command` goes to an actuator.
    """

    name: str
    says: str
    direction: Direction
    unit: str
    low: Fraction
    high: Fraction
    resolution: Fraction
    period: Fraction
    source: str
    span: Span


def read_signals(text: str, file: str) -> tuple[tuple[Signal, ...], tuple[Diagnostic, ...]]:
    """The signals of one table in its order, and what is wrong with it (code ALN0821).

    A signal with a fault is left out, so that nothing binds to it.
    """
    try:
        # Decimal keeps what was written: 0.1 as a binary float is not a tenth.
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+), column (\d+)", str(error))
        span = Span(file, int(place[1]), int(place[2])) if place else Span(file, len(text.splitlines()), 1)
        cause = str(error).partition(" (at ")[0]
        return (), (
            _fault(span, f"this is not TOML: {cause[:1].lower()}{cause[1:]}", "see hardware/README.md"),
        )
    except (RecursionError, ValueError):
        message = "the nesting or a number is too large for a signal table"
        return (), (_fault(Span(file, 1, 1), message, "see hardware/README.md"),)

    found: list[Diagnostic] = []
    if table.get("schema") != SCHEMA:
        found.append(
            _fault(Span(file, 1, 1), "this is not a signal table", f'open it with `schema = "{SCHEMA}"`')
        )
    entries = table.get("signal", {})
    if not isinstance(entries, dict) or not entries:
        found.append(_fault(Span(file, 1, 1), "the table declares no signal", "add one: `[signal.map]`"))
        entries = {}
    signals: list[Signal] = []
    for name, entry in entries.items():
        span = _place(text, file, name)
        reader = _Entry(name, entry if isinstance(entry, dict) else {}, span)
        signal = reader.signal()
        found.extend(reader.found)
        if signal is not None:
            signals.append(signal)
    return tuple(signals), tuple(found)


def binds(signal: Signal, lo: Fraction, hi: Fraction, step: Fraction, unit: str) -> list[str]:
    """Why a declaration `lo .. hi by step` in `unit` cannot be bound to `signal`; empty when it can.

    An input must take every value the signal can send: its range holds the signal's, and its grid holds the
    signal's grid. For a command it is the other way about: the actuator must accept every value declared.
    """
    reasons: list[str] = []
    if step <= 0:
        return [f"the declared resolution {_number(step)} is not above zero"]
    if lo > hi:
        return [f"the declared range {_number(lo)} .. {_number(hi)} is empty"]
    if unit != signal.unit:
        reasons.append(f"`{signal.name}` is in `{signal.unit}`, and the declaration in `{unit}`")
        return reasons
    if signal.direction == "input":
        says, outer, inner = "can send", (lo, hi, step), (signal.low, signal.high, signal.resolution)
        limit = "the declaration ends at"
    else:
        says, outer, inner = "would be sent", (signal.low, signal.high, signal.resolution), (lo, hi, step)
        limit = "it accepts"
    if inner[0] < outer[0]:
        reasons.append(
            f"`{signal.name}` {says} {_number(inner[0])}, and {limit} {_number(outer[0])} at the low end"
        )
    if inner[1] > outer[1]:
        reasons.append(
            f"`{signal.name}` {says} {_number(inner[1])}, and {limit} {_number(outer[1])} at the high end"
        )
    if inner[2] % outer[2]:
        reasons.append(
            f"`{signal.name}` {says} multiples of {_number(inner[2])}, "
            f"which are not all multiples of {_number(outer[2])}"
        )
    return reasons


class _Entry:
    """Reads one `[signal.NAME]` table, collecting every fault before giving up."""

    def __init__(self, name: str, entry: dict[str, object], span: Span) -> None:
        self.name = name
        self.entry = entry
        self.span = span
        self.found: list[Diagnostic] = []

    def signal(self) -> Signal | None:
        if not _NAME.fullmatch(self.name):
            self.fault("is not a name", "use lower-case letters, digits and `_`")
        for unknown in sorted(self.entry.keys() - _FIELDS):
            self.fault(f"has no field `{unknown}`", f"the fields are {', '.join(sorted(_FIELDS))}")
        says, unit, source = self.text("says"), self.text("unit"), self.text("source")
        direction = self.entry.get("direction")
        bounds = self.entry.get("range")
        if not isinstance(bounds, list) or len(bounds) != 2:
            self.fault("has no `range` of two numbers", "write `range = [0.0, 300.0]`")
            bounds = [None, None]
        low, high = (self.number(bound, "range") for bound in bounds)
        resolution = self.number(self.entry.get("resolution"), "resolution")
        period = self.number(self.entry.get("period_s"), "period_s")
        if direction not in ("input", "command"):
            self.fault("has no direction", 'write `direction = "input"` or `direction = "command"`')
        if low is not None and high is not None and low >= high:
            self.fault(f"has the empty range {_number(low)} .. {_number(high)}", "put the lower end first")
        for field, value in (("resolution", resolution), ("period_s", period)):
            if value is not None and value <= 0:
                self.fault(f"has a `{field}` of {_number(value)}", "it must be above zero")
        if resolution is not None and resolution > 0:
            for bound in (low, high):
                if bound is not None and bound % resolution:
                    self.fault(
                        f"ends at {_number(bound)}, no multiple of its resolution {_number(resolution)}",
                        "change the range or the resolution",
                    )
        if self.found or low is None or high is None or resolution is None or period is None:
            return None
        kind: Direction = "input" if direction == "input" else "command"
        return Signal(self.name, says, kind, unit, low, high, resolution, period, source, self.span)

    def text(self, field: str) -> str:
        value = self.entry.get(field)
        if isinstance(value, str) and value.strip():
            return value
        self.fault(f"has no `{field}`", f'write `{field} = "…"`')
        return ""

    def number(self, value: object, field: str) -> Fraction | None:
        # INVARIANT: `true` is an integer to Python and is not a number here.
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            exact = Decimal(value)
            # The exponent is bounded before the fraction is made: 1e999999999 would not fit in memory.
            if exact.is_finite() and (not exact or abs(exact.adjusted()) <= _LARGEST_EXPONENT):
                return Fraction(exact)
        if value is not None:
            self.fault(f"has a `{field}` that is no number of ordinary size", "write a decimal such as `0.1`")
        elif field != "range":
            self.fault(f"has no `{field}`", f"write `{field} = 0.1`")
        return None

    def fault(self, what: str, help_: str) -> None:
        self.found.append(_fault(self.span, f"signal `{self.name}` {what}", help_))


def _place(text: str, file: str, name: str) -> Span:
    """Where `[signal.NAME]` stands; the first line where the table is written in another form."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() == f"[signal.{name}]":
            return Span(file, number, line.index("[") + 1)
    return Span(file, 1, 1)


def _fault(span: Span, message: str, help_: str) -> Diagnostic:
    return Diagnostic("ALN0821", span, message, help_)


def _number(value: Fraction) -> str:
    """A decimal where there is an exact one (every table value has), else a fraction."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{exact.normalize():f}" if Fraction(exact) == value else str(value)
