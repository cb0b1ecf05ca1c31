"""Tree to text: the one canonical layout of a module, with every comment kept.

Takes a module as `parse` gives it; gives text that parses to an equal tree and formats to itself.
Comments stand where they stood: on their own line before what they preceded, or at the end of their line;
one inside a statement moves before it. Blank lines that group items are kept, one at most. The spellings
of 1.0 stay 1.0.
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TypeVar

from aln.syntax import tree as t
from aln.syntax.layout import STEP, WIDTH, flat, lay, pad, quoted, type_text
from aln.syntax.statements import (
    example,
    field,
    grant,
    graph_item,
    head,
    machine_item,
    member,
    rule,
    statement,
)

__all__ = ["format_expr", "format_module"]

_Place = tuple[int, int]
_N = TypeVar("_N", bound=t.Node)
_FAR = (sys.maxsize, 0)
_ALIGNED = (t.TypeAliasDecl, t.Unit, t.Param, t.Input, t.State, t.Output, t.GraphNode)
_LINES = (t.Requirement, t.Hazard, t.Control, t.Unit, t.TypeAliasDecl, t.Use, t.Waiver)


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
        self.starts = [_start(comment) for comment in self.comments]
        self.next = 0  # the first comment that is not printed yet
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
        self.lines.append(f"{'overlay' if module.overlay else 'module'} {module.name} {{")
        self._module_trailing(first)
        self._opening(module)
        previous: t.Item | None = None
        for item, width in self._with_widths(module.items):
            self._item(item, width, previous is None or _apart(previous) or _apart(item))
            previous = item
        self._closing(module, 0)
        self._comments_before(_FAR, 0)
        return "\n".join(self.lines) + "\n"

    # ── comments and blank lines ─────────────────────────────────────────────────────────────────────────

    def _gap(self, line: int, forced: bool) -> None:
        """A blank line where the author left one, or where the layout asks for one."""
        wanted = forced or (not self.opened and self.line and line - self.line > 1)
        if wanted and self.lines and self.lines[-1]:
            self.lines.append("")
        self.opened = False

    def _comments_before(self, place: _Place, indent: int, line: int = 0, forced: bool = False) -> bool:
        """Print the comments that stand before `place` on lines of their own; whether there were any."""
        until = bisect_left(self.starts, place, self.next)
        before = self.comments[self.next : until]
        self.next += len(before)
        for comment in before:
            self._gap(min(comment.span.line, line) if line else comment.span.line, forced)
            self.lines.append(pad(indent, comment.text))
            self.line = comment.span.end_line
            forced = False
        return bool(before)

    def _trailing(self, line: int, before: _Place) -> None:
        """Add to the last line the comments that stood beside it: on source line `line`, before `before`."""
        beside: list[str] = []
        while self.next < len(self.comments):
            comment = self.comments[self.next]
            if comment.own_line or comment.span.line != line or self.starts[self.next] >= before:
                break
            beside.append(comment.text)
            self.line = line = comment.span.end_line
            self.next += 1
        if beside:
            self.lines[-1] = "  ".join([self.lines[-1], *beside])

    def _module_trailing(self, first: _Place) -> None:
        """Print the comments beside the module's opening brace, whose line the tree does not hold.

        What stands before them on lines of its own is left for the body.
        """
        begin = at = self.next
        while at < len(self.comments) and self.comments[at].own_line and self.starts[at] < first:
            at += 1
        if at == len(self.comments):
            return
        line = self.comments[at].span.line
        if at > begin and self.comments[at - 1].span.end_line >= line:
            return
        self.next = at
        self._trailing(line, first)
        taken = self.next - at
        for kept in (self.comments, self.starts):
            kept[begin : self.next] = [*kept[at : self.next], *kept[begin:at]]
        self.next = begin + taken

    def _next_place(self, place: _Place) -> _Place:
        """Where the next statement begins, or the next block ends, after a place."""
        at = bisect_right(self.places, place)
        return self.places[at] if at < len(self.places) else _FAR

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
        parts = _parts(item)
        if parts is None:
            self._leaf(item, statement(item, width, STEP), STEP, forced)
            return
        if isinstance(item, t.Table) and not parts:
            self._leaf(item, [pad(STEP, head(item) + "];")], STEP, forced)
            return
        self._header(item, head(item), STEP, parts[0] if parts else None, forced)
        self._body(item, STEP + STEP)
        self._closing(item, STEP, "];" if isinstance(item, t.Table) else "}")

    def _body(self, item: t.Item, indent: int) -> None:
        match item:
            case t.Constants(items=items):
                longest = max((len(constant.name) for constant in items), default=0)
                for constant in items:
                    prefix = f"{constant.name:<{longest}} : "
                    self._leaf(constant, lay(prefix, constant.value, indent, tail=";"), indent)
            case t.Entity(fields=fields):
                longest = max((len(one.name) + 2 * one.repeated for one in fields), default=0)
                for one in fields:
                    self._leaf(one, field(one, longest, indent), indent)
            case t.Table(rows=rows):
                for index, row in enumerate(rows.items):
                    comma = "," if index < len(rows.items) - 1 else ""
                    self._leaf(row, lay("", row, indent, tail=comma), indent)
            case t.Policy(items=rules):
                for part in rules:
                    self._leaf(part, rule(part, indent), indent)
            case t.Role(grants=grants):
                for granted in grants:
                    self._leaf(granted, grant(granted, indent), indent)
            case t.Bundle(items=members):
                for one_ in members:
                    self._leaf(one_, member(one_, indent), indent)
            case t.Test(givens=givens, expects=expects):
                lines: tuple[t.Given | t.Expect, ...] = (*givens, *expects)
                for line in lines:
                    self._leaf(line, example(line, indent), indent)
            case t.Machine(items=machine_items):
                for part_, wide in self._with_widths(machine_items):
                    self._leaf(part_, machine_item(part_, wide, indent), indent)
            case t.Graph(items=graph_items):
                for step, wide in self._with_widths(graph_items):
                    self._leaf(step, graph_item(step, wide, indent), indent)
            case t.BehaviorTree(root=root) | t.BehaviorGraph(root=root):
                self._branch(root, indent)
            case t.Service(operations=operations):
                for operation in operations:
                    self._operation(operation, indent)

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
        opening = f"op {operation.name}({argument}) -> {type_text(operation.result)} {{"
        if operation.span.line:
            self._comments_before(_start(operation), indent)
        until = bisect_left(self.starts, _end(operation), self.next)
        inside = self.comments[self.next : until] if operation.span.line else []
        body = inside[0].text if len(inside) == 1 else "\n"
        line = pad(indent, f"{opening} {body} }}")
        if not inside or (body.startswith("/*") and "\n" not in body and len(line) <= WIDTH):
            self.next += len(inside)
            self._leaf(operation, [line if inside else pad(indent, f"{opening} }}")], indent)
            return
        self._gap(operation.span.line, False)
        self.lines.append(pad(indent, opening))
        self._opening(operation)
        self._closing(operation, indent)

    def _with_widths(self, items: tuple[_N, ...]) -> list[tuple[_N, int]]:
        """Each item with the width its name is padded to: the longest in its run of neighbours of one kind."""
        runs: list[list[_N]] = []
        for item in items:
            last = runs[-1][-1] if runs else None
            alike = isinstance(item, _ALIGNED) and type(last) is type(item)
            if alike and last is not None and self._neighbours(last, item):
                runs[-1].append(item)
            else:
                runs.append([item])
        widths: list[tuple[_N, int]] = []
        for run in runs:
            width = max(len(getattr(item, "name", "")) for item in run)
            widths += [(item, width) for item in run]
        return widths

    def _neighbours(self, above: t.Node, below: t.Node) -> bool:
        """Whether one statement is printed on the line after another: no gap, and no comment on lines of its own."""
        if below.span.line - above.span.end_line > 1:
            return False
        first, end = bisect_left(self.starts, _end(above)), bisect_left(self.starts, _end(below))
        between = self.comments[first:end]
        return all(
            not comment.own_line
            and comment.span.end_line == above.span.end_line
            and _start(comment) < _start(below)
            for comment in between
        )


def _apart(item: t.Item) -> bool:
    """Whether a blank line stands before and after an item: blocks do, one-line declarations do not."""
    return not isinstance(item, _LINES)


def _places(node: t.Node) -> Iterator[_Place]:
    """Where each statement and block of a module begins and ends."""
    yield _start(node)
    yield _end(node)
    for child in _parts(node) or ():
        yield from _places(child)


def _parts(node: t.Node) -> tuple[t.Node, ...] | None:
    """The statements and blocks that stand in a block; none for what is one statement."""
    match node:
        case (
            t.Module(items=parts)
            | t.Constants(items=parts)
            | t.Policy(items=parts)
            | t.Machine(items=parts)
            | t.Graph(items=parts)
        ):
            return parts
        case t.Entity(fields=fields):
            return fields
        case t.Table(rows=rows):
            return rows.items
        case t.Role(grants=grants):
            return grants
        case t.Bundle(items=members):
            return members
        case t.Test(givens=givens, expects=expects):
            return (*givens, *expects)
        case t.BehaviorTree(root=root) | t.BehaviorGraph(root=root):
            return (root,)
        case t.Branch(children=branches, action=None):
            return branches
        case t.Service(operations=operations):
            return operations
    return None
