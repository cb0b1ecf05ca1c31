# Generated from "therapy_modules.aln", module TherapyModules_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy TherapyModuleTree of TherapyModules_v1_0_0: `allows` and `decide` judge one TherapyModule.

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

SOURCE: Final = "therapy_modules.aln"
MODULE: Final = "TherapyModules_v1_0_0"
POLICY: Final = "TherapyModuleTree"
POLICY_ID: Final = "c5b3a9e0-7d14-4e8f-a6c2-3f80d9b7e10c"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "0063efcb8468afcc798c4b04cb47470a4ed19352a61a5af76ee77fb8c17db6f2"
TRACES: Final = ()


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
    Reached("", "TherapyModule", "therapy_module", "id", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="TherapyModuleTree/at_least_a_minute",
    because="the filter `at_least_a_minute` fails",
    traces=(),
)
_REASON_2: Final = Reason(
    rule="TherapyModuleTree/at_most_twenty",
    because="the filter `at_most_twenty` fails",
    traces=(),
)
_REASON_3: Final = Reason(
    rule="TherapyModuleTree/intensity",
    because="the filter `intensity` fails",
    traces=(),
)
_REASON_4: Final = Reason(
    rule="TherapyModuleTree/no_rem",
    because="the filter `no_rem` fails",
    traces=(),
)
_REASON_5: Final = Reason(
    rule="TherapyModuleTree/restriction",
    because="the filter `restriction` fails",
    traces=(),
)
_REASON_6: Final = Reason(
    rule="TherapyModuleTree/control",
    because="the filter `control` fails",
    traces=(),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=240,
    step=Fraction(1),
    unit="min",
    code="min",
    factor=Fraction(60),
    kind="time",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=1000,
    step=Fraction(1, 10),
    unit="percent",
    code="%",
    factor=Fraction(1, 100),
    kind="number",
)
_LABELS_1: Final = ("PSYCHOEDUCATION", "RELAXATION", "BREATHING_TRAINING", "SLEEP_HYGIENE", "SLEEP_RESTRICTION", "STIMULUS_CONTROL", "REM_MODULATION")


@final
@dataclass(slots=True)
class TherapyModule:
    """The fields of TherapyModule that are read: raw values, None where missing, INVALID outside their domain.

    max_minutes: number, n for n * 1 min, n in 0 .. 240
    intensity_pct: number, n for n * 1/10 %, n in 0 .. 1000
    module_type: label
    clinician_needed: true or false
    """

    max_minutes: int
    intensity_pct: int
    module_type: str
    clinician_needed: bool


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


def read_therapy_module(data: Mapping[str, object]) -> TherapyModule:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return TherapyModule(
        max_minutes=_number(get("max_minutes"), _QUANTITY_1),
        intensity_pct=_number(get("intensity_pct"), _QUANTITY_2),
        module_type=_label(get("module_type"), _LABELS_1),
        clinician_needed=_flag(get("clinician_needed")),
    )


def allows(
    therapy_module: TherapyModule,
) -> bool:
    """Whether the TherapyModule is allowed; the first doubt ends it. Never raises."""
    try:
        if type(therapy_module) is not TherapyModule:
            return False
        max_minutes = therapy_module.max_minutes
        intensity_pct = therapy_module.intensity_pct
        module_type = therapy_module.module_type
        clinician_needed = therapy_module.clinician_needed
        if (
            type(max_minutes) is not int
            or not 0 <= max_minutes <= 240
            or type(intensity_pct) is not int
            or not 0 <= intensity_pct <= 1000
            or type(module_type) is not str
            or module_type not in {"PSYCHOEDUCATION", "RELAXATION", "BREATHING_TRAINING", "SLEEP_HYGIENE", "SLEEP_RESTRICTION", "STIMULUS_CONTROL", "REM_MODULATION"}
            or type(clinician_needed) is not bool
        ):
            return False
        if not max_minutes >= 1:
            return False
        if not max_minutes <= 20:
            return False
        if not intensity_pct <= 600:
            return False
        if module_type == "REM_MODULATION":
            return False
        return (
            clinician_needed
            or (module_type != "SLEEP_RESTRICTION" and module_type != "STIMULUS_CONTROL")
        )
    except Exception:
        return False


def decide(
    therapy_module: TherapyModule,
) -> Decision:
    """Whether the TherapyModule is allowed and, if not, every reason why. Never raises."""
    if allows(
        therapy_module,
    ):
        return ALLOWED
    try:
        return _explain(
            therapy_module,
        )
    except Exception:
        return Decision(False, ("therapy_module",), ())


def _check_therapy_module(record: TherapyModule, invalid: list[str]) -> TherapyModule:
    if type(record.max_minutes) is not int or not 0 <= record.max_minutes <= 240:
        invalid.append("max_minutes")
        record = replace(record, max_minutes=0)
    if type(record.intensity_pct) is not int or not 0 <= record.intensity_pct <= 1000:
        invalid.append("intensity_pct")
        record = replace(record, intensity_pct=0)
    if (
        type(record.module_type) is not str
        or record.module_type not in {"PSYCHOEDUCATION", "RELAXATION", "BREATHING_TRAINING", "SLEEP_HYGIENE", "SLEEP_RESTRICTION", "STIMULUS_CONTROL", "REM_MODULATION"}
    ):
        invalid.append("module_type")
        record = replace(record, module_type="PSYCHOEDUCATION")
    if type(record.clinician_needed) is not bool:
        invalid.append("clinician_needed")
        record = replace(record, clinician_needed=False)
    return record


def _explain(
    therapy_module: TherapyModule,
) -> Decision:
    if type(therapy_module) is not TherapyModule:
        return Decision(False, ("therapy_module",), ())
    invalid: list[str] = []
    therapy_module = _check_therapy_module(therapy_module, invalid)
    reasons: list[Reason] = []
    if not therapy_module.max_minutes >= 1:
        reasons.append(_REASON_1)
    if not therapy_module.max_minutes <= 20:
        reasons.append(_REASON_2)
    if not therapy_module.intensity_pct <= 600:
        reasons.append(_REASON_3)
    if therapy_module.module_type == "REM_MODULATION":
        reasons.append(_REASON_4)
    if not (therapy_module.module_type != "SLEEP_RESTRICTION" or therapy_module.clinician_needed):
        reasons.append(_REASON_5)
    if not (therapy_module.module_type != "STIMULUS_CONTROL" or therapy_module.clinician_needed):
        reasons.append(_REASON_6)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
