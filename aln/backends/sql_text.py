"""The PostgreSQL form of `mentions`: one function, carrying the letter table.

Takes a schema name; gives the text of one statement. Imports `core.text` only; reads nothing, writes nothing.

Why each part stands: `COLLATE "C"` compares code points and nothing else; `E'…'` escapes are read the
same under every setting of `standard_conforming_strings`; the pinned `search_path` and the qualified
types of the signature leave no name to shadow; STRICT gives NULL for a NULL text, which a rule reads as
missing. Terms must be in normal form (`core.text.term`): a call with any other term, which could never
match, is an error, and a CHECK that errs refuses the row.
"""

from __future__ import annotations

from collections.abc import Iterable

from aln.core import text

__all__ = ["sql_function"]

_WIDTH = 100

_TEMPLATE = """\
-- What a text mentions, by one pinned letter table that the server's Unicode cannot change:
-- {identity}.
CREATE OR REPLACE FUNCTION {schema}.mentions(value pg_catalog.text, VARIADIC terms pg_catalog.text[])
    RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path = pg_catalog, pg_temp
AS $mentions$
DECLARE
    words text COLLATE "C";
    term text COLLATE "C";
    found boolean := false;
BEGIN
    -- Read as nothing: removed first, so that what they stand between is joined.
    words := regexp_replace(value COLLATE "C",
        {ignored}, '', 'g');
    -- Separators: whatever is neither a letter nor removed above.
    words := regexp_replace(words,
        {others}, ' ', 'g');
    -- Letters.
    words := ' ' || translate(words,
        {sources},
        {letters}) || ' ';
    FOREACH term IN ARRAY terms LOOP
        IF (term ~ '^[a-z]+( [a-z]+)*$') IS NOT TRUE THEN
            RAISE EXCEPTION 'a term must be lower-case words a to z parted by single spaces, not %',
                coalesce(quote_literal(term), 'NULL');
        END IF;
        found := found OR strpos(words, ' ' || term || ' ') > 0;
    END LOOP;
    RETURN found;
END
$mentions$;
"""


def sql_function(schema: str) -> str:
    """The statement that creates `mentions(value text, VARIADIC terms text[]) RETURNS boolean` in `schema`.

    The function answers as `core.text.mentions` does, and NULL when `value` is NULL. The statement is ASCII,
    quotes `schema`, and needs a database with the encoding UTF8: elsewhere it is an error.
    """
    # translate() searches its list from the front for every character: the most frequent come first.
    source, target = text.letter_pairs()
    ascii_first = "".join(map(chr, range(97, 123)))
    pairs = [
        *((char, char) for char in " " + ascii_first),
        *((a, b) for a, b in zip(source, target, strict=True) if a not in ascii_first),
    ]
    return _TEMPLATE.format(
        identity=text.identity(),
        schema='"' + schema.replace('"', '""') + '"',
        ignored=_literal(["[", *_classes(ignored=True), "]+"]),
        others=_literal(["[^", *_classes(ignored=False), "]+"]),
        sources=_literal(_escape(ord(a)) for a, _ in pairs),
        letters=_literal(b for _, b in pairs),
    )


def _classes(*, ignored: bool) -> Iterable[str]:
    for first, last in _runs(ignored=ignored):
        yield _escape(first) if first == last else f"{_escape(first)}-{_escape(last)}"


def _runs(*, ignored: bool) -> list[tuple[int, int]]:
    """The ranges of the table that are, or are not, read as nothing; neighbours merged."""
    merged: list[tuple[int, int]] = []
    for first, last, letter in text.ranges():
        if bool(letter) == ignored:
            continue
        if merged and merged[-1][1] + 1 == first:
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    return merged


def _escape(cp: int) -> str:
    if cp < 0x80:
        return chr(cp)
    return f"\\u{cp:04X}" if cp < 0x10000 else f"\\U{cp:08X}"


def _literal(parts: Iterable[str]) -> str:
    """An SQL string constant; constants on lines of their own are one constant."""
    lines = [""]
    for part in parts:
        if len(lines[-1]) + len(part) > _WIDTH:
            lines.append("")
        lines[-1] += part
    return "E'" + "'\n        '".join(lines) + "'"
