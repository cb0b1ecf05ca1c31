"""The store: it saves time, and never gives a verdict on anything but what was asked."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from aln import pipeline
from aln.host import fingerprint, store, work
from aln.host.project import FILE_NAME, Project
from aln.host.store import Kept, Store, at
from aln.pipeline import artefacts
from aln.verifier.obligation import Budget, Obligation, OfMachine, Verdict
from aln.verifier.obligations import obligations
from aln.verifier.prove import prove
from tests.host.processes import watch_starts
from tests.host.questions import ALL, CONSISTENT, LIMITED, POLICY, SOBER, STORED, answered, ask, found

MACHINE = (resources.files("aln.cli") / "templates" / "machine.aln").read_text(encoding="utf-8")
LEMMA = 'lemma Bounded : "The speed is bounded." always speed <= 100 percent;'
WEAK = POLICY.replace("d.amount <= LIMIT", "d.amount <= LIMIT + 1 mg")


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    """A store that has every answer about `POLICY`."""
    there = Store(tmp_path / "cache", b"tool")
    assert {v.status for v in answered(ask(), there)} == {"proved"}
    assert found(ask(), there) == ALL
    return there


def entries(there: Store) -> list[Path]:
    return sorted(p for p in there.folder.glob("??/*") if p.is_file())


# ── the same question ────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_question_has_its_answer(tmp_path: Path) -> None:
    """Asked again: the same verdicts with their certificates, about the obligations asked now, at once."""
    kept, asked = Store(tmp_path, b"tool"), ask()
    first, again = answered(ask(), kept), answered(asked, kept)
    assert all(v.obligation is o for v, o in zip(again, asked, strict=True))
    assert all(isinstance(v, Kept) for v in again if v.engine != "evaluation")
    assert sum(isinstance(v, Kept) for v in again) > 5
    for a, b in zip(first, again, strict=True):
        assert (a.status, a.engine, a.evidence, a.k, a.rests_on, a.reason) == (
            b.status, b.engine, b.evidence, b.k, b.rests_on, b.reason,
        )  # fmt: skip
        assert (a.certificate, a.counterexample) == (b.certificate, b.counterexample)
    assert {v.seconds for v in again if isinstance(v, Kept)} == {0.0}


def test_a_kept_answer_asks_no_solver(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in the store is not proved again; what is not, is."""
    asked: list[str] = []
    real = work.prove_unit

    def watch(o: Any, budget: Budget, *told: Any) -> list[Verdict]:
        asked.extend(one.id for one in o if one.id in ALL)
        return real(o, budget, *told)

    monkeypatch.setattr(work, "prove_unit", watch)
    answered(ask(), kept)
    assert asked == []
    answered(ask(POLICY.replace("implies d.amount <= 40 mg", "implies d.amount <= 41 mg")), kept)
    assert asked == [LIMITED]


def test_words_that_say_nothing_change_nothing(kept: Store) -> None:
    """A comment, a place further down, an unused constant, the order of requirements: the same question."""
    assert found(ask("// a comment\n\n" + POLICY), kept) == ALL
    assert found(ask(POLICY.replace("lexicon", "\n    // more\n    lexicon")), kept) == ALL


# ── one thing changed ────────────────────────────────────────────────────────────────────────────────────────

CHANGES: dict[str, tuple[Callable[[], tuple[Obligation, ...]], set[str]]] = {
    "a literal in a rule": (lambda: ask(POLICY.replace("LIMIT : 40 mg", "LIMIT : 39.9 mg")), ALL),
    "a literal that breaks the claim": (lambda: ask(WEAK), ALL),
    "an operator in a rule": (lambda: ask(POLICY.replace("d.amount <= LIMIT", "d.amount < LIMIT")), ALL),
    "a rule less": (lambda: ask(POLICY.replace('require not d.drug.banned because "the drug is banned" traces "RC-1";', "")), ALL),
    "a term of the lexicon": (lambda: ask(POLICY.replace('"dream"', '"dreams"')), ALL),
    "a message": (lambda: ask(POLICY.replace("the drug is banned", "the drug is not allowed")), ALL),
    "the literal of a claim": (lambda: ask(POLICY.replace("implies d.amount <= 40", "implies d.amount <= 40.1")), {LIMITED}),
    "the sense of a claim": (lambda: ask(POLICY.replace("implies not d.drug", "implies d.drug")), {SOBER}),
    "the words of a claim": (lambda: ask(POLICY.replace("dose is limited", "dose is within its limit")), {LIMITED}),
    "a range, in the module used": (lambda: ask(POLICY, [STORED.replace("0 .. 100 by", "0 .. 99.9 by")]), ALL),
    "a step, in the module used": (lambda: ask(POLICY, [STORED.replace("by 0.1", "by 0.01")]), ALL),
    "a unit, in the module used": (lambda: ask(POLICY, [STORED.replace("decimal mg", "decimal g")]), ALL),
    "presence, in the module used": (lambda: ask(POLICY, [STORED.replace("banned : bool;", "banned : bool?;")]), ALL),
    "the table, in the module used": (lambda: ask(POLICY, [STORED.replace("entity Drug {", 'entity Drug stored as "drugs" {')]), ALL),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_one_change_is_another_question(what: str, kept: Store) -> None:
    """Whatever is changed, what depends on it is not found, and each answer with the store is the answer without."""
    make, lost = CHANGES[what]
    asked = make()
    assert ALL - found(asked, kept) == lost
    with_store = answered(asked, kept)
    assert [(v.obligation.id, v.status) for v in with_store] == [
        (v.obligation.id, v.status) for v in prove(asked)
    ]
    assert found(ask(), kept) == ALL


@pytest.mark.parametrize("budget", [Budget(units=19_999_999), Budget(depth=11), Budget(second_opinion=False)])
def test_another_budget_is_another_question(budget: Budget, kept: Store) -> None:
    """What was found with more or less is not what this run would have found."""
    assert found(ask(), kept, budget) == set()


def test_another_tool_is_another_question(kept: Store) -> None:
    """The code, a solver or Python changed: nothing that the other one found is found."""
    assert found(ask(), Store(kept.folder, b"another tool")) == set()


def test_another_name_is_another_question(kept: Store) -> None:
    """A claim under another name or of another module is asked for itself."""
    assert LIMITED not in found(ask(POLICY.replace("claim Limited", "claim Capped")), kept)
    assert (
        found(ask(POLICY.replace("Dose_v1_0_0", "Dose_v1_0_1").replace('"1.0.0"', '"1.0.1"')), kept) == set()
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lemma Bounded", "lemma Bound"),
        ("speed <= 100 percent;", "speed <= 99 percent;"),
        (LEMMA, ""),
        ("every 1 s", "every 2 s"),
        ("l.change > 0 percent", "l.change > 1 percent"),
        ("speed : Speed = 0 percent", "speed : Speed = 1 percent"),
        ("0 .. 400 by", "0 .. 399 by"),
        ("claim Alarmed", "claim Alarm"),
    ],
)
def test_a_machine_is_one_question(old: str, new: str, tmp_path: Path) -> None:
    """Its obligations rest on each other: a lemma, a range, a parameter changed, and all of them are asked again."""
    text = MACHINE.replace("claim Stops", f"{LEMMA}\n        claim Stops")
    assert old in text
    there = Store(tmp_path, b"tool")
    assert {v.status for v in answered(ask(text, ()), there)} == {"proved"}
    assert all(isinstance(v, Kept) for v in of_machine(answered(ask(text, ()), there)))
    changed = of_machine(answered(ask(text.replace(old, new), ()), there))
    assert len(changed) > 5 and not any(isinstance(v, Kept) for v in changed)


def of_machine(verdicts: Sequence[Verdict]) -> list[Verdict]:
    return [v for v in verdicts if isinstance(v.obligation.goal, OfMachine)]


def test_artefacts_are_asked_about_as_they_are_read_back(tmp_path: Path) -> None:
    """The proof that an artefact is the policy is found again; for a text that reads otherwise it is not."""
    there = Store(tmp_path, b"tool")
    core = pipeline.core(pipeline.Source("asked.aln", POLICY), [pipeline.Source("o.aln", STORED)])
    asked = [a.equal for a in artefacts(core, ["python", "sql"]) if a.equal is not None]
    assert len(asked) == 2
    assert {v.status for v in answered(asked, there)} == {"proved"}
    assert all(isinstance(v, Kept) for v in answered(asked, there))
    weak = pipeline.core(pipeline.Source("asked.aln", WEAK), [pipeline.Source("o.aln", STORED)])
    crossed = [
        replace(o, goal=replace(o.goal, pairs=tuple((n, a, d) for (n, a, _), (_, _, d) in zip(o.goal.pairs, w.goal.pairs, strict=True))))  # type: ignore[union-attr]
        for o, w in zip(asked, (a.equal for a in artefacts(weak, ["python", "sql"])), strict=True)
    ]  # fmt: skip
    assert {v.status for v in answered(crossed, there)} == {"refuted"}


# ── what is not kept ─────────────────────────────────────────────────────────────────────────────────────────


def test_doubt_is_not_kept(tmp_path: Path) -> None:
    """An unknown verdict is asked for again: next time there may be an answer."""
    there, short = Store(tmp_path, b"tool"), Budget(units=1)
    assert "unknown" in {v.status for v in answered(ask(), there, short)}
    assert LIMITED not in found(ask(), there, short)


def test_a_fault_of_the_prover_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that fails leaves nothing behind in the store."""
    from aln.verifier import prove as prover

    def fail(o: Obligation, budget: Budget) -> Verdict:
        raise MemoryError

    monkeypatch.setattr(prover, "_one", fail)
    there = Store(tmp_path, b"tool")
    assert {v.status for v in answered(ask(), there)} == {"unknown"}
    assert entries(there) == []


def test_what_a_changed_tool_found_is_not_kept(tmp_path: Path) -> None:
    """The code changed while it proved: who knows which code it was."""
    there = Store(tmp_path, b"tool", still=lambda: False)
    assert {v.status for v in answered(ask(), there)} == {"proved"}
    assert entries(there) == []


# ── what was tampered with, or is damaged ────────────────────────────────────────────────────────────────────


def resealed(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """The entry with its rows changed and its digest made right again: only what it says can betray it."""
    document = json.loads(path.read_bytes().partition(b"\n")[2])
    for row in document["verdicts"]:
        change(row)
    data = json.dumps(document).encode()
    path.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b" ",
        lambda data: data.replace(b"proved", b"Proved"),
        lambda data: b"\xff" * len(data),
        lambda data: b"\n",
        lambda data: hashlib.sha256(b"[]").hexdigest().encode() + b"\n[]",
        lambda data: hashlib.sha256(b"[" * 99_999).hexdigest().encode() + b"\n" + b"[" * 99_999,
        lambda data: hashlib.sha256(b"\xff").hexdigest().encode() + b"\n\xff",
    ],
)
def test_a_damaged_entry_is_none(damage: Callable[[bytes], bytes], kept: Store) -> None:
    """Whatever happened to the file: it is not found, the question is answered afresh, and the entry is sound again."""
    for path in entries(kept):
        path.write_bytes(damage(path.read_bytes()))
    assert found(ask(), kept) == set()
    assert {v.status for v in answered(ask(), kept)} == {"proved"}
    assert found(ask(), kept) == ALL


def test_an_entry_of_another_question_is_none(kept: Store) -> None:
    """Entries moved to each other's places answer nothing."""
    first, *rest = entries(kept)
    for path in rest:
        path.write_bytes(first.read_bytes())
    assert len(found(ask(), kept)) <= 1


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.update(status="proved", counterexample=None),
        lambda row: row.update(status="proved", evidence="L2", counterexample=None),
        lambda row: row.update(evidence="L2"),
        lambda row: row.update(counterexample=None),
        lambda row: row["counterexample"]["Counterexample"].update(env={"map": []}),
        lambda row: row["counterexample"]["Counterexample"]["env"]["map"].append(["amount", 400]),
        lambda row: row["counterexample"]["Counterexample"]["env"]["map"].append(["amount", 10_000]),
        lambda row: row["counterexample"]["Counterexample"]["env"]["map"].append(["amount", "much"]),
        lambda row: row["counterexample"]["Counterexample"].update(shown=["dose.amount : 7 mg"]),
        lambda row: row["counterexample"]["Counterexample"].update(steps=3),
        lambda row: row.update(counterexample={"Verdict": {}}),
        lambda row: row.update(id="Dose/claim/sober"),
        lambda row: row.update(more=1),
        lambda row: row.pop("k"),
    ],
)
def test_a_counterexample_that_does_not_happen_is_dropped(
    change: Callable[[dict[str, Any]], object], tmp_path: Path
) -> None:
    """A kept refutation is run again by the evaluator: one that does not break the claim is not shown, nor any that
    says of itself what cannot be."""
    there, asked = Store(tmp_path, b"tool"), [o for o in ask(WEAK) if o.id == LIMITED]
    assert [v.status for v in answered(asked, there)] == ["refuted"]
    assert isinstance(answered(asked, there)[0], Kept)
    (path,) = entries(there)
    resealed(path, change)
    assert found(asked, there) == set()
    assert [v.status for v in answered(asked, there)] == ["refuted"]


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.update(evidence="L0"),
        lambda row: row.update(evidence="tested"),
        lambda row: row.update(evidence=""),
        lambda row: row.update(certificate=None),
        lambda row: row.update(status="refuted"),
        lambda row: row.update(status="unknown"),
        lambda row: row.update(status=True),
        lambda row: row["certificate"]["Certificate"].update(queries=[], witness=[]),
    ],
)
def test_a_proof_without_its_certificate_is_dropped(
    change: Callable[[dict[str, Any]], object], kept: Store
) -> None:
    """A kept proof has its queries or the witness that proves it, and evidence that is proof."""
    for path in entries(kept):
        resealed(path, change)
    assert found(ask(), kept) == set()


def test_a_witness_that_is_none_is_dropped(kept: Store) -> None:
    """That rules can be met is proved by a record that meets them: it is judged again."""

    def unlawful(row: dict[str, Any]) -> None:
        for witness in row["certificate"]["Certificate"]["witness"]:
            witness["map"] = [
                [name, True if name == "drug.banned" else value] for name, value in witness["map"]
            ]

    for path in entries(kept):
        resealed(path, unlawful)
    assert found(ask(), kept) == {LIMITED, SOBER}


@pytest.mark.parametrize("part", ["env", "steps"])
def test_a_run_that_does_not_happen_is_dropped(part: str, tmp_path: Path) -> None:
    """A refuted machine shows a run: it is made again from its parameters and inputs, tick by tick."""
    text = MACHINE.replace("else 0 percent;", "else 1 percent;")
    there, asked = Store(tmp_path, b"tool"), ask(text, ())
    first = answered(asked, there)
    assert "refuted" in {v.status for v in first}
    assert all(isinstance(v, Kept) for v in answered(asked, there) if v.status == "refuted")

    def spoil(row: dict[str, Any]) -> None:
        if row["counterexample"] is not None:
            inner = row["counterexample"]["Counterexample"]
            for one in [inner["env"]] if part == "env" else inner["steps"]:
                one["map"] = [[n, 0 if type(v) is int else v] for n, v in one["map"]]

    for path in entries(there):
        resealed(path, spoil)
    assert not any(isinstance(v, Kept) for v in answered(asked, there) if v.status == "refuted")


# ── files ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_store_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    """A file where the folder should be, a folder where an entry should be: the answers are the same."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    there = Store(tmp_path / "file", b"tool")
    assert {v.status for v in answered(ask(), there)} == {"proved"}
    there = Store(tmp_path / "store", b"tool")
    for o in ask():
        key = there.key([o], Budget())
        assert key is not None
        (there.folder / key[:2] / key[2:] / "folder").mkdir(parents=True)
    assert {v.status for v in answered(ask(), there)} == {"proved"}
    assert not list(there.folder.glob("??/.new-*"))


def test_a_store_stays_within_its_size(tmp_path: Path) -> None:
    """Beyond the limit what was used longest ago goes, until the rest is well below it."""
    there = Store(tmp_path, b"tool", limit=4_000)
    for n in range(10):
        there.put(f"{n:064d}", {"text": "x" * 1_000})
        there.flush()
        path = tmp_path / "00" / f"{n:062d}"
        os.utime(path, (time.time() - 100 + n,) * 2)
    there.put(f"{10:064d}", {"text": "x"})
    there.close()
    left = {path.name[-2:] for path in entries(there)}
    assert sum(path.stat().st_size for path in entries(there)) <= 4_000
    assert "10" in left and "09" in left and "00" not in left


def test_what_a_killed_run_left_is_removed(kept: Store) -> None:
    """Half-written files of long ago go with the next entry; fresh ones may still be written by somebody."""
    folder = entries(kept)[0].parent
    old, fresh = folder / ".new-old", folder / ".new-fresh"
    old.write_bytes(b"half")
    fresh.write_bytes(b"half")
    os.utime(old, (0, 0))
    answered(ask(WEAK), kept)
    assert not old.exists() and fresh.exists()


def test_a_process_killed_while_it_writes_does_no_harm(tmp_path: Path) -> None:
    """Killed at any moment: every entry that is there is whole."""
    code = (
        "import sys; from pathlib import Path; from aln.host.store import Store\n"
        "there = Store(Path(sys.argv[1]), b'tool'); print('begun', flush=True); n = 0\n"
        "while True: there.put(f'{n % 50:064d}', {'n': n, 'text': 'x' * 100_000}); there.flush(); n += 1"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    there = Store(tmp_path, b"tool")
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, env=environment
        )
        assert process.stdout is not None and process.stdout.readline() == b"begun\n"
        while not entries(there):
            time.sleep(0.01)
        time.sleep(0.1)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        whole = [p for p in entries(there) if not p.name.startswith(".new-")]
        assert whole
        assert all(there.read(p.parent.name + p.name) is not None for p in whole)


def test_runs_at_the_same_time_do_no_harm(tmp_path: Path) -> None:
    """Four processes ask the same and write the same store: each gets every answer, and the store is sound."""
    code = (
        "import sys; from pathlib import Path; from aln.host.store import Store\n"
        "from tests.host.questions import answered, ask\n"
        "for _ in range(3): print(*sorted({v.status for v in answered(ask(), Store(Path(sys.argv[1]), b'tool'))}))"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, env=environment)
        for _ in range(4)
    ]
    said = [process.communicate()[0].decode().split() for process in running]
    assert said == [["proved"] * 3] * 4
    assert found(ask(), Store(tmp_path, b"tool")) == ALL
    assert not list(tmp_path.glob("??/.new-*"))


def test_ctrl_c_keeps_what_was_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped half way: what was proved by then is found next time, the rest is asked."""
    real = work.prove_unit

    def stop(o: Any, budget: Budget, *told: Any) -> list[Verdict]:
        if o[0].id == SOBER:
            raise KeyboardInterrupt
        return real(o, budget, *told)

    there = Store(tmp_path, b"tool")
    monkeypatch.setattr(work, "prove_unit", stop)
    with pytest.raises(work.Interrupted) as stopped:
        answered(ask(), there)
    told = {v.obligation.id: v.status for v in stopped.value.verdicts}
    assert told[SOBER] == "unknown" and told[LIMITED] == "proved"
    assert found(ask(), there) == ALL - {SOBER}


def test_a_killed_worker_leaves_nothing_in_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that is killed answers unknown, which is not kept; the next run has the answer."""
    killed: list[int] = []

    def once(process: int) -> None:
        if not killed:
            killed.append(process)
            os.kill(process, signal.SIGKILL)

    watch_starts(monkeypatch, once)
    there = Store(tmp_path, b"tool")
    verdicts = work.answer(ask(), Budget(), jobs=1, timeout=300, store=there)
    lost = [v.obligation.id for v in verdicts if v.status == "unknown"]
    assert lost == [CONSISTENT]
    assert found(ask(), there) == ALL - {CONSISTENT}
    assert {v.status for v in work.answer(ask(), Budget(), jobs=2, store=Store(tmp_path, b"tool"))} == {
        "proved"
    }


# ── where it is ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code counts as settled, whoever edits it now."""
    monkeypatch.setattr(fingerprint, "SETTLED", -1e9)


@pytest.mark.usefixtures("settled")
def test_the_store_lies_beside_the_project_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`.aln/cache` of the project; without a project file, the user's cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    project = Project(tmp_path, "p", (), tmp_path / "generated")
    there = at(project)
    assert there is not None and there.folder == tmp_path / "cache" / "aln"
    (tmp_path / FILE_NAME).write_text("", encoding="utf-8")
    there = at(project)
    assert there is not None and there.folder == tmp_path / ".aln" / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    (tmp_path / FILE_NAME).unlink()
    monkeypatch.setenv("HOME", str(tmp_path))
    there = at(project)
    assert there is not None and there.folder == tmp_path / ".cache" / "aln"


@pytest.mark.usefixtures("settled")
def test_a_store_that_others_can_write_is_not_used(tmp_path: Path) -> None:
    """Whoever can write the folder could write a proof: such a store is neither read nor written."""
    (tmp_path / FILE_NAME).write_text("", encoding="utf-8")
    project = Project(tmp_path, "p", (), tmp_path / "generated")
    folder = tmp_path / ".aln" / "cache"
    folder.mkdir(parents=True)
    assert at(project) is not None
    folder.chmod(0o777)
    assert at(project) is None


def test_only_the_user_may_read_a_new_store(kept: Store) -> None:
    """The folder is made for its user alone, and git passes it over."""
    assert stat.S_IMODE(kept.folder.stat().st_mode) == 0o700
    assert (kept.folder / ".gitignore").read_text(encoding="ascii") == "*\n"


def test_what_needs_no_solver_is_not_looked_up(tmp_path: Path) -> None:
    """Examples are judged each time: that is as fast as looking."""
    text = (resources.files("aln.cli") / "templates" / "policy.aln").read_text(encoding="utf-8")
    asked = [o for o in obligations(pipeline.core(pipeline.Source("p.aln", text))) if o.kind == "example"]
    assert asked and store.Store(tmp_path, b"tool").key(asked, Budget()) is None
