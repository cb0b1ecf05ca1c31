"""`aln compare`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import MACHINE, POLICY, RULE, WEAK, Aln

EXTRA = """\
        require r.saturation > 50 percent
            because "no sensor reads so low"
            traces "RC-OXI-1";
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old"
    path.mkdir()
    (path / "p.aln").write_text(POLICY, encoding="utf-8")
    return path


def other(tmp_path: Path, text: str, name: str = "p.aln") -> Path:
    path = tmp_path / "new"
    path.mkdir(exist_ok=True)
    (path / name).write_text(text, encoding="utf-8")
    return path


def test_a_policy_is_equal_to_itself(aln: Aln, tmp_path: Path, old: Path) -> None:
    """Exit code 0, one line for all that is equal; JSON has a result for each, with no witness."""
    other(tmp_path, POLICY)
    text = aln("compare", "old", "new")
    assert text.code == 0
    assert "  equal  Reading" in text.out and "1 compared: 1 equal" in text.out
    document = aln("compare", "old", "new", "--format", "json").document
    (entity, _) = document["results"]
    assert (entity["entity"], entity["verdict"], entity["newly_denied"], entity["newly_allowed"]) == (
        "Reading", "equal", None, None,
    )  # fmt: skip
    assert document["summary"]["equal"] == 1


def test_a_rule_that_is_gone_is_looser_and_reads_like_a_release_note(
    aln: Aln, tmp_path: Path, old: Path
) -> None:
    """Exit code 1: a heading, a sentence, the record that is accepted now, the rule, and what it touches."""
    other(tmp_path, WEAK)
    done = aln("compare", "old", "new")
    assert done.code == 1
    for part in (
        "OximeterReading_v1_0_0 → OximeterReading_v1_0_0",
        "  Reading  looser  ReadingGuard",
        "    Some `Reading` that was refused is accepted: it was refused because “the calibration of the sensor has "
        "expired”; nothing more is refused.",
        "    accepted now",
        "      reading.calibrated_until : ",
        "changed       the rule “the calibration of the sensor has expired” is gone",
        "requirements  REQ-OXI-1",
        "hazards       HAZ-OXI-1",
        "1 compared: 1 looser",
    ):
        assert part in done.out, part
    found = aln("compare", "old", "new", "--format", "json").document["results"][0]["newly_allowed"]
    assert found["replayed"] is True and found["rules"] == [
        "ReadingGuard/the_calibration_of_the_sensor_has_expired"
    ]
    assert found["values"]["reading.calibrated_until"] <= found["values"]["reading.taken_at"]
    note = aln("compare", "old", "new", "--format", "github").out.splitlines()[0]
    assert note.startswith("::error file=new,line=1,col=1,title=Reading::looser: Some `Reading`")


def test_a_rule_that_is_new_is_stricter(aln: Aln, tmp_path: Path, old: Path) -> None:
    """Exit code 0: nothing is accepted that was not."""
    other(tmp_path, POLICY.replace(RULE, RULE + EXTRA))
    done = aln("compare", "old", "new")
    assert done.code == 0 and "  Reading  stricter  ReadingGuard" in done.out
    assert "is refused because “no sensor reads so low”; nothing new is accepted." in done.out


def test_both_ways_is_incomparable(aln: Aln, tmp_path: Path, old: Path) -> None:
    """Exit code 1, with a witness each way."""
    other(tmp_path, POLICY.replace(RULE, EXTRA))
    done = aln("compare", "old", "new")
    assert done.code == 1 and "  Reading  incomparable" in done.out
    assert done.out.index("    refused now") < done.out.index("    accepted now")


def test_single_files_are_a_pair_whatever_they_are_called(aln: Aln, tmp_path: Path, old: Path) -> None:
    """Two files of one module each are compared, even where name and version differ."""
    new = POLICY.replace("OximeterReading_v1_0_0", "PulseReading_v2_0_0").replace('"1.0.0"', '"2.0.0"')
    other(tmp_path, new, "q.aln")
    done = aln("compare", "old/p.aln", "new/q.aln")
    assert done.code == 0 and "OximeterReading_v1_0_0 → PulseReading_v2_0_0" in done.out
    assert "`POLICY_VERSION` is “2.0.0”, and was “1.0.0”" in done.out


def test_a_new_version_beside_the_old_one_is_held_against_it(aln: Aln, tmp_path: Path, old: Path) -> None:
    """Versions of one policy id are alternatives: what the new one accepts is compared with what the last one did."""
    new = WEAK.replace("OximeterReading_v1_0_0", "OximeterReading_v1_1_0").replace('"1.0.0"', '"1.1.0"')
    other(tmp_path, POLICY)
    other(tmp_path, new, "q.aln")
    done = aln("compare", "old", "new", "--format", "json")
    modules = [(r["modules"]["old"], r["modules"]["new"], r["verdict"]) for r in done.document["results"]]
    assert done.code == 1
    assert ("OximeterReading_v1_0_0", "OximeterReading_v1_0_0", "equal") in modules
    assert ("OximeterReading_v1_0_0", "OximeterReading_v1_1_0", "looser") in modules


def test_what_is_gone_is_judged_no_more(aln: Aln, tmp_path: Path, old: Path) -> None:
    """A module that is no longer there: exit code 1; one that is new: exit code 0."""
    (old / "m.aln").write_text(MACHINE, encoding="utf-8")
    other(tmp_path, POLICY)
    gone = aln("compare", "old", "new")
    assert gone.code == 1 and "removed" in gone.out
    assert aln("compare", "new", "old").code == 0


def test_a_machine_that_does_something_else_differs(aln: Aln, tmp_path: Path) -> None:
    """Exit code 1, the value that differs and the tick in which it does."""
    (tmp_path / "a.aln").write_text(MACHINE, encoding="utf-8")
    assert aln("compare", "a.aln", "a.aln").code == 0
    broken = MACHINE.replace("pressure < limits.pressure", "pressure <= limits.pressure")
    (tmp_path / "b.aln").write_text(broken, encoding="utf-8")
    done = aln("compare", "a.aln", "b.aln")
    assert done.code == 1 and "machine CuffStep  differs" in done.out and "in a tick with" in done.out


def test_what_cannot_be_decided_is_inconclusive(aln: Aln, tmp_path: Path) -> None:
    """A 1.0 number without a range: exit code 3, with the reason."""
    text = """module Old_v1_0_0 {
    entity Profile { id : uuid; drift : float; }
    behavior_tree Tree { root "r" { node "limit" -> filter(Profile.drift <= 2.0); } }
}
"""
    (tmp_path / "a.aln").write_text(text, encoding="utf-8")
    (tmp_path / "b.aln").write_text(text.replace("2.0", "1.5"), encoding="utf-8")
    done = aln("compare", "a.aln", "b.aln")
    assert done.code == 3 and "Profile  unknown" in done.out and "has no range and resolution" in done.out
    assert aln("compare", "a.aln", "a.aln").code == 0


def test_a_side_that_does_not_check_is_not_compared(aln: Aln, tmp_path: Path, old: Path) -> None:
    """Exit code 2, with the finding and its place."""
    other(tmp_path, POLICY.replace("r.taken_at", "r.taken_when"))
    done = aln("compare", "old", "new")
    assert done.code == 2 and "new/p.aln:" in done.err and "`taken_when`" in done.err


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("module Empty_v1_0_0 {\n}\n", 4, "declares an entity, an operation or a machine"),
        (None, 2, "cannot read `new`"),
    ],
)
def test_nothing_to_compare_is_never_good(
    aln: Aln, tmp_path: Path, text: str | None, code: int, says: str
) -> None:
    """Neither side declares anything, or one is not there."""
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "p.aln").write_text("module Empty_v1_0_0 {\n}\n", encoding="utf-8")
    if text is not None:
        other(tmp_path, text)
    done = aln("compare", "old", "new")
    assert done.code == code and says in done.err


def test_each_side_uses_what_lies_beside_it(aln: Aln, tmp_path: Path) -> None:
    """Two checkouts of one project: a module that is used is that of its own side."""
    for side, limit in (("old", "3"), ("new", "4")):
        folder = tmp_path / side
        folder.mkdir()
        (folder / "aln.toml").write_text('[project]\nname = "p"\nsources = ["."]\n', encoding="utf-8")
        (folder / "shared.aln").write_text(
            f"module Shared_v1_0_0 {{\n    constants {{ LIMIT : {limit}; }}\n"
            "    entity Door { id : uuid key; width : int in 0 .. 9; }\n}\n", encoding="utf-8",
        )  # fmt: skip
        (folder / "doors.aln").write_text(
            "module Doors_v1_0_0 {\n    use Shared_v1_0_0;\n"
            '    policy P for Door d { require d.width <= LIMIT because "wide"; }\n}\n', encoding="utf-8",
        )  # fmt: skip
    for a, b in (("old", "new"), ("old/doors.aln", "new/doors.aln")):
        done = aln("compare", a, b)
        assert done.code == 1 and "Door  looser  P" in done.out and "door.width : 4" in done.out
