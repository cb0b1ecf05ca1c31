"""Ordered migrations and generated SQL, each applied once, in one transaction, and recorded with its hash.

Takes a URI and SQL files; gives what became of each; never edits, reorders or undoes a file (forward only).
What is applied is recorded in `public.aln_migration(version, name, sha256, applied_at, number)`: ordered migrations
have a version; generated files and seeds have none and are known by their name and hash.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from aln.diagnostics import NOWHERE, AlnError, Diagnostic, Span

if TYPE_CHECKING:
    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

__all__ = ["Migration", "Outcome", "apply_generated", "migrate", "open_connection", "read_migrations", "seed"]

FILE_NAME = re.compile(r"V(\d{3,})__([a-z0-9_]+)\.sql")
# SQLSTATE: a constraint or trigger, a table or index, a function that exists already.
EXISTS = ("42710", "42P07", "42723")
EARLIER = (
    "something of that name is there already; drop it in a migration, or begin with an empty server "
    "(`aln db down`, then remove `.aln/postgres`)"
)
LOCK_KEY = 0x414C4E  # "ALN": one migration of a database at a time
RECORD = b"""
CREATE TABLE IF NOT EXISTS public.aln_migration (
    version    integer UNIQUE,
    name       text NOT NULL,
    sha256     text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
);
-- The order in which files were applied, whatever the clock said.
ALTER TABLE public.aln_migration ADD COLUMN IF NOT EXISTS number bigint GENERATED ALWAYS AS IDENTITY"""


@dataclass(frozen=True, slots=True)
class Migration:
    """One SQL file: its version (none for a generated file), its name, its text and where it was read."""

    version: int | None
    name: str
    sql: str
    file: str = ""

    @property
    def sha256(self) -> str:
        """The hash that identifies the text, over its UTF-8 bytes."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: its name or path, the hash of its text, and whether it ran now."""

    file: str
    sha256: str
    status: Literal["applied", "already applied"]


def read_migrations(folder: Path) -> list[Migration]:
    """The folder's migrations in order of version: `V001__name.sql`, `V002__…`, without gap or repetition.

    Raises `AlnError` (exit code 2) for an `.sql` file of another name (it would never be applied), for a
    missing or repeated version, for an unreadable or empty folder.
    """
    found: dict[int, Migration] = {}
    for path in _sql_files(folder):
        match = FILE_NAME.fullmatch(path.name)
        if match is None:
            raise _fault(
                path,
                "ALN0904",
                f"`{path.name}` is not a migration name",
                "write `V001__name.sql`, in lower case",
            )
        version = int(match[1])
        if version in found:
            raise _fault(
                path,
                "ALN0904",
                f"version {version} is used by `{Path(found[version].file).name}` and `{path.name}`",
                "give each migration a version of its own",
            )
        found[version] = Migration(version, match[2], _read(path), str(path))
    if not found:
        raise _fault(folder, "ALN0904", f"`{folder}` holds no migration", "name a folder with `V001__….sql`")
    for expected, version in enumerate(sorted(found), start=1):
        if version != expected:
            raise _fault(
                folder,
                "ALN0904",
                f"version {expected} is missing: the next file is `{Path(found[version].file).name}`",
                "versions start at 1 and have no gap",
            )
    return [found[version] for version in sorted(found)]


def migrate(uri: str, folder: Path) -> list[Outcome]:
    """Apply the folder's migrations that the database has not had, in order; gives one outcome a file.

    Refuses before applying anything, with `AlnError` (exit code 1), when an applied file changed or is gone.
    A file that fails is rolled back whole; those before it stay applied.
    """
    migrations = read_migrations(folder)
    with _recording(uri) as connection:
        rows = connection.execute(
            "SELECT version, name, sha256 FROM public.aln_migration WHERE version IS NOT NULL ORDER BY 1"
        ).fetchall()
        pending = {migration.version: migration for migration in migrations}
        for version, name, sha256 in rows:
            migration = pending.pop(version, None)
            if migration is None:
                raise _fault(
                    folder,
                    "ALN0905",
                    f"the database has migration {version} `{name}`, which this folder lacks",
                    "migrate with the folder the database was made from, or a later one",
                    1,
                )
            if migration.sha256 != sha256:
                raise _fault(
                    Path(migration.file),
                    "ALN0905",
                    f"migration {version} `{migration.name}` has changed since it was applied",
                    "restore the file, and write the change as a new migration",
                    1,
                )
        return [_apply(connection, migration, migration.version in pending) for migration in migrations]


def apply_generated(uri: str, files: Sequence[tuple[str, str]]) -> list[Outcome]:
    """Apply generated files, given as (name, SQL text), in the order given; gives one outcome a file.

    A text that the database has is not applied again. It has a text when that was the last to be applied of those that
    have its name or are the same: a file may be renamed, and an earlier version that comes back after another is
    applied once more, and takes the other's place.
    """
    with _recording(uri) as connection:
        return [_apply(connection, m, not _has(connection, m)) for m in (Migration(None, *f) for f in files)]


def _has(connection: Connection, migration: Migration) -> bool:
    row = connection.execute(
        "SELECT sha256 FROM public.aln_migration WHERE version IS NULL AND (name = %s OR sha256 = %s)"
        " ORDER BY number DESC LIMIT 1",
        [migration.name, migration.sha256],
    ).fetchone()
    return row is not None and row[0] == migration.sha256


def seed(uri: str, folder: Path) -> list[Outcome]:
    """Apply a folder's seed files in order of name, each text once; gives one outcome a file."""
    return apply_generated(uri, [(path.name, _read(path)) for path in _sql_files(folder)])


def open_connection(uri: str) -> Connection:
    """A connection to a URI. Raises `AlnError` (exit code 2), which never repeats the URI's password."""
    try:
        import psycopg
    except ImportError:
        raise AlnError(
            Diagnostic("ALN0901", NOWHERE, "the PostgreSQL client is not installed", "pip install 'aln[db]'")
        ) from None
    help = "give a libpq URI such as `postgresql://user@host/database`, or unset ALN_DATABASE_URL"
    try:
        return psycopg.connect(uri)
    except psycopg.OperationalError as error:
        lines = str(error).splitlines() or ["unknown cause"]  # the first may only announce several attempts
        reason = next((line for line in lines if not line.startswith("Multiple")), lines[0])
        reason = re.sub(r"^connection (failed|is bad): ", "", reason.strip()).rstrip(".")
        raise AlnError(
            Diagnostic("ALN0903", NOWHERE, f"cannot connect to the database: {reason}", help)
        ) from None
    except psycopg.ProgrammingError:  # libpq quotes the URI, password included
        raise AlnError(Diagnostic("ALN0903", NOWHERE, "the database URI cannot be read", help)) from None


def _fault(path: Path, code: str, message: str, help: str, exit_code: int = 2) -> AlnError:
    return AlnError(Diagnostic(code, Span(str(path), 1, 1), message, help), exit_code)


def _sql_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix.lower() == ".sql")
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise _fault(
            folder, "ALN0904", f"cannot read `{folder}`: {reason}", "name a folder of SQL files"
        ) from None


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        raise _fault(
            path, "ALN0904", f"`{path.name}` is not UTF-8 at byte {error.start}", "save it as UTF-8"
        ) from None
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        raise _fault(path, "ALN0904", f"cannot read `{path.name}`: {reason}", "make it readable") from None


@contextmanager
def _recording(uri: str) -> Iterator[Connection]:
    """A connection that holds the migration lock and has the table of records."""
    with open_connection(uri) as connection:
        connection.autocommit = True
        connection.execute("SELECT pg_advisory_lock(%s)", [LOCK_KEY])
        try:
            connection.execute("SET client_min_messages = warning")  # a table that exists is no notice
            connection.execute(RECORD)
            yield connection
        finally:
            if not connection.closed:
                connection.execute("SELECT pg_advisory_unlock(%s)", [LOCK_KEY])


def _apply(connection: Connection, migration: Migration, pending: bool) -> Outcome:
    import psycopg

    place = migration.file or migration.name
    if not pending:
        return Outcome(place, migration.sha256, "already applied")
    connection.execute("RESET ALL")  # a setting of the file before must not change the meaning of this one
    try:
        with connection.transaction():
            before = connection.execute("SELECT pg_current_xact_id()").fetchone()
            connection.execute(migration.sql.encode())
            connection.execute("RESET ALL")
            if connection.execute("SELECT pg_current_xact_id()").fetchone() != before:
                raise _fault(
                    Path(place),
                    "ALN0906",
                    f"`{migration.name}` ends the transaction it runs in, so a part of it may be applied",
                    "remove BEGIN, COMMIT and ROLLBACK: each file is one transaction",
                )
            connection.execute(
                "INSERT INTO public.aln_migration (version, name, sha256) VALUES (%s, %s, %s)",
                [migration.version, migration.name, migration.sha256],
            )
    except psycopg.Error as error:
        offset = int(error.diag.statement_position or 1) - 1
        before_error = migration.sql[:offset]
        span = Span(place, before_error.count("\n") + 1, offset - (before_error.rfind("\n") + 1) + 1)
        reason = error.diag.message_primary or (str(error).strip() or "unknown cause").splitlines()[0]
        # SQLSTATE class 23: the SQL is sound, but rows already stored break it.
        violated = (error.sqlstate or "").startswith("23")
        if migration.version is None and error.sqlstate in EXISTS:
            help = (error.diag.message_hint or EARLIER).rstrip(".")
            raise AlnError(
                Diagnostic("ALN0906", span, f"`{migration.name}` was not applied: {reason}", help)
            ) from None
        help = error.diag.message_hint or (
            "repair the stored rows, then migrate again"
            if violated
            else "correct the SQL; nothing of it was kept"
        )
        raise AlnError(
            Diagnostic("ALN0906", span, f"`{migration.name}` was not applied: {reason}", help.rstrip(".")),
            1 if violated else 2,
        ) from None
    return Outcome(place, migration.sha256, "applied")
