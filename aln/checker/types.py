"""The type of every expression, by strong and simple rules: units by kind, labels by the enum they meet.

Takes a `Model`; gives a table from expression nodes to their type (`Types`) and diagnostics. The table is what
lowering reads, so that types are inferred once. Nothing is coerced: what does not fit is an error with a fix.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from aln.checker.mend import renaming
from aln.checker.model import INPUTS, INSTANT_TYPE, Model, suggestion, undeclared_unit
from aln.checker.typed import ManyTy, RecordTy, Scope, Ty, Types, parse_instant, parse_uuid, said
from aln.checker.units import INSTANT, MICROSECOND, product
from aln.checker.windows import PARTS, STATISTICS
from aln.core.ir import BOOL, TEXT, Type, Unit
from aln.diagnostics import Diagnostic, Fix, Span
from aln.syntax import tree as t

# Where `round` takes a half: to the even neighbour, upwards, or away from zero.
TIES = ("half_even", "half_up", "half_away")
AGGREGATES = ("all", "any", "count", "sum", "min", "max", "last")
FUNCTIONS = (
    "present", "absent", "mentions", "accepted", "abs", "min", "max", "clamp", "floor", "ceil", "round",
    "before", "next", "throughout", "once", "certain",
)  # fmt: skip


def _common(a: Fraction, b: Fraction) -> Fraction:
    """The coarsest grid that holds both grids."""
    return Fraction(
        gcd(a.numerator * b.denominator, b.numerator * a.denominator), a.denominator * b.denominator
    )


def _unit_help(wanted: Type) -> str:
    if wanted.unit.kind == "instant":
        return "write an instant: `2026-01-31T08:00:00Z` in quotes"
    if wanted.unit.kind == "number":
        return "write a number without a unit"
    return f"write the unit after the number: `1 {wanted.unit.name or wanted.unit.code}`"


class Typer:
    """Types expressions against a scope of names; one per module, so that the table is one."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.types = Types()
        self.diagnostics: list[Diagnostic] = []
        self.inside_machine = False
        self.inside_claim = False
        # The states of the machine at hand, and the names whose own declaration is at fault.
        self.states: frozenset[str] = frozenset()
        self.faulty: frozenset[str] = frozenset()
        # Windows, their statistics, and those of them that the comparison at hand names.
        self.windows: frozenset[str] = frozenset()
        self.statistics: frozenset[str] = frozenset()
        self.compared: frozenset[str] = frozenset()

    def error(self, code: str, span: Span, message: str, help: str = "", fix: Fix | None = None) -> None:
        self.diagnostics.append(Diagnostic(code, span, message, help, fix=fix))

    # ── entry points ─────────────────────────────────────────────────────────────────────────────────────────

    def expr(self, e: t.Expr, scope: Scope, expected: Ty | None = None) -> Ty | None:
        """The type of `e`, recorded; None after reporting an error. `expected` gives labels and strings meaning."""
        found = self._infer(e, scope, expected)
        if found is not None:
            self.types.of[id(e)] = found
            self.types.kept.append(e)
        return found

    def boolean(self, e: t.Expr, scope: Scope) -> None:
        found = self.expr(e, scope, BOOL)
        if found is not None and found != BOOL:
            self.error(
                "ALN0201",
                e.span,
                f"true or false is needed here, this is {said(found)}",
                "write a comparison",
            )

    def value(self, e: t.Expr, scope: Scope, wanted: Type) -> None:
        """`e` must be assignable to `wanted`: the same sort and kind, on its grid when it is a literal."""
        found = self.expr(e, scope, wanted)
        if found is None:
            return
        if not self._meets(found, wanted):
            kinds = isinstance(found, Type) and found.sort == wanted.sort == "int"
            self.error(
                "ALN0202" if kinds else "ALN0201", e.span,
                f"{said(wanted)} is needed here, this is {said(found)}",
                _unit_help(wanted) if kinds else "write a value of that type",
            )  # fmt: skip
        elif isinstance(found, Type) and wanted.sort == "int":
            literal = self._literal(e)
            grain = found.grain if literal is None else literal
            if (grain / wanted.grain).denominator != 1:
                self.error(
                    "ALN0207", e.span, "this value is finer than the resolution it is assigned to",
                    "round it: `floor(…)`, `ceil(…)`, `round(…, half_even)`, or declare a finer resolution",
                )  # fmt: skip

    def _literal(self, e: t.Expr) -> Fraction | None:
        """What a number or a constant is worth in the coherent unit of its kind; None for anything else."""
        e = self.model.constant(e)
        if isinstance(e, t.Unary) and e.op == "-":
            return self._literal(e.operand)
        unit = self.model.unit(e.unit) if isinstance(e, t.Number) else None
        return e.value * unit.factor if isinstance(e, t.Number) and unit is not None else None

    # ── helpers ──────────────────────────────────────────────────────────────────────────────────────────────

    @staticmethod
    def _id(ty: Ty) -> Ty:
        return Type("id", name=ty.entity) if isinstance(ty, RecordTy) else ty

    def _meets(self, a: Ty, b: Ty) -> bool:
        """Whether two values may be compared or assigned: the same sort, and the same kind, enum or entity."""
        a, b = self._id(a), self._id(b)
        if not isinstance(a, Type) or not isinstance(b, Type) or a.sort != b.sort:
            return False
        if a.sort == "int":
            return a.unit.kind == b.unit.kind
        if a.sort == "enum":
            return a.labels == b.labels and a.name == b.name
        return a.sort != "id" or not a.name or not b.name or a.name == b.name

    def _label_like(self, e: t.Expr, scope: Scope) -> bool:
        e = self.model.constant(e)
        return isinstance(e, t.String) or (
            isinstance(e, t.Path) and len(e.parts) == 1 and e.parts[0] not in scope
        )

    def _infer(self, e: t.Expr, scope: Scope, expected: Ty | None) -> Ty | None:
        if isinstance(e, t.Number):
            return self._number(e)
        if isinstance(e, t.Boolean):
            return BOOL
        if isinstance(e, t.String):
            return self._string(e, expected)
        if isinstance(e, t.Path):
            return self._path(e, scope, expected)
        if isinstance(e, t.Unary):
            return self._unary(e, scope)
        if isinstance(e, t.Binary):
            return self._binary(e, scope)
        if isinstance(e, t.If):
            self.boolean(e.condition, scope)
            return self._same(e.then, e.otherwise, scope, expected, e.span)
        if isinstance(e, t.Call):
            return self._call(e, scope, expected)
        if isinstance(e, t.Quantified):
            return self._quantified(e, scope)
        self.error(
            "ALN0201", e.span, "a record or a list cannot stand in an expression", "write a single value"
        )
        return None

    def _number(self, e: t.Number) -> Ty | None:
        unit = self.model.unit(e.unit)
        if unit is None:
            self.error(
                "ALN0104", e.span, f"the unit `{e.unit}` is not declared",
                undeclared_unit(e.unit, self.model.units),
            )  # fmt: skip
            return None
        step = Fraction(1, e.value.denominator)
        return Type("int", e.value.numerator, e.value.numerator, step, unit)

    def _string(self, e: t.String, expected: Ty | None) -> Ty | None:
        expected = self._id(expected) if expected is not None else None
        if not isinstance(expected, Type) or expected.sort in ("text", "bool"):
            return TEXT
        if expected.sort == "enum":
            return self._label(e.value, expected, e.span, '"{}"')
        if expected.sort == "id":
            if parse_uuid(e.value) is not None:
                return expected
            self.error("ALN0206", e.span, f"`{e.value}` is not a uuid", "write 8-4-4-4-12 hexadecimal digits")
        elif expected.unit.kind == "instant":
            value = parse_instant(e.value)
            if value is not None and INSTANT_TYPE.holds(value):
                return INSTANT_TYPE
            self.error(
                "ALN0206", e.span, f"`{e.value}` is not an instant between 1970 and 2199",
                "write ISO 8601 with an offset, such as `2026-01-31T08:00:00Z`",
            )  # fmt: skip
        else:
            self.error(
                "ALN0201", e.span, "a number is needed here, this is text", "write the number without quotes"
            )
        return None

    def _no_reading(self, e: t.Path) -> None:
        """What is read of a window is a single name by now: this path is none."""
        head, *rest = e.parts
        known = [f"{head}.{part}" for part in (*PARTS, *STATISTICS)]
        reads = f"it gives {', '.join(f'`{x}`' for x in known)}"
        if not rest:
            self.error("ALN0309", e.span, f"the window `{head}` has no value of its own", reads)
            return
        self.error(
            "ALN0204", e.span, f"the window `{head}` has no `{'.'.join(rest)}`",
            suggestion(str(e), known) or reads, renaming(e.span, str(e), known),
        )  # fmt: skip

    def _label(self, label: str, enum: Type, span: Span, written: str = "{}") -> Ty | None:
        if label in enum.labels:
            return enum
        odd = [x for x in enum.labels if x.lower() == label.lower()]
        self.error(
            "ALN0205", span, f"`{label}` is not a label of `{enum.name or 'this enum'}`",
            f"labels are case-sensitive: write `{odd[0]}`" if odd
            else suggestion(label, enum.labels) or f"the labels are {', '.join(f'`{x}`' for x in enum.labels)}",
            renaming(span, label, enum.labels, written),
        )  # fmt: skip
        return None

    def _path(self, e: t.Path, scope: Scope, expected: Ty | None) -> Ty | None:
        head = e.parts[0]
        if head in self.faulty:
            return None
        if head in self.windows:
            self._no_reading(e)
            return None
        if head in self.statistics and head not in self.compared:
            self.error(
                "ALN0309",
                e.span,
                f"`{head}` has no value of its own",
                f"compare it: `{head} > 5`, in its unit",
            )
            return None
        if head not in scope:
            if len(e.parts) == 1 and head in self.model.constants:
                value = self.model.constant(e)
                if isinstance(value, t.Path):
                    self.error("ALN0203", e.span, f"the constant `{head}` has no value", "give it a literal")
                    return None
                return self.expr(value, {}, expected)
            if len(e.parts) == 1 and isinstance(expected, Type) and expected.sort == "enum":
                return self._label(head, expected, e.span)
            known = [*scope, *self.model.constants]
            if head in INPUTS and len(e.parts) == 1:
                self.error(
                    "ALN0203", e.span, f"`{head}` is not known here: only an event rule reads it",
                    "write `event require …`: such a rule is judged when the record is accepted",
                )  # fmt: skip
                return None
            self.error(
                "ALN0203", e.span, f"`{head}` is not known here",
                suggestion(head, known) or "name a variable, a constant, or a label beside a value of its enum",
                renaming(e.span, head, known),
            )  # fmt: skip
            return None
        ty: Ty = scope[head]
        for i, part in enumerate(e.parts[1:], 1):
            shown = ".".join(e.parts[:i])
            if not isinstance(ty, RecordTy):
                self.error(
                    "ALN0204",
                    e.span,
                    f"`{shown}` is {said(ty)}: it has no fields",
                    "remove the rest of the path",
                )
                return None
            entity = self.model.entities[ty.entity]
            info = entity.fields.get(part)
            if info is None:
                self.error(
                    "ALN0204", e.span, f"`{ty.entity}` has no field `{part}`",
                    suggestion(part, entity.fields) or f"its fields are {', '.join(f'`{x}`' for x in entity.fields)}",
                    renaming(e.span, part, entity.fields),
                )  # fmt: skip
                return None
            if info.is_many:
                ty = ManyTy(info.entity)
            elif info.entity:
                ty = RecordTy(info.entity)
            elif info.type is None:
                self.error(
                    "ALN0208",
                    e.span,
                    f"`{shown}.{part}` is a list: no rule can read it yet",
                    "test a single field",
                )
                return None
            else:
                ty = info.type
        return ty

    def _unary(self, e: t.Unary, scope: Scope) -> Ty | None:
        if e.op == "not":
            self.boolean(e.operand, scope)
            return BOOL
        return self._numeric(e.operand, scope)

    def _numeric(self, e: t.Expr, scope: Scope) -> Type | None:
        found = self.expr(e, scope)
        if found is None:
            return None
        if isinstance(found, Type) and found.sort == "int":
            return found
        self.error(
            "ALN0201",
            e.span,
            f"a number is needed here, this is {said(found)}",
            "write a number or a field of one",
        )
        return None

    def _same(self, a: t.Expr, b: t.Expr, scope: Scope, expected: Ty | None, span: Span) -> Ty | None:
        """Two expressions of one type: a label or literal takes its meaning from the other side."""
        if self._label_like(a, scope) and expected is None:
            right = self.expr(b, scope)
            left = None if right is None else self.expr(a, scope, right)
        else:
            left = self.expr(a, scope, expected)
            right = None if left is None else self.expr(b, scope, left)
            if left is None and not self._label_like(b, scope):
                self.expr(b, scope)
        if left is None or right is None:
            return None
        if not self._meets(left, right):
            kinds = isinstance(left, Type) and isinstance(right, Type) and left.sort == right.sort == "int"
            self.error(
                "ALN0202" if kinds else "ALN0201", span, f"{said(left)} does not meet {said(right)}",
                "give both sides one unit kind" if kinds else "compare values of one type",
            )  # fmt: skip
            return None
        if isinstance(left, Type) and isinstance(right, Type) and left.sort == "int" and left is not right:
            return Type("int", 0, 0, _common(left.grain, right.grain) / left.unit.factor, left.unit)
        return left

    def _binary(self, e: t.Binary, scope: Scope) -> Ty | None:
        if e.op in ("and", "or", "implies"):
            self.boolean(e.left, scope)
            self.boolean(e.right, scope)
            return BOOL
        self.compared = self.statistics & {str(x) for x in (e.left, e.right) if isinstance(x, t.Path)}
        if len(self.compared) > 1:
            self.compared = frozenset()
        if e.op in ("==", "!="):
            self._same(e.left, e.right, scope, None, e.span)
            self.compared = frozenset()
            return BOOL
        if e.op in ("<", "<=", ">", ">="):
            ty = self._same(e.left, e.right, scope, None, e.span)
            self.compared = frozenset()
            if ty is not None and not (isinstance(ty, Type) and ty.sort == "int"):
                self.error(
                    "ALN0201",
                    e.span,
                    f"`{e.op}` orders numbers and instants, this is {said(ty)}",
                    "use `==`",
                )
            return BOOL
        self.compared = frozenset()
        left = self._numeric(e.left, scope)
        right = self._numeric(e.right, scope)
        if left is None or right is None:
            return None
        if e.op == "/":
            self.error(
                "ALN0209", e.span, "`/` stands only inside `floor(…)`, `ceil(…)` or `round(…)`",
                "say how the quotient is rounded: `ceil(a / b)`",
            )  # fmt: skip
            return None
        return self._product(e, left, right) if e.op == "*" else self._sum(e, left, right)

    def _product(self, e: t.Binary, a: Type, b: Type) -> Type | None:
        if "instant" in (a.unit.kind, b.unit.kind):
            self.error("ALN0202", e.span, "a timestamp cannot be multiplied", "subtract two timestamps first")
            return None
        unit = product(a.unit, b.unit)
        return Type("int", 0, 0, a.grain * b.grain / unit.factor, unit)

    def _sum(self, e: t.Binary, a: Type, b: Type) -> Type | None:
        unit: Unit | None = None
        if a.unit.kind == b.unit.kind:
            if a.unit.kind == "instant":
                unit = MICROSECOND if e.op == "-" else None
            else:
                unit = a.unit
        elif (a.unit.kind == "instant" and b.unit.kind == "time") or (
            a.unit.kind == "time" and b.unit.kind == "instant" and e.op == "+"
        ):
            unit = INSTANT
        if unit is None:
            verb = "add" if e.op == "+" else "subtract"
            self.error(
                "ALN0202", e.span, f"cannot {verb} {said(a)} and {said(b)}",
                "give both sides one unit kind",
            )  # fmt: skip
            return None
        return Type("int", 0, 0, _common(a.grain, b.grain) / unit.factor, unit)

    def _call(self, e: t.Call, scope: Scope, expected: Ty | None) -> Ty | None:
        name, args = e.function, e.arguments
        arity = {"present": 1, "absent": 1, "mentions": 2, "accepted": 2, "abs": 1, "min": 2, "max": 2, "clamp": 3,
                 "floor": 1, "ceil": 1, "round": 2, "before": 1, "next": 1, "throughout": 2, "once": 2, "certain": 1}.get(name)  # fmt: skip
        if arity is None:
            self.error(
                "ALN0210", e.span, f"`{name}` is not a function of the language",
                suggestion(name, FUNCTIONS) or f"the functions are {', '.join(f'`{x}`' for x in FUNCTIONS)}",
                renaming(e.span, name, FUNCTIONS),
            )  # fmt: skip
            return None
        if len(args) != arity:
            self.error(
                "ALN0210",
                e.span,
                f"`{name}` takes {arity} argument{'s'[: arity != 1]}, {len(args)} given",
                f"write `{name}({', '.join('abc'[:arity])})`",
            )
            return None
        if name in ("present", "absent"):
            if not isinstance(args[0], t.Path) or (
                args[0].parts[0] not in scope and args[0].parts[0] in self.model.constants
            ):
                self.error("ALN0210", e.span, f"`{name}` asks about a field", f"write `{name}(x.field)`")
                return None
            return BOOL if self.expr(args[0], scope) is not None else None
        if name == "mentions":
            self.value(args[0], scope, TEXT)
            lexicon = args[1]
            if not (isinstance(lexicon, t.Path) and str(lexicon) in self.model.lexicons):
                self.error(
                    "ALN0203", lexicon.span, "the second argument of `mentions` names a lexicon of this module",
                    (suggestion(str(lexicon), self.model.lexicons) if isinstance(lexicon, t.Path) else "")
                    or 'declare one: `lexicon Terms { "rem"; }`',
                    renaming(lexicon.span, str(lexicon), self.model.lexicons) if isinstance(lexicon, t.Path) else None,
                )  # fmt: skip
                return None
            return BOOL
        if name == "accepted":
            return self._accepted(e, scope)
        if name == "certain":
            self.boolean(args[0], scope)
            return BOOL
        if name in ("before", "next", "throughout", "once"):
            if not self.inside_machine:
                self.error(
                    "ALN0210",
                    e.span,
                    f"`{name}` has a meaning only inside a machine",
                    "name a stored field instead",
                )
                return None
            if name in ("throughout", "once"):
                return self._timed(e, scope)
            if name == "next" and not (isinstance(args[0], t.Path) and str(args[0]) in self.states):
                self.error(
                    "ALN0210", e.span, "`next` asks for a state of this machine",
                    (suggestion(str(args[0]), self.states) if isinstance(args[0], t.Path) else "")
                    or "write `next(NAME)` with the name of a state",
                    renaming(args[0].span, str(args[0]), self.states) if isinstance(args[0], t.Path) else None,
                )  # fmt: skip
                return None
            return self.expr(args[0], scope, expected)
        if name in ("floor", "ceil", "round"):
            return self._rounded(e, scope)
        if name == "abs":
            return self._numeric(args[0], scope)
        ty = self._same(args[0], args[1], scope, expected, e.span)
        if name == "clamp" and ty is not None:
            ty = self._same(args[0], args[2], scope, expected, e.span)
        if ty is not None and not (isinstance(ty, Type) and ty.sort == "int"):
            self.error("ALN0201", e.span, f"`{name}` takes numbers, this is {said(ty)}", "pass numbers")
            return None
        return ty

    def _timed(self, e: t.Call, scope: Scope) -> Ty | None:
        """A condition over a span of time, which is written out: its length decides how many ticks are counted."""
        self.boolean(e.arguments[0], scope)
        span = e.arguments[1]
        unit = self.model.unit(span.unit) if isinstance(span, t.Number) else None
        if unit is None or unit.kind != "time":
            self.error(
                "ALN0210", span.span, f"`{e.function}` takes a span of time that is written out",
                f"write, for example, `{e.function}(…, 10 min)`",
            )  # fmt: skip
            return None
        return BOOL

    def _accepted(self, e: t.Call, scope: Scope) -> Ty | None:
        policy, argument = e.arguments
        if not self.inside_claim:
            self.error(
                "ALN0210",
                e.span,
                "`accepted` has a meaning only in a claim",
                "in a policy, write `include POLICY(x);`",
            )
            return None
        if not (isinstance(policy, t.Path) and str(policy) in self.model.policies):
            self.error(
                "ALN0203", policy.span, "the first argument of `accepted` names a policy of this module",
                (suggestion(str(policy), self.model.policies) if isinstance(policy, t.Path) else "")
                or "name a policy declared in this file",
                renaming(policy.span, str(policy), self.model.policies) if isinstance(policy, t.Path) else None,
            )  # fmt: skip
            return None
        wanted = self.model.policies[str(policy)].entity
        found = self.expr(argument, scope)
        if found is None:
            return None
        if found != RecordTy(wanted) or not isinstance(argument, t.Path):
            self.error(
                "ALN0201", argument.span, f"`{policy}` judges a `{wanted}`, this is {said(found)}",
                f"pass a record of `{wanted}`",
            )  # fmt: skip
            return None
        return BOOL

    def _rounded(self, e: t.Call, scope: Scope) -> Ty | None:
        inner = e.arguments[0]
        ties = e.arguments[1] if e.function == "round" else None
        if not (isinstance(inner, t.Binary) and inner.op == "/"):
            written = f"{e.function}(a / b{', half_even' if ties else ''})"
            self.error("ALN0209", e.span, f"`{e.function}` rounds a quotient", f"write `{written}`")
            return None
        if ties is not None and not (isinstance(ties, t.Path) and str(ties) in TIES):
            near = suggestion(str(ties), TIES) if isinstance(ties, t.Path) else ""
            self.error(
                "ALN0210", ties.span, "`round` does not know where a half goes",
                near or f"name the tie: {', '.join(f'`{x}`' for x in TIES)}",
                renaming(ties.span, str(ties), TIES) if isinstance(ties, t.Path) else None,
            )  # fmt: skip
            return None
        left, right = self._numeric(inner.left, scope), self._numeric(inner.right, scope)
        if left is None or right is None:
            return None
        if left.unit.kind != right.unit.kind:
            self.error(
                "ALN0202",
                e.span,
                f"cannot divide {said(left)} by {said(right)}",
                "divide values of one kind",
            )
            return None
        return Type("int", 0, 0)

    def _quantified(self, e: t.Quantified, scope: Scope) -> Ty | None:
        if e.kind not in AGGREGATES:
            self.error(
                "ALN0210", e.span, f"`{e.kind}` is not an aggregate of the language",
                suggestion(e.kind, AGGREGATES) or f"the aggregates are {', '.join(f'`{x}`' for x in AGGREGATES)}",
            )  # fmt: skip
            return None
        source = self.expr(e.source, scope)
        if source is None:
            return None
        if not isinstance(source, ManyTy):
            self.error(
                "ALN0201", e.source.span, f"`{e.kind}` ranges over a relation, this is {said(source)}",
                "name a field declared with `many`",
            )  # fmt: skip
            return None
        if e.variable in scope:
            self.error("ALN0211", e.span, f"`{e.variable}` is already in use here", "choose another name")
            return None
        inner = {**scope, e.variable: RecordTy(source.entity)}
        if e.where is not None:
            self.boolean(e.where, inner)
        if e.by is not None:
            self._numeric(e.by, inner)
        if e.kind in ("all", "any", "last"):
            if e.body is not None:
                self.boolean(e.body, inner)
            return BOOL
        if e.kind == "count":
            return Type("int", 0, 0)
        return None if e.body is None else self._numeric(e.body, inner)
