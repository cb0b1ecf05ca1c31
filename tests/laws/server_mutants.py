"""Two versions of a guard's `_failed` function on a real server, judged by the same rows."""

from __future__ import annotations

import random
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

from aln.backends.sql.names import link_column, stored
from aln.core.ir import Guard, Record, Type
from aln.core.show import snake

KINDS = {"bool": "boolean", "int": "numeric", "enum": "text", "id": "uuid", "text": "text"}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def compared(
    connection: Any, guard: Guard, text: str, mutant: str, envs: Iterable[Mapping[str, Any]]
) -> Counter[str]:
    """How many records were judged, allowed, denied, held an invalid or missing value, and were judged differently.

    Nothing is committed. The tables are plain: any value that a column can hold is judged.
    """
    mark = rf"aln\.{snake(guard.name)}_([0-9a-f]{{8}})_failed\("
    found, other = re.search(mark, text), re.search(mark, mutant)
    assert found is not None and other is not None
    name = f"{snake(guard.name)}_{found[1]}_failed"
    # The mark says which version of the policy this is; a mutant that was printed has its own.
    mutant = mutant.replace(other[1], found[1])
    pattern = re.compile(rf"^CREATE FUNCTION aln\.{name}\(.*?\$failed\$;", re.DOTALL | re.MULTILINE)
    mine, theirs = pattern.search(text), pattern.search(mutant)
    assert mine is not None and theirs is not None
    # What is compared is all that differs.
    assert text.replace(mine[0], "") == mutant.replace(theirs[0], "")
    rows = Rows(guard)
    for env in envs:
        rows.judged(env)
    rows.store(connection)
    for shared in re.findall(r"^CREATE OR REPLACE FUNCTION .*?\$mentions\$;", text, re.DOTALL | re.MULTILINE):
        connection.execute("CREATE SCHEMA IF NOT EXISTS aln")
        connection.execute(shared.encode())
    connection.execute("CREATE SCHEMA IF NOT EXISTS aln")
    connection.execute(mine[0].encode())
    connection.execute(theirs[0].replace(f"aln.{name}(", f"aln.{name}_mutant(", 1).encode())
    table = guard.records[0].table
    query = (
        f"SELECT count(*), count(*) FILTER (WHERE a = '{{}}'), count(*) FILTER (WHERE a IS DISTINCT FROM b) "
        f"FROM (SELECT aln.{name}(j) AS a, aln.{name}_mutant(j) AS b FROM public.{table} AS j OFFSET 0) AS decided"
    )
    total, allowed, different = connection.execute(query).fetchone()
    return Counter(all=total, allowed=allowed, denied=total - allowed, different=different, **rows.seen)


class Rows:
    """Rows by table; each record judged has a world of its own."""

    def __init__(self, guard: Guard) -> None:
        self.guard = guard
        self.rows: dict[str, list[dict[str, Any]]] = {r.table: [] for r in guard.records}
        self.seen: Counter[str] = Counter()
        self.random = random.Random(7)

    def columns(self) -> dict[str, dict[str, str]]:
        """The columns of each table that is read, with their types."""
        out: dict[str, dict[str, str]] = {r.table: {r.key: "uuid"} for r in self.guard.records}
        for r in self.guard.records:
            for f in r.fields:
                instant = f.type.unit.kind == "instant"
                out[r.table][stored(r, f)] = "timestamptz" if instant else KINDS[f.type.sort]
            if r.how == "ref":
                parent = next(p for p in self.guard.records if p.path == r.parent)
                out[parent.table][_column(r)] = "uuid"
            if r.how == "many":
                out[r.table][_column(r)] = "uuid"
        return out

    def store(self, connection: Any) -> None:
        """Fills plain tables that are made if they are not there."""
        for table, known in self.columns().items():
            listed = ", ".join(f'"{column}" {kind}' for column, kind in known.items())
            connection.execute(f"CREATE TABLE IF NOT EXISTS public.{table} ({listed})")
            quoted = ", ".join(f'"{name}"' for name in known)
            with connection.cursor().copy(f"COPY public.{table} ({quoted}) FROM STDIN") as copy:
                for row in self.rows[table]:
                    copy.write_row([row.get(name) for name in known])
            for column, kind in known.items():
                if kind == "uuid":
                    connection.execute(f"CREATE INDEX ON public.{table} ({column})")
            connection.execute(f"ANALYZE public.{table}")

    def judged(self, env: Mapping[str, Any]) -> None:
        before = self.seen.copy()
        self._row(self.guard.records[0], env, "", str(uuid.UUID(int=self.random.getrandbits(128))), {})
        for kind in ("invalid", "missing"):
            self.seen[kind] = before[kind] + (self.seen[kind] > before[kind])

    def _row(
        self, record: Record, env: Mapping[str, Any], prefix: str, key: str, links: dict[str, str]
    ) -> None:
        row: dict[str, Any] = {record.key: key, **links}
        for f in record.fields:
            row[stored(record, f)] = self._value(f.type, env.get(prefix + f.name), record.how == "root")
        for child in self.guard.records:
            if child.how == "root" or child.parent != record.path:
                continue
            found = env.get(prefix + child.path.rpartition(".")[2])
            if child.how == "ref" and found is not None:
                link = row[_column(child)] = self._key()
                self._row(child, env, f"{prefix}{child.path.rpartition('.')[2]}.", link, {})
            elif child.how == "ref":
                self.seen["missing"] += 1
            else:
                for item in found or ():
                    self._row(child, item, "", item.get(child.key) or self._key(), {_column(child): key})
        self.rows[record.table].append(row)

    def _key(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128)))

    def _value(self, ty: Type, raw: Any, judged: bool) -> Any:
        """A value as the server takes it. Now and then one outside the domain, in the record judged: a stored one
        has passed its range checks."""
        self.seen["missing"] += raw is None
        if raw is None:
            return None
        if ty.sort == "int" and not ty.holds(raw) and not judged:
            raw = ty.lo if raw < ty.lo else ty.hi
        self.seen["invalid"] += not ty.holds(raw)
        strange = judged and self.random.random() < 0.05
        if ty.sort == "int" and ty.unit.kind == "instant":
            if strange:
                self.seen["invalid"] += 1
                return self.random.choice(("infinity", "-infinity", "1969-12-31 23:59:59.999999+00"))
            return (EPOCH + timedelta(microseconds=raw)).isoformat()
        if ty.sort == "int":
            if strange:
                self.seen["invalid"] += 1
                return self.random.choice(("NaN", "-1", "1e9", "0.00001"))
            real = Fraction(raw) * ty.step
            return f"{real.numerator / real.denominator:.6f}"
        if ty.sort == "text":
            return str(raw).encode("utf-8", "replace").decode()
        if strange:
            self.seen["invalid"] += 1
            return None if ty.sort in ("bool", "id") else "OTHER"
        return raw


def _column(record: Record) -> str:
    """The column of the link by which a record is reached, unquoted."""
    return link_column(record.link).strip('"')
