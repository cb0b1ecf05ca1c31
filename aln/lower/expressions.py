"""Expressions → core, in strong Kleene logic: each becomes when it is known, its value, and when it is false.

After this file nothing is three-valued. Source: Kleene, Introduction to Metamathematics (1952), §64.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from aln.checker.model import INPUTS, Model
from aln.checker.typed import ManyTy, RecordTy, Types, parse_instant, parse_uuid
from aln.checker.units import product
from aln.core import build as b
from aln.core.ir import BOOL, Expr, Field, Scalar, Type
from aln.lower.reads import Place, Reads, Unsupported
from aln.syntax import tree as t


@dataclass(frozen=True, slots=True)
class Low:
    """A lowered expression: `known` when it has a value, and that `value` (for a boolean: *is true*);
    `false` is *is false*, for booleans only. INVARIANT: value implies known, false implies known, never both."""

    known: Expr
    value: Expr
    false: Expr = b.FALSE


Scope: TypeAlias = Mapping[str, Place | Low]


def decided(condition: Expr) -> Low:
    """A condition that is never missing."""
    return Low(b.TRUE, condition, b.not_(condition))


def of_boolean(known: Expr, value: Expr) -> Low:
    """A boolean that may be missing, read from a variable."""
    return Low(known, b.and_(known, value), b.and_(known, b.not_(value)))


class Lowerer:
    """Lowers the expressions of one formula; `reads` collects what they read."""

    def __init__(self, model: Model, types: Types, reads: Reads) -> None:
        self.model = model
        self.types = types
        self.reads = reads
        self.acceptances: dict[str, Expr] = {}
        self.counts: dict[str, None] = {}
        self.inputs: dict[str, Field] = {}
        self.assumed: list[tuple[tuple[t.Policy, t.Rule], Expr]] = []

    # Machines give these their meaning.
    def before(self, e: t.Call, scope: Scope) -> Low:
        raise Unsupported(e.span, f"`{e.function}` has a meaning only inside a machine")

    def following(self, e: t.Call, scope: Scope) -> Low:
        raise Unsupported(e.span, f"`{e.function}` has a meaning only inside a machine")

    def timed(self, e: t.Call, scope: Scope) -> Low:
        raise Unsupported(e.span, f"`{e.function}` has a meaning only inside a machine")

    # ── the two questions ────────────────────────────────────────────────────────────────────────────────────

    def truth(self, e: t.Expr, scope: Scope) -> Expr:
        """When `e` is true."""
        return self.low(e, scope).value

    def low(self, e: t.Expr, scope: Scope) -> Low:
        if isinstance(e, t.Number):
            unit = self.model.unit(e.unit)
            assert unit is not None
            return Low(b.TRUE, b.number(e.value, unit))
        if isinstance(e, t.Boolean):
            return decided(b.TRUE if e.value else b.FALSE)
        if isinstance(e, t.String):
            return Low(b.TRUE, self.literal(e, e.value))
        if isinstance(e, t.Path):
            return self.path(e, scope)
        if isinstance(e, t.Unary):
            inner = self.low(e.operand, scope)
            if e.op == "not":
                return Low(inner.known, inner.false, inner.value)
            return Low(inner.known, b.neg(inner.value))
        if isinstance(e, t.Binary):
            return self.binary(e, scope)
        if isinstance(e, t.If):
            return self.choice(e, scope)
        if isinstance(e, t.Call):
            return self.call(e, scope)
        assert isinstance(e, t.Quantified), e
        return self.quantified(e, scope)

    # ── leaves ───────────────────────────────────────────────────────────────────────────────────────────────

    def literal(self, e: t.Expr, text: str) -> Expr:
        ty = self.types.scalar(e)
        value: Scalar | None = text
        if ty.sort == "id":
            value = parse_uuid(text)
        elif ty.sort == "int":
            value = parse_instant(text)
        assert value is not None
        return b.const(ty, value)

    def path(self, e: t.Path, scope: Scope) -> Low:
        head = e.parts[0]
        if head not in scope:
            stated = INPUTS.get(head)
            if stated is not None and self.types[e] == stated and head not in self.model.constants:
                return self.stated(head, stated)
            value = self.model.constant(e)
            if value is e:
                label = self.types.scalar(e)
                if label.sort != "enum":
                    raise Unsupported(e.span, f"`{head}` is read before it is computed", "declare it above")
                return Low(b.TRUE, b.const(label, head))
            if isinstance(value, t.String):
                return Low(b.TRUE, self.literal(e, value.value))
            return self.low(value, {})
        found = scope[head]
        if isinstance(found, Low):
            return found
        if len(e.parts) == 1:
            return self.key(found, e)
        place = self.place(t.Path(e.parts[:-1], span=e.span), scope)
        known, value_ = self.reads.scalar(place, e.parts[-1], e.span)
        return of_boolean(known, value_) if value_.type.sort == "bool" else Low(known, value_)

    def stated(self, name: str, ty: Type) -> Low:
        """What whoever asks states beside the record. Its variable is called as no field can be."""
        field = self.inputs.setdefault(name, Field(f"@{name}", ty))
        return Low(b.given(field.name), b.var(field.name, ty))

    def key(self, place: Place, e: t.Path) -> Low:
        """A record read as a value is its key."""
        key = self.model.entities[place.entity].key
        if not key:
            raise Unsupported(
                e.span, f"`{place.entity}` has no key to compare", "mark one of its fields `key`"
            )
        return Low(*self.reads.scalar(place, key, e.span))

    def place(self, e: t.Path, scope: Scope) -> Place:
        """The record a path names: a variable, or references followed from one."""
        place = scope[e.parts[0]]
        assert isinstance(place, Place)
        for part in e.parts[1:]:
            place = self.reads.follow(place, part)
        return place

    # ── operators ────────────────────────────────────────────────────────────────────────────────────────────

    def binary(self, e: t.Binary, scope: Scope) -> Low:
        x, y = self.low(e.left, scope), self.low(e.right, scope)
        if e.op == "implies":
            x, op = Low(x.known, x.false, x.value), "or"
        else:
            op = e.op
        if op == "and":
            true, false = b.and_(x.value, y.value), b.or_(x.false, y.false)
            return Low(
                b.TRUE if b.not_(true) is false else b.or_(b.and_(x.known, y.known), false), true, false
            )
        if op == "or":
            true, false = b.or_(x.value, y.value), b.and_(x.false, y.false)
            return Low(
                b.TRUE if b.not_(true) is false else b.or_(b.and_(x.known, y.known), true), true, false
            )
        known = b.and_(x.known, y.known)
        if op in ("+", "-"):
            ty = self.types.scalar(e)
            return Low(known, (b.add if op == "+" else b.sub)(x.value, y.value, ty.unit))
        if op == "*":
            return Low(known, b.mul(x.value, y.value, product(x.value.type.unit, y.value.type.unit)))
        atom = self.compare(op, x.value, y.value)
        return of_boolean(known, atom)

    @staticmethod
    def compare(op: str, x: Expr, y: Expr) -> Expr:
        if op == "==":
            return b.eq(x, y)
        if op == "!=":
            return b.not_(b.eq(x, y))
        if op in (">", ">="):
            x, y = y, x
        return b.lt(x, y) if op in ("<", ">") else b.le(x, y)

    def choice(self, e: t.If, scope: Scope) -> Low:
        c, x, y = self.low(e.condition, scope), self.low(e.then, scope), self.low(e.otherwise, scope)
        known = b.or_(b.and_(c.value, x.known), b.and_(c.false, y.known))
        if x.value.type.sort == "bool":
            return Low(
                known,
                b.or_(b.and_(c.value, x.value), b.and_(c.false, y.value)),
                b.or_(b.and_(c.value, x.false), b.and_(c.false, y.false)),
            )
        return Low(known, b.ite(c.value, x.value, y.value))

    def call(self, e: t.Call, scope: Scope) -> Low:
        name, args = e.function, e.arguments
        if name in ("present", "absent"):
            known = self.presence(args[0], scope)
            return decided(known if name == "present" else b.not_(known))
        if name == "mentions":
            text = self.low(args[0], scope)
            lexicon = self.model.lexicons[str(args[1])]
            return of_boolean(text.known, b.mentions(text.value, lexicon.terms))
        if name == "accepted":
            return decided(self.accepted(e, scope))
        if name == "before":
            return self.before(e, scope)
        if name == "next":
            return self.following(e, scope)
        if name in ("throughout", "once"):
            return self.timed(e, scope)
        if name == "certain":
            return decided(self.truth(args[0], scope))
        if name in ("floor", "ceil", "round"):
            return self.rounded(e, scope)
        lows = [self.low(a, scope) for a in args]
        known, values = b.and_(*(x.known for x in lows)), [x.value for x in lows]
        if name == "abs":
            return Low(known, b.absolute(values[0]))
        if name == "min":
            return Low(known, b.minimum(*values))
        if name == "max":
            return Low(known, b.maximum(*values))
        assert name == "clamp", name
        return Low(known, b.minimum(b.maximum(values[0], values[1]), values[2]))

    def presence(self, e: t.Expr, scope: Scope) -> Expr:
        """Whether a path leads to a value. Reading it makes it part of what the formula reads."""
        assert isinstance(e, t.Path)
        ty = self.types[e]
        if isinstance(ty, ManyTy):
            place = self.place(t.Path(e.parts[:-1], span=e.span), scope)
            return b.given(self.reads.many(place, e.parts[-1], e.span)[0])
        if isinstance(ty, RecordTy):
            return self.place(e, scope).given
        return self.low(e, scope).known

    def accepted(self, e: t.Call, scope: Scope) -> Expr:
        policy, argument = e.arguments
        assert isinstance(argument, t.Path)
        place = self.place(argument, scope)
        true = self.judged((self.model.policies[str(policy)],), place)
        if place.inside:
            # What speaks of an element has no meaning outside its aggregate, so it cannot be a definition.
            return true
        name = f"accepted({policy}, {argument})"
        self.acceptances[name] = true
        return b.var(name, BOOL)

    def judged(self, policies: Sequence[t.Policy], place: Place) -> Expr:
        """When the guard of these policies together accepts the record at `place`, as it sees the record alone."""
        alone = Reads(self.model, place.entity)
        for policy in policies:
            Lowerer(self.model, self.types, alone).rules(policy, Place(place.entity, "", ""))
        with self.reads.apart(place, alone.references()):
            found = [r for policy in policies for r in self.rules(policy, place)]
        self.assumed += found
        return b.and_(*(condition for _, condition in found))

    def rules(self, policy: t.Policy, place: Place) -> list[tuple[tuple[t.Policy, t.Rule], Expr]]:
        """Every rule of a policy about the record at `place`, included policies unfolded, with *is true* of it."""
        out: list[tuple[tuple[t.Policy, t.Rule], Expr]] = []
        scope: Scope = {policy.variable: place}
        # A name in a policy used from elsewhere means what it means there.
        here, self.model = self.model, self.model.home(policy.name)
        for item in policy.items:
            if isinstance(item, t.Include):
                assert isinstance(item.argument, t.Path)
                out += self.rules(self.model.policies[item.policy], self.place(item.argument, scope))
            else:
                low = self.low(item.condition, scope)
                out.append(((policy, item), low.value if item.kind == "require" else low.false))
        self.model = here
        return out

    def rounded(self, e: t.Call, scope: Scope) -> Low:
        """⌊a/b⌋, ⌈a/b⌉ = −⌊−a/b⌋, or the nearest whole number; missing where b ≤ 0."""
        quotient = e.arguments[0]
        assert isinstance(quotient, t.Binary)
        x, y = self.low(quotient.left, scope), self.low(quotient.right, scope)
        known = b.and_(x.known, y.known, b.lt(b.const(y.value.type, 0), y.value))
        if e.function == "floor":
            return Low(known, b.floor_div(x.value, y.value))
        if e.function == "ceil":
            return Low(known, b.neg(b.floor_div(b.neg(x.value), y.value)))
        return Low(known, self.nearest(x.value, y.value, str(e.arguments[1])))

    @staticmethod
    def nearest(x: Expr, y: Expr, ties: str) -> Expr:
        """x/y to the nearest whole number, y > 0: ⌊(2x + y) / 2y⌋ takes a half upwards; the rest follows from it."""
        x, y = b.align(x, y)
        two = b.number(Fraction(2))

        def upwards(of: Expr) -> Expr:
            return b.floor_div(b.add(b.add(of, of), y), b.add(y, y))

        up = upwards(x)
        if ties == "half_up":
            return up
        if ties == "half_away":
            return b.ite(b.lt(x, b.const(x.type, 0)), b.neg(upwards(b.neg(x))), up)
        # A half: what was rounded up lies exactly one half above; an odd neighbour gives way to the even one below.
        tie = b.eq(b.add(b.add(x, x), y), b.mul(up, b.add(y, y), y.type.unit))
        odd = b.lt(b.mul(two, b.floor_div(up, two), up.type.unit), up)
        return b.ite(b.and_(tie, odd), b.sub(up, b.number(Fraction(1))), up)

    # ── aggregates ───────────────────────────────────────────────────────────────────────────────────────────

    def quantified(self, e: t.Quantified, scope: Scope) -> Low:
        assert isinstance(e.source, t.Path)
        owner = self.place(t.Path(e.source.parts[:-1], span=e.source.span), scope)
        name, path, maximum = self.reads.many(owner, e.source.parts[-1], e.source.span)
        bound = self.bound(e.variable, scope)
        element = Place(self.reads.records[path].entity, path, bound, b.TRUE, path)
        inner: Scope = {**scope, e.variable: element}
        given = b.given(name)
        where = decided(b.TRUE) if e.where is None else self.low(e.where, inner)

        def all_(body: Expr) -> Expr:
            return b.each("all", name, bound, body)

        def any_(body: Expr) -> Expr:
            return b.each("any", name, bound, body)

        if e.kind in ("all", "any", "last"):
            assert e.body is not None
            body = self.low(e.body, inner)
            if e.kind == "all":
                true, false = all_(b.or_(where.false, body.value)), any_(b.and_(where.value, body.false))
            elif e.kind == "any":
                true, false = any_(b.and_(where.value, body.value)), all_(b.or_(where.false, body.false))
            else:
                return self.last(e, given, name, bound, where, body, self.low(e.by, inner) if e.by else None)
            true, false = b.and_(given, true), b.and_(given, false)
            return Low(b.or_(true, false), true, false)
        if e.kind in ("count", "sum"):
            self.counts[path] = None
        filtered = all_(where.known)
        if e.kind == "count":
            one = b.number_type(0, 1)
            body_value = b.ite(where.value, b.const(one, 1), b.const(one, 0))
            return Low(b.and_(given, filtered), b.each("sum", name, bound, body_value, maximum))
        assert e.body is not None
        body = self.low(e.body, inner)
        known = b.and_(given, all_(b.or_(where.false, b.and_(where.value, body.known))))
        if e.kind == "sum":
            zero = b.const(body.value.type, 0)
            return Low(known, b.each("sum", name, bound, b.ite(where.value, body.value, zero), maximum))
        end = body.value.type.hi if e.kind == "min" else body.value.type.lo
        chosen = b.ite(where.value, body.value, b.const(body.value.type, end))
        return Low(b.and_(known, any_(where.value)), b.each(e.kind, name, bound, chosen))

    def bound(self, variable: str, scope: Scope) -> str:
        """The name of an aggregate's elements in core. A field of the judged record stands there by its own name, so a
        variable that is called like one has another name."""
        root = self.model.entities.get(self.reads.root)
        taken = {p.prefix.partition(".")[0] for p in scope.values() if isinstance(p, Place)}
        while variable in taken or (root is not None and variable in root.fields):
            variable += "_"
        return variable

    def last(
        self, e: t.Quantified, given: Expr, name: str, bound: str, where: Low, body: Low, by: Low | None
    ) -> Low:
        """The elements of greatest key among those selected; those tied must all (or any) pass."""
        assert by is not None

        def each(kind: str, inner: Expr) -> Expr:
            return b.each(kind, name, bound, inner)

        known = b.and_(given, each("all", b.or_(where.false, b.and_(where.value, by.known))))
        lowest = b.const(by.value.type, by.value.type.lo)
        greatest = each("max", b.ite(where.value, by.value, lowest))
        latest = b.and_(where.value, b.eq(by.value, greatest))
        some, none = each("any", where.value), each("all", b.not_(where.value))
        if e.ties == "any":
            true, false = (
                each("any", b.and_(latest, body.value)),
                each("all", b.or_(b.not_(latest), body.false)),
            )
        else:
            true, false = (
                each("all", b.or_(b.not_(latest), body.value)),
                each("any", b.and_(latest, body.false)),
            )
        if e.none:
            true, false = b.or_(none, true), b.and_(some, false)
        else:
            true, false = b.and_(some, true), b.or_(none, false)
        true, false = b.and_(known, true), b.and_(known, false)
        return Low(b.or_(true, false), true, false)


def typed(e: Expr, wanted: Type) -> Expr:
    """`e` counted on the grid of `wanted`; its own grid is finer by no fraction (the checker saw to that)."""
    factor = e.type.grain / wanted.grain
    assert factor.denominator == 1, (e.type, wanted)
    return b.scale(e, int(factor))
