"""The command run in this process, in a folder of its own."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from aln.cli.entry import main
from aln.evidence.schema import validate

POLICY = (resources.files("aln.cli") / "templates" / "policy.aln").read_text(encoding="utf-8")
MACHINE = (
    (resources.files("aln.cli") / "templates" / "machine.aln")
    .read_text(encoding="utf-8")
    .replace("00000000-0000-4000-8000-000000000000", "00000000-0000-4000-8000-000000000001")
)
"""A machine in a module of its own id, so that it can stand beside the policy."""
RULE = """\
        require r.taken_at < r.calibrated_until
            because "the calibration of the sensor has expired"
            traces "RC-OXI-1";
"""
WEAK = POLICY.replace(RULE, "")
"""The policy without one of its rules: its claim no longer holds."""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> dict[str, Any]:
        """The one JSON document on standard output, sound by its own schema."""
        found = json.loads(self.out)
        assert validate(found) == []
        assert isinstance(found, dict)
        return found


Aln = Callable[..., Done]


@pytest.fixture
def aln(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Done]:
    """Runs the command in an empty folder; no run may ever show a traceback."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ALN_DEBUG", raising=False)

    def run(*arguments: str) -> Done:
        capsys.readouterr()
        code = main(arguments)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Done(code, out, err)

    return run


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A policy of which every obligation is proved, as the file `p.aln`."""
    path = tmp_path / "p.aln"
    path.write_text(POLICY, encoding="utf-8")
    return path


@pytest.fixture
def weak(tmp_path: Path) -> Path:
    """A policy whose claim is refuted, as the file `weak.aln`."""
    assert WEAK != POLICY
    path = tmp_path / "weak.aln"
    path.write_text(WEAK, encoding="utf-8")
    return path
