"""Text to tree: an LALR(1) automaton over the derived tables, that goes on after a fault.

`decode` takes bytes and gives text; `parse` takes text and gives the module and every diagnostic. Neither
raises for any input, and neither reads a file. A module that comes with an error is what could be
understood around the fault: for editors, and never a thing to prove.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from typing import Any

from aln.diagnostics import Diagnostic, Edit, Fix, Span
from aln.syntax._tables import ACTIONS, GOTOS, MARKS, RULES, START, WORDS
from aln.syntax._tables import END as ACCEPT
from aln.syntax.advice import help_for, meant
from aln.syntax.build import Builder, Rejected
from aln.syntax.expected import described, found
from aln.syntax.near import certain
from aln.syntax.tokens import BAD, END, MAX_DIAGNOSTICS, Tokens, tokenize, too_deep
from aln.syntax.tree import Module

__all__ = ["MAX_SIZE", "decode", "parse"]

MAX_SIZE = 10_000_000
_BLOCKS = ("item", "constant", "label", "term", "field", "policy_item", "given", "expect", "machine_item")
_RECOVERABLE = frozenset((*_BLOCKS, "branch", "operation", "grant", "bundle_item", "graph_item", "wire"))
_STARTS_ITEM = [not _RECOVERABLE.isdisjoint(goto) for goto in GOTOS]
_STARTS_VALUE = ["record" in goto for goto in GOTOS]
_WORD_KINDS = frozenset((*WORDS.values(), "IF"))
_LONGEST = 2 * max(map(len, WORDS))
_SPELLING = {terminal: word for word, terminal in WORDS.items()}
_OPEN, _CLOSE, _SEMICOLON, _ROUND = MARKS["{"], MARKS["}"], MARKS[";"], MARKS[")"]
_COLON, _COMMA = MARKS[":"], MARKS[","]
_OPENINGS = frozenset((WORDS["module"], WORDS["overlay"]))
_MORE, _AT_LEAST, _EQUAL = MARKS[">"], MARKS[">="], MARKS["="]
_BRACKETS, _CLOSING = frozenset((MARKS["("], MARKS["["])), frozenset((_ROUND, MARKS["]"]))
_MISSING = ((_SEMICOLON, ";"), (_CLOSE, "}"), (_ROUND, ")"))


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a UTF-8 file (a byte order mark is dropped), or a diagnostic at its first bad byte."""
    if len(data) > MAX_SIZE:
        return None, (_too_large(file),)
    data = data.removeprefix(b"\xef\xbb\xbf")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        says, place = "the file is UTF-16, not UTF-8", Span(file, 1, 1, 1, 2)
        return None, (Diagnostic("ALN0001", place, says, "save it as UTF-8"),)
    at = data.find(b"\0")
    if at >= 0:
        says, place = "the file holds a NUL byte: it is not text", _place(data, at, file)
        return None, (Diagnostic("ALN0001", place, says, "save it as UTF-8 text"),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as fault:
        says = f"byte 0x{data[fault.start]:02X} is not UTF-8"
        place = _place(data, fault.start, file)
        return None, (Diagnostic("ALN0001", place, says, "save the file as UTF-8"),)


def parse(text: str, file: str) -> tuple[Module | None, tuple[Diagnostic, ...]]:
    """The module in `text` and every fault, in order of place; no module where none can be made out."""
    if len(text) > MAX_SIZE:
        return None, (_too_large(file),)
    if not text.strip("\ufeff \t\r\n"):
        says, aid = "the file is empty", "write `module NAME { … }`"
        return None, (Diagnostic("ALN0002", Span(file, 1, 1, 1, 1), says, aid),)
    tokens = tokenize(text.removeprefix("\ufeff"), file)
    deep = too_deep(tokens)
    if deep:
        return None, (*tokens.diagnostics[:MAX_DIAGNOSTICS], deep)
    parser = _Parser(tokens)
    module = parser.run()
    faults = sorted(tokens.diagnostics, key=lambda fault: (fault.span.line, fault.span.column))
    if len(faults) > MAX_DIAGNOSTICS:
        last = faults[MAX_DIAGNOSTICS]
        says = f"more than {MAX_DIAGNOSTICS} faults; the rest is not shown"
        return None, (
            *faults[:MAX_DIAGNOSTICS],
            Diagnostic("ALN0003", last.span, says, "mend the first ones"),
        )
    return module, tuple(faults)


def _too_large(file: str) -> Diagnostic:
    says = f"the file is larger than {MAX_SIZE // 1_000_000} MB"
    return Diagnostic("ALN0001", Span(file, 1, 1, 1, 1), says, "split it into modules")


def _place(data: bytes, at: int, file: str) -> Span:
    before = data[:at].decode("utf-8", "replace")
    line = before.count("\n") + 1
    column = at and len(before) - before.rfind("\n")
    return Span(file, line, max(1, column), line, max(1, column) + 1)


def _reductions() -> Iterator[tuple[str, int, Callable[..., Any], tuple[int, ...], int]]:
    """What each production comes to: its symbol and length, its builder, the children it gets, and how."""
    for origin, length, callback, kept in RULES:
        plain = callback in ("", "*")
        shape = -1 if callback == "*" else 0 if plain else 1 if min(kept, default=0) >= 0 else 2
        yield origin, length, Builder.plain_ if plain else Builder.method(callback), kept, shape


_REDUCTIONS = list(_reductions())


class _Parser:
    """One run over one token list: the stacks of the automaton, and what to do where it has no action."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.kinds = list(tokens.kinds)
        self.states = [START]
        self.values: list[Any] = []
        self.firsts: list[int] = []
        self.at = 0
        self.result: Module | None = None
        self.reopened = False  # the module's brace was a stray one; that it is missing now is no news
        self.builder = Builder(tokens)

    def run(self) -> Module | None:
        kinds, states, values, firsts = self.kinds, self.states, self.values, self.firsts
        lines = self.tokens.lines
        while True:
            at = self.at
            kind = kinds[at]
            action = ACTIONS[states[-1]].get(kind)
            if kind in _WORD_KINDS and self._is_name(kind, action):
                kind = "NAME"
                action = ACTIONS[states[-1]].get(kind)
            if lines[at] != lines[at - 1] and kind != END and self._unended(kind):
                continue
            try:
                while action is not None and action < 0:
                    self._reduce(-1 - action)
                    if kind == END and states[-1] == ACCEPT:
                        return self.result
                    action = ACTIONS[states[-1]].get(kind)
                # INVARIANT: a fault may reduce as well, so a refusal is caught there too.
                if action is None:
                    if not self._fault(kind):
                        return None
                    continue
            except Rejected as refusal:
                span = self.tokens.span(refusal.token, refusal.token)
                self._report("ALN0003", span, refusal.message, refusal.aid)
                self._recover()
                continue
            states.append(action)
            values.append(at)
            firsts.append(at)
            self.at += 1

    def _reduce(self, number: int) -> None:
        origin, length, method, kept, shape = _REDUCTIONS[number]
        last = self.at - 1
        if length:
            children = self.values[-length:]
            first = self.firsts[-length]
        else:
            children, first = [], self.at
        value: Any
        if shape == 1:
            value = method(self.builder, [children[index] for index in kept], first, last)
        elif shape == 0:
            value = children[kept[0]]
        elif shape == 2:
            value = method(self.builder, _spread(children, kept), first, last)
        elif kept[0] < -1:
            value = children[-2 - kept[0]]
            value.append(children[kept[1]])
        else:
            value = [children[kept[0]]]
        if length:
            del self.values[-length:], self.states[-length:], self.firsts[-length:]
        if isinstance(value, Module):
            self.result = value
        self.states.append(GOTOS[self.states[-1]][origin])
        self.values.append(value)
        self.firsts.append(first)

    def _is_name(self, kind: str, action: int | None) -> bool:
        """Whether a word is a name here: where its keyword cannot come, whatever is reduced before it."""
        if action is None:
            return True
        return action < 0 and "NAME" in ACTIONS[self.states[-1]] and _shifted(self.states, kind) is None

    def _unended(self, kind: str) -> bool:
        """Report and insert the `;` that the line above lacks, where this line begins the next statement.

        Its first word would be taken for what may follow a value: `A : 8` and then `B : 9;` reads `8 B` as a unit.
        """
        if _SEMICOLON not in ACTIONS[self.states[-1]]:
            return False
        following = self.kinds[self.at : self.at + 2]
        if self._takes(kind, following[1]) or not self._takes(_SEMICOLON, *following):
            return False
        self._missing(_SEMICOLON, ";")
        return True

    # ── faults ────────────────────────────────────────────────────────────────────────────────────────────

    def _report(self, code: str, span: Span, message: str, aid: str, *edits: Edit) -> None:
        fix = Fix(aid, edits) if edits else None
        self.tokens.diagnostics.append(Diagnostic(code, span, message, aid, fix=fix))

    def _takes(self, *kinds: str) -> bool:
        """Whether the automaton would shift these terminals, one after another, from where it stands."""
        states = self.states
        for kind in kinds:
            after = _shifted(states, kind)
            if after is None and kind in _WORD_KINDS:
                after = _shifted(states, "NAME")
            if after is None:
                return False
            states = after
        return True

    def _insert(self, kind: str) -> None:
        """Go on as if the terminal stood before this token; the caller has asked `_takes`."""
        action = ACTIONS[self.states[-1]][kind]
        while action < 0:
            self._reduce(-1 - action)
            action = ACTIONS[self.states[-1]][kind]
        self.states.append(action)
        self.values.append(max(0, self.at - 1))
        self.firsts.append(max(0, self.at - 1))

    def _fault(self, kind: str) -> bool:
        """Report the token at hand, and make the automaton ready to go on; false when it cannot."""
        at, kinds = self.at, self.kinds
        if self._complete():
            return True
        if len(self.tokens.diagnostics) > MAX_DIAGNOSTICS:
            return False
        if kinds[at] == END:
            return self._unfinished()
        if kinds[at] == BAD:
            return self._recover()
        if self._takes(END):
            return self._after_module()
        if kinds[at] == _AT_LEAST and self._takes(_MORE, _EQUAL):
            self._insert(_MORE)
            kinds[at] = _EQUAL
            return True
        return self._mended() or self._unexpected()

    def _complete(self) -> bool:
        """Reduce what is whole whatever follows, so that a fault after an item does not cost the item."""
        actions = set(ACTIONS[self.states[-1]].values())
        if len(actions) != 1 or (action := actions.pop()) >= 0 or RULES[-1 - action][0] == "start":
            return False
        self._reduce(-1 - action)
        return True

    def _mended(self) -> bool:
        """A missing mark or a misspelt keyword, reported and put right so that the rest is still read."""
        at, kinds, tokens = self.at, self.kinds, self.tokens
        fresh = at > 0 and tokens.lines[at] > tokens.lines[at - 1]
        shown = found(tokens, at)
        for kind, mark in _MISSING:
            if (fresh or kind == _ROUND or kinds[at] == _CLOSE) and self._takes(kind, kinds[at]):
                self._missing(kind, mark)
                return True
        if kinds[at] == _SEMICOLON and self._separated():
            return True
        if kinds[at] not in _WORD_KINDS and kinds[at] != "NAME":
            return False
        expected = {_SPELLING[kind]: kind for kind in self._expected() if kind in _SPELLING}
        word = tokens.texts[at][:_LONGEST]
        near = [word.lower()] if word.lower() in expected else []
        near = near or difflib.get_close_matches(word, expected, 1, 0.7)
        if near and self._takes(expected[near[0]], kinds[at + 1]):
            says = f"expected {described(set(expected.values()))}, found {shown}"
            sure = certain(tokens.texts[at], expected) == near[0]
            edits = (Edit(tokens.span(at, at), near[0]),) if sure else ()
            self._report("ALN0003", tokens.span(at, at), says, f"write `{near[0]}`", *edits)
            kinds[at], tokens.texts[at] = expected[near[0]], near[0]
            return True
        return False

    def _separated(self) -> bool:
        """A `;` between the fields of a record, or after the last, reported and read as its `,`."""
        at, kinds = self.at, self.kinds
        if self._takes(_COMMA, *kinds[at + 1 : at + 3]) and kinds[at + 2] == _COLON:
            says, aid = "`;` stands between the fields of a record", "write `,`"
            kinds[at] = _COMMA
        elif kinds[at + 1] == _CLOSE and self._takes(_CLOSE) and self._takes(_COMMA):
            says, aid = "`;` stands after the last field of a record", "remove it"
            self.at += 1
        else:
            return False
        self._report("ALN0003", self.tokens.span(at, at), says, aid)
        return True

    def _missing(self, kind: str, mark: str) -> None:
        """Report a mark that is missing before the token at hand, and go on as if it stood there."""
        tokens, at = self.tokens, self.at
        shown = found(tokens, at)
        line, end = tokens.lines[at - 1], tokens.ends[at - 1]
        place = Span(tokens.file, line, end, line, end + 1)
        code, says = "ALN0003", f"`{mark}` is missing before {shown}"
        if kind == _CLOSE:
            code, place = "ALN0004", self._innermost()
            says = f"`{{` is not closed before {shown} on line {tokens.lines[at]}"
        # Where a bracket ends is its author's to say; a statement ends where the next line begins another.
        sure = kind == _SEMICOLON and tokens.lines[at] > line
        edits = (Edit(Span(tokens.file, line, end, line, end), mark),) if sure else ()
        self._report(code, place, says, f"write `{mark}` before {shown}", *edits)
        self._insert(kind)

    def _expected(self) -> set[str]:
        return {kind for kind in ACTIONS[self.states[-1]] if kind != END and _shifted(self.states, kind)}

    def _unexpected(self) -> bool:
        tokens, at = self.tokens, self.at
        expected = self._expected()
        if len(self.states) == 1 and _OPENINGS.isdisjoint(self.kinds):
            says, aid = "no module begins in this file", "write `module NAME { … }` around its items"
            self._report("ALN0009", tokens.span(at, at), says, aid)
        else:
            says = f"expected {described(expected)}, found {found(tokens, at)}"
            edits = tuple(Edit(tokens.span(i, i), text) for i, text in meant(expected, tokens, at))
            self._report("ALN0003", tokens.span(at, at), says, help_for(expected, tokens, at), *edits)
        return self._recover()

    def _after_module(self) -> bool:
        """What follows the module's last brace: stray braces, another module, or more of this one."""
        tokens, kinds = self.tokens, self.kinds
        at = self.at
        if kinds[at] == _CLOSE:
            while kinds[self.at] == _CLOSE:
                self.at += 1
            says = "`}` closes nothing: the module has ended"
            edits = tuple(Edit(tokens.span(i, i), "") for i in range(at, self.at))
            self._report("ALN0004", tokens.span(at, at), says, "remove it", *edits)
            return True
        if kinds[at] in _OPENINGS:
            says, aid = "a second module begins in this file", "write one module a file"
            self._report("ALN0009", tokens.span(at, at), says, aid)
            self.at = len(kinds) - 1
            return True
        self.reopened = True
        closer = self.values.pop()
        self.states.pop()
        self.firsts.pop()
        says = f"`}}` closes the module before {found(tokens, at)} on line {tokens.lines[at]}"
        self._report("ALN0004", tokens.span(closer, closer), says, "remove it, or open what it closes")
        return True

    def _innermost(self) -> Span:
        for value in reversed(self.values):
            if type(value) is int and self.tokens.kinds[value] == _OPEN:
                return self.tokens.span(value, value)
        return self.tokens.span(max(0, self.at - 1), max(0, self.at - 1))

    def _unfinished(self) -> bool:
        """The text ends too early: report once, close what is open, keep what is whole."""
        silent = self.reopened or (self.at > 0 and self.kinds[self.at - 1] == BAD)
        if not any(_STARTS_ITEM[state] for state in self.states):
            if not silent and not self.tokens.diagnostics:
                says, aid = "no module begins in this file", "write `module NAME { … }`"
                if not _OPENINGS.isdisjoint(self.kinds):
                    says = "the module has no body"
                self._report("ALN0009", self.tokens.span(self.at, self.at), says, aid)
            return False
        if not silent:
            says, aid = "`{` is never closed", "write `}` where its block ends"
            self._report("ALN0004", self._innermost(), says, aid)
        while not self._takes(END):
            if not self._takes(_CLOSE) and not self._drop():
                return False
            if self._takes(_CLOSE):
                self._insert(_CLOSE)
        return True

    def _drop(self) -> bool:
        """Forget the item that is not whole: back to where the innermost block awaits its next item."""
        top = self._block(len(self.states) - 2)
        if top < 0:
            return False
        del self.states[top + 1 :], self.values[top:], self.firsts[top:]
        return True

    def _block(self, top: int | None = None) -> int:
        """The topmost place of the stack, from `top` down, where an item may begin; -1 for none."""
        top = len(self.states) - 1 if top is None else top
        while top >= 0 and not _STARTS_ITEM[self.states[top]]:
            top -= 1
        return top

    def _recover(self) -> bool:
        """Drop the faulty item and skip to its end: its `;`, its closing brace, or that of its block."""
        kinds = self.kinds
        top = self._block()
        if top < 0:
            return self._restart()
        blocks = records = brackets = 0
        for index in range(top, len(self.values)):
            value = self.values[index]
            kind = self.tokens.kinds[value] if type(value) is int else ""
            brackets += (kind in _BRACKETS) - (kind in _CLOSING)
            if kind == _OPEN and _STARTS_VALUE[self.states[index]]:
                records += 1
            elif kind == _OPEN:
                blocks += 1
        del self.states[top + 1 :], self.values[top:], self.firsts[top:]
        opened, depth = blocks + records, blocks + records
        if kinds[self.at] == BAD and not opened and self.tokens.texts[self.at].endswith(";"):
            self.at += 1  # an unclosed text has swallowed the end of its item
            return True
        while kinds[self.at] != END:
            kind = kinds[self.at]
            if kind == _CLOSE and depth == 0:
                return True
            self.at += 1
            if kind == _OPEN:
                depth += 1
            elif kind == _CLOSE:
                depth -= 1
                if depth == 0 and not brackets:
                    if kinds[self.at] == _SEMICOLON:
                        self.at += 1
                    return True
            elif kind == _SEMICOLON and not blocks and depth <= opened:
                return True
        return True

    def _restart(self) -> bool:
        """Before the module has begun: on to its first word, if it is yet to come."""
        at = self.at + (len(self.states) > 1 or self.kinds[self.at] not in _OPENINGS)
        while at < len(self.kinds) and self.kinds[at] not in _OPENINGS:
            at += 1
        if at >= len(self.kinds):
            self.at = len(self.kinds) - 1
            return False
        self.at = at
        del self.states[1:], self.values[:], self.firsts[:]
        return True


def _shifted(states: list[int], kind: str) -> list[int] | None:
    """The stack of states after a terminal; None where it cannot come."""
    states = list(states)
    action = ACTIONS[states[-1]].get(kind)
    while action is not None and action < 0:
        origin, length = RULES[-1 - action][:2]
        if length:
            del states[-length:]
        states.append(GOTOS[states[-1]][origin])
        if states[-1] == ACCEPT:
            return states
        action = ACTIONS[states[-1]].get(kind)
    if action is None:
        return None
    states.append(action)
    return states


def _spread(children: list[Any], kept: tuple[int, ...]) -> list[Any]:
    """The children a builder gets, with None for what is absent and lists spliced in."""
    spread: list[Any] = []
    for index in kept:
        if index >= 0:
            spread.append(children[index])
        elif index == -1:
            spread.append(None)
        else:
            spread += children[-2 - index]
    return spread
