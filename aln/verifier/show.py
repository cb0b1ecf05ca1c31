"""Raw values as people read them: ALN notation for text, plain JSON values for machines."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from aln.core.ir import Field, Type
from aln.core.show import snake
from aln.verifier.obligation import Scope

_EPOCH = datetime.datetime(1970, 1, 1)


def decimal(value: Fraction) -> str:
    """An exact decimal, or a fraction where there is none."""
    if value.denominator == 1:
        return str(value.numerator)
    digits, rest = 0, value
    while rest.denominator != 1 and digits < 30:
        rest, digits = rest * 10, digits + 1
    if rest.denominator != 1:
        return f"{value.numerator}/{value.denominator}"
    text = f"{abs(rest.numerator):0{digits + 1}d}"
    return f"{'-' if value < 0 else ''}{text[:-digits]}.{text[-digits:]}"


def instant(micros: int) -> str:
    try:
        return (_EPOCH + datetime.timedelta(microseconds=micros)).isoformat() + "Z"
    except OverflowError:
        return f"{micros} us since 1970"  # what an inferred range may reach, and no field


def literal(ty: Type, value: Any) -> str:
    """One raw value in ALN notation; `missing` where there is none."""
    if value is None:
        return "missing"
    if ty.sort == "bool":
        return "true" if value else "false"
    if ty.sort == "int" and isinstance(value, int):
        if ty.unit.kind == "instant":
            return f'"{instant(value)}"'
        return f"{decimal(value * ty.step)} {ty.unit.name}".rstrip()
    return (
        str(value) if ty.sort == "enum" else '"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"'
    )


def interval(ty: Type) -> str:
    """The range of a number in its declared unit: `0 .. 1000 mm`, an instant as such."""
    if ty.sort != "int":
        return "its type"
    if ty.unit.kind == "instant":
        return f"{instant(ty.lo)} .. {instant(ty.hi)}"
    return f"{decimal(ty.lo * ty.step)} .. {decimal(ty.hi * ty.step)} {ty.unit.name}".rstrip()


def plain(ty: Type, value: Any) -> Any:
    """One raw value as JSON: numbers in the declared unit (exact decimals as short as they are), text otherwise."""
    if value is None or ty.sort == "bool" or ty.sort != "int" or not isinstance(value, int):
        return value
    if ty.unit.kind == "instant":
        return instant(value)
    real = value * ty.step
    if real.denominator == 1:
        return int(real)
    # A float prints its shortest decimal; beyond 15 digits only the text is exact.
    return float(real) if Fraction(repr(float(real))) == real else decimal(real)


def rows(scope: Scope, env: Mapping[str, Any]) -> Iterator[tuple[str, Type | None, Any]]:
    """Every value of an environment by its full name, records and relations included, in order of reading."""
    lists = [r.path for r in scope.records if r.how == "many"]
    for record in scope.records:
        if any(record.path.startswith(p + ".") for p in lists):
            continue
        if record.how == "many":
            items = env.get(record.path)
            if not items:
                yield record.path, None, None if items is None else ()
            for i, item in enumerate(items or ()):
                for inner in scope.records:
                    if inner.path == record.path or inner.path.startswith(record.path + "."):
                        yield from _record(inner, f"{record.path}[{i}]", record.path, item)
            continue
        yield from _record(record, "", "", env)
    for field in scope.fields:
        yield field.name, field.type, env.get(field.name)


def _named(root: str, name: str) -> str:
    """A value by its full name; what is stated beside the record (`now`, `actor`) is no field of it."""
    return name[1:] if name.startswith("@") else f"{root}.{name}" if root else name


def _record(
    record: Any, shown: str, base: str, env: Mapping[str, Any]
) -> Iterator[tuple[str, Type | None, Any]]:
    tail = record.path[len(base) :].lstrip(".") if base else record.path
    prefix = ".".join(x for x in (shown, tail) if x)
    if record.how == "ref" and env.get(tail) is None:
        yield prefix, None, None
        return
    field: Field
    for field in record.fields:
        yield (
            f"{prefix}.{field.name}" if prefix else field.name,
            field.type,
            env.get(f"{tail}.{field.name}" if tail else field.name),
        )


def _root(scope: Scope) -> str:
    return next((snake(r.entity) for r in scope.records if r.how == "root"), "")


def shown(scope: Scope, env: Mapping[str, Any]) -> tuple[str, ...]:
    """An environment as aligned ALN lines: `session.rem_flag : true`."""
    root = _root(scope)
    found = []
    for name, ty, value in rows(scope, env):
        text = ("none" if value == () else "missing") if ty is None else literal(ty, value)
        found.append((_named(root, name), text))
    width = max((len(n) for n, _ in found), default=0)
    return tuple(f"{name:<{width}} : {text}" for name, text in found)


def values(scope: Scope, env: Mapping[str, Any]) -> dict[str, Any]:
    """An environment as JSON values by full name."""
    root = _root(scope)
    return {
        _named(root, name): ([] if value == () else None) if ty is None else plain(ty, value)
        for name, ty, value in rows(scope, env)
    }
