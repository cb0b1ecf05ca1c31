"""`aln explain`: the page of a rule or of an obligation."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

from aln.cli.inputs import fault
from aln.cli.results import GOOD, Result

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from rich.console import RenderableType

__all__ = ["Explained", "explain", "pages"]

_ROOMS = {"aln.checker": "rule", "aln.verifier": "obligation"}


@dataclass(frozen=True, slots=True)
class Explained(Result):
    """One page: its code, whether it is a rule's or an obligation's, and its Markdown."""

    code: str
    kind: str
    page: str

    @property
    def exit_code(self) -> int:
        return GOOD

    def document(self) -> dict[str, Any]:
        title = next(
            (line.lstrip("# ") for line in self.page.splitlines() if line.startswith("#")), self.code
        )
        return {
            "schema": "aln/explain/v1",
            "code": self.code,
            "kind": self.kind,
            "title": title or self.code,
            "text": self.page,
        }

    def text(self) -> Iterator[RenderableType]:
        if sys.stdout.isatty():
            from rich.markdown import Markdown

            yield Markdown(self.page)
        else:
            yield self.page.rstrip("\n")


def pages() -> dict[str, tuple[str, Traversable]]:
    """Every page that the package carries: code to kind and file."""
    found: dict[str, tuple[str, Traversable]] = {}
    for room, kind in _ROOMS.items():
        folder = resources.files(room) / "pages"
        for file in sorted(folder.iterdir(), key=lambda f: f.name) if folder.is_dir() else ():
            if file.name.endswith(".md"):
                found[file.name.removesuffix(".md")] = kind, file
    return found


def explain(code: str) -> Explained:
    """The page of a rule code (`ALN0101`) or an obligation kind (`claim`), in either case of letters."""
    every = pages()
    wanted = {name.lower(): name for name in every}
    name = wanted.get(code.strip().lower())
    if name is None:
        close = difflib.get_close_matches(code.strip().lower(), wanted, 3)
        kinds = ", ".join(name for name, (kind, _) in every.items() if kind == "obligation")
        help = f"a rule has a code such as `ALN0101`; the obligations are {kinds}"
        if close:
            help = "did you mean " + " or ".join(f"`{wanted[c]}`" for c in close) + "?"
        raise fault(f"there is no rule or obligation `{code}`", help)
    kind, file = every[name]
    # What a comment holds is for the tests that run the page's blocks.
    page = re.sub(r"<!--.*?-->\n+", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    return Explained(name, kind, page)
