"""The library's guards, their scripts, and stored worlds for them: what the tests of the SQL target stand on.

A world holds rows by table and key, with core's raw values; it writes them to a server as SQL values, and gives the
environment that core's evaluator judges, so that the two verdicts can be compared.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln.backends.interface import Header
from aln.backends.sql import SQL
from aln.backends.sql.names import link_column, stored
from aln.checker.check import check
from aln.core.ir import Guard, Record, Type
from aln.core.show import digest
from aln.lower.module import lower
from aln.syntax.parse import parse

if TYPE_CHECKING:
    import psycopg

    Connection = psycopg.Connection[tuple[Any, ...]]

LIBRARY = Path(__file__).parents[2] / "aln" / "library"
FILES = ("policies/rem_exclusion.aln", "policies/calibration.aln", "controllers/vasopressor.aln")

Row = dict[str, Any]


@functools.cache
def guards() -> Mapping[str, Guard]:
    """Every guard of the library, by name."""
    found = {}
    for file in FILES:
        module, faults = parse((LIBRARY / file).read_text(encoding="utf-8"), file)
        assert module is not None and not [f for f in faults if f.severity == "error"]
        found |= {g.name: g for g in lower(check(module)).guards}
    return found


@functools.cache
def script(name: str) -> str:
    """The SQL of a library guard."""
    return printed(guards()[name])


def printed(guard: Guard) -> str:
    return SQL.print_guard(guard, Header("a.aln", guard.module, "an id", "1.0.0", digest(guard)))


def made(text: str, what: str) -> str:
    """The function of a script that is called so, by its whole name."""
    found = re.search(rf"FUNCTION (aln\.\w+_[0-9a-f]{{8}}_{what})\(", text)
    assert found is not None
    return found[1]


def apply(connection: Connection, *names: str) -> None:
    for name in names:
        connection.execute(script(name).encode())


def value(raw: Any, ty: Type) -> Any:
    """A raw value of core as the server takes it; what is not one is handed over as it is."""
    if ty.sort == "int" and isinstance(raw, int | Fraction):
        if ty.unit.kind == "instant":
            return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=int(raw))
        exact = Fraction(raw) * ty.step
        return Decimal(exact.numerator) / Decimal(exact.denominator)
    return raw


class World:
    """Rows of the tables that one guard reads. `others` gives the columns that no rule reads."""

    def __init__(self, guard: Guard, others: Mapping[str, Mapping[str, Any]] | None = None) -> None:
        self.guard = guard
        self.others = others or {}
        self.rows: dict[str, dict[str, Row]] = {r.table: {} for r in guard.records}
        self.types: dict[str, dict[str, Type]] = {r.table: {} for r in guard.records}
        for record in guard.records:
            self.types[record.table] |= {stored(record, f): f.type for f in record.fields}

    def columns(self, table: str, row: Row) -> Row:
        """A row as SQL values."""
        types = self.types[table]
        return {
            **self.others.get(table, {}),
            **{name: value(raw, types[name]) if name in types else raw for name, raw in row.items()},
        }

    def insert(self, connection: Connection, table: str, row: Row) -> None:
        """Store a row. Raises what the server raises, and forgets the row then."""
        from psycopg import sql

        columns = self.columns(table, row)
        connection.execute(
            sql.SQL("INSERT INTO public.{} ({}) VALUES ({})").format(
                sql.Identifier(table),
                sql.SQL(", ").join(map(sql.Identifier, columns)),
                sql.SQL(", ").join(sql.Placeholder() * len(columns)),
            ),
            list(columns.values()),
        )
        self.rows[table][row["id"]] = row

    def update(self, connection: Connection, table: str, key: str, **changes: Any) -> None:
        from psycopg import sql

        columns = {n: v for n, v in self.columns(table, changes).items() if n in changes}
        parts = sql.SQL(", ").join(sql.SQL("{} = %s").format(sql.Identifier(name)) for name in columns)
        connection.execute(
            sql.SQL("UPDATE public.{} SET {} WHERE id = %s").format(sql.Identifier(table), parts),
            [*columns.values(), key],
        )

    def failed(self, connection: Connection, row: Row) -> tuple[str, ...]:
        """The rules that the server says a judged row would fail."""
        table = self.guard.records[0].table
        shown = json.dumps(self.columns(table, row), default=str)
        name = made(printed(self.guard), "failed")
        query = f"SELECT {name}(jsonb_populate_record(NULL::public.{table}, %s::jsonb))"
        (found,) = connection.execute(query.encode(), [shown]).fetchone() or (None,)
        assert found is not None
        return tuple(found)

    def env(self, row: Row) -> Row:
        """The environment in which core judges a row: references followed, relations complete."""
        return self._read("", row, "")

    def _read(self, path: str, row: Row, prefix: str) -> Row:
        record = next(r for r in self.guard.records if r.path == path)
        out = {prefix + f.name: row.get(stored(record, f)) for f in record.fields}
        for child in self.guard.records:
            if child.how == "root" or child.parent != path:
                continue
            name = prefix + child.path.rpartition(".")[2]
            if child.how == "ref":
                key = row.get(_plain(link_column(child.link)))
                target = self.rows[child.table].get(key) if key else None
                out[name] = None if target is None else key
                if target is not None:
                    out |= self._read(child.path, target, f"{name}.")
            else:
                out[name] = tuple(self._read(child.path, e, "") for e in self.elements(child, row["id"]))
        return out

    def elements(self, child: Record, owner: str) -> list[Row]:
        column = _plain(link_column(child.link))
        return [r for r in self.rows[child.table].values() if r.get(column) == owner]


def _plain(quoted: str) -> str:
    return quoted.strip('"')
