"""Tree to text: the one canonical layout of a module, with every comment kept.

Takes a module as `parse` gives it; gives text that parses to an equal tree and formats to itself.
Comments stand where they stood: on their own line before what they preceded, or at the end of their line;
one inside a statement moves before it. Blank lines that group items are kept, one at most. The spellings
of 1.0 stay 1.0.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeVar

from aln.syntax import tree as t
from aln.syntax.layout import STEP, WIDTH, flat, lay, pad, quoted, strings, type_text

__all__ = ["format_expr", "format_module"]

_Place = tuple[int, int]
_N = TypeVar("_N", bound=t.Node)
_ALIGNED = (t.TypeAliasDecl, t.Unit, t.Param, t.Input, t.State, t.Output)
_LINES = (t.Requirement, t.Hazard, t.Control, t.Unit, t.TypeAliasDecl)


def format_module(module: t.Module) -> str:
    """The canonical text of a module: it ends with a line feed, and no line ends in white space."""
    return _Printer(module).text()


def format_expr(expr: t.Expr) -> str:
    """An expression on one line, as messages quote it."""
    return flat(expr)


def _start(node: t.Node) -> _Place:
    return node.span.line, node.span.column


def _end(node: t.Node) -> _Place:
    return node.span.end_line, node.span.end_column


class _Printer:
    def __init__(self, module: t.Module) -> None:
        self.module = module
        self.comments = sorted(module.comments, key=_start)
        self.places = sorted(_places(module)) if self.comments else []
        self.lines: list[str] = []
        self.opened = True  # nothing stands yet in the block at hand
        self.line = 0  # the source line of what was printed last; 0 where it is not known

    def text(self) -> str:
        module = self.module
        self._comments_before(_start(module), 0)
        if module.doc:
            self._gap(module.span.line, False)
            self.lines += [f"/// {line}".rstrip(" ") for line in module.doc.split("\n")]
        first = _start(module.items[0]) if module.items else _end(module)
        self.lines.append(f"module {module.name} {{")
        self._module_trailing(first)
        self._opening(module)
        previous: t.Item | None = None
        for item, width in _with_widths(module.items, self.comments):
            self._item(item, width, previous is None or _apart(previous) or _apart(item))
            previous = item
        self._closing(module, 0)
        self._comments_before(None, 0)
        return "\n".join(self.lines) + "\n"

    # ── comments and blank lines ─────────────────────────────────────────────────────────────────────────

    def _gap(self, line: int, forced: bool) -> None:
        """A blank line where the author left one, or where the layout asks for one."""
        wanted = forced or (not self.opened and self.line and line - self.line > 1)
        if wanted and self.lines and self.lines[-1]:
            self.lines.append("")
        self.opened = False

    def _comments_before(
        self, place: _Place | None, indent: int, line: int = 0, forced: bool = False
    ) -> bool:
        """Print the comments that stand before `place` on lines of their own; whether there were any."""
        some = False
        while self.comments and (place is None or _start(self.comments[0]) < place):
            comment = self.comments.pop(0)
            start = min(comment.span.line, line) if line else comment.span.line
            self._gap(start, forced and not some)
            self.lines.append(pad(indent, comment.text))
            self.line = comment.span.end_line
            some = True
        return some

    def _trailing(self, line: int, before: _Place) -> None:
        """Add to the last line the comments that stood beside it: on source line `line`, before `before`."""
        while self.comments and not self.comments[0].own_line and self.comments[0].span.line == line:
            if _start(self.comments[0]) >= before:
                return
            comment = self.comments.pop(0)
            self.lines[-1] += f"  {comment.text}"
            self.line = line = comment.span.end_line

    def _module_trailing(self, first: _Place) -> None:
        """The comments beside the module's opening brace, whose line the tree does not hold."""
        own: list[t.Comment] = []
        while self.comments and self.comments[0].own_line and _start(self.comments[0]) < first:
            own.append(self.comments.pop(0))
        if self.comments and (not own or own[-1].span.end_line < self.comments[0].span.line):
            self._trailing(self.comments[0].span.line, first)
        self.comments[:0] = own

    def _next_place(self, place: _Place) -> _Place:
        """Where the next statement begins, or the next block ends, after a place."""
        at = bisect_right(self.places, place)
        return self.places[at] if at < len(self.places) else (sys.maxsize, 0)

    def _leaf(self, node: t.Node, lines: list[str], indent: int, forced: bool = False) -> None:
        """Print a statement, with the comments before it, inside it and at its end."""
        inside = _end(node) if node.span.line else None
        if inside is not None:
            forced = not self._comments_before(inside, indent, node.span.line, forced) and forced
        self._gap(node.span.line, forced)
        self.lines += lines
        self.line = node.span.end_line
        if node.span.line:
            self._trailing(node.span.end_line, self._next_place(_end(node)))

    def _header(
        self, node: t.Node, line: str, indent: int, first: t.Node | None, forced: bool = False
    ) -> None:
        """Print the line that opens a block; `first` is the first thing in it."""
        if node.span.line:
            forced = not self._comments_before(_start(node), indent, 0, forced) and forced
        self._gap(node.span.line, forced)
        self.lines.append(pad(indent, line))
        if node.span.line:
            self._trailing(node.span.line, _start(first) if first is not None else _end(node))
        self._opening(node)

    def _opening(self, node: t.Node) -> None:
        self.opened = True
        self.line = node.span.line

    def _closing(self, node: t.Node, indent: int, mark: str = "}") -> None:
        if node.span.line:
            self._comments_before(_end(node), indent + STEP)
        self.lines.append(pad(indent, mark))
        self.opened = False
        self.line = node.span.end_line
        if node.span.line:
            self._trailing(node.span.end_line, self._next_place(_end(node)))

    # ── items ────────────────────────────────────────────────────────────────────────────────────────────

    def _item(self, item: t.Item, width: int, forced: bool) -> None:
        indent = STEP
        match item:
            case t.Constants(items=items):
                self._header(item, "constants {", indent, items[0] if items else None, forced)
                longest = max((len(constant.name) for constant in items), default=0)
                for constant in items:
                    prefix = f"{constant.name:<{longest}} : "
                    self._leaf(constant, lay(prefix, constant.value, indent + STEP, tail=";"), indent + STEP)
                self._closing(item, indent)
            case t.Entity(fields=fields):
                stored = f" stored as {quoted(item.stored_as)}" if item.stored_as else ""
                first = fields[0] if fields else None
                self._header(item, f"entity {item.name}{stored} {{", indent, first, forced)
                longest = max((len(_field_name(one)) for one in fields), default=0)
                for one in fields:
                    key = " key" if one.key else ""
                    line = f"{_field_name(one):<{longest}} : {type_text(one.type)}{key};"
                    self._leaf(one, [pad(indent + STEP, line)], indent + STEP)
                self._closing(item, indent)
            case t.Table():
                self._table(item, indent, forced)
            case t.Policy(items=rules):
                head = f"policy {item.name} for {item.entity} {item.variable} {{"
                self._header(item, head, indent, rules[0] if rules else None, forced)
                for rule in rules:
                    self._leaf(rule, _rule(rule, indent + STEP), indent + STEP)
                self._closing(item, indent)
            case t.Test(givens=givens, expects=expects):
                parts: tuple[t.Given | t.Expect, ...] = (*givens, *expects)
                head = f"test {quoted(item.name)} {{"
                self._header(item, head, indent, parts[0] if parts else None, forced)
                for part in parts:
                    self._leaf(part, _example(part, indent + STEP), indent + STEP)
                self._closing(item, indent)
            case t.Machine(items=parts_):
                head = f"machine {item.name} every {flat(item.period)} {{"
                self._header(item, head, indent, parts_[0] if parts_ else None, forced)
                for part_, wide in _with_widths(parts_, self.comments):
                    self._leaf(part_, _machine_item(part_, wide, indent + STEP), indent + STEP)
                self._closing(item, indent)
            case t.BehaviorTree(root=root) | t.BehaviorGraph(root=root):
                word = "behavior_tree" if isinstance(item, t.BehaviorTree) else "behavior_graph"
                self._header(item, f"{word} {item.name} {{", indent, root, forced)
                self._branch(root, indent + STEP)
                self._closing(item, indent)
            case t.Service(operations=operations):
                head = f"service {item.name} {{"
                self._header(item, head, indent, operations[0] if operations else None, forced)
                for operation in operations:
                    self._operation(operation, indent + STEP)
                self._closing(item, indent)
            case _:
                self._leaf(item, _statement(item, width, indent), indent, forced)

    def _table(self, table: t.Table, indent: int, forced: bool) -> None:
        rows = table.rows.items
        head = f"const {table.name}{'[]' if table.repeated else ''} : {type_text(table.type)} = ["
        if not rows:
            self._leaf(table, [pad(indent, head + "];")], indent, forced)
            return
        self._header(table, head, indent, rows[0], forced)
        for index, row in enumerate(rows):
            comma = "," if index < len(rows) - 1 else ""
            self._leaf(row, lay("", row, indent + STEP, tail=comma), indent + STEP)
        self._closing(table, indent, "];")

    def _branch(self, branch: t.Branch, indent: int) -> None:
        head = f"{branch.kind} {quoted(branch.name)}"
        match branch.action:
            case t.Filter(condition=condition):
                lines = [pad(indent, f"{head} -> filter({flat(condition)});")]
                if len(lines[0]) > WIDTH:
                    lines = [pad(indent, head), *lay("-> filter(", condition, indent + STEP, tail=");")]
                self._leaf(branch, lines, indent)
            case t.NextNode(target=target):
                self._leaf(branch, [pad(indent, f"{head} -> next({quoted(target)});")], indent)
            case None:
                children = branch.children
                self._header(branch, head + " {", indent, children[0] if children else None)
                for child in children:
                    self._branch(child, indent + STEP)
                self._closing(branch, indent)

    def _operation(self, operation: t.Operation, indent: int) -> None:
        argument = type_text(operation.argument) if operation.argument is not None else ""
        head = f"op {operation.name}({argument}) -> {type_text(operation.result)} {{"
        if operation.span.line:
            self._comments_before(_start(operation), indent)
        inside = [c for c in self.comments if operation.span.line and _start(c) < _end(operation)]
        body = inside[0].text if len(inside) == 1 else "\n"
        line = pad(indent, f"{head} {body} }}")
        if not inside or (body.startswith("/*") and "\n" not in body and len(line) <= WIDTH):
            del self.comments[: len(inside)]
            self._leaf(operation, [line if inside else pad(indent, f"{head} }}")], indent)
            return
        self._gap(operation.span.line, False)
        self.lines.append(pad(indent, head))
        self._opening(operation)
        self._closing(operation, indent)


def _apart(item: t.Item) -> bool:
    """Whether a blank line stands before and after an item: blocks do, one-line declarations do not."""
    return not isinstance(item, _LINES)


def _with_widths(items: tuple[_N, ...], comments: list[t.Comment]) -> list[tuple[_N, int]]:
    """Each item with the width its name is padded to: the longest in its run of neighbours of one kind."""
    runs: list[list[_N]] = []
    for item in items:
        last = runs[-1][-1] if runs else None
        near = isinstance(item, _ALIGNED) and type(last) is type(item)
        if (
            near
            and last is not None
            and item.span.line - last.span.end_line <= 1
            and not any(_start(item) <= _start(comment) < _end(item) for comment in comments)
        ):
            runs[-1].append(item)
        else:
            runs.append([item])
    widths: list[tuple[_N, int]] = []
    for run in runs:
        width = max(len(getattr(item, "name", "")) for item in run)
        widths += [(item, width) for item in run]
    return widths


def _places(node: object) -> Iterator[_Place]:
    """Where each statement and block of a module begins and ends."""
    if isinstance(node, t.Node):
        yield _start(node)
        yield _end(node)
    match node:
        case (
            t.Module(items=parts) | t.Constants(items=parts) | t.Policy(items=parts) | t.Machine(items=parts)
        ):
            children: tuple[t.Node, ...] = parts
        case t.Entity(fields=fields):
            children = fields
        case t.Table(rows=rows):
            children = rows.items
        case t.Test(givens=givens, expects=expects):
            children = (*givens, *expects)
        case t.BehaviorTree(root=root) | t.BehaviorGraph(root=root):
            children = (root,)
        case t.Branch(children=branches):
            children = branches
        case t.Service(operations=operations):
            children = operations
        case _:
            return
    for child in children:
        yield from _places(child)


def _field_name(field: t.Field) -> str:
    return field.name + "[]" if field.repeated else field.name


def _traces(traces: tuple[str, ...], indent: int) -> list[str]:
    return strings("traces ", traces, indent) if traces else []


def _ended(lines: list[str]) -> list[str]:
    return [*lines[:-1], lines[-1] + ";"]


def _statement(item: object, width: int, indent: int) -> list[str]:
    """A declaration of the module that is one statement."""
    inner = indent + STEP
    match item:
        case t.Requirement():
            return [pad(indent, f"requirement {quoted(item.id)} : {quoted(item.says)};")]
        case t.Hazard():
            head = f"hazard {quoted(item.id)} : {quoted(item.says)}"
            tail = f"severity {item.severity} probability {item.probability};"
            line = pad(indent, f"{head} {tail}")
            return [line] if len(line) <= WIDTH else [pad(indent, head), pad(inner, tail)]
        case t.Control():
            lines = [pad(indent, f"control {quoted(item.id)} : {quoted(item.says)}")]
            lines += strings("mitigates ", item.mitigates, inner) if item.mitigates else []
            lines += strings("satisfies ", item.satisfies, inner) if item.satisfies else []
            return _ended(lines)
        case t.Unit():
            return [pad(indent, f"unit {item.name:<{width}} = {quoted(item.code)};")]
        case t.TypeAliasDecl():
            return [pad(indent, f"type {item.name:<{width}} = {type_text(item.type)};")]
        case t.Enum(name=name, labels=words):
            return _words(f"enum {name}", tuple(words), indent)
        case t.Lexicon(name=name, terms=terms):
            lines = [pad(inner, f"{quoted(term)};") for term in terms]
            return [pad(indent, f"lexicon {name} {{"), *lines, pad(indent, "}")]
        case t.Claim():
            lines = [pad(indent, f"claim {item.name} : {quoted(item.says)}")]
            lines += [pad(inner, f"for {item.entity} {item.variable}")]
            lines += lay("holds ", item.formula, inner)
            return _ended(lines + _traces(item.traces, inner))
    raise TypeError(f"no layout for {type(item).__name__}")


def _words(head: str, words: tuple[str, ...], indent: int) -> list[str]:
    line = pad(indent, " ".join([head, "{", *(f"{word};" for word in words), "}"]))
    if len(line) <= WIDTH:
        return [line]
    return [pad(indent, head + " {"), *(pad(indent + STEP, f"{word};") for word in words), pad(indent, "}")]


def _rule(rule: t.Rule | t.Include, indent: int) -> list[str]:
    if isinstance(rule, t.Include):
        return lay(f"include {rule.policy}(", rule.argument, indent, tail=");")
    lines = lay(f"{rule.kind} ", rule.condition, indent)
    lines.append(pad(indent + STEP, f"because {quoted(rule.because)}"))
    return _ended(lines + _traces(rule.traces, indent + STEP))


def _example(part: t.Given | t.Expect, indent: int) -> list[str]:
    if isinstance(part, t.Given):
        return lay(f"given {part.entity} {part.variable} = ", part.record, indent, tail=";")
    head = f"expect {part.policy}({part.argument})"
    if part.allowed:
        return [pad(indent, f"{head} allowed;")]
    return strings(f"{head} denied because ", part.because, indent, ";")


def _machine_item(item: object, width: int, indent: int) -> list[str]:
    match item:
        case t.Param(name=name, entity=entity, where=where):
            narrowed = f" where {where}" if where else ""
            return [pad(indent, f"param {name:<{width}} : {entity}{narrowed};")]
        case t.Input(name=name):
            missing = " invalid as missing" if item.invalid_as_missing else ""
            signal = f" from {quoted(item.signal)}" if item.signal else ""
            return [pad(indent, f"input {name:<{width}} : {type_text(item.type)}{missing}{signal};")]
        case t.State(name=name):
            return lay(f"state {name:<{width}} : {type_text(item.type)} = ", item.initial, indent, tail=";")
        case t.Timer(name=name):
            return lay(f"timer {name} of ", item.condition, indent, tail=f" up to {item.bound} ticks;")
        case t.Let(name=name):
            return lay(f"let {name} = ", item.value, indent, tail=";")
        case t.Next(name=name):
            return lay(f"next {name} = ", item.value, indent, tail=";")
        case t.Output(name=name):
            return lay(f"output {name:<{width}} : {type_text(item.type)} = ", item.value, indent, tail=";")
        case t.Property():
            return _property(item, indent)
    raise TypeError(f"no layout for {type(item).__name__}")


def _property(item: t.Property, indent: int) -> list[str]:
    inner = indent + STEP
    head = f"{'lemma' if item.lemma else 'claim'} {item.name} :"
    if item.form == "after" and item.trigger is not None and item.ticks is not None:
        line = pad(inner, f"after {flat(item.trigger)} for {flat(item.ticks)} ticks")
        body = [line]
        if len(line) > WIDTH:
            body = lay("after ", item.trigger, inner) + lay("for ", item.ticks, inner, tail=" ticks")
        body += lay("holds ", item.formula, inner)
        lines = [pad(indent, f"{head} {quoted(item.says)}" if item.says or not item.lemma else head), *body]
    elif item.says or not item.lemma:
        lines = [pad(indent, f"{head} {quoted(item.says)}"), *lay(f"{item.form} ", item.formula, inner)]
    else:
        lines = lay(f"{head} {item.form} ", item.formula, indent)
    return _ended(lines + _traces(item.traces, inner))
