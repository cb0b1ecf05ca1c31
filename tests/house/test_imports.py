"""Imports flow one way: the table of ARCHITECTURE.md, asserted from the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PURE = ("core", "syntax", "checker", "lower", "verifier", "backends", "simulate")
BELOW_HOST = frozenset({"diagnostics", *PURE})
BELOW_PIPELINE = BELOW_HOST | {"host", "evidence", "database", "simulate", "library"}

# Room to the rooms it may import, itself apart. "aln" is the package's own __init__ (its version).
MAY_IMPORT: dict[str, frozenset[str]] = {
    "aln": frozenset(),
    "diagnostics": frozenset(),
    "core": frozenset({"diagnostics"}),
    "syntax": frozenset({"diagnostics"}),
    "checker": frozenset({"syntax", "core", "diagnostics"}),
    "lower": frozenset({"checker", "syntax", "core", "diagnostics"}),
    "verifier": frozenset({"core", "diagnostics"}),
    "backends": frozenset({"core", "diagnostics"}),
    "library": frozenset({"diagnostics"}),
    "simulate": frozenset({"core", "verifier", "backends", "diagnostics"}),
    "host": BELOW_HOST | {"aln"},
    "evidence": BELOW_HOST | {"aln", "host"},
    "database": BELOW_HOST | {"aln", "host"},
    "pipeline": BELOW_PIPELINE | {"aln"},
    "cli": BELOW_PIPELINE | {"aln", "pipeline"},
    "__main__": frozenset({"cli"}),
}
IMPURE = frozenset({"os", "pathlib", "subprocess", "time", "socket", "psycopg", "tempfile", "shutil"})
SOLVERS = frozenset({"z3", "cvc5"})
DASK = frozenset({"dask", "distributed"})


class Imports(ast.NodeVisitor):
    """Every import of one file: module, line, and whether it waits until a function runs."""

    def __init__(self, package: tuple[str, ...]) -> None:
        self.package = package
        self.depth = 0
        self.found: list[tuple[str, int, bool]] = []

    def _later(self, node: ast.AST) -> None:
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._later(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._later(node)

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING"):
            self.depth += 1
            for child in node.body:
                self.visit(child)
            self.depth -= 1
            for child in node.orelse:
                self.visit(child)
        else:
            self.generic_visit(node)

    def visit_Import(self, node: ast.Import) -> None:
        for alias in node.names:
            self._add(alias.name, node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        base: tuple[str, ...] = ()
        if node.level:
            base = self.package[: len(self.package) - node.level + 1]
        module = ".".join((*base, node.module) if node.module else base)
        # `from aln import core` imports the room `core`, `from aln import __version__` the package.
        for alias in node.names:
            self._add(f"{module}.{alias.name}" if module == "aln" else module, node)

    def visit_Call(self, node: ast.Call) -> None:
        name = ast.unparse(node.func).rpartition(".")[2]
        if name in ("import_module", "__import__") and node.args and isinstance(node.args[0], ast.Constant):
            self._add(str(node.args[0].value), node)
        self.generic_visit(node)

    def _add(self, module: str, node: ast.stmt | ast.expr) -> None:
        self.found.append((module, node.lineno, self.depth > 0))


def faults(package: Path) -> list[str]:
    """Every import below the folder `package` (called `aln`) that the table forbids, one line each."""
    found = (line for path in sorted(package.rglob("*.py")) for line in _faults_of(path, package))
    return list(dict.fromkeys(found))


def _faults_of(path: Path, package: Path) -> Iterator[str]:
    parts = path.relative_to(package).with_suffix("").parts
    room = "aln" if parts == ("__init__",) else parts[0]
    place = path.relative_to(package).as_posix()
    if room not in MAY_IMPORT:
        yield f"{place}: room `{room}` is not in the table"
        return
    visitor = Imports(("aln", *parts[:-1]))
    visitor.visit(ast.parse(path.read_text(encoding="utf-8")))
    for module, line, later in visitor.found:
        first, _, rest = module.partition(".")
        if first == "aln":
            target = rest.partition(".")[0]
            if target not in MAY_IMPORT or target == "aln":
                target = "aln"
            if target != room and target not in MAY_IMPORT[room]:
                yield f"{place}:{line}: `{room}` imports `{target}`"
        if first in SOLVERS and room != "verifier":
            yield f"{place}:{line}: `{first}` outside verifier"
        elif first in SOLVERS and not later:
            yield f"{place}:{line}: `{first}` imported before it is needed"
        if first in DASK and place != "host/cluster.py":
            yield f"{place}:{line}: `{first}` outside host/cluster.py"
        elif first in DASK and not later:
            yield f"{place}:{line}: `{first}` imported before it is needed"
        if room in PURE and first in IMPURE:
            yield f"{place}:{line}: pure room `{room}` imports `{first}`"
        if room != "host" and (first == "multiprocessing" or module.startswith("concurrent.futures")):
            yield f"{place}:{line}: `{first}` outside host"


def test_the_package_keeps_to_the_table() -> None:
    """No file under aln/ imports what its room may not."""
    assert faults(ROOT / "aln") == []


def test_the_table_is_the_one_that_architecture_shows() -> None:
    """ARCHITECTURE.md lists every room but the floor, and for the pure rooms exactly what they may import."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("## What may import what")[2]
    rows = re.findall(r"^\| (`[^|]+) \| ([^|]+) \|$", text.partition("\n## ")[0], re.MULTILINE)
    shown = {
        room: set(re.findall(r"`(\w+)`", may))
        for rooms, may in rows
        for room in re.findall(r"`(\w+)`", rooms)
    }
    assert shown.keys() >= {*PURE, "host", "evidence", "database", "pipeline", "cli"}
    for room in PURE:
        assert shown[room] == MAY_IMPORT[room], room


def test_the_table_has_no_circle() -> None:
    """Following the table from any room never leads back to it."""

    def reached(room: str, seen: frozenset[str]) -> frozenset[str]:
        for other in MAY_IMPORT[room] - seen:
            seen = reached(other, seen | {other})
        return seen

    assert [room for room in MAY_IMPORT if room in reached(room, frozenset())] == []


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [
        ("core/ir.py", "import aln.syntax.tree", "`core` imports `syntax`"),
        ("core/ir.py", "from aln.checker import check", "`core` imports `checker`"),
        ("core/ir.py", "from aln import lower", "`core` imports `lower`"),
        ("core/ir.py", "from aln import __version__", "`core` imports `aln`"),
        ("core/ir.py", "import aln", "`core` imports `aln`"),
        ("core/deep/ir.py", "from ...syntax import tree", "`core` imports `syntax`"),
        ("core/ir.py", "def f():\n    import aln.cli", "`core` imports `cli`"),
        (
            "core/ir.py",
            "from importlib import import_module\nimport_module('aln.cli')",
            "`core` imports `cli`",
        ),
        ("diagnostics.py", "from aln.core import ir", "`diagnostics` imports `core`"),
        ("syntax/parse.py", "from aln.core import ir", "`syntax` imports `core`"),
        ("checker/types.py", "from aln.lower import module", "`checker` imports `lower`"),
        ("lower/policy.py", "import aln.verifier", "`lower` imports `verifier`"),
        ("verifier/smt.py", "import aln.lower", "`verifier` imports `lower`"),
        ("verifier/smt.py", "from ..backends import sql", "`verifier` imports `backends`"),
        ("backends/sql.py", "import aln.verifier", "`backends` imports `verifier`"),
        ("evidence/manifest.py", "import aln.database", "`evidence` imports `database`"),
        ("host/cache.py", "import aln.evidence", "`host` imports `evidence`"),
        ("pipeline.py", "import aln.cli.entry", "`pipeline` imports `cli`"),
        ("newroom/x.py", "import json", "room `newroom` is not in the table"),
        ("verifier/smt.py", "import z3", "`z3` imported before it is needed"),
        ("verifier/smt.py", "class A:\n    from cvc5 import Solver", "`cvc5` imported before it is needed"),
        ("verifier/smt.py", "if True:\n    import z3", "`z3` imported before it is needed"),
        ("core/ir.py", "def f():\n    import z3", "`z3` outside verifier"),
        ("cli/prove.py", "def f():\n    from z3 import Solver", "`z3` outside verifier"),
        (
            "host/work.py",
            "def f():\n    from distributed import Client",
            "`distributed` outside host/cluster.py",
        ),
        ("host/cluster.py", "from distributed import Client", "`distributed` imported before it is needed"),
        ("host/cluster.py", "import dask.config", "`dask` imported before it is needed"),
        ("syntax/parse.py", "import os.path", "pure room `syntax` imports `os`"),
        ("core/ir.py", "def f():\n    from pathlib import Path", "pure room `core` imports `pathlib`"),
        ("lower/a.py", "import time", "pure room `lower` imports `time`"),
        ("backends/a.py", "import subprocess, json", "pure room `backends` imports `subprocess`"),
        ("verifier/a.py", "import multiprocessing.pool", "`multiprocessing` outside host"),
        ("cli/a.py", "from concurrent.futures import ProcessPoolExecutor", "`concurrent` outside host"),
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, path: str, code: str, says: str) -> None:
    """Each kind of violation, in a made-up tree, is reported with its file."""
    file = tmp_path / "aln" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(code, encoding="utf-8")
    (fault,) = faults(tmp_path / "aln")
    assert fault.startswith(path) and fault.endswith(says)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("core/ir.py", "from . import ops\nfrom .ops import add\nimport aln.core.ops\nimport json"),
        ("lower/policy.py", "from aln.checker.resolve import names\nfrom ..core import ir"),
        ("verifier/smt.py", "def f():\n    import z3\n    import cvc5"),
        ("verifier/smt.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import z3"),
        ("host/work.py", "import multiprocessing, os, time\nfrom pathlib import Path"),
        ("host/cluster.py", "def f():\n    from distributed import Client"),
        ("cli/entry.py", "from aln import __version__\nfrom aln.pipeline import run\nimport os"),
        ("pipeline.py", "import aln.evidence.manifest, aln.database.server, aln.host.files"),
    ],
)
def test_a_lawful_import_is_let_pass(tmp_path: Path, path: str, code: str) -> None:
    """Imports of the own room, of rooms below, and of solvers inside functions raise no fault."""
    file = tmp_path / "aln" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(code, encoding="utf-8")
    assert faults(tmp_path / "aln") == []
