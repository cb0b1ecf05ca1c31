"""Windows of samples in Python: slid and summed up as core does, kept in a state that is checked, and read back."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from aln.backends import Unsupported
from aln.backends.interface import Unreadable
from aln.backends.python import PYTHON
from aln.backends.python.run import EmittedMachine
from aln.core import build as b
from aln.core.evaluate import initial, receive, tick
from aln.core.ir import CoreModule, Machine
from aln.core.slice import runtime
from aln.pipeline import Source, core
from aln.verifier.obligations import machine_equal
from aln.verifier.prove import prove
from tests.backends.python_guards import header
from tests.backends.python_mutants import mutants

TEXT = """module Windowed_v1_0_0 {
    type Rate = decimal bpm in 20 .. 60 by 0.5;
    type Depth = decimal mm in -3 .. 9 by 0.5;
    type Tilt = int in -9 .. 9;
    type Width = decimal mm in -4 .. 5 by 1;
    entity Limits { id : uuid key; most : Tilt; }
    policy Valid for Limits l { require l.most >= 1 because "it never counts"; }
    machine Pulse every 1 s {
        input pulse : Rate? invalid as missing held for 3 s;
        window hr of pulse over 6 s up to 3 samples;
        output calm : bool = certain(hr.median <= 40 bpm);
        output steady : bool = certain(hr.deviation <= 10 bpm);
        output many : bool = hr.count > 2;
    }
    machine Single every 1 s {
        input x : Depth? invalid as missing held for 2 s;
        window w of x over 5 s up to 4 samples;
        output above : bool = certain(w.mean > 1.5 mm);
        output spread : bool = certain(w.deviation > 2 mm);
        output middle : Depth = if present(w.median) then w.median else 0 mm;
        output fresh : bool = w.age <= 2 s;
    }
    machine Several every 1 s {
        param l : Limits where Valid;
        input tilt : Tilt? invalid as missing;
        input width : Width? invalid as missing;
        state n : Tilt = 0;
        state State : Tilt = l.most;
        window short of tilt over 4 s up to 9 samples;
        window long of tilt over 700 s up to 2 samples;
        window wide of width over 1 s up to 1 samples;
        window w of width over 3 s up to 2 samples;
        next n = if short.count > 2 and n < 9 then n + 1 else 0;
        next State = if present(w.newest) and w.sum > 0 mm then l.most else 0;
        output total : int in -90 .. 90 = long.sum + short.sum;
        output last : Tilt = if present(short.newest) then short.newest else -9;
        output uneven : bool = certain(w.deviation > 2 mm) or certain(long.deviation >= l.most);
        output seen : bool = wide.count == 1 and certain(wide.median < 4 mm);
    }
    machine Parts every 1 s {
        input p : Rate? invalid as missing;
        input q : Rate? invalid as missing;
        state n : Tilt = 0;
        next n = if n < 9 then n + 1 else 0;
        part d : Pulse { pulse = if n > 4 then p else q; }
        part e : Pulse { pulse = p; }
        part f : Pulse { pulse = 30 bpm; }
        output one : bool = d.calm and not e.calm;
        output two : bool = f.many and f.calm and f.steady;
        output three : bool = e.steady and d.many;
    }
}"""
STRANGE = (None, True, 0.5, "1", float("nan"), 10**9, -(10**9), (), object())
GARBAGE: tuple[Any, ...] = (
    None, 0, "ab", {}, ((0,),), ((0, 1, 2),), ((0, 1), (0, 2)), ((0, 1), (1, 2)), ((5, 1),), ((-1, 1),), ((0, 19),),
    ((0, -7),), ((True, 1),), ((0, True),), ((0.0, 1),), ((0, 1.0),), ((0, None),), ((0, "1"),), (0, 1), ("01",),
    ((4, 1), (3, 1), (2, 1), (1, 1), (0, 1)), ((1, 1), (0, 99)), (((0,), (1,)),), frozenset({(0, 1)}), {0: 1},
)  # fmt: skip


@cache
def module() -> CoreModule:
    return core(Source("windowed.aln", TEXT))


MACHINES = {m.name: m for m in module().machines}
RUNTIME = {name: runtime(m) for name, m in MACHINES.items()}
NAMES = sorted(MACHINES)


@cache
def printed(name: str) -> str:
    return PYTHON.print_machine(MACHINES[name], header(MACHINES[name]))


def parameters(machine: Machine) -> dict[str, Any]:
    return {p.name: 4 for p in machine.parameters}


def arriving(machine: Machine, count: int, seed: int) -> list[dict[str, Any]]:
    """Inputs with gaps long enough to empty every short window, and with values that are none."""
    r = Random(seed)
    gaps = {i.name: 0 for i in machine.inputs}
    out = []
    for _ in range(count):
        row = {}
        for i in machine.inputs:
            gaps[i.name] = max(0, gaps[i.name] - 1) or (r.random() < 0.15) * r.randint(1, 9)
            value = r.choice((i.type.lo, i.type.hi, *(r.randint(i.type.lo, i.type.hi) for _ in range(4))))
            row[i.name] = r.choice(STRANGE) if gaps[i.name] else value
        out.append(row)
    return out


def steps_as(text: str, machine: Machine, rows: Sequence[dict[str, Any]]) -> bool:
    """Whether the module starts and steps as the evaluator says of `machine`."""
    emitted, given = EmittedMachine(text, machine), parameters(machine)
    known = initial(machine, given)
    kept = emitted.initial(given)
    for row in rows:
        if kept != known:
            return False
        received = {i.name: receive(i, row[i.name]) for i in machine.inputs}
        every, known = tick(machine, given, known, received)
        outputs, kept = emitted.tick(given, kept, row)
        if outputs != {o.name: every[o.name] for o in machine.outputs}:
            return False
    return kept == known


@pytest.mark.parametrize("name", NAMES)
def test_the_step_is_the_evaluators_for_every_input(name: str) -> None:
    """Samples, states and outputs are core's at each of 4,000 ticks, with gaps and values of a wrong class or range."""
    machine = RUNTIME[name]
    rows = arriving(machine, 4_000, 11)
    assert steps_as(printed(name), machine, rows)
    # The run must have gone through what is worth comparing.
    state, given = initial(machine, parameters(machine)), parameters(machine)
    counts: dict[str, set[int]] = {w.name: set() for w in machine.windows}
    values: dict[str, set[Any]] = {o.name: set() for o in machine.outputs}
    for row in rows:
        env, state = tick(machine, given, state, {i.name: receive(i, row[i.name]) for i in machine.inputs})
        for w in machine.windows:
            counts[w.name].add(len(state[w.name]))
        for o in machine.outputs:
            values[o.name].add(env[o.name])
    for w in machine.windows:
        always = w.name in ("f.hr", "long")
        assert max(counts[w.name]) == min(w.ticks, w.samples) and (always or 0 in counts[w.name]), w.name
    assert all(len(found) > 1 for found in values.values()), values


@pytest.mark.parametrize("name", NAMES)
def test_what_is_read_back_is_proved_equal(name: str) -> None:
    """The text says each window's name, source, span, cap, fields and place; the machine read is proved the machine."""
    read, run = PYTHON.read_machine(printed(name)), RUNTIME[name]
    assert run.windows
    for w, r in zip(run.windows, read.windows, strict=True):
        assert (w.name, w.ticks, w.samples, w.fields, w.after) == (
            r.name,
            r.ticks,
            r.samples,
            r.fields,
            r.after,
        )
    (answer,) = prove([machine_equal(module(), run, read, "python")])
    assert answer.status == "proved"


def test_the_windows_of_the_detector_are_read_back() -> None:
    """The detector of the library, whose bound on a deviation is a parameter, is read back proved equal."""
    home = Path(__file__).parents[2] / "aln" / "library"
    sources = {p.stem: Source(p.name, p.read_text(encoding="utf-8")) for p in sorted(home.rglob("*.aln"))}
    made = core(sources.pop("rem_prototype"), list(sources.values()))
    (machine,) = (m for m in made.machines if m.windows)
    read = PYTHON.read_machine(PYTHON.print_machine(machine, header(machine)))
    (answer,) = prove([machine_equal(made, runtime(machine), read, "python")])
    assert answer.status == "proved"


def test_a_window_stands_where_its_source_is_computed() -> None:
    """A window of a value that is computed slides after it and before what reads it."""
    machine = RUNTIME["Parts"]
    names = [d.name for d in machine.definitions]
    places = {w.name: w.after for w in machine.windows}
    assert places["d.hr"] > names.index("d.pulse") and places["d.hr"] <= names.index("d.calm")
    lines = [line.strip() for line in printed("Parts").splitlines()]
    order = [
        next(i for i, line in enumerate(lines) if line.startswith(start))
        for start in ("d_pulse = ", "d_hr_seen = ", "d_hr = _slide(", "d_hr_count, ", "d_calm = ")
    ]
    assert order == sorted(order)


def changes() -> list[tuple[str, str]]:
    """Single faults of what is printed for the window of `Single`: (what stands there, what stands there instead)."""
    slide = "w = _slide(state.w, w_seen, ticks=5, most=4, lo=-6, hi=18)"
    summary = "w_count, w_sum, w_squares, w_median, w_newest = _summary(w, nothing=0)"
    return [
        (slide, slide.replace("ticks=5", "ticks=6")),
        (slide, slide.replace("ticks=5", "ticks=4")),
        (slide, slide.replace("ticks=5", "ticks=0")),
        (slide, slide.replace("most=4", "most=5")),
        (slide, slide.replace("most=4", "most=3")),
        (slide, slide.replace("most=4", "most=0")),
        (slide, slide.replace("most=4", "most=True")),
        (slide, slide.replace("lo=-6", "lo=-7")),
        (slide, slide.replace("hi=18", "hi=17")),
        (slide, slide.replace("ticks=5, most=4", "ticks=4, most=5")),
        (slide, slide.replace("w_seen", "x")),
        (slide, slide.replace("w_seen", "None")),
        (slide, slide.replace("state.w", "()")),
        (slide, f"{slide}\n    {slide.replace('state.w', 'w')}"),
        (summary, summary.replace("nothing=0", "nothing=1")),
        (summary, summary.replace("w_median, w_newest", "w_newest, w_median")),
        (summary, summary.replace("w_sum, w_squares", "w_squares, w_sum")),
        (summary, summary.replace("(w,", "(state.w,")),
        (f"{slide}\n    {summary}", f"{summary}\n    {slide}"),
        ("w_seen = x if x is not None else None", "w_seen = x if x is not None else 0"),
        ("w_seen = x if x is not None else None", "w_seen = x + 1 if x is not None else None"),
        ("w_seen = x if x is not None else None", "w_seen = x if x is not None and x > 0 else None"),
        ("w_seen = x if x is not None else None", "w_seen = state.x_held if state.x_age < 2 else None"),
        ("w_seen = x if x is not None else None", "w_seen = x"),
        ("if age + 1 < ticks]", "if age + 1 <= ticks]"),
        ("if age + 1 < ticks]", "if age < ticks]"),
        ("[(age + 1, value)", "[(age, value)"),
        ("aged.append((0, seen))", "aged.append((1, seen))"),
        ("aged.append((0, seen))", "aged.insert(0, (0, seen))"),
        ("tuple(aged[-most:])", "tuple(aged[:most])"),
        ("tuple(aged[-most:])", "tuple(aged)"),
        ("if seen is not None:", "if seen:"),
        ("values[(len(values) - 1) // 2]", "values[len(values) // 2]"),
        ("values[(len(values) - 1) // 2]", "values[(len(values) - 1) // 2 - 1]"),
        ("sorted(value for age, value in samples)", "[value for age, value in samples]"),
        ("sum(value * value for value in values)", "sum(value for value in values)"),
        ("sum(value * value for value in values)", "sum(values) * sum(values)"),
        ("samples[-1][1]", "samples[0][1]"),
        ("return 0, 0, 0, nothing, nothing", "return 0, 0, 0, nothing, 0"),
        ("not 0 <= age < older", "not 0 <= age <= older"),
        ("not 0 <= age < older", "not age < older"),
        ("        older = age\n", ""),
        ("len(samples) > most", "len(samples) > most + 1"),
        ("if type(value) is not int or not lo <= value <= hi:", "if type(value) is not int:"),
        ("        w=(),\n", "        w=((0, 0),),\n"),
        ("        w=(),\n", ""),
        ("w=w)", "w=state.w)"),
        ("w=w)", "w=())"),
        ('("w.count", _QUANTITY', '("w.counts", _QUANTITY'),
    ]


@pytest.mark.parametrize(("stands", "instead"), changes(), ids=range(len(changes())))
def test_no_fault_of_a_window_passes(stands: str, instead: str) -> None:
    """A text with another span, cap, order, sum, age, source, start or check is not read, or is refuted."""
    text = printed("Single")
    assert text.count(stands) == 1 and stands != instead
    mutant = text.replace(stands, instead)
    ast.parse(mutant)
    assert not passes(mutant, "Single")


def test_no_consistent_fault_of_a_window_passes() -> None:
    """Faults that are made wherever the printer would make them are read as another machine, and refuted."""
    run, single = RUNTIME["Single"], RUNTIME["Single"].windows[0]
    others = (
        replace(single, ticks=6), replace(single, ticks=4), replace(single, samples=5), replace(single, samples=3),
        replace(single, after=single.after + 1), replace(single, given=b.TRUE), replace(single, given=b.FALSE),
        replace(single, value=b.const(single.value.type, 3)),
    )  # fmt: skip
    for other in others:
        machine = replace(run, windows=(other,))
        text = PYTHON.print_machine(machine, header(machine))
        assert text != printed("Single")
        assert not passes(text, "Single"), other


def passes(text: str, name: str) -> bool:
    """Whether a text would be written as the artefact of a machine."""
    try:
        read = PYTHON.read_machine(text)
    except Unreadable:
        return False
    (answer,) = prove([machine_equal(module(), RUNTIME[name], read, "python")])
    return answer.status == "proved"


def test_faults_all_over_the_text_run_as_they_read() -> None:
    """A mutant that is read is another machine, and steps as that machine does."""
    text = printed("Several")
    original = PYTHON.read_machine(text)
    rows = arriving(RUNTIME["Several"], 200, 12)
    made, readable = mutants(text, 120), 0
    for what, mutant in made:
        try:
            read = PYTHON.read_machine(mutant)
        except Unreadable:
            continue
        readable += 1
        assert read != original, what
        try:
            assert steps_as(mutant, read, rows), what
        except ValueError:
            # Another policy may refuse these parameters.
            assert read.assumption != original.assumption, what
    assert len(made) >= 100 and readable >= 5


def test_samples_that_no_step_gave_are_none() -> None:
    """Whatever is handed in as samples, a step answers; as if there were none, unless they are lawful."""
    machine = RUNTIME["Single"]
    emitted = EmittedMachine(printed("Single"), machine)
    start = emitted.initial({})
    for garbage in GARBAGE:
        for x in (None, 3):
            assert emitted.tick({}, {**start, "w": garbage}, {"x": x}) == emitted.tick({}, start, {"x": x}), (
                garbage
            )
    r, lawful, unlawful = Random(13), 0, 0
    for _ in range(5_000):
        ages = sorted((r.randint(0, 5) for _ in range(r.randint(0, 5))), reverse=r.random() < 0.9)
        samples = tuple((age, r.choice((-6, 18, r.randint(-7, 19)))) for age in ages)
        sound = (
            len(samples) <= 4
            and all(0 <= age < 5 and -6 <= value <= 18 for age, value in samples)
            and all(x > y for x, y in pairwise(ages))
        )
        state = {**start, "w": samples}
        known = state if sound else start
        every, after = tick(machine, {}, known, {"x": 2})
        outputs, kept = emitted.tick({}, state, {"x": 2})
        assert kept == after and outputs == {o.name: every[o.name] for o in machine.outputs}, samples
        lawful, unlawful = lawful + sound, unlawful + (not sound)
    assert lawful > 500 and unlawful > 500


def test_a_state_survives_json() -> None:
    """Samples that come back from JSON as lists are the samples that were stored."""
    machine = RUNTIME["Single"]
    emitted = EmittedMachine(printed("Single"), machine)
    kept = emitted.initial({})
    for row in arriving(machine, 300, 14):
        stored = {**kept, "w": [list(sample) for sample in kept["w"]]}
        outputs, after = emitted.tick({}, kept, row)
        assert emitted.tick({}, stored, row) == (outputs, after)
        kept = after


def test_a_window_without_samples_is_unsupported() -> None:
    """A window that could keep nothing, or keeps less than it sees is not printed."""
    run = RUNTIME["Single"]
    w = run.windows[0]
    narrow = replace(w.fields[3], type=replace(w.fields[3].type, hi=17))
    for other in (
        replace(w, ticks=0),
        replace(w, samples=0),
        replace(w, fields=(*w.fields[:3], narrow, w.fields[4])),
    ):
        with pytest.raises(Unsupported, match="`w` keeps no samples"):
            PYTHON.print_machine(replace(run, windows=(other,)), header(run))


def test_the_module_is_typed_clean_and_stands_alone(tmp_path: Path) -> None:
    """Modules with windows import the standard library alone, are ASCII, and pass strict typing and the linter."""
    for name in NAMES:
        (tmp_path / f"{name.lower()}.py").write_text(printed(name), encoding="ascii")
        for node in ast.walk(ast.parse(printed(name))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                found = [node.module] if isinstance(node, ast.ImportFrom) else [a.name for a in node.names]
                assert {str(f).partition(".")[0] for f in found} <= sys.stdlib_module_names
    files = sorted(p.name for p in tmp_path.glob("*.py"))
    lint = "ruff", "check", "--isolated", "--no-cache", "--target-version", "py311", "--select"
    for command in (
        ("mypy", "--strict", "--python-version", "3.11", "--cache-dir", str(tmp_path / "cache")),
        (*lint, "E,F,W,I,B,UP,SIM,RUF,PIE,RET,C4"),
    ):
        ran = subprocess.run(
            [sys.executable, "-m", *command, *files], capture_output=True, text=True, cwd=tmp_path
        )
        assert ran.returncode == 0, ran.stdout[-3000:] + ran.stderr[-1000:]
