"""The generated session guard against one written by hand: the same records, the same checks, the same answers."""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from aln.pipeline import Source, artefacts, core
from bench.measure import Row, pair

ROOT = Path(__file__).resolve().parent.parent
LAST = 7_258_118_399_999_999
TERMS = ("rem", "r e m", "r em", "re m", "paradoxical sleep", "dream phase")
A, B = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"


def generated() -> ModuleType:
    """The guard as `aln build` writes it."""
    source = Source(
        "rem_exclusion.aln", (ROOT / "aln/library/policies/rem_exclusion.aln").read_text(encoding="utf-8")
    )
    [text] = [a.text for a in artefacts(core(source), ["python"]) if a.subject == "SessionGuard"]
    module = ModuleType("bench_session_guard")
    sys.modules[module.__name__] = module
    exec(compile(text, "session_guard.py", "exec"), module.__dict__)
    return module


def by_hand(session: Any, study: Any, policy: Any, mentions: Any) -> bool:
    """What a careful engineer writes: presence, keys, types, ranges, then the rules."""
    if study is None or policy is None or study.id != session.study or policy.id != study.rem_policy:
        return False
    started, begins, ends = session.started_at, policy.effective_from, policy.effective_to
    if (
        type(started) is not int
        or not 0 <= started <= LAST
        or type(begins) is not int
        or not 0 <= begins <= LAST
    ):
        return False
    if ends is not None and (type(ends) is not int or not 0 <= ends <= LAST):
        return False
    if (
        study.rem_sleep_allowed is not False
        or session.rem_flag is not False
        or policy.rem_excluded is not True
    ):
        return False
    if not begins <= started or (ends is not None and started >= ends):
        return False
    title, purpose = study.title, session.purpose
    if type(title) is not str or type(purpose) is not str:
        return False
    return not mentions(title, TERMS) and not mentions(purpose, TERMS)


def reasons_by_hand(session: Any, study: Any, policy: Any, mentions: Any) -> tuple[str, ...]:
    """The same with every reason, each rule judged by itself."""
    if by_hand(session, study, policy, mentions):
        return ()
    out: list[str] = []
    if study is not None and study.id != session.study:
        study = None
    if study is None or (policy is not None and policy.id != study.rem_policy):
        policy = None
    valid = type(session.started_at) is int and 0 <= session.started_at <= LAST
    if study is None or study.rem_sleep_allowed is not False:
        out.append("the study allows REM sleep")
    if study is None or type(study.title) is not str or mentions(study.title, TERMS):
        out.append("the title is labelled as REM")
    if policy is None or policy.rem_excluded is not True:
        out.append("the bound policy does not exclude REM")
    if session.rem_flag is not False:
        out.append("the session is flagged REM")
    if type(session.purpose) is not str or mentions(session.purpose, TERMS):
        out.append("the purpose is labelled as REM")
    if (
        policy is None
        or not valid
        or type(policy.effective_from) is not int
        or not (
            0 <= policy.effective_from <= session.started_at
            and (policy.effective_to is None or session.started_at < policy.effective_to)
        )
    ):
        out.append("no REM policy is in force when the session starts")
    return tuple(out)


def inputs(guard: ModuleType, count: int, lawful: bool) -> list[tuple[Any, Any, Any]]:
    """Random records; lawful ones pass, of the others each has one fault."""
    rng = random.Random(7)
    out = []
    for _ in range(count):
        begins = 1_700_000_000_000_000 + rng.randrange(10**12)
        session = guard.Session(
            study=A, rem_flag=False, purpose="Evening relaxation", started_at=begins + 10**9
        )
        study = guard.Study(id=A, rem_policy=B, rem_sleep_allowed=False, title="Tremor in remission")
        policy = guard.RemPolicy(
            id=B, rem_excluded=True, effective_from=begins, effective_to=rng.choice([None, begins + 10**12])
        )
        if not lawful:
            fault = rng.randrange(7)
            if fault == 0:
                session.rem_flag = True
            elif fault == 1:
                study.rem_sleep_allowed = None
            elif fault == 2:
                study = None
            elif fault == 3:
                session.started_at = LAST + 1
            elif fault == 4:
                policy.effective_to = session.started_at
            elif fault == 5:
                session.purpose = "R.E.M. boost"
            else:
                policy.id = A
        out.append((session, study, policy))
    return out


def rows() -> Sequence[Row]:
    guard = generated()
    allows, decide, mentions = guard.allows, guard.decide, guard.mentions
    found = []
    for what, lawful in (("lawful", True), ("denied", False)):
        given = inputs(guard, 1000, lawful)
        for one in given:
            assert allows(*one) is by_hand(*one, mentions) is lawful
            if not decide(*one).invalid:
                assert tuple(r.because for r in decide(*one).reasons) == reasons_by_hand(*one, mentions)

        def fast(given: Any = given) -> None:
            for a, b, c in given:
                allows(a, b, c)

        def fast_by_hand(given: Any = given) -> None:
            for a, b, c in given:
                by_hand(a, b, c, mentions)

        def full(given: Any = given) -> None:
            for a, b, c in given:
                decide(a, b, c)

        def full_by_hand(given: Any = given) -> None:
            for a, b, c in given:
                reasons_by_hand(a, b, c, mentions)

        found.append(pair(f"1,000 decisions, boolean, {what}", fast, "by hand", fast_by_hand, 1.3))
        found.append(pair(f"1,000 decisions, with reasons, {what}", full, "by hand", full_by_hand, 2.0))
    return found
