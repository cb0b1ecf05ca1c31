"""Steps of standard operating procedures, which a rule's `traces` may name.

A step is a heading of level three that opens with its id, and says which requirements or risk controls it
serves on a line of its own below:

    ### SOP-CAL-010 Confirm who may calibrate
    Serves: RC-CAL-1, REQ-CAL-1

Takes the text of a procedure; gives its steps in order. Never resolves an id: whether `RC-CAL-1` is declared
is the policy's business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from aln.diagnostics import Diagnostic, Span

__all__ = ["Step", "sop_steps"]

_HEADING = re.compile(r"### (?P<id>SOP-[A-Z]+-[0-9]{3}) (?P<title>\S.*)")
_MEANT_AS_STEP = re.compile(r"#+\s*SOP[-_ ]?", re.IGNORECASE)
_SERVES = re.compile(r"Serves:(?P<ids>.*)")
_ID = re.compile(r"[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its id, its title, the ids it serves, and the place of its id."""

    id: str
    title: str
    serves: tuple[str, ...]
    span: Span


def sop_steps(text: str, file: str = "") -> tuple[tuple[Step, ...], tuple[Diagnostic, ...]]:
    """The steps of one procedure, in order, and what is wrong with it.

    Codes ALN0811 (an id used twice; the first is kept), ALN0812 (a heading that means to be a step and is not
    one), ALN0813 (a step that serves nothing, or an id that is none).
    """
    steps: dict[str, Step] = {}
    found: list[Diagnostic] = []
    current: str | None = None
    fenced = False
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        if line.startswith("#"):
            current = None
            step = _heading(line, Span(file, number, 1, number, len(line) + 1), found)
            if step is None:
                continue
            if step.id in steps:
                message = f"`{step.id}` is already the step at line {steps[step.id].span.line}"
                found.append(Diagnostic("ALN0811", step.span, message, "give this step an id of its own"))
                continue
            steps[step.id] = step
            current = step.id
        elif current is not None and (match := _SERVES.fullmatch(line)):
            serves = tuple(word.strip() for word in match["ids"].split(","))
            place = Span(file, number, 1, number, len(line) + 1)
            for word in serves:
                if not _ID.fullmatch(word):
                    help_ = "write ids such as `RC-CAL-1`, separated by commas"
                    found.append(Diagnostic("ALN0813", place, f"`{word}` is not an id", help_))
            step = steps[current]
            steps[current] = Step(step.id, step.title, step.serves + serves, step.span)
    for step in steps.values():
        if not step.serves:
            message = f"`{step.id}` serves no requirement and no risk control"
            help_ = "add a line `Serves: RC-…` below the heading"
            found.append(Diagnostic("ALN0813", step.span, message, help_))
    return tuple(steps.values()), tuple(found)


def _heading(line: str, span: Span, found: list[Diagnostic]) -> Step | None:
    match = _HEADING.fullmatch(line.rstrip())
    if match:
        start = span.column + match.start("id")
        place = Span(span.file, span.line, start, span.line, start + len(match["id"]))
        return Step(match["id"], match["title"], (), place)
    if _MEANT_AS_STEP.match(line):
        message = f"`{line.strip()}` is not the heading of a step"
        help_ = "write three number signs, the id and a title: `### SOP-CAL-010 Check the room`"
        found.append(Diagnostic("ALN0812", span, message, help_))
    return None
