"""The fenced code blocks of a page, and what each must do: the rules that keep the pages true.

`aln`            a whole module: it checks without errors
`aln fragment`   items of the page's own module, which grows from block to block; an item takes the place of an
                 earlier one of its kind and name, and what stands in a comment `<!-- aln prelude … -->` comes first
  … file NAME    is also written to that file, for the commands that follow
  … refused CODE, … warned CODE, … refuted ID, … proved     what it must yield; a block that is refused, warned
                 about or refuted is not kept
`sh`             commands of `aln` run in the page's folder and exit with 0 (`sh exits N`: the last one with N); what
                 they print is the `text` block that follows at once, if one does; commands of others are not run
`python`         runs, in one namespace a page; what it prints is the `text` block that follows at once
`json`           is JSON; a document that names a schema of ours conforms to it
`sql`            parses as PostgreSQL
`text`           is output, where it follows a command, or a drawing
In an output `…` alone on a line stands for any lines, and within a line for any characters.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LIBRARY = Path("aln/library")
# Commands of others that a page may name without our running them.
OTHERS = ("make", "sudo", "git", "cd", "psql", "pip")
_FENCE = re.compile(r"^(`{3,})(.*)$")
_PRELUDE = re.compile(r"<!-- aln prelude\n(.*?)-->", re.S)
_HEAD = "module Page_v1_0_0 {\n"


class Wrong(Exception):
    """A block that does not do what its info string says."""


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: the words after its fence, its lines, and the line of the page on which it begins."""

    info: tuple[str, ...]
    text: str
    line: int
    end: int


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page. Raises Wrong for a fence that is never closed."""
    found: list[Block] = []
    lines = page.splitlines()
    opened: tuple[int, str, str] | None = None
    for number, line in enumerate(lines, 1):
        fence = _FENCE.match(line)
        if opened is None:
            if fence:
                opened = number, fence[1], fence[2]
        elif fence and fence[1] == opened[1] and not fence[2].strip():
            start, _, info = opened
            text = "".join(f"{x}\n" for x in lines[start : number - 1])
            found.append(Block(tuple(info.split()), text, start, number))
            opened = None
    if opened is not None:
        raise Wrong(f"line {opened[0]}: the block is never closed")
    return found


def matches(expected: str, output: str) -> bool:
    """Whether an output is the expected one, `…` standing for what may differ."""
    pattern = ""
    for line in expected.rstrip("\n").split("\n"):
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*".join(re.escape(part) for part in line.rstrip().split("…")) + r"[ \t]*\n"
    return re.fullmatch(pattern, output.rstrip("\n") + "\n") is not None


class Page:
    """One page being run, block by block, in its own folder."""

    def __init__(self, text: str, folder: Path) -> None:
        self.blocks = blocks(text)
        self.folder = folder
        self.items: dict[tuple[str, str], str] = {}
        self.names: dict[str, Any] = {"__name__": "page"}
        self.kinds: dict[str, Callable[[Block, Block | None], bool]] = {
            "aln": self._aln,
            "sh": self._sh,
            "python": self._python,
            "json": self._json,
            "sql": self._sql,
            "text": lambda block, after: False,
        }
        if any(b.info[:1] in (("sh",), ("python",)) for b in self.blocks):
            shutil.copytree(ROOT / LIBRARY, folder / LIBRARY)
        for prelude in _PRELUDE.findall(text):
            self._keep(prelude)

    def run(self) -> Iterator[str]:
        """What is wrong, one line a block."""
        skip = False
        for i, block in enumerate(self.blocks):
            if skip:
                skip = False
                continue
            after = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
            if after is not None and (after.info != ("text",) or after.line > block.end + 2):
                after = None
            try:
                if not block.info or block.info[0] not in self.kinds:
                    raise Wrong(f"the info string `{' '.join(block.info)}` is not known")
                skip = self.kinds[block.info[0]](block, after)
            except Wrong as why:
                yield f"line {block.line}: {why}"

    # ── ALN ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _aln(self, block: Block, after: Block | None) -> bool:
        words = list(block.info[1:])
        fragment = words[:1] == ["fragment"]
        del words[: int(fragment)]
        if words[:1] == ["file"]:
            self._write(words[1], block.text)
            del words[:2]
        text, first = (self._module(block.text), None) if fragment else (block.text, 1)
        if first is None:
            first = text.count("\n") - block.text.count("\n")
        must, what = (words + ["checks", ""])[:2] if words else ("checks", "")
        if must in ("checks", "proved", "refuted"):
            self._judge(text, first, must, what)
        elif must in ("refused", "warned"):
            self._diagnosed(text, must, what)
        else:
            raise Wrong(f"`{must}` is not known after `aln`")
        if fragment and must in ("checks", "proved"):
            self._keep(block.text)
        return False

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _parsed(self, text: str) -> list[tuple[tuple[str, str], str]]:
        """The items of a text with their kinds and names, as written."""
        from aln.syntax.parse import parse

        whole = f"{_HEAD}{text}}}\n"
        module, found = parse(whole, "page.aln")
        if module is None or found:
            raise Wrong("; ".join(f"{d.code} on its line {d.span.line - 1}: {d.message}" for d in found))
        lines = whole.splitlines()
        out = []
        for item in module.items:
            span = item.span
            own = lines[span.line - 1 : span.end_line]
            own[-1] = own[-1][: span.end_column - 1]
            own[0] = own[0][span.column - 1 :]
            name = str(getattr(item, "name", getattr(item, "id", "")))
            out.append(((type(item).__name__, name), "\n".join(own)))
        return out

    def _keep(self, text: str) -> None:
        self.items |= dict(self._parsed(text))

    def _module(self, fragment: str) -> str:
        """The page's module with a fragment as its last items."""
        try:
            own = dict(self._parsed(fragment))
        except Wrong:
            own = {}
        earlier = "".join(f"{text}\n" for key, text in self.items.items() if key not in own)
        return f"{_HEAD}{earlier}{fragment}}}\n"

    def _diagnosed(self, text: str, must: str, code: str) -> None:
        from aln.pipeline import Source, front

        _, found = front(Source("page.aln", text))
        severity = "error" if must == "refused" else "warning"
        if not any(d.code == code and d.severity == severity for d in found):
            said = ", ".join(f"{d.code} ({d.severity})" for d in found) or "nothing"
            raise Wrong(f"{code} was to be reported as an {severity}, found {said}")

    def _judge(self, text: str, first: int, must: str, what: str) -> None:
        from aln.pipeline import Source, core, front
        from aln.verifier.obligations import obligations
        from aln.verifier.prove import prove

        source = Source("page.aln", text)
        _, found = front(source)
        errors = [d for d in found if d.severity == "error"]
        if errors:
            raise Wrong(
                "; ".join(f"{d.code} on its line {d.span.line - first + 1}: {d.message}" for d in errors)
            )
        if must == "checks":
            return
        wanted = [o for o in obligations(core(source)) if o.span.line >= first]
        if must == "refuted":
            wanted = [o for o in wanted if o.id.endswith(f"/{what}")]
        if not wanted:
            raise Wrong(f"there is no obligation `{what}`" if what else "there is nothing to prove")
        for verdict in prove(wanted):
            if verdict.status != must:
                raise Wrong(f"{verdict.obligation.id} is {verdict.status}: {verdict.reason}")

    # ── commands, programs, documents ────────────────────────────────────────────────────────────────────────

    def _sh(self, block: Block, after: Block | None) -> bool:
        code, ran = 0, False
        output = io.StringIO()
        for line in block.text.replace("\\\n", " ").splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] == ["aln"]:
                if code:
                    raise Wrong(f"a command before `{line}` exits with {code}")
                ran = True
                with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
                    code = _command(words[1:])
            elif words and words[0] not in OTHERS:
                raise Wrong(f"`{words[0]}` is not a command that a page may name")
        wanted = int(block.info[2]) if block.info[1:2] == ("exits",) else 0
        if ran and code != wanted:
            raise Wrong(f"the command exits with {code}, not {wanted}:\n{output.getvalue()}")
        if not ran or after is None:
            return False
        return _compared(after, output.getvalue())

    def _python(self, block: Block, after: Block | None) -> bool:
        output = io.StringIO()
        sys.path.insert(0, str(self.folder))
        try:
            with contextlib.redirect_stdout(output):
                exec(compile(block.text, f"line {block.line}", "exec"), self.names)
        except Exception as why:
            raise Wrong(f"{type(why).__name__}: {why}") from why
        finally:
            sys.path.remove(str(self.folder))
        return after is not None and _compared(after, output.getvalue())

    def _json(self, block: Block, after: Block | None) -> bool:
        from aln.evidence import schema

        try:
            document = json.loads(block.text)
        except json.JSONDecodeError as why:
            raise Wrong(f"it is not JSON: {why}") from why
        if isinstance(document, dict) and "schema" in document:
            faults = schema.validate(document)
            if faults:
                raise Wrong("; ".join(fault.message for fault in faults))
        return False

    def _sql(self, block: Block, after: Block | None) -> bool:
        import pglast

        try:
            pglast.parse_sql(block.text)
        except pglast.parser.ParseError as why:
            raise Wrong(f"it is not PostgreSQL: {why}") from why
        return False


def _compared(expected: Block, output: str) -> bool:
    if not matches(expected.text, output):
        raise Wrong(f"the output is not what line {expected.line} shows:\n{output}")
    return True


def _command(words: list[str]) -> int:
    from aln.cli.entry import main

    try:
        return main(words) or 0
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 0 if stop.code is None else 2
