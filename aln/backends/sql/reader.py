"""A PostgreSQL script → the guard it means, from the text alone.

Takes a text; gives records, rules and messages. The rules and ranges are read from their expressions; the joins,
functions, triggers, locks and comments must be, word for word, those that the records read demand (`demanded`).
Raises `Unreadable` for anything else, with the line of the statement.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from aln.backends.interface import ReadGuard, Unreadable, Unsupported
from aln.backends.sql import demanded
from aln.backends.sql import kleene as k
from aln.backends.sql.names import ROOT, STATED, part, stored
from aln.backends.sql.read_declared import declared
from aln.backends.sql.read_expression import Columns, names, only, parse, plain, read, tokens, written
from aln.backends.sql.read_query import Joined, aliases, joins
from aln.backends.sql.read_ranges import ranges
from aln.backends.sql.script import Script, body, once
from aln.backends.sql_text import sql_function
from aln.core.ir import Expr, Guard, Rule, node, walk
from aln.core.show import snake

__all__ = ["read_guard"]


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
    found = Script(text)
    keys = [key for key in found.comments if key[0] == "function"]
    if len(keys) != 1 or keys[0][1] != "aln":
        raise Unreadable("the comment that declares the records is missing")
    guard, events, policy_id = declared(found.comments.pop(keys[0]))
    named = re.fullmatch(re.escape(snake(guard.name)) + "_([0-9a-f]{8})_reasons", keys[0][2])
    if named is None:
        raise Unreadable(f"the functions of `{keys[0][2]}` are not those of the policy `{guard.name}`")
    base = keys[0][2].removesuffix("_reasons")
    messages = _messages(found, base)
    guard, states, accepted = _parts(found, guard, events, messages, base)
    ranges(found, guard.records)
    _local(found, states)
    if "mentions" in found.functions or any(
        e.kind == "mentions" for r in guard.rules for e in walk(r.condition)
    ):
        stmt, line = found.functions.pop("mentions", (None, 0))
        if plain(stmt) != plain(parse(sql_function("aln"))[0].stmt):
            raise Unreadable("the function `mentions` is not the one with the pinned letter table", line)
    expected = ["CREATE SCHEMA IF NOT EXISTS aln"]
    crossing = demanded.enforcement(states, base) if len(states.records) > 1 else []
    expected += crossing[:-1]
    if accepted.rules:
        expected += demanded.acceptance(accepted, base)
    expected += crossing[-1:]
    expected.append(demanded.replacement(guard, policy_id, named[1]))
    _demand(found, expected)
    for name, (_, line) in found.functions.items():
        raise Unreadable(f"the function `{name}` is not one that the records demand", line)
    for (_, check), (_, line) in found.checks.items():
        raise Unreadable(f"the CHECK `{check}` states neither a range nor a rule", line)
    for place in found.comments:
        raise Unreadable(f"the comment on `{place[-1]}` belongs to nothing")
    return ReadGuard(guard, None)


def _parts(
    found: Script,
    guard: Guard,
    events: tuple[str, ...],
    messages: dict[str, tuple[str, tuple[str, ...]]],
    base: str,
) -> tuple[Guard, Guard, Guard]:
    """The guard with its rules; its state rules; what is judged at acceptance: each with the records that it reads."""
    stored = bool(guard.records[0].table)
    state_ids = [r for r in messages if stored and r not in events]
    event_ids = [r for r in messages if r not in state_ids]
    if not set(events) <= set(messages):
        raise Unreadable("a rule that is judged at acceptance has no message")
    states = replace(guard, inputs=(), counts=guard.counts if state_ids else ())
    accepted = replace(guard, counts=() if state_ids else guard.counts)
    rules: dict[str, Rule] = {}
    if event_ids and not state_ids:
        states = replace(states, records=guard.records[:1])
    else:
        states = _rules(found, part(base, "failed"), states, state_ids, guard.counts)
    if event_ids:
        accepted = _rules(found, part(base, "unmet"), accepted, event_ids, guard.counts)
    for rule in (*states.rules, *accepted.rules):
        rules[rule.id] = replace(
            rule, because=messages[rule.id][0], traces=messages[rule.id][1], event=rule.id in events
        )
    return (
        replace(guard, rules=tuple(rules[i] for i in messages)),
        replace(states, rules=tuple(rules[r.id] for r in states.rules)),
        accepted,
    )


# ── rules ────────────────────────────────────────────────────────────────────────────────────────────────────


def _head(stmt: Any) -> Any:
    """A function without its body."""
    shape = plain(stmt)
    for option in shape["options"]:
        if option["defname"] == "as":
            option["arg"] = None
    return shape


def _taken(found: Script, name: str, head: str) -> tuple[str, int]:
    """The body of a function whose head is as demanded."""
    stmt, line = found.functions.pop(name, (None, 0))
    if stmt is None:
        raise Unreadable(f"the function `{name}` is missing")
    if _head(stmt) != _head(parse(head)[0].stmt):
        raise Unreadable(f"the function `{name}` is not declared as demanded", line)
    return body(stmt), line


def _messages(found: Script, base: str) -> dict[str, tuple[str, tuple[str, ...]]]:
    body, line = _taken(found, part(base, "reasons"), demanded.reasons_head(base))
    (statement,) = parse(body)
    only(statement.stmt, "valuesLists", "limitOption", "op")
    messages: dict[str, tuple[str, tuple[str, ...]]] = {}
    array = plain(parse("SELECT x::text[]")[0].stmt.targetList[0].val.typeName)
    for row in statement.stmt.valuesLists:
        rule, because, traces = row
        if plain(traces.typeName) != array:
            raise Unreadable("the traces of a rule are not an array of text", line)
        only(traces, "arg", "typeName")
        only(traces.arg, "elements")
        links = tuple(written(e) for e in traces.arg.elements or ())
        once(messages, written(rule), (written(because), links))
    return messages


def _rules(found: Script, name: str, some: Guard, wanted: Sequence[str], counted: tuple[str, ...]) -> Guard:
    """A part of the guard with its rules, read from the function that gives those a record fails, and its records."""
    text, line = _taken(found, name, demanded.failed_head(name, some))
    (statement,) = parse(text)
    select = statement.stmt
    only(select, "targetList", "fromClause", "limitOption", "op")
    joined = [a for a in aliases(select.fromClause) if a not in (ROOT, STATED)]
    paths = {r.path for r in some.records if r.how == "ref"}
    if not set(joined) <= paths:
        raise Unreadable("a record is joined that is not declared", line)
    source = demanded.failed_source(some, joins(some.records, {p: p for p in joined}))
    if plain(select.fromClause) != plain(parse(source)[0].stmt.fromClause):
        raise Unreadable("the records are not joined as their references demand", line)
    scope = Joined(some.records, frozenset({ROOT, *joined}), inputs=some.inputs, counts=counted)
    (target,) = select.targetList
    only(target, "val")
    shape = parse("SELECT array_remove(ARRAY[x]::text[], NULL)")[0].stmt.targetList[0].val
    array = target.val.args[0].arg.elements or ()
    actual, wished = plain(target.val, "elements"), plain(shape, "elements")
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
        try:
            condition = k.condition(read(test.arg, scope)).true
        except Unreadable as fault:
            raise Unreadable(f"rule `{rule}`: {fault}", line) from None
        rules.append(Rule(rule, condition, ""))
    if [r.id for r in rules] != list(wanted):
        raise Unreadable("the rules are not those that have a message, or are judged elsewhere", line)
    records = demanded.needed(some.records, [r.condition for r in rules], some.counts)
    lists = tuple(r.path + "." for r in records if r.how == "many")
    if joined != [r.path for r in records if r.how == "ref" and not r.path.startswith(lists or ("\0",))]:
        raise Unreadable("the records joined are not those that the rules read", line)
    return replace(some, rules=tuple(rules), records=records)


def _local(found: Script, guard: Guard) -> None:
    """Each rule of the judged table's own columns is a CHECK as well, of the very same condition."""
    judged = guard.records[0]
    own = {f.name for f in judged.fields}
    columns = Columns([replace(f, name=stored(judged, f)) for f in judged.fields])
    called = {f.name: stored(judged, f) for f in judged.fields}
    for rule in guard.rules:
        if not all(_reads_only(e, own) for e in walk(rule.condition)):
            continue
        comment = f"{rule.because} [{', '.join(rule.traces)}]" if rule.traces else rule.because
        wanted = _by_column(rule.condition, called)
        for key, test, line in found.said(judged.table, comment):
            try:
                condition = k.condition(read(test, columns)).true
            except Unreadable as fault:
                raise Unreadable(f"the CHECK `{key[1]}`: {fault}", line) from None
            if condition is wanted:
                found.take(key)
                break
        else:
            raise Unreadable(f"the rule `{rule.id}` has no CHECK of its condition")


def _reads_only(e: Expr, own: set[str]) -> bool:
    return e.kind != "each" and (e.kind not in ("var", "given") or e.name in own)


def _by_column(e: Expr, called: Mapping[str, str]) -> Expr:
    """A condition with each field called by its column, as a CHECK calls it."""
    args = tuple(_by_column(a, called) for a in e.args)
    name = called.get(e.name, e.name) if e.kind in ("var", "given") else e.name
    return node(e.kind, e.type, name, args, e.value, e.terms, e.bound)


# ── everything else ──────────────────────────────────────────────────────────────────────────────────────────


def _demand(found: Script, expected: Sequence[str]) -> None:
    """The other statements are the expected ones, each once and in that order, and the functions too."""
    others = list(found.others)
    for text in expected:
        stmt = parse(text)[0].stmt
        kind = type(stmt).__name__
        if kind != "CreateFunctionStmt":
            actual, line = others.pop(0) if others else (None, 0)
            if kind == "DoStmt" and type(actual).__name__ == kind:
                same = plain(actual, "arg") == plain(stmt, "arg") and tokens(body(actual)) == tokens(
                    body(stmt)
                )
            else:
                same = plain(actual) == plain(stmt)
            if not same:
                raise Unreadable(f"missing, or not as demanded: `{' '.join(text.split())}`", line)
            continue
        name = names(stmt.funcname)[-1]
        actual, line = found.functions.pop(name, (None, 0))
        if actual is None:
            raise Unreadable(f"the function `{name}` is missing")
        if _head(actual) != _head(stmt):
            raise Unreadable(f"the function `{name}` is not declared as demanded", line)
        if tokens(body(actual)) != tokens(body(stmt)):
            raise Unreadable(f"the body of `{name}` is not the one that the records demand", line)
    for _, line in others:
        raise Unreadable("a statement that the records do not demand", line)
