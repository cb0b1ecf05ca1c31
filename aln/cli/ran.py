"""What a run over a recording gave and what it broke, as text for people and as one document."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aln.cli.diagnostics import visible
from aln.cli.results import BAD, EMPTY, GOOD, Finding, Result, annotation
from aln.core.ir import CoreModule
from aln.diagnostics import Span
from aln.simulate.picture import Picture, bare, of_run, span, when
from aln.simulate.run import Run, Shown
from aln.simulate.spark import sparklines
from aln.verifier.show import literal, plain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

__all__ = ["Ran", "drawn", "terminal"]

_WIDTH, _NARROWEST, _MOST, _LONGEST = 100, 40, 8, 24


def terminal() -> int:
    """How many columns a line may have: those of the terminal; in a pipe always as many."""
    return max(_NARROWEST, shutil.get_terminal_size((_WIDTH, 24)).columns)


def drawn(picture: Picture, indent: int) -> Iterator[Text]:
    """A picture as lines of blocks, so far to the right."""
    from rich.text import Text

    for s in sparklines(picture, terminal() - indent):
        style = "bold red" if s.broken else ""
        line = Text(" " * indent + s.name + "  ")
        yield line.append(s.blocks, style).append("  ").append(s.says, style or "dim")


@dataclass(frozen=True, slots=True)
class Ran(Result):
    """A machine's run over one recording. `place` is what its rows are counted in, `made` whether it was made for
    this run, `cut` whether its last line may be cut off; `alone` says why no emitted step ran beside the evaluator,
    where none did; `wrote` names the files that were written."""

    module: CoreModule
    run: Run
    source: str
    place: str
    made: bool
    cut: bool
    alone: str
    wrote: tuple[str, ...]
    seconds: float

    @property
    def exit_code(self) -> int:
        """0 nothing is broken · 1 some property is · 4 the recording has no row."""
        return EMPTY if not self.run.ticks else BAD if self.run.violated else GOOD

    @property
    def picture(self) -> Picture:
        """The run as something to look at."""
        return of_run(self.run, self.source, self.place)

    def _left_out(self) -> list[str]:
        """The columns that are no input and place no row."""
        by = self.run.placing.by
        return [n for n in self.run.columns.ignored if not by or n != by]

    def document(self) -> dict[str, Any]:
        run, machine = self.run, self.run.machine
        columns = {f.name: c for c, f in run.columns.inputs.items()}
        return {
            "schema": "aln/run/v1",
            "machine": machine.name,
            "module": machine.module,
            "recording": self.source,
            "parameters": {f.name: plain(f.type, run.parameters[f.name]) for f in machine.parameters},
            "emitted_step": "not run" if run.step is None else "agrees",
            "alone": self.alone or None,
            "placed_by": run.placing.by or None,
            "summary": {
                "rows": run.rows,
                "ticks": run.ticks,
                "late": run.late,
                "unfed": run.unfed,
                "violations": sum(w.count for w in run.watched if w.violated),
                "seconds": round(self.seconds, 3),
            },
            "inputs": [
                {
                    "name": f.name,
                    "column": columns.get(f.name),
                    "missing": run.missing[f.name],
                    "invalid": run.invalid[f.name],
                    "sample": None
                    if f.name not in run.samples
                    else {"row": run.samples[f.name][0], "value": _sample(run.samples[f.name][1])},
                }
                for f in machine.inputs
            ],
            "ignored": self._left_out(),
            "properties": [
                {
                    "name": w.name,
                    "form": w.form,
                    "lemma": w.lemma,
                    "stated": w.stated,
                    "says": w.says,
                    "status": _status(w.form, w.count),
                    "ticks": w.count,
                    "first": w.first if w.count else None,
                    "traces": list(w.traces),
                    "line": w.line,
                }
                for w in run.watched
                if "." not in w.name
            ],
            "violations": [
                {"property": b.name, "tick": b.tick, "row": b.place or None, "values": b.values}
                for b in run.found
            ],
            "ticks": [
                {
                    "tick": s.tick,
                    "row": s.place or None,
                    "invalid": sorted(s.invalid),
                    "values": {n: plain(ty, s.env.get(n)) for n, ty in run.names.items()},
                }
                for s in run.shown()
            ],
            "wrote": list(self.wrote),
        }

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        run, machine = self.run, self.run.machine
        yield Text.assemble((machine.name, "bold"), (f"  {self.module.name}  {self.source}", "dim"))
        for f in machine.parameters:
            yield Text(f"  {f.name} : {literal(f.type, run.parameters[f.name])}")
        yield ""
        if run.violated:
            yield from self._broken()
            yield ""
        yield from _table(run)
        yield ""
        yield from drawn(self.picture, 2)
        yield ""
        notes = [*self._reached(), *self._notes()]
        yield from notes
        if notes:
            yield ""
        yield self._summary()

    def _broken(self) -> Iterator[Text]:
        from rich.text import Text

        for w in self.run.watched:
            if not w.violated:
                continue
            ticks = "at the start" if w.first < 0 else f"at tick {w.first:,}"
            more = f" and {w.count - 1:,} more" if w.count > 1 else ""
            yield Text.assemble((f"  ✗ {w.name}", "bold red"), f"  {w.says or 'a lemma'}  {ticks}{more}")
            for b in self.run.found:
                if b.name == w.name:
                    yield Text(f"      {when(b.tick, b.place, self.place)}: {b.values or 'no value'}")
            if w.traces:
                yield Text("      " + ", ".join(w.traces), "dim")

    def _reached(self) -> Iterator[Text]:
        from rich.text import Text

        for w in self.run.watched:
            if w.form == "reachable" and w.stated and "." not in w.name:
                seen = f"seen at tick {w.first:,}" if w.count else "not seen in this recording"
                mark = ("  ✓ ", "green") if w.count else ("  – ", "dim")
                yield Text.assemble(mark, f"{w.name}  {seen}")

    def _notes(self) -> Iterator[Text]:
        from rich.text import Text

        run, by = self.run, self.run.placing.by
        told, period = [], span(run.machine.period_us)
        # What is asked of every mode and edge is told together: each line of it says little.
        ways = [w for w in run.watched if w.form == "reachable" and not w.stated]
        never = [w.name for w in ways if not w.count]
        if ways:
            rest = f"; not: {', '.join(never[:_MOST])}{' …' if len(never) > _MOST else ''}" if never else ""
            told.append(
                f"{len(ways) - len(never)} of {_many(len(ways), 'mode or edge', 'modes and edges')} occurred{rest}"
            )
        if by:
            told.append(f"rows are placed by `{by}`; a tick is {period}")
        elif not self.made:
            told.append(f"each row is a tick of {period}: there is no column `tick` or `time`")
        for name, (place, value) in run.samples.items():
            first = f"`{_sample(value)}` in {self.place} {place:,}"
            told.append(f"invalid, taken as missing: {name} {run.invalid[name]:,} (first {first})")
        gone = ", ".join(f"{n} {c:,}" for n, c in run.missing.items() if c and n not in run.columns.without)
        told += [f"missing: {gone}"] if gone else []
        if run.columns.without:
            told.append(f"without a column, missing throughout: {', '.join(run.columns.without)}")
        left = [visible(n)[:_LONGEST] or "one without a name" for n in self._left_out()]
        told += (
            [f"columns left out: {', '.join(left[:_MOST])}{' …' if len(left) > _MOST else ''}"]
            if left
            else []
        )
        told += [f"{_many(run.unfed, 'tick')} had no row, and so no input"] if run.unfed else []
        told += [f"{_many(run.late, 'row')} came late or twice and were left out"] if run.late else []
        told += ["the last line has no end: the recording may be cut off"] if self.cut else []
        told += [f"the evaluator ran alone: {self.alone}"] if self.alone else []
        told += [f"wrote {name}" for name in self.wrote]
        yield from (Text(f"  {line}", "dim") for line in told)

    def _summary(self) -> Text:
        from rich.text import Text

        run = self.run
        counts = [
            _many(run.ticks, "tick"),
            f"{sum(run.invalid.values()):,} invalid",
            f"{sum(run.missing.values()):,} missing",
            _many(sum(w.count for w in run.watched if w.violated), "violation"),
        ]
        beside = "evaluator and emitted step agree" if run.step is not None else "evaluator alone"
        style = "bold red" if run.violated else "green"
        return Text.assemble((", ".join(counts), style), f"  ({beside}, {self.seconds:.2f} s)")

    def annotations(self) -> Iterator[str]:
        for w in self.run.watched:
            if w.violated:
                first = "the start" if w.first < 0 else f"tick {w.first}"
                says = f"{w.says or 'a lemma'}: broken at {first} of {self.source}"
                yield annotation(Finding("error", Span(self.module.file, w.line, 1), w.name, says))


def _many(n: int, what: str, more: str = "") -> str:
    return f"{n:,} {what if n == 1 else more or f'{what}s'}"


def _status(form: str, count: int) -> str:
    if form == "reachable":
        return "seen" if count else "not seen"
    return "violated" if count else "kept"


def _sample(value: object) -> str:
    """What came and was no value, cut to a length that fits into a line."""
    said = visible(str(value))
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


# ── the table ────────────────────────────────────────────────────────────────────────────────────────────────


def _cell(run: Run, name: str, s: Shown) -> str:
    if name in s.invalid:
        return "invalid"
    ty, value = run.names[name], s.env.get(name)
    if value is None:
        return "–"
    return _sample(value) if ty.sort in ("text", "id") else literal(bare(ty), value)


def _table(run: Run) -> Iterator[Text]:
    """The first ticks, those that break something, the last; wide runs in blocks of as many columns as fit."""
    from rich.text import Text

    shown = list(run.shown())
    broken = {b.tick for b in run.found}
    columns = []
    for name, ty in run.names.items():
        if name not in run.columns.without:
            unit = ty.unit.name if ty.sort == "int" and ty.unit.kind != "instant" else ""
            cells = [name, unit, *(_cell(run, name, s) for s in shown)]
            columns.append((max(map(len, cells)), cells))
    ticks = ["tick", "", *(str(s.tick) for s in shown)]
    side = max(map(len, ticks))
    for i, block in enumerate(_blocks(columns, terminal() - side - 5)):
        if i:
            yield Text("")
        before = -1
        for r, tick in enumerate(ticks):
            if r >= 2 and shown[r - 2].tick != before + 1:
                yield Text(f"  {'⋮':>{side}}", "dim")
            if r >= 2:
                before = shown[r - 2].tick
            line = "  ".join(f"{cells[r]:>{w}}" for w, cells in block)
            if r == 1 and not line.strip():
                continue
            bad = r >= 2 and shown[r - 2].tick in broken
            style = "bold" if r == 0 else "dim" if r == 1 else "bold red" if bad else ""
            yield Text(f"  {tick:>{side}}  {line}".rstrip() + ("  ✗" if bad else ""), style)


def _blocks(columns: Sequence[tuple[int, list[str]]], width: int) -> Iterator[list[tuple[int, list[str]]]]:
    """Columns in blocks that are not wider than `width`, where one column is not."""
    block: list[tuple[int, list[str]]] = []
    for column in columns:
        if block and sum(w + 2 for w, _ in block) + column[0] + 2 > width:
            yield block
            block = []
        block.append(column)
    yield block
