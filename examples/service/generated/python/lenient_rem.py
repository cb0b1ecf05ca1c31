# Generated from "rem_detection.aln", module RemDetection_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy LenientRem of RemDetection_v1_0_0: `allows` and `decide` judge one RemEvidence.

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

SOURCE: Final = "rem_detection.aln"
MODULE: Final = "RemDetection_v1_0_0"
POLICY: Final = "LenientRem"
POLICY_ID: Final = "e4920d7b-58c6-4fa1-8d3e-90b1c7a6f20b"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "f61df5d450a3ccb87f9c2b728f227c7ca3f1fcd5fc434d22fb55a2e5be645b0d"
TRACES: Final = ("RC-DET-2",)


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
    Reached("", "RemEvidence", "", "", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="StillStage/the_sleeper_moves",
    because="the sleeper moves",
    traces=("RC-DET-2",),
)
_REASON_2: Final = Reason(
    rule="StillStage/no_stage_of_sleep_speaks_for_rem",
    because="no stage of sleep speaks for REM",
    traces=("RC-DET-2",),
)
_REASON_3: Final = Reason(
    rule="LenientRem/a_stage_that_is_only_inferred_needs_the_pulse_or_a_support",
    because="a stage that is only inferred needs the pulse or a support signal",
    traces=("RC-DET-2",),
)


@final
@dataclass(slots=True)
class RemEvidence:
    """The fields of RemEvidence that are read: raw values, None where missing, INVALID outside their domain.

    still: true or false
    explicit_stage: true or false
    inferred_stage: true or false
    pulse_in_range: true or false
    supported: true or false
    """

    still: bool
    explicit_stage: bool
    inferred_stage: bool
    pulse_in_range: bool | None
    supported: bool | None


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


def read_rem_evidence(data: Mapping[str, object]) -> RemEvidence:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return RemEvidence(
        still=_flag(get("still")),
        explicit_stage=_flag(get("explicit_stage")),
        inferred_stage=_flag(get("inferred_stage")),
        pulse_in_range=_flag(get("pulse_in_range")),
        supported=_flag(get("supported")),
    )


def allows(
    rem_evidence: RemEvidence,
) -> bool:
    """Whether the RemEvidence is allowed; the first doubt ends it. Never raises."""
    try:
        if type(rem_evidence) is not RemEvidence:
            return False
        still = rem_evidence.still
        explicit_stage = rem_evidence.explicit_stage
        inferred_stage = rem_evidence.inferred_stage
        pulse_in_range = rem_evidence.pulse_in_range
        supported = rem_evidence.supported
        if (
            type(still) is not bool
            or type(explicit_stage) is not bool
            or type(inferred_stage) is not bool
            or (pulse_in_range is not None and type(pulse_in_range) is not bool)
            or (supported is not None and type(supported) is not bool)
        ):
            return False
        if not still:
            return False
        return (
            explicit_stage
            or (
                inferred_stage
                and (
                    (pulse_in_range is not None and pulse_in_range)
                    or (supported is not None and supported)
                )
            )
        )
    except Exception:
        return False


def decide(
    rem_evidence: RemEvidence,
) -> Decision:
    """Whether the RemEvidence is allowed and, if not, every reason why. Never raises."""
    if allows(
        rem_evidence,
    ):
        return ALLOWED
    try:
        return _explain(
            rem_evidence,
        )
    except Exception:
        return Decision(False, ("rem_evidence",), ())


def _check_rem_evidence(record: RemEvidence, invalid: list[str]) -> RemEvidence:
    if type(record.still) is not bool:
        invalid.append("still")
        record = replace(record, still=False)
    if type(record.explicit_stage) is not bool:
        invalid.append("explicit_stage")
        record = replace(record, explicit_stage=False)
    if type(record.inferred_stage) is not bool:
        invalid.append("inferred_stage")
        record = replace(record, inferred_stage=False)
    if record.pulse_in_range is not None and type(record.pulse_in_range) is not bool:
        invalid.append("pulse_in_range")
        record = replace(record, pulse_in_range=None)
    if record.supported is not None and type(record.supported) is not bool:
        invalid.append("supported")
        record = replace(record, supported=None)
    return record


def _explain(
    rem_evidence: RemEvidence,
) -> Decision:
    if type(rem_evidence) is not RemEvidence:
        return Decision(False, ("rem_evidence",), ())
    invalid: list[str] = []
    rem_evidence = _check_rem_evidence(rem_evidence, invalid)
    reasons: list[Reason] = []
    if not rem_evidence.still:
        reasons.append(_REASON_1)
    if not (rem_evidence.explicit_stage or rem_evidence.inferred_stage):
        reasons.append(_REASON_2)
    if not (
        rem_evidence.explicit_stage
        or (rem_evidence.pulse_in_range is not None and rem_evidence.pulse_in_range)
        or (rem_evidence.supported is not None and rem_evidence.supported)
    ):
        reasons.append(_REASON_3)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
