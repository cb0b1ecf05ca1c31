"""Reads `mentions.txt`: what `mentions(text, TERMS)` must answer, in core and in every target."""

from __future__ import annotations

from pathlib import Path

TERMS = ("rem", "r e m")


def corpus() -> list[tuple[bool, str]]:
    """(caught, text) of every line."""
    lines = Path(__file__).with_name("mentions.txt").read_text(encoding="ascii").splitlines()
    pairs = [line.split("\t", 1) for line in lines if line and not line.startswith("#")]
    assert {kind for kind, _ in pairs} == {"caught", "innocent"}
    return [(kind == "caught", text.encode("ascii").decode("unicode_escape")) for kind, text in pairs]
