"""Random machines and graphs as text, through the whole chain: what is proved of one is never seen broken.

Beside `test_machine_random`, where every state is enumerated: here are timers, windows, parts and what is held, too many
states to list, so that verdicts are held against random runs.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from aln.core.evaluate import evaluate, initial, tick
from aln.core.ir import Machine
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.obligation import Budget, OfMachine, Verdict
from aln.verifier.prove import prove
from tests.lower.machine_texts import graph, module
from tests.lower.test_history import arriving, lowered
from tests.verifier.machines import group

RUNS, TICKS = 25, 25
BUDGET = Budget(units=1_000_000, depth=8, second_opinion=False)


def runs(m: Machine, rng: random.Random) -> Iterator[list[Mapping[str, Any]]]:
    """The values of each tick, in random runs with valid parameters."""
    for _ in range(RUNS):
        parameters: dict[str, Any] = {}
        while not parameters or not valid_parameters(m, parameters):
            for f in m.parameters:
                choices = (True, False) if f.type.sort == "bool" else range(f.type.lo, f.type.hi + 1)
                parameters[f.name] = None if f.optional and rng.random() < 0.3 else rng.choice(choices)
            if not m.parameters:
                break
        state, envs = initial(m, parameters), []
        for row in arriving(rng, m.inputs, TICKS):
            env, state = tick(m, parameters, state, row)
            envs.append(env)
        yield envs


def in_range(m: Machine, name: str, env: Mapping[str, Any], first: bool) -> bool:
    """Whether what is assigned to a name, or to every name where it is empty, is given and in its range."""
    asked = [a for a in m.assignments if (not name or a.name == name) and (first or not a.initial)]
    return all(evaluate(a.given, env) and a.type.holds(evaluate(a.value, env)) for a in asked)


def contradicted(v: Verdict, envs: list[Mapping[str, Any]]) -> bool:
    """Whether a run shows that a verdict is wrong: what is proved is broken, what is said never to be is reached, or
    what is refuted is broken sooner than the run that is given."""
    assert isinstance(v.obligation.goal, OfMachine)
    m, name, kind = v.obligation.goal.machine, v.obligation.goal.name, v.obligation.kind
    if kind == "range":
        broken = [not in_range(m, name, env, t == 0) for t, env in enumerate(envs)]
    else:
        formula = next(p.formula for p in m.properties if p.name == name)
        broken = [not evaluate(formula, env) for env in envs]
    if kind == "reachable":
        fine = [in_range(m, "", env, t == 0) for t, env in enumerate(envs)]
        reached = next((t for t, b in enumerate(broken) if not b and all(fine[: t + 1])), None)
        return reached is not None and (v.status == "refuted" or (v.status == "unknown" and v.k > reached))
    if v.status == "proved":
        return any(broken)
    sooner = v.k - 1 if v.status == "refuted" else v.k
    return any(broken[:sooner])


def judged(made: Callable[[random.Random], str], seeds: range) -> Counter[tuple[str, str]]:
    """How often each verdict was given on each kind of obligation, none of them contradicted."""
    seen: Counter[tuple[str, str]] = Counter()
    for seed in seeds:
        rng = random.Random(seed)
        text = made(rng)
        if lowered(text)[2]:
            continue
        found = [o for o in group(text) if isinstance(o.goal, OfMachine)]
        for m in {
            id(o.goal.machine): o.goal.machine for o in found if isinstance(o.goal, OfMachine)
        }.values():
            own = [o for o in found if isinstance(o.goal, OfMachine) and o.goal.machine is m]
            verdicts = [v for v in prove(own, BUDGET) if v.obligation.kind != "non-vacuous"]
            for v in verdicts:
                seen[v.obligation.kind, v.status] += 1
            for envs in runs(m, rng):
                for v in verdicts:
                    assert not contradicted(v, envs), (seed, text, v.obligation.id, v.status, v.k, envs)
    return seen


@pytest.mark.long
@pytest.mark.parametrize("made", [module, graph], ids=["machines", "graphs"])
def test_what_is_proved_of_a_random_text_is_never_broken(made: Callable[[random.Random], str]) -> None:
    """Nor is what is refuted broken sooner than said, or what is unknown within the ticks that were searched."""
    sys.setrecursionlimit(20_000)  # as every worker does: formulas are trees
    start = int(os.environ.get("ALN_SEED", "0")) * 1_000
    seen = judged(made, range(start, start + 12))
    assert min(seen["range", "proved"], seen["invariant", "refuted"], seen["reachable", "proved"]) >= 5, seen
