"""`aln prove`: every obligation proved, refuted with a counterexample, or unknown with the reason."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.cli import verdicts as show
from aln.cli.inputs import Loaded, fault, load, nothing
from aln.cli.recall import question, recalled, remember
from aln.cli.results import BAD, EMPTY, GOOD, INCONCLUSIVE, Result
from aln.core.ir import CoreModule
from aln.host.project import Project
from aln.host.store import Store, at
from aln.host.work import Interrupted, answer
from aln.verifier.obligation import Budget, Obligation, OfMachine, Verdict
from aln.verifier.obligations import obligations
from aln.verifier.second import put_again
from aln.verifier.why import explained

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Effort", "Proved", "effort", "prove", "prove_modules"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much a run may cost: solver resource for a query, seconds for all of it, processes at a time or the address
    of a cluster; and whether verdicts of earlier runs will do (`cached`), which then come from `store`."""

    budget: Budget = field(default_factory=Budget)
    timeout: float | None = None
    jobs: int = 1
    cluster: str | None = None
    cached: bool = False
    store: Store | None = None

    def within(self, project: Project) -> Effort:
        """The same for the sources of a project: with its store, if one may be used."""
        return replace(self, store=at(project) if self.cached else None)

    def answer(self, asked: Sequence[Obligation]) -> tuple[Verdict, ...]:
        """A verdict for each obligation, with the progress on a terminal. Raises `Interrupted`."""

        def say(done: int) -> None:
            if sys.stderr.isatty():
                sys.stderr.write("\r\x1b[K" if done == len(asked) else f"\rproving {done} of {len(asked)} ")
                sys.stderr.flush()

        try:
            return answer(
                asked,
                self.budget,
                timeout=self.timeout,
                jobs=self.jobs,
                cluster=self.cluster,
                store=self.store,
                progress=say,
            )
        except Interrupted:
            say(len(asked))  # the progress must not stand in the way of what is said next
            raise


def effort(
    budget: int | None,
    timeout: float | None = None,
    jobs: int | None = None,
    cluster: str | None = None,
    *,
    cached: bool = False,
) -> Effort:
    """What the options of a verb ask for. Raises `AlnError` for a time that is none, and for two places to prove in."""
    if timeout is not None and not 0 < timeout < float("inf"):
        raise fault(
            f"`--timeout {timeout:g}` is not a time", "give seconds above zero, such as `--timeout 60`"
        )
    if jobs is not None and cluster is not None:
        raise fault(
            "`--jobs` and `--cluster` both say where to prove",
            "give one of them: the workers of a cluster say how many prove at a time",
        )
    chosen = Budget() if budget is None else Budget(units=budget)
    return Effort(chosen, timeout, jobs or 1, cluster, cached)


@dataclass(frozen=True, slots=True)
class Proved(Result):
    """The verdicts on some modules, in order; `rechecked` says by id what the second solver said of a proof,
    `pictures` where the run that refutes a claim is drawn."""

    modules: tuple[tuple[CoreModule, tuple[Verdict, ...]], ...]
    seconds: float
    why: bool = False
    rechecked: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    interrupted: bool = False

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return tuple(v for _, found in self.modules for v in found)

    @property
    def exit_code(self) -> int:
        statuses = {v.status for v in self.verdicts}
        if not statuses:
            return EMPTY
        return BAD if "refuted" in statuses else INCONCLUSIVE if "unknown" in statuses else GOOD

    def document(self) -> dict[str, Any]:
        rows = [show.verdict_json(v, module.links) for module, found in self.modules for v in found]
        for row in rows:
            if row["id"] in self.rechecked:
                row["rechecked"] = self.rechecked[row["id"]]
            if row["id"] in self.pictures:
                row["picture"] = self.pictures[row["id"]]
        counts = {s: sum(row["status"] == s for row in rows) for s in ("proved", "refuted", "unknown")}
        summary = {"obligations": len(rows), **counts, "seconds": round(self.seconds, 3)}
        return {"schema": "aln/prove/v1", "summary": summary, "verdicts": rows}

    def text(self) -> Iterator[RenderableType]:
        for module, found in self.modules:
            if found:
                yield from show.listed(module, found, self.pictures)
                for v in found:
                    if self.why or v.obligation.id in self.rechecked:
                        yield ""
                        yield from show.why(v, self.rechecked.get(v.obligation.id, ""))
                yield ""
        yield show.summary(self.verdicts, self.seconds)

    def annotations(self) -> Iterator[str]:
        yield from show.flagged(self.verdicts)


def prove(
    paths: Sequence[Path] | None,
    effort: Effort,
    *,
    only: str | None = None,
    why: str | None = None,
    recheck: bool = False,
) -> Proved:
    """Prove what the sources must hold; `only` and `why` choose obligations by the beginning of their id."""
    prefix = why if why is not None else only
    loaded = load(paths)
    # Whoever asks for every proof to be checked again wants proofs, not what was said of them.
    effort = replace(effort, cached=False) if recheck else effort
    # Nor is what a proof rests on known of a run that is only recalled.
    proved = _proved(loaded, effort.within(loaded.project), prefix or "", recall=why is None)
    if prefix is not None and not proved.verdicts:
        raise nothing(f"no obligation has an id that begins with `{prefix}`", "`aln prove` lists the ids")
    if why is not None:
        least = ((m, tuple(explained(v, effort.budget) for v in found)) for m, found in proved.modules)
        proved = replace(proved, modules=tuple(least), why=True)
    return _recheck(proved) if recheck else proved


def _proved(loaded: Loaded, effort: Effort, prefix: str, *, recall: bool) -> Proved:
    """The verdicts on what was loaded: those of an earlier run on the same bytes, if there was one."""
    store = effort.store
    if store is None or not recall:
        return prove_modules(loaded.modules, effort, prefix)
    started = time.perf_counter()
    key = question(store, loaded, effort.budget, prefix)
    found = recalled(store, key)
    if found is not None:
        return Proved(found, time.perf_counter() - started)
    proved = prove_modules(loaded.modules, effort, prefix)
    remember(store, key, proved.modules)
    return proved


def prove_modules(modules: Sequence[CoreModule], effort: Effort, prefix: str = "") -> Proved:
    """The verdicts on every obligation whose id begins with `prefix`. Those of one machine stand or fall together,
    so all of a machine's are proved when one is asked for."""
    started = time.perf_counter()
    asked = [list(_needed(obligations(module), prefix)) for module in modules]
    interrupted = False
    try:
        verdicts = iter(effort.answer([o for group in asked for o in group]))
    except Interrupted as stopped:
        verdicts, interrupted = iter(stopped.verdicts), True
    found = []
    for module, group in zip(modules, asked, strict=True):
        answers = tuple(next(verdicts) for _ in group)
        found.append((module, tuple(v for v in answers if v.obligation.id.startswith(prefix))))
    return Proved(tuple(found), time.perf_counter() - started, interrupted=interrupted)


def _needed(every: Sequence[Obligation], prefix: str) -> Iterator[Obligation]:
    machines = {
        id(o.goal.machine) for o in every if isinstance(o.goal, OfMachine) and o.id.startswith(prefix)
    }
    for o in every:
        if o.id.startswith(prefix) or (isinstance(o.goal, OfMachine) and id(o.goal.machine) in machines):
            yield o


def _recheck(proved: Proved) -> Proved:
    """Each certificate's queries put to the second solver again; a contradiction takes the proof back."""
    said: dict[str, str] = {}
    modules = []
    for module, found in proved.modules:
        kept = []
        for v in found:
            if v.status == "proved" and v.certificate is not None and (again := put_again(v.certificate)):
                agreed = again.count("agrees")
                said[v.obligation.id] = f"cvc5 agrees on {agreed} of {len(again)} queries"
                if "contradicts" in again:
                    reason = "the second solver contradicts the first; please report it"
                    v = replace(v, status="unknown", evidence="", certificate=None, reason=reason)
            elif v.status == "proved":
                said[v.obligation.id] = "no query to put again: found by evaluation, or the same term"
            kept.append(v)
        modules.append((module, tuple(kept)))
    return replace(proved, modules=tuple(modules), rechecked=said)
