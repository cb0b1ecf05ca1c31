"""What artefacts must state as it was proved besides their formulas: names, entities, the period, the signals."""

from __future__ import annotations

from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

import pytest

from aln.core import build as b
from aln.core.ir import CoreModule, Guard, Machine, Type
from aln.core.slice import runtime
from aln.pipeline import Source, core
from aln.verifier.obligation import Same
from aln.verifier.obligations import guard_equal, machine_equal
from aln.verifier.prove import prove

MODULE = core(
    Source(
        "form.aln",
        """module Form_v1_0_0 {
    type Small = int in 0 .. 3;
    entity Limits { id : uuid key; most : Small; }
    policy Valid for Limits l { require l.most >= 1 because "it never counts"; }
    machine Counter every 500 ms {
        param l : Limits where Valid;
        input up : bool? invalid as missing;
        state n : Small = 0;
        next n = if present(up) and n < l.most then n + 1 else 0;
        output o : Small = n;
        claim Low : "low" always o <= l.most;
    }
}
""",
    )
)
GUARD: Guard = MODULE.guards[0]
MACHINE: Machine = runtime(MODULE.machines[0])


def verdict(read: Guard | Machine, module: CoreModule = MODULE) -> tuple[str, tuple[str, ...]]:
    """The answer, and what differs in form, where an artefact reads as `read`."""
    if isinstance(read, Guard):
        found = guard_equal(module, GUARD, read, None, "python", complete=False)
    else:
        found = machine_equal(module, MACHINE, read, "python")
    assert isinstance(found.goal, Same)
    return next(prove([found])).status, found.goal.differences


@pytest.mark.parametrize("same", [GUARD, MACHINE])
def test_the_same_is_equal(same: Guard | Machine) -> None:
    """An artefact that states everything as it was proved is equal."""
    assert verdict(same) == ("proved", ())


@pytest.mark.parametrize(
    "change",
    [
        {"module": "Other_v1_0_0"},
        {"name": "Other"},
        {"period_us": 5_000_000},
        {"parameter_entity": "Other"},
        {"parameter_name": "m"},
        {"signals": (("up", "HW-1"),)},
        {"model": True},
    ],
)
def test_a_machine_of_another_form_is_refuted(change: dict[str, Any]) -> None:
    """Another period, name, parameter record or signal is another machine, whatever its formulas."""
    status, says = verdict(replace(MACHINE, **change))
    assert status == "refuted" and len(says) == 1
    if "period_us" in change:
        assert says == ("the period in microseconds is 5000000, not 500000",)


@pytest.mark.parametrize(
    "change", [{"module": "Other_v1_0_0"}, {"name": "Other"}, {"entity": "Other"}, {"traces": ("RC-1",)}]
)
def test_a_guard_of_another_form_is_refuted(change: dict[str, Any]) -> None:
    """A guard that says it is of another policy, module or entity, or serves other links, is not this one."""
    status, says = verdict(replace(GUARD, **change))
    assert status == "refuted" and len(says) == 1


WINDOWED = core(
    Source(
        "window.aln",
        """module Window_v1_0_0 { machine W every 1 s {
    input x : int in 0 .. 9? invalid as missing;
    window w of x over 5 s up to 4 samples;
    output o : bool = certain(w.mean > 3);
    claim Seen : "seen" always o implies w.count > 0;
} }""",
    )
)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"ticks": 6},
        {"samples": 3},
        {"name": "v"},
        {"after": 1},
        {"given": b.FALSE},
        {"value": b.number(Fraction(3))},
    ],
)
def test_a_window_of_another_form_is_refuted(change: dict[str, Any]) -> None:
    """Other spans, samples, places and sources are another machine; the same window is the same."""
    machine = runtime(WINDOWED.machines[0])
    read = replace(machine, windows=(replace(machine.windows[0], **change),))
    (answer,) = prove((machine_equal(WINDOWED, machine, read, "python"),))
    assert answer.status == ("refuted" if change else "proved")


def test_a_record_of_another_entity_is_refuted() -> None:
    """The same table under another entity's name is another record."""
    read = replace(GUARD, records=(replace(GUARD.records[0], entity="Other"),))
    assert verdict(read) == ("refuted", ("the record `Limits` is reached otherwise by the artefact",))


def test_every_part_of_a_machine_is_compared() -> None:
    """A part that is added to machines must be compared as well, or stand here with the reason why not."""
    compared = {
        "module", "name", "period_us", "parameters", "parameter_entity", "parameter_name", "assumption", "inputs",
        "states", "definitions", "outputs", "signals", "windows", "model",
    }  # fmt: skip
    # Obligations of the source: generated code carries none of them.
    assert {f.name for f in fields(Machine)} - compared == {"assignments", "properties"}


def test_a_key_compared_with_what_is_no_uuid_is_refuted() -> None:
    """A reading that compares a key with a word is another guard, and never reaches a solver."""
    key = Type("id", name="Limits")
    odd = b.eq(b.var("id", key), b.const(key, "PASSED"))
    first, *rest = GUARD.rules
    status, says = verdict(replace(GUARD, rules=(replace(first, condition=odd), *rest)))
    assert status == "refuted" and says == (f"`{first.id}` compares a key with `PASSED`, which is no uuid",)
