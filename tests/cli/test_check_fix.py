"""`aln check --fix`: what is certain is mended, the rest is left, and nothing is made worse."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aln.checker.registry import CODES
from tests.cli.conftest import Aln

SOUND = """\
module Example {

    constants {
        POLICY_ID      : "0c0ffee0-0000-4000-8000-000000000001";
        POLICY_VERSION : "1.0.0";
    }

    unit dose = "mg/kg";   // kept   as it is

    enum Class { OPTICAL; IMU; }

    requirement "REQ-1" : "Devices are within limits.";

    entity Device {
        id    : uuid key;
        class : Class;
        drift : decimal mm in 0 .. 10 by 0.001;
        given : decimal dose in 0 .. 9 by 0.1;
        age   : decimal days in 0 .. 40 by 0.25;
    }

    policy Use for Device d {
        require d.class == OPTICAL      because "not an optical device";
        require d.drift <= 2 mm         because "the device drifts by more than 2 mm";
        require d.age <= 36 h           because "the record is old" traces "REQ-1";
    }

    claim Limited : "A device in use drifts by at most 2 mm."
        for Device d
        holds accepted(Use, d) implies d.drift <= 2 mm
        traces "REQ-1";
}
"""

# What is written wrong, and the code of the finding; mended, it is the sound text again.
SLIPS = [
    ("ALN0003", '"1.0.0";', '"1.0.0"'),
    ("ALN0003", "policy Use", "polcy Use"),
    ("ALN0003", "entity Device", "ENTITY Device"),
    ("ALN0003", "IMU; }", "IMU; };"),
    ("ALN0003", "d.class == OPTICAL  ", "d.class = OPTICAL  "),
    ("ALN0008", 'because "not an optical device"', "because “not an optical device”"),
    ("ALN0008", "d.drift <= 2 mm   ", "d.drift ≤ 2 mm   "),
    ("ALN0004", "}\n", "}\n}\n"),
    ("ALN0102", "class : Class;", "class : Clas;"),
    ("ALN0102", "for Device d\n", "for Devise d\n"),
    ("ALN0104", '"mg/kg"', '"mg/Kg"'),
    ("ALN0106", "uuid key;", "uuid? key;"),
    ("ALN0203", "accepted(Use, d)", "accepted(USE, d)"),
    ("ALN0204", "d.drift <= 2 mm   ", "d.drfit <= 2 mm   "),
    ("ALN0205", "== OPTICAL", "== optical"),
    ("ALN0210", "accepted(Use, d)", "acepted(Use, d)"),
    ("ALN0404", '2 mm\n        traces "REQ-1"', '2 mm\n        traces "REQ_1"'),
    (
        "ALN0436",
        "    claim Limited",
        '    waive ALN0413 for Use because "x" until "2999-01-01";\n    claim Limited',
    ),
    ("ALN0437", "require d.drift <= 2 mm", "forbid not d.drift <= 2 mm"),
    ("ALN0439", "36 h", "1.5 days"),
]


@pytest.mark.parametrize(
    ("code", "right", "wrong"), SLIPS, ids=[f"{code}-{wrong[:12]}" for code, _, wrong in SLIPS]
)
def test_a_slip_is_mended_and_nothing_else_is_touched(
    aln: Aln, tmp_path: Path, code: str, right: str, wrong: str
) -> None:
    """The finding is there, `--fix` gives the text that was meant, and a second `--fix` does nothing."""
    path = tmp_path / "a.aln"
    at = SOUND.rindex(right) if code == "ALN0004" else SOUND.index(right)
    path.write_text(SOUND[:at] + wrong + SOUND[at + len(right) :], encoding="utf-8")
    assert code in {d["code"] for d in aln("check", "--format", "json").document["diagnostics"]}
    done = aln("check", "--fix", "--format", "json")
    assert path.read_text(encoding="utf-8") == SOUND
    assert done.code == 0 and done.document["diagnostics"] == []
    assert {f["code"] for f in done.document["fixes"]} == {code}
    again = aln("check", "--fix", "--format", "json")
    assert again.document["fixes"] == [] and path.read_text(encoding="utf-8") == SOUND


def test_enough_rules_have_a_fix() -> None:
    """The slips above are of at least eight rules."""
    assert len({code for code, _, _ in SLIPS} & CODES.keys()) >= 8


def test_many_slips_are_mended_at_once(aln: Aln, tmp_path: Path) -> None:
    """One run mends them all, also those that another one hid."""
    text = SOUND
    for _, right, wrong in SLIPS[1:2] + SLIPS[8:17]:
        text = text.replace(right, wrong, 1)
    (tmp_path / "a.aln").write_text(text, encoding="utf-8")
    assert len(aln("check", "--fix", "--format", "json").document["fixes"]) >= 9
    assert (tmp_path / "a.aln").read_text(encoding="utf-8") == SOUND


def test_diff_shows_and_writes_nothing(aln: Aln, tmp_path: Path) -> None:
    """`--diff` prints what `--fix` would do; the exit code is that of the text as it stands."""
    path = tmp_path / "a.aln"
    wrong = SOUND.replace("d.drift <= 2 mm   ", "d.drfit <= 2 mm   ")
    path.write_text(wrong, encoding="utf-8")
    done = aln("check", "--diff")
    assert done.code == 1 and path.read_text(encoding="utf-8") == wrong
    assert (
        "\n-        require d.drfit <= 2 mm" in done.out and "\n+        require d.drift <= 2 mm" in done.out
    )
    assert aln("check", "--diff", "--format", "json").document["diff"].startswith("--- a.aln\n+++ a.aln\n")


def test_line_ends_and_the_byte_order_mark_stay(aln: Aln, tmp_path: Path) -> None:
    """Only the edited characters differ, whatever editor wrote the file."""
    path = tmp_path / "a.aln"
    windows = "\ufeff" + SOUND.replace("\n", "\r\n")
    path.write_bytes(windows.replace("== OPTICAL", "== optical").replace('"1.0.0";', '"1.0.0"').encode())
    assert aln("check", "--fix").code == 0
    assert path.read_bytes() == windows.encode()


def test_a_fix_that_brings_another_error_is_not_made(aln: Aln, tmp_path: Path) -> None:
    """A field whose name is nearly right, and whose unit then is not, is its author's to mend."""
    path = tmp_path / "a.aln"
    wrong = SOUND.replace("d.drift <= 2 mm   ", "d.drfit <= 2 kg   ")
    path.write_text(wrong, encoding="utf-8")
    done = aln("check", "--fix", "--format", "json")
    assert done.document["fixes"] == [] and path.read_text(encoding="utf-8") == wrong


def test_what_is_not_certain_has_no_fix(aln: Aln, tmp_path: Path) -> None:
    """Two names are near, or a digit differs: the finding suggests, and nothing is changed."""
    path = tmp_path / "a.aln"
    for right, wrong in (('2 mm\n        traces "REQ-1"', '2 mm\n        traces "REQ-2"'), ("d.age", "d.ag")):
        path.write_text(SOUND.replace(right, wrong), encoding="utf-8")
        document = aln("check", "--fix", "--format", "json").document
        assert document["fixes"] == [] and document["diagnostics"]
        assert all("fix" not in d for d in document["diagnostics"])


def test_edits_in_json_are_exact(aln: Aln, tmp_path: Path) -> None:
    """An editor can apply them without knowing the language."""
    path = tmp_path / "a.aln"
    path.write_text(SOUND.replace("== OPTICAL", "== optical"), encoding="utf-8")
    (found,) = aln("check", "--format", "json").document["diagnostics"]
    (edit,) = found["fix"]["edits"]
    lines = path.read_text(encoding="utf-8").splitlines()
    place = edit["span"]
    assert lines[place["line"] - 1][place["column"] - 1 : place["end_column"] - 1] == "optical"
    assert edit["text"] == "OPTICAL" and place["line"] == place["end_line"]


def test_files_of_the_field_stay_readable(aln: Aln, tmp_path: Path) -> None:
    """Over every fault that 1.0 files have, a fix leaves no more errors than there were, and is done once."""
    field = Path(__file__).parents[1] / "checker" / "field"
    for path in sorted(field.glob("*.aln")):
        shutil.copy(path, tmp_path / "a.aln")
        before = [
            d for d in aln("check", "--format", "json").document["diagnostics"] if d["code"] < "ALN0100"
        ]
        aln("check", "--fix")
        once = (tmp_path / "a.aln").read_bytes()
        after = [d for d in aln("check", "--format", "json").document["diagnostics"] if d["code"] < "ALN0100"]
        assert len(after) <= len(before), path.name
        aln("check", "--fix")
        assert (tmp_path / "a.aln").read_bytes() == once, path.name


def test_waived_findings_are_told_and_do_not_count(aln: Aln, tmp_path: Path) -> None:
    """`--strict` passes over them; text and JSON show each with its reason and its last day."""
    path = tmp_path / "a.aln"
    line = '    waive ALN0413 for SPARE because "used by the site" until "2999-12-31";\n}\n'
    text = SOUND.replace('"1.0.0";', '"1.0.0";\n        SPARE : 1;')
    path.write_text(text, encoding="utf-8")
    assert aln("check", "--strict").code == 1
    path.write_text(text.removesuffix("}\n") + line, encoding="utf-8")
    done = aln("check", "--strict")
    assert done.code == 0 and "ALN0413 until 2999-12-31: used by the site" in done.out
    (waived,) = aln("check", "--format", "json").document["waived"]
    assert (waived["code"], waived["because"], waived["until"]) == (
        "ALN0413",
        "used by the site",
        "2999-12-31",
    )
    path.write_text(path.read_text(encoding="utf-8").replace("2999", "2020"), encoding="utf-8")
    done = aln("check", "--format", "json")
    assert done.code == 1 and {d["code"] for d in done.document["diagnostics"]} == {"ALN0413", "ALN0435"}
    assert aln("prove").code == 2
