"""Core expressions → Python expressions, so that nothing is read before it is known to be there."""

from __future__ import annotations

from dataclasses import replace

from aln.backends.interface import Unsupported
from aln.backends.python.facts import NONE, Facts, when_false, when_true, without
from aln.backends.python.scope import LoopNames, Scope, free, read_names
from aln.core import build as b
from aln.core.ir import Expr, Scalar

WIDTH = 100
# An indentation at which everything stays on one line.
FLAT = -10_000
IF, OR, AND, NOT, COMPARE, ADD, MULTIPLY, ATOM = range(8)
_INFIX = {
    "eq": ("==", COMPARE), "lt": ("<", COMPARE), "le": ("<=", COMPARE),
    "add": ("+", ADD), "sub": ("-", ADD), "mul": ("*", MULTIPLY), "div": ("//", MULTIPLY),
}  # fmt: skip
_HOISTED = {"min": "least", "max": "greatest", "sum": "total"}
_JUNCTION = {"and": AND, "or": OR}


def quoted(text: str) -> str:
    """`text` as an ASCII Python literal: no character of it can change how the source reads."""
    out = ""
    for char in text:
        code = ord(char)
        if char in '"\\':
            out += "\\" + char
        elif 0x20 <= code < 0x7F:
            out += char
        elif code <= 0xFF:
            out += f"\\x{code:02x}"
        else:
            out += f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
    return f'"{out}"'


def literal(value: Scalar | None) -> str:
    return quoted(value) if isinstance(value, str) else repr(value)


class Printer:
    """Prints expressions in one function, whose loop names it shares."""

    def __init__(self, loops: LoopNames) -> None:
        self.loops = loops

    def text(
        self, e: Expr, scope: Scope, facts: Facts, at: int = IF, indent: int = FLAT, column: int = 0
    ) -> str:
        """`e` on one line where it fits, else broken in parentheses; in parentheses if it binds less than `at`.

        `indent` is that of the line, `column` what stands before `e` on it.
        """
        flat, level = self.flat(e, scope, facts)
        if level < at:
            flat = f"({flat})"
        if indent + column + len(flat) <= WIDTH or e in scope.hoisted:
            return flat
        deep = indent + 4
        pad, end = " " * deep, " " * indent
        if e.kind == "op" and e.name in _JUNCTION:
            parts = [
                self.text(part, scope, known, NOT, deep, 4) for part, known in self.junction(e, scope, facts)
            ]
            return "(\n" + pad + f"\n{pad}{e.name} ".join(parts) + f"\n{end})"
        if e.kind == "op" and e.name == "ite":
            c, x, y = e.args
            test = self.text(c, scope, facts, OR, deep, 3)
            yes = self.text(x, scope, facts | when_true(c), OR, deep)
            no = self.text(y, scope, facts | when_false(c), IF, deep, 5)
            return f"(\n{pad}{yes}\n{pad}if {test}\n{pad}else {no}\n{end})"
        if e.kind == "each" and e.args[0] is not b.TRUE:
            more = "" if e.name in ("all", "any") else "    "
            body, target, rows, default = self.each(e, scope, facts, deep + len(more))
            inner = f"{pad}{more}{body}\n{pad}{more}for {target} in {rows}"
            if default:
                return f"{e.name}(\n{pad}[\n{inner}\n{pad}],\n{pad}{default},\n{end})"
            if e.name == "sum":
                return f"sum(\n{pad}[\n{inner}\n{pad}]\n{end})"
            return f"{e.name}(\n{inner}\n{end})"
        return flat

    def flat(self, e: Expr, scope: Scope, facts: Facts) -> tuple[str, int]:
        if e in scope.hoisted:
            return scope.hoisted[e], ATOM
        if e.kind == "const":
            negative = e.type.sort == "int" and isinstance(e.value, int) and e.value < 0
            return literal(e.value), MULTIPLY if negative else ATOM
        if e.kind == "var":
            return self.variable(e, scope, facts)
        if e.kind == "given":
            tests = self.missing(e.name, scope, facts)
            return " and ".join(f"{t} is not None" for t in tests), AND if len(tests) > 1 else COMPARE
        if e.kind == "mentions":
            text = self.flat(e.args[0], scope, facts)[0]
            return f"mentions({text}, {scope.terms[e.terms]})", ATOM
        if e.kind == "each":
            if e.name == "any" and e.args[0] is b.TRUE:
                return f"len({self.rows(e, scope, facts)}) > 0", COMPARE
            body, target, rows, default = self.each(e, scope, facts, FLAT)
            inner = f"{body} for {target} in {rows}"
            if default or e.name == "sum":
                # A list comprehension is the quicker one where all elements are needed.
                return f"{e.name}([{inner}]{f', {default}' if default else ''})", ATOM
            return f"{e.name}({inner})", ATOM
        return self.operation(e, scope, facts)

    def missing(self, name: str, scope: Scope, facts: Facts) -> list[str]:
        """The texts whose presence is still to be tested for `name` to be known present, outermost first."""
        found = scope.presences[name]
        needed = [scope.presences[n] for n in found.needs if n not in facts]
        return [p.text for p in (*needed, found)]

    def variable(self, e: Expr, scope: Scope, facts: Facts) -> tuple[str, int]:
        v = scope.variables[e.name]
        tests = [f"{scope.presences[n].text} is None" for n in v.needs if n not in facts]
        if not tests:
            return v.text, ATOM
        return f"{literal(e.type.default())} if {' or '.join(tests)} else {v.text}", IF

    def junction(self, e: Expr, scope: Scope, facts: Facts) -> list[tuple[Expr, Facts]]:
        """The parts of an `and` or `or`, each with what is known when it is reached."""
        learn = when_true if e.name == "and" else when_false
        out = []
        for part in e.args:
            for piece in self.explicit(part, e.name, scope, facts):
                out.append((piece, facts))
                facts = facts | learn(piece)
        return out

    def explicit(self, part: Expr, junction: str, scope: Scope, facts: Facts) -> list[Expr]:
        """A test of presence, after the tests that it needs."""
        positive = junction == "and"
        inner = part if positive else part.args[0] if part.kind == "op" and part.name == "not" else part
        if inner.kind != "given" or (not positive and part is inner):
            return [part]
        needs = [n for n in scope.presences[inner.name].needs if n not in facts]
        tests = [b.given(n) for n in needs]
        return [*(tests if positive else map(b.not_, tests)), part]

    def operation(self, e: Expr, scope: Scope, facts: Facts) -> tuple[str, int]:
        name, args = e.name, e.args
        if name in _JUNCTION:
            level = _JUNCTION[name]
            parts = [self.text(p, scope, known, NOT) for p, known in self.junction(e, scope, facts)]
            return f" {name} ".join(parts), level
        if name == "not":
            return self.negation(args[0], scope, facts)
        if name == "ite":
            c, x, y = args
            yes = self.text(x, scope, facts | when_true(c), OR)
            no = self.text(y, scope, facts | when_false(c), IF)
            return f"{yes} if {self.text(c, scope, facts, OR)} else {no}", IF
        if name in ("min", "max", "abs"):
            return f"{name}({', '.join(self.text(a, scope, facts, IF) for a in args)})", ATOM
        if name not in _INFIX:
            raise Unsupported(f"the operator `{name}` is not one that Python is generated for")
        op, level = _INFIX[name]
        if name in ("lt", "le") and args[0].kind == "const":
            args, op = (args[1], args[0]), op.replace("<", ">")
        # Comparisons do not chain, and the left-associative operators need their right side closed.
        left = self.text(args[0], scope, facts, level + (level == COMPARE))
        right = self.text(args[1], scope, facts, level + 1)
        if name == "div" and args[1].type.lo <= 0:
            test = self.text(args[1], scope, facts, COMPARE + 1)
            return f"{left} {op} {right} if {test} > 0 else 0", IF
        return f"{left} {op} {right}", level

    def negation(self, e: Expr, scope: Scope, facts: Facts) -> tuple[str, int]:
        if e.kind == "given":
            tests = self.missing(e.name, scope, facts)
            return " or ".join(f"{t} is None" for t in tests), OR if len(tests) > 1 else COMPARE
        if e.kind == "op" and e.name == "eq":
            left, right = (self.text(a, scope, facts, COMPARE + 1) for a in e.args)
            return f"{left} != {right}", COMPARE
        return f"not {self.text(e, scope, facts, NOT)}", NOT

    # ── aggregates ───────────────────────────────────────────────────────────────────────────────────────────

    def loop(self, e: Expr, scope: Scope, facts: Facts) -> tuple[Scope, Facts, str, str]:
        """The scope and facts of an aggregate's body, the loop's target and what it runs over."""
        list_ = scope.lists[str(e.value)]
        texts = self.loops.of(e.bound, list_)
        rows = self.rows(e, scope, facts)
        used = read_names(e.args[0])
        shown = [
            text if any(u == f"{e.bound}.{part}" or u.startswith(f"{e.bound}.{part}.") for u in used) else "_"
            for part, text in zip(list_.parts[1:], texts[1:], strict=True)
        ]
        own = any(u.startswith(e.bound + ".") for u in used)
        target = ", ".join([texts[0] if own else "_", *shown])
        return scope.under(e.bound, list_, texts), without(facts, e.bound), target, rows

    def rows(self, e: Expr, scope: Scope, facts: Facts) -> str:
        list_ = scope.lists[str(e.value)]
        return list_.text if list_.name in facts else f"{list_.text} or ()"

    def each(self, e: Expr, scope: Scope, facts: Facts, indent: int) -> tuple[str, str, str, str]:
        inner, known, target, rows = self.loop(e, scope, facts)
        body = self.text(e.args[0], inner, known, IF, indent)
        if e.name == "min":
            return body, target, rows, f"default={e.type.hi}"
        if e.name == "max":
            return body, target, rows, f"default={e.type.lo}"
        return body, target, rows, ""

    # ── statements that give whether a conjunction is true ───────────────────────────────────────────────────

    def statements(self, e: Expr, scope: Scope, indent: int) -> list[str]:
        """The body of a function that returns whether `e` is true; the first doubt ends it."""
        lines, last = self.block(e, scope, NONE, indent, ())
        if last:
            return [*lines[:-2], f"{' ' * indent}return {last}"]
        return [*lines, f"{' ' * indent}return True"]

    def block(
        self, e: Expr, scope: Scope, facts: Facts, indent: int, inside: tuple[str, ...]
    ) -> tuple[list[str], str]:
        """Statements that fall through exactly if `e` is true and return False if not; the last test as an expression."""
        pad = " " * indent
        parts = e.args if e.kind == "op" and e.name == "and" else () if e is b.TRUE else (e,)
        out: list[str] = []
        last = ""
        for part in parts:
            for piece in self.explicit(part, "and", scope, facts):
                if piece.kind == "each" and piece.name in ("all", "any") and self._free(piece, scope, inside):
                    for number in _hoistable(piece.args[0], piece.bound):
                        if number not in scope.hoisted:
                            name = self.loops.names.take(_HOISTED[number.name])
                            value = self.text(number, scope, facts, IF, indent, len(name) + 3)
                            out.append(f"{pad}{name} = {value}")
                            scope = replace(scope, hoisted={**scope.hoisted, number: name})
                    out += self.over(piece, scope, facts, indent, inside)
                    last = ""
                else:
                    last = self.text(piece, scope, facts, IF, indent, 7)
                    test = self.unless(piece, scope, facts, indent, 3)
                    out += [f"{pad}if {test}:", f"{pad}    return False"]
                facts = facts | when_true(piece)
        return out, last

    def _free(self, e: Expr, scope: Scope, inside: tuple[str, ...]) -> bool:
        """Whether a loop statement may bind its names: an enclosing one would lose its own."""
        shown = self.loop(e, scope, NONE)[2].split(", ")
        return e.args[0] is not b.TRUE and all(name == "_" or name not in inside for name in shown)

    def over(self, e: Expr, scope: Scope, facts: Facts, indent: int, inside: tuple[str, ...]) -> list[str]:
        pad = " " * indent
        inner, known, target, rows = self.loop(e, scope, facts)
        own = (*inside, *target.split(", "))
        if e.name == "all":
            body, _ = self.block(e.args[0], inner, known, indent + 4, own)
            return [f"{pad}for {target} in {rows}:", *body]
        test = self.text(e.args[0], inner, known, IF, indent + 4, 3)
        return [
            f"{pad}for {target} in {rows}:",
            f"{pad}    if {test}:",
            f"{pad}        break",
            f"{pad}else:",
            f"{pad}    return False",
        ]

    def unless(self, e: Expr, scope: Scope, facts: Facts, indent: int, column: int) -> str:
        """The condition that `e` is not true, as one would write it."""
        if e.kind == "op" and e.name == "not":
            return self.text(e.args[0], scope, facts, IF, indent, column)
        if e.kind == "given" or (e.kind == "op" and e.name == "eq"):
            return self.negation(e, scope, facts)[0]
        return f"not {self.text(e, scope, facts, NOT, indent, column + 4)}"


def _hoistable(e: Expr, bound: str, seen: frozenset[str] = frozenset()) -> list[Expr]:
    """The outermost numbers over a list, inside `e`, that are the same for every element `bound` names."""
    if e.kind == "each" and e.name in ("min", "max", "sum"):
        mine = free(e)
        if bound not in mine and seen.isdisjoint(mine):
            return [e]
    below = seen | {e.bound} if e.kind == "each" else seen
    return list(dict.fromkeys(x for a in e.args for x in _hoistable(a, bound, below)))
