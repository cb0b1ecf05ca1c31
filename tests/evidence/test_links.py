"""Procedure steps: they are read exactly, and policies and procedures name each other's ids."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aln.diagnostics import Span
from aln.evidence.links import Step, sop_steps

ROOT = Path(__file__).parents[2]
PROCEDURES = sorted(path for path in (ROOT / "sop").glob("*.md") if path.name != "README.md")
TWO = """# Title
### SOP-CAL-010 First step
Serves: RC-CAL-1, REQ-CAL-1

Text.

### SOP-CAL-020 Second step
Serves: RC-CAL-2
Serves: RC-CAL-3
"""


def test_steps_are_read_in_order_with_their_places() -> None:
    """Id, title, served ids and the place of the id are what the text says."""
    steps, found = sop_steps(TWO, "cal.md")
    assert found == ()
    assert steps == (
        Step("SOP-CAL-010", "First step", ("RC-CAL-1", "REQ-CAL-1"), Span("cal.md", 2, 5, 2, 16)),
        Step("SOP-CAL-020", "Second step", ("RC-CAL-2", "RC-CAL-3"), Span("cal.md", 7, 5, 7, 16)),
    )


def test_an_id_used_twice_is_a_finding() -> None:
    """The first step keeps the id; the second is reported where it stands and is left out."""
    steps, found = sop_steps(TWO + "\n### SOP-CAL-010 Again\nServes: RC-CAL-1\n", "cal.md")
    assert [step.title for step in steps] == ["First step", "Second step"]
    (finding,) = found
    assert (finding.code, finding.span.line) == ("ALN0811", 11)
    assert finding.message == "`SOP-CAL-010` is already the step at line 2"


@pytest.mark.parametrize(
    "heading",
    [
        "## SOP-CAL-030 Wrong level",
        "### SOP-CAL-30 Two digits",
        "### SOP-CAL-0300 Four digits",
        "### SOP-CAL-030",
        "### sop-cal-030 Lower case",
        "### SOP CAL 030 Spaces",
        "###SOP-CAL-030 No space",
    ],
)
def test_a_heading_that_misses_the_form_is_a_finding(heading: str) -> None:
    """A heading that means to be a step is never passed over in silence."""
    steps, found = sop_steps(f"{TWO}\n{heading}\nServes: RC-CAL-1\n", "cal.md")
    assert len(steps) == 2
    assert [(finding.code, finding.span.line) for finding in found] == [("ALN0812", 11)]


@pytest.mark.parametrize(
    ("serves", "says"),
    [
        ("Text only.", "serves no requirement"),
        ("Serves:", "`` is not an id"),
        ("Serves: RC-CAL-1,", "`` is not an id"),
        ("Serves: rc-cal-1", "`rc-cal-1` is not an id"),
        ("Serves: RC-CAL-1 REQ-CAL-1", "`RC-CAL-1 REQ-CAL-1` is not an id"),
        ("#### Elsewhere\nServes: RC-CAL-1", "serves no requirement"),
    ],
)
def test_a_step_must_say_what_it_serves(serves: str, says: str) -> None:
    """A step without served ids, or with something that is no id, is reported."""
    _, found = sop_steps(f"### SOP-CAL-010 A step\n{serves}\n", "cal.md")
    assert {finding.code for finding in found} == {"ALN0813"}
    assert any(says in finding.message for finding in found)


def test_fenced_examples_are_not_steps() -> None:
    """A heading inside a fenced block belongs to an example."""
    assert sop_steps("```\n### SOP-CAL-010 Example\n## SOP bad\n```\n") == ((), ())


def test_the_procedures_are_sound() -> None:
    """Every procedure under sop/ has steps and no finding, and no id stands in two of them."""
    assert PROCEDURES
    ids: list[str] = []
    for path in PROCEDURES:
        steps, found = sop_steps(path.read_text(encoding="utf-8"), path.name)
        assert steps and found == ()
        ids += [step.id for step in steps]
    assert len(set(ids)) == len(ids)


def test_policies_and_procedures_name_each_others_ids() -> None:
    """Steps serve ids that the library declares; the step ids that policies trace to exist, and some do."""
    library = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "aln/library").rglob("*.aln"))
    )
    declared = set(re.findall(r'\b(?:requirement|control)\s+"([^"]+)"', library))
    traced = set(re.findall(r'"(SOP-[^"]*)"', library))
    steps = [
        step for path in PROCEDURES for step in sop_steps(path.read_text(encoding="utf-8"), path.name)[0]
    ]
    assert {served for step in steps for served in step.serves} <= declared
    assert traced <= {step.id for step in steps}
    assert traced
