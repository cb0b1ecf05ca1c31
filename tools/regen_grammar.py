"""Derive the parse tables that the package loads from the authoritative grammar.

`outputs()` reads `grammar/aln.lark`, has Lark build the LALR(1) automaton in strict mode (any conflict,
and any overlap of two terminals, is an error) and gives the text of `aln/syntax/_tables.py`. Writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lark import Lark
from lark.grammar import Rule
from lark.parsers.lalr_analysis import Shift

__all__ = ["ROOT", "grammar", "outputs"]

ROOT = Path(__file__).resolve().parent.parent
HEADER = '''"""Parse tables of ALN, derived from grammar/aln.lark by `make regen`: never edit by hand."""

from __future__ import annotations

# fmt: off
'''


def grammar() -> Lark:
    """The grammar as Lark understands it; raises Lark's `GrammarError` or `LexError` on any conflict."""
    text = (ROOT / "grammar" / "aln.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", lexer="contextual", strict=True, maybe_placeholders=True)


def outputs() -> dict[Path, bytes]:
    """Every file derived from the grammar, by its path from the root of the repository."""
    return {Path("aln/syntax/_tables.py"): _tables(grammar()).encode("utf-8")}


def _numbered(states: dict[int, dict[str, tuple[object, int]]], start: int) -> dict[int, int]:
    """A numbering of the states that depends on the grammar alone: in order of discovery from the start."""
    numbers = {start: 0}
    for state in (order := [start]):
        for _, (kind, target) in sorted(states[state].items(), key=lambda entry: entry[0]):
            if kind is Shift and target not in numbers:
                numbers[target] = len(numbers)
                order.append(target)
    return numbers


def _kept(rule: Rule) -> tuple[int, ...]:
    """Which children the builder gets: an index, -1 for what is absent, -2 - index for a list to splice."""
    absent = "".join("1" if empty else "0" for empty in rule.options.empty_indices or ())
    gaps = [len(ones) for ones in absent.split("0")] if absent else [0] * (len(rule.expansion) + 1)
    kept: list[int] = []
    for index, symbol in enumerate(rule.expansion):
        kept += [-1] * gaps[index]
        if symbol.is_term and symbol.filter_out and not rule.options.keep_all_tokens:
            continue
        kept.append(-2 - index if not symbol.is_term and symbol.name.startswith("_") else index)
    return (*kept, *[-1] * gaps[len(rule.expansion)])


def _callback(rule: Rule, kept: tuple[int, ...]) -> str:
    if rule.origin.name.startswith("_"):
        return "*"
    if rule.options.expand1 and not rule.alias and len(kept) == 1:
        return ""
    return str(rule.alias or rule.origin.name)


def _tables(lark: Lark) -> str:
    table = lark.parser.parser._parse_table
    rules: dict[Rule, int] = {}
    actions: list[dict[str, int]] = []
    gotos: list[dict[str, int]] = []
    numbers = _numbered(table.states, table.start_states["start"])
    for state in numbers:
        action: dict[str, int] = {}
        goto: dict[str, int] = {}
        for symbol, (kind, target) in sorted(table.states[state].items()):
            if kind is not Shift:
                action[symbol] = -1 - rules.setdefault(target, len(rules))
            elif symbol.isupper():
                action[symbol] = numbers[target]
            else:
                goto[symbol] = numbers[target]
        actions.append(action)
        gotos.append(goto)
    words: dict[str, str] = {}
    marks: dict[str, str] = {}
    patterns: dict[str, str] = {}
    for terminal in sorted(lark.terminals, key=lambda t: t.name):
        if terminal.name in lark.ignore_tokens:
            continue
        if terminal.pattern.type == "re":
            patterns[terminal.name] = terminal.pattern.value
        elif terminal.pattern.value.isidentifier():
            words[terminal.pattern.value] = terminal.name
        else:
            marks[terminal.pattern.value] = terminal.name
    described = []
    for rule in rules:
        kept = _kept(rule)
        described.append((rule.origin.name, len(rule.expansion), _callback(rule, kept), kept))
    lines = [HEADER]
    lines += [f"START = {numbers[table.start_states['start']]}"]
    lines += [f"END = {numbers[table.end_states['start']]}", ""]
    lines += _mapping("WORDS", "dict[str, str]", words)
    lines += _mapping("MARKS", "dict[str, str]", marks)
    lines.append("PATTERNS: dict[str, str] = {")
    lines += [f"    {_quote(name)}:\n{_pieces(value)}," for name, value in patterns.items()]
    lines += ["}", ""]
    lines += ["# origin, length, callback (empty: pass the only child; *: a list), children kept", ""]
    lines += ["RULES: list[tuple[str, int, str, tuple[int, ...]]] = ["]
    lines += [f"    ({_quote(o)}, {n}, {_quote(c)}, {kept!r})," for o, n, c, kept in described]
    lines += ["]", ""]
    lines += ["# terminal -> the state to shift to, or -1 - the rule to reduce by", ""]
    lines += _rows("ACTIONS", actions)
    lines += _rows("GOTOS", gotos)
    return "\n".join(lines).rstrip("\n") + "\n"


def _quote(text: str) -> str:
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t") + '"'


def _pieces(text: str) -> str:
    return "\n".join(f"        {_quote(text[at : at + 45])}" for at in range(0, len(text), 45))


def _wrapped(parts: Iterator[str], indent: str) -> list[str]:
    lines: list[str] = []
    line = indent
    for part in parts:
        if len(line) + len(part) + 2 > 108 and line.strip():
            lines.append(line.rstrip())
            line = indent
        line += part + ", "
    return [*lines, line.rstrip()]


def _mapping(name: str, kind: str, mapping: dict[str, str]) -> list[str]:
    parts = (f"{_quote(key)}: {_quote(value)}" for key, value in sorted(mapping.items()))
    return [f"{name}: {kind} = {{", *_wrapped(parts, "    "), "}", ""]


def _rows(name: str, rows: list[dict[str, int]]) -> list[str]:
    distinct: dict[tuple[tuple[str, int], ...], int] = {}
    order = [distinct.setdefault(tuple(row.items()), len(distinct)) for row in rows]
    lines = [f"_{name}: list[dict[str, int]] = ["]
    for row in distinct:
        if row:
            parts = (f"{_quote(key)}: {value}" for key, value in row)
            lines += ["    {", *_wrapped(parts, "        "), "    },"]
        else:
            lines.append("    {},")
    lines += ["]", f"{name}: list[dict[str, int]] = [_{name}[row] for row in ("]
    return [*lines, *_wrapped((str(number) for number in order), "    "), ")]", ""]


if __name__ == "__main__":
    for path, content in outputs().items():
        (ROOT / path).write_bytes(content)
