"""`aln prove`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from aln.host import work
from aln.verifier import prove as prover
from aln.verifier.obligation import Budget, Certificate, Obligation, Verdict
from tests.cli.conftest import MACHINE, POLICY, WEAK, Aln
from tests.host.clusters import local_cluster, require_dask

CLAIM = "OximeterReading/claim/reliable"


def test_a_sound_policy_is_proved(aln: Aln, policy: Path) -> None:
    """Every obligation proved: exit code 0, a line for each, a summary; JSON says the same."""
    text = aln("prove")
    assert text.code == 0
    assert text.out.splitlines()[0] == "OximeterReading_v1_0_0  p.aln"
    assert "  ✓ claim                 reliable " in text.out and "8 obligations: 8 proved" in text.out
    done = aln("prove", "--format", "json")
    document = done.document
    assert done.code == 0 and done.err == ""
    assert {k: v for k, v in document["summary"].items() if k != "seconds"} == {
        "obligations": 8, "proved": 8, "refuted": 0, "unknown": 0,
    }  # fmt: skip
    claim = next(v for v in document["verdicts"] if v["id"] == CLAIM)
    assert (claim["kind"], claim["status"], claim["evidence"], claim["engine"]) == (
        "claim",
        "proved",
        "L2",
        "smt",
    )
    assert (claim["requirements"], claim["hazards"]) == (["REQ-OXI-1"], ["HAZ-OXI-1"])
    assert claim["module"] == "OximeterReading_v1_0_0" and claim["span"]["file"] == "p.aln"
    assert aln("prove", "--format", "github").out.count("::") == 0


def test_a_refuted_claim_shows_its_counterexample(aln: Aln, weak: Path) -> None:
    """Refuted: exit code 1, the claim in words, the record, what let it through, what it touches, how to run again."""
    text = aln("prove")
    assert text.code == 1
    assert "  ✗ refuted  OximeterReading/claim/reliable  weak.aln:" in text.out
    for part in (
        "An accepted reading comes from a sensor in date, with a good signal.",
        "reading.quality          : ",
        "reading.calibrated_until : ",
        "let through by",
        "requirements   REQ-OXI-1",
        "hazards        HAZ-OXI-1",
        "run again      aln prove weak.aln --only OximeterReading/claim/reliable",
        "7 obligations: 6 proved, 1 refuted",
    ):
        assert part in text.out
    document = aln("prove", "--format", "json").document
    (refuted,) = [v for v in document["verdicts"] if v["status"] == "refuted"]
    found = refuted["counterexample"]
    assert found["replayed"] is True and found["blames"]
    assert found["values"]["reading.calibrated_until"] <= found["values"]["reading.taken_at"]
    annotation = aln("prove", "--format", "github").out.splitlines()[0]
    assert annotation.startswith("::error file=weak.aln,line=") and f"title={CLAIM}::refuted: " in annotation


def test_a_useless_rule_lets_nothing_through(aln: Aln, tmp_path: Path) -> None:
    """A rule that decides nothing is refuted with the rules that make it useless, in the words of its kind."""
    start = POLICY.index("        require present(r.quality)")
    rule = POLICY[start : POLICY.index(";", start) + 1]
    again = rule.replace('because "', 'because "once more, ')
    (tmp_path / "p.aln").write_text(POLICY.replace(rule, f"{rule}\n{again}"), encoding="utf-8")
    done = aln("prove", "--only", "OximeterReading/decides")
    assert done.code == 1
    assert "the rule refuses nothing that the other rules accept" in done.out
    assert "because of" in done.out and "let through by" not in done.out


def test_a_machine_is_proved_and_refuted(aln: Aln, tmp_path: Path) -> None:
    """A machine's obligations are proved; without its limit one is refuted, with a run as a table and as objects."""
    (tmp_path / "m.aln").write_text(MACHINE, encoding="utf-8")
    assert aln("prove").code == 0
    broken = MACHINE.replace("present(pressure) and pressure < limits.pressure", "present(pressure)")
    broken = broken.replace("always not safe implies", "always not (pressure < limits.pressure) implies")
    (tmp_path / "m.aln").write_text(broken, encoding="utf-8")
    text = aln("prove", "--only", "CuffPump/invariant/cuff_step.stops")
    assert text.code == 1 and "tick" in text.out
    document = aln("prove", "--format", "json").document
    (refuted,) = [v for v in document["verdicts"] if v["status"] == "refuted"]
    assert refuted["id"] == "CuffPump/invariant/cuff_step.stops"
    assert refuted["counterexample"]["steps"] and "pressure" in refuted["counterexample"]["steps"][0]


def test_only_chooses_by_the_beginning_of_the_id(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """--only proves what begins so; of a machine it proves all together and shows only what was asked for."""
    (tmp_path / "m.aln").write_text(MACHINE, encoding="utf-8")
    ids = [v["id"] for v in aln("prove", "--only", CLAIM[:-3], "--format", "json").document["verdicts"]]
    assert ids == [CLAIM]
    one = "CuffPump/invariant/cuff_step.gentle"
    ids = [v["id"] for v in aln("prove", "--only", one, "--format", "json").document["verdicts"]]
    assert ids == [one]


def test_an_id_that_does_not_exist_is_nothing_to_prove(aln: Aln, policy: Path) -> None:
    """--only with no match ends with 4: it must not look like success."""
    done = aln("prove", "--only", "Oximeter/zzz")
    assert done.code == 4 and "`Oximeter/zzz`" in done.err
    assert aln("prove", "--only", "zzz", "--format", "json").document["exit_code"] == 4


def test_why_says_what_a_proof_rests_on(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """--why names the evidence and queries of a claim, and the obligations that a machine's proof assumes."""
    done = aln("prove", "p.aln", "--why", CLAIM)
    assert done.code == 0
    assert (
        "evidence       L2 by smt" in done.out and "lines of SMT-LIB" in done.out and "rests on" in done.out
    )
    (tmp_path / "m.aln").write_text(MACHINE, encoding="utf-8")
    done = aln("prove", "m.aln", "--why", "CuffPump/invariant/cuff_step.stops")
    assert "rests on" in done.out


def test_why_and_only_exclude_each_other(aln: Aln, policy: Path) -> None:
    """Both choose: giving both is a usage error."""
    assert aln("prove", "--only", "a", "--why", "b").code == 2


def test_recheck_puts_every_query_again(aln: Aln, policy: Path) -> None:
    """--recheck reports what cvc5 says of each proof, and of proofs without a query that there is none."""
    done = aln("prove", "--recheck")
    assert done.code == 0
    assert "cvc5 agrees on 1 of 1 queries" in done.out and "no query to put again" in done.out
    document = aln("prove", "--recheck", "--only", CLAIM, "--format", "json").document
    assert document["verdicts"][0]["rechecked"] == "cvc5 agrees on 1 of 1 queries"


def test_a_contradicted_proof_is_taken_back(aln: Aln, policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second solver finds a model of what the first refuted, the verdict becomes unknown: exit code 3."""
    monkeypatch.setattr("aln.verifier.second.second_opinion", lambda script: "sat")
    done = aln("prove", "--recheck", "--only", CLAIM, "--format", "json")
    assert done.code == 3
    (verdict,) = done.document["verdicts"]
    assert verdict["status"] == "unknown" and "contradicts" in verdict["reason"]


def test_a_small_budget_leaves_doubt(aln: Aln, policy: Path) -> None:
    """A budget of one unit answers unknown, says how to go on, and ends with 3."""
    done = aln("prove", "--budget", "1", "--only", CLAIM)
    assert done.code == 3
    assert "? unknown" in done.out and "--budget" in done.out


def test_a_timeout_leaves_doubt(aln: Aln, policy: Path) -> None:
    """What is unanswered when the time is over is unknown for that reason: exit code 3, also as a document."""
    done = aln("prove", "--timeout", "0.000001", "--format", "json")
    assert done.code == 3
    assert {v["reason"] for v in done.document["verdicts"]} == {"stopped after 1e-06 s"}
    assert "8 obligations of OximeterReading_v1_0_0" in aln("prove", "--timeout", "0.000001").out


def test_processes_answer_what_one_process_answers(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """--jobs changes nothing but the time: the same verdicts in the same order."""
    other = POLICY.replace(">= GOOD_SIGNAL", ">= 0.5").replace("_v1_0_0", "_v1_0_1").replace("1.0.0", "1.0.1")
    (tmp_path / "weak.aln").write_text(other, encoding="utf-8")

    def verdicts(*options: str) -> list[dict[str, object]]:
        rows = aln("prove", "--format", "json", *options).document["verdicts"]
        return [{k: v for k, v in row.items() if k != "seconds"} for row in rows]

    alone = verdicts("--no-store")
    assert {row["status"] for row in alone} == {"proved", "refuted"}
    assert verdicts("--jobs", "2", "--no-store") == alone


@pytest.mark.parametrize("verb", ["prove", "build", "gate"])
def test_two_places_to_prove_in(aln: Aln, policy: Path, verb: str) -> None:
    """--jobs and --cluster together end with 2, with what to do instead; so does one job, which is a choice too."""
    done = aln(verb, "--jobs", "1", "--cluster", "tcp://desk:8786")
    assert done.code == 2 and "`--jobs` and `--cluster`" in done.err and "help: give one of them" in done.err


@pytest.mark.parametrize("verb", ["prove", "build", "gate"])
def test_a_cluster_that_is_not_there(aln: Aln, policy: Path, verb: str, tmp_path: Path) -> None:
    """An address that is none ends with 2 and an example of one, and nothing is written; so it is not ignored."""
    require_dask()
    done = aln(verb, "--cluster", "desk")
    assert done.code == 2 and "`desk`" in done.err and "tcp://" in done.err
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == ["p.aln"]


def test_a_cluster_answers_what_one_process_answers(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """--cluster changes nothing but the time: the same document, and the same artefacts are written."""
    (tmp_path / "weak.aln").write_text(
        WEAK.replace("_v1_0_0", "_v1_0_1").replace("1.0.0", "1.0.1"), encoding="utf-8"
    )

    def document(*options: str) -> object:
        rows = aln("prove", "--format", "json", "--no-store", *options).document["verdicts"]
        return [{k: v for k, v in row.items() if k != "seconds"} for row in rows]

    with local_cluster() as there:
        alone = document()
        assert document("--cluster", there.scheduler_address) == alone
        done = aln("build", "p.aln", "--no-store", "--cluster", there.scheduler_address, "--format", "json")
    assert done.code == 0 and {row["status"] for row in done.document["artefacts"]} == {"written"}


def test_sources_with_errors_are_not_proved(aln: Aln, policy: Path) -> None:
    """A file that does not check ends with 2 and its findings; nothing is proved of it."""
    policy.write_text(POLICY.replace("present(r.quality)", "present(r.qualty)"), encoding="utf-8")
    done = aln("prove", "--format", "json")
    assert done.code == 2
    assert done.document["schema"] == "aln/error/v1" and done.document["diagnostics"]
    assert "`qualty`" in aln("prove").err


def test_a_module_without_claims_has_nothing_to_prove(aln: Aln, tmp_path: Path) -> None:
    """No obligation at all ends with 4, and its document has none."""
    (tmp_path / "e.aln").write_text("module Empty_v1_0_0 {\n}\n", encoding="utf-8")
    done = aln("prove", "--format", "json")
    assert (done.code, done.document["verdicts"]) == (4, [])


def test_a_fault_of_an_engine_is_doubt(aln: Aln, policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that fails answers unknown, names itself as the culprit, and the others go on."""

    def fail(obligation: Obligation, budget: Budget) -> Verdict:
        if obligation.kind == "claim":
            raise ValueError("boom")
        return replace(Verdict(obligation, "proved", "smt", "L1"), certificate=Certificate())

    monkeypatch.setattr(prover, "_one", fail)
    done = aln("prove", "--format", "json")
    assert done.code == 3
    (doubt,) = [v for v in done.document["verdicts"] if v["status"] != "proved"]
    assert doubt["reason"] == "internal error of the prover: boom; please report it"


def test_ctrl_c_keeps_what_is_answered(aln: Aln, policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 3: what was answered is shown, the rest is unknown for that reason."""
    real = work.prove_unit

    def stop(obligations: list[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
        if obligations[0].kind == "claim":
            raise KeyboardInterrupt
        return real(obligations, budget, *told)

    monkeypatch.setattr(work, "prove_unit", stop)
    done = aln("prove", "--format", "json")
    assert done.code == 3
    statuses = [v["status"] for v in done.document["verdicts"]]
    first = statuses.index("unknown")
    assert first and set(statuses[:first]) == {"proved"} and set(statuses[first:]) == {"unknown"}
    assert "stopped by Ctrl-C" in done.document["verdicts"][first]["reason"]
