"""What is known to be present where an expression is evaluated, in the short-circuit order of `and`, `or`, `if`.

Printer and reader ask the same question of every read of a value that may be missing. A fact is the name of
something present: a record, a list, a field.
"""

from __future__ import annotations

from typing import TypeAlias

from aln.core.ir import Expr

Facts: TypeAlias = frozenset[str]
NONE: Facts = frozenset()


def when_true(e: Expr) -> Facts:
    """What is present if `e` is true."""
    if e.kind == "given":
        return frozenset((e.name,))
    if e.kind == "op" and e.name == "and":
        return NONE.union(*map(when_true, e.args))
    return when_false(e.args[0]) if e.kind == "op" and e.name == "not" else NONE


def when_false(e: Expr) -> Facts:
    """What is present if `e` is false."""
    if e.kind == "op" and e.name == "or":
        return NONE.union(*map(when_false, e.args))
    return when_true(e.args[0]) if e.kind == "op" and e.name == "not" else NONE


def without(facts: Facts, bound: str) -> Facts:
    """Facts where `bound` names another element."""
    return frozenset(f for f in facts if f != bound and not f.startswith(bound + "."))
