"""Where work runs: one interface, that of `concurrent.futures.Executor`, in this process or in processes of its own.

The futures of these executors are pending until they are answered, so that `cancel` gives a task up at any time: one
that waits never begins, and one that runs ends with its process. `aln.host.cluster` has the same for a Dask cluster.
"""

from __future__ import annotations

import concurrent.futures
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from aln.host import worker

__all__ = ["Answer", "Executor", "InlineExecutor", "LocalExecutor", "WorkerLost", "as_answered"]

P = ParamSpec("P")
T = TypeVar("T")
EVER = 1e9
"""Seconds to wait where there is no limit. Z3 leaves the handler of Ctrl-C so that a wait without any end goes on."""
_PATIENCE = 5.0
"""Seconds that a process which closed its pipe may take to end."""


class WorkerLost(RuntimeError):
    """The process that ran a task ended before it answered: says how."""


class Executor(concurrent.futures.Executor):
    """An executor whose block gives up everything when it is left by an exception, Ctrl-C too."""

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        self.shutdown(wait=True, cancel_futures=kind is not None)


def as_answered(futures: Sequence[Future[T]], timeout: float | None = None) -> Iterator[Future[T]]:
    """The futures as they are answered or given up; those of an `InlineExecutor` run now, in their order. More may be
    added to them in the meantime.

    Raises `TimeoutError` when nothing more is answered within `timeout` seconds from the first.
    """
    came: queue.SimpleQueue[Future[T]] = queue.SimpleQueue()
    later: deque[_Later] = deque()
    end = time.monotonic() + (EVER if timeout is None else timeout)
    known = taken = 0
    while taken < len(futures):
        for future in futures[known:]:
            if isinstance(future, _Later):
                later.append(future)
            else:
                future.add_done_callback(came.put)
        known = len(futures)
        if later:
            future = later.popleft()
            future.run()
        else:
            try:
                future = came.get(timeout=max(0.0, end - time.monotonic()))
            except queue.Empty:
                raise TimeoutError from None
        taken += 1
        yield future


# ── in this process ──────────────────────────────────────────────────────────────────────────────────────────


class InlineExecutor(Executor):
    """Runs a task in this process, in the thread that asks for its result, and only when it does: whoever asks in order
    and stops at the first good answer has paid for no other."""

    def __init__(self) -> None:
        self._given: list[_Later] | None = []

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Takes a task, and does not begin it. Raises `RuntimeError` after `shutdown`."""
        if self._given is None:
            raise RuntimeError("the executor was shut down")
        future = _Later(lambda: fn(*args, **kwargs))
        self._given.append(future)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more tasks. Nothing runs unasked, so there is nothing to wait for."""
        given, self._given = self._given or [], None
        if cancel_futures:
            for future in given:
                future.cancel()


class _Later(Future[Any]):
    """The task of an `InlineExecutor`."""

    def __init__(self, task: Callable[[], Any]) -> None:
        super().__init__()
        self._task: Callable[[], Any] | None = task

    def run(self) -> None:
        """Runs the task, unless it has run or was given up."""
        task, self._task = self._task, None
        if task is None or not self.set_running_or_notify_cancel():
            return
        try:
            self.set_result(task())
        except BaseException as error:
            self.set_exception(error)

    def result(self, timeout: float | None = None) -> Any:
        self.run()
        return super().result(timeout)

    def exception(self, timeout: float | None = None) -> BaseException | None:
        self.run()
        return super().exception(timeout)


# ── in processes of its own ──────────────────────────────────────────────────────────────────────────────────


class Answer(Future[Any]):
    """A future that is set to an outcome as `worker` pickles it, and reads it in the thread that asks.

    INVARIANT: one thread alone makes terms of core, because equal ones must be one object.
    """

    def __init__(self) -> None:
        super().__init__()
        self._read: tuple[bool, Any] | None = None

    def result(self, timeout: float | None = None) -> Any:
        good, value = self._outcome(super().result(EVER if timeout is None else timeout))
        if good:
            return value
        raise value

    def exception(self, timeout: float | None = None) -> BaseException | None:
        lost = super().exception(EVER if timeout is None else timeout)
        if lost is not None:
            return lost
        good, value = self._outcome(super().result())
        return None if good else value

    def _outcome(self, data: bytes) -> tuple[bool, Any]:
        if self._read is None:
            try:
                self._read = pickle.loads(data)
            except Exception as error:
                self._read = (False, error)
        return self._read

    def settle(self, data: bytes | Exception) -> None:
        """Answers it, unless it was given up in the meantime."""
        with suppress(concurrent.futures.InvalidStateError):
            if isinstance(data, Exception):
                self.set_exception(data)
            else:
                self.set_result(data)


class LocalExecutor(Executor):
    """Runs tasks in up to `jobs` processes of its own, each begun when there is a task for it.

    A process runs one task after another. One that ends early costs its task alone, whose future raises `WorkerLost`,
    and another takes its place. One without a task for `idle` seconds is ended, if that is given. Whoever makes an
    executor shuts it down: then no process is left. The processes also end when this one does, however it ends.
    """

    def __init__(self, jobs: int, *, idle: float | None = None) -> None:
        if jobs < 1:
            raise ValueError("there is no executor without a process")
        self._jobs, self._idle = jobs, idle
        self._changed = threading.Condition()
        self._waiting: deque[_Task] = deque()
        self._workers: list[_Worker] = []
        self._closed = False

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begins `fn(*args, **kwargs)` as soon as a process is free; `fn` is a function of a module.

        The future raises what the function raises, or what pickling does; `SystemExit` and Ctrl-C end the process.
        Raises `RuntimeError` after `shutdown`.
        """
        answer = Answer()
        try:
            task = _Task(worker.call(fn, args, kwargs), answer)
        except Exception as error:
            answer.set_exception(error)
            return answer
        answer.add_done_callback(self._given_up)
        with self._changed:
            if self._closed:
                raise RuntimeError("the executor was shut down")
            self._waiting.append(task)
            free = sum(each.task is None for each in self._workers)
            if free < len(self._waiting) and len(self._workers) < self._jobs:
                self._workers.append(own := _Worker())
                # A daemon: Python ends without waiting for it, and its process with Python.
                threading.Thread(target=self._work, args=(own,), name="aln worker", daemon=True).start()
                own.begun = True
            self._changed.notify()
        return answer

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Takes no more tasks, and ends the processes when those it has are answered; with `cancel_futures` it gives
        up those that wait and those that run. Interrupted while it waits, it gives them up too."""
        with self._changed:
            self._closed = True
            given = [*self._waiting, *(each.task for each in self._workers if each.task is not None)]
            self._changed.notify_all()
        try:
            if cancel_futures:
                for task in given:
                    task.answer.cancel()
            if wait:
                with self._changed:  # an interrupted `join` takes a thread for ended (Python 3.11)
                    self._changed.wait_for(lambda: not any(each.begun for each in self._workers), EVER)
        except BaseException:
            for task in given:
                task.answer.cancel()
            raise

    def _given_up(self, answer: Future[Any]) -> None:
        if not answer.cancelled():
            return
        answer.set_running_or_notify_cancel()  # wakes whoever waits for it among others
        with self._changed:
            self._waiting = deque(task for task in self._waiting if task.answer is not answer)
            for each in self._workers:
                if each.task is not None and each.task.answer is answer:
                    each.killed = True
                    if each.process is not None:
                        each.process.kill()

    # ── what a thread does ───────────────────────────────────────────────────────────────────────────────────

    def _work(self, own: _Worker) -> None:
        while (task := self._next(own)) is not None:
            found: bytes | Exception
            try:
                found = self._process(own).ask(task.call)
            except Exception as error:
                found = error
            with self._changed:
                own.task = None
                if own.killed or isinstance(found, Exception):
                    own.end()
            task.answer.settle(found)

    def _next(self, own: _Worker) -> _Task | None:
        """The next task of a worker; none when it has ended."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closed, self._idle)
            if self._waiting:
                own.task = self._waiting.popleft()
            else:
                own.end()
                self._workers.remove(own)
                self._changed.notify_all()
            return own.task

    def _process(self, own: _Worker) -> _Process:
        if own.process is None:
            begun = _Process()
            with self._changed:
                own.process = begun
                if own.killed:
                    begun.kill()
        assert own.process is not None
        return own.process


@dataclass(frozen=True, slots=True)
class _Task:
    """A pickled call, and who waits for it."""

    call: bytes
    answer: Answer


@dataclass(eq=False, slots=True)
class _Worker:
    """Whether its thread was begun, the task it is at, and its process: begun with the first task, and again when that
    one has ended.

    What stands here is changed under the lock of the executor; `killed` says that the process was ended on purpose.
    """

    begun: bool = False
    task: _Task | None = None
    process: _Process | None = None
    killed: bool = False

    def end(self) -> None:
        if self.process is not None:
            self.process.end()
        self.process, self.killed = None, False


class _Process:
    """A process that answers one call after another."""

    def __init__(self) -> None:
        """Raises `WorkerLost` where the system has no more processes to give."""
        try:
            self._popen = _start()
        except OSError as error:
            raise WorkerLost(f"no process could be begun: {error.strerror or error}") from None

    def ask(self, call: bytes) -> bytes:
        """The outcome of a call. Raises `WorkerLost` where the process ends before."""
        assert self._popen.stdin is not None and self._popen.stdout is not None
        try:
            worker.send(self._popen.stdin, call)
            return worker.receive(self._popen.stdout)
        except (EOFError, OSError):
            code = self.end(_PATIENCE)
            how = f"signal {-code}" if code < 0 else f"exit code {code}"
            says = f"the process that worked on it ended early ({how}); it may have run out of memory"
            raise WorkerLost(says) from None

    def kill(self) -> None:
        self._popen.kill()

    def end(self, patience: float = 0) -> int:
        """Ends it, by force unless it ends by itself within `patience` seconds; gives its exit code."""
        try:
            code = self._popen.wait(patience)
        except subprocess.TimeoutExpired:
            self._popen.kill()
            code = self._popen.wait()
        for pipe in (self._popen.stdin, self._popen.stdout):
            if pipe is not None:
                with suppress(OSError):  # what was not written then has no reader
                    pipe.close()
        return code


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "aln.host.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        start_new_session=True,  # Ctrl-C reaches this process alone, which then ends the others
    )
