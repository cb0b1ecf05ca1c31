"""Proving, here, in processes that can be killed or on a cluster: every obligation is answered, whatever happens.

What was not answered is *unknown* with the reason: the time was over, the process ended, the tool is at fault.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from aln.host.executor import Executor, InlineExecutor, LocalExecutor, WorkerLost, as_answered
from aln.host.store import Store
from aln.verifier import prove as prover
from aln.verifier.machines.machine import settled
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
    cluster: str | None = None,
    store: Store | None = None,
    progress: Progress = lambda done: None,
) -> tuple[Verdict, ...]:
    """A verdict for each obligation, in order, with the seconds it took (those of one part of a machine are answered
    as one, and the first of them bears the time).

    Proves in this process, or in `jobs` others when there is a `timeout` (seconds, for all of them together) or
    more than one job, or on the Dask cluster whose scheduler is at the address `cluster`; what runs when the time is
    over is ended. Guesses are made in another process in any case. What the `store` has is not proved again, and what is proved is kept there. `progress` is told how
    many are answered. Raises `Interrupted` on Ctrl-C, `AlnError` where there is no such cluster, and nothing else: an
    engine that fails answers *unknown*.
    """
    started = time.monotonic()
    answers: dict[int, Verdict] = {}
    executor: Executor | None = None
    courses: _Courses | None = None

    def keep(found: Mapping[int, Verdict]) -> None:
        answers.update(found)
        progress(len(answers))
        if store is not None:
            store.keep(tuple(found.values()), budget)

    def complete(reason: str) -> tuple[Verdict, ...]:
        unknown = {i: Verdict(o, "unknown", "", reason=reason) for i, o in enumerate(obligations)}
        return tuple(settled(list((unknown | answers).values())))

    try:
        groups = []
        for group in _groups(obligations):
            kept = store.find([obligations[i] for i in group], budget) if store is not None else None
            if kept is None:
                groups.append(group)
            else:
                answers.update(zip(group, kept, strict=True))
        if answers:
            progress(len(answers))
        if groups:
            executor = _executor(jobs, timeout, cluster)
            courses = _Courses(obligations, budget, executor, answers, keep)
            for group in groups:
                courses.begin(group)
            courses.finish(None if timeout is None else timeout - (time.monotonic() - started))
    except KeyboardInterrupt:
        raise Interrupted(complete(f"stopped by Ctrl-C after {time.monotonic() - started:.0f} s")) from None
    finally:
        if courses is not None:
            courses.close()
        if executor is not None:
            executor.shutdown(cancel_futures=True)
        if store is not None:
            store.close()
    return complete(f"stopped after {timeout:g} s" if timeout is not None else "no process answered")


def _executor(jobs: int, timeout: float | None, cluster: str | None) -> Executor:
    if cluster is not None:
        from aln.host.cluster import ClusterExecutor

        return ClusterExecutor(cluster)
    return InlineExecutor() if timeout is None and jobs <= 1 else LocalExecutor(jobs)


def _groups(obligations: Sequence[Obligation]) -> list[Unit]:
    """What stands or falls together, as positions: the obligations of one machine, any other alone."""
    groups: list[list[int]] = []
    machines: dict[int, list[int]] = {}
    for index, obligation in enumerate(obligations):
        goal = obligation.goal
        if isinstance(goal, OfMachine):
            group = machines.setdefault(id(goal.machine), [])
            if not group:
                groups.append(group)
            group.append(index)
        else:
            groups.append([index])
    return [tuple(group) for group in groups]


@dataclass(eq=False, slots=True)
class _Course:
    """How one unit of a group is answered, the calls of the step at hand in order of preference, and the seconds that
    what they said took. `guesses` tells calls that may fail without a loss from those that answer the unit."""

    group: Unit
    unit: Unit
    steps: prover.Course
    calls: Sequence[Future[tuple[float, Any]]] = ()
    guesses: bool = False
    seconds: float = 0.0


class _Courses:
    """Groups under way in an executor. What a course is told does not depend on which of its calls is first to answer."""

    def __init__(
        self,
        obligations: Sequence[Obligation],
        budget: Budget,
        executor: Executor,
        answers: dict[int, Verdict],
        keep: Callable[[Mapping[int, Verdict]], None],
    ) -> None:
        self.obligations, self.budget, self.executor = obligations, budget, executor
        self.answers, self.keep = answers, keep
        self.given: list[Future[tuple[float, Any]]] = []
        self.course: dict[Future[tuple[float, Any]], _Course] = {}
        self.apart: Executor | None = None

    def begin(self, group: Unit) -> None:
        """Gives out the first calls for a group."""
        for part in prover.units([self.obligations[i] for i in group]):
            unit = tuple(group[i] for i in part)
            steps = prover.course([self.obligations[i] for i in unit], self.budget)
            self._go_on(_Course(group, unit, steps), None)

    def finish(self, timeout: float | None) -> None:
        """Goes on until every group is answered and kept, or the time is over."""
        with suppress(TimeoutError):
            for future in as_answered(self.given, timeout):
                self._came(self.course.pop(future), future)

    def _came(self, course: _Course, future: Future[tuple[float, Any]]) -> None:
        if future not in course.calls:  # given up, as another call answered
            return
        said = None
        for at, call in enumerate(course.calls, 1):
            if not call.done():
                return
            said = self._said(course, call)
            if said is not None:
                for other in course.calls[at:]:
                    other.cancel()
                break
        course.calls = ()
        self._go_on(course, said)

    def _said(self, course: _Course, call: Future[tuple[float, Any]]) -> Any:
        try:
            seconds, said = call.result()
        except Exception as error:
            doubt = _doubt([self.obligations[i] for i in course.unit], error)
            return None if course.guesses else doubt
        course.seconds += seconds
        return said

    def _go_on(self, course: _Course, said: Any) -> None:
        try:
            calls = course.steps.send(said)
        except StopIteration as end:
            self._end(course, end.value)
            return
        except Exception as error:
            self._end(course, _doubt([self.obligations[i] for i in course.unit], error))
            return
        course.guesses = all(function is not prover.answer for function, _ in calls)
        executor = self.guessing() if course.guesses else self.executor
        course.calls = [
            executor.submit(_timed, prove_unit if function is prover.answer else function, *given)
            for function, given in calls
        ]
        for call in course.calls:
            self.course[call] = course
        self.given += course.calls

    def guessing(self) -> Executor:
        """Where guesses are made: never in this process, which must outlive an engine that crashes."""
        if not isinstance(self.executor, InlineExecutor):
            return self.executor
        self.apart = self.apart or LocalExecutor(1)
        return self.apart

    def close(self) -> None:
        """Ends what was begun here."""
        if self.apart is not None:
            self.apart.shutdown(cancel_futures=True)

    def _end(self, course: _Course, verdicts: Sequence[Verdict]) -> None:
        """A unit is answered; when all of its group are, they are settled and kept."""
        taken = (course.seconds, *(0.0 for _ in course.unit))
        for i, v, seconds in zip(course.unit, verdicts, taken, strict=False):
            # What another process proved are copies: a verdict is about the one that was asked.
            self.answers[i] = replace(v, obligation=self.obligations[i], seconds=seconds)
        if all(i in self.answers for i in course.group):
            verdicts = settled([self.answers[i] for i in course.group])
            self.keep(dict(zip(course.group, verdicts, strict=True)))


def _timed(function: Callable[..., Any], *given: Any) -> tuple[float, Any]:
    """The seconds that a call takes, and what it gives."""
    started = time.perf_counter()
    said = function(*given)
    return time.perf_counter() - started, said


def prove_unit(obligations: Sequence[Obligation], budget: Budget, *told: Any) -> list[Verdict]:
    """The verdicts on obligations that are answered at one go, with what the engines are `told` of earlier steps;
    *unknown* for all of them when the engines fail."""
    try:
        verdicts = prover.answer(obligations, budget, *told)
    except Exception as error:
        verdicts = _doubt(obligations, error)
    # Z3 catches Ctrl-C while it works, and answers unknown.
    if any(v.status == "unknown" and "interrupted from keyboard" in v.reason for v in verdicts):
        raise KeyboardInterrupt
    return verdicts


def _doubt(obligations: Sequence[Obligation], error: Exception) -> list[Verdict]:
    """What is left to say of obligations after an error: *unknown*, and what may help."""
    says = " ".join(str(error).split())[:300] or "no details"
    if isinstance(error, WorkerLost):
        reason = says
    elif isinstance(error, MemoryError) or "out of memory" in says:
        reason = "there was not enough memory; prove fewer at a time, with `--only` or fewer `--jobs`"
    elif os.environ.get("ALN_DEBUG"):
        raise error
    else:
        reason = f"internal error of the prover: {says}; please report it"
    return [Verdict(o, "unknown", "", reason=reason) for o in obligations]
