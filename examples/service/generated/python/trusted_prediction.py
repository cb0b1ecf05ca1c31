# Generated from "confidence_contract.aln", module ConfidenceContract_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy TrustedPrediction of ConfidenceContract_v1_0_0: `allows` and `decide` judge one Prediction.

A `read_...` function turns data into a record of raw values. Arguments are the record judged, each record
it refers to (None if there is none) and each list with whether it is complete; an element whose own
references are followed is given in a tuple with the records they name. Keys are checked: a record that is
not the one referred to is missing, and so is a list that is incomplete, too long, or not its owner's.
"""


from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, final

SOURCE: Final = "confidence_contract.aln"
MODULE: Final = "ConfidenceContract_v1_0_0"
POLICY: Final = "TrustedPrediction"
POLICY_ID: Final = "9c4b7f52-e8d1-4a36-8f0d-17a6c5b3e207"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "3e4838b8cbb3768fa1c3975485dfbb534943d9580fcaa525e4aeed8f4330d86b"
TRACES: Final = ("RC-CONF-1", "RC-CONF-2")


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


class Reached(NamedTuple):
    """How a record is reached: `how` is root, ref (by the field `link` of `parent`) or many (whose `link` refers back)."""

    path: str
    entity: str
    table: str
    key: str
    how: str
    parent: str
    link: str
    maximum: int
    optional: bool


class Decision(NamedTuple):
    """What the guard says: allowed, or the fields outside their domain and every rule that is not true."""

    allowed: bool
    invalid: tuple[str, ...]
    reasons: tuple[Reason, ...]


ALLOWED: Final = Decision(True, (), ())


RECORDS: Final = (
    Reached("", "Prediction", "", "", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="PredictionContract/the_confidence_is_missing_or_not_within_0_to_1",
    because="the confidence is missing, or not within 0 to 1",
    traces=("RC-CONF-1",),
)
_REASON_2: Final = Reason(
    rule="PredictionContract/the_hypotension_risk_is_not_within_0_to_1",
    because="the hypotension risk is not within 0 to 1",
    traces=("RC-CONF-1",),
)
_REASON_3: Final = Reason(
    rule="PredictionContract/the_predicted_pressure_is_not_within_0_to_300_mmhg",
    because="the predicted pressure is not within 0 to 300 mmHg",
    traces=("RC-CONF-1",),
)
_REASON_4: Final = Reason(
    rule="TrustedPrediction/the_confidence_is_below_0_5",
    because="the confidence is below 0.5",
    traces=("RC-CONF-2",),
)


_QUANTITY_1: Final = Quantity(
    lo=-1000000,
    hi=1000000,
    step=Fraction(1, 1000),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_2: Final = Quantity(
    lo=-10000,
    hi=10000,
    step=Fraction(1, 10),
    unit="mmHg",
    code="mm[Hg]",
    factor=Fraction(66661, 500),
    kind="pressure",
)


@final
@dataclass(slots=True)
class Prediction:
    """The fields of Prediction that are read: raw values, None where missing, INVALID outside their domain.

    confidence: number, n for n * 1/1000, n in -1000000 .. 1000000
    hypotension_risk: number, n for n * 1/1000, n in -1000000 .. 1000000
    predicted_map: number, n for n * 1/10 mm[Hg], n in -10000 .. 10000
    """

    confidence: int | None
    hypotension_risk: int
    predicted_map: int


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


def read_prediction(data: Mapping[str, object]) -> Prediction:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Prediction(
        confidence=_number(get("confidence"), _QUANTITY_1),
        hypotension_risk=_number(get("hypotension_risk"), _QUANTITY_1),
        predicted_map=_number(get("predicted_map"), _QUANTITY_2),
    )


def allows(
    prediction: Prediction,
) -> bool:
    """Whether the Prediction is allowed; the first doubt ends it. Never raises."""
    try:
        if type(prediction) is not Prediction:
            return False
        confidence = prediction.confidence
        hypotension_risk = prediction.hypotension_risk
        predicted_map = prediction.predicted_map
        if (
            (
                confidence is not None
                and (type(confidence) is not int or not -1000000 <= confidence <= 1000000)
            )
            or type(hypotension_risk) is not int
            or not -1000000 <= hypotension_risk <= 1000000
            or type(predicted_map) is not int
            or not -10000 <= predicted_map <= 10000
        ):
            return False
        if confidence is None:
            return False
        if not confidence >= 0:
            return False
        if not confidence <= 1000:
            return False
        if not hypotension_risk >= 0:
            return False
        if not hypotension_risk <= 1000:
            return False
        if not predicted_map >= 0:
            return False
        if not predicted_map <= 3000:
            return False
        return confidence >= 500
    except Exception:
        return False


def decide(
    prediction: Prediction,
) -> Decision:
    """Whether the Prediction is allowed and, if not, every reason why. Never raises."""
    if allows(
        prediction,
    ):
        return ALLOWED
    try:
        return _explain(
            prediction,
        )
    except Exception:
        return Decision(False, ("prediction",), ())


def _check_prediction(record: Prediction, invalid: list[str]) -> Prediction:
    if (
            record.confidence is not None
            and (type(record.confidence) is not int or not -1000000 <= record.confidence <= 1000000)
        ):
        invalid.append("confidence")
        record = replace(record, confidence=None)
    if (
        type(record.hypotension_risk) is not int
        or not -1000000 <= record.hypotension_risk <= 1000000
    ):
        invalid.append("hypotension_risk")
        record = replace(record, hypotension_risk=0)
    if type(record.predicted_map) is not int or not -10000 <= record.predicted_map <= 10000:
        invalid.append("predicted_map")
        record = replace(record, predicted_map=0)
    return record


def _explain(
    prediction: Prediction,
) -> Decision:
    if type(prediction) is not Prediction:
        return Decision(False, ("prediction",), ())
    invalid: list[str] = []
    prediction = _check_prediction(prediction, invalid)
    reasons: list[Reason] = []
    if not (
        prediction.confidence is not None
        and prediction.confidence >= 0
        and prediction.confidence <= 1000
    ):
        reasons.append(_REASON_1)
    if not (prediction.hypotension_risk >= 0 and prediction.hypotension_risk <= 1000):
        reasons.append(_REASON_2)
    if not (prediction.predicted_map >= 0 and prediction.predicted_map <= 3000):
        reasons.append(_REASON_3)
    if not (prediction.confidence is not None and prediction.confidence >= 500):
        reasons.append(_REASON_4)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
