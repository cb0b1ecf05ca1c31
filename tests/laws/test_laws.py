"""The laws, one table: for random policies and inputs, every meaning of a policy is the evaluator's."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

import pytest

from aln.core.evaluate import Decision, decide, evaluate
from aln.syntax.format import format_module
from aln.syntax.parse import parse
from tests.laws import python_law
from tests.laws.cases import Input, Policy, Rows, policies

LONG = os.environ.get("ALN_LONG") == "1"
# A slice of the long suite holds whole laws: each with a fifth of the pairs.
SLICED = "ALN_SLICE_SECONDS" in os.environ
PAIRS = (20_000 if SLICED else 100_000) if LONG else 2_000
INPUTS = 20
SEED = 20_261_121


def pairs(
    count: int, seen: Counter[str]
) -> Iterator[tuple[Policy, list[tuple[Input, dict[str, Any], Decision]]]]:
    """`count` pairs in groups of one policy; `seen` counts verdicts and kinds of value."""
    rng = random.Random(SEED)
    for policy in policies(SEED, count // INPUTS):
        group = []
        rows = Rows(rng, seen)
        for _ in range(INPUTS):
            given = rows.draw(policy)
            env = given.env(policy)
            decision = decide(policy.guard, env)
            seen["allowed" if decision.allowed else "denied"] += 1
            seen["invalid field"] += bool(decision.invalid)
            group.append((given, env, decision))
        yield policy, group


def every_kind_occurred(seen: Counter[str], count: int) -> None:
    """Each kind of value and both verdicts really occurred, often."""
    for kind in ("missing", "invalid", "range end", "allowed", "denied", "invalid field"):
        assert seen[kind] > count // 50, seen


def python_guard(policy: Policy) -> Callable[[Input, dict[str, Any], Decision], None]:
    """`decide` and `allows` of the generated Python agree with the evaluator, reasons and invalid fields included."""
    guard = python_law.load(policy)

    def holds(given: Input, env: dict[str, Any], decision: Decision) -> None:
        arguments = python_law.arguments(policy, guard, given)
        found = guard.decide(*arguments.values())
        assert found.allowed is decision.allowed, (policy.text, given)
        assert set(found.invalid) == set(decision.invalid), (policy.text, given, found)
        assert tuple(r.rule for r in found.reasons) == decision.failed, (policy.text, given)
        assert guard.allows(*arguments.values()) is decision.allowed, (policy.text, given)

    return holds


def z3_model(policy: Policy) -> Callable[[Input, dict[str, Any], Decision], None]:
    """Every rule has, in a Z3 model of the environment, the value the evaluator gives it."""
    from tests.laws.z3_law import value_in_model

    def holds(given: Input, env: dict[str, Any], decision: Decision) -> None:
        if decision.invalid:
            return
        values = value_in_model(policy.guard, env)
        assert values == [bool(evaluate(r.condition, env)) for r in policy.guard.rules], (policy.text, given)

    return holds


def round_trip(policy: Policy) -> Callable[[Input, dict[str, Any], Decision], None]:
    """parse(format(tree)) is the tree, and formatting twice changes nothing."""
    text = format_module(policy.checked.module)
    module, found = parse(text, "law.aln")
    assert not found and module == policy.checked.module
    assert format_module(module) == text
    return lambda given, env, decision: None


LAWS = {
    "python guard = evaluator": python_guard,
    "Z3 model = evaluator": z3_model,
    "parse of format = identity": round_trip,
}


@pytest.mark.parametrize("law", LAWS, ids=str)
def test_law(law: str) -> None:
    """The law holds on every random pair."""
    seen: Counter[str] = Counter()
    # A model for each pair is the costly one: a tenth as many by default, all of them in the long suite.
    count = PAIRS // 10 if law.startswith("Z3") and PAIRS == 2_000 else PAIRS
    for policy, group in pairs(count, seen):
        holds = LAWS[law](policy)
        for given, env, decision in group:
            holds(given, env, decision)
    every_kind_occurred(seen, count)


@pytest.mark.server
def test_server_equals_evaluator(empty_database: str) -> None:
    """A real PostgreSQL with the generated constraints accepts exactly what the evaluator allows, and its triggers
    name exactly the rules that fail."""
    import psycopg

    from aln.backends import Unsupported
    from tests.laws.server_law import enforced, script_of, storable, verdict

    seen: Counter[str] = Counter()
    named = refused = 0
    groups = pairs(PAIRS, seen)
    # A session remembers whatever it has made and dropped: after some policies a fresh one is much quicker.
    while some := list(islice(groups, 50)):
        with psycopg.connect(empty_database, autocommit=True) as connection:
            for policy, group in some:
                try:
                    script = script_of(policy)
                except Unsupported:
                    # A divisor that may be zero, a count of stored rows: the target refuses, and says so.
                    refused += 1
                    continue
                with enforced(connection, policy, script):
                    for given, _, decision in group:
                        accepted, rules = verdict(connection, policy, given)
                        expected = decision.allowed and storable(policy, given)
                        assert accepted is expected, (policy.text, given, decision)
                        if rules is not None and not accepted and not decision.invalid:
                            assert tuple(rules) == decision.failed, (policy.text, given)
                            named += 1
    every_kind_occurred(seen, PAIRS)
    assert named > PAIRS // 20 and refused < PAIRS // INPUTS // 2


@pytest.mark.parametrize("name", ["python", "sql"])
def test_every_artefact_read_back_is_proved_equal(name: str) -> None:
    """print then read is the same guard, proved, for random policies; what is not proved is refused, never refuted."""
    from aln.backends import Unreadable, Unsupported, target
    from aln.lower.module import lower
    from aln.verifier.obligation import Budget
    from aln.verifier.obligations import guard_equal
    from aln.verifier.prove import prove

    printer = target(name)
    count = 2_000 if LONG and not SLICED else 60
    statuses: Counter[str] = Counter()
    for policy in policies(SEED + 1, count):
        core = lower(policy.checked)
        try:
            read = printer.read_guard(printer.print_guard(policy.guard, python_law.HEADER))
        except (Unsupported, Unreadable) as refused:
            # A form that the target or its reader does not know: nothing is shipped.
            statuses[type(refused).__name__] += 1
            continue
        equal = guard_equal(
            core, policy.guard, read.guard, read.decision, name, complete=printer.complete_relations
        )
        [verdict] = prove([equal], Budget(second_opinion=False))
        statuses[verdict.status] += 1
        assert verdict.status != "refuted", (policy.text, verdict.counterexample)
    assert statuses["proved"] > count * 0.5, statuses
    # Whatever the printer of Python writes, its reader knows.
    assert name != "python" or not statuses["Unreadable"], statuses
