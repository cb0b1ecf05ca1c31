from __future__ import annotations

from typing import TYPE_CHECKING

from aln.diagnostics import Diagnostic

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule


def run_rules(checked: CheckedModule) -> list[Diagnostic]:
    return []
