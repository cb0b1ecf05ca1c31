"""Document schemas: every shipped schema accepts a sound document and refuses each way of spoiling it."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from aln.diagnostics import Diagnostic, Span
from aln.evidence import schema

ROOT = Path(__file__).parents[2]

SHA = "0" * 64
SPAN = {"file": "policies/rem.aln", "line": 14, "column": 5}
FINDING = Diagnostic("ALN0101", Span("a.aln", 1, 1), "`x` is not declared", "declare it").json()
COUNTEREXAMPLE = {
    "values": {"session.rem_flag": True},
    "steps": [],
    "blames": ["SessionGuard#2"],
    "replayed": True,
}
PROVED = {
    "id": "RemExclusion/claim/no_rem_session",
    "module": "RemExclusion",
    "kind": "claim",
    "status": "proved",
    "says": "an accepted session never runs on REM sleep",
    "span": SPAN,
    "engine": "smt",
    "evidence": "L2",
    "rests_on": [],
    "seconds": 0.004,
    "requirements": ["REQ-REM-1"],
    "hazards": [],
}
REFUTED = PROVED | {"status": "refuted", "evidence": "L1", "counterexample": COUNTEREXAMPLE}
UNKNOWN = PROVED | {"status": "unknown", "evidence": None, "engine": None, "reason": "out of budget"}

WITNESS = {
    "values": {"session.rem_flag": True}, "shown": ["session.rem_flag : true"], "rules": ["SessionGuard/flag"],
    "invalid": [], "replayed": True,
}  # fmt: skip
LOOSER = {
    "kind": "entity", "name": "Session", "entity": "Session", "modules": {"old": "A_v1_0_0", "new": "A_v1_1_0"},
    "verdict": "looser", "says": "Some `Session` that was refused is accepted.", "newly_denied": None,
    "newly_allowed": WITNESS, "changes": [{"says": "a rule is gone", "direction": None}],
    "requirements": ["REQ-REM-1"], "hazards": [], "rests_on": [],
}  # fmt: skip
MET = {
    "module": "A_v1_0_0", "test": "a flag", "policy": "SessionGuard", "status": "passed", "says": "it is refused",
    "span": SPAN, "expected": {"allowed": False, "because": ["flagged"]},
    "found": {"allowed": False, "because": ["flagged"], "rules": ["SessionGuard/flagged"], "invalid": []},
    "problems": [], "explained": [],
}  # fmt: skip

SOUND: dict[str, dict[str, Any]] = {
    "aln/compare/v1": {
        "old": "old.aln",
        "new": "new.aln",
        "summary": {
            "equal": 0,
            "stricter": 0,
            "looser": 1,
            "incomparable": 0,
            "added": 0,
            "removed": 0,
            "differs": 0,
            "unknown": 0,
            "seconds": 0.1,
        },
        "results": [LOOSER],
    },
    "aln/test/v1": {
        "summary": {"expectations": 1, "passed": 1, "failed": 0, "unknown": 0, "seconds": 0.1},
        "results": [MET],
    },
    "aln/check/v1": {"diagnostics": [FINDING]},
    "aln/fmt/v1": {"files": [{"path": "a.aln", "status": "unchanged"}], "diagnostics": []},
    "aln/error/v1": {"command": "prove", "exit_code": 2, "diagnostics": [FINDING]},
    "aln/explain/v1": {"code": "ALN0101", "kind": "rule", "title": "unknown name", "text": "# Unknown name"},
    "aln/new/v1": {"directory": "demo", "template": "policy", "files": ["aln.toml"]},
    "aln/db/v1": {
        "action": "up",
        "server": {"kind": "embedded", "version": "18.6"},
        "migrations": [{"file": "V001__base.sql", "sha256": SHA, "status": "applied"}],
    },
    "aln/build/v1": {
        "artefacts": [
            {
                "path": "guards/rem.py",
                "target": "python",
                "policy": "SessionGuard",
                "sha256": SHA,
                "equal": "proved",
                "seconds": 0.1,
            }
        ]
    },
    "aln/gate/v1": {
        "status": "passed",
        "exit_code": 0,
        "steps": [
            {"name": name, "status": "passed", "exit_code": 0}
            for name in ("format", "check", "prove", "build")
        ],
    },
    "aln/manifest/v1": {
        "policy_id": "5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11",
        "label": "REM exclusion",
        "version": "2.0.0",
        "file": "policies/rem.aln",
        "sha256": SHA,
        "git_commit": None,
        "effective_from": "2027-01-01T00:00:00Z",
        "qms_document": "QMS-POL-REM-002",
    },
    "aln/run/v1": {
        "machine": "M",
        "module": "A_v1_0_0",
        "recording": "r.csv",
        "parameters": {"p.max": 1.5},
        "emitted_step": "agrees",
        "alone": None,
        "summary": {"rows": 2, "ticks": 2, "late": 0, "violations": 1, "seconds": 0.1},
        "inputs": [{"name": "x", "column": "x", "missing": 0, "invalid": 1}],
        "ignored": ["note"],
        "properties": [
            {
                "name": "C",
                "form": "always",
                "lemma": False,
                "says": "it holds",
                "status": "violated",
                "ticks": 1,
                "first": 1,
                "traces": ["REQ-1"],
                "line": 7,
            }
        ],
        "violations": [{"property": "C", "tick": 1, "row": 3, "values": "`x` is missing"}],
        "ticks": [{"tick": 1, "row": 3, "invalid": ["x"], "values": {"x": None, "y": 0.5}}],
        "wrote": [],
    },
    "aln/draw/v1": {"drawings": [{"path": "d/g.svg", "shows": "graph G"}]},
    "aln/prove/v1": {
        "summary": {"obligations": 3, "proved": 1, "refuted": 1, "unknown": 1, "seconds": 0.1},
        "verdicts": [PROVED, REFUTED, UNKNOWN],
    },
}


def document(name: str) -> dict[str, Any]:
    return {"schema": name} | copy.deepcopy(SOUND[name])


def at(found: list[Diagnostic]) -> str:
    return "\n".join(finding.message for finding in found)


def test_every_shipped_schema_has_a_sound_example_here() -> None:
    """No schema is shipped without a document that tries it."""
    assert set(schema.names()) == set(SOUND)


@pytest.mark.parametrize("name", sorted(SOUND))
def test_schemas_are_draft_2020_12_and_demand_their_own_name(name: str) -> None:
    """Each schema is valid JSON Schema 2020-12 and fixes the `schema` field to its own name."""
    from jsonschema import Draft202012Validator

    loaded = schema.load(name)
    Draft202012Validator.check_schema(loaded)
    assert loaded["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert loaded["properties"]["schema"] == {"const": name}


@pytest.mark.parametrize("name", sorted(SOUND))
def test_sound_documents_pass_and_may_carry_more_fields(name: str) -> None:
    """A sound document has no finding, and a field nobody has heard of changes nothing."""
    assert schema.validate(document(name)) == []
    assert schema.validate(document(name) | {"note_for_later": [1, 2]}) == []


@pytest.mark.parametrize("name", sorted(SOUND))
def test_every_field_is_required(name: str) -> None:
    """A document that lacks any one of its fields is refused, and the finding names the field."""
    for field in SOUND[name]:
        spoiled = document(name)
        del spoiled[field]
        assert f"lacks `{field}`" in at(schema.validate(spoiled)), field


@pytest.mark.parametrize("name", sorted(SOUND))
def test_every_field_has_a_type(name: str) -> None:
    """A value of a wrong kind in any one field is refused, with the field's place."""
    for field in SOUND[name]:
        spoiled = document(name) | {field: True}
        found = schema.validate(spoiled)
        assert found and all(finding.code == "ALN0801" for finding in found), field
        assert f"`{field}`" in at(found), field


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"evidence": "L0"}, '`verdicts[0].evidence` is `"L0"`'),
        ({"evidence": "tested"}, "`verdicts[0].evidence`"),
        ({"evidence": None}, "`verdicts[0].evidence`"),
        ({"engine": None}, "`verdicts[0].engine`"),
        ({"status": "refuted"}, "`verdicts[0]` lacks `counterexample`"),
        ({"status": "unknown", "evidence": None}, "`verdicts[0]` lacks `reason`"),
        ({"status": "unknown", "reason": "budget"}, '`verdicts[0].evidence` is `"L2"`'),
        ({"counterexample": COUNTEREXAMPLE}, "`verdicts[0]` must not have `counterexample`"),
        (
            {"status": "refuted", "counterexample": COUNTEREXAMPLE | {"replayed": False}},
            "replayed` is `false`",
        ),
        ({"status": True}, "`verdicts[0].status` is `true`, not one of"),
    ],
)
def test_a_verdict_never_claims_more_than_it_has(change: dict[str, object], says: str) -> None:
    """Proved needs a solver's evidence, refuted a replayed counterexample, unknown a reason and no proof."""
    spoiled = document("aln/prove/v1")
    spoiled["verdicts"] = [PROVED | change]
    assert says in at(schema.validate(spoiled))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"verdict": "equal"}, "`results[0].newly_allowed`"),
        ({"verdict": "stricter"}, "`results[0].newly_allowed`"),
        ({"verdict": "unknown"}, "`results[0]` lacks `reason`"),
        ({"newly_allowed": WITNESS | {"replayed": False}}, "`results[0].newly_allowed`"),
        ({"verdict": "better"}, '`results[0].verdict` is `"better"`, not one of'),
    ],
)
def test_a_comparison_never_claims_more_than_it_has(change: dict[str, object], says: str) -> None:
    """Equal has no witness, stricter none that is newly allowed, unknown has a reason, a witness was replayed."""
    spoiled = document("aln/compare/v1") | {"results": [LOOSER | change]}
    assert says in at(schema.validate(spoiled))


def test_a_test_is_passed_only_without_problems() -> None:
    """A passed expectation has no problem, a failed one has some, one that was not run says why."""
    for change in ({"problems": ["it was allowed"]}, {"status": "failed"}, {"status": "unknown"}):
        assert schema.validate(document("aln/test/v1") | {"results": [MET | change]}), change
    failed = MET | {"status": "failed", "problems": ["it was allowed"]}
    assert schema.validate(document("aln/test/v1") | {"results": [failed]}) == []


def test_a_gate_passes_only_when_every_step_did() -> None:
    """Status and exit code agree, a passed gate has passed steps only, and no step is missing or doubled."""
    failed = {"name": "prove", "status": "failed", "exit_code": 1}
    skipped = {"name": "build", "status": "skipped", "exit_code": None}
    sound = document("aln/gate/v1")
    steps = sound["steps"]
    assert (
        schema.validate(sound | {"status": "failed", "exit_code": 1, "steps": [*steps[:2], failed, skipped]})
        == []
    )
    for spoiled in (
        sound | {"steps": [*steps[:2], failed, skipped]},
        sound | {"steps": [*steps[:3], skipped]},
        sound | {"steps": steps[:3]},
        sound | {"steps": [*steps, steps[0]]},
        sound | {"exit_code": 1},
        sound | {"steps": [*steps[:3], steps[3] | {"exit_code": 3}]},
    ):
        assert schema.validate(spoiled), spoiled


def test_an_artefact_that_counts_as_written_has_a_path_and_a_hash() -> None:
    """Proved equal without a file is refused; unsupported without one is sound."""
    build = document("aln/build/v1")
    build["artefacts"][0] |= {"path": None, "sha256": None}
    assert "`artefacts[0].path`" in at(schema.validate(build))
    build["artefacts"][0]["equal"] = "unsupported"
    assert schema.validate(build) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("policy_id", "5D0F1C3E-7A44-4C51-9A6E-0D7F0A3B9C11"),
        ("version", "2.0"),
        ("version", "02.0.0"),
        ("version", "2.0.0\n"),
        ("file", "/policies/rem.aln"),
        ("file", "../rem.aln"),
        ("file", "rem.sql"),
        ("sha256", "0" * 63),
        ("sha256", "0" * 64 + "\n"),
        ("git_commit", "HEAD"),
        ("effective_from", "2027-01-01"),
        ("effective_from", "2027-13-01T00:00:00Z"),
        ("qms_document", "POL-REM"),
    ],
)
def test_manifest_fields_have_one_spelling(field: str, value: str) -> None:
    """Ids, versions, hashes, times and paths are accepted in their one form only, last newline included."""
    assert f"`{field}`" in at(schema.validate(document("aln/manifest/v1") | {field: value}))


def test_unknown_and_missing_schemas_are_findings() -> None:
    """A document of no schema, of an unknown one, or that is no object at all is refused."""
    assert "names no schema" in at(schema.validate({}))
    assert "names no schema" in at(schema.validate([1]))
    assert '`"aln/check/v9"` is not a schema' in at(schema.validate({"schema": "aln/check/v9"}))
    assert "is not a schema" in at(schema.validate({"schema": ["aln/check/v1"]}))
    assert '`schema` is `"aln/check/v1"`' in at(schema.validate(document("aln/check/v1"), name="aln/fmt/v1"))
    with pytest.raises(KeyError):
        schema.load("aln/check/v9")


def test_packaged_schemas_are_the_controlled_ones() -> None:
    """What the package validates with is what manifests/schema holds."""
    controlled = {path.name: path.read_text() for path in (ROOT / "manifests/schema").glob("*.json")}
    assert controlled
    assert {f"{name.split('/')[1]}-v1.json" for name in schema.names()} == set(controlled)
    for name in schema.names():
        assert schema.load(name) == json.loads(controlled[f"{name.split('/')[1]}-v1.json"])
