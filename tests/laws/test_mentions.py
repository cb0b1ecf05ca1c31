"""What a text mentions is the same in core, in generated Python, on a real server and in the solver, for all of Unicode.

PostgreSQL holds neither code point 0 nor surrogates: there is nothing to ask it about texts with these.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import Any

import pytest

from aln.backends.python_text import python_source
from aln.backends.sql_text import sql_function
from aln.core import build as b
from aln.core import text
from aln.core.ir import TEXT, Expr, Field, Record
from aln.verifier.encode import Encoder
from aln.verifier.obligation import Scope
from tests.core.mentions_corpus import TERMS, corpus

LONG = os.environ.get("ALN_LONG") == "1"
ALL = range(0x110000)
# Alone, before, inside and after a term.
POSITIONS = ("{}", "{}rem", "r{}em", "rem{}")
# What each position reads as, by what the character reads as: nothing, a separator, or a letter.
FORMS = {"": ("", "rem", "rem", "rem"), " ": ("", "rem", "r em", "rem")}


def forms(reading: str) -> tuple[str, ...]:
    return FORMS.get(reading) or tuple(p.format(reading) for p in POSITIONS)


def readings() -> list[str]:
    """What each code point is read as, by the ranges of the table: a letter, nothing, or a separator."""
    out = [" "] * len(ALL)
    for first, last, target in text.ranges():
        out[first : last + 1] = [target] * (last + 1 - first)
    return out


def everywhere(code: int) -> str:
    """One text with the code point in every position."""
    char = chr(code)
    return f"{char} {char}rem r{char}em rem{char}"


def form(reading: str) -> str:
    """The normal form of such a text. No reading's form stands within that of another."""
    return " ".join(" ".join(forms(reading)).split())


def ends() -> list[int]:
    """The ends of every range of the table, its middle, and the code points beside them."""
    near = {
        cp
        for first, last, _ in text.ranges()
        for cp in (first - 1, first, (first + last) // 2, last, last + 1)
    }
    return sorted(near | {0, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0x10FFFF})


def found(normal: str) -> bool:
    """Whether a normal form holds a term of the lexicon."""
    return any(f" {term} " in f" {normal} " for term in TERMS)


@pytest.fixture(scope="module")
def generated() -> Callable[[str, tuple[str, ...]], bool]:
    """The `mentions` that every generated guard carries."""
    names: dict[str, Any] = {}
    exec(compile(python_source(), "generated", "exec"), names)
    return names["mentions"]  # type: ignore[no-any-return]


def test_the_forms_tell_the_readings_apart() -> None:
    """What is asked below has one true answer: no reading's text mentions the form of another."""
    known = {reading: form(reading) for reading in ("", " ", *"abcdefghijklmnopqrstuvwxyz")}
    for (one, normal), (other, wanted) in product(known.items(), repeat=2):
        assert (f" {wanted} " in f" {normal} ") == (one == other)


def test_core_reads_every_code_point_in_every_position() -> None:
    """Alone, before, inside and after a term, each of the 1,114,112 code points reads as the table says."""
    wanted = {reading: form(reading) for reading in set(readings())}
    assert [
        cp for cp, reading in enumerate(readings()) if text.normalise(everywhere(cp)) != wanted[reading]
    ] == []


def test_python_reads_every_code_point_in_every_position(
    generated: Callable[[str, tuple[str, ...]], bool],
) -> None:
    """The generated Python reads each code point as the table says, in every position."""
    wanted = {reading: (form(reading),) for reading in set(readings())}
    wrong = [cp for cp, reading in enumerate(readings()) if not generated(everywhere(cp), wanted[reading])]
    assert wrong == []


@pytest.mark.server
def test_the_server_reads_every_code_point_in_every_position(empty_database: str) -> None:
    """The PostgreSQL function reads each code point that it can hold as the table says, in every position."""
    with answering(empty_database) as connection:
        special = {cp: form(reading) for cp, reading in enumerate(readings()) if cp and reading != " "}
        rows = connection.execute(
            """
            SELECT code FROM generate_series(1, 1114111) AS code
            LEFT JOIN unnest(%s::int[], %s::text[]) AS special(code, form) USING (code),
            LATERAL (SELECT CASE WHEN code NOT BETWEEN 55296 AND 57343 THEN chr(code) END AS c) AS one
            WHERE aln.mentions(c || ' ' || c || 'rem r' || c || 'em rem' || c, coalesce(form, %s)) IS FALSE
            """,
            [list(special), list(special.values()), form(" ")],
        ).fetchall()
    assert rows == []


def in_solver(asked: Sequence[tuple[str, bool]]) -> None:
    """A variable that equals a text has the text's answer in every model; asserts that it has one at all."""
    import z3

    title = b.var("title", TEXT)
    record = Record("", "Study", "study", "id", "root", fields=(Field("title", TEXT),))
    said = b.mentions(title, TERMS)
    for start in range(0, len(asked), 500):
        some = asked[start : start + 500]
        same: list[Expr] = [b.eq(title, b.const(TEXT, value)) for value, _ in some]
        encoder = Encoder(Scope((record,)), {}, [said, *same])
        answer, equal = encoder.expr(said), [encoder.expr(e) for e in same]
        solver = z3.Solver()
        solver.add(*encoder.domain)
        for one in equal[::50]:
            assert solver.check(one) == z3.sat
        pairs = zip(equal, some, strict=True)
        solver.add(z3.Or(*(z3.And(one, answer != z3.BoolVal(value)) for one, (_, value) in pairs)))
        assert solver.check() == z3.unsat, [v for v, _ in some]


def answering(uri: str) -> Any:
    """A connection to a database that holds the function."""
    import psycopg

    connection = psycopg.connect(uri)
    connection.execute("CREATE SCHEMA aln")
    connection.execute(sql_function("aln").encode())
    return connection


def on_server(connection: Any, texts: Sequence[str]) -> list[bool]:
    rows = connection.execute(
        "SELECT aln.mentions(value, VARIADIC %s::text[])"
        " FROM unnest(%s::text[]) WITH ORDINALITY AS t(value, n) ORDER BY n",
        [list(TERMS), list(texts)],
    ).fetchall()
    return [answer for (answer,) in rows]


def storable(value: str) -> bool:
    return not any(char == "\0" or "\ud800" <= char <= "\udfff" for char in value)


def questions() -> Iterator[tuple[str, bool]]:
    """The two lists, and each chosen code point in each position, with what the lexicon must find."""
    for caught, value in corpus():
        yield value, caught
    known = readings()
    for cp in ALL if LONG else ends():
        for position, normal in zip(POSITIONS, forms(known[cp]), strict=True):
            yield position.format(chr(cp)), found(normal)


def test_the_lexicon_finds_the_same_in_core_and_python(
    generated: Callable[[str, tuple[str, ...]], bool],
) -> None:
    """Evasions, innocents and the ends of every range in every position: both answer as the lists and the table say."""
    asked = dict.fromkeys((True, False), 0)
    for value, answer in questions():
        asked[answer] += 1
        assert text.mentions(value, TERMS) is answer, ascii(value)
        assert generated(value, TERMS) is answer, ascii(value)
    assert min(asked.values()) > 1_000


@pytest.mark.server
def test_the_lexicon_finds_the_same_on_the_server(empty_database: str) -> None:
    """The server answers as the lists and the table say, wherever it can hold the text."""
    asked = ((v, a) for v, a in questions() if storable(v))
    with answering(empty_database) as connection:
        while batch := list(islice(asked, 50_000)):
            answers = on_server(connection, [v for v, _ in batch])
            assert [(v, a) for (v, a), answer in zip(batch, answers, strict=True) if answer is not a] == []


def test_the_lexicon_finds_the_same_in_the_solver() -> None:
    """A text that the solver knows has that answer and no other: of the lists, and of range ends inside a term."""
    known = readings()
    inside = [(f"r{chr(cp)}em", found(forms(known[cp])[2])) for cp in ends()[:: 1 if LONG else 7]]
    in_solver([*((v, a) for a, v in corpus()), *inside])


@pytest.mark.server
def test_witness_texts_are_read_alike(
    empty_database: str, generated: Callable[[str, tuple[str, ...]], bool]
) -> None:
    """A text made for a counterexample mentions, in every target, exactly the terms that the solver chose."""
    made: list[tuple[str, tuple[bool, ...]]] = []
    for bits in product((True, False), repeat=len(TERMS)):
        true = [t for t, bit in zip(TERMS, bits, strict=True) if bit]
        false = [t for t, bit in zip(TERMS, bits, strict=True) if not bit]
        witness = text.synthesise(true, false, [v for v, _ in made])
        if witness is not None:
            made.append((witness, bits))
    assert len(made) >= 32
    for witness, bits in made:
        assert tuple(text.mentions(witness, [t]) for t in TERMS) == bits
        assert tuple(generated(witness, (t,)) for t in TERMS) == bits
    with answering(empty_database) as connection:
        answers = on_server(connection, [w for w, _ in made])
    assert answers == [any(bits) for _, bits in made]
