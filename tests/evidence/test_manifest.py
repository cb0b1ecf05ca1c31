"""Released manifests: they are read strictly, and bind one text for ever."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from aln.evidence.manifest import Manifest, check_released, read_manifest, source_hash

ROOT = Path(__file__).parents[2]
RELEASED = sorted((ROOT / "manifests/released").glob("*.json"))
SOURCE = b'module A_v1_0_0 { constants { POLICY_VERSION : "1.0.0"; } }\n'
FIELDS = {
    "schema": "aln/manifest/v1",
    "policy_id": "00000000-0000-4000-8000-000000000001",
    "label": "a policy",
    "version": "1.0.0",
    "file": "policies/a.aln",
    "sha256": source_hash(SOURCE),
    "git_commit": None,
    "effective_from": "2027-01-01T00:00:00Z",
    "qms_document": "QMS-POL-A-001",
}


def manifest() -> Manifest:
    read, found = read_manifest(json.dumps(FIELDS), "a.json")
    assert read is not None and found == ()
    return read


def test_a_manifest_is_read_with_every_field() -> None:
    """What is written is what is read; fields of later versions are let pass."""
    read, found = read_manifest(json.dumps(FIELDS | {"later": 1}), "a.json")
    assert found == ()
    assert read == manifest()
    assert {name: getattr(read, name) for name in FIELDS if name != "schema"} == {
        name: value for name, value in FIELDS.items() if name != "schema"
    }


@pytest.mark.parametrize(
    ("text", "code", "line", "says"),
    [
        ("{\n]", "ALN0802", 2, "this is not JSON"),
        ("", "ALN0802", 1, "this is not JSON"),
        ("[" * 200_000, "ALN0802", 1, "too large"),
        ('{"version": ' + "1" * 5000 + "}", "ALN0802", 1, "too large"),
        ('{"sha256": "a", "sha256": "b"}', "ALN0802", 1, "`sha256` is given twice"),
        ("[]", "ALN0801", 0, "is `[]`, not an object"),
        (json.dumps(FIELDS | {"sha256": "abc"}), "ALN0801", 0, "`sha256`"),
        (json.dumps(FIELDS | {"schema": "aln/check/v1"}), "ALN0801", 0, "`schema`"),
    ],
)
def test_an_unsound_manifest_is_none_with_a_reason(text: str, code: str, line: int, says: str) -> None:
    """Broken JSON, a name given twice and a field in a wrong form each give no manifest and say why."""
    read, found = read_manifest(text, "a.json")
    assert read is None
    assert found[0].code == code
    assert found[0].span.file == "a.json" and found[0].span.line == line
    assert says in found[0].message


def test_only_the_released_text_is_the_released_text() -> None:
    """The same bytes pass; one byte more, less or other is a changed release."""
    assert check_released(manifest(), SOURCE) == ()
    for other in (SOURCE + b"\n", SOURCE[:-1], SOURCE.replace(b"1.0.0", b"1.0.1"), b""):
        (finding,) = check_released(manifest(), other)
        assert finding.code == "ALN0803"
        assert finding.span.file == "policies/a.aln"
        assert "`a policy` 1.0.0" in finding.message


def test_something_is_released() -> None:
    """The folder of released manifests is not empty, so that the tests below test something."""
    assert RELEASED


@pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
def test_released_manifests_bind_the_library(path: Path) -> None:
    """Each released manifest is sound, its source has the released text, and the two name the same policy."""
    read, found = read_manifest(path.read_text(encoding="utf-8"), path.name)
    assert read is not None, found
    source = (ROOT / read.file).read_bytes()
    assert check_released(read, source) == ()
    constants = dict(re.findall(r'^\s*([A-Z_]+)\s*:\s*"([^"]*)";', source.decode("utf-8"), re.MULTILINE))
    assert constants["POLICY_ID"] == read.policy_id
    assert constants["POLICY_VERSION"] == read.version
    assert constants["QMS_DOC_REF"] == read.qms_document


def test_a_policy_version_is_released_once() -> None:
    """No two manifests name the same policy id and version."""
    read = [read_manifest(path.read_text(encoding="utf-8"), path.name)[0] for path in RELEASED]
    keys = [(one.policy_id, one.version) for one in read if one is not None]
    assert len(keys) == len(RELEASED)
    assert len(set(keys)) == len(keys)
