"""Files of ALN 1.0 as they come from the field: each is read to its end, and every fault in it is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aln.cli.diagnostics import render
from aln.diagnostics import Diagnostic
from aln.pipeline import Source, front, fronts
from aln.syntax.format import format_module
from aln.syntax.parse import decode, parse

FIELD = Path(__file__).parent / "field"
FILES = sorted(FIELD.glob("*.aln"))


def told(path: Path) -> tuple[list[Diagnostic], str]:
    """Everything that is said of one file, and its text."""
    text, bad = decode(path.read_bytes(), path.name)
    assert text is not None and not bad
    return list(front(Source(path.name, text))[1]), text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_fault_is_named(path: Path, golden: Callable[[Path, str], None]) -> None:
    """Place, cause, help and page of every finding are those that a reader has looked at and found right."""
    found, text = told(path)
    golden(path.with_suffix(".txt"), render(found, {path.name: text}))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_finding_points_into_the_file_and_says_what_to_do(path: Path) -> None:
    """Each has a place that the text has, and a help line."""
    found, text = told(path)
    lines = text.split("\n")
    for d in found:
        assert 1 <= d.span.line <= len(lines) and 1 <= d.span.column <= len(lines[d.span.line - 1]) + 1, d
        assert d.help, d


# What the field is known for, and where the files show it.
KNOWN = {
    "a stray brace": ("device_profiles", "ALN0004"),
    "a number without a range": ("study_descriptors", "ALN0406"),
    "a row refused by its own filter": ("device_profiles", "ALN0455"),
    "a row without a field": ("drug_library", "ALN0410"),
    "a field that the entity has not": ("drug_library", "ALN0204"),
    "an op on what no filter names": ("ingestion", "ALN0422"),
    "an op whose body promises more": ("drug_library", "ALN0465"),
    "an op on a list of what is no record": ("drug_library", "ALN0409"),
    "an op declared twice": ("rem_guard", "ALN0101"),
    "a label in odd case": ("rem_guard", "ALN0205"),
    "a filter that should be an implication": ("rem_guard", "ALN0407"),
    "a filter of two entities": ("session_limits", "ALN0408"),
    "two nodes of one name": ("therapy_graph", "ALN0451"),
    "two filters of one name": ("facility_context", "ALN0452"),
    "a step to nowhere": ("therapy_graph", "ALN0449"),
    "a node that nobody reaches": ("therapy_graph", "ALN0450"),
    "a graph without an end": ("therapy_graph", "ALN0453"),
    "a constant that nothing uses": ("drug_library", "ALN0413"),
    "a version that is not the name's": ("device_profiles", "ALN0414"),
    "a constant of itself": ("policy_catalogue", "ALN0108"),
    "curly quotes": ("biosensor_profile", "ALN0008"),
    "a second module": ("rem_guard", "ALN0009"),
}


@pytest.mark.parametrize("fault", KNOWN)
def test_what_the_field_is_known_for_is_found(fault: str) -> None:
    """Each kind of fault has its code in a file that has it."""
    name, code = KNOWN[fault]
    assert code in {d.code for d in told(FIELD / f"{name}.aln")[0]}


def test_a_filter_that_limits_one_class_is_offered_an_implication() -> None:
    """The help is the filter to write, in the author's own words."""
    (found,) = (d for d in told(FIELD / "device_profiles.aln")[0] if d.code == "ALN0407")
    wanted = '`DeviceProfile.class == "OPTICAL" implies DeviceProfile.rms_mm <= MAX_RMS_MM`'
    assert wanted in found.help


def test_a_refused_row_is_told_with_row_filter_and_field() -> None:
    """Nobody has to evaluate the filter by hand to see what is wrong with the row."""
    says = [d.message for d in told(FIELD / "device_profiles.aln")[0] if d.code == "ALN0455"]
    assert "row 2 of `PROFILES` is refused by the filter `optical_limit`: `rms_mm : 2.5`" in says


def test_no_word_of_the_language_is_taken() -> None:
    """Every keyword names a constant and a field, and both are read. `true` and `false` are values in a condition."""
    found, text = told(FIELD / "every_word.aln")
    assert [d.message for d in found] == [f"the constant `{w}` is not used" for w in ("false", "true")]
    assert text.count("node ") > 100


def test_all_findings_of_all_files_come_in_one_run() -> None:
    """What is said of a file does not depend on what stands beside it."""
    sources = [Source(p.name, told(p)[1]) for p in FILES]
    together = [found for _, found in fronts(sources)]
    assert together == [tuple(told(p)[0]) for p in FILES]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_sound_text_keeps_its_meaning_when_it_is_laid_out(path: Path) -> None:
    """What parses without a fault is the same tree after `fmt`."""
    text = told(path)[1]
    module, faults = parse(text, path.name)
    if module is not None and not faults:
        assert parse(format_module(module), path.name)[0] == module
