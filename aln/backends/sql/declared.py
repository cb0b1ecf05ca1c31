"""What an artefact declares of its guard beside the SQL: one JSON object, in the comment on the function of its rules.

Takes a guard; gives text. Joins, keys, ranges and rules are in the SQL as well, and the reader holds the two together.
"""

from __future__ import annotations

import json
from typing import Any

from aln.core.ir import Field, Guard

__all__ = ["block"]


def _field(f: Field) -> dict[str, Any]:
    return {
        "name": f.name,
        "optional": f.optional,
        "sort": f.type.sort,
        "lo": f.type.lo,
        "hi": f.type.hi,
        "step": str(f.type.step),
        "unit": [f.type.unit.name, f.type.unit.code, str(f.type.unit.factor), f.type.unit.kind],
        "type": f.type.name,
        "labels": list(f.type.labels),
    }


def block(guard: Guard, policy_id: str) -> str:
    """The records that the rules read, as the reader needs them: one JSON object, a record a line."""
    records = [
        {
            "path": r.path,
            "entity": r.entity,
            "table": r.table,
            "key": r.key,
            "how": r.how,
            "parent": r.parent,
            "link": r.link,
            "maximum": r.maximum,
            "optional": r.optional,
            "fields": [_field(f) for f in r.fields],
        }
        for r in guard.records
    ]
    named: dict[str, Any] = {
        "module": guard.module,
        "id": policy_id,
        "policy": guard.name,
        "entity": guard.entity,
        "traces": guard.traces,
        "counts": guard.counts,
        "events": [r.id for r in guard.rules if r.event],
        "inputs": [_field(f) for f in guard.inputs],
    }
    lines = ",\n  ".join(json.dumps(r, ensure_ascii=False) for r in records)
    return json.dumps(named, ensure_ascii=False)[:-1] + f', "records": [\n  {lines}\n]}}'
