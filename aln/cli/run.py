"""`aln run`: a recording, or one made from a seed, through a machine: what it gave, and what it broke."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from aln.cli.inputs import fault, load, nothing
from aln.cli.ran import Ran
from aln.cli.recorded import JSON_LINES, Recording, opened
from aln.core.ir import CoreModule, Machine
from aln.diagnostics import AlnError, Diagnostic, Span
from aln.host import files
from aln.simulate import generate as made
from aln.simulate.emitted import Unsupported, emitted
from aln.simulate.parameters import checked, drawn
from aln.simulate.recording import Columns
from aln.simulate.run import Difference, Run
from aln.simulate.timeline import draw
from aln.syntax.near import certain

__all__ = ["run"]

_FORMS: Mapping[str, Literal["csv", "jsonl"]] = {".csv": "csv", **dict.fromkeys(JSON_LINES, "jsonl")}


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
    if out is not None and out.suffix.lower() not in _FORMS:
        raise fault(f"`{files.shown(out)}` is no recording by its name", "call it .csv or .jsonl")
    if svg is not None and svg.absolute() in [p.absolute() for p in (recording, out) if p is not None]:
        raise fault(f"the drawing would take the place of `{files.shown(svg)}`", "give `--svg` another name")
    module, machine = _machine(name)
    told = _given(given)
    parameters = drawn(machine, seed) if length is not None and not told else checked(machine, told, certain)
    written: dict[Path, bytes] = {}
    if length is not None:
        source = f"{kind}, {length:,} rows, seed {seed}"
        rows = Recording(made.generate(machine, parameters, length, seed, kind), "row", length)
        found, alone = _through(machine, parameters, rows, source)
        if out is not None:
            again = made.generate(machine, parameters, length, seed, kind)
            written[out] = "".join(made.lines(again, _FORMS[out.suffix.lower()], machine)).encode()
    else:
        assert recording is not None
        source = files.shown(recording)
        with opened(recording) as rows:
            found, alone = _through(machine, parameters, rows, source)
    if not found.ticks:
        raise nothing(f"there is no row in {source}", "give a recording with a header and rows")
    wrote = tuple(files.shown(path) for path in (out, svg) if path is not None)
    seconds = time.perf_counter() - started
    ran = Ran(module, found, source, rows.place, length is not None, rows.cut, alone, wrote, seconds)
    if svg is not None:
        written[svg] = draw(ran.picture).encode()
    if written:
        files.write_all(written)
    return ran


def _through(
    machine: Machine, parameters: Mapping[str, Any], recording: Recording, source: str
) -> tuple[Run, str]:
    """The rows through the machine; and why no emitted step ran beside it, where none did."""
    step, alone = None, ""
    try:
        step = emitted(machine)
    except Unsupported as why:
        alone = str(why)
    terminal = sys.stderr.isatty()

    def told(ticks: int) -> None:
        share = (recording.done or ticks) / recording.size if recording.size else 0.0
        sys.stderr.write(f"\r\x1b[K{ticks:,} ticks" + (f", {share:.0%}" if share else ""))
        sys.stderr.flush()

    try:
        run = Run(machine, parameters, Columns(machine, source, certain), step)
        run.told = told if terminal else run.told
        for row in recording.rows:
            run.feed(row)
            if run.rows == 1 and row.texts:  # every row has the columns that the first one has
                run.columns.need()
        if run.rows:
            run.columns.need()
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
