"""JSON Schemas of every document the commands print, and validation against them.

A document names its schema in its `schema` field (`aln/prove/v1`). The schemas are controlled in
`manifests/schema/`; this package carries derived copies so that an installed wheel validates anywhere.
Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from aln.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from jsonschema import ValidationError
    from jsonschema.protocols import Validator

__all__ = ["load", "names", "validate"]

_TYPE_WORDS = {
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "null": "null",
    "number": "a number",
    "object": "an object",
    "string": "text",
}
_LONGEST_VALUE = 60


@lru_cache(maxsize=1)
def names() -> tuple[str, ...]:
    """Every schema that is shipped, such as `aln/check/v1`, in alphabetical order."""
    files = (resources.files(__package__) / "schemas").iterdir()
    stems = sorted(file.name.removesuffix(".json") for file in files if file.name.endswith(".json"))
    return tuple(f"aln/{kind}/{version}" for kind, _, version in (stem.rpartition("-") for stem in stems))


def load(name: str) -> dict[str, Any]:
    """The schema called `name`; raises KeyError for a name that is not in `names()`."""
    if name not in names():
        raise KeyError(name)
    _, kind, version = name.split("/")
    text = (resources.files(__package__) / "schemas" / f"{kind}-{version}.json").read_text(encoding="utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def validate(document: object, *, name: str | None = None, file: str = "") -> list[Diagnostic]:
    """Every way in which `document` departs from its schema; an empty list when it conforms.

    The schema is the one called `name`, or else the one the document itself names. Code ALN0801.
    """
    span = Span(file, 0, 0)
    wanted = name
    if wanted is None:
        wanted = document.get("schema") if isinstance(document, dict) else None
    if not isinstance(wanted, str) or wanted not in names():
        return [
            Diagnostic(
                "ALN0801",
                span,
                f"{_show(wanted)} is not a schema" if wanted is not None else "the document names no schema",
                f"set `schema` to one of {', '.join(names())}",
            )
        ]
    errors = sorted(_validator(wanted).iter_errors(document), key=lambda error: error.json_path)
    found = {_message(error): None for outer in errors for error in _leaves(outer)}
    return [
        Diagnostic("ALN0801", span, message, f"the schema is `{wanted}`, in manifests/schema")
        for message in found
    ]


@lru_cache
def _validator(name: str) -> Validator:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError
    from jsonschema.validators import extend

    def pattern(_: Validator, pattern: str, value: object, __: object) -> Iterator[ValidationError]:
        # Python's `$` also matches before a last newline; JSON Schema's does not.
        strict = re.sub(r"(?<!\\)\$(?=$|\))", r"\\Z", pattern)
        if isinstance(value, str) and not re.search(strict, value):
            yield ValidationError("pattern")

    validator: Validator = extend(Draft202012Validator, {"pattern": pattern})(load(name))
    return validator


def _leaves(error: ValidationError) -> Iterator[ValidationError]:
    """The innermost errors: an alternative that fails says less than the reasons it failed for."""
    if error.context and error.validator != "oneOf":
        for inner in error.context:
            yield from _leaves(inner)
    else:
        yield error


def _message(error: ValidationError) -> str:
    """One error in the document's own words: where, what is there, and what belongs there."""
    place = error.json_path.removeprefix("$").removeprefix(".") or "the document"
    wanted = error.validator_value
    match error.validator:
        case "required":
            missing = [name for name in wanted if name not in error.instance]
            return (
                f"`{place}` lacks {_list(missing)}" if place != "the document" else f"lacks {_list(missing)}"
            )
        case "const":
            what = f"is {_show(error.instance)}, not {_show(wanted)}"
        case "enum":
            what = f"is {_show(error.instance)}, not one of {', '.join(_show(value) for value in wanted)}"
        case "type":
            kinds = [wanted] if isinstance(wanted, str) else wanted
            what = f"is {_show(error.instance)}, not {' or '.join(_TYPE_WORDS[kind] for kind in kinds)}"
        case "pattern":
            what = f"is {_show(error.instance)}, which does not match {wanted}"
        case "minLength" | "minItems":
            what = "is empty"
        case "contains":
            what = f"has no single item like {_show(wanted)}"
        case "not" if "required" in wanted:
            what = f"must not have {_list(wanted['required'])}"
        case keyword:
            what = f"is {_show(error.instance)}, against `{keyword}` {_show(wanted)}"
    return f"`{place}` {what}"


def _list(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _show(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, default=lambda other: str(other))
    return f"`{text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + '…'}`"
