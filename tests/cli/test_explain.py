"""`aln explain`."""

from __future__ import annotations

import re

import pytest

from aln.cli.explain import pages
from tests.cli.conftest import Aln


@pytest.mark.parametrize("kind", ["rule", "obligation"])
def test_a_page_is_printed_as_it_is(aln: Aln, kind: str) -> None:
    """In a pipe the page comes word for word but for its comments, whatever the case of the code; JSON has its title
    and kind."""
    code, (_, file) = next((code, page) for code, page in pages().items() if page[0] == kind)
    text = re.sub(r"<!--.*?-->\n\n?", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert "aln prelude" not in text
    assert aln("explain", code.lower()).out.strip() == text.strip()
    document = aln("explain", code, "--format", "json").document
    assert (document["code"], document["kind"], document["text"]) == (code, kind, text)
    assert document["title"] in text.splitlines()[0]


def test_an_unknown_code_is_a_usage_error(aln: Aln) -> None:
    """An unknown code ends with 2 and suggests those that are close; the error has its own document."""
    done = aln("explain", "ALN0119")
    assert (done.code, done.out) == (2, "")
    assert "`ALN0119`" in done.err and "did you mean `ALN" in done.err
    document = aln("explain", "nonsense!", "--format", "json").document
    assert (document["schema"], document["exit_code"]) == ("aln/error/v1", 2)
