"""A detector with timers of hours: what is false is refuted far away, what is true is proved with guessed facts."""

from __future__ import annotations

import pytest

from aln.core.evaluate import evaluate, initial, tick
from aln.verifier.obligation import Budget, OfMachine
from tests.verifier.machines import decide

# Sleep is counted while the sleeper was still; the second lets the count run on through a movement.
SOUND = "stillness >= 15 min and still"
UNSOUND = "stillness >= 15 min"


def detector(period: str, asleep: str, quiet: str, starts: str) -> str:
    return f"""module Detector_v1_0_0 {{
        unit gee = "[g]";
        machine Detector every {period} {{
            input motion : decimal gee in 0 .. 16 by 0.001? invalid as missing;
            let still = present(motion) and motion < 0.03 gee;
            timer stillness of still up to 12 h;
            timer asleep of {asleep} up to 12 h;
            timer quiet since {quiet} starts {starts} up to 1 h;
            output trigger : bool = asleep >= 80 min and still and quiet > 20 min;
            claim Shield : "Still for long." always trigger implies throughout(still, 95 min);
            claim Cooldown : "Not twice." always trigger implies not once(trigger, 20 min);
            claim Fires : "It can be." reachable trigger;
        }}
    }}"""


@pytest.mark.parametrize(("period", "starts", "ticks"), [("1 min", "21 min", 95), ("1 s", "1201 s", 5700)])
def test_timers_of_hours_are_proved_with_guessed_facts(period: str, starts: str, ticks: int) -> None:
    """How two timers keep up with each other is guessed and proved; the witness lies thousands of ticks away."""
    found = decide(detector(period, SOUND, "trigger", starts))
    for name in ("Shield", "Cooldown"):
        v = found[name]
        assert (v.status, v.engine, v.evidence) == ("proved", "induction", "L2")
        assert v.certificate is not None
        assert any(line.startswith("auxiliary: ") for line in v.certificate.invariant)
        assert not any("auxiliary" in rested for rested in v.rests_on)
    assert (found["Fires"].status, found["Fires"].k) == ("proved", ticks + 1)


def test_a_movement_that_the_count_of_sleep_does_not_see_is_found() -> None:
    """The run lies 97 ticks away, replays, and its rows in which nothing happens are left out."""
    found = decide(detector("1 min", UNSOUND, "before(trigger)", "21 min"))
    for name in ("Shield", "Cooldown"):
        v = found[name]
        assert v.status == "refuted" and v.counterexample is not None and v.k > 90
        assert isinstance(v.obligation.goal, OfMachine)
        machine = v.obligation.goal.machine
        state = initial(machine, {})
        for step in v.counterexample.steps:
            env, state = tick(machine, {}, state, {"motion": step["motion"]})
        formula = next(p.formula for p in machine.properties if p.name == name)
        assert not evaluate(formula, env)
        assert len(v.counterexample.shown) < 30
        assert any(line.split()[0] == "…" for line in v.counterexample.shown)


def test_the_same_question_has_the_same_answer() -> None:
    """Verdicts, certificates and runs are the same each time."""
    text = detector("1 min", UNSOUND, "trigger", "21 min")
    first, again = (decide(text, Budget(second_opinion=False)) for _ in range(2))
    assert {n: (v.status, v.k, v.certificate) for n, v in first.items()} == {
        n: (v.status, v.k, v.certificate) for n, v in again.items()
    }
