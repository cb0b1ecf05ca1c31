"""`aln test`: the tests beside the policies, judged by the evaluator; what a failure teaches; clause coverage."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.checker.check import CheckedModule
from aln.cli.inputs import load, nothing
from aln.cli.results import BAD, EMPTY, GOOD, INCONCLUSIVE, Finding, Result, annotation, worst
from aln.core.ir import CoreModule
from aln.diagnostics import Diagnostic
from aln.evidence.coverage import Coverage, OfPolicy, OfRule, coverage
from aln.evidence.judge import Explained, Outcome, judge
from aln.evidence.junit import Case, Suite, junit
from aln.host import files

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

__all__ = ["Tested", "test"]

_TRUTHS = {True: "true", False: "false", None: "missing"}


@dataclass(frozen=True, slots=True)
class Group:
    """The tests of one module: what came out, and the tests that core cannot carry, each with the reason."""

    module: CoreModule
    outcomes: tuple[Outcome, ...]
    unrun: tuple[tuple[str, Diagnostic], ...]


@dataclass(frozen=True, slots=True)
class Tested(Result):
    """Every test of some modules. `covered` is there where it was asked for."""

    groups: tuple[Group, ...]
    covered: Coverage | None
    seconds: float

    @property
    def exit_code(self) -> int:
        """0 as expected · 1 some expectation is not met · 3 some test cannot be run · 4 there is none."""
        codes = [GOOD if o.passed else BAD for g in self.groups for o in g.outcomes]
        return worst([*codes, *(INCONCLUSIVE for g in self.groups for _ in g.unrun)])

    def document(self) -> dict[str, Any]:
        every = [o for g in self.groups for o in g.outcomes]
        failed = sum(not o.passed for o in every)
        unrun = sum(len(g.unrun) for g in self.groups)
        out: dict[str, Any] = {
            "schema": "aln/test/v1",
            "summary": {
                "expectations": len(every) + unrun, "passed": len(every) - failed, "failed": failed,
                "unknown": unrun, "seconds": round(self.seconds, 3),
            },
            "results": [row for g in self.groups for row in _rows(g)],
        }  # fmt: skip
        return out | ({} if self.covered is None else {"coverage": _coverage_json(self.covered)})

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        for g in self.groups:
            if not g.outcomes and not g.unrun:
                continue
            yield Text.assemble((g.module.name, "bold"), ("  " + g.module.file, "dim"))
            yield from _listed(g)
            yield ""
        if self.covered is not None:
            yield from _coverage_text(self.covered)
            yield ""
        yield self._summary()

    def _summary(self) -> Text:
        from rich.text import Text

        every = [o for g in self.groups for o in g.outcomes]
        failed, unrun = sum(not o.passed for o in every), sum(len(g.unrun) for g in self.groups)
        count = len(every) + unrun
        line = Text(f"{count} expectation{'s' if count != 1 else ''}: ")
        line.append(f"{len(every) - failed} met", "green")
        if failed:
            line.append(", ").append(f"{failed} not met", "bold red")
        if unrun:
            line.append(", ").append(f"{unrun} not run", "bold yellow")
        return line.append(f"  ({self.seconds:.1f} s)", "dim")

    def annotations(self) -> Iterator[str]:
        for g in self.groups:
            for o in g.outcomes:
                if not o.passed:
                    says = "\n".join((_expected(o), *o.problems, *_plain(o)))
                    yield annotation(Finding("error", o.span, o.example.name, says))
            for name, d in g.unrun:
                yield annotation(Finding("warning", d.span, name, f"not run: {d.message}"))

    def junit(self) -> bytes:
        """The same as JUnit XML."""
        suites = []
        for g in self.groups:
            cases = [
                Case(
                    f"{o.example.name}: {_judged(o)}",
                    "passed" if o.passed else "failed",
                    "" if o.passed else f"{_expected(o)}, but {'; '.join(o.problems)}",
                    "" if o.passed else "\n".join((str(o.span), *_plain(o))),
                )
                for o in g.outcomes
            ]
            cases += [Case(name, "error", f"not run: {d.message}", str(d.span)) for name, d in g.unrun]
            suites += [Suite(g.module.name, tuple(cases))] if cases else []
        return junit(suites, self.seconds)


def test(paths: Sequence[Path] | None, *, covered: bool = False, junit_file: Path | None = None) -> Tested:
    """Run the tests that stand in the sources; write them as JUnit XML too where a file is named."""
    started = time.perf_counter()
    loaded = load(paths)
    cores = loaded.modules
    checked = [c for c, _ in loaded.fronts if c is not None]
    groups = []
    for c, core in zip(checked, cores, strict=True):
        outcomes = tuple(judge(c, e) for e in core.examples if e.kind == "example")
        unrun = tuple((name, d) for what, name, d in core.unsupported if what == "test")
        groups.append(Group(core, outcomes, unrun))
    found = _coverage(checked, groups) if covered else None
    result = Tested(tuple(groups), found, time.perf_counter() - started)
    if result.exit_code == EMPTY:
        raise nothing(
            "there is no test in these sources",
            'write one beside the policy: `test "…" { given … expect POLICY(x) allowed; }`',
        )
    if junit_file is not None:
        files.write_all({junit_file: result.junit()})
    return result


def _coverage(checked: Sequence[CheckedModule], groups: Sequence[Group]) -> Coverage:
    return coverage([(c, [o.example for o in g.outcomes]) for c, g in zip(checked, groups, strict=True)])


# ── people ───────────────────────────────────────────────────────────────────────────────────────────────────


def _judged(o: Outcome) -> str:
    return o.example.says.removeprefix(f"{o.example.name}: ")


def _expected(o: Outcome) -> str:
    reasons = " and ".join(f"“{x}”" for x in o.example.because)
    return f"expected: {_judged(o)}" + (f" because {reasons}" if reasons else "")


def _listed(g: Group) -> Iterator[Text]:
    """A line for each test, and below it the expectations of it that are not met."""
    from rich.text import Text

    for name in dict.fromkeys(o.example.name for o in g.outcomes):
        own = [o for o in g.outcomes if o.example.name == name]
        passed = all(o.passed for o in own)
        mark, style = ("✓", "green") if passed else ("✗", "bold red")
        count = f"{len(own)} expectation{'s' if len(own) != 1 else ''}"
        yield Text.assemble("  ", (mark, style), f" {name}  ", (count, "dim"))
        for o in own:
            if not o.passed:
                yield Text.assemble(f"      {_expected(o)}", (f"  {o.span}", "dim"))
                for problem in o.problems:
                    yield Text.assemble("      ", ("but ", "dim"), (problem, "yellow"))
                for e in o.explained:
                    yield from _explained(e)
    for name, d in g.unrun:
        yield Text.assemble("  ", ("?", "bold yellow"), f" {name}  ", (f"not run: {d.message}", "dim"))


def _explained(e: Explained) -> Iterator[Text]:
    from rich.text import Text

    word = "passes" if e.passes else "refuses"
    yield Text.assemble(
        "        ",
        (f"“{e.rule.because}”", "bold"),
        f" {word} the record ",
        (f" {e.rule.kind}, {e.rule.span}", "dim"),
    )
    for line, decisive in _clauses(e):
        yield Text.assemble("          ", (line, "" if decisive else "dim"))


def _clauses(e: Explained) -> Iterator[tuple[str, bool]]:
    """The clauses of a rule with their truth and values, those that decide it marked."""
    width = max((len(c.text) for c in e.clauses), default=0)
    for c in e.clauses:
        mark = "→" if c.decisive else " "
        yield f"{mark} {c.text:<{width}}  {_TRUTHS[c.truth]:<7}".rstrip(), c.decisive
        for name, value in c.values:
            yield f"      {name} : {value}", c.decisive


def _plain(o: Outcome) -> Iterator[str]:
    for e in o.explained:
        yield f"“{e.rule.because}” {'passes' if e.passes else 'refuses'} the record ({e.rule.span})"
        yield from (f"  {line}" for line, _ in _clauses(e))


def _percent(covered: int, total: int) -> str:
    return f"{covered} of {total} ({100 * covered // total if total else 100} %)"


def _coverage_text(found: Coverage) -> Iterator[Text]:
    from rich.text import Text

    yield Text.assemble(("clause coverage", "bold"), f"  {_percent(found.covered, found.total)}")
    for p in found.policies:
        style = "green" if p.covered == p.total and not p.reason else "yellow"
        said = f"not known: {p.reason}" if p.reason else _percent(p.covered, p.total)
        yield Text.assemble(f"  {p.policy}  ", (said, style), (f"  {p.module}", "dim"))
        for r in p.rules:
            for n, says in enumerate(r.missing()):
                if n == 0:
                    yield Text.assemble("    ", f"“{r.rule.because}”", (f"  {r.rule.span}", "dim"))
                yield Text(f"      {says}")


# ── machines ─────────────────────────────────────────────────────────────────────────────────────────────────


def _rows(g: Group) -> Iterator[dict[str, Any]]:
    for o in g.outcomes:
        yield {
            "module": g.module.name,
            "test": o.example.name,
            "policy": o.example.guard.name,
            "status": "passed" if o.passed else "failed",
            "says": o.example.says,
            "span": o.span.json(),
            "expected": {"allowed": o.example.allowed, "because": list(o.example.because)},
            "found": {
                "allowed": o.decision.allowed,
                "because": list(o.because),
                "rules": list(o.decision.failed),
                "invalid": [name for name, _ in o.invalid],
            },
            "problems": list(o.problems),
            "explained": [_explained_json(e) for e in o.explained],
        }
    for name, d in g.unrun:
        yield {
            "module": g.module.name, "test": name, "policy": None, "status": "unknown",
            "says": f"the test “{name}”", "span": d.span.json(), "reason": d.message,
        }  # fmt: skip


def _explained_json(e: Explained) -> dict[str, Any]:
    return {
        "rule": e.rule.id,
        "because": e.rule.because,
        "passes": e.passes,
        "span": e.rule.span.json(),
        "clauses": [
            {"text": c.text, "is": _TRUTHS[c.truth], "decides": c.decisive, "values": dict(c.values)}
            for c in e.clauses
        ],
    }


def _coverage_json(found: Coverage) -> dict[str, Any]:
    return {
        "covered": found.covered,
        "of": found.total,
        "policies": [_policy_json(p) for p in found.policies],
    }


def _policy_json(p: OfPolicy) -> dict[str, Any]:
    row: dict[str, Any] = {
        "module": p.module,
        "policy": p.policy,
        "covered": p.covered,
        "of": p.total,
        "rules": [_rule_json(r) for r in p.rules],
    }
    return row | ({"reason": p.reason} if p.reason else {})


def _rule_json(r: OfRule) -> dict[str, Any]:
    return {
        "rule": r.rule.id,
        "because": r.rule.because,
        "span": r.rule.span.json(),
        "passed": r.passed,
        "refused": r.refused,
        "clauses": [
            {"text": c.text, "decided": i in r.decided or not r.clauses} for i, c in enumerate(r.rule.clauses)
        ],
        "missing": list(r.missing()),
    }
