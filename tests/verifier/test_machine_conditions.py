"""Each condition of the induction is needed: for each, a machine that only that condition refutes.

Every test weakens the engine in one place and shows that the false claim would then be proved; the engine as it is
refutes it. A fault of that kind can therefore not go unnoticed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from aln.verifier.machines import candidates, machine
from aln.verifier.machines.asking import Answer
from aln.verifier.machines.candidates import Candidate
from aln.verifier.machines.frames import System, Tick
from aln.verifier.machines.induction import Induction
from aln.verifier.machines.machine import decide_part
from aln.verifier.obligation import Budget, ReplayError, Verdict
from tests.verifier.machines import WITH_LIMITS, group, machine_of, small, text_of

AT_START = 'state x : Count = 7; next x = 0; claim C : "x stays low." always x <= 3;'
LATER = 'state x : Count = 0; next x = min(x + 1, 9); claim C : "x stays low." always x <= 3;'
CIRCLE = (
    "state x : Count = 0; state y : Count = 0; next x = min(y + 1, 9); next y = min(x + 1, 9);"
    'lemma L : always y <= 3; claim C : "x stays low." always x <= 3;'
)
THIS_TICK = (
    "state x : Count = 0; next x = if present(up) and up then 5 else 0;"
    'lemma L : always x <= 5; claim C : "x stays low." always x <= 3;'
)
OUT_OF_RANGE = (
    "state x : Count = 0; next x = if present(up) and up then x + 1 else x;"
    'output y : Count = x + 5; claim C : "y is at most nine." always y <= 9;'
)
BAD_LIMITS = 'state x : Count = l.a; next x = x; claim C : "x is low." never l.a > 5;'
# What an engine that proves too much would put to the second solver, for it to agree.
UNSATISFIABLE = "(assert false)(check-sat)"


def claim(body: str, head: str | None = None, budget: Budget | None = None) -> Verdict:
    found = small(body, budget=budget) if head is None else small(body, head, budget)
    return found["C"]


def proves(self: Induction, *args: Any) -> Answer:
    return Answer("follows", UNSATISFIABLE)


@pytest.mark.parametrize(("body", "k"), [(AT_START, 1), (LATER, 5), (CIRCLE, 5), (THIS_TICK, 2)])
def test_the_false_claims_of_this_page_are_refuted(body: str, k: int) -> None:
    """The engine as it is gives each of them its shortest run."""
    v = claim(body)
    assert (v.status, v.k) == ("refuted", k)


def test_only_init_refutes_what_is_false_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim that every step keeps, and that the initial state breaks."""
    monkeypatch.setattr(Induction, "starts", lambda self, c: (f"init {c.key}", UNSATISFIABLE))
    assert claim(AT_START).status == "proved"
    assert claim(LATER).status == "refuted"


def test_init_starts_from_the_initial_state(monkeypatch: pytest.MonkeyPatch) -> None:
    """A true claim that holds only because of where the machine starts: a run from elsewhere does not replay."""
    body = 'state x : Count = 2; next x = x; claim C : "x is low." always x <= 3;'
    assert claim(body).status == "proved"
    honest = System._link

    def anywhere(self: System, name: str, t: int, start: bool) -> list[Any]:
        return honest(self, name, t, start) if t else []

    monkeypatch.setattr(System, "_link", anywhere)
    with pytest.raises(ReplayError):
        decide_part(group(text_of(body)), Budget())


def test_only_step_refutes_what_becomes_false(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim that holds at the start and that the fourth step breaks."""
    monkeypatch.setattr(Induction, "steps", proves)
    assert claim(LATER).status == "proved"
    assert claim(AT_START).status == "refuted"


def test_a_candidate_is_not_assumed_in_the_tick_in_which_it_is_to_hold(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Assuming all candidates after the step as well proves two false ones from each other."""

    def circular(self: Induction, c: Candidate, assumed: Iterable[Candidate]) -> Answer:
        return self.any.ask({a.key: [(a, 0), (a, 1)] for a in assumed}, (c, 1))

    monkeypatch.setattr(Induction, "steps", circular)
    assert claim(CIRCLE).status == "proved"


def test_only_property_refutes_what_the_invariant_does_not_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lemma that is inductive, and a claim that goes beyond it."""
    monkeypatch.setattr(Induction, "follows", proves)
    assert claim(THIS_TICK).status == "proved"


def test_what_failed_is_not_assumed_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim whose step needed a lemma is asked again when the lemma is dropped."""
    body = (
        "state x : Count = 0; state y : Count = 0; next x = min(x + 1, 9); next y = if x >= 4 then 9 else y;"
        'lemma L : always x <= 3; lemma Y : always y <= 3; claim C : "y stays low." always y <= 3;'
    )
    found = small(body)
    assert {found[n].status for n in ("L", "Y", "C")} == {"refuted"}
    assert (found["L"].k, found["Y"].k) == (5, 6)


def test_ranges_are_proved_and_not_assumed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim that lowering folds to true under a declared range is not proved where the range is broken."""
    assert claim(OUT_OF_RANGE).status == "unknown"
    monkeypatch.setattr(Induction, "ranges", lambda self, found: ([], []))
    assert claim(OUT_OF_RANGE).status == "unknown"
    monkeypatch.setattr(machine, "settled", list)
    assert claim(OUT_OF_RANGE).status == "proved"


def test_states_are_not_bounded_by_their_declaration(monkeypatch: pytest.MonkeyPatch) -> None:
    """With declared ranges as facts of every tick, a range that overflows would pass."""
    body = 'state x : Count = 8; next x = x + 1; claim C : "x is at most nine." always x >= 8;'
    assert small(body)["x"].status == "refuted"
    honest = Tick._known

    def bounded(self: Tick, name: str) -> list[Any]:
        following = self.expr(self.system.definitions["x.next"])
        return [*honest(self, name), *([following <= 9] if name == "x" else [])]

    monkeypatch.setattr(Tick, "_known", bounded)
    assert small(body)["x"].status != "refuted"


def test_inputs_and_parameters_are_any_of_their_domain(monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim that holds only while the input is missing is refuted with one that is there."""
    body = 'output z : bool = present(up) and up; claim C : "never up." never z;'
    v = claim(body)
    assert (v.status, v.k) == ("refuted", 1)
    assert v.counterexample is not None
    assert v.counterexample.steps[0]["up"] is True
    honest = Tick._known

    def silent(self: Tick, name: str) -> list[Any]:
        found = honest(self, name)
        return [*found, self.z3.Not(self.bound[f"{name}@{self.t}"][0])] if name == "up" else found

    monkeypatch.setattr(Tick, "_known", silent)
    assert claim(body).status == "proved"


def test_the_assumption_is_what_init_checks_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """The claim about parameters holds by the assumption alone; without the assumption it is refuted."""
    assert claim(BAD_LIMITS, WITH_LIMITS).status == "proved"
    honest = System.__init__

    def unassuming(self: System, machine: Any) -> None:
        honest(self, machine)
        self.valid = list(self.parameters.domain)

    monkeypatch.setattr(System, "__init__", unassuming)
    monkeypatch.setattr("aln.verifier.machines.bmc.valid_parameters", lambda machine, parameters: True)
    assert claim(BAD_LIMITS, WITH_LIMITS).status == "refuted"


def test_every_property_and_every_range_is_a_candidate() -> None:
    """Nothing is left out of the joint induction: ranges of timers and of values before included."""
    body = (
        "state x : Count = 0; next x = 3; timer t of present(up) and up up to 5 ticks; output y : Count = x;"
        'lemma L : always t <= 5; claim C : "x." always before(x) <= 9 or x == 0; claim R : "x." reachable x == 3;'
    )
    found = candidates.candidates(machine_of(group(text_of(body))))
    assert {c.role for c in found} == {"range", "initial", "assignment", "lemma", "claim"}
    assert {c.name for c in found if c.role == "range"} >= {"x", "t"}
    assert any(c.name.startswith("before.") for c in found if c.role == "range")
    assert {c.name for c in found if c.role in ("lemma", "claim")} == {"L", "C"}


def test_an_unknown_about_the_parameters_is_no_licence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the solver cannot say whether parameters exist, nothing is proved."""
    monkeypatch.setattr(machine, "parameters_possible", lambda *args: None)
    v = claim(BAD_LIMITS, WITH_LIMITS)
    assert v.status == "unknown"
    assert "not known" in v.reason
