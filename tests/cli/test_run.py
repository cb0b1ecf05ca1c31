"""`aln run`: what it says of a recording, how it ends, and what it refuses."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import aln.cli.run as verb
from aln.simulate.emitted import Step, emitted
from aln.simulate.recording import Row
from aln.simulate.run import Run
from tests.cli.conftest import Aln

ROOT = Path(__file__).parents[2]
PUMP = str(ROOT / "aln/library/controllers/vasopressor.aln")
JUMPS = str(ROOT / "verifier/corpus/pump/fallback_jumps/design.aln")
LIMITS = ("--parameters", "min=0.02,fallback=0.05,max=1,max_change=0.1")
TABLE = "map,target_map,confidence\n60,65,0.9\n61,65.5,0.9\nNaN,65,0.9\n,65,0.9\n"


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Four rows: two sound, one with NaN, one with an empty cell."""
    path = tmp_path / "r.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_recording_is_run_and_compared(aln: Aln, recording: Path) -> None:
    """Counts, columns by signal, every property kept, and both ways of computing compared; exit 0."""
    done = aln("run", f"{PUMP}:SafetyStep", "r.csv", *LIMITS, "--format", "json")
    found = done.document
    assert done.code == 0 and found["emitted_step"] == "agrees" and found["alone"] is None
    assert found["summary"] | {"seconds": 0} == {
        "rows": 4, "ticks": 4, "late": 0, "unfed": 0, "violations": 0, "seconds": 0,
    }  # fmt: skip
    assert found["placed_by"] is None
    assert [(i["name"], i["column"], i["missing"], i["invalid"]) for i in found["inputs"]] == [
        ("map", "map", 1, 1), ("target", "target_map", 0, 0), ("confidence", "confidence", 0, 0),
    ]  # fmt: skip
    assert [t["values"]["command"] for t in found["ticks"]] == [0.15, 0.25, 0.15, 0.05]
    assert found["ticks"][2]["invalid"] == ["map"]


def test_text_shows_table_sparklines_and_a_summary(aln: Aln, recording: Path) -> None:
    """People read the ticks with units, a line of blocks for each number, and one line that sums up."""
    done = aln("run", PUMP, "r.csv", *LIMITS)
    assert "mcg_kg_min" in done.out and "invalid, taken as missing: map 1" in done.out
    assert "4 ticks, 1 invalid, 1 missing, 0 violations  (evaluator and emitted step agree" in done.out
    assert "command     ▄█▄▁  0.05 .. 0.25 mcg_kg_min" in done.out


def test_json_lines_and_csv_say_the_same(aln: Aln, recording: Path, tmp_path: Path) -> None:
    """The same values give the same ticks whatever form they come in."""
    lines = [
        '{"map": 60, "target_map": 65, "confidence": 0.9}', '{"map": 61.0, "target_map": 65.5, "confidence": 9e-1}',
        '{"map": NaN, "target_map": 65, "confidence": 0.9}', '{"map": null, "target_map": 65, "confidence": 0.9}',
    ]  # fmt: skip
    (tmp_path / "r.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ways = [aln("run", PUMP, name, *LIMITS, "--format", "json").document for name in ("r.csv", "r.jsonl")]
    assert [t["values"] for t in ways[0]["ticks"]] == [t["values"] for t in ways[1]["ticks"]]


def test_parquet_says_the_same(aln: Aln, recording: Path, tmp_path: Path) -> None:
    """Binary floats stand for the nearest step; NaN is invalid, null is missing."""
    import pyarrow
    from pyarrow import parquet

    columns = {
        "map": [60.0, 61.0, float("nan"), None],
        "target_map": [65.0, 65.5, 65.0, 65.0],
        "confidence": [0.9] * 4,
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "r.parquet")
    ways = [aln("run", PUMP, name, *LIMITS, "--format", "json").document for name in ("r.csv", "r.parquet")]
    assert [t["values"] for t in ways[0]["ticks"]] == [t["values"] for t in ways[1]["ticks"]]
    counts = [[(i["name"], i["missing"], i["invalid"]) for i in way["inputs"]] for way in ways]
    assert counts[0] == counts[1]


def test_parquet_without_its_extra_is_told(aln: Aln, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed the message names it."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    (tmp_path / "r.parquet").write_bytes(b"PAR1")
    done = aln("run", PUMP, "r.parquet", *LIMITS)
    assert done.code == 2 and "`parquet`" in done.err and "aln[parquet]" in done.err


def test_a_violation_is_told_with_tick_claim_and_values(aln: Aln) -> None:
    """A design whose fallback jumps breaks its claim: exit 1, the tick, the values, the bound."""
    told = ("run", JUMPS, "--generate", "300", "--seed", "3", "--kind", "adversarial",
            "--parameters", "min=0.1,fallback=2,max=2,max_change=0.3")  # fmt: skip
    done = aln(*told, "--svg", "jump.svg")
    assert done.code == 1 and "✗ Slew  The rate never moves faster than allowed" in done.out
    assert "Slew: at most 1.1 mcg_kg_min at tick 22" in done.out and "HAZ-OVERINFUSION" in done.out
    # What is broken comes first; then the ticks around it; then all of them.
    marks = ("✗ Slew", "    21  ", "    22  ", "    23  ", "\n  command  ", "14 violations")
    places = [done.out.index(x) for x in marks]
    assert places == sorted(places) and "tick 22, row 23: " in done.out
    (under,) = (line for line in done.out.splitlines() if line.endswith("at tick 22"))
    assert under.count("✗") > 3
    drawing = Path("jump.svg").read_text(encoding="utf-8")
    assert "output, mcg_kg_min" in drawing and "tick 22: Slew" in drawing
    assert "at most 1.1 mcg_kg_min" in drawing and "with limits.fallback 2 mcg_kg_min" in drawing
    found = aln(*told, "--format", "json").document
    slew = next(p for p in found["properties"] if p["name"] == "Slew")
    assert slew["status"] == "violated" and slew["first"] == found["violations"][0]["tick"] == 22
    assert "::error file=" in aln(*told, "--format", "github").out


def test_a_difference_is_an_internal_error(
    aln: Aln, recording: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the emitted step gives another value than the evaluator, nothing is said of the run but that; exit 2."""

    class Wrong(Step):
        def tick(self, raw):  # type: ignore[no-untyped-def]
            state, outputs = super().tick(raw)
            return state, outputs | {"command": outputs["command"] + 1}

    def wrong(machine):  # type: ignore[no-untyped-def]
        sound = emitted(machine)
        sound.__class__ = Wrong
        return sound

    monkeypatch.setattr(verb, "emitted", wrong)
    done = aln("run", PUMP, "r.csv", *LIMITS)
    assert done.code == 2 and "internal error: at tick 0 the emitted step gives" in done.err and not done.out


def test_a_machine_with_windows_is_compared_and_a_model_runs_alone(aln: Aln) -> None:
    """Samples that a window keeps are compared too; of a model, which generates nothing, the run says so."""
    windows = f"{ROOT / 'aln/library/detectors/rem_prototype.aln'}:RemPrototype"
    found = aln("run", windows, "--generate", "200", "--seed", "5", "--kind", "faulty", "--format", "json")
    assert found.code == 0 and found.document["emitted_step"] == "agrees"
    model = f"{ROOT / 'aln/library/controllers/telemetry.aln'}:Remembered"
    done = aln("run", model, "--generate", "50")
    assert done.code == 0 and "`Remembered` is a model, and nothing is generated from it" in done.out
    assert "(evaluator alone" in done.out


def test_recordings_are_kept_as_texts_only(aln: Aln) -> None:
    """A name that says something else than what would be written is refused, and nothing is written."""
    done = aln("run", PUMP, "--generate", "5", "--out", "r.parquet", *LIMITS)
    assert done.code == 2 and "`r.parquet` is no recording by its name" in done.err
    assert not Path("r.parquet").exists()


def test_a_drawing_takes_the_place_of_no_recording(aln: Aln, recording: Path) -> None:
    """Neither of the one that is read nor of the one that is kept."""
    for told in (("r.csv",), ("--generate", "5", "--out", "r.csv")):
        done = aln("run", PUMP, *told, "--svg", "./r.csv", *LIMITS)
        assert done.code == 2 and "would take the place of `r.csv`" in done.err
    assert recording.read_text(encoding="utf-8") == TABLE


def test_a_pipe_is_not_waited_for(aln: Aln) -> None:
    """A file that someone has yet to write is no recording."""
    os.mkfifo("r.csv")
    done = aln("run", PUMP, "r.csv", *LIMITS)
    assert done.code == 2 and "`r.csv` is not a regular file" in done.err


def test_nothing_is_written_of_a_run_that_is_stopped(aln: Aln, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C in the middle leaves neither the recording nor the drawing, and the message says so truly."""

    def stopped(self: Run, row: Row) -> None:
        if row.place == 40:
            raise KeyboardInterrupt

    monkeypatch.setattr(Run, "feed", stopped)
    done = aln("run", PUMP, "--generate", "100", "--out", "r.csv", "--svg", "r.svg", *LIMITS)
    assert done.code == 3 and "stopped by Ctrl-C; nothing was written" in done.err
    assert list(Path().iterdir()) == []


def test_progress_is_told_on_a_terminal_alone(aln: Aln, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ticks and the share of the recording that is read, overwritten and at the end wiped out; in a pipe nothing."""
    Path("r.csv").write_text("map,target_map,confidence\n" + "60,65,0.9\n" * 2_500, encoding="utf-8")
    assert aln("run", PUMP, "r.csv", *LIMITS).err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    for told in (("r.csv",), ("--generate", "2500")):
        done = aln("run", PUMP, *told, *LIMITS)
        shown = done.err.split("\r\x1b[K")
        assert shown[1:3] == ["1,000 ticks, 40%", "2,000 ticks, 80%"] and shown[-1] == "" and done.code == 0


def test_lines_keep_to_a_narrow_terminal(aln: Aln, recording: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is less room the table goes on below itself, and the blocks are fewer."""
    monkeypatch.setenv("COLUMNS", "60")
    done = aln("run", PUMP, "r.csv", *LIMITS)
    table = done.out.split("\n\n")[1:4]
    assert all(len(line) <= 60 for block in table for line in block.splitlines())
    assert [block.split()[0] for block in table] == ["tick", "tick", "map"]
    assert "command" not in table[0] and "command" in table[1]


def test_what_a_terminal_would_obey_is_not_written(aln: Aln) -> None:
    """Names of columns and invalid values come from strangers: control characters of theirs are shown as such."""
    text = "map,\x1b[31mred\x1b[0m,confidence\n\x1b[2Jx,1,0.9\n"
    Path("r.csv").write_text(text, encoding="utf-8")
    for form in ("text", "github"):
        done = aln("run", PUMP, "r.csv", *LIMITS, "--format", form)
        assert done.code == 0 and "\x1b" not in done.out + done.err
    assert "columns left out: \ufffd[31mred" in aln("run", PUMP, "r.csv", *LIMITS).out


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("map,target_map,confidence\n60,65,0.9\n", ["each row is a tick of 1 s: there is no column `tick` or `time`"]),
        ("time,map\n0,60\n3,61\n1,9\n", [
            "rows are placed by `time`; a tick is 1 s", "2 ticks had no row, and so no input", "1 row came late or twice",
        ]),
        ("map,target_map\n60,6", ["the last line has no end: the recording may be cut off"]),
        (",map\n0,60\n", ["columns left out: one without a name"]),
        ("map\n60\n1e9\n", ["invalid, taken as missing: map 1 (first `1E+9` in line 3)"]),
    ],
)  # fmt: skip
def test_what_was_taken_for_what_is_told(aln: Aln, text: str, says: list[str]) -> None:
    """How rows became ticks, what was left out and why, and what the first invalid value was."""
    Path("r.csv").write_text(text, encoding="utf-8")
    out = aln("run", PUMP, "r.csv", *LIMITS).out
    assert [x for x in says if x not in out] == []


def test_first_rows_of_json_lines_may_say_nothing(aln: Aln) -> None:
    """A row without any input is a tick without any, not a file of other things; one without any at all is."""
    Path("r.jsonl").write_text('{"tick": 0}\n{"tick": 1, "map": 60}\n', encoding="utf-8")
    found = aln("run", PUMP, "r.jsonl", *LIMITS, "--format", "json").document
    assert (found["summary"]["ticks"], found["placed_by"]) == (2, "tick")
    Path("r.jsonl").write_text('{"tick": 0}\n{"tick": 1, "other": 60}\n', encoding="utf-8")
    done = aln("run", PUMP, "r.jsonl", *LIMITS)
    assert done.code == 2 and "no column is an input of `SafetyStep`" in done.err


def test_a_made_recording_is_the_same_again_and_reads_back(aln: Aln) -> None:
    """One seed, one recording, whatever form it is kept in; it runs as it did when it was made."""
    for kind in ("lawful", "faulty", "adversarial"):
        for form in ("csv", "jsonl"):
            told = (
                "run",
                PUMP,
                "--generate",
                "120",
                "--seed",
                "9",
                "--kind",
                kind,
                *LIMITS,
                "--format",
                "json",
            )
            first = aln(*told, "--out", f"a.{form}").document
            aln(*told, "--out", f"b.{form}")
            assert Path(f"a.{form}").read_bytes() == Path(f"b.{form}").read_bytes()
            again = aln("run", PUMP, f"a.{form}", *LIMITS, "--format", "json").document
            assert [t["values"] for t in again["ticks"]] == [t["values"] for t in first["ticks"]]
            assert again["summary"]["late"] == first["summary"]["late"]
    faulty = aln(
        "run", PUMP, "--generate", "400", "--seed", "9", "--kind", "faulty", *LIMITS, "--format", "json"
    ).document
    assert faulty["summary"]["late"] > 0 and all(i["missing"] and i["invalid"] for i in faulty["inputs"])


@pytest.mark.parametrize(
    ("name", "text", "code", "says"),
    [
        ("r.csv", "map,target_map,confidense\n60,65,0.9\n", 2, "did you mean `confidence`?"),
        ("r.csv", "a,b\n1,2\n", 2, "no column is an input of `SafetyStep`"),
        ("r.csv", "map,map\n1,2\n", 2, "two columns are called `map`"),
        ("r.csv", "map,target\n1\n", 2, "r.csv:2:1: error ALN1002: this row has 1 value, and the header names 2"),
        ("r.csv", 'map,target\n1,"2\n', 2, "this row is not CSV"),
        ("r.csv", "map;target\n1;2\n", 2, "not parted by commas"),
        ("r.csv", "", 4, "there is no row in r.csv"),
        ("r.csv", "map,target,confidence\n", 4, "there is no row in r.csv"),
        ("r.csv", "target,target_map,map\n1,2,3\n", 2, "both give the input `target`"),
        ("r.csv", "tick,map\nx,2\n", 2, "`x` is no number of a tick"),
        ("r.csv", "tick,map\n0,2\n99999999,3\n", 2, "pass without a row"),
        ("r.csv", "time,map\nyesterday,2\n", 2, "`yesterday` is no time"),
        ("r.jsonl", '{"map": 1}\n{"map": \n', 2, "r.jsonl:2:1: error ALN1002: this line is not JSON"),
        ("r.jsonl", "[1]\n", 2, "not a JSON object"),
        ("r.jsonl", '{"map": 1, "map": 2}\n', 2, "a name stands there twice"),
        ("r.xls", "x", 2, "is no recording by its name"),
    ],
)  # fmt: skip
def test_a_recording_that_cannot_be_used_is_refused(
    aln: Aln, name: str, text: str, code: int, says: str
) -> None:
    """A wrong column, row or file gives the place and what to write; an empty one exit 4."""
    Path(name).write_text(text, encoding="utf-8")
    done = aln("run", PUMP, name, *LIMITS)
    assert done.code == code and says in done.err and "help: " in done.err


def test_bytes_that_are_no_text_and_files_that_are_none_are_refused(aln: Aln) -> None:
    """What is not UTF-8, not there, a folder, or no Parquet has its own message."""
    Path("r.csv").write_bytes(b"map\n\xff\xfe\n")
    Path("r.parquet").write_bytes(b"not parquet at all")
    Path("d.csv").mkdir()
    for name, says in (
        ("r.csv", "line 2 of `r.csv` is not UTF-8"), ("gone.csv", "cannot read `gone.csv`"), ("d.csv", "d.csv"),
        ("r.parquet", "this is not Parquet that can be read"),
    ):  # fmt: skip
        done = aln("run", PUMP, name, *LIMITS)
        assert done.code == 2 and says in done.err


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ((), "`SafetyStep` needs a value for `limits.fallback`"),
        (("--parameters", "mini=1"), "no parameter `mini`"),
        (("--parameters", "max=9,min=0,fallback=0,max_change=1"), "`limits.max` cannot be `9`"),
        (
            ("--parameters", "max=1,min=0,fallback=2,max_change=1"),
            "the fallback rate lies outside the limits",
        ),
        (("--parameters", "gone.json"), "gone.json"),
        (("--generate", "5"), "either a recording or `--generate N`"),
        (("--out", "x.csv", *LIMITS), "`--out` keeps a recording that is made"),
        (("--kind", "odd", *LIMITS), "`odd` is no kind"),
    ],
)
def test_options_that_make_no_run_are_refused(
    aln: Aln, recording: Path, told: tuple[str, ...], says: str
) -> None:
    """Parameters that are missing, unknown, out of range or invalid together, and options that exclude each other."""
    done = aln("run", PUMP, "r.csv", *told)
    assert done.code == 2 and says in done.err


def test_parameters_come_from_a_file_too(aln: Aln, recording: Path) -> None:
    """A JSON object of parameters, and a later option that changes one of them."""
    Path("p.json").write_text(
        json.dumps({"min": 0.02, "fallback": 0.05, "max": 1, "max_change": 0.1}), encoding="utf-8"
    )
    found = aln(
        "run", PUMP, "r.csv", "--parameters", "p.json", "--parameters", "max=0.5", "--format", "json"
    ).document
    assert found["parameters"] == {
        "limits.min": 0.02, "limits.fallback": 0.05, "limits.max": 0.5, "limits.max_change": 0.1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "says"),
    [
        (f"{PUMP}:SafetyStop", "did you mean `SafetyStep`?"),
        (str(ROOT / "aln/library/policies/calibration.aln"), "there is no machine in"),
        ("gone.aln", "gone.aln"),
    ],
)
def test_a_machine_that_is_not_there_is_told(aln: Aln, recording: Path, name: str, says: str) -> None:
    """A misspelt machine is named, a file without one is nothing to run."""
    done = aln("run", name, "r.csv", *LIMITS)
    assert done.code in (2, 4) and says in done.err
