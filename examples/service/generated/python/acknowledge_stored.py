# Generated from "telemetry_ingestion.aln", module TelemetryIngestion_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy AcknowledgeStored of TelemetryIngestion_v1_0_0: `allows` and `decide` judge one Acknowledgement.

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
from typing import Any, Final, NamedTuple, TypeAlias, final

SOURCE: Final = "telemetry_ingestion.aln"
MODULE: Final = "TelemetryIngestion_v1_0_0"
POLICY: Final = "AcknowledgeStored"
POLICY_ID: Final = "b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "454f06b5115d9c7a35b239cc9263b23517fb5e3e1b0ec2f7d3afb14a458e06a2"
TRACES: Final = ("RC-TEL-2",)
EVENT_RULES: Final = ("AcknowledgeStored/the_envelope_is_not_stored", "AcknowledgeStored/the_alarm_of_the_envelope_is_not_in_the_audit_trail")


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
    Reached("", "Acknowledgement", "", "", "root", "", "", 0, False),
    Reached("envelope", "Envelope", "telemetry_envelope", "id", "ref", "", "envelope", 0, False),
    Reached("envelope.alarms", "Alarm", "telemetry_alarm", "id", "many", "envelope", "envelope", 4, False),
    Reached("envelope.alarms.audit", "AuditEvent", "audit_event", "id", "ref", "envelope.alarms", "audit", 0, False),
)


_REASON_1: Final = Reason(
    rule="AcknowledgeStored/the_envelope_is_not_stored",
    because="the envelope is not stored",
    traces=("RC-TEL-2",),
)
_REASON_2: Final = Reason(
    rule="AcknowledgeStored/the_alarm_of_the_envelope_is_not_in_the_audit_trail",
    because="the alarm of the envelope is not in the audit trail",
    traces=("RC-TEL-2",),
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
class Acknowledgement:
    """The fields of Acknowledgement that are read: raw values, None where missing, INVALID outside their domain.

    envelope: uuid
    """

    envelope: str


@final
@dataclass(slots=True)
class Envelope:
    """The fields of Envelope that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    received_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    alarm: true or false
    """

    id: str
    received_at: int
    alarm: bool


@final
@dataclass(slots=True)
class Alarm:
    """The fields of Alarm that are read: raw values, None where missing, INVALID outside their domain.

    envelope: uuid
    audit: uuid
    """

    envelope: str
    audit: str


@final
@dataclass(slots=True)
class AuditEvent:
    """The fields of AuditEvent that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    occurred_at: instant, in microseconds since 1970-01-01 UTC, n in 0 .. 7258118399999999
    """

    id: str
    occurred_at: int


AlarmRow: TypeAlias = tuple[Alarm, AuditEvent | None]


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


def read_acknowledgement(data: Mapping[str, object]) -> Acknowledgement:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Acknowledgement(
        envelope=_key(get("envelope")),
    )


def read_envelope(data: Mapping[str, object]) -> Envelope:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Envelope(
        id=_key(get("id")),
        received_at=_instant(get("received_at"), _QUANTITY_1),
        alarm=_flag(get("alarm")),
    )


def read_alarm(data: Mapping[str, object]) -> Alarm:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Alarm(
        envelope=_key(get("envelope")),
        audit=_key(get("audit")),
    )


def read_audit_event(data: Mapping[str, object]) -> AuditEvent:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return AuditEvent(
        id=_key(get("id")),
        occurred_at=_instant(get("occurred_at"), _QUANTITY_1),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        now=_instant(get("now"), _QUANTITY_1),
    )


def allows(
    acknowledgement: Acknowledgement,
    envelope: Envelope | None,
    envelope_alarms: tuple[AlarmRow, ...] | list[AlarmRow],
    envelope_alarms_complete: bool,
    *,
    now: int | None = None,
) -> bool:
    """Whether the Acknowledgement is allowed; the first doubt ends it. Never raises."""
    try:
        if type(now) is not int or not 0 <= now <= 7258118399999999:
            return False
        if type(acknowledgement) is not Acknowledgement:
            return False
        if acknowledgement.envelope is not None and type(acknowledgement.envelope) is not str:
            return False
        if envelope is not None:
            if type(envelope) is not Envelope or type(envelope.id) is not str:
                return False
            if envelope.id != acknowledgement.envelope:
                envelope = None
            else:
                envelope_received_at = envelope.received_at
                envelope_alarm = envelope.alarm
                if (
                    type(envelope_received_at) is not int
                    or not 0 <= envelope_received_at <= 7258118399999999
                    or type(envelope_alarm) is not bool
                ):
                    return False
        if type(envelope_alarms) is not tuple and type(envelope_alarms) is not list:
            return False
        if type(envelope_alarms_complete) is not bool:
            return False
        envelope_alarms_rows: tuple[AlarmRow, ...] | list[AlarmRow] | None = None
        if envelope is not None and envelope_alarms_complete and len(envelope_alarms) <= 4:
            envelope_alarms_sound = True
            envelope_alarms_checked: list[AlarmRow] = []
            for envelope_alarms_row in envelope_alarms:
                if type(envelope_alarms_row) is not tuple or len(envelope_alarms_row) != 2:
                    return False
                alarm, audit = envelope_alarms_row
                if type(alarm) is not Alarm:
                    return False
                if alarm.envelope is not None and type(alarm.envelope) is not str:
                    return False
                if alarm.envelope != envelope.id:
                    break
                if alarm.audit is not None and type(alarm.audit) is not str:
                    envelope_alarms_sound = False
                if audit is not None:
                    if type(audit) is not AuditEvent or type(audit.id) is not str:
                        envelope_alarms_sound = False
                        audit = None
                    elif audit.id != alarm.audit:
                        audit = None
                    else:
                        audit_occurred_at = audit.occurred_at
                        if (
                            type(audit_occurred_at) is not int
                            or not 0 <= audit_occurred_at <= 7258118399999999
                        ):
                            envelope_alarms_sound = False
                envelope_alarms_checked.append((alarm, audit))
            else:
                if not envelope_alarms_sound:
                    return False
                envelope_alarms_rows = envelope_alarms_checked
        if envelope is None:
            return False
        if now is None:
            return False
        if not envelope_received_at <= now:
            return False
        return (
            (envelope is not None and not envelope_alarm)
            or (
                envelope_alarms_rows is not None
                and any(
                    a_audit is not None and now is not None and a_audit.occurred_at <= now
                    for a, a_audit in envelope_alarms_rows
                )
            )
        )
    except Exception:
        return False


def decide(
    acknowledgement: Acknowledgement,
    envelope: Envelope | None,
    envelope_alarms: tuple[AlarmRow, ...] | list[AlarmRow],
    envelope_alarms_complete: bool,
    *,
    now: int | None = None,
) -> Decision:
    """Whether the Acknowledgement is allowed and, if not, every reason why. Never raises."""
    if allows(
        acknowledgement,
        envelope,
        envelope_alarms,
        envelope_alarms_complete,
        now=now,
    ):
        return ALLOWED
    try:
        return _explain(
            acknowledgement,
            envelope,
            envelope_alarms,
            envelope_alarms_complete,
            now=now,
        )
    except Exception:
        return Decision(False, ("acknowledgement",), ())


def _check_acknowledgement(record: Acknowledgement, invalid: list[str]) -> Acknowledgement:
    return record


def _check_envelope(
    parent: Acknowledgement | None, record: Envelope | None, invalid: list[str]
) -> Envelope | None:
    if parent is None:
        return None
    if parent.envelope is not None and type(parent.envelope) is not str:
        invalid.append("envelope")
    if record is None:
        return None
    if type(record) is not Envelope:
        invalid.append("envelope")
        return None
    if type(record.id) is not str:
        invalid.append("envelope.id")
        return None
    if record.id != parent.envelope:
        return None
    if type(record.received_at) is not int or not 0 <= record.received_at <= 7258118399999999:
        invalid.append("envelope.received_at")
        record = replace(record, received_at=0)
    if type(record.alarm) is not bool:
        invalid.append("envelope.alarm")
        record = replace(record, alarm=False)
    return record


def _check_envelope_alarms(
    owner: Envelope | None,
    rows: tuple[AlarmRow, ...] | list[AlarmRow],
    complete: bool,
    invalid: list[str],
) -> list[AlarmRow] | None:
    if (type(rows) is not tuple and type(rows) is not list) or type(complete) is not bool:
        invalid.append("envelope.alarms")
        return None
    if owner is None or not complete or len(rows) > 4:
        return None
    for row in rows:
        if type(row) is not tuple or len(row) != 2:
            invalid.append("envelope.alarms")
            return None
        record = row[0]
        if type(record) is not Alarm:
            invalid.append("envelope.alarms")
            return None
        if record.envelope is not None and type(record.envelope) is not str:
            invalid.append("envelope.alarms.envelope")
            return None
        if record.envelope != owner.id:
            return None
    checked = []
    for row in rows:
        record = row[0]
        checked.append((record, *row[1:]))
    return checked


def _check_audit(
    parent: Alarm | None, record: AuditEvent | None, invalid: list[str]
) -> AuditEvent | None:
    if parent is None:
        return None
    if parent.audit is not None and type(parent.audit) is not str:
        invalid.append("envelope.alarms.audit")
    if record is None:
        return None
    if type(record) is not AuditEvent:
        invalid.append("envelope.alarms.audit")
        return None
    if type(record.id) is not str:
        invalid.append("envelope.alarms.audit.id")
        return None
    if record.id != parent.audit:
        return None
    if type(record.occurred_at) is not int or not 0 <= record.occurred_at <= 7258118399999999:
        invalid.append("envelope.alarms.audit.occurred_at")
        record = replace(record, occurred_at=0)
    return record


def _rule_2(
    envelope: Envelope | None,
    envelope_alarms_rows: list[AlarmRow] | None,
    now: int | None,
) -> bool:
    return (
        (envelope is not None and not envelope.alarm)
        or (
            envelope_alarms_rows is not None
            and any(
                a_audit is not None and now is not None and a_audit.occurred_at <= now
                for a, a_audit in envelope_alarms_rows
            )
        )
    )


def _explain(
    acknowledgement: Acknowledgement,
    envelope: Envelope | None,
    envelope_alarms: tuple[AlarmRow, ...] | list[AlarmRow],
    envelope_alarms_complete: bool,
    *,
    now: int | None,
) -> Decision:
    if type(acknowledgement) is not Acknowledgement:
        return Decision(False, ("acknowledgement",), ())
    invalid: list[str] = []
    if type(now) is not int or not 0 <= now <= 7258118399999999:
        invalid.append("@now")
        now = None
    acknowledgement = _check_acknowledgement(acknowledgement, invalid)
    envelope = _check_envelope(acknowledgement, envelope, invalid)
    envelope_alarms_rows = _check_envelope_alarms(
        envelope, envelope_alarms, envelope_alarms_complete, invalid
    )
    if envelope_alarms_rows is not None:
        envelope_alarms_rows = [
            (alarm, _check_audit(alarm, audit, invalid))
            for alarm, audit in envelope_alarms_rows
        ]
    reasons: list[Reason] = []
    if not (envelope is not None and now is not None and envelope.received_at <= now):
        reasons.append(_REASON_1)
    if not _rule_2(envelope, envelope_alarms_rows, now):
        reasons.append(_REASON_2)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
