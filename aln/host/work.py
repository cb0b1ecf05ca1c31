"""Proving, here, in processes that can be killed or on a cluster: every obligation is answered, whatever happens.

What was not answered is *unknown* with the reason: the time was over, the process ended, the tool is at fault.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from aln.host.executor import Executor, InlineExecutor, LocalExecutor, WorkerLost, as_answered
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
    cluster: str | None = None,
    store: Store | None = None,
    progress: Progress = lambda done: None,
) -> tuple[Verdict, ...]:
    """A verdict for each obligation, in order, with the seconds it took (a machine's are answered as one, and the
    first of them bears the time).

    Proves in this process, or in `jobs` others when there is a `timeout` (seconds, for all of them together) or
    more than one job, or on the Dask cluster whose scheduler is at the address `cluster`; what runs when the time is
    over is ended. What the `store` has is not proved again, and what is proved is kept there. `progress` is told how
    many are answered. Raises `Interrupted` on Ctrl-C, `AlnError` where there is no such cluster, and nothing else: an
    engine that fails answers *unknown*.
    """
    started = time.monotonic()
    answers: dict[int, Verdict] = {}
    executor: Executor | None = None

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
        if units:
            executor = _executor(jobs, timeout, cluster)
            asked = {
                executor.submit(prove_unit, [obligations[i] for i in unit], budget): unit for unit in units
            }
            left = None if timeout is None else timeout - (time.monotonic() - started)
            with suppress(TimeoutError):
                for future in as_answered(asked, left):
                    unit = asked[future]
                    try:
                        verdicts = future.result()
                    except Exception as error:
                        verdicts = _doubt([obligations[i] for i in unit], error)
                    # What another process proved are copies: a verdict is about the one that was asked.
                    keep(
                        {
                            i: replace(v, obligation=obligations[i])
                            for i, v in zip(unit, verdicts, strict=True)
                        }
                    )
    except KeyboardInterrupt:
        raise Interrupted(complete(f"stopped by Ctrl-C after {time.monotonic() - started:.0f} s")) from None
    finally:
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


def prove_unit(obligations: Sequence[Obligation], budget: Budget) -> list[Verdict]:
    """The verdicts on obligations that are answered at one go; *unknown* for all of them when the engines fail."""
    from aln.verifier.prove import prove

    started = time.perf_counter()
    try:
        verdicts = list(prove(obligations, budget))
    except Exception as error:
        verdicts = _doubt(obligations, error)
    # Z3 catches Ctrl-C while it works, and answers unknown.
    if any(v.status == "unknown" and "interrupted from keyboard" in v.reason for v in verdicts):
        raise KeyboardInterrupt
    taken = time.perf_counter() - started
    return [replace(v, seconds=0.0 if n else taken) for n, v in enumerate(verdicts)]


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
