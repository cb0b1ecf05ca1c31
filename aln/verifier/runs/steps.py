"""The ticks of a machine as Python functions, for a search that takes many: what `core.evaluate` says, only sooner.

Takes: a machine, the names that matter, what is to be told of each tick. Gives: functions over plain tuples, made from
generated text, and windows that are kept up from tick to tick. Never the last word: whoever finds a run by these
replays it by the evaluator.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from aln.core.evaluate import STRICT
from aln.core.ir import Expr, Machine, Window, walk
from aln.core.text import mentions

Row: TypeAlias = tuple[Any, ...]
"""Values by position, None where one is missing."""
Windows: TypeAlias = tuple["Samples", ...]
Tick: TypeAlias = Callable[[Row, Row, Row, Windows], Any]
"""Of parameters, states before, inputs, and windows, which it slides."""

LONG = 240
"""Longer text is given a name of its own: Python nests only so deep."""
_INFIX = {"eq": "==", "lt": "<", "le": "<=", "add": "+", "sub": "-", "mul": "*"}


class Samples:
    """The samples of one window, and the sums and the order of their values. `fed` is what the last tick gave it."""

    __slots__ = ("fed", "kept", "most", "nothing", "now", "ordered", "squares", "ticks", "total")

    def __init__(self, window: Window) -> None:
        self.ticks, self.most = window.ticks, window.samples
        self.nothing = int(window.fields[3].type.default())
        self.fed: tuple[bool, int] = (False, 0)
        self.now = self.total = self.squares = 0
        self.kept: deque[tuple[int, int]] = deque()
        self.ordered: list[int] = []

    def copy(self) -> Samples:
        out = object.__new__(Samples)
        out.ticks, out.most, out.nothing, out.fed = self.ticks, self.most, self.nothing, self.fed
        out.now, out.total, out.squares = self.now, self.total, self.squares
        out.kept, out.ordered = self.kept.copy(), self.ordered.copy()
        return out

    def slide(self, given: bool, value: int) -> tuple[int, int, int, int, int]:
        """One tick later, with a sample or without: the summary, in the order of the window's fields."""
        self.now += 1
        self.fed = given, value
        kept, ordered = self.kept, self.ordered
        # INVARIANT: a tick is one slide, so no more than one sample is too old, or one too many.
        if kept and self.now - kept[0][0] >= self.ticks:
            self._drop()
        if given:
            kept.append((self.now, value))
            insort(ordered, value)
            self.total += value
            self.squares += value * value
            if len(kept) > self.most:
                self._drop()
        count = len(kept)
        if not count:
            return 0, 0, 0, self.nothing, self.nothing
        return count, self.total, self.squares, ordered[(count - 1) // 2], kept[-1][1]

    def _drop(self) -> None:
        value = self.kept.popleft()[1]
        del self.ordered[bisect_left(self.ordered, value)]
        self.total -= value
        self.squares -= value * value

    def advance(self, period: Sequence[tuple[bool, int]], times: int) -> None:
        """As if it had slid over these ticks so many times."""
        length = len(period)
        self.now += length * times
        some = [(n, value) for n, (given, value) in enumerate(period) if given]
        # The newest of these periods are enough: what came before is too old, or one too many.
        enough = min(times, self.ticks // length + 1, self.most // len(some) + 1) if some else 0
        first = self.now + 1 - enough * length
        new = [(t + n, value) for t in range(first, self.now + 1, length) for n, value in some]
        kept = [*self.kept, *new][-self.most :]
        self.kept = deque(kept[bisect_right(kept, self.now - self.ticks, key=lambda s: s[0]) :])
        values = [value for _, value in self.kept]
        self.ordered = sorted(values)
        self.total, self.squares = sum(values), sum([v * v for v in values])

    def content(self) -> tuple[tuple[int, int], ...]:
        """The samples with their ages in ticks, oldest first: what the evaluator keeps."""
        return tuple((self.now - t, value) for t, value in self.kept)


class Writer:
    """The text of one tick: lines in the order of the machine, and names for what they compute.

    `roots` are expressions that are told of the tick, beside the definitions `near`.
    """

    def __init__(self, machine: Machine, near: frozenset[str], roots: Iterable[Expr]) -> None:
        self.lines: list[str] = []
        self.names: dict[str, str] = {}
        self.written: dict[Expr, str] = {}
        self.definitions = [d for d in machine.definitions if d.name in near]
        self.windows = [w for w in machine.windows if w.name in near]
        inside = [e for w in self.windows for e in (w.given, w.value)]
        self.uses = _uses([*roots, *inside, *(d.value for d in self.definitions)])
        self.missing = {f.name for f in (*machine.parameters, *machine.inputs)}
        states = [s.name for s in machine.states if s.name in near]
        self._take("p", [f.name for f in machine.parameters])
        self._take("s", states)
        self._take("i", [f.name for f in machine.inputs])
        for index, d in enumerate((*machine.definitions, None)):
            for w in self.windows:
                if w.after == index:
                    self._slide(w)
            if d in self.definitions:
                self.names[d.name] = self.named(self.text(d.value))

    def _take(self, row: str, fields: Sequence[str]) -> None:
        self.names |= {name: f"{row}{n}" for n, name in enumerate(fields)}
        if fields:
            self.lines.append("".join(f"{self.names[name]}, " for name in fields) + f"= {row}")

    def _slide(self, w: Window) -> None:
        k = self.windows.index(w)
        given, value = self.text(w.given), self.text(w.value)
        self.names |= {field.name: f"w{k}_{n}" for n, field in enumerate(w.fields)}
        self.lines.append(
            f"{', '.join(self.names[f.name] for f in w.fields)} = w[{k}].slide({given}, {value})"
        )

    def named(self, text: str) -> str:
        """A name for what this text computes."""
        if text.isidentifier() or text.isdigit():
            return text
        name = f"t{len(self.lines)}"
        self.lines.append(f"{name} = {text}")
        return name

    def text(self, e: Expr) -> str:
        """What computes `e`; what is used more than once is computed once. Raises ValueError for what no machine has."""
        found = self.written.get(e)
        if found is None:
            found = self._text(e)
            if e.args and (self.uses[e] > 1 or len(found) > LONG):
                found = self.named(found)
            self.written[e] = found
        return found

    def _text(self, e: Expr) -> str:
        if e.kind == "const":
            return repr(e.value)
        if e.kind == "given":
            return f"({self.names[e.name]} is not None)"
        if e.kind == "var":
            name = self.names[e.name]
            return f"({e.type.default()!r} if {name} is None else {name})" if e.name in self.missing else name
        if e.kind == "mentions":
            return f"mentions(str({self.text(e.args[0])}), {e.terms!r})"
        if e.kind != "op":
            raise ValueError(f"a machine has no `{e.kind}`")
        parts = [self.text(a) for a in e.args]
        if e.name in ("and", "or"):
            return f"({f' {e.name} '.join(parts)})"
        if e.name == "not":
            return f"(not {parts[0]})"
        if e.name == "ite":
            return f"({parts[1]} if {parts[0]} else {parts[2]})"
        if e.name in _INFIX:
            return f"({parts[0]} {_INFIX[e.name]} {parts[1]})"
        if e.name not in STRICT:
            raise ValueError(f"a machine has no `{e.name}`")
        return f"{e.name}_({', '.join(parts)})"

    def function(self, told: str, **more: Any) -> Tick:
        """The function of a tick that tells this; `more` are names that its text uses."""
        text = "\n ".join(["def ticked(p, s, i, w):", *self.lines, f"return {told}\n"])
        names = {f"{name}_": call for name, call in STRICT.items()} | {"mentions": mentions} | more
        exec(compile(text, "<ticks of a machine>", "exec"), names)
        ticked: Tick = names["ticked"]
        return ticked


def _uses(roots: Sequence[Expr]) -> Counter[Expr]:
    """How often each expression stands in another, or is a root."""
    uses = Counter(roots)
    seen: set[Expr] = set()
    for root in roots:
        for e in walk(root):
            if e not in seen:
                seen.add(e)
                uses.update(e.args)
    return uses


def row(parts: Iterable[str]) -> str:
    """The text of a tuple."""
    return f"({''.join(f'{p}, ' for p in parts)})"
