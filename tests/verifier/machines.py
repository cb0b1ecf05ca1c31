"""Small machines as text, and their verdicts by name."""

from __future__ import annotations

from aln.checker.check import check
from aln.core.ir import Machine
from aln.lower.module import lower
from aln.syntax.parse import parse
from aln.verifier.obligation import Budget, Obligation, OfMachine, Verdict
from aln.verifier.obligations import obligations
from aln.verifier.prove import prove

_HEAD = """module Small_v1_0_0 {
    type Count = decimal in 0 .. 9 by 1;
    lexicon Words { "rem"; }
    entity Limits { a : Count; b : Count; }
    policy Valid for Limits l {
        require l.a <= 5 because "a is above five";
    }
"""
PLAIN = "machine M every 1 s { input up : bool? invalid as missing;"
WITH_LIMITS = "machine M every 1 s { param l : Limits where Valid; input up : bool? invalid as missing;"


def group(text: str) -> list[Obligation]:
    """The obligations of the one machine of a module."""
    module, faults = parse(text, "small.aln")
    assert module is not None
    assert not faults, faults
    checked = check(module)
    assert checked.sound, [d for d in checked.diagnostics if d.severity == "error"]
    core = lower(checked)
    assert not core.unsupported, core.unsupported
    return [o for o in obligations(core) if isinstance(o.goal, OfMachine)]


def machine_of(found: list[Obligation]) -> Machine:
    assert isinstance(found[0].goal, OfMachine)
    return found[0].goal.machine


def text_of(body: str, head: str = PLAIN, *, policy: str = "l.a <= 5") -> str:
    """A module around the items of one machine."""
    return f"{_HEAD.replace('l.a <= 5', policy)}{head}\n{body}\n}} }}\n"


def decide(text: str, budget: Budget | None = None) -> dict[str, Verdict]:
    """Verdicts by name: `x` for the ranges of x, else the name of the property."""
    found = (v for v in prove(group(text), budget) if v.obligation.kind != "non-vacuous")
    return {v.obligation.goal.name: v for v in found if isinstance(v.obligation.goal, OfMachine)}


def small(body: str, head: str = PLAIN, budget: Budget | None = None) -> dict[str, Verdict]:
    return decide(text_of(body, head), budget)
