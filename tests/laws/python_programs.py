"""Random programs of the subset of Python that the reader knows, written from its grammar and not by the printer.

They nest, associate, order and repeat as no printer does; some read what may be missing, some bind a name twice. What
the reader accepts must run, and give what it reads.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from fractions import Fraction
from types import SimpleNamespace
from typing import Any

from aln.backends.python.names import Layout
from aln.backends.python.scope import Scope, guard_scope
from aln.core import build as b
from aln.core.ir import BOOL, ID, TEXT, Field, Guard, Record, Type, Unit

SMALL = b.number_type(-5, 20)
FINE = b.number_type(0, 40, Fraction(1, 10), Unit("mm", "mm", Fraction(1, 1000), "length"))
WHOLE = b.number_type(0, 4, Fraction(1), Unit("mm", "mm", Fraction(1, 1000), "length"))
COLOUR = Type("enum", name="Colour", labels=("RED", "GREEN"))
TERMS = ("rem", "r e m")
KEY = "0c0ffee0-0000-4000-8000-000000000001"
RECORDS = (
    Record("", "Thing", "thing", "id", "root", fields=(
        Field("a", SMALL), Field("m", SMALL, True), Field("fine", FINE), Field("whole", WHOLE, True), Field("flag", BOOL),
        Field("maybe", BOOL, True), Field("colour", COLOUR, True), Field("title", TEXT, True), Field("id", ID),
    )),
    Record("other", "Other", "other", "id", "ref", "", "other", optional=True, fields=(Field("x", SMALL, True), Field("on", BOOL))),
    Record("items", "Item", "item", "id", "many", "", "thing", 3, fields=(Field("n", SMALL), Field("p", SMALL, True))),
    Record("items.maker", "Maker", "maker", "id", "ref", "items", "maker", fields=(Field("grade", SMALL, True),)),
    Record("notes", "Note", "note", "id", "many", "", "thing", 3, fields=(Field("n", SMALL),)),
)  # fmt: skip
GUARD = Guard("Law_v1_0_0", "Law", "Thing", RECORDS, ())
LEXICONS = {"_TERMS_1": TERMS}
MAXIMA = {r.path: r.maximum for r in RECORDS if r.how == "many"}
HEAD = "def program(thing, other, items_rows, notes_rows):\n"
# What may be None, and what must be there for it to be looked at.
NULLABLE = {"thing.m": "", "thing.whole": "", "thing.maybe": "", "thing.colour": "", "thing.title": "", "other": "",
            "other.x": "other", "items_rows": "", "notes_rows": ""}  # fmt: skip
NUMBERS = ["thing.a", "thing.m", "other.x"]
# Names that a loop or a number takes; most are its own, some are those of what is read.
BOUND = ["e", "e", "e", "f", "f", "f", "thing", "other", "total", "maker", "items_rows", "_", "len"]


def scope() -> Scope:
    """The scope of a program: records by their parameters, lists by their rows."""
    return guard_scope(
        Layout(RECORDS, frozenset()), {terms: name for name, terms in LEXICONS.items()}, fast=False
    )


def arguments(env: Mapping[str, Any]) -> list[Any]:
    """What a program is called with in an environment of core."""

    def record(of: Record, values: Mapping[str, Any], prefix: str) -> SimpleNamespace:
        fields = {f.name: values.get(prefix + f.name) for f in of.fields}
        return SimpleNamespace(**{"id": values.get(prefix.removesuffix(".")), **fields})

    thing, other, item, maker, note = RECORDS
    items, notes = env["items"], env["notes"]
    return [
        record(thing, env, ""),
        None if env["other"] is None else record(other, env, "other."),
        None if items is None else tuple(
            (record(item, i, ""), None if i["maker"] is None else record(maker, i, "maker.")) for i in items
        ),
        None if notes is None else tuple(record(note, n, "") for n in notes),
    ]  # fmt: skip


class Programs:
    """Random programs; `known` holds the texts that the program has tested to be there."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def program(self) -> str:
        """The text of a whole function."""
        r, lines, known = self.rng, [], frozenset[str]()
        loops: tuple[tuple[str, str], ...] = ()
        for _ in range(r.randint(0, 3)):
            lines += self.statement(2, known, loops, 1)
            learnt = [x for x in NULLABLE if lines[-2:-1] == [f"    if {x} is None:"]]
            known = known.union(learnt)
        lines.append(f"    return {self.boolean(r.randint(0, 3), known, loops)}")
        return HEAD + "\n".join(lines) + "\n"

    def statement(
        self, depth: int, known: frozenset[str], loops: tuple[tuple[str, str], ...], indent: int
    ) -> list[str]:
        r, pad = self.rng, "    " * indent
        kind = r.choice(["presence", "doubt", "doubt", "all", "any", "number"])
        if kind == "presence":
            choices = [x for x, needs in NULLABLE.items() if not needs or needs in known]
            return [f"{pad}if {r.choice(choices)} is None:", f"{pad}    return False"]
        if kind == "doubt" or depth == 0:
            return [f"{pad}if {self.boolean(depth, known, loops)}:", f"{pad}    return False"]
        if kind == "number":
            number = self.aggregate(depth, known, loops, r.choice(["sum", "min", "max"]))
            return [f"{pad}{r.choice(['total', 'total', 'most', 'e', 'thing'])} = {number}"]
        target, rows, inner = self.loop(known, loops)
        if kind == "any":
            test = self.boolean(depth - 1, known, inner)
            return [f"{pad}for {target} in {rows}:", f"{pad}    if {test}:", f"{pad}        break", f"{pad}else:", f"{pad}    return False"]  # fmt: skip
        body = [
            line
            for _ in range(r.randint(1, 2))
            for line in self.statement(depth - 1, known, inner, indent + 1)
        ]
        return [f"{pad}for {target} in {rows}:", *body]

    def loop(
        self, known: frozenset[str], loops: tuple[tuple[str, str], ...]
    ) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """A target, what it runs over, and the elements in sight inside."""
        r = self.rng
        of = r.choice(["items", "items", "notes"])
        rows = f"{of}_rows" if f"{of}_rows" in known or r.random() < 0.05 else f"{of}_rows or ()"
        name = r.choice(BOUND)
        if of == "notes":
            return name, rows, (*loops, (name, ""))
        maker = r.choice([f"{name}_maker", f"{name}_maker", "_", "maker", name])
        return f"{name}, {maker}", rows, (*loops, (name, maker))

    def boolean(self, depth: int, known: frozenset[str], loops: tuple[tuple[str, str], ...]) -> str:
        r = self.rng
        forms = ["compare", "compare", "flag", "presence", "word", "constant"]
        if "thing.title" in known or "thing.colour" in known:
            forms += ["word"] * 6
        if depth:
            forms += ["and", "or", "not", "guarded", "guarded", "guarded", "each", "each"]
        kind = r.choice(forms)
        if kind == "compare":
            op = r.choice(["<", "<=", ">", ">=", "==", "!="])
            if r.random() < 0.15:
                sides = [
                    "thing.fine",
                    r.choice(["10", "25"]),
                    "thing.whole * 10" if "thing.whole" in known else "thing.fine + 3",
                ]
                return f"{r.choice(sides)} {op} {r.choice(sides)}"  # fmt: skip
            return f"{self.number(depth, known, loops)} {op} {self.number(depth, known, loops)}"
        if kind == "flag":
            return r.choice(["thing.flag", *(["thing.maybe"] if "thing.maybe" in known or r.random() < 0.05 else ["thing.flag"]),
                             *(["other.on"] if "other" in known else [])])  # fmt: skip
        if kind == "presence":
            tests = [x for x, needs in NULLABLE.items() if not needs or needs in known or r.random() < 0.05]
            tests += [f"{name}.p" for name, _ in loops] + [m for _, m in loops if m not in ("", "_")]
            return f"{r.choice(tests)} is {r.choice(['', 'not '])}None"
        if kind == "word":
            if "thing.title" in known or r.random() < 0.02:
                return r.choice(["mentions(thing.title, _TERMS_1)", 'thing.title == "rem"', 'thing.title != "calm"'])  # fmt: skip
            if "thing.colour" in known:
                return r.choice(['thing.colour == "RED"', '"GREEN" != thing.colour', 'thing.colour == "BLUE"'])  # fmt: skip
            return r.choice(['thing.id == "0c0ffee0-0000-4000-8000-000000000001"', "len(items_rows or ()) > 0"])  # fmt: skip
        if kind == "constant":
            return r.choice(["True", "False", "1 < 2", "thing.flag"])
        if kind in ("and", "or"):
            parts = [self.boolean(depth - 1, known, loops) for _ in range(r.randint(2, 3))]
            return "(" + f" {kind} ".join(f"({p})" if r.random() < 0.7 else p for p in parts) + ")"
        if kind == "not":
            return f"(not ({self.boolean(depth - 1, known, loops)}))"
        if kind == "guarded":
            choices = [x for x, needs in NULLABLE.items() if not needs or needs in known]
            choices += [f"{name}.p" for name, _ in loops] + [
                f"{m}.grade" if m in known else m for _, m in loops if m not in ("", "_")
            ]
            x = r.choice(choices)
            inside = self.boolean(depth - 1, known | {x}, loops)
            return r.choice([
                f"({x} is not None and ({inside}))", f"({x} is None or ({inside}))", f"(not ({x} is None or not ({inside})))",
                f"(({inside}) and {x} is not None)" if r.random() < 0.2 else f"({x} is not None and {inside})",
            ])  # fmt: skip
        return self.aggregate(depth, known, loops, r.choice(["all", "any"]))

    def aggregate(
        self, depth: int, known: frozenset[str], loops: tuple[tuple[str, str], ...], name: str
    ) -> str:
        r = self.rng
        target, rows, inner = self.loop(known, loops)
        left, right = r.choice(["()", "[]"]) if name != "sum" else "[]"
        if name in ("all", "any"):
            body = self.boolean(depth - 1, known, inner)
            inside = f"{body} for {target} in {rows}"
            return f"{name}({inside})" if left == "(" else f"{name}([{inside}])"
        body = self.number(depth - 1, known, inner)
        default = f", default={r.choice([20, 20, 20, -5, -5, 0])}" if name != "sum" else ""
        return f"{name}({left}{body} for {target} in {rows}{right}{default})"

    def number(self, depth: int, known: frozenset[str], loops: tuple[tuple[str, str], ...]) -> str:
        r = self.rng
        leaves = [x for x in NUMBERS if x not in NULLABLE or x in known or r.random() < 0.02]
        leaves += [f"{name}.n" for name, _ in loops] * 2 + [
            x for name, m in loops for x in (f"{name}.p", f"{m}.grade") if x in known
        ]
        if depth <= 0 or r.random() < 0.3:
            return r.choice([*leaves, str(r.randint(-6, 21)), *(["total"] if r.random() < 0.3 else [])])
        a, c = (self.number(depth - 1, known, loops) for _ in range(2))
        forms = [
            f"({a} + {c})", f"({a} - {c})", f"{a} - ({c})", f"{a} + {c}", f"({a} * {c})", f"{a} * {c}", f"min({a}, {c})",
            f"max({a}, {c})", f"abs({a})", f"({a} if {self.boolean(depth - 1, known, loops)} else {c})",
            f"({a}) // {r.randint(-1, 4)}", f"({a} // ({c}) if ({c}) > 0 else 0)", f"-{r.randint(0, 9)} + {a}",
            f"({r.choice([0, 0, 1])} if thing.m is None else thing.m)",
            f"({r.choice([0, 0, 1])} if other is None or other.x is None else other.x)",
            self.aggregate(depth, known, loops, r.choice(["sum", "min", "max"])),
        ]  # fmt: skip
        return r.choice(forms)


class Steps:
    """Random definitions of one tick of the library's pump, each a text in terms of the names of its `step`."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng

    def module(self, text: str) -> str:
        """The emitted module with other definitions and another start."""
        for name, value in (
            ("trusted", self.boolean(2)),
            ("wanted", self.rate(2)),
            ("rate_next", self.rate(2, "wanted")),
            ("fallback", self.boolean(1, "trusted")),
        ):
            start = text.index(f"    {name} = ", text.index("def step("))
            end = re.compile(r"\n    \w+ = |\n    return ").search(text, start + 1)
            assert end is not None
            text = f"{text[:start]}    {name} = {value}{text[end.start() :]}"
        return text.replace(
            "rate=limits.fallback", f"rate={self.rng.choice(['limits.min', 'limits.max', '7'])}"
        )

    def boolean(self, depth: int, more: str = "") -> str:
        r = self.rng
        if depth == 0 or r.random() < 0.2:
            x, y = r.sample(["map", "target", "confidence"], 2)
            forms = [
                f"{x} is not None and {x} {r.choice(['<', '>=', '==', '!='])} {r.randint(0, 900)}", f"{x} is None",
                f"{x} is not None and {y} is not None", f"{self.rate(0)} {r.choice(['<', '<='])} {self.rate(0)}",
                "map is not None and target is not None and map < target", "map < 7" if r.random() < 0.1 else f"{x} is not None",
                *([more, f"not {more}"] if more else []),
            ]  # fmt: skip
            return r.choice(forms)
        a, c = self.boolean(depth - 1, more), self.boolean(depth - 1, more)
        return r.choice([f"({a}) and ({c})", f"({a}) or ({c})", f"not ({a})", a, c])

    def rate(self, depth: int, more: str = "") -> str:
        r = self.rng
        leaves = ["limits.min", "limits.max", "limits.fallback", "limits.max_change", "state.rate", *([more] * 3 if more else [])]  # fmt: skip
        if depth == 0:
            return r.choice([*leaves, str(r.randint(0, 2000))])
        a, c = self.rate(depth - 1, more), self.rate(depth - 1, more)
        return r.choice([
            f"({a}) + ({c})", f"({a}) - ({c})", f"min({a}, {c})", f"max({a}, {c})", f"abs({a} - ({c}))", f"{a} - ({c}) - ({a})",
            f"({a}) if {self.boolean(depth - 1)} else ({c})", f"{a} + {r.randint(-9, 9)} + {c}", f"({a}) * {r.randint(0, 3)}",
        ])  # fmt: skip
