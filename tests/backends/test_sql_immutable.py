"""Immutable entities in PostgreSQL: stored rows are never changed or removed, whatever the statement."""

from __future__ import annotations

import re
from typing import Any

import pytest

from aln.backends import Header
from aln.backends.interface import Unreadable
from aln.backends.sql import print_immutable, read_immutable
from aln.core.ir import Immutable
from tests.database.fixture import rolled_back

ITEM = Immutable("RemPolicy", "rem_policy")
HEADER = Header("rem.aln", "Rem_v1_0_0", "an id", "1.0.0", "0" * 64)
TABLES = """
CREATE TABLE public.parent (id integer PRIMARY KEY);
CREATE TABLE public.rem_policy
    (id integer PRIMARY KEY, parent_id integer REFERENCES parent ON DELETE SET NULL ON UPDATE CASCADE, note text);
INSERT INTO parent VALUES (1);
INSERT INTO rem_policy VALUES (1, 1, 'first');
"""
REFUSED = {
    "update": "UPDATE rem_policy SET note = 'x'",
    "update of nothing": "UPDATE rem_policy SET note = note",
    "update of the key": "UPDATE rem_policy SET id = 2",
    "delete": "DELETE FROM rem_policy",
    "delete of some": "DELETE FROM rem_policy WHERE id = 1",
    "truncate": "TRUNCATE rem_policy",
    "truncate of another": "TRUNCATE parent CASCADE",
    "on conflict": "INSERT INTO rem_policy VALUES (1, 1, 'x') ON CONFLICT (id) DO UPDATE SET note = excluded.note",
    "merge update": "MERGE INTO rem_policy AS p USING (SELECT 1 AS id) AS r ON p.id = r.id"
    " WHEN MATCHED THEN UPDATE SET note = 'x'",
    "merge delete": "MERGE INTO rem_policy AS p USING (SELECT 1 AS id) AS r ON p.id = r.id"
    " WHEN MATCHED THEN DELETE",
    "referential delete": "DELETE FROM parent",
    "referential update": "UPDATE parent SET id = 3",
    "within a query": "WITH d AS (DELETE FROM rem_policy RETURNING id) SELECT * FROM d",
}
ALLOWED = {
    "insert": "INSERT INTO rem_policy VALUES (2, 1, 'second')",
    "on conflict do nothing": "INSERT INTO rem_policy VALUES (1, 1, 'x') ON CONFLICT DO NOTHING",
    "on conflict without one": "INSERT INTO rem_policy VALUES (3) ON CONFLICT (id) DO UPDATE SET note = 'x'",
    "merge insert": "MERGE INTO rem_policy AS p USING (SELECT 9 AS id) AS r ON p.id = r.id"
    " WHEN NOT MATCHED THEN INSERT (id) VALUES (r.id) WHEN MATCHED THEN DELETE",
    "reading with a lock": "SELECT * FROM rem_policy FOR UPDATE",
    "update of no row": "UPDATE rem_policy SET note = 'x' WHERE id = 77",
}


def prepared(connection: Any) -> None:
    connection.execute(TABLES.encode())
    connection.execute(print_immutable(ITEM, HEADER).encode())


@pytest.mark.server
@pytest.mark.parametrize("role", ["origin", "replica"])
@pytest.mark.parametrize("what", REFUSED)
def test_no_statement_changes_or_removes_a_row(postgres: str, what: str, role: str) -> None:
    """Every kind of statement that would is refused, by name of the table, in the replica role too."""
    import psycopg

    with rolled_back(postgres) as connection:
        prepared(connection)
        connection.execute(f"SET LOCAL session_replication_role = {role}".encode())
        if role == "replica" and what.startswith("referential"):
            # No referential action runs in this role, so that nothing reaches the table.
            connection.execute(REFUSED[what].encode())
            rows = connection.execute("SELECT id, parent_id, note FROM rem_policy").fetchall()
            assert rows == [(1, 1, "first")]
            return
        with pytest.raises(psycopg.errors.CheckViolation, match="rem_policy is immutable") as refused:
            connection.execute(REFUSED[what].encode())
        assert refused.value.diag.constraint_name == "aln_rem_policy_immutable"


@pytest.mark.server
@pytest.mark.parametrize("what", ALLOWED)
def test_new_rows_and_reading_are_free(postgres: str, what: str) -> None:
    """An INSERT that changes no row, a lock, and a statement that finds no row are not refused."""
    with rolled_back(postgres) as connection:
        prepared(connection)
        connection.execute(ALLOWED[what].encode())
        assert connection.execute("SELECT note FROM rem_policy WHERE id = 1").fetchall() == [("first",)]


@pytest.mark.server
def test_a_later_version_takes_the_place_of_the_earlier(postgres: str) -> None:
    """Applied twice, and with another header, the script leaves the same two triggers, always enabled."""
    with rolled_back(postgres) as connection:
        prepared(connection)
        later = Header("rem.aln", "Rem_v2_0_0", "an id", "2.0.0", "1" * 64)
        connection.execute(print_immutable(ITEM, later).encode())
        found = connection.execute(
            "SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname"
        ).fetchall()
        assert found == [("aln_rem_policy_immutable_row", "A"), ("aln_rem_policy_immutable_truncate", "A")]


@pytest.mark.parametrize(
    "item",
    [ITEM, Immutable("Order", "order"), Immutable('Odd "name"', "o'dd \\"), Immutable("Long", "t" * 40)],
)
def test_a_script_reads_back_to_its_entity(item: Immutable) -> None:
    """The entity and its table come back, whatever they are called."""
    pytest.importorskip("pglast")
    assert read_immutable(print_immutable(item, HEADER)) == item


FAULTS = (
    ("DELETE OR UPDATE", "UPDATE"),
    ("DELETE OR UPDATE", "DELETE"),
    ("DELETE OR UPDATE", "DELETE OR UPDATE OF id"),
    ("BEFORE DELETE", "AFTER DELETE"),
    ("BEFORE TRUNCATE", "BEFORE INSERT"),
    ("FOR EACH ROW", "FOR EACH STATEMENT"),
    ("FOR EACH ROW", "FOR EACH ROW WHEN (false)"),
    ("ENABLE ALWAYS", "ENABLE"),
    ("ENABLE ALWAYS", "ENABLE REPLICA"),
    ("ENABLE ALWAYS", "DISABLE"),
    ("RAISE EXCEPTION", "RAISE WARNING"),
    ("RAISE EXCEPTION", "RETURN NULL; RAISE EXCEPTION"),
    ("'23514'", "'00000'"),
    ("ON public.rem_policy", "ON public.study"),
    ("EXECUTE FUNCTION aln.rem_policy_immutable", "EXECUTE FUNCTION aln.other"),
    ("pg_catalog, pg_temp", "public"),
    ("LANGUAGE plpgsql VOLATILE", "LANGUAGE plpgsql VOLATILE SECURITY DEFINER"),
    ('"table": "rem_policy"', '"table": "study"'),
    ('{"entity"', '{"more": 1, "entity"'),
    ("is immutable: a", "is immutable, a"),
    (" AS $refuse$", ""),
)


@pytest.mark.parametrize(("found", "instead"), FAULTS)
def test_no_fault_is_read(found: str, instead: str) -> None:
    """A fault in what is refused, when, where or how is unreadable."""
    pytest.importorskip("pglast")
    text = re.sub(r"^--.*\n", "", print_immutable(ITEM, HEADER), flags=re.MULTILINE).replace(
        "\nAS $", " AS $"
    )
    assert read_immutable(text) == ITEM and found in text
    with pytest.raises(Unreadable):
        read_immutable(text.replace(found, instead, 1))


def test_every_statement_is_needed_and_no_other_is_allowed() -> None:
    """A statement left out, put twice, or added is unreadable."""
    pytest.importorskip("pglast")
    parts = re.split(r"(?<=;)\n\n", print_immutable(ITEM, HEADER))
    assert len(parts) == 7
    for i, part in enumerate(parts):
        for instead in ((), (part, part)):
            with pytest.raises(Unreadable):
                read_immutable("\n\n".join((*parts[:i], *instead, *parts[i + 1 :])))
    with pytest.raises(Unreadable):
        read_immutable("\n\n".join((*parts, "ALTER TABLE public.rem_policy DISABLE TRIGGER ALL;")))
