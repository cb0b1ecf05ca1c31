"""Reads `mentions_evasions.txt` and `mentions_innocents.txt`: what the REM lexicon of the library must and must not find."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path


def lexicon() -> tuple[str, ...]:
    """The terms of `RemTerms`, as the library's policy states them."""
    source = files("aln.library").joinpath("policies/rem_exclusion.aln").read_text(encoding="utf-8")
    found = re.search(r"\n +lexicon RemTerms \{(.*?)\}", source, re.DOTALL)
    assert found is not None
    return tuple(re.findall(r'"([^"]+)";', found[1]))


TERMS = lexicon()


def listed(name: str) -> list[tuple[str, str]]:
    """(text, reason) of every line of `mentions_<name>.txt`."""
    lines = Path(__file__).with_name(f"mentions_{name}.txt").read_text(encoding="ascii").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(text.encode("ascii").decode("unicode_escape"), reason) for text, reason in pairs]


def corpus() -> list[tuple[bool, str]]:
    """(caught, text) of every line of both lists."""
    return [(True, t) for t, _ in listed("evasions")] + [(False, t) for t, _ in listed("innocents")]
