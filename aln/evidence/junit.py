"""Test results as JUnit XML, the format that every build server reads.

Takes suites of cases; gives one document. A case that could not be run is an error, never a pass. Nothing in it depends
on the machine, and without `seconds` nothing on the day.
Source: the XML schema of Apache Ant's JUnit report as build servers read it (`testsuites`, `testsuite`, `testcase`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

__all__ = ["Case", "Suite", "junit"]

# What XML 1.0 cannot hold, not even escaped. Source: XML 1.0, production 2 (Char).
_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Case:
    """One test case; `message` is a line, `details` are lines for people, where it did not pass."""

    name: str
    status: Literal["passed", "failed", "error"]
    message: str = ""
    details: str = ""


@dataclass(frozen=True, slots=True)
class Suite:
    """The cases of one module."""

    name: str
    cases: tuple[Case, ...]


def junit(suites: Sequence[Suite], seconds: float | None = None) -> bytes:
    """The document, in UTF-8, with its XML declaration. `seconds` is the time of the whole run, if it is to be told."""
    every = [c for s in suites for c in s.cases]
    root = ET.Element("testsuites", {"name": "aln test", **_counts(every)})
    if seconds is not None:
        root.set("time", f"{seconds:.3f}")
    for suite in suites:
        node = ET.SubElement(
            root, "testsuite", {"name": _text(suite.name), **_counts(suite.cases), "skipped": "0"}
        )
        for case in suite.cases:
            element = ET.SubElement(
                node, "testcase", {"name": _text(case.name), "classname": _text(suite.name)}
            )
            if case.status != "passed":
                tag, kind = (
                    ("failure", "expectation") if case.status == "failed" else ("error", "inconclusive")
                )
                said = {"message": _text(case.message), "type": kind}
                ET.SubElement(element, tag, said).text = _text(case.details) or None
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _counts(cases: Sequence[Case]) -> dict[str, str]:
    return {
        "tests": str(len(cases)),
        "failures": str(sum(c.status == "failed" for c in cases)),
        "errors": str(sum(c.status == "error" for c in cases)),
    }


def _text(text: str) -> str:
    """Characters that XML cannot hold become `\\u{…}`, as ALN writes them."""
    return _FORBIDDEN.sub(lambda found: f"\\u{{{ord(found.group()):X}}}", text)
