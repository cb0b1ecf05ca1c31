"""Files that the package carries as copies of controlled ones: schemas, rule pages, obligation pages.

`copy_all(root, write=True)` brings the copies up to date; with `write=False` it only says what differs.
The controlled file is always the one outside `aln/`; a copy without one is removed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["TABLE", "Copies", "copy_all"]


def _same_name(source: Path) -> str:
    return source.name


def _rule_code(source: Path) -> str:
    """`ALN0101-unknown-name/rule.md` becomes `ALN0101.md`."""
    return source.parent.name.partition("-")[0] + ".md"


def _folder_name(source: Path) -> str:
    return source.parent.name + ".md"


@dataclass(frozen=True, slots=True)
class Copies:
    """Every file that matches `sources` is copied into `folder` under the name that `name` gives it."""

    sources: str
    folder: str
    name: Callable[[Path], str] = _same_name


TABLE = (
    Copies("manifests/schema/*.json", "aln/evidence/schemas"),
    Copies("checker/rules/*/rule.md", "aln/checker/pages", _rule_code),
    Copies("verifier/obligations/*/obligation.md", "aln/verifier/pages", _folder_name),
)


def copy_all(root: Path, *, write: bool, table: tuple[Copies, ...] = TABLE) -> list[str]:
    """One line for each copy below `root` that is missing, differs or has no source; repaired when `write`.

    Raises ValueError when two sources want the same name.
    """
    lines: list[str] = []
    for copies in table:
        wanted: dict[str, Path] = {}
        for source in sorted(root.glob(copies.sources)):
            name = copies.name(source)
            if name in wanted:
                raise ValueError(f"{source} and {wanted[name]} would both become {copies.folder}/{name}")
            wanted[name] = source
        folder = root / copies.folder
        present = {path.name for path in folder.glob("*") if path.is_file()} if folder.is_dir() else set()
        for name in sorted(present - wanted.keys()):
            lines.append(f"{copies.folder}/{name}: has no source in {copies.sources}")
            if write:
                (folder / name).unlink()
        for name, source in wanted.items():
            content = source.read_bytes()
            target = folder / name
            if name in present and target.read_bytes() == content:
                continue
            lines.append(
                f"{copies.folder}/{name}: {'differs from' if name in present else 'is missing, copy of'} "
                f"{source.relative_to(root).as_posix()}"
            )
            if write:
                folder.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
    return lines


def main(arguments: list[str]) -> int:
    """With `--check`: 1 when a copy is not up to date. Without: bring all of them up to date."""
    check = arguments == ["--check"]
    lines = copy_all(Path(__file__).resolve().parent.parent, write=not check)
    for line in lines:
        print(line)
    return 1 if check and lines else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
