"""The tree as the conformance goldens write it: a line a node, with its place, and a line a value."""

from __future__ import annotations

from dataclasses import fields
from fractions import Fraction

from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

__all__ = ["faults_text", "tree_text"]


def tree_text(node: t.Node) -> str:
    """Every node by its type and place, every field by its name; what has its default is left out."""
    return "\n".join(_node(node, 0)) + "\n"


def faults_text(module: t.Module | None, faults: tuple[Diagnostic, ...]) -> str:
    """Every diagnostic with its place and help, and the outline of what was kept."""
    lines: list[str] = []
    for fault in faults:
        span = fault.span
        lines.append(
            f"{span.line}:{span.column}-{span.end_line}:{span.end_column} {fault.code} {fault.message}"
        )
        lines.append(f"    help: {fault.help}")
    if module is None:
        return "\n".join([*lines, "kept: nothing"]) + "\n"
    lines.append(f"kept: module {module.name}")
    for item in module.items:
        label = getattr(item, "name", getattr(item, "id", ""))
        inner = next(
            (getattr(item, f) for f in ("items", "fields", "operations", "expects") if hasattr(item, f)), ()
        )
        count = f", {len(inner)} inside" if inner else ""
        lines.append(f"    {type(item).__name__} {label}".rstrip() + count)
    return "\n".join(lines) + "\n"


def _node(node: t.Node, depth: int) -> list[str]:
    pad = "  " * depth
    span = node.span
    lines = [f"{pad}{type(node).__name__} {span.line}:{span.column}-{span.end_line}:{span.end_column}"]
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name in ("span", "text") and not isinstance(node, t.Comment):
            continue
        if field.name == "span" or value is field.default or value is None or value in ("", ()):
            continue
        lines += _field(field.name, value, depth + 1)
    return lines


def _field(name: str, value: object, depth: int) -> list[str]:
    pad = "  " * depth
    if isinstance(value, t.Node):
        return [f"{pad}{name}:", *_node(value, depth + 1)]
    if isinstance(value, tuple):
        lines = [f"{pad}{name}:"]
        for entry in value:
            if isinstance(entry, t.Node):
                lines += _node(entry, depth + 1)
            elif isinstance(entry, tuple):
                lines += _field(str(entry[0]), entry[1], depth + 1)
            else:
                lines.append(f"{pad}  {_plain(entry)}")
        return lines
    return [f"{pad}{name}: {_plain(value)}"]


def _plain(value: object) -> str:
    if isinstance(value, str):
        return (
            '"'
            + value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            + '"'
        )
    if isinstance(value, Fraction) or value in (True, False):
        return str(value).lower()
    return str(value)
