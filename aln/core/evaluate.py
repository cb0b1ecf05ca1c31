"""What core means: the oracle that solver models, guards in every language and SQL are tested against.

An environment maps a variable's name to its raw value, None where missing; a referenced record's path to its key;
a list's path to a tuple of element environments (names relative to the element), None where the list is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from aln.core.ir import Expr, Field, Guard, Machine, Record, Scalar, Window
from aln.core.text import mentions

Value: TypeAlias = Scalar | tuple["Env", ...] | None
Env: TypeAlias = Mapping[str, Any]


def _div(a: int, b: int) -> int:
    return a // b if b > 0 else 0


STRICT: Mapping[str, Callable[..., Any]] = {
    "eq": lambda a, b: a == b,
    "lt": lambda a, b: a < b,
    "le": lambda a, b: a <= b,
    "add": lambda a, b: a + b,
    "sub": lambda a, b: a - b,
    "mul": lambda a, b: a * b,
    "div": _div,
    "min": min,
    "max": max,
    "abs": abs,
}


def evaluate(expr: Expr, env: Env) -> Any:
    """The value of `expr` in `env`: a bool, a scaled integer, a label, a key or a text. Total; never raises."""
    kind, name = expr.kind, expr.name
    if kind == "const":
        return expr.value
    if kind == "var":
        value = env.get(name)
        return expr.type.default() if value is None else value
    if kind == "given":
        return env.get(name) is not None
    if kind == "mentions":
        return mentions(str(evaluate(expr.args[0], env)), expr.terms)
    if kind == "each":
        return _each(expr, env)
    # Written without generators, which cost as much again: every node of every tick comes through here.
    if name in ("and", "or"):
        stop = name == "or"
        for a in expr.args:
            if evaluate(a, env) == stop:
                return stop
        return not stop
    if name == "not":
        return not evaluate(expr.args[0], env)
    if name == "ite":
        return evaluate(expr.args[1 if evaluate(expr.args[0], env) else 2], env)
    return STRICT[name](*[evaluate(a, env) for a in expr.args])


def _each(expr: Expr, env: Env) -> Any:
    items: Sequence[Env] = env.get(str(expr.value)) or ()
    body, prefix = expr.args[0], f"{expr.bound}."
    # What an outer element of this name reached is out of sight inside.
    outer = {k: v for k, v in env.items() if not k.startswith(prefix)}
    values = (evaluate(body, {**outer, **{prefix + k: v for k, v in item.items()}}) for item in items)
    if expr.name == "all":
        return all(values)
    if expr.name == "any":
        return any(values)
    if expr.name == "sum":
        return sum(values)
    if expr.name == "min":
        return min(values, default=expr.type.hi)
    return max(values, default=expr.type.lo)


# ── guards ───────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Decision:
    """What a guard says: the fields that lie outside their domain, and the rules that are not true."""

    invalid: tuple[str, ...]
    failed: tuple[str, ...]

    @property
    def allowed(self) -> bool:
        return not self.invalid and not self.failed


def _valid(record: Record, env: Env, prefix: str, bad: list[str], shown: str) -> dict[str, Any]:
    """The fields of one record with those outside their domain missing; their names go to `bad`."""
    out: dict[str, Any] = {}
    for field in record.fields:
        value = env.get(prefix + field.name)
        sound = field.optional if value is None else field.type.holds(value)
        out[prefix + field.name] = value if sound else None
        if not sound:
            bad.append(shown + field.name)
    return out


def admit(records: Sequence[Record], env: Env) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The environment with every value outside its domain missing, and the fields concerned: required but missing,
    or not of their type.

    Fields of a record that is not there are not looked at: reading them is missing, and the rules say so.
    """
    bad: list[str] = []
    out = dict(env)
    lists = [r.path for r in records if r.how == "many"]
    for record in records:
        inside = next((p for p in lists if record.path == p or record.path.startswith(p + ".")), None)
        if inside is None:
            if record.how == "root" or env.get(record.path) is not None:
                out |= _valid(record, env, record.variable(""), bad, record.variable(""))
        elif env.get(inside) is not None:
            relative = record.path[len(inside) + 1 :]
            prefix = f"{relative}." if relative else ""
            out[inside] = tuple(
                {**item, **_valid(record, item, prefix, bad, f"{record.path}.")}
                if not relative or item.get(relative) is not None
                else item
                for item in out[inside]
            )
    return out, tuple(dict.fromkeys(bad))


def invalid_fields(records: Sequence[Record], env: Env) -> tuple[str, ...]:
    """The fields read that are outside their domain."""
    return admit(records, env)[1]


def decide(guard: Guard, env: Env) -> Decision:
    """The decision of a guard, with every reason. Rules are judged with invalid values missing."""
    admitted, invalid = admit(guard.records, env)
    stated = [f.name for f in guard.inputs if not f.type.holds(env.get(f.name))]
    admitted |= dict.fromkeys(stated)
    invalid = (*stated, *invalid)
    return Decision(invalid, tuple(rule.id for rule in guard.rules if not evaluate(rule.condition, admitted)))


# ── machines ─────────────────────────────────────────────────────────────────────────────────────────────────


def initial(machine: Machine, parameters: Env) -> dict[str, Any]:
    """The state before the first tick: every state's value, and no sample in any window."""
    return {s.name: evaluate(s.initial, parameters) for s in machine.states} | {
        w.name: () for w in machine.windows
    }


def slide(window: Window, kept: Sequence[tuple[int, int]], env: Env) -> tuple[tuple[int, int], ...]:
    """The samples of a window in this tick, oldest first, each with its age in ticks."""
    aged = [(age + 1, value) for age, value in kept if age + 1 < window.ticks]
    if evaluate(window.given, env):
        aged.append((0, evaluate(window.value, env)))
    return tuple(aged[-window.samples :])


def summary(window: Window, kept: Sequence[tuple[int, int]]) -> dict[str, int]:
    """What is read of the samples of a window."""
    values = sorted(value for _, value in kept)
    nothing = int(window.fields[3].type.default())
    said = (
        len(values),
        sum(values),
        sum(v * v for v in values),
        values[(len(values) - 1) // 2] if values else nothing,
        kept[-1][1] if kept else nothing,
    )
    return {field.name: value for field, value in zip(window.fields, said, strict=True)}


def tick(machine: Machine, parameters: Env, state: Env, inputs: Env) -> tuple[dict[str, Any], dict[str, Any]]:
    """One tick: every value of the tick (state before, inputs, definitions), and the state after it."""
    env: dict[str, Any] = {**parameters, **state, **inputs}
    for index in range(len(machine.definitions) + 1):
        for window in machine.windows:
            if window.after == index:
                env[window.name] = slide(window, env[window.name], env)
                env |= summary(window, env[window.name])
        if index < len(machine.definitions):
            definition = machine.definitions[index]
            env[definition.name] = evaluate(definition.value, env)
    return env, {s.name: env[s.next] for s in machine.states} | {w.name: env[w.name] for w in machine.windows}


def receive(field: Field, value: Any) -> Any:
    """An input as the machine sees it: anything outside the declared type is missing."""
    return value if field.type.holds(value) else None
