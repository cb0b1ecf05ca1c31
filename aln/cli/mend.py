"""Fixes applied to files: only what is certain, only where the files check no worse for it, and none by halves.

Takes loaded sources; gives them with the fixes done, and which were. Never writes: the verb does.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from aln.checker.mend import Exact, Text, edited
from aln.cli.inputs import Loaded
from aln.diagnostics import Diagnostic, Span
from aln.pipeline import Source

__all__ = ["Mended", "diff", "mend", "offered"]

# A fix may uncover another; more rounds than this are a circle.
_ROUNDS = 10


@dataclass(frozen=True, slots=True)
class Mended:
    """One fix that was done: where, for which finding, what it says."""

    span: Span
    code: str
    says: str

    def json(self) -> dict[str, object]:
        return {"code": self.code, "says": self.says, "span": self.span.json()}


@dataclass(frozen=True, slots=True)
class _Offer:
    finding: Diagnostic
    says: str
    file: str
    edits: tuple[Exact, ...]


def offered(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> list[dict[str, object]]:
    """The findings as documents, each with the exact edits of its fix, where that has its place in a source."""
    texts: dict[str, Text] = {}
    out: list[dict[str, object]] = []
    for d in diagnostics:
        out.append(d.json())
        file = d.fix.edits[0].span.file if d.fix is not None and d.fix.edits else ""
        if d.fix is None or file not in sources:
            continue
        held = texts.setdefault(file, texts.get(file) or Text(sources[file], file))
        placed = held.place(d.fix)
        if placed is not None:
            edits = [{"span": _whole(held.span(edit)), "text": edit.text} for edit in placed]
            out[-1]["fix"] = {"says": d.fix.says, "edits": edits}
    return out


def _whole(span: Span) -> dict[str, object]:
    return {**span.json(), "end_line": span.end_line, "end_column": span.end_column}


def mend(loaded: Loaded) -> tuple[Loaded, tuple[Mended, ...]]:
    """The sources with every certain fix done, and what was done, in order of place of each round.

    A fix stays only when its finding is gone and no more is wrong than the finding told; where a text could not be
    read, when it can be read further. A file that checked before still does.
    """
    done: list[Mended] = []
    for _ in range(_ROUNDS):
        offers = list(_offers(loaded))
        after = _with(loaded, offers) if offers else None
        if after is not None and _no_worse(loaded, after, offers):
            kept = offers
        else:
            kept, after = [], loaded
            for offer in offers:
                if any(_overlap(offer, other) for other in kept):
                    continue
                alone = _with(loaded, [*kept, offer])
                if alone is not None and _no_worse(after, alone, [offer]):
                    kept, after = [*kept, offer], alone
        if not kept:
            return loaded, tuple(done)
        done += [Mended(o.finding.span, o.finding.code, o.says) for o in kept]
        loaded = after
    return loaded, tuple(done)


def _offers(loaded: Loaded) -> Iterator[_Offer]:
    """The fixes that have one place in a source, each once."""
    texts = {s.file: Text(s.text, s.file) for s in loaded.sources}
    seen: set[tuple[str, tuple[Exact, ...]]] = set()
    for d in loaded.diagnostics:
        file = d.fix.edits[0].span.file if d.fix is not None and d.fix.edits else ""
        placed = texts[file].place(d.fix) if d.fix is not None and file in texts else None
        if d.fix is not None and placed and (file, placed) not in seen:
            seen.add((file, placed))
            yield _Offer(d, d.fix.says, file, placed)


def _overlap(a: _Offer, b: _Offer) -> bool:
    return a.file == b.file and any(x.start <= y.end and y.start <= x.end for x in a.edits for y in b.edits)


def _with(loaded: Loaded, offers: Sequence[_Offer]) -> Loaded | None:
    """The sources with these edits; None where two of them overlap."""
    sources: list[Source] = []
    for source in loaded.sources:
        edits = [e for offer in offers if offer.file == source.file for e in offer.edits]
        text = edited(source.text, edits)
        if text is None:
            return None
        sources.append(replace(source, text=text))
    return replace(loaded, sources=tuple(sources))


def _no_worse(before: Loaded, after: Loaded, offers: Sequence[_Offer]) -> bool:
    old, new = _errors(before), _errors(after)
    left = Counter(_name(d) for d in after.diagnostics)
    gone = Counter(_name(d) for d in before.diagnostics)
    if any(left[_name(o.finding)] >= gone[_name(o.finding)] for o in offers):
        return False
    files = {o.file for o in offers}
    for file in files:
        own = [o for o in offers if o.file == file]
        unread, still = _syntax(old, file), _syntax(new, file)
        if still > unread or (still == unread and unread and any(_is_syntax(o.finding) for o in own)):
            return False
        # What is read for the first time may be wrong in itself; else each fix must take away more than it brings.
        wrong = len({o.finding for o in own if o.finding.severity == "error"})
        more = any(name == file for name, _, _ in (new - old))
        if still == unread and more and _total(new, file) > _total(old, file) - wrong:
            return False
    return not any(name not in files for name, _, _ in (new - old))


def _total(errors: Mapping[tuple[str, str, str], int], file: str) -> int:
    return sum(count for (name, _, _), count in errors.items() if name == file)


def _is_syntax(d: Diagnostic) -> bool:
    return d.code < "ALN0100"


def _name(d: Diagnostic) -> tuple[str, str, str]:
    return d.span.file, d.code, d.message


def _errors(loaded: Loaded) -> Counter[tuple[str, str, str]]:
    return Counter(_name(d) for d in loaded.diagnostics if d.severity == "error")


def _syntax(errors: Mapping[tuple[str, str, str], int], file: str) -> int:
    return sum(count for (name, code, _), count in errors.items() if name == file and code < "ALN0100")


def diff(before: Loaded, after: Loaded) -> str:
    """The difference as people and `patch` read it; empty where there is none."""
    out: list[str] = []
    for old, new in zip(before.sources, after.sources, strict=True):
        out += difflib.unified_diff(
            old.text.splitlines(keepends=True), new.text.splitlines(keepends=True), old.file, new.file
        )
    return "".join(line if line.endswith("\n") else line + "\n" for line in out)
