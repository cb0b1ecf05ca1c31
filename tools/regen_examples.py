"""The generated guards that the examples embed: printed from the library, proved equal, committed."""

from __future__ import annotations

from pathlib import Path

from aln.pipeline import Source, artefacts, core
from aln.verifier.prove import prove

ROOT = Path(__file__).resolve().parent.parent
# Example folder, target, library module, policy or machine.
EMBEDDED = (
    ("examples/service/generated", "python", "policies/rem_exclusion.aln", "StudyGuard"),
    ("examples/service/generated", "python", "policies/rem_exclusion.aln", "SessionGuard"),
    ("examples/service/generated", "python", "policies/calibration.aln", "JoinGuard"),
    ("examples/service/generated", "python", "controllers/vasopressor.aln", "SafetyStep"),
)


def outputs() -> dict[Path, bytes]:
    """Every embedded guard by its path. Raises ValueError when one is not proved equal to its policy."""
    out: dict[Path, bytes] = {}
    for folder, target, file, subject in EMBEDDED:
        source = Source(file, (ROOT / "aln" / "library" / file).read_text(encoding="utf-8"))
        for artefact in artefacts(core(source), [target]):
            if artefact.subject != subject:
                continue
            verdicts = list(prove([artefact.equal])) if artefact.equal else []
            if [v.status for v in verdicts] != ["proved"]:
                raise ValueError(f"{artefact.name} is not proved equal to {subject}")
            out[Path(folder) / Path(artefact.name).name] = artefact.text.encode()
    return out
