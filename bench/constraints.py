"""1,000 constraints of PostgreSQL read back and proved to be the policies they were printed from."""

from __future__ import annotations

import time
from collections.abc import Sequence

from aln.core.ir import CoreModule
from aln.lower.module import lower
from aln.pipeline import Source, artefacts, fronts
from aln.verifier.prove import prove
from bench.measure import Row

COUNT = 1_000
MOST = 5.0
RULES = 10


def module(n: int) -> str:
    """A record and ten rules about it, three operators deep."""
    rules = "".join(
        f"""
        require not r.held{i % 3} or (present(r.level{i}) and r.level{i} <= {10 + (n + i) % 80})
            because "level {i} is too high"
            traces "RC-1";"""
        for i in range(RULES)
    )
    levels = "".join(f"\n        level{i} : Level?;" for i in range(RULES))
    return f"""module Levels{n}_v1_0_0 {{
    constants {{ POLICY_ID : "{n:08x}-1111-4111-8111-111111111111"; POLICY_VERSION : "1.0.0"; }}
    requirement "REQ-1" : "Levels are limited.";
    hazard "HAZ-1" : "A level is too high." severity serious probability remote;
    control "RC-1" : "Levels are checked." mitigates "HAZ-1" satisfies "REQ-1";
    type Level = decimal in 0 .. 100 by 1;
    entity Levels{n} {{
        id : uuid key;{levels}
        held0 : bool;
        held1 : bool;
        held2 : bool;
    }}
    policy Lawful{n} for Levels{n} r {{{rules}
    }}
}}
"""


def modules() -> list[CoreModule]:
    """Enough of them for the constraints: for each rule one, and one for each field that is read."""
    each = RULES + RULES + 3
    sources = [Source(f"levels{n}.aln", module(n)) for n in range(-(-COUNT // each))]
    found = []
    for checked, bad in fronts(sources):
        assert checked is not None and not any(d.severity == "error" for d in bad), bad
        found.append(lower(checked))
    return found


def rows() -> Sequence[Row]:
    given = modules()
    list(prove([a.equal for a in artefacts(given[0], ["sql"]) if a.equal is not None]))
    started = time.process_time()
    made = [a for m in given for a in artefacts(m, ["sql"])]
    read = time.process_time() - started
    constraints = sum(a.text.count("ADD CONSTRAINT") for a in made)
    assert constraints >= COUNT
    verdicts = list(prove([a.equal for a in made if a.equal is not None]))
    seconds = time.process_time() - started
    assert len(verdicts) == len(given) and all(v.status == "proved" for v in verdicts)
    scaled = seconds * COUNT / constraints
    return [
        Row(
            f"read back and prove {constraints:,} constraints of SQL",
            seconds,
            "printing and reading",
            read,
            seconds / read,
            f"≤ {MOST:g} s",
            scaled <= MOST,
        )
    ]
