"""Proving in other processes: ended in time, never left behind, never a wrong answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import pytest

from aln import pipeline
from aln.host import work
from aln.host.store import Store
from aln.verifier import prove as prover
from aln.verifier.machines import spacer
from aln.verifier.obligation import Budget, Obligation, Verdict
from aln.verifier.obligations import obligations
from tests.host import processes
from tests.host.machines import apart, guessed
from tests.host.processes import (
    children,
    early,
    identity,
    kill,
    late,
    linux,
    lives,
    mark,
    marked,
    nothing,
    until,
    watch_starts,
)

TEMPLATES = resources.files("aln.cli") / "templates"


@pytest.fixture(scope="module")
def asked() -> tuple[Obligation, ...]:
    """The obligations of a policy and of a machine."""
    return tuple(
        o
        for name in ("policy", "machine")
        for o in obligations(
            pipeline.core(pipeline.Source(name, (TEMPLATES / f"{name}.aln").read_text(encoding="utf-8")))
        )
    )


def test_every_obligation_is_answered_in_order(asked: tuple[Obligation, ...]) -> None:
    """One verdict for each, in order and about the very object asked, here and in other processes; progress grows."""
    told: list[int] = []
    here = work.answer(asked, Budget(), progress=told.append)
    there = work.answer(asked, Budget(), jobs=2, timeout=300)
    assert [v.obligation for v in here] == list(asked)
    assert all(v.obligation is o for v, o in zip(there, asked, strict=True))
    assert [(v.status, v.evidence, v.engine) for v in here] == [
        (v.status, v.evidence, v.engine) for v in there
    ]
    assert {v.status for v in here} == {"proved"}
    assert told == sorted(told) and told[-1] == len(asked)
    assert sum(v.seconds for v in there) > 0


@linux
def test_no_process_stays(asked: tuple[Obligation, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """After the answers, and after a timeout with processes that never answer, no process is left."""
    before = children()
    work.answer(asked, Budget(), jobs=3)
    assert children() == before
    watch_starts(monkeypatch, lambda process: os.kill(process, signal.SIGSTOP))
    verdicts = work.answer(asked, Budget(), jobs=2, timeout=0.2)
    assert children() == before
    assert {(v.status, v.reason) for v in verdicts} == {("unknown", "stopped after 0.2 s")}


def test_a_process_that_ends_early_costs_its_unit_alone(
    asked: tuple[Obligation, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process killed from outside leaves its obligations unknown, saying how it ended; the rest is answered."""
    first = [True]

    def once(process: int) -> None:
        if first.pop() if first else False:
            os.kill(process, signal.SIGKILL)

    watch_starts(monkeypatch, once)
    verdicts = work.answer(asked, Budget(), jobs=1, timeout=300)
    assert [v.status for v in verdicts][:2] == ["unknown", "proved"]
    assert "signal 9" in verdicts[0].reason
    assert {v.status for v in verdicts[1:]} == {"proved"}


@linux
def test_a_process_without_memory_answers_unknown(
    asked: tuple[Obligation, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that may not take more memory than it has proves nothing: unknown, with a reason, and it is gone."""
    import resource

    before = children()

    def starve(process: int) -> None:
        resource.prlimit(process, resource.RLIMIT_AS, (48 << 20, 48 << 20))

    watch_starts(monkeypatch, starve)
    verdicts = work.answer([o for o in asked if o.kind == "claim"], Budget(), jobs=1, timeout=120)
    assert verdicts and {v.status for v in verdicts} == {"unknown"}
    assert all(v.reason for v in verdicts)
    assert children() == before


@pytest.mark.parametrize("fault", [MemoryError(), RuntimeError("out of memory")])
def test_a_lack_of_memory_is_named(
    fault: Exception, asked: tuple[Obligation, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When an engine runs out of memory the verdict says so and what may help; the next obligation is still asked."""
    from aln.verifier import prove as prover

    def starve(o: Obligation, budget: Budget) -> Verdict:
        if o.kind == "claim":
            raise fault
        return Verdict(o, "unknown", "", reason="asked")

    monkeypatch.setattr(prover, "_one", starve)
    first, second = work.answer([o for o in asked if o.kind in ("claim", "consistent")][:2], Budget())
    said = {v.obligation.kind: v.reason for v in (first, second)}
    assert "not enough memory" in said["claim"] and said["consistent"] == "asked"


@linux
def test_ctrl_c_ends_the_processes(asked: tuple[Obligation, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while others prove: they are gone, and what they did not answer is unknown for that reason."""
    before = children()
    watch_starts(monkeypatch, lambda process: os.kill(process, signal.SIGSTOP))
    threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
    with pytest.raises(work.Interrupted) as stopped:
        work.answer(asked, Budget(), jobs=2)
    assert children() == before
    assert {v.status for v in stopped.value.verdicts} == {"unknown"}
    assert all(v.reason.startswith("stopped by Ctrl-C after ") for v in stopped.value.verdicts)


@linux
def test_a_process_ends_with_its_caller() -> None:
    """When the caller is killed, the process it had started ends by itself."""
    code = (
        "import subprocess, sys, time\n"
        "p = subprocess.Popen([sys.executable, '-P', '-m', 'aln.host.worker'], stdin=-1, stdout=-1)\n"
        "print(p.pid, flush=True); time.sleep(60)"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    caller = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, env=environment)
    assert caller.stdout is not None
    worker = int(caller.stdout.readline())
    caller.kill()
    caller.wait()
    caller.stdout.close()
    until(lambda: not lives(worker))


# ── the parts of a machine ───────────────────────────────────────────────────────────────────────────────────


def told(verdicts: Sequence[Verdict]) -> list[tuple[object, ...]]:
    """All that verdicts say, the seconds and the solver's own texts apart."""
    return [
        (v.obligation.id, v.status, v.engine, v.evidence, v.k, v.rests_on, v.reason, v.counterexample)
        + (v.certificate.invariant if v.certificate is not None else ())
        for v in verdicts
    ]


@linux
def test_guesses_are_made_where_nothing_else_proves(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that needs Spacer is proved, by the same invariant, here and in processes, as by the engines alone; where
    guessing kills its process, what it would have proved is unknown, and this process goes on."""
    here = work.answer(guessed(), Budget())
    assert {v.status for v in here} == {"proved"}
    assert told(here) == told(list(prover.prove(guessed())))
    assert told(here) == told(work.answer(guessed(), Budget(), jobs=2))
    assert told(here) == told(work.answer(guessed(), Budget(), jobs=1, timeout=300))
    before = children()
    monkeypatch.setattr(spacer, "invariant", processes.crash)
    for jobs in (1, 2):
        crashed = work.answer(guessed(), Budget(), jobs=jobs)
        assert {v.status for v in crashed if v.obligation.kind == "invariant"} == {"unknown"}
        assert all(v.reason for v in crashed if v.status == "unknown")
    assert children() == before


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_the_first_in_order_that_answers_wins(
    jobs: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of calls that run side by side, whichever is first in time; one that dies or answers nothing is passed over."""
    file = tmp_path / "early"
    calls = [
        (kill, ()),
        (nothing, ()),
        (late if jobs > 1 else early, (file, "second")),
        (early, (file, "third")),
    ]

    def course(unit: Sequence[Obligation], budget: Budget) -> prover.Course:
        said = yield calls
        return [Verdict(o, "unknown", "smt", reason=said) for o in unit]

    monkeypatch.setattr(prover, "course", course)
    verdicts = work.answer(guessed(), Budget(), jobs=jobs, timeout=300)
    assert {v.reason for v in verdicts} == {"second"}


@linux
def test_calls_that_came_too_late_are_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When one answers, those after it are given up: nobody waits for them, and the next step has their processes."""

    def course(unit: Sequence[Obligation], budget: Budget) -> prover.Course:
        said = yield [(late, (tmp_path / "a", "won")), (mark, (tmp_path / "a", 600))]
        again = yield [(identity, ())]
        return [Verdict(o, "unknown", "smt", reason=f"{said} {again > 0}") for o in unit]

    monkeypatch.setattr(prover, "course", course)
    verdicts = work.answer(guessed(), Budget(), jobs=2)
    assert {v.reason for v in verdicts} == {"won True"}
    assert marked(tmp_path / "a")


def test_a_process_lost_late_costs_its_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was open is unknown, and says that the process ended; what was proved before says what it rests on."""
    first = {v.obligation.id: v.status for v in prover.answer(guessed(), Budget())}
    assert set(first.values()) == {"proved", "unknown"}
    monkeypatch.setattr(work, "prove_unit", processes.dying_late)
    for v in work.answer(guessed(), Budget(), jobs=2):
        assert v.status == "unknown"
        assert ("signal 9" if first[v.obligation.id] == "unknown" else "it rests on") in v.reason


def test_a_part_in_time_is_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the time is over for one part of a machine, a claim about another that was refuted stays refuted; nothing is
    proved that rests on ranges which were not."""
    low = 'claim Low : "x stays low." always x <= 2;'
    monkeypatch.setattr(work, "prove_unit", processes.slow_on_y)
    found = {v.obligation.id: v for v in work.answer(apart("y", low), Budget(), jobs=2, timeout=4)}
    assert found["Small/invariant/m.low"].status == "refuted"
    assert found["Small/range/m.y"].reason == "stopped after 4 s"
    assert (
        found["Small/range/m.x"].status == "unknown" and "the range of `y`" in found["Small/range/m.x"].reason
    )


def test_what_rests_on_a_broken_range_is_not_kept(tmp_path: Path) -> None:
    """What holds of one part is not proved while a range of another part is refuted, and is kept as no proof."""
    asked, there = apart("y + 1"), Store(tmp_path, b"tool")
    found = {v.obligation.id: v.status for v in work.answer(asked, Budget(), store=there)}
    assert found == {"Small/range/m.x": "unknown", "Small/range/m.y": "refuted"}
    assert there.find(asked, Budget()) is None


def test_a_fault_between_steps_is_doubt(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of this tool where a course goes on is unknown, and names the tool as the culprit."""
    monkeypatch.delenv("ALN_DEBUG", raising=False)

    def course(unit: Sequence[Obligation], budget: Budget) -> prover.Course:
        yield [(identity, ())]
        raise ValueError("lost the thread")

    monkeypatch.setattr(prover, "course", course)
    (verdict, *_) = work.answer(guessed(), Budget())
    assert verdict.reason == "internal error of the prover: lost the thread; please report it"


def test_nothing_asked_is_nothing_answered() -> None:
    """No obligation: no verdict, and no process."""
    assert work.answer((), Budget()) == ()
    assert work.answer((), Budget(), jobs=4, timeout=1) == ()
