"""An emitted guard or machine run on core environments: how laws and examples ask the generated code what core was asked.

Takes the module's text and an environment of `aln.core.evaluate`; gives what the module decides, or how it steps, as
core words it.
Runs the text as Python: only for text that the printer made, or that the reader accepts.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

from aln.backends.python.machine import named
from aln.backends.python.names import Layout, tested
from aln.core.evaluate import Decision, Env
from aln.core.ir import NIL, Expr, Guard, Machine, Record


def load(text: str) -> dict[str, Any]:
    """The names that an emitted module defines."""
    # `dataclass` looks its module up by name.
    module = ModuleType("aln_emitted")
    sys.modules[module.__name__] = module
    exec(compile(text, "<emitted>", "exec"), module.__dict__)
    return module.__dict__


class Emitted:
    """A guard's module, loaded; `guard` and `decision` (what `allows` was printed from) name its parts."""

    def __init__(self, text: str, guard: Guard, decision: Expr | None = None) -> None:
        self.names = load(text)
        self.guard = guard
        conditions = [r.condition for r in guard.rules] + ([decision] if decision is not None else [])
        nullable = tested(conditions, guard.records, guard.inputs)
        self.layout = Layout(guard.records, nullable, guard.inputs)

    def record(self, r: Record, values: Mapping[str, Any]) -> Any:
        kind = self.names[self.layout.classes[r.entity]]
        attributes = self.layout.attributes[r.entity]
        return kind(**{a.name: values.get(a.field) for a in attributes})

    def _own(self, r: Record, env: Env, prefix: str) -> dict[str, Any]:
        """The values of one record: its fields, its key, and its references as keys."""
        values: dict[str, Any] = {}
        if r.how == "ref":
            values[r.key] = env.get(prefix.removesuffix(".")) or NIL
        elif r.how == "root":
            values[r.key] = NIL
        values |= {f.name: env.get(prefix + f.name) for f in r.fields}
        for child in self.guard.records:
            if child.how == "ref" and child.parent == r.path:
                values[child.link] = env.get(prefix + child.link)
        return values

    def arguments(self, env: Env) -> list[Any]:
        """The arguments of `allows` and `decide` that mean `env`. A missing list is one that is not complete."""
        out: list[Any] = []
        keys: dict[str, Any] = {}
        for r in self.layout.top():
            if r.how == "many":
                items = env.get(r.path)
                out += [
                    tuple(self.row(r, item, keys.get(r.parent)) for item in items or ()),
                    items is not None,
                ]
                continue
            if r.how == "ref" and env.get(r.path) is None:
                out.append(None)
                continue
            values = self._own(r, env, r.variable(""))
            keys[r.path] = values.get(r.key)
            out.append(self.record(r, values))
        return out

    def stated(self, env: Env) -> dict[str, Any]:
        """The keyword arguments: the inputs that `env` states."""
        return {a.name: env[a.field] for a in self.layout.inputs if a.field in env}

    def row(self, many: Record, item: Env, owner: Any) -> Any:
        element = self.record(many, {many.link: owner, **self._own(many, item, "")})
        inner: Sequence[Record] = self.layout.inner(many)
        if not inner:
            return element
        parts = []
        for r in inner:
            relative = r.path[len(many.path) + 1 :]
            known = item.get(relative) is not None
            parts.append(self.record(r, self._own(r, item, f"{relative}.")) if known else None)
        return (element, *parts)

    def decide(self, env: Env) -> Decision:
        """What the module's `decide` says of `env`."""
        found = self.names["decide"](*self.arguments(env), **self.stated(env))
        return Decision(found.invalid, tuple(reason.rule for reason in found.reasons))

    def allowed(self, env: Env) -> tuple[bool, bool]:
        """What `allows` says, and what `decide` says."""
        arguments, stated = self.arguments(env), self.stated(env)
        allowed = self.names["allows"](*arguments, **stated)
        return allowed, self.names["decide"](*arguments, **stated).allowed


class EmittedMachine:
    """A machine's module, loaded; it is given and gives what the evaluator of `machine`, the part that runs, does."""

    def __init__(self, text: str, machine: Machine) -> None:
        self.names = load(text)
        self.machine = machine
        self.called = named(machine)
        self.remembered = (*(s.name for s in machine.states), *(w.name for w in machine.windows))

    def parameters(self, env: Env) -> tuple[Any, ...]:
        """The arguments that mean the parameters."""
        if not self.machine.parameters:
            return ()
        pairs = zip(self.machine.parameters, self.called.attributes, strict=True)
        return (self.names[self.called.kind](**{a.name: env.get(p.name) for p, a in pairs}),)

    def kept(self, state: Any) -> dict[str, Any]:
        """A state of the module by the names of core, samples of windows among it."""
        return dict(zip(self.remembered, state, strict=True))

    def initial(self, parameters: Env) -> dict[str, Any]:
        """The state before the first tick. Raises ValueError for parameters that the machine refuses."""
        return self.kept(self.names["init"](*self.parameters(parameters)))

    def tick(self, parameters: Env, state: Env, inputs: Env) -> tuple[dict[str, Any], dict[str, Any]]:
        """One tick from any state, on any inputs: the outputs, and the state after it."""
        before = self.names["State"](*(state[name] for name in self.remembered))
        arrived = (inputs.get(i.name) for i in self.machine.inputs)
        after, outputs = self.names["step"](*self.parameters(parameters), before, *arrived)
        return dict(zip((o.name for o in self.machine.outputs), outputs, strict=True)), self.kept(after)
