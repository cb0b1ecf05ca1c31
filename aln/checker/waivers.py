"""Waivers: a warning that its author accepts for a while, with a reason.

Takes a module, its findings and the day; gives what is left to mend and what is waived. A waiver names one code and one
declaration, and covers nothing else. No error is ever waived: what is wrong cannot be accepted, only what is doubtful.
The day is handed in; this room has no clock.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aln.checker.mend import renamed
from aln.checker.model import suggestion
from aln.checker.registry import CODES, finding
from aln.diagnostics import Diagnostic, Edit, Fix, Span
from aln.syntax import tree as t
from aln.syntax.near import certain

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

__all__ = ["UNUSED", "Waived", "apart", "declared", "faults", "waivable"]

UNUSED = "ALN0436"


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding and the waiver that covers it."""

    finding: Diagnostic
    waiver: t.Waiver


def waivable(code: str) -> bool:
    """Whether findings of this code may be waived: warnings about a module, and no others."""
    entry = CODES.get(code)
    return entry is not None and entry.room == "checker" and entry.severity == "warning" and code != UNUSED


def declared(module: t.Module) -> dict[str, list[t.Node]]:
    """Everything that a waiver can name: declarations, their named parts as `Owner.part`, and ids.

    An id is also known with `_` in place of what no name may hold: `REQ_1` for `REQ-1`.
    """
    out: dict[str, list[t.Node]] = {}

    def add(name: str, node: t.Node) -> None:
        out.setdefault(name, []).append(node)

    for item in module.items:
        if isinstance(item, t.Waiver | t.Use):
            continue
        if isinstance(item, t.Requirement | t.Hazard | t.Control):
            for name in dict.fromkeys((item.id, re.sub(r"[^A-Za-z0-9_]", "_", item.id))):
                add(name, item)
            continue
        owner = getattr(item, "name", "")
        if owner:
            add(owner, item)
        for part in _parts(item):
            add(f"{owner}.{getattr(part, 'name', '')}".removeprefix("."), part)
    return out


def _parts(item: t.Item) -> tuple[t.Node, ...]:
    if isinstance(item, t.Entity):
        return item.fields
    if isinstance(item, t.Service):
        return item.operations
    if isinstance(item, t.BehaviorTree | t.BehaviorGraph):
        return tuple(_branches(item.root))
    if isinstance(item, t.Constants):
        return item.items
    if isinstance(item, t.Machine):
        return tuple(p for p in item.items if not isinstance(p, t.Next))
    return tuple(p for p in item.items if isinstance(p, t.Claim)) if isinstance(item, t.Bundle) else ()


def _branches(branch: t.Branch) -> Iterator[t.Branch]:
    yield branch
    for child in branch.children:
        yield from _branches(child)


def _day(text: str) -> datetime.date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def faults(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A waiver that says nothing clear covers nothing: its code, its target and its last day must be known."""
    names = declared(checked.module)
    for waiver in _waivers(checked.module):
        if waiver.code not in CODES:
            known = [code for code in CODES if waivable(code)]
            yield finding(
                "ALN0434", waiver.span, f"`{waiver.code}` is not a code of the rule book",
                suggestion(waiver.code, known) or "write the code of the finding: `waive ALN0405 …`",
            )  # fmt: skip
        elif not waivable(waiver.code):
            what = "an error" if CODES[waiver.code].severity == "error" else "not about a declaration"
            yield finding(
                "ALN0434", waiver.span, f"`{waiver.code}` cannot be waived: it is {what}", "mend what it finds, and remove the waiver",
            )  # fmt: skip
        if waiver.target and waiver.target not in names:
            right = certain(waiver.target, names)
            yield finding(
                "ALN0434", waiver.span, f"`{waiver.target}` is not declared in this module",
                suggestion(waiver.target, names) or "name the declaration at fault, or its part: `ENTITY.FIELD`",
                renamed(waiver.span, waiver.target, right) if "." not in waiver.target else None,
            )  # fmt: skip
        if _day(waiver.until) is None:
            yield finding(
                "ALN0434", waiver.span, f"`{waiver.until}` is not a day", 'write year, month and day: `until "2027-06-30"`'
            )  # fmt: skip


def _waivers(module: t.Module) -> Iterator[t.Waiver]:
    return (item for item in module.items if isinstance(item, t.Waiver))


def apart(
    module: t.Module, found: Sequence[Diagnostic], today: datetime.date
) -> tuple[tuple[Diagnostic, ...], tuple[Waived, ...]]:
    """The findings that count, with what is wrong with the waivers on this day, and the waived ones.

    A waiver holds on its last day. One that has expired covers nothing and is an error; one that covers nothing is a
    warning, once the module has no errors that could hide what it covers.
    """
    names = declared(module)
    nodes = [node for held in names.values() for node in held]
    kept, waived = list(found), list[Waived]()
    clean = not any(d.severity == "error" for d in found)
    for waiver in _waivers(module):
        day = _day(waiver.until)
        if day is None or not waivable(waiver.code) or (waiver.target and waiver.target not in names):
            continue
        if day < today:
            kept.append(
                finding(
                    "ALN0435",
                    waiver.span,
                    f"this waiver of `{waiver.code}` expired on {waiver.until}",
                    "mend what it covers, or decide again and give it a new day",
                )
            )
            continue
        covered = [d for d in kept if d.code == waiver.code and _covers(waiver, d, names, nodes)]
        waived += [Waived(d, waiver) for d in covered]
        kept = [d for d in kept if d not in covered]
        again = any(
            w.finding.code == waiver.code and _covers(waiver, w.finding, names, nodes) for w in waived
        )
        if not covered and clean:
            about = f" for `{waiver.target}`" if waiver.target else ""
            says = f"this waiver covers nothing: {'another covers' if again else 'there is no'} `{waiver.code}`{about}"
            fix = Fix("remove it", (Edit(waiver.span, ""),))
            kept.append(finding(UNUSED, waiver.span, says, "remove it", fix))
    return tuple(sorted(kept, key=lambda d: (d.span, d.code, d.message))), tuple(waived)


def _covers(waiver: t.Waiver, d: Diagnostic, names: dict[str, list[t.Node]], nodes: list[t.Node]) -> bool:
    """Whether a finding is about the waiver's target; without one, about the module and no declaration of it."""
    if waiver.target:
        return any(_within(d.span, node.span) for node in names[waiver.target])
    return not any(_within(d.span, node.span) for node in nodes)


def _within(place: Span, whole: Span) -> bool:
    start, end = (whole.line, whole.column), (whole.end_line, whole.end_column)
    return place.file == whole.file and start <= (place.line, place.column) < max(
        end, (start[0], start[1] + 1)
    )
