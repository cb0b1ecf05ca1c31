"""`aln check`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import MACHINE, POLICY, Aln


def test_a_sound_file_has_no_findings(aln: Aln, policy: Path) -> None:
    """Nothing found: exit code 0, an empty list, and a line that says how many files were checked."""
    assert aln("check", "p.aln").out == "1 file checked, no findings\n"
    done = aln("check", "p.aln", "--format", "json")
    assert (done.code, done.document["diagnostics"]) == (0, [])


def test_a_broken_rule_is_a_violation(aln: Aln, policy: Path) -> None:
    """A name that does not exist ends with 1, with its place, in every format."""
    policy.write_text(POLICY.replace("present(r.quality)", "present(r.qualty)"), encoding="utf-8")
    text = aln("check", "p.aln")
    assert text.code == 1
    assert "p.aln:28:" in text.out and "`qualty`" in text.out and "^" in text.out and "help:" in text.out
    document = aln("check", "--format", "json").document
    found = next(d for d in document["diagnostics"] if "`qualty`" in d["message"])
    assert found["span"]["line"] == 28 and found["page"] == f"aln explain {found['code']}"
    github = aln("check", "--format", "github").out
    assert "::error file=p.aln,line=28,col=" in github and f"title={found['code']}::" in github


def test_text_that_does_not_parse_is_an_error(aln: Aln, policy: Path) -> None:
    """A syntax error ends with 2, not with 1: nothing was judged."""
    policy.write_text(POLICY.replace("policy ReadingGuard", "policy"), encoding="utf-8")
    assert aln("check").code == 2
    assert aln("check", "--format", "json").document["diagnostics"]


def test_warnings_count_when_strict(aln: Aln, policy: Path) -> None:
    """A warning ends with 0, and with 1 under --strict."""
    policy.write_text(POLICY.replace('        POLICY_VERSION : "1.0.0";\n', ""), encoding="utf-8")
    found = aln("check", "--format", "json").document["diagnostics"]
    assert [d["severity"] for d in found] == ["warning"]
    assert aln("check").code == 0
    assert aln("check", "--strict").code == 1


def test_annotations_cannot_be_forged(aln: Aln, tmp_path: Path) -> None:
    """What the text of a file says is escaped in annotations: it cannot end its line or its property."""
    (tmp_path / "a,b%0A.aln").write_text("module M {", encoding="utf-8")
    line = aln("check", "--format", "github").out.splitlines()[0]
    assert line.startswith("::error file=a%2Cb%250A.aln,line=1,")


def test_every_source_of_the_project_is_checked(aln: Aln, tmp_path: Path, policy: Path) -> None:
    """Without paths the project file says which folders; from a folder below too; hidden and generated ones never."""
    (tmp_path / "aln.toml").write_text('[project]\nsources = ["rules"]\n', encoding="utf-8")
    for folder in ("rules/deep", "rules/.hidden", "rules/generated", "other"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "x.aln").write_text("module", encoding="utf-8")
    files = {d["span"]["file"] for d in aln("check", "--format", "json").document["diagnostics"]}
    assert files == {"rules/deep/x.aln"}


TABLE = """\
schema = "aln/signals/v1"

[signal.cuff]
says = "cuff pressure"
direction = "input"
unit = "mm[Hg]"
range = [0.0, {high}]
resolution = 0.1
period_s = 1
source = "cuff"
"""


@pytest.mark.parametrize(("high", "code"), [("400.0", 0), ("400.1", 1)])
def test_inputs_are_held_against_the_projects_signal_tables(
    aln: Aln, tmp_path: Path, high: str, code: int
) -> None:
    """With a folder `hardware/`, an input that its sensor can leave is an error at the input, of the gate too, and
    nothing of it is proved; without the folder nothing is bound."""
    bound = MACHINE.replace("Pressure? invalid as missing", 'Pressure? invalid as missing from "cuff"')
    assert bound != MACHINE
    (tmp_path / "m.aln").write_text(bound, encoding="utf-8")
    assert aln("check").code == 0
    (tmp_path / "hardware").mkdir()
    (tmp_path / "hardware" / "cuff.toml").write_text(TABLE.format(high=high), encoding="utf-8")
    found = aln("check", "--format", "json")
    assert found.code == code
    assert [d["code"] for d in found.document["diagnostics"]] == ["ALN0822"] * code
    if code:
        assert "m.aln:" in aln("check").out and "hardware/cuff.toml:3" in aln("check").out
        assert aln("prove").code == 2
        assert aln("gate").code == 1


def test_a_signal_table_that_cannot_be_read_is_an_error(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """A table with a fault is reported at its place; one that is no text stops the command."""
    (tmp_path / "hardware").mkdir()
    table = tmp_path / "hardware" / "cuff.toml"
    table.write_text("schema = 1\n", encoding="utf-8")
    done = aln("check")
    assert done.code == 1 and "hardware/cuff.toml:1:1: error ALN0821" in done.out
    table.write_bytes(b"\xff\xfe")
    done = aln("check")
    assert done.code == 2 and "`hardware/cuff.toml` is not UTF-8 at byte 0" in done.err
