"""Proving on a Dask cluster: the verdicts of one process, whatever happens to workers, and nothing left behind."""

from __future__ import annotations

import concurrent.futures
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from aln import pipeline
from aln.diagnostics import AlnError
from aln.host import cluster, fingerprint, work
from aln.host.cluster import ClusterExecutor
from aln.host.executor import WorkerLost, as_answered
from aln.verifier.machines import spacer
from aln.verifier.obligation import Budget, Obligation, Verdict
from aln.verifier.obligations import obligations
from tests.cli.conftest import MACHINE, POLICY, WEAK
from tests.host import processes
from tests.host.clusters import local_cluster, require_dask
from tests.host.machines import guessed, portfolio
from tests.host.processes import (
    PLACE,
    add,
    fail,
    identity,
    linux,
    lives,
    mark,
    marked,
    print_much,
    reader,
    unsendable,
    until,
)

pytestmark = linux


@pytest.fixture(scope="module")
def asked() -> tuple[Obligation, ...]:
    """The obligations of a policy, of one that lost a rule, of a machine, and of one that needs Spacer: some are
    refuted."""
    some = (
        o
        for text in (POLICY, WEAK, MACHINE)
        for o in obligations(pipeline.core(pipeline.Source("asked.aln", text)))
    )
    return (*some, *guessed())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The file in which functions say where they ran, on workers too."""
    path = tmp_path_factory.mktemp("cluster") / "marks"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(PLACE, str(path))
        yield path


@pytest.fixture(scope="module")
def shared(place: Path) -> Iterator[Any]:
    """A cluster of two workers."""
    with local_cluster() as made:
        yield made


@pytest.fixture
def address(shared: Any, place: Path) -> str:
    """The address of its scheduler; both workers are there, and nothing is marked."""
    shared.wait_for_workers(2)
    place.unlink(missing_ok=True)
    found: str = shared.scheduler_address
    return found


@pytest.fixture
def clients(shared: Any) -> Callable[[], set[str]]:
    """The clients that the scheduler knows of."""
    return lambda: set(shared.scheduler.clients)


@pytest.fixture
def joined(address: str) -> Iterator[ClusterExecutor]:
    """An executor on it."""
    with ClusterExecutor(address) as made:
        yield made


def told(verdicts: Sequence[Verdict]) -> list[tuple[object, ...]]:
    """All that verdicts say, the seconds and the solver's own texts apart."""
    return [
        (v.obligation.id, v.status, v.engine, v.evidence, v.k, v.rests_on, v.reason, v.counterexample)
        for v in verdicts
    ]


# ── the same answers ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_cluster_answers_what_one_process_answers(address: str, asked: tuple[Obligation, ...]) -> None:
    """The same verdicts in the same order, about the very objects asked, with counterexamples; progress grows."""
    progress: list[int] = []
    there = work.answer(asked, Budget(), cluster=address, progress=progress.append)
    assert told(there) == told(work.answer(asked, Budget()))
    assert all(v.obligation is o for v, o in zip(there, asked, strict=True))
    assert {v.status for v in there} == {"proved", "refuted"}
    assert progress == sorted(progress) and progress[-1] == len(asked)


def test_guesses_of_spacer_are_terms_of_core(joined: ClusterExecutor) -> None:
    """What each configuration of the portfolio finds is what it finds here, and of the very same terms."""
    tasks = portfolio()
    here = [spacer.invariant(task) for task in tasks]
    assert len(tasks) > 1 and any(here)
    assert [f.result(60) for f in [joined.submit(spacer.invariant, task) for task in tasks]] == here


def test_values_and_errors_come_back(joined: ClusterExecutor) -> None:
    """What functions give and raise; what they print, or cannot send, harms no other; values are read by who asks."""
    futures = [joined.submit(add, n, b=1) for n in range(4)]
    assert [f.result(60) for f in as_answered(futures)] != [] and [f.result() for f in futures] == [
        1,
        2,
        3,
        4,
    ]
    with pytest.raises(ValueError, match="no such dose"):
        joined.submit(fail, "no such dose").result(60)
    assert joined.submit(lambda: 1).exception(60) is not None
    assert joined.submit(unsendable).exception(60) is not None
    assert joined.submit(print_much).result(60) == 0
    assert joined.submit(reader).result(60) == threading.get_ident()


def test_nothing_is_taken_after_the_end(address: str, clients: Callable[[], set[str]]) -> None:
    """The end waits for what was given and leaves the cluster; an executor that was shut down refuses, and may be shut
    down again."""
    before = clients()
    joined = ClusterExecutor(address)
    assert len(clients() - before) == 1
    future = joined.submit(add, 1)
    joined.shutdown()
    assert future.done() and future.result() == 1
    until(lambda: clients() == before)
    with pytest.raises(RuntimeError, match="shut down"):
        joined.submit(add, 1)
    joined.shutdown(cancel_futures=True)


# ── what is lost ─────────────────────────────────────────────────────────────────────────────────────────────


def test_a_solver_that_crashes_costs_its_unit_alone(
    address: str, asked: tuple[Obligation, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The process is not the worker: what it was at is unknown, the rest is answered, and the workers stay."""
    with ClusterExecutor(address) as joined:
        workers = set(joined._workers)
    monkeypatch.setattr(work, "prove_unit", processes.dying)
    verdicts = work.answer(asked, Budget(), cluster=address)
    lost = [v for v in verdicts if v.status == "unknown"]
    assert {v.obligation.kind for v in lost} == {"claim"} and len(lost) == 2
    assert all("signal 9" in v.reason for v in lost)
    with ClusterExecutor(address) as joined:
        assert joined._workers == workers


def test_a_worker_that_is_killed_is_replaced_by_another(
    address: str, asked: tuple[Obligation, ...], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker killed while it proves: its units are proved elsewhere, and every verdict is there."""
    monkeypatch.setattr(work, "prove_unit", processes.killing_once)
    verdicts = work.answer(asked, Budget(), cluster=address)
    assert len(marked(place)) == 1
    monkeypatch.undo()
    assert told(verdicts) == told(work.answer(asked, Budget()))


def test_no_third_worker_is_lost_for_a_unit(
    address: str, asked: tuple[Obligation, ...], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A unit that costs one worker after another is unknown after the second, with the reason."""
    monkeypatch.setattr(work, "prove_unit", processes.killing)
    (verdict,) = work.answer([o for o in asked if o.kind == "claim"][:1], Budget(), cluster=address)
    assert (verdict.status, verdict.evidence) == ("unknown", "")
    assert verdict.reason.startswith("2 workers of the cluster were lost")
    assert 2 <= len(marked(place)) <= 3  # a third may have begun before the second was known to be lost


def test_a_worker_that_came_to_differ_answers_nothing(joined: ClusterExecutor) -> None:
    """A task says what asks it: where a worker is not the same, that is the answer, and no verdict."""
    joined._here = joined._here | {"cvc5": "1.0.0"}
    with pytest.raises(WorkerLost, match=r"cvc5 is \d.*, here 1\.0\.0"):
        joined.submit(add, 1).result(60)


# ── what is given up ─────────────────────────────────────────────────────────────────────────────────────────


def test_a_task_that_runs_can_be_given_up(joined: ClusterExecutor, place: Path) -> None:
    """Its process on the worker ends, whoever waits for it is told, and the worker has time for others."""
    running = [joined.submit(mark, place, 600) for _ in range(2)]
    until(lambda: len(marked(place)) == 2)
    assert all(f.cancel() for f in running)
    assert concurrent.futures.wait(running, 60).done == set(running)
    assert joined.submit(add, 1).result(60) == 1
    until(lambda: not any(map(lives, marked(place))))


def test_leaving_gives_up_what_runs(address: str, place: Path) -> None:
    """An error in the block: the client is gone, and so is what ran for it."""
    with pytest.raises(KeyError), ClusterExecutor(address) as joined:
        future = joined.submit(mark, place, 600)
        until(lambda: bool(marked(place)))
        raise KeyError("the caller's fault")
    assert future.cancelled()
    until(lambda: not any(map(lives, marked(place))))


def test_a_timeout_leaves_doubt_and_no_process(
    address: str, asked: tuple[Obligation, ...], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not answered in time is unknown for that reason, and the processes on the workers end."""
    monkeypatch.setattr(work, "prove_unit", processes.slow)
    verdicts = work.answer(asked, Budget(), cluster=address, timeout=3)
    assert {(v.status, v.reason) for v in verdicts} == {("unknown", "stopped after 3 s")}
    assert marked(place)
    until(lambda: not any(map(lives, marked(place))))


def test_ctrl_c_leaves_doubt_and_no_process(
    address: str, asked: tuple[Obligation, ...], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C while the cluster proves: what it did not answer is unknown for that reason, and nothing runs there."""

    def stop() -> None:
        until(lambda: bool(marked(place)))
        os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(work, "prove_unit", processes.slow)
    threading.Thread(target=stop, daemon=True).start()
    with pytest.raises(work.Interrupted) as stopped:
        work.answer(asked, Budget(), cluster=address)
    assert all(v.reason.startswith("stopped by Ctrl-C after ") for v in stopped.value.verdicts)
    until(lambda: not any(map(lives, marked(place))))


def test_a_client_that_is_killed_leaves_no_process(address: str, place: Path) -> None:
    """The cluster sees that nobody waits any more, and ends what runs."""
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from aln.host.cluster import ClusterExecutor\n"
        "from tests.host.processes import mark\n"
        f"ClusterExecutor({address!r}).submit(mark, Path({str(place)!r}), 600).result()\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    client = subprocess.Popen([sys.executable, "-c", code], env=environment)
    until(lambda: bool(marked(place)))
    assert all(map(lives, marked(place)))
    client.kill()
    client.wait()
    until(lambda: not any(map(lives, marked(place))))


def test_a_process_without_work_ends(address: str) -> None:
    """A worker does not keep the processes of a client that has gone: without a task they end after a while."""
    from distributed import Client

    def hasten(seconds: float) -> None:
        cluster._IDLE = seconds
        cluster._processes.cache_clear()

    with Client(address, set_as_default=False) as client:
        client.run(hasten, 0.1)
        with ClusterExecutor(address) as joined:
            process = joined.submit(identity).result(60)
        until(lambda: not lives(process))
        client.run(hasten, 10.0)


def test_a_cluster_that_ends_leaves_no_process(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Scheduler and workers are closed while tasks run and processes wait: all end, and the futures say so."""
    place.unlink(missing_ok=True)
    monkeypatch.setattr(cluster, "PATIENCE", 3.0)  # for which the client hopes that they come back
    with local_cluster(1) as own:
        joined = ClusterExecutor(own.scheduler_address)
        before = joined.submit(identity).result(60)
        future = joined.submit(mark, place, 600)
        until(lambda: bool(marked(place)))
    with pytest.raises(WorkerLost):
        future.result(60)
    with pytest.raises(WorkerLost):
        joined.submit(add, 1).result(60)
    joined.shutdown()
    until(lambda: not any(map(lives, [before, *marked(place)])))


# ── without Dask ─────────────────────────────────────────────────────────────────────────────────────────────


def test_where_dask_is_missing_tests_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests of clusters are skipped, with what to install, and fail where the tools are required."""
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.delenv("ALN_REQUIRE_TOOLCHAINS", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"pip install 'aln\[cluster\]'"):
        require_dask()
    monkeypatch.setenv("ALN_REQUIRE_TOOLCHAINS", "1")
    with pytest.raises(pytest.fail.Exception, match="distributed is not installed"):
        require_dask()


# ── joining ──────────────────────────────────────────────────────────────────────────────────────────────────


def refused(address: str) -> tuple[str, str]:
    """Message and help of the error that joining a cluster ends with."""
    with pytest.raises(AlnError) as error:
        ClusterExecutor(address)
    assert error.value.exit_code == 2
    return error.value.diagnostic.message, error.value.diagnostic.help


@pytest.mark.parametrize("address", ["", "nonsense", "nope://here:8786", "here:port"])
def test_an_address_that_is_none(address: str) -> None:
    """What is not the address of a scheduler is named, with an example of one."""
    require_dask()
    says, help = refused(address)
    assert f"`{address}`" in says and "tcp://" in help


def test_a_scheduler_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody there: said with the address, after some time."""
    require_dask()
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    says, help = refused("tcp://127.0.0.1:1")
    assert says == "no Dask scheduler answers at `tcp://127.0.0.1:1`" and "dask scheduler" in help


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Dask is not installed, the help says what to install."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    says, help = refused("tcp://127.0.0.1:1")
    assert "the extra `cluster`" in says and help == "pip install 'aln[cluster]'"


def test_a_scheduler_of_another_dask(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    """A scheduler that Dask does not talk to is refused as such, and not as an extra that is missing."""
    from distributed import Client

    async def refuse(self: Client, timeout: float | None = None) -> None:
        raise ImportError("mismatched versions")

    monkeypatch.setattr(Client, "_ensure_connected", refuse)
    says, help = refused(address)
    assert says == f"the scheduler at `{address}` has another Dask than this computer" and "same" in help


def test_a_worker_with_other_code(
    address: str, clients: Callable[[], set[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker whose ALN is another is refused, with both versions; the cluster is left."""
    before = clients()
    monkeypatch.setattr(fingerprint, "code", lambda folder: (b"\xab" * 32, 0.0))
    says, help = refused(address)
    assert "the worker `tcp://" in says and "code abababab" in says and "install the same" in help
    until(lambda: clients() == before)


def test_a_worker_without_aln(shared: Any, address: str) -> None:
    """A worker on which ALN cannot be imported is refused, with its name."""
    from distributed import Client

    def hide() -> None:
        import sys

        sys.modules["hidden"] = sys.modules.pop("aln.host.cluster", None)  # type: ignore[assignment]
        sys.modules["aln.host.cluster"] = None  # type: ignore[assignment]

    def show() -> None:
        import sys

        del sys.modules["aln.host.cluster"]
        if sys.modules["hidden"]:
            sys.modules["aln.host.cluster"] = sys.modules["hidden"]
        del sys.modules["hidden"]

    with Client(address, set_as_default=False) as client:
        client.run(hide)
        says, help = refused(address)
        client.run(show)
    assert "cannot run ALN" in says and "the worker `tcp://" in says and "pip install" in help


def test_a_cluster_without_workers(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that has none is refused; one that loses its last worker is given up after a while, not waited for."""
    place.unlink(missing_ok=True)
    monkeypatch.setattr(cluster, "ALONE", 0.2)
    with local_cluster(0) as own:
        monkeypatch.setattr(cluster, "PATIENCE", 0.3)
        says, help = refused(own.scheduler_address)
        assert "no worker" in says and f"`dask worker {own.scheduler_address}`" in help
        monkeypatch.setattr(cluster, "PATIENCE", 30)
        start = [sys.executable, "-m", "distributed.cli.dask_worker", own.scheduler_address]
        worker = subprocess.Popen(
            [*start, "--no-nanny", "--no-dashboard", "--nthreads", "1"],
            stderr=subprocess.DEVNULL,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        try:
            with ClusterExecutor(own.scheduler_address) as joined:
                future = joined.submit(mark, place, 600)
                until(lambda: bool(marked(place)))
                worker.kill()
                with pytest.raises(WorkerLost, match="no worker left"):
                    future.result(60)
        finally:
            worker.kill()
            worker.wait()
    until(lambda: not any(map(lives, marked(place))))
