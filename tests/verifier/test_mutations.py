"""The fixtures have teeth: with a fault put into the code under a kind of proof, a listed fixture has a wrong verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from aln.core import build as b
from aln.core.evaluate import Decision
from aln.core.ir import BOOL, ID, TEXT, CoreModule, Definition, Expr, Field, Guard, Record, Rule, Type
from aln.diagnostics import Span
from aln.verifier import encode, obligations
from aln.verifier import prove as proving
from aln.verifier.encode import Encoder
from aln.verifier.obligation import Budget, Goal, Holds, Judged, Obligation, Possible, Scope
from aln.verifier.prove import prove
from aln.verifier.records import smt

N = Type("int", 0, 9)
STAGE = Type("enum", name="Stage", labels=("WAKE", "LIGHT", "DEEP"))
STUDY = (Field("open", BOOL),)
SCOPE = Scope(
    (
        Record(
            "", "Visit", "visit", "id", "root",
            fields=(
                Field("id", ID), Field("n", N), Field("m", N, True), Field("z", Type("int", -9, 9)),
                Field("stage", STAGE), Field("note", TEXT),
            ),
        ),
        Record("study", "Study", "study", "id", "ref", "", "study", fields=STUDY),
        Record("twin", "Study", "study", "id", "ref", "", "twin", fields=STUDY),
        Record("items", "Item", "item", "id", "many", "", "visit", 4, fields=(Field("v", N), Field("id", ID))),
    )
)  # fmt: skip
X, M, Z, V = b.var("n", N), b.var("m", N), b.var("z", Type("int", -9, 9)), b.var("c.v", N)
STAGE_VAR, NOTE = b.var("stage", STAGE), b.var("note", TEXT)
OPEN, TWIN_OPEN = b.var("study.open", BOOL), b.var("twin.open", BOOL)


def number(n: int) -> Expr:
    return b.const(Type("int"), n)


def over(kind: str, body: Expr, bound: str = "c") -> Expr:
    return b.each(kind, "items", bound, body, 4)


def holds(formula: Expr) -> Goal:
    return Holds(SCOPE, formula)


GUARD = Guard("M", "P", "Visit", SCOPE.records, (Rule("P/small", b.lt(X, number(5)), "too large"),))
MODULE = CoreModule("M", "M", "m.aln", (GUARD,), (), (), (), {}, {}, {}, ())


def read_back(guard: Guard) -> Goal:
    return obligations.guard_equal(MODULE, GUARD, guard, None, "python", complete=False).goal


ROOT = SCOPE.records[0]
WIDER = replace(
    ROOT, fields=tuple(replace(f, type=Type("int", 0, 99)) if f.name == "n" else f for f in ROOT.fields)
)

# name: (goal, the right status)
FIXTURES: dict[str, tuple[Callable[[], Goal], str]] = {
    "labels": (lambda: holds(b.or_(*(b.eq(STAGE_VAR, b.const(STAGE, x)) for x in STAGE.labels))), "proved"),
    "ends of ranges": (
        lambda: holds(b.implies(b.eq(b.add(X, M), number(18)), b.eq(X, number(9)))), "proved",
    ),
    "may be missing": (lambda: holds(b.given("m")), "refuted"),
    "missing reads as default": (lambda: holds(b.or_(b.given("m"), b.eq(M, number(0)))), "proved"),
    "may dangle": (lambda: holds(b.given("study")), "refuted"),
    "may be withheld": (lambda: holds(b.given("items")), "refuted"),
    "two elements": (
        lambda: holds(b.not_(b.and_(over("any", b.eq(V, number(3))), over("any", b.eq(V, number(4)))))), "refuted",
    ),
    "all or any": (
        lambda: holds(
            b.not_(
                b.and_(
                    over("all", b.lt(V, number(5))),
                    over("any", b.eq(V, number(7))),
                    over("any", b.eq(V, number(3))),
                )
            )
        ), "proved",
    ),
    "greatest": (
        lambda: holds(b.implies(over("any", b.eq(V, number(7))), b.le(number(7), over("max", V)))), "proved",
    ),
    "sum": (lambda: holds(b.lt(over("sum", V), number(36))), "refuted"),
    "division": (lambda: holds(b.implies(b.le(Z, number(0)), b.eq(b.floor_div(X, Z), number(0)))), "proved"),
    "one key, one record": (
        lambda: holds(
            b.implies(
                b.and_(b.given("study"), b.given("twin"), b.eq(b.var("study", ID), b.var("twin", ID))),
                b.eq(OPEN, TWIN_OPEN),
            )
        ), "proved",
    ),
    "term within term": (
        lambda: holds(b.implies(b.mentions(NOTE, ("dream phase",)), b.mentions(NOTE, ("dream",)))), "proved",
    ),
    "literal": (
        lambda: holds(b.implies(b.eq(NOTE, b.const(TEXT, "a rem nap")), b.mentions(NOTE, ("rem",)))), "proved",
    ),
    "possible": (lambda: Possible(SCOPE, b.and_(b.lt(X, M), b.lt(M, X))), "refuted"),
    "allowed": (lambda: Judged(GUARD, _lawful(7), True), "refuted"),
    "message": (
        lambda: read_back(replace(GUARD, rules=(replace(GUARD.rules[0], because="no"),))), "refuted",
    ),
    "domain": (lambda: read_back(replace(GUARD, records=(WIDER, *GUARD.records[1:]))), "refuted"),
    "rule bit": (
        lambda: read_back(replace(GUARD, rules=(replace(GUARD.rules[0], condition=b.le(X, number(5))),))), "refuted",
    ),
}  # fmt: skip


def _lawful(n: int) -> dict[str, Any]:
    return {
        "id": "00000000-0000-4000-8000-000000000001", "n": n, "m": None, "z": 0, "stage": "WAKE", "note": "",
        "study": None, "twin": None, "items": (),
    }  # fmt: skip


def status(name: str) -> str:
    """The status of a fixture's verdict; `fault` where the code stops in an error of its own."""
    goal = FIXTURES[name][0]()
    o = Obligation(f"M/claim/{name}", "claim", name, "M", Span("m.aln", 1, 1), goal)
    try:
        return next(prove([o], Budget(units=4_000_000, second_opinion=False))).status
    except Exception:
        return "fault"


@pytest.mark.parametrize("name", FIXTURES)
def test_a_fixture_has_its_verdict(name: str) -> None:
    """Without a fault every fixture has the right verdict."""
    assert status(name) == FIXTURES[name][1]


# ── faults ───────────────────────────────────────────────────────────────────────────────────────────────────

_within, _expr, _op, _each, _bind, _reference = (
    Encoder.within, Encoder._expr, Encoder._op, Encoder._each, Encoder._bind, Encoder._reference,
)  # fmt: skip


def no_domain(sort: str) -> Callable[..., Any]:
    def within(self: Encoder, ty: Type, value: Any) -> Any:
        return self.z3.BoolVal(True) if ty.sort == sort else _within(self, ty, value)

    return within


def given_always(self: Encoder, e: Expr, names: Any) -> Any:
    return self.z3.BoolVal(True) if e.kind == "given" else _expr(self, e, names)


def quotient_unguarded(self: Encoder, name: str, a: Any) -> Any:
    return a[0] / a[1] if name == "div" else _op(self, name, a)


def each_as(old: str, new: str) -> Callable[..., Any]:
    def each(self: Encoder, e: Expr, names: Any) -> Any:
        return _each(self, b.each(new, e.value, e.bound, e.args[0], 4) if e.name == old else e, names)

    return each


def no_default(self: Encoder, name: str, ty: Type, given: Any, value: Any) -> None:
    _bind(self, name, ty, given, value)
    self.domain.pop(-1 if ty.sort != "text" else -2)


def never_dangling(self: Encoder, record: Record, name: str, owner: Any) -> Any:
    there = _reference(self, record, name, owner)
    self.domain.append(there == owner)
    return there


def everything_given(self: Encoder) -> list[Any]:
    self.domain += [given for path, (given, _) in self.bound.items() if path in self.used]
    return []


Fault = tuple[Any, str, Any]
# the fault: (what is replaced, by what), and the fixtures that must notice
FAULTS: dict[str, tuple[Fault, tuple[str, ...]]] = {
    "labels have no domain": ((Encoder, "within", no_domain("enum")), ("labels",)),
    "numbers have no domain": ((Encoder, "within", no_domain("int")), ("ends of ranges",)),
    "everything is given": ((Encoder, "_expr", given_always), ("may be missing", "may dangle", "may be withheld")),
    "nothing reads as its default": ((Encoder, "_bind", no_default), ("missing reads as default",)),
    "references never dangle": ((Encoder, "_reference", never_dangling), ("may dangle",)),
    "relations are never withheld": ((Encoder, "_consistent", everything_given), ("may be withheld",)),
    "keys are not looked at": ((Encoder, "_consistent", lambda self: None), ("one key, one record",)),
    "one slot is always enough": (
        (smt, "bounds", lambda formula, records, **_: {r.path: 0 for r in records if r.how == "many"}),
        ("two elements", "sum"),
    ),
    "all is any": ((Encoder, "_each", each_as("all", "any")), ("all or any",)),
    "any is all": ((Encoder, "_each", each_as("any", "all")), ("all or any", "greatest")),
    "max is min": ((Encoder, "_each", each_as("max", "min")), ("greatest",)),
    "a sum is its greatest part": ((Encoder, "_each", each_as("sum", "max")), ("sum",)),
    "division is not guarded": ((Encoder, "_op", quotient_unguarded), ("division",)),
    "terms do not contain terms": ((encode, "contains", lambda a, other: False), ("term within term",)),
    "literals mention nothing": ((encode, "mentions", lambda text, terms: False), ("literal",)),
    "the claim itself is asked for": ((smt, "not_", lambda e: e), ("labels", "division", "ends of ranges")),
    "no answer is impossible": ((smt.Query, "check", lambda self: "sat"), ("possible", "labels")),
    "nothing is satisfiable": ((smt.Query, "check", lambda self: "unsat"), ("may be missing", "two elements")),
    "the guard allows everything": ((proving, "decide", lambda guard, env: Decision((), ())), ("allowed",)),
    "forms are not compared": ((obligations, "guard_differences", lambda policy, read: ()), ("message", "domain")),
    "ranges are not compared": ((obligations, "_same_domain", lambda a, other: True), ("domain",)),
    "readings never differ": (
        (smt, "and_", lambda *parts: b.FALSE), ("rule bit",),
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_turns_a_fixture_red(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the fault in place each fixture named beside it no longer has the right verdict."""
    (where, name, by), noticed = FAULTS[fault]
    monkeypatch.setattr(where, name, by)
    for fixture in noticed:
        assert status(fixture) != FIXTURES[fixture][1], fixture


def test_a_wrong_encoding_is_stopped_by_the_replay(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a wrong encoding the evaluator refuses the model; without the replay it would be a refutation."""
    monkeypatch.setattr(Encoder, "_op", quotient_unguarded)
    assert status("division") == "unknown"
    monkeypatch.setattr(smt, "evaluate", lambda e, env: True)
    assert status("division") == "refuted"


def test_blame_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refutation whose blame is lost is told from one that names its rule."""
    accepted = Definition("accepted(P, x)", b.lt(X, number(5)))
    claim = b.implies(b.var(accepted.name, BOOL), b.lt(X, number(3)))
    goal = Holds(SCOPE, claim, (accepted,), (Rule("P/small", accepted.value, "too large"),))
    o = Obligation("M/claim/c", "claim", "c", "M", Span("m.aln", 1, 1), goal)

    def blames() -> tuple[str, ...]:
        found = next(prove([o])).counterexample
        assert found is not None
        return found.blames

    assert blames() == ("P/small",)
    monkeypatch.setattr(smt, "blamed", lambda formula, env, rules: ())
    assert blames() == ()
