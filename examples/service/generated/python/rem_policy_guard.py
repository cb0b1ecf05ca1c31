# Generated from "rem_exclusion_v2_1_0.aln", module RemExclusion_v2_1_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy RemPolicyGuard of RemExclusion_v2_1_0: `allows` and `decide` judge one RemPolicy.

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
POLICY: Final = "RemPolicyGuard"
POLICY_ID: Final = "5d0f1c3e-7a44-4c51-9a6e-0d7f0a3b9c11"
POLICY_VERSION: Final = "2.1.0"
CORE_DIGEST: Final = "3996c2bf73972b702a620dee1383fea28b05a6bf54103f9a7f6894269e353172"
TRACES: Final = ("RC-REM-3",)


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
    Reached("", "RemPolicy", "rem_policy", "id", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="RemPolicyGuard/a_rem_policy_must_exclude_rem_sleep",
    because="a REM policy must exclude REM sleep",
    traces=("RC-REM-3",),
)
_REASON_2: Final = Reason(
    rule="RemPolicyGuard/the_policy_ends_before_it_takes_effect",
    because="the policy ends before it takes effect",
    traces=("RC-REM-3",),
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
class RemPolicy:
    """The fields of RemPolicy that are read: raw values, None where missing, INVALID outside their domain.

    rem_excluded: true or false
    effective_to: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    effective_from: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    rem_excluded: bool
    effective_to: int | None
    effective_from: int


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


def read_rem_policy(data: Mapping[str, object]) -> RemPolicy:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return RemPolicy(
        rem_excluded=_flag(get("rem_excluded")),
        effective_to=_instant(get("effective_to"), _QUANTITY_1),
        effective_from=_instant(get("effective_from"), _QUANTITY_1),
    )


def allows(
    rem_policy: RemPolicy,
) -> bool:
    """Whether the RemPolicy is allowed; the first doubt ends it. Never raises."""
    try:
        if type(rem_policy) is not RemPolicy:
            return False
        rem_excluded = rem_policy.rem_excluded
        effective_to = rem_policy.effective_to
        effective_from = rem_policy.effective_from
        if (
            type(rem_excluded) is not bool
            or (
                effective_to is not None
                and (type(effective_to) is not int or not 0 <= effective_to <= 7258118399999999)
            )
            or type(effective_from) is not int
            or not 0 <= effective_from <= 7258118399999999
        ):
            return False
        if not rem_excluded:
            return False
        return effective_to is None or effective_from < effective_to
    except Exception:
        return False


def decide(
    rem_policy: RemPolicy,
) -> Decision:
    """Whether the RemPolicy is allowed and, if not, every reason why. Never raises."""
    if allows(
        rem_policy,
    ):
        return ALLOWED
    try:
        return _explain(
            rem_policy,
        )
    except Exception:
        return Decision(False, ("rem_policy",), ())


def _check_rem_policy(record: RemPolicy, invalid: list[str]) -> RemPolicy:
    if type(record.rem_excluded) is not bool:
        invalid.append("rem_excluded")
        record = replace(record, rem_excluded=False)
    if (
            record.effective_to is not None
            and (type(record.effective_to) is not int or not 0 <= record.effective_to <= 7258118399999999)
        ):
        invalid.append("effective_to")
        record = replace(record, effective_to=None)
    if type(record.effective_from) is not int or not 0 <= record.effective_from <= 7258118399999999:
        invalid.append("effective_from")
        record = replace(record, effective_from=0)
    return record


def _explain(
    rem_policy: RemPolicy,
) -> Decision:
    if type(rem_policy) is not RemPolicy:
        return Decision(False, ("rem_policy",), ())
    invalid: list[str] = []
    rem_policy = _check_rem_policy(rem_policy, invalid)
    reasons: list[Reason] = []
    if not rem_policy.rem_excluded:
        reasons.append(_REASON_1)
    if not (rem_policy.effective_to is None or rem_policy.effective_from < rem_policy.effective_to):
        reasons.append(_REASON_2)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
