"""Every fenced code block of the pages does what the page says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.blocks import ROOT, Page, Wrong, blocks, matches

PAGES = [
    ROOT / "README.md",
    ROOT / "ARCHITECTURE.md",
    *sorted((ROOT / "docs").glob("*.md")),
    *sorted((ROOT / "checker").glob("rules/*/rule.md")),
    *sorted((ROOT / "verifier").glob("obligations/*/obligation.md")),
]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_block_does_what_the_page_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Modules check, claims have the verdict that is told, commands print what is shown, programs run."""
    monkeypatch.chdir(tmp_path)
    assert list(Page(page.read_text(encoding="utf-8"), tmp_path).run()) == []


GUARDED = """\
<!-- aln prelude
entity E { id : uuid key; n : int in 0 .. 9; }
policy P for E e { require e.n < 5 because "too many"; }
-->
"""


def wrong(text: str, folder: Path) -> list[str]:
    return list(Page(text, folder).run())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("```\nx\n```\n", "the info string ``"),
        ("```aln maybe\nmodule M {}\n```\n", "`maybe` is not known"),
        ("```aln\nmodule M { enum E { } }\n```\n", "ALN0110"),
        ("```aln\nmodule M {\n```\n", "ALN0004"),
        ("```aln refused ALN0110\nmodule M { enum E { A; } }\n```\n", "ALN0110 was to be reported"),
        ("```aln proved\nmodule M { }\n```\n", "there is nothing to prove"),
        ("```python\nraise ValueError('no')\n```\n", "ValueError: no"),
        ("```python\nprint(1)\n```\n```text\n2\n```\n", "the output is not"),
        ("```json\n{,}\n```\n", "not JSON"),
        ('```json\n{"schema": "aln/check/v1"}\n```\n', "diagnostics"),
        ("```sql\nSELEC 1;\n```\n", "not PostgreSQL"),
        ("```sh\nrm x\n```\n", "`rm` is not a command"),
    ],
)
def test_a_wrong_block_is_found(text: str, says: str, tmp_path: Path) -> None:
    """Each kind of block is really judged: one that does not do what it says is reported."""
    assert says in "".join(wrong(text, tmp_path))


@pytest.mark.parametrize(
    ("claim", "verdict", "right"),
    [
        ("e.n < 5", "proved", True),
        ("e.n < 4", "proved", False),
        ("e.n < 4", "refuted claim/c", True),
        ("e.n < 5", "refuted claim/c", False),
    ],
)
def test_a_fragment_is_proved_beside_the_prelude(
    claim: str, verdict: str, right: bool, tmp_path: Path
) -> None:
    """A fragment's claims are judged together with the items that the page began with."""
    text = f'{GUARDED}```aln fragment {verdict}\nclaim C : "c" for E e holds accepted(P, e) implies {claim};\n```\n'
    assert (wrong(text, tmp_path) == []) is right


def test_an_item_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    """A later fragment that declares a name again changes what follows is judged by."""
    weaker = '```aln fragment\npolicy P for E e { require e.n < 7 because "too many"; }\n```\n'
    claim = (
        '```aln fragment refuted claim/c\nclaim C : "c" for E e holds accepted(P, e) implies e.n < 5;\n```\n'
    )
    assert wrong(GUARDED + weaker + claim, tmp_path) == []
    assert wrong(GUARDED + claim, tmp_path) != []


def test_a_block_that_is_never_closed_is_wrong() -> None:
    """A fence without its end would hide every block after it."""
    with pytest.raises(Wrong, match="line 2"):
        blocks("text\n```aln\nmodule M { }\n")


@pytest.mark.parametrize(
    ("expected", "output", "same"),
    [
        ("a\nb\n", "a\nb\n", True),
        ("a\nb\n", "a\nc\n", False),
        ("a\n…\nd\n", "a\nb\nc\nd\n", True),
        ("a\n…\nd\n", "a\nd\n", True),
        ("a\n…\nd\n", "a\nb\n", False),
        ("it took … s\n", "it took 0.1 s\n", True),
        ("it took … s\n", "it took\n", False),
        ("a\n", "a   \n", True),
        ("a\n", "a\nb\n", False),
    ],
)
def test_an_ellipsis_stands_for_what_differs(expected: str, output: str, same: bool) -> None:
    """`…` alone on a line stands for lines, within a line for characters; all else is compared."""
    assert matches(expected, output) is same
