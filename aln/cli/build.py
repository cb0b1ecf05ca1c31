"""`aln build`: prove, emit, read back, prove equal, and only then write."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln import backends, pipeline
from aln.cli import verdicts as show
from aln.cli.inputs import Loaded, fault, load
from aln.cli.prove import Effort, Proved, prove_modules
from aln.cli.results import BAD, GOOD, INCONCLUSIVE, Finding, Result, annotation, worst
from aln.core.ir import CoreModule
from aln.diagnostics import Span
from aln.host import files
from aln.pipeline import Artefact
from aln.verifier.obligation import Verdict

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Built", "Item", "build", "emit", "left_over", "targets"]

_CODES = {"refuted": BAD, "unknown": INCONCLUSIVE, "stale": BAD, "unsupported": GOOD}
# The line that every printer puts at the head of what it prints.
_GENERATED = re.compile(
    rb"^(?:#|--) Generated from [^\n]{1,400}(?:: edit that instead|; edit that, never this)\.$", re.MULTILINE
)
_HEAD = 2_000
_LEFT = "nothing makes it any more: remove it"
_STYLES = {"written": "green", "up to date": "green", "unsupported": "yellow", "unknown": "bold yellow"}


@dataclass(frozen=True, slots=True)
class Item:
    """One artefact and what became of it: `written`, `up to date`, `stale`, `unsupported`, `refuted`, `unknown`."""

    path: Path
    artefact: Artefact
    module: CoreModule
    verdict: Verdict | None
    status: str

    @property
    def proved(self) -> bool:
        return self.verdict is not None and self.verdict.status == "proved"

    @property
    def reason(self) -> str:
        if self.verdict is None:
            there = "; the file that stands there was not compared" if self.status == "unknown" else ""
            return self.artefact.unsupported + there
        found = self.verdict.counterexample
        return found.says if found is not None else self.verdict.reason

    def json(self) -> dict[str, Any]:
        data = self.artefact.text.encode("utf-8")
        refuted = self.verdict is not None and self.verdict.status == "refuted"
        row: dict[str, Any] = {
            "path": files.shown(self.path) if self.proved else None,
            "target": self.artefact.target,
            "policy": self.artefact.subject,
            "sha256": hashlib.sha256(data).hexdigest() if self.proved else None,
            # A doubt is no equality: a target that could not be decided counts as one that is not supported.
            "equal": "proved" if self.proved else "refuted" if refuted else "unsupported",
            "seconds": round(self.verdict.seconds, 4) if self.verdict else 0,
            "module": self.module.name,
            "status": self.status,
        }
        return row | ({"reason": self.reason} if self.reason else {})


@dataclass(frozen=True, slots=True)
class Built(Result):
    """Every artefact of the modules that were proved; the modules that were not, of which nothing is written; and the
    generated files of the output folder that nothing makes any more, which are stale and are left where they are."""

    items: tuple[Item, ...]
    refused: tuple[tuple[CoreModule, tuple[Verdict, ...]], ...] = ()
    left: tuple[Path, ...] = ()

    @property
    def exit_code(self) -> int:
        codes = [_CODES.get(item.status, GOOD) for item in self.items]
        codes += [
            BAD if any(v.status == "refuted" for v in found) else INCONCLUSIVE for _, found in self.refused
        ]
        codes += [BAD] * bool(self.left)
        if codes and not any(item.proved for item in self.items):
            codes.append(INCONCLUSIVE)
        return worst(codes)

    @property
    def contents(self) -> dict[Path, bytes]:
        """What belongs on disk: the artefacts that are proved equal, by path."""
        return {item.path: item.artefact.text.encode("utf-8") for item in self.items if item.proved}

    def written(self) -> Built:
        """The same, once every stale artefact has been written. Raises `AlnError`; then nothing was."""
        stale = {item.path for item in self.items if item.status == "stale"}
        files.write_all({path: data for path, data in self.contents.items() if path in stale})
        items = [replace(i, status="written") if i.path in stale else i for i in self.items]
        return Built(tuple(items), self.refused, self.left)

    def document(self) -> dict[str, Any]:
        return {
            "schema": "aln/build/v1",
            "artefacts": [item.json() for item in self.items],
            "refused": [
                {"module": module.name, "obligations": {v.obligation.id: v.status for v in found}}
                for module, found in self.refused
            ],
            "left_over": [files.shown(path) for path in self.left],
        }

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        for module, found in self.refused:
            yield from show.listed(module, found)
            yield Text(f"  nothing of {module.name} is built: not every obligation is proved", "bold red")
            yield ""
        paths = [item.path for item in self.items] + list(self.left)
        width = max((len(files.shown(path)) for path in paths), default=0)
        for item in self.items:
            style = _STYLES.get(item.status, "bold red")
            line = Text.assemble((f"{item.status:<12}", style), f"{files.shown(item.path):<{width}}  ")
            if item.verdict is not None and item.proved:
                line.append(f"equal, {item.verdict.evidence}, {item.verdict.seconds:.2f} s", "dim")
            yield line.append(item.reason if not item.proved else "")
        for path in self.left:
            yield Text.assemble(("stale       ", "bold red"), f"{files.shown(path):<{width}}  {_LEFT}")
        statuses = [item.status for item in self.items] + ["stale"] * len(self.left)
        counts = {status: statuses.count(status) for status in statuses}
        yield ", ".join(f"{count} {status}" for status, count in counts.items()) or "nothing to build"

    def annotations(self) -> Iterator[str]:
        for _, found in self.refused:
            yield from show.flagged(found)
        for item in self.items:
            code = _CODES.get(item.status, GOOD)
            if code != GOOD:
                place = item.module.spans.get(item.artefact.subject, Span(item.module.file, 1, 1))
                says = f"{files.shown(item.path)} is {item.status}" + (
                    f": {item.reason}" if item.reason else ""
                )
                level = "error" if code == BAD else "warning"
                yield annotation(Finding(level, place, "build", says))
        for path in self.left:
            shown = files.shown(path)
            yield annotation(Finding("error", Span(shown, 1, 1), "build", f"{shown} is stale: {_LEFT}"))


def build(
    paths: Sequence[Path] | None,
    effort: Effort,
    *,
    out: Path | None = None,
    wanted: Sequence[str] | None = None,
    check: bool = False,
) -> Built:
    """Build what the sources define, below `out`; with `check` compare with what is there, and write nothing."""
    loaded = load(paths)
    names = targets(loaded, wanted)
    folder, effort = out or loaded.project.out, effort.within(loaded.project)
    built = emit(prove_modules(loaded.modules, effort), effort, folder, names)
    if not paths and not wanted:
        built = left_over(built, folder)
    return built if check else built.written()


def targets(loaded: Loaded, wanted: Sequence[str] | None = None) -> tuple[str, ...]:
    """The targets asked for, else the project's, else all. Raises `AlnError` for one that does not exist."""
    names = tuple(dict.fromkeys(wanted or loaded.project.targets or backends.TARGETS))
    for name in names:
        if name not in backends.TARGETS:
            raise fault(f"`{name}` is not a target", f"the targets are {', '.join(backends.TARGETS)}")
    return names


def emit(proved: Proved, effort: Effort, folder: Path, names: Sequence[str]) -> Built:
    """Artefacts of the modules that are proved whole, each proved equal to its policy or not, and compared with
    what `folder` holds; nothing is written."""
    if proved.interrupted:
        raise KeyboardInterrupt
    refused = []
    made: list[tuple[Path, CoreModule, Artefact]] = []
    for module, found in proved.modules:
        short = tuple(v for v in found if v.status != "proved")
        if short:
            refused.append((module, short))
        else:
            made += [(folder / a.name, module, a) for a in pipeline.artefacts(module, names)]
    _apart(made)
    answers = iter(effort.answer([a.equal for _, _, a in made if a.equal is not None]))
    items = []
    for path, module, artefact in made:
        verdict = next(answers) if artefact.equal is not None else None
        if verdict is None:
            # A file of an earlier build, or of a build with more packages: whether it still holds is not known.
            status = "unknown" if _is_generated(path) else "unsupported"
        elif verdict.status != "proved":
            status = verdict.status
        else:
            same = path.is_file() and path.read_bytes() == artefact.text.encode("utf-8")
            status = "up to date" if same else "stale"
        items.append(Item(path, artefact, module, verdict, status))
    return Built(tuple(items), tuple(refused))


def left_over(built: Built, folder: Path) -> Built:
    """The same, with the generated files below `folder` that are not among its artefacts. Only what the whole project
    makes, for all its targets, can tell; and as long as a module is not proved, it is not known what it would make."""
    if built.refused:
        return built
    made = {item.path.resolve() for item in built.items}
    suffixes = {backends.target(name).suffix for name in backends.TARGETS}
    found = (
        path for path in sorted(folder.rglob("*")) if path.suffix in suffixes and path.resolve() not in made
    )
    return replace(built, left=tuple(path for path in found if _is_generated(path)))


def _is_generated(path: Path) -> bool:
    return path.is_file() and _GENERATED.search(files.read(path)[:_HEAD]) is not None


def _apart(made: Sequence[tuple[Path, CoreModule, Artefact]]) -> None:
    """Two policies never write one file: which of them guards would depend on the order of files."""
    owners: dict[Path, str] = {}
    for path, module, artefact in made:
        here = f"`{artefact.subject}` of `{module.file}`"
        if path in owners:
            says = f"{owners[path]} and {here} would both be written to `{files.shown(path)}`"
            raise fault(says, "give one of them another name, or build them apart with `--out`", "ALN1003")
        owners[path] = here
