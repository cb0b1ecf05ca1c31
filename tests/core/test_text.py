"""The meaning of `mentions`: the letter table, evasions and innocents, term containment, witness texts."""

from __future__ import annotations

import importlib.util
import os
import random
from string import ascii_lowercase

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aln.core import text
from tests.core.mentions_corpus import TERMS, listed

SETTINGS = settings(derandomize=True, max_examples=300, deadline=None, database=None)

# Few tokens, so that terms often contain one another.
words = st.lists(st.sampled_from(["a", "b", "x", "rem"]), min_size=1, max_size=3).map(" ".join)


def _require_generator() -> None:
    if importlib.util.find_spec("unicodedata2") is not None:
        return
    reason = "unicodedata2 is not installed"
    if os.environ.get("ALN_REQUIRE_TOOLCHAINS") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


def test_every_code_point_is_read_in_exactly_one_way() -> None:
    """The ranges are in order, without overlap, and name a letter or nothing."""
    previous = -1
    for first, last, target in text.ranges():
        assert previous < first <= last <= 0x10FFFF
        assert target == "" or target in ascii_lowercase
        previous = last


def test_the_committed_table_is_the_derived_one() -> None:
    """The table derived from the Unicode 16.0 data is the committed file, and the check mode says so."""
    _require_generator()
    from tools import letters

    assert letters.TARGET.read_text(encoding="ascii") == letters.generate()
    assert letters.main(["--check"]) == 0


def test_the_check_mode_refuses_an_altered_table(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table that differs in one line makes the check exit 1 and name the command that repairs it."""
    _require_generator()
    from pathlib import Path

    from tools import letters

    altered = Path(str(tmp_path)) / "letters.txt"
    altered.write_text(letters.TARGET.read_text(encoding="ascii").replace("r 52", "p 52"), encoding="ascii")
    monkeypatch.setattr(letters, "TARGET", altered)
    assert letters.main(["--check"]) == 1
    assert "python -m tools.letters" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("chars", "target"),
    [
        ("\u0300\u0903\u20dd", ""),
        ("\u00ad\u200b\u200c\u200d\u2060\ufeff\u202e\u2066\ufe0f\u034f\u115f\u3164", ""),
        ("\U000e0001\U000e0072\U000e0100\u2065", ""),
        ("\x00\t\n\x7f 09_-.'\u00b2\u0663\u4e00\u00e6\ufb01\u00ae\ud800\udfff\u0378\ue000\U0010ffff", " "),
        ("rR\uff32\u24c7\U0001d411\u0158\u0280\U0001f161\U0001f1f7\u0433\u042f\u13a1\ua4e3\u1587", "r"),
        ("eE\u00e9\u0435\u0415\u0395\u20ac\u2c88\u13ac\ua4f0\u0259\u1d49", "e"),
        ("mM\u043c\u041c\u039c\u13b7\ua4df\u2c6e\u217f\u2133", "m"),
        ("p\u0440\u03c1\u0420\u03a1", "p"),
    ],
)
def test_named_code_points_are_read_as_the_rule_says(chars: str, target: str) -> None:
    """Marks and ignorables vanish; digits, controls, surrogates separate; look-alikes are letters."""
    expected = {"": "xx", " ": "x x"}.get(target, f"x{target}x")
    assert {char: text.normalise(f"x{char}x") for char in chars} == dict.fromkeys(chars, expected)


def test_evasions_are_caught_and_innocents_are_not() -> None:
    """Each line of the two lists is answered as it says; each has at least 200 different texts, with a reason."""
    evasions, innocents = listed("evasions"), listed("innocents")
    for lines in (evasions, innocents):
        assert len({value for value, _ in lines}) == len(lines) >= 200
        assert all(reason for _, reason in lines)
    assert [line for line in evasions if not text.mentions(line[0], TERMS)] == []
    assert [line for line in innocents if text.mentions(line[0], TERMS)] == []


@pytest.mark.parametrize(
    "word", ["rem", "REM_STIM", "REM2", "R.E.M.", "ＲＥＭ", "rém", "r\u200bem", "r\u00adem"]
)
def test_the_spellings_of_the_reference_are_caught(word: str) -> None:
    """The spellings that the language reference promises to catch are caught."""
    assert text.mentions(f"A {word} study", TERMS)


@pytest.mark.parametrize("word", ["tremor", "remission", "premier", "theorem", "remove", ""])
def test_the_words_of_the_reference_are_innocent(word: str) -> None:
    """The words that the language reference promises to let pass are let pass."""
    assert not text.mentions(f"A {word} study", TERMS)


def test_a_digit_is_a_separator() -> None:
    """A digit never stands for a letter: `R3M` is two tokens, and only a term that says so finds it."""
    assert text.tokens("R3M") == ("r", "m")
    assert not text.mentions("R3M", ["rem"])
    assert text.mentions("R3M", ["r m"])


@pytest.mark.parametrize("term", ["", "  ", "123", "\u0301", "日本"])
def test_a_term_without_letters_is_refused_wherever_it_is_used(term: str) -> None:
    """A term without a letter is an error, whatever the text and the other terms."""
    for use in (
        lambda: text.term(term),
        lambda: text.mentions("rem", ["rem", term]),
        lambda: text.contains("rem", term),
        lambda: text.contains(term, "rem"),
        lambda: text.synthesise([term], [], ()),
        lambda: text.synthesise([], [term], ()),
    ):
        with pytest.raises(ValueError, match="has no letter"):
            use()


def test_no_terms_are_never_mentioned() -> None:
    """An empty lexicon is mentioned by no text."""
    assert not text.mentions("rem", [])


def test_ascii_is_read_as_the_table_reads_it() -> None:
    """The fast way for ASCII texts agrees with the slow way, which a mark, read as nothing, forces."""

    @SETTINGS
    @given(st.text(st.characters(max_codepoint=127)))
    def check(value: str) -> None:
        assert text.normalise(value) == text.normalise(value + "\u0301")

    check()
    for code in range(128):
        assert text.normalise(f"a{chr(code)}b") == text.normalise(f"a{chr(code)}b\u0301")


def test_normal_form_is_tokens_and_idempotent() -> None:
    """Any string normalises to letters and single spaces, and the normal form is its own."""

    @SETTINGS
    @given(st.text(st.characters(exclude_categories=())))
    def check(value: str) -> None:
        form = text.normalise(value)
        assert form == " ".join(text.tokens(value)) == text.normalise(form)
        assert set(form) <= set(ascii_lowercase + " ")

    check()


def test_term_containment_is_exact() -> None:
    """`contains(a, b)` says that no text mentions a without b; if it does not, `a` is the witness."""
    seen: set[tuple[bool, bool]] = set()

    @SETTINGS
    @given(words, words, st.lists(words, max_size=4).map(" ".join))
    def check(a: str, b: str, value: str) -> None:
        contained = text.contains(a, b)
        seen.add((contained, text.mentions(value, [a])))
        if contained:
            assert text.mentions(value, [b]) or not text.mentions(value, [a])
        else:
            assert text.mentions(a, [a])
            assert not text.mentions(a, [b])

    check()
    assert len(seen) == 4


def test_witness_texts_are_what_was_asked() -> None:
    """A witness mentions the true terms, no false one, and is no text to avoid; None means impossible."""
    rng = random.Random(16)
    vocabulary = [
        "x",
        "y",
        "rem",
        "r e m",
        "rem x",
        "x rem",
        "sleep",
        "paradoxical sleep",
        "sleep rem",
        "rem x sleep",
    ]
    impossible = found = 0
    for _ in range(1500):
        true_terms = rng.sample(vocabulary, rng.randint(0, 3))
        false_terms = rng.sample(vocabulary, rng.randint(0, 4))
        closed = not any(text.contains(a, b) for a in true_terms for b in false_terms)
        avoid: set[str] = set()
        for _ in range(4):
            witness = text.synthesise(true_terms, false_terms, avoid)
            assert (witness is not None) == closed
            if witness is None:
                impossible += 1
                break
            found += 1
            assert witness not in avoid
            assert all(text.mentions(witness, [each]) for each in true_terms)
            assert not text.mentions(witness, false_terms)
            avoid.add(witness)
    assert impossible > 100
    assert found > 100


def test_witness_texts_are_short_and_plain() -> None:
    """The plainest text is tried first; a filler parts terms only where joining them would say too much."""
    assert text.synthesise(["rem"], ["r e m"], ()) == "rem"
    assert text.synthesise(["paradoxical sleep", "rem"], [], ()) == "paradoxical sleep rem"
    assert text.synthesise(["paradoxical sleep", "rem"], ["sleep rem"], ()) == "paradoxical sleep x rem"
    assert text.synthesise(["rem", "rem sleep"], [], ()) == "rem sleep"
    assert text.synthesise([], ["rem"], ()) == "x"
    assert text.synthesise(["rem"], [], ("rem",)) == "rem x"


def test_the_pairs_and_the_ignored_are_the_table() -> None:
    """What backends print is the whole table: letters in pairs, ASCII first, and the ignored characters."""
    source, target = text.letter_pairs()
    assert len(source) == len(target) == len(set(source))
    assert (source[:3], target[:3], source[26:29]) == ("ABC", "abc", "abc")
    assert all(text.normalise(char) == letter for char, letter in zip(source, target, strict=True))
    assert all(text.normalise(f"x{char}x") == "xx" for char in text.ignored_chars())
    mapped = sum(last - first + 1 for first, last, _ in text.ranges())
    assert mapped == len(source) + len(set(text.ignored_chars()))


def test_the_identity_names_the_unicode_version_and_the_content() -> None:
    """Generated files can name the table they carry: Unicode version, format and the hash of its lines."""
    version, form, digest = text.identity().split(", ")
    assert (version, form) == ("Unicode 16.0", "format 1")
    assert len(digest.removeprefix("sha256 ")) == 64
