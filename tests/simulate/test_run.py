"""A run computes every tick twice, judges every property, and never passes over a difference."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from aln.cli.inputs import load
from aln.core import build as b
from aln.core.ir import Machine
from aln.core.show import snake
from aln.simulate.emitted import Step, emitted
from aln.simulate.generate import KINDS, generate
from aln.simulate.parameters import drawn
from aln.simulate.recording import Columns, Row
from aln.simulate.run import Difference, Run
from aln.syntax.near import certain
from aln.verifier.machines.whole import valid_parameters
from tests.backends.python_guards import library
from tests.lower.machine_texts import graph, module
from tests.lower.test_history import lowered
from tests.verifier.test_machine_random import machine as random_machine

MACHINES = {f"{m.module}.{m.name}": m for m in library()[1] if not m.model}
PUMP = next(m for m in MACHINES.values() if m.name == "SafetyStep")
LIMITS = {"limits.min": 100, "limits.fallback": 200, "limits.max": 1000, "limits.max_change": 50}
ROOT = Path(__file__).parents[2]
SEEDS = range(12) if os.environ.get("ALN_LONG") == "1" else (1, 5)
STEPS = 20_000 if os.environ.get("ALN_LONG") == "1" else 1_500


def through(
    machine: Machine, rows: list[Row], parameters: Mapping[str, Any] = LIMITS, step: Any = None
) -> Run:
    run = Run(machine, parameters, Columns(machine, "r.csv", certain), step)
    for row in rows:
        run.feed(row)
    return run


def row(place: int, *values: str) -> Row:
    return Row(place, dict(zip(("map", "target_map", "confidence"), values, strict=True)), True)


class Planted:
    """The emitted step with one output or state changed in one tick."""

    def __init__(self, machine: Machine, where: str, at: int) -> None:
        self.inner, self.machine, self.where, self.at, self.count = emitted(machine), machine, where, at, -1

    def start(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        found = self.inner.start(parameters)
        return self._spoilt(found, "start", 0)

    def receive(self, data: Mapping[str, Any]) -> dict[str, Any]:
        self.count += 1
        return self._spoilt(self.inner.receive(data), "receive", self.count)

    def tick(self, raw: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        state, outputs = self.inner.tick(raw)
        return self._spoilt(state, "state", self.count), self._spoilt(outputs, "output", self.count)

    def _spoilt(self, values: dict[str, Any], where: str, count: int) -> dict[str, Any]:
        if where == self.where and count == self.at:
            name = next(iter(values))
            values[name] = 7 if values[name] != 7 else 8
        return values


ROWS = [row(i + 2, "60", "65.5", "0.9") for i in range(6)]


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ("start", "at the start the emitted step starts with"),
        ("receive", "at tick 3 the emitted step receives"),
        ("state", "at tick 3 the emitted step keeps"),
        ("output", "at tick 3 the emitted step gives"),
    ],
)
def test_a_planted_difference_is_never_passed_over(where: str, says: str) -> None:
    """One value that differs in one tick stops the run, whether received, kept or given."""
    with pytest.raises(Difference, match=says):
        through(PUMP, ROWS, step=Planted(PUMP, where, 0 if where == "start" else 3))
    assert through(PUMP, ROWS, step=Planted(PUMP, where, 99)).ticks == 6


def test_a_planted_violation_is_found_with_its_tick_and_values() -> None:
    """A rate that jumps breaks the claim at that very tick; the bound that it breaks is told."""
    jump = b.ite(b.and_(b.given("confidence"), b.le(b.var("confidence", PUMP.inputs[2].type), b.const(PUMP.inputs[2].type, 100))),
                 b.const(PUMP.states[0].type, 1900), next(d.value for d in PUMP.definitions if d.name == "rate.next"))  # fmt: skip
    definitions = tuple(replace(d, value=jump) if d.name == "rate.next" else d for d in PUMP.definitions)
    machine = replace(PUMP, definitions=definitions)
    run = through(machine, [*ROWS[:4], row(6, "60", "65.5", "0.1"), *ROWS[5:]], step=emitted(machine))
    limits = [found for found in run.found if found.name == "InLimits"]
    assert [(found.tick, found.place) for found in limits] == [(4, 6)]
    assert "`command` is 1.9 mcg_kg_min" in limits[0].values
    assert [(x.name, x.side, at) for x, at in limits[0].bounds] == [("command", "at most", 1000)]
    assert run.violated and 4 in [s.tick for s in run.shown()]
    assert not through(PUMP, ROWS, step=emitted(PUMP)).violated


def test_an_assignment_outside_its_range_is_a_violation() -> None:
    """What no claim speaks of, and still leaves its declared range, is told with tick and value."""
    definitions = tuple(
        replace(d, value=b.add(b.var("rate", PUMP.states[0].type), b.const(PUMP.states[0].type, 2000)))
        if d.name == "rate.next" else d
        for d in PUMP.definitions
    )  # fmt: skip
    value = next(d.value for d in definitions if d.name == "rate.next")
    assignments = tuple(
        replace(a, value=value) if a.name == "rate" and not a.initial else a for a in PUMP.assignments
    )
    machine = replace(PUMP, definitions=definitions, assignments=assignments, properties=())
    run = through(machine, ROWS[:1])
    assert [(x.name, x.tick) for x in run.found] == [("range of rate", 0), ("range of command", 0)]


def test_invalid_and_missing_values_are_counted_apart() -> None:
    """NaN, text, off the grid and out of range are invalid; an empty cell is missing; both leave the machine without."""
    rows = [row(2, "NaN", "?", "0.5005"), row(3, "300.1", "", "0.9"), row(4, "300", "0.0", "1")]
    run = through(PUMP, rows, step=emitted(PUMP))
    assert run.invalid == {"map": 2, "target": 1, "confidence": 1}
    assert run.missing == {"map": 0, "target": 1, "confidence": 0}
    assert [s.env["fallback"] for s in run.first] == [True, True, False]


def test_rows_are_placed_by_their_tick_and_late_ones_left_out() -> None:
    """Ticks without a row have no input; a row for a tick that is over changes nothing and is counted."""
    said = [(0, "60"), (3, "61"), (1, "99"), (3, "98"), (4, "62")]
    run = through(PUMP, [Row(i + 2, {"tick": str(t), "map": m}, True) for i, (t, m) in enumerate(said)])
    assert (run.ticks, run.rows, run.late) == (5, 5, 2)
    assert [s.env["map"] for s in (*run.first, *run.last)] == [600, None, None, 610, 620]


def test_a_long_run_keeps_a_fixed_amount() -> None:
    """What is kept of a run does not grow with it, and its peak of one tick is not lost."""

    def rows() -> Any:
        for i in range(5_000):
            yield row(i + 2, "290.5" if i == 2_500 else "60", "65", "0.9")

    run = Run(PUMP, LIMITS, Columns(PUMP, "r.csv", certain))
    for r in rows():
        run.feed(r)
    series = run.series["map"]
    assert run.ticks == series.ticks == 5_000 and len(series.buckets) <= 480
    assert max(x.high for x in series.buckets if x.high is not None) == 2905
    assert len(list(run.shown())) == 10


def test_the_emitted_step_is_the_evaluator_on_library_machines() -> None:
    """Recordings of every kind run through every machine that is generated, without a difference or a violation."""
    for name, machine in MACHINES.items():
        for kind, seed in itertools.product(KINDS, SEEDS):
            parameters = drawn(machine, seed)
            assert valid_parameters(machine, parameters)
            rows = list(generate(machine, parameters, 150, seed, kind))
            run = through(machine, rows, parameters, emitted(machine))
            assert run.ticks >= 149, name
            assert run.found == [], (name, kind, seed)


@pytest.mark.parametrize("folder", ["pump", "detectors", "intensity", "telemetry_sequence"])
def test_adversarial_recordings_break_what_is_refuted(folder: str) -> None:
    """Every claim of a controller or detector of the corpus that a proof refutes is broken by some made recording as
    well, by the same property and no other."""
    for design in sorted((ROOT / "verifier/corpus" / folder).glob("*/design.aln")):
        for machine in (x for m in load([design]).modules for x in m.machines):
            refuted = {p.name for p in machine.properties if _id(machine, p.name) in _refuted(design)}
            broken: set[str] = set()
            for seed in range(12):
                parameters = drawn(machine, seed)
                run = through(
                    machine, list(generate(machine, parameters, 300, seed, "adversarial")), parameters
                )
                broken |= {w.name for w in run.watched if w.violated}
                if broken >= refuted:
                    break
            assert refuted and broken == refuted, design.parent.name


def _id(machine: Machine, name: str) -> str:
    return f"{snake(machine.name)}.{snake(name)}"


def _refuted(design: Path) -> set[str]:
    text = (design.parent / "expected.txt").read_text(encoding="utf-8")
    return {
        line.split()[-1].rpartition("/")[2]
        for line in text.splitlines()
        if line.startswith("refuted") and "/invariant/" in line
    }


def test_the_emitted_step_is_the_evaluator_on_random_machines() -> None:
    """Random machines and graphs on random recordings: no tick of some thousands differs, and violations really
    occur. Every other one is from a text, with timers, windows and parts."""
    steps = broken = 0
    r = Random(11)
    pool = _endless(r)
    while steps < STEPS:
        machine = next(pool)
        try:
            parameters = drawn(machine, steps)
        except Exception as none:  # an assumption that nothing meets
            assert "no valid parameters" in str(none)
            continue
        rows = list(generate(machine, parameters, 50, steps, r.choice(KINDS)))
        run = through(machine, rows, parameters, Step(machine, emitted_text(machine)))
        steps += run.ticks
        broken += run.violated
    assert broken > 3


def _endless(r: Random) -> Iterator[Machine]:
    while True:
        yield random_machine(r.randrange(10**6))
        yield from lowered(r.choice((module, graph))(r))[1]


def emitted_text(machine: Machine) -> str:
    from aln.backends.python import PYTHON
    from tests.backends.python_guards import header

    return PYTHON.print_machine(machine, header(machine))
