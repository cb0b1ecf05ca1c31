"""Declarations: each is used, has an identity, and means what it seems to mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from aln.checker.registry import finding
from aln.checker.typed import parse_uuid
from aln.checker.walk import nodes
from aln.core.show import snake
from aln.core.text import term
from aln.diagnostics import Diagnostic
from aln.syntax import tree as t

if TYPE_CHECKING:
    from aln.checker.check import CheckedModule

# Constants that people and released manifests read, and no expression does.
METADATA = frozenset(("POLICY_ID", "POLICY_VERSION", "QMS_DOC_REF", "POLICY_TEXT"))
_VERSION = re.compile(r"_v([0-9]+)_([0-9]+)_([0-9]+)$")


def unused(checked: CheckedModule) -> Iterator[Diagnostic]:
    """What nothing uses is a rule forgotten, or a leftover that a reader will take for one."""
    names: set[str] = set()
    units: set[str] = set()
    types: set[str] = set()
    labels: set[str] = set()
    for node in nodes(checked.module):
        if isinstance(node, t.Path):
            names.add(node.parts[0])
        elif isinstance(node, t.Number | t.NumberType):
            units.add(node.unit)
        elif isinstance(node, t.TypeName):
            types.add(node.name)
        elif isinstance(node, t.GraphNode):
            labels.add(node.type)
    for item in checked.module.items:
        if isinstance(item, t.Constants):
            for constant in item.items:
                if constant.name not in names | METADATA:
                    yield _unused("constant", constant.name, constant)
        elif isinstance(item, t.Lexicon) and item.name not in names:
            yield _unused("lexicon", item.name, item)
        elif isinstance(item, t.Unit) and item.name not in units:
            yield _unused("unit", item.name, item)
        elif isinstance(item, t.TypeAliasDecl) and item.name not in types:
            yield _unused("type", item.name, item)
        elif isinstance(item, t.Enum) and item.name not in types and not labels & {*item.labels}:
            yield _unused("enum", item.name, item)
        elif isinstance(item, t.Machine) and not item.graph:
            read = {node.parts[0] for node in nodes(item) if isinstance(node, t.Path)}
            for part in item.items:
                # A name with a dot was made by the language, not by the author.
                if isinstance(part, t.Let) and part.name not in read and "." not in part.name:
                    yield _unused("let", part.name, part)


def _unused(what: str, name: str, node: t.Node) -> Diagnostic:
    return finding("ALN0413", node.span, f"the {what} `{name}` is not used", "use it, or remove it")


def identity(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A module that decides something is released under a policy id and a version; both must be told, once."""
    decides = (t.Policy, t.Machine, t.BehaviorTree)
    if not any(isinstance(item, decides) for item in checked.module.items):
        return
    place = next((i.span for i in checked.module.items if isinstance(i, t.Constants)), checked.module.span)
    values = {name: checked.model.constant(t.Path((name,))) for name in ("POLICY_ID", "POLICY_VERSION")}
    for name, example in (("POLICY_ID", "a uuid in quotes"), ("POLICY_VERSION", '`"1.0.0"`')):
        if name not in checked.model.constants:
            says = f"the module has no `{name}`"
            yield finding("ALN0426", place, says, f"add `{name}` to its constants: {example}")
    policy_id, version = values["POLICY_ID"], values["POLICY_VERSION"]
    if "POLICY_ID" in checked.model.constants and not (
        isinstance(policy_id, t.String) and parse_uuid(policy_id.value)
    ):
        help_ = "write 8-4-4-4-12 hexadecimal digits in quotes"
        yield finding("ALN0427", policy_id.span, "`POLICY_ID` is not a uuid", help_)
    named = _VERSION.search(checked.module.name)
    if named and "POLICY_VERSION" in checked.model.constants:
        wanted = ".".join(named.groups())
        written = version.value if isinstance(version, t.String) else ""
        if written != wanted:
            says = f"`POLICY_VERSION` is `{written}`, and the module's name says `{wanted}`"
            yield finding("ALN0414", version.span, says, "make the two agree")


def digits_in_terms(checked: CheckedModule) -> Iterator[Diagnostic]:
    """A digit is never a letter, so a term with digits matches without them."""
    for lexicon in checked.model.lexicons.values():
        for text in lexicon.terms:
            if any(c.isdigit() for c in text) and any(c.isalpha() for c in text) and text.isascii():
                says = (
                    f"the term `{text}` of `{lexicon.name}` matches as `{term(text)}`: digits are not matched"
                )
                yield finding("ALN0416", lexicon.span, says, f"write `{term(text)}`, or choose other words")


def names_alike(checked: CheckedModule) -> Iterator[Diagnostic]:
    """Generated files, tables and obligation ids are named in snake case: two names must not become one."""
    groups: dict[tuple[str, str], tuple[str, str]] = {}
    for space, kind, name, node in _named(checked.module):
        first_kind, first = groups.setdefault((space, snake(name)), (kind, name))
        if first != name:
            says = f"`{name}` and `{first}` become one name: `{snake(name)}`"
            yield finding("ALN0425", node.span, says, "rename one of them")
        elif first_kind != kind:
            says = f"`{name}` names a {first_kind} and a {kind}, and both become `{snake(name)}`"
            yield finding("ALN0425", node.span, says, "rename one of them")


def _named(module: t.Module) -> Iterator[tuple[str, str, str, t.Node]]:
    """Each name that becomes another: where it must be alone, what it names, the name, the place."""
    for item in module.items:
        if isinstance(item, t.Policy | t.BehaviorTree):
            yield "guard", "policy", item.name, item
        elif isinstance(item, t.Machine):
            yield "guard", "machine", item.name, item
            for part in item.items:
                if isinstance(part, t.Property):
                    yield f"property of {item.name}", "claim", part.name, part
        elif isinstance(item, t.Entity):
            yield "entity", "entity", item.name, item
        elif isinstance(item, t.Claim):
            yield "claim", "claim", item.name, item
