"""Random machines and therapy graphs, as their authors would write them, from a seeded source."""

from __future__ import annotations

import random

HEAD = """module Random_v1_0_0 {
    type Count = decimal in 0 .. 9 by 1;
    type Half = decimal in -2 .. 6 by 0.5;
    enum Mode { IDLE; RUN; STOP; }
    enum Kind { TALK; RELAX; HOLD; }
    entity Limits { a : Count; b : Count; }
    entity Patient { epilepsy : bool?; age : Count?; }
    policy Valid for Limits l { require l.a <= 5 because "a is above five"; }
"""
COMPARE = ("==", "!=", "<", "<=", ">", ">=")


class Names:
    """What may be read, by what it gives: whole numbers, any numbers, truths, spans of time, and what may be missing."""

    def __init__(self) -> None:
        self.whole: list[str] = []
        self.numbers: list[str] = []
        self.truths: list[str] = []
        self.spans: list[str] = []
        self.optional: list[str] = []


class Writer:
    """The text of one machine."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.names = Names()
        self.period, self.unit = rng.choice(((1, "s"), (2, "s"), (500, "ms")))

    # ── expressions ──────────────────────────────────────────────────────────────────────────────────────────

    def span(self, low: int, high: int) -> str:
        return f"{self.rng.randint(low, high) * self.period} {self.unit}"

    def whole(self, depth: int) -> str:
        r = self.rng
        if depth <= 0:
            return r.choice([*self.names.whole, str(r.randint(0, 9))])
        a, b = self.whole(depth - 1), self.whole(depth - 1)
        return r.choice((f"({a} + {b})", f"({a} - {b})", f"min({a}, {b})", f"max({a}, {b})", f"abs({a} - {b})", a,
                         f"floor({a} / {b})", f"(if {self.truth(depth - 1)} then {a} else {b})",
                         f"before({a})", f"clamp({a}, 1, 7)"))  # fmt: skip

    def number(self, depth: int) -> str:
        r = self.rng
        if depth <= 0 or r.random() < 0.5:
            return r.choice([*self.names.numbers, self.whole(depth)])
        return r.choice((f"({self.number(depth - 1)} * 0.5)", f"({self.number(depth - 1)} - {self.whole(0)})",
                         f"before({self.number(depth - 1)})"))  # fmt: skip

    def truth(self, depth: int) -> str:
        r = self.rng
        if depth <= 0:
            return r.choice(
                [
                    *self.names.truths,
                    *(f"{r.choice(('present', 'absent'))}({n})" for n in self.names.optional),
                ]
            )
        a, b = self.truth(depth - 1), self.truth(depth - 1)
        forms = [
            f"({a} and {b})", f"({a} or {b})", f"({a} implies {b})", f"(not {a})", f"certain({a})", f"(({a}) == ({b}))",
            f"before({a})", f"throughout({a}, {self.span(0, 3)})", f"once({a}, {self.span(1, 3)})",
            self.comparison(depth),
            f"(if {a} then {b} else {self.truth(depth - 1)})",
        ]  # fmt: skip
        if self.names.spans:
            forms.append(f"({r.choice(self.names.spans)} {r.choice(COMPARE)} {self.span(0, 4)})")
        return r.choice(forms)

    def comparison(self, depth: int) -> str:
        a = b = self.number(depth - 1)
        while a == b:
            b = self.number(depth - 1)
        return f"({a} {self.rng.choice(COMPARE)} {b})"

    def given(self, depth: int) -> str:
        """A truth that is never missing."""
        return f"certain({self.truth(depth)})"

    def count(self) -> str:
        """A whole number of the declared range, mostly; sometimes one that may be missing or outside."""
        inner = self.whole(self.rng.randint(0, 2))
        if self.rng.random() < 0.1:
            return inner
        tested = " and ".join(f"present({n})" for n in self.names.optional if f"{n}" in inner)
        safe = f"clamp({inner}, 0, 9)"
        sure = self.rng.choice(("x", "y", "3"))
        unsafe = "before" in inner or "floor" in inner or "." in inner
        if unsafe:
            safe, tested = f"(if certain({inner} <= {self.rng.randint(1, 6)}) then {safe} else {sure})", ""
        return f"(if {tested} then {safe} else {sure})" if tested else safe

    # ── machines ─────────────────────────────────────────────────────────────────────────────────────────────

    def machine(self, name: str, inner: str = "") -> str:
        r, n = self.rng, self.names
        items = ["param l : Limits where Valid;"]
        n.whole += ["l.a", "l.b"]
        for name_, ty, into in (("i", "Count", n.whole), ("h", "Half", n.numbers), ("up", "bool", n.truths)):
            held = f" held for {self.span(1, 3)}" if r.random() < 0.4 else ""
            items.append(f"input {name_} : {ty}? invalid as missing{held};")
            into.append(name_)
            n.optional.append(name_)
        items += [f"state x : Count = {r.choice(('0', 'l.a', '7'))};", "state y : Count = l.b;",
                  f"state f : bool = {r.choice(('true', 'false'))};", "state m : Mode = IDLE;"]  # fmt: skip
        n.whole += ["x", "y"]
        n.truths += ["f", "(m == RUN)", "(m != STOP)"]
        lets: list[str] = []
        if r.random() < 0.7:
            into = r.random() < 0.5
            items.append(
                f"timer s of {self.truth(1)} up to {r.randint(1, 5) if into else self.span(1, 5)}{' ticks' if into else ''};"
            )
            (n.whole if into else n.spans).append("s")
        if r.random() < 0.5:
            bound = r.randint(1, 5)
            first = r.randint(0, bound)
            items.append(f"timer q since {self.truth(1)} starts {first * self.period} {self.unit} "
                         f"up to {bound * self.period} {self.unit};")  # fmt: skip
            n.spans.append("q")
        if r.random() < 0.5:
            source = r.choice("ih")
            items.append(f"window w of {source} over {self.span(1, 5)} up to {r.randint(1, 4)} samples;")
            n.whole.append("w.count")
            (n.whole if source == "i" else n.numbers).extend(("w.sum", "w.median", "w.newest"))
            n.numbers.append("w.squares")
            n.spans.append("w.age")
            for what in ("mean", "deviation"):
                n.truths.append(
                    f"(w.{what} {r.choice(COMPARE[2:])} {r.choice(('0.5', '2', '-1', 'y', 'l.a'))})"
                )
        if inner:
            items.append(
                f"part p : Inner {{ i = {r.choice(('i', 'x', 'before(i)'))}; h = h; up = {self.truth(1)}; }}"
            )
            n.whole += ["p.out", "p.x"]
            n.truths += ["p.ok", "p.f"]
            if "window w" in inner:
                n.whole.append("p.w.count")
                n.numbers.append("p.w.newest")
                n.spans.append("p.w.age")
        for k in range(r.randint(0, 3)):
            if r.random() < 0.5:
                lets.append(f"let b{k} = {self.truth(2)};")
                n.truths.append(f"b{k}")
            else:
                lets.append(f"let n{k} = {self.whole(2)};")
                n.whole.append(f"n{k}")
        items += lets
        items += [f"next x = {self.count()};", f"next y = {self.count()};", f"next f = {self.given(2)};",
                  f"next m = if {self.given(1)} then {r.choice(('RUN', 'STOP'))} else {r.choice(('IDLE', 'm'))};"]  # fmt: skip
        n.whole.append("next(x)")
        n.truths.append("next(f)")
        items += [f"output out : Count = {self.count()};", f"output ok : bool = {self.given(2)};"]
        n.whole.append("out")
        n.truths.append("ok")
        for k, form in enumerate(("always", "never", "after", "within")):
            items.append(f'{r.choice(("claim", "lemma"))} P{k} : "Said." {self.property(form)};')
        r.shuffle(items)
        lines = "\n        ".join(items)
        return f"    machine {name} every {self.period} {self.unit} {{\n        {lines}\n    }}\n"

    def property(self, form: str) -> str:
        r = self.rng
        if form == "after":
            many = r.choice(("1", "2", "3", "(l.a + 1)", "max(1, l.b)"))
            return f"after {self.truth(1)} for {many} ticks holds {self.truth(1)}"
        if form == "within":
            return f"within {self.span(0, 4)} after {self.truth(1)} : {self.truth(1)}"
        return f"{form} {self.truth(2)}"


def module(rng: random.Random) -> str:
    """A module with the machine `M`, which may have a part."""
    whole = Writer(rng)
    composed = rng.random() < 0.4
    inner = ""
    if composed:
        part = Writer(rng)
        part.period, part.unit = whole.period, whole.unit
        inner = part.machine("Inner")
    text = inner + whole.machine("M", inner)
    return f"{HEAD}{text}}}\n"


def graph(rng: random.Random) -> str:
    """A module with the graph `G`: some edges limited, some conditional, the last out of each node free."""
    nodes = [f"n{k}" for k in range(rng.randint(2, 5))]

    def condition() -> str:
        forms = [
            "up",
            "not up",
            "present(up)",
            "p.epilepsy",
            "not p.epilepsy",
            "p.age >= 5",
            "i >= 3",
            "seen",
            "total > 20 min",
        ]
        a, b = rng.choice(forms), rng.choice(forms)
        return rng.choice((a, a, f"{a} and {b}", f"{a} or {b}"))

    items = ["input up : bool?;", "input i : Count?;", "let seen = up and i > 4;", f"start {nodes[0]};"]
    for name in nodes:
        lasts = f" lasts 1 min .. {rng.randint(1, 9)} min" if rng.random() < 0.7 else ""
        needs = f" needs {condition()}" if name != nodes[0] and rng.random() < 0.3 else ""
        unless = f" unless {condition()}" if name != nodes[0] and rng.random() < 0.3 else ""
        items.append(f"node {name} : {rng.choice(('TALK', 'RELAX', 'HOLD'))}{lasts}{needs}{unless};")
    for at, name in enumerate(nodes):
        for _ in range(rng.randint(0, 3)):
            target = rng.choice([*nodes, "end"])
            back = target in nodes[: at + 1]
            most = f" at most {rng.randint(1, 3)} times" if back or rng.random() < 0.3 else ""
            when = f" when {condition()}" if not most or rng.random() < 0.6 else ""
            items.append(f"{name} -> {target}{when}{most};")
        items.append(f"{name} -> {(*nodes[at + 1 :], 'end')[0]};")
    items += ['claim Short : "Said." always total <= 30 min;', f'claim Kind : "Said." avoids {rng.choice(("TALK", "HOLD"))};',
              f'claim Gate : "Said." enters {nodes[-1]} only when {condition()};', 'claim Ends : "Said." terminates;']  # fmt: skip
    lines = "\n        ".join(items)
    return f"{HEAD}    graph G for Patient p {{\n        {lines}\n    }}\n}}\n"
