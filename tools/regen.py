"""Everything derived, in one place: `make regen` writes it, `make regen-check` says what is out of date.

Derived are the parse tables (from grammar/aln.lark), the letter table (from Unicode), the unit table (from UCUM), the
packaged copies of schemas and pages, and the generated guards that the examples embed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tools import letters, regen_copies, regen_examples, regen_grammar, ucum

ROOT = Path(__file__).resolve().parent.parent


def regenerate(*, write: bool) -> list[str]:
    """One line for each derived file that is not what its source gives; written when `write`."""
    lines: list[str] = []
    texts = {
        letters.TARGET.relative_to(ROOT): letters.generate().encode(),
        ucum.TARGET.relative_to(ROOT): ucum.generate().encode(),
    }
    for path, content in {**texts, **regen_grammar.outputs(), **regen_examples.outputs()}.items():
        target = ROOT / path
        if not target.is_file() or target.read_bytes() != content:
            lines.append(f"{path.as_posix()}: {'differs' if target.is_file() else 'is missing'}")
            if write:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    return lines + regen_copies.copy_all(ROOT, write=write)


def main(arguments: list[str]) -> int:
    check = arguments == ["--check"]
    if arguments and not check:
        print("usage: python -m tools.regen [--check]", file=sys.stderr)
        return 2
    lines = regenerate(write=not check)
    for line in lines:
        print(line)
    if not lines:
        print("every derived file is up to date")
    elif check:
        print("run `make regen`")
    return 1 if check and lines else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
