"""Python expressions and statements → core, for exactly the forms the printer emits; anything else is `Unreadable`.

A value that may be missing is only read where a test of its presence comes first: the same analysis as the
printer's, made again on what was read.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from aln.backends.interface import Unreadable
from aln.backends.python.facts import NONE, Facts, when_false, when_true, without
from aln.backends.python.grain import regrain
from aln.backends.python.scope import ListOf, Scope
from aln.core import build as b
from aln.core.ir import ONE, TEXT, Expr, Type, Unit, node


def fail(at: ast.AST, why: str) -> Unreadable:
    return Unreadable(f"{why}: `{ast.unparse(at)}`", getattr(at, "lineno", 0))


def settled(needs: tuple[str, ...], scope: Scope, facts: Facts) -> bool:
    """Whether all of `needs` are known present; what is present behind another tells that the other is."""
    implied = {n for f in facts if f in scope.presences for n in scope.presences[f].needs}
    return all(need in facts or need in implied for need in needs)


class Junction:
    """The parts of a conjunction or (not `positive`) disjunction, in order, and what is known after them."""

    def __init__(self, scope: Scope, facts: Facts, positive: bool = True) -> None:
        self.scope, self.positive = scope, positive
        self.parts: list[Expr] = []
        self.before = self.facts = facts

    def add(self, part: Expr) -> None:
        """The test that a test of presence needs is no condition of its own: the presence implies it."""
        now, *last = (p if self.positive else b.not_(p) for p in (part, *self.parts[-1:]))
        if now.kind == "given" and now.name in self.scope.presences:
            needs = self.scope.presences[now.name].needs
            if any(p.kind == "given" and p.name in needs and p.name not in self.before for p in last):
                self.parts.pop()
        self.parts.append(part)
        self.before, self.facts = self.facts, self.facts | (when_true if self.positive else when_false)(part)


# The functions that expressions call.
_CALLED = frozenset(("abs", "all", "any", "len", "max", "mentions", "min", "sum"))


class Reader:
    """Reads the expressions of one function in a scope; `computed` holds the numbers already computed, by name.

    A name that a loop or a number takes is none that the function already has: a loop statement's name outlives it.
    """

    def __init__(self, terms: dict[str, tuple[str, ...]], maxima: dict[str, int]) -> None:
        self.terms, self.maxima = terms, maxima
        self.computed: dict[str, Expr] = {}
        self.around: tuple[str, ...] = ()
        self.own: frozenset[str] | None = None

    def taken(self, scope: Scope) -> frozenset[str]:
        """The names of what a function reads and calls; `scope` is that outside of every loop when first asked."""
        if self.own is None:
            texts = {x.text for x in scope.variables.values()} | {x.text for x in scope.presences.values()}
            heads = {text.partition(".")[0] for text in texts | {x.text for x in scope.lists.values()}}
            self.own = _CALLED.union(heads, self.terms)
        return self.own

    # ── statements ───────────────────────────────────────────────────────────────────────────────────────────

    def function(self, body: Sequence[ast.stmt], scope: Scope) -> Expr:
        """A function's statements that return whether a conjunction is true."""
        if not body or not isinstance(body[-1], ast.Return) or body[-1].value is None:
            raise Unreadable("a rule ends by returning its answer", body[-1].lineno if body else 0)
        self.taken(scope)
        found = self.block(body[:-1], scope, NONE)
        found.add(self.boolean(body[-1].value, scope, found.facts))
        return b.and_(*found.parts)

    def block(self, body: Sequence[ast.stmt], scope: Scope, facts: Facts) -> Junction:
        out = Junction(scope, facts)
        for s in body:
            if isinstance(s, ast.Assign):
                self.compute(s, scope, out.facts)
                continue
            if isinstance(s, ast.If) and not s.orelse and _returns_false(s.body):
                out.add(b.not_(self.boolean(s.test, scope, out.facts)))
            elif isinstance(s, ast.For):
                out.add(self.loop(s, scope, out.facts))
            else:
                raise fail(s, "not a statement of a rule")
        return out

    def compute(self, s: ast.Assign, scope: Scope, facts: Facts) -> None:
        target = s.targets[0]
        if len(s.targets) != 1 or not isinstance(target, ast.Name):
            raise fail(s, "not a number over a list")
        if target.id in self.computed or target.id in self.around or target.id in self.taken(scope):
            raise fail(target, "a name is bound twice")
        value = self.read(s.value, scope, facts)
        if value.kind != "each" or value.type.sort != "int":
            raise fail(s, "not a number over a list")
        self.computed[target.id] = value

    def loop(self, s: ast.For, scope: Scope, facts: Facts) -> Expr:
        list_, bound, inner = self.target(s.target, s.iter, scope, facts)
        known = without(facts, bound)
        names = {n.id for n in ast.walk(s.target) if isinstance(n, ast.Name)} - {"_"}
        if not names.isdisjoint(self.around):
            raise fail(s.target, "a name is bound twice")
        if s.orelse:
            test = s.body[0]
            if not (
                _returns_false(s.orelse)
                and len(s.body) == 1
                and isinstance(test, ast.If)
                and not test.orelse
                and len(test.body) == 1
                and isinstance(test.body[0], ast.Break)
            ):
                raise fail(s, "not a search of a list")
            return b.each("any", list_.name, bound, self.boolean(test.test, inner, known))
        computed, around = dict(self.computed), self.around
        self.around = (*around, *names)
        parts = self.block(s.body, inner, known).parts
        self.computed, self.around = computed, around
        return b.each("all", list_.name, bound, b.and_(*parts))

    def target(
        self, target: ast.expr, rows: ast.expr, scope: Scope, facts: Facts
    ) -> tuple[ListOf, str, Scope]:
        """What a loop runs over, the name it binds, and the scope inside it."""
        list_ = self.list_of(rows, scope, facts)
        parts = target.elts if isinstance(target, ast.Tuple) else [target]
        names = [p.id for p in parts if isinstance(p, ast.Name)]
        if len(names) != len(parts) or len(names) != len(list_.parts):
            raise fail(target, "not the parts of a row")
        bound = names[0]
        real = [n for n in names if n != "_"]
        if len(set(real)) != len(real) or not self.taken(scope).union(self.computed).isdisjoint(names):
            raise fail(target, "a name is bound twice")
        for part, name in zip(list_.parts[1:], names[1:], strict=True):
            # An element of which nothing but what it refers to is read is named by that.
            suffix = f"_{part.replace('.', '_')}"
            if bound == "_" and name.endswith(suffix):
                bound = name.removesuffix(suffix)
        texts = tuple(n if n != "_" else "" for n in names)
        return list_, bound, scope.under(bound, list_, texts)

    def list_of(self, rows: ast.expr, scope: Scope, facts: Facts) -> ListOf:
        bare = rows
        if isinstance(rows, ast.BoolOp):
            if not isinstance(rows.op, ast.Or) or len(rows.values) != 2 or ast.dump(rows.values[1]) != _EMPTY:
                raise fail(rows, "not a list")
            bare = rows.values[0]
        text = ast.unparse(bare)
        found = next((x for x in scope.lists.values() if x.text == text), None)
        if found is None:
            raise fail(rows, "not a list")
        if bare is rows and found.name not in facts:
            raise fail(rows, "the list is walked where it may be missing")
        return found

    # ── expressions ──────────────────────────────────────────────────────────────────────────────────────────

    def boolean(self, n: ast.expr, scope: Scope, facts: Facts) -> Expr:
        e = self.read(n, scope, facts)
        if e.type.sort != "bool":
            raise fail(n, "not a condition")
        return e

    def number(self, n: ast.expr, scope: Scope, facts: Facts) -> Expr:
        e = self.read(n, scope, facts)
        if e.type.sort != "int":
            raise fail(n, "not a number")
        return e

    def read(self, n: ast.expr, scope: Scope, facts: Facts) -> Expr:
        if isinstance(n, ast.Constant):
            return self.constant(n)
        if isinstance(n, ast.UnaryOp):
            return self.unary(n, scope, facts)
        if isinstance(n, ast.Name | ast.Attribute):
            return self.variable(n, scope, facts)
        if isinstance(n, ast.BoolOp):
            return self.junction(n, scope, facts)
        if isinstance(n, ast.Compare) and len(n.ops) == 1:
            return self.compare(n, scope, facts)
        if isinstance(n, ast.BinOp):
            return self.arithmetic(n, scope, facts)
        if isinstance(n, ast.IfExp):
            return self.choice(n, scope, facts)
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name):
            return self.call(n, n.func.id, scope, facts)
        raise fail(n, "not an expression of a rule")

    def constant(self, n: ast.Constant) -> Expr:
        if n.kind is None and type(n.value) is bool:
            return b.TRUE if n.value else b.FALSE
        if n.kind is None and type(n.value) is int:
            return b.const(Type("int"), n.value)
        if n.kind is None and type(n.value) is str:
            return b.const(TEXT, n.value)
        raise fail(n, "not a constant of a rule")

    def unary(self, n: ast.UnaryOp, scope: Scope, facts: Facts) -> Expr:
        if isinstance(n.op, ast.Not):
            return b.not_(self.boolean(n.operand, scope, facts))
        inner = n.operand
        if isinstance(n.op, ast.USub) and isinstance(inner, ast.Constant) and type(inner.value) is int:
            return b.const(Type("int"), -inner.value)
        raise fail(n, "not an operator of a rule")

    def variable(self, n: ast.expr, scope: Scope, facts: Facts) -> Expr:
        text = ast.unparse(n)
        if text in self.computed:
            return self.computed[text]
        found = next((v for v in scope.variables.values() if v.text == text), None)
        if found is None:
            raise fail(n, "not a value that a rule reads")
        if not settled(found.needs, scope, facts):
            raise fail(n, "read where it may be missing")
        return b.var(found.name, found.type)

    def junction(self, n: ast.BoolOp, scope: Scope, facts: Facts) -> Expr:
        positive = isinstance(n.op, ast.And)
        found = Junction(scope, facts, positive)
        for v in n.values:
            found.add(self.boolean(v, scope, found.facts))
        return (b.and_ if positive else b.or_)(*found.parts)

    def presence(self, n: ast.expr, scope: Scope, facts: Facts) -> Expr:
        text = ast.unparse(n)
        found = next((p for p in scope.presences.values() if p.text == text), None)
        if found is None:
            raise fail(n, "not something that may be missing")
        if not settled(found.needs, scope, facts):
            raise fail(n, "read where it may be missing")
        return b.given(found.name)

    def compare(self, n: ast.Compare, scope: Scope, facts: Facts) -> Expr:
        op, other = n.ops[0], n.comparators[0]
        if isinstance(op, ast.Is | ast.IsNot):
            if not (isinstance(other, ast.Constant) and other.value is None):
                raise fail(n, "not a test of presence")
            given = self.presence(n.left, scope, facts)
            return given if isinstance(op, ast.IsNot) else b.not_(given)
        if isinstance(n.left, ast.Call) and isinstance(n.left.func, ast.Name) and n.left.func.id == "len":
            zero = isinstance(other, ast.Constant) and type(other.value) is int and other.value == 0
            if not (isinstance(op, ast.Gt) and zero and len(n.left.args) == 1 and not n.left.keywords):
                raise fail(n, "not a test that a list has an element")
            return b.each("any", self.list_of(n.left.args[0], scope, facts).name, "_", b.TRUE)
        left, right = self.read(n.left, scope, facts), self.read(other, scope, facts)
        if isinstance(op, ast.Eq | ast.NotEq):
            left, right = self.alike(left, right, n)
            same = b.eq(left, right)
            return same if isinstance(op, ast.Eq) else b.not_(same)
        left, right = self.counted(left, right, n)
        if isinstance(op, ast.Gt | ast.GtE):
            left, right = right, left
        if isinstance(op, ast.Lt | ast.Gt):
            return b.lt(left, right)
        if isinstance(op, ast.LtE | ast.GtE):
            return b.le(left, right)
        raise fail(n, "not a comparison of a rule")

    def alike(self, a: Expr, c: Expr, n: ast.expr) -> tuple[Expr, Expr]:
        """Two values of one sort; a text constant takes the sort of what it is compared with."""
        if a.type.sort == "int" or c.type.sort == "int":
            return self.counted(a, c, n)
        if a.type.sort == "bool" or c.type.sort == "bool":
            raise fail(n, "conditions are not compared")
        if a.kind == "const" and c.kind != "const":
            a = b.const(c.type, self.fitting(a, c.type, n))
        elif c.kind == "const" and a.kind != "const":
            c = b.const(a.type, self.fitting(c, a.type, n))
        if a.type.sort != c.type.sort or (a.type.sort == "enum" and a.type.labels != c.type.labels):
            raise fail(n, "values of two sorts are compared")
        return a, c

    def fitting(self, e: Expr, t: Type, n: ast.expr) -> str:
        if not isinstance(e.value, str) or not t.holds(e.value):
            raise fail(n, "the constant is no value of that sort")
        return e.value

    def counted(self, a: Expr, c: Expr, n: ast.expr) -> tuple[Expr, Expr]:
        """Two numbers at one grain; only a constant, or what is made of constants, takes the grain of the other."""
        if a.type.sort != "int" or c.type.sort != "int":
            raise fail(n, "numbers and other values are mixed")
        if a.type.grain != c.type.grain:
            moved = regrain(a, c.type)
            if moved is not None:
                return moved, c
            moved = regrain(c, a.type)
            if moved is None:
                raise fail(n, "numbers counted in different steps are mixed")
            return a, moved
        return a, c

    def arithmetic(self, n: ast.BinOp, scope: Scope, facts: Facts) -> Expr:
        left, right = self.number(n.left, scope, facts), self.number(n.right, scope, facts)
        if isinstance(n.op, ast.Mult):
            if right.kind == "const":
                return b.mul(left, right, replace(left.type.unit))
            unit = Unit("", "1", left.type.unit.factor * right.type.unit.factor, "product")
            return b.mul(left, right, ONE if unit.factor == 1 else unit)
        left, right = self.counted(left, right, n)
        if isinstance(n.op, ast.Add):
            return b.add(left, right)
        if isinstance(n.op, ast.Sub):
            return b.sub(left, right)
        if isinstance(n.op, ast.FloorDiv):
            if right.type.lo <= 0:
                raise fail(n, "divided by what may be zero or less")
            return b.floor_div(left, right)
        raise fail(n, "not an operator of a rule")

    def choice(self, n: ast.IfExp, scope: Scope, facts: Facts) -> Expr:
        guarded = self.quotient(n, scope, facts)
        if guarded is not None:
            return guarded
        test = self.boolean(n.test, scope, facts)
        no = self.read(n.orelse, scope, facts | when_false(test))
        if self.absent(test, no, facts) and _is_default(n.body, no.type):
            return no
        yes = self.read(n.body, scope, facts | when_true(test))
        if yes.type.sort == "int" or no.type.sort == "int":
            yes, no = self.counted(yes, no, n)
        elif yes.type.sort == "bool" or no.type.sort == "bool":
            raise fail(n, "conditions are joined by `and` and `or`")
        else:
            yes, no = self.alike(yes, no, n)
        return b.ite(test, yes, no)

    @staticmethod
    def absent(test: Expr, no: Expr, facts: Facts) -> bool:
        """Whether a test asks for nothing but the presence of the variable `no`."""
        tests = test.args if test.kind == "op" and test.name == "or" else (test,)
        names = [
            t.args[0].name for t in tests if t.kind == "op" and t.name == "not" and t.args[0].kind == "given"
        ]
        return (
            no.kind == "var"
            and len(names) == len(tests)
            and all(no.name == name or no.name.startswith(name + ".") for name in names)
        )

    def quotient(self, n: ast.IfExp, scope: Scope, facts: Facts) -> Expr | None:
        """`a // b if b > 0 else 0`."""
        body, test = n.body, n.test
        if not (isinstance(body, ast.BinOp) and isinstance(body.op, ast.FloorDiv)):
            return None
        wanted = ast.Compare(left=body.right, ops=[ast.Gt()], comparators=[ast.Constant(value=0)])
        if ast.dump(test) != ast.dump(wanted) or ast.dump(n.orelse) != ast.dump(ast.Constant(value=0)):
            raise fail(n, "a quotient stands for zero exactly where the divisor is not positive")
        left, right = self.counted(
            self.number(body.left, scope, facts), self.number(body.right, scope, facts), n
        )
        return b.floor_div(left, right)

    def call(self, n: ast.Call, name: str, scope: Scope, facts: Facts) -> Expr:
        if (
            name in ("all", "any", "sum", "min", "max")
            and n.args
            and isinstance(n.args[0], ast.GeneratorExp | ast.ListComp)
        ):
            return self.aggregate(n, n.args[0], name, scope, facts)
        if n.keywords:
            raise fail(n, "not a call of a rule")
        if name == "mentions" and len(n.args) == 2:
            lexicon = n.args[1]
            if not isinstance(lexicon, ast.Name) or lexicon.id not in self.terms:
                raise fail(n, "not a lexicon")
            text = self.read(n.args[0], scope, facts)
            if text.type.sort != "text":
                raise fail(n, "not a text")
            return b.mentions(text, self.terms[lexicon.id])
        if name == "abs" and len(n.args) == 1:
            return b.absolute(self.number(n.args[0], scope, facts))
        if name in ("min", "max") and len(n.args) == 2:
            pair = self.counted(self.number(n.args[0], scope, facts), self.number(n.args[1], scope, facts), n)
            return (b.minimum if name == "min" else b.maximum)(*pair)
        raise fail(n, "not a call of a rule")

    def aggregate(
        self, n: ast.Call, g: ast.GeneratorExp | ast.ListComp, name: str, scope: Scope, facts: Facts
    ) -> Expr:
        if len(n.args) != 1 or len(g.generators) != 1 or g.generators[0].ifs or g.generators[0].is_async:
            raise fail(n, "not an aggregate of a rule")
        list_, bound, inner = self.target(g.generators[0].target, g.generators[0].iter, scope, facts)
        body = self.read(g.elt, inner, without(facts, bound))
        if (body.type.sort == "bool") != (name in ("all", "any")) or body.type.sort not in ("bool", "int"):
            raise fail(n, "not an aggregate of a rule")
        if name in ("min", "max"):
            given = n.keywords[0] if len(n.keywords) == 1 else None
            value = given.value if given is not None and given.arg == "default" else None
            end = None if value is None else self.read(value, inner, facts).value
            low, high = body.type.lo, body.type.hi
            # The end of the node's own range, which may be wider than that of a body narrowed since.
            if type(end) is not int or (end < high if name == "min" else end > low):
                raise fail(n, "of no element, the result is the end of the range that no element passes")
            own = replace(body.type, lo=min(low, end), hi=max(high, end))
            return node("each", own, name, (body,), list_.name, bound=bound)
        if n.keywords:
            raise fail(n, "not an aggregate of a rule")
        return b.each(name, list_.name, bound, body, self.maxima.get(list_.name, 0))


_EMPTY = ast.dump(ast.Tuple(elts=[], ctx=ast.Load()))


def _returns_false(body: Sequence[ast.stmt]) -> bool:
    s = body[0]
    return (
        len(body) == 1
        and isinstance(s, ast.Return)
        and isinstance(s.value, ast.Constant)
        and s.value.value is False
    )


def _is_default(n: ast.expr, t: Type) -> bool:
    try:
        value = ast.literal_eval(n)
    except ValueError:
        return False
    default = t.default()
    return type(value) is type(default) and bool(value == default)
