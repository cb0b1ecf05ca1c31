"""What an answer depends on, as one hash: the question itself, the budget, this tool's own code, the solvers.

Takes core values and the installed files; gives SHA-256 digests. INVARIANT: two different values never give the same
text to the hash. Every part carries its kind and its size, so nothing can be mistaken for its neighbour; what has no
such text raises `Unhashable`, and is then never looked up.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from fractions import Fraction
from importlib import metadata
from pathlib import Path

import aln
from aln.core.ir import Expr
from aln.host import files

__all__ = ["Fingerprint", "Tool", "Unhashable", "code", "installed"]

# Where something stands says nothing of whether it is true: a comment above a rule leaves its proof alone. A test
# holds the engines to it, that they read neither.
PLACES = frozenset({"line", "span"})
PACKAGES = ("z3-solver", "cvc5")
SETTLED = 5.0
"""Seconds for which the code must have been left alone when a process starts, to be taken for what it has loaded."""
_STARTED = time.time()
PACKAGE = Path(aln.__file__).parent
_NODE = ("kind", "type", "name", "args", "value", "terms", "bound")


class Unhashable(Exception):
    """A value that has no text of its own: nothing is kept under it, and nothing is found."""


class Fingerprint:
    """Digests of values, each object looked at once.

    INVARIANT: what was looked at is held, so that no other object can come to have its identity.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """The digest of a value of core or of the verifier. Raises `Unhashable`."""
        if value is None or isinstance(value, str | bytes | int | float | Fraction):
            return _atom(value)
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = (value, self._whole(value))
        return known[1]

    def _whole(self, value: object) -> bytes:
        if isinstance(value, Expr):
            return _joined("Expr", (self.of(getattr(value, name)) for name in _NODE))
        if isinstance(value, tuple | list):
            return _joined(type(value).__name__, (self.of(part) for part in value))
        if isinstance(value, Mapping):
            pairs = sorted((self.of(key), self.of(part)) for key, part in value.items())
            return _joined("mapping", (digest for pair in pairs for digest in pair))
        if is_dataclass(value) and not isinstance(value, type):
            named = (
                digest
                for field in fields(value)
                # What is not given when a value is made follows from what is, and may hold what a process hashed.
                if field.init and field.name not in PLACES
                for digest in (_atom(field.name), self.of(getattr(value, field.name)))
            )
            return _joined(type(value).__qualname__, named)
        raise Unhashable(f"there is no canonical text of {type(value).__name__}")


def _atom(value: str | bytes | int | float | Fraction | None) -> bytes:
    # True == 1 in Python: the class is part of the text.
    data = value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
    return hashlib.sha256(f"{type(value).__name__}:".encode() + data).digest()


def _joined(kind: str, digests: Iterator[bytes]) -> bytes:
    """Digests have one size, so their row can be read in one way only."""
    return hashlib.sha256(kind.encode() + b"(" + b"".join(digests)).digest()


@dataclass(frozen=True, slots=True)
class Tool:
    """This tool as it is installed: its code, the solvers, Python."""

    code: bytes
    around: str

    @property
    def digest(self) -> bytes:
        return hashlib.sha256(self.around.encode() + b"\0" + self.code).digest()

    def unchanged(self) -> bool:
        """Whether the code is still what it was: a process that starts now would load the same."""
        try:
            return code(PACKAGE)[0] == self.code
        except OSError:
            return False


def installed() -> Tool:
    """This tool, read from its files and never from the version it gives itself.

    Raises `Unhashable` for a solver of which nothing is known, and while the code is being changed: what this
    process has loaded may then be older than what it reads here.
    """
    digest, newest = code(PACKAGE)
    if newest > _STARTED - SETTLED:
        raise Unhashable("the code of this tool has just been changed")
    around = "\n".join((sys.version, platform.machine(), *map(_package, PACKAGES)))
    return Tool(digest, around)


def code(folder: Path) -> tuple[bytes, float]:
    """A digest of every file below a folder by name and content, and when the last of them was changed.

    ALN text is no code: it comes with the question.
    """
    out, newest = hashlib.sha256(), 0.0
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            if not name.endswith(files.SUFFIX):
                path = Path(here, name)
                data, shown = path.read_bytes(), os.fsencode(path.relative_to(folder))
                out.update(b"%d %d\n" % (len(shown), len(data)) + shown + data)
                newest = max(newest, path.stat().st_mtime)
    return out.digest(), newest


def _package(name: str) -> str:
    """A package's version and the hashes of all its files, as its installer recorded them."""
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        raise Unhashable(f"`{name}` is not installed as a package") from None
    record = found.read_text("RECORD")
    if record is None:
        raise Unhashable(f"nothing says which files `{name}` has")
    return f"{name} {found.version} {hashlib.sha256(record.encode()).hexdigest()}"
