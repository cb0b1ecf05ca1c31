"""Parsing against bare Lark: the same grammar, the same text, positions included; ours builds the tree as well."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lark import Lark

from aln.syntax.format import format_module
from aln.syntax.parse import parse
from bench.measure import Row, pair

ROOT = Path(__file__).resolve().parent.parent


def rows() -> Sequence[Row]:
    text = (ROOT / "aln/library/policies/calibration.aln").read_text(encoding="utf-8")
    grammar = (ROOT / "grammar/aln.lark").read_text(encoding="utf-8")
    bare = Lark(grammar, parser="lalr", lexer="contextual", propagate_positions=True, maybe_placeholders=True)
    module, found = parse(text, "calibration.aln")
    assert module is not None and not found
    bare.parse(text)
    lines = len(text.splitlines())
    return [
        pair(
            f"parse {lines} lines",
            lambda: parse(text, "calibration.aln"),
            "bare Lark",
            lambda: bare.parse(text),
            1.5,
        ),
        pair(
            f"format {lines} lines", lambda: format_module(module), "bare Lark", lambda: bare.parse(text), 1.5
        ),
    ]
