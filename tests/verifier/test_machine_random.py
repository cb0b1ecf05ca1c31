"""Random small machines, explored state by state: the verdicts are what exhaustive enumeration finds."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pytest

from aln.core import build as b
from aln.core.evaluate import evaluate, initial, tick
from aln.core.ir import BOOL, ONE, Assignment, Definition, Expr, Field, Machine, Property, Rule, State, Type
from aln.diagnostics import Span
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.obligation import Budget, Obligation, OfMachine
from aln.verifier.prove import prove

SMALL = Type("int", 0, 3)
MACHINES = 45
ONCE_WRONG = (20261130024,)
"""Advice on a claim, while a range that has no state in common with it was broken all the same."""
DEPTH = 6


@dataclass
class Maker:
    """Expressions over the names of one tick, from a seeded source."""

    random: random.Random
    numbers: list[Expr]
    truths: list[Expr]

    def number(self, depth: int) -> Expr:
        r = self.random
        if depth == 0:
            return r.choice([*self.numbers, *(b.const(SMALL, n) for n in range(4))])
        x, y = self.number(depth - 1), self.number(depth - 1)
        made = [
            lambda: b.add(x, y),
            lambda: b.sub(x, y),
            lambda: b.mul(x, y, ONE),
            lambda: b.minimum(x, y),
            lambda: b.maximum(x, y),
            lambda: b.absolute(b.sub(x, y)),
            lambda: b.floor_div(x, y),
            lambda: b.ite(self.truth(depth - 1), x, y),
        ]
        return r.choice(made)()

    def truth(self, depth: int) -> Expr:
        r = self.random
        if depth == 0:
            return r.choice(self.truths)
        x, y = self.number(depth - 1), self.number(depth - 1)
        made = [
            lambda: b.le(x, y),
            lambda: b.lt(x, y),
            lambda: b.eq(x, y),
            lambda: b.not_(self.truth(depth - 1)),
            lambda: b.and_(self.truth(depth - 1), self.truth(depth - 1)),
            lambda: b.or_(self.truth(depth - 1), self.truth(depth - 1)),
        ]
        return r.choice(made)()

    def clamped(self, depth: int) -> Expr:
        """Mostly within the small type, so that ranges hold often and not always."""
        e = self.number(depth)
        if self.random.random() < 0.15:
            return e
        return b.minimum(b.maximum(e, b.const(SMALL, 0)), b.const(SMALL, 3))


def machine(seed: int) -> Machine:
    r = random.Random(seed)
    p, i, x, y = (b.var(n, SMALL) for n in ("p", "i", "x", "y"))
    flag = b.var("f", BOOL)
    start = Maker(r, [p], [b.TRUE])
    now = Maker(r, [p, i, x, y], [b.given("i"), flag, b.not_(flag)])
    definitions, states, assignments = [], [], []
    middle = now.number(1)
    definitions.append(Definition("m", middle))
    now.numbers.append(b.var("m", middle.type))
    for n, name in enumerate("xy"):
        first, value = start.clamped(1), now.clamped(2)
        assignments += [
            Assignment(name, SMALL, b.TRUE, first, 0, True),
            Assignment(name, SMALL, b.TRUE, value, n),
        ]
        definitions.append(Definition(f"{name}.next", value))
        states.append(State(name, SMALL, first, f"{name}.next"))
    definitions.append(Definition("f.next", now.truth(1)))
    states.append(State("f", BOOL, b.FALSE, "f.next"))
    properties = [
        Property(f"P{n}", n == 0, "always", b.or_(now.truth(2), now.truth(1)), "", (), 0) for n in range(4)
    ]
    properties += [
        Property(f"R{n}", False, "reachable", b.and_(now.truth(1), now.truth(2)), "", (), 0) for n in range(2)
    ]
    return Machine(
        "Random", "M", 1, (Field("p", SMALL),), "", "", (Rule("r", start.truth(1), ""),), (Field("i", SMALL, True),),
        tuple(states), tuple(definitions), (), tuple(assignments), tuple(properties),
    )  # fmt: skip


def explore(m: Machine, where: str = "True") -> tuple[dict[str, int], bool] | None:
    """For each name, the first tick (counted from 1) in which it is broken or reached, and whether a range is broken
    anywhere; None where no parameters are accepted. Reached counts only along runs within every range. `where` is a
    condition on the parameter `p`."""
    first: dict[str, int] = {}
    accepted = [{"p": n} for n in range(4) if valid_parameters(m, {"p": n}) and eval(where, {"p": n})]
    if not accepted:
        return None

    def note(name: str, t: int) -> None:
        first[name] = min(first.get(name, t), t)

    for parameters in accepted:
        layer: dict[tuple[Any, ...], bool] = {tuple(initial(m, parameters).values()): True}
        seen: dict[tuple[Any, ...], bool] = {}
        t = 0
        while layer:
            t += 1
            after: dict[tuple[Any, ...], bool] = {}
            for state, clean in layer.items():
                for value in (None, 0, 1, 2, 3):
                    env, following = tick(
                        m, parameters, dict(zip((s.name for s in m.states), state, strict=True)), {"i": value}
                    )
                    bad = {s.name for s in m.states if not s.type.holds(env[s.name])}
                    bad |= {
                        a.name
                        for a in m.assignments
                        if (t == 1 or not a.initial) and not a.type.holds(evaluate(a.value, env))
                    }
                    for name in bad:
                        note(name, t)
                    fine = clean and not bad
                    for prop in m.properties:
                        true = evaluate(prop.formula, env)
                        if prop.form == "always" and not true:
                            note(prop.name, t)
                        if prop.form == "reachable" and true and fine:
                            note(prop.name, t)
                    key = tuple(following.values())
                    after[key] = after.get(key, False) or fine
            layer = {
                k: c
                for k, c in after.items()
                if (k not in seen or (c and not seen[k])) and all(abs(v) < 50 for v in k)
            }
            seen |= layer
            if t > 60:
                break
    return first, any(n in first for n in "xyf")


def test_verdicts_agree_with_exhaustive_exploration() -> None:
    """Proved is true in every reachable state; refuted has the shortest run there is; under what is advised the claim is
    true; each verdict really occurs."""
    seen = judged([*range(MACHINES), *ONCE_WRONG])
    for kind, statuses in {
        "range": ("proved", "refuted"),
        "P": ("proved", "refuted", "unknown", "no parameters"),
        "R": ("proved", "refuted"),
        "advice": ("true",),
    }.items():
        for status in statuses:
            assert seen[kind, status] >= 5, (kind, status, seen)


@pytest.mark.long
def test_no_verdict_on_many_machines_is_wrong() -> None:
    """The same for many more, other ones in each run of the long suite."""
    start = int(os.environ.get("ALN_SEED", "0")) * 1_000
    assert judged(range(start, start + 10 * MACHINES)).total() > 10 * MACHINES


def judged(seeds: Iterable[int]) -> Counter[tuple[str, str]]:
    """How often each verdict was given, none of them wrongly."""
    seen: Counter[tuple[str, str]] = Counter()
    span = Span("random", 1, 1)
    for seed in seeds:
        m = machine(seed)
        truth = explore(m)
        names = ["x", "y", *(p.name for p in m.properties)]
        group = [
            Obligation(n, "range" if len(n) == 1 else "invariant", "", "Random", span, OfMachine(m, n))
            for n in names
        ]
        for v in prove(group, Budget(units=2_000_000, depth=DEPTH, second_opinion=False)):
            name = v.obligation.id
            kind = name[0] if len(name) > 1 else "range"
            if truth is None:
                assert v.status == "unknown", (seed, name)
                seen[kind, "no parameters"] += 1
                continue
            first, broken = truth
            seen[kind, v.status] += 1
            if kind == "R":
                if v.status == "proved":
                    assert first[name] == v.k, (seed, name)
                elif v.status == "refuted":
                    assert name not in first and not broken, (seed, name)
                else:
                    assert broken or first.get(name, DEPTH + 1) > DEPTH, (seed, name, v.reason)
            elif v.status == "proved":
                assert name not in first and not broken, (seed, name)
            elif v.status == "refuted":
                assert first[name] == v.k, (seed, name)
                assert v.counterexample is not None
                for advice in v.counterexample.advice:
                    seen["advice", "true"] += 1
                    under = explore(m, advice)
                    assert under is not None and not under[1] and name not in under[0], (seed, name, advice)
            else:
                assert first.get(name, DEPTH + 1) > DEPTH, (seed, name, v.reason)
    return seen
