"""How SQL spells what core holds: identifiers, literals, columns, and the names of what an artefact creates.

Takes names, values and records; gives text that means the same under every setting of the server's session
(`standard_conforming_strings`, `DateStyle`, the time zone). Raises `Unsupported` for what cannot be spelled.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from aln.backends.interface import Unsupported
from aln.core.ir import Field, Record, Type
from aln.core.show import snake

__all__ = [
    "ROOT",
    "SCHEMA",
    "STATED",
    "asked",
    "column",
    "constraint_name",
    "decimal",
    "instant",
    "link_column",
    "part",
    "quote",
    "snake",
    "stored",
    "string",
    "table",
    "type_name",
]

SCHEMA = "aln"
ROOT = "judged"
"""The alias of the judged record in every query."""
STATED = "stated"
"""The alias of what is stated beside the records: `now`, `actor`."""

# Words that PostgreSQL 18 reserves in some place where a name may stand (sql_features: keywords of the parser).
_WORDS = """
all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both
case cast char character check coalesce collate collation column concurrently constraint create cross
current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
freeze from full grant greatest group grouping having ilike in initially inner inout int integer
intersect interval into is isnull join json json_array json_arrayagg json_exists json_object
json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left
like limit localtime localtimestamp max merge_action min national natural nchar new none normalize not
notnull null nullif numeric offset old on only or order out outer overlaps overlay placing position
precision primary real references returning right row select session_user setof similar smallint some
substring symmetric system_user table tablesample then time timestamp to trailing treat trim true union
unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat
xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
"""
_RESERVED = frozenset(_WORDS.split())
_LONGEST = 63  # NAMEDATALEN - 1: the server cuts a longer name short, silently but for a notice


def quote(name: str) -> str:
    """An identifier, in double quotes where it must be."""
    if not name or len(name.encode()) > _LONGEST or "\0" in name:
        raise Unsupported(f"the name `{name}` does not fit the {_LONGEST} bytes of a PostgreSQL name")
    if re.fullmatch("[a-z_][a-z0-9_]*", name) and name not in _RESERVED:
        return name
    return '"' + name.replace('"', '""') + '"'


def string(text: str) -> str:
    """A text literal, read the same whatever `standard_conforming_strings` says."""
    if "\0" in text or any("\ud800" <= c <= "\udfff" for c in text):
        raise Unsupported("a text with NUL or a lone surrogate cannot be stored by PostgreSQL")
    doubled = text.replace("'", "''")
    return "E'" + doubled.replace("\\", "\\\\") + "'" if "\\" in text else f"'{doubled}'"


def decimal(value: Fraction) -> str:
    """An exact decimal literal. Raises `Unsupported` where the digits would not end."""
    rest, places = value.denominator, 0
    while rest % 10 == 0:
        rest, places = rest // 10, places + 1
    for prime in (2, 5):
        while rest % prime == 0:
            rest, places = rest // prime, places + 1
    if rest != 1:
        raise Unsupported(f"the number {value} has no finite decimal form, so SQL cannot hold it exactly")
    digits = f"{abs(value) * 10**places}".rjust(places + 1, "0")
    text = digits if not places else f"{digits[:-places]}.{digits[-places:]}"
    return f"-{text}" if value < 0 else text


def instant(micros: int) -> str:
    """The instant `micros` microseconds after 1970-01-01 UTC, as a literal with its zone."""
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=micros)
    fraction = f".{moment.microsecond:06d}" if moment.microsecond else ""
    return f"TIMESTAMPTZ '{moment:%Y-%m-%d %H:%M:%S}{fraction}+00'"


def table(record: Record) -> str:
    """The table that stores a record. Everything is qualified: no search path, no temporary table shadows it."""
    return f"public.{quote(record.table)}"


def link_column(link: str) -> str:
    """The column of a reference: field `study`, column `study_id`."""
    return quote(f"{link}_id")


def stored(record: Record, field: Field) -> str:
    """The column of a field that is read, unquoted; a reference read as its key is the reference's column."""
    reference = field.type.sort == "id" and field.type.name and field.name != record.key
    return f"{field.name}_id" if reference else field.name


def column(record: Record, field: Field) -> str:
    """The column of a field that is read."""
    return quote(stored(record, field))


def asked(field: Field) -> str:
    """The column of an input beside the records."""
    return quote(field.name.removeprefix("@"))


def type_name(t: Type) -> str:
    """The SQL type that a value of a field is handed over as; a number without precision, so that nothing rounds."""
    if t.sort == "int":
        return "timestamptz" if t.unit.kind == "instant" else "numeric"
    return {"bool": "boolean", "id": "uuid"}.get(t.sort, "text")


def part(base: str, what: str) -> str:
    """The name of what belongs to an artefact: `base` says which policy and which version of it."""
    name = f"{base}_{what}"
    if len(name.encode()) > _LONGEST:
        end = hashlib.sha256(what.encode()).hexdigest()[:6]
        if len(base.encode()) > _LONGEST - 10:
            raise Unsupported(f"the name `{base}` is too long to begin a PostgreSQL name with")
        name = f"{name.encode()[: _LONGEST - 7].decode(errors='ignore')}_{end}"
    return name


def constraint_name(mark: str, policy: str, what: str, content: str) -> str:
    """A name that says whose the constraint is, what it is about and, by its hash, exactly what it demands."""
    words = re.sub("[^a-z0-9]+", "_", f"{snake(policy)}_{what}".lower()).strip("_")
    digest = hashlib.sha256(content.encode()).hexdigest()[:8]
    return f"aln_{mark}_{words}"[: _LONGEST - 9].rstrip("_") + f"_{digest}"
