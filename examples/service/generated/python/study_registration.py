# Generated from "rem_exclusion_v2_1_0.aln", module RemExclusion_v2_1_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy StudyRegistration of RemExclusion_v2_1_0: `allows` and `decide` judge one Study.

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

SOURCE: Final = "rem_exclusion_v2_1_0.aln"
MODULE: Final = "RemExclusion_v2_1_0"
POLICY: Final = "StudyRegistration"
POLICY_ID: Final = "5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11"
POLICY_VERSION: Final = "2.1.0"
CORE_DIGEST: Final = "40b3623a8c1584397d3a822e6c30b76ea4b5f2b9a63e3ba7fae7297ff79405b3"
TRACES: Final = ("RC-REM-2",)
EVENT_RULES: Final = ("StudyRegistration/the_study_names_a_rem_policy_that_is_not_active",)


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
    Reached("", "Study", "study", "id", "root", "", "", 0, False),
    Reached("rem_policy", "RemPolicy", "rem_policy", "id", "ref", "", "rem_policy", 0, False),
)


_REASON_1: Final = Reason(
    rule="StudyRegistration/the_study_names_a_rem_policy_that_is_not_active",
    because="the study names a REM policy that is not active",
    traces=("RC-REM-2",),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=7258118399999999,
    step=Fraction(1),
    unit="",
    code="us",
    factor=Fraction(1, 1000000),
    kind="instant",
)


@final
@dataclass(slots=True)
class Study:
    """The fields of Study that are read: raw values, None where missing, INVALID outside their domain.

    rem_policy: uuid
    """

    rem_policy: str


@final
@dataclass(slots=True)
class RemPolicy:
    """The fields of RemPolicy that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    effective_from: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    effective_to: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    id: str
    effective_from: int
    effective_to: int | None


class Inputs(NamedTuple):
    """What is stated beside the records; where it is invalid it is named with `@` before it.

    now: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    now: int | None


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


def read_study(data: Mapping[str, object]) -> Study:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Study(
        rem_policy=_key(get("rem_policy")),
    )


def read_rem_policy(data: Mapping[str, object]) -> RemPolicy:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return RemPolicy(
        id=_key(get("id")),
        effective_from=_instant(get("effective_from"), _QUANTITY_1),
        effective_to=_instant(get("effective_to"), _QUANTITY_1),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        now=_instant(get("now"), _QUANTITY_1),
    )


def allows(
    study: Study,
    rem_policy: RemPolicy | None,
    *,
    now: int | None = None,
) -> bool:
    """Whether the Study is allowed; the first doubt ends it. Never raises."""
    try:
        if type(now) is not int or not 0 <= now <= 7258118399999999:
            return False
        if type(study) is not Study:
            return False
        if study.rem_policy is not None and type(study.rem_policy) is not str:
            return False
        if rem_policy is not None:
            if type(rem_policy) is not RemPolicy or type(rem_policy.id) is not str:
                return False
            if rem_policy.id != study.rem_policy:
                rem_policy = None
            else:
                rem_policy_effective_from = rem_policy.effective_from
                rem_policy_effective_to = rem_policy.effective_to
                if (
                    type(rem_policy_effective_from) is not int
                    or not 0 <= rem_policy_effective_from <= 7258118399999999
                    or (
                        rem_policy_effective_to is not None
                        and (type(rem_policy_effective_to) is not int or not 0 <= rem_policy_effective_to <= 7258118399999999)
                    )
                ):
                    return False
        if rem_policy is None:
            return False
        if now is None:
            return False
        if not rem_policy_effective_from <= now:
            return False
        return (
            rem_policy_effective_to is None
            or (now is not None and now < rem_policy_effective_to)
        )
    except Exception:
        return False


def decide(
    study: Study,
    rem_policy: RemPolicy | None,
    *,
    now: int | None = None,
) -> Decision:
    """Whether the Study is allowed and, if not, every reason why. Never raises."""
    if allows(
        study,
        rem_policy,
        now=now,
    ):
        return ALLOWED
    try:
        return _explain(
            study,
            rem_policy,
            now=now,
        )
    except Exception:
        return Decision(False, ("study",), ())


def _check_study(record: Study, invalid: list[str]) -> Study:
    return record


def _check_rem_policy(
    parent: Study | None, record: RemPolicy | None, invalid: list[str]
) -> RemPolicy | None:
    if parent is None:
        return None
    if parent.rem_policy is not None and type(parent.rem_policy) is not str:
        invalid.append("rem_policy")
    if record is None:
        return None
    if type(record) is not RemPolicy:
        invalid.append("rem_policy")
        return None
    if type(record.id) is not str:
        invalid.append("rem_policy.id")
        return None
    if record.id != parent.rem_policy:
        return None
    if type(record.effective_from) is not int or not 0 <= record.effective_from <= 7258118399999999:
        invalid.append("rem_policy.effective_from")
        record = replace(record, effective_from=0)
    if (
            record.effective_to is not None
            and (type(record.effective_to) is not int or not 0 <= record.effective_to <= 7258118399999999)
        ):
        invalid.append("rem_policy.effective_to")
        record = replace(record, effective_to=None)
    return record


def _explain(
    study: Study,
    rem_policy: RemPolicy | None,
    *,
    now: int | None,
) -> Decision:
    if type(study) is not Study:
        return Decision(False, ("study",), ())
    invalid: list[str] = []
    if type(now) is not int or not 0 <= now <= 7258118399999999:
        invalid.append("@now")
        now = None
    study = _check_study(study, invalid)
    rem_policy = _check_rem_policy(study, rem_policy, invalid)
    reasons: list[Reason] = []
    if not (
        rem_policy is not None
        and now is not None
        and rem_policy.effective_from <= now
        and (rem_policy.effective_to is None or (now is not None and now < rem_policy.effective_to))
    ):
        reasons.append(_REASON_1)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
