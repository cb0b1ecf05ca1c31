"""Event rules in PostgreSQL: judged once, by the accepting statement; duties by a function that is asked first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from aln.backends import Header, target
from aln.backends.interface import Unreadable, Unsupported
from aln.backends.sql.stated import stated
from aln.core.ir import Guard
from aln.pipeline import Source, core
from aln.verifier.obligation import Obligation, Same, Scope
from aln.verifier.prove import prove
from tests.database.fixture import fresh_database

TEXT = """
module Events_v1_0_0 {
    entity Vault { id : uuid key; log : many Log by vault up to 3; }
    entity Log { id : uuid key; vault : ref Vault; actor_id : uuid?; at : timestamp; ok : bool; }
    entity Task { id : uuid key; vault : ref Vault; due : timestamp; done : bool; weight : Weight; }
    type Weight = decimal in 0 .. 10 by 0.5;
    enum Purpose { CARE; AUDIT; }
    entity VaultRead event { vault : ref Vault; purpose : Purpose; share : Weight?; }

    policy InTime for Task t {
        require t.weight < 8 because "the task is too heavy";
        event require now <= t.due because "the task is due already";
        event require any l in t.vault.log : l.actor_id == actor and l.ok because "the actor is not logged";
    }
    duty Logged for VaultRead r {
        require any l in r.vault.log : l.actor_id == actor and l.at < now and l.ok because "no log row precedes the read";
        require r.purpose == CARE because "the purpose is not care";
        require absent(r.share) or r.share <= 5 because "the share is too large";
        require (count l in r.vault.log where not l.ok) <= 1 because "the vault was asked for too often";
    }
}
"""
VAULT, ACTOR, OTHER = (f"00000000-0000-4000-8000-00000000000{n}" for n in (1, 2, 3))
TABLES = f"""
CREATE TABLE public.vault (id uuid PRIMARY KEY);
CREATE TABLE public.log
    (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), vault_id uuid NOT NULL REFERENCES vault, actor_id uuid,
     at timestamptz, ok boolean);
CREATE TABLE public.task
    (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), vault_id uuid NOT NULL REFERENCES vault, due timestamptz,
     done boolean NOT NULL DEFAULT false, weight numeric);
INSERT INTO vault VALUES ('{VAULT}');
"""
TASK = f"INSERT INTO task (vault_id, due, weight) VALUES ('{VAULT}', '{{}}', 5) RETURNING id"
LATER, BEFORE = "2199-01-01Z", "2020-01-01Z"
READ = f"SELECT aln.logged_accept(purpose => 'CARE', share => NULL, vault_id => '{VAULT}')"


def guards() -> dict[str, Guard]:
    """The guards of the text; the record of the read has no table."""
    found = {g.name: g for g in core(Source("events.aln", TEXT)).guards}
    read = found["Logged"].records
    found["Logged"] = replace(found["Logged"], records=(replace(read[0], table=""), *read[1:]))
    return found


def script(name: str) -> str:
    return target("sql").print_guard(guards()[name], Header("events.aln", "Events_v1_0_0", "", "", ""))


@pytest.mark.parametrize("name", ["InTime", "Logged"])
def test_event_rules_read_back_and_are_proved_equal(name: str) -> None:
    """Every rule comes back with when it is judged, in its order, and so do the inputs that it reads."""
    pytest.importorskip("pglast")
    guard = guards()[name]
    read = target("sql").read_guard(script(name)).guard
    rules = tuple(replace(r, condition=stated(guard, r.condition), line=0) for r in guard.rules)
    assert read == replace(guard, rules=rules)
    pairs = tuple((a.id, a.condition, b.condition) for a, b in zip(guard.rules, read.rules, strict=True))
    goal = Same(Scope(guard.records, guard.inputs, complete=True), pairs, ())
    span = core(Source("events.aln", TEXT)).spans[name]
    (verdict,) = prove([Obligation("x", "backend-equal", "equal", "Events_v1_0_0", span, goal)])
    assert verdict.status == "proved", verdict.reason


FAULTS = (
    (
        "InTime",
        "AFTER INSERT OR UPDATE ON public.task\n    FOR EACH ROW EXECUTE FUNCTION aln.in_time_",
        "accepted",
        "",
    ),
    ("InTime", "clock_timestamp()", "transaction_timestamp()", ""),
    ("InTime", "clock_timestamp()", "now()", ""),
    ("InTime", "IF (asked_actor IS NOT NULL) IS NOT TRUE", "IF (asked_actor IS NULL) IS TRUE AND false", ""),
    ("InTime", "stated.now <= judged.due", "stated.now < judged.due", "different"),
    ("InTime", "l.actor_id = stated.actor", "l.actor_id <> stated.actor", "different"),
    ("InTime", "(SELECT $2 AS now, $3 AS actor)", "(SELECT $2 AS actor, $3 AS now)", ""),
    ("InTime", "pg_input_is_valid(current_setting('aln.actor', true), 'uuid')", "true", ""),
    ("InTime", '"events": ["InTime/the_task_is_due_already", ', '"events": [', ""),
    ("InTime", "(NEW, asked_now, asked_actor)", "(OLD, asked_now, asked_actor)", ""),
    ("InTime", "RETURN NULL", "RETURN NEW", ""),
    ("Logged", "DROP FUNCTION IF EXISTS aln.logged_accept;", "", ""),
    ("Logged", "> 3", "> 30", ""),
    (
        "Logged",
        "($1 IS NOT NULL AND $1 IN ('CARE', 'AUDIT')) IS NOT TRUE",
        "($1 IN ('CARE', 'AUDIT')) IS NOT TRUE",
        "",
    ),
    ("Logged", "(cardinality(refused) = 0) IS NOT TRUE", "(cardinality(refused) > 1) IS TRUE", ""),
    ("Logged", "l.at < stated.now", "l.at <= stated.now", "different"),
    ("Logged", "vault.id = judged.vault_id", "vault.id <> judged.vault_id", ""),
)


@pytest.mark.parametrize(("name", "found", "instead", "outcome"), FAULTS)
def test_no_fault_in_the_judging_of_events_is_passed(
    name: str, found: str, instead: str, outcome: str
) -> None:
    """A fault in when, by whom or of what an event is judged is unreadable, or reads as another guard."""
    pytest.importorskip("pglast")
    text = script(name)
    if instead == "accepted":
        start = text.index("CREATE TRIGGER aln_in_time_")
        faulty = text[:start] + text[text.index(";", start) + 1 :]
    else:
        assert found in text
        faulty = text.replace(found, instead)
    if outcome:
        assert target("sql").read_guard(faulty).guard != target("sql").read_guard(text).guard
    else:
        with pytest.raises(Unreadable):
            target("sql").read_guard(faulty)


def test_event_rules_are_no_constraints() -> None:
    """No CHECK and no trigger of another table holds what is judged once."""
    text = script("InTime")
    checks = [line for line in text.split("\n") if "CHECK (" in line]
    assert not [line for line in checks if "now" in line or "stated" in line]
    assert [line for line in text.split("\n") if line.startswith("CREATE TRIGGER")] == [
        line for line in text.split("\n") if "_accepted AFTER INSERT OR UPDATE ON public.task" in line
    ]


def test_a_relation_of_what_is_never_stored_is_refused() -> None:
    """Rows cannot belong to a record that no table holds."""
    guard = guards()["InTime"]
    root, _, log = guard.records
    owned = replace(log, path="log", parent="")
    with pytest.raises(Unsupported, match="never stored"):
        target("sql").print_guard(
            replace(guard, records=(replace(root, table=""), owned)), Header("a.aln", "A", "", "", "")
        )


@pytest.fixture(scope="module")
def database(postgres: str) -> Iterator[str]:
    """A database with both scripts applied."""
    import psycopg

    with fresh_database(postgres) as uri:
        with psycopg.connect(uri, autocommit=True) as connection:
            connection.execute(TABLES.encode())
            connection.execute(script("InTime").encode())
            connection.execute(script("Logged").encode())
        yield uri


@pytest.fixture
def connection(database: str) -> Iterator[Any]:
    """A connection in a transaction of which nothing remains, with a log row of the actor."""
    import psycopg

    with psycopg.connect(database) as connected:
        logged(connected, ACTOR)
        yield connected
        connected.rollback()


def logged(connection: Any, actor: str, ok: bool = True, at: str = BEFORE) -> None:
    connection.execute(
        "INSERT INTO log (vault_id, actor_id, at, ok) VALUES (%s, %s, %s, %s)", [VAULT, actor, at, ok]
    )


def refusal(connection: Any, statement: str, actor: str | None = ACTOR) -> str:
    """Nothing where a statement runs, else the message and its details; the actor is stated first."""
    import psycopg

    try:
        with connection.transaction():
            if actor is not None:
                connection.execute("SELECT set_config('aln.actor', %s, true)", [actor])
            connection.execute(statement.encode())
    except psycopg.errors.CheckViolation as error:
        return f"{error.diag.message_primary}\n{error.diag.message_detail or ''}"
    return ""


@pytest.mark.server
def test_the_accepting_statement_is_judged_by_the_clock(connection: Any) -> None:
    """An INSERT or UPDATE is refused when the task is due already, and stored otherwise; the reason is given."""
    assert refusal(connection, TASK.format(LATER)) == ""
    assert "InTime/the_task_is_due_already: the task is due already" in refusal(
        connection, TASK.format(BEFORE)
    )
    assert "the task is due already" in refusal(connection, f"UPDATE task SET due = '{BEFORE}'")
    # What the transaction's own clock says is older than what the row says, and does not count.
    connection.execute("SELECT pg_sleep(0.01)")
    assert "due already" in refusal(connection, TASK.format("{}").replace("'{}'", "transaction_timestamp()"))


@pytest.mark.server
@pytest.mark.parametrize("actor", [None, "", "nobody", OTHER, ACTOR[:-1], f"{ACTOR} or true"])
def test_an_actor_that_is_missing_malformed_or_another_is_refused(connection: Any, actor: str | None) -> None:
    """Without a uuid in `aln.actor` nothing is accepted; with another's, the rule says so."""
    found = refusal(connection, TASK.format(LATER), actor)
    assert ("the actor is not logged" in found) if actor == OTHER else ("`actor` is not stated" in found)
    assert refusal(connection, TASK.format(LATER)) == ""


@pytest.mark.server
def test_what_was_accepted_is_not_judged_again(connection: Any) -> None:
    """What the event rules read may change or go afterwards; the state rule holds on."""
    assert refusal(connection, TASK.format(LATER)) == ""
    assert refusal(connection, "DELETE FROM log", None) == ""
    assert "violates check constraint" in refusal(connection, "UPDATE task SET weight = 9")
    assert "the actor is not logged" in refusal(connection, "UPDATE task SET done = true")


@pytest.mark.server
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO task (id, vault_id, due, weight) SELECT id, vault_id, '{at}', weight FROM task"
        " ON CONFLICT (id) DO UPDATE SET due = excluded.due",
        "MERGE INTO task USING (SELECT 1) AS r ON true WHEN MATCHED THEN UPDATE SET due = '{at}'",
        "MERGE INTO task USING (SELECT vault_id, '{at}'::timestamptz AS at FROM task) AS r ON false"
        " WHEN NOT MATCHED THEN INSERT (vault_id, due, weight) VALUES (r.vault_id, r.at, 1)",
        "WITH t AS (UPDATE task SET due = '{at}' RETURNING 1) SELECT * FROM t",
    ],
)
def test_every_accepting_statement_is_judged(connection: Any, statement: str) -> None:
    """ON CONFLICT, MERGE and a query that writes are judged as INSERT and UPDATE are."""
    assert refusal(connection, TASK.format(LATER)) == ""
    assert refusal(connection, statement.format(at=LATER)) == ""
    assert "due already" in refusal(connection, statement.format(at=BEFORE))


@pytest.mark.server
def test_a_duty_is_asked_before_the_act(connection: Any) -> None:
    """The function gives nothing where the log row is there, and raises with every reason where it is not."""
    assert refusal(connection, READ) == ""
    assert "no log row precedes the read" in refusal(connection, READ, OTHER)
    assert "`actor` is not stated" in refusal(connection, READ, "")
    assert "the purpose is not care" in refusal(connection, READ.replace("CARE", "AUDIT"))
    assert "`purpose` is invalid" in refusal(connection, READ.replace("CARE", "care"))
    assert "`purpose` is invalid" in refusal(connection, READ.replace("'CARE'", "NULL"))
    assert "`share` is invalid" in refusal(connection, READ.replace("share => NULL", "share => 0.25"))
    assert refusal(connection, READ.replace("share => NULL", "share => 0.5")) == ""
    nowhere = refusal(connection, READ.replace(VAULT, OTHER))
    assert "no log row precedes the read" in nowhere and "asked for too often" in nowhere


@pytest.mark.server
def test_a_log_row_of_the_future_precedes_nothing(connection: Any) -> None:
    """A log row dated after the read is not one that precedes it."""
    connection.execute("DELETE FROM log")
    logged(connection, ACTOR, at=LATER)
    assert "no log row precedes the read" in refusal(connection, READ)


@pytest.mark.server
def test_a_duty_counts_up_to_the_maximum_and_never_refuses_the_log(connection: Any) -> None:
    """The log may grow beyond the maximum; a read that would rest on more than that is refused."""
    logged(connection, OTHER, ok=False)
    assert refusal(connection, READ) == ""
    logged(connection, OTHER, ok=False)
    assert "asked for too often" in refusal(connection, READ)
    logged(connection, OTHER)
    assert "Logged counts at most 3 of vault.log" in refusal(connection, READ)


@pytest.mark.server
def test_a_snapshot_of_the_past_accepts_nothing(database: str) -> None:
    """Under REPEATABLE READ the rows read may be older than the clock: refused with a hint."""
    import psycopg

    with psycopg.connect(database) as connected:
        connected.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connected.execute("SELECT set_config('aln.actor', %s, true)", [ACTOR])
        with pytest.raises(psycopg.errors.FeatureNotSupported, match="READ COMMITTED only"):
            connected.execute(READ.encode())
        connected.rollback()
