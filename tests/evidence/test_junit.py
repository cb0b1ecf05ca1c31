"""JUnit XML: the shape that build servers read, whatever the names hold."""

from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from aln.evidence.junit import Case, Suite, junit

SUITES = (
    Suite(
        "A_v1_0_0", (Case("passes", "passed"), Case("fails", "failed", "it was allowed", "a.aln:3:9\nx : 1"))
    ),
    Suite("B_v1_0_0", (Case("cannot run", "error", "not run: too early"),)),
)
# What Apache Ant's schema allows: the attributes of each element, required ones first, and its children in order.
SHAPE: dict[str, tuple[set[str], set[str], tuple[str, ...]]] = {
    "testsuites": ({"tests", "failures", "errors"}, {"name", "time", "disabled"}, ("testsuite",)),
    "testsuite": (
        {"name", "tests", "failures", "errors"},
        {"skipped", "time", "timestamp", "hostname", "id", "package"},
        ("properties", "testcase", "system-out", "system-err"),
    ),
    "testcase": (
        {"name", "classname"},
        {"time", "assertions", "status"},
        ("skipped", "error", "failure", "system-out", "system-err"),
    ),
    "failure": ({"message", "type"}, set(), ()),
    "error": ({"message", "type"}, set(), ()),
}


def shaped(node: ET.Element) -> None:
    """Asserts that an element and all below it are of the common shape."""
    required, optional, children = SHAPE[node.tag]
    assert required <= set(node.attrib) <= required | optional, node.tag
    assert [c.tag for c in node] == sorted((c.tag for c in node), key=children.index), node.tag
    for child in node:
        shaped(child)


def test_the_document_has_the_common_shape() -> None:
    """Elements, attributes and their order are those of the common schema, and the counts are those of the cases."""
    root = ET.fromstring(junit(SUITES, 0.25))
    shaped(root)
    assert {k: root.attrib[k] for k in ("tests", "failures", "errors", "time")} == {
        "tests": "3", "failures": "1", "errors": "1", "time": "0.250",
    }  # fmt: skip
    assert [(s.attrib["name"], s.attrib["tests"]) for s in root] == [("A_v1_0_0", "2"), ("B_v1_0_0", "1")]


def test_a_failure_carries_its_message_and_details_and_a_pass_nothing() -> None:
    """What did not pass says so in a line and at length; what could not be run is an error, never a pass."""
    root = ET.fromstring(junit(SUITES))
    passed, failed, error = root.iter("testcase")
    assert list(passed) == []
    failure = failed.find("failure")
    assert failure is not None and failure.attrib["message"] == "it was allowed"
    assert failure.text == "a.aln:3:9\nx : 1"
    assert [c.tag for c in error] == ["error"]


def test_without_a_time_the_document_is_the_same_each_time() -> None:
    """Nothing of the machine or the day is in it."""
    assert junit(SUITES) == junit(SUITES) and b"time" not in junit(SUITES)


@pytest.mark.parametrize(
    "name", ["a < b & \"c\" > 'd'", "bell \x07 and \x00", "lone \ud800", "é ß 漢 😀", "]]>"]
)
def test_any_name_can_be_written(name: str) -> None:
    """Markup is escaped; characters that XML cannot hold are written as ALN writes them; the rest stays."""
    document = junit((Suite("M", (Case(name, "failed", name, name),)),))
    (case,) = ET.fromstring(document).iter("testcase")
    written = "".join(
        c if c in "\t\n\r" or (c >= " " and not "\ud800" <= c <= "\udfff") else f"\\u{{{ord(c):X}}}"
        for c in name
    )
    assert case.attrib["name"] == written and case[0].text == written
