"""Machines of about 15, 30 and 60 state variables: what is decided, how long it takes, and Z3's Spacer beside it.

A ward of channels: each a mode, a rate that ramps, timers of its signal, and what it has given. They are coupled: a
fault of one halts all, they take turns, and they share a stock. Some claims are about one channel, some about all, and
one in each machine is false, some twenty ticks deep. Spacer is asked claim by claim on the same encoding, each with its
cone of influence alone; what it is not asked, and we prove as well, are the declared ranges.
"""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

from aln.checker.check import check
from aln.core.ir import Machine
from aln.lower.module import lower
from aln.syntax.parse import parse
from aln.verifier.machines.candidates import candidates
from aln.verifier.machines.spacer import CONFIGURATIONS, Task, ask
from aln.verifier.obligation import Budget, Obligation, OfMachine
from aln.verifier.obligations import obligations
from aln.verifier.prove import prove
from bench.measure import Row

CHANNELS = (2, 4, 8)
UNITS = 20_000_000


def channel(n: int) -> str:
    """The n-th channel: six states or so, and the claims about them."""
    return f"""
        input ask{n} : Count? invalid as missing;
        state mode{n} : Mode = OFF;
        state rate{n} : Count = 0;
        state gone{n} : Count = 0;
        let fine{n} = present(ask{n});
        timer lost{n} of not fine{n} up to 40 ticks;
        timer good{n} of fine{n} up to 60 ticks;
        timer steady{n} of fine{n} and good{n} >= 10 up to 60 ticks;
        next mode{n} =
            if halt or lost{n} >= 5 then FAULT
            else if mode{n} != FAULT and steady{n} >= 5 then RUNNING
            else mode{n};
        next rate{n} = if next(mode{n}) == RUNNING and fine{n} then min(rate{n} + 1, 9) else 0;
        let give{n} = token == {n} and rate{n} > 0 and stock > 0;
        next gone{n} = if give{n} then gone{n} + 1 else gone{n};
        claim Latched{n} : "A fault stays." always certain(before(mode{n} == FAULT)) implies mode{n} == FAULT;
        claim Rate{n} : "Nothing flows but while running." always rate{n} > 0 implies mode{n} == RUNNING;
        claim Steady{n} : "Steady is good for long." always steady{n} >= 5 and fine{n} implies good{n} >= 15;
        claim Halted{n} : "A halt stops the flow." always certain(before(halt)) implies rate{n} == 0;
        claim Watched{n} : "What runs was not silent for long." always mode{n} == RUNNING implies lost{n} <= 5;
    """


def text(channels: int) -> str:
    """A module of one machine with so many channels."""
    each = range(channels)
    return f"""module Bench_v1_0_0 {{
        enum Mode {{ OFF; RUNNING; FAULT; }}
        type Count = decimal in 0 .. 60 by 1;
        type Token = int in 0 .. {channels - 1};
        machine Ward every 1 s {{
            state stock : Count = 60;
            state token : Token = 0;
            state halt : bool = false;
            next halt = halt or {" or ".join(f"mode{n} == FAULT" for n in each)};
            next token = if token == {channels - 1} then 0 else token + 1;
            next stock = if {" or ".join(f"give{n}" for n in each)} then stock - 1 else stock;
            {"".join(map(channel, each))}
            claim Kept : "Nothing is lost." always stock + {" + ".join(f"gone{n}" for n in each)} == 60;
            claim Slow : "It never flows fast, which is false." always rate0 < 5;
        }}
    }}"""


def asked(channels: int) -> tuple[Machine, list[Obligation]]:
    """The machine, and what Spacer could be asked about it: ranges and claims."""
    module, faults = parse(text(channels), "bench.aln")
    assert module is not None and not faults, faults
    checked = check(module)
    assert checked.sound, checked.diagnostics
    found = [o for o in obligations(lower(checked)) if isinstance(o.goal, OfMachine)]
    goal = found[0].goal
    assert isinstance(goal, OfMachine)
    return goal.machine, [o for o in found if o.kind in ("range", "invariant")]


def _name(o: Obligation) -> str:
    assert isinstance(o.goal, OfMachine)
    return o.goal.name


def _timed(found: Sequence[Obligation]) -> tuple[dict[str, str], float]:
    """The status of each claim by name, and the seconds of CPU for all."""
    started = time.process_time()
    verdicts = list(prove(found, Budget(units=UNITS, second_opinion=False)))
    seconds = time.process_time() - started
    return {_name(v.obligation): v.status for v in verdicts if v.obligation.kind == "invariant"}, seconds


def rows() -> Sequence[Row]:
    out, sizes = [], []
    for channels in CHANNELS:
        machine, found = asked(channels)
        verdicts, ours = _timed(found)
        sizes.append((len(machine.states), ours))
        theirs: dict[str, tuple[str, float]] = {}
        for c in (c for c in candidates(machine) if c.role == "claim"):
            begun = time.process_time()
            said, _ = ask(Task(machine, (c,), (), CONFIGURATIONS[0], UNITS), (c,))
            theirs[c.name] = said, time.process_time() - begun
        out += _families(len(machine.states), verdicts, theirs, ours / len(verdicts))
        shared = {n for n, (said, _) in theirs.items() if said != "unknown" and verdicts[n] != "unknown"}
        both = sum(theirs[name][1] for name in shared)
        if len(shared) < len(verdicts):
            ours = _timed([o for o in found if o.kind == "range" or _name(o) in shared])[1]
        decided = sum(status != "unknown" for status in verdicts.values())
        alone = sum(said != "unknown" for said, _ in theirs.values())
        out.append(
            Row(
                f"{len(machine.states)} states: {decided} of {len(verdicts)} claims, and all ranges",
                ours,
                f"Spacer: {alone} of {len(theirs)} claims",
                both,
                ours / both,
                "≤ 1.1, no fewer",
                ours <= 1.1 * both and decided >= alone,
            )
        )
    (small, quick), (large, slow) = sizes[0], sizes[-1]
    power = math.log(slow / quick) / math.log(large / small)
    out.append(
        Row(f"{small} to {large} states: time grows with the number to the power of", None, "", None, power)
    )
    return out


def _families(
    states: int, ours: dict[str, str], theirs: dict[str, tuple[str, float]], each: float
) -> Sequence[Row]:
    """A row for the claims of one name: how many each side decides, and what one of them costs."""
    families: dict[str, list[str]] = {}
    for name in ours:
        families.setdefault(name.rstrip("0123456789"), []).append(name)
    out = []
    for family, names in families.items():
        mine = sum(ours[n] != "unknown" for n in names)
        alone = sum(theirs[n][0] != "unknown" for n in names)
        seconds = sum(theirs[n][1] for n in names) / len(names)
        outcome = ours[names[0]] if len({ours[n] for n in names}) == 1 else "mixed"
        what = f"{states} states, {family}: {mine} of {len(names)} decided ({outcome}), a claim"
        out.append(Row(what, each, f"Spacer: {alone} of {len(names)}, a claim", seconds, each / seconds))
    return out
