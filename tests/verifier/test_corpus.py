"""The corpus of refuted siblings: every tempting design is refuted as its golden says, by a counterexample that replays."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from aln.core.evaluate import evaluate, initial, tick
from aln.core.ir import CoreModule, Field, Machine, Record
from aln.pipeline import proofs
from aln.verifier.obligation import Holds, OfMachine, Verdict
from tests.verifier.render import ROOT, findings, module, rendered

CORPUS = ROOT / "corpus"
DESIGNS = sorted(CORPUS.glob("*/*/design.aln"))
# The obligation that each design is about; it is refuted, and others may be refuted with it.
NAMED = {
    "calibration/failed_after_passed": "claim/nothing_failed_since",
    "calibration/family_without_profile": "claim/calibrated",
    "calibration/future_date": "claim/in_calibration",
    "calibration/interval_from_start": "claim/in_calibration",
    "calibration/never_calibrated": "claim/calibrated",
    "calibration/other_family": "claim/in_calibration",
    "calibration/other_profile": "claim/in_calibration",
    "calibration/profile_too_long": "claim/headset_monthly",
    "calibration/standard_expired": "claim/standard_valid_throughout",
    "calibration/standard_of_itself": "claim/chain_goes_on",
    "calibration/ties_any": "claim/nothing_failed_since",
    "confidence_contract/clamped": "claim/within_contract",
    "confidence_contract/missing_is_trusted": "claim/within_contract",
    "confidence_contract/percent": "claim/within_contract",
    "detectors/onset_not_reset": "invariant/detector.shield",
    "detectors/onset_one_late": "invariant/detector.shield",
    "detectors/pulse_of_zero": "invariant/detector.measured",
    "detectors/stale_pulse": "invariant/detector.fresh",
    "drug_library/change_of_zero": "claim/in_order",
    "drug_library/clinician_updates": "claim/only_admin_writes",
    "drug_library/fallback_above": "claim/in_order",
    "drug_library/unreachable_change": "claim/reachable_in_one_step",
    "eeg_admissibility/age_of_recording": "claim/never_stale",
    "eeg_admissibility/from_the_future": "claim/never_stale",
    "eeg_admissibility/quality_unknown": "claim/recorded_well",
    "identity_hashing/one_bad_algorithm": "claim/not_broken",
    "identity_hashing/salt_unknown": "claim/salted",
    "identity_hashing/short_hash": "claim/no_plain_number",
    "infusion_sessions/auditor_closes": "claim/by_authority",
    "infusion_sessions/closed_again": "claim/closed_once",
    "infusion_sessions/closer_unknown": "claim/closer_known",
    "intensity/fade_that_rises": "invariant/intensity.never_rises",
    "intensity/held_on_silence": "invariant/intensity.gone",
    "intensity/off_at_once": "invariant/intensity.slow",
    "intensity/unknown_is_no_rem": "invariant/intensity.never_rises",
    "pseudonymisation/approved_by_oneself": "claim/every_read_is_approved",
    "pseudonymisation/approved_too_late": "claim/every_read_is_approved",
    "pseudonymisation/somebodys_request": "claim/every_read_is_approved",
    "pump/alarm_late": "invariant/safety_step.alarmed",
    "pump/alarm_unlatched": "invariant/safety_step.latched",
    "pump/clamp_order": "invariant/safety_step.in_limits",
    "pump/fallback_jumps": "invariant/safety_step.slew",
    "pump/limits_unchecked": "invariant/safety_step.in_limits",
    "pump/naive": "invariant/safety_step.reported",
    "pump/rate_kept": "invariant/safety_step.toward",
    "pump/start_too_high": "invariant/safety_step.in_limits",
    "pump/update_unchecked": "invariant/safety_step.in_limits",
    "pump/watchdog_late": "invariant/safety_step.watched",
    "rem_detection/pulse_of_zero": "claim/measured_and_calm",
    "rem_detection/strict_is_other": "refinement/strict_is_balanced",
    "rem_detection/sum_of_times": "claim/shielded",
    "rem_exclusion/closed_end": "claim/in_force",
    "rem_exclusion/edited_study": "claim/no_rem_session",
    "rem_exclusion/end_before_start": "claim/in_order",
    "rem_exclusion/expired_policy": "claim/in_force",
    "rem_exclusion/label_exact": "claim/no_rem_label",
    "rem_exclusion/label_lexicon": "claim/no_rem_label",
    "rem_exclusion/nullable_flag": "claim/no_rem_session",
    "rem_exclusion/other_studys_policy": "claim/in_force",
    "telemetry_ingestion/any_device": "claim/never_twice",
    "telemetry_ingestion/evicted_row": "claim/never_forgotten",
    "telemetry_ingestion/same_again": "claim/never_twice",
    "telemetry_sequence/acknowledged_first": "invariant/last_seen.stored_first",
    "telemetry_sequence/forgotten_row": "invariant/last_seen.never_twice",
    "telemetry_sequence/noted_first": "invariant/last_seen.try_again",
    "therapy_graph/no_gate": "invariant/evening.gated",
    "therapy_graph/rem_node": "invariant/evening.no_rem",
    "therapy_graph/unknown_is_absent": "invariant/evening.no_seizure",
    "therapy_graph/unlimited_circle": "invariant/evening.ends",
}


def name(path: Path) -> str:
    return path.parent.relative_to(CORPUS).as_posix()


@cache
def judged(path: Path) -> tuple[CoreModule, tuple[Verdict, ...]]:
    core = module(path)
    return core, tuple(proofs(core))


each_design = pytest.mark.parametrize("design", DESIGNS, ids=name)


def test_every_policy_has_siblings() -> None:
    """The corpus is what the table here says; each policy has three designs or more, the three invariants four."""
    assert {name(p) for p in DESIGNS} == NAMED.keys()
    for invariant in ("rem_exclusion", "calibration", "pump"):
        assert sum(n.startswith(f"{invariant}/") for n in NAMED) >= 4
    for policy in {n.partition("/")[0] for n in NAMED}:
        assert sum(n.startswith(f"{policy}/") for n in NAMED) >= 3


def test_the_readme_lists_the_corpus() -> None:
    """The table of `verifier/README.md` names every design, and no other."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    listed = {
        f"{row[1]}/{design}"
        for row in re.finditer(r"^\| `(\w+)` \| (.*) \|$", page, re.M)
        for design in re.findall(r"`(\w+)`", row[2])
    }
    assert listed == NAMED.keys()


@each_design
def test_a_design_is_sound_text_with_a_short_page(design: Path) -> None:
    """It checks without a finding; its page says in a few lines what is tempting, what is wrong, and for whom."""
    assert findings(design) == []
    page = (design.parent / "README.md").read_text(encoding="utf-8")
    assert page.startswith("# ")
    assert 3 <= len(page.splitlines()) <= 9
    assert "tempting" in page
    assert "patient" in page


@each_design
def test_a_design_has_the_verdicts_that_are_listed(design: Path, golden: Callable[[Path, str], None]) -> None:
    """Every obligation is proved or refuted as `expected.txt` lists it; the one the design is about is refuted."""
    _, verdicts = judged(design)
    statuses = {v.obligation.id.split("/", 1)[1]: v.status for v in verdicts}
    assert set(statuses.values()) == {"proved", "refuted"}
    assert statuses[NAMED[name(design)]] == "refuted"
    golden(design.parent / "expected.txt", rendered(verdicts))


def test_each_fault_of_the_naive_pump_has_its_shortest_run() -> None:
    """Property by property, with the number of steps that the fault needs and no more."""
    _, verdicts = judged(CORPUS / "pump" / "naive" / "design.aln")
    found = {v.obligation.id.rpartition(".")[2]: v.k for v in verdicts if v.status == "refuted"}
    assert found == {"in_limits": 1, "reported": 2, "slew": 2, "toward": 2, "settles": 21, "alarmed": 1}


@each_design
def test_a_refutation_names_what_let_it_through(design: Path) -> None:
    """Every refutation names a rule of the policy, or for a machine what it computes."""
    core, verdicts = judged(design)
    rules = {r.id for g in core.guards for r in g.rules} | {g.name for g in core.guards}
    for v in verdicts:
        if v.status == "refuted":
            assert v.counterexample is not None
            about = v.obligation.id.endswith(f"/{NAMED[name(design)]}")
            assert v.counterexample.blames or not (about or isinstance(v.obligation.goal, Holds))
            if isinstance(v.obligation.goal, Holds):
                assert set(v.counterexample.blames) <= rules


@each_design
def test_every_counterexample_replays(design: Path) -> None:
    """The evaluator, called from here, finds the values within their domains and the claim not true of them."""
    _, verdicts = judged(design)
    refuted = [v for v in verdicts if v.status == "refuted"]
    assert refuted
    for v in refuted:
        assert v.counterexample is not None
        goal = v.obligation.goal
        if isinstance(goal, Holds):
            _replay_record(goal, v.counterexample.env, refinement=v.obligation.kind == "refinement")
        else:
            assert isinstance(goal, OfMachine)
            _replay_run(goal, v)


# ── replay, written here from the meaning of the language alone ──────────────────────────────────────────────


def _in_domain(field: Field, value: Any) -> bool:
    if value is None:
        return field.optional
    t = field.type
    if t.sort == "int":
        return type(value) is int and t.lo <= value <= t.hi
    if t.sort == "enum":
        return value in t.labels
    return type(value) is (bool if t.sort == "bool" else str)


def _values(records: tuple[Record, ...], env: Mapping[str, Any]) -> list[tuple[Field, Any]]:
    """Every field of every record that is there, with its value."""
    lists = [r.path for r in records if r.how == "many"]
    out = []
    for record in records:
        home = next((p for p in lists if (record.path + ".").startswith(p + ".")), None)
        if home is None:
            here = [env] if record.how == "root" or env[record.path] is not None else []
            prefix = record.path
        else:
            here = list(env[home] or ())
            prefix = record.path[len(home) + 1 :]
            here = [item for item in here if not prefix or item[prefix] is not None]
        for values in here:
            out += [(f, values[f"{prefix}.{f.name}" if prefix else f.name]) for f in record.fields]
    return out


def _replay_record(goal: Holds, env: Mapping[str, Any], *, refinement: bool) -> None:
    for field, value in _values(goal.scope.records, env):
        assert _in_domain(field, value), (field.name, value)
    known = dict(env)
    for definition in goal.definitions:
        known[definition.name] = evaluate(definition.value, known)
        # A refinement is refuted by what one policy accepts and the other does not.
        accepted = (True, False) if refinement else (True,)
        assert known[definition.name] in accepted, "the record is one that the policy accepts"
    assert evaluate(goal.formula, known) is False


def _replay_run(goal: OfMachine, verdict: Verdict) -> None:
    machine: Machine = goal.machine
    found = verdict.counterexample
    assert found is not None
    parameters = {f.name: found.env[f.name] for f in machine.parameters}
    assert all(_in_domain(f, parameters[f.name]) for f in machine.parameters)
    assert all(evaluate(r.condition, parameters) is True for r in machine.assumption)
    [prop] = [p for p in machine.properties if p.name == goal.name]
    state = initial(machine, parameters)
    assert found.steps
    said = []
    for step in found.steps:
        inputs = {f.name: step[f.name] for f in machine.inputs}
        assert all(_in_domain(f, inputs[f.name]) for f in machine.inputs)
        values, state = tick(machine, parameters, state, inputs)
        assert {k: values[k] for k in step} == dict(step)
        said.append(evaluate(prop.formula, values))
    assert said == [*[True] * (len(said) - 1), False], "it breaks in its last tick, and not before"


@pytest.mark.parametrize(
    ("design", "ticks"),
    [
        ("pump/alarm_late", 1),
        ("pump/clamp_order", 1),
        ("pump/fallback_jumps", 3),
        ("pump/limits_unchecked", 1),
        ("pump/rate_kept", 2),
        ("pump/alarm_unlatched", 2),
        ("pump/start_too_high", 1),
        ("pump/update_unchecked", 2),
        ("pump/watchdog_late", 5),
        ("telemetry_sequence/forgotten_row", 3),
        ("therapy_graph/no_gate", 2),
        ("therapy_graph/rem_node", 4),
        ("therapy_graph/unknown_is_absent", 3),
        ("intensity/fade_that_rises", 1),
        ("intensity/unknown_is_no_rem", 1),
        ("intensity/held_on_silence", 4),
        ("detectors/onset_not_reset", 9),
        ("detectors/onset_one_late", 8),
        ("detectors/pulse_of_zero", 8),
        ("detectors/stale_pulse", 8),
    ],
)
def test_a_run_is_no_longer_than_it_has_to_be(design: str, ticks: int) -> None:
    """The run that refutes the property of a design is the shortest there is."""
    _, verdicts = judged(CORPUS / design / "design.aln")
    [verdict] = [v for v in verdicts if v.obligation.id.endswith(f"/{NAMED[design]}")]
    assert verdict.counterexample is not None
    assert len(verdict.counterexample.steps) == ticks
