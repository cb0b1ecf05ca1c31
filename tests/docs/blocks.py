"""The fenced code blocks of a page, and what each must do: the rules that keep the pages true.

`aln`            a whole module: it checks without errors
`aln fragment`   items of the page's module, which grows from block to block: an item takes the place of the earlier
                 one of its kind and name, or comes last. What stands in `<!-- aln prelude … -->` comes first
  … file NAME    the module is written to that file, for the commands that follow; a whole module written to a file
                 becomes the page's module
  … refused CODE, … warned CODE, … refuted ID, … proved     what it must yield; a block that is refused, warned
                 about or refuted is not kept
`sh`             commands of `aln` run in the page's folder and exit with 0 (`sh exits N`: the last one with N); what
                 they print is the `text` block that follows at once, if one does; commands of others are not run, but
                 for `cd`, which holds to the end of the block
`python`         runs, in one namespace a page; what it prints is the `text` block that follows at once
`json`           is JSON; a document that names a schema of ours conforms to it
`sql`            parses as PostgreSQL
`text`           is output, where it follows a command, or a drawing
`toml`, `md`     parse as TOML; are anything
On a page of the rule book the headings say it: an `aln` block under *Avoid* yields the page's code, one under *Prefer*
does not and has no errors; each is a module, or the items of one. Other documents there are judged by their own tests.

In an output `…` alone on a line stands for any lines, and within a line for any characters.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import re
import shlex
import shutil
import sys
import tomllib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from aln.diagnostics import Diagnostic, Span

ROOT = Path(__file__).parents[2]
# What of the repository a page's commands may name.
SHIPPED = (Path("aln/library"), Path("verifier/corpus"))
# Commands of others that a page may name without our running them.
OTHERS = ("make", "sudo", "git", "psql", "pip")
_FENCE = re.compile(r"^(`{3,})(.*)$")
_PRELUDE = re.compile(r"<!-- aln prelude\n(.*?)-->", re.S)
_Key: TypeAlias = tuple[str, str]


class Wrong(Exception):
    """A block that does not do what its info string says."""


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block: the words after its fence, its text, its first and last line, the heading it stands under."""

    info: tuple[str, ...]
    text: str
    line: int
    end: int
    section: str


def blocks(page: str) -> list[Block]:
    """The fenced blocks of a page. Raises Wrong for a fence that is never closed."""
    found: list[Block] = []
    lines = page.splitlines()
    opened: tuple[int, str, str] | None = None
    section = ""
    for number, line in enumerate(lines, 1):
        fence = _FENCE.match(line)
        if opened is None:
            if line.startswith("#"):
                section = line.lstrip("# ")
            if fence:
                opened = number, fence[1], fence[2]
        elif fence and fence[1] == opened[1] and not fence[2].strip():
            start, _, info = opened
            text = "".join(f"{x}\n" for x in lines[start : number - 1])
            found.append(Block(tuple(info.split()), text, start, number, section))
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
        rule = re.match(r"# (ALN\d{4}): ", text)
        self.code = rule[1] if rule else ""
        self.folder = folder
        self.module = "module Page_v1_0_0 {\n}\n"
        self.names: dict[str, Any] = {"__name__": "page"}
        self.kinds: dict[str, Callable[[Block, Block | None], bool]] = {
            "aln": self._aln,
            "sh": self._sh,
            "python": self._python,
            "json": self._json,
            "sql": self._sql,
            "toml": self._toml,
            "md": lambda block, after: False,
            "text": lambda block, after: False,
        }
        if any(b.info[:1] in (("sh",), ("python",)) for b in self.blocks):
            for shipped in SHIPPED:
                shutil.copytree(ROOT / shipped, folder / shipped)
        for prelude in _PRELUDE.findall(text):
            self.module, _ = _merged(self.module, prelude)

    def run(self) -> Iterator[str]:
        """What is wrong, one line a block."""
        skip = False
        for i, block in enumerate(self.blocks):
            if skip:
                skip = False
                continue
            after = self.blocks[i + 1] if i + 1 < len(self.blocks) else None
            if after is not None and (after.info != ("text",) or after.line > block.end + 3):
                after = None
            try:
                if not block.info or block.info[0] not in self.kinds:
                    raise Wrong(f"the info string `{' '.join(block.info)}` is not known")
                if self.code and block.section in ("Avoid", "Prefer"):
                    self._sibling(block)
                else:
                    skip = self.kinds[block.info[0]](block, after)
            except Wrong as why:
                yield f"line {block.line}: {why}"

    # ── ALN ──────────────────────────────────────────────────────────────────────────────────────────────────

    def _aln(self, block: Block, after: Block | None) -> bool:
        words = list(block.info[1:])
        fragment = words[:1] == ["fragment"]
        del words[: int(fragment)]
        name = words[1] if words[:1] == ["file"] and len(words) > 1 else ""
        del words[: 2 * bool(name)]
        must, what = (*words, "", "")[:2]
        lines: Collection[int] = range(1, block.text.count("\n") + 1)
        text = block.text
        if fragment:
            text, kept = _merged(self.module, text)
            lines = _lines(text, kept)
        if must in ("", "proved", "refuted"):
            self._judge(text, lines, must, what)
        elif must in ("refused", "warned"):
            self._diagnosed(text, must, what)
        else:
            raise Wrong(f"`{must}` is not known after `aln`")
        if name:
            self._write(name, text)
        if name or (fragment and must in ("", "proved")):
            self.module = text
        return False

    def _sibling(self, block: Block) -> None:
        """A block of the rule book, in the way that its heading says."""
        if block.info != ("aln",):
            if block.section == "Prefer":
                self.kinds[block.info[0]](block, None)
            return
        whole = block.text.lstrip().startswith(("module", "overlay", "///"))
        text = block.text if whole else f"module Page_v1_0_0 {{\n{block.text}}}\n"
        found = [*_findings(text, self.code), *self._bound(text)]
        codes = {d.code for d in found}
        errors = {d.code for d in found if d.severity == "error"}
        if block.section == "Avoid" and self.code not in codes:
            raise Wrong(f"{self.code} was to be reported, found {', '.join(sorted(codes)) or 'nothing'}")
        if block.section == "Prefer" and (self.code in codes or errors):
            raise Wrong(f"{', '.join(sorted(errors or {self.code}))} is reported")

    def _bound(self, text: str) -> tuple[Diagnostic, ...]:
        """How a module of the page fits the signal tables of the page, where there are any."""
        from aln.evidence.bindings import bindings, read_tables
        from aln.pipeline import Source, front

        tables = {f"line {b.line}": b.text for b in self.blocks if b.info == ("toml",)}
        checked, _ = front(Source("page", text))
        return bindings(checked, read_tables(tables)[0]) if tables and checked is not None else ()

    def _write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _diagnosed(self, text: str, must: str, code: str) -> None:
        found = _findings(text)
        severity = "error" if must == "refused" else "warning"
        if not any(d.code == code and d.severity == severity for d in found):
            said = ", ".join(f"{d.code} ({d.severity})" for d in found) or "nothing"
            raise Wrong(f"{code} was to be reported as an {severity}, found {said}")

    def _judge(self, text: str, lines: Collection[int], must: str, what: str) -> None:
        from aln.pipeline import Source, core, front
        from aln.verifier.obligation import Budget, OfMachine
        from aln.verifier.obligations import obligations
        from aln.verifier.prove import prove

        source = Source("page.aln", text)
        _, found = front(source)
        errors = [d for d in found if d.severity == "error"]
        if errors:
            raise Wrong("; ".join(f"{d.code} at {d.span.line}: {d.message}" for d in errors))
        if not must:
            return
        every = obligations(core(source))
        wanted = [o for o in every if o.span.line in lines]
        if must == "refuted":
            wanted = [o for o in wanted if o.id.endswith(f"/{what}")]
        if not wanted:
            raise Wrong(f"there is no obligation `{what}`" if what else "there is nothing to prove")
        # What a query costs depends a little on those before it: a page's claim must not fail for the order of tests.
        # What is proved of a machine rests on all of its ranges.
        machines = {id(o.goal.machine) for o in wanted if isinstance(o.goal, OfMachine)}
        asked = [
            o
            for o in every
            if o in wanted or (isinstance(o.goal, OfMachine) and id(o.goal.machine) in machines)
        ]
        for verdict in prove(asked, Budget(units=10 * Budget().units, second_opinion=False)):
            if verdict.obligation in wanted and verdict.status != must:
                raise Wrong(f"{verdict.obligation.id} is {verdict.status}: {verdict.reason}")

    # ── commands, programs, documents ────────────────────────────────────────────────────────────────────────

    def _sh(self, block: Block, after: Block | None) -> bool:
        with contextlib.chdir(self.folder):
            return self._commands(block, after)

    def _commands(self, block: Block, after: Block | None) -> bool:
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
            elif words[:1] == ["cd"]:
                os.chdir(words[1])
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
        loaded = set(sys.modules)
        sys.path.insert(0, str(self.folder))
        importlib.invalidate_caches()
        try:
            with contextlib.redirect_stdout(output):
                exec(compile(block.text, f"line {block.line}", "exec"), self.names)
        except Exception as why:
            raise Wrong(f"{type(why).__name__}: {why}") from why
        finally:
            sys.path.remove(str(self.folder))
            # Another page may generate a module of the same name.
            new = {name: sys.modules[name] for name in set(sys.modules) - loaded}
            for name in [n for n, module in new.items() if self._made(module)]:
                del sys.modules[name]
        return after is not None and _compared(after, output.getvalue())

    def _made(self, module: ModuleType) -> bool:
        places = [str(getattr(module, "__file__", "")), *map(str, getattr(module, "__path__", ()))]
        return any(str(self.folder) in place for place in places)

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

    def _toml(self, block: Block, after: Block | None) -> bool:
        try:
            tomllib.loads(block.text)
        except tomllib.TOMLDecodeError as why:
            raise Wrong(f"it is not TOML: {why}") from why
        return False

    def _sql(self, block: Block, after: Block | None) -> bool:
        import pglast

        try:
            pglast.parse_sql(block.text)
        except pglast.parser.ParseError as why:
            raise Wrong(f"it is not PostgreSQL: {why}") from why
        return False


def _findings(text: str, rule: str = "") -> list[Diagnostic]:
    """Everything that is found in a module: by the parser, by the checker, and what cannot be lowered.

    On a page of the rule book, what its examples use stands beside the page, waivers are read on the day of the rule
    book's tests, and what cannot be lowered is told of on the page about that alone.
    """
    from aln.checker.waivers import apart
    from aln.lower.module import lower
    from aln.pipeline import Source, front
    from tests.checker.test_rules import DAY, UNSUPPORTED, beside

    others = [Source(p.name, p.read_text(encoding="utf-8")) for p in beside(rule)]
    checked, found = front(Source("page.aln", text), others)
    if rule and checked is not None:
        found, _ = apart(checked.module, found, DAY)
    if checked is None or any(d.severity == "error" for d in found) or rule not in ("", UNSUPPORTED):
        return list(found)
    return [*found, *(diagnostic for _, _, diagnostic in lower(checked).unsupported)]


def _items(text: str) -> Iterator[tuple[_Key, Span]]:
    """The items of a module: kind and name, and where they stand."""
    from aln.syntax.parse import parse

    module, found = parse(text, "page.aln")
    if module is None or found:
        raise Wrong("; ".join(f"{d.code} at {d.span.line}: {d.message}" for d in found))
    for item in module.items:
        yield (type(item).__name__, str(getattr(item, "name", getattr(item, "id", "")))), item.span


def _merged(module: str, fragment: str) -> tuple[str, set[_Key]]:
    """A module with the items of a fragment, each in the place of the one of its kind and name, or last."""
    wrapped = f"module Page_v1_0_0 {{\n{fragment}}}\n"
    own = {key: _cut(wrapped, span) for key, span in _items(wrapped)}
    missing = dict(own)
    for key, span in reversed(list(_items(module))):
        if key in own:
            start, end = _offsets(module, span)
            module = module[:start] + missing.pop(key) + module[end:]
    added = "".join(f"{text}\n" for text in missing.values())
    end = module.rindex("}")
    return module[:end] + added + module[end:], set(own)


def _lines(module: str, keys: Collection[_Key]) -> Collection[int]:
    return {n for key, span in _items(module) if key in keys for n in range(span.line, span.end_line + 1)}


def _cut(text: str, span: Span) -> str:
    start, end = _offsets(text, span)
    return text[start:end]


def _offsets(text: str, span: Span) -> tuple[int, int]:
    starts = [0, *(m.end() for m in re.finditer("\n", text))]
    return starts[span.line - 1] + span.column - 1, starts[span.end_line - 1] + span.end_column - 1


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
