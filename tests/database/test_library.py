"""Every constraint of the shipped library stands on the base tables: it applies, beside all others, to what is seeded."""

from __future__ import annotations

from pathlib import Path

import pytest

from aln.database.migrate import apply_generated
from aln.lower.module import lower
from aln.pipeline import Source, artefacts, fronts
from tests.database.fixture import execute

pytestmark = pytest.mark.server

LIBRARY = Path(__file__).parents[2] / "aln" / "library"


def files() -> list[tuple[str, str]]:
    """What the library generates for PostgreSQL, by name."""
    paths = sorted(LIBRARY.rglob("*.aln"))
    sources = [Source(path.name, path.read_text(encoding="utf-8")) for path in paths]
    modules = [lower(checked) for checked, _ in fronts(sources) if checked is not None]
    return [(a.name, a.text) for m in modules for a in artefacts(m, ("sql",)) if not a.unsupported]


def test_the_library_applies_to_the_base_and_its_seeds(base_database: str) -> None:
    """All of it at once, and once more without effect; every table that a policy judges then has its constraints."""
    found = files()
    assert len(found) >= 30
    assert {o.status for o in apply_generated(base_database, found)} == {"applied"}
    assert {o.status for o in apply_generated(base_database, found)} == {"already applied"}
    tables = execute(
        base_database, "SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
    )
    assert {"study", "xr_session", "xr_session_device", "calibration_record"} <= {name for (name,) in tables}
