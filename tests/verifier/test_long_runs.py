"""Long runs: what is found by holding and alternating inputs, that the evaluator confirms it, and how short it gets."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from aln.core.ir import Machine
from aln.pipeline import Source, core
from aln.verifier.machines.candidates import Candidate, candidates, never
from aln.verifier.machines.effort import Effort
from aln.verifier.machines.frames import System
from aln.verifier.obligation import Budget, OfMachine, ReplayError
from aln.verifier.runs.explorer import Explorer
from aln.verifier.runs.hints import hints, tight
from aln.verifier.runs.paths import Path, Stretch, shorten, trail
from tests.library.test_library import LIBRARY, PATHS
from tests.verifier.machines import decide, group, machine_of, small, text_of

EFFORT = 100_000

# A detector in small: stillness, then a pulse that varies, then a while in which it does not say so again.
DETECTOR = """module Small_v1_0_0 {
    unit gee = "[g]";
    type Motion = decimal gee in 0 .. 16 by 0.001;
    type Pulse = decimal bpm in 20 .. 240 by 0.1;
    type Spread = decimal bpm in 0 .. 220 by 0.1;
    type Spell = decimal min in 0 .. 1440 by 1;
    entity Tuning event { still_below : Motion; shield : Spell; varied : Spread; }
    policy Careful for Tuning u {
        require u.still_below <= 0.03 gee because "it moves";
        require u.shield >= 30 min because "it is too early";
        require u.varied >= 5 bpm because "it hardly varies";
    }
    machine Detector every 1 min {
        param u : Tuning where Careful;
        input motion : Motion? invalid as missing;
        input pulse : Pulse? invalid as missing;
        let still = certain(motion < u.still_below);
        timer stillness of still up to 2 h;
        timer quiet since trigger starts 4 h up to 4 h;
        window hr of pulse over 8 min up to 8 samples;
        let enough = hr.count >= 4 and hr.age <= 2 min;
        output rem : bool = still and stillness >= u.shield and enough and certain(hr.deviation > u.varied);
        output trigger : bool = rem and quiet >= 20 min;
        output calm : bool = still and enough and certain(hr.median >= 60 bpm) and certain(pulse < 60 bpm);
        GOALS
    }
}"""


def detector(*goals: str) -> str:
    claims = "".join(f'claim G{n} : "It can be." reachable {goal};' for n, goal in enumerate(goals))
    return DETECTOR.replace("GOALS", claims)


def goals_of(machine: Machine) -> dict[str, Candidate]:
    """What is said to be reachable, by name."""
    return {p.name: never(p.formula) for p in machine.properties if p.form == "reachable"}


def explorer(machine: Machine, effort: int = EFFORT) -> Explorer:
    """A search as `aln prove` begins it."""
    engines = Effort(System(machine), Budget(), candidates(machine))
    records = engines.parameters()
    first = tight(machine, records[0])
    goals = goals_of(machine)
    begin = hints(machine, goals, first, engines.budget)
    return Explorer(machine, goals, [first, *records], begin, effort)


def met_in(machine: Machine, c: Candidate, path: Path) -> list[int]:
    """The ticks of a path in which a goal is met, by the evaluator; every declared range holds in each."""
    inside = [r for r in candidates(machine) if r.role in ("range", "assignment")]
    out = []
    for t, env in enumerate(trail(machine, path)):
        assert all(r.holds(env) for r in inside)
        if not c.holds(env):
            out.append(t)
    return out


# ── small machines ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("goal", "ticks"),
    [
        ("rem", 31),
        ("trigger", 31),
        ("rem and not trigger", 32),
        ("trigger and certain(before(rem))", 51),
        ("rem and quiet >= 3 min and not trigger", 34),
        ("certain(hr.deviation > 20 bpm) and hr.count == 8 and stillness == 20 min", 21),
        ("calm and stillness > 40 min", 42),
        ("stillness > 1 h and hr.count == 1 and hr.age == 7 min", 62),
    ],
)
def test_windows_are_filled_as_the_goal_needs_them(goal: str, ticks: int) -> None:
    """Deviation by two values in turn, a median by many of one, a sample that grows old: the shortest run, replayed."""
    found = decide(detector(goal))["G0"]
    assert (found.status, found.k) == ("proved", ticks)
    assert found.certificate is not None and len(found.certificate.witness) == ticks
    assert isinstance(found.obligation.goal, OfMachine)
    assert all("hr" not in env for env in found.certificate.witness)


def test_a_detection_is_shown_with_few_samples() -> None:
    """The pulse is missing until shortly before, and nothing else changes: two stretches."""
    machine = machine_of(group(detector("trigger")))
    search = explorer(machine)
    search.search()
    path = search.shortened("G0")
    assert [s.ticks for s in path.stretches] == [27, 4]
    first, last = path.stretches
    assert [letter["pulse"] for letter in first.inputs] == [None]
    assert len(last.inputs) == 2 and all(letter["pulse"] is not None for letter in last.inputs)
    assert {letter["motion"] for s in path.stretches for letter in s.inputs} == {first.inputs[0]["motion"]}


@pytest.mark.parametrize(
    ("body", "goal", "ticks"),
    [
        (
            "state level : Count = 0;"
            "let wanted = if certain(up) and certain(a) and certain(not b) and certain(size >= 70) then 9 else 0;"
            "next level = clamp(wanted, level - 1, level + 1);"
            "timer high of level >= 7 up to 60 ticks;",
            "level >= 8 and high >= 40 and absent(up) and absent(size) and certain(b)",
            48,
        ),
        (
            "timer on of certain(up) and certain(a) and certain(not b) up to 100 ticks;",
            "on >= 60 and absent(a)",
            61,
        ),
        (
            "state latch : bool = false; state n : int in 0 .. 100 = 0;"
            "next latch = latch or n >= 30 and certain(up) and certain(a) and certain(not b);"
            "next n = if certain(up) then 0 else min(n + 1, 100);",
            "latch and n == 50",
            82,
        ),
        (
            "state mode : Mode = OFF; timer on of mode == ON up to 100 ticks;"
            "next mode = if mode == OFF and certain(up) and certain(a) and absent(b) then ON "
            "else if mode == ON and on >= 40 and certain(b) and certain(not up) then HOT "
            "else if mode == HOT then HOT else if certain(up) then ON else OFF;",
            "mode == HOT",
            43,
        ),
    ],
    ids=["number", "timer", "latch", "mode"],
)
def test_inputs_that_are_worthless_alone_are_found_together(body: str, goal: str, ticks: int) -> None:
    """A number, a timer, a latch and a mode that move only where several inputs agree, long before the goal."""
    inputs = (
        "input a : bool? invalid as missing; input b : bool? invalid as missing;"
        "input size : decimal in 0 .. 100 by 0.1? invalid as missing;"
    )
    text = text_of(f'{inputs}{body} claim C : "It can be." reachable {goal};')
    found = decide(text.replace("machine M", "enum Mode { OFF; ON; HOT; } machine M"))["C"]
    assert (found.status, found.engine, found.k) == ("proved", "evaluation", ticks)


def test_what_was_gathered_for_a_goal_that_forbids_it_is_found() -> None:
    """What fills the stock keeps the goal away, which lasts only while the stock is falling."""
    body = """
        state stock : Count = 0;
        timer filled of certain(up) up to 30 ticks;
        timer off of certain(not up) up to 30 ticks;
        next stock = if certain(up) then (if filled >= 20 then min(stock + 1, 9) else stock) else max(stock - 1, 0);
        claim C : "It can be." reachable off == 3 and stock >= 4;
    """
    found = small(body)["C"]
    assert (found.status, found.k) == ("proved", 31)


# ── what bounds it ───────────────────────────────────────────────────────────────────────────────────────────


def test_finding_nothing_means_nothing_and_has_a_bound() -> None:
    """What cannot be reached is not found, with as much effort as was given; without any, nothing is."""
    machine = machine_of(group(detector("rem and stillness < 20 min", "trigger")))
    search = explorer(machine, 4_000)
    assert set(search.search()) == {"G1"}
    assert -500 < search.probe.left <= 0
    assert explorer(machine, 0).search() == {}


def test_the_same_search_finds_the_same_run() -> None:
    """Found and shortened twice: equal paths."""
    machine = machine_of(group(detector("trigger and certain(before(rem))", "calm")))
    first, again = explorer(machine), explorer(machine)
    assert first.search() == again.search()
    assert len(first.found) == 2
    for goal in first.found:
        assert first.shortened(goal) == again.shortened(goal)


def test_states_that_were_visited_can_be() -> None:
    """Each state that a search remembers has the machine's states and is within their ranges."""
    machine = machine_of(group(detector("trigger")))
    search = explorer(machine)
    search.search()
    names = {s.name: s.type for s in search.probe.states}
    assert len(search.seen) > 10
    assert all(seen.keys() == names.keys() for seen in search.seen)
    assert all(names[n].holds(v) for seen in search.seen for n, v in seen.items())


# ── jumps ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_jumps_land_where_ticks_lead() -> None:
    """Of 80 paths of held and alternated inputs, each goal is first met in the tick in which the evaluator meets it."""
    goals = ("rem", "calm", "quiet == 70 min", "hr.age > 8 min", "stillness >= 90 min", "hr.count == 5")
    machine = machine_of(group(detector(*goals)))
    search = explorer(machine, 10**9)
    pick, tuned = random.Random(3), search.parameters[0]
    met: Counter[str] = Counter()
    for _ in range(80):
        path = Path(tuned)
        for _ in range(pick.randint(1, 5)):
            letters = tuple(
                {"motion": pick.choice((None, 0, 20, 20, 400)), "pulse": pick.choice((None, 450, 620, 900))}
                for _ in range(pick.choice((1, 1, 2, 3)))
            )
            path = path.held(letters, pick.choice((1, 2, 7, 40, 131)))
        for goal, c in search.goals.items():
            ticks = met_in(machine, c, path)
            assert search.meets(goal, path) == (ticks[0] if ticks else None)
            met[goal] += bool(ticks)
    assert len(met) == len(goals) and all(0 < n < 80 for n in met.values())


def test_a_jump_costs_less_than_its_ticks() -> None:
    """Ninety thousand ticks under a pattern, in which three numbers move and a window is full, cost a few hundred."""
    machine = machine_of(group(detector("quiet == 239 min and stillness == 2 h and hr.count == 8")))
    search = explorer(machine, 10**9)
    letters = ({"motion": 0, "pulse": 450}, {"motion": 0, "pulse": 460})
    before = search.probe.left
    assert search.meets("G0", Path(search.parameters[0]).held(letters, 90_000)) is None
    assert before - search.probe.left < 2_000


# ── parameters ───────────────────────────────────────────────────────────────────────────────────────────────


def test_parameters_lie_at_the_bounds_that_rules_set() -> None:
    """From any valid record: each parameter that a rule bounds is as little careful as that rule allows."""
    machine = machine_of(group(detector("trigger")))
    names = ("u.still_below", "u.shield", "u.varied")
    for record in ((0, 1440, 2400), (30, 30, 50), (7, 77, 777)):
        assert tight(machine, dict(zip(names, record, strict=True))) == dict(
            zip(names, (30, 30, 50), strict=True)
        )


def test_a_hint_breaks_from_those_bounds_only_where_it_must() -> None:
    """A tick of the goal that the tightest record allows has it; another has as much of it as it can."""
    machine = machine_of(group(detector("trigger", "stillness >= u.shield and u.shield == 40 min")))
    wanted = {"u.still_below": 30, "u.shield": 30, "u.varied": 50}
    found = hints(machine, goals_of(machine), wanted, Budget())
    assert found["G0"][0] == wanted
    assert found["G1"][0] == {**wanted, "u.shield": 40}
    assert found["G0"][1]["motion"] is not None


# ── paths ────────────────────────────────────────────────────────────────────────────────────────────────────

UP: Mapping[str, Any] = {"up": True}
DOWN: Mapping[str, Any] = {"up": False}
IDLE: Mapping[str, Any] = {"up": None}


def test_a_path_joins_what_repeats() -> None:
    """The same pattern goes on where its period is full; a pattern cut short is what is left of it."""
    once = Path({}).held((UP,), 2).held((UP,), 3)
    assert once.stretches == (Stretch((UP,), 5),)
    turned = Path({}).held((UP, DOWN), 4).held((UP, DOWN), 3)
    assert turned.stretches == (Stretch((UP, DOWN), 7),)
    assert [letter["up"] for letter in turned.inputs()] == [True, False] * 3 + [True]
    assert len(turned.held((UP, DOWN), 1).stretches) == 2
    assert Path({}).held((UP, DOWN), 1).stretches == (Stretch((UP,), 1),)
    assert Path({}).held((UP,), 0).stretches == ()


def test_a_path_is_cut_in_the_middle_of_a_stretch() -> None:
    """As many ticks as asked for, with the same inputs."""
    path = Path({}).held((IDLE,), 3).held((UP, DOWN), 5)
    for n in range(9):
        assert list(path.cut(n).inputs()) == list(path.inputs())[:n]
        assert path.cut(n).ticks == n


def last_ticks(wanted: Sequence[bool | None]) -> Any:
    """Whoever asks for these last inputs, and at least ten ticks before."""

    def meets(path: Path) -> int | None:
        given = [letter["up"] for letter in path.inputs()]
        ends = [
            n for n in range(10 + len(wanted), len(given) + 1) if given[n - len(wanted) : n] == list(wanted)
        ]
        return ends[0] - 1 if ends else None

    return meets


@pytest.mark.parametrize(
    ("path", "wanted", "stretches"),
    [
        (Path({}).held((UP,), 900), [True], [((IDLE,), 10), ((UP,), 1)]),
        (Path({}).held((UP,), 900), [True] * 5, [((IDLE,), 10), ((UP,), 5)]),
        (
            Path({}).held((DOWN,), 400).held((UP, DOWN), 300),
            [True, False, True],
            [((IDLE,), 10), ((UP, DOWN), 3)],
        ),
        (Path({}).held((UP,), 5), [True], [((UP,), 5)]),  # it never was met
    ],
)
def test_a_path_is_made_short_and_idle(path: Path, wanted: list[bool | None], stretches: list[Any]) -> None:
    """As few ticks as the goal needs, and an input that says nothing until it matters; never a path that misses it."""
    machine = machine_of(group(text_of_up()))
    short = shorten(machine, path, last_ticks(wanted))
    assert [(s.inputs, s.ticks) for s in short.stretches] == stretches


def text_of_up() -> str:
    return text_of('claim C : "C." reachable present(up);')


def test_nothing_is_shortened_by_somebody_who_says_nothing_more() -> None:
    """Whose effort is spent after a few questions: what they confirmed last."""
    machine = machine_of(group(text_of_up()))
    honest, asked = last_ticks([True]), 0

    def tired(path: Path) -> int | None:
        nonlocal asked
        asked += 1
        return honest(path) if asked <= 2 else None

    short = shorten(machine, Path({}).held((UP,), 900), tired)
    assert honest(short) == short.ticks - 1
    assert asked > 2


def test_a_trail_is_of_what_init_and_boundary_let_pass() -> None:
    """Parameters that no rule accepts, and inputs outside their type, are refused and not run."""
    machine = machine_of(group(detector("trigger")))
    sound = {"u.still_below": 30, "u.shield": 30, "u.varied": 50}
    calm: Mapping[str, Any] = {"motion": 0, "pulse": None}
    assert len(list(trail(machine, Path(sound).held((calm,), 3)))) == 3
    with pytest.raises(ReplayError, match="not valid"):
        list(trail(machine, Path({**sound, "u.shield": 29}).held((calm,), 1)))
    with pytest.raises(ReplayError, match="outside its type"):
        list(trail(machine, Path(sound).held(({**calm, "pulse": 199},), 1)))


# ── the library ──────────────────────────────────────────────────────────────────────────────────────────────


@cache
def wished(file: str, name: str, *goals: str) -> Machine:
    """A machine of the library with what is wished to be reachable, and nothing else of the kind."""
    sources = {p.name: Source(p.name, p.read_text(encoding="utf-8")) for p in PATHS}
    text = sources.pop(file).text
    claims = "".join(f'claim Wish{n} : "It can be." reachable {goal};' for n, goal in enumerate(goals))
    head = f"machine {name} every 1 s {{"
    assert text.count(head) == 1 and LIBRARY.exists()
    module = core(Source(file, text.replace(head, head + claims)), list(sources.values()))
    found = next(m for m in module.machines if m.name == name)
    kept = tuple(p for p in found.properties if p.form == "always" or p.name.startswith("Wish"))
    return replace(found, properties=kept)


@pytest.mark.parametrize(
    ("file", "name", "goals"),
    [
        (
            "rem_prototype.aln",
            "RemPrototype",
            {"trigger": 5701, "rem and not trigger": 5702, "unsure and certain(before(rem))": 5702},
        ),
        ("rem_watch.aln", "SleepSessions", {"asleep_for >= 80 min": 4800, "current and not sampled": 2}),
        (
            "rem_watch.aln",
            "RemWatch",
            {
                "strict": 601,
                "balanced and not strict": 601,
                "lenient and not balanced": 601,
                "strict and not certain(stage_age <= 10 min)": 601,
                "strict and resting.count < 30": 601,
                "cue": 601,
            },
        ),
        ("rem_watch.aln", "Night", {"detected": 601, "cue": 4801}),
        ("intensity.aln", "WithPrototype", {"trigger": 5701, "trigger and brightness > 0 percent": 5701}),
        ("intensity.aln", "WithWatch", {"cue": 601, "body.strict or body.balanced or cue": 601}),
    ],
)
def test_what_the_detectors_are_for_can_happen(file: str, name: str, goals: dict[str, int]) -> None:
    """Each is found with two thirds of the effort at most, and replayed by the evaluator within every declared range."""
    machine = wished(file, name, *goals)
    search = explorer(machine)
    found = search.search()
    assert search.probe.left > EFFORT // 3
    for (wish, c), ticks in zip(search.goals.items(), goals.values(), strict=True):
        assert wish in found
        path = search.shortened(wish)
        assert path.ticks == ticks
        assert met_in(machine, c, path)[0] == path.ticks - 1
