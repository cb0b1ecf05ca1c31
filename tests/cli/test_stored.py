"""`aln prove`, `aln build` and `aln gate` with the verdicts of earlier runs."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from aln.cli import recall
from aln.cli.inputs import load
from aln.host import fingerprint, work
from aln.host.store import Store
from aln.verifier.obligation import Budget
from tests.cli.conftest import MACHINE, POLICY, WEAK, Aln

ROOT = Path(__file__).parents[2]
CLAIM = "OximeterReading/claim/reliable"


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """The code of the tool counts as settled, whoever edits it now."""
    monkeypatch.setattr(fingerprint, "SETTLED", -1e9)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The ids of what was put to the solvers."""
    ids: list[str] = []
    real = work.prove_unit

    def watch(o: Any, budget: Budget, *told: Any) -> Any:
        found = real(o, budget, *told)
        ids.extend(v.obligation.id for v in found if v.engine != "evaluation")
        return found

    monkeypatch.setattr(work, "prove_unit", watch)
    yield ids


def rows(aln: Aln, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = aln("prove", "--format", "json", *options).document["verdicts"]
    return found


def same(a: list[dict[str, Any]], b: list[dict[str, Any]]) -> bool:
    """Whether two runs said the same, but for the time and where it came from."""
    unsaid = ("seconds", "stored")
    return [{k: v for k, v in r.items() if k not in unsaid} for r in a] == [
        {k: v for k, v in r.items() if k not in unsaid} for r in b
    ]


def test_the_second_run_says_the_same(aln: Aln, policy: Path, tmp_path: Path, asked: list[str]) -> None:
    """Unchanged: no engine is asked, every verdict says that it is stored, and everything else is as before."""
    (tmp_path / "m.aln").write_text(MACHINE, encoding="utf-8")
    first = rows(aln)
    assert asked and not any(row["stored"] for row in first)
    asked.clear()
    again = rows(aln)
    assert asked == [] and all(row["stored"] and row["seconds"] == 0 for row in again)
    assert same(first, again) and any("invariant" in row for row in again)
    text = aln("prove")
    assert text.code == 0 and f"({len(first)} stored, " in text.out and "   stored" in text.out


def test_one_file_changed_proves_what_it_says_anew(
    aln: Aln, policy: Path, tmp_path: Path, asked: list[str]
) -> None:
    """Of two files one is changed: only its questions are asked, and the verdicts are those of a fresh run."""
    (tmp_path / "m.aln").write_text(MACHINE, encoding="utf-8")
    rows(aln)
    asked.clear()
    policy.write_text(WEAK, encoding="utf-8")
    changed = rows(aln)
    assert asked and all(id.startswith("OximeterReading/") for id in asked)
    assert {row["status"] for row in changed if row["id"] == CLAIM} == {"refuted"}
    assert same(changed, rows(aln, "--no-store"))


def test_a_refutation_is_shown_again(aln: Aln, weak: Path, asked: list[str]) -> None:
    """Refuted twice: the same record, what let it through, exit code 1; the second time no engine is asked."""
    first = aln("prove", "--only", CLAIM)
    asked.clear()
    again = aln("prove", "--only", CLAIM)
    assert asked == [] and (first.code, again.code) == (1, 1)
    at = first.out.index("✗ refuted")
    assert first.out[at:].rpartition("(")[0] == again.out[at:].rpartition("(")[0]


def test_no_store_means_none(aln: Aln, policy: Path, asked: list[str]) -> None:
    """--no-store writes nothing and reads nothing."""
    rows(aln, "--no-store")
    assert not Path(os.environ["XDG_CACHE_HOME"]).exists()
    rows(aln)
    asked.clear()
    assert not any(row["stored"] for row in rows(aln, "--no-store"))
    assert CLAIM in asked


def test_the_gate_proves_afresh(aln: Aln, policy: Path, asked: list[str]) -> None:
    """What is released is proved in the run that releases it; --cached says otherwise, out loud."""
    assert aln("build").code == 0
    asked.clear()
    assert aln("gate").code == 0
    assert CLAIM in asked and "OximeterReading/backend-equal/reading_guard.sql" in asked
    asked.clear()
    assert aln("gate", "--cached").code == 0
    assert asked == []


def test_the_second_build_asks_nothing(aln: Aln, policy: Path, asked: list[str]) -> None:
    """Proofs and equalities of an unchanged build are found again; a spoiled artefact is still written anew."""
    assert aln("build").code == 0
    asked.clear()
    (Path("generated") / "python" / "reading_guard.py").write_text("pass\n", encoding="utf-8")
    done = aln("build")
    assert done.code == 0 and asked == [] and "written" in done.out
    assert "def allows" in (Path("generated") / "python" / "reading_guard.py").read_text(encoding="utf-8")


def test_recheck_and_why_look_at_real_proofs(aln: Aln, policy: Path, asked: list[str]) -> None:
    """--recheck proves anew; --why takes the kept certificate, never a run of which only the outcome is known."""
    rows(aln)
    asked.clear()
    assert aln("prove", "--recheck").code == 0
    assert CLAIM in asked
    asked.clear()
    done = aln("prove", "--why", CLAIM)
    assert asked == [] and "found by an earlier run" in done.out and "lines of SMT-LIB" in done.out


@pytest.mark.parametrize(
    "change",
    [
        lambda here: (here / "p.aln").write_text(POLICY + "\n", encoding="utf-8"),
        lambda here: (here / "q.aln").write_text("module Other_v1_0_0 {\n}\n", encoding="utf-8"),
        lambda here: (here / "p.aln").rename(here / "r.aln"),
        lambda here: (here / "aln.toml").write_text('[project]\nname = "other"\n', encoding="utf-8"),
        lambda here: (here / "hardware").mkdir(),
    ],
)
def test_any_byte_makes_it_another_run(change: Any, aln: Aln, policy: Path, tmp_path: Path) -> None:
    """A run is recalled only of the very same files, names, project file and signal tables."""
    (tmp_path / "aln.toml").write_text('[project]\nname = "one"\n', encoding="utf-8")
    there = Store(tmp_path / "store", b"tool")

    def key(budget: Budget | None = None, prefix: str = "") -> str | None:
        return recall.question(there, load(None), budget or Budget(), prefix)

    first = key()
    assert first is not None and key() == first
    assert len({first, key(Budget(units=1)), key(prefix="x")}) == 3
    change(tmp_path)
    assert key() not in (None, first)


def test_a_file_that_is_named_is_another_question_than_its_folder(aln: Aln, policy: Path) -> None:
    """What lies beside a named file can be used by it, so it counts; whether it is proved itself counts too."""
    there = Store(policy.parent / "store", b"tool")
    (policy.parent / "m.aln").write_text(MACHINE, encoding="utf-8")
    keys = [
        recall.question(there, load(paths), Budget(), "")
        for paths in (None, [policy], [policy.parent / "m.aln"])
    ]
    assert None not in keys and len(set(keys)) == 3
    (policy.parent / "m.aln").write_text(MACHINE + "\n", encoding="utf-8")
    assert recall.question(there, load([policy]), Budget(), "") != keys[1]


def test_another_day_is_another_run(aln: Aln, policy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Waivers end by the calendar, so a run is recalled on its own day only."""
    there = Store(policy.parent / "store", b"tool")
    first = recall.question(there, load(None), Budget(), "")
    real = datetime.datetime

    class Tomorrow(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Any:
            return real.now(tz) + datetime.timedelta(days=1)

    monkeypatch.setattr(datetime, "datetime", Tomorrow)
    assert recall.question(there, load(None), Budget(), "") != first


def test_whatever_is_opened_is_part_of_the_question(aln: Aln, tmp_path: Path) -> None:
    """Of all files that reading, checking and lowering open, each outside this package is in the key of the run."""
    (tmp_path / "aln.toml").write_text('[project]\nname = "p"\n', encoding="utf-8")
    (tmp_path / "hardware").mkdir()
    table = next((ROOT / "hardware").glob("*.toml")).read_text(encoding="utf-8")
    for name, text in (("a.aln", POLICY), ("m.aln", MACHINE), ("hardware/x.toml", table), ("sop.md", "x")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    opened: set[Path] = set()
    watching = True

    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if watching and event == "open" and isinstance(arguments[0], str):
            path = Path(os.path.abspath(arguments[0]))  # noqa: PTH100
            if path.is_relative_to(tmp_path):
                opened.add(path)

    sys.addaudithook(watch)
    loaded = load(None)
    assert len(loaded.modules) == 2
    watching = False
    assert len(opened) >= 4
    there, keys = Store(tmp_path / "store", b"tool"), set[str | None]()
    keys.add(recall.question(there, load(None), Budget(), ""))
    for n, path in enumerate(sorted(opened), 1):
        path.write_bytes(path.read_bytes() + b"\n# more\n")
        keys.add(recall.question(there, load(None), Budget(), ""))
        assert len(keys) == n + 1, path


@pytest.mark.parametrize("verb", ["prove", "build"])
def test_the_second_run_starts_without_a_solver(verb: str, policy: Path, tmp_path: Path) -> None:
    """Unchanged, the command ends without ever importing Z3 or cvc5."""
    code = (
        "import sys\n"
        "from aln.host import fingerprint\n"
        "fingerprint.code = lambda folder: (b'code', 0.0)\n"
        "from aln.cli.entry import main\n"
        f"code = main([{verb!r}])\n"
        "print(code, *sorted({'z3', 'cvc5'} & set(sys.modules)), file=sys.stderr)"
    )
    environment = os.environ | {
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "XDG_CACHE_HOME": str(tmp_path / ".cache"),
    }
    said = [
        subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True)
        .stderr.decode()
        .split()
        for _ in range(2)
    ]
    assert said == [["0", "cvc5", "z3"], ["0"]]


def test_a_spoiled_run_is_forgotten(aln: Aln, policy: Path) -> None:
    """A kept run that says what no kept run can say is not believed; the verdicts behind it still are."""
    import hashlib

    first = rows(aln)
    for path in Path(os.environ["XDG_CACHE_HOME"]).glob("aln/??/*"):
        document = json.loads(path.read_bytes().partition(b"\n")[2])
        for module in document.get("modules", ()):
            module["verdicts"][0]["evidence"] = "tested"
        data = json.dumps(document).encode()
        path.write_bytes(hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
    again = rows(aln)
    assert same(first, again)
    assert [row["stored"] for row in again] == [row["engine"] != "evaluation" for row in again]
