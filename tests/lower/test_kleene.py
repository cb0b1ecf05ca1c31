"""Lowering computes *is true* exactly as strong Kleene logic says, for every construct of an expression."""

from __future__ import annotations

import os
import random
from collections import Counter
from fractions import Fraction
from typing import Any

import pytest

from aln.checker.check import check
from aln.core.evaluate import evaluate
from aln.lower.examples import bind
from aln.lower.policy import guard
from aln.syntax import tree as t
from aln.syntax.format import format_expr
from aln.syntax.parse import parse
from tests.lower.kleene import meaning

ENTITIES = """
module Random_v1_0_0 {
    type Small = decimal in -2 .. 2 by 0.5;
    type Length = decimal mm in 0 .. 30 by 1;
    type Wide = decimal cm in 0 .. 3 by 0.1;
    enum Colour { RED; GREEN; BLUE; }
    entity Owner { id : uuid key; level : Small; spare : Small?; items : many Item by owner up to 3; }
    entity Item { id : uuid key; owner : ref Owner; weight : Small; extra : Small?; ok : bool; }
    entity Thing {
        id : uuid key; flag : bool; maybe : bool?; number : Small; other : Small?; colour : Colour; tint : Colour?;
        length : Length; wide : Wide?; owner : ref Owner; second : ref Owner?;
    }
    policy P for Thing x { require %s because "it must hold"; }
}
"""
CASES = 4000 if os.environ.get("ALN_LONG") == "1" else 400
IDS = [f"00000000-0000-4000-8000-00000000000{i}" for i in range(6)]


class Writer:
    """Random well-typed expressions, as text."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def number(self, depth: int, element: str = "") -> str:
        r = self.rng
        leaves = ["x.number", "x.other", "x.owner.level", "x.owner.spare", "x.second.level", "0.5", "-1", "2"]
        if element:
            leaves += [f"{element}.weight", f"{element}.extra"] * 2
        if depth <= 0:
            return r.choice(leaves)
        a, b = self.number(depth - 1, element), self.number(depth - 1, element)
        forms = [f"({a} + {b})", f"({a} - {b})", f"({a} * {b})", f"min({a}, {b})", f"max({a}, {b})", f"abs({a})",
                 f"clamp({a}, -1, 1)", f"(if {self.boolean(depth - 1, element)} then {a} else {b})", a]  # fmt: skip
        if not element:
            forms += [f"floor({a} / {b})", f"ceil({a} / {b})", self.aggregate(depth - 1)]
        return r.choice(forms)

    def aggregate(self, depth: int) -> str:
        kind = self.rng.choice(["count", "sum", "min", "max"])
        where = f" where {self.boolean(depth, 'i')}" if self.rng.random() < 0.6 else ""
        body = "" if kind == "count" else f" : {self.number(depth, 'i')}"
        return f"({kind} i in {self.relation()}{where}{body})"

    def relation(self) -> str:
        return self.rng.choice(["x.owner.items", "x.second.items"])

    def boolean(self, depth: int, element: str = "") -> str:
        r = self.rng
        if depth <= 0:
            leaves = ["x.flag", "x.maybe", "x.colour == RED", "x.tint == BLUE", "x.tint != x.colour", "true",
                      "present(x.tint)", "absent(x.second)", "present(x.second.level)", "absent(x.owner.spare)",
                      "x.length < 20 mm", "x.wide == x.length", "x.owner == x.second"]  # fmt: skip
            return r.choice([*leaves, f"{element}.ok", f"present({element}.extra)"] if element else leaves)
        a, b = self.boolean(depth - 1, element), self.boolean(depth - 1, element)
        op = r.choice(["==", "!=", "<", "<=", ">", ">="])
        forms = [f"({a} and {b})", f"({a} or {b})", f"(not {a})", f"({a} implies {b})", f"(({a}) == ({b}))",
                 f"({self.number(depth - 1, element)} {op} {self.number(depth - 1, element)})",
                 f"(if {a} then {b} else {self.boolean(depth - 1, element)})"]  # fmt: skip
        if not element:
            kind = r.choice(["all", "any"])
            where = f" where {self.boolean(depth - 1, 'i')}" if r.random() < 0.5 else ""
            forms += [f"({kind} i in {self.relation()}{where} : {self.boolean(depth - 1, 'i')})"] * 2
            ties, none = r.choice(["all", "any"]), r.choice(["true", "false"])
            forms.append(
                f"(last i in {self.relation()}{where} by {self.number(0, 'i')} ties {ties} none {none} "
                f": {self.boolean(depth - 1, 'i')})"
            )
        return r.choice(forms)


def rows(rng: random.Random, dangling: bool) -> tuple[dict[str, Any], dict[str, dict[str, dict[str, Any]]]]:
    """A random Thing and the records around it: some references missing, some dangling.

    Only a reference that is followed can be seen to dangle; one that is only compared is its key.
    """

    def small(missing: bool = False) -> Any:
        return None if missing and rng.random() < 0.4 else rng.randint(-4, 4)

    def pick(values: list[Any]) -> Any:
        return rng.choice(values)

    owners = {i: {"id": i, "level": small(), "spare": small(True)} for i in IDS[:2]}
    items = {
        i: {
            "id": i,
            "owner": pick(IDS[:2]),
            "weight": small(),
            "extra": small(True),
            "ok": pick([True, False]),
        }
        for i in IDS[2 : 2 + rng.randint(0, 4)]
    }
    colours = ["RED", "GREEN", "BLUE"]
    thing = {
        "id": IDS[5], "flag": pick([True, False]), "maybe": pick([True, False, None]), "number": small(),
        "other": small(True), "colour": pick(colours), "tint": pick([*colours, None]), "length": rng.randint(0, 30),
        "wide": pick([None, rng.randint(0, 30)]), "owner": pick([*IDS[:2], IDS[4]] if dangling else IDS[:2]), "second": pick([*IDS[:2], None]),
    }  # fmt: skip
    return thing, {"Owner": owners, "Item": items, "Thing": {}}


STEPS = {"level": 2, "spare": 2, "weight": 2, "extra": 2, "number": 2, "other": 2}


def real(thing: dict[str, Any], others: dict[str, dict[str, dict[str, Any]]]) -> dict[str, Any]:
    """The same records as the naive meaning sees them: real values, references followed, lists attached."""

    def values(row: dict[str, Any]) -> dict[str, Any]:
        out = dict(row)
        for name, per in STEPS.items():
            if out.get(name) is not None:
                out[name] = Fraction(out[name], per)
        # Lengths meet in one unit: length counts mm, wide counts tenths of a cm, which are mm too.
        for name in ("length", "wide"):
            if out.get(name) is not None:
                out[name] = Fraction(out[name])
        return out

    owners = {k: values(v) for k, v in others["Owner"].items()}
    for key, owner in owners.items():
        own = [values(i) for i in others["Item"].values() if i["owner"] == key]
        owner["items"] = own if len(own) <= 3 else None
    out = values(thing)
    for name in ("owner", "second"):
        out[name] = owners.get(thing[name]) if thing[name] else None
    return out


@pytest.mark.parametrize("seed", range(4))
def test_is_true_agrees_with_a_naive_three_valued_meaning(seed: int) -> None:
    """Every random rule, on random records with missing values, is true in core when it is true in Kleene logic."""
    rng = random.Random(seed)
    outcomes: Counter[Any] = Counter()
    for _ in range(CASES // 4):
        text = ENTITIES % Writer(rng).boolean(rng.randint(1, 4))
        module, found = parse(text, "random.aln")
        assert module is not None and not found, (text, found)
        checked = check(module)
        if not checked.sound:
            # A comparison decided by the ranges alone is an error, as it should be.
            assert {d.code for d in checked.diagnostics if d.severity == "error"} <= {"ALN0412", "ALN0402"}, (
                text, checked.diagnostics)  # fmt: skip
            continue
        policy = checked.model.policies["P"]
        core = guard(checked, policy)
        rule = policy.items[0]
        assert isinstance(rule, t.Rule)
        for _ in range(6):
            thing, others = rows(rng, "x.owner." in text)
            expected = meaning(rule.condition, {"x": real(thing, others)})
            env = bind(checked, core, thing, others)
            assert evaluate(core.rules[0].condition, env) is (expected is True), (
                format_expr(rule.condition), thing, others, expected)  # fmt: skip
            outcomes[expected] += 1
    assert min(outcomes[v] for v in (True, False, None)) > CASES // 20, outcomes
