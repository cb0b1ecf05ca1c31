"""The benchmarks measure what they say: sound inputs, equal work on both sides, goals judged as written."""

from __future__ import annotations

import importlib.util
from collections import Counter

import pytest
from rich.console import Console

from aln.core.evaluate import decide
from aln.core.ir import CoreModule
from aln.lower.module import lower
from aln.pipeline import Source, artefacts, core, front
from aln.verifier.machines.candidates import candidates
from aln.verifier.machines.part import parts
from aln.verifier.machines.spacer import CONFIGURATIONS, Task, ask
from bench import compares, constraints, many, peers, systems
from bench.__main__ import shown, table
from bench.measure import Row, faster


@pytest.fixture(scope="module")
def orders() -> CoreModule:
    return core(Source("order.aln", peers.POLICY))


def test_the_orders_are_half_lawful_and_meet_every_rule(orders: CoreModule) -> None:
    """Half of the inputs pass; among the others each rule denies some, and some have fields that are invalid."""
    found = [decide(orders.guards[0], order) for order in peers.inputs()]
    assert len(found) == peers.COUNT and sum(d.allowed for d in found) == peers.COUNT // 2
    assert {i for d in found for i in d.failed} == {r.id for r in orders.guards[0].rules}
    assert any(d.invalid for d in found)


@pytest.mark.parametrize("name", peers.PEERS)
def test_every_peer_decides_as_the_evaluator_does(name: str, orders: CoreModule) -> None:
    """The policy stated for a peer is the same policy: one verdict on every input, before anything is timed."""
    package, peer = peers.PEERS[name]
    if importlib.util.find_spec(package) is None:
        pytest.skip("only `make bench` installs it")
    given = peers.inputs()
    yes_or_no, explained = peer(given)
    expected = [decide(orders.guards[0], order).allowed for order in given]
    assert yes_or_no() == expected
    if explained is not None:
        assert [not faults for faults in explained()] == expected


def test_the_many_policies_are_sound_and_differ() -> None:
    """Each of the generated modules checks without a finding, and no two are alike."""
    texts = [many.module(n) for n in range(20)]
    assert len(set(texts)) == 20
    for n, text in enumerate(texts):
        checked, found = front(Source(f"reading{n}.aln", text))
        assert checked is not None and not found


def test_the_slope_is_the_power_of_growth() -> None:
    """Linear growth has slope 1, quadratic 2, whatever the machine."""
    assert many.slope([(n, 3.0 * n) for n in (10, 100, 1_000)]) == pytest.approx(1)
    assert many.slope([(n, 0.1 * n * n) for n in (10, 100, 1_000)]) == pytest.approx(2)


def test_the_constraints_are_as_many_as_they_say() -> None:
    """A module of the constraint benchmark gives one constraint for each rule and each field."""
    checked, _ = front(Source("levels0.aln", constraints.module(0)))
    assert checked is not None
    [made] = artefacts(lower(checked), ["sql"])
    assert made.text.count("ADD CONSTRAINT") == 2 * constraints.RULES + 3


def test_the_compared_versions_change_as_they_say() -> None:
    """A quarter of the entities change, as many to be stricter as looser or incomparable."""
    counts = Counter(
        compares.outcome(n, i) for n in range(compares.MODULES) for i in range(compares.ENTITIES)
    )
    assert sum(counts.values()) == 1_700 and counts["equal"] == 1_275
    assert all(abs(counts[each] - 425 / 3) < 1 for each in compares.CHANGED)
    assert compares.module(0, new=True) != compares.module(0, new=False).replace("_v1_0_0", "_v1_1_0")


def test_a_goal_is_met_or_not() -> None:
    """Faster is below one; a row without a goal is neither met nor missed."""
    row = faster("a", lambda: None, "b", lambda: sum(range(2_000)), rounds=3)
    assert row.met is True and row.ratio is not None and row.ratio < 1
    console = Console(width=200)
    with console.capture() as caught:
        console.print(table([row, Row("c", None, met=False, goal="< 1 ×"), Row("d", 0.002)]))
    lines = [line.rstrip() for line in caught.get().splitlines()]
    assert lines[1].endswith(" met") and lines[2].endswith("not met") and lines[3].endswith("2 ms")


@pytest.mark.parametrize(
    ("seconds", "text"), [(2.0, "2 s"), (0.0123, "12.3 ms"), (4.5e-5, "45 µs"), (3e-9, "3 ns")]
)
def test_a_time_has_a_unit_that_fits(seconds: float, text: str) -> None:
    """Three digits and the largest unit that gives at least one."""
    assert shown(seconds) == text


def test_the_ward_is_coupled_and_decided() -> None:
    """Some eighteen states that all depend on each other; every claim is true but one, and Spacer says the same."""
    machine, asked = systems.asked(2)
    assert len(machine.states) == 18 and len(parts(machine)) == 1
    said, _ = systems._timed(asked)
    assert said.pop("Slow") == "refuted" and set(said.values()) == {"proved"}
    for c in (c for c in candidates(machine) if c.name in ("Kept", "Halted0")):
        task = Task(machine, (c,), (), CONFIGURATIONS[0], 1_000_000)
        assert ask(task, (c,))[0] == "never"
    wider, _ = systems.asked(4)
    assert len(wider.states) == 32
