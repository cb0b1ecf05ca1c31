"""`aln db up` and `aln db down`, on the real server."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from aln.cli import db
from aln.database import _account, server
from aln.database.migrate import open_connection
from tests.cli.conftest import Aln
from tests.database.fixture import require_server

TABLE = """\
CREATE TABLE public.reading (
    id               uuid PRIMARY KEY,
    saturation       numeric NOT NULL,
    quality          numeric,
    taken_at         timestamptz NOT NULL,
    calibrated_until timestamptz NOT NULL
);
"""


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that an unprivileged server may enter, which pytest's own is not; what runs in it is stopped."""
    folder = Path(tempfile.mkdtemp(prefix="aln-test-"))
    folder.chmod(0o755)
    monkeypatch.setattr(_account, "ROOT_FOLDERS", (folder / "root",))
    yield folder / "data"
    server.down(folder / "data")
    shutil.rmtree(folder)


@pytest.mark.server
def test_a_new_project_is_enforced_by_its_database(
    aln: Aln, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`up` applies migrations, seeds and generated constraints, once each; the server then refuses what the policy
    refuses; `down` stops it, and says so when there is nothing to stop."""
    require_server()
    assert aln("new", "project").code == 0
    monkeypatch.chdir(tmp_path / "project")
    for name, sql in {
        "migrations/V001__base.sql": TABLE,
        "seeds/S001__none.sql": "SELECT 1;\n",
    }.items():
        path = tmp_path / "project" / "db" / name
        path.parent.mkdir(parents=True)
        path.write_text(sql, encoding="utf-8")
    done = aln("db", "up", "--data", str(data), "--format", "json")
    assert done.code == 0, done.out + done.err
    document = done.document
    assert document["action"] == "up" and document["server"]["kind"] == "embedded"
    assert [(Path(m["file"]).name, m["status"]) for m in document["migrations"]] == [
        ("V001__base.sql", "applied"),
        ("S001__none.sql", "applied"),
        ("reading_guard.sql", "applied"),
    ]
    row = "INSERT INTO public.reading VALUES (gen_random_uuid(), 97, {}, '2026-03-01Z', '2026-12-31Z')"
    with open_connection(document["server"]["uri"]) as connection:
        connection.execute(row.format("0.9").encode())
        with pytest.raises(Exception, match="the_signal_is_too_weak"):
            connection.execute(row.format("NULL").encode())
        connection.rollback()
    again = aln("db", "up", "--data", str(data))
    assert again.code == 0
    assert again.out.count("already applied") == 3 and again.out.splitlines()[-1].startswith("PostgreSQL ")
    assert aln("db", "down", "--data", str(data)).out == "the server is stopped; its data are kept\n"
    assert aln("db", "down", "--data", str(data)).out == "no server was running\n"


def test_generated_sql_that_is_no_text_is_refused(
    aln: Aln, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A generated file that is not UTF-8 ends with 2, named, before a server is started."""
    monkeypatch.setattr(db.server, "up", lambda data, migrations: pytest.fail("a server was started"))
    (tmp_path / "sql").mkdir()
    (tmp_path / "sql" / "x.sql").write_bytes(b"\xff")
    done = aln("db", "up", "--generated", "sql")
    assert done.code == 2 and "`sql/x.sql` is not UTF-8" in done.err
