"""`aln fmt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from aln.cli import fmt
from tests.cli.conftest import POLICY, Aln

UNTIDY = POLICY.replace("    policy ReadingGuard for Reading r {", "  policy   ReadingGuard for Reading r\n{")


def test_a_file_is_laid_out(aln: Aln, policy: Path) -> None:
    """The file gets the canonical layout, once: a second run changes nothing."""
    policy.write_text(UNTIDY, encoding="utf-8")
    done = aln("fmt", "--format", "json")
    assert (done.code, done.document["files"]) == (0, [{"path": "p.aln", "status": "changed"}])
    assert policy.read_text(encoding="utf-8") == POLICY
    assert aln("fmt").out == "1 unchanged\n"


def test_check_writes_nothing(aln: Aln, policy: Path) -> None:
    """--check ends with 1 when a file would change, with 0 when none would, and never writes."""
    assert aln("fmt", "--check").code == 0
    policy.write_text(UNTIDY, encoding="utf-8")
    done = aln("fmt", "--check")
    assert (done.code, done.out) == (1, "would change p.aln\n1 would change\n")
    assert aln("fmt", "--check", "--format", "json").document["files"][0]["status"] == "would change"
    assert policy.read_text(encoding="utf-8") == UNTIDY


def test_diff_shows_what_would_change(aln: Aln, policy: Path) -> None:
    """--diff prints a unified diff and writes nothing; it ends with 0 unless --check is there as well."""
    policy.write_text(UNTIDY, encoding="utf-8")
    done = aln("fmt", "--diff")
    assert done.code == 0 and "--- p.aln" in done.out
    assert "\n-  policy   ReadingGuard for Reading r\n" in done.out
    assert "\n+    policy ReadingGuard for Reading r {\n" in done.out
    assert policy.read_text(encoding="utf-8") == UNTIDY
    done = aln("fmt", "--diff", "--check", "--format", "json")
    assert done.code == 1 and done.document["files"][0]["diff"].startswith("--- p.aln")


def test_a_file_with_errors_is_left_as_it_is(aln: Aln, policy: Path, tmp_path: Path) -> None:
    """A file that does not parse is reported and not touched; the others are laid out all the same."""
    (tmp_path / "bad.aln").write_text("module   M {", encoding="utf-8")
    policy.write_text(UNTIDY, encoding="utf-8")
    done = aln("fmt", "--format", "json")
    assert done.code == 2
    assert {f["path"]: f["status"] for f in done.document["files"]} == {
        "bad.aln": "failed",
        "p.aln": "changed",
    }
    assert done.document["diagnostics"][0]["span"]["file"] == "bad.aln"
    assert (tmp_path / "bad.aln").read_text(encoding="utf-8") == "module   M {"
    assert policy.read_text(encoding="utf-8") == POLICY
    assert "failed" in aln("fmt").out


def test_line_ends_and_byte_order_mark_are_layout(aln: Aln, policy: Path) -> None:
    """Carriage returns and a byte order mark go; the text stays."""
    policy.write_bytes(b"\xef\xbb\xbf" + POLICY.replace("\n", "\r\n").encode())
    assert aln("fmt").code == 0
    assert policy.read_bytes() == POLICY.encode()


def test_a_layout_that_does_not_read_back_is_never_written(
    aln: Aln, policy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of the formatter stops it: the file is left as it is, and the message says whose fault it is."""
    policy.write_text(UNTIDY, encoding="utf-8")
    monkeypatch.setattr(fmt, "format_module", lambda module: "module M {")
    done = aln("fmt")
    assert done.code == 2 and "internal error" in done.out
    assert policy.read_text(encoding="utf-8") == UNTIDY
