"""Verdicts as people and machines read them."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from aln.cli.ran import drawn
from aln.cli.results import Finding, annotation
from aln.core.ir import CoreModule
from aln.host.store import Kept
from aln.simulate.picture import of_verdict
from aln.verifier.machines.trace import plain_steps
from aln.verifier.obligation import OfMachine, Verdict
from aln.verifier.wording import WORDING, wording

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["flagged", "listed", "summary", "verdict_json", "why"]

_MARKS = {"proved": ("✓", "green"), "refuted": ("✗", "bold red"), "unknown": ("?", "bold yellow")}
_NO_REASON = "no engine found an answer"
_NOT_A_PROOF = ("L0", "tested")
# Refuted, these show that something lacks or says too little: nothing is let through.
_USELESS = ("consistent", "decides", "non-vacuous")


def verdict_json(verdict: Verdict, links: Mapping[str, str]) -> dict[str, Any]:
    """One verdict as `aln/prove/v1` documents it; `links` gives the kind of each id that may be traced to."""
    o = verdict.obligation
    out: dict[str, Any] = {
        "id": o.id,
        "module": o.module,
        "kind": o.kind,
        "status": verdict.status,
        "says": o.says,
        "span": o.span.json(),
        "engine": verdict.engine or None,
        "k": verdict.k,
        "evidence": verdict.evidence or None,
        "rests_on": list(verdict.rests_on),
        "seconds": round(verdict.seconds, 4),
        "stored": isinstance(verdict, Kept),
        "requirements": linked(o.traces, links, "requirement"),
        "hazards": linked(o.traces, links, "hazard"),
        "controls": linked(o.traces, links, "control"),
    }
    if verdict.status == "unknown":
        out["reason"] = verdict.reason or _NO_REASON
        out["evidence"] = verdict.evidence if verdict.evidence in _NOT_A_PROOF else None
    found = verdict.counterexample
    if verdict.status == "refuted" and found is not None:
        out["counterexample"] = {
            "values": dict(found.values),
            "steps": _steps(verdict),
            "blames": [name for name in found.blames if name],
            "shown": list(found.shown),
            "says": found.says,
            "advice": list(found.advice),
            "replayed": True,
        }
    if verdict.certificate is not None and verdict.certificate.invariant:
        out["invariant"] = list(verdict.certificate.invariant)
    return out


def _steps(verdict: Verdict) -> list[dict[str, Any]]:
    goal, found = verdict.obligation.goal, verdict.counterexample
    if found is None or not isinstance(goal, OfMachine):
        return []
    return plain_steps(goal.machine, found.steps)


def linked(traces: Sequence[str], links: Mapping[str, str], kind: str) -> list[str]:
    return [name for name in traces if links.get(name) == kind]


def listed(
    module: CoreModule, verdicts: Sequence[Verdict], pictures: Mapping[str, str] | None = None
) -> Iterator[Text]:
    """One module: a line for each obligation, and below the lines what was refuted or stayed unknown; `pictures` are
    the files with the runs that refute something, by id."""
    from rich.text import Text

    yield Text.assemble((module.name, "bold"), ("  " + module.file, "dim"))
    kinds = max((len(WORDING[v.obligation.kind].short) for v in verdicts), default=0)
    names = max((len(_name(v)) for v in verdicts), default=0)
    engines = max((len(_engine(v)) for v in verdicts), default=0)
    for v in verdicts:
        mark, style = _MARKS[v.status]
        short = WORDING[v.obligation.kind].short
        line = Text.assemble("  ", (mark, style), f" {short:<{kinds}}  {_name(v):<{names}}  ")
        took = "stored" if isinstance(v, Kept) else f"{v.seconds:.2f} s"
        line.append(f"{v.evidence or '-':<6}  {_engine(v):<{engines}}  {took:>9}", "dim")
        yield line
    for v in verdicts:
        if v.status == "refuted":
            yield Text("")
            yield from _detail(v, module.links)
            if pictures is not None and v.obligation.id in pictures:
                yield _row("picture", pictures[v.obligation.id])
    doubts: dict[str, list[Verdict]] = {}
    for v in verdicts:
        if v.status == "unknown":
            doubts.setdefault(v.reason, []).append(v)
    for alike in doubts.values():
        yield Text("")
        yield from (_detail(alike[0], module.links) if len(alike) == 1 else _doubt(module, alike))


def _name(verdict: Verdict) -> str:
    return verdict.obligation.id.split("/", 2)[-1]


def _engine(verdict: Verdict) -> str:
    return (verdict.engine or "-") + (f" k={verdict.k}" if verdict.k else "")


def _detail(v: Verdict, links: Mapping[str, str]) -> Iterator[Text]:
    from rich.text import Text

    mark, style = _MARKS[v.status]
    o = v.obligation
    yield Text.assemble("  ", (f"{mark} {v.status}", style), f"  {o.id}  ", (str(o.span), "dim"))
    yield Text(f"    {o.says}")
    yield Text(f"    {wording(v)}")
    found = v.counterexample
    if found is not None:
        if found.says:
            yield Text(f"    {found.says}", "yellow")
        for line in found.shown:
            yield Text(f"      {line}".rstrip())
        picture = of_verdict(v)
        if picture is not None and picture.ticks > 1:
            yield Text("")
            yield from drawn(picture.moving(), 6)
        if found.blames:
            title = "because of" if o.kind in _USELESS else "let through by"
            yield _row(title, ", ".join(found.blames))
        for n, line in enumerate(found.advice):
            yield _row("" if n else "would hold if", line)
    for title, kind in (("requirements", "requirement"), ("hazards", "hazard")):
        names = linked(o.traces, links, kind)
        if names:
            yield _row(title, ", ".join(names))
    yield _row("run again", f"aln prove {shlex.quote(o.span.file)} --only {shlex.quote(o.id)}")


def _doubt(module: CoreModule, alike: Sequence[Verdict]) -> Iterator[Text]:
    """Several obligations that stay unknown for one reason."""
    from rich.text import Text

    mark, style = _MARKS["unknown"]
    yield Text.assemble("  ", (f"{mark} unknown", style), f"  {len(alike)} obligations of {module.name}")
    yield Text(f"    {wording(alike[0])}")
    yield _row("run again", f"aln prove {shlex.quote(module.file)}")


def _row(title: str, text: str) -> Text:
    from rich.text import Text

    return Text.assemble("    ", (f"{title:<15}", "dim"), text)


def why(v: Verdict, recheck: str) -> Iterator[Text]:
    """What a proof rests on: the solvers, the obligations and assumptions it uses, the invariant it found."""
    from rich.text import Text

    o = v.obligation
    yield Text.assemble("  ", ("why", "bold"), f"  {o.id}  {v.status}")
    yield Text(f"    {o.says}")
    yield Text(f"    {wording(v)}")
    if v.status == "proved":
        kept = ", found by an earlier run" if isinstance(v, Kept) else ""
        yield _row("evidence", f"{v.evidence} by {_engine(v)}{kept}")
    for n, name in enumerate(v.rests_on):
        yield _row("" if n else "rests on", name)
    certificate = v.certificate
    if certificate is not None:
        for n, line in enumerate(certificate.invariant):
            yield _row("" if n else "invariant", line)
        for n, (name, script) in enumerate(certificate.queries):
            yield _row("" if n else "queries", f"{name} ({len(script.splitlines())} lines of SMT-LIB)")
        if certificate.witness:
            yield _row("witness", f"{len(certificate.witness)} found, and replayed by the evaluator")
    if not v.rests_on and v.status == "proved":
        yield _row("rests on", "the declared types and ranges alone")
    if v.status == "proved" and v.reason:
        yield _row("note", v.reason)
    if recheck:
        yield _row("rechecked", recheck)


def summary(verdicts: Sequence[Verdict], seconds: float) -> Text:
    """The last line: how many of each, and the time it took."""
    from rich.text import Text

    line = Text(f"{len(verdicts)} obligation{'s' if len(verdicts) != 1 else ''}: ")
    parts = [(status, sum(v.status == status for v in verdicts)) for status in _MARKS]
    for n, (status, count) in enumerate((s, c) for s, c in parts if c or s == "proved"):
        line.append(", " if n else "").append(f"{count} {status}", _MARKS[status][1] if count else "")
    kept = sum(isinstance(v, Kept) for v in verdicts)
    return line.append(f"  ({f'{kept} stored, ' if kept else ''}{seconds:.1f} s)", "dim")


def flagged(verdicts: Sequence[Verdict]) -> Iterator[str]:
    """What was not proved, at the claims it is about."""
    for v in verdicts:
        if v.status == "proved":
            continue
        says = f"{v.status}: {v.obligation.says}\n{wording(v)}"
        if v.counterexample is not None:
            says = "\n".join((says, v.counterexample.says, *v.counterexample.shown)).replace("\n\n", "\n")
        level = "error" if v.status == "refuted" else "warning"
        yield annotation(Finding(level, v.obligation.span, v.obligation.id, says))
