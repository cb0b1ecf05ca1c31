"""Expressions, values and types as text: on one line where it fits, broken at the loosest operator where not.

Takes nodes of the tree; gives strings without comments; parentheses only where the grammar needs them,
and around a quantifier or a choice that stands inside another's clause.
"""

from __future__ import annotations

import re
from fractions import Fraction

from aln.syntax import tree as t

__all__ = [
    "STEP",
    "WIDTH",
    "flat",
    "lay",
    "listed",
    "pad",
    "prose",
    "quoted",
    "texts",
    "type_lines",
    "type_text",
]

WIDTH = 110
STEP = 4
_OPEN, _IMPLIES, _OR, _AND, _NOT, _COMPARE, _ADD, _MULTIPLY, _SIGN, _PRIMARY = range(10)
_LEVELS = {
    "implies": _IMPLIES,
    "or": _OR,
    "and": _AND,
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">="), _COMPARE),
    **dict.fromkeys("+-", _ADD),
    **dict.fromkeys("*/", _MULTIPLY),
}
# the grammar's IF takes `if` for a name before these
_IF_IS_A_NAME_BEFORE = re.compile(
    r"(?:and|or|implies|then|else|because|traces|where|by|ties|holds|for|ticks|up|starts|over|unless|at)(?![A-Za-z0-9_])"
    r"(?! *(?:[=!<>+*.]|$))"
)
# what a reader could not see, or would see in another order: written as an escape
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_WORD = re.compile(r"[^ ]+ *| +")


def pad(indent: int, text: str) -> str:
    return " " * indent + text


def quoted(text: str) -> str:
    """A text as it is written: in quotes, with escapes for quotes, breaks and what cannot be seen."""
    return f'"{_escaped(text)}"'


def _escaped(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return _HIDDEN.sub(lambda found: f"\\u{{{ord(found.group()):X}}}", plain)


def flat(expr: t.Expr, level: int = _OPEN) -> str:
    """The expression on one line, in parentheses when it binds more loosely than `level`."""
    text = _flat(expr)
    return f"({text})" if _level(expr) < level else text


def lay(prefix: str, expr: t.Expr, indent: int, level: int = _OPEN, tail: str = "") -> list[str]:
    """`prefix`, the expression and `tail`, as lines that begin at `indent` and fit where they can."""
    line = pad(indent, prefix + flat(expr, level) + tail)
    if len(line) <= WIDTH:
        return [line]
    if _level(expr) < level:
        return lay(prefix + "(", expr, indent, _OPEN, ")" + tail)
    inner = indent + STEP if prefix else indent
    match expr:
        case t.Binary(op="implies"):
            left = lay(prefix, expr.left, indent, _OR)
            deeper = indent + STEP if len(left) > 1 else inner
            return left + lay("implies ", expr.right, deeper, _OPEN, tail)
        case t.Binary():
            return _chain(prefix, expr, indent, inner, tail)
        case t.Unary(op="not"):
            return lay(prefix + "not ", expr.operand, indent, _NOT, tail)
        case t.Unary():
            return lay(prefix + "-", expr.operand, indent, _SIGN, tail)
        case t.If():
            if prefix:
                return [pad(indent, prefix.rstrip()), *_choice(expr, indent + STEP, tail)]
            return _choice(expr, indent, tail)
        case t.Quantified():
            return _quantified(prefix, expr, indent, tail)
        case t.Call(arguments=arguments) if arguments:
            return _bracketed(f"{prefix}{expr.function}(", arguments, indent, ")" + tail)
        case t.ListOf(items=items) if items:
            return _bracketed(prefix + "[", items, indent, "]" + tail)
        case t.Record(fields=fields) if fields:
            width = max(len(name) for name, _ in fields)
            lines = [pad(indent, prefix + "{")]
            for index, (name, value) in enumerate(fields):
                comma = "," if index < len(fields) - 1 else ""
                lines += lay(f"{name:<{width}} : ", value, indent + STEP, _OPEN, comma)
            return [*lines, pad(indent, "}" + tail)]
    return [line]


def listed(prefix: str, words: tuple[str, ...], indent: int, tail: str = "") -> list[str]:
    """Words with commas between them after `prefix`: on one line, or one a line."""
    line = pad(indent, prefix + ", ".join(words) + tail)
    if len(line) <= WIDTH or len(words) == 1:
        return [line]
    first, *between, last = words
    inner = [pad(indent + STEP, f"{word},") for word in between]
    return [pad(indent, f"{prefix}{first},"), *inner, pad(indent + STEP, last + tail)]


def prose(prefix: str, text: str, indent: int, tail: str = "") -> list[str]:
    """A text after `prefix`: on one line, or in pieces joined by `+`, each ending with a space of the text."""
    line = pad(indent, prefix + quoted(text) + tail)
    if len(line) <= WIDTH:
        return [line]
    lines: list[str] = []
    start, piece, room = pad(indent, prefix), "", WIDTH - indent - len(prefix) - 2
    words = [_escaped(word) for word in _WORD.findall(text)]
    for at, word in enumerate(words):
        needed = len(word) + (len(tail) if at == len(words) - 1 else 0)
        if piece and len(piece) + needed > room:
            lines.append(f'{start}"{piece}"')
            start, piece, room = pad(indent + STEP, "+ "), "", WIDTH - indent - STEP - 4
        piece += word
    return [*lines, f'{start}"{piece}"{tail}']


def texts(prefix: str, said: tuple[str, ...], indent: int, tail: str = "") -> list[str]:
    """Texts with commas between them after `prefix`: on one line, or one a line, the long ones in pieces."""
    line = pad(indent, prefix + ", ".join(quoted(text) for text in said) + tail)
    if len(line) <= WIDTH:
        return [line]
    lines: list[str] = []
    for at, text in enumerate(said):
        end = tail if at == len(said) - 1 else ","
        lines += prose("" if at else prefix, text, indent + STEP if at else indent, end)
    return lines


def type_lines(prefix: str, kind: t.TypeExpr, indent: int, tail: str = "") -> list[str]:
    """A type between `prefix` and `tail`: on one line, or the labels of an inline enum one a line."""
    line = pad(indent, prefix + type_text(kind) + tail)
    if len(line) <= WIDTH:
        return [line]
    if isinstance(kind, t.ListType):
        return type_lines(prefix + "list<", kind.element, indent, (">?" if kind.optional else ">") + tail)
    if isinstance(kind, t.EnumType):
        *labels, last = [pad(indent + STEP, quoted(label)) for label in kind.labels]
        end = pad(indent, ("]?" if kind.optional else "]") + tail)
        return [pad(indent, prefix + "enum["), *(f"{label}," for label in labels), last, end]
    return [line]


def type_text(kind: t.TypeExpr) -> str:
    """A type as it is written."""
    match kind:
        case t.TypeName(name=name):
            text = name
        case t.NumberType():
            unit = f" {kind.unit}" if kind.unit else ""
            step = f" by {flat(kind.step)}" if kind.step is not None else ""
            text = f"{kind.base}{unit} in {flat(kind.low)} .. {flat(kind.high)}{step}"
        case t.EnumType(labels=labels):
            text = f"enum[{', '.join(quoted(label) for label in labels)}]"
        case t.RefType(entity=entity):
            text = f"ref {entity}"
        case t.ManyType():
            return f"many {kind.entity} by {kind.by} up to {kind.maximum}"
        case t.ListType(element=element):
            text = f"list<{type_text(element)}>"
    return text + "?" if kind.optional else text


def _level(expr: t.Expr) -> int:
    match expr:
        case t.Quantified() | t.If():
            return _OPEN
        case t.Binary(op=op):
            return _LEVELS[op]
        case t.Unary(op=op):
            return _NOT if op == "not" else _SIGN
    return _PRIMARY


def _flat(expr: t.Expr) -> str:
    match expr:
        case t.Number():
            text = expr.text or _decimal(expr.value)
            return f"{text} {expr.unit}" if expr.unit else text
        case t.String(value=value):
            return quoted(value)
        case t.Boolean(value=value):
            return "true" if value else "false"
        case t.Path(parts=parts):
            return ".".join(parts)
        case t.Call():
            return f"{expr.function}({', '.join(flat(argument) for argument in expr.arguments)})"
        case t.Unary(op="not"):
            return f"not {flat(expr.operand, _NOT)}"
        case t.Unary():
            return f"-{flat(expr.operand, _SIGN)}"
        case t.Binary(op=op):
            left, right = _sides(op)
            return f"{flat(expr.left, left)} {op} {flat(expr.right, right)}"
        case t.If():
            choice = f"if {flat(expr.condition, _condition(expr))} then {flat(expr.then, _IMPLIES)}"
            return f"{choice} else {flat(expr.otherwise)}"
        case t.Quantified():
            head = " ".join([_source(expr), *_clauses(expr)])
            return head if expr.body is None else f"{head} : {flat(expr.body)}"
        case t.Record(fields=fields):
            inner = ", ".join(f"{name} : {flat(value)}" for name, value in fields)
            return f"{{ {inner} }}" if inner else "{}"
        case t.ListOf(items=items):
            return f"[{', '.join(flat(item) for item in items)}]"


def _condition(expr: t.If) -> int:
    """What the condition of an `if` must bind like: alone when it begins with a word that would end one."""
    return _PRIMARY + 1 if _IF_IS_A_NAME_BEFORE.match(flat(expr.condition, _IMPLIES)) else _IMPLIES


def _sides(op: str) -> tuple[int, int]:
    """What the operands of a binary operator must at least bind like."""
    level = _LEVELS[op]
    if level == _IMPLIES:
        return _OR, _OPEN
    return (_ADD, _ADD) if level == _COMPARE else (level, level + 1)


def _decimal(value: Fraction) -> str:
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(int(value * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def _source(expr: t.Quantified) -> str:
    level = _OPEN if isinstance(expr.source, t.Path | t.Call) else _PRIMARY + 1
    return f"{expr.kind} {expr.variable} in {flat(expr.source, level)}"


def _clauses(expr: t.Quantified) -> list[str]:
    clauses = [f"where {flat(expr.where, _IMPLIES)}"] if expr.where is not None else []
    if expr.by is not None:
        clauses.append(f"by {flat(expr.by, _IMPLIES)} {_ending(expr)}")
    return clauses


def _ending(expr: t.Quantified) -> str:
    return f"ties {expr.ties} none {'true' if expr.none else 'false'}"


def _chain(prefix: str, expr: t.Binary, indent: int, inner: int, tail: str) -> list[str]:
    """A chain of operators of one strength, an operand a line, each line led by its operator."""
    left_level, right_level = _sides(expr.op)
    same = _LEVELS[expr.op]
    links: list[tuple[str, t.Expr]] = []
    first: t.Expr = expr
    while isinstance(first, t.Binary) and _LEVELS[first.op] == same:
        links.append((first.op, first.right))
        first = first.left
        if same == _COMPARE:
            break
    lines = lay(prefix, first, indent, left_level)
    for index, (op, operand) in enumerate(reversed(links)):
        lines += lay(f"{op} ", operand, inner, right_level, tail if index == len(links) - 1 else "")
    return lines


def _choice(expr: t.If, indent: int, tail: str) -> list[str]:
    lines: list[str] = []
    head = "if "
    while True:
        line = pad(indent, f"{head}{flat(expr.condition, _condition(expr))} then {flat(expr.then, _IMPLIES)}")
        if len(line) <= WIDTH:
            lines.append(line)
        else:
            lines += lay(head, expr.condition, indent, _condition(expr))
            lines += lay("then ", expr.then, indent + STEP, _IMPLIES)
        if not isinstance(expr.otherwise, t.If):
            return lines + lay("else ", expr.otherwise, indent, _OPEN, tail)
        head, expr = "else if ", expr.otherwise


def _quantified(prefix: str, expr: t.Quantified, indent: int, tail: str) -> list[str]:
    inner = indent + STEP
    end = tail if expr.body is None else " :"
    head = pad(indent, prefix + " ".join([_source(expr), *_clauses(expr)]) + end)
    if len(head) <= WIDTH:
        lines = [head]
    else:
        lines = [pad(indent, prefix + _source(expr))]
        if expr.where is not None:
            lines += lay("where ", expr.where, inner, _IMPLIES, end if expr.by is None else "")
        if expr.by is not None:
            lines += lay("by ", expr.by, inner, _IMPLIES, f" {_ending(expr)}{end}")
        if expr.where is None and expr.by is None:
            lines[-1] += end
    return lines if expr.body is None else lines + lay("", expr.body, inner, _OPEN, tail)


def _bracketed(opening: str, items: tuple[t.Expr, ...], indent: int, closing: str) -> list[str]:
    lines = [pad(indent, opening)]
    for index, item in enumerate(items):
        comma = "," if index < len(items) - 1 else ""
        lines += lay("", item, indent + STEP, _OPEN, comma)
    return [*lines, pad(indent, closing)]
