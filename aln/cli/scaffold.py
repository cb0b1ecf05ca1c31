"""The files of a new project, apart from its ALN."""

from __future__ import annotations

__all__ = ["CI", "IGNORED", "PRE_COMMIT", "PROJECT", "README"]

PROJECT = """\
[project]
name = "{name}"
sources = ["policies"]

[build]
out = "generated"
targets = ["python", "sql"]
"""

README = """\
# {name}

The rules of this project are in `policies/`, written in ALN. What is in `generated/` is made from them, proved equal
to them, and never edited.

| command | does |
| --- | --- |
| `aln check` | names, types, units and rules, while you write |
| `aln prove` | every claim, or a counterexample |
| `aln build` | the guards and constraints in `generated/` |
| `aln gate` | all of it, as continuous integration runs it |

`aln explain claim` and `aln explain ALN0101` print the page of an obligation or a rule.
"""

CI = """\
name: aln
on: [push, pull_request]
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: python -m pip install 'aln[db]=={version}'
      - run: aln gate --format github
"""

PRE_COMMIT = """\
repos:
  - repo: local
    hooks:
      - id: aln-fmt
        name: aln fmt --check
        entry: aln fmt --check
        language: system
        files: \\.aln$
      - id: aln-check
        name: aln check
        entry: aln check
        language: system
        files: \\.aln$
        pass_filenames: false
"""

IGNORED = """\
.aln/
.venv/
__pycache__/
"""
