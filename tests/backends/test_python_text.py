"""The Python source of `mentions` answers as core does, on every code point, and stands alone."""

from __future__ import annotations

import ast
import random
from typing import Any

import pytest

from aln.backends.python_text import python_source
from aln.core import text
from tests.core.mentions_corpus import TERMS, corpus


@pytest.fixture(scope="module")
def generated() -> dict[str, Any]:
    """The names that the source defines when it is run by itself."""
    names: dict[str, Any] = {}
    exec(compile(python_source(), "generated", "exec"), names)
    return names


def test_evasions_and_innocents_are_told_apart(generated: dict[str, Any]) -> None:
    """Each line of the corpus is answered as it says."""
    assert [line for line in corpus() if generated["mentions"](line[1], TERMS) != line[0]] == []


def test_random_texts_and_terms_are_answered_as_core_does(generated: dict[str, Any]) -> None:
    """Texts of letters, separators, marks and look-alikes give core's answer, and both answers occur."""
    rng = random.Random(2)
    alphabet = "aabbAB  -1\u0301\u200b\u0430\uff22\u4e00"
    answers = set()
    for _ in range(3000):
        value = "".join(rng.choices(alphabet, k=rng.randint(0, 8)))
        terms = tuple(
            " ".join(rng.choices(["a", "b", "ab", "A-b"], k=rng.randint(1, 2)))
            for _ in range(rng.randint(0, 3))
        )
        expected = text.mentions(value, terms)
        answers.add(expected)
        assert generated["mentions"](value, terms) is expected
    assert answers == {True, False}


def test_a_term_without_letters_is_refused(generated: dict[str, Any]) -> None:
    """A term that no text could mention is an error, again when it is asked a second time."""
    for _ in range(2):
        with pytest.raises(ValueError, match="without a letter"):
            generated["mentions"]("rem", ("rem", "123"))


def test_many_different_lexicons_are_answered_in_bounded_memory(generated: dict[str, Any]) -> None:
    """The memory of normal forms is emptied before it grows without bound, and the answers stay right."""
    for number in range(2500):
        word = "".join("abcdefghij"[int(digit)] for digit in str(number))
        assert generated["mentions"](f"x {word} 1", (word,))
    assert len(generated["_TERM_FORMS"]) <= 1000


def test_the_source_stands_alone() -> None:
    """The source is ASCII, imports nothing, and defines one public name."""
    source = python_source()
    assert source.isascii()
    tree = ast.parse(source)
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    defined = [node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)]
    assert [name for name in defined if not name.startswith("_")] == ["mentions"]
    assert text.identity() in source
