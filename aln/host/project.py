"""The project file `aln.toml`: what the project is called, where its sources lie, what is built and where to."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aln.diagnostics import AlnError, Diagnostic, Span
from aln.host import files

__all__ = ["FILE_NAME", "Project", "find"]

FILE_NAME = "aln.toml"
_KEYS = {"project": ("name", "sources"), "build": ("out", "targets")}


@dataclass(frozen=True, slots=True)
class Project:
    """A project: the folder it stands in, its name, its source paths, the output folder and the targets.

    Without a project file: the current folder, every source below it, every target.
    """

    root: Path
    name: str
    sources: tuple[Path, ...]
    out: Path
    targets: tuple[str, ...] = ()


def find(start: Path) -> Project:
    """The project whose file stands in `start` or the nearest folder above it, else what `start` alone makes.

    Raises `AlnError` (exit code 2) for a project file that cannot be read, and for anything unknown in it.
    """
    for folder in (start, *start.parents):
        path = folder / FILE_NAME
        if path.is_file():
            return _read(path)
    return Project(start, start.name, (start,), start / "generated")


def _read(path: Path) -> Project:
    try:
        text = files.read(path).decode("utf-8")
        found = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise _fault(
            path, "", 1, f"`{FILE_NAME}` is not UTF-8 at byte {error.start}", "save it as UTF-8"
        ) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(r" \(at line (\d+), column \d+\)$", str(error))
        says = str(error)[: at.start()].lower() if at else "the end comes too early, or it is nested too deep"
        line = int(at[1]) if at else text.count("\n") + 1
        raise _fault(
            path, "", line, f"this is not TOML: {says}", "write `key = value`, text in quotes"
        ) from None
    for table, values in found.items():
        _known(path, text, table, tuple(_KEYS), "")
        if not isinstance(values, dict):
            raise _fault(
                path, text, table, f"`{table}` is not a table", f"write `[{table}]` and its keys below it"
            )
        for key in values:
            _known(path, text, key, _KEYS[table], f" of `[{table}]`")
    project, build = found.get("project", {}), found.get("build", {})
    root = path.parent
    out = _text(path, text, build, "out", "generated")
    return Project(
        root,
        _text(path, text, project, "name", root.name),
        tuple(root / name for name in _texts(path, text, project, "sources", (".",))),
        root / out,
        _texts(path, text, build, "targets", ()),
    )


def _known(path: Path, text: str, key: str, known: tuple[str, ...], where: str) -> None:
    if key not in known:
        close = difflib.get_close_matches(key, known, 1)
        help = f"did you mean `{close[0]}`?" if close else f"the keys{where} are {', '.join(known)}"
        raise _fault(path, text, key, f"`{key}` is not a key{where}", help)


def _text(path: Path, text: str, table: Mapping[str, Any], key: str, default: str) -> str:
    value = table.get(key, default)
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        raise _fault(path, text, key, f"`{key}` is not a name", f'write `{key} = "{default}"`')
    return value


def _texts(
    path: Path, text: str, table: Mapping[str, Any], key: str, default: tuple[str, ...]
) -> tuple[str, ...]:
    value = table.get(key, default)
    fits = isinstance(value, list | tuple) and all(isinstance(x, str) and x and "\0" not in x for x in value)
    if not fits or (key in table and not value):
        raise _fault(path, text, key, f"`{key}` is not a list of names", f'write `{key} = ["name"]`')
    return tuple(value)


def _fault(path: Path, text: str, key: str | int, message: str, help: str) -> AlnError:
    """`key` is the line, or the word to look for: the TOML reader keeps no places."""
    line = key if isinstance(key, int) else 1
    if isinstance(key, str):
        at = re.search(rf"^\s*\[?\s*[\"']?{re.escape(key)}\b", text, re.MULTILINE)
        line = text.count("\n", 0, at.end()) + 1 if at else 1
    return AlnError(Diagnostic("ALN1004", Span(files.shown(path), line, 1), message, help))
