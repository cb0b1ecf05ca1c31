"""The emitted step of a machine, fed the same data as the evaluator: what it receives, keeps and gives, by the names
of core. Runs only text that the printer made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from aln.backends.interface import Header, Unsupported
from aln.backends.python import PYTHON
from aln.backends.python.machine import named
from aln.backends.python.run import load
from aln.core.ir import Machine
from aln.core.show import digest
from aln.core.slice import runtime
from aln.simulate.convert import INVALID

__all__ = ["Step", "Unsupported", "emitted"]


def emitted(machine: Machine) -> Step:
    """The machine's module, printed and loaded. Raises `Unsupported` for what Python is not generated for."""
    if machine.model:
        raise Unsupported(f"`{machine.name}` is a model, and nothing is generated from it")
    return Step(machine, PYTHON.print_machine(machine, Header("", machine.module, "", "", digest(machine))))


class Step:
    """A machine's module, loaded from its text; it begins anew with `start`."""

    def __init__(self, machine: Machine, text: str) -> None:
        self.machine = runtime(machine)
        self._names = load(text)
        self._called = named(self.machine)
        self._parameters: tuple[Any, ...] = ()
        self._state: Any = None

    def start(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """The state before the first tick, for raw parameters that are valid. Raises ValueError for others."""
        called = self._called
        if self.machine.parameters:
            pairs = zip(self.machine.parameters, called.attributes, strict=True)
            values = {a.name: parameters.get(p.name) for p, a in pairs}
            self._parameters = (self._names[called.kind](**values),)
        self._state = self._names["init"](*self._parameters)
        return self._kept()

    def receive(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Data of a tick as the module's own boundary reads it."""
        read, own = self._names["read_inputs"](data), self._names["INVALID"]
        return {
            f.name: INVALID if value is own else value
            for f, value in zip(self.machine.inputs, read, strict=True)
        }

    def tick(self, raw: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
        """One tick on what was received: the state after it, and the outputs."""
        own = self._names["INVALID"]
        arrived = (own if raw[f.name] is INVALID else raw[f.name] for f in self.machine.inputs)
        self._state, outputs = self._names["step"](*self._parameters, self._state, *arrived)
        return self._kept(), dict(zip((o.name for o in self.machine.outputs), outputs, strict=True))

    def _kept(self) -> dict[str, Any]:
        named = [s.name for s in self.machine.states] + [w.name for w in self.machine.windows]
        return dict(zip(named, self._state, strict=True))
