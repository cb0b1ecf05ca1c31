"""The pump's generated step function under bad inputs, drawn in the terminal; every tick judged as it goes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from tools.demo_records import LIMITS, load

BLOCKS = "▁▂▃▄▅▆▇█"
NAN = float("nan")


def recording() -> list[dict[str, Any]]:
    """70 seconds: a pressure that falls and recovers; confidence lost, NaN, a lost link, an absurd value."""
    ticks: list[dict[str, Any]] = []
    for t in range(70):
        pressure = 68.0 - 0.4 * min(t, 20) + 0.5 * max(0, t - 20)
        ticks.append({"map": round(pressure, 1), "target": 65, "confidence": 0.9})
    for t in range(12, 20):
        ticks[t]["confidence"] = 0.3
    for t in range(28, 34):
        ticks[t]["map"] = NAN
    for t in range(42, 50):
        ticks[t] = {}
    for t in range(55, 58):
        ticks[t]["map"] = 9999
    return ticks


def spark(values: Sequence[float | None], low: float, high: float) -> str:
    """One character a tick; a dot where there is no value."""
    span = (high - low) or 1
    return "".join("·" if v is None else BLOCKS[min(7, max(0, round((v - low) / span * 7)))] for v in values)


def line(name: str, drawn: str, style: str, note: str) -> Text:
    return Text.assemble((f"{name:<11}", "bold"), (drawn, style), ("  " + note, "dim"))


def show(console: Console, guards: Path) -> bool:
    """Draws the run; whether every tick kept the limits, the slew and the alarm."""
    guard = load(guards, "safety_step")
    limits = guard.read_limits(LIMITS)
    state = guard.init(limits)
    rates, pressures, alarms, lawful = [], [], [], True
    for tick in recording():
        inputs = guard.read_inputs(tick)
        before = state.rate
        state, out = guard.step(limits, state, *inputs)
        lawful &= limits.min <= out.command <= limits.max
        lawful &= abs(out.command - before) <= limits.max_change
        lawful &= out.alarm or not out.fallback
        trusted = all(type(v) is int for v in inputs) and inputs.confidence >= 500
        lawful &= out.fallback is not trusted
        rates.append(out.command / 1000)
        pressures.append(inputs.map / 10 if type(inputs.map) is int else None)
        alarms.append(out.alarm)
    known = [p for p in pressures if p is not None]
    console.print(
        line(
            "MAP",
            spark(pressures, min(known), max(known)),
            "cyan",
            f"{min(known):g} … {max(known):g} mmHg (· lost)",
        )
    )
    console.print(
        line(
            "rate",
            spark(rates, 0, limits.max / 1000),
            "green",
            f"{min(rates):g} … {max(rates):g} mcg/kg/min",
        )
    )
    console.print(
        line(
            "alarm",
            "".join("█" if a else " " for a in alarms),
            "red",
            f"{sum(alarms)} of {len(alarms)} ticks",
        )
    )
    kept = "every tick kept the limits, the slew and the alarm" if lawful else "a tick broke its limits"
    console.print(Text(kept, style="green" if lawful else "red"))
    return lawful
