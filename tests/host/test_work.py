"""Proving in other processes: ended in time, never left behind, never a wrong answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from importlib import resources

import pytest

from aln import pipeline
from aln.host import work
from aln.verifier.obligation import Budget, Obligation, Verdict
from aln.verifier.obligations import obligations
from tests.host.processes import children, linux, lives, until, watch_starts

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


def test_nothing_asked_is_nothing_answered() -> None:
    """No obligation: no verdict, and no process."""
    assert work.answer((), Budget()) == ()
    assert work.answer((), Budget(), jobs=4, timeout=1) == ()
