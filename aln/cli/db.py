"""`aln db`: the embedded PostgreSQL, with the project's migrations, seeds and generated constraints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.cli.inputs import fault
from aln.cli.results import GOOD, Result
from aln.database import migrate, server
from aln.database.migrate import Outcome
from aln.host import files, project

if TYPE_CHECKING:
    from rich.console import RenderableType

__all__ = ["Server", "down", "up"]


@dataclass(frozen=True, slots=True)
class Server(Result):
    """The server after `up` (where it listens, what was applied) or `down` (whether one was running)."""

    action: str
    uri: str = ""
    version: str = ""
    outcomes: tuple[Outcome, ...] = ()
    stopped: bool = False

    @property
    def exit_code(self) -> int:
        return GOOD

    def document(self) -> dict[str, Any]:
        running = {"kind": "embedded", "version": self.version, "uri": self.uri}
        return {
            "schema": "aln/db/v1",
            "action": self.action,
            "server": running if self.uri else None,
            "migrations": [{"file": o.file, "sha256": o.sha256, "status": o.status} for o in self.outcomes],
        }

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        if self.action == "down":
            yield "the server is stopped; its data are kept" if self.stopped else "no server was running"
            return
        for outcome in self.outcomes:
            style = "green" if outcome.status == "applied" else "dim"
            yield Text.assemble((f"{outcome.status:<17}", style), outcome.file)
        yield Text.assemble(f"PostgreSQL {self.version}  ", (self.uri, "bold"))


def up(data: Path | None, migrations: Path | None, seeds: Path | None, generated: Path | None) -> Server:
    """Start the project's server, or find it running; apply what it has not had: migrations, seeds, generated SQL.

    Each folder is the one given, else the project's where there is one (`db/migrations`, `db/seeds`, the output
    folder's `sql`). The server stays until `down`.
    """
    found = project.find(Path.cwd())
    ordered = _folder(migrations, found.root / "db" / "migrations")
    rows = _folder(seeds, found.root / "db" / "seeds")
    made = _folder(generated, found.out / "sql")
    constraints = [_sql(path) for path in sorted(made.glob("*.sql"))] if made is not None else []
    uri = server.up(_data(data, found), None)
    outcomes: list[Outcome] = []
    if ordered is not None:
        outcomes += migrate.migrate(uri, ordered)
    if rows is not None:
        outcomes += migrate.seed(uri, rows)
    outcomes += migrate.apply_generated(uri, constraints)
    outcomes = [replace(o, file=_place(o.file)) for o in outcomes]
    with migrate.open_connection(uri) as connection:
        number = connection.info.server_version
    return Server("up", uri, f"{number // 10_000}.{number % 10_000}", tuple(outcomes))


def down(data: Path | None) -> Server:
    """Stop the project's server; its data are kept."""
    return Server("down", stopped=server.down(_data(data, project.find(Path.cwd()))))


def _place(file: str) -> str:
    return files.shown(Path(file)) if Path(file).is_absolute() else file


def _data(given: Path | None, found: project.Project) -> Path:
    return given or found.root / server.DATA_DIR


def _folder(given: Path | None, usual: Path) -> Path | None:
    if given is None:
        return usual if usual.is_dir() else None
    if not given.is_dir():
        raise fault(f"`{files.shown(given)}` is not a folder", "name a folder of SQL files", "ALN1002")
    return given


def _sql(path: Path) -> tuple[str, str]:
    try:
        return files.shown(path), files.read(path).decode("utf-8")
    except UnicodeDecodeError as error:
        says = f"`{files.shown(path)}` is not UTF-8 at byte {error.start}"
        raise fault(says, "build it again with `aln build`", "ALN1002") from None
