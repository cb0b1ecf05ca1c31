# Generated from "cbti.aln", module CbtiSession_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The machine InsomniaSession of CbtiSession_v1_0_0: `init` gives its state, `step` one tick of it.

Values are raw: whole counts of a quantity, labels, true or false. `State` and the parameters given to `step`
are those that `init` and `step` gave and accepted; an input is anything at all.
"""


from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, final

SOURCE: Final = "cbti.aln"
MODULE: Final = "CbtiSession_v1_0_0"
MACHINE: Final = "InsomniaSession"
POLICY_ID: Final = "2b7e91f4-0c3d-4d6a-9f58-a1e6c04d7b3e"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "ff3cc2ade4f9322e336a7bfbd18bd4107a52e19a7f1f4018c4f4596ce7eae100"
PERIOD_US: Final = 60000000
SIGNALS: Final = ()


@final
class _Invalid:
    """The type of `INVALID`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "INVALID"


# A value that is not of its field's domain. It is not None, which is a value that is missing; no rule accepts it.
INVALID: Final[Any] = _Invalid()


class Quantity(NamedTuple):
    """How a number is counted: the raw value n, lo <= n <= hi, stands for n * step of `unit` (`code` in UCUM).

    `factor` is the exact size of the unit in the coherent unit of its `kind`.
    """

    lo: int
    hi: int
    step: Fraction
    unit: str
    code: str
    factor: Fraction
    kind: str


class Reason(NamedTuple):
    """A rule that is not true of a record: its id, the words of its author, and what it traces to."""

    rule: str
    because: str
    traces: tuple[str, ...]


class InvalidParameters(ValueError):
    """Parameters that `init` refuses: those outside their domain, or every rule that is not true of them."""

    def __init__(self, invalid: tuple[str, ...], reasons: tuple[Reason, ...]) -> None:
        super().__init__(*invalid, *(reason.because for reason in reasons))
        self.invalid = invalid
        self.reasons = reasons


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=1000,
    step=Fraction(1, 1000),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=2,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=115,
    step=Fraction(1),
    unit="min",
    code="min",
    factor=Fraction(60),
    kind="time",
)
_QUANTITY_4: Final = Quantity(
    lo=0,
    hi=10,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_LABELS_1: Final = ("psychoeducation", "relaxation", "restriction", "control", "breathing", "hygiene", "end")


PARAMETER: Final = ("Patient", "p")
PARAMETERS: Final = (
    ("p.epilepsy", "bool", True),
    ("p.bipolar", "bool", True),
    ("p.parasomnia", "bool", True),
    ("p.risk_of_falls", "bool", True),
)
INPUTS: Final = (
    ("clinician_present", "bool"),
    ("arousal", _QUANTITY_1),
)
STATES: Final = (
    ("node", "node.next", ("", _LABELS_1)),
    ("graph.taken.1", "graph.taken.1.next", _QUANTITY_2),
    ("total", "total.next", _QUANTITY_3),
)
OUTPUTS: Final = (
    ("next_node", ("", _LABELS_1)),
    ("longest", _QUANTITY_3),
)
DEFINITIONS: Final = (
    ("restless", "restless"),
    ("may_restrict", "may_restrict"),
    ("may_leave_the_bed", "may_leave_the_bed"),
    ("graph.fired", "graph_fired"),
    ("node.next", "node_next"),
    ("graph.taken.1.next", "graph_taken_1_next"),
    ("total.next", "total_next"),
    ("next_node", "next_node"),
    ("longest", "longest"),
)
CONSTANTS: Final = (
    ("graph.fired", _QUANTITY_4),
)


@final
@dataclass(frozen=True, slots=True)
class Patient:
    """The fields of Patient that are read: raw values, None where missing, INVALID outside their domain.

    epilepsy: true or false
    bipolar: true or false
    parasomnia: true or false
    risk_of_falls: true or false
    """

    epilepsy: bool | None
    bipolar: bool | None
    parasomnia: bool | None
    risk_of_falls: bool | None


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    clinician_present: true or false
    arousal: number, n for n * 1/1000, n in 0 .. 1000
    """

    clinician_present: bool | None
    arousal: int | None


class State(NamedTuple):
    """What the machine remembers.

    node: label
    graph_taken_1: number, n for n * 1, n in 0 .. 2
    total: number, n for n * 1 min, n in 0 .. 115
    """

    node: str
    graph_taken_1: int
    total: int


class Outputs(NamedTuple):
    """What a tick gives.

    next_node: label
    longest: number, n for n * 1 min, n in 0 .. 115
    """

    next_node: str
    longest: int


# How far a binary floating-point number may lie from a grid point, in grid steps, to stand for it.
TOLERANCE: Final = Fraction(1, 2**20)
_UUID: Final = re.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_INSTANT: Final = re.compile(
    "([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]([0-9]{2}:[0-9]{2}:[0-9]{2})"
    "(?:[.]([0-9]{1,6})0*)?([Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)


def _flag(value: object) -> Any:
    return value if value is None or type(value) is bool else INVALID


def _text(value: object) -> Any:
    return value if value is None or type(value) is str else INVALID


def _label(value: object, labels: tuple[str, ...]) -> Any:
    return value if value is None or (type(value) is str and value in labels) else INVALID


def _key(value: object) -> Any:
    """A UUID in its canonical text: lower case, with hyphens."""
    if value is None:
        return None
    return value.lower() if type(value) is str and _UUID.fullmatch(value.lower()) else INVALID


def _count(steps: Fraction, quantity: Quantity, tolerance: Fraction) -> Any:
    nearest = round(steps)
    if abs(steps - nearest) > tolerance or not quantity.lo <= nearest <= quantity.hi:
        return INVALID
    return nearest


def _number(value: object, quantity: Quantity) -> Any:
    """An int or a Decimal on the grid exactly, or a finite float within `TOLERANCE` of it, as its raw count."""
    if value is None:
        return None
    if type(value) is int:
        return _count(Fraction(value) / quantity.step, quantity, Fraction(0))
    if type(value) is Decimal:
        # Beyond these no domain reaches, and an exact fraction would not fit in memory.
        if not value.is_finite() or value.adjusted() > 400 or len(value.as_tuple().digits) > 400:
            return INVALID
        if value and value.adjusted() < -400:
            return INVALID
        return _count(Fraction(value) / quantity.step if value else Fraction(0), quantity, Fraction(0))
    if type(value) is float and value - value == 0:
        return _count(Fraction(value) / quantity.step, quantity, TOLERANCE)
    return INVALID


def _instant(value: object, quantity: Quantity) -> Any:
    """Microseconds since 1970-01-01 UTC, or ISO 8601 text with `Z` or an offset, as the raw count."""
    if value is None:
        return None
    if type(value) is int:
        return _count(Fraction(value, 10**6) / (quantity.step * quantity.factor), quantity, Fraction(0))
    found = _INSTANT.fullmatch(value) if type(value) is str else None
    if found is None:
        return INVALID
    day, time, fraction, offset = found.groups()
    try:
        when = datetime.fromisoformat(day + "T" + time + ("+00:00" if offset in "Zz" else offset))
    except ValueError:
        return INVALID
    micros = (when - _EPOCH) // timedelta(microseconds=1) + int((fraction or "0").ljust(6, "0"))
    return _count(Fraction(micros, 10**6) / (quantity.step * quantity.factor), quantity, Fraction(0))


def _invalid_field(name: str) -> object:
    """What every field of data that is no record is."""
    return INVALID


def read_patient(data: Mapping[str, object]) -> Patient:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Patient(
        epilepsy=_flag(get("epilepsy")),
        bipolar=_flag(get("bipolar")),
        parasomnia=_flag(get("parasomnia")),
        risk_of_falls=_flag(get("risk_of_falls")),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        clinician_present=_flag(get("clinician_present")),
        arousal=_number(get("arousal"), _QUANTITY_1),
    )


def init(p: Patient) -> State:
    """The state before the first tick. Raises: InvalidParameters, with every reason."""
    if type(p) is not Patient:
        raise InvalidParameters(("p",), ())
    invalid: list[str] = []
    if p.epilepsy is not None and type(p.epilepsy) is not bool:
        invalid.append("p.epilepsy")
    if p.bipolar is not None and type(p.bipolar) is not bool:
        invalid.append("p.bipolar")
    if p.parasomnia is not None and type(p.parasomnia) is not bool:
        invalid.append("p.parasomnia")
    if p.risk_of_falls is not None and type(p.risk_of_falls) is not bool:
        invalid.append("p.risk_of_falls")
    if invalid:
        raise InvalidParameters(tuple(invalid), ())
    return State(
        node="psychoeducation",
        graph_taken_1=0,
        total=0,
    )


def step(
    p: Patient,
    state: State,
    clinician_present: bool | None,
    arousal: int | None,
) -> tuple[State, Outputs]:
    """One tick: the state after it, and the outputs. An input outside its domain is missing. Never raises."""
    if type(clinician_present) is not bool:
        clinician_present = None
    if type(arousal) is not int or not 0 <= arousal <= 1000:
        arousal = None
    restless = arousal is not None and arousal > 600
    may_restrict = (
        p.epilepsy is not None
        and p.bipolar is not None
        and p.parasomnia is not None
        and not p.epilepsy
        and not p.bipolar
        and not p.parasomnia
    )
    may_leave_the_bed = (
        p.risk_of_falls is not None
        and p.epilepsy is not None
        and not p.risk_of_falls
        and not p.epilepsy
    )
    graph_fired = (
        0
        if state.node == "psychoeducation"
        else (
            (
                1
                if restless and state.graph_taken_1 < 2
                else (
                    2
                    if clinician_present is not None and clinician_present and may_restrict
                    else (
                        3
                        if clinician_present is not None and clinician_present and may_leave_the_bed
                        else 4
                    )
                )
            )
            if state.node == "relaxation"
            else (
                (
                    5
                    if clinician_present is not None and clinician_present and may_leave_the_bed
                    else 6
                )
                if state.node == "restriction"
                else (
                    7
                    if state.node == "control"
                    else 8 if state.node == "breathing" else 9 if state.node == "hygiene" else 10
                )
            )
        )
    )
    node_next = (
        "relaxation"
        if graph_fired == 0 or graph_fired == 1
        else (
            "restriction"
            if graph_fired == 2
            else (
                "control"
                if graph_fired == 3 or graph_fired == 5
                else (
                    "breathing"
                    if graph_fired == 4 or graph_fired == 6 or graph_fired == 7
                    else "hygiene" if graph_fired == 8 else "end"
                )
            )
        )
    )
    graph_taken_1_next = state.graph_taken_1 + 1 if graph_fired == 1 else state.graph_taken_1
    total_next = (
        state.total + 15
        if state.node == "psychoeducation"
        else (
            state.total + 20
            if state.node == "relaxation"
            else (
                state.total + 10
                if state.node == "restriction"
                else (
                    state.total + 10
                    if state.node == "control"
                    else (
                        state.total + 10
                        if state.node == "breathing"
                        else state.total + 10 if state.node == "hygiene" else state.total
                    )
                )
            )
        )
    )
    next_node = node_next
    longest = total_next
    return State(node=node_next, graph_taken_1=graph_taken_1_next, total=total_next), Outputs(next_node=next_node, longest=longest)
