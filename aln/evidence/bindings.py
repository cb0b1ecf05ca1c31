"""Inputs bound to signals: a machine must take whatever its sensors can send.

Takes a checked module and the signals of the project's tables; gives a diagnostic (ALN0822) for each input that
does not fit the signal it names with `from`. Never converts units, and never judges an input that names no signal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from aln.checker.check import CheckedModule
from aln.checker.model import Model, Resolver, suggestion
from aln.core.ir import Type
from aln.diagnostics import Diagnostic
from aln.evidence.signals import Signal, binds, read_signals
from aln.syntax import tree as t

__all__ = ["bindings", "read_tables"]


def read_tables(texts: Mapping[str, str]) -> tuple[dict[str, Signal], tuple[Diagnostic, ...]]:
    """The signals of every table by name, and what is wrong with the tables (ALN0821); `texts` is by file.

    A name that stands in two tables is a fault, and the first one counts.
    """
    signals: dict[str, Signal] = {}
    found: list[Diagnostic] = []
    for file, text in texts.items():
        read, faults = read_signals(text, file)
        found += faults
        for signal in read:
            first = signals.setdefault(signal.name, signal)
            if first is not signal:
                says = f"the signal `{signal.name}` already stands in `{first.span.file}`"
                found.append(Diagnostic("ALN0821", signal.span, says, "give one of them another name"))
    return signals, tuple(found)


def bindings(checked: CheckedModule, signals: Mapping[str, Signal]) -> tuple[Diagnostic, ...]:
    """What keeps an input of the module's machines from its signal, in order of place.

    An input whose type the checker refused is passed over: that has been said.
    """
    resolver = Resolver(checked.module)
    resolver.model = checked.model
    found: list[Diagnostic] = []
    for machine in (item for item in checked.module.items if isinstance(item, t.Machine)):
        for item in machine.items:
            if isinstance(item, t.Input) and item.signal:
                resolved = resolver.scalar(item.type, item.span)
                if resolved is not None:
                    found += _input(checked.model, machine, item, resolved[0], signals)
    return tuple(found)


def _input(
    model: Model, machine: t.Machine, item: t.Input, type_: Type, signals: Mapping[str, Signal]
) -> Iterator[Diagnostic]:
    def fault(message: str, help_: str) -> Diagnostic:
        return Diagnostic("ALN0822", item.span, f"the input `{item.name}` {message}", help_)

    signal = signals.get(item.signal)
    if signal is None:
        known = [name for name, one in signals.items() if one.direction == "input"]
        yield fault(
            f"names the signal `{item.signal}`, which is in no table under `hardware/`",
            suggestion(item.signal, known) or "name a signal of a table, or add it to the device's table",
        )
        return
    if signal.direction != "input":
        yield fault(
            f"is read from `{signal.name}`, which is a command to an actuator",
            "name a signal whose direction is `input`",
        )
        return
    if type_.sort != "int" or type_.unit.kind == "instant":
        yield fault(
            f"is no number, and `{signal.name}` sends numbers in `{signal.unit}`",
            f"declare it as `decimal` in the unit `{signal.unit}`",
        )
        return
    step = type_.step
    for why in binds(signal, type_.lo * step, type_.hi * step, step, type_.unit.code):
        yield fault(f"does not take all that its signal sends: {why}", _declaration(signal))
    unit = model.unit(machine.period.unit)
    seconds = Fraction(machine.period.value) * unit.factor if unit is not None else None
    if seconds is not None and seconds != signal.period:
        yield fault(
            f"is read every {float(seconds):g} s, and `{signal.name}` is sent every {float(signal.period):g} s",
            f"run the machine `every {float(signal.period):g} s`, or bind to a signal of its period",
        )


def _declaration(signal: Signal) -> str:
    ends = f"{float(signal.low):.15g} .. {float(signal.high):.15g} by {float(signal.resolution):.15g}"
    return (
        f"declare a type that holds `{ends}`, in `{signal.unit}`: see {signal.span.file}:{signal.span.line}"
    )
