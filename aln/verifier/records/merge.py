"""Two sides in one scope: the records and fields that either reads, in domains that hold the values of both.

Takes guards and declared fields of both sides; gives one scope, what each side accepts as formulas over it, and each
side's own environment for a value of the scope. Numbers share the finest grid, enums their labels; a field that one
side leaves optional or does not know may be missing, and else holds what the side that knows it allows. Raises `Unmatched` where no value of one side is one of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, TypeAlias

from aln.core import build as b
from aln.core.ir import BOOL, KEY, Expr, Field, Guard, Record, Type, node
from aln.core.show import show_type
from aln.verifier.obligation import Scope

__all__ = ["Merged", "Shape", "Side", "Unmatched"]


class Unmatched(Exception):
    """What the two sides read under one name is not one thing: nothing about it can be compared."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What an entity declares: its scalar fields, and its references by their keys."""

    entity: str
    fields: tuple[Field, ...]

    def get(self, name: str) -> Field | None:
        return next((f for f in self.fields if f.name == name), None)


@dataclass(frozen=True, slots=True)
class Side:
    """Everything that judges the records of an entity together, and what the entities it reads declare, by name."""

    guards: tuple[Guard, ...] = ()
    shapes: Mapping[str, Shape] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Joint:
    """One field of the merged scope: its variable within its record, its domain there and on each side (None where a
    side does not know it), and which sides hold a record to it."""

    name: str
    own: str
    type: Type
    optional: bool
    sides: tuple[Field | None, Field | None]
    held: tuple[bool, bool]


_Pair: TypeAlias = tuple[str, str, Field | None, Field | None, tuple[bool, bool]]


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


class Merged:
    """Both sides in one scope. `fitting` are variables that are true where every relation fits both sides' maximum."""

    def __init__(self, entity: str, old: Side, new: Side) -> None:
        self.entity = entity
        self.sides = (old, new)
        self.records: dict[str, Record] = {}
        self.maxima: tuple[dict[str, int], dict[str, int]] = ({}, {})
        for side in (0, 1):
            self._gather(side)
        self.records.setdefault("", Record("", entity, "", "", "root"))
        self.lists = tuple(r.path for r in self.records.values() if r.how == "many")
        labels = {x for s in self.sides for ty in _types(s) if ty.sort == "enum" for x in ty.labels}
        self.labels = Type("enum", name="labels of both", labels=tuple(sorted(labels)))
        self.widened = False
        pairs = {p: tuple(self._pairs(p)) for p in self.records}
        self.widened = any(
            f is not None and g is not None and f.type.sort == "enum" and f.type.labels != g.type.labels
            for found in pairs.values() for _, _, f, g, _ in found
        )  # fmt: skip
        self.fields = {p: {pair[0]: self._joint(p, pair) for pair in found} for p, found in pairs.items()}
        self.fitting, self.limits = self._limit()
        inputs = {f.name: f for s in self.sides for g in s.guards for f in g.inputs}
        fits = tuple(Field(e.name, BOOL) for e in self.fitting)
        self.scope = Scope(
            tuple(
                replace(
                    r, fields=tuple(Field(j.name, j.type, j.optional) for j in self.fields[r.path].values())
                )
                for r in self.records.values()
            ),
            (*inputs.values(), *fits),
        )
        self.has_events = any(r.event for s in self.sides for g in s.guards for r in g.rules)

    # ── what is read ─────────────────────────────────────────────────────────────────────────────────────────

    def _gather(self, side: int) -> None:
        for guard in self.sides[side].guards:
            for r in guard.records:
                if r.how == "many":
                    self.maxima[side][r.path] = r.maximum
                known = self.records.get(r.path)
                if known is None:
                    self.records[r.path] = replace(r, fields=())
                    continue
                shown = _join(self.entity, r.path)
                if (known.how, known.parent, known.link) != (r.how, r.parent, r.link):
                    raise Unmatched(f"`{shown}` is reached otherwise on the two sides")
                if known.entity != r.entity:
                    raise Unmatched(
                        f"`{shown}` is a `{known.entity}` on one side and a `{r.entity}` on the other"
                    )
                if known.key != r.key:
                    raise Unmatched(
                        f"the key of `{r.entity}` is `{known.key}` on one side and `{r.key}` on the other"
                    )
                self.records[r.path] = replace(
                    known, maximum=min(known.maximum, r.maximum), optional=known.optional or r.optional
                )

    def _read(self, side: int, path: str) -> dict[str, Field]:
        found: dict[str, Field] = {}
        for guard in self.sides[side].guards:
            for r in guard.records:
                if r.path == path:
                    found |= {f.name: f for f in r.fields}
        return found

    def _pairs(self, path: str) -> Iterator[_Pair]:
        """The fields of one record that either side reads, and those of the judged record that the two declare
        otherwise: (name on the sides, name in the scope, as the old side has it, as the new, which are held to it)."""
        reads = [self._read(side, path) for side in (0, 1)]
        shapes = [s.shapes.get(self.records[path].entity) for s in self.sides]
        names = {**reads[0], **reads[1]}
        if path == "":
            declared = {f.name: f for s in shapes if s is not None for f in s.fields}
            apart = [s.get(n) if s is not None else None for n in declared for s in shapes]
            names |= {
                n: f
                for i, (n, f) in enumerate(declared.items())
                if not _alike(apart[2 * i], apart[2 * i + 1])
            }
        for name in names:
            known = []
            held = []
            for read, shape in zip(reads, shapes, strict=True):
                own = shape.get(name) if shape is not None else None
                known.append(read.get(name, own))
                held.append(name in read or (path == "" and own is not None))
            variable = name + KEY if _join(path, name) in self.records else name
            yield name, variable, known[0], known[1], (held[0], held[1])

    def _joint(self, path: str, pair: _Pair) -> _Joint:
        own, name, old, new, held = pair
        known = [f for f in (old, new) if f is not None]
        optional = len(known) < 2 or any(f.optional for f in known)
        first = known[0].type
        ty = first
        if first.sort == "enum" and self.widened:
            ty = self.labels
        for other in known[1:]:
            ty = self._hull(_join(path, own), first, other.type)
        return _Joint(name, own, ty, optional, (old, new), held)

    def _hull(self, shown: str, a: Type, c: Type) -> Type:
        where = f"`{_join(self.entity, shown)}`"
        if a.sort != c.sort or a.unit.kind != c.unit.kind:
            raise Unmatched(f"{where} is {show_type(a)} on one side and {show_type(c)} on the other")
        if a.sort == "enum":
            return self.labels if self.widened else a
        if a.sort != "int":
            return a
        if a.unit.code != c.unit.code:
            says = f"{where} is counted in `{a.unit.code}` on one side and in `{c.unit.code}` on the other"
            raise Unmatched(f"{says}: one number is two quantities")
        grain = _gcd(a.step, c.step)
        lo = min(a.lo * int(a.step / grain), c.lo * int(c.step / grain))
        hi = max(a.hi * int(a.step / grain), c.hi * int(c.step / grain))
        return Type("int", lo, hi, grain, a.unit)

    def _limit(self) -> tuple[tuple[Expr, ...], str]:
        """A relation that may be longer on one side is missing on the other where it is: true or not, unknown here."""
        old, new = self.maxima
        apart = [p for p in old if p in new and old[p] != new[p]]
        shown = ", ".join(f"`{p}` ({old[p]} and {new[p]})" for p in apart)
        says = "a difference is not excluded where a relation is longer than the smaller of its two maxima"
        return tuple(b.var(f"{p} fits", BOOL) for p in apart), f"{says}: {shown}" if apart else ""

    # ── what is accepted ─────────────────────────────────────────────────────────────────────────────────────

    def accepts(self, side: int, stored: bool) -> tuple[Expr, ...]:
        """What one side asks of a record, as conjuncts: its values are valid there, and every rule is true. Of a
        `stored` record only state rules are asked."""
        parts = [*self._valid(side)]
        for guard in self.sides[side].guards:
            parts += [
                self._rewritten(side, guard, r.condition) for r in guard.rules if not (stored and r.event)
            ]
        flat = b.and_(*parts)
        return flat.args if flat.kind == "op" and flat.name == "and" else (flat,)

    def _valid(self, side: int) -> Iterator[Expr]:
        for path, joints in self.fields.items():
            home = next((p for p in self.lists if path == p or path.startswith(p + ".")), None)
            prefix = path if home is None else "#0" + path[len(home) :]
            sound = b.and_(
                *(self._sound(side, j, _join(prefix, j.name)) for j in joints.values() if j.held[side])
            )
            if home is None:
                there = b.TRUE if path == "" else b.given(path)
                yield b.implies(there, sound)
            else:
                there = b.TRUE if path == home else b.given(prefix)
                yield b.each("all", home, "#0", b.implies(there, sound))

    def _sound(self, side: int, joint: _Joint, name: str) -> Expr:
        """That a value of the merged domain is one of this side's."""
        own = joint.sides[side]
        if own is None:
            return b.TRUE
        value = b.var(name, joint.type)
        inside = b.TRUE
        if own.type.sort == "enum" and own.type.labels != joint.type.labels:
            inside = b.or_(*(b.eq(value, b.const(joint.type, x)) for x in own.type.labels))
        elif own.type.sort == "int":
            times = int(own.type.grain / joint.type.grain)
            low, high = (b.const(joint.type, n * times) for n in (own.type.lo, own.type.hi))
            inside = b.and_(b.le(low, value), b.le(value, high))
            if times > 1:
                inside = b.and_(inside, b.eq(b.scale(_coarser(value, own.type, times), times), value))
        if not joint.optional:
            return inside
        return b.and_(b.given(name), inside) if not own.optional else b.implies(b.given(name), inside)

    def _rewritten(self, side: int, guard: Guard, condition: Expr) -> Expr:
        """A rule of one side over the merged scope; bound variables are named by depth, as no field can be."""
        own = {r.path: {f.name for f in r.fields} for r in guard.records}
        fits = {e.name.removesuffix(" fits"): e for e in self.fitting}
        short = {p for p in fits if self.maxima[side][p] < self.maxima[1 - side][p]}
        memo: dict[tuple[Expr, tuple[tuple[str, tuple[str, str]], ...]], Expr] = {}

        def go(e: Expr, names: Mapping[str, tuple[str, str]]) -> Expr:
            key = (e, tuple(names.items()))
            if key not in memo:
                memo[key] = make(e, names)
            return memo[key]

        def make(e: Expr, names: Mapping[str, tuple[str, str]]) -> Expr:
            if e.kind in ("var", "given"):
                head, _, rest = e.name.partition(".")
                shown, real = names.get(head, ("", ""))
                path = _join(real, rest) if real else e.name
                name = _join(shown, rest) if real else e.name
                record, _, last = path.rpartition(".")
                joint = self.fields.get(record, {}).get(last) if last in own.get(record, ()) else None
                if joint is not None and joint.name != last:
                    name += KEY
                if e.kind == "given":
                    return b.and_(b.given(name), fits[path]) if path in short else b.given(name)
                return self._typed(name, e.type, joint)
            if e.kind == "const" and e.type.sort == "enum" and self.widened:
                return b.const(self.labels, str(e.value))
            if e.kind == "each":
                bound = f"#{len(names)}"
                inner = {**names, e.bound: (bound, str(e.value))}
                return b.rebuild_each(e, bound, go(e.args[0], inner))
            return b.rebuild(e, tuple(go(a, names) for a in e.args)) if e.args else e

        return go(condition, {})

    def _typed(self, name: str, wanted: Type, joint: _Joint | None) -> Expr:
        if joint is None:
            return b.var(name, wanted)
        value = b.var(name, joint.type)
        times = int(wanted.grain / joint.type.grain) if wanted.sort == "int" else 1
        return value if times == 1 else _coarser(value, wanted, times)

    # ── one side's own view ──────────────────────────────────────────────────────────────────────────────────

    def environment(self, side: int, guard: Guard, env: Mapping[str, Any]) -> dict[str, Any]:
        """The environment of a guard of one side, values counted as that side counts them."""
        out: dict[str, Any] = {f.name: env.get(f.name) for f in guard.inputs}
        for record in guard.records:
            home = next((p for p in self.lists if record.path.startswith(p + ".")), None)
            if home is not None:
                continue
            if record.how == "many":
                items = env.get(record.path)
                short = items is not None and len(items) > record.maximum
                out[record.path] = (
                    None
                    if items is None or short
                    else tuple(self._element(side, guard, record, i) for i in items)
                )
                continue
            out |= self._values(side, record, env, "")
        return out

    def _element(self, side: int, guard: Guard, home: Record, item: Mapping[str, Any]) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for record in guard.records:
            if record.path == home.path or record.path.startswith(home.path + "."):
                out |= self._values(side, record, item, home.path)
        return out

    def _values(self, side: int, record: Record, env: Mapping[str, Any], base: str) -> dict[str, Any]:
        prefix = record.path[len(base) :].lstrip(".")
        out = {prefix: env.get(prefix)} if record.how == "ref" else {}
        for f in record.fields:
            joint = self.fields[record.path][f.name]
            out[_join(prefix, f.name)] = _own(env.get(_join(prefix, joint.name)), f.type, joint.type)
        return out

    def misshapen(self, side: int, env: Mapping[str, Any]) -> Iterator[str]:
        """The fields of the judged record whose values one side declares to be none."""
        for joint in self.fields[""].values():
            own = joint.sides[side]
            if own is not None and joint.held[side]:
                value = _own(env.get(joint.name), own.type, joint.type)
                if not (own.optional if value is None else own.type.holds(value)):
                    yield joint.own

    def is_required(self, record: Record) -> bool:
        """Whether a record is reached by a reference that neither side allows to be missing."""
        inside = any(record.path.startswith(p + ".") for p in self.lists)
        return record.how == "ref" and not record.optional and not inside

    def is_shown(self, name: str) -> bool:
        return all(name != e.name for e in self.fitting)

    @staticmethod
    def spoken(name: str) -> str:
        return name.replace(KEY, "")


def _coarser(value: Expr, own: Type, times: int) -> Expr:
    """A count of the merged grid as one of a side's own, `times` coarser; what lies between is invalid there."""
    return node("op", own, "div", (value, b.const(Type("int"), times)))


def _own(value: Any, own: Type, merged: Type) -> Any:
    if value is None or own.sort != "int" or own.grain == merged.grain:
        return value
    count = Fraction(value) / int(own.grain / merged.grain)
    return count.numerator if count.denominator == 1 else count


def _gcd(a: Fraction, c: Fraction) -> Fraction:
    """The coarsest grid that holds both."""
    while c:
        a, c = c, a % c
    return a


def _types(side: Side) -> Iterator[Type]:
    for shape in side.shapes.values():
        yield from (f.type for f in shape.fields)
    for guard in side.guards:
        for record in guard.records:
            yield from (f.type for f in record.fields)


def _alike(a: Field | None, c: Field | None) -> bool:
    if a is None or c is None:
        return a is c
    x, y = a.type, c.type
    return (a.optional, x.sort, x.lo, x.hi, x.step, x.unit, x.labels) == (
        c.optional, y.sort, y.lo, y.hi, y.step, y.unit, y.labels,
    )  # fmt: skip
