"""No fault of an artefact passes for the policy: each mutant is refused, refuted, or listed and shown to be the same.

The chain is the real one: the target's reader, the obligation `backend-equal`, the solver. A mutant that cannot be
read is never shipped. One that is proved must stand in `EQUIVALENT` with its reason, and 10,000 directed inputs (4,000
by default), on the interpreter or the real server, must show no difference.
"""

from __future__ import annotations

import ast
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from aln.backends import Unreadable, target
from aln.backends.python.run import Emitted, load
from aln.core.evaluate import evaluate
from aln.core.ir import Expr, Guard, Machine, Type, node
from aln.core.slice import runtime
from aln.verifier.obligation import Obligation, Same, Verdict
from aln.verifier.prove import prove
from tests.backends.python_guards import closed, environment
from tests.backends.test_python_machine import inputs, lawful
from tests.laws.mutants import Artefact, Mutant, artefacts, edited, printed, reprinted

# All mutants of the guard over relations take longer than a slice of the long suite.
LONG = os.environ.get("ALN_LONG") == "1" and "ALN_SLICE_SECONDS" not in os.environ
INPUTS = 10_000 if os.environ.get("ALN_LONG") == "1" else 4_000
SEED = 20_261_121

NAMES = (
    "StudyGuard.python",
    "StudyGuard.sql",
    "SessionGuard.python",
    "SessionGuard.sql",
    "JoinGuard.python",
    "JoinGuard.sql",
    "ValidLimits.python",
    "ValidLimits.sql",
    "SafetyStep.python",
)
# Of the faults of a guard over relations the default suite takes these; each proof of one costs a second or more.
RELATION = re.compile(
    r"^the_device_joins_before|^the_devices_family_requires_no_calibration_profile: (negate|drop|all|any)"
    r"|: (PASSED to|another message|a link dropped|rule dropped)"
)
WITHIN = re.compile(r"^(allows|_rule_\d+|_explain) in |^\w+: ")
# What an artefact states about itself is tested apart.
STATED = re.compile(r"^(TRACES|SIGNALS|PERIOD_US|RECORDS|_QUANTITY_\d+) in ")

ABSENT = "a missing reference reads as false in what is left of the rule"
NONE = "no element of a missing relation can be the one that the rule asks for"
LATER = "a record later than the join is not the greatest of those that are not later"
BEGUN = "no interval is over at its beginning"
PRODUCT = "a product has no order"
ORDER = "a conjunction has no order"
AGE = "two records of one instant are of one age"
LAST = (
    "the_latest_calibration_of_a_required_profile_is_not_passed",
    "the_latest_calibration_of_a_required_profile_is_older_than_its_interval",
    "a_measured_value_exceeds_the_maximum_of_its_profile",
    "the_certificate_of_the_latest_calibration_is_not_valid_then",
)
RELATIONAL = (
    ("the_devices_family_requires_no_calibration_profile: drop (given device.family.profiles) of", NONE),
    *((f"{rule}: drop (given device.calibrations) of", NONE) for rule in LAST),
    *((f"{rule}: drop (lt joined_at c.performed_at) of", LATER) for rule in LAST),
    *((f"{rule}: joined_at to c.performed_at in (lt joined_at c.performed_at)", LATER) for rule in LAST),
    *((f"{rule}: c.performed_at to joined_at in (lt joined_at c.performed_at)", LATER) for rule in LAST),
    (f"{LAST[1]}: < to <= in (lt joined_at c.performed_at)", BEGUN),
    (f"{LAST[1]}: drop (not (eq c.profile p.id)) of", AGE),
    (f"{LAST[3]}: drop (given c.certificate) of", "a missing certificate reads as one that ended at time 0"),
)
# (artefact, the beginning of the mutant's name, why it is the same policy)
EQUIVALENT = (
    ("StudyGuard.python", "the_bound_policy_does_not_exclude_rem: drop (given rem_policy) of", ABSENT),
    ("StudyGuard.sql", "the_bound_policy_does_not_exclude_rem: drop (given rem_policy) of", ABSENT),
    ("SessionGuard.python", "the_bound_policy_does_not_exclude_rem: drop (given study.rem_policy) of", ABSENT),
    ("SessionGuard.sql", "the_bound_policy_does_not_exclude_rem: drop (given study.rem_policy) of", ABSENT),
    *((f"JoinGuard.{name}", what, why) for name in ("python", "sql") for what, why in RELATIONAL),
    *(
        ("JoinGuard.python", f"{place} in `c.profile != p.id`: drop operand 2", LATER)
        for place in ("allows", "_rule_2", "_rule_3", "_rule_4", "_rule_5")
    ),
    ("JoinGuard.python", "_rule_3 in `c.profile != p.id`: drop operand 1", AGE),
    ("JoinGuard.python", "_rule_3 in `or session_device.joined_at < c.performed_at`: Lt to LtE", BEGUN),
    ("JoinGuard.python", "_rule_3 in `or session_device.joined_at <= c.performed_at + p.max_interval_days * 86400000000`: swap operands", PRODUCT),
    ("JoinGuard.python", "allows in `and joined_at <= c.performed_at + p.max_interval_days * 86400000000`: swap operands", PRODUCT),
    ("JoinGuard.sql", f"{LAST[1]}: `<` to `<=` in `OR judged.joined_at < c.performed_at`", BEGUN),
    ("JoinGuard.sql", f"{LAST[1]}: OR to AND in `OR judged.joined_at < c.performed_at`", AGE),
    *(
        (f"{name}.python", "allows in `try:`: after the next: `if", ORDER)
        for name in ("StudyGuard", "SessionGuard", "ValidLimits", "JoinGuard")
    ),
    *(
        (f"{name}.python", '_TERMS_1 in `_TERMS_1: Final = ("rem", "r e m", "r em", "re m"', "a lexicon has no order")
        for name in ("StudyGuard", "SessionGuard")
    ),
    ("SafetyStep.python", "trusted: drop (given confidence) of", "a missing confidence reads as 0, below the threshold"),
    ("SafetyStep.python", "wanted: drop (given target) of", "a missing target reads as 0, and no pressure is below it"),
    ("SafetyStep.python", "step in `state.rate + limits.max_change`: swap operands", "a sum has no order"),
    (
        "SafetyStep.python",
        "step in `rate_next = min(max(wanted, max(limits.min, state.rate - limits.max_change))",
        "min and max have no order",
    ),
)  # fmt: skip


def mutants(artefact: Artefact) -> list[Mutant]:
    """The mutants of the suite that runs: all; by default all prints and some edits, fewer of a guard over relations."""
    relation = artefact.subject.name == "JoinGuard" and not LONG
    prints = reprinted(artefact, (lambda what: bool(RELATION.search(what))) if relation else bool)
    edits = [m for m in edited(artefact, some=not LONG) if not STATED.match(m.what)]
    if relation:
        # An edit of a rule costs a proof over relations; those elsewhere do not.
        edits = [m for m in edits if not WITHIN.match(m.what)][::2]
    return [*prints, *edits]


def sound(artefact: Artefact, mutant: Mutant) -> bool:
    """Whether the text is of the target's language at all, the bodies of SQL functions included."""
    if artefact.target == "python":
        try:
            ast.parse(mutant.text)
        except SyntaxError:
            return False
        return True
    import pglast

    try:
        pglast.parse_sql(mutant.text)
        for _, body in re.findall(r"AS \$(\w+)\$(.*?)\$\1\$", _functions(mutant.text, "sql"), re.DOTALL):
            pglast.parse_sql(body)
    except pglast.parser.ParseError:
        return False
    return True


def _functions(text: str, language: str) -> str:
    return "\n".join(
        m[0]
        for m in re.finditer(
            r"^CREATE [^;]*?FUNCTION .*?AS \$(\w+)\$.*?\$\1\$;", text, re.DOTALL | re.MULTILINE
        )
        if f"LANGUAGE {language}" in m[0]
    )


def verdict(obligation: Obligation) -> Verdict:
    [found] = prove([obligation])
    return found


def replays(found: Verdict) -> None:
    """The counterexample of a refutation: a difference in form, or values that the two readings judge differently."""
    goal, shown = found.obligation.goal, found.counterexample
    assert isinstance(goal, Same) and shown is not None and shown.says
    if not goal.differences:
        [(policy, artefact)] = [(x, y) for name, x, y in goal.pairs if (name,) == shown.blames]
        assert evaluate(policy, shown.env) != evaluate(artefact, shown.env), shown


def listed(artefact: Artefact, mutant: Mutant) -> bool:
    return any(artefact.name == name and mutant.what.startswith(what) for name, what, _ in EQUIVALENT)


@cache
def outcomes(name: str) -> tuple[Counter[str], tuple[Mutant, ...]]:
    """How many mutants of an artefact came out which way, and those that were proved; asserts that all are told."""
    artefact = artefacts()[name]
    count: Counter[str] = Counter()
    proved = []
    for mutant in mutants(artefact):
        if not sound(artefact, mutant):
            continue
        count["all"] += 1
        try:
            obligation = artefact.equal(mutant.text)
        except Unreadable:
            count["refused"] += 1
            continue
        found = verdict(obligation)
        if found.status == "refuted":
            replays(found)
            assert isinstance(obligation.goal, Same)
            count["form" if obligation.goal.differences else "solver"] += 1
        else:
            # What the solver leaves open is not shipped; only what is listed may be left open, and not by default.
            assert listed(artefact, mutant), (name, mutant.what, found.status, found.reason)
            assert found.status == "proved" or LONG, (name, mutant.what, found.reason)
            count["equivalent"] += 1
            proved.append(mutant)
    return count, tuple(proved)


@pytest.mark.parametrize("name", NAMES)
def test_every_mutant_is_told_or_listed(name: str) -> None:
    """A mutant is refused by the reader, refuted with a counterexample that replays, or proved and listed."""
    if name.endswith("sql"):
        pytest.importorskip("pglast")
    count, _ = outcomes(name)
    assert count["all"] == sum(count[k] for k in ("refused", "form", "solver", "equivalent"))
    assert count["all"] >= 20 and count["solver"] >= 5, count


def test_there_are_enough_mutants_of_each_outcome() -> None:
    """In each target at least 500 mutants in all, and 25 that are read and refuted by the solver; every entry of the table
    of equivalents is met."""
    pytest.importorskip("pglast")
    assert set(NAMES) == artefacts().keys()
    for kind in ("python", "sql"):
        total = sum((outcomes(n)[0] for n in NAMES if n.endswith(kind)), Counter())
        assert (
            total["all"] >= 500 and total["solver"] >= 25 and total["form"] >= 10 and total["refused"] >= 10
        ), total
    met = {(n, m.what) for n in NAMES for m in outcomes(n)[1]}
    for name, what, _ in EQUIVALENT:
        # The default suite leaves out edits of the text, and most prints of a guard over relations.
        left = not LONG and (" in `" in what or (name.startswith("JoinGuard") and not RELATION.search(what)))
        assert left or any(name == n and w.startswith(what) for n, w in met), (name, what)


# ── what an artefact states about itself ─────────────────────────────────────────────────────────────────────


def _coarser(guard: Guard) -> Guard:
    """The same counts of a unit a tenth as large, ten steps of it at a time: every declared range is ten times wider."""

    def other(t: Type) -> Type:
        if t.sort != "int":
            return t
        return replace(t, step=t.step * 10, unit=replace(t.unit, factor=t.unit.factor / 10))

    def again(e: Expr) -> Expr:
        return node(e.kind, other(e.type), e.name, tuple(map(again, e.args)), e.value, e.terms, e.bound)

    records = tuple(
        replace(r, fields=tuple(replace(f, type=other(f.type)) for f in r.fields)) for r in guard.records
    )
    return replace(
        guard, records=records, rules=tuple(replace(r, condition=again(r.condition)) for r in guard.rules)
    )


def _renamed(guard: Guard) -> Guard:
    """The same counts of a unit of another kind."""
    [record] = guard.records
    fields = tuple(
        replace(f, type=replace(f.type, unit=replace(f.type.unit, kind="length"))) for f in record.fields
    )
    return replace(guard, records=(replace(record, fields=fields),))


def statements() -> Iterator[tuple[str, str, Guard | Machine]]:
    pump = runtime(artefacts()["SafetyStep.python"].subject)  # type: ignore[arg-type]
    (first, a), (second, c), *rest = pump.signals
    yield "signals swapped", "SafetyStep.python", replace(pump, signals=((first, c), (second, a), *rest))
    yield "a signal dropped", "SafetyStep.python", replace(pump, signals=(*rest,))
    yield "period doubled", "SafetyStep.python", replace(pump, period_us=2 * pump.period_us)
    for name in ("python", "sql"):
        limits, session = (artefacts()[f"{n}.{name}"].subject for n in ("ValidLimits", "SessionGuard"))
        assert isinstance(limits, Guard) and isinstance(session, Guard)
        yield "ranges ten times wider", f"ValidLimits.{name}", _coarser(limits)
        yield "links dropped", f"SessionGuard.{name}", replace(session, traces=session.traces[1:])
    limits = artefacts()["ValidLimits.python"].subject
    assert isinstance(limits, Guard)
    yield "a unit of another kind", "ValidLimits.python", _renamed(limits)


STATEMENTS = (
    "signals swapped",
    "a signal dropped",
    "period doubled",
    "links dropped",
    "ranges ten times wider",
    "a unit of another kind",
)


@pytest.mark.parametrize("what", STATEMENTS)
def test_what_an_artefact_states_is_compared(what: str) -> None:
    """Another step and unit at one grain, other signals, another period, other links: refused or refuted, never proved."""
    found = [(name, subject) for described, name, subject in statements() if described == what]
    assert found
    for name, subject in found:
        artefact = artefacts()[name]
        text = printed(subject, artefact.target)
        assert text != artefact.text
        try:
            obligation = artefact.equal(text)
        except Unreadable:
            continue
        assert verdict(obligation).status == "refuted", name


# ── the equivalent ones, run ─────────────────────────────────────────────────────────────────────────────────


def met(env: dict[str, Any], r: random.Random) -> dict[str, Any]:
    """`env` with one number of it brought to another of its size, or next to it: where comparisons turn."""
    numbers = sorted(k for k, v in env.items() if type(v) is int)
    items = [(k, i, f) for k, v in env.items() if isinstance(v, tuple) for i, x in enumerate(v) for f in x]
    inner = [(k, i, f) for k, i, f in items if type(env[k][i][f]) is int]
    if not numbers or r.random() < 0.3:
        return env
    value = env[r.choice(numbers)] + r.choice((-1, 0, 0, 1))
    if inner and r.random() < 0.6:
        k, i, f = r.choice(inner)
        return {**env, k: (*env[k][:i], {**env[k][i], f: value}, *env[k][i + 1 :])}
    return {**env, r.choice(numbers): value}


def directed(guard: Guard, strange: float) -> Iterator[dict[str, Any]]:
    """Directed environments: range ends, missing, both sides of every constant, fields that meet, and `strange` ones."""
    r = random.Random(SEED)
    for _ in range(INPUTS):
        env = environment(guard, r, r.choice((0.0, 0.0, strange)), r.choice((0.0, 0.0, 0.1)))
        yield closed(met(env, r))


def equivalents(kind: str) -> list[tuple[Artefact, Mutant]]:
    return [(artefacts()[n], m) for n in NAMES if n.endswith(kind) for m in outcomes(n)[1]]


def test_equivalent_python_mutants_show_no_difference() -> None:
    """Directed inputs on the interpreter: the mutant decides, explains and steps as the artefact does."""
    for artefact, mutant in equivalents("python"):
        if isinstance(artefact.subject, Machine):
            steps_alike(artefact.text, mutant, runtime(artefact.subject))
            continue
        of, seen = target("python"), Counter[str]()
        runs = []
        for text in (artefact.text, mutant.text):
            read = of.read_guard(text)
            runs.append(Emitted(text, read.guard, read.decision))
        for env in directed(artefact.subject, 0.03):
            mine, theirs = (run.decide(env) for run in runs)
            assert mine == theirs, (mutant.what, env)
            assert runs[0].allowed(env) == runs[1].allowed(env), (mutant.what, env)
            seen["allowed" if mine.allowed else "denied"] += 1
            seen["invalid"] += bool(mine.invalid)
            seen["missing"] += None in env.values()
        assert min(seen[k] for k in ("allowed", "denied", "invalid", "missing")) >= INPUTS // 100, seen


def steps_alike(text: str, mutant: Mutant, machine: Machine) -> None:
    """Both modules step alike for thousands of directed ticks, inputs missing, strange and at the threshold included."""
    mine, theirs = load(text), load(mutant.text)
    r, ticks, seen = random.Random(SEED), 0, Counter[str]()
    while ticks < INPUTS:
        values = lawful(r)
        if r.random() < 0.3:
            values[r.choice(sorted(values))] = r.choice((0, 1, 2000))
        limits, others = mine["Limits"](**values), theirs["Limits"](**values)
        try:
            state = mine["init"](limits)
        except mine["InvalidParameters"]:
            with pytest.raises(theirs["InvalidParameters"]):
                theirs["init"](others)
            seen["refused"] += 1
            continue
        other = theirs["init"](others)
        for _ in range(10):
            arrived = list(inputs(r, machine).values())
            if r.random() < 0.3:
                arrived[1] = arrived[0]
            state, out = mine["step"](limits, state, *arrived)
            other, output = theirs["step"](others, other, *arrived)
            assert (tuple(state), tuple(out)) == (tuple(other), tuple(output)), (mutant.what, values, arrived)
            seen["fallback" if out.fallback else "trusted"] += 1
            ticks += 1
    assert min(seen[k] for k in ("refused", "fallback", "trusted")) >= INPUTS // 100, seen


@pytest.mark.server
def test_equivalent_sql_mutants_show_no_difference(empty_database: str) -> None:
    """Directed records on the real server: the mutant's function names the same failed rules as the artefact's."""
    pytest.importorskip("pglast")
    import psycopg

    from tests.laws.server_mutants import compared

    found = equivalents("sql")
    assert found
    for artefact, mutant in found:
        assert isinstance(artefact.subject, Guard)
        with psycopg.connect(empty_database) as connection:
            seen = compared(
                connection, artefact.subject, artefact.text, mutant.text, directed(artefact.subject, 0.0)
            )
            connection.rollback()
        assert seen["different"] == 0, (mutant.what, seen)
        assert seen["all"] == INPUTS and min(seen["allowed"], seen["denied"]) >= INPUTS // 100, seen
        assert min(seen["invalid"], seen["missing"]) >= INPUTS // 100, seen
