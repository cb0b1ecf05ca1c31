"""Rows are read as they stand in each form, and placed at the tick at which they were taken; else the reading stops."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from aln.diagnostics import AlnError
from aln.simulate.placing import Placing
from aln.simulate.recording import Columns, Row, read_csv, read_json_lines, read_parquet
from aln.simulate.run import Run
from aln.syntax.near import certain
from tests.simulate.test_run import LIMITS, PUMP


def ticks(by: str, values: Iterable[Any], period_us: int = 1_000_000) -> list[int]:
    placing, found = Placing("r", period_us), []
    for i, value in enumerate(values):
        found.append(placing.at(Row(i + 2, {by: value}), found[-1] if found else -1, ()))
    return found


def refused(rows: Iterable[Row]) -> str:
    with pytest.raises(AlnError) as found:
        list(rows)
    assert found.value.diagnostic.help
    return found.value.diagnostic.message


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["100", "101", "104.5"], [0, 1, 5]),
        (["0", "0.98", "2.03", "2.96"], [0, 1, 2, 3]),
        (["1e-3", "1.0E0", "2"], [0, 1, 2]),
        (["2026-01-31T08:00:00Z", "2026-01-31T09:00:01+01:00", "2026-01-31 08:00:02.25"], [0, 1, 2]),
        ([Decimal("7"), 8, 9.0], [0, 1, 2]),
        (["-5", "-4"], [0, 1]),
    ],
)
def test_a_time_is_that_of_the_nearest_tick(values: list[Any], expected: list[int]) -> None:
    """Seconds in any notation, instants with any offset, and sensors that are early or late by less than half a tick."""
    assert ticks("time", values) == expected


def test_binary_seconds_are_not_a_tick_short() -> None:
    """0.7 as a binary float is a little less than seven tenths, and is the seventh tick of a tenth of a second."""
    assert ticks("time", [i * 0.1 for i in range(2_000)], 100_000) == list(range(2_000))


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{"tick": "0"}, {"map": "1"}], "this row has no `tick`"),
        ([{"tick": "0"}, {"tick": None}], "this row has no `tick`"),
        ([{"time": "0"}, {"time": ""}], "this row has no `time`"),
        ([{"map": "1"}, {"time": "0"}], "this row has a `time`, and those before it have none"),
        ([{"tick": "1.5"}], "`1.5` is no number of a tick"),
        ([{"tick": "-1"}], "`-1` is no number of a tick"),
        ([{"time": "NaN"}], "`NaN` is no time"),
        ([{"time": "08:00"}], "`08:00` is no time"),
        ([{"time": [1]}], "`[1]` is no time"),
    ],
)
def test_a_row_that_cannot_be_placed_is_refused(rows: list[dict[str, Any]], says: str) -> None:
    """All rows are placed in one way, by a value that each of them has; nothing is guessed of one that has none."""
    placing = Placing("r", 1_000_000)
    with pytest.raises(AlnError) as found:
        for i, data in enumerate(rows):
            placing.at(Row(i, data), i - 1, ())
    assert found.value.diagnostic.message == says and found.value.diagnostic.help


def test_ticks_without_a_row_are_counted() -> None:
    """A pause in the recording is a pause of the inputs: so many ticks had none."""
    run = Run(PUMP, LIMITS, Columns(PUMP, "r.csv", certain))
    for place, (time, value) in enumerate([("0", "60"), ("4", "61"), ("2", "9")], 2):
        run.feed(Row(place, {"time": time, "map": value}, True))
    assert (run.ticks, run.unfed, run.late, run.missing["map"]) == (5, 3, 1, 3)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("map\ttarget\n1\t2\n", "the columns are not parted by commas"),
        ("map,target\r1,2\r", "this row is not CSV: a carriage return stands alone in it"),
        ("map,map\n1,2\n", "two columns are called `map`"),
    ],
)
def test_text_that_is_no_table_is_refused(text: str, says: str) -> None:
    """The message is ours, whatever the library that reads it says."""
    assert refused(read_csv(text.splitlines(keepends=True) if "\n" in text else [text], "r.csv")) == says


def test_columns_without_a_name_give_nothing() -> None:
    """An index that was written too, and the commas that a spreadsheet leaves at the end."""
    rows = list(read_csv([",map,,\n", "0,60,,\n"], "r.csv"))
    columns = Columns(PUMP, "r.csv", certain)
    columns.learn(rows[0])
    assert columns.data(rows[0]) == {"map": "60"} and list(columns.ignored) == [""]


def test_a_column_of_times_is_not_passed_over_for_its_letters() -> None:
    """Left out, each row would be a tick: `Time` is asked about."""
    columns = Columns(PUMP, "r.csv", certain)
    with pytest.raises(AlnError) as found:
        columns.learn(Row(2, {"Time": "0", "map": "60"}, True))
    assert found.value.diagnostic.help == "did you mean `time`?"


def test_json_that_is_nested_too_deep_is_refused() -> None:
    """A line of many brackets ends the reading in words, not in the parser's."""
    assert refused(read_json_lines(["[" * 200_000 + "\n"], "r.jsonl")) == "this line is nested too deep"


def test_instants_of_parquet_are_instants(tmp_path: Path) -> None:
    """Whatever they are counted in, and with all that they say; one without an offset is UTC."""
    import pyarrow
    from pyarrow import parquet

    start = datetime.datetime(2026, 1, 31, 8, tzinfo=datetime.UTC)
    times = [start, start + datetime.timedelta(seconds=1, microseconds=500), None]
    columns = {
        "us": pyarrow.array(times, pyarrow.timestamp("us", "Europe/Vienna")),
        "ms": pyarrow.array([1_769_846_400_000, 5, None], pyarrow.timestamp("ms")),
        "ns": pyarrow.array([1_769_846_400_000_000_001, 0, None], pyarrow.timestamp("ns")),
        "s": pyarrow.array([1_769_846_400, 10**15, None], pyarrow.timestamp("s")),
    }
    parquet.write_table(pyarrow.table(columns), tmp_path / "r.parquet")
    with (tmp_path / "r.parquet").open("rb") as handle:
        rows = [dict(row.data) for row in read_parquet(handle, "r.parquet")]
    assert rows == [
        {"us": "2026-01-31T08:00:00Z", "ms": "2026-01-31T08:00:00Z", "ns": "2026-01-31T08:00:00.000000001Z",
         "s": "2026-01-31T08:00:00Z"},
        {"us": "2026-01-31T08:00:01.0005Z", "ms": "1970-01-01T00:00:00.005Z", "ns": "1970-01-01T00:00:00Z",
         "s": "1000000000000000 s since 1970"},
        {"us": None, "ms": None, "ns": None, "s": None},
    ]  # fmt: skip
    assert ticks("time", [row["us"] for row in rows[:2]]) == [0, 1]


def test_two_columns_of_parquet_with_one_name_are_refused(tmp_path: Path) -> None:
    """Neither stands for the other without a word."""
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.Table.from_arrays([pyarrow.array([1.0]), pyarrow.array([2.0])], names=["map", "map"])
    parquet.write_table(table, tmp_path / "r.parquet")
    with (tmp_path / "r.parquet").open("rb") as handle:
        assert refused(read_parquet(handle, "r.parquet")) == "two columns are called `map`"
