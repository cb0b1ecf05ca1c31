"""Single faults in emitted Python: what a slip in the printer, a bad merge or an attacker would leave in a guard."""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from itertools import pairwise

_COMPARE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.Gt),
    ast.LtE: (ast.Lt, ast.GtE),
    ast.Gt: (ast.GtE, ast.Lt),
    ast.GtE: (ast.Gt, ast.LtE),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
}  # fmt: skip
_CALLS = {"all": "any", "any": "all", "min": "max", "max": "min", "allows": "bool", "abs": "int"}

# Where the text came from, which means nothing for what it decides.
_ORIGIN = ("SOURCE", "POLICY_ID", "POLICY_VERSION", "CORE_DIGEST")

Edit = Callable[[ast.AST], None]


def _edits(n: ast.AST, names: list[str], attributes: list[str]) -> Iterator[tuple[str, Edit]]:
    """Each single fault of one node: what it is, and how to make it in a copy of the node."""
    if isinstance(n, ast.Compare):
        for i, op in enumerate(n.ops):
            for other in _COMPARE.get(type(op), ()):
                yield f"{type(op).__name__} to {other.__name__}", _set_at("ops", i, other())
    if isinstance(n, ast.BoolOp):
        other_op = ast.Or() if isinstance(n.op, ast.And) else ast.And()
        yield f"{type(n.op).__name__} to {type(other_op).__name__}", _set("op", other_op)
        if len(n.values) > 1:
            for i in range(len(n.values)):
                yield f"drop operand {i + 1}", _drop("values", i)
    if isinstance(n, ast.BinOp) and type(n.op) in _BINARY:
        made = _BINARY[type(n.op)]
        yield f"{type(n.op).__name__} to {made.__name__}", _set("op", made())
        yield "swap operands", _swap("left", "right")
    if isinstance(n, ast.IfExp):
        yield "swap branches", _swap("body", "orelse")
    if isinstance(n, ast.Constant):
        if type(n.value) is bool:
            yield f"{n.value} to {not n.value}", _set("value", not n.value)
        elif type(n.value) is int:
            yield f"{n.value} to {n.value + 1}", _set("value", n.value + 1)
            yield f"{n.value} to {n.value - 1}", _set("value", n.value - 1)
        elif type(n.value) is str:
            yield f"change the text {n.value[:30]!r}", _set("value", n.value + "x")
    if isinstance(n, ast.Name) and n.id in names and len(names) > 1:
        name = names[(names.index(n.id) + 1) % len(names)]
        yield f"name {n.id} to {name}", _set("id", name)
    if isinstance(n, ast.Attribute) and n.attr in attributes and len(attributes) > 1:
        name = attributes[(attributes.index(n.attr) + 1) % len(attributes)]
        yield f"attribute {n.attr} to {name}", _set("attr", name)
    if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id in _CALLS:
        yield (
            f"call {_CALLS[n.func.id]} for {n.func.id}",
            _set("func", ast.Name(_CALLS[n.func.id], ast.Load())),
        )
    body = getattr(n, "body", None)
    if isinstance(n, ast.FunctionDef | ast.If | ast.For | ast.Try) and isinstance(body, list):
        for i, s in enumerate(body):
            if len(body) > 1 and not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)):
                yield f"drop `{ast.unparse(s).splitlines()[0][:50]}`", _drop("body", i)
        for i, (s, after) in enumerate(pairwise(body)):
            if ast.dump(s) != ast.dump(after) and not (
                isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)
            ):
                yield f"after the next: `{ast.unparse(s).splitlines()[0][:40]}`", _exchange("body", i)
    if isinstance(n, ast.Tuple) and isinstance(n.ctx, ast.Load) and len(n.elts) > 1:
        yield "first two parts exchanged", _exchange("elts", 0)
        yield "a part dropped", _drop("elts", len(n.elts) - 1)
    if isinstance(n, ast.Call) and n.keywords:
        yield f"argument {n.keywords[-1].arg} dropped", _drop("keywords", len(n.keywords) - 1)
    if isinstance(n, ast.Compare) and len(n.ops) == 1:
        yield "sides of a comparison exchanged", _sides
    if isinstance(n, ast.If | ast.For) and n.orelse:
        yield "drop the else", _set("orelse", [])


def _set(field: str, value: object) -> Edit:
    return lambda n: setattr(n, field, value)


def _set_at(field: str, index: int, value: object) -> Edit:
    return lambda n: getattr(n, field).__setitem__(index, value)


def _drop(field: str, index: int) -> Edit:
    def edit(n: ast.AST) -> None:
        left = getattr(n, field)
        del left[index]
        if isinstance(n, ast.BoolOp) and len(left) == 1:
            left.append(copy.deepcopy(left[0]))

    return edit


def _exchange(field: str, index: int) -> Edit:
    def edit(n: ast.AST) -> None:
        found = getattr(n, field)
        found[index], found[index + 1] = found[index + 1], found[index]

    return edit


def _sides(n: ast.AST) -> None:
    assert isinstance(n, ast.Compare)
    n.left, n.comparators[0] = n.comparators[0], n.left


def _swap(a: str, c: str) -> Edit:
    def edit(n: ast.AST) -> None:
        left, right = getattr(n, a), getattr(n, c)
        setattr(n, a, right)
        setattr(n, c, left)

    return edit


def _parts(tree: ast.Module) -> Iterator[tuple[int, str, ast.stmt]]:
    for i, s in enumerate(tree.body):
        if isinstance(s, ast.FunctionDef) or (
            isinstance(s, ast.AnnAssign) and isinstance(s.target, ast.Name)
        ):
            name = s.name if isinstance(s, ast.FunctionDef) else ast.unparse(s.target)
            if name not in _ORIGIN:
                yield i, name, s


def mutants(text: str, limit: int = 400) -> list[tuple[str, str]]:
    """Single faults of an emitted module, (description, text): at most `limit`, spread evenly over all of them."""
    tree = ast.parse(text)
    found: list[tuple[str, int, int, Edit | None]] = []
    for index, name, part in _parts(tree):
        nodes = list(ast.walk(part))
        loads = [
            n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load) and n.id.islower()
        ]
        names = list(dict.fromkeys(x for x in loads if x not in ("type", "str", "int", "bool", "len")))
        attributes = list(
            dict.fromkeys(
                n.attr for n in nodes if isinstance(n, ast.Attribute) and n.attr not in ("append", "get")
            )
        )
        hidden = {id(s.value) for s in nodes if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)}
        for position, n in enumerate(nodes):
            if id(n) in hidden:
                continue
            for what, edit in _edits(n, names, attributes):
                line = getattr(n, "lineno", part.lineno)
                found.append((f"{name}, line {line}: {what}", index, position, edit))
            if isinstance(n, ast.UnaryOp) and isinstance(n.op, ast.Not):
                found.append((f"{name}, line {n.lineno}: drop not", index, position, None))
    step = max(1, len(found) // limit)
    whole = [ast.unparse(s) for s in tree.body]
    out = []
    for what, index, position, fault in found[::step]:
        changed = copy.deepcopy(tree.body[index])
        target = list(ast.walk(changed))[position]
        if fault is not None:
            fault(target)
        else:
            changed = _Unnegate(target).visit(changed)
        text_of = ast.unparse(ast.fix_missing_locations(changed))
        if text_of != whole[index]:
            out.append((what, "\n".join([*whole[:index], text_of, *whole[index + 1 :]]) + "\n"))
    return out


class _Unnegate(ast.NodeTransformer):
    def __init__(self, target: ast.AST) -> None:
        self.target = target

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        return node.operand if node is self.target else node
