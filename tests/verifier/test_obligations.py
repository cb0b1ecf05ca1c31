"""The obligation catalogue: its folders are the kinds, its pages say what the tool says, its texts get their verdicts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from aln import backends
from aln.backends.sql import read_check
from aln.core.ir import CoreModule, Expr, Guard, node
from aln.pipeline import Artefact, artefacts, proofs
from aln.verifier.obligation import Kind, Obligation, Same, Scope, Verdict, Within
from aln.verifier.obligations import guard_equal, obligations, unreadable, widths
from aln.verifier.prove import prove
from aln.verifier.wording import WORDING, wording
from tests.verifier.render import ROOT, findings, module, rendered

CATALOGUE = ROOT / "obligations"
KINDS = get_args(Kind)
Golden = Callable[[Path, str], None]
# What is refuted of these is not the text but something made of it, spoiled as `fails.txt` lists.
SPOILED = ("backend-equal", "total")
# What these are about stands in several modules.
BESIDE = ("composition", "forbidden")
EQUAL = CATALOGUE / "backend-equal"
SECTIONS = (
    "What is proved", "How", "Wording", "What a refutation means", "How to repair",
)  # fmt: skip


def of_kind(kind: str, verdicts: list[Verdict]) -> list[Verdict]:
    return [v for v in verdicts if v.obligation.kind == kind]


def test_the_folders_are_the_kinds() -> None:
    """Each kind that can be reported has a folder and a wording, and nothing else has."""
    assert sorted(p.name for p in CATALOGUE.iterdir()) == sorted(KINDS)
    assert sorted(WORDING) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_each_page_is_complete_and_states_the_wording(kind: Kind) -> None:
    """A page has its sections, names what cvc5 has to do with it, and gives the three wordings word for word."""
    page = (CATALOGUE / kind / "obligation.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {kind}\n")
    assert tuple(re.findall(r"^## (.*)$", page, re.M)) == SECTIONS
    assert "cvc5" in page
    said = WORDING[kind]
    stated = dict(re.findall(r"^- (success|failure|short): (.*)$", page, re.M))
    assert stated == {"success": said.success, "failure": said.failure, "short": said.short}


def _lines(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


@pytest.mark.parametrize("kind", KINDS)
def test_avoid_and_prefer_stand_in_the_texts_that_are_judged(kind: Kind) -> None:
    """What a page says to avoid is part of `fails.aln` and not of `holds.aln`; what it prefers, the other way about."""
    folder = CATALOGUE / kind
    blocks = re.findall(r"```aln fragment (\w+).*?\n(.*?)```", (folder / "obligation.md").read_text(), re.S)
    holds, fails = (_lines((folder / f"{name}.aln").read_text()) for name in ("holds", "fails"))
    found = dict(blocks)
    assert len(found) == len(blocks)
    if kind in BESIDE:
        # Fragments of one module cannot name others: the two stand as plain text, avoid before prefer.
        bad, good = re.findall(r"```text\n(.*?)```", (folder / "obligation.md").read_text(), re.S)
        found = {"proved": good, "refuted": bad}
    assert _lines(found["proved"]) in holds
    if kind == "width":
        [found["refuted"]] = re.findall(r"```text\n(.*?)```", (folder / "obligation.md").read_text(), re.S)
    if kind not in SPOILED:
        assert _lines(found["refuted"]) in fails
        assert _lines(found["refuted"]) not in holds
        assert _lines(found["proved"]) not in fails


@pytest.mark.parametrize("kind", KINDS)
def test_what_holds_is_proved(kind: Kind) -> None:
    """Every obligation of `holds.aln` is proved, one of its own kind among them; nothing is reported about the text."""
    path = CATALOGUE / kind / "holds.aln"
    assert findings(path) == []
    verdicts = list(proofs(module(path)))
    if kind == "width":
        verdicts += prove(widths(module(path), "c"))
    if kind == "backend-equal":
        verdicts += prove([a.equal for a in artefacts(module(path), backends.TARGETS) if a.equal])
        assert len(of_kind(kind, verdicts)) == len(backends.TARGETS)
    assert of_kind(kind, verdicts)
    assert [v.obligation.id for v in verdicts if v.status != "proved"] == []
    assert {wording(v) for v in of_kind(kind, verdicts)} == {WORDING[kind].success}


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in SPOILED])
def test_what_fails_is_refuted_as_written(kind: Kind, golden: Golden) -> None:
    """`fails.aln` is sound text; its obligations of the kind are refuted, in the words of `expected.txt`."""
    folder = CATALOGUE / kind
    assert findings(folder / "fails.aln") == []
    core = module(folder / "fails.aln")
    verdicts = of_kind(kind, [*proofs(core), *prove(widths(core, "c"))])
    assert "refuted" in {v.status for v in verdicts}
    assert {v.status for v in verdicts} <= {"refuted", "proved"}
    golden(folder / "expected.txt", rendered(verdicts))


# ── ranges ───────────────────────────────────────────────────────────────────────────────────────────────────


def restated(e: Expr, name: str, lo: int, hi: int) -> Expr:
    """An expression with the range of each step of this name stated otherwise, as no smart constructor would."""
    args = tuple(restated(a, name, lo, hi) for a in e.args)
    ty = replace(e.type, lo=lo, hi=hi) if e.kind == "op" and e.name == name else e.type
    return node(e.kind, ty, e.name, args, e.value, e.terms, e.bound)


def test_ranges_that_are_stated_too_narrow_are_refuted_as_written(golden: Golden) -> None:
    """Each step of `fails.txt` leaves the range stated for it, for the arguments in `expected.txt`; as inferred, none does."""
    folder = CATALOGUE / "total"
    assert findings(folder / "fails.aln") == []
    [asked] = [o for o in obligations(module(folder / "fails.aln")) if o.kind == "total"]
    assert next(prove([asked])).status == "proved"
    assert isinstance(asked.goal, Within)
    text = ""
    for line in (folder / "fails.txt").read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"(\w+) is stated as (-?\d+) \.\. (-?\d+)", line)
        assert found, line
        formulas = tuple(restated(e, found[1], int(found[2]), int(found[3])) for e in asked.goal.formulas)
        verdict = next(prove([replace(asked, goal=replace(asked.goal, formulas=formulas))]))
        assert verdict.status == "refuted"
        text += f"{line}\n{rendered([verdict])}\n"
    golden(folder / "expected.txt", text)


# ── artefacts ────────────────────────────────────────────────────────────────────────────────────────────────


def spoiled() -> list[tuple[str, str, str]]:
    """The lines of `fails.txt`: (target, old, new), and (`check`, rule, expression)."""
    out = []
    for line in (EQUAL / "fails.txt").read_text(encoding="utf-8").splitlines():
        found = re.fullmatch(r"(sql|python): (.*) becomes (.*)", line)
        check = re.fullmatch(r"check (\S+): (.*)", line)
        assert found or check, line
        out.append((found[1], found[2], found[3]) if found else ("check", check[1], check[2]))  # type: ignore[index]
    return out


def reread(core: CoreModule, guard: Guard, artefact: Artefact, text: str) -> Obligation:
    """The obligation that a text, whoever wrote it, is the guard."""
    target = backends.target(artefact.target)
    try:
        read = target.read_guard(text)
    except backends.Unreadable as why:
        return unreadable(core, guard.name, target.name, str(why))
    complete = target.complete_relations
    return guard_equal(core, guard, read.guard, read.decision, target.name, complete=complete)


def judged(target: str, old: str, new: str) -> Verdict:
    """The verdict on one spoiled artefact, or on one `CHECK` expression in the place of a rule."""
    core = module(EQUAL / "fails.aln")
    [guard] = core.guards
    if target == "check":
        rule = next(r for r in guard.rules if r.id == old)
        passes = read_check(new, guard.records[0].fields)
        goal = Same(Scope(guard.records, complete=True), ((rule.id, rule.condition, passes),))
        says = f"`CHECK ({new})` is the rule that was proved"
        made = unreadable(core, guard.name, "sql", "")
        return next(prove([Obligation(made.id, made.kind, says, made.module, made.span, goal)]))
    [artefact] = artefacts(core, (target,))
    assert old in artefact.text
    assert artefact.equal is not None
    return next(prove([reread(core, guard, artefact, artefact.text.replace(old, new))]))


def test_spoiled_artefacts_are_refuted_as_written(golden: Golden) -> None:
    """Every spoiled artefact and hand-written CHECK of `fails.txt` is refuted, in the words of `expected.txt`."""
    text = ""
    for target, old, new in spoiled():
        verdict = judged(target, old, new)
        assert verdict.status == "refuted"
        text += f"{target}: {old} | {new}\n{rendered([verdict])}\n"
    golden(EQUAL / "expected.txt", text)


def test_an_artefact_that_nobody_touched_is_equal() -> None:
    """What spoils the artefacts is the replacement, not the way that they are judged."""
    core = module(EQUAL / "fails.aln")
    [guard] = core.guards
    for artefact in artefacts(core, backends.TARGETS):
        assert next(prove([reread(core, guard, artefact, artefact.text)])).status == "proved"


@pytest.mark.parametrize(
    ("rule", "expression", "column"),
    [
        ("Usable/the_row_is_flagged", "rem_flag = FALSE", "rem_flag"),
        ("Usable/the_drift_is_too_small_to_be_real", "NOT (c IS NOT NULL AND c <= 2)", "c"),
    ],
)
def test_checks_that_let_null_through_are_refuted_with_null(rule: str, expression: str, column: str) -> None:
    """The two CHECK expressions that everybody writes are refuted, and the counterexample is NULL."""
    assert ("check", rule, expression) in spoiled()
    verdict = judged("check", rule, expression)
    assert verdict.status == "refuted"
    assert verdict.counterexample is not None
    assert verdict.counterexample.env[column] is None
    assert verdict.counterexample.says == f"{rule}: the policy gives false, the artefact true"


@pytest.mark.parametrize(
    ("rule", "expression"),
    [
        ("Usable/the_row_is_flagged", "(rem_flag = FALSE) IS TRUE"),
        ("Usable/the_row_is_flagged", "rem_flag IS NOT NULL AND NOT rem_flag"),
        ("Usable/the_drift_is_too_small_to_be_real", "c IS NOT NULL AND c > 2"),
    ],
)
def test_checks_that_know_of_null_are_proved(rule: str, expression: str) -> None:
    """The same rules written so that NULL is refused are equal to them."""
    assert judged("check", rule, expression).status == "proved"
