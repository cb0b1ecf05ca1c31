"""Each engine weakened in one place: the false claim that it would then prove, and that it refutes as it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from aln.core import build as b
from aln.core.ir import BOOL, Machine
from aln.verifier.machines import effort, kinduction, spacer
from aln.verifier.machines.asking import Answer
from aln.verifier.machines.auxiliary import auxiliaries
from aln.verifier.machines.candidates import Candidate, candidates
from aln.verifier.machines.induction import Induction
from aln.verifier.obligation import Budget, Verdict
from aln.verifier.prove import Course, taken
from aln.verifier.runs.explorer import Explorer
from aln.verifier.runs.paths import Path
from aln.verifier.second import second_opinion
from tests.verifier.machines import group, machine_of, small, text_of

UNSATISFIABLE = "(assert false)(check-sat)"
# Three ticks of delay: the claim holds for two ticks and breaks in the third.
DELAYED = (
    "state a : bool = false; state z : bool = false; next a = true; next z = a;"
    'claim C : "z stays off." never z;'
)
# True, not inductive with one tick, and by 2-induction.
TWICE = (
    "state a : bool = false; state b : bool = false; state c : bool = false;"
    "next a = present(up) and up and not a; next b = a; next c = a and b;"
    'claim C : "c stays off." never c;'
)
# Both latches follow the input; a guess says that they agree, and they do not.
APART = (
    "state x : Count = 0; state y : Count = 0; next x = if present(up) and up then min(x + 1, 5) else x;"
    "next y = if present(up) and up then min(y + 1, 6) else y;"
    'claim C : "y stays with x." always y <= x;'
)


def verdict(body: str, **budget: Any) -> Verdict:
    return small(body, budget=Budget(**budget))["C"]


def induction_of(body: str) -> tuple[Machine, Induction, Candidate]:
    machine = machine_of(group(text_of(body)))
    found = candidates(machine)
    from aln.verifier.machines.frames import System

    induction = Induction(System(machine), Budget(second_opinion=False))
    induction.run([c for c in found if c.role != "claim"])
    return machine, induction, next(c for c in found if c.name == "C")


def test_k_induction_proves_what_one_tick_does_not_show() -> None:
    """The certificate holds a base for each tick and the step, and the second solver agrees with all of them."""
    _, induction, c = induction_of(TWICE)
    assert not induction.steps(c, [c]).follows
    k = kinduction.prove(induction, c)
    proof = induction.proofs[c.key]
    assert proof.k == k >= 2
    assert [n.split()[0] for n, _ in proof.queries] == ["base"] * k + ["step"]
    assert all(second_opinion(script) == "unsat" for _, script in proof.queries)


def test_the_base_of_k_induction_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, a claim that two ticks in a row keep for ever, and that the first breaks, is proved."""
    body = 'state a : bool = true; next a = false; claim C : "a is off." never a;'
    _, induction, c = induction_of(body)
    kinduction.prove(induction, c)
    assert c.key not in induction.proofs
    monkeypatch.setattr(kinduction, "base", lambda *_: Answer("follows", UNSATISFIABLE))
    kinduction.prove(induction, c)
    assert c.key in induction.proofs


def test_the_step_of_k_induction_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it, a claim that holds in the first two ticks alone is proved."""
    _, induction, c = induction_of(DELAYED)
    kinduction.prove(induction, c)
    assert c.key not in induction.proofs
    monkeypatch.setattr(kinduction, "step", lambda *_: Answer("follows", UNSATISFIABLE))
    kinduction.prove(induction, c)
    assert c.key in induction.proofs


def test_one_base_too_few_proves_a_false_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    """k ticks in a row are assumed: so the first k are looked at, and not k - 1 of them."""
    body = (
        "state n : Count = 0; next n = if n == 1 then 9 else if n == 0 then 1 else n;"
        'claim C : "n stays small." always n < 9;'
    )
    # From two ticks in a row below nine the next is below nine, unless the second was the tick of 1 after 0.
    _, induction, c = induction_of(body)
    kinduction.prove(induction, c)
    assert c.key not in induction.proofs
    honest = kinduction.base
    monkeypatch.setattr(kinduction, "base", lambda i, c, n: honest(i, c, max(0, n - 1)))
    # The step with one tick more assumed: the one in which the claim is to hold among them.
    monkeypatch.setattr(
        kinduction, "step", lambda i, c, k, frame: frame.ask({}, (c, k), [(c, t) for t in range(k + 1)])
    )
    kinduction.prove(induction, c)
    assert c.key in induction.proofs


def test_a_guess_that_is_false_helps_nobody() -> None:
    """A guess that a later tick breaks is dropped by the joint induction, and the claim it implies is refuted."""
    machine, induction, c = induction_of(APART)
    x, y = (b.var(s.name, s.type) for s in machine.states[:2])
    lie = Candidate("auxiliary lie", "auxiliary", "auxiliary", b.and_(b.le(y, x), b.le(x, y)))
    induction.assist([lie], [c])
    assert c.key not in induction.proofs and lie.key not in induction.guesses
    assert verdict(APART).status == "refuted"


def test_only_the_sieve_keeps_false_guesses_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sieve that lets all pass hands on the lie, and still no proof is made of it: it has no step of its own."""
    machine, induction, c = induction_of(APART)
    x, y = (b.var(s.name, s.type) for s in machine.states[:2])
    lie = Candidate("auxiliary lie", "auxiliary", "auxiliary", b.le(y, x))
    monkeypatch.setattr(Induction, "sieve", lambda self, found: list(found))
    induction.assist([lie], [c])
    assert c.key not in induction.proofs
    monkeypatch.setattr(Induction, "steps", lambda self, c, assumed: Answer("follows", UNSATISFIABLE))
    induction.assist([lie], [c])
    assert c.key in induction.proofs


def test_a_lying_spacer_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever it answers is a guess: one that says false, and so implies everything, is dropped."""
    monkeypatch.setattr(spacer, "invariant", lambda task: (b.FALSE, b.not_(b.var("z", BOOL))))
    monkeypatch.setattr(effort, "SHALLOW", 1)
    v = verdict(DELAYED, depth=1)
    assert v.status != "proved"
    assert verdict(DELAYED, depth=5).status == "refuted"


def test_a_run_that_the_evaluator_does_not_confirm_is_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """A jump that lands where no run gets: nothing is refuted by it."""
    body = (
        "state n : Count = 0; next n = if n < 6 then n + 1 else n;"
        'claim C : "n stays below nine." always n < 9;'
    )
    honest = Explorer.search

    def wild(self: Explorer) -> dict[str, Path]:
        honest(self)
        self.found = {key: Path({}).held(({"up": None},), 30) for key in self.goals}
        return self.found

    monkeypatch.setattr(Explorer, "search", wild)
    assert verdict(body).status == "proved"


def test_no_guess_contradicts_what_was_seen() -> None:
    """Guesses are true of every tick that was visited, and are about the states asked for alone."""
    machine = machine_of(group(text_of(APART)))
    both = next(c for c in candidates(machine) if c.name == "C")
    explorer = Explorer(machine, {"C": both}, [{}], {}, 500)
    explorer.search()
    found = auxiliaries(machine, frozenset(("x", "y")), explorer.seen)
    assert len(found) > 3
    assert all(c.holds(env) for c in found for env in explorer.seen)


def _goals() -> tuple[Machine, Sequence[Candidate], Sequence[Candidate]]:
    body = (
        "state x : Count = 0; state y : Count = 0;"
        "next x = if x == 3 then 3 else if present(up) and up then x + 1 else x;"
        'next y = if x == 7 then 9 else 0; claim C : "y stays zero." always y <= 0;'
    )
    machine = machine_of(group(text_of(body)))
    found = candidates(machine)
    return machine, [c for c in found if c.name == "C"], [c for c in found if c.role == "range"]


def test_the_first_call_that_answers_wins() -> None:
    """Of a portfolio the answer of lowest number is taken, and what comes after it is not asked for."""
    machine, goals, ranges = _goals()
    (asked,) = spacer.tasks(machine, goals, ranges, 2_000_000)
    assert [t.configuration for t in asked] == [c for c in spacer.CONFIGURATIONS if not c.together]
    both = spacer.tasks(machine, [*goals, *ranges[:1]], ranges, 2_000_000)
    assert [len(portfolio) for portfolio in both] == [len(spacer.CONFIGURATIONS)] * 2
    said: list[str] = []

    def call(name: str, answer: str | None) -> str | None:
        said.append(name)
        return answer

    def steps() -> Course:
        got = yield [(call, ("a", None)), (call, ("b", "two")), (call, ("c", "three"))]
        none = yield [(call, ("d", None))]
        assert none is None
        return [got]

    assert taken(steps()) == ["two"]
    assert said == ["a", "b", "d"]
    found = spacer.invariant(asked[0])
    assert found and found == spacer.invariant(asked[0])


def test_a_limit_that_is_reached_is_no_answer() -> None:
    """Spacer reports its limit as an exception; here it is no invariant."""
    machine, goals, ranges = _goals()
    task = spacer.Task(machine, tuple(goals), tuple(ranges), spacer.CONFIGURATIONS[0], 1)
    assert spacer.invariant(task) is None


def test_what_is_not_known_says_what_was_tried() -> None:
    """The engines by name and how far they went, and what a lemma might say."""
    body = (
        "state x : Count = 0; state y : Count = 0;"
        "next x = if present(up) and up then min(x + 1, 9) else x; next y = if x >= 7 then 9 else y;"
        'claim C : "y stays low." always y <= 3;'
    )
    v = small(body, budget=Budget(depth=3, units=1))["C"]
    assert v.status == "unknown"
    assert "tried: " in v.reason and "lemma" in v.reason
