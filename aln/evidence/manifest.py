"""Released manifests: which text a released (policy id, version) stands for.

Takes the text of a manifest and the bytes of a source; gives a `Manifest` and diagnostics. Never computes
what a manifest should say: a released one is written once and then only compared.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

from aln.diagnostics import Diagnostic, Span
from aln.evidence.schema import validate

__all__ = ["Manifest", "check_released", "read_manifest", "source_hash"]

SCHEMA = "aln/manifest/v1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A released policy. `file` is relative to the project root; `effective_from` is UTC, RFC 3339;
    `git_commit` is none until continuous integration has filled it in."""

    policy_id: str
    label: str
    version: str
    file: str
    sha256: str
    git_commit: str | None
    effective_from: str
    qms_document: str


class _DuplicateKey(ValueError):
    """A JSON object that says two things about one name."""


def read_manifest(text: str, file: str) -> tuple[Manifest | None, tuple[Diagnostic, ...]]:
    """The manifest in `text`, or none with every reason; `file` is what diagnostics call it.

    Codes ALN0801 (against the schema) and ALN0802 (not JSON, or a name given twice).
    """
    help_ = "see manifests/README.md for the fields"
    try:
        document = json.loads(text, object_pairs_hook=_without_duplicates)
    except json.JSONDecodeError as error:
        return None, (
            Diagnostic("ALN0802", Span(file, error.lineno, error.colno), "this is not JSON", help_),
        )
    except _DuplicateKey as error:
        message = f"`{error}` is given twice"
        return None, (Diagnostic("ALN0802", Span(file, 1, 1), message, "keep one of the two"),)
    except (RecursionError, ValueError):
        message = "the nesting or a number is too large for a manifest"
        return None, (Diagnostic("ALN0802", Span(file, 1, 1), message, help_),)
    found = validate(document, name=SCHEMA, file=file)
    if found:
        return None, tuple(found)
    return Manifest(**{name: document[name] for name in Manifest.__slots__}), ()


def source_hash(source: bytes) -> str:
    """SHA-256, in hexadecimal, of a canonical source text: the bytes `aln fmt` writes."""
    return hashlib.sha256(source).hexdigest()


def check_released(manifest: Manifest, source_bytes: bytes) -> tuple[Diagnostic, ...]:
    """Nothing when `source_bytes`, canonical text of `manifest.file`, is what was released; else ALN0803."""
    actual = source_hash(source_bytes)
    if actual == manifest.sha256:
        return ()
    return (
        Diagnostic(
            "ALN0803",
            Span(manifest.file, 1, 1),
            f"`{manifest.label}` {manifest.version} was released with text {manifest.sha256[:12]}…, "
            f"and this text is {actual[:12]}…",
            "a released version never changes: restore its text, or make the change under a new version",
        ),
    )


def _without_duplicates(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in pairs:
        if name in found:
            raise _DuplicateKey(name)
        found[name] = value
    return found
