"""Core as canonical text: what goldens hold and content hashes are taken of. No time, no path, no machine in it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields, is_dataclass
from fractions import Fraction

from aln.core.ir import INTEGER, Expr, Type


def snake(name: str) -> str:
    """`StudyGuard` as `study_guard`: how tables, files, functions and ids name what ALN declares."""
    parted = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return re.sub("_+", "_", parted).lower()


def show_type(t: Type) -> str:
    if t.unbounded:
        return INTEGER
    if t.sort == "int":
        step = "" if t.step == 1 else f" by {t.step}"
        unit = "" if t.unit.code == "1" else f" {t.unit.code}"
        return f"{t.lo}..{t.hi}{step}{unit}"
    if t.sort == "enum":
        return f"{t.name}[{' '.join(t.labels)}]"
    return t.sort


def show(e: Expr) -> str:
    """An expression as one line of prefix text: `(and (given study) (not study.rem_sleep_allowed))`."""
    if e.kind == "const":
        if e.type.sort == "bool":
            return "true" if e.value else "false"
        return str(e.value) if e.type.sort in ("int", "enum") else repr(e.value)
    if e.kind == "var":
        return e.name
    if e.kind == "given":
        return f"(given {e.name})"
    args = " ".join(map(show, e.args))
    if e.kind == "mentions":
        return f"(mentions {args} {' '.join(map(repr, e.terms))})"
    if e.kind == "each":
        return f"({e.name} {e.bound} {e.value} {args})"
    return f"({e.name} {args})"


def _canonical(value: object) -> str:
    if isinstance(value, Expr):
        return show(value)
    if isinstance(value, Type):
        return show_type(value)
    if isinstance(value, str | int | bool | Fraction) or value is None:
        return repr(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_canonical, value)) + "]"
    assert is_dataclass(value) and not isinstance(value, type), value
    parts = (f"{f.name}={_canonical(getattr(value, f.name))}" for f in fields(value) if f.name != "line")
    return f"{type(value).__name__}({', '.join(parts)})"


def digest(value: object) -> str:
    """SHA-256 of the canonical text of a core object (expression, guard, machine, or a tuple of such)."""
    return hashlib.sha256(_canonical(value).encode()).hexdigest()
