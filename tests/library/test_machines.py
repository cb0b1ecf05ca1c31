"""The machines and graphs of the library at work: runs by the evaluator, with the figures of the domain."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

import pytest

from aln.core.evaluate import evaluate, initial, tick
from aln.core.ir import Field, Machine, Type
from aln.syntax import tree as t
from tests.library.test_library import core, modules

MACHINES = sorted(
    {(m.module.name, i.name) for m in modules() for i in m.module.items if isinstance(i, t.Machine | t.Graph)}
)
Values = Mapping[str, Any]


def machine(module: str, name: str) -> Machine:
    return next(m for m in core(module).machines if m.name == name)


def raw(ty: Type, value: Any) -> Any:
    """A value in the unit of its type, as core counts it."""
    if ty.sort != "int" or value is None:
        return value
    steps = Fraction(str(value)) / ty.step
    assert steps.denominator == 1, value
    return int(steps)


def counted(fields: Iterable[Field], values: Values, prefix: str = "") -> dict[str, Any]:
    return {f.name: raw(f.type, values.get(f.name.removeprefix(prefix))) for f in fields}


class Run:
    """A machine with its parameters, stepped; values are read in the units of their types."""

    def __init__(self, module: str, name: str, parameters: Values | None = None) -> None:
        self.machine = machine(module, name)
        self.parameters = counted(
            self.machine.parameters, parameters or {}, f"{self.machine.parameter_name}."
        )
        assert all(evaluate(r.condition, self.parameters) is True for r in self.machine.assumption)
        self.state = initial(self.machine, self.parameters)
        self.types = {o.name: o.type for o in self.machine.outputs}

    def step(self, times: int = 1, /, **inputs: Any) -> dict[str, Any]:
        """As many ticks with the same inputs; gives the outputs of the last, and checks every claim in each."""
        here = counted(self.machine.inputs, inputs)
        assert inputs.keys() <= here.keys()
        env: dict[str, Any] = {}
        for _ in range(times):
            env, self.state = tick(self.machine, self.parameters, self.state, here)
            broken = [
                p.name
                for p in self.machine.properties
                if p.form == "always" and evaluate(p.formula, env) is not True
            ]
            assert broken == [], env
        return {o.name: self.read(o.name, env[o.name]) for o in self.machine.outputs}

    def read(self, name: str, value: Any) -> Any:
        ty = self.types[name]
        return float(value * ty.step) if ty.sort == "int" else value


PUMP = {"min": "0.02", "max": "1.00", "fallback": "0.05", "max_change": "0.10", "start_rate": "0"}
PROTOTYPE = {
    "still_below": "0.03",
    "sleep_onset": 15,
    "shield": 80,
    "cooldown": 20,
    "awake_above": 85,
    "volatile_above": 5,
    "fewest_samples": 11,
}
WATCH = {
    "lookback": 720,
    "baseline": 120,
    "stillness": 10,
    "session_gap": 30,
    "stage_grace": 10,
    "cycle": 90,
    "rem_window": 20,
    "support_fresh": 30,
    "samples_fresh": 45,
    "lowest_pulse": 45,
    "highest_pulse": 70,
}
FIGURES: dict[str, Values] = {
    "setting": PUMP,
    "limits": {"min": "0.02", "max": "1.00", "fallback": "0.05", "max_change": "0.10"},
    "any": {"number": 2},
}


def figures(module: str, name: str) -> Values:
    """The parameters in use of a machine of the library."""
    found = machine(module, name)
    if found.parameter_name == "tuning":
        return WATCH if any(p.name == "tuning.cycle" for p in found.parameters) else PROTOTYPE
    return FIGURES.get(found.parameter_name, {})


def drawn(pick: random.Random, field: Field, last: Any) -> Any:
    """A value of an input: often the one before, sometimes none, else an end, something low, or anything."""
    ty = field.type
    chance = pick.random()
    if chance < 0.6:
        return last
    if chance < 0.75:
        return None
    if ty.sort == "bool":
        return pick.random() < 0.6
    if ty.sort == "enum":
        return pick.choice(ty.labels)
    return pick.choice(
        (ty.lo, ty.hi, pick.randint(ty.lo, min(ty.hi, ty.lo + 60)), pick.randint(ty.lo, ty.hi))
    )


@pytest.mark.parametrize(("module", "name"), MACHINES, ids=lambda x: str(x))
def test_what_is_proved_is_true_of_random_runs(module: str, name: str) -> None:
    """Every claim and lemma, evaluated in each of 1,000 ticks; every value in its range."""
    run = Run(module, name, figures(module, name))
    pick = random.Random(11)
    last: dict[str, Any] = {f.name: None for f in run.machine.inputs}
    for _ in range(1_000):
        last = {f.name: drawn(pick, f, last[f.name]) for f in run.machine.inputs}
        env, run.state = tick(run.machine, run.parameters, run.state, last)
        said = {p.name: evaluate(p.formula, env) for p in run.machine.properties if p.form == "always"}
        assert [k for k, v in said.items() if v is not True] == []
        declared = {s.name: s.type for s in run.machine.states} | {
            o.name: o.type for o in run.machine.outputs
        }
        assert [k for k, ty in declared.items() if ty.sort == "int" and not ty.lo <= env[k] <= ty.hi] == []


# ── the pump ─────────────────────────────────────────────────────────────────────────────────────────────────

GOOD: dict[str, Any] = {"map": 60, "target": 65, "risk": "0.2", "confidence": "0.9"}


def pump(**more: Any) -> Run:
    return Run("VasopressorSafety_v1_1_0", "PumpStep", {**PUMP, **more})


def test_a_pump_starts_follows_and_stops() -> None:
    """Stopped until somebody starts it, 0.10 a step toward the maximum, nothing in the very step of a stop."""
    run = pump()
    assert run.step(3, **GOOD)["command"] == 0
    assert run.step(start=True, **GOOD)["command"] == 0.1
    assert run.step(**GOOD)["command"] == 0.2
    assert run.step(20, **GOOD)["command"] == 1.0
    assert run.step(stop=True, **GOOD)["command"] == 0
    assert run.step(5, **GOOD)["command"] == 0


def test_a_pump_does_not_start_where_its_lowest_rate_is_out_of_reach() -> None:
    """A lowest rate of 0.2 cannot be reached in a step of 0.1."""
    run = pump(min="0.2", fallback="0.3")
    assert run.step(5, start=True, **GOOD)["command"] == 0


def test_bad_data_lead_to_fallback_within_the_bound_and_the_alarm_stays() -> None:
    """From the maximum ten steps of 0.10 are enough; the alarm ends when it is seen, not when data are back."""
    run = pump(start_rate="1.00")
    first = run.step(map=60, target=65, confidence="0.4")
    assert (first["command"], first["fallback"], first["alarm"], first["exceeds"]) == (0.9, True, True, True)
    assert run.step(9, map=60)["command"] == 0.05
    back = run.step(**GOOD)
    assert (back["fallback"], back["alarm"]) == (False, True)
    assert run.step(acknowledge=True, **GOOD)["alarm"] is False


def test_silence_of_five_steps_triggers_the_watchdog() -> None:
    """Not in the fourth step, and not where one value still comes."""
    run = pump(start_rate="0.05")
    assert run.step(4)["watchdog"] is False
    assert run.step()["watchdog"] is True
    assert run.step(risk="0.1")["watchdog"] is False


@pytest.mark.parametrize(
    ("least", "most", "change", "taken"),
    [
        ("0.02", "0.45", "0.05", True),
        ("0.02", "0.449", "0.05", False),
        ("0.55", "0.80", "0.05", True),
        ("0.551", "0.80", "0.05", False),
        ("0.02", "0.80", "0", False),
        ("0.60", "0.50", "0.30", False),
    ],
)
def test_new_limits_are_taken_when_the_running_rate_is_within_a_step(
    least: str, most: str, change: str, taken: bool
) -> None:
    """At a rate of 0.50: at the edge yes, beyond it no; what contradicts itself never, and it raises the alarm."""
    run = pump(start_rate="0.50")
    said = run.step(**GOOD, new_min=least, new_max=most, new_fallback=least, new_change=change)
    assert (said["update"], said["alarm"]) == (taken, not taken)
    if taken:
        assert float(least) <= said["command"] <= float(most)


def test_part_of_new_limits_is_refused() -> None:
    """A set of limits that arrives without its change is none."""
    said = pump(start_rate="0.50").step(**GOOD, new_min="0.02", new_max="0.80", new_fallback="0.05")
    assert (said["update"], said["alarm"]) == (False, True)


# ── telemetry ────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_evicted_stream_goes_on_above_what_was_forgotten() -> None:
    """Three rows: the fourth stream takes the first's, which then starts above its last sequence."""
    run = Run("TelemetrySequence_v1_0_0", "LastSeen")
    for stream in (1, 2, 3, 4):
        assert run.step(stream=stream, sequence=10 * stream, stored=True)["acknowledge"] is True
    assert run.step(stream=1, sequence=10, stored=True)["duplicate"] is True
    assert run.step(stream=1, sequence=11, stored=True)["acknowledge"] is True


def test_what_was_not_stored_may_come_again() -> None:
    """It is neither acknowledged nor noted; the second attempt is new."""
    run = Run("TelemetrySequence_v1_0_0", "LastSeen")
    first = run.step(stream=1, sequence=5, alarm=True)
    assert (first["acknowledge"], first["unstored"], first["forward"]) == (False, True, False)
    again = run.step(stream=1, sequence=5, alarm=True, stored=True)
    assert (again["acknowledge"], again["forward"]) == (True, True)
    assert run.step(stream=1, sequence=5, stored=True)["duplicate"] is True


# ── detectors ────────────────────────────────────────────────────────────────────────────────────────────────


def prototype() -> Run:
    return Run("RemPrototype_v1_0_0", "RemPrototype", PROTOTYPE)


def restless_heart(run: Run, ticks: int, motion: str = "0.01") -> list[bool]:
    """As many seconds of stillness with a heart between 55 and 75."""
    return [bool(run.step(motion=motion, pulse=55 + 20 * (i % 2))["trigger"]) for i in range(ticks)]


def test_the_prototype_triggers_after_95_minutes_and_then_every_20() -> None:
    """15 minutes to onset, 80 of shield, and 20 between two triggers, to the second."""
    run = prototype()
    assert run.step(95 * 60 - 30, motion="0.01")["trigger"] is False
    said = restless_heart(run, 30 + 20 * 60 + 2)
    assert [i for i, x in enumerate(said) if x] == [30, 30 + 20 * 60]


def test_getting_up_starts_the_count_from_nothing() -> None:
    """One second of movement, or of no signal, after 94 minutes: nothing for another 95."""
    for gap in ({"motion": "0.5", "pulse": 60}, {"pulse": 60}):
        run = prototype()
        run.step(94 * 60, motion="0.01")
        run.step(**gap)
        assert not any(restless_heart(run, 300))


def test_a_pulse_of_zero_or_of_long_ago_triggers_nothing() -> None:
    """The sensor's zero is out of range, and 16 seconds without a sample are too many."""
    ready = prototype()
    ready.step(95 * 60 - 20, motion="0.01")
    assert restless_heart(ready, 21)[-1] is True
    low = next(f for f in ready.machine.inputs if f.name == "pulse").type.lo
    assert low > 0
    stale = prototype()
    stale.step(95 * 60 - 60, motion="0.01")
    restless_heart(stale, 30)
    assert stale.step(15, motion="0.01")["rem"] is False
    lost = stale.step(60, motion="0.01")
    assert (lost["rem"], lost["trigger"], lost["unsure"]) == (False, False, True)


def watch() -> Run:
    return Run("RemWatch_v1_0_0", "RemWatch", WATCH)


STILL: dict[str, Any] = {"motion": "0.01", "sample_age": 0, "pulse": 60}


def test_the_watch_knows_its_three_settings() -> None:
    """A stated stage with a calm pulse passes all; without a pulse not strict; with a wrong one only lenient."""
    run = watch()
    run.step(600, **STILL, asleep_for=6000)
    stated: dict[str, Any] = {"stage_age": 0, "asleep_for": 6000, "sample_age": 0, "motion": "0.01"}

    def settings(**inputs: Any) -> tuple[bool, ...]:
        said = run.step(**inputs)
        return said["lenient"], said["balanced"], said["strict"]

    assert settings(**stated, pulse=60) == (True, True, True)
    assert settings(**stated, pulse=84) == (True, False, False)
    assert settings(**stated, pulse=86) == (False, False, False)
    run.step(15, **stated)
    assert settings(**stated) == (True, True, False)
    assert settings(**{**stated, "sample_age": 2701}) == (False, False, False)


def test_the_watch_infers_the_last_20_minutes_of_each_cycle() -> None:
    """From minute 70 to 90, and strict only with a support signal of the last half hour."""
    run = watch()
    run.step(600, **STILL, asleep_for=0)
    for minute, inside in ((69, False), (70, True), (89, True), (90, False), (159, False), (160, True)):
        assert run.step(**STILL, asleep_for=minute * 60)["lenient"] is inside, minute
    supported: dict[str, Any] = {**STILL, "asleep_for": 4200, "hrv": True}
    assert run.step(**supported, hrv_age=1800)["strict"] is True
    assert run.step(**supported, hrv_age=1801)["strict"] is False


def test_a_cue_waits_for_80_minutes_and_for_20_more() -> None:
    """In the first cycle the REM window opens at minute 70, the shield at minute 80."""
    run = watch()
    run.step(600, **STILL, asleep_for=0)
    ask: dict[str, Any] = {**STILL, "stage_age": 0, "strictness": "STRICT"}
    assert run.step(**ask, asleep_for=4799)["cue"] is False
    assert run.step(**ask, asleep_for=4800)["cue"] is True
    assert run.step(1199, **ask, asleep_for=4801)["cue"] is False
    assert run.step(**ask, asleep_for=6000)["cue"] is True


def test_a_gap_of_more_than_30_minutes_begins_another_night() -> None:
    """30 minutes are one night still; a second more are two."""
    for gap, fresh in ((1800, False), (1801, True)):
        run = Run("RemWatch_v1_0_0", "SleepSessions", WATCH)
        run.step(100, asleep=True)
        run.step(gap - 1)
        assert (run.step(asleep=True)["asleep_for"] == 0) is fresh


# ── the closed loop, the graph ───────────────────────────────────────────────────────────────────────────────


def test_stimulus_fades_within_20_seconds_when_eeg_is_lost() -> None:
    """From 60 percent in steps of 3, after the two seconds for which a value stands, and dark stays dark."""
    run = Run("StimulusIntensity_v1_0_0", "Intensity")
    awake: dict[str, Any] = {
        "arousal": "0.8",
        "good": True,
        "sampling": 250,
        "eeg_rem": False,
        "body_rem": False,
        "running": True,
    }
    top = run.step(130, **awake)
    assert (top["brightness"], top["loudness"]) == (60, 40)
    assert run.step(2, body_rem=False, running=True)["brightness"] == 60
    assert run.step(19, body_rem=False, running=True)["brightness"] == 3
    assert run.step(1, body_rem=False, running=True)["brightness"] == 0
    assert run.step(100, **{**awake, "eeg_rem": True})["brightness"] == 0
    assert run.step(**awake)["brightness"] == 0.5


def test_an_hour_of_stimulus_ends_in_the_dark() -> None:
    """However aroused, however awake: 3,600 seconds with stimulus, the last twenty of them a fade."""
    run = Run("StimulusIntensity_v1_0_0", "Intensity")
    awake: dict[str, Any] = {
        "arousal": "0.8",
        "good": True,
        "sampling": 250,
        "eeg_rem": False,
        "body_rem": False,
        "running": True,
    }
    assert run.step(3_580, **awake)["brightness"] == 60
    assert run.step(30, **awake)["brightness"] == 0
    assert run.step(300, **awake)["brightness"] == 0


def walk(patient: Values, steps: Iterable[Values]) -> list[str]:
    run = Run("CbtiSession_v1_0_0", "InsomniaSession", patient)
    return [run.step(**inputs)["next_node"] for inputs in steps]


HEALTHY = {"epilepsy": False, "bipolar": False, "parasomnia": False, "risk_of_falls": False}


def test_a_session_with_and_without_a_clinician() -> None:
    """With one, a healthy patient restricts their sleep and controls stimuli; alone they go on without."""
    there, alone = {"clinician_present": True, "arousal": "0.2"}, {"arousal": "0.2"}
    with_one = ["relaxation", "restriction", "control", "breathing", "hygiene", "end"]
    assert walk(HEALTHY, [there] * 6) == with_one
    assert walk(HEALTHY, [alone] * 4) == ["relaxation", "breathing", "hygiene", "end"]


@pytest.mark.parametrize("missing", ["epilepsy", "bipolar", "parasomnia", "risk_of_falls"])
def test_what_nobody_asked_counts_as_contraindicated(missing: str) -> None:
    """A record without an answer closes the way, as one that says yes does."""
    there = [{"clinician_present": True, "arousal": "0.2"}] * 6
    closed = {"epilepsy": {"restriction", "control"}, "risk_of_falls": {"control"}}.get(
        missing, {"restriction"}
    )
    for value in (None, True):
        visited = set(walk({**HEALTHY, missing: value}, there))
        assert not visited & closed
        assert {"breathing", "end"} <= visited


def test_relaxation_repeats_twice_at_most() -> None:
    """However restless, the third repetition is the next module instead."""
    assert walk(HEALTHY, [{"arousal": "0.9"}] * 4) == ["relaxation", "relaxation", "relaxation", "breathing"]
