"""A PostgreSQL script → the immutable entity it keeps, from the text alone.

Takes a text; gives the entity and its table. The function, the events of its triggers, their timing and that they
always fire are demanded word for word. Raises `Unreadable` for anything else.
"""

from __future__ import annotations

import json
from typing import Any

from aln.backends.interface import Unreadable, Unsupported
from aln.backends.sql.names import part, quote, string
from aln.backends.sql.read_expression import names, parse, plain, tokens
from aln.backends.sql.script import body
from aln.core.ir import Immutable

__all__ = ["read_immutable"]


def read_immutable(text: str) -> Immutable:
    """The entity that a script makes immutable. Raises `Unreadable`, and `Unsupported` without pglast."""
    try:
        return _read(text)
    except (Unreadable, Unsupported):
        raise
    except Exception:
        # INVARIANT: whatever goes wrong on a tree of another shape than the printed ones, nothing is read.
        raise Unreadable("the script is not of the printed form") from None


def _read(text: str) -> Immutable:
    found = [raw.stmt for raw in parse(text)]
    comments = [s for s in found if type(s).__name__ == "CommentStmt"]
    if len(comments) != 1:
        raise Unreadable("the comment that declares the entity is missing")
    declared = json.loads(comments[0].comment)
    item = Immutable(declared.pop("entity"), declared.pop("table"))
    if declared or type(item.entity) is not str or type(item.table) is not str:
        raise Unreadable("the entity is declared otherwise than printed")
    wanted = [parse(one)[0].stmt for one in _demanded(item, comments[0].comment)]
    if len(found) != len(wanted):
        raise Unreadable("a statement is missing, or one too many")
    for actual, demand in zip(found, wanted, strict=True):
        if not _same(actual, demand):
            raise Unreadable(f"the statement for `{item.table}` is not the one that keeps it")
    return item


def _same(actual: Any, demand: Any) -> bool:
    if type(actual).__name__ != "CreateFunctionStmt" or type(demand).__name__ != "CreateFunctionStmt":
        return bool(plain(actual) == plain(demand))
    shapes = []
    for stmt in (actual, demand):
        shape = plain(stmt)
        shape["options"] = [o for o in shape["options"] if o["defname"] != "as"]
        shapes.append((names(stmt.funcname), shape, len(stmt.options), tokens(body(stmt))))
    return shapes[0] == shapes[1]


def _demanded(item: Immutable, comment: str) -> list[str]:
    """A table is kept by a row trigger before every UPDATE and DELETE, and a statement trigger before TRUNCATE."""
    base, on = part(item.table, "immutable"), f"public.{quote(item.table)}"
    function = f"aln.{quote(base)}()"
    triggers = []
    for what, events, level in (("row", "UPDATE OR DELETE", "ROW"), ("truncate", "TRUNCATE", "STATEMENT")):
        name = quote(part("aln_" + base, what))
        triggers += [
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {events} ON {on} FOR EACH {level} EXECUTE FUNCTION {function}",
            f"ALTER TABLE {on} ENABLE ALWAYS TRIGGER {name}",
        ]
    return [
        "CREATE SCHEMA IF NOT EXISTS aln",
        f"CREATE OR REPLACE FUNCTION {function} RETURNS trigger LANGUAGE plpgsql VOLATILE"
        " SET search_path = pg_catalog, pg_temp AS $body$ BEGIN RAISE EXCEPTION USING ERRCODE = '23514',"
        f" MESSAGE = {string(item.table + ' is immutable: a change is a new row')}, SCHEMA = 'public',"
        f" TABLE = {string(item.table)}, CONSTRAINT = {string('aln_' + base)}; END $body$",
        f"COMMENT ON FUNCTION {function} IS {string(comment)}",
        *triggers,
    ]
