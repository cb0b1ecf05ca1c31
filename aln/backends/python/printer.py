"""A core guard → one Python module: classes, boundary conversion, `decide` with reasons and `allows` without.

Every value is checked before it is used, every presence tested before it is relied on, and what is not known to be
lawful is denied. The module needs the standard library only.
"""

from __future__ import annotations

import re
from dataclasses import replace

from aln.backends.interface import Header, Unsupported
from aln.backends.python import template
from aln.backends.python.declarations import (
    CLASS,
    Domains,
    disjunction,
    entity_class,
    entity_reader,
    literals,
    refused,
    tuple_class,
)
from aln.backends.python.expressions import Printer, literal, quoted
from aln.backends.python.facts import NONE
from aln.backends.python.names import Attribute, Layout, Names, tested
from aln.backends.python.scope import LoopNames, guard_scope
from aln.backends.python_text import python_source
from aln.core import build as b
from aln.core.ir import Expr, Field, Guard, Record, Rule, walk


def fused(e: Expr) -> Expr:
    """`e` with conjoined `all` over the same list made one, so that a fast form walks each list once."""
    if e.kind == "each" and e.name == "all":
        return b.each("all", e.value, e.bound, fused(e.args[0]))
    if e.kind != "op" or e.name != "and":
        return e
    groups: dict[object, list[Expr]] = {}
    for part in e.args:
        same = part.kind == "each" and part.name == "all"
        groups.setdefault((part.value, part.bound) if same else part, []).append(part)
    out: list[Expr] = []
    for key, parts in groups.items():
        if isinstance(key, tuple):
            body = b.and_(*(p.args[0] for p in parts))
            out.append(fused(b.each("all", key[0], key[1], body)))
        else:
            out += parts
    return cheap_first(factored(b.and_(*out)))


def cheap_first(e: Expr) -> Expr:
    """A conjunction with its comparisons before its texts and its texts before its lists: most denials are quick."""
    if e.kind != "op" or e.name != "and":
        return e
    cost = {"each": 2, "mentions": 1}
    return b.and_(*sorted(e.args, key=lambda p: max(cost.get(n.kind, 0) for n in walk(p))))


def factored(e: Expr) -> Expr:
    """(a or x) and (a or y) as a or (x and y)."""
    choices = (
        [p for p in e.args if p.kind == "op" and p.name == "or"] if e.kind == "op" and e.name == "and" else []
    )
    common = [a for a in choices[0].args if all(a in c.args for c in choices)] if len(choices) > 1 else []
    if not common:
        return e
    rest = b.and_(*(b.or_(*(a for a in c.args if a not in common)) for c in choices))
    return b.and_(*(p for p in e.args if p not in choices), b.or_(*common, rest))


def has_list(e: Expr) -> bool:
    return any(n.kind == "each" for n in walk(e))


def print_guard(guard: Guard, header: Header) -> str:
    """The module of a guard. Raises `Unsupported` for what Python is not generated for."""
    return Module(guard, header, fused(b.and_(*(r.condition for r in guard.rules)))).text()


class Module:
    """The text of one guard's module; `decision` is what `allows` decides once every field is in its domain."""

    def __init__(self, guard: Guard, header: Header, decision: Expr) -> None:
        conditions = [r.condition for r in guard.rules]
        self.guard, self.header, self.decision = guard, header, decision
        nullable = tested([*conditions, decision], guard.records, guard.inputs)
        self.layout = Layout(guard.records, nullable, guard.inputs)
        if not all(f.name.startswith("@") for f in guard.inputs):
            raise Unsupported("an input is called as no field of a record can be")
        terms = dict.fromkeys(
            n.terms for c in [*conditions, decision] for n in walk(c) if n.kind == "mentions"
        )
        self.terms = {t: f"_TERMS_{i + 1}" for i, t in enumerate(terms)}
        attributes = [*self.layout.attributes.values(), self.layout.inputs]
        self.domains = Domains.of(a.type for attrs in attributes for a in attrs)
        self.taken = frozenset(self.layout.names.taken)
        self.slow = guard_scope(self.layout, self.terms, fast=False)

    def printer(self) -> Printer:
        """A printer of one function's expressions."""
        return Printer(LoopNames(Names(set(self.taken))))

    def text(self) -> str:
        g, h, layout = self.guard, self.header, self.layout
        root = layout.parameters[""]
        parts = [
            f'"""The policy {g.name} of {g.module}: `allows` and `decide` judge one {g.entity}.\n\n'
            "A `read_…` function turns data into a record of raw values. Arguments are the record judged, each record\n"
            "it refers to (None if there is none) and each list with whether it is complete; an element whose own\n"
            "references are followed is given in a tuple with the records they name. Keys are checked: a record that is\n"
            "not the one referred to is missing, and so is a list that is incomplete, too long, or not its owner's.\n"
            '"""'.replace("read_…", "read_..."),
            template.imports(bool(self.aliases()), any(r.fields for r in layout.records))
            + "\n"
            + "\n".join(
                f"{name}: Final = {quoted(value)}"
                for name, value in (
                    ("SOURCE", h.source),
                    ("MODULE", g.module),
                    ("POLICY", g.name),
                    ("POLICY_ID", h.policy_id),
                    ("POLICY_VERSION", h.policy_version),
                    ("CORE_DIGEST", h.digest),
                )
            )
            + f"\nTRACES: Final = {literals(g.traces)}"
            + self.events(),
            template.VALUES.rstrip(),
            template.REASON.rstrip(),
            template.DECISIONS.rstrip(),
            self.reached(),
            *self.reasons(),
            *self.domains.lines(),
            *(
                ["\n".join(f"{n}: Final = {literals(t)}" for t, n in self.terms.items())]
                if self.terms
                else []
            ),
            *(entity_class(layout.classes[e], e, layout.attributes[e]) for e in layout.classes),
            *self.aliases(),
            *([self.stated()] if g.inputs else []),
            template.BOUNDARY.rstrip(),
            *(
                entity_reader(layout.readers[e], layout.classes[e], layout.attributes[e], self.domains)
                for e in layout.classes
            ),
            *([entity_reader("read_inputs", "Inputs", self.data(), self.domains)] if g.inputs else []),
            *([python_source().rstrip()] if self.terms else []),
            self.allows(root),
            self.decide(root),
            *(self.check(r) for r in layout.records),
            *(self.rule(i, r)[0] for i, r in enumerate(self.guard.rules) if has_list(r.condition)),
            self.explain(root),
        ]
        head = (
            f"# Generated from {quoted(h.source)}, module {g.module}: edit that instead.\n"
            "# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110\n"
        )
        return head + "\n\n\n".join(parts) + "\n"

    def events(self) -> str:
        """The rules that are judged at acceptance and never again, where there are any."""
        found = [r.id for r in self.guard.rules if r.event]
        return f"\nEVENT_RULES: Final = {literals(found)}" if found else ""

    def stated(self) -> str:
        """What the caller states beside the record, as `read_inputs` gives it."""
        found = [Field(a.field, a.type) for a in self.data()]
        names = {a.field: a.name for a in self.data()}
        says = "What is stated beside the records; where it is invalid it is named with `@` before it"
        return tuple_class("Inputs", says, found, names, True)

    def data(self) -> tuple[Attribute, ...]:
        """The inputs as data calls them."""
        return tuple(replace(a, field=a.field.removeprefix("@")) for a in self.layout.inputs)

    def reached(self) -> str:
        rows = "\n".join(
            f"    Reached({', '.join([literal(v) for v in (r.path, r.entity, r.table, r.key, r.how, r.parent, r.link, r.maximum, r.optional)])}),"
            for r in self.guard.records
        )
        return f"RECORDS: Final = (\n{rows}\n)"

    def reasons(self) -> list[str]:
        found = [
            f"_REASON_{i + 1}: Final = Reason(\n    rule={quoted(r.id)},\n    because={quoted(r.because)},\n"
            f"    traces={literals(r.traces)},\n)"
            for i, r in enumerate(self.guard.rules)
        ]
        return ["\n".join(found)] if found else []

    # ── signatures ───────────────────────────────────────────────────────────────────────────────────────────

    def row(self, many: Record) -> str:
        """The type of one element of a list."""
        return self.layout.aliases[many.path] if self.layout.inner(many) else self.layout.classes[many.entity]

    def aliases(self) -> list[str]:
        out = []
        for many in self.layout.records:
            inner = self.layout.inner(many) if many.how == "many" else ()
            if inner:
                parts = [
                    self.layout.classes[many.entity],
                    *(f"{self.layout.classes[r.entity]} | None" for r in inner),
                ]
                out.append(f"{self.row(many)}: TypeAlias = tuple[{', '.join(parts)}]")
        return ["\n".join(out)] if out else []

    def parameters(self, default: str = "") -> str:
        """The parameters of a signature; `default` follows those that are stated by keyword."""
        out = []
        for r in self.layout.top():
            name = self.layout.parameters[r.path]
            if r.how == "many":
                out += [
                    f"    {name}: tuple[{self.row(r)}, ...] | list[{self.row(r)}],",
                    f"    {self.layout.complete[r.path]}: bool,",
                ]
            else:
                optional = "" if r.how == "root" else " | None"
                out.append(f"    {name}: {self.layout.classes[r.entity]}{optional},")
        if self.layout.inputs:
            out.append("    *,")
        out += [f"    {a.name}: {CLASS[a.type.sort]} | None{default}," for a in self.layout.inputs]
        return "\n".join(out)

    def arguments(self, indent: int) -> str:
        out = []
        for r in self.layout.top():
            out.append(self.layout.parameters[r.path])
            if r.how == "many":
                out.append(self.layout.complete[r.path])
        out += [f"{a.name}={a.name}" for a in self.layout.inputs]
        pad = " " * (indent + 4)
        return "".join(f"\n{pad}{name}," for name in out) + "\n" + " " * indent

    # ── the fast form ────────────────────────────────────────────────────────────────────────────────────────

    def allows(self, root: str) -> str:
        lines = self.validation()
        scope = guard_scope(self.layout, self.terms, fast=True)
        lines += self.printer().statements(self.decision, scope, 8)
        return (
            f"def allows(\n{self.parameters(' = None')}\n) -> bool:\n"
            f'    """Whether the {self.guard.entity} is allowed; the first doubt ends it. Never raises."""\n    try:\n'
            + "\n".join(lines)
            + "\n    except Exception:\n        return False"
        )

    def validation(self) -> list[str]:
        """The first statements of `allows`: deny what is outside its domain, make missing what is not referred to."""
        lines = [line for a in self.layout.inputs for line in self._refuse(self._unstated(a, 8), 8)]
        for r in self.layout.top():
            lines += {"root": self.fast_root, "ref": self.fast_reference, "many": self.fast_list}[r.how](r)
        return lines

    @staticmethod
    def _unstated(a: Attribute, indent: int) -> list[str]:
        """The tests that refuse what is stated for an input."""
        return refused(Field(a.field, a.type), a.name, indent)

    def _bind(self, r: Record, holder: str, indent: int) -> tuple[list[str], list[str]]:
        """Statements that bind a record's fields to local names, and the tests that refuse their values."""
        pad = " " * indent
        names = [(f, self.layout.locals[r.variable(f.name)]) for f in r.fields]
        attributes = [self.layout.attribute(r.entity, f.name).name for f in r.fields]
        lines = [f"{pad}{n} = {holder}.{a}" for (_, n), a in zip(names, attributes, strict=True)]
        return lines, [test for f, n in names for test in refused(f, n, indent)]

    def _refuse(self, tests: list[str], indent: int, action: str = "return False") -> list[str]:
        pad = " " * indent
        return [f"{pad}if {disjunction(tests, indent)}:", f"{pad}    {action}"] if tests else []

    def root_key(self) -> str:
        """The root's key where it owns a list and is not a field that is checked anyway."""
        root = self.layout.by_path[""]
        if not self.layout.keyed(root) or any(f.name == root.key for f in root.fields):
            return ""
        return self.layout.attribute(root.entity, root.key).name

    def fast_root(self, r: Record) -> list[str]:
        own = self.layout.parameters[r.path]
        key = self.root_key()
        lines, tests = self._bind(r, own, 8)
        keyed = [f"type({own}.{key}) is not str"] if key else []
        return [
            f"        if type({own}) is not {self.layout.classes[r.entity]}:",
            "            return False",
            *lines,
            *self._refuse([*keyed, *tests], 8),
        ]

    def _names(self, r: Record) -> tuple[str, str, str, str]:
        """Of a reference: its own name and class, its key, and the reference as the parent holds it."""
        parent = self.layout.by_path[r.parent]
        link = self.layout.attribute(parent.entity, r.link).name
        return (
            self.layout.parameters[r.path],
            self.layout.classes[r.entity],
            self.layout.attribute(r.entity, r.key).name,
            f"{self.layout.parameters[r.parent]}.{link}",
        )

    def fast_reference(self, r: Record) -> list[str]:
        own, kind, key, link = self._names(r)
        parent = self.layout.by_path[r.parent]
        indent = 8 if parent.how == "root" else 12
        pad = " " * indent
        binds, tests = self._bind(r, own, indent + 8)
        body = [
            f"{pad}if {link} is not None and type({link}) is not str:",
            f"{pad}    return False",
            f"{pad}if {own} is not None:",
            f"{pad}    if type({own}) is not {kind} or type({own}.{key}) is not str:",
            f"{pad}        return False",
            f"{pad}    if {own}.{key} != {link}:",
            f"{pad}        {own} = None",
            *([f"{pad}    else:", *binds, *self._refuse(tests, indent + 8)] if tests else []),
        ]
        if parent.how == "root":
            return body
        holder = self.layout.parameters[r.parent]
        return [f"        if {holder} is None:", f"            {own} = None", "        else:", *body]

    def fast_list(self, r: Record) -> list[str]:
        own, rows, complete = (
            self.layout.parameters[r.path],
            self.layout.rows[r.path],
            self.layout.complete[r.path],
        )
        owner = self.layout.by_path[r.parent]
        holder = self.layout.parameters[r.parent]
        key = self.layout.attribute(owner.entity, owner.key).name
        link = self.layout.attribute(r.entity, r.link).name
        inner = self.layout.inner(r)
        kind = self.layout.classes[r.entity]
        present = "" if owner.how == "root" else f"{holder} is not None and "
        element, sound = self.layout.elements[r.path], f"{own}_sound"
        pad = " " * 16
        row = f"{own}_row" if inner else element
        parts = [self.layout.parameters[i.path] for i in inner]
        lines = [
            f"        if type({own}) is not tuple and type({own}) is not list:",
            "            return False",
            f"        if type({complete}) is not bool:",
            "            return False",
            f"        {rows}: tuple[{self.row(r)}, ...] | list[{self.row(r)}] | None = None",
            f"        if {present}{complete} and len({own}) <= {r.maximum}:",
            f"            {sound} = True",
        ]
        if inner:
            lines.append(f"            {own}_checked: list[{self.row(r)}] = []")
        lines.append(f"            for {row} in {own}:")
        if inner:
            lines += [
                f"{pad}if type({row}) is not tuple or len({row}) != {len(inner) + 1}:",
                f"{pad}    return False",
                f"{pad}{', '.join([element, *parts])} = {row}",
            ]
        binds, tests = self._bind(r, element, 16)
        lines += [
            f"{pad}if type({element}) is not {kind}:",
            f"{pad}    return False",
            f"{pad}if {element}.{link} is not None and type({element}.{link}) is not str:",
            f"{pad}    return False",
            f"{pad}if {element}.{link} != {holder}.{key}:",
            f"{pad}    break",
            *binds,
            *self._refuse(tests, 16, f"{sound} = False"),
        ]
        for i in inner:
            lines += self.fast_inner(i, r, element, sound)
        if inner:
            lines.append(f"{pad}{own}_checked.append(({', '.join([element, *parts])}))")
        return [
            *lines,
            "            else:",
            f"                if not {sound}:",
            "                    return False",
            f"                {rows} = {f'{own}_checked' if inner else own}",
        ]

    def fast_inner(self, i: Record, many: Record, element: str, sound: str) -> list[str]:
        own, kind, key, link = self._names(i)
        if i.parent == many.path:
            link = f"{element}.{link.rpartition('.')[2]}"
        indent = 16 if i.parent == many.path else 20
        pad = " " * indent
        binds, tests = self._bind(i, own, indent + 8)
        body = [
            f"{pad}if {link} is not None and type({link}) is not str:",
            f"{pad}    {sound} = False",
            f"{pad}if {own} is not None:",
            f"{pad}    if type({own}) is not {kind} or type({own}.{key}) is not str:",
            f"{pad}        {sound} = False",
            f"{pad}        {own} = None",
            f"{pad}    elif {own}.{key} != {link}:",
            f"{pad}        {own} = None",
            *(
                [f"{pad}    else:", *binds, *self._refuse(tests, indent + 8, f"{sound} = False")]
                if tests
                else []
            ),
        ]
        if i.parent == many.path:
            return body
        holder = self.layout.parameters[i.parent]
        return [
            f"                if {holder} is None:",
            f"                    {own} = None",
            "                else:",
            *body,
        ]

    # ── the form with reasons ────────────────────────────────────────────────────────────────────────────────

    def decide(self, root: str) -> str:
        return (
            f"def decide(\n{self.parameters(' = None')}\n) -> Decision:\n"
            f'    """Whether the {self.guard.entity} is allowed and, if not, every reason why. Never raises."""\n'
            f"    if allows({self.arguments(4)}):\n        return ALLOWED\n"
            f"    try:\n        return _explain({self.arguments(8)})\n"
            f"    except Exception:\n        return Decision(False, ({quoted(root)},), ())"
        )

    def check(self, r: Record) -> str:
        """The function that checks one record, reports its fields outside their domain, and closes what is unusable."""
        kind, own = self.layout.classes[r.entity], self.layout.functions[r.path]
        fields = "\n".join(line for f in r.fields for line in self.field(r, f))
        if r.how == "root":
            key = self.root_key()
            keyed = (
                f"    if type(record.{key}) is not str:\n        invalid.append({quoted(r.key)})\n"
                if key
                else ""
            )
            return (
                f"def {own}(record: {kind}, invalid: list[str]) -> {kind}:\n{keyed}"
                + (f"{fields}\n" if fields else "")
                + "    return record"
            )
        if r.how == "ref":
            parent = self.layout.classes[self.layout.by_path[r.parent].entity]
            link = self._names(r)[3].rpartition(".")[2]
            key = self._names(r)[2]
            return (
                f"def {own}(\n    parent: {parent} | None, record: {kind} | None, invalid: list[str]\n) -> {kind} | None:\n"
                "    if parent is None:\n        return None\n"
                f"    if parent.{link} is not None and type(parent.{link}) is not str:\n"
                f"        invalid.append({quoted(r.path)})\n"
                "    if record is None:\n        return None\n"
                f"    if type(record) is not {kind}:\n        invalid.append({quoted(r.path)})\n        return None\n"
                f"    if type(record.{key}) is not str:\n        invalid.append({quoted(f'{r.path}.{r.key}')})\n"
                "        return None\n"
                f"    if record.{key} != parent.{link}:\n        return None\n"
                + (f"{fields}\n" if fields else "")
                + "    return record"
            )
        return self.check_list(r, own, kind, fields)

    def check_list(self, r: Record, own: str, kind: str, fields: str) -> str:
        owner = self.layout.by_path[r.parent]
        holder = self.layout.classes[owner.entity]
        key = self.layout.attribute(owner.entity, owner.key).name
        link = self.layout.attribute(r.entity, r.link).name
        inner = self.layout.inner(r)
        row = "row" if inner else "record"
        path = quoted(r.path)
        shape = (
            f"        if type(row) is not tuple or len(row) != {len(inner) + 1}:\n            invalid.append({path})\n"
            "            return None\n        record = row[0]\n"
            if inner
            else ""
        )
        deep = "".join(f"    {line}\n" for line in fields.splitlines())
        if inner:
            end = (
                "    checked = []\n    for row in rows:\n        record = row[0]\n"
                + deep
                + "        checked.append((record, *row[1:]))\n    return checked"
            )
        else:
            end = (
                "    checked = []\n    for record in rows:\n"
                + deep
                + "        checked.append(record)\n    return checked"
            )
        return (
            f"def {own}(\n    owner: {holder} | None,\n"
            f"    rows: tuple[{self.row(r)}, ...] | list[{self.row(r)}],\n"
            "    complete: bool,\n    invalid: list[str],\n"
            f") -> list[{self.row(r)}] | None:\n"
            "    if (type(rows) is not tuple and type(rows) is not list) or type(complete) is not bool:\n"
            f"        invalid.append({path})\n        return None\n"
            f"    if owner is None or not complete or len(rows) > {r.maximum}:\n        return None\n"
            f"    for {row} in rows:\n{shape}"
            f"        if type(record) is not {kind}:\n            invalid.append({path})\n            return None\n"
            f"        if record.{link} is not None and type(record.{link}) is not str:\n"
            f"            invalid.append({quoted(f'{r.path}.{r.link}')})\n            return None\n"
            f"        if record.{link} != owner.{key}:\n            return None\n" + end
        )

    def field(self, r: Record, f: Field) -> list[str]:
        """Statements that report a field outside its domain, and make it missing."""
        a = self.layout.attribute(r.entity, f.name)
        missing = "None" if a.nullable else literal(f.type.default())
        return [
            *self._refuse(
                refused(f, f"record.{a.name}", 4), 4, f"invalid.append({quoted(r.variable(f.name))})"
            ),
            f"        record = replace(record, {a.name}={missing})",
        ]

    def explain(self, root: str) -> str:
        layout = self.layout
        lines = [
            f"    if type({root}) is not {layout.classes[self.guard.entity]}:",
            f"        return Decision(False, ({quoted(root)},), ())",
            "    invalid: list[str] = []",
        ]
        for a in layout.inputs:
            lines += self._refuse(self._unstated(a, 4), 4, f"invalid.append({quoted(a.field)})")
            lines.append(f"        {a.name} = {'None' if a.nullable else literal(a.type.default())}")
        for r in layout.records:
            own, function = layout.parameters[r.path], layout.functions[r.path]
            many = next((m for m in layout.records if m.how == "many" and r in layout.inner(m)), None)
            if many is not None:
                lines += self.explain_inner(r, many)
            elif r.how == "root":
                lines.append(f"    {own} = {function}({own}, invalid)")
            elif r.how == "ref":
                lines.append(f"    {own} = {function}({layout.parameters[r.parent]}, {own}, invalid)")
            else:
                lines += [
                    f"    {layout.rows[r.path]} = {function}(",
                    f"        {layout.parameters[r.parent]}, {own}, {layout.complete[r.path]}, invalid",
                    "    )",
                ]
        lines.append("    reasons: list[Reason] = []")
        for index, rule in enumerate(self.guard.rules):
            if has_list(rule.condition):
                _, names = self.rule(index, rule)
                test = f"not _rule_{index + 1}({', '.join(names)})"
            else:
                test = self.printer().unless(rule.condition, self.slow, NONE, 4, 3)
            lines += [f"    if {test}:", f"        reasons.append(_REASON_{index + 1})"]
        lines.append("    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))")
        return f"def _explain(\n{self.parameters()}\n) -> Decision:\n" + "\n".join(lines)

    def rule(self, index: int, rule: Rule) -> tuple[str, list[str]]:
        """The function of a rule over a list, and the names of the records it takes."""
        lines = self.printer().statements(rule.condition, self.slow, 4)
        words = set(re.findall(r"\w+", "\n".join(lines)))
        names, typed = [], []
        for r in self.layout.top():
            many = r.how == "many"
            name = self.layout.rows[r.path] if many else self.layout.parameters[r.path]
            if name in words:
                names.append(name)
                kind = f"list[{self.row(r)}]" if many else self.layout.classes[r.entity]
                typed.append(f"    {name}: {kind}{'' if r.how == 'root' else ' | None'},\n")
        for a in self.layout.inputs:
            if a.name in words:
                names.append(a.name)
                typed.append(f"    {a.name}: {CLASS[a.type.sort]}{' | None' if a.nullable else ''},\n")
        body = "\n".join(lines)
        return f"def _rule_{index + 1}(\n{''.join(typed)}) -> bool:\n{body}", names

    def explain_inner(self, r: Record, many: Record) -> list[str]:
        layout = self.layout
        rows = layout.rows[many.path]
        parts = [layout.elements[many.path], *(layout.parameters[p.path] for p in layout.inner(many))]
        own = layout.parameters[r.path]
        parent = layout.elements[many.path] if r.parent == many.path else layout.parameters[r.parent]
        checked = [f"{layout.functions[r.path]}({parent}, {own}, invalid)" if p == own else p for p in parts]
        return [
            f"    if {rows} is not None:",
            f"        {rows} = [",
            f"            ({', '.join(checked)})",
            f"            for {', '.join(parts)} in {rows}",
            "        ]",
        ]
