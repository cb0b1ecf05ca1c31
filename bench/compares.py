"""Two versions of 1,700 entities compared: three quarters are as they were, the others stricter, looser, incomparable.

Nothing that is equal in form is asked about, so the time is that of the pairs that changed: it is shown by itself.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

from aln.evidence.changes import Version, differences
from aln.lower.module import lower
from aln.pipeline import Source, fronts
from bench.measure import Row

MODULES, ENTITIES = 17, 100
MOST = 10.0
# What the new version asks of confidence and age, against 0.5 and 60 of the old one.
CHANGED = {"stricter": (600, 60), "looser": (500, 70), "incomparable": (400, 50)}
SAME = (500, 60)


def outcome(n: int, i: int) -> str:
    """What becomes of the i-th entity of the n-th module."""
    place = n * ENTITIES + i
    return tuple(CHANGED)[place // 4 % 3] if place % 4 == 0 else "equal"


def module(n: int, *, new: bool) -> str:
    """One version of the n-th module."""
    parts = []
    for i in range(ENTITIES):
        least, oldest = CHANGED.get(outcome(n, i), SAME) if new else SAME
        parts.append(f"""
    entity Reading{i} {{
        id         : uuid key;
        confidence : Confidence?;
        age        : Age;
        stale      : bool;
    }}

    policy Trusted{i} for Reading{i} r {{
        require present(r.confidence) and r.confidence >= {(least + n) / 1000}
            because "the confidence is low"
            traces "RC-{n}";
        require r.age <= {oldest + n % 5} s
            because "the reading is old"
            traces "RC-{n}";
        require not r.stale
            because "the reading is stale"
            traces "RC-{n}";
    }}
""")
    return f"""module Readings{n}_v1_{int(new)}_0 {{

    constants {{
        POLICY_ID      : "{n:08x}-1111-4111-8111-111111111111";
        POLICY_VERSION : "1.{int(new)}.0";
    }}

    requirement "REQ-{n}" : "The confidence of a reading is trusted only when it is high.";
    hazard "HAZ-{n}" : "A doubtful reading is acted on." severity serious probability remote;
    control "RC-{n}" : "Doubtful readings are refused."
        mitigates "HAZ-{n}"
        satisfies "REQ-{n}";

    type Confidence = decimal in 0 .. 1 by 0.001;
    type Age        = decimal s in 0 .. 3600 by 1;
{"".join(parts)}}}
"""


def versions(*, new: bool) -> list[Version]:
    sources = [Source(f"readings{n}.aln", module(n, new=new)) for n in range(MODULES)]
    found = []
    for checked, bad in fronts(sources):
        assert checked is not None and not any(d.severity == "error" for d in bad), bad
        found.append(Version(checked, lower(checked)))
    return found


def rows() -> Sequence[Row]:
    started = time.process_time()
    old, new = versions(new=False), versions(new=True)
    read = time.process_time() - started
    list(differences(old[0], new[0]))
    started = time.process_time()
    found = [d for a, b in zip(old, new, strict=True) for d in differences(a, b) if d.kind == "entity"]
    seconds = time.process_time() - started
    wanted = Counter(outcome(n, i) for n in range(MODULES) for i in range(ENTITIES))
    assert Counter(d.verdict for d in found) == wanted
    changed = len(found) - wanted["equal"]
    return [
        Row(
            f"compare {len(found):,} pairs of entities, {changed} changed",
            seconds,
            "reading both",
            read,
            seconds / read,
            f"≤ {MOST:g} s",
            seconds <= MOST,
        ),
        Row("… for each pair that changed", seconds / changed),
    ]
