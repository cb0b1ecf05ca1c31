"""What a machine says about time, as states of core: the tick before, timers, values that are held, deadlines.

Each of these is a small state with one next value. A timer counts ticks, and saturates at its bound, so every state
has a range. What only properties read is a ghost, which no target carries.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from aln.checker.check import CheckedModule, ticks
from aln.checker.units import MICROSECOND, product
from aln.checker.windows import PARTS, STATISTICS
from aln.core import build as b
from aln.core.ir import BOOL, Assignment, Definition, Expr, Field, Scalar, State, Type, Window
from aln.diagnostics import Span
from aln.lower.expressions import Low, Lowerer, Scope, decided, of_boolean, typed
from aln.lower.reads import Reads, Unsupported
from aln.syntax import tree as t

__all__ = ["Moments", "Parts"]

# A comparison read from the other side.
_TURNED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
LONGEST = 10**6
"""No timer counts further: a longer one is better told in a coarser period."""


@dataclass(slots=True)
class Parts:
    """The states, definitions and assignments of a machine, as they are lowered."""

    states: list[State] = field(default_factory=list)
    definitions: list[Definition] = field(default_factory=list)
    assignments: list[Assignment] = field(default_factory=list)
    timers: dict[Expr, tuple[str, int]] = field(default_factory=dict)
    delays: dict[Expr, str] = field(default_factory=dict)
    windows: list[Window] = field(default_factory=list)

    def keep(self, name: str, ty: Type, first: Scalar, following: Expr) -> None:
        """A state with its initial and its next value."""
        self.states.append(State(name, ty, b.const(ty, first), f"{name}.next"))
        self.definitions.append(Definition(f"{name}.next", following))


class Moments(Lowerer):
    """Lowers the expressions of one machine, states being added as time is spoken of."""

    def __init__(
        self,
        checked: CheckedModule,
        reads: Reads,
        parts: Parts,
        machine: t.Machine,
        period_us: int,
    ) -> None:
        super().__init__(checked.model, checked.types, reads)
        self.parts = parts
        self.machine = machine
        self.period_us = period_us
        self.sums: dict[str, tuple[Expr, Expr, Expr, Expr]] = {}

    def ticks(self, span: t.Expr) -> int:
        """A written span of time in ticks. Raises `Unsupported` where it is none, or too long to count."""
        count = ticks(self.model, self.machine, span) if isinstance(span, t.Number) else None
        if count is None:
            raise Unsupported(
                span.span, "this is not a whole number of periods", "write a multiple of the machine's period"
            )
        if count > LONGEST:
            raise Unsupported(
                span.span, f"{count} ticks are too many to count", "give the machine a longer period"
            )
        return count

    def duration(self, count: Expr) -> Expr:
        """A count of ticks as a duration."""
        return b.mul(count, b.number(Fraction(self.period_us), MICROSECOND), MICROSECOND)

    # ── the tick before ──────────────────────────────────────────────────────────────────────────────────────

    def before(self, e: t.Call, scope: Scope) -> Low:
        """The value one tick ago: missing at the first tick."""
        inner = self.low(e.arguments[0], scope)
        if inner.value.type.sort != "bool":
            known = self.delayed(inner.known, "known")
            value = inner.value
            name = self.parts.delays.get(value)
            if name is None:
                name = self.parts.delays[value] = f"before.{len(self.parts.states)}"
                self.parts.keep(name, value.type, value.type.default(), value)
            return Low(known, b.var(name, value.type))
        true, false = self.delayed(inner.value, "true"), self.delayed(inner.false, "false")
        return Low(b.or_(true, false), true, false)

    def delayed(self, condition: Expr, what: str) -> Expr:
        name = self.parts.delays.get(condition)
        if name is None:
            name = self.parts.delays[condition] = f"before.{len(self.parts.states)}.{what}"
            self.parts.keep(name, BOOL, False, condition)
        return b.var(name, BOOL)

    def following(self, e: t.Call, scope: Scope) -> Low:
        """`next(x)`: the state x after this tick."""
        path = e.arguments[0]
        found = scope.get(f"next {path}") if isinstance(path, t.Path) else None
        if not isinstance(found, Low):
            raise Unsupported(e.span, "`next(…)` names a state of this machine")
        return found

    # ── timers ───────────────────────────────────────────────────────────────────────────────────────────────

    def timer(self, condition: Expr, bound: int, name: str = "") -> Expr:
        """For how many ticks `condition` has held before this one, saturating at `bound`."""
        if not name and condition in self.parts.timers:
            known, reach = self.parts.timers[condition]
            if reach >= bound:
                return b.var(known, b.number_type(0, reach))
        name = name or f"held.{len(self.parts.states)}"
        t_ = b.number_type(0, bound)
        self.parts.timers.setdefault(condition, (name, bound))
        now = b.var(name, t_)
        one, zero, top = (b.const(t_, n) for n in (1, 0, bound))
        self.parts.keep(name, t_, 0, b.ite(condition, b.minimum(b.add(now, one), top), zero))
        return now

    def since(self, condition: Expr, starts: int, bound: int, name: str = "") -> Expr:
        """How many ticks ago `condition` held last, 1 in the tick after; `starts` at first, saturating at `bound`."""
        name = name or f"since.{len(self.parts.states)}"
        t_ = b.number_type(0, bound)
        now = b.var(name, t_)
        one, top = b.const(t_, min(1, bound)), b.const(t_, bound)
        self.parts.keep(name, t_, starts, b.ite(condition, one, b.minimum(b.add(now, b.const(t_, 1)), top)))
        return now

    def timed(self, e: t.Call, scope: Scope) -> Low:
        """`throughout(e, d)`: at every tick of the last d, this one included; `once(e, d)`: at some tick before, within d."""
        condition, count = self.truth(e.arguments[0], scope), self.ticks(e.arguments[1])
        number = b.number_type(0, LONGEST + 1)
        if e.function == "throughout":
            held = self.timer(condition, max(1, count))
            return decided(b.and_(condition, b.le(b.const(number, count), held)))
        ago = self.since(condition, count + 1, count + 1)
        return decided(b.le(ago, b.const(number, count)))

    def declared_timer(self, item: t.Timer, condition: Expr) -> None:
        """A timer under the name that its author gave it."""
        bound = self.ticks(item.bound)
        if item.starts is None:
            self.timer(condition, bound, item.name)
            return
        starts = self.ticks(item.starts)
        if starts > bound:
            raise Unsupported(
                item.span,
                f"the timer `{item.name}` starts beyond its bound",
                "raise what stands after `up to`",
            )
        self.since(condition, starts, bound, item.name)

    def timer_value(self, item: t.Timer) -> Low:
        """What a timer reads as: ticks where its bound is in ticks, else a duration."""
        now = b.var(item.name, b.number_type(0, self.ticks(item.bound)))
        return Low(b.TRUE, now if item.bound.unit == "ticks" else self.duration(now))

    # ── windows ──────────────────────────────────────────────────────────────────────────────────────────────

    def window(self, item: t.Window, scope: Scope) -> dict[str, Low]:
        """A window, and what is read of it. The middle and the newest of no sample are missing."""
        assert isinstance(item.source, t.Path)
        raw = scope.get(f"raw {item.source}")
        low = raw if isinstance(raw, Low) else self.low(item.source, scope)
        ticks, ty = self.ticks(item.over), low.value.type
        most = min(ticks, item.samples)
        if not most or item.samples > LONGEST:
            raise Unsupported(
                item.span, f"the window `{item.name}` holds no sample", "let it last a period or more"
            )
        squared = product(ty.unit, ty.unit)
        step = ty.grain * ty.grain / squared.factor
        ends = sorted((abs(ty.lo), abs(ty.hi)))
        types = (
            b.number_type(0, most),
            Type("int", min(0, most * ty.lo), max(0, most * ty.hi), ty.step, ty.unit),
            Type("int", 0, most * ends[1] * ends[1], step, squared),
            ty,
            ty,
        )
        count, total, squares, median, newest = (
            Field(f"{item.name}.{part}", t_) for part, t_ in zip(PARTS[:5], types, strict=True)
        )
        fields = (count, total, squares, median, newest)
        after = len(self.parts.definitions)
        self.parts.windows.append(Window(item.name, low.known, low.value, ticks, item.samples, fields, after))
        some = b.lt(b.const(count.type, 0), b.var(count.name, count.type))
        read = {f.name: Low(b.TRUE, b.var(f.name, f.type)) for f in fields[:3]}
        read |= {f.name: Low(some, b.var(f.name, f.type)) for f in fields[3:]}
        ago = self.since(low.known, ticks + 1, ticks + 1, f"{item.name}.since")
        age = b.ite(low.known, b.const(ago.type, 0), ago)
        n, sum_, q = (b.var(f.name, f.type) for f in (count, total, squares))
        self.sums[item.name] = (some, n, sum_, q)
        return {**read, f"{item.name}.age": Low(b.TRUE, self.duration(age))}

    def binary(self, e: t.Binary, scope: Scope) -> Low:
        """As elsewhere; and a mean or a deviation against a bound, missing where there is no sample."""
        for side, other, op in ((e.left, e.right, e.op), (e.right, e.left, _TURNED.get(e.op, ""))):
            name, _, what = str(side).rpartition(".") if isinstance(side, t.Path) else ("", "", "")
            if op in _TURNED and what in STATISTICS and name in self.sums:
                return self.statistic(name, what, op, self.low(other, scope))
        return super().binary(e, scope)

    def statistic(self, window: str, what: str, op: str, k: Low) -> Low:
        """With n samples of sum S and squares Q: the mean is above k when S > k·n, the population deviation when
        n·Q − S² > (k·n)²; no deviation is below zero, so one is above every negative k."""
        some, n, total, squares = self.sums[window]
        known = b.and_(some, k.known)
        bound = b.mul(k.value, n, total.type.unit)
        if what == "mean":
            return of_boolean(known, self.compare(op, total, bound))
        unit = squares.type.unit
        spread = b.sub(b.mul(n, squares, unit), b.mul(total, total, unit))
        below = b.lt(k.value, b.const(k.value.type, 0))
        settled = b.and_(below, b.TRUE if op in (">", ">=", "!=") else b.FALSE)
        compared = b.and_(b.not_(below), self.compare(op, spread, b.mul(bound, bound, unit)))
        return of_boolean(known, b.or_(settled, compared))

    # ── values that stay, and answers that are due ───────────────────────────────────────────────────────────

    def held(self, name: str, ty: Type, span: t.Number, seen: Expr, value: Expr) -> Low:
        """What was seen last stands for a while afterwards: `seen` says whether there is a `value` now."""
        reach = self.ticks(span)
        t_ = b.number_type(0, reach + 1)
        age, kept = b.var(f"{name}.age", t_), b.var(f"{name}.held", ty)
        one = b.const(t_, 1)
        self.parts.keep(
            age.name,
            t_,
            reach + 1,
            b.ite(seen, one, b.minimum(b.add(age, one), b.const(t_, reach + 1))),
        )
        now = b.ite(seen, value, kept)
        self.parts.keep(kept.name, ty, ty.default(), now)
        known = b.or_(seen, b.le(age, b.const(t_, reach)))
        return of_boolean(known, now) if ty.sort == "bool" else Low(known, now)

    def answered(self, trigger: Expr, answer: Expr, span: t.Expr) -> Expr:
        """That each `trigger` is answered within a span: the ticks that the oldest unanswered one has waited are kept."""
        count = self.ticks(span)
        t_ = b.number_type(0, count + 1)
        name = f"waited.{len(self.parts.states)}"
        waited = b.var(name, t_)
        zero, one, top = (b.const(t_, n) for n in (0, 1, count + 1))
        waiting = b.lt(zero, waited)
        longer = b.minimum(b.add(waited, one), top)
        self.parts.keep(name, t_, 0, b.ite(answer, zero, b.ite(waiting, longer, b.ite(trigger, one, zero))))
        due = b.and_(waiting, b.le(b.const(t_, count), waited))
        if count == 0:
            due = b.or_(due, trigger)
        return b.or_(answer, b.not_(due))

    def assign(self, name: str, wanted: Type, low: Low, span: Span, initial: bool = False) -> Expr:
        """A value given to a typed name; that it is there and in range becomes an obligation."""
        value = low.value if wanted.sort != "int" else typed(low.value, wanted)
        self.parts.assignments.append(Assignment(name, wanted, low.known, value, span.line, initial))
        return value
