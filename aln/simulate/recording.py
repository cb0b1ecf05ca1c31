"""Recordings: one row after another from CSV, JSON Lines or Parquet, and which column is which input.

Takes lines of text or an open binary file; gives rows without end, one at a time, each with its place. A row that
cannot be read stops the reading: what follows it could belong to anything. A value that cannot be read is the
machine's business.
"""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import IO, Any, NoReturn, TypeAlias

from aln.core.ir import Field, Machine
from aln.diagnostics import AlnError, Diagnostic, Span

__all__ = ["TICK", "TIME", "Columns", "Row", "read_csv", "read_json_lines", "read_parquet"]

TICK, TIME = "tick", "time"
"""Columns that say when a row was taken: the number of the tick, or seconds, or an instant."""

Near: TypeAlias = Callable[[str, Iterable[str]], str]
_MOST_COLUMNS = 10_000
_BATCH = 4096
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line in a text (its number in a table), and its data by column. `texts`: they are texts that are
    still to be read as data."""

    place: int
    data: Mapping[str, Any]
    texts: bool = False


def fault(file: str, place: int, message: str, help: str) -> NoReturn:
    """Raises `AlnError`: the recording cannot be used (exit code 2)."""
    raise AlnError(Diagnostic("ALN1002", Span(file, place, 1 if place else 0), message, help))


def read_csv(lines: Iterable[str], file: str) -> Iterator[Row]:
    """The rows below the header of a CSV text with commas. Raises `AlnError`."""
    rows = csv.reader(lines, strict=True)
    header: list[str] | None = None
    while True:
        try:
            found = next(rows, None)
        except csv.Error as error:
            cause = "a carriage return stands alone in it" if "new-line" in str(error) else str(error)
            help = "close every quote, and write one row a line"
            fault(file, rows.line_num, f"this row is not CSV: {cause}", help)
        if found is None:
            return
        if header is None:
            header = [name.strip() for name in found]
            _apart(header, file)
            if len(header) == 1 and any(c in header[0] for c in ";\t"):
                help = "write `,` between columns and `.` in numbers"
                fault(file, 1, "the columns are not parted by commas", help)
        elif found:
            if len(found) != len(header):
                says = f"this row has {_values(len(found))}, and the header names {len(header)}"
                fault(file, rows.line_num, says, "write an empty value for what is missing")
            yield Row(rows.line_num, dict(zip(header, found, strict=True)), True)


def _apart(names: Sequence[str], file: str) -> None:
    """Raises `AlnError` where two columns have one name. Columns without one (an index that was written too) give
    nothing, however many they are."""
    twice = next((n for i, n in enumerate(names) if n and n in names[:i]), None)
    if twice is not None:
        fault(file, 1, f"two columns are called `{twice}`", "give each column a name of its own")


def _values(n: int) -> str:
    return "1 value" if n == 1 else f"{n} values"


def read_json_lines(lines: Iterable[str], file: str) -> Iterator[Row]:
    """The objects of a text with one JSON object a line; numbers are exact decimals. Raises `AlnError`."""
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = json.loads(
                line, parse_float=_number, parse_int=_whole, parse_constant=float, object_pairs_hook=_object
            )
        except RecursionError:
            fault(file, place, "this line is nested too deep", "write one JSON object of plain values a line")
        except (ValueError, ArithmeticError) as error:
            cause = error.msg.lower() if isinstance(error, json.JSONDecodeError) else str(error)
            fault(file, place, f"this line is not JSON: {cause}", "write one JSON object a line")
        if not isinstance(found, dict):
            fault(file, place, "this line is not a JSON object", 'write `{"column": value, …}`')
        yield Row(place, found)


def _number(text: str) -> Decimal | float:
    """An exact decimal; infinity, which no field holds, for what no decimal is that large."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return float("inf")


def _whole(text: str) -> int | Decimal | float:
    return int(text) if len(text) <= _LONGEST else _number(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    out = dict(pairs)
    if len(out) != len(pairs):
        raise ValueError("a name stands there twice")
    return out


def read_parquet(handle: IO[bytes], file: str) -> Iterator[Row]:
    """The rows of a Parquet file. Raises `AlnError`, also where the extra `parquet` is not installed."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        says = "reading Parquet needs the extra `parquet`"
        fault(file, 0, says, "install `aln[parquet]`, or write the recording as CSV or JSON Lines")
    place = 0
    try:
        table = ParquetFile(handle)
        _apart(table.schema_arrow.names, file)
        for batch in table.iter_batches(batch_size=_BATCH):
            columns = {name: _data(batch.column(name)) for name in batch.schema.names}
            for values in zip(*columns.values(), strict=True):
                place += 1
                yield Row(place, dict(zip(columns, values, strict=True)))
    except (ArrowException, OSError, ValueError, OverflowError) as error:
        cause = (str(error).splitlines() or [""])[0].rstrip(".")
        says = f"this is not Parquet that can be read: {cause[:1].lower()}{cause[1:]}"
        fault(file, place, says, "write it again")


_PARTS = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}


def _data(column: Any) -> list[Any]:
    """What a column holds, as data: an instant as text; one without an offset is UTC, as Parquet says."""
    from pyarrow import int64, types

    if not types.is_timestamp(column.type):
        return column.to_pylist()  # type: ignore[no-any-return]
    parts = _PARTS[column.type.unit]
    return [None if n is None else _instant(n, parts) for n in column.cast(int64()).to_pylist()]


def _instant(count: int, parts: int) -> str:
    """So many parts of a second since 1970 as ISO 8601 text, with all that they say."""
    seconds, rest = divmod(count, parts)
    try:
        when = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)
    except OverflowError:
        return f"{seconds} s since 1970"
    digits = f"{rest:0{len(str(parts)) - 1}d}".rstrip("0")
    return f"{when.isoformat()}{'.' if digits else ''}{digits}Z"


# ── columns ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(slots=True)
class Columns:
    """Which column is which input. A column is an input's by the input's name or by that of the signal it is bound to;
    one that is neither is left out, unless it is a slip of the pen for one that is not there."""

    machine: Machine
    file: str
    near: Near
    inputs: dict[str, Field] = field(default_factory=dict)
    ignored: dict[str, None] = field(default_factory=dict)
    names: dict[str, Field] = field(init=False)

    def __post_init__(self) -> None:
        known = {f.name: f for f in self.machine.inputs}
        self.names = {signal: known[i] for i, signal in self.machine.signals if i in known} | known

    @property
    def without(self) -> tuple[str, ...]:
        """The inputs that no column gives: they are missing in every tick."""
        bound = {f.name for f in self.inputs.values()}
        return tuple(f.name for f in self.machine.inputs if f.name not in bound)

    def learn(self, row: Row) -> None:
        """Takes in the columns of a row that were not seen before. Raises `AlnError`."""
        new = [n for n in row.data if n not in self.inputs and n not in self.ignored]
        if not new:
            return
        if len(self.inputs) + len(self.ignored) + len(new) > _MOST_COLUMNS:
            fault(
                self.file,
                row.place,
                f"there are more than {_MOST_COLUMNS} columns",
                "keep those of the inputs",
            )
        place = 1 if row.texts else row.place
        for name in new:
            if name in self.names:
                other = next((c for c, f in self.inputs.items() if f is self.names[name]), None)
                if other is not None:
                    says = f"the columns `{other}` and `{name}` both give the input `{self.names[name].name}`"
                    fault(self.file, place, says, "keep one of them")
                self.inputs[name] = self.names[name]
        free = [n for n, f in self.names.items() if f.name in self.without]
        for name in new:
            if name not in self.inputs:
                meant = "" if name in (TICK, TIME) else self.near(name, free)
                # A column of times that went unnoticed would make each row a tick.
                meant = name.lower() if name.lower() in {TICK, TIME} - set(row.data) else meant
                if meant:
                    says = f"there is no input `{name}` in `{self.machine.name}`"
                    fault(self.file, place, says, f"did you mean `{meant}`?")
                self.ignored[name] = None

    def data(self, row: Row) -> dict[str, Any]:
        """The data of a row by input."""
        return {f.name: row.data[name] for name, f in self.inputs.items() if name in row.data}

    def need(self) -> None:
        """Raises `AlnError` where no column at all is an input."""
        if not self.inputs and self.machine.inputs:
            names = ", ".join(f"`{f.name}`" for f in self.machine.inputs)
            says = f"no column is an input of `{self.machine.name}`"
            fault(self.file, 0, says, f"name the columns as the inputs are: {names}")
