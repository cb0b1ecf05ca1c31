"""Verdicts kept from earlier runs, found again by everything they depend on.

Takes obligations that are answered together, and the verdicts on them; gives verdicts that were kept under the very
same question, budget, code and solvers. Never: an answer to another question, an unknown one, or one that the
evaluator does not confirm where it can. What cannot be read or written is as if it were not there: the store saves
time, and nothing else rests on it.

One file for each question, named by its key: a line with the digest of the rest, then JSON. Written whole beside its
place and moved there, so that runs at the same time do each other no harm.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from aln.host.fingerprint import Fingerprint, Unhashable, installed
from aln.host.project import FILE_NAME, Project
from aln.host.replay import believable
from aln.verifier.obligation import (
    Budget,
    Certificate,
    Counterexample,
    Judged,
    Nowhere,
    Obligation,
    Unprovable,
    Verdict,
)

__all__ = ["Kept", "Store", "at"]

FORMAT = "aln/store/v1"
LIMIT = 512 * 1024 * 1024
"""Bytes that a store may hold; beyond it what was not used for longest goes."""
_DAY = 86_400
_NEW = ".new-"
_CLASSES = {c.__name__: c for c in (Certificate, Counterexample)}


@dataclass(frozen=True, slots=True)
class Kept(Verdict):
    """A verdict of an earlier run, that took no time now."""


def at(project: Project) -> Store | None:
    """The store of a project, beside its project file, else the user's; None where the folder is not to be trusted."""
    if (project.root / FILE_NAME).is_file():
        folder = project.root / ".aln" / "cache"
    else:
        home = os.environ.get("XDG_CACHE_HOME", "")
        base = Path(home) if os.path.isabs(home) else Path(os.path.expanduser("~")) / ".cache"  # noqa: PTH111, PTH117
        folder = base / "aln"
    try:
        tool = installed()
        return Store(folder, tool.digest, still=tool.unchanged) if _own(folder) else None
    except (Unhashable, OSError):
        return None


def _own(folder: Path) -> bool:
    """Whether nobody else may write here: whoever can write a verdict could make one."""
    while not folder.exists():
        folder = folder.parent
    found = folder.stat()
    mine = not hasattr(os, "geteuid") or found.st_uid == os.geteuid()
    return mine and not found.st_mode & stat.S_IWOTH


class Store:
    """Verdicts in a folder, those of one tool (`tool`) apart from all others.

    `still` tells whether the tool is what it was: what is to be kept waits until it has been asked afterwards.
    """

    def __init__(
        self, folder: Path, tool: bytes, *, still: Callable[[], bool] = lambda: True, limit: int = LIMIT
    ) -> None:
        self.folder, self.tool, self.still, self.limit = folder, tool, still, limit
        self.fingerprint = Fingerprint()
        self.waiting: dict[str, Mapping[str, Any]] = {}
        self.asked_last = time.monotonic()

    def key(self, asked: Sequence[Obligation], budget: Budget) -> str | None:
        """The name of a question; None for one that is not kept, as asking is as fast or there is no answer."""
        if not asked or any(isinstance(o.goal, Judged | Nowhere | Unprovable) for o in asked):
            return None
        return self.key_of("verdicts", budget, *asked)

    def key_of(self, what: str, *parts: object) -> str | None:
        """The name of what was asked of this tool; None for what cannot be told from all else."""
        try:
            digests = [self.fingerprint.of(part) for part in (FORMAT, what, *parts)]
        except (Unhashable, RecursionError):
            return None
        return hashlib.sha256(self.tool + b"".join(digests)).hexdigest()

    def find(self, asked: Sequence[Obligation], budget: Budget) -> tuple[Kept, ...] | None:
        """What was kept of these obligations, each believable; None where anything about it is not as it was."""
        key = self.key(asked, budget)
        body = None if key is None else self.read(key)
        rows = None if body is None else body.get("verdicts")
        if not isinstance(rows, list) or len(rows) != len(asked):
            return None
        try:
            found = tuple(_verdict(o, row) for o, row in zip(asked, rows, strict=True))
        except (KeyError, TypeError, ValueError, RecursionError):
            return None
        return found if all(map(believable, found)) else None

    def keep(self, verdicts: Sequence[Verdict], budget: Budget) -> None:
        """Keep the verdicts on what was answered together, unless one is unknown or would not be found again."""
        key = self.key([v.obligation for v in verdicts], budget)
        if key is None or any(v.status == "unknown" for v in verdicts):
            return
        try:
            rows = [_row(v) for v in verdicts]
            again = [_verdict(v.obligation, row) for v, row in zip(verdicts, rows, strict=True)]
        except (TypeError, ValueError, RecursionError, MemoryError):
            return
        if [_row(v) for v in again] == rows and all(map(believable, again)):
            self.put(key, {"verdicts": rows})

    def put(self, key: str, body: Mapping[str, Any]) -> None:
        """Keep a document; it is written within a second or at the end, if the tool has not changed by then."""
        self.waiting[key] = body
        if time.monotonic() > self.asked_last + 1:
            self.flush()

    def flush(self) -> bool:
        """Write what waits; gives whether anything was."""
        waiting, self.waiting = self.waiting, {}
        going = bool(waiting) and self.still()
        if going:
            for key, body in waiting.items():
                self._write(key, body)
        self.asked_last = time.monotonic()
        return going

    def close(self) -> None:
        """Write what waits, and make room where there is too much. The store can be used again."""
        if self.flush():
            self._tidy()

    # ── files ────────────────────────────────────────────────────────────────────────────────────────────────

    def read(self, key: str) -> dict[str, Any] | None:
        """The document kept under a key; None where there is none that is whole."""
        path = self._path(key)
        try:
            head, _, data = path.read_bytes().partition(b"\n")
            if head.decode("ascii", "replace") != hashlib.sha256(data).hexdigest():
                return None
            found = json.loads(data)
            if time.time() - path.stat().st_mtime > _DAY:
                os.utime(path)
        except (OSError, ValueError, RecursionError, MemoryError):
            return None
        sound = isinstance(found, dict) and found.get("schema") == FORMAT and found.get("key") == key
        return found if sound else None

    def _write(self, key: str, body: Mapping[str, Any]) -> None:
        path = self._path(key)
        temporary = None
        try:
            data = json.dumps({"schema": FORMAT, "key": key, **body}).encode("ascii")
            data = hashlib.sha256(data).hexdigest().encode("ascii") + b"\n" + data
            self._make(path.parent)
            handle, temporary = tempfile.mkstemp(prefix=_NEW, dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(temporary).replace(path)
        except BaseException as error:
            if temporary is not None:
                with suppress(OSError):
                    Path(temporary).unlink()
            if not isinstance(error, OSError | MemoryError):
                raise

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]

    def _make(self, folder: Path) -> None:
        if folder.is_dir():
            return
        if not self.folder.is_dir():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n", encoding="ascii")
        folder.mkdir(mode=0o700, exist_ok=True)

    def _tidy(self) -> None:
        """Remove what was used longest ago until the rest is well below the limit, and what a killed run left."""
        found = []
        with suppress(OSError):
            for path in self.folder.glob("??/*"):
                with suppress(OSError):
                    state = path.stat()
                    found.append((state.st_mtime, state.st_size, path))
        left = sum(size for _, size, _ in found)
        goal = left if left <= self.limit else self.limit * 3 // 4
        hour = time.time() - 3_600
        for used, size, path in sorted(found):
            if left > goal or (path.name.startswith(_NEW) and used < hour):
                with suppress(OSError):
                    path.unlink()
                left -= size


# ── verdicts as JSON ─────────────────────────────────────────────────────────────────────────────────────────


def _row(verdict: Verdict) -> dict[str, Any]:
    """A verdict without the obligation it answers: whoever finds it has asked about one. Raises `TypeError`."""
    names = (f.name for f in fields(verdict) if f.name not in ("obligation", "seconds"))
    return {"id": verdict.obligation.id, **{name: _plain(getattr(verdict, name)) for name in names}}


def _verdict(o: Obligation, row: Mapping[str, Any]) -> Kept:
    """The verdict of a row on the obligation asked about. Raises `ValueError` or `TypeError` for any other row."""
    given = {name: _value(part) for name, part in row.items()}
    if given.pop("id") != o.id or given.keys() != {f.name for f in fields(Kept)} - {"obligation", "seconds"}:
        raise ValueError("the row is about something else")
    return Kept(o, **given)


def _plain(value: object) -> Any:
    """A value as JSON that says what it was: a tuple is an array, anything else an object with its kind."""
    if value is None or type(value) in (bool, int, float, str):
        return value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, list):
        return {"list": [_plain(part) for part in value]}
    if isinstance(value, Mapping):
        return {"map": [[_plain(key), _plain(part)] for key, part in value.items()]}
    if is_dataclass(value) and type(value).__name__ in _CLASSES:
        return {type(value).__name__: {f.name: _plain(getattr(value, f.name)) for f in fields(value)}}
    raise TypeError(f"{type(value).__name__} is not kept")


def _value(data: Any) -> Any:
    if isinstance(data, list):
        return tuple(_value(part) for part in data)
    if not isinstance(data, dict):
        return data
    [(kind, inner)] = data.items()
    if kind == "list":
        return [_value(part) for part in inner]
    if kind == "map":
        return {_value(key): _value(part) for key, part in inner}
    return _CLASSES[kind](**{name: _value(part) for name, part in inner.items()})
