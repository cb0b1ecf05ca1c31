"""A guard's rules in a Z3 model of one environment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aln.core.ir import Guard
from aln.verifier.encode import Encoder
from aln.verifier.obligation import Scope
from tests.laws.cases import TEXTS


def value_in_model(guard: Guard, env: Mapping[str, Any]) -> list[bool]:
    """The value of each rule where every variable has its value in `env`; the environment must be in the domain."""
    import z3

    conditions = [r.condition for r in guard.rules]
    slots = {r.path: len(env[r.path] or ()) for r in guard.records if r.how == "many"}
    encoder = Encoder(Scope(guard.records), slots, conditions)
    solver = z3.Solver()
    solver.add(*encoder.domain)
    for name, value in _flat(env).items():
        if name in encoder.types:
            given, term = encoder.bound[name]
            solver.add(given == z3.BoolVal(value is not None))
            if value is not None:
                solver.add(_equals(encoder, name, term, value))
    for path, used in encoder.used.items():
        solver.add(encoder.bound[path][0] == z3.BoolVal(env[path] is not None))
        solver.add(*used)
    assert solver.check() == z3.sat, env
    model = solver.model()
    return [z3.is_true(model.eval(encoder.expr(c), model_completion=True)) for c in conditions]


def _equals(encoder: Encoder, name: str, term: Any, value: Any) -> Any:
    import z3

    from aln.core.text import mentions

    ty = encoder.types[name]
    if ty.sort != "text":
        return term == encoder.value(ty, value)
    bits = [z3.Bool(f"{name} mentions {t}") == z3.BoolVal(mentions(value, (t,))) for t in encoder.terms]
    # Equal codes are equal texts: each text has its own.
    known = [*encoder.literals, *(text for text in TEXTS if text not in encoder.literals)]
    code = known.index(value)
    return z3.And(term == code, *bits)


def _flat(env: Mapping[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name, value in env.items():
        if isinstance(value, tuple):
            for i, item in enumerate(value):
                out |= {f"{name}[{i}].{k}": v for k, v in item.items()}
        else:
            out[name] = value
    return out
