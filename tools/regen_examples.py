"""The generated guards and constraints that the example embeds: printed from the library, proved equal, committed.

They are what `aln build` writes for this repository's own `aln.toml`.
"""

from __future__ import annotations

from pathlib import Path

from aln import backends
from aln.pipeline import Source, artefacts, core
from aln.verifier.prove import prove

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path("examples/service/generated")


def outputs() -> dict[Path, bytes]:
    """Every artefact of the library by its path. Raises ValueError when one is not proved equal to its policy."""
    out: dict[Path, bytes] = {}
    for path in sorted((ROOT / "aln" / "library").rglob("*.aln")):
        module = core(Source(path.name, path.read_text(encoding="utf-8")))
        for artefact in artefacts(module, backends.TARGETS):
            if artefact.unsupported:
                continue
            verdicts = list(prove([artefact.equal])) if artefact.equal else []
            if [v.status for v in verdicts] != ["proved"]:
                raise ValueError(f"{artefact.name} is not proved equal to {artefact.subject}")
            out[FOLDER / artefact.name] = artefact.text.encode()
    return out
