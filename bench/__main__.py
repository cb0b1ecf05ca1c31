"""`make bench`: measure, print the table, write bench/results.json (or the file named as the only argument)."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bench import compares, constraints, guards, language, many, peers, proofs, startup, systems
from bench.measure import Row


def shown(seconds: float) -> str:
    """A time with three significant digits and a unit that fits."""
    for unit, scale in (("s", 1.0), ("ms", 1e3), ("µs", 1e6)):
        if seconds * scale >= 1:
            return f"{seconds * scale:.3g} {unit}"
    return f"{seconds * 1e9:.3g} ns"


def table(rows: Sequence[Row]) -> Table:
    out = Table(box=None, pad_edge=False)
    for name, side in (("measured", "left"), ("time", "right"), ("against", "left"), ("reference", "right"),
                       ("ratio", "right"), ("goal", "right"), ("", "left")):  # fmt: skip
        out.add_column(name, justify=side)  # type: ignore[arg-type]
    for r in rows:
        met = {True: "met", False: "not met", None: ""}[r.met]
        time, reference = ("" if t is None else shown(t) for t in (r.seconds, r.reference))
        ratio = "" if r.ratio is None else f"{r.ratio:.2f}" if r.ratio >= 0.1 else f"{r.ratio:.2g}"
        out.add_row(r.what, time, r.against, reference, ratio, r.goal, met)
    return out


def main(arguments: Sequence[str]) -> int:
    rows: list[Row] = []
    for part in (startup, language, guards, peers, proofs, systems, constraints, compares, many):
        if sys.stderr.isatty():
            print(f"measuring {part.__name__.removeprefix('bench.')} …", file=sys.stderr)
        rows += part.rows()
    Console(width=max(110, Console().width)).print(table(rows))
    target = Path(arguments[0]) if arguments else Path("bench/results.json")
    document = {
        "schema": "aln/bench/v1",
        "machine": {"python": platform.python_version(), "processor": platform.machine()},
        "rows": [asdict(r) for r in rows],
    }
    target.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"written to {target}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
