"""Migrations apply in order, once, whole; what does not fit the record is refused."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path

import pytest

from aln.database.migrate import Outcome, apply_generated, migrate, open_connection, read_migrations, seed
from aln.diagnostics import AlnError
from tests.database.fixture import execute

pytestmark = pytest.mark.server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two migrations: a table, then a row in it."""
    (tmp_path / "V001__table.sql").write_text("CREATE TABLE t (n integer PRIMARY KEY);\n")
    (tmp_path / "V002__row.sql").write_text("INSERT INTO t VALUES (1);\n")
    return tmp_path


def statuses(outcomes: list[Outcome]) -> list[str]:
    return [outcome.status for outcome in outcomes]


def refused(error: pytest.ExceptionInfo[AlnError], code: str, exit_code: int, *words: str) -> None:
    diagnostic = error.value.diagnostic
    assert (diagnostic.code, error.value.exit_code) == (code, exit_code)
    assert not diagnostic.message.endswith(".")
    assert diagnostic.help
    for word in words:
        assert word in diagnostic.message


def test_migrations_apply_in_order_and_are_recorded(empty_database: str, folder: Path) -> None:
    """Each file applies after the one before it, and is recorded with version, name, hash and time."""
    assert statuses(migrate(empty_database, folder)) == ["applied", "applied"]
    rows = execute(
        empty_database,
        "SELECT version, name, sha256, applied_at <= now() FROM public.aln_migration ORDER BY version",
    )
    hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())]
    assert rows == [(1, "table", hashes[0], True), (2, "row", hashes[1], True)]
    assert execute(empty_database, "SELECT n FROM t") == [(1,)]


def test_migrations_apply_once(empty_database: str, folder: Path) -> None:
    """A second run applies only what is new."""
    migrate(empty_database, folder)
    (folder / "V003__more.sql").write_text("INSERT INTO t VALUES (3);")
    assert statuses(migrate(empty_database, folder)) == ["already applied", "already applied", "applied"]
    assert execute(empty_database, "SELECT n FROM t ORDER BY n") == [(1,), (3,)]


def test_versions_are_numbers(empty_database: str, tmp_path: Path) -> None:
    """Order is by the number of the version, not by the spelling of the file name."""
    for number in range(1, 12):
        width = 4 if number == 2 else 3
        (tmp_path / f"V{number:0{width}}__n.sql").write_text(f"CREATE TABLE t{number} ();")
    assert [migration.version for migration in read_migrations(tmp_path)] == list(range(1, 12))


def test_a_changed_file_is_refused(empty_database: str, folder: Path) -> None:
    """An applied file whose text has changed is refused, and nothing after it is applied."""
    migrate(empty_database, folder)
    (folder / "V001__table.sql").write_text("CREATE TABLE t (n bigint PRIMARY KEY);\n")
    (folder / "V003__more.sql").write_text("INSERT INTO t VALUES (3);")
    with pytest.raises(AlnError) as error:
        migrate(empty_database, folder)
    refused(error, "ALN0905", 1, "migration 1 `table`", "changed")
    assert error.value.diagnostic.span.file.endswith("V001__table.sql")
    assert execute(empty_database, "SELECT n FROM t") == [(1,)]


def test_a_file_that_is_gone_is_refused(empty_database: str, folder: Path) -> None:
    """A database that has a migration which the folder lacks is not migrated."""
    migrate(empty_database, folder)
    (folder / "V002__row.sql").unlink()
    with pytest.raises(AlnError) as error:
        migrate(empty_database, folder)
    refused(error, "ALN0905", 1, "migration 2 `row`")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("V004__later.sql", ["version 3 is missing", "`V004__later.sql`"]),
        ("V002__again.sql", ["version 2 is used by", "`V002__again.sql`", "`V002__row.sql`"]),
        ("V0002__again.sql", ["version 2 is used by"]),
        ("V000__before.sql", ["version 1 is missing"]),
        ("v003__case.sql", ["`v003__case.sql` is not a migration name"]),
        ("V003_underscore.sql", ["`V003_underscore.sql` is not a migration name"]),
        ("V003__case.SQL", ["`V003__case.SQL` is not a migration name"]),
    ],
)
def test_a_folder_out_of_order_is_refused(
    empty_database: str, folder: Path, name: str, words: list[str]
) -> None:
    """A version missing, repeated or misspelt is refused before anything is applied."""
    (folder / name).write_text("SELECT 1;")
    with pytest.raises(AlnError) as error:
        migrate(empty_database, folder)
    refused(error, "ALN0904", 2, *words)
    assert execute(empty_database, "SELECT FROM pg_tables WHERE schemaname = 'public'") == []


def test_other_files_are_no_migrations(folder: Path) -> None:
    """A file that is not SQL, such as a README, is left alone."""
    (folder / "README.md").write_text("# Migrations\n")
    assert len(read_migrations(folder)) == 2


def test_unreadable_folders_are_refused(tmp_path: Path) -> None:
    """A folder that is absent, or empty, is refused with its name."""
    for path, words in [(tmp_path / "absent", "cannot read"), (tmp_path, "holds no migration")]:
        with pytest.raises(AlnError) as error:
            read_migrations(path)
        refused(error, "ALN0904", 2, words, str(path))


def test_text_that_is_not_utf8_is_refused(folder: Path) -> None:
    """A file in another encoding is refused, with the byte at fault."""
    (folder / "V003__latin.sql").write_bytes("SELECT 'é';".encode("latin-1"))
    with pytest.raises(AlnError) as error:
        read_migrations(folder)
    refused(error, "ALN0904", 2, "`V003__latin.sql` is not UTF-8 at byte 8")


def test_a_failing_file_leaves_nothing(empty_database: str, folder: Path) -> None:
    """A file that fails is rolled back whole and not recorded; its place is named; those before it stay."""
    path = folder / "V003__broken.sql"
    path.write_text("INSERT INTO t VALUES (3);\nINSERT INTO\n  nowhere VALUES (1);\n")
    with pytest.raises(AlnError) as error:
        migrate(empty_database, folder)
    refused(error, "ALN0906", 2, "`broken` was not applied", "nowhere")
    span = error.value.diagnostic.span
    assert (span.file, span.line, span.column) == (str(path), 3, 3)
    assert execute(empty_database, "SELECT n FROM t") == [(1,)]
    assert execute(empty_database, "SELECT max(version) FROM public.aln_migration") == [(2,)]


def test_stored_rows_in_violation_are_a_finding(empty_database: str, folder: Path) -> None:
    """A constraint that stored rows break is a rule violated (exit code 1), not an error of the tool."""
    (folder / "V003__rule.sql").write_text("ALTER TABLE t ADD CHECK (n > 1);")
    with pytest.raises(AlnError) as error:
        migrate(empty_database, folder)
    refused(error, "ALN0906", 1, "`rule` was not applied")


@pytest.mark.parametrize("ending", ["COMMIT;", "COMMIT; BEGIN;", "ROLLBACK;", "ROLLBACK; BEGIN;"])
def test_a_file_that_ends_its_transaction_is_refused(
    empty_database: str, tmp_path: Path, ending: str
) -> None:
    """A file that commits or rolls back by itself is refused and never recorded as applied."""
    (tmp_path / "V001__split.sql").write_text(f"CREATE TABLE a (); {ending} CREATE TABLE b ();")
    with pytest.raises(AlnError) as error:
        migrate(empty_database, tmp_path)
    refused(error, "ALN0906", 2, "`split`", "transaction")
    assert execute(empty_database, "SELECT FROM public.aln_migration") == []


def test_settings_end_with_their_file(empty_database: str, tmp_path: Path) -> None:
    """A setting made by one file changes neither the next file nor the record."""
    (tmp_path / "V001__schema.sql").write_text("CREATE SCHEMA s; SET search_path = s; CREATE TABLE t ();")
    (tmp_path / "V002__public.sql").write_text("CREATE TABLE u ();")
    migrate(empty_database, tmp_path)
    rows = execute(empty_database, "SELECT 's.t'::regclass::text, 'public.u'::regclass::text")
    assert rows == [("s.t", "u")]
    assert execute(empty_database, "SELECT count(*) FROM public.aln_migration") == [(2,)]


def test_two_at_once_apply_once(empty_database: str, folder: Path) -> None:
    """Two migrations of one database at the same time wait for each other: each file is applied once."""
    (folder / "V003__slow.sql").write_text("SELECT pg_sleep(0.2);")
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.extend(statuses(migrate(empty_database, folder))))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == ["already applied"] * 3 + ["applied"] * 3


def test_a_generated_text_applies_once(empty_database: str) -> None:
    """A generated file is known by its text: the same text is not applied again, under any name."""
    first = ("add", "CREATE TABLE g ();")
    assert statuses(apply_generated(empty_database, [first])) == ["applied"]
    again = [first, ("renamed", first[1]), ("new", "CREATE TABLE h ();"), ("new too", "CREATE TABLE h ();")]
    assert statuses(apply_generated(empty_database, again)) == [
        "already applied",
        "already applied",
        "applied",
        "already applied",
    ]
    rows = execute(empty_database, "SELECT version, name FROM public.aln_migration ORDER BY applied_at")
    assert rows == [(None, "add"), (None, "new")]


def test_an_earlier_text_that_comes_back_applies_again(empty_database: str) -> None:
    """After another text of its name, a generated text is applied once more: what it undid is made again."""
    one = ("g", "DROP TABLE IF EXISTS two; CREATE TABLE one ();")
    two = ("g", "DROP TABLE one; CREATE TABLE two ();")
    for file in (one, two, one, two):
        assert statuses(apply_generated(empty_database, [file])) == ["applied"]
        assert statuses(apply_generated(empty_database, [file])) == ["already applied"]


def test_the_order_of_files_is_not_the_clocks(empty_database: str) -> None:
    """Which text came last is known by a number, also in a record that was made before there was one."""
    execute(
        empty_database,
        "CREATE TABLE aln_migration (version integer UNIQUE, name text NOT NULL, sha256 text NOT NULL,"
        " applied_at timestamptz NOT NULL DEFAULT now())",
    )
    one, two = ("g", "SELECT 1;"), ("g", "SELECT 2;")
    apply_generated(empty_database, [one, two])
    execute(empty_database, "UPDATE aln_migration SET applied_at = now() - number * interval '1 day'")
    assert statuses(apply_generated(empty_database, [two, one])) == ["already applied", "applied"]


def test_generated_files_stand_beside_migrations(empty_database: str, folder: Path) -> None:
    """Generated files, even with the text of a migration, leave the order of migrations alone."""
    apply_generated(empty_database, [("same text", "CREATE TABLE t (n integer PRIMARY KEY);\n")])
    execute(empty_database, "DROP TABLE t")
    assert statuses(migrate(empty_database, folder)) == ["applied", "applied"]


def test_a_failing_generated_file_names_itself(empty_database: str) -> None:
    """A generated file that fails is rolled back and named; those before it stay applied."""
    with pytest.raises(AlnError) as error:
        apply_generated(
            empty_database, [("good", "CREATE TABLE g ();"), ("bad", "CREATE TABLE g (n integer);")]
        )
    refused(error, "ALN0906", 2, "`bad` was not applied", "already exists")
    assert execute(empty_database, "SELECT name FROM public.aln_migration") == [("good",)]


def test_seeds_apply_in_order_of_name(empty_database: str, tmp_path: Path) -> None:
    """Seed files apply in the order of their names."""
    (tmp_path / "S002__row.sql").write_text("INSERT INTO s VALUES (1);")
    (tmp_path / "S001__table.sql").write_text("CREATE TABLE s (n integer);")
    assert [outcome.file for outcome in seed(empty_database, tmp_path)] == [
        "S001__table.sql",
        "S002__row.sql",
    ]


def test_percent_signs_are_text(empty_database: str) -> None:
    """A percent sign in SQL is not a placeholder."""
    sql = "CREATE TABLE p AS SELECT '100 %s' AS x WHERE 'abc' LIKE '%b%';"
    apply_generated(empty_database, [("percent", sql)])
    assert execute(empty_database, "SELECT x FROM p") == [("100 %s",)]


@pytest.mark.parametrize(
    ("uri", "words"),
    [
        ("postgresql://me:hunter2@/d?host=/nowhere", "cannot connect to the database: connection to server"),
        ("postgresql://me:hunter2@[::1/d", "the database URI cannot be read"),
        ("me:hunter2", "the database URI cannot be read"),
    ],
)
def test_a_bad_uri_is_refused_without_its_password(uri: str, words: str) -> None:
    """A URI that leads nowhere is refused in one line that never shows the password."""
    with pytest.raises(AlnError) as error:
        open_connection(uri)
    refused(error, "ALN0903", 2, words)
    diagnostic = error.value.diagnostic
    assert "hunter2" not in diagnostic.message + diagnostic.help
    assert "\n" not in diagnostic.message


def test_another_text_for_what_is_applied_already_says_what_to_do(empty_database: str) -> None:
    """A generated file that makes what is there already is refused whole, and the help says what to do."""
    apply_generated(empty_database, [("g.sql", "CREATE TABLE g (n int CONSTRAINT few CHECK (n < 5));")])
    with pytest.raises(AlnError) as error:
        apply_generated(empty_database, [("g.sql", "ALTER TABLE g ADD CONSTRAINT few CHECK (n < 4);")])
    found = error.value.diagnostic
    assert (found.code, error.value.exit_code) == ("ALN0906", 2)
    assert "already exists" in found.message and "something of that name is there already" in found.help
