"""Proving, here or in processes that can be killed: every obligation is answered, whatever happens.

What was not answered is *unknown* with the reason: the time was over, the process ended, the tool is at fault.
"""

from __future__ import annotations

import multiprocessing.connection as connection
import os
import pickle
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from aln.host.store import Store
from aln.verifier.obligation import Budget, Obligation, OfMachine, Verdict

__all__ = ["Interrupted", "answer"]

Progress = Callable[[int], None]
Unit = tuple[int, ...]


class Interrupted(KeyboardInterrupt):
    """The user stopped the work: carries a verdict for every obligation, *unknown* where there was no time."""

    def __init__(self, verdicts: tuple[Verdict, ...]) -> None:
        super().__init__()
        self.verdicts = verdicts


def answer(
    obligations: Sequence[Obligation],
    budget: Budget,
    *,
    timeout: float | None = None,
    jobs: int = 1,
    store: Store | None = None,
    progress: Progress = lambda done: None,
) -> tuple[Verdict, ...]:
    """A verdict for each obligation, in order, with the seconds it took (a machine's are answered as one, and the
    first of them bears the time).

    Proves in this process, or in `jobs` others when there is a `timeout` (seconds, for all of them together) or
    more than one job; those are killed when it is over. What the `store` has is not proved again, and what is proved
    is kept there. `progress` is told how many are answered. Raises `Interrupted` on Ctrl-C, and nothing else: an
    engine that fails answers *unknown*.
    """
    started = time.monotonic()
    answers: dict[int, Verdict] = {}

    def keep(found: Mapping[int, Verdict]) -> None:
        answers.update(found)
        progress(len(answers))
        if store is not None:
            store.keep(tuple(found.values()), budget)

    def complete(reason: str) -> tuple[Verdict, ...]:
        unknown = {i: Verdict(o, "unknown", "", reason=reason) for i, o in enumerate(obligations)}
        return tuple((unknown | answers).values())

    try:
        units = []
        for unit in _units(obligations):
            kept = store.find([obligations[i] for i in unit], budget) if store is not None else None
            if kept is None:
                units.append(unit)
            else:
                answers.update(zip(unit, kept, strict=True))
        if answers:
            progress(len(answers))
        if timeout is None and jobs <= 1:
            for unit in units:
                keep(prove_unit(obligations, unit, budget))
        else:
            _Pool(obligations, units, budget, keep).run(jobs, None if timeout is None else started + timeout)
    except KeyboardInterrupt:
        raise Interrupted(complete(f"stopped by Ctrl-C after {time.monotonic() - started:.0f} s")) from None
    finally:
        if store is not None:
            store.close()
    return complete(f"stopped after {timeout:g} s" if timeout is not None else "no process answered")


def _units(obligations: Sequence[Obligation]) -> list[Unit]:
    """What is answered at one go, as positions: the obligations of one machine together, any other alone."""
    units: list[list[int]] = []
    machines: dict[int, list[int]] = {}
    for index, obligation in enumerate(obligations):
        goal = obligation.goal
        if isinstance(goal, OfMachine):
            unit = machines.setdefault(id(goal.machine), [])
            if not unit:
                units.append(unit)
            unit.append(index)
        else:
            units.append([index])
    return [tuple(unit) for unit in units]


def prove_unit(obligations: Sequence[Obligation], unit: Unit, budget: Budget) -> dict[int, Verdict]:
    """The verdicts of one unit by position; *unknown* for all of it when the engines fail."""
    from aln.verifier.prove import prove

    chosen = [obligations[i] for i in unit]
    started = time.perf_counter()
    try:
        verdicts = list(prove(chosen, budget))
    except Exception as error:
        says = " ".join(str(error).split())[:300] or "no details"
        if isinstance(error, MemoryError) or "out of memory" in says:
            reason = "there was not enough memory; prove fewer at a time, with `--only` or fewer `--jobs`"
        elif os.environ.get("ALN_DEBUG"):
            raise
        else:
            reason = f"internal error of the prover: {says}; please report it"
        verdicts = [Verdict(o, "unknown", "", reason=reason) for o in chosen]
    # Z3 catches Ctrl-C while it works, and answers unknown.
    if any(v.status == "unknown" and "interrupted from keyboard" in v.reason for v in verdicts):
        raise KeyboardInterrupt
    taken = time.perf_counter() - started
    return {
        i: replace(v, seconds=0.0 if n else taken)
        for n, (i, v) in enumerate(zip(unit, verdicts, strict=True))
    }


@dataclass(eq=False, slots=True)
class _Worker:
    """A process that answers one unit after another, and the unit it is at."""

    process: subprocess.Popen[bytes]
    unit: Unit = ()
    answered: bytearray = field(default_factory=bytearray)


class _Pool:
    """Workers that share a queue of units. A worker that ends early costs its unit alone, and is replaced."""

    def __init__(
        self,
        obligations: Sequence[Obligation],
        units: Sequence[Unit],
        budget: Budget,
        keep: Callable[[Mapping[int, Verdict]], None],
    ) -> None:
        self.obligations, self.budget, self.keep = obligations, budget, keep
        self.waiting = deque(units)
        self.workers: list[_Worker] = []

    def run(self, jobs: int, deadline: float | None) -> None:
        try:
            for _ in range(min(jobs, len(self.waiting))):
                self._begin()
            while self.workers:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return
                pipes = {_output(worker): worker for worker in self.workers}
                for ready in connection.wait(list(pipes), left):
                    self._receive(pipes[ready])  # type: ignore[index]
        finally:
            for worker in list(self.workers):
                self._end(worker)

    def _begin(self) -> None:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "aln.host.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,  # Ctrl-C reaches this process alone, which then kills the others
        )
        worker = _Worker(process)
        self.workers.append(worker)
        self._next(worker)

    def _next(self, worker: _Worker) -> None:
        if not self.waiting:
            self._end(worker)
            return
        worker.unit = self.waiting.popleft()
        chosen = [self.obligations[i] for i in worker.unit]
        assert worker.process.stdin is not None
        try:
            send(worker.process.stdin.fileno(), (chosen, self.budget))
        except BrokenPipeError:
            self._lost(worker)

    def _receive(self, worker: _Worker) -> None:
        data = os.read(_output(worker), 1 << 16)
        if not data:
            self._lost(worker)
            return
        worker.answered += data
        size = int.from_bytes(worker.answered[:8], "big")
        if len(worker.answered) < 8 or len(worker.answered) < 8 + size:
            return
        verdicts: list[Verdict] = pickle.loads(bytes(worker.answered[8:]))
        worker.answered.clear()
        # The child's obligations are copies: a verdict is about the one that was asked.
        self.keep(
            {
                i: replace(v, obligation=self.obligations[i])
                for i, v in zip(worker.unit, verdicts, strict=True)
            }
        )
        self._next(worker)

    def _lost(self, worker: _Worker) -> None:
        code = self._end(worker, patience=5)
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        reason = f"the process that proved it ended early ({how}); it may have run out of memory"
        self.keep({i: Verdict(self.obligations[i], "unknown", "", reason=reason) for i in worker.unit})
        if self.waiting:
            self._begin()

    def _end(self, worker: _Worker, patience: float = 0) -> int:
        """Ends a worker, by force unless it ends by itself within `patience` seconds; gives its exit code."""
        self.workers.remove(worker)
        process = worker.process
        try:
            code = process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
            code = process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        return code


def _output(worker: _Worker) -> int:
    assert worker.process.stdout is not None
    return worker.process.stdout.fileno()


def send(handle: int, value: object) -> None:
    """Writes one value to a pipe: its size in eight bytes, then its pickle."""
    data = pickle.dumps(value)
    data = len(data).to_bytes(8, "big") + data
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def received(handle: int) -> Iterator[object]:
    """Every value that `send` writes to a pipe, until its end."""
    with os.fdopen(handle, "rb", closefd=False) as pipe:
        while size := pipe.read(8):
            yield pickle.loads(pipe.read(int.from_bytes(size, "big")))
