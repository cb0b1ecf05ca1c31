"""The work of reading and of printing a file grows as its length does, whatever is in it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest

from aln.syntax import format_module, parse

SIZE = 400
HEAD = "module M { "
LONG = {
    "comments on one line": lambda n: HEAD + "/* c */ " * n + "}",
    "comments on lines": lambda n: HEAD + "// c\n" * n + "}",
    "documentation": lambda n: "/// said\n" * n + "module M { }",
    "bodies with a comment": lambda n: HEAD + "service S { " + "op a() -> bool { /* x */ }\n" * n + "} }",
    "aligned lines with comments": lambda n: HEAD + 'unit a = "b"; // c\n' * n + "}",
    "inputs with comments": lambda n: HEAD + "machine A every 1 s { " + "input a : /* c */ bool;\n" * n + "} }",
    "rows": lambda n: HEAD + "const T : E = [ " + ",".join(["{ a : 1, b : [x] }\n"] * n) + " ]; }",
    "a list": lambda n: HEAD + f"constants {{ A : [{','.join(['1'] * n)}]; }} }}",
    "a record": lambda n: HEAD + f"constants {{ A : {{ {','.join(['a : 1'] * n)} }}; }} }}",
    "a path": lambda n: HEAD + f"constants {{ A : {'.'.join(['a'] * n)}; }} }}",
    "labels": lambda n: HEAD + "enum E { " + "a;" * n + " } }",
    "labels of a type": lambda n: HEAD + "entity E { a : enum[" + ",".join(['"x"'] * n) + "]; } }",
    "pieces of a text": lambda n: HEAD + 'requirement "R" : ' + " + ".join(['"xx "'] * n) + "; }",
    "words of a text": lambda n: HEAD + f'requirement "R" : "{"word " * n}"; }}',
    "grants": lambda n: HEAD + "role R { " + "may x E s when s.a == 2;" * n + " } }",
    "rules": lambda n: HEAD + "policy P for E x { " + 'require x.a == 2 because "w" traces "R";\n' * n + "} }",
    "choices": lambda n: HEAD + "policy P for E x { " + 'require (if a then b else c) because "w";' * n + "} }",
    "nodes": lambda n: HEAD + 'behavior_tree T { root "r" { ' + 'node "a" -> filter(A.b == 1);\n' * n + "} } }",
    "edges": lambda n: HEAD + "graph G { " + "a -> b -> c when x at most 2 times;\n" * n + "} }",
    "items": lambda n: HEAD + "entity E { a : bool; }\n" * n + "}",
    "lines without an end": lambda n: HEAD + "use A\n" * n + "}",
    "braces too many": lambda n: HEAD + "}" * n,
    "nothing but marks": lambda n: ";" * n,
    "counts that are none": lambda n: HEAD + "machine A every 1 s { " + "timer t of x up to 2.5 ticks;" * n + "} }",
    "an unclosed comment": lambda n: HEAD + "/*" * n,
    "a name": lambda n: HEAD + "e" * n + " }",
}  # fmt: skip


def _work(job: Callable[[], object]) -> int:
    """How many lines of Python a job runs: what it costs on any machine."""
    lines = 0

    def count(frame: FrameType, event: str, argument: object) -> object:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        job()
    finally:
        sys.settrace(before)
    return lines


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_twice_the_text_is_twice_the_work(text: Callable[[int], str]) -> None:
    """Reading and printing twice as much of anything runs at most a little over twice as many lines of code."""
    once, twice = text(SIZE), text(2 * SIZE)
    assert _work(lambda: parse(twice, "x.aln")) <= 2.3 * _work(lambda: parse(once, "x.aln")) + 200
    small, large = parse(once, "x.aln")[0], parse(twice, "x.aln")[0]
    if small is not None and large is not None:
        assert _work(lambda: format_module(large)) <= 2.3 * _work(lambda: format_module(small)) + 200
