"""`make demo`: the whole chain in one minute, from an ALN file to a refusal by a real database.

Checks and proves the library, generates, applies to the embedded PostgreSQL, shows for each invariant what is
accepted and what is refused, and at last refutes one weakened copy of each. Exits 1 when anything is not as it
should be.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from aln.core.ir import CoreModule
from aln.database.migrate import apply_generated, migrate
from aln.database.server import Server
from aln.diagnostics import AlnError
from aln.pipeline import Artefact, Source, artefacts, core, proofs
from aln.verifier.obligation import Verdict
from aln.verifier.prove import prove
from tools import demo_records, demo_run

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "aln" / "library"
FILES = ("policies/rem_exclusion.aln", "policies/calibration.aln", "controllers/vasopressor.aln")
# One tempting design for each invariant, from the corpus of those that must be refuted.
WEAKENED = (
    "rem_exclusion/nullable_flag",
    "calibration/failed_after_passed",
    "pump/fallback_jumps",
)
console = Console(highlight=False, width=min(110, Console().width) if sys.stdout.isatty() else 110)


class Unexpected(Exception):
    """Something the demonstration promises did not happen."""


@contextmanager
def chapter(title: str) -> Iterator[None]:
    console.print()
    console.rule(Text(title, style="bold"), align="left", style="dim")
    begun = time.perf_counter()
    yield
    console.print(Text(f"{time.perf_counter() - begun:.1f} s", style="dim"), justify="right")


def prove_library() -> dict[str, CoreModule]:
    """Every module of the library, proved; a table of what was proved and how."""
    table = Table(box=None, pad_edge=False)
    for name in ("module", "obligations", "proved", "two solvers", "replayed witness or evaluation"):
        table.add_column(name, justify="left" if name == "module" else "right")
    modules: dict[str, CoreModule] = {}
    for file in FILES:
        module = core(Source(file, (LIBRARY / file).read_text(encoding="utf-8")))
        with console.status(f"proving {module.name}"):
            verdicts = list(proofs(module))
        proved = [v for v in verdicts if v.status == "proved"]
        if len(proved) != len(verdicts):
            raise Unexpected(
                f"{file}: {next(v.obligation.id for v in verdicts if v.status != 'proved')} is not proved"
            )
        both = sum(v.evidence == "L2" for v in proved)
        table.add_row(
            module.name, str(len(verdicts)), f"[green]{len(proved)}[/]", str(both), str(len(proved) - both)
        )
        modules[file] = module
    console.print(table)
    return modules


def generate(modules: dict[str, CoreModule], out: Path) -> list[Artefact]:
    """Every artefact, read back and proved equal, on disk."""
    table = Table(box=None, pad_edge=False)
    for name in ("artefact", "lines", "read back and compared"):
        table.add_column(name, justify="right" if name == "lines" else "left")
    written = []
    for module in modules.values():
        for artefact in artefacts(module, ("python", "sql")):
            if artefact.equal is None:
                table.add_row(artefact.name, "", f"[dim]unsupported: {artefact.unsupported}[/]")
                continue
            [verdict] = prove([artefact.equal])
            if verdict.status != "proved":
                raise Unexpected(f"{artefact.name} is not equal to its policy: {verdict}")
            path = out / artefact.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(artefact.text, encoding="utf-8")
            written.append(artefact)
            table.add_row(artefact.name, str(artefact.text.count("\n")), "[green]proved equal[/]")
    console.print(table)
    return written


def refute() -> None:
    """Each weakened copy, with its counterexample."""
    for name in WEAKENED:
        folder = ROOT / "verifier" / "corpus" / name
        module = core(Source(name, (folder / "design.aln").read_text(encoding="utf-8")))
        refuted = [v for v in proofs(module) if v.status == "refuted"]
        if not refuted:
            raise Unexpected(f"{name} was not refuted")
        show_refutation(name, min(refuted, key=lambda v: (v.k, v.obligation.id)))


def show_refutation(name: str, verdict: Verdict) -> None:
    found = verdict.counterexample
    assert found is not None
    console.print(
        Text.assemble(("refuted ", "bold red"), (name, "bold"), "  ", (verdict.obligation.says, "italic"))
    )
    if found.says:
        console.print(Text("  " + found.says, style="red"))
    for line in found.shown:
        console.print(Text("    " + line), soft_wrap=True)
    for rule in found.blames:
        console.print(Text.assemble("  let through by ", (rule, "yellow")))
    console.print()


def main() -> int:
    out = ROOT / ".aln" / "demo"
    try:
        with chapter("1  check and prove the library"):
            modules = prove_library()
        with chapter("2  generate constraints and guards, read them back, prove them equal"):
            written = generate(modules, out)
        with chapter("3  apply to a real PostgreSQL, and try to break the rules"), Server() as server:
            migrate(server.uri, ROOT / "db" / "migrations")
            apply_generated(server.uri, [(a.name, a.text) for a in written if a.target == "sql"])
            console.print(
                f"embedded PostgreSQL with {sum(a.target == 'sql' for a in written)} generated scripts\n"
            )
            if not demo_records.show(console, server.uri, out / "python"):
                raise Unexpected("the database and a guard did not decide alike")
        with chapter("4  the pump's step function, fed with bad data"):
            if not demo_run.show(console, out / "python"):
                raise Unexpected("the run left its limits")
        with chapter("5  weakened copies are refuted, each with a counterexample"):
            refute()
    except AlnError as why:
        console.print(f"[red]{why.diagnostic.message}[/]\n{why.diagnostic.help}")
        return why.exit_code
    except Unexpected as why:
        console.print(Text(f"unexpected: {why}", style="bold red"))
        return 1
    console.print(
        Text("everything above was proved, enforced or refuted as it should be", style="bold green")
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
