"""Recordings as files: opened by what their names end in, read as long as rows are wanted."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from aln.cli.inputs import fault
from aln.host import files
from aln.simulate.recording import Row, read_csv, read_json_lines, read_parquet

__all__ = ["JSON_LINES", "Recording", "opened"]

JSON_LINES = (".jsonl", ".ndjson")
_READERS = {".csv": read_csv, **dict.fromkeys(JSON_LINES, read_json_lines)}


@dataclass(slots=True)
class Recording:
    """A recording that is being read: its rows, what they are counted in, how many bytes there are and how many are
    read (0 where that says nothing), and whether its last line may be cut off: what is cut off of a number is one."""

    rows: Iterator[Row]
    place: str
    size: int = 0
    done: int = 0
    cut: bool = False


@contextmanager
def opened(path: Path) -> Iterator[Recording]:
    """The recording in a file. Raises `AlnError` for one that cannot be read."""
    shown, kind = files.shown(path), path.suffix.lower()
    if kind not in (*_READERS, ".parquet"):
        raise fault(f"`{shown}` is no recording by its name", "call it .csv, .jsonl or .parquet", "ALN1002")
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # to open a pipe would wait for someone to write
            raise fault(f"`{shown}` is not a regular file", "name a recording", "ALN1002")
        with path.open("rb") as handle:
            if kind in _READERS:
                found = Recording(iter(()), "line", status.st_size)
                found.rows = _READERS[kind](_lines(handle, shown, found), shown)
                yield found
            else:
                yield Recording(read_parquet(handle, shown), "row")
    except OSError as error:
        cause = (error.strerror or "unknown cause").lower()
        help = "check the path and its permissions"
        raise fault(f"cannot read `{shown}`: {cause}", help, "ALN1002") from None


def _lines(handle: IO[bytes], shown: str, of: Recording) -> Iterator[str]:
    """The lines of a text file, of which none may be without end."""
    place, longest = 0, files.MAX_BYTES
    while data := handle.readline(longest):
        place += 1
        of.done += len(data)
        of.cut = shown.lower().endswith(".csv") and not data.endswith(b"\n")
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
