"""Executors: the same answers here and in other processes; what is given up or dies costs itself alone; nothing stays."""

from __future__ import annotations

import concurrent.futures
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import z3

from aln.host import executor
from aln.host.executor import Executor, InlineExecutor, LocalExecutor, WorkerLost, as_answered
from aln.verifier.machines import spacer
from tests.host.machines import portfolio
from tests.host.processes import (
    add,
    children,
    depth,
    end,
    fail,
    fail_unsendably,
    identity,
    kill,
    leave,
    linux,
    lives,
    mark,
    marked,
    meet,
    print_much,
    reader,
    unsendable,
    until,
    watch_starts,
)


@pytest.fixture
def one() -> Iterator[LocalExecutor]:
    """An executor with one process, of which nothing is left."""
    before = children()
    with LocalExecutor(1) as made:
        yield made
    assert children() == before


@pytest.fixture(
    params=[InlineExecutor, lambda: LocalExecutor(1), lambda: LocalExecutor(2)], ids=["inline", "1", "2"]
)
def each(request: pytest.FixtureRequest) -> Iterator[Executor]:
    """Each kind of executor."""
    make: Callable[[], Executor] = request.param
    with make() as made:
        yield made


# ── one interface ────────────────────────────────────────────────────────────────────────────────────────────


def test_values_and_errors_come_back(each: Executor) -> None:
    """What a function gives, and what it raises, is what the future gives and raises; the order asked is kept."""
    futures = [each.submit(add, n, b=1) for n in range(5)]
    wrong = each.submit(fail, "no such dose")
    assert all(isinstance(f, concurrent.futures.Future) for f in futures)
    assert [f.result(60) for f in futures] == [1, 2, 3, 4, 5]
    with pytest.raises(ValueError, match="no such dose"):
        wrong.result(60)
    assert isinstance(wrong.exception(60), ValueError) and futures[0].exception(60) is None
    assert list(each.map(add, [1, 2], [3, 4])) == [4, 6]


def test_answers_are_taken_as_they_come(each: Executor) -> None:
    """Every future comes out once, whatever came of it, those too that are added in the meantime."""
    futures = [*(each.submit(add, n) for n in range(4)), each.submit(fail, "x")]
    came = []
    for future in as_answered(futures):
        came.append(future)
        if len(futures) < 8:
            futures.append(each.submit(add, 1))
    assert len(came) == 8 and set(came) == set(futures)


def test_nothing_is_taken_after_the_end(each: Executor) -> None:
    """An executor that was shut down refuses, and may be shut down again."""
    each.shutdown()
    with pytest.raises(RuntimeError, match="shut down"):
        each.submit(add, 1)
    each.shutdown(cancel_futures=True)


def test_guesses_of_spacer_are_terms_of_core(each: Executor) -> None:
    """What each configuration of the portfolio finds is what it finds here, and of the very same terms."""
    tasks = portfolio()
    here = [spacer.invariant(task) for task in tasks]
    assert len(tasks) > 1 and any(here)
    assert [f.result(60) for f in [each.submit(spacer.invariant, task) for task in tasks]] == here


# ── here ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_nothing_runs_here_before_it_is_asked(tmp_path: Path) -> None:
    """A task runs once, when its result is wanted; what nobody asks for, or was given up, never runs."""
    with InlineExecutor() as here:
        first, second, third = (here.submit(mark, tmp_path / name) for name in "abc")
        assert marked(tmp_path / "a") == []
        assert second.cancel() and second.cancelled()
        assert first.result() == first.result() == os.getpid()
        with pytest.raises(concurrent.futures.CancelledError):
            second.result()
        here.shutdown(cancel_futures=True)
        assert third.cancelled()
    assert [marked(tmp_path / name) for name in "abc"] == [[os.getpid()], [], []]


def test_ctrl_c_comes_through_at_once() -> None:
    """Ctrl-C in a task that runs here is raised where its result is asked for."""

    def stop() -> None:
        raise KeyboardInterrupt

    future = InlineExecutor().submit(stop)
    with pytest.raises(KeyboardInterrupt):
        for done in as_answered([future]):
            done.result()


# ── processes ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_process_is_used_again(one: LocalExecutor) -> None:
    """One process answers one task after another, with room for deep terms; it is another than this one, and Ctrl-C in
    the terminal does not reach it."""
    first, second = one.submit(identity).result(60), one.submit(identity).result(60)
    assert first == second != os.getpid()
    assert one.submit(os.getsid, 0).result(60) != os.getsid(0)
    assert one.submit(depth).result(60) >= 20_000


def test_processes_work_side_by_side(tmp_path: Path) -> None:
    """Two tasks that wait for one another are both answered by two processes."""
    with LocalExecutor(2) as two:
        a, b = tmp_path / "a", tmp_path / "b"
        assert [f.result(60) for f in (two.submit(meet, a, b), two.submit(meet, b, a))] == [True, True]


@linux
def test_no_more_processes_than_tasks() -> None:
    """A process is begun only when no other is free for the task."""
    before = children()
    with LocalExecutor(8) as many:
        assert children() == before
        for _ in range(3):
            many.submit(identity).result(60)
        assert len(children() - before) == 1


def test_what_is_printed_is_no_answer(one: LocalExecutor) -> None:
    """A solver may print and read what it likes: neither the answers nor the questions suffer."""
    assert one.submit(print_much).result(60) == 0
    assert one.submit(add, 1, 2).result(60) == 3


def test_what_cannot_be_sent_is_an_error_of_its_task(one: LocalExecutor) -> None:
    """A function, a value or an error without a pickle: the future raises, and the next task is answered."""
    assert one.submit(lambda: 1).exception(60) is not None
    assert one.submit(unsendable).exception(60) is not None
    with pytest.raises(RuntimeError, match="Unsendable: this and that"):
        one.submit(fail_unsendably).result(60)
    assert one.submit(add, 1).result(60) == 1


def test_an_error_says_where_it_arose(one: LocalExecutor) -> None:
    """The trace of the other process is kept with the error, for whoever looks for the fault."""
    error = one.submit(fail, "lost track").exception(60)
    assert error is not None and "in fail" in "".join(error.__notes__)


def test_answers_are_read_by_who_asks(one: LocalExecutor) -> None:
    """Terms of core are made by one thread alone: a value is read from its pickle where its result is asked for."""
    future = one.submit(reader)
    assert list(as_answered([future])) == [future]
    assert future.result() == threading.get_ident()


@pytest.mark.parametrize(
    ("task", "given", "how"),
    [(kill, (), "signal 9"), (end, (3,), "exit code 3"), (leave, (4,), "exit code 4")],
    ids=["killed", "ended", "left"],
)
def test_a_process_that_ends_costs_its_task_alone(
    one: LocalExecutor, task: Callable[..., None], given: tuple[Any, ...], how: str
) -> None:
    """The future of the task says how its process ended; those before and after are answered, by another process."""
    before, lost, after = one.submit(identity), one.submit(task, *given), one.submit(identity)
    with pytest.raises(WorkerLost, match=how):
        lost.result(60)
    assert before.result(60) != after.result(60)


def test_a_system_without_processes_is_said(monkeypatch: pytest.MonkeyPatch, one: LocalExecutor) -> None:
    """Where no process can be begun the task is lost, with the reason; when one can, the next is answered."""
    real = executor._start

    def refuse() -> subprocess.Popen[bytes]:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(executor, "_start", refuse)
    with pytest.raises(WorkerLost, match="Resource temporarily unavailable"):
        one.submit(add, 1).result(60)
    monkeypatch.setattr(executor, "_start", real)
    assert one.submit(add, 1).result(60) == 1


# ── given up ─────────────────────────────────────────────────────────────────────────────────────────────────


@linux
def test_a_task_that_runs_can_be_given_up(one: LocalExecutor, tmp_path: Path) -> None:
    """Its process ends at once, whoever waits for it is told, and the next task has another process."""
    running = one.submit(mark, tmp_path / "a", 600)
    until(lambda: bool(marked(tmp_path / "a")))
    (process,) = marked(tmp_path / "a")
    assert running.cancel() and running.cancelled()
    assert concurrent.futures.wait([running], 60).done == {running}
    assert one.submit(identity).result(60) != process
    assert not lives(process)


@linux
def test_one_that_does_not_listen_can_be_given_up(
    one: LocalExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that was stopped, and takes no more questions than fit a pipe, is ended like any other."""
    watch_starts(monkeypatch, lambda process: os.kill(process, signal.SIGSTOP))
    stuck = one.submit(len, bytes(10_000_000))
    until(lambda: any(each.process is not None for each in one._workers))
    assert stuck.cancel()
    monkeypatch.undo()
    assert one.submit(add, 1).result(60) == 1


@linux
def test_one_whose_process_begins_can_be_given_up(
    one: LocalExecutor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given up while its process is being made, a task does not keep it."""
    begins, goes_on = threading.Event(), threading.Event()
    real = executor._start

    def start() -> subprocess.Popen[bytes]:
        begins.set()
        assert goes_on.wait(60)
        return real()

    monkeypatch.setattr(executor, "_start", start)
    early = one.submit(mark, tmp_path / "a", 600)
    assert begins.wait(60) and early.cancel()
    goes_on.set()
    assert one.submit(add, 1).result(60) == 1


def test_one_that_has_just_answered_can_be_given_up(
    one: LocalExecutor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given up when its answer is there and not yet told, a task is given up; the next has a process that lives."""
    real, late = executor._Process.ask, []

    def ask(self: executor._Process, call: bytes) -> bytes:
        found = real(self, call)
        assert late.pop().cancel()
        return found

    with monkeypatch.context() as patch:
        patch.setattr(executor._Process, "ask", ask)
        with one._changed:  # nobody begins before the future is known to `ask`
            late.append(one.submit(add, 1))
            (future,) = late
        assert concurrent.futures.wait([future], 60).done == {future}
    assert future.cancelled()
    assert one.submit(add, 2).result(60) == 2


def test_a_task_that_waits_can_be_given_up(one: LocalExecutor, tmp_path: Path) -> None:
    """It never begins; those before and after it are answered."""
    first = one.submit(mark, tmp_path / "a", 0.5)
    waiting, after = one.submit(mark, tmp_path / "b"), one.submit(add, 1)
    assert waiting.cancel()
    assert concurrent.futures.wait([waiting], 60).done == {waiting}
    assert first.result(60) and after.result(60) == 1
    assert marked(tmp_path / "b") == [] and not first.cancel()


@linux
def test_the_losers_of_a_portfolio_are_ended(tmp_path: Path) -> None:
    """What is cancelled after an answer leaves its processes to others."""
    with LocalExecutor(2) as two:
        slow, quick = two.submit(mark, tmp_path / "a", 600), two.submit(add, 1)
        assert quick.result(60) == 1
        slow.cancel()
        assert [f.result(60) for f in [two.submit(add, n) for n in range(4)]] == [0, 1, 2, 3]


def test_time_is_over_for_those_that_are_not_answered(tmp_path: Path) -> None:
    """After the time nobody waits any longer, and leaving the block by that error ends what runs."""
    came = []
    with pytest.raises(TimeoutError), LocalExecutor(2) as two:
        futures = [two.submit(mark, tmp_path / "a", 600), two.submit(add, 1)]
        assert futures[1].result(60) == 1
        for future in as_answered(futures, 0.5):
            came.append(future)
    assert came == [futures[1]] and futures[0].cancelled()


# ── the end ──────────────────────────────────────────────────────────────────────────────────────────────────


@linux
def test_the_end_waits_for_answers(tmp_path: Path) -> None:
    """A block that ends well answers what it was given, and leaves no process."""
    before = children()
    with LocalExecutor(2) as two:
        futures = [two.submit(mark, tmp_path / "a", 0.1) for _ in range(4)]
    assert all(f.done() and f.result() for f in futures)
    assert children() == before


@linux
def test_the_end_need_not_be_waited_for(tmp_path: Path) -> None:
    """Without waiting, what was given is still answered, and then no process is left."""
    before = children()
    two = LocalExecutor(2)
    futures = [two.submit(mark, tmp_path / "a", 0.1) for _ in range(3)]
    two.shutdown(wait=False)
    assert len({f.result(60) for f in futures}) <= 2
    until(lambda: children() == before)


@linux
def test_the_end_may_give_up_everything(tmp_path: Path) -> None:
    """With `cancel_futures`, what waits and what runs is cancelled, and no process is left."""
    before = children()
    one = LocalExecutor(1)
    futures = [one.submit(mark, tmp_path / "a", 600) for _ in range(3)]
    until(lambda: bool(marked(tmp_path / "a")))
    one.shutdown(cancel_futures=True)
    assert children() == before
    assert all(f.cancelled() for f in futures) and len(marked(tmp_path / "a")) == 1


@linux
def test_an_error_in_the_block_leaves_no_process(tmp_path: Path) -> None:
    """A caller that fails has nothing running after its block."""
    before = children()
    with pytest.raises(KeyError), LocalExecutor(2) as two:
        futures = [two.submit(mark, tmp_path / "a", 600) for _ in range(3)]
        until(lambda: bool(marked(tmp_path / "a")))
        raise KeyError("the caller's fault")
    assert children() == before and all(f.cancelled() for f in futures)


@linux
@pytest.mark.parametrize(
    "wait",
    [lambda f: f.result(), lambda f: f.exception(), lambda f: list(as_answered([f]))],
    ids=["result", "exception", "answers"],
)
def test_ctrl_c_while_an_answer_is_waited_for(tmp_path: Path, wait: Callable[[Any], object]) -> None:
    """In a process that has used Z3 too, Ctrl-C is raised at once, and the block ends what runs."""
    before = children()
    with pytest.raises(KeyboardInterrupt), LocalExecutor(1) as one:
        future = one.submit(mark, tmp_path / "a", 600)
        interrupt_at(tmp_path / "a")
        wait(future)
    assert future.cancelled()
    assert children() == before


@linux
def test_ctrl_c_while_the_end_is_waited_for(tmp_path: Path) -> None:
    """Ctrl-C gives up what the end was waiting for; a second end waits for the processes, which are gone at once."""
    before = children()
    one = LocalExecutor(1)
    future = one.submit(mark, tmp_path / "a", 600)
    interrupt_at(tmp_path / "a")
    with pytest.raises(KeyboardInterrupt):
        one.shutdown()
    assert future.cancelled()
    one.shutdown()
    assert children() == before


def interrupt_at(path: Path) -> None:
    """Ctrl-C for this process, which has used Z3, as soon as a task has marked a file."""
    z3.Solver().check()

    def stop() -> None:
        until(lambda: bool(marked(path)))
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=stop, daemon=True).start()


@linux
def test_an_idle_process_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """With `idle`, a process without a task ends after so long; a later task begins another."""
    begun: list[int] = []
    watch_starts(monkeypatch, begun.append)
    before = children()
    with LocalExecutor(1, idle=0.1) as one:
        one.submit(add, 1).result(60)
        until(lambda: children() == before)
        assert one.submit(add, 1).result(60) == 1
    assert len(begun) == 2


@linux
def test_python_ends_without_being_told(tmp_path: Path) -> None:
    """Whoever forgets to shut down is not kept: Python ends, and the processes with it."""
    code = (
        "from pathlib import Path\n"
        "from aln.host.executor import LocalExecutor\n"
        "from tests.host.processes import mark, marked, until\n"
        f"path = Path({str(tmp_path / 'a')!r})\n"
        "LocalExecutor(2).submit(mark, path, 600)\n"
        "until(lambda: bool(marked(path)))\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    subprocess.run([sys.executable, "-c", code], env=environment, timeout=60, check=True)
    (process,) = marked(tmp_path / "a")
    until(lambda: not lives(process))


def test_an_executor_has_a_process() -> None:
    """No jobs is a mistake of the caller."""
    with pytest.raises(ValueError, match="without a process"):
        LocalExecutor(0)
