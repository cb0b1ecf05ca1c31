"""Conditions on parameters under which a claim that fails would hold: advice for whoever accepts parameters.

Takes a part of a machine and a claim that a run breaks. Gives linear conditions, the simplest first, of each of which
it is proved that it makes the claim and every declared range true, and that some accepted parameters meet it. Each
counterexample rules out every condition that its parameters meet, so few questions decide about many conditions.
Source: Solar-Lezama, Program synthesis by sketching (2008), counterexample-guided synthesis.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, islice, permutations
from typing import Any

from aln.core import build as b
from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Field, Rule, Type, walk
from aln.verifier.machines.bmc import Run, Search
from aln.verifier.machines.candidates import RANGES, Candidate
from aln.verifier.machines.effort import Effort
from aln.verifier.machines.frames import System
from aln.verifier.machines.induction import Induction
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.obligation import Budget
from aln.verifier.show import literal

__all__ = ["side_conditions"]

LOOKED = 12
"""A condition is put to proof only where no run of so many ticks breaks the claim under it."""
ASKED, PROOFS, MOST, PAIRED = 200, 40, 2, 40
"""So many questions, attempts at a proof, conditions in the end, and conditions that are tried in pairs."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on parameters, and how an author would write it."""

    formula: Expr
    says: str


def side_conditions(effort: Effort, c: Candidate, run: Run) -> tuple[str, ...]:
    """Up to two conditions under which `c` would hold, neither stronger than the other; none where no simple one is
    proved. `run` breaks it without one."""
    system = effort.system
    if not any(f.type.sort == "int" and not f.optional for f in system.machine.parameters):
        return ()
    budget = replace(effort.budget, units=max(1, effort.budget.units // 10), second_opinion=False)
    search = _Search(system, c, run, budget)
    single = list(_conditions(system, c, len(run.steps)))
    pairs = (
        Condition(b.and_(x.formula, y.formula), f"{x.says} and {y.says}")
        for x, y in combinations(single[:PAIRED], 2)
    )
    for group in (single, pairs):
        left = islice((x for x in group if search.met_by_none(x)), PROOFS)
        found = search.weakest([x for x in left if _proves(effort, c, x, budget)])
        if found:
            return tuple(condition.says for condition in found[:MOST])
    return ()


class _Search:
    """Parameters with which some short run breaks the claim, and questions about conditions on them."""

    def __init__(self, system: System, c: Candidate, run: Run, budget: Budget) -> None:
        self.system, self.budget = system, budget
        self.bad: list[Mapping[str, Any]] = [run.parameters]
        self.asked = 0
        self.broken = Search(system, c, budget)
        z3 = system.z3
        last = max(LOOKED, len(run.steps)) - 1
        told = [t for t in range(last + 1) if self.broken.tell(t)]
        self.broken.solver.add(z3.Or(*(self.broken.broken(t) for t in told)))

    def met_by_none(self, condition: Condition) -> bool:
        """Whether no parameters that meet the condition are known to break the claim, or found to with little effort,
        and some that meet it are accepted."""
        if self.asked >= ASKED or any(evaluate(condition.formula, bad) for bad in self.bad):
            return False
        z3, wanted = self.system.z3, self.system.parameters.expr(condition.formula)
        self.asked += 1
        solver = self.broken.solver
        solver.set("rlimit", max(1, self.budget.units // 10))
        solver.push()
        solver.add(wanted)
        said = solver.check()
        if said == z3.sat:
            found = self.system.read(solver.model(), -1)[0]
            if valid_parameters(self.system.machine, found):
                self.bad.append(found)
        solver.pop()
        return bool(said != z3.sat) and self.possible(wanted)

    def possible(self, *wanted: Any) -> bool:
        z3 = self.system.z3
        solver = z3.Solver()
        solver.set("rlimit", self.budget.units)
        solver.add(*self.system.valid, *wanted)
        return bool(solver.check() == z3.sat)

    def weakest(self, among: Sequence[Condition]) -> list[Condition]:
        """Those from which no other of them follows, unless it says the same; of those that do, the simplest."""
        out: list[Condition] = []
        for x in among:
            if not any(self.stronger(x, y) for y in out):
                out = [y for y in out if not self.stronger(y, x)] + [x]
        return out

    def stronger(self, condition: Condition, known: Condition) -> bool:
        """Whether every accepted parameters that meet `condition` meet `known` too."""
        express = self.system.parameters.expr
        return not self.possible(express(condition.formula), self.system.z3.Not(express(known.formula)))


def _proves(effort: Effort, c: Candidate, condition: Condition, budget: Budget) -> bool:
    """Whether the claim and every range are proved where `init` asks for the condition as well."""
    machine = effort.system.machine
    rule = Rule("advice", condition.formula, condition.says)
    induction = Induction(System(replace(machine, assumption=(*machine.assumption, rule))), budget)
    # What is proved of more parameters is proved of these.
    induction.proofs |= effort.induction.proofs
    open_ = [x for x in effort.candidates if x.role in (*RANGES, "lemma") and x.key not in induction.proofs]
    induction.run([*open_, *(() if c in open_ else (c,))])
    return all(x.key in induction.proofs for x in (c, *effort.ranges))


# ── conditions to try ────────────────────────────────────────────────────────────────────────────────────────────


def _conditions(system: System, c: Candidate, ticks: int) -> Iterator[Condition]:
    """p ≤ q, p ≤ K and p ≥ K, p ≤ q + r, q ≤ n·p, q ≤ r + n·p: for parameters p, q, r of one kind, the machine's own
    numbers K, and the counts n of the claim. What the declared types decide is left out."""
    fields = [f for f in system.machine.parameters if f.type.sort == "int" and not f.optional]
    constants = [
        (x.type.grain, x.value) for e in system.formulas for x in walk(e) if isinstance(x.value, int)
    ]
    own = [x for e in (c.given, c.value) if e is not None for x in walk(e)]
    counts = {ticks} | {
        x.value + d for x in own if isinstance(x.value, int) and x.type.grain == 1 for d in (0, 1)
    }
    pairs = [(p, q) for p, q in permutations(fields, 2) if p.type.grain == q.type.grain]
    triples = [
        (p, q, r) for p, q in pairs for r in fields if r not in (p, q) and r.type.grain == p.type.grain
    ]
    yield from _stated((_le(_v(p), _v(q)), f"{p.name} <= {q.name}") for p, q in pairs)
    for p in fields:
        for k in sorted(
            {k for grain, k in constants if grain == p.type.grain and p.type.lo <= k <= p.type.hi}
        ):
            at = b.const(p.type, k)
            yield from _stated([(_le(_v(p), at), f"{p.name} <= {literal(p.type, k)}")])
            yield from _stated([(_le(at, _v(p)), f"{p.name} >= {literal(p.type, k)}")])
    yield from _stated(
        (_le(_v(p), b.add(_v(q), _v(r))), f"{p.name} <= {q.name} + {r.name}")
        for p, q, r in triples
        if q.name < r.name
    )
    for n in sorted(n for n in counts if 2 <= n <= 1000):
        times = b.const(Type("int", n, n), n)
        yield from _stated(
            (_le(_v(q), b.mul(_v(p), times, p.type.unit)), f"{q.name} <= {n} * {p.name}") for p, q in pairs
        )
        yield from _stated(
            (
                _le(_v(q), b.add(_v(r), b.mul(_v(p), times, p.type.unit))),
                f"{q.name} <= {r.name} + {n} * {p.name}",
            )
            for p, q, r in triples
        )


def _v(f: Field) -> Expr:
    return b.var(f.name, f.type)


def _le(x: Expr, y: Expr) -> Expr:
    return b.le(x, y)


def _stated(found: Any) -> Iterator[Condition]:
    for formula, says in found:
        if formula not in (b.TRUE, b.FALSE):
            yield Condition(formula, says)
