"""Two versions of what judges one entity: which records only the old one accepts, and which only the new one.

Takes guards of core and the declared fields of entities, for both sides; gives a verdict with a witness each way, which
the evaluator repeated on both sides. A record that one side takes for invalid and the other accepts is a difference.
Never calls two policies equal without a proof: what cannot be decided is *unknown*, with the reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from aln.core import build as b
from aln.core.evaluate import decide
from aln.core.ir import Expr
from aln.core.show import snake
from aln.verifier.obligation import Budget, Evidence, ReplayError, Scope
from aln.verifier.records.abstract import abstract
from aln.verifier.records.merge import Merged, Side, Unmatched
from aln.verifier.records.search import search
from aln.verifier.records.slots import Unbounded, counted
from aln.verifier.records.smt import SNAPSHOT, Query, confirm, counterexample
from aln.verifier.show import literal, plain, rows

__all__ = ["Comparison", "Outcome", "Side", "Witness", "compare", "joined"]

Outcome = Literal["equal", "stricter", "looser", "incomparable", "unknown"]
# Elements of a relation tried before as many as are ever needed: a witness found with them is a witness.
_FEW = (1, 2)


@dataclass(frozen=True, slots=True)
class Witness:
    """A record on which the two sides differ: its `values` as JSON and as ALN lines, the rules (`Policy/rule`) that
    refuse it on the side that does, with their reasons, and the fields that side takes for invalid. `stored`: a stored
    record, which only state rules judge."""

    values: Mapping[str, Any]
    shown: tuple[str, ...]
    rules: tuple[str, ...]
    because: tuple[str, ...]
    invalid: tuple[str, ...] = ()
    stored: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the new side is, seen from the old one. `reason` says why nothing is known; `evidence` is that of the proofs
    that there is no witness, empty where the two are equal by form or where no proof was needed."""

    verdict: Outcome
    newly_denied: Witness | None = None
    newly_allowed: Witness | None = None
    reason: str = ""
    evidence: Evidence = ""
    rests_on: tuple[str, ...] = ()


def joined(denied: bool, allowed: bool) -> Outcome:
    """The verdict for having a witness of each kind, or none."""
    if denied:
        return "incomparable" if allowed else "stricter"
    return "looser" if allowed else "equal"


def compare(entity: str, old: Side, new: Side, budget: Budget | None = None) -> Comparison:
    """What the guards of `new` make of the records of `entity`, against those of `old`."""
    if _form(entity, old) == _form(entity, new):
        return Comparison("equal")
    try:
        return _Question(Merged(entity, old, new), budget or Budget()).answer()
    except (Unmatched, Unbounded, ReplayError) as why:
        return Comparison("unknown", reason=str(why))


def _form(entity: str, side: Side) -> object:
    """All that a decision depends on. Expressions are interned, so that equal ones are identical."""
    shape = side.shapes.get(entity)
    return (
        frozenset((r.condition, r.event) for g in side.guards for r in g.rules),
        frozenset(replace(r, fields=()) for g in side.guards for r in g.records if r.path),
        frozenset((r.path, f) for g in side.guards for r in g.records for f in r.fields),
        frozenset(f for g in side.guards for f in g.inputs),
        frozenset(shape.fields) if shape is not None else None,
    )


@dataclass(slots=True)
class _Question:
    """The queries about one pair of sides, and what their answers rest on."""

    merged: Merged
    budget: Budget
    scripts: list[str]
    rests_on: dict[str, None]
    asked: dict[bool, tuple[tuple[Expr, ...], tuple[Expr, ...]]]

    def __init__(self, merged: Merged, budget: Budget) -> None:
        self.merged, self.budget = merged, budget
        self.scripts, self.rests_on, self.asked = [], {}, {}

    def answer(self) -> Comparison:
        found: dict[bool, Witness | None] = {}
        for now_denied in (True, False):
            found[now_denied] = self._first(now_denied)
        denied, allowed = found[True], found[False]
        evidence: Evidence = confirm(self.scripts, self.budget) if self.scripts else ""
        verdict = joined(denied is not None, allowed is not None)
        return Comparison(verdict, denied, allowed, "", evidence, tuple(self.rests_on))

    def _accepted(self, stored: bool) -> tuple[tuple[Expr, ...], tuple[Expr, ...]]:
        if stored not in self.asked:
            self.asked[stored] = (self.merged.accepts(0, stored), self.merged.accepts(1, stored))
        return self.asked[stored]

    def _first(self, now_denied: bool) -> Witness | None:
        """A record that is refused now and was not, or the other way about: when it is accepted, or while stored."""
        for stored in (False, True) if self.merged.has_events else (False,):
            sides = self._accepted(stored)
            yes, no = sides if now_denied else sides[::-1]
            broken = [c for c in no if c not in set(yes)]
            if not broken:
                continue
            witness = self._witness(b.and_(*yes, b.not_(b.and_(*broken))), now_denied, stored)
            if witness is not None:
                return witness
        return None

    def _witness(self, formula: Expr, now_denied: bool, stored: bool) -> Witness | None:
        """A small record of which `formula` is true; None when it is proved that there is none."""
        if formula is b.FALSE:
            return None
        parts = formula.args if formula.kind == "op" and formula.name == "and" else (formula,)
        env: Mapping[str, Any] | None = search(self.merged.scope, parts)
        if env is None:
            query = self._satisfied(formula)
            if query is None:
                return None
            env = counterexample(self._plain(query)).env
        verdicts = [self._judge(side, env, stored) for side in (0, 1)]
        if [not any(v) for v in verdicts] != ([True, False] if now_denied else [False, True]):
            raise ReplayError(
                "a record on which the two differ was found, but the evaluator does not find them to differ"
            )
        refuses = 1 if now_denied else 0
        rules, invalid = verdicts[refuses]
        said = {r.id: r.because or r.id for g in self.merged.sides[refuses].guards for r in g.rules}
        because = tuple(said[x] for x in rules)
        return Witness(self._values(env), self._shown(env), rules, because, invalid, stored)

    def _plain(self, query: Query) -> Query:
        """The same question of a record that lacks nothing it must refer to, where such a record is a witness too."""
        there = b.and_(
            query.formula,
            *(b.given(r.path) for r in self.merged.scope.records if self.merged.is_required(r)),
        )
        if there is query.formula:
            return query
        try:
            found = Query(self.merged.scope, there, self.budget)
        except Unbounded:
            return query
        return found if found.check() == "sat" else query

    def _judge(
        self, side: int, env: Mapping[str, Any], stored: bool
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The rules that one side finds broken, and the fields it takes for invalid: the evaluator's decision."""
        failed: dict[str, None] = {}
        invalid = dict.fromkeys(self.merged.misshapen(side, env))
        for guard in self.merged.sides[side].guards:
            decision = decide(guard, self.merged.environment(side, guard, env))
            judging = {r.id for r in guard.rules if not (stored and r.event)}
            failed |= dict.fromkeys(x for x in decision.failed if x in judging)
            invalid |= dict.fromkeys(decision.invalid)
        return tuple(failed), tuple(invalid)

    # ── asking ───────────────────────────────────────────────────────────────────────────────────────────────

    def _satisfied(self, formula: Expr) -> Query | None:
        """A satisfied query, or None when there is a proof that nothing satisfies it. Raises `ReplayError` or
        `Unbounded` when neither is known."""
        scope, exact = self.merged.scope, b.and_(formula, *self.merged.fitting)
        (shape,), unknowns = abstract(formula)
        if unknowns:
            loose = Query(Scope(scope.records, (*scope.fields, *unknowns)), shape, self.budget)
            if loose.check() == "unsat":
                self._proved(loose, formula)
                return None
            for most in _FEW:
                few = Query(scope, exact, self.budget, most=most)
                if few.check() == "sat":
                    return few
        # Guards are handed their records: what is proved without trusting them to agree is proved for every caller.
        query = Query(scope, formula, self.budget, snapshot=False)
        answer = query.check()
        if answer != "unsat" and query.encoder.snapshot:
            query = Query(scope, formula, self.budget)
            answer = query.check()
            if answer == "unsat":
                self.rests_on |= dict.fromkeys(SNAPSHOT)
        if answer == "unsat":
            self._proved(query, formula)
            return None
        if answer == "sat" and self.merged.fitting:
            query = Query(scope, exact, self.budget)
            answer = query.check()
            if answer == "unsat":
                raise ReplayError(self.merged.limits)
        if answer != "sat":
            raise ReplayError(f"the solver stopped: {query.reason()}; raise `--budget`")
        return query

    def _proved(self, query: Query, formula: Expr) -> None:
        self.scripts.append(query.script)
        self.rests_on |= dict.fromkeys(counted(formula, self.merged.scope.records))

    # ── what people read ─────────────────────────────────────────────────────────────────────────────────────

    def _rows(self, env: Mapping[str, Any]) -> list[tuple[str, Any, Any]]:
        root = snake(self.merged.entity)
        out = []
        for name, ty, value in rows(self.merged.scope, env):
            if not self.merged.is_shown(name):
                continue
            name = self.merged.spoken(name)
            out.append((name.removeprefix("@") if name.startswith("@") else f"{root}.{name}", ty, value))
        # A reference that is followed here and only compared there is one field of the record.
        return [row for i, row in enumerate(out) if all(row[0] != other[0] for other in out[:i])]

    def _values(self, env: Mapping[str, Any]) -> dict[str, Any]:
        return {
            name: ([] if value == () else None) if ty is None else plain(ty, value)
            for name, ty, value in self._rows(env)
        }

    def _shown(self, env: Mapping[str, Any]) -> tuple[str, ...]:
        found = self._rows(env)
        width = max((len(name) for name, _, _ in found), default=0)
        return tuple(
            f"{name:<{width}} : "
            + (("none" if value == () else "missing") if ty is None else literal(ty, value))
            for name, ty, value in found
        )
