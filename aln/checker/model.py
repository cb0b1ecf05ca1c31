"""Names resolved: what each declaration of a module means to the others.

Takes a syntax tree; gives a `Model` (constants, units, types, entities, policies, machines by name) and the
diagnostics of resolution: duplicates, unknown names, bounds that make no sense. Never looks into expressions.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from aln.checker.mend import renamed, renaming
from aln.checker.units import (
    INSTANT,
    LAST_INSTANT,
    MICROSECOND,
    PREDECLARED,
    likely,
    meant,
    predeclared,
    respelt,
    unit,
)
from aln.core.ir import BOOL, ID, INTEGER, ONE, TEXT, Type, Unit
from aln.core.show import snake
from aln.diagnostics import Diagnostic, Edit, Fix, Span
from aln.syntax import tree as t

INSTANT_TYPE = Type("int", 0, LAST_INSTANT, Fraction(1), INSTANT)
DURATION_TYPE = Type("int", 0, LAST_INSTANT, Fraction(1), MICROSECOND)
INT64_TYPE = Type("int", -(2**63), 2**63 - 1)
# What whoever asks for a decision states beside the record: event rules read it, and so may claims.
INPUTS: dict[str, Type] = {"now": INSTANT_TYPE, "actor": ID}
# A 1.0 number with no declared range: it types, but nothing about it can be proved.
UNRANGED = Type("int", 0, 0, name="unranged")

BUILTIN: dict[str, Type] = {
    "bool": BOOL,
    "uuid": ID,
    "text": TEXT,
    "string": TEXT,
    "timestamp": INSTANT_TYPE,
    "duration": DURATION_TYPE,
    "int64": INT64_TYPE,
    "int": UNRANGED,
    "float": UNRANGED,
    INTEGER: Type("int", -(10**1000), 10**1000, name=INTEGER),
}


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field of an entity: a scalar (`type`), a reference (`entity`) or a relation (`entity`, `by`, `maximum`)."""

    name: str
    type: Type | None
    optional: bool = False
    entity: str = ""
    by: str = ""
    maximum: int = 0
    listed: bool = False
    span: Span = field(default=Span("", 0, 0), compare=False)

    @property
    def is_many(self) -> bool:
        return bool(self.by)


@dataclass(frozen=True, slots=True)
class EntityInfo:
    name: str
    table: str
    key: str
    fields: dict[str, FieldInfo]
    span: Span = field(compare=False)
    immutable: bool = False
    event: bool = False


@dataclass(slots=True)
class Model:
    """Everything that names mean in a module: what it declares, and what it uses of others.

    `homes` holds the model of the module that declares each policy used from elsewhere: its rules are read there.
    """

    module: t.Module
    constants: dict[str, t.Expr] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    types: dict[str, Type] = field(default_factory=dict)
    lexicons: dict[str, t.Lexicon] = field(default_factory=dict)
    entities: dict[str, EntityInfo] = field(default_factory=dict)
    policies: dict[str, t.Policy] = field(default_factory=dict)
    machines: dict[str, t.Machine] = field(default_factory=dict)
    links: dict[str, t.Requirement | t.Hazard | t.Control] = field(default_factory=dict)
    homes: dict[str, Model] = field(default_factory=dict)

    def home(self, policy: str) -> Model:
        """The model in which a policy's rules mean what their author wrote."""
        return self.homes.get(policy, self)

    @property
    def short_name(self) -> str:
        return self.module.name.partition("_v")[0]

    def unit(self, name: str) -> Unit | None:
        return ONE if not name else self.units.get(name) or predeclared(name)

    def constant(self, e: t.Expr) -> t.Expr:
        """`e` with a constant's name followed to its value, and texts joined by `+` made one."""
        for _ in range(len(self.constants) + 1):
            if not (isinstance(e, t.Path) and len(e.parts) == 1 and e.parts[0] in self.constants):
                break
            e = self.constants[e.parts[0]]
        if isinstance(e, t.Binary) and e.op == "+":
            left, right = self.constant(e.left), self.constant(e.right)
            if isinstance(left, t.String) and isinstance(right, t.String):
                return t.String(left.value + right.value, span=e.span)
        return e


def suggestion(name: str, known: Iterable[str]) -> str:
    """`did you mean …?` with the known name that is nearest; nothing when none is near."""
    names = dict.fromkeys(known)
    near = [x for x in names if x.lower() == name.lower()] or difflib.get_close_matches(name, names, n=1)
    return f"did you mean `{near[0]}`?" if near and near[0] != name else ""


def undeclared_unit(name: str, declared: Iterable[str]) -> str:
    """What to write for a unit that is not declared.

    Short names are too near one another to guess: `mcg` is no slip for `mg`, it is a thousandth of it.
    """
    near = suggestion(name, [*declared, *PREDECLARED]) if len(name) > 3 else ""
    code = likely(name)
    return (
        f'declare it: `unit {name} = "{code or "…"}";`{"" if code else " with its UCUM code"}'
        if code or not near
        else near
    )


def _names(e: t.Expr) -> set[str]:
    """The plain names that a constant's value is made of."""
    if isinstance(e, t.Path):
        return {e.parts[0]} if len(e.parts) == 1 else set()
    if isinstance(e, t.Unary):
        return _names(e.operand)
    if isinstance(e, t.Binary):
        return _names(e.left) | _names(e.right)
    if isinstance(e, t.If):
        return _names(e.condition) | _names(e.then) | _names(e.otherwise)
    if isinstance(e, t.Call):
        return set[str]().union(*map(_names, e.arguments))
    return set()


# Declarations that nothing refers to by name: only that each name is given once is checked. A tree and a policy
# both become guards, so they share their names.
_DECLARED_ONLY: dict[type, str] = {
    t.Policy: "policy",
    t.BehaviorTree: "policy",
    t.Claim: "claim",
    t.Test: "test",
    t.Table: "table",
    t.Service: "service",
    t.BehaviorGraph: "graph",
}

# What a used module makes visible, by the words of messages.
_USED = {
    "unit": "units",
    "type": "types",
    "lexicon": "lexicons",
    "entity": "entities",
    "policy": "policies",
    "id": "links",
    "machine": "machines",
}

D = TypeVar("D")


class Resolver:
    """One pass over the declarations; findings go to `diagnostics`."""

    def __init__(self, module: t.Module, uses: Sequence[Model] = ()) -> None:
        self.model = Model(module)
        self.diagnostics: list[Diagnostic] = []
        # The module that each name used from elsewhere comes from, by what it is.
        self.origins: dict[tuple[str, str], str] = {}
        for other in uses:
            self.adopt(other)

    def error(self, code: str, span: Span, message: str, help: str = "", fix: Fix | None = None) -> None:
        self.diagnostics.append(Diagnostic(code, span, message, help, fix=fix))

    def adopt(self, other: Model) -> None:
        """Makes the names of a used module visible. A name that two of them give two meanings is an error."""
        m = self.model
        use = next(
            (i for i in m.module.items if isinstance(i, t.Use) and i.module == other.module.name), None
        )
        span = m.module.span if use is None else use.span
        for what, kind in _USED.items():
            mine, theirs = getattr(m, kind), getattr(other, kind)
            for name, value in theirs.items():
                if name not in mine:
                    mine[name] = value
                    self.origins[what, name] = other.module.name
                    if what == "policy":
                        m.homes[name] = other.home(name)
                elif mine[name] is not value and (what not in ("unit", "type") or mine[name] != value):
                    first = self.origins[what, name]
                    self.error(
                        "ALN0121", span, f"the {what} `{name}` is declared by `{first}` and by `{other.module.name}`",
                        "use one of the two modules, or move what they share to a module that both use",
                    )  # fmt: skip
        # A policy's id and version are constants of every module, so a clash of constants is no fault: one that two
        # modules give different values has no meaning here, and whoever names it hears so.
        for name, constant in other.constants.items():
            if self.origins.setdefault(("constant", name), other.module.name) == other.module.name:
                m.constants[name] = constant
            elif m.constants.get(name) is not constant:
                m.constants.pop(name, None)

    def declare(self, table: dict[str, D], name: str, value: D, span: Span, what: str) -> None:
        """Enters a name once; the first declaration stands."""
        origin = (
            self.origins.pop((what, name), "") if what == "constant" else self.origins.get((what, name), "")
        )
        if origin and what != "constant":
            self.error(
                "ALN0121", span, f"the {what} `{name}` is already declared by `{origin}`, which this module uses",
                "rename it, or use the one that is there",
            )  # fmt: skip
        elif origin:
            table[name] = value
        elif name in table:
            self.error(
                "ALN0101", span, f"the {what} `{name}` is declared twice", "rename or remove one of them"
            )
        else:
            table[name] = value

    def run(self) -> Model:
        m = self.model
        others: dict[str, dict[str, None]] = {"policy": dict.fromkeys(m.policies)}
        for item in m.module.items:
            found = _DECLARED_ONLY.get(type(item))
            if found is not None:
                kind, name = found, str(getattr(item, "name", ""))
                self.declare(others.setdefault(kind, {}), name, None, item.span, kind)
        for item in m.module.items:
            if isinstance(item, t.Constants):
                for c in item.items:
                    self.declare(m.constants, c.name, c.value, c.span, "constant")
            elif isinstance(item, t.Unit):
                known, found_unit = predeclared(item.name), unit(item.name, item.code)
                if known is not None and known.code != item.code:
                    self.error(
                        "ALN0103", item.span, f"`{item.name}` already names the unit `{known.code}`",
                        "choose another name",
                    )  # fmt: skip
                elif found_unit is None:
                    self.error(
                        "ALN0104", item.span, f"`{item.code}` is no UCUM code",
                        f'did you mean `"{known_code}"`?' if (known_code := meant(item.code))
                        else 'write a UCUM code, such as `"ug/kg/min"` or `"mm[Hg]"`',
                        renamed(item.span, f'"{item.code}"', f'"{code}"') if (code := respelt(item.code)) else None,
                    )  # fmt: skip
                else:
                    self.declare(m.units, item.name, found_unit, item.span, "unit")
            elif isinstance(item, t.Lexicon):
                self.declare(m.lexicons, item.name, item, item.span, "lexicon")
                self.lexicon(item)
            elif isinstance(item, t.Policy):
                m.policies.setdefault(item.name, item)
            elif isinstance(item, t.Machine):
                self.declare(m.machines, item.name, item, item.span, "machine")
            elif isinstance(item, t.Requirement | t.Hazard | t.Control):
                self.declare(m.links, item.id, item, item.span, "id")
        self.constant_cycles()
        names = {i.name for i in m.module.items if isinstance(i, t.Entity)} | m.entities.keys()
        for item in m.module.items:
            if isinstance(item, t.Enum | t.TypeAliasDecl):
                if item.name in BUILTIN:
                    self.error(
                        "ALN0103", item.span, f"`{item.name}` is a type of the language", "choose another name"
                    )  # fmt: skip
                    continue
                if item.name in names:
                    self.error(
                        "ALN0101", item.span, f"`{item.name}` is declared as a type and as an entity",
                        "rename one of them",
                    )  # fmt: skip
            if isinstance(item, t.Enum):
                self.declare(
                    m.types, item.name, self.enum(item.name, item.labels, item.span), item.span, "type"
                )
            elif isinstance(item, t.TypeAliasDecl):
                resolved = self.scalar(item.type, item.span)
                if resolved is not None:
                    self.declare(m.types, item.name, resolved[0], item.span, "type")
                    if resolved[1]:
                        self.error(
                            "ALN0111", item.span, f"the type `{item.name}` cannot itself be optional",
                            f"write the `?` where it is used: `field : {item.name}?;`",
                        )  # fmt: skip
        for item in m.module.items:
            if isinstance(item, t.Entity):
                self.declare(m.entities, item.name, self.entity(item, names), item.span, "entity")
        for entity in m.entities.values():
            if ("entity", entity.name) not in self.origins:
                self.relations(entity)
        return m

    def enum(self, name: str, labels: tuple[str, ...], span: Span) -> Type:
        for label in dict.fromkeys(x for x in labels if labels.count(x) > 1):
            self.error("ALN0101", span, f"the label `{label}` is declared twice", "remove one of them")
        if not labels:
            self.error("ALN0110", span, f"the enum `{name}` has no label", "declare at least one: `LABEL;`")
        return Type("enum", name=name, labels=tuple(dict.fromkeys(labels)))

    def lexicon(self, item: t.Lexicon) -> None:
        if not item.terms:
            self.error(
                "ALN0110", item.span, f"the lexicon `{item.name}` has no term", 'add at least one: `"rem";`'
            )
        for term in item.terms:
            if not term.isascii():
                says = f"the term `{term}` of lexicon `{item.name}` is not written in ASCII letters"
            elif not any(ch.isalpha() for ch in term):
                says = f"the term `{term}` of lexicon `{item.name}` has no letter, so no text can mention it"
            else:
                continue
            self.error(
                "ALN0109",
                item.span,
                says,
                "write the term in the letters a to z; other spellings fold to them",
            )

    def constant_cycles(self) -> None:
        """Reports constants that are defined by themselves, and leaves them without a value."""
        constants = self.model.constants
        reads = {name: _names(value) & constants.keys() for name, value in constants.items()}
        for name in constants:
            reached, todo = set[str](), set(reads[name])
            while todo:
                reached |= todo
                todo = set[str]().union(*(reads[n] for n in todo)) - reached
            if name in reached:
                span = constants[name].span
                self.error(
                    "ALN0108", span, f"the constant `{name}` is defined by itself", "give it a literal value"
                )
                constants[name] = t.Path((name,), span=span)

    def bound(self, e: t.Expr) -> tuple[Fraction, str] | None:
        """A literal bound (a number, perhaps negative, or a constant) and the unit written after it."""
        span, e = e.span, self.model.constant(e)
        if isinstance(e, t.Unary) and e.op == "-":
            inner = self.bound(e.operand)
            return None if inner is None else (-inner[0], inner[1])
        if isinstance(e, t.Number):
            return e.value, e.unit
        self.error(
            "ALN0105", span, "a bound must be a number or a numeric constant", "write a literal number"
        )
        return None

    def scalar(self, e: t.TypeExpr, span: Span) -> tuple[Type, bool] | None:
        """The type and optionality of a scalar type expression, or None after reporting why there is none."""
        if isinstance(e, t.EnumType):
            return self.enum("", e.labels, e.span), e.optional
        if isinstance(e, t.NumberType):
            return self.number(e)
        if isinstance(e, t.TypeName):
            found = self.model.types.get(e.name) or BUILTIN.get(e.name)
            if found is None:
                known = [
                    *self.model.types,
                    *BUILTIN,
                    *(i.name for i in self.model.module.items if isinstance(i, t.Entity)),
                    *self.model.entities,
                ]
                later = any(
                    isinstance(i, t.TypeAliasDecl) and i.name == e.name for i in self.model.module.items
                )
                self.error(
                    "ALN0102", e.span, f"`{e.name}` is not a type of this module" + (" yet" if later else ""),
                    "move its declaration up, or mend it" if later
                    else suggestion(e.name, known) or "declare it with `type`, `enum` or `entity`",
                    None if later else renaming(e.span, e.name, known),
                )  # fmt: skip
                return None
            return found, e.optional
        self.error(
            "ALN0102",
            e.span,
            "a single value is needed here, not a list or a reference",
            "name a scalar type",
        )
        return None

    def number(self, e: t.NumberType) -> tuple[Type, bool] | None:
        unit_ = self.model.unit(e.unit)
        if unit_ is None:
            self.error(
                "ALN0104", e.span, f"the unit `{e.unit}` is not declared",
                undeclared_unit(e.unit, self.model.units),
            )  # fmt: skip
            return None
        step = (Fraction(1), "") if e.step is None else self.bound(e.step)
        low, high = self.bound(e.low), self.bound(e.high)
        if step is None or low is None or high is None:
            return None
        scaled: list[Fraction] = []
        for value, name in (low, high, step):
            own = unit_ if not name else self.model.unit(name)
            if own is None or own.kind != unit_.kind:
                self.error(
                    "ALN0104", e.span, f"the bound's unit `{name}` does not fit `{e.unit or 'a plain number'}`",
                    "write the bounds in the type's unit",
                )  # fmt: skip
                return None
            scaled.append(value * own.factor / unit_.factor)
        lo, hi, by = scaled
        if by <= 0:
            self.error(
                "ALN0105",
                e.span,
                "the resolution after `by` must be above zero",
                "write, for example, `by 0.001`",
            )
        elif lo > hi:
            self.error("ALN0105", e.span, f"the range {lo} .. {hi} is empty", "write the smaller bound first")
        elif (lo / by).denominator != 1 or (hi / by).denominator != 1:
            self.error(
                "ALN0105", e.span, f"a bound of {lo} .. {hi} is not a multiple of the resolution {by}",
                "move the bound onto the grid, or refine the resolution",
            )  # fmt: skip
        elif max(abs(lo / by), abs(hi / by)) >= 2**63:
            self.error(
                "ALN0105",
                e.span,
                "the range does not fit 63 bits",
                "narrow the range or coarsen the resolution",
            )
        else:
            return Type("int", int(lo / by), int(hi / by), by, unit_), e.optional
        return None

    def entity(self, e: t.Entity, names: set[str]) -> EntityInfo:
        fields: dict[str, FieldInfo] = {}
        keys = [f.name for f in e.fields if f.key]
        if len(keys) > 1:
            self.error("ALN0106", e.span, f"`{e.name}` has {len(keys)} keys", "mark one field `key`")
        for f in e.fields:
            info = self.field(e, f, names)
            if info is not None:
                self.declare(fields, f.name, info, f.span, f"field of `{e.name}`")
        if e.event and (e.stored_as or e.immutable):
            self.error(
                "ALN0128", e.span, f"`{e.name}` is an event: it is never stored",
                "remove `event`, or remove `stored as` and `immutable`",
            )  # fmt: skip
        return EntityInfo(
            e.name,
            "" if e.event else e.stored_as or snake(e.name),
            keys[0] if keys else "",
            fields,
            e.span,
            e.immutable,
            e.event,
        )

    def field(self, e: t.Entity, f: t.Field, names: set[str]) -> FieldInfo | None:
        kind = f.type
        if f.key and (f.repeated or not isinstance(kind, t.TypeName)):
            self.error("ALN0106", f.span, f"the key `{f.name}` must be a uuid", "write `uuid key`")
        if isinstance(kind, t.RefType | t.ManyType):
            if kind.entity not in names:
                self.error(
                    "ALN0102", kind.span, f"`{kind.entity}` is not an entity of this module",
                    suggestion(kind.entity, names) or "declare the entity",
                    renaming(kind.span, kind.entity, names),
                )  # fmt: skip
                return None
            if isinstance(kind, t.RefType):
                return FieldInfo(
                    f.name, Type("id", name=kind.entity), kind.optional, kind.entity, span=f.span
                )
            if kind.maximum < 1:
                self.error(
                    "ALN0105", kind.span, "a relation holds at least one record", "write `up to 1` or more"
                )
                return None
            return FieldInfo(f.name, None, entity=kind.entity, by=kind.by, maximum=kind.maximum, span=f.span)
        if isinstance(kind, t.ListType) or f.repeated:
            return FieldInfo(f.name, None, listed=True, span=f.span)
        if isinstance(kind, t.TypeName) and kind.name in names:
            self.error(
                "ALN0102", kind.span, f"`{kind.name}` is an entity; a field refers to it",
                f"write `{f.name} : ref {kind.name};`",
            )  # fmt: skip
            return None
        resolved = self.scalar(kind, f.span)
        if resolved is None:
            return None
        scalar, optional = resolved
        if scalar.unbounded:
            self.error(
                "ALN0310", f.span, f"`{f.name}` has no range: nothing stored is unbounded",
                "declare a range: `int in 0 .. 1000`",
            )  # fmt: skip
        if f.key:
            if scalar.sort != "id" and isinstance(kind, t.TypeName):
                self.error("ALN0106", f.span, f"the key `{f.name}` must be a uuid", "write `uuid key`")
            scalar = Type("id", name=e.name)
            if optional:
                self.error(
                    "ALN0106", f.span, f"the key `{f.name}` may not be missing", "remove the `?`",
                    Fix("remove the `?`", (Edit(f.span, "", "?"),)),
                )  # fmt: skip
        return FieldInfo(f.name, scalar, optional, span=f.span)

    def relations(self, e: EntityInfo) -> None:
        for f in e.fields.values():
            if not f.is_many:
                continue
            target = self.model.entities[f.entity]
            if target.event:
                self.error(
                    "ALN0128", f.span, f"`{f.entity}` is an event: no stored record has a relation of it",
                    "name an entity that is stored",
                )  # fmt: skip
            back = target.fields.get(f.by)
            if back is None or back.entity != e.name or back.is_many:
                self.error(
                    "ALN0107", f.span, f"`{f.entity}` has no reference `{f.by}` to `{e.name}`",
                    f"add `{f.by} : ref {e.name};` to `{f.entity}`, or name its reference after `by`",
                )  # fmt: skip
            if not e.key:
                self.error(
                    "ALN0106",
                    e.span,
                    f"`{e.name}` needs a key: `{f.entity}` refers to it",
                    "mark one field `key`",
                )
        for f in e.fields.values():
            if f.entity and not f.is_many and not self.model.entities[f.entity].key:
                self.error(
                    "ALN0106", f.span, f"`{f.entity}` needs a key: `{e.name}.{f.name}` refers to it",
                    "mark one of its fields `key`",
                )  # fmt: skip


def resolve(module: t.Module, uses: Sequence[Model] = ()) -> tuple[Model, tuple[Diagnostic, ...]]:
    """The module's declarations by name, with those of the modules it uses, and what is wrong with them."""
    resolver = Resolver(module, uses)
    model = resolver.run()
    return model, tuple(resolver.diagnostics)
