"""Generated ticks and kept windows say what the evaluator says; distances are 0 where a formula is true."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest

from aln.core import build as b
from aln.core.evaluate import evaluate, initial, slide, summary, tick
from aln.core.ir import Expr, Field, Machine, Type, Window
from aln.verifier.machines.candidates import Candidate, candidates, never
from aln.verifier.machines.whole import valid_parameters
from aln.verifier.runs.distance import NEVER, Distance, gap
from aln.verifier.runs.explorer import Explorer
from aln.verifier.runs.probe import Probe
from aln.verifier.runs.steps import Samples, Writer, row
from tests.library.test_machines import MACHINES, drawn, figures, raw
from tests.library.test_machines import machine as shipped
from tests.verifier.machines import group, machine_of, text_of
from tests.verifier.test_machine_random import Maker
from tests.verifier.test_machine_random import machine as made

VALUE = Type("int", -9, 9)
COUNT = Type("int", 0, 100)


def window(pick: random.Random) -> Window:
    fields = tuple(Field(f"w.{n}", VALUE) for n in range(5))
    count, total, squares, median, newest = fields
    return Window(
        "w", b.given("x"), b.var("x", VALUE), pick.randint(1, 12), pick.randint(1, 8),
        (count, total, squares, median, newest), 0,
    )  # fmt: skip


@pytest.mark.parametrize("seed", range(40))
def test_a_window_that_slides_holds_what_the_evaluator_keeps(seed: int) -> None:
    """The same samples and the same summary in each of 60 ticks, with and without a sample."""
    pick = random.Random(seed)
    w = window(pick)
    samples = Samples(w)
    kept: tuple[tuple[int, int], ...] = ()
    for _ in range(60):
        value = pick.randint(-9, 9) if pick.random() < 0.6 else None
        said = samples.slide(value is not None, value or 0)
        kept = slide(w, kept, {"x": value})
        assert samples.content() == kept
        assert said == tuple(summary(w, kept).values())


@pytest.mark.parametrize("seed", range(200))
def test_a_window_that_advances_has_slid_as_often(seed: int) -> None:
    """So many periods at once leave what as many ticks leave, and it slides on alike."""
    pick = random.Random(seed)
    slow = Samples(window(pick))
    for _ in range(pick.randint(0, 15)):
        slow.slide(pick.random() < 0.6, pick.randint(-9, 9))
    fast = slow.copy()
    period = [(pick.random() < 0.5, pick.randint(-9, 9)) for _ in range(pick.randint(1, 4))]
    times = pick.randint(0, 9)
    fast.advance(period, times)
    for given, value in period * times:
        slow.slide(given, value)
    assert fast.content() == slow.content()
    for given, value in period:
        assert fast.slide(given, value) == slow.slide(given, value)
        assert fast.content() == slow.content()


def probe_of(machine: Machine) -> Probe:
    """A probe of everything that a machine claims, lemmas and ranges as well."""
    goals = {c.key: c for c in candidates(machine) if c.role != "initial"}
    return Explorer(machine, goals, [], {}, 10**9).probe


def compare(machine: Machine, parameters: dict[str, Any], inputs: list[dict[str, Any]]) -> Counter[str]:
    """How often goals were met and tests were true in a run; every tick of it told alike by both."""
    probe = probe_of(machine)
    node, state = probe.start(parameters), initial(machine, parameters)
    seen: Counter[str] = Counter()
    for here in inputs:
        env, state = tick(machine, parameters, state, here)
        far, turns = probe.far(node, here), probe.turns(node, here)
        windows = tuple(w.copy() for w in node.windows)
        after, said, met, lawful = probe.tick(node.fixed, node.state, probe.row(here), windows)
        assert after == tuple(state[s.name] for s in probe.states)
        assert [w.content() for w in windows] == [state[w.name] for w in probe.windows]
        assert list(said) == [evaluate(e, env) for e in probe.tests]
        assert list(met) == [not c.holds(env) for c in probe.goals.values()]
        assert lawful is all(s.type.holds(state[s.name]) for s in probe.states)
        assert [d == 0 for d in far] == list(met)
        assert [(f == 0, t == 0) for f, t in turns] == [(not s, s) for s in said]
        seen["met"] += sum(met)
        seen["said"] += sum(said)
        node.state, node.windows = after, windows
        if not lawful:
            seen["unlawful"] += 1
            break
    return seen


def test_generated_ticks_of_random_machines_are_those_of_the_evaluator() -> None:
    """States, tests, goals and ranges of 60 machines; distances are 0 exactly where something is as wanted."""
    total: Counter[str] = Counter()
    for seed in range(60):
        machine, pick = made(seed), random.Random(seed)
        parameters: dict[str, Any] = {"p": pick.randint(0, 3)}
        if valid_parameters(machine, parameters):
            total += compare(machine, parameters, [{"i": pick.choice((None, 0, 1, 2, 3))} for _ in range(12)])
    assert total["met"] > 100 and total["said"] > 1_000 and total["unlawful"] > 5


@pytest.mark.parametrize(("module", "name"), MACHINES, ids=lambda x: str(x))
def test_generated_ticks_of_the_library_are_those_of_the_evaluator(module: str, name: str) -> None:
    """In 150 ticks with any inputs, of machines and graphs with windows, parts and timers."""
    machine, pick = shipped(module, name), random.Random(5)
    prefix = f"{machine.parameter_name}."
    given = figures(module, name)
    parameters = {f.name: raw(f.type, given.get(f.name.removeprefix(prefix))) for f in machine.parameters}
    last: dict[str, Any] = {f.name: None for f in machine.inputs}
    inputs = []
    for _ in range(150):
        last = {f.name: drawn(pick, f, last[f.name]) for f in machine.inputs}
        inputs.append(last)
    assert compare(machine, parameters, inputs)["said"] > 0


def choosing(maker: Maker, depth: int) -> Expr:
    """A comparison of numbers that are chosen, by conditions and as the least or the greatest."""
    r = maker.random

    def number(left: int) -> Expr:
        if not left:
            return maker.number(0)
        x, y = number(left - 1), number(left - 1)
        return r.choice(
            [
                lambda: b.ite(maker.truth(0), x, y),
                lambda: b.minimum(x, y),
                lambda: b.maximum(x, y),
                lambda: b.add(x, y),
                lambda: b.sub(x, y),
            ]
        )()

    return r.choice([b.lt, b.le, b.eq])(number(depth), number(depth))


def test_a_distance_is_zero_exactly_where_the_formula_is_so() -> None:
    """To being true and to being false, through definitions and choices, for 400 formulas in 8 environments each."""
    seen: Counter[tuple[bool, bool]] = Counter()
    for seed in range(400):
        pick = random.Random(seed)
        machine = made(seed % 20)
        numbers = [b.var(n, Type("int", 0, 3)) for n in ("p", "i", "x", "y")]
        inner = {d.name: d.value for d in machine.definitions}
        numbers += [b.var("m", inner["m"].type)]
        formula = choosing(Maker(pick, numbers, [b.given("i"), b.var("f", b.TRUE.type)]), 2)
        writer = Writer(machine, frozenset(d.name for d in machine.definitions) | {"x", "y", "f"}, [formula])
        distance = Distance(writer)
        told = row([distance.to(formula, True), distance.to(formula, False), writer.text(formula)])
        ticked = writer.function(told, gap=gap)
        for _ in range(8):
            state = (pick.randint(0, 3), pick.randint(0, 3), pick.random() < 0.5)
            inputs = (pick.choice((None, 0, 1, 2, 3)),)
            true, false, said = ticked((pick.randint(0, 3),), state, inputs, ())
            assert (true == 0, false == 0) == (said, not said)
            seen[said, max(true, false) >= NEVER] += 1
    assert seen[True, False] > 500 and seen[False, False] > 500


def test_a_comparison_that_choices_cannot_turn_is_never_near() -> None:
    """A ramp that takes a step down or a step up is not below a step down, whatever it chooses."""
    machine = machine_of(
        group(
            text_of(
                "state level : Count = 5; let wanted = if present(up) and up then 9 else 0;"
                "next level = clamp(wanted, level - 1, level + 1);"
                'claim C : "It takes one step." never next(level) < level - 1;'
                'claim D : "It does not rise." never next(level) > level;'
            )
        )
    )
    goals = {c.key: c for c in candidates(machine) if c.role == "claim"}
    probe = Explorer(machine, goals, [{}], {}, 1_000).probe
    start = probe.start({})
    assert [probe.far(start, {"up": up}) for up in (None, True)] == [
        (NEVER, 2 * 1024),
        (NEVER, 0),
    ]


def test_the_further_a_comparison_fails_the_greater_its_distance() -> None:
    """It never falls with the gap, stays below a truth's, and tells small gaps apart."""
    gaps = [gap(n) for n in range(1, 20_000)]
    assert gaps == sorted(gaps)
    assert len(set(gaps[:15])) == 15
    assert gap(10**30) < 1024


def test_what_no_input_moves_cannot_turn() -> None:
    """A latch that is off, and a count that is not there yet, are not for the inputs of this tick to turn."""
    machine = machine_of(
        group(
            text_of(
                "state on : bool = false; state n : Count = 0; next n = if present(up) then min(n + 1, 9) else n;"
                'next on = on or n >= 3 and present(up) and up; claim C : "C." reachable on;'
            )
        )
    )
    probe = Explorer(machine, {"C": never(machine.properties[0].formula)}, [{}], {}, 1_000).probe
    at = next(n for n, e in enumerate(probe.tests) if e.kind == "op" and e.name == "or")
    node = probe.start({})
    assert probe.turns(node, {"up": None})[at][1] >= NEVER
    node.state = tuple(3 if s.name == "n" else v for s, v in zip(probe.states, node.state, strict=True))
    assert [probe.turns(node, {"up": up})[at][1] for up in (None, False, True)] == [2048, 1024, 0]


def test_what_no_machine_has_is_refused() -> None:
    """Aggregates are of records: no tick is generated for one."""
    machine = machine_of(group(text_of('claim C : "C." never present(up) and up;')))
    aggregate = b.each("any", "list", "e", b.given("e.x"))
    with pytest.raises(ValueError, match="`each`"):
        Writer(machine, frozenset(), [aggregate]).text(aggregate)


def test_a_goal_out_of_range_is_told() -> None:
    """A range is broken below it, above it, or where there is no value; the distance is to the nearer end."""
    machine = machine_of(group(text_of('state n : Count = 3; next n = n; claim C : "C." always n <= 3;')))
    n = b.var("n", machine.states[0].type)
    wide = Candidate("n", "n", "assignment", b.TRUE, b.sub(b.add(n, n), b.const(COUNT, 4)), Type("int", 0, 9))
    lost = never(machine.properties[0].formula)
    probe = Explorer(machine, {"n": wide, "C": lost}, [{}], {}, 100).probe
    node = probe.start({})
    for value, broken in ((0, True), (2, False), (6, False), (7, True)):
        node.state = (value,)
        far = probe.far(node, {"up": None})[0]
        assert (far == 0) is broken
        assert broken or far == min(gap(2 * value - 4 + 1), gap(9 - (2 * value - 4) + 1))
