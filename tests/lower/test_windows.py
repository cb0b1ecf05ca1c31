"""Windows: what is read of one is what the samples say, and what the solver is told of it is true of every run."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import pytest

from aln.checker.check import check
from aln.core.evaluate import initial, tick
from aln.core.ir import Machine
from aln.core.slice import runtime
from aln.lower.module import lower
from aln.syntax.parse import parse
from aln.verifier.machines.frames import System
from aln.verifier.machines.samples import held, seen, slid

OVER, MOST = 5, 4
TEXT = """module M_v1_0_0 { machine W every 1 s {
    input x : decimal mm in -3 .. 9 by 0.5? invalid as missing held for 2 s;
    window w of x over 5 s up to 4 samples;
    let idle = w.count > 2;
    output mean_above : bool = certain(w.mean > 1.5 mm);
    output mean_not : bool = certain(not (w.mean > 1.5 mm));
    output spread : bool = certain(w.deviation > 2 mm);
    output still : bool = certain(2 mm >= w.deviation);
    output always_spread : bool = certain(w.deviation > -1 mm);
    output middle : bool = certain(w.median >= 2 mm);
    output fresh : bool = w.age <= 2 s;
    output seen : bool = present(x);
    claim C : "…" always spread implies w.count > 1;
} }"""


SMALL = """module M_v1_0_0 { machine W every 1 s {
    input x : decimal mm in -3 .. 9 by 0.5? invalid as missing;
    window w of x over %d s up to %d samples;
    output some : bool = w.count > 0;
    claim C : "…" always some implies w.count >= 1;
} }"""


@pytest.fixture(scope="module")
def machine() -> Machine:
    return made_of(TEXT)


def small_window(over: int, samples: int) -> Machine:
    return made_of(SMALL % (over, samples))


def made_of(text: str) -> Machine:
    module, faults = parse(text, "w.aln")
    assert module is not None and not faults
    checked = check(module)
    assert checked.sound, checked.diagnostics
    (made,) = lower(checked).machines
    return made


def inputs(pick: random.Random, count: int) -> list[int | None]:
    """Raw values, on the grid of half millimetres, with gaps long enough to empty the window."""
    out: list[int | None] = []
    while len(out) < count:
        gap = pick.choice((0, 0, 0, 1, 2, 7))
        out += [None] * gap + [pick.randint(-6, 18) for _ in range(pick.randint(1, 8))]
    return out[:count]


def test_what_is_read_is_what_the_samples_say(machine: Machine) -> None:
    """Count, mean, population deviation, lower median and age, against exact fractions over 3,000 ticks."""
    given = inputs(random.Random(5), 3_000)
    state = initial(machine, {})
    seen: dict[str, set[bool]] = {}
    for t in range(len(given)):
        env, state = tick(machine, {}, state, {"x": given[t]})
        span = [(t - i, given[i]) for i in range(max(0, t - OVER + 1), t + 1) if given[i] is not None][-MOST:]
        values = [Fraction(v, 2) for _, v in span if v is not None]
        wanted: dict[str, Any] = dict.fromkeys(
            ("mean_above", "mean_not", "spread", "still", "always_spread", "middle"), False
        )
        if values:
            n = len(values)
            mean = sum(values) / n
            variance = sum((v - mean) ** 2 for v in values) / n
            wanted = {
                "mean_above": mean > Fraction(3, 2), "mean_not": mean <= Fraction(3, 2), "spread": variance > 4,
                "still": variance <= 4, "always_spread": True, "middle": sorted(values)[(n - 1) // 2] >= 2,
            }  # fmt: skip
        ago = next((t - i for i in range(t, -1, -1) if given[i] is not None), OVER + 1)
        wanted |= {"fresh": ago <= 2, "seen": ago <= 2}
        got = {name: env[name] for name in wanted}
        assert got == wanted, t
        assert env["w.count"] == len(values)
        for name, value in got.items():
            seen.setdefault(name, set()).add(value)
    assert all(both == {True, False} for both in seen.values())


def test_the_solver_is_told_nothing_false(machine: Machine) -> None:
    """The values of 200 ticks, windows included, satisfy every fact about them, at the start and from tick to tick."""
    given = inputs(random.Random(6), 200)
    state: dict[str, Any] = initial(machine, {})
    envs = []
    for value in given:
        env, state = tick(machine, {}, state, {"x": value})
        envs.append(env)
    system = System(machine)
    for start in (0, *range(1, len(envs) - 1)):
        z3 = system.tick(0).z3
        solver = z3.Solver()
        have: set[tuple[str, int]] = set()
        names = (*system.types, *system.windows)
        solver.add(*system.facts([(names, 0), (names, 1)], start=start == 0, have=have))
        if start == 0:
            history = system.history(have)
            assert history
            solver.add(*history)
        for offset in (0, 1):
            here, env = system.tick(offset), envs[start + offset]
            for name, (known, term) in here.bound.items():
                plain = name.partition("@")[0]
                value = env.get(plain)
                if plain not in env or (known.sexpr() != "true" and value is None):
                    solver.add(z3.Not(known)) if plain == "x" else None
                elif value is not None:
                    solver.add(known, term == value)
        assert solver.check() == z3.sat, start


def test_a_run_that_forgets_samples_is_not_searched(machine: Machine) -> None:
    """Beyond as many ticks as samples are kept, no search claims to know which were dropped."""
    system = System(machine)
    assert [system.history([("w", t)]) is None for t in range(6)] == [False] * 4 + [True] * 2
    assert system.history([("x", 5)]) == []


def test_what_runs_keeps_its_windows_in_place(machine: Machine) -> None:
    """Cut to what the outputs need, a machine gives the same outputs."""
    cut = runtime(machine)
    assert cut.windows and len(cut.definitions) < len(machine.definitions)
    states = initial(machine, {}), initial(cut, {})
    for value in inputs(random.Random(8), 500):
        whole, first = tick(machine, {}, states[0], {"x": value})
        less, second = tick(cut, {}, states[1], {"x": value})
        states = first, second
        assert [whole[o.name] for o in machine.outputs] == [less[o.name] for o in cut.outputs]


@pytest.mark.parametrize(("over", "samples"), [(1, 1), (2, 2), (3, 3), (3, 4), (4, 4)])
def test_the_summary_follows_from_the_samples(over: int, samples: int) -> None:
    """Whatever a small window holds, exactly, what proofs are told of it is true: asked of all inputs and all ticks."""
    machine = small_window(over, samples)
    (window,) = machine.windows
    system = System(machine)
    z3 = system.z3
    for last in range(over + 2):
        ticks = [system.tick(t) for t in range(last + 1)]
        solver = z3.Solver()
        for tick_ in ticks:
            solver.add(*tick_.facts("x"))
        for at in {last, max(0, last - 1)}:
            solver.add(*held(window, ticks[max(0, at + 1 - over) : at + 1]))
        told = [*seen(ticks[-1], window), *slid(window, ticks[-1], ticks[-2] if last else None)]
        solver.push()
        solver.add(z3.Not(z3.And(*told)))
        assert solver.check() == z3.unsat, last
        solver.pop()
        assert solver.check() == z3.sat, last


def test_a_summary_that_says_too_much_is_found() -> None:
    """That the newest sample is the median, say, does not follow."""
    machine = small_window(2, 2)
    system = System(machine)
    z3, (window,) = system.z3, machine.windows
    ticks = [system.tick(t) for t in range(2)]
    solver = z3.Solver()
    solver.add(*(fact for t in ticks for fact in t.facts("x")), *held(window, ticks))
    median, newest = (ticks[-1].value_of(window.fields[i].name) for i in (3, 4))
    solver.add(z3.Not(median == newest))
    assert solver.check() == z3.sat
