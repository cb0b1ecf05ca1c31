"""The rule book: the codes of the source, the registry and the folders are one set, and each page shows its rule."""

from __future__ import annotations

import ast
import datetime
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aln.checker.program import check_all
from aln.checker.registry import CODES
from aln.checker.rules import RULES
from aln.checker.waivers import apart
from aln.cli.diagnostics import render
from aln.diagnostics import Diagnostic
from aln.evidence.bindings import bindings, read_tables
from aln.evidence.links import sop_steps
from aln.evidence.manifest import check_released, read_manifest
from aln.evidence.signals import read_signals
from aln.lower.module import lower
from aln.pipeline import Source, fronts
from aln.syntax.parse import decode, parse

ROOT = Path(__file__).parents[2]
BOOK = ROOT / "checker" / "rules"
# Findings about the machine or the command line: no text can show them, so their folders hold the page alone.
SURROUNDINGS = ("database", "host", "cli")
# What the input of a code is where it is not ALN text.
INPUTS = {
    "ALN0001": "bin",
    "ALN0801": "json",
    "ALN0802": "json",
    "ALN0803": "json",
    "ALN0811": "md",
    "ALN0812": "md",
    "ALN0813": "md",
    "ALN0821": "toml",
}
# The registry and the table of rules list codes; they report none.
TABLES = (ROOT / "aln" / "checker" / "registry.py", ROOT / "aln" / "checker" / "rules" / "__init__.py")
UNSUPPORTED = "ALN0701"
# The day on which the examples' waivers are read.
DAY = datetime.date(2026, 1, 1)
# The tables that the examples of a code are bound to stand beside them.
BOUND = "ALN0822"
SHOWN = [code for code, entry in CODES.items() if entry.room not in SURROUNDINGS]


def folder(code: str) -> Path:
    return BOOK / CODES[code].folder


def judged(text: str, file: str, code: str = "") -> list[Diagnostic]:
    """What a module is told by `check`; what lowering refuses besides, and its bindings, where `code` is of that."""
    lowered, bound = code == UNSUPPORTED, code == BOUND
    module, found = parse(text, file)
    out = list(found)
    if module is not None:
        # What an example uses stands beside it.
        others = [parse(p.read_text("utf-8"), p.name)[0] for p in beside(code)]
        checked, more = check_all([module, *(m for m in others if m is not None)])[0]
        out += more
        if checked is None:
            return out
        out = list(apart(checked.module, out, DAY)[0])
        if bound:
            signals, faults = read_tables(
                {path.name: path.read_text("utf-8") for path in folder(BOUND).glob("*.toml")}
            )
            out += [*faults, *bindings(checked, signals)]
        if lowered:
            out += [why for _, _, why in lower(checked).unsupported]
    return out


def beside(code: str) -> list[Path]:
    """The modules that the examples of a code use."""
    return sorted(folder(code).glob("beside*.aln")) if code in CODES else []


def findings(path: Path) -> tuple[list[Diagnostic], str]:
    """What the reader of this kind of file reports of it, and the text it is shown with."""
    data = path.read_bytes()
    text = data.decode("utf-8", "replace")
    if path.suffix == ".bin":
        return list(decode(data, path.name)[1]), text
    if path.suffix == ".md":
        return list(sop_steps(text, path.name)[1]), text
    if path.suffix == ".toml":
        return list(read_signals(text, path.name)[1]), text
    if path.suffix == ".json":
        manifest, found = read_manifest(text, path.name)
        source = path.parent / "source.aln"
        if manifest is not None and source.is_file():
            found += check_released(manifest, source.read_bytes())
        return list(found), text
    return judged(text, path.name, path.parent.name.partition("-")[0]), text


def literals() -> dict[str, set[str]]:
    """Each code that stands in the package as a literal, with the rooms it stands in."""
    found: dict[str, set[str]] = {}
    for path in (ROOT / "aln").rglob("*.py"):
        if path in TABLES:
            continue
        room = path.relative_to(ROOT / "aln").parts[0]
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and re.fullmatch(r"ALN\d{4}", str(node.value)):
                found.setdefault(str(node.value), set()).add(room)
    return found


def test_source_registry_and_folders_are_one_set() -> None:
    """Every code the package can report is registered and has a folder, and nothing else is or has."""
    # The border between syntax and checker codes is compared with and never reported.
    assert literals().keys() - {"ALN0100"} == CODES.keys()
    assert {path.name for path in BOOK.iterdir()} == {entry.folder for entry in CODES.values()}


def test_every_code_is_reported_by_the_room_it_is_registered_for() -> None:
    """A code has one meaning: it stands in its own room, and elsewhere only in the command line's and in those that do
    its work: what reads recordings, and what connects."""
    for code, rooms in literals().items():
        if code in CODES:
            assert CODES[code].room in rooms, code
            assert rooms <= {CODES[code].room, "cli", "simulate", "host"}, code


def test_every_rule_reports_the_codes_it_is_listed_with() -> None:
    """The table of rules names exactly the codes that each rule's fail example makes it report."""
    for rule, codes in RULES.items():
        for code in codes:
            path = folder(code) / "fail.aln"
            module, _ = parse(path.read_text(encoding="utf-8"), path.name)
            others = [parse(p.read_text("utf-8"), p.name)[0] for p in beside(code)]
            assert module is not None
            checked, _ = check_all([module, *(m for m in others if m is not None)])[0]
            assert checked is not None
            assert {d.code for d in rule(checked)} == {code}


@pytest.mark.parametrize("code", SHOWN)
def test_the_pass_example_has_no_finding(code: str) -> None:
    """`pass` keeps the rule, and every other rule too."""
    found, _ = findings(folder(code) / f"pass.{INPUTS.get(code, 'aln')}")
    assert found == []


@pytest.mark.parametrize("code", SHOWN)
def test_the_fail_example_has_this_finding_and_no_other(
    code: str, golden: Callable[[Path, str], None]
) -> None:
    """`fail` breaks this rule alone, with the registered severity, and `expected.txt` is what people read."""
    path = folder(code) / f"fail.{INPUTS.get(code, 'aln')}"
    found, text = findings(path)
    assert {d.code for d in found} == {code}
    assert {d.severity for d in found} == {CODES[code].severity}
    golden(folder(code) / "expected.txt", render(found, {path.name: text}))


@pytest.mark.parametrize("code", SHOWN)
def test_a_message_reads_as_house_style_asks(code: str) -> None:
    """Lower case, no final full stop, a help line, and a place in the file."""
    for d in findings(folder(code) / f"fail.{INPUTS.get(code, 'aln')}")[0]:
        assert d.help and not d.help.endswith(".")
        assert not d.message.endswith(".")
        assert not re.match(r"[A-Z][a-z]", d.message)
        assert d.span.file
        assert not re.search(r"\b(NoneType|Traceback|int|str|tuple|dict)\b|<class", d.message)


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_the_parts_of_a_page(code: str) -> None:
    """Title and severity as registered; what it does, why it is bad, avoid and prefer, how to fix."""
    entry = CODES[code]
    page = (folder(code) / "rule.md").read_text(encoding="utf-8")
    assert page.startswith(
        f"# {code}: {entry.title}\n\n{entry.severity.capitalize()}, reported by `aln.{entry.room}`."
    )
    heads = ["What it does", "Why it is bad", "Avoid", "Prefer", "How to fix"]
    prose = re.sub(r"^(`{3,}).*?^\1$", "", page, flags=re.MULTILINE | re.DOTALL)
    shown = re.findall(r"^## (.+)$", prose, re.MULTILINE)
    assert shown == [head for head in heads if head in shown]
    assert {"What it does", "Why it is bad", "How to fix"} <= set(shown)
    if entry.room in SURROUNDINGS:
        assert [path.name for path in folder(code).iterdir()] == ["rule.md"]


def blocks(code: str, head: str) -> list[str]:
    page = (folder(code) / "rule.md").read_text(encoding="utf-8")
    return re.findall(rf"^## {head}\n\n```aln\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("code", [code for code in SHOWN if code not in INPUTS])
def test_the_examples_of_a_page_show_its_rule(code: str) -> None:
    """Each `avoid` block has the finding; each `prefer` block lacks it and holds no error."""
    avoid, prefer = blocks(code, "Avoid"), blocks(code, "Prefer")
    # An empty file and 205 parentheses say more in `fail.aln` than on a page.
    assert len(avoid) == (0 if code in ("ALN0002", "ALN0005") else 1)
    assert len(prefer) == 1
    for block in avoid:
        assert code in {d.code for d in judged(as_module(block), "page", code)}
    for block in prefer:
        found = judged(as_module(block), "page", code)
        assert code not in {d.code for d in found}
        assert [d for d in found if d.severity == "error"] == []


def as_module(block: str) -> str:
    return block if block.startswith(("module ", "overlay ")) else f"module Example {{\n{block}}}\n"


def test_the_library_has_no_finding() -> None:
    """What the project ships keeps every rule of its own book."""
    paths = sorted((ROOT / "aln" / "library").rglob("*.aln"))
    found = fronts([Source(path.name, path.read_text(encoding="utf-8")) for path in paths])
    assert [d for _, ds in found for d in ds] == []


def test_findings_come_in_one_order_whatever_the_hash_seed() -> None:
    """Two processes with different hash seeds report the same findings in the same order."""
    program = (
        "import sys; from pathlib import Path; from aln.checker.check import check; from aln.syntax.parse import parse\n"
        "for p in sorted(Path(sys.argv[1]).glob('*/fail.aln')):\n"
        "    module, _ = parse(p.read_text(encoding='utf-8'), p.parent.name)\n"
        "    if module: print(check(module).diagnostics)"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program, str(BOOK)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(runs) == 1 and len(runs.pop()) > 1000


def test_check_loads_no_solver_and_no_database() -> None:
    """Parsing, checking and rendering import none of z3, cvc5, pglast, psycopg and numpy."""
    program = (
        "import sys; from aln.checker.check import check; from aln.cli.diagnostics import render\n"
        "from aln.syntax.parse import parse\n"
        "check(parse('module M { requirement \"R\" : \"x\"; }', 'm')[0])\n"
        "print(sorted({'z3', 'cvc5', 'pglast', 'psycopg', 'numpy', 'sqlglot', 'lark'} & sys.modules.keys()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"
