"""Machines of about 15, 30 and 60 state variables: what is decided, how long it takes, and Z3's Spacer beside it.

A machine is composed of channels: each a mode, a rate that ramps, a watchdog and two timers, and a dispenser that gives
what is left of a stock. Four claims of each are asked. Spacer is asked directly, claim by claim, on the same encoding.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from aln.checker.check import check
from aln.core.ir import Machine
from aln.lower.module import lower
from aln.syntax.parse import parse
from aln.verifier.candidates import candidates
from aln.verifier.obligation import Budget, Obligation, OfMachine
from aln.verifier.obligations import obligations
from aln.verifier.prove import prove
from aln.verifier.spacer import CONFIGURATIONS, Task, invariant
from bench.measure import Row

CHANNELS = (2, 4, 8)
UNITS = 20_000_000


def channel(n: int) -> str:
    """The n-th channel: eight states or so, and the claims about them."""
    return f"""
        input ask{n} : Count? invalid as missing;
        state mode{n} : Mode = OFF;
        state rate{n} : Count = 0;
        state stock{n} : Count = 60;
        state gone{n} : Count = 0;
        let fine{n} = present(ask{n});
        timer lost{n} of not fine{n} up to 40 ticks;
        timer good{n} of fine{n} up to 60 ticks;
        timer steady{n} of fine{n} and good{n} >= 10 up to 60 ticks;
        next mode{n} = if lost{n} >= 5 then FAULT else if mode{n} != FAULT and steady{n} >= 5 then RUNNING else mode{n};
        next rate{n} = if next(mode{n}) == RUNNING and fine{n} then min(rate{n} + 1, 9) else 0;
        let give{n} = rate{n} > 0 and stock{n} > 0;
        next stock{n} = if give{n} then stock{n} - 1 else stock{n};
        next gone{n} = if give{n} then gone{n} + 1 else gone{n};
        claim Latched{n} : "A fault stays." always certain(before(mode{n} == FAULT)) implies mode{n} == FAULT;
        claim Rate{n} : "Nothing flows but while running." always rate{n} > 0 implies mode{n} == RUNNING;
        claim Kept{n} : "Nothing is lost." always stock{n} + gone{n} == 60;
        claim Steady{n} : "Steady is good for long." always steady{n} >= 5 and fine{n} implies good{n} >= 15;
    """


def text(channels: int) -> str:
    """A module of one machine with so many channels."""
    return f"""module Bench_v1_0_0 {{
        enum Mode {{ OFF; RUNNING; FAULT; }}
        type Count = decimal in 0 .. 60 by 1;
        machine Composed every 1 s {{ {"".join(channel(n) for n in range(channels))} }}
    }}"""


def asked(channels: int) -> tuple[Machine, list[Obligation]]:
    module, faults = parse(text(channels), "bench.aln")
    assert module is not None and not faults, faults
    checked = check(module)
    assert checked.sound, checked.diagnostics
    found = [o for o in obligations(lower(checked)) if isinstance(o.goal, OfMachine)]
    goal = found[0].goal
    assert isinstance(goal, OfMachine)
    return goal.machine, found


def rows() -> Sequence[Row]:
    out = []
    for channels in CHANNELS:
        machine, found = asked(channels)
        started = time.process_time()
        verdicts = list(prove(found, Budget(units=UNITS, second_opinion=False)))
        ours = time.process_time() - started
        decided = sum(v.status != "unknown" for v in verdicts if v.obligation.kind == "invariant")
        claims = [c for c in candidates(machine) if c.role == "claim"]
        started = time.process_time()
        alone = sum(invariant(Task(machine, (c,), (), CONFIGURATIONS[0], UNITS)) is not None for c in claims)
        theirs = time.process_time() - started
        what = f"{len(machine.states)} states: {decided} of {len(claims)} claims decided"
        out.append(
            Row(
                what,
                ours,
                f"Spacer: {alone} of {len(claims)}",
                theirs,
                ours / theirs,
                "≤ 1.1, no fewer",
                ours <= 1.1 * theirs and decided >= alone,
            )
        )
    return out
