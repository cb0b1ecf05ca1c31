"""`aln gate`: format, check, prove and build, with one exit code."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.cli.build import Built, emit, left_over, targets
from aln.cli.check import judge
from aln.cli.fmt import layout
from aln.cli.inputs import load
from aln.cli.prove import Effort, prove_modules
from aln.cli.results import GOOD, Result, worst

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Gated", "Step", "gate"]

_STATUSES = ("passed", "failed", "error", "inconclusive", "empty")
_STYLES = {"passed": "green", "skipped": "dim", "inconclusive": "bold yellow", "empty": "yellow"}


@dataclass(frozen=True, slots=True)
class Step:
    """One step and its result; no result for one that was skipped, as an earlier one did not pass."""

    name: str
    result: Result | None
    seconds: float = 0.0

    @property
    def status(self) -> str:
        return "skipped" if self.result is None else _STATUSES[self.result.exit_code]

    def json(self) -> dict[str, Any]:
        code = None if self.result is None else self.result.exit_code
        return {
            "name": self.name,
            "status": self.status,
            "exit_code": code,
            "seconds": round(self.seconds, 3),
        }


@dataclass(frozen=True, slots=True)
class Gated(Result):
    """Every step. The gate passes when each one did."""

    steps: tuple[Step, ...]

    @property
    def exit_code(self) -> int:
        return worst(step.result.exit_code for step in self.steps if step.result is not None)

    def document(self) -> dict[str, Any]:
        return {
            "schema": "aln/gate/v1",
            "status": _STATUSES[self.exit_code],
            "exit_code": self.exit_code,
            "steps": [step.json() for step in self.steps],
        }

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        for step in self.steps:
            if step.result is not None and step.result.exit_code != GOOD:
                yield Text(f"── {step.name} ──", "bold")
                yield from step.result.text()
                yield ""
        for step in self.steps:
            style = _STYLES.get(step.status, "bold red")
            line = Text.assemble(f"{step.name:<8}", (f"{step.status:<14}", style))
            yield line.append("" if step.result is None else f"{step.seconds:>6.2f} s", "dim")
        status = _STATUSES[self.exit_code]
        yield Text.assemble("gate    ", (status, _STYLES.get(status, "bold red")))

    def annotations(self) -> Iterator[str]:
        for step in self.steps:
            if step.result is not None:
                yield from step.result.annotations()


def gate(paths: Sequence[Path] | None, effort: Effort, *, out: Path | None = None) -> Gated:
    """Whether the sources are laid out, check, are proved, and what was built from them is up to date."""
    loaded = load(paths)
    names, folder, effort = targets(loaded), out or loaded.project.out, effort.within(loaded.project)
    format_step = _timed("format", lambda: layout(loaded, check=True))
    steps = [format_step, _timed("check", lambda: judge(loaded))]
    if not _passed(steps[-1]):
        return Gated((*steps, Step("prove", None), Step("build", None)))
    started = time.perf_counter()
    proved = prove_modules(loaded.modules, effort)
    steps.append(Step("prove", proved, time.perf_counter() - started))
    if not _passed(steps[-1]):
        return Gated((*steps, Step("build", None)))

    def compared() -> Built:
        built = emit(proved, effort, folder, names)
        return built if paths else left_over(built, folder)

    steps.append(_timed("build", compared))
    return Gated(tuple(steps))


def _timed(name: str, run: Callable[[], Result]) -> Step:
    started = time.perf_counter()
    result = run()
    return Step(name, result, time.perf_counter() - started)


def _passed(step: Step) -> bool:
    return step.result is not None and step.result.exit_code == GOOD
