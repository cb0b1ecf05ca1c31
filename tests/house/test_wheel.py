"""The wheel: it holds the package and nothing else, and works in an empty folder far from this checkout."""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from aln import __version__
from aln.evidence.schema import validate

ROOT = Path(__file__).parents[2]
NOT_COPIED = shutil.ignore_patterns(
    ".git", ".venv", "__pycache__", "*.egg-info", "build", "dist", ".aln", ".*_cache", ".hypothesis"
)
NEEDED_SETUPTOOLS = 77

Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Wheel:
    names: frozenset[str]
    installed: Path


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Wheel:
    """The wheel of this tree, installed alone; built from a copy, so that nothing is left in the checkout."""
    base = tmp_path_factory.mktemp("wheel")
    shutil.copytree(ROOT, base / "tree", ignore=NOT_COPIED)
    # Isolation fetches the build backend; needed only where the environment has none that is new enough.
    have = next(iter(importlib.metadata.distributions(name="setuptools")), None)
    new_enough = have is not None and int(have.version.partition(".")[0]) >= NEEDED_SETUPTOOLS
    isolation = ["--no-isolation"] if new_enough else []
    python(base, "-m", "build", "--wheel", *isolation, "--outdir", str(base / "dist"), str(base / "tree"))
    (file,) = (base / "dist").glob("*.whl")
    installed = base / "installed"
    python(base, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(installed), str(file))
    with zipfile.ZipFile(file) as archive:
        names = frozenset(archive.namelist())
    return Wheel(names, installed)


@pytest.fixture
def aln(wheel: Wheel, tmp_path: Path) -> Run:
    """Runs the installed `aln` in an empty folder, or in the folder `inside` below it."""

    def run(*arguments: str, inside: str = ".") -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"PYTHONPATH": str(wheel.installed), "NO_COLOR": "1", "COLUMNS": "100"}
        return subprocess.run(
            [str(wheel.installed / "bin" / "aln"), *arguments],
            cwd=tmp_path / inside,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
        )

    return run


def python(folder: Path, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, timeout=600, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def document(done: subprocess.CompletedProcess[str]) -> dict[str, object]:
    """The one JSON document on standard output, sound by its own schema."""
    found = json.loads(done.stdout)
    assert validate(found) == []
    assert isinstance(found, dict)
    return found


def test_the_wheel_holds_the_package_alone(wheel: Wheel) -> None:
    """Nothing but aln/ and the wheel's own metadata; no tests, no caches, no sources of other folders."""
    tops = {name.partition("/")[0] for name in wheel.names}
    assert tops == {"aln", f"aln-{__version__}.dist-info"}
    assert not [name for name in wheel.names if "test" in name.split("/")[1] or "__pycache__" in name]


def test_the_wheel_holds_every_file_of_the_package(wheel: Wheel) -> None:
    """Every file under aln/ that is not a cache is shipped."""
    files = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "aln").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {name for name in wheel.names if name.startswith("aln/")} == files


@pytest.mark.parametrize(
    "pattern",
    [
        r"aln/py\.typed",
        r"aln/syntax/_tables\.py",
        r"aln/checker/pages/ALN\d{4}\.md",
        r"aln/verifier/pages/[a-z_-]+\.md",
        r"aln/library/policies/rem_exclusion\.aln",
        r"aln/library/policies/calibration\.aln",
        r"aln/library/controllers/[a-z_]+\.aln",
        r"aln/evidence/schemas/prove-v1\.json",
        r"aln-[0-9.]+\.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_holds_what_it_needs_at_run_time(wheel: Wheel, pattern: str) -> None:
    """Grammar, rule pages, obligation pages, library, schemas, type marker and licence are in the wheel."""
    assert [name for name in wheel.names if re.fullmatch(pattern, name)]


def test_the_installed_command_is_the_one_that_runs(wheel: Wheel, aln: Run) -> None:
    """`aln --version` names the version, and its code comes from the wheel, not from this checkout."""
    done = aln("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout
    where = subprocess.run(
        [sys.executable, "-c", "import aln; print(aln.__file__)"],
        cwd=wheel.installed.parent,
        env=os.environ | {"PYTHONPATH": str(wheel.installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(where.stdout.strip()) == wheel.installed / "aln" / "__init__.py"


def test_explain_prints_every_page_in_an_empty_folder(wheel: Wheel, aln: Run) -> None:
    """One rule and one obligation are explained in the words of their page but for its comments, as text and JSON."""
    for folder in ("checker", "verifier"):
        page = min((wheel.installed / "aln" / folder / "pages").glob("*.md"))
        text = re.sub(r"<!--.*?-->\n\n?", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
        code = page.stem
        done = aln("explain", code)
        assert (done.returncode, done.stderr) == (0, "")
        assert code in done.stdout
        explained = document(aln("explain", code, "--format", "json"))
        assert explained["text"] == text
        assert explained["kind"] == ("rule" if folder == "checker" else "obligation")


def test_explaining_what_does_not_exist_is_a_usage_error(aln: Run) -> None:
    """An unknown code ends with 2 and a message, not with a traceback."""
    done = aln("explain", "ALN9999")
    assert done.returncode == 2
    assert "ALN9999" in done.stderr and "Traceback" not in done.stderr


def test_a_new_project_proves_green_at_once(aln: Run) -> None:
    """`aln new` in an empty folder makes a project whose format, rules and every obligation hold."""
    made = document(aln("new", "pump", "--format", "json"))
    assert made["files"]
    assert aln("fmt", "--check", inside="pump").returncode == 0
    assert document(aln("check", "--format", "json", inside="pump"))["diagnostics"] == []
    proved = aln("prove", "--format", "json", inside="pump")
    assert proved.returncode == 0, proved.stdout + proved.stderr
    summary = document(proved)["summary"]
    assert isinstance(summary, dict)
    assert summary["obligations"] == summary["proved"] > 0


def test_a_new_project_never_overwrites(aln: Run, tmp_path: Path) -> None:
    """`aln new` into a folder that has files ends with 2 and changes nothing."""
    (tmp_path / "pump").mkdir()
    (tmp_path / "pump" / "aln.toml").write_text("mine", encoding="utf-8")
    assert aln("new", "pump").returncode == 2
    assert [path.name for path in (tmp_path / "pump").iterdir()] == ["aln.toml"]
    assert (tmp_path / "pump" / "aln.toml").read_text(encoding="utf-8") == "mine"


def test_nothing_to_prove_is_not_proved(aln: Run) -> None:
    """`aln prove` and `aln check` in an empty folder end with 4: nothing to check is not all good."""
    assert aln("prove").returncode == 4
    assert aln("check").returncode == 4


def test_prove_works_on_a_lone_file(wheel: Wheel, aln: Run, tmp_path: Path) -> None:
    """A policy copied out of the installed library is proved where no project file stands."""
    shutil.copy(wheel.installed / "aln/library/policies/rem_exclusion.aln", tmp_path / "rem.aln")
    done = aln("prove", "rem.aln", "--format", "json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert document(done)["schema"] == "aln/prove/v1"
