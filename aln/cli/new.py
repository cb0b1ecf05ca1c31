"""`aln new`: a project that proves green at once."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln import __version__, pipeline
from aln.backends import TARGETS
from aln.cli import scaffold
from aln.cli.build import emit
from aln.cli.inputs import fault
from aln.cli.prove import Effort, prove_modules
from aln.cli.results import GOOD, Result
from aln.host import files
from aln.host.project import FILE_NAME
from aln.pipeline import Source

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["TEMPLATES", "Made", "new"]

TEMPLATES = {"policy": "policies/oximeter_reading.aln", "machine": "policies/cuff_pump.aln"}
_NO_ID = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class Made(Result):
    """The project that was made."""

    directory: Path
    template: str
    files: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        return GOOD

    def document(self) -> dict[str, Any]:
        return {
            "schema": "aln/new/v1",
            "directory": files.shown(self.directory),
            "template": self.template,
            "files": list(self.files),
        }

    def text(self) -> Iterator[RenderableType]:
        folder = files.shown(self.directory)
        for name in self.files:
            yield f"  {name}"
        yield (
            f"{len(self.files)} files in `{folder}`; next: "
            + (f"cd {folder} && " if folder != "." else "")
            + "aln gate"
        )


def new(directory: Path, template: str) -> Made:
    """Make a project of a template in a folder that is empty or does not exist, and build it.

    Everything is proved before the first file is written. Raises `AlnError`, and then leaves nothing behind.
    """
    if template not in TEMPLATES:
        raise fault(f"`{template}` is not a template", f"the templates are {', '.join(TEMPLATES)}")
    _empty(directory)
    name = re.sub(r"[^\w.-]+", "-", directory.resolve().name).strip("-") or "project"
    text = (resources.files(__package__) / "templates" / f"{template}.aln").read_text(encoding="utf-8")
    text = text.replace(_NO_ID, str(uuid.uuid4()))
    made = {
        FILE_NAME: scaffold.PROJECT.format(name=name),
        TEMPLATES[template]: text,
        "README.md": scaffold.README.format(name=name),
        ".github/workflows/aln.yml": scaffold.CI.format(version=__version__),
        ".pre-commit-config.yaml": scaffold.PRE_COMMIT,
        ".gitignore": scaffold.IGNORED,
    }
    contents = {directory / name: content.encode("utf-8") for name, content in made.items()}
    contents |= _built(directory, Source(TEMPLATES[template], text))
    files.write_all(contents)
    return Made(directory, template, tuple(path.relative_to(directory).as_posix() for path in contents))


def _empty(directory: Path) -> None:
    try:
        found = sorted(path.name for path in directory.iterdir() if path.name != ".git")
    except FileNotFoundError:
        return
    except OSError as error:
        raise files.unwritable(directory, error) from None
    if found:
        says = f"`{files.shown(directory)}` is not empty: it has `{found[0]}`"
        raise fault(says, "name a new folder: `aln new NAME`", "ALN1003")


def _built(directory: Path, source: Source) -> dict[Path, bytes]:
    """The artefacts of a template, by the path they are written to."""
    proved = prove_modules((pipeline.core(source),), Effort())
    built = emit(proved, Effort(), directory / "generated", TARGETS)
    if built.refused or not built.contents or {i.status for i in built.items} - {"stale", "unsupported"}:
        raise fault("internal error: the template is not proved; please report it", "try again", "ALN1006")
    return built.contents
