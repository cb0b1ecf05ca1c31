"""The verbs and their options. Each runs one function and gives its result to `emit`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from aln import __version__
from aln.cli.results import Format, Formats, Result, emit

__all__ = ["app"]

app = typer.Typer(
    name="aln",
    help="Write the rules of a medical device once; prove them; ship constraints and guards proved equal to them.",
    epilog="Exit codes: 0 all good, 1 refuted or violated, 2 usage, parse or internal error, 3 inconclusive, "
    "4 nothing to check.",
    no_args_is_help=False,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
db = typer.Typer(help="The embedded PostgreSQL of the project.", rich_markup_mode=None)
app.add_typer(db, name="db")

Paths = Annotated[
    list[Path] | None, typer.Argument(help="Files or folders; the project's sources if none is named.")
]
Text = Annotated[Format, typer.Option("--format", help="text for people, json for machines.")]
Any_ = Annotated[
    Formats, typer.Option("--format", help="text for people, json for machines, github annotations.")
]
Budget_ = Annotated[
    int | None,
    typer.Option("--budget", min=1, metavar="UNITS", help="Solver resource a query may use; reproducible."),
]
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", metavar="SECONDS", help="Stop proving after so long; the rest is unknown."),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", min=1, max=256, metavar="N", help="Processes that prove at a time; 1 if not given."
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option("--cluster", metavar="ADDRESS", help="Prove on the Dask cluster of this scheduler instead."),
]
NoStore = Annotated[
    bool, typer.Option("--no-store", help="Prove afresh; keep nothing and use nothing of earlier runs.")
]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="Folder of the artefacts.")]


def _finish(result: Result, form: Format | Formats) -> None:
    emit(result, Formats(form.value))
    raise typer.Exit(result.exit_code)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"aln {__version__}")
        raise typer.Exit(0)


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")
    ] = False,
) -> None:
    """Options of the command itself."""


@app.command()
def new(
    directory: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="An empty folder, or one to be made.")
    ] = Path(),
    template: Annotated[str, typer.Option(help="policy or machine.")] = "policy",
    form: Text = Format.text,
) -> None:
    """Make a project that proves green at once."""
    from aln.cli.new import new as run

    _finish(run(directory, template), form)


@app.command()
def fmt(
    paths: Paths = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; 1 when a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    form: Text = Format.text,
) -> None:
    """Lay files out canonically; comments are kept."""
    from aln.cli.fmt import fmt as run

    _finish(run(paths, check=check, diff=diff), form)


@app.command()
def check(
    paths: Paths = None,
    strict: Annotated[bool, typer.Option("--strict", help="Warnings count as errors.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="Mend what is certain, then check again.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what --fix would mend.")] = False,
    form: Any_ = Formats.text,
) -> None:
    """Syntax, names, types, units and rules; no solver."""
    from aln.cli.check import check as run

    _finish(run(paths, strict, fix=fix, diff=diff), form)


@app.command()
def explain(
    code: Annotated[str, typer.Argument(metavar="CODE", help="A rule's code or an obligation's kind.")],
    form: Text = Format.text,
) -> None:
    """Print the page of a rule or an obligation."""
    from aln.cli.explain import explain as run

    _finish(run(code), form)


@app.command()
def prove(
    paths: Paths = None,
    only: Annotated[str | None, typer.Option(metavar="ID", help="Obligations whose id begins so.")] = None,
    why: Annotated[
        str | None, typer.Option(metavar="ID", help="What the proof of an obligation rests on.")
    ] = None,
    budget: Budget_ = None,
    timeout: Timeout = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    recheck: Annotated[
        bool, typer.Option("--recheck", help="Put every proof's queries to cvc5 again.")
    ] = False,
    no_store: NoStore = False,
    save_tests: Annotated[
        Path | None,
        typer.Option("--save-tests", metavar="FILE|DIR", help="Keep counterexamples as tests that fail."),
    ] = None,
    svg: Annotated[
        Path | None, typer.Option("--svg", metavar="DIR", help="Draw each run that refutes a claim.")
    ] = None,
    form: Any_ = Formats.text,
) -> None:
    """Prove every obligation, or show what breaks it."""
    from aln.cli.prove import effort
    from aln.cli.prove import prove as run

    if only is not None and why is not None:
        raise typer.BadParameter("`--only` and `--why` both choose obligations: give one of them")
    cost = effort(budget, timeout, jobs, cluster, cached=not no_store)
    proved = run(paths, cost, only=only, why=why, recheck=recheck)
    if svg is not None:
        from aln.cli.draw import refutations

        proved = replace(proved, pictures=refutations(proved.verdicts, svg))
    if save_tests is not None:
        from aln.cli.saved import save

        _finish(save(proved, paths, save_tests), form)
    _finish(proved, form)


@app.command()
def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A file or folder as it was.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The file or folder as it is.")],
    budget: Budget_ = None,
    form: Any_ = Formats.text,
) -> None:
    """Say what a new version accepts and refuses, against an old one."""
    from aln.cli.compare import compare as run

    _finish(run(old, new, budget), form)


@app.command()
def test(
    paths: Paths = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Say which rules and clauses no test decides.")
    ] = False,
    junit: Annotated[
        Path | None, typer.Option("--junit", metavar="FILE", help="Write the results as JUnit XML too.")
    ] = None,
    form: Any_ = Formats.text,
) -> None:
    """Run the tests that stand beside the policies."""
    from aln.cli.test import test as run

    _finish(run(paths, covered=coverage, junit_file=junit), form)


@app.command()
def run(
    machine: Annotated[
        str, typer.Argument(metavar="MACHINE", help="FILE.aln:NAME, or a name of the project's sources.")
    ],
    recording: Annotated[
        Path | None, typer.Argument(metavar="[RECORDING]", help="A .csv, .jsonl or .parquet file.")
    ] = None,
    parameters: Annotated[
        list[str] | None,
        typer.Option(
            "--parameters", metavar="FILE|NAME=VALUE", help="The machine's parameters; may be given again."
        ),
    ] = None,
    generate: Annotated[
        int | None, typer.Option("--generate", min=1, metavar="N", help="Make a recording of N rows instead.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="S", help="What the recording is made from.")] = 0,
    kind: Annotated[str, typer.Option("--kind", help="lawful, faulty or adversarial.")] = "lawful",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Keep the recording that is made.")
    ] = None,
    svg: Annotated[Path | None, typer.Option("--svg", metavar="FILE", help="Draw the run.")] = None,
    form: Any_ = Formats.text,
) -> None:
    """Run a recording through a machine: what it gives, and what it breaks."""
    from aln.cli.run import run as through

    found = through(
        machine, recording, given=parameters or (), length=generate, seed=seed, kind=kind, out=out, svg=svg
    )
    _finish(found, form)


@app.command()
def draw(
    paths: Paths = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder of the drawings.")] = Path(
        "drawings"
    ),
    prove: Annotated[
        bool, typer.Option("--prove", help="Prove each claim first, and draw its status.")
    ] = False,
    budget: Budget_ = None,
    form: Text = Format.text,
) -> None:
    """Draw therapy graphs and the modes of machines as SVG."""
    from aln.cli.draw import drawings
    from aln.cli.prove import effort

    _finish(drawings(paths, out, effort(budget, cached=True) if prove else None), form)


@app.command()
def build(
    paths: Paths = None,
    out: Out = None,
    target: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A target; may be given again.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; 1 when an artefact is stale.")
    ] = False,
    budget: Budget_ = None,
    timeout: Timeout = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    no_store: NoStore = False,
    form: Any_ = Formats.text,
) -> None:
    """Emit what is proved, each artefact proved equal to its policy."""
    from aln.cli.build import build as run
    from aln.cli.prove import effort

    cost = effort(budget, timeout, jobs, cluster, cached=not no_store)
    _finish(run(paths, cost, out=out, wanted=target, check=check), form)


@app.command()
def gate(
    paths: Paths = None,
    out: Out = None,
    budget: Budget_ = None,
    timeout: Timeout = None,
    jobs: Jobs = None,
    cluster: Cluster = None,
    cached: Annotated[
        bool, typer.Option("--cached", help="Use verdicts of earlier runs too; never for a release.")
    ] = False,
    form: Any_ = Formats.text,
) -> None:
    """Format, check, prove, and the build up to date: one exit code."""
    from aln.cli.gate import gate as run
    from aln.cli.prove import effort

    _finish(run(paths, effort(budget, timeout, jobs, cluster, cached=cached), out=out), form)


Data = Annotated[Path | None, typer.Option(metavar="DIR", help="Where the server keeps its data.")]


@db.command()
def up(
    data: Data = None,
    migrations: Annotated[Path | None, typer.Option(metavar="DIR", help="Ordered migrations.")] = None,
    seeds: Annotated[Path | None, typer.Option(metavar="DIR", help="Seeds.")] = None,
    generated: Annotated[Path | None, typer.Option(metavar="DIR", help="Generated SQL.")] = None,
    form: Text = Format.text,
) -> None:
    """Start the server, or find it running; apply migrations, seeds and generated SQL."""
    from aln.cli.db import up as run

    _finish(run(data, migrations, seeds, generated), form)


@db.command()
def down(data: Data = None, form: Text = Format.text) -> None:
    """Stop the server; its data are kept."""
    from aln.cli.db import down as run

    _finish(run(data), form)
