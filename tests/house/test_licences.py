"""The licence table of the README: exactly what pyproject.toml depends on, each with its licence."""

from __future__ import annotations

import importlib.metadata
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# For packages whose metadata gives no SPDX expression: their own words, or none, against the text they ship.
OWN_WORDS = {
    "interegular": ("MIT", "MIT"),
    "grandalf": ("GPLv2 | EPLv1", "EPL-1.0"),
    "lark": ("MIT", "MIT"),
    "z3-solver": ("MIT License", "MIT"),
    "rich": ("MIT", "MIT"),
    "cvc5": (None, "BSD-3-Clause"),
    "unicodedata2": ("Apache License 2.0", "Apache-2.0"),
    "jsonschema-rs": ("MIT", "MIT"),
    "fastjsonschema": ("BSD-3-Clause", "BSD-3-Clause"),
    "cedarpy": (None, "Apache-2.0"),
    "regopy": ("MIT", "MIT"),
}


def normal(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert match is not None
    return re.sub(r"[-_.]+", "-", match[0]).lower()


def table() -> dict[str, tuple[str, str]]:
    """Package to (licence, where it is needed), from the table under the heading Licences."""
    text = (
        (ROOT / "README.md").read_text(encoding="utf-8").partition("\n## Licences\n")[2].partition("\n## ")[0]
    )
    rows = re.findall(r"^\| (\w[\w.-]*) \| ([^|]+?) \| ([^|]+?) \|", text, re.MULTILINE)
    assert len({name for name, _, _ in rows}) == len(rows)
    return {normal(name): (licence, needed) for name, licence, needed in rows if name != "Package"}


def declared() -> dict[str, str]:
    """Package to where pyproject.toml asks for it: `always`, or the extra's name."""
    found = {normal(requirement): "always" for requirement in PROJECT["dependencies"]}
    for extra, requirements in PROJECT["optional-dependencies"].items():
        found |= {normal(requirement): extra for requirement in requirements}
    return found


def test_the_table_lists_the_dependencies_and_nothing_else() -> None:
    """Every dependency of every extra is in the table, under the place that needs it."""
    assert {name: needed for name, (_, needed) in table().items()} == {
        name: "always" if where == "always" else f"extra `{where}`" for name, where in declared().items()
    }


@pytest.mark.parametrize("name", sorted(declared()))
def test_the_table_states_the_licence_of_what_is_installed(name: str) -> None:
    """The licence in the table is the one that the installed package declares."""
    shown = table()[name][0].partition(" ")[0]
    try:
        metadata = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        assert declared()[name] == "bench"
        pytest.skip("only `make bench` installs it")
    expression = metadata.get("License-Expression")
    if expression is None:
        own, licence = OWN_WORDS[name]
        assert (metadata.get("License") or None) == own
        assert shown == licence
    else:
        assert shown == expression


def test_nothing_that_is_always_installed_is_copyleft() -> None:
    """What the core install brings along may be embedded in a closed product."""
    for name, (licence, needed) in table().items():
        if needed == "always":
            assert licence.partition(" ")[0] in ("MIT", "BSD-3-Clause", "Apache-2.0"), name


def test_the_project_ships_its_licence() -> None:
    """LICENSE is the full text of the licence that the metadata declares."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert PROJECT["license"] == "Apache-2.0"
    assert "Apache License" in text and "Version 2.0, January 2004" in text
    assert "END OF TERMS AND CONDITIONS" in text
