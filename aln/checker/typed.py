"""What a type is, in expressions: a type of core, a record or a relation; and the literals that are written as text.

Takes nothing, gives the table from expression nodes to types that the checker fills and lowering reads.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from aln.core.ir import Type
from aln.syntax import tree as t

__all__ = ["ManyTy", "RecordTy", "Scope", "Ty", "Types", "parse_instant", "parse_uuid", "said"]


@dataclass(frozen=True, slots=True)
class RecordTy:
    """A record of an entity, by a variable or a reference."""

    entity: str


@dataclass(frozen=True, slots=True)
class ManyTy:
    """A relation: the elements' entity."""

    entity: str


Ty: TypeAlias = Type | RecordTy | ManyTy
Scope: TypeAlias = Mapping[str, Ty]


@dataclass(slots=True)
class Types:
    """The type of each expression node of one module and of those beside it, by identity.

    INVARIANT: every node typed is in `kept`, here or in `others`, so that no identity is used twice.
    """

    of: dict[int, Ty] = field(default_factory=dict)
    kept: list[t.Expr] = field(default_factory=list)
    others: list[Types] = field(default_factory=list)

    def __getitem__(self, e: t.Expr) -> Ty:
        return self.of[id(e)]

    def adopt(self, other: Types) -> None:
        """The types of a module beside this one, whose policies are read here too."""
        self.of |= other.of
        self.others.append(other)

    def scalar(self, e: t.Expr) -> Type:
        found = self.of[id(e)]
        assert isinstance(found, Type)
        return found


def parse_instant(text: str) -> int | None:
    """Microseconds since 1970-01-01 UTC of an ISO 8601 instant with `Z` or an offset; None if it is not one."""
    if re.search(r"[.,][0-9]{7}", text):  # finer than a microsecond: `fromisoformat` would cut it off
        return None
    try:
        when = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    if when.tzinfo is None:
        return None
    delta = when - datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    return (delta.days * 86400 + delta.seconds) * 10**6 + delta.microseconds


_UUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")


def parse_uuid(text: str) -> str | None:
    """The canonical, lower-case form of a uuid written in groups of 8-4-4-4-12; None if it is not one."""
    return text.lower() if _UUID.fullmatch(text) else None


def said(ty: Ty) -> str:
    if isinstance(ty, RecordTy):
        return f"a `{ty.entity}`"
    if isinstance(ty, ManyTy):
        return f"a relation of `{ty.entity}`"
    if ty.sort == "int":
        if ty.unit.kind == "instant":
            return "a timestamp"
        return (
            f"a number in `{ty.unit.name or ty.unit.code}`" if ty.unit.kind != "number" else "a plain number"
        )
    return {
        "bool": "true or false",
        "enum": f"a label of `{ty.name or 'the enum'}`",
        "id": "a key",
        "text": "text",
    }[ty.sort]
