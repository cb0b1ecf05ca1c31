"""The tree speaks of the project alone, and every command it tells people to run exists."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST = 2_000_000

# Written in two parts, so that this file does not hold what it looks for.
HOMES = ["wo" + "rk", "ro" + "ot", "home/" + r"\w+", "Us" + "ers"]
MACHINE_PATHS = re.compile(rf"(?<![\w.])/(?:{'|'.join(HOMES)})/")
REGISTRY_HOSTS = re.compile(
    "|".join(
        re.escape(left + right)
        for left, right in [
            ("pypi", ".org"),
            ("python", "hosted.org"),
            ("registry.npm", "js.org"),
            ("crates", ".io"),
            ("proxy.go", "lang.org"),
            ("deb.deb", "ian.org"),
            ("repo1.ma", "ven.org"),
            ("repo.maven.ap", "ache.org"),
        ]
    )
)


def tree() -> list[Path]:
    """Every file of the project: those git knows or would add, or all of them where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        names = [name for name in listed.stdout.split("\0") if name]
    else:
        hidden = (".git", ".venv", "__pycache__", ".aln")
        names = [
            path.relative_to(ROOT).as_posix()
            for path in ROOT.rglob("*")
            if not any(part in hidden or part.endswith("_cache") for part in path.relative_to(ROOT).parts)
        ]
    return [path for path in map(ROOT.joinpath, names) if path.is_file() and path.stat().st_size < LARGEST]


def offences(pattern: re.Pattern[str]) -> list[str]:
    found: list[str] = []
    for path in tree():
        text = path.read_bytes().decode("utf-8", errors="replace")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    return found


def commands(path: Path) -> list[str]:
    """The lines of the fenced shell blocks of a page."""
    blocks = re.findall(r"^```([^\n]*)\n(.*?)^```$", path.read_text(encoding="utf-8"), re.M | re.S)
    return [
        line.strip() for info, block in blocks if info.split()[:1] == ["sh"] for line in block.splitlines()
    ]


def targets() -> list[str]:
    phony = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    assert phony is not None
    return phony[1].split()


def test_no_file_names_a_path_of_some_machine() -> None:
    """No absolute path of a developer's or a build machine stands in the tree."""
    assert offences(MACHINE_PATHS) == []


def test_no_file_names_a_package_registry() -> None:
    """Where packages come from is the user's business: no registry's host stands in the tree."""
    assert offences(REGISTRY_HOSTS) == []


@pytest.mark.parametrize("folder", ["wo" + "rk", "ro" + "ot", "home/" + "ann", "Us" + "ers"])
def test_machine_paths_are_recognised(folder: str) -> None:
    """The pattern finds what it is for, and lets a relative path of the same name pass."""
    assert MACHINE_PATHS.search(f"see '/{folder}/x'")
    assert not MACHINE_PATHS.search(f"see build/{folder}/x")


@pytest.mark.parametrize("target", targets())
def test_every_make_target_can_be_planned(target: str) -> None:
    """`make -n` knows the target, and every module it would run exists."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    planned = subprocess.run(
        ["make", "-n", target], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert planned.returncode == 0, planned.stderr
    for module in re.findall(r"python -m ((?:tools|bench)[\w.]*)", planned.stdout):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module


def test_the_help_names_every_target() -> None:
    """`make` alone lists each target that people are meant to call."""
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert {f"make {target}" for target in targets() if target != "help"} <= set(
        re.findall(r"make [\w-]+", shown)
    )


def test_every_make_command_of_the_pages_exists() -> None:
    """README, ARCHITECTURE and the CI run call only targets that the Makefile has."""
    pages = [*commands(ROOT / "README.md"), *(ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()]
    called = {match[1] for line in pages if (match := re.match(r"(?:[A-Z_]+=\S+ )*make ([\w-]+)", line))}
    assert {"demo", "test"} <= called
    assert called <= set(targets())


def test_every_aln_command_of_the_readme_exists() -> None:
    """Each verb that the README tells people to run answers `--help`."""
    verbs = {
        line.split()[1] for line in commands(ROOT / "README.md") if re.match(r"(\.venv/bin/)?aln [a-z]", line)
    }
    assert verbs
    for verb in verbs:
        done = subprocess.run(
            [Path(sys.executable).parent / "aln", verb, "--help"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("script", [".ci/run", "tools/toolchains.sh", "tools/python.sh"])
def test_scripts_parse_and_may_be_run(script: str) -> None:
    """Each script is executable and its shell finds no error in it."""
    shell = "sh" if script.endswith("python.sh") else "bash"
    subprocess.run([shell, "-n", str(ROOT / script)], check=True)
    assert os.access(ROOT / script, os.X_OK)
