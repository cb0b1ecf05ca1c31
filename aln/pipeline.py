"""The whole compiler on one screen: the phases in order, one frozen type at each boundary.

    Source ─ parse ─ check ─ lower ─┬─ obligations ─ prove ─ verdicts
                                    └─ print ─ read ─ equal ─ prove ─ artefacts

Takes sources as text; gives modules, verdicts and artefacts. Files, processes and formats belong to others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeAlias

from aln import backends
from aln.checker.check import CheckedModule
from aln.checker.program import check_all, named
from aln.core.ir import CoreModule, Guard, Immutable, Machine
from aln.core.show import digest, snake
from aln.core.slice import runtime
from aln.diagnostics import Diagnostic
from aln.lower.module import lower
from aln.syntax.parse import parse
from aln.syntax.tree import Module
from aln.verifier.obligation import Budget, Obligation, Verdict
from aln.verifier.obligations import (
    guard_equal,
    immutable_equal,
    machine_equal,
    obligations,
    unreadable,
)
from aln.verifier.prove import prove


@dataclass(frozen=True, slots=True)
class Source:
    """One file: its name for people, and its text."""

    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Artefact:
    """A generated text and the obligation that it is what was proved; `text` is empty where the target refuses."""

    name: str
    target: str
    subject: str
    text: str
    equal: Obligation | None
    unsupported: str = ""


# A file parsed and checked: no module where there is no tree or the file holds an overlay, and all that is wrong.
Parsed: TypeAlias = tuple[Module | None, tuple[Diagnostic, ...]]
Front: TypeAlias = tuple[CheckedModule | None, tuple[Diagnostic, ...]]


def fronts(
    sources: Sequence[Source], find: Callable[[str], Sequence[Source]] = lambda name: ()
) -> tuple[Front, ...]:
    """Parse and check files together. `find` gives the files that hold a module or overlay that one of them names."""
    parsed = [parse(s.text, s.file) for s in sources]
    beside: dict[str, Parsed] = {}
    names: dict[str, None] = {}
    todo = [module for module, _ in parsed if module is not None]
    while todo:
        module = todo.pop()
        needed = [n for n, _ in named(module)]
        for name in (module.name, *needed):
            for other in find(name) if name not in names else ():
                if other.file not in beside and all(s.file != other.file for s in sources):
                    tree, found = parse(other.text, other.file)
                    # Another file of one's own name matters only where it is an overlay.
                    if tree is not None and tree.name == name and (tree.overlay or name in needed):
                        beside[other.file] = tree, found
                        todo.append(tree)
            names[name] = None
    everything = [*parsed, *beside.values()]
    broken = {
        m.name for m, found in everything if m is not None and any(d.severity == "error" for d in found)
    }
    checked = iter(check_all([m for m, _ in everything if m is not None], broken))
    out: list[Front] = []
    for tree, found in parsed:
        whole, more = (None, ()) if tree is None else next(checked)
        out.append((whole, (*found, *more)))
    return tuple(out)


def front(source: Source, beside: Sequence[Source] = ()) -> Front:
    """One file parsed and checked, with the files it needs beside it."""
    return fronts((source, *beside))[0]


def core(source: Source, beside: Sequence[Source] = ()) -> CoreModule:
    """The meaning of a sound source. Raises ValueError when it is not sound: ask `front` first."""
    checked, found = front(source, beside)
    if checked is None or any(d.severity == "error" for d in found):
        raise ValueError(f"{source.file} does not check")
    return lower(checked)


def proofs(module: CoreModule, budget: Budget | None = None) -> Iterator[Verdict]:
    """Every obligation of a module, answered."""
    return prove(obligations(module), budget)


def artefacts(module: CoreModule, targets: Sequence[str]) -> Iterator[Artefact]:
    """Print every guard, machine and immutable entity for each target that can hold it, read it back, and state that
    it is the same."""
    for name in targets:
        target = backends.target(name)
        made = (m for m in module.machines if not m.model)
        subjects: tuple[Guard | Machine, ...] = (*module.guards, *made)
        for subject in subjects:
            yield _artefact(module, subject, subject.name, target)
        if isinstance(target, backends.Stores):
            for item in module.immutable:
                yield _artefact(module, item, f"{item.entity} immutable", target)


def _header(module: CoreModule, digest: str) -> backends.Header:
    said = module.constants.get
    return backends.Header(
        PurePosixPath(module.file).name,
        module.name,
        said("POLICY_ID", ""),
        said("POLICY_VERSION", ""),
        digest,
    )


def _artefact(
    module: CoreModule, subject: Guard | Machine | Immutable, called: str, target: backends.Target
) -> Artefact:
    name = str(PurePosixPath(target.name) / f"{snake(called.replace(' ', '_'))}{target.suffix}")
    header = _header(module, digest(subject))
    try:
        if isinstance(subject, Guard):
            text = target.print_guard(subject, header)
            read = target.read_guard(text)
            equal = guard_equal(
                module, subject, read.guard, read.decision, target.name, complete=target.complete_relations
            )  # fmt: skip
        elif isinstance(subject, Immutable):
            assert isinstance(target, backends.Stores)
            text = target.print_immutable(subject, header)
            equal = immutable_equal(module, subject, target.read_immutable(text), target.name)
        else:
            text = target.print_machine(subject, header)
            equal = machine_equal(module, runtime(subject), target.read_machine(text), target.name)
    except backends.Unsupported as why:
        return Artefact(name, target.name, called, "", None, str(why))
    except backends.Unreadable as why:
        return Artefact(name, target.name, called, text, unreadable(module, called, target.name, str(why)))
    return Artefact(name, target.name, called, text, equal)
