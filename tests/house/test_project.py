"""The repository is itself an ALN project: what it ships passes the gate that it asks of others."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
ALN = Path(sys.executable).parent / "aln"


def test_the_gate_passes_at_the_root() -> None:
    """The library is laid out, bound to its signals, proved, and the committed artefacts are what is built of it."""
    done = subprocess.run([ALN, "gate", "--jobs", "2"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_built_is_what_the_example_embeds() -> None:
    """The output folder of the project file is the example's, with an artefact for each target."""
    build = tomllib.loads((ROOT / "aln.toml").read_text(encoding="utf-8"))["build"]
    assert build["out"] == "examples/service/generated"
    for target in build["targets"]:
        assert any((ROOT / build["out"] / target).iterdir())
