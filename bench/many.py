"""Growth: 1 to 1,000 policies checked and proved, and asked about again when nothing has changed.

The modules are of one size and all different. Proofs are by both solvers. The second run is a process of its own: what
an author waits for who types `aln prove` again.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from aln.lower.module import lower
from aln.pipeline import Source, fronts, proofs
from bench.measure import Row

COUNTS = (1, 10, 100, 1_000)


def module(n: int) -> str:
    """The n-th of many modules: a record, two rules and a claim."""
    return f"""module Reading{n}_v1_0_0 {{

    constants {{
        POLICY_ID      : "{n:08x}-1111-4111-8111-111111111111";
        POLICY_VERSION : "1.0.0";
        LIMIT          : {(n % 899 + 50) / 1000};
    }}

    requirement "REQ-{n}" : "The confidence of a reading is trusted only when it is high.";
    hazard "HAZ-{n}" : "A doubtful reading is acted on." severity serious probability remote;
    control "RC-{n}" : "Doubtful readings are refused."
        mitigates "HAZ-{n}"
        satisfies "REQ-{n}";

    type Confidence = decimal in 0 .. {n % 7 + 1} by 0.001;

    entity Reading{n} {{
        id         : uuid key;
        confidence : Confidence?;
        stale      : bool;
    }}

    policy Trusted{n} for Reading{n} r {{
        require present(r.confidence) and r.confidence >= LIMIT
            because "the confidence is low"
            traces "RC-{n}";
        require not r.stale
            because "the reading is stale"
            traces "RC-{n}";
    }}

    claim High{n} : "An accepted reading is fresh and trusted."
        for Reading{n} r
        holds accepted(Trusted{n}, r) implies r.confidence >= LIMIT and not r.stale
        traces "REQ-{n}", "HAZ-{n}";
}}
"""


def checked_and_proved(count: int) -> float:
    """Seconds from the texts of so many modules to their verdicts, solvers loaded."""
    sources = [Source(f"reading{n}.aln", module(n)) for n in range(count)]
    started = time.process_time()
    for checked, found in fronts(sources):
        assert checked is not None and not found, found
        assert all(v.status == "proved" for v in proofs(lower(checked)))
    return time.process_time() - started


def slope(times: Sequence[tuple[int, float]]) -> float:
    """How time grows with size: the least-squares slope of its logarithm, 1 where it is linear."""
    x, y = zip(*((math.log(n), math.log(t)) for n, t in times), strict=True)
    mean_x, mean_y = sum(x) / len(x), sum(y) / len(y)
    up = sum((a - mean_x) * (b - mean_y) for a, b in zip(x, y, strict=True))
    return up / sum((a - mean_x) ** 2 for a in x)


def growth() -> Sequence[Row]:
    checked_and_proved(1)
    times = [(n, checked_and_proved(n)) for n in COUNTS]
    found = [Row(f"check and prove {n:,} polic{'y' if n == 1 else 'ies'}", seconds) for n, seconds in times]
    grown = slope(times[1:])
    found.append(
        Row("… time grows with size to the power", None, "10 to 1,000", None, grown, "≤ 1.2", grown <= 1.2)
    )
    return found


def run(folder: Path, *, stored: bool) -> float:
    """Seconds that `aln prove` takes in a folder, in a process of its own; its verdicts are looked at.

    Raises `RuntimeError` where they did not come from where they should: while the tool's own code is being changed,
    nothing is kept.
    """
    started = _children()
    done = subprocess.run(
        [sys.executable, "-m", "aln", "prove", "--format", "json"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        stdout=subprocess.PIPE,
        check=True,
    )
    seconds = _children() - started
    verdicts = json.loads(done.stdout)["verdicts"]
    assert verdicts and all(v["status"] == "proved" for v in verdicts)
    if any(v["stored"] is not stored for v in verdicts):
        raise RuntimeError("the verdicts of the first run were not found by the second")
    return seconds


def _children() -> float:
    """Seconds of CPU that processes started from here have used, and ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def again(count: int) -> Row:
    """The first run of a project with so many policies, and the second."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "aln.toml").write_text('[project]\nname = "many"\n', encoding="utf-8")
        for n in range(count):
            (folder / f"reading{n}.aln").write_text(module(n), encoding="utf-8")
        first = run(folder, stored=False)
        second = min(run(folder, stored=True) for _ in range(3))
    what = f"aln prove again, {count:,} polic{'y' if count == 1 else 'ies'}"
    return Row(what, second, "the first run", first, second / first, "≤ 1.5 s", second <= 1.5)


def rows() -> Sequence[Row]:
    return [*growth(), *(again(n) for n in (1, 100, 1_000))]
