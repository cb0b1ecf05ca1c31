"""Files: found in order, read whole, written all or none."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from aln.diagnostics import AlnError, Diagnostic, Span

__all__ = ["MAX_BYTES", "find", "read", "shown", "unwritable", "write_all"]

SUFFIX = ".aln"
SKIPPED = frozenset({"generated", "node_modules", "__pycache__"})
MAX_BYTES = 10_000_000
"""More than this is no source of ours: one byte beyond is read, so that whoever decodes can say so."""


def shown(path: Path) -> str:
    """A path as people know it: relative to the current folder where it lies below, with forward slashes."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100  a link is known by its own name
    here = Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()


def find(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Every ALN file that the paths name: files as given, folders searched in order of name, each file once.

    Hidden folders and those of generated or installed things are passed over. Raises `AlnError` for a path that
    is missing, or a folder that cannot be listed.
    """
    found: dict[str, Path] = {}
    for path in paths:
        try:
            is_folder = stat.S_ISDIR(path.stat().st_mode)
        except (OSError, ValueError) as error:
            raise _unreadable(path, error) from None
        for file in _below(path) if is_folder else (path,):
            found.setdefault(os.path.realpath(file), file)
    return tuple(found.values())


def _below(folder: Path) -> Iterable[Path]:
    def fail(error: OSError) -> None:
        raise _unreadable(Path(error.filename), error) from None

    for here, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in SKIPPED)
        yield from (Path(here, name) for name in sorted(files) if _is_source(name))


def _is_source(name: str) -> bool:
    return name.endswith(SUFFIX) and not name.startswith(".")


def read(path: Path) -> bytes:
    """The bytes of a regular file, at most one more than `MAX_BYTES`. Raises `AlnError`."""
    try:
        with path.open("rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise _fault(
                    "ALN1002", path, f"`{shown(path)}` is not a regular file", "name a file of ALN text"
                )
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _unreadable(path, error) from None


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write every file or none: each text goes to a temporary file beside its target, and only when all are on
    disk do they take their targets' places. What a target held is put back when a later one fails.

    Folders that are missing are made. Raises `AlnError` (exit code 2); nothing is half written then.
    """
    ready: list[tuple[Path, Path]] = []
    made: list[Path] = []
    replaced: list[tuple[Path, bytes | None]] = []
    target = Path()
    try:
        for path, content in files.items():
            target = Path(os.path.realpath(path))
            made += _folders(target.parent)
            before = _permitted(target)
            ready.append((_beside(target, content, before), target))
        for temporary, target in ready:
            old = target.read_bytes() if target.exists() else None
            temporary.replace(target)
            replaced.append((target, old))
    except BaseException as error:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
        for done, old in replaced:
            _restore(done, old)
        for folder in reversed(made):
            _remove_empty(folder)
        if isinstance(error, OSError):
            raise unwritable(target, error) from None
        raise


def _folders(folder: Path) -> list[Path]:
    """Makes a folder and those above it; gives the new ones, outermost first."""
    chain = [folder, *folder.parents]
    missing = chain[: next(i for i, path in enumerate(chain) if path.exists())]
    made = []
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
        made.append(path)
    return made


def _permitted(target: Path) -> int:
    """The mode to write a target with. Replacing needs no right to the file itself, so that right is asked for."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(21, os.strerror(21), str(target))
    if not os.access(target, os.W_OK):
        raise PermissionError(13, os.strerror(13), str(target))
    return stat.S_IMODE(mode)


def _beside(target: Path, content: bytes, mode: int) -> Path:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _restore(target: Path, content: bytes | None) -> None:
    try:
        if content is None:
            target.unlink(missing_ok=True)
        else:
            _beside(target, content, stat.S_IMODE(target.stat().st_mode)).replace(target)
    except OSError:
        return  # the first fault is the one to report


def _remove_empty(folder: Path) -> None:
    try:
        folder.rmdir()
    except OSError:
        return  # somebody else has put something there since


def unwritable(path: Path, error: OSError) -> AlnError:
    """The fault of a file or folder that cannot be written; exit code 2."""
    says = f"cannot write `{shown(path)}`: {_reason(error)}"
    return _fault("ALN1003", path, says, "name a folder that can be written; nothing was written")


def _unreadable(path: Path, error: OSError | ValueError) -> AlnError:
    helps: Sequence[tuple[type[Exception], str]] = (
        (FileNotFoundError, "name a file or folder that exists"),
        (PermissionError, "make it readable for this user"),
    )
    help = next((text for kind, text in helps if isinstance(error, kind)), "name a readable file or folder")
    return _fault("ALN1002", path, f"cannot read `{shown(path)}`: {_reason(error)}", help)


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return (error.strerror or "unknown cause").lower()
    return "not a possible path"


def _fault(code: str, path: Path, message: str, help: str) -> AlnError:
    return AlnError(Diagnostic(code, Span(shown(path), 1, 1), message, help))
