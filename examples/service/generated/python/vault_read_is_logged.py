# Generated from "pseudonymisation.aln", module Pseudonymisation_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy VaultReadIsLogged of Pseudonymisation_v1_0_0: `allows` and `decide` judge one VaultRead.

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
POLICY: Final = "VaultReadIsLogged"
POLICY_ID: Final = "3f9d5b16-6c0a-4f7e-9e21-84b7a2d0c905"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "347a1f91993c370e1392f4bfae4ebbcf6414f0bd880222c53b157a7a2d4915d5"
TRACES: Final = ("RC-PSN-2", "RC-PSN-3", "SOP-PSN-310")
EVENT_RULES: Final = ("VaultReadIsLogged/no_request_by_this_person_for_this_purpose_was_approved_by_another",)


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
    Reached("", "VaultRead", "", "", "root", "", "", 0, False),
    Reached("identity", "Identity", "subject_identity_vault", "id", "ref", "", "identity", 0, False),
    Reached("identity.subject", "Subject", "subject", "id", "ref", "identity", "subject", 0, False),
    Reached("identity.subject.requests", "Reidentification", "reidentification_log", "id", "many", "identity.subject", "subject", 64, False),
)


_REASON_1: Final = Reason(
    rule="VaultReadIsLogged/no_request_by_this_person_for_this_purpose_was_approved_by_another",
    because="no request by this person for this purpose was approved by another before",
    traces=("RC-PSN-2", "RC-PSN-3", "SOP-PSN-310"),
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
_LABELS_1: Final = ("CLINICAL_SAFETY", "ADVERSE_EVENT", "SUBJECT_REQUEST", "LEGAL_ORDER")


@final
@dataclass(slots=True)
class VaultRead:
    """The fields of VaultRead that are read: raw values, None where missing, INVALID outside their domain.

    identity: uuid
    purpose_code: label of PurposeCode
    """

    identity: str
    purpose_code: str


@final
@dataclass(slots=True)
class Identity:
    """The fields of Identity that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    subject: uuid
    """

    id: str
    subject: str


@final
@dataclass(slots=True)
class Subject:
    """The fields of Subject that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    """

    id: str


@final
@dataclass(slots=True)
class Reidentification:
    """The fields of Reidentification that are read: raw values, None where missing, INVALID outside their domain.

    subject: uuid
    actor: uuid of StaffMember
    purpose_code: label of PurposeCode
    approver: uuid of StaffMember
    requested_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    approved_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    subject: str
    actor: str
    purpose_code: str
    approver: str | None
    requested_at: int
    approved_at: int | None


class Inputs(NamedTuple):
    """What is stated beside the records; where it is invalid it is named with `@` before it.

    actor: uuid
    now: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    actor: str | None
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


def read_vault_read(data: Mapping[str, object]) -> VaultRead:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return VaultRead(
        identity=_key(get("identity")),
        purpose_code=_label(get("purpose_code"), _LABELS_1),
    )


def read_identity(data: Mapping[str, object]) -> Identity:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Identity(
        id=_key(get("id")),
        subject=_key(get("subject")),
    )


def read_subject(data: Mapping[str, object]) -> Subject:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Subject(
        id=_key(get("id")),
    )


def read_reidentification(data: Mapping[str, object]) -> Reidentification:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Reidentification(
        subject=_key(get("subject")),
        actor=_key(get("actor")),
        purpose_code=_label(get("purpose_code"), _LABELS_1),
        approver=_key(get("approver")),
        requested_at=_instant(get("requested_at"), _QUANTITY_1),
        approved_at=_instant(get("approved_at"), _QUANTITY_1),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        actor=_key(get("actor")),
        now=_instant(get("now"), _QUANTITY_1),
    )


def allows(
    vault_read: VaultRead,
    identity: Identity | None,
    identity_subject: Subject | None,
    identity_subject_requests: tuple[Reidentification, ...] | list[Reidentification],
    identity_subject_requests_complete: bool,
    *,
    actor: str | None = None,
    now: int | None = None,
) -> bool:
    """Whether the VaultRead is allowed; the first doubt ends it. Never raises."""
    try:
        if type(actor) is not str:
            return False
        if type(now) is not int or not 0 <= now <= 7258118399999999:
            return False
        if type(vault_read) is not VaultRead:
            return False
        purpose_code = vault_read.purpose_code
        if (
            type(purpose_code) is not str
            or purpose_code not in {"CLINICAL_SAFETY", "ADVERSE_EVENT", "SUBJECT_REQUEST", "LEGAL_ORDER"}
        ):
            return False
        if vault_read.identity is not None and type(vault_read.identity) is not str:
            return False
        if identity is not None:
            if type(identity) is not Identity or type(identity.id) is not str:
                return False
            if identity.id != vault_read.identity:
                identity = None
        if identity is None:
            identity_subject = None
        else:
            if identity.subject is not None and type(identity.subject) is not str:
                return False
            if identity_subject is not None:
                if type(identity_subject) is not Subject or type(identity_subject.id) is not str:
                    return False
                if identity_subject.id != identity.subject:
                    identity_subject = None
        if type(identity_subject_requests) is not tuple and type(identity_subject_requests) is not list:
            return False
        if type(identity_subject_requests_complete) is not bool:
            return False
        identity_subject_requests_rows: tuple[Reidentification, ...] | list[Reidentification] | None = None
        if identity_subject is not None and identity_subject_requests_complete and len(identity_subject_requests) <= 64:
            identity_subject_requests_sound = True
            for reidentification in identity_subject_requests:
                if type(reidentification) is not Reidentification:
                    return False
                if reidentification.subject is not None and type(reidentification.subject) is not str:
                    return False
                if reidentification.subject != identity_subject.id:
                    break
                actor_ = reidentification.actor
                purpose_code_ = reidentification.purpose_code
                approver = reidentification.approver
                requested_at = reidentification.requested_at
                approved_at = reidentification.approved_at
                if (
                    type(actor_) is not str
                    or type(purpose_code_) is not str
                    or purpose_code_ not in {"CLINICAL_SAFETY", "ADVERSE_EVENT", "SUBJECT_REQUEST", "LEGAL_ORDER"}
                    or (approver is not None and type(approver) is not str)
                    or type(requested_at) is not int
                    or not 0 <= requested_at <= 7258118399999999
                    or (
                        approved_at is not None
                        and (type(approved_at) is not int or not 0 <= approved_at <= 7258118399999999)
                    )
                ):
                    identity_subject_requests_sound = False
            else:
                if not identity_subject_requests_sound:
                    return False
                identity_subject_requests_rows = identity_subject_requests
        if identity_subject_requests_rows is None:
            return False
        for l in identity_subject_requests_rows:
            if (
                actor is not None
                and l.approver is not None
                and now is not None
                and l.approved_at is not None
                and l.actor == actor
                and l.purpose_code == purpose_code
                and l.approver != actor
                and l.requested_at < now
                and l.approved_at < now
            ):
                break
        else:
            return False
        return True
    except Exception:
        return False


def decide(
    vault_read: VaultRead,
    identity: Identity | None,
    identity_subject: Subject | None,
    identity_subject_requests: tuple[Reidentification, ...] | list[Reidentification],
    identity_subject_requests_complete: bool,
    *,
    actor: str | None = None,
    now: int | None = None,
) -> Decision:
    """Whether the VaultRead is allowed and, if not, every reason why. Never raises."""
    if allows(
        vault_read,
        identity,
        identity_subject,
        identity_subject_requests,
        identity_subject_requests_complete,
        actor=actor,
        now=now,
    ):
        return ALLOWED
    try:
        return _explain(
            vault_read,
            identity,
            identity_subject,
            identity_subject_requests,
            identity_subject_requests_complete,
            actor=actor,
            now=now,
        )
    except Exception:
        return Decision(False, ("vault_read",), ())


def _check_vault_read(record: VaultRead, invalid: list[str]) -> VaultRead:
    if (
        type(record.purpose_code) is not str
        or record.purpose_code not in {"CLINICAL_SAFETY", "ADVERSE_EVENT", "SUBJECT_REQUEST", "LEGAL_ORDER"}
    ):
        invalid.append("purpose_code")
        record = replace(record, purpose_code="CLINICAL_SAFETY")
    return record


def _check_identity(
    parent: VaultRead | None, record: Identity | None, invalid: list[str]
) -> Identity | None:
    if parent is None:
        return None
    if parent.identity is not None and type(parent.identity) is not str:
        invalid.append("identity")
    if record is None:
        return None
    if type(record) is not Identity:
        invalid.append("identity")
        return None
    if type(record.id) is not str:
        invalid.append("identity.id")
        return None
    if record.id != parent.identity:
        return None
    return record


def _check_identity_subject(
    parent: Identity | None, record: Subject | None, invalid: list[str]
) -> Subject | None:
    if parent is None:
        return None
    if parent.subject is not None and type(parent.subject) is not str:
        invalid.append("identity.subject")
    if record is None:
        return None
    if type(record) is not Subject:
        invalid.append("identity.subject")
        return None
    if type(record.id) is not str:
        invalid.append("identity.subject.id")
        return None
    if record.id != parent.subject:
        return None
    return record


def _check_identity_subject_requests(
    owner: Subject | None,
    rows: tuple[Reidentification, ...] | list[Reidentification],
    complete: bool,
    invalid: list[str],
) -> list[Reidentification] | None:
    if (type(rows) is not tuple and type(rows) is not list) or type(complete) is not bool:
        invalid.append("identity.subject.requests")
        return None
    if owner is None or not complete or len(rows) > 64:
        return None
    for record in rows:
        if type(record) is not Reidentification:
            invalid.append("identity.subject.requests")
            return None
        if record.subject is not None and type(record.subject) is not str:
            invalid.append("identity.subject.requests.subject")
            return None
        if record.subject != owner.id:
            return None
    checked = []
    for record in rows:
        if type(record.actor) is not str:
            invalid.append("identity.subject.requests.actor")
            record = replace(record, actor="00000000-0000-0000-0000-000000000000")
        if (
            type(record.purpose_code) is not str
            or record.purpose_code not in {"CLINICAL_SAFETY", "ADVERSE_EVENT", "SUBJECT_REQUEST", "LEGAL_ORDER"}
        ):
            invalid.append("identity.subject.requests.purpose_code")
            record = replace(record, purpose_code="CLINICAL_SAFETY")
        if record.approver is not None and type(record.approver) is not str:
            invalid.append("identity.subject.requests.approver")
            record = replace(record, approver=None)
        if type(record.requested_at) is not int or not 0 <= record.requested_at <= 7258118399999999:
            invalid.append("identity.subject.requests.requested_at")
            record = replace(record, requested_at=0)
        if (
                record.approved_at is not None
                and (type(record.approved_at) is not int or not 0 <= record.approved_at <= 7258118399999999)
            ):
            invalid.append("identity.subject.requests.approved_at")
            record = replace(record, approved_at=None)
        checked.append(record)
    return checked


def _rule_1(
    vault_read: VaultRead,
    identity_subject_requests_rows: list[Reidentification] | None,
    actor: str | None,
    now: int | None,
) -> bool:
    if identity_subject_requests_rows is None:
        return False
    for l in identity_subject_requests_rows:
        if (
            actor is not None
            and l.approver is not None
            and now is not None
            and l.approved_at is not None
            and l.actor == actor
            and l.purpose_code == vault_read.purpose_code
            and l.approver != actor
            and l.requested_at < now
            and l.approved_at < now
        ):
            break
    else:
        return False
    return True


def _explain(
    vault_read: VaultRead,
    identity: Identity | None,
    identity_subject: Subject | None,
    identity_subject_requests: tuple[Reidentification, ...] | list[Reidentification],
    identity_subject_requests_complete: bool,
    *,
    actor: str | None,
    now: int | None,
) -> Decision:
    if type(vault_read) is not VaultRead:
        return Decision(False, ("vault_read",), ())
    invalid: list[str] = []
    if type(actor) is not str:
        invalid.append("@actor")
        actor = None
    if type(now) is not int or not 0 <= now <= 7258118399999999:
        invalid.append("@now")
        now = None
    vault_read = _check_vault_read(vault_read, invalid)
    identity = _check_identity(vault_read, identity, invalid)
    identity_subject = _check_identity_subject(identity, identity_subject, invalid)
    identity_subject_requests_rows = _check_identity_subject_requests(
        identity_subject, identity_subject_requests, identity_subject_requests_complete, invalid
    )
    reasons: list[Reason] = []
    if not _rule_1(vault_read, identity_subject_requests_rows, actor, now):
        reasons.append(_REASON_1)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
