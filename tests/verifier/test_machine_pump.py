"""The vasopressor step: proved as it stands, refuted in each of the designs that tempt."""

from __future__ import annotations

from importlib.resources import files

import pytest

from aln.verifier.machines.trace import plain_steps
from aln.verifier.obligation import Budget, Verdict
from aln.verifier.prove import prove
from tests.verifier.machines import decide, group, machine_of

PUMP = files("aln").joinpath("library/controllers/vasopressor.aln").read_text(encoding="utf-8")
CLAMP = """next rate = clamp(
            wanted,
            max(limits.min, rate - limits.max_change),
            min(limits.max, rate + limits.max_change)
        );"""
ALARM = "output alarm    : bool = not trusted;"
CHECKED = """require l.min <= l.fallback and l.fallback <= l.max
            because "the fallback rate lies outside the limits"
            traces "RC-PUMP-1";"""


def naive(old: str, new: str) -> dict[str, Verdict]:
    assert PUMP.count(old) == 1, old
    return decide(PUMP.replace(old, new))


def test_every_obligation_of_the_pump_is_proved_and_confirmed() -> None:
    """All valid limits, whatever arrives; both solvers agree on every query."""
    found = decide(PUMP)
    assert {(v.status, v.evidence) for v in found.values()} == {("proved", "L2")}
    assert found["Settles"].certificate is not None
    assert "step lemma Ramp" in [name for name, _ in found["Settles"].certificate.queries]
    assert "VasopressorSafety/invariant/safety_step.ramp" in found["Settles"].rests_on
    assert all(len(v.rests_on) == len(set(v.rests_on)) for v in found.values())
    assert all(v.obligation.id not in v.rests_on for v in found.values())


def test_without_the_ramp_lemma_the_fallback_claim_is_not_known() -> None:
    """No counterexample, and no induction: the reason names the state that a lemma should rule out."""
    at = PUMP.index("lemma Ramp")
    found = decide(PUMP[:at] + PUMP[PUMP.index("claim InLimits") :])
    assert found["Settles"].status == "unknown"
    assert "not inductive" in found["Settles"].reason
    assert "`rate` = " in found["Settles"].reason
    assert "`lemma`" in found["Settles"].reason


def test_fallback_that_jumps_breaks_the_slew_limit() -> None:
    """Leaving for fallback at once: the rate has climbed for two ticks, then falls by both."""
    found = naive(CLAMP, CLAMP.replace("clamp(", "if not trusted then limits.fallback else clamp("))
    v = found["Slew"]
    assert (v.status, v.k) == ("refuted", 3)
    assert v.counterexample is not None
    assert "SafetyStep/next rate" in v.counterexample.blames
    assert [s["confidence"] is None for s in v.counterexample.steps] == [False, False, True]
    assert found["InLimits"].status == "proved"


def test_limits_that_nobody_checks_break_the_range() -> None:
    """Without the rule for fallback, limits are accepted that the very first command breaks."""
    found = naive(CHECKED, "")
    v = found["InLimits"]
    assert (v.status, v.k) == ("refuted", 1)
    assert v.counterexample is not None
    env = v.counterexample.env
    assert not env["limits.min"] <= env["limits.fallback"] <= env["limits.max"]


def test_an_alarm_one_tick_late_is_refuted_at_once() -> None:
    """The alarm reports the tick before: in the step that enters fallback it is silent."""
    late = "state was : bool = false; next was = not trusted; output alarm : bool = was;"
    found = naive(ALARM, late)
    v = found["Alarmed"]
    assert (v.status, v.k) == ("refuted", 1)
    assert v.counterexample is not None
    assert v.counterexample.says == "at tick 0: `fallback` is true, `alarm` is false"
    assert {n: w.status for n, w in found.items() if n != "Alarmed"} == {
        n: "proved" for n in found if n != "Alarmed"
    }


def test_a_clamp_with_its_ends_in_the_wrong_order_leaves_the_limits() -> None:
    """The lower end applied last wins over the upper one: the rate falls when it should rise."""
    swapped = """next rate = clamp(
            wanted,
            min(limits.max, rate + limits.max_change),
            max(limits.min, rate - limits.max_change)
        );"""
    found = naive(CLAMP, swapped)
    assert found["Settles"].status == "refuted"
    assert found["Toward"].status == "refuted"
    assert (found["Toward"].k, found["Toward"].counterexample is None) == (1, False)


def test_limits_applied_before_the_slew_alone_are_not_enough() -> None:
    """Clamping what is wanted and then adding the change leaves the limits at the first step."""
    found = naive(
        CLAMP,
        "next rate = if wanted > rate then min(rate + limits.max_change, 2 mcg_kg_min) "
        "else max(rate - limits.max_change, 0 mcg_kg_min);",
    )
    assert (found["InLimits"].status, found["InLimits"].k) == ("refuted", 1)


def test_the_run_is_shown_with_parameters_above_and_one_row_a_tick() -> None:
    """Aligned lines with units; what does not matter is missing; numbers are simple."""
    v = naive(CLAMP, CLAMP.replace("clamp(", "if not trusted then limits.fallback else clamp("))["Slew"]
    assert v.counterexample is not None
    assert v.counterexample.shown == (
        "limits.fallback   : 0 mcg_kg_min",
        "limits.max_change : 1 mcg_kg_min",
        "limits.min        : 0 mcg_kg_min",
        "limits.max        : 2 mcg_kg_min",
        "",
        "tick      map   target  confidence        rate     command  fallback  alarm",
        "         mmHg     mmHg              mcg_kg_min  mcg_kg_min",
        "   0        0        1           1           0           1     false  false",
        "   1        0        1           1           1           2     false  false",
        "   2  missing  missing     missing           2           0      true   true",
    )


def test_steps_are_given_as_plain_values_in_declared_units() -> None:
    """For documents: numbers in their units, None where missing, no parameters among them."""
    v = naive(ALARM, "state was : bool = false; next was = not trusted; output alarm : bool = was;")[
        "Alarmed"
    ]
    assert v.counterexample is not None
    (step,) = plain_steps(machine_of([v.obligation]), v.counterexample.steps)
    assert step["map"] is None
    assert step["fallback"] is True
    assert step["command"] == 0
    assert "limits.min" not in step


@pytest.mark.parametrize("units", [1, 300, 1_000])
def test_a_budget_too_small_refutes_nothing_and_does_not_prove_the_ramp(units: int) -> None:
    """What the solver cannot decide within its resource is unknown, and so is what rests on it."""
    found = {v.obligation.id.partition(".")[2]: v for v in prove(group(PUMP), Budget(units=units))}
    assert "refuted" not in {v.status for v in found.values()}
    assert {found["ramp"].status, found["settles"].status} == {"unknown"}


def test_ticks_that_the_solver_gave_up_on_are_not_counted_as_searched() -> None:
    """The reason says how far the search is known to have looked, not how far it was asked to."""
    found = {v.obligation.id.partition(".")[2]: v for v in prove(group(PUMP), Budget(units=1_000))}
    v = found["ramp"]
    assert v.k == 1
    assert "within 1 tick;" in v.reason
