"""The statements of one script, by what they are: each is taken once by whoever reads it, and none may remain.

Takes a text; gives its CHECKs, comments, functions and other statements with their lines. Raises `Unreadable` for a
CHECK or comment of another form than the printed ones.
"""

from __future__ import annotations

import functools
import re
from typing import Any

from aln.backends.interface import Unreadable
from aln.backends.sql.read_expression import names, only, parse, plain

__all__ = ["Script", "body", "once"]


# What may stand before a statement: blanks, comments, and the end of the one before.
_FIRST = re.compile(rb"(?:[\s;]+|--[^\n]*\n)*")


class Script:
    """The statements of a script: CHECKs by table and name, comments by place, functions by name, and the others."""

    def __init__(self, text: str) -> None:
        self.checks: dict[tuple[str, str], tuple[Any, int]] = {}
        self.comments: dict[tuple[str, ...], str] = {}
        self.functions: dict[str, tuple[Any, int]] = {}
        self.others: list[tuple[Any, int]] = []
        self._by_comment: dict[tuple[str, str], list[tuple[str, str]]] | None = None
        data, line, counted = text.encode(), 1, 0
        for raw in parse(text):
            start = _FIRST.match(data, raw.stmt_location or 0)
            assert start is not None
            line += data.count(b"\n", counted, start.end())
            counted = start.end()
            try:
                self._sort(raw.stmt, line)
            except Unreadable as fault:
                raise Unreadable(str(fault), fault.line or line) from None

    def said(self, table: str, comment: str) -> list[tuple[tuple[str, str], Any, int]]:
        """The CHECKs of a table that are not taken and have this comment: key, condition, line."""
        if self._by_comment is None:
            self._by_comment = {}
            for key in self.checks:
                about = self.comments.get(("constraint", "public", *key))
                if about is not None:
                    self._by_comment.setdefault((key[0], about), []).append(key)
        return [(k, *self.checks[k]) for k in self._by_comment.get((table, comment), ()) if k in self.checks]

    def take(self, key: tuple[str, str]) -> None:
        """Remove a CHECK and its comment."""
        del self.checks[key], self.comments["constraint", "public", *key]

    def _sort(self, stmt: Any, line: int) -> None:
        kind = type(stmt).__name__
        if kind == "AlterTableStmt":
            once(self.checks, *_check(stmt, line))
        elif kind == "CommentStmt":
            once(self.comments, *_comment(stmt))
        elif kind == "CreateFunctionStmt":
            name = names(stmt.funcname)
            if len(name) != 2 or name[0] != "aln":
                raise Unreadable(f"the function `{'.'.join(name)}` is outside the schema `aln`")
            once(self.functions, name[1], (stmt, line))
        else:
            self.others.append((stmt, line))


def once(into: dict[Any, Any], key: Any, value: Any) -> None:
    if key in into:
        raise Unreadable(f"`{key}` is there twice")
    into[key] = value


def _check(stmt: Any, line: int) -> tuple[tuple[str, str], tuple[Any, int]]:
    """`ALTER TABLE public.t ADD CONSTRAINT n CHECK ((…) IS TRUE)`, and nothing but that."""
    (command,) = stmt.cmds
    constraint = command.def_
    if type(constraint).__name__ != "Constraint" or type(stmt.relation.relname) is not str:
        raise Unreadable("a change of a table that is not a CHECK")
    shape = plain(stmt, "raw_expr")
    shape["relation"]["relname"] = shape["cmds"][0]["def_"]["conname"] = "x"
    if shape != _plain_check():
        raise Unreadable("a change of a table that is not a plain CHECK")
    test = constraint.raw_expr
    if type(test).__name__ != "BooleanTest" or test.booltesttype.name != "IS_TRUE":
        raise Unreadable(f"the CHECK `{constraint.conname}` lacks `IS TRUE`: it would accept NULL")
    only(test, "arg", "booltesttype")
    return (stmt.relation.relname, constraint.conname), (test.arg, line)


@functools.cache
def _plain_check() -> Any:
    return plain(parse("ALTER TABLE public.x ADD CONSTRAINT x CHECK (TRUE)")[0].stmt, "raw_expr")


def _comment(stmt: Any) -> tuple[tuple[str, ...], str]:
    only(stmt, "objtype", "object", "comment")
    kind = stmt.objtype.name
    if kind == "OBJECT_TABCONSTRAINT":
        return ("constraint", *names(stmt.object)), stmt.comment
    if kind == "OBJECT_FUNCTION":
        only(stmt.object, "objname")
        return ("function", *names(stmt.object.objname)), stmt.comment
    raise Unreadable(f"a comment on `{kind}`")


def body(stmt: Any) -> str:
    """The text between the quotes of a function, or of a DO statement."""
    parts = stmt.args if type(stmt).__name__ == "DoStmt" else stmt.options
    (text,) = [o.arg for o in parts if o.defname == "as"]
    return str(text[0].sval if isinstance(text, tuple) else text.sval)
