"""The queries inside a rule → core: columns of records joined, EXISTS over a relation, aggregates of a relation.

Takes the records that the artefact declares and pglast's trees; gives core in the guard's own variables. A join is
accepted only when it is the one that the declared records demand. In SQL a relation is complete, so `given` of a list
reads as `given` of its owner.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any

from aln.backends.interface import Unreadable
from aln.backends.sql import kleene as k
from aln.backends.sql.names import ROOT, STATED, quote, stored
from aln.backends.sql.read_expression import names, only, parse, plain, read
from aln.core import build as b
from aln.core.ir import Expr, Field, Record, Type, node

__all__ = ["Joined", "aliases", "joins"]


def joins(records: Sequence[Record], wanted: Mapping[str, str]) -> str:
    """The LEFT JOINs that reach referenced records; `wanted` maps the name of each to its record's path."""
    by_path = {r.path: r for r in records}
    text = ""
    for name, path in wanted.items():
        record = by_path[path]
        above = name[: name.rindex(".")] if "." in name else ROOT
        here = f"public.{quote(record.table)} AS {quote(name)}"
        there = f"{quote(above)}.{quote(record.link + '_id')}"
        text += f" LEFT JOIN {here} ON {quote(name)}.{quote(record.key)} = {there}"
    return text


@dataclass(frozen=True, slots=True)
class Joined:
    """The scope of an expression over joined records: `aliases` in sight, `bounds` the elements of relations."""

    records: tuple[Record, ...]
    aliases: frozenset[str]
    bounds: Mapping[str, str] = field(default_factory=dict)
    inputs: tuple[Field, ...] = ()
    counts: tuple[str, ...] = ()
    truth_tests: Collection[str] = ("NOT_TRUE",)

    def record(self, alias: str) -> tuple[str, Record]:
        """The name by which core calls the record of an alias, and the record."""
        if alias not in self.aliases:
            raise Unreadable(f"the alias `{alias}` is not one that the records demand here")
        name = "" if alias == ROOT else alias
        head, dot, rest = name.partition(".")
        path = self.bounds[head] + dot + rest if head in self.bounds else name
        return name, next(r for r in self.records if r.path == path)

    def column(self, parts: tuple[str, ...]) -> k.Value:
        if len(parts) != 2:
            raise Unreadable(f"the column `{'.'.join(parts)}` does not say whose it is")
        if parts[0] == STATED:
            for one in self.inputs:
                if one.name.removeprefix("@") == parts[1]:
                    # Nothing is judged before every input is stated.
                    return k.of_field(one.name, one, b.TRUE)
            raise Unreadable(f"`{parts[1]}` is not one of the declared inputs")
        name, record = self.record(parts[0])
        reached = record.how == "ref"
        for one in record.fields:
            if stored(record, one) == parts[1]:
                variable = f"{name}.{one.name}" if name else one.name
                known = b.given(variable) if one.optional else b.given(name) if reached else b.TRUE
                return k.of_field(variable, one, known)
        if reached and parts[1] == record.key:
            # The key of a record joined is the reference's own value, missing where it dangles.
            return k.Label(b.given(name), b.var(name, Type("id", name=record.entity)))
        raise Unreadable(f"`{'.'.join(parts)}` is not a column that the records declare")

    def exists(self, select: Any) -> Expr:
        only(select, "fromClause", "whereClause", "limitOption", "op")
        inner, variable, bound, record, rest = self.inside(select)
        body = k.conjunction(*(read(r, inner) for r in rest)).true if rest else b.TRUE
        return b.each("any", variable, bound, body, record.maximum)

    def aggregate(self, select: Any, otherwise: Any) -> k.Value:
        only(select, "targetList", "fromClause", "whereClause", "limitOption", "op")
        if len(select.targetList) != 1:
            raise Unreadable("an aggregate beside other columns")
        only(select.targetList[0], "val")
        call = select.targetList[0].val
        if type(call).__name__ != "FuncCall":
            raise Unreadable("a query for other than one aggregate")
        only(call, "funcname", "args", "funcformat", "agg_filter")
        name = ".".join(names(call.funcname))
        if name not in ("min", "max", "sum") or call.funcformat.name != "COERCE_EXPLICIT_CALL":
            raise Unreadable(f"the aggregate `{name}`")
        inner, variable, bound, record, rest = self.inside(select)
        if rest or len(call.args) != 1:
            raise Unreadable("an aggregate of a part of the relation")
        # SQL gives an aggregate that reads nothing of its own query to the query around it, unless a filter does.
        read_here = _read_aliases(call.args[0])
        held = any(a == bound or a.startswith(bound + ".") for a in read_here)
        if call.agg_filter is not None and plain(call.agg_filter) != plain(select.whereClause):
            raise Unreadable("an aggregate of a part of the relation")
        if read_here and not held and call.agg_filter is None:
            raise Unreadable("an aggregate that SQL gives to the query around it")
        if name == "sum" and record.path not in self.counts:
            raise Unreadable(f"the relation `{record.path}` is summed, and nothing holds it to its maximum")
        value, empty = read(call.args[0], inner), read(otherwise, self)
        if isinstance(value, k.Literal):
            value = k.Number(b.TRUE, b.number(value.value), k.ONE)
        # An SQL aggregate passes over NULL: core's does not, so none may arise.
        if not isinstance(value, k.Number) or value.known is not b.TRUE or (value.instant and name == "sum"):
            raise Unreadable("an aggregate of what may be NULL, or is no number")
        whole = b.each(name, variable, bound, value.expr, record.maximum)
        end = self._end(name, value, empty)
        if name != "sum":
            t = value.expr.type
            t = replace(t, hi=end) if name == "min" else replace(t, lo=end)
            whole = node("each", t, name, (value.expr,), variable, bound=bound)
        return k.Number(b.TRUE, whole, value.worth, value.instant)

    def _end(self, name: str, value: k.Number, empty: k.Value) -> int:
        """What an aggregate gives of no elements, in its own counts: an end that no element passes; of a sum, zero."""
        t = value.expr.type
        written = k.counted(empty, value.worth, t.unit) if isinstance(empty, k.Literal) else None
        if isinstance(empty, k.Number) and empty.instant and value.instant and empty.expr.kind == "const":
            written = empty.expr
        end = None if written is None else Fraction(int(written.value or 0)) * written.type.grain / t.grain
        if end is None or end.denominator != 1:
            raise Unreadable(f"the `{name}` of no elements is not written out on its grid")
        if (name == "sum" and end) or (name == "min" and end < t.hi) or (name == "max" and end > t.lo):
            raise Unreadable(f"the `{name}` of no elements is not what core says it is")
        return int(end)

    def inside(self, select: Any) -> tuple[Joined, str, str, Record, Sequence[Any]]:
        """The scope inside a query of a relation, the list's variable, the bound name, the list, the other conditions."""
        where = select.whereClause
        rest: Sequence[Any] = ()
        if type(where).__name__ == "BoolExpr" and where.boolop.name == "AND_EXPR":
            only(where, "boolop", "args")
            where, rest = where.args[0], where.args[1:]
        if type(where).__name__ != "A_Expr" or where.kind.name != "AEXPR_OP" or names(where.name) != ("=",):
            raise Unreadable("a query that does not begin with the relation's link")
        only(where, "kind", "name", "lexpr", "rexpr")
        if {type(where.lexpr).__name__, type(where.rexpr).__name__} != {"ColumnRef"}:
            raise Unreadable("a link that does not lead from element to owner")
        element, owner = names(where.lexpr.fields), names(where.rexpr.fields)
        if len(element) != 2 or len(owner) != 2:
            raise Unreadable("a link whose columns do not say whose they are")
        bound = element[0]
        name, above = self.record(owner[0])
        link = (above.path, _stored_in(select.fromClause, bound), element[1])
        lists = (r for r in self.records if r.how == "many")
        record = next((r for r in lists if (r.parent, r.table, f"{r.link}_id") == link), None)
        if record is None or owner[1] != above.key:
            raise Unreadable(f"`{'.'.join(element)} = {'.'.join(owner)}` is no link of a relation")
        if bound in (ROOT, STATED) or any(r.path.partition(".")[0] == bound for r in self.records):
            raise Unreadable(f"the name `{bound}` hides a record")
        # INVARIANT: what an outer element of this name reached is out of sight inside.
        outer = {a for a in self.aliases if a != bound and not a.startswith(bound + ".")}
        found = list(aliases(select.fromClause))
        wanted = {
            bound + r.path[len(record.path) :]: r.path
            for r in self.records
            if r.path.startswith(record.path + ".") and bound + r.path[len(record.path) :] in found
        }
        demanded = f"SELECT FROM public.{quote(record.table)} AS {quote(bound)}{joins(self.records, wanted)}"
        if plain(select.fromClause) != plain(parse(demanded)[0].stmt.fromClause):
            raise Unreadable(f"the tables of the query are not those of the relation `{record.path}`")
        inner = replace(
            self,
            aliases=frozenset({*outer, bound, *wanted}),
            bounds={**self.bounds, bound: record.path},
        )
        last = record.path.rpartition(".")[2]
        return inner, f"{name}.{last}" if name else last, bound, record, rest


def _read_aliases(node: Any) -> set[str]:
    """The aliases whose columns an expression reads from around it, queries within it included."""
    if isinstance(node, tuple | list):
        return set().union(*map(_read_aliases, node))
    kind = type(node).__name__
    if kind == "ColumnRef":
        return {names(node.fields)[0]}
    if not hasattr(node, "__slots__"):
        return set()
    read_inside = set().union(*(_read_aliases(getattr(node, slot, None)) for slot in node.__slots__))
    return read_inside - set(aliases(node.fromClause)) if kind == "SelectStmt" else read_inside


def _stored_in(sources: Sequence[Any], bound: str) -> str:
    """The table that has the alias `bound`."""
    for source in sources:
        if type(source).__name__ == "JoinExpr":
            found = _stored_in((source.larg, source.rarg), bound)
            if found:
                return found
        elif type(source).__name__ == "RangeVar" and source.alias and source.alias.aliasname == bound:
            return str(source.relname)
    return ""


def aliases(sources: Sequence[Any]) -> Sequence[str]:
    found: list[str] = []
    for source in sources:
        if type(source).__name__ == "JoinExpr":
            found += aliases((source.larg, source.rarg))
        elif getattr(source, "alias", None) is not None:
            found.append(source.alias.aliasname)
    return found
