"""A PostgreSQL script → the guard it means, from the text alone.

Takes a text; gives records, rules and messages. The rules and ranges are read from their expressions; the joins,
functions, triggers, locks and comments must be, word for word, those that the records read demand (`demanded`).
Raises `Unreadable` for anything else, with the line of the statement.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from aln.backends.interface import ReadGuard, Unreadable, Unsupported
from aln.backends.sql import demanded
from aln.backends.sql import kleene as k
from aln.backends.sql.names import stored
from aln.backends.sql.read_expression import Columns, names, only, parse, plain, read, read_instant, written
from aln.backends.sql.read_query import joins, top
from aln.backends.sql_text import sql_function
from aln.core.ir import Expr, Field, Guard, Record, Rule, Type, Unit, node, walk
from aln.core.show import snake

__all__ = ["read_guard"]


class _Artefact:
    """The statements of one script, by what they are; each is taken once, and none may remain."""

    def __init__(self, text: str) -> None:
        self.checks: dict[tuple[str, str], tuple[Any, int]] = {}
        self.comments: dict[tuple[str, ...], str] = {}
        self.functions: dict[str, tuple[Any, int]] = {}
        self.others: list[tuple[Any, int]] = []
        for raw in parse(text):
            start = raw.stmt_location or 0
            head = text.encode()[start:]
            line = text.encode()[:start].count(b"\n") + 1
            for one in head.split(b"\n"):
                if one.strip() and not one.strip().startswith(b"--") and one.strip() != b";":
                    break
                line += 1
            try:
                self._sort(raw.stmt, line)
            except Unreadable as fault:
                raise Unreadable(str(fault), fault.line or line) from None

    def _sort(self, stmt: Any, line: int) -> None:
        kind = type(stmt).__name__
        if kind == "AlterTableStmt":
            _once(self.checks, *_check(stmt, line))
        elif kind == "CommentStmt":
            _once(self.comments, *_comment(stmt))
        elif kind == "CreateFunctionStmt":
            name = names(stmt.funcname)
            if len(name) != 2 or name[0] != "aln":
                raise Unreadable(f"the function `{'.'.join(name)}` is outside the schema `aln`")
            _once(self.functions, name[1], (stmt, line))
        else:
            self.others.append((stmt, line))


def _once(into: dict[Any, Any], key: Any, value: Any) -> None:
    if key in into:
        raise Unreadable(f"`{key}` is there twice")
    into[key] = value


def _check(stmt: Any, line: int) -> tuple[tuple[str, str], tuple[Any, int]]:
    """`ALTER TABLE public.t ADD CONSTRAINT n CHECK ((…) IS TRUE)`, and nothing but that."""
    (command,) = stmt.cmds
    constraint = command.def_
    if type(constraint).__name__ != "Constraint" or type(stmt.relation.relname) is not str:
        raise Unreadable("a change of a table that is not a CHECK")
    demand = parse(
        f'ALTER TABLE public."{stmt.relation.relname}" ADD CONSTRAINT "{constraint.conname}" CHECK (TRUE)'
    )
    shape, wanted = plain(stmt), plain(demand[0].stmt)
    shape["cmds"][0]["def_"].pop("raw_expr", None)
    wanted["cmds"][0]["def_"].pop("raw_expr")
    if shape != wanted:
        raise Unreadable("a change of a table that is not a plain CHECK")
    test = constraint.raw_expr
    if type(test).__name__ != "BooleanTest" or test.booltesttype.name != "IS_TRUE":
        raise Unreadable(f"the CHECK `{constraint.conname}` lacks `IS TRUE`: it would accept NULL")
    only(test, "arg", "booltesttype")
    return (stmt.relation.relname, constraint.conname), (test.arg, line)


def _comment(stmt: Any) -> tuple[tuple[str, ...], str]:
    only(stmt, "objtype", "object", "comment")
    kind = stmt.objtype.name
    if kind == "OBJECT_TABCONSTRAINT":
        return ("constraint", *names(stmt.object)), stmt.comment
    if kind == "OBJECT_FUNCTION":
        only(stmt.object, "objname", "objargs", "objfuncargs")
        arguments = [plain(a) for a in stmt.object.objargs or ()]
        (argument,) = stmt.object.objargs or (None,)
        if argument is None or plain(_argument(names(argument.names))) != arguments[0]:
            raise Unreadable("a comment on a function of other arguments")
        return ("function", *names(stmt.object.objname), *names(argument.names)), stmt.comment
    raise Unreadable(f"a comment on `{kind}`")


def _argument(name: tuple[str, ...]) -> Any:
    dotted = ".".join(f'"{n}"' for n in name)
    return parse(f"COMMENT ON FUNCTION f({dotted}) IS 'x'")[0].stmt.object.objargs[0]


def read_guard(text: str) -> ReadGuard:
    """The guard that a script means. Raises `Unreadable`, and `Unsupported` without pglast."""
    try:
        return _read(text)
    except (Unreadable, Unsupported):
        raise
    except Exception:
        # INVARIANT: whatever goes wrong on a tree of another shape than the printed ones, nothing is read.
        raise Unreadable("the script is not of the printed form") from None


def _read(text: str) -> ReadGuard:
    found = _Artefact(text)
    keys = [key for key in found.comments if key[0] == "function"]
    if len(keys) != 1 or keys[0][1] != "aln" or not keys[0][2].endswith("_failed"):
        raise Unreadable("the comment that declares the records is missing")
    stem = keys[0][2].removesuffix("_failed")
    guard = _block(found.comments.pop(keys[0]))
    judged = guard.records[0]
    if snake(guard.name) != stem or keys[0][3:] != ("public", judged.table):
        raise Unreadable(f"the functions of `{stem}` are not those of the policy `{guard.name}`")
    messages = _messages(found, stem)
    rules = _rules(found, stem, guard.records, messages)
    guard = replace(guard, rules=rules)
    _ranges(found, guard.records)
    _local(found, guard)
    if "mentions" in found.functions or any(e.kind == "mentions" for r in rules for e in walk(r.condition)):
        stmt, line = found.functions.pop("mentions", (None, 0))
        if plain(stmt) != plain(parse(sql_function("aln"))[0].stmt):
            raise Unreadable("the function `mentions` is not the one with the pinned letter table", line)
    expected = ["CREATE SCHEMA IF NOT EXISTS aln"]
    if len(guard.records) > 1:
        expected += demanded.enforcement(guard, stem)
    _demand(found, expected)
    for name, (_, line) in found.functions.items():
        raise Unreadable(f"the function `{name}` is not one that the records demand", line)
    for (_, check), (_, line) in found.checks.items():
        raise Unreadable(f"the CHECK `{check}` states neither a range nor a rule", line)
    for place in found.comments:
        raise Unreadable(f"the comment on `{place[-1]}` belongs to nothing")
    return ReadGuard(guard, None)


# ── the declared records ─────────────────────────────────────────────────────────────────────────────────────


def _block(comment: str) -> Guard:
    """The records that the artefact declares. Their joins, keys and ranges are checked against the SQL by others."""
    declared = json.loads(comment)
    records = tuple(_record(r) for r in declared.pop("records"))
    guard = Guard(
        declared.pop("module"),
        declared.pop("policy"),
        declared.pop("entity"),
        records,
        (),
        tuple(declared.pop("traces")),
    )
    paths = [r.path for r in records]
    if declared or not records or records[0].how != "root" or guard.entity != records[0].entity:
        raise Unreadable("the declared records do not begin with the judged one")
    for index, record in enumerate(records):
        last = record.path.rpartition(".")[2]
        above = f"{record.parent}.{last}" if record.parent else last
        if index and (
            record.how not in ("ref", "many") or above != record.path or record.parent not in paths[:index]
        ):
            raise Unreadable(f"the declared record `{record.path}` does not follow from one before it")
        if record.how == "ref" and record.link != last:
            raise Unreadable(f"the reference `{record.path}` has the link `{record.link}`")
    if len(set(paths)) != len(paths) or (not all(r.key for r in records) and len(records) > 1):
        raise Unreadable("a declared record is there twice or has no key")
    return guard


def _record(declared: dict[str, Any]) -> Record:
    fields = tuple(_field(f) for f in declared.pop("fields"))
    if len({f.name for f in fields}) != len(fields):
        raise Unreadable("a declared field is there twice")
    return Record(**declared, fields=fields)


def _field(declared: dict[str, Any]) -> Field:
    name, code, factor, kind = declared.pop("unit")
    unit = Unit(name, code, Fraction(factor), kind)
    field, optional = declared.pop("name"), declared.pop("optional")
    step, labels, type_name = (
        Fraction(declared.pop("step")),
        tuple(declared.pop("labels")),
        declared.pop("type"),
    )
    declared_type = Type(
        declared.pop("sort"), declared.pop("lo"), declared.pop("hi"), step, unit, type_name, labels
    )
    sorts = ("bool", "int", "enum", "id", "text")
    if (
        declared
        or declared_type.sort not in sorts
        or type(optional) is not bool
        or unit.factor <= 0
        or step <= 0
    ):
        raise Unreadable(f"the declared field `{field}` has no type of the language")
    if declared_type.sort != "int" and declared_type != Type(
        declared_type.sort, name=type_name, labels=labels
    ):
        raise Unreadable(f"the declared field `{field}` has a range without being a number")
    return Field(field, declared_type, optional)


# ── ranges ───────────────────────────────────────────────────────────────────────────────────────────────────


def _ranges(found: _Artefact, records: Sequence[Record]) -> None:
    """Each field that is read has exactly its range as a CHECK, and its comment."""
    fields: dict[tuple[str, str], tuple[Field, str]] = {}
    for record in records:
        for one in record.fields:
            known = fields.setdefault(
                (record.table, stored(record, one)), (one, f"{record.entity}.{one.name}")
            )
            if known[0] != one:
                raise Unreadable(f"the column of `{record.entity}.{one.name}` has two ranges")
    for (table, column), (one, comment) in fields.items():
        if one.optional and one.type.sort in ("bool", "id", "text"):
            continue
        for key, (test, line) in list(found.checks.items()):
            if key[0] == table and found.comments.get(("constraint", "public", *key)) == comment:
                try:
                    read_type = _domain(test, column, one)
                except Unreadable as fault:
                    raise Unreadable(str(fault), line) from None
                if read_type != one.type:
                    raise Unreadable(f"the CHECK of `{comment}` is not its declared range", line)
                del found.checks[key], found.comments["constraint", "public", *key]
                break
        else:
            raise Unreadable(f"the range of `{comment}` is missing")


def _domain(check: Any, column: str, field: Field) -> Type:
    """The type that a range CHECK of this column allows."""
    parts: list[Any] = [check]
    if type(check).__name__ == "BoolExpr":
        only(check, "boolop", "args")
        parts = list(check.args)
        if check.boolop.name != ("OR_EXPR" if field.optional else "AND_EXPR"):
            raise Unreadable(f"the range of `{column}` joins its conditions wrongly")
    test = parts.pop(0)
    only(test, "arg", "nulltesttype")
    if test.nulltesttype.name != ("IS_NULL" if field.optional else "IS_NOT_NULL"):
        raise Unreadable(f"the range of `{column}` does not say whether it may be missing")
    _is_column(test.arg, column)
    if field.optional:
        (inner,) = parts
        parts = [inner]
        if type(inner).__name__ == "BoolExpr":
            only(inner, "boolop", "args")
            if inner.boolop.name != "AND_EXPR":
                raise Unreadable(f"the range of `{column}` joins its conditions wrongly")
            parts = list(inner.args)
    if not parts:
        if field.type.sort not in ("bool", "id", "text"):
            raise Unreadable(f"the range of `{column}` is missing")
        return field.type
    for part in parts:
        only(part, "kind", "name", "lexpr", "rexpr")
    kinds = [part.kind.name for part in parts]
    if kinds == ["AEXPR_IN"] and names(parts[0].name) == ("=",):
        _is_column(parts[0].lexpr, column)
        return replace(Type("enum", name=field.type.name), labels=tuple(written(v) for v in parts[0].rexpr))
    if kinds[0] != "AEXPR_BETWEEN":
        raise Unreadable(f"the range of `{column}` has no ends")
    _is_column(parts[0].lexpr, column)
    low, high = (read(v, Columns(())) for v in parts[0].rexpr)
    unit = field.type.unit
    if isinstance(low, k.Number) and isinstance(high, k.Number) and kinds == ["AEXPR_BETWEEN"]:
        lo, hi = (read_instant(written(v.arg)) for v in parts[0].rexpr)
        if unit.kind != "instant":
            raise Unreadable(f"`{column}` is bounded by instants and is none")
        return Type("int", lo, hi, Fraction(1, 10**6) / unit.factor, unit)
    if kinds != ["AEXPR_BETWEEN", "AEXPR_OP"] or names(parts[1].name) != ("=",) or unit.kind == "instant":
        raise Unreadable(f"the range of `{column}` has no grid")
    grid, zero = parts[1].lexpr, read(parts[1].rexpr, Columns(()))
    only(grid, "kind", "name", "lexpr", "rexpr")
    if grid.kind.name != "AEXPR_OP" or names(grid.name) != ("%",) or zero != k.Literal(Fraction(0)):
        raise Unreadable(f"the range of `{column}` has no grid")
    _is_column(grid.lexpr, column)
    step = read(grid.rexpr, Columns(()))
    assert isinstance(low, k.Literal) and isinstance(high, k.Literal) and isinstance(step, k.Literal)
    lo_, hi_ = low.value / step.value, high.value / step.value
    if lo_.denominator != 1 or hi_.denominator != 1:
        raise Unreadable(f"an end of the range of `{column}` is off its grid")
    return Type("int", int(lo_), int(hi_), step.value, unit)


def _is_column(tree: Any, column: str) -> None:
    if type(tree).__name__ != "ColumnRef" or names(tree.fields) != (column,):
        raise Unreadable(f"a range of `{column}` speaks of something else")


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────────────


def _body(stmt: Any) -> str:
    (body,) = [o.arg for o in stmt.options if o.defname == "as"]
    (text,) = body
    return str(text.sval)


def _head(stmt: Any) -> Any:
    """A function without its body."""
    shape = plain(stmt)
    for option in shape["options"]:
        if option["defname"] == "as":
            option["arg"] = None
    return shape


def _taken(found: _Artefact, name: str, head: str) -> tuple[str, int]:
    """The body of a function whose head is as demanded."""
    stmt, line = found.functions.pop(name, (None, 0))
    if stmt is None:
        raise Unreadable(f"the function `{name}` is missing")
    if _head(stmt) != _head(parse(head)[0].stmt):
        raise Unreadable(f"the function `{name}` is not declared as demanded", line)
    return _body(stmt), line


def _messages(found: _Artefact, stem: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    body, line = _taken(found, f"{stem}_reasons", demanded.reasons_head(stem))
    (statement,) = parse(body)
    only(statement.stmt, "valuesLists", "limitOption", "op")
    messages: dict[str, tuple[str, tuple[str, ...]]] = {}
    for row in statement.stmt.valuesLists:
        rule, because, traces = row
        if plain(traces.typeName) != plain(parse("SELECT x::text[]")[0].stmt.targetList[0].val.typeName):
            raise Unreadable("the traces of a rule are not an array of text", line)
        only(traces, "arg", "typeName")
        only(traces.arg, "elements")
        links = tuple(written(e) for e in traces.arg.elements or ())
        _once(messages, written(rule), (written(because), links))
    return messages


def _rules(
    found: _Artefact,
    stem: str,
    records: Sequence[Record],
    messages: dict[str, tuple[str, tuple[str, ...]]],
) -> tuple[Rule, ...]:
    body, line = _taken(found, f"{stem}_failed", demanded.failed_head(stem, records[0]))
    (statement,) = parse(body)
    select = statement.stmt
    only(select, "targetList", "fromClause", "limitOption", "op")
    scope = top(records)
    wanted = {r.path: r.path for r in records if r.path in scope.aliases}
    source = parse(demanded.failed_source(joins(records, wanted)))[0].stmt
    if plain(select.fromClause) != plain(source.fromClause):
        raise Unreadable("the records are not joined as their references demand", line)
    (target,) = select.targetList
    only(target, "val")
    shape = parse("SELECT array_remove(ARRAY[x]::text[], NULL)")[0].stmt.targetList[0].val
    array = target.val.args[0].arg.elements
    actual, wished = plain(target.val), plain(shape)
    actual["args"][0]["arg"].pop("elements")
    wished["args"][0]["arg"].pop("elements")
    if actual != wished:
        raise Unreadable("the failed rules are not collected as demanded", line)
    rules: list[Rule] = []
    for case in array:
        only(case, "args", "defresult")
        (when,) = case.args
        only(when, "expr", "result")
        test, rule = when.expr, written(case.defresult)
        if type(test).__name__ != "BooleanTest" or test.booltesttype.name != "IS_TRUE":
            raise Unreadable(f"the rule `{rule}` lacks `IS TRUE`", line)
        only(test, "arg", "booltesttype")
        if not when.result.isnull:
            raise Unreadable(f"the rule `{rule}` is reported where it holds", line)
        if rule not in messages or any(r.id == rule for r in rules):
            raise Unreadable(f"the rule `{rule}` has no message of its own", line)
        try:
            condition = k.condition(read(test.arg, scope)).true
        except Unreadable as fault:
            raise Unreadable(f"rule `{rule}`: {fault}", line) from None
        rules.append(Rule(rule, condition, *messages[rule]))
    if [r.id for r in rules] != list(messages):
        raise Unreadable("the message table is not that of the rules", line)
    return tuple(rules)


def _local(found: _Artefact, guard: Guard) -> None:
    """Each rule of the judged table's own columns is a CHECK as well, of the very same condition."""
    judged = guard.records[0]
    own = {f.name for f in judged.fields}
    columns = Columns([replace(f, name=stored(judged, f)) for f in judged.fields])
    for rule in guard.rules:
        if not all(_reads_only(e, own) for e in walk(rule.condition)):
            continue
        comment = f"{rule.because} [{', '.join(rule.traces)}]" if rule.traces else rule.because
        for key, (test, line) in list(found.checks.items()):
            if key[0] != judged.table or found.comments.get(("constraint", "public", *key)) != comment:
                continue
            try:
                condition = k.condition(read(test, columns)).true
            except Unreadable as fault:
                raise Unreadable(f"the CHECK `{key[1]}`: {fault}", line) from None
            if condition is _by_column(rule.condition, judged):
                del found.checks[key], found.comments["constraint", "public", *key]
                break
        else:
            raise Unreadable(f"the rule `{rule.id}` has no CHECK of its condition")


def _reads_only(e: Expr, own: set[str]) -> bool:
    return e.kind != "each" and (e.kind not in ("var", "given") or e.name in own)


def _by_column(e: Expr, judged: Record) -> Expr:
    """A condition with each field called by its column, as a CHECK calls it."""
    called = {f.name: stored(judged, f) for f in judged.fields}
    args = tuple(_by_column(a, judged) for a in e.args)
    name = called.get(e.name, e.name) if e.kind in ("var", "given") else e.name
    return node(e.kind, e.type, name, args, e.value, e.terms, e.bound)


# ── everything else ──────────────────────────────────────────────────────────────────────────────────────────


def _tokens(body: str) -> list[tuple[str, str]]:
    """The words of a plpgsql body, comments apart."""
    from pglast.parser import scan

    data = body.encode()
    return [
        (t.name, data[t.start : t.end + 1].decode())
        for t in scan(body)
        if t.name not in ("SQL_COMMENT", "C_COMMENT")
    ]


def _demand(found: _Artefact, expected: Sequence[str]) -> None:
    """The other statements are the expected ones: each once, in that order where order matters, and no other."""
    others = [(plain(stmt), line) for stmt, line in found.others]
    for text in expected:
        stmt = parse(text)[0].stmt
        if type(stmt).__name__ != "CreateFunctionStmt":
            shape = plain(stmt)
            place = next((i for i, (other, _) in enumerate(others) if other == shape), None)
            if place is None:
                raise Unreadable(f"missing, or not as demanded: `{text}`")
            del others[place]
            continue
        name = names(stmt.funcname)[-1]
        actual, line = found.functions.pop(name, (None, 0))
        if actual is None:
            raise Unreadable(f"the function `{name}` is missing")
        if _head(actual) != _head(stmt):
            raise Unreadable(f"the function `{name}` is not declared as demanded", line)
        if _tokens(_body(actual)) != _tokens(_body(stmt)):
            raise Unreadable(f"the body of `{name}` is not the one that the records demand", line)
    for _, line in others:
        raise Unreadable("a statement that the records do not demand", line)
