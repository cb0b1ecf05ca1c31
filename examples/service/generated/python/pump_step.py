# Generated from "vasopressor_v1_1_0.aln", module VasopressorSafety_v1_1_0: edit that instead.
# ruff: noqa: E501, E741, F841, RUF100, SIM103, SIM110
"""The machine PumpStep of VasopressorSafety_v1_1_0: `init` gives its state, `step` one tick of it.

Values are raw: whole counts of a quantity, labels, true or false. `State` and the parameters given to `step`
are those that `init` and `step` gave and accepted; an input is anything at all.
"""


from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, NamedTuple, final

SOURCE: Final = "vasopressor_v1_1_0.aln"
MODULE: Final = "VasopressorSafety_v1_1_0"
MACHINE: Final = "PumpStep"
POLICY_ID: Final = "f1f6a1d2-3c60-4b8f-8d0e-2a1c7f5e9b03"
POLICY_VERSION: Final = "1.1.0"
CORE_DIGEST: Final = "e5480273a7cef0bafc45fb2f4bdc2f5b41b4f278267bb250e478cd5771fc1abb"
PERIOD_US: Final = 1000000
SIGNALS: Final = (
    ("map", "map"),
    ("target", "target_map"),
    ("risk", "hypotension_risk"),
    ("confidence", "confidence"),
    ("new_min", "new_min"),
    ("new_max", "new_max"),
    ("new_fallback", "new_fallback"),
    ("new_change", "new_change"),
)


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


class InvalidParameters(ValueError):
    """Parameters that `init` refuses: those outside their domain, or every rule that is not true of them."""

    def __init__(self, invalid: tuple[str, ...], reasons: tuple[Reason, ...]) -> None:
        super().__init__(*invalid, *(reason.because for reason in reasons))
        self.invalid = invalid
        self.reasons = reasons


_REASON_1: Final = Reason(
    rule="ValidSetting/the_fallback_rate_lies_outside_the_limits",
    because="the fallback rate lies outside the limits",
    traces=("RC-PUMP-3",),
)
_REASON_2: Final = Reason(
    rule="ValidSetting/the_rate_could_never_change",
    because="the rate could never change",
    traces=("RC-PUMP-3",),
)
_REASON_3: Final = Reason(
    rule="ValidSetting/the_infusion_would_begin_outside_its_limits",
    because="the infusion would begin outside its limits",
    traces=("RC-PUMP-3",),
)


_QUANTITY_1: Final = Quantity(
    lo=0,
    hi=2000,
    step=Fraction(1, 1000),
    unit="mcg_kg_min",
    code="ug/kg/min",
    factor=Fraction(1, 60000000000),
    kind="mass/mass/time",
)
_QUANTITY_2: Final = Quantity(
    lo=0,
    hi=3000,
    step=Fraction(1, 10),
    unit="mmHg",
    code="mm[Hg]",
    factor=Fraction(66661, 500),
    kind="pressure",
)
_QUANTITY_3: Final = Quantity(
    lo=0,
    hi=1000,
    step=Fraction(1, 1000),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_QUANTITY_4: Final = Quantity(
    lo=0,
    hi=3600,
    step=Fraction(1),
    unit="",
    code="1",
    factor=Fraction(1),
    kind="number",
)
_LABELS_1: Final = ("STOPPED", "RUNNING")


PARAMETER: Final = ("PumpSetting", "setting")
PARAMETERS: Final = (
    ("setting.start_rate", _QUANTITY_1, False),
    ("setting.min", _QUANTITY_1, False),
    ("setting.max", _QUANTITY_1, False),
    ("setting.fallback", _QUANTITY_1, False),
    ("setting.max_change", _QUANTITY_1, False),
)
INPUTS: Final = (
    ("map", _QUANTITY_2),
    ("target", _QUANTITY_2),
    ("risk", _QUANTITY_3),
    ("confidence", _QUANTITY_3),
    ("start", "bool"),
    ("stop", "bool"),
    ("acknowledge", "bool"),
    ("new_min", _QUANTITY_1),
    ("new_max", _QUANTITY_1),
    ("new_fallback", _QUANTITY_1),
    ("new_change", _QUANTITY_1),
)
STATES: Final = (
    ("rate", "rate.next", _QUANTITY_1),
    ("mode", "mode.next", ("Mode", _LABELS_1)),
    ("min_rate", "min_rate.next", _QUANTITY_1),
    ("max_rate", "max_rate.next", _QUANTITY_1),
    ("fall_back", "fall_back.next", _QUANTITY_1),
    ("max_change", "max_change.next", _QUANTITY_1),
    ("latched", "latched.next", "bool"),
    ("silence", "silence.next", _QUANTITY_4),
)
OUTPUTS: Final = (
    ("command", _QUANTITY_1),
    ("fallback", "bool"),
    ("exceeds", "bool"),
    ("watchdog", "bool"),
    ("update", "bool"),
    ("alarm", "bool"),
)
DEFINITIONS: Final = (
    ("ordered", "ordered"),
    ("in_reach", "in_reach"),
    ("updated", "updated"),
    ("lowest", "lowest"),
    ("highest", "highest"),
    ("safe_rate", "safe_rate"),
    ("change", "change"),
    ("offered", "offered"),
    ("refused", "refused"),
    ("stopping", "stopping"),
    ("starting", "starting"),
    ("runs", "runs"),
    ("trusted", "trusted"),
    ("wanted", "wanted"),
    ("rate.next", "rate_next"),
    ("mode.next", "mode_next"),
    ("min_rate.next", "min_rate_next"),
    ("max_rate.next", "max_rate_next"),
    ("fall_back.next", "fall_back_next"),
    ("max_change.next", "max_change_next"),
    ("silent", "silent"),
    ("cause", "cause"),
    ("latched.next", "latched_next"),
    ("command", "command"),
    ("fallback", "fallback"),
    ("exceeds", "exceeds"),
    ("watchdog", "watchdog"),
    ("update", "update"),
    ("alarm", "alarm"),
    ("silence.next", "silence_next"),
)


@final
@dataclass(frozen=True, slots=True)
class PumpSetting:
    """The fields of PumpSetting that are read: raw values, None where missing, INVALID outside their domain.

    start_rate: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    min: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    fallback: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max_change: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    """

    start_rate: int
    min: int
    max: int
    fallback: int
    max_change: int


class Inputs(NamedTuple):
    """What arrives at a tick; None where it is missing.

    map: number, n for n * 1/10 mm[Hg], n in 0 .. 3000
    target: number, n for n * 1/10 mm[Hg], n in 0 .. 3000
    risk: number, n for n * 1/1000, n in 0 .. 1000
    confidence: number, n for n * 1/1000, n in 0 .. 1000
    start: true or false
    stop: true or false
    acknowledge: true or false
    new_min: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    new_max: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    new_fallback: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    new_change: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    """

    map: int | None
    target: int | None
    risk: int | None
    confidence: int | None
    start: bool | None
    stop: bool | None
    acknowledge: bool | None
    new_min: int | None
    new_max: int | None
    new_fallback: int | None
    new_change: int | None


class State(NamedTuple):
    """What the machine remembers.

    rate: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    mode: label of Mode
    min_rate: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max_rate: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    fall_back: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    max_change: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    latched: true or false
    silence: number, n for n * 1, n in 0 .. 3600
    """

    rate: int
    mode: str
    min_rate: int
    max_rate: int
    fall_back: int
    max_change: int
    latched: bool
    silence: int


class Outputs(NamedTuple):
    """What a tick gives.

    command: number, n for n * 1/1000 ug/kg/min, n in 0 .. 2000
    fallback: true or false
    exceeds: true or false
    watchdog: true or false
    update: true or false
    alarm: true or false
    """

    command: int
    fallback: bool
    exceeds: bool
    watchdog: bool
    update: bool
    alarm: bool


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


def read_pump_setting(data: Mapping[str, object]) -> PumpSetting:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return PumpSetting(
        start_rate=_number(get("start_rate"), _QUANTITY_1),
        min=_number(get("min"), _QUANTITY_1),
        max=_number(get("max"), _QUANTITY_1),
        fallback=_number(get("fallback"), _QUANTITY_1),
        max_change=_number(get("max_change"), _QUANTITY_1),
    )


def read_inputs(data: Mapping[str, object]) -> Inputs:
    """`data`, a JSON object read with exact decimals, as raw values; never raises."""
    get = data.get if isinstance(data, Mapping) else _invalid_field
    return Inputs(
        map=_number(get("map"), _QUANTITY_2),
        target=_number(get("target"), _QUANTITY_2),
        risk=_number(get("risk"), _QUANTITY_3),
        confidence=_number(get("confidence"), _QUANTITY_3),
        start=_flag(get("start")),
        stop=_flag(get("stop")),
        acknowledge=_flag(get("acknowledge")),
        new_min=_number(get("new_min"), _QUANTITY_1),
        new_max=_number(get("new_max"), _QUANTITY_1),
        new_fallback=_number(get("new_fallback"), _QUANTITY_1),
        new_change=_number(get("new_change"), _QUANTITY_1),
    )


def init(setting: PumpSetting) -> State:
    """The state before the first tick. Raises: InvalidParameters, with every reason."""
    if type(setting) is not PumpSetting:
        raise InvalidParameters(("setting",), ())
    invalid: list[str] = []
    if type(setting.start_rate) is not int or not 0 <= setting.start_rate <= 2000:
        invalid.append("setting.start_rate")
    if type(setting.min) is not int or not 0 <= setting.min <= 2000:
        invalid.append("setting.min")
    if type(setting.max) is not int or not 0 <= setting.max <= 2000:
        invalid.append("setting.max")
    if type(setting.fallback) is not int or not 0 <= setting.fallback <= 2000:
        invalid.append("setting.fallback")
    if type(setting.max_change) is not int or not 0 <= setting.max_change <= 2000:
        invalid.append("setting.max_change")
    if invalid:
        raise InvalidParameters(tuple(invalid), ())
    reasons: list[Reason] = []
    if not (setting.min <= setting.fallback and setting.fallback <= setting.max):
        reasons.append(_REASON_1)
    if not setting.max_change > 0:
        reasons.append(_REASON_2)
    if not (
        setting.start_rate == 0
        or (setting.min <= setting.start_rate and setting.start_rate <= setting.max)
    ):
        reasons.append(_REASON_3)
    if reasons:
        raise InvalidParameters((), tuple(reasons))
    return State(
        rate=setting.start_rate,
        mode="STOPPED" if setting.start_rate == 0 else "RUNNING",
        min_rate=setting.min,
        max_rate=setting.max,
        fall_back=setting.fallback,
        max_change=setting.max_change,
        latched=False,
        silence=0,
    )


def step(
    setting: PumpSetting,
    state: State,
    map: int | None,
    target: int | None,
    risk: int | None,
    confidence: int | None,
    start: bool | None,
    stop: bool | None,
    acknowledge: bool | None,
    new_min: int | None,
    new_max: int | None,
    new_fallback: int | None,
    new_change: int | None,
) -> tuple[State, Outputs]:
    """One tick: the state after it, and the outputs. An input outside its domain is missing. Never raises."""
    if type(map) is not int or not 0 <= map <= 3000:
        map = None
    if type(target) is not int or not 0 <= target <= 3000:
        target = None
    if type(risk) is not int or not 0 <= risk <= 1000:
        risk = None
    if type(confidence) is not int or not 0 <= confidence <= 1000:
        confidence = None
    if type(start) is not bool:
        start = None
    if type(stop) is not bool:
        stop = None
    if type(acknowledge) is not bool:
        acknowledge = None
    if type(new_min) is not int or not 0 <= new_min <= 2000:
        new_min = None
    if type(new_max) is not int or not 0 <= new_max <= 2000:
        new_max = None
    if type(new_fallback) is not int or not 0 <= new_fallback <= 2000:
        new_fallback = None
    if type(new_change) is not int or not 0 <= new_change <= 2000:
        new_change = None
    ordered = (
        new_min is not None
        and new_fallback is not None
        and new_max is not None
        and new_change is not None
        and new_min <= new_fallback
        and new_fallback <= new_max
        and new_change > 0
    )
    in_reach = (
        state.mode == "STOPPED"
        or (
            new_min is not None
            and new_change is not None
            and new_max is not None
            and new_min - new_change <= state.rate
            and state.rate <= new_max + new_change
        )
    )
    updated = ordered and in_reach
    lowest = (0 if new_min is None else new_min) if updated else state.min_rate
    highest = (0 if new_max is None else new_max) if updated else state.max_rate
    safe_rate = (0 if new_fallback is None else new_fallback) if updated else state.fall_back
    change = (0 if new_change is None else new_change) if updated else state.max_change
    offered = (
        new_min is not None
        or new_max is not None
        or new_fallback is not None
        or new_change is not None
    )
    refused = offered and not updated
    stopping = stop is not None and stop
    starting = (
        start is not None
        and state.mode == "STOPPED"
        and start
        and not stopping
        and (new_min is not None or not updated)
        and (new_change is not None or not updated)
        and lowest <= change
    )
    runs = not stopping and (state.mode == "RUNNING" or starting)
    trusted = (
        map is not None
        and target is not None
        and confidence is not None
        and confidence >= 500
    )
    wanted = (
        safe_rate
        if not trusted
        else (
            state.rate + change
            if map is not None and target is not None and map < target
            else state.rate - change
        )
    )
    rate_next = (
        min(max(wanted, max(lowest, state.rate - change)), min(highest, state.rate + change))
        if runs
        else 0
    )
    mode_next = "RUNNING" if runs else "STOPPED"
    min_rate_next = lowest
    max_rate_next = highest
    fall_back_next = safe_rate
    max_change_next = change
    silent = map is None and target is None and risk is None and confidence is None
    cause = (
        (
            runs
            and (
                not trusted
                or (
                    (
                        (not trusted and (new_fallback is not None or not updated))
                        or (
                            trusted
                            and (
                                (
                                    map is not None
                                    and target is not None
                                    and map < target
                                    and (new_change is not None or not updated)
                                )
                                or (
                                    map is not None
                                    and target is not None
                                    and target <= map
                                    and (new_change is not None or not updated)
                                )
                            )
                        )
                    )
                    and (new_change is not None or not updated)
                    and change < abs(wanted - state.rate)
                )
            )
        )
        or (silent and state.silence >= 4)
        or refused
    )
    latched_next = cause or (state.latched and (acknowledge is None or not acknowledge))
    command = rate_next
    fallback = runs and not trusted
    exceeds = (
        runs
        and (
            (not trusted and (new_fallback is not None or not updated))
            or (
                trusted
                and (
                    (
                        map is not None
                        and target is not None
                        and map < target
                        and (new_change is not None or not updated)
                    )
                    or (
                        map is not None
                        and target is not None
                        and target <= map
                        and (new_change is not None or not updated)
                    )
                )
            )
        )
        and (new_change is not None or not updated)
        and change < abs(wanted - state.rate)
    )
    watchdog = silent and state.silence >= 4
    update = updated
    alarm = cause or (state.latched and (acknowledge is None or not acknowledge))
    silence_next = min(state.silence + 1, 3600) if silent else 0
    return State(rate=rate_next, mode=mode_next, min_rate=min_rate_next, max_rate=max_rate_next, fall_back=fall_back_next, max_change=max_change_next, latched=latched_next, silence=silence_next), Outputs(command=command, fallback=fallback, exceeds=exceeds, watchdog=watchdog, update=update, alarm=alarm)
