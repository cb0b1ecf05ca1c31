"""Random policies over one schema that has everything, and random records for them: lawful, missing, invalid, extreme."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from aln.checker.check import CheckedModule, check
from aln.core.ir import Guard, Type
from aln.lower.examples import bind
from aln.lower.policy import guard
from aln.syntax.parse import parse

MODULE = """
module Law_v1_0_0 {
    constants { POLICY_ID : "11111111-1111-4111-8111-111111111111"; POLICY_VERSION : "1.0.0"; }
    lexicon Terms { "rem"; "r e m"; "dream phase"; }
    type Small  = decimal in -2 .. 2 by 0.5;
    type Length = decimal mm in 0 .. 30 by 1;
    type Wide   = decimal cm in 0 .. 3 by 0.1;
    type Days   = decimal d in 0 .. 400 by 1;
    enum Colour { RED; GREEN; BLUE; }
    entity Owner {
        id : uuid key; level : Small; spare : Small?; opened : timestamp; open : bool?;
        items : many Item by owner up to 3;
    }
    entity Maker { id : uuid key; grade : Small?; name : text; }
    entity Item { id : uuid key; owner : ref Owner; maker : ref Maker; weight : Small; extra : Small?; ok : bool; made : timestamp; }
    entity Thing {
        id : uuid key; flag : bool; maybe : bool?; number : Small; other : Small?; colour : Colour; tint : Colour?;
        length : Length; wide : Wide?; title : text; note : text?; at : timestamp; until : timestamp?; span : Days;
        owner : ref Owner; second : ref Owner?;
    }
    policy P for Thing x {
%s
    }
}
"""
IDS = [f"00000000-0000-4000-8000-00000000000{i}" for i in range(10)]
DAY = 86_400_000_000
LAST = 7_258_118_400_000_000 - 1
TEXTS = (
    "",
    "rem",
    "R.E.M.",
    "tremor",
    "Dream  PHASE two",
    "premier",
    "ＲＥＭ",
    "it's a \\ quote \" %s",
    "re\u00adm",
)


class Rules:
    """Random well-typed rules, as text."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def number(self, depth: int, element: str) -> str:
        r = self.rng
        leaves = ["x.number", "x.other", "x.owner.level", "x.owner.spare", "x.second.level", "0.5", "-1", "2"]
        if element:
            leaves += [f"{element}.weight", f"{element}.extra", f"{element}.maker.grade"] * 2
        if depth <= 0:
            return r.choice(leaves)
        a, b = self.number(depth - 1, element), self.number(depth - 1, element)
        forms = [f"({a} + {b})", f"({a} - {b})", f"({a} * {b})", f"min({a}, {b})", f"max({a}, {b})", f"abs({a})",
                 f"clamp({a}, -1, 1)", f"(if {self.boolean(depth - 1, element)} then {a} else {b})", a]  # fmt: skip
        if not element:
            safe = f"max({b}, 0.5)"
            forms += [f"floor({a} / {safe})", f"ceil({a} / {safe})", self.aggregate(depth - 1)]
            if r.random() < 0.1:
                forms.append(f"floor({a} / {b})")
        return r.choice(forms)

    def instant(self, element: str) -> str:
        r = self.rng
        leaf = r.choice(
            [
                "x.at",
                "x.until",
                "x.owner.opened",
                "x.second.opened",
                *([f"{element}.made"] * 3 if element else []),
            ]
        )
        return r.choice([leaf, leaf, f"({leaf} + x.span)", f"({leaf} - 12 h)"])

    def aggregate(self, depth: int) -> str:
        kind = self.rng.choice(["count", "sum", "min", "max"])
        where = f" where {self.boolean(depth, 'i')}" if self.rng.random() < 0.6 else ""
        body = "" if kind == "count" else f" : {self.number(depth, 'i')}"
        return f"({kind} i in {self.relation()}{where}{body})"

    def relation(self) -> str:
        return self.rng.choice(["x.owner.items", "x.second.items"])

    def atom(self, element: str) -> str:
        leaves = ["x.flag", "x.maybe", "x.colour == RED", "x.tint == BLUE", "x.tint != x.colour", "x.owner.open",
                  "present(x.tint)", "absent(x.second)", "present(x.second.level)", "absent(x.owner.spare)",
                  "x.length < 2 cm", "x.wide == x.length", "x.owner == x.second", "mentions(x.title, Terms)",
                  "mentions(x.note, Terms)", 'x.title == "rem"', "present(x.note)",
                  f"{self.instant(element)} <= {self.instant(element)}"]  # fmt: skip
        if element:
            leaves += [
                f"{element}.ok",
                f"present({element}.extra)",
                f"mentions({element}.maker.name, Terms)",
            ] * 2
        return self.rng.choice(leaves)

    def boolean(self, depth: int, element: str = "") -> str:
        r = self.rng
        if depth <= 0:
            return self.atom(element)
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
            key = r.choice([self.number(0, "i"), "i.made"])
            forms.append(
                f"(last i in {self.relation()}{where} by {key} ties {ties} none {none} : {self.boolean(depth - 1, 'i')})"
            )
        return r.choice(forms)

    def policy(self) -> str:
        rules = []
        for n in range(self.rng.randint(1, 3)):
            word = self.rng.choice(["require", "require", "forbid"])
            rules.append(
                f'        {word} {self.boolean(self.rng.randint(0, 3))} because "rule {n}, it\'s 100%";'
            )
        return MODULE % "\n".join(rules)


@dataclass(frozen=True, slots=True)
class Policy:
    """A random policy: its text, checked module and guard."""

    text: str
    checked: CheckedModule
    guard: Guard


@dataclass(frozen=True, slots=True)
class Input:
    """A random record and those around it, as raw rows by entity and key."""

    thing: Mapping[str, Any]
    others: Mapping[str, Mapping[str, Mapping[str, Any]]]

    def env(self, policy: Policy) -> dict[str, Any]:
        return bind(policy.checked, policy.guard, self.thing, self.others)


def policies(seed: int, count: int) -> Iterator[Policy]:
    """Random policies that check; those that the checker refuses (decided by ranges, say) are not counted."""
    rng = random.Random(seed)
    made = 0
    while made < count:
        text = Rules(rng).policy()
        module, found = parse(text, "law.aln")
        assert module is not None and not found, (text, found)
        checked = check(module)
        if not checked.sound:
            assert {d.code[:5] for d in checked.diagnostics if d.severity == "error"} <= {"ALN04"}, (
                text,
                checked.diagnostics,
            )
            continue
        made += 1
        yield Policy(text, checked, guard(checked, checked.model.policies["P"]))


class Rows:
    """Random rows; `seen` counts what kinds of value occurred."""

    def __init__(self, rng: random.Random, seen: Counter[str]) -> None:
        self.rng = rng
        self.seen = seen

    def value(self, ty: Type, optional: bool, odd: float) -> Any:
        """A raw value: ordinary, at a range end, missing where allowed, or (rarely, by `odd`) invalid."""
        r = self.rng
        if r.random() < odd:
            self.seen["invalid"] += 1
            return r.choice(self.invalid(ty, optional))
        if optional and r.random() < 0.35:
            self.seen["missing"] += 1
            return None
        if ty.sort == "bool":
            return r.random() < 0.5
        if ty.sort == "enum":
            return r.choice(ty.labels)
        if ty.sort == "text":
            return r.choice(TEXTS)
        if ty.unit.kind == "instant":
            if r.random() < 0.1:
                self.seen["range end"] += 1
                return r.choice([0, LAST])
            return 1_700_000_000_000_000 + r.randint(-3, 3) * DAY + r.choice([0, 0, 1, DAY // 2])
        if r.random() < 0.15:
            self.seen["range end"] += 1
            return r.choice([ty.lo, ty.hi])
        return r.randint(ty.lo, ty.hi)

    def invalid(self, ty: Type, optional: bool) -> list[Any]:
        out: list[Any] = [] if optional else [None]
        if ty.sort == "int":
            out += [ty.hi + 1, ty.lo - 1]
            if ty.unit.kind != "instant":
                out += [Fraction(2 * ty.lo + 1, 2), "NaN"]
        elif ty.sort == "enum":
            out += ["red", "", "OTHER"]
        return out or [None]

    def row(self, policy: Policy, entity: str, odd: float, **fixed: Any) -> dict[str, Any]:
        info = policy.checked.model.entities[entity]
        out = dict(fixed)
        for field in info.fields.values():
            if field.name not in out and field.type is not None and not field.entity:
                out[field.name] = self.value(field.type, field.optional, odd)
        return out

    def draw(self, policy: Policy) -> Input:
        r = self.rng
        # Half of the inputs have no invalid value at all, so that both verdicts occur.
        odd = r.choice([0.0, 0.0, 0.05])
        makers = {i: self.row(policy, "Maker", 0, id=i) for i in IDS[5:7]}
        owners = {i: self.row(policy, "Owner", odd / 2, id=i) for i in IDS[:2]}
        items = {
            i: self.row(policy, "Item", odd / 2, id=i, owner=r.choice(IDS[:2]), maker=r.choice(IDS[5:7]))
            for i in IDS[2 : 2 + r.randint(0, 3)]
        }
        second = r.choice([None, *IDS[:2]])
        thing = self.row(policy, "Thing", odd, id=IDS[9], owner=r.choice(IDS[:2]), second=second)
        self.seen["missing"] += second is None
        return Input(thing, {"Owner": owners, "Item": items, "Maker": makers, "Thing": {}})
