"""Counterexamples kept as tests: `aln prove --save-tests` writes a module of tests that fail until the policy is mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln import pipeline
from aln.checker.check import CheckedModule
from aln.cli.inputs import Loaded, Shelf, fault, load
from aln.cli.prove import Proved
from aln.cli.results import Result
from aln.core.show import snake
from aln.evidence.judge import judge
from aln.evidence.saved import Unsaved, saved_test
from aln.host import files
from aln.lower.module import lower
from aln.pipeline import Source
from aln.syntax import decode
from aln.syntax import tree as t
from aln.syntax.format import format_module
from aln.syntax.parse import parse

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Saved", "save"]

_HEAD = """/// Records that broke a claim. Each test fails until the policy refuses, or accepts, what it should.
module {name} {{
{uses}}}
"""


@dataclass(frozen=True, slots=True)
class Saved(Result):
    """What was proved, and what became of each counterexample: the file it is kept in, or why it is not."""

    proved: Proved
    kept: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, str], ...]

    @property
    def exit_code(self) -> int:
        return self.proved.exit_code

    def document(self) -> dict[str, Any]:
        saved = [{"id": name, "file": file, "reason": None} for name, file in self.kept]
        saved += [{"id": name, "file": None, "reason": why} for name, why in self.lost]
        return self.proved.document() | {"saved": saved}

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        yield from self.proved.text()
        for name, file in self.kept:
            yield Text.assemble("kept as a test: ", (name, "bold"), f" in {file}")
        for name, why in self.lost:
            yield Text.assemble("not kept as a test: ", (name, "bold"), f": {why}")

    def annotations(self) -> Iterator[str]:
        yield from self.proved.annotations()


def save(proved: Proved, paths: Sequence[Path] | None, target: Path) -> Saved:
    """Write each counterexample of a record into `target`: a file of tests, or a folder with one for each module.

    What stands there is kept; a test of the same name is not written twice. A test that would not fail is not written.
    """
    loaded = load(paths)
    checked = {c.module.name: c for c, _ in loaded.fronts if c is not None}
    texts: dict[Path, str] = {}
    kept: list[tuple[str, str]] = []
    lost: list[tuple[str, str]] = []
    for core, verdicts in proved.modules:
        for v in verdicts:
            if v.status != "refuted":
                continue
            path = target if target.suffix == files.SUFFIX else target / f"{snake(core.short_name)}_tests.aln"
            try:
                made = saved_test(checked[core.name], core, v)
                before = texts.get(path) or _there(path)
                texts[path] = _with(before, made, core.name, path, loaded)
            except Unsaved as why:
                lost.append((v.obligation.id, str(why)))
                continue
            kept.append((v.obligation.id, files.shown(path)))
    files.write_all({path: text.encode("utf-8") for path, text in texts.items()})
    return Saved(proved, tuple(kept), tuple(lost))


def _there(path: Path) -> str:
    """The text of a file of tests, or none. Raises `AlnError` when it is there and is not a module."""
    if not path.exists():
        return ""
    text, bad = decode(files.read(path), files.shown(path))
    tree, found = parse(text or "", files.shown(path))
    if bad or tree is None or any(d.severity == "error" for d in found):
        raise fault(
            f"`{files.shown(path)}` is not a module that tests can be added to",
            "name another file, or mend it: `aln check` says what is wrong",
        )
    return format_module(tree)


def _with(before: str, made: str, module: str, path: Path, loaded: Loaded) -> str:
    """A file of tests with one more. Raises `Unsaved` for a test that could not be read back, or would not fail."""
    if not before:
        name = "".join(w.capitalize() for w in path.stem.replace("-", "_").split("_"))
        before = _HEAD.format(name=f"{name}_v1_0_0", uses="")
    tree, _ = parse(before, "tests")
    test, found = parse(f"module T_v1_0_0 {{\n{made}}}\n", "tests")
    if tree is None or test is None or found:
        raise Unsaved(f"its test cannot be read back: {found[0].message if found else 'no module'}")
    (item,) = (i for i in test.items if isinstance(i, t.Test))
    if any(isinstance(i, t.Test) and i.name == item.name for i in tree.items):
        return before
    end = before.rindex("}")
    use = (
        ""
        if module in (tree.name, *(i.module for i in tree.items if isinstance(i, t.Use)))
        else f"use {module};\n"
    )
    start = before.index("{", before.index(tree.name)) + 1
    text = f"{before[:start]}\n{use}{before[start:end]}\n{made}{before[end:]}"
    whole, _ = parse(text, files.shown(path))
    assert whole is not None
    text = format_module(whole)
    _must_fail(text, item.name, path, loaded)
    return text


def _must_fail(text: str, name: str, path: Path, loaded: Loaded) -> None:
    checked, found = pipeline.fronts([Source(files.shown(path), text)], _finder(loaded))[0]
    errors = [d for d in found if d.severity == "error"]
    if checked is None or errors:
        raise Unsaved(f"its test does not check: {errors[0].message if errors else 'no module'}")
    examples = [e for e in lower(checked).examples if e.name == name]
    if not examples or any(judge(checked, e).passed for e in examples):
        raise Unsaved("its test would not fail: the record cannot be written as it is")


def _finder(loaded: Loaded) -> Any:
    """Finds the modules that tests use: those that were proved, else what the project has."""
    own: dict[str, list[Source]] = {}
    for source, (c, _) in zip(loaded.sources, loaded.fronts, strict=True):
        name = _name(source, c)
        if name:
            own.setdefault(name, []).append(source)
    shelf = Shelf.of(loaded.project, loaded.paths)
    return lambda name: own.get(name) or shelf.find(name)


def _name(source: Source, checked: CheckedModule | None) -> str:
    """The name of the module, or of the overlay, that a file holds."""
    if checked is not None:
        return checked.module.name
    tree, _ = parse(source.text, source.file)
    return tree.name if tree is not None else ""
