"""What the checker says of some items, for the tests beside this file."""

from __future__ import annotations

from aln.checker.check import CheckedModule, check
from aln.diagnostics import Diagnostic
from aln.syntax.parse import parse


def checked(items: str) -> CheckedModule:
    """The module of these items. The text itself must be without fault."""
    module, faults = parse(f"module Example {{\n{items}\n}}\n", "example.aln")
    assert module is not None and not faults, faults
    return check(module)


def errors(items: str) -> list[Diagnostic]:
    """The errors of these items, in order of place; warnings are the rule book's."""
    return [d for d in checked(items).diagnostics if d.severity == "error"]


def one(items: str) -> Diagnostic:
    """The single error of these items."""
    (found,) = errors(items)
    return found


def codes(items: str) -> list[str]:
    """The codes of all findings, in order of place."""
    return [d.code for d in checked(items).diagnostics]
