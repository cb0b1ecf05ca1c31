"""The generated guard beside libraries that decide about records: one policy, stated for each, on the same inputs.

Each gets its inputs in the form it takes fastest, made beforehand, and first all must agree with the evaluator about
every input. With reasons the guard is held against the peer's own account of what is wrong where it gives one, else
against its bare yes or no. What the boundary costs, from decoded JSON to a record, is measured too, without a goal.
"""

from __future__ import annotations

import importlib.util
import random
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any, Literal, TypeAlias

from aln.core.evaluate import decide
from aln.core.ir import CoreModule
from aln.pipeline import Source, artefacts, core
from bench.measure import Row, faster

Input: TypeAlias = Mapping[str, Any]
Answers: TypeAlias = Callable[[], list[Any]]
# Yes or no to every input; and what is wrong with each, where the peer can say it.
Peer: TypeAlias = Callable[[Sequence[Input]], tuple[Answers, Answers | None]]

COUNT = 1_000
MODES = ("MANUAL", "TITRATE", "HOLD")
POLICY = """
module Order_v1_0_0 {
    constants { POLICY_ID : "11111111-1111-4111-8111-111111111111"; POLICY_VERSION : "1.0.0"; }
    requirement "REQ-1" : "An order is within the limits of its patient.";
    hazard "HAZ-1" : "The patient is overdosed." severity serious probability remote;
    control "RC-1" : "Orders are checked." mitigates "HAZ-1" satisfies "REQ-1";
    enum Mode { MANUAL; TITRATE; HOLD; }
    type Amount = decimal in 0 .. 1000 by 1;
    type Rate   = decimal in 0 .. 500 by 1;
    type Weight = decimal in 1 .. 300 by 1;
    type Age    = decimal in 0 .. 120 by 1;
    entity Order {
        id         : uuid key;
        mode       : Mode;
        amount     : Amount;
        rate       : Rate;
        weight     : Weight?;
        age        : Age;
        consent    : bool;
        supervised : bool;
        note       : text;
    }
    policy Lawful for Order o {
        require o.consent because "there is no consent" traces "RC-1";
        require o.amount <= 400 because "the amount is above 400" traces "RC-1";
        require o.rate <= 120 because "the rate is above 120" traces "RC-1";
        require present(o.weight) and o.weight >= 30 because "the weight is too low or not known" traces "RC-1";
        require o.mode != TITRATE or o.supervised because "nobody watches the titration" traces "RC-1";
        require o.age >= 18 or o.amount <= 100 because "the amount is too high for a child" traces "RC-1";
        require o.note != "void" because "the order is void" traces "RC-1";
    }
}
"""


def inputs() -> list[Input]:
    """Orders as decoded JSON: half of them lawful, the others with a fault or two, missing and mistyped fields too."""
    rng = random.Random(11)
    faults: list[dict[str, Any]] = [
        {"consent": False}, {"amount": 401}, {"rate": 121}, {"weight": 29}, {"weight": None}, {"note": "void"},
        {"mode": "TITRATE", "supervised": False}, {"age": 17, "amount": 101}, {"mode": "SLEEP"}, {"age": 121},
        {"amount": -1}, {"rate": "10"}, {"consent": None}, {"supervised": 1}, {"age": None}, {"weight": 301},
    ]  # fmt: skip
    found = []
    for n in range(COUNT):
        order = {
            "mode": rng.choice(MODES), "amount": rng.randrange(401), "rate": rng.randrange(121),
            "weight": rng.randrange(30, 301), "age": rng.randrange(18, 121), "consent": True, "supervised": True,
            "note": rng.choice(["", "after meals", "slowly"]),
        }  # fmt: skip
        for fault in rng.sample(faults, rng.choice((1, 1, 2))) if n % 2 else ():
            order |= fault
        found.append({name: value for name, value in order.items() if value is not None})
    return found


def guard(module: CoreModule) -> ModuleType:
    """The guard as `aln build` writes it."""
    [text] = [a.text for a in artefacts(module, ["python"])]
    out = ModuleType("bench_order_guard")
    sys.modules[out.__name__] = out
    exec(compile(text, "lawful.py", "exec"), out.__dict__)
    return out


# ── the peers ────────────────────────────────────────────────────────────────────────────────────────────────

NUMBERS = {"amount": (0, 400), "rate": (0, 120), "weight": (30, 300), "age": (0, 120)}
SCHEMA: dict[str, Any] = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "object",
    "required": ["mode", "amount", "rate", "weight", "age", "consent", "supervised", "note"],
    "properties": {
        **{n: {"type": "integer", "minimum": lo, "maximum": hi} for n, (lo, hi) in NUMBERS.items()},
        "mode": {"enum": list(MODES)},
        "consent": {"const": True},
        "supervised": {"type": "boolean"},
        "note": {"type": "string", "not": {"const": "void"}},
    },
    "allOf": [
        {
            "if": {"properties": {"mode": {"const": "TITRATE"}}},
            "then": {"properties": {"supervised": {"const": True}}},
        },
        {
            "if": {"properties": {"age": {"exclusiveMaximum": 18}}},
            "then": {"properties": {"amount": {"maximum": 100}}},
        },
    ],
}
CEL = (
    "type(amount) == int && type(rate) == int && type(weight) == int && type(age) == int"
    " && type(consent) == bool && type(supervised) == bool && type(note) == string"
    " && mode in ['MANUAL', 'TITRATE', 'HOLD'] && amount >= 0 && amount <= 400 && rate >= 0 && rate <= 120"
    " && weight >= 30 && weight <= 300 && age >= 0 && age <= 120 && consent"
    " && (mode != 'TITRATE' || supervised) && (age >= 18 || amount <= 100) && note != 'void'"
)
CEDAR_SCHEMA = """
entity Site;
action order appliesTo { principal: Site, resource: Site, context: {
    mode: String, amount: Long, rate: Long, weight: Long, age: Long, consent: Bool, supervised: Bool, note: String,
} };
"""
CEDAR = """
permit (principal, action, resource) when {
    ["MANUAL", "TITRATE", "HOLD"].contains(context.mode) &&
    context.amount >= 0 && context.amount <= 400 && context.rate >= 0 && context.rate <= 120 &&
    context.weight >= 30 && context.weight <= 300 && context.age >= 0 && context.age <= 120 && context.consent &&
    (context.mode != "TITRATE" || context.supervised) && (context.age >= 18 || context.amount <= 100) &&
    context.note != "void"
};
"""
REGO = """
package order
import rego.v1
default lawful := false
lawful if {
    is_number(input.amount); input.amount >= 0; input.amount <= 400
    is_number(input.rate); input.rate >= 0; input.rate <= 120
    is_number(input.weight); input.weight >= 30; input.weight <= 300
    is_number(input.age); input.age >= 0; input.age <= 120
    input.mode in {"MANUAL", "TITRATE", "HOLD"}
    input.consent == true
    is_boolean(input.supervised)
    is_string(input.note); input.note != "void"
    watched
    grown
}
watched if input.mode != "TITRATE"
watched if input.supervised
grown if input.age >= 18
grown if input.amount <= 100
"""


def of_pydantic(given: Sequence[Input]) -> tuple[Answers, Answers | None]:
    from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

    class Order(BaseModel):
        model_config = ConfigDict(strict=True)
        mode: Literal["MANUAL", "TITRATE", "HOLD"]
        amount: int = Field(ge=0, le=400)
        rate: int = Field(ge=0, le=120)
        weight: int = Field(ge=30, le=300)
        age: int = Field(ge=0, le=120)
        consent: Literal[True]
        supervised: bool
        note: str = Field(pattern="^(?:[^v]|v[^o]|vo[^i]|voi[^d]|void.|$|v$|vo$|voi$)")

        @model_validator(mode="after")
        def together(self) -> Order:
            if (self.mode == "TITRATE" and not self.supervised) or (self.age < 18 and self.amount > 100):
                raise ValueError("denied")
            return self

    validate = Order.__pydantic_validator__.validate_python

    def one(order: Input) -> bool:
        try:
            validate(order)
        except ValidationError:
            return False
        return True

    def why(order: Input) -> list[Any]:
        try:
            validate(order)
        except ValidationError as error:
            return error.errors(include_url=False)
        return []

    return lambda: [one(order) for order in given], lambda: [why(order) for order in given]


def of_jsonschema_rs(given: Sequence[Input]) -> tuple[Answers, Answers | None]:
    import jsonschema_rs

    validator = jsonschema_rs.validator_for(SCHEMA)
    is_valid, errors = validator.is_valid, validator.iter_errors
    return lambda: [is_valid(order) for order in given], lambda: [list(errors(order)) for order in given]


def of_fastjsonschema(given: Sequence[Input]) -> tuple[Answers, Answers | None]:
    import fastjsonschema

    validate = fastjsonschema.compile(SCHEMA)

    def one(order: Input) -> bool:
        try:
            validate(order)
        except fastjsonschema.JsonSchemaValueException:
            return False
        return True

    return lambda: [one(order) for order in given], None


def of_cel(given: Sequence[Input]) -> tuple[Answers, Answers | None]:
    import cel

    execute = cel.compile(CEL).execute

    def one(order: dict[str, Any]) -> bool:
        try:
            return execute(order) is True
        except (RuntimeError, TypeError, ValueError):
            return False  # a missing field is an error of evaluation

    return lambda: [one(order) for order in given], None  # type: ignore[arg-type]


def of_cedarpy(given: Sequence[Input]) -> tuple[Answers, Answers | None]:
    import cedarpy

    policies = cedarpy.PolicySet.from_str(CEDAR)
    entities = cedarpy.Entities.from_json_str("[]")
    schema = cedarpy.Schema.from_str(CEDAR_SCHEMA)
    site = {"type": "Site", "id": "a"}
    action = {"type": "Action", "id": "order"}
    requests = [
        {"principal": site, "action": action, "resource": site, "context": dict(order)} for order in given
    ]
    ask, allow = cedarpy.is_authorized, cedarpy.Decision.Allow
    return (
        lambda: [ask(request, policies, entities, schema).decision == allow for request in requests]
    ), None


def of_regopy(given: Sequence[Input]) -> tuple[Answers, Answers | None]:
    import json

    import regopy

    rego = regopy.Interpreter()
    rego.add_module("order", REGO)
    bundle = rego.build(None, entrypoints=["order/lawful"])
    terms = [json.dumps(order) for order in given]

    def one(term: str) -> bool:
        rego.set_input_term(term)
        return rego.query_bundle_entrypoint(bundle, "order/lawful").results[0].expressions[0] is True

    return lambda: [one(term) for term in terms], None


PEERS: Mapping[str, tuple[str, Peer]] = {
    "jsonschema-rs": ("jsonschema_rs", of_jsonschema_rs),
    "fastjsonschema": ("fastjsonschema", of_fastjsonschema),
    "pydantic": ("pydantic", of_pydantic),
    "CEL (Rust)": ("cel", of_cel),
    "cedarpy": ("cedarpy", of_cedarpy),
    "regopy": ("regopy", of_regopy),
}


def rows() -> Sequence[Row]:
    module = core(Source("order.aln", POLICY))
    given = inputs()
    made = guard(module)
    fields = [f.name for r in module.guards[0].records for f in r.fields]
    records = [made.Order(**{name: order.get(name) for name in fields}) for order in given]
    allows, full, read = made.allows, made.decide, made.read_order
    expected = [decide(module.guards[0], order).allowed for order in given]
    assert 0 < sum(expected) < COUNT
    assert [allows(r) for r in records] == [full(r).allowed for r in records] == expected
    assert [allows(read(order)) for order in given] == expected

    def boolean() -> list[bool]:
        return [allows(record) for record in records]

    def with_reasons() -> list[Any]:
        return [full(record) for record in records]

    def from_data() -> list[bool]:
        return [allows(read(order)) for order in given]

    found = []
    for name, (package, peer) in PEERS.items():
        if importlib.util.find_spec(package) is None:
            found.append(Row(f"{COUNT:,} orders", None, f"{name}: not installed", goal="< 1 ×", met=False))
            continue
        yes_or_no, explained = peer(given)
        assert yes_or_no() == expected, f"{name} decides otherwise"
        found.append(faster(f"{COUNT:,} orders, yes or no", boolean, name, yes_or_no))
        if explained is None:
            explained, name = yes_or_no, f"{name}, yes or no"
        found.append(faster(f"{COUNT:,} orders, with every reason", with_reasons, name, explained))
        if package == "pydantic":
            row = faster(f"{COUNT:,} orders, read from data", from_data, name, yes_or_no)
            found.append(replace(row, goal="", met=None))
    return found
