"""What a text mentions: the meaning of `mentions(text, lexicon)`, the same in every target.

Takes texts and terms; gives tokens, answers, witness texts and the table for backends to print. Never calls
the platform's Unicode: versions differ between targets, and a rule must not change with them.

The rule. One pinned table (`letters.txt`, derived by `tools/letters.py`, Unicode 16.0) reads each
code point as a letter a–z, as nothing (marks, ignorables, zero-width, format characters) or as a
separator (all the rest: digits, `_`, `-`, space, controls, lone surrogates). A maximal run of
letters is a token; a term matches where its tokens stand in a row in the text. So `rem` is
mentioned by "REM_STIM", "REM2", "ＲＥＭ", "rém" and an R, a zero-width space and "em", not by
"tremor"; "R.E.M." is three tokens, found by the term `r e m`. A digit is never a letter: "R3M" is
the two tokens `r m`. One code point is never two letters: a ligature such as "ﬁ" is a separator. A
letter of another script that does not look like a Latin one is a separator.

Source: language reference, section Text.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from itertools import count, product

__all__ = [
    "contains",
    "identity",
    "ignored_chars",
    "letter_pairs",
    "mentions",
    "normalise",
    "ranges",
    "synthesise",
    "term",
    "tokens",
]

# What the table says of ASCII, so that an ASCII text does not load it.
_ASCII = bytes(byte | 0x20 if 65 <= byte <= 90 or 97 <= byte <= 122 else 0x20 for byte in range(256))


def normalise(text: str) -> str:
    """The letter tokens of `text`, joined by single spaces; empty when it has no letter. Total on strings."""
    if text.isascii():
        return b" ".join(text.encode("ascii").translate(_ASCII).split()).decode("ascii")
    return " ".join(text.translate(_table()).split())


def tokens(text: str) -> tuple[str, ...]:
    """The letter tokens of `text`, in order."""
    return tuple(normalise(text).split())


@lru_cache(maxsize=4096)
def term(text: str) -> str:
    """The normal form of a lexicon term: its letter tokens joined by single spaces (`stage 2` is `stage`).

    Raises: ValueError when it has no letter, since it would then be mentioned by every text or by none.
    """
    form = normalise(text)
    if not form:
        raise ValueError(f"the term `{text}` has no letter a–z, so no text can mention it")
    return form


def mentions(text: str, terms: Sequence[str]) -> bool:
    """Whether `text` mentions at least one of `terms`; false when there are none.

    Raises: ValueError for a term without a letter (see `term`), whatever the text.
    """
    forms = [f" {term(each)} " for each in terms]
    padded = f" {normalise(text)} "
    return any(form in padded for form in forms)


def contains(term_a: str, term_b: str) -> bool:
    """Whether every text that mentions `term_a` also mentions `term_b`: b's tokens stand in a row within a's.

    Exact: when it is false, the text `term_a` itself mentions a and not b. Raises: ValueError as `term` does.
    """
    return f" {term(term_b)} " in f" {term(term_a)} "


def synthesise(true_terms: Sequence[str], false_terms: Sequence[str], avoid: Collection[str]) -> str | None:
    """A short text that mentions each of `true_terms`, none of `false_terms`, and is no element of `avoid`.

    None exactly when a true term contains a false one. Deterministic. Raises: ValueError as `term` does.
    """
    wanted = _needed([term(each) for each in true_terms])
    banned = [term(each) for each in false_terms]
    if any(contains(want, ban) for want in wanted for ban in banned):
        return None
    return next(
        text for text in _witnesses(wanted, banned) if text not in avoid and _says(text, wanted, banned)
    )


def _says(text: str, wanted: Sequence[str], banned: Sequence[str]) -> bool:
    return all(mentions(text, [want]) for want in wanted) and not mentions(text, banned)


def _needed(terms: Sequence[str]) -> list[str]:
    """`terms` without those that another one already mentions."""
    distinct = list(dict.fromkeys(terms))
    return [one for one in distinct if not any(other != one and contains(other, one) for other in distinct)]


def _witnesses(wanted: Sequence[str], banned: Sequence[str]) -> Iterator[str]:
    """Candidates, plainest first, without end; from the second on each mentions `wanted` and not `banned`.

    INVARIANT: a filler is a token of no banned term, so no banned term matches across it.
    """
    taken = {token for ban in banned for token in ban.split()}
    filler = next(word for word in _fillers() if word not in taken)
    if len(wanted) > 1:
        yield " ".join(wanted)
    joined = f" {filler} ".join(wanted) or filler
    for length in count():
        yield joined + f" {filler}" * length


def _fillers() -> Iterator[str]:
    for length in count(1):
        yield from ("".join(letters) for letters in product("xyzabcdefghijklmnopqrstuvw", repeat=length))


# The table, for this module and for the backends that print it.


def ranges() -> tuple[tuple[int, int, str], ...]:
    """(first, last, target), sorted, of all but separators; target is a letter, or `""` for nothing."""
    return _load()[1]


def identity() -> str:
    """Which table this is, for a header of generated text: `Unicode 16.0, format 1, sha256 …`."""
    return f"Unicode 16.0, format 1, sha256 {_load()[0]}"


def letter_pairs() -> tuple[str, str]:
    """Two strings of equal length, by code point: every character read as a letter, and that letter."""
    pairs = [(chr(cp), letter) for first, last, letter in ranges() if letter for cp in range(first, last + 1)]
    return "".join(char for char, _ in pairs), "".join(letter for _, letter in pairs)


def ignored_chars() -> str:
    """Every character that is read as nothing, by code point."""
    return "".join(chr(cp) for first, last, letter in ranges() if not letter for cp in range(first, last + 1))


class _Separating(dict[int, str]):
    """Code point → letter or nothing; one that is absent is a separator, as `str.translate` asks for it."""

    def __missing__(self, key: int) -> str:
        return " "


@cache
def _table() -> _Separating:
    return _Separating((cp, letter) for first, last, letter in ranges() for cp in range(first, last + 1))


@cache
def _load() -> tuple[str, tuple[tuple[int, int, str], ...]]:
    from hashlib import sha256
    from importlib.resources import files

    text = files("aln.core").joinpath("letters.txt").read_text(encoding="ascii")
    lines = text.splitlines(keepends=True)
    body = "".join(line for line in lines if not line.startswith("#"))
    digest = sha256(body.encode("ascii")).hexdigest()
    if f"# sha256 of the lines below: {digest}\n" not in lines:
        # A damaged table would answer wrongly and silently.
        raise RuntimeError(
            "the letter table `letters.txt` is damaged: its lines are not those its header names"
        )
    found: list[tuple[int, int, str]] = []
    for line in body.splitlines():
        target, *items = line.split(" ")
        for item in items:
            first, _, last = item.partition("-")
            found.append((int(first, 16), int(last or first, 16), target.strip("-")))
    return digest, tuple(sorted(found))
