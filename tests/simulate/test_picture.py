"""What is seen of a run: every tick that breaks something, with the values, units and limits, in lines and as SVG."""

from __future__ import annotations

import re
import xml.etree.ElementTree as xml
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from aln.core import build as b
from aln.core.ir import BOOL, Field, Machine, Property, Type, Unit
from aln.simulate.picture import Break, Lane, Limit, Picture, of_run, of_verdict, span, stretches
from aln.simulate.recording import Columns, Row
from aln.simulate.run import Run
from aln.simulate.series import Series, constant, unmarked
from aln.simulate.spark import sparklines, sparks
from aln.simulate.timeline import draw
from aln.syntax.near import certain
from aln.verifier.obligation import Counterexample, Obligation, OfMachine, Verdict
from tests.simulate.test_run import LIMITS, PUMP, row

SVG = "{http://www.w3.org/2000/svg}"
PERCENT = Type("int", 0, 100, Fraction(1), Unit("percent", "%", Fraction(1, 100), "number"))
MODE = Type("enum", name="Mode", labels=("OFF", "ON", "HELD"))


def series(name: str, ty: Type, values: list[Any]) -> Series:
    found = Series(name, ty)
    for value in values:
        found.add(value)
    return found


def picture(*lanes: Lane, breaks: tuple[Break, ...] = ()) -> Picture:
    return Picture("M/claim/x", "the claim", ("with p 1",), 1_000_000, lanes[0].series.ticks, lanes, breaks)


def capped(most: int) -> Machine:
    """The pump with a claim that its rate is at most so many steps."""
    command = b.var("command", next(f.type for f in PUMP.outputs if f.name == "command"))
    claim = Property(
        "Capped", False, "always", b.le(command, b.const(command.type, most)), "It is low.", (), 1
    )
    return replace(PUMP, properties=(claim,))


def through(machine: Machine, values: list[tuple[str, str, str]]) -> Run:
    run = Run(machine, LIMITS, Columns(machine, "r.csv", certain))
    for i, value in enumerate(values):
        run.feed(row(i + 2, *value))
    return run


UP, DOWN = ("60", "65.5", "0.9"), ("99", "65.5", "0.9")


def test_every_tick_that_breaks_something_is_marked() -> None:
    """Not the first three alone: all, in stretches, however many ticks passed before."""
    run = through(capped(300), [DOWN] * 1_000 + [UP] * 10 + [DOWN] * 10 + [UP] * 6)
    watched = next(w for w in run.watched if w.name == "Capped")
    assert watched.count > 3 and watched.marks is not None and watched.marks.ticks == run.ticks
    marked = {t for first, after in stretches(watched.marks) for t in range(first, after)}
    width = watched.marks.width
    stretch = {t // width for t in _breaking(capped(300), run.ticks)}
    truth = {t for t in range(run.ticks) if t // width in stretch}
    assert marked == truth and len(run.found) == 3


def _breaking(machine: Machine, ticks: int) -> set[int]:
    from aln.core.evaluate import evaluate, initial, tick

    state, found = initial(machine, LIMITS), set()
    for t in range(ticks):
        value = DOWN if t < 1_000 or 1_010 <= t < 1_020 else UP
        inputs = {"map": int(value[0]) * 10, "target": 655, "confidence": 900}
        env, state = tick(machine, LIMITS, state, inputs)
        found |= set() if evaluate(machine.properties[0].formula, env) else {t}
    return found


def test_neighbours_of_a_broken_tick_are_shown() -> None:
    """The tick before it and the one after it stand beside it in the table."""
    run = through(capped(300), [DOWN] * 20 + [UP] * 8 + [DOWN] * 20)
    first = run.found[0].tick
    assert {first - 1, first, first + 1} <= {s.tick for s in run.shown()}


def test_what_was_invalid_first_is_kept() -> None:
    """One example of each input, and the row it came from."""
    run = through(PUMP, [UP, ("NaN", "?", "0.9"), ("Infinity", "65", "2")])
    assert run.samples == {
        "map": (3, "NaN"),
        "target": (3, "?"),
        "confidence": (4, run.samples["confidence"][1]),
    }
    assert str(run.samples["confidence"][1]) == "2"


def test_limits_of_parameters_alone_are_one_value() -> None:
    """They are not kept tick by tick, and are drawn over all of them."""
    run = through(PUMP, [UP] * 600)
    bounds = {x.side: x for w in run.watched if w.name == "InLimits" for x in w.bounds}
    line = run.limit(bounds["at most"])
    assert (line.ticks, len(line.buckets), line.low, line.high) == (600, 1, 1000, 1000)


def test_a_picture_of_a_run_says_what_it_is_of() -> None:
    """Machine, recording, parameters, roles, what is broken with its limit, its ticks and where they stand."""
    found = of_run(through(capped(300), [DOWN] * 20 + [UP] * 8), "r.csv", "line")
    assert found.title == "SafetyStep (VasopressorSafety_v1_0_0)" and "r.csv · 28 ticks · " in found.says
    assert found.facts[0].startswith("with ") and "limits.max 1 mcg_kg_min" in found.facts[0]
    lane = next(x for x in found.lanes if x.title == "command")
    assert lane.role == "output" and lane.told
    assert [x.says for x in lane.limits] == ["Capped: at most 0.3 mcg_kg_min"]
    (one,) = found.breaks
    assert one.name == "Capped" and one.values[0].startswith(
        f"tick {one.ticks[0]}, line {one.ticks[0] + 2}: `command` is "
    )


# ── lines ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_lines_stand_below_one_another_in_any_terminal() -> None:
    """Names and blocks of one width, units and ends beside them, marks under the ticks that break; never too wide."""
    level = Lane(series("level", PERCENT, [*range(90), 95]), "level", "output",
                 (Limit("Low", "Low: at most 80 percent", constant("level", PERCENT, 80, 91)),))  # fmt: skip
    on = Lane(series("on", BOOL, [False] * 45 + [True] * 46), "on")
    found = picture(
        level, on, breaks=(Break("Low", "", (81,), (), ((81, 91),)), Break("Other", "", (3,), (), ((3, 4),)))
    )
    for width in (40, 60, 100, 300):
        lines = list(sparklines(found, width))
        assert [x.says for x in lines] == [
            "0 .. 95 percent", "Low: at most 80 percent at tick 81", "false .. true", "Other at tick 3",
        ]  # fmt: skip
        assert len({len(x.name) for x in lines}) == len({len(x.blocks) for x in lines}) == 1
        if width >= 60:
            assert all(len(x.name) + len(x.blocks) + len(x.says) + 4 <= width for x in lines)
    marks = lines[1].blocks
    assert marks.lstrip() == "✗" * len(marks.strip()) and len(marks) == 60 and 50 < marks.index("✗") < 55
    assert lines[3].blocks.index("✗") == 2


@pytest.mark.parametrize(
    ("ty", "values", "blocks", "says"),
    [
        (PERCENT, [0, 50, 100], "▁▄█", "0 .. 100 percent"),
        (PERCENT, [7, 7], "▄▄", "7 percent"),
        (PERCENT, [None, 7], "·▄", "7 percent"),
        (PERCENT, [None, None], "··", "no value"),
        (BOOL, [False, True], "▁█", "false .. true"),
        (BOOL, [True, True], "██", "true"),
        (BOOL, [False], "▁", "false"),
        (MODE, ["OFF", "HELD", "ON"], "▁█▄", "OFF .. HELD"),
    ],
)
def test_a_line_of_blocks(ty: Type, values: list[Any], blocks: str, says: str) -> None:
    """Heights between the least and the greatest, `·` for what is missing, what never changes once."""
    (line,) = sparks(picture(Lane(series("x", ty, values), "x")), 60)
    assert (line.blocks, line.says) == (blocks, says)


def test_a_truth_that_changes_within_a_block_is_half() -> None:
    """Many ticks in one block: all true, all false, or both."""
    values = [False] * 20 + [True, False] * 10 + [True] * 20
    (line,) = sparks(picture(Lane(series("x", BOOL, values), "x")), 8)
    assert line.blocks[0] == "▁" and line.blocks[-1] == "█" and "▄" in line.blocks


# ── the drawing ──────────────────────────────────────────────────────────────────────────────────────────────


def drawn(found: Picture) -> tuple[list[str], xml.Element]:
    root = xml.fromstring(draw(found))
    return ["".join(e.itertext()) for e in root.iter(f"{SVG}text")], root


def test_words_of_a_drawing_lie_inside_and_apart() -> None:
    """No text leaves the sheet, and no two cover one another, with long names, long claims and several limits."""
    limits = tuple(
        Limit(f"Claim{i}", f"Claim{i}: at most {80 + i} percent", constant("level", PERCENT, 80 + i, 30))
        for i in range(3)
    )
    found = replace(
        picture(
            Lane(series("level", PERCENT, list(range(30))), "a_name_of_a_value_that_is_rather_long_" * 3, "output", limits, True),
            Lane(series("none", PERCENT, [None] * 30), "none", "input"),
            Lane(series("same", PERCENT, [5] * 10 + [None] * 20), "same", "state"),
            Lane(series("mode", MODE, ["OFF"] * 15 + ["HELD"] * 15), "mode", "state"),
            breaks=tuple(Break(f"Claim{i}", "words " * 60, (9 + i,), ("`level` is 9 percent",), ((9 + i, 10 + i),)) for i in range(3)),
        ),
        says="a long claim " * 30,
    )  # fmt: skip
    said, root = drawn(found)
    assert {"missing", "5 percent", "OFF", "HELD", "output, percent", "with p 1", "✗ tick 9: Claim0"} <= set(
        said
    )
    wide, high = float(root.get("width", "")), float(root.get("height", ""))
    boxes = []
    for e in root.iter(f"{SVG}text"):
        size = float(e.get("font-size", ""))
        w = len("".join(e.itertext())) * size * 0.55
        x = float(e.get("x", "")) - {"end": w, "middle": w / 2}.get(e.get("text-anchor", ""), 0.0)
        y = float(e.get("y", ""))
        assert x >= 0 and x + w <= wide and y - size >= 0 and y <= high, "".join(e.itertext())
        boxes.append((x, x + w, y - size * 0.75, y))
    for i, (a, z, top, bottom) in enumerate(boxes):
        for c, d, upper, lower in boxes[:i]:
            assert z <= c or d <= a or bottom <= upper or lower <= top


def test_bands_stand_where_something_breaks() -> None:
    """One band for each stretch, from the tick that begins it to the one after it."""
    lane = Lane(series("level", PERCENT, list(range(100))), "level")
    _, root = drawn(picture(lane, breaks=(Break("Low", "", (10,), (), ((10, 20), (50, 51))),)))
    bands = [e for e in root.iter(f"{SVG}rect") if e.get("fill-opacity") == "0.16"]
    frame = next(e for e in root.iter(f"{SVG}rect") if e.get("stroke"))
    left, wide = float(frame.get("x", "")), float(frame.get("width", ""))
    shares = [((float(e.get("x", "")) - left) / wide, float(e.get("width", "")) / wide) for e in bands]
    assert [(round(a, 3), round(z, 3)) for a, z in shares] == [(0.1, 0.1), (0.5, 0.01)]


def test_invalid_ticks_are_shown_apart_from_missing_ones() -> None:
    """What came and was no value has its own colour, and the drawing says which."""
    bad = Series("level", PERCENT)
    for i in range(20):
        bad.add(None if i % 2 else i, invalid=i % 4 == 1)
    said, root = drawn(picture(Lane(bad, "level")))
    assert sum(e.get("fill") == "#d97706" for e in root.iter(f"{SVG}rect")) == 5
    assert "amber: invalid, taken as missing" in said
    assert not any("amber" in x for x in drawn(picture(Lane(series("x", BOOL, [None, True]), "x")))[0])


def test_axes_have_no_values_between_two_counts() -> None:
    """A whole number has no line at a half."""
    said, _ = drawn(picture(Lane(series("n", Type("int", 0, 9), [0, 1]), "n")))
    assert "0" in said and "1" in said and not any(re.fullmatch(r"-?[0-9]+\.[0-9]+", x) for x in said)


def test_instants_stand_at_their_axis_as_days_or_times() -> None:
    """Not as counts of microseconds; the bound of one is an instant too."""
    when = Type("int", 0, 7_258_118_399_999_999, Fraction(1), Unit("us", "us", Fraction(1, 10**6), "instant"))
    start = 1_769_846_400_000_000
    days, _ = drawn(picture(Lane(series("t", when, [start, start + 30 * 86_400_000_000]), "t")))
    hours, _ = drawn(picture(Lane(series("t", when, [start, start + 7_200_000_000]), "t")))
    assert "2026-02-10" in {x[:10] for x in days} or sum(x.startswith("2026-0") for x in days) >= 2
    assert sum(bool(re.fullmatch("01-31 [0-9]{2}:[0-9]{2}", x)) for x in hours) >= 2


def test_a_drawing_is_xml_whatever_stands_in_it() -> None:
    """Control characters, halves of characters and markup in names are shown, and break nothing."""
    lane = Lane(series("x", BOOL, [True]), "a\x00\x1b<b>&\ud800")
    said, _ = drawn(replace(picture(lane), title="\x07<t>", says='"\ufffe&amp;'))
    assert {"a\ufffd\ufffd<b>&\ufffd", "\ufffd<t>", '"\ufffd&amp;'} <= set(said)
    draw(picture(lane)).encode()


@pytest.mark.parametrize(
    ("micros", "says"), [(0, "0 s"), (250_000, "250 ms"), (1_000_000, "1 s"), (20_000_000_000, "5 h 33 min"), (90_000_000_000, "1 d 1 h")]
)  # fmt: skip
def test_durations_are_told_by_two_parts(micros: int, says: str) -> None:
    """The largest two, in the units of people."""
    assert span(micros) == says


# ── a counterexample ─────────────────────────────────────────────────────────────────────────────────────────


def refuted(machine: Machine, name: str, steps: list[Mapping[str, Any]]) -> Verdict:
    from aln.diagnostics import Span

    o = Obligation(
        f"M/invariant/m.{name}",
        "invariant",
        "words",
        "M",
        Span("m.aln", 1, 1),
        OfMachine(machine, name),
        ("REQ-1",),
    )
    found = Counterexample(
        {"limits.max": 1000}, {}, (), tuple(steps), (), "at tick 1: `command` is 0.4 mcg_kg_min"
    )
    return Verdict(o, "refuted", "bmc", counterexample=found)


def test_a_counterexample_is_drawn_with_what_it_traces_to() -> None:
    """Its id, its words, parameters and traces above, the limit in its lane, the values in words below."""
    steps = [{"rate": 200, "command": v, "fallback": True, "alarm": True} for v in (200, 400)]
    found = of_verdict(refuted(capped(300), "Capped", steps))
    assert found is not None and found.title == "M/invariant/m.Capped" and "traces to REQ-1" in found.facts
    said, _ = drawn(found)
    assert {
        "Capped",
        "at most 0.3 mcg_kg_min",
        "✗ tick 1: Capped",
        "at tick 1: `command` is 0.4 mcg_kg_min",
    } <= set(said)
    assert {x.title for x in found.moving().lanes} == {"command"}


def test_a_range_is_drawn_as_its_ends() -> None:
    """The value after the tick is the one that leaves the range of a state, and the end that it passes is its limit."""
    steps = [{"rate": 200, "rate.next": v, "command": 200} for v in (200, 9000)]
    found = of_verdict(refuted(PUMP, "rate", steps))
    assert found is not None
    lane = next(x for x in found.lanes if x.limits)
    assert (
        lane.title == "next rate"
        and lane.told
        and [x.says for x in lane.limits] == ["range of rate: at most 2 mcg_kg_min"]
    )


def test_a_verdict_without_a_run_has_no_picture() -> None:
    """Proved, or about no machine."""
    proved = replace(refuted(PUMP, "rate", []), status="proved", counterexample=None)
    assert of_verdict(proved) is None and of_verdict(refuted(PUMP, "rate", [])) is None


def test_marks_begin_anew_at_any_tick() -> None:
    """A truth that was false so far is kept in as few stretches as any other value, and goes on from there."""
    for ticks in (0, 1, 479, 480, 481, 100_000):
        marks = unmarked("x", ticks)
        marks.add(True)
        assert marks.ticks == ticks + 1 and len(marks.buckets) <= 481
        ((first, after),) = stretches(marks)
        assert first <= ticks < after == ticks + 1


def test_text_inputs_stand_in_the_table() -> None:
    """Values that are no number, truth or label are known by name too, though nothing is drawn of them."""
    from aln.core.ir import TEXT

    machine = Machine("M", "M", 1, (), "", "", (), (Field("note", TEXT, True),), (), (), (), (), ())
    run = Run(machine, {}, Columns(machine, "r.csv", certain))
    run.feed(Row(2, {"note": "hello"}, True))
    assert list(run.names) == ["note"] and not run.series and run.first[0].env["note"] == "hello"
