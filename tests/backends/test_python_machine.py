"""The Python machine steps as core does for every input, refuses unlawful parameters, and reads back."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from aln.backends.interface import Unreadable
from aln.backends.python import PYTHON
from aln.backends.python.run import load
from aln.core.evaluate import evaluate, initial, receive, tick
from aln.core.ir import Machine
from aln.core.slice import cone, runtime
from tests.backends.python_guards import header, library
from tests.backends.python_mutants import mutants

PUMP = next(m for m in library()[1] if m.name == "SafetyStep")
STRANGE = [None, -1, 10**9, "1", True, 0.5, float("nan"), float("inf"), object(), [], ()]


def test_runtime_keeps_what_outputs_depend_on() -> None:
    """The ghosts that only properties read are left out; every parameter and input stays."""
    run = runtime(PUMP)
    assert [s.name for s in run.states] == ["rate"]
    assert run.parameters == PUMP.parameters and run.inputs == PUMP.inputs and run.outputs == PUMP.outputs
    assert not run.properties and not run.assignments
    assert "distrusted" in cone(PUMP, ["distrusted"]) and "map" in cone(PUMP, ["distrusted"])
    assert "distrusted" not in cone(PUMP, ["command"])


def lawful(r: Random) -> dict[str, int]:
    low, mid, high = sorted(r.choice([0, 2000, r.randint(0, 2000), r.randint(0, 40)]) for _ in range(3))
    return {"min": low, "fallback": mid, "max": high, "max_change": r.choice([1, 2000, r.randint(1, 2000)])}


def inputs(r: Random, machine: Machine) -> dict[str, Any]:
    out = {}
    for i in machine.inputs:
        near = [i.type.lo, i.type.hi, 499, 500, 501, r.randint(i.type.lo, i.type.hi)]
        out[i.name] = r.choice(STRANGE) if r.random() < 0.2 else r.choice(near)
    return out


def runs_as(text: str, machine: Machine, runs: int) -> bool:
    """Whether the module steps as `machine` on seeded runs, its start included."""
    names, r = load(text), Random(3)
    for _ in range(runs):
        values = lawful(r)
        env = {f"limits.{k}": v for k, v in values.items()}
        try:
            state = names["init"](names["Limits"](**values))
        except names["InvalidParameters"]:
            if all(evaluate(rule.condition, env) for rule in machine.assumption):
                return False
            continue
        known = initial(machine, env)
        for _ in range(12):
            if tuple(state) != tuple(known.values()):
                return False
            arrived = inputs(r, machine)
            received = {i.name: receive(i, arrived[i.name]) for i in machine.inputs}
            every, known = tick(machine, env, known, received)
            state, outputs = names["step"](names["Limits"](**values), state, *arrived.values())
            if tuple(outputs) != tuple(every[o.name] for o in machine.outputs):
                return False
    return True


def test_steps_as_core_whatever_arrives() -> None:
    """State and outputs are core's at every tick; an input of a wrong class or range is missing."""
    assert runs_as(PYTHON.print_machine(PUMP, header(PUMP)), runtime(PUMP), 150)


def test_init_refuses_unlawful_parameters_with_every_reason() -> None:
    """Parameters outside their domain, or for which a rule is not true, raise; the reasons are the author's."""
    names = load(PYTHON.print_machine(PUMP, header(PUMP)))
    r = Random(5)
    for _ in range(200):
        values = {
            k: r.choice([0, 1, 2000, r.randint(0, 2000)]) for k in ("min", "fallback", "max", "max_change")
        }
        env = {f"limits.{k}": v for k, v in values.items()}
        failed = [rule.because for rule in PUMP.assumption if not evaluate(rule.condition, env)]
        if failed:
            with pytest.raises(names["InvalidParameters"]) as caught:
                names["init"](names["Limits"](**values))
            assert [reason.because for reason in caught.value.reasons] == failed
        else:
            assert names["init"](names["Limits"](**values)).rate == values["fallback"]
    for value in [*STRANGE, 2001, names["INVALID"]]:
        with pytest.raises(names["InvalidParameters"]) as caught:
            names["init"](names["Limits"](min=0, fallback=value, max=5, max_change=1))
        assert caught.value.invalid == ("limits.fallback",)
        with pytest.raises(names["InvalidParameters"]):
            names["init"](value)
    limits = names["Limits"](min=0, fallback=1, max=5, max_change=1)
    with pytest.raises(AttributeError):
        limits.max = 5000


def test_round_trip() -> None:
    """The machine read is the part that runs, without properties and lines."""
    read, run = PYTHON.read_machine(PYTHON.print_machine(PUMP, header(PUMP))), runtime(PUMP)
    for part in (
        "module",
        "name",
        "period_us",
        "parameters",
        "parameter_entity",
        "parameter_name",
        "inputs",
        "outputs",
        "signals",
    ):
        assert getattr(read, part) == getattr(run, part), part
    assert read.states == run.states and read.definitions == run.definitions
    assert [(a.id, a.condition, a.because, a.traces) for a in read.assumption] == [
        (a.id, a.condition, a.because, a.traces) for a in run.assumption
    ]
    assert read.properties == () and read.assignments == ()


def test_no_single_fault_passes_for_the_original_and_faults_run_as_they_read() -> None:
    """A mutant cannot be read, or reads as another machine, and then steps as that machine."""
    text = PYTHON.print_machine(PUMP, header(PUMP))
    original = PYTHON.read_machine(text)
    made = mutants(text, 400)
    readable = 0
    for what, mutant in made:
        try:
            read = PYTHON.read_machine(mutant)
        except Unreadable:
            continue
        readable += 1
        assert read != original, what
        assert runs_as(mutant, read, 8), what
    assert len(made) >= 60 and readable >= 10
