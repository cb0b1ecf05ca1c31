"""The generated guards and constraints that the example embeds: printed from the library, proved equal, committed.

They are what `aln build` writes for this repository's own `aln.toml`.
"""

from __future__ import annotations

from pathlib import Path

from aln import backends
from aln.lower.module import lower
from aln.pipeline import Source, artefacts, fronts
from aln.verifier.prove import prove

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("examples/service/generated")


def outputs() -> dict[Path, bytes]:
    """Every artefact of the library by its path. Raises ValueError for a module that does not check, and when an
    artefact is not proved equal to its policy."""
    out: dict[Path, bytes] = {}
    paths = sorted((ROOT / "aln" / "library").rglob("*.aln"))
    sources = [Source(path.name, path.read_text(encoding="utf-8")) for path in paths]
    for source, (checked, found) in zip(sources, fronts(sources), strict=True):
        if any(d.severity == "error" for d in found):
            raise ValueError(f"{source.file} does not check")
        if checked is None:
            continue
        for artefact in artefacts(lower(checked), backends.TARGETS):
            if artefact.unsupported:
                continue
            verdicts = list(prove([artefact.equal])) if artefact.equal else []
            if [v.status for v in verdicts] != ["proved"]:
                raise ValueError(f"{artefact.name} is not proved equal to {artefact.subject}")
            out[FOLDER / artefact.name] = artefact.text.encode()
    return out
