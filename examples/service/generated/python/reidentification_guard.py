# Generated from "pseudonymisation.aln", module Pseudonymisation_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy ReidentificationGuard of Pseudonymisation_v1_0_0: `allows` and `decide` judge one Reidentification.

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

SOURCE: Final = "pseudonymisation.aln"
MODULE: Final = "Pseudonymisation_v1_0_0"
POLICY: Final = "ReidentificationGuard"
POLICY_ID: Final = "3f9d5b16-6c0a-4f7e-9e21-84b7a2d0c905"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "ad69aa8bc20eee465cca2c6fd10caa6222237c796a00fe447662af30345033ef"
TRACES: Final = ("RC-PSN-2", "SOP-PSN-220", "RC-PSN-3", "SOP-PSN-210")
EVENT_RULES: Final = ("ReidentificationGuard/whoever_makes_the_request_is_not_on_record_or_no_longer_on", "ReidentificationGuard/whoever_approves_the_request_is_not_on_record_or_no_longer_on")


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
    Reached("", "Reidentification", "reidentification_log", "id", "root", "", "", 0, False),
    Reached("approver", "StaffMember", "staff_member", "id", "ref", "", "approver", 0, True),
    Reached("actor", "StaffMember", "staff_member", "id", "ref", "", "actor", 0, False),
)


_REASON_1: Final = Reason(
    rule="ReidentificationGuard/an_approval_tells_who_gave_it_and_when",
    because="an approval tells who gave it, and when",
    traces=("RC-PSN-2", "SOP-PSN-220"),
)
_REASON_2: Final = Reason(
    rule="ReidentificationGuard/the_request_is_approved_by_who_made_it",
    because="the request is approved by who made it",
    traces=("RC-PSN-3", "SOP-PSN-220"),
)
_REASON_3: Final = Reason(
    rule="ReidentificationGuard/the_request_is_approved_before_it_was_made",
    because="the request is approved before it was made",
    traces=("RC-PSN-2", "SOP-PSN-220"),
)
_REASON_4: Final = Reason(
    rule="ReidentificationGuard/whoever_makes_the_request_is_not_on_record_or_no_longer_on",
    because="whoever makes the request is not on record, or no longer on the staff",
    traces=("RC-PSN-2", "SOP-PSN-210"),
)
_REASON_5: Final = Reason(
    rule="ReidentificationGuard/whoever_approves_the_request_is_not_on_record_or_no_longer_on",
    because="whoever approves the request is not on record, or no longer on the staff",
    traces=("RC-PSN-3", "SOP-PSN-220"),
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
class Reidentification:
    """The fields of Reidentification that are read: raw values, None where missing, INVALID outside their domain.

    approver: uuid
    actor: uuid
    approved_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    requested_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    approver: str | None
    actor: str
    approved_at: int | None
    requested_at: int


@final
@dataclass(slots=True)
class StaffMember:
    """The fields of StaffMember that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid of StaffMember
    active: true or false
    """

    id: str
    active: bool


class Inputs(NamedTuple):
    """What is stated beside the records; where it is invalid it is named with `@` before it.

    actor: uuid
    """

    actor: str | None


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


def read_reidentification(data: Mapping[str, object]) -> Reidentification:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Reidentification(
        approver=_key(get("approver")),
        actor=_key(get("actor")),
        approved_at=_instant(get("approved_at"), _QUANTITY_1),
        requested_at=_instant(get("requested_at"), _QUANTITY_1),
    )


def read_staff_member(data: Mapping[str, object]) -> StaffMember:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return StaffMember(
        id=_key(get("id")),
        active=_flag(get("active")),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        actor=_key(get("actor")),
    )


def allows(
    reidentification: Reidentification,
    approver: StaffMember | None,
    actor_: StaffMember | None,
    *,
    actor: str | None = None,
) -> bool:
    """Whether the Reidentification is allowed; the first doubt ends it. Never raises."""
    try:
        if type(actor) is not str:
            return False
        if type(reidentification) is not Reidentification:
            return False
        approved_at = reidentification.approved_at
        requested_at = reidentification.requested_at
        if (
            (
                approved_at is not None
                and (type(approved_at) is not int or not 0 <= approved_at <= 7258118399999999)
            )
            or type(requested_at) is not int
            or not 0 <= requested_at <= 7258118399999999
        ):
            return False
        if reidentification.approver is not None and type(reidentification.approver) is not str:
            return False
        if approver is not None:
            if type(approver) is not StaffMember or type(approver.id) is not str:
                return False
            if approver.id != reidentification.approver:
                approver = None
            else:
                approver_id = approver.id
                approver_active = approver.active
                if type(approver_id) is not str or type(approver_active) is not bool:
                    return False
        if reidentification.actor is not None and type(reidentification.actor) is not str:
            return False
        if actor_ is not None:
            if type(actor_) is not StaffMember or type(actor_.id) is not str:
                return False
            if actor_.id != reidentification.actor:
                actor_ = None
            else:
                actor__active = actor_.active
                if type(actor__active) is not bool:
                    return False
        if not (
            (approver is not None and approved_at is not None)
            or (approver is None and approved_at is None)
        ):
            return False
        if not (approver is None or (actor_ is not None and approver.id != actor_.id)):
            return False
        if not (approved_at is None or requested_at <= approved_at):
            return False
        if not (
            approved_at is not None
            or (actor_ is not None and actor is not None and actor_.id == actor and actor__active)
        ):
            return False
        return approver is None or (actor is not None and approver.id == actor and approver_active)
    except Exception:
        return False


def decide(
    reidentification: Reidentification,
    approver: StaffMember | None,
    actor_: StaffMember | None,
    *,
    actor: str | None = None,
) -> Decision:
    """Whether the Reidentification is allowed and, if not, every reason why. Never raises."""
    if allows(
        reidentification,
        approver,
        actor_,
        actor=actor,
    ):
        return ALLOWED
    try:
        return _explain(
            reidentification,
            approver,
            actor_,
            actor=actor,
        )
    except Exception:
        return Decision(False, ("reidentification",), ())


def _check_reidentification(record: Reidentification, invalid: list[str]) -> Reidentification:
    if (
            record.approved_at is not None
            and (type(record.approved_at) is not int or not 0 <= record.approved_at <= 7258118399999999)
        ):
        invalid.append("approved_at")
        record = replace(record, approved_at=None)
    if type(record.requested_at) is not int or not 0 <= record.requested_at <= 7258118399999999:
        invalid.append("requested_at")
        record = replace(record, requested_at=0)
    return record


def _check_approver(
    parent: Reidentification | None, record: StaffMember | None, invalid: list[str]
) -> StaffMember | None:
    if parent is None:
        return None
    if parent.approver is not None and type(parent.approver) is not str:
        invalid.append("approver")
    if record is None:
        return None
    if type(record) is not StaffMember:
        invalid.append("approver")
        return None
    if type(record.id) is not str:
        invalid.append("approver.id")
        return None
    if record.id != parent.approver:
        return None
    if type(record.id) is not str:
        invalid.append("approver.id")
        record = replace(record, id="00000000-0000-0000-0000-000000000000")
    if type(record.active) is not bool:
        invalid.append("approver.active")
        record = replace(record, active=False)
    return record


def _check_actor_(
    parent: Reidentification | None, record: StaffMember | None, invalid: list[str]
) -> StaffMember | None:
    if parent is None:
        return None
    if parent.actor is not None and type(parent.actor) is not str:
        invalid.append("actor")
    if record is None:
        return None
    if type(record) is not StaffMember:
        invalid.append("actor")
        return None
    if type(record.id) is not str:
        invalid.append("actor.id")
        return None
    if record.id != parent.actor:
        return None
    if type(record.active) is not bool:
        invalid.append("actor.active")
        record = replace(record, active=False)
    return record


def _explain(
    reidentification: Reidentification,
    approver: StaffMember | None,
    actor_: StaffMember | None,
    *,
    actor: str | None,
) -> Decision:
    if type(reidentification) is not Reidentification:
        return Decision(False, ("reidentification",), ())
    invalid: list[str] = []
    if type(actor) is not str:
        invalid.append("@actor")
        actor = None
    reidentification = _check_reidentification(reidentification, invalid)
    approver = _check_approver(reidentification, approver, invalid)
    actor_ = _check_actor_(reidentification, actor_, invalid)
    reasons: list[Reason] = []
    if not (
        (approver is not None and reidentification.approved_at is not None)
        or (approver is None and reidentification.approved_at is None)
    ):
        reasons.append(_REASON_1)
    if not (approver is None or (actor_ is not None and approver.id != actor_.id)):
        reasons.append(_REASON_2)
    if not (
        reidentification.approved_at is None
        or reidentification.requested_at <= reidentification.approved_at
    ):
        reasons.append(_REASON_3)
    if not (
        reidentification.approved_at is not None
        or (actor_ is not None and actor is not None and actor_.id == actor and actor_.active)
    ):
        reasons.append(_REASON_4)
    if not (approver is None or (actor is not None and approver.id == actor and approver.active)):
        reasons.append(_REASON_5)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
