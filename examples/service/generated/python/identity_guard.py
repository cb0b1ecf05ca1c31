# Generated from "identity_hashing.aln", module IdentityHashing_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy IdentityGuard of IdentityHashing_v1_0_0: `allows` and `decide` judge one Identity.

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

SOURCE: Final = "identity_hashing.aln"
MODULE: Final = "IdentityHashing_v1_0_0"
POLICY: Final = "IdentityGuard"
POLICY_ID: Final = "0b7c2a4e-91d3-4d6f-8a55-6f0e3c1b7d04"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "5ccc9f105d3f315b8f4192a0168493abaf7b84f11953153e494ecb84f6ec2352"
TRACES: Final = ("RC-IDH-1", "SOP-PSN-110")


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
    Reached("", "Identity", "subject_identity_vault", "id", "root", "", "", 0, False),
    Reached("subject", "Subject", "subject", "id", "ref", "", "subject", 0, False),
)


_REASON_1: Final = Reason(
    rule="IdentityGuard/the_hash_algorithm_is_broken",
    because="the hash algorithm is broken",
    traces=("RC-IDH-1", "SOP-PSN-110"),
)
_REASON_2: Final = Reason(
    rule="IdentityGuard/the_salt_is_shorter_than_128_bits",
    because="the salt is shorter than 128 bits",
    traces=("RC-IDH-1", "SOP-PSN-110"),
)
_REASON_3: Final = Reason(
    rule="IdentityGuard/the_salt_is_longer_than_512_bits_so_it_is_something_else",
    because="the salt is longer than 512 bits, so it is something else",
    traces=("RC-IDH-1",),
)
_REASON_4: Final = Reason(
    rule="IdentityGuard/the_hash_does_not_have_the_length_that_its_algorithm_gives",
    because="the hash does not have the length that its algorithm gives",
    traces=("RC-IDH-1", "SOP-PSN-110"),
)
_REASON_5: Final = Reason(
    rule="IdentityGuard/the_identity_is_older_than_the_subjects_enrolment",
    because="the identity is older than the subject's enrolment",
    traces=("RC-IDH-1", "SOP-PSN-110"),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=1024,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=7258118399999999,
    step=Fraction(1),
    unit="",
    code="us",
    factor=Fraction(1, 1000000),
    kind="instant",
)
_LABELS_1: Final = ("SHA256", "SHA512", "ARGON2ID", "MD5", "SHA1")


@final
@dataclass(slots=True)
class Identity:
    """The fields of Identity that are read: raw values, None where missing, INVALID outside their domain.

    subject: uuid
    hash_algorithm: label of HashAlgorithm
    salt_bytes: number, n for n * 1, n in 0 .. 1024
    hash_bytes: number, n for n * 1, n in 0 .. 1024
    created_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    subject: str
    hash_algorithm: str
    salt_bytes: int
    hash_bytes: int
    created_at: int


@final
@dataclass(slots=True)
class Subject:
    """The fields of Subject that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    enrolled_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    id: str
    enrolled_at: int


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


def read_identity(data: Mapping[str, object]) -> Identity:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Identity(
        subject=_key(get("subject")),
        hash_algorithm=_label(get("hash_algorithm"), _LABELS_1),
        salt_bytes=_number(get("salt_bytes"), _QUANTITY_1),
        hash_bytes=_number(get("hash_bytes"), _QUANTITY_1),
        created_at=_instant(get("created_at"), _QUANTITY_2),
    )


def read_subject(data: Mapping[str, object]) -> Subject:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Subject(
        id=_key(get("id")),
        enrolled_at=_instant(get("enrolled_at"), _QUANTITY_2),
    )


def allows(
    identity: Identity,
    subject: Subject | None,
) -> bool:
    """Whether the Identity is allowed; the first doubt ends it. Never raises."""
    try:
        if type(identity) is not Identity:
            return False
        hash_algorithm = identity.hash_algorithm
        salt_bytes = identity.salt_bytes
        hash_bytes = identity.hash_bytes
        created_at = identity.created_at
        if (
            type(hash_algorithm) is not str
            or hash_algorithm not in {"SHA256", "SHA512", "ARGON2ID", "MD5", "SHA1"}
            or type(salt_bytes) is not int
            or not 0 <= salt_bytes <= 1024
            or type(hash_bytes) is not int
            or not 0 <= hash_bytes <= 1024
            or type(created_at) is not int
            or not 0 <= created_at <= 7258118399999999
        ):
            return False
        if identity.subject is not None and type(identity.subject) is not str:
            return False
        if subject is not None:
            if type(subject) is not Subject or type(subject.id) is not str:
                return False
            if subject.id != identity.subject:
                subject = None
            else:
                subject_enrolled_at = subject.enrolled_at
                if (
                    type(subject_enrolled_at) is not int
                    or not 0 <= subject_enrolled_at <= 7258118399999999
                ):
                    return False
        if subject is None:
            return False
        if not (
            hash_algorithm == "SHA256"
            or hash_algorithm == "SHA512"
            or hash_algorithm == "ARGON2ID"
        ):
            return False
        if not salt_bytes >= 16:
            return False
        if not salt_bytes <= 64:
            return False
        if not (hash_algorithm != "SHA256" or hash_bytes == 32):
            return False
        if not (hash_algorithm != "SHA512" or hash_bytes == 64):
            return False
        if not (hash_algorithm != "ARGON2ID" or hash_bytes >= 32):
            return False
        return subject_enrolled_at <= created_at
    except Exception:
        return False


def decide(
    identity: Identity,
    subject: Subject | None,
) -> Decision:
    """Whether the Identity is allowed and, if not, every reason why. Never raises."""
    if allows(
        identity,
        subject,
    ):
        return ALLOWED
    try:
        return _explain(
            identity,
            subject,
        )
    except Exception:
        return Decision(False, ("identity",), ())


def _check_identity(record: Identity, invalid: list[str]) -> Identity:
    if (
        type(record.hash_algorithm) is not str
        or record.hash_algorithm not in {"SHA256", "SHA512", "ARGON2ID", "MD5", "SHA1"}
    ):
        invalid.append("hash_algorithm")
        record = replace(record, hash_algorithm="SHA256")
    if type(record.salt_bytes) is not int or not 0 <= record.salt_bytes <= 1024:
        invalid.append("salt_bytes")
        record = replace(record, salt_bytes=0)
    if type(record.hash_bytes) is not int or not 0 <= record.hash_bytes <= 1024:
        invalid.append("hash_bytes")
        record = replace(record, hash_bytes=0)
    if type(record.created_at) is not int or not 0 <= record.created_at <= 7258118399999999:
        invalid.append("created_at")
        record = replace(record, created_at=0)
    return record


def _check_subject(
    parent: Identity | None, record: Subject | None, invalid: list[str]
) -> Subject | None:
    if parent is None:
        return None
    if parent.subject is not None and type(parent.subject) is not str:
        invalid.append("subject")
    if record is None:
        return None
    if type(record) is not Subject:
        invalid.append("subject")
        return None
    if type(record.id) is not str:
        invalid.append("subject.id")
        return None
    if record.id != parent.subject:
        return None
    if type(record.enrolled_at) is not int or not 0 <= record.enrolled_at <= 7258118399999999:
        invalid.append("subject.enrolled_at")
        record = replace(record, enrolled_at=0)
    return record


def _explain(
    identity: Identity,
    subject: Subject | None,
) -> Decision:
    if type(identity) is not Identity:
        return Decision(False, ("identity",), ())
    invalid: list[str] = []
    identity = _check_identity(identity, invalid)
    subject = _check_subject(identity, subject, invalid)
    reasons: list[Reason] = []
    if not (
        identity.hash_algorithm == "SHA256"
        or identity.hash_algorithm == "SHA512"
        or identity.hash_algorithm == "ARGON2ID"
    ):
        reasons.append(_REASON_1)
    if not identity.salt_bytes >= 16:
        reasons.append(_REASON_2)
    if not identity.salt_bytes <= 64:
        reasons.append(_REASON_3)
    if not (
        (identity.hash_algorithm != "SHA256" or identity.hash_bytes == 32)
        and (identity.hash_algorithm != "SHA512" or identity.hash_bytes == 64)
        and (identity.hash_algorithm != "ARGON2ID" or identity.hash_bytes >= 32)
    ):
        reasons.append(_REASON_4)
    if not (subject is not None and subject.enrolled_at <= identity.created_at):
        reasons.append(_REASON_5)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
