"""Canonical text and hashes: the same for the same meaning's text, different for every part that matters."""

from __future__ import annotations

import pickle
from dataclasses import replace

from aln.core import build as b
from aln.core.ir import BOOL, Guard, Record, Rule, Type
from aln.core.show import digest, show

N = Type("int", 0, 9)


def test_expressions_show_in_prefix_form() -> None:
    """Presence first, operators by name, lists by their path."""
    e = b.and_(b.lt(b.var("n", N), b.const(N, 5)), b.given("n"))
    assert show(e) == "(and (given n) (lt n 5))"
    assert show(b.each("any", "a.xs", "x", b.var("x.ok", BOOL))) == "(any x a.xs x.ok)"


def test_equal_expressions_are_one_object_even_after_pickling() -> None:
    """Interning survives the trip to another process and back."""
    e = b.or_(b.not_(b.given("n")), b.le(b.var("n", N), b.const(N, 5)))
    assert pickle.loads(pickle.dumps(e)) is e


def test_true_and_one_are_different_constants() -> None:
    """Booleans and numbers never share a node."""
    assert b.const(N, 1) is not b.TRUE
    assert b.const(Type("int"), 0) is not b.FALSE


def test_the_digest_sees_every_rule_message_and_link_but_not_the_line() -> None:
    """A released hash changes with the words and links of a rule; moving it in the file does not matter."""
    rule = Rule("P/r", b.given("n"), "why", ("REQ-1",), 3)
    guard = Guard("M", "P", "E", (Record("", "E", "e", "id", "root"),), (rule,))
    same = replace(guard, rules=(replace(rule, line=30),))
    assert digest(guard) == digest(same)
    for other in (
        replace(rule, because="why not"),
        replace(rule, traces=()),
        replace(rule, condition=b.TRUE),
    ):
        assert digest(replace(guard, rules=(other,))) != digest(guard)
