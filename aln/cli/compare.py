"""`aln compare`: what a new version accepts, against an old one, as a release note with a witness each way."""

from __future__ import annotations

import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aln import pipeline
from aln.cli.inputs import LIBRARY, Shelf, nothing
from aln.cli.results import BAD, EMPTY, GOOD, INCONCLUSIVE, Finding, Result, Unsound, annotation, worst
from aln.diagnostics import Diagnostic, Span
from aln.evidence.changes import Difference, Outcome, Version, Witness, differences
from aln.host import files, project
from aln.lower.module import lower
from aln.pipeline import Source
from aln.syntax import decode
from aln.verifier.obligation import Budget

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

__all__ = ["Compared", "compare"]

# Something is accepted that was not, or something is no longer judged: a release must not go on unseen.
_CODES: dict[Outcome, int] = {
    "equal": GOOD, "stricter": GOOD, "added": GOOD, "looser": BAD, "incomparable": BAD, "removed": BAD,
    "differs": BAD, "unknown": INCONCLUSIVE,
}  # fmt: skip
_STYLES = {GOOD: "green", BAD: "bold red", INCONCLUSIVE: "bold yellow"}


@dataclass(frozen=True, slots=True)
class Compared(Result):
    """Every difference, in order of declaration; things that are equal and unchanged among them."""

    old: str
    new: str
    results: tuple[Difference, ...]
    file: str
    seconds: float

    @property
    def exit_code(self) -> int:
        """0 equal or stricter · 1 something is accepted that was not, or is judged no more · 3 not known."""
        judged = [_CODES[d.verdict] for d in self.results if d.kind != "module"]
        if not judged:
            return EMPTY
        return worst(_CODES[d.verdict] for d in self.results)

    def document(self) -> dict[str, Any]:
        counts = Counter(d.verdict for d in self.results if d.kind != "module")
        summary = {v: counts[v] for v in _CODES} | {"seconds": round(self.seconds, 3)}
        return {
            "schema": "aln/compare/v1",
            "old": self.old,
            "new": self.new,
            "summary": summary,
            "results": [_json(d) for d in self.results],
        }

    def text(self) -> Iterator[RenderableType]:
        from rich.text import Text

        for modules in dict.fromkeys(d.modules for d in self.results):
            group = [d for d in self.results if d.modules == modules]
            was, now = modules
            head = f"{was} → {now}" if was and now else now or was
            yield Text.assemble((head, "bold"))
            told = [d for d in group if d.verdict != "equal" or d.changes]
            for d in told:
                yield ""
                yield from _told(d)
            quiet = [d for d in group if d not in told and d.kind != "module"]
            if quiet:
                yield ""
                yield Text.assemble("  ", ("equal", "green"), f"  {_list(_name(d) for d in quiet)}")
            yield ""
        yield _summary(self.results, self.seconds)

    def annotations(self) -> Iterator[str]:
        for d in self.results:
            code = _CODES[d.verdict]
            if code != GOOD:
                level = "error" if code == BAD else "warning"
                lines = [line for _, w in _witnesses(d) for line in w.shown]
                says = "\n".join((f"{d.verdict}: {_sentence(d)}", *lines))
                yield annotation(Finding(level, Span(self.file, 1, 1), _name(d), says))


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────


def compare(old: Path, new: Path, budget: int | None = None) -> Compared:
    """Compare two files or folders of ALN. Raises `AlnError`, `Unsound` where one of them does not check."""
    started = time.perf_counter()
    sides = [_versions(path) for path in (old, new)]
    pairs = tuple(_pairs(*sides))
    found: list[Difference] = []
    limit = Budget() if budget is None else Budget(units=budget)
    shown = sys.stderr.isatty()
    for done, (was, now) in enumerate(pairs, 1):
        if shown:
            sys.stderr.write(f"\rcomparing {done} of {len(pairs)} ")
        found += differences(was, now, limit)
    if shown:
        sys.stderr.write("\r\x1b[K")
    result = Compared(
        files.shown(old), files.shown(new), tuple(found), files.shown(new), time.perf_counter() - started
    )
    if result.exit_code == EMPTY:
        says = f"neither `{result.old}` nor `{result.new}` declares an entity, an operation or a machine"
        raise nothing(says, "name two versions of a module, or two folders of them")
    return result


def _versions(path: Path) -> tuple[Version, ...]:
    """The modules of a file or folder, each with what lies beside it. Raises `Unsound` when one has errors."""
    chosen = files.find((path,))
    if not chosen:
        raise nothing(f"there is no ALN file in `{files.shown(path)}`", "name a file or folder that has one")
    sources: list[Source] = []
    bad: list[Diagnostic] = []
    for file in chosen:
        text, found = decode(files.read(file), files.shown(file))
        bad += found
        sources.append(Source(files.shown(file), text or ""))
    texts = {s.file: s.text for s in sources}
    if bad:
        raise Unsound(bad, texts)
    fronts = pipeline.fronts(sources, _beside(path, chosen))
    errors = [d for _, found in fronts for d in found if d.severity == "error"]
    if errors:
        raise Unsound(errors, texts)
    return tuple(Version(c, lower(c)) for c, _ in fronts if c is not None)


def _beside(path: Path, chosen: Sequence[Path]) -> Any:
    """Finds what the chosen modules use: beside them, else in the project they lie in, else in the library."""
    folder = path if path.is_dir() else path.parent
    near = Shelf(
        tuple(p for f in dict.fromkeys(c.parent for c in chosen) for p in sorted(f.glob("[!.]*.aln")))
    )
    own = project.find(folder.resolve())
    far = Shelf.of(own, chosen) if (own.root / project.FILE_NAME).is_file() else Shelf(files.find((LIBRARY,)))

    def find(name: str) -> Sequence[Source]:
        return near.find(name) or far.find(name)

    return find


# ── which module is which ────────────────────────────────────────────────────────────────────────────────────


def _pairs(old: Sequence[Version], new: Sequence[Version]) -> Iterator[tuple[Version | None, Version | None]]:
    """Each new module with the old one it follows: of its name, else the latest of its policy; and what is left of the
    old ones. One module on each side is one pair, whatever they are called."""
    if len(old) == len(new) == 1:
        yield old[0], new[0]
        return
    named = {v.core.name: v for v in old}
    followed: set[str] = set()
    pairs: list[tuple[Version | None, Version | None]] = []
    for v in new:
        earlier = [o for o in old if _policy(o) & _policy(v)]
        was = named.get(v.core.name) or max(earlier, key=_version, default=None)
        followed |= {was.core.name} if was is not None else set()
        pairs.append((was, v))
    yield from pairs
    yield from ((o, None) for o in old if o.core.name not in followed)


def _policy(v: Version) -> set[str]:
    return {v.core.constants.get("POLICY_ID", "").lower(), v.core.short_name} - {""}


def _version(v: Version) -> tuple[int, ...]:
    return tuple(int(n) for n in re.findall(r"\d+", v.core.name.partition("_v")[2]))


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────


def _json(d: Difference) -> dict[str, Any]:
    return {
        "kind": d.kind,
        "name": d.name,
        "entity": d.entity,
        "modules": {"old": d.modules[0] or None, "new": d.modules[1] or None},
        "policies": list(d.policies),
        "verdict": d.verdict,
        "says": _sentence(d),
        "newly_denied": _witness_json(d.newly_denied),
        "newly_allowed": _witness_json(d.newly_allowed),
        "shown": list(d.shown),
        "changes": [{"says": c.says, "direction": c.direction or None} for c in d.changes],
        "requirements": list(d.requirements),
        "hazards": list(d.hazards),
        "evidence": d.evidence or None,
        "rests_on": list(d.rests_on),
    } | ({"reason": d.reason} if d.reason else {})


def _witness_json(w: Witness | None) -> dict[str, Any] | None:
    if w is None:
        return None
    return {
        "values": dict(w.values),
        "shown": list(w.shown),
        "rules": list(w.rules),
        "because": list(w.because),
        "invalid": list(w.invalid),
        "stored": w.stored,
        "replayed": True,
    }


def _witnesses(d: Difference) -> Iterator[tuple[str, Witness]]:
    if d.newly_denied is not None:
        yield "refused now", d.newly_denied
    if d.newly_allowed is not None:
        yield "accepted now", d.newly_allowed


def _why(w: Witness | None) -> str:
    """Why the side that refuses a witness does so."""
    if w is None:
        return ""
    said = [f"“{x}”" for x in w.because]
    said += [f"`{x}` is outside what the field may hold" for x in w.invalid]
    return f" because {_list(said, 'and')}" if said else ""


def _sentence(d: Difference) -> str:
    """One sentence, as a release note says it."""
    what = {"entity": f"a `{d.entity}`", "policy": f"a `{d.entity}`", "operation": f"a `{d.entity}`"}.get(
        d.kind, "it"
    )
    stored = " while it is stored" if any(w.stored for _, w in _witnesses(d)) else ""
    denied, allowed = _why(d.newly_denied), _why(d.newly_allowed)
    gone = "it is no longer judged" if d.policies else "it is gone"
    more = f"some {what[2:]} that was accepted is refused{stored}{denied}"
    less = f"some {what[2:]} that was refused is accepted{stored}: it was refused{allowed}"
    only = next((c.says for c in d.changes if c.direction), "")
    says = {
        "equal": "it does what it did"
        if d.kind in ("machine", "graph", "module")
        else "it accepts what it accepted",
        "stricter": f"{more}; nothing new is accepted" if d.newly_denied else only,
        "looser": f"{less}; nothing more is refused" if d.newly_allowed else only,
        "incomparable": f"{more if d.newly_denied else only}; {less if d.newly_allowed else only}",
        "added": "it is new",
        "removed": gone,
        "differs": "it is not the same"
        if not d.shown
        else "in some tick, perhaps one that no run reaches, it does something else",
        "unknown": f"not known: {d.reason}",
    }[d.verdict]
    return f"{says[:1].upper()}{says[1:]}."


def _name(d: Difference) -> str:
    if d.kind == "entity":
        return d.name
    if d.kind == "module":
        return "beside these"
    return f"{d.kind} {d.name}"


def _told(d: Difference) -> Iterator[Text]:
    """One thing that changed: a heading, a sentence, the witnesses, what changed in words, what it touches."""
    from rich.text import Text

    heading = Text.assemble("  ", (_name(d), "bold"))
    if d.kind != "module" or d.verdict != "equal":
        heading.append("  ").append(d.verdict, _STYLES[_CODES[d.verdict]])
    if d.kind == "entity" and d.policies:
        heading.append(f"  {_list(d.policies)}", "dim")
    yield heading
    if d.kind != "module" or d.verdict != "equal":
        yield Text(f"    {_sentence(d)}")
    for title, w in _witnesses(d) if d.kind != "operation" else ():
        yield Text(f"    {title}", "yellow")
        for line in w.shown:
            yield Text(f"      {line}".rstrip())
    if d.shown:
        yield Text("    in a tick with", "yellow")
        yield from (Text(f"      {line}".rstrip()) for line in d.shown)
    for n, c in enumerate(d.changes):
        yield _row("" if n else "changed", c.says)
    if d.requirements:
        yield _row("requirements", ", ".join(d.requirements))
    if d.hazards:
        yield _row("hazards", ", ".join(d.hazards))
    for n, name in enumerate(d.rests_on):
        yield _row("" if n else "rests on", name)


def _row(title: str, text: str) -> Text:
    from rich.text import Text

    return Text.assemble("    ", (f"{title:<14}", "dim"), text)


def _list(words: Any, last: str = "") -> str:
    found = list(words)
    if last and len(found) > 1:
        return f"{', '.join(found[:-1])} {last} {found[-1]}"
    return ", ".join(found)


def _summary(results: Sequence[Difference], seconds: float) -> Text:
    from rich.text import Text

    judged = [d for d in results if d.kind != "module"]
    counts = Counter(d.verdict for d in judged)
    line = Text(f"{len(judged)} compared: ")
    for n, verdict in enumerate(v for v in _CODES if counts[v]):
        line.append(", " if n else "").append(f"{counts[verdict]} {verdict}", _STYLES[_CODES[verdict]])
    return line.append(f"  ({seconds:.1f} s)", "dim")
