"""Verdicts about small machines: each engine's answer, with its certificate or its run."""

from __future__ import annotations

import pytest

from aln.core.evaluate import evaluate, initial, tick
from aln.core.ir import TEXT, Field
from aln.host.replay import believable
from aln.verifier.machines.effort import Effort
from aln.verifier.machines.frames import System
from aln.verifier.machines.machine import decide_part, parameters_possible
from aln.verifier.obligation import Budget, Obligation, OfMachine, ReplayError, Verdict
from aln.verifier.prove import prove
from aln.verifier.second import second_opinion
from tests.verifier.machines import WITH_LIMITS, decide, group, machine_of, small, text_of

LATCH = """
    state on : bool = false;
    next on = on or (present(up) and up);
    output lit : bool = next(on);
    claim Kept : "What is on stays on." always on implies lit;
"""
FREE = "state x : Count = 2; next x = if present(up) and up then x + 1 else x; output y : Count = x;"


def replayed(v: Verdict) -> list[dict[str, object]]:
    """The ticks of a counterexample, computed again from its parameters and inputs alone."""
    assert v.counterexample is not None
    assert isinstance(v.obligation.goal, OfMachine)
    machine = v.obligation.goal.machine
    parameters = v.counterexample.env
    state = initial(machine, parameters)
    out = []
    for step in v.counterexample.steps:
        env, state = tick(machine, parameters, state, {f.name: step[f.name] for f in machine.inputs})
        out.append(env)
    return out


def test_an_inductive_claim_is_proved_with_three_conditions() -> None:
    """The certificate holds the invariant and queries that the second solver refutes too: L2."""
    found = small(
        "state x : Count = 0; next x = if present(up) and up then min(x + 1, 4) else x;"
        'claim Low : "x stays low." always x <= 4;'
    )
    v = found["Low"]
    assert (v.status, v.engine, v.evidence, v.k) == ("proved", "induction", "L2", 1)
    assert v.certificate is not None
    kinds = {name.split()[0] for name, _ in v.certificate.queries}
    assert kinds == {"init", "step"}
    assert any(line == "Low: (le x 4)" for line in v.certificate.invariant)
    assert all(second_opinion(script) == "unsat" for _, script in v.certificate.queries)


def test_a_claim_that_needs_a_lemma_is_proved_by_the_property_condition() -> None:
    """The claim alone is no induction; the lemma is proved first, and the verdict says that it rests on it."""
    body = """
        state x : Count = 0;
        state y : Count = 0;
        next x = if x == 3 then 3 else if present(up) and up then x + 1 else x;
        next y = if x == 7 then 9 else 0;
        claim Zero : "y stays zero." always y <= 0;
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Effort, "rounds", lambda self, goals, engine: None)
        alone = small(body, budget=Budget(depth=5, units=100_000))["Zero"]
    assert alone.status == "unknown"
    assert "not inductive, and no counterexample within" in alone.reason
    assert "`x` = 7" in alone.reason
    guessed = small(body)["Zero"]
    assert guessed.status == "proved" and guessed.certificate is not None
    assert any(line.startswith("auxiliary: ") for line in guessed.certificate.invariant)
    helped = small(body + "lemma Bound : always x <= 3;")
    assert helped["Bound"].status == "proved"
    v = helped["Zero"]
    assert (v.status, v.evidence) == ("proved", "L2")
    assert "Small/invariant/m.bound" in v.rests_on
    assert v.certificate is not None
    assert "step lemma Bound" in [name for name, _ in v.certificate.queries]


def test_the_property_condition_proves_what_the_lemma_says_of_the_same_tick() -> None:
    """A claim that the inductive set implies needs no induction of its own."""
    body = """
        state x : Count = 0;
        next x = min(x + 1, 3);
        lemma Bound : always x <= 3;
        claim Far : "x is below six." always x <= 6;
    """
    v = small(body)["Far"]
    assert v.certificate is not None
    assert [n for n, _ in v.certificate.queries] == [
        "init lemma Bound",
        "step lemma Bound",
        "property claim Far",
    ]
    assert v.certificate.invariant == ("Bound: (le x 3)",)


def test_a_false_lemma_lets_no_claim_pass() -> None:
    """A lemma that is not true is refuted, and the claim that would follow from it is not proved."""
    found = small(
        FREE.replace("x + 1", "min(x + 1, 9)")
        + 'lemma Wrong : always x <= 3; claim Low : "x stays low." always x <= 3 and y <= 3;'
    )
    assert found["Wrong"].status == "refuted"
    assert found["Low"].status == "refuted"


def test_lemmas_that_prove_each_other_and_are_false_both_fail() -> None:
    """Neither is assumed in the tick in which it is to hold: a circle of false lemmas falls together."""
    found = small(
        "state x : Count = 0; state y : Count = 0; next x = min(x + 1, 9); next y = min(y + 1, 9);"
        "lemma A : always x <= 4 or y <= 4; lemma B : always y <= 4 or x <= 4;"
        'claim C : "x stays low." always x <= 4;'
    )
    assert {found[n].status for n in "ABC"} == {"refuted"}
    assert {found[n].k for n in "ABC"} == {6}


def test_lemmas_that_need_each_other_are_proved_together() -> None:
    """One joint induction: neither of two true lemmas is inductive alone."""
    found = small(
        "state x : Count = 1; state y : Count = 1; next x = y; next y = x;"
        "lemma A : always x <= 1; lemma B : always y <= 1;"
    )
    assert {found[n].status for n in "AB"} == {"proved"}
    assert found["A"].certificate is not None
    assert len(found["A"].certificate.invariant) == 2
    assert [x for x in found["A"].rests_on if "invariant" in x] == ["Small/invariant/m.b"]


def test_a_range_that_overflows_is_refuted_with_the_shortest_run() -> None:
    """A value given outside its declared range: the run to it, and no claim is proved on top of it."""
    found = small(FREE + 'claim Top : "x is at most nine." always x <= 9;')
    v = found["x"]
    assert (v.status, v.engine, v.evidence, v.k) == ("refuted", "bmc", "L0", 8)
    assert v.counterexample is not None
    assert v.counterexample.says == "at tick 7: `x` is given 10, outside 0 .. 9"
    assert replayed(v)[-1]["x.next"] == 10
    top = found["Top"]
    assert (top.status, top.reason) == ("unknown", "it rests on the range of `x`, `y`, which is not proved")


def test_a_counterexample_eight_ticks_deep_is_found_and_shown() -> None:
    """The shortest run, one row a tick, replayed; inputs that do not matter are missing."""
    found = small(FREE.replace("x + 1", "min(x + 1, 9)") + 'claim Low : "x stays low." never x == 9;')
    v = found["Low"]
    assert (v.status, v.k) == ("refuted", 8)
    assert v.counterexample is not None
    assert [s["up"] for s in v.counterexample.steps] == [True] * 7 + [None]
    assert [s["x"] for s in replayed(v)] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert v.counterexample.shown == (
        "tick       up  x  y",
        "   0     true  2  2",
        "   1     true  3  3",
        "   2     true  4  4",
        "   3     true  5  5",
        "   4     true  6  6",
        "   5     true  7  7",
        "   6     true  8  8",
        "   7  missing  9  9",
    )
    assert v.counterexample.says == "at tick 7: `x` is 9"
    assert v.counterexample.blames == ("M/next x",)


def test_a_search_that_is_too_short_does_not_know(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is refuted beyond the depth that the budget allows, and nothing proved."""
    body = FREE.replace("x + 1", "min(x + 1, 9)") + 'claim Low : "x stays low." never x == 9;'
    assert small(body, budget=Budget(depth=8))["Low"].status == "refuted"
    # A long run is found at any depth, and then its length is what the bounded search looks at.
    assert small(body, budget=Budget(depth=7))["Low"].k == 8
    monkeypatch.setattr(Effort, "long", lambda self, open_, effort: [])
    v = small(body, budget=Budget(depth=7))["Low"]
    assert (v.status, v.k) == ("unknown", 7)
    assert "within 7 ticks" in v.reason


def test_a_claim_may_hold_only_thanks_to_the_assumption() -> None:
    """Parameters that `init` refuses are no counterexample; with a weaker assumption they are."""
    body = 'state x : Count = l.a; next x = x; claim Low : "x stays low." always x <= 5;'
    assert decide(text_of(body, WITH_LIMITS))["Low"].status == "proved"
    v = decide(text_of(body, WITH_LIMITS, policy="l.a <= 6"))["Low"]
    assert (v.status, v.k) == ("refuted", 1)
    assert v.counterexample is not None
    assert dict(v.counterexample.env) == {"l.a": 6}
    assert dict(v.counterexample.values) == {"l.a": 6}


def test_a_divisor_that_may_be_zero_refutes_the_assignment() -> None:
    """The quotient has no value where the divisor is zero: a range obligation, at the start and in a tick."""
    at_start = small(
        'state x : Count = floor(l.a / l.b); next x = x; claim C : "x is small." always x <= 5;', WITH_LIMITS
    )
    v = at_start["x"]
    assert (v.status, v.k) == ("refuted", 1)
    assert v.counterexample is not None
    assert v.counterexample.says == "at tick 0: `x` has no value: `l.b` is 0"
    assert at_start["C"].status == "unknown"
    in_tick = small("output z : Count = floor(l.a / l.b);" + LATCH, WITH_LIMITS)
    assert in_tick["z"].status == "refuted"
    assert in_tick["Kept"].status == "unknown"


def test_what_can_be_reached_is_proved_by_a_run() -> None:
    """The witness is a run of the evaluator that ends there."""
    v = small(FREE.replace("x + 1", "min(x + 1, 9)") + 'claim Three : "x gets to three." reachable x == 3;')[
        "Three"
    ]
    assert (v.status, v.engine, v.evidence, v.k) == ("proved", "bmc", "L2", 2)
    assert v.certificate is not None
    assert [step["up"] for step in v.certificate.witness] == [True, None]
    assert believable(v)


def test_what_cannot_be_reached_is_refuted_by_induction() -> None:
    """That it never happens is proved, and says so; the certificate is that of an invariant."""
    v = small(LATCH + 'state x : Count = 1; next x = x; claim Two : "x gets to two." reachable x == 2;')[
        "Two"
    ]
    assert (v.status, v.engine, v.evidence) == ("refuted", "induction", "L2")
    assert v.counterexample is not None
    assert "cannot happen" in v.counterexample.says
    assert v.certificate is not None
    assert v.certificate.queries


def test_what_lies_beyond_the_depth_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """A state that is reached later than the search looks is neither reached nor unreachable."""
    body = FREE.replace("x + 1", "min(x + 1, 9)") + 'claim Nine : "x gets to nine." reachable x == 9;'
    assert small(body, budget=Budget(depth=7))["Nine"].status == "proved"
    monkeypatch.setattr(Effort, "long", lambda self, open_, effort: [])
    assert small(body, budget=Budget(depth=7))["Nine"].status == "unknown"


def test_a_witness_does_not_pass_through_a_range_that_is_broken() -> None:
    """A run in which some value leaves its declared range shows nothing."""
    body = FREE + 'claim Far : "y goes on." reachable before(before(y)) == 8 and x != 9 and x != 8;'
    assert small(body)["Far"].status == "unknown"


def test_no_accepted_parameters_leave_everything_unknown() -> None:
    """Where `init` refuses all parameters, nothing is proved and nothing refuted."""
    text = text_of(LATCH + "state x : Count = l.a; next x = x;", WITH_LIMITS, policy="l.a <= 3 and l.a > 4")
    found = decide(text)
    assert {(v.status, v.reason) for v in found.values()} == {
        ("unknown", "no parameters pass the assumption")
    }
    assert parameters_possible(System(machine_of(group(text))), Budget()) is False


def test_accepted_parameters_are_possible() -> None:
    """Some parameters pass, and a machine without parameters always starts."""
    body = LATCH + "state x : Count = l.a; next x = x;"
    assert parameters_possible(System(machine_of(group(text_of(body, WITH_LIMITS)))), Budget()) is True
    assert parameters_possible(System(machine_of(group(text_of(LATCH)))), Budget()) is True


def test_response_claims_count_the_ticks_exactly() -> None:
    """`after A for n ticks` holds for the n that it takes, and fails with n - 1."""
    body = """
        state x : Count = 3;
        timer risen of present(up) and up up to 9 ticks;
        next x = if present(up) and up then max(x - 1, 0) else 3;
        lemma Falls : always x <= max(0, 3 - risen);
        claim Down : "Holding it brings x down." after present(up) and up for TICKS ticks holds next(x) == 0;
        output z : Count = next(x);
    """
    assert small(body.replace("TICKS", "3"))["Down"].status == "proved"
    v = small(body.replace("TICKS", "2"))["Down"]
    assert (v.status, v.k) == ("refuted", 2)


def test_what_was_before_is_missing_at_the_first_tick() -> None:
    """`before` has no value at tick 0, so a claim of it alone fails there, and one that says so holds."""
    body = LATCH + 'claim Was : "It was not." always before(not on) or lit;'
    v = small(body)["Was"]
    assert (v.status, v.k) == ("refuted", 1)
    guarded = 'let was = before(on); claim Was : "It was on." always absent(was) or (was implies lit);'
    assert small(LATCH + guarded)["Was"].status == "proved"
    v = small(LATCH + guarded.replace("absent(was) or", ""))["Was"]
    assert (v.status, v.k) == ("refuted", 1)


def test_texts_are_read_from_inputs_in_each_tick_anew() -> None:
    """What a text of one tick mentions says nothing of the next tick's, and a witness text is made up."""
    head = "machine M every 1 s { input note : text? invalid as missing;"
    body = """
        state told : bool = false;
        next told = present(note) and mentions(note, Words);
        output said : bool = told;
        claim Same : "It is said once." always told implies not (present(note) and mentions(note, Words));
        claim Silent : "It may fall silent." reachable said and present(note) and not mentions(note, Words);
    """
    found = small(body, head)
    assert (found["Same"].status, found["Same"].k) == ("refuted", 2)
    assert (found["Silent"].status, found["Silent"].k) == ("proved", 2)


def test_verdicts_come_in_the_order_asked_and_the_same_each_time() -> None:
    """Order, texts of certificates and runs do not depend on what was decided before."""
    found = group(text_of(FREE + 'claim Low : "x stays low." always x <= 5; claim Top : "x." always y == x;'))
    first = list(prove(found))
    again = list(prove(list(reversed(found))))
    assert [v.obligation.id for v in first] == [o.id for o in found]
    assert [v.obligation.id for v in again] == [o.id for o in reversed(found)]
    by_id = {v.obligation.id: v for v in again}
    for v in first:
        assert by_id[v.obligation.id].counterexample == v.counterexample
    assert list(prove(found)) == first


def test_one_obligation_alone_does_not_stand() -> None:
    """Asked for one claim only, nothing is proved: the ranges that it rests on were not asked for."""
    found = group(text_of(FREE + 'claim Top : "x is at most nine." always x <= 9;'))
    only = [o for o in found if isinstance(o.goal, OfMachine) and o.goal.name == "Top"]
    assert [v.status for v in prove(only)] == ["unknown"]
    assert [v.status for v in prove(found) if v.obligation.kind != "range"] == ["unknown"]
    sound = group(text_of(FREE.replace("x + 1", "min(x + 1, 9)") + 'claim Top : "x." always x <= 9;'))
    assert {v.status for v in prove(sound)} == {"proved"}
    assert [v.reason for v in prove([o for o in sound if o.kind != "range"])] == [
        "it rests on the range of `x`, `y`, which is not proved"
    ]


def test_one_solver_alone_is_said_to_be_one() -> None:
    """Without the second opinion the evidence is L1."""
    assert small(LATCH, budget=Budget(second_opinion=False))["Kept"].evidence == "L1"


def test_obligations_of_two_machines_are_decided_apart() -> None:
    """One unit is one part of one machine; all of them are answered in the order asked."""
    a, b = group(text_of(LATCH)), group(text_of(FREE))
    with pytest.raises(ValueError, match="one machine"):
        decide_part([*a, *b], Budget())
    both = [o for pair in zip(a, b, strict=False) for o in pair]
    assert [v.obligation for v in prove(both)] == both
    assert list(prove([])) == []


def test_a_name_that_the_machine_does_not_have_is_not_known() -> None:
    """An obligation about nothing is never proved."""
    o = group(text_of(LATCH))[0]
    machine = machine_of([o])
    stray = Obligation("x", "invariant", "nothing", o.module, o.span, OfMachine(machine, "Nothing"))
    (v,) = prove([stray])
    assert v.status == "unknown"


def test_a_range_and_a_claim_of_one_name_are_told_apart() -> None:
    """The kind of the obligation says which is meant."""
    found = group(text_of(FREE + 'claim x : "x stays low." always x <= 9;'))
    verdicts = {v.obligation.id: v.status for v in prove(found)}
    assert verdicts["Small/range/m.x"] == "refuted"
    assert verdicts["Small/invariant/m.x"] == "unknown"


def test_machines_that_cannot_be_encoded_are_unknown() -> None:
    """A list, a name from elsewhere, a text that is kept: each is named, none is guessed."""
    from dataclasses import replace

    from aln.core.build import given, var
    from aln.core.ir import BOOL, Definition

    o = group(text_of(LATCH))[0]
    machine = machine_of([o])
    kept = Definition("note", var("other", TEXT))
    for broken, word in [
        (replace(machine, definitions=(*machine.definitions, Definition("z", var("alien", BOOL)))), "alien"),
        (
            replace(machine, definitions=(*machine.definitions, Definition("z", given("on")))),
            "presence of `on`",
        ),
        (replace(machine, inputs=(*machine.inputs, Field("on", BOOL, True))), "one name"),
        (
            replace(
                machine,
                inputs=(*machine.inputs, Field("other", TEXT, True)),
                definitions=(*machine.definitions, kept),
            ),
            "is a text",
        ),
    ]:
        goal = OfMachine(broken, "Kept")
        (v,) = prove([Obligation(o.id, "invariant", "", o.module, o.span, goal)])
        assert v.status == "unknown"
        assert word in v.reason


def test_a_run_that_does_not_replay_is_an_error_of_the_tool(monkeypatch: pytest.MonkeyPatch) -> None:
    """When the evaluator disagrees with the solver's run, no verdict leaves the verifier."""
    import aln.verifier.machines.bmc as bmc

    def otherwise(*args: object) -> tuple[dict[str, object], ...]:
        return ({"x": 0, "y": 0, "up": None, "x.next": 0},)

    monkeypatch.setattr(bmc, "replay", otherwise)
    text = text_of(FREE + 'claim Low : "x stays low." always x <= 5;')
    with pytest.raises(ReplayError):
        decide_part(group(text), Budget())
    assert {v.status for v in decide(text).values()} == {"unknown"}


def test_every_step_of_a_run_is_what_the_evaluator_computes() -> None:
    """The steps of a counterexample are the evaluator's own values, and the last one breaks the claim."""
    v = small(FREE + 'claim Low : "x stays low." always x <= 5;')["Low"]
    assert v.counterexample is not None
    again = replayed(v)
    assert [dict(s) for s in v.counterexample.steps] == again
    machine = machine_of([v.obligation])
    formula = next(p.formula for p in machine.properties if p.name == "Low")
    assert [evaluate(formula, env) for env in again] == [True] * 4 + [False]
