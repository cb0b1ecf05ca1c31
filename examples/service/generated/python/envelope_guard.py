# Generated from "telemetry_ingestion.aln", module TelemetryIngestion_v1_0_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The policy EnvelopeGuard of TelemetryIngestion_v1_0_0: `allows` and `decide` judge one Envelope.

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

SOURCE: Final = "telemetry_ingestion.aln"
MODULE: Final = "TelemetryIngestion_v1_0_0"
POLICY: Final = "EnvelopeGuard"
POLICY_ID: Final = "b81f4c67-3d25-4e9a-9b70-2ca6d5e8f10a"
POLICY_VERSION: Final = "1.0.0"
CORE_DIGEST: Final = "d4d5cf98985521605bf47eea24584e8edbebccbf46c336e24274a258def3b083"
TRACES: Final = ("RC-TEL-1", "RC-TEL-2")


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
    Reached("", "Envelope", "telemetry_envelope", "id", "root", "", "", 0, False),
    Reached("session", "DosingSession", "dosing_session", "id", "ref", "", "session", 0, False),
    Reached("session.seen", "LastSeen", "telemetry_last_seen", "id", "many", "session", "session", 16, False),
)


_REASON_1: Final = Reason(
    rule="EnvelopeGuard/the_table_of_last_sequences_does_not_cover_a_stored_envelope",
    because="the table of last sequences does not cover a stored envelope",
    traces=("RC-TEL-1",),
)
_REASON_2: Final = Reason(
    rule="EnvelopeGuard/the_device_ran_on_its_fallback_profile_without_an_alarm",
    because="the device ran on its fallback profile without an alarm",
    traces=("RC-TEL-2",),
)


_QUANTITY_1: Final = Quantity(
    lo=-9223372036854775808,
    hi=9223372036854775807,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)


@final
@dataclass(slots=True)
class Envelope:
    """The fields of Envelope that are read: raw values, None where missing, INVALID outside their domain.

    session: uuid
    device: uuid of Device
    sequence: number, n for n * 1, n in -9223372036854775808 .. 9223372036854775807
    fallback: true or false
    alarm: true or false
    """

    session: str
    device: str
    sequence: int
    fallback: bool
    alarm: bool


@final
@dataclass(slots=True)
class DosingSession:
    """The fields of DosingSession that are read: raw values, None where missing, INVALID outside their domain.

    id: uuid
    """

    id: str


@final
@dataclass(slots=True)
class LastSeen:
    """The fields of LastSeen that are read: raw values, None where missing, INVALID outside their domain.

    session: uuid
    device: uuid of Device
    sequence: number, n for n * 1, n in -9223372036854775808 .. 9223372036854775807
    """

    session: str
    device: str
    sequence: int


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


def read_envelope(data: Mapping[str, object]) -> Envelope:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Envelope(
        session=_key(get("session")),
        device=_key(get("device")),
        sequence=_number(get("sequence"), _QUANTITY_1),
        fallback=_flag(get("fallback")),
        alarm=_flag(get("alarm")),
    )


def read_dosing_session(data: Mapping[str, object]) -> DosingSession:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return DosingSession(
        id=_key(get("id")),
    )


def read_last_seen(data: Mapping[str, object]) -> LastSeen:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return LastSeen(
        session=_key(get("session")),
        device=_key(get("device")),
        sequence=_number(get("sequence"), _QUANTITY_1),
    )


def allows(
    envelope: Envelope,
    session: DosingSession | None,
    session_seen: tuple[LastSeen, ...] | list[LastSeen],
    session_seen_complete: bool,
) -> bool:
    """Whether the Envelope is allowed; the first doubt ends it. Never raises."""
    try:
        if type(envelope) is not Envelope:
            return False
        device = envelope.device
        sequence = envelope.sequence
        fallback = envelope.fallback
        alarm = envelope.alarm
        if (
            type(device) is not str
            or type(sequence) is not int
            or not -9223372036854775808 <= sequence <= 9223372036854775807
            or type(fallback) is not bool
            or type(alarm) is not bool
        ):
            return False
        if envelope.session is not None and type(envelope.session) is not str:
            return False
        if session is not None:
            if type(session) is not DosingSession or type(session.id) is not str:
                return False
            if session.id != envelope.session:
                session = None
        if type(session_seen) is not tuple and type(session_seen) is not list:
            return False
        if type(session_seen_complete) is not bool:
            return False
        session_seen_rows: tuple[LastSeen, ...] | list[LastSeen] | None = None
        if session is not None and session_seen_complete and len(session_seen) <= 16:
            session_seen_sound = True
            for last_seen in session_seen:
                if type(last_seen) is not LastSeen:
                    return False
                if last_seen.session is not None and type(last_seen.session) is not str:
                    return False
                if last_seen.session != session.id:
                    break
                device_ = last_seen.device
                sequence_ = last_seen.sequence
                if (
                    type(device_) is not str
                    or type(sequence_) is not int
                    or not -9223372036854775808 <= sequence_ <= 9223372036854775807
                ):
                    session_seen_sound = False
            else:
                if not session_seen_sound:
                    return False
                session_seen_rows = session_seen
        if session_seen_rows is None:
            return False
        if not (not fallback or alarm):
            return False
        for s in session_seen_rows:
            if s.device == device and sequence <= s.sequence:
                break
        else:
            return False
        return True
    except Exception:
        return False


def decide(
    envelope: Envelope,
    session: DosingSession | None,
    session_seen: tuple[LastSeen, ...] | list[LastSeen],
    session_seen_complete: bool,
) -> Decision:
    """Whether the Envelope is allowed and, if not, every reason why. Never raises."""
    if allows(
        envelope,
        session,
        session_seen,
        session_seen_complete,
    ):
        return ALLOWED
    try:
        return _explain(
            envelope,
            session,
            session_seen,
            session_seen_complete,
        )
    except Exception:
        return Decision(False, ("envelope",), ())


def _check_envelope(record: Envelope, invalid: list[str]) -> Envelope:
    if type(record.device) is not str:
        invalid.append("device")
        record = replace(record, device="00000000-0000-0000-0000-000000000000")
    if (
        type(record.sequence) is not int
        or not -9223372036854775808 <= record.sequence <= 9223372036854775807
    ):
        invalid.append("sequence")
        record = replace(record, sequence=0)
    if type(record.fallback) is not bool:
        invalid.append("fallback")
        record = replace(record, fallback=False)
    if type(record.alarm) is not bool:
        invalid.append("alarm")
        record = replace(record, alarm=False)
    return record


def _check_session(
    parent: Envelope | None, record: DosingSession | None, invalid: list[str]
) -> DosingSession | None:
    if parent is None:
        return None
    if parent.session is not None and type(parent.session) is not str:
        invalid.append("session")
    if record is None:
        return None
    if type(record) is not DosingSession:
        invalid.append("session")
        return None
    if type(record.id) is not str:
        invalid.append("session.id")
        return None
    if record.id != parent.session:
        return None
    return record


def _check_session_seen(
    owner: DosingSession | None,
    rows: tuple[LastSeen, ...] | list[LastSeen],
    complete: bool,
    invalid: list[str],
) -> list[LastSeen] | None:
    if (type(rows) is not tuple and type(rows) is not list) or type(complete) is not bool:
        invalid.append("session.seen")
        return None
    if owner is None or not complete or len(rows) > 16:
        return None
    for record in rows:
        if type(record) is not LastSeen:
            invalid.append("session.seen")
            return None
        if record.session is not None and type(record.session) is not str:
            invalid.append("session.seen.session")
            return None
        if record.session != owner.id:
            return None
    checked = []
    for record in rows:
        if type(record.device) is not str:
            invalid.append("session.seen.device")
            record = replace(record, device="00000000-0000-0000-0000-000000000000")
        if (
            type(record.sequence) is not int
            or not -9223372036854775808 <= record.sequence <= 9223372036854775807
        ):
            invalid.append("session.seen.sequence")
            record = replace(record, sequence=0)
        checked.append(record)
    return checked


def _rule_1(
    envelope: Envelope,
    session_seen_rows: list[LastSeen] | None,
) -> bool:
    if session_seen_rows is None:
        return False
    for s in session_seen_rows:
        if s.device == envelope.device and envelope.sequence <= s.sequence:
            break
    else:
        return False
    return True


def _explain(
    envelope: Envelope,
    session: DosingSession | None,
    session_seen: tuple[LastSeen, ...] | list[LastSeen],
    session_seen_complete: bool,
) -> Decision:
    if type(envelope) is not Envelope:
        return Decision(False, ("envelope",), ())
    invalid: list[str] = []
    envelope = _check_envelope(envelope, invalid)
    session = _check_session(envelope, session, invalid)
    session_seen_rows = _check_session_seen(
        session, session_seen, session_seen_complete, invalid
    )
    reasons: list[Reason] = []
    if not _rule_1(envelope, session_seen_rows):
        reasons.append(_REASON_1)
    if not (not envelope.fallback or envelope.alarm):
        reasons.append(_REASON_2)
    return Decision(False, tuple(dict.fromkeys(invalid)), tuple(reasons))
