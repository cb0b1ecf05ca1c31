"""The whole compiler on one screen: the phases in order, one frozen type at each boundary.

    Source ─ parse ─ check ─ lower ─┬─ obligations ─ prove ─ verdicts
                                    └─ print ─ read ─ equal ─ prove ─ artefacts

Takes sources as text; gives modules, verdicts and artefacts. Files, processes and formats belong to others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from aln import backends
from aln.checker.check import CheckedModule, check
from aln.core.ir import CoreModule, Guard, Machine
from aln.core.show import digest, snake
from aln.core.slice import runtime
from aln.diagnostics import Diagnostic
from aln.lower.module import lower
from aln.syntax.parse import parse
from aln.verifier.obligation import Budget, Obligation, Verdict
from aln.verifier.obligations import guard_equal, machine_equal, obligations, unreadable
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


def front(source: Source) -> tuple[CheckedModule | None, tuple[Diagnostic, ...]]:
    """Parse and check: everything wrong with a file, and the checked module when there is a tree."""
    module, found = parse(source.text, source.file)
    if module is None:
        return None, found
    checked = check(module)
    return checked, (*found, *checked.diagnostics)


def core(source: Source) -> CoreModule:
    """The meaning of a sound source. Raises ValueError when it is not sound: ask `front` first."""
    checked, found = front(source)
    if checked is None or any(d.severity == "error" for d in found):
        raise ValueError(f"{source.file} does not check")
    return lower(checked)


def proofs(module: CoreModule, budget: Budget | None = None) -> Iterator[Verdict]:
    """Every obligation of a module, answered."""
    return prove(obligations(module), budget)


def artefacts(module: CoreModule, targets: Sequence[str]) -> Iterator[Artefact]:
    """Print every guard and machine for each target, read it back, and state that it is the same."""
    for name in targets:
        target = backends.target(name)
        subjects: tuple[Guard | Machine, ...] = (*module.guards, *module.machines)
        for subject in subjects:
            yield _artefact(module, subject, target)


def _header(module: CoreModule, digest: str) -> backends.Header:
    said = module.constants.get
    return backends.Header(
        PurePosixPath(module.file).name,
        module.name,
        said("POLICY_ID", ""),
        said("POLICY_VERSION", ""),
        digest,
    )


def _artefact(module: CoreModule, subject: Guard | Machine, target: backends.Target) -> Artefact:
    name = str(PurePosixPath(target.name) / f"{snake(subject.name)}{target.suffix}")
    header = _header(module, digest(subject))
    try:
        if isinstance(subject, Guard):
            text = target.print_guard(subject, header)
            read = target.read_guard(text)
            equal = guard_equal(
                module, subject, read.guard, read.decision, target.name, complete=target.complete_relations
            )  # fmt: skip
        else:
            text = target.print_machine(subject, header)
            equal = machine_equal(module, runtime(subject), target.read_machine(text), target.name)
    except backends.Unsupported as why:
        return Artefact(name, target.name, subject.name, "", None, str(why))
    except backends.Unreadable as why:
        return Artefact(
            name, target.name, subject.name, text, unreadable(module, subject.name, target.name, str(why))
        )
    return Artefact(name, target.name, subject.name, text, equal)
