"""Printing and reading back: the library word for word, random guards by their meaning, the server between them."""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aln.backends.interface import Header, Unreadable, Unsupported
from aln.backends.sql import SQL, read_check_pg, read_guard
from aln.backends.sql.stated import stated
from aln.checker.model import INSTANT_TYPE
from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import BOOL, ID, TEXT, Field, Guard, Machine, Record, Rule
from aln.verifier.obligation import Scope
from tests.backends.sql_world import guards, made, printed, script, value
from tests.database.fixture import rolled_back
from tests.strategies.core import environments, formulas

if TYPE_CHECKING:
    from tests.backends.sql_world import Connection

NAMES = ("StudyGuard", "SessionGuard", "JoinGuard", "ValidLimits")


def of_formula(scope: Scope, condition: Any) -> Guard:
    rule = Rule("Random/rule", condition, "it's a \\ reason", ("RC-1",))
    return Guard("Random_v1_0_0", "Random", "Visit", tuple(scope.records), (rule,), ("RC-1",))


def whole(scope: Scope, env: dict[str, Any]) -> dict[str, Any]:
    """An environment as SQL sees it: no relation is withheld."""
    return {**env, **{r.path: env[r.path] or () for r in scope.records if r.how == "many"}}


@pytest.mark.parametrize("name", NAMES)
def test_the_library_reads_back_to_itself(name: str) -> None:
    """Every record, range, rule and message of a library guard comes back identical, relations being complete."""
    pytest.importorskip("pglast")
    guard = guards()[name]
    rules = tuple(replace(r, condition=stated(guard, r.condition), line=0) for r in guard.rules)
    assert read_guard(script(name)).guard == replace(guard, rules=rules)


def test_random_guards_read_back_to_their_meaning() -> None:
    """A random guard that prints reads back to one that decides alike, in environments with whole relations."""
    pytest.importorskip("pglast")
    seen: Counter[str] = Counter()

    @settings(max_examples=150)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        scope, condition = data.draw(formulas())
        try:
            text = printed(of_formula(scope, condition))
        except Unsupported:
            seen["unsupported"] += 1
            return
        (rule,) = read_guard(text).guard.rules
        for _ in range(4):
            env = whole(scope, data.draw(environments(scope)))
            verdict = evaluate(condition, env)
            assert evaluate(rule.condition, env) is verdict, condition
            seen["true" if verdict else "false"] += 1

    law()
    assert seen["true"] >= 100 and seen["false"] >= 100 and seen["unsupported"] <= 15


@pytest.mark.server
def test_random_guards_decide_as_core_on_the_server(postgres: str) -> None:
    """The printed function of a random guard gives core's verdict for random rows on a real server."""
    seen: Counter[bool] = Counter()

    @settings(max_examples=60)
    @given(st.data())
    def law(data: st.DataObject) -> None:
        scope, condition = data.draw(formulas())
        guard = of_formula(scope, condition)
        try:
            text = printed(guard)
        except Unsupported:
            return
        with rolled_back(postgres) as connection:
            create(connection, guard)
            # Without the rule's own CHECK, so that unlawful rows can be stored and asked about.
            ranges = text.partition("-- Rules of the judged table")[0].partition("-- Every rule")[0]
            connection.execute((ranges + text[text.index("-- Every rule") :]).encode())
            for _ in range(3):
                env = whole(scope, data.draw(environments(scope)))
                connection.execute("SAVEPOINT empty")
                store(connection, guard, env)
                query = f"SELECT cardinality({made(text, 'failed')}(v)) = 0 FROM visit AS v"
                (answer,) = connection.execute(query.encode()).fetchone() or (None,)
                assert answer is evaluate(condition, env), (condition, env)
                seen[answer] += 1
                connection.execute("ROLLBACK TO SAVEPOINT empty")

    law()
    assert min(seen[True], seen[False]) >= 20


KINDS = {"bool": "boolean", "int": "numeric", "enum": "text", "id": "uuid", "text": "text"}


def create(connection: Connection, guard: Guard) -> None:
    """The tables of a guard, triggers silenced so that rows may be stored in any order and judged or not."""
    tables: dict[str, dict[str, str]] = {}
    for record in guard.records:
        columns = tables.setdefault(record.table, {"id": "uuid PRIMARY KEY"})
        columns.update({f.name: KINDS[f.type.sort] for f in record.fields if f.name != "id"})
    for record in guard.records:
        if record.how != "root":
            parent = next(r.table for r in guard.records if r.path == record.parent)
            tables[record.table if record.how == "many" else parent][f"{record.link}_id"] = "uuid"
    for table, columns in tables.items():
        listed = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
        connection.execute(f"CREATE TABLE public.{table} ({listed})".encode())


def store(connection: Connection, guard: Guard, env: dict[str, Any]) -> None:
    """The rows of an environment, the judged one included."""
    connection.execute("SET LOCAL session_replication_role = replica")
    by_path = {r.path: r for r in guard.records}
    serial = iter(range(100, 1000))

    def add(record: Record, values: dict[str, Any], prefix: str, key: str, **links: str | None) -> None:
        row: dict[str, Any] = {
            f'"{f.name}"': value(values[prefix + f.name], f.type)
            for f in record.fields
            if f.name != record.key
        }
        row |= {"id": key, **links}
        marks = ", ".join(["%s"] * len(row))
        sql = f"INSERT INTO public.{record.table} ({', '.join(row)}) VALUES ({marks}) ON CONFLICT DO NOTHING"
        connection.execute(sql.encode(), list(row.values()))

    root = env["id"]
    add(by_path[""], env, "", root, study_id=env["study"], twin_id=env["twin"])
    for path in ("study", "twin"):
        if env[path] is not None:
            owner = env["study.owner"] if env["study"] == env[path] else None
            add(by_path[path], env, f"{path}.", env[path], owner_id=owner)
    if env["study.owner"] is not None:
        add(by_path["study.owner"], env, "study.owner.", env["study.owner"])
    for item in env["items"]:
        add(by_path["items"], item, "", item["id"], visit_id=root, cert_id=item["cert"])
        if item["cert"] is not None:
            add(by_path["items.cert"], item, "cert.", item["cert"])
    for mark in env["marks"]:
        add(by_path["marks"], mark, "", f"00000000-0000-4000-8000-{next(serial):012d}", visit_id=root)


# ── what it refuses ──────────────────────────────────────────────────────────────────────────────────────────

HEADER = Header("a.aln", "M_v1_0_0", "an id", "1.0.0", "0" * 64)


def guard_of(*records: Record, condition: Any = b.TRUE) -> Guard:
    return Guard("M_v1_0_0", "Some", "X", records, (Rule("Some/rule", condition, "no"),))


ROOT = Record("", "X", "x", "id", "root", fields=(Field("flag", BOOL), Field("t", TEXT)))
LIST = Record("ys", "Y", "y", "id", "many", "", "x", 4, fields=(Field("up", BOOL),))


@pytest.mark.parametrize(
    ("guard", "says"),
    [
        (guard_of(replace(ROOT, fields=(Field("f" * 64, BOOL),))), "63 bytes"),
        (guard_of(ROOT, Record("judged", "Y", "y", "id", "ref", "", "judged")), "rename it"),
        (guard_of(replace(ROOT, key=""), LIST), "no key"),
        (guard_of(ROOT, LIST, condition=b.each("any", "ys", "ys", b.var("ys.up", BOOL))), "two records"),
        (guard_of(ROOT, condition=b.eq(b.var("t", TEXT), b.const(TEXT, "a\0b"))), "NUL"),
    ],
)
def test_what_sql_cannot_hold_is_unsupported(guard: Guard, says: str) -> None:
    """A guard that PostgreSQL cannot hold is refused by the printer, with the cause."""
    with pytest.raises(Unsupported, match=says):
        SQL.print_guard(guard, HEADER)


def test_machines_are_unsupported() -> None:
    """SQL holds no machine, neither printed nor read."""
    machine = Machine("M_v1_0_0", "Step", 10**6, (), "", "", (), (), (), (), (), (), ())
    with pytest.raises(Unsupported, match="`Step`"):
        SQL.print_machine(machine, HEADER)
    with pytest.raises(Unsupported):
        SQL.read_machine("")


def test_without_pglast_reading_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading a script in the core install is refused with the extra that it needs."""
    monkeypatch.setitem(sys.modules, "pglast", None)
    for read in (lambda: read_guard(script("ValidLimits")), lambda: read_check_pg("f", (Field("f", BOOL),))):
        with pytest.raises(Unsupported, match=re.escape("aln[db]")):
            read()


@pytest.mark.parametrize(
    "text", ["", "SELECT 1", "not sql", "SELECT 'open", "\0", "ALTER TABLE x ADD COLUMN y int"]
)
def test_other_texts_are_unreadable(text: str) -> None:
    """A text that is no printed script is unreadable, whatever it is."""
    pytest.importorskip("pglast")
    with pytest.raises(Unreadable):
        read_guard(text)


@pytest.mark.parametrize("name", ["timestamptz", "uuid"])
def test_a_type_of_another_schema_is_unreadable(name: str) -> None:
    """A cast to a type that only shares its last name with the server's own reads its literal in another way."""
    pytest.importorskip("pglast")
    field, literal = {
        "timestamptz": (Field("f", INSTANT_TYPE), "2026-01-01 00:00:00+00"),
        "uuid": (Field("f", ID), "00000000-0000-4000-8000-000000000001"),
    }[name]
    assert read_check_pg(f"f = {name} '{literal}'", (field,))
    assert read_check_pg(f"f = pg_catalog.{name} '{literal}'", (field,))
    for other in (f"public.{name}", f"pg_catalog.pg_catalog.{name}", f"here.pg_catalog.{name}"):
        with pytest.raises(Unreadable):
            read_check_pg(f"f = {other} '{literal}'", (field,))


def test_a_fault_names_its_line() -> None:
    """What is unreadable is reported with the line of its statement."""
    pytest.importorskip("pglast")
    text = script("ValidLimits")
    line = next(n for n, one in enumerate(text.split("\n"), 1) if one.startswith("ALTER TABLE"))
    with pytest.raises(Unreadable) as fault:
        read_guard(text.replace(" IS TRUE", "", 1))
    assert fault.value.line == line


def test_the_head_lists_what_is_covered_and_what_is_not() -> None:
    """The first lines name source, policy and core, the paths that are covered, and those that are not."""
    head = script("JoinGuard").partition("\nCREATE")[0]
    for words in (
        "policy id",
        "core sha256",
        "Covers",
        "Does not cover",
        "replica",
        "disabled triggers",
        "DDL",
    ):
        assert words in head
    for record in guards()["JoinGuard"].records:
        assert f"of {record.table}" in head
    assert "READ COMMITTED" in head and "without a maximum" in head
