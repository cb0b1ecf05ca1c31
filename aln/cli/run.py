"""`aln run`: a recording, or one made from a seed, through a machine: what it gave, and what it broke."""

from __future__ import annotations

import json
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from aln.cli.inputs import fault, load, nothing
from aln.cli.results import BAD, EMPTY, GOOD, Finding, Result, annotation
from aln.core.ir import ONE, CoreModule, Machine
from aln.diagnostics import AlnError, Diagnostic, Span
from aln.host import files
from aln.simulate import generate as made
from aln.simulate.emitted import Unsupported, emitted
from aln.simulate.parameters import checked, drawn
from aln.simulate.recording import Columns, Row, read_csv, read_json_lines, read_parquet
from aln.simulate.run import Difference, Run, Shown
from aln.simulate.spark import marks, sparkline
from aln.simulate.timeline import of_run
from aln.syntax.near import certain
from aln.verifier.show import literal, plain

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

__all__ = ["Ran", "run"]

_WIDTH = 60
_EVERY = 2000


@dataclass(frozen=True, slots=True)
class Ran(Result):
    """A machine's run over one recording. `alone` says why no emitted step ran beside the evaluator, where none did;
    `wrote` names the files that were written."""

    module: CoreModule
    run: Run
    source: str
    alone: str
    wrote: tuple[str, ...]
    seconds: float

    @property
    def exit_code(self) -> int:
        """0 nothing is broken · 1 some property is · 4 the recording has no row."""
        return EMPTY if not self.run.ticks else BAD if self.run.violated else GOOD

    def document(self) -> dict[str, Any]:
        run, machine = self.run, self.run.machine
        fixed = {f.name for f in machine.parameters}
        return {
            "schema": "aln/run/v1",
            "machine": machine.name,
            "module": machine.module,
            "recording": self.source,
            "parameters": {f.name: plain(f.type, run.parameters[f.name]) for f in machine.parameters},
            "emitted_step": "not run" if run.step is None else "agrees",
            "alone": self.alone or None,
            "summary": {
                "rows": run.rows,
                "ticks": run.ticks,
                "late": run.late,
                "violations": sum(w.count for w in run.watched if w.violated),
                "seconds": round(self.seconds, 3),
            },
            "inputs": [
                {
                    "name": f.name,
                    "column": next((c for c, g in run.columns.inputs.items() if g.name == f.name), None),
                    "missing": run.missing[f.name],
                    "invalid": run.invalid[f.name],
                }
                for f in machine.inputs
            ],
            "ignored": [n for n in run.columns.ignored if n not in ("tick", "time")],
            "properties": [
                {
                    "name": w.name,
                    "form": w.form,
                    "lemma": w.lemma,
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
                    "values": {
                        n: plain(series.type, s.env.get(n))
                        for n, series in run.series.items()
                        if n not in fixed
                    },
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
        yield from _table(run)
        yield ""
        yield from _sparks(run)
        yield ""
        yield from self._properties()
        yield from self._notes()
        yield ""
        yield self._summary()

    def _properties(self) -> Iterator[Text]:
        from rich.text import Text

        broken = [w for w in self.run.watched if w.violated]
        for w in broken:
            head = f"  ✗ {w.name}"
            ticks = "at the start" if w.first < 0 else f"at tick {w.first}"
            more = f" and {w.count - 1} more" if w.count > 1 else ""
            yield Text.assemble((head, "bold red"), f"  {w.says or 'a lemma'}  {ticks}{more}")
            for b in self.run.found:
                if b.name == w.name:
                    where = (
                        "start" if b.tick < 0 else f"tick {b.tick}" + (f", row {b.place}" if b.place else "")
                    )
                    yield Text.assemble(f"      {where}: {b.values or 'no value'}")
            if w.traces:
                yield Text("      " + ", ".join(w.traces), "dim")
        for w in self.run.watched:
            if w.form == "reachable" and "." not in w.name:
                seen = f"seen at tick {w.first}" if w.count else "not seen in this recording"
                yield Text.assemble(
                    ("  ✓ " if w.count else "  – ", "green" if w.count else "dim"), f"{w.name}  {seen}"
                )

    def _notes(self) -> Iterator[Text]:
        from rich.text import Text

        run = self.run
        told = []
        bad = ", ".join(f"{n} {c}" for n, c in run.invalid.items() if c)
        gone = ", ".join(f"{n} {c}" for n, c in run.missing.items() if c and n not in run.columns.without)
        told += [f"invalid, taken as missing: {bad}"] if bad else []
        told += [f"missing: {gone}"] if gone else []
        if run.columns.without:
            told.append(f"without a column, missing throughout: {', '.join(run.columns.without)}")
        ignored = [n for n in run.columns.ignored if n not in ("tick", "time")]
        told += (
            [f"columns left out: {', '.join(ignored[:8])}{' …' if len(ignored) > 8 else ''}"]
            if ignored
            else []
        )
        told += [f"{_many(run.late, 'row')} came late or twice and were left out"] if run.late else []
        told += [f"the evaluator ran alone: {self.alone}"] if self.alone else []
        told += [f"wrote {name}" for name in self.wrote]
        for line in told:
            yield Text(f"  {line}", "dim")

    def _summary(self) -> Text:
        from rich.text import Text

        run = self.run
        counts = [
            _many(run.ticks, "tick"),
            f"{sum(run.invalid.values())} invalid",
            f"{sum(run.missing.values())} missing",
            _many(sum(w.count for w in run.watched if w.violated), "violation"),
        ]
        beside = "evaluator and emitted step agree" if run.step is not None else "evaluator alone"
        style = "bold red" if run.violated else "green"
        return Text.assemble((", ".join(counts), style), f"  ({beside}, {self.seconds:.2f} s)")

    def annotations(self) -> Iterator[str]:
        for w in self.run.watched:
            if w.violated:
                span = Span(self.module.file, w.line, 1)
                yield annotation(
                    Finding("error", span, w.name, f"{w.says}: broken at tick {w.first} of {self.source}")
                )


def _many(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}"


def _status(form: str, count: int) -> str:
    if form == "reachable":
        return "seen" if count else "not seen"
    return "violated" if count else "kept"


# ── text ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _cell(run: Run, name: str, s: Shown) -> str:
    if name in s.invalid:
        return "invalid"
    ty = run.series[name].type
    value = s.env.get(name)
    if value is None:
        return "–"
    return literal(_bare(ty), value) if ty.sort == "int" and ty.unit.kind != "instant" else literal(ty, value)


def _bare(ty: Any) -> Any:
    from dataclasses import replace

    return replace(ty, unit=ONE)


def _names(run: Run) -> list[str]:
    """What the table shows: the inputs that a column gives, the states, the outputs."""
    return [n for n in run.series if n not in run.columns.without]


def _table(run: Run) -> Iterator[Text]:
    """The first ticks, those that break something, the last; wide runs in blocks of as many columns as fit."""
    from rich.text import Text

    names, shown = _names(run), list(run.shown())
    broken = {b.tick for b in run.found}
    columns = []
    for n in names:
        ty = run.series[n].type
        unit = ty.unit.name if ty.sort == "int" and ty.unit.kind != "instant" else ""
        cells = [n, unit, *(_cell(run, n, s) for s in shown)]
        columns.append((max(map(len, cells)), cells))
    ticks = ["tick", "", *(str(s.tick) for s in shown)]
    side = max(map(len, ticks))
    left, blocks = list(columns), []
    while left:
        room = _WIDTH + 40 - side
        block: list[tuple[int, list[str]]] = []
        while left and (not block or room >= left[0][0] + 2):
            room -= left[0][0] + 2
            block.append(left.pop(0))
        blocks.append(block)
    for i, block in enumerate(blocks):
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


def _sparks(run: Run) -> Iterator[Text]:
    from rich.text import Text

    names = [n for n in _names(run) if run.series[n].type.sort == "int"]
    side = max((len(n) for n in names), default=0)
    for n in names:
        series = run.series[n]
        lows = [b.low for b in series.buckets if b.low is not None]
        highs = [b.high for b in series.buckets if b.high is not None]
        said = "always missing"
        if lows and highs:
            a, z = (literal(_bare(series.type), int(v)) for v in (min(lows), max(highs)))
            said = f"{a} .. {z} {series.type.unit.name}".rstrip()
        yield Text.assemble(f"  {n:<{side}}  {sparkline(series, _WIDTH)}  ", (said, "dim"))
        against = [(b, bound) for b in run.found for bound in b.bounds if bound.name == n and b.tick >= 0]
        if against:
            under = marks(series, _WIDTH, {b.tick for b, _ in against})
            first, bound = against[0]
            env = next(s.env for s in run.breaking if s.tick == first.tick)
            limit = bound.at(env) * series.type.step
            words = f"{bound.side} {float(limit):g} {series.type.unit.name}".rstrip()
            yield Text.assemble(
                f"  {'':<{side}}  ", (f"{under}  {first.name}: {words} at tick {first.tick}", "bold red")
            )


# ── the verb ─────────────────────────────────────────────────────────────────────────────────────────────────


def run(
    name: str,
    recording: Path | None,
    *,
    given: Sequence[str] = (),
    length: int | None = None,
    seed: int = 0,
    kind: str = "lawful",
    out: Path | None = None,
    svg: Path | None = None,
) -> Ran:
    """Run a recording (or one of `length` rows made from `seed`) through the machine called `name`. Raises `AlnError`
    for what cannot be read, and for a difference between the evaluator and the emitted step (internal error)."""
    started = time.perf_counter()
    if (recording is None) == (length is None):
        raise fault(
            "name either a recording or `--generate N`",
            "`aln run MACHINE recording.csv`, or `aln run MACHINE --generate 1000 --seed 1`",
        )
    if kind not in made.KINDS:
        raise fault(f"`{kind}` is no kind of recording", f"the kinds are {', '.join(made.KINDS)}")
    if out is not None and length is None:
        raise fault("`--out` keeps a recording that is made", "give `--generate N` with it, or leave it out")
    module, machine = _machine(name)
    told = _given(given)
    parameters = drawn(machine, seed) if length is not None and not told else checked(machine, told, certain)
    wrote = []
    if length is not None:
        rows = made.generate(machine, parameters, length, seed, kind)
        source = f"{kind}, {length} rows, seed {seed}"
        if out is not None:
            form: Literal["csv", "jsonl"] = "jsonl" if out.suffix in (".jsonl", ".ndjson") else "csv"
            kept = made.lines(made.generate(machine, parameters, length, seed, kind), form, machine)
            files.write_all({out: "".join(kept).encode()})
            wrote.append(files.shown(out))
        found, alone = _through(machine, parameters, rows, source)
    else:
        assert recording is not None
        source = files.shown(recording)
        with _opened(recording) as rows:
            found, alone = _through(machine, parameters, rows, source)
    if not found.ticks:
        raise nothing(f"there is no row in {source}", "give a recording with a header and rows")
    if svg is not None:
        files.write_all({svg: of_run(found, source).encode()})
        wrote.append(files.shown(svg))
    return Ran(module, found, source, alone, tuple(wrote), time.perf_counter() - started)


def _through(
    machine: Machine, parameters: Mapping[str, Any], rows: Iterable[Row], source: str
) -> tuple[Run, str]:
    """The rows through the machine; and why no emitted step ran beside it, where none did."""
    step, alone = None, ""
    try:
        step = emitted(machine)
    except Unsupported as why:
        alone = str(why)
    terminal = sys.stderr.isatty()
    try:
        run = Run(machine, parameters, Columns(machine, source, certain), step)
        for n, row in enumerate(rows, 1):
            run.feed(row)
            if n == 1:
                run.columns.need()
            if terminal and n % _EVERY == 0:
                sys.stderr.write(f"\r{n:,} rows ")
                sys.stderr.flush()
    except Difference as found:
        says = f"internal error: {found}; please report it"
        help = "believe neither until it is mended: no artefact of this machine should be used"
        raise AlnError(Diagnostic("ALN1006", Span("", 0, 0), says, help)) from None
    finally:
        if terminal:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
    return run, alone


def _machine(name: str) -> tuple[CoreModule, Machine]:
    """The machine called `FILE:NAME`, `FILE` (with one machine) or `NAME` (in the project's sources)."""
    head, colon, tail = name.rpartition(":")
    path = Path(head) if colon else Path(name)
    in_file = bool(colon) or name.endswith(".aln") or path.is_file()
    wanted = tail if colon else "" if in_file else name
    modules = load([path] if in_file else None).modules
    found = [(m, x) for m in modules for x in m.machines if not wanted or x.name == wanted]
    every = [x.name for m in modules for x in m.machines]
    if len(found) == 1:
        return found[0]
    if not every:
        raise nothing(f"there is no machine in `{name}`", "name a file that declares one")
    if not found:
        meant = certain(wanted, every)
        shown = ", ".join(f"`{n}`" for n in dict.fromkeys(every))
        raise fault(
            f"there is no machine `{wanted}`", f"did you mean `{meant}`?" if meant else f"there are {shown}"
        )
    places = ", ".join(f"`{m.file}:{x.name}`" for m, x in found)
    raise fault(f"`{name}` can be any of {len(found)} machines", f"name one of {places}")


def _given(told: Sequence[str]) -> dict[str, Any]:
    """The parameters that the options give: `name=value`, parted by commas, or a JSON file. The last one counts."""
    out: dict[str, Any] = {}
    for item in told:
        if "=" in item:
            for part in item.split(","):
                name, equals, value = part.partition("=")
                if not equals:
                    raise fault(f"`{part}` gives no parameter a value", "write `name=value`")
                out[name.strip()] = value.strip()
            continue
        path = Path(item)
        from decimal import Decimal

        try:
            found = json.loads(files.read(path).decode("utf-8"), parse_float=Decimal)
        except (ValueError, ArithmeticError, RecursionError):
            found = None
        if not isinstance(found, dict):
            raise fault(
                f"`{files.shown(path)}` is not a JSON object", 'write `{"name": value, …}`', "ALN1002"
            )
        out |= found
    return out


@contextmanager
def _opened(path: Path) -> Iterator[Iterator[Row]]:
    """The rows of a recording, by what its name ends in. Raises `AlnError` for one that cannot be read."""
    shown = files.shown(path)
    kind = path.suffix.lower()
    readers = {".csv": read_csv, ".jsonl": read_json_lines, ".ndjson": read_json_lines}
    if kind not in (*readers, ".parquet"):
        raise fault(f"`{shown}` is no recording by its name", "call it .csv, .jsonl or .parquet", "ALN1002")
    try:
        with path.open("rb") as handle:
            if not stat.S_ISREG(os.fstat(handle.fileno()).st_mode):
                raise fault(f"`{shown}` is not a regular file", "name a recording", "ALN1002")
            yield (
                readers[kind](_lines(handle, shown), shown)
                if kind in readers
                else read_parquet(handle, shown)
            )
    except OSError as error:
        cause = (error.strerror or "unknown cause").lower()
        raise fault(
            f"cannot read `{shown}`: {cause}", "check the path and its permissions", "ALN1002"
        ) from None


def _lines(handle: IO[bytes], shown: str) -> Iterator[str]:
    """The lines of a text file, of which none may be without end."""
    place, longest = 0, files.MAX_BYTES
    while data := handle.readline(longest):
        place += 1
        if len(data) == longest:
            says = f"line {place} of `{shown}` is longer than {longest:,} bytes"
            raise fault(says, "write one row a line", "ALN1002")
        try:
            text = data.decode("utf-8-sig" if place == 1 else "utf-8")
        except UnicodeDecodeError:
            raise fault(f"line {place} of `{shown}` is not UTF-8", "save it as UTF-8", "ALN1002") from None
        if "\0" in text:
            raise fault(f"line {place} of `{shown}` holds a NUL", "save it as text", "ALN1002")
        yield text
