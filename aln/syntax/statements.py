"""Statements as text: every declaration that is one leaf of the layout, and the lines that open blocks.

Takes nodes of the tree and an indent; gives lines without comments. Where comments and blank lines go, and how
blocks nest, is `format`'s.
"""

from __future__ import annotations

from aln.syntax import tree as t
from aln.syntax.layout import STEP, WIDTH, flat, lay, listed, pad, prose, quoted, texts, type_lines, type_text

__all__ = ["example", "field", "grant", "graph_item", "head", "machine_item", "member", "rule", "statement"]


def head(item: t.Item) -> str:
    """The line that opens a block."""
    match item:
        case t.Constants():
            return "constants {"
        case t.Entity(name=name):
            nature = " immutable" if item.immutable else " event" if item.event else ""
            stored = f" stored as {quoted(item.stored_as)}" if item.stored_as else ""
            return f"entity {name}{nature}{stored} {{"
        case t.Table(name=name):
            return f"const {name}{'[]' if item.repeated else ''} : {type_text(item.type)} = ["
        case t.Policy(name=name):
            return f"{'duty' if item.duty else 'policy'} {name} for {item.entity} {item.variable} {{"
        case t.Role(name=name):
            return f"role {name} {{"
        case t.Bundle(name=name):
            return f"bundle {name} {{"
        case t.Test(name=name):
            return f"test {quoted(name)} {{"
        case t.Machine(name=name):
            return f"{'model ' if item.model else ''}machine {name} every {flat(item.period)} {{"
        case t.Graph(name=name):
            about = f" for {item.entity} {item.variable}" if item.entity else ""
            return f"graph {name}{about} {{"
        case t.BehaviorTree(name=name):
            return f"behavior_tree {name} {{"
        case t.BehaviorGraph(name=name):
            return f"behavior_graph {name} {{"
        case t.Service(name=name):
            return f"service {name} {{"
    raise TypeError(f"{type(item).__name__} opens no block")


def statement(item: t.Item | t.Claim, width: int, indent: int) -> list[str]:
    """A declaration that is one statement; its name is padded to `width` where neighbours align."""
    inner = indent + STEP
    match item:
        case t.Use(module=module):
            return [pad(indent, f"use {module};")]
        case t.Requirement():
            return prose(f"requirement {quoted(item.id)} : ", item.says, indent, ";")
        case t.Hazard():
            before = f"hazard {quoted(item.id)} : "
            tail = f"severity {item.severity} probability {item.probability};"
            line = pad(indent, f"{before}{quoted(item.says)} {tail}")
            return [line] if len(line) <= WIDTH else [*prose(before, item.says, indent), pad(inner, tail)]
        case t.Control():
            end = "" if item.mitigates or item.satisfies else ";"
            lines = prose(f"control {quoted(item.id)} : ", item.says, indent, end)
            lines += _links("mitigates ", item.mitigates, inner, "" if item.satisfies else ";")
            return lines + _links("satisfies ", item.satisfies, inner)
        case t.Waiver(code=code):
            start = f"waive {code} for {item.target}" if item.target else f"waive {code}"
            until = f"until {quoted(item.until)};"
            line = pad(indent, f"{start} because {quoted(item.because)} {until}")
            if len(line) <= WIDTH:
                return [line]
            return [pad(indent, start), *prose("because ", item.because, inner), pad(inner, until)]
        case t.Unit():
            return [pad(indent, f"unit {item.name:<{width}} = {quoted(item.code)};")]
        case t.TypeAliasDecl():
            return type_lines(f"type {item.name:<{width}} = ", item.type, indent, ";")
        case t.Enum(name=name, labels=words):
            line = pad(indent, " ".join([f"enum {name} {{", *(f"{word};" for word in words), "}"]))
            if len(line) <= WIDTH:
                return [line]
            return [
                pad(indent, f"enum {name} {{"),
                *(pad(inner, f"{word};") for word in words),
                pad(indent, "}"),
            ]
        case t.Lexicon(name=name, terms=terms):
            lines = [pad(inner, f"{quoted(term)};") for term in terms]
            return [pad(indent, f"lexicon {name} {{"), *lines, pad(indent, "}")]
        case t.Claim():
            lines = prose(f"claim {item.name} : ", item.says, indent)
            lines += [pad(inner, f"for {item.entity} {item.variable}")]
            lines += lay("holds ", item.formula, inner, tail=_end(item.traces))
            return lines + _links("traces ", item.traces, inner)
        case t.Refines():
            lines = prose(f"claim {item.name} : ", item.says, indent)
            lines += [pad(inner, f"{item.policy} {item.relation} {item.other}{_end(item.traces)}")]
            return lines + _links("traces ", item.traces, inner)
    raise TypeError(f"no layout for {type(item).__name__}")


def field(one: t.Field, width: int, indent: int) -> list[str]:
    """A field of an entity, its name padded to `width`."""
    name = one.name + "[]" if one.repeated else one.name
    return type_lines(f"{name:<{width}} : ", one.type, indent, " key;" if one.key else ";")


def rule(one: t.Rule | t.Include, indent: int) -> list[str]:
    """A rule or an include of a policy."""
    if isinstance(one, t.Include):
        return lay(f"include {one.policy}(", one.argument, indent, tail=");")
    lines = lay(f"{'event ' if one.event else ''}{one.kind} ", one.condition, indent)
    lines += prose("because ", one.because, indent + STEP, _end(one.traces))
    return lines + _links("traces ", one.traces, indent + STEP)


def grant(one: t.Grant, indent: int) -> list[str]:
    """A grant of a role: on one line with what it traces to where that fits."""
    *actions, last = one.actions
    traces = f" traces {', '.join(quoted(id) for id in one.traces)}" if one.traces else ""
    lines = _granted(one, (*actions, f"{last} {one.entity}"), indent, f"{traces};")
    if len(lines) == 1 and len(lines[0]) <= WIDTH:
        return lines
    lines = _granted(one, (*actions, f"{last} {one.entity}"), indent, _end(one.traces))
    return lines + _links("traces ", one.traces, indent + STEP)


def _granted(one: t.Grant, what: tuple[str, ...], indent: int, tail: str) -> list[str]:
    if one.condition is None:
        return listed("may ", what, indent, tail)
    return lay(f"may {', '.join(what)} {one.variable} when ", one.condition, indent, tail=tail)


def member(one: t.Member | t.Claim | t.Forbidden, indent: int) -> list[str]:
    """What stands in a bundle."""
    match one:
        case t.Member():
            return listed("required " if one.required else "optional ", one.modules, indent, ";")
        case t.Forbidden():
            lines = listed("forbid type ", one.types, indent)
            lines += prose("because ", one.because, indent + STEP, _end(one.traces))
            return lines + _links("traces ", one.traces, indent + STEP)
        case t.Claim():
            return statement(one, 0, indent)


def example(part: t.Given | t.Expect, indent: int) -> list[str]:
    """What a test gives or expects."""
    if isinstance(part, t.Given):
        return lay(f"given {part.entity} {part.variable} = ", part.record, indent, tail=";")
    start = f"expect {part.policy}({part.argument})"
    stated = tuple(f"{name} = {flat(value)}" for name, value in part.inputs)
    given = f" with {', '.join(stated)}" if stated else ""
    reasons = ", ".join(quoted(text) for text in part.because)
    line = pad(indent, f"{start}{given} {'allowed' if part.allowed else f'denied because {reasons}'};")
    if len(line) <= WIDTH or (part.allowed and not stated):
        return [line]
    if not stated:
        return texts(f"{start} denied because ", part.because, indent, ";")
    inner = indent + STEP
    lines = [pad(indent, start), *listed("with ", stated, inner)]
    if part.allowed:
        return [*lines, pad(inner, "allowed;")]
    return lines + texts("denied because ", part.because, inner, ";")


def machine_item(item: t.MachineItem, width: int, indent: int) -> list[str]:
    """What stands in a machine; names are padded to `width` where neighbours align."""
    match item:
        case t.Param(name=name, entity=entity, where=where):
            narrowed = f" where {where}" if where else ""
            return [pad(indent, f"param {name:<{width}} : {entity}{narrowed};")]
        case t.Input(name=name):
            missing = " invalid as missing" if item.invalid_as_missing else ""
            held = f" held for {flat(item.held)}" if item.held is not None else ""
            signal = f" from {quoted(item.signal)}" if item.signal else ""
            return type_lines(f"input {name:<{width}} : ", item.type, indent, f"{missing}{held}{signal};")
        case t.State(name=name):
            return lay(f"state {name:<{width}} : {type_text(item.type)} = ", item.initial, indent, tail=";")
        case t.Timer(name=name):
            since = item.starts is not None
            starts = f" starts {flat(item.starts)}" if item.starts is not None else ""
            start = f"timer {name} {'since' if since else 'of'} "
            return lay(start, item.condition, indent, tail=f"{starts} up to {flat(item.bound)};")
        case t.Window(name=name):
            tail = f" over {flat(item.over)} up to {item.samples} samples;"
            return lay(f"window {name} of ", item.source, indent, tail=tail)
        case t.Part(name=name):
            wires = [f"{wire} = {flat(value)};" for wire, value in item.wires]
            line = pad(indent, " ".join([f"part {name} : {item.machine} {{", *wires, "}"]))
            if len(line) <= WIDTH:
                return [line]
            inner = [part for wire, e in item.wires for part in lay(f"{wire} = ", e, indent + STEP, tail=";")]
            return [pad(indent, f"part {name} : {item.machine} {{"), *inner, pad(indent, "}")]
        case t.Let(name=name):
            return lay(f"let {name} = ", item.value, indent, tail=";")
        case t.Next(name=name):
            return lay(f"next {name} = ", item.value, indent, tail=";")
        case t.Output(name=name):
            return lay(f"output {name:<{width}} : {type_text(item.type)} = ", item.value, indent, tail=";")
        case t.Property():
            return _property(item, indent)


def graph_item(item: t.GraphItem, width: int, indent: int) -> list[str]:
    """What stands in a therapy graph."""
    match item:
        case t.Start():
            return [pad(indent, f"start {item.node};")]
        case t.GraphNode(name=name):
            lasts = ""
            if item.low is not None and item.high is not None:
                lasts = f" lasts {flat(item.low)} .. {flat(item.high)}"
            needs = f" needs {flat(item.needs)}" if item.needs is not None else ""
            unless = f" unless {flat(item.unless)}" if item.unless is not None else ""
            start = f"node {name:<{width}} : {item.type}{lasts}"
            line = pad(indent, f"{start}{needs}{unless};")
            if len(line) <= WIDTH:
                return [line]
            lines = [pad(indent, start)]
            if item.needs is not None:
                end = "" if item.unless is not None else ";"
                lines += lay("needs ", item.needs, indent + STEP, tail=end)
            if item.unless is not None:
                lines += lay("unless ", item.unless, indent + STEP, tail=";")
            return lines
        case t.Edges(nodes=nodes):
            most = f" at most {item.at_most} times" if item.at_most is not None else ""
            line = " -> ".join(nodes)
            if item.condition is None:
                return [pad(indent, f"{line}{most};")]
            return lay(f"{line} when ", item.condition, indent, tail=f"{most};")
        case _:
            return machine_item(item, width, indent)


_GRAPH_FORMS = ("terminates", "enters", "avoids")


def _property(item: t.Property, indent: int) -> list[str]:
    inner = indent + STEP
    end = _end(item.traces)
    start = f"{'lemma' if item.lemma else 'claim'} {item.name} :"
    said = prose(f"{start} ", item.says, indent) if item.says or not item.lemma else [pad(indent, start)]
    if item.form == "after" and item.trigger is not None and item.ticks is not None:
        line = pad(inner, f"after {flat(item.trigger)} for {flat(item.ticks)} ticks")
        body = [line]
        if len(line) > WIDTH:
            body = lay("after ", item.trigger, inner) + lay("for ", item.ticks, inner, tail=" ticks")
        lines = [*said, *body, *lay("holds ", item.formula, inner, tail=end)]
    elif item.form == "within" and item.trigger is not None and item.ticks is not None:
        body = lay(f"within {flat(item.ticks)} after ", item.trigger, inner, tail=" :")
        lines = [*said, *body, *lay("", item.formula, inner + STEP, tail=end)]
    elif item.form in _GRAPH_FORMS:
        node = flat(item.trigger) if item.trigger is not None else ""
        start = " ".join(filter(None, (item.form, node)))
        if item.form == "enters":
            lines = [*said, *lay(f"{start} only when ", item.formula, inner, tail=end)]
        else:
            lines = [*said, pad(inner, f"{start}{end}")]
    elif item.says or not item.lemma:
        lines = [*said, *lay(f"{item.form} ", item.formula, inner, tail=end)]
    else:
        lines = lay(f"{start} {item.form} ", item.formula, indent, tail=end)
    return lines + _links("traces ", item.traces, inner)


def _links(prefix: str, ids: tuple[str, ...], indent: int, tail: str = ";") -> list[str]:
    return listed(prefix, tuple(quoted(id) for id in ids), indent, tail) if ids else []


def _end(traces: tuple[str, ...]) -> str:
    """What ends a clause: nothing where `traces` follow."""
    return "" if traces else ";"
