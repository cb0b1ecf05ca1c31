"""The declarations that guards and machines share: domains, records, their conversion, and the test of a value."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from aln.backends.interface import Unsupported
from aln.backends.python.expressions import WIDTH, quoted
from aln.backends.python.names import Attribute
from aln.core.ir import Field, Type

CLASS = {"bool": "bool", "int": "int", "enum": "str", "id": "str", "text": "str"}


def literals(items: Iterable[str]) -> str:
    """A tuple of texts."""
    shown = [quoted(i) for i in items]
    return f"({', '.join(shown)}{',' if len(shown) == 1 else ''})"


def described(a: Attribute) -> str:
    """A field in the words of a docstring."""
    t = a.type
    if t.sort == "int":
        if t.unit.kind == "instant":
            what = (
                "instant, in microseconds since 1970-01-01 UTC"
                if t.step == 1
                else f"instant, in steps of {t.step} us"
            )
        else:
            unit = "" if t.unit.code == "1" else f" {t.unit.code}"
            what = f"number, n for n * {t.step}{unit}"
        what += f", n in {t.lo} .. {t.hi}"
    elif t.sort == "enum":
        what = f"label of {t.name}" if t.name else "label"
    elif t.sort == "id":
        what = f"uuid of {t.name}" if t.name else "uuid"
    else:
        what = {"bool": "true or false", "text": "text"}[t.sort]
    return f"{a.name}: {what}"


@dataclass(slots=True)
class Domains:
    """The named constants of a module: quantities, label tuples and lexicons, in order of first use."""

    quantities: dict[Type, str]
    labels: dict[tuple[str, ...], str]

    @staticmethod
    def of(types: Iterable[Type]) -> Domains:
        found = Domains({}, {})
        for t in types:
            if t.sort == "int":
                found.quantities.setdefault(t, f"_QUANTITY_{len(found.quantities) + 1}")
            elif t.sort == "enum":
                found.labels.setdefault(t.labels, f"_LABELS_{len(found.labels) + 1}")
        return found

    def lines(self) -> list[str]:
        out = []
        for t, name in self.quantities.items():
            out.append(
                f"{name}: Final = Quantity(\n"
                f"    lo={t.lo},\n    hi={t.hi},\n    step={fraction(t.step)},\n    unit={quoted(t.unit.name)},\n"
                f"    code={quoted(t.unit.code)},\n    factor={fraction(t.unit.factor)},\n"
                f"    kind={quoted(t.unit.kind)},\n)"
            )
        out += [f"{name}: Final = {literals(labels)}" for labels, name in self.labels.items()]
        return ["\n".join(out)] if out else []

    def convert(self, t: Type, value: str) -> str:
        """The call that turns `value` as it arrives into a raw value of type `t`."""
        if t.sort == "int":
            if t.name:
                raise Unsupported(f"the number `{t.name}` has no range and resolution")
            return f"{'_instant' if t.unit.kind == 'instant' else '_number'}({value}, {self.quantities[t]})"
        if t.sort == "enum":
            return f"_label({value}, {self.labels[t.labels]})"
        return f"{ {'bool': '_flag', 'text': '_text', 'id': '_key'}[t.sort] }({value})"


def fraction(value: object) -> str:
    number = str(value)
    return f"Fraction({number.replace('/', ', ')})"


def entity_class(name: str, entity: str, attributes: tuple[Attribute, ...], frozen: bool = False) -> str:
    fields = "\n".join(
        f"    {a.name}: {CLASS[a.type.sort]}{' | None' if a.nullable else ''}" for a in attributes
    )
    says = "\n".join(f"    {described(a)}" for a in attributes)
    return (
        f"@final\n@dataclass({'frozen=True, ' if frozen else ''}slots=True)\n"
        f'class {name}:\n    """The fields of {entity} that are read: raw values, None where missing, INVALID outside their domain.'
        f'\n\n{says}\n    """\n\n{fields}'
    )


def tuple_class(
    name: str,
    says: str,
    fields: Collection[Field],
    names: Mapping[str, str],
    optional: bool = False,
    more: Collection[tuple[str, str]] = (),
) -> str:
    """A tuple with named parts; `names` gives the Python name of each field, `more` other parts in words and as code."""
    none = " | None" if optional else ""
    lines = "".join(f"    {names[f.name]}: {CLASS[f.type.sort]}{none}\n" for f in fields)
    words = "".join(f"    {described(Attribute(f.name, names[f.name], f.type, optional))}\n" for f in fields)
    lines += "".join(f"    {code}\n" for _, code in more)
    words += "".join(f"    {said}\n" for said, _ in more)
    if not words:
        return f'class {name}(NamedTuple):\n    """{says}: nothing."""'
    return f'class {name}(NamedTuple):\n    """{says}.\n\n{words}    """\n\n{lines}'.rstrip()


def entity_reader(function: str, name: str, attributes: tuple[Attribute, ...], domains: Domains) -> str:
    arguments = "\n".join(
        f"        {a.name}={domains.convert(a.type, f'get({quoted(a.field)})')}," for a in attributes
    )
    return (
        f"def {function}(data: Mapping[str, object]) -> {name}:\n"
        f'    """`data`, a JSON object read with exact decimals, as raw values; never raises."""\n'
        "    get = data.get if isinstance(data, Mapping) else _invalid_field\n"
        f"    return {name}(\n{arguments}\n    )"
    )


def domain(t: Type, text: str) -> str:
    """The condition that a value of the right class lies outside its type; empty where it cannot."""
    if t.sort == "int":
        return f"not {t.lo} <= {text} <= {t.hi}"
    if t.sort == "enum":
        return f"{text} not in {{{', '.join(map(quoted, t.labels))}}}"
    return ""


def refused(f: Field, text: str, indent: int) -> list[str]:
    """The operands of the `or` that refuses a field's value."""
    inside = domain(f.type, text)
    tests = [f"type({text}) is not {CLASS[f.type.sort]}", *([inside] if inside else [])]
    if not f.optional:
        return tests
    joined = " or ".join(tests)
    value = f"({joined})" if inside else joined
    flat = f"({text} is not None and {value})"
    if indent + 7 + len(flat) <= WIDTH:
        return [flat]
    pad = " " * (indent + 8)
    return [f"(\n{pad}{text} is not None\n{pad}and {value}\n{' ' * (indent + 4)})"]


def disjunction(tests: list[str], indent: int) -> str:
    flat = " or ".join(tests)
    if len(tests) == 1 and "\n" not in flat:
        return flat[1:-1] if flat.startswith("(") else flat
    if len(tests) == 1 or indent + len(flat) <= WIDTH - 4:
        return flat
    pad = " " * (indent + 4)
    return "(\n" + pad + f"\n{pad}or ".join(tests) + "\n" + " " * indent + ")"
