"""Text to tokens: one pass of one regular expression, with comments kept aside and faults reported in place.

Takes a text; gives parallel lists (kind, text, place of every token) and diagnostics; never raises. A
word gets the terminal of its spelling; whether it is a keyword or a name is the parser's to decide, place
by place.
"""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

from aln.diagnostics import Diagnostic, Edit, Fix, Span
from aln.syntax._tables import MARKS, PATTERNS, WORDS
from aln.syntax.tree import Comment

__all__ = ["BAD", "END", "MAX_DEPTH", "MAX_DIAGNOSTICS", "MAX_DIGITS", "Tokens", "tokenize", "too_deep"]

MAX_DIGITS = 40
MAX_DEPTH = 200
MAX_DIAGNOSTICS = 100
END = "$END"
BAD = "$BAD"

_MASTER = re.compile(
    r"(?P<blank>[ \t\r]+)|(?P<newline>\n)|(?P<line>//[^\n]*)|(?P<block>/\*[^*]*\*+(?:[^/*][^*]*\*+)*/)"
    rf"|(?P<name>{PATTERNS['NAME']})|(?P<number>{PATTERNS['NUMBER'].replace('(', '(?:')})"
    rf"|(?P<string>{PATTERNS['STRING'].replace('(', '(?:')})"
    rf"|(?P<mark>{'|'.join(re.escape(mark) for mark in sorted(MARKS, key=len, reverse=True))})"
    r"|(?P<other>.)",
    re.DOTALL,
)
_IF = re.compile(PATTERNS["IF"])
_ESCAPE = re.compile(r'\\(?:["\\nt]|u\{([0-9A-Fa-f]{1,6})\}|(.))', re.DOTALL)
_PLAIN = {'\\"': '"', "\\\\": "\\", "\\n": "\n", "\\t": "\t"}
# What is not seen, or shows the text around it in another order; joiners stay, some scripts are written with them.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
# What other languages write on in a number: a base, an exponent, a separator.
_FOREIGN = re.compile(r"[xXoObB][0-9A-Fa-f][0-9A-Fa-f_]*|[eE][+-]?[0-9][0-9_]*|_[0-9][0-9_]*")
_BAD_RUN = re.compile(r'[^\sA-Za-z0-9_"(){}\[\];:,.?<>=+*/-]+')
_INSTEAD = {
    "“": 'write `"`',
    "”": 'write `"`',
    "'": 'write `"` around a text',
    "‘": 'write `"` around a text',
    "’": 'write `"` around a text',
    "≤": "write `<=`",
    "≥": "write `>=`",
    "≠": "write `!=`",
    "−": "write `-`",
    "–": "write `-`, or `..` for a range",
    "—": "write `-`",
    "→": "write `->`",
    "×": "write `*`",
    "·": "write `*`",
    "÷": "write `/`",
    "…": "write `..` for a range",
    "&": "write `and`",
    "|": "write `or`",
    "!": "write `not`",
    "%": 'declare a unit: `unit percent = "%"`',
    "\u00a0": "write a plain space",
    "\ufeff": "remove it",
    "\u200b": "remove it",
    "#": "write `//` before a comment",
}
# What stands for one mark or word only, and which.
_MEANT = {
    "“": '"', "”": '"', "≤": "<=", "≥": ">=", "≠": "!=", "−": "-", "→": "->", "×": "*", "\u00a0": " ", "\ufeff": "",
    "\u200b": "", "&&": "and", "||": "or",
}  # fmt: skip
_CLASSES = {
    WORDS["implies"]: 0,
    WORDS["in"]: 0,
    "IF": 0,
    WORDS["or"]: 1,
    WORDS["and"]: 2,
    WORDS["not"]: 3,
    **{MARKS[mark]: 4 for mark in ("==", "!=", "<", "<=", ">", ">=")},
    **{MARKS[mark]: 5 for mark in "+-"},
    **{MARKS[mark]: 6 for mark in "*/"},
}
_OPENERS = frozenset(MARKS[mark] for mark in "([{")
_CLOSERS = frozenset(MARKS[mark] for mark in ")]}")
_BREAKS = frozenset(MARKS[mark] for mark in ",;")
_COLON, _PLUS, _BECAUSE = MARKS[":"], MARKS["+"], WORDS["because"]
_PROPERTIES = frozenset((WORDS["claim"], WORDS["lemma"]))
_PIECES = frozenset(("STRING", _PLUS, MARKS[","]))


def _whole() -> array[int]:
    return array("i")


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry a token; the last token is `END`. Lines and columns count from 1."""

    file: str
    kinds: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    lines: array[int] = field(default_factory=_whole)
    columns: array[int] = field(default_factory=_whole)
    ends: array[int] = field(default_factory=_whole)
    comments: list[Comment] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def span(self, first: int, last: int) -> Span:
        """The span from the first character of token `first` to just past token `last`."""
        if last < first:
            last = first
        return Span(self.file, self.lines[first], self.columns[first], self.lines[last], self.ends[last])


def tokenize(text: str, file: str) -> Tokens:
    """The tokens of `text`. A fault (a character, a text, a number) leaves a `BAD` token and a diagnostic."""
    tokens = Tokens(file)
    kinds, texts, lines, columns, ends = tokens.kinds, tokens.texts, tokens.lines, tokens.columns, tokens.ends
    line, start, fresh, position, size = 1, 0, True, 0, len(text)
    match = _MASTER.match
    word = WORDS.get
    while position < size and len(tokens.diagnostics) <= MAX_DIAGNOSTICS:
        found = match(text, position)
        if found is None:  # pragma: no cover - the last alternative takes any character
            break
        kind = found.lastgroup
        end = found.end()
        column = position - start + 1
        if kind == "blank":
            position = end
            continue
        if kind == "newline":
            line, start, fresh, position = line + 1, end, True, end
            continue
        if kind == "name":
            value = found.group()
            terminal = word(value, "NAME")
            if value == "if" and _IF.match(text, position):
                terminal = "IF"
        elif kind == "mark" and not text.startswith("/*", position):
            value = found.group()
            terminal = MARKS[value]
        elif kind == "string":
            value, fault = _unescaped(found.group())
            terminal = "STRING"
            if fault:
                terminal = BAD
                place = Span(file, line, column + fault[0], line, column + fault[1])
                tokens.diagnostics.append(Diagnostic("ALN0008", place, fault[2], fault[3]))
        elif kind == "number":
            value = found.group()
            terminal = "NUMBER"
            foreign = _FOREIGN.match(text, end)
            if foreign:
                value, end, terminal = value + foreign.group(), foreign.end(), BAD
                place = Span(file, line, column, line, column + len(value))
                says = f"`{value[:24]}` is not a number in decimal digits"
                aid = "write the digits alone, with a `.` before the fraction: `1000`, `0.001`"
                tokens.diagnostics.append(Diagnostic("ALN0010", place, says, aid))
            elif len(value) > MAX_DIGITS and (digits := len(value) - value.count(".")) > MAX_DIGITS:
                terminal = BAD
                place = Span(file, line, column, line, column + len(value))
                says = f"the number `{value[:12]}…` has {digits} digits"
                tokens.diagnostics.append(
                    Diagnostic("ALN0006", place, says, f"write at most {MAX_DIGITS} digits")
                )
        elif kind == "line" and (not kinds or kinds[-1] == "DOC") and text.startswith("///", position):
            value, terminal = found.group().rstrip(" \t\r"), "DOC"
            _check_visible(tokens, value, line, column)
        elif kind in ("line", "block"):
            value = "\n".join([part.rstrip(" \t\r") for part in found.group().split("\n")])
            _check_visible(tokens, value, line, column)
            last_break = text.rfind("\n", position, end)
            new_line = line + value.count("\n")
            new_start = start if last_break < 0 else last_break + 1
            place = Span(file, line, column, new_line, end - new_start + 1)
            tokens.comments.append(Comment(value, fresh, span=place))
            line, start, fresh, position = new_line, new_start, False, end
            continue
        else:
            value, end = _fault(tokens, text, position, line, column)
            terminal = BAD
        kinds.append(terminal)
        texts.append(value)
        lines.append(line)
        columns.append(column)
        ends.append(end - start + 1)
        fresh, position = False, end
    kinds.append(END)
    texts.append("")
    lines.append(line)
    columns.append(size - start + 1)
    ends.append(size - start + 1)
    return tokens


def too_deep(tokens: Tokens) -> Diagnostic | None:
    """A diagnostic where nesting, or a chain of operators, passes `MAX_DEPTH`; none when it never does.

    The count bounds the depth of the tree from above: for each open bracket, one and the longest chains of
    each class of operator in it. It is what makes every recursive walk over a tree safe.
    """
    frames: list[tuple[int, list[int], list[int]]] = []
    base, counts, longest, here = 0, [0] * 7, [0] * 7, 0
    prose = False
    for index, kind in enumerate(tokens.kinds):
        rank = _CLASSES.get(kind)
        prose = kind in _PIECES and (prose or (kind == "STRING" and _is_prose(tokens.kinds, index)))
        if rank is not None:
            if prose:  # the pieces of a text are one text, not a tree
                continue
            counts[rank] += 1
            for tighter in range(rank + 1, 7):
                counts[tighter] = 0
            if counts[rank] > longest[rank]:
                longest[rank] = counts[rank]
                here += 1
        elif kind in _OPENERS:
            frames.append((base, counts, longest))
            base, counts, longest, here = base + here + 1, [0] * 7, [0] * 7, 0
        elif kind in _CLOSERS:
            if frames:
                base, counts, longest = frames.pop()
                here = sum(longest)
            continue
        elif kind in _BREAKS:
            counts, longest, here = [0] * 7, [0] * 7, 0
            continue
        else:
            continue
        if base + here > MAX_DEPTH:
            mark = tokens.texts[index]
            says = f"more than {MAX_DEPTH} levels of nesting, or operators in one expression, at `{mark}`"
            aid = "split the expression: write several rules, or name its parts with `let`"
            return Diagnostic("ALN0005", tokens.span(index, index), says, aid)
    return None


def _is_prose(kinds: list[str], at: int) -> bool:
    """Whether the text at `at` stands after `because`, or in a requirement or the words of a claim."""
    before = kinds[max(0, at - 3) : at]
    if not before or before[-1] == _BECAUSE:
        return bool(before)
    words = before[-1] == _COLON and len(before) == 3
    return words and (before[1] == "STRING" or before[0] in _PROPERTIES)


def _check_visible(tokens: Tokens, comment: str, line: int, column: int) -> None:
    """Report the first control character of a comment: what a reader cannot see must not be there."""
    control = _CONTROL.search(comment)
    if control:
        before = comment[: control.start()]
        line += before.count("\n")
        column = len(before) - before.rfind("\n") if "\n" in before else column + len(before)
        says = f"a comment holds the character U+{ord(control.group()):04X}, which cannot be seen"
        place = Span(tokens.file, line, column, line, column + 1)
        tokens.diagnostics.append(Diagnostic("ALN0008", place, says, "remove it"))


def _unescaped(raw: str) -> tuple[str, tuple[int, int, str, str] | None]:
    """The value of a quoted text, or a fault: start and end within the text, message, help."""
    control = _CONTROL.search(raw)
    if control:
        at = control.start()
        says = f"a text holds the character U+{ord(raw[at]):04X}, which cannot be seen"
        return "", (at, at + 1, says, "remove it, or write it as `\\u{…}`")
    inner = raw[1:-1]
    if "\\" not in inner:
        return inner, None
    pieces: list[str] = []
    position = 0
    for found in _ESCAPE.finditer(inner):
        code = found.group(1)
        place = found.start() + 1, found.end() + 1
        if found.group(2) is not None:
            says = f"`{found.group()}` is not an escape"
            return "", (*place, says, 'write `\\"`, `\\\\`, `\\n`, `\\t` or `\\u{…}`')
        if code is not None and (int(code, 16) > 0x10FFFF or 0xD800 <= int(code, 16) <= 0xDFFF):
            return "", (
                *place,
                f"`{found.group()}` is not a Unicode character",
                "write a code point up to 10FFFF",
            )
        pieces.append(inner[position : found.start()])
        pieces.append(chr(int(code, 16)) if code is not None else _PLAIN[found.group()])
        position = found.end()
    pieces.append(inner[position:])
    return "".join(pieces), None


def _fault(tokens: Tokens, text: str, position: int, line: int, column: int) -> tuple[str, int]:
    """Report what no token begins with, and give the text to skip and its end."""
    character = text[position]
    if character == '"' or text.startswith("/*", position):
        if character == '"':
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
            says, aid = "this text is never closed", 'write `"` at its end, on the same line'
        else:
            end = len(text)
            says, aid = "this comment is never closed", "write `*/` at its end"
        place = Span(tokens.file, line, column, line, column + (1 if character == '"' else 2))
        tokens.diagnostics.append(Diagnostic("ALN0007", place, says, aid))
        return text[position:end], end
    run = _BAD_RUN.match(text, position)
    end = run.end() if run else position + 1
    code = ord(character)
    visible = character.isprintable() and not 0xD800 <= code <= 0xDFFF and not character.isspace()
    shown = f"`{character}` (U+{code:04X})" if visible else f"the character U+{code:04X}"
    aid = _INSTEAD.get(character, "write names and keywords with the letters a to z, digits and `_`")
    place = Span(tokens.file, line, column, line, column + end - position)
    meant = _meant(text, position, end)
    fix = None if meant is None else Fix(aid, (Edit(place, meant),))
    tokens.diagnostics.append(Diagnostic("ALN0008", place, f"{shown} is not allowed here", aid, fix=fix))
    return text[position:end], end


def _meant(text: str, start: int, end: int) -> str | None:
    """What was meant by characters that are not allowed, spaced from its neighbours; None where that is not sure."""
    run = text[start:end]
    if run in ("&&", "||"):
        before = "" if text[start - 1 : start] in ("", " ", "\n") else " "
        after = "" if text[end : end + 1] in ("", " ", "\n", "\r") else " "
        return before + _MEANT[run] + after
    return "".join(_MEANT[c] for c in run) if all(c in _MEANT for c in run) else None
