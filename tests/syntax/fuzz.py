"""Inputs of every kind for the front of the compiler, and what must be true of its answer to each.

`made(number)` is an input that its number alone decides; `examined(number)` puts it through decode, parse, format and
check and gives the kind of answer. Run as a program (`python -m tests.syntax.fuzz FIRST COUNT`) it does so within
limits of memory and of processor time for each input, and prints what it found wrong.
"""

from __future__ import annotations

import functools
import random
import re
import resource
import signal
import sys
import traceback
from collections import Counter
from types import FrameType

from lark.grammar import Rule

from aln.diagnostics import Diagnostic
from aln.lower.module import lower
from aln.pipeline import Source, front
from aln.syntax import decode, format_module, parse
from aln.syntax._tables import MARKS, WORDS
from tools.regen_grammar import ROOT, grammar

__all__ = ["KINDS", "examined", "made"]

FILE = "x.aln"
SECONDS = 20
"""The processor time that one input may take."""
MEMORY = 2 << 30
"""The memory that the whole process may take, in bytes."""
LONGEST = 4_000
ANSWERS = ("sound", "warned", "unsound", "recovered", "refused", "unreadable")

FOLDERS = ("grammar/conformance", "aln/library", "checker/rules", "verifier/corpus", "tests/checker")
TOKEN = re.compile(
    r'"(?:[^"\\\n]|\\.)*"?|//[^\n]*|/\*.*?\*/|[A-Za-z_][A-Za-z0-9_]*|[0-9]+(?:\.[0-9]+)?|\s+|.', re.S
)
NAMES = (
    "a",
    "b",
    "x",
    "E",
    "F",
    "P",
    "Q",
    "now",
    "actor",
    "E.a",
    "M_v1_0_0",
    "text",
    "bool",
    "uuid",
    "int64",
)
OPERATORS = ("and", "or", "implies", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/")
NUMBERS = (
    "0",
    "1",
    "2",
    "0.5",
    "00",
    "1.",
    ".5",
    "1e9",
    "0x1F",
    "9" * 40,
    "9" * 41,
    "0." + "0" * 38 + "1",
    "1_0",
    "١٢",
)
TEXTS = (
    '""',
    '"rem"',
    '"a\\"b"',
    '"\\u{1F600}"',
    '"2026-01-01T00:00:00Z"',
    '"\\u{D800}"',
    '"\\q"',
    '"mm"',
    "'x'",
    '"',
)
ODD = (
    "\0",
    "\ufeff",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\v",
    "\f",
    "\x1b",
    "\x85",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\u2028",
    "\ud800",
)
MORE = ("\udfff", "\U000e0001", "é", "Е", "睡", "ﬁ", "“", "≤", "→", "§", "#", "\\", "$", "%", "&&", "||", "!", "///", "/*", "*/", "//")  # fmt: skip
NESTS = (
    ("(", ")"), ("[", "]"), ("{", "}"), ("not ", ""), ("-", ""), ("f(", ")"), ("if a then b else ", ""), ("if ", ""),
    ("all x in s : ", ""), ("a implies ", ""), ("a and ", ""), ("1 + ", ""), ("list<", ">"), ("{ a : ", " }"),
    ('branch "b" { ', " }"), ("/*", "*/"), ('"', '"'), ("module M { ", " }"), ("enum[", "]"), ("a.", ""), ("; ", ""),
)  # fmt: skip
SLOTS = (
    "%s",
    "module M { constants { A : %s; } }",
    'module M { entity E { a : bool; } policy P for E x { require %s because "w"; } }',
    "module M { entity E { a : %s; } }",
    'module M { behavior_tree T { root "r" { %s } } }',
    "module M { const T[] : list<E> = [ %s ]; }",
    "module M { machine A every 1 s { let a = %s; } }",
)


@functools.cache
def corpus() -> tuple[str, ...]:
    """The ALN texts of the repository, the long ones left out."""
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.aln"))
    texts = (path.read_bytes().decode("utf-8", "replace") for path in paths)
    return tuple(text for text in texts if len(text) <= LONGEST)


@functools.cache
def productions() -> dict[str, list[tuple[int, Rule]]]:
    """The productions of each symbol of the grammar, each with the least depth at which it can end."""
    rules: dict[str, list[Rule]] = {}
    for rule in grammar().rules:
        rules.setdefault(str(rule.origin.name), []).append(rule)
    depths: dict[str, int] = {}
    changed = True
    while changed:
        changed = False
        for symbol, choices in rules.items():
            ends = [_depth(rule, depths) for rule in choices]
            least = min((end for end in ends if end is not None), default=None)
            if least is not None and least < depths.get(symbol, 1_000):
                depths[symbol], changed = least, True
    return {
        symbol: sorted(((_depth(rule, depths) or 0, rule) for rule in choices), key=lambda choice: choice[0])
        for symbol, choices in rules.items()
    }


def _depth(rule: Rule, depths: dict[str, int]) -> int | None:
    inner = [1 if symbol.is_term else depths.get(str(symbol.name)) for symbol in rule.expansion]
    return None if None in inner else 1 + max((depth for depth in inner if depth is not None), default=0)


def _sentence(rng: random.Random) -> str:
    """A text that the grammar derives: names and values at random, every clause in some place."""
    rules = productions()
    spelt = {kind: word for word, kind in (*WORDS.items(), *MARKS.items())}
    out: list[str] = []
    names = NAMES if rng.random() < 0.7 else (*NAMES, *WORDS)

    def grow(symbol: str, budget: int) -> None:
        choices = rules[symbol]
        # what has grown long enough ends as soon as it can
        deepest = budget if len(out) < 600 and budget >= choices[0][0] else choices[0][0]
        rule = rng.choice([rule for end, rule in choices if end <= deepest])
        for part in rule.expansion:
            name = str(part.name)
            if not part.is_term:
                grow(name, budget - 1)
            elif name == "NAME":
                out.append(rng.choice(names).split(".")[0])
            elif name == "NUMBER":
                out.append(rng.choice(("0", "1", "2", "10", "0.5", "3600")))
            elif name == "STRING":
                out.append(rng.choice(TEXTS[:5]))
            elif name == "DOC":
                out.append("/// said\n")
            else:
                out.append(
                    spelt.get(name, {"IF": "if", "OPTIONAL": "?", "KEY": "key"}.get(name, name.lower()))
                )

    grow("start", rng.randrange(12, 34))
    return " ".join(out)


def _bytes(rng: random.Random) -> bytes:
    if rng.random() < 0.3:
        return rng.randbytes(rng.randrange(200))
    data = bytearray(rng.choice(corpus()).encode("utf-8"))
    for _ in range(rng.randrange(1, 6)):
        at = rng.randrange(len(data) + 1)
        data[at : at + rng.randrange(2)] = rng.choice(
            (b"\0", b"\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", rng.randbytes(2))
        )
    return bytes(data)


def _soup(rng: random.Random) -> str:
    tokens = (*WORDS, *MARKS, *MARKS, *NAMES, *NUMBERS, *TEXTS, *ODD, *MORE)
    soup = rng.choice((" ", "", "\n")).join(rng.choice(tokens) for _ in range(rng.randrange(1, 80)))
    return rng.choice(("", "module M { ", "overlay M { entity E { ")) + soup + rng.choice(("", " }"))


def _pieces(text: str) -> list[str]:
    return TOKEN.findall(text)


def _mutated(rng: random.Random) -> str:
    pieces = _pieces(rng.choice(corpus()))
    tokens = (*WORDS, *MARKS, *NAMES, *NUMBERS, *TEXTS)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 8))):
        if not pieces:
            break
        at, other = rng.randrange(len(pieces)), rng.randrange(len(pieces))
        match rng.randrange(6):
            case 0:
                del pieces[at]
            case 1:
                pieces.insert(at, pieces[at])
            case 2:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case 3:
                pieces[at] = rng.choice(tokens)
            case 4:
                pieces.insert(at, f" {rng.choice(tokens)} ")
            case _:
                del pieces[at : at + rng.randrange(12)]
    return "".join(pieces)


def _spliced(rng: random.Random) -> str:
    one, two = _pieces(rng.choice(corpus())), _pieces(rng.choice(corpus()))
    if rng.random() < 0.4:
        return "".join(one[: rng.randrange(len(one) + 1)])
    return "".join(one[: rng.randrange(len(one) + 1)] + two[rng.randrange(len(two) + 1) :])


def _odd(rng: random.Random) -> str:
    text = rng.choice(corpus())
    for _ in range(rng.randrange(1, 4)):
        at = rng.randrange(len(text) + 1)
        text = text[:at] + rng.choice((*ODD, *MORE)) + text[at:]
    return text.replace("\n", rng.choice(("\n", "\r\n", "\r", "\u2028")))


def _numbered(rng: random.Random) -> str:
    pieces = _pieces(rng.choice(corpus()))
    spots = [at for at, piece in enumerate(pieces) if piece[:1].isdigit()]
    for at in rng.sample(spots, min(len(spots), rng.randrange(1, 4))):
        pieces[at] = rng.choice(
            (*NUMBERS, "9" * rng.randrange(1, 6_000), f"{rng.random():f}", str(rng.getrandbits(70)))
        )
    return "".join(pieces)


def _renamed(rng: random.Random) -> str:
    pieces = _pieces(rng.choice(corpus()))
    known = sorted({piece for piece in pieces if re.match(r"[A-Za-z_]", piece) and piece not in WORDS})
    if known:
        old, new = rng.choice(known), rng.choice((*WORDS, "if"))
        pieces = [new if piece == old else piece for piece in pieces]
    return "".join(pieces)


def _exchanged(rng: random.Random) -> str:
    """What still parses and means something else: names, numbers, texts and operators in one another's place."""
    pieces = _pieces(rng.choice(corpus())) or [""]
    for _ in range(rng.randrange(1, 5)):
        at = rng.randrange(len(pieces))
        alike = [one for one in pieces if _sort(one) == _sort(pieces[at])]
        pieces[at] = rng.choice(OPERATORS) if pieces[at] in OPERATORS else rng.choice(alike)
    return "".join(pieces)


def _sort(piece: str) -> str:
    if piece in WORDS:
        return f"word {piece}"
    first = piece[:1]
    if first.isalpha():
        return "name"
    return "number" if first.isdigit() else "text" if first == '"' else piece


def _commented(rng: random.Random) -> str:
    pieces = _pieces(rng.choice(corpus()))
    for mark in range(rng.randrange(1, 9)):
        comment = rng.choice(
            ("/* {} */", "// {}\n", "/* {}\n   more */", "/// {}\n", "\n// {}\n", "\n\n/* {} */\n\n")
        )
        pieces.insert(rng.randrange(len(pieces) + 1), comment.format(mark))
    return "".join(pieces)


def _nested(rng: random.Random) -> str:
    text, middle, end = "", rng.choice(("a", "1", "", '"t"')), ""
    depth = rng.choice((3, 30, 199, 201, 400, 5_000))
    chosen = rng.sample(NESTS, rng.randrange(1, 4))
    for _ in range(depth):
        opening, closing = rng.choice(chosen)
        text, end = text + opening, closing + end
    if rng.random() < 0.3:
        end = end[: rng.randrange(len(end) + 1)]
    return rng.choice(SLOTS) % (text + middle + end)


KINDS = {
    "bytes": _bytes, "soup": _soup, "sentence": _sentence, "mutated": _mutated, "spliced": _spliced, "odd": _odd,
    "numbered": _numbered, "renamed": _renamed, "nested": _nested,
    "exchanged": _exchanged,
    "commented": _commented,
}  # fmt: skip
WEIGHTS = (6, 8, 20, 20, 8, 8, 6, 8, 4, 12, 8)


def made(number: int) -> tuple[str, bytes | str]:
    """The input of a number, with its kind: bytes of a file, or a text (which alone can hold lone surrogates)."""
    rng = random.Random(f"aln {number}")
    kind = rng.choices(tuple(KINDS), WEIGHTS)[0]
    return kind, KINDS[kind](rng)


def examined(number: int) -> tuple[str, str]:
    """The kind of an input and of its answer. Raises AssertionError where the answer is not as it must be."""
    kind, given = made(number)
    text: str | None
    if isinstance(given, bytes):
        text, faults = decode(given, FILE)
        if text is None:
            _told(faults, 1, "")
            return kind, "unreadable"
    else:
        text = given
    module, faults = parse(text, FILE)
    _told(faults, 0 if module is not None else 1, text)
    if module is None:
        return kind, "refused"
    formatted = format_module(module)
    again, left = parse(formatted, FILE)
    assert again is not None and again.items == module.items, "formatting changed the tree"
    # a control character in a comment is reported, and the comment kept
    assert {d.code for d in left} <= {d.code for d in faults} & {"ALN0008"}, "formatting made a fault"
    checked, found = front(Source(FILE, text))
    _told(found, 0, text)
    assert checked is not None or module.overlay or found
    if faults:
        return kind, "recovered"
    assert again == module and format_module(again) == formatted, "formatting is not settled"
    kept = Counter(comment.text for comment in again.comments)
    assert kept == Counter(comment.text for comment in module.comments), "formatting lost a comment"
    _, refound = front(Source(FILE, formatted))
    assert Counter(d.code for d in found) == Counter(d.code for d in refound), "layout changed a finding"
    if checked is None or any(d.severity == "error" for d in found):
        return kind, "unsound"
    lower(checked)
    return kind, "warned" if found else "sound"


def _told(found: tuple[Diagnostic, ...], least: int, text: str) -> None:
    """Every diagnostic has a place in the file, a cause and a help, and reads as they are to read."""
    assert len(found) >= least, "no module and no diagnostic"
    lines = text.count("\n") + 1
    for d in found:
        span = d.span
        assert (1, 1) <= (span.line, span.column) <= (span.end_line, span.end_column), d
        assert span.file == FILE and (not text or span.line <= lines), d
        assert d.help and d.message and d.message == d.message.strip(), d
        assert not d.message[0].isupper() and not d.message.endswith("."), d
        assert not re.search(
            r"\b(NoneType|Traceback|tuple|dict)\b|<class|<aln|object at 0x", d.message + d.help
        ), d
        assert "\n" not in d.message + d.help, d


def _out_of_time(signum: int, frame: FrameType | None) -> None:
    raise TimeoutError(f"no answer within {SECONDS} s of processor time")


def main(first: int, count: int) -> int:
    """Examine inputs within limits; print what was wrong, then how many answers of each kind there were."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGPROF, _out_of_time)
    answers: Counter[str] = Counter()
    wrong = 0
    for number in range(first, first + count):
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            kind, answer = examined(number)
            answers[answer] += 1
            answers[f"{kind} {answer}"] += 1
        except Exception:  # whatever is raised is what is looked for
            wrong += 1
            print(f"input {number} ({made(number)[0]}):\n{traceback.format_exc(limit=-4)}", flush=True)
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    print(" ".join(f"{answer}={answers[answer]}" for answer in ANSWERS), flush=True)
    print(dict(sorted(answers.items())), file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), int(sys.argv[2])))
