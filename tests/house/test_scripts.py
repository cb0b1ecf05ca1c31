"""The scripts around the code: the interpreter they take, what they say without one, and no stray process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

OLD = "#!/bin/sh\ncase $2 in *version_info*) exit 1;; esac\n"
WITHOUT_VENV = "#!/bin/sh\ncase $2 in *ensurepip*) exit 1;; esac\n"
SOUND = "#!/bin/sh\n"


def choose(folder: Path, **interpreters: str) -> subprocess.CompletedProcess[str]:
    """Runs tools/python.sh where only these interpreters can be found; `_` in a name stands for the dot."""
    for name, script in interpreters.items():
        path = folder / name.replace("_", ".")
        path.write_text(script, encoding="ascii")
        path.chmod(0o755)
    shell = shutil.which("sh")
    assert shell is not None
    return subprocess.run(
        [shell, str(ROOT / "tools/python.sh")],
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("interpreters", "chosen"),
    [
        ({"python3": SOUND}, "python3"),
        ({"python3_13": SOUND, "python3_11": SOUND, "python3": SOUND}, "python3.13"),
        ({"python3_12": SOUND, "python3": OLD}, "python3.12"),
        ({"python3_13": WITHOUT_VENV, "python3_11": SOUND}, "python3.11"),
        ({"python3_12": OLD, "python3": SOUND}, "python3"),
    ],
)
def test_the_first_suitable_interpreter_is_taken(
    tmp_path: Path, interpreters: dict[str, str], chosen: str
) -> None:
    """The newest interpreter that is new enough and has venv wins; the others are passed over."""
    done = choose(tmp_path, **interpreters)
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{chosen}\n", "")


@pytest.mark.parametrize(
    ("interpreters", "says"),
    [
        ({}, "Python 3.11 or later is needed: sudo apt install python3 python3-venv\n"),
        ({"python3": OLD}, "Python 3.11 or later is needed: sudo apt install python3 python3-venv\n"),
        ({"python3": WITHOUT_VENV}, "python3 has no venv module: sudo apt install python3-venv\n"),
        (
            {"python3_12": WITHOUT_VENV, "python3": OLD},
            "python3.12 has no venv module: sudo apt install python3-venv\n",
        ),
    ],
)
def test_without_an_interpreter_one_line_says_what_to_install(
    tmp_path: Path, interpreters: dict[str, str], says: str
) -> None:
    """No Python, an old one, or one without venv: exit code 2 and one line with the apt command."""
    done = choose(tmp_path, **interpreters)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", says)


def reap(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / ".ci/reap.py"), *command],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_ci_run_passes_on_the_exit_code() -> None:
    """A command that leaves nothing behind keeps its own exit code."""
    assert reap("true").returncode == 0
    assert reap("sh", "-c", "exit 3").returncode == 3


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux hands orphans over")
def test_a_process_left_behind_fails_the_ci_run_and_is_ended(tmp_path: Path) -> None:
    """A daemon that outlives its command is named, ended, and turns success into 1."""
    note = tmp_path / "id"
    left = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(600)"
    start = (
        "import subprocess, sys; subprocess.Popen([sys.executable, *sys.argv[1:]], start_new_session=True)"
    )
    done = reap(sys.executable, "-W", "ignore", "-c", start, "-c", left, str(note))
    assert done.returncode == 1
    process = int(note.read_text())
    assert f"left running: {process} " in done.stdout
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
