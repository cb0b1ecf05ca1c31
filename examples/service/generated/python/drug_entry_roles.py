# Generated from "drug_library.aln", module DrugLibrary_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy DrugEntryRoles of DrugLibrary_v1_0_0: `allows` and `decide` judge one DrugEntryAccess.

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

SOURCE: Final = "drug_library.aln"
MODULE: Final = "DrugLibrary_v1_0_0"
POLICY: Final = "DrugEntryRoles"
POLICY_ID: Final = "2e6f0a9d-4b81-4c37-a1d8-c05b9e7f3608"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "14d51bf0470f11a073ac2ccfa487cc13fb05b0158382e1876a1ff1b3d7e1a20a"
TRACES: Final = ("RC-DRUG-2",)
EVENT_RULES: Final = ("DrugEntryRoles/no_role_grants_this_to_a_drugentry",)


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
    Reached("", "DrugEntryAccess", "", "", "root", "", "", 0, False),
)


_REASON_1: Final = Reason(
    rule="DrugEntryRoles/no_role_grants_this_to_a_drugentry",
    because="no role grants this to a `DrugEntry`",
    traces=("RC-DRUG-2",),
)


_LABELS_1: Final = ("Admin", "Clinician", "Auditor")
_LABELS_2: Final = ("create", "read", "update", "retire")


@final
@dataclass(slots=True)
class DrugEntryAccess:
    """The fields of DrugEntryAccess that are read: raw values, None where missing, INVALID outside their domain.

    role: label
    action: label
    """

    role: str
    action: str


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


def read_drug_entry_access(data: Mapping[str, object]) -> DrugEntryAccess:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return DrugEntryAccess(
        role=_label(get("role"), _LABELS_1),
        action=_label(get("action"), _LABELS_2),
    )


def allows(
    drug_entry_access: DrugEntryAccess,
) -> bool:
    """Whether the DrugEntryAccess is allowed; the first doubt ends it. Never raises."""
    try:
        if type(drug_entry_access) is not DrugEntryAccess:
            return False
        role = drug_entry_access.role
        action = drug_entry_access.action
        if (
            type(role) is not str
            or role not in {"Admin", "Clinician", "Auditor"}
            or type(action) is not str
            or action not in {"create", "read", "update", "retire"}
        ):
            return False
        return (
            (role == "Admin" and action == "create")
            or (role == "Admin" and action == "read")
            or (role == "Admin" and action == "update")
            or (role == "Admin" and action == "retire")
            or (role == "Clinician" and action == "read")
            or (role == "Auditor" and action == "read")
        )
    except Exception:
        return False


def decide(
    drug_entry_access: DrugEntryAccess,
) -> Decision:
    """Whether the DrugEntryAccess is allowed and, if not, every reason why. Never raises."""
    if allows(
        drug_entry_access,
    ):
        return ALLOWED
    try:
        return _explain(
            drug_entry_access,
        )
    except Exception:
        return Decision(False, ("drug_entry_access",), ())


def _check_drug_entry_access(record: DrugEntryAccess, invalid: list[str]) -> DrugEntryAccess:
    if type(record.role) is not str or record.role not in {"Admin", "Clinician", "Auditor"}:
        invalid.append("role")
        record = replace(record, role="Admin")
    if (
        type(record.action) is not str
        or record.action not in {"create", "read", "update", "retire"}
    ):
        invalid.append("action")
        record = replace(record, action="create")
    return record


def _explain(
    drug_entry_access: DrugEntryAccess,
) -> Decision:
    if type(drug_entry_access) is not DrugEntryAccess:
        return Decision(False, ("drug_entry_access",), ())
    invalid: list[str] = []
    drug_entry_access = _check_drug_entry_access(drug_entry_access, invalid)
    reasons: list[Reason] = []
    if not (
        (drug_entry_access.role == "Admin" and drug_entry_access.action == "create")
        or (drug_entry_access.role == "Admin" and drug_entry_access.action == "read")
        or (drug_entry_access.role == "Admin" and drug_entry_access.action == "update")
        or (drug_entry_access.role == "Admin" and drug_entry_access.action == "retire")
        or (drug_entry_access.role == "Clinician" and drug_entry_access.action == "read")
        or (drug_entry_access.role == "Auditor" and drug_entry_access.action == "read")
    ):
        reasons.append(_REASON_1)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
