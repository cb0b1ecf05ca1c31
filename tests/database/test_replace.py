"""A policy that changed, applied over its earlier version: the new one is in force, without a moment of neither."""

from __future__ import annotations

import threading
from typing import Any

import psycopg
import pytest

from aln.backends import Header, target
from aln.database.migrate import apply_generated
from aln.diagnostics import AlnError
from aln.pipeline import Source, core
from tests.database.fixture import execute

pytestmark = pytest.mark.server

TEXT = """
module Stock_v1_0_0 {{
    type Weight = decimal in 0 .. {top} by 0.5;
    entity Owner {{ id : uuid key; limit : Weight; }}
    entity Item {{ id : uuid key; owner : ref Owner; weight : Weight; }}
    policy Light for Item i {{
        require i.weight < {most} because "too heavy";
        require i.weight <= i.owner.limit because "beyond the limit";
    }}
}}
"""
OWNER = "00000000-0000-4000-8000-000000000001"
TABLES = f"""
CREATE TABLE public.owner (id uuid PRIMARY KEY, "limit" numeric);
CREATE TABLE public.item
    (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), owner_id uuid NOT NULL REFERENCES owner, weight numeric);
INSERT INTO owner VALUES ('{OWNER}', 7);
"""


def version(most: int, top: int = 10, name: str = "Light", policy_id: str = "an id") -> tuple[str, str]:
    """The generated file of a version: its name, and its text."""
    [guard] = core(Source("stock.aln", TEXT.format(most=most, top=top).replace("Light", name))).guards
    header = Header("stock.aln", "Stock_v1_0_0", policy_id, str(most), "")
    return f"{name.lower()}.sql", target("sql").print_guard(guard, header)


def accepts(uri: str, weight: float) -> bool:
    with psycopg.connect(uri) as connection:
        try:
            connection.execute("INSERT INTO item (owner_id, weight) VALUES (%s, %s)", [OWNER, weight])
        except psycopg.errors.CheckViolation:
            return False
        finally:
            connection.rollback()
    return True


def made(uri: str) -> list[Any]:
    """Everything that generated files made: functions, triggers and constraints, with where they are."""
    return execute(
        uri,
        """SELECT regexp_replace(name, '[0-9a-f]{8}', ''), place FROM (
               SELECT proname, '' FROM pg_proc WHERE pronamespace = 'aln'::regnamespace
               UNION ALL SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal
               UNION ALL SELECT regexp_replace(conname, '_[0-9a-f]{8}$', ''), conrelid::regclass::text
                   FROM pg_constraint WHERE contype = 'c'
           ) AS made (name, place) ORDER BY 1, 2""",
    )


def test_the_next_version_takes_the_place_of_the_last(empty_database: str) -> None:
    """Looser or stricter, with another range or back to what it was: one version is in force, and nothing else is left."""
    execute(empty_database, TABLES)
    apply_generated(empty_database, [version(5)])
    first = made(empty_database)
    for most, top, weights in (
        (5, 10, {4: True, 5: False, 6: False, 8: False}),
        (7, 10, {4: True, 5: True, 6: True, 8: False}),
        (3, 10, {2: True, 4: False}),
        (3, 20, {2: True, 4: False}),
        (15, 20, {7: True, 8: False, 14: False}),
        (5, 10, {4: True, 5: False, 6: False, 8: False}),
    ):
        apply_generated(empty_database, [version(most, top)])
        assert {weight: accepts(empty_database, weight) for weight in weights} == weights
        assert made(empty_database) == first


def test_a_version_that_stored_rows_break_leaves_the_last_in_force(empty_database: str) -> None:
    """Where a stored row breaks the new version, nothing of it is kept and nothing of the last is lost."""
    execute(empty_database, TABLES)
    apply_generated(empty_database, [version(6)])
    execute(empty_database, f"INSERT INTO item (owner_id, weight) VALUES ('{OWNER}', 5)")
    before = made(empty_database)
    with pytest.raises(AlnError) as error:
        apply_generated(empty_database, [version(4)])
    assert error.value.exit_code == 1
    assert made(empty_database) == before
    assert (accepts(empty_database, 5), accepts(empty_database, 6)) == (True, False)


def test_a_policy_whose_name_begins_alike_is_left_alone(empty_database: str) -> None:
    """`LightOn` is no version of `Light`, nor the other way round."""
    execute(empty_database, TABLES)
    apply_generated(empty_database, [version(6), version(5, name="LightOn"), version(7)])
    assert (accepts(empty_database, 4), accepts(empty_database, 5)) == (True, False)
    apply_generated(empty_database, [version(8, name="LightOn"), version(6)])
    assert (accepts(empty_database, 5), accepts(empty_database, 6)) == (True, False)


def test_another_policy_of_the_name_is_refused(empty_database: str) -> None:
    """A policy of the same name with another id is no next version: it is refused whole, with what to do."""
    execute(empty_database, TABLES)
    apply_generated(empty_database, [version(5)])
    before = made(empty_database)
    with pytest.raises(AlnError) as error:
        apply_generated(empty_database, [version(7, policy_id="another id")])
    diagnostic = error.value.diagnostic
    assert "another policy of the name Light is applied: an id" in diagnostic.message
    assert "another name" in diagnostic.help
    assert made(empty_database) == before


def test_what_others_rest_on_is_not_dropped(empty_database: str) -> None:
    """A view that calls a function of the last version stops the next one: nothing of others is dropped with it."""
    execute(empty_database, TABLES)
    apply_generated(empty_database, [version(5)])
    [(name,)] = execute(empty_database, "SELECT proname FROM pg_proc WHERE proname LIKE 'light%failed'")
    execute(empty_database, f"CREATE VIEW open AS SELECT aln.{name}(i) AS failed FROM item AS i")
    with pytest.raises(AlnError):
        apply_generated(empty_database, [version(7)])
    assert (accepts(empty_database, 4), accepts(empty_database, 6)) == (True, False)


def test_no_row_slips_in_between(empty_database: str) -> None:
    """While one version follows another, over and over, a session that tries what both refuse is never let in."""
    execute(empty_database, TABLES)
    apply_generated(empty_database, [version(5)])
    done = threading.Event()
    outcomes: list[bool] = []

    def other() -> None:
        while not done.is_set():
            outcomes.append(accepts(empty_database, 7.5))

    thread = threading.Thread(target=other)
    thread.start()
    try:
        for round_ in range(6):
            apply_generated(
                empty_database, [version(7 if round_ % 2 else 5), version(6 if round_ % 2 else 5)]
            )
    finally:
        done.set()
        thread.join()
    assert outcomes and not any(outcomes)
