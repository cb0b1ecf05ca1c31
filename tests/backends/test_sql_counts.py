"""A relation that is counted is held to its declared maximum by the database, so that counting there is core's."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from aln.backends import Header, target
from aln.backends.interface import Unreadable
from aln.core.evaluate import decide
from aln.core.ir import Guard
from aln.pipeline import Source, core
from aln.verifier.obligation import Obligation, Same, Scope
from aln.verifier.prove import prove
from tests.database.fixture import fresh_database

TEXT = """
module Counted_v1_0_0 {{
    type Weight = decimal in 0 .. 10 by 0.5;
    entity Owner {{ id : uuid key; items : many Item by owner up to 3; }}
    entity Item {{ id : uuid key; owner : ref Owner; ok : bool?; weight : Weight; }}
    policy P for Owner o {{ require {rule} because "too many"; }}
}}
"""
RULES = (
    "(count i in o.items) <= 3",
    "(count i in o.items where i.ok) <= 1",
    "(sum i in o.items : i.weight) <= 12.5",
    "(sum i in o.items where present(i.ok) : i.weight) <= 5",
    "(count i in o.items where i.weight > 2) <= 2 and (all i in o.items : i.weight < 8)",
)
TABLES = """
CREATE TABLE public.owner (id uuid PRIMARY KEY);
CREATE TABLE public.item
    (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), owner_id uuid REFERENCES owner, ok boolean, weight numeric);
"""
FIRST, SECOND = (f"00000000-0000-4000-8000-00000000000{n}" for n in (1, 2))


def counted(rule: str) -> Guard:
    [guard] = core(Source("counted.aln", TEXT.format(rule=rule))).guards
    return guard


def script(guard: Guard) -> str:
    return target("sql").print_guard(guard, Header("counted.aln", "Counted_v1_0_0", "", "", ""))


@pytest.mark.parametrize("rule", RULES)
def test_a_count_reads_back_and_is_proved_equal(rule: str) -> None:
    """The relation held to its maximum, and what is counted of it, come back from the script as they are."""
    pytest.importorskip("pglast")
    guard = counted(rule)
    read = target("sql").read_guard(script(guard)).guard
    assert read.counts == guard.counts == ("items",)
    pairs = tuple((a.id, a.condition, b.condition) for a, b in zip(guard.rules, read.rules, strict=True))
    goal = Same(Scope(guard.records, complete=True), pairs, ())
    span = core(Source("counted.aln", TEXT.format(rule=rule))).spans["P"]
    (verdict,) = prove([Obligation("x", "backend-equal", "equal", "Counted_v1_0_0", span, goal)])
    assert verdict.status == "proved", verdict.reason


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        (") > 3", ") > 4"),
        (") > 3", ") >= 3"),
        ("counts at most 3", "counts at most 4"),
        ('"maximum": 3', '"maximum": 4'),
        ("element.owner_id = judged.id", "element.id = judged.id"),
        ('"counts": ["items"]', '"counts": []'),
    ],
)
def test_another_maximum_is_not_read(found: str, instead: str) -> None:
    """A script that holds the relation to another maximum than it declares, or to none, is unreadable."""
    pytest.importorskip("pglast")
    text = script(counted(RULES[1]))
    assert found in text
    with pytest.raises(Unreadable):
        target("sql").read_guard(text.replace(found, instead))


def test_a_maximum_that_is_another_throughout_is_another_guard() -> None:
    """A script that declares another maximum, and holds the relation to that, reads as another guard."""
    pytest.importorskip("pglast")
    guard = counted(RULES[1])
    more = replace(guard, records=(guard.records[0], replace(guard.records[1], maximum=4)))
    read = target("sql").read_guard(script(more)).guard
    assert read.records == more.records != guard.records


def test_a_count_that_nothing_holds_to_its_maximum_is_not_read() -> None:
    """A script that counts a relation, and neither declares nor refuses what is beyond, is unreadable."""
    pytest.importorskip("pglast")
    text = script(replace(counted(RULES[1]), counts=()))
    assert "count(*)" not in text and "sum(" in text
    with pytest.raises(Unreadable, match="nothing holds it to its maximum"):
        target("sql").read_guard(text)


@pytest.fixture
def stored(postgres: str) -> Iterator[Any]:
    """A database with two owners; a function that applies the script of a rule and gives the URI."""
    import psycopg

    with fresh_database(postgres) as uri:
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(TABLES.encode())
            connection.execute("INSERT INTO owner VALUES (%s), (%s)", [FIRST, SECOND])

        def applied(rule: str) -> str:
            with psycopg.connect(uri, autocommit=True) as connection:
                connection.execute(script(counted(rule)).encode())
            return uri

        yield applied


def put(connection: Any, owner: str, ok: bool | None, weight: float) -> bool:
    """Whether an item can be stored."""
    import psycopg

    try:
        with connection.transaction():
            connection.execute(
                "INSERT INTO item (owner_id, ok, weight) VALUES (%s, %s, %s)", [owner, ok, weight]
            )
    except psycopg.errors.CheckViolation:
        return False
    return True


@pytest.mark.server
@pytest.mark.parametrize("rule", RULES)
def test_counting_on_the_server_is_counting_in_core(stored: Any, rule: str) -> None:
    """Items come one after another: each is stored exactly when core accepts the owner with it, up to the maximum."""
    import psycopg

    guard = counted(rule)
    verdicts = set()
    with psycopg.connect(stored(rule)) as connection:
        for ok, weights in (
            (True, (2, 3, 4, 5)),
            (None, (10, 2, 2)),
            (False, (0.5, 0.5, 0.5, 0.5)),
            (True, (8,)),
        ):
            items: list[dict[str, Any]] = []
            for weight in weights:
                added = [*items, {"id": "", "owner": FIRST, "ok": ok, "weight": int(weight * 2)}]
                env = {"id": FIRST, "items": tuple(added) if len(added) <= 3 else None}
                allowed = decide(guard, env).allowed
                assert put(connection, FIRST, ok, weight) is allowed, (added, rule)
                items = added if allowed else items
                verdicts.add(allowed)
            connection.execute("DELETE FROM item")
    assert verdicts == {True, False}


@pytest.mark.server
def test_the_row_beyond_the_maximum_is_refused_whatever_the_statement(stored: Any) -> None:
    """A fourth element is refused by INSERT, by UPDATE of its link, by MERGE and by COPY, and says why."""
    import psycopg

    with psycopg.connect(stored(RULES[0])) as connection:
        for _ in range(3):
            assert put(connection, FIRST, True, 1)
        assert put(connection, SECOND, True, 1)
        connection.commit()
        rows = f"SELECT '{FIRST}'::uuid AS owner_id, 1 AS weight"
        for statement in (
            f"INSERT INTO item (owner_id, weight) {rows}",
            f"UPDATE item SET owner_id = '{FIRST}'",
            f"MERGE INTO item USING ({rows}) AS r ON false"
            " WHEN NOT MATCHED THEN INSERT (owner_id, weight) VALUES (r.owner_id, r.weight)",
        ):
            with pytest.raises(psycopg.errors.CheckViolation, match="P counts at most 3 of items for owner"):
                connection.execute(statement.encode())
            connection.rollback()
        with (
            pytest.raises(psycopg.errors.CheckViolation),
            connection.cursor().copy("COPY item (owner_id, weight) FROM STDIN") as copy,
        ):
            copy.write_row((FIRST, 1))


@pytest.mark.server
@pytest.mark.parametrize("swapped", [False, True])
def test_two_at_once_never_pass_the_count_together(stored: Any, swapped: bool) -> None:
    """Two transactions that each add the last element allowed never both commit, in either order."""
    import psycopg

    uri = stored(RULES[0])
    with (
        psycopg.connect(uri) as one,
        psycopg.connect(uri) as two,
        psycopg.connect(uri, autocommit=True) as watch,
    ):
        for _ in range(2):
            assert put(one, FIRST, True, 1)
        assert put(one, SECOND, True, 1)
        one.commit()
        insert = f"INSERT INTO item (owner_id, weight) VALUES ('{FIRST}', 1)"
        move = f"UPDATE item SET owner_id = '{FIRST}' WHERE owner_id = '{SECOND}'"
        first, second = (move, insert) if swapped else (insert, move)
        one.execute(first.encode())
        refused: list[bool] = []

        def other() -> None:
            try:
                two.execute(second.encode())
                two.commit()
                refused.append(False)
            except psycopg.errors.CheckViolation:
                two.rollback()
                refused.append(True)

        thread = threading.Thread(target=other)
        pid = two.info.backend_pid
        thread.start()
        waiting = "SELECT wait_event_type = 'Lock' FROM pg_stat_activity WHERE pid = %s"
        while thread.is_alive() and (watch.execute(waiting, [pid]).fetchone() or (None,))[0] is not True:
            thread.join(0.005)
        one.commit()
        thread.join()
        assert refused == [True]


@pytest.mark.server
def test_too_many_rows_already_stored_stop_the_script(stored: Any) -> None:
    """A script fails, and leaves nothing, where an owner has more than the maximum when it is applied."""
    import psycopg

    with psycopg.connect(stored(RULES[0])) as connection:
        assert put(connection, FIRST, True, 1)
        connection.execute("SET LOCAL session_replication_role = replica")
        connection.execute(
            "INSERT INTO item (owner_id, weight) SELECT %s, 1 FROM generate_series(1, 3)", [FIRST]
        )
        connection.execute("SET LOCAL session_replication_role = origin")
        with pytest.raises(psycopg.errors.CheckViolation, match="at most 3"):
            connection.execute(script(counted(RULES[1])).encode())


def test_quantifiers_over_stored_rows_need_no_maximum() -> None:
    """`all` and `any` mean the same of any number of rows: nothing is counted."""
    text = script(counted("all i in o.items : i.weight < 5"))
    assert "NOT EXISTS" in text and "count(*)" not in text
