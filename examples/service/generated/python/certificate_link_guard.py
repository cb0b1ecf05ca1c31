# Generated from "calibration_v1_1_0.aln", module Calibration_v1_1_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy CertificateLinkGuard of Calibration_v1_1_0: `allows` and `decide` judge one CertificateLink.

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

SOURCE: Final = "calibration_v1_1_0.aln"
MODULE: Final = "Calibration_v1_1_0"
POLICY: Final = "CertificateLinkGuard"
POLICY_ID: Final = "a3a8d5ce-52b2-4f0e-9a53-4a4e0f7b6d02"
POLICY_VERSION: Final = "1.1.0"
CORE_DIGEST: Final = "c38f38457317c5b11102ba1b987678db462c7f423a9e98d42dc5efe64c97015a"
TRACES: Final = ("RC-CAL-3", "SOP-CAL-040")


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
    Reached("", "CertificateLink", "calibration_certificate_link", "id", "root", "", "", 0, False),
    Reached("parent", "Certificate", "calibration_certificate", "id", "ref", "", "parent", 0, False),
    Reached("child", "Certificate", "calibration_certificate", "id", "ref", "", "child", 0, False),
)


_REASON_1: Final = Reason(
    rule="CertificateLinkGuard/the_parent_standard_was_not_certified_before",
    because="the parent standard was not certified before",
    traces=("RC-CAL-3", "SOP-CAL-040"),
)
_REASON_2: Final = Reason(
    rule="CertificateLinkGuard/the_certificate_outlives_its_parent_standard",
    because="the certificate outlives its parent standard",
    traces=("RC-CAL-3", "SOP-CAL-040"),
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
class CertificateLink:
    """The fields of CertificateLink that are read: raw values, None where missing, INVALID outside their domain.

    parent: uuid
    child: uuid
    """

    parent: str
    child: str


@final
@dataclass(slots=True)
class Certificate:
    """The fields of Certificate that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    valid_from: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    valid_to: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    id: str
    valid_from: int
    valid_to: int


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


def read_certificate_link(data: Mapping[str, object]) -> CertificateLink:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return CertificateLink(
        parent=_key(get("parent")),
        child=_key(get("child")),
    )


def read_certificate(data: Mapping[str, object]) -> Certificate:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Certificate(
        id=_key(get("id")),
        valid_from=_instant(get("valid_from"), _QUANTITY_1),
        valid_to=_instant(get("valid_to"), _QUANTITY_1),
    )


def allows(
    certificate_link: CertificateLink,
    parent_: Certificate | None,
    child: Certificate | None,
) -> bool:
    """Whether the CertificateLink is allowed; the first doubt ends it. Never raises."""
    try:
        if type(certificate_link) is not CertificateLink:
            return False
        if certificate_link.parent is not None and type(certificate_link.parent) is not str:
            return False
        if parent_ is not None:
            if type(parent_) is not Certificate or type(parent_.id) is not str:
                return False
            if parent_.id != certificate_link.parent:
                parent_ = None
            else:
                parent__valid_from = parent_.valid_from
                parent__valid_to = parent_.valid_to
                if (
                    type(parent__valid_from) is not int
                    or not 0 <= parent__valid_from <= 7258118399999999
                    or type(parent__valid_to) is not int
                    or not 0 <= parent__valid_to <= 7258118399999999
                ):
                    return False
        if certificate_link.child is not None and type(certificate_link.child) is not str:
            return False
        if child is not None:
            if type(child) is not Certificate or type(child.id) is not str:
                return False
            if child.id != certificate_link.child:
                child = None
            else:
                child_valid_from = child.valid_from
                child_valid_to = child.valid_to
                if (
                    type(child_valid_from) is not int
                    or not 0 <= child_valid_from <= 7258118399999999
                    or type(child_valid_to) is not int
                    or not 0 <= child_valid_to <= 7258118399999999
                ):
                    return False
        if parent_ is None:
            return False
        if child is None:
            return False
        if not parent__valid_from < child_valid_from:
            return False
        return child_valid_to <= parent__valid_to
    except Exception:
        return False


def decide(
    certificate_link: CertificateLink,
    parent_: Certificate | None,
    child: Certificate | None,
) -> Decision:
    """Whether the CertificateLink is allowed and, if not, every reason why. Never raises."""
    if allows(
        certificate_link,
        parent_,
        child,
    ):
        return ALLOWED
    try:
        return _explain(
            certificate_link,
            parent_,
            child,
        )
    except Exception:
        return Decision(False, ("certificate_link",), ())


def _check_certificate_link(record: CertificateLink, invalid: list[str]) -> CertificateLink:
    return record


def _check_parent_(
    parent: CertificateLink | None, record: Certificate | None, invalid: list[str]
) -> Certificate | None:
    if parent is None:
        return None
    if parent.parent is not None and type(parent.parent) is not str:
        invalid.append("parent")
    if record is None:
        return None
    if type(record) is not Certificate:
        invalid.append("parent")
        return None
    if type(record.id) is not str:
        invalid.append("parent.id")
        return None
    if record.id != parent.parent:
        return None
    if type(record.valid_from) is not int or not 0 <= record.valid_from <= 7258118399999999:
        invalid.append("parent.valid_from")
        record = replace(record, valid_from=0)
    if type(record.valid_to) is not int or not 0 <= record.valid_to <= 7258118399999999:
        invalid.append("parent.valid_to")
        record = replace(record, valid_to=0)
    return record


def _check_child(
    parent: CertificateLink | None, record: Certificate | None, invalid: list[str]
) -> Certificate | None:
    if parent is None:
        return None
    if parent.child is not None and type(parent.child) is not str:
        invalid.append("child")
    if record is None:
        return None
    if type(record) is not Certificate:
        invalid.append("child")
        return None
    if type(record.id) is not str:
        invalid.append("child.id")
        return None
    if record.id != parent.child:
        return None
    if type(record.valid_from) is not int or not 0 <= record.valid_from <= 7258118399999999:
        invalid.append("child.valid_from")
        record = replace(record, valid_from=0)
    if type(record.valid_to) is not int or not 0 <= record.valid_to <= 7258118399999999:
        invalid.append("child.valid_to")
        record = replace(record, valid_to=0)
    return record


def _explain(
    certificate_link: CertificateLink,
    parent_: Certificate | None,
    child: Certificate | None,
) -> Decision:
    if type(certificate_link) is not CertificateLink:
        return Decision(False, ("certificate_link",), ())
    invalid: list[str] = []
    certificate_link = _check_certificate_link(certificate_link, invalid)
    parent_ = _check_parent_(certificate_link, parent_, invalid)
    child = _check_child(certificate_link, child, invalid)
    reasons: list[Reason] = []
    if not (parent_ is not None and child is not None and parent_.valid_from < child.valid_from):
        reasons.append(_REASON_1)
    if not (child is not None and parent_ is not None and child.valid_to <= parent_.valid_to):
        reasons.append(_REASON_2)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
