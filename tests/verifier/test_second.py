"""The second opinion: cvc5 on the same text, and what a contradiction does to a verdict."""

from __future__ import annotations

from pathlib import Path

import pytest
import z3

from aln.core import build as b
from aln.core.ir import Field, Type
from aln.diagnostics import Span
from aln.pipeline import Source, core, proofs
from aln.verifier.obligation import Budget, Holds, Obligation, Possible, Scope
from aln.verifier.prove import prove
from aln.verifier.records import rules, smt
from aln.verifier.second import second_opinion, smtlib

LIBRARY = Path(__file__).parents[2] / "aln" / "library" / "policies"
N = Type("int", 0, 99)
SCOPE = Scope(fields=(Field("n", N), Field("m", N)))
X, M = b.var("n", N), b.var("m", N)
VALID = Obligation(
    "T/claim/c", "claim", "c", "T", Span("t.aln", 1, 1), Holds(SCOPE, b.eq(b.add(X, M), b.add(M, X)))
)


def script(*assertions: z3.BoolRef) -> str:
    solver = z3.Solver()
    solver.add(*assertions)
    return smtlib(solver)


@pytest.mark.parametrize("file", ["rem_exclusion.aln", "calibration.aln"])
def test_both_solvers_agree_on_every_certificate_of_the_library(file: str) -> None:
    """Each question in a certificate of a shipped policy is unsatisfiable for cvc5 too."""
    module = core(Source(file, (LIBRARY / file).read_text(encoding="utf-8")))
    asked = 0
    for verdict in proofs(module, Budget(second_opinion=False)):
        assert verdict.certificate is not None or verdict.engine == "evaluation"
        for _, text in verdict.certificate.queries if verdict.certificate else ():
            assert second_opinion(text) == "unsat"
            asked += 1
    assert asked >= 3


def test_the_text_is_standard_and_has_no_clock_in_it() -> None:
    """The script begins with its logic, ends by asking, and is the same each time."""
    x = z3.Int("x")
    text = script(x > 1, x < 2)
    assert text == script(x > 1, x < 2)
    assert text.startswith("(set-logic ALL)\n")
    assert text.rstrip().endswith("(check-sat)")
    assert "set-info" not in text
    assert second_opinion(text) == "unsat"


def test_an_answer_is_sat_unsat_or_unknown() -> None:
    """A satisfiable script is sat; one that is broken, empty or beyond the limit is unknown, never unsat."""
    x, y, z = z3.Ints("x y z")
    assert second_opinion(script(x > 1)) == "sat"
    assert second_opinion("(set-logic ALL)\n(assert (< x 1))\n(check-sat)\n") == "unknown"
    assert second_opinion("(assert") == "unknown"
    assert second_opinion("") == "unknown"
    hard = script(x * x * x + y * y * y + z * z * z == 33, x > 1000)
    assert second_opinion(hard, units=50) == "unknown"


def test_an_error_after_an_answer_takes_it_back() -> None:
    """A script that goes wrong after its answer has no answer."""
    text = script(z3.Int("x") != z3.Int("x"))
    assert second_opinion(text) == "unsat"
    assert second_opinion(text + "(assert undeclared)\n") == "unknown"


def _agrees(monkeypatch: pytest.MonkeyPatch, said: str) -> tuple[str, str, str]:
    monkeypatch.setattr(smt, "second_opinion", lambda script: said)
    verdict = next(prove([VALID]))
    return verdict.status, verdict.evidence, verdict.reason


def test_the_second_answer_sets_the_level_and_never_the_other_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Agreement gives L2, silence L1, contradiction no proof at all."""
    assert _agrees(monkeypatch, "unsat")[:2] == ("proved", "L2")
    assert _agrees(monkeypatch, "unknown")[:2] == ("proved", "L1")
    status, evidence, reason = _agrees(monkeypatch, "sat")
    assert (status, evidence) == ("unknown", "")
    assert "second solver" in reason


def test_a_tampered_script_gives_no_second_level(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the text that cvc5 reads is not the question that Z3 answered, there is no L2 proof."""
    for tampered in ("(set-logic ALL)\n(check-sat)\n", "(set-logic ALL)\n", "not smt-lib"):
        monkeypatch.setattr(smt, "smtlib", lambda solver, text=tampered: text)
        verdict = next(prove([VALID]))
        assert verdict.evidence != "L2"
        assert not (tampered.endswith("(check-sat)\n") and verdict.status == "proved")


def test_agreement_alone_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second solver that always says `unsat` changes no refutation and lifts no witness to L2."""
    for engine in (smt, rules):
        monkeypatch.setattr(engine, "second_opinion", lambda script: "unsat")
    false = Obligation(VALID.id, "claim", "c", "T", VALID.span, Holds(SCOPE, b.lt(X, M)))
    possible = Obligation(VALID.id, "consistent", "c", "T", VALID.span, Possible(SCOPE, b.lt(X, M)))
    assert [v.status for v in prove([false, possible])] == ["refuted", "proved"]
    assert [v.evidence for v in prove([false, possible])] == ["L0", "L1"]
