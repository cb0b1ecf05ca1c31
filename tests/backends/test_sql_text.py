"""The PostgreSQL function `mentions` answers as core does, on every code point a server can hold."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from aln.backends.sql_text import sql_function
from aln.core import text
from tests.core.mentions_corpus import TERMS, corpus
from tests.database import fixture

if TYPE_CHECKING:
    import psycopg

pytestmark = pytest.mark.server

postgres = fixture.postgres
empty_database = fixture.empty_database

Rows = list[tuple[Any, ...]]


@pytest.fixture
def connection(empty_database: str) -> Iterator[psycopg.Connection[Any]]:
    """A connection to a database that holds the function in the schema `aln`, and nothing else."""
    import psycopg

    with psycopg.connect(empty_database, autocommit=True) as connected:
        connected.execute("CREATE SCHEMA aln")
        connected.execute(sql_function("aln").encode())
        yield connected


def ask(connection: psycopg.Connection[Any], query: str, *values: object) -> Rows:
    """The rows that one query gives."""
    return connection.execute(query.encode(), values).fetchall()


def test_every_code_point_is_read_as_core_reads_it(connection: psycopg.Connection[Any]) -> None:
    """Between two letters, each code point but 0 and surrogates is read as in core."""
    forms = {code: text.normalise(f"r{chr(code)}em") for code in range(1, 0x110000)}
    special = {code: form for code, form in forms.items() if form != "r em"}
    assert len(special) > 5000
    wrong = ask(
        connection,
        """
        SELECT code FROM generate_series(1, 1114111) AS code
        LEFT JOIN unnest(%s::int[], %s::text[]) AS special(code, form) USING (code)
        WHERE code NOT BETWEEN 55296 AND 57343
          AND aln.mentions('r' || chr(code) || 'em', coalesce(form, 'r em')) IS NOT TRUE
        """,
        list(special),
        list(special.values()),
    )
    assert wrong == []


def test_evasions_and_innocents_are_told_apart(connection: psycopg.Connection[Any]) -> None:
    """Each line of the corpus that PostgreSQL can hold is answered as it says."""
    lines = [
        (caught, value)
        for caught, value in corpus()
        if not any("\ud800" <= char <= "\udfff" for char in value)
    ]
    assert len(lines) >= len(corpus()) - 1
    answers = ask(
        connection,
        "SELECT aln.mentions(value, VARIADIC %s::text[])"
        " FROM unnest(%s::text[]) WITH ORDINALITY AS t(value, n) ORDER BY n",
        list(TERMS),
        [value for _, value in lines],
    )
    wrong = [value for (caught, value), (answer,) in zip(lines, answers, strict=True) if answer is not caught]
    assert wrong == []


def test_random_texts_and_terms_are_answered_as_core_does(connection: psycopg.Connection[Any]) -> None:
    """Texts of letters, separators, marks and look-alikes give core's answer, and both answers occur."""
    rng = random.Random(3)
    alphabet = "aabbAB  -1\n\u0301\u200b\u0430\uff22\u4e00"
    cases = [
        (
            "".join(rng.choices(alphabet, k=rng.randint(0, 8))),
            " ".join(rng.choices(["a", "b", "ab"], k=rng.randint(1, 2))),
        )
        for _ in range(3000)
    ]
    answers = ask(
        connection,
        "SELECT aln.mentions(value, term)"
        " FROM unnest(%s::text[], %s::text[]) WITH ORDINALITY AS t(value, term, n) ORDER BY n",
        [value for value, _ in cases],
        [term for _, term in cases],
    )
    expected = [text.mentions(value, [term]) for value, term in cases]
    assert [answer for (answer,) in answers] == expected
    assert set(expected) == {True, False}


def test_a_missing_text_gives_null(connection: psycopg.Connection[Any]) -> None:
    """NULL in, NULL out; an empty lexicon is mentioned by no text."""
    assert ask(connection, "SELECT aln.mentions(NULL, 'rem'), aln.mentions('rem', VARIADIC '{}')") == [
        (None, False)
    ]


@pytest.mark.parametrize(
    "term", ["'R.E.M.'", "'REM'", "''", "' rem'", "'rem  x'", "E'rem\\n'", "NULL", "'r\u00e9m'"]
)
def test_a_term_out_of_normal_form_is_an_error(connection: psycopg.Connection[Any], term: str) -> None:
    """A term that could never match is an error even beside one that does: a CHECK refuses the row."""
    import psycopg

    with pytest.raises(psycopg.errors.RaiseException, match="a term must be lower-case words"):
        ask(connection, f"SELECT aln.mentions('rem', 'rem', {term})")


def test_session_settings_do_not_change_the_answer(connection: psycopg.Connection[Any]) -> None:
    """Shadowing functions and types and the string settings leave the answer as it was."""
    for statement in (
        "SET standard_conforming_strings = off",
        "CREATE SCHEMA shadow",
        "CREATE FUNCTION shadow.translate(text, text, text) RETURNS text LANGUAGE sql RETURN 'x'",
        "CREATE FUNCTION pg_temp.strpos(text, text) RETURNS int LANGUAGE sql RETURN 0",
        "CREATE DOMAIN pg_temp.text AS pg_catalog.text CHECK (VALUE = 'x')",
        "SET search_path = shadow, pg_temp, pg_catalog",
    ):
        connection.execute(statement.encode())
    # This one is also created, checked and compiled under these settings.
    connection.execute(sql_function("shadow").encode())
    query = "SELECT {0}.mentions(%s::pg_catalog.text, 'rem'), {0}.mentions(%s::pg_catalog.text, 'rem')"
    for schema in ("aln", "shadow"):
        assert ask(connection, query.format(schema), "R\u00c9\u200bM_2", "tremor") == [(True, False)]


def test_a_constraint_with_the_function_refuses_the_row(connection: psycopg.Connection[Any]) -> None:
    """The function serves in a CHECK constraint: an evasion is refused, an innocent accepted."""
    import psycopg

    connection.execute(b"CREATE TABLE study (title text CHECK ((NOT aln.mentions(title, 'rem')) IS TRUE))")
    connection.execute(b"INSERT INTO study VALUES ('Tremor in remission')")
    for title in ("\uff32\uff25\uff2d", None):
        with pytest.raises(psycopg.errors.CheckViolation):
            connection.execute(b"INSERT INTO study VALUES (%s)", [title])


def test_the_function_is_declared_as_constraints_need_it(connection: psycopg.Connection[Any]) -> None:
    """Immutable, strict, parallel safe, no security definer, search path pinned; any schema name."""
    connection.execute(b'CREATE SCHEMA "Odd ""name"""')
    connection.execute(sql_function('Odd "name"').encode())
    declared = ask(
        connection,
        """
        SELECT provolatile, proisstrict, proparallel, prosecdef, provariadic = 'text'::regtype, proconfig
        FROM pg_proc WHERE proname = 'mentions'
        """,
    )
    assert declared == [("i", True, "s", False, True, ["search_path=pg_catalog, pg_temp"])] * 2


def test_the_statement_is_ascii_and_names_its_table() -> None:
    """The text survives any file encoding, and its header says which letter table it carries."""
    statement = sql_function("aln")
    assert statement.isascii()
    assert text.identity() in statement
